"""Databases of earlier versions, to test their migration."""

import sqlite3


def undo_later_versions(db: sqlite3.Connection) -> None:
    """Change the tables back to those of version 3."""
    for table in (
        "readings", "suspensions", "studied_sets", "stale", "assignments", "point_states", "tested_by", "last_outcomes"
    ):  # fmt: skip
        db.execute(f"DROP TABLE {table}")
    db.execute("DROP INDEX reviews_without_credits")
    for column in ("after_reading", "recognition"):
        db.execute(f"ALTER TABLE reviews DROP COLUMN {column}")
    db.execute(
        """CREATE TABLE standings (
            set_id TEXT NOT NULL, question_id TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,
            stage INTEGER, step INTEGER, stability REAL, difficulty REAL,
            due INTEGER, last_review INTEGER, introduced INTEGER, reps INTEGER, lapses INTEGER,
            PRIMARY KEY (set_id, question_id)
        ) STRICT, WITHOUT ROWID"""
    )
