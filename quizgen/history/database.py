"""The history's database: its tables with their migrations, its rows as values and back, and its errors in words."""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from quizgen.errors import QuizgenError
from quizgen.grading.verdict import Outcome
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
    amended,
    assigned,
    withdrawn,
)
from quizgen.history.scheduler import MemoryState, PointState, Stage
from quizgen.history.timestamps import moment, number
from quizgen.questions.kinds import KINDS, Kind

T = TypeVar("T")


class StorageError(QuizgenError):
    """The history cannot be read or written. The message is one or two plain sentences, ready to be shown."""


_DAMAGED = "{path} is damaged. Run `quizgen history repair` to recover what can be read."
_LOCKED = "{path} is locked by another program. Close that program so that quizgen can use the file."
_CHECK_PERMISSIONS = "Check the permissions of the file and its folder."
_CAUSES = {
    sqlite3.SQLITE_FULL: "{path} cannot be written: the disk is full. Free some space and try again.",
    sqlite3.SQLITE_READONLY: f"{{path}} cannot be written: the file or its folder is read-only. {_CHECK_PERMISSIONS}",
    sqlite3.SQLITE_PERM: f"{{path}} cannot be opened: permission denied. {_CHECK_PERMISSIONS}",
    sqlite3.SQLITE_CANTOPEN: f"{{path}} cannot be opened. {_CHECK_PERMISSIONS}",
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_NOTADB: (
        "{path} is damaged or is not a quizgen history. If it is a quizgen history, run `quizgen history repair` to "
        "recover what can be read."
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written: the disk may be full or failing.",
}


def unreadable(path: Path, error: Exception) -> str:
    """Say in plain sentences why ``path`` cannot be used: an error of SQLite, or one about a value in a row."""
    if not isinstance(error, sqlite3.Error):
        return _DAMAGED.format(path=path)
    # The low byte is the kind of error, the rest is detail: https://sqlite.org/rescode.html
    cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "{path} cannot be used: {error}.")
    return cause.format(path=path, error=" ".join(str(error).split()))


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system about ``path`` into ``StorageError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageError(unreadable(path, error)) from error
    except UnicodeError as error:  # SQLite quotes damaged names in its messages
        raise StorageError(unreadable(path, error)) from error
    except OSError as error:
        raise StorageError(f"{path} cannot be used: {error.strerror or error}.") from error


def keep_private(path: Path) -> None:
    """Create the file ``path`` if it is missing; let only its owner read it and SQLite's files next to it."""
    # An existing database is never opened here: closing it again would release SQLite's locks on it.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        with suppress(OSError):  # another user's file, or one that has just been deleted
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)


_LOG = ("sessions", "session_ends", "reviews", "amendments")
"""The source of truth: rows are added, never changed or deleted."""


def _only_added_to(tables: Iterable[str]) -> Iterator[str]:
    """Yield the triggers that keep the rows of ``tables`` from being changed."""
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'the history is only ever added to'); END"
            )


# Times are microseconds since 1970 in UTC, as integers: exact, small, and sortable. Lists and plans are JSON.
_FIRST = (
    """CREATE TABLE sessions (
        id TEXT NOT NULL PRIMARY KEY, set_id TEXT NOT NULL, mode TEXT NOT NULL, at INTEGER NOT NULL, plan TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX sessions_by_set ON sessions (set_id, at)",
    "CREATE TABLE session_ends (session_id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL) STRICT",
    """CREATE TABLE reviews (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        set_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        session_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        mode TEXT NOT NULL,
        kind TEXT NOT NULL,
        outcome TEXT NOT NULL,
        share REAL NOT NULL,
        response TEXT NOT NULL,
        seconds REAL NOT NULL,
        rating INTEGER
    ) STRICT""",
    "CREATE INDEX reviews_by_question ON reviews (set_id, question_id)",
    "CREATE INDEX reviews_by_session ON reviews (session_id)",
    """CREATE TABLE amendments (
        number INTEGER PRIMARY KEY,
        review_id TEXT NOT NULL REFERENCES reviews (id),
        at INTEGER NOT NULL,
        what TEXT NOT NULL,
        value INTEGER NOT NULL,
        UNIQUE (review_id, at, what, value)
    ) STRICT""",
    *_only_added_to(_LOG),
    # Derived from the log; can be rebuilt at any time.
    """CREATE TABLE standings (
        set_id TEXT NOT NULL, question_id TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,
        stage INTEGER, step INTEGER, stability REAL, difficulty REAL,
        due INTEGER, last_review INTEGER, introduced INTEGER, reps INTEGER, lapses INTEGER,
        PRIMARY KEY (set_id, question_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE derived_with (scheduler TEXT NOT NULL) STRICT",
)

# Which points a review tested, and the credit of each; reviews stored earlier keep NULL.
_CREDITS = ("ALTER TABLE reviews ADD COLUMN credits TEXT",)

# Asking for the answer was a skip and is a wrong answer now, so the states are derived again.
_SHOWN_IS_WRONG = ("DELETE FROM derived_with",)

# What the learner read and suspended, and the sets last studied, from which `quizgen due` counts new questions.
_READ_AND_SUSPENDED = (
    "ALTER TABLE reviews ADD COLUMN after_reading INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE readings (
        set_id TEXT NOT NULL, at INTEGER NOT NULL, read INTEGER NOT NULL, PRIMARY KEY (set_id, at)
    ) STRICT""",
    """CREATE TABLE suspensions (
        set_id TEXT NOT NULL, point TEXT NOT NULL, at INTEGER NOT NULL, suspended INTEGER NOT NULL,
        PRIMARY KEY (set_id, point, at)
    ) STRICT""",
    *_only_added_to(("readings", "suspensions")),
    """CREATE TABLE studied_sets (
        set_id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, questions TEXT NOT NULL
    ) STRICT""",
)

# Questions whose reviews were imported and whose states are not derived yet.
_STALE = (
    """CREATE TABLE stale (
        set_id TEXT NOT NULL, question_id TEXT NOT NULL, PRIMARY KEY (set_id, question_id)
    ) STRICT, WITHOUT ROWID""",
)

# One memory for each point instead of one for each question, derived again from the log, and what reviews that do not
# name their points count for.
_POINTS = (
    "ALTER TABLE reviews ADD COLUMN recognition INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX reviews_without_credits ON reviews (set_id, question_id) WHERE credits IS NULL",
    """CREATE TABLE assignments (
        number INTEGER PRIMARY KEY,
        review_id TEXT NOT NULL REFERENCES reviews (id),
        at INTEGER NOT NULL,
        set_id TEXT NOT NULL,
        question_id TEXT NOT NULL,
        credits TEXT NOT NULL,
        UNIQUE (review_id, at, set_id, question_id, credits)
    ) STRICT""",
    "CREATE INDEX assignments_by_question ON assignments (set_id, question_id)",
    *_only_added_to(("assignments",)),
    "DROP TABLE standings",
    """CREATE TABLE point_states (
        set_id TEXT NOT NULL, point TEXT NOT NULL, at INTEGER NOT NULL, credit REAL NOT NULL,
        question_id TEXT NOT NULL, kind TEXT NOT NULL, climb INTEGER NOT NULL,
        stage INTEGER, step INTEGER, stability REAL, difficulty REAL,
        due INTEGER, last_review INTEGER, introduced INTEGER, reps INTEGER, lapses INTEGER,
        PRIMARY KEY (set_id, point)
    ) STRICT, WITHOUT ROWID""",
    # Which questions have tested a point, to find its reviews.
    """CREATE TABLE tested_by (
        set_id TEXT NOT NULL, point TEXT NOT NULL, question_id TEXT NOT NULL,
        PRIMARY KEY (set_id, point, question_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE last_outcomes (
        set_id TEXT NOT NULL, question_id TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,
        PRIMARY KEY (set_id, question_id)
    ) STRICT, WITHOUT ROWID""",
    "DELETE FROM derived_with",
)

# The facts of each point, so that `quizgen due` counts the points that wait for another day as study does.
_FACTS = ("ALTER TABLE studied_sets ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'",)

# The time between reviews counts in days that start at 4 a.m., not in blocks of 24 hours.
_STUDY_DAYS = ("DELETE FROM derived_with",)

_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _CREDITS,
    _SHOWN_IS_WRONG,
    _READ_AND_SUSPENDED,
    _STALE,
    _POINTS,
    _FACTS,
    _STUDY_DAYS,
)
"""Statements from each version to the next. A published migration is never edited, only followed by another."""

VERSION = len(_MIGRATIONS)


def require_intact(db: sqlite3.Connection) -> None:
    """Raise ``sqlite3.DatabaseError`` if the structure of the database is damaged."""
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        error = sqlite3.DatabaseError("damaged")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Migrate the database to the current version; ``StorageError`` for a newer or foreign one, left unchanged."""
    if _version(db, path) == VERSION:
        return
    db.execute("BEGIN IMMEDIATE")
    with db:  # commits, or rolls back
        # Checked again: another program may have migrated it in the meantime.
        for statements in _MIGRATIONS[_version(db, path) :]:
            for statement in statements:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")


def _version(db: sqlite3.Connection, path: Path) -> int:
    # Tables first: another program may be creating them, and commits them together with their version.
    has_tables = db.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise StorageError(
            f"{path} was written by a newer version of quizgen (history format {version}; this version supports "
            f"formats up to {VERSION}). Update quizgen. The file was not changed."
        )
    if version == 0 and has_tables:
        raise StorageError(
            f"{path} belongs to another program. Move the file to another folder so that quizgen can create a history "
            "under this name. The file was not changed."
        )
    return version


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


def select(
    db: sqlite3.Connection, convert: Callable[[tuple[Any, ...]], T], query: str, values: Any = ()
) -> Iterator[T]:
    """Yield the rows that ``query`` finds as values; ``StorageError`` for a row that cannot be one."""
    for row in db.execute(query, values):
        try:
            yield convert(row)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise StorageError(
                f"The history is damaged: {error}. Run `quizgen history repair` to recover what can be read."
            ) from error


def effective(
    db: sqlite3.Connection, where: str, values: tuple[Any, ...] = (), *, undone: bool = False
) -> Iterator[Review]:
    """Yield the reviews that the clause ``where`` selects, assignments and amendments applied; undone ones on request.

    The clause sees the questions as they were stored, see ``answering``.
    """
    amendments = _changes(db, amendment_from, f"SELECT {AMENDMENT} FROM amendments", where, values)
    for review in counted(db, where, values):
        own = amendments.get(review.id, ())
        if undone or not withdrawn(own):
            yield amended(review, own) if own else review


def counted(db: sqlite3.Connection, where: str, values: tuple[Any, ...] = ()) -> Iterator[Review]:
    """Yield the reviews that the clause ``where`` selects as they were given, with assignments applied."""
    assignments = _changes(db, assignment_from, f"SELECT {ASSIGNMENT} FROM assignments", where, values)
    for review in select(db, review_from, f"SELECT {REVIEW} FROM reviews {where}", values):
        yield assigned(review, assignments[review.id]) if review.id in assignments else review


C = TypeVar("C", Amendment, Assignment)


def _changes(
    db: sqlite3.Connection, convert: Callable[[tuple[Any, ...]], C], query: str, where: str, values: tuple[Any, ...]
) -> dict[str, list[C]]:
    """Return the records that change the reviews which the clause ``where`` selects, by review."""
    of_reviews = f" WHERE review_id IN (SELECT id FROM reviews {where})" if values else ""
    changes: dict[str, list[C]] = {}
    for change in select(db, convert, f"{query}{of_reviews}", values):
        changes.setdefault(change.review_id, []).append(change)
    return changes


def answering(set_id: str, question_id: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a clause, with its values, for reviews of a question or a set that were stored as such or assigned to it.

    It also selects reviews that were assigned to something else later.
    """
    names = {"set_id": set_id} if question_id is None else {"set_id": set_id, "question_id": question_id}
    condition = " AND ".join(f"{name} = ?" for name in names)
    found = f"SELECT id FROM reviews WHERE {condition} UNION SELECT review_id FROM assignments WHERE {condition}"
    return f"WHERE reviews.id IN ({found})", (*names.values(), *names.values())


def review_row(review: Review) -> tuple[Any, ...]:
    return (
        review.id, review.set_id, review.question_id, review.session_id, number(review.at), review.mode, review.kind,
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
    return amendment.review_id, number(amendment.at), amendment.what, int(amendment.value)


def amendment_from(row: tuple[Any, ...]) -> Amendment:
    review_id, at, what, value = row
    change = Change(what)
    return Amendment(review_id, moment(at), change, Rating(value) if change is Change.RATING else bool(value))


def assignment_row(assignment: Assignment) -> tuple[Any, ...]:
    return (
        assignment.review_id, number(assignment.at), assignment.set_id, assignment.question_id,
        _json(dict(assignment.credits)),
    )  # fmt: skip


def assignment_from(row: tuple[Any, ...]) -> Assignment:
    review_id, at, set_id, question_id, by_point = row
    return Assignment(review_id, moment(at), set_id, question_id, json.loads(by_point))


def session_row(start: SessionStart) -> tuple[Any, ...]:
    return start.id, start.set_id, start.mode, number(start.at), _json(plan_data(start.plan))


def session_from(row: tuple[Any, ...]) -> SessionStart:
    id_, set_id, mode, at, plan = row
    return SessionStart(id_, set_id, Mode(mode), moment(at), plan_from(json.loads(plan)))


def end_row(end: SessionEnd) -> tuple[Any, ...]:
    return end.session_id, number(end.at)


def end_from(row: tuple[Any, ...]) -> SessionEnd:
    return SessionEnd(row[0], moment(row[1]))


def reading_row(reading: Reading) -> tuple[Any, ...]:
    return reading.set_id, number(reading.at), int(reading.read)


def reading_from(row: tuple[Any, ...]) -> Reading:
    set_id, at, read = row
    return Reading(set_id, moment(at), bool(read))


def suspension_row(suspension: Suspension) -> tuple[Any, ...]:
    return suspension.set_id, suspension.point, number(suspension.at), int(suspension.suspended)


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
        number(point_state.at), float(point_state.credit), point_state.question_id, point_state.kind,
        point_state.climb, *((None,) * 9 if memory is None else _memory_row(memory)),
    )  # fmt: skip


def _memory_row(memory: MemoryState) -> tuple[Any, ...]:
    return (
        memory.stage, memory.step, memory.stability, memory.difficulty, number(memory.due),
        number(memory.last_review), number(memory.introduced), memory.reps, memory.lapses,
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
