"""How many examples the tests try: a few by default, all of them in `nox -s thorough`.

That task runs pytest with ``--hypothesis-profile=thorough``. Tests without Hypothesis that try many cases, such as
damaged files, read the profile as well, through `examples`.
"""

from collections.abc import Iterable, Sequence
from itertools import cycle, product
from typing import TypeVar

from hypothesis import settings

A = TypeVar("A")
B = TypeVar("B")

THOROUGH = 100
"""Examples of a property test that names no number, in the profile ``thorough``."""

# A busy machine is no fault of the code, so no example has a deadline.
settings.register_profile("thorough", deadline=None, max_examples=THOROUGH)
settings.register_profile("short", deadline=None, max_examples=15)


def examples(thorough: int) -> int:
    """Return how many examples to try in the current profile, if the profile ``thorough`` tries ``thorough``."""
    return max(1, thorough * settings().max_examples // THOROUGH)


def combined(many: Iterable[A], few: Iterable[B]) -> list[tuple[A, B]]:
    """Return each of ``many`` with each of ``few`` in the profile ``thorough``, otherwise with one of ``few`` in turn."""
    return list(product(many, few) if settings().max_examples >= THOROUGH else zip(many, cycle(few), strict=False))


def some(cases: Sequence[A], turn: int = 0) -> Sequence[A]:
    """Return all ``cases`` in the profile ``thorough``, otherwise every sixth; a series of turns gives them all."""
    step = THOROUGH // settings().max_examples
    return cases[turn % step :: step]
