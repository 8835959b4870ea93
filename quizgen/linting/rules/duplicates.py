"""Rules about questions that ask the same thing, in one set or in two sets that are checked together."""

from collections.abc import Iterator

from quizgen.linting.duplicates import only_answers
from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, set_rule
from quizgen.linting.set_context import SetContext


@set_rule(
    "Q206",
    "conflicting-keys",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def conflicting_keys(context: SetContext) -> Iterator[Flaw]:
    """Flag questions that have the same stem as an earlier question but a different answer. The earlier question may be
    in another set that is checked at the same time. Questions about the same fact or point are not compared, and
    neither are stems that refer to their options or to a picture.

    ## Why it matters
    A learner who gives the same answer to both questions is marked wrong on one of them. Usually one of the keys is
    wrong, or the stem is too broad.

    ## Example
    ```yaml
    - id: a
      kind: short
      stem: What do plants release in light?
      answer: oxygen
    - id: b
      kind: short
      stem: What do plants release in light?
      answer: carbon dioxide
    ```

    ## Better
    ```yaml
    - id: a
      kind: short
      stem: Which gas do plants release in light?
      answer: oxygen
    - id: b
      kind: short
      stem: Which gas do plants take up in light?
      answer: carbon dioxide
    ```
    """
    reported: set[str] = set()
    for match in context.matches:
        question, other = match.item.question, match.other
        # "Which is a bird?" has many answers, of which each choice question offers one.
        is_choice_among_many = match.item.stem_words[:1] == ["which"] and question.kind == other.kind == "choice"
        # An order, say, has as many answers as there are steps to put in order.
        has_one_answer = only_answers(question) and only_answers(other)
        is_conflict = match.same_stem and has_one_answer and not match.same_answer and not is_choice_among_many
        if is_conflict and question.id not in reported:
            reported.add(question.id)
            yield Flaw(
                f"{match.other_name} has the same stem but a different answer",
                "correct one of the answers, or reword the stems so that each has only one answer",
                match.item.stem_path,
                question,
            )


@set_rule(
    "Q207",
    "duplicate-question",
    source=f"{HDR}, guideline 4 (each item independent of the others)",
)
def duplicate_question(context: SetContext) -> Iterator[Flaw]:
    """Flag questions that ask the same thing as an earlier question, in the same or nearly the same words and with the
    same answer. The earlier question may be in another set that is checked at the same time. Questions about the same
    fact or point are not compared.

    ## Why it matters
    Learners are asked the same thing twice, and the two questions are scheduled as if they tested two different things.

    ## Example
    ```yaml
    - id: a
      kind: short
      stem: Which planet has the most moons in the Solar System?
      answer: Saturn
    - id: b
      kind: choice
      stem: Which planet of the Solar System has the most moons?
      answer: Saturn
      distractors: [Jupiter, Uranus]
    ```

    ## Better
    ```yaml
    - id: a
      kind: short
      stem: Which planet has the most moons in the Solar System?
      answer: Saturn
    - id: b
      point: a
      kind: choice
      stem: Which planet of the Solar System has the most moons?
      answer: Saturn
      distractors: [Jupiter, Uranus]
    ```
    """
    reported: set[str] = set()
    for match in context.matches:
        if match.same_answer and match.item.question.id not in reported:
            reported.add(match.item.question.id)
            yield Flaw(
                f"{match.other_name} asks {'the same thing' if match.same_stem else 'nearly the same thing'}",
                "remove one of the two questions"
                if match.other_set
                else "remove one of the two questions, or give both the same `point`",
                match.item.stem_path,
                match.item.question,
            )
