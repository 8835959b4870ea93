"""Statistics: pure counts over reviews with their amendments applied."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.points import Tally
from quizgen.history.ratings import Rating
from quizgen.history.records import Key, PointKey, Review
from quizgen.history.scheduler import MemoryState
from quizgen.questions import OptionsQuestion, Question

MATURE_DAYS = 21
"""A memory with at least this interval is mature, as in Anki."""

LEECH_LAPSES = 8
"""A point forgotten this often needs better wording or a hint, not another review."""

Questions = Mapping[str, Mapping[str, Question]]
"""Set id: question id: question, for the sets that could be read."""


@dataclass(slots=True)
class Recall:
    """Number of reviews, and of those remembered."""

    asked: int = 0
    remembered: int = 0

    @property
    def share(self) -> float | None:
        """The share that was remembered, from 0 to 1; None without a review."""
        return self.remembered / self.asked if self.asked else None


@dataclass(slots=True)
class Summary:
    """The statistics of a history."""

    by_day: Counter[date] = field(default_factory=Counter)
    """Answers by day, including those to removed questions, skips excluded."""
    young: Recall = field(default_factory=Recall)
    """True retention after 1 to 20 days."""
    mature: Recall = field(default_factory=Recall)
    """True retention after 21 days or more."""
    points: dict[PointKey, Tally] = field(default_factory=dict)
    fooled: Counter[tuple[Key, str]] = field(default_factory=Counter)
    """(Question, wrong option): number of times it was picked."""

    @property
    def hardest(self) -> list[tuple[PointKey, Tally]]:
        """The points that were not always answered correctly, hardest first."""
        missed = [(key, tally) for key, tally in self.points.items() if tally.credit < tally.attempts]
        return sorted(missed, key=lambda entry: (entry[1].ease, entry[0]))


def summarize(reviews: Iterable[Review], questions: Questions, calendar: Calendar) -> Summary:
    """Return the statistics of ``reviews``, given in order of time.

    Points that were removed from a set in ``questions`` count by day only; for other sets, all reviews count. True
    retention is the share rated better than Again of the scheduled reviews on a later day than the point's previous
    one, so the steps of one day are left out, and so are answers given right after reading the lesson. The days between
    the two reviews, not the planned interval, decide between young and mature.
    """
    summary = Summary()
    last_days: dict[PointKey, date] = {}
    known = {
        set_id: {point for question in of_set.values() for point in question.points}
        for set_id, of_set in questions.items()
    }
    for review in reviews:
        day = calendar.day(review.at)
        if review.outcome is not Outcome.SKIPPED:
            summary.by_day[day] += 1
            question = questions.get(review.set_id, {}).get(review.question_id)
            if question is not None or review.set_id not in questions:
                summary.fooled.update((review.key, option) for option in _wrong_picks(review, question))
        for point in review.by_point:
            key = review.set_id, point
            if point not in known.get(review.set_id, (point,)):
                continue
            if review.outcome is not Outcome.SKIPPED:
                summary.points.setdefault(key, Tally()).add(review, point)
            rating = review.rating_of(point)
            if rating is not None:
                days = (day - last_days.get(key, day)).days
                last_days[key] = day
                if days >= 1 and not review.after_reading:
                    recall = summary.mature if days >= MATURE_DAYS else summary.young
                    recall.asked += 1
                    recall.remembered += rating is not Rating.AGAIN
    return summary


def leeches(states: Mapping[PointKey, MemoryState]) -> list[tuple[PointKey, MemoryState]]:
    """Return the points forgotten ``LEECH_LAPSES`` times or more, worst first."""
    found = [(key, state) for key, state in states.items() if state.lapses >= LEECH_LAPSES]
    return sorted(found, key=lambda entry: (-entry[1].lapses, entry[0]))


def _wrong_picks(review: Review, question: Question | None) -> list[str]:
    """The wrong options that were picked. For an unknown question, only a wrong choice is known to be one."""
    picked = [review.response] if isinstance(review.response, str) else review.response
    if review.outcome.counts_right or not isinstance(picked, list):
        return []
    options = [option for option in picked if isinstance(option, str)]
    if isinstance(question, OptionsQuestion):
        return [option for option in options if option in question.distractors]
    return options if question is None and review.kind == "choice" else []
