"""Well-known places, by which drafting guesses that a name is a place's, and not a person's or a thing's.

Names that are more often a person's (Washington, Jordan, Sydney) are left out.
"""

from quizgen.text.countries import CONTINENTS, NATIONS
from quizgen.text.folding import fold
from quizgen.text.words import listed


def _names(names: str) -> frozenset[str]:
    """Return ``names``, folded names of several words with commas between them."""
    return frozenset(" ".join(name.split()) for name in names.split(","))


_COUNTRIES = NATIONS | _names(
    """
    britain, burkina faso, cape verde, costa rica, czech republic, dominican republic, east germany, east timor,
    el salvador, equatorial guinea, great britain, ivory coast, new zealand, north korea, north macedonia,
    papua new guinea, san marino, saudi arabia, sierra leone, south africa, south korea, south sudan, south vietnam,
    north vietnam,
    soviet union, sri lanka, united arab emirates, united kingdom, united states, west germany
    """
)
_CONTINENTS = CONTINENTS | {"north america", "south america"}
_CITIES = _names(
    """
    addis ababa, buenos aires, cape town, guatemala city, ho chi minh city, hong kong, kansas city, kuala lumpur,
    las vegas, los angeles, mexico city, new delhi, new orleans, panama city, phnom penh, port au prince, quebec city,
    rio de janeiro, saint petersburg, salt lake city, san antonio, san diego, san francisco, san jose, sao paulo,
    st petersburg, tel aviv, the hague
    """
) | listed(
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
_STATES = _names("new hampshire, new jersey, new mexico, new york, rhode island, west virginia") | listed(
    """
    alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
    virginia wisconsin wyoming
    """
)
_REGIONS = _names(
    """
    british columbia, far east, latin america, middle east, new brunswick, new england, new south wales,
    northern ireland, northern territory, nova scotia, south australia, western australia
    """
) | listed(
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
_KINDS = (
    ("country", _COUNTRIES),
    ("continent", _CONTINENTS),
    ("city", _CITIES),
    ("state", _STATES),
    ("region", _REGIONS),
    ("water", _WATERS),
    ("mountain", _MOUNTAINS),
)
_PLACES = frozenset().union(*(places for _, places in _KINDS))
_DIRECTIONS = listed("north south east west northern southern eastern western central upper lower new")


def is_place(name: str) -> bool:
    """Return whether ``name`` is a well-known place, or a part of one: North Carolina, West Africa, New Hampshire."""
    folded = fold(name)
    direction, place = _divided(folded)
    is_new = direction == "new" and " " not in place and not place.endswith(("er", "ers"))  # unlike "New Zealanders"
    return folded in _PLACES or place in _PLACES or is_new


def place_kind(name: str) -> str | None:
    """Return what kind of place ``name`` is, if it is well known: "country", "state", "city" and so on.

    A part of a country or continent is a region: Southern France, West Africa.
    """
    folded = fold(name)
    kind = _kind_of(folded)
    if kind is not None:
        return kind
    direction, place = _divided(folded)
    kind = _kind_of(place)
    return "region" if direction and kind in {"country", "continent"} else kind


def _kind_of(folded: str) -> str | None:
    return next((kind for kind, places in _KINDS if folded in places), None)


def _divided(folded: str) -> tuple[str, str]:
    """Return the direction that a folded name begins with, or "", and the rest of the name."""
    first, _, rest = folded.partition(" ")
    return (first, rest) if rest and first in _DIRECTIONS else ("", folded)
