"""Obsidian's spaced repetition plugin: flashcards in notes, whose texts are Markdown, as quizgen's.

Format: https://stephenmwangi.com/obsidian-spaced-repetition/
"""

import re
from collections.abc import Iterator

from quizgen.importing.blanks import marked_data
from quizgen.importing.items import Item, refused
from quizgen.importing.plain import clean, without_front_matter
from quizgen.text.plurals import count

_HIGHLIGHT = re.compile(r"==(?P<answer>[^=\n]+(?:=[^=\n]+)*)==")
_BETWEEN = re.compile(r"\s*(?P<sign>:::?)\s*")
_SCHEDULE = re.compile(r"\s*<!--SR:.*?-->")
_DECK = re.compile(r"(?:^|\s)#flashcards?(?:/(?P<path>[\w/-]+))?", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6} +(?P<text>.+)")


def about_obsidian(text: str) -> tuple[None, dict[str, str], tuple[str, ...]]:
    """Return no title and no fields of a set, and a remark if the cards have due dates."""
    number = len(_SCHEDULE.findall(text))
    return None, {}, (f"left out the due dates of {count(number, 'card')}",) if number else ()


def looks_like_obsidian(text: str) -> bool:
    """Return whether a Markdown note has cards of Obsidian's spaced repetition plugin."""
    lines = text.split("\n")
    return any(line.strip() in {"?", "??"} or _is_one_line(line) for line in lines) or bool(_HIGHLIGHT.search(text))


def read_obsidian(text: str) -> Iterator[Item]:
    """Yield each card of a note; blank lines separate paragraphs, and headings and other text are not cards.

    Both directions of a reversed card become a question. A tag such as ``#flashcards/rivers`` names the topic.
    """
    topic: str | None = None
    for start, lines in _paragraphs(without_front_matter(text)):
        where = f"line {start}"
        for line in lines:
            if deck := _DECK.search(line):
                topic = (deck["path"] or "").replace("/", ": ").replace("-", " ") or None
        body = [_DECK.sub("", line) if not _HEADING.fullmatch(line) else line for line in lines]
        shown = [_SCHEDULE.sub("", line) for line in body]
        # An empty line is inside a code block; a line that is empty now had only a tag or a schedule.
        kept = [now for now, line in zip(shown, lines, strict=True) if now.strip() or not line.strip()]
        for item in _notes(where, kept):
            if item.data is not None:
                item.data["topic"] = topic
            yield item


def _notes(where: str, lines: list[str]) -> Iterator[Item]:
    sign = next((line.strip() for line in lines if line.strip() in {"?", "??"}), None)
    if sign is not None:
        place = [line.strip() for line in lines].index(sign)
        yield from _both(where, _text(lines[:place]), _text(lines[place + 1 :]), is_reversed=sign == "??")
        return
    lines = _without_code(lines)
    if any(map(_is_one_line, lines)):
        for line in filter(_is_one_line, lines):
            found = _BETWEEN.search(line)
            assert found is not None
            front, back = line[: found.start()], line[found.end() :]
            yield from _both(where, _text([front]), _text([back]), is_reversed=found["sign"] == ":::")
    elif _HIGHLIGHT.search("\n".join(lines)):
        try:
            yield Item(where, marked_data(_text(lines), _HIGHLIGHT))
        except ValueError as error:
            yield refused(where, str(error))


def _both(where: str, front: str, back: str, *, is_reversed: bool) -> Iterator[Item]:
    if not front or not back:
        yield refused(where, f"the {'answer' if front else 'question'} is missing")
        return
    yield Item(where, {"kind": "card", "stem": front, "answer": back})
    if is_reversed:
        yield Item(where, {"kind": "card", "stem": back, "answer": front})


def _is_one_line(line: str) -> bool:
    found = _BETWEEN.search(line)
    return found is not None and bool(line[: found.start()].strip()) and not line.lstrip().startswith(("::", "`"))


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield paragraphs with their first lines; headings are paragraphs of their own, and code has none."""
    lines: list[str] = []
    start, in_code = 0, False
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith(("```", "~~~")):
            in_code = not in_code
        is_heading = not in_code and _HEADING.fullmatch(line) is not None
        if lines and not in_code and (not line.strip() or is_heading):
            yield start, lines
            lines = []
        if is_heading:
            yield number, [line]
        elif line.strip() or lines:
            start = start if lines else number
            lines.append(line)
    if lines:
        yield start, lines


def _without_code(lines: list[str]) -> list[str]:
    kept: list[str] = []
    in_code = False
    for line in lines:
        is_fence = line.lstrip().startswith(("```", "~~~"))
        kept += [] if in_code or is_fence else [line]
        in_code ^= is_fence
    return kept


def _text(lines: list[str]) -> str:
    return clean("\n".join(lines))
