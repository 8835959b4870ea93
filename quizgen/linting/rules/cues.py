"""Rules about cues that give the key away to a person who does not know it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.text.content_words import WORD, content, content_set, stem_of, unquoted, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import BELOW_TWENTY
from quizgen.text.words import listed

MIN_ECHO = 4
"""The fewest letters of a word whose repetition is noticed."""
# Words for asking and counting. Repeating them says nothing about the subject.
_ASKING_WORDS = frozenset(BELOW_TWENTY[3:10]) | listed(
    "best better likely main mainly correct right true false statement following example difference total both"
)


@question_rule(
    "Q107",
    "echo-of-the-stem",
    kinds=("choice",),
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 28b (clang associations); {NBME} (word repeats)",
)
def echo_of_the_stem(item: Item) -> Iterator[Flaw]:
    """Flag keys that repeat a word from the stem, or have a related one ("ecliptic" after "eclipse"), when no
    distractor does.

    ## Why it matters
    A learner who knows nothing picks the option that sounds like the question (a clang association).

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which instrument measures the pressure of the atmosphere?
      answer: an atmospheric pressure gauge
      distractors: [a hygrometer, an anemometer, a thermometer]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which instrument measures the pressure of the atmosphere?
      answer: a barometer
      distractors: [a hygrometer, an anemometer, a thermometer]
    ```
    """
    key = item.keys[0]
    shared = [word for word in item.option_content[key] if word in item.stem_content and _is_noticed(word)]
    in_all = _shared_ends(item) if shared else frozenset()
    echoed = [word for word in shared if word not in in_all]
    if not echoed:
        yield from _derived_from_stem(item)
        return
    for option in item.distractors:
        if not (item.stem_content - in_all).isdisjoint(item.option_content[option]):
            return
    stem = item.plain_stem
    if occurs_in(fold(key), fold(stem)):
        return  # the stem contains the key itself: left to Q124
    # The stem needs the word that says what its code is, and the parts of a name or a title: "the line `x = 1`", "an
    # X-ray", "*Crime and Punishment*".
    in_stem = content_set(unquoted(_NEEDED.sub(" ", item.stem)))
    word = next((word for word in echoed if word in in_stem), None)
    if word is not None:
        written = next(each for each in item.option_words[key] if content([each]) == [word])
        yield Flaw(
            f"only the key repeats a word from the stem: {written!r}",
            "use a different word in the stem or in the key, or repeat the word in a distractor too",
            item.option_path(key),
        )


def _shared_ends(item: Item) -> frozenset[str]:
    """Return the words that all options begin or end with, such as "shot" in the names of kinds of shots.

    They give nothing away.
    """
    return frozenset[str]().union(
        *(
            frozenset.intersection(*(frozenset(content(words[part])) for words in item.option_words.values()))
            for part in (slice(1), slice(-1, None))
        )
    )


_NEEDED = lazy_pattern(r"\b\w+ `[^`]*`|\b[A-Z]-\w+|(?<![\w*])\*(?=[^*]+ )[^\s*][^*]*\*(?![\w*])")
_MADE_OF = tuple(
    "er ers or ors ion ions ation ations ment ments ance ence ist ists ism ity ness able ible ive ous al ical ary ic"
    " tic"
    " ics tism".split()
)
_SHORTEST_BASE = 5
_SAME_BEGINNING = 6
_SHARE_OF_BEGINNING = 0.7
"""Two words sound alike if they begin with the same 6 letters, and these are 70% of the shorter one."""
_PREFIXES = re.compile(
    "inter|trans|under|super|counter|contra|contro|multi|hyper|micro|macro|electr|hydro|photo|therm|psycho|socio|auto"
    "|tele|anti|semi|mono|poly|extra|intra|ultra|infra|over|neuro|cardio|gastro|pseudo|proto|chloro|carbo|crypto"
    "|phospho|sulf|sulph|nitro"
)
"""Beginnings that words of many meanings share."""


def _derived_from_stem(item: Item) -> Iterator[Flaw]:
    """Yield a key with a word made of a verb or noun of the stem, if no distractor has one: navigate, navigator."""
    key = item.keys[0]
    long = [word for word in item.option_words[key] if len(word) >= _SAME_BEGINNING]
    if not long:
        return
    stem = item.plain_stem
    bases = frozenset[str]().union(*(_bases(word) for word in words_of(stem) if word not in _ASKING_WORDS))
    # A stem can often not do without a name: the Armenian exercise, which Armenia announced.
    plain = [word for word in WORD.findall(stem) if word.islower() and len(word) >= _SAME_BEGINNING]
    alike = [word for word in plain if not _PREFIXES.match(word)]

    def is_derived(word: str) -> bool:
        return _is_made_of(word, bases) or any(_begins_alike(word, each) or _share_part(word, each) for each in alike)

    derived = next(filter(is_derived, long), None)
    if derived is None or any(is_derived(word) for option in item.distractors for word in item.option_words[option]):
        return
    if key.lower() not in stem.lower():
        yield Flaw(
            f"only the key contains a word related to one in the stem: {derived!r}",
            "use a different word in the stem or in the key",
            item.option_path(key),
        )


@lru_cache(maxsize=8192)
def _bases(word: str) -> frozenset[str]:
    """Return the forms of ``word`` without an ending of number or tense, and without a final e."""
    found = {word}
    for ending in ("s", "es", "ed", "ing", "d"):
        if word.endswith(ending):
            found.add(word.removesuffix(ending))
    return frozenset({base.removesuffix("e") for base in found if len(base.removesuffix("e")) >= _SHORTEST_BASE})


def _is_made_of(word: str, bases: frozenset[str]) -> bool:
    return word.endswith(_MADE_OF) and any(word.removesuffix(end) in bases for end in _MADE_OF if word.endswith(end))


def _begins_alike(word: str, other: str) -> bool:
    """Return whether ``word`` and ``other``, of the stem, begin alike: spectrum, spectrograph; eclipse, ecliptic."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    is_long = len(other) > _SAME_BEGINNING and shared >= max(
        _SAME_BEGINNING, _SHARE_OF_BEGINNING * min(len(word), len(other))
    )
    if not is_long and shared >= _SHORTEST_BASE:
        rests = word[shared:], other[shared:]
        is_long = _ENDINGS.issuperset(rests) and _COMMON.isdisjoint((word, other))
    return is_long and stem_of(word) != stem_of(other)


_ENDINGS = listed(
    "e es ed er ers or ors ing ion ions ation ations ic tic tics ical tical al ally ity ive ist ists ism ian ous ment y"
    " ies ary ery ance ence ancy ency ant ent ants ents able ible se ses sis us um ia ial ize izes ized ate ates ated"
    " ating ator ature ure ures oid ome osis age"
)
"""What may be left of two words that have a stem in common: eclip-se, eclip-tic."""
_COMMON = listed(
    "special species specific general generally generate natural naturally certain certainly actual actually final"
    " finally usual usually possible possibly several severed person personal patient patience matter position positive"
    " relate related relative relation popular popularly direct directed produce produces produced product located"
    " location measure measured measures minute minutes minor consist consists content contents continue"
    " continued continues country county contain contains contained receive received require required requires result"
    " united units universal station state states stated passage passive passes import important capital capable"
    " parted parties partial"
)
"""Words whose beginnings are those of many others by accident, or that any stem may need."""


_SHORTEST_PART = 4


def _share_part(word: str, other: str) -> bool:
    """Return whether two compounds begin with the same noun: mainsail, mainsheet."""
    if word == other or word[:_SHORTEST_PART] != other[:_SHORTEST_PART]:
        return False
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    longest = min(shared, len(word) - _SHORTEST_PART, len(other) - _SHORTEST_PART)
    return any(
        is_noun(word[:end]) and is_noun(word[end:]) and is_noun(other[end:])
        for end in range(_SHORTEST_PART, longest + 1)
    )


def _is_noticed(word: str) -> bool:
    return len(word) >= MIN_ECHO and not word.isdecimal() and word not in _ASKING_WORDS


@question_rule(
    "Q116",
    "convergence",
    kinds=("choice",),
    skips_code=True,
    english=True,
    source=f"{NBME} (convergence); {HDR}, guideline 28e (pairs or triplets of options)",
)
def convergence(item: Item) -> Iterator[Flaw]:
    """Flag keys that have more in common with the other options than any distractor does.

    ## Why it matters
    Authors write distractors by changing one part of the key, so the option that shares the most with the others is the
    best guess.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: What does the flag of England show?
      answer: a red cross on white
      distractors: [a red cross on blue, a green dragon on white, a golden lion on black]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: What does the flag of England show?
      answer: a red cross on white
      distractors: [a red cross on blue, a blue cross on white, a white cross on blue]
    ```
    """
    options = item.options
    if len(options) < 4 or " " not in item.keys[0].strip() or item.has_example_options:
        return
    if (parts_of_key := _common_parts(item)) is not None:
        yield Flaw(
            f"every phrase of the key also appears in other options ({', '.join(map(repr, parts_of_key))}), more often "
            "than the phrases of most distractors do",
            "use each phrase in the same number of options",
            item.option_path(item.keys[0]),
        )
        return
    parts = {
        option: frozenset(word for word in item.option_content[option] if not word.isdecimal()) for option in options
    }
    in_all = frozenset.intersection(*parts.values())
    frequency = Counter(part for each in parts.values() for part in each)
    key = parts[item.keys[0]] - in_all
    # Every word of the key must occur in another option; one that does not sets the key apart.
    if len(key) < 2 or any(frequency[part] < 2 for part in key):
        return
    shared = {option: sum(frequency[part] - 1 for part in parts[option] - in_all) for option in options}
    if all(shared[option] < shared[item.keys[0]] for option in item.distractors):
        shared_words = [word for word in item.option_words[item.keys[0]] if not key.isdisjoint(content([word]))]
        yield Flaw(
            f"the key shares these words with other options: {', '.join(map(repr, shared_words))}; no distractor "
            "shares as many",
            "spread the shared words evenly across all options, or make the options clearly different",
            item.option_path(item.keys[0]),
        )


_PART_ENDS = lazy_pattern(r"\s*(?:,\s*(?:and\s)?|;|\+|&|/|\band\b|\bwith\b)\s*")


def _common_parts(item: Item) -> list[str] | None:
    """Return the parts of the key, if each option joins as many ("red and blue"), and those of the key recur most.

    One distractor may have as common parts, which still leaves only two options to guess from.
    """
    split = {option: _PART_ENDS.split(fold(option)) for option in item.options}
    key = split[item.keys[0]]
    if (
        len(key) < 2
        or any(len(parts) != len(key) for parts in split.values())
        or any(map(str.isdigit, item.option_text))
    ):
        return None
    frequency = Counter(part for parts in split.values() for part in parts)
    if any(frequency[part] < 2 or frequency[part] == len(split) for part in key):
        return None
    shared = {option: sum(frequency[part] for part in parts) for option, parts in split.items()}
    most = shared[item.keys[0]]
    as_common = [option for option in item.distractors if shared[option] >= most]
    above = any(shared[option] > most for option in item.distractors)
    return key if not above and len(as_common) <= 1 and len(item.distractors) - len(as_common) >= 2 else None


_CLAUSE = lazy_pattern(
    r"\b(?:because|since|so that|in order to|that|which|who|when|whenever|where|while|until|if)\b", re.IGNORECASE
)
"""A clause makes an option as detailed as a key that gives a reason."""
_REMARK = lazy_pattern(r"\s\([^()]{2,}\)|,? (?:because|since|so that|in order to)\b", re.IGNORECASE)


@question_rule(
    "Q152",
    "remark-in-key",
    kinds=("choice",),
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 28d (no conspicuous correct choice)",
)
def remark_in_key(item: Item) -> Iterator[Flaw]:
    """Flag keys that contain a reason or a remark in parentheses, if no distractor has one.

    ## Why it matters
    Authors tend to qualify the correct option. Learners who know this pick the option with the remark.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which layer of the atmosphere absorbs most of the ultraviolet light?
      answer: the stratosphere (ozone layer)
      distractors: [the troposphere, the mesosphere, the thermosphere]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which layer of the atmosphere absorbs most of the ultraviolet light?
      answer: the stratosphere
      distractors: [the troposphere, the mesosphere, the thermosphere]
      explanation: It contains the ozone layer.
    ```
    """
    key = item.keys[0]
    found = _REMARK.search(key)
    rivals = _REMARK if found and "(" in found[0] else _CLAUSE
    if found is None or len(item.options) < 3 or any(rivals.search(option) for option in item.distractors):
        return
    said = found[0].strip(" ,")
    if "(" in said:
        message, what = f"only the key contains a remark in parentheses: {said!r}", "remark"
    else:
        message, what = f"only the key gives a reason, after {said!r}", "reason"
    help = f"move the {what} to the explanation, or add similar {what}s to the distractors"
    yield Flaw(message, help, item.option_path(key))
