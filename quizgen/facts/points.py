"""The points of a seed: each marked answer is one thing to know, with a permanent name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.facts.model import Fact
    from quizgen.questions.base import Priority
    from quizgen.questions.marks import Mark


def own_points(fact: "Fact") -> Iterator[str]:
    """Yield the points of the marks of ``fact``: ``longest.c1``."""
    return (f"{fact.id}.{name}" for name in dict.fromkeys(mark.name for mark in fact.marks))


def point_of(fact: "Fact", mark: "Mark") -> str:
    """Return the point that a question on ``mark`` tests: the mark's own, unless its `ask` names another."""
    ask = fact.ask_for(mark)
    return ask.point if ask is not None and ask.point is not None else f"{fact.id}.{mark.name}"


def priority_of(fact: "Fact", mark: "Mark") -> "Priority":
    """Return the priority of ``mark``: its `ask`'s, or else the fact's."""
    ask = fact.ask_for(mark)
    return ask.priority if ask is not None and ask.priority is not None else fact.priority
