r"""quizgen's Markdown as safe HTML.

It has bold, italic, code, fenced code, lists, quotations, tables, links (http, https, mailto) and math between ``\(``
and ``\)``, as in CommonMark (https://spec.commonmark.org) and for tables GitHub's extension of it
(https://github.github.com/gfm). Everything else is shown as written: HTML, entities, images, headings, and the braces
and brackets in which Anki looks for fields, sounds and answers to type.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict


class Slot(NamedTuple):
    """HTML to insert at a ``slot_sign`` of a text: one form for prose, one for inside code or math."""

    prose: str
    literal: str


def slot_sign(index: int) -> str:
    """Return the placeholder of slot ``index``, made of control characters, which questions cannot contain."""
    return f"\x02{index}\x03"


def to_html(text: str, slots: Sequence[Slot] = ()) -> str:
    """Return ``text`` as block-level HTML; a single paragraph has no ``<p>``."""
    if not text:
        return ""
    if _PLAIN_TEXT.fullmatch(_SLOT.sub("x", text) if slots else text):
        return _prose(text, {"slots": slots})
    rendered = blocks_html(text, slots)
    inner = rendered.removeprefix("<p>").removesuffix("</p>")
    return inner if len(rendered) - len(inner) == len("<p></p>") and "<p>" not in inner else rendered


def blocks_html(text: str, slots: Sequence[Slot] = ()) -> str:
    """Return ``text`` as block-level HTML in which a single paragraph has a ``<p>`` too."""
    return str(_parser().render(_clean(text, slots), {"slots": slots})).strip()


def inline_html(text: str) -> str:
    """Return ``text``, a single line such as an option, as HTML without blocks: ``1. May`` is not a list."""
    if _PLAIN_LINE.fullmatch(text):
        return escape(text)
    return str(_parser().renderInline(_clean(text), {"slots": ()}))


def parse(text: str) -> list[Token]:
    """Return ``text`` as markdown-it's block tokens, for output that is not HTML."""
    return _parser().parse(text)


def parse_line(text: str) -> list[Token]:
    """Return ``text``, a single line such as an option, as markdown-it's inline tokens."""
    return [child for token in _parser().parseInline(text) for child in token.children or ()]


def escape(text: str) -> str:
    """Return ``text`` as HTML in which nothing is markup for a browser, Anki or MathJax."""
    return text.translate(_PROSE) if _SPECIAL.search(text) else text


_LANGUAGE = re.compile(r"[\w.+#-]+")
"""The language of a code block, as CommonMark's HTML names it; importing a note reads it from there."""


def escape_literal(text: str) -> str:
    """Return ``text`` as HTML for inside code or math, where MathJax does not look or is meant to."""
    for sign, entity in _ENTITY_OF.items():
        text = text.replace(sign, entity)
    return text


def escape_attribute(text: str) -> str:
    """Return ``text`` as an attribute's value for double quotes."""
    return " ".join(text.split()).translate(_ATTRIBUTE)


def linked(label: str, url: str | None, attributes: str = "") -> str:
    """Return ``label``, which is HTML, as a link to ``url``; without a link if that is no web address."""
    if url is None or not url.lower().startswith(("https://", "http://")):
        return label
    return f'<a href="{escape_attribute(url)}"{attributes}>{label}</a>'


# Anki looks for fields and cloze marks in braces, and for [sound:…] and [[type:…]], before entities are decoded.
# With an entry for each ASCII character, `str.translate` is four times as fast: a missing one raises an exception.
_ASCII: dict[int, str] = {code: chr(code) for code in range(128)}
_ENTITY_OF = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"} | {char: f"&#{ord(char)};" for char in "{}[]"}
"""The entity of each sign, in an order in which they can be replaced one after another: faster than a translation."""
_ENTITIES = _ASCII | {ord(char): entity for char, entity in _ENTITY_OF.items()}
_SPECIAL = re.compile(r"[{}\[\]&<>\"\\]")
"""What ``_PROSE`` changes; most texts have none of it, and a search is faster than a translation."""
# MathJax looks after entities are decoded, but not across elements: a backslash in its own element starts no math.
_PROSE = _ENTITIES | {ord("\\"): '<span class="tex2jax_ignore">\\</span>'}
# Anki looks for file names after src= and data= anywhere in an image's tag.
_ATTRIBUTE = _ENTITIES | {ord(char): f"&#{ord(char)};" for char in "'=`"}

# Most texts have no markup; parsing them would take most of an export's time.
_PLAIN_LINE = re.compile(r"[^\x00-\x1f*_`\[\]\\]*")
_PLAIN_TEXT = re.compile(r"(?=[^\s0-9+~>-])" + _PLAIN_LINE.pattern + r"(?<!\s)")
_CONTROL = re.compile(r"[\x00-\x08\x0B-\x1F]")
_SLOT = re.compile("\x02([0-9]+)\x03")
_ONE_SIGN = "\x02"
_MATHS = re.compile(r"\\\((?P<formula>(?:[^\\]|\\[^()])++)\\\)", re.DOTALL)
# What no line should end with before a formula, or begin with behind it; a browser would break the line there. The
# letters are those of \(n\)th and \(x\)'s.
_OPENING = "\"'(“‘„‚«‹¿¡（「『"
_CLOSING = re.compile(r"""(?:[^\W_]{1,2}(?!\w)|[-.,;:?!…%°′″"'’”»›)–—،؛؟۔、。，．；：？！）」』])*""")
# Commands that make links, load files or style the page around the formula. A question set is untrusted input.
_UNSAFE_MATHS = re.compile(
    r"\\(?:bbox|class|csname|cssId|data|href|html\w*|includegraphics|mmlToken|require|style|url|unicode)(?![a-zA-Z])"
)
_SAFE_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def _clean(text: str, slots: Sequence[Slot] = ()) -> str:
    return text if slots else _CONTROL.sub("", text)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(
        ["fence", "blockquote", "list", "table", "newline", "escape", "backticks", "emphasis", "link"]
    )
    parser.inline.ruler.before("escape", "maths", _maths)
    parser.validateLink = lambda url: _SAFE_LINK.match(url) is not None  # type: ignore[method-assign]
    for name, rule in _RULES.items():
        parser.add_render_rule(name, rule)
    return parser


def _maths(state: StateInline, silent: bool) -> bool:
    found = _MATHS.match(state.src, state.pos, state.posMax) if state.src.startswith("\\(", state.pos) else None
    if found is None or _UNSAFE_MATHS.search(found["formula"]):
        return False
    if not silent:
        state.push("maths", "", 0).content = found["formula"]
    state.pos = found.end()
    return True


def _literal(content: str, env: EnvType) -> str:
    """Return code or math as HTML, with its slots filled."""
    slots: Sequence[Slot] = env.get("slots", ())
    if not slots:
        return escape_literal(content)
    parts = _SLOT.split(content)
    return "".join(slots[int(part)].literal if at % 2 else escape_literal(part) for at, part in enumerate(parts))


def _prose(content: str, env: EnvType) -> str:
    """Return text as HTML, with its slots filled."""
    slots: Sequence[Slot] = env.get("slots", ())
    if not slots:
        return escape(content)
    parts = _SLOT.split(content)
    html = ""
    for at in range(1, len(parts), 2):
        filled, opening, closing = slots[int(parts[at])].prose, "", ""
        if "\\(" in filled:
            parts[at - 1], opening = _opening(parts[at - 1])
            closing, parts[at + 1] = _closing(parts[at + 1])
        html += escape(parts[at - 1]) + _held(opening, filled, closing)
    return html + escape(parts[-1])


def _opening(text: str) -> tuple[str, str]:
    """Return ``text`` in two parts: the second belongs to a formula behind it."""
    rest = text.rstrip(_OPENING)
    return rest, text[len(rest) :]


def _closing(text: str) -> tuple[str, str]:
    """Return ``text`` in two parts: the first belongs to a formula before it."""
    end = found.end() if (found := _CLOSING.match(text)) else 0
    return text[:end], text[end:]


def _held(opening: str, formula: str, closing: str) -> str:
    """Return ``formula``, which is HTML, in one element with the punctuation around it, if there is any."""
    if not opening + closing:
        return formula
    return f'<span class="formula">{escape(opening)}{formula}{escape(closing)}</span>'


def _text(_: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return _prose(_divided(tokens, at)[1], env)


def _divided(tokens: Sequence[Token], at: int) -> tuple[str, str, str]:
    """Divide a text into what belongs to the formula before it, the rest, and what belongs to the formula behind it.

    Tokens that are not text, or do not exist, are empty.
    """
    if not 0 <= at < len(tokens) or tokens[at].type != "text":
        return "", "", ""
    follows, precedes = (0 <= one < len(tokens) and tokens[one].type == "maths" for one in (at - 1, at + 1))
    closing, rest = _closing(tokens[at].content) if follows else ("", tokens[at].content)
    return closing, *(_opening(rest) if precedes else (rest, ""))


def _code(_: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return f"<code>{_literal(tokens[at].content, env)}</code>"


def _fence(_: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    language = tokens[at].info.strip().partition(" ")[0]
    named = f' class="language-{language}"' if _LANGUAGE.fullmatch(language) else ""
    return f"<pre><code{named}>{_highlighted(tokens[at].content, language, env)}</code></pre>\n"


def _highlighted(code: str, language: str, env: EnvType) -> str:
    if not language:
        return _literal(code, env)
    from quizgen.highlighting import parts

    # A lexer could split a placeholder of several characters; it cannot split one character.
    signs = iter(_SLOT.findall(code))
    html = []
    for name, text in parts(_SLOT.sub(_ONE_SIGN, code), language):
        text_with_slots = re.sub(_ONE_SIGN, lambda _: slot_sign(int(next(signs))), text)
        shown = _literal(text_with_slots, env)
        html.append(f'<span class="{name}">{shown}</span>' if name and text.strip() else shown)
    return "".join(html)


def _formula(_: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return _held(_divided(tokens, at - 1)[2], f"\\({_literal(tokens[at].content, env)}\\)", _divided(tokens, at + 1)[0])


def _link(_: RendererProtocol, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType) -> str:
    return f'<a href="{escape_attribute(str(tokens[at].attrGet("href")))}">'


_RULES: dict[str, Any] = {
    "text": _text,
    "code_inline": _code,
    "fence": _fence,
    "maths": _formula,
    "link_open": _link,
}
