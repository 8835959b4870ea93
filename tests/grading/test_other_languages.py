"""Questions in other languages than English: their articles, plurals, numbers and dates, and none of English."""

from pathlib import Path
from typing import Any

import pytest

from quizgen.grading.accepted import accepted
from quizgen.grading.grader import grade
from quizgen.grading.known import KnownAnswers
from quizgen.grading.verdict import Verdict
from quizgen.loading.sets import load
from quizgen.questions import NumberQuestion, Question, ShortQuestion
from quizgen.questions.typed import TypedQuestion


def ask(language: str, stem: str, answer: str, given: str, **fields: Any) -> Verdict:
    data = {"id": "q", "kind": "short", "stem": stem, "answer": answer, "language": language, **fields}
    return grade(ShortQuestion.model_validate(data), given)


@pytest.mark.parametrize(
    ("language", "stem", "answer", "right", "wrong"),
    [
        ("es", "¿Cuál es la unidad de la vida?", "célula", ["la célula", "Las células", "celula"], ["cédula", "cel"]),
        ("es", "¿Qué órgano bombea la sangre?", "el corazón", ["corazon", "un corazón"], ["el pulmón"]),
        ("es", "¿De qué está hecha la materia?", "átomos", ["átomo", "los átomos"], ["átonos"]),
        ("es", "¿Cuál es la capital de Francia?", "París", ["paris", "La ciudad de París"], ["Parma"]),
        ("es", "¿Qué emite el Sol?", "luz", ["la luz", "luces"], ["lus"]),
        ("es", "¿Quién escribió el Quijote?", "Miguel de Cervantes", ["Cervantes", "M. de Cervantes"], ["Lope de Vega"]),
        ("es", "¿Qué gases hay en el agua?", "hidrógeno y oxígeno", ["oxígeno e hidrógeno"], ["hidrógeno", "hidrógeno o oxígeno"]),
        ("es", "¿Qué gases hay?", "hidrógeno y oxígeno", ["hidrógeno y oxgíeno", "oxgíeno e hidrógeno"], ["oxgíeno"]),
        ("es", "¿Dónde se compra el pan?", "la panadería", ["panadería", "una panadería", "las panaderías"], ["el panadería", "la panaderías", "el panadero", "la panadero"]),
        ("es", "¿Qué animal da leche?", "la vaca", ["las vacas", "vaca"], ["el vaca", "un vaca", "los vacas"]),
        ("es", "¿Qué bebemos?", "el agua", ["agua", "las aguas"], ["la agua"]),
        ("es", "¿Quién estudia aquí?", "el estudiante", ["la estudiante", "un estudiante"], ["el estudio"]),
        ("es", "¿Dónde está San Salvador?", "El Salvador", ["el Salvador", "Salvador"], []),
        ("fr", "Quel animal donne du lait ?", "la vache", ["une vache", "les vaches"], ["le vache", "un vache"]),
        ("fr", "Où achète-t-on le pain ?", "la boulangerie", ["boulangerie"], ["le boulangerie", "la boulangère", "le boulanger"]),
        ("de", "Wo kauft man das Brot?", "die Bäckerei", ["eine Bäckerei", "Bäckerei"], ["der Bäckerei", "der Bäcker", "das Bäckerei"]),
        ("it", "Quale animale dà il latte?", "la mucca", ["una mucca", "le mucche"], ["il mucca", "i mucche"]),
        ("fr", "Qu'est-ce que H2O ?", "l'eau", ["eau", "de l'eau", "L’eau"], ["haut"]),
        ("fr", "Quelle boisson ?", "thé vert", ["le thé vert"], ["vert", "le vert"]),
        ("fr", "Quelle est la plus petite unité du vivant ?", "la cellule", ["cellule", "les cellules"], ["la celluloïde"]),
        ("fr", "Quel animal ?", "le cheval", ["chevaux", "un cheval"], ["cheveu", "chevaliers"]),
        ("fr", "Quel enfant est-ce ?", "fils", ["le fils"], ["fil", "un fil"]),
        ("fr", "Quelle durée ?", "un mois", ["mois"], ["moi"]),
        ("de", "Woraus bestehen Lebewesen?", "Zellen", ["die Zelle", "Zelle"], ["Zellstoff"]),
        ("de", "Was baut man?", "das Haus", ["Haus", "ein Haus"], ["der Hau", "Hau"]),
        ("de", "Was frisst der Fuchs?", "Hund", ["der Hund", "Hunde", "die Hunde"], ["Hand"]),
        ("it", "Qual è l'unità della vita?", "la cellula", ["cellula", "le cellule"], ["celluloide"]),
        ("it", "Che frutto è?", "la pesca", ["pesche", "le pesche"], ["il pesce"]),
        ("it", "Dove vivono gli animali?", "lo zoo", ["zoo"], ["zio"]),
        ("pt", "De que é feita a vida?", "células", ["a célula", "célula"], ["cédula"]),
        ("pt", "O que move o barco?", "o animal", ["animais", "os animais"], ["anima"]),
        ("ru", "Какая столица Франции?", "Париж", ["париж"], ["Прага"]),
    ],
)  # fmt: skip
def test_words_have_the_articles_and_plurals_of_their_language(
    language: str, stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    verdicts = {given: ask(language, stem, answer, given).counts_right for given in right + wrong}
    assert verdicts == dict.fromkeys(right, True) | dict.fromkeys(wrong, False)


@pytest.mark.parametrize(
    ("language", "stem", "answer", "right", "wrong"),
    [
        ("es", "¿Cuántas letras hay?", "21", ["veintiuno", "veintiuna letras", "21 letras"], ["veintidós"]),
        ("es", "¿Cuántas son?", "veintiuno", ["21", "veinte y uno"], ["20", "veinte"]),
        ("es", "¿Cuándo cayó la Bastilla?", "14 de julio de 1789",
         ["1789-07-14", "14 julio 1789", "el 14 de julio de 1789", "14/7/1789", "martes 14 de julio de 1789"],
         ["1789", "14 de junio de 1789", "4 de julio de 1789"]),
        ("es", "¿En qué año cayó la Bastilla?", "1789", ["14 de julio de 1789", "en 1789", "el año 1789"], ["1798"]),
        ("es", "¿En qué siglo vivió Cervantes?", "siglo XVI", ["el siglo XVI", "siglo 16", "siglo dieciséis"], ["siglo XV"]),
        ("es", "¿Cuánto pesa?", "3,5 kg", ["3.5 kg", "3,5 kilogramos", "3500 g", "tres coma cinco kilogramos"], ["35 kg"]),
        ("es", "¿Qué altura tiene?", "1.500 metros", ["1500 m", "1,5 km", "mil quinientos metros"], ["1,5 m", "1500 km"]),
        ("es", "¿Qué parte es?", "1/3", ["un tercio"], ["un cuarto"]),
        ("es", "¿Qué parte es?", "la mitad", ["1/2", "50 %"], ["1/3"]),
        ("es", "¿Cuándo murió César?", "44 a. C.", ["44 a.C."], ["44 d. C."]),
        ("es", "¿Cuándo fue?", "los años 60", ["años sesenta"], ["años 70"]),
        ("fr", "Combien de départements ?", "quatre-vingt-seize", ["96"], ["86"]),
        ("fr", "Quand la Bastille est-elle tombée ?", "14 juillet 1789", ["le 14 juillet 1789", "1789-07-14"], ["14 juin 1789"]),
        ("fr", "Quand ?", "1er mai 1886", ["premier mai 1886", "le 1er mai 1886", "1 mai 1886"], ["2 mai 1886"]),
        ("es", "¿Cuándo?", "primera mitad del siglo XX", ["primera mitad del siglo 20"], ["segunda mitad del siglo XX"]),
        ("es", "¿Cuándo?", "finales del siglo XV", ["a finales del siglo XV"], ["principios del siglo XV", "siglo XV"]),
        ("es", "¿Qué periodo?", "del siglo XV al siglo XVI", ["del siglo 15 al siglo 16"], ["siglo XV", "siglo XVI"]),
        ("es", "¿Cuándo?", "siglo V a. C.", ["en el siglo V a. C.", "siglo 5 a.C."], ["siglo V", "siglo V d. C."]),
        ("es", "¿Cuándo?", "12.000 a. C.", ["12000 a. C.", "12 000 a.C."], ["1200 a. C.", "12 a. C.", "12.000 d. C."]),
        ("es-MX", "¿Cuándo?", "12,000 a. C.", ["12000 a. C."], ["12 a. C.", "1200 a. C."]),
        ("fr", "Quel siècle ?", "XVIIIe siècle", ["18e siècle", "le XVIIIème siècle"], ["XVIIe siècle"]),
        ("fr", "Quand ?", "première moitié du XIXe siècle", ["la première moitié du 19e siècle"], ["seconde moitié du XIXe siècle"]),
        ("fr", "Quand ?", "12 000 av. J.-C.", ["12000 av. J.-C.", "12.000 av. J.-C."], ["1200 av. J.-C.", "12 000"]),
        ("fr", "Quel siècle ?", "VIe siècle", ["6e siècle"], ["neuvième siècle", "dix-neuvième siècle", "XIXe siècle"]),
        ("de", "Was?", "die Musik des 19. Jahrhunderts", ["Musik des 19. Jahrhunderts"], ["die Kunst des 19. Jahrhunderts"]),
        ("de", "Welches Jahrhundert?", "19. Jahrhundert", ["im 19. Jh.", "das 19. Jahrhundert"], ["18. Jahrhundert", "Mitte des 19. Jahrhunderts"]),
        ("it", "Quale secolo?", "XV secolo", ["il secolo XV", "nel XV secolo"], ["XVI secolo", "fine del XV secolo"]),
        ("pt", "Que século?", "século XV", ["no século 15"], ["século XVI", "fim do século XV"]),
        ("de", "Wann fiel die Mauer?", "9. November 1989", ["9.11.1989", "am 9. November 1989", "1989-11-09"], ["9. Oktober 1989"]),
        ("de", "Wie viele Monate?", "zwölf", ["12", "zwölf Monate"], ["zwanzig"]),
        ("de", "Wie viele?", "200", ["zweihundert"], ["zwei und hundert"]),
        ("fr", "Combien ?", "20 000", ["vingt mille"], ["vingt et mille"]),
        ("de", "Wie lang?", "2,5 km", ["2500 Meter", "zweieinhalb km", "2,5 Kilometer"], ["25 km"]),
        ("de", "Welcher Wert?", "3,142", ["3.142"], ["3142"]),
        ("it", "Quando?", "2 giugno 1946", ["il 2 giugno 1946", "2/6/1946"], ["2 luglio 1946"]),
        ("it", "Quanti?", "ventotto", ["28"], ["38"]),
        ("pt", "Quando?", "7 de setembro de 1822", ["7 setembro 1822", "1822-09-07"], ["7 de outubro de 1822"]),
        ("pt", "Quantos?", "vinte e três", ["23"], ["33"]),
        ("pl", "Ile?", "2,5 kg", ["2.5 kg", "2500 g"], ["25 kg"]),
        ("es-MX", "¿Cuánto pesa?", "1.500 kg", ["1.5 kg", "1500 g"], ["1500 kg"]),
    ],
)  # fmt: skip
def test_values_are_read_in_their_language(
    language: str, stem: str, answer: str, right: list[str], wrong: list[str]
) -> None:
    verdicts = {given: ask(language, stem, answer, given).counts_right for given in right + wrong}
    assert verdicts == dict.fromkeys(right, True) | dict.fromkeys(wrong, False)


def test_a_number_question_is_read_in_its_language() -> None:
    question = NumberQuestion.model_validate(
        {"id": "q", "kind": "number", "stem": "¿Cuánto mide?", "answer": 1500, "unit": "m", "language": "es"}
    )
    right = ["1.500", "1500 metros", "mil quinientos", "1,5 km", "1,5 kilómetros"]
    assert [grade(question, given).counts_right for given in right] == [True] * len(right)
    assert not grade(question, "1,5").counts_right


SET = """id: capitales
title: Capitales
language: es
questions:
  - {id: paris, kind: short, stem: ¿Cuál es la capital de Francia?, answer: París}
  - {id: celula, kind: short, stem: ¿Cuál es la unidad de la vida?, answer: célula}
  - {id: gato, kind: short, stem: ¿Cómo se dice cat?, answer: el gato, answer_language: es}
  - {id: cell, kind: short, stem: "What is it, in English?", answer: cells, language: en}
  - {id: bastilla, kind: cloze, text: "La Bastilla cayó el {{c1::14 de julio de 1789}}."}
"""


@pytest.fixture
def questions(tmp_path: Path) -> dict[str, Question]:
    file = tmp_path / "s.yaml"
    file.write_text(SET, "utf-8")
    return {question.id: question for question in load(file).questions}


@pytest.mark.parametrize(
    ("given", "note"),
    [
        ("la peluquera", None),
        ("los peluqueros", None),
        ("el peluquera", 'Check the gender: "la peluquera".'),
        ("la peluquero", 'Check the gender: "el peluquero".'),
    ],
)
def test_the_article_of_another_gender_is_named(given: str, note: str | None) -> None:
    stem = "¿Cómo se llama la persona que corta el pelo?"
    verdict = ask("es", stem, "el peluquero", given, accept=["la peluquera"])
    assert (verdict.counts_right, verdict.note) == (note is None, note)


def test_the_language_of_a_set_reaches_its_questions_and_is_no_language_course(questions: dict[str, Question]) -> None:
    policies = {name: accepted(question)[0].policy.preset for name, question in questions.items()}
    assert policies == dict.fromkeys(questions, "lenient") | {"gato": "spelling"}
    assert grade(questions["paris"], "paris").counts_right
    assert grade(questions["celula"], "las células").counts_right
    assert not grade(questions["gato"], "gatto").counts_right
    assert grade(questions["cell"], "a cell").counts_right
    assert grade(questions["bastilla"], ("1789-07-14",)).counts_right


def test_an_english_set_leaves_its_questions_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_text(SET.replace("language: es\nq", "language: en-GB\nq"), "utf-8")
    languages = [question.language for question in load(file).questions if isinstance(question, TypedQuestion)]
    assert languages == [None, None, None, "en", None]


def test_other_answers_of_the_set_are_read_in_its_language() -> None:
    question = ShortQuestion(id="q", stem="¿Qué río cruza Viena?", answer="el Danubio", language="es")
    known = KnownAnswers(("el Danubio", "los Danubios"))
    assert grade(question, "Danubios").counts_right
    assert not grade(question, "los Danubios", rivals=known).counts_right
    assert not grade(question, "Danubios", rivals=known).counts_right


@pytest.mark.parametrize(
    ("language", "answer", "right", "wrong"),
    [
        ("ru", "спасибо", "spasibo", "spasiba"),
        ("uk", "гривня", "hryvnia", "trivnia"),
        ("ru", "город", "gorod", "horod"),
        ("bg", "къща", "kashta", "kota"),
    ],
)
def test_words_are_romanized_as_in_their_language(language: str, answer: str, right: str, wrong: str) -> None:
    stem = "Write the word in Cyrillic or transliterated."
    given = {said: ask(language, stem, answer, said).counts_right for said in (right, wrong)}
    assert given == {right: True, wrong: False}
