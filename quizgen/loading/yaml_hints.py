"""Explain to authors why a text is not YAML, and point at the place to fix.

A YAML parser reports where it failed, which is often the line below the mistake. So the lines around that place are
searched for the mistakes that authors make.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizgen.loading.examples import EXAMPLES

_KEYS = "|".join(sorted({"kind", *(name.rpartition(".")[2] for name in EXAMPLES)}, key=len, reverse=True))
_START = r"^\s*(?:- +)*"


class Slip(NamedTuple):
    """A mistake in YAML: its place (line and column from 1), what is wrong, and how to fix it."""

    line: int
    column: int
    message: str
    help: str


class _Stumble(NamedTuple):
    """A parser's error: its message, the text's lines, and its place in them (from 0)."""

    reason: str
    lines: Sequence[str]
    at: int
    column: int

    @property
    def line(self) -> str:
        return self.lines[self.at] if self.at < len(self.lines) else ""

    @property
    def around(self) -> Iterator[int]:
        """The lines where the mistake may be: the one above, the one reported, the one below."""
        above = next((at for at in range(self.at - 1, -1, -1) if self.lines[at].strip()), self.at)
        yield from sorted({at for at in (above, self.at, self.at + 1) if at < len(self.lines)})


def find_slip(text: str, line: int, column: int, reason: str) -> Slip:
    """Return the mistake behind a YAML parser's ``reason`` at ``line`` and ``column`` (from 1) of ``text``."""
    lines = text.split("\n")
    if line > len(lines):  # at the end of the text
        line, column = len(lines), len(lines[-1]) + 1
    stumble = _Stumble(reason, lines, line - 1, column - 1)
    for look in _LOOKS:
        if (slip := look(stumble)) is not None:
            return slip
    help = (
        "quote any text that contains `: ` or ` #` or begins with a special character; also check brackets and "
        "indentation"
    )
    return Slip(line, column, "the YAML cannot be read from here on", help)


def _matched(stumble: _Stumble, pattern: str, message: str, help: str) -> Slip | None:
    """Return a mistake where ``pattern`` matches a line nearby: at group ``x``, with group ``k`` in place of ``{}``."""
    for at in stumble.around:
        if found := re.search(pattern, stumble.lines[at]):
            key = found.groupdict().get("k", "")
            return Slip(at + 1, found.start("x") + 1, message.format(key), help.format(key))
    return None


def _tab(stumble: _Stumble) -> Slip | None:
    if "tab" not in stumble.reason:
        return None
    help = "replace it with spaces; YAML does not allow tabs in indentation"
    return _matched(stumble, r"^ *(?P<x>\t)", "the line is indented with a tab", help)


def _other_space(stumble: _Stumble) -> Slip | None:
    message = "this is not a plain space (perhaps a no-break space from a web page)"
    pattern = rf"^(?:[ -]*|{_START}(?:{_KEYS}):)(?P<x>[^\S \t\r\n])"
    return _matched(stumble, pattern, message, "replace it with a plain space")


def _small_signs(stumble: _Stumble) -> Slip | None:
    """Find a colon or a dash that is missing, has no space after it, or is another character."""
    for pattern, message, help in (
        (rf"{_START}(?P<k>{_KEYS})(?P<x>：)", "the colon after `{}` is not a plain colon", "type `: `"),
        (rf"{_START}(?P<k>{_KEYS}):(?P<x>[^\s:])", "missing space after `{}:`", "add one"),
        (rf"{_START}(?P<k>{_KEYS})(?P<x> )(?!\s*:)\s*\S", "missing colon after `{}`", "write `{}: …`"),
        (r"^\s*-(?P<x>[^\W\d_])", "missing space after the dash", "add one"),
        (r"^\s*(?P<x>\d+[.)]) +\S+:", "list items begin with a dash, not a number", "begin each item with a dash"),
    ):  # fmt: skip
        if slip := _matched(stumble, pattern, message, help):
            return slip
    return None


def _begins_oddly(stumble: _Stumble) -> Slip | None:
    key = r"[\w-]+: +"
    found = re.match(rf"{_START}(?:(?:{key})?(?P<x>[%@`*&!]|\{{\{{)|{key}(?P<y>[-?|>]) )", stumble.line)
    if found is None or (place := max(found.start("x"), found.start("y"))) > stumble.column:
        return None
    message = f"text that begins with {found['x'] or found['y']} needs quotes"
    return Slip(stumble.at + 1, place + 1, message, "put the whole text in quotes")


def _goes_on(stumble: _Stumble) -> Slip | None:
    if "trailing content" not in stumble.reason:
        return None
    quote = stumble.line[: stumble.column].rstrip()[-1:]
    other = '"' if quote == "'" else "'"
    within = f", or write {quote}{quote} for the quote inside" if quote == "'" else ""
    help = f"put the whole text in quotes: {other}…{other}{within}"
    return Slip(stumble.at + 1, stumble.column + 1, f"there is text after the closing {quote}", help)


def _escape(stumble: _Stumble) -> Slip | None:
    if "escape" not in stumble.reason:
        return None
    help = "write \\\\ for each backslash, or put the text in single quotes"
    return Slip(stumble.at + 1, stumble.column + 1, "inside double quotes, a backslash begins an escape sequence", help)


def _left_open(stumble: _Stumble) -> Slip | None:
    """Find the nearest bracket or quote above that is not closed."""
    quoted = "quoted scalar" in stumble.reason
    if not quoted and not any(word in stumble.reason for word in ("bracket", "illegal placement", "flow", "','")):
        return None
    for at in range(min(stumble.at, len(stumble.lines) - 1), -1, -1):
        value = re.match(rf"{_START}(?:[^\s:#][^:#]*: +)?(?P<x>[\"'\[{{])", stumble.lines[at])
        if value is None:
            continue
        sign, rest = value["x"], stumble.lines[at][value.start("x") + 1 :]
        close = {"[": "]", "{": "}"}.get(sign, sign)
        if (sign in "\"'") is quoted and rest.count(close) <= (rest.count(sign) if close != sign else 0):
            what = "quote" if quoted else "bracket"
            place = value.start("x") + 1
            return Slip(at + 1, place, f"the {what} {sign} is not closed", f"add the closing {close}")
    return None


def _colon_inside(stumble: _Stumble) -> Slip | None:
    if "mapping values" not in stumble.reason:
        return None
    key = re.match(rf"{_START}(?P<k>[^\s:#][^:#]*): +(?P<x>\S)", stumble.line)
    if key is None or stumble.column < key.start("x"):
        return None
    curly = "; “ and ” are not quotes in YAML" if key["x"] in "“”‘’„«" else ""
    message = f"the text after `{key['k']}:` contains a colon and a space"
    return Slip(stumble.at + 1, stumble.column + 1, message, f'put the whole text in quotes: "…"{curly}')


def _column(stumble: _Stumble) -> Slip | None:
    """Find a line that is indented more or less than the keys it belongs to."""
    if "mapping values" not in stumble.reason and "expected '-'" not in stumble.reason:
        return None
    found = re.match(r"(?P<space> *)(?:-(?P<dash> +))?(?P<k>[^\s:#][^:#]*?):", stumble.line)
    if found is None:
        return None
    column = len(found["space"])
    if found["dash"]:
        message = "a list cannot begin here"
        return Slip(stumble.at + 1, column + 1, message, "write its key on the line above, such as `questions:`")
    above = (re.match(r" *(?:- +)*(?=[^\s:#-][^:#]*:(?:\s|$))", line) for line in reversed(stumble.lines[: stumble.at]))
    keys = next((len(match[0]) for match in above if match is not None), column)
    side = "more" if column > keys else "less"
    message = f"this line is indented {side} than the keys above it"
    return Slip(stumble.at + 1, column + 1, message, f"begin `{found['k']}` in column {keys + 1}, like the line above")


_LOOKS: Sequence[Callable[[_Stumble], Slip | None]] = (
    _tab, _other_space, _goes_on, _escape, _colon_inside, _begins_oddly, _small_signs, _column, _left_open,
)  # fmt: skip
