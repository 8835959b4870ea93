"""Very large and very small answers of number questions: read, shown, graded, saved and exported with a power of ten."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quizgen
from quizgen.editing.saving import save
from quizgen.exporting.formats import Format
from quizgen.grading.grader import grade
from quizgen.questions import NumberQuestion, QuestionSet
from quizgen.questions.problem import InvalidError
from quizgen.text.numbers import format_number, keyboard_number, parse_decimal

STEM = "What is the value of the constant?"
FORMATS: dict[str, Format] = {".gift": "gift", ".xml": "moodle", ".qti.zip": "qti", ".apkg": "apkg"}
NUMBERS = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(-(10**9), 10**9), st.integers(-250, 250)
)


def number_question(**fields: object) -> NumberQuestion:
    return NumberQuestion.model_validate({"id": "q", "kind": "number", "stem": STEM, **fields})


@pytest.mark.parametrize(
    "written",
    [6.022e23, "6.022e23", "6.022E+23", "6.022 × 10^23", "6.022x10^23", "6.022 · 10²³", 602200000000000000000000],
)
def test_every_notation_is_read_and_shown_in_one(written: object) -> None:
    question = number_question(answer=written, unit="mol^-1")
    assert question.answer == Decimal("6.022e23")
    assert question.answer_text == "6.022 × 10^23 mol^-1"


@pytest.mark.parametrize(
    ("value", "shown", "typed"),
    [
        ("1.6e-19", "1.6 × 10^-19", "1.6e-19"),
        ("-1e-7", "-1 × 10^-7", "-1e-7"),
        ("0.000001", "0.000001", "0.000001"),
        ("1e15", "1,000,000,000,000,000", "1000000000000000"),
        ("18446744073709551616", "18,446,744,073,709,551,616", "18446744073709551616"),
        ("0", "0", "0"),
    ],
)
def test_only_numbers_that_are_hard_to_count_have_a_power(value: str, shown: str, typed: str) -> None:
    assert (format_number(Decimal(value)), keyboard_number(Decimal(value))) == (shown, typed)


@pytest.mark.parametrize(
    ("answer", "fields", "right", "wrong"),
    [
        (
            "6.022e23",
            {"unit": "mol^-1"},
            ["6.022e23", "6.022 × 10^23 mol^-1", "6.022·10²³", "60.22e22", "6.022E23/mol"],
            ["6.022e22", "6.022e-23", "6.022", "6.023e23"],
        ),
        ("1.6e-19", {"tolerance": "1%"}, ["1.602e-19", "1.6 × 10⁻¹⁹"], ["1.7e-19", "1.6e19", "0"]),
        (
            "12345678901234567890123456789012",
            {},
            ["12345678901234567890123456789012"],
            ["12345678901234567890123456789013"],
        ),
    ],
)
def test_large_and_small_numbers_are_graded(
    answer: str, fields: dict[str, str], right: list[str], wrong: list[str]
) -> None:
    question = number_question(answer=answer, **fields)
    assert [said for said in right if not grade(question, said).counts_right] == []
    assert [said for said in wrong if grade(question, said).counts_right] == []


@pytest.mark.parametrize("value", ["1e300", "-1e300", "1e-301", "1e999999999", "1e-999999999"])
def test_numbers_that_no_platform_computes_with_are_out_of_range(value: str) -> None:
    with pytest.raises(InvalidError, match="out of range"):
        number_question(answer=value)


@given(NUMBERS)
def test_what_is_shown_and_typed_is_read_back(value: Decimal) -> None:
    for written in (format_number(value), keyboard_number(value)):
        assert parse_decimal(written) == value
        assert grade(number_question(answer=value), written).counts_right


@pytest.mark.parametrize("ending", ["yaml", "md"])
@given(value=NUMBERS)
def test_saved_sets_keep_the_number(ending: str, value: Decimal, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("set") / f"set.{ending}"
    made = QuestionSet.model_validate(
        {"id": "constants", "title": "Constants", "questions": [number_question(answer=value, unit="kg")]}
    )
    save(made, path)
    (read,) = quizgen.load(path).questions
    assert isinstance(read, NumberQuestion)
    assert (read.answer, read.unit) == (value, "kg")


@pytest.mark.parametrize(
    "line", ["6.022e23 mol^-1", "6.022 × 10^23 mol^-1", "6.022 × 10^23 ± 1% mol^-1", "6.022·10²³ mol^-1"]
)
def test_markdown_takes_powers_of_ten(line: str, tmp_path: Path) -> None:
    path = tmp_path / "set.md"
    path.write_text(f"---\nid: constants\n---\n\n# Constants\n\n### {STEM} {{#q}}\n\n=# {line}\n", encoding="utf-8")
    (read,) = quizgen.load(path).questions
    assert isinstance(read, NumberQuestion)
    assert (read.answer, read.unit) == (Decimal("6.022e23"), "mol^-1")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("value", ["6.022e23", "1.6e-19", "-9.46e15", "2e299"])
def test_exported_sets_keep_the_number(ending: str, value: str, tmp_path: Path) -> None:
    path = tmp_path / f"set{ending}"
    made = QuestionSet.model_validate(
        {"id": "s", "title": "S", "questions": [number_question(answer=value, tolerance="10%", unit="kg")]}
    )
    quizgen.export(made, path, FORMATS[ending])
    (read,) = quizgen.import_file(path).question_set.questions
    assert isinstance(read, NumberQuestion)
    assert float(read.answer) == pytest.approx(float(value), rel=1e-12)
    assert grade(read, value).counts_right
    assert not grade(read, "5").counts_right
