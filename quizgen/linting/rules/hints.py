"""Rules about hints."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import question_rule
from quizgen.questions import (
    ClozeQuestion,
    MatchQuestion,
    OptionsQuestion,
    OrderQuestion,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.view import answer_text
from quizgen.text.content_words import SMALL_WORDS, WORD, content, is_name, words_of
from quizgen.text.dates import MONTHS
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import BELOW_TWENTY, ORDINALS, number_word_run, parse_number
from quizgen.text.words import listed


@question_rule(
    "Q140",
    "revealing-hint",
    field="hint",
    source="quizgen (a hint narrows the search but does not give the answer)",
)
def revealing_hint(item: Item) -> Iterator[Flaw]:
    """Flag hints that contain the answer, a part that identifies it (a person's surname, or "Hastings" if the answer is
    "Battle of Hastings"), or a related word ("Mongolians" if the answer is "Mongolia", "evaporates" if it is
    "evaporation"). Also flag hints that spell out what an abbreviation such as "NATO" stands for, that give a number in
    words ("one hundred" if the answer is 100), that give most letters of the answer, or that name its neighbor or its
    opposite ("It comes right after the second." if it is "third normal form"). The other accepted answers of a typed
    question are looked for, too.

    ## Why it matters
    Such a hint lets learners copy the answer instead of recalling it.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: What is the capital of Australia?
      answer: Canberra
      hint: Canberra was chosen because Sydney and Melbourne could not agree.
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What is the capital of Australia?
      answer: Canberra
      hint: It lies between Sydney and Melbourne.
    ```
    """
    question = item.question
    assert question.hint is not None
    if isinstance(question, TrueFalseQuestion | OrderQuestion | MatchQuestion):
        return
    hint = fold(question.hint)
    if isinstance(question, OptionsQuestion):
        if any(occurs_in(fold(option), hint) for option in question.distractors):
            return  # a hint may compare options
        answers = list(question.keys)
    elif isinstance(question, ClozeQuestion):
        answers = [mark.answer for mark in question.marks]
    else:
        answers = [answer_text(question)]
    for answer in answers:
        if (found := _revealed(answer, item, question.hint)) is not None:
            break
    else:
        found = _accepted_revealed(question, item) if isinstance(question, ShortQuestion) else None
    if found is not None:
        problem, better = found
        yield Flaw(f"the hint {problem}", f"describe the answer without {better}", ("hint",))


def _revealed(answer: str, item: Item, hint: str) -> tuple[str, str] | None:
    """Return how the hint reveals ``answer``, and what to leave out of it; None if it does not."""
    if (words := _number_in_words(answer, hint)) is not None:
        return f"gives the answer {answer!r} in words: {words!r}", "it"
    folded = fold(answer)
    if len(folded) > 2 and occurs_in(folded, fold(hint)):
        return f"contains the answer: {answer!r}", "naming it"
    word = _formed_from(answer, hint)
    if word is not None and not any(_formed_from(option, hint) for option in item.distractors):
        return f"contains a word formed from the answer {answer!r}: {word!r}", "words related to it"
    if (part := _part_of_name(answer, item, hint)) is not None:
        return f"contains part of the answer {answer!r}: {part!r}", "the words of its name"
    if (related := _words_of_term(answer, item, hint)) is not None:
        repeated = ", ".join(map(repr, related))
        return f"repeats the words of the answer {answer!r}: {repeated}", "words related to it"
    if (halves := _halves_of_compound(answer, hint)) is not None:
        return f"contains both parts of the answer {answer!r}: {halves[0]!r} and {halves[1]!r}", (
            "the words that it is made of"
        )
    if (neighbor := _neighbor_in_series(answer, item, hint)) is not None:
        return f"gives the answer {answer!r} by what is next to it: {neighbor!r}", "its neighbors"
    if (words := _turned_around(item, hint)) is not None:
        return f"says only what to turn around: {words!r}", "its opposite"
    if (words := _spelled_out(answer, hint)) is not None:
        return f"spells out {answer!r}: {words!r}", "its letters"
    return None


def _accepted_revealed(question: ShortQuestion, item: Item) -> tuple[str, str] | None:
    """Return how the hint reveals another accepted answer, and what to leave out of it; None if it does not.

    A part of such an answer, such as Paris in "Paris Orly", may tell nothing. What the stem says gives nothing away.
    """
    assert question.hint is not None
    is_acronym = _ACRONYM.fullmatch(question.answer) is not None
    for accepted in question.accept:
        folded = fold(accepted)
        if len(folded) <= 2 or occurs_in(folded, item.folded_stem):
            continue
        if occurs_in(folded, fold(question.hint)):
            return f"contains an accepted answer: {accepted!r}", "naming it"
        # What an acronym stands for is a term, whose words may begin with capital letters.
        term = folded if is_acronym else accepted
        if (related := _words_of_term(term, item, question.hint)) is not None:
            repeated = ", ".join(map(repr, related))
            return f"repeats the words of the accepted answer {accepted!r}: {repeated}", "words related to it"
    return None


_ONE_NUMBER = lazy_pattern(r"(?P<number>\d(?:[\d.,]*\d)?)(?!st|nd|rd|th)\D*")
_COUNTED = 12
"""Up to this number, things are often counted in words, and a hint may do so: "It has two wings."."""


def _number_in_words(answer: str, hint: str) -> str | None:
    """Return the words of ``hint`` that are the only number of ``answer``: one hundred, of 100 °C."""
    found = _ONE_NUMBER.fullmatch(answer)
    value = parse_number(found["number"]) if found is not None else None
    if value is None or value <= _COUNTED:
        return None
    words = words_of(hint)
    at = 0
    while at < len(words):
        width, number = number_word_run(words[at:])
        if number is not None and number == value:
            return " ".join(words[at : at + width])
        at += max(width, 1)
    return None


_CYCLES = (
    tuple(map(str.lower, MONTHS)),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("spring", "summer", "autumn", "winter"),
)
"""What begins again after its end."""
_SERIES = (
    ORDINALS[:10],
    BELOW_TWENTY[1:13],
    ("mercury", "venus", "earth", "mars", "jupiter", "saturn", "uranus", "neptune"),
    *((cycle[-1], *cycle, cycle[0]) for cycle in _CYCLES),
)
"""What everybody can continue."""
_NEIGHBORS = tuple(
    neighbors for series in _SERIES for neighbors in zip(("", *series), series, (*series[1:], ""), strict=False)
)
"""What comes right before, each word of a series, and what comes right after."""
_NEXT_TO = lazy_pattern(
    r"\b(?:(?P<after>(?:(?:right|directly|immediately|just) )?after|follows|following)"
    r"|(?P<before>(?:(?:right|directly|immediately|just) )?before|precedes|preceding)|between)"
    r" (?:the )?(?:year )?(?P<near>[a-z]+|\d+)(?: and (?:the )?(?P<far>[a-z]+|\d+))?",
    re.IGNORECASE,
)


def _neighbor_in_series(answer: str, item: Item, hint: str) -> str | None:
    """Return the words of ``hint`` that say what comes right before or after ``answer``, and is not asked about."""
    told = words_of(answer)
    number = int(answer) if answer.strip().isdecimal() else None
    for found in _NEXT_TO.finditer(hint):
        near, far = found["near"].lower(), (found["far"] or "").lower()
        if near in item.stem_words or not (found["after"] or found["before"] or far):
            continue
        # What comes before and after the answer, as far as the hint says it.
        first, last = (near, "") if found["after"] else ("", near) if found["before"] else (near, far)
        if number is not None and near.isdecimal():
            if first in {"", str(number - 1)} and last in {"", str(number + 1)}:
                return found[0]
            continue
        for before, word, after in _NEIGHBORS:
            if word in told and first in {"", before} and last in {"", after}:
                return found[0]
    return None


_TURNED_AROUND = lazy_pattern(
    r"\b(?:the )?(?:exact |direct )?(?:opposite|antonym|reverse|contrary) of (?:an? |the )?[\"“'‘*]?[\w-]+"
    r"|\banagram of [\"“'‘*]?\w+|\b(?:read|spell|write)\b[^.]*\bbackwards?\b",
    re.IGNORECASE,
)


def _turned_around(item: Item, hint: str) -> str | None:
    """Return the words of ``hint`` that give the opposite of the answer, or its letters in another order."""
    found = _TURNED_AROUND.search(hint)
    if found is None or not isinstance(item.question, ShortQuestion) or item.question.answer_language is not None:
        return None
    return None if "opposite" in item.stem_words or "antonym" in item.stem_words else found[0]


_SHORTEST_PART = 4
_LONGEST_TERM = 3
"""The most words of a term; longer answers are sentences, whose words a hint may share."""
_ANY_THINGS = listed(
    "north south east west northern southern eastern western great greater new old saint first second third last left"
    " right upper lower inner outer high long short major minor general common simple compound white black blue green"
    " brown grey gray yellow small large free public civil world international national united states royal holy little"
)
"""Words of many names, which tell little."""


def _part_of_name(answer: str, item: Item, hint: str) -> str | None:
    """Return the word of ``hint`` that identifies ``answer``, a name or a term of two or three words.

    This is the surname of a person, a name within a name (Hastings, for the Battle of Hastings), and what says which
    kind of a thing is meant (opportunity, for opportunity cost). That it is a kind of cost only narrows the search.
    """
    if answer.isalnum():
        return None
    words = WORD.findall(_ARTICLE.sub("", answer))
    if not 1 < len(words) <= _LONGEST_TERM + 2:
        return None
    if is_name(answer):
        parts = [word for word in words if word[:1].isupper()]
        if item.kind != "cloze" and len(parts) == len(words) and _asks_for_person(item):
            parts = parts[-1:]
    elif len(words) <= _LONGEST_TERM and SMALL_WORDS.isdisjoint(words):
        parts = words[:-1]
    else:
        return None
    shown = frozenset(WORD.findall(hint))
    parts = [
        part
        for part in parts
        if len(part) >= _SHORTEST_PART
        and not shown.isdisjoint({part, f"{part}'s", f"{part}’s"})
        and part.lower() not in _ANY_THINGS
        and not any(char.isdigit() for char in part)
    ]
    if not parts:
        return None
    known = item.stem_content.union(*(content(words_of(option)) for option in item.distractors))
    return next((part for part in parts if known.isdisjoint(content([part.lower()]))), None)


_SHORTEST_HALF = 3


def _halves_of_compound(answer: str, hint: str) -> tuple[str, str] | None:
    """Return the two words of ``hint`` of which ``answer``, one word, is made: bow and line, of bowline."""
    if not answer.isalpha():
        return None
    word, shown = fold(answer), words_of(hint)
    beginnings = [each for each in shown if word.startswith(each) and len(each) >= _SHORTEST_HALF]
    halves = ((each, word[len(each) :]) for each in beginnings)
    return next((pair for pair in halves if len(pair[1]) >= _SHORTEST_HALF and pair[1] in shown), None)


_SHARED_LETTERS = 5
_SHARED_PART = 0.7
"""What share of the shorter one of two related words they have in common: convers, of conversion and convert."""


def _words_of_term(answer: str, item: Item, hint: str) -> list[str] | None:
    """Return the words of ``hint`` that are related to each word of ``answer``, a term of several words.

    Words that the stem or another option has as well give nothing away.
    """
    if " " not in answer:
        return None
    parts = [word for word in content(words_of(answer)) if len(word) > 2]
    if not 1 < len(parts) <= _LONGEST_TERM + 1 or is_name(answer):
        return None
    shown = [(word, stem) for word in words_of(hint) for stem in content([word])]
    related = [next((word for word, stem in shown if _are_related(part, stem)), None) for part in parts]
    if None in related:
        return None
    known = item.stem_content.union(*(content(words_of(option)) for option in item.distractors))
    if not any(all(not _are_related(part, word) for word in known) for part in parts):
        return None
    return [word for word in related if word is not None]


def _are_related(one: str, other: str) -> bool:
    """Return whether two word stems begin alike: convers and convert."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    alike = next((at for at, (ours, theirs) in enumerate(zip(one, other, strict=False)) if ours != theirs), shorter)
    return alike >= _SHARED_LETTERS and alike >= _SHARED_PART * shorter


_PERSON = lazy_pattern(
    r"(?:to |by |from |for |with |of )?(?:who|whom|whose)\b"
    r"|(?:by |for |with |from |to )?(?:which|what) (?:[\w-]+ ){0,2}?(?:[a-z]+(?:er|or|ist|ian)|king|queen|poet|chef"
    r"|president|judge|architect|monarch|pope|saint|general|athlete|man|woman|person)\b",
    re.IGNORECASE,
)


def _asks_for_person(item: Item) -> bool:
    """Return whether a person is asked for, whose first name tells little."""
    return getattr(item.question, "type", "text") == "person" or _PERSON.match(item.stem) is not None


_SHORTEST_STEM = 5
"""Words that share fewer letters are often not related."""
_SHORTEST_NAME = 4
"""Names that share so few are: Cuba, Cubans."""
_DROPPED = ("", "e", "y", "a", "o", "us", "um", "is", "on", "s", "sis", "cy")
_FORMING = frozenset(
    "s es al ial ic ical ically tic tically atic ian an n ish ese i ous eous ary ar ive ize ized izing ist ism ed ing"
    " er or ly ity oid ate ation ful less like".split()
)
"""Endings that form a word of another one: diaphragmatic, volcanic, insects, Mongolian."""


_ARTICLE = lazy_pattern(r"(?:an?|the) ")
_OF_ACTION = ("ation", "ion", "ing", "ment", "er", "or", "ance", "ence")
_OF_VERB = ("s", "e", "es", "ed", "ing", "ate", "ates", "ated", "ating")
"""Endings of nouns and of their verbs: evaporation, evaporates."""


def _formed_from(answer: str, hint: str) -> str | None:
    """Return the word of ``hint`` that is formed from ``answer``, one word, or from which the answer is formed."""
    noun = _ARTICLE.sub("", fold(answer))
    if not noun.isalpha():
        return None
    roots = _without_endings(noun, _OF_ACTION)
    for written in WORD.findall(hint):
        word = fold(written)
        shortest = _SHORTEST_NAME if answer.istitle() and written.istitle() else _SHORTEST_STEM
        if (
            _is_formed(word, noun, shortest)
            or (written.istitle() and _is_formed(noun, word, shortest))
            or not roots.isdisjoint(_without_endings(word, _OF_VERB))
        ):
            return word
    return None


def _is_formed(word: str, noun: str, shortest: int) -> bool:
    """Return whether ``word`` is ``noun`` with another ending, perhaps in the plural: Mongolians, Mongolia."""
    if word[:shortest] != noun[:shortest]:
        return False
    return any(
        len(stem) >= shortest
        and word.startswith(stem)
        and not _FORMING.isdisjoint({ending := word[len(stem) :], ending.removesuffix("s")})
        for stem in {noun.removesuffix(dropped) for dropped in _DROPPED}
    )


def _without_endings(word: str, endings: tuple[str, ...]) -> frozenset[str]:
    """Return what is left of ``word`` without each of ``endings`` that it has, where that is long enough to tell."""
    roots = [word.removesuffix(ending) for ending in endings if word.endswith(ending)]
    return frozenset(root for root in roots if len(root) >= _SHORTEST_STEM)


_ACRONYM = lazy_pattern(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*")
_STANDS_FOR = lazy_pattern(
    r"\b(?:short for|stands? for|abbreviation (?:of|for)|acronym (?:of|for)|initials of"
    r"|first letters of)\b(?P<words>[^.;]*)",
    re.IGNORECASE,
)
_LETTERS = lazy_pattern(
    r"\b(?:starts?|begins?|beginning|starting|ends?|ending|first"
    r"|last)\b[^.;,]{0,30}?[\"'“‘*]?(?P<letters>\b[A-Za-z]{2,}\b)"
    r"[\"'”’*]?(?=[.;,]| and\b|$|-)"
)
_MOST_OF = 0.7
"""The share of the letters of an answer that is too much."""
_MINOR_WORDS = frozenset("of the and for in on to a an".split())


def _spelled_out(answer: str, hint: str) -> str | None:
    """Return the words of ``hint`` that begin with the letters of ``answer``, or that give most of its letters."""
    if _ACRONYM.fullmatch(answer):
        found = _STANDS_FOR.search(hint)
        told = [word for word in words_of(found["words"]) if word not in _MINOR_WORDS] if found else []
        # "Its first letter stands for 'free'" leaves something to think about.
        if found and len(told) > 1 and told[0][0] == answer[0].lower() and told[-1][0] in answer.lower():
            return found[0]
        words = [word for word in words_of(hint) if word not in _MINOR_WORDS]
        wanted = answer.lower()
        for at in range(len(words) - len(wanted) + 1):
            part = words[at : at + len(wanted)]
            if len(wanted) > 2 and "".join(word[0] for word in part) == wanted:
                return " ".join(part)
    elif " " not in answer:
        word = answer.lower()
        if "_" in hint and (masked := _masked(word, hint)) is not None:
            return masked
        may_be_cut = "with" in hint or "..." in hint or not _CUTTING.isdisjoint(hint)
        if may_be_cut and (given := _first_letters(word, hint)) is not None:
            return given
        parts = [found["letters"].lower() for found in _LETTERS.finditer(hint)]
        told = [part for part in parts if part != word and (word.startswith(part) or word.endswith(part))]
        if told and sum(map(len, told)) >= max(3, _MOST_OF * len(word)):
            return hint if len(hint) <= 60 else told[0]
    return None


_MASK = lazy_pattern(r"\b(?=\w*_)(?:[^\W\d]|_){3,}")


def _masked(word: str, hint: str) -> str | None:
    """Return the text in ``hint`` that is ``word`` with at most half of its letters hidden: H_M."""
    for found in _MASK.finditer(hint.lower()):
        pairs = list(zip(found[0], word, strict=False))
        shown = [one == other for one, other in pairs if one != "_"]
        if len(found[0]) == len(word) and all(shown) and 2 * len(shown) >= len(word):
            return hint[found.start() : found.end()]
    return None


_SOME_LETTERS = lazy_pattern(
    r"\b(?:begins?|starts?|starting"
    r"|beginning) with (?:the letters? )?[\"“'‘*]?(?P<first>[^\W\d_]{2,})[\"”'’*]?(?![\w-])"
    r"|(?<!\w)(?P<cut>[^\W\d_]{2,})(?:_+|\.\.\.|…|-(?![\w-]))"
    r"|\b(?P<spelled>[^\W\d_](?:-[^\W\d_]){2,})\b",
    re.IGNORECASE,
)
"""fem__, "begins with merc", V-e-r-d-i."""
_CUTTING = frozenset("_-…")
"""Characters of which all of these have one, unless they have three dots or the word "with"."""


def _first_letters(word: str, hint: str) -> str | None:
    """Return the words of ``hint`` that give at least half of ``word`` from its first letter on."""
    for found in _SOME_LETTERS.finditer(hint):
        letters = (found["first"] or found["cut"] or found["spelled"].replace("-", "")).lower()
        if word.startswith(letters) and 2 * len(letters) >= len(word) and len(letters) > 2:
            return found[0].strip()
    return None
