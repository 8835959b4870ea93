"""Numbers in words in other languages than English: Spanish, French, German, Italian and Portuguese."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from quizgen.text.folding import LETTERS, fold

_PIECES = {
    "es": "cero=0 uno un una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez dieci=10 once=11 "
    "doce=12 trece=13 catorce=14 quince=15 veinte veinti=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 "
    "setenta=70 "
    "ochenta=80 noventa=90 cien ciento cientos cientas=100 quinientos quinientas=500 setecientos setecientas=700 "
    "novecientos novecientas=900 mil=1000 millon millones=1000000",
    "fr": "zero=0 un une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 "
    "treize=13 "
    "quatorze=14 quinze=15 seize=16 vingt vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 "
    "huitante octante=80 nonante=90 cent cents=100 mille=1000 million millions=1000000 milliard milliards=1000000000",
    "de": "null=0 ein eins eine einen=1 zwei zwo=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 "
    "elf=11 zwolf=12 dreizehn=13 vierzehn=14 funfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 "
    "dreissig=30 vierzig=40 funfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 "
    "hundert=100 tausend=1000 million millionen=1000000 milliarde milliarden=1000000000",
    "it": "zero=0 uno un una=1 due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 "
    "dodici=12 "
    "tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18 diciannove=19 venti vent=20 "
    "trenta trent=30 quaranta quarant=40 cinquanta cinquant=50 sessanta sessant=60 settanta settant=70 "
    "ottanta ottant=80 novanta novant=90 cento cent=100 mille mila=1000 milione milioni=1000000 "
    "miliardo miliardi=1000000000",
    "pt": "zero=0 um uma=1 dois duas=2 tres=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 "
    "treze=13 quatorze catorze=14 quinze=15 dezesseis dezasseis=16 dezessete dezassete=17 dezoito=18 "
    "dezenove dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 "
    "cem cento centos centas=100 duzentos duzentas=200 trezentos trezentas=300 quinhentos quinhentas=500 mil=1000 "
    "milhao milhoes=1000000",
}
"""The pieces of number words, folded, by their value: ``doscientos`` is ``dos`` and ``cientos``."""
NUMBER_LANGUAGES = tuple(_PIECES)
"""The languages whose number words are known."""
_ORDINALS = {
    "es": "primero primera primer=1 segundo segunda=2 tercero tercera tercer=3 cuarto cuarta=4 quinto quinta=5 "
    "sexto sexta=6 septimo septima=7 octavo octava=8 noveno novena=9 decimo decima=10",
    "fr": "premier premiere=1 deuxieme second seconde=2 troisieme=3 quatrieme=4 cinquieme=5 sixieme=6 septieme=7 "
    "huitieme=8 neuvieme=9 dixieme=10",
    "de": "erste erster erstes ersten=1 zweite zweiter zweites zweiten=2 dritte dritter drittes dritten=3 "
    "vierte vierter viertes vierten=4 funfte funfter funftes funften=5 sechste sechster sechstes sechsten=6 "
    "siebte siebter siebtes siebten=7 achte achter achtes achten=8 neunte neunter neuntes neunten=9 "
    "zehnte zehnter zehntes zehnten=10",
    "it": "primo prima=1 secondo seconda=2 terzo terza=3 quarto quarta=4 quinto quinta=5 sesto sesta=6 settimo "
    "settima=7 "
    "ottavo ottava=8 nono nona=9 decimo decima=10",
    "pt": "primeiro primeira=1 segundo segunda=2 terceiro terceira=3 quarto quarta=4 quinto quinta=5 sexto sexta=6 "
    "setimo setima=7 oitavo oitava=8 nono nona=9 decimo decima=10",
}
_AND = {"es": "y", "fr": "et", "de": "und", "it": "e", "pt": "e"}
_JOINED = re.compile(r"\s*-\s*|\s+")
_MOST_WORDS = 16
_ARTICLES = frozenset("un una une ein eine einen um uma".split())
"""Words for one that are an article before a noun."""


def _by_value(listed: str) -> dict[str, int]:
    return {word: int(value) for words, value in re.findall(r"([^=]+)=(\d+)\s*", listed) for word in words.split()}


@cache
def _pieces(language: str) -> dict[str, int]:
    return _by_value(_PIECES[language])


@cache
def _ordinals(language: str) -> dict[str, int]:
    return _by_value(_ORDINALS.get(language, ""))


def ordinal(word: str, language: str) -> int | None:
    """Return the value of an ordinal from first to tenth, a folded word of ``language``: ``primera`` is 1; or None."""
    return _ordinals(language).get(word)


@cache
def _piece(language: str) -> re.Pattern[str]:
    """A pattern for one piece, after which only pieces follow to the end of the word."""
    joined = _AND[language] if language == "de" else ""
    pieces = "|".join(sorted(filter(None, (*_pieces(language), joined)), key=len, reverse=True))
    return re.compile(rf"(?:{pieces})(?=(?:{pieces})*$)")


def has_number_words(language: str) -> bool:
    """Return whether the number words of ``language`` are known."""
    return language in _PIECES


def are_other_numbers(one: str, other: str) -> bool:
    """Return whether both words are numbers, and different ones, in one of the languages: tres and trece."""
    return any(
        (first := number_words_in_digits(one, language)) != (second := number_words_in_digits(other, language))
        and first.isdigit()
        and second.isdigit()
        for language in NUMBER_LANGUAGES
    )


def number_words_in_digits(text: str, language: str) -> str:
    """Return ``text`` with the numbers in words of ``language`` in digits: ``treinta y un años`` is ``31 años``."""
    if not has_number_words(language):
        return text
    words = list(LETTERS.finditer(text))
    pieces = [_split(fold(word[0]), language) for word in words]
    near = [_JOINED.fullmatch(text[one.end() : other.start()]) is not None for one, other in pairwise(words)]
    done: list[str] = []
    at = here = 0
    while at < len(words):
        end = at
        while end < min(len(words), at + _MOST_WORDS) and pieces[end] and (end == at or near[end - 1]):
            end += 1
        while end > at and (value := _value([piece for each in pieces[at:end] for piece in each], language)) is None:
            end -= 1
        is_article = end == at + 1 < len(words) and fold(words[at][0]) in _ARTICLES
        is_scale = end > at and text[: words[at].start()].rstrip()[-1:].isdigit()  # 14 millones
        if end > at and not is_article and not is_scale:
            done += [text[here : words[at].start()], str(value)]
            here = words[end - 1].end()
        at = max(end, at + 1)
    return "".join((*done, text[here:]))


def _split(word: str, language: str) -> tuple[str, ...]:
    """Return the pieces of a number word, the connecting word alone, or () for any other word."""
    if word == _AND[language]:
        return (word,)
    pattern, found, at = _piece(language), list[str](), 0
    while at < len(word):
        piece = pattern.match(word, at)
        if piece is None:
            return ()
        found.append(piece[0])
        at = piece.end()
    return tuple(found)


def _value(pieces: Sequence[str], language: str) -> int | None:
    """Return the number that ``pieces`` are together, or None if they are not one number."""
    values = _pieces(language)
    total, group, largest = 0, 0, 10**12
    joined = True
    for piece in pieces:
        if piece == _AND[language]:
            if joined:
                return None
            joined = True
            continue
        value = values[piece]
        ones, tens = group % 10, group % 100
        if value >= 1000:
            if value >= largest or (group and joined):
                return None
            total, group, largest = total + (group or 1) * value, 0, value
        elif value == 100 and 1 < group < 20 and not joined:
            group *= 100
        elif language == "fr" and value == 20 and tens == 4:
            group += 76
        elif (
            group % 10 ** len(str(value)) == 0
            or (language == "fr" and 10 <= value < 20 and tens in {60, 80})
            or (language == "de" and joined and 20 <= value < 100 and 0 < ones == tens)
        ):
            if not value and len(pieces) > 1:
                return None
            group += value
        else:
            return None
        joined = False
    return None if joined else total + group
