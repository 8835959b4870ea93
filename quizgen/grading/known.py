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
from quizgen.text.words import digits, phrase


class KnownAnswers(frozenset[str]):
    """Answers as they are written, with what grading needs to look them up quickly."""

    @classmethod
    def of(cls, answers: Collection[str]) -> "KnownAnswers":
        """Return ``answers`` themselves if they are known answers already."""
        return answers if isinstance(answers, cls) else cls(answers)

    language = "en"
    """The language in which the answers are read."""

    def read_in(self, language: str) -> "KnownAnswers":
        """Return the same answers, read in ``language``."""
        if language == self.language:
            return self
        if language not in self._in_other_languages:
            other = self._in_other_languages[language] = KnownAnswers(self)
            other.language = language
        return self._in_other_languages[language]

    @cached_property
    def _in_other_languages(self) -> dict[str, "KnownAnswers"]:
        return {}

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

    def spelled_like(self, text: str, edits: int) -> Iterator[str]:
        """Yield the words of every answer that differs from ``text`` by at most ``edits`` slips.

        A slip is a letter missing, added, wrong, or swapped with its neighbor; a word with a digit is never misspelled.
        Only answers of about the same length and with about the same letters are compared letter by letter.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        letters, figures, alike = _letter_set(text), digits(tuple(text.split())), list[str]()
        for length in range(len(text) - edits, len(text) + edits + 1):
            for others, normals in self._by_letters.get((figures, length), {}).items():
                if (letters ^ others).bit_count() <= 2 * edits:  # a wrong letter takes one away and brings another
                    alike += normals
        for normal, _, _ in extract_iter(text, alike, scorer=OSA.distance, processor=None, score_cutoff=edits):
            yield normal

    @cached_property
    def _by_letters(self) -> dict[tuple[tuple[str, ...], int], dict[int, list[str]]]:
        """The answers' words by those that have digits and their length, then by their letters."""
        found: dict[tuple[tuple[str, ...], int], dict[int, list[str]]] = {}
        for normal in self.normals:
            same = found.setdefault((digits(tuple(normal.split())), len(normal)), {})
            same.setdefault(_letter_set(normal), []).append(normal)
        return found

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(phrase(answer, self.language).words for answer in self)


def _letter_set(text: str) -> int:
    """Return the letters of ``text`` as bits; several letters share each of the 64."""
    bits = 0
    for letter in set(text):
        bits |= 1 << (ord(letter) & 63)
    return bits


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
