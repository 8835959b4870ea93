"""Documented equivalences: names and formulas of substances, signs and their names, terms with two names, notations."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stem import asks_for_coordinates, asks_for_interval, asks_for_kind_of_name, asks_for_symbol
from quizgen.text.chemistry import (
    is_formula,
    plain_formula,
    same_ion,
    same_reaction,
    same_substance,
    spelled_out_shells,
)
from quizgen.text.mathematics import in_signs, named_sign, same_growth, same_intervals, same_point, same_set
from quizgen.text.notation import arranged, canonical
from quizgen.text.synonyms import US_STATES, are_synonyms
from quizgen.text.units import parse_unit
from quizgen.text.words import Phrase

_SHELLS = re.compile(r"(?:\[[A-Z][a-z]\]\s?)?(?:[1-7][spdf][\^{]?[\d⁰¹²³⁴-⁹]{1,2}\}?\s*)+")
_CASTLING = re.compile(r"[oO0] ?- ?[oO0](?: ?- ?[oO0])?")
_NOTE = re.compile(
    r"(?:the\s+)?(?:note\s+|key\s+of\s+)?(?P<name>[A-Ga-g])(?P<sign>[#♯♭]|b(?!\w)|[\s-](?:sharp|flat))?"
    r"(?:[\s-](?P<mode>maj(?:or)?|min(?:or)?)\.?)?",
)
_ACCIDENTALS = {"#": "sharp", "♯": "sharp", "b": "flat", "♭": "flat"}
_LATITUDE = re.compile(
    r"(?:latitude\s+)?(?P<first>[NSEW]\s)?(?P<number>\d{1,3}(?:\.\d{1,4})?)\s?(?P<mark>°|º|degrees?|deg\.?)?\s?"
    r"(?P<side>[NSEW]|north|south|east|west)?(?:\s+(?:latitude|longitude))?",
    re.IGNORECASE,
)
_OPERANDS = re.compile(r"[a-z]\s*(?P<sign>[^\w\s]{1,3})\s*[a-z]", re.IGNORECASE)


def documented(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another documented name of the answer: CO2 for carbon dioxide, erythrocyte for red blood cell."""
    if key.is_rival(given.words) or asks_for_kind_of_name(key.stem):
        return False
    if same_substance(form.text, given.text):
        return not set(given.words) <= key.stem_words
    if is_formula(form.text):
        return not asks_for_symbol(key.stem) and same_substance(given.text, form.text) and not _in_stem(given, key)
    if given.text.strip(" .").isupper() and US_STATES.get(form.normal) == given.text.strip(" .").lower():
        return True
    unit = parse_unit(form.text)
    if unit is not None and unit == parse_unit(given.text) and "temperature" not in dict(unit.dimension):
        return not _in_stem(given, key)
    return are_synonyms(form.words, given.words) and not _in_stem(given, key)


def is_other_formula(answer: str, given: str) -> bool:
    """Return whether ``given`` is a formula with other capitals than ``answer``, another one: Co2, not CO2."""
    one, other = plain_formula(answer), plain_formula(given)
    return one != other and one.casefold() == other.casefold() and is_formula(one) and is_formula(other)


def _in_stem(given: Phrase, key: AnswerKey) -> bool:
    return all(map(key.in_stem, given.words))


def same_in_writing(answer: str, given: str) -> bool:
    """Return whether both are one sign or one electron configuration: ``==``, double equals, ``a == b``; [He] 2s2."""
    if _SHELLS.fullmatch(answer.strip()):
        return spelled_out_shells(answer) == spelled_out_shells(given)
    for notation in (_latitude, _note):
        if (written := notation(answer)) is not None:
            return written == notation(given) and (notation is _note or "°" in answer or "degree" in answer)
    sign = answer.strip().strip("`")
    if (found := _OPERANDS.fullmatch(given.strip().strip("`"))) and found["sign"] == sign:
        return True
    return named_sign(given) == sign or (named_sign(answer) or answer) == given.strip().strip("`'\"")


def _latitude(text: str) -> tuple[float, str] | None:
    """Read a latitude or longitude: ``40° N``, ``40 degrees north``, ``N 40°``."""
    found = _LATITUDE.fullmatch(" ".join(text[:60].strip(" .").split()))
    side = found and (found["first"] or found["side"])
    return (float(found["number"]), side[0].upper()) if found and side else None


def _note(text: str) -> str | None:
    """Return a note, a key or castling in one notation, or None: ``F♯`` is ``F sharp``, ``0-0`` is ``O-O``."""
    plain = " ".join(text[:60].strip(" .`").replace("–", "-").split())
    if _CASTLING.fullmatch(plain):
        return plain.upper().replace("0", "O").replace(" ", "")
    found = _NOTE.fullmatch(plain)
    if found is None or not (found["sign"] or found["mode"]):
        return None
    sign = (found["sign"] or "").strip(" -").lower()
    mode = (found["mode"] or "").lower()[:3]
    return " ".join(filter(None, (found["name"].upper(), _ACCIDENTALS.get(sign, sign), mode)))


def same_notation(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether ``given`` says what ``answer``, a formula, says, in another notation for the same thing."""
    if same_ion(answer, given) or same_reaction(answer, given) or same_growth(answer, given):
        return True
    if same_set(answer, given) or (asks_for_coordinates(key.stem) and same_point(answer, given)):
        return True
    bracketed = "interval" not in key.stem.lower() or not re.search("[<>≤≥]", given)
    if (asks_for_interval(key.stem) or "∞" in answer) and bracketed and same_intervals(answer, given):
        return True
    spoken = in_signs(given)
    return spoken != given and arranged(canonical(answer)) == arranged(canonical(spoken))
