"""Collect the correct answers to each stem and to each statement with a gap, which several facts may share."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quizgen.facts.answers import Answers
from quizgen.facts.model import Fact, Seed
from quizgen.questions.marks import BLANK, Mark, replaced
from quizgen.text.folding import fold


class Truths:
    """The correct answers, folded, to each stem and each statement with a gap in one seed."""

    def __init__(self, seed: Seed) -> None:
        answers = Answers(seed)
        self._facts: dict[str, dict[str, str]] = defaultdict(dict)
        for fact in seed.facts:
            for mark in fact.marks:
                for gap in _gaps(fact, mark):
                    for name in answers.names(fact, mark):
                        self._facts[gap].setdefault(fold(name), fact.id)

    def of(self, fact: Fact, mark: Mark) -> Mapping[str, str]:
        """Map every answer that is correct in place of ``mark``, folded, to the id of the first fact that says so."""
        found: dict[str, str] = {}
        for gap in _gaps(fact, mark):
            found |= self._facts.get(gap, {})
        return found


def _gaps(fact: Fact, mark: Mark) -> Iterator[str]:
    yield fold(replaced(fact.statement, mark, BLANK))
    if (ask := fact.ask_for(mark)) is not None:
        yield fold(ask.stem)
