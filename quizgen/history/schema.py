"""The tables of the history, and the migrations of older databases."""

import sqlite3
from pathlib import Path

from quizgen.history.errors import StorageError

_LOG = ("sessions", "session_ends", "reviews", "amendments")
"""The source of truth: rows are added, never changed or deleted."""

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
    *(
        f"CREATE TRIGGER {table}_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, 'the history is only ever added to'); END"
        for table in _LOG
        for verb in ("UPDATE", "DELETE")
    ),
    # Derived from the log; can be rebuilt at any time.
    """CREATE TABLE standings (
        set_id TEXT NOT NULL, question_id TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,
        stage INTEGER, step INTEGER, stability REAL, difficulty REAL,
        due INTEGER, last_review INTEGER, introduced INTEGER, reps INTEGER, lapses INTEGER,
        PRIMARY KEY (set_id, question_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE derived_with (scheduler TEXT NOT NULL) STRICT",
)

# Which points a review asked, and the credit of each; reviews stored earlier keep NULL.
_CREDITS = ("ALTER TABLE reviews ADD COLUMN credits TEXT",)

_MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _CREDITS)
"""Statements from each version to the next. A published migration is never edited, only followed by another."""

VERSION = len(_MIGRATIONS)


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
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise StorageError(
            f"{path} was written by a newer quizgen (history version {version}; this version reads up to {VERSION}). "
            "Update quizgen. The file was not changed."
        )
    if version == 0 and db.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise StorageError(
            f"{path} is another program's database. Move it away to start a history. The file was not changed."
        )
    return version
