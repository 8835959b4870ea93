"""Unquoted YAML text that a ` #` cuts off: YAML takes the rest of the line for a comment and drops it silently."""

import re
from collections.abc import Iterator

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document, YamlPart
from quizgen.questions.codes import Code

_TEXTS = {
    "stem", "text", "answer", "explanation", "hint", "statement", "reply", "title", "description", "answers", "accept",
    "distractors", "options", "steps",
}  # fmt: skip
# With two spaces or more before it, a comment is meant.
_MAYBE_CUT = re.compile(r"\S #[^\n]*\S")


def cut_texts(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each text that seems to go on after a ` #`."""
    for part in document.yaml_parts:
        if _MAYBE_CUT.search(part.text):
            yield from _in_part(document, part)


def _in_part(document: Document, part: YamlPart) -> Iterator[Diagnostic]:
    lines = part.text.split("\n")
    for path, written, line, column in part.positions.plain_scalars(re.compile(r".+", re.DOTALL)):
        names = [step for step in path if isinstance(step, str)]
        if not names or names[-1] not in _TEXTS or "\n" in written:
            continue
        row = lines[line - part.first_line]
        rest = row[column - 1 + len(written) :]
        if row[column - 1 :].startswith(written) and re.match(r" #[^\n]*\S", rest):
            whole = f"{written}{rest}".rstrip()
            quote = "'" if '"' in whole and "'" not in whole else '"'
            where = column + len(written) + 1
            message = f"YAML drops the text from ` #` on; {names[-1]!r} ends before it"
            help = (
                f"if it belongs to the text, write {quote}{whole}{quote}; if it is a comment, put two spaces before it"
            )
            yield Diagnostic(document.path, line, where, Code.CUT_TEXT, message, help, "warning")
