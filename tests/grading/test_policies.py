"""What authors choose: the language that is learned, switches, tolerances, rejected answers and patterns."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Verdict
from quizgen.loading.sets import load
from quizgen.questions import NumberQuestion, ShortQuestion
from quizgen.questions.policy import GradingSwitches


def ask(answer: str, given: str, stem: str = "What is it?", **fields: Any) -> Verdict:
    return grade(
        ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": stem, "answer": answer, **fields}), given
    )


def test_a_language_that_is_learned_is_graded_by_its_spelling() -> None:
    assert not ask("año", "ano", "year", answer_language="es").counts_right
    assert not ask("hablo", "habla", "I speak", answer_language="es").counts_right
    assert ask("año", "Año.", "year", answer_language="es").counts_right
    assert ask("año", "ano", "year", answer_language="es").note == 'Check the accents: "año".'
    assert ask("año", "ano", "year", answer_language="es", grading="lenient").difference == "accents"


@pytest.mark.parametrize(
    ("answer", "given", "note"),
    [
        ("año", "ano", 'Check the accents: "año".'),
        ("el problema", "la problema", 'Check the gender: "el problema".'),
        ("das Buch", "der Buch", 'Check the gender: "das Buch".'),
        ("la casa", "una casa", 'Check the article: "la casa".'),
        ("el agua", "agua", 'Check the article: "el agua".'),
        ("el agua", "la agua", 'Check the article: "el agua".'),
        ("la flor", "la flór", 'Check the accents: "la flor".'),
        ("pondremos", "ponemos", 'Check the ending: "pondremos".'),
        ("tener hambre", "tener hombre", None),
        ("los lápices", "unos lápices", 'Check the article: "los lápices".'),
        ("la librería", "libreria", 'Check the accents: "la librería".'),
        ("librería", "la libreria", 'Check the accents: "librería".'),
        ("el águila", "la aguila", 'Check the article and the accents: "el águila".'),
        ("l'école", "école", 'Check the article: "l\'école".'),
        ("vi", "ví", 'Check the accents: "vi".'),
        ("Los gatos comen.", "Los gatós comen.", 'Check the accents: "Los gatos comen."'),
        ("habló", "hablo", 'Check the accents: "habló".'),
        ("hablo", "habló", 'Check the ending: "hablo".'),
        ("saque", "saqué", 'Check the accents: "saque".'),
        ("para", "pará", 'Check the accents: "para".'),
        ("visto", "vistó", 'Check the accents: "visto".'),
        ("visto", "visto's", 'Check the spelling: "visto".'),
        ("la playa", "la plalla", 'Check the spelling: "la playa".'),
        ("hablo", "habla", 'Check the ending: "hablo".'),
        ("Ella es alta", "ella es alto", 'Check the ending: "Ella es alta".'),
        ("no lo sé", "lo no sé", 'Check the word order: "no lo sé".'),
        ("lápices", "lápizes", 'Check the spelling: "lápices".'),
        ("el caballo", "el cabalo", 'Check the spelling: "el caballo".'),
        ("ventana", "ventena", 'Check the spelling: "ventana".'),
        ("No la veo.", "No lo veo.", 'Check the gender: "No la veo."'),
        ("roto", "rompo", None),
        ("doscientos dos", "doscientosdos", 'Check the spacing: "doscientos dos".'),
        ("doscientos dos", "doscientos y dos", None),
        ("Las vendo", "La vendo", 'Check the pronoun: "Las vendo".'),
        ("Lo escribimos", "Les escribimos", 'Check the pronoun: "Lo escribimos".'),
        ("La abro", "Lo abro", 'Check the gender: "La abro".'),
        ("dije", "dijé", 'Check the accents: "dije".'),
        ("No comas", "No comás", 'Check the accents: "No comas".'),
        ("hablaras", "hablarás", 'Check the ending: "hablaras".'),
        ("¿Cómo está?", "¿Cómo es?", None),
        ("¿Dónde vive?", "¿Adónde vive?", None),
        ("malo", "bajo", None),
        ("vaca", "baca", 'Check the spelling: "vaca".'),
        ("siéntese", "siéntense", 'Check the ending: "siéntese".'),
        ("podamos", "podemos", 'Check the ending: "podamos".'),
        ("trajeron", "trageron", 'Check the spelling: "trajeron".'),
        ("las luces", "las lucez", 'Check the spelling: "las luces".'),
        ("la fuente", "la fuerza", None),
        ("No comas más.", "No comas mas.", 'Check the accents: "No comas más."'),
        ("gracias", "de nada", None),
        ("tres días", "trece días", None),
        ("pera", "perra", None),
        ("haga", "haya", None),
        ("mi hijo", "mi hija", None),
        ("el puente", "el fuente", None),
        (
            "A Ana y a Luis les gusta el té.",
            "A Ana y a Luis le gusta el té.",
            'Check the pronoun: "A Ana y a Luis les gusta el té."',
        ),
        ("Hemos llegado tarde.", "Han llegado tarde.", 'Check the form of "haber": "Hemos llegado tarde."'),
        ("Marta canta mejor que tú.", "Canta mejor Marta que tú.", None),
        ("Marta canta mejor que tú.", "Marta mejor canta que tú.", 'Check the word order: "Marta canta mejor que tú."'),
    ],
)
def test_a_slip_in_a_language_is_named(answer: str, given: str, note: str | None) -> None:
    verdict = ask(answer, given, answer_language="es")
    assert (verdict.outcome, verdict.note) == (Outcome.WRONG, note)


@pytest.mark.parametrize(
    ("answer", "grading", "right", "wrong"),
    [
        ("Bash", {"case": "strict"}, ["Bash", " Bash. "], ["bash", "BASH"]),
        (
            "Isaac Newton",
            {"case": "strict"},
            ["Newton", "Sir Isaac Newton", "Isaac Newtton"],
            ["newton", "isaac Newton"],
        ),
        ("H2SO4", {"case": "strict"}, ["H2SO4", "H₂SO₄"], ["h2so4"]),
        ("Bogotá", {"accents": "strict"}, ["bogotá"], ["bogota"]),
        ("das Buch", {"articles": "strict"}, ["Das Buch"], ["Buch", "der Buch", "dem Buch"]),
        ("the sun", {"articles": "strict"}, ["The Sun"], ["sun", "a sun"]),
        ("the sun", {}, ["The Sun", "sun", "a sun"], []),
        ("red and blue", {"word_order": "strict"}, ["Red and Blue"], ["blue and red"]),
        ("red and blue", {}, ["blue and red"], ["red"]),
        ("U.S.", {"punctuation": "strict"}, ["u.s."], ["us", "U.S"]),
        ("load-bearing wall", {"punctuation": "strict"}, ["Load-bearing walls"], ["load bearing wall"]),
        ("Canberra", {"typos": "strict"}, ["canberra"], ["Canbera"]),
        ("Canberra", {"case": "strict"}, ["Canbera"], ["canbera"]),
        ("12 km", {"units": "strict"}, ["12 km", "12000 m"], ["12"]),
        ("git commit", "exact", ["git commit"], ["Git Commit", "git comit"]),
        ("git commit", {"preset": "exact", "case": "lenient"}, ["Git Commit"], ["git comit"]),
        ("año", {"preset": "spelling", "accents": "lenient"}, ["ano", "Año"], ["anos"]),
        ("das Buch", {"preset": "spelling", "articles": "lenient"}, ["Buch", "der Buch"], ["das Büch"]),
        ("gato negro", {"preset": "spelling", "articles": "lenient"}, ["el gato negro"], ["perro negro", "gato"]),
        ("9.81 m/s^2", {"tolerance": "1%"}, ["9.8 m/s²", "9.81 m/s^2", "980 cm/s²"], ["9.6 m/s²", "9.8 m/s"]),
        ("1945", {"tolerance": "1%"}, ["1945"], ["1944"]),
        ("20 °C", {"tolerance": "1"}, ["21 °C", "293.15 K", "68 F", "20 C"], ["22 °C", "20 K", "20 F"]),
    ],
)
def test_switches(answer: str, grading: object, right: list[str], wrong: list[str]) -> None:
    accepted = [ask(answer, given, "What is it, and by whom?", grading=grading).counts_right for given in right + wrong]
    assert accepted == [True] * len(right) + [False] * len(wrong)


@pytest.mark.parametrize(
    ("tolerance", "right", "wrong"),
    [
        ("0.1", ["17.92", "18.1"], ["18.2"]),
        ("±0.1", ["18.1"], ["18.2"]),
        ("1 %", ["18.19", "17.84"], ["18.3"]),
        ("3 significant figures", ["18", "18.0", "18.015", "18.04", "17.96"], ["17.9", "18.2"]),
        ("2 sig. figs.", ["18", "18.4"], ["19", "17"]),
        ("4 sf", ["18.02", "18.01"], ["18.0", "18.1"]),
    ],
)
def test_tolerances(tolerance: str, right: list[str], wrong: list[str]) -> None:
    fields = {"id": "q", "kind": "number", "stem": "Molar mass?", "answer": 18.015, "unit": "g/mol"}
    own = NumberQuestion.model_validate({**fields, "tolerance": tolerance})
    by_switch = NumberQuestion.model_validate({**fields, "grading": {"tolerance": tolerance}})
    for question in (own, by_switch):
        accepted = [grade(question, given).counts_right for given in right + wrong]
        assert accepted == [True] * len(right) + [False] * len(wrong)


def test_a_tolerance_of_the_set_is_for_measurements(tmp_path: Path) -> None:
    questions = [
        {"id": "mass", "kind": "number", "stem": "Mass?", "answer": 18.015, "unit": "g/mol"},
        {"id": "year", "kind": "number", "stem": "Which year?", "answer": 1945},
        {"id": "own", "kind": "number", "stem": "Height?", "answer": 8849, "unit": "m", "tolerance": "5"},
        {"id": "name", "kind": "short", "stem": "Shell?", "answer": "Bash", "grading": {"case": "strict"}},
        {"id": "word", "kind": "short", "stem": "Tea?", "answer": "té", "grading": "spelling"},
    ]
    data = {"id": "s", "title": "S", "grading": {"tolerance": "1%", "typos": "strict"}, "questions": questions}
    file = tmp_path / "s.yaml"
    file.write_text(json.dumps(data), "utf-8")
    mass, year, own, name, word = load(file).questions
    assert grade(mass, "18.1").counts_right
    assert not grade(year, "1944").counts_right
    assert not grade(own, "8900").counts_right
    assert isinstance(name, ShortQuestion)
    assert isinstance(word, ShortQuestion)
    assert name.grading == GradingSwitches(case="strict", typos="strict", tolerance="1%")
    assert word.grading == GradingSwitches(preset="spelling")


def test_a_rejected_answer_has_its_own_feedback() -> None:
    verdict = ask("Rhine", "the Rhone", reject={"Rhone": "It flows south."})
    assert (verdict.outcome, verdict.feedback) == (Outcome.WRONG, "It flows south.")
    for sign in "-!":  # signs at the ends of other responses do not count
        assert ask("×", f" {sign} ", reject={sign: "Another sign."}).feedback == "Another sign."


def test_a_pattern_accepts_a_whole_response() -> None:
    assert ask("colour", "hue or tint", pattern="(hue|tint)( or (hue|tint))?").counts_right
    assert not ask("colour", "hue or", pattern="(hue|tint)( or (hue|tint))?").counts_right


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("gato", "el gato", 'How do you say "cat" in Spanish?', True),
        ("gato", "la gato", 'How do you say "cat" in Spanish?', False),
        ("leche", "el leche", 'How do you say "milk" in Spanish?', False),
        ("Zeitung", "die Zeitung", "The German word for a newspaper?", True),
        ("Zeitung", "der Zeitung", "The German word for a newspaper?", False),
        ("Mädchen", "das Maedchen", "The German word for a girl?", True),
        ("vivimos", "nosotros vivimos", "Conjugate vivir in the first person plural.", True),
        ("vivimos", "ellos vivimos", "Conjugate vivir in the first person plural.", False),
        ("avons", "nous avons", 'Conjugate "avoir" for "nous".', True),
        ("Ella es alta.", "Es alta.", "Write in Spanish: She is tall.", True),
        ("estar", "the verb estar", "Which Spanish verb is it? Write in Spanish.", True),
        ("gato", "gato (m.)", 'How do you say "cat" in Spanish?', True),
        ("casa", "a casa", "How do you say 'a house' in Spanish?", False),
        ("gato", "il gato", 'How do you say "cat" in Spanish?', False),
        ("bueno", "lo bueno", 'How do you say "good" in Spanish?', True),
        ("casa", "a casa", "How do you say 'a house' in Portuguese?", True),
        ("me gusta", "a mí me gusta", "How do you say 'I like it' in Spanish?", True),
    ],
)
def test_articles_pronouns_and_remarks_of_a_language(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("First Lady of Song", "the first laddy of song", "Which nickname was used for Ella Fitzgerald?"),
        ("instrument landing system", "instrument landing sistem", "What is the full name for ILS?"),
    ],
)
def test_a_name_that_begins_like_a_pronoun_does_not_ask_for_spelling(answer: str, given: str, stem: str) -> None:
    assert ask(answer, given, stem).counts_right


_NOT_FOR_WORDS = [
    "grading.values",
    "grading.formulas",
    "grading.code",
    "text.chemistry.substances",
    "text.units",
    "text.quantities",
]
_LOADED = """
import sys
from quizgen.grading.grader import grade
from quizgen.questions import ShortQuestion
question = ShortQuestion(id="q", kind="short", stem="Which river is it?", answer=sys.argv[1])
print(grade(question, sys.argv[2]).outcome, *(name in sys.modules for name in sys.argv[3:]))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answer", "given", "outcome", "loaded"),
    [
        ("Danube", "the Danbue", "close", False),
        ("Danube", "Rhine", "wrong", False),
        ("7 m", "seven meters", "correct", True),
    ],
)
def test_values_and_formulas_are_loaded_only_for_answers_that_may_be_one(
    answer: str, given: str, outcome: str, loaded: bool
) -> None:
    modules = [f"quizgen.{name}" for name in _NOT_FOR_WORDS]
    command = [sys.executable, "-c", _LOADED, answer, given, *modules]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [outcome, *[str(loaded)] * len(modules)]


PRETERITE = "Give the preterite of cantar for ella."
FILL = "Complete with the correct form of salir: Quiero que tú ___ pronto."
OBJECTS = "Rewrite with both object pronouns: Compro la casa a Juan."


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("cantó", "canto", PRETERITE, False),
        ("salgas", "salga", FILL, False),
        ("salgas", "salgan", FILL, False),
        ("salgas", "tú salgas", FILL, True),
        ("salgas", "Quiero que tú salgas pronto.", FILL, True),
        ("salgas", "Quiero que tú salga pronto.", FILL, False),
        ("fasse", "que je fasse", "Give the present subjunctive of faire for je.", True),
        ("fasse", "que je fais", "Give the present subjunctive of faire for je.", False),
        ("treinta y un", "treinta y uno", "Write the number in words: 31 coches = ___ coches", False),
        ("veintiún", "veintiuno", "Write the number in words: 21 coches = ___ coches", False),
        ("veintiún", "veintiún coches", "Write the number in words: 21 coches = ___ coches", True),
        ("Se la compro", "Se la compra", OBJECTS, False),
        ("Se la compro", "Yo se la compro", OBJECTS, True),
        ("Se la compro", "Él se la compro", OBJECTS, False),
        ("¿Dónde vives?", "¿Dónde vives tú?", "Ask a friend (tú) in Spanish where he lives.", True),
        ("¿Dónde vives?", "¿Dónde vives tú?", "Ask a friend in Spanish: Where do you live?", True),
        ("¿Dónde vives?", "¿Dónde tú vives?", "Ask a friend in Spanish: Where do you live?", False),
        (
            "Dice que cantas bien.",
            "Dice que tú cantas bien.",
            "Translate into Spanish: He says that you sing well.",
            True,
        ),
        ("éramos", "nosotros/as éramos", "Conjugate ser for nosotros in the imperfect.", True),
        ("éramos", "vosotros/as éramos", "Conjugate ser for nosotros in the imperfect.", False),
        ("¿Dónde vives?", "¿Dónde vives yo?", "Ask a friend (tú) in Spanish where he lives.", False),
        ("Les escribo", "Les escribo a ellos", "Translate into Spanish: I write to them.", True),
        ("Les escribo", "Les escribo a ella", "Translate into Spanish: I write to them.", False),
        ("traiga", "Espero que ella traiga pan", "Complete the sentence: Espero que ella ___ (traer) pan.", True),
        ("traiga", "Espero que ella trae pan", "Complete the sentence: Espero que ella ___ (traer) pan.", False),
        ("Me gusta el té", "A mí me gusta el té", "Translate into Spanish: I like tea.", True),
        ("Me gusta el té", "A ti me gusta el té", "Translate into Spanish: I like tea.", False),
        ("bella", "bello", "Rewrite in the feminine: Il gatto è bello con noi. Il ___", False),
    ],
)
def test_forms_of_words_in_a_language_that_is_learned(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem).counts_right is right


@pytest.mark.parametrize(
    ("answer", "given", "stem"),
    [
        ("Dvořák", "Dvorak", "Which composer wrote the New World Symphony?"),
        ("crème brûlée", "creme brulee", "Which French dessert has a crust of burnt sugar?"),
        ("jalapeño", "jalapeno", "Which pepper is it?"),
        ("Bogotá", "Bogota", "What is the capital of Colombia?"),
        ("cólera", "colera", "Complete the title of the novel: El amor en los tiempos del ___"),
        ("Málaga", "Malaga", "Complete the sentence: Picasso nació en la ciudad de ___ y no en Madrid."),
        ("twenty-one", "twenty one", "Write the number in words: 21"),
        ("oligopoly", "oligopolly", "What is imperfect competition with few sellers an example of?"),
        ("democracy", "democrasy", "What is the correct form of government called?"),
    ],
)
def test_foreign_names_in_other_questions_keep_their_lenient_grading(answer: str, given: str, stem: str) -> None:
    assert ask(answer, given, stem).counts_right
