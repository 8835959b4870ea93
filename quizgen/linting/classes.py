"""Small classes of things whose members are all known, such as the planets and the noble gases."""

import re
from functools import cache, lru_cache

from quizgen.text.chemistry import ELEMENTS
from quizgen.text.content_words import words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.word_forms import singular

# The names of a class in the singular, and all its members; after "|" come members in a wider sense, which are never
# reported.
_CLASSES = """
planet, planet of the solar system, planet in the solar system, planet in our solar system: mercury, venus, earth, \
mars, jupiter, saturn, uranus, neptune | pluto, ceres, eris
inner planet, terrestrial planet, rocky planet: mercury, venus, earth, mars
outer planet, giant planet: jupiter, saturn, uranus, neptune | pluto
gas giant: jupiter, saturn | uranus, neptune
ice giant: uranus, neptune
continent: africa, antarctica, asia, europe, north america, south america, australia | oceania, america, eurasia, \
the americas, australasia
ocean: atlantic, pacific, indian, arctic, southern, atlantic ocean, pacific ocean, indian ocean, arctic ocean, \
southern ocean | antarctic ocean
great lake, north american great lake: superior, michigan, huron, erie, ontario, lake superior, lake michigan, \
lake huron, lake erie, lake ontario
noble gas: helium, neon, argon, krypton, xenon, radon | oganesson
halogen: fluorine, chlorine, bromine, iodine, astatine | tennessine
alkali metal: lithium, sodium, potassium, rubidium, cesium, caesium, francium | hydrogen
alkaline earth metal: beryllium, magnesium, calcium, strontium, barium, radium
baltic state, baltic country: estonia, latvia, lithuania | finland, poland
scandinavian country: denmark, norway, sweden | finland, iceland
nordic country: denmark, norway, sweden, finland, iceland | greenland, faroe islands, åland
vowel: a, e, i, o, u | y, w
chess piece: king, queen, rook, bishop, knight, pawn | castle
string instrument in an orchestra, member of the violin family: violin, viola, cello, double bass | bass
beatle, member of the beatles: john lennon, paul mccartney, george harrison, ringo starr | pete best, stuart sutcliffe
dna base, base in dna, base of dna: adenine, cytosine, guanine, thymine
rna base, base in rna, base of rna: adenine, cytosine, guanine, uracil
si base unit: meter, metre, kilogram, second, ampere, kelvin, mole, candela | kg, s, m
permanent member of the un security council, permanent member of the united nations security council: china, france, \
russia, united kingdom, united states | uk, usa, the united kingdom, the united states, us, great britain, soviet union
month with 30 days, month with thirty days: april, june, september, november
month with 31 days: january, march, may, july, august, october, december
new england state: maine, vermont, new hampshire, massachusetts, rhode island, connecticut
primary color, primary colour: red, blue, yellow, green
coordinating conjunction: for, and, nor, but, or, yet, so
chamber of the heart: right atrium, left atrium, right ventricle, left ventricle
evangelist: matthew, mark, luke, john
pillar of islam: shahada, salat, salah, zakat, zakah, sawm, hajj | faith, prayer, charity, fasting, pilgrimage
"""
_STEM = lazy_pattern(
    r"which(?: one)?(?: of (?:these|the following|those))?(?: [a-z]+)? (?:is|are|was|were)"
    r"(?P<not> NOT| \*\*not\*\*| not)? (?:an?|one of the(?: \w+)?|the|among the)? ?"
    r"(?P<name>[A-Za-z0-9 -]{4,60}?)\s*[?:]",
    re.IGNORECASE,
)
_METALS = frozenset(
    "lithium sodium potassium magnesium calcium aluminum titanium chromium manganese iron cobalt nickel copper zinc"
    " silver tin platinum gold mercury lead bismuth uranium tungsten".split()
)


@cache
def _classes() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    found = {}
    for line in _CLASSES.strip().splitlines():
        names, _, members = line.partition(": ")
        certain, _, wider = members.partition(" | ")
        of_class = frozenset(certain.split(", ")), frozenset(wider.split(", ")) if wider else frozenset()
        found.update(dict.fromkeys(map(_singular_name, names.split(", ")), of_class))
    elements = frozenset(ELEMENTS) | {"aluminium", "sulphur", "caesium"}
    found["chemical element"] = found["element"] = elements, frozenset()
    found["metal"] = _METALS, elements - frozenset("oxygen nitrogen carbon sulfur chlorine neon argon helium".split())
    return found


def _singular_name(name: str) -> str:
    return " ".join(singular(word) if word not in {"gas", "series", "a", "rna"} else word for word in words_of(name))


@lru_cache(maxsize=1024)
def members_of_class(stem: str) -> tuple[frozenset[str], frozenset[str], bool] | None:
    """Return the members of the class that ``stem`` asks for, those in a wider sense, and whether it asks for others.

    Members are in lower case. The answer is None if the stem asks for anything else than members of a known class.
    """
    found = _STEM.fullmatch(stem.strip())
    if found is None:
        return None
    known = _classes().get(_singular_name(found["name"]))
    return None if known is None else (*known, found["not"] is not None)
