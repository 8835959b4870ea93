"""Titles and roles before the names of people."""

from quizgen.text.countries import COUNTRIES
from quizgen.text.lexicon import ROLES
from quizgen.text.titles import ADDRESSES, KINGS, NOBLES, OFFICERS, QUEENS
from quizgen.text.words import FUNCTION_WORDS, listed

ROYAL = KINGS | QUEENS | listed("pope prince princess")
RULERS = ROYAL | listed("ruler monarch sovereign pharaoh sultan shah")
"""What a stem may call the head of a monarchy, or the heir."""
TITLES = (
    ADDRESSES
    | ROYAL
    | NOBLES
    | OFFICERS
    | listed(
        "doctor professor president premier senator governor judge justice reverend father pm chancellor minister "
        "secretary ambassador pharaoh kaiser kaiserin tsarina czarina sultan caliph archduke archduchess madame mme "
        "madam monsieur herr frau viscount field vice prime deputy group wing commander saint"
    )
)
"""Words before a person's name that may be left out or added."""


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without the titles before a name: King, U.S. President, British Prime Minister."""
    start = 1 if len(words) > 2 and words[0] in COUNTRIES and words[1] in TITLES else 0
    while start < len(words) - 1 and words[start] in TITLES:
        start += 1
    return words[start:]


_SECOND = frozenset({"vice", "deputy"})


def have_other_titles(form: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Return whether both have titles that do not go together: King Albert, for Prince Albert."""
    one, other = TITLES & {*form}, TITLES & {*given}
    if not one or not other:
        return False
    return not (one <= other or other <= one) or not _SECOND.isdisjoint(one ^ other)


CLERGY = listed("monk friar nun priest priestess abbot abbess bishop")
_ROLES = ROLES | TITLES | CLERGY | listed("preacher theologian missionary reformer")


def without_role(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name without words before it that say what the person is, such as "Kremlin spokesman".

    Words such as "of" or "and" before it may make it another person: the wife of somebody.
    """
    ends = [at for at, word in enumerate(words[:-1], 1) if word in _ROLES]
    if not ends or set(words[: ends[-1]]) & (FUNCTION_WORDS | {"not", "no", "nor"}):
        return words
    return words[ends[-1] :]
