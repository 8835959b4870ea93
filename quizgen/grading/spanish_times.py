"""Times of day, dates, lengths of time and the future in Spanish, in other words: las tres y quince, va a llover."""

import re
from dataclasses import dataclass

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.writing import asks_for_number_in_words
from quizgen.text.number_words import number_words_in_digits

_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
_WEEKDAYS = "lunes|martes|miércoles|jueves|viernes|sábado|domingo"


def same_time(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether both texts, in lower case and without punctuation, name one time of day, date or length of time.

    Where the stem asks for a number in words, the first of a month is not in digits.
    """
    if _is_same_hour(said, right, key) or time_last(said, key.stem) == time_last(right, key.stem):
        return True
    one, other = _date(said), _date(right)
    if not asks_for_number_in_words(key.stem):
        one, other = _FIRST.sub("1", one), _FIRST.sub("1", other)
    return one == other


_WILL = re.compile(r"(?:\bwill\b|['’]ll\b|\bwon['’]t\b)", re.IGNORECASE)
_FUTURE_NAMED = re.compile(r"\bfutur|\btense\b|\btiempo\b", re.IGNORECASE)
_GOING_TO = re.compile(r"\b(?P<go>voy|vas|va|vamos|vais|van) a (?P<verb>[^\W\d_]+[aeií]r)\b")
_ENDINGS = {"voy": "é", "vas": "ás", "va": "á", "vamos": "emos", "vais": "éis", "van": "án"}
_STEMS = {
    "decir": "dir", "hacer": "har", "haber": "habr", "poder": "podr", "poner": "pondr", "querer": "querr",
    "saber": "sabr", "salir": "saldr", "tener": "tendr", "valer": "valdr", "venir": "vendr", "caber": "cabr",
    "oír": "oir", "reír": "reir",
}  # fmt: skip
"""The verbs whose future has another stem than their infinitive."""


def same_future(said: str, right: str, stem: str) -> bool:
    """Return whether ``said`` has "ir a" for a future that translates "will": va a llover, for lloverá.

    Not where the stem asks for a tense.
    """
    if not _WILL.search(stem) or _FUTURE_NAMED.search(stem):
        return False
    future = _GOING_TO.sub(lambda found: _STEMS.get(found["verb"], found["verb"]) + _ENDINGS[found["go"]], said)
    return future == right != said


_FIRST = re.compile(rf"\b(?:1 ?o|1°|1|primero)(?= de (?:{_MONTHS})\b)")
"""The first day of a month: 1, 1º (whose sign is compared as an o), or in words."""
_DAY = re.compile(rf"\bel día (?=\w+(?: y \w+)? de (?:{_MONTHS})\b)")
"""What may be said before the number of a day: el día catorce de julio."""
_WEEKDAY = re.compile(rf"^el (?=(?:{_WEEKDAYS}) \w+(?: y \w+)? de (?:{_MONTHS})\b)")
_YEAR = re.compile(rf"(?P<month>\bde (?:{_MONTHS}) )(?:del año|de el año|del|de)(?= dos mil\b| 20\d\d\b)")
"""A date with its year, before which "del" is right, too, from 2000: de mayo del dos mil diez."""


def _date(text: str) -> str:
    """Return ``text`` with a date in it in one form."""
    return _YEAR.sub(r"\g<month>de", _WEEKDAY.sub("", _DAY.sub("el ", text)))


_SINCE_WHEN = re.compile(
    r"\b(?P<verb>llev\w+)(?P<doing> \w+ndo\b)?"
    r" (?P<time>(?:\w+ )?\w+ (?:años?|mes(?:es)?|semanas?|días?|horas?|minutos?))"
    r"(?P<rest> (?(doing).+|\w+ndo\b.*))"
)
"""For how long something has been going on: llevo dos años trabajando aquí."""
_HALF_HOUR = re.compile(r"\b(?:treinta|30) minutos\b")
_QUARTER_HOUR = re.compile(r"\b(?:quince|15) minutos\b")
_LENGTH = r"(?:\w+ ){0,3}(?:años?|mes(?:es)?|semanas?|días?|horas?|minutos?)"
_HAS_BEEN = re.compile(r"\b(?:have|has)\s+(?:not\s+)?been\s+\w+ing\b|['’](?:ve|s)\s+been\s+\w+ing\b")
_AGO_FIRST = re.compile(rf"hace (?P<time>{_LENGTH}) que (?P<what>.+)")
_AGO_LAST = re.compile(rf"(?P<what>.+) desde hace (?P<time>{_LENGTH})")
_AGO_BEFORE = re.compile(rf"desde hace (?P<time>{_LENGTH}) (?P<what>.+)")


def time_last(text: str, stem: str) -> str:
    """Return ``text`` with the length of time in one form and place, if it says for how long something has gone on.

    A sentence in the present may have "hace … que" or "desde hace". Only that translates "has been doing".
    """
    text = _QUARTER_HOUR.sub("un cuarto de hora", _HALF_HOUR.sub("media hora", text))
    text = _SINCE_WHEN.sub(r"\g<verb>\g<doing>\g<rest> \g<time>", text)
    if not _HAS_BEEN.search(stem):
        return text
    found = _AGO_FIRST.fullmatch(text) or _AGO_BEFORE.fullmatch(text) or _AGO_LAST.fullmatch(text)
    return f"{found['what']} desde hace {found['time']}" if found else text


_IS = r"(?P<is>(?:son|es) )?"
_ENDS = r"(?P<ends>(?: en punto)?)(?: (?P<part>de la (?:mañana|tarde|noche|madrugada)|del mediodía))?"
_CLOCK = re.compile(
    rf"{_IS}(?P<article>las?) (?P<hour>una|\d\d?)(?: horas?)?"
    rf"(?: (?:(?P<sign>y|menos) )?(?P<minutes>cuarto|media|\d\d?)(?: minutos)?)?{_ENDS}"
)
_CLOCK_TO = re.compile(
    rf"{_IS}(?P<minutes>(?:un )?cuarto|\d\d?)(?: minutos)? (?P<sign>para) (?P<article>las?) (?P<hour>una|\d\d?){_ENDS}"
)
"""A time in American Spanish: es un cuarto para las dos."""
_MINUTES = {"cuarto": 15, "un cuarto": 15, "media": 30}
_IN_DIGITS = re.compile(r"\b(?P<hour>[01]?\d|2[0-4])(?::|\.| ?h ?)(?P<minutes>[0-5]\d)\b(?!\s?[ap]\.?m)")
_TIME_ASKED = re.compile(r"\b(?:hora|time)\b", re.IGNORECASE)
_MORNING = frozenset({"de la mañana", "de la madrugada"})
_HOURS = {
    "de la madrugada": {12, *range(1, 7)}, "de la mañana": {*range(1, 12)}, "del mediodía": {12, 1, 2},
    "de la tarde": {12, *range(1, 9)}, "de la noche": {12, 1, 2, 3, *range(7, 12)},
}  # fmt: skip
"""The parts of the day, and the hours that may be said of each."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of day as it is said."""

    hour: int
    sign: str
    minutes: int
    verb: str | None
    ends: str
    part: str | None

    @property
    def on_dial(self) -> int:
        """The minutes since twelve o'clock."""
        minutes = self.minutes if self.sign == "y" else -self.minutes
        return (60 * self.hour + minutes) % 720

    @property
    def half(self) -> str | None:
        """The half of the day; None if it is not said."""
        if self.part is None:
            return "pm" if self.hour > 12 else None
        return "am" if self.part in _MORNING or (self.part == "de la noche" and self.hour in {12, 1, 2, 3}) else "pm"


def _time(text: str) -> _Time | None:
    """Return the time of day that ``text`` is, in grammatical Spanish; None if it is none."""
    if not _MAY_BE_TIME.match(text):
        return None
    in_digits = number_words_in_digits(text, "es")
    found = _CLOCK.fullmatch(in_digits) or _CLOCK_TO.fullmatch(in_digits)
    if found is None:
        return None
    hour = 1 if found["hour"] == "una" else int(found["hour"])
    said = found["minutes"] or "0"
    minutes = _MINUTES.get(said) or int(said)
    sign = found["sign"] or "y"
    is_one = found["article"] == "la"
    verb = found["is"] and found["is"].strip()
    if is_one is not (hour == 1) or hour > 24 or minutes > 59 or (said == "media" and sign != "y"):
        return None
    is_single = is_one if sign != "para" else said.endswith("cuarto")
    is_24 = hour > 12 and (sign != "y" or not said.isdigit())
    bare = found["sign"] is None and said in _MINUTES
    if found["part"] and hour % 12 not in {each % 12 for each in _HOURS[found["part"]]}:
        return None
    if is_24 or bare or (sign != "y" and minutes > 30) or verb not in {None, "es" if is_single else "son"}:
        return None
    return _Time(hour, sign, minutes, verb, found["ends"], found["part"])


_MAY_BE_TIME = re.compile(r"(?:(?:son|es) )?(?:las? \w|(?:un )?[^\W\d_]+ (?:minutos )?para las? )")


def _is_same_hour(said: str, right: str, key: AnswerKey) -> bool:
    """Return whether both are one time of day: las dos y treinta, for son las dos y media.

    Only where the stem has the time in digits may it be said from another hour: 13:45. Where it asks for the time,
    rather than for a translation, the verb may be left out.
    """
    one, other = _time(said), _time(right)
    if one is None or other is None or one.ends != other.ends or one.on_dial != other.on_dial:
        return False
    in_digits = _IN_DIGITS.search(key.stem)
    if in_digits is None and (one.hour, one.sign) != (other.hour, other.sign):
        return False
    asked = _TIME_ASKED.search(key.stem) is not None and not key.stem.lstrip().lower().startswith("translate")
    if one.verb is None and other.verb is not None and not asked:
        return False
    if one.half is None or other.part not in {None, one.part}:
        return one.half is other.part is None
    in_stem = "pm" if in_digits and int(in_digits["hour"]) > 12 else None
    return one.half == (other.half or in_stem)
