"""Find the entities of a seed that a text names."""

import re
from collections import defaultdict
from collections.abc import Iterable

from quizgen.facts.model import Entity
from quizgen.text.folding import fold, occurs_in

_WORD = re.compile(r"\w+")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")


class EntityNames:
    """The names of ``entities``, by their first word, because a text without that word does not contain the name."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        entities = tuple(entities)
        self._named: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
        names = [fold(name) for entity in entities for name in entity.names]
        self._hyphenated = {found[0] for name in names for found in _HYPHENATED.finditer(name)}
        for entity in entities:
            for name in map(self._joined, map(fold, entity.names)):
                first = _WORD.search(name)
                self._named[first[0] if first else ""].append((name, entity))

    def named_in(self, text: str) -> list[Entity]:
        """Return the entities that ``text`` names, each once, in order."""
        folded = self._joined(fold(text))
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

    def _joined(self, folded: str) -> str:
        """Return ``folded`` with each hyphenated name as one word: "Lund-Berg" does not name somebody called Berg."""
        return _HYPHENATED.sub(
            lambda found: found[0].replace("-", "_") if found[0] in self._hyphenated else found[0], folded
        )
