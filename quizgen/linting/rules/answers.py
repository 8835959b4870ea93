"""The rule about typed answers that contain more than one answer."""

from collections.abc import Iterator
from typing import assert_never

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.questions import ClozeQuestion, ShortQuestion
from quizgen.text.answer_forms import AnswerForm, answer_form


@question_rule("Q129", "crowded-answer", kinds=("short", "cloze"), source=f"{HDR}, guideline 3 (one content per item)")
def crowded_answer(item: Item) -> Iterator[Flaw]:
    """Flag typed answers that contain alternatives, a remark, or a list: "Mumbai or Bombay", "Paris (capital)",
    "Mercury, Venus, Earth".

    ## Why it matters
    Grading can only guess which part of such an answer has to be typed. Other correct answers belong in `accept`,
    remarks in `explanation`, and a list in a question of kind `multiple` or `order`.
    `quizgen fix --answers` moves alternatives and remarks.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which city is the largest in India?
      answer: Mumbai or Bombay
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Which city is the largest in India?
      answer: Mumbai
      accept: [Bombay]
    ```
    """
    question = item.question
    from_fact = question.fact is not None and question.id.startswith(f"{question.fact}.")
    answers: list[tuple[str, str, tuple[str, ...], str | None]] = []
    if isinstance(question, ShortQuestion):
        mark_name = question.id.removeprefix(f"{question.fact}.").partition(".")[0] if from_fact else None
        answers.append(("answer", question.answer, question.accept, mark_name))
    elif isinstance(question, ClozeQuestion):
        answers += [("text", mark.answer, question.accepted(mark)[1:], mark.name) for mark in question.marks]
    for at, answer, accepted, mark_name in answers:
        form = answer_form(answer, item.stem)
        if form is not None and form.answer not in accepted:
            help = _help(form) if mark_name is None else _help_with_mark(form, mark_name, from_fact=from_fact)
            yield Flaw(f"the answer {answer!r} {_HOLDS[form.kind]}", help, (at,))


_HOLDS = {
    "alternatives": "looks like several answers in one",
    "remark": "seems to include a remark",
    "list": "looks like a list",
}


def _help(form: AnswerForm) -> str:
    others = f"[{', '.join(form.others)}]"
    match form.kind:
        case "alternatives":
            return f"write `answer: {form.answer}` and `accept: {others}`; `quizgen fix --answers` does this"
        case "remark":
            return (
                f"write `answer: {form.answer}` and move the rest to `explanation`; `quizgen fix --answers` does this"
            )
        case "list":
            return (
                f"write `kind: multiple`, `answers: {others}` and `distractors`, or `kind: order` and `steps: {others}`"
            )
        case _:
            assert_never(form.kind)


def _help_with_mark(form: AnswerForm, mark: str, *, from_fact: bool) -> str:
    """Return the help for a marked answer; the accepted answers of a fact's mark are in its `ask`."""
    others = f"[{', '.join(form.others)}]"
    marked = f"`{{{{{mark}::{form.answer}}}}}`"
    match form.kind:
        case "alternatives":
            accept = f"`accept: {others}` in the `ask` for {mark}" if from_fact else f"`accept: {{{mark}: {others}}}`"
            return f"write {marked} and {accept}"
        case "remark":
            return f"write {marked} and move the rest outside the mark"
        case "list":
            return "mark each item separately"
        case _:
            assert_never(form.kind)
