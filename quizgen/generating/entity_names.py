"""Find the entities of a seed that a text names."""

import re
from collections import defaultdict
from collections.abc import Iterable

from quizgen.facts.model import Entity
from quizgen.text.folding import fold, occurs_in

_WORD = re.compile(r"\w+")


class EntityNames:
    """The names of ``entities``, by their first word, because a text without that word does not contain the name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._named: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
        for entity in entities:
            for name in map(fold, entity.names):
                first = _WORD.search(name)
                self._named[first[0] if first else ""].append((name, entity))

    def named_in(self, text: str) -> list[Entity]:
        """Return the entities that ``text`` names, each once, in order."""
        folded = fold(text)
        found = sorted(
            (
                (folded.find(name), id(entity), entity)
                for word in {*_WORD.findall(folded), ""}
                for name, entity in self._named.get(word, ())
                if occurs_in(name, folded)
            ),
            key=lambda one: one[:2],
        )
        return list({name: entity for _, name, entity in found}.values())
