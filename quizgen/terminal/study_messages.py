"""Every fixed text that learners read only in study, and the times of reviews in words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from quizgen.terminal import messages
from quizgen.text.plurals import count, numbered_states

RATINGS = {1: "Again", 2: "Hard", 3: "Good", 4: "Easy"}
HOW_WELL = "How well did you know it?"
RECOGNIZED = (
    "You picked the answer from a list, so the rating cannot be better than Hard. Later questions will ask you to "
    "recall the answer."
)
PARTLY_IS_HARD = (
    "At least half was correct, so the suggested rating is Hard. To be asked again within minutes, choose 1 (Again)."
)
ONLY_AGAIN_IF_SHOWN = "You asked for the answer, so the only rating is 1 (Again)."
ONLY_AGAIN_IF_WRONG = "Your answer was wrong, so the only rating is 1 (Again)."
AT_MOST_HARD_IF_PARTLY = "Your answer was only partly correct, so you can choose only 1 (Again) or 2 (Hard)."
AT_MOST_HARD_IF_PICKED = "You picked the answer from a list, so you can choose only 1 (Again) or 2 (Hard)."
AFTER_READING = "You have just read the lesson, so correct answers do not lengthen the review intervals yet."
SESSION_DONE = "Done with this session."
NOTHING_CHOSEN = "Nothing to study with these options."
NOTHING_AHEAD = "Nothing to study ahead: you have not studied any of these questions yet."
NOTHING_WITHIN_LIMITS = (
    "Nothing to study within these limits. They are daily limits, so questions that you have already studied today "
    "count toward them."
)
DAILY_LIMITS = "The limits are for the whole day, so questions that you have already studied today count toward them."
NO_NEW = "Your daily limit for new questions is 0."
OTHER_TOPICS = "other"
SUGGESTED = "❯"
_MINUTE, _DAY = 60, 86_400
_UNITS = (
    ("minute", _MINUTE, 60),
    ("hour", 60 * _MINUTE, 24),
    ("day", _DAY, 60),
    ("month", 30 * _DAY, 24),
    ("year", 365 * _DAY, None),
)
MORE_NEW = 5
"""Number of new questions that are offered when nothing is left for today, if there are so many."""
SOME_SETS = "these sets"
SAME_OPTIONS = "these options"


def done(where: str) -> str:
    """The end of a day's study, ``where`` it was only a part of it: in a set, or with options."""
    return f"Done for today{where}. Nice work!"


def nothing_due(where: str) -> str:
    """Why nothing is asked; see ``done``."""
    return f"Nothing is due{where}."


def done_but_skipped(skipped: int) -> str:
    """The end of a session in which every question was asked, but some were ``skipped``."""
    return f"Done for now, except for the {'question' if skipped == 1 else 'questions'} that you skipped."


def several_sets(sets: int) -> str:
    """The title of study over several sets."""
    return count(sets, "question set")


def waiting(due: int, learning: int, new: int) -> str:
    """The questions of a day: ``5 due, 2 learning, 20 new``; empty if there are none."""
    return numbered_states({"due": due, "learning": learning, "new": new})


def ahead(number: int, due: int, new: int) -> str:
    """The questions of a session of study ahead: so many are ``due`` anyway, ``new``, or ahead of schedule."""
    groups = {"due": due, "new": new, "ahead of schedule": number - due - new}
    parts = [f"{size} {name}" for name, size in groups.items() if size]
    if len(parts) > 1:
        return f"{count(number, 'question')}: {', '.join(parts)}"
    return f"{count(number, 'question')}, {'all due' if due else 'all new' if new else 'ahead of schedule'}"


def ratings(intervals: Sequence[timedelta], suggested: int) -> list[str]:
    """The four ratings with their intervals, those with the same interval together; the suggested one is marked."""
    texts = []
    for interval, numbers in by_interval(intervals):
        names = [f"{SUGGESTED if number == suggested else ''}{number} {RATINGS[number]}" for number in numbers]
        texts.append(f"{', '.join(names)}{':' if len(names) > 1 else ''} {interval.removeprefix('in ')}")
    return texts


def by_interval(intervals: Sequence[timedelta]) -> list[tuple[str, list[int]]]:
    """Return each interval in words, with the ratings that lead to it."""
    grouped = groupby(enumerate(intervals, 1), key=lambda each: due_in(each[1]))
    return [(interval, [number for number, _ in group]) for interval, group in grouped]


def average_score(share: float, answers: int) -> str:
    """How well a question was answered; partly correct answers count in part."""
    return f"{share:.0%} in {count(answers, 'answer')}"


def next_review(interval: timedelta, answers_needed: int, *, at_once: bool) -> str:
    """When a question comes again, and how many correct answers finish it for today, 0 if it is finished.

    ``at_once``, it comes before that, because no other is left.
    """
    when = (
        "Nothing else is left, so you can answer this question again now"
        if at_once
        else f"Next review {due_in(interval)}"
    )
    after = f"; done for today after {count(answers_needed, 'more correct answer')}" if answers_needed else ""
    return f"{when}{after}"


def next_at(at: datetime, interval: timedelta) -> str:
    """When there is something to study again today."""
    return f"Next review at {at.astimezone():%H:%M}, {due_in(interval)}."


def next_day(day: date, days: int) -> str:
    """When there is something to study again after ``days`` days."""
    return f"Next review on {day.day} {day:%b %Y}, in {count(days, 'day')}."


def studied(answers: int, correct: int) -> str:
    """The result of a study session."""
    return f"{count(answers, 'answer')}, {correct} correct."


def left_today(waiting: str, minutes: int, where: str) -> str:
    """The questions that a session leaves for today; for ``where``, see ``done``."""
    return f"Left for today{where}: {waiting}, about {count(minutes, 'minute')}."


def left_extra(waiting: str, minutes: int) -> str:
    """What a session leaves that asks more than the day's limits allow."""
    return f"Extra questions not asked yet: {waiting}, about {count(minutes, 'minute')}. Nothing is left for today."


def left_ahead(states: Mapping[str, int], minutes: int) -> str:
    """The questions that are left when a session of study ahead is stopped."""
    return f"Left: {numbered_states(states)}, about {count(minutes, 'minute')}."


def skipped_in_study(number: int) -> str:
    """The questions that were skipped in a study session."""
    return f"Skipped: {count(number, 'question')}, which will come up in your next session."


def learned(number: int, topics: Sequence[str]) -> str:
    """What was new in a study session."""
    listed = f" ({', '.join(topics)})" if topics else ""
    return f"Learned: {count(number, 'new question')}{listed}."


def tomorrow(due: int, minutes: int, where: str) -> str:
    """What there is to study on the next day; without anything due, new questions. For ``where``, see ``done``."""
    waiting = f"{due} due, about {count(minutes, 'minute')}" if due else "new questions"
    return f"Tomorrow{where}: {waiting}."


def more_new(arguments: Sequence[str], introduced: int, unseen: int, *, none: bool, in_menu: bool) -> str:
    """How to study more new questions, of which ``unseen`` are left, after ``introduced`` ones.

    ``none`` if the daily limit allows none at all.
    """
    more = min(MORE_NEW, unseen)
    if in_menu and none:
        return f"{NO_NEW} You can still study {count(more, 'new question')} from the menu."
    if in_menu:
        return f"{new_done(introduced)} You can study {more} more from the menu."
    command = f"`{messages.command('study', *arguments, '--new', str(introduced + more))}`"
    if none:
        return f"{NO_NEW} To study new questions anyway, run {command}."
    return f"{new_done(introduced)} To study {more} more, run {command}."


def new_done(introduced: int) -> str:
    """The day's new questions are used up, of which so many were ``introduced`` in study, quizzes and exams."""
    if not introduced:
        return "You've finished today's new questions."
    return f"You've finished today's {count(introduced, 'new question')}, counting those in quizzes."


def go_on(arguments: Sequence[str]) -> str:
    """How to study what a session with other options has left."""
    return f"To study the remaining questions, run `{messages.command('study', *arguments)}`."


def study_ahead(arguments: Sequence[str]) -> str:
    """How to study the same sets before anything is due."""
    command = messages.command("study", *arguments)
    return f"To study anyway, run `{command} --ahead` or `{command} --before DATE`."


def due_in(interval: timedelta) -> str:
    """An interval in words: ``now``, ``in 10 minutes``, ``in 3 days``, ``in 2 years``.

    Months have 30 days and years 365, rounded to the nearest; weeks are given in days.
    """
    seconds = interval.total_seconds()
    if seconds < 30:
        return "now"
    for unit, size, up_to in _UNITS:
        number = int(seconds / size + 0.5)
        if up_to is None or number < up_to:
            return f"in {count(number, unit)}"
    raise AssertionError("the last unit has no limit")
