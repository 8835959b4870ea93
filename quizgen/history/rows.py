"""Records and states as rows of the history's database, and back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating
from quizgen.history.records import (
    Amendment,
    Assignment,
    Change,
    Mode,
    Plan,
    Reading,
    Record,
    Review,
    SessionEnd,
    SessionStart,
    Suspension,
)
from quizgen.history.scheduler import MemoryState, PointState, Stage
from quizgen.history.timestamps import moment, timestamp
from quizgen.questions.kinds import KINDS, Kind

REVIEW = (
    "id, set_id, question_id, session_id, at, mode, kind, outcome, share, response, seconds, rating, credits, "
    "after_reading, recognition"
)
AMENDMENT = "review_id, at, what, value"
ASSIGNMENT = "review_id, at, set_id, question_id, credits"
SESSION = "id, set_id, mode, at, plan"
END = "session_id, at"
READING = "set_id, at, read"
SUSPENSION = "set_id, point, at, suspended"
MEMORY = "stage, step, stability, difficulty, due, last_review, introduced, reps, lapses"
POINT_STATE = f"at, credit, question_id, kind, climb, {MEMORY}"


def review_row(review: Review) -> tuple[Any, ...]:
    return (
        review.id, review.set_id, review.question_id, review.session_id, timestamp(review.at), review.mode, review.kind,
        review.outcome, float(review.share), _json(review.response), float(review.seconds), review.rating,
        None if review.credits is None else _json(dict(review.credits)), int(review.after_reading),
        int(review.recognition),
    )  # fmt: skip


def review_from(row: tuple[Any, ...]) -> Review:
    (
        id_, set_id, question_id, session_id, at, mode, kind, outcome, share, response, seconds, rating, by_point,
        after_reading, recognition,
    ) = row  # fmt: skip
    return Review(
        set_id, question_id, session_id, moment(at), Mode(mode), _kind(kind), Outcome(outcome), share,
        json.loads(response), seconds, None if rating is None else Rating(rating), id_,
        None if by_point is None else json.loads(by_point), bool(after_reading), bool(recognition),
    )  # fmt: skip


def amendment_row(amendment: Amendment) -> tuple[Any, ...]:
    return amendment.review_id, timestamp(amendment.at), amendment.what, int(amendment.value)


def amendment_from(row: tuple[Any, ...]) -> Amendment:
    review_id, at, what, value = row
    change = Change(what)
    return Amendment(review_id, moment(at), change, Rating(value) if change is Change.RATING else bool(value))


def assignment_row(assignment: Assignment) -> tuple[Any, ...]:
    return (
        assignment.review_id, timestamp(assignment.at), assignment.set_id, assignment.question_id,
        _json(dict(assignment.credits)),
    )  # fmt: skip


def assignment_from(row: tuple[Any, ...]) -> Assignment:
    review_id, at, set_id, question_id, by_point = row
    return Assignment(review_id, moment(at), set_id, question_id, json.loads(by_point))


def session_row(start: SessionStart) -> tuple[Any, ...]:
    return start.id, start.set_id, start.mode, timestamp(start.at), _json(plan_data(start.plan))


def session_from(row: tuple[Any, ...]) -> SessionStart:
    id_, set_id, mode, at, plan = row
    return SessionStart(id_, set_id, Mode(mode), moment(at), plan_from(json.loads(plan)))


def end_row(end: SessionEnd) -> tuple[Any, ...]:
    return end.session_id, timestamp(end.at)


def end_from(row: tuple[Any, ...]) -> SessionEnd:
    return SessionEnd(row[0], moment(row[1]))


def reading_row(reading: Reading) -> tuple[Any, ...]:
    return reading.set_id, timestamp(reading.at), int(reading.read)


def reading_from(row: tuple[Any, ...]) -> Reading:
    set_id, at, read = row
    return Reading(set_id, moment(at), bool(read))


def suspension_row(suspension: Suspension) -> tuple[Any, ...]:
    return suspension.set_id, suspension.point, timestamp(suspension.at), int(suspension.suspended)


def suspension_from(row: tuple[Any, ...]) -> Suspension:
    set_id, point, at, suspended = row
    return Suspension(set_id, point, moment(at), bool(suspended))


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
    memory = point_state.memory
    return (
        timestamp(point_state.at), float(point_state.credit), point_state.question_id, point_state.kind,
        point_state.climb, *((None,) * 9 if memory is None else _memory_row(memory)),
    )  # fmt: skip


def _memory_row(memory: MemoryState) -> tuple[Any, ...]:
    return (
        memory.stage, memory.step, memory.stability, memory.difficulty, timestamp(memory.due),
        timestamp(memory.last_review), timestamp(memory.introduced), memory.reps, memory.lapses,
    )  # fmt: skip


def point_state_from(row: tuple[Any, ...]) -> PointState:
    at, credit, question_id, kind, climb, *memory = row
    known = None if memory[0] is None else _memory_from(memory)
    return PointState(moment(at), credit, known, question_id, _kind(kind), climb)


def _kind(name: Any) -> Kind:
    if name not in KINDS:
        raise ValueError(f"unknown question kind {name!r}")
    return name  # type: ignore[no-any-return]


def _memory_from(row: Any) -> MemoryState:
    stage, step, stability, difficulty, due, last_review, introduced, reps, lapses = row
    return MemoryState(
        Stage(stage), step, stability, difficulty, moment(due), moment(last_review), moment(introduced), reps, lapses
    )  # fmt: skip


def _json(data: Any) -> str:
    # In ASCII: a terminal may pass on half a character, which cannot be encoded as UTF-8.
    return json.dumps(data, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Table:
    """Where and how the records of one type are stored."""

    name: str
    columns: str
    order: str
    """The columns by which the log lists its rows, oldest first."""
    row: Callable[[Any], tuple[Any, ...]]
    """Returns the row of a record."""
    record_from: Callable[[tuple[Any, ...]], Record]
    """Returns the record of a row. Raises an error such as ``ValueError`` for a row that cannot be one."""


TABLES: Mapping[type[Record], Table] = {
    SessionStart: Table("sessions", SESSION, "at, id", session_row, session_from),
    Review: Table("reviews", REVIEW, "number", review_row, review_from),
    Amendment: Table("amendments", AMENDMENT, "number", amendment_row, amendment_from),
    Assignment: Table("assignments", ASSIGNMENT, "number", assignment_row, assignment_from),
    SessionEnd: Table("session_ends", END, "at", end_row, end_from),
    Reading: Table("readings", READING, "at, set_id", reading_row, reading_from),
    Suspension: Table("suspensions", SUSPENSION, "at, set_id, point", suspension_row, suspension_from),
}
"""The tables of the log by the type of their records; what changes a review comes after the reviews."""
