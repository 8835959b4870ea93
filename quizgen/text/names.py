"""Look up names in a text in any form: inflected, abbreviated, spelled out, or as an adjective of nationality."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.lexicon import EVENTS, JOINS, ORGANISATIONS, PLACES, ROLES, TITLES

_REWRITTEN = (
    (lazy_pattern(r"\b(?:United States(?: of America)?\b|U\. ?S\. ?A\.|USA\b|U\. ?S\.(?! ?[A-Z]\.)|US\b)"), "America"),
    (lazy_pattern(r"\b(?:United Kingdom\b|U\. ?K\.|UK\b)"), "Britain"),
    (lazy_pattern(r"['’]s\b|['’](?=\s|$)"), ""),
    (lazy_pattern(r"\b((?:[A-Z]\.){2,})"), lambda found: found[0].replace(".", "") + " "),
)
_INITIALS = lazy_pattern(r"\b([A-Z])\.(?=[A-Z]\.)")
_TOKEN = lazy_pattern(r"[^\W_]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "z": "s"})
_BETWEEN = 4
"""Most words that may come between the parts of a name: the Ministry of Foreign Affairs of Armenia."""

_SHORTENED_BY = 3
"""Fewest letters that an abbreviation with a period leaves out."""

# Nationalities and adjectives whose stem differs from that of the country.
_COUNTRIES = {
    word: name
    for name, words in {
        "britain": "british briton britons",
        "cyprus": "cypriot cypriots",
        "denmark": "danish dane danes",
        "england": "english englishman englishmen",
        "finland": "finnish finn finns",
        "france": "french frenchman frenchmen",
        "greece": "greek greeks",
        "iceland": "icelander icelanders",
        "ireland": "irish irishman irishmen",
        "netherlands": "dutch dutchman dutchmen holland",
        "norway": "norwegian norwegians",
        "philippines": "filipino filipinos philippine",
        "poland": "polish pole poles",
        "portugal": "portuguese",
        "scotland": "scottish scot scots scotsman",
        "spain": "spanish spaniard spaniards",
        "sweden": "swedish swede swedes",
        "switzerland": "swiss",
        "thailand": "thai thais",
        "turkey": "turkish turk turks türkiye turkiye",
        "wales": "welsh welshman",
        "saint": "st",
        "mount": "mt",
    }.items()
    for word in words.split()
}
_THINGS = frozenset(fold(word).translate(_LETTERS) for word in ORGANISATIONS | PLACES | EVENTS)
_ENDINGS = frozenset(
    tuple(sorted(pair.split("/")))
    for pair in (
        "/n /an /ian /ean /man /men /ese /i /ish /ic /er /ist /ism /ite /s /es /al /y /is /ans /ians /ns /ers /ists"
        " /ites e/ean e/ian y/ian o/an um/an a/ese on/ese ey/ish en/ish ain/ish ia/ istan/ ia/ic e/ish y/ies ry/er"
        " cy/t y/er us/an"
    ).split()
)


class _Token(NamedTuple):
    """A word of a text; ``gap`` is the text between it and the word before."""

    word: str
    is_capital: bool
    is_upper: bool
    gap: str
    is_short: bool
    """Whether a period follows, as in Univ."""
    paragraph: int


class Names:
    """Index of a text's words for looking up names."""

    def __init__(self, text: str, *, english: bool = True) -> None:
        self._tokens = _tokens(text)
        self._english = english

    def have(self, name: str) -> bool:
        """Return whether the text has ``name``: each of its words, and the capitalized ones close together."""
        return self._have(name) or (bool(_INITIALS.search(name)) and self._have(_INITIALS.sub(r"\1. ", name)))

    def is_plain(self, word: str) -> bool:
        """Return whether the text also has ``word`` (folded) in lowercase."""
        return word in self._plain

    def _have(self, name: str) -> bool:
        tokens = [token for token in _tokens(name) if token.word not in JOINS and token.word != "the"]
        named = [token for token in tokens if token.word not in ROLES and token.word not in TITLES] or tokens
        if not named:
            return True
        if all(self._positions_of(token) for token in named):
            proper = [token for token in named if token.word not in self._plain]
            if self._are_close(proper):
                return True
            # "European Commission" is in a paragraph that says "the Commission" and "the European Union".
            own = [token for token in proper if token.word not in _THINGS]
            return len(own) < len(proper) and self._are_close(own) and self._share_paragraph(proper)
        if len(named) > 1 and "".join(_initials(named)) in self._shortened:
            return True
        return len(named) == 1 and self._is_shortening(named[0].word)

    def _are_close(self, proper: Sequence[_Token]) -> bool:
        if len(proper) < 2:
            return True
        positions = [self._positions_of(token) for token in proper]
        rarest = min(range(len(positions)), key=lambda index: len(positions[index]))
        reach = len(proper) + _BETWEEN + 1
        return any(self._are_near(positions, start, reach) for start in positions[rarest])

    def _share_paragraph(self, tokens: Sequence[_Token]) -> bool:
        found = ({self._tokens[position].paragraph for position in self._positions_of(token)} for token in tokens)
        return bool(set.intersection(*found))

    def _are_near(self, positions: Sequence[Sequence[int]], start: int, reach: int) -> bool:
        """Return whether each word occurs near ``start``, with nothing between them that cannot be part of a name."""
        chosen: list[int] = []
        for found in positions:
            close = [one for one in _within(found, start - reach, start + reach) if one not in chosen]
            if not close:
                return False
            chosen.append(min(close, key=lambda position: abs(position - start)))
        first, last = min(chosen), max(chosen)
        if last - first >= len(chosen) + _BETWEEN:
            return False
        others = [one for one in range(first, last + 1) if one not in chosen and self._is_proper(one)]
        # "Robert Alan Bjork" is Robert Bjork, and "Joe and Jill Biden" has Joe Biden, but a name has no comma in it.
        return not others or (
            len(others) == 1 and last - first <= len(chosen) + 1 and not self._punctuated(first, last)
        )

    def _is_proper(self, position: int) -> bool:
        token = self._tokens[position]
        return token.is_capital and len(token.word) > 1 and token.word not in ROLES and token.word not in TITLES

    def _punctuated(self, first: int, last: int) -> bool:
        return any(set(token.gap) & set(",;:.!?()") for token in self._tokens[first + 1 : last + 1])

    def _positions_of(self, token: _Token) -> tuple[int, ...]:
        """Return the positions of the token's word in any of its forms."""
        known = self._found.get(token.word)
        if known is None:
            known = self._found[token.word] = tuple(sorted(set(self._look_up(token))))
        return known

    def _look_up(self, token: _Token) -> Iterator[int]:
        for word in self._by_start.get(token.word[:3], ()):
            if same_word(word, token.word) or (not self._english and _is_inflected(word, token.word)):
                yield from self._positions[word]
            elif len(token.word) - len(word) >= _SHORTENED_BY and len(word) >= 3 and token.word.startswith(word):
                yield from (position for position in self._positions[word] if self._tokens[position].is_short)
            elif token.is_short and len(token.word) >= 3 and word.startswith(token.word):
                yield from self._positions[word]
        if len(token.word) == 1 and token.is_capital:  # the initial of a name that the text spells out
            initial = token.word
            yield from (at for at, one in enumerate(self._tokens) if one.is_capital and one.word[0] == initial)

    def _is_shortening(self, letters: str) -> bool:
        """Return whether ``letters`` are the initials of consecutive words."""
        return _is_abbreviation(letters) and letters in self._initials

    @cached_property
    def _found(self) -> dict[str, tuple[int, ...]]:
        return {}

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for position, token in enumerate(self._tokens):
            positions.setdefault(token.word, []).append(position)
        return positions

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        starts: dict[str, list[str]] = {}
        for word in self._positions:
            starts.setdefault(word[:3], []).append(word)
        return starts

    @cached_property
    def _plain(self) -> frozenset[str]:
        """The words that the text also has in lowercase, which are therefore not names."""
        return frozenset(token.word for token in self._tokens if not token.is_capital)

    @cached_property
    def _shortened(self) -> frozenset[str]:
        return frozenset(token.word for token in self._tokens if token.is_upper and _is_abbreviation(token.word))

    @cached_property
    def _initials(self) -> frozenset[str]:
        found: set[str] = set()
        letters = ""
        for token in self._tokens:
            if token.is_capital and not set(token.gap) & set(",;:!?()"):
                letters += token.word[0]
            elif token.word in JOINS or token.word == "and":
                continue
            else:
                letters = token.word[0] if token.is_capital else ""
            letters = letters[-8:]
            found.update(letters[start:] for start in range(len(letters) - 1))
        return frozenset(found)


def same_word(one: str, other: str) -> bool:
    """Return whether two folded words are forms of the same one: armenia and armenian, ministry and ministries."""
    if one == other or _COUNTRIES.get(one, one) == _COUNTRIES.get(other, other):
        return True
    shared = _shared(one, other)
    endings = tuple(sorted((one[shared:], other[shared:])))
    return (shared >= 4 and endings in _ENDINGS) or (shared >= 7 and endings == ("", "a"))


def _shared(one: str, other: str) -> int:
    """Return the length of the common prefix of two words."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (here, there) in pairs if here != there), min(len(one), len(other)))


def _is_abbreviation(word: str) -> bool:
    # Two letters match the initials of too many names.
    return len(word) > 2 or word in {"eu", "un", "au", "ec"}


def _is_inflected(one: str, other: str) -> bool:
    """Return whether two words of another language share a long enough prefix to be forms of the same word."""
    shared = _shared(one, other)
    return shared >= 4 and max(len(one), len(other)) - shared <= 3


def _tokens(text: str) -> list[_Token]:
    for pattern, new in _REWRITTEN:
        text = pattern.sub(new, text)
    tokens, end, paragraph = list[_Token](), 0, 0
    for match in _TOKEN.finditer(text):
        word = match[0]
        gap, after = text[end : match.start()], text[match.end() : match.end() + 1]
        end = match.end()
        paragraph += gap.count("\n")
        folded = fold(word).translate(_LETTERS)
        folded = _COUNTRIES.get(folded, folded)
        tokens.append(
            _Token(folded, word[0].isupper() or word[0].isdigit(), word.isupper(), gap, after == ".", paragraph)
        )
    return tokens


def _initials(tokens: Sequence[_Token]) -> Iterator[str]:
    return (token.word[0] for token in tokens if token.word != "and")


def _within(positions: Sequence[int], first: int, last: int) -> Sequence[int]:
    return positions[bisect_left(positions, first) : bisect_right(positions, last)]
