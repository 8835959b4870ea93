"""The complete history as JSON lines, for backups and for moving to another machine.

Each line is an object whose ``type`` is ``session``, ``review``, ``amendment``, ``assignment``, ``end``, ``reading`` or
``suspension``; the first line has the type ``history`` and the format's ``version``. Times are ISO 8601 in UTC.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
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
from quizgen.history.responses import response_from
from quizgen.history.rows import plan_data, plan_from
from quizgen.questions import KINDS

VERSION = 1

_TYPES: Mapping[type[Record], str] = {
    SessionStart: "session",
    Review: "review",
    Amendment: "amendment",
    Assignment: "assignment",
    SessionEnd: "end",
    Reading: "reading",
    Suspension: "suspension",
}


class BadLineError(ValueError):
    """A line that is not a record of a history; the message says why."""


def lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield ``records`` as lines of JSON, without line ends."""
    yield json.dumps({"type": "history", "version": VERSION})
    for record in records:
        data: dict[str, Any] = {"type": _TYPES[type(record)]}
        for field in fields(record):
            value = getattr(record, field.name)
            if isinstance(value, datetime):
                value = value.isoformat()
            data[field.name] = plan_data(value) if field.name == "plan" else value
        yield json.dumps(data)


def record_from(line: str) -> Record | None:
    """Return the record in ``line``; None for the heading or an empty line. Raises ``BadLineError``."""
    if not line.strip():
        return None
    try:
        data = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLineError(f"not valid JSON ({error.msg} at column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"not valid JSON ({error})") from None
    if not isinstance(data, dict):
        raise BadLineError("not a JSON object")
    try:
        return _record(data)
    except KeyError as error:
        raise BadLineError(f"{error} is missing") from None
    except (ValueError, OverflowError) as error:
        raise BadLineError(str(error)) from None


def _record(data: dict[str, Any]) -> Record | None:
    """Return the record that the object ``data`` of a line holds; None for the heading."""
    kind = data.get("type")
    if kind == "history":
        if data["version"] != VERSION:
            raise BadLineError(
                f"unknown format version {data['version']!r}; a newer version of quizgen may be able to read it"
            )
        return None
    read = _READERS.get(kind) if isinstance(kind, str) else None
    if read is None:
        raise BadLineError(f"unknown record type {kind!r}")
    return read(data)


def _session(data: dict[str, Any]) -> SessionStart:
    return SessionStart(_text(data, "id"), _text(data, "set_id"), Mode(data["mode"]), _time(data), _plan(data["plan"]))


def _review(data: dict[str, Any]) -> Review:
    kind = data["kind"]
    if kind not in KINDS:
        raise BadLineError(f"unknown question kind {kind!r}")
    response_from(kind, data["response"])
    rating = data["rating"]
    return Review(
        set_id=_text(data, "set_id"),
        question_id=_text(data, "question_id"),
        session_id=_text(data, "session_id"),
        at=_time(data),
        mode=Mode(data["mode"]),
        kind=kind,
        outcome=Outcome(data["outcome"]),
        share=_number(data, "share"),
        response=data["response"],
        seconds=_number(data, "seconds"),
        rating=None if rating is None else Rating(rating),
        id=_text(data, "id"),
        credits=_credits(data.get("credits")),
        after_reading=_flag(data, "after_reading", default=False),
        recognition=_flag(data, "recognition", default=False),
    )


def _amendment(data: dict[str, Any]) -> Amendment:
    what, value = Change(data["what"]), data["value"]
    if what is Change.RATING and not isinstance(value, bool):
        value = Rating(value)
    return Amendment(_text(data, "review_id"), _time(data), what, value)


def _assignment(data: dict[str, Any]) -> Assignment:
    return Assignment(
        _text(data, "review_id"), _time(data), _text(data, "set_id"), _text(data, "question_id"),
        _credits(data["credits"]) or {},
    )  # fmt: skip


def _end(data: dict[str, Any]) -> SessionEnd:
    return SessionEnd(_text(data, "session_id"), _time(data))


def _reading(data: dict[str, Any]) -> Reading:
    return Reading(_text(data, "set_id"), _time(data), _flag(data, "read"))


def _suspension(data: dict[str, Any]) -> Suspension:
    return Suspension(_text(data, "set_id"), _text(data, "point"), _time(data), _flag(data, "suspended"))


_READERS: Mapping[str, Callable[[dict[str, Any]], Record]] = {
    _TYPES[SessionStart]: _session,
    _TYPES[Review]: _review,
    _TYPES[Amendment]: _amendment,
    _TYPES[Assignment]: _assignment,
    _TYPES[SessionEnd]: _end,
    _TYPES[Reading]: _reading,
    _TYPES[Suspension]: _suspension,
}


def _plan(data: Any) -> Plan:
    match data:
        case {"questions": [*names], "options": dict(options), "seed": int(), "round": int(), "time_limit": limit}:
            lists = [names, *options.values()]
            texts = all(isinstance(texts, list) and all(isinstance(text, str) for text in texts) for texts in lists)
            if texts and (limit is None or isinstance(limit, int | float)):
                return plan_from(data)
    raise BadLineError(
        "invalid quiz plan: 'questions' and the values of 'options' must be lists of strings, 'seed' and 'round' must "
        "be integers, and 'time_limit' must be a number or null"
    )


def _credits(data: Any) -> dict[str, float] | None:
    match data:
        case None:
            return None
        case dict():
            return {point: _number(data, point) for point in data}
    raise BadLineError("'credits' must be an object that maps point ids to numbers")


def _text(data: dict[str, Any], name: str) -> str:
    value = data[name]
    if not isinstance(value, str) or not value or "\x00" in value:
        raise BadLineError(f"{name!r} must be text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadLineError(f"{name!r} contains an incomplete Unicode character") from None
    return value


def _number(data: dict[str, Any], name: str) -> float:
    value = data[name]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadLineError(f"{name!r} must be a number")
    return float(value)


def _flag(data: dict[str, Any], name: str, *, default: bool | None = None) -> bool:
    value = data[name] if default is None else data.get(name, default)
    if not isinstance(value, bool):
        raise BadLineError(f"{name!r} must be true or false")
    return value


def _time(data: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(_text(data, "at"))
