"""The other answers of a set: a response that is one of them is never a typo of the key."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import assert_never

from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.text.words import phrase


class KnownAnswers(frozenset[str]):
    """Answers as they are written, with what grading needs to look them up quickly."""

    @classmethod
    def of(cls, answers: Collection[str]) -> "KnownAnswers":
        """Return ``answers`` themselves if they are known answers already."""
        return answers if isinstance(answers, cls) else cls(answers)

    @cached_property
    def normals(self) -> frozenset[str]:
        """The answers' words, as rules compare them."""
        return frozenset(map(" ".join, self._words))

    @cached_property
    def by_last_word(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The words of the answers by their last word, to find people who share a surname."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in self._words:
            if words:
                found.setdefault(words[-1], []).append(words)
        return {last: tuple(words) for last, words in found.items()}

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(phrase(answer).words for answer in self)


def known_answers(question_set: QuestionSet) -> KnownAnswers:
    """Return every answer in the set, distractors included; compute it once for each set."""
    return KnownAnswers(answer for question in question_set.questions for answer in _answers(question))


def _answers(question: Question) -> Iterator[str]:
    match question:
        case ShortQuestion():
            yield from (question.answer, *question.accept)
        case ChoiceQuestion() | MultipleQuestion():
            yield from question.shown
        case ClozeQuestion():
            for mark in question.marks:
                yield from question.accepted(mark)
        case MatchQuestion():
            for pair in question.pairs:
                yield from pair
        case CardQuestion() | TrueFalseQuestion() | NumberQuestion() | OrderQuestion():
            return
        case _:
            assert_never(question)
