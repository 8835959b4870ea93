"""Words and names: which responses say what the answer says. Each rule has a name that a learner can understand."""

import re
from collections.abc import Callable, Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.lists import same_parts
from quizgen.grading.names import TITLES, VAGUE, country, is_person, person_slips, placed, untitled, without_kind
from quizgen.grading.readings import CHOOSING, LEADING_UP
from quizgen.grading.stem import asks_for_title
from quizgen.grading.typos import phrase_typo, typo
from quizgen.text.countries import NATIONS, are_people_of
from quizgen.text.folding import fold
from quizgen.text.word_forms import are_inflected, is_adjective_of, is_english_word, singulars, umlauts_written_out
from quizgen.text.words import FUNCTION_WORDS, Phrase, listed, numbers, phrase, without_article

Rule = Callable[[Phrase, Phrase, AnswerKey], bool]

_PRONOUNS = listed("it he she they to")
_WHERE = listed("in on at inside within")
_PREPOSITIONS = listed("of in at on by for through with during via")
_ORDER_MATTERS = listed("university college school institute bank house")


def same_words(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same words; a hyphen or space between them makes no difference."""
    if form.words == given.words:
        return True
    return form.joined == given.joined and numbers(form.words) == numbers(given.words)


def same_number(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same words in the singular or the plural."""
    one, other = singulars(form.words), singulars(given.words)
    if len(one) == 1 and form.words != given.words and form.text[:1].isupper() and asks_for_title(key.stem):
        return False
    return (
        (one == other or "".join(one) == "".join(other)) and not key.is_rival(given.words) and _digits_agree(one, other)
    )


def _digits_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return numbers(one) == numbers(other)


def umlauts(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """ae, oe, ue for an umlaut."""
    spelled = umlauts_written_out(form.text)
    typed = umlauts_written_out(given.text)
    return (spelled != form.text or typed != given.text) and phrase(spelled).words == phrase(typed).words


def article(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An article of another language left out or added, but not changed: La Marseillaise."""
    one, other = without_article(form.words), without_article(given.words)
    return len(form.words) != len(given.words) and singulars(one) == singulars(other) and not key.is_rival(given.words)


def turned_around(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """One thing "of" another, said the other way around: the structure of DNA, DNA structure."""
    if _ORDER_MATTERS & set(form.words) or key.is_rival(given.words):
        return False
    if _numbered_last(form.words) == _numbered_last(given.words) != ():
        return True
    one, other = (singulars(_without_titles(each.words)) for each in (form, given))
    if len(one) == 1:
        return False
    return _turned(one) == other or _turned(other) == one


def _numbered_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` with their number at the end: the First World War is World War I; () without a number."""
    if len(words) > 1 and words[0].endswith("th") and words[0][:-2].isdigit():
        return (*words[1:], words[0][:-2])
    return words if len(words) > 1 and words[-1].isdigit() else ()


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without titles inside, if there are other words: the murder of (Archduke) Franz Ferdinand."""
    kept = tuple(word for at, word in enumerate(words) if word not in TITLES or at in {0, len(words) - 1})
    return kept if len(kept) > 2 else words


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    if words.count("of") != 1:
        return words
    at = words.index("of")
    return (*words[at + 1 :], *words[:at])


def title(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A title before a name left out or added: Sir Isaac Newton; King John (of England)."""
    if not form.text.rsplit(maxsplit=1)[-1][:1].isupper() and key.type != "person":
        return False
    size = len(form.words)
    if form.words[0] in TITLES and given.words[: size + 1] == (*form.words, "of"):
        realm = " ".join(given.words[size + 1 :])
        return realm in NATIONS and any(word == realm or are_people_of(word, realm) for word in key.stem_words)
    if _without_titles(form.words) == _without_titles(given.words):
        return not key.is_rival(given.words)
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if len(longer) > len(shorter) and untitled(longer) == shorter and not TITLES & set(shorter):
            named = key.asks_for_person or (len(shorter) >= 2 and longer is given.words)
            return named and not key.is_rival(given.words)
    return False


def person(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A person by surname, with initials, or without middle names."""
    return is_person(form, key) and person_slips(form, given, key) == 0


def acronym(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The initials of a name of several words: UN."""
    letters = _letters(given)
    content = [word for word in re.findall(r"[^\W_]+", form.text) if fold(word) not in FUNCTION_WORDS]
    if not letters or len(content) < 2 or not all(word[:1].isupper() or word.isdigit() for word in content):
        return False
    in_capitals = given.text.strip(" .").replace(".", "").replace(" ", "").isupper()
    if len(letters) < 3 and is_person(form, key):
        return False
    if not in_capitals and (len(letters) < 3 or is_english_word(letters) or letters in FUNCTION_WORDS | {"who", "sad"}):
        return False
    return _initials_fit(letters, form) and not key.is_rival(given.words)


def written_out(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An acronym of three capitals or more written out: North Atlantic Treaty Organization."""
    letters = _letters(form)
    written = "".join(char for char in form.text if char.isalpha())
    return len(letters) >= 3 and written.isupper() and _initials_fit(letters, given) and not key.is_rival(given.words)


def _letters(short: Phrase) -> str:
    joined = short.joined
    if "".join(char for char in fold(short.text) if char.isalnum()) != joined:
        return ""  # words were dropped: "a frog" is not an acronym
    single = len(short.words) == 1 or all(len(word) == 1 for word in short.words)
    return joined if single and 2 <= len(joined) <= 8 and joined.isalpha() else ""


def _initials_fit(letters: str, name: Phrase) -> bool:
    content = [word for word in name.words if word not in FUNCTION_WORDS]
    every = "".join(word[0] for word in name.words)
    return len(content) >= 2 and letters in {"".join(word[0] for word in content), every}


def abbreviated(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A word shortened with a full stop: N. Korea, H. sapiens, Dominican Rep."""
    if len(form.words) != len(given.words):
        return False
    whole = 0
    for word, written in zip(form.words, given.words, strict=True):
        if word == written:
            whole += len(word) >= 4 or len(form.words) == 2
        elif key.in_stem(word) and len(written) >= 3 and word.startswith(written):
            continue
        elif not (word.startswith(written) and len(written) in {1, 3, 4} and f"{written}." in fold(given.text)):
            return False
    return whole > 0 and not key.is_rival(given.words)


def restates_stem(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer with words that the stem says already: "85 soldiers" for how many soldiers."""
    for before, after in _around(form.words, given.words):
        extra = (*before, *after)
        if not extra or any(map(_has_digit, extra)):
            continue
        if CHOOSING & {*extra} and f" {' '.join(after)} " not in f" {' '.join(phrase(key.stem).words)} ":
            continue
        if key.alternatives & {*extra}:
            continue
        said = all(word in FUNCTION_WORDS or word in LEADING_UP or key.in_stem(word) for word in extra)
        rival = key.is_rival(given.words) and not (after and after[0] in {"of", "in", "from", "at"})
        if said and not rival and not any(_is_of_rivals(side, key) for side in (before, after)):
            return True
    return False


def stem_says_the_rest(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The answer without a word that the stem says: "citric" for which acid."""
    if len(given.words) >= len(form.words) or key.is_rival(given.words) or given.normal in VAGUE:
        return False
    stem = set(phrase(key.stem).words)
    if (CHOOSING - {"and", "both"}) & stem or CHOOSING & set(form.words):
        return False
    left_out = _left_out(singulars(given.words), singulars(form.words))
    if not left_out or any(_has_digit(word) or not key.in_stem(word) for word in left_out):
        return False
    return any(word not in FUNCTION_WORDS and not key.in_stem(word) for word in given.words)


def _left_out(some: tuple[str, ...], words: tuple[str, ...]) -> list[str]:
    """Return the words that ``some`` lacks of ``words``; none if it has them in another order, or others."""
    rest = iter(some)
    wanted = next(rest, None)
    left_out = []
    for word in words:
        if word == wanted:
            wanted = next(rest, None)
        else:
            left_out.append(word)
    return [word for word in left_out if word not in FUNCTION_WORDS] if wanted is None else []


def small_words(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Small words left out or changed: (to) run, (it) doubles, (in) the neck, evolution by or through selection."""
    one, other = _without_lead(form.words, key), _without_lead(given.words, key)
    if one == other:
        return True
    if len(one) != len(other) or {*one, *other} & {"to", "from"}:
        return False
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differ) == 1 and all(word in _PREPOSITIONS for word in differ[0]) and not key.is_rival(given.words)


def _without_lead(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` without a pronoun, "to" or, for places, a preposition before them."""
    dropped = _PRONOUNS | (_WHERE if key.asks_for_place else frozenset())
    start = 0
    while start < len(words) - 1 and words[start] in dropped:
        start += 1
    return words[start:]


def inflected(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another form of a verb or of the word for what it does: doubles, doubled; covalent bond, covalent bonding."""
    one, other = _without_lead(form.words, key), _without_lead(given.words, key)
    other = other[1:] if other[0] in {"is", "are", "was", "were", "being"} and len(other) > 1 else other
    if len(one) != len(other) or key.is_rival(given.words) or not form.text[form.text.rfind(" ") + 1 :].islower():
        return False
    return all(a == b or are_inflected(a, b) for a, b in zip(one, other, strict=True))


def derived(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The adjective of the answer with a noun of the stem: meiotic division, legislative branch."""
    own = [word for word in given.words if not key.in_stem(word) and word not in FUNCTION_WORDS]
    if len(form.words) != 1 or len(own) != 1 or len(given.words) < 2 or not form.text[-1:].islower():
        return False
    return is_adjective_of(own[0], form.words[0]) and not key.is_rival(given.words)


def _around(part: tuple[str, ...], whole: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return what comes before and after the first occurrence of ``part`` in ``whole``."""
    size, one, many = len(part), singulars(part), singulars(whole)
    starts = (at for at in range(len(whole) - size + 1) if many[at : at + size] == one)
    return [(whole[:at], whole[at + size :]) for at in list(starts)[:1]]


def _is_of_rivals(words: tuple[str, ...], key: AnswerKey) -> bool:
    """Return whether ``words`` are only other answers: "Georgia and" is, "of Armenia" is not."""
    words = tuple(word for word in words[:20] if word not in {"and", "both"})
    return bool(words) and any(
        key.is_rival(words[:end]) and (end == len(words) or _is_of_rivals(words[end:], key))
        for end in range(1, len(words) + 1)
    )


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


RULES: dict[Rule, str | None] = {
    same_words: None,
    umlauts: "letters",
    same_number: "singular or plural",
    article: "article",
    abbreviated: "abbreviation",
    placed: None,
    turned_around: "word order",
    title: "title",
    person: "short form of the name",
    acronym: "abbreviation",
    country: "another name",
    written_out: "abbreviation written out",
    same_parts: "order of the parts",
    without_kind: "shorter form",
    restates_stem: None,
    stem_says_the_rest: "shorter form",
    small_words: None,
    inflected: "another form of the word",
    derived: "another form of the word",
}
"""The rules of lenient grading in their order, each with what it forgives; None if nothing needs to be shown."""


def readings_of(given: Phrase, key: AnswerKey) -> Iterator[Phrase]:
    """Yield the response, and what remains of it without a title or words that lead up to it, to look for typos in."""
    yield given
    words = untitled(given.words)
    if words != given.words:
        yield Phrase(given.text, words, given.plain[-len(words) :])
    bare = without_article(given.words)
    if bare != given.words:
        yield Phrase(given.text, bare, given.plain[-len(bare) :])
    kept = [at for at, word in enumerate(given.words) if not key.in_stem(word) and word not in FUNCTION_WORDS]
    if kept and len(kept) < len(given.words) <= 40:
        span = slice(kept[0], kept[-1] + 1)
        yield Phrase(given.text, given.words[span], given.plain[span])


def _without_stem(form: Phrase, key: AnswerKey) -> tuple[str, ...]:
    """Return the words that neither the stem says nor are small: waterloo of "Battle of Waterloo" for which battle."""
    return tuple(word for word in form.words if word not in FUNCTION_WORDS and not key.in_stem(word))


def slips(form: Phrase, given: Phrase, key: AnswerKey) -> tuple[int, str] | None:
    """Return the fewest slips by which ``given`` misspells ``form``, and the spelling; None if it is something else."""
    found: list[int] = []
    if is_person(form, key) and (edits := person_slips(form, given, key)):
        found.append(edits)
    plural = Phrase(form.text, singulars(form.words), singulars(form.plain))
    for reading in readings_of(given, key):
        if (edits := phrase_typo(form, reading, key)) is not None:
            found.append(edits)
        one = Phrase(reading.text, singulars(reading.words), singulars(reading.plain))
        if (edits := phrase_typo(plural, one, key)) is not None:
            found.append(edits)
        if (bare := _without_stem(form, key)) and (edits := typo(bare, _without_stem(reading, key), key)) is not None:
            found.append(edits)
        if len(form.words) != len(reading.words) and len(form.words) > 1:
            joined = typo((form.joined,), (reading.joined,), key)
            if joined is not None and joined == 1 and not _has_digit(form.joined):
                found.append(joined)
    return (min(found), form.text) if found else None
