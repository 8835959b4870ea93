"""Places and countries: with their country or region, with a word for their kind, and by their other names."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.text.countries import COUNTRIES, NATIONS, are_forms, are_people_of, in_short, is_country
from quizgen.text.words import FUNCTION_WORDS, Phrase, listed, phrase

VAGUE = listed(
    "north south east west northern southern eastern western central middle upper lower new old great big small high "
    "long red black white green blue yellow brown golden silver dead cold hot holy royal national first second last"
)
"""Words that name nothing by themselves."""
_KINDS = listed(
    "river lake mount mountain mountains ocean desert peninsula strait island islands falls volcano glacier"
)
"""Kinds of place that a name may be used without: the Pacific Ocean, Lake Victoria."""
_SETTLEMENTS = listed("city town village")
_SAID_BEFORE = _SETTLEMENTS | listed("island country nation")
"""Kinds that may be said before a name: the city of Canberra."""
_FAMOUS = listed(
    "alexandria athens berlin birmingham boston cairo cambridge carthage delhi dublin florence geneva jerusalem lima "
    "lisbon london madrid manchester melbourne milan moscow naples oxford paris perth portland richmond rome "
    "springfield sydney toledo toronto troy venice vienna warsaw"
)
"""Cities that their name alone means, wherever else there is one: Paris is not Paris, Texas."""
_ELSEWHERE = re.compile(r"(?P<place>[^,()]+?)(?:,\s*(?:in\s+)?|\s+in\s+|\s*\()(?P<region>[A-Z][^()]*)\)?\.?")


def placed(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A place with or without its country or region: Kyiv, Ukraine."""
    if key.asks_for_person or form.normal in COUNTRIES or given.normal in COUNTRIES:
        return False
    shorter, longer = sorted((form, given), key=lambda one: len(one.words))
    found = _ELSEWHERE.fullmatch(longer.text.strip())
    size = len(shorter.words)
    if found is None or longer.words[:size] != shorter.words or not 0 < len(longer.words) - size <= 5:
        return False
    rest = longer.words[size:]
    region = " ".join(rest[rest[0] == "in" :])
    if phrase(found["place"]).words != shorter.words or not region:
        return False
    last = region.rsplit(maxsplit=1)[-1]
    if in_short(region) in COUNTRIES or last in COUNTRIES:
        return key.agrees_with_country(region) and (longer is given or key.asks_for_place)
    if not key.asks_for_place or {"and", "or", "not"} & set(rest) or key.is_rival(rest):
        return False
    return size >= 2 or (longer is form and shorter.normal not in _FAMOUS)


def country(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A country by another of its names, or by its people: the US, the Russian Federation, the Russians."""
    if in_short(form.normal) == in_short(given.normal) or is_country(given.normal, form.normal):
        return True
    if is_country(form.normal, given.normal):
        return not key.is_rival(given.words)
    people = given.words[:-1] if given.words[-1] in {"people", "person"} else given.words
    if len(form.words) == len(given.words) > 1 and _adjectives_agree(form, given):
        return not key.is_rival(given.words)
    if len(people) != 1 or (given.normal.endswith("s") and not given.text.lower().startswith("the ")):
        return False
    return are_people_of(people[0], form.normal)


def _adjectives_agree(form: Phrase, given: Phrase) -> bool:
    """Return whether the words agree but for names as adjectives: Incan Empire, Inca Empire."""
    differ = [(one, other) for one, other in zip(form.words, given.words, strict=True) if one != other]
    return len(differ) < len(form.words) and form.text[:1].isupper() and all(are_forms(*pair) for pair in differ)


def without_kind(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A word for the kind of place left out or added: the Pacific (Ocean), the city of Canberra."""
    if not form.text.rsplit(maxsplit=1)[-1][:1].isupper() and not form.text[:1].isupper():
        return False
    if given.words[1:2] == ("of",) and given.words[2:] == form.words and given.words[0] in _SAID_BEFORE:
        return not (given.words[0] in _SETTLEMENTS and form.normal in COUNTRIES)
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        rest = _drop_kind(longer)
        if rest != longer and rest == shorter:
            tells = all(len(word) >= 3 and word not in VAGUE and word not in FUNCTION_WORDS for word in shorter[-1:])
            return (
                tells and shorter[0] not in VAGUE and " ".join(shorter) not in NATIONS and not key.is_rival(given.words)
            )
    return False


def _drop_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) > 1 and words[0] in _KINDS and words[1] != "of":
        return words[1:]
    return words[:-1] if len(words) > 1 and words[-1] in _KINDS else words
