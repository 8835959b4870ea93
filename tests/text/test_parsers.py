"""Parsers of units, quantities, dates and patterns: no text raises, and what is written is read back."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.text.dates import PartialDate, date_readings, parse_date, parse_period
from quizgen.text.notation import arranged, canonical, charge, is_notation, same_solutions
from quizgen.text.numbers import format_number
from quizgen.text.patterns import PatternError, check_pattern, matches
from quizgen.text.quantities import parse_quantity, parse_time, quantity_readings
from quizgen.text.units import parse_unit
from quizgen.text.word_forms import are_inflected, one_spelling, singular
from quizgen.text.words import phrase

SYMBOLS = ("m", "km", "mm", "g", "kg", "mg", "s", "min", "h", "A", "K", "mol", "Hz", "N", "Pa", "J", "W", "kW", "MW")
NAMES = ("meter", "kilometer", "gram", "second", "hour", "newton", "watt", "joule", "mile", "foot", "pound", "liter")
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)
texts = st.one_of(
    st.text(max_size=60),
    st.from_regex(r"[-−+±~$£]?[\d., ]{0,9}[a-zA-Z°µ%/^²³·⁻¹ ×*=()–-]{0,20}\d{0,3}", fullmatch=True),
    st.lists(
        st.sampled_from("one half dozen million minus and to - 5 19 1/2 km ft in per square °C of May BC s".split())
    ).map(" ".join),
)


@pytest.mark.slow
@settings(max_examples=examples(400), deadline=None)
@given(texts)
def test_no_text_makes_a_parser_raise(text: str) -> None:
    for parse in (parse_unit, parse_quantity, parse_time, parse_date, date_readings, parse_period, charge, is_notation):
        parse(text)
    list(quantity_readings(text))
    arranged(canonical(text))
    same_solutions(text, text[::-1])
    phrase(text)


@given(st.from_regex(r"[a-zA-Z0-9²³+*/=()−×≥π-]{1,12}", fullmatch=True))
def test_bringing_to_one_notation_twice_changes_nothing_more(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(st.lists(st.sampled_from(["a", "2b", "x^2", "3xy", "(x+1)(y-2)", "7"]), min_size=1, max_size=5), st.randoms())
def test_the_order_of_terms_makes_no_difference(terms: list[str], random: Random) -> None:
    shuffled = random.sample(terms, len(terms))
    assert arranged("+".join(terms)) == arranged("+".join(shuffled))
    assert arranged(f"y={'+'.join(terms)}") == arranged(f"{'+'.join(shuffled)}=y")


@given(st.from_regex(r"[a-z]{1,14}", fullmatch=True))
def test_a_word_is_a_form_of_itself_and_the_relation_has_no_direction(word: str) -> None:
    assert singular(word)
    assert one_spelling(word)
    for other in (f"{word}s", f"{word}ing", f"{word}ed"):
        assert are_inflected(word, other) == are_inflected(other, word)


@given(numbers)
def test_a_number_is_read_back_as_it_is_written(number: Decimal) -> None:
    found = parse_quantity(format_number(number))
    assert found is not None
    assert (found.low, found.unit_text) == (Fraction(number), "")


@given(numbers, st.sampled_from(SYMBOLS + NAMES))
def test_a_quantity_is_read_back_as_it_is_written(number: Decimal, unit: str) -> None:
    found = parse_quantity(f"{format_number(number)} {unit}")
    assert found is not None
    assert (found.low, found.unit) == (Fraction(number), parse_unit(unit))


@given(st.sampled_from(SYMBOLS), st.sampled_from(SYMBOLS), st.integers(2, 3))
def test_every_notation_of_a_quotient_is_one_unit(top: str, bottom: str, power: int) -> None:
    raised = {2: "²", 3: "³"}[power]
    forms = (
        f"{top}/{bottom}^{power}",
        f"{top}/{bottom}{raised}",
        f"{top} {bottom}^-{power}",
        f"{top}·{bottom}⁻{raised}",
    )
    assert len({parse_unit(form) for form in forms}) == 1
    assert parse_unit(forms[0]) is not None


@given(st.sampled_from(NAMES))
def test_the_plural_of_a_unit_is_the_unit(name: str) -> None:
    plural = "feet" if name == "foot" else f"{name}s"
    assert parse_unit(plural) == parse_unit(name) is not None


@given(st.fractions(), st.sampled_from(["°C", "°F", "K", "km", "mile"]))
def test_a_value_in_a_unit_comes_back_from_the_si_unit(value: Fraction, name: str) -> None:
    unit = parse_unit(name)
    assert unit is not None
    assert unit.from_si(unit.to_si(value)) == value


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1000, 2100))
def test_a_date_is_read_back_as_it_is_written(month: int, day: int, year: int) -> None:
    date = PartialDate(year, month, day)
    assert parse_date(str(date)) == date
    assert date in date_readings(f"{day}.{month}.{year}")


def test_what_is_wrong_with_a_range_of_characters() -> None:
    reversed_range = check_pattern("[z-a]bc")
    assert reversed_range is not None
    assert (str(reversed_range), reversed_range.help) == ("the range z-a is reversed", "write a-z")
    assert str(check_pattern("[a-\uffff]")) == "the range a-\uffff has more than 1,000 characters"
    assert check_pattern("[a-az-z]") is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_pattern_is_refused_or_it_matches_without_an_exception(pattern: str, text: str) -> None:
    if check_pattern(pattern) is None:
        matches(pattern, text)
    else:
        with pytest.raises((PatternError, RecursionError)):
            matches(pattern, text)


@given(st.text(min_size=1, max_size=20))
def test_a_text_with_backslashes_is_a_pattern_that_matches_itself(text: str) -> None:
    pattern = "".join(f"\\{char}" for char in text)
    assert matches(pattern, text, case=True)
    assert not matches(pattern, f"{text}x", case=True)


@pytest.mark.parametrize("times", [100, 1_000])
def test_the_states_of_a_pattern_do_not_multiply_with_the_text(times: int) -> None:
    assert not matches("(a|aa)*b", "a" * times)
    assert matches("(a|aa)*b", "a" * times + "b")
