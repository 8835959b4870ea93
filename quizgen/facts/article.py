"""The text of a source: its paragraphs, search in them, and the fingerprints that identify them."""

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from quizgen.text.folding import fold, occurs_in
from quizgen.text.paragraphs import paragraphs_of

# Search ignores the shapes of quotation marks and dashes, and Markdown's asterisks and backticks.
_SHAPES = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | dict.fromkeys("–—‑‐−", "-")
)
_EMPHASIS = str.maketrans("", "", "*`")
# Markdown and HTML markup around the words: addresses of links and pictures, footnote references, tags.
_MARKUP = (
    (re.compile(r"!?\[([^\[\]]{0,999})\]\([^()\s]{0,999}(?:\s{1,9}\"[^\"]{0,999}\")?\)"), r"\1"),
    (re.compile(r"\[\^[^\[\]\s]{1,99}\](?!:)|<!--[^<>]{0,999}-->|</?[A-Za-z][^<>]{0,999}>"), ""),
)
_LINE_PREFIXES = re.compile(r"^(?:(?:[-*+•–—]|\d{1,3}[.)]|#{1,6}|>)\s+)+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")

_LONGEST_TITLE = 150
"""Maximum number of characters in a title line."""
_ENDS_SENTENCE = re.compile(r"[.…][\"'”’)\]]*$")
HEADING = re.compile(r"#{1,6}\s")

_LEAST_SIMILARITY = 60
"""Least similarity, out of 100, of a passage that is suggested."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, and the number of their paragraph."""

    text: str
    paragraph: int


@dataclass(frozen=True)
class Article:
    """The text of a source: its paragraphs (a title line, if it has one, first) and the SHA-256 of its bytes."""

    paragraphs: tuple[str, ...]
    sha256: str

    @classmethod
    def from_bytes(cls, content: bytes) -> "Article":
        """Decode an article; raise UnicodeDecodeError if it is not UTF-8."""
        return cls(tuple(paragraphs_of(content.decode("utf-8-sig"))), hashlib.sha256(content).hexdigest())

    def has(self, words: str, paragraph: int) -> bool:
        """Return whether ``words`` occur or begin in that paragraph (from 1), compared as in ``paragraphs_with``."""
        start, *following = self._starts[paragraph - 1 : paragraph + 1]
        return next(self._occurrences(words, start, *following), None) is not None

    def contains(self, words: str) -> bool:
        """Return whether ``words`` occur anywhere in the article, compared as in ``paragraphs_with``."""
        return next(self._occurrences(words), None) is not None

    def paragraphs_with(self, words: str) -> list[int]:
        """Return the numbers of the paragraphs in which ``words`` occur or begin, as whole words.

        Line breaks, spacing, case, the shapes of quotation marks and dashes, and Markdown's asterisks and backticks are
        ignored.
        """
        return list(dict.fromkeys(bisect_right(self._starts, start) for start in self._occurrences(words)))

    def _occurrences(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield the offsets from ``start`` to ``end`` in the joined text where ``words`` occur as whole words."""
        needle = _comparable(words)
        last = len(self._joined) if end is None else end + len(needle) - 1
        found = self._joined.find(needle, start, last) if needle else -1
        while found >= 0:
            if occurs_in(needle, self._joined[max(0, found - 1) : found + len(needle) + 1]):
                yield found
            found = self._joined.find(needle, found + 1, last)

    def nearest(self, words: str) -> Passage | None:
        """Return the passage most similar to ``words``, in whole words; None if nothing is similar enough."""
        from rapidfuzz import fuzz

        best: Passage | None = None
        similarity: float = _LEAST_SIMILARITY
        needle = " ".join(words.translate(_SHAPES).split())
        for number, (paragraph, text) in enumerate(zip(self.paragraphs, self._shaped, strict=True), 1):
            if len(text) <= len(needle):
                score, start, end = fuzz.ratio(needle, text), 0, len(text)
            elif (found := fuzz.partial_ratio_alignment(needle, text, score_cutoff=similarity)) is not None:
                score, start, end = found.score, *_word_bounds(text, found.dest_start, found.dest_end)
            else:
                continue
            if score > similarity:
                similarity, best = score, Passage(paragraph[start:end], number)
        return best

    @cached_property
    def title(self) -> str | None:
        """The title line: the first paragraph if it is a heading, or is short and has no final period."""
        if not self.paragraphs:
            return None
        written, read = self.paragraphs[0], self.read[0]
        is_title = len(read) <= _LONGEST_TITLE and not _ENDS_SENTENCE.search(read)
        return read if HEADING.match(written) or is_title else None

    @cached_property
    def read(self) -> tuple[str, ...]:
        """The paragraphs as a reader sees them: without list markers, link addresses, footnote references and tags."""
        return tuple(as_read(_LINE_PREFIXES.sub("", paragraph)) for paragraph in self.paragraphs)

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """Eight hexadecimal digits per paragraph, which change only if its words do."""
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
        """The offset of each paragraph in the joined text."""
        return list(accumulate((len(text) + 1 for text in self._comparables[:-1]), initial=0))


def as_read(text: str) -> str:
    """Return ``text`` on one line, without Markdown and HTML markup."""
    for pattern, new in _MARKUP:
        text = pattern.sub(new, text)
    return " ".join(text.translate(_INVISIBLE).split())


def new_numbers(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Map the paragraph numbers of an old text to those of a new one, given the fingerprints of both.

    Paragraphs that were changed or deleted are left out.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    numbers = {
        block.a + step + 1: block.b + step + 1 for block in matcher.get_matching_blocks() for step in range(block.size)
    }
    for number, fingerprint in enumerate(old, 1):  # a paragraph may have moved past others
        if number not in numbers and new.count(fingerprint) == old.count(fingerprint) == 1:
            numbers[number] = new.index(fingerprint) + 1
    return numbers


def _comparable(text: str) -> str:
    return fold(as_read(text).translate(_SHAPES).translate(_EMPHASIS))


def _word_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
