"""What is wrong with a text that is no YAML, in the words of authors and at the place that is to be mended.

A YAML reader says what it stumbled over, which is often the line below the slip. So the lines round that place are
looked at for the slips that authors make.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizgen.loading.examples import EXAMPLES

_KEYS = "|".join(sorted({"kind", *(name.rpartition(".")[2] for name in EXAMPLES)}, key=len, reverse=True))
_START = r"^\s*(?:- +)*"


class Slip(NamedTuple):
    """Where a text stops being YAML (line and column from 1), what is wrong there, and how to mend it."""

    line: int
    column: int
    message: str
    help: str


class _Stumble(NamedTuple):
    """A reader's complaint: its words, the text's lines, and its place in them (from 0)."""

    reason: str
    lines: Sequence[str]
    at: int
    column: int

    @property
    def line(self) -> str:
        return self.lines[self.at] if self.at < len(self.lines) else ""

    @property
    def around(self) -> Iterator[int]:
        """The lines where the slip may be: the one above, that of the complaint, the one below."""
        above = next((at for at in range(self.at - 1, -1, -1) if self.lines[at].strip()), self.at)
        yield from sorted({at for at in (above, self.at, self.at + 1) if at < len(self.lines)})


def find_slip(text: str, line: int, column: int, reason: str) -> Slip:
    """The slip behind a YAML reader's ``reason`` at ``line`` and ``column`` (from 1) of ``text``."""
    stumble = _Stumble(reason, text.split("\n"), line - 1, column - 1)
    for look in _LOOKS:
        if (slip := look(stumble)) is not None:
            return slip
    help = "text with `: `, ` #` or a leading special sign needs quotes round it; check brackets and indentation too"
    return Slip(line, column, f"this is not YAML: {reason}", help)


def _matched(stumble: _Stumble, pattern: str, message: str, help: str) -> Slip | None:
    """A slip where ``pattern`` matches one of the lines around: at the group ``x``, with the group ``k`` for ``{}``."""
    for at in stumble.around:
        if found := re.search(pattern, stumble.lines[at]):
            key = found.groupdict().get("k", "")
            return Slip(at + 1, found.start("x") + 1, message.format(key), help.format(key))
    return None


def _tab(stumble: _Stumble) -> Slip | None:
    if "tab" not in stumble.reason:
        return None
    help = "take it out and type spaces; YAML takes nothing else there"
    return _matched(stumble, r"^ *(?P<x>\t)", "a tab stands at the start of this line", help)


def _other_space(stumble: _Stumble) -> Slip | None:
    message = "a space of another kind stands here (a no-break space, perhaps, from a web page)"
    pattern = rf"^(?:[ -]*|{_START}(?:{_KEYS}):)(?P<x>[^\S \t\r\n])"
    return _matched(stumble, pattern, message, "take it out and type a plain space")


def _small_signs(stumble: _Stumble) -> Slip | None:
    """A colon or a dash that is missing, stands too close, or is another sign."""
    for pattern, message, help in (
        (rf"{_START}(?P<k>{_KEYS})(?P<x>：)", "the colon after `{}` is another sign", "type a plain colon and a space"),
        (rf"{_START}(?P<k>{_KEYS}):(?P<x>[^\s:])", "there is no space after the colon of `{}`", "put one there"),
        (rf"{_START}(?P<k>{_KEYS})(?P<x> )(?!\s*:)\s*\S", "there is no colon after `{}`", "write `{}: …`"),
        (r"^\s*-(?P<x>[^\W\d_])", "there is no space after the dash", "put one there"),
        (r"^\s*(?P<x>\d+[.)]) +\S+:", "a number stands where a dash is meant", "begin each item with a dash"),
    ):  # fmt: skip
        if slip := _matched(stumble, pattern, message, help):
            return slip
    return None


def _begins_oddly(stumble: _Stumble) -> Slip | None:
    key = r"[\w-]+: +"
    found = re.match(rf"{_START}(?:(?:{key})?(?P<x>[%@`*&!]|\{{\{{)|{key}(?P<y>[-?|>]) )", stumble.line)
    if found is None or (place := max(found.start("x"), found.start("y"))) > stumble.column:
        return None
    message = f"text without quotes may not begin with {found['x'] or found['y']}"
    return Slip(stumble.at + 1, place + 1, message, "put quotes round the whole text")


def _goes_on(stumble: _Stumble) -> Slip | None:
    if "trailing content" not in stumble.reason:
        return None
    quote = stumble.line[: stumble.column].rstrip()[-1:]
    other = '"' if quote == "'" else "'"
    within = f", or write {quote}{quote} for the one inside" if quote == "'" else ""
    help = f"put {other} round the whole text{within}"
    return Slip(stumble.at + 1, stumble.column + 1, f"text goes on after the closing {quote}", help)


def _escape(stumble: _Stumble) -> Slip | None:
    if "escape" not in stumble.reason:
        return None
    help = "write \\\\ for each backslash, or put ' round the text"
    return Slip(stumble.at + 1, stumble.column + 1, 'inside " a backslash begins a code', help)


def _left_open(stumble: _Stumble) -> Slip | None:
    """A bracket or a quote that nothing closes: the nearest above."""
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
            return Slip(at + 1, place, f"nothing closes the {what} {sign} that opens here", f"put a {close} at its end")
    return None


def _colon_inside(stumble: _Stumble) -> Slip | None:
    if "mapping values" not in stumble.reason:
        return None
    key = re.match(rf"{_START}(?P<k>[^\s:#][^:#]*): +(?P<x>\S)", stumble.line)
    if key is None or stumble.column < key.start("x"):
        return None
    curly = "; “ and ” are no quotes to YAML" if key["x"] in "“”‘’„«" else ""
    message = f"the text after `{key['k']}:` has a colon and a space in it"
    return Slip(stumble.at + 1, stumble.column + 1, message, f'put " round the whole text{curly}')


def _column(stumble: _Stumble) -> Slip | None:
    """A line that begins further left or right than the keys that it belongs to."""
    if "mapping values" not in stumble.reason and "expected '-'" not in stumble.reason:
        return None
    found = re.match(r"(?P<space> *)(?:-(?P<dash> +))?(?P<k>[^\s:#][^:#]*?):", stumble.line)
    if found is None:
        return None
    column = len(found["space"])
    if found["dash"]:
        message = "a list begins where none can stand"
        return Slip(stumble.at + 1, column + 1, message, "write its key above it, such as `questions:`")
    above = (re.match(r" *(?:- +)*(?=[^\s:#-][^:#]*:(?:\s|$))", line) for line in reversed(stumble.lines[: stumble.at]))
    keys = next((len(match[0]) for match in above if match is not None), column)
    side = "right" if column > keys else "left"
    message = f"this line begins further {side} than the keys above it"
    return Slip(stumble.at + 1, column + 1, message, f"begin `{found['k']}` in column {keys + 1}, as the line above")


_LOOKS: Sequence[Callable[[_Stumble], Slip | None]] = (
    _tab, _other_space, _goes_on, _escape, _colon_inside, _begins_oddly, _small_signs, _column, _left_open,
)  # fmt: skip
