"""The input of a rule about a set."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from quizgen.facts.model import Seed
from quizgen.linting.item import Item
from quizgen.questions import ChoiceQuestion


class SetContext:
    """All questions of a set, their seed if there is one, and the codes that the set's file suppresses."""

    def __init__(self, items: Sequence[Item], seed: Seed | None, ignored: Collection[str] = ()) -> None:
        self.items = items
        self.seed = seed
        self.ignored = ignored

    @cached_property
    def choices(self) -> list[tuple[Item, ChoiceQuestion]]:
        """The questions with exactly one correct option."""
        return [(item, item.question) for item in self.items if isinstance(item.question, ChoiceQuestion)]

    @cached_property
    def frequency(self) -> Mapping[str, int]:
        """The number of question stems that contain each word, by word stem."""
        return Counter(word for item in self.items for word in item.stem_content)
