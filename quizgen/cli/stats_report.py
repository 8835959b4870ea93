"""The statistics of ``quizgen stats`` as data and as plain lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from quizgen.history.days import Calendar
from quizgen.history.queue import forecast
from quizgen.history.records import Key
from quizgen.history.scheduler import MemoryState
from quizgen.history.stats import LEECH_LAPSES, MATURE_DAYS, Questions, Recall, Summary, leeches
from quizgen.loading.diagnostics import escape_controls
from quizgen.terminal.prose import plain_line

FORECAST_DAYS = 30
SHOWN = 3
"""Number of questions in each list of the chart; the JSON has all."""

NOTHING_YET = "No answers yet. Take a quiz with `quizgen quiz`."
YOUNG = f"after 1 to {MATURE_DAYS - 1} days"
MATURE = f"after {MATURE_DAYS} days or more"
HARDEST = "Hardest questions"
FOOLING = "Most chosen wrong options"
LEECHES = f"Leeches: forgotten {LEECH_LAPSES} times or more"


@dataclass(frozen=True, slots=True)
class StatsReport:
    """The figures that every view shows."""

    title: str | None
    """Title of the set, if the report covers only one."""
    now: datetime
    calendar: Calendar
    summary: Summary
    states: dict[Key, MemoryState]
    """Memory states of the questions that still exist."""
    questions: Questions

    @property
    def forecast(self) -> tuple[int, ...]:
        """Number of questions that become due on each of the next days, today first."""
        return forecast(self.states.values(), self.now, self.calendar, FORECAST_DAYS)

    @property
    def answers(self) -> int:
        """Number of answers."""
        return self.summary.by_day.total()

    def name(self, key: Key) -> str:
        """Return the question's stem on one line, or its id if its set could not be read."""
        set_id, question_id = key
        if set_id not in self.questions:
            return escape_controls(f"{set_id}: {question_id}")
        return escape_controls(" ".join(plain_line(self.questions[set_id][question_id].stem).split()))


def recall_text(recall: Recall) -> str:
    """``87% of 120``."""
    return "no reviews yet" if recall.share is None else f"{recall.share:.0%} of {recall.asked}"


def times(number: int) -> str:
    """``once``, ``twice``, ``3 times``."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def report_data(report: StatsReport) -> dict[str, Any]:
    """Return the report for scripts: shares from 0 to 1, days as ISO dates, the forecast starting today."""
    summary = report.summary

    def question(key: Key) -> dict[str, Any]:
        set_id, question_id = key
        known = report.questions.get(set_id, {}).get(question_id)
        return {"set": set_id, "question": question_id, "stem": known.stem if known else None}

    def recall(of: Recall) -> dict[str, Any]:
        return {"asked": of.asked, "remembered": of.remembered, "share": of.share}

    keys = sorted(summary.questions.keys() | report.states.keys(), key=lambda key: (_ease(summary, key), key))
    return {
        "answers": report.answers,
        "by_day": {day.isoformat(): number for day, number in sorted(summary.by_day.items())},
        "retention": {"young": recall(summary.young), "mature": recall(summary.mature)},
        "forecast": list(report.forecast),
        "questions": [
            question(key) | _record(summary, key) | _memory(report.states.get(key)) for key in keys
        ],
        "fooling": [
            {**question(key), "option": option, "times": number}
            for (key, option), number in summary.fooled.most_common()
        ],
        "leeches": [{**question(key), "lapses": state.lapses} for key, state in leeches(report.states)],
    }  # fmt: skip


def _ease(summary: Summary, key: Key) -> float:
    record = summary.questions.get(key)
    return record.ease if record else 0.5


def _record(summary: Summary, key: Key) -> dict[str, Any]:
    record = summary.questions.get(key)
    return {"attempts": record.attempts, "share": record.share} if record else {"attempts": 0, "share": None}


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
    yield f"Due in the next {FORECAST_DAYS} days: {sum(report.forecast)}"
    today = report.calendar.day(report.now)
    for ahead, number in enumerate(report.forecast):
        if number:
            yield f"  {today + timedelta(days=ahead)}: {number}"
    for heading, entries in sections(report):
        yield f"{heading}:"
        for figure, text in entries:
            yield f"  {figure}: {text}"


def sections(report: StatsReport) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield the lists of questions as (heading, entries of figure and question), without empty lists."""
    summary = report.summary
    hardest = [
        (f"{record.share:.0%} of {record.attempts}", report.name(key)) for key, record in summary.hardest[:SHOWN]
    ]
    fooling = [
        (times(number), f"{escape_controls(option)} ({report.name(key)})")
        for (key, option), number in summary.fooled.most_common(SHOWN)
    ]
    forgotten = [(times(state.lapses), report.name(key)) for key, state in leeches(report.states)[:SHOWN]]
    for heading, entries in ((HARDEST, hardest), (FOOLING, fooling), (LEECHES, forgotten)):
        if entries:
            yield heading, entries
