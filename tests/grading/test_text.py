"""Typed words: what is right, close or wrong, rule by rule."""

from collections.abc import Sequence

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.known import known_answers
from quizgen.grading.verdict import Outcome, Verdict
from quizgen.questions import QuestionSet, ShortQuestion
from quizgen.text.numbers import BELOW_TWENTY, TENS


def ask(
    answer: str,
    given: str,
    *,
    accept: Sequence[str] = (),
    stem: str = "Which is it?",
    type: str = "text",  # noqa: A002 - the model's own word
    rivals: Sequence[str] = (),
) -> Verdict:
    question = ShortQuestion.model_validate(
        {"id": "q", "kind": "short", "stem": stem, "answer": answer, "accept": accept, "type": type}
    )
    return grade(question, given, rivals=rivals)


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("Café Noir", "cafe noir"),
        ("The Beatles", "beatles"),
        ("peace-keepers", "peacekeepers"),
        ("Rock 'n' Roll", "rock ’n’ roll"),
        ("“Dune”", "Dune"),
        ("Smith & Sons", "smith and sons"),
        ("St Petersburg", "Saint Petersburg"),
        ("Wall St.", "Wall Street"),
        ("Tromsø", "tromso"),
        ("colour", "color"),
        ("Cassini's division", "Cassini division"),
        ("bluebottles", "bluebottle"),
        ("armies", "army"),
        ("World War II", "World War 2"),
        ("World War II", "WWII"),
        ("World War Two", "world war ii"),
        ("Elizabeth II", "Elizabeth the Second"),
        ("the 45th state", "forty-fifth state"),
        ("Seven Years' War", "7 years war"),
        ("1914-1918", "1914–18"),
        ("United Nations", "UN"),
        ("World Bank", "WB"),
        ("North Atlantic Treaty Organization", "nato"),
        ("Collective Security Treaty Organization", "C.S.T.O."),
        ("CSTO", "Collective Security Treaty Organisation"),
        ("United States", "USA"),
        ("Chile and Argentina", "Argentina and Chile"),
        ("red, blue and green", "Green, Red & Blue"),
        ("DNA structure", "the structure of DNA"),
        ("River Esk", "Esk"),
        ("La Marseillaise", "Marseillaise"),
        ("£50m", "£50 million"),
        ("90%", "90 per cent"),
        ("SM-2", "SM2"),
        ("Armenia", "Republic of Armenia"),
        ("University of Amsterdam", "Univ. of Amsterdam"),
        ("North Atlantic Treaty Organization", "North Atlantic Treaty Organization (NATO)"),
    ],
)
def test_the_same_answer_in_other_words_is_right(answer: str, given: str) -> None:
    assert ask(answer, given).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("World War II", "World War I"),
        ("Henry V", "Henry VI"),
        ("South Korea", "North Korea"),
        ("South Korea", "Korea"),
        ("Sudan", "South Sudan"),
        ("New York", "York"),
        ("New York", "New York Times"),
        ("Gulf of Mexico", "Mexico"),
        ("Black Sea", "Black"),
        ("Niger", "Nigeria"),
        ("Australia", "Austria"),
        ("C++", "C"),
        ("C#", "C"),
        ("not proliferating", "proliferating"),
        ("red and green", "red"),
        ("red", "red and green"),
        ("red", "red or green"),
        ("King Charles", "Prince Charles"),
        ("deputy foreign minister", "foreign minister"),
        ("Vice President", "President"),
        ("1914", "1915"),
        ("1990s", "1990"),
        ("-40", "40"),
        ("50 Cent", "50"),
        ("Federal Republic of Germany", "a frog"),
        ("New York City", "!!!"),
    ],
)
def test_another_answer_is_wrong(answer: str, given: str) -> None:
    assert ask(answer, given).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("answer", "type_", "given"),
    [
        ("Nikol Pashinyan", "person", "Pashinyan"),
        ("Nikol Pashinyan", "person", "N. Pashinyan"),
        ("Nikol Pashinyan", "person", "pashinyan, nikol"),
        ("Nikol Pashinyan", "person", "Prime Minister Nikol Pashinyan"),
        ("Dmitry Peskov", "text", "Peskov"),
        ("John Ronald Reuel Tolkien", "person", "J.R.R. Tolkien"),
        ("J. G. Ballard", "text", "James Graham Ballard"),
        ("Vincent van Gogh", "text", "van Gogh"),
        ("Martin Luther King Jr.", "text", "Martin Luther King"),
        ("Harry Connick Jnr", "text", "Harry Connick Jr."),
        ("Sir Isaac Newton", "text", "Newton"),
        ("Isaac Newton", "text", "Sir Isaac Newton"),
        ("Vladimir Putin", "person", "Vladimir Vladimirovich Putin"),
        ("Harrison Ford", "text", "Harrison J. Ford"),
        ("Diego Rodríguez Velázquez", "text", "Diego María Rodríguez Velázquez"),
        ("Toussaint Louverture", "text", "François-Dominique Toussaint Louverture"),
    ],
)
def test_a_person_has_several_right_names(answer: str, type_: str, given: str) -> None:
    assert ask(answer, given, type=type_, stem="Who is it?").outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("answer", "type_", "given"),
    [
        ("Nikol Pashinyan", "person", "Nikol"),
        ("Nikol Pashinyan", "person", "Anna Pashinyan"),
        ("George W. Bush", "person", "George H. W. Bush"),
        ("Great Wall", "text", "Wall"),
        ("John Adams", "text", "John Quincy Adams"),
        ("Georgia", "place", "Georgia Brown"),
    ],
)
def test_another_person_is_wrong(answer: str, type_: str, given: str) -> None:
    assert ask(answer, given, type=type_).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("stem", "answer", "given", "counts"),
    [
        ("Which surveyor drew the border?", "Charles Mason", "Mason", True),
        ("Which dean wrote about Laputa?", "Jonathan Swift", "Swift", True),
        ("Which major river flows through Khartoum?", "White Nile", "Nile", False),
        ("Which producer of coal is the largest?", "Inner Mongolia", "Mongolia", False),
    ],
)
def test_an_occupation_in_the_stem_asks_for_a_person(stem: str, answer: str, given: str, counts: bool) -> None:
    question = ShortQuestion(id="q", stem=stem, answer=answer)
    assert grade(question, given).counts_right is counts


def test_a_surname_that_two_people_of_the_set_share_is_ambiguous() -> None:
    assert ask("Vladimir Putin", "Putin", type="person").outcome is Outcome.CORRECT
    assert ask("Vladimir Putin", "Putin", type="person", rivals=["Lyudmila Putina", "Putin"]).outcome is Outcome.CORRECT
    assert ask("Michael Jackson", "Jackson", type="person", rivals=["Janet Jackson"]).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("Azerbaijan", "Azerbaijn"),
        ("Azerbaijan", "Azerbajian"),
        ("Canberra", "Banberra"),  # the first letter of a word of eight
        ("Marseillaise", "Marsellaise"),
        ("La Marseillaise", "Marsellaise"),
        ("Nikol Pashinyan", "Pashinian"),
        ("Fred Trueman", "Fred Truman"),
        ("Iran", "Irna"),
        ("Oman", "Omann"),
        ("carding machine", "cardding machine"),
        ("Black Sea", "Blak Sea"),  # a letter missing in a word of five, with the other word right
    ],
)
def test_a_typo_is_close_and_the_right_spelling_is_shown(answer: str, given: str) -> None:
    verdict = ask(answer, given, stem="Who or what is it?")
    assert verdict.outcome is Outcome.CLOSE
    assert verdict.counts_right
    assert verdict.note is not None
    assert answer.rsplit(maxsplit=1)[-1] in verdict.note


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("Iran", "Iraq"),  # a country of its own
        ("Iran", "Irn"),  # three letters
        ("Ural", "Oral"),  # the first letter
        ("Zurich", "Burich"),  # the same in a word of six
        ("Kathmandu", "Gathmendu"),  # the first letter and another one
        ("Black Sea", "Back Sea"),  # another English word
        ("Volga", "Vola"),  # a letter missing in the only word, of five
        ("Jon Voight", "Jo Voight"),  # a short word
        ("Boeing 747", "Boeing 737"),  # digits
        ("hypertension", "hypotension"),  # the beginning turns the meaning
        ("disaccharide", "trisaccharide"),  # so do numbers
        ("bisulfate", "disulfate"),
        ("monomer", "dimer"),
        ("sulfate", "sulfite"),  # the ending does
        ("polyester", "polyether"),
        ("Armenia", "Azerbaijan"),
        ("Armenia", "Arnenja"),  # two slips in seven letters
    ],
)
def test_differences_that_are_not_typos(answer: str, given: str) -> None:
    assert ask(answer, given).outcome is Outcome.WRONG


def test_every_ordinal_in_words_is_its_number() -> None:
    irregular = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
    irregular["twelve"] = "twelfth"
    spelled = [*enumerate(BELOW_TWENTY), *zip(range(20, 100, 10), TENS, strict=True), (100, "hundred")]
    for number, word in spelled[1:]:
        ordinal = irregular.get(word) or f"{word.removesuffix('y')}{'ie' if word.endswith('y') else ''}th"
        assert ask(f"the {number}th floor", f"{ordinal} floor").outcome is Outcome.CORRECT


def test_an_acronym_has_at_most_eight_letters() -> None:
    eight, nine = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta", "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota"
    for name, short in ((eight, "ABGDEZET"), ("ABGDEZET", eight)):
        assert ask(name, short).outcome is Outcome.CORRECT
    for name, short in ((nine, "ABGDEZETI"), ("ABGDEZETI", nine)):
        assert ask(name, short).outcome is Outcome.WRONG


def test_no_typo_is_nearer_to_another_answer_of_the_set() -> None:
    assert ask("Tallinn", "Tallin").outcome is Outcome.CLOSE
    assert ask("Tallinn", "Tallin", rivals=["Tallin"]).outcome is Outcome.WRONG
    assert ask("Kherson", "Khersan", rivals=["Khersan Dam", "Khersun"]).outcome is Outcome.WRONG
    assert ask("Kherson", "Kherson", rivals=["Khersan"]).outcome is Outcome.CORRECT


def test_words_that_restate_the_stem_do_no_harm() -> None:
    stem = "How many American soldiers were due?"
    assert ask("85", "85 soldiers", stem=stem).outcome is Outcome.CORRECT
    assert ask("85", "85 American soldiers", stem=stem).outcome is Outcome.CORRECT
    assert ask("85", "85 tanks", stem=stem).outcome is Outcome.WRONG
    assert ask("85", "175 soldiers", stem=stem).outcome is Outcome.WRONG
    assert ask("Armenia", "It is Armenia", stem="Which country is it?").outcome is Outcome.CORRECT
    assert ask("Red Sea", "red", stem="Which sea lies there?").outcome is Outcome.WRONG
    both = ask("Georgia", "Georgia Armenia", stem="Which is larger, Armenia or Georgia?")
    assert both.outcome is Outcome.WRONG


@pytest.mark.parametrize("given", ["", "   ", "\t\n"])
def test_nothing_typed_is_skipped_and_not_wrong(given: str) -> None:
    assert ask("Armenia", given).outcome is Outcome.SKIPPED


def test_known_answers_hold_every_answer_of_the_set() -> None:
    question_set = QuestionSet.model_validate(
        {
            "id": "s",
            "title": "S",
            "questions": [
                {"id": "a", "kind": "short", "stem": "A?", "answer": "Iran", "accept": ["Persia"]},
                {"id": "b", "kind": "choice", "stem": "B?", "answer": "Baku", "distractors": ["Yerevan"]},
                {"id": "c", "kind": "cloze", "text": "{{c1::Tbilisi}} is a city.", "accept": {"c1": ["Tiflis"]}},
                {"id": "d", "kind": "match", "stem": "D?", "pairs": {"Lake": "Sevan", "Peak": "Ararat"}},
            ],
        }
    )
    assert known_answers(question_set) >= {"Iran", "Persia", "Baku", "Yerevan", "Tbilisi", "Tiflis", "Sevan", "Ararat"}


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("SM-2", "SM22"),
        ("China", "Republic of China"),
        ("Washington University", "University of Washington"),
        ("Armenia", "Armenia (Georgia)"),
    ],
)
def test_an_answer_that_only_looks_similar_is_wrong(answer: str, given: str) -> None:
    assert ask(answer, given).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ("Kremlin spokesman Dmitry Peskov", Outcome.CORRECT),
        ("the Kremlin spokesman Peskov", Outcome.CORRECT),
        ("Dimitry Peskov", Outcome.CORRECT),
        ("Maria Peskov", Outcome.WRONG),
        ("Kremlin spokeswoman Maria Peskov", Outcome.WRONG),
        ("the wife of spokesman Dmitry Peskov", Outcome.WRONG),
        ("not spokesman Peskov", Outcome.WRONG),
        ("spokesman", Outcome.WRONG),
    ],
)
def test_a_surname_under_accept_is_still_that_of_one_person(given: str, outcome: Outcome) -> None:
    verdict = ask("Dmitry Peskov", given, accept=["Peskov"], type="person")
    assert verdict.counts_right is (outcome is Outcome.CORRECT)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("Prime Minister of Armenia", True),
        ("Armenian prime minister", True),
        ("prime minister of Russia", False),
        ("prime minister Armenia Russia", False),
    ],
)
def test_the_stem_may_be_repeated_though_it_names_another_answer(given: str, right: bool) -> None:
    rivals = ["Armenia", "Russia", "Prime Minister of Armenia"]
    stem = "Which office did Nikol Pashinyan hold in Armenia, a neighbour of Russia?"
    assert ask("prime minister", given, stem=stem if right else stem[:46], rivals=rivals).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "right"),
    [
        ("Kyiv", "Kyiv, Ukraine", True),
        ("Kyiv", "Kyiv, Moscow", False),
        ("Ukraine", "Ukraine, Armenia", False),
    ],
)
def test_a_place_may_be_followed_by_its_country(answer: str, given: str, right: bool) -> None:
    assert ask(answer, given, type="place", rivals=["Moscow", "Ukraine"]).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "right"),
    [
        ("force divided by area", "force / area", True),
        ("force divided by area", "force/area", True),
        ("force divided by area", "pressure = force over area", True),
        ("force divided by area", "area / force", False),
        ("force divided by area", "force x area", False),
        ("force divided by area", "force", False),
        ("voltage × current", "current times voltage", True),
        ("voltage × current", "voltage + current", False),
        ("revenue minus cost", "revenue - cost", True),
        ("revenue minus cost", "cost - revenue", False),
        (
            "percentage change in sales divided by percentage change in income",
            "% change in sales / % change in income",
            True,
        ),
        (
            "percentage change in sales divided by percentage change in income",
            "% change in income / % change in sales",
            False,
        ),
    ],
)
def test_a_calculation_in_words_may_be_typed_with_signs(answer: str, given: str, right: bool) -> None:
    assert ask(answer, given, stem="How is pressure, power, profit or elasticity calculated?").counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "right"),
    [
        ("Samuel Morrison", "Morrison", True),
        ("Samuel Morrison", "Samuel", False),
        ("Otto Fenbeck", "Fenbek", True),
        ("Walter Crane", "Walter Carne", True),  # two letters swapped, though a carne is a word
        ("Walter Crane", "Carne", False),
        ("Walter Crane", "Walter Crate", False),
        ("Gerta Starr", "Gerta Star", True),
    ],
)
@pytest.mark.parametrize("stem", ["Which Austrian drew the map?", "Which Austrian sprinter holds the record?"])
def test_a_nationality_or_a_sport_asks_for_a_person(stem: str, answer: str, given: str, right: bool) -> None:
    assert ask(answer, given, stem=stem).counts_right is right


def test_a_surname_that_sounds_the_same_is_not_that_of_somebody_else_in_the_set() -> None:
    assert ask("Jakob Phillips", "Philips", stem="Who is it?").outcome is Outcome.CLOSE
    assert ask("Jakob Phillips", "Philips", stem="Who is it?", rivals=["Eva Philips"]).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("answer", "given", "outcome"),
    [
        ("Callaway curve", "Calaway curve", Outcome.CLOSE),
        ("Forrest Gump", "Forest Gump", Outcome.CLOSE),
        ("Barren Ridge", "Baren Ridge", Outcome.CLOSE),
        ("Hartmann", "Hartman", Outcome.CLOSE),
        ("Barrett", "Barret", Outcome.CLOSE),
        ("Bell", "Bel", Outcome.WRONG),
        ("Princess", "Princes", Outcome.WRONG),
        ("Barren Ridge", "Baron Ridge", Outcome.WRONG),
        ("sweet dessert", "sweet desert", Outcome.WRONG),  # no name
    ],
)
def test_a_doubled_letter_in_a_name_is_a_typo_though_it_makes_a_word(answer: str, given: str, outcome: Outcome) -> None:
    assert ask(answer, given).outcome is outcome


def test_the_parts_of_a_list_may_be_countries_by_any_name() -> None:
    stem = "Which two countries signed it?"
    assert ask("Mexico and the United States", "USA, Mexico", stem=stem).counts_right
    assert not ask("Mexico and the United States", "USA and New Mexico", stem=stem).counts_right
    assert not ask("Mexico and the United States", "USA", stem=stem).counts_right


@pytest.mark.parametrize(
    ("answer", "given", "right"),
    [
        ("хорошо", "khorosho", True),
        ("хорошо", "horosho", True),
        ("хорошо", "kharosh", False),
        ("русский", "russky", True),
        ("книга", "kniga", True),
        ("книга", "книги", False),
        ("がっこう", "gakkō", True),
        ("がっこう", "gakkou", True),
        ("がっこう", "gakou", False),
        ("しんぶん", "shimbun", True),
        ("コーヒー", "koohii", True),
        ("フォーク", "fooku", True),
        ("こんばんは", "kombanwa", True),
        ("おちゃ", "osha", False),
        ("किताब", "kitaab", True),
        ("किताब", "kitab", True),
        ("किताब", "katib", False),
        ("नमस्ते", "namaste", True),
        ("लड़का", "ladka", True),
        ("हिन्दी", "hindi", True),
        ("家", "ie", False),  # what is read cannot be told from the sign
    ],
)
def test_another_script_may_be_typed_in_latin_letters_if_the_stem_offers_it(
    answer: str, given: str, right: bool
) -> None:
    assert ask(answer, given, stem="How is it written (original script or transliteration)?").counts_right is right
    if given.isascii():
        assert not ask(answer, given, stem="How is it written?").counts_right
