"""The rules by theme. Importing this package registers them all."""

from quizgen.linting.rules import (
    amounts,
    cues,
    facts,
    formats,
    lengths,
    markup,
    options,
    sets,
    stems,
    suppressions,
    terms,
)

__all__ = [
    "amounts",
    "cues",
    "facts",
    "formats",
    "lengths",
    "markup",
    "options",
    "sets",
    "stems",
    "suppressions",
    "terms",
]
