"""A session made of what the history holds of it."""

from quizgen.grading.verdict import Response, Verdict
from quizgen.history.responses import response_from
from quizgen.history.review import Mode, Review
from quizgen.history.sessions import SavedSession
from quizgen.questions import QuestionSet
from quizgen.session import Answered, Session


def resumed(saved: SavedSession, question_set: QuestionSet) -> Session:
    """The session where it was left: the same questions and options in the same order, what was answered kept.

    Questions that the set has lost since then are left out.
    """
    by_id = {question.id: question for question in question_set.questions}
    plan = saved.start.plan
    questions = [by_id[name] for name in plan.question_ids if name in by_id]
    reviews = {review.question_id: review for review in saved.reviews}
    answers = []
    for question in questions:
        review = reviews.get(question.id)
        if review is None:
            break
        verdict = Verdict(review.outcome, review.share)
        answers.append(Answered(question, _response(review, question.kind), verdict, review.seconds))
    begun = Session.start(question_set, questions, seed=plan.seed, exam=saved.start.mode is Mode.EXAM)
    return begun.at(plan.round, tuple(answers))


def _response(review: Review, kind: str) -> Response:
    try:
        return response_from(kind, review.response)
    except ValueError:  # the question was of another kind then
        return None
