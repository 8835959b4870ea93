"""What a response may add to the answer: a sentence around it, a remark in parentheses, a region or a year."""

import re
from collections.abc import Callable, Iterator, Sequence, Set

from quizgen.grading.added_dates import adds_wrong_year, without_date, years_before_christ
from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.code import case_in_code
from quizgen.grading.stems.formulas import asks_for_state
from quizgen.grading.stems.names import asks_for_title
from quizgen.grading.stems.phrases import asks_for_observation
from quizgen.text.countries import CONTINENTS, COUNTRIES, is_on_continent, is_part_of_world
from quizgen.text.folding import fold
from quizgen.text.initials import are_initials, in_initials
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.places import is_in, is_namesake
from quizgen.text.synonyms import US_STATES, are_synonyms
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import listed, phrase

Reading = Callable[[str, AnswerKey], str | None]

_DENYING = listed("or not no never neither nor non")
CHOOSING = _DENYING | listed("without except but and both versus vs")
"""Words with which a response says more than one thing, or the opposite."""
MATHEMATICAL = listed("log ln lg sin cos tan sqrt")
"""Functions, which make another number of the one after them: log 6."""
_POWERS = listed("squared cubed")
_IN_CODE = listed("for if while do else")
"""Small words that are keywords of many programming languages."""
LEADING_UP = listed(
    "it its it's he she they there this that these those his her their we i think answer did do does has have had "
    "called named known was were become became your my our them him because since through via using located situated "
    "you also need needs needed"
)
"""Words that lead up to an answer, or follow it, in a sentence."""
_TODAY = listed("today now nowadays currently present-day modern-day")
"""Words for the present, one of which is as good as another in a stem: it is now Ghana."""
ORDER_MATTERS = listed("university college school institute bank house")
"""Kinds that are another thing with "of" after them: Washington University, the University of Washington."""
PARTS = listed("part parts half piece pieces member members side end edge")
"""Words that mean less than the answer with "of" between: part of a cell."""
_SMALL_ARTICLES = listed("la le")
_SMALL_ABROAD = _SMALL_ARTICLES | listed("de du da di del van von")
"""Small words that belong to names in English."""
_COLOURS = listed("colour color colours colors")
_OWNED = lazy_pattern(r"\w['’]s\s+\w")
_MADE_BY = lazy_pattern(
    r"^(?:it|this|that|they|he|she)\s+(?:was|is|were|are|has been|had been)\s+\w+\s+by\s+", re.IGNORECASE
)
_MADE_IT = lazy_pattern(
    r"(?P<maker>.{2,80}?)\s+(?:[^\W\d_]{3,12}ed|wrote|made|did|won|led|built|found|sang|said)\s+(?:it|them|this|that|so)\.?",
    re.IGNORECASE,
)
_HEDGE = lazy_pattern(
    r"(?P<before>[^,]{2,200}),?\s+(?:usually|mostly|mainly|normally|generally|i think|i believe|i guess|probably)\.?",
    re.IGNORECASE,
)
_BY_AUTHOR = lazy_pattern(r"[\"“]?(?P<title>[^,]{2,100}?)[\"”]?,?\s+by\s+(?:[A-Z][\w.'’-]*\s?){1,4}")
_OBSERVED = lazy_pattern(
    r"(?:(?:you|we|i)\s+(?:(?:will|would|can|could)\s+)?(?:see|observe|notice|get)\s+"
    r"|there\s+(?:is|are|was|were|will\s+be|would\s+be)\s+|(?:the\s+)?(?:formation|appearance)\s+of\s+)?"
    r"(?P<thing>[^,;]{2,80}?)"
    r"(?:\s+(?:(?:is|are|was|were|will\s+be|would\s+be)\s+)?(?:formed|produced|seen|observed|visible)"
    r"|\s+(?:will\s+|would\s+)?(?:forms?|appears?))?\.?",
    re.IGNORECASE,
)
"""What is said around a thing that is seen or formed: a white solid appears, there is a white solid."""
_TURNED = lazy_pattern(
    r"(?:(?:it|the\s+(?:flame|solution|liquid))\s+)?(?:(?:will|would)\s+)?(?:turns?|goe?s?|becomes?|turned|went|became|burns?(?:\s+with)?|gives?|shows?)\s+"
    r"(?P<colour>[\w\s-]{3,40})\.?",
    re.IGNORECASE,
)
"""What is said before a colour: it turns red, it burns with a red flame."""
_PRECIPITATE = lazy_pattern(r"^(?:an?\s+)?dirty\s+(?=\w)|\s+ppte?\.?$", re.IGNORECASE)
"""What is said around the colour of a precipitate: dirty green, green ppt."""
_BRIGHT = lazy_pattern(r"(?:an?\s+|it\s+is\s+)?bright\s+(?=\w)", re.IGNORECASE)
_RELATED = lazy_pattern(
    r"(?:son|daughter|brother|sister|father|mother|wife|husband|king|queen|god|goddess) of ", re.IGNORECASE
)
_PARENTHESES = lazy_pattern(r"(?P<before>[^()]*[^()\s])\s*\((?P<inside>[^()]+)\)\.?")
_OXIDATION_STATE = lazy_pattern(r"[IV]{1,4}|\d?[-+−]|[-+−]\d|\d")
_FORMULA = lazy_pattern(r"(?:[A-Z][a-z]?[0-9₀-₉]*){1,10}|[A-Z][A-Za-z]{0,2}|[A-Za-zΩ°µ]{1,2}")
_RENAMED = lazy_pattern(r"(?:now|modern|today|formerly|later|today's|nowadays)(?:[- ]day)?\s+\w.*", re.IGNORECASE)
_AMOUNT = lazy_pattern(
    r"(?:(?:a\s+)?(?:few\s+)?drops?\s+of|some|a\s+little|aqueous|an\s+aqueous)\s+(?=\w)", re.IGNORECASE
)
_TAIL = lazy_pattern(r"(?P<before>[^,]*[^,\s])(?:,\s*(?:in\s+)?|\s+in\s+|\s+(?=of\s+\d))(?P<tail>[^,]+?)\.?")


def sentence(given: str, key: AnswerKey) -> str | None:
    """A sentence around the answer, of words of the stem and small words: Fleming discovered it."""
    if found := _MADE_BY.match(given):
        return given[found.end() :]
    if found := _MADE_IT.fullmatch(given):
        return found["maker"]
    if found := _HEDGE.fullmatch(given):
        return found["before"]
    if asks_for_title(key.stem) and (found := _BY_AUTHOR.fullmatch(given)):
        return found["title"]
    tokens = given.split()
    start, end, not_small = 0, len(tokens), looking_small(given, key)
    while start < end and _is_said(tokens[start], key, not_small):
        start += 1
    while start < end and _is_said(tokens[end - 1], key, not_small):
        end -= 1
    dropped = {word for token in (*tokens[:start], *tokens[end:]) for word in key.phrase(token).words}
    if not 0 < end - start < len(tokens) or dropped & CHOOSING or dropped & key.alternatives:
        return None
    if say_more(dropped, key) or adds_letter(" ".join(tokens[start:end]), tokens[end:]):
        return None
    if any(map(str.isdigit, dropped)) and any(char.isdigit() for answer in key.answers for char in answer):
        return None  # 0 1 2 3 is not 0 1 2, whatever numbers the stem has
    if ("of" in dropped and dropped & (ORDER_MATTERS | PARTS)) or (
        end < len(tokens) and owns_more(" ".join(tokens[end - 1 :]), key)
    ):
        return None
    return " ".join(tokens[start:end])


_SYMBOL = 3
"""The number of letters up to which an answer may be a symbol, of which every letter counts."""


def adds_letter(symbol: str, after: Sequence[str]) -> bool:
    """Return whether a letter comes after ``symbol``, so that it is another one, whatever the stem has: tt T."""
    return len(symbol) <= _SYMBOL and symbol.isalpha() and any(len(word.strip(".")) == 1 for word in after)


def say_more(words: Set[str], key: AnswerKey) -> bool:
    """Return whether one of ``words``, although the stem may have it, makes something else of the answer."""
    powers = words & _POWERS - key.stem_words  # the square root of a number, but not the number squared
    return bool(words & MATHEMATICAL or powers) or (bool(words & _IN_CODE) and case_in_code(key.stem) is True)


def owns_more(given: str, key: AnswerKey) -> bool:
    """Return whether ``given`` is something of a person or place that the stem asks for: Hadrian's Wall."""
    named = key.asks_for_person or key.asks_for_place
    return named and _OWNED.search(given) is not None and not any("'" in answer for answer in key.answers)


def looking_small(given: str, key: AnswerKey) -> Set[str]:
    """Return the words of ``given`` that only look like small ones: initials (IS fighters), or of another language."""
    is_name = any(answer[:1].isupper() for answer in key.answers)
    abroad = frozenset[str]() if key.language != "en" else _SMALL_ARTICLES if is_name else _SMALL_ABROAD
    if given.isupper():
        return abroad
    initials = (token for token in given.split() if len(token) > 1 and token.isupper())
    return abroad.union(*(key.phrase(token).words for token in initials))


def _is_said(token: str, key: AnswerKey, not_small: Set[str]) -> bool:
    if token.casefold() in _TODAY and not _TODAY.isdisjoint(key.stem_words):
        return True
    return all(
        key.in_stem(word)
        or (word not in not_small and (word in key.function_words or word in LEADING_UP))
        or _misspells_stem(word, key)
        for word in key.phrase(token).words
    )


_LEAST_MISSPELLED = 6
"""The number of letters from which one wrong letter leaves a word of the stem recognizable."""


def _misspells_stem(word: str, key: AnswerKey) -> bool:
    """Return whether ``word`` is a word of the stem with a slip: Ming Dinasty, for which dynasty."""
    if len(word) < _LEAST_MISSPELLED or not word.isalpha() or is_english_word(word):
        return False
    from rapidfuzz.distance import OSA

    return any(word[0] == said[0] and OSA.distance(word, said, score_cutoff=1) == 1 for said in key.stem_words)


def without_parentheses(given: str, key: AnswerKey) -> str | None:
    """A formula, a symbol, initials, a year, a country, or words of the stem in parentheses."""
    found = _PARENTHESES.fullmatch(given)
    if found is None:
        return None
    before, inside = found["before"], found["inside"].strip()
    words = key.phrase(inside).words
    if not words or not _DENYING.isdisjoint(words) or not key.alternatives.isdisjoint(words):
        return None
    if key.is_rival(words) or is_oxidation_state(inside, before) or is_wrong_place(before, inside, key):
        return None
    if _is_other_substance(inside, before):
        return None
    if (
        are_initials(inside, before)
        or in_initials(inside, key.stem)
        or all(map(key.in_stem, words))
        or _FORMULA.fullmatch(inside)
        or _fits_stem(inside, key)
        or _is_unit(inside, before)
        or _is_other_name(inside, before)
        or is_in(key.phrase(before).normal, key.phrase(inside).normal)
        or (_is_in_nation(inside, before, key) and CHOOSING.isdisjoint(words))
    ):
        return before
    return inside if _FORMULA.fullmatch(before) else None


def is_oxidation_state(inside: str, before: str) -> bool:
    """Return whether ``inside`` makes the element ``before`` an ion: lead(II), but not vanadium (V)."""
    words = phrase(before).words
    if not words or not _OXIDATION_STATE.fullmatch(inside):
        return False
    from quizgen.text.chemistry.elements import ELEMENTS

    return ELEMENTS.get(words[-1], inside) != inside


def _is_other_substance(inside: str, before: str) -> bool:
    """Return whether ``inside`` is the formula of another substance than ``before``: nitrogen (O2)."""
    if not _FORMULA.fullmatch(inside):
        return False
    from quizgen.text.chemistry.elements import ELEMENTS
    from quizgen.text.chemistry.formulas import atoms_in, is_formula, plain_formula
    from quizgen.text.chemistry.organic_names import atoms_of_ester
    from quizgen.text.chemistry.substances import formulas_of

    if (atoms := atoms_of_ester(before)) is not None:
        return atoms_in(inside) != atoms
    formulas = formulas_of(before)
    if not formulas or not is_formula(inside):
        return False
    return plain_formula(inside) not in {*formulas, ELEMENTS.get(phrase(before).normal)}


def _is_unit(inside: str, before: str) -> bool:
    """Return whether both are one unit: newton (N)."""
    from quizgen.text.units import parse_unit

    return parse_unit(inside) is not None and parse_unit(inside) == parse_unit(before)


def _is_other_name(inside: str, before: str) -> bool:
    """Return whether both are documented names of one thing: ethanoic acid (acetic acid)."""
    from quizgen.text.chemistry.substances import formulas_of

    same_words = are_synonyms(phrase(before).words, phrase(inside).words)
    return same_words or not formulas_of(inside).isdisjoint(formulas_of(before))


def _is_in_nation(inside: str, before: str, key: AnswerKey) -> bool:
    """Return whether ``inside`` may be a place in the country that the stem asks for, or a part of the world with it.

    Brazil (Rio de Janeiro) and Ghana (West Africa) are examples.
    """
    where, place = key.phrase(before).normal, key.phrase(inside.removeprefix("in ")).normal
    if is_part_of_world(place):
        return is_on_continent(where, place)
    names_country = key.is_nation and key.asks_for_place and where not in US_STATES
    if is_in(place, where) is False:
        return False
    return names_country and inside.replace(" de ", " ").istitle() and key.phrase(inside).normal not in COUNTRIES


def without_tail(given: str, key: AnswerKey) -> str | None:
    """A country or a continent after the answer: the Nile, in Egypt."""
    found = _TAIL.fullmatch(given)
    if found is None:
        return None
    if key.asks_for_person and _RELATED.match(found["tail"]):
        return found["before"]
    before, tail = found["before"], found["tail"]
    if is_wrong_place(before, tail, key):
        return None
    if key.asks_for_place and (_RENAMED.fullmatch(tail) or _is_elsewhere(before, tail, key)):
        return before
    if key.is_nation and key.phrase(tail).normal in COUNTRIES and key.phrase(before).normal not in COUNTRIES:
        return tail if not CHOOSING & set(key.phrase(given).words) and key.asks_for_place else None  # Lima, Peru
    on_continent = is_on_continent(key.phrase(before).normal, key.phrase(tail).normal)
    return before if _fits_stem(tail, key) or on_continent else None


def is_wrong_place(before: str, region: str, key: AnswerKey) -> bool:
    """Return whether the place typed, or the answer, is known to be somewhere else than in ``region``."""
    where, stem = key.phrase(region).normal, key.phrase(key.stem).normal
    places = (key.phrase(before).normal, *key.normals)
    return any(is_in(place, where) is False or is_namesake(place, where, stem) for place in places)


def _is_elsewhere(before: str, tail: str, key: AnswerKey) -> bool:
    """Return whether ``tail`` says where a place of two words or more is: the Louvre museum in Paris."""
    words = key.phrase(tail).words
    if len(key.phrase(before).words) < 2 or CHOOSING & set(words) or key.is_rival(words):
        return False
    if key.phrase(tail).normal in US_STATES or {*words} & COUNTRIES or any("," in answer for answer in key.answers):
        return False  # Kansas City, Kansas
    return len(words) <= 3


def _fits_stem(tail: str, key: AnswerKey) -> bool:
    """Return whether ``tail`` is a country or a continent that does not contradict the stem."""
    region = key.phrase(tail).normal
    named = CONTINENTS & key.stem_words
    if region in CONTINENTS and named and region not in named:
        return False
    if region not in COUNTRIES and region not in CONTINENTS:
        return False
    return not key.is_nation and key.agrees_with_country(region) and not key.is_rival(key.phrase(tail).words)


def without_observing(given: str, key: AnswerKey) -> str | None:
    """The verb with which something is seen or formed: a yellow precipitate forms; it turns red."""
    if not key.stem_words.isdisjoint(_COLOURS) and (turned := _TURNED.fullmatch(given)):
        return None if CHOOSING & set(key.phrase(given).words) else turned["colour"]
    if key.stem_words & _COLOURS and (bright := _BRIGHT.match(given)):
        return given[bright.end() :]
    if key.stem_words & _COLOURS and "precipitate" in key.stem_words and (bare := _PRECIPITATE.sub("", given)) != given:
        return bare
    is_seen = asks_for_observation(key.stem) or not key.stem_words.isdisjoint(_COLOURS)
    thing = observed(given) if is_seen else None
    return thing if thing and not CHOOSING & set(key.phrase(thing).words) else None


def observed(text: str) -> str | None:
    """Return what is seen or formed without the verb that says so; None if there is no such verb."""
    found = _OBSERVED.fullmatch(text)
    return found["thing"] if found and found["thing"] != text.rstrip(".") else None


_OBSERVED_THING = lazy_pattern(
    r"(?:the\s+)?(?P<noun>[a-z]{4,14})\s+(?:turns?|turned|becomes?|became|goes|went|is|was)\s+(?:to\s+)?"
    r"(?P<colour>[a-z-]+(?:\s[a-z-]+)?)\.?",
    re.IGNORECASE,
)
"""What becomes of a thing: the solution turns deep blue."""


def observed_thing(given: str, key: AnswerKey) -> str | None:
    """What becomes of the thing that the answer describes: the solution turns deep blue, for a deep blue solution."""
    found = _OBSERVED_THING.fullmatch(given) if asks_for_observation(key.stem) else None
    if found is None or CHOOSING & set(key.phrase(found["colour"]).words):
        return None
    is_same = any(form.words[-1:] == key.phrase(found["noun"]).words for form in key.forms)
    return f"{found['colour']} {found['noun']}" if is_same else None


_AGAINST = lazy_pattern(r"(?<=\w)\s+(?:vs?\.?|versus)\s+(?=\w)", re.IGNORECASE)
_CASE = lazy_pattern(r"(?<=\w)\s+v\.?\s+(?=[A-Z])")
"""What is between the parties in the name of a case: Brown v. Board of Education."""


def case(given: str, key: AnswerKey) -> str | None:
    """The name of a case with "vs." or "versus" between its parties."""
    is_case = any(map(_CASE.search, key.answers)) and len(_AGAINST.findall(given)) == 1
    return _AGAINST.sub(" v. ", given) if is_case else None


def without_amount(given: str, key: AnswerKey) -> str | None:
    """How much of a substance is used, or that it is in water: a few drops of iodine, aqueous sodium hydroxide."""
    found = _AMOUNT.match(given)
    if found is None or asks_for_state(key.stem) or not key.forms:
        return None
    from quizgen.text.chemistry.substances import formulas_of

    return given[found.end() :] if any(formulas_of(form.text) for form in key.forms) else None


_REGNAL = lazy_pattern(r"(?P<name>[A-Z][a-z]+)\s(?P<number>\d{1,2}(?:st|nd|rd|th))\.?")
_REGNAL_ANSWER = lazy_pattern(r"[A-Z][a-z]+\s[IVX]+")


def regnal(given: str, key: AnswerKey) -> str | None:
    """A ruler with an ordinal without "the": Charles 1st."""
    found = _REGNAL.fullmatch(given.strip())
    is_ruler = found is not None and any(map(_REGNAL_ANSWER.fullmatch, key.answers))
    return f"{found['name']} the {found['number']}" if found is not None and is_ruler else None


_RULER_CALLED = lazy_pattern(
    r"(?P<ruler>[A-Z][a-z]+\s[IVX]+),?\s+\(?(?:(?:also\s+)?(?:known\s+as|called)\s+)?(?:the|The)\s+(?P<epithet>[A-Z][\w-]+(?:\s[A-Z]\w+)?)\)?"
)


def epithet(given: str, key: AnswerKey) -> str | None:
    """A person who is known by one name, with what may follow it or without it: Hannibal of Carthage, Galileo.

    A ruler may have an epithet after the number: Alexander II, the Liberator.
    """
    if ruler := _RULER_CALLED.fullmatch(given.strip(" .")):
        from quizgen.text.known_people import is_called

        return ruler["ruler"] if is_called(ruler["ruler"], ruler["epithet"]) else None
    name, _, rest = given.strip(" .").partition(" ")
    if rest and fold(name) not in map(fold, key.answers):
        return None
    from quizgen.text.known_people import with_epithets

    longer = {*map(fold, with_epithets(name))}
    if rest:
        return name if fold(given.strip(" .")) in longer else None
    namesakes = any(known.startswith(f"{fold(name)} ") for known in key.known.normals - key.normals)
    return None if namesakes else next((answer for answer in key.answers if fold(answer) in longer), None)


READINGS: list[Reading] = [
    years_before_christ,
    regnal,
    epithet,
    sentence,
    without_date,
    without_parentheses,
    without_tail,
    without_observing,
    observed_thing,
    case,
    without_amount,
]
"""The ways to remove what a response adds to the answer."""


def readings(given: str, key: AnswerKey) -> Iterator[str]:
    """Yield ``given`` as it is, then without what it adds to the answer, removed in one or two steps."""
    seen = [given]
    yield given
    for text in seen:
        for reading in READINGS:
            rest = reading(text, key)
            if rest and reading is not without_date and adds_wrong_year(text, rest, key):
                continue
            if rest and rest not in seen and len(seen) < 8 and not key.is_rival(key.phrase(given).words):
                seen.append(rest)
                yield rest
