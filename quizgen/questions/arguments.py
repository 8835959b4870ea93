"""Check the arguments of public functions, where a wrong one would be ignored without a word."""

from collections.abc import Collection, Iterable

from quizgen.errors import ArgumentError
from quizgen.questions.kinds import KINDS
from quizgen.text.suggestions import nearest


def require_kinds(kinds: Collection[str]) -> None:
    """Raise ArgumentError if ``kinds`` is a single text or names an unknown kind."""
    require_known("kinds", kinds, KINDS, "kind")


def require_known(argument: str, given: Iterable[str | None], known: Iterable[str | None], what: str) -> None:
    """Raise ArgumentError if a name in ``given`` is not in ``known``, or if ``given`` is a single text."""
    if isinstance(given, str):
        raise ArgumentError(f"`{argument}` must be a collection of names, such as ({given!r},), not a string")
    names = sorted(name for name in known if name is not None)
    for name in given:
        if name is not None and name not in names:
            guess = nearest(name, names)
            help = (
                f"did you mean {guess!r}?"
                if guess
                else f"use one of {', '.join(names)}"
                if names
                else f"there are no {argument}"
            )
            raise ArgumentError(f"`{argument}`: unknown {what} {name!r} ({help})")


def require_at_least_zero(argument: str, number: int | None) -> None:
    """Raise ArgumentError if ``number`` is negative."""
    if number is not None and number < 0:
        raise ArgumentError(f"`{argument}` is {number}; it must be 0 or more, or None")
