"""What the history says: pure counts over reviews as they count after amendments."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.ratings import Rating
from quizgen.history.review import Key, Review
from quizgen.history.scheduler import MemoryState
from quizgen.questions import OptionsQuestion, Question

MATURE_DAYS = 21
"""From this interval on a memory is called mature; the line that Anki draws."""

LEECH_LAPSES = 8
"""So often forgotten, a question wants another wording, or a hint, more than another review."""

Questions = Mapping[str, Mapping[str, Question]]
"""Set id: question id: question, for the sets at hand."""


@dataclass(slots=True)
class Recall:
    """Reviews and how many of them were remembered."""

    asked: int = 0
    remembered: int = 0

    @property
    def share(self) -> float | None:
        """Part that was remembered, from 0 to 1; None without a review."""
        return self.remembered / self.asked if self.asked else None


@dataclass(slots=True)
class Record:
    """How one question went."""

    attempts: int = 0
    """Answers; a skip is none."""
    points: float = 0.0
    """Sum of the shares that were right."""

    @property
    def share(self) -> float:
        """Part that was right, from 0 to 1."""
        return self.points / self.attempts if self.attempts else 0.0

    @property
    def ease(self) -> float:
        """The share to sort by: one success and one failure are assumed beforehand (Laplace's rule of succession).

        So a single wrong answer does not make a question harder than eight wrong ones of ten.
        """
        return (self.points + 1) / (self.attempts + 2)


@dataclass(slots=True)
class Summary:
    """What a history comes to."""

    by_day: Counter[date] = field(default_factory=Counter)
    """Answers by day, of removed questions too; a skip is none."""
    young: Recall = field(default_factory=Recall)
    """True retention after 1 to 20 days."""
    mature: Recall = field(default_factory=Recall)
    """True retention after 21 days and more."""
    questions: dict[Key, Record] = field(default_factory=dict)
    fooled: Counter[tuple[Key, str]] = field(default_factory=Counter)
    """Question and wrong option: how often it was picked."""

    @property
    def hardest(self) -> list[tuple[Key, Record]]:
        """The questions that were not always right, the hardest first."""
        missed = [(key, record) for key, record in self.questions.items() if record.points < record.attempts]
        return sorted(missed, key=lambda entry: (entry[1].ease, entry[0]))


def summarise(reviews: Iterable[Review], questions: Questions, calendar: Calendar) -> Summary:
    """Count ``reviews``, which come in the order of time; of a set not among ``questions``, by themselves alone.

    Questions removed from a set at hand count by day, and nowhere else. True retention looks at scheduled reviews on a
    later day than the question's last one, so the steps of one day are left out: it is the part of them rated better
    than Again. The days between the two, not the interval that was planned, make it young or mature.
    """
    summary = Summary()
    last_days: dict[Key, date] = {}
    for review in reviews:
        day = calendar.day(review.at)
        attempted = review.outcome is not Outcome.SKIPPED
        if attempted:
            summary.by_day[day] += 1
        question = questions[review.set_id].get(review.question_id) if review.set_id in questions else None
        if question is None and review.set_id in questions:
            continue
        if attempted:
            record = summary.questions.setdefault(review.key, Record())
            record.attempts += 1
            record.points += review.share
            summary.fooled.update((review.key, option) for option in _wrong_picks(review, question))
        if review.rating is not None:
            days = (day - last_days.get(review.key, day)).days
            last_days[review.key] = day
            if days >= 1:
                recall = summary.mature if days >= MATURE_DAYS else summary.young
                recall.asked += 1
                recall.remembered += review.rating is not Rating.AGAIN
    return summary


def leeches(states: Mapping[Key, MemoryState]) -> list[tuple[Key, MemoryState]]:
    """The questions forgotten again and again, the worst first."""
    found = [(key, state) for key, state in states.items() if state.lapses >= LEECH_LAPSES]
    return sorted(found, key=lambda entry: (-entry[1].lapses, entry[0]))


def _wrong_picks(review: Review, question: Question | None) -> list[str]:
    """The wrong options that were picked. Of a question not at hand only a wrong choice is known to be one."""
    picked = [review.response] if isinstance(review.response, str) else review.response
    if review.outcome in {Outcome.CORRECT, Outcome.CLOSE} or not isinstance(picked, list):
        return []
    options = [option for option in picked if isinstance(option, str)]
    if isinstance(question, OptionsQuestion):
        return [option for option in options if option in question.distractors]
    return options if question is None and review.kind == "choice" else []
