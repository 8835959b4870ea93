"""Reviews that do not say what they count for: old histories, Anki's reviews, renamed questions; and retired ones."""

import sqlite3
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from effort import examples
from history_samples import START, a_review, after, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome
from quizgen.history.assigning import assign
from quizgen.history.history import FILE_NAME
from quizgen.history.ratings import Rating
from quizgen.history.records import Amendment, Assignment, Change, Review, Suspension
from quizgen.history.store import Store
from quizgen.history.transfer import lines, record_from
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    OrderQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)

NOW = after(days=400)
CLOZE = ClozeQuestion(
    id="po.cloze", text="The {{c1::Po}} flows into the {{c2::Adriatic}}.", point=("po.c1", "po.c2"), fact="po"
)
QUESTIONS: tuple[Question, ...] = (
    ShortQuestion(id="po.c1.short", stem="Which river?", answer="Po", point="po.c1"),
    CardQuestion(id="po.c2.card", stem="Which sea?", answer="Adriatic", point="po.c2"),
    TrueFalseQuestion(id="po.true-false", stem="It is the Po.", answer=True, point="po.c2"),
    CLOZE,
    ChoiceQuestion(id="which-sea", stem="Which?", answer="Adriatic", distractors=("Black Sea",), point="po.c2"),
    CardQuestion(id="own", stem="Why?", answer="Because."),
    OrderQuestion(id="all.order", stem="In order?", steps=("a", "b", "c"), point="all.order"),
)
RIVERS = QuestionSet(id="rivers", title="Rivers", questions=QUESTIONS)


def credits_in(store: Store) -> dict[str, Any]:
    return {review.question_id: dict(review.by_point) for review in store.reviews()}


def states_of(store: Store, set_id: str = "rivers") -> tuple[object, ...]:
    return store.point_states(set_id), store.last_outcomes(set_id)


def test_an_old_history_counts_by_point(tmp_path: Path) -> None:
    half: dict[str, Any] = {"kind": "cloze", "outcome": Outcome.PARTLY, "share": 0.5, "rating": Rating.HARD}
    with Store.open(tmp_path) as store:
        store.merge(
            [
                a_review("po.c1.short", kind="short"),
                a_review("po.true-false", after(days=1), kind="true_false", response=True),
                a_review("po.cloze", after(days=2), response=["Po", "Baltic"], **half),
                wrong("which-sea", after(days=3), response="Black Sea"),
                a_review("own", after(days=4), kind="card", response=True),
                a_review("all.order", after(days=5), kind="order", response=["a", "b", "c"]),
                a_review("gone", after(days=6)),
                a_review("gone.c3.number", after(days=7), kind="number", response="3"),
            ]
        )
        # Without the set, only ids tell.
        assert set(store.point_states("rivers")) == {
            "po.c1", "po.true-false", "po.cloze", "which-sea", "own", "all.order", "gone", "gone.c3"
        }  # fmt: skip
        assert assign(store, [RIVERS], NOW) == 6
        assert credits_in(store) == {
            "po.c1.short": {"po.c1": 1.0},
            "po.true-false": {"po.c2": 1.0},
            "po.cloze": {"po.c1": 1.0, "po.c2": 0.0},
            "which-sea": {"po.c2": 0.0},
            "own": {"own": 1.0},
            "all.order": {"all.order": 1.0},
            "gone": {"gone": 1.0},
            "gone.c3.number": {"gone.c3": 1.0},
        }
        states = states_of(store)
        assert set(store.point_states("rivers")) == {"po.c1", "po.c2", "own", "all.order", "gone", "gone.c3"}
        assert [store.point_states("rivers")[point].credit for point in ("po.c1", "po.c2")] == [1.0, 0.0]
        store.rebuild()
        assert states_of(store) == states
        assert assign(store, [RIVERS], NOW) == 0


@pytest.mark.parametrize(
    ("response", "share"),
    [(["Danube"], 0.5), (["Po", "Adriatic"], 0.5), (["Po", "Baltic"], 0.4), ("Po", 0.5), ([1, 2], 0.5)],
)
def test_a_cloze_whose_text_has_changed_counts_as_a_whole(tmp_path: Path, response: Any, share: float) -> None:
    with Store.open(tmp_path) as store:
        store.append(
            a_review(
                "po.cloze", kind="cloze", response=response, outcome=Outcome.PARTLY, share=share, rating=Rating.HARD
            )
        )
        assign(store, [RIVERS], NOW)
        assert credits_in(store) == {"po.cloze": {"po.c1": share, "po.c2": share}}
        assert {state.memory.reps for state in store.point_states("rivers").values() if state.memory} == {1}


def test_an_override_counts_for_all_points_and_its_undo_for_none_of_it(tmp_path: Path) -> None:
    missed = wrong("po.cloze", kind="cloze", response=["Danube", "Adria"])
    with Store.open(tmp_path) as store:
        store.append(missed)
        store.add(Amendment(missed.id, after(seconds=3), Change.OVERRIDE, value=True))
        assign(store, [RIVERS], NOW)
        assert credits_in(store) == {"po.cloze": {"po.c1": 1.0, "po.c2": 1.0}}
        store.add(Amendment(missed.id, after(seconds=5), Change.OVERRIDE, value=False))
        assert credits_in(store) == {"po.cloze": {"po.c1": 0.0, "po.c2": 0.0}}
        assert {state.credit for state in store.point_states("rivers").values()} == {0.0}


def test_blanks_of_one_answer_are_rated_by_their_own_credit() -> None:
    review = wrong("po.cloze", kind="cloze", credits={"po.c1": 1.0, "po.c2": 0.0}, outcome=Outcome.PARTLY, share=0.4)
    assert (review.rating_of("po.c1"), review.rating_of("po.c2")) == (Rating.GOOD, Rating.AGAIN)
    both = a_review("po.cloze", credits={"po.c1": 1.0, "po.c2": 1.0}, rating=Rating.HARD)
    assert {both.rating_of("po.c1"), both.rating_of("po.c2")} == {Rating.HARD}


def test_an_assignment_travels_with_the_history(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store, Store.open(tmp_path / "other") as other:
        store.merge([a_review("po.true-false", kind="true_false", response=True), wrong("which-sea", after(days=1))])
        assign(store, [RIVERS], NOW)
        records = [record for line in lines(store.log()) if (record := record_from(line))]
        assert sum(isinstance(record, Assignment) for record in records) == 2
        other.merge_in_parts(reversed(records))
        assert states_of(other) == states_of(store)
        assert assign(other, [RIVERS], NOW) == 0


def test_an_assignment_is_not_changed_or_deleted(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.append(a_review("own", kind="card", response=True))
        assign(store, [RIVERS], NOW)
    db = sqlite3.connect(tmp_path / FILE_NAME)
    for statement in ("DELETE FROM assignments", "UPDATE assignments SET at = 0"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            db.execute(statement)
    db.close()


RENAMED = QuestionSet(
    id="waters",
    title="Waters",
    formerly=("rivers",),
    questions=[
        question.model_copy(
            update={
                "id": question.id.replace("po.", "padus.").replace("own", "mine"),
                "point": tuple(point.replace("po.", "padus.").replace("own", "mine") for point in question.points),
                "formerly": () if question.id == "all.order" else (f"rivers/{question.id}",),
            }
        )
        for question in QUESTIONS
    ],
)
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(QUESTIONS), st.integers(0, 90 * 24), st.sampled_from([1.0, 0.0, 0.5, None]),
        st.booleans(), st.booleans(), st.booleans(),
    ),
    max_size=14,
)  # fmt: skip


def records_of(
    answers: Iterable[tuple[Question, int, float | None, bool, bool, bool]], question_set: QuestionSet
) -> list[Review | Amendment]:
    """Answers to the questions of ``question_set``, some of them undone, some without credits."""
    questions = {old.id: new for old, new in zip(QUESTIONS, question_set.questions, strict=True)}
    records: list[Review | Amendment] = []
    for number, (old, hour, share, undone, recognition, is_old) in enumerate(answers):
        question, at = questions[old.id], after(hours=hour)
        rating = None if share is None else Rating.GOOD if share else Rating.AGAIN
        outcome = {1.0: Outcome.CORRECT, 0.0: Outcome.WRONG, 0.5: Outcome.PARTLY}[share] if share is not None else None
        records.append(
            Review(
                question_set.id, question.id, "s", at, a_review().mode, question.kind, outcome or Outcome.SKIPPED,
                share or 0.0, None, 5.0, rating, id=f"id-{number}", recognition=recognition,
                credits=None if is_old else dict.fromkeys(question.points, share or 0.0),
            )
        )  # fmt: skip
        if undone:
            records.append(Amendment(f"id-{number}", at + timedelta(seconds=9), Change.WITHDRAWAL, value=True))
    return records


@pytest.mark.slow
@settings(max_examples=examples(60), deadline=None)
@given(ANSWERS, st.randoms(use_true_random=False))
def test_a_renamed_history_is_the_one_that_always_had_the_new_names(answers: Any, rng: Any) -> None:
    with (
        TemporaryDirectory() as one,
        TemporaryDirectory() as two,
        Store.open(Path(one)) as store,
        Store.open(Path(two)) as always,
    ):
        for record in records_of(answers, RIVERS):
            store.add(record)
            if rng.random() < 0.2:
                assign(store, [RIVERS], NOW)
        assign(store, [RENAMED], NOW + timedelta(days=1))
        always.merge(records_of(answers, RENAMED))
        assign(always, [RENAMED], NOW)
        assert states_of(store, "waters") == states_of(always, "waters")
        assert states_of(store, "rivers") == ({}, {})
        assert [review.key for review in store.reviews("waters")] == [review.key for review in always.reviews("waters")]
        assert assign(store, [RENAMED], NOW + timedelta(days=2)) == 0
        kept = states_of(store, "waters")
        store.rebuild()
        assert states_of(store, "waters") == kept
        # The undo of an answer that was renamed, in any order of import.
        log = list(store.log())
        rng.shuffle(log)
        with TemporaryDirectory() as three, Store.open(Path(three)) as copy:
            copy.merge_in_parts(log)
            assert states_of(copy, "waters") == kept


@pytest.mark.slow
@settings(max_examples=examples(30), deadline=None)
@given(ANSWERS, st.sets(st.sampled_from([question.id for question in QUESTIONS])))
def test_retiring_questions_changes_no_state(answers: Any, retired: set[str]) -> None:
    changed = [one.model_copy(update={"retired": one.id in retired}) for one in QUESTIONS]
    with TemporaryDirectory() as folder, Store.open(Path(folder)) as store:
        store.merge(records_of(answers, RIVERS))
        assign(store, [RIVERS], NOW)
        before = states_of(store)
        assign(store, [RIVERS.model_copy(update={"questions": tuple(changed)})], NOW)
        store.rebuild()
        assert states_of(store) == before


def test_a_former_id_that_another_question_has_now_is_left_to_it(tmp_path: Path) -> None:
    taken = CardQuestion(id="new", stem="?", answer="a", formerly=("rivers/own",))
    question_set = RIVERS.model_copy(update={"questions": (*QUESTIONS, taken)})
    with Store.open(tmp_path) as store:
        store.append(a_review("own", START, kind="card", response=True, credits={"own": 1.0}))
        assert assign(store, [question_set], NOW) == 0
        assert set(store.point_states("rivers")) == {"own"}


def test_suspensions_move_with_renamed_points(tmp_path: Path) -> None:
    streams = QuestionSet(
        id="streams",
        title="Streams",
        formerly=("rivers",),
        questions=(
            ShortQuestion(id="po.c1.short", stem="Which river?", answer="Po", point="po.c1"),
            CardQuestion(id="why", stem="Why?", answer="Because.", formerly=("rivers/own",)),
            CardQuestion(id="new", stem="Who?", answer="Nobody."),
        ),
    )
    with Store.open(tmp_path) as store:
        for point in ("po.c1", "own", "gone"):
            store.add(Suspension("rivers", point, START, suspended=True))
        assign(store, [streams], NOW)
        assert store.suspended("streams") == {"po.c1", "why"}
        assert store.suspended("rivers") == {"gone"}
        store.add(Suspension("streams", "why", after(days=401), suspended=False))
        assign(store, [streams], after(days=402))
        assert store.suspended("streams") == {"po.c1"}


def test_a_suspension_stays_with_a_point_that_still_exists(tmp_path: Path) -> None:
    renamed = CardQuestion(
        id="sea", stem="Which sea?", answer="Adriatic", point="po.c2", formerly=("rivers/po.c2.card",)
    )
    kept = CardQuestion(id="own", stem="Why?", answer="Because.")
    rivers = QuestionSet(id="rivers", title="Rivers", questions=(renamed, kept))
    with Store.open(tmp_path) as store:
        for point in ("po.c2", "own"):
            store.add(Suspension("rivers", point, START, suspended=True))
        assign(store, [rivers], NOW)
        assert store.suspended("rivers") == {"po.c2", "own"}
