"""A quiz that a script drives, and the history that a script reads."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import quizgen
from quizgen import History, Quiz, ShortQuestion
from quizgen.questions import QuestionSet
from quizgen.session.recorder import Recorder
from quizgen.session.session import Session

RIVERS = QuestionSet(
    id="rivers",
    title="Rivers",
    questions=(
        ShortQuestion(id="longest", kind="short", stem="Which river is Italy's longest?", answer="Po"),
        ShortQuestion(id="rome", kind="short", stem="On which river does Rome lie?", answer="Tiber"),
        ShortQuestion(id="vienna", kind="short", stem="On which river does Vienna lie?", answer="Danube"),
        ShortQuestion(
            id="mouths", kind="short", stem="How does the Danube end?", answer="in a delta", priority="detail"
        ),
    ),
)


def test_a_quiz_is_driven_by_a_script() -> None:
    quiz = Quiz(RIVERS, number=3, random_seed=1)
    answers = {"longest": "Po", "rome": "Arno", "vienna": None}
    while quiz.question:
        verdict = quiz.answer(answers[quiz.question.id])
        assert verdict.counts_right == (verdict.share == 1)
    assert {question.id for question in quiz.questions} == set(answers)
    assert (quiz.results.credit, quiz.results.out_of, quiz.results.percent) == (1, 2, 50)
    with pytest.raises(ValueError, match="finished"):
        quiz.answer("Po")


def test_the_same_arguments_give_the_same_quiz() -> None:
    orders = {tuple(question.id for question in Quiz(RIVERS, random_seed=seed).questions) for seed in range(9)}
    assert len(orders) > 1
    assert Quiz(RIVERS, random_seed=4).questions == Quiz(RIVERS, random_seed=4).questions


def test_details_are_asked_on_request() -> None:
    assert "mouths" not in {question.id for question in Quiz(RIVERS, number=None).questions}
    assert "mouths" in {question.id for question in Quiz(RIVERS, detail=True).questions}


def test_ten_questions_are_asked_unless_another_number_is_given() -> None:
    words = "amber brick cloud dune ember flint grove heron inlet jetty kelp lagoon".split()
    questions = tuple(
        ShortQuestion(id=word, kind="short", stem=f"Which word is {word[::-1]} backwards?", answer=word)
        for word in words
    )
    backwards = QuestionSet(id="words", title="Words", questions=questions)
    assert (len(Quiz(backwards).questions), len(Quiz(backwards, 11).questions)) == (10, 11)


def test_options_are_those_to_pick_from() -> None:
    choice = quizgen.ChoiceQuestion(id="c", kind="choice", stem="Which?", answer="Po", distractors=("Arno", "Tiber"))
    quiz = Quiz(QuestionSet(id="one", title="One", questions=(choice,)))
    assert sorted(quiz.options) == ["Arno", "Po", "Tiber"]
    quiz.answer("Po")
    assert (quiz.question, quiz.options) == (None, ())


def test_known_points_come_last_with_the_reviews_of_a_history(tmp_path: Path) -> None:
    with History(tmp_path) as history:
        recorder = Recorder(history, lambda: datetime(2026, 9, 1, tzinfo=UTC), lambda: "a-session")
        session, _ = Session.start(RIVERS, RIVERS.questions[:1], seed=1).answer("Po", seconds=7.0)
        recorder.record(session, 0)
    for seed in range(9):
        quiz = Quiz(RIVERS, number=2, random_seed=seed, reviews=History(tmp_path).reviews("rivers"))
        assert {question.id for question in quiz.questions} == {"rome", "vienna"}


def test_the_reviews_of_a_history(tmp_path: Path) -> None:
    assert list(History(tmp_path / "none").reviews()) == []
    assert not (tmp_path / "none").exists()
    with History(str(tmp_path)) as history:
        recorder = Recorder(history, lambda: datetime(2026, 9, 1, tzinfo=UTC), lambda: "a-session")
        session, _ = Session.start(RIVERS, RIVERS.questions, seed=1).answer("Po")
        recorder.record(session, 0)
    (review,) = History(tmp_path).reviews("rivers")
    assert (review.question_id, review.response, review.credits) == ("longest", "Po", {"longest": 1.0})
    assert list(History(tmp_path).reviews("lakes")) == []


def test_an_unreadable_history_is_a_quizgen_error(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite").write_bytes(b"\xa5" * 4096)
    with pytest.raises(quizgen.StorageError, match="damaged or is not a quizgen history"):
        list(History(tmp_path).reviews())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"number": -1}, "`number` is -1; it must be 0 or more, or None"),
        ({"kinds": ("choise",)}, "`kinds`: unknown kind 'choise' (did you mean 'choice'?)"),
        ({"kinds": "short"}, "`kinds` must be a collection of names, such as ('short',), not a string"),
        ({"topics": ("rivers",)}, "`topics`: unknown topic 'rivers' (there are no topics)"),
    ],
)
def test_an_argument_that_would_be_ignored_is_an_error(arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(quizgen.ArgumentError) as caught:
        Quiz(RIVERS, **arguments)
    assert str(caught.value) == message
    assert isinstance(caught.value, ValueError)


def test_a_quiz_may_have_no_questions() -> None:
    assert Quiz(RIVERS, number=0).questions == ()
    assert Quiz(RIVERS, kinds=("choice",)).questions == ()
