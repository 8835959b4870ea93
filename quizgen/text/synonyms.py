"""Documented equivalences: terms that textbooks give as two names of one thing, abbreviations, and category nouns.

Only full synonyms are here: each of the names is in dictionaries as another name of the other, in every sense that a
question may mean. Names of substances are in ``chemistry``, countries in ``countries``, units in ``units``.
"""

import re
from functools import cache
from typing import Literal

from quizgen.text.word_forms import singulars
from quizgen.text.words import listed, phrase

# After ">" come names that the others may be answered with, but that may also mean something else.
_TERMS = """
red blood cell, erythrocyte, red blood corpuscle, red cell, rbc
white blood cell, leukocyte, leucocyte, white blood corpuscle, wbc
platelet, thrombocyte
windpipe, trachea
voice box, larynx
gullet, esophagus, food pipe
kneecap, patella
collarbone, clavicle
shoulder blade, scapula
breastbone, sternum
thigh bone, femur
shin bone, tibia
jawbone, mandible
tailbone, coccyx
backbone, spine, spinal column, vertebral column
eardrum, tympanic membrane
womb, uterus
small intestine, small bowel
large intestine, large bowel
nearsightedness, shortsightedness, myopia
farsightedness, longsightedness, hyperopia, hypermetropia
high blood pressure, hypertension
heart attack, myocardial infarction
german measles, rubella
chickenpox, varicella
whooping cough, pertussis
lockjaw, tetanus
tuberculosis, tb
adrenaline, epinephrine
vitamin c, ascorbic acid
vitamin b1, thiamine
adenosine triphosphate, atp
adenosine diphosphate, adp
deoxyribonucleic acid, dna
ribonucleic acid, rna
messenger rna, mrna, messenger ribonucleic acid
transfer rna, trna, transfer ribonucleic acid
human immunodeficiency virus, hiv
acquired immune deficiency syndrome, acquired immunodeficiency syndrome, aids
central nervous system, cns
endoplasmic reticulum, er
golgi apparatus, golgi body, golgi complex
cell membrane, plasma membrane, plasmalemma
gamete, sex cell
fruit fly, drosophila
northern lights, aurora borealis, northern light
southern lights, aurora australis
pole star, north star, polaris
shooting star, meteor
table salt, sodium chloride, common salt, rock salt, halite
baking soda, sodium bicarbonate, sodium hydrogen carbonate, sodium hydrogencarbonate
caustic soda, sodium hydroxide, lye
quicklime, calcium oxide, burnt lime
slaked lime, calcium hydroxide
laughing gas, nitrous oxide, dinitrogen monoxide
ethene, ethylene
ethyne, acetylene
propene, propylene
ethanoic acid, acetic acid
methanoic acid, formic acid
propanoic acid, propionic acid
butanoic acid, butyric acid
methanal, formaldehyde
propanone, acetone
ethanol, ethyl alcohol
methanol, methyl alcohol, wood alcohol
methylbenzene, toluene
trichloromethane, chloroform
hydrogen carbonate, bicarbonate
noble gas, inert gas
electromotive force, emf
current > electric current, electrical current
gravity > gravitation, gravitational force, gravitational attraction, gravitational pull
pluperfect, past perfect, pluperfect tense, past perfect tense
potential difference, voltage
ultraviolet, uv, ultraviolet radiation, ultraviolet light
infrared, ir, infrared radiation, infrared light
alternating current, ac
direct current, dc
light emitting diode, led
center of gravity, center of mass
speed of light, light speed
absolute zero, zero kelvin
Newton's first law, law of inertia
arithmetic mean, mean, average
gradient, slope
least common multiple, lowest common multiple, lcm
greatest common divisor, greatest common factor, highest common factor, gcd, gcf, hcf
cuboid, rectangular prism
right triangle, right angled triangle
law of cosines, cosine rule, cosine law
law of sines, sine rule, sine law
antiderivative, indefinite integral, primitive function
normal distribution, bell curve, gaussian distribution
one to one function, injective function, injection
central processing unit, cpu
graphics processing unit, gpu
random access memory, ram
read only memory, rom
operating system, os
integrated development environment, ide
application programming interface, api
hypertext markup language, html
hypertext transfer protocol, http
cascading style sheets, css
structured query language, sql
object oriented programming, oop
uniform resource locator, url
domain name system, dns
local area network, lan
artificial intelligence, ai
last in first out, lifo
first in first out, fifo
dictionary, dict
hash table, hash map, hashtable, hashmap
linked list, linkedlist
depth first search, dfs
breadth first search, bfs
gross domestic product, gdp
gross national product, gnp
consumer price index, cpi
value added tax, vat
foreign direct investment, fdi
first world war, world war 1, great war
american civil war, us civil war
black death, bubonic plague, black plague
new york city > nyc, new york
los angeles > la
rio de janeiro > rio
athens, athina
belgrade, beograd
brussels, bruxelles, brussel
bucharest, bucuresti
cologne, koln
copenhagen, kobenhavn
florence, firenze
geneva, geneve
genoa, genova
lisbon, lisboa
mexico city, ciudad de mexico
milan, milano
moscow, moskva
munich, munchen
naples, napoli
prague, praha
rome, roma
seville, sevilla
turin, torino
venice, venezia
vienna, wien
warsaw, warszawa
washington dc > washington, dc
las vegas > vegas
saint petersburg, st petersburg, petersburg
beijing, peking
mumbai, bombay
kolkata, calcutta
chennai, madras
kyiv, kiev
yangon, rangoon
ho chi minh city, saigon
mecca, makkah
al qaeda, al qaida, al quaeda, al quaida
koran, quran
mao zedong, mao tse tung
genghis khan, chinggis khan
tutankhamun, tutankhamen, tutankhamon > king tut
tchaikovsky, tchaikowsky
hanukkah, chanukah, hanukah
muslim, moslem
vatican city, vatican, holy see, vatican city state
pound sterling, british pound, gbp, sterling > pound, uk pound
austria hungary, austro hungarian empire
magna carta, magna charta > great charter
micrometer, micron
metric ton, tonne
ampere, amp
siemens, mho
dalton, atomic mass unit
up, upward, upwards > vertically upward, vertically upwards, straight up
down, downward, downwards > vertically downward, vertically downwards, straight down
east > e, eastward, eastern direction
west > w, westward, western direction
north > n, northward, northern direction
south > s, southward, southern direction
northeast > ne
northwest > nw
southeast > se
southwest > sw
monday > mon
tuesday > tue, tues
wednesday > wed
thursday > thu, thurs, thur
friday > fri
saturday > sat
sunday > sun
january > jan
february > feb, febr
march > mar
april > apr
august > aug
september > sep, sept
october > oct
november > nov
december > dec
adjective > adj
adverb > adv
preposition > prep
united nations educational scientific and cultural organization, unesco
united nations childrens fund, unicef, united nations international childrens emergency fund
organization of the petroleum exporting countries, opec
national aeronautics and space administration, nasa
federal bureau of investigation, fbi
central intelligence agency, cia
world trade organization, wto
british broadcasting corporation, bbc
islamic state, isis, isil, daesh
manchester united, man utd, man united, manchester utd
manchester city, man city
mount everest, everest, chomolungma, sagarmatha
uluru, ayers rock
denali, mount mckinley
english channel, la manche
united nations, un, uno, united nations organization
european union, eu
north atlantic treaty organization, nato
world health organization, who
international monetary fund, imf
soccer, association football
table tennis, ping pong
harmonica, mouth organ
quarter note, crotchet
half note, minim
eighth note, quaver
whole note, semibreve
sixteenth note, semiquaver
aubergine, eggplant
courgette, zucchini
coriander, cilantro
petrol, gasoline
elevator, lift
autumn, fall
math, maths, mathematics
television, tv, telly, television set
telephone, phone
refrigerator, fridge
airplane, plane
bicycle, bike, cycle
hippopotamus, hippo
rhinoceros, rhino
influenza, flu
"""

_UP = listed("increase increases increased rise rises rose risen grow grows grew grown climb climbs climbed raised")
_DOWN = listed(
    "decrease decreases decreased fall falls fell fallen drop drops dropped decline declines declined shrink shrinks "
    "shrank sink sinks sank diminish diminishes diminished reduced lowered"
)
_BECOMES = listed("become becomes became get gets got go goes went gone is are be move moves moved")
_MORE = listed("up upward upwards higher larger greater bigger")
_LESS = listed("down downward downwards lower smaller")


def change_in(words: tuple[str, ...]) -> Literal["up", "down"] | None:
    """Return the way in which something changes by a phrase such as "it goes up" or "decreases"; None for any other."""
    rest = tuple(word for word in words if word not in {"it", "they", "will", "would", "has", "have"})
    if len(rest) == 2 and rest[0] in _BECOMES:
        rest = rest[1:]
        if rest[0] in _MORE:
            return "up"
        if rest[0] in _LESS:
            return "down"
    if len(rest) != 1:
        return None
    return "up" if rest[0] in _UP else "down" if rest[0] in _DOWN else None


_STATES = """
alabama al alaska ak arizona az arkansas ar california ca colorado co connecticut ct delaware de florida fl georgia ga
hawaii hi idaho id illinois il indiana in iowa ia kansas ks kentucky ky louisiana la maine me maryland md
massachusetts ma michigan mi minnesota mn mississippi ms missouri mo montana mt nebraska ne nevada nv new-hampshire nh
new-jersey nj new-mexico nm new-york ny north-carolina nc north-dakota nd ohio oh oklahoma ok oregon or pennsylvania pa
rhode-island ri south-carolina sc south-dakota sd tennessee tn texas tx utah ut vermont vt virginia va washington wa
west-virginia wv wisconsin wi wyoming wy
""".replace("-", "_").split()
US_STATES = {name.replace("_", " "): code for name, code in zip(_STATES[::2], _STATES[1::2], strict=True)}
"""The postal codes of the states of the US by their names."""

_CATEGORIES = """
gas substance chemical molecule material alkane alkene alkyne hydrocarbon
element metal nonmetal halogen gas atom
acid substance chemical
particle
shape figure polygon quadrilateral solid
period era age epoch time movement
country nation state
city town capital
function method procedure
command instruction statement keyword clause
keyword operator
tag element
disease illness condition disorder infection
animal creature species mammal bird fish insect reptile
language tongue
book novel
film movie
song track tune single hit
band group
ship vessel boat liner
river waterway
mountain peak
war conflict
treaty agreement pact
process reaction phenomenon
side edge
layer part region zone area
device instrument tool machine
rock stone mineral
wave radiation ray
planet world body
star body
word term
number digit
religion faith
god goddess deity
company firm
sport game
organ part structure
bone part
body human
building tower skyscraper landmark
tissue part
organelle structure part
structure lattice
continent landmass
money currency
"""


def _terms(text: str) -> tuple[str, ...]:
    return tuple(_term(phrase(term).words) for term in text.split(", "))


def _term(words: tuple[str, ...]) -> str:
    """Return ``words`` in the singular, unless they are an abbreviation or as short: mar is March, Mars is not."""
    return " ".join(words) if len(words) == 1 and len(words[0]) <= 5 else " ".join(singulars(words))


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _TERMS.strip().splitlines():
        known, _, short = line.partition(" > ")
        group, others = frozenset(_terms(known)), frozenset(_terms(short) if short else ())
        for term in group:
            found[term] = found.get(term, frozenset()) | group | others
    return found


def written_terms() -> list[str]:
    """Return all names that have synonyms, as they are written here."""
    return re.split(r", | > |\n", _TERMS.strip())


def term_groups() -> list[list[str]]:
    """Return the names of each thing as they are written here, without those that may also mean something else."""
    return [line.partition(" > ")[0].split(", ") for line in _TERMS.strip().splitlines()]


def synonyms_of(words: tuple[str, ...]) -> frozenset[str]:
    """Return the other names of what ``words`` (compared spelling) name, each as ``are_synonyms`` compares it."""
    return _groups().get(_term(words), frozenset())


def are_synonyms(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Return whether ``others`` are another name of what ``words`` name."""
    return _term(others) in synonyms_of(words)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _CATEGORIES.strip().splitlines():
        group = frozenset(line.split())
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


def categories_like(word: str) -> frozenset[str]:
    """Return the nouns for the kind of thing that ``word`` (singular) names: a period is also an era or an age."""
    return _kinds().get(word, frozenset())
