"""Cloze texts: our answer marks become Anki's, and nothing else in the text becomes a mark."""

import re

from quizgen.anki.errors import ExportError
from quizgen.anki.lists import accepted_list
from quizgen.anki.settings import blank_answers
from quizgen.markup import Slot, escape, escape_literal, inline_html, slot_sign, to_html
from quizgen.questions import ClozeQuestion
from quizgen.questions.marks import Mark, with_signs

_FORMULA = re.compile(r"\\\(.*?\\\)", re.DOTALL)
_ANKI_MARK = re.compile(r"\{\{c")
_MARK = re.compile(r"\{\{c(\d+)::.*?\}\}", re.DOTALL)
_WITH_CLASS = re.compile(r"\{\\class\{in-formula-\d+\}\{ (\{\{c.*?\}\}) \} \}", re.DOTALL)


def cloze_html(question: ClozeQuestion) -> str:
    """Return the text as HTML with Anki's cloze marks; answers may contain Markdown and math. Raises ExportError."""
    marks = question.marks
    rendered = to_html(with_signs(question.text, slot_sign), [_slot(mark) for mark in marks])
    # Braces in the text are entities by now, so only marks are counted.
    if rendered.count("{{c") != len(marks):
        raise ExportError(
            "an answer mark is in hidden text, such as the title of a link or the language of a code block; move it to"
            " visible text"
        )
    return _FORMULA.sub(lambda formula: _MARK.sub(_in_formula, formula[0]), rendered)


def _in_formula(mark: re.Match[str]) -> str:
    """Return a mark in a formula with a class, by which the style sheet shows it: there, Anki leaves out its own."""
    return f"{{\\class{{in-formula-{mark[1]}}}{{ {mark[0]} }} }}"


def without_classes(html: str) -> str:
    """Return what ``cloze_html`` returned without the classes of marks in formulas."""
    return _WITH_CLASS.sub(r"\1", html)


def accepted_html(question: ClozeQuestion, text: str) -> str:
    """Return the other accepted answers as HTML; with several blanks, by blank, so that each card can show its own.

    The answers that are parts of formulas come first, because no card can mark them. ``text`` is from ``cloze_html``.
    """
    inside = _answers_in_formulas(question, text)
    answers = blank_answers(question.accept)
    if len({mark.number for mark in question.marks}) == 1 and not inside:
        return "".join(map(accepted_list, answers.values()))
    return "".join(
        (
            *(_by_blank(number, "asked blank", "the-answer", listed) for number, listed in inside.items()),
            *(_by_blank(number, "blank", "also-right", accepted_list(listed)) for number, listed in answers.items()),
        )
    )


def _by_blank(number: str, name: str, label: str, listed: str) -> str:
    return (
        f'<div class="{name} blank-{number}" dir="auto"><span class="{label}"></span>'
        f'<span class="number">({number}) </span>{listed}</div>'
    )


def _answers_in_formulas(question: ClozeQuestion, text: str) -> dict[str, str]:
    """Return the answers that are parts of formulas as HTML, by the number of the blank."""
    formulas = [found.span() for found in _FORMULA.finditer(text)]
    answers: dict[str, str] = {}
    for mark, found in zip(question.marks, _ANKI_MARK.finditer(text), strict=True) if formulas else ():
        if any(start < found.start() < end for start, end in formulas):
            answer = f"\\({escape_literal(mark.answer.strip())}\\)"
            number = mark.name.removeprefix("c")
            answers[number] = f"{answers[number]}, {answer}" if number in answers else answer
    return answers


def _slot(mark: Mark) -> Slot:
    return Slot(_marked(mark, inline_html(mark.answer)), _marked(mark, escape_literal(mark.answer)))


def _marked(mark: Mark, answer: str) -> str:
    hint = f"::{_hint(mark.hint)}" if mark.hint else ""
    return f"{{{{c{mark.number}::{_no_colons(answer)}{hint}}}}}"


def _hint(hint: str) -> str:
    # Anki shows a hint in brackets; its first character as an entity keeps it from becoming [latex] or [$].
    return f"&#{ord(hint[0])};{_no_colons(escape(hint[1:]))}"


def _no_colons(html: str) -> str:
    # Anki reads :: as the start of a hint, even if one colon ends the answer and the other belongs to the mark.
    return html.replace(":", "&#58;")
