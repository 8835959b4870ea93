"""Attributes that are computed when they are first read."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class computed(Generic[T]):  # noqa: N801  # used as a decorator, like ``property``
    """An attribute that its method computes on first use, and that the object then keeps.

    Like ``functools.cached_property``, which takes a lock in Python 3.11: the rules read ten such attributes of each
    question, and the locks took as long as the work.
    """

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, owner: None, of: type) -> "computed[T]": ...
    @overload
    def __get__(self, owner: object, of: type | None = None) -> T: ...
    def __get__(self, owner: object, of: type | None = None) -> "T | computed[T]":
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._compute(owner)
        return value
