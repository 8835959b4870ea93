"""Texts of Moodle and other learning platforms, in any of Moodle's text formats, as Markdown."""

import re

from quizgen.importing.markup import Converted, html_to_markdown
from quizgen.importing.plain import clean, plain_to_markdown

_TEX = re.compile(r"\$\$([^$]+)\$\$")  # Moodle's own delimiter for math
_HTML = re.compile(r"<[a-zA-Z/!]|&\w+;|&#")
_HARD_BREAK = re.compile(r"(?<=\S) {2,}\n(?![ \t]*(?:\n|$|[-+*>#|]|\d{1,9}[.)]|```|~~~))")
"""Two spaces at the end of a line, before more text of the same paragraph."""
_PLAIN = frozenset({"plain", "plain_text"})
_DETECTED = frozenset({"moodle", "moodle_auto_format"})


def platform_markdown(text: str, form: str) -> Converted:
    """Return ``text`` as Markdown; ``form`` is the name of its format in GIFT or Moodle XML, ``html`` by default."""
    shown = _TEX.sub(r"\\(\1\\)", text)
    if form == "markdown":
        # Spaces at line ends are not kept, and in code they mean nothing.
        return Converted(clean(shown if "```" in shown else _HARD_BREAK.sub("\\\\\n", shown)))
    if form in _PLAIN or (form in _DETECTED and not _HTML.search(shown)):
        return Converted(clean(plain_to_markdown(shown)))
    return html_to_markdown(shown)
