"""Plain text as the project's small Markdown that shows it as it is, and what holds of all text that is imported."""

import re

from quizgen.questions.fields import FORBIDDEN

_SPECIAL = re.compile(r"_+|[\\*`\[\]]")
_LINE_START = re.compile(r"^([^\S\n]*)(?:([-+])(?=\s|$)|(\d{1,9})([.)])(?=\s|$)|(~~~))", re.MULTILINE)
_LINE_END = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*\S)")
_BROKEN = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
_NO_TEXT = re.compile(r"\s*(?:[-+*]\s|\d+[.)]\s|```|~~~~|$)")
MATHS = re.compile(r"\\\((?:[^\\]|\\[^()]){1,2000}?\\\)|\\\[(?:[^\\]|\\[^()\[\]]){1,2000}?\\\]", re.DOTALL)
_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
CONTROLS = "control characters, which no question may hold"


def plain_to_markdown(text: str, *, is_part: bool = False) -> str:
    """``text`` so that the small Markdown shows it as it is; maths stays maths, a formula on a line of its own, too.

    ``is_part`` says that it has neighbours, with which its first and last signs could make markup.
    """
    pieces: list[str] = []
    end = 0
    for maths in MATHS.finditer(text):
        formula = maths[0][2:-2].replace("\n", " ")
        pieces += (_escaped(text[end : maths.start()], is_part=is_part or not end), f"\\({formula}\\)")
        end = maths.end()
    pieces.append(_escaped(text[end:], is_part=is_part or bool(end)))
    return _LINE_END.sub("\\\\\n", _LINE_START.sub(_line_start, "".join(pieces)))


def on_one_line(markdown: str) -> str:
    """``markdown``, as it was made here, without its line ends."""
    return " ".join(_BROKEN.sub(r"\1 ", markdown).split())


def begins_block(markdown: str) -> bool:
    """Whether a list or code begins ``markdown``, so that it must have a line of its own."""
    return _NO_TEXT.match(markdown) is not None


def has_controls(text: str) -> bool:
    """Whether there are characters in ``text`` that ``clean`` takes out."""
    return _FORBIDDEN.search(text) is not None


def without_controls(text: str) -> str:
    """``text`` without the characters that no question may hold."""
    return _FORBIDDEN.sub("", text)


def clean(text: str) -> str:
    """``text`` without the characters that no question may hold, and without space at the ends of lines."""
    tidy = without_controls(text.replace("\t", " "))
    return "\n".join(line.rstrip() for line in tidy.split("\n")).strip()


def _escaped(text: str, *, is_part: bool) -> str:
    """``text`` with a backslash before whatever could be markup; blanks and names_of_code stay as they are."""
    edge = "\\" if is_part else " "
    around = f"{edge}{text}{edge}"
    has_links = "](" in text or (is_part and text.endswith("]"))

    def escaped(found: re.Match[str]) -> str:
        signs, before, after = found[0], around[found.start()], around[found.end() + 1]
        if (signs[0] in "[]" and not has_links) or (signs[0] == "_" and _is_no_emphasis(before, after)):
            return signs
        return "".join(f"\\{sign}" for sign in signs)

    return _SPECIAL.sub(escaped, text)


def _is_no_emphasis(before: str, after: str) -> bool:
    """Whether underscores between these signs neither open nor close emphasis, or could open what nothing closes."""
    if before.isspace():
        return after.isspace() or after in ".,;:?!"
    return before.isalnum() and after.isalnum()


def _line_start(found: re.Match[str]) -> str:
    space, sign, number, dot, fence = found.groups()
    if sign or fence:
        return f"{space}\\{sign or fence}"
    return f"{space}{number}\\{dot}"
