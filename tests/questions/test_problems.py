"""What cannot be asked or graded fairly is refused, with its code, its place and a way to mend it."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome
from quizgen.questions import Code, Problem, Question, QuestionSet
from quizgen.questions.problem import FrozenError, InvalidError

QUESTION: TypeAdapter[Any] = TypeAdapter(Question)


def problems(data: dict[str, Any]) -> list[Problem]:
    with pytest.raises(ValidationError) as caught:
        QUESTION.validate_python({"id": "q", **data})
    return [problem for entry in caught.value.errors() for problem in entry["ctx"]["problems"]]


def choice(**data: Any) -> dict[str, Any]:
    return {"kind": "choice", "stem": "Which?", "answer": "Armenia", "distractors": ["Georgia", "Iran"], **data}


def cloze(text: str, **data: Any) -> dict[str, Any]:
    return {"kind": "cloze", "text": text, **data}


def number(**data: Any) -> dict[str, Any]:
    return {"kind": "number", "stem": "How many?", "answer": 85, **data}


@pytest.mark.parametrize("limits", [[85, 90], [80, 85], [85, 85]])
def test_a_range_may_begin_or_end_with_the_answer(limits: list[int]) -> None:
    assert QUESTION.validate_python({"id": "q", **number(range=limits)})


@pytest.mark.parametrize(
    ("code", "data"),
    [
        (Code.KEY_IS_DISTRACTOR, choice(distractors=["Georgia", "ARMÉNIA "])),
        (Code.KEY_IS_DISTRACTOR, choice(distractors=["Geor\u00adgia", "Arme\u200bnia"])),
        (Code.KEY_IS_DISTRACTOR, {"kind": "choice", "stem": "?", "answer": "Po", "options": ["Po", "PO", "Rhine"]}),
        (Code.EQUAL_OPTIONS, choice(distractors=["Georgia", "georgia"])),
        (Code.EQUAL_OPTIONS, {"kind": "multiple", "stem": "?", "answers": ["a", "A"], "distractors": ["b"]}),
        (Code.KEY_IS_DISTRACTOR, {"kind": "choice", "stem": "?", "answer": "x²", "distractors": ["x^2", "2x"]}),
        (Code.OPTION_COUNT, choice(distractors=[])),
        (Code.OPTION_COUNT, choice(distractors=[str(n) for n in range(10)])),
        (Code.OPTION_ORDER, choice(shuffle=False)),
        (Code.OPTION_ORDER, choice(distractors=["Iran"], options=["Iran", "Georgia", "Armenia"])),
        (Code.OPTION_ORDER, choice(distractors=["Iran"], options=["Iran", "Georgia"])),
        (Code.FALSE_UNEXPLAINED, {"kind": "true_false", "stem": "It is so.", "answer": False}),
        (Code.NO_MARK, cloze("Nothing is marked.")),
        (Code.EMPTY_MARK, cloze("An {{c1::}} mark.")),
        (Code.EMPTY_MARK, cloze("Only a hint: {{c1::::hint}}.")),
        (Code.MARK_NUMBER, cloze("Never shown: {{c0::this}}.")),
        (Code.MARK_NUMBER, cloze("One {{c1::mark}}.", accept={"c2": ["other"]})),
        (Code.BRACES, cloze(r"A fraction {{c1::\(\frac{1}{x_{2}}\)}}.")),
        (Code.BRACES, cloze("Nested {{c1::one {{c2::two}} marks}}.")),
        (Code.BRACES, cloze("A {{c1::mark}} and {{braces}}.")),
        (Code.BRACES, cloze("Never closed {{c1::mark} and {{c2::one}}.")),
        (Code.ANSWER_IN_STEM, cloze("{{c1::Armenia}} borders Armenia.")),
        (Code.ANSWER_IN_STEM, cloze("The {{c1::enzyme}} binds, and an enzyme is a protein.")),
        (Code.TOLERANCE, number(tolerance=-5)),
        (Code.TOLERANCE, number(tolerance="some")),
        (Code.RANGE, number(range=[90, 80])),
        (Code.RANGE, number(range=[1, 2])),
        (Code.RANGE, number(range=[80, 90], tolerance=5)),
        (Code.NOT_A_DATE, {"kind": "short", "stem": "When?", "answer": "soon", "type": "date"}),
        (Code.STEP_COUNT, {"kind": "order", "stem": "?", "steps": ["one", "two"]}),
        (Code.EQUAL_STEPS, {"kind": "order", "stem": "?", "steps": ["one", "two", "ONE"]}),
        (Code.PAIR_COUNT, {"kind": "match", "stem": "?", "pairs": {"a": "b"}}),
        (Code.EQUAL_SIDES, {"kind": "match", "stem": "?", "pairs": {"a": "b", "c": "B"}}),
        (Code.EQUAL_SIDES, {"kind": "match", "stem": "?", "pairs": {"a": "b", "A ": "c"}}),
        (Code.BAD_PATH, choice(image={"file": "../../secret.png", "alt": "x"})),
        (Code.BAD_PATH, choice(image={"file": "/etc/passwd.png", "alt": "x"})),
        (Code.BAD_PATH, choice(image={"file": "run.exe", "alt": "x"})),
        (Code.LONG_PHRASE, choice(citation={"paragraph": 1, "phrases": ["one two three-four five six seven"]})),
    ],
)
def test_refused(code: Code, data: dict[str, Any]) -> None:
    found = problems(data)
    assert code in [problem.code for problem in found]
    assert all(problem.message and problem.help for problem in found)


@pytest.mark.parametrize(
    "text",
    [
        "Completa con a o ante: Voy {{c1::ante}} el juez.",
        "The circle (x - 7)^2 + y^2 = 9 has its center at x = {{c1::7}}.",
        "From tin(IV) oxide and carbon, {{c1::tin}} is made.",
        "Does it sink or float? Wood will {{c1::float}}.",
        "A half-life is the time in which {{c1::half}} of the atoms decay.",
        "In the Kalahari Desert, {{c1::desert}} plants store water.",
    ],
)
def test_a_cloze_may_repeat_its_answer_as_a_choice_or_in_a_formula(text: str) -> None:
    assert QUESTION.validate_python({"id": "q", **cloze(text)}).kind == "cloze"


def test_all_errors_in_a_question_are_reported_together() -> None:
    found = problems(choice(distractors=["armenia", "Iran", "IRAN"], shuffle=False))
    assert {problem.code for problem in found} == {Code.KEY_IS_DISTRACTOR, Code.EQUAL_OPTIONS, Code.OPTION_ORDER}


@pytest.mark.parametrize("phrase", ["about 8,000 older ones were fitted", "around it once in 4.6 years"])
def test_a_number_is_one_word_of_a_phrase(phrase: str) -> None:
    QUESTION.validate_python({"id": "q", **choice(citation={"paragraph": 1, "phrases": [phrase]})})


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x1b", "\x1f", "\x7f", "\x85", "\u202e", "\u2066", "\u2028", "\ufeff"]
)
@pytest.mark.parametrize("field", ["stem", "answer", "explanation"])
def test_deceptive_characters_are_rejected(char: str, field: str) -> None:
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        QUESTION.validate_python({"id": "q", **choice(**{field: f"be{char}fore"})})


@pytest.mark.parametrize(
    "text", ["emoji 🦔 and Հայաստան", "right\u200fto left", "tab\tand\nline", "<b>&amp;{{x}}", "a\u0301"]
)
def test_harmless_characters_are_accepted(text: str) -> None:
    assert QUESTION.validate_python({"id": "q", **choice(stem=text)}).stem == text.strip()


@pytest.mark.parametrize("name", ["a", "troop-numbers", "troop-numbers.c1.choice", "2023.q-1"])
def test_ids(name: str) -> None:
    assert QUESTION.validate_python({**choice(), "id": name}).id == name


@pytest.mark.parametrize("name", ["", "A", "a_b", "a b", "-a", "a-", "a--b", "a..b", ".a", "é", "a/b"])
def test_invalid_ids(name: str) -> None:
    with pytest.raises(ValidationError):
        QUESTION.validate_python({**choice(), "id": name})


def test_questions_are_frozen_and_know_their_keys() -> None:
    question = QUESTION.validate_python({"id": "q", **choice()})
    with pytest.raises(FrozenError, match="cannot be changed"):
        question.stem = "other"
    with pytest.raises(ValidationError, match="extra_forbidden"):
        QUESTION.validate_python({"id": "q", **choice(anwser="x")})


def test_two_equal_ids_in_a_set_are_rejected() -> None:
    with pytest.raises(InvalidError) as caught:
        QuestionSet.model_validate(
            {"id": "s", "title": "S", "questions": [{"id": "q", **choice()}, {"id": "q", **choice()}]}
        )
    assert [problem.code for problem in caught.value.problems] == [Code.DUPLICATE_ID]


def test_options_may_be_written_in_the_order_to_show() -> None:
    question = QUESTION.validate_python(
        {"id": "q", "kind": "choice", "stem": "How often?", "answer": "Often", "options": ["Never", "Often", "Always"]}
    )
    assert question.distractors == ("Never", "Always")
    assert question.shown == ("Never", "Often", "Always")


@pytest.mark.parametrize(
    ("data", "low", "high"),
    [
        ({}, 85, 85),
        ({"tolerance": 5}, 80, 90),
        ({"tolerance": "±5"}, 80, 90),
        ({"tolerance": "20%"}, 68, 102),
        ({"range": [80, 100]}, 80, 100),
    ],
)
def test_bounds_of_a_number(data: dict[str, Any], low: int, high: int) -> None:
    assert QUESTION.validate_python({"id": "q", **number(**data)}).bounds == (low, high)


@pytest.mark.parametrize(
    ("written", "answer"), [("2,000", 2000), (85, 85), ("-1.5", Decimal("-1.5")), (0.1, Decimal("0.1"))]
)
def test_numbers_as_authors_write_them(written: object, answer: object) -> None:
    assert QUESTION.validate_python({"id": "q", **number(answer=written)}).answer == answer


@pytest.mark.parametrize("written", ["85 km", "many", "NaN", "1e999999", float("inf"), True, None])
def test_texts_that_are_not_numbers_are_rejected(written: object) -> None:
    with pytest.raises(ValidationError):
        QUESTION.validate_python({"id": "q", **number(answer=written)})


def test_a_cloze_shows_its_blanks() -> None:
    question = QUESTION.validate_python({"id": "q", **cloze("{{c1::85}} Americans, {{c2::175::how many?}} Armenians")})
    assert question.stem == "(1) ____ Americans, (2) ____ [how many?] Armenians"
    assert [mark.answer for mark in question.marks] == ["85", "175"]


@pytest.mark.parametrize(
    ("key", "rival"), [("10²", "102"), ("H₂O", "H2O"), (r"`\d`", r"`\D`"), ("`Co`", "`CO`"), (r"\(V\)", r"\(v\)")]
)
def test_options_that_a_reader_can_distinguish_are_allowed(key: str, rival: str) -> None:
    question = QUESTION.validate_python(
        {"id": "q", "kind": "choice", "stem": "?", "answer": key, "distractors": [rival]}
    )
    assert grade(question, key).outcome is Outcome.CORRECT
    assert grade(question, rival).outcome is Outcome.WRONG


def test_capitals_that_matter_can_be_required() -> None:
    found = problems({"kind": "choice", "stem": "?", "answer": "Co", "distractors": ["CO", "Cu", "CU"]})
    assert [problem.code for problem in found] == [Code.KEY_IS_DISTRACTOR, Code.EQUAL_OPTIONS]
    assert all(problem.help.endswith("put both in backticks") for problem in found)
