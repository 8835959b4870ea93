"""Typed numbers: how they are written, their units, their tolerance."""

from decimal import Decimal
from typing import Any

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.verdict import CORRECT, Outcome
from quizgen.questions import NumberQuestion, ShortQuestion
from quizgen.questions.policy import GradingSwitches

OTHER_TEXT = "The number is right, but the answer contains other text. Type only the number."


def ask(given: str, answer: Any = 85, **fields: Any) -> Outcome:
    question = NumberQuestion.model_validate(
        {"id": "q", "kind": "number", "stem": "How many American soldiers were due?", "answer": answer, **fields}
    )
    return grade(question, given).outcome


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (85, "85"),
        (85, "85.0"),
        (85, "eighty-five"),
        (85, "Eighty five"),
        (85, "85 soldiers"),
        (85, "85 American soldiers"),
        (85, "about 85"),
        (85, "It was 85."),
        (2000, "2,000"),
        (2000, "2 000"),
        (2000, "2'000"),
        (2000, "2_000"),
        (85, "son 85"),
        (2000, "two thousand"),
        (2000, "2k"),
        (2005, "two thousand and five"),
        (1984, "nineteen eighty-four"),
        (24, "two dozen"),
        (2_500_000, "2.5 million"),
        (1_000_000, "1.000.000"),
        (1_000_000, "a million"),
        (100_000, "1,00,000"),
        ("3.5", "3,5"),
        ("3.5", "3.5 (1 d.p.)"),
        ("3.5", "3.5 to two significant figures"),
        ("0.5", "½"),
        ("2.5", "2 1/2"),
        (-40, "-40"),
        (-40, "−40"),
        (-40, "minus forty"),
    ],
)
def test_a_number_in_any_common_form_is_right(answer: Any, given: str) -> None:
    assert ask(given, answer) is Outcome.CORRECT


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (85, "86"),
        (85, "850"),
        (85, "-85"),
        (85, "58"),
        (85, "85-90"),
        (85, "85 or 90"),
        (85, "less than 85"),
        (85, "not 85"),
        (85, "85 tanks"),
        (85, "85%"),
        (85, "85 thousand"),
        (85, "soldiers"),
        (85, "²"),
        (2000, "2"),
        (2000, "20_00"),
        ("3.5", "35"),
        ("3.5", "3.6 (1 d.p.)"),
        (85, "852 dp"),
        (-40, "40"),
    ],
)
def test_another_number_is_wrong(answer: Any, given: str) -> None:
    assert ask(given, answer) is Outcome.WRONG


@pytest.mark.parametrize(
    ("unit", "given", "outcome"),
    [
        ("km", "85", Outcome.CORRECT),
        ("km", "85 km", Outcome.CORRECT),
        ("km", "85km", Outcome.CORRECT),
        ("km", "85 kilometres", Outcome.CORRECT),
        ("km", "85 miles", Outcome.WRONG),
        ("kilometre", "85 kilometers", Outcome.CORRECT),
        ("%", "85", Outcome.CORRECT),
        ("%", "85 %", Outcome.CORRECT),
        ("%", "85 percent", Outcome.CORRECT),
        ("%", "85 per cent", Outcome.CORRECT),
        ("%", "0.85", Outcome.WRONG),
        ("$", "$85", Outcome.CORRECT),
        ("$", "USD 85", Outcome.CORRECT),
        ("$", "EUR 85", Outcome.WRONG),
        ("£", "GBP 85", Outcome.CORRECT),
        ("£", "GBP 58", Outcome.WRONG),
        ("dollars", "$85", Outcome.CORRECT),
        ("dollars", "€85", Outcome.WRONG),
        ("s", "85s", Outcome.CORRECT),
        ("m", "85 m", Outcome.CORRECT),
        ("million people", "85 million people", Outcome.CORRECT),
        ("million people", "85", Outcome.CORRECT),
        ("°C", "85 °C", Outcome.CORRECT),
        ("soldiers", "85 soldier", Outcome.CORRECT),
        ("soldiers", "85 troops", Outcome.CORRECT),
        ("soldiers", "85 service members", Outcome.CORRECT),
        ("pupils", "85 people", Outcome.CORRECT),
        ("km", "85 troops", Outcome.WRONG),
        ("km", "85 people", Outcome.WRONG),
        ("days", "85d", Outcome.CORRECT),
        ("ms", "85msec", Outcome.CORRECT),
        ("ms", "85 µsec", Outcome.WRONG),
        ("µg", "85 mcg", Outcome.CORRECT),
        ("km/h", "85 kmph", Outcome.CORRECT),
        ("minutos", "85 minutos", Outcome.CORRECT),
        ("g", "85 gms", Outcome.CORRECT),
        ("g", "85 (g)", Outcome.CORRECT),
        ("g", "85 gramms", Outcome.CLOSE),
        ("g", "85 kilogramms", Outcome.WRONG),
        ("s", "85 seconde", Outcome.CLOSE),
        ("mph", "85 m.p.h.", Outcome.CORRECT),
        ("mph", "85 r.p.m.", Outcome.WRONG),
        ("g", "85 (kg)", Outcome.WRONG),
        ("soldiers", "No. 85", Outcome.CORRECT),
        ("soldiers", "no 85", Outcome.WRONG),
    ],
)
def test_the_unit_may_be_typed_but_no_other(unit: str, given: str, outcome: Outcome) -> None:
    assert ask(given, unit=unit) is outcome


@pytest.mark.parametrize(
    ("unit", "typed"), [("m²", ["sq m", "sq. m", "square m"]), ("m³", ["cu m", "cubic m"])]
)  # fmt: skip
def test_the_power_of_a_unit_may_be_a_word(unit: str, typed: list[str]) -> None:
    other = "m³" if unit == "m²" else "m²"
    for each in typed:
        assert ask(f"85 {each}", unit=unit) is Outcome.CORRECT
        assert ask(f"85 {each}", unit=other) is Outcome.WRONG


@pytest.mark.parametrize(
    ("limits", "right", "wrong"),
    [
        ({"tolerance": "5"}, ["80", "90", "ninety"], ["79.9", "91"]),
        ({"tolerance": "±5"}, ["80", "90"], ["79", "91"]),
        ({"tolerance": "10%"}, ["76.5", "93.5"], ["76", "94"]),
        ({"range": [80, 100]}, ["80", "100", "85 soldiers"], ["79", "101"]),
        ({}, ["85"], ["84.9", "85.1"]),
    ],
)
def test_tolerance(limits: dict[str, Any], right: list[str], wrong: list[str]) -> None:
    assert {ask(given, **limits) for given in right} == {Outcome.CORRECT}
    assert {ask(given, **limits) for given in wrong} == {Outcome.WRONG}


@pytest.mark.parametrize(
    "given", ["-890 kJ·mol^-1", "-890 kJ⋅mol⁻¹", "-890 kJ.mol-1", "-890 kJ mol-1", "-890kJmol-1", "-890 kJmol⁻¹"]
)
def test_units_with_powers_are_no_range(given: str) -> None:
    assert ask(given, -890, unit="kJ/mol") is Outcome.CORRECT
    assert ask(given.replace("kJ", "J"), -890, unit="kJ/mol") is Outcome.WRONG


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("100.1", ["100.09", "100.12"], ["100.2", "100.16", "100.0"]),
        ("66.0", ["65.97", "66.04", "66"], ["66.1", "65.9", "65.94"]),
        ("2.5", [], ["2.51"]),
        ("251", [], ["251.3"]),
    ],
)
def test_more_digits_may_round_to_the_answer(answer: str, right: list[str], wrong: list[str]) -> None:
    assert [ask(given, answer) for given in right] == [Outcome.CORRECT] * len(right)
    assert [ask(given, answer) for given in wrong] == [Outcome.WRONG] * len(wrong)
    assert ask("100.09", "100.1", tolerance="0") is Outcome.WRONG
    rounded = NumberQuestion(id="q", stem="Find it, rounded to the nearest whole number.", answer=Decimal(12))
    assert grade(rounded, "12.3").note == "The number is not rounded as the question asks."
    assert grade(rounded, "12.8").note is None


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("How likely is it?", "5/12", ["five twelfths", "41.7%", "41.67 %"], ["42%", "40.7%", "five elevenths"]),
        ("Write nine in binary.", "1001", ["1001 (base 2)", "1001 in base 2", "1001 in binary"], ["1001 base 10"]),
        ("Convert the hexadecimal number 1C to decimal.", "28", ["0x1C = 28", "1C₁₆ = 28"], ["0x1D = 28", "0b1C = 28"]),
        (
            "Of 8 balls, 2 are green and 6 white. What is the probability of drawing a green one?",
            "0.25",
            ["P(green) = 1/4", "P(G)=0.25", "p(green) = 25%"],
            ["P(white) = 1/4", "P(W) = 1/4", "P(not green) = 1/4", "P(green) = 3/4"],
        ),
        (
            "If it rains with a probability of 0.3, what is the probability of sun?",
            "0.7",
            ["P(sun) = 0.7"],
            ["P(rains) = 0.7"],
        ),
        ("What is the rate constant in s^-1?", "0.5", ["0.5 s-1", "0.5s^-1", "0.5s-1"], ["0.5 s", "0.5s-2"]),
        ("Write 250 in hexadecimal.", "FA", ["fa base 16", "FA in hex"], ["FA base 2"]),
        (
            "How many values can 6 bits take?",
            "64",
            ["2^6", "2⁶", "2 ** 6", "2^6 values"],
            ["2^5", "6^2", "2^6 - 1", "2^6 bytes"],
        ),
        (
            "What is the largest value of an unsigned 16-bit number?",
            "65535",
            ["0xFFFF", "0b1111111111111111"],
            ["0xFFF", "0xFFFFF", "65535 bits", "FFFF", "0o177777"],
        ),
        ("What is the largest number that fits in 4 bits, in decimal?", "15", [], ["0xF", "0b1111"]),
        ('C: What does printf("%d", 9 / 2); print?', "4", [], ["4.0", "4.5"]),
        ("Convert the binary number 1101 to decimal.", "13", ["1101₂ = 13₁₀"], ["1101₂ = 12₁₀"]),
        ("How many MiB are 2 GiB?", "2048", ["2048 MiB", "2 GiB = 2048 MiB"], ["2048 GiB", "2 GiB = 2048 KiB"]),
        ("What is the largest unsigned 8-bit number?", "255", ["2^8 - 1", "2⁸ − 1", "2**8-1"], ["2^8", "2^7 - 1"]),
        ("Write 3/8 as a decimal.", "0.375", [".375"], ["3/8", "37.5%"]),
        ("Express 3/8 as a percentage.", "37.5%", ["37.5", "37.5 percent"], ["0.375", "3/8"]),
        ("Express 0.5 as a fraction.", "1/2", ["½", "one half"], ["0.5", "50%"]),
        ("Find log2 of 64.", "6", ["log2 of 64 = 6"], ["log 6"]),
        ("What is the value of 17 % 5 in C?", "2", [], ["2%", "2.0"]),
        ("Round 3.14159 to two decimal places.", "3.14", ["3.14"], ["3.141", "3.14159", "3.1"]),
        ("A shirt for 40 euros is reduced by 25%. What is its price in euros?", "30", ["€30"], ["30%", "10"]),
        ("Calculate the number of bytes: 2^10", "1024", [], ["2^10"]),
        ("How many squares has the board?", "64", [], ["2^6"]),
    ],
)
def test_a_number_in_the_form_that_the_stem_asks_for(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    question = ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": stem, "answer": answer})
    assert [given for given in right + wrong if grade(question, given).counts_right] == right


def test_a_change_may_be_named_and_a_figure_may_be_more_exact() -> None:
    question = NumberQuestion.model_validate(
        {"id": "q", "kind": "number", "stem": "What is the heat of reaction?", "answer": -92.4, "unit": "kJ/mol"}
    )
    for given in ("ΔH = -92.4 kJ/mol", "∆H° = -92.4", "-92.38 kJ/mol"):
        assert grade(question, given) == CORRECT
    assert grade(question, "ΔH = 92.4 kJ/mol").outcome is Outcome.WRONG


def test_nothing_typed_is_skipped() -> None:
    assert ask("  ") is Outcome.SKIPPED


def test_a_rejected_number_has_a_reason() -> None:
    question = NumberQuestion.model_validate(
        {"id": "q", "kind": "number", "stem": "How far?", "answer": 85, "unit": "km"}
    )
    assert grade(question, "far").note == "That is not a number."
    assert grade(question, "more than 5").note == "Type only the number."
    assert grade(question, "85 miles").note == "The number is right, but the unit is wrong."
    assert grade(question.model_copy(update={"stem": "How far is it by 3 trains?"}), "85 trains").note == (
        "The number is right, but the unit is wrong."
    )
    assert grade(question, "85 KB").note == "The number is right, but the unit is wrong."
    other_text = OTHER_TEXT.removesuffix(".")
    assert grade(question, "85 apples").note == f"{other_text}, with or without its unit."
    with_unit = question.model_copy(update={"grading": GradingSwitches(units="strict")})
    assert grade(with_unit, "85 apples").note == f"{other_text} with its unit."
    assert grade(with_unit, "85").note == "The number is right, but the unit is missing."
    exact = ShortQuestion(id="q", kind="short", stem="Find the area of the circle.", answer="36π cm²")
    assert grade(exact, "36π").note == "The number is right, but the unit is missing."
    assert grade(exact, "36π cm³").note == "The number is right, but the unit is wrong."
    assert grade(exact, "18π").note is None
    year = NumberQuestion.model_validate({"id": "q", "kind": "number", "stem": "In which year?", "answer": 1415})
    assert grade(year, "1415 BC").note == "The number is right, but the era is wrong."
    assert grade(year, "1415 or 1416").note == "You typed more than one number. Type only one."
    assert grade(year, "1415-1416").note is None
    date = {"id": "q", "kind": "short", "stem": "When did it fall?", "answer": "14 July 1789"}
    assert grade(ShortQuestion.model_validate(date), "1789").note == (
        "The day and month are missing; the rest is right."
    )
    before_christ = ShortQuestion.model_validate({**date, "answer": "44 BC"})
    assert grade(before_christ, "44").note == "The era is missing; the rest is right."
    assert grade(before_christ, "45").note is None
    assert grade(year, "1415 wars").note == OTHER_TEXT
    ph = NumberQuestion.model_validate({"id": "q", "kind": "number", "stem": "What is the pH of it?", "answer": 2})
    assert grade(ph, "2 mol/L").note == "The number is right, but the answer has no unit."
    rate = "How many seconds does it take to send 24 Mbit at 6 Mbit/s?"
    for given in ("4 Mbit/s", "4 Mbit", "4 Mbps"):
        sent = NumberQuestion(id="q", kind="number", stem=rate, answer=Decimal(4), unit="s")
        assert not grade(sent, given).counts_right
    filled = "How long does it take to fill 20 barrels at 5 barrels/min, in minutes?"
    for given, right in (("4 min", True), ("4", True), ("4 barrels/min", False), ("4 barrels", False)):
        fill = NumberQuestion(id="q", kind="number", stem=filled, answer=Decimal(4), unit="min")
        assert grade(fill, given).counts_right is right
    bits = {"id": "q", "kind": "number", "stem": "How many values can 10 bits have?", "answer": 1024}
    assert [
        grade(NumberQuestion.model_validate(bits), given).counts_right for given in ("1024 bits", "1024 values")
    ] == [
        False,
        True,
    ]


@pytest.mark.parametrize(("given", "right"), [("2.000", True), ("2.00", False), ("20.000", False), ("2.0000", False)])
def test_a_dot_may_stand_between_thousands_in_languages_that_use_it(given: str, right: bool) -> None:
    assert (ask(given, 2000, stem="¿Cuántos soldados?", language="es") is Outcome.CORRECT) is right
    assert (ask(given, 2000, stem="Escribe en cifras: dos mil.") is Outcome.CORRECT) is right
    assert ask(given, 2000) is Outcome.WRONG


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "A field is 3 m by 4 m. What is its area?",
            12,
            ["12", "12 m²", "12 square metres"],
            ["12 m", "12 m³", "12 cm²"],
        ),
        ("What is the perimeter of a square with sides of 2 cm?", 8, ["8 cm"], ["8 cm²"]),
        ("How far does it go in 5 s at 3 m/s?", 15, ["15 m"], ["15 s", "15 m/s"]),
        ("Calculate the speed of a car that goes 60 m in 4 s.", 15, ["15 m/s"], ["15 m", "15 s"]),
        ("What is the refractive index if light has a speed of 2e8 m/s?", 1.5, ["1.50"], ["1.5 m/s"]),
        ("Give the efficiency of 60 J out of 80 J as a percentage.", 75, ["75%"], ["75 J"]),
        ("What is the area of the lake in square kilometres?", 7, ["7 km2"], ["7 km"]),
        ("Calculate the number of moles in 36 g of water.", 2, ["2 mol"], ["2 g"]),
        ("How old was she?", 7, ["7 years", "7 years old"], ["7 m"]),
        ("What is the ratio of the area to the length of 3 m?", 2, ["2"], ["2 m"]),
        ("What is the speed of the wheel in rpm?", 300, ["300 rpm"], ["300 m"]),
        (
            "How many minutes are there in three hours?",
            180,
            ["180 min", "180 minutes"],
            ["180 h", "180 hours", "180 s"],
        ),
        (
            "How many years did it last?",
            30,
            ["30 y", "30 yrs", "it lasted 30 years"],
            ["30 months", "it lasted 3 years"],
        ),
        ("How many times does it run?", 5, ["5x", "It runs 5 times"], ["5 m", "It runs 50 times"]),
        ("¿Cuántos minutos hay en dos horas?", 120, ["120 min", "ciento veinte minutos"], ["120 horas", "120 h"]),
        ("Combien d'heures y a-t-il dans un jour ?", 24, ["24 h", "24 heures"], ["24 jours", "24 min"]),
        ("Combien de jours y a-t-il dans deux semaines ?", 14, ["14 j", "14 d"], ["14 semaines", "14 h"]),
        ("Quanti minuti ci sono in un'ora?", 60, ["60 min", "60 minuti"], ["60 ore", "60 h"]),
        ("Wie viele Minuten hat eine Stunde?", 60, ["60 Min.", "60 min"], ["60 Std.", "60 Stunden"]),
        ("How many hours are 180 minutes?", 3, ["3 h", "3 hours"], ["180 minutes", "180 min"]),
        (
            'What does Python\'s len("good day") return?',
            8,
            ["8 characters", "It returns 8"],
            ["8 letters", "8 words", "8 bytes"],
        ),
        ("What is len([4, 5, 6]) in Python?", 3, ["3 items", "3 elements"], ["3 characters", "3 lists"]),
        ("Tom has 7 apples and eats 3. How many are left?", 4, ["4 apples", "4 apples left"], ["4 pears"]),
        ("Tom has 7 apples and 3 pears. He eats 3. How many are left?", 7, ["7"], ["7 apples", "7 pears"]),
        (
            "There are 9 cats and 5 dogs. How many more cats than dogs are there?",
            4,
            ["4 cats", "4 more cats", "4 more", "4 more cats than dogs"],
            ["4 dogs", "4 more dogs", "4 (dogs)"],
        ),
        ("How many ducks and geese are there?", 9, ["9 ducks and geese"], ["9 ducks", "9 (geese)"]),
        ("How many legs and how many wings has a bee? Give the legs.", 6, ["6 (legs)", "6 legs"], ["6 (wings)"]),
        ("In which year BCE was it built?", 44, ["44 BC", "44 BCE", "44"], ["44 AD", "44 CE"]),
        ("In which year B.C.E. was it built?", 44, ["44 BC", "44 B.C.", "44"], ["AD 44"]),
        ("How many times is the loop run?", 6, ["6 iterations", "6x"], ["6 loops of 5", "5 iterations"]),
        (
            "What is the oxidation number of Mn in MnO2?",
            4,
            ["IV", "+IV", "4+", "Mn(IV)", "+4"],
            ["-IV", "4-", "VI", "Fe(IV)"],
        ),
        ("Give the oxidation state of oxygen in H2O2.", -1, ["-I", "1-", "−1"], ["I", "+I", "1+", "1"]),
        ("What is the charge in coulombs?", "5.2", ["5.2", "5.2 C"], ["5", "5+"]),
        ("What is the charge number of the ion?", 3, ["3+", "+3"], ["III", "3-"]),
        ('C: What does printf("%d", 9 / 2); print?', 4, ["4"], ["4.0"]),
        ("Which HTTP status code means that a page has moved?", 301, ["301 Moved Permanently"], ["301 Found"]),
    ],
)
def test_a_unit_is_of_the_quantity_that_the_stem_asks_for(
    stem: str, answer: float, right: list[str], wrong: list[str]
) -> None:
    assert [given for given in right if ask(given, answer, stem=stem) is not Outcome.CORRECT] == []
    assert [given for given in wrong if ask(given, answer, stem=stem) is not Outcome.WRONG] == []


def test_a_dot_before_three_digits_is_still_a_decimal_point() -> None:
    assert ask("2.500", "2.5") is Outcome.CORRECT


@pytest.mark.parametrize("given", ["0.045", "0,045", "00.045", "0.045 g", "0 045"])
def test_a_number_with_a_zero_first_has_no_thousands(given: str) -> None:
    assert ask(given, 45) is Outcome.WRONG
    german = {"id": "q", "kind": "number", "stem": "Wie schwer?", "answer": 45, "language": "de"}
    assert grade(NumberQuestion.model_validate(german), given).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("What is the probability? Give a decimal to 3 significant figures or a fraction.", "0.417",
         ["5/12", "1 - 7/12 = 5/12", "P = 5/12", "five twelfths"], ["5/13", "7/12", "0.4", "12/5"]),
        ("What is the probability of a red one?", "0.417", ["5/12", "P(red) = 5/12"], ["7/12", "5/12 m", "P(blue) = 5/12"]),
        ("Write 5/12 as a decimal to 3 significant figures.", "0.417", ["5/12 = 0.417"], ["5/12"]),
        ("What is the sum to infinity?", "18", ["it converges to 18", "S∞ = 12 ÷ 2/3 = 18"], ["it diverges to 18", "12 × 2 = 18"]),
        ("What is the percentage decrease?", "20 %", ["20 per cent decrease", "a decrease of 20 percent"],
         ["20 per cent increase", "80 per cent"]),
        ("Find the volume.", "250 cm^3", ["250 ccm"], ["250 cm"]),
    ],
)  # fmt: skip
def test_numbers_in_other_forms(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    number, _, unit = answer.partition(" ")
    question = NumberQuestion(id="q", stem=stem, answer=Decimal(number), unit=unit or None)
    assert [given for given in right if not grade(question, given).counts_right] == []
    assert [given for given in wrong if grade(question, given).counts_right] == []


@pytest.mark.parametrize(
    ("given", "right", "note"),
    [
        ("12C3 = 220", True, None),
        ("C(12, 3) = 220", True, None),
        ("12 choose 3 = 220", True, None),
        ("12!/(3! 9!) = 220", True, None),
        ("12 x 11 x 10 / 6 = 220", True, None),
        ("12C3 = 222", False, None),
        ("220 = 222", False, None),
        ("222 = 220", False, OTHER_TEXT),
        ("440/2 = 220", True, None),
        ("440/4 = 110, 110 × 2 = 220", True, None),
        ("440/3 = 220", False, OTHER_TEXT),
        ("220C3 = 12", False, None),
        ("2x + 4 = 220", False, OTHER_TEXT),
        ("n = 3, k = 220", False, OTHER_TEXT),
        ("12C3 = ?", False, "That is not a number."),
        ("12C3", False, None),
    ],
)
def test_the_value_after_a_calculation(given: str, right: bool, note: str | None) -> None:
    question = NumberQuestion(
        id="q", stem="In how many ways can a committee of 3 be chosen from 12 people?", answer=220
    )
    verdict = grade(question, given)
    assert (verdict.counts_right, verdict.note) == (right, note)


@pytest.mark.parametrize("given", ["45 kJ", "+45 kJ", "45"])
def test_the_wrong_sign_is_named(given: str) -> None:
    note = "The number is right, but the sign is wrong."
    number = NumberQuestion(id="q", stem="What is the heat of reaction?", answer=-45, unit="kJ")
    assert grade(number, given).note == note
    short = ShortQuestion(id="q", stem="What is the heat of reaction in kJ?", answer="-45 kJ")
    assert grade(short, given).note == note
    assert grade(short, "54 kJ").note is None
    either = ShortQuestion(id="q", stem=short.stem, answer="-45 kJ", accept=["-46 kJ"])
    assert grade(either, given).note == note


@pytest.mark.parametrize(
    ("answer", "unit", "given", "outcome"),
    [
        (318, "million", "318,000,000", Outcome.CORRECT),
        (318, "million bricks", "318,000,000 bricks", Outcome.CORRECT),
        (318, "million", "0.318 billion", Outcome.CORRECT),
        (318, "million", "318 thousand", Outcome.WRONG),
        (318, "million", "31,800,000", Outcome.WRONG),
        (318_000_000, "bricks", "318 million bricks", Outcome.CORRECT),
    ],
)
def test_a_number_word_in_the_unit_is_part_of_the_number(answer: int, unit: str, given: str, outcome: Outcome) -> None:
    assert ask(given, answer, unit=unit, stem="How many bricks were used?") is outcome


def test_a_year_before_christ_has_no_other_era() -> None:
    fields = {"id": "q", "kind": "number", "stem": "When did Hannibal cross the Alps (BC)?", "answer": 218}
    question = NumberQuestion.model_validate(fields)
    typed = ["218", "218 BC", "218 B.C.E.", "AD 218", "218 AD"]
    assert [given for given in typed if grade(question, given).counts_right] == typed[:3]
