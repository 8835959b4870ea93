"""When well-known battles, treaties, wars and other events were, to check a date after the right name."""

from functools import cache

from quizgen.text.words import phrase

_DATES = """
14 October 1066: hastings
1215: magna carta
1337 1453: hundred years' war
25 October 1415: agincourt
1346: crecy
1356: poitiers
24 June 1314: bannockburn
22 August 1485: bosworth
1455 1487: wars of roses
29 May 1453: fall of constantinople, conquest of constantinople
1492: conquest of granada
7 June 1494: tordesillas
1517: 95 theses
1521: diet of worms
25 September 1555: augsburg
7 October 1571: lepanto
1588: spanish armada
13 April 1598: nantes
5 November 1605: gunpowder plot
1618 1648: thirty years' war
23 May 1618: defenestration of prague
24 October 1648: westphalia
1642 1651: english civil war
14 June 1645: naseby
1688: glorious revolution
1 July 1690: boyne
11 April 1713: utrecht
16 April 1746: culloden
1756 1763: seven years' war
23 June 1757: plassey
16 December 1773: boston tea party
4 July 1776: declaration of independence
1775 1783: american revolutionary war, american war of independence
19 October 1781: yorktown
14 July 1789: storming of bastille, fall of bastille, bastille
26 August 1789: declaration of rights of man
20 June 1789: tennis court oath
1789 1799: french revolution
1 August 1798: nile
14 June 1800: marengo
21 October 1805: trafalgar
2 December 1805: austerlitz
14 October 1806: jena
7 September 1812: borodino
19 October 1813: leipzig
18 June 1815: waterloo
1814 1815: congress of vienna
1803 1815: napoleonic wars
16 August 1819: peterloo
1848: communist manifesto
1853 1856: crimean war
25 October 1854: balaclava
1857: indian mutiny, indian rebellion, sepoy mutiny
1861 1865: american civil war
1 July 1863 3 July 1863: gettysburg
1 January 1863: emancipation proclamation
1870 1871: franco prussian war
25 June 1876: little bighorn
1884 1885: berlin conference
1899 1902: boer war
1904 1905: russo japanese war
27 May 1905: tsushima
28 July 1914 11 November 1918: world war 1, first world war, great war
28 June 1914: assassination of franz ferdinand
1915 1916: gallipoli
1916: somme, verdun, jutland, easter rising
1917: balfour declaration, russian revolution, february revolution, october revolution
1918: treaty of brest litovsk, brest litovsk
28 June 1919: versailles
1923: munich putsch, beer hall putsch, lausanne
29 October 1929: wall street crash
27 February 1933: reichstag fire
1934 1935: long march
1936 1939: spanish civil war
30 September 1938: munich agreement
9 November 1938: kristallnacht
23 August 1939: molotov ribbentrop pact, nazi soviet pact
1 September 1939 2 September 1945: world war 2, second world war
1940: battle of britain, dunkirk
22 June 1941: operation barbarossa
7 December 1941: pearl harbor
1942: midway, coral sea
1942 1943: stalingrad
1943: kursk
6 June 1944: d-day, normandy landings, operation overlord
1945: yalta, potsdam
6 August 1945: hiroshima
9 August 1945: nagasaki
1945 1946: nuremberg trials
1947: truman doctrine
1948 1952: marshall plan
1948 1949: berlin blockade, berlin airlift
4 April 1949: north atlantic treaty
1950 1953: korean war
1954: dien bien phu, brown v. board
14 May 1955: warsaw pact
1956: suez crisis, hungarian uprising, hungarian revolution
25 March 1957: treaty of rome
21 March 1960: sharpeville
17 April 1961: bay of pigs
13 August 1961 9 November 1989: berlin wall
1962: cuban missile crisis
22 November 1963: assassination of kennedy, assassination of john f kennedy
1967: six day war
1968: prague spring, tet offensive
20 July 1969: apollo 11, moon landing
30 January 1972: bloody sunday
1973: yom kippur war
1972 1974: watergate
26 April 1986: chernobyl
4 June 1989: tiananmen
9 November 1989: fall of berlin wall
1990 1991: gulf war
7 February 1992: maastricht
1994: rwandan genocide
11 September 2001: 9/11
490 BC: marathon
480 BC: thermopylae, salamis
431 BC 404 BC: peloponnesian war
338 BC: chaeronea
333 BC: issus
331 BC: gaugamela
2 August 216 BC: cannae
202 BC: zama
15 March 44 BC: assassination of caesar, assassination of julius caesar
2 September 31 BC: actium
AD 9: teutoburg forest
AD 79: eruption of vesuvius
313: edict of milan
451: catalaunian plains
732: tours
"""
"""A date, or the first and the last one, then names of the event; a name may be a part of the answer."""


@cache
def _dates_by_name() -> dict[str, str]:
    lines = (line.partition(": ") for line in _DATES.strip().splitlines())
    return {phrase(name).normal: date for date, _, names in lines for name in names.split(", ")}


def date_of_event(words: str) -> str:
    """Return when the event was that the reduced ``words`` name, or an empty text: ``18 June 1815``."""
    found = [name for name in _dates_by_name() if f" {name} " in f" {words} "]
    return _dates_by_name()[max(found, key=len)] if found else ""
