"""What the learners of a set know, because many of its questions are about it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.linting.computed import computed
from quizgen.questions import Question
from quizgen.text.lazy_pattern import lazy_pattern

_SHORT = lazy_pattern(r"\b[A-Z]{2,5}(?=s?\b)")
_TAUGHT = lazy_pattern(
    r"\((?P<after>[A-Z]{2,5})s?\)|\b(?P<before>[A-Z]{2,5})s? \((?:the )?[a-z]"
    r"|\b(?P<asked>[A-Z]{2,5})s?[*`\"”]? stands? for"
    r"|(?:letters|abbreviation|acronym) [*`\"“]?(?P<named>[A-Z]{2,5})\b"
    r"|\b[Ww]hat (?:does|is) (?:an? )?[*`\"“]?(?P<what>[A-Z]{2,5})[*`\"”]?(?: mean\b|\?)"
)
"""A question that explains an abbreviation, or asks for its meaning."""
_OFTEN = 3
"""In so many questions, an abbreviation is a part of the subject."""


class Learned:
    """The abbreviations that the ``questions`` of a set teach or use again and again; found when first asked for."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = questions

    @computed
    def short_forms(self) -> frozenset[str]:
        """Abbreviations that are explained in a question of the set, or stand in the stems of several."""
        stems = [question.stem for question in self._questions]
        times = Counter[str]()
        for stem in stems:
            times.update(set(_SHORT.findall(stem)))
        often = {letters for letters, number in times.items() if number >= _OFTEN}
        topics = {question.topic for question in self._questions if question.topic is not None}
        return frozenset(often.union(_taught(stems), _SHORT.findall("\n".join(topics))))


def _taught(stems: Iterable[str]) -> set[str]:
    return {letters for found in _TAUGHT.finditer("\n".join(stems)) for letters in found.groups() if letters}
