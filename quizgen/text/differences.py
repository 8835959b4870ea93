"""A difference between two words that cannot be seen, in words."""

import unicodedata

from quizgen.text.look_alikes import is_invisible, looks


def difference(written: str, meant: str) -> str | None:
    """Return how to turn ``written`` into ``meant`` if a reader may take them for the same word, or else None.

    The first characters that differ are named: ``write `l` (LATIN SMALL LETTER L) instead of `1` (DIGIT ONE) after
    `tit```.
    """
    if written.lower() == meant.lower():
        return None if written == meant else "mind the capital letters" if meant != meant.lower() else "use lowercase"
    if looks(written).lower() != looks(meant).lower():
        return None
    pairs = enumerate(zip(written, meant, strict=False))
    at = next((at for at, (one, other) in pairs if one.lower() != other.lower()), min(len(written), len(meant)))
    place = f"after `{meant[:at]}`" if at else "at the start"
    if at == len(written):
        return f"add {_named(meant[at])} {place}"
    if at == len(meant) or (is_invisible(written[at]) and not is_invisible(meant[at])):
        return f"delete {_named(written[at])} {place}"
    return f"write {_named(meant[at])} instead of {_named(written[at])} {place}"


def _named(char: str) -> str:
    name = unicodedata.name(char, f"U+{ord(char):04X}")
    return f"the invisible character {name}" if is_invisible(char) or char.isspace() else f"`{char}` ({name})"
