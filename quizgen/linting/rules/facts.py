"""Rules about facts: claims without a source, facts that nothing asks, and distractors that are correct."""

from collections import ChainMap, defaultdict
from collections.abc import Iterator

from quizgen.facts.model import Fact
from quizgen.linting.claims import is_unnamed_speech, unnamed_claim
from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, seed_rule
from quizgen.linting.seed_context import SeedContext
from quizgen.questions.marks import BLANK, replaced
from quizgen.text.folding import fold


@seed_rule(
    "Q301",
    "unattributed-claim",
    english=True,
    source=f"quizgen, after {HDR}, guideline 6 (no items on opinions)",
)
def unattributed_claim(context: SeedContext) -> Iterator[Flaw]:
    """Flag statements that report hearsay or quote somebody without naming the speaker.

    ## Why it matters
    Without a name, somebody's claim turns into a fact. With an `attribution`, every question that is made from the fact
    says whose claim it is.

    ## Example
    ```yaml
    - id: coffee
      topic: food
      statement: Many believe that coffee comes from {{c1::Ethiopia}}.
      citation: {paragraph: 1}
      ask:
        - {stem: 'Where does coffee come from?', answer: c1, distractors: [Brazil, Java]}
    ```

    ## Better
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee comes from {{c1::Ethiopia}}.
      attribution: a cookbook
      citation: {paragraph: 1}
      ask:
        - {stem: 'Where does coffee come from?', answer: c1, distractors: [Brazil, Java]}
    ```
    """
    known = {fold(name) for entity in context.seed.entities.values() for name in entity.names}
    for index, fact in enumerate(context.seed.facts):
        if fact.attribution is not None:
            continue
        if claim := unnamed_claim(fact.plain, known):
            message = f"{claim!r} reports a claim, but the statement does not say whose"
        elif is_unnamed_speech(fact.plain, known):
            message = "the statement quotes somebody without saying whom"
        else:
            continue
        yield Flaw(message, "name the speaker in `attribution`, or state what is known", ("facts", index, "statement"))


@seed_rule(
    "Q302",
    "unasked-fact",
    source=f"quizgen, after {HDR}, guideline 2 (items on what is important)",
)
def unasked_fact(context: SeedContext) -> Iterator[Flaw]:
    """Flag facts that no question asks. This is checked only if at least one set that uses the seed is checked too.

    ## Why it matters
    Either the work on the fact was wasted, or a question was left out by mistake.

    ## Example
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee is drunk from {{c1::cups that have no handle}}.
      citation: {paragraph: 1}
    ```

    ## Better
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee is drunk from {{c1::small cups}}.
      citation: {paragraph: 1}
      ask:
        - {stem: 'From what is coffee drunk?', answer: c1, distractors: [bowls, glasses]}
    ```
    """
    if context.asked is None:
        return
    for index, fact in enumerate(context.seed.facts):
        if fact.id not in context.asked:
            yield Flaw(
                f"no question asks the fact {fact.id}",
                "give it an `ask` or a shorter mark, generate more kinds in the set, or remove it",
                ("facts", index),
            )


@seed_rule(
    "Q303",
    "true-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def true_distractor(context: SeedContext) -> Iterator[Flaw]:
    """Flag distractors of an `ask` that are an alias of the answer, or that another fact makes correct.

    ## Why it matters
    A distractor that is also correct penalizes the learners who know the most.

    ## Example
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee grows in {{c1::Brazil}}.
      citation: {paragraph: 1}
      ask:
        - {stem: 'Where does coffee grow?', answer: c1, distractors: [Kenya, Iceland, Norway]}
    - id: more-coffee
      topic: food
      statement: Coffee grows in {{c1::Kenya}}.
      citation: {paragraph: 1}
      ask:
        - {stem: 'Where in Africa does coffee grow?', answer: c1, distractors: [Iceland, Norway]}
    ```

    ## Better
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee grows in {{c1::Brazil}}.
      citation: {paragraph: 1}
      ask:
        - {stem: 'Where does coffee grow?', answer: c1, distractors: [Iceland, Norway, Sweden]}
    - id: more-coffee
      topic: food
      statement: Coffee grows in {{c1::Kenya}}.
      citation: {paragraph: 1}
      ask:
        - {stem: 'Where in Africa does coffee grow?', answer: c1, distractors: [Iceland, Norway]}
    ```
    """
    names = {fold(name): entity.names for entity in context.seed.entities.values() for name in entity.names}
    correct: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in context.seed.facts:
        for frame, answers in _frames(fact, names):
            for answer in sorted(answers):
                correct[frame].setdefault(answer, fact.id)
    for index, fact in enumerate(context.seed.facts):
        for number, ask in enumerate(fact.ask):
            if not ask.distractors:
                continue
            own = _correct_answers(fact, ask.answer, names)
            by_fact = ChainMap(
                correct[fold(ask.stem)],
                *(
                    correct[fold(replaced(fact.statement, mark, BLANK))]
                    for mark in fact.marks
                    if mark.name == ask.answer
                ),
            )
            for position, option in enumerate(ask.distractors):
                folded = fold(option)
                if folded in own:
                    problem = "is another name for the answer"
                elif folded in by_fact:
                    problem = f"is correct according to the fact {by_fact[folded]}"
                else:
                    continue
                at = ("facts", index, "ask", number, "distractors", position)
                yield Flaw(f"the distractor {option!r} {problem}", "replace it with an answer that is wrong", at)


def _correct_answers(fact: Fact, mark_name: str, names: dict[str, tuple[str, ...]]) -> set[str]:
    """Return every correct answer for a mark of ``fact``, folded."""
    answers = [mark.answer for mark in fact.marks if mark.name == mark_name]
    accepted = [name for ask in fact.ask if ask.answer == mark_name for name in ask.accept]
    aliases = [alias for answer in answers for alias in names.get(fold(answer), ())]
    return set(map(fold, (*answers, *accepted, *aliases)))


def _frames(fact: Fact, names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, set[str]]]:
    """Yield the statement of ``fact`` with a blank for each mark, and each stem, with their correct answers."""
    for mark in fact.marks:
        yield fold(replaced(fact.statement, mark, BLANK)), _correct_answers(fact, mark.name, names)
    for ask in fact.ask:
        yield fold(ask.stem), _correct_answers(fact, ask.answer, names)
