"""Combine several sets into one for a quiz, and map its questions and points back to their own sets."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from quizgen.questions import Question, QuestionSet

_BETWEEN = "/"
"""Between the id of a set and the name inside it; no id contains it."""

_JOINT = "+"
"""Between the ids of the sets in the id of a combined set."""

V = TypeVar("V")


def combined(sets: Sequence[QuestionSet]) -> QuestionSet:
    """Return one set with the questions of ``sets`` that are not retired; a single set stays as it is.

    Ids of questions, points, facts and topics are preceded by the id of their set, because two sets may use the same.
    """
    if len(sets) == 1:
        return sets[0]
    return QuestionSet.model_construct(
        id=_JOINT.join(one.id for one in sets),
        title="; ".join(one.title for one in sets),
        topics={
            _inside(one.id, topic): one.topic_name(topic)
            for one in sets
            for topic in dict.fromkeys(question.topic for question in one.questions)
            if topic is not None
        },
        questions=tuple(_renamed(one, question) for one in sets if not one.retired for question in one.questions),
    )


def members_of(set_id: str) -> tuple[str, ...]:
    """Return the ids of the sets that the set ``set_id`` combines, or its own."""
    return tuple(set_id.split(_JOINT))


def name_in(question_set: QuestionSet, set_id: str, name: str) -> str:
    """Return what ``question_set`` calls the question or point ``name`` of its set ``set_id``."""
    return name if question_set.id == set_id else _inside(set_id, name)


def original(set_id: str, name: str) -> tuple[str, str]:
    """Return the set and the own name of a question or point that a set with the id ``set_id`` calls ``name``."""
    own_set, between, own_name = name.partition(_BETWEEN)
    return (own_set, own_name) if between else (set_id, name)


def original_points(by_point: Mapping[str, V]) -> dict[str, V]:
    """Return a mapping by point with the points' own names."""
    return {original("", point)[1]: value for point, value in by_point.items()}


def _inside(set_id: str, name: str) -> str:
    return f"{set_id}{_BETWEEN}{name}"


def _renamed(question_set: QuestionSet, question: Question) -> Question:
    def inside(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(_inside(question_set.id, name) for name in names)

    update = {
        "id": _inside(question_set.id, question.id),
        "topic": _inside(question_set.id, question.topic) if question.topic else None,
        "point": inside(question.points),
        "fact": _inside(question_set.id, question.fact) if question.fact else None,
        "facts": inside(question.facts),
        "tags": (*question_set.tags, *question.tags),
    }
    return question.model_copy(update=update)
