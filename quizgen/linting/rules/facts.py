"""Rules about facts: claims without a source, facts that no question tests, and distractors that are correct."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.facts.truths import Truths
from quizgen.linting.claims import is_unnamed_speech, unnamed_claim
from quizgen.linting.finding import Flaw
from quizgen.linting.lone_pronouns import lone_pronoun
from quizgen.linting.registry import HDR, seed_rule
from quizgen.linting.relative_dates import day_without_year, relative_date
from quizgen.linting.seed_context import SeedContext
from quizgen.text.content_words import words_of
from quizgen.text.folding import fold

if TYPE_CHECKING:
    from quizgen.questions.problem import DataPath


@seed_rule(
    "Q301",
    "unattributed-claim",
    english=True,
    source=f"quizgen, after {HDR}, guideline 6 (no items on opinions)",
)
def unattributed_claim(context: SeedContext) -> Iterator[Flaw]:
    """Flag statements that report hearsay or quote somebody without naming the speaker.

    ## Why it matters
    Without a name, a claim is presented as a fact. With an `attribution`, every question that is made from the fact
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
            message = f"{claim!r} reports a claim, but the statement does not say who makes it"
        elif is_unnamed_speech(fact.plain, known):
            message = "the statement quotes somebody without naming the speaker"
        else:
            continue
        yield Flaw(
            message, "name the speaker in `attribution`, or state only what is known", ("facts", index, "statement")
        )


@seed_rule(
    "Q302",
    "unasked-fact",
    source=f"quizgen, after {HDR}, guideline 2 (items on what is important)",
)
def unasked_fact(context: SeedContext) -> Iterator[Flaw]:
    """Flag facts that no question tests. This rule runs only if a set that uses the seed is also checked.

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
        - {stem: 'What is coffee drunk from?', answer: c1, distractors: [bowls, glasses]}
    ```
    """
    if context.asked is None:
        return
    for index, fact in enumerate(context.seed.facts):
        if fact.id not in context.asked:
            yield Flaw(
                f"no question tests the fact {fact.id!r}",
                "add a question under `ask`, mark a shorter answer, add a kind to `kinds` in the set, or remove the "
                "fact",
                ("facts", index),
            )


@seed_rule(
    "Q303",
    "true-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def true_distractor(context: SeedContext) -> Iterator[Flaw]:
    """Flag distractors and false statements that are correct according to another fact.

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
    truths = Truths(context.seed)
    for index, fact in enumerate(context.seed.facts):
        wrong: list[tuple[DataPath, str, str]] = [
            (("ask", number, "distractors", place), ask.answer, option)
            for number, ask in enumerate(fact.ask)
            for place, option in enumerate(ask.offered)
        ]
        if fact.true_false and fact.true_false.wrong is not None:
            wrong.append((("true_false", "wrong"), fact.true_false.mark, fact.true_false.wrong))
        for path, name, text in wrong:
            if (other := truths.of(fact, fact.mark(name)).get(fold(text))) is not None:
                message = f"{text!r} is listed as wrong, but it is correct according to the fact {other}"
                yield Flaw(message, "replace it with a wrong answer", ("facts", index, *path))


@seed_rule(
    "Q305",
    "copied-statement",
    source=f"{HDR}, guideline 5 (paraphrase instead of testing recall of wording)",
)
def copied_statement(context: SeedContext) -> Iterator[Flaw]:
    """Flag statements copied word for word from the text they cite. This rule runs only if the text is available.

    ## Why it matters
    A copied sentence tests whether learners have seen the text, and it often refers to an earlier sentence. It is also
    someone else's work.

    ## Example
    ```yaml
    - id: coffee
      topic: food
      statement: The first coffee houses of the city opened at the {{c1::harbor}}.
      citation: {paragraph: 1}
    ```

    ## Better
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee was first served at the {{c1::harbor}} of Marseille.
      citation: {paragraph: 1}
    ```
    """
    if context.article is None:
        return
    paragraphs = [f" {' '.join(words_of(paragraph))} " for paragraph in context.article.paragraphs]
    for index, fact in enumerate(context.seed.facts):
        words = [] if fact.todo else words_of(fact.plain)
        run = min(len(words), LONG_RUN)
        if run < SHORT_STATEMENT:
            continue
        runs = [f" {' '.join(words[start : start + run])} " for start in range(len(words) - run + 1)]
        if any(run in paragraph for run in runs for paragraph in paragraphs):
            yield Flaw(
                "the statement is copied from the text",
                "rewrite it in your own words, so that it can be understood without the text",
                ("facts", index, "statement"),
            )


SHORT_STATEMENT = 7
"""The minimum number of words in a statement to check: a shorter one can hardly be reworded."""
LONG_RUN = 12
"""A statement with this many words in a row from the text counts as copied, even if the rest of it is different."""


@seed_rule(
    "Q306",
    "unclear-statement",
    english=True,
    source=f"{HDR}, guideline 14 (clear by itself); Matuschak (2020), *How to write good prompts*",
)
def unclear_statement(context: SeedContext) -> Iterator[Flaw]:
    """Flag statements that contain a pronoun with nothing to refer to, a date that depends on another sentence, or a
    date without a year.

    ## Why it matters
    Questions are made from the statement alone. Nobody can answer a question made from "He resigned the next day".

    ## Example
    ```yaml
    - id: coffee
      topic: food
      statement: The next day, it was sold out at the {{c1::harbor}}.
      citation: {paragraph: 1}
    ```

    ## Better
    ```yaml
    - id: coffee
      topic: food
      statement: On 6 June 1644, all coffee was sold out at the {{c1::harbor}} of Marseille.
      citation: {paragraph: 1}
    ```
    """
    for index, fact in enumerate(context.seed.facts):
        if fact.todo:  # reported as an error
            continue
        at = ("facts", index, "statement")
        if pronoun := lone_pronoun(fact.plain):
            yield Flaw(
                f"nothing in the statement says who or what {pronoun!r} refers to",
                "name who or what the pronoun refers to",
                at,
            )
        elif words := relative_date(fact.plain):
            yield Flaw(f"{words!r} does not say which date is meant", "write the date", at)
        elif day := day_without_year(fact.plain):
            yield Flaw(f"{day!r} has no year", "add the year", at)
