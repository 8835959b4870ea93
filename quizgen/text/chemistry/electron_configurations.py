"""Electron configurations: ``1s2 2s2 2p3``, ``[He] 2s2``."""

import re

from quizgen.text.chemistry.formulas import plain_formula
from quizgen.text.lazy_pattern import lazy_pattern

_SUBSHELL = lazy_pattern(r"[1-7][spdf](?:1[0-4]|[1-9])(?=[1-7][spdf]|$)")
_EMPTY_SUBSHELL = lazy_pattern(r"[1-7][spdf]0(?=[1-7][spdf]|$)")
_SHELLS = {
    "He": "1s2", "Ne": "1s22s22p6", "Ar": "1s22s22p63s23p6", "Kr": "1s22s22p63s23p64s23d104p6",
}  # fmt: skip


def subshells(text: str) -> list[str]:
    """Return the parts of an electron configuration in a fixed order, with a noble gas in brackets written out.

    ``[He] 2s2`` has the parts 1s2 and 2s2. Anything else is returned as one part.
    """
    plain = _EMPTY_SUBSHELL.sub("", re.sub(r"[\s^{},]", "", plain_formula(text)))
    plain = re.sub(r"^[\[(](\w+)[\])]", lambda found: _SHELLS.get(found[1], found[0]), plain)
    parts = _SUBSHELL.findall(plain)
    return sorted(parts) if "".join(parts) == plain else [plain]
