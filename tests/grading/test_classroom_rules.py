"""Forms in which learners write an answer of a lesson, each next to responses that look like it and are wrong."""

import pytest

from quizgen.grading.grader import grade
from quizgen.questions import ClozeQuestion, ShortQuestion


def disagreements(stem: str, answer: str, right: list[str], wrong: list[str], language: str | None = None) -> list[str]:
    question = ShortQuestion(id="q", stem=stem, answer=answer, answer_language=language)
    refused = [f"refused: {given}" for given in right if not grade(question, given).counts_right]
    return refused + [f"accepted: {given}" for given in wrong if grade(question, given).counts_right]


@pytest.mark.parametrize(
    ("language", "answer", "right", "wrong"),
    [
        ("es", "lápices", ["los lápices", "unos lápices"], ["el lápices", "un lápices", "las lápices"]),
        ("es", "años", ["los años"], ["el años", "un años", "las años"]),
        ("es", "flores", ["las flores", "unas flores"], ["la flores", "una flores", "los flores"]),
        ("es", "jueves", ["el jueves", "los jueves"], ["la jueves", "las jueves", "una jueves"]),
        ("es", "libro", ["el libro", "un libro"], ["los libro", "la libro", "unos libro"]),
        ("pt", "flores", ["as flores", "umas flores"], ["a flores", "uma flores", "os flores"]),
        ("pt", "homens", ["os homens"], ["o homens", "um homens", "as homens"]),
        ("it", "libri", ["i libri"], ["il libri", "un libri", "lo libri"]),
        ("it", "libro", ["il libro", "un libro"], ["i libro", "gli libro", "la libro"]),
        ("it", "case", ["le case"], ["i case", "gli case", "der case"]),
        ("fr", "livres", ["les livres", "des livres"], ["le livres", "un livres", "la livres"]),
        ("fr", "nations", ["les nations"], ["la nations", "une nations", "le nations"]),
        ("fr", "souris", ["la souris", "les souris", "une souris"], ["le souris", "un souris"]),
        ("fr", "chien", ["le chien", "un chien"], ["les chien", "des chien", "la chien"]),
        ("de", "Hunde", ["die Hunde"], ["der Hunde", "das Hunde", "ein Hunde"]),
        ("de", "Bücher", ["die Bücher"], ["das Bücher", "ein Bücher", "der Bücher"]),
        ("de", "Hund", ["der Hund", "ein Hund"], ["die Hund", "das Hund", "eine Hund"]),
        ("de", "Lehrer", ["der Lehrer", "die Lehrer"], ["das Lehrer", "eine Lehrer"]),
    ],
)
def test_an_article_that_is_added_fits_the_number_and_gender(
    language: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements("Write the word.", answer, right, wrong, language) == []


AGE = "How do you ask a friend how old he is, in Spanish?"


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            AGE,
            "¿Cuántos años tienes?",
            ["¿Cuántos años tienes tú?", "Cuántos años tienes tú"],
            ["¿Cuántos años tienes yo?", "¿Cuántos años tienes usted?", "¿Cuántos años tiene tú?", "¿Cuántos tú años?"],
        ),
        (
            "How do you ask where they live, in Spanish?",
            "¿Dónde viven?",
            ["¿Dónde viven?"],
            ["¿Dónde viven tú?", "¿Dónde viven nosotros?", "¿Dónde viven yo?"],
        ),
    ],
)
def test_a_pronoun_after_a_verb_whose_ending_tells_the_person_is_optional(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        (
            "6x - 5",
            ["f’(x)=6x-5", "f’(x) = 6x − 5", "y’ = 6x - 5", "f′(x)=6x-5"],
            ["f’(x)=6x+5", "f’(x)", "f’(x) = 5 - 6x"],
        ),
        ("f'(x) = 2x", ["f’(x) = 2x", "f’(x)=2x"], ["f’(x) = x", "f’(2x)", "f’(x) = 2"]),
        ("f''", ["f′′", 'f"', "f″"], ["f'", "f′", "g''"]),
    ],
)
def test_a_typographic_apostrophe_is_a_prime(answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements("Differentiate it.", answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "Find the indefinite integral of 2x.",
            "x^2 + C",
            [
                "x^2 + C, where C is a constant",
                "x² + C (C constant)",
                "x^2 + c, c is an arbitrary constant",
                "x^2 + k where k is any constant of integration",
            ],
            [
                "x^2, where C is a constant",
                "x^2 + C, where x is a constant",
                "x^3 + C, where C is a constant",
                "x^2 + C, where C is 0",
            ],
        ),
        (
            "Write the equation of a line.",
            "y = mx + C",
            ["y = mx + C"],
            ["y = mx, where C is a constant", "y = m + C, where C is a constant"],
        ),
    ],
)
def test_the_constant_of_an_integral_may_be_called_a_constant(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


QUERY = "Write an SQL query for all columns of the rows of table `users` in which `age` is greater than 18."


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "Translate into Spanish: on the first of May",
            "el primero de mayo",
            ["el 1º de mayo", "el 1.º de mayo", "el 1 de mayo"],
            ["el 2º de mayo", "el 1ª de mayo", "el 1º de marzo", "1º"],
        ),
        ("Write the date in Spanish in words: 1 May.", "el primero de mayo", [], ["el 1º de mayo"]),
        (
            QUERY,
            "`SELECT * FROM users WHERE age > 18;`",
            [
                "SELECT * FROM users WHERE age > 18",
                "select * from users where 18 < age;",
                "SELECT users.* FROM users WHERE users.age > 18;",
                "SELECT * FROM users WHERE 18 < users.age",
            ],
            [
                "SELECT * FROM users WHERE 18 > age;",
                "SELECT * FROM users WHERE age < 18",
                "SELECT * FROM users WHERE 18 <= age",
                "SELECT * FROM people WHERE age > 18;",
                "SELECT users FROM users WHERE age > 18;",
                "SELECT * FROM users",
                "SELECT * FROM users; WHERE age > 18",
            ],
        ),
        (
            "Write an SQL query.",
            "SELECT name FROM users WHERE age >= 18 AND city = 'Rome'",
            [
                "SELECT name FROM users WHERE 18 <= age AND city = 'Rome';",
                "SELECT users.name FROM users WHERE users.age >= 18 AND users.city = 'Rome';",
            ],
            [
                "SELECT name FROM users WHERE 18 >= age AND city = 'Rome';",
                "SELECT name FROM users WHERE 18 <= age OR city = 'Rome';",
                "SELECT name FROM users WHERE 18 <= city AND age = 'Rome';",
                "SELECT cities.name FROM users WHERE age >= 18 AND city = 'Rome'",
            ],
        ),
        (
            "Declare an integer x with the value 5 in C.",
            "int x = 5;",
            ["int x = 5", "int x=5;", "int x = 5 ;"],
            ["int x = 5,", "int x; = 5", "int x"],
        ),
        (
            "Which reagent finds double bonds?",
            "bromine water",
            ["aqueous bromine", "Br2(aq)", "a solution of bromine in water"],
            ["Br2(l)", "bromine", "chlorine water", "Cl2(aq)"],
        ),
        (
            "What does damp litmus paper do in ammonia?",
            "It turns blue",
            ["becomes blue", "it goes blue"],
            ["becomes red"],
        ),
        ("Which houses fought each other?", "Lancaster and York", ["York vs. Lancaster"], ["York vs. Tudor"]),
        ("The war lasted from ___ to 1865.", "1861", ["April 1861"], ["April 1862", "April"]),
        ("Which tax was it?", "the poll tax", ["pol tax"], ["pole tax", "pool tax"]),
        ("Wann endete der Zweite Weltkrieg in Europa?", "8. Mai 1945", ["am 8. Mai 1945"], ["am 9. Mai 1945"]),
        ("En quelle année a été prise la Bastille ?", "1789", ["le 14 juillet 1789"], ["le 14 juillet 1790"]),
        ("Increase x in Java.", "x += 1", ["x += 1;", "x+=1;"], ["x + 1;", "x =+ 1;", "x += 1; x += 1;"]),
        (
            "Which character ends a statement in C?",
            "`;`",
            [";", "semicolon"],
            [":", "}", ""],
        ),
        (
            "Write the head of an endless loop in C.",
            "for (;;)",
            ["for (;;)", "for(;;)"],
            ["for (;)", "for ()", "for (;;;)"],
        ),
        (
            "What colour change do you see?",
            "orange to green",
            ["orange → green", "orange -> green", "Orange turns green.", "it goes from orange to green"],
            ["green → orange", "green turns orange", "orange turns blue", "orange → green → blue"],
        ),
        (
            "Name the stages in order.",
            "egg, larva, pupa",
            ["egg → larva → pupa", "1st egg, 2nd larva, 3rd pupa"],
            ["larva → egg → pupa", "egg → pupa", "2nd egg, 1st larva, 3rd pupa"],
        ),
        (
            "Return x from the block in Rust, without a semicolon.",
            "`x + 1`",
            ["x + 1"],
            ["x + 1;", "x + 2", "return x + 2"],
        ),
    ],
)
def test_the_form_of_a_statement(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "What was Gorbachev's policy of openness called, in Russian?",
            "glasnost",
            ["the policy of glasnost", "glasnost policy", "glasnost (openness)", "Glasnost (policy of openness)"],
            [
                "the end of glasnost",
                "openness",
                "policy",
                "perestroika policy",
                "glasnost (restructuring)",
                "glasnost perestroika",
                "the policy of openness",
                "not the policy of glasnost",
            ],
        ),
        (
            "What is the Spanish verb for eating?",
            "comer",
            ["the verb comer"],
            ["comer verbo comió", "comida (eating)", "the Spanish comida"],
        ),
    ],
)
def test_a_word_of_another_language_may_have_words_of_the_stem_around_it(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            "Which peace settlement ended the Thirty Years' War?",
            "Peace of Westphalia",
            ["Treaty of Westphalia", "the Treaties of Westphalia", "the Peace Treaty of Westphalia"],
            ["War of Westphalia", "Treaty of Utrecht", "Kingdom of Westphalia", "the Duke of Westphalia"],
        ),
        (
            "Which treaty ended the war?",
            "Treaty of Utrecht",
            ["Peace of Utrecht"],
            ["War of Utrecht", "Peace of Augsburg", "Union of Utrecht"],
        ),
        (
            "Which powers signed the treaty?",
            "France and Russia",
            ["the French Empire and the Russian Empire", "Russian Empire, France"],
            ["the French Empire and the Austrian Empire", "the Empire and Russia"],
        ),
        ("Which empire did Moctezuma rule?", "the Aztec Empire", ["Aztek Empire"], ["Azted Empire", "Inca Empire"]),
        ("Which country attacked?", "Germany", ["Nazi Germany"], ["the German Empire"]),
        ("Which country attacked Pearl Harbor in 1941?", "Japan", ["Imperial Japan"], ["Imperial China", "Imperial"]),
        ("Which country left in 1995?", "Japan", [], ["Imperial Japan"]),
        ("Which country attacked in 1870?", "Germany", [], ["Nazi Germany"]),
        ("Which gas do plants release?", "oxygen", ["O2"], ["O"]),
        (
            "What colour does litmus turn?",
            "blue",
            ["it turns blue", "becomes blue"],
            ["it turns red", "turns blue or red"],
        ),
        (
            "What happens to the position of equilibrium?",
            "it shifts to the right",
            ["shifts right", "it moves to the right", "towards the right"],
            ["it shifts", "it moves to the left", "it does not shift to the right"],
        ),
        ("Is the reaction exothermic or endothermic?", "exothermic", ["exothermic reaction"], ["endothermic reaction"]),
        (
            "Is the reaction exothermic or endothermic?",
            "endothermic",
            ["endothermic reaction"],
            ["exothermic reaction"],
        ),
        ("What is the trend in the radius?", "it decreases", ["it gets smaller", "it falls"], ["it increases"]),
        ("Write log 2 + log 3 as a single logarithm.", "log 6", ["log(6)"], ["6", "log 5"]),
        ("Which loop in Python runs while a condition is true?", "while", ["the while loop"], ["for while", "for"]),
        (
            "Who defeated whom?",
            "William defeated Harold",
            ["Harold was defeated by William", "William beat Harold"],
            ["Harold defeated William", "William was defeated by Harold"],
        ),
        ("In which year did Caesar die? (BC)", "44", ["44 BC", "44 BCE"], ["44 AD", "44 CE"]),
        (
            "What is the English for hace frío? Write it in English.",
            "It is cold.",
            ["it's cold"],
            ["He is cold", "I am cold"],
        ),
        ("Which element is oxidised in Zn + Cu2+ -> Zn2+ + Cu?", "zinc", ["Zn"], ["Cu", "Zn2+"]),
        ("Which element has the symbol Zn?", "zinc", [], ["Zn"]),
        ("What is the hybridisation of carbon?", "sp3", ["sp^3", "sp³"], ["sp2", "s3p"]),
        ("Which country was attacked in 1812?", "Russia", ["the Russian Empire"], ["the Prussian Empire"]),
        ("Which message does a missing page show?", "Not Found", ["not found"], ["found"]),
        ("What ruined the harvest?", "potato blight", ["the blight of potatoes"], ["blight of tomatoes"]),
        (
            "What colour is the precipitate with copper(II) ions?",
            "blue",
            ["dirty blue", "blue ppt", "a blue precipitate"],
            ["dirty green", "green ppt", "not blue ppt"],
        ),
        (
            "Which country is Upper Volta's neighbour Dahomey today?",
            "Benin",
            ["It is now Benin", "present-day Benin", "Benin (West Africa)", "Benin, Africa"],
            ["now Togo", "Benin (Asia)", "Benin (East Africa)", "Benin (Togo)"],
        ),
        ("Give the systematic name of the ester.", "ethyl propanoate", ["ethyl propanoat"], ["ethyl propionate"]),
        ("In which city was it signed?", "Prague", ["Prague (Bohemia)"], ["Prague (Moravia)", "Vienna (Bohemia)"]),
        (
            "Write the expression for Kc of 2SO2(g) + O2(g) ⇌ 2SO3(g).",
            "Kc = [SO3]^2 / ([SO2]^2[O2])",
            ["[SO3(g)]^2 / ([SO2(g)]^2[O2(g)])"],
            ["[SO3(aq)]^2 / ([SO2(aq)]^2[O2(aq)])", "[SO3(g)] / ([SO2(g)]^2[O2(g)])"],
        ),
        (
            "Differentiate y = x^3 with respect to x.",
            "dy/dx = 3x^2",
            ["y' = 3x²", "y'(x) = 3x^2"],
            ["y'' = 3x^2", "z' = 3x^2", "dx/dy = 3x^2", "y' = 3x"],
        ),
        (
            "a = (1, 2) and b = (3, -1). Find 2a + b.",
            "(5, 3)",
            ["5i + 3j", "(2, 4) + (3, -1) = (5, 3)", "2(1, 2) + (3, -1) = (5, 3)"],
            ["3i + 5j", "(2, 4) + (3, -1) = (3, 5)", "(2, 4) + (3, 1) = (5, 3)", "(5, -3)"],
        ),
        ("Differentiate f(x) = x^4.", "f'(x) = 4x^3", ["dy/dx = 4x^3", "y' = 4x^3"], ["g'(x) = 4x^3", "f(x) = 4x^3"]),
        ("Find ds/dt if s = t^4.", "ds/dt = 4t^3", ["s' = 4t^3", "s'(t) = 4t^3"], ["dt/ds = 4t^3", "s'(x) = 4t^3"]),
        ("Convert the octal number 32 to decimal.", "26", ["26₁₀", "26 (base 10)"], ["26₈", "32₁₀", "2610"]),
        (
            "A bag has 3 red and 5 blue balls. Two are drawn. What is the probability that both are red?",
            "3/28",
            ["P(both red) = 3/28", "P(red, red) = 3/28"],
            ["P(both blue) = 3/28", "P(not red) = 3/28", "P(both red) = 3/56"],
        ),
        ("Which battle ended the war?", "Battle of Waterloo", ["Waterloo"], ["War of Waterloo", "the end of Waterloo"]),
    ],
)
def test_a_peace_is_a_treaty_and_a_power_may_be_an_empire(
    stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    assert disagreements(stem, answer, right, wrong) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The curve has {{c1::no}} turning points.", ["no", "zero", "0"], ["two", "none at all", "1"]),
        ("There are {{c1::0}} exceptions.", ["no", "zero"], ["one"]),
        ("His answer was {{c1::no}}, as always.", ["no"], ["0", "zero"]),
    ],
)
def test_no_things_are_zero_things(text: str, right: list[str], wrong: list[str]) -> None:
    question = ClozeQuestion(id="q", text=text)
    assert [given for given in right + wrong if grade(question, (given,)).counts_right] == right
