"""The input of a rule about facts."""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from quizgen.facts.model import Seed

if TYPE_CHECKING:
    from quizgen.facts.article import Article


class SeedContext(NamedTuple):
    """A seed, and what else is known.

    ``asked`` are the ids of the facts that the checked sets ask, None if no set is checked. ``article`` is the text
    that the facts cite, if it is available.
    """

    seed: Seed
    asked: Collection[str] | None = None
    article: "Article | None" = None
