"""Names of places, by region and kind, of countries, by their other names, and of clubs, ships and companies."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.names import asks_for_team
from quizgen.text.countries import COUNTRIES, NATIONS, are_forms, are_people_of, in_short, is_country
from quizgen.text.dates import YEAR_ALONE
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.places import is_in, is_namesake
from quizgen.text.synonyms import US_STATES
from quizgen.text.words import Phrase, listed

VAGUE = listed(
    "north south east west northern southern eastern western central middle upper lower new old great big small high "
    "long red black white green blue yellow brown golden silver dead cold hot holy royal national first second last"
)
"""Words that name nothing by themselves."""
_CLUB = listed("fc afc football club")
_SHIPS = listed("hms rms uss ss")
_LEGAL_FORMS = listed("incorporated limited corporation company plc gmbh ag llc")
"""What follows the name of a company."""
_KINDS = listed(
    "river lake mount mountain mountains ocean desert peninsula strait island islands falls volcano glacier"
)
"""Kinds of place that a name may be used without: the Pacific Ocean, Lake Victoria."""
_SETTLEMENTS = listed("city town village")
_SAID_BEFORE = _SETTLEMENTS | listed("island country nation")
"""Kinds that may be said before a name: the city of Canberra."""
_SAID_IN_SPANISH = {("la", "ciudad", "de"), ("el", "pueblo", "de"), ("la", "isla", "de")}
_FAMOUS = listed(
    "alexandria athens berlin birmingham boston cairo cambridge carthage delhi dublin florence geneva jerusalem lima "
    "lisbon london madrid manchester melbourne milan moscow naples oxford paris perth portland richmond rome "
    "springfield sydney toledo toronto troy venice vienna warsaw"
)
"""Cities that are meant by their name alone, although others share it: Paris is not Paris, Texas."""
_ELSEWHERE = lazy_pattern(r"(?P<place>[^,()]+?)(?:,\s*(?:[Ii]n\s+)?|\s+[Ii]n\s+|\s*\()(?P<region>[A-Z][^()]*)\)?\.?")


def placed(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A place with or without its country or region: Kyiv, Ukraine."""
    if key.asks_for_person or form.normal in COUNTRIES or given.normal in COUNTRIES:
        return False
    shorter, longer = sorted((form, given), key=lambda one: len(one.words))
    written = longer.text.strip()
    found = _ELSEWHERE.fullmatch(written.title() if written.islower() else written)
    size = len(shorter.words)
    if found is None or longer.words[:size] != shorter.words or not 0 < len(longer.words) - size <= 5:
        return False
    rest = longer.words[size:]
    region = " ".join(rest[rest[0] == "in" :])
    if key.phrase(found["place"]).words != shorter.words or not region:
        return False
    if longer is given and (known := is_in(shorter.normal, region)) is not None:
        return known and not is_namesake(shorter.normal, region, key.phrase(key.stem).normal)
    last = region.rsplit(maxsplit=1)[-1]
    state = region in US_STATES or (region in US_STATES.values() and found["region"].isupper())
    if state and shorter.normal in _FAMOUS and not key.names_state(region):
        return False  # Paris, Texas
    if in_short(region) in COUNTRIES or last in COUNTRIES or state:
        return key.agrees_with_country(region) and (longer is given or key.asks_for_place)
    if not key.asks_for_place or {"and", "or", "not"} & set(rest) or key.is_rival(rest):
        return False
    return size >= 2 or (longer is form and shorter.normal not in _FAMOUS)


def country(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A country by another of its names, or by its people: the US, the Russian Federation, the Russians.

    A power may be called an empire, and so may a country before 1918: the Russian Empire.
    """
    if given.words[-1] == "empire" and ("power" in key.stem_words or _is_before(1918, key.stem)):
        return len(given.words) == 2 and are_people_of(given.words[0], form.normal)
    if given.words == _AS_DICTATORSHIP.get(form.normal):
        return all(1922 <= int(year) <= 1945 for year in YEAR_ALONE.findall(key.stem))
    if {in_short(form.normal), in_short(given.normal)} == _BRITISH and not key.stem_words.isdisjoint(_STATES):
        return not key.is_rival(given.words)
    if in_short(form.normal) == in_short(given.normal) or is_country(given.normal, form.normal):
        return not _asks_for_another_name(form, given, key)
    if is_country(form.normal, given.normal):
        return not key.is_rival(given.words)
    if "nationality" in key.stem_words and given.normal in NATIONS:
        return are_people_of(form.normal, given.normal)
    people = given.words[:-1] if given.words[-1] in {"people", "person"} else given.words
    if len(form.words) == len(given.words) > 1 and _adjectives_agree(form, given):
        return not key.is_rival(given.words)
    if len(people) != 1 or (given.normal.endswith("s") and not given.text.lower().startswith("the ")):
        return False
    return are_people_of(people[0], form.normal)


def _is_before(year: int, stem: str) -> bool:
    """Return whether the stem names years, all of them before ``year``."""
    years = list(map(int, YEAR_ALONE.findall(stem)))
    return bool(years) and max(years) < year


_AS_DICTATORSHIP = {"germany": ("nazi", "germany"), "italy": ("fascist", "italy"), "japan": ("imperial", "japan")}
_BRITISH = frozenset({"britain", "uk"})
"""Names of one state, although the island and the kingdom are not the same."""
_STATES = listed("power country nation state ally empire")
_CALLED = lazy_pattern(r"\bcall(?:ed|s)?\b|\bnames?\b|\bnamed\b", re.IGNORECASE)


def _asks_for_another_name(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether the stem says ``given`` and not ``form``: what Burma is called today."""
    said = set(key.phrase(key.stem).words)
    return _CALLED.search(key.stem) is not None and set(given.words) <= said and not set(form.words) <= said


def _adjectives_agree(form: Phrase, given: Phrase) -> bool:
    """Return whether the words agree except for names used as adjectives: Incan Empire, Inca Empire."""
    differ = [(one, other) for one, other in zip(form.words, given.words, strict=True) if one != other]
    return len(differ) < len(form.words) and form.text[:1].isupper() and all(are_forms(*pair) for pair in differ)


def without_kind(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A word for the kind of place left out or added: the Pacific (Ocean), the city of Canberra."""
    if not form.text.rsplit(maxsplit=1)[-1][:1].isupper() and not form.text[:1].isupper():
        return False
    if given.words[1:2] == ("of",) and given.words[2:] == form.words and given.words[0] in _SAID_BEFORE:
        return not (given.words[0] in _SETTLEMENTS and form.normal in COUNTRIES)
    if given.words[:3] in _SAID_IN_SPANISH and given.words[3:] == form.words:
        return form.normal not in COUNTRIES
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if longer[0] in _SHIPS and longer[1:] == shorter and (len(shorter) > 1 or "ship" in key.stem):
            return not key.is_rival(given.words)
        if longer[:-1] == shorter != () and longer[-1] in _LEGAL_FORMS:
            return not key.is_rival(given.words)
        if longer != shorter and _without_club(longer) == _without_club(shorter) != ():
            return not key.is_rival(given.words)
        if longer is form.words and asks_for_team(key.stem) and longer[-1:] == shorter and shorter[0].endswith("s"):
            return not key.is_rival(given.words)  # the Bulls
        rest = longer if "'s " in given.text.replace("’", "'") and longer is given.words else _drop_kind(longer)
        if rest != longer and rest == shorter:
            tells = all(
                len(word) >= 3 and word not in VAGUE and word not in key.function_words for word in shorter[-1:]
            )
            return (
                tells and shorter[0] not in VAGUE and " ".join(shorter) not in NATIONS and not key.is_rival(given.words)
            )
    return False


def _without_club(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name of a football club without FC or Football Club before or after it; () if neither is there."""
    return tuple(word for word in words if word not in _CLUB) if _CLUB & set(words) - {"club", "football"} else words


def without_kind_of_place(form: Phrase) -> Phrase:
    """Return a name without the word for its kind, if it tells enough: Kilimanjaro for Mount Kilimanjaro."""
    words = _drop_kind(form.words)
    if words == form.words or not form.text[:1].isupper() or any(word in VAGUE or len(word) < 6 for word in words):
        return form
    return Phrase(form.text, words, _drop_kind(form.plain))


def _drop_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) > 1 and words[0] in _KINDS and words[1] != "of":
        return words[1:]
    return words[:-1] if len(words) > 1 and words[-1] in _KINDS else words
