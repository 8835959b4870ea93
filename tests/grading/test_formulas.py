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
        ("x^(2y)", ["x^(2*y)"], ["x^2y", "x^2 y", "x^(y/2)"]),
    ],
)
def test_numbers_before_and_after_a_symbol_differ(answer: str, right: list[str], wrong: list[str]) -> None:
    assert [given for given in right if not is_right(answer, given)] == []
    assert [given for given in wrong if is_right(answer, given)] == []


INTEGRAL = "Find ∫ x·eˣ dx."
PYTHON = "Write a Python call that gets the value of a key."


@pytest.mark.parametrize(
    ("answer", "stem", "right", "wrong"),
    [
        (
            "[NH3]^2/([N2][H2]^3)",
            "Write the expression for Kc.",
            ["[NH3]^2/([H2]^3[N2])", "[NH₃]²/([N₂]·[H₂]³)", "[NH3]^2 / ([H2]^3 * [N2])"],
            ["[NH3]^2/[N2][H2]^3", "[N2][H2]^3/[NH3]^2", "[NH3]^2/([N2]^3[H2])", "[NH2]^3/([N2][H2]^3)"],
        ),
        (
            "magnesium + copper(II) oxide -> magnesium oxide + copper",
            "Write the word equation.",
            ["copper(II) oxide + magnesium → copper + magnesium oxide", "Mg + CuO = copper + magnesium oxide"],
            [
                "magnesium oxide + copper -> magnesium + copper(II) oxide",
                "magnesium + copper(I) oxide -> magnesium oxide + copper",
                "magnesium + copper(II) oxide -> magnesium oxide",
            ],
        ),
        ("E = 1/2 mv^2", "What is the formula?", ["mv²/2", "0.5 m v^2", "½v²m"], ["mv²", "Q = mv²/2", "U = 1/2 mv^2"]),
        ("bb", "Which genotype is recessive?", ["bb"], ["BB", "Bb"]),
        ("//", "Which operator in Python divides to whole numbers?", ["the // operator"], ["/", "the / operator"]),
        (
            "Ksp = [Ca^2+]^3 [PO4^3-]^2",
            "Write the solubility product of calcium phosphate.",
            ["[PO₄³⁻]²[Ca²⁺]³", "K_sp = [Ca^{2+}]^3 · [PO4^{3-}]^2", "Ksp=[Ca2+]^3*[PO43-]^2"],
            [
                "Ksp = [Ca^2+]^2 [PO4^3-]^3",
                "[Ca^2+]^3 + [PO4^3-]^2",
                "[Ca^+]^3 [PO4^3-]^2",
                "Ka = [Ca^2+]^3 [PO4^3-]^2",
            ],
        ),
        (
            "Kb = [OH-][HCOOH]/[HCOO-]",
            "Write the base dissociation constant of the methanoate ion.",
            ["[HCOOH][OH⁻]/[HCOO⁻]", "Kb = ([HCOOH][OH-])/[HCOO-]"],
            [
                "Kb = [OH-] + [HCOOH]/[HCOO-]",
                "Kb = [OH-]/[HCOOH]/[HCOO-]",
                "Kb = [OH][HCOOH]/[HCOO]",
                "Kb = [OH-][HCOOH] + [HCOO-]",
            ],
        ),
        ("Ka = [H+][NO2-]/[HNO2]", "Write Ka.", ["[H3O+][NO2-]/[HNO2]"], ["[H2O][NO2-]/[HNO2]", "[H+][NO2-][HNO2]"]),
        (
            "Mg -> Mg2+ + 2e-",
            "Write the half-equation at the anode.",
            ["Mg - 2e- -> Mg2+", "Mg − 2e⁻ → Mg²⁺"],
            ["Mg - e- -> Mg2+", "Mg + 2e- -> Mg2+", "Mg2+ - 2e- -> Mg"],
        ),
        (
            "4n + 3",
            "Find an expression for the nth term of 7, 11, 15, …",
            ["7 + 4(n - 1)", "u_n = 4(n-1) + 7"],
            ["7 + 4n", "7 + 4(n + 1)", "n + 4"],
        ),
        ("x^3y", "Write x·x·x·y as powers.", ["x³y"], ["x·x·x·y", "3xy"]),
        ("HCO3-", "Give the formula of the hydrogencarbonate ion.", ["HCO₃⁻"], ["hco3-", "Hco3-"]),
        ("PbI2", "The formula of lead(II) iodide is ___.", ["PbI₂"], ["pbi2", "Pbi2"]),
        (
            "n(n+1)/2",
            "Find a formula for 1 + 2 + … + n.",
            ["(n² + n)/2", "0.5n^2 + 0.5n", "n/2(n + 1)"],
            ["n(n-1)/2", "n^2 + n"],
        ),
        (
            "2(a + b)",
            "What is the perimeter of a rectangle with sides a and b?",
            ["2a + 2b", "a + b + a + b"],
            ["2a + b", "2ab"],
        ),
        (
            "C = 3n + 5",
            "Write a formula for the cost C of n pens.",
            ["C = 5 + 3n", "C = 3(n + 5/3)"],
            ["P = 3n + 5", "C = 8n"],
        ),
        (
            "2C2H6 + 7O2 -> 4CO2 + 6H2O",
            "Write the balanced equation for the combustion of ethane.",
            [
                "C2H6 + 7/2 O2 -> 2CO2 + 3H2O",
                "C2H6 + 3.5O2 → 2CO2 + 3H2O",
                "C2H6 + 3½O2 -> 2CO2 + 3H2O",
                "4C2H6 + 14O2 -> 8CO2 + 12H2O",
            ],
            ["C2H6 + 5/2 O2 -> 2CO2 + 3H2O", "4C2H6 + 14O2 -> 8CO2 + 10H2O", "½C2H6 + 7/4 O2 -> CO2 + 3/2 H2O"],
        ),
        ("2Mg + O2 -> 2MgO", "Balance it with whole numbers.", ["4Mg + 2O2 -> 4MgO"], ["Mg + 1/2 O2 -> MgO"]),
        ("2Mg + O2 -> 2MgO", "Balance it with the smallest whole numbers.", [], ["4Mg + 2O2 -> 4MgO"]),
        (
            "H2 + 1/2 O2 -> H2O",
            "Form one mole of water.",
            ["½O2 + H2 -> H2O", "H2 + 0.5O2 -> H2O"],
            ["2H2 + O2 -> 2H2O"],
        ),
        (
            "Ca(s) + 2H2O(l) -> Ca(OH)2(aq) + H2(g)",
            "Write an equation, with state symbols, for calcium in water.",
            ["2H2O(l) + Ca (s) → H2(g) + Ca(OH)2(aq)"],
            ["Ca + 2H2O -> Ca(OH)2 + H2", "Ca(s) + 2H2O(l) -> Ca(OH)2 + H2(g)"],
        ),
        (
            "Ca(s) + 2H2O(l) -> Ca(OH)2(aq) + H2(g)",
            "Write an equation for calcium in water; state symbols are not required.",
            ["Ca + 2H2O -> Ca(OH)2 + H2"],
            ["Ca(g) + 2H2O -> Ca(OH)2 + H2"],
        ),
        (
            "Ag+ + Br- -> AgBr",
            "Write the ionic equation for the precipitation of silver bromide.",
            ["Ag⁺(aq) + Br⁻(aq) → AgBr(s)", "Ag+ + Br- -> AgBr(s)"],
            ["Ag+(aq) + Br-(aq) -> AgBr(aq)", "Ag+(s) + Br-(s) -> AgBr(s)", "Ag+(aq) + Br-(aq) -> AgBr(g)"],
        ),
        ("K -> K+ + e-", "Write the first ionisation of potassium.", ["K(g) -> K+(g) + e-"], ["K(aq) -> K+(g) + e-"]),
        ("2CO + O2 -> 2CO2", "Balance it.", ["2CO(g) + O2(g) -> 2CO2(g)"], ["2CO(s) + O2(g) -> 2CO2(g)"]),
        ("CnH2n", "What is the general formula?", ["C_nH_{2n}", "C_{n}H_{2n}", "CₙH₂ₙ"], ["C_nH_n", "C_{2n}H_n"]),
        ("3", "What is the gradient of y = 3x - 4?", ["m = 3"], ["y = 3", "x = 3"]),
        ("x > 0", "State the domain of ln x.", ["all x > 0", "for all real x > 0"], ["all x ≥ 0"]),
        ("PbI2", "Which precipitate forms?", ["PbI2(s)"], ["PbI2(aq)"]),
        ("5(x + 1)(x - 1)", "Factorise 5x^2 - 5.", ["5[(x + 1)(x - 1)]"], ["[5, (x + 1)(x - 1)]", "5[(x + 1)]"]),
        ("O(n log n)", "What is the complexity of heapsort?", ["0(n log n)"], ["o(n log n)", "ω(n log n)"]),
        (
            "1/36",
            "What is the probability?",
            ["0.0277…", "0.02777...", "one thirty-sixth", "one in thirty-six", "2.77...%"],
            ["0.0277", "0.0278...", "0.02…", "one thirty-fifth", "one thirty sixes"],
        ),
        ("x^2 + 2x + 1", "What is the square of x + 1?", ["1 + 2x + x²"], ["(x + 1)^2", "(1 + x)²"]),
        ("5x + 1", "What is the sum of 2x + 1 and 3x?", ["1 + 5x"], ["2x + 1 + 3x"]),
        ("x(x + 5)", "Klammere aus: x^2 + 5x", ["(x+5)x"], ["x^2 + 5x", "5x + x²"]),
        ("x^2 + 5x", "Which sum is equal to x(x + 5)?", ["5x + x²"], ["x(x + 5)", "(5 + x)x"]),
        ("2^3 × 7", "Write 56 as a product of prime factors.", ["2^3 × 7^1"], ["2^1 × 7^3", "2^3 × 7^2"]),
        ("4n + 3", "Give the nth term of 7, 11, 15 in the form an + b.", ["3 + 4n"], ["7 + 4(n - 1)"]),
        ("HCOO-", "Give the formula of the methanoate ion.", ["HCOO⁻"], ["HCOO", "HCOO+", "HCOO2-"]),
        (
            "[Ar] 3d5",
            "Give the electron configuration of Mn2+.",
            ["[Ar] 3d5 4s0", "(Ar) 3d⁵"],
            ["[Ar] 3d5 4s2", "[Ar] 3d4 4s1"],
        ),
        (
            "y = 2x + 3",
            "Find the equation of the line through (1, 5) and (0, 3).",
            ["y - 5 = 2(x - 1)", "f(x) = 2x + 3", "(y - 3)/2 = x", "2(x + 1) = y - 1"],
            ["y - 5 = 2(x + 1)", "y - 1 = 2(x - 5)", "y = 2(x + 3)", "x = 2y + 3", "y^2 = (2x + 3)^2"],
        ),
        (
            "(3a - b)(3a + b)",
            "Factorise 9a^2 - b^2.",
            ["-(b - 3a)(b + 3a)", "(3a + b)(3a - b)"],
            ["(b - 3a)(b + 3a)", "-(3a - b)(3a + b)", "9a^2 - b^2"],
        ),
        (
            "y = -1/2x + 3",
            "Give the equation in the form y = mx + c.",
            ["y = -(1/2)x + 3", "y = 3 - 1/2 x", "y = -½x + 3"],
            ["y = -1/(2x) + 3", "y = 1/2x + 3", "y = -(1/2)(x + 3)", "2y = -x + 6"],
        ),
        ("5sin(2x)", "Solve it.", ["5 sin 2x", "sin(2x)·5", "5sin2x"], ["5sin(2)x", "sin(2)x*5", "5 sin(2) x"]),
        ("x + ln(3x)", "Simplify it.", ["ln 3x + x"], ["ln(3)x + x", "x + ln(3) x"]),
        ("√3 x + 1", "Simplify it.", ["sqrt(3)x + 1", "1 + √3x"], ["sqrt(3)(x + 1)"]),
        ("√(3x)", "Write it.", ["sqrt(3x)", "√3x"], ["sqrt(3)x", "√(3)·x"]),
        (
            "v = sqrt(2E/(m k))",
            "Make v the subject.",
            ["v = √(2E/(mk))", "√(2E/(k m)) = v", "v = (2E/(mk))^(1/2)", "v=sqrt(2*E/(m*k))"],
            ["v = √(2E)/(mk)", "v = 2E/(mk)", "v = sqrt(E/(m k))", "v = √(2e/(mk))", "v = sqrt(2E m/k)"],
        ),
        (
            "sqrt(5)/3",
            "Write the exact value.",
            ["√5/3", "(√5)/3", "1/3 √5", r"\frac{\sqrt{5}}{3}"],
            ["sqrt(5/3)", "√5", "5/3"],
        ),
        ("ln(x)^2", "Write it.", ["(ln x)^2"], ["ln x^2", "ln(x^2)"]),
        (
            "4x^2 + c",
            "Find ∫ 8x dx.",
            ["c + 4x^2", "k+4x²", "∫8x dx = 4x^2 + c"],
            ["c + 4x", "c·4x^2", "∫8 dx = 4x^2 + c"],
        ),
        ("x^4 - cos x + C", "Find ∫ (4x³ + sin x) dx.", ["∫(4x^3 + sin x)dx = c + x^4 - cos x"], ["c + x^4 + cos x"]),
        (
            "x e^x - e^x + C",
            INTEGRAL,
            ["e^x(x - 1) + C", "(x-1)e^x + c", "x*e^x - e^x + C", "xeˣ - eˣ + C"],
            ["e^x(x + 1) + C", "e^x(x - 1)", "(x-1)e^(x + C)", "(x-1)^e x + C", "∫ x e^x dx"],
        ),
        ("ln|x| + C", "Find ∫ 1/x dx.", ["C + ln|x|"], ["ln(x) + C", "ln|x + C|", "log|x| + C"]),
        (
            "Ba^2+ + SO4^2- -> BaSO4",
            "Write the equation.",
            ["Ba2+ + SO42- -> BaSO4↓", "Ba+2 + SO4-2 -> BaSO4", "Ba^+2 + SO4^-2 → BaSO4(s) ↓"],
            ["Ba+ + SO4- -> BaSO4", "Ba+2 + SO4-3 -> BaSO4", "Ba-2 + SO4+2 -> BaSO4"],
        ),
        (
            "Cu^2+ + 2e^- -> Cu",
            "Write the half-equation.",
            ["Cu2+ + 2e -> Cu", "2 e + Cu2+ → Cu"],
            ["Cu2+ + e -> Cu", "Cu2+ + 2e+ -> Cu", "Cu2+ -> Cu + 2e"],
        ),
        ("x > 3", "Solve 5 − x < 2.", ["(3, ∞)", "x ∈ ]3; +∞["], ["[3, ∞)", "(-∞, 3)", "y ∈ (3, ∞)", "(3, 5)"]),
        ("-2 ≤ x ≤ 2", "Solve |x| ≤ 2.", ["[-2, 2]"], ["(-2, 2)", "[-2, 2)", "[2, -2]"]),
        ("x > 3", "Write (3, ∞) as an inequality.", ["3 < x"], ["(3, ∞)", "]3, ∞["]),
        (
            "√3/2",
            "Give the exact value of sin 60°.",
            ["0.5√3", "3^(1/2)/2", ".5*sqrt(3)"],
            ["0.25√3", "3^(1/3)/2", "0.5*3"],
        ),
        ("7^(1/2)", "Write √7 as a power.", [], ["√7", "sqrt(7)"]),
        (
            "y = -1/3 x + 2",
            "What is the equation of the line?",
            ["x + 3y - 6 = 0", "3y = 6 - x", "y - 2 = -1/3(x - 0)"],
            ["x - 3y + 6 = 0", "y = -3x + 2", "x + 3y + 6 = 0"],
        ),
        ("5a^3", "Simplify (25a⁶)^(1/2).", ["5a³", "5*a^3"], ["5a3", "5a", "5a^6"]),
        ("6x", "Differentiate 3x².", ["6*x"], ["6", "6x^2", "x^6", "d/dx 3x^2"]),
        ("x^2 - 1", "Expand (x + 1)(x - 1).", ["-1 + x²"], ["(x + 1)(x - 1)", "(x-1)(x+1)", "x^2 - 1^3"]),
        ("(x + 1)(x - 1)", "Factor x² - 1.", ["(x-1)*(x+1)"], ["x^2 - 1", "(x+1)(x+1)", "(x-1)^2"]),
        ("x^2 + x", "What is x(x + 1)?", ["x+x²"], ["x(x + 1)", "x^3", "2x + 1"]),
        ("f(x) + 2", "What is the transformed function?", ["f(x)+2"], ["xf + 2", "fx + 2", "f(2) + x"]),
        ("4/6", "What is 1/6 + 3/6?", [], ["6/4", "4*6"]),
        ("5 + i", "What is (2 + 3i)(1 - i)?", ["= 5 + i", "i + 5"], ["= 5 - i", "(2+3i)(1-i)", "== 5 + i", "5i"]),
        (
            "(-6, -1, 3)",
            "What is the cross product?",
            ["[-6, -1, 3]", "<-6, -1, 3>", "-6i - j + 3k", "3k - 6i - j"],
            ["-6i + j + 3k", "(-1, -6, 3)", "-6i - k + 3j", "-6i - j", "6, 1, -3"],
        ),
        (
            "-2 < x < 3",
            "Solve x² - x - 6 < 0.",
            ["3 > x > -2", "x > -2 and x < 3", "x < 3 and -2 < x"],
            ["-2 > x > 3", "x > -2 or x < 3", "x > -2", "-2 <= x < 3", "x < -2 and x > 3", "-2 < y < 3", "3 < x < -2"],
        ),
        ("x < 3", "Solve 2x < 6.", ["3 > x"], ["x > 3", "x <= 3", "y < 3", "3 < x"]),
        (
            "O((V + E) log V)",
            "What is the complexity?",
            ["O((E+V) log V)", "O((|V|+|E|) log |V|)", "O(log V * (E + V))"],
            ["O(V + E log V)", "O((V + E) log E)", "O(V E log V)", "O((V - E) log V)"],
        ),
        (
            "[Ar] 3d5 4s1",
            "Give the electron configuration of chromium.",
            ["[Ar] 4s1 3d5", "[Ar] 3d5, 4s1", "[Ar]4s¹3d⁵"],
            ["[Ar] 3d4 4s2", "[Ar] 3d1 4s5", "[Kr] 3d5 4s1", "3d5 4s1"],
        ),
        (
            'd.get("age", 0)',
            PYTHON,
            ["d.get('age', 0)", "d.get('age',0)"],
            ["d.get(age, 0)", "d.get('ages', 0)", "d.get('age\", 0)", "d.get('Age', 0)", "d.get('age', '0')"],
        ),
        ("char c = 'a';", "Declare, in C, a character.", [], ['char c = "a";', "char c = a;"]),
        ("echo 'Ann'", "Write, for bash, the command.", ['echo "Ann"'], ["echo 'Anna'"]),
        (
            "CH3CH2CH2OH",
            "Write the structural formula of propan-1-ol.",
            ["H3C-CH2-CH2-OH", "HOCH2CH2CH3", "CH3(CH2)2OH", "HO(CH2)2CH3", "CH3–CH2–CH2–OH"],
            ["CH3CH2OH", "CH3CH2CH2HO", "CH3CH(OH)CH3", "HOCH2CH3", "CH3(CH2)3OH", "OHCH2CH2CH3", "CH3CH2CH2O-"],
        ),
        (
            "CH3COOCH2CH3",
            "Write the condensed formula of ethyl ethanoate.",
            ["CH3CO2C2H5", "CH3CH2OCOCH3", "C2H5OOCCH3", "H3C-C(=O)-O-CH2-CH3", "CH₃CH₂O₂CCH₃"],
            ["CH3CH2COOCH3", "CH3CH2OOCCH2CH3", "CH3COCH2OCH3", "C4H8O2", "CH3CH2CH2COOH", "CH3COOCH2CH2"],
        ),
        ("(CH3)2CHCH2OH", "Write the formula.", ["HOCH2CH(CH3)CH3", "CH3CH(CH3)CH2OH"], ["(CH3)3COH", "(CH3)2CHOCH3"]),
        ("HCOOCH3", "Write the formula.", ["CH3OCHO", "HCO2CH3", "HC(=O)OCH3"], ["CH3COOH", "HOCH2CHO"]),
        ("HCOOH", "Write the structural formula.", ["HCO2H", "HO2CH"], ["HOO2CH", "CH3OH"]),
        ("HCHO", "Write the structural formula.", ["H2C=O"], ["CH2O", "HCOOH", "CH3OH"]),
        ("CH3CH2CN", "Write the formula.", ["C2H5C≡N"], ["CH3CH2NC", "CH3CN", "CH3CH2CNH"]),
        ("N(CH3)3", "Write the formula.", ["(CH3)3N"], ["(CH3)2NH", "CH3CH2NHCH3"]),
        (
            "CnH2n-2",
            "What is the general formula of the alkynes?",
            ["CxH2x-2", "CₙH₂ₙ₋₂", "CnH2n-2 (n ≥ 2)", "CnH2n-2, where n is a whole number", "CnH(2n-2)"],
            ["CxH2n-2", "CnH2n-2 (n ≥ 1)", "CxHx-2", "CnH2n", "CnH2n+2"],
        ),
        (
            "[Cr(NH3)2(H2O)4]^3+",
            "Write the formula of the complex.",
            ["[Cr(H2O)4(NH3)2]3+"],
            ["[Cr(H2O)2(NH3)4]3+", "[Cr(H2O)4(NH3)2]2+", "[Cr(NH3)2]3+"],
        ),
        (
            "Kc = [HI]^2/([H2][I2])",
            "Write the expression for Kc.",
            ["[HI]^2 [H2]^-1 [I2]^-1", "[HI]²·[H2]⁻¹·[I2]⁻¹", "Kc = c(HI)²/(c(H2)·c(I2))"],
            ["[HI]^-2 [H2] [I2]", "[HI]^2 [H2]^-1 [I2]", "c(HI)^2 c(H2) c(I2)", "p(HI)^2/(p(H2) p(I2))"],
        ),
        (
            "CH2=CHCH3",
            "Write the structural formula of propene.",
            ["CH3CH=CH2", "H2C=CH-CH3"],
            ["CH2CHCH3", "CH3CH2CH3", "CH3CH=CH", "CH2=CH2"],
        ),
        (
            "2C4H10 + 13O2 -> 8CO2 + 10H2O",
            "Write the equation for the combustion of butane.",
            ["2CH3CH2CH2CH3 + 13O2 -> 8CO2 + 10H2O", "2 CH3(CH2)2CH3 + 13 O2 = 8 CO2 + 10 H2O"],
            ["2CH3CH2CH3 + 13O2 -> 8CO2 + 10H2O", "2(CH3)3CH + 13O2 -> 8CO2 + 10H2O"],
        ),
        (
            "C2H5OH + 3O2 -> 2CO2 + 3H2O",
            "Write the equation for the combustion of ethanol.",
            ["CH3CH2OH + 3O2 -> 2CO2 + 3H2O"],
            ["CH3OCH3 + 3O2 -> 2CO2 + 3H2O", "CH3OH + 3O2 -> 2CO2 + 3H2O"],
        ),
        (
            "CH3CH3 + Cl2 -> CH3CH2Cl + HCl",
            "Write the equation with structural formulas.",
            [],
            ["C2H6 + Cl2 -> CH3CH2Cl + HCl"],
        ),
        (
            "f(x) >= -4",
            "State the range of f(x) = x^2 - 4.",
            ["y >= -4", "[-4, ∞)"],
            ["x >= -4", "y > -4", "(-4, ∞)"],
        ),
        ("f^-1(x) = 3(x - 1)", "Find the inverse of f.", ["y = 3(x - 1)", "3(x - 1)"], ["x = 3(y - 1)", "3x - 1"]),
        ("2^n", "Give the nth term of 2, 4, 8.", ["u_n = 2^n", "aₙ = 2^n"], ["u_n = 2n", "n^2"]),
        ("2^2 × 3 × 5", "Write 60 as a product of primes.", ["2^2 x 3 x 5", "2x2x3x5"], ["2 x 3 x 5"]),
        (
            "2.8.1",
            "What is the electron arrangement of sodium?",
            ["2,8,1", "2-8-1", "2 8 1", "(2,8,1)", "[2, 8, 1]"],
            ["2.8.2", "281", "(2,8,1", "(2,1,8)"],
        ),
        ("O(1)", "How does looking up a key grow?", ["constant time"], ["1", "O(n)"]),
        ("x = 'a'", "Write an assignment.", [], ['x = "a"']),
        ('x = "Ann"', "Write an assignment.", ["x = 'Ann'"], ["x = Ann", "x = 'Anna'", "X = 'Ann'"]),
        (
            "WHERE name = 'Ann'",
            "Write the SQL clause.",
            ["where name='Ann'"],
            ['WHERE name = "Ann"', "WHERE name = Ann"],
        ),
    ],
)
def test_orders_and_notations_of_the_same_value(answer: str, stem: str, right: list[str], wrong: list[str]) -> None:
    assert [given for given in right if not is_right(answer, given, stem)] == []
    assert [given for given in wrong if is_right(answer, given, stem)] == []


@pytest.mark.parametrize(
    ("answer", "stem", "right", "wrong"),
    [
        ("1/(2x)", "Differentiate 0.5 ln x.", ["1/(x*2)"], ["1/2x", "x/2", "2/x"]),
        ("2sin(x)cos(x)", "What is sin 2x?", ["2cos(x)sin(x)"], ["2sin(xcosx)", "2 sin x + cos x"]),
        ("f(x+1)", "What is the function?", ["f(x + 1)"], ["(x+1)f", "f(x)+1", "fx+1"]),
        ("A*B", "What is the product of the two matrices?", ["A·B"], ["B*A", "A+B", "A/B"]),
        ("x < -2 or x > 3", "Solve.", ["x > 3 or x < -2"], ["x < -2 and x > 3", "-2 < x < 3", "x > -2 or x < 3"]),
    ],
)
def test_brackets_functions_and_conjunctions_count(answer: str, stem: str, right: list[str], wrong: list[str]) -> None:
    assert [given for given in right if not is_right(answer, given, stem)] == []
    assert [given for given in wrong if is_right(answer, given, stem)] == []


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("`p or q`", ["p or q", "p  or q"], ["p and q", "p, q", "not p or q"]),
        ("`not p and not q`", ["not p and not q"], ["not p or not q", "not p, not q", "not p and q"]),
        ("not p and not q", ["not p and not q"], ["not p and not p", "not q and not q", "not p or not q"]),
        ("`y**3`", ["y**3", "y ** 3"], ["y^3", "y³", "y*3"]),
        ("`y^3`", ["y^3", "y³"], ["y3", "y*3"]),
    ],
)
def test_operators_that_are_words_and_powers_count_in_code(answer: str, right: list[str], wrong: list[str]) -> None:
    assert [given for given in right if not is_right(answer, given, "Which expression is equivalent?")] == []
    assert [given for given in wrong if is_right(answer, given, "Which expression is equivalent?")] == []


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (" + ".join(f"x{at}" for at in range(22)) + " + 2", " + ".join(f"x{at}" for at in range(22)) + " + 99"),
        ("x > 3", "x > 3" + 79 * " " + "and x < 2"),
    ],
)
def test_the_end_of_a_long_formula_counts(answer: str, given: str) -> None:
    assert not is_right(answer, given)


def test_a_configuration_under_accept_may_have_a_noble_gas_though_the_stem_asks_for_the_full_one() -> None:
    stem, full = "Write the full electron configuration of Mn2+.", "1s2 2s2 2p6 3s2 3p6 3d5"
    question = ShortQuestion(id="q", stem=stem, answer=full, accept=["[Ar] 3d5"])
    assert grade(question, "[Ar]3d5").counts_right
    assert not grade(question, "[Ar]3d6").counts_right
    assert not is_right(full, "[Ar]3d5", stem)
