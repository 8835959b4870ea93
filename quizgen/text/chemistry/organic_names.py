"""Names of organic compounds, whose numbers may be inside or in front: ``propan-2-ol`` is ``2-propanol``."""

from quizgen.text.lazy_pattern import lazy_pattern

CHAINS = ("meth", "eth", "prop", "but", "pent", "hex", "hept", "oct", "non", "dec")
"""The beginnings of names of compounds with one carbon atom, two, and so on."""
_INSIDE = lazy_pattern(
    rf"(?P<before>(?:.*[^a-z])??(?:[a-z]+yl)?)(?P<chain>(?:cyclo)?(?:{'|'.join(CHAINS)})(?:ane?|en|yn|a)?)"
    r"-(?P<number>\d(?:,\d)*)-(?P<end>(?:di|tri)?(?:ol|one|ene|yne|amine|thiol)|(?:en|yn)oic-acid)"
)
_UNBRANCHED = lazy_pattern(rf"n-(?P<chain>(?:{'|'.join(CHAINS[2:])}))an(?:-1-)?ol")
"""An alcohol with its group at the end of a chain without branches: n-butanol, n-butan-1-ol."""
_STRAIGHT = lazy_pattern(rf"(?<![\w,-])(?:n|1)-(?=(?:{'|'.join(CHAINS[2:])})yl-)")
"""What may say that a group is joined by the end of its chain, as a group without a number is: n-butyl."""

_SYSTEMATIC = lazy_pattern(
    rf"[a-z]*(?:{'|'.join(CHAINS)})(?:(?:an|en|yn|adien)"
    r"(?:es?|(?:di|tri)?(?:ol|al|one?|oic|oat[a-z]{0,2})s?|amine|amide|thiol|oyl)?|yl(?:amine)?)"
)


def is_systematic(word: str) -> bool:
    """Return whether ``word`` is of a systematic name, in which every ending counts: ethanoate, ethanoic."""
    return _SYSTEMATIC.fullmatch(word) is not None


_ESTER_OR_ACID = lazy_pattern(
    rf"(?:(?P<alkyl>{'|'.join(CHAINS)})yl (?P<ester>{'|'.join(CHAINS)})anoate|(?P<acid>{'|'.join(CHAINS)})anoic acid)"
)


def atoms_of_ester(name: str) -> dict[str, int] | None:
    """Return how many atoms of each element an ester or a carboxylic acid has; None for another name."""
    found = _ESTER_OR_ACID.fullmatch(name.lower().strip(" ."))
    if found is None:
        return None
    carbons = sum(CHAINS.index(chain) + 1 for chain in found.groups() if chain)
    return {"C": carbons, "H": 2 * carbons, "O": 2}


def are_one_compound(one: str, other: str) -> bool:
    """Return whether both names are one compound, one of them or both with its number inside."""
    first, second = _hyphenated(one), _hyphenated(other)
    in_front, said_in_front = _number_in_front(first), _number_in_front(second)
    if first == second:
        return True
    return (in_front, said_in_front) != (first, second) and in_front == said_in_front


def _hyphenated(name: str) -> str:
    plain = name.lower().strip(" .").replace(" ", "-").replace("--", "-")
    return _STRAIGHT.sub("", _UNBRANCHED.sub(r"\g<chain>an-1-ol", plain) if plain.startswith("n-") else plain)


def _number_in_front(name: str) -> str:
    """Return a hyphenated organic name with the number of its group before the chain: but-1-ene is 1-butene."""
    found = _INSIDE.fullmatch(name)
    if found is None:
        return name
    before = found["before"]
    return f"{before}{'-' if before[-1:].isalpha() else ''}{found['number']}-{found['chain']}{found['end']}"
