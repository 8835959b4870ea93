"""Facts: claims without a claimant, facts that go to waste, and wrong options that are right."""

from collections import ChainMap, defaultdict
from collections.abc import Collection, Iterator

from quizgen.facts.model import Fact, Seed
from quizgen.linting.claims import is_unnamed_speech, unnamed_claim
from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, facts_rule
from quizgen.questions.marks import BLANK, replaced
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
                "give it an `ask` or a shorter mark, generate more kinds in the set, or take it out",
                ("facts", index),
            )


@facts_rule(
    "Q303",
    "true-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def true_distractor(seed: Seed, asked: Collection[str] | None) -> Iterator[Flaw]:
    """An author's wrong option that is right by an alias or by another fact.

    A wrong option that is another name of the answer, or that another fact makes true, cannot be used: quizgen
    leaves it out and looks for another, which may not be what the author meant.
    """
    names = {fold(name): entity.names for entity in seed.entities.values() for name in entity.names}
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in seed.facts:
        for frame, answers in _frames(fact, names):
            for answer in sorted(answers):
                said[frame].setdefault(answer, fact.id)
    for index, fact in enumerate(seed.facts):
        for number, ask in enumerate(fact.ask):
            if not ask.distractors:
                continue
            own = _right(fact, ask.answer, names)
            true = ChainMap(
                said[fold(ask.stem)],
                *(said[fold(replaced(fact.statement, mark, BLANK))] for mark in fact.marks if mark.name == ask.answer),
            )
            for place, option in enumerate(ask.distractors):
                folded = fold(option)
                if folded in own:
                    why = "is another name of the answer"
                elif folded in true:
                    why = f"is made true by the fact {true[folded]}"
                else:
                    continue
                at = ("facts", index, "ask", number, "distractors", place)
                yield Flaw(f"the wrong option {option!r} {why}", "put something wrong in its place", at)


def _right(fact: Fact, mark_name: str, names: dict[str, tuple[str, ...]]) -> set[str]:
    """Everything that is right for a mark of ``fact``."""
    answers = [mark.answer for mark in fact.marks if mark.name == mark_name]
    accepted = [name for ask in fact.ask if ask.answer == mark_name for name in ask.accept]
    aliases = [alias for answer in answers for alias in names.get(fold(answer), ())]
    return set(map(fold, (*answers, *accepted, *aliases)))


def _frames(fact: Fact, names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, set[str]]]:
    """Each sentence of ``fact`` with a gap in it, and each of its stems, with what is right there."""
    for mark in fact.marks:
        yield fold(replaced(fact.statement, mark, BLANK)), _right(fact, mark.name, names)
    for ask in fact.ask:
        yield fold(ask.stem), _right(fact, ask.answer, names)
