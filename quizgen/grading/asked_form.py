"""Whether a response has the form that the stem asks for: digits, lowest terms, a power of ten, both sides."""

import re
from math import gcd

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.instructions import writes_number
from quizgen.grading.stems.formulas import asks_for_equation, asks_for_genotype
from quizgen.grading.stems.values import (
    asks_for_number_as,
    asks_for_scientific,
    asks_for_simplest,
    asks_to_round,
)
from quizgen.grading.stems.writing import asks_for_number_in_digits, asks_for_number_in_words
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number
from quizgen.text.word_forms import is_english_word


def how_to_write_number(key: AnswerKey, given: str) -> str | None:
    """Return a note if the stem asks for a number in words, and ``given`` has it in digits, or the other way around."""
    has_digits = any(map(str.isdigit, given.rpartition("=")[2]))
    with_digits = [any(map(str.isdigit, answer)) for answer in key.answers]
    if has_digits and not any(with_digits) and _asks_for_words(key):
        return "The question asks for the number in words."
    if not has_digits and all(with_digits) and asks_for_number_in_digits(key.stem):
        return "The question asks for the number in digits."
    return NOT_ROUNDED if _has_more_places(key, given) else None


_PLACES = lazy_pattern(
    r"\bto\s+(?P<count>\d|one|two|three|four|five)\s+(?:d\.?\s?p\b|decimal\s+places?\b)", re.IGNORECASE
)
_DECIMALS = lazy_pattern(r"\D*\d[\d\s]*[.,](?P<decimals>\d+)\b\D*")
NOT_ROUNDED = "The number is not rounded as the question asks."


def _has_more_places(key: AnswerKey, given: str) -> bool:
    """Return whether the stem asks to round to decimal places, and ``given`` has more of them: 4.050, for two."""
    asked, said = _PLACES.search(key.stem), _DECIMALS.fullmatch(given.rpartition("=")[2])
    count = asked and parse_number(asked["count"])
    if said is None or not count or not asks_to_round(key.stem):
        return False
    return len(said["decimals"]) > count


def _asks_for_words(key: AnswerKey) -> bool:
    return asks_for_number_in_words(key.stem) or any(writes_number(key.stem, answer) for answer in key.answers)


def lacks_left_side(key: AnswerKey, given: str) -> str | None:
    """Return a note if the stem asks for the equation of a line or curve, and ``given`` is only its right side."""
    if not all("=" in answer for answer in key.answers) or "=" in given or not asks_for_equation(key.stem):
        return None
    from quizgen.grading.formulas import left_side_missing

    left = left_side_missing(key, given)
    return None if left is None else f'Type the complete equation, beginning with "{left}".'


_PROBABILITY = lazy_pattern(r"\bprobabilit|\bchance\b|\blikelihood\b", re.IGNORECASE)
_PERCENT = lazy_pattern(r"%|\bper\s?cent", re.IGNORECASE)


def lacks_percent_sign(key: AnswerKey, given: str) -> bool:
    """Return whether the stem asks for a probability, and ``given`` is the number of a percentage alone: 25."""
    said = parse_number(given)
    if said is None or said <= 1 or not _PROBABILITY.search(key.stem) or _PERCENT.search(key.stem):
        return False
    return all(map(_PERCENT.search, key.answers)) and not _PERCENT.search(given)


_TO_WRITE = lazy_pattern(r"^\W*(?:write|express|convert|rewrite|change|turn|simplify)\b", re.IGNORECASE)


_STANDS_FOR = lazy_pattern(r"\b(?:stands?|short)\s+for\b|\bsymbol\b.*\b(?:means?|represents?)\b", re.IGNORECASE)


def repeats_stem(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is what the stem gives to be put in another form: 4.7 kΩ in ohms, what Hz stands for."""
    said = given.strip(" .")
    may_repeat = _TO_WRITE.match(key.stem) if any(map(str.isdigit, said)) else _STANDS_FOR.search(key.stem)
    if not said or not may_repeat:
        return False
    in_stem = re.search(rf"(?<![\w.,]){re.escape(said)}(?!\w|[.,]\d)", key.stem) is not None
    return in_stem and not any(said in answer for answer in key.answers)


_VARIABLE_ASKED = lazy_pattern(
    r"""\b(?:value\s+of|what\s+is|find|calculate|work\s+out|solve\s+for|determine)\s+`?(?P<name>[A-Za-z]\w*)`?
    (?=\s*(?:[?.,:;]|$|after\b|at\s+the\s+end|if\b|when\b|in\b|now\b|given\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_SOLVED = lazy_pattern(
    r"\W*solve\b\W*(?:the\s+\w+\s+)?(?:[^A-Za-z]|(?:sin|cos|tan|log|ln|sqrt)\b)*(?P<name>[a-z])(?:[^A-Za-z]|(?P=name)(?![a-z]))*",
    re.IGNORECASE,
)
"""An equation to solve with one variable: Solve 3^x = 81."""
_ASSIGNED = lazy_pattern(
    r"\s*(?:(?:the\s+)?value\s+of\s+)?`?(?P<name>[A-Za-z]\w*)`?\s*(?:=(?!=)|\bis\b)[^=]+", re.IGNORECASE
)


_GRADIENT_ASKED = lazy_pattern(
    r"\b(?:what\s+is|find|calculate|give|state|determine|work\s+out|write\s+down)\s+(?:the|its)\s+(?P<what>gradient|slope)\b",
    re.IGNORECASE,
)


def names_other_variable(key: AnswerKey, given: str) -> str | None:
    """Return a note if the stem asks for a variable, and ``given`` says the value of another one: y = 5."""
    said = _ASSIGNED.fullmatch(given)
    if said is None or any("=" in answer for answer in key.answers):
        return None
    if said["name"] in {"x", "y"} and (gradient := _GRADIENT_ASKED.search(key.stem)):
        return f"The question asks for the {gradient['what'].lower()}, not for {said['name']}."
    asked = _VARIABLE_ASKED.search(key.stem) or _SOLVED.fullmatch(key.stem)
    if asked is None:
        return None
    name, other = asked["name"], said["name"]
    is_variable = len(name) == 1 or re.search(rf"\b{name}\s*[-+*/%]?=", key.stem) is not None
    if not is_variable or other.casefold() == name.casefold() or (len(other) > 1 and f"{other} =" not in key.stem):
        return None
    return f"The question asks for {name}, not for {other}."


_FRACTION = lazy_pattern(r"^\s*[-−+]?(?:\d{1,9}\s+)?(?P<top>\d{1,9})\s*[/⁄:]\s*(?P<bottom>[1-9]\d{0,8})\s*\.?$")


def is_unreduced(key: AnswerKey, given: str) -> bool:
    """Return whether the stem asks for lowest terms, and ``given`` has a common factor above and below: 6/8."""
    if not asks_for_simplest(key.stem):
        return False
    found = _FRACTION.search(given.rpartition("=")[2])
    return found is not None and gcd(int(found["top"]), int(found["bottom"])) > 1


_DECIMAL = lazy_pattern(r"[-−+]?\d*[.,]\d+|[-−+]?\d+(?:[.,]\d+)?\s?(?:%|per\s?cent)")
_NO_DECIMAL = lazy_pattern(r".*[\d\s][/⁄]\s?\d.*|.*[½⅓⅔¼¾⅕-⅞].*|.*(?:%|per\s?cent).*")


def is_in_other_form(key: AnswerKey, given: str) -> bool:
    """Return whether the stem asks for a number as a fraction, a decimal or a percentage, and ``given`` is another."""
    form, said = asks_for_number_as(key.stem), given.rpartition("=")[2].strip(" .")
    match form:
        case "fraction":
            return _DECIMAL.fullmatch(said) is not None and not any(map(_DECIMAL.fullmatch, key.answers))
        case "decimal":
            return _NO_DECIMAL.fullmatch(said) is not None and not any(map(_NO_DECIMAL.fullmatch, key.answers))
        case "percent":
            number = parse_number(said)
            if "%" not in said and "cent" not in said and _NO_DECIMAL.fullmatch(said):
                return not any(answer.startswith(said) for answer in key.answers)  # 33 1/3, for 33 1/3%
            shares = (parse_number(answer.rstrip("% ")) for answer in key.answers)
            return number is not None and any(share == 100 * number != 0 for share in shares)
        case _:
            return False


_POWER_OF_TEN = lazy_pattern(
    r"(?:^|[=\s])[-−+]?[1-9](?:[.,]\d+)?\s?(?:[×xX*·⋅]\s?10|[eE][-−+]?\d)|^[-−+]?10\s?[\^*⁻⁰¹²³⁴-⁹]"
)


def lacks_power_of_ten(key: AnswerKey, given: str) -> bool:
    """Return whether the stem asks for scientific notation, which the answer is in and ``given`` is not."""
    return asks_for_scientific(key.stem) and _is_scientific(key.answers[0]) and not _is_scientific(given)


def _is_scientific(given: str) -> bool:
    """Return whether ``given`` is a number from 1 to 10 times a power of ten: 4.5 × 10^-4, 4.5e-4, 10³."""
    from quizgen.text.mathematics import in_signs

    return _POWER_OF_TEN.search(in_signs(given.strip())) is not None


_ALLELES = lazy_pattern(r"(?i:(?:([a-z])\1){1,4}|(?:([a-z])(?!.*\2)){1,4})|(?:[XY][A-Za-z]?){1,2}")
"""The alleles of an organism, in pairs, or of a gamete, perhaps of chromosomes: AaBb, aB, XbY."""


def are_other_alleles(key: AnswerKey, given: str) -> bool:
    """Return whether the stem asks for alleles, and ``given`` has the letters of every answer with other capitals."""
    if not asks_for_genotype(key.stem):
        return False
    said = given.strip(" .")
    return all(
        _ALLELES.fullmatch(answer)
        and not is_english_word(answer.lower())
        and said.casefold() == answer.casefold()
        and sorted(said) != sorted(answer)
        for answer in key.answers
    )
