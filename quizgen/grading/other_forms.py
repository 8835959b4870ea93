"""Other forms of an answer: singular or plural, an article or a title more or less, another word order or verb form."""

import re
from itertools import pairwise

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.people import is_person, person_slips
from quizgen.grading.readings import ORDER_MATTERS
from quizgen.grading.realms import has_other_realm, realm_after
from quizgen.grading.stems.names import asks_for_title
from quizgen.grading.stems.phrases import asks_for_change, asks_for_participle
from quizgen.grading.titles import RULERS, TITLES, have_other_titles, untitled
from quizgen.text.countries import NATIONS, are_people_of, in_short
from quizgen.text.folding import fold
from quizgen.text.genders import language_of
from quizgen.text.guessed_language import guessed_language
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import change_in
from quizgen.text.word_forms import are_inflected, is_english_word, is_eponym, stem, umlauts_written_out
from quizgen.text.words import ARTICLES_ABROAD, FUNCTION_WORDS, Phrase, listed, numbers, without_article

_ADDRESSED = listed("mr mrs ms miss doctor professor sir captain")
_SUBJECTS = listed("it he she they")
_PRONOUNS = _SUBJECTS | {"to"}
_ALSO_ENGLISH = listed("as den die i o os un")
"""Articles that are words or letters in English, too: they go before no English word."""
_WHERE = listed("in on at inside within")
_OPERATION = lazy_pattern(
    r"[×*÷/+=%]|\s[-−–]\s|\b(?:times|plus|minus|over|divided|multiplied|squared|cubed|equals|is)\b", re.IGNORECASE
)
_INFINITIVE = lazy_pattern(r"^\s*to\s+", re.IGNORECASE)
_OWNER = lazy_pattern(r"\b(?:(?:some)?(?:one|body)['’]s|my|your|his|her|our|their)\s+", re.IGNORECASE)


def same_words(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same words, or somebody for someone; a hyphen or space between them makes no difference."""
    if form.words == given.words or _with_someone(form.words) == _with_someone(given.words):
        return True
    return form.joined == given.joined and numbers(form.words) == numbers(given.words)


def _with_someone(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_SOMEONE.get(word, word) for word in words)


_SOMEONE = {"somebody": "someone", "anybody": "anyone", "everybody": "everyone"}


def same_number(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same words in the singular or the plural."""
    one, other = key.singulars(form.words), key.singulars(given.words)
    if len(one) == 1 and form.words != given.words and form.text[:1].isupper() and asks_for_title(key.stem):
        return False
    if min(len(form.joined), len(given.joined)) < 4 and form.text[:1].isupper():
        return form.words == given.words  # Mars has no singular
    if form.text.isupper() and given.text.isupper() and form.joined != given.joined:
        return False  # HTTPS is not several HTTP
    same = one == other or ("".join(one) == "".join(other) and numbers(one) == numbers(other))
    return same and not key.is_rival(given.words)


def umlauts(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """ae, oe, ue for an umlaut."""
    spelled = umlauts_written_out(form.text)
    typed = umlauts_written_out(given.text)
    return (spelled != form.text or typed != given.text) and key.phrase(spelled).words == key.phrase(typed).words


def article(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An article of another language left out or added, but not changed: La Marseillaise."""
    one, other = without_article(form.words), without_article(given.words)
    long_enough = min(len("".join(one)), len("".join(other))) >= 3  # O-O has no article
    return (
        len(form.words) != len(given.words)
        and long_enough
        and key.singulars(one) == key.singulars(other)
        and not key.is_rival(given.words)
        and _is_article(max(form, given, key=lambda each: len(each.words)), form, key)
    )


def _is_article(whole: Phrase, form: Phrase, key: AnswerKey) -> bool:
    """Return whether the first word of ``whole`` is an article, rather than initials or a word: LA Lakers, O negative.

    It is one of the languages of the question, or belongs to a name, as far as the key shows.
    """
    first = whole.text.split(maxsplit=1)[0]
    if len(first) > 1 and first.isupper() and not whole.text.isupper():
        return False
    languages = {key.language, language_of(key.stem, ""), guessed_language(form.text)}
    if any(whole.words[0] in ARTICLES_ABROAD.get(language or "", ()) for language in languages):
        return True
    if whole.words[0] in _ALSO_ENGLISH and is_english_word(whole.words[1]):
        return False
    return whole is form or form.text[:1].isupper()


def turned_around(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """One thing "of" another, said the other way around: the structure of DNA, DNA structure."""
    if ORDER_MATTERS & set(form.words) or key.is_rival(given.words):
        return False
    if _numbered_last(form.words) == _numbered_last(given.words) != ():
        return True
    if form.words[-4:-2][1:] == ("and",) and given.words == (*form.words[:-4], *_swapped(form.words[-4:])):
        return True
    one, other = (_without_titles(tuple(in_short(each.normal).split())) for each in (form, given))  # US President
    if not key.may_be_form:
        one, other = key.singulars(one), key.singulars(other)
    if len(one) == 1 or "of" not in {*one, *other}:
        return False
    turned, straight = (_turned(one), other) if "of" in one else (one, _turned(other))
    return turned == straight or (
        len(turned) == len(straight) and all(a == b or is_eponym(a, b) for a, b in zip(turned, straight, strict=True))
    )


_LIST_INSIDE = lazy_pattern(r"\b(?P<one>\w+), (?P<two>\w+),? (?P<join>and|or) (?P<three>\w+)\b", re.IGNORECASE)


def same_list_inside(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Three words in another order inside a phrase: worn away by wind, water or ice."""
    one, other = (_LIST_INSIDE.search(each.text) for each in (form, given))
    if one is None or other is None or ORDER_MATTERS & {*key.stem_words, *form.words} or one["join"] != other["join"]:
        return False
    nouns, said = (sorted(map(_activity, found.groups())) for found in (one, other))
    if len(one[0]) == len(form.text) or nouns != said:
        return False
    rest = (key.phrase(_LIST_INSIDE.sub(" listed ", each.text, count=1)).words for each in (form, given))
    return next(rest) == next(rest)


def _activity(noun: str) -> str:
    """Return a noun without the ending of one that means the same: transport, for transportation."""
    plain = fold(noun)
    bare = plain.removesuffix("ation")
    return bare if len(bare) >= 6 and is_english_word(bare) else plain


def _swapped(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return two words before one that belongs to both, in the other order: pig and cow fat, for cow and pig fat."""
    one, joint, other, noun = words
    return other, joint, one, noun


def _numbered_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` with their number at the end: the First World War is World War I; () without a number."""
    if len(words) > 1 and words[0].endswith("th") and words[0][:-2].isdigit():
        return (*words[1:], words[0][:-2])
    return words if len(words) > 1 and words[-1].isdigit() else ()


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without titles before a name: the murder of (Archduke) Franz Ferdinand.

    An office without a name stays whole: the Prime Minister of France.
    """
    kept: list[str] = []
    named = False
    for word in reversed(words):
        is_title = word in TITLES
        if not is_title or not named:
            kept.append(word)
        named = named if is_title else word not in FUNCTION_WORDS
    return tuple(reversed(kept)) if len(kept) > 1 else words


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
    if realm_after(form, given) and not key.stem_words.isdisjoint(RULERS):
        return not has_other_realm(form, given, key)
    if _without_titles(form.words) == _without_titles(given.words):
        return not key.is_rival(given.words) and not have_other_titles(form.words, given.words)
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if len(longer) > len(shorter) and untitled(longer) == shorter and not TITLES & set(shorter):
            addressed = longer is form.words and longer[0] in _ADDRESSED and not asks_for_title(key.stem)
            named = key.asks_for_person or addressed or (len(shorter) >= 2 and longer is given.words)
            return named and not key.is_rival(given.words)
    return False


def person(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A person by surname, with initials, or without middle names."""
    return is_person(form, key) and person_slips(form, given, key) == 0


def inflected(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another form of a verb or of the word for what it does: doubles, doubled; covalent bond, covalent bonding."""
    one, other = _without_lead(form.words, key), _without_lead(given.words, key)
    if len(one) == len(other) == 1 and f"{min(one[0], other[0], key=len)}ing" in {one[0], other[0]}:
        return False  # weathering is not weather
    is_sentence = given.words[0] in _SUBJECTS or asks_for_change(key.stem)
    if not is_sentence and any(_is_no_noun_beside(*pair) for pair in zip(one, other, strict=False)):
        return False
    other = other[1:] if other[0] == "being" and len(other) > 1 else other
    if len(one) != len(other) or key.is_rival(given.words) or not form.text[form.text.rfind(" ") + 1 :].islower():
        return False
    return all(
        a == b or (are_inflected(a, b) and not _changes_voice(a, b, key)) for a, b in zip(one, other, strict=True)
    )


def _is_no_noun_beside(word: str, given: str) -> bool:
    """Return whether ``word`` is a noun in -ion and ``given`` a verb or a participle of it, or it is an adjective.

    To transpire is no process, ionised is not ionization, and discretion is not discrete.
    """
    if word.endswith("ion"):
        return not given.endswith(("ion", "ing", "s"))
    return word.endswith("te") and given == f"{word[:-1]}ion"


def _without_lead(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` without a pronoun, "to" or, for places, a preposition before them."""
    dropped = _PRONOUNS | (_WHERE if key.asks_for_place else frozenset())
    start = 0
    while start < len(words) - 1 and words[start] in dropped:
        start += 1
    return words[start:]


def _changes_voice(word: str, given: str, key: AnswerKey) -> bool:
    """Return whether one word says what is done to something, and the other what it does: bored, boring.

    A word in -ed may also be a past tense, as doubles for doubled, unless the stem has a passive or a choice.
    """
    ends = {"ed" if each.endswith("ed") else "ing" if each.endswith("ing") else "" for each in (word, given)}
    if ends == {"ed", "ing"}:
        return True
    return word.endswith("ed") and "ed" in ends and len(ends) > 1 and asks_for_participle(key.stem)


_TURNS = lazy_pattern(
    r"(?:(?:it|they|which)\s+)?(?:will\s+)?(?:turns?|becomes?|turned|became|turning|becoming"
    r"|(?:goes|went)(?=\s\w+(?:[- ]\w+)?$))\s+(?P<into>[\w\s-]{3,40})",
    re.IGNORECASE,
)
"""Verbs for the change of a colour: turns blue, becomes blue."""


def same_present(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The present of a verb in its other form, in a sentence that is translated: the dog is sleeping, sleeps."""
    if not key.is_translation:
        return False
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        for at, (verb, doing) in enumerate(pairwise(longer)):
            if verb not in _BE or not doing.endswith("ing") or len(shorter) != len(longer) - 1:
                continue
            simple = shorter[at]
            rest = (*longer[:at], *longer[at + 2 :]) == (*shorter[:at], *shorter[at + 1 :])
            if rest and stem(simple) == stem(doing) and simple.endswith("s") is (verb == "is"):
                return True
    return False


_BE = frozenset({"am", "is", "are"})


def same_change(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another verb for a change in the same direction: it falls, it goes down; it turns blue, becomes blue."""
    change = change_in(form.words)
    if change is not None and change == change_in(given.words) and asks_for_change(key.stem):
        return True
    one, other = (_TURNS.fullmatch(phrase.text.strip(" .")) for phrase in (form, given))
    return one is not None and other is not None and key.phrase(one["into"]).words == key.phrase(other["into"]).words


def same_possession(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """What a verb in the infinitive is done to, with another owner or none: to brush one's teeth, brush your teeth."""
    if not _INFINITIVE.match(form.text):
        return False
    one, other = (key.phrase(_OWNER.sub("", _INFINITIVE.sub("", text))) for text in (form.text, given.text))
    return one.words == other.words != () and not key.is_rival(given.words)


def same_calculation(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A calculation in words with signs instead of words, or the other way around: distance / time."""
    if not _OPERATION.search(form.text):
        return False
    from quizgen.grading.calculations import same_calculation as same

    return same(form.text, given.text, key)
