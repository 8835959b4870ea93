"""What a quiz needs from the history before its first question, read without opening the history.

Opening it imports records and the scheduler, and waits for other programs; the first answer is soon enough for that.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.history.history import has_log
from quizgen.history.timestamps import moment
from quizgen.history.version import VERSION

if TYPE_CHECKING:
    from quizgen.history.store import Store


@dataclass(frozen=True, slots=True)
class Glance:
    """What the history knows about some sets."""

    interrupted: bool = False
    """Whether the latest quiz or exam on one of the sets, or on several sets, may have been interrupted."""
    credits: Mapping[tuple[str, str], tuple[datetime, float]] = field(default_factory=dict)
    """The time and the credit of the latest attempt at each point, by set and point."""
    suspended: frozenset[tuple[str, str]] = frozenset()
    """The suspended points, by set and point."""
    known: frozenset[str] = frozenset()
    """The ids of the sets that the learner has answered, or whose lesson was read or declined."""


def read_glance(path: Path, set_ids: Sequence[str]) -> Glance | None:
    """Read the database at ``path``; None if it must be opened as a ``Store`` to be migrated, repaired or derived."""
    try:
        if has_log(path):
            return None
        # As a file that nobody changes: otherwise, SQLite would leave an empty log next to it.
        db = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True, timeout=0)
    except (sqlite3.Error, OSError, ValueError):
        return None
    try:
        is_current = db.execute("PRAGMA user_version").fetchone() == (VERSION,)
        if not is_current or not db.execute("SELECT 1 FROM derived_with").fetchone():
            return None
        if db.execute("SELECT 1 FROM stale LIMIT 1").fetchone():
            return None
        return _read(db, set_ids)
    except (sqlite3.Error, OverflowError, TypeError):
        return None
    finally:
        db.close()


def _read(db: sqlite3.Connection, set_ids: Sequence[str]) -> Glance:
    among = f"set_id IN ({', '.join('?' * len(set_ids))})"
    states = db.execute(f"SELECT set_id, point, at, credit FROM point_states WHERE {among}", set_ids)
    credits_of = {(set_id, point): (moment(at), credit) for set_id, point, at, credit in states}
    changes = db.execute(f"SELECT set_id, point, suspended FROM suspensions WHERE {among} ORDER BY at", set_ids)
    suspended = {(set_id, point): is_suspended for set_id, point, is_suspended in changes}
    known = db.execute(
        f"SELECT set_id FROM last_outcomes WHERE {among} UNION SELECT set_id FROM readings WHERE {among}",
        (*set_ids, *set_ids),
    )
    return Glance(
        interrupted=bool(unfinished_sets(db, _only(set_ids))),
        credits=credits_of,
        suspended=frozenset(key for key, is_suspended in suspended.items() if is_suspended),
        known=frozenset(set_id for (set_id,) in known),
    )


def unfinished_sets(db: sqlite3.Connection, only: str | None = None) -> list[str]:
    """Return the ids of the sets whose latest quiz or exam was interrupted, the latest first.

    With ``only``, just that set is looked at.
    """
    sessions = db.execute(
        "SELECT set_id, EXISTS (SELECT 1 FROM session_ends WHERE session_id = sessions.id) FROM sessions"
        f" WHERE mode IN ('quiz', 'exam') {'' if only is None else 'AND set_id = ?'} ORDER BY at DESC, id",
        () if only is None else (only,),
    )
    latest: dict[str, bool] = {}
    for set_id, has_ended in sessions:
        latest.setdefault(set_id, bool(has_ended))
    return [set_id for set_id, has_ended in latest.items() if not has_ended]


def _only(set_ids: Sequence[str]) -> str | None:
    """Return the set whose sessions matter; None if there are several.

    A quiz on several sets is stored under all of their ids, in the order in which they were named.
    """
    return set_ids[0] if len(set_ids) == 1 else None


def glance_at(store: "Store", set_ids: Sequence[str]) -> Glance:
    """Return the same from an open history."""
    return Glance(
        interrupted=bool(store.unfinished_sets(_only(set_ids))),
        credits={
            (set_id, point): latest for set_id in set_ids for point, latest in store.latest_credits(set_id).items()
        },
        suspended=frozenset((set_id, point) for set_id in set_ids for point in store.suspended(set_id)),
        known=frozenset(
            set_id for set_id in set_ids if store.last_outcomes(set_id) or store.last_reading(set_id) is not None
        ),
    )
