"""Questions in a Markdown set that are part of the code or the text above them: an end or a heading is missing."""

import re
from collections.abc import Iterator

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.questions.codes import Code

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_QUESTION_LINE = re.compile(r"#{2,3} .*\{#[^{}]+\}[ \t]*$")
_FORM_LINE = re.compile(r"=#? |[-*+] \[[ xX]\] ")
_HIDDEN_QUESTION = re.compile(r"^(?P<line>.*\?(?:\*\*|__|[*_])?[ \t]*)\n+(?:=#? |[-*+] \[[ xX]\] )", re.MULTILINE)
"""A line that ends in a question mark, and an answer below it."""


def swallowed_questions(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each question that learners see as code, or as part of an explanation or a hint."""
    yield from _in_code(document)
    yield from _in_text(document)


def _in_code(document: Document) -> Iterator[Diagnostic]:
    lines = document.text.split("\n")
    opened: tuple[int, str] | None = None
    for at, line in enumerate(lines):
        found = _FENCE.match(line)
        if found is None:
            continue
        if opened is None:
            opened = (at, found["fence"])
        elif found["fence"].startswith(opened[1]) and not found["info"].strip():
            start, opened = opened[0], None
            heading = next((one for one in range(start + 1, at) if _QUESTION_LINE.match(lines[one])), None)
            if heading is None:
                continue
            first = next((one for one in range(start + 1, at) if _FORM_LINE.match(lines[one])), heading)
            message = f"the code block from here to line {at + 1} includes the question on line {heading + 1}"
            end = min(first, heading) + 1
            help = f"if the code should end earlier, write {found['fence']} on a separate line above line {end}"
            yield Diagnostic(document.path, start + 1, 1, Code.SWALLOWED, message, help, "warning")


def _in_text(document: Document) -> Iterator[Diagnostic]:
    questions = document.data.get("questions")
    for index, question in enumerate(questions if isinstance(questions, list) else ()):
        for key in ("explanation", "hint"):
            found = _HIDDEN_QUESTION.search(str(question.get(key, "")))
            if found is None:
                continue
            written = found["line"].strip()
            lines = enumerate(document.text.split("\n"), 1)
            start, column = document.positions.of(("questions", index, key))
            line = next((number for number, text in lines if number >= start and text.strip() == written), start)
            help = f"if a question begins here, write `### {written.strip('*_ ')}`"
            message = f"this line is part of the {key} above it, but an answer follows"
            place = (line, 1 if line != start else column)
            yield Diagnostic(document.path, *place, Code.SWALLOWED, message, help, "warning")
