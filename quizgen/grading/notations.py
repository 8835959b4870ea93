"""Signs, electron configurations, logarithms, bearings and notes: the same thing in another notation.

Such an answer has nothing to calculate or to put in another order, unlike those that ``formulas`` compares.
"""

import re
import unicodedata

from quizgen.grading.stems.formulas import asks_for_full_configuration, asks_for_shells
from quizgen.text.chemistry.electron_configurations import subshells
from quizgen.text.chemistry.equilibria import same_equilibrium
from quizgen.text.chemistry.formulas import plain_formula, same_general_formula, same_hydrate
from quizgen.text.chemistry.nuclides import same_nuclide
from quizgen.text.chemistry.reactions import same_word_equation
from quizgen.text.chemistry.structures import same_structure
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.mathematics import named_sign
from quizgen.text.notation import in_lowest_terms

_OPERANDS = lazy_pattern(r"[a-z]\s*(?P<sign>[^\w\s]{1,3})\s*[a-z]", re.IGNORECASE)
_ARRANGEMENT = lazy_pattern(r"\d{1,2}(?:\s*[.,;:/\s-]\s*\d{1,2}){1,6}\.?")
"""The numbers of electrons in the shells of an atom: 2.8.7."""
_AROUND_SHELLS = lazy_pattern(r"^(?=\(.*\)|\[.*\])[(\[](?P<shells>[^()\[\]]*)[)\]]\.?$")
"""Brackets around such numbers."""
_SHELLS = lazy_pattern(r"(?:\[[A-Z][a-z]\]\s?)?(?:[1-7][spdf][\^{]?[\d⁰¹²³⁴-⁹]{1,2}\}?\s*)+")
_HYBRID = lazy_pattern(r"sp[23]?(?:d2?)?")
_LOGARITHM_OF = lazy_pattern(
    r"log(?:_?(?P<base>\d{1,2})(?=\s*\()|_?\{(?P<braced>\d{1,2})\}|_(?P<marked>\d{1,2})(?=\s)|(?P<low>[₀-₉]{1,2}))?\s*"
    r"(?P<of>\(\s?[\d./]+\s?\)|[\d.]+)",
    re.IGNORECASE,
)
_PLAIN_LOGARITHM = lazy_pattern(r"(?<![a-z])log\s*\(?\d", re.IGNORECASE)
_LATITUDE = lazy_pattern(
    r"(?:latitude\s+)?(?P<first>[NSEW]\s)?(?P<number>\d{1,3}(?:\.\d{1,4})?)\s?(?P<mark>°|º|degrees?|deg\.?)?\s?"
    r"(?P<side>[NSEW]|north|south|east|west)?(?:\s+(?:latitude|longitude))?",
    re.IGNORECASE,
)
_CASTLING = lazy_pattern(r"[oO0] ?- ?[oO0](?: ?- ?[oO0])?")
_NOTE = lazy_pattern(
    r"(?:the\s+)?(?:note\s+|key\s+of\s+)?(?P<name>[A-Ga-g])(?P<sign>[#♯♭]|b(?!\w)|[\s-](?:sharp|flat))?"
    r"(?:[\s-](?P<mode>maj(?:or)?|min(?:or)?)\.?|(?P<m>m))?",
)
_ACCIDENTALS = {"#": "sharp", "♯": "sharp", "b": "flat", "♭": "flat"}


def same_in_writing(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one sign, electron configuration or hydrate: ``==``, ``a == b``; [He] 2s2; MgSO4·7H2O."""
    if same_hydrate(answer, given) or same_nuclide(answer, given) or same_equilibrium(answer, given):
        return True
    if same_word_equation(answer, given) or same_structure(answer, given) or _same_logarithm(answer, given, stem):
        return True
    if _SHELLS.fullmatch(answer.strip()):
        return subshells(answer) == subshells(given)
    for notation in (_latitude, _note):
        if (written := notation(answer)) is not None:
            return written == notation(given) and (notation is _note or "°" in answer or "degree" in answer)
    if _HYBRID.fullmatch(answer):
        return plain_formula(given).replace("^", "") == answer
    if "general" in stem.lower() and same_general_formula(answer, given):
        return True
    sign = answer.strip().strip("`")
    if (found := _OPERANDS.fullmatch(given.strip().strip("`"))) and found["sign"] == sign:
        return True
    return named_sign(given) == sign or (named_sign(answer) or answer) == given.strip().strip("`'\"")


def same_arrangement(answer: str, given: str, stem: str) -> bool:
    """Return whether both have the same numbers of electrons in the shells that the stem asks for: 2.8.7 and 2,8,7."""
    if (
        not asks_for_shells(stem)
        or not _ARRANGEMENT.fullmatch(answer.strip())
        or not _ARRANGEMENT.fullmatch(_AROUND_SHELLS.sub(r"\g<shells>", given.strip()))
    ):
        return False
    return re.findall(r"\d+", answer) == re.findall(r"\d+", given)


def is_abbreviated_configuration(answer: str, given: str, stem: str) -> bool:
    """Return whether ``given`` is the electron configuration ``answer`` with a noble gas, where it is to be in full."""
    if "[" not in given or not asks_for_full_configuration(stem):
        return False
    return _SHELLS.fullmatch(answer.strip()) is not None and subshells(answer) == subshells(given)


def _same_logarithm(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one logarithm of a number: ``log₂ 12``, ``log_2(12)``; ``log 2.5``, ``log₁₀(5/2)``.

    The base 10 may be added if the stem has logarithms without a base.
    """
    one, other = (_LOGARITHM_OF.fullmatch(text.strip(" .`=")) for text in (answer, given))
    if one is None or other is None:
        return False
    (base, number), (said, value) = map(_base_and_number, (one, other))
    same_base = base == said or (not base and said == "10" and _PLAIN_LOGARITHM.search(stem) is not None)
    return same_base and number == value


def _base_and_number(logarithm: re.Match[str]) -> tuple[str, str]:
    base = next(filter(None, logarithm.group("base", "braced", "marked", "low")), "")
    return unicodedata.normalize("NFKC", base), in_lowest_terms(logarithm["of"].strip("() "))


def _latitude(text: str) -> tuple[float, str] | None:
    """Read a latitude, a longitude or a bearing: ``40° N``, ``40 degrees north``, ``N 40°``, ``N 40° E``."""
    found = _LATITUDE.fullmatch(" ".join(text[:60].strip(" .").split()))
    sides = [side[0].upper() for side in (found["first"], found["side"]) if side] if found else []
    return (float(found["number"]), "".join(sides)) if found and sides else None


def _note(text: str) -> str | None:
    """Return a note, a key or castling in one notation, or None: ``F♯`` is ``F sharp``, ``0-0`` is ``O-O``."""
    plain = " ".join(text[:60].strip(" .`").replace("–", "-").split())
    if _CASTLING.fullmatch(plain):
        return plain.upper().replace("0", "O").replace(" ", "")
    found = _NOTE.fullmatch(plain)
    if found is None or not (found["sign"] or found["mode"] or found["m"]):
        return None
    sign = (found["sign"] or "").strip(" -").lower()
    mode = "min" if found["m"] else (found["mode"] or "").lower()[:3]
    return " ".join(filter(None, (found["name"].upper(), _ACCIDENTALS.get(sign, sign), mode)))
