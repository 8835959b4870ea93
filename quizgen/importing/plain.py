"""Plain text as Markdown that shows it unchanged, and cleaning of all imported text."""

import re

from quizgen.questions.fields import FORBIDDEN_CHARACTER

_SPECIAL = re.compile(r"_+|[\\*`\[\]]")
_ORDINARY = re.compile(r"[^\s\\*_`\[\]0-9+\-|:>~][^\n\\*_`\[\]]*")
"""One line without anything that could be markup: most texts, which need not be searched for each kind of it."""
_LINE_START = re.compile(
    r"^([^\S\n]*)(?:([-+](?=\s|$)|[|:-](?=[-:| \t]*$)|>)|(\d{1,9})([.)])(?=\s|$)|(~~~))", re.MULTILINE
)
_LINE_END = re.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)")
_BROKEN = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
_NO_TEXT = re.compile(r"\s*(?:[-+*]\s|\d+[.)]\s|```|~~~~|$)")
MATHS = re.compile(r"\\\((?:[^\\]|\\[^()]){1,2000}?\\\)|\\\[(?:[^\\]|\\[^()\[\]]){1,2000}?\\\]", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.DOTALL)
CONTROLS = "control characters, which questions cannot contain"


def plain_to_markdown(text: str, *, is_part: bool = False) -> str:
    """Return Markdown that shows ``text`` unchanged; math stays math, even a formula on a separate line.

    ``is_part`` means that text follows or precedes it, which could form markup with its first or last character.
    """
    if _ORDINARY.fullmatch(text):
        return text
    pieces: list[str] = []
    end = 0
    for maths in MATHS.finditer(text):
        formula = maths[0][2:-2].replace("\n", " ")
        pieces += (_escaped(text[end : maths.start()], is_part=is_part or not end), f"\\({formula}\\)")
        end = maths.end()
    pieces.append(_escaped(text[end:], is_part=is_part or bool(end)))
    return _LINE_END.sub("\\\\\n", _LINE_START.sub(_line_start, "".join(pieces)))


def without_line_ends(markdown: str) -> str:
    """Return ``markdown`` from this module without line ends."""
    return " ".join(_BROKEN.sub(r"\1 ", markdown).split())


def begins_block(markdown: str) -> bool:
    """Return whether ``markdown`` begins with a list or code, which needs a separate line."""
    return _NO_TEXT.match(markdown) is not None


def has_controls(text: str) -> bool:
    """Return whether ``text`` has characters that ``clean`` removes."""
    return FORBIDDEN_CHARACTER.search(text) is not None


def without_forbidden(text: str) -> str:
    """Return ``text`` without characters that questions cannot contain."""
    return FORBIDDEN_CHARACTER.sub("", text)


def clean(text: str) -> str:
    """Return ``text`` without characters that questions cannot contain and without space at line ends."""
    tidy = without_forbidden(text.replace("\t", " "))
    return "\n".join(line.rstrip() for line in tidy.split("\n")).strip()


def without_front_matter(markdown: str) -> str:
    """Return a Markdown file without the YAML at its start; its lines stay, but empty, to keep the line numbers."""
    found = _FRONT_MATTER.match(markdown)
    return "\n" * found[0].count("\n") + markdown[found.end() :] if found else markdown


def _escaped(text: str, *, is_part: bool) -> str:
    """Return ``text`` with a backslash before possible markup; blanks and snake_case names stay unchanged."""
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
    """Return whether underscores between these characters do not delimit emphasis."""
    if before.isspace():
        return after.isspace() or after in ".,;:?!"
    return before.isalnum() and after.isalnum()


def _line_start(found: re.Match[str]) -> str:
    space, sign, number, dot, fence = found.groups()
    if sign or fence:
        return f"{space}\\{sign or fence}"
    return f"{space}{number}\\{dot}"
