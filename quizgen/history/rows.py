"""Rows of the history's database as values, and back."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from quizgen.grading.verdict import Outcome
from quizgen.history.errors import StorageError
from quizgen.history.point_state import LatestAnswer, PointState
from quizgen.history.ratings import Rating
from quizgen.history.review import Amendment, Change, Mode, Review, amended
from quizgen.history.scheduler import MemoryState, Stage
from quizgen.history.sessions import Plan, SessionEnd, SessionStart

T = TypeVar("T")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

REVIEW = "id, set_id, question_id, session_id, at, mode, kind, outcome, share, response, seconds, rating, credits"
AMENDMENT = "review_id, at, what, value"
SESSION = "id, set_id, mode, at, plan"
END = "session_id, at"
STATE = "stage, step, stability, difficulty, due, last_review, introduced, reps, lapses"
POINT_STATE = f"at, outcome, {STATE}"


def select(
    db: sqlite3.Connection, convert: Callable[[tuple[Any, ...]], T], query: str, values: Any = ()
) -> Iterator[T]:
    """Yield the rows that ``query`` finds as values; ``StorageError`` for a row that cannot be one."""
    for row in db.execute(query, values):
        try:
            yield convert(row)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StorageError(
                f"The history is damaged: {error}. Restore a backup with `quizgen history import`."
            ) from error


def effective(db: sqlite3.Connection, where: str, values: tuple[Any, ...] = ()) -> Iterator[Review]:
    """Yield the reviews that the clause ``where`` selects, amendments applied."""
    query = f"SELECT {AMENDMENT} FROM amendments"
    if values:
        query += f" WHERE review_id IN (SELECT id FROM reviews {where})"
    amendments: dict[str, list[Amendment]] = {}
    for amendment in select(db, amendment_from, query, values):
        amendments.setdefault(amendment.review_id, []).append(amendment)
    for review in select(db, review_from, f"SELECT {REVIEW} FROM reviews {where}", values):
        yield amended(review, amendments[review.id]) if review.id in amendments else review


def review_row(review: Review) -> tuple[Any, ...]:
    return (
        review.id, review.set_id, review.question_id, review.session_id, _number(review.at), review.mode, review.kind,
        review.outcome, float(review.share), _json(review.response), float(review.seconds), review.rating,
        None if review.credits is None else _json(dict(review.credits)),
    )  # fmt: skip


def review_from(row: tuple[Any, ...]) -> Review:
    id_, set_id, question_id, session_id, at, mode, kind, outcome, share, response, seconds, rating, by_point = row
    return Review(
        set_id, question_id, session_id, _moment(at), Mode(mode), kind, Outcome(outcome), share, json.loads(response),
        seconds, None if rating is None else Rating(rating), id_, None if by_point is None else json.loads(by_point),
    )  # fmt: skip


def amendment_row(amendment: Amendment) -> tuple[Any, ...]:
    return amendment.review_id, _number(amendment.at), amendment.what, int(amendment.value)


def amendment_from(row: tuple[Any, ...]) -> Amendment:
    review_id, at, what, value = row
    change = Change(what)
    return Amendment(review_id, _moment(at), change, Rating(value) if change is Change.RATING else bool(value))


def session_row(start: SessionStart) -> tuple[Any, ...]:
    return start.id, start.set_id, start.mode, _number(start.at), _json(plan_data(start.plan))


def session_from(row: tuple[Any, ...]) -> SessionStart:
    id_, set_id, mode, at, plan = row
    return SessionStart(id_, set_id, Mode(mode), _moment(at), plan_from(json.loads(plan)))


def end_row(end: SessionEnd) -> tuple[Any, ...]:
    return end.session_id, _number(end.at)


def end_from(row: tuple[Any, ...]) -> SessionEnd:
    return SessionEnd(row[0], _moment(row[1]))


def plan_data(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON-ready data."""
    return {
        "questions": list(plan.question_ids),
        "options": {name: list(options) for name, options in plan.options.items()},
        "seed": plan.seed,
        "round": plan.round,
        "time_limit": plan.time_limit,
    }


def plan_from(data: dict[str, Any]) -> Plan:
    """Return the plan from ``plan_data``."""
    options = {name: tuple(options) for name, options in data["options"].items()}
    return Plan(tuple(data["questions"]), options, data["seed"], data["round"], data["time_limit"])


def point_state_row(point_state: PointState) -> tuple[Any, ...]:
    state = point_state.state
    if state is None:
        return _number(point_state.at), point_state.outcome, *(None,) * 9
    return (
        _number(point_state.at), point_state.outcome, state.stage, state.step, state.stability, state.difficulty,
        _number(state.due), _number(state.last_review), _number(state.introduced), state.reps, state.lapses,
    )  # fmt: skip


def point_state_from(row: tuple[Any, ...]) -> PointState:
    at, outcome, *state = row
    return PointState(_moment(at), Outcome(outcome), None if state[0] is None else state_from(state))


def latest_answer_from(row: tuple[Any, ...]) -> LatestAnswer:
    question_id, at, outcome, by_point = row
    return LatestAnswer(question_id, _moment(at), Outcome(outcome), json.loads(by_point) if by_point else {})


def state_from(row: Any) -> MemoryState:
    stage, step, stability, difficulty, due, last_review, introduced, reps, lapses = row
    return MemoryState(
        Stage(stage), step, stability, difficulty, _moment(due), _moment(last_review), _moment(introduced), reps, lapses
    )  # fmt: skip


def _number(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _moment(number: int) -> datetime:
    return _EPOCH + timedelta(microseconds=number)


def _json(data: Any) -> str:
    # In ASCII: a terminal may pass on half a character, which cannot be encoded as UTF-8.
    return json.dumps(data, separators=(",", ":"))
