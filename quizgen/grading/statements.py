"""Statements without their subject, events as nouns or sentences, and directions: (they were) greased with fat."""

import re
from itertools import pairwise, takewhile

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.exercises import asks_for_english
from quizgen.grading.readings import CHOOSING
from quizgen.grading.stems.phrases import asks_why
from quizgen.grading.titles import have_other_titles, untitled
from quizgen.text.countries import CONTINENTS, COUNTRIES, are_people_of
from quizgen.text.folding import LETTERS, fold
from quizgen.text.synonyms import change_in
from quizgen.text.word_forms import are_inflected
from quizgen.text.words import Phrase, listed

_SUBJECTS = listed("it they he she this these")
_PERSONS = listed("i you he she it we they")
_PEOPLE = listed("he she")
_TRANSLATION = re.compile(r"^\W*translate\b|\bmeans?\b|\b(?:in|into)\s+English\b", re.IGNORECASE)
_AUXILIARIES = frozenset("is are was were has have had been being".split())
_PERFECT = frozenset({"has", "have", "had"})
_ARMIES = listed("army armies troops forces soldiers military")
"""What acts for a country: the German army invaded Belgium."""
_EVENTS = {
    "assassination murder killing": "assassinated murdered killed",
    "execution": "executed",
    "defeat": "defeated beat",
    "invasion": "invaded",
    "conquest": "conquered",
    "annexation": "annexed",
    "storming": "stormed",
    "bombing": "bombed",
    "destruction": "destroyed",
    "abolition": "abolished",
    "discovery": "discovered",
    "invention": "invented",
    "signing": "signed",
    "failure": "failed",
    "rise": "rose",
    "decline": "declined",
    "arrival": "arrived",
    "fall": "fell",
    "collapse": "collapsed",
    "death": "died",
}
"""Events as nouns and as verbs in the past."""
_OF_ITSELF = frozenset({"fall", "collapse", "death", "failure", "rise", "decline", "arrival"})
"""Events that nobody does to others."""
_EVENT_OF = {word: nouns for nouns, verbs in _EVENTS.items() for word in f"{nouns} {verbs}".split()}
_EVENT_NOUNS = listed(" ".join(_EVENTS))
_TREATIES = listed("peace treaty treaties")
_ATTACKS = listed("attack raid bombing battle siege massacre")
_TOWARD = listed("to toward towards the on side direction hand")
_MOVES = listed("shift shifts shifted move moves moved go goes went")
_DIRECTIONS = listed("left right north south east west")
_ASKED_ABOUT = re.compile(
    r"\b(?:why|how)\s+(?:do|does|did|is|are|was|were|can|could)\s+(?:the\s+)?(?P<subject>[\w-]+)", re.IGNORECASE
)
_NEGATIONS = CHOOSING - {"and", "both"}


_DENIED = re.compile(
    r"(?:\bbut|\band|,)\s+(?:(?:it|they|he|she)\s+)?(?:[a-z]+\s+)?(?:not|never|[a-z]+n['’]t)\s+(?P<denied>[^?.,;:()]{2,80})",
    re.IGNORECASE,
)
"""What a stem says is not so, after what is: when molten but not when solid."""
_DENYING = listed("not no never cannot unlike without neither nor")
_CONDITIONS = listed("when if while once after before unless until whereas although")


def says_what_stem_denies(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` adds to the answer the case that the stem leaves out: the ions move when it is solid."""
    denied = {
        next((word for word in key.singulars(key.phrase(found["denied"]).words) if not _is_small(word, key)), "")
        for found in _DENIED.finditer(key.stem)
    }
    said = {*key.singulars(given.words)} - {*key.singulars(form.words)}
    if not denied & said or said & _DENYING or re.search(r"n['’]t\b", given.text):
        return False
    affirmed = {*key.singulars(key.phrase(_DENIED.sub(" ", key.stem)).words)}
    return bool(denied & said - affirmed)


_CHANGED = re.compile(
    r"(?:\bhappen(?:s|ed)?\s+to|\bhow\s+(?:do|does|did|will|would))\s+(?P<asked>.+?)"
    r"(?:\s+(?:of|when|if|as|after|during|once|while|at|in|by|change|vary|depend)\b|[?.,;]|$)"
    r"|\beffect\s+of\b.*?\bon\s+(?P<affected>.+?)(?:\s+of\b|[?.,;]|$)",
    re.IGNORECASE | re.DOTALL,
)
"""What a stem asks about, of which something else is the cause: the rate, when the temperature falls."""
_BEFORE_CAUSES = _CONDITIONS | listed("as because of with at in by on for from to through due during")


def changes_something_else(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether the stem asks how one thing changes, and ``given`` says it of another: the temperature falls.

    It may be the subject or the object of the verb, but may come after "when" or "at".
    """
    found = _CHANGED.search(key.stem)
    if found is None:
        return False
    asked = {*key.singulars(key.phrase(found["asked"] or found["affected"]).words)}
    said = key.singulars(given.words)
    if not asked.isdisjoint(said):
        return False
    own = {*key.singulars(form.words)}
    return any(
        key.in_stem(word)
        and word not in own
        and not _is_small(word, key)
        and change_in((one,)) is None
        and before not in _BEFORE_CAUSES
        for before, word, one in zip(("", *said), said, given.words, strict=False)
    )


def _is_small(word: str, key: AnswerKey) -> bool:
    return word in key.function_words or word in _CONDITIONS or word in _SUBJECTS


def same_predicate(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """What is said about "they" or "it", without the pronoun: greased with fat, for they were greased with fat.

    A passive may have "get", "become" or "turn" instead of "be": it gets bleached. A change may be only what comes of
    it: orange, for it turns orange.
    """
    if not key.is_translation and _with_be(given.words) == _with_be(form.words):
        return True
    if form.words[0] in _SUBJECTS and form.words[1:2] and form.words[1] in _GOES and form.words[2:] == given.words:
        return len(given.words) <= 2
    if _is_gas_seen(form) and _is_gas_seen(given):
        return True
    rest, said = _predicate(form.words), _predicate(_with_has(_without_subject(given.words, key)))
    if len(rest) < 2 or rest == form.words or _NEGATIONS & {*rest, *said}:
        return False
    return key.singulars(rest) == key.singulars(said) or _turned(rest, key) == _turned(said, key)


_CONTAINING = {"contains": "has", "contain": "have", "contained": "had", "possesses": "has", "possess": "have"}


def _with_has(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a sentence with "has" for "contains": they have free electrons, for they contain free electrons."""
    if words[:1] and words[0] in _SUBJECTS and words[1:2] and words[1] in _CONTAINING:
        return (words[0], _CONTAINING[words[1]], *words[2:])
    return words


def same_event(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """An event as a noun or as a sentence: the invasion of Belgium by Germany, Germany invaded Belgium.

    A peace is a treaty: the Peace (Treaty) of Westphalia. Where the stem asks for an event, an attack may be named by
    its place: Pearl Harbor.
    """
    if _NEGATIONS & {*form.words, *given.words}:
        return False
    if (place := _place_of_peace(form.words)) and place == _place_of_peace(given.words):
        return True
    if (place := _place_of_attack(form, key)) and place == given.words and not key.is_rival(given.words):
        return True
    one, other = _event(form.words, key), _event(given.words, key)
    if one is None or other is None or one[:2] != other[:2] or have_other_titles(form.words, given.words):
        return False
    by, said_by = one[2], other[2]
    same_people = len(by) == len(said_by) == 1 and (
        are_people_of(by[0], said_by[0]) or are_people_of(said_by[0], by[0])
    )
    return by == said_by or same_people


def _event(words: tuple[str, ...], key: AnswerKey) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """Return what happened, what or whom it happened to, and who did it (or nothing); None if that is not clear."""
    at = [at for at, word in enumerate(words) if word in _EVENT_OF]
    if len(at) != 1:
        return None
    before, after = words[: at[0]], words[at[0] + 1 :]
    by: tuple[str, ...] = ()
    if "by" in after:
        after, by = after[: after.index("by")], after[after.index("by") + 1 :]
    event = _EVENT_OF[words[at[0]]]
    if words[at[0]] in _EVENT_NOUNS:
        if after[:1] != ("of",) or (before and by):
            return None
        before, after = before or by, after[1:]
    elif after and before[-1:] and before[-1] in _PERFECT:
        before = before[:-1]
    elif before[-1:] and before[-1] in _AUXILIARIES:
        if after or before[-1] in _PERFECT:
            return None
        before, after = by, _without_auxiliaries(before)
    elif event in _OF_ITSELF:
        if after:
            return None
        before, after = (), before
    else:
        before = _without_auxiliaries(before)
    if not after or {*after, *before} & {"to", "in"} or "of" in before:
        return None
    after = after[1:] if after[:1] == ("neutral",) else after
    before = before[:-1] if len(before) == 2 and before[1] in _ARMIES else before
    return event, key.singulars(_untitled(after)), key.singulars(before)


def _place_of_peace(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the place after "Peace of" or "Peace Treaty of", or before "Peace Treaty"; () for anything else."""
    if "of" not in words and len(words) > 2 and _TREATIES.issuperset(words[-2:]):
        return words[:-2]
    at = words.index("of") if "of" in words else 0
    return words[at + 1 :] if at and _TREATIES.issuperset(words[:at]) else ()


def _place_of_attack(form: Phrase, key: AnswerKey) -> tuple[str, ...]:
    """Return the place of an attack or a battle for which the stem asks, unless the stem has it; () otherwise."""
    words = form.words
    if len(words) < 3 or words[0] not in _ATTACKS or words[1] not in {"on", "of", "at"}:
        return ()
    place, asked = words[2:], "event" in key.stem_words or words[0] in key.stem_words
    is_name = all(word[:1].isupper() for word in form.text.split()[-len(place) :])
    is_region = any(word in COUNTRIES or word in CONTINENTS for word in place)  # the Battle of Britain
    return place if asked and is_name and not is_region and not any(map(key.in_stem, place)) else ()


def is_of_other_kind(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` has another noun of the stem before "of" than the answer: War of Utrecht, Treaty of."""
    one, other = form.words, given.words
    if len(one) < 3 or one[1] != "of" or one[1:] != other[1:] or key.singular(one[0]) == key.singular(other[0]):
        return False
    return key.in_stem(other[0]) and not same_event(form, given, key)


_DID = re.compile(r"\bdid\s+(?:the\s+)?(?P<name>[A-Z][\w-]+)\s+(?P<verb>[a-z]{3,})")
_WHO_DID = re.compile(
    r"^\W*(?:who|(?:which|what)\s+[\w-]+)\s+(?P<verb>[a-z]{2,}(?:ed|ght|ew|eat|on))\s+(?:the\s+)?(?P<name>[A-Z][\w-]+)",
    re.IGNORECASE,
)


def changes_roles(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` says that the one did it whom the stem says it was done to, or the other way around.

    Poland invaded Germany, for which country Germany invaded.
    """
    asks_whom = _DID.search(key.stem)
    found = asks_whom or _WHO_DID.match(key.stem)
    if found is None or "by" in given.words or len(given.words) < len(form.words) + 2:
        return False
    name = key.phrase(found["name"]).words
    verbs = [at for at, word in enumerate(given.words) if are_inflected(word, found["verb"]) or word == found["verb"]]
    if len(verbs) != 1 or not name or name[0] not in given.words or name[0] in form.words:
        return False
    before, after = given.words[: verbs[0]], given.words[verbs[0] + 1 :]
    subject, other = (before, after) if asks_whom else (after, before)
    return name[0] in other and form.words[0] in subject


def is_other_substance(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` is the name of another substance, which has the answer in it: aluminium oxide."""
    size = len(form.words)
    if len(given.words) <= size or form.words not in {given.words[:size], given.words[-size:]}:
        return False
    from quizgen.text.chemistry.substances import formulas_of

    one, other = formulas_of(form.text), formulas_of(" ".join(given.words))
    return bool(one and other) and one.isdisjoint(other)


_PARTICLES = listed("atom ion molecule")


def is_other_particle(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether the stem asks for one kind of particle, and ``given`` names another: an atom, for which ion."""
    said = key.singular(given.words[-1])
    asked = _PARTICLES & key.stem_words
    is_other = said in _PARTICLES and bool(asked) and said not in asked and said not in key.singulars(form.words)
    return is_other and {*form.words} <= {*given.words}


def has_other_subject(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` begins with another pronoun: she, for he was tired.

    If the stem asks for a translation, so it may not with any pronoun: he, for it is cold. An infinitive has none: to
    sleep.
    """
    first, said = form.words[0], given.words[0]
    if first != said and {first, said} & _PEOPLE and {first, said} <= _PERSONS:
        return True
    infinitive = key.answers[0].startswith("to ") and "to" not in given.words
    ordered = said != "it" and given.words[1:] and given.words[1] not in _VERBS  # sit down, but not I am thirsty
    return (
        (infinitive or first in _PERSONS or bool(ordered))
        and first != said
        and said in _PERSONS
        and _TRANSLATION.search(key.stem) is not None
    )


def has_other_article(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` is a translation with an article in another place, or with another one in a sentence.

    New the shoes; close a door, for close the door. Nor may it lack the sign of an owner: Juan book.
    """
    if not key.may_be_form:
        return False
    one, other = ([*map(fold, LETTERS.findall(each.text))] for each in (form, given))
    if one != other and form.words == given.words and sorted(one) == sorted(other):
        return True
    owners = {*map(fold, _OWNER.findall(" ".join(key.answers)))} - _NO_OWNERS
    said = "".join(other).replace("body", "one")  # somebody's, for someone's
    if owners and "of" not in other and not any(f"{owner}s" in said for owner in owners):
        return True
    kinds, other_kinds = (
        {noun: _ARTICLE_KIND[article] for article, noun in pairwise(words) if article in _ARTICLE_KIND}
        for words in (one, other)
    )
    return (key.is_translation or key.changes_sentence) and any(
        other_kinds.get(noun, kind) != kind for noun, kind in kinds.items()
    )


_OWNER = re.compile(r"([^\W\d_]+)['’]s\s(?=[a-z])")
_NO_OWNERS = _PERSONS | listed("that there here this who what where how when let")
_ARTICLE_KIND = {"the": "the", "a": "a", "an": "a"}
_VERBS = listed("am is are was were be been being has have had will would")
_PARTICIPLE = re.compile(
    r"\w+(?:ed|en|wn|ght)|built|made|cut|put|sold|told|lost|left|held|hit|born|done|gone|found|won|led|fed"
)
_INDEFINITE = re.compile(r"\ban?\b", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:an?|one|the|this|that|some)\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"\b(?:s?he|it)['’]s\b", re.IGNORECASE)


def has_other_tense(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` has another tense or person of the verb of the answer, a sentence: it was, for it is.

    Nor may a translation lack an article. In other answers, a passive may be in another tense, and so may a reason.
    """
    translates = asks_for_english(key.stem, form.text) or _TRANSLATION.search(key.stem) is not None
    if key.language == "en" and (translates or key.changes_sentence):
        verbs, said = ([word for word in each.words if word in _VERBS] for each in (form, given))
        is_sentence = bool(verbs) or form.words[0] in _PERSONS
        lacks_article = _INDEFINITE.search(form.text) is not None and not _DETERMINED.search(given.text)
        if is_sentence and lacks_article:
            return True
    else:
        verbs, said = _leading_verbs(form.words), _leading_verbs(given.words)
        after = form.words[1 + len(verbs) :]
        if asks_why(key.stem) or form.words[0] != given.words[0] or not after or _PARTICIPLE.fullmatch(after[0]):
            return False
    if _CONTRACTED.search(given.text):  # she's: she is, or she has
        verbs, said = (["is" if verb == "has" else verb for verb in each] for each in (verbs, said))
    return bool(verbs and said) and verbs != said


def _leading_verbs(words: tuple[str, ...]) -> list[str]:
    """Return the forms of "be", "have" and "will" after the pronoun at the beginning of a sentence."""
    return list(takewhile(_VERBS.__contains__, words[1:])) if words[0] in _PERSONS else []


def _without_auxiliaries(words: tuple[str, ...]) -> tuple[str, ...]:
    while words and words[-1] in _AUXILIARIES:
        words = words[:-1]
    return words


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name of two words or more without the titles before it: (Archduke) Franz Ferdinand, not Duke of York."""
    bare = untitled(words)
    return bare if len(bare) > 1 and bare[0] != "of" else words


def same_direction(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """A direction with other small words: to the right, towards the right side, (from) low to high pressure."""
    ways = [_span(each.words) for each in (form, given)]
    if ways[0] == ways[1] and form.words != given.words:
        return True
    own, said = (_way(each.words) for each in (form, given))
    moves = form.words[0] in _TOWARD or form.words[:1] != _way(form.words)[:1]
    return len(own) == 1 and own == said and own[0] in _DIRECTIONS and moves


def _span(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without "from" before them, if "to" comes after it, or "until", which means the same there."""
    if words[:1] != ("from",):
        return words
    words = tuple("to" if word in {"until", "till"} else word for word in words)
    return words[1:] if "to" in words else words


def _way(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without the small ones around a direction, and without what moves, "it", and its verb."""
    rest = words[1:] if words[:1] == ("it",) else words
    rest = rest[1:] if rest[:1] and rest[0] in _MOVES else rest
    return tuple(word for word in rest if word not in _TOWARD)


def _without_subject(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` with "it" in place of the subject of the question, for which the answer has a pronoun, too."""
    words = words[1:] if words[:1] == ("because",) else words
    found = _ASKED_ABOUT.search(key.stem)
    subject = key.phrase(found["subject"]).words if found else ()
    return ("it", *words[1:]) if subject and words[:1] == subject else words


def _predicate(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without "they were" before them, or as they are."""
    start = 1 if words[:1] == ("that",) else 0
    if words[start : start + 1] and words[start] in _SUBJECTS and words[start + 1 : start + 2]:
        end = start + 1
        while end < len(words) and words[end] in _AUXILIARIES:
            end += 1
        return words[end:] if end > start + 1 else words
    return words


_FIZZ = listed("fizz fizzes fizzing fizzed effervescence effervesces effervesce effervescing effervesced")
_BUBBLES = _FIZZ | listed("bubble bubbles bubbling bubbled")
_AROUND_BUBBLES = listed(
    "it they there is are was were will be of gas given off produced seen observed form formed appear"
)


def _is_gas_seen(one: Phrase) -> bool:
    """Return whether ``one`` only says that bubbles of some gas are seen: it fizzes, effervescence, bubbles form."""
    words = {*one.words}
    return bool(words & _BUBBLES) and words <= _BUBBLES | _AROUND_BUBBLES


_GOES = listed("turns turn turned goes go went becomes become became")
_GET = {
    "gets": "is", "get": "are", "got": "was", "becomes": "is", "become": "are", "became": "was",
    "turns": "is", "turn": "are", "turned": "was",
}  # fmt: skip


def _with_be(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a passive at the beginning of ``words`` with "be" for "get" or "become", or ``words`` as they are."""
    at = 1 if words[0] in _SUBJECTS else 0
    is_passive = len(words) > at + 1 and words[at] in _GET and _PARTICIPLE.fullmatch(words[at + 1])
    if not is_passive:
        return words
    verb = "were" if _GET[words[at]] == "was" and words[0] in {"they", "these"} else _GET[words[at]]
    return (*words[:at], verb, *words[at + 1 :])


def _turned(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` in the singular, with the two around their only "and" in alphabetical order."""
    one = key.singulars(words)
    at = one.index("and") if one.count("and") == 1 else 0
    if not 0 < at < len(one) - 1:
        return one
    before, first, second, after = one[: at - 1], one[at - 1], one[at + 1], one[at + 2 :]
    if at >= 2 and after == (first,):  # cow fat and pig fat
        before, first = one[: at - 2], one[at - 2]
    return (*before, *sorted((first, second)), "and", *after)
