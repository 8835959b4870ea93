"""Numbers, dates, periods and units in other languages, written as in English, so that they are read the same way."""

import re
import unicodedata
from functools import cache

from quizgen.text.dates import MONTHS
from quizgen.text.folding import fold
from quizgen.text.languages import has_decimal_comma, primary
from quizgen.text.number_words import has_number_words, number_words_in_digits, ordinal
from quizgen.text.numbers import roman

_MONTHS = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre setiembre=9",
    "fr": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "de": "januar februar marz april mai juni juli august september oktober november dezember janner=1 maerz=3",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
}
"""The months in their order, and after them other names with their number."""
_WORDS = {
    "es": "gr=g seg=second metro=meter gramo=gram segundo=second minuto=minute hora=hour dia=day semana=week mes=month "
    "ano=year decada=decade litro=liter tonelada=tonne grado=degree grados=degrees julio=joule vatio=watt "
    "voltio=volt amperio=ampere ohmio=ohm hercio=hertz euro=euro dolar=dollar libra=pound milla=mile pulgada=inch "
    "pie=foot hectarea=hectare caloria=calorie atomo=atom por=per entre=between en=in a=to hasta=to menos=minus "
    "centimo=cent centavo=cent "
    "mas=plus medio=half media=half mitad=half tercio=third tercios=thirds cuarto=quarter cuartos=quarters "
    "cuadrado=squared cubico=cubed y=and mil=thousand millon=million un=a una=a el=the la=the",
    "fr": "j=day mn=minute metre=meter gramme=gram seconde=second minute=minute heure=hour jour=day semaine=week "
    "mois=month an=year annee=year decennie=decade litre=liter tonne=tonne degre=degree degres=degrees joule=joule "
    "watt=watt volt=volt ampere=ampere ohm=ohm hertz=hertz euro=euro dollar=dollar livre=pound mille=mile "
    "centime=cent "
    "hectare=hectare calorie=calorie par=per entre=between en=in a=to jusqu'a=to moins=minus plus=plus demi=half "
    "moitie=half tiers=third quart=quarter quarts=quarters carre=squared cube=cubed et=and mille=thousand "
    "milliard=billion un=a une=a le=the la=the",
    "de": "std=hour min=minute sek=second meter=meter gramm=gram sekunde=second minute=minute stunde=hour tag=day "
    "woche=week monat=month jahr=year jahrzehnt=decade liter=liter tonne=tonne grad=degrees joule=joule watt=watt "
    "volt=volt ampere=ampere ohm=ohm hertz=hertz euro=euro dollar=dollar pfund=pound meile=mile hektar=hectare "
    "kalorie=calorie pro=per zwischen=between im=in bis=to minus=minus plus=plus halb=half halfte=half "
    "drittel=thirds viertel=quarters und=and tausend=thousand million=million milliarde=billion ein=a eine=a "
    "der=the die=the das=the",
    "it": "metro=meter grammo=gram secondo=second minuto=minute ora=hour giorno=day settimana=week mese=month "
    "anno=year decennio=decade litro=liter tonnellata=tonne grado=degree gradi=degrees joule=joule watt=watt volt=volt "
    "ampere=ampere ohm=ohm hertz=hertz euro=euro dollaro=dollar "
    "centesimo=cent centesimi=cent libbra=pound miglio=mile ettaro=hectare "
    "caloria=calorie al=per per=per tra=between fra=between nel=in a=to fino=to meno=minus piu=plus mezzo=half "
    "meta=half terzo=third terzi=thirds quarto=quarter quarti=quarters quadrato=squared cubo=cubed e=and "
    "mila=thousand milione=million milioni=million miliardo=billion miliardi=billion un=a una=a il=the la=the",
    "pt": "metro=meter grama=gram segundo=second minuto=minute hora=hour dia=day semana=week mes=month ano=year "
    "decada=decade litro=liter tonelada=tonne grau=degree graus=degrees joule=joule watt=watt volt=volt "
    "ampere=ampere ohm=ohm hertz=hertz euro=euro dolar=dollar centimo=cent "
    "centavo=cent libra=pound milha=mile hectare=hectare "
    "caloria=calorie por=per entre=between em=in ate=to menos=minus mais=plus meio=half meia=half metade=half "
    "terco=third tercos=thirds quarto=quarter quartos=quarters quadrado=squared cubico=cubed e=and mil=thousand "
    "milhao=million milhoes=million um=a uma=a o=the a=the",
}
"""Words of values that English has too, folded and in the singular."""
_PREFIX = re.compile(r"(?:kilo|chilo|hecto|deci|centi|zenti|mili|milli|micro|mikro|nano|mega|giga|quilo)(?=[a-z]{3})")
_PREFIX_NAMES = {"zenti": "centi", "mili": "milli", "mikro": "micro", "quilo": "kilo", "chilo": "kilo"}
_PLURALS = ("s", "es", "en", "n", "e")
_IN_DATES = frozenset("de del el le la l den der am di il do o em no dem".split())
"""Articles and prepositions in dates: 14 de julio, der 14. Juli."""
_DAYS = frozenset(
    "lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche montag "
    "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lunedi martedi mercoledi giovedi venerdi sabato "
    "domenica segunda terca quarta quinta sexta feira".split()
)
_CENTURY = re.compile(
    r"(?<!\w)(?<!\w[-–])(?:(?:en|durante|el|au|le|im|in|das|dem|des|nel|il|lo|no|o)\s+)*"
    r"(?:(?:siglo|secolo|s[eé]culo)\s+(?P<after>[ivx]{1,5}|\d{1,2})"
    r"|(?P<before>[ivx]{1,5}|\d{1,2})(?:\s?(?:[eè]me|e|er|\.|º|°|o))?\s+(?:si[eè]cle|jahrhundert(?:e?s)?|jh\.?|secolo))"
    r"(?!\w)",
    re.IGNORECASE,
)
"""A century, with the article and the preposition for "in"; what else is before or after it belongs to the answer."""
_DECADE = re.compile(
    r"(?:(?:los|les|die|gli|os)\s+)?(?:anos|annees|anni)\s+(?:(?:de|di|del)\s+)?['’]?(?P<after>\d{1,3}0)"
    r"|(?:die\s+)?(?P<before>\d{1,3}0)er(?:[\s-]jahre)?",
    re.IGNORECASE,
)
_ERAS = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})\.?$", re.IGNORECASE), era)
    for pattern, era in (
        (r"a\.?\s?(?:de\s)?[cn](?:\.?\s?e)?|av\.?\s?j\.?-?\s?c|v\.?\s?(?:chr|u\.?\s?z)", "BC"),
        (r"d\.?\s?(?:de\s)?c|ap\.?\s?j\.?-?\s?c|n\.?\s?(?:chr|u\.?\s?z)", "AD"),
    )
)
_ORDINAL = re.compile(r"(?<!\w)(\d{1,2})(?:\s?[ºª]|er|ere|re|o|a|\.(?=\s*[^\W\d]))(?!\w)")
_COMMA = re.compile(r"(\d+) (?:coma|virgule|komma|virgola|virgula) (\d+)", re.IGNORECASE)
_AND_HALF = re.compile(r"(\d+) (?:y medi[oa]|et demie?|e mezz[oa]|e mei[oa])\b", re.IGNORECASE)
_GERMAN_HALF = re.compile(r"(?<=\w)einhalb\b", re.IGNORECASE)
_FRACTION = re.compile(r"(\d{1,3}) (third|quarter)s?\b")
_PARTS = {"third": 3, "quarter": 4}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PERCENT = re.compile(r"\b(?:por ciento|por cento|pour cent|per cento|prozent)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])")
_DECIMALS = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d,]|\.\d)")
_LONGEST = 200


def in_english(text: str, language: str) -> str:
    """Return a value in ``language`` (a code) as it is written in English; ``text`` itself if nothing differs.

    ``14 de julio de 1789`` is ``14 July 1789``, ``3,5 kilómetros`` is ``3.5 kilometers``, ``siglo XV`` is ``15th
    century``. Words are known in Spanish, French, German, Italian and Portuguese, the decimal comma in most languages.
    """
    own = primary(language)
    if own == "en" or len(text) > _LONGEST:
        return text
    if has_decimal_comma(language):
        text = _THOUSANDS.sub(lambda found: found[0].replace(".", ""), text)
        text = _DECIMALS.sub(r"\1.\2", text)
    return _words_in_english(unicodedata.normalize("NFC", text), own) if has_number_words(own) else text


def _words_in_english(text: str, language: str) -> str:
    has_month = not _months(language).keys().isdisjoint(re.split(r"[\W\d_]+", fold(text)))
    if any(map(str.isdigit, text)) or _CENTURY.search(text):
        for pattern, era in _ERAS:
            if found := pattern.search(text):
                return f"{_words_in_english(text[: found.start()], language)} {era}"
    text = _PERCENT.sub("%", text)
    text = number_words_in_digits(_GERMAN_HALF.sub(" komma fünf", text), language)
    text = _AND_HALF.sub(r"\1.5", _COMMA.sub(r"\1.\2", text))
    text = _CENTURY.sub(_century, text)
    if decade := _DECADE.fullmatch(fold(text)):
        return f"{decade['after'] or decade['before']}s"
    text = _ORDINAL.sub(r"\1", text)
    text = " ".join(_WORD.sub(lambda word: _translated(word[0], language, has_month=has_month), text).split())
    return _FRACTION.sub(lambda part: f"{part[1]}/{_PARTS[part[2]]}", text)


def _century(found: re.Match[str]) -> str:
    written = found["after"] or found["before"]
    number = int(written) if written.isdigit() else roman(written.lower())
    return found[0] if number is None else f"{number}th century"


def _translated(word: str, language: str, *, has_month: bool) -> str:
    plain = fold(word)
    bare = plain.partition("'")[2] if plain[:2] in {"l'", "d'"} else plain
    if has_month:
        if bare in _months(language):
            return MONTHS[_months(language)[bare] - 1]
        if (day := ordinal(bare, language)) is not None:
            return str(day)
        if bare in _IN_DATES or bare in _DAYS:
            return ""
    if len(word) <= 2 and not word.islower():
        return word  # a symbol
    found = _words(language).get(bare)
    if found is None and (prefix := _PREFIX.match(bare)) and (unit := _words(language).get(bare[prefix.end() :])):
        found = _PREFIX_NAMES.get(prefix[0], prefix[0]) + unit
    return found or word


@cache
def _months(language: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, entry in enumerate(_MONTHS[language].split(), 1):
        name, _, number = entry.partition("=")
        found[name] = int(number or at)
    return found


@cache
def _words(language: str) -> dict[str, str]:
    found = dict(entry.split("=") for entry in _WORDS[language].split())
    if language == "it":
        plurals = {_italian_plural(name): english for name, english in found.items()}
    else:
        plurals = {name + end: english for name, english in found.items() for end in _PLURALS if len(name) > 2}
    return plurals | found


def _italian_plural(name: str) -> str:
    """Return the plural of an Italian noun: ore, minuti, mesi."""
    return re.sub(r"(?<=\w\w)(?:(a)|[oe])$", lambda end: "e" if end[1] else "i", name)
