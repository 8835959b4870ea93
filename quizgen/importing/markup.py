"""HTML from Anki's fields as quizgen's Markdown.

No HTML is kept: what this Markdown cannot express is left out and reported.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import quote, unquote

from quizgen.importing.plain import (
    CONTROLS,
    MATHS,
    begins_block,
    clean,
    has_controls,
    plain_to_markdown,
    without_forbidden,
)

# A tag that is never closed is searched only up to the next opening tag.
_LATEX = re.compile(
    r"\[latex\]((?:(?!\[/?latex\]).)*)\[/latex\]|\[\$\]((?:(?!\[/?\$\]).)*)\[/\$\]"
    r"|\[\$\$\]((?:(?!\[/?\$\$\]).)*)\[/\$\$\]",
    re.DOTALL | re.IGNORECASE,
)
_SOUND = re.compile(r"\[sound:([^\]]{0,1000})\]")
_SOUND_FILE = re.compile(r"\.(?:mp3|ogg|oga|opus|wav|m4a|flac)$", re.IGNORECASE)
_ENTITY_SPACE = re.compile(r"[\u00a0\u202f]")
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(sup|sub)>([^<]*)</\1>", re.IGNORECASE)
_UNLIKE_ADDRESS = re.compile(r"[\s<>()\\`\x00-\x1f]")
_MARK = re.compile(r"\{\{c\d+::(?:(?!\{\{c\d+::).)*?\}\}", re.DOTALL)
_MARK_OR_MATHS = re.compile(f"{_MARK.pattern}|{MATHS.pattern}", re.DOTALL)
_MAX_DEPTH = 100
"""Nesting depth beyond what people write."""
_BLOCKS = frozenset(
    """address article aside blockquote caption center details div dd dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr legend main nav ol option p pre section summary table title tr ul""".split()
)
_SKIPPED = frozenset({"script", "style", "template", "noscript", "iframe", "object", "rp"})
_RAISED = {ord(sign): raised for sign, raised in zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True)}
_LOWERED = {ord(sign): lowered for sign, lowered in zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎", strict=True)}
_SCRIPTS = {"sup": _RAISED, "sub": _LOWERED}
_LOST = {
    "u": "underlining", **dict.fromkeys(("s", "del", "strike"), "strikethrough"),
    "sup": "superscript formatting", "sub": "subscript formatting",
}  # fmt: skip
"""What the text loses with these elements; numbers and signs keep their height."""
_LANGUAGE = re.compile(r"(?:^|\s)(?:lang|language)-(?P<name>[\w+#.-]{1,40})(?:\s|$)")
_ITEM = re.compile(r"- |\d+\. ")
_BARE_BAR = re.compile(r"(?<!\\)\|")
# Noncharacters, which no text contains: between the cells of a table, and at the start of a line that is a block.
_CELL, _BLOCK_LINE = "\ufdd0", "\ufdd1"
_WRAPS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`", "kbd": "`"}


@dataclass(frozen=True, slots=True)
class Converted:
    """Markdown, the names and descriptions of its pictures and sounds, and what was lost."""

    text: str
    pictures: tuple[tuple[str, str], ...] = ()
    sounds: tuple[tuple[str, str], ...] = ()
    lost: tuple[str, ...] = ()


def html_to_markdown(html: str, *, keep_marks: bool = False) -> Converted:
    """Return a field as Markdown; ``keep_marks`` keeps Anki's cloze marks, with their answers as plain text."""
    sounds = [(name, "") for name in _SOUND.findall(html)]
    lost = [CONTROLS] if has_controls(html) else []
    html = _LATEX.sub(_maths, _SOUND.sub("", html))
    html = MATHS.sub(lambda found: _BREAK.sub(" ", found[0]), html)
    if keep_marks:  # the answer is words, not markup
        lost += ["the picture in a blank"] if any("<img" in mark for mark in _MARK.findall(html)) else []
        html = _MARK.sub(lambda found: _TAG.sub("", _BREAK.sub(" ", _SCRIPT.sub(_script, found[0]))), html)
    reader = _read(_Reader(keep_marks=keep_marks), html)
    text = _with_breaks(re.sub(r"\n{3,}", "\n\n", clean(reader.text())))
    lost += reader.lost
    return Converted(text, tuple(reader.pictures), (*sounds, *reader.sounds), tuple(dict.fromkeys(lost)))


def _with_breaks(text: str) -> str:
    """Keep line breaks: Markdown joins lines unless a backslash ends the first."""
    lines = text.split("\n")
    in_code = False
    for place, (line, below) in enumerate(pairwise(lines)):
        is_fence = line.startswith(("```", "~~~~"))
        in_code ^= is_fence
        is_block = is_fence or line.startswith(_BLOCK_LINE) or below.startswith(_BLOCK_LINE)
        if line and not (in_code or is_block or begins_block(below)):
            lines[place] += "\\"
    return "\n".join(line.removeprefix(_BLOCK_LINE) for line in lines)


def html_to_text(html: str) -> str:
    """Return the words of a field on one line, without markup or sounds."""
    return " ".join(clean(_read(_Reader(keep_marks=False, plain=True), _SOUND.sub("", html)).text()).split())


def _maths(found: re.Match[str]) -> str:
    inline, display = found[1] or found[2], found[3]
    return f"\\[{display.strip()}\\]" if display else f"\\({(inline or '').strip()}\\)"


def _script(found: re.Match[str]) -> str:
    signs = _SCRIPTS[found[1].lower()]
    return found[2].translate(signs) if _has_all(signs, found[2]) else found[2]


def _has_all(signs: dict[int, str], letters: str) -> bool:
    """Return whether every letter has a raised (or lowered) character."""
    return all(ord(letter) in signs for letter in letters)


def _read(reader: "_Reader", html: str) -> "_Reader":
    # Unclosed markup is text; the parser would search for its end once for each opening character.
    for begins, ends in (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<![", "]>"), ("<", ">")):
        end = html.rfind(ends) + 1
        html = html[:end] + html[end:].replace(begins, f"&lt;{begins[1:]}")
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # declarations that the parser does not understand
        reader.reset_to(_TAG.sub("", html))
    return reader


@dataclass
class _Open:
    tag: str
    start: int
    href: str = ""
    """The address of a link; of a player, the description of its sound."""
    number: int = 0
    """How many items a list has so far; of a table, how many headers; of a player, how many sounds."""
    language: str = ""
    """The language of a code block."""


@dataclass
class _Reader(HTMLParser):
    keep_marks: bool
    plain: bool = False
    pictures: list[tuple[str, str]] = field(default_factory=list)
    sounds: list[tuple[str, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._open: list[_Open] = []
        self._skipping = 0

    def reset_to(self, text: str) -> None:
        """Start over with ``text``, which has no markup."""
        self._pieces, self._open, self._skipping = [], [], 0
        self.handle_data(text)

    def text(self) -> str:
        while self._open:
            self._close(self._open[-1].tag)
        return "".join(self._pieces).replace(_CELL, " | ")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _SKIPPED:
            self._skipping += 1
            self.lost += [_named(tag, given)] if tag != "rp" else []
        elif tag == "br":
            self._pieces.append("\n")
        elif tag == "img":
            self._picture(given)
        elif tag == "audio":
            self._open.append(_Open(tag, len(self._pieces), given.get("title", "")))
            self._sound(given.get("src", ""))
        elif tag == "source" and self._nearest("audio") is not None:
            self._sound(given.get("src", ""))
        elif tag in {"video", "svg", "canvas", "math"}:
            self.lost.append(_named(tag, given))
        elif tag == "li":
            self._item()
        elif tag == "code" and self._in_pre():
            self._name_language(given.get("class", ""))
        elif len(self._open) >= _MAX_DEPTH or (tag in _WRAPS and (self._is_wrapped(_WRAPS[tag]) or self._in_pre())):
            return
        elif tag in _BLOCKS:
            self._new_line()
            self._open.append(_Open(tag, len(self._pieces)))
        elif tag in {"td", "th"}:
            table = self._nearest("table")
            if table is not None and tag == "th":
                table.number += 1
            self._pieces.append("" if self._is_at_line_start() else _CELL)
        elif tag == "rt":  # ruby text: the reading of a word, above it
            self._pieces.append(" (")
        elif tag == "a" or tag in _WRAPS or tag in _SCRIPTS:
            self._open.append(_Open(tag, len(self._pieces), given.get("href", "")))
        elif tag in _LOST:
            self.lost.append(_LOST[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(0, self._skipping - 1)
        elif tag == "rt":
            self._pieces.append(")")
        elif any(one.tag == tag for one in self._open):
            while self._open[-1].tag != tag:
                self._close(self._open[-1].tag)
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._skipping:
            return
        words = without_forbidden(_ENTITY_SPACE.sub(" ", data))
        if self._in_pre():
            self._pieces.append(words)
            return
        words = re.sub(r"\s+", " ", words)
        if self._is_at_line_start():
            words = words.lstrip()
        self._pieces.append(words if self.plain or self._is_wrapped("`") else self._prose(words))

    def _prose(self, words: str) -> str:
        if not self.keep_marks:
            return plain_to_markdown(words, is_part=True)
        pieces: list[str] = []
        end = 0
        for found in _MARK_OR_MATHS.finditer(words):
            if "{{c" in found[0]:  # other formulas are kept by plain_to_markdown
                pieces += (plain_to_markdown(words[end : found.start()], is_part=True), found[0])
                end = found.end()
        return "".join((*pieces, plain_to_markdown(words[end:], is_part=True)))

    def _is_wrapped(self, sign: str) -> bool:
        return any(_WRAPS.get(one.tag) == sign for one in self._open)

    def _in_pre(self) -> bool:
        return self._nearest("pre") is not None

    def _nearest(self, *tags: str) -> _Open | None:
        return next((one for one in reversed(self._open) if one.tag in tags), None)

    def _name_language(self, classes: str) -> None:
        pre, found = self._nearest("pre"), _LANGUAGE.search(classes)
        if pre is not None and found is not None:
            pre.language = found["name"]

    def _is_at_line_start(self) -> bool:
        """Return whether nothing is on the current line yet, but perhaps the sign of a list's item."""
        last = next((piece for piece in reversed(self._pieces) if piece), "\n")
        return last.endswith("\n") or _ITEM.fullmatch(last) is not None

    def _new_line(self) -> None:
        if not self._is_at_line_start():
            self._pieces.append("\n")

    def _item(self) -> None:
        self._new_line()
        outer = self._nearest("ul", "ol")
        if outer is not None and outer.tag == "ol":
            outer.number += 1
            self._pieces.append(f"{outer.number}. ")
        else:
            self._pieces.append("- ")

    def _picture(self, given: dict[str, str]) -> None:
        source = unquote(given.get("src", ""))
        if not source:
            self.lost.append("a picture without a file")
        elif (where := _outside(source)) is not None:
            self.lost.append(f"the picture {source[:80]}, which is {where}")
        else:
            self.pictures.append((source, " ".join(given.get("alt", "").split())))

    def _sound(self, address: str) -> None:
        """Add the sound of an ``audio`` element; further sources are the same sound in other formats."""
        source, element = unquote(address), self._nearest("audio")
        if not source or element is None or element.number:
            return
        element.number = 1
        if (where := _outside(source)) is not None:
            self.lost.append(f"the sound {source[:200]}, which is {where}")
        else:
            self.sounds.append((source, " ".join(element.href.split())))

    def _close(self, tag: str) -> None:
        one = self._open.pop()
        inner = "".join(self._pieces[one.start :])
        if tag == "audio":  # its content is for browsers that cannot play it
            self._pieces[one.start :] = []
        elif self.plain:
            self._pieces.append("\n" if tag in _BLOCKS else "")
        elif tag == "pre":
            fence = "```" if "```" not in inner else "~~~~"
            self._pieces[one.start :] = []
            if inner.strip():
                self._pieces.append(f"{fence}{one.language}\n{inner.strip(chr(10))}\n{fence}\n")
        elif tag in _BLOCKS:
            if tag == "blockquote" or (tag == "table" and one.number):
                block = _quotation(inner) if tag == "blockquote" else _table(inner)
                self._pieces[one.start :] = [block] if block else []
            self._new_line()
            if tag in {"p", "ul", "ol", "table", "blockquote", "h1", "h2", "h3"} and inner.strip():
                self._pieces.append("\n")
        elif tag == "a" and _SOUND_FILE.search(one.href) and _scheme(one.href) is None:
            self.sounds.append((unquote(one.href), ""))  # Moodle shows such a link as a player
            self._pieces[one.start :] = []
        elif tag == "a":
            link = _link(inner, one.href)
            if one.href and link == inner:
                self.lost.append(f"the link {' '.join(one.href.split())[:200]}")
            self._pieces[one.start :] = [link]
        elif tag in _SCRIPTS:
            signs = _SCRIPTS[tag]
            self.lost += [] if _has_all(signs, inner) else [_LOST[tag]]
            self._pieces[one.start :] = [inner.translate(signs) if _has_all(signs, inner) else inner]
        else:
            self._pieces[one.start :] = [_wrapped(inner, _WRAPS[tag])]


def _quotation(inner: str) -> str:
    lines = _with_breaks(re.sub(r"\n{3,}", "\n\n", inner.strip())).split("\n")
    return "\n".join(f"{_BLOCK_LINE}> {line}".rstrip() for line in lines) if inner.strip() else ""


def _table(inner: str) -> str:
    """Return the rows of a table with headers as a Markdown table."""
    rows = [[" ".join(cell.split()) for cell in line.split(_CELL)] for line in inner.split("\n") if line.strip()]
    width = max(map(len, rows), default=0)
    lines = [[_BARE_BAR.sub("\\\\|", cell) for cell in (*row, *[""] * (width - len(row)))] for row in rows]
    if lines:
        lines.insert(1, ["---"] * width)
    return "\n".join(f"{_BLOCK_LINE}| {' | '.join(cells)} |" for cells in lines)


def _named(tag: str, given: dict[str, str]) -> str:
    return " ".join(f"the element <{tag}> {given.get('src', '')[:200]}".split())


def _scheme(url: str) -> str | None:
    found = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", url)
    return found[1].lower() if found else None


_PLACES = {"http": "on the web", "https": "on the web", "data": "embedded in the text"}


def _outside(source: str) -> str | None:
    """Return where a picture or sound is that is not a file of the deck; None if it may be one."""
    scheme = "https" if source.startswith("//") else _scheme(source)
    return None if scheme is None else _PLACES.get(scheme, "not in the imported file")


def _link(words: str, href: str) -> str:
    usable = _scheme(href) in {"http", "https", "mailto"} and "\n" not in words.strip()
    if not usable or not words.strip():
        return words
    address = _UNLIKE_ADDRESS.sub(lambda found: quote(found[0], safe=""), href.strip())
    return f"[{words}]({address})"


def _wrapped(words: str, sign: str) -> str:
    """Return ``words`` between ``sign``s, line by line and without space inside, or Markdown would not see them."""
    core = words.strip()
    if "\n" in core:
        return "\n".join(line if begins_block(line) else _wrapped(line, sign) for line in words.split("\n"))
    if not core or (sign == "`" and "`" in core) or (sign != "`" and core.startswith("*")) or _MARK.search(core):
        return words
    start = words.index(core)
    return f"{words[:start]}{sign}{core}{sign}{words[start + len(core) :]}"
