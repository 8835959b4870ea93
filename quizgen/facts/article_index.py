"""Index the dates, figures, names and quotations of an article, to check which mentions it supports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from quizgen.facts.article import Article
from quizgen.facts.partial import AnyEntity, AnySeed
from quizgen.text.countries import NATIONS
from quizgen.text.dates import PartialDate
from quizgen.text.figures import Figure, WrittenDate, dates_in, figures_in, masked
from quizgen.text.folding import LETTERS, fold
from quizgen.text.mentions import find_mentions, opening_name, quotes_in
from quizgen.text.names import Names, same_word
from quizgen.text.sentences import is_english, sentences
from quizgen.text.titles import KINGS, QUEENS

_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.{3}|(?:\. ){2}\.")
_PERCENT = re.compile(r"%|per ?cent|percentage|Prozent|^\|")
_PARTS: dict[Decimal, str] = {
    Decimal(value): word
    for value, word in {50: "half", 25: "quarter", 75: "quarters", 33: "third", 20: "fifth", 10: "tenth"}.items()
}
_YEARS = range(1000, 2100)
_SUMMANDS = 12
"""With more figures in a paragraph, nearly every number is a sum of some."""
_IS_ROW = re.compile(r"(?:[-*+•|]|\d{1,3}[.)]\s)")
_JOINED = re.compile(r"^(?=.{,80}$).* (?:and|of) ")
_SECOND_NAME = re.compile(r"(?<! of)(?<! in)(?<! on)(?<! at)(?<! to)(?<! for)(?<! and)(?<! by) the (?=[A-ZÀ-Þ])")
_DOING = re.compile(r"[A-Z][a-z]+ing of (?:the )?(?=[A-ZÀ-Þ])")
"""What is done to what has a name, at the beginning of a sentence: "Digging of the Lund Canal"."""
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Aa]fter|[Bb]efore) (?:the )?$")
_OF_RULER = re.compile(r"(?P<first>[A-ZÀ-Þ][\w’-]+) (?:the [A-ZÀ-Þ]\w+|[IVX]+)")
_TITLES = rf"(?i:{'|'.join(sorted(KINGS | QUEENS))}|pope)|Saint|St"
_ALIKE = 75
_ALIKE_PERSON = 80
"""Least similarity, out of 100, of two spellings of the same name; it is higher for people."""


class ArticleIndex:
    """Index of the mentions in ``article`` and its ``heading``, which holds its title and publisher."""

    def __init__(self, article: Article, heading: str, seed: AnySeed) -> None:
        self._article = article
        self._heading = heading
        self._paragraphs = (heading, *article.read)
        self._text = "\n".join(self._paragraphs)
        self._english = is_english(self._text)
        self._names = Names(self._text, english=self._english)
        self._seed = seed
        self._seen: dict[str, bool] = {}

    def missing(self, mentions: "Mentions", paragraph: int | None = None) -> tuple[str, ...]:
        """Return each of ``mentions`` that the article does not have in any form, once.

        A figure may also be the sum of two or three figures in ``paragraph``.
        """
        found = [quote for quote in mentions.quotes if not self._has_quote(quote)]
        found += [text for text, date in mentions.dates if not any(map(self._has_date, date.readings))]
        found += [name for name in mentions.names if not self._has_name(name)]
        found += [
            text
            for text, figure in mentions.figures
            if not self._has_figure(figure, self._everywhere) and not self._is_sum(figure, paragraph)
        ]
        return tuple(dict.fromkeys(found))

    def elsewhere(self, mentions: "Mentions", paragraph: int) -> dict[str, list[int]]:
        """Map figures that the article has, but not in that paragraph (from 1), to the paragraphs that have them.

        Years are left out, because a text may give a year once for many paragraphs.
        """
        found: dict[str, list[int]] = {}
        for text, figure in mentions.figures:
            if any(value in _YEARS for value in figure.values) or self._has_figure(figure, self._at(paragraph)):
                continue
            numbers = range(1, len(self._paragraphs))
            found[text] = [number for number in numbers if figure.values & self._figures_of[number].numbers]
        return {text: numbers for text, numbers in found.items() if numbers}

    def mentions_in(self, text: str, *, marked: tuple[str, ...] = (), inside: bool = False) -> "Mentions":
        """Return the mentions in ``text``; ``marked`` are the answers in it.

        Set ``inside`` if it continues a sentence, so that a capital at its start always begins a name.
        """
        quotes = list(quotes_in(text))
        rest = masked(text, ((quote.start, quote.end) for quote in quotes))
        dates = [(rest[date.start : date.end].rstrip(" .,"), date) for date in dates_in(rest)]
        rest = masked(rest, ((date.start, date.end) for _, date in dates))
        names = list(self._names_in(rest, marked, inside=inside))
        rest = masked(rest, ((start, start + len(name)) for start, name in names))
        figures = [(rest[one.start : one.end], one) for one in figures_in(rest)]
        # The words "one" and "two" count only if they are the answer; they are too common otherwise.
        counted = [
            (written, one) for written, one in figures if not one.in_words or max(one.values) > 2 or written in marked
        ]
        return Mentions(
            tuple(one.text for one in quotes), tuple(dates), tuple(name for _, name in names), tuple(counted)
        )

    def supports(self, name: str, entity: AnyEntity) -> bool:
        """Return whether the article has ``name``, or another name of ``entity`` of which ``name`` is a variant."""
        if self._names.have(name) or fold(name) in self._folded:
            return True
        if entity.type == "person" and self._has_ruler(name):
            return True
        others = [other for other in entity.names if other != name]
        accepted = [other for other in others if self._names.have(other)]
        for other in accepted:  # grows in the loop, as a variant of a variant is accepted
            if _is_variant(name, other, self._names, person=entity.type == "person"):
                return True
            accepted += [
                one
                for one in others
                if one not in accepted and _is_variant(one, other, self._names, person=entity.type == "person")
            ]
        return False

    def _has_ruler(self, name: str) -> bool:
        """Return whether the text has a ruler by title and first name: King Edward, for Edward the Confessor."""
        found = _OF_RULER.fullmatch(name)
        return found is not None and re.search(rf"\b(?:{_TITLES}) {found['first']}\b", self._text) is not None

    def _names_in(self, text: str, marked: tuple[str, ...], *, inside: bool) -> Iterator[tuple[int, str]]:
        """Yield the names in ``text``, each with its start.

        Names joined by "and" are skipped if the article has them as one name: Food and Drug Administration.
        """
        if not self._english:
            return
        begin = 0
        for number, sentence in enumerate(sentences(text)):
            begin = text.index(sentence, begin)
            first = opening_name(sentence, self._own_words, marked, inside=inside and not number)
            names = [one for one in find_mentions(sentence, {first} if first else ()) if one.kind == "name"]
            for at, one in enumerate(names):
                neighbors = names[max(0, at - 1) : at] + names[at + 1 : at + 2]
                spans = ((min(one.start, other.start), max(one.end, other.end)) for other in neighbors)
                joined = [sentence[slice(*span)] for span in spans]
                if not any(_JOINED.search(both) and self._names.have(both) for both in joined):
                    yield from self._apart(begin + one.start, one.text, sentence[: one.start])

    def _apart(self, start: int, name: str, before: str) -> Iterator[tuple[int, str]]:
        """Yield ``name``, or the two names that it consists of: "in the United States Ida Lund worked".

        Both are those of entities, or the first one follows a preposition in ``before`` and is in the article, or a
        "the" between them shows where the second one begins: "After the sale of Ostby the Lund Museum closed".
        """
        if not before and (doing := _DOING.match(name)) is not None and not self._has_name(name):
            name, start = name[doing.end() :], start + doing.end()
        for found in _SECOND_NAME.finditer(name):
            first, second = name[: found.start()], name[found.end() :]
            if self._names.have(first) and self._names.have(second) and not self._has_name(name):
                yield start, first
                yield start + found.end(), second
                return
        is_where = _WHERE.search(before) is not None
        words = name.split()
        for number in range(1, len(words)):
            first, second = " ".join(words[:number]), " ".join(words[number:])
            is_known = fold(first) in self._others or (is_where and number < len(words) - 1 and self._names.have(first))
            if is_known and fold(second) in self._others and not self._has_name(name):
                yield start, first
                yield start + len(name) - len(second), second
                return
        yield start, name

    def _has_quote(self, quote: str) -> bool:
        parts = (part.strip("“”\"«»„‘’' .,;:!?—–-") for part in _LEFT_OUT.split(quote))
        return all(self._article.contains(part) for part in parts if part)

    def _has_name(self, name: str) -> bool:
        if name not in self._seen:
            self._seen[name] = (
                self._names.have(name)
                or any(map(self._names.have, self._others.get(fold(name), ())))
                or self._is_of_country(name)
            )
        return self._seen[name]

    def _is_of_country(self, name: str) -> bool:
        """Return whether the article has ``name`` without the country before it, which its title names.

        An article on "How Swiss farmers live" means the Swiss Council of States by "the Council of States".
        """
        country, _, rest = name.partition(" ")
        return (
            bool(rest)
            and any(same_word(fold(country), nation) for nation in NATIONS)
            and self._heading_names.have(country)
            and self._names.have(rest)
        )

    @cached_property
    def _heading_names(self) -> Names:
        return Names(self._heading, english=self._english)

    def _has_date(self, date: PartialDate) -> bool:
        if not date.month:
            return Decimal(date.year) in self._everywhere.numbers
        return any(
            one.month == date.month
            and (not date.day or one.day == date.day)
            and (not date.year or one.year == date.year or (not one.year and date.year in self._everywhere.numbers))
            for one in self._everywhere.dates
        )

    def _has_figure(self, figure: Figure, known: "_Figures") -> bool:
        if figure.years is not None and any(year in known.numbers for year in figure.years):
            return True
        if figure.is_ordinal and any(one.day in figure.values for one in known.dates):
            return True
        if figure.is_percent:
            parts = {_PARTS[value] for value in figure.values if value in _PARTS}
            return bool(figure.values & known.percentages) or bool(parts & known.words)
        return bool(figure.values & known.numbers)

    def _is_sum(self, figure: Figure, paragraph: int | None) -> bool:
        if figure.is_percent or figure.is_ordinal or paragraph is None or not 0 < paragraph < len(self._paragraphs):
            return False
        parts = [value for value in self._figures_of[paragraph].numbers if value not in _YEARS]
        if len(parts) > _SUMMANDS:
            return False
        return any(sum(some) in figure.values for number in (2, 3) for some in combinations(parts, number))

    @cached_property
    def _everywhere(self) -> "_Figures":
        return _Figures.of(self._figures_of)

    def _at(self, paragraph: int) -> "_Figures":
        """Return the figures of a paragraph; for a list item or table row, those of the whole list and its intro."""
        first = last = paragraph
        while first > 1 and _IS_ROW.match(self._article.paragraphs[first - 1]):
            first -= 1
        while (
            first < paragraph and last < len(self._article.paragraphs) and _IS_ROW.match(self._article.paragraphs[last])
        ):
            last += 1
        return self._figures_of[paragraph] if first == last else _Figures.of(self._figures_of[first : last + 1])

    @cached_property
    def _figures_of(self) -> "list[_Figures]":
        """The figures of the heading and of each paragraph."""
        return [_Figures.in_paragraph(text) for text in self._paragraphs]

    @cached_property
    def _own_words(self) -> frozenset[str]:
        """Words that the text or the facts have in lowercase; at the start of a sentence they are not names."""
        facts = (word for fact in self._seed.facts for word in LETTERS.findall(fact.plain))
        return frozenset(word for word in (*LETTERS.findall(self._text), *facts) if word.islower())

    @cached_property
    def _others(self) -> dict[str, tuple[str, ...]]:
        """All names of an entity, by each of its names, folded."""
        return {fold(name): entity.names for entity in self._seed.entities.values() for name in entity.names}

    @cached_property
    def _folded(self) -> str:
        return fold(self._text)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The quotations, names, dates and figures in a text; dates and figures as written and with their values."""

    quotes: tuple[str, ...]
    dates: tuple[tuple[str, WrittenDate], ...]
    names: tuple[str, ...]
    figures: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class _Figures:
    """The dates and figures of a part of the article. The year of a date is also a figure; its day is not."""

    dates: frozenset[PartialDate]
    numbers: frozenset[Decimal]
    percentages: frozenset[Decimal]
    """All figures of paragraphs and table rows that mention percentages."""
    words: frozenset[str]
    """Words for fractions, such as `half` and `quarter`."""

    @classmethod
    def in_paragraph(cls, text: str) -> "_Figures":
        dates = dates_in(text)
        undated = masked(text, ((date.start, date.end) for date in dates))
        readings = frozenset(reading for date in dates for reading in date.readings)
        numbers = frozenset(value for one in figures_in(undated) for value in one.values)
        words = frozenset(LETTERS.findall(text)) & frozenset(_PARTS.values())
        years = frozenset(Decimal(reading.year) for reading in readings if reading.year)
        return cls(readings, numbers | years, numbers if _PERCENT.search(text) else frozenset(), words)

    @classmethod
    def of(cls, parts: "Sequence[_Figures]") -> "_Figures":
        return cls(
            frozenset().union(*(part.dates for part in parts)),
            frozenset().union(*(part.numbers for part in parts)),
            frozenset().union(*(part.percentages for part in parts)),
            frozenset().union(*(part.words for part in parts)),
        )


def _is_variant(name: str, known: str, names: Names, *, person: bool) -> bool:
    """Return whether ``name`` is clearly a variant of ``known``: its initials, a longer form, or another spelling."""
    from rapidfuzz import fuzz

    here, there = (LETTERS.findall(fold(text)) for text in (name, known))
    initials = [
        "".join(word[0] for word in words if word not in {"of", "the", "and", "for"}) for words in (here, there)
    ]
    if (len(here) > 1 and initials[0] == "".join(there)) or (len(there) > 1 and initials[1] == "".join(here)):
        return True
    if not person:
        shared = any(same_word(word, other) and not names.is_plain(word) for word in here for other in there)
        return shared or fuzz.ratio(fold(name), fold(known)) >= _ALIKE
    return all(
        names.have(word.title()) or any(fuzz.ratio(word, other) >= _ALIKE_PERSON for other in there) for word in here
    )
