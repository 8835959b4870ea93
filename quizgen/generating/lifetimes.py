"""Find out when the people of a seed lived, so that nobody is offered for what happened in another century."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from quizgen.facts.answers import Answers
from quizgen.facts.model import Entity, Fact, Seed
from quizgen.text.content_words import content_set
from quizgen.text.dates import CENTURY_WORDS, YEAR
from quizgen.text.folding import fold

ACTIVE = 30
"""Years before and after a year in which somebody did something, in which the same person may have done so."""
GROWN = 20
"""The age at which people begin to do what texts tell of them."""
CAREER = 30
"""Years between two events in which one person may have had a part."""
SAME_AGE = 200
"""Years between two events in which one town may have had a part for all that a reader knows."""
MANY_AGES = 150
"""Years between the first and the last event of a text in which hardly anybody could have had a part in both."""
_DIED = re.compile(
    r"\b(?:died|drowned|perished|lost (?:his|her|their) li(?:fe|ves)"
    r"|(?:was|were) (?:murdered|killed|executed|hanged|beheaded|guillotined|assassinated|shot))\b"
)
_AMONG_DEAD = re.compile(
    r"\b(?:[Aa]mong|[Oo]ne of) the (?:dead|victims|casualties)(?: (?:of|in) [^,.;:]*?)? (?:was|were)\b(?P<who>[^.;:]*)"
)
_DIED_THEN = re.compile(
    r"(?:Died|Perished|Lost (?:his|her) life|Was (?:killed|drowned)|(?:A |One of the )?[Vv]ictims? of)\b"
    r"|(?:Killed|Drowned) (?:by|in|at|when|while|as)\b"
)
"""What a role begins with that says how somebody died."""
_HAPPENED = re.compile(r"\b(?:happen|occur|take place)\b")
_BEFORE_VERB = re.compile(r"(?:\b(?:and|who|he|she|had|has|later|then|also|soon|\w+ly)|[,)])$", re.IGNORECASE)
"""What may be between a person and the verb: another verb, or more about the person."""
_BORN = re.compile(r"\b(?:was|were|is) born\b")
_LIFE = re.compile(r"(?<=\w )\((?P<born>1\d{3}|20\d\d) ?[–-] ?(?P<died>1\d{3}|20\d\d)\)")
_YEAR = re.compile(rf"(?<![\d,.-]){YEAR}(?![\d%]|,\d|s\b)")
_DECADE = re.compile(r"(?<![\d,.-])(?:1\d|20)\d0(?=s\b)")
_CENTURY = re.compile(
    rf"\b(?P<number>\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(CENTURY_WORDS)})(?:st|nd|rd|th)?[ -]century(?P<bc> B\.?C)?"
)
_EARLIER = re.compile(r"\b(?:had|ancient|antiquity|once|formerly|long before)\b", re.IGNORECASE)
"""What tells of a time before that of the next sentences."""
_NOWADAYS = re.compile(r"\b(?:today|now|nowadays)\b(?P<clause>[^;:.]*)")
_TODAY = 1900
"""The first year of which a town with a museum of today may be thought."""
_CALLED_NOW = re.compile(
    r"\b(?:[Ww]hat is (?:now|today)|present-day|modern|now called|later called|later) (?:the )?(?=[A-Z])"
)


class Lifetimes:
    """The years in which people of a seed appear, by name, and those in which they were born and died.

    ``sentences`` are those of the text, with an empty one after each paragraph. Their dates count in addition to those
    of the facts; a person who is named without a date lived at the time of the sentences before, or of the first ones
    after it in the same paragraph. ``named_in`` returns the entities that a text names, in order.
    """

    def __init__(
        self, seed: Seed, answers: Answers, sentences: Iterable[str], named_in: Callable[[str], list[Entity]]
    ) -> None:
        self._answers = answers
        self._named_in = named_in
        self._years: dict[str, set[int]] = defaultdict(set)
        self._born: dict[str, int] = {}
        self._died: dict[str, int] = {}
        self._year_of_event = self._when_title_happened(seed)
        self._called_now: set[str] = set()
        self._of_today: set[str] = set()
        """The places that the text names for what is there today."""
        for fact in seed.facts:
            years = self.years_of(fact)
            marked = [entity for mark in fact.marks if (entity := self._answers.of(fact, mark).entity) is not None]
            for entity in marked:
                self._years[entity.name] |= years
            self._remember_life(fact.plain, years)
            self._remember_names(fact.plain)
        nearby: dict[str, frozenset[int]] = {}
        before: frozenset[int] = frozenset()
        waiting: set[str] = set()
        """Who is named in a paragraph before its first year."""
        for sentence in sentences:
            years = frozenset(_years_in(sentence))
            before = years or (before if sentence else frozenset())
            if before or not sentence:
                nearby |= dict.fromkeys(waiting, before)
                waiting.clear()
            self._remember_names(sentence)
            today = _named_for_today(sentence, named_in)
            self._of_today |= today
            for entity in named_in(sentence):
                if entity.name in today:
                    continue
                self._years[entity.name] |= years
                nearby.setdefault(entity.name, before)
                if not nearby[entity.name] and not _EARLIER.search(sentence):
                    waiting.add(entity.name)
            self._remember_life(sentence, years)
            self._remember_victims(sentence, min(before, default=None))
        self._remember_roles(seed)
        self._guessed = {name for name in nearby if not self._years[name]}
        """The names of which only the sentences around give a year."""
        for name in self._guessed:
            self._years[name] |= nearby[name]

    def years_of(self, fact: Fact) -> frozenset[int]:
        """Return the years that ``fact`` marks, and that of its event."""
        dates = [self._answers.of(fact, mark).date for mark in fact.marks]
        dates += [fact.when.when] if fact.when is not None else []
        return frozenset(date.year for date in dates if date is not None and date.year)

    def _when_title_happened(self, seed: Seed) -> int | None:
        """Return the year of the event that the title names, if a question asks when it happened."""
        title = content_set(seed.source.title)
        years = {
            date.year
            for fact in seed.facts
            for ask in fact.ask
            if title and title <= content_set(ask.stem) and _HAPPENED.search(ask.stem) is not None
            if (date := self._answers.of(fact, fact.mark(ask.answer)).date) is not None and date.year
        }
        return years.pop() if len(years) == 1 else None

    def years_around(self, fact: Fact, person: Entity) -> frozenset[int]:
        """Return the years of ``fact``; if it has none, those in which ``person`` did something else.

        Of a person of whom no year is known, it is assumed that the event of the text was in the same lifetime.
        """
        of_event = frozenset({self._year_of_event} if self._year_of_event is not None else ())
        return self.years_of(fact) or frozenset(self._years.get(person.name, ())) or of_event

    def alive(self, entities: Sequence[Entity], years: Collection[int]) -> list[Entity]:
        """Return those of ``entities`` who may have lived in one of ``years``.

        People of whom nothing is known are among them, unless the text tells of so many years that they may be of any.
        """
        alive = [one for one in entities if not self._was_dead(one, years) and not self._was_unborn(one, years)]
        if years and self._is_of_many_ages():
            alive = [one for one in alive if one.type != "person" or self.is_known(one)]
        return [one for one in alive if self._distance(one, years) <= CAREER]

    def is_of_another_age(self, entity: Entity, years: Collection[int]) -> bool:
        """Return whether everything that is known of ``entity``, a place or body, is far from all ``years``."""
        known = self._years.get(entity.name, ())
        if not known and entity.name in self._of_today:
            return max(years) < _TODAY
        return min((abs(one - other) for one in known for other in years), default=0) > SAME_AGE

    def is_called_so_later(self, entity: Entity) -> bool:
        """Return whether a place has this name only now: "near what is now Quebec City"."""
        return entity.name in self._called_now

    def limits(self, text: str, year: int, active: int = ACTIVE) -> tuple[int, int]:
        """Return the year before and the last one in which the people in ``text`` lived, if they include ``year``.

        Of somebody whose birth or death is not known, it is assumed that ``year`` is in the middle of an active life,
        with so many ``active`` years before and after it: more if ``year`` is only approximate.
        """
        people = [entity.name for entity in self._named_in(text) if entity.type == "person"]
        born = [first for name in people if (first := self._born.get(name)) is not None and first < year]
        # Nobody does as a child what others do as adults, and nobody is born just before the first deed.
        born = [first + GROWN - 1 if year >= first + GROWN else first for first in born]
        if _BORN.search(text) is not None:
            deeds = [min(later) for name in people if (later := {one for one in self._years[name] if one > year})]
            before_deeds = [deed - GROWN for deed in deeds if deed - GROWN >= year]
            return (year - active, min(before_deeds)) if before_deeds else (0, 9999)
        died = [last for name in people if (last := self._died.get(name)) is not None and last > year]
        before, last = (year - active, year + active) if people else (0, 9999)
        return max(born, default=before), min(died, default=last)

    def age_at_death(self, text: str) -> int | None:
        """Return how old the person whom ``text`` names became, if the years of birth and death are known."""
        names = [one.name for one in self._named_in(text) if one.name in self._born and one.name in self._died]
        return self._died[names[0]] - self._born[names[0]] if names else None

    def is_of_time(self, entity: Entity, years: Collection[int]) -> bool:
        """Return whether ``entity`` may have lived in one of ``years``, as far as is known."""
        return self._distance(entity, years) <= CAREER

    def is_known(self, entity: Entity) -> bool:
        """Return whether a year is known in which ``entity`` did something or was the place of something."""
        return bool(self._years.get(entity.name))

    def is_told(self, entity: Entity) -> bool:
        """Return whether a fact or a sentence about ``entity`` gives a year, rather than a sentence before it."""
        return self.is_known(entity) and entity.name not in self._guessed

    def known(self, entity: Entity) -> frozenset[int]:
        """Return the years that the seed and the text connect with ``entity``."""
        return frozenset(self._years.get(entity.name, ()))

    def existed_then(self, entity: Entity, years: Collection[int]) -> bool:
        """Return whether ``entity``, a body or an event, is known from ``years`` or not long before or after.

        A probe that is first named for its launch in 1997 did nothing in 1980.
        """
        known = self._years.get(entity.name, ())
        return bool(known) and min(known) <= max(years) and self._distance_of(known, years) <= ACTIVE

    def _is_of_many_ages(self) -> bool:
        years = [year for known in self._years.values() for year in known]
        return bool(years) and max(years) - min(years) > MANY_AGES

    def _distance(self, entity: Entity, years: Collection[int]) -> int:
        known = self._years.get(entity.name, ()) if entity.type == "person" else ()
        return self._distance_of(known, years)

    def _distance_of(self, known: Collection[int], years: Collection[int]) -> int:
        return min((abs(one - other) for one in known for other in years), default=0)

    def _was_dead(self, entity: Entity, years: Collection[int]) -> bool:
        return bool(years) and entity.name in self._died and min(years) > self._died[entity.name]

    def _was_unborn(self, entity: Entity, years: Collection[int]) -> bool:
        return bool(years) and entity.name in self._born and max(years) < self._born[entity.name]

    def _remember_life(self, text: str, years: Collection[int]) -> None:
        """Remember when the last person named before "died" or "was born" did so, and "Ida Lund (1819–1891)"."""
        for span in _LIFE.finditer(text):
            if (who := self._last_person(text[: span.start()])) is not None:
                self._born.setdefault(who.name, int(span["born"]))
                self._died.setdefault(who.name, int(span["died"]))
        for pattern, found in ((_DIED, self._died), (_BORN, self._born)):
            verb = pattern.search(text)
            if verb is None or not years:
                continue
            before = text[: verb.start()].rstrip()
            if (who := self._last_person(before)) is not None and _is_subject(who, before):
                after = next(map(int, _YEAR.findall(text, verb.end())), None)
                earlier = [int(year) for year in _YEAR.findall(text, 0, verb.start())]
                year = after or (earlier[-1] if earlier else min(years))
                for one in {who.name: who, **self._joined_with(who, before)}:
                    found.setdefault(one, year)

    def _remember_victims(self, sentence: str, year: int | None) -> None:
        """Remember who died in ``year`` by "among the dead were"; without a year, in the event of the text."""
        if (found := _AMONG_DEAD.search(sentence)) is not None and (died := year or self._year_of_event) is not None:
            for one in self._named_in(found["who"]):
                if one.type == "person":
                    self._died.setdefault(one.name, died)

    def _remember_roles(self, seed: Seed) -> None:
        """Remember whose role says that they died; those of whom it says no year did so in the event of the text."""
        for one in seed.entities.values():
            if one.type == "person" and one.role is not None and _DIED_THEN.match(one.role) is not None:
                year = next(map(int, _YEAR.findall(one.role)), self._year_of_event)
                if year is not None:
                    self._died.setdefault(one.name, year)

    def _joined_with(self, person: Entity, text: str) -> dict[str, Entity]:
        """Return whom an "and" before the ``person`` at the end of ``text`` joins: "Ida Lund and Ole Krag died"."""
        before = re.search(rf" and (?:{'|'.join(map(re.escape, person.names))})\W*(?:, [^,]*,)?$", text)
        one = self._last_person(text[: before.start()]) if before is not None else None
        is_joined = one is not None and before is not None and text[: before.start()].endswith(one.names)
        return {one.name: one} if one is not None and is_joined else {}

    def _last_person(self, text: str) -> Entity | None:
        named = self._named_in(text)
        return named[-1] if named and named[-1].type == "person" else None

    def _remember_names(self, text: str) -> None:
        for found in _CALLED_NOW.finditer(text):
            after = text[found.end() :]
            self._called_now |= {
                entity.name
                for entity in self._named_in(after)
                if entity.type == "place" and after.startswith(tuple(entity.names))
            }


def _is_subject(person: Entity, before: str) -> bool:
    """Return whether ``person`` is the subject of the verb that follows ``before``, as far as the last word shows it.

    "Ida Lund died" and "Ida Lund moved to Oslo, where she died" are about her, but "Ida Lund’s father died" is not.
    """
    return fold(before).endswith(tuple(map(fold, person.names))) or _BEFORE_VERB.search(before) is not None


def _named_for_today(sentence: str, named_in: Callable[[str], list[Entity]]) -> set[str]:
    """Return the places that ``sentence`` names for what is there today: "today it is in a museum in Ostby"."""
    clauses = (found["clause"] for found in _NOWADAYS.finditer(sentence))
    return {one.name for clause in clauses for one in named_in(clause) if one.type == "place"}


def _years_in(text: str) -> Iterator[int]:
    yield from map(int, _YEAR.findall(text))
    yield from (int(decade) + 5 for decade in _DECADE.findall(text))
    for found in _CENTURY.finditer(text):
        number = found["number"]
        century = int(number) if number.isdecimal() else CENTURY_WORDS.index(number) + 1
        yield -100 * century + 50 if found["bc"] else 100 * century - 50
