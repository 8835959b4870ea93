"""Facts: claims without a claimant, facts that go to waste, and wrong options that are right."""

from collections.abc import Collection, Iterator

from quizgen.facts.model import Seed
from quizgen.facts.truths import Truths
from quizgen.linting.claims import is_unnamed_speech, unnamed_claim
from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, facts_rule
from quizgen.text.folding import fold


@facts_rule(
    "Q301",
    "unattributed-claim",
    english=True,
    source=f"quizgen, after {HDR}, guideline 6 (no items on opinions)",
)
def unattributed_claim(seed: Seed, asked: Collection[str] | None) -> Iterator[Flaw]:
    """Words of hearsay or somebody's own words, with no name to them.

    What somebody claims becomes a truth when nobody is named. With an `attribution`, every question made of the
    fact says whose claim it is.
    """
    known = {fold(name) for entity in seed.entities.values() for name in entity.names}
    for index, fact in enumerate(seed.facts):
        if fact.attribution is not None:
            continue
        if claim := unnamed_claim(fact.plain, known):
            what = f"{claim!r} marks a claim, but nobody is named for it"
        elif is_unnamed_speech(fact.plain, known):
            what = "somebody's own words are quoted, but nobody is named for them"
        else:
            continue
        yield Flaw(what, "name them under `attribution`, or state what is known", ("facts", index, "statement"))


@facts_rule(
    "Q302",
    "unasked-fact",
    source=f"quizgen, after {HDR}, guideline 2 (items on what is important)",
)
def unasked_fact(seed: Seed, asked: Collection[str] | None) -> Iterator[Flaw]:
    """A fact that none of the sets at hand asks.

    A fact that no question asks is work for nothing, or a question was left out by mistake.
    """
    if asked is None:
        return
    for index, fact in enumerate(seed.facts):
        if fact.id not in asked:
            yield Flaw(
                f"no question asks the fact {fact.id}",
                "give it an `ask` or a shorter mark, add to the `kinds` of the set, or remove it",
                ("facts", index),
            )


@facts_rule(
    "Q303",
    "true-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def true_distractor(seed: Seed, asked: Collection[str] | None) -> Iterator[Flaw]:
    """A wrong option, or a false statement, that another fact makes true.

    Facts that are added later can make a wrong option correct. A learner who knows the new fact is then marked wrong.
    """
    truths = Truths(seed)
    for index, fact in enumerate(seed.facts):
        wrong: list[tuple[tuple[str | int, ...], str, str]] = [
            (("ask", number, "distractors", place), ask.answer, option)
            for number, ask in enumerate(fact.ask)
            for place, option in enumerate(ask.offered)
        ]
        if fact.true_false and fact.true_false.wrong is not None:
            wrong.append((("true_false", "wrong"), fact.true_false.mark, fact.true_false.wrong))
        for path, name, text in wrong:
            if (other := truths.of(fact, fact.mark(name)).get(fold(text))) is not None:
                what = f"{text!r} is given as wrong, but the fact {other} makes it correct"
                yield Flaw(what, "replace it with something wrong", ("facts", index, *path))
