"""Words for study: which ratings can be chosen, and the result of a session."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen.grading.verdict import Outcome
from quizgen.session.prompt import Answered, Prompt
from quizgen.terminal import messages, study_messages

if TYPE_CHECKING:
    from quizgen.history.records import PointKey
    from quizgen.session.frontend import SessionSummary
    from quizgen.session.study import StudySession


def highest_rating(prompt: Prompt, answered: Answered) -> tuple[int, str]:
    """Return the highest rating that the learner can choose in study, and why not a higher one.

    What was not recalled is asked again soon, and what was recalled in part or with help cannot wait long.
    """
    if answered.shown:
        return 1, study_messages.ONLY_AGAIN_IF_SHOWN
    if answered.verdict.outcome is Outcome.WRONG:
        return 1, study_messages.ONLY_AGAIN_IF_WRONG
    if answered.verdict.outcome is Outcome.PARTLY:
        return 2, study_messages.AT_MOST_HARD_IF_PARTLY
    return (2, study_messages.AT_MOST_HARD_IF_PICKED) if prompt.recognition else (max(study_messages.RATINGS), "")


def counts_less(prompt: Prompt, answered: Answered, explained: set[str]) -> str:
    """Return why an answer in study counts less than a correct one, unless that was ``explained``; add it to these."""
    right = answered.verdict.counts_right
    reasons = (
        (study_messages.AFTER_READING, right and prompt.after_reading),
        (study_messages.RECOGNIZED, right and prompt.recognition),
        (study_messages.PARTLY_IS_HARD, answered.verdict.outcome is Outcome.PARTLY and answered.verdict.share >= 0.5),
    )
    new = [reason for reason, applies in reasons if applies and reason not in explained]
    if not new:
        return ""
    explained.add(new[0])
    return new[0]


def study_summary(session: "StudySession", summary: "SessionSummary") -> list[str]:
    """Return the result of a study session in lines."""
    from quizgen.session.study_outlook import has_seen, learned, left_today, new_today, unseen

    queue_left, where = left_today(session, summary.now), _part_of_day(session, summary.arguments)
    rest = queue_left.waiting
    lines = [_how_it_ended(session, where, is_all=not rest.total)]
    if session.answered:
        lines.append(study_messages.studied(session.answered, session.correct))
    if session.skipped:
        lines.append(study_messages.skipped_in_study(len(session.skipped)))
    points = learned(session)
    learning = [study_messages.learned(len(points), _topics_of(session, points))] if points else []
    if session.left and session.ahead:
        queue = session.queue
        new = sum(session.state(key) is None for key in queue.due)
        states = {"learning": len(queue.learning), "ahead of schedule": len(queue.due) - new, "new": new}
        return [*lines, study_messages.left_ahead(states, session.minutes_left), *learning]
    if session.left and not rest.total:
        extra = session.queue.waiting
        numbers = study_messages.waiting(extra.due, extra.learning, extra.new)
        return [*lines, study_messages.left_extra(numbers, session.minutes_left), *learning]
    if rest.total:
        numbers = study_messages.waiting(rest.due, rest.learning, rest.new)
        lines.append(study_messages.left_today(numbers, session.minutes_of(queue_left), where))
        return [*lines, *learning] if session.left else [*lines, *learning, study_messages.go_on(summary.arguments)]
    lines += learning
    lines += _when_to_come_back(session, summary.now, where)
    if new := unseen(session):
        asked = new_today(session, summary.now)
        none = session.limits.new == 0
        lines.append(study_messages.more_new(summary.arguments, asked, new, none=none, in_menu=summary.in_menu))
    if has_seen(session) and not session.answered and not summary.in_menu:
        lines.append(study_messages.study_ahead(summary.arguments))
    return lines


def _how_it_ended(session: "StudySession", where: str, *, is_all: bool) -> str:
    """Return the first line: whether the session was stopped or is done, which ``is_all`` for today, or had nothing."""
    from quizgen.session.study_outlook import has_seen

    if session.to_ask:
        return messages.STOPPED
    if session.skipped:
        return study_messages.done_but_skipped(len(session.skipped)) if session.answered else messages.NOTHING_ANSWERED
    if session.answered:
        return study_messages.done(where) if is_all else study_messages.SESSION_DONE
    if is_all:
        return study_messages.nothing_due(where)
    if session.ahead:
        return study_messages.NOTHING_CHOSEN if has_seen(session) else study_messages.NOTHING_AHEAD
    return study_messages.NOTHING_WITHIN_LIMITS


def _part_of_day(session: "StudySession", arguments: Sequence[str]) -> str:
    """Return where a session asked, if that is only a part of what there is to study: the set, the sets, the options.

    ``arguments`` are those of ``SessionSummary``.
    """
    names = [*takewhile(lambda argument: not argument.startswith("--"), arguments)]
    with_options = f" with {study_messages.SAME_OPTIONS}" if "--tag" in arguments else ""
    return (f" in {session.title or study_messages.SOME_SETS}" if names else "") + with_options


def _when_to_come_back(session: "StudySession", now: datetime, where: str) -> list[str]:
    from quizgen.history.today import minutes_for
    from quizgen.session.study_outlook import due_on, next_at

    then = next_at(session, now)
    if then is None:
        return []
    today, day = session.calendar.day(now), session.calendar.day(then)
    lines = [study_messages.next_at(then, then - now)] if day == today else []
    if (days := (day - today).days) > 1:
        return [study_messages.next_day(day, days)]
    due = due_on(session, today + timedelta(days=1))
    if due or not lines:
        lines.append(study_messages.tomorrow(due, minutes_for(due, 0, session.seconds_per_answer), where))
    return lines


def _topics_of(session: "StudySession", points: Sequence["PointKey"]) -> list[str]:
    """Return the names of the topics of ``points``, with the number of points of each; of several sets, titles."""
    topics: dict[str, int] = {}
    sets = session.pool.sets
    for key in points:
        question, own_set = session.pool.points[key][0], sets[key[0]]
        if question.topic or len(sets) > 1:
            name = own_set.title if len(sets) > 1 else own_set.topic_name(question.topic)
            topics[name] = topics.get(name, 0) + 1
    listed = [f"{name}: {number}" for name, number in topics.items()]
    others = len(points) - sum(topics.values())
    return [*listed, f"{study_messages.OTHER_TOPICS}: {others}"] if listed and others else listed
