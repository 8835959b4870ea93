"""Well-known cities and sights by their country, to notice a wrong country after a right place: Vienna, Germany."""

from functools import cache

from quizgen.text.countries import COUNTRIES, in_short
from quizgen.text.synonyms import US_STATES
from quizgen.text.words import phrase

_BY_COUNTRY = {
    "afghanistan": "kabul, kandahar, herat, bamiyan",
    "albania": "tirana, durres",
    "algeria": "algiers, oran, constantine, timgad",
    "angola": "luanda",
    "argentina": "buenos aires, cordoba, rosario, mendoza, ushuaia, patagonia, aconcagua, iguazu falls",
    "armenia": "yerevan, gyumri",
    "australia": "canberra, sydney, melbourne, brisbane, perth, adelaide, darwin, hobart, sydney opera house, "
    "uluru, ayers rock, great barrier reef",
    "austria": "vienna, salzburg, graz, linz, innsbruck, hallstatt, schonbrunn palace, braunau",
    "azerbaijan": "baku",
    "bahrain": "manama",
    "bangladesh": "dhaka, chittagong",
    "belarus": "minsk, brest",
    "belgium": "brussels, antwerp, ghent, bruges, liege, waterloo, ypres, atomium",
    "bolivia": "sucre, la paz, potosi, santa cruz, uyuni, tiwanaku, lake titicaca",
    "bosnia": "sarajevo, mostar, srebrenica",
    "botswana": "gaborone",
    "brazil": "brasilia, rio de janeiro, sao paulo, salvador, recife, manaus, belo horizonte, porto alegre, "
    "sugarloaf mountain, christ the redeemer, iguazu falls",
    "bulgaria": "sofia, plovdiv, varna",
    "cambodia": "phnom penh, angkor, angkor wat, siem reap",
    "cameroon": "yaounde, douala",
    "canada": "ottawa, toronto, montreal, vancouver, quebec city, calgary, winnipeg, halifax, niagara falls, banff",
    "chile": "santiago, valparaiso, concepcion, easter island, atacama, atacama desert, punta arenas",
    "china": "beijing, peking, shanghai, nanjing, nanking, xian, guangzhou, canton, wuhan, chongqing, shenzhen, "
    "tianjin, hong kong, macau, lhasa, harbin, great wall, great wall of china, forbidden city, tiananmen square, "
    "terracotta army",
    "colombia": "bogota, medellin, cali, cartagena, barranquilla",
    "costa rica": "san jose",
    "croatia": "zagreb, split, dubrovnik, rijeka, zadar, pula, vukovar",
    "cuba": "havana, santiago, guantanamo, trinidad, bay of pigs",
    "cyprus": "nicosia, limassol, paphos",
    "czechia": "prague, brno, pilsen, plzen, ostrava, charles bridge, karlovy vary",
    "denmark": "copenhagen, aarhus, odense, elsinore, nuuk",
    "dominican republic": "santo domingo, punta cana",
    "drc": "kinshasa, lubumbashi, goma",
    "ecuador": "quito, guayaquil, cuenca, galapagos, galapagos islands, chimborazo, cotopaxi",
    "egypt": "cairo, alexandria, giza, luxor, thebes, memphis, aswan, abu simbel, suez, suez canal, valley of the "
    "kings, karnak, sphinx, amarna, heliopolis, rosetta",
    "el salvador": "san salvador",
    "england": "london, manchester, liverpool, birmingham, leeds, sheffield, bristol, york, oxford, cambridge, "
    "canterbury, bath, nottingham, newcastle, southampton, plymouth, portsmouth, stratford upon avon, stonehenge, "
    "hastings, big ben, tower bridge, tower of london, buckingham palace, hadrian wall, trafalgar square, winchester, "
    "durham, greenwich",
    "estonia": "tallinn, tartu",
    "ethiopia": "addis ababa, lalibela, axum, aksum",
    "finland": "helsinki, turku, tampere, rovaniemi",
    "france": "paris, marseille, marseilles, lyon, lyons, toulouse, nice, nantes, strasbourg, bordeaux, lille, "
    "avignon, versailles, reims, rheims, rouen, orleans, cannes, calais, verdun, vichy, chamonix, carcassonne, "
    "grenoble, dijon, eiffel tower, louvre, notre dame, arc de triomphe, mont saint michel, bastille, lascaux, place "
    "de la concorde, agincourt, poitiers, ajaccio, arles, giverny",
    "georgia": "tbilisi, batumi, gori",
    "germany": "berlin, hamburg, munich, cologne, frankfurt, stuttgart, dusseldorf, leipzig, dresden, nuremberg, "
    "bonn, bremen, hanover, heidelberg, weimar, potsdam, aachen, worms, wittenberg, mainz, trier, augsburg, munster, "
    "bayreuth, brandenburg gate, neuschwanstein, cologne cathedral, checkpoint charlie, dachau, wolfsburg, reichstag, "
    "eisenach",
    "ghana": "accra, kumasi",
    "greece": "athens, sparta, thessaloniki, corinth, delphi, olympia, marathon, mycenae, knossos, acropolis, "
    "parthenon, mount olympus, crete, rhodes, santorini, thermopylae, heraklion, patras, epidaurus, salamis",
    "guatemala": "guatemala city, antigua, tikal",
    "haiti": "port au prince",
    "honduras": "tegucigalpa, copan",
    "hungary": "budapest, debrecen, szeged, pecs, eger, mohacs",
    "iceland": "reykjavik, geysir, thingvellir, eyjafjallajokull",
    "india": "new delhi, delhi, mumbai, bombay, kolkata, calcutta, chennai, madras, bangalore, hyderabad, agra, "
    "jaipur, varanasi, amritsar, goa, plassey, taj mahal, red fort, golden temple, bhopal, pondicherry",
    "indonesia": "jakarta, batavia, bali, surabaya, bandung, yogyakarta, borobudur, krakatoa, tambora, komodo",
    "iran": "tehran, isfahan, shiraz, persepolis, tabriz, mashhad, susa, pasargadae",
    "iraq": "baghdad, basra, mosul, babylon, nineveh, ur, uruk, kirkuk, karbala, fallujah",
    "ireland": "dublin, cork, galway, limerick, cliffs of moher, newgrange",
    "israel": "jerusalem, tel aviv, haifa, nazareth, masada, acre, western wall, wailing wall, beersheba",
    "italy": "rome, milan, naples, turin, florence, venice, genoa, bologna, pisa, verona, siena, palermo, pompeii, "
    "herculaneum, ravenna, syracuse, trieste, padua, assisi, amalfi, capri, colosseum, leaning tower of pisa, "
    "vesuvius, mount vesuvius, etna, mount etna, trevi fountain, pantheon, uffizi, rialto bridge, sicily, sardinia, "
    "tuscany, vinci",
    "ivory coast": "yamoussoukro, abidjan",
    "jamaica": "kingston",
    "japan": "tokyo, edo, kyoto, osaka, hiroshima, nagasaki, nara, yokohama, sapporo, kobe, nagoya, fukushima, "
    "kamakura, mount fuji, okinawa, himeji castle",
    "jordan": "amman, petra, aqaba",
    "kazakhstan": "astana, almaty, baikonur",
    "kenya": "nairobi, mombasa, mount kenya, masai mara",
    "kuwait": "kuwait city",
    "latvia": "riga",
    "lebanon": "beirut, baalbek, byblos, tyre, sidon, tripoli",
    "libya": "tripoli, benghazi, leptis magna",
    "lithuania": "vilnius, kaunas",
    "madagascar": "antananarivo",
    "malaysia": "kuala lumpur, petronas towers, penang, malacca",
    "mali": "bamako, timbuktu, djenne",
    "malta": "valletta",
    "mexico": "mexico city, tenochtitlan, guadalajara, monterrey, puebla, acapulco, cancun, tijuana, teotihuacan, "
    "chichen itza, palenque, oaxaca, veracruz, uxmal, merida, chiapas, yucatan, popocatepetl",
    "monaco": "monte carlo",
    "mongolia": "ulaanbaatar, ulan bator, karakorum",
    "morocco": "rabat, casablanca, marrakesh, marrakech, fez, tangier, agadir",
    "mozambique": "maputo",
    "myanmar": "naypyidaw, yangon, rangoon, mandalay, bagan",
    "namibia": "windhoek",
    "nepal": "kathmandu, lumbini, mount everest",
    "netherlands": "amsterdam, rotterdam, hague, utrecht, eindhoven, delft, leiden, maastricht, haarlem, anne frank "
    "house, rijksmuseum",
    "new zealand": "wellington, auckland, christchurch, queenstown, dunedin, rotorua",
    "nicaragua": "managua, granada",
    "nigeria": "abuja, lagos, kano, ibadan, benin city",
    "north korea": "pyongyang",
    "norway": "oslo, bergen, trondheim, stavanger, lillehammer, tromso, svalbard",
    "oman": "muscat",
    "pakistan": "islamabad, karachi, lahore, peshawar, mohenjo daro, harappa, rawalpindi, taxila",
    "palestine": "ramallah, bethlehem, jerusalem, hebron, jericho, gaza, nablus",
    "panama": "panama city, panama canal",
    "paraguay": "asuncion",
    "peru": "lima, cusco, cuzco, machu picchu, arequipa, nazca, nazca lines, lake titicaca, trujillo, ayacucho, "
    "caral, chan chan, cajamarca, puno, iquitos",
    "philippines": "manila, cebu, davao, quezon city, pinatubo",
    "poland": "warsaw, krakow, cracow, gdansk, danzig, wroclaw, breslau, lodz, poznan, auschwitz, torun, treblinka, "
    "lublin, katowice, szczecin, oswiecim, czestochowa",
    "portugal": "lisbon, porto, coimbra, fatima, faro, sintra, braga, evora, madeira, azores, belem tower",
    "qatar": "doha",
    "romania": "bucharest, timisoara, cluj, brasov, transylvania, constanta, bran castle",
    "russia": "moscow, saint petersburg, petrograd, leningrad, volgograd, stalingrad, kazan, vladivostok, "
    "novosibirsk, sochi, kaliningrad, yekaterinburg, murmansk, kursk, red square, kremlin, hermitage, winter palace, "
    "saint basil cathedral, lake baikal, bolshoi theatre, irkutsk, borodino, siberia",
    "rwanda": "kigali",
    "saudi arabia": "riyadh, mecca, medina, jeddah, kaaba",
    "scotland": "edinburgh, glasgow, aberdeen, inverness, dundee, stirling, loch ness, ben nevis, culloden, "
    "bannockburn, balmoral, edinburgh castle",
    "senegal": "dakar",
    "serbia": "belgrade, novi sad, nis",
    "slovakia": "bratislava, kosice",
    "slovenia": "ljubljana, maribor, bled",
    "somalia": "mogadishu",
    "south africa": "pretoria, cape town, johannesburg, durban, bloemfontein, soweto, robben island, table "
    "mountain, sharpeville, kimberley",
    "south korea": "seoul, busan, incheon, panmunjom",
    "spain": "madrid, barcelona, seville, valencia, granada, toledo, cordoba, bilbao, salamanca, zaragoza, malaga, "
    "guernica, pamplona, santiago de compostela, alhambra, sagrada familia, prado, prado museum, altamira, cadiz, "
    "leon, burgos, segovia, escorial, guggenheim museum bilbao, ibiza, palma, las palmas, tenerife, teide, murcia, "
    "cartagena, merida, park guell",
    "sri lanka": "colombo, kandy, sigiriya",
    "sudan": "khartoum, omdurman, meroe",
    "sweden": "stockholm, gothenburg, malmo, uppsala, kiruna, lund",
    "switzerland": "bern, zurich, geneva, basel, lausanne, lucerne, davos, lugano, matterhorn, zermatt, montreux, "
    "locarno",
    "syria": "damascus, aleppo, palmyra, homs, ebla",
    "taiwan": "taipei",
    "tanzania": "dodoma, dar es salaam, kilimanjaro, mount kilimanjaro, zanzibar, serengeti, olduvai gorge",
    "thailand": "bangkok, chiang mai, ayutthaya, phuket",
    "tunisia": "tunis, carthage, sidi bouzid, kairouan",
    "turkey": "ankara, istanbul, constantinople, byzantium, izmir, smyrna, antioch, ephesus, troy, gallipoli, "
    "nicaea, iznik, hagia sophia, antalya, bursa, cappadocia, catalhoyuk, hattusa, gobekli tepe, topkapi palace, "
    "trabzon, blue mosque, manzikert, pergamon, miletus, mount ararat, halicarnassus, bodrum, konya, edirne, "
    "adrianople, sardis, tarsus",
    "uae": "abu dhabi, dubai, burj khalifa, sharjah",
    "uganda": "kampala, entebbe",
    "ukraine": "kyiv, kiev, odesa, odessa, lviv, kharkiv, chernobyl, donetsk, mariupol, sevastopol, yalta, crimea, "
    "poltava, pripyat, zaporizhzhia, balaclava, babyn yar",
    "uruguay": "montevideo, punta del este",
    "usa": "new york city, washington, washington dc, los angeles, san diego, las vegas, hollywood, white house, "
    "statue of liberty, golden gate bridge, grand canyon, mount rushmore, empire state building, times square, "
    "yellowstone, brooklyn bridge, silicon valley, niagara falls, gettysburg, pearl harbor, yorktown, harvard "
    "university, princeton university, yale university, yosemite, lincoln memorial",
    "uzbekistan": "tashkent, samarkand, bukhara",
    "venezuela": "caracas, maracaibo, angel falls",
    "vietnam": "hanoi, saigon, ho chi minh city, hue, dien bien phu, da nang, haiphong",
    "wales": "cardiff, swansea, snowdon, caernarfon, aberystwyth",
    "yemen": "sanaa, aden, marib",
    "zambia": "lusaka, victoria falls",
    "zimbabwe": "harare, great zimbabwe, victoria falls, bulawayo",
}  # fmt: skip
"""Names that several places share, and sights in two countries, are under each country."""
_BY_STATE = {
    "alaska": "anchorage, juneau, denali",
    "arizona": "phoenix, tucson, grand canyon",
    "california": "los angeles, san francisco, san diego, sacramento, hollywood, yosemite, golden gate bridge, "
    "silicon valley, oakland",
    "colorado": "denver",
    "dc": "washington",
    "florida": "miami, orlando, tampa, tallahassee, cape canaveral",
    "georgia": "atlanta, savannah",
    "hawaii": "honolulu, pearl harbor, mauna loa",
    "illinois": "chicago",
    "louisiana": "new orleans, baton rouge",
    "maryland": "baltimore, annapolis",
    "massachusetts": "boston, cambridge, salem, harvard university",
    "michigan": "detroit, lansing",
    "minnesota": "minneapolis, saint paul",
    "missouri": "saint louis",
    "nevada": "las vegas, reno",
    "new mexico": "santa fe, albuquerque, los alamos, roswell",
    "new york": "new york city, albany, buffalo, brooklyn, manhattan, statue of liberty, times square, empire state "
    "building",
    "pennsylvania": "philadelphia, pittsburgh, gettysburg",
    "south dakota": "mount rushmore",
    "tennessee": "memphis, nashville",
    "texas": "houston, dallas, austin, san antonio, alamo",
    "utah": "salt lake city",
    "virginia": "richmond, yorktown, jamestown",
    "washington": "seattle",
}
_BY_REGION = {
    "alberta": ("canada", "calgary, edmonton, banff"),
    "andalusia, andalucia": ("spain", "granada, seville, sevilla, cordoba, malaga, cadiz, almeria, jaen, alhambra"),
    "aragon": ("spain", "zaragoza"),
    "attica": ("greece", "athens, marathon"),
    "baden wurttemberg": ("germany", "stuttgart, heidelberg, mannheim, freiburg, karlsruhe"),
    "basque country, pais vasco": ("spain", "bilbao, guernica, gernika, san sebastian, vitoria"),
    "bavaria, bayern": ("germany", "munich, nuremberg, augsburg, bayreuth, dachau, neuschwanstein"),
    "british columbia": ("canada", "vancouver"),
    "bohemia": ("czechia", "prague, pilsen, plzen, karlovy vary"),
    "brittany, bretagne": ("france", "rennes, brest"),
    "campania": ("italy", "naples, pompeii, herculaneum, amalfi, capri, vesuvius, mount vesuvius"),
    "castile and leon, castilla y leon": ("spain", "salamanca, leon, burgos, segovia, valladolid, avila"),
    "castile la mancha, castilla la mancha": ("spain", "toledo"),
    "catalonia, cataluna, catalunya": ("spain", "barcelona, tarragona, girona, sagrada familia, park guell"),
    "county cork": ("ireland", "cork"),
    "crete": ("greece", "knossos, heraklion"),
    "east sussex": ("england", "hastings"),
    "galicia": ("spain", "santiago de compostela"),
    "hampshire": ("england", "southampton, portsmouth, winchester"),
    "hesse": ("germany", "frankfurt"),
    "honshu": ("japan", "tokyo, kyoto, osaka, hiroshima, yokohama, mount fuji"),
    "kent": ("england", "canterbury, dover"),
    "kyushu": ("japan", "nagasaki"),
    "lazio": ("italy", "rome, colosseum"),
    "liguria": ("italy", "genoa"),
    "lombardy, lombardia": ("italy", "milan, bergamo"),
    "merseyside": ("england", "liverpool"),
    "new south wales": ("australia", "sydney, sydney opera house"),
    "moravia": ("czechia", "brno, ostrava"),
    "normandy, normandie": ("france", "rouen, caen, giverny"),
    "nova scotia": ("canada", "halifax"),
    "ontario": ("canada", "toronto, ottawa"),
    "piedmont": ("italy", "turin"),
    "provence": ("france", "marseille, marseilles, avignon, arles"),
    "quebec": ("canada", "montreal, quebec city"),
    "queensland": ("australia", "brisbane"),
    "saxony": ("germany", "dresden, leipzig"),
    "sicily, sicilia": ("italy", "palermo, syracuse, mount etna, etna"),
    "south australia": ("australia", "adelaide"),
    "tasmania": ("australia", "hobart"),
    "transylvania": ("romania", "bran castle, brasov, cluj"),
    "tuscany, toscana": ("italy", "florence, pisa, siena, vinci, lucca, leaning tower of pisa, uffizi"),
    "umbria": ("italy", "assisi, perugia"),
    "veneto": ("italy", "venice, verona, padua"),
    "victoria": ("australia", "melbourne"),
    "western australia": ("australia", "perth"),
    "yorkshire": ("england", "york, leeds, sheffield, bradford, whitby"),
}
_REGIONS = frozenset(name for names in _BY_REGION for name in names.split(", "))
_NAMESAKES = {
    "alexandria": "egypt", "antigua": "guatemala", "athens": "greece", "birmingham": "england", "cambridge": "england",
    "cartagena": "colombia", "cordoba": "spain", "georgia": "georgia", "granada": "spain", "guadalajara": "mexico",
    "leon": "spain", "memphis": "usa", "merida": "mexico", "richmond": "usa", "rosario": "argentina",
    "santiago": "chile", "syracuse": "italy", "toledo": "spain", "trinidad": "", "tripoli": "libya",
    "trujillo": "peru", "valencia": "spain",
}  # fmt: skip
"""Names of several places, with the country of the one that is meant if the question does not say where it is."""
_WITHIN = {"england": ("uk", "britain"), "scotland": ("uk", "britain"), "wales": ("uk", "britain")}
_SOVIET = "armenia azerbaijan belarus estonia georgia kazakhstan latvia lithuania russia ukraine uzbekistan".split()
_NAMES = COUNTRIES | _BY_COUNTRY.keys()


@cache
def _homes() -> dict[str, set[str]]:
    """Return the countries and states of each place, also those that a country is part of, or was."""
    found: dict[str, set[str]] = {state: {"usa"} for state in US_STATES if state != "georgia"}
    for state, places in _BY_STATE.items():
        for place in places.split(", "):
            found.setdefault(phrase(place).normal, set()).update((state, "usa"))
    for country, places in _BY_COUNTRY.items():
        names = (country, *_WITHIN.get(country, ()), *(("ussr",) if country in _SOVIET else ()))
        for place in places.split(", "):
            found.setdefault(phrase(place).normal, set()).update(names)
    for regions, (country, places) in _BY_REGION.items():
        names = (country, *_WITHIN.get(country, ()), *regions.split(", "))
        for region in regions.split(", "):
            found.setdefault(region, set()).update(names[:-1])
        for place in places.split(", "):
            found.setdefault(phrase(place).normal, set()).update(names)
    return found


def is_place(name: str) -> bool:
    """Return whether ``name``, as ``phrase`` reduces it, is in the table of places."""
    return name in _homes()


def is_region(name: str) -> bool:
    """Return whether ``name``, as ``phrase`` reduces it, is a country, a state or a region of the table."""
    return in_short(name) in _NAMES | _REGIONS | US_STATES.keys()


def is_namesake(place: str, region: str, stem: str) -> bool:
    """Return whether ``place`` in ``region`` has the name of the place that is meant, but is another one.

    Which one is meant depends on the countries and places in ``stem``; all are words as ``phrase`` reduces them.
    """
    meant = _NAMESAKES.get(place)
    where = in_short(region)
    where = next(iter(_homes().get(where, {where}) - _REGIONS), where) if where in _REGIONS else where
    where = "usa" if where in US_STATES or where in US_STATES.values() else where
    if meant is None or where not in _NAMES:
        return False
    homes = _homes()
    words = in_short(stem).split()
    parts = [" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1)]
    named = {part for part in parts if part in _NAMES}
    named = named or {home for part in parts if part != place for home in homes.get(part, ())}
    return where not in named if named else where != meant


def is_in(place: str, region: str) -> bool | None:
    """Return whether ``place`` is in the country, state or city ``region``; None if that is not known.

    Both are words as ``phrase`` reduces them.
    """
    homes = _homes().get(place)
    if homes is None:
        return None
    region = {code: state for state, code in US_STATES.items()}.get(region, region)
    name = in_short(region)
    words = {*name.split()}
    if name in homes or (name not in _NAMES | _REGIONS | US_STATES.keys() and words & homes):
        return True
    if name in US_STATES:
        return False if "usa" not in homes or homes & US_STATES.keys() else None
    if name in _NAMES or words & COUNTRIES:
        return False
    others = _homes().get(region)
    if others is not None and region in _REGIONS and homes & _REGIONS:
        return False  # Florence, Lombardy
    return False if others is not None and not others & homes else None
