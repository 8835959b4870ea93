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
        ("Differentiate (x + 1)^2 and expand it.", "2x + 2", ["2 + 2x"], ["2(x + 1)"]),
        ("Simplify (6x + 12)/60.", "0.1x + 0.2", ["(6x + 12)/60 = 0.1x + 0.2"], ["(6x + 12)/6 = 0.1x + 0.2"]),
        ("Differentiate x^2 e^x.", "x^2 e^x + 2x e^x", ["e^x(x^2 + 2x)", "x(x + 2)e^x"], ["2x e^x + x*x e^x"]),
        ("Write it.", "x^{2y}", ["x^(2y)", "x²ʸ"], ["x^2y", "x^{2}y", "x^(y2)y"]),
        ("Write it.", "a^(n+1)", ["aⁿ⁺¹", "a^{n+1}"], ["a^n+1", "aⁿ+1", "a^{n}+1"]),
        ("Write 2^3 · 2^4 as a single power.", "2^7", ["2⁷", "2^{7}"], ["2^3 · 2^4", "2^3*2^4", "2^4 * 2^3"]),
        ("Simplify x·x·x.", "x^3", ["x³"], ["x*x*x", "x^2*x", "x·x·x"]),
    ],
)
def test_formulas_are_simplified(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("What is 20% of 60?", "12", ["twelve"], ["12%", "12 percent", "0.12"]),
        ("What percentage of 60 is 12?", "20", ["20%", "20 percent"], ["0.2%"]),
        ("Write 2014 in Roman numerals.", "MMXIV", ["mmxiv"], ["MMXV", "MMXIIV", "MMIV"]),
    ],
)
def test_percentages_and_numerals(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
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
        (
            "Write it in Python.",
            "x >= 1 and x <= 10",
            ["1 <= x <= 10", "10 >= x >= 1"],
            ["1 < x <= 10", "1 >= x >= 10", "x >= 1 or x <= 10"],
        ),
        ("Which SQL condition is it?", "a AND NOT b", ["a and not b", "A AND NOT B"], ["a AND b", "NOT a AND b"]),
        ("Which SQL condition is it?", "x > 1 AND x < 5", ["x < 5 and x > 1"], ["1 < x < 5", "x > 1 OR x < 5"]),
        (
            "Write a JavaScript condition that is true if a member is of age.",
            "age >= 18 && member",
            ["member && age >= 18", "18 <= age && member"],
            ["age > 18 && member", "member || age >= 18", "18 >= age && member", "member && age >= 18 && member"],
        ),
        ("Write the expression in Java.", "n >= 18 && ok", ["18 <= n && ok"], ["ok && n >= 18"]),
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
        ("What is the value in Python of s[1:4]?", "'yth'", ["yth", '"yth"'], ["'Yth'", "YTH", "'yt'"]),
        ("What does this Python code print?", "3", ["Output: 3", "It prints 3"], ["It prints 4", "Output: 33"]),
        (
            "In JavaScript, what does typeof [] return?",
            '"object"',
            ["object", "'object'", 'the string "object"', 'It evaluates to "object"', '"object" (an old mistake)'],
            ['"objects"', "objekt", '"object', "Object", 'the value "string"', '"object" (or "array")'],
        ),
        ("What type does typeof 2 give in JavaScript?", "number", ["number", "the type number"], ["numbers", "nubmer"]),
        ("In Python, what does not None evaluate to?", "True", ["True", "the value True"], ["true", "Ture", "False"]),
        ("¿Cuál es el valor de typeof [] en JavaScript?", "object", ['"object"'], ["objects", "objcet"]),
        ('What is "level"[::-1] + "s" in Python?', "'levels'", ["levels"], ["lveels", "Levels"]),
        ("In JavaScript, [] == false evaluates to ___.", "true", ["true"], ["True", "ture"]),
        ("Which data type does 3 / 2 have in Python?", "float", ["a float", "the type float"], ["floats", "flaot"]),
        ("What is a list in Python?", "a sequence", ["sequence", "sequences"], ["a number"]),
        ("In Python, what does [] or {} return?", "{}", ["{}"], ["the string {}", "[]"]),
        ("Which string does Python's type name for a list have?", '"list"', ["list"], ["lists", "lsit"]),
        ("What is the oxidation number?", "+6", ["6+", "VI", "6"], ["6-", "-6", "6 -"]),
        ("What is the pH of 0.01 mol/L acid?", "2", ["pH 2", "pH = 2"], ["2 mol/L", "2 g", "2 mol"]),
        (
            "Write 0.00045 in scientific notation.",
            "4.5 × 10^-4",
            ["4.5e-4", "4.5·10⁻⁴", "4.5 * 10^(-4)", "4.5 times 10^-4"],
            ["45 × 10^-5", "0.45 × 10^-3", "0.00045"],
        ),
        ("Write as a power of 10: 0.01", "10^-2", ["10⁻²", "1 × 10^-2"], ["0.01", "10^2"]),
        ("Express 3.2 kg in grams.", "3200 g", ["3200", "3200 grams"], ["3.2 kg"]),
        (
            "Give the Boolean expression.",
            "P'Q + R",
            ["R + QP'", "(NOT P AND Q) OR R", "¬P ∧ Q ∨ R"],
            ["P'Q + R'", "PQ + R"],
        ),
        ("What is the complement of M ∪ N?", "M' ∩ N'", ["N′ ∩ M′", "M^c ∩ N^c"], ["M' ∩ N", "M' ∪ N'", "(M ∩ N)'"]),
        ("What is the truth value of 1 > 2?", "false", ["F", "False"], ["T", "true"]),
        ("What is the truth value of T or F?", "T", ["true"], ["false", "F"]),
        ("Name the genus of Canis lupus.", "Canis", ["the genus Canis"], ["Canis lupus", "lupus"]),
        ('Antonym of "ancient"', "modern", ["Modern"], ["moderns", "modernize"]),
        ("n = 2; n += 3. What is n after this code?", "5", ["n = 5", "n=5"], ["m = 5"]),
        (
            "Find the overlap of [0, 6] and (2, 9).",
            "(2, 6]",
            ["]2, 6]", "(2; 6]", "2 < x ≤ 6"],
            ["[2, 6]", "(2, 6)", "[2, 6)"],
        ),
        ("At which point do they meet?", "(1, 4)", ["(1; 4)"], ["[1, 4)", "]1, 4]"]),
        ("How does a remark begin in SQL?", "--", ["`--`", '"--"'], ["-", "---", "//"]),
        ("Solve 3^x = 81.", "4", ["x = 4"], ["y = 4"]),
        ("What is xs[0] after int xs[] = {7, 9};", "7", ["xs[0] = 7"], ["{7, 9}", "$7"]),
        ("What is the probability of a boy?", "50%", ["0.5", "1/2"], ["50"]),
        ("Which charge flows?", "60 C", ["60 coulombs"], ["60 A", "60 °C"]),
        ("Write hexadecimal 3C in binary.", "0011 1100", ["00111100", "111100"], ["0011 1101"]),
        ("What is A AND (NOT A)?", "0", ["false"], ["true", "1"]),
        ("Put in order: come / nunca / Ana / carne", "Ana nunca come carne.", [], ["Ana nunca come carnes."]),
        ("Which film is it?", "Spider-Man: Homecoming", ["spider-man homecoming"], ["Spider-Man"]),
        ("Where is the DNA?", "nucleus;", ["the nucleus"], ["the cell"]),
        ("Which complex is it?", "K3[Fe(CN)6]", ["K₃[Fe(CN)₆]"], ["K4[Fe(CN)6]"]),
        ("What is the chance of not A?", "P(A')", [], ["P(B')"]),
        ("Solve for x: 2x = 8", "4", ["x = 4"], ["y = 4"]),
        ("Transcribe the DNA strand TACGG.", "AUGCC", ["augcc", "5'-AUG CC-3'"], ["AUUGCC", "AUGC"]),
        ("Which gender has the German noun Haus?", "neuter", ["das", "n", "das (neuter)"], ["die", "der (neuter)"]),
        ("Who painted Guernica?", "Picasso", ["Pablo Picasso", "P. Picasso"], ["Paloma Picasso"]),
        ("Who discovered radium?", "Curie", [], ["Pierre Curie"]),
        ("Who painted it?", "Wagner", [], ["Richard Wagner"]),
        ("Which planet is next to the sun?", "Mercury", [], ["Freddie Mercury"]),
        ("Write 1000 in scientific notation.", "10^3", ["10³", "1 × 10³"], ["1000", "10²", "100 × 10"]),
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
        (
            "Which Turkish ruler besieged Vienna in 1529?",
            "Suleiman",
            ["the ruler Suleiman of the Turks", "Suleiman of the Turks"],
            ["sultan of the Turks", "Suleiman of the Mongols"],
        ),
        ("Who was the third wife?", "Catherine Jagiellon", ["Katherine Jagiellon"], ["Christine Jagiellon"]),
        ("King ___ built the palace.", "Philip II", ["Phillip II"], ["Phillip III", "Filippo II", "Peter II"]),
        (
            "Why was there a war?",
            "the king refused to return the province to his cousin Stephen of Blois",
            ["the king refused to retrun the province to his cousin Steven of Blois"],
            ["the king refused to return the province to his cousin Henry of Blois"],
        ),
        ("Who translated the New Testament into German?", "Martin Luther", ["the monk Martin Luther", "the German monk Martin Luther"],
         ["the monk John Calvin", "the monk", "King Martin Luther", "the wife of Martin Luther"]),
        ("Who was the first human in space?", "Yuri Gagarin", ["Gagarin", "the cosmonaut Gagarin"],
         ["the monk Gagarin", "the priest Yuri Gagarin", "King Yuri Gagarin"]),
        ("Who found the laws of heredity?", "Gregor Mendel", ["the monk Gregor Mendel", "the friar Mendel"], ["King Gregor Mendel"]),
        ("Which tsar lost the Russo-Japanese War?", "Nicholas II", ["Nikolai II", "Tsar Nikolai II"], ["Nikolai I", "Pavel II"]),
        ("Which tsar was killed in 1881?", "Alexander II", ["Aleksandr II", "Alexander II, the Liberator", "Alexander II the Liberator"],
         ["Aleksandr III", "Alexander II, the Great", "Alexander II, the Peacemaker", "Alexander III, the Liberator", "Alexandra II"]),
        ("Which king won at Hastings?", "William I", ["William I, the Conqueror"], ["William I, the Red", "William II, the Conqueror"]),
        ("Who wrote War and Peace?", "Leo Tolstoy", ["Lev Tolstoy"], ["Len Tolstoy"]),
        ("What did Samuel Crompton invent in 1779?", "spinning mule", ["spinning mule machine", "the spinning mule"],
         ["spinning machine", "spinning mule factory"]),
        ("Which cricketer was it?", "Imran Khan", ["Khan"], ["Imran", "Imran Ali", "Shah Rukh Khan"]),
        (
            "Why did Britain declare war on Germany?",
            "Germany invaded Belgium",
            ["Germany had invaded Belgium", "because Germany invaded Belgium"],
            ["Britain invaded Belgium", "Britain had invaded Belgium", "Germany invaded Britain"],
        ),
    ],
)  # fmt: skip
def test_a_name_is_not_replaced_by_another_one(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Simplify √75.", "5√3", [r"5\sqrt{3}", r"$5\sqrt{3}$"], [r"3\sqrt{5}", r"\sqrt{15}", r"5\sqrt[3]{3}"]),
        (
            "Find ∫ cos(2x) dx.",
            "1/2 sin(2x) + C",
            [r"\frac{1}{2}\sin(2x) + C", r"\frac{\sin(2x)}{2} + C"],
            [r"\frac{1}{2}\cos(2x) + C", r"\frac{1}{2}\sin(2x)", r"\frac{2}{1}\sin(2x) + C"],
        ),
        (
            "Write the formula.",
            "(-b + √(b^2 - 4ac))/(2a)",
            [r"\frac{-b + \sqrt{b^2-4ac}}{2a}"],
            [r"\frac{-b - \sqrt{b^2-4ac}}{2a}", r"\frac{-b + \sqrt{b^2-4ac}}{2}a", r"-b + \frac{\sqrt{b^2-4ac}}{2a}"],
        ),
        ("Solve it.", "x ≤ -2", [r"x \leq -2", r"\(x \le -2\)"], [r"x \geq -2", r"x \neq -2", r"x \leq 2"]),
        ("Write the set.", "{2, 4}", [r"\{2, 4\}", r"\{4, 2\}"], [r"\{2\}", r"(2, 4)", r"\{2, 3, 4\}"]),
        ("Write the formula.", "Fe2O3", ["Fe$_2$O$_3$", "$Fe_2O_3$"], ["Fe$_3$O$_2$", "$FeO_3$", "$Fe_2O$"]),
        (
            "Write it in scientific notation.",
            "4.5 × 10^-4",
            [r"4.5 \times 10^{-4}"],
            [r"4.5 \times 10^{4}", r"45 \times 10^{-5}", r"4.5 \div 10^{-4}"],
        ),
        ("Simplify √8 / 4.", "√2/2", [r"\frac{\sqrt{2}}{2}"], [r"\sqrt{}", r"\frac{}{2}", r"\frac{\sqrt{2}}{}"]),
        (r"Write π in LaTeX.", r"\pi", [r"\pi"], ["π", "pi", r"\Pi"]),
    ],
)
def test_latex_is_read_as_the_formula_it_sets(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "What is the area of the circle?",
            "9π cm²",
            ["9π cm2", "9π square centimetres", "9 pi cm^2", r"9\pi\text{ cm}^2"],
            ["9π", "9π m²", "9 cm²", "6π cm²"],
        ),
        ("Convert 60° to radians.", "π/3", ["π/3 rad", "π/3 radians", r"\frac{\pi}{3}"], ["π/3°", "3/π", "π/6 rad"]),
        ("Write 60° as a fraction of π.", "π/3", ["π / 3"], ["π/3°", "π/3 cm", "3π"]),
        ("How long is the diagonal?", "5√2 cm", ["5 sqrt(2) cm", "5√2 centimeters"], ["5√2", "2√5 cm", "5√2 m"]),
        ("Write 5 · 4 · 3 · 2 · 1 as a factorial.", "5!", ["5 factorial", "5! = 120"], ["5! = 60", "5", "4! = 24"]),
        (
            "Solve the system x + y = 5, x - y = 1.",
            "x = 3, y = 2",
            ["x is 3 and y is 2", "y = 2, x = 3", "x = 3 and y = 2", "(3, 2)", "(x, y) = (3, 2)"],
            [
                "x = 2, y = 3",
                "(2, 3)",
                "x = 3",
                "x = 3 or y = 2",
                "x is 2 and y is 3",
                "x is 3 and y is not 2",
                "x is 3",
            ],
        ),
        ("Multiply the matrix by the vector.", "(5, 1)", ["[5, 1]", "<5, 1>"], ["(1, 5)", "5, 2", "(5, 1, 0)"]),
        ("Divide 120 in the ratio 3:5.", "45 and 75", ["45, 75", "45; 75"], ["45 and 57", "45", "45, 75, 0"]),
        ("Simplify the ratio 18:24.", "3:4", ["3∶4", "3 to 4"], ["4∶3", "18∶24", "3"]),
        ("Find the equation of the line.", "y = 5 - 2x", ["f(x) = 5 - 2x", "2x + y = 5"], ["5 - 2x", "x = 5 - 2y"]),
        ("Find the equation of the tangent to the curve.", "y = 4x", ["f(x) = 4x", "4x = y"], ["4x", "f(x) = 4"]),
        ("Its graph is a parabola. Find the equation of this parabola.", "y = x^2 - 9", ["f(x) = x² - 9"], ["x^2 - 9"]),
        ("Write the equation of the vertical asymptote.", "x = 7", ["x=7"], ["7", "y = 7"]),
        ("Halla la ecuación de la recta.", "y = 3x + 1", ["y=1+3x"], ["3x + 1"]),
        (
            "Find the equation of the circle with centre (1, 0) and radius 3.",
            "(x - 1)² + y² = 9",
            ["(x - 1)^2 + y^2 = 3^2", "x² + y² - 2x - 8 = 0", "x² - 2x + y² = 8", "y² = 9 - (x - 1)²"],
            [
                "(x + 1)² + y² = 9",
                "x² + y² + 2x - 8 = 0",
                "x² - 2x + y² = 9",
                "(x - 1)² + y² = 3",
                "(x - 1)² + y²",
                "x + y = 4",
                "r = 3",
            ],
        ),
        (
            "Write down the equation of the parabola with its vertex at (1, 2) that passes through (0, 3).",
            "y = (x - 1)² + 2",
            ["y = x² - 2x + 3", "y - 2 = (x - 1)^2"],
            ["y = x² - 2x + 2", "x = (y - 1)² + 2", "x² - 2x + 3"],
        ),
        (
            "Write the equation of the parabola y = x² - 2x + 3 in the form y = (x - a)² + b.",
            "y = (x - 1)² + 2",
            ["y = (x-1)^2 + 2"],
            ["y = x² - 2x + 3", "y - 2 = (x - 1)²"],
        ),
        (
            "Rationalise the denominator and simplify 4/(3 - √7).",
            "6 + 2√7",
            ["2(3 + √7)", "2√7 + 6"],
            ["4/(3 - √7)", "(12 + 4√7)/2", "6 - 2√7", "11.291502622129", "2(3 + √28/2)"],
        ),
        (
            "Rationalize the denominator of 2/(√5 - 1).",
            "(1 + √5)/2",
            ["1/2 + √5/2", "0.5 + 0.5√5", "½(1 + √5)", "(√5 + 1)/2"],
            ["(2 + 2√5)/4", "2/4 + √5/2", "(√5 - 1)/2", "2/(√5 - 1)", "1/2 + (√5 + 2√5)/6", "5/(√5 * 2) + 1/2"],
        ),
        (
            "Write log₃ 4 + log₃ 5 as a single logarithm.",
            "log₃ 20",
            ["log_3(20)", "log_{3} 20", "log3(20)", "log₃(20)", "log_3 20"],
            ["log 20", "log₂ 20", "log₃ 9", "log 320", "log_3 2", "log₂₀ 3"],
        ),
        (
            "Write log 2 + log 3 - log 4 as a single logarithm.",
            "log 1.5",
            ["log(1.5)", "log(3/2)", "log₁₀ 1.5", "log10(1.5)", "log_10 (3/2)"],
            ["log₂ 1.5", "ln 1.5", "log 15", "log₁₀ 15", "1.5", "log10 5"],
        ),
        ("Which graph is a parabola? Give its equation.", "y = 2x^2", ["f(x) = 2x²"], ["2x^2"]),
        ("Write the equation for the area of a circle.", "A = πr²", ["πr²", "A = pi r^2"], ["2πr"]),
        ("Write the equation for the energy of a photon.", "E = hf", ["hf", "fh"], ["h + f"]),
        ("The equation of the line is y = ___.", "y = 3x", ["3x", "y=3x"], ["x = 3"]),
        ("Write the line.", "y = 2x + 1", ["Y = 2X + 1"], ["Y = 2X - 1", "Y = 2A + 1", "Y = X + 2"]),
        ("Solve 4x - 1 = 0.", "x = 1/4", ["x = 0.25", "0.25", "2/8"], ["y = 0.25", "x = -0.25", "x = 0.24"]),
        ("Solve 4x - 1 = 0 and write x as a fraction.", "x = 1/4", ["1/4"], ["x = 0.25", "0.25"]),
        ("Solve x - 4 = 0.", "x = 4", ["x = 4.0"], ["x = 12/3"]),
        ("Solve it.", "x = 2 or x = -1/4", ["2, -0.25", "x = -0.25 or x = 2.0"], ["2 and 0.25", "x = 2"]),
        ("Solve it.", "x = 1/5 or x = -1/5", ["x = ±0.2"], ["x = ±0.4", "x = 0.2"]),
        ("Solve it.", "x > 3/4", ["x > 0.75", "0.75 < x", "(0.75, ∞)"], ["x >= 0.75", "x < 0.75"]),
        ("Write the equation of the vertical asymptote.", "x = 1/4", ["x = 0.25"], ["0.25", "y = 0.25"]),
        ("Write an assignment in Python.", "x = 0.5", [], ["x = 1/2"]),
        (
            "For which x is f undefined?",
            "x = 3",
            ["when x is 3", "only if x = 3", "{3}", "L = {3}"],
            ["when x is not 3", "x ≠ 3", "{-3}", "{3, 4}", "if y = 3"],
        ),
        (
            "Solve cos x = 1/2 from 0° to 360°.",
            "60° and 300°",
            ["x = 300° or x = 60°", "60, 300", "60 degrees, 300 degrees", "x = 60° and x = 300°"],
            ["60° and 240°", "60° and 300 rad", "60", "60°, 300°, 420°", "x = 60° and y = 300°"],
        ),
        ("How long are the sides?", "3 cm and 5 cm", ["5cm, 3cm", "30 mm & 50 mm"], ["3 m and 5 m", "3 cm and 5 kg"]),
        (
            "Give the width and height, respectively.",
            "3 cm and 5 cm",
            ["3cm, 5cm"],
            ["5 cm and 3 cm", "5cm; 3cm"],
        ),
        (
            "Find the product AB of the two matrices.",
            "[[5, 4], [1, 2]]",
            ["((5, 4), (1, 2))", "[5 4; 1 2]", "AB = (5, 4; 1, 2)", "[[5.0 4][1 2]]"],
            [
                "[[5, 1], [4, 2]]",
                "[5 4 1 2]",
                "[[5, 4], [1, 2]",
                "[[5, 4, 0], [1, 2, 0]]",
                "[5 4; 1]",
                "[{5, 4}, {1, 2}]",
            ],
        ),
        (
            "State the law.",
            "V = IR",
            ["I = V/R", "R = V / I", "IR = V"],
            ["R = I/V", "V = I/R", "V = I + R", "V = IR^2"],
        ),
        ("Write the law of ideal gases.", "pV = nRT", ["V = nRT/p"], ["p/V = nRT", "n = pV/RT", "pV = nR/T"]),
        ("Write the formula for the resistance.", "R = V/I", [], ["V = IR"]),
        (
            "Write the equation that links u, v, a and t.",
            "v = u + at",
            ["a = (v - u)/t", "v - u = at", "t = (v-u) / a"],
            ["a = (u - v)/t", "v = ut + a", "v + u = at"],
        ),
        ("What is its charge?", "-1.6 × 10^-19 C", ["-1.6e-19 C"], ["1.6 × 10^-19 C", "-1.6 × 10^-16 C"]),
        ("Write the unit.", "J/(kg °C)", ["J/kg°C", "J kg^-1 °C^-1", "J/(kg K)"], ["J/kg", "J °C/kg", "J kg °C"]),
        ("Divide 47 by 6.", "7 remainder 5", ["7 r 5", "7 R5", "7, rem. 5"], ["5 r 7", "7 5", "7.5", "7"]),
        (
            "Where does the curve cross the x-axis?",
            "(-2, 0) and (2, 0)",
            ["(2, 0) and (-2, 0)", "(2,0), (-2,0)", "(±2, 0)", "(-2; 0) & (2; 0)"],
            ["(0, 2) and (0, -2)", "(2, 0)", "(-2, 2)", "(-2, 0) and (4, 0)", "(2, 0) and (2, 0)"],
        ),
        ("What is the angle?", "35°", ["35", "35 degrees"], ["35'", "35 rad", "35″"]),
        ("Solve it.", "x = ±7", ["x = +7 or -7", "+7, -7"], ["+7", "x = 7 or x = +7"]),
        (
            "Which lengths are they?",
            "400 nm to 700 nm",
            ["between 400 nm and 700 nm", "400-700 nm"],
            ["400 nm to 700 m"],
        ),
        ("Which lengths are they?", "3 cm and 5 cm", [], ["3 cm to 5 cm", "3-5 cm"]),
        (
            "Write 17/5 as a mixed number.",
            "3 2/5",
            ["3 and 2/5", "3 + 2/5", "three and two fifths", "3⅖"],
            ["17/5", "3 × 2/5", "2 and 3/5", "3 and 5/2", "32/5", "3.4"],
        ),
        (
            "When is it liquid?",
            "0 < T < 100",
            ["100 > T > 0", "T > 0 and T < 100", "(0, 100)"],
            ["0 < t < 100", "T < 100"],
        ),
        ("Write the bits 1011 0110 in hexadecimal.", "B6", ["0xB6", "b6"], ["0b6", "0bB6", "6B"]),
        ("Which elements are in both sets?", "{3, 4}", ["A ∩ B = {3, 4}", "4, 3"], ["A ∩ B", "{3}", "{34}"]),
        ("Write the vector.", "(3, 0)", ["(3 0)", "(3; 0)"], ["(30)", "(0 3)", "(3 0 1)"]),
        (
            "What is the complement of 0100, in 4 bits?",
            "1011",
            ["0b1011", "1011₂", "1011 (binary)"],
            ["1,011", "1.011", "11", "1010"],
        ),
        (
            "Give the range.",
            "30 m to 2 km",
            ["30 m - 2 km", "from 30 m to 2000 m", "30-2000 m", "between 0.03 and 2 km"],
            ["30 to 2 km", "2 km to 30 m", "30 m to 2 m", "30 m", "30 s to 2 km"],
        ),
        ("When is it, in the 24-hour clock?", "15:30", ["15.30"], ["3:30", "3:30 pm", "15:31"]),
        ("What percentage is 1 of 3?", "33 1/3%", ["33 1/3", "33⅓%"], ["1/3", "3 1/3%"]),
        ("What percentage is 9 of 36?", "25%", ["25", "25 percent"], ["0.25", "1/4", "4%"]),
        ("Which odd numbers are under 8?", "{1, 3, 5, 7}", ["1 3 5 7", "7 5 3 1"], ["1357", "1 3 5", "1-3-5-7"]),
        ("Which shape is it?", "tetrahedral, 109.5°", ["109.5 degrees, tetrahedral"], ["109 degrees, tetrahedral"]),
        ("Find the inverse.", "(1/2 0; 0 1/3)", ["A^-1 = [[0.5, 0], [0, 1/3]]"], ["(2 0; 0 3)", "(1/2, 0, 0, 1/3)"]),
    ],
)
def test_values_have_several_notations(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Write the formula of sulfuric acid.", "H2SO4", ["H2SO4(aq)", "H2SO4 (l)"], ["H2SO3(aq)", "H2SO4(x)", "(aq)"]),
        ("Write the formula with its state.", "NaCl(aq)", ["NaCl (aq)"], ["NaCl", "NaCl(s)", "NaCl2(aq)"]),
        (
            "Write the isotope.",
            "^14C",
            ["¹⁴C", "C-14", "carbon-14", "^{14}_6C", "14C"],
            ["C14", "¹³C", "carbon-12", "14N"],
        ),
        ("Write the formula.", "2H", ["2 H"], ["H-2", "²H", "H2"]),
        (
            "Give its systematic name.",
            "propan-2-ol",
            ["2-propanol", "Propan-2-ol"],
            ["1-propanol", "2-propanone", "propan-1-ol"],
        ),
        ("Which alcohol is it?", "ethane-1,2-diol", ["1,2-ethanediol"], ["1,1-ethanediol", "1,2-ethanedione"]),
        ("Which acid is it?", "2-pentenoic acid", ["pent-2-enoic acid"], ["pent-3-enoic acid", "2-pentynoic acid"]),
        ("Give its name.", "2-methylbut-2-ene", ["2-methyl-2-butene"], ["2-methyl-1-butene", "3-methyl-2-butene"]),
        (
            "How many protons, neutrons and electrons are there?",
            "11 protons, 12 neutrons, 11 electrons",
            ["11 electrons, 11 protons, 12 neutrons"],
            ["12 protons, 11 neutrons, 11 electrons", "11 protons, 12 neutrons", "12, 11, 11"],
        ),
        (
            "How many protons and neutrons are there?",
            "11 protons and 12 neutrons",
            ["12 neutrons and 11 protons"],
            ["12 protons and 11 neutrons", "11 protons", "11 protons and 12 electrons"],
        ),
        (
            "Name it.",
            "butanoic acid",
            ["butanoic acd", "butyric acid"],
            ["butanol acd", "butanoic ac", "pentanoic acd"],
        ),
        ("Give its systematic name.", "butanoic acid", [], ["butyric acid"]),
        (
            "Name the alcohol.",
            "butan-1-ol",
            ["n-butan-1-ol", "n-butanol", "butan -1- ol"],
            ["n-butan-2-ol", "n-pentanol", "sec-butanol", "n-butane"],
        ),
        ("What colour is the solution?", "blue", ["bright blue"], ["light blue", "bright", "bright green"]),
        (
            "Write the half-equation.",
            "Fe3+ + e- -> Fe2+",
            ["Fe(3+) + e(-) = Fe(2+)", "Fe^{3+} + e(-) -> Fe(2+)"],
            ["Fe(2+) + e(-) = Fe(3+)", "Fe(3+) + e(+) = Fe(2+)", "Fe(3) + e = Fe(2)"],
        ),
    ],
)
def test_substances_have_several_notations(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "Write a regular expression.",
            r"^\d{4}$",
            [r"^\d\d\d\d$", r"/^\d{4}$/", r"^(\d{4})$", r'r"^\d{4}$"'],
            [r"^\d{3}$", r"\d{4}", r"^\d\d\d$", r"^\d{4,}$", r"^\D{4}$"],
        ),
        ("Write a regular expression.", r"\d+", [r"\d{1,}", r"(\d+)"], [r"\d*", r"\d", r"\d\{1,}", r"\d{0,}"]),
        ("List all files.", "ls -la", ["ls -al", "ls -l -a", "$ ls -a -l"], ["ls -l", "ls -La", "ls la", "ls -lal"]),
        (
            "Unpack it.",
            "tar -xzf a.tgz",
            ["tar -zxf a.tgz", "tar -x -z -f a.tgz"],
            ["tar -fxz a.tgz", "tar -xz a.tgz", "tar -xzf b.tgz"],
        ),
        ("Write 13 in hexadecimal.", "D", ["0xD", "0xd", "D₁₆"], ["0xE", "0b1101", "13"]),
        ("Write the hexadecimal number 10 in binary.", "10000", ["0b10000", "(10000)₂"], ["0x10000", "0b1000", "16"]),
        (
            "Which method of a Python string returns it in capital letters?",
            "upper()",
            ["s.upper()", "str.upper()", "upper"],
            ["s.lower()", "upper.s()", "Upper()"],
        ),
    ],
)
def test_code_that_is_the_same_in_another_notation(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "What event triggered the war?",
            "the assassination of Archduke Franz Ferdinand",
            [
                "Archduke Franz Ferdinand was assassinated",
                "the murder of Franz Ferdinand",
                "Franz Ferdinand was killed",
            ],
            [
                "Franz Ferdinand assassinated Princip",
                "the execution of Franz Ferdinand",
                "the assassination of Franz Joseph",
                "Franz Ferdinand was not assassinated",
            ],
        ),
        (
            "Why did Britain declare war on Germany?",
            "Germany invaded Belgium",
            ["Germany's invasion of Belgium", "the German invasion of Belgium", "Belgium was invaded by Germany"],
            ["Belgium's invasion of Germany", "Germany was invaded by Belgium", "the British invasion of Belgium"],
        ),
        (
            "What began the war?",
            "the invasion of Poland by Germany",
            ["Germany invaded Poland", "Poland was invaded by Germany"],
            ["Germany and Italy invaded Poland", "Poland and Norway were invaded by Germany"],
        ),
        (
            "What happened at that time?",
            "Caesar conquered Gaul and Egypt",
            ["Gaul and Egypt were conquered by Caesar", "Caesar's conquest of Gaul and Egypt"],
            [
                "Gaul and Caesar were conquered by Egypt",
                "Egypt was conquered by Caesar",
                "Caesar and Gaul conquered Egypt",
            ],
        ),
        (
            "What happened in June 1919?",
            "the signing of the Treaty of Versailles",
            ["the Treaty of Versailles was signed"],
            ["the Treaty of Paris was signed", "Versailles was signed", "the Treaty of Versailles"],
        ),
        (
            "What is remembered on 9 November?",
            "the fall of the Berlin Wall",
            ["the Berlin Wall fell"],
            ["the fall of Berlin", "the building of the Berlin Wall", "the Berlin Wall did not fall"],
        ),
        (
            "Why does ice float on water?",
            "It is less dense than water",
            ["ice is less dense than water", "because ice is less dense than water"],
            ["water is less dense than ice", "water is less dense than water", "ice is denser than water"],
        ),
        (
            "Which way does the equilibrium shift?",
            "to the right",
            ["towards the right", "to the right side"],
            ["to the left", "towards the left side", "right to left"],
        ),
        (
            "Which three powers formed the Triple Entente?",
            "France, Russia and Britain",
            ["the UK, France and Russia", "Great Britain, Russia, France"],
            ["Ireland, France and Russia", "France and Russia", "the UK, France and Germany"],
        ),
        (
            "Which island is the largest in Europe?",
            "Britain",
            ["Great Britain"],
            ["UK", "Ireland", "Britain and Ireland"],
        ),
        ("Which book is it?", "surprised", ["surprised"], ["surprising"]),
        ("The film was ____.", "divided", [], ["divides", "dividing"]),
        ("Is the speaker confused or confusing?", "confused", ["confused"], ["confusing", "confuses"]),
        ("What happens to the cell?", "doubled", ["doubles"], ["doubling"]),
        (
            "Which event led to the civil war?",
            "the murder of the Duke of Orleans",
            ["the Duke of Orleans was murdered", "the assassination of the duke of Orleans"],
            ["the murder of the King of Orleans", "the Prince of Orleans was murdered", "the murder of Orleans"],
        ),
        (
            "What brought the government down?",
            "the resignation of the Prime Minister of France",
            ["resignation of the prime minister of France"],
            ["the resignation of the Minister of France", "the resignation of the President of France"],
        ),
        (
            "What happened in November?",
            "the death of Vice President Elena Prado",
            ["the death of Elena Prado", "Elena Prado died"],
            ["the death of President Elena Prado", "Queen Elena Prado died"],
        ),
    ],
)
def test_an_event_or_a_state_has_several_names(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize("given", ["New Education Policy", "Nuclear Energy Programme", "New Economic Policies Act"])
def test_an_abbreviation_stands_for_the_name_that_the_question_has(given: str) -> None:
    stem = "What did Lenin introduce in 1921?"
    for answer, other in [("New Economic Policy", "NEP"), ("NEP", "New Economic Policy")]:
        question = ShortQuestion(id="q", stem=stem, answer=answer, accept=[other])
        assert not grade(question, given).counts_right
        assert grade(question, "New Econmic Policy").note == 'The correct spelling is "New Economic Policy".'
    assert grade(ShortQuestion(id="q", stem=stem, answer="NEP"), "New Economic Policy").counts_right


def test_a_remark_alone_is_no_answer() -> None:
    assert disagreements("Which country is it?", "Germany", ["Germany"], ["! (x)", "- (see below)"]) == []


def test_a_part_of_a_list_that_has_no_word_is_another_part() -> None:
    assert disagreements("Name both.", "[(aq), iron", ["[(aq), iron"], ["(aq)], tin"]) == []


def test_two_slips_are_a_typo_in_a_word_of_nine_letters_and_not_of_eight() -> None:
    stem = "Which instrument is it?"
    assert not disagreements(stem, "saxophone", ["saxaphune"], ["saxafume"])
    assert not disagreements(stem, "trumpets", ["trumpats"], ["trampats"])


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Name it.", "3-methylhexane", ["3-methlyhexane"], ["3-methylhexanol", "3-methylhexanal", "3-methylhexene"]),
        ("Name it.", "4-methylpentan-2-one", [], ["4-methylpentan-2-ol", "4-ethylpentan-2-one"]),
        ("Name it.", "methyl butanoate", ["methyl butanoatte"], ["methyl butanoic", "methyl butanol"]),
        ("Name it.", "propanamide", [], ["propanamine"]),
        ("Name the ester made from propanol and methanoic acid.", "propyl methanoate", ["propyl methanoat", "propylmethanoate"],
         ["propyl methanoic acid", "propyl methanoic", "propyl methan", "propanol methanoate", "propyl ester"]),
        ("Name the salt of methanoic acid and sodium hydroxide.", "sodium methanoate", ["sodium methanoat"],
         ["sodium methanoic", "sodium methan", "sodium methanol"]),
        ("Name the acid that is made when methanol is oxidised.", "methanoic acid", ["methanoic"], ["methanoate", "methanol acid"]),
        ("Name it.", "sodium chlorite", ["sodum chlorite"], ["sodium chlorate", "sodium chlorine", "sodium chloride"]),
        ("Name it.", "1,2-dibromoethane", [], ["1,2-dibromomethane", "1,2-dibromoethene"]),
        ("What forms at the cathode?", "zinc", ["zinc (Zn)", "Zn"], ["zinc(II)", "zinc (2+)", "zinc ion", "Zn2+"]),
        ("What forms at the cathode?", "iron", ["Iron"], ["iron(III)", "iron(II)", "iron (II)"]),
        ("Name the cation.", "copper(II)", ["copper (II)"], ["copper", "copper(I)"]),
        ("Name the element.", "vanadium", ["vanadium (V)"], ["vanadium(IV)", "vanadium (II)"]),
        ("What forms?", "tin", ["tin metal", "metallic tin", "pure tin"], ["tin gas", "tin ore", "tin ions"]),
        ("What forms?", "oxygen", ["oxygen gas", "gaseous oxygen"], ["oxygen metal", "oxygen ion", "oxide gas"]),
        ("In which state is it? What forms?", "oxygen", [], ["oxygen gas"]),
        ("Write the configuration of Mg2+.", "[Ne]", ["Mg2+: [Ne]"], ["Mg+: [Ne]", "Mg2+: [Ar]"]),
        ("Write the formula of calcium nitrate.", "Ca(NO3)2", ["Ca[NO3]2"], ["Ca[NO3]", "Ca[NO2]2"]),
        ("Differentiate x ln x.", "ln x + 1", ["1 + ln(x^2)/2", "1 + ln x"], ["ln x", "ln x - 1", "ln(x^2) + 1"]),
    ],
)  # fmt: skip
def test_the_class_of_a_compound_and_the_charge_of_an_ion_count(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Who was prime minister?", "Andrew Bonar Law", ["Bonar Law", "Bonar Law, Andrew", "Law, Andrew Bonar"],
         ["Law Bonar", "Andrew Bonar"]),
        ("Who said that?", "Patrick Henry", ["Henry", "Henry, Patrick"], ["Henry Patrick", "Patrick"]),
        ("Who wrote it?", "Gabriel García Márquez", ["Garcia Marquez, Gabriel", "García Márquez"], ["Márquez García"]),
        ("Who led the movement?", "Martin Luther King", ["King, Martin Luther", "Luther King"], ["King Luther"]),
        ("Which leader was it?", "Deng Xiaoping", ["Deng", "Chairman Deng", "Deng Xiao-ping"], ["Xiaoping", "Deng Lin"]),
        ("Which president was it?", "Kim Dae-jung", ["Kim", "President Kim", "Kim Dae Jung"], ["Dae-jung", "Jung"]),
        ("Which actress was it?", "Kim Basinger", ["Basinger"], ["Kim"]),
        ("Who was the physicist?", "Albert Einstein", ["Einstein Albert", "Einstein, A."], ["Einstein, Mileva"]),
    ],
)  # fmt: skip
def test_a_surname_comes_first_only_before_a_comma_or_if_it_is_no_first_name(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Where did the congress meet?", "Vienna", ["Vienna, Austria", "Vienna in Austria", "Vienna, Austria-Hungary"],
         ["Vienna, Germany", "Vienna (Italy)", "Vienna in France", "Viena, Germany"]),
        ("Which city was the Aztec capital?", "Tenochtitlan", ["Tenochtitlan, Mexico"], ["Tenochtitlan, Peru"]),
        ("Which city is it?", "Auckland", ["Auckland, New Zealand"], ["Auckland, Australia"]),
        ("Which square is it?", "Red Square", ["Red Square, Moscow", "Red Square, Russia"], ["Red Square, Berlin"]),
        ("Which state is it?", "Kansas", ["Kansas, USA", "Kansas, US"], ["Kansas, Canada"]),
        ("Which city is it?", "Dallas", ["Dallas, TX", "Dallas, Texas", "Dallas, USA"], ["Dallas, Florida"]),
        ("Which city is it?", "Edinburgh", ["Edinburgh, UK", "Edinburgh, Scotland"], ["Edinburgh, England"]),
        ("Which city is it?", "Tbilisi", ["Tbilisi, Georgia", "Tbilisi, USSR"], ["Tbilisi, Atlanta"]),
        ("Which city is it?", "Timgad", ["Timgad, Algeria"], ["Timgad, Norway"]),
        ("Which ruined city is it?", "Gedi", ["Gedi, Kenya"], []),
    ],
)  # fmt: skip
def test_a_country_that_is_added_is_not_known_to_be_wrong(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("From when to when was the war?", "1618–1648", ["1618, 1648", "1618/1648", "May 1618 to October 1648"],
         ["1648, 1618", "1618, 1630, 1648", "1618", "about 1618 - 1648 BC"]),
        ("The war ended in ___.", "1648", ["October 1648", "24 October 1648"], ["October 1649", "October"]),
        ("About how wide is it?", "37 km", ["37 kms", "23 miles"], ["22 miles", "24 miles", "23 km", "40 km"]),
        ("About how fast is it?", "20 m/s", ["72 km/h"], ["73 km/h", "70 km/h"]),
        ("How wide is it exactly?", "37 km", ["37000 m"], ["23 miles"]),
        ("What is the worst-case time complexity of heapsort?", "O(n log n)", ["Θ(n log n)"], ["Θ(n)", "Ω(n log n)"]),
        ("Give an upper bound for the worst-case time.", "O(n)", ["O(n)"], ["Θ(n)"]),
        ("What does it mean in English?", "to wash one's hands", ["to wash your hands", "wash hands"], ["to dry your hands"]),
        ("What does it mean in English?", "to help (someone)", ["to help", "help", "to help somebody", "to help someone or something"],
         ["someone", "to help the bus", "to hear someone"]),
        ("Which reagent tests for iodide ions?", "silver nitrate", ["aqueous silver nitrate", "a few drops of silver nitrate"],
         ["aqueous silver nitrite", "a few drops of water"]),
        ("What was the plan called that was signed after 1961?", "Fouchet Plan", ["Fouchet Plan (1962)"],
         ["Schuman Plan (1962)", "Fouchet Plan (1960)"]),
        ("Which battle did he lose?", "Waterloo", ["Waterloo (1815)", "Battle of Waterloo, 18 June 1815", "Waterloo in June 1815"],
         ["Waterloo (1805)", "Battle of Waterloo, 1066", "Waterloo, 19 June 1815", "Waterloo (1815 BC)"]),
        ("Which battle of 1412 did he lose?", "Rusp", ["Rusp, 3 May 1412", "Rusp (1412)", "Rusp in May 1412"],
         ["Rusp (1421)", "Rusp (3 May 1421)"]),
        ("Which war was from 1412 to 1421?", "War of the Carps", ["War of the Carps (1412–21)"], ["War of the Carps (1412-1422)"]),
        ("¿En qué ciudad española está la Alhambra?", "Granada", ["Granada, Andalucía", "Granada (España)"],
         ["Granada, Nicaragua", "Granada (Nicaragua)", "Granada, Cataluña"]),
        ("Which city in Nicaragua is on the lake?", "Granada", ["Granada, Nicaragua"], ["Granada, Spain"]),
        ("In which city is the Uffizi?", "Florence", ["Florence, Tuscany"], ["Florence, Lombardy", "Florence, Alabama"]),
        ("In which country is Machu Picchu?", "Peru", ["Peru (Cusco)"], ["Peru (Madrid)", "Peru (Africa)"]),
        ("Which river is the longest in Africa?", "Nile", ["the Nile (Africa)"], ["the Nile (Asia)"]),
        ("Which gas is given off?", "carbon dioxide", ["CO2(g)"], ["CO2(s)"]),
        ("Which gas makes up most of the air?", "nitrogen", ["nitrogen (N2)", "nitrogen (N)", "nitrogen, 78%"],
         ["nitrogen (O2)", "nitrogen (7 protons)"]),
        ("What was the plan of 1961 called?", "Fouchet Plan", ["Fouchet Plan (1961)"], ["Fouchet Plan (1962)"]),
        ("Which event ended the siege?", "the attack on Fort Sumter", ["Fort Sumter"], ["Fort", "Sumter Castle", "Fort Bragg"]),
        ("Which event began in July 1940?", "the Battle of Britain", ["Battle of Britain"], ["Britain", "battle"]),
        ("Which place is meant?", "the attack on Fort Sumter", ["attack on Fort Sumter"], ["Fort Sumter"]),
        ("What is the formula of calcium hydroxide?", "Ca(OH)2", ["It is Ca(OH)2", "The formula of calcium hydroxide is Ca(OH)₂"],
         ["It is CaOH2", "It is not Ca(OH)2"]),
        ("Solve x + 1 < -2.", "x < -3", ["-∞ < x < -3", "{x ∈ ℝ : x < -3}", "x < -3, x ∈ ℝ", "-oo < x < -3"],
         ["-∞ < x <= -3", "x < -3, x ∈ ℤ", "-3 < x < ∞"]),
        ("What is the domain of 1/x?", "x ≠ 0", ["x ∈ ℝ, x ≠ 0", "{x ∈ R : x ≠ 0}"], ["x ∈ ℤ, x ≠ 0", "{x ∈ R : x = 0}"]),
        ("When did Alexander the Great die?", "323 BC", ["323 before Christ"], ["323 after Christ"]),
        ("Which dynasty ruled until 1912?", "Qing", ["Qing Dinasty"], ["Ming Dinasty", "Dinasty"]),
        ("Why did Britain go to war in 1939?", "because Germany invaded Poland",
         ["the German army invaded Poland", "Germany had invaded Poland", "The Germans invaded neutral Poland"],
         ["Polish troops invaded Germany", "Germany had been invaded by Poland", "the Soviet army invaded Poland"]),
        ("What do we call the system in which the state owns the factories?", "socialist system", ["a socialist system"],
         ["socialist", "social", "socialists"]),
        ("What do we call government by the rich?", "plutocratic government", ["a plutocratic government"], ["plutocratic"]),
        ("Which system has a king?", "the feudal system", ["feudal", "feudal system"], ["federal"]),
        ("What do we call rocks that form under pressure?", "metamorphic rocks", ["metamorphic"], ["metamorphosis"]),
        ("What is the oxidation state of manganese in KMnO4?", "+7", ["+7 (Mn)", "7+ (Mn)", "+7 (manganese)"],
         ["+7 (K)", "+7 (O)", "+7 (-2)", "+7 (not +6)", "-7 (Mn)"]),
        ("How many protons has an atom of carbon with 8 neutrons?", "6", ["6 (protons)"], ["6 (neutrons)", "6 (8)", "6 (million)"]),
        ("Name the ester of propanol and methanoic acid.", "propyl methanoate",
         ["propyl methanoate (HCOOC3H7)", "propyl methanoate (C4H8O2)", "propyl methanoate (HCOOCH2CH2CH3)"],
         ["propyl methanoate (HCOOH)", "propyl methanoate (C3H7OH)", "propyl methanoate (CH3COOC3H7)", "propyl methanoate (not methyl)"]),
        ("Write the formula of magnesium nitrate.", "Mg(NO3)2", ["Mg(NO3)2 (magnesium nitrate)"],
         ["Mg(NO3)2 (magnesium nitrite)", "MgNO3 (magnesium nitrate)", "Mg(NO3)2 (or MgNO3)"]),
        ("Which colour does litmus turn in an alkali?", "blue", ["blue (colour)"], ["blue (red)", "blue (not)", "blue (or red)"]),
        ("Simplify √48 to its exact form.", "4√3", ["4 x √3", "4 × √3", "4x√3"], ["4 x √2", "4 + √3", "x √3"]),
        ("Simplify x√48.", "4x√3", ["4x√3"], ["4 x 3"]),
        ("Write the formula of calcium hydroxide.", "Ca(OH)2", ["calcium hydroxide is Ca(OH)2", "Calcium hydroxide is Ca(OH)2."],
         ["calcium oxide is Ca(OH)2", "calcium hydroxide is not Ca(OH)2", "calcium hydroxide is CaOH2"]),
        ("How far does it go?", "12 m", ["12 metrs", "12 m."], ["12 kilometrs", "12 minuts", "12 meats", "13 metrs"]),
        ("How fast is it?", "12 m/s", ["12 metrs per second", "12 metres per seccond"], ["12 metrs per minute", "12 metrs"]),
        ("Share 30 in the ratio 1 : 2.", "10 and 20", ["10 : 20", "10:20"], ["20 : 10", "1 : 2"]),
        ("Find the force.", "15 N", ["F = ma = 15 N", "F = m × a = 5 × 3 = 15 N"], ["F = ma", "F = ma = 15 J", "F = ma = 16 N"]),
        ("What is its area in square metres?", "15 m2", ["15", "15 square metres"], ["15 m"]),
        ("What is its gradient?", "-3", ["m = -3", "-3"], ["y = -3", "x = -3"]),
        ("Which genotype has a dwarf plant (T, t)?", "tt", ["t t"], ["tt T", "Tt"]),
        ("Which state symbol is it?", "(aq)", ["aq"], ["(qa)", "qa"]),
        ("What is the singular of cacti?", "cactus", ["a cactus"], ["cacti", "cactuses"]),
        ("How many are there?", "4", ["four"], ["4, 4", "4 and 4"]),
        ("Name the ester.", "ethyl ethanoate", ["ethyl acetate"], ["ethyl formate", "methyl acetate"]),
        ("Which gas is released? Give name and formula.", "methane, CH4", ["methane gas - CH4(g)", "CH4 = methane"],
         ["methane - CH3", "CH4 = methanol", "methane = C2H6"]),
        ("Which gas is it?", "sulfur dioxide", ["sulfur dioxide - SO2", "sulfur dioxide, i.e. SO2", "sulfur dioxide = SO2"],
         ["sulfur dioxide - SO3", "sulfur trioxide, i.e. SO2", "sulfur dioxide = oxygen"]),
        ("What shape has carbon dioxide, and what is its bond angle?", "linear, 180°",
         ["180°, linear", "linear with an angle of 180 degrees", "shape: linear; angle: 180°"],
         ["linear, 120°", "bent with an angle of 180 degrees", "180°", "shape: linear", "linear with no angle of 180°"]),
        ("What are the products of burning it?", "carbon dioxide and water", ["carbon dioxide + water vapour"],
         ["carbon dioxide and hydrogen vapour", "carbon monoxide and water vapour", "carbon dioxide vapour"]),
        ("Which drink is it?", "water", ["water"], ["water vapour"]),
        ("State the colour change.", "brown to colourless",
         ["the brown colour disappears", "the brown solution is decolourised", "it loses its brown colour"],
         ["the red colour disappears", "the brown colour does not disappear", "the brown colour appears", "it fades"]),
        ("What colour does sodium give in a flame test?", "yellow",
         ["it burns with a yellow flame", "it gives a yellow colour", "you would see yellow", "a yellow colour is seen"],
         ["it burns with a green flame", "it burns without a yellow flame", "it gives a yellow and a red colour"]),
        ("What would you see when silver nitrate is added?", "a yellow solid forms", ["a yellow solid appears", "you get a yellow solid"],
         ["a white solid appears", "a yellow solid dissolves", "you get a yellow gas"]),
        ("Name what else burning needs, besides fuel.", "oxygen", ["you also need oxygen!", "it needs oxygen"],
         ["you also need nitrogen", "it needs no oxygen"]),
        ("Which tool adds acid drop by drop?", "burette", ["buret"], ["bureau"]),
        ("How many outer electrons has oxygen?", "6", ["6e", "6 e-", "6e⁻"], ["6 p", "8e", "6 neutrons"]),
        ("The electrons of magnesium are in shells: 2,8,___.", "2", ["2,8,2", "2.8.2", "(2, 8, 2)"], ["2,8", "2,8,8,2", "2,8,1", "8,2", "282"]),
        ("The sequence is 3, 6, ___, 24.", "12", ["3, 6, 12, 24"], ["6, 12, 24", "3, 6, 12, 48", "12, 24"]),
        ("What is the percentage by mass of carbon in it (H 1, O 16)?", "40%", ["40 % C", "40 per cent C", "40% of carbon"],
         ["40 % H", "40 % oxygen", "60 % C"]),
        ("Write the formula of barium nitrate.", "Ba(NO3)2", ["Ba(NO3)2 - barium nitrate", "Ba(NO3)2, barium nitrate"],
         ["Ba(NO3)2 - barium nitrite", "BaNO3 - barium nitrate", "Ba(NO3)2, barium nitrate and water"]),
        ("What colour is the crystal?", "pale green", ["light green"], ["dark green", "light", "light blue"]),
        ("What is the enthalpy change?", "-90 kJ/mol", ["-90 kJ/mol (exothermic)"],
         ["-90 kJ/mol (endothermic)", "90 kJ/mol (exothermic)", "+90 kJ/mol (exothermic)"]),
        ("Write the electron arrangement of phosphorus.", "2,8,5", ["P: 2,8,5", "phosphorus: 2,8,5", "2/8/5"],
         ["N: 2,8,5", "P: 2,8,6", "sulfur: 2,8,5"]),
        ("Write the equation.", "2K + Br2 -> 2KBr", ["2K + Br2 gives 2KBr", "Br2 + 2K - > 2KBr", "Balanced: 2K + Br2 = 2KBr"],
         ["2KBr gives 2K + Br2", "2K + Br2 gives KBr", "2K + Br2 does not give 2KBr"]),
        ("What colour does the indicator turn?", "violet", ["it will turn violet", "the solution turns violet", "it would go violet"],
         ["it will not turn violet", "the solution turns green", "it goes violet then red"]),
        ("Name the ester of hexan-1-ol.", "hexyl methanoate", ["1-hexyl methanoate", "n-hexyl methanoate"],
         ["2-hexyl methanoate", "sec-hexyl methanoate", "n-butyl methanoate", "1-hexyl ethanoate"]),
        ("What is the common (household) name of sodium chloride?", "table salt", ["Table salt"], ["NaCl", "sodium chloride"]),
        ("What happens to the rate if the temperature falls?", "it decreases",
         ["the rate decreases", "it goes down", "it is lowered"],
         ["the temperature decreases", "it decreases the temperature", "the temperature goes down"]),
        ("What is the effect of heat on the gas?", "it expands", ["the gas expands"], ["the heat expands"]),
        ("What is the loss of water from leaves called?", "transpiration", ["transpiring"], ["transpire", "to transpire"]),
        ("What happens to the puddle?", "evaporation", ["it evaporates", "evaporate"], []),
        ("Which measure is the square root of the variance?", "standard deviation", ["standard deviations"],
         ["standard deviation squared", "the standard deviation cubed"]),
        ("Which normal form comes after the second?", "third normal form", ["the third"], ["third form"]),
        ("Which join keeps the rows of the left table?", "left outer join", ["a left outer join"], ["outer join"]),
        ("Which wave is reflected by a moving wall?", "standing wave", ["a standing wave"], ["wave", "moving wave"]),
        ('Write in reported speech: He said, "I am ill."', "He said that he was ill.", ["he said that he was ill"],
         ["She said that he was ill.", "It said that he was ill.", "I said that he was ill."]),
        ("What does the D in it stand for?", "durability", ["Durability"], ["durable", "endurability"]),
        ("What does the C in it stand for?", "compression", ["compression"], ["compressed", "compressing", "compress"]),
        ("Which of his plays has a prince?", "Hamlet", ["Hamlet"], ["hamlets"]),
        ("Make the sentence passive: The cat ate the fish.", "The fish was eaten by the cat.", ["the fish was eaten by the cat"],
         ["The fish is eaten by the cat.", "The fish has been eaten by the cat.", "Fish were eaten by the cats.", "eaten"]),
        ('Correct the sentence: "We was late."', "We were late.", ["we were late"], ["We are late.", "He was late.", "late"]),
        ("What is the principle that one is innocent until proven guilty?", "presumption of innocence",
         ["the presumption of innocence"], ["presumption", "the presumption"]),
        ("Which function is both injective and surjective?", "bijection", ["a bijection"],
         ["bijective or surjective", "bijective and surjective", "bijection or injection"]),
        ("How does the resistance of a wire change as the temperature rises?", "it increases", ["the resistance increases"],
         ["the temperature increases", "it increases the temperature", "the wire increases"]),
        ("What is the effect of salt on the boiling point of water?", "it rises", ["the boiling point rises"],
         ["the water rises", "the salt rises"]),
        ("Which metal comes from its molten oxide?", "aluminium", ["aluminium metal"], ["aluminium oxide", "the oxide"]),
        ("Which key refers to the key of another table?", "foreign key", ["the foreign key", "foreign"], ["foreign table"]),
        ("Which command shows the addresses on Windows?", "ipconfig", ["ipconfig", "the ipconfig command"], ["ifconfig", "ipconfigs", "iconfig"]),
        ("Which angle is it at the boundary?", "critical angle", ["critical"], ["critic angle", "critical boundary"]),
        ("Which American war was it?", "the American Civil War", ["the Civil War"], ["civil", "American"]),
        ("Turn into a question: She has opened it.", "Has she opened it?", ["has she opened it"], ["Has she open it?"]),
        ("What is the energy called that takes one electron from an atom?", "ionisation energy", ["ionization energy"],
         ["ionised energy", "ionisation atom"]),
        ("What is the bending of light called?", "refraction", ["the refraction of light"], ["refracted", "refract"]),
        ("What kind of data are they?", "discrete", ["discrete data"], ["discretion"]),
        ("Rewrite in the active voice: The bell was rung by Ann.", "Ann rang the bell.", ["Ann rang the bell"], ["Ann rang a bell."]),
        ("Which country did Germany invade in 1939?", "Poland", ["Germany invaded Poland", "Poland was invaded by Germany"],
         ["Poland invaded Germany"]),
        ("Who defeated Napoleon there?", "Wellington", ["Wellington defeated Napoleon"], ["Napoleon defeated Wellington"]),
        ("Round 2.3996 to 2 decimal places.", "2.40", ["2.40", "= 2.40"], ["2.400", "2.3996", "2.40 = 2.400"]),
        ("Who was it?", "Ottmar von Rusp", ["Ottmar Eduard Leopold von Rusp"], ["Eduard Leopold von Rusp"]),
        ("Expand and simplify (x - 4)(x + 9).", "x^2 + 5x - 36",
         ["x^2 + 9x - 4x - 36 = x^2 + 5x - 36", "(x - 4)(x + 9) = x^2 + 9x - 4x - 36 = x^2 + 5x - 36"],
         ["x^2 + 9x - 4x + 36 = x^2 + 5x - 36", "x^2 + 9x - 4x - 36", "x^2 + 5x - 36 = x^2 + 9x - 4x - 36",
          "x^2 + 5x - 36, so x = 4 or x = -9"]),
        ("Solve 5 - 3x < 20.", "x > -5", ["-3x < 15 so x > -5", "5 - 3x < 20 ⇒ -3x < 15 ⇒ x > -5", "3x > -15, x > -5"],
         ["-3x < 15 so x < -5", "3x < 15 so x > -5", "x < -5 so x > -5", "x > -5 so x = -4"]),
        ("Solve 4x - 3 = 17.", "x = 5", ["4x = 20, so x = 5", "x = 20/4 = 5", "4x = 20 so 5", "x = 5 because 4x = 20"],
         ["4x = 14, so x = 5", "x = 5 so x = 4", "4x = 20", "x = 20/5 = 4", "x = 20/4 = 6", "x = 25/4 = 5",
          "x = 5 because 4x = 14", "x = 5 = y"]),
        ("Solve x^2 - x - 12 = 0.", "x = 4 or x = -3", ["(x - 4)(x + 3) = 0 so x = 4 or x = -3", "(x-4)(x+3)=0; x=4 or -3"],
         ["(x + 4)(x - 3) = 0 so x = 4 or x = -3", "(x - 4)(x + 3) = 0 so x = 4", "x = 4, so x = 4 or x = 3"]),
        ("Solve 2x + y = 11 and x - y = 1.", "x = 4, y = 3", ["3x = 12, x = 4, y = 3", "3x = 12 so x = 4 and y = 3"],
         ["3x = 12, x = 4, y = 7", "3x = 10, x = 4, y = 3", "3x = 12, x = 4"]),
        ("Find the equation of the line through (0, 2) and (3, 8).", "y = 2x + 2",
         ["m = 6/3 = 2, so y = 2x + 2", "m = 2, c = 2, so y = 2x + 2", "m = (8-2)/(3-0) = 2, y = 2x + 2"],
         ["m = 3/6 = 2, so y = 2x + 2", "m = 6/2 = 3, so y = 2x + 2", "m = 2, c = -2, so y = 2x + 2", "m = 6/3 = 2"]),
        ("Make t the subject of s = A/t.", "t = A/s", ["st = A, so t = A/s", "st = A ⇒ t = A/s"], ["s = At, so t = A/s"]),
        ("Write (2 + i)(3 - i) in the form a + bi.", "7 + i", ["6 - 2i + 3i - i^2 = 7 + i"], ["6 - 2i + 3i - 1 = 7 + i"]),
        ("Find the midpoint of P(1, 4) and Q(5, -2).", "(3, 1)", ["M = ((1+5)/2, (4-2)/2) = (3, 1)"],
         ["((1+5)/2, (4+2)/2) = (3, 1)", "((1+5)/2, (4-2)/2)", "(6/2, 2/2) = (1, 3)"]),
        ("Find ∫ 4x + 1 dx.", "2x^2 + x + C", ["∫(4x + 1)dx = 2x^2 + x + C"], ["∫4x dx = 2x^2 + x + C"]),
        ("Simplify √50.", "5√2", ["√50 = √25 × √2 = 5√2"], ["√25 × √2", "√50 = 2√5", "√50 = √20 × √2 = 5√2"]),
        ("What is 3/4 of 60?", "45", ["60/4 = 15, 15 × 3 = 45", "60/4 = 15 x 3 = 45", "45 because 0.75 × 60 = 45"],
         ["60/4 = 20, 15 × 3 = 45", "60/4 = 20 × 3 = 45", "45 = 60", "45, 45"]),
        ("What is it in minutes?", "75 min", ["1 h 15 min = 75 min"], ["1 h 15 min = 75 h", "1 h 5 min = 75 min"]),
        ("Find the volume of a sphere of radius 3 cm to the nearest cm³.", "113 cm³",
         ["36π ≈ 113 cm³", "V = 4/3 × π × 27 = 113 cm³"], ["36π", "36π = 112 cm³", "V = 4 × π × 27 = 113 cm³"]),
        ("Solve x^2 = 81.", "x = 9 or x = -9", ["plus or minus 9", "x = plus or minus 9", "9 or minus 9"],
         ["plus 9", "minus 9", "9 minus 9", "plus or minus 3", "x = 9 plus or minus 9"]),
        ("What is the nth term of 2, 7, 12, ...?", "5n - 3", ["5 x n - 3", "-3 + 5 x n"], ["5 x n + 3", "5 x - 3", "x n - 3"]),
        ("The function f is f(x) = 3x + 6. Find the inverse function.", "f^-1(x) = (x - 6)/3",
         ["f⁻¹(x) = x/3 - 2", "x/3 - 2", "y = x/3 - 2", "f^{-1}(x) = 1/3 (x - 6)"],
         ["f^-1(x) = x/3 + 2", "x/3 - 6", "1/(3x + 6)", "3x - 6", "(x-6)/3 = 3x + 6"]),
        ("Make r the subject of V = kr^2.", "r = √(V/k)", ["√V/√k = r", "r = √V/√k", "kr^2 = V, r^2 = V/k, r = √(V/k)"],
         ["r = √V/k", "r = V/k", "√V/√k = V", "r^2 = V/k", "r = √k/√V"]),
        ("Solve x^2 + 4x + 7 = 0 over the real numbers.", "no real solutions",
         ["no solution", "There are none", "∅", "it has no real roots", "S = {}", "no solution exists"],
         ["0", "x = 0", "solutions", "no integer solutions", "no solution, x = 3", "infinitely many solutions", "no"]),
        ("Solve x + y = 2 and x + y = 3.", "no solution", ["none", "∅", "no roots"], ["no real solutions", "{0}", "(0, 0)"]),
        ("Solve x + y = 9, x - y = 5.", "x = 7, y = 2", ["x:7 y:2", "x: 7, y: 2"], ["x:2 y:7", "x:7", "x:1 y:7 z:2"]),
        ("Simplify √98.", "7√2", ["7·2^(1/2)"], ["98^(1/2)", "7·2^(1/3)", "7^(1/2)·2"]),
        (
            "Which metal covers a galvanised nail?",
            "zinc",
            ["the metal zinc", "the element zinc", "zinc metal"],
            ["the gas zinc", "the halogen zinc", "the nonmetal zinc"],
        ),
        ("Which gas is in swimming pools?", "chlorine", ["the gas chlorine", "the halogen chlorine"], ["the metal chlorine"]),
        ("In which year did the first tram run?", "1881", ["it dates from 1881", "it ran in 1881"], []),
        ("What is the square of 9?", "81", ["it is 81", "it comes to 81"], ["it comes from 81", "it results from 81"]),
        ("Evaluate log_5 125.", "3", ["log_5 125 = 3"], ["5 125 = 3"]),
        ("Multiply 1 1/2 by 4.", "6", ["1 1/2 × 4 = 6"], []),
        (
            "Integrate 6x - 5.",
            "3x² - 5x + C",
            ["∫(6x - 5)dx = 3x² - 5x + C", "∫ 6x - 5 dx = 3x² - 5x + C"],
            ["6x - 5 = 3x² - 5x + C"],
        ),
        ("Differentiate 2x⁴.", "8x³", ["d/dx(2x⁴) = 8x³", "dy/dx = 8x³"], ["2x⁴ = 8x³"]),
        (
            "How many bits are in 3 bytes?",
            "24 bits",
            ["3 bytes = 24 bits", "3 × 8 = 24", "3 x 8 = 24 bits"],
            ["3 bytes = 24"],
        ),
        ("Write 25% as a fraction.", "1/4", ["25% = 1/4", "25/100 = 1/4"], []),
        ("Write 60° in radians.", "π/3", ["60° = π/3"], []),
        (
            "A train covers 180 km in 1.5 hours. What is its speed in km/h?",
            "120 km/h",
            ["180 / 1.5 = 120 km/h", "180 ÷ 1.5 = 120"],
            ["180 x 1.5 = 120 km/h", "1.5/180 = 120"],
        ),
        ("How far is 1.5 × 4000 m in km?", "6 km", ["1.5 × 4000 = 6 km", "1.5 x 4000 = 6000 m"], ["1.5 x 4000 = 60 km"]),
        ("What does the symbol Hz stand for?", "hertz", ["Hertz"], ["Hz"]),
        ("Find g'(3), the derivative of g(x) = x² at 3.", "6", ["g'(3) = 6"], ["x² = 6"]),
        ("Find the inverse of h(x) = x - 4 and give h^-1(1).", "5", ["h^-1(1) = 5"], []),
        ("What is 30% of 50?", "15", ["30% of 50 = 15", "0.3 × 50 = 15"], ["0.3 × 5 = 15"]),
    ],
)  # fmt: skip
def test_values_and_phrases_in_other_words(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []
