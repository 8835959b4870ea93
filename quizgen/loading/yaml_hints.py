"""Explain to authors why a text is not YAML, and point at the place to fix.

A YAML parser reports where it failed, which is often the line below the mistake. So the lines around that place are
searched for the mistakes that authors make.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizgen.loading.examples import EXAMPLES
from quizgen.text.plurals import count
from quizgen.text.yaml_scalars import scalar

_KEYS = "|".join(sorted({"kind", *(name.rpartition(".")[2] for name in EXAMPLES)}, key=len, reverse=True))
_START = r"^\s*(?:- +)*"
_ITEM = re.compile(rf"( *)- +(?:{_KEYS}):")
_FILE_KEY = re.compile(r'\bfile: *"(?P<path>[^"]+)"')
_LIST_WITH_TEXT = re.compile(
    r" *(?:- +)?(?P<k>questions|facts|ask|answers|distractors|options|accept|steps|tags|orders|matches): +[^\s#].*"
)
_KEY_LINE = re.compile(r" *(?:- +)*(?P<k>[^\s:#-][^:#]*):(?:\s|$)")


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
        "quote any text that contains `: ` or ` #` or begins with a character such as `@`, `*`, `&`, `%` or `[`; also "
        "check brackets and indentation"
    )
    return Slip(line, column, "the YAML cannot be read from here on", help)


def _matched(stumble: _Stumble, pattern: str, message: str, help: str) -> Slip | None:
    """Return a mistake where ``pattern`` matches a line nearby: at group ``x``, with group ``k`` in place of ``{}``."""
    for at in stumble.around:
        if found := re.search(pattern, stumble.lines[at]):
            key = found.groupdict().get("k", "")
            return Slip(at + 1, found.start("x") + 1, message.format(key), help.format(key))
    return None


def indentation_slips(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield each line of ``text`` from ``start`` to before ``end`` (from 1) that a tab or another space indents."""
    lines = text.split("\n")
    for at in range(start - 1, end - 1):
        is_key = re.match(rf"[^\S\r\n]*(?:- +)*(?:{_KEYS}):", lines[at])  # not the text of a block
        if is_key and (slip := _tab_in(lines, at) or _other_space_in(lines, at)):
            yield slip


def _tab(stumble: _Stumble) -> Slip | None:
    if "tab" not in stumble.reason:
        return None
    return next(filter(None, (_tab_in(stumble.lines, at) for at in stumble.around)), None)


def _tab_in(lines: Sequence[str], at: int) -> Slip | None:
    found = re.match(r" *(?P<x>\t)[ \t]*(?P<text>\S[^:]*)", lines[at])
    if found is None:
        return None
    spaces = _indentation_above(lines, at, found["text"])
    instead = "spaces" if spaces is None else f"spaces so that this line begins in column {spaces + 1}"
    help = f"replace it with {instead}; YAML does not allow tabs in indentation"
    return Slip(at + 1, found.start("x") + 1, "the line is indented with a tab", help)


def _indentation_above(lines: Sequence[str], at: int, text: str) -> int | None:
    """Return by how many spaces the line ``at``, which contains ``text``, is to be indented, like those above it."""
    sign = "- " if text.startswith("-") else ""
    pattern = re.compile(rf"(?P<space> *)(?:- +)*(?:{_KEYS}):" if not sign else r"(?P<space> *)- ")
    for line in reversed(lines[:at]):
        if found := pattern.match(line):
            return len(found["space"]) if sign else found.end() - len(found[0].lstrip(" -"))
    return None


def _other_space(stumble: _Stumble) -> Slip | None:
    return next(filter(None, (_other_space_in(stumble.lines, at) for at in stumble.around)), None)


def _other_space_in(lines: Sequence[str], at: int) -> Slip | None:
    space = r"[^\S \t\r\n]"
    found = re.match(rf"(?:[ -]*|{_START}(?:{_KEYS}):)(?P<x>{space})", lines[at])
    if found is None:
        return None
    blank = re.match(r"[\s-]*", lines[at][found.start("x") :])
    number = len(re.findall(space, blank[0])) if blank else 1
    several = f"replace {count(number, 'such character')} with plain spaces"
    help = several if number > 1 else "replace it with a plain space"
    message = "this is not a plain space (perhaps a no-break space from a web page)"
    return Slip(at + 1, found.start("x") + 1, message, help)


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
    text = stumble.line[place:].strip()
    # A line below that is indented more than the key belongs to the text.
    key_at = len(stumble.line) - len(re.sub(_START, "", stumble.line))
    goes_on = any(line[: key_at + 1].isspace() for line in stumble.lines[stumble.at + 1 : stumble.at + 2])
    shown = "" if goes_on or " #" in text else f": {_quoted(text, '')}"
    return Slip(stumble.at + 1, place + 1, message, f"put the whole text in quotes{shown}")


def _goes_on(stumble: _Stumble) -> Slip | None:
    if "trailing content" not in stumble.reason:
        return None
    quote = stumble.line[: stumble.column].rstrip()[-1:]
    key = re.match(rf"{_START}(?:[^\s:#\"'][^:#]*: +)?", stumble.line)
    written = stumble.line[key.end() if key else 0 :].strip()
    help = f"put the whole text in quotes: {_quoted(written, quote)}"
    return Slip(stumble.at + 1, stumble.column + 1, f"there is text after the closing {quote}", help)


def _quoted(written: str, quote: str) -> str:
    """Return the text that is ``written`` with a ``quote`` inside as one quoted text."""
    # If a quote ends it, too, the outer ones are meant as quotes of YAML.
    text = written[1:-1] if len(written) > 2 and written[0] == written[-1] == quote else written
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _escape(stumble: _Stumble) -> Slip | None:
    if "escape" not in stumble.reason:
        return None
    help = "write \\\\ for each backslash, or put the text in single quotes"
    path = _FILE_KEY.search(stumble.line)
    if path is not None and "\\" in path["path"] and path.start("path") - 1 <= stumble.column <= path.end("path"):
        with_slashes = re.sub(r"\\+", "/", path["path"])
        help = f"use / instead: {with_slashes}"
        return Slip(stumble.at + 1, path.start("path"), "this path contains a backslash", help)
    message = "inside double quotes, a backslash has a special meaning"
    return Slip(stumble.at + 1, stumble.column + 1, message, help)


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
    text = stumble.line[key.start("x") :].strip()
    bare = text.strip(_CURLY)
    help = f"put the whole text in quotes: {_quoted(text if set(bare) & set(_CURLY) else bare, '')}"
    if key["x"] in _CURLY:
        message = f"the curly quotes after `{key['k']}:` are not quotation marks in YAML"
        return Slip(stumble.at + 1, key.start("x") + 1, message, help.replace("quotes", "straight quotes", 1))
    message = f"the text after `{key['k']}:` contains a colon followed by a space"
    return Slip(stumble.at + 1, stumble.column + 1, message, help)


_CURLY = "“”‘’„‚«»"


def _no_key(stumble: _Stumble) -> Slip | None:
    """Find a line above the reported one that is neither a key nor an item of a list."""
    if "expect ':'" not in stumble.reason:
        return None
    above = [at for at in range(stumble.at - 1, -1, -1) if stumble.lines[at].strip()]
    if len(above) < 2 or not (text := stumble.lines[above[0]]).strip()[0].isalnum() or _KEY_LINE.match(text):
        return None
    at, before = above[0], stumble.lines[above[1]]
    column = len(text) - len(text.lstrip(" "))
    if re.match(r" *-(?: |$)", before):
        if before.index("-") != column or _KEY_LINE.match(before):
            return None
        help = f"write `- {text.strip()[:60]}`"
        return Slip(at + 1, column + 1, "this line is in a list but has no dash", help)
    key = _KEY_LINE.match(before)
    if key is None or column > key.start("k"):
        return None
    continued = f"if this line continues the text of `{key['k']}` above, begin it in column {key.start('k') + 3}"
    if (name := _missing_text(stumble.lines, at, column)) is not None:
        also = "" if key["k"] in _SHORT_VALUES else f"; {continued}"
        help = f"write its key before it: `{name}: {scalar(text.strip())}`{also}"
    elif key["k"] in _SHORT_VALUES:
        help = "write its key before it, such as `explanation: …`, or delete the line"
    else:
        help = f"{continued}; if not, write a key at the beginning of the line"
    return Slip(at + 1, column + 1, "this line has no key", help)


_SHORT_VALUES = {"id", "kind", "topic", "type", "priority", "language", "unit", "tolerance", "shuffle", "typed"}
"""Keys whose values never continue on a second line."""


def _missing_text(lines: Sequence[str], at: int, column: int) -> str | None:
    """Return the key of the text that the item around line ``at`` lacks; its keys are in ``column`` (from 0)."""
    item = re.compile(rf" {{{column}}}(?P<k>[\w-]+):(?:\s|$)| {{{max(column - 2, 0)}}}- +(?P<first>[\w-]+):(?:\s|$)")
    keys: set[str] = set()
    for step, rows in ((-1, range(at - 1, -1, -1)), (1, range(at + 1, len(lines)))):
        for row in rows:
            found = item.match(lines[row])
            if found is None and lines[row].strip() and len(lines[row]) - len(lines[row].lstrip(" ")) < column:
                break
            if found is not None and found["first"] and step == 1:
                break
            if found is not None:
                keys.add(found["k"] or found["first"])
            if found is not None and found["first"]:
                break
    is_fact, is_marked = "citation" in keys, "{{c" in lines[at]
    if is_fact:
        return "statement" if is_marked and "statement" not in keys else None
    return None if "kind" not in keys or keys & {"stem", "text"} else "text" if is_marked else "stem"


def _column(stumble: _Stumble) -> Slip | None:
    """Find a line that is indented more or less than the keys it belongs to."""
    if not any(words in stumble.reason for words in ("mapping values", "expected '-'", "expected key")):
        return None
    found = re.match(r"(?P<space> *)(?:-(?P<dash> +))?(?P<k>[^\s:#][^:#]*?):", stumble.line)
    if found is None:
        return None
    column = len(found["space"])
    return _misplaced_dash(stumble, column) if found["dash"] else _misplaced_key(stumble, found["k"], column)


def _misplaced_dash(stumble: _Stumble, column: int) -> Slip:
    above = next(
        (len(match[1]) for line in reversed(stumble.lines[: stumble.at]) if (match := _ITEM.match(line))), column
    )
    if above != column:
        message = f"the dash is in column {column + 1}, but the dash of the item above is in column {above + 1}"
        return Slip(stumble.at + 1, column + 1, message, f"begin this line in column {above + 1}")
    if (item := _key_in(stumble, column)) is not None:
        message = f"`{item[1]}:` begins a list item but has no dash"
        return Slip(item[0] + 1, column + 1, message, f"write `- id: {item[1]}` instead of `{item[1]}:`")
    message = "a list cannot begin here"
    help = "insert a line with the key of the list, such as `questions:`, above this line"
    before = next((line for line in reversed(stumble.lines[: stumble.at]) if line.strip()), "")
    if value := _LIST_WITH_TEXT.fullmatch(before):
        help = f"delete the text after `{value['k']}:` on the line above"
    return Slip(stumble.at + 1, column + 1, message, help)


def _misplaced_key(stumble: _Stumble, name: str, column: int) -> Slip:
    rows = [(at, match) for at in range(stumble.at) if (match := _KEY_LINE.match(stumble.lines[at]))]
    columns = [(at, match.start("k"), match["k"]) for at, match in reversed(rows)]
    keys = columns[0][1] if columns else column
    if keys < column and columns[1:] and columns[1][1] == column:  # the line above is the one that is out of line
        at, keys, above = columns[0]
        message = "this line is indented less than the keys around it"
        return Slip(at + 1, keys + 1, message, f"begin `{above}` in column {column + 1}, like the line above")
    dashes = (len(match[1]) for line in reversed(stumble.lines[: stumble.at]) if (match := _ITEM.match(line)))
    if name in {"id", "kind"} and next(dashes, None) == column < keys:
        help = (
            f"if a new item begins here, write `- {stumble.line.strip()}`; if not, begin the line in column {keys + 1}"
        )
        return Slip(stumble.at + 1, column + 1, f"`{name}:` has no dash", help)
    side = "more" if column > keys else "less"
    message = f"this line is indented {side} than the keys above it"
    help = f"begin `{name}` in column {keys + 1}, like the line above"
    if side == "more" and columns[0][0] == _line_above(stumble) and _may_belong(columns, column):
        at, _, above = columns[0]
        help += f"; or, if line {at + 1} is the one out of line, begin `{above}` in column {column + 1}, like this one"
    return Slip(stumble.at + 1, column + 1, message, help)


def _line_above(stumble: _Stumble) -> int | None:
    """Return the last line above the reported one that is not empty."""
    return next((at for at in range(stumble.at - 1, -1, -1) if stumble.lines[at].strip()), None)


def _may_belong(columns: Sequence[tuple[int, int, str]], column: int) -> bool:
    """Return whether a key above the last one, the first of ``columns``, begins in ``column``."""
    return any(place == column for _, place, _ in columns[1:])


def _key_in(stumble: _Stumble, column: int) -> tuple[int, str] | None:
    """Return the line and the name of the key above that is in ``column`` (from 0), instead of a dash."""
    for at in range(stumble.at - 1, -1, -1):
        line = stumble.lines[at]
        if line.strip() and len(line) - len(line.lstrip(" ")) < column:
            return None
        if found := re.fullmatch(rf" {{{column}}}(?P<k>[\w-]+): *", line):
            return (at, found["k"]) if column else None
    return None


_LOOKS: Sequence[Callable[[_Stumble], Slip | None]] = (
    _tab, _other_space, _goes_on, _escape, _colon_inside, _begins_oddly, _small_signs, _no_key, _column, _left_open,
)  # fmt: skip
