"""The Markdown subset of ``quizgen.markup``, as pieces that a terminal can show."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgen.questions.marks import BLANK
from quizgen.terminal import messages

if TYPE_CHECKING:
    from markdown_it.token import Token

Style = Literal["", "bold", "italic", "code"]

# Text without any of these is the same with and without Markdown, so most texts need no parser.
_MARKDOWN = re.compile(r"[`*_\\\[~|]|^\s*(?:>|(?:[-+]|\d+[.)])\s)", re.MULTILINE)
_LISTED = re.compile(r"\s*(?:[-•]|1\.)\s")
# Replaces a blank while Markdown is parsed, where its underscores would mean emphasis. No question text contains it.
_BLANK_SIGN = "\x02"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item, fenced code or a table.

    ``lead`` is the bullet or number in front of an item, ``depth`` the number of lists around its own list, ``quotes``
    the number of quotations around it.
    """

    spans: tuple[Span, ...]
    lead: str = ""
    depth: int = 0
    code: bool = False
    quotes: int = 0
    table: tuple[tuple[str, ...], ...] = ()
    """The cells of a table by row, the heading first; it has no spans."""

    @property
    def plain(self) -> str:
        """The text without its styles; fenced code keeps its lines, and a table has one for each row."""
        if self.table:
            return "\n".join(_table_lines(self.table))
        return "".join(span.text for span in self.spans)


def read_prose(text: str) -> tuple[Block, ...]:
    """Return the blocks of ``text``."""
    if not _MARKDOWN.search(text):
        paragraphs = re.split(r"\n\s*\n", text)
        return tuple(Block((Span(" ".join(lines.split())),)) for lines in paragraphs)
    from quizgen.markup import parse

    return tuple(_blocks(parse(_hide_blanks(text))))


def read_line(text: str) -> tuple[Span, ...]:
    """Return the spans of a single line such as an option, in which ``1. May`` is not a list."""
    if not _MARKDOWN.search(text):
        return (Span(text),)
    from quizgen.markup import parse_line

    return tuple(_spans(parse_line(_hide_blanks(text))))


def plain_line(text: str) -> str:
    """Return a single line without its Markdown."""
    return "".join(span.text for span in read_line(text))


def plain_lines(text: str) -> Iterator[str]:
    """Yield the lines of ``text`` without their Markdown, not wrapped."""
    for index, block in enumerate(blocks := read_prose(text)):
        if index and block.quotes and block.quotes == blocks[index - 1].quotes:
            yield f"{'> ' * block.quotes}".rstrip()
        elif index and not (block.lead and blocks[index - 1].lead):
            yield ""
        for number, line in enumerate(block.plain.split("\n")):
            lead = block.lead if number == 0 else " " * len(block.lead)
            yield f"{'> ' * block.quotes}{'  ' * block.depth}{'    ' * block.code}{lead}{line}".rstrip()


def _table_lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    from rich.cells import cell_len, set_cell_size

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for number, row in enumerate(rows):
        yield " | ".join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "-|-".join("-" * width for width in widths)


def _blocks(tokens: Iterable["Token"]) -> Iterator[Block]:
    numbers: list[int | None] = []  # for each open list: the number of its next item, or None without numbers
    rows: list[list[str]] | None = None  # of the open table
    lead = ""
    quotes = 0
    for token in tokens:
        depth = max(0, len(numbers) - 1)
        match token.type:
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "table_open":
                rows = []
            case "tr_open" if rows is not None:
                rows.append([])
            case "inline" if rows is not None:
                rows[-1].append("".join(span.text for span in _spans(token.children or ())))
            case "table_close" if rows is not None:
                yield Block((), lead, depth, quotes=quotes, table=tuple(map(tuple, rows)))
                rows, lead = None, ""
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
            case "list_item_open":
                number = numbers[-1]
                lead = "- " if number is None else f"{number}. "
                numbers[-1] = None if number is None else number + 1
            case "inline":
                yield Block(tuple(_spans(token.children or ())), lead, depth, quotes=quotes)
                lead = ""
            case "fence":
                code = _show_blanks(token.content.rstrip("\n"))
                yield Block((Span(code, "code"),), lead, depth, code=True, quotes=quotes)
                lead = ""


def _spans(tokens: Iterable["Token"]) -> Iterator[Span]:
    styles: list[Style] = [""]
    link = ""
    for token in tokens:
        match token.type:
            case "strong_open":
                styles.append("bold")
            case "em_open":
                styles.append("italic")
            case "strong_close" | "em_close":
                styles.pop()
            case "link_open":
                link = str(token.attrs.get("href", ""))
            case "link_close":
                yield Span(f" ({link})")
            case "softbreak":
                yield Span(" ")
            case "hardbreak":
                yield Span("\n")
            case "code_inline" | "maths":
                yield Span(_show_blanks(token.content), "code")
            case _:
                if token.content:
                    yield Span(_show_blanks(token.content), styles[-1])


def _hide_blanks(text: str) -> str:
    return text.replace(BLANK, _BLANK_SIGN)


def _show_blanks(text: str) -> str:
    return text.replace(_BLANK_SIGN, BLANK)


def answer_lead(answer: str) -> str:
    """Return what precedes an answer in plain lines: an arrow, or nothing before a list with signs or numbers."""
    return "  " if _LISTED.match(answer) else f"{messages.ARROW} "
