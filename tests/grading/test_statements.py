"""Lists and pairs in another order, statements without their subject, and dynasties by other names."""

import pytest

from quizgen.grading.grader import grade
from quizgen.questions import ShortQuestion


def is_right(answer: str, given: str, stem: str) -> bool:
    return grade(ShortQuestion(id="q", stem=stem, answer=answer), given).counts_right


@pytest.mark.parametrize(
    ("answer", "stem", "right", "wrong"),
    [
        (
            "Mercury, Venus and Earth",
            "Which planets are nearest to the Sun, in order?",
            ["Mercury, Venus, Earth", "mercury; venus; earth"],
            ["Venus, Mercury and Earth", "Earth, Venus, Mercury", "Earth, Venus and Mercry", "Mercury, Venus"],
        ),
        (
            "Mercury, Venus and Earth",
            "Which planets are nearest to the Sun, in any order?",
            ["Venus, Mercury and Earth"],
            ["Venus, Mercury and Mars"],
        ),
        (
            "I woke, I ate, I left",
            "What did the guest say?",
            ["I woke, I ate and I left", "I woke, ate, left"],
            ["I ate, I woke, I left", "I left, ate, woke", "He woke, I ate, I left"],
        ),
        (
            "Because Hungary annexed Galicia",
            "Why did Poland protest?",
            [
                "Hungary annexed Galicia",
                "The annexation of Galicia by Hungary",
                "because of the Hungarian annexation of Galicia",
            ],
            ["Because Poland annexed Galicia", "Galicia annexed Hungary", "Hungary did not annex Galicia", "because"],
        ),
        (
            "from high to low pressure",
            "Which way does air move?",
            ["high to low pressure"],
            ["low to high pressure", "from low to high pressure", "to low pressure"],
        ),
        (
            "Treaty of Trianon",
            "Which treaty was it?",
            ["Trianon Peace Treaty", "Trianon Treaty", "the Peace Treaty of Trianon"],
            ["the Trianon War", "Paris Peace Treaty"],
        ),
        (
            "Superior, Erie, Ontario",
            "Name three Great Lakes from the largest to the smallest.",
            ["Superior, Erie and Ontario"],
            ["Erie, Superior, Ontario", "Ontario, Erie, Superior", "Superior, Erie, Huron"],
        ),
        (
            "Ottawa and Toronto",
            "What are the capital and the largest city of Canada?",
            ["Ottawa, Toronto", "ottawa and toronto"],
            ["Toronto and Ottawa", "Toronto, Ottawa", "Ottawa"],
        ),
        (
            "Gilbert and Sullivan",
            "Who wrote the words of The Mikado, and who wrote the music?",
            ["Gilbert, Sullivan"],
            ["Sullivan and Gilbert", "Gilbert", "Gilbert and Sullivans wife"],
        ),
        (
            "Pride and Prejudice",
            "Which novel is about Elizabeth Bennet?",
            ["Pride & Prejudice", "pride and prejudice"],
            ["Prejudice and Pride", "Pride", "Prejudice & Pride"],
        ),
        (
            "Romeo and Juliet",
            "Who are the lovers in the play?",
            ["Juliet and Romeo"],
            ["Romeo", "Juliet and Paris"],
        ),
    ],
)
def test_the_order_of_parts_counts_where_the_stem_asks_for_it(
    answer: str, stem: str, right: list[str], wrong: list[str]
) -> None:
    assert [given for given in right if not is_right(answer, given, stem)] == []
    assert [given for given in wrong if is_right(answer, given, stem)] == []


CARGO = "Why was the cargo of the ship dangerous?"
DYNASTY = "Which dynasty ruled England from 1485 to 1603?"


@pytest.mark.parametrize(
    ("answer", "stem", "right", "wrong"),
    [
        (
            "It was packed in oil and tar barrels",
            CARGO,
            [
                "packed in oil and tar barrels",
                "packed in tar and oil barrels",
                "that it was packed in tar and oil barrels",
            ],
            ["not packed in oil and tar barrels", "packed in oil barrels", "packed", "packed in oil or tar barrels"],
        ),
        (
            "the ions are free to move",
            "Why does sodium chloride conduct electricity when molten but not when solid?",
            ["the ions are free to move when molten", "the ions are free to move when molten but not when solid"],
            ["the ions are free to move when it is solid", "the ions are free to move in the solid"],
        ),
        (
            "it is non-polar",
            "Why does iodine dissolve in hexane but doesn't in water?",
            ["it is non-polar in hexane"],
            ["it is non-polar in water", "iodine is non-polar if in the water"],
        ),
        ("They are warm-blooded", "How do birds differ from reptiles?", ["warm-blooded"], ["cold-blooded", "blooded"]),
        (
            "House of Tudor",
            DYNASTY,
            ["Tudor", "the Tudors", "Tudor dynasty", "the Tudor family"],
            ["Stuart", "House of Stuart", "the house", "dynasty", "Mary Tudor", "Tudor rose"],
        ),
        (
            "Ming dynasty",
            "Which dynasty built it?",
            ["Ming", "House of Ming"],
            ["Qing", "House of Commons", "Mings' wall"],
        ),
        (
            "House of Commons",
            "Which part of parliament is elected?",
            ["the House of Commons"],
            ["commons family", "House of Lords", "the Common"],
        ),
        ("It is very dry", "What is the climate like?", ["It's very dry", "very dry"], ["It was very dry"]),
        (
            "It is bleached",
            "What happens to the flower in chlorine?",
            ["it gets bleached", "It is bleached.", "it becomes bleached", "it turns bleached"],
            ["It bleaches", "it became bleached", "it does not become bleached"],
        ),
        (
            "It turns orange",
            "What is seen?",
            ["orange", "it becomes orange"],
            ["not orange", "orange solid", "it turns"],
        ),
        (
            "a pale pink solution",
            "What is observed after the reaction?",
            ["The solution turns pale pink", "solution becomes pale pink", "the solution is pale pink."],
            [
                "The solution turns pink",
                "the solid turns pale pink",
                "the solution turns pale pink or red",
                "the solution is never pale pink",
            ],
        ),
        (
            "giant metallic",
            "What type of structure does iron have?",
            ["giant metallic lattice"],
            ["metallic lattice", "giant lattice", "giant ionic lattice"],
        ),
        (
            "Marbury v. Madison",
            "Which case was it?",
            ["Marbury vs Madison", "Marbury vs. Madison", "Marbury versus Madison", "marbury vs madison"],
            ["Madison vs Marbury", "Marbury versus Jefferson", "Marbury vs", "versus Madison"],
        ),
        (
            "the import, sale and transport of arms",
            "What did the law ban?",
            ["the sale, import and transport of arms", "the transportation, sale and importation of arms"],
            [
                "the sale, import and transport of drugs",
                "the sale, import and use of arms",
                "the import and transport of arms",
            ],
        ),
        (
            "it has mobile ions",
            "Why does the liquid conduct?",
            ["it contains mobile ions", "it possesses mobile ions"],
            ["it contains no mobile ions", "it contains mobile atoms", "it attracts mobile ions", "it contains ions"],
        ),
        (
            "It fizzes",
            "What is seen with an acid?",
            ["fizzing", "effervescence", "bubbles of gas", "it effervesces", "There are bubbles."],
            ["no bubbles", "it does not fizz", "bubbles of oxygen", "gas", "soap bubbles"],
        ),
        ("upwards", "Which way does it pull?", ["up", "vertically upwards"], ["down", "uphill", "not up"]),
        ("House of Habsburg-Lorraine", "Which dynasty ruled Austria?", ["Habsburg-Lorraine"], ["Habsburg", "Lorraine"]),
        ("the plates", "What does 'los platos' mean?", ["plates", "Plates."], ["the plate", "plate", "the silver"]),
        ("cup", "How do you say 'taza' in English?", ["a cup", "the cup"], ["cups", "cupping"]),
        (
            "my father's house",
            "Translate: La casa de mi padre",
            ["the house of my father", "My dad's house"],
            ["my father's houses", "my mother's house", "my father house", "the houses of my father"],
        ),
        (
            "the old chairs",
            "Translate into English: las sillas viejas",
            ["old chairs"],
            ["old the chairs", "the old chair"],
        ),
        ("Stand up!", "Translate into English: ¡Levántate!", ["stand up"], ["He stands up", "I stand up", "Stood up"]),
        (
            "Open the window, please!",
            "Translate into English: ¡Abre la ventana, por favor!",
            ["Please, open the window"],
            ["Open a window, please", "Opens the window, please", "He opens the window, please"],
        ),
        (
            "She is shorter than me",
            "Translate into English: Ella es más baja que yo.",
            ["She's shorter than I am", "She is shorter than I"],
            ["She is shorter than he is", "She was shorter than me"],
        ),
        (
            "I would like a tea",
            "Translate into English: Me gustaría un té.",
            ["I'd like a tea"],
            ["I like a tea", "I would like the tea"],
        ),
        (
            "It is very dirty",
            "Translate into English: Está muy sucio.",
            ["It's really dirty"],
            ["It was really dirty", "It is dirty"],
        ),
        (
            "If it rains, I read",
            "Translate into English: Si llueve, leo.",
            ["I read if it rains"],
            ["It rains if I read", "If I read, it rains"],
        ),
        (
            "There are two cats in the garden",
            "Translate into English: Hay dos gatos en el jardín.",
            ["In the garden there are two cats"],
            ["There are two cats in a garden", "There are two cat in the garden"],
        ),
        (
            "the Constitution of the United States",
            "Which paper sets up the courts?",
            ["the US Constitution", "the American Constitution"],
            ["the French Constitution", "the United Constitution"],
        ),
        ("from Monday to Friday", "When was the market open?", ["from Monday until Friday"], ["from Friday to Monday"]),
        (
            "the failure of the maize crop",
            "Why did people leave the valley?",
            ["the maize crop failed"],
            ["the success of the maize crop", "the failure of the wheat crop"],
        ),
        ("the House of Lords", "What is the upper house called?", ["the Lords"], ["the Lord", "the House of Commons"]),
        ("Alexander II", "Which tsar freed the serfs?", ["Alexander II of Russia"], ["Alexander II of Scotland"]),
        (
            "490-479 BC",
            "When were the wars?",
            ["490 to 479 BC", "from 490 BC to 479 BC", "between 490 and 479 BCE"],
            ["479-490 BC", "490-479 AD", "from 490 to 478 BC", "490 BC"],
        ),
        (
            "the shaping of rock by frost, rain or wind",
            "Define weathering.",
            ["the shaping of rock by wind, frost or rain"],
            ["the shaping of rock by wind, frost or ice", "the shaping of wind by rock, frost or rain"],
        ),
        ("White Fang", "Which novel is about a dog with a white coat and one fang?", ["white fang"], ["White", "Fang"]),
        ("the Pastoral Symphony", "Which symphony has a storm?", ["the Pastoral"], ["the Symphony"]),
        (
            "the Repeal of the Corn Laws",
            "Which repeal ended the corn laws in 1846?",
            ["Repeal of the Corn Laws"],
            ["the Repeal"],
        ),
        (
            "the Factory Act",
            "Which act limited working hours in 1833?",
            ["the Factory Act 1833"],
            ["the Factory Act 1847", "the Act"],
        ),
        (
            "the Bourbons",
            "Which dynasty ruled there?",
            ["House of Bourbon", "the Bourbon dynasty"],
            ["House of Orange"],
        ),
        ("Galileo Galilei", "Which astronomer was tried in Rome?", ["Galileo", "Galilei"], ["Gal"]),
        ("Pedro Alvar", "Name the dictator from 1920 to 1931.", ["Alvar", "General Alvar"], ["Pedro"]),
        ("Ana María Matute", "Name the author of The Island.", ["Matute"], ["Ana"]),
    ],
)
def test_statements_pairs_and_dynasties_in_other_words(
    answer: str, stem: str, right: list[str], wrong: list[str]
) -> None:
    assert [given for given in right if not is_right(answer, given, stem)] == []
    assert [given for given in wrong if is_right(answer, given, stem)] == []
