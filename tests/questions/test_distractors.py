"""Wrong options with feedback and a share of the credit, from the file to the verdict."""

import copy
import json
import pickle
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from seed_samples import RIVERS

import quizgen
from quizgen.anki.notes import make_note
from quizgen.anki.pictures import Pictures
from quizgen.cli import cli
from quizgen.loading.schema import schema
from quizgen.questions import ChoiceQuestion, Code, MultipleQuestion, Question, QuestionSet

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is missing: pip install -e '.[test]'")

SEA = {"text": "Adriatic Sea", "feedback": "The **Po** flows there."}
HALF = {"text": "Mediterranean Sea", "share": 0.5}
QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def danube(*distractors: Any, kind: str = "choice") -> Any:
    answer = {"answer": "Black Sea"} if kind == "choice" else {"answers": ["Black Sea"]}
    stem = "Into which of these seas do rivers flow?"
    return QUESTION.validate_python({"id": "q", "kind": kind, "stem": stem, **answer, "distractors": list(distractors)})


def test_a_distractor_is_its_text_with_more() -> None:
    question = danube("North Sea", SEA, HALF)
    assert question.distractors == ("North Sea", "Adriatic Sea", "Mediterranean Sea")
    assert ", ".join(question.distractors) == "North Sea, Adriatic Sea, Mediterranean Sea"
    assert [(one.feedback, one.share) for one in question.wrong_options] == [
        (None, None), (SEA["feedback"], None), (None, 0.5)
    ]  # fmt: skip
    assert question.model_dump()["distractors"] == ("North Sea", SEA, HALF)


def test_two_questions_with_different_feedback_are_not_equal() -> None:
    question = danube(SEA)
    assert question != danube("Adriatic Sea")
    assert question != danube({**SEA, "feedback": "No."})
    assert question == danube(SEA) == copy.deepcopy(question) == pickle.loads(pickle.dumps(question))
    with pytest.raises(AttributeError):
        question.wrong_options[0].feedback = "No."


@pytest.mark.parametrize(
    ("distractor", "kind", "code", "at"),
    [
        ({**SEA, "feedback": ""}, "choice", Code.TOO_SHORT, "feedback"),
        ({**SEA, "feedback": "adriatic sea"}, "choice", Code.EMPTY_FEEDBACK, "feedback"),
        ({**HALF, "share": 1}, "choice", Code.OUT_OF_RANGE, "share"),
        ({**HALF, "share": 0}, "choice", Code.OUT_OF_RANGE, "share"),
        ({**HALF, "share": "half"}, "choice", Code.WRONG_TYPE, "share"),
        (HALF, "multiple", Code.SHARE_IN_MULTIPLE, "share"),
        ({"feedback": "No."}, "choice", Code.MISSING_KEY, "text"),
        ({**SEA, "fedback": "No."}, "choice", Code.UNKNOWN_KEY, "fedback"),
    ],
)
def test_what_is_wrong_is_reported_at_its_place(
    distractor: dict[str, Any], kind: str, code: Code, at: str, tmp_path: Path
) -> None:
    answer = {"answer": "Black Sea"} if kind == "choice" else {"answers": ["Black Sea"]}
    question = {"id": "q", "kind": kind, "stem": "Which sea?", **answer, "distractors": ["North Sea", distractor]}
    (path := tmp_path / "s.yaml").write_text(json.dumps({"id": "s", "title": "S", "questions": [question]}, indent=1))
    (found,) = quizgen.check(path).errors
    assert found.code == code
    assert found.help
    lines = path.read_text().splitlines()
    where = at if at != "text" else "{"
    assert where in lines[found.line - 1]


@pytest.mark.slow
def test_the_json_schema_accepts_both_forms() -> None:
    question = {"id": "q", "kind": "choice", "stem": "Which sea?", "answer": "a", "distractors": ["b", SEA, HALF]}
    data: dict[str, Any] = {"id": "s", "title": "S", "questions": [question]}
    validator = jsonschema.Draft202012Validator(schema("set"))  # test_schema.py checks the schema itself
    validator.validate(data)
    for wrong in ({"feedback": "No."}, {**HALF, "share": 2}, {**SEA, "fedback": "No."}):
        question["distractors"] = ["b", wrong]
        with pytest.raises(jsonschema.ValidationError):
            validator.validate(data)


@pytest.mark.parametrize("last", ["c", SEA, HALF])
def test_the_json_schema_of_seeds_accepts_both_forms(last: Any) -> None:
    data = copy.deepcopy(RIVERS)
    validator = jsonschema.Draft202012Validator(schema("seed"))
    data["facts"][0]["ask"][0]["distractors"] = ["b", last]
    validator.validate(data)
    data["facts"][0]["ask"][0]["distractors"] = ["b", {**SEA, "share": 2}]
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(data)


def test_the_verdict_on_a_chosen_option() -> None:
    question = danube("North Sea", SEA, HALF, {"text": "White Sea", "feedback": "Nearly.", "share": 0.25})
    assert quizgen.grade(question, "adriatic sea").feedback == SEA["feedback"]
    assert quizgen.grade(question, "North Sea") == quizgen.grade(danube("North Sea"), "North Sea")
    half, quarter = quizgen.grade(question, "Mediterranean Sea"), quizgen.grade(question, "White Sea")
    assert (half.outcome, half.share, half.feedback) == (quizgen.Outcome.PARTLY, 0.5, None)
    assert (quarter.outcome, quarter.share, quarter.feedback) == (quizgen.Outcome.PARTLY, 0.25, "Nearly.")
    assert quizgen.grade(question, "Black Sea").feedback is None


def test_the_verdict_on_several_chosen_options_names_each() -> None:
    question = danube(SEA, "North Sea", {"text": "Red Sea", "feedback": "No river."}, kind="multiple")
    verdict = quizgen.grade(question, frozenset({"Black Sea", "Red Sea", "Adriatic Sea", "North Sea"}))
    assert verdict.feedback == "Adriatic Sea: The **Po** flows there.\n\nRed Sea: No river."


def test_the_quiz_shows_the_feedback(tmp_path: Path) -> None:
    quizgen.save(QuestionSet(id="s", title="S", questions=(danube(SEA, HALF),)), tmp_path / "s.yaml")
    results = tmp_path / "results.json"
    done = CliRunner(env={"QUIZGEN_HOME": str(tmp_path / "home")}).invoke(
        cli, ["quiz", str(tmp_path / "s.yaml"), "--plain", "--json", str(results)], input="Adriatic Sea\nn\n"
    )
    assert re.search(r"Wrong\.\nThe Po flows there\.\nAnswer: [abc]\) Black Sea\n", done.output)
    assert json.loads(results.read_text("utf-8"))["answers"][0]["feedback"] == SEA["feedback"]


def test_the_back_of_a_card_lists_feedback_and_the_deck_comes_back(tmp_path: Path) -> None:
    both = {"text": "White *Sea*", "feedback": "Nearly:\n\n- cold\n- far", "share": 0.25}
    questions = (danube("North Sea", SEA, HALF, both), danube(SEA, "Red Sea", kind="multiple"))
    for question in questions:
        question_set = QuestionSet(id="s", title="S", questions=(question,))
        note = make_note(question_set, question, Pictures(None))
        assert "The <strong>Po</strong> flows there." in "".join(note.fields)
        quizgen.export_apkg([question_set], tmp_path / f"{question.kind}.apkg")
        (back,) = quizgen.import_file(tmp_path / f"{question.kind}.apkg").question_set.questions
        assert isinstance(back, ChoiceQuestion | MultipleQuestion)
        assert sorted(map(str, back.wrong_options)) == sorted(map(str, question.wrong_options))
        assert {one: one.data() for one in back.wrong_options} == {one: one.data() for one in question.wrong_options}
        assert back.explanation is None


TEXTS = st.text("ab5%:>.-#*`|= \n", min_size=1, max_size=12).map(str.strip).filter(lambda text: text not in {"", "x"})


@given(
    feedback=st.lists(st.none() | TEXTS, min_size=1, max_size=3),
    shares=st.lists(st.none() | st.floats(0.0001, 0.9999), min_size=3, max_size=3),
    shuffle=st.booleans(),
)
def test_markdown_and_yaml_hold_the_same(feedback: list[str | None], shares: list[float | None], shuffle: bool) -> None:
    wrong = [f"option {place}" for place in range(len(feedback))]
    distractors = [
        {"text": text} | ({"feedback": said} if said else {}) | ({"share": share} if share else {})
        for text, said, share in zip(wrong, feedback, shares, strict=False)
    ]
    data: dict[str, Any] = {"kind": "choice", "id": "q", "stem": "Which?", "answer": "x", "distractors": distractors}
    if not shuffle:
        data |= {"options": [*wrong, "x"], "shuffle": False}
    question = QUESTION.validate_python(data)
    with tempfile.TemporaryDirectory() as name:
        for ending in ("md", "yaml"):
            path = Path(name) / f"s.{ending}"
            quizgen.save(QuestionSet(id="s", title="S", questions=(question,)), path)
            assert quizgen.load(path).questions == (question,)
