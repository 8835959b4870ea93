"""The Markdown subset of ``quizgen.markup``, as pieces that a terminal can show."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizgen.questions.marks import BLANK

if TYPE_CHECKING:
    from markdown_it.token import Token

Style = Literal["", "bold", "italic", "code"]

# Text without any of these is the same with and without Markdown, so most texts need no parser.
_MARKDOWN = re.compile(r"[`*_\\\[~]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
# Replaces a blank while Markdown is parsed, where its underscores would mean emphasis. No question text contains it.
_BLANK_SIGN = "\x02"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style."""

    text: str
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or fenced code.

    ``lead`` is the bullet or number in front of an item, ``depth`` the number of lists around its own list.
    """

    spans: tuple[Span, ...]
    lead: str = ""
    depth: int = 0
    code: bool = False

    @property
    def plain(self) -> str:
        """The text without its styles; fenced code keeps its lines."""
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
        if index and not (block.lead and blocks[index - 1].lead):
            yield ""
        for number, line in enumerate(block.plain.split("\n")):
            lead = block.lead if number == 0 else " " * len(block.lead)
            yield f"{'  ' * block.depth}{'    ' * block.code}{lead}{line}".rstrip()


def _blocks(tokens: Iterable["Token"]) -> Iterator[Block]:
    numbers: list[int | None] = []  # for each open list: the number of its next item, or None without numbers
    lead = ""
    for token in tokens:
        match token.type:
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
                yield Block(tuple(_spans(token.children or ())), lead, max(0, len(numbers) - 1))
                lead = ""
            case "fence":
                code = _show_blanks(token.content.rstrip("\n"))
                yield Block((Span(code, "code"),), lead, max(0, len(numbers) - 1), code=True)
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
