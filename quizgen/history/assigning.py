"""What reviews count for if they do not say it: those from Anki, of renamed questions, and of old histories."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple, Self

from quizgen.history.records import Assignment, Key, PointKey, Review, Suspension
from quizgen.history.responses import response_from
from quizgen.history.store import Store
from quizgen.questions import ClozeQuestion, Question, QuestionSet


class Owners(NamedTuple):
    """The questions of some sets by their ids now and formerly."""

    now: Mapping[Key, tuple[str, Question]]
    """(Set id, question id): the id of the set that has the question now, and the question."""
    formerly: Mapping[Key, tuple[str, Question]]
    """The same for earlier ids that no question has now."""

    @classmethod
    def of(cls, sets: Iterable[QuestionSet]) -> Self:
        """Find the questions of ``sets`` by all their ids."""
        now: dict[Key, tuple[str, Question]] = {}
        formerly: dict[Key, tuple[str, Question]] = {}
        for one in sets:
            for question in one.questions:
                now[one.id, question.id] = one.id, question
                for name in question.formerly:
                    set_id, _, question_id = name.partition("/")
                    formerly[set_id, question_id] = one.id, question
                for set_id in one.formerly:
                    formerly.setdefault((set_id, question.id), (one.id, question))
        return cls(now, {key: owner for key, owner in formerly.items() if key not in now})

    def find(self, key: Key) -> tuple[str, Question] | None:
        """Return the set and the question with the id ``key``, now or formerly."""
        return self.now.get(key) or self.formerly.get(key)


def assign(store: Store, sets: Iterable[QuestionSet], now: datetime) -> int:
    """Store what the reviews of ``sets`` that do not say it themselves count for; return how many there were.

    Suspensions of renamed points move with them.
    """
    sets = list(sets)
    owners = Owners.of(sets)
    moved = list(_moved_suspensions(store, sets, owners, now))
    if moved:
        store.merge(moved)
    found = list(_assignments(store, sets, owners, now))
    return store.merge(found) if found else 0


def _moved_suspensions(
    store: Store, sets: Iterable[QuestionSet], owners: Owners, now: datetime
) -> Iterator[Suspension]:
    """Yield what suspends renamed points that were suspended under their earlier ids, and resumes those."""
    exists = {(one.id, point) for one in sets for question in one.questions for point in question.points}
    suspended = {set_id: store.suspended(set_id) for set_id in {set_id for set_id, _ in owners.formerly}}
    moves: dict[PointKey, PointKey] = {}
    for (old_set, old_id), (set_id, question) in owners.formerly.items():
        for point in question.points:
            # A point keeps its name if only its set was renamed; a question's own point has the id of the question.
            for old in (point, old_id) if question.points == (question.id,) else (point,):
                if old in suspended[old_set] and (old_set, old) not in exists:
                    moves[old_set, old] = set_id, point
    for old_key, key in moves.items():
        yield Suspension(*key, now, suspended=True)
        yield Suspension(*old_key, now, suspended=False)


def _assignments(store: Store, sets: Iterable[QuestionSet], owners: Owners, now: datetime) -> Iterator[Assignment]:
    for one in sets:
        for review in store.unassigned(one.id):
            if owner := owners.now.get(review.key):
                yield _assignment(review, owner, now)
    answered = {set_id: store.last_outcomes(set_id) for set_id in {set_id for set_id, _ in owners.formerly}}
    for key, owner in owners.formerly.items():
        if key[1] in answered[key[0]]:
            for review in store.answers_to(key):
                yield _assignment(review, owner, now)


def _assignment(review: Review, owner: tuple[str, Question], now: datetime) -> Assignment:
    set_id, question = owner
    return Assignment(review.id, now, set_id, question.id, credits_of(review, question))


def credits_of(review: Review, question: Question) -> Mapping[str, float]:
    """Return the credit of each point of ``question``, of which ``review`` is an answer.

    If the review names as many points, their credits are kept in order. Otherwise, the stored response to a cloze with
    a point for each blank is graded again, and counts blank by blank if the result is the same as then. In all other
    cases, each point gets the credit of the answer.
    """
    points = question.points
    if review.credits is not None and len(review.credits) == len(points):
        return dict(zip(points, review.credits.values(), strict=True))
    if isinstance(question, ClozeQuestion) and review.kind == "cloze" and len(points) == len(question.marks) > 1:
        from quizgen.grading.grader import grade

        try:
            verdict = grade(question, response_from("cloze", review.response))
        except ValueError:  # another number of blanks then
            return dict.fromkeys(points, review.share)
        same = verdict.outcome is review.outcome and abs(verdict.share - review.share) < 1e-6
        if same and len(verdict.blanks) == len(points):
            return {point: float(right) for point, right in zip(points, verdict.blanks, strict=True)}
    return dict.fromkeys(points, review.share)
