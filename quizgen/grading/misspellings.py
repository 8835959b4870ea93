"""What a misspelling in a language that is being learned got wrong: accents, an ending, the gender, a letter."""

import re

from quizgen.grading.verdict import in_quotes
from quizgen.text.folding import without_accents
from quizgen.text.genders import FEMININE_WITH_EL
from quizgen.text.guessed_language import guessed_language, is_small_word_anywhere
from quizgen.text.number_words import are_other_numbers
from quizgen.text.words import LEADING_ARTICLES, listed

_VOWELS = frozenset("aeiouyáàâãäéèêëíîïóòôõöúûü")
_GENDERS = tuple(
    map(listed, ("el la lo", "los las", "un una", "unos unas", "le la", "il la lo", "der die das", "o a", "os as"))
)
"""Articles that differ in nothing but gender."""
_MEDIUM_WORD = 6
"""With fewer letters, one wrong letter mostly makes another word."""
_HABER = listed("he has ha hemos habéis han había habías habíamos habíais habían")
"""The forms of haber with which Spanish has its perfect tenses."""
_ALIKE = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"qu|k|ck|c(?![eiéíhy])", "k"),
        (r"[zçßx]|c(?=[eiéí])", "s"),
        (r"ll", "y"),
        (r"v|w", "b"),
        (r"ph", "f"),
        (r"j|g(?=[eiéí])", "j"),
        (r"h", ""),
        (r"[áàâä]", "a"),
        (r"[éèêë]", "e"),
        (r"[íìîï]", "i"),
        (r"[óòôö]", "o"),
        (r"[úùûü]", "u"),
        (r"(?<=[aeiou])rr(?=[aeiou])", "R"),  # carro is not caro
        (r"(.)\1", r"\1"),
    )
)
_LONGEST_ENDING = 3
_SIBILANTS = ({"s", "z"}, {"s", "x"}, {"x", "z"}, {"s", "c"}, {"c", "z"})
"""Last letters that sound alike, so that one instead of the other is not another ending."""
_SHORT_WORD = 2
_LONG_WORD = 8
"""The number of letters from which two slips still leave a word recognizable: roto is not a slip for rompo."""


def misspelling_note(right: str, said: str, best: str) -> str | None:
    """Return what to check in ``said``, as in ``Check the accents: "año".``; None if it does not misspell the answer.

    ``right`` is the answer as it is compared with ``said``, ``best`` the answer as it is shown.
    """
    slip = _slip(right.split(), said.split(), right, said, best)
    return f"Check the {slip}: {in_quotes(best)}" if slip and right != said else None


def _slip(right_words: list[str], words: list[str], right: str, said: str, best: str) -> str | None:
    if without_accents(right) == without_accents(said):
        others = [said for right, said in zip(right_words, words, strict=False) if right != said]
        is_noun = right_words[:1] != right_words[-1:] and right_words[0] in LEADING_ARTICLES  # la manó
        is_noun = is_noun or not _PARTICIPLES.isdisjoint(right_words)  # rotó is no form of romper
        return "ending" if others and not is_noun and all(map(_STRESSED_END.search, others)) else "accents"
    other_pronoun = _has_other_pronoun(right_words, words)
    if (slip := "pronoun" if other_pronoun else _article_slip(right_words, words)) is not None:
        return slip
    if right.casefold() == said.casefold():
        return "capital letters"
    if sorted(right_words) == sorted(words):
        return None if _moves_subject(best, words) else "word order"
    if right.replace(" ", "") == said.replace(" ", ""):
        return "spacing"
    if _without_signs(right) == _without_signs(said):
        return "punctuation"
    pairs = [pair for pair in zip(right_words, words, strict=False) if pair[0] != pair[1]]
    if len(right_words) == len(words) > 1 and len(pairs) == 1 and any({*pairs[0]} <= group for group in _GENDERS):
        return "gender"
    if len(right_words) == len(words) > 1 and len(pairs) == 1:
        if {*pairs[0]} == {"le", "les"}:
            return "pronoun"
        if {*pairs[0]} <= _HABER:
            return 'form of "haber"'
    if right_words[1:] == words[1:] and words[1:] and right_words[0] in LEADING_ARTICLES:
        return "article"
    if len(right_words) == len(words) and (
        ("'" in said and "'" not in right) or all(_heard(one) == _heard(other) for one, other in pairs)
    ):
        return "spelling"
    if len(right_words) != len(words) or any(map(_are_other_words, right_words, words)):
        return None
    if any(_are_two_people(right_words, words, at) for at in range(1, len(words))):
        return None
    if all(differ_at_the_end(*pair) or _are_forms(*pair) for pair in zip(right_words, words, strict=True)):
        return "ending"
    from rapidfuzz.distance import OSA

    longest = max((len(one) for one, _ in pairs), default=0)
    most = 1 if len(pairs) == 1 and longest < _LONG_WORD else 2
    close = len(right) > 3 and OSA.distance(said, right, score_cutoff=most) <= most
    return "spelling" if close else None


_OPENING_PHRASE = LEADING_ARTICLES | listed(
    "mi tu su mis tus sus nuestro nuestra nuestros nuestras este esta estos estas"
)
_BEFORE_VERBS = listed("no me te se nos os le les lo la los las ya sí nunca que non mi ti ci vi si ne não")
"""Small words whose place is before a verb."""


def _moves_subject(answer: str, words: list[str]) -> bool:
    """Return whether ``words`` are the Spanish, Italian or Portuguese sentence ``answer`` with its subject further on.

    These languages allow it: es más alta Ana que su hermano.
    """
    if guessed_language(answer) not in {"es", "it", "pt"} or "?" in answer:
        return False
    right = [word.strip(".,;:!¡").casefold() for word in answer.split()]
    for size in (1, 2):
        subject, rest = right[:size], right[size:]
        is_subject = subject[0] in _OPENING_PHRASE if size == 2 else answer.split(maxsplit=1)[0].strip(",.").istitle()
        if not is_subject or (size == 1 and subject[0] in _OPENING_PHRASE | _BEFORE_VERBS):
            continue
        if any(rest[:at] + subject + rest[at:] == words for at in range(1, len(rest) + 1)):
            return len(rest) >= 2
    return False


_PARTICIPLES = listed("roto visto hecho dicho escrito puesto vuelto abierto muerto cubierto frito resuelto impreso")
_PEOPLE = re.compile(
    r"(?:herman|hij|prim|tí|abuel|niet|sobrin|suegr|cuñad|espos|novi|amig|niñ|chic|muchach|vecin|alumn|maestr|compañer|médic|gat|perr"
    r"|figli|zi|nonn|amic|ragazz|bambin|filh|ti|menin|alun)(?P<gender>[oa])s?"
)
"""Nouns for people and animals, whose ending says who is meant."""


def _are_two_people(right: list[str], words: list[str], at: int) -> bool:
    """Return whether the words at a place, after one that is no article, are two people: su hermano and su hermana."""
    one, other = _PEOPLE.fullmatch(right[at]), _PEOPLE.fullmatch(words[at])
    if one is None or other is None or right[at - 1] in LEADING_ARTICLES or words[at - 1] != right[at - 1]:
        return False
    return one["gender"] != other["gender"] and right[at][: one.start("gender")] == words[at][: other.start("gender")]


_STRESSED_END = re.compile(
    r"^(?!\w*(?:hic|hiz|dij|pus|tuv|duv|pud|sup|quis|vin|traj|duj|hub)ó$)[^\W\d_]{3,}(?:ó|(?<=\w{3}r)á[ns]?)$"
)
"""The end of a form of a verb that is stressed: acabó, where acabo is right, but not dós for dos, or pará for para."""
_OBJECTS = listed("lo la los las")
"""Pronouns of Spanish that look like articles."""
_NOUNS_IN_O = listed("mano foto moto radio modelo piloto")


def _has_other_pronoun(right: list[str], said: list[str]) -> bool:
    """Return whether the sentence ``right`` begins with an object pronoun, and ``said`` with another: las compro.

    After the pronoun comes a word that cannot be a noun with that article, because of its ending.
    """
    if right[1:] != said[1:] or len(right) < 2 or right[0] not in _OBJECTS or right[0] == said[0]:
        return False
    if said[0] not in _OBJECTS | {"le", "les"} or any({right[0], said[0]} <= group for group in _GENDERS):
        return False
    verb, plural = right[1], right[0].endswith("s")
    is_first_person = verb.endswith("mos") or (right[0] == "la" and verb.endswith("o") and verb not in _NOUNS_IN_O)
    return not verb.endswith("s") if plural else right[0] == "lo" or is_first_person


_ELIDED = re.compile(r"^[ld]['’]")


def _article_slip(right_words: list[str], words: list[str]) -> str | None:
    """Return what is wrong if an article is missing, added or another one, and at most accents are wrong besides."""
    if not right_words or not words:
        return None
    right, said = _without_article(right_words), _without_article(words)
    if [*map(without_accents, right)] != [*map(without_accents, said)]:
        return None
    if right != said:
        is_other = len(right) < len(right_words) and len(said) < len(words) and right_words[0] != words[0]
        return "article and the accents" if is_other else "accents"
    one, other = right_words[0], words[0]
    if one != other and (_ELIDED.match(one) or _ELIDED.match(other)):
        return "article"
    if len(right) == len(right_words) or (len(said) < len(words) and any({one, other} <= group for group in _GENDERS)):
        return "article" if one == "el" and right[0] in FEMININE_WITH_EL else None
    return "article"


def _without_article(words: list[str]) -> list[str]:
    if words[1:] and words[0] in LEADING_ARTICLES:
        return words[1:]
    return [_ELIDED.sub("", words[0]), *words[1:]]


def _are_other_words(right: str, said: str) -> bool:
    """Return whether ``said`` is a word of its own rather than a slip: es for está, raro for caro, trece for tres.

    There are no lists of the words of other languages, but a slip in a short word rarely changes how it sounds.
    """
    if right == said or sorted(right) == sorted(said) or without_accents(right) == without_accents(said):
        return False
    if are_other_numbers(right, said):
        return True
    if max(len(right), len(said)) <= _SHORT_WORD or (is_small_word_anywhere(right) and is_small_word_anywhere(said)):
        return True
    if right.endswith(said) or said.endswith(right):
        return _heard(right) != _heard(said)
    if differ_at_the_end(right, said) or _heard(right) == _heard(said):
        return False
    if right[1:] == said[1:] and _heard(right)[:1] != _heard(said)[:1]:
        return True  # puente, fuente
    return len(right) < _MEDIUM_WORD or (len(right) == _MEDIUM_WORD and _has_other_vowel(right, said))


def _has_other_vowel(right: str, said: str) -> bool:
    """Return whether two words differ in one vowel, which mostly makes another word: hambre, hombre."""
    pairs = [pair for pair in zip(right, said, strict=False) if pair[0] != pair[1]]
    return len(right) == len(said) and len(pairs) == 1 and {*pairs[0]} <= _VOWELS


def _heard(word: str) -> str:
    """Return ``word`` with one letter for those that sound alike in many languages: karo is caro, bamos is vamos."""
    for pattern, sound in _ALIKE:
        word = pattern.sub(sound, word)
    return word


def _without_signs(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def differ_at_the_end(right: str, said: str) -> bool:
    """Return whether two words are equal except for a short ending: altos and altas, not lápices and lápizes."""
    shared = _shared_start(right, said)
    tails = right[shared:], said[shared:]
    longer = max(len(right), len(said))
    inside = all(tails) and tails[0].endswith(tails[1]) != tails[1].endswith(tails[0])  # cuchilo, for cuchillo
    inside = inside or {*tails} in _SIBILANTS
    inside = inside or (min(map(len, tails)) > 1 and not any(tail[0] in _VOWELS for tail in tails))  # puerto, puente
    inside = inside or (
        len(tails[0]) == len(tails[1]) == 2
        and tails[0][1] == tails[1][1]
        and not any(tail[0] in _VOWELS - {"y"} for tail in tails)
    )  # haga, haya
    short = longer - shared <= _LONGEST_ENDING and _shared_start(tails[0][::-1], tails[1][::-1]) <= 1 and not inside
    return right == said or (shared >= 2 and 2 * shared >= longer and short)


_ENDINGS = listed(
    "o as a amos áis an es e emos éis en imos ís é aste ó asteis aron í iste ió isteis ieron eron jo jeron je aba "
    "abas ábamos aban ía ías íamos ían aré ará arán aremos eré erá erán eremos iré irá irán iremos aría ería iría "
    "aríamos eríamos iríamos arías erías irías arían erían irían "
    "aran ieran iera ara ado ada ados adas ido ida idos idas ando iendo ar er ir are ere ire ase ese ense anse ate "
    "ete arse erse irse jerán ons ez ent ais ait ions iez aient ai ont ée és ées re is it t st et est te ten iamo "
    "ono ano"
)
"""Endings of verbs in Romance languages and German."""


_IRREGULAR_STEMS = {
    "har": "hacer", "dir": "decir", "podr": "poder", "tendr": "tener", "vendr": "vener", "pondr": "poner",
    "saldr": "saler", "sabr": "saber", "querr": "querer", "habr": "haber", "valdr": "valer", "cabr": "caber",
}  # fmt: skip
"""The stems of irregular futures in Spanish, as they would be if they were regular."""
_IRREGULAR_STEM = re.compile(rf"^({'|'.join(_IRREGULAR_STEMS)})(?=(?:é|á|ás|emos|éis|án|ía|ías|íamos|íais|ían)$)")


def _regular(found: re.Match[str]) -> str:
    return _IRREGULAR_STEMS[found[1]]


def _are_forms(right: str, said: str) -> bool:
    """Return whether two words are equal up to the endings of verbs: podamos and podemos, siéntese and siéntense."""
    if right == said:
        return True
    right, said = (_IRREGULAR_STEM.sub(_regular, word) for word in (right, said))
    shared = range(2, _shared_start(right, said) + 1)
    return _heard(right) != _heard(said) and any(right[at:] in _ENDINGS and said[at:] in _ENDINGS for at in shared)


def _shared_start(one: str, other: str) -> int:
    """Return the number of letters with which both words begin."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
