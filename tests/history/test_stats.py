"""What the history says about days, memory and questions."""

from datetime import UTC, date
from io import StringIO
from typing import Any

import pytest
from history_samples import START, a_review, after, wrong
from rich.cells import cell_len
from rich.console import Console

from quizgen.cli.stats_picture import show
from quizgen.cli.stats_report import StatsReport, report_data, report_lines
from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.ratings import Rating
from quizgen.history.records import Review
from quizgen.history.scheduler import MemoryState, Stage
from quizgen.history.stats import leeches, summarize
from quizgen.questions import ChoiceQuestion, MultipleQuestion, Question

CALENDAR = Calendar(UTC)
RIVER = ChoiceQuestion(
    id="q", kind="choice", stem="Which *river* is Italy's longest?", answer="Po", distractors=("Arno", "Tiber")
)
LAKES = MultipleQuestion(
    id="m", kind="multiple", stem="Which are lakes?", answers=("Como", "Garda"), distractors=("Arno", "Po")
)
QUESTIONS: dict[str, dict[str, Question]] = {"rivers": {"q": RIVER, "m": LAKES}}
SKIP: dict[str, Any] = {"outcome": Outcome.SKIPPED, "share": 0.0, "response": None, "rating": None}


def test_answers_are_counted_by_day_without_skips() -> None:
    reviews = [a_review(), a_review("gone", after(hours=1)), a_review(**SKIP), wrong(at=after(hours=20))]
    assert summarize(reviews, QUESTIONS, CALENDAR).by_day == {date(2026, 3, 1): 2, date(2026, 3, 2): 1}


def test_true_retention_is_of_later_days_only() -> None:
    reviews = [
        wrong(),
        wrong(at=after(minutes=5)),  # a step of the same day
        a_review(at=after(days=1)),
        wrong(at=after(days=5)),
        a_review("other", after(days=6)),  # its first
        a_review(at=after(days=26), rating=Rating.HARD),  # 21 days: mature
        a_review(at=after(days=90), rating=None),  # not for the schedule
        wrong(at=after(days=90)),
    ]
    summary = summarize(reviews, {}, CALENDAR)
    assert (summary.young.asked, summary.young.remembered, summary.young.share) == (2, 1, 0.5)
    assert (summary.mature.asked, summary.mature.remembered) == (2, 1)


def test_hardest_questions_need_more_than_one_bad_moment() -> None:
    reviews = [wrong("often", after(hours=n)) for n in range(8)] + [a_review("often", after(hours=9))]
    reviews += [wrong("once"), a_review("never"), a_review("never", **SKIP)]
    summary = summarize(reviews, {}, CALENDAR)
    assert [(key[1], record.attempts, record.credit) for key, record in summary.hardest] == [
        ("often", 9, 1.0),
        ("once", 1, 0.0),
    ]


def test_wrong_options_are_counted_and_right_ones_are_not() -> None:
    reviews = [
        wrong(),
        wrong(at=after(hours=1)),
        a_review(),
        wrong(response="an option of old"),
        wrong("m", response=["Como", "Arno"], kind="multiple", outcome=Outcome.PARTLY, share=0.5),
        wrong("gone", response="Arno"),
        wrong(set_id="unknown set", response="Elbe"),
        wrong("typed", set_id="unknown set", kind="short", response="Elbe"),
    ]
    fooled = summarize(reviews, QUESTIONS, CALENDAR).fooled
    assert fooled == {
        (("rivers", "q"), "Arno"): 2,
        (("rivers", "m"), "Arno"): 1,
        (("unknown set", "q"), "Elbe"): 1,
    }


def state(lapses: int) -> MemoryState:
    return MemoryState(Stage.REVIEW, None, 5.0, 6.5, after(days=3), START, START, 20, lapses)


def test_leeches_are_those_forgotten_eight_times() -> None:
    states = {("s", "a"): state(7), ("s", "b"): state(8), ("s", "c"): state(12)}
    assert [key[1] for key, _ in leeches(states)] == ["c", "b"]


def report(reviews: list[Review]) -> StatsReport:
    states = {("rivers", "q"): state(9)} if reviews else {}
    return StatsReport("Rivers", after(days=40), CALENDAR, summarize(reviews, QUESTIONS, CALENDAR), states, QUESTIONS)


REVIEWS = [wrong(at=after(days=day, minutes=n)) for day in range(0, 40, 2) for n in range(day // 4 + 1)]


def test_the_data_for_scripts() -> None:
    data = report_data(report([*REVIEWS, a_review("m", after(days=40), kind="multiple", response=["Como"])]))
    assert data["answers"] == sum(data["by_day"].values()) == len(REVIEWS) + 1
    assert data["forecast"][0] == 1
    assert data["retention"]["young"] == {"asked": 19, "remembered": 0, "share": 0.0}
    hardest, easiest = data["points"]
    assert (hardest["point"], hardest["share"], hardest["difficulty"]) == ("q", 0.0, 6.5)
    assert (easiest["point"], easiest["share"], easiest["difficulty"]) == ("m", 1.0, None)
    assert data["fooling"][0]["option"] == "Arno"
    assert data["leeches"][0]["lapses"] == 9


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_picture_fits_and_is_readable_without_color(width: int) -> None:
    out = StringIO()
    show(report(REVIEWS), Console(file=out, width=width, color_system=None))
    lines = out.getvalue().splitlines()
    assert all(cell_len(line) <= width for line in lines)
    text = out.getvalue()
    monday = next(line for line in lines if line.strip().startswith("Mon"))
    assert {"·", "░", "▒", "▓", "█"} <= set("".join(lines[1:9]))
    assert lines[2].rstrip() == "      Mar       Apr"  # each above the first week with a day of it
    assert len(monday.split()) == 8  # the name and seven weeks, the first of which began on a Sunday
    coming = ("1 due today", "1 within 30 days", "up to 1 a day")
    for words in ("Answers by day", "0% of 19", *coming, "Arno", "Which river", "9 times"):
        assert words in text
    assert "  today               in 29 days" in [line.rstrip() for line in lines]  # below the 30 days


def test_months_of_neighboring_weeks_are_both_named() -> None:
    out = StringIO()
    show(report([wrong(at=after(days=26))]), Console(file=out, width=80, color_system=None))
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    assert lines[2:4] == ["    Mar Apr", "  Mon · · ·"]


def test_plain_lines_say_the_same() -> None:
    text = "\n".join(report_lines(report(REVIEWS)))
    for words in ("Rivers", "2026-03-01: 1", "after 1 to 20 days: 0% of 19", "2026-04-10: 1", "9 times: Which river"):
        assert words in text


def test_nothing_answered_yet() -> None:
    out = StringIO()
    show(report([]), Console(file=out, width=40, color_system=None))
    assert "No answers yet" in out.getvalue()
    assert "Most chosen wrong options" not in "\n".join(report_lines(report([wrong()])))  # once says nothing
    assert "No answers yet" in "\n".join(report_lines(report([])))
    assert report_data(report([]))["answers"] == 0


def test_a_forged_history_cannot_control_the_terminal() -> None:
    reviews = [wrong(response="\x1b[2Jgone", set_id="\x1b]0;title\x07")]
    out = StringIO()
    bad = StatsReport(None, START, CALENDAR, summarize(reviews, {}, CALENDAR), {}, {})
    show(bad, Console(file=out, width=80, color_system=None))
    assert "\x1b" not in out.getvalue() + "\n".join(report_lines(bad))
