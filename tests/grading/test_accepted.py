"""What will be accepted, as data that a script on a page or card compares with."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from quizgen.grading.accepted import Accepted, accepted
from quizgen.grading.grader import grade
from quizgen.grading.policy import EXACT
from quizgen.questions import Question
from quizgen.text.chemistry.elements import ELEMENTS
from quizgen.text.countries import COUNTRIES
from quizgen.text.dates import DAY_WORDS, MONTHS

QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def question(kind: str, **fields: Any) -> Question:
    stem = {} if kind == "cloze" else {"stem": "Which?"}
    return QUESTION.validate_python({"id": "q", "kind": kind, **stem, **fields})


def script_accepts(answer: Accepted, response: str) -> bool:
    """Compare as a script does that follows the docstring."""

    def plain(text: str) -> str:
        text = " ".join(unicodedata.normalize("NFC", text).split()).removesuffix(".")
        text = text if answer.case else text.lower()
        if not answer.accents:
            text = "".join(char for char in unicodedata.normalize("NFD", text) if not "\u0300" <= char <= "\u036f")
        return text

    return plain(response) in map(plain, answer.forms)


CASES: list[tuple[str, dict[str, Any], list[str], list[str]]] = [
    ("short", {"answer": "C++"}, ["C++"], ["C", "C+"]),
    ("short", {"answer": "O(n^2)"}, ["O(n^2)"], ["O(n)", "o(n^2)"]),
    ("short", {"answer": "Bogotá", "accept": ["Santa Fe"]}, ["bogota", "santa fe", "Bogotá."], ["Santa"]),
    ("short", {"answer": "año", "answer_language": "es"}, ["año", "Año"], ["ano"]),
    ("cloze", {"text": "In Python: words.{{c1::split}}()"}, ["split"], ["Split"]),
    ("number", {"answer": -5}, ["-5"], ["5"]),
    ("number", {"answer": 2850, "unit": "km"}, ["2850", "2,850", "2850 km", "2850km", "2,850 km"], ["285", "2850 m"]),
]


@pytest.mark.parametrize(("kind", "fields", "right", "wrong"), CASES)
def test_a_script_accepts_only_what_the_grader_accepts(
    kind: str, fields: dict[str, Any], right: list[str], wrong: list[str]
) -> None:
    asked = question(kind, **fields)
    (answer,) = accepted(asked)
    assert [script_accepts(answer, response) for response in right] == [True] * len(right)
    assert [script_accepts(answer, response) for response in wrong] == [False] * len(wrong)
    given = [(response,) if kind == "cloze" else response for response in right]
    assert [grade(asked, response).counts_right for response in given] == [True] * len(right)


def test_each_blank_has_its_own() -> None:
    blanks = accepted(question("cloze", text="{{c1::Tbilisi}} is in {{c2::Georgia}}.", accept={"c1": ["Tiflis"]}))
    assert [blank.forms for blank in blanks] == [("Tbilisi", "Tiflis"), ("Georgia",)]


def test_a_question_that_is_not_typed_has_none() -> None:
    assert accepted(question("choice", answer="a", distractors=["b", "c"])) == ()


@pytest.mark.parametrize(
    ("answer", "stem", "case"),
    [
        ("CO2", "Which gas is it?", True),
        ("Na", "What is the symbol of sodium?", True),
        ("False", "What does Python print for print(1 > 2)?", True),
        ("Paris", "Where is the Louvre?", False),
        ("carbon dioxide", "Which gas is it?", False),
    ],
)
def test_capitals_count_where_grading_makes_them_count(answer: str, stem: str, case: bool) -> None:
    assert accepted(question("short", stem=stem, answer=answer))[0].case is case


WORDS = st.sampled_from([
    *sorted(COUNTRIES), *MONTHS, *DAY_WORDS, *ELEMENTS, *ELEMENTS.values(), "meters", "Mbit", "mbit", "Celsius", "euro",
    "half", "dozen", "hundred", "noon", "century", "nineties", "anno", "before Christ", "minus", "point", "version",
    "Apollo", "cocoa", "Bacon", "True", "none", "print", "sharp", "northwest", "degrees", "castle", "X-ray", "O'Neill",
])  # fmt: skip
NAMES = st.one_of(WORDS, WORDS.map(str.lower), WORDS.map(str.title), WORDS.map(str.upper))
NUMBERS = st.integers(0, 3000).map(str)
FORMS = st.one_of(
    NAMES,
    st.tuples(NAMES, NAMES).map(" ".join),
    st.tuples(NAMES, st.sampled_from(["", " "]), NUMBERS).map("".join),
    st.tuples(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), NUMBERS).map("".join),
)
STEMS = (
    "Which one?", "When was it?", "In which year was it?", "How many are there?", "How long is it in meters?",
    "Who wrote it?", "What is the symbol of it?", "What does Python print?", "Which note is it?", "Which period was it?",
    "What is the charge of the ion?", "Which version of {}?", "What is the hexadecimal number of {}?",
)  # fmt: skip


@pytest.mark.slow
@given(answers=st.lists(FORMS, min_size=1, max_size=3, unique=True), stem=st.sampled_from(STEMS))
def test_capitals_that_do_not_count_on_a_card_do_not_count_in_grading(answers: list[str], stem: str) -> None:
    answer, *accept = answers
    asked = question("short", stem=stem.format(answer), answer=answer, accept=accept)
    if not accepted(asked)[0].case:
        for form in answers:
            assert grade(asked, form.lower()).counts_right
            assert grade(asked, form.upper()).counts_right


@pytest.mark.parametrize(
    ("stem", "answer", "summary"),
    [
        ("Which Python keyword leaves a loop?", "break", "exact; a name in code"),
        ("Which language is used for style sheets?", "CSS", "lenient"),
        ("What does print('z' * 2) print?", "zz", EXACT.summary),
    ],
)
def test_the_summary_says_how_strictly_an_answer_is_graded(stem: str, answer: str, summary: str) -> None:
    (found,) = accepted(question("short", stem=stem, answer=answer))
    assert found.summary == summary
