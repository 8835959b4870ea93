"""What there is to study today, for the commands that show it. As little as possible is imported."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import click

from quizgen.cli.settings import StudySettings
from quizgen.errors import QuizgenError
from quizgen.history.days import Calendar
from quizgen.history.history import FILE_NAME, data_folder
from quizgen.history.today import Day, OutdatedError, Sets, StudiedSet, read_day

if TYPE_CHECKING:
    from quizgen.history.store import Store
    from quizgen.questions import QuestionSet

UNREADABLE = (sqlite3.Error, QuizgenError, click.ClickException, ValueError, TypeError, KeyError, OverflowError)
"""What a locked, damaged or missing history raises, and values in damaged rows."""


def migrated_day(now: datetime, settings: StudySettings, sets: Sets | None = None) -> Day:
    """Read the day of ``now``; migrate a history of an earlier version first. Raises one of ``UNREADABLE``.

    By default, ``sets`` are those last studied.
    """
    path = data_folder() / FILE_NAME
    limits = {"new_limit": settings.new, "review_limit": settings.limit}
    try:
        return read_day(path, now, Calendar(), sets=sets, **limits)
    except OutdatedError:
        from quizgen.cli.history_io import stored_history

        with stored_history():  # opening it migrates it
            return read_day(path, now, Calendar(), sets=sets, **limits)


def read_today(now: datetime, settings: StudySettings, sets: Sets | None = None) -> Day | None:
    """Read the day of ``now``; None if the history cannot be read."""
    try:
        return migrated_day(now, settings, sets)
    except UNREADABLE:
        return None


def studied(sets: Iterable["QuestionSet"]) -> Sets:
    """Return what study asks of ``sets`` by default."""
    from quizgen.session.selection import in_study_order

    found = {}
    for one in sets:
        questions = in_study_order(one)
        facts: dict[str, dict[str, None]] = {}
        for question in questions:
            for point in question.points if question.all_facts else ():
                facts.setdefault(point, {}).update(dict.fromkeys(question.all_facts))
        found[one.id] = StudiedSet(
            one.title,
            {question.id: question.points for question in questions},
            {point: tuple(own) for point, own in facts.items()},
        )
    return found


def remember(store: "Store", sets: Iterable["QuestionSet"]) -> None:
    """Store which questions of ``sets`` there are to study, for `quizgen due`, which reads no files."""
    for set_id, asked in studied(sets).items():
        store.remember_set(set_id, asked)
