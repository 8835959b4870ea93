"""The history on the disk, through its public face."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from effort import examples
from history_samples import START, a_review, after, wrong
from history_versions import undo_later_versions
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.errors import StorageError
from quizgen.history.glance import read_glance
from quizgen.history.history import FILE_NAME, History, data_folder
from quizgen.history.ratings import Rating
from quizgen.history.records import (
    Amendment,
    Assignment,
    Change,
    Mode,
    Plan,
    Reading,
    Review,
    SessionEnd,
    SessionStart,
    Suspension,
)
from quizgen.history.scheduler import Scheduler, replay
from quizgen.history.store import Store, UnknownReviewsError

PLAN = Plan(("q", "r"), {"q": ("Po", "Arno")}, seed=7, round=2, time_limit=600.0)
BEGUN = SessionStart("s", "rivers", Mode.EXAM, START, PLAN)


def test_what_was_added_is_there_when_the_history_is_opened_again(tmp_path: Path) -> None:
    given_back = [a_review(response=response) for response in ("Po",)]
    given_back += [
        wrong("multi", kind="multiple", response=["Arno", "Po"], outcome=Outcome.PARTLY, share=0.5),
        a_review("skip", outcome=Outcome.SKIPPED, share=0.0, response=None, rating=None),
        a_review("half", kind="short", response="half a character \ud83d"),
        a_review("pairs", kind="match", response=[["Po", "Italy"], ["Loire", "France"]]),
    ]
    with Store.open(tmp_path / "new" / "folder") as store:
        assert all(store.append(review) for review in given_back)
    with Store.open(tmp_path / "new" / "folder") as store:
        assert list(store.reviews()) == given_back
        assert list(store.reviews("rivers")) == given_back
        assert list(store.reviews("lakes")) == []
        assert store.set_ids() == ["rivers"]
    history = History(tmp_path / "new" / "folder")
    assert list(history.reviews()) == list(history.reviews("rivers")) == given_back
    assert list(History(tmp_path / "none").reviews()) == []
    for folder in ("new/folder", "none"):
        with pytest.raises(TypeError, match="`set_id` must be a str or None, not int"):
            History(tmp_path / folder).reviews(3)  # type: ignore[arg-type]


def test_a_review_is_stored_once(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert store.append(a_review())
        assert not store.append(a_review())
        assert store.append(a_review(id="of its own"))
        assert [review.id for review in store.reviews()] == [a_review().id, "of its own"]


def test_an_interrupted_quiz_is_offered_with_its_plan_and_answers(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert store.unfinished("rivers") is None
        store.add(BEGUN)
        store.append(wrong())
        store.add(Amendment(wrong().id, after(seconds=5), Change.OVERRIDE, value=True))
        store.append(a_review("other session", session_id="t"))
    with Store.open(tmp_path) as store:
        found = store.unfinished("rivers")
        assert found is not None
        assert found.start == BEGUN
        assert [(review.question_id, review.outcome) for review in found.reviews] == [("q", Outcome.CORRECT)]
        assert store.unfinished("lakes") is None
        store.add(SessionEnd("s", after(minutes=1)))
        assert store.unfinished("rivers") is None


def test_only_the_latest_quiz_is_offered_and_study_never_is(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.add(BEGUN)
        store.add(SessionStart("later", "rivers", Mode.QUIZ, after(hours=1), Plan(("q",))))
        store.add(SessionStart("study", "rivers", Mode.STUDY, after(hours=2)))
        found = store.unfinished("rivers")
        assert found is not None
        assert found.start.id == "later"
        assert [(s.start.id, s.ended) for s in store.sessions("rivers", limit=2)] == [
            ("study", False),
            ("later", False),
        ]
        store.add(SessionEnd("later", after(hours=3)))
        assert store.unfinished("rivers") is None


def test_the_last_attempt_counts_and_a_skip_does_not(tmp_path: Path) -> None:
    skip: dict[str, Any] = {"outcome": Outcome.SKIPPED, "share": 0.0, "rating": None}
    with Store.open(tmp_path) as store:
        store.append(wrong("missed"))
        store.append(a_review("missed", after(hours=1), **skip))
        store.append(wrong("mended"))
        store.append(a_review("mended", after(hours=1)))
        store.append(a_review("skipped", **skip))
        assert store.last_outcomes("rivers") == {
            "missed": Outcome.WRONG,
            "mended": Outcome.CORRECT,
            "skipped": Outcome.SKIPPED,
        }
        assert set(store.memory_states("rivers")) == {"missed", "mended"}


def test_an_override_counts_the_answer_as_right_and_can_be_undone(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(wrong())
        failed = store.memory_states("rivers")
        store.add(Amendment(wrong().id, after(seconds=5), Change.OVERRIDE, value=True))
        assert store.last_outcomes("rivers") == {"q": Outcome.CORRECT}
        (counted,) = store.reviews()
        assert (counted.share, counted.rating, counted.response) == (1.0, Rating.GOOD, "Arno")
        assert store.memory_states("rivers")["q"].due > failed["q"].due
        store.add(Amendment(wrong().id, after(seconds=9), Change.OVERRIDE, value=False))
        assert store.memory_states("rivers") == failed


def test_a_chosen_rating_takes_precedence_over_the_suggested_one(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review())
        store.add(Amendment(a_review().id, after(seconds=5), Change.RATING, Rating.EASY))
        easy = Scheduler().review(None, Rating.EASY, START)
        assert store.memory_states("rivers") == {"q": easy}
        assert [record for record in store.log() if isinstance(record, Review)] == [a_review()]


def test_an_amendment_without_its_review_is_refused(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store, pytest.raises(UnknownReviewsError):
        store.add(Amendment("nothing", START, Change.RATING, Rating.EASY))


QUESTIONS = st.sampled_from(["q", "r"])
HOURS = st.integers(0, 400)
CREDITS = st.dictionaries(st.sampled_from(["q", "a.c1", "a.c2"]), st.sampled_from([0.0, 0.5, 1.0]), min_size=1)
REVIEWS = st.builds(
    lambda question, hours, rating, number, by_point, recognition: a_review(
        question, after(hours=hours), rating=rating, id=f"id-{number}", credits=by_point, recognition=recognition
    ),
    QUESTIONS,
    HOURS,
    st.one_of(st.none(), st.sampled_from(Rating)),
    st.integers(0, 9),
    st.one_of(st.none(), CREDITS),
    st.booleans(),
)
ASSIGNMENTS = st.builds(
    lambda number, hours, set_id, question, by_point: Assignment(
        f"id-{number}", after(hours=hours), set_id, question, by_point
    ),
    st.integers(0, 9),
    HOURS,
    st.sampled_from(["rivers", "lakes"]),
    QUESTIONS,
    CREDITS,
)
AMENDMENTS = st.builds(
    lambda number, hours, change: Amendment(f"id-{number}", after(hours=hours), *change),
    st.integers(0, 9),
    HOURS,
    st.one_of(
        st.tuples(st.sampled_from([Change.OVERRIDE, Change.WITHDRAWAL, Change.PAUSE]), st.booleans()),
        st.tuples(st.just(Change.RATING), st.sampled_from(Rating)),
    ),
)


@pytest.mark.slow
@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.one_of(REVIEWS, AMENDMENTS, ASSIGNMENTS), max_size=25))
def test_states_kept_answer_by_answer_are_those_rebuilt_and_those_of_another_order(
    tmp_path_factory: pytest.TempPathFactory, records: list[Review | Amendment | Assignment]
) -> None:
    def states(of: Store) -> list[object]:
        return [(of.point_states(name), of.last_outcomes(name)) for name in ("rivers", "lakes")]

    folder = tmp_path_factory.mktemp("history")
    with Store.open(folder) as store, Store.open(folder / "other") as other:
        for record in records:
            if isinstance(record, Review):
                store.append(record)
            elif any(review.id == record.review_id for review in store.reviews(undone=True)):
                store.add(record)
        kept = states(store)
        assert store.rebuild() == sum(len(store.memory_states(name)) for name in ("rivers", "lakes"))
        assert states(store) == kept
        other.merge_in_parts(reversed(list(store.log())))
        assert states(other) == kept


@pytest.mark.slow
@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.tuples(QUESTIONS, HOURS, st.sampled_from([*Outcome]), st.booleans()), max_size=20))
def test_states_after_an_undo_are_those_without_the_answer(
    tmp_path_factory: pytest.TempPathFactory, answers: list[tuple[str, int, Outcome, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    with Store.open(folder) as store, Store.open(folder / "never given") as other:
        for number, (question, hours, outcome, undone) in enumerate(answers):
            rating = None if outcome is Outcome.SKIPPED else Rating.AGAIN if outcome is Outcome.WRONG else Rating.GOOD
            review = a_review(
                question,
                after(hours=hours),
                id=f"id-{number}",
                outcome=outcome,
                rating=rating,
                credits={"a": number / 20},
            )
            store.append(review)
            if undone:
                store.add(Amendment(review.id, after(hours=hours, seconds=9), Change.WITHDRAWAL, value=True))
            else:
                other.append(review)

        def states(of: Store) -> tuple[object, ...]:
            return (
                of.memory_states("rivers"),
                of.last_outcomes("rivers"),
                of.point_states("rivers"),
                list(of.reviews()),
                of.set_ids(),
            )

        assert states(store) == states(other)
        assert len(list(store.reviews(undone=True))) == len(answers)
        store.rebuild()
        assert states(store) == states(other)


def test_another_retention_moves_what_is_due(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review(rating=Rating.EASY))
        usual = store.memory_states("rivers")["q"]
    with Store.open(tmp_path, scheduler=Scheduler(desired_retention=0.8)) as store:
        assert store.memory_states("rivers")["q"].due > usual.due
    with Store.open(tmp_path) as store:
        assert store.memory_states("rivers")["q"] == usual


@pytest.mark.parametrize("table", ["sessions", "session_ends", "reviews", "amendments"])
def test_the_file_itself_refuses_changes_to_the_log(tmp_path: Path, table: str) -> None:
    with Store.open(tmp_path) as store:
        store.add(BEGUN)
        store.append(a_review())
        store.add(Amendment(a_review().id, START, Change.OVERRIDE, value=True))
        store.add(SessionEnd("s", after(minutes=1)))
    db = sqlite3.connect(tmp_path / FILE_NAME)
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET at = 0"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            db.execute(statement)
    db.close()


def test_a_history_of_the_third_version_is_migrated(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review())
    db = sqlite3.connect(tmp_path / FILE_NAME)
    undo_later_versions(db)
    db.execute("PRAGMA user_version = 3")
    db.commit()
    db.close()
    with Store.open(tmp_path) as store:
        assert list(store.reviews()) == [a_review()]
        store.add(Reading("rivers", START))
        assert store.read_at("rivers") == START


def test_states_of_an_earlier_version_are_derived_again(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review(rating=Rating.HARD, recognition=True))
        states = store.memory_states("rivers")
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("UPDATE point_states SET difficulty = 9")
    db.execute("PRAGMA user_version = 7")
    db.commit()
    db.close()
    assert read_glance(tmp_path / FILE_NAME, ["rivers"]) is None
    with Store.open(tmp_path) as store:
        assert store.memory_states("rivers") == states


def test_states_follow_the_time_zone(tmp_path: Path) -> None:
    # 3:30 and 4:30 in the morning in one zone, in the evening in the other.
    times = [datetime(2026, 5, 1, hour, 30, tzinfo=UTC) for hour in (3, 4)]
    reviews = [a_review(at=at, id=f"id-{at.hour}", rating=Rating.EASY) for at in times]
    home, away = (Scheduler(calendar=Calendar(timezone(timedelta(hours=hours)))) for hours in (0, -8))
    with Store.open(tmp_path, scheduler=home) as store:
        for review in reviews:
            store.append(review)
        at_home = store.point_states("rivers")
    with Store.open(tmp_path, scheduler=away) as store:
        assert store.point_states("rivers") == {"q": replay(reviews, "q", away)} != at_home
    with Store.open(tmp_path, scheduler=home) as store:
        assert store.point_states("rivers") == at_home


def test_readings_and_suspensions(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        assert (store.last_reading("rivers"), store.read_at("rivers")) == (None, None)
        store.add(Reading("rivers", START))
        store.add(Reading("rivers", after(hours=1), read=False))
        assert store.last_reading("rivers") == Reading("rivers", after(hours=1), read=False)
        assert store.read_at("rivers") == START
        store.add(Suspension("rivers", "a.c1", START))
        store.add(Suspension("rivers", "b.c1", START))
        store.add(Suspension("rivers", "a.c1", after(hours=1), suspended=False))
        assert store.suspended("rivers") == {"b.c1"}
        assert store.suspended("lakes") == frozenset()


def test_a_right_answer_after_reading_does_not_raise_the_stability(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review(at=after(days=0)))
        store.append(a_review(at=after(days=1)))
        store.append(a_review(at=after(days=5)))
        known = store.memory_states("rivers")["q"]
        read = after(days=6)
        store.append(a_review(at=read, after_reading=True))
        store.append(a_review("new", at=read, rating=Rating.EASY, after_reading=True))
        store.append(wrong("missed", at=read, after_reading=True))
        states = store.memory_states("rivers")
        store.rebuild()
        assert store.memory_states("rivers") == states
    assert states["q"].stability == known.stability
    assert states["q"].due == known.due
    assert states["new"].stability == states["missed"].stability
    assert states["new"].due == read + timedelta(days=1)
    assert states["missed"].due < read + timedelta(hours=1)


def test_a_history_of_the_first_version_is_migrated_and_keeps_its_reviews(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(wrong(credits={"q": 0.0}))
        states = store.memory_states("rivers")
    db = sqlite3.connect(tmp_path / FILE_NAME)
    undo_later_versions(db)
    db.execute("ALTER TABLE reviews DROP COLUMN credits")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    with Store.open(tmp_path) as store:
        assert list(store.reviews()) == [wrong()]
        assert store.memory_states("rivers") == states
        store.append(wrong("multi", after(hours=1), credits={"a.c1": 1.0, "a.c2": 0.25}))
        assert [review.credits for review in store.reviews()] == [None, {"a.c1": 1.0, "a.c2": 0.25}]


def test_a_shown_answer_that_was_stored_as_a_skip_is_a_miss(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review())
    db = sqlite3.connect(tmp_path / FILE_NAME)
    undo_later_versions(db)
    db.execute("DROP TRIGGER reviews_update")
    db.execute("UPDATE reviews SET outcome = 'skipped', share = 0, response = 'null', rating = 1")
    db.execute("UPDATE standings SET outcome = 'skipped'")
    db.execute("PRAGMA user_version = 2")
    db.commit()
    db.close()
    with Store.open(tmp_path) as store:
        assert [review.outcome for review in store.reviews()] == [Outcome.WRONG]
        assert store.last_outcomes("rivers") == {"q": Outcome.WRONG}


def test_the_latest_credit_of_each_point(tmp_path: Path) -> None:
    partly: dict[str, Any] = {"outcome": Outcome.PARTLY, "share": 0.5, "kind": "cloze", "response": ["Po", ""]}
    with Store.open(tmp_path) as store:
        store.append(a_review("right"))
        store.append(wrong("cloze", credits={"a.c1": 0.0, "a.c2": 0.0}))
        store.append(a_review("cloze", after(hours=1), credits={"a.c1": 1.0, "a.c2": 0.0}, **partly))
        store.append(a_review("skip", outcome=Outcome.SKIPPED, share=0.0, response=None, rating=None))
        assert store.latest_credits("rivers") == {
            "right": (START, 1.0),
            "a.c1": (after(hours=1), 1.0),
            "a.c2": (after(hours=1), 0.0),
        }
        assert store.latest_credits("lakes") == {}


def test_a_newer_history_is_refused_and_not_changed(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review())
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StorageError, match=r"newer version of quizgen .history format 99"):
        Store.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_database_of_another_program_is_refused_and_not_changed(tmp_path: Path) -> None:
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("CREATE TABLE songs (title)")
    db.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StorageError, match="another program"):
        Store.open(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("where", [0, 100])
def test_a_damaged_file_is_refused(tmp_path: Path, where: int) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review())
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:where] + b"\xa5" * 4096 + whole[where + 4096 :])
    with pytest.raises(StorageError, match="damaged"):
        Store.open(tmp_path)


@pytest.mark.parametrize(("kind", "outcome"), [("choice", "perhaps"), ("!hoice", "correct")])
def test_an_invalid_row_is_reported_as_damage(tmp_path: Path, kind: str, outcome: str) -> None:
    Store.open(tmp_path).close()
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute(
        "INSERT INTO reviews VALUES (1, 'x', 's', 'q', 't', 0, 'quiz', ?, ?, 1.0, '1', 1.0, 3, NULL, 0, 0)",
        (kind, outcome),
    )
    db.commit()
    db.close()
    with Store.open(tmp_path) as store, pytest.raises(StorageError, match="damaged"):
        list(store.reviews())


def test_a_folder_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StorageError, match="cannot be used"):
        Store.open(tmp_path / "file" / "below")


def test_the_folder_is_the_learners_choice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("QUIZGEN_HOME")
    assert data_folder().name == "quizgen"
