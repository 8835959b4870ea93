"""Titles before the names of people, by rank and by sex."""

ADDRESSES = frozenset("mr mrs ms miss".split())
KINGS = frozenset("king emperor tsar czar".split())
QUEENS = frozenset("queen empress".split())
LORDS = frozenset("sir lord count baron duke earl".split())
LADIES = frozenset("lady dame countess baroness duchess".split())
NOBLES = LORDS | LADIES
OFFICERS = frozenset("admiral captain colonel general lieutenant major marshal sergeant".split())
