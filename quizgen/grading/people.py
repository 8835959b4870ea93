"""Names of people: surnames, first names and initials, numbers of rulers, and spellings that sound alike."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.realms import without_realm
from quizgen.grading.stems.names import asks_for_numbered_ruler
from quizgen.grading.titles import CLERGY, ROYAL, RULERS, untitled, without_role
from quizgen.grading.typos import typo
from quizgen.text.countries import NATIONS
from quizgen.text.known_people import best_known, was_in_orders
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.lexicon import EVENTS, ORGANISATIONS, PLACES, ROLES
from quizgen.text.titles import LADIES
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import FUNCTION_WORDS, Phrase, listed, phrase

_EPITHET = lazy_pattern(r"\w the [A-Z]")
"""An epithet instead of a surname: Peter the Great."""
_TITLES_LAST = listed("khan shah pasha bey sultan caliph")
"""Titles after the name of a ruler, for whom the name alone is enough, and the title is not: Genghis Khan."""
_OF_RULERS = RULERS | _TITLES_LAST | listed("mongol empire dynasty horde conqueror")
"""Words of a stem that is about such a ruler."""
_OF_WOMEN = LADIES | listed("mrs ms miss madame mme madam frau")
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
_TRANSLITERATED_NAMES = (
    "alexander aleksandr aleksander alexandr alexandre", "alexis alexei aleksei alexey aleksey",
    "andrew andrei andrey", "basil vasily vasili vasilii", "catherine katherine ekaterina yekaterina katarina",
    "constantine konstantin", "dmitri dmitry dimitri dmitrii", "elizabeth elizaveta yelizaveta",
    "eugene evgeny yevgeny evgenii", "frederick friedrich", "joseph iosif josef", "leo lev", "michael mikhail",
    "nicholas nikolai nikolay nicolai", "paul pavel", "peter pyotr petr piotr", "theodore fyodor feodor fedor",
)  # fmt: skip
_TRANSLITERATED = tuple(listed(names) for names in _TRANSLITERATED_NAMES)
"""Given names that stand for one another in the name of the same person: Alexander II, Aleksandr II."""
_SHORT_FORMS = tuple(listed(names) for names in _SHORT_NAMES)
_COMMON = listed("andrew george anne daniel david jane mark martin michael paul peter sarah stephen")
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


def _named(form: Phrase) -> tuple[str, ...]:
    """Return the name in an answer without titles, and without a role in lower case before it: inventor Bell."""
    roles = [word for word in form.text.split() if word in ROLES]
    words = untitled(form.words)
    if not roles or roles[-1] not in words[:-1] or FUNCTION_WORDS & set(words[: words.index(roles[-1])]):
        return words
    return untitled(words[words.index(roles[-1]) + 1 :])


def has_false_rank(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` makes a ruler or a cleric of a well-known person who was none: King Martin Luther."""
    added = {*given.words} - {*form.words} - {"prince", "princess"}  # Bismarck became a prince
    is_royal = not ROYAL.isdisjoint(added) and key.stem_words.isdisjoint(RULERS)
    if len(form.words) < 2 or not (is_royal or not CLERGY.isdisjoint(added)):
        return False
    known = best_known(form.words[-1])
    if known is None or key.phrase(known).words != form.words:
        return False
    return is_royal or not was_in_orders(known)


def person_slips(form: Phrase, given: Phrase, key: AnswerKey) -> int | None:
    """Return how many slips separate ``given`` from the person ``form``, 0 if it names them; None for anybody else."""
    name, number = _split_suffix(_named(form))
    if _has_surname_first(name):
        return _slips_with_surname_first(name, given, key)
    if (turned := _in_usual_order(given, name, key)) is not None:
        return person_slips(form, turned, key)
    said, said_number = _split_suffix(without_realm(without_role(given.words), name, number, key))
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
        if name != said and _is_transliterated(name[0], said[0]):
            return 1
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
    return title in ROYAL or (title in _OF_WOMEN and key.stem_words.isdisjoint(_WOMEN))


def _glued(said: tuple[str, ...], family: str) -> tuple[str, ...]:
    """Return ``said`` with the parts of the surname ``family`` as one word: di caprio for DiCaprio."""
    for start in range(max(0, len(said) - 3), len(said) - 1):
        if "".join(said[start:]) == family:
            return (*said[:start], family)
    return said


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
    if _is_transliterated(first, second):
        return 1
    if _sound_alike(first, second) or (min(len(first), len(second)) >= 5 and _spoken(first) == _spoken(second)):
        return 1
    return typo((first,), (second,), key)


def _is_transliterated(first: str, second: str) -> bool:
    return any(first in names and second in names for names in _TRANSLITERATED)


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
