"""The rule about typed answers that contain more than one answer."""

from collections.abc import Iterator
from typing import assert_never

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.text.answer_forms import AnswerForm, answer_form
from quizgen.text.series import series


@question_rule("Q129", "crowded-answer", kinds=("short", "cloze"), source=f"{HDR}, guideline 3 (one content per item)")
def crowded_answer(item: Item) -> Iterator[Flaw]:
    """Flag typed answers that contain alternatives ("Mumbai or Bombay"), a remark ("Paris (capital)"), or a list
    ("Mercury, Venus, Earth").

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
    if question.kind == "short":
        form = answer_form(question.answer, item.stem)
        if form is not None and form.answer not in question.accept:
            mark = question.id.removeprefix(f"{question.fact}.").partition(".")[0]
            help = _help_with_mark(form, mark, from_fact=True) if item.is_generated else _help(form)
            yield Flaw(f"the answer {question.answer!r} {_HOLDS[form.kind]}", help, ("answer",))
    elif question.kind == "cloze":
        for each in question.marks:
            form = answer_form(each.answer, item.stem)
            if form is not None and form.answer not in question.accepted(each)[1:]:
                help = _help_with_mark(form, each.name, from_fact=item.is_generated)
                yield Flaw(f"the answer {each.answer!r} {_HOLDS[form.kind]}", help, ("text",))


_HOLDS = {
    "alternatives": "looks like several answers in one",
    "remark": "seems to include a remark",
    "list": "looks like a list",
}


def _help(form: AnswerForm) -> str:
    others = f"[{', '.join(form.others)}]"
    match form.kind:
        case "alternatives":
            accepted = "another accepted answer" if len(form.others) == 1 else "other accepted answers"
            return (
                f"write {form.answer!r} as the answer and {series(map(repr, form.others))} as {accepted}, or run "
                "`quizgen fix FILE --answers`"
            )
        case "remark":
            return (
                f"write {form.answer!r} as the answer and move the rest to the explanation, or run "
                "`quizgen fix FILE --answers`"
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
            if from_fact:
                return f"write {marked}, and add `accept: {others}` to the entry for {mark} under `ask`"
            return f"write {marked} and `accept: {{{mark}: {others}}}`"
        case "remark":
            return f"write {marked} and move the rest outside the mark"
        case "list":
            return "mark each item separately"
        case _:
            assert_never(form.kind)
