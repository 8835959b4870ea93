"""Forms of words: one spelling for variants, singulars, stems, and the list of the words that are English."""

import re
import sys
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Protocol

from quizgen.text.chemistry.organic_names import is_systematic
from quizgen.text.languages import primary
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.sorted_lines import SortedLines

# Own table: words that no rule below covers.
_VARIANTS = {
    "aeroplane": "airplane", "aluminium": "aluminum", "artefact": "artifact", "axe": "ax", "caesium": "cesium",
    "burette": "buret",
    "carburettor": "carburetor", "cheque": "check", "cosy": "cozy", "defence": "defense", "doughnut": "donut",
    "draught": "draft", "enrol": "enroll", "fulfil": "fulfill", "gaol": "jail", "grey": "gray",
    "instalment": "installment",
    "jewellery": "jewelry", "judgement": "judgment", "kerb": "curb", "licence": "license", "manoeuvre": "maneuver",
    "mould": "mold", "moult": "molt", "moustache": "mustache", "offence": "offense", "omelette": "omelet",
    "pipette": "pipet",
    "plough": "plow", "practise": "practice", "pretence": "pretense", "programme": "program", "pyjamas": "pajamas",
    "sceptic": "skeptic", "sceptical": "skeptical", "skilful": "skillful", "smoulder": "smolder",
    "speciality": "specialty",
    "storey": "story", "tyre": "tire", "whisky": "whiskey", "yoghurt": "yogurt",
}  # fmt: skip
_VARIANT_RULES = tuple(
    (lazy_pattern(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w\w)our(?=(?:s|ed|ing|ful|ite|able|er|ers|less|y)?$)", "or"),  # colour
        (r"(?<=\w\w\w)is(?=(?:e|es|ed|ing|er|ers|ation|ations)$)", "iz"),  # organise
        (r"(?<=\w\w\w)ys(?=(?:e|es|ed|ing|er|ers)$)", "yz"),  # analyse
        (r"(?<=\w\w[bt])re(?=s?$)", "er"),  # centre, fibre
        (r"(?<=\w\w)ogue(?=s?$)", "og"),  # catalogue
        (r"(?<=\w)ae(?=[^\Waeiou]\w)|^ae(?=\w\w\w)", "e"),  # haemoglobin, aesthetic
        (
            r"(?<=[^\Waeiou])oe(?!th(?:an|en|yn|yl))(?=[^\Waeioul]\w\w)|^oe(?=\w\w\w)|rhoe",
            lambda found: "rhe" if found[0] == "rhoe" else "e",
        ),
        (r"sulph", "sulf"),  # sulphur
        (r"^(\w*[aeiou]\w*[aeiou]l)l(?=(?:ed|ing|er|ers)$)", r"\1"),  # travelled, but not called
    )
)
_MAY_VARY = lazy_pattern("our|[iy]s|re|ogue|[ao]e|sulph|ll")
"""What a word must contain for a rule to change it; most words do not."""


@lru_cache(maxsize=8192)
def one_spelling(word: str) -> str:
    """Return the spelling that all variants of ``word`` (folded, lower case) are compared as: ``color`` for ``colour``.

    It is made for comparing, not for reading: both sides of a comparison go through it.
    """
    if word in _VARIANTS:
        return _VARIANTS[word]
    if word.endswith("s") and word[:-1] in _VARIANTS:
        return _VARIANTS[word[:-1]] + "s"
    if len(word) >= 5 and word.isalpha() and _MAY_VARY.search(word):
        for pattern, replacement in _VARIANT_RULES:
            word = pattern.sub(replacement, word)
    return word


_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h",
    }
)  # fmt: skip
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe", "å": "aa", "Å": "Aa"}
)
_SOUNDS_VOWEL = lazy_pattern(r"(?:[aeiou]|hour|hono|heir|honest|8|1[18](?!\d))", re.IGNORECASE)
_SOUNDS_CONSONANT = lazy_pattern(
    r"(?:uni(?!n|m)|us[eu]|eu|ewe|one\b|once\b|ut[eio]|ubi|ur(?:an|ea|in)|uk)", re.IGNORECASE
)


def capitalized(text: str) -> str:
    """Return ``text`` as the beginning of a sentence."""
    return f"{text[:1].upper()}{text[1:]}"


def possessive(name: str, *, is_plural: bool) -> str:
    """Return ``name`` as the owner of something: the ginkgo’s, the bridges’, bacteria’s."""
    return f"{name}’" if is_plural and name.endswith("s") else f"{name}’s"


def takes_an(phrase: str) -> bool:
    """Return whether the article before ``phrase`` is "an" rather than "a": an hour, a unit."""
    return _SOUNDS_VOWEL.match(phrase) is not None and _SOUNDS_CONSONANT.match(phrase) is None


def plain_letters(text: str) -> str:
    """Replace letters that an English keyboard lacks by the usual plain ones: ``Ø`` by ``O``, ``ß`` by ``ss``."""
    return text.translate(_PLAIN_LETTERS)


def umlauts_written_out(text: str) -> str:
    """Replace umlauts by the two letters that replace them: ``Göring`` by ``Goering``."""
    return text.translate(_UMLAUTS)


# Plurals that cannot be recognized by their ending, in the spelling used for comparisons.
PROTOCOLS = frozenset("http https ftp ftps sftp smtp smtps imap imaps ldap ldaps".split())
"""Names in which a letter makes another one: an s at the end is not that of a plural, but says that it is secure."""
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "teeth": "tooth", "feet": "foot", "geese": "goose",
    "mice": "mouse", "lice": "louse", "oxen": "ox", "people": "person", "wolves": "wolf", "knives": "knife",
    "lives": "life", "leaves": "leaf", "wives": "wife", "halves": "half", "shelves": "shelf", "thieves": "thief",
    "potatoes": "potato", "tomatoes": "tomato", "heroes": "hero", "echoes": "echo", "volcanoes": "volcano",
    "mosquitoes": "mosquito", "tornadoes": "tornado", "vetoes": "veto", "torpedoes": "torpedo", "zeroes": "zero",
    "mangoes": "mango", "cargoes": "cargo", "buffaloes": "buffalo", "embargoes": "embargo", "dominoes": "domino",
    "calves": "calf", "loaves": "loaf", "scarves": "scarf", "hooves": "hoof",
    "criteria": "criterion", "phenomena": "phenomenon", "mitochondria": "mitochondrion", "ganglia": "ganglion",
    "bacteria": "bacterium", "media": "medium", "strata": "stratum", "spectra": "spectrum", "quanta": "quantum",
    "memoranda": "memorandum", "errata": "erratum",
    "ova": "ovum", "atria": "atrium", "cilia": "cilium", "stamina": "stamina",
    "cacti": "cactus", "fungi": "fungus", "nuclei": "nucleus", "stimuli": "stimulus",
    "radii": "radius", "alumni": "alumnus",
    "gases": "gas", "lens": "lens", "lenses": "lens", "buses": "bus", "viruses": "virus",
    "foci": "focus", "loci": "locus", "bacilli": "bacillus", "villi": "villus",
    "bronchi": "bronchus",
    "alveoli": "alveolus",
    "larvae": "larva", "larve": "larva", "algae": "alga", "alge": "alga",
    "vertebrae": "vertebra", "vertebre": "vertebra",
    "antennae": "antenna", "antenne": "antenna", "formulae": "formula", "formule": "formula", "nebulae": "nebula",
    "nebule": "nebula", "vertices": "vertex", "matrices": "matrix", "indices": "index", "appendices": "appendix",
    "axes": "axis", "analyses": "analysis", "crises": "crisis", "hypotheses": "hypothesis", "theses": "thesis",
    "oases": "oasis", "bases": "base", "genera": "genus", "genomes": "genome", "stigmata": "stigma", "dice": "die",
}  # fmt: skip


def singular(word: str, language: str = "en") -> str:
    """Return the singular of ``word``, as far as its ending shows it: ``singular("armies") == "army"``.

    In other languages than English, it is a form made for comparing, not for reading.
    """
    if language == "en":
        return _english_singular(word)
    from quizgen.text.words_abroad import singular_abroad

    return singular_abroad(word, language)


@lru_cache(maxsize=65_536)
def _english_singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in PROTOCOLS:
        return word
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    if len(word) < 4 or not word.isalpha() or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("uses") and len(word) > 6 and word[-5] not in "aeiouc":
        return word[:-2]  # walruses, but not causes
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def beginning(word: str) -> str:
    """Return what related forms of an English ``word`` share: "postal" and "Postage", "woman" and "women"."""
    return singular(word.lower())[:_SHARED]


_SHARED = 5
"""The number of letters at the beginning that related words share."""


def singulars(words: tuple[str, ...], language: str = "en") -> tuple[str, ...]:
    """Return all ``words`` in the singular."""
    return tuple(map(_english_singular, words)) if language == "en" else tuple(singular(w, language) for w in words)


_NOUNS_IN_IC = frozenset(
    "clinic comic critic cynic logic magic mechanic music optic rhetoric skeptic topic tropic".split()
)
"""Nouns, of which the word in -ical is the adjective: a critic is not critical."""
_NOT_INFLECTED = frozenset("evening morning ceiling pudding shilling sterling sibling darling seedling feeling".split())


@lru_cache(maxsize=8192)
def are_inflected(one: str, other: str) -> bool:
    """Return whether two words are forms of one verb by their endings: double, doubles, doubled, doubling."""
    if {one, other} & (_NOT_INFLECTED | PROTOCOLS) or not (one.isascii() and one.isalpha() and other.isalpha()):
        return False
    if is_systematic(one) or any(one.endswith(end) and other.endswith(end) for end in ("ing", "ed")):
        return False  # ethanoate has no other forms; spining is a misspelling
    shorter, longer = sorted((one, other), key=len)
    for end, own in (("ation", "ing"), ("ion", "ing"), ("ation", "e")):
        for noun, verb in ((one, other), (other, one)):
            if noun.endswith(end) and verb.endswith(own) and noun.removesuffix(end) == verb.removesuffix(own):
                return len(noun) - len(end) >= 5
    for noun, verb in ((one, other), (other, one)):
        stems = [noun.removesuffix(end) for end in ("ion", "ation") if noun.endswith(end) and len(noun) >= 9]
        if not {form for stem in stems for form in (stem, f"{stem}e") if len(form) >= 6}.isdisjoint(_bases(verb)):
            return True  # evaporation, it evaporates
    in_ic = shorter.endswith("ic") and longer == f"{shorter}al" and shorter not in _NOUNS_IN_IC
    return in_ic or not _bases(one).isdisjoint(_bases(other))


_ADJECTIVES = tuple(
    tuple(pair.split("/"))
    for pair in (
        "sis/tic ure/ive e/ous /ic e/ic y/ic y/ical /al /ical a/al us/al ism/ic cy/tic um/al ion/ive es/al".split()
    )
)


def is_adjective_of(adjective: str, noun: str) -> bool:
    """Return whether ``adjective`` is formed from ``noun``: meiosis and meiotic, omnivore and omnivorous."""
    return any(
        adjective.endswith(end) and noun.endswith(own) and adjective.removesuffix(end) == noun.removesuffix(own)
        for own, end in _ADJECTIVES
        if len(adjective) - len(end) >= 4
    )


_IDEAS = (("ist", "ism"), ("al", "alism"), ("ic", "ism"), ("tic", "cy"), ("tic", "sis"), ("istic", "ism"))


def nouns_of_idea(adjective: str) -> list[str]:
    """Return what the noun for the idea may be of which ``adjective`` is formed: feudalism, for feudal."""
    return [
        adjective.removesuffix(end) + own
        for end, own in _IDEAS
        if adjective.endswith(end) and len(adjective) - len(end) >= 4
    ]


_OF_A_NAME = ("ean", "ian", "an", "ic")


def is_eponym(one: str, other: str) -> bool:
    """Return whether one word is the adjective of the other, a name: Pythagorean and Pythagoras, Newtonian, Newton."""
    adjective, name = (one, other) if len(one) > len(other) or one.endswith(_OF_A_NAME) else (other, one)
    for ending in _OF_A_NAME:
        base = adjective.removesuffix(ending)
        if base != adjective and len(base) >= 4 and name.startswith(base) and len(name) - len(base) <= 2:
            return name not in {adjective, base + "e"} or name == base
    return False


def _bases(word: str) -> set[str]:
    """Return what ``word`` may be a form of: four letters or more."""
    found = {word}
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and not word.endswith("ss"):
            base = word[: -len(ending)]
            found |= {base, f"{base}e"}
            if len(base) > 4 and base[-1] == base[-2]:
                found.add(base[:-1])
    if word.endswith(("ies", "ied")):
        found.add(f"{word[:-3]}y")
    return {base for base in found if len(base) >= 4}


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (snowballstemmer's name)


# The Snowball algorithm of each language that has one, by its code.
_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
    "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "nb": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@cache
def _stemmer(language: str) -> _Stemmer | None:
    algorithm = _SNOWBALL.get(primary(language))
    if algorithm is None:
        return None
    made: _Stemmer = getattr(_algorithms(algorithm), f"{algorithm.title()}Stemmer")()
    return made


def _algorithms(name: str) -> ModuleType:
    """Import the module of one of Snowball's algorithms.

    ``import snowballstemmer`` would import all thirty of them, which takes 30 ms, so its folder is searched under
    another name.
    """
    folder = "quizgen_snowball"
    if folder not in sys.modules:
        found = find_spec("snowballstemmer")
        assert found is not None  # quizgen depends on it
        package = ModuleType(folder)
        package.__path__ = list(found.submodule_search_locations or ())
        sys.modules[folder] = package
    return import_module(f"{folder}.{name}_stemmer")


@lru_cache(maxsize=8192)
def stem(word: str, language: str = "en") -> str:
    """Return the stem of ``word`` by Snowball's algorithm, the same for running and run."""
    stemmer = _stemmer(language)
    return word if stemmer is None else stemmer.stemWord(word)


@cache
def _english() -> SortedLines:
    """The folded words of the list; ``data/README.md`` names the source."""
    return SortedLines.from_data("english-words.txt.gz")


def is_english_word(word: str) -> bool:
    """Return whether ``word`` (folded, lower case) is an English word or a well-known name of four letters or more."""
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return False
    # Without "princes", which is "prince" and "s", the list has no "princess" either.
    forms = {word, word.removesuffix("s"), word.removesuffix("ss")} if word[-1] == "s" else {word}
    return any(_english().find(f"{form}\n".encode()) is not None for form in forms if len(form) >= 4)


@lru_cache(maxsize=4096)
def has_english_letters(letters: str) -> bool:
    """Return whether any English word contains ``letters`` (lower case) in a row."""
    return letters.encode() in _english().text
