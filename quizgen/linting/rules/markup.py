"""Quotes, brackets and markup that open and never close."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item, texts_of
from quizgen.linting.registry import HDR, question_rule
from quizgen.linting.words import MATHS
from quizgen.questions import KINDS
from quizgen.questions.marks import unmarked

_SIGNS = re.compile(r"[\"“”„«»*`()\[\]\\]")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"(?<!`)(`{1,9})(?!`).{0,5000}?(?<!`)\1(?!`)", re.DOTALL)
_MATHS = re.compile(MATHS)
_ESCAPED = re.compile(r"\\[^()\[\]\w\s]")
_INCHES = re.compile(r"(?<=\d)\"")
_KEPT_NUMBER = re.compile(r"^\s*\d{1,9}\\(?=\))", re.MULTILINE)  # 2\) is no item of a list, and closes no maths
_ENUMERATOR = re.compile(r"(?:(?<=\s)|^)[\w]{1,3}\)|[:;]-?[()]", re.MULTILINE)
# Written ]0, 1[ and ]0; 1] in many schools.
_INTERVAL = re.compile(r"[\[\]] ?[-−+]?[\w∞][^\[\]()]{0,20}[,;][^\[\]()]{1,20}[\[\]]")
_IN_HEBREW = re.compile(r'(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
_BULLET = re.compile(r"^\s*\* ", re.MULTILINE)
_DOUBLE_STAR = re.compile(r"\*\*(?=\S)|(?<=\S)\*\*")
_OPENS = re.compile(r"(?<![\w*\s])\*(?=\w)|(?<=\s)\*(?=\w)|^\*(?=\w)", re.MULTILINE)


@question_rule(
    "Q123",
    "unbalanced-markup",
    kinds=KINDS,
    source=f"{HDR}, guidelines 11 and 12 (proofread; punctuation right)",
)
def unbalanced_markup(item: Item) -> Iterator[Flaw]:
    """An opening sign without its closing one, or the other way round.

    A quote, a bracket or a star without its partner is a slip, and markup that never closes shows as signs.
    """
    if not _SIGNS.search(item.all_text):
        return
    for at, text in texts_of(item.question):
        if _SIGNS.search(text) and (sign := unbalanced_sign(text)) is not None:
            yield Flaw(
                f"{sign} has no partner",
                "add the missing one, or put a backslash before a sign that stands for itself",
                at,
            )


def unbalanced_sign(text: str) -> str | None:
    """The first sort of sign that is not balanced in ``text``, or None."""
    text = _SPAN.sub(" ", _FENCE.sub(" ", unmarked(text)))
    if "`" in text.replace("\\`", ""):
        return "`"
    text = _MATHS.sub(" x ", _KEPT_NUMBER.sub("x", text))
    for opening, closing in (("\\(", "\\)"), ("\\[", "\\]")):
        if text.count(opening) != text.count(closing):
            return opening if opening in text else closing
    text = _ESCAPED.sub(" ", text)
    # A quotation of several paragraphs opens in each and closes in the last.
    if "\n\n" not in text and (sign := _unbalanced_quote(text)):
        return sign
    opened, closed = _brackets(text)
    if closed != opened:  # a) and 1) and :) have no partner and need none
        text = _INTERVAL.sub(" ", text)
        opened, closed = _brackets(_ENUMERATOR.sub(" ", text))
    if opened != closed:
        return "an opening bracket" if opened > closed else "a closing bracket"
    stars = _BULLET.sub(" ", text)
    if len(_DOUBLE_STAR.findall(stars)) % 2:
        return "**"
    single = stars.replace("**", "")
    if single.count("*") % 2 and _OPENS.search(single):
        return "*"
    return None


def _brackets(text: str) -> tuple[int, int]:
    """How many brackets open and close; both shapes together, since [0, 1) is an interval."""
    return text.count("(") + text.count("["), text.count(")") + text.count("]")


def _unbalanced_quote(text: str) -> str | None:
    text = _IN_HEBREW.sub("", text)
    if _INCHES.sub("", text).count('"') % 2 and text.count('"') % 2:
        return 'the quote "'
    if "„" in text:  # „so“ and „so”
        return None if text.count("„") == text.count("“") + text.count("”") else "the quote „"
    if text.count("“") != text.count("”") and ("“" in text or text.count("”") % 2):  # ”so” in Swedish
        return "the quote “" if text.count("“") > text.count("”") else "the quote ”"
    return "the quote «" if text.count("«") != text.count("»") else None
