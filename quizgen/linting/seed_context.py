"""The input of a rule about facts."""

from collections.abc import Collection
from dataclasses import dataclass

from quizgen.facts.model import Seed


@dataclass(frozen=True, slots=True)
class SeedContext:
    """A seed, and the ids of the facts that the checked sets ask; ``asked`` is None if no set is checked."""

    seed: Seed
    asked: Collection[str] | None = None
