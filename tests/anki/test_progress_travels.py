"""Progress goes from the terminal to Anki, and Anki's reviews come back."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO, question_set
from click.testing import CliRunner
from learner import Learner, learner_at

from quizgen.anki.export import export_apkg
from quizgen.anki.history import not_known, read_reviews
from quizgen.anki.scheduling import Progress
from quizgen.apkg.archive import PackageError
from quizgen.cli import cli
from quizgen.grading.verdict import Outcome
from quizgen.history.assigning import assign
from quizgen.history.ratings import Rating
from quizgen.history.records import Amendment, Change, Mode, Review
from quizgen.history.scheduler import Scheduler, Stage, replay
from quizgen.history.store import Store
from quizgen.questions import CardQuestion, ClozeQuestion, Question

pytestmark = pytest.mark.anki

NOW = datetime.now(UTC).replace(microsecond=123_000)
DAY = timedelta(days=1)


def answer(question_id: str, ago: timedelta, rating: Rating | None = Rating.GOOD, **changes: Any) -> Review:
    values: dict[str, Any] = {
        "set_id": "almanac", "question_id": question_id, "session_id": "s", "at": NOW - ago, "mode": Mode.STUDY,
        "kind": "card", "outcome": Outcome.WRONG if rating is Rating.AGAIN else Outcome.CORRECT,
        "share": float(rating is not Rating.AGAIN), "response": None, "seconds": 4.5, "rating": rating,
    }  # fmt: skip
    return Review(**{**values, **changes})


HISTORY = [
    # Known well, and due some days ago.
    answer("boiling", 80 * DAY, Rating.EASY),
    answer("boiling", 70 * DAY, Rating.GOOD),
    # Due in the future.
    answer("seasons", 2 * DAY, Rating.EASY),
    # In its first steps.
    answer("sun-planet", timedelta(minutes=3), Rating.AGAIN),
    # Forgotten just now.
    answer("rivers", 20 * DAY, Rating.EASY),
    answer("rivers", timedelta(minutes=2), Rating.AGAIN),
    # Looked at, but never for the schedule.
    answer("marathon", DAY, None),
]


def progress_of(reviews: list[Review]) -> Progress:
    return Progress(reviews)


def question_named(name: str) -> Question:
    return next(question for question in question_set().questions if question.id == name)


def package_of(reviews: list[Review], folder: Path) -> Path:
    path = folder / "with-progress.apkg"
    return export_apkg([question_set()], path, modified=LONG_AGO, progress=progress_of(reviews)).path


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        one.collection.set_config("fsrs", True)
        yield one


def test_due_dates_and_memory_arrive(learner: Learner, tmp_path: Path) -> None:
    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)

    today = learner.collection.sched.today
    for name in ("boiling", "seasons"):
        point_state = replay([one for one in HISTORY if one.question_id == name], name, Scheduler())
        assert point_state is not None
        assert point_state.memory is not None
        card = learner.card(name)
        days = (point_state.memory.due - point_state.memory.last_review).days
        assert (card.type, card.queue, card.ivl, card.reps) == (2, 2, days, point_state.memory.reps)
        # Where the day turned between now and the review, rounding may differ by that day.
        assert abs((card.due - today) - (point_state.memory.due - NOW).days) <= 1
        assert card.memory_state is not None
        assert card.memory_state.stability == pytest.approx(point_state.memory.stability, abs=0.01)
        assert card.memory_state.difficulty == pytest.approx(point_state.memory.difficulty, abs=0.01)
    assert learner.card("capital-of-japan").type == 0
    assert learner.card("marathon").type == 0


def test_cards_in_learning_steps_continue_in_anki(learner: Learner, tmp_path: Path) -> None:
    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)

    first, lapsed = learner.card("sun-planet"), learner.card("rivers")
    assert (first.type, first.queue, first.left % 1000, first.due) == (1, 1, 2, int(HISTORY[3].at.timestamp()) + 60)
    assert (lapsed.type, lapsed.queue, lapsed.left % 1000, lapsed.lapses) == (3, 1, 1, 1)
    learner.review(first)
    assert learner.card("sun-planet").left % 1000 == 1


def test_a_question_due_in_quizgen_is_due_in_anki(learner: Learner, tmp_path: Path) -> None:
    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)

    deck = learner.collection.decks.id("An almanac of small things")
    assert deck is not None
    learner.collection.decks.select(deck)
    new, learning, review = learner.collection.sched.counts()
    assert review == 1  # boiling
    assert learning == 5  # sun-planet, and the four cards of rivers
    assert new == 5


def test_the_review_log_arrives_as_anki_would_have_written_it(learner: Learner, tmp_path: Path) -> None:
    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)

    logged = learner.rows(
        "select id, ease, ivl, lastIvl, factor, time, type from revlog where cid = ? order by id",
        learner.card("boiling").id,
    )
    assert [row[0] for row in logged] == [int(one.at.timestamp() * 1000) for one in HISTORY[:2]]
    assert [(row[1], row[5], row[6]) for row in logged] == [(4, 4500, 0), (3, 4500, 1)]
    assert logged[1][3] == logged[0][2] > 0
    assert all(100 <= row[4] <= 1100 for row in logged)
    assert len(learner.rows("select id from revlog")) == 4 + 2 * 4  # each of the cloze's four cards has its own
    assert not learner.collection.get_empty_cards().notes
    assert learner.collection.fix_integrity()[1]


def test_anki_works_out_the_same_memory_from_the_log(learner: Learner, tmp_path: Path) -> None:
    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)

    card = learner.card("boiling")
    worked_out = learner.collection._backend.compute_memory_state(card.id).state
    assert card.memory_state is not None
    assert worked_out.stability == pytest.approx(card.memory_state.stability, rel=0.01)
    assert worked_out.difficulty == pytest.approx(card.memory_state.difficulty, abs=0.02)


def test_progress_is_not_imported_without_the_learners_permission(learner: Learner, tmp_path: Path) -> None:
    learner.take(package_of(HISTORY, tmp_path))

    assert {row[0] for row in learner.rows("select type from cards")} == {0}
    assert not learner.rows("select id from revlog")


def test_cards_that_are_there_keep_their_own_schedule(learner: Learner, tmp_path: Path) -> None:
    learner.take(export_apkg([question_set()], tmp_path / "1.apkg", modified=LONG_AGO).path)
    before = learner.review_all()

    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)

    assert learner.point_state() == before


def exported(learner: Learner, path: Path, *, legacy: bool = True) -> Path:
    from anki.collection import ExportAnkiPackageOptions

    if path.suffix == ".colpkg":
        learner.collection.export_collection_package(str(path), include_media=False, legacy=legacy)
        learner.collection.reopen()
    else:
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=False, with_media=False, legacy=legacy
        )
        learner.collection.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


@pytest.mark.parametrize("name", ["back.apkg", "back.colpkg"])
@pytest.mark.parametrize("legacy", [True, False])
def test_reviews_come_back_from_anki_once(learner: Learner, tmp_path: Path, name: str, *, legacy: bool) -> None:
    learner.take(export_apkg([question_set()], tmp_path / "1.apkg", modified=LONG_AGO).path)
    foreign = learner.collection.new_note(learner.collection.models.by_name("Basic"))  # type: ignore[arg-type]
    foreign["Front"] = "not ours"
    learner.collection.add_note(foreign, 1)  # type: ignore[arg-type]
    for card, rating in (("boiling", 0), ("boiling", 2), ("marathon", 1), ("inner-planets", 3)):
        learner.review(learner.card(card), rating)
    learner.review(foreign.cards()[0])
    learner.collection.sched.set_due_date([learner.card("seasons").id], "5")  # no review

    reviews = read_reviews(exported(learner, tmp_path / name, legacy=legacy))

    assert [(one.question_id, one.kind, one.rating, one.outcome) for one in reviews] == [
        ("boiling", "card", Rating.AGAIN, Outcome.WRONG),
        ("boiling", "card", Rating.GOOD, Outcome.CORRECT),
        ("marathon", "number", Rating.HARD, Outcome.CORRECT),
        ("inner-planets", "multiple", Rating.EASY, Outcome.CORRECT),
    ]
    assert all(one.set_id == "almanac" and abs(one.at - datetime.now(UTC)) < timedelta(minutes=5) for one in reviews)
    with Store.open(tmp_path / "home") as store:
        assert store.merge(not_known(reviews, store.reviews())) == 4
        assert store.merge(not_known(read_reviews(tmp_path / name), store.reviews())) == 0
        assert store.merge(read_reviews(tmp_path / name)) == 0
        assert store.memory_states("almanac")["inner-planets"].stage is Stage.REVIEW


def test_a_round_trip_through_anki_adds_only_the_reviews_done_there(learner: Learner, tmp_path: Path) -> None:
    with Store.open(tmp_path / "home") as store:
        store.merge(HISTORY)
        learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)
        learner.review(learner.card("boiling"))
        learner.review(learner.card("rivers", ordinal=2))

        back = list(not_known(read_reviews(exported(learner, tmp_path / "back.apkg")), store.reviews()))

        assert [one.question_id for one in back] == ["boiling", "rivers"]
        assert store.merge(back) == 2


def test_an_undone_answer_does_not_travel(learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    learner.take(package_of(HISTORY, tmp_path), with_scheduling=True)
    with Store.open(tmp_path / "home") as store:
        store.merge(HISTORY)
        for review in HISTORY:
            store.add(Amendment(review.id, review.at + timedelta(seconds=9), Change.WITHDRAWAL, value=True))
        assert list(store.reviews()) == []

    package = str(exported(learner, tmp_path / "back.apkg"))

    assert CliRunner().invoke(cli, ["history", "import", package]).output.startswith("Nothing to import")


def test_the_command_brings_reviews_back(learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    learner.take(export_apkg([question_set()], tmp_path / "1.apkg", modified=LONG_AGO).path)
    learner.review(learner.card("boiling"))
    package = str(exported(learner, tmp_path / "back.apkg"))

    said = [
        CliRunner().invoke(cli, ["history", "import", name]).output
        for name in (package, package, str(tmp_path / "1.apkg"))
    ]

    assert said[0] == "1 new review imported.\n"
    assert said[1].startswith("Nothing to import")
    assert "contains no reviews of quizgen's cards" in said[2]
    with Store.open(tmp_path / "home") as store:
        assert set(store.memory_states("almanac")) == {"boiling"}


def test_the_card_of_a_point_has_the_schedule_of_all_its_questions() -> None:
    card = CardQuestion(id="volga.c1.card", stem="Which river?", answer="Volga", point="volga.c1")
    by_point = {"volga.c1": 1.0}
    reviews = [
        answer("volga.c1.choice", 9 * DAY, Rating.HARD, kind="choice", credits=by_point, recognition=True),
        answer("volga.c1.short", 5 * DAY, Rating.EASY, kind="short"),
        answer("another.c1.card", 5 * DAY, Rating.AGAIN),
    ]
    schedule = Progress(reviews).of("almanac", card)
    state = replay(reviews[:2], "volga.c1", Scheduler())
    assert schedule is not None
    assert state is not None
    assert state.memory is not None
    assert (schedule.reps, [logged.rating for logged in schedule.log]) == (2, [2, 4])
    assert json.loads(schedule.data)["s"] == pytest.approx(state.memory.stability, abs=1e-3)
    # When the log comes back from Anki, these are no new reviews of the card.
    for moved in (timedelta(seconds=-0.9), timedelta(), timedelta(seconds=0.9)):
        ratings = enumerate((Rating.HARD, Rating.EASY))
        back = [answer("volga.c1.card", (9 - 4 * n) * DAY + moved, rating) for n, rating in ratings]
        assert list(not_known(back, reviews)) == []
    later = answer("volga.c1.card", DAY, Rating.GOOD)
    assert list(not_known([later], reviews)) == [later]


def test_a_review_in_anki_counts_for_the_points_of_its_card(learner: Learner, tmp_path: Path) -> None:
    whole = question_set()
    cloze = next(question for question in whole.questions if isinstance(question, ClozeQuestion))
    points = tuple(f"river-{mark.number}.c{mark.number}" for mark in cloze.marks)
    asked = tuple(
        question.model_copy(update={"point": points if question is cloze else ("heat.c1",)})
        for question in whole.questions
        if question in (cloze, question_named("boiling"))
    )
    changed = whole.model_copy(update={"questions": asked})
    learner.take(export_apkg([changed], tmp_path / "1.apkg", modified=LONG_AGO).path)
    learner.review(learner.card("boiling"))
    learner.review(learner.card(cloze.id, ordinal=1), 0)
    package = exported(learner, tmp_path / "back.apkg")

    assert [dict(review.by_point) for review in read_reviews(package, [changed])] == [
        {"heat.c1": 1.0},
        {points[1]: 0.0},
    ]
    assert [review.id for review in read_reviews(package, [changed])] == [review.id for review in read_reviews(package)]


def test_reviews_of_a_renamed_question_come_back_once(learner: Learner, tmp_path: Path) -> None:
    renamed = question_named("boiling").model_copy(update={"formerly": ("kitchen/boil",)})
    changed = question_set().model_copy(update={"questions": (renamed,)})
    old = answer("boil", 3 * DAY, Rating.GOOD, set_id="kitchen", credits={"boil": 1.0})
    with Store.open(tmp_path / "home") as store:
        store.append(old)
        assert assign(store, [changed], NOW) == 1
        progress = Progress(store.reviews("almanac"))
        package = export_apkg([changed], tmp_path / "1.apkg", modified=LONG_AGO, progress=progress).path
        learner.take(package, with_scheduling=True)
        (card,) = (learner.collection.get_card(number) for number in learner.collection.find_cards(""))
        learner.review(card)
        back = read_reviews(exported(learner, tmp_path / "back.apkg"), [changed])
        assert [review.key for review in back] == [("almanac", "boiling")] * 2
        assert [review.at for review in not_known(back, store.reviews())] == [back[1].at]


def missing(_: Learner, folder: Path) -> Path:
    return folder / "missing.apkg"


def no_zip(_: Learner, folder: Path) -> Path:
    (folder / "x.apkg").write_bytes(b"PK\x03\x04 and so on")
    return folder / "x.apkg"


def zip_with(content: dict[str, bytes]) -> Callable[[Learner, Path], Path]:
    def make(_: Learner, folder: Path) -> Path:
        with zipfile.ZipFile(folder / "x.apkg", "w") as archive:
            for name, data in content.items():
                archive.writestr(name, data)
        return folder / "x.apkg"

    return make


def cut_short(learner: Learner, folder: Path) -> Path:
    path = export_apkg([question_set()], folder / "x.apkg", modified=LONG_AGO).path
    with zipfile.ZipFile(path) as archive:
        content = archive.read("collection.anki2")
    return zip_with({"collection.anki2": content[:8192]})(learner, folder)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "does not exist"),
        (no_zip, "damaged or is not an Anki package"),
        (zip_with({}), "the file has no collection"),
        (zip_with({"collection.anki2": b"SELECT"}), "the package's collection is damaged"),
        (zip_with({"collection.anki2": b""}), "not made by Anki"),
        (cut_short, "the package's collection is damaged"),
        (lambda _, folder: folder, "cannot be read"),
    ],
    ids=["missing", "no zip", "empty zip", "text", "empty", "cut short", "folder"],
)
def test_a_file_that_is_not_a_package_is_rejected(
    learner: Learner, tmp_path: Path, make: Callable[[Learner, Path], Path], said: str
) -> None:
    with pytest.raises(PackageError, match=said):
        read_reviews(make(learner, tmp_path))


def test_memory_is_written_as_json_that_anki_keeps() -> None:
    studied = progress_of(HISTORY).of("almanac", question_named("boiling"))

    assert studied is not None
    assert set(json.loads(studied.data)) == {"s", "d", "dr", "decay", "lrt"}
    assert progress_of(HISTORY).of("almanac", question_named("marathon")) is None
