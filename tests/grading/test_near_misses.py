"""Responses that look like the answer of a lesson, and what tells the right ones from the wrong ones."""

import pytest

from quizgen.grading.grader import grade
from quizgen.questions import NumberQuestion, ShortQuestion


def disagreements(stem: str, answer: str, right: list[str], wrong: list[str]) -> list[str]:
    question = ShortQuestion(id="q", stem=stem, answer=answer)
    refused = [f"refused: {given}" for given in right if not grade(question, given).counts_right]
    return refused + [f"accepted: {given}" for given in wrong if grade(question, given).counts_right]


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Differentiate cos x.", "-sin x", ["-sin(x)", "-1*sin x"], ["sin(-x)", "sin x", "-sin(-x)"]),
        ("Differentiate x^3.", "3x^2", ["x²·3"], ["3*x^3/x", "6x^2/2", "3x^4/x^2"]),
        ("Differentiate x^2 e^x.", "x^2 e^x + 2x e^x", ["e^x(x^2 + 2x)", "x(x + 2)e^x"], ["2x e^x + x*x e^x"]),
        ("Write it.", "x^{2y}", ["x^(2y)", "x²ʸ"], ["x^2y", "x^{2}y", "x^(y2)y"]),
        ("Write it.", "a^(n+1)", ["aⁿ⁺¹", "a^{n+1}"], ["a^n+1", "aⁿ+1", "a^{n}+1"]),
        ("Write 2^3 · 2^4 as a single power.", "2^7", ["2⁷", "2^{7}"], ["2^3 · 2^4", "2^3*2^4", "2^4 * 2^3"]),
        ("Simplify x·x·x.", "x^3", ["x³"], ["x*x*x", "x^2*x", "x·x·x"]),
    ],
)
def test_formulas_are_simplified(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize("answer", ["[Fe(CN)6]4-", "Fe(CN)6^4-", "[Fe(CN)6]^{4-}"])
def test_a_charge_after_a_group_in_brackets_is_told_from_its_number(answer: str) -> None:
    right = ["[Fe(CN)6]4-", "Fe(CN)6 4-", "Fe(CN)₆⁴⁻", "Fe(CN)6^4-"]
    assert disagreements("Write the ion.", answer, right, ["Fe(CN)64-", "Fe(CN)6", "Fe(CN)6-", "Fe(CN)4 6-"]) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Write it.", "`a or b`", ["a or b"], ["b or a", "a and b", "`b or a`"]),
        ("Write it.", "a or b", ["b or a", "(b) or (a)"], ["a and b", "A or B", "a or c"]),
        ("Rewrite it in Python.", "not a or not b", ["not b or not a", "(not a) or (not b)"], ["!a || !b", "a or b"]),
        ("Rewrite it.", "not a and not b", ["¬b ∧ ¬a", "!a && !b"], ["not a or not b", "not (a and b)", "not a and b"]),
        (
            "Write it in Python.",
            "b != 0 and a / b > 1",
            ["b != 0 and a/b > 1"],
            ["a / b > 1 and b != 0", "b != 0 or a / b > 1", "b == 0 and a / b > 1"],
        ),
        (
            "Write it in Python.",
            "1 <= x <= 10",
            ["x >= 1 and x <= 10", "10 >= x >= 1", "x <= 10 and 1 <= x"],
            ["x >= 1 or x <= 10", "1 < x <= 10", "1 >= x >= 10"],
        ),
        ("Write it in Java.", "x > 1 && x < 5", ["x < 5 && x > 1"], ["1 < x < 5", "x > 1 and x < 5", "x > 1 || x < 5"]),
    ],
)
def test_the_parts_of_a_condition_may_change_places_where_its_value_stays_the_same(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Write it in JavaScript.", "const n = 3;", ["const n=3"], ["Const n = 3;", "const N = 3;", 'const n = "3";']),
        ("Which file is it?", "package.json", ["package.json file"], ["packages.json", "package.js", "packaged.json"]),
        ("Write 5 in binary, with four digits.", "0101", ["0b0101", "0101₂"], ["101", "101₂", "00101"]),
        ("What does this Python code print?", "a-b", ["It prints a-b", "Output: a-b"], ["a - b", "It prints a - b"]),
        ("What does this Python code print?", "3", ["Output: 3", "It prints 3"], ["It prints 4", "Output: 33"]),
        ("What is the oxidation number?", "+6", ["6+", "VI", "6"], ["6-", "-6", "6 -"]),
        ("What is the pH of 0.01 mol/L acid?", "2", ["pH 2", "pH = 2"], ["2 mol/L", "2 g", "2 mol"]),
        (
            "Write 0.00045 in scientific notation.",
            "4.5 × 10^-4",
            ["4.5e-4", "4.5·10⁻⁴", "4.5 * 10^(-4)"],
            ["45 × 10^-5", "0.45 × 10^-3", "0.00045"],
        ),
    ],
)
def test_every_character_counts_where_the_stem_asks_for_it(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


def test_a_number_may_have_the_unit_of_the_values_in_the_stem_if_it_can_have_one() -> None:
    length = NumberQuestion(id="q", stem="Two rods are 3 m and 2 m long. How long are they together?", answer=5)
    acid = NumberQuestion(id="q", stem="What is the pH of a 0.01 mol/L solution of HCl?", answer=2)
    assert grade(length, "5 m").counts_right
    assert [given for given in ("2 mol/L", "2 M", "2 g") if grade(acid, given).counts_right] == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "Which tsar founded the city?",
            "Peter the Great",
            ["Tsar Peter the Great", "Peter I the Great"],
            ["the Great", "Great", "Catherine the Great"],
        ),
        (
            "Which Mongol ruler founded the Yuan dynasty?",
            "Kublai Khan",
            ["Kublai", "the emperor Kublai Khan"],
            ["Khan", "Batu Khan", "the Khan"],
        ),
        ("Which cricketer was it?", "Imran Khan", ["Khan"], ["Imran", "Imran Ali", "Shah Rukh Khan"]),
        (
            "Why did Britain declare war on Germany?",
            "Germany invaded Belgium",
            ["Germany had invaded Belgium", "because Germany invaded Belgium"],
            ["Britain invaded Belgium", "Britain had invaded Belgium", "Germany invaded Britain"],
        ),
    ],
)
def test_a_name_is_not_replaced_by_another_one(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []
