"""Text, numbers and dates as people write them."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.amounts import in_order, is_disordered
from quizgen.text.dates import PartialDate, parse_date
from quizgen.text.folding import fold
from quizgen.text.numbers import format_number, parse_number
from quizgen.text.series import series
from quizgen.text.words import is_prose

IN_ORDER = """
973 < 1013 < 1033
two < five < twenty
5–10 % < 20–40 % < 60–80 %
a quarter < half < two thirds
under 10 < 10–19 < 20 or more
5 km < over 5 km < more than 20 km
30 min < 90 min < 2 hours < 1 day
3 weeks < 1 month < 2 years
500 m < 1 km < 1 mile
50 °F < 20 °C
300,000 < 1 million < 2.5 million
one lock < three locks < 12 locks
44 BC < 12 BC < AD 79
1492 < 1914 < 1918
7 May 1950 < 6 May 1951
March < July
3rd century < the 17th century
the 1890s < the 1920s
8 a.m. < 10 a.m. < noon < 1 p.m.
0.5 < 0.75 < 0.917
1.5 < 1.750 < 12.25
5 < 7 < it depends
none < 1 < 2
about 10 percent < about 20 percent < All of the above
"""
"""Each line is a scale in ascending order."""


@pytest.mark.parametrize("scale", IN_ORDER.strip().splitlines())
def test_what_is_on_one_scale_ascends(scale: str) -> None:
    texts = tuple(scale.split(" < "))
    assert {in_order(mixed) for mixed in permutations(texts)} == {texts}
    assert not is_disordered(texts)
    assert not is_disordered(texts[::-1])


@pytest.mark.parametrize(
    "texts",
    [
        ("5 km", "3 km", "2 kg"),
        ("$5", "€3"),
        ("5 m", "5 million"),
        ("2.962 m", "980 m", "1.980 m"),  # in some languages, the first is nearly three thousand
        ("1914", "1918", "March 1915"),
        ("7", "never", "it depends"),
        ("8", "Paris"),
        ("1 Corinthians", "2 Samuel"),
        ("Po", "Tiber", "Arno"),
    ],
)
def test_what_is_on_no_common_scale_has_no_order(texts: tuple[str, ...]) -> None:
    assert in_order(texts) is None
    assert not is_disordered(texts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café  Noir", "cafe noir"),
        ("TÜRKİYE", "türkiye"),
        ("Straße", "STRASSE"),
        ("full\u00adwidth", "ｆｕｌｌｗｉｄｔｈ"),
        ("zero\u200bwidth", "zerowidth"),
        ("\u200fعربي", "عربي"),
        (" two\twords\n", "two words"),
    ],
)
def test_texts_that_read_the_same_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("2,000", "2.000"), ("Iran", "Iraq"), ("a", "ab")])
def test_texts_that_read_differently_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("2,000", 2000), ("2000", 2000), ("2\u202f000", 2000), ("-1.5", Decimal("-1.5")), ("−7", -7), (" 85 ", 85)],
)
def test_numbers_in_digits(text: str, number: int) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "two", "1,00", "12 km", "1.2.3", "٣", "--1", "1e5"])
def test_texts_that_are_not_numbers_in_digits(text: str) -> None:
    assert parse_number(text) is None


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_number_written_is_read_back(number: int) -> None:
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("6 September 2023", PartialDate(2023, 9, 6)),
        ("September 6, 2023", PartialDate(2023, 9, 6)),
        ("the 6th of September", PartialDate(0, 9, 6)),
        ("Sept. 2023", PartialDate(2023, 9)),
        ("2023-09-06", PartialDate(2023, 9, 6)),
        ("2023-09", PartialDate(2023, 9)),
        ("2020", PartialDate(2020)),
        ("29 February", PartialDate(0, 2, 29)),
    ],
)
def test_dates_as_precise_as_written(text: str, date: PartialDate) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text", ["", "31 February", "32 May 2020", "2023-13-01", "yesterday", "29 February 2023", "99"]
)
def test_texts_that_are_not_dates(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates())
def test_a_date_written_is_read_back(day: object) -> None:
    text = str(day)
    parsed = parse_date(text)
    assert parsed is not None
    assert parse_date(str(parsed)) == parsed or parsed.year < 1000


@pytest.mark.parametrize("text", ["Danube", "photosynthesis", "Isle of Man", "Saint-Exupéry", "Robin Hood’s Bay"])
def test_words_are_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "nacl",
        "NaCl",
        "C₂H₆",
        "A major",
        "BBC",
        "pH",
        "seven",
        "a third",
        "noon",
        "May",
        "the sixties",
        "x plus y",
        "C++",
    ],
)
def test_what_may_be_a_value_a_symbol_or_a_formula_is_not_prose(text: str) -> None:
    assert not is_prose(text)


@pytest.mark.parametrize(("items", "written"), [("a", "a"), ("ab", "a or b"), ("abc", "a, b or c")])
def test_a_series_reads_as_in_a_sentence(items: str, written: str) -> None:
    assert series(items, "or") == written
