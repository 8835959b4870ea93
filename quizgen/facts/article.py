"""A source's text: its paragraphs, what stands in them, and by what they are known again."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from quizgen.text.folding import fold, stands_in
from quizgen.text.paragraphs import paragraphs_of

# Shapes of quotes and dashes say nothing of what stands there, and Markdown's stars and backticks are not read aloud.
_SHAPES = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("–—‑‐−", "-")
)
_UNREAD = str.maketrans("", "", "*`")
# What Markdown and HTML put round the words that are read: links' and pictures' addresses, footnote signs, tags.
_ADDRESSES = (
    (re.compile(r"!?\[([^\[\]]{0,999})\]\([^()\s]{0,999}(?:\s{1,9}\"[^\"]{0,999}\")?\)"), r"\1"),
    (re.compile(r"\[\^[^\[\]\s]{1,99}\](?!:)|<!--[^<>]{0,999}-->|</?[A-Za-z][^<>]{0,999}>"), ""),
)
_MARKS = re.compile(r"^(?:(?:[-*+•–—]|\d{1,3}[.)]|#{1,6}|>)\s+)+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")

_LIKE = 60
"""Likeness, of 100, from which on a passage is worth pointing at."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, and the number of the paragraph that they stand in."""

    text: str
    paragraph: int


@dataclass(frozen=True)
class Article:
    """A source's text: its paragraphs (the title first) and the SHA-256 of its bytes."""

    paragraphs: tuple[str, ...]
    sha256: str

    @classmethod
    def from_bytes(cls, content: bytes) -> "Article":
        """Read an article; raise UnicodeDecodeError when it is not UTF-8."""
        return cls(tuple(paragraphs_of(content.decode("utf-8-sig"))), hashlib.sha256(content).hexdigest())

    def has(self, words: str, paragraph: int) -> bool:
        """Whether ``words`` stand in that paragraph (from 1), or begin in it and run on; see ``places``."""
        start, *following = self._starts[paragraph - 1 : paragraph + 1]
        return next(self._standing(words, start, *following), None) is not None

    def stands(self, words: str) -> bool:
        """Whether ``words`` stand anywhere in it; see ``places``."""
        return next(self._standing(words), None) is not None

    def places(self, words: str) -> list[int]:
        """The paragraphs in which ``words`` stand whole, or begin.

        Line breaks, spaces, case, the shapes of quotes and dashes, and Markdown's stars and backticks do not matter.
        """
        return list(dict.fromkeys(bisect_right(self._starts, start) for start in self._standing(words)))

    def _standing(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Where in the joined text ``words`` stand whole, if they begin at ``start`` or later and before ``end``."""
        wanted = _comparable(words)
        last = len(self._joined) if end is None else end + len(wanted) - 1
        found = self._joined.find(wanted, start, last) if wanted else -1
        while found >= 0:
            if stands_in(wanted, self._joined[max(0, found - 1) : found + len(wanted) + 1]):
                yield found
            found = self._joined.find(wanted, found + 1, last)

    def nearest(self, words: str) -> Passage | None:
        """The passage most like ``words``, in whole words; None where nothing is much like them."""
        from rapidfuzz import fuzz

        best: Passage | None = None
        likeness: float = _LIKE
        wanted = " ".join(words.translate(_SHAPES).split())
        for number, (paragraph, text) in enumerate(zip(self.paragraphs, self._shaped, strict=True), 1):
            if len(text) <= len(wanted):
                score, start, end = fuzz.ratio(wanted, text), 0, len(text)
            elif (found := fuzz.partial_ratio_alignment(wanted, text, score_cutoff=likeness)) is not None:
                score, start, end = found.score, *_word_bounds(text, found.dest_start, found.dest_end)
            else:
                continue
            if score > likeness:
                likeness, best = score, Passage(paragraph[start:end], number)
        return best

    @cached_property
    def read(self) -> tuple[str, ...]:
        """The paragraphs as they are read: without marks of lists, addresses, footnote signs and tags."""
        return tuple(as_read(_MARKS.sub("", paragraph)) for paragraph in self.paragraphs)

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """Eight hexadecimal digits for each paragraph; the same as long as it reads the same."""
        return tuple(hashlib.sha256(_comparable(paragraph).encode()).hexdigest()[:8] for paragraph in self.paragraphs)

    @cached_property
    def _shaped(self) -> tuple[str, ...]:
        return tuple(paragraph.translate(_SHAPES) for paragraph in self.paragraphs)

    @cached_property
    def _comparables(self) -> tuple[str, ...]:
        return tuple(map(_comparable, self.paragraphs))

    @cached_property
    def _joined(self) -> str:
        return " ".join(self._comparables)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each paragraph begins in the joined text."""
        return list(accumulate((len(text) + 1 for text in self._comparables[:-1]), initial=0))


def as_read(text: str) -> str:
    """``text`` on one line, without what Markdown and HTML put round the words."""
    for pattern, new in _ADDRESSES:
        text = pattern.sub(new, text)
    return " ".join(text.translate(_INVISIBLE).split())


def new_numbers(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Where the paragraphs of an earlier text are in a later one, by their fingerprints: old number to new number.

    A paragraph that changed, or that is gone, is left out.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    numbers = {
        block.a + step + 1: block.b + step + 1 for block in matcher.get_matching_blocks() for step in range(block.size)
    }
    for number, fingerprint in enumerate(old, 1):  # a paragraph may have gone past others
        if number not in numbers and new.count(fingerprint) == old.count(fingerprint) == 1:
            numbers[number] = new.index(fingerprint) + 1
    return numbers


def _comparable(text: str) -> str:
    return fold(as_read(text).translate(_SHAPES).translate(_UNREAD))


def _word_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
