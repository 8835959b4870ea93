"""Well-known places, by which drafting guesses that a name is a place's, and not a person's or a thing's.

Names that are more often a person's (Washington, Jordan, Sydney) are left out.
"""

from quizgen.text.countries import CONTINENTS, NATIONS
from quizgen.text.folding import fold
from quizgen.text.words import listed

_CITIES = listed(
    """
    aberdeen accra aleppo alexandria algiers amsterdam ankara antwerp athens auckland baghdad baku bangkok barcelona
    basel beijing beirut belfast belgrade bergen berlin bern birmingham bogota bologna bombay bordeaux boston bremen
    brest brisbane bristol brussels bucharest budapest cairo calais calcutta cambridge canterbury caracas cardiff
    casablanca chennai chicago cincinnati cleveland cologne constantinople copenhagen cordoba cork cracow dakar dallas
    damascus danzig delhi delft detroit dhaka dover dresden dublin dundee edinburgh exeter florence frankfurt gdansk
    geneva genoa ghent gibraltar glasgow gothenburg granada hamburg hanoi harwich havana helsinki hiroshima houston
    istanbul jakarta jerusalem johannesburg kabul karachi kiev konigsberg kyiv kyoto lagos leeds leiden leipzig
    leningrad lima lisbon liverpool ljubljana london lubeck lyon lyons madras madrid mainz manchester manila marseille
    marseilles mecca medina melbourne memphis miami milan minneapolis minsk montreal moscow mumbai munich nagasaki
    nairobi nanjing nantes naples newcastle nice nottingham nuremberg odessa orleans osaka oslo ottawa oxford palermo
    paris perth philadelphia pisa pittsburgh plymouth pompeii portsmouth prague pretoria quebec riga rome rotterdam
    rouen salonica salzburg samarkand santiago sarajevo seattle seoul seville shanghai sheffield sicily singapore
    sofia southampton stockholm strasbourg stuttgart tallinn tashkent tehran tokyo toledo toronto toulouse trieste
    tripoli troy tunis turin utrecht valencia vancouver venice verona versailles vienna vilnius warsaw weimar
    wellington wuhan yokohama york zagreb zurich
    """
)
_STATES = listed(
    """
    alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
    virginia wisconsin wyoming
    """
)
_REGIONS = listed(
    """
    alberta alsace amazonia anatolia andalusia appalachia arctic asturias attica balkans bavaria bengal bohemia
    brabant brandenburg brittany burgundy castile catalonia caucasus cornwall corsica cotswolds crete crimea
    cumbria dalmatia devon dorset essex europe flanders frisia galicia gaul gibraltar hanover hesse hokkaido
    holland iberia java karelia kashmir kent labrador lapland livonia lombardy lorraine manchuria manitoba
    mesopotamia moravia newfoundland norfolk normandy northumberland ontario patagonia persia picardy piedmont
    pomerania prussia punjab queensland rhineland ruhr saskatchewan saxony scandinavia siberia silesia somerset
    suffolk sumatra surrey sussex tasmania tibet transylvania tuscany tyrol ukraine ulster wales yorkshire yukon
    zealand
    """
)
_WATERS = listed(
    """
    adriatic aegean amazon atlantic baltic caribbean caspian clyde congo danube dnieper elbe euphrates ganges indus
    loire mediterranean mekong meuse mississippi missouri moselle niger nile oder pacific po rhine rhone rio seine
    severn somme thames tiber tigris vistula volga yangtze
    """
)
_MOUNTAINS = listed("alps andes apennines carpathians dolomites everest himalaya himalayas pyrenees rockies urals")
_SEVERAL_WORDS = frozenset(
    (
        "buenos aires, costa rica, el salvador, hong kong, los angeles, new england, new jersey, new mexico, new "
        "orleans, new york, new zealand, nova scotia, rhode island, rio de janeiro, san diego, san francisco, sao "
        "paulo, saudi arabia, sierra leone, south africa, south korea, sri lanka, saint petersburg, st "
        "petersburg, tel aviv, united kingdom, united states, soviet union, north america, south america, middle "
        "east, far east, great britain, the hague"
    ).split(", ")
)
_DIRECTIONS = listed("north south east west northern southern eastern western central upper lower new")


def is_place(name: str) -> bool:
    """Return whether ``name`` is a well-known place, or a part of one: North Carolina, West Africa, New Hampshire."""
    folded = fold(name)
    if folded in _SEVERAL_WORDS:
        return True
    first, _, rest = folded.partition(" ")
    place = rest if rest and first in _DIRECTIONS else folded
    return place in _ONE_WORD or (first == "new" and bool(rest) and " " not in rest)


_ONE_WORD = NATIONS | {"kazakhstan"} | CONTINENTS | _CITIES | _STATES | _REGIONS | _WATERS | _MOUNTAINS


_NEW_STATES = listed("hampshire jersey mexico york")
_KINDS = (
    ("country", NATIONS),
    ("continent", CONTINENTS),
    ("city", _CITIES),
    ("state", _STATES),
    ("region", _REGIONS),
    ("water", _WATERS),
    ("mountain", _MOUNTAINS),
)


def place_kind(name: str) -> str | None:
    """Return what kind of place ``name`` is, if it is well known: "country", "state", "city" and so on."""
    folded = fold(name)
    first, _, rest = folded.partition(" ")
    if first == "new" and rest in _NEW_STATES:
        return "state"
    place = rest if rest and first in _DIRECTIONS else folded
    return next((kind for kind, places in _KINDS if place in places), None)
