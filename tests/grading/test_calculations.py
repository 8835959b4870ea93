"""Calculations and conditions with words: brackets and signs count, the order of terms and factors does not."""

from typing import Any

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Verdict
from quizgen.questions import ShortQuestion
from quizgen.text.expressions import expression


def ask(answer: str, given: str, stem: str = "What is it?", **fields: Any) -> Verdict:
    return grade(
        ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": stem, "answer": answer, **fields}), given
    )


PERIMETER = "What is the formula for the perimeter of a rectangle?"
SPEED = "How is speed calculated from distance and time?"
LOGIC = "Which logical expression is it equivalent to?"
PYTHON = "Which Python condition is it?"


@pytest.mark.parametrize(
    ("answer", "stem", "right", "wrong"),
    [
        (
            "2 × (length + width)",
            PERIMETER,
            ["2(length + width)", "2 * (width + length)", "perimeter = 2 × (length + width)", "2 times (length plus width)"],
            ["2 × length + width", "2 length + width", "2 length width", "2 × (length - width)", "2 + length × width"],
        ),
        (
            "mass / (length × width)",
            "What is it?",
            ["mass ÷ (width × length)", "mass divided by (length times width)", "mass / length / width"],
            ["mass / length × width", "(mass / length) × width", "(length × width) / mass", "mass / length + width"],
        ),
        ("half × (base + top) × height", "What is it?", ["(top + base) × height / 2"], ["half × base + top × height"]),
        ("distance / time", SPEED, ["speed = distance ÷ time", "distance over time"], ["time / distance", "distance time"]),
        ("price × (1 + rate)", "What is it?", ["(rate + 1) × price"], ["price × 1 + rate", "price × 1 × rate"]),
        ("total - (first + second)", "What is it?", ["total - second - first"], ["total - first + second"]),
        ("mass × velocity²", "What is it?", ["mass * velocity squared"], ["(mass × velocity)²", "mass × velocity2"]),
        ("½ × base × height", "What is it?", ["base × height / 2", "0.5 * base * height"], ["base × height"]),
        ("½ base × height", "What is it?", ["base × height / 2", "half the base times the height"], ["base × height"]),
        ("half of the base × height", "What is it?", ["½ × base × height"], ["base × height", "base of the half × height"]),
        ("⅔ × base × height", "What is it?", ["2 × base × height / 3"], ["⅓ × base × height"]),
        ("mass × volume", "What is it?", ["volume × mass"], ["mass × volume × 1,000", "1,000 mass × volume"]),
        (
            "mass × volume × 1000",
            "What is it?",
            ["1,000 × mass × volume", "1000 mass × volume"],
            ["0,001 × mass × volume", "10,00 × mass × volume", "mass × volume"],
        ),
        ("π × radius²", "What is it?", ["pi times radius squared", "radius^2 * pi"], ["pi times radius", "2 × pi × radius"]),
        ("√(length × width)", "What is it?", ["sqrt(width × length)"], ["√length × width"]),
        ("red + blue", "Which colors make purple?", ["blue + red", "blue and red"], ["red"]),
        ("not (A and B)", LOGIC, ["NOT (B AND A)"], ["not A and B", "A and B", "not (A or B)"]),
        ("(not A) and B", LOGIC, ["not A and B", "B and not A"], ["not (A and B)"]),
        ("not (raining and sunny)", LOGIC, ["not(sunny and raining)"], ["not raining and sunny"]),
        ("A or (B and C)", LOGIC, ["A or B and C", "(C and B) or A"], ["(A or B) and C"]),
        ("(apples or pears) and nuts", "What is it?", ["nuts and (pears or apples)"], ["apples or pears and nuts"]),
        ("x and (y or z)", PYTHON, ["x and (y or z)"], ["x and y or z", "x and (z or y)"]),
        ("not (x > 5 and y < 3)", PYTHON, ["not (x>5 and y<3)"], ["not x > 5 and y < 3"]),
        ("(name or email) and password", PYTHON, ["(name or email) and password"], ["name or email and password"]),
        ("len(words) + 1", PYTHON, ["len(words)+1"], ["len(words + 1)"]),
    ],
)  # fmt: skip
def test_brackets_and_signs_that_change_the_value_count(
    answer: str, stem: str, right: list[str], wrong: list[str]
) -> None:
    verdicts = {given: ask(answer, given, stem).counts_right for given in right + wrong}
    assert verdicts == dict.fromkeys(right, True) | dict.fromkeys(wrong, False)


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("Stop/Start", "stop start"),
        ("AC/DC", "ACDC"),
        ("5 metres per second", "5 m/s"),
        ("2½ hours", "two and a half hours"),
        ("3 - 4 children", "3 to 4 children"),
        ("iron(III) oxide", "iron (III) oxide"),
        ("not (yet) known", "not (yet) known."),
        ("Star Wars - A New Hope", "star wars: a new hope"),
        ("mother-in-law", "mother in law"),
        ("yes and no", "no and yes"),
    ],
)
def test_other_answers_with_signs_are_no_calculations(answer: str, given: str) -> None:
    assert ask(answer, given).counts_right


def test_a_misspelled_operand_is_a_typo_and_another_alternative_is_still_accepted() -> None:
    assert ask("distance / time", "distanse / time").outcome is Outcome.CLOSE
    assert not ask("distance / time", "distanse / time", grading={"typos": "strict"}).counts_right
    assert ask("distance / time", "the ratio of both", accept=["ratio of both"]).counts_right
    assert not ask("distance / time", "time / distance", accept=["ratio of both"]).counts_right


@generated(st.text(alphabet="ab2 ()-+*/^=<>!×²½√|&not", max_size=20), st.booleans())
def test_parentheses_around_an_expression_change_nothing(text: str, logic: bool) -> None:
    read = expression(text, logic=logic)
    assert read is None or expression(f"({text})", logic=logic) == read  # 2)(2 is none, but (2)(2) is one


@pytest.mark.parametrize("text", ["-" * 200, "(" * 100 + "a" + ")" * 99, "not " * 50, "√" * 200, "a^" * 100, "1/0"])
def test_text_that_is_no_expression_is_refused(text: str) -> None:
    assert expression(text, logic=True) is None
