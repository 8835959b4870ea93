"""The input of a rule about a set."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from quizgen.facts.model import Seed
from quizgen.linting.computed import computed
from quizgen.linting.duplicates import Match
from quizgen.linting.item import Item
from quizgen.questions import ChoiceQuestion


class SetContext:
    """All questions of a set, their seed if there is one, and the codes that the set's file suppresses.

    ``topics`` are the topics that the set lists. ``matches`` are the earlier questions, of this set or of another, that
    are like one of them.
    """

    def __init__(
        self,
        items: Sequence[Item],
        seed: Seed | None,
        ignored: Collection[str] = (),
        matches: Iterable[Match] = (),
        topics: Collection[str] = (),
    ) -> None:
        self.items = items
        self.seed = seed
        self.ignored = ignored
        self.matches = tuple(matches)
        self.topics = topics

    @computed
    def choices(self) -> list[tuple[Item, ChoiceQuestion]]:
        """The questions with exactly one correct option."""
        return [(item, item.question) for item in self.items if isinstance(item.question, ChoiceQuestion)]

    @computed
    def frequency(self) -> Mapping[str, int]:
        """The number of question stems that contain each word, by word stem."""
        return Counter(chain.from_iterable(item.stem_content for item in self.items))
