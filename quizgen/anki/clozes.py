"""Cloze texts: our answer marks become Anki's, and nothing else in the text does."""

from quizgen.anki.errors import ExportError
from quizgen.markup import Slot, escape, escape_literal, inline_html, slot_sign, to_html
from quizgen.questions import ClozeQuestion
from quizgen.questions.marks import Mark


def cloze_html(question: ClozeQuestion) -> str:
    """The text as HTML with Anki's cloze marks; answers among prose may hold Markdown and maths. Raises ExportError."""
    marks = question.marks
    pieces: list[str] = []
    end = 0
    for index, mark in enumerate(marks):
        pieces += (question.text[end : mark.start], slot_sign(index))
        end = mark.end
    rendered = to_html("".join((*pieces, question.text[end:])), [_slot(mark) for mark in marks])
    # Braces in text are entities by now, so only marks are left to count.
    if rendered.count("{{c") != len(marks):
        raise ExportError("an answer mark stands where nothing shows: in a link's title or after ``` (take it out)")
    return rendered


def _slot(mark: Mark) -> Slot:
    return Slot(_marked(mark, inline_html(mark.answer)), _marked(mark, escape_literal(mark.answer)))


def _marked(mark: Mark, answer: str) -> str:
    hint = f"::{_hint(mark.hint)}" if mark.hint else ""
    return f"{{{{c{mark.number}::{_no_colons(answer)}{hint}}}}}"


def _hint(hint: str) -> str:
    # Anki shows a hint in brackets; with its first character as an entity, none becomes [latex] or [$] there.
    return f"&#{ord(hint[0])};{_no_colons(escape(hint[1:]))}"


def _no_colons(html: str) -> str:
    # Anki takes :: for the start of a hint, even half of it from the answer and half from the mark.
    return html.replace(":", "&#58;")
