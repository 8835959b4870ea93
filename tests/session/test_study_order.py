"""Study on a clock of its own: what comes next, what is left, and what was learned."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.queue import Limits, Waiting
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, PointKey, Review
from quizgen.history.scheduler import PointState
from quizgen.questions import QuestionSet, ShortQuestion
from quizgen.session.study import StudySession
from quizgen.session.study_outlook import learned, new_today
from quizgen.session.study_pool import StudyPool

START = datetime(2026, 3, 1, 18, tzinfo=UTC)
HARD_TO_LEARN = "a"


def a_set(name: str, questions: str) -> QuestionSet:
    asked = [ShortQuestion(id=one, stem=f"What is {one} in {name}?", answer=f"{one}{name}") for one in questions]
    return QuestionSet(id=name, title=name.title(), questions=asked)


def start(
    *sets: QuestionSet, states: Mapping[PointKey, PointState] | None = None, at: datetime = START, new: int = 20
) -> StudySession:
    return StudySession.start(
        StudyPool.of(sets), states or {}, at, limits=Limits(new=new), calendar=Calendar(UTC), seconds_per_answer=10
    )


def answer(session: StudySession, now: datetime, rating: Rating) -> tuple[StudySession, str]:
    """The session after the next question, and the id of that question."""
    found = session.next(now)
    assert found is not None
    (set_id, _), question = found
    outcome = Outcome.WRONG if rating is Rating.AGAIN else Outcome.CORRECT
    share = float(outcome is Outcome.CORRECT)
    review = Review(
        set_id, question.id, "s", now, Mode.STUDY, "short", outcome, share, "x", 2.0, rating,
        credits=dict.fromkeys(question.points, share),
    )  # fmt: skip
    return session.after(review, question), question.id


@pytest.mark.parametrize("seconds", [2, 20])
def test_a_missed_question_waits_for_its_step_or_for_all_others(seconds: int) -> None:
    session, now = start(a_set("letters", "abcdefgh")), START
    asked: list[str] = []
    missed_at: dict[str, datetime] = {}
    while session.left > 1:
        others = {key[1] for _, key in session.queue.learning} | {*(key[1] for key in session.queue.new)}
        session, name = answer(session, now, Rating.AGAIN if _next(session, now) == HARD_TO_LEARN else Rating.GOOD)
        if name in missed_at and now - missed_at[name] < timedelta(minutes=1):
            since = asked[len(asked) - asked[::-1].index(name) :]
            assert others - {name} <= {*since}, "it came early, although others had waited longer"
        if name == HARD_TO_LEARN:
            missed_at[name] = now
        asked.append(name)
        now += timedelta(seconds=seconds)
    assert asked.count(HARD_TO_LEARN) <= 2 + len(asked) * seconds // 60
    assert {session.queue.learning[0][1][1]} == {HARD_TO_LEARN}
    assert answer(session, now, Rating.GOOD)[1] == HARD_TO_LEARN  # nothing else is left, so it comes early


def _next(session: StudySession, now: datetime) -> str:
    found = session.next(now)
    assert found is not None
    return found[1].id


@pytest.mark.parametrize("seconds", [2, 20])
def test_questions_that_are_all_missed_take_turns(seconds: int) -> None:
    session, now = start(a_set("letters", "abcd")), START
    asked: list[str] = []
    for _ in range(24):
        session, name = answer(session, now, Rating.AGAIN)
        asked.append(name)
        now += timedelta(seconds=seconds)
    assert all(len({*asked[at : at + 3]}) == 3 for at in range(len(asked) - 2))


def test_a_question_does_not_follow_soon_after_one_that_gives_it_away() -> None:
    stems = {
        "road": ("Which road did they guard?", "Lachin corridor"),
        "number": ("How many guarded the Lachin corridor?", "two thousand"),
        "year": ("When did it end?", "in spring"),
        "place": ("Where was it?", "in the south"),
        "side": ("Who lost?", "the north"),
    }
    asked = [ShortQuestion(id=name, stem=stem, answer=answer) for name, (stem, answer) in stems.items()]
    session = start(QuestionSet(id="x", title="X", questions=asked))
    order = []
    for at in range(9):
        session, name = answer(session, START + timedelta(seconds=20 * at), Rating.AGAIN if at < 5 else Rating.GOOD)
        order.append(name)
    places = [at for at, name in enumerate(order) if name in {"road", "number"}]
    assert all(order[at] == order[other] or abs(at - other) > 3 for at in places for other in places)


def test_what_is_left_goes_down_with_every_correct_answer() -> None:
    session, now = start(a_set("letters", "abc")), START
    assert session.queue.waiting == Waiting(learning=0, due=0, new=3)
    left = [session.answers_left]
    waiting = []
    while session.left:
        session, _ = answer(session, now, Rating.GOOD)
        left.append(session.answers_left)
        waiting.append(session.queue.waiting)
        now += timedelta(seconds=20)
    assert left == [6, 5, 4, 3, 2, 1, 0]
    assert waiting[:3] == [Waiting(1, 0, 2), Waiting(2, 0, 1), Waiting(3, 0, 0)]
    assert (session.done, session.correct, len(learned(session))) == (6, 6, 3)


def test_a_question_is_learned_in_the_session_that_finishes_it() -> None:
    letters, now = a_set("letters", "ab"), START
    first = start(letters)
    for rating in (Rating.AGAIN, Rating.GOOD):
        first, _ = answer(first, now, rating)
    assert learned(first) == ()
    now += timedelta(minutes=20)
    second = start(letters, states=first.changed, at=now)
    assert second.queue.waiting == Waiting(learning=2, due=0, new=0)
    for _ in range(2):
        second, _ = answer(second, now, Rating.EASY)
    assert learned(second) == (("letters", "a"), ("letters", "b"))
    tomorrow = now + timedelta(days=60)
    third = start(letters, states=second.changed, at=tomorrow)
    third, _ = answer(third, tomorrow, Rating.GOOD)
    assert learned(third) == ()  # it was known before


def test_new_questions_of_several_sets_take_turns() -> None:
    session = start(a_set("letters", "abcd"), a_set("moons", "xy"), a_set("rivers", "q"), new=6)
    assert [f"{name}.{point}" for name, point in session.queue.new] == [
        "letters.a", "moons.x", "rivers.q", "letters.b", "moons.y", "letters.c",
    ]  # fmt: skip


def test_suspended_questions_and_those_of_other_sets_count_against_the_limit_of_the_day() -> None:
    letters, moons = a_set("letters", "abcd"), a_set("moons", "xyz")
    session, _ = answer(start(letters, new=2), START, Rating.EASY)
    for pool in (StudyPool.of([letters], suspended={"letters": {"a"}}), StudyPool.of([moons])):
        later = StudySession.start(pool, session.changed, START, limits=Limits(new=2), calendar=Calendar(UTC))
        assert later.queue.waiting == Waiting(learning=0, due=0, new=1)
        assert new_today(later, START) == 1


def test_a_suspended_point_does_not_come_back_with_another_point_of_its_question() -> None:
    both = ShortQuestion(id="both", stem="What are a and b?", answer="letters", point=("a", "b"))
    pool = StudyPool.of([QuestionSet(id="letters", title="Letters", questions=[both])], suspended={"letters": {"b"}})
    session, _ = answer(
        StudySession.start(pool, {}, START, limits=Limits(), calendar=Calendar(UTC)), START, Rating.AGAIN
    )
    assert session.queue.waiting == Waiting(learning=1, due=0, new=0)


def test_a_skipped_question_is_left_for_today_but_not_asked_again() -> None:
    session, _ = answer(start(a_set("letters", "ab")), START, Rating.GOOD)
    skipped = session.next(START)
    assert skipped is not None
    session = session.skip(*skipped)
    assert (session.left, session.to_ask) == (2, 1)
    assert session.answers_needed(("letters", "a")) == 1
    session, name = answer(session, START, Rating.GOOD)
    assert (name, session.next(START), session.to_ask) == ("a", None, 0)
    assert session.answers_needed(("letters", "a")) == 0
    assert session.queue.waiting == Waiting(learning=0, due=0, new=1)
    assert session.without("letters", {"b"}).left == 0


def test_a_question_without_a_topic_is_shown_with_its_set_among_several() -> None:
    letters, moons = a_set("letters", "a"), a_set("moons", "x")
    for sets, topic in (((letters, moons), "Moons"), ((moons,), None)):
        pool = StudyPool.of(sets)
        prompt = pool.prompt(
            "moons", moons.questions[0], seed="", done=0, answers_left=2, left=Waiting(0, 0, 1), minutes=1,
            undoable=None, early=False, ahead=(),
        )  # fmt: skip
        assert prompt.topic == topic
