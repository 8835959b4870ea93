"""The comments of a set's file, and how they get into the other format.

A comment on lines of its own belongs to the set or to a question: the one around it, or the one below it. It is kept,
above that question. Comments at the end of a line, after a value, are only counted.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Literal

import yaml

from quizgen.editing.layout import Layout, LayoutError, content_end, layout, nodes_of
from quizgen.loading.document import Document, document_of, is_markdown

Owner = int | Literal["set", "end"]
"""What a comment belongs to: a question, by its number in the file from 0, the set, or the end of the file."""

_LINE = re.compile(r"[ \t]*#(?! yaml-language-server:)[ ]?(?P<text>.*)")
_AFTER_VALUE = re.compile(r"[\s\]},]*(?:^|\s)#")


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a file."""

    texts: Mapping[Owner, Sequence[str]] = field(default_factory=dict)
    """Those on lines of their own, in their order."""
    after_values: int = 0
    """The number of those at the end of a line."""

    @property
    def number(self) -> int:
        """The number of lines with comments, without empty ones."""
        lines = (line for texts in self.texts.values() for text in texts for line in text.split("\n"))
        return self.after_values + sum(1 for line in lines if line.strip())


def comments_of(document: Document) -> Comments:
    """Return the comments in the file of ``document``, a set without errors."""
    if document.markdown is None:
        found, after_values = _in_yaml(document.text)
    else:
        found, after_values = _in_markdown(document)
    texts: dict[Owner, list[str]] = defaultdict(list)
    for owner, text in found:
        if text.strip():
            texts[owner].append(text)
    return Comments(texts, after_values)


def with_comments(path: Path, text: str, comments: Comments) -> str:
    """Return ``text``, the content of ``path``, with the ``comments`` that are on lines of their own."""
    if not comments.texts:
        return text
    document = document_of(path, text)
    lines = text.removesuffix("\n").split("\n")
    markdown = is_markdown(path)
    questions = range(len(document.data.get("questions", ())))
    places = {at: document.positions.of(("questions", at))[0] - 1 for at in questions}
    top = 1 if markdown else 0  # in Markdown, inside the front matter, which is YAML
    inserted: dict[int, list[str]] = defaultdict(list)
    for owner, texts in comments.texts.items():
        at = top if owner == "set" else places.get(owner, len(lines)) if isinstance(owner, int) else len(lines)
        for number, one in enumerate(texts):
            as_html = markdown and owner != "set"
            if number and not as_html:  # so that the two stay apart
                inserted[at].append("")
            inserted[at] += _html(one, at_end=at == len(lines)) if as_html else _yaml(one, owner)
    new = []
    for at in range(len(lines) + 1):
        new += inserted.get(at, [])
        new += lines[at : at + 1]
    return "\n".join(new) + "\n"


def _html(text: str, *, at_end: bool) -> list[str]:
    body = text.replace("-->", "-- >").split("\n")
    lines = [f"<!-- {body[0]} -->"] if len(body) == 1 else ["<!--", *body, "-->"]
    return ["", *lines] if at_end else [*lines, ""]


def _yaml(text: str, owner: Owner) -> list[str]:
    indentation = "  " if isinstance(owner, int) else ""
    return [f"{indentation}# {line}".rstrip() for line in text.split("\n")]


def _in_yaml(text: str) -> tuple[list[tuple[Owner, str]], int]:
    try:
        lay = layout(text)
    except LayoutError:  # where comments are cannot be said
        return [], sum(1 for line in text.split("\n") if _LINE.fullmatch(line.rstrip("\r")))
    lines = lay.text.split("\n")
    lines_before = _line_counter(lay.text)
    inside, ends = _scalars(lay, lines_before)
    owner_of = _owners(lay, lines_before)
    after_values = sum(1 for at, column in ends.items() if _AFTER_VALUE.match(lines[at][column:]))
    found: list[tuple[Owner, str]] = []
    last = -1
    for at, line in enumerate(lines):
        comment = None if at in inside else _LINE.fullmatch(line.rstrip("\r"))
        if comment is None:
            continue
        owner, written = owner_of(at), comment["text"].rstrip()
        if last == at - 1 and found and found[-1][0] == owner:
            found[-1] = (owner, f"{found[-1][1]}\n{written}")
        else:
            found.append((owner, written))
        last = at
    return found, after_values


def _line_counter(text: str) -> Callable[[int], int]:
    """Return a function that gives the number of line ends before an offset in ``text``."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return lambda offset: bisect_left(ends, offset)


def _scalars(lay: Layout, lines_before: Callable[[int], int]) -> tuple[set[int], dict[int, int]]:
    """Return the lines (from 0) inside texts, and the column where the last value of each other line ends."""
    inside: set[int] = set()
    ends: dict[int, int] = {}
    for node in nodes_of(lay.root):
        first, last = node.start_mark.line, node.end_mark.line
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            inside.update(range(first + 1, lines_before(content_end(lay, node))))
        elif isinstance(node, yaml.ScalarNode) or node.flow_style:
            if isinstance(node, yaml.ScalarNode):
                inside.update(range(first, last + 1))
            ends[last] = max(ends.get(last, 0), node.end_mark.column)
    return inside, ends


def _owners(lay: Layout, lines_before: Callable[[int], int]) -> Callable[[int], Owner]:
    """Return a function that says what the comment on a line (from 0) belongs to."""
    found = lay.find("questions")
    if found is None:
        return lambda line: "set"
    first = found[0].start_mark.line
    items = found[1].value if isinstance(found[1], yaml.SequenceNode) else ()
    # The line after each question; an alias ends where its anchor is, above the questions before it.
    ends = [*accumulate((lines_before(content_end(lay, item)) for item in items), max)]

    def owner(line: int) -> Owner:
        if line < first:
            return "set"
        number = bisect_right(ends, line)
        return number if number < len(ends) else "end"

    return owner


def _in_markdown(document: Document) -> tuple[list[tuple[Owner, str]], int]:
    from quizgen.loading.markdown.sections import sections_of  # imports markdown-it

    assert document.markdown is not None
    found: list[tuple[Owner, str]] = []
    after_values = 0
    for part in document.markdown.parts:
        texts, number = _in_yaml(part.text) if part.text.strip() else ([], 0)
        owner: Owner = int(part.at[1]) if part.at else "set"
        found += [(owner, text) for _, text in texts]
        after_values += number
    lines = document.text.split("\n")
    sections, _ = sections_of(lines)
    total = sum(1 for section in sections if section.heading is not None and section.heading.level == 3)
    number = 0
    starts_with_topic = not total or (sections[1].heading is not None and sections[1].heading.level < 3)
    for section in sections:
        kinds = [block.kind for block in section.blocks]
        is_question = section.heading is not None and section.heading.level == 3
        text_ends = max((at for at, kind in enumerate(kinds) if kind not in ("comment", "rule")), default=-1)
        for at, block in enumerate(section.blocks):
            if block.kind == "comment":
                below = number + 1 if is_question and at > text_ends else number
                place: Owner = below if below < total else "end"
                text = _text("\n".join(lines[block.start : block.end]))
                found.append(("set" if section.heading is None and starts_with_topic else place, text))
        number += is_question
    return found, after_values


def _text(comment: str) -> str:
    body = comment.strip().removeprefix("<!--").removesuffix("-->").strip("\n")
    return "\n".join(line.strip() for line in body.split("\n")).strip()
