"""Formulas and code: equations of ions, sums and products in another order, and code with other quotes or spaces."""

import pytest

from quizgen.grading.grader import grade
from quizgen.questions import ShortQuestion


def is_right(answer: str, given: str, stem: str = "What is it?") -> bool:
    return grade(ShortQuestion(id="q", stem=stem, answer=answer), given).counts_right


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        (
            "Pb2+ + 2I- -> PbI2",
            ["2I- + Pb2+ -> PbI2", "Pb²⁺ + 2 I⁻ → PbI₂", "Pb2+(aq) + 2I-(aq) -> PbI2(s)"],
            ["Pb2+ + I2- -> PbI2", "Pb2+ + I2 - -> PbI2", "Pb2+ + I- -> PbI2", "Pb2+ + 2I -> PbI2"],
        ),
        (
            "2H+ + 2e- -> H2",
            ["2e⁻ + 2H⁺ → H₂"],
            ["H2+ + 2e- -> H2", "2H+ + e2- -> H2", "2H + 2e- -> H2", "H2 -> 2H+ + 2e-"],
        ),
        ("Cu2+ + 2OH- -> Cu(OH)2", ["2OH- + Cu2+ -> Cu(OH)2"], ["Cu2+ + OH2- -> Cu(OH)2", "Cu2 + 2OH- -> Cu(OH)2"]),
        (
            "Ag+ + Cl- -> AgCl",
            ["Cl⁻ + Ag⁺ → AgCl", "Ag+(aq) + Cl-(aq) -> AgCl(s)"],
            ["Ag+ + Cl -> AgCl", "Ag + Cl- -> AgCl", "Ag2+ + Cl- -> AgCl", "AgCl -> Ag+ + Cl-"],
        ),
        ("Ba2+ + SO4 2- -> BaSO4", ["Ba2+ + SO42- -> BaSO4", "SO4^2- + Ba^2+ -> BaSO4"], ["Ba2+ + SO4- -> BaSO4"]),
        ("NaOH + HCl -> NaCl + H2O", ["HCl + NaOH → H2O + NaCl"], ["NaOH + HCl -> NaCl2 + H2O", "NaOH -> NaCl"]),
        ("2x + 1", ["1 + 2x", "1 + x*2"], ["x2 + 1", "x^2 + 1", "x_2 + 1"]),
    ],
)
def test_numbers_before_and_after_a_symbol_differ(answer: str, right: list[str], wrong: list[str]) -> None:
    assert [given for given in right if not is_right(answer, given)] == []
    assert [given for given in wrong if is_right(answer, given)] == []
