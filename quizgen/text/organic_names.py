"""Names of organic compounds, whose numbers may be inside or in front: ``propan-2-ol`` is ``2-propanol``."""

from quizgen.text.lazy_pattern import lazy_pattern

_INSIDE = lazy_pattern(
    r"(?P<before>(?:.*[^a-z])??(?:[a-z]+yl)?)(?P<chain>(?:cyclo)?(?:meth|eth|prop|but|pent|hex|hept|oct|non|dec)(?:an|en|yn|a)?)"
    r"-(?P<number>\d(?:,\d)*)-(?P<end>(?:di|tri)?(?:ol|one|ene|yne|amine|thiol)|oic acid)"
)


def number_in_front(name: str) -> str | None:
    """Return an organic name with the number of its group before the chain: but-1-ene is 1-butene; None for others."""
    found = _INSIDE.fullmatch("-".join(name.lower().strip(" .").split(" ")).replace("--", "-"))
    if found is None:
        return None
    before = found["before"]
    return f"{before}{'-' if before[-1:].isalpha() else ''}{found['number']}-{found['chain']}{found['end']}"


def same_compound(one: str, other: str) -> bool:
    """Return whether both names are one compound, one of them or both with its number inside."""
    first, second = number_in_front(one), number_in_front(other)
    if first is None and second is None:
        return False
    plain = tuple("-".join(name.lower().strip(" .").split(" ")) for name in (one, other))
    return (first or plain[0]) == (second or plain[1])
