"""The tables of the history's database, as the migrations that create and change them."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.history.errors import StorageError
from quizgen.history.version import VERSION

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

assert len(_MIGRATIONS) == VERSION, "every migration raises the version in version.py"


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
