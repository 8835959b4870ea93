"""Genders of nouns as far as their endings show them, to tell an article that is wrong from one that may be right."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from quizgen.text.folding import without_accents

_ARTICLES = {
    "es": {
        "el": "m", "la": "f", "lo": "", "los": "mp", "las": "fp", "un": "m", "una": "f", "unos": "mp", "unas": "fp",
    },
    "it": {"il": "m", "lo": "m", "la": "f", "i": "mp", "gli": "mp", "le": "fp", "un": "m", "uno": "m", "una": "f"},
    "pt": {"o": "m", "a": "f", "os": "mp", "as": "fp", "um": "m", "uma": "f"},
    "fr": {"le": "m", "la": "f", "un": "m", "une": "f", "les": "p", "des": "p"},
    "de": {"der": "m", "die": "fp", "das": "n", "ein": "mn", "eine": "f"},
}  # fmt: skip
"""The genders of the nouns that an article goes with, and p for a plural (in German "die" is feminine or a plural)."""
_ENDINGS = {
    "es": (
        ("f", r"ción|sión|dad|tad|tud|triz|umbre|(?<!m)a"),
        ("m", r"(?<!man)o|aje|or|ón|és"),
    ),
    "it": (("f", r"zione|sione|tà|tù|trice|(?<!m)a"), ("m", r"(?<!man)o|ore")),
    "pt": (("f", r"ção|são|dade|agem|(?<!m)a"), ("m", r"o|or")),
    "fr": (("f", r"tion|sion|té|ette|ence|ance|ure|ie|esse"), ("m", r"age|ment|eau|isme|oir|phone")),
    "de": (("f", r"ung|heit|keit|schaft|ion|tät|ik|ei|enz"), ("n", r"chen|lein|ment|um"), ("m", r"ling|ismus|ig")),
}
_NOUNS = {
    "es": {
        "m": "caos herpes día mapa sofá planeta cometa problema tema sistema programa idioma clima drama poema síntoma "
        "hombre padre coche café pie pan sol mes lápiz pez arroz papel hotel árbol animal tren jardín rey "
        "té diente puente chocolate aceite bosque cine examen lunes martes miércoles jueves viernes "
        "paraguas cumpleaños autobús país dios atlas gas",
        "f": "caries mano foto moto flor labor leche noche tarde calle llave nube clase gente parte sangre sal luz voz "
        "paz cruz vez nariz mujer madre pared red sed ley piel miel cama rama fama dama llama crema forma "
        "firma goma pluma broma lágrima víctima razón imagen",
        "mf": "agua alma águila hambre aula arma hacha policía radio mar estudiante artista dentista periodista "
        "turista",
    },
    "it": {
        "m": "cinema pane latte fiore mare sole cane padre pesce nome piede ristorante problema tema sistema "
        "programma giornale mese",
        "f": "foto moto radio auto notte chiave carne madre mano moglie neve arte classe",
        "mf": "artista turista dentista cantante insegnante studente",
    },
    "pt": {
        "m": "homem lápis ônibus caos "
        "dia mapa pão irmão leite dente pé café sol mar mês problema tema sistema programa idioma clima "
        "avião limão",
        "f": "foto moto cama mão flor cor dor noite carne mãe mulher árvore ponte chave gente parte luz voz paz lama",
        "mf": "artista dentista turista estudante",
    },
    "fr": {
        "m": "pain chien chat homme garçon père frère soleil jour arbre vin lait roi bras pied nez été côté "
        "incendie génie silence parapluie musée lycée stylo crayon vélo train cheval oiseau magasin",
        "f": "page plage image cage rage eau peau maison école femme fille mère sœur soeur main fleur mer table "
        "chaise porte fenêtre lune nuit ville rue pomme tête jambe souris dent clé clef salle chambre",
        "mf": "livre tour poste élève enfant",
    },
    "de": {
        "m": "mann hund tisch apfel tag stuhl baum junge freund vater bruder sohn lehrer arzt stern berg fluss "
        "zug ball brief käse tee kaffee garten löffel irrtum reichtum mond",
        "f": "frau katze schule milch tür stadt straße strasse nacht mutter schwester tochter blume sonne lampe "
        "uhr hand zeit woche gabel birne butter",
        "n": "mädchen buch haus kind wasser auto brot jahr bild tier pferd ei fenster zimmer bett land messer "
        "fahrrad geld meer",
    },
}
"""Nouns whose ending says nothing, or something else: common ones that courses teach first."""
_PLURALS = {"es": re.compile(r"[oae]s$"), "pt": re.compile(r"(?:[oae]|n|[aóé]i)s$")}
"""How plurals end; other nouns that end in s have one form for both numbers."""
_ITALIAN_IN_A = frozenset("uova dita braccia labbra ginocchia lenzuola ossa".split())
"""Plurals that end like a singular."""
_GERMAN_PLURAL = re.compile(r"(?:ung|heit|keit|schaft|ion|tät)en$")
_SAME_IN_PLURAL = ("er", "el", "en")
"""How German nouns end whose plural may be the same."""
FEMININE_WITH_EL = frozenset(
    "agua águila ala alga alma ama ancla área arma asa aula ave haba habla hacha hada hambre".split()
)
"""Feminine nouns with the article "el" in Spanish."""
_NAMES = {
    "spanish": "es", "español": "es", "italian": "it", "portuguese": "pt", "french": "fr", "français": "fr",
    "german": "de", "deutsch": "de",
}  # fmt: skip
_ONLY_IN = {
    "el": "es", "los": "es", "las": "es", "unos": "es", "unas": "es", "der": "de", "das": "de", "il": "it", "gli": "it",
}  # fmt: skip
_AFTER_LO = re.compile(r"z|s[^aeiouàèéìòù]|gn|ps|pn|x|y")
"""How Italian masculine nouns begin that have lo as their article instead of il."""
_NAME = re.compile("|".join(_NAMES), re.IGNORECASE)


@cache
def _known(language: str) -> dict[str, str]:
    return {noun: genders for genders, nouns in _NOUNS[language].items() for noun in nouns.split()}


def language_of(stem: str, article: str) -> str:
    """Return the code of the language that ``stem`` names, or else that alone has ``article``; empty if unknown."""
    found = _NAME.search(stem)
    return _NAMES[found[0].lower()] if found else _ONLY_IN.get(article, "")


def article_disagrees(article: str, noun: str, language: str) -> bool:
    """Return whether ``article`` cannot go with ``noun`` (both in small letters); False if it may."""
    own_articles = _ARTICLES.get(language)
    if own_articles is None or " " in noun:
        return False
    fits = own_articles.get(article)
    if fits is None:  # an article of another language, or a form that no table has
        return any(article in articles for articles in _ARTICLES.values())
    if language == "it" and article in {"il", "lo"} and (article == "lo") is not bool(_AFTER_LO.match(noun)):
        return True
    if language == "it" and article in {"i", "gli"} and noun.endswith("e") and noun not in _known(language):
        return True  # no plural in -e is masculine
    is_plural = _is_plural(noun, language)
    if is_plural is not None and article != "die" and ("p" in fits) is not is_plural:
        return True
    genders = set(fits) - {"p"}
    own = _gender(noun, language, is_plural=bool(is_plural))
    if article == "die" and (is_plural or (own == "m" and noun.endswith(_SAME_IN_PLURAL))):
        return False
    return bool(own) and bool(genders) and not set(own) & genders


def is_noun_with_article(words: Sequence[str], language: str) -> bool:
    """Return whether ``words`` are an article of ``language`` and a noun, which has small letters but in German."""
    articles = _ARTICLES.get(language, {})
    return len(words) == 2 and words[0] in articles and (words[1].islower() or language == "de")


def has_wrong_article(said: tuple[str, str], right: Collection[tuple[str, str]], language: str) -> bool:
    """Return whether the article of ``said`` does not go with its noun, as the nouns ``right`` with theirs show.

    A noun that has both genders may have either, but "agua" goes with "el".
    """
    article, noun = said
    if said in right or (_known(language).get(noun) == "mf" and noun not in FEMININE_WITH_EL):
        return False
    own = set(_ARTICLES[language][article]) - {"p"}
    others = [
        set(_ARTICLES[language][other]) - {"p"} for other, of in right if of == noun or of not in FEMININE_WITH_EL
    ]
    return article_disagrees(article, noun, language) or (
        bool(own and others) and all(other and not own & other for other in others)
    )


_GENDER_WORDS = {
    **dict.fromkeys("masculine masc m masculino masculin maschile maskulin maskulinum der el le il um".split(), "m"),
    **dict.fromkeys(
        "feminine fem f femenino féminin femminile feminin femininum feminino die la una une uma".split(), "f"
    ),
    **dict.fromkeys("neuter n neutro neutre neutrum sächlich das".split(), "n"),
}
"""Words and articles that say which gender a noun has."""
_SAID_GENDER = re.compile(r"[^\W\d_]+")


def gender_said(text: str) -> str | None:
    """Return the gender that every word of ``text`` says: f, for "die (feminine)"; None for anything else."""
    found = {_GENDER_WORDS.get(word) for word in _SAID_GENDER.findall(text.lower())}
    return found.pop() if len(found) == 1 else None


_NOUN_ENDINGS = {
    "es": "eria ero era or ora ia ista ismo o a",
    "fr": "erie ere er eur euse ie",
    "it": "eria iere iera aio aia ia ista o a",
    "de": "erei erin er ei in",
    "pt": "aria eiro eira or ora ia ista o a",
}
"""Endings that make nouns for people, their shops and their work of one stem, without accents."""


def are_nouns_of_one_stem(one: str, other: str, language: str) -> bool:
    """Return whether two nouns differ in such an ending, so that neither misspells the other: peluquería, peluquero."""
    endings = _NOUN_ENDINGS.get(language, "").split()
    parts = []
    for noun in (one, other):
        plain = without_accents(noun)
        ending = max((end for end in endings if plain.endswith(end)), key=len, default="")
        parts.append((plain.removesuffix(ending), ending))
    (stem, ending), (other_stem, other_ending) = parts
    return stem == other_stem and len(stem) >= _SHORTEST_STEM and ending != other_ending != "" != ending


_SHORTEST_STEM = 3


def _is_plural(noun: str, language: str) -> bool | None:
    """Return whether ``noun`` is a plural, by its ending; None if that does not tell."""
    known = _known(language)
    match language:
        case "es" | "pt":
            if not noun.endswith("s"):
                return False
            return None if noun in known or len(noun) < 4 or not _PLURALS[language].search(noun) else True
        case "it":
            if noun in known or noun.endswith(("à", "ù", "ì", "ò", "é", "è", "e")):
                return None
            if noun.endswith("i"):
                return None if noun.endswith("si") else True  # la crisi, le crisi
            return False if noun.endswith(("o", "a")) and noun not in _ITALIAN_IN_A else None
        case "fr":
            if not noun.endswith(("s", "x", "z")):
                return False
            return True if noun not in known and _is_french_plural(noun) else None
        case "de":
            if noun in known:
                return None if noun.endswith(_SAME_IN_PLURAL) else False
            bare = without_accents(noun)
            ends = (bare, *(bare.removesuffix(end) for end in ("e", "en", "n", "er", "s")))
            singulars = {without_accents(one): one for one in known if len(one) > 2}
            if bare != noun and bare in singulars and singulars[bare] == bare:
                return True  # Äpfel
            return True if _GERMAN_PLURAL.search(noun) or any(end in singulars for end in ends[1:]) else None
        case _:
            return None


def _is_french_plural(noun: str) -> bool:
    """Return whether ``noun``, which ends in s or x, is a plural: of a noun that is known, or has a common ending."""
    if noun.endswith("x"):
        return noun.endswith("eaux") or (noun.endswith("aux") and len(noun) > 5)
    return bool(_gender(noun[:-1], "fr", is_plural=False))


def _is_head(one: str, noun: str) -> bool:
    """Return whether ``noun`` is a compound with ``one`` at its end, as in Krankenhaus."""
    return len(one) >= 4 and len(noun) >= len(one) + 3 and noun.endswith(one) and one not in {"messer", "stern", "tier"}


def _gender(noun: str, language: str, *, is_plural: bool) -> str:
    known = _known(language)
    words = (noun, noun[:-1], noun[:-2], f"{noun[:-3]}z", f"{noun[:-2]}m") if is_plural else (noun,)
    for word in words:
        if word in known:
            return known[word]
    if language == "de" and (head := max((one for one in known if _is_head(one, noun)), key=len, default="")):
        return known[head]
    single = (
        noun[:-2]
        if is_plural and re.search(r"(?:ion|dad|tad|tud|or|[oó]n)es$", noun)
        else words[min(1, len(words) - 1)]
    )
    single = re.sub("ion$", "ión", single) if is_plural else single
    return next((gender for gender, endings in _ENDINGS[language] if re.search(rf"(?:{endings})$", single)), "")
