"""Reword sentences so that each can be understood without those before it, and find those that cannot be reworded.

A pronoun becomes the name that it refers to, a day gets its year, and "the next day" becomes a date. This follows a few
patterns of English, so a sentence that fits none of them is left out with the reason.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quizgen.generating.given_names import is_woman
from quizgen.linting.references import day_without_year, lone_pronoun, relative_date
from quizgen.text.dates import MONTHS, PartialDate
from quizgen.text.figures import dates_in
from quizgen.text.folding import occurs_in
from quizgen.text.numbers import number_word_run

_MONTH = "|".join(MONTHS)
_CONNECTION = re.compile(
    r"(?:However|Therefore|Moreover|Furthermore|In addition|As a result|Consequently|Thus|Hence|For example"
    r"|For instance|In fact|Indeed|Meanwhile|Finally|Similarly|In contrast|By contrast|On the other hand|Eventually"
    r"|Afterwards?),? "
)
_INSIDE = re.compile(r"(?<=\w) therefore(?= \w)|, however,|, therefore,")
_DAY = re.compile(rf"(?<!\d )\b(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}\b(?!,? \d{{3}}))(?!,? \d{{3,4}})")
_YEAR = re.compile(r"(?<![\d.,-])(?:1\d|20)\d\d(?![\d%-]|[.,]\d)")
_BEFORE_DATE = re.compile(r"[A-Z][^,]{3,30} (?:before|earlier|later|after),? (?=(?:on|in) (?:\d|[A-Z]))")
_LATER = re.compile(
    r"(?:The (?:next|following) (?P<next>day|year)"
    r"|(?P<number>(?:A few|[\w-]+)) (?P<unit>minute|hour|day|week|month|year)s? (?P<way>later|earlier|before|after)),? "
)
_YEARS_AGO = re.compile(r"(?P<number>[\w-]+) years (?P<way>later|earlier|before)(?=[.,;])")
_QUOTE = r"[“\"][^“”\"]+[”\"],? "
_PRONOUN = re.compile(
    rf"(?P<before>(?:{_QUOTE}|(?:In|On|By|After|Since|Until|From) [^,]*?\d+,? )?)"
    r"(?P<pronoun>[Ii]t|[Tt]hey|[Ii]ts|[Tt]heir)\b"
)
_BEFORE_PERSON = re.compile(
    rf"(?:{_QUOTE}(?:said|says|wrote|asked|added|replied|recalled) )?(?:[Tt]he )?"
    r"(?:(?!of|to|by|with|from|for|in|at|on|and)[\w-]+ ){0,4}"
)
_BEFORE_NAME = re.compile(r"(?:[Tt]he )?")
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er)\b")
_OWNED = re.compile(
    r" (?!(?:among|to|in|on|at|for|by|with|from|as|and|or|but|was|is|were|had|has|when|because|until|after|before|the"
    r"|an?)\b)[a-z]"
)
_INNER = re.compile(r"(?<=\w )(?:it|them|they)\b")
_EXPLAINS = re.compile(
    r"\b(?:an?|the|each|every|this|that|no|any|another|its|their|his|her|these|those|all|many|some|most|both)\b|\d"
    r"|(?-i:\b[a-z]{3,}s\b|^[A-Z][a-z]{2,}s\b)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r" (?:on|last|next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d|, \d)")
_DATELINE = re.compile(
    rf"[A-Z]{{3,}}[A-Z ,]*(?:, )?(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})?(?:,? \d{{4}})? [–—-]+ "
)
_ANYBODY = re.compile(
    r"(?:(?:If|When|Whenever|Before|After|Once) (?:an?|each|every|no|any)|Each|Every|No|Any) (?:[\w-]+ ){1,3}"
)
_IT_IS_THAT = re.compile(
    r"It (?:takes?|took)\b(?! place| part| in| up| off| over)"
    r"|It (?:is|was|has been|became|seems|seemed|appears|appeared) "
    r"(?:(?!the\b|an?\b|to\b)[\w-]+ ){0,2}?(?:that|whether|to|for|who)\b(?! be\b)"
)
_UNCLEAR = re.compile(
    r"(?:(?P<some>Some|Most|Many|Both|All|Others?|Several|Few|None|Neither|Another|Two|Three|One) (?:of (?:it"
    r"|these|them|those|which)|is|are|was|were|has|have|had|can|could|become|became|did|do|will|would|\w+ed)\b"
    r"|(?P<other>The (?:former|latter|others?|rest|ones?)|Such|This|These|Those|There (?!is\b|are\b|was\b|were\b)|Here"
    r"|So|But|And|Or|Nor|Yet)\b)"
)
_CLAUSE = re.compile(
    r"(?:When|If|Because|After|Before|Since|As|While|Although|Once|In|On|By|At|During|From|Until) [^,]*?(?:, |\d{3,4} )"
)
_VERB = (
    r"(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|does|do|did|became|began|built|came|fell|fought"
    r"|found|gave|got|grew|held|kept|led|left|lost|made|met|paid|put|ran|rose|said|sold|sent|set|spoke|stood|took|told"
    r"|went|won|wrote|die|become|bind|\w{2,}ed)"
)
_THING = re.compile(
    rf"(?:(?P<one>(?:An?|Each|Every) (?:[\w’'-]+ ){{0,3}}?[\w’'-]+)(?= (?:{_VERB}|[a-z]{{2,}}[^s\W]s)\b)"
    rf"|(?P<named>The (?:[\w’'-]+ ){{0,2}}?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?= {_VERB}\b)"
    rf"|(?P<many>[A-Z][a-z’'-]+(?: [a-z’'-]+){{0,3}}?)(?= (?:are|were|have|die|do|can|may|must|contain|\w+ed)\b))"
)
_NOT_NOUNS = frozenset("he she it they this that these those there some most many both all others one what who".split())


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about."""

    text: str
    is_person: bool = False
    is_plural: bool = False

    @property
    def possessive(self) -> str:
        return f"{self.text}’" if self.is_plural and self.text.endswith("s") else f"{self.text}’s"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: its bounds there, the usual name, and whether it is a person's."""

    start: int
    end: int
    name: str
    is_person: bool


@dataclass(frozen=True, slots=True)
class InContext:
    """A sentence that can be understood by itself, or the reason why it cannot."""

    text: str
    derived: str | None = None
    """How a date that the text does not have follows from it."""
    problem: str | None = None


class Context:
    """What the sentences so far are about, and when. Dates are forgotten at the end of a paragraph.

    ``named_in`` returns the people, places, organizations and things that a sentence names, in order; ``hero`` is the
    person whom the title of the text names.
    """

    def __init__(self, named_in: Callable[[str], list[Named]], hero: str | None = None) -> None:
        self._named_in = named_in
        self._before: Subject | None = None
        self._hero = Subject(hero, is_person=True) if hero is not None else None
        self._subject: Subject | None = None
        self._year: int | None = None
        self._date: PartialDate | None = None

    def read(self, sentence: str) -> InContext:
        """Return ``sentence`` reworded, and remember its subject and date for the next one."""
        text = self._without_dateline(sentence)
        text = _capitalized(_INSIDE.sub("", _CONNECTION.sub("", text, count=1)))
        text, derived = self._with_dates(text)
        text = self._with_names(self._with_people(text))
        problem = _problem(text)
        if problem is None and (lone := self._lone_person(text)) is not None:
            problem = f"{lone[0]!r} refers to an earlier sentence"
        self._remember(text, is_clear=problem is None)
        return InContext(text, derived, problem)

    def end_paragraph(self) -> None:
        """Forget what the paragraph was about, except for the person who may be meant at the start of the next one."""
        self._before, self._subject = self._subject, None
        self._year = self._date = None

    def _without_dateline(self, text: str) -> str:
        """Return ``text`` without the place and date before a report, but remember the date."""
        found = _DATELINE.match(text)
        if found is None:
            return _WEEKDAY.sub("", text)
        self._remember(found[0], is_clear=False)
        return _WEEKDAY.sub("", text[found.end() :])

    def _with_dates(self, text: str) -> tuple[str, str | None]:
        text = _capitalized(_BEFORE_DATE.sub("", text, count=1) if _BEFORE_DATE.match(text) else text)
        derived = None
        if (found := _LATER.match(text)) is not None and (then := self._later(found)) is not None:
            words = found[0].strip(" ,")
            derived = f"{words[0].lower()}{words[1:]}: counted from {self._date or self._year}"
            text = f"{'On' if then.day else 'In'} {then}{', ' if ',' in found[0] else ' '}{text[found.end() :]}"
        years = [int(year) for year in _YEAR.findall(text)]
        if not years and self._year is not None and (found := _YEARS_AGO.search(text)) is not None:
            number = number_word_run((found["number"].lower(),))[1]
            if number is not None:
                then_year = self._year + (number if found["way"] == "later" else -number)
                derived = f"{found[0]}: counted from {self._year}"
                text = f"{text[: found.start()]}in {then_year}{text[found.end() :]}"
                years = [then_year]
        year = years[0] if years else self._year
        if year is not None:
            text = _DAY.sub(lambda day: f"{day[0]}{',' if day[0][0].isalpha() else ''} {year}", text)
        return text, derived

    def _later(self, found: re.Match[str]) -> PartialDate | None:
        """Return the date that is so much later than the last one, if that is known."""
        number = 1 if found["next"] else number_word_run((found["number"].lower(),))[1]
        if found["number"] in {"A", "One"}:
            number = 1
        unit = found["next"] or found["unit"]
        if number is None or unit not in {"day", "week", "year"}:
            return None
        signed = -number if found["way"] in {"earlier", "before"} else number
        if unit == "year":
            return PartialDate(self._year + signed) if self._year is not None else None
        if self._date is None or not self._date.day:
            return None
        days = signed * (7 if unit == "week" else 1)
        then = date(self._date.year, self._date.month, self._date.day) + timedelta(days)
        return PartialDate(then.year, then.month, then.day)

    def _with_names(self, text: str) -> str:
        before = self._subject
        if before is None:
            return text
        found = _PRONOUN.match(text) if _lone_pronoun(text) else None
        if found is not None and _fits(found["pronoun"].lower(), before):
            is_possessive = found["pronoun"].lower() in {"its", "their"}
            name = before.possessive if is_possessive else before.text
            if found["before"] and not before.is_person and name.startswith(("A ", "An ", "The ", "Each ", "Every ")):
                name = f"{name[0].lower()}{name[1:]}"
            return f"{found['before']}{name}{text[found.end() :]}"
        return text

    def _with_people(self, text: str) -> str:
        """Return ``text`` with the first "he", "her" and the like replaced, if it refers to an earlier sentence."""
        found = self._lone_person(text)
        if found is None:
            return text
        pronoun = found[0].lower()
        fitting = [one for one in self._known() if _fits(pronoun, one)]
        if not fitting:
            return text
        known = min(fitting, key=lambda one: is_woman(one.text) is None)  # a given name is better than a guess
        is_possessive = pronoun == "his" or (pronoun == "her" and _OWNED.match(text, found.end()) is not None)
        return f"{text[: found.start()]}{known.possessive if is_possessive else known.text}{text[found.end() :]}"

    def _known(self) -> Iterator[Subject]:
        """Yield the people that a pronoun may refer to, the likeliest first."""
        return (one for one in (self._subject, self._hero, self._before) if one is not None and one.is_person)

    def _lone_person(self, text: str) -> re.Match[str] | None:
        """Return the first personal pronoun in ``text`` that no name before it explains."""
        found = None if _ANYBODY.match(text) else _PERSONAL.search(text)
        if found is None:
            return None
        pronoun = found[0].lower()
        if any(occurs_in(word, text[: found.start()]) for one in self._known() for word in one.text.split()):
            return None
        before = self._people_in(text[: found.start()])
        fitting = [one for one in before if _fits(pronoun, Subject(one.name, is_person=True))]
        # Who does something to "him" is somebody else.
        is_object = pronoun == "him" or (pronoun == "her" and _OWNED.match(text, found.end()) is None)
        return None if len(fitting) > (1 if is_object else 0) else found

    def _people_in(self, text: str) -> list[Named]:
        return [one for one in self._named_in(text) if one.is_person]

    def _remember(self, text: str, *, is_clear: bool) -> None:
        self._subject = self._subject_of(text) if is_clear else None
        if self._subject is not None and self._subject.is_person:
            self._before = None
        for found in dates_in(text):
            reading = max(found.readings, default=None)
            if reading is not None and reading.year:
                self._date, self._year = (reading if len(found.readings) == 1 else None), reading.year
        if years := _YEAR.findall(text):
            self._year = int(years[-1])
            if self._date is not None and self._date.year != self._year:
                self._date = None

    def _subject_of(self, text: str) -> Subject | None:
        clause = _CLAUSE.match(text)
        start = clause.end() if clause is not None else 0
        named = self._named_in(text)
        first = next((one for one in named if one.start >= start), None)
        if first is not None and (_BEFORE_PERSON if first.is_person else _BEFORE_NAME).fullmatch(
            text[start : first.start]
        ):
            after = text[first.end :]
            second = next((one for one in named if text[first.end : one.start] == " and "), None)
            if second is not None:
                return Subject(f"{first.name} and {second.name}", is_person=first.is_person, is_plural=True)
            if after.startswith(("’s", "'s")):
                return None
            if first.is_person:
                return Subject(first.name, is_person=True)
            if re.match(rf",| {_VERB}\b", after):
                article = "The " if text[start : first.start].strip() else ""
                return Subject(f"{article}{first.name}")
        found = _THING.match(text[start:] if start == 0 else _capitalized(text[start:]))
        if found is None or found[0].split()[0].lower() in _NOT_NOUNS:
            return None
        return Subject(found[0], is_plural=found["many"] is not None)


def _fits(pronoun: str, subject: Subject) -> bool:
    match pronoun:
        case "he" | "him" | "his":
            return subject.is_person and not subject.is_plural and is_woman(subject.text) is not True
        case "she" | "her":
            return subject.is_person and not subject.is_plural and is_woman(subject.text) is not False
        case "it" | "its":
            return not subject.is_person and not subject.is_plural
        case _:
            return subject.is_plural


def _problem(text: str) -> str | None:
    """Return why ``text`` cannot be understood by itself."""
    if (found := _UNCLEAR.match(text)) is not None:
        return f"{(found['some'] or found['other']).strip()!r} refers to an earlier sentence"
    if (pronoun := _lone_pronoun(text)) is not None:
        return f"{pronoun!r} refers to an earlier sentence"
    if (found := _LATER.match(text)) is not None:
        return f"{found[0].strip(' ,')!r} does not say which date is meant"
    if (words := relative_date(text)) is not None:
        return f"{words!r} does not say which date is meant"
    if (day := day_without_year(text)) is not None:
        return f"{day!r} has no year"
    if (found := _INNER.search(text)) is not None and not _EXPLAINS.search(text, 0, found.start()):
        return f"{found[0]!r} refers to an earlier sentence"
    return None


def _lone_pronoun(text: str) -> str | None:
    """Return a pronoun that nothing before it in ``text`` explains; "it" may also refer to what follows."""
    if text.startswith("It ") and not _IT_IS_THAT.match(text):
        return "It"
    return lone_pronoun(text)


def _capitalized(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
