"""What the facts make true: the same sentence with a gap, or the same stem, may have answers in several facts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quizgen.facts.answers import Answers
from quizgen.facts.model import Fact, Seed
from quizgen.questions.marks import BLANK, Mark, replaced
from quizgen.text.folding import fold


class Truths:
    """The correct answers, folded, for each gap in a statement and each stem of one seed."""

    def __init__(self, seed: Seed) -> None:
        answers = Answers(seed)
        self._facts: dict[str, dict[str, str]] = defaultdict(dict)
        for fact in seed.facts:
            for mark in fact.marks:
                for gap in _gaps(fact, mark):
                    for name in answers.names(fact, mark):
                        self._facts[gap].setdefault(fold(name), fact.id)

    def of(self, fact: Fact, mark: Mark) -> Mapping[str, str]:
        """Return every answer that some fact makes true where ``mark`` is, folded, with the first such fact's id."""
        found: dict[str, str] = {}
        for gap in _gaps(fact, mark):
            found |= self._facts.get(gap, {})
        return found


def _gaps(fact: Fact, mark: Mark) -> Iterator[str]:
    yield fold(replaced(fact.statement, mark, BLANK))
    if (ask := fact.ask_for(mark)) is not None:
        yield fold(ask.stem)
