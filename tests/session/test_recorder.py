"""Sessions stored and resumed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome, Response
from quizgen.history.history import History
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.session.past_sessions import earlier_attempts, last_missed, resumed
from quizgen.session.recorder import Recorder
from quizgen.session.results import result_data
from quizgen.session.selection import select
from quizgen.session.session import Session
from quizgen.terminal.describe import attempt_score

NINE_KINDS = read_set(Path(__file__).parents[1] / "terminal" / "nine-kinds.yaml").question_set
WRONG: dict[str, Response] = {
    "true_false": True,
    "card": False,
    "short": "something else",
    "number": "5",
    "choice": "Venus",
}


def clock_by_seconds() -> Iterator[datetime]:
    return (datetime(2026, 9, 1, 12, tzinfo=UTC) + timedelta(seconds=second) for second in count())


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    history = History(tmp_path / "home")
    yield history
    history.close()


def recorder_in(history: History, time_limit: float | None = None) -> Recorder:
    ticks, numbers = clock_by_seconds(), count(sum(1 for _ in history.reviews()))
    return Recorder(history, lambda: next(ticks), lambda: f"session-{next(numbers)}", time_limit=time_limit)


def answered(session: Session, recorder: Recorder, *, wrongly: bool, seconds: float = 1.0) -> Session:
    place = session.place
    kind = session.questions[place].kind
    session, _ = session.answer(WRONG.get(kind) if wrongly else None, seconds=seconds)
    recorder.record(session, place)
    return session


def test_an_override_after_the_end_is_stored(history: History) -> None:
    session, recorder = Session.start(NINE_KINDS, NINE_KINDS.questions[:1], seed=1), recorder_in(history)
    session = answered(session, recorder, wrongly=True)
    recorder.end()
    recorder.override(NINE_KINDS.id, session.questions[0].id)
    assert [review.outcome for review in history.reviews()] == [Outcome.CORRECT]


def test_undo_resumes_only_what_was_suspended_at_the_undone_answer(history: History) -> None:
    set_id, (first, second, third) = NINE_KINDS.id, NINE_KINDS.questions[:3]
    recorder = recorder_in(history)
    recorder.toggle_suspension(set_id, first.points)  # long before
    session = Session.start(NINE_KINDS, (first, second, third), seed=1)
    for _ in range(3):
        session = answered(session, recorder, wrongly=True)
    recorder.toggle_suspension(set_id, third.points)
    recorder.toggle_suspension(set_id, second.points)  # looking back

    assert recorder.undo()
    assert recorder.suspended(set_id) == {*first.points, *second.points}
    assert recorder.undo()
    assert recorder.suspended(set_id) == {*first.points}
    assert not recorder.undo()
    assert recorder.suspended(set_id) == {*first.points}


def test_answers_after_several_undone_ones_are_no_sign_of_a_better_memory(history: History) -> None:
    questions = tuple(one for one in NINE_KINDS.questions if one.kind in {"true_false", "short", "choice"})
    recorder, session = recorder_in(history), Session.start(NINE_KINDS, questions, seed=1)
    for _ in questions:
        session = answered(session, recorder, wrongly=True)
    for _ in questions:
        recorder.undo()
    session = Session.start(NINE_KINDS, questions, seed=1)
    for place, question in enumerate(questions):
        session, verdict = session.answer(question.answer, seconds=1.0)
        assert verdict.outcome is Outcome.CORRECT
        recorder.record(session, place)
    assert [review.rating for review in history.reviews()] == [Rating.HARD] * len(questions)


@pytest.mark.parametrize(("before", "rating"), [("undone", Rating.HARD), ("missed", Rating.GOOD), ("", Rating.EASY)])
def test_an_override_is_no_sign_of_a_better_memory_than_a_correct_answer(
    before: str, rating: Rating, history: History
) -> None:
    recorder = recorder_in(history)
    questions = [question for question in NINE_KINDS.questions if question.kind == "short"]
    session = Session.start(NINE_KINDS, questions * 2 if before == "missed" else questions, seed=1)
    if before:
        session = answered(session, recorder, wrongly=True)
    if before == "undone":
        recorder.undo()
        session = session.undo()
    answered(session, recorder, wrongly=True)
    counted = recorder.override(NINE_KINDS.id, questions[0].id)
    assert counted is not None
    assert counted == list(history.reviews())[-1]
    assert (counted.outcome, counted.rating) == (Outcome.CORRECT, rating)


def test_undo_leaves_alone_what_was_resumed_at_the_answer(history: History) -> None:
    question = NINE_KINDS.questions[0]
    recorder = recorder_in(history)
    answered(Session.start(NINE_KINDS, (question,), seed=1), recorder, wrongly=True)
    for _ in range(2):
        recorder.toggle_suspension(NINE_KINDS.id, question.points)

    assert not recorder.undo()
    assert recorder.suspended(NINE_KINDS.id) == frozenset()


@settings(max_examples=examples(15), deadline=None)
@given(st.lists(st.sampled_from(["answer", "undo"]), max_size=20))
def test_undone_answers_count_nowhere(steps: list[str]) -> None:
    with TemporaryDirectory() as folder, History(Path(folder)) as history:
        recorder = recorder_in(history)
        session = Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1)
        for step in steps:
            if step == "answer" and session.prompt:
                session = answered(session, recorder, wrongly=True)
            elif step == "undo" and session.answers and not session.undone:
                recorder.undo()
                session = session.undo()
        assert [review.question_id for review in history.reviews()] == [one.question.id for one in session.answers]
        saved = history.use(lambda store: store.unfinished(NINE_KINDS.id))
        assert (saved is None) == ("answer" not in steps)
        assert saved is None or len(resumed(saved, NINE_KINDS).answers) == len(session.answers)


@settings(max_examples=examples(15), deadline=None)
@given(st.lists(st.booleans(), min_size=1, max_size=9), st.integers(0, 99), st.booleans())
def test_a_session_resumes_where_it_was(answers: list[bool], seed: int, exam: bool) -> None:
    with TemporaryDirectory() as folder:
        history = History(Path(folder))
        session = Session.start(NINE_KINDS, select(NINE_KINDS, seed=seed), seed=seed, exam=exam)
        recorder = recorder_in(history, time_limit=60.0)
        for wrongly in answers:
            session = answered(session, recorder, wrongly=wrongly)
        if exam and len(answers) > 2:  # the latest word counts
            session = session.back().back()
            session = answered(session, recorder, wrongly=not answers[-2]).forward()
        saved = history.use(lambda store: store.unfinished(NINE_KINDS.id))
        assert saved is not None
        again = resumed(saved, NINE_KINDS)
        assert again.prompt == session.prompt
        assert [(a.question.id, a.response, a.verdict.outcome) for a in again.answers] == [
            (a.question.id, a.response, a.verdict.outcome) for a in session.answers
        ]
        assert (again.exam, again.results.credit) == (exam, session.results.credit)
        recorder = recorder_in(history)
        recorder.resume(saved)
        left = 60.0 - sum(r.seconds for r in saved.reviews)
        assert recorder.time_left == (left if exam else None)
        recorder.leave()  # a second after the session was resumed
        saved = history.use(lambda store: store.unfinished(NINE_KINDS.id))
        assert saved is not None
        for _ in range(2):  # and once more after a crash
            recorder.resume(saved)
            assert recorder.time_left == (left - 1 if exam else None)
        recorder.end()
        assert history.use(lambda store: store.unfinished(NINE_KINDS.id)) is None
        history.close()


def test_a_removed_question_is_left_out(history: History) -> None:
    recorder = recorder_in(history)
    session = Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1)
    for _ in range(3):
        session = answered(session, recorder, wrongly=True)
    saved = history.use(lambda store: store.unfinished(NINE_KINDS.id))
    assert saved is not None
    fewer = QuestionSet.model_construct(**{**dict(NINE_KINDS), "questions": NINE_KINDS.questions[1:]})
    again = resumed(saved, fewer)
    assert len(again.questions) == 8
    assert len(again.answers) == 2


def test_a_resumed_exam_and_its_json_keep_what_was_forgiven(history: History) -> None:
    short = {"id": "q", "kind": "short", "stem": "Capital of Colombia?", "answer": "Bogotá"}
    cloze = {"id": "c", "kind": "cloze", "text": "{{c1::Tides}} follow the {{c2::Moon}}."}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [short, cloze]})
    recorder = recorder_in(history)
    session = Session.start(question_set, question_set.questions, seed=1, exam=True)
    responses: tuple[Response, ...] = ("bogota", ("Tides", "Sun"))
    for place, response in enumerate(responses):
        session, _ = session.answer(response)
        recorder.record(session, place)
    saved = history.use(lambda store: store.unfinished("s"))
    assert saved is not None
    again = resumed(saved, question_set)
    assert [answer.verdict for answer in again.answers] == [answer.verdict for answer in session.answers]
    data = result_data(again, session_id=None, started=None, ended="")
    assert [(answer["outcome"], answer["difference"]) for answer in data["answers"]] == [
        ("correct", "accents"),
        ("partly", None),
    ]


def test_nothing_is_stored_before_the_first_answer(history: History) -> None:
    recorder_in(history).end()
    assert not history.exists


def test_an_override_counts(history: History) -> None:
    recorder = recorder_in(history)
    session = Session.start(NINE_KINDS, [q for q in NINE_KINDS.questions if q.kind in {"short", "choice"}], seed=1)
    session = answered(session, recorder, wrongly=True)
    session = answered(session, recorder, wrongly=True)
    assert last_missed(history, NINE_KINDS) == {"red-planet", "largest-ocean"}
    recorder.override(NINE_KINDS.id, "largest-ocean")
    assert last_missed(history, NINE_KINDS) == {"red-planet"}
    data = result_data(session.override(1), session_id=None, started=None, ended="")
    assert [(a["outcome"], a["overridden"]) for a in data["answers"]] == [
        (Outcome.WRONG, False),
        (Outcome.CORRECT, True),
    ]


@pytest.mark.parametrize("responses", [[None, "Mars"], ["Venus", "Mars"], ["Mars", "Venus"], ["Mars", None]])
def test_of_the_answers_to_a_question_of_an_exam_only_the_last_counts(
    responses: list[str | None], history: History
) -> None:
    questions = [question for question in NINE_KINDS.questions if question.kind == "choice"]
    session, recorder = Session.start(NINE_KINDS, questions, seed=1, exam=True), recorder_in(history)
    for response in responses:
        session, verdict = session.answer(response, seconds=30.0)
        recorder.record(session, 0)
        session = session.back()
    rating = {"Mars": Rating.HARD, "Venus": Rating.AGAIN, None: None}[responses[-1]]  # a minute in all is slow
    assert [(one.mode, one.outcome, one.rating, one.seconds) for one in history.reviews()] == [
        (Mode.EXAM, verdict.outcome, rating, 60.0)
    ]
    states = history.use(lambda store: store.point_states(NINE_KINDS.id)) or {}
    assert [state.credit for state in states.values()] == ([] if rating is None else [verdict.share])
    assert len(history.use(lambda store: list(store.reviews(undone=True))) or ()) == 2


def test_earlier_attempts(history: History) -> None:
    for wrongly in (True, False):
        recorder = recorder_in(history)
        session = Session.start(NINE_KINDS, NINE_KINDS.questions[:1], seed=1)
        session, _ = session.answer("Venus" if wrongly else "Mars")
        recorder.record(session, 0)
        own = recorder.start.id if recorder.start else None
        recorder.end()
    (attempt,) = earlier_attempts(history, session, own)
    assert (attempt.score.credit, attempt.score.out_of) == (0, 1)
    of_another_kind = Session.start(NINE_KINDS, NINE_KINDS.questions[-1:], seed=1)
    assert earlier_attempts(history, of_another_kind, None) == ()
    recorder, session = recorder_in(history), Session.start(NINE_KINDS, NINE_KINDS.questions[:2], seed=1)
    for place, response in enumerate(("Mars", None)):
        session, _ = session.answer(response)
        recorder.record(session, place)
    (attempt,) = earlier_attempts(history, session, None)
    assert attempt_score(attempt) == "100% (1 of 1 correct; 1 skipped)"
    exam = Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1, exam=True)
    assert earlier_attempts(history, exam, None) == ()


def test_a_history_that_fails_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    reported: list[str] = []
    history = History(tmp_path / "file" / "home", on_error=reported.append)
    recorder = recorder_in(history)
    session = Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1)
    for _ in range(3):
        session = answered(session, recorder, wrongly=True)
    recorder.end()
    assert len(reported) == 1
    assert not history.available
