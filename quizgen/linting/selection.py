"""The selection of rules for a run."""

from collections.abc import Iterable
from typing import NamedTuple


class Selection(NamedTuple):
    """Prefixes of rule codes: the rules in ``select`` (all rules if it is empty), except those in ``ignore``."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def includes(self, code: str) -> bool:
        """Return whether the rule with this code runs."""
        return (not self.select or code.startswith(self.select)) and not (self.ignore and code.startswith(self.ignore))

    def without(self, codes: Iterable[str]) -> "Selection":
        """Return this selection without the rules in ``codes``."""
        return Selection(self.select, (*self.ignore, *codes))


ALL = Selection()
"""Every rule."""
