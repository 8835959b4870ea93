"""Whether a text has a name, in any of its forms: inflected, shortened, spelt out, or as an adjective of its people."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quizgen.text.folding import fold
from quizgen.text.lexicon import EVENTS, JOINS, ORGANISATIONS, PLACES, ROLES, TITLES

_REWRITTEN = (
    (re.compile(r"\b(?:United States(?: of America)?\b|U\. ?S\. ?A\.|USA\b|U\. ?S\.(?! ?[A-Z]\.)|US\b)"), "America"),
    (re.compile(r"\b(?:United Kingdom\b|U\. ?K\.|UK\b)"), "Britain"),
    (re.compile(r"['’]s\b|['’](?=\s|$)"), ""),
    (re.compile(r"\b((?:[A-Z]\.){2,})"), lambda found: found[0].replace(".", "") + " "),
)
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\.)")
_TOKEN = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "z": "s"})
_BETWEEN = 4
"""Words that may stand between the parts of a name: the Ministry of Foreign Affairs of Armenia."""

_SHORTENED_BY = 3
"""Letters, at least, that a short form with a full stop leaves out."""

# Peoples, adjectives and countries whose stems differ.
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


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text; ``gap`` is what stands between it and the word before."""

    word: str
    is_capital: bool
    is_upper: bool
    gap: str
    is_short: bool
    """Whether a full stop follows, as in Univ."""
    paragraph: int


class Names:
    """The words of a text, to look names up in."""

    def __init__(self, text: str, *, english: bool = True) -> None:
        self._tokens = _tokens(text)
        self._english = english

    def have(self, name: str) -> bool:
        """Whether the text has ``name``: each of its words, and its proper ones together."""
        return self._have(name) or (bool(_INITIALS.search(name)) and self._have(_INITIALS.sub(r"\1. ", name)))

    def is_plain(self, word: str) -> bool:
        """Whether the text has ``word``, folded, without a capital, too."""
        return word in self._plain

    def _have(self, name: str) -> bool:
        tokens = [token for token in _tokens(name) if token.word not in JOINS and token.word != "the"]
        named = [token for token in tokens if token.word not in ROLES and token.word not in TITLES] or tokens
        if not named:
            return True
        if all(self._places(token) for token in named):
            proper = [token for token in named if token.word not in self._plain]
            if self._stand_together(proper):
                return True
            # The Commission may be the European one where the European Union stands beside it.
            own = [token for token in proper if token.word not in _THINGS]
            return len(own) < len(proper) and self._stand_together(own) and self._share_paragraph(proper)
        if len(named) > 1 and "".join(_initials(named)) in self._shortened:
            return True
        return len(named) == 1 and self._is_shortening(named[0].word)

    def _stand_together(self, proper: Sequence[_Token]) -> bool:
        if len(proper) < 2:
            return True
        places = [self._places(token) for token in proper]
        rarest = min(range(len(places)), key=lambda at: len(places[at]))
        reach = len(proper) + _BETWEEN + 1
        return any(self._chain(places, start, reach) for start in places[rarest])

    def _share_paragraph(self, tokens: Sequence[_Token]) -> bool:
        found = ({self._tokens[place].paragraph for place in self._places(token)} for token in tokens)
        return bool(set.intersection(*found))

    def _chain(self, places: Sequence[Sequence[int]], start: int, reach: int) -> bool:
        """Whether each word stands near ``start``, and nothing between them but what may stand in a name."""
        chosen: list[int] = []
        for found in places:
            close = [place for place in _within(found, start - reach, start + reach) if place not in chosen]
            if not close:
                return False
            chosen.append(min(close, key=lambda place: abs(place - start)))
        first, last = min(chosen), max(chosen)
        if last - first >= len(chosen) + _BETWEEN:
            return False
        others = [place for place in range(first, last + 1) if place not in chosen and self._is_proper(place)]
        # Robert Alan Bjork is Robert Bjork, and Joe and Jill Biden are Joe Biden, but what a comma parts is no name.
        return not others or (len(others) == 1 and last - first <= len(chosen) + 1 and not self._parted(first, last))

    def _is_proper(self, place: int) -> bool:
        token = self._tokens[place]
        return token.is_capital and len(token.word) > 1 and token.word not in ROLES and token.word not in TITLES

    def _parted(self, first: int, last: int) -> bool:
        return any(set(self._tokens[place].gap) & set(",;:.!?()") for place in range(first + 1, last + 1))

    def _places(self, token: _Token) -> tuple[int, ...]:
        """Where the text has that word in one of its forms."""
        known = self._found.get(token.word)
        if known is None:
            known = self._found[token.word] = tuple(self._look_up(token))
        return known

    def _look_up(self, token: _Token) -> Iterator[int]:
        for word in self._by_start.get(token.word[:3], ()):
            if same_word(word, token.word) or (not self._english and _is_inflected(word, token.word)):
                yield from self._positions[word]
            elif len(token.word) - len(word) >= _SHORTENED_BY and len(word) >= 3 and token.word.startswith(word):
                yield from (place for place in self._positions[word] if self._tokens[place].is_short)
            elif token.is_short and len(token.word) >= 3 and word.startswith(token.word):
                yield from self._positions[word]
        if len(token.word) == 1 and token.is_capital:  # an initial of a name that is written out
            yield from (place for place, one in enumerate(self._tokens) if one.is_capital and one.word[0] == token.word)

    def _is_shortening(self, letters: str) -> bool:
        """Whether ``letters`` are the first ones of words that follow one another."""
        return _is_abbreviation(letters) and letters in self._initials

    @cached_property
    def _found(self) -> dict[str, tuple[int, ...]]:
        return {}

    @cached_property
    def _positions(self) -> dict[str, list[int]]:
        positions: dict[str, list[int]] = {}
        for place, token in enumerate(self._tokens):
            positions.setdefault(token.word, []).append(place)
        return positions

    @cached_property
    def _by_start(self) -> dict[str, list[str]]:
        starts: dict[str, list[str]] = {}
        for word in self._positions:
            starts.setdefault(word[:3], []).append(word)
        return starts

    @cached_property
    def _plain(self) -> frozenset[str]:
        """The words that the text also has without a capital: they name nobody."""
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
    """Whether two folded words are forms of one: armenia and armenian, poland and polish, ministry and ministries."""
    if one == other or _COUNTRIES.get(one, one) == _COUNTRIES.get(other, other):
        return True
    shared = _shared(one, other)
    endings = tuple(sorted((one[shared:], other[shared:])))
    return (shared >= 4 and endings in _ENDINGS) or (shared >= 7 and endings == ("", "a"))


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginnings."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (here, there) in pairs if here != there), min(len(one), len(other)))


def _is_abbreviation(word: str) -> bool:
    # Two letters are the initials of almost anybody.
    return len(word) > 2 or word in {"eu", "un", "au", "ec"}


def _is_inflected(one: str, other: str) -> bool:
    """Whether two words of another language may be forms of one, by their beginnings."""
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


def _within(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_right(places, last)]
