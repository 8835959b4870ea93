"""The countries: their names, short forms and full names, and the words for their people."""

import re
from functools import lru_cache

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.names import same_word
from quizgen.text.words import listed

NATIONS = listed(
    """
    albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados
    belarus belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon
    canada chad chile china colombia comoros congo croatia cuba cyprus denmark djibouti dominica ecuador egypt england
    eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala
    guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
    kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein
    lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
    micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua
    niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania
    russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname
    sweden switzerland syria tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine
    uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe
    """
)
"""Names of one word. Two may differ in one letter only, and what is named after a country is not the country."""

_SHORT_FORMS = {
    "usa": ("united states of america", "united states", "us", "usa", "america", "american", "americans"),
    "uk": ("united kingdom of great britain and northern ireland", "united kingdom", "uk", "british"),
    "britain": ("great britain", "britain"),
    "ussr": ("union of soviet socialist republics", "soviet union", "ussr", "soviet", "soviets"),
    "uae": ("united arab emirates", "uae", "emirates"),
    "drc": ("democratic republic of congo", "drc", "dr congo"),
    "czechia": ("czech republic", "czechia"),
    "bosnia": ("bosnia and herzegovina", "bosnia herzegovina", "bosnia"),
    "netherlands": ("netherlands", "holland", "nederland"),
    "myanmar": ("myanmar", "burma"),
    "eswatini": ("eswatini", "swaziland"),
    "austria": ("austria", "osterreich"),
    "brazil": ("brazil", "brasil"),
    "croatia": ("croatia", "hrvatska"),
    "denmark": ("denmark", "danmark"),
    "finland": ("finland", "suomi"),
    "germany": ("germany", "deutschland"),
    "hungary": ("hungary", "magyarorszag"),
    "italy": ("italy", "italia"),
    "japan": ("japan", "nippon", "nihon"),
    "norway": ("norway", "norge"),
    "poland": ("poland", "polska"),
    "spain": ("spain", "espana"),
    "sweden": ("sweden", "sverige"),
    "switzerland": ("switzerland", "schweiz", "suisse", "svizzera"),
    "turkey": ("turkey", "turkiye"),
    "ivory coast": ("ivory coast", "cote divoire"),
    "prc": ("people republic of china", "prc"),
}
CONTINENTS = listed("africa antarctica asia europe oceania")
_PARTS_OF_CONTINENTS = {
    "north africa": "algeria egypt libya morocco sudan tunisia",
    "west africa": "benin gambia ghana guinea liberia mali mauritania niger nigeria senegal togo",
    "central africa": "angola cameroon chad congo drc gabon",
    "east africa": "burundi djibouti eritrea ethiopia kenya rwanda somalia tanzania uganda",
    "southern africa": "angola botswana eswatini lesotho malawi mozambique namibia zambia zimbabwe",
    "north america": "canada mexico usa",
    "central america": "belize guatemala honduras nicaragua panama",
    "south america": "argentina bolivia brazil chile colombia ecuador guyana paraguay peru suriname uruguay venezuela",
    "east asia": "china japan mongolia prc taiwan",
    "south asia": "bangladesh bhutan india maldives nepal pakistan",
    "southeast asia": "brunei cambodia indonesia laos malaysia myanmar philippines singapore thailand vietnam",
    "central asia": "kazakhstan kyrgyzstan tajikistan turkmenistan uzbekistan",
    "middle east": "bahrain iran iraq israel jordan kuwait lebanon oman palestine qatar syria uae yemen",
    "europe": "albania andorra austria belarus belgium bosnia britain bulgaria croatia czechia denmark england estonia "
    "finland france germany greece hungary iceland ireland italy kosovo latvia liechtenstein lithuania luxembourg "
    "malta moldova monaco montenegro netherlands norway poland portugal romania scotland serbia slovakia slovenia "
    "spain sweden switzerland uk ukraine wales",
}
_SIDE = lazy_pattern(r"\b(?P<side>north|east|west)ern ")
_SHORT = {form: short for short, forms in _SHORT_FORMS.items() for form in forms}
_FORMS = lazy_pattern(r"\b(?:" + "|".join(sorted(map(re.escape, _SHORT), key=len, reverse=True)) + r")\b")
COUNTRIES = NATIONS | frozenset(_SHORT)
"""All names of each country, as ``phrase`` reduces them to words."""
_FULL = lazy_pattern(
    r"(?:(?:federal|federative|democratic|people|islamic|arab|socialist|co operative|cooperative|hashemite|united|"
    r"grand|plurinational|bolivarian|independent|oriental|eastern|republic|kingdom|states?|commonwealth|federation|union|"
    r"principality|duchy|sultanate|country|nation) )+of (?:the )?(?P<name>\w+)"
)
_ADJECTIVE = lazy_pattern(
    r"(?P<adjective>\w+) (?:(?:arab|islamic|federal|democratic) )?(?:republic|federation|confederation|kingdom)"
)
_PEOPLE = ("an", "ans", "ish", "ese", "ch", "i", "is", "ic", "er", "ers", "ss", "men", "ds", "nes", "les", "ks", "ots")
_SHARED = listed("china congo korea ireland guinea sudan dominica")
"""Names that more than one state has, or has had."""


def in_short(words: str) -> str:
    """Return ``words`` with each country replaced by its short name: ``united states army`` is ``usa army``."""
    return _FORMS.sub(lambda found: _SHORT[found[0]], words)


@lru_cache(maxsize=1024)
def is_country(words: str, country: str) -> bool:
    """Return whether ``words`` are another name of ``country``: federal republic of germany, russian federation."""
    if in_short(words) == in_short(country) and country in COUNTRIES:
        return True
    if country not in NATIONS or country in _SHARED:
        return False
    if found := _FULL.fullmatch(words):
        return found["name"] == country
    found = _ADJECTIVE.fullmatch(words)
    return found is not None and are_people_of(found["adjective"], country)


def are_forms(one: str, other: str) -> bool:
    """Return whether one of two words is the adjective of the other, a name: inca and incan, india and indian."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return (
        len(shorter) >= 4
        and longer != shorter
        and longer.endswith(("n", "ese", "ish", "ic"))
        and same_word(longer, shorter)
    )


@lru_cache(maxsize=1024)
def are_people_of(word: str, country: str) -> bool:
    """Return whether ``word`` is the adjective of ``country``, or names its people: russian, russians."""
    if (
        country not in NATIONS | CONTINENTS
        or word in NATIONS
        or not word.endswith(_PEOPLE)
        or not same_word(word, country)
    ):
        return False
    # Nigerian is an ending away from both Niger and Nigeria, and belongs to the longer name.
    return not any(len(other) > len(country) and same_word(word, other) for other in NATIONS if other[0] == country[0])


def is_part_of_world(region: str) -> bool:
    """Return whether ``region`` is a continent or a part of one: west africa."""
    return region.rpartition(" ")[2] in CONTINENTS | {"america"} or region == "middle east"


def is_on_continent(country: str, region: str) -> bool:
    """Return whether ``country`` is known to be on the continent ``region``, or in that part of one: west africa.

    Both are words as ``phrase`` reduces them.
    """
    region = _SIDE.sub(r"\g<side> ", region)
    return any(
        in_short(country) in countries.split() and region in {part, part.rpartition(" ")[2]}
        for part, countries in _PARTS_OF_CONTINENTS.items()
    )
