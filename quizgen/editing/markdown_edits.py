"""Edit a Markdown set: add ids, a question, or the parts of an answer; no other line is changed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quizgen.editing.answer_forms import plain_answers
from quizgen.editing.ids import fresh_id
from quizgen.editing.layout import LayoutError
from quizgen.editing.lines import BYTE_ORDER_MARK, lines_of, newline_of
from quizgen.editing.markdown import question_markdown, topic_heading
from quizgen.loading.document import Document
from quizgen.loading.markdown.blocks import Heading
from quizgen.loading.markdown.reader import MarkdownRead, read_markdown
from quizgen.loading.markdown.sections import sections_of
from quizgen.text.ids import kebab
from quizgen.text.lazy_pattern import lazy_pattern

_ANY_ID = lazy_pattern(r"(?:\{#|\bid: *)([\w.-]+)")
"""An id, also of a question that cannot be read."""


def with_heading_ids(text: str, taken: Collection[str]) -> str:
    """Return ``text``, a Markdown set, with an id in the heading of each question that has none.

    ``taken`` are ids that cannot be used again. A set with errors is edited, too. Raises LayoutError if that would
    change anything else.
    """
    before = _read_with_errors(text)
    lines = lines_of(text)
    headings = {heading.line: heading for heading in _headings(text) if heading.level == 3}
    used = {*taken, *_ANY_ID.findall(text)}
    for at, words in sorted(_without_ids(before, lines)):
        if (heading := headings.get(at)) is not None and heading.id is None:
            name = fresh_id(words or heading.text, used)
            used.add(name)
            lines[at] = _with_id(lines[at], heading, name)
    new = "".join(lines)
    after, questions = _read_with_errors(new), before.document.data.get("questions", [])
    pairs = zip(after.document.data.get("questions", []), questions, strict=True)
    _prove([_without_id(one, old) for one, old in pairs], questions)
    _prove([*after.broken, len(after.diagnostics)], [*before.broken, len(before.diagnostics)])
    return new


def _without_ids(read: MarkdownRead, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the line (from 0) and the text of each question that has no id."""
    for index, question in enumerate(read.document.data.get("questions", ())):
        if "id" not in question:
            line, _ = read.document.positions.of(("questions", index))
            yield line - 1, str(question.get("stem") or question.get("text") or "")
    for start, end in read.broken:
        if not any(line.lstrip().startswith("id:") for line in lines[start - 1 : end - 1]):
            yield start - 1, ""


def append_markdown(text: str, question: Mapping[str, Any], topics: Mapping[str, str]) -> str:
    """Return ``text``, a Markdown set, with ``question`` as the last one of its topic, or of the set.

    ``topics`` are the names of the set's topics by id. Raises LayoutError if that would change anything else.
    """
    before = _read(text)
    headings = [heading for heading in _headings(text) if heading.level <= 2]
    lines = lines_of(text)
    at, topic, new = len(lines), question.get("topic"), dict(question)
    named = [number for number, heading in enumerate(headings) if _topic_of(heading) == topic]
    parts = []
    if topic is None or named:
        new.pop("topic", None)
        after = headings[(named[-1] + 1) if topic is not None else 0 :]
        first = next((heading.line for heading in after if heading.level == 2), None)
        at = len(lines) if first is None else first
    elif str(topic) in before.data.get("topics", {}):
        parts.append(topic_heading(str(new.pop("topic")), topics[str(topic)]))
    parts.append(question_markdown(new))
    while at and not lines[at - 1].strip():
        at -= 1
    newline = newline_of(text)
    section = "\n\n".join(parts).replace("\n", newline)
    head = "" if lines[at - 1].endswith(("\n", "\r")) else newline
    tail = newline if at < len(lines) and lines[at].strip() else ""
    after_text = f"{''.join(lines[:at])}{head}{newline}{section}{newline}{tail}{''.join(lines[at:])}"
    read = _read(after_text).data.get("questions", [])
    _prove([one for one in read if one.get("id") != question.get("id")], before.data.get("questions", []))
    return after_text


def with_plain_markdown_answers(text: str) -> str:
    """Return ``text``, a Markdown set, with one answer on each `=` line of its short questions, as in YAML sets."""
    document = _read(text)
    lines = lines_of(text)
    for index, answer, (key, value) in list(plain_answers(document.data)):
        line, column = document.positions.of(("questions", index, "answer"))
        old = lines[line - 1]
        ending = old[len(old.rstrip("\r\n")) :] or "\n"
        if not old[: column - 1].strip().startswith("="):
            continue  # the answer is in the YAML block
        added = [f"= {one}" for one in value] if key == "accept" else ["", f"Why: {value}"]
        lines[line - 1] = ending.join([old[: column - 1] + answer, *added]) + ending
    return "".join(lines)


def _read_with_errors(text: str) -> MarkdownRead:
    return read_markdown(Path("set.md"), text.removeprefix(BYTE_ORDER_MARK))


def _read(text: str) -> Document:
    read = _read_with_errors(text)
    if read.broken:
        raise LayoutError("one of its questions cannot be read; run `quizgen check`")
    return read.document


def _headings(text: str) -> Iterator[Heading]:
    sections, _ = sections_of([line.rstrip("\r\n") for line in lines_of(text.removeprefix(BYTE_ORDER_MARK))])
    return (section.heading for section in sections if section.heading is not None)


def _topic_of(heading: Heading) -> str | None:
    """Return the id of the topic that ``heading`` begins; None for a title."""
    if heading.level != 2:
        return None
    return heading.id if heading.id is not None else kebab(heading.text)


def _with_id(line: str, heading: Heading, name: str) -> str:
    body = line.rstrip("\r\n")
    end = heading.column + len(heading.text) if heading.text else len(body.rstrip())
    return f"{body[:end]} {{#{name}}}{line[end:]}"


def _without_id(question: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in question.items() if key != "id" or "id" in old}


def _prove(after: list[Any], before: list[Any]) -> None:
    if after != before:
        raise LayoutError("the change would also alter other questions")
