"""Unquoted YAML text that a ` #` cuts off: YAML takes the rest of the line for a comment and drops it silently."""

import re
from collections.abc import Iterable, Iterator

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document, YamlPart
from quizgen.questions.codes import Code
from quizgen.text.lazy_pattern import lazy_pattern

_TEXTS = {
    "stem", "text", "answer", "explanation", "hint", "statement", "reply", "title", "description", "answers", "accept",
    "distractors", "options", "steps", "feedback",
}  # fmt: skip
# With two spaces or more before it, a comment is meant. Finding the positions costs more than reading the file, so
# lines that begin with another key or with a quotation mark are ruled out first.
_SIGN = " #"
_WITH_SIGN = lazy_pattern(rf"[^\n]*\S{_SIGN}[^\n]*\S")
_TEXT_LINE = lazy_pattern(rf"[ \t]*(?:- +){{0,3}}(?:(?:{'|'.join(sorted(_TEXTS))}): +|(?![\w-]+:))[^\s\"'|>\[{{&*!#-]")


def cut_texts(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each text that seems to go on after a ` #`."""
    for part in document.yaml_parts:
        lines = dict(_lines_with_sign(part.text))
        if any(map(_TEXT_LINE.match, lines.values())):
            yield from _in_part(document, part, lines)


def _lines_with_sign(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that may have a text that is cut off, with their offsets."""
    at = text.find(_SIGN)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line = text[start : end if end >= 0 else len(text)]
        if _WITH_SIGN.match(line):
            yield start, line
        at = text.find(_SIGN, start + len(line))


def _in_part(document: Document, part: YamlPart, near: Iterable[int]) -> Iterator[Diagnostic]:
    lines = part.text.split("\n")
    for path, written, line, column in part.positions.plain_scalars(re.compile(r".+", re.DOTALL), near):
        names = [step for step in path if isinstance(step, str)]
        if not names or names[-1] not in _TEXTS or "\n" in written:
            continue
        row = lines[line - part.first_line]
        rest = row[column - 1 + len(written) :]
        if row[column - 1 :].startswith(written) and re.match(r" #[^\n]*\S", rest):
            whole = f"{written}{rest}".rstrip()
            quote = "'" if '"' in whole and "'" not in whole else '"'
            where = column + len(written) + 1
            message = f"{names[-1]!r} is cut off at ` #`: YAML treats the rest of the line as a comment"
            help = (
                f"if the text continues after the #, write {quote}{whole}{quote}; if a comment begins there, put two "
                "spaces before the #"
            )
            yield Diagnostic(document.path, line, where, Code.CUT_TEXT, message, help, "warning")
