"""Names: people by surname, initials and titles, places by region and kind, countries by their other names."""

import re
from itertools import pairwise

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.names import asks_for_numbered_ruler, asks_for_team
from quizgen.grading.typos import typo
from quizgen.text.countries import COUNTRIES, NATIONS, are_forms, are_people_of, in_short, is_country
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.lexicon import EVENTS, ORGANISATIONS, PLACES, ROLES
from quizgen.text.places import is_in, is_namesake
from quizgen.text.synonyms import US_STATES
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import FUNCTION_WORDS, Phrase, listed, phrase

TITLES = listed(
    "mr mrs ms miss doctor professor sir dame lord lady king queen prince princess president premier senator "
    "governor general colonel major captain sergeant lieutenant admiral marshal judge justice reverend father "
    "pope pm emperor empress tsar czar chancellor minister secretary ambassador baron baroness count countess "
    "pharaoh kaiser kaiserin tsarina czarina sultan caliph archduke archduchess madame mme madam monsieur herr frau "
    "earl duke duchess viscount field vice prime deputy group wing commander saint"
)
"""Words before a person's name that may be left out or added."""
_ROYAL = listed("king queen emperor empress tsar czar pope prince princess")
RULERS = _ROYAL | listed("ruler monarch sovereign pharaoh sultan shah")
_EPITHET = lazy_pattern(r"\w the [A-Z]")
"""An epithet instead of a surname: Peter the Great."""
_TITLES_LAST = listed("khan shah pasha bey sultan caliph")
"""Titles after the name of a ruler, for whom the name alone is enough, and the title is not: Genghis Khan."""
_OF_RULERS = listed("mongol ruler emperor empire dynasty horde conqueror shah sultan caliph khan king")
_OF_WOMEN = listed("mrs ms miss lady dame madame mme madam baroness countess duchess frau")
_WOMEN = listed(
    "woman female lady girl she her wife mother daughter sister actress heroine queen princess empress widow"
)
PARTICLES = listed("van von der den de da di del della du la le bin ibn al el ben ter ten dos das y af")
_SHORT_NAMES = (
    "abraham abe", "albert bert al", "alexander sandy", "anthony tony", "catherine katherine kate kathy",
    "charles chuck", "christopher kit", "edward ed ned ted", "elizabeth liz beth betty lizzie", "francis frank",
    "henry harry hank", "james jim jimmy", "joseph joe", "john jack johnny", "margaret peggy maggie meg", "mary molly",
    "richard dick rick", "robert bob bobby rob", "theodore ted teddy", "thomas tom tommy", "william bill billy will",
)  # fmt: skip
"""English given names with the short forms that are not their beginning."""
_SHORT_FORMS = tuple(listed(names) for names in _SHORT_NAMES)
_COMMON = listed("andrew george anne daniel david george jane mark martin michael paul peter sarah stephen")
_FEMININE = listed("a ia ina ine ette ella ne na")
_SOUNDS = tuple(
    (lazy_pattern(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|tsh|sch|sh|ch", "k"),
        (r"kh|ck|q|c(?![eiyh])|k", "k"),
        (r"ph|v|w|ff|f", "f"),
        (r"th|dt|tt", "t"),
        (r"[yj](?=[aeiou])", "i"),
        (r"[aeiouy]+h?", "a"),
        (r"(.)\1+", r"\1"),
    )
)
"""What languages spell differently in the same name: Mohammed and Muhammad, Stephen and Steven."""
_CONSONANTS = tuple(
    (lazy_pattern(pattern), sound)
    for pattern, sound in (
        (r"ck|c(?![eiyh])|q", "k"),
        (r"ph|w|v", "f"),
        (r"y", "i"),
        (r"h|e$", ""),
        (r"(.)\1", r"\1"),
    )
)
_CHINESE_SURNAMES = listed(
    "mao deng xi zhou chiang jiang hu liu zhu wang zhang chen huang wu xu zhao guo zheng liang xie feng cao li sun "
    "tang lu ye xiao zhuge sima qin qian bai"
)
_KOREAN_SURNAMES = listed("kim park lee moon roh rhee choi yi")
_PINYIN = lazy_pattern(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsrwy])?[aeiou]{1,3}(?:ng?(?![aeiou])|r(?![aeiou]))?){2,3}")
"""A given name of two syllables or three as China writes it in Latin letters."""
_SYLLABLE = lazy_pattern(r"senator|(?:[zcsk]h|ts|[bpmfdtnlgkhjqxzcsr])?[wy]?[aeiou]{1,3}(?:n|ng|r|k|l|m|p|h|t|w)?")
"""A part of a name of three; ``phrase`` reads the end of Sun Yat-sen as a title."""
_SUFFIXES = {"junior": "2", "younger": "2", "2": "2", "senior": "1", "elder": "1", "1": "1"}
_DIRECTIONS = listed("north south east west northern southern eastern western new great central equatorial upper")
_NOT_PEOPLE = ORGANISATIONS | PLACES | EVENTS | listed("united city team band show film fc")


def is_person(form: Phrase, key: AnswerKey) -> bool:
    """Return whether the answer is a person with several names."""
    words = _named(form)
    if not key.asks_for_person or not 2 <= len(words) <= 6:
        return False
    if any(not word.isalpha() and not word.isdigit() for word in words):
        return False
    if key.type == "person":
        return True
    written = [word for word in form.text.replace(".", " ").split() if word[0].isalpha()]
    written = [word for word in written if key.phrase(word).words[0] in words]
    named = all(word[0].isupper() or word.lower() in PARTICLES for word in written)
    if words[-1] in NATIONS and words[0] in _DIRECTIONS:
        return False
    return named and not set(words) & ((key.function_words - PARTICLES) | _NOT_PEOPLE | {"the"})


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without the titles before a name: King, U.S. President, British Prime Minister."""
    start = 1 if len(words) > 2 and words[0] in COUNTRIES and words[1] in TITLES else 0
    while start < len(words) - 1 and words[start] in TITLES:
        start += 1
    return words[start:]


def _named(form: Phrase) -> tuple[str, ...]:
    """Return the name in an answer without titles, and without a role in lower case before it: inventor Bell."""
    roles = [word for word in form.text.split() if word in ROLES]
    words = untitled(form.words)
    if not roles or roles[-1] not in words[:-1] or FUNCTION_WORDS & set(words[: words.index(roles[-1])]):
        return words
    return untitled(words[words.index(roles[-1]) + 1 :])


def without_role(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name without words before it that say what the person is, such as "Kremlin spokesman".

    Words such as "of" or "and" before it may make it another person: the wife of somebody.
    """
    ends = [at for at, word in enumerate(words[:-1], 1) if word in ROLES or word in TITLES]
    if not ends or set(words[: ends[-1]]) & (FUNCTION_WORDS | {"not", "no", "nor"}):
        return words
    return words[ends[-1] :]


def person_slips(form: Phrase, given: Phrase, key: AnswerKey) -> int | None:
    """Return how many slips separate ``given`` from the person ``form``, 0 if it names them; None for anybody else."""
    name, number = _split_suffix(_named(form))
    if _has_surname_first(name):
        return _slips_with_surname_first(name, given, key)
    if (turned := _in_usual_order(given, name, key)) is not None:
        return person_slips(form, turned, key)
    said, said_number = _split_suffix(_without_realm(without_role(given.words), name, number, key))
    if (
        said_number != number
        and (said_number or number)
        and not (number == "2" and "junior" in form.words and not said_number)
    ):
        return None
    if not name or not said or (len(said) > 1 and key.is_rival(given.words)):
        return None
    if "".join(name) == "".join(said):
        return 0
    if len(name) == 2 and name[-1] in _TITLES_LAST and not key.stem_words.isdisjoint(_OF_RULERS):
        return 0 if said == name[:1] else None if said == name[1:] else _fore_slips_of_ruler(name, said, key)
    said = _glued(said, name[-1])
    if len(name) >= 2 and said[-len(name) :] == name and _is_one_name(said[: -len(name)], given.text):
        return 0  # James Paul McCartney
    if _has_name_added(name, said, key):
        return 0  # Gabriel José García Márquez
    if number and (number != "2" or len(name) == 1):  # kings are known by their first name and number
        if len(name) != 1 or len(said) != 1:
            return None
        return 0 if name == said or _spoken(name[0]) == _spoken(said[0]) else typo(name, said, key)
    family = _surname(name)
    fore = name[: -len(family)]
    best: int | None = None
    for end in {family, family[-1:]}:
        for rest, last in ((said[: -len(end)], said[-len(end) :]), (said[len(end) :], said[: len(end)])):
            slips = _surname_slips(end, last, fore, rest, key)
            if not rest and (_other_title(given.words, form.words, key) or _EPITHET.search(form.text)):
                continue
            if slips is None or (not rest and (len(last[-1]) < 3 or _has_namesake(name, key))):
                continue
            in_order = rest == said[: len(rest)]
            middle_only = len(rest) < len(fore) and rest == fore[-len(rest) :]
            if rest and not in_order and (middle_only or _is_common(end[0])):
                continue  # Lloyd is the surname in George Lloyd, and Patrick in Henry Patrick
            if rest and (fore_slips := _fore_slips(fore, rest, key, in_order=in_order)) is None:
                continue
            total = slips + (fore_slips or 0 if rest else 0)
            best = total if best is None else min(best, total)
    return best


def _is_one_name(words: tuple[str, ...], text: str) -> bool:
    """Return whether ``words`` are one capitalized name in ``text``, which may have a hyphen: François-Dominique."""
    first = next(iter(text.split()), "")
    return bool(words) and first[:1].isupper() and phrase(first).words == words


def _has_name_added(name: tuple[str, ...], said: tuple[str, ...], key: AnswerKey) -> bool:
    """Return whether ``said`` is a name of three parts or more with one added after the first, which is rare."""
    parts = [part for part in name if part not in PARTICLES]
    added = said[1:2]
    tells = bool(added) and (len(added[0]) >= 3 or len(added[0]) == 1) and added[0] not in name
    return (
        tells
        and len(parts) >= 3
        and (*said[:1], *said[2:]) == name
        and not _is_common(name[0])
        and not asks_for_numbered_ruler(key.stem)
    )


def _surname_slips(
    right: tuple[str, ...], said: tuple[str, ...], fore: tuple[str, ...], said_fore: tuple[str, ...], key: AnswerKey
) -> int | None:
    """Return how many slips separate two surnames, of which the first names that precede them allow more."""
    if "".join(said) == "".join(right):
        return 0
    if (slips := typo(right, said, key)) is not None:
        return slips
    is_alike = _one_letter_apart(right, said) or _sound_alike(" ".join(right), " ".join(said))
    if said_fore and is_alike and (len(said_fore) == len(fore) or len(fore) == 1):
        return 1
    fore_is_right = said_fore == fore != () and len(fore[0]) >= 4
    is_spelled_alike = _spelled_alike(right, said, fore_is_right=fore_is_right)
    return 1 if is_spelled_alike and said[-1] not in key.known.by_last_word else None


def _has_surname_first(name: tuple[str, ...]) -> bool:
    """Return whether a name has the order of China or Korea: Mao Zedong, Kim Jong Il."""
    rest = "".join(name[1:])
    if len(name) == 2:
        return name[0] in _CHINESE_SURNAMES and len(rest) >= 4 and _PINYIN.fullmatch(rest) is not None
    surname = name[0] in _CHINESE_SURNAMES or name[0] in _KOREAN_SURNAMES
    return surname and len(name) == 3 and all(map(_SYLLABLE.fullmatch, name[1:]))


def _slips_with_surname_first(name: tuple[str, ...], given: Phrase, key: AnswerKey) -> int | None:
    """Count the slips in a Chinese or Korean name, of which the surname is enough, but not the given name."""
    said = without_role(given.words)
    if said == name[:1]:
        alike = (other for other in key.known.normals if other.startswith(f"{name[0]} ") and other not in key.normals)
        return None if next(alike, None) or _other_title(given.words, name, key) else 0
    said = (*said[-1:], *said[:-1]) if said[-1:] == name[:1] else said  # Zedong Mao
    if said[:1] != name[:1] or len(said) == 1:
        return None
    one, other = "".join(name[1:]), "".join(said[1:])
    return 0 if one == other else typo((one,), (other,), key)


def _in_usual_order(given: Phrase, name: tuple[str, ...], key: AnswerKey) -> Phrase | None:
    """Return a name that was typed with its surname and a comma first in the usual order: Lloyd George, David.

    None if the words before the comma are not the last ones of ``name``, but others or all.
    """
    before, comma, after = given.text.partition(",")
    family = key.phrase(before).words if comma else ()
    if not after.strip() or "," in after or len(family) >= len(name) or name[-len(family) :] != family:
        return None
    return key.phrase(f"{after.strip()} {before.strip()}")


def _fore_slips_of_ruler(name: tuple[str, ...], said: tuple[str, ...], key: AnswerKey) -> int | None:
    """Compare the names before the title of a ruler, which follows them: Genghis Khan."""
    return _one_name(name[0], said[0], key) if len(said) == 2 and said[1] == name[1] else None


def _other_title(given: tuple[str, ...], form: tuple[str, ...], key: AnswerKey) -> bool:
    """Return whether a title before a surname tells of somebody else: Mrs. Newton, of whom the stem says nothing."""
    title = given[0] if given and given[0] not in form and not key.in_stem(given[0]) else ""
    return title in _ROYAL or (title in _OF_WOMEN and key.stem_words.isdisjoint(_WOMEN))


def _glued(said: tuple[str, ...], family: str) -> tuple[str, ...]:
    """Return ``said`` with the parts of the surname ``family`` as one word: di caprio for DiCaprio."""
    for start in range(max(0, len(said) - 3), len(said) - 1):
        if "".join(said[start:]) == family:
            return (*said[:start], family)
    return said


def _without_realm(words: tuple[str, ...], name: tuple[str, ...], number: str, key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` without "of England" after a king's number, unless he is the king of another country."""
    size = len(name) + 1
    if not number or words[size : size + 1] != ("of",) or words[size - 1] not in {number, f"{number}th"}:
        return words
    realm = " ".join(words[size + 1 :])
    return words if _is_other_realm(realm, key) else words[:size]


def _is_other_realm(realm: str, key: AnswerKey) -> bool:
    """Return whether the stem has this country as an opponent or has another one: for a Spanish king, France."""
    opponents = {word for found in _OPPONENT.finditer(key.stem) for word in key.phrase(found["country"]).words}
    words = key.phrase(key.stem).words
    names = _IN_BRITAIN if realm in _IN_BRITAIN else {realm}
    ruled = [one for one, after in pairwise(words) if after in _OF_REALMS]
    triples = zip(words, words[1:], words[2:], strict=False)
    ruled += [one for title, of, one in triples if title in _OF_REALMS and of == "of"]
    if any(_belongs(word, nation) for word in ruled for nation in NATIONS | _IN_BRITAIN):
        return not any(_belongs(word, name) for word in ruled for name in names)
    others = {*words} - opponents
    return not any(_belongs(word, name) for word in others for name in names) and any(
        _belongs(word, name) for word in opponents for name in names
    )


def _belongs(word: str, country: str) -> bool:
    return word == country or are_people_of(word, country) or (word == "british" and country in _IN_BRITAIN)


_OF_REALMS = RULERS | listed("court throne crown dynasty armada fleet army")
"""What has the name of a country or people before it, or after "of"."""
_IN_BRITAIN = frozenset({"britain", "great britain", "england", "scotland", "uk", "united kingdom"})


def realm_after(form: Phrase, given: Phrase) -> str:
    """Return the country that ``given`` adds to a ruler's number: Spain, for (King) Philip II of Spain; or ""."""
    said, size = untitled(given.words), len(untitled(form.words))
    if not form.words[-1].isdigit() or said[: size + 1] != (*untitled(form.words), "of"):
        return ""
    return " ".join(said[size + 1 :])


def has_other_realm(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` makes a ruler that of another country than the stem does."""
    realm = realm_after(form, given)
    return realm != "" and _is_other_realm(realm, key)


_OPPONENT = lazy_pattern(
    r"\b(?:against|(?i:invad|attack|defeat|conquer)\w*|fought|beat|war\s+(?:with|on))\s+(?:the\s+)?(?P<country>[A-Z]\w+)"
)


def _one_letter_apart(right: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Return whether two surnames differ in one letter: with the right first name before it, that is a slip."""
    from rapidfuzz.distance import OSA

    one, other = " ".join(right), " ".join(given)
    return min(len(one), len(other)) >= 6 and OSA.distance(one, other, score_cutoff=1) == 1


def _spelled_alike(right: tuple[str, ...], given: tuple[str, ...], *, fore_is_right: bool) -> bool:
    """Return whether two surnames differ in a way that makes no other one, even if ``given`` is an English word.

    In six letters or more, that is a letter that is not heard (Bismark). If the first name is right, it is also a
    doubled letter, or two that are swapped, in four letters (Noble).
    """
    from rapidfuzz.distance import OSA

    one, other = " ".join(right), " ".join(given)
    if OSA.distance(one, other, score_cutoff=1) != 1:
        return False
    heard = _spoken(one) == _spoken(other) and not one.endswith("e") and not other.endswith("e")
    if fore_is_right and min(len(one), len(other)) >= 4:
        return heard or sorted(one) == sorted(other)
    return heard and min(len(one), len(other)) >= 6


def _split_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return words[:-1], _SUFFIXES[words[-1]]
    if len(words) > 1 and words[-1].removesuffix("th").isdigit():
        return words[:-1], words[-1].removesuffix("th")
    return words, ""


def _surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last name with the particles before it: ("van", "gogh")."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return words[start:]


def _fore_slips(
    right: tuple[str, ...], given: tuple[str, ...], key: AnswerKey, *, in_order: bool = False
) -> int | None:
    """Compare given names: the first ones must agree, and the middle names if both have any; initials are enough.

    A middle name may be added if the first name is rare, and the names are ``in_order``, before the surname.
    """
    given = tuple(word for word in given if word not in PARTICLES) or given
    right, given = _initials_apart(right, given), _initials_apart(given, right)
    if not right or not given:
        return None
    if len(given) < len(right) and given == right[-len(given) :] and all(len(name) > 1 for name in given):
        return 0  # Graham Bell
    first = _one_name(right[0], given[0], key)
    if first is None:
        return None
    middle, given_middle = right[1:], given[1:]
    if middle and given_middle:
        if len(middle) != len(given_middle):
            return None
        slips = [_one_name(one, other, key) for one, other in zip(middle, given_middle, strict=True)]
        known = [slip for slip in slips if slip is not None]
        return first + sum(known) if len(known) == len(slips) else None
    if middle and asks_for_numbered_ruler(key.stem) and _is_common(right[0]) and len(middle[0]) > 1:
        return None  # John Adams is not John Quincy Adams
    if given_middle and not _may_be_added(given_middle, right[0], in_order=in_order):
        return None
    return first


def _may_be_added(middle: tuple[str, ...], first: str, *, in_order: bool) -> bool:
    """Return whether middle names may be added to a first one: John Quincy Adams is not John Adams."""
    if all(len(word) == 1 or word.endswith(("vich", "vna")) for word in middle):
        return True
    return in_order and len(middle) <= 2 and all(len(word) >= 3 for word in middle) and not _is_common(first)


def _is_common(name: str) -> bool:
    """Return whether so many people have a given name that a middle name tells two of them apart."""
    return name in _COMMON or any(name in names for names in _SHORT_FORMS)


def _initials_apart(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Part initials that are written together, as in JRR, if the other side has as many names."""
    apart: list[str] = []
    for name in names:
        glued = 2 <= len(name) <= 3 and name not in others and len(names) < len(others)
        glued = glued or (2 <= len(name) <= 3 and not set(name) & set("aeiouy"))
        apart += list(name) if glued else [name]
    return tuple(apart)


def _one_name(first: str, second: str, key: AnswerKey) -> int | None:
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter) and longer[len(shorter) :] in _FEMININE:
        return None  # Martin and Martina
    if len(first) == 1 or len(second) == 1:
        return 0 if first[0] == second[0] else None
    if first == second or (
        min(len(first), len(second)) >= 3 and (first.startswith(second) or second.startswith(first))
    ):
        return 0  # Alex and Alexander
    from rapidfuzz.distance import OSA

    if min(len(first), len(second)) >= 4 and OSA.distance(first, second) <= 1:
        if (
            max(len(first), len(second)) < 7
            and is_english_word(second)
            and is_english_word(first)
            and _spoken(first) != _spoken(second)
        ):
            return None  # John and Joan are two names
        return 1  # Nikolai and Nikolay, Vladimir and Wladimir
    if any(first in names and second in names for names in _SHORT_FORMS):
        return 0  # Bill and William
    if _sound_alike(first, second) or (min(len(first), len(second)) >= 5 and _spoken(first) == _spoken(second)):
        return 1
    return typo((first,), (second,), key)


def _spoken(name: str) -> str:
    """Return ``name`` with one letter for consonants that sound alike, and with its vowels: erik for Eric and Erik."""
    for pattern, sound in _CONSONANTS:
        name = pattern.sub(sound, name)
    return name


def _sound_alike(one: str, other: str) -> bool:
    """Return whether two names with three consonants or more differ only in how languages write their sounds."""
    first, second = _sounds(one), _sounds(other)
    return first == second and len(first.replace("a", "")) >= 3


def _sounds(name: str) -> str:
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name


def _has_namesake(name: tuple[str, ...], key: AnswerKey) -> bool:
    """Return whether the set knows somebody else of the same surname, so that the surname alone is ambiguous."""
    for other in key.known.by_last_word.get(name[-1], ()):
        fore = untitled(other)[:-1]
        if fore and " ".join(other) not in key.normals and _fore_slips(name[:-1], fore, key) is None:
            return True
    return False


VAGUE = listed(
    "north south east west northern southern eastern western central middle upper lower new old great big small high "
    "long red black white green blue yellow brown golden silver dead cold hot holy royal national first second last"
)
"""Words that name nothing by themselves."""
_CLUB = listed("fc afc football club")
_SHIPS = listed("hms rms uss ss")
_LEGAL_FORMS = listed("incorporated limited corporation company plc gmbh ag llc")
"""What follows the name of a company."""
_KINDS = listed(
    "river lake mount mountain mountains ocean desert peninsula strait island islands falls volcano glacier"
)
"""Kinds of place that a name may be used without: the Pacific Ocean, Lake Victoria."""
_SETTLEMENTS = listed("city town village")
_SAID_BEFORE = _SETTLEMENTS | listed("island country nation")
"""Kinds that may be said before a name: the city of Canberra."""
_FAMOUS = listed(
    "alexandria athens berlin birmingham boston cairo cambridge carthage delhi dublin florence geneva jerusalem lima "
    "lisbon london madrid manchester melbourne milan moscow naples oxford paris perth portland richmond rome "
    "springfield sydney toledo toronto troy venice vienna warsaw"
)
"""Cities that are meant by their name alone, although others share it: Paris is not Paris, Texas."""
_ELSEWHERE = lazy_pattern(r"(?P<place>[^,()]+?)(?:,\s*(?:[Ii]n\s+)?|\s+[Ii]n\s+|\s*\()(?P<region>[A-Z][^()]*)\)?\.?")


def placed(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A place with or without its country or region: Kyiv, Ukraine."""
    if key.asks_for_person or form.normal in COUNTRIES or given.normal in COUNTRIES:
        return False
    shorter, longer = sorted((form, given), key=lambda one: len(one.words))
    written = longer.text.strip()
    found = _ELSEWHERE.fullmatch(written.title() if written.islower() else written)
    size = len(shorter.words)
    if found is None or longer.words[:size] != shorter.words or not 0 < len(longer.words) - size <= 5:
        return False
    rest = longer.words[size:]
    region = " ".join(rest[rest[0] == "in" :])
    if key.phrase(found["place"]).words != shorter.words or not region:
        return False
    if longer is given and (known := is_in(shorter.normal, region)) is not None:
        return known and not is_namesake(shorter.normal, region, key.phrase(key.stem).normal)
    last = region.rsplit(maxsplit=1)[-1]
    state = region in US_STATES or (region in US_STATES.values() and found["region"].isupper())
    if state and shorter.normal in _FAMOUS and not key.names_state(region):
        return False  # Paris, Texas
    if in_short(region) in COUNTRIES or last in COUNTRIES or state:
        return key.agrees_with_country(region) and (longer is given or key.asks_for_place)
    if not key.asks_for_place or {"and", "or", "not"} & set(rest) or key.is_rival(rest):
        return False
    return size >= 2 or (longer is form and shorter.normal not in _FAMOUS)


def country(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A country by another of its names, or by its people: the US, the Russian Federation, the Russians.

    A power may be called an empire, and so may a country before 1918: the Russian Empire.
    """
    if given.words[-1] == "empire" and ("power" in key.stem_words or _is_before(1918, key.stem)):
        return len(given.words) == 2 and are_people_of(given.words[0], form.normal)
    if given.words == _AS_DICTATORSHIP.get(form.normal):
        return all(1922 <= int(year) <= 1945 for year in _YEAR.findall(key.stem))
    if {in_short(form.normal), in_short(given.normal)} == _BRITISH and not key.stem_words.isdisjoint(_STATES):
        return not key.is_rival(given.words)
    if in_short(form.normal) == in_short(given.normal) or is_country(given.normal, form.normal):
        return not _asks_for_another_name(form, given, key)
    if is_country(form.normal, given.normal):
        return not key.is_rival(given.words)
    if "nationality" in key.stem_words and given.normal in NATIONS:
        return are_people_of(form.normal, given.normal)
    people = given.words[:-1] if given.words[-1] in {"people", "person"} else given.words
    if len(form.words) == len(given.words) > 1 and _adjectives_agree(form, given):
        return not key.is_rival(given.words)
    if len(people) != 1 or (given.normal.endswith("s") and not given.text.lower().startswith("the ")):
        return False
    return are_people_of(people[0], form.normal)


def _is_before(year: int, stem: str) -> bool:
    """Return whether the stem names years, all of them before ``year``."""
    years = list(map(int, _YEAR.findall(stem)))
    return bool(years) and max(years) < year


_AS_DICTATORSHIP = {"germany": ("nazi", "germany"), "italy": ("fascist", "italy")}
_YEAR = lazy_pattern(r"\b1\d{3}\b|\b20\d\d\b")
_BRITISH = frozenset({"britain", "uk"})
"""Names of one state, although the island and the kingdom are not the same."""
_STATES = listed("power country nation state ally empire")
_CALLED = lazy_pattern(r"\bcall(?:ed|s)?\b|\bnames?\b|\bnamed\b", re.IGNORECASE)


def _asks_for_another_name(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether the stem says ``given`` and not ``form``: what Burma is called today."""
    said = set(key.phrase(key.stem).words)
    return _CALLED.search(key.stem) is not None and set(given.words) <= said and not set(form.words) <= said


def _adjectives_agree(form: Phrase, given: Phrase) -> bool:
    """Return whether the words agree except for names used as adjectives: Incan Empire, Inca Empire."""
    differ = [(one, other) for one, other in zip(form.words, given.words, strict=True) if one != other]
    return len(differ) < len(form.words) and form.text[:1].isupper() and all(are_forms(*pair) for pair in differ)


def without_kind(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A word for the kind of place left out or added: the Pacific (Ocean), the city of Canberra."""
    if not form.text.rsplit(maxsplit=1)[-1][:1].isupper() and not form.text[:1].isupper():
        return False
    if given.words[1:2] == ("of",) and given.words[2:] == form.words and given.words[0] in _SAID_BEFORE:
        return not (given.words[0] in _SETTLEMENTS and form.normal in COUNTRIES)
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if longer[0] in _SHIPS and longer[1:] == shorter and (len(shorter) > 1 or "ship" in key.stem):
            return not key.is_rival(given.words)
        if longer[:-1] == shorter != () and longer[-1] in _LEGAL_FORMS:
            return not key.is_rival(given.words)
        if longer != shorter and _without_club(longer) == _without_club(shorter) != ():
            return not key.is_rival(given.words)
        if longer is form.words and asks_for_team(key.stem) and longer[-1:] == shorter and shorter[0].endswith("s"):
            return not key.is_rival(given.words)  # the Bulls
        rest = longer if "'s " in given.text.replace("’", "'") and longer is given.words else _drop_kind(longer)
        if rest != longer and rest == shorter:
            tells = all(
                len(word) >= 3 and word not in VAGUE and word not in key.function_words for word in shorter[-1:]
            )
            return (
                tells and shorter[0] not in VAGUE and " ".join(shorter) not in NATIONS and not key.is_rival(given.words)
            )
    return False


def _without_club(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the name of a football club without FC or Football Club before or after it; () if neither is there."""
    return tuple(word for word in words if word not in _CLUB) if _CLUB & set(words) - {"club", "football"} else words


def without_kind_of_place(form: Phrase) -> Phrase:
    """Return a name without the word for its kind, if it tells enough: Kilimanjaro for Mount Kilimanjaro."""
    words = _drop_kind(form.words)
    if words == form.words or not form.text[:1].isupper() or any(word in VAGUE or len(word) < 6 for word in words):
        return form
    return Phrase(form.text, words, _drop_kind(form.plain))


def _drop_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) > 1 and words[0] in _KINDS and words[1] != "of":
        return words[1:]
    return words[:-1] if len(words) > 1 and words[-1] in _KINDS else words
