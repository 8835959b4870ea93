"""Small classes of things whose members are all known, such as the planets and the noble gases."""

import re
from functools import cache, lru_cache

from quizgen.text.chemistry.elements import ELEMENTS
from quizgen.text.content_words import words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.word_forms import singular

# The names of a class in the singular, and what certainly belongs to it, under every name. What may belong to it in a
# wider sense, or in one field only, is left out: Pluto, and green as a primary color.
_CLASSES = """
planet, planet of the solar system, planet in the solar system, planet in our solar system: mercury, venus, earth, \
mars, jupiter, saturn, uranus, neptune
inner planet, terrestrial planet, rocky planet: mercury, venus, earth, mars
outer planet, giant planet: jupiter, saturn, uranus, neptune
gas giant: jupiter, saturn
ice giant: uranus, neptune
continent: africa, antarctica, asia, europe, north america, south america, australia
ocean: atlantic, pacific, indian, arctic, southern, atlantic ocean, pacific ocean, indian ocean, arctic ocean, \
southern ocean
great lake, north american great lake: superior, michigan, huron, erie, ontario, lake superior, lake michigan, lake \
huron, lake erie, lake ontario
noble gas: helium, neon, argon, krypton, xenon, radon
halogen: fluorine, chlorine, bromine, iodine, astatine
alkali metal: lithium, sodium, potassium, rubidium, cesium, caesium, francium
alkaline earth metal: beryllium, magnesium, calcium, strontium, barium, radium
baltic state, baltic country: estonia, latvia, lithuania
scandinavian country: denmark, norway, sweden
nordic country: denmark, norway, sweden, finland, iceland
vowel: a, e, i, o, u
chess piece: king, queen, rook, bishop, knight, pawn
string instrument in an orchestra, member of the violin family: violin, viola, cello, double bass
beatle, member of the beatles: john lennon, paul mccartney, george harrison, ringo starr
dna base, base in dna, base of dna: adenine, cytosine, guanine, thymine
rna base, base in rna, base of rna: adenine, cytosine, guanine, uracil
si base unit: meter, metre, kilogram, second, ampere, kelvin, mole, candela
permanent member of the un security council, permanent member of the united nations security council: china, france, \
russia, united kingdom, united states
month with 30 days, month with thirty days: april, june, september, november
month with 31 days: january, march, may, july, august, october, december
new england state: maine, vermont, new hampshire, massachusetts, rhode island, connecticut
primary color, primary colour: red, blue
coordinating conjunction: for, and, nor, but, or, yet, so
chamber of the heart: right atrium, left atrium, right ventricle, left ventricle
evangelist: matthew, mark, luke, john
chamber of the parliament of the united kingdom, house of the parliament of the united kingdom, chamber of the british \
parliament, house of the british parliament, house of parliament in the united kingdom: house of commons, house of lords
chamber of congress, house of congress, chamber of the united states congress, chamber of the us congress, house of \
the united states congress, chamber of the congress of the united states: senate, house of representatives
branch of government, branch of the united states government, branch of the us government, branch of the federal \
government: legislative, executive, judicial, legislature, executive, judiciary
abrahamic religion: judaism, christianity, islam
gospel, canonical gospel: matthew, mark, luke, john
cardinal direction, cardinal point: north, south, east, west
state of matter, classical state of matter: solid, liquid, gas
kind of blood cell, type of blood cell: red blood cell, white blood cell, platelet
galilean moon, galilean moon of jupiter: io, europa, ganymede, callisto
grand slam tournament, grand slam tournament in tennis, grand slam: wimbledon, us open, french open, australian open
benelux country: belgium, netherlands, luxembourg
factor of production: land, labor, labour, capital
brass instrument: trumpet, trombone, tuba, french horn
woodwind instrument: flute, oboe, clarinet, bassoon
citrus fruit: lemon, orange, lime, grapefruit, tangerine
crustacean: crab, lobster, shrimp, crayfish, krill
marsupial: kangaroo, koala, wombat, opossum, wallaby
insect: ant, bee, beetle, butterfly, fly, wasp, moth, grasshopper, mosquito
arachnid: spider, scorpion, tick, mite
amphibian: frog, toad, newt, salamander
reptile: snake, lizard, turtle, tortoise, crocodile, alligator
cetacean: whale, dolphin, porpoise
pillar of islam: shahada, salat, salah, zakat, zakah, sawm, hajj
"""
_STEM = lazy_pattern(
    r"which(?: one)?(?: of (?:these|the following|those))?(?: [a-z]+)? (?:is|are|was|were)"
    r"(?P<not> NOT| \*\*not\*\*| not)? (?:an?|one of the(?: \w+)?|the|among the)? ?"
    r"(?P<name>[A-Za-z0-9 -]{4,60}?)\s*[?:]",
    re.IGNORECASE,
)
_METALS = frozenset(
    "lithium sodium potassium magnesium calcium aluminum titanium chromium manganese iron cobalt nickel copper zinc"
    " silver tin platinum gold mercury lead bismuth uranium tungsten aluminium".split()
)


@cache
def _classes() -> dict[str, frozenset[str]]:
    found = {}
    for line in _CLASSES.strip().splitlines():
        names, _, members = line.partition(": ")
        found.update(dict.fromkeys(map(_singular_name, names.split(", ")), frozenset(members.split(", "))))
    found["chemical element"] = found["element"] = frozenset(ELEMENTS) | {"aluminium", "sulphur", "caesium"}
    found["metal"] = _METALS
    return found


def _singular_name(name: str) -> str:
    return " ".join(singular(word) if word not in {"gas", "series", "a", "rna"} else word for word in words_of(name))


@lru_cache(maxsize=1024)
def members_of_class(stem: str) -> tuple[frozenset[str], bool] | None:
    """Return the members of the class that ``stem`` asks for, in lower case, and whether it asks for anything else.

    The answer is None if the stem does not ask for members of a known class.
    """
    found = _STEM.fullmatch(stem.strip())
    if found is None:
        return None
    members = _classes().get(_singular_name(found["name"]))
    return None if members is None else (members, found["not"] is not None)
