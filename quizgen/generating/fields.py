"""Tell in which fields somebody is active, because nobody takes a minister for the engraver of a stamp."""

import re

_FIELDS = {
    "arts": r"engrav|paint|decorat|drew\b|draws?\b|sculpt|carv|compos|illustrat|medal|portrait|poem|poet|novel|songs?\b"
    r"|opera\b|symphon|statue|artist|actor|actress|musician|singer|architect",
    "power": r"king\b|queen\b|emperor|president|minister|government|parliament|senat|governor|chancellor|treaty|decree"
    r"|vetoed|reigned|ruled|politician|statesman|diplomat|legislat|lords\b|congress",
    "war": r"command|besieg|conquer|raid|fleet|troops|army|armies|battle|soldier|admiral",
    "science": r"discover|measur|experiment|theor|prov(?:ed|es)\b|hypothes|observ|astronom|chemi|physic|botan|zoolog"
    r"|biolog|geolog|mathemat|scien(?:ce|tist|tific)|naturalist|isolated|species|fossil|museum|curator",
    "works": r"engineer|design|invent|patent|built\b|builder|construct|manufactur|mechanic|surveyor|locks?\b",
}
"""By field, how the words begin that tell of it."""
_TELLING = {field: re.compile(rf"\b(?:{words})", re.IGNORECASE) for field, words in _FIELDS.items()}
_NEAR = frozenset({("arts", "works"), ("power", "war"), ("science", "works")})
"""Fields in which the same people are active."""


def fields_of(text: str) -> frozenset[str]:
    """Return the fields that ``text`` tells of; none if it tells of none that is known."""
    return frozenset(field for field, telling in _TELLING.items() if telling.search(text))


def are_strange(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether whoever is active in the fields ``one`` has nothing to do with ``other``, if both are known."""
    near = any(tuple(sorted((here, there))) in _NEAR for here in one for there in other)
    return bool(one) and bool(other) and one.isdisjoint(other) and not near
