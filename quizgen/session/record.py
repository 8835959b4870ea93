"""A session's result as JSON-ready data, for scripts. ``docs/quiz.md`` documents the shape."""

from typing import Any

from quizgen.history.responses import response_data
from quizgen.questions.view import answer_data
from quizgen.session.answered import Answered
from quizgen.session.session import Session

VERSION = 1


def result_data(session: Session, *, session_id: str | None, started: str | None, ended: str) -> dict[str, Any]:
    """What ``session`` came to; times are ISO 8601. Without an answer there is no id and no time of its start."""
    results = session.results
    question_set = session.question_set
    return {
        "version": VERSION,
        "set": {"id": question_set.id, "title": question_set.title},
        "session": session_id,
        "mode": "exam" if session.exam else "quiz",
        "seed": session.seed,
        "started": started,
        "ended": ended,
        "finished": session.finished,
        "questions": results.total,
        "points": round(results.points, 6),
        "out_of": results.out_of,
        "percent": results.percent,
        "best_streak": results.best_streak,
        "topics": [
            {
                "id": topic.topic,
                "name": question_set.topic_name(topic.topic),
                "points": round(topic.points, 6),
                "out_of": topic.out_of,
                "skipped": topic.skipped,
            }
            for topic in results.topics
        ],
        "answers": [_answer(answered) for answered in results.answers],
    }


def _answer(answered: Answered) -> dict[str, Any]:
    question = answered.question
    return {
        "question": question.id,
        "kind": question.kind,
        "topic": question.topic,
        "stem": question.stem,
        "outcome": answered.verdict.outcome,
        "share": round(answered.verdict.share, 6),
        "response": response_data(answered.response),
        "answer": answer_data(question),
        "seconds": round(answered.seconds, 3),
        "shown": answered.shown,
        "overridden": answered.overridden,
    }
