"""The blocks of a Markdown text with their lines, from markdown-it's tokens (https://spec.commonmark.org).

Two rules differ from CommonMark: a line of dashes below text makes no heading, and of HTML only comments are
recognized, each on lines of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from quizgen.loading.markdown.signs import HEADING_ID, LIST_SIGN

BlockKind = Literal["heading", "paragraph", "list", "table", "code", "comment", "rule", "other"]

_KINDS: dict[str, BlockKind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "fence": "code",
    "code_block": "code",
    "comment": "comment",
    "hr": "rule",
}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, from line ``start`` to before line ``end``; ``is_plain`` if it is a single paragraph."""

    start: int
    end: int
    is_plain: bool
    quote: int | None = None
    """The first line of the quotation that ends the item, below a single paragraph."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its line and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block at the top level, from line ``start`` to before line ``end``, counted from 0."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """The level of a heading, from 1 to 6."""
    content: str = ""
    """The text of a heading, or the lines of code."""
    info: str = ""
    """What follows the three backticks of fenced code; such as the language."""
    fence: str = ""
    """The backticks or tildes of fenced code; empty for indented code."""
    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    """The rows of a table, without its header."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A topic or question heading: its line from 0, its text, and its id with the column (from 0) where it starts."""

    line: int
    level: int
    text: str
    column: int
    id: str | None = None
    id_column: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks below it, up to line ``end``; None is the part before the first heading."""

    heading: Heading | None
    blocks: Sequence[Block]
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is read: its lines, and which of them (from 0) are code or comments."""

    path: Path
    lines: Sequence[str]
    opaque: frozenset[int]


def item_text(lines: Sequence[str], item: Item, end: int | None = None) -> tuple[str, int, int]:
    """Return the text of a list's item on one line, without a quotation, and where it begins: line and column.

    ``end`` is the line before which the text ends if the item continues below it.
    """
    end = min(item.end if item.quote is None else item.quote, item.end if end is None else end)
    first = lines[item.start]
    sign = LIST_SIGN.match(first)
    column = sign.end() if sign else 0
    rest = (line.strip() for line in lines[item.start + 1 : end])
    return " ".join(filter(None, (first[column:].strip(), *rest))), item.start, column


def split_lines(text: str) -> list[str]:
    """Return the lines of ``text`` as markdown-it counts them."""
    return re.split(r"\r\n?|\n", text)


def parse_blocks(text: str) -> tuple[list[Block], frozenset[int]]:
    """Return the top-level blocks of ``text``, and the lines that are code or comments at any level."""
    tokens = _parser().parse(text)
    opaque = frozenset(
        line
        for token in tokens
        if token.type in {"fence", "code_block", "comment"} and token.map is not None
        for line in range(*token.map)
    )
    return list(_top_level(tokens)), opaque


def heading_of(block: Block, line: str) -> Heading:
    """Return the heading in ``block``, which is written on ``line``."""
    text = block.content
    column = line.find(text, line.index("#") + block.level) if text else len(line)
    if found := HEADING_ID.search(text):
        id_column = column + found.start("id")
        return Heading(block.start, block.level, text[: found.start()], column, found["id"].strip(), id_column)
    return Heading(block.start, block.level, text, column)


def _top_level(tokens: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token, start = tokens[at], at
        if token.nesting == 1:
            while not (tokens[at].nesting == -1 and tokens[at].level == token.level):
                at += 1
        at += 1
        inside = tokens[start + 1 : at - 1]
        first, end = token.map or (0, 0)
        kind = _KINDS.get(token.type, "other")
        match kind:
            case "heading":
                content = inside[0].content if inside else ""
                yield Block(kind, first, end, level=int(token.tag[1:]), content=content)
            case "code":
                yield Block(kind, first, end, content=token.content, info=token.info.strip(), fence=token.markup)
            case "list":
                yield Block(kind, first, end, items=tuple(_items(inside, token.level)))
            case "table":
                yield Block(kind, first, end, rows=tuple(_rows(inside)))
            case _:
                yield Block(kind, first, end)


def _items(tokens: Sequence[Token], level: int) -> Iterator[Item]:
    for at, token in enumerate(tokens):
        if token.type == "list_item_open" and token.level == level + 1 and token.map is not None:
            shapes: list[str] = []
            quote: int | None = None
            for part in tokens[at + 1 :]:
                if part.level == level + 1:
                    break
                if part.level == level + 2 and part.nesting >= 0:
                    shapes.append(part.type)
                    quote = part.map[0] if part.type == "blockquote_open" and part.map is not None else None
            has_quote = shapes == ["paragraph_open", "blockquote_open"]
            yield Item(token.map[0], token.map[1], shapes in ([], ["paragraph_open"]), quote if has_quote else None)


def _rows(tokens: Sequence[Token]) -> Iterator[Row]:
    in_body = False
    cells: list[str] = []
    line = 0
    for token in tokens:
        match token.type:
            case "tbody_open":
                in_body = True
            case "tr_open":
                cells, line = [], (token.map or (0, 0))[0]
            case "inline":
                cells.append(token.content)
            case "tr_close" if in_body:
                yield Row(line, tuple(cells))


_NO_COMMENT_BEFORE = "no_comment_before"


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["heading", "fence", "list", "table", "blockquote", "hr", "code"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.before("fence", "comment", _comment, {"alt": ["paragraph", "blockquote", "list"]})
    return parser


def _comment(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Recognize an HTML comment from one line's start to the same or another line's end."""
    if state.is_code_block(first) or not _line(state, first).startswith("<!--"):
        return False
    # Looking for the end of each comment again would take quadratic time if none has one.
    if first < state.env.get(_NO_COMMENT_BEFORE, 0):
        return False
    last = next((line for line in range(first, end) if "-->" in _line(state, line)), end)
    if last == end or not _line(state, last).endswith("-->"):
        state.env[_NO_COMMENT_BEFORE] = last + 1
        return False
    if not silent:
        state.line = last + 1
        state.push("comment", "", 0).map = [first, state.line]
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()
