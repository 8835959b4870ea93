"""Typos, as opposed to other words."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.names import asks_for_title
from quizgen.text.chemistry.organic_names import CHAINS
from quizgen.text.countries import NATIONS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import roman
from quizgen.text.places import is_place
from quizgen.text.word_forms import PROTOCOLS, is_english_word
from quizgen.text.words import Phrase, digits

MIN_WORD = 4
"""Words with fewer letters must be spelled correctly."""
MAX_EDITS = 3
"""A response with more slips than this is a different answer."""
_NUMERALS = frozenset("ivxlcdm")
_WELL_KNOWN = 8
"""With this many right letters in other words, a wrong letter in a word of five is a slip: Canis lupis familiaris."""
_DOUBLED = 6
"""With this many right letters in other words, a letter written once is a slip even in a word: coper(I) oxide."""
_SURE = 8
"""In a language of which there is no list of words, a wrong letter is a slip only in words of this length."""
# Alphabets in which one letter more or less is a slip. In syllabaries and among characters it is another word.
_ALPHABET = lazy_pattern(r"[a-z\u00df-\u024f\u0370-\u03ff\u0400-\u052f]+")

# One letter here makes another word, and a learner may well mean that one: technical words lack in a word list.
_OPPOSED = lazy_pattern(
    r"^(?:(?P<a>hyper|hypo)|(?P<b>endo|exo|ecto)|(?P<c>ab|ad)|(?P<d>inter|intra)|(?P<e>macro|micro)|(?P<f>in|ex|im|em)"
    r"|(?P<g>pre|pro|per)|(?P<h>homo|hetero)|(?P<i>mono|di|bi|tri|tetra|penta|hexa|hepta|octa|poly)|(?P<j>para|peri)|(?P<k>anti|ante)"
    r"|(?P<l>ef|af|ac))"
)
_CHAIN = lazy_pattern(rf"o?({'|'.join(CHAINS)})(an|en|yn|yl|ox)")
"""The number of carbon atoms and the kind of bonds in the name of an organic compound: ethanoic, methanoic."""
_BETWEEN_CHAINS = lazy_pattern(r"ester|ether")
"""What joins two chains of carbon, in one of two ways: esterification, etherification."""
_OLDER_ACID = lazy_pattern(r"(?:form|acet|propion|butyr|valer)(?:ic|ate)|(?:form|acet|propion|butyr)aldehyde")
"""The older name of an acid, a salt or an aldehyde, which is no misspelling of the systematic one: propionate."""
_SPELLINGS_OF_NAMES = (
    "adolf adolph", "anne ann", "anthony antony", "carl karl", "catherine katherine catharine katharine kathryn",
    "christopher kristopher", "dmitri dmitry dimitri", "elizabeth elisabeth", "eric erik", "frederick frederic",
    "geoffrey jeffrey", "gustav gustaf", "hannah hanna", "isabella isabela", "joseph josef", "lawrence laurence",
    "mark marc", "matthew mathew", "nicholas nicolas nikolas", "oscar oskar", "philip phillip", "raphael rafael",
    "rudolf rudolph", "sarah sara", "sergei sergey", "stephen steven", "susanna susannah", "theodore theodor",
    "theresa teresa", "victor viktor", "vladimir wladimir", "yuri yury",
)  # fmt: skip
_ONE_NAME = {name: names.split()[0] for names in _SPELLINGS_OF_NAMES for name in names.split()}
"""Given names that are spelled in several ways: one of them for another is a slip, not another name."""
_ENDINGS = tuple(
    frozenset(group.split())
    for group in (
        "ate ite ide ine ic ous",
        "ane ene yne ine ide ol al one yl ate oate oic anol anal anone anoate anoic",
        "amine amide anamine anamide thiol thial anethiol anethial",
        "enol enal enone enoate enoic ynol ynal ene yne",
        "er ee or",
        "ose ase",
        "on um a",
        "al an",
        "o a e i",
        "e y",
    )
)


def typo(right: tuple[str, ...], given: tuple[str, ...], key: AnswerKey) -> int | None:
    """Count the slips between ``given`` and ``right``; None if they are not the same words misspelled.

    One slip in a word of four to eight letters, two in a longer one, three in all: a letter missing, added, wrong, or
    swapped with its neighbor. A wrong letter counts only in words of six letters or more; a letter missing in a word
    of five, or added to one of four, only if other words are there. Never in digits or in words under four letters,
    never where the response is another English word, a country, or another answer of the set.
    """
    if len(right) != len(given) or digits(right) != digits(given):
        return None
    total = 0
    for word, written in zip(right, given, strict=True):
        if word != written:
            others = sum(len(one) for one, other in zip(right, given, strict=True) if one == other)
            edits = _word_slips(word, written, others, said_by_stem=others > 0 and key.in_stem(word))
            named = key.asks_for_place or not key.stem_words.isdisjoint(_PEOPLES)
            if edits is None and named and _is_transliterated(word, written):
                edits = 1
            if edits is None and _lacks_last_letter(word, written, key):
                edits = 1
            if key.language != "en" and len(word) == len(written) < _SURE and sorted(word) != sorted(written):
                return None  # without a list of words, it may be one
            if edits is None or (key.may_be_form and _may_be_other_form(word, written, key)):
                return None
            total += edits
    if asks_for_title(key.stem) and key.singulars(right) == key.singulars(given):
        return None
    if not total or total > MAX_EDITS or _nearer_to_rival(given, total, key):
        return None
    return total


def _word_slips(word: str, written: str, others: int, *, said_by_stem: bool) -> int | None:
    """Count the slips in one word; ``others`` is the number of right letters in the other words."""
    from rapidfuzz.distance import OSA

    shorter = min(len(word), len(written))
    if word in _ONE_NAME and _ONE_NAME[word] == _ONE_NAME.get(written):
        return 1
    if shorter >= 6 and word.replace("ph", "f") == written.replace("ph", "f"):
        return 1
    if word == "acid" and others >= _WELL_KNOWN and len(written) == 3 and OSA.distance(word, written) == 1:
        return 1  # the names of substances have no other word like it
    if (
        len(word) == MIN_WORD
        and shorter == MIN_WORD - 1
        and others >= MIN_WORD - 1
        and _doubled(word, written)
        and not is_english_word(written)
    ):
        return 1  # pol tax
    if shorter < MIN_WORD or not (_ALPHABET.fullmatch(word) and _ALPHABET.fullmatch(written)):
        return None
    moved = len(word) >= 6 and sorted(word) == sorted(written) and word[-1] == written[-1]
    allowed = 1 if len(word) <= 8 and not moved else 2
    doubled = _doubled(word, written)
    edits = 1 if doubled and (shorter >= 6 or others >= _DOUBLED) else OSA.distance(word, written, score_cutoff=allowed)
    if edits > allowed or (word[0] != written[0] and (edits > 1 or len(word) < 7)):
        return None
    swapped = sorted(word) == sorted(written)
    if len(word) == len(written) and not swapped and len(word) < (5 if others >= _WELL_KNOWN else 6):
        return None
    if shorter == MIN_WORD and len(word) != len(written) and not others and not doubled:
        return None
    if (
        _opposed(word, written)
        or (roman(word) is not None and set(written) <= _NUMERALS)
        or _is_place(written, word)
        or written in NATIONS
        or (is_english_word(written) and not said_by_stem and not (doubled and others >= _DOUBLED))
    ):
        return None
    return edits


_PEOPLES = frozenset({"empire", "people", "civilization", "civilisation", "tribe"})
_TRANSLITERATED = str.maketrans("cy", "ki")


def _is_transliterated(word: str, written: str) -> bool:
    """Return whether two names of places or peoples differ in one letter that is written in two ways: Kioto."""
    differ = len(word) == len(written) >= MIN_WORD and sum(map(str.__ne__, word, written)) == 1
    same = differ and word.translate(_TRANSLITERATED) == written.translate(_TRANSLITERATED)
    is_word = len(word) == MIN_WORD and is_english_word(written)  # Lyon is no lion
    return same and not (is_word or is_place(written) or written in NATIONS)


_DOUBLED_END = lazy_pattern(r"[a-z]{4,}([fglnrt])\1")
"""The end of many surnames, which is also written with one letter: Zimmermann, Russell, Barrett."""


def _lacks_last_letter(word: str, written: str, key: AnswerKey) -> bool:
    """Return whether ``word`` is a name of one word, and ``written`` is without its last letter, which is doubled."""
    is_name = any(form.words == (word,) and form.text == word.capitalize() for form in key.forms)
    return is_name and word[:-1] == written and _DOUBLED_END.fullmatch(word) is not None


_PLACE_ENDINGS = lazy_pattern(
    r"[a-z]{3,}(?P<ending>town|ford|field|land|wood|stone|bridge|worth|port|ville|mouth|minster|caster|chester)"
)


def _is_place(written: str, word: str) -> bool:
    """Return whether ``written`` is built like the name of a place, and ``word`` is not: Newtown, Newton."""
    found = _PLACE_ENDINGS.fullmatch(written)
    return found is not None and not word.endswith(found["ending"])


def misspells_place(given: Phrase, key: AnswerKey) -> bool:
    """Return whether a word of ``given`` is no word, but a place of an answer without its s: Versaille."""
    return any(
        is_place(word) and word[:-1] in given.words and not is_place(word[:-1]) and not is_english_word(word[:-1])
        for form in key.forms
        for word in form.words
        if word.endswith("s")
    )


def _doubled(word: str, written: str) -> bool:
    """Return whether the words differ only in letters written once or twice: Morocco, Morroco."""
    return re.sub(r"(.)\1", r"\1", word) == re.sub(r"(.)\1", r"\1", written)


def _may_be_other_form(word: str, written: str, key: AnswerKey) -> bool:
    """Return whether ``written``, which is not an English word, may be another form of ``word``: cames, but not paty.

    In a sentence that is translated into English, it may be one only with an ending more or less.
    """
    if key.is_translation and not word.startswith(written) and not written.startswith(word):
        return False
    return _ends_otherwise(word, written)


def _ends_otherwise(word: str, written: str) -> bool:
    """Return whether the slip is at the end, so that it may be another form of the word: siéntense, siéntese."""
    return word[-3:] != written[-3:] and sorted(word) != sorted(written) and not _doubled(word, written)


def _opposed(word: str, written: str) -> bool:
    """Return whether the two differ only in a beginning or an ending that changes the meaning."""
    if word in PROTOCOLS:
        return True
    first, second = _OPPOSED.match(word), _OPPOSED.match(written)
    if first and second and first.lastgroup == second.lastgroup and first[0] != second[0]:
        return word[first.end() :] == written[second.end() :]
    if _CHAIN.sub("-", word) == _CHAIN.sub("-", written) and _CHAIN.search(word):
        return True
    if _BETWEEN_CHAINS.sub("-", word) == _BETWEEN_CHAINS.sub("-", written) and _BETWEEN_CHAINS.search(word):
        return True
    if _OLDER_ACID.fullmatch(written) and not _OLDER_ACID.fullmatch(word):
        return True
    for group in _ENDINGS:
        ends = [max((end for end in group if each.endswith(end)), key=len, default="") for each in (word, written)]
        if all(ends) and ends[0] != ends[1] and word.removesuffix(ends[0]) == written.removesuffix(ends[1]):
            return True
    return False


def _nearer_to_rival(given: tuple[str, ...], edits: int, key: AnswerKey) -> bool:
    """Return whether another answer of the set is as near to the response, or nearer."""
    alike = key.known.spelled_like(" ".join(given), edits)
    return any(normal not in key.normals for normal in alike)


def _doubled_in_name(form: Phrase, given: Phrase) -> bool:
    """Return whether one word of a name of several differs in a doubled letter: Forest Gump, Philips curve."""
    if len(form.words) != len(given.words) or len(form.words) < 2:
        return False
    differ = [(word, written) for word, written in zip(form.words, given.words, strict=True) if word != written]
    if len(differ) != 1:
        return False
    word, written = differ[0]
    others = sum(map(len, form.words)) - len(word)
    return (
        others >= MIN_WORD
        and min(len(word), len(written)) >= MIN_WORD
        and abs(len(word) - len(written)) == 1
        and word[0] == written[0]
        and f" {word.title()}" in f" {form.text}"
        and _doubled(word, written)
    )


def phrase_typo(form: Phrase, given: Phrase, key: AnswerKey) -> int | None:
    """Count the slips between two phrases, in their original spelling or in the one used for comparison."""
    pairs = dict.fromkeys([(form.words, given.words), (form.plain, given.plain)])  # most words have one spelling
    found = [typo(right, written, key) for right, written in pairs]
    if _doubled_in_name(form, given) and not _nearer_to_rival(given.words, 1, key):
        found.append(1)
    return min((edits for edits in found if edits is not None), default=None)
