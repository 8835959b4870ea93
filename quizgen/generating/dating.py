"""Complete the dates of a text: a day or a month gets its year, and "the next day" becomes a date."""

import re
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.dates import MONTH, YEAR, PartialDate
from quizgen.text.figures import dates_in
from quizgen.text.numbers import any_number_word, number_word_run
from quizgen.text.word_forms import capitalized

_DAY = re.compile(rf"(?<!\d )\b(?:\d{{1,2}} (?:{MONTH})|(?:{MONTH}) \d{{1,2}}\b(?!,? \d{{3}}))(?!,? \d{{3,4}})")
_BARE_MONTH = re.compile(
    rf"\b(?P<before>(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Aa]fter|[Bb]efore) (?:early |mid-|late |the end of )?)"
    rf"(?P<month>{MONTH})(?! \d|['’]|,? \d{{4}}| or | and (?:{MONTH}))\b"
)
_SAME_YEAR = re.compile(
    rf"\b(?P<when>(?:{MONTH})(?= of)|(?:spring|summer|autumn|winter|beginning|start|middle|end) of)(?: of)? "
    r"(?:the same|that) year\b"
)
_YEAR = re.compile(
    rf"\b((?:the )?(?:spring|summer|autumn|winter|beginning|start|middle|end) of|{MONTH} of) "
    r"(?:the same|that) year\b"
)
_YEAR = re.compile(rf"(?<![\d.,-]){YEAR}(?![\d%-]|[.,]\d)")
_DECADE = re.compile(r"\b\d{3}0s\b|\bcentur(?:y|ies)\b")
_CENTURY_LATER = re.compile(
    r"(?:A|Half a|One|Two|Three) (?:centur(?:y|ies)|decades?|generations?) later, (?=in \d{4}\b)"
)
_BEFORE_DATE = re.compile(r"[A-Z][^,]{3,30} (?:before|earlier|later|after),? (?=(?:on|in) (?:\d|[A-Z]))")
_AFTER_THAT = re.compile(
    r"(?:(?:(?:Only|Just|About|Some) )?(?:[\w-]+ ){1,3}(?:minute|hour|day|week|month|year|decade)s? )?"
    r"(?:[Aa]fter|[Bb]efore|[Ff]ollowing) (?:that|this|these|those) (?:[a-z-]+ )?[a-z-]+, (?=(?:in|on) [^,]*\d{4}\b)"
    r"|After (?:[\w-]+ ){1,3}(?:hour|day|week|month|year|decade|(?:half[- ])?centur)(?:s|y|ies)?(?: or (?:so|more))?, "
)
"""What counts from something before it to a date that the sentence has: "Three years after that flight, in 1972"."""
_UNIT = r"(?P<unit>minute|hour|day|week|month|year)"
_THAT_YEAR = re.compile(
    r"^That (?:same )?year(?= (?:he|she|it|they|the|an?|his|her|its|[A-Z][\w’'-]+)\b)"
    r"|\b(?P<in>[Ii]n|(?:[Ll]ater|[Ee]arlier)(?= that)) that (?:same )?year\b(?! (?:of|when|in which|as|that)\b)"
)
_RELATIVE = re.compile(
    rf"\b(?:(?:[Oo]n |[Ii]n )?[Tt]he (?P<next>next|following|same) (?P<period>day|month|year)"
    r"|(?P<number>[Aa] few|\d{1,3}(?:,\d{3})+|(?:\d+ )?(?:thousand|million|billion)|(?<!\d[.,])[\w-]+) "
    rf"{_UNIT}s? (?P<way>later|earlier|afterwards"
    r"|(?:before|after) that(?= (?:the|an?|his|her|its|their|he|she|it|they)\b)"
    r"|(?:before|after)(?=[.,;]|$)))"
    rf"(?=,|[.;]|$| (?:the|an?|{any_number_word(2, 4)}|several|some|his|her|its|their|he|she|it|they|and|but"
    r"|by|in|at|to|over|for|from|with|under|into|because|[A-Z]\w+|\d+)\b"
    rf"| (?!than\b)(?:[a-z]+ )?(?:{IRREGULAR_PAST}|\w{{2,}}ed)\b)"
)
_EARLIER = frozenset({"earlier", "before", "before that"})
_BEFORE_NEXT = re.compile(r"\b(?:after|before|by|for|from|of|since|till|to|until) $")
_SEASON = re.compile(
    r"\b(?:(?P<before>[Ii]n|[Bb]y|[Uu]ntil|[Dd]uring) )?the (?P<next>(?:following|next|same) )?"
    r"(?P<season>spring|summer|autumn)\b(?! of\b|,? \d| (?:holiday|term|school|season|house|palace)s?\b)"
)
_MIDDLE = {"spring": 4, "summer": 7, "autumn": 10}
"""The month in the middle of each season within a year."""
_YEAR_FOLLOWS = re.compile(r",? (?:in )?\d{4}\b")
_OF_THING = re.compile(
    rf"\b(?!(?:end|beginning|start|middle|spring|summer|autumn|fall|winter)\b)[a-z]+ of (?P<year>{YEAR})\b"
)
"""The year of something mentioned, which may not be the one that the text has come to: "the line of 1868"."""
_CENTURIES = re.compile(
    r"^(?:Half a|A|An?other|One|Two|Three|Several|Some|A few|Many) (?:centur(?:y|ies)|decades?|generations?) "
    r"(?:later|earlier|afterwards)\b"
)
_AGE = re.compile(r"\b(?:age of|aged|years old)\b")
_WITHIN = re.compile(r"\b[Ww]ithin (?:an?|[\w-]+) (?:hour|day|week|month|year)s?\b(?! of\b)")
_ASIDE = re.compile(r",? (?:since|because|although|while|which|who|whose|where|until|after|before|that) .*")
"""A clause whose date is not the one that the next sentence continues from."""
_HABIT = re.compile(r"\b(?:each|every|usually|always|traditionally|annual\w*)\b", re.IGNORECASE)
_PAST = re.compile(rf"\b(?:{IRREGULAR_PAST}|\w{{3,}}ed)\b")
_PRESENT = re.compile(r"\b(?:is|are|has|have|does|do)\b(?! (?:been|to)\b)")
_LAST_YEAR = 2099
"""The last year that ``_YEAR`` reads; a later one is not the date of an event in a text."""
_LONGEST_COUNT = 6
_COUNTED = re.compile(r"(?P<word>[a-z]+)(?: and)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with complete dates, and how those that the text does not have follow from it."""

    text: str
    derived: str | None = None


class Dates:
    """The last date of a text, from which those of the next sentence are completed."""

    def __init__(self) -> None:
        self._year: int | None = None
        self._date: PartialDate | None = None
        self._is_carried = False
        self._may_be_another = self._has_two = False
        """Whether the last sentence with a year gives that of a thing, "the line of 1868", or two years."""

        self._looks_back = False
        """Whether the year of the last sentence has been counted back from the one that the text has come to."""

    @property
    def year(self) -> int | None:
        """The year that the last sentences are about, if they say it."""
        return self._year

    def end_paragraph(self) -> None:
        """Forget the date, except for a day, which a later day of the next paragraph may continue from."""
        self._is_carried = True
        if self._date is None or not self._date.day:
            self._year = self._date = None

    def complete(self, text: str) -> Dated:
        """Return ``text`` with years, and with dates for "the next day", "two years later" and the like."""
        self._looks_back = False
        text = capitalized(_CENTURY_LATER.sub("", text))
        text = capitalized(_BEFORE_DATE.sub("", text, count=1) if _BEFORE_DATE.match(text) else text)
        if (opening := _AFTER_THAT.match(text)) is not None and has_year(main_clause(text[opening.end() :])):
            text = capitalized(text[opening.end() :])
        if self._year is not None and not self._may_be_another:
            text = _SAME_YEAR.sub(rf"\g<when> {self._year}", text)
        text, derived = self._counted(text)
        if derived is None:
            text, derived = self._with_season(text)
        that_year = _THAT_YEAR.search(text)
        if (
            that_year is not None
            and self._year is not None
            and not self._may_be_another
            and not _YEAR.search(text, 0, that_year.start())
        ):
            word = "In" if that_year.start() == 0 else "in"
            text = f"{text[: that_year.start()]}{word} {self._year}{text[that_year.end() :]}"
            derived = derived or f'"that year" is {self._year}, from the preceding sentence'
        years = [int(year) for year in _YEAR.findall(text)]
        if years and not has_year(main_clause(text)):
            return Dated(
                text, derived
            )  # "On 3 June she left Kent, which had burned in 1880": the year of another event
        if years:
            year: int | None = years[0]
            return Dated(text, derived)  # "In 1866 the ship came on 27 July"
        if (year := self._year) is None or _HABIT.search(text):
            return Dated(text, derived)
        first = next((one for one in dates_in(text) if one.readings), None)
        if first is not None and not self._continues(max(first.readings)):
            return Dated(text, derived)
        if is_always(text):
            return Dated(text, derived)  # "14 November is World Diabetes Day"
        before = text
        text = _DAY.sub(lambda day: _with_year(day[0], year), text)
        if not self._is_carried and _PAST.search(text) and not _PRESENT.search(text):
            text = _BARE_MONTH.sub(lambda found: f"{found['before']}{found['month']} {year}", text)
        if self._is_carried and text != before and first is not None:
            derived = (
                f"the year of {before[first.start : first.end].strip(' .,')} is {year}, as given in an earlier "
                "paragraph"
            )
        return Dated(text, derived)

    def remember(self, text: str) -> None:
        """Remember the last date in ``text``, for the next sentence."""
        if self._looks_back:  # "the reverse of the result twelve years before": the text goes on from a later year
            self._looks_back, self._may_be_another, self._date = False, " had " in text, None
            return
        main = main_clause(text) if has_year(main_clause(text)) else text
        for found in dates_in(main):
            reading = max(found.readings, default=None)
            if reading is not None and reading.year:
                self._date, self._year = (reading if len(found.readings) == 1 else None), reading.year
                self._is_carried = False
        if years := _YEAR.findall(main):
            of_thing = _OF_THING.search(main)
            self._may_be_another = of_thing is not None and self._year not in {None, int(of_thing["year"])}
            self._has_two = len(set(years)) > 1
            self._year, self._is_carried = int(years[-1]), False
            if self._date is not None and self._date.year != self._year:
                self._date = None
        elif _DECADE.search(main) or _AGE.search(main):
            self._year = self._date = None

    def _with_season(self, text: str) -> tuple[str, str | None]:
        """Return ``text`` with the year of a season, "the autumn of 1956", and how that follows, if it does."""
        found = _SEASON.search(text)
        if found is None or self._year is None or self._is_carried or self._may_be_another or self._has_two:
            return text, None
        is_next = found["next"] in {"following ", "next "}
        is_once = _PAST.search(text) is not None and _PRESENT.search(text) is None and _HABIT.search(text) is None
        if (found["before"] is None and found["next"] is None) or has_year(text) or not is_once:
            return text, None
        last = self._date.month if self._date is not None else 0
        middle = _MIDDLE[found["season"]]
        if not is_next and last > middle + 1:
            return text, None
        year = self._year + (is_next and not 0 < last < middle - 1)
        words = f"the {found['next'] or ''}{found['season']}"
        at = found.end() - len(words)
        is_after_word = found["before"] is not None or _BEFORE_NEXT.search(text[:at])
        season = f"{'' if is_after_word else 'in '}the {found['season']} of {year}"
        return f"{text[:at]}{season}{text[found.end() :]}", f'"{words}" is relative to {self._date or self._year}'

    def _continues(self, then: PartialDate) -> bool:
        """Return whether ``then``, a month or a day without a year, may be in the same year as the last date."""
        last = self._date
        if last is None:
            return not self._is_carried
        if self._is_carried and not then.day:
            return False
        return then.month > last.month or (then.month == last.month and (not then.day or then.day >= last.day))

    def _counted(self, text: str) -> tuple[str, str | None]:
        found = _RELATIVE.search(text)
        if found is None or self._is_carried or self._may_be_another or _YEAR.search(text, 0, found.start()):
            return text, None
        if self._has_two and found["next"]:
            return text, None
        if _YEAR_FOLLOWS.match(text, found.end()) or _AGE.search(text, 0, found.start()):
            return text, None  # "in the same year, 1863", "At the age of ten she left; a year later …"
        then = self._then(found)
        if then is None or (found.start() > 0 and _DAY.search(text, 0, found.start())):
            return text, None
        words = found[0]
        if found.start() == 0 and str(then.year) in _YEAR.findall(text):
            # "Nine years later it was one of the demands of the strike of 1918" has its date.
            return capitalized(text[found.end() :].lstrip(" ,")), None
        self._looks_back = found["way"] in _EARLIER
        is_after_word = _BEFORE_NEXT.search(text, 0, found.start()) is not None  # "from the following year"
        date_words = str(then) if is_after_word else f"{'on' if then.day else 'in'} {then}"
        if found.start() == 0:
            date_words = capitalized(date_words)
        counted = f'"{words[0].lower()}{words[1:]}" is relative to {self._date or self._year}'
        before = text[: found.start()].removesuffix("only ")  # "only six months earlier", but not "only in May 1870"
        return f"{before}{date_words}{text[found.end() :]}", counted

    def _then(self, found: re.Match[str]) -> PartialDate | None:
        """Return the date that is so much later than the last one, if that is known."""
        unit = found["period"] or found["unit"]
        if found["next"]:
            number: int | None = 0 if found["next"] == "same" else 1
        elif found["number"].lower() in {"a", "one"}:
            number = 1
        else:
            number = _count(found)
        if number is None or unit not in {"day", "week", "month", "year"}:
            return None
        signed = -number if found["way"] in _EARLIER else number
        last = self._date
        if unit == "year":
            return _possible(self._year + signed) if self._year is not None else None
        if unit == "month":
            if last is None or not last.month:
                return None
            months = last.year * 12 + last.month - 1 + signed
            return _possible(months // 12, months % 12 + 1)
        if last is None or not last.day:
            return None
        try:
            then = date(last.year, last.month, last.day) + timedelta(signed * (7 if unit == "week" else 1))
        except (OverflowError, ValueError):
            return None
        return _possible(then.year, then.month, then.day)


def _count(found: re.Match[str]) -> int | None:
    """Return the number of a relative date in figures or in words: twenty-one; None if it is not all of the number."""
    written = found["number"].lower().replace(",", "")
    if written.isdecimal():
        return int(written) if len(written) <= _LONGEST_COUNT else None
    before = _COUNTED.search(found.string[: found.start("number")])
    if before is not None and _is_number_word(before["word"].lower()):
        return None  # "twenty five", "a hundred and five"
    words = written.split("-")
    length, number = number_word_run(words)
    return number if length == len(words) else None


def _is_number_word(word: str) -> bool:
    return number_word_run((word,))[0] == 1 or number_word_run(("one", word))[0] == 2


def _possible(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """Return the date, or None if a text cannot mean that year."""
    return PartialDate(year, month, day) if MINYEAR <= year <= _LAST_YEAR else None


def main_clause(text: str) -> str:
    """Return ``text`` up to a clause whose date is not the one that the main clause is about."""
    return _ASIDE.sub("", text)


def is_always(text: str) -> bool:
    """Return whether ``text`` is about what is so at any time, or in any year."""
    return _PRESENT.search(text) is not None and _PAST.search(text) is None


def has_year(text: str) -> bool:
    """Return whether ``text`` contains a year."""
    return _YEAR.search(text) is not None


def undated(text: str) -> str | None:
    """Return words of ``text`` that give a date only to readers of what comes before it: "In July", "a year later"."""
    if _HABIT.search(text):
        return None
    if (found := _CENTURIES.search(text)) is not None and not _YEAR.search(text):
        return found[0]
    within = _WITHIN.search(text) if _PAST.search(text) and not _PRESENT.search(text) else _WITHIN.match(text)
    if (found := within) is not None and not _YEAR.search(text):
        return found[0]
    found = _RELATIVE.search(text)
    if found is not None and not (_YEAR.search(text, 0, found.start()) or _is_counted_inside(text, found)):
        return found[0]
    if has_year(main_clause(text)) or not _PAST.search(text) or _PRESENT.search(main_clause(text)):
        return None
    if not _PAST.search(main_clause(text)) and _PRESENT.search(text):
        return None  # "In Iceland, where it is called kría, its arrival in May is a feast"
    found = _BARE_MONTH.search(text)
    return found[0] if found is not None else None


def _is_counted_inside(text: str, found: re.Match[str]) -> bool:
    """Return whether a clause before the words says from when they count: "he left, and a year later he died"."""
    return (
        found.start() > 0
        and re.search(r"\w{3,} .*(?:,| and| but|:|;)\s*(?:only |about )?$", text[: found.start()]) is not None
    )


def _with_year(day: str, year: int | None) -> str:
    return f"{day}{',' if day[0].isalpha() else ''} {year}"
