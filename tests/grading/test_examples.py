"""Answers that were once graded wrong, and judged pairs over school subjects."""

from pathlib import Path
from typing import Any

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Verdict
from quizgen.questions import NumberQuestion, Question, ShortQuestion
from quizgen.text.answer_forms import answer_form
from quizgen.text.quantities import parse_quantity


def ask(answer: str, given: str, stem: str = "What is it?", **fields: Any) -> Verdict:
    return grade(
        ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": stem, "answer": answer, **fields}), given
    )


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("O(n^2)", "O(n)"),
        ("2(x+1)", "2"),
        ("f(x)", "f"),
        ("iron(III) chloride", "iron chloride"),
        ("St. Petersburg", "St"),
        ("Mercury, Venus, Earth", "mercury"),
        ("x - y", "x"),
        (".5", "5"),
        ("!=", "="),
        ("Cl-", "Cl"),
        ("10²", "102"),
        ("5 m/s", "5 s"),
        ("5 mW", "5 MW"),
        ("5 pounds", "£5"),
        ("₱950", "950 dollars"),
        ("U.S. President John F. Kennedy", "Robert Kennedy"),
        ("das Buch", "der Buch"),
        ("がっこう", "かっこう"),
        ("hablo", "habla"),
        ("carbon dioxide", "CD"),
        ("supply and demand", "sad"),
        ("space station", "space"),
        ("Isle of Man", "man"),
        ("Curie", "Pierre Curie"),
        ("Rhine", "Rhone"),
        ("ileum", "ilium"),
        ("astronomy", "astrology"),
        ("Mercury", "Freddie Mercury"),
        ("C++", "C"),
        ("C#", "C"),
    ],
)
def test_another_answer_is_not_accepted(answer: str, given: str) -> None:
    assert not ask(answer, given).counts_right


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("sulphur", "sulfur"),
        ("273 K", "273 kelvin"),
        ("0 °C", "0 degrees Celsius"),
        ("World War I", "First World War"),
        ("Henry VIII", "Henry the 8th"),
        ("1/2", "half"),
        ("6.022 × 10^23", "6.022e23"),
        ("1939–1945", "1939 to 1945"),
        ("load-bearing wall", "loadbearing walls"),
        ("EPA", "E. P. A."),
        ("Göring", "Goering"),
        ("1960s", "the sixties"),
        ("14th century", "fourteenth century"),
        ("tyre", "tire"),
        ("cheque", "check"),
    ],
)
def test_the_same_answer_written_differently_is_accepted(answer: str, given: str) -> None:
    assert ask(answer, given).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("1989", "9 November 1989", "When did the Berlin Wall fall?"),
        ("9 November 1989", "1989", "In which year did the Berlin Wall fall?"),
        ("July 1914", "July", "In which month did it begin?"),
        ("nine years", "nine", "What was the minimum age?"),
        ("four pieces of fruit", "4", "How many are there?"),
        ("10,000", "£10,000", "How much was the prize, in pounds sterling?"),
        ("£300", "300 pounds", "What was the fee?"),
        ("a white solid", "a white solid appears", "What do you see when the two gases meet?"),
        ("a white solid", "You would see a white solid.", "What do you observe when the two gases meet?"),
        ("the abduction of King Darius", "King Darius's abduction", "What began the war?"),
        ("₹39.97 lakh", "3,997,000", "How much did the film earn?"),
        ("₱950", "950 pesos", "How much is a passport?"),
        ("U.S. President John F. Kennedy", "John F. Kennedy", "Who said it?"),
        ("Germany", "Federal Republic of Germany", "Which country?"),
        ("Russia", "the Russian Federation", "Which country?"),
        ("US Army", "United States Army", "Who built it?"),
        ("Pasadena, California", "Pasadena", "Where is it?"),
        ("Nile", "the Nile, in Egypt", "Which river?"),
        ("Canberra", "the city of Canberra", "What is the capital of Australia?"),
    ],
)
def test_a_part_that_was_not_asked_for_may_be_left_out_or_added(answer: str, given: str, stem: str) -> None:
    assert ask(answer, given, stem).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("a plant, which makes its own food", "a plant", "What is an autotroph?"),
        ("Snow White, the dwarfs and the prince", "Snow White", "Who is in it?"),
        ("truth or dare", "truth", "Which game is it?"),
        ("±7", "7", "What is x?"),
        ("a white solid", "a white solid dissolves", "What do you see when the two gases meet?"),
        ("a white solid", "no white solid forms", "What do you see when the two gases meet?"),
        ("1989", "9 November 1998", "When did the Berlin Wall fall?"),
        ("9 November 1989", "1989", "When did the Berlin Wall fall?"),
        ("Paris, Texas", "Paris", "Where was it filmed?"),
        ("Paris", "Paris, Texas", "Where was it filmed?"),
        ("Canberra", "Canberra, Austria", "What is the capital of Australia?"),
        ("Niger", "the Nigerians", "Which country is it?"),
        ("nine years", "nine", "How long did it take?"),
        ("die Äpfel", "der Äpfel", "Wie heißt der Plural von „der Apfel“?"),
    ],
)
def test_what_the_answer_needs_may_not_be_left_out(answer: str, given: str, stem: str) -> None:
    assert not ask(answer, given, stem).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("Alexander Fleming", "Fleming discovered it", "Who discovered penicillin?"),
        ("William Shakespeare", "It was written by Shakespeare", "Who wrote Hamlet?"),
        ("omnivore", "It is called an omnivore.", "What name is given to an animal that eats both plants and meat?"),
        ("red blood cells", "red cells", "Which blood cells carry oxygen?"),
        ("Boolean", "Boolean data type", "Which data type stores true or false?"),
        ("American Civil War", "the Civil War (1861-1865)", "Which war divided the United States?"),
        ("Battle of Waterloo", "Waterlo", "Which battle ended Napoleon's rule?"),
        ("Battle of Waterloo", "battle of Waterloo, 1815", "Which battle ended Napoleon's rule?"),
        ("nitrogen", "nitrogen (N2)", "Which gas makes up most of the air?"),
        ("queue", "queue (FIFO)", "Which structure works first in, first out?"),
        ("John Lennon and Paul McCartney", "McCartney and Lennon", "Who wrote most songs of the Beatles?"),
        ("John Lennon and Paul McCartney", "McCartney, Lennon,", "Who wrote most songs of the Beatles?"),
        ("New York and Los Angeles", "Los Angeles New York", "Which cities are the largest?"),
        ("Alexander Graham Bell", "Graham Bell", "Who invented the telephone?"),
        ("inventor Alexander Graham Bell", "Bell", "Who invented the telephone?"),
        ("Paul McCartney", "James Paul McCartney", "Who played the bass?"),
        ("Charles I", "King Charles the 1st of England", "Which king was beheaded in 1649?"),
        ("Charles I", "Charles 1st", "King ___ was beheaded in 1649."),
        ("Archimedes", "Archimedes of Syracuse", "Who found the law of the lever?"),
        ("Inca Empire", "Incan Empire", "Who built Machu Picchu?"),
        ("solid, liquid and gas", "gases, liquids, solids", "What are the states of matter?"),
        ("red, green and blue", "blue green red", "What are the primary colors of light?"),
        ("it doubles", "the pressure doubled", "What happens to the pressure?"),
        ("it doubles", "being doubled", "What happens to the pressure?"),
        ("oxygen and glucose", "oxygen gas and glucose", "What does photosynthesis make?"),
        ("covalent bond", "covalent bonding", "What holds hydrogen atoms together?"),
        ("meiosis", "meiotic division", "Which type of cell division produces gametes?"),
        ("meiosis", "MEIOSIS", "Which type of cell division produces gametes?"),
        ("ovum", "Ovum", "What is the gamete of a woman called?"),
        ("egg", "Egg", "What is the gamete of a woman called?"),
        ("to run", "run", "What does correr mean?"),
        ("I don't know.", "I do not know", "What does no sé mean?"),
        ("murder of Archduke Franz Ferdinand", "the murder of Franz Ferdinand", "What triggered the war?"),
        ("Canis lupus familiaris", "Canis lupis familiaris", "What is the dog's scientific name?"),
        ("7 and -7", "x = 7 or x = -7", "Solve x² = 49."),
        ("7 and -7", "±7", "Solve x² = 49."),
        ("V = IR", "R*I = V", "What is Ohm's law?"),
        ("x > 2", "2 < x", "Solve x - 2 > 0."),
        ("2x", "f'(x) = 2x", "What is the derivative of x²?"),
        ("56", "7 x 8 = 56", "What is 7 times 8?"),
        ("+2", "2+", "What is the charge of the ion?"),
        ("+2", "II", "What is the oxidation number of iron in FeO?"),
        ("==", "the == operator", "Which operator tests for equality?"),
        ("len", "len(list)", "Which function returns the length?"),
        ("9.8 m/s²", "9.81 ms-2", "What is the acceleration of gravity?"),
        ("100 °C", "100 C", "At what temperature does water boil?"),
        ("6 feet 2 inches", "188 cm", "How tall was he?"),
        ("la sœur", "la soeur", "How do you say “sister” in French?"),
        ("die Straße", "die Strasse", "How do you say “street” in German?"),
        ("ёж", "еж", "Write in Russian: hedgehog"),
        ("hablo", "yo hablo", "How do you say “I speak” in Spanish?"),
        ("안녕하세요", "안녕 하세요", "How do you say “hello” in Korean?"),
        ("Die Zeit", "Zeit", "Which weekly is printed in Hamburg?"),
        ("Beethoven", "van Beethoven", "Who wrote Fidelio?"),
        ("Wilhelm II", "the Kaiser Wilhelm II", "Who ruled Germany in 1914?"),
    ],
)
def test_the_answer_in_other_words_of_the_same_meaning_is_accepted(answer: str, given: str, stem: str) -> None:
    assert ask(answer, given, stem).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("Mars", "Earth or Mars", "Which is smaller, Earth or Mars?"),
        ("Boolean", "true or false", "Which data type stores true or false?"),
        ("omnivore", "omnivory", "What name is given to an animal that eats both plants and meat?"),
        ("Battle of Waterloo", "battle of Waterloo, 1914", "Which battle ended Napoleon's rule in 1815?"),
        ("nitrogen", "nitrogen (or oxygen)", "Which gas makes up most of the air?"),
        ("John Lennon and Paul McCartney", "Lennon and Harrison", "Who wrote most songs of the Beatles?"),
        ("88", "88.3", "How many keys does a piano have?"),
        ("a dwarf", "giant dwarf", "Is the Sun a dwarf or a real giant?"),
        ("it became too cold", "it remained too cold", "Why did they stop?"),
        ("Canberra", "Canbe好ra", "What is the capital of Australia?"),
        ("Charles I", "Charles II", "Which king was beheaded in 1649?"),
        ("Charles I", "Charles 2nd", "King ___ was beheaded in 1649."),
        ("Archimedes", "Archimedes of Rome", "Who found the law of the lever?"),
        ("Hamilcar", "Barca", "Which general of Carthage fought in Sicily?"),
        ("Kyiv", "Kyiv, Moscow", "What is the capital of Ukraine?"),
        ("evening", "even", "When does the sun set?"),
        ("7 and -7", "7", "Solve x² = 49."),
        ("2, 3, 5", "5, 3, 2", "Which primes come first?"),
        ("V = IR", "V = I + R", "What is Ohm's law?"),
        ("x > 2", "2 > x", "Solve x - 2 > 0."),
        ("+2", "-2", "What is the charge of the ion?"),
        ("2.5", "2.46", "What is 5/2?"),
        ("hablo", "tú hablo", "How do you say “I speak” in Spanish?"),
        ("for loop", "loop", "Which one repeats a block a fixed number of times?"),
        ("85", "> 85", "How many soldiers were there?"),
        ("peacekeepers", "UN peacekeepers", "Who patrolled the border?"),
        ("peacekeepers", "LA peacekeepers", "Who patrolled the border?"),
        ("fighters", "IS fighters", "Who held the town?"),
        ("missions", "El missions", "What did the union send?"),
        ("O negative", "negative", "Which blood may be given to everyone?"),
        ("vitamin A", "vitamin", "Which vitamin is made from carotene?"),
        ("La Strada", "Le Strada", "Which film did Fellini make in 1954?"),
        ("soldados", "der soldados", "¿Quiénes defendieron la ciudad?"),
    ],
)
def test_other_words_of_another_meaning_are_not_accepted(answer: str, given: str, stem: str) -> None:
    assert not ask(answer, given, stem).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "missing"),
    [
        ("x = 2 or x = 3", "x = 3", "Solve x^2 - 5x + 6 = 0.", "One of the two answers is"),
        ("x = 2 or x = 3", "x = 3 or x = 4", "Solve x^2 - 5x + 6 = 0.", None),
        ("Lancaster and York", "the house of York", "Which two houses fought?", "One of the two answers is"),
        ("Lancaster and York", "Tudor", "Which two houses fought in the Wars of the Roses?", None),
        ("truth or dare", "truth", "Which game is it?", None),
        ("red, green and blue", "blue and red", "Name the primary colors of light.", "One of the three parts is"),
        ("red, green and blue", "blue", "Name the primary colors of light.", "Two of the three parts are"),
        ("red, green and blue", "red and yellow", "Name the primary colors of light.", None),
        ("H2(g) + Cl2(g) -> 2HCl(g)", "H2(g) + Cl2 -> 2HCl(g)", "Add the state symbols.", "The state symbol of Cl2 is"),
        ("H2(g) + Cl2(g) -> 2HCl(g)", "H2 + Cl2 -> 2HCl", "Add the state symbols.", "The state symbols are"),
    ],
)
def test_what_is_missing_is_named(answer: str, given: str, stem: str, missing: str | None) -> None:
    verdict = ask(answer, given, stem)
    assert (verdict.counts_right, verdict.note) == (False, missing and f"{missing} missing.")


@pytest.mark.parametrize(
    ("answer", "name", "stem", "right", "wrong"),
    [
        (
            "Na+",
            "sodium",
            "Which ion gives a yellow flame?",
            ["Sodium ions", "sodum"],
            ["sodium atom", "Na", "calcium"],
        ),
        ("SO4^2-", "sulfate", "Which ion is it?", ["sulphate ion", "sulfates"], ["sulfite", "sulfide ion"]),
        ("N2", "nitrogen", "Which gas is most of the air?", ["nitrogen gas", "nitrogn"], ["hydrogen", "n"]),
    ],
)
def test_a_name_under_accept_beside_a_formula_is_graded_as_a_name(
    answer: str, name: str, stem: str, right: list[str], wrong: list[str]
) -> None:
    assert [given for given in right if not ask(answer, given, stem, accept=[name]).counts_right] == []
    assert [given for given in wrong if ask(answer, given, stem, accept=[name]).counts_right] == []


def test_several_accepted_answers_may_be_given_at_once() -> None:
    fields = {"accept": ["Bob Russell"]}
    assert ask("Bobby Scott", "Bobby Scott and Bob Russell", "Who wrote the song?", **fields).counts_right
    assert not ask("Bobby Scott", "Bobby Scott and Bob Dylan", "Who wrote the song?", **fields).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("Nicholas Breakspear, who was Pope Adrian IV", "Nicholas Breakspear", "Who was the only English pope?"),
        ("echidna (spiny anteater)", "echidna", "Which animal lays eggs?"),
        ("International Whaling Commission or IWC", "IWC", "Which organization controls whaling?"),
        ("Mumbai, also known as Bombay", "Bombay", "Which city is it?"),
        ("Ottawa, the capital of Canada", "Ottawa", "Where was it signed?"),
        ("5.97 m (19 ft 7 in)", "5.97m", "How high did he jump?"),
        ("Mercury (planet)", "Mercury", "Which Mercury is meant?"),
    ],
)
def test_a_remark_in_the_answer_is_part_of_it_until_the_author_moves_it(answer: str, given: str, stem: str) -> None:
    assert not ask(answer, given, stem).counts_right
    form = answer_form(answer, stem)
    assert form is not None  # check warns, and fix --answers writes this:
    accepted = form.others if form.kind == "alternatives" else ()
    assert ask(form.answer, given, stem, accept=list(accepted)).counts_right


@pytest.mark.parametrize(
    ("answer", "stem"),
    [
        ("trick or treat", "What is it?"),
        ("Heads or tails?", "What is it?"),
        ("input/output", "What is it?"),
        ("Bosnia and Herzegovina", "What is it?"),
        ("not cold or not wet", "What is it?"),
        ("Kb = [OH-][HCOOH]/[HCOO-]", "What is the constant?"),
        ("pressure = force / area", "What is pressure?"),
        ("opposite/adjacent", "What is the tangent?"),
        ("profit / revenue", "How is the margin calculated?"),
    ],
)
def test_a_fixed_expression_or_a_division_is_one_answer(answer: str, stem: str) -> None:
    assert answer_form(answer, stem) is None


def test_rules_compose() -> None:
    assert ask("Isaac Newton", "Sir Isac Newton", "Who discovered gravity?").outcome is Outcome.CLOSE
    assert ask("Red Square", "Red Square, Moscow", type="place").counts_right
    assert ask("Kansas", "Kansas, USA", type="place").counts_right
    assert not ask("Paris", "Paris, Texas", type="place").counts_right


@pytest.mark.parametrize("name", ["Sachin Tendulkar", "Isaac Newton", "Nguyen Phu Trong", "Chimamanda Ngozi Adichie"])
def test_a_surname_alone_is_enough_wherever_the_name_comes_from(name: str) -> None:
    verdict = ask(name, name.rsplit(maxsplit=1)[-1], "Who was it?")
    assert verdict.outcome is Outcome.CORRECT
    assert verdict.difference == "short form of the name"


@pytest.mark.parametrize(
    ("answer", "given", "stem", "difference"),
    [
        ("Louis Armstrong", "Armstrong, Louis", "Who sang it?", "word order"),
        ("Castile and Aragon", "Castile, Aragon", "Which crowns were united?", None),
        ("Castile and Aragon", "Aragon and Castile", "Which crowns were united?", "order of the parts"),
        ("FIFO", "first in, first out", "In which order does a queue work?", "another name"),
        ("Treaty of Paris", "Treaty of Paris, 1783", "Which treaty of 1783 ended the war?", "date added"),
        ("France left NATO", "France had left NATO", "What did France do?", "longer form"),
        ("Treaty of Versailles", "Treaty of Versaille", "Which treaty of 1919 was it?", "typo"),
        ("copper(I) oxide", "coper(I) oxide", "Name Cu2O.", "typo"),
    ],
)
def test_the_difference_says_what_was_forgiven(answer: str, given: str, stem: str, difference: str | None) -> None:
    verdict = ask(answer, given, stem)
    assert (verdict.counts_right, verdict.difference) == (True, difference)


def test_a_response_of_any_length_is_answered() -> None:
    verdict = ask("5", "a," * 50_000)
    assert verdict.outcome is Outcome.WRONG
    assert "Too long" in (verdict.note or "")


def question(row: list[str]) -> Question:
    answers = (row[4], *filter(None, row[5].split(" | ")))
    if row[1] == "number":
        key = parse_quantity(answers[0])
        assert key is not None, row
        number = {"answer": key.number, "unit": key.unit_text or None, "accept": answers[1:]}
        return NumberQuestion.model_validate({"id": "q", "kind": "number", "stem": row[3], **number})
    course = {"answer_language": row[2]} if row[0].endswith(" course") else {}
    return ShortQuestion.model_validate(
        {"id": "q", "kind": "short", "stem": row[3], "answer": answers[0], "accept": answers[1:], **course}
    )


def disagreements(name: str) -> tuple[list[str], list[str]]:
    """Return the responses that are accepted although the judge refused them, and the other way around.

    An undecided response is neither accepted nor refused.
    """
    lines = Path(__file__).with_name(name).read_text("utf-8").split("\n")[1:]
    rows = [line.split("\t") for line in lines if line]
    graded = [(row, grade(question(row), row[6])) for row in rows]
    refused = {Outcome.WRONG, Outcome.PARTLY}
    wrong_accepts = [f"{row[4]} <- {row[6]}" for row, said in graded if said.counts_right and row[7] == "wrong"]
    wrong_rejects = [f"{row[4]} <- {row[6]}" for row, said in graded if said.outcome in refused and row[7] == "right"]
    return wrong_accepts, wrong_rejects


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "accepts", "rejects"),
    [
        ("school_pairs.tsv", 0, 4),
        ("lesson_pairs.tsv", 0, 7),
        ("unseen_pairs.tsv", 1, 12),
        ("teacher_pairs.tsv", 0, 114),
        ("attacks.tsv", 0, 0),
        ("new_school.tsv", 0, 8),
        ("new_trivia.tsv", 0, 10),
        ("new_attacks.tsv", 0, 0),
        ("fresh_school.tsv", 0, 4),
        ("fresh_trivia.tsv", 0, 8),
        ("classroom_pairs.tsv", 0, 20),
    ],
)
def test_pairs_are_graded_as_a_teacher_graded_them(name: str, accepts: int, rejects: int) -> None:
    wrong_accepts, wrong_rejects = disagreements(name)
    assert len(wrong_accepts) <= accepts, wrong_accepts
    assert len(wrong_rejects) <= rejects, wrong_rejects


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("2**n", "2 ** n", "Write two to the power of n as a Python expression.", True),
        ("2**n", "2^n", "Write two to the power of n as a Python expression.", False),
        ("n -= 1", "n =- 1", "Which Python statement makes n one smaller?", False),
        ("DELETE FROM t;", "delete from t", "Which SQL statement empties the table t?", True),
        ("SELECT a FROM *;", "SELECT * FROM a;", "Which SQL statement is wrong?", False),
        ("False", "false", "What does Python print for print(1 > 2)?", False),
        ("False", "It prints False", "What does Python print for print(1 > 2)?", True),
        ("False True", "false true", "What does Python print for print(1 > 2, 'a' in 'ab')?", False),
        ("False True", "False True", "What does Python print for print(1 > 2, 'a' in 'ab')?", True),
        ("stack", "Stack", "Which structure holds the calls of a Python program?", True),
        ("red, green and blue", "1. red 2. green 3. blue", "Name the primary colours of light.", True),
        ("red, green and blue", "1) blue; 2) green; 3) red", "Name the primary colours of light.", True),
        ("nitrogen and oxygen", "1. oxygen 2. nitrogen", "Which gases make up most of the air?", True),
        (
            "mass is matter; weight is a force",
            "weight is matter; mass is a force",
            "How do mass and weight differ?",
            False,
        ),
        (
            "mass is matter; weight is a force",
            "weight is a force; mass is matter",
            "How do mass and weight differ?",
            True,
        ),
        ("red, green and blue", "1. red 2. green", "Name the primary colours of light.", False),
        ("melting, boiling, freezing", "1. boiling 2. melting 3. freezing", "Name the steps in order.", False),
        ("<li>", "li", "Which HTML tag makes an item of a list?", True),
        ("li", "<li>", "Which HTML tag makes an item of a list?", True),
        ("</li>", "li", "Which HTML tag ends an item of a list?", False),
        ("110", "0b110", "Write six in binary.", True),
        ("110", "110₂", "Write six in binary.", True),
        ("1F", "0x1f", "Write 31 in hexadecimal.", True),
        ("1F", "0x1E", "Write 31 in hexadecimal.", False),
        ("len()", "len", "Which Python function counts the items?", True),
        ("'abab'", "abab", "What does Python evaluate 'ab' * 2 to?", True),
        ("'5'", "5", "What does Python's repr of the string 5 show?", False),
        ('print("Hi")', "print('Hi')", "Write Hi in Python.", True),
        ('print("Hi")', "print(Hi)", "Write Hi in Python.", False),
        ("cd ..", "cd .", "Which command goes up a folder?", False),
        ("git commit -m", "git commit -a", "Which command takes a message?", False),
        ("ls -l", "`ls -l`", "Which command lists details?", True),
        ("while True:", "while True", "Write an endless loop in Python.", False),
    ],
)
def test_code_is_compared_as_its_language_reads_it(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "right"),
    [
        ("2:1", "2 to 1", True),
        ("2:1", "1:2", False),
        ("1:25,000", "1 : 25 000", True),
        ("1:25,000", "1:2,500", False),
        ("(4, -1)", "(4; -1)", True),
        ("(4, -1)", "(-1; 4)", False),
        ("1s2 2s2 2p4", "1s² 2s² 2p⁴", True),
        ("1s2 2s2 2p4", "1s² 2s² 2p⁵", False),
        ("s = ½at²", "s = 0.5 a t^2", True),
        ("s = ½at²", "s = at²/2", True),
        ("s = ½at²", "s = 0.5 a t", False),
        ("A ⊂ B", "B ⊂ A", False),
        ("3!", "3", False),
        ("3!", "3 !", True),
    ],
)
def test_ratios_and_formulas_in_other_notations(answer: str, given: str, right: bool) -> None:
    assert ask(answer, given).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("sulfur dioxide", "SO2", "Which gas forms when sulfur burns?", True),
        ("sulfur dioxide", "SO3", "Which gas forms when sulfur burns?", False),
        ("ammonia", "NH3", "What is NH3 called?", False),
        ("NH3", "ammonia", "What is the formula of ammonia?", False),
        ("copper(II) oxide", "CuO", "Which black powder is left?", True),
        ("copper(II) oxide", "Cu2O", "Which black powder is left?", False),
        ("erythrocyte", "red blood cell", "What is the scientific name of a red blood cell?", False),
        ("erythrocyte", "red blood cells", "Which cells carry oxygen?", True),
        ("N2 + 3H2 -> 2NH3", "3H2(g) + N2(g) ⇌ 2NH3(g)", "Balance the synthesis of ammonia.", True),
        ("N2 + 3H2 -> 2NH3", "2NH3 → N2 + 3H2", "Balance the synthesis of ammonia.", False),
        ("CO3^2-", "CO₃²⁻", "Write the formula of the carbonate ion.", True),
        ("CO3^2-", "CO3-", "Write the formula of the carbonate ion.", False),
        ("[2, ∞)", "[2; +∞[", "Write x ≥ 2 as an interval.", True),
        ("[2, ∞)", "(2, ∞)", "Write x ≥ 2 as an interval.", False),
        ("(4, -1)", "P(4|-1)", "Give the coordinates of P.", True),
        ("(4, -1)", "x = 4, y = -1", "Give the coordinates of P.", True),
        ("(-1.5, 2)", "(-3/2, 2.0)", "Find the midpoint of AB.", True),
        ("(-1.5, 2)", "x = -1½, y = 2", "Find the midpoint of AB.", True),
        ("(-1.5, 2)", "(2, -3/2)", "Find the midpoint of AB.", False),
        ("(-1.5, 2)", "(-1½, 4/2)", "Find the midpoint of AB.", False),
        ("x = 5/2, y = 1", "y = 1, x = 2.5", "Solve 2x + y = 6 and 2x - y = 4.", True),
        ("x = 4 or x = 2.5", "x = 2½ ∨ x = 4", "Solve 2x² - 13x + 20 = 0.", True),
        ("x = 4 or x = 2.5", "x = 2½ ∧ x = 5", "Solve 2x² - 13x + 20 = 0.", False),
        ("1s2 2s2 2p1", "[He] 2s2 2p1", "Write the full electron configuration of boron.", False),
        ("1s2 2s2 2p1", "[He] 2s2 2p1", "Write the electron configuration of boron.", True),
        ("(4, -1)", "[4, -1]", "What does the Python expression (4, -1) print?", False),
        ("{a, b}", "b, a", "Name the elements of the set.", True),
        ("{a, b}", "{a}", "Name the elements of the set.", False),
        ("O(n^2)", "quadratic time", "How does bubble sort grow?", True),
        ("O(n^2)", "linear", "How does bubble sort grow?", False),
        ("2πr", "2 times pi times r", "What is the circumference?", True),
        ("2πr", "πr²", "What is the circumference?", False),
        (";", "a semicolon", "What ends a statement in C?", True),
        (";", "colon", "What ends a statement in C?", False),
        ("16", "4^2 = 16", "What is 4^2?", True),
        ("3", "2x = 3", "Solve 2x + 4 = 10.", False),
        ("a % b", "a%b", "Write the remainder in Python.", True),
        ("1/6", "1 in 6", "What is the probability of a three?", True),
        ("F sharp", "F#", "Which note is it?", True),
        ("F sharp", "sharp", "Which note is a semitone above F?", False),
        ("A major", "major", "Which key is it?", False),
        ("O-O-O", "0-0-0", "How is queenside castling written?", True),
        ("O-O-O", "O-O", "How is queenside castling written?", False),
        ("40° N", "40 degrees north", "What is the latitude?", True),
        ("40° N", "40° S", "What is the latitude?", False),
        ("x > 3", "(3, ∞)", "Solve the inequality 2x > 6.", True),
        ("x > 3", "[3, ∞)", "Solve the inequality 2x > 6.", False),
        ("[3, ∞)", "x ≥ 3", "Write the solution in interval notation.", False),
        ("6", "12/2", "Solve 2x = 12.", False),
        ("March", "Mar.", "Which month is it?", True),
        ("Mars", "Mar", "Which planet is it?", False),
        ("water and oxygen", "O2 and H2O", "What are the products?", True),
        ("water and oxygen", "O2 and H2O2", "What are the products?", False),
        ("NATO", "North American Treaty Organization", "Which alliance is it?", False),
        ("condensation", "condensing", "What is the process called?", True),
        ("1912", "It sank in 1912", "In which year did the ship sink?", True),
        ("4:45 pm", "quarter to five in the afternoon", "What time is it?", True),
        ("4:45 pm", "quarter past five in the afternoon", "What time is it?", False),
        ("8", "8 bits", "How many bits are in a byte?", True),
        ("60", "1 minute", "How many seconds are in a minute?", False),
        ("bread", "bred", "Is a roll bread or cake?", False),
        ("yen", "¥", "What is the currency of Japan?", True),
        ("Texas", "TX", "Which state is it?", True),
        ("World Wide Web", "WWW", "What does WWW stand for?", False),
        ("4", "4 measures", "How many beats does a measure have?", False),
        ("4", "4 beats per measure", "How many beats does a measure have?", True),
        ("120", "2 hours", "How many minutes does it take?", True),
    ],
)
def test_documented_equivalences(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


def test_a_formula_set_to_exact_keeps_the_order_of_its_terms() -> None:
    assert ask("F = ma", "ma = F").counts_right
    assert not ask("F = ma", "ma = F", grading="exact").counts_right
    assert ask("F = ma", "F=ma", grading="exact").counts_right
    assert ask("F = ma", "ma = F", grading={"preset": "exact", "word_order": "lenient"}).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("молоко", "молоко́", "Russian for 'milk'", True),
        ("йод", "иод", "Russian for 'iodine'", False),
        ("こんばんは", "こん ばんは", "Write 'good evening' in hiragana.", True),
        ("Ella es alta.", "El es alta", "Translate into Spanish: She is tall.", False),
    ],
)
def test_marks_and_spaces_that_a_language_does_not_write(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("Mohamed Salah", "Muhammad Salah", "Who scored the goal?", True),
        ("Stefan Zweig", "Stephen Zweig", "Who wrote the novella?", True),
        ("Sergei Rachmaninoff", "Sergei Rachmaninow", "Who composed it?", True),
        ("Robert Johnson", "Roberta Johnson", "Who was it?", False),
        ("Martin Short", "Martina Short", "Who was it?", False),
        ("Isaac Newton", "Newtown", "Who was it?", False),
        ("Isaac Newton", "Isac Newton", "Who was it?", True),
        ("Joan Baez", "John Baez", "Who was it?", False),
        ("Joan Baez", "Joanne Baez", "Who was it?", False),
        ("Eric Clapton", "Erik Clapton", "Who was it?", True),
        ("Dr. Watson", "Watson", "Who narrates?", True),
        ("James I", "Jim I", "Which king was it?", False),
        ("Joseph Stalin", "Josef Stalin", "Who led the Soviet Union?", True),
        ("Mikhail Gorbachev", "Michail Gorbatschow", "Who led the Soviet Union?", True),
        ("Liverpool FC", "Liverpool", "Which club plays at Anfield?", True),
        ("Manchester United FC", "Manchester City FC", "Which club is it?", False),
        ("Orville and Wilbur", "Wilbur and Orvile", "What were the brothers' names?", True),
        ("Orville and Wilbur", "Wilbur and Wilbur", "What were the brothers' names?", False),
        ("Harry Potter and the Goblet of Fire", "The Goblet of Fire", "Which Harry Potter book is it?", True),
        ("Romeo and Juliet", "Juliet", "In which play does Romeo die?", False),
        ("Burj Khalifa", "Burj Khalifa, Dubai", "What is the tallest building?", True),
        ("Leonardo DiCaprio", "Di Caprio", "Who played the part?", True),
        ("Magna Carta", "Carta", "Which document did King John seal?", False),
        ("Moby-Dick", "Moby Dick by Herman Melville", "Which novel is it?", True),
        ("Paris", "Paris, Texas", "Where is the Louvre?", False),
        ("Albany", "Albany, NY", "What is the capital of New York?", True),
        ("Albany", "Albany, Georgia", "What is the capital of New York?", False),
        ("Friday", "Fryday or Monday", "Which day comes before Saturday and Monday?", False),
        ("Titanic", "RMS Titanic", "Which ship sank in 1912?", True),
        ("Robert Moog", "Bob Moog", "Who built the synthesizer?", True),
        ("Edward Heath", "Theodore Heath", "Who was it?", False),
        ("John Adams", "John Quincy Adams", "Who was the second president?", False),
        ("John Adams", "John Q. Adams", "Who was the second president?", True),
        ("Eric Arthur Blair", "Eric Blair", "What was the real name of George Orwell?", True),
        ("King John", "King John of England", "Which English king sealed Magna Carta?", True),
        ("King John", "King John of France", "Which English king sealed Magna Carta?", False),
        ("Gremlins", "Gremlin", "Which film is it?", False),
        ("gremlins", "gremlin", "Which creatures are they?", True),
        ("1/6", "0.1667", "What is the probability?", True),
        ("1/6", "0.166", "What is the probability?", False),
        ("1066", "AD 1066", "In which year was the battle?", True),
        ("AD 476", "476", "When was the last emperor of Rome deposed?", True),
        ("AD 476", "476 BC", "When was the last emperor of Rome deposed?", False),
        ("AD 476", "467", "When was the last emperor of Rome deposed?", False),
        ("44 BC", "44", "When was Caesar murdered?", False),
        ("44 BC", "AD 44", "In which year was he murdered?", False),
        ("MHz", "mHz", "What is the symbol of the megahertz?", False),
    ],
)
def test_names_titles_and_values_in_other_forms(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        (
            "Timor-Leste",
            "Timor",
            "Which country with a hyphen in its name, Leste for east, has Dili as its capital?",
            False,
        ),
        ("Stratford-upon-Avon", "Stratford", "In which town on the Avon was Shakespeare born?", False),
        ("John Quincy Ward", "John Ward", "Who was the third governor?", False),
        ("John Quincy Ward", "Ward", "Who was the third governor?", True),
        ("John Quincy Ward", "John Ward", "Who painted it?", True),
        ("John Q. Ward", "John Ward", "Who was the third governor?", True),
        ("John Ward", "John Quincy Ward", "Who painted it?", False),
        ("Wolfgang Mozart", "Wolfgang Amadeus Mozart", "Who composed it?", True),
        ("Wolfgang Mozart", "Mozart Wolfgang Haydn", "Who composed it?", False),
        ("Wolfgang Mozart", "Wolfgang or Mozart", "Who composed it?", False),
        ("D flat major", "D major", "Which major key has five flats?", False),
        ("D flat major", "D flat", "Which major key has five flats?", True),
        ("C sharp minor", "C#m", "In which key is it?", True),
        ("C minor", "C", "In which key is it?", False),
        ("C major", "Cm", "In which key is it?", False),
        ("8 m/s north", "8 m/s", "A cyclist rides 80 m north in 10 s. What is the velocity?", False),
        ("8 m/s north", "8 m/s south", "What is the velocity?", False),
        ("8 m/s north", "8 m/s to the north", "What is the velocity?", True),
        ("8 m/s north", "8 m/s northwards", "What is the velocity?", True),
        ("2 rad/s clockwise", "2 rad/s anticlockwise", "What is the angular velocity?", False),
        ("2 rad/s counterclockwise", "2 rad/s anti-clockwise", "What is the angular velocity?", True),
        ("4 left", "4", "How many are left?", True),
        ("Antonine", "Antonine's Wall", "Which emperor built the wall?", False),
        ("Halley", "Halley's comet", "Which comet is it?", True),
        ("Lima", "Lima's airport", "In which city is the airport?", False),
        ("nucleus", "part of the nucleus", "Which part of the cell is it?", False),
        ("at", "in", "Which preposition is it?", False),
        ("S 20° W", "S 20° E", "What is the bearing?", False),
        ("S 20° W", "S 20 degrees W", "What is the bearing?", True),
        ("Boston College", "College of Boston", "Which college is it?", False),
        ("Great Coral Sea Fair", "Great Sea Fair", "Which fair was held at the Coral Sea?", False),
        ("Hudson's Bay Company", "Hudson's Company", "Which company traded furs on the bay?", False),
        ("4000", "4000 frames", "A film has 80 frames of 50 bytes each. What is its size in bytes?", False),
        ("4000", "4000 bytes in size", "A film has 80 frames of 50 bytes each. What is its size in bytes?", True),
        ("list.sort()", "list.sort().", "Which call sorts the Python list in place?", False),
        ("list.sort()", "`list.sort()`.", "Which call sorts the Python list in place?", True),
        ("2 and 5", "x = 2 ∨ x = 5", "What are the roots of x² - 7x + 10?", True),
        ("2 and 5", "x = 2 ∨ x = 3", "What are the roots of x² - 7x + 10?", False),
        ("Chicago", "Chikago", "In which city did it burn?", True),
        ("Lyon", "lion", "In which city did it burn?", False),
    ],
)
def test_a_word_that_tells_things_apart_may_not_be_left_out(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "right"),
    [
        ("J/m", "J m", False),
        ("J/m", "J m⁻¹", True),
        ("W/m²", "W m^-2", True),
        ("W/m²", "watts per square meter", True),
        ("W/m²", "W/m", False),
        ("m/s²", "m/s2", True),
        ("g/L", "g/l", True),
        ("lumen", "candela", False),
    ],
)
def test_units_in_other_notations_are_the_same_and_other_units_are_not(answer: str, given: str, right: bool) -> None:
    assert ask(answer, given, "What is its unit?").counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("oxygen (O2)", "oxygen", "Which gas is it?", True),
        ("oxygen (O2)", "O₂", "Which gas is it?", True),
        ("oxygen (O2)", "O3", "Which gas is it?", False),
        ("oxygen (O3)", "oxygen", "Which gas is it?", False),
        ("pascal (Pa)", "Pa", "What is the SI unit of pressure?", True),
        ("ovum (plural: ova)", "ova", "What is an egg cell called?", True),
        ("вода (voda)", "voda", "How do you say 'water' in Russian?", True),
        ("вода (water)", "water", "How do you say 'water' in Russian?", False),
        ("水 (みず)", "みず", "How do you say 'water' in Japanese?", True),
        ("さようなら (sayōnara)", "sayounara", "How do you say 'goodbye' in Japanese?", True),
        ("さようなら (sayōnara)", "sayanara", "How do you say 'goodbye' in Japanese?", False),
        ("спасибо (spasibo)", "spasiba", "How do you say 'thank you' in Russian?", False),
        ("пожалуйста (pozhaluysta)", "pozhalujsta", "How do you say 'please' in Russian?", True),
        ("молоко (moloko)", "moloko", "How do you say 'milk' in Russian?", True),
        ("молоко (noun)", "noun", "How do you say 'milk' in Russian?", False),
        ("Москва (city)", "city", "What is it?", False),
        ("東京 (Tōkyō)", "Tokyo", "How do you write the capital in Japanese?", True),
        ("東京 (Tōkyō)", "Toukyou", "How do you write the capital in Japanese?", True),
        ("東京 (city)", "city", "How do you write the capital in Japanese?", False),
        ("水 (noun)", "noun", "How do you say 'water' in Japanese?", False),
        ("水 (mizu)", "mizu", "What is 'water' in Japanese, in kanji or rōmaji?", True),
        ("Moscow (Москва)", "Москва", "Which city is it?", True),
        ("π (pi)", "pi", "Which letter is it?", True),
        ("Mercury (planet)", "planet", "Which is it?", False),
        ("Georgia (country)", "Georgia", "Which is it?", False),
    ],
)
def test_a_name_in_parentheses_that_repeats_the_answer_is_accepted(
    answer: str, given: str, stem: str, right: bool
) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("It grows.", "it increases", "What happens to the supply?", True),
        ("It grows.", "it went up", "What happened to the supply?", True),
        ("becomes smaller", "it shrinks", "How does the volume change?", True),
        ("It grows.", "it drops", "What happens to the supply?", False),
        ("It grows.", "it grows and then shrinks", "What happens to the supply?", False),
        ("It grows.", "it does not grow", "What happens to the supply?", False),
        ("fall", "decline", "Which season is it?", False),
        ("condensation", "it condenses", "Which process is it?", True),
        ("respiration", "respirator", "Which process is it?", False),
        ("12", "6 pairs", "How many ribs does it have on both sides?", True),
        ("12", "12 pairs", "How many ribs does it have?", False),
        ("12", "24", "How many pairs of ribs are there?", False),
        ("13", "13 units", "How long is the hypotenuse?", True),
        ("4,808 m", "4808 m above sea level", "How high is Mont Blanc?", True),
        ("4,808 m", "4808 m below sea level", "How high is Mont Blanc?", False),
        ("+3", "Fe is +3", "What is the oxidation state of iron in Fe2O3?", True),
        ("+3", "Al is +3", "What is the oxidation state of iron in Fe2O3?", False),
        ("x³ + C", "x^3 + c", "Find the integral of 3x² dx.", True),
        ("x³ + C", "x^3 + x", "Find the integral of 3x² dx.", False),
        ("e^(3x)", "exp(3x)", "Simplify it.", True),
    ],
)
def test_changes_counts_and_heights_in_other_words(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("Tower Bridge", "tower bridge in london", "Which bridge is it?", True),
        ("The Prado", "the Prado museum in Madrid", "In which museum does Las Meninas hang?", True),
        ("Kansas City, Missouri", "Kansas City, Kansas", "In which city is it?", False),
        ("Madrid", "Madrid Portugal", "In which city in Spain is the Prado?", False),
        ("Peru", "Peru (Cusco)", "In which country is it?", True),
        ("Peru", "Peru (Bolivia)", "In which country is it?", False),
        ("Peru", "Cusco, Peru", "In which country is it?", True),
        ("Mali", "Guinea, Mali", "In which country is it?", False),
        ("Spain", "España", "Which country is it?", True),
        ("Lisbon", "Lisboa", "Which capital is it?", True),
        ("Uffizi Gallery", "the Uffizi gallery, florence", "In which museum is it?", True),
        ("Myanmar", "Burma", "What is Burma called today?", False),
        ("New York Giants", "the Giants", "Which NFL team is it?", True),
        ("New York Giants", "the Jets", "Which NFL team is it?", False),
        ("New York Giants", "Giants", "What is it?", False),
    ],
)
def test_places_with_what_they_are_in(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "outcome"),
    [
        ("Barcelona", "Barccelona", Outcome.CLOSE),
        ("Philippines", "Phillipines", Outcome.CLOSE),
        ("The Tale of Peter Rabbit", "The Tale of Peter Rabit", Outcome.CLOSE),
        ("Great Sandy Desert", "Great Sandy Dessert", Outcome.CLOSE),
        ("desert", "dessert", Outcome.WRONG),
        ("Mount Aconcagua", "Aconcagva", Outcome.CLOSE),
        ("River Tamar", "Tamer", Outcome.WRONG),
    ],
)
def test_doubled_letters_and_names_without_their_kind(answer: str, given: str, outcome: Outcome) -> None:
    assert ask(answer, given).outcome is outcome


LINE = "Write the equation of the line through (0, 4) with slope 3."
CELL = "Write the half-equation at the cathode."
APPEND = "Write the Python statement that sorts the list names."
LEADERS = "Name the three leaders who met at Potsdam."


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("propanoic acid", "butanoic acid", "What is it?", False),
        ("butanoic acid", "propanoic acid", "What is it?", False),
        ("pentanoic acid", "pentenoic acid", "What is it?", False),
        ("methylbenzene", "ethylbenzene", "What is it?", False),
        ("hexahydrate", "heptahydrate", "What is it?", False),
        ("propanoic acid", "propanoic accid", "What is it?", True),
        ("methanoic acid", "methanoic acid (formic acid)", "What is it?", True),
        ("methanoic acid", "methanoic acid (acetic acid)", "What is it?", False),
        ("2/3", "4/6", "Give 0.666… as a fraction in its simplest form.", False),
        ("2/3", "4/6", "What is 1/3 + 1/3?", True),
        ("2/3", "4/6 = 2/3", "Give 8/12 in its lowest terms.", True),
        ("2:3", "4:6", "Simplify the ratio 8:12.", False),
        ("names.sort()", "names = names.sort()", APPEND, False),
        ("names.sort()", "names.sort();", APPEND, True),
        ("sin(x)", "y = sin(x)", "What is the derivative of -cos(x)?", True),
        ("Zn^2+ + 2 e^- -> Zn", "2e- + Zn2+ -> Zn", CELL, True),
        ("Zn^2+ + 2 e^- -> Zn", "Zn²⁺(aq) + 2e⁻ → Zn(s)", CELL, True),
        ("Zn^2+ + 2 e^- -> Zn", "Zn2+ + e- -> Zn", CELL, False),
        ("Zn^2+ + 2 e^- -> Zn", "Zn -> Zn2+ + 2e-", CELL, False),
        ("MgSO4·7H2O", "MgSO4.7H2O", "What is the formula of Epsom salt?", True),
        ("MgSO4·7H2O", "MgSO4.5H2O", "What is the formula of Epsom salt?", False),
        ("y = 3x + 4", "y - 3x = 4", LINE, True),
        ("y = 3x + 4", "6x - 2y + 8 = 0", LINE, True),
        ("y = 3x + 4", "y - 4 = 3x", LINE, True),
        ("y = 3x + 4", "y + 3x = 4", LINE, False),
        ("y = 3x + 4", "y - 3x = 4", f"{LINE} Use slope-intercept form.", False),
        ("x = 3", "2x = 6", "Solve for x: 2x - 1 = 5. On which line is it?", False),
        ("5√3", "5 root 3", "Simplify √75.", True),
        ("5√3", "5 cube root 3", "Simplify √75.", False),
        ("KeyError", "KeyError: 'a'", "Which exception does Python raise?", True),
        ("KeyError", "KeyError: IndexError", "Which exception does Python raise?", False),
        ("KeyError", "IndexError: 'a'", "Which exception does Python raise?", False),
        ("Truman, Attlee and Stalin", "Harry S. Truman, Joseph Stalin and Clement Attlee", LEADERS, True),
        ("Truman, Attlee and Stalin", "Harry Truman, Joseph Stalin and Winston Churchill", LEADERS, False),
    ],
)
def test_notations_and_compounds_as_teachers_grade_them(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("given", "stem", "right"),
    [
        ("20 July 1969", "In what year did Apollo 11 land?", True),
        ("July 1969", "In which year did Apollo 11 land?", True),
        ("20 July 1968", "In what year did Apollo 11 land?", False),
        ("20 July 1969", "What is 1970 - 1?", False),
    ],
)
def test_a_date_in_the_year_that_is_asked_for(given: str, stem: str, right: bool) -> None:
    question = NumberQuestion.model_validate({"id": "q", "kind": "number", "stem": stem, "answer": 1969})
    assert grade(question, given).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("C = 2πr", "C = 2*pi*r", "State the formula for the circumference.", True),
        ("f = 1/(2π)√(k/m)", "f = 1/(2*pi)*sqrt(k/m)", "State the formula for the frequency.", True),
        ("v = 2π√(a/b)", "v = 2*pi*sqrt(b/a)", "State the formula.", False),
        ("ΔE = mc²", "delta E = m c^2", "State the formula.", True),
        ("ΔE = mc²", "E = mc²", "State the formula.", False),
        ("4", "log3(81) = 4", "Evaluate log₃ 81.", True),
        ("4", "log3(27) = 4", "Evaluate log₃ 81.", False),
        ("25 mol⁻¹", "25 per mol", "What is the value?", True),
        ("25 mol⁻¹", "25 mol", "What is the value?", False),
        ("50 s⁻¹", "50 per second", "What is the rate?", True),
    ],
)
def test_formulas_may_be_typed_on_a_plain_keyboard(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "stem", "right", "wrong"),
    [
        ("2/17", "What fraction of the tickets wins?", ["4/34", "²⁄₁₇", "2 / 17"], ["17/2", "17 February", "2.17"]),
        ("11/24", "Add 1/8 and 1/3.", ["22/48"], ["24/11", "24 November", "November 24"]),
        ("3.15", "How long is the rope, in meters?", ["3.150"], ["15 March", "15.3"]),
        ("17/2", "On which date is the fair?", ["17 February"], ["2/18"]),
        ("ln|t| + C", "Integrate 1/t.", ["C + ln|t|", "ln(|t|) + C", "ln abs(t) + C"], ["ln(t) + C", "|ln t| + C"]),
        ("|x| + 2", "Simplify it.", ["2 + |x|", "abs(x) + 2"], ["x + 2", "|x + 2|"]),
        ("5t^2 + 1", "Differentiate it.", ["1 + 5(t^2)"], ["(5t)^2 + 1"]),
        ("git merge -m done", "Which git command merges it with the message done?", ["git merge -m 'done'"], ["git merge"]),
        ("500", "Which status code means that the server failed?", ["500 error", "error 500"], ["501 error", "500 m"]),
        ("Britain and France", "Which two countries built Concorde?", ["France and Great Britain"], ["Britain and Spain"]),
        ("5a", "Simplify 2a + 3a.", ["5 a", "5 · a", "a*5"], ["5y", "5 years", "5 + a"]),
        ("6xy", "Simplify 2x × 3y.", ["6 x y", "6yx", "6·x·y"], ["6x + y", "6x/y", "5xy"]),
        ("6", "What is the oxidation number of sulfur in SO3?", ["VI", "+VI", "6+", "+6"], ["-6", "IV", "6-"]),
        ("Francis I", "Which king of France fought Charles V of Spain?", ["Francis I of France"], ["Francis I of Spain"]),
        ("5y", "Simplify 2y + 3y.", ["5 y"], ["5a", "5 years", "5yr"]),
        ("b/a^3", "Simplify a^2b/a^5.", ["ba^-3", "b*a^(-3)"], ["b/a^2", "a^3/b", "a^2b/a^5"]),
        ("1/(2sqrt(x))", "Differentiate √x and simplify.", ["1/2 x^(-1/2)", "1/(2√x)"], ["1/2 x^(1/2)", "1/sqrt(2x)"]),
        ("1/x^2", "Simplify x^3/x^5, with a positive index.", ["1/x²"], ["x^-2"]),
        (
            "Philip II",
            "Name the ruler who sent the Spanish fleet against England.",
            ["Philip II of Spain", "King Philip II of Spain"],
            ["Philip II of England", "Philip II of France", "Philip III of Spain"],
        ),
        ("Henry V", "Who defeated the French at Agincourt?", ["Henry V of England"], ["Henry V of France"]),
        ("Elizabeth I", "Which queen of England reigned from 1558?", ["Elizabeth I, Queen of England", "Elizabeth I of England"],
         ["Elizabeth I, Queen of Scots", "Elizabeth I, the queen of the Scots", "Elizabeth I of Scotland", "Elizabeth I, Queen of Spain"]),
        ("Elizabeth I", "Who defeated the Spanish Armada?", ["Elizabeth I of England", "Elizabeth I, Queen of England"], ["Elizabeth I of Spain"]),
        ("Christian IX", "Who ruled over Denmark in 1870?", ["Christian IX of Denmark", "Christian IX, King of the Danes"], ["Christian IX of Norway"]),
        ("James II", "Which Scottish king was killed in 1460?", ["James II, King of Scots"], ["James II, King of England"]),
        ("George III", "Which British king was it?", ["George III of Great Britain", "George III of England"], ["George III of Spain"]),
        ("Alexander Fleming", "Name the scientist who discovered it.", ["Fleming", "A. Fleming"], ["Ian Fleming"]),
        ("cow and pig fat", "What was it made of?", ["pig and cow fat"], ["pig fat", "cow or pig fat", "cow fat and pig"]),
        ("Khufu", "Name the pharaoh who built it.", ["the pharaoh Khufu"], ["the pharaoh Khafre"]),
    ],
)  # fmt: skip
def test_notations_of_a_second_group_of_teachers(answer: str, stem: str, right: list[str], wrong: list[str]) -> None:
    verdicts = {given: ask(answer, given, stem).counts_right for given in right + wrong}
    assert verdicts == dict.fromkeys(right, True) | dict.fromkeys(wrong, False)
