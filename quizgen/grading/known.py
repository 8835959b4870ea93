"""The other answers of a set: what stands there as an answer of its own is nobody's typo."""

from collections.abc import Collection, Iterator
from functools import cached_property

from quizgen.grading.words import phrase
from quizgen.questions import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
)


class KnownAnswers(frozenset[str]):
    """Answers as they are written, with what grading needs to look among them quickly."""

    @classmethod
    def of(cls, answers: Collection[str]) -> "KnownAnswers":
        """``answers`` themselves where they are known answers already."""
        return answers if isinstance(answers, cls) else cls(answers)

    @cached_property
    def normals(self) -> frozenset[str]:
        """The answers' words, as rules compare them."""
        return frozenset(map(" ".join, self._words))

    @cached_property
    def by_last_word(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The words of the answers that end on each word, so that namesakes are found."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in self._words:
            if words:
                found.setdefault(words[-1], []).append(words)
        return {last: tuple(words) for last, words in found.items()}

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(phrase(answer).words for answer in self)


def known_answers(question_set: QuestionSet) -> KnownAnswers:
    """Everything that is an answer somewhere in the set, distractors included; compute it once for each set."""
    return KnownAnswers(answer for question in question_set.questions for answer in _answers(question))


def _answers(question: Question) -> Iterator[str]:
    if isinstance(question, ShortQuestion):
        yield from (question.answer, *question.accept)
    elif isinstance(question, ChoiceQuestion | MultipleQuestion):
        yield from question.shown
    elif isinstance(question, ClozeQuestion):
        for mark in question.marks:
            yield from question.accepted(mark)
    elif isinstance(question, MatchQuestion):
        for pair in question.pairs:
            yield from pair
