"""Find the entities that could be taken for an answer, and say why others could not."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizgen.facts.answers import Answers
from quizgen.facts.model import Entity, Fact, Seed
from quizgen.facts.truths import Truths
from quizgen.generating.alike import is_narrow
from quizgen.generating.asked import (
    Excluded,
    asked_kinds,
    asked_occupation,
    excluding_words,
    leave_out,
    naming_words,
    why_unlike,
)
from quizgen.generating.asked_places import nearest_in_time, why_unsafe
from quizgen.generating.backgrounds import Backgrounds
from quizgen.generating.balance import DISTRACTORS
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.fields import are_strange, fields_of
from quizgen.generating.gazetteer import place_kind
from quizgen.generating.lifetimes import Lifetimes
from quizgen.generating.occupations import has_occupation, office_of
from quizgen.questions.marks import Mark
from quizgen.text.content_words import content, content_set, words_of
from quizgen.text.folding import fold
from quizgen.text.noun_kinds import is_mainly

_NOWADAYS = re.compile(r"\b(?:now|today|nowadays|present-day|modern|current)\b", re.IGNORECASE)

_IN_COUNTRY = re.compile(r"\b[Ii]n (?:the )?(?P<country>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?)")
_CAPITALIZED = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w-]+")
_AFTER_NAME = re.compile(r"[A-ZÀ-Þ][\w’'.-]+,? $")
_LANDS = frozenset({"country", "state", "region"})
_SEVERAL = 4
"""Whom so many facts name, and nobody else half as many, is the one whom a text is about."""


def may_be_confused(entity: Entity) -> bool:
    """Return whether entities like ``entity`` are similar enough to be taken for one another.

    People are. Among the places, organizations, and events of a text are too many kinds, unless they have a group.
    """
    return entity.group is not None or entity.type == "person"


class Lookalikes:
    """The entities of a seed, which may be taken for each other if they are of the same type, group and time."""

    def __init__(
        self,
        seed: Seed,
        answers: Answers,
        truths: Truths,
        names: EntityNames,
        lifetimes: Lifetimes,
        *,
        backgrounds: Backgrounds,
    ) -> None:
        self._answers = answers
        self._truths = truths
        self._names = names
        self._lifetimes = lifetimes
        self._backgrounds = backgrounds
        self._entities = tuple(seed.entities.values())
        self._title = content_set(seed.source.title)
        self._kinds: dict[str, set[str]] = defaultdict(set)
        """By name, the nouns by which questions ask for a place: "village"."""
        for fact in seed.facts:
            for ask in fact.ask:
                entity = answers.of(fact, fact.mark(ask.answer)).entity
                if entity is not None and entity.type == "place":
                    self._kinds[entity.name] |= asked_kinds(ask.stem)
        self._topics: dict[str, set[str]] = defaultdict(set)
        """By name, the topics whose facts name an entity, which fits their questions better than others do."""
        for fact in seed.facts:
            for one in names.named_in(fact.plain):
                self._topics[one.name].add(fact.topic)
        self._protagonist = self._most_named(seed)
        self._groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
        for entity in self._entities:
            self._groups[entity.type, entity.group].append(entity)

    def _most_named(self, seed: Seed) -> str | None:
        """Return the name of the person whom the whole seed is about: in its title, or in most of its facts."""
        counts = Counter(
            one.name for fact in seed.facts for one in self._names.named_in(fact.plain) if one.type == "person"
        )
        for one in self._names.named_in(seed.source.title):
            if one.type == "person" and counts[one.name] >= _SEVERAL:
                return one.name
        (first, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        return first if most >= _SEVERAL and most >= 2 * next_most else None

    def of(self, fact: Fact, mark: Mark) -> list[Entity]:
        """Return the entities that could be taken for the one that ``mark`` marks, which may also be correct."""
        own, stem = self._asked(fact, mark)
        return self._like(fact, own, stem) if own is not None else []

    def why_unsafe(self, fact: Fact, mark: Mark) -> str | None:
        """Return why no other place or thing is proposed for the one that ``mark`` marks; None if others may be."""
        own, stem = self._asked(fact, mark)
        return why_unsafe(own, stem) if own is not None and may_be_confused(own) else None

    def not_named(self, fact: Fact, mark: Mark) -> list[Entity]:
        """Return the other entities of the group of the one that ``mark`` marks that the question does not name."""
        own, stem = self._asked(fact, mark)
        named = self._named_near(fact, stem)
        return [one for one in self._others(own) if one.name not in named] if own is not None else []

    def of_other_times(self, fact: Fact, mark: Mark) -> list[Entity]:
        """Return the people who could be taken for the one that ``mark`` marks, if they had lived at that time."""
        own, stem = self._asked(fact, mark)
        if own is None or own.type != "person":
            return []
        if not self._is_dated(fact, own):
            return []
        alike = self._like(fact, own, stem)
        others = (one for one in self._of_any_time(fact, own, stem) if one not in alike)
        return [one for one in others if self._lifetimes.is_told(one)]

    def _is_dated(self, fact: Fact, own: Entity) -> bool:
        """Return whether the seed or the text says when the person ``own`` did what ``fact`` tells, or lived."""
        return bool(self._lifetimes.years_of(fact)) or self._lifetimes.is_told(own)

    def excluded(self, fact: Fact, mark: Mark) -> list[Excluded]:
        """Return the other entities of the group that cannot be taken for the one that ``mark`` marks."""
        own, stem = self._asked(fact, mark)
        if own is None:
            return []
        named = self._named_near(fact, stem)
        alike, correct = self._like(fact, own, stem), self._truths.of(fact, mark)
        found: list[Excluded] = []
        for one in self._others(own) if may_be_confused(own) else self._entities:
            if one is own or one.type != own.type:
                continue
            why = self._why_unlike(fact, own, one, stem)
            if one.name in named:
                why = Excluded(one.name, "is named in the statement or in the stem")
            elif why is None and one not in alike and one.type == "person":
                is_told = self._is_dated(fact, own) and self._lifetimes.is_told(one)
                what = "lived at a different time" if is_told else "is not known to have lived at that time"
                why = Excluded(one.name, what, (f"have lived at the same time as {own.name}",))
            elif why is None and fold(one.name) in correct:
                why = Excluded(one.name, "is also correct")
            if why is not None:
                found.append(why)
        return found

    def possible(
        self, fact: Fact, mark: Mark, *, without: Iterable[str] = (), with_role: str = "", of_any_group: bool = False
    ) -> int:
        """Return how many entities could be taken for the one that ``mark`` marks if the author changed something.

        That is, if the stem asked for it ``without`` these words, if the roles of all others began ``with_role``, or
        if all entities of its type were in one group.
        """
        own, stem = self._asked(fact, mark)
        if own is None:
            return 0
        stem = leave_out(stem, without)
        others = [one for one in self._entities if one.type == own.type] if of_any_group else self._others(own)
        if with_role:
            others = [one.model_copy(update={"role": f"{with_role} {one.role or ''}"}) for one in others]
        correct = self._truths.of(fact, mark)
        alike = self._like(fact, own, stem, [one for one in others if one.name != own.name])
        return sum(one is not own and fold(one.name) not in correct for one in alike)

    def excluding_words(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        """Return the words of the stem that say what the answer is, if they exclude other entities of its group.

        For "Which king signed it?", that is "king" if the role of another person in the group does not fit.
        """
        own, stem = self._asked(fact, mark)
        if own is None:
            return ()
        others = self._others(own)
        return excluding_words(stem, own, others) or (
            asked_occupation(stem) if any(self._is_of_other_occupation(own, one, stem) for one in others) else ()
        )

    def naming_words(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        """Return the words of the stem that say what the answer is and are in its name: "society"."""
        own, stem = self._asked(fact, mark)
        return naming_words(stem, own) if own is not None else ()

    def lived_then(self, fact: Fact, entity: Entity) -> bool:
        """Return whether ``entity`` may have had a part in what ``fact`` tells of, as far as its years are known."""
        return self._lifetimes.is_of_time(entity, self._lifetimes.years_of(fact))

    def _asked(self, fact: Fact, mark: Mark) -> tuple[Entity | None, str]:
        """Return the entity that ``mark`` marks, and the stem that asks for it, which may be empty."""
        ask = fact.ask_for(mark)
        return self._answers.of(fact, mark).entity, ask.stem if ask is not None else ""

    def _others(self, own: Entity) -> list[Entity]:
        return [other for other in self._groups[own.type, own.group] if other is not own]

    def _like(self, fact: Fact, own: Entity, stem: str, others: Sequence[Entity] | None = None) -> list[Entity]:
        """Return the entities, of those in its group or of ``others``, that could be taken for ``own`` here."""
        fitting = self._of_any_time(fact, own, stem, others)
        if own.type == "person":
            alive = self._lifetimes.alive(fitting, self._lifetimes.years_around(fact, own))
            if len(alive) < DISTRACTORS and not self._is_dated(fact, own):
                # Who is named in the same paragraph has to do with the same thing.
                together = [one for one in fitting if self._backgrounds.paragraphs_between(own, one) == 0]
                alive = [one for one in fitting if one in alive or one in together]
            fitting = self._backgrounds.nearest(own, self._of_field(own, stem, alive), DISTRACTORS + 1, farther=0)
        elif own.type == "place":
            fitting = self._backgrounds.nearest(own, fitting, DISTRACTORS)
            if years := _years_told(fact, self._lifetimes.years_of(fact)):
                known = {one.name: self._lifetimes.known(one) for one in fitting}
                near = nearest_in_time(years, known, DISTRACTORS)
                fitting = [one for one in fitting if one.name in near]
        of_topic = [one for one in fitting if fact.topic in self._topics.get(one.name, {fact.topic})]
        return of_topic if len(of_topic) > DISTRACTORS else fitting

    def _of_field(self, own: Entity, stem: str, people: list[Entity]) -> list[Entity]:
        """Return those of ``people`` who may have done what ``stem`` asks for, as far as their deeds show their field.

        If there are too few of them, all are returned.
        """
        # For the longest ride, those who rode are more plausible than those who paid for it.
        told = self._things_told(stem)
        related = [one for one in people if not told.isdisjoint(content(words_of(one.role or "")))]
        if len(related) >= DISTRACTORS:
            return related
        asked = fields_of(f"{stem} {self._deeds(own)}")
        found = [one for one in people if not are_strange(fields_of(self._deeds(one)), asked)]
        return found if len(found) >= DISTRACTORS else people

    def _things_told(self, stem: str) -> frozenset[str]:
        """Return the things that ``stem`` is about besides what is in the title and in names, as stems of words."""
        things = (word for word in stem.split()[1:] if word.islower() and is_mainly(word.strip(".,?"), "act"))
        return content_set(" ".join(things)) - self._title

    def _deeds(self, person: Entity) -> str:
        """Return what the seed and the text say that ``person`` was and did."""
        return f"{person.role or ''} {' '.join(sorted(self._backgrounds.occupations(person)))}"

    def _of_any_time(self, fact: Fact, own: Entity, stem: str, others: Sequence[Entity] | None = None) -> list[Entity]:
        """Return the entities that could be taken for ``own`` here, if nobody knew when each of them lived."""
        if why_unsafe(own, stem) is not None:
            return []
        # An entity that the statement or the stem already names would be obviously wrong, or given away.
        named = self._named_near(fact, stem) | {own.name}
        if others is None:
            others = self._others(own) if may_be_confused(own) else []
        return [one for one in others if one.name not in named and self._why_unlike(fact, own, one, stem) is None]

    def _place_in(self, stem: str) -> Entity | None:
        """Return the place of the seed in which something was done, as ``stem`` says: "Who taught at Ostby?"."""
        named = self._names.named_in(stem)
        return next((one for one in named if one.type == "place" and _is_place_of(stem, one)), None)

    def _is_of_other_occupation(self, own: Entity, one: Entity, stem: str) -> bool:
        """Return whether ``stem`` asks for an occupation or an office that ``one`` is not known to have."""
        if own.type != "person":
            return False
        known = self._backgrounds.occupations(one)
        if (office := office_of(stem)) is not None and not office.is_held(one, known):
            return True
        asked = asked_occupation(stem)
        return bool(asked) and not has_occupation(one, asked, known)

    def _named_near(self, fact: Fact, stem: str) -> set[str]:
        """Return the entities that the statement, its attribution or ``stem`` names."""
        text = f"{fact.plain} {fact.attribution or ''} {stem}"
        capitalized = set(_CAPITALIZED.findall(text))
        by_surname = {
            one.name for one in self._entities if one.type == "person" and one.name.split()[-1] in capitalized
        }
        return by_surname | {one.name for one in self._names.named_in(text)}

    def _why_unlike(self, fact: Fact, own: Entity, one: Entity, stem: str) -> Excluded | None:
        """Return why ``one`` cannot be taken for ``own``, or None if it can, apart from when it lived."""
        called = self._backgrounds.kinds(one) | self._kinds.get(one.name, set())
        if (why := why_unlike(fact.plain, own, one, stem, called)) is not None:
            return why
        if (other := self._backgrounds.other_property(one, stem)) is not None:
            return Excluded(one.name, f"is called {other!r}")
        if one.name == self._protagonist:
            return Excluded(one.name, "is named so often that everybody can rule that out")
        if self._is_of_other_occupation(own, one, stem):
            office = office_of(stem)
            words = " ".join(asked_occupation(stem)) or (office.name if office is not None else "")
            return Excluded(one.name, f"is not known as {words!r}", (f"have {words!r} in its `role`",))
        context = f"{fact.plain} {stem}"
        if self._backgrounds.is_foreign(one, context) and not self._backgrounds.is_foreign(own, context):
            return Excluded(one.name, "is from a different country", ("be from a country that the statement names",))
        place = self._place_in(stem) if own.type == "person" else None
        if place is not None and self._backgrounds.is_elsewhere(one, own, place, is_land=_is_land(place)):
            needs = (f"be known to have been in {place.name}",)
            return Excluded(one.name, f"is not known to have been in {place.name}", needs)
        if own.type != "person" and (years := _years_told(fact, self._lifetimes.years_of(fact))):
            is_undated = own.type == "place" and not self._lifetimes.is_known(one) and not is_narrow(own)
            if self._lifetimes.is_of_another_age(one, years):
                return Excluded(one.name, "is named for a different time", ("be named for something of that time",))
            if is_undated and self._backgrounds.is_far(own, one):
                return Excluded(one.name, "is named in another part of the text", ("be named for the same thing",))
            if own.type != "place" and not self._lifetimes.existed_then(one, years):
                return Excluded(one.name, "is not known to have existed then", ("have existed at that time",))
        if own.type == "place" and self._backgrounds.is_located(one) != self._backgrounds.is_located(own):
            return Excluded(one.name, "is in a different country")
        if own.type == "place":
            for country in _countries_around(context, own):
                if not self._backgrounds.is_in(one, country):
                    return Excluded(one.name, f"is not known to be in {country}", (f"have {country!r} in its `role`",))
        is_old = bool(self._lifetimes.years_of(fact)) and _NOWADAYS.search(stem) is None
        return (
            Excluded(one.name, "had a different name at that time")
            if is_old and self._lifetimes.is_called_so_later(one)
            else None
        )


def _years_told(fact: Fact, years: Iterable[int]) -> frozenset[int]:
    """Return those of ``years`` that the statement of ``fact`` names, as what it tells is not always of a time."""
    return frozenset(year for year in years if str(year) in fact.plain)


def _is_land(place: Entity) -> bool:
    return place.group in _LANDS or place_kind(place.name) in _LANDS


def _is_place_of(text: str, place: Entity) -> bool:
    """Return whether ``text`` says that something was done in ``place``: "at Ostby"."""
    return re.search(rf"\b(?:in|at) (?:the )?(?:{'|'.join(map(re.escape, place.names))})\b", text) is not None


def _countries_around(text: str, place: Entity) -> Iterator[str]:
    """Yield the countries and regions of which ``text`` says that something in them is asked for: "in England".

    "Ostby in Norway" says only where Ostby is.
    """
    if _is_land(place):
        return
    for found in _IN_COUNTRY.finditer(text):
        is_of_another = _AFTER_NAME.search(text[: found.start()]) and not text[: found.start()].rstrip(", ").endswith(
            place.names
        )
        if place_kind(found["country"]) in _LANDS and not is_of_another:
            yield found["country"]
