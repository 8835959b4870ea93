"""The questions of several sets, as study puts them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from quizgen.grading import KnownAnswers, known_answers
from quizgen.questions import Question, QuestionSet
from quizgen.session.prompt import Prompt, present
from quizgen.session.selection import in_study_order

Key = tuple[str, str]
"""Id of a set, id of a question in it."""


@dataclass(frozen=True, slots=True)
class StudyPool:
    """Sets to study together, their questions by key in the order in which new ones are met."""

    sets: dict[str, QuestionSet] = field(repr=False)
    questions: dict[Key, Question] = field(repr=False)
    known: dict[str, KnownAnswers] = field(repr=False)
    """Set id: every answer known to the set."""

    @classmethod
    def of(cls, sets: Iterable[QuestionSet]) -> Self:
        """A desk with ``sets``, each met to its end before the next one."""
        by_id = {one.id: one for one in sets}
        questions = {(one.id, question.id): question for one in by_id.values() for question in in_study_order(one)}
        return cls(by_id, questions, {name: known_answers(one) for name, one in by_id.items()})

    def prompt(self, key: Key, *, seed: str, done: int, left: int) -> Prompt:
        """The question ``key`` as it is put; ``seed`` decides the order of its options."""
        question = self.questions[key]
        topic = self.sets[key[0]].topic_name(question.topic) if question.topic else None
        options = present(question, seed)
        return Prompt(question, options, topic, done, done + left, left=left, first=True)
