"""Which rules are wanted in a run."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Beginnings of codes: rules that ``select`` names (all, when it is empty), less those that ``ignore`` names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Whether the rule of that code is to be run."""
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))

    def without(self, codes: Iterable[str]) -> "Selection":
        """The same, less the rules that ``codes`` name."""
        return Selection(self.select, (*self.ignore, *codes))


ALL = Selection()
"""Every rule."""
