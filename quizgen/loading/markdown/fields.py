"""Keys of a question that are written in a Markdown set, but not in the YAML block where they belong."""

import re
from collections.abc import Iterator, Sequence

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.loading.markdown.blocks import Block, split_lines
from quizgen.loading.markdown.sections import sections_of
from quizgen.loading.markdown.signs import FIELD_LINE, IN_BLOCK, NEAR_FENCE, field_key
from quizgen.questions.codes import Code

_STEM = "question text"
_TEXTS = {"stem": _STEM, "text": _STEM, "answer": "answer", "explanation": "explanation", "hint": "hint"}
"""What a text is called, by key."""
_MORE = re.compile(r"\s|- |#|$")
"""The start of a line that continues the value of a key."""


def stray_fields(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each key that is part of a text or of code, where learners see it."""
    if not any(field_key(found[0]) for found in FIELD_LINE.finditer(document.text)):
        return
    lines = split_lines(document.text)
    sections, opaque = sections_of(lines)
    shown = ["" if at in opaque else line for at, line in enumerate(lines)]
    questions = document.data.get("questions")
    for index, question in enumerate(questions if isinstance(questions, list) else ()):
        for key, what in _TEXTS.items():
            if isinstance(text := question.get(key), str):
                start = document.positions.of(("questions", index, key))[0] - 1
                yield from _in_text(document, shown, start, text, what)
    for section in sections:
        if section.heading is not None and section.heading.level == 3:
            blocks = [block for block in section.blocks if block.kind not in ("comment", "rule")]
            for block in blocks:
                if (found := _in_code(block, is_last=block is blocks[-1])) is not None:
                    yield Diagnostic(document.path, block.start + 1, 1, Code.STRAY_KEY, *found, "warning")


def _in_text(document: Document, lines: Sequence[str], start: int, text: str, what: str) -> Iterator[Diagnostic]:
    written = {line.strip() for line in text.split("\n")[1 if what == _STEM else 0 :]}
    at = start
    while at < len(lines) and (at == start or not re.match(r" {0,3}#{2,3}[ \t]", lines[at])):
        line = lines[at]
        if line.strip() not in written or (key := field_key(line)) is None:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and lines[end].strip() and (field_key(lines[end]) or _MORE.match(lines[end])):
            end += 1
        fence = NEAR_FENCE.fullmatch(lines[at - 1])
        place = (at if fence else at + 1, 1)
        if fence:
            closed = end < len(lines) and NEAR_FENCE.fullmatch(lines[end])
            last = f"on line {end + 1}" if closed else f"on a separate line below line {end}"
            message = f"{lines[at - 1].strip()} does not begin a YAML block"
            help = f"write ```yaml here and ``` {last}, with three backticks"
        else:
            message = f"the YAML key `{key}:` is outside a YAML block, so it is read as part of the {what}"
            help = f"{IN_BLOCK}; if it is text, begin it with a capital letter"
        yield Diagnostic(document.path, *place, Code.STRAY_KEY, message, help, "warning")
        at = end


def _in_code(block: Block, *, is_last: bool) -> tuple[str, str] | None:
    """Return what is wrong with ``block`` if it is code that is meant as the fields of its question."""
    is_yaml = block.info.lower() in ("yaml", "yml")
    lines = block.content.split("\n")
    if block.kind != "code" or not block.fence or (block.info and not is_yaml) or (is_yaml and is_last):
        return None
    if field_key(lines[0]) is None or not all(field_key(line) or _MORE.match(line) for line in lines):
        return None
    if is_yaml:
        return "this YAML block is not at the end of the question", "move it below everything else in the question"
    help = f"write {block.fence}yaml on this line" + ("" if is_last else ", and move the block to the end")
    return "this code block contains keys of the question, but learners see it as text", help
