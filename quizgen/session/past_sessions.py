"""Earlier sessions on the same set: one to resume, their scores, and what was missed or is weak."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from quizgen.grading.known import KnownAnswers
from quizgen.grading.verdict import SHOWN, Outcome, Response, Verdict
from quizgen.history.history import History
from quizgen.history.records import Mode, Review, SavedSession
from quizgen.history.responses import response_from
from quizgen.questions import Question, QuestionSet
from quizgen.session.combined import members_of, name_in
from quizgen.session.prompt import Answered
from quizgen.session.results import Score
from quizgen.session.session import Session

SHOWN_ATTEMPTS = 4
"""Number of earlier attempts to show."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """An earlier session."""

    at: datetime
    score: Score


def earlier_attempts(history: History, session: Session, session_id: str | None) -> tuple[Attempt, ...]:
    """Return the latest sessions in the same mode on the same set, oldest first, without ``session_id`` itself.

    Only those with as many questions, and of the same kind or topic if all have one, can be compared. Retries of missed
    questions are not attempts.
    """
    modes = (Mode(session.mode),)
    found = (
        history.use(lambda store: store.sessions(session.question_set.id, modes=modes, limit=5 * SHOWN_ATTEMPTS)) or []
    )
    by_id = {question.id: question for question in session.question_set.questions}
    scope = _scope(session.questions)
    attempts = []
    for saved in found:
        plan = saved.start.plan
        latest = {review.key: review for review in saved.reviews}.values()
        score = Score.of(latest, total=len(plan.question_ids), exam=session.exam)
        comparable = (
            plan.round == 1
            and len(plan.question_ids) == len(session.questions)
            and _scope([by_id[name] for name in plan.question_ids if name in by_id]) == scope
        )
        if saved.start.id != session_id and comparable and score.answered and (saved.ended or not session.exam):
            attempts.append(Attempt(saved.start.at, score))
    return tuple(reversed(attempts[:SHOWN_ATTEMPTS]))


def _scope(questions: Sequence[Question]) -> tuple[str | None, str | None]:
    """Return the kind and the topic that all of ``questions`` have; None if they differ."""

    def only(found: set[str | None]) -> str | None:
        return next(iter(found)) if len(found) == 1 else None

    return only({question.kind for question in questions}), only({question.topic for question in questions})


def interrupted(history: History, set_ids: Sequence[str]) -> SavedSession | None:
    """Return the latest quiz or exam on exactly these sets, named in any order, if it was interrupted."""
    if len(set_ids) == 1:
        return history.use(lambda store: store.unfinished(set_ids[0]))
    found = history.use(lambda store: store.unfinished_sets()) or []
    same = next((set_id for set_id in found if sorted(members_of(set_id)) == sorted(set_ids)), None)
    return history.use(lambda store: store.unfinished(same)) if same is not None else None


def last_missed(history: History, question_set: QuestionSet) -> frozenset[str]:
    """Return the ids of the questions whose latest answer was wrong or partly correct."""
    missed: set[str] = set()
    for set_id in members_of(question_set.id):
        outcomes = history.use(lambda store, of=set_id: store.last_outcomes(of)) or {}  # type: ignore[misc]
        missed.update(
            name_in(question_set, set_id, name)
            for name, outcome in outcomes.items()
            if outcome in {Outcome.WRONG, Outcome.PARTLY}
        )
    return frozenset(missed)


def resumed(saved: SavedSession, question_set: QuestionSet) -> Session:
    """Return the interrupted session: the same questions and options in the same order, with its answers.

    Questions that were removed from the set are left out.
    """
    questions, reviews = _what_is_left(saved, question_set)
    plan = saved.start.plan
    session = Session.start(question_set, questions, seed=plan.seed, exam=saved.start.mode is Mode.EXAM)
    answers = []
    for question, review in zip(questions, reviews, strict=False):
        response = _response(review, question.kind)
        verdict = _verdict(question, response, review, session.rivals)
        shown = response is None and verdict.outcome is Outcome.WRONG
        answers.append(Answered(question, response, SHOWN if shown else verdict, review.seconds, shown))
    return session.resume(plan.round, tuple(answers))


def progress(saved: SavedSession, question_set: QuestionSet) -> tuple[int, int, int] | None:
    """Return how many questions of an interrupted session were answered and skipped, and how many there are.

    None means that the session cannot be resumed: all answers of a quiz were undone, their questions no longer exist,
    or only a retry was left.
    """
    questions, reviews = _what_is_left(saved, question_set)
    is_exam = saved.start.mode is Mode.EXAM  # which is resumed before its first answer and after its last one, too
    can_resume = bool(questions) if is_exam else 0 < len(reviews) < len(questions)
    skipped = sum(review.outcome is Outcome.SKIPPED for review in reviews)
    return (len(reviews) - skipped, skipped, len(questions)) if can_resume else None


def _what_is_left(saved: SavedSession, question_set: QuestionSet) -> tuple[list[Question], list[Review]]:
    """Return the questions of a session that still exist, in its order, and the answers up to the first without one."""
    by_id = {question.id: question for question in question_set.questions}
    questions = [by_id[name] for name in saved.start.plan.question_ids if name in by_id]
    reviews = {name_in(question_set, review.set_id, review.question_id): review for review in saved.reviews}
    answered = takewhile(lambda question: question.id in reviews, questions)
    return questions, [reviews[question.id] for question in answered]


def _verdict(question: Question, response: Response, review: Review, rivals: KnownAnswers) -> Verdict:
    """Return the verdict as it was stored, with the remarks of grading if grading still gives the same verdict."""
    from quizgen.grading.grader import grade

    fresh = grade(question, response, rivals=rivals)
    same = fresh.outcome.stored is review.outcome and abs(fresh.share - review.share) < 1e-6
    return fresh if same else Verdict(review.outcome, review.share)


def _response(review: Review, kind: str) -> Response:
    try:
        return response_from(kind, review.response)
    except ValueError:  # the question had another kind then
        return None
