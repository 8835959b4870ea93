"""The statistics of ``quizgen stats`` as data and as plain lines."""

from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from quizgen.history.days import Calendar
from quizgen.history.points import Tally
from quizgen.history.queue import forecast
from quizgen.history.records import Key, PointKey
from quizgen.history.scheduler import MemoryState, Stage
from quizgen.history.stats import LEECH_LAPSES, MATURE_DAYS, Questions, Recall, Summary, leeches
from quizgen.loading.diagnostics import escape_controls
from quizgen.questions import Question
from quizgen.questions.kinds import kind_label
from quizgen.terminal import study_messages
from quizgen.terminal.prose import plain_line

FORECAST_DAYS = 30
SHOWN = 3
"""Number of entries in each list of the chart; the JSON has all."""

NOTHING_YET = "No answers yet. Take a quiz with `quizgen quiz`."
YOUNG = f"after 1 to {MATURE_DAYS - 1} days"
MATURE = f"after {MATURE_DAYS} days or more"
HARDEST = "Hardest points, each shown by one of its questions (average score)"
FOOLING = "Most chosen wrong options"
LEECHES = f"Leeches: forgotten {LEECH_LAPSES} times or more"


class Entry(NamedTuple):
    """An entry in a list of the chart."""

    figure: str
    text: str
    below: tuple[str, ...] = ()
    """The questions of a point, one line each."""


@dataclass(frozen=True)
class StatsReport:
    """The figures that every view shows."""

    title: str | None
    """Title of the set, if the report covers only one."""
    now: datetime
    calendar: Calendar
    summary: Summary
    states: dict[PointKey, MemoryState]
    """Memory states of the points that still exist."""
    questions: Questions
    suspended: Set[PointKey] = frozenset()
    facts: Mapping[PointKey, Collection[Key]] = field(default_factory=dict)
    """The facts of each point that is studied by default."""

    @cached_property
    def forecast(self) -> tuple[int, ...]:
        """Number of due points that study asks on each of the next days, today first; suspended ones are not asked."""
        waiting = {point: state for point, state in self.states.items() if point not in self.suspended}
        return forecast(waiting, self.now, self.calendar, FORECAST_DAYS, facts=self.facts)

    @property
    def learning(self) -> int:
        """Number of points that are being learned, or learned again, and not suspended."""
        return sum(
            state.stage is not Stage.REVIEW for point, state in self.states.items() if point not in self.suspended
        )

    @property
    def answers(self) -> int:
        """Number of answers."""
        return self.summary.by_day.total()

    @cached_property
    def asked_by(self) -> dict[PointKey, list[Question]]:
        """The questions that ask each point, in the order of their set."""
        found: dict[PointKey, list[Question]] = {}
        for set_id, of_set in self.questions.items():
            for question in of_set.values():
                for point in question.points:
                    found.setdefault((set_id, point), []).append(question)
        return found

    def point_name(self, key: PointKey) -> str:
        """Return the stem of the question that lost most credit on a point, or the point's id if its set is unreadable.

        If the questions that tested it no longer exist, it is named by its first one.
        """
        if key not in self.asked_by:
            return escape_controls(": ".join(key))
        results = self.summary.points[key].questions if key in self.summary.points else {}
        return _one_line(max(self.asked_by[key], key=lambda one: results[one.id].lost if one.id in results else -1))

    def question_name(self, key: Key) -> str:
        """Return the question's stem on one line, or its id if its set could not be read."""
        question = self._question(key)
        return _one_line(question) if question else escape_controls(": ".join(key))

    def question_lines(self, key: PointKey, tally: Tally) -> tuple[str, ...]:
        """Return the results of each question that tested a point, if there are several."""
        if len(tally.questions) < 2:
            return ()
        lines = []
        for question_id, results in tally.questions.items():
            question = self._question((key[0], question_id))
            label = kind_label(question.kind) if question else escape_controls(question_id)
            lines.append(f"{label}: {study_messages.average_score(results.share, results.attempts)}")
        return tuple(lines)

    def _question(self, key: Key) -> Question | None:
        return self.questions.get(key[0], {}).get(key[1])


def _one_line(question: Question) -> str:
    return escape_controls(" ".join(plain_line(question.stem).split()))


def recall_text(recall: Recall) -> str:
    """``87% of 120``."""
    return "no reviews" if recall.share is None else f"{recall.share:.0%} of {recall.asked}"


def times(number: int) -> str:
    """``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def report_data(report: StatsReport) -> dict[str, Any]:
    """Return the report for scripts: shares from 0 to 1, days as ISO dates, the forecast starting today."""
    summary = report.summary

    def question(key: Key) -> dict[str, Any]:
        known = report.questions.get(key[0], {}).get(key[1])
        return {"set": key[0], "question": key[1], "stem": known.stem if known else None}

    def point(key: PointKey) -> dict[str, Any]:
        asked_by = report.asked_by.get(key)
        return {"set": key[0], "point": key[1], "stem": asked_by[0].stem if asked_by else None}

    def below(key: PointKey) -> list[dict[str, Any]]:
        results = summary.points[key].questions if key in summary.points else {}
        asked_by = dict.fromkeys((*(question.id for question in report.asked_by.get(key, ())), *results))
        return [question((key[0], name)) | _results(results.get(name)) for name in asked_by]

    def recall(of: Recall) -> dict[str, Any]:
        return {"asked": of.asked, "remembered": of.remembered, "share": of.share}

    keys = sorted(summary.points.keys() | report.states.keys(), key=lambda key: (_ease(summary, key), key))
    return {
        "answers": report.answers,
        "by_day": {day.isoformat(): number for day, number in sorted(summary.by_day.items())},
        "retention": {"young": recall(summary.young), "mature": recall(summary.mature)},
        "learning": report.learning,
        "forecast": list(report.forecast),
        "points": [
            point(key) | _results(summary.points.get(key)) | _memory(report.states.get(key)) | {"questions": below(key)}
            for key in keys
        ],
        "fooling": [
            {**question(key), "option": option, "times": number}
            for (key, option), number in summary.fooled.most_common()
        ],
        "leeches": [{**point(key), "lapses": state.lapses} for key, state in leeches(report.states)],
    }  # fmt: skip


def _ease(summary: Summary, key: PointKey) -> float:
    tally = summary.points.get(key)
    return tally.ease if tally else 0.5


def _results(tally: Tally | None) -> dict[str, Any]:
    return {"attempts": tally.attempts, "share": tally.share} if tally else {"attempts": 0, "share": None}


def _memory(state: MemoryState | None) -> dict[str, Any]:
    if state is None:
        return {"difficulty": None, "stability": None, "lapses": 0, "due": None}
    return {
        "difficulty": state.difficulty,
        "stability": state.stability,
        "lapses": state.lapses,
        "due": state.due.isoformat(),
    }


def report_lines(report: StatsReport) -> Iterator[str]:
    """Yield the report as plain lines, for pipes and screen readers."""
    summary = report.summary
    if report.title:
        yield report.title
    if not report.answers:
        yield NOTHING_YET
        return
    yield f"Answers: {report.answers}"
    for day, number in sorted(summary.by_day.items()):
        yield f"  {day}: {number}"
    yield f"Remembered {YOUNG}: {recall_text(summary.young)}"
    yield f"Remembered {MATURE}: {recall_text(summary.mature)}"
    if report.learning:
        yield f"Learning: {report.learning}"
    yield f"Due in the next {FORECAST_DAYS} days: {sum(report.forecast)}"
    today = report.calendar.day(report.now)
    for ahead, number in enumerate(report.forecast):
        if number:
            yield f"  {today + timedelta(days=ahead)}: {number}"
    for heading, entries in sections(report):
        yield f"{heading}:"
        for figure, text, below in entries:
            yield f"  {figure}: {text}"
            yield from (f"    {line}" for line in below)


def sections(report: StatsReport) -> Iterator[tuple[str, list[Entry]]]:
    """Yield the lists of points and options with their headings, without empty lists."""
    summary = report.summary
    hardest = [
        Entry(
            study_messages.average_score(tally.share, tally.attempts),
            report.point_name(key),
            report.question_lines(key, tally),
        )
        for key, tally in summary.hardest[:SHOWN]
    ]
    fooling = [
        Entry(times(number), f"{escape_controls(option)} ({report.question_name(key)})")
        for (key, option), number in summary.fooled.most_common(SHOWN)
        if number > 1  # which of those that were chosen once come first says nothing
    ]
    forgotten = [Entry(times(state.lapses), report.point_name(key)) for key, state in leeches(report.states)[:SHOWN]]
    for heading, entries in ((HARDEST, hardest), (FOOLING, fooling), (LEECHES, forgotten)):
        if entries:
            yield heading, entries
