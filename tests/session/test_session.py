"""The session from the first question to the score."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome, Response, Verdict
from quizgen.loading.sets import read_set
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session.prompt import Answered, present
from quizgen.session.results import percent
from quizgen.session.selection import select
from quizgen.session.session import Session

NINE_KINDS = read_set(Path(__file__).parents[1] / "terminal" / "nine-kinds.yaml").question_set


def right_response(question: Question) -> Response:
    """The response that is the key itself."""
    match question:
        case ChoiceQuestion() | ShortQuestion() | TrueFalseQuestion():
            return question.answer
        case MultipleQuestion():
            return frozenset(question.answers)
        case NumberQuestion():
            return question.answer_text
        case ClozeQuestion():
            return tuple(mark.answer for mark in question.marks)
        case OrderQuestion():
            return question.steps
        case MatchQuestion():
            return question.pairs
        case CardQuestion():
            return True


def a_session(*, seed: int = 1) -> Session:
    return Session.start(NINE_KINDS, select(NINE_KINDS, seed=seed), seed=seed)


def choice(**fields: object) -> ChoiceQuestion:
    data = {"id": "q", "kind": "choice", "stem": "Which?", "answer": "c", **fields}
    return ChoiceQuestion.model_validate(data)


@given(st.text(max_size=5))
def test_options_are_a_permutation_and_never_start_solved(seed: str) -> None:
    for question in NINE_KINDS.questions:
        options = present(question, seed)
        assert options == present(question, seed)
        match question:
            case ChoiceQuestion() | MultipleQuestion():
                assert sorted(options) == sorted(question.shown)
            case OrderQuestion():
                assert sorted(options) == sorted(question.steps)
                assert options != question.steps
            case MatchQuestion():
                rights = tuple(right for _, right in question.pairs)
                assert sorted(options) == sorted(rights)
                assert options != rights
            case _:
                assert options == ()


def test_the_author_may_keep_the_order_or_the_last_option() -> None:
    kept = choice(options=["a", "b", "c", "d"], shuffle=False)
    pinned = choice(distractors=["a", "b", "None of these"], pin_last=True)
    seeds = [str(seed) for seed in range(30)]
    assert {present(kept, seed) for seed in seeds} == {("a", "b", "c", "d")}
    assert {present(pinned, seed)[-1] for seed in seeds} == {"None of these"}
    assert len({present(pinned, seed) for seed in seeds}) == 6
    # Numbers ascend unless the author fixed another order.
    numbers = ChoiceQuestion(id="q", stem="?", answer="9", distractors=("11", "7"))
    fixed = ChoiceQuestion(id="q", stem="?", answer="9", options=("11", "7", "9"), shuffle=False)
    last = ChoiceQuestion(id="q", stem="?", answer="9", distractors=("11", "7", "5"), pin_last=True)
    assert {present(numbers, seed) for seed in seeds} == {("7", "9", "11")}
    assert {present(fixed, seed) for seed in seeds} == {("11", "7", "9")}
    assert {present(last, seed) for seed in seeds} == {("7", "9", "11", "5")}


def test_the_key_takes_every_place() -> None:
    question = choice(distractors=["a", "b", "d"])
    assert {present(question, str(seed)).index("c") for seed in range(100)} == {0, 1, 2, 3}


def test_right_answers_to_every_kind() -> None:
    session = a_session()
    for place in range(1, 10):
        prompt = session.prompt
        assert prompt is not None
        assert (prompt.position, prompt.total, prompt.streak) == (place, 9, place - 1)
        session, verdict = session.answer(right_response(prompt.question))
        assert verdict.outcome is Outcome.CORRECT
    assert session.finished
    assert session.prompt is None
    assert session.results.percent == 100
    assert session.results.missed == ()
    assert session.results.best_streak == 9


@given(st.lists(st.sampled_from(["right", "wrong", "skip", "show"]), max_size=9), st.integers(0, 50))
def test_the_score_adds_up(plan: list[str], seed: int) -> None:
    session = a_session(seed=seed)
    for what in plan:
        assert session.prompt is not None
        wrong = {"true_false": not getattr(session.prompt.question, "answer", None), "card": False}
        match what, session.prompt.question.kind:
            case "right", _:
                session, _ = session.answer(right_response(session.prompt.question))
            case "show", _:
                session, _ = session.answer(None, shown=True)
            case "wrong", "true_false" | "card" as kind:
                session, _ = session.answer(wrong[kind])
            case "wrong", "short" | "number" | "choice":
                session, _ = session.answer("something else entirely")
            case _:
                session = session.skip()
    results = session.results
    assert len(results.answers) == len(plan)
    assert sum(results.count(outcome) for outcome in Outcome) == len(plan)
    assert results.attempted == len(plan) - results.count(Outcome.SKIPPED)
    assert results.credit == results.count(Outcome.CORRECT)
    assert sum(topic.credit for topic in results.topics.values()) == results.credit
    assert sum(topic.out_of + topic.skipped for topic in results.topics.values()) == len(plan)
    assert len(results.missed) == results.attempted - results.count(Outcome.CORRECT)
    assert len(results.to_review) == len(plan) - results.count(Outcome.CORRECT)
    assert session.streak <= results.best_streak
    assert (results.percent is None) == (results.attempted == 0)


def test_skipped_is_not_wrong_but_worth_asking_again() -> None:
    session = a_session().skip()
    assert session.results.attempted == 0
    assert session.results.percent is None
    assert session.results.missed == ()
    assert [answer.verdict.outcome for answer in session.results.to_review] == [Outcome.SKIPPED]


def test_asking_for_the_answer_is_a_miss() -> None:
    session, verdict = a_session().answer(None, shown=True)
    assert verdict.outcome is Outcome.WRONG
    assert (session.results.attempted, session.results.percent, session.streak) == (1, 0, 0)
    assert session.results.missed == session.answers


def test_missed_questions_are_retried() -> None:
    session = a_session()
    missed = []
    while (prompt := session.prompt) is not None:
        if prompt.position % 2:
            missed.append(prompt.question)
            session = session.skip()
        else:
            session, _ = session.answer(right_response(prompt.question))
    again = session.retry([answer.question for answer in session.results.to_review])
    assert list(again.questions) == missed
    assert again.answers == ()
    assert again.round == 2
    assert session.finished


def test_answering_changes_only_the_new_session() -> None:
    session = a_session()
    session.skip()
    assert session.answers == ()


def test_a_finished_session_takes_no_answer() -> None:
    session = Session.start(NINE_KINDS, NINE_KINDS.questions[:1], seed=1).skip()
    with pytest.raises(ValueError, match="finished"):
        session.answer("more")


def test_a_typo_that_is_another_answer_of_the_set_is_wrong() -> None:
    countries = ("Iran", "Iraq")
    questions = [{"id": name.lower(), "kind": "short", "stem": "Which?", "answer": name} for name in countries]
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": questions})
    _, verdict = Session.start(question_set, question_set.questions, seed=1).answer("Iraq")
    assert verdict.outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("points", "out_of", "shown"), [(3, 7, 43), (199, 200, 99), (1, 300, 1), (7, 7, 100), (0, 3, 0)]
)
def test_percentages_are_rounded(points: float, out_of: int, shown: int) -> None:
    assert percent(points, out_of) == shown


def an_exam() -> Session:
    return Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1, exam=True)


@given(st.lists(st.sampled_from(["answer", "back", "keep"]), max_size=40))
def test_an_exam_goes_back_and_forth(moves: list[str]) -> None:
    exam, place = an_exam(), 0
    for move in moves:
        if move == "back":
            exam, place = exam.back(), max(0, place - 1)
        elif move == "keep" and place < len(exam.answers):
            exam, place = exam.forward(), place + 1
        elif move == "answer" and exam.prompt is not None:
            exam, place = exam.answer(right_response(exam.prompt.question))[0], place + 1
        assert exam.place == place
        assert [answer.question for answer in exam.answers] == list(exam.questions[: len(exam.answers)])
        if (prompt := exam.prompt) is not None:
            assert (prompt.position, prompt.streak, prompt.exam) == (place + 1, 0, True)
            assert (prompt.given is None) == (place == len(exam.answers))
    before = len(exam.answers)
    results = exam.submit().results
    assert (results.credit, results.out_of, len(results.to_review)) == (before, 9, 9 - before)


def test_only_an_exam_lets_answers_be_changed() -> None:
    with pytest.raises(ValueError, match="only in an exam"):
        a_session().skip().back()
    for session in (a_session(), an_exam().skip()):
        with pytest.raises(ValueError, match="no answer to undo"):
            session.undo()


def test_an_override_counts() -> None:
    session, _ = a_session().answer(None)
    assert not session.answers[0].may_be_overridden
    short = next(question for question in NINE_KINDS.questions if question.kind == "short")
    session, _ = Session.start(NINE_KINDS, [short], seed=1).answer("the big one")
    assert session.answers[0].may_be_overridden
    assert session.override(0).results.percent == 100
    assert session.results.percent == 0


def test_each_point_of_an_answer_has_its_credit() -> None:
    cloze = ClozeQuestion(
        id="tides.cloze", kind="cloze", text="{{c1::Tides}} follow the {{c2::Moon}}.", point=("tides.c1", "tides.c2")
    )
    session = Session.start(NINE_KINDS, [cloze], seed=1)
    for response, credits_of_points in (
        (("Tides", "Sun"), {"tides.c1": 1.0, "tides.c2": 0.0}),
        (("Tides", "Moon"), {"tides.c1": 1.0, "tides.c2": 1.0}),
        (None, {"tides.c1": 0.0, "tides.c2": 0.0}),
    ):
        answered, _ = session.answer(response)
        assert answered.answers[0].credits == credits_of_points
    partly = Answered(NINE_KINDS.questions[1], frozenset({"Jupiter"}), Verdict(Outcome.PARTLY, 0.5))
    assert partly.credits == {"gas-giants": 0.5}
    assert partly.override().credits == {"gas-giants": 1.0}
