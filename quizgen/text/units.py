"""Units of measurement and money: their dimension, size and names, and products and powers of them.

Symbols keep their case (mW and MW differ), names do not. The table has the English names; other languages use the
symbols. Sizes are exact fractions of the SI unit, from the SI brochure (BIPM, 9th edition) and the international yard
and pound agreement.
"""

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import superscripts_as_powers
from quizgen.text.word_forms import is_english_word

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with their exponents, sorted: ``(("length", 1), ("time", -1))``."""


class Unit(NamedTuple):
    """What a unit measures, and its size in the SI unit of that dimension; ``offset`` is the zero of °C and °F in K."""

    dimension: Dimension
    factor: Fraction
    offset: Fraction = Fraction(0)

    def to_si(self, value: Fraction) -> Fraction:
        """Return ``value`` of this unit in the SI unit of its dimension."""
        return value * self.factor + self.offset

    def from_si(self, value: Fraction) -> Fraction:
        """Return ``value``, of the SI unit of this unit's dimension, in this unit."""
        return (value - self.offset) / self.factor

    def powered(self, exponent: int) -> "Unit":
        """Return the unit to a power; a scale with a zero of its own becomes its difference."""
        return Unit(tuple((name, size * exponent) for name, size in self.dimension), self.factor**exponent)

    def times(self, other: "Unit") -> "Unit":
        """Return the product of two units."""
        sizes = dict(self.dimension)
        for name, size in other.dimension:
            sizes[name] = sizes.get(name, 0) + size
        dimension = tuple(sorted((name, size) for name, size in sizes.items() if size))
        return Unit(dimension, self.factor * other.factor)


ONE = Unit((), Fraction(1))
TIME: Dimension = (("time", 1),)
_MONTHS: Dimension = (("months", 1),)
_MONTH = 30 * 86_400
"""Seconds of a month: close enough to put months and days in order."""


def in_seconds(unit: Unit) -> Unit:
    """Return a unit that is a number of months as one of seconds, about as long, and any other as it is."""
    return Unit(TIME, unit.factor * _MONTH) if unit.dimension == _MONTHS else unit


# Symbol, names, dimension, factor; an asterisk after the symbol says that it takes SI prefixes.
_TABLE = """
m*    | meter metre mtr                              | length            | 1
g*    | gram gramme gm                               | mass              | 1/1000
s*    | second sec secs                                  | time              | 1
A*    | ampere amp                                   | current           | 1
K*    | kelvin                                       | temperature       | 1
mol*  | mole                                         | amount            | 1
cd*   | candela                                      | luminosity        | 1
Hz*   | hertz                                        | time-1            | 1
N*    | newton                                       | mass length time-2 | 1
Pa*   | pascal                                       | mass length-1 time-2 | 1
J*    | joule                                        | mass length2 time-2 | 1
W*    | watt                                         | mass length2 time-3 | 1
C*    | coulomb                                      | current time      | 1
V*    | volt                                         | mass length2 time-3 current-1 | 1
Ω*    | ohm                                          | mass length2 time-3 current-2 | 1
S*    | siemens mho                                  | mass-1 length-2 time3 current2 | 1
F*    | farad                                        | mass-1 length-2 time4 current2 | 1
H*    | henry                                        | mass length2 time-2 current-2 | 1
Wb*   | weber                                        | mass length2 time-2 current-1 | 1
T*    | tesla                                        | mass time-2 current-1 | 1
lm*   | lumen                                        | luminosity solid-angle | 1
lx*   | lux                                          | luminosity solid-angle length-2 | 1
Bq*   | becquerel                                    | decay             | 1
Sv*   | sievert                                      | dose              | 1
Gy*   | gray                                         | absorbed          | 1
L*    | liter litre ltr                              | length3           | 1/1000
l*    | -                                            | length3           | 1/1000
t*    | tonne metric-ton                             | mass              | 1000
eV*   | electronvolt electron-volt                   | mass length2 time-2 | 1602176634/10000000000000000000000000000
bar*  | bar                                          | mass length-1 time-2 | 100000
B*    | byte                                         | data              | 8
b*    | bit                                          | data              | 1
bit*  | -                                            | data              | 1
KiB   | kibibyte                                     | data              | 8192
MiB   | mebibyte                                     | data              | 8388608
GiB   | gibibyte                                     | data              | 8589934592
bps*  | -                                            | data time-1       | 1
Wh*   | watt-hour                                    | mass length2 time-2 | 3600
cal*  | calorie                                      | mass length2 time-2 | 4184/1000
min   | minute mins                                  | time              | 60
h     | hour hr hrs                                  | time              | 3600
d     | day                                          | time              | 86400
wk    | week                                         | time              | 604800
-     | fortnight                                    | time              | 1209600
mo    | month                                        | months            | 1
yr    | year yrs                                     | months            | 12
a     | -                                            | months            | 12
-     | decade                                       | months            | 120
-     | century                                      | months            | 1200
-     | millennium                                   | months            | 12000
Å     | angstrom ångström ångstrom                   | length            | 1/10000000000
nmi   | nautical-mile                                | length            | 1852
kn    | knot kt                                      | length time-1     | 1852/3600
ly    | light-year lightyear                         | length            | 9460730472580800
AU    | astronomical-unit au                         | length            | 149597870700
pc*   | parsec                                       | length            | 30856775814913673
in    | inch inches                                  | length            | 254/10000
ft    | foot feet                                    | length            | 3048/10000
yd    | yard                                         | length            | 9144/10000
mi    | mile                                         | length            | 1609344/1000
ha    | hectare                                      | length2           | 10000
ac    | acre                                         | length2           | 40468564224/10000000
oz    | ounce                                        | mass              | 28349523125/1000000000000
lb    | pound lbs                                    | mass              | 45359237/100000000
st    | stone                                        | mass              | 635029318/100000000
-     | carat                                        | mass              | 2/10000
u     | dalton atomic-mass-unit amu | mass | 16605390666/10000000000000000000000000000000000000
gal   | gallon                                       | length3           | 3785411784/1000000000000
-     | fluid-ounce fl-oz                            | length3           | 295735295625/10000000000000000
pt    | pint                                         | length3           | 473176473/1000000000000
qt    | quart                                        | length3           | 946352946/1000000000000
mph   | -                                            | length time-1     | 44704/100000
kph   | kmh kmph                                     | length time-1     | 1000/3600
rpm   | -                                            | revolution time-1 | 1/60
hp    | horsepower                                   | mass length2 time-3 | 745699871582/1000000000
atm   | atmosphere                                   | mass length-1 time-2 | 101325
mmHg  | -                                            | mass length-1 time-2 | 133322387415/1000000000
psi   | -                                            | mass length-1 time-2 | 6894757/1000
dB    | decibel                                      | level             | 1
Nm    | -                                            | mass length2 time-2 | 1
Ns    | -                                            | mass length time-1 | 1
°     | degree deg                                   | angle             | 1
rad   | radian                                       | radian            | 1
%     | percent pct                                  | share             | 1/100
‰     | permille                                     | share             | 1/1000
ppm   | -                                            | share             | 1/1000000
$     | dollar USD US$ buck                          | dollar            | 1
€     | euro EUR                                     | euro              | 1
£     | GBP pound-sterling pounds-sterling                        | pound-sterling    | 1
¥     | yen JPY                                      | yen               | 1
₹     | rupee INR Rs                                 | rupee             | 1
₽     | ruble rouble RUB                             | ruble             | 1
₩     | won KRW                                      | won               | 1
₿     | bitcoin BTC                                  | bitcoin           | 1
₱     | peso PHP                                     | peso              | 1
₺     | lira TRY                                     | lira              | 1
₦     | naira NGN                                    | naira             | 1
₪     | shekel ILS                                   | shekel            | 1
฿     | baht THB                                     | baht              | 1
₴     | hryvnia UAH                                  | hryvnia           | 1
₫     | dong VND                                     | dong              | 1
֏     | dram AMD                                     | dram              | 1
CHF   | swiss-franc                                  | swiss-franc       | 1
¢     | cent                                         | cent              | 1
"""
_PREFIXES = {
    "da": ("deca", 1), "h": ("hecto", 2), "k": ("kilo", 3), "M": ("mega", 6), "G": ("giga", 9), "T": ("tera", 12),
    "P": ("peta", 15), "E": ("exa", 18), "Z": ("zetta", 21), "Y": ("yotta", 24), "d": ("deci", -1), "c": ("centi", -2),
    "m": ("milli", -3), "µ": ("micro", -6), "u": ("micro", -6), "n": ("nano", -9), "p": ("pico", -12),
    "f": ("femto", -15), "a": ("atto", -18), "z": ("zepto", -21), "y": ("yocto", -24),
}  # fmt: skip
_TEMPERATURES = {
    "°C": Unit((("temperature", 1),), Fraction(1), Fraction(27315, 100)),
    "°F": Unit((("temperature", 1),), Fraction(5, 9), Fraction(45967, 100) * Fraction(5, 9)),
    "K": Unit((("temperature", 1),), Fraction(1)),
}
_DIFFERENCE = lazy_pattern(r"(?:°|º|\bdegrees?)\s?(?:C|Celsius)\b", re.IGNORECASE)
"""A degree in a unit made of several, where only differences of temperatures count: J/(kg °C)."""
_TEMPERATURE_NAMES = lazy_pattern(
    r"(?:°\s?|degrees?\s+|deg\.?\s+|º\s?)?(?P<scale>celsius|centigrade|fahrenheit|kelvins?)"
    r"|(?:°|º|degrees?|deg\.?)\s?(?P<letter>[CFK])|(?P<sign>[℃℉])",
    re.IGNORECASE,
)
_SIGNS = str.maketrans(
    {"º": "°", "．": ".", "−": "-", "–": "-", "·": " ", "⋅": " ", "*": " ", "×": " ", "μ": "µ", "Ω": "Ω"}
)
_FACTOR = lazy_pattern(r"(?P<name>[^\s\d^/()+-]+)\^?(?P<power>[-+]?\d{1,2})?")
_WORD_POWERS = (("square", 2), ("sq", 2), ("sq.", 2), ("cubic", 3), ("cu", 3))


def _dimension(text: str) -> Dimension:
    parts = (re.fullmatch(r"([a-z-]*?[a-z])(-?\d+)?", part) for part in text.split())
    return tuple(sorted((part[1], int(part[2] or 1)) for part in parts if part))


@cache
def _tables() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Return units by symbol (case counts) and by name in lower case."""
    symbols: dict[str, Unit] = {}
    names: dict[str, Unit] = {}
    prefixed: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        symbol, written, dimension, factor = (part.strip() for part in line.split("|"))
        unit = Unit(_dimension(dimension), Fraction(factor))
        takes_prefix = symbol.endswith("*")
        symbol = symbol.rstrip("*")
        symbols[symbol] = unit
        spelled = [name.replace("-", " ") for name in written.split() if name != "-"]
        for name in spelled:
            names[name.lower()] = unit
        if takes_prefix:
            for prefix, (prefix_name, power) in _PREFIXES.items():
                sized = Unit(unit.dimension, unit.factor * Fraction(10) ** power)
                prefixed.setdefault(prefix + symbol, sized)
                for name in spelled:
                    names[prefix_name + name.lower()] = sized
    names["kilo"] = names["kilogram"]
    names["micron"] = names["micrometer"]
    names["cc"] = names["ccm"] = names["milliliter"]
    names["mcg"] = names["microgram"]
    names |= {f"{prefix}sec": prefixed[f"{prefix}s"] for prefix in "mµun"}
    return {**prefixed, **symbols, "kWh": prefixed["kWh"], "sec": symbols["s"], "hr": symbols["h"]}, names


_INITIALS = re.compile(r"[a-zA-Z](?:\.\s?[a-zA-Z]){2,3}")
_DOT = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
"""What France writes between units: kJ.mol⁻¹."""


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit | None:
    """Read all of ``text`` as a unit, or return None: ``m/s``, ``m s⁻¹``, ``metres per second``, ``square miles``."""
    plain = " ".join(superscripts_as_powers(text).translate(_SIGNS).split()).strip(" .")
    if not plain or len(plain) > 60:
        return None
    if found := _TEMPERATURE_NAMES.fullmatch(plain):
        return _temperature(found)
    if _INITIALS.fullmatch(plain):
        plain = plain.replace(".", "")  # m.p.h.
    plain = " ".join(_DIFFERENCE.sub(" K", plain).split())
    plain = re.sub(r"\bms(?=\^?-[12]$)", "m s", plain)  # nobody means milliseconds here
    if "-" in plain:
        plain = _DOT.sub(" ", plain)
    plain = re.sub(r"\bper ?cent\b", "%", plain, flags=re.IGNORECASE)
    plain = re.sub(r"(?:^|(?<=\w) ?)\bper\b ?", "/", plain, flags=re.IGNORECASE).removesuffix("/")
    plain = re.sub(r"\s*/\s*", "/", plain)
    plain = re.sub(r"(?<=[a-z]{3})-(?=[a-z]{3})", " ", plain) if _named(plain) is None else plain
    top, *bottoms = plain.split("/")
    unit = _product(top) if top or not any(bottoms) else ONE  # per mole
    for bottom in bottoms:
        below = _product(bottom.strip("()"))
        if unit is None or below is None:
            return None
        unit = unit.times(below.powered(-1))
    return unit


_LEAST_MISSPELLED = 5
"""The letters from which the name of a unit with one wrong letter is recognized."""


@cache
def _written_names() -> dict[str, Unit]:
    """Return the units by their names of four letters or more, in the singular and in the plural."""
    return {form: unit for name, unit in _tables()[1].items() if len(name) > 3 for form in (name, f"{name}s")}


@lru_cache(maxsize=1024)
def name_nearest(word: str) -> str | None:
    """Return the name of the unit that ``word`` misspells by one letter; None if it is none, or may be several."""
    from rapidfuzz.distance import OSA

    lower = word.lower()
    if len(lower) < _LEAST_MISSPELLED or not lower.isalpha() or parse_unit(word) is not None or is_english_word(lower):
        return None
    known = _written_names()
    near = [form for form in known if form[0] == lower[0] and OSA.distance(form, lower, score_cutoff=1) == 1]
    if len({known[form] for form in near}) != 1:
        return None
    return min(near, key=lambda form: (form[-1] != lower[-1], len(form)))


def _temperature(found: re.Match[str]) -> Unit:
    written = found["scale"] or found["letter"] or found["sign"]
    letter = {"℃": "C", "℉": "F"}.get(written, written[0].upper())
    return _TEMPERATURES["K" if letter == "K" else f"°{letter}"]


def _product(text: str) -> Unit | None:
    """Read units written side by side: ``kg m^2``, ``square metres``, ``metres squared``."""
    if (whole := _named(text)) is not None:
        return whole
    unit = ONE
    words = text.split()
    power = 1
    at = 0
    while at < len(words):
        word = words[at]
        if power_word := dict(_WORD_POWERS).get(word.lower()):
            power = power_word
            at += 1
            continue
        pair = _named(f"{word} {words[at + 1]}") if at + 1 < len(words) else None
        one = pair or _powered(word)
        if one is None:
            return None
        at += 2 if pair else 1
        if at < len(words) and words[at].lower() in {"squared", "cubed"}:
            power = 2 if words[at].lower() == "squared" else 3
            at += 1
        unit = unit.times(one.powered(power)) if len(words) > 1 or power != 1 else one
        power = 1
    return unit if power == 1 and words else None


def _powered(word: str) -> Unit | None:
    if (unit := _named(word)) is not None:
        return unit
    found = _FACTOR.fullmatch(word)
    if found is None or not found["power"]:
        return None
    power = int(found["power"])
    if (unit := _named(found["name"])) is not None:
        return unit.powered(power)
    return _side_by_side(found["name"], power) if power < 0 else None


_VARIABLE = re.compile("[a-fh-ln-rt-zB]")
"""A symbol that is more likely a variable next to another letter: 3ab - 1."""


def _side_by_side(name: str, power: int) -> Unit | None:
    """Read two symbols without a space, the last one to a negative power: kJmol-1; None if they could be others."""
    symbols, _ = _tables()
    halves = [(name[:at], name[at:]) for at in range(1, len(name)) if name.isalpha()]
    pairs = [map(symbols.get, pair) for pair in halves if not any(map(_VARIABLE.fullmatch, pair))]
    found = {first.times(last.powered(power)) for first, last in pairs if first and last}
    return found.pop() if len(found) == 1 else None


_PLURAL_SYMBOLS = frozenset("km kg cm mm ml mL yd oz gal wk mo mi".split())
"""Symbols to which people add an s: kms."""


def _named(word: str) -> Unit | None:
    symbols, names = _tables()
    if word in symbols:
        return symbols[word]
    lower = word.lower().replace("-", " ")
    for name in (lower, lower.removesuffix("s"), lower.removesuffix("es"), lower.removesuffix("ies") + "y"):
        if name in names:
            return names[name]
    if word.endswith("s") and word[:-1] in _PLURAL_SYMBOLS:
        return symbols[word[:-1]]
    tight = lower.replace(" ", "")
    for name in (tight, tight.removesuffix("s")):
        if name in names:
            return names[name]
    return symbols[word.lower()] if word in {"Km", "KM", "Kg", "KG", "Cm", "CM", "Mph", "MPH"} else None
