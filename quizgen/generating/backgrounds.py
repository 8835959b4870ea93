"""Read in a text who the people of a seed were, and where its places are, because that excludes them as options.

If the text says "the diver Ida Lund", a question that begins with "Which publisher" does not offer her.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from quizgen.facts.model import Entity
from quizgen.generating.entities import is_nationality
from quizgen.generating.gazetteer import place_kind
from quizgen.generating.occupations import is_occupation
from quizgen.text.countries import are_people_of
from quizgen.text.folding import fold, occurs_in

_NAME = r"(?:[A-ZÀ-Þ][\w’'-]+ )?[A-ZÀ-Þ][\w’'-]+"
_CAPITALIZED = re.compile(rf"\b{_NAME}")
_TITLE = re.compile(r"(?:[\w’'-]+ ){0,2}(?P<last>[\w-]+),? $")
"""What is before a name: "the British geophysicist"."""
_DESCRIPTION = re.compile(r", (?:(?:an?|the|then|once|former) )+(?P<words>[^,.;:()—]+)")
"""What is after a name: ", a Dutch master builder"."""
_CLAUSE = re.compile(r" (?:who|whom|whose|which|that|of|from|in|at|for|to|by|with)\b")
_IN_COUNTRY = re.compile(rf"(?:(?:,| and|, and) {_NAME})?(?:,| in|, in) (?:the )?(?P<country>{_NAME})")
_KIND = re.compile(
    r"\b(?P<kind>abbey|monastery|castle|village|town|city|port|island|district|suburb|county|province|state|kingdom"
    r"|republic|planet|moon) of (?:the )?$"
)
_OTHER_FORMS = {"british": "great britain", "dutch": "netherlands", "french": "france", "american": "united states"}
_WORD = re.compile(r"[\w-]+")
_PROPERTY = re.compile(
    r"\b(?P<which>[^\W\d_]+)-(?P<of>speaking|born|ruled|owned|built|held|led|occupied|[a-z]{3,}ed)\b"
)
"""A property that excludes others of its kind: what is French-speaking is not German-speaking."""
_NEARBY = 2
"""So many paragraphs may be between things of the same part of a story."""
_UNKNOWN = 1000
"""More paragraphs than a text has."""


class Backgrounds:
    """What ``sentences`` say about the entities that ``named_in`` finds; after each paragraph is an empty sentence.

    Sentences after the last empty one repeat those before in other words. What ``statements`` call people counts, too.
    """

    def __init__(
        self, sentences: Sequence[str], named_in: Callable[[str], list[Entity]], statements: Sequence[str] = ()
    ) -> None:
        self._occupations: dict[str, set[str]] = defaultdict(set)
        self._nations: dict[str, set[str]] = defaultdict(set)
        self._countries: dict[str, set[str]] = defaultdict(set)
        self._kinds: dict[str, set[str]] = defaultdict(set)
        self._paragraphs: dict[str, set[int]] = defaultdict(set)
        self._places: dict[str, set[str]] = defaultdict(set)
        self._properties: dict[str, set[str]] = defaultdict(set)
        for sentence in (*statements, *sentences):
            if properties := {found[0] for found in _PROPERTY.finditer(sentence)}:
                for one in named_in(sentence):
                    self._properties[one.name] |= properties
        for statement in statements:
            for one in named_in(statement):
                for before, after in _around(one, statement) if one.type == "person" else ():
                    self._remember_person(one, before, after)
        paragraph, last = 0, sentences.count("")
        for sentence in sentences:
            paragraph += not sentence
            named = named_in(sentence) if sentence else []
            for one in named:
                if paragraph < last:  # after the paragraphs are sentences of a draft
                    self._paragraphs[one.name].add(paragraph)
                for before, after in _around(one, sentence):
                    if one.type == "person":
                        self._places[one.name] |= _places_after(after, named)
                        self._remember_person(one, before, after)
                    elif one.type == "place":
                        self._remember_place(one, before, after)

    def occupations(self, person: Entity) -> frozenset[str]:
        """Return what the text, the role and the group call ``person``: "publisher"."""
        return _occupations(f"{person.role or ''} {person.group or ''}") | self._occupations.get(person.name, set())

    def is_foreign(self, person: Entity, text: str) -> bool:
        """Return whether the text calls ``person`` British, for example, and ``text`` names other countries only."""
        nations = self._nations.get(person.name, set())
        countries = {fold(one) for one in _CAPITALIZED.findall(text) if place_kind(one) == "country"}
        is_of_one = any(
            _OTHER_FORMS.get(nation) == country or are_people_of(nation, country)
            for nation in nations
            for country in countries
        )
        return bool(nations) and bool(countries) and not is_of_one

    def is_located(self, place: Entity) -> bool:
        """Return whether the text says in which country ``place`` is."""
        return place.name in self._countries

    def is_in(self, place: Entity, country: str) -> bool:
        """Return whether the text or the role of ``place`` says that it is in ``country``."""
        return country in self._countries.get(place.name, ()) or occurs_in(fold(country), fold(place.role or ""))

    def kinds(self, place: Entity) -> frozenset[str]:
        """Return what the text calls ``place``: "abbey", if it says "the abbey of Ostby"."""
        return frozenset(self._kinds.get(place.name, ()))

    def other_property(self, entity: Entity, stem: str) -> str | None:
        """Return what the seed or the text calls ``entity`` instead of what ``stem`` asks for: "French-speaking".

        If it is near both words, or near neither, nothing is known.
        """
        asked = _PROPERTY.search(stem)
        if asked is None:
            return None
        described = f"{entity.role or ''} {entity.group or ''}"
        known = self._properties.get(entity.name, set()) | {found[0] for found in _PROPERTY.finditer(described)}
        others = sorted(one for one in known if fold(one).endswith(f"-{asked['of']}"))
        return others[0] if others and fold(asked[0]) not in map(fold, others) else None

    def is_elsewhere(self, person: Entity, own: Entity, place: Entity, *, is_land: bool) -> bool:
        """Return whether the text does not show that ``person`` did something in ``place``, as ``own`` did.

        Of a country or region, nobody says that about everybody, so another place has to be named.
        """
        places = self._places.get(person.name, set())
        is_told = bool(places) if is_land else place.name in self._places.get(own.name, ())
        return is_told and place.name not in places

    def is_far(self, one: Entity, other: Entity) -> bool:
        """Return whether the text names ``one`` and ``other``, but in different parts."""
        return _NEARBY < self.paragraphs_between(one, other) < _UNKNOWN

    def paragraphs_between(self, one: Entity, other: Entity) -> int:
        """Return how many paragraphs there are from a mention of ``one`` to the nearest one of ``other``."""
        here, there = (self._paragraphs.get(entity.name, set()) for entity in (one, other))
        return min((abs(first - second) for first in here for second in there), default=_UNKNOWN)

    def nearest(self, own: Entity, others: Sequence[Entity], fewest: int, *, farther: int = 1) -> list[Entity]:
        """Return those of ``others`` that the text names near ``own``, at least ``fewest`` if there are so many.

        What is named nearby belongs to the same part of the story, and so does what is a paragraph ``farther`` away.
        """
        apart = {one.name: self.paragraphs_between(own, one) for one in others}
        farthest = max(sorted(apart.values())[:fewest], default=0) + farther
        return [one for one in others if apart[one.name] <= farthest]

    def _remember_person(self, one: Entity, before: str, after: str) -> None:
        title, described = _TITLE.search(before), _DESCRIPTION.match(after)
        phrases = [title[0]] if title is not None and is_occupation(title["last"].lower()) else []
        phrases += [_CLAUSE.split(described["words"])[0]] if described is not None else []
        for words in phrases:
            if occupations := _occupations(words):
                self._occupations[one.name] |= occupations
                self._nations[one.name] |= {word.lower() for word in _WORD.findall(words) if is_nationality(word)}

    def _remember_place(self, one: Entity, before: str, after: str) -> None:
        if (called := _KIND.search(before)) is not None:
            self._kinds[one.name].add(called["kind"])
        found = _IN_COUNTRY.match(after)
        if found is not None and place_kind(found["country"]) == "country" != place_kind(one.name):
            self._countries[one.name].add(found["country"])


def _around(entity: Entity, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield what is before and after each name of ``entity`` in ``sentence``."""
    for name in entity.names:
        for found in re.finditer(rf"\b{re.escape(name)}\b", sentence):
            yield sentence[: found.start()], sentence[found.end() :]


def _places_after(after: str, named: Iterable[Entity]) -> set[str]:
    """Return the place, of those ``named``, at which something was done, as the words ``after`` a person say."""
    found = {
        match.start(): one.name
        for one in named
        if one.type == "place"
        for match in re.finditer(rf"\b(?:in|at) (?:the )?(?:{'|'.join(map(re.escape, one.names))})\b", after)
    }
    return {found[min(found)]} if found else set()


def _occupations(words: str) -> frozenset[str]:
    return frozenset(word for word in map(str.lower, _WORD.findall(words)) if is_occupation(word))
