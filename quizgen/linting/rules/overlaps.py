"""Rules about options that overlap: ranges, lists, places, and kinds of one thing."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import Measure, parse_limit_in_words, parse_measure
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.linting.rules.formats import combination
from quizgen.text.content_words import SMALL_WORDS
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_first_kind_of, is_kind_of, is_mainly
from quizgen.text.plurals import count
from quizgen.text.words import listed, phrase

_DIGIT = lazy_pattern(r"\d")
_PARTS = lazy_pattern(r"\s*(?:,\s*(?:and|or)?\s|\band\b|\bor\b|&)\s*")


@question_rule(
    "Q112",
    "overlapping-options",
    kinds=WITH_OPTIONS,
    skips_code=True,
    source=f"{HDR}, guideline 22 (independent options that do not overlap)",
)
def overlapping_options(item: Item) -> Iterator[Flaw]:
    """Flag ranges that overlap, lists that contain another option, and options that are a kind of another option
    ("lizards" and "reptiles") or, in a question that asks where, lie in it ("Nuremberg" and "Germany"). Also flag
    distractors that are a broader term than the key, such as "spiral" if the key is "barred spiral", or "a MAC address"
    if it is "the destination MAC address".

    ## Why it matters
    If one option includes another, both can be correct at once, and learners have to guess which one is meant.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: How many bones does an adult human have?
      answer: 200–220
      distractors: [100–150, 150–210, more than 300]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How many bones does an adult human have?
      answer: 200–220
      distractors: [100–120, 150–170, more than 300]
    ```
    """
    yield from _kind_of_another(item)
    yield from _wider_than_key(item)
    if item.kind == "multiple":  # several options may apply to one case
        return
    if "where" in item.words:
        yield from _within_another(item)
    if _DIGIT.search(item.option_text) or not item.words.isdisjoint(_LIMITING):
        overlaps: dict[bool, list[tuple[str, str]]] = {False: [], True: []}
        seen: set[str] = set()
        ranges = [
            (option, measure)
            for option in item.options
            if (measure := parse_measure(option) or parse_limit_in_words(option)) is not None
        ]
        for (first, one), (second, other) in combinations(ranges, 2):
            are_years = _is_years(one) and _is_years(other)
            if (one.is_range or other.is_range) and one.unit == other.unit and one.overlaps(other) and not are_years:
                if second not in seen:
                    overlaps[one.high == other.low or one.low == other.high].append((second, first))
                seen.add(second)
        for is_meeting, pairs in overlaps.items():
            if pairs:
                yield _overlap(item, *pairs[0], others=len(pairs) - 1, is_meeting=is_meeting)
    # With "only" or "exactly", each option is a complete list, and lists cannot overlap.
    if ("and" in item.words or "or" in item.words) and _EXACT.isdisjoint(item.words):
        # Combined labels of other options ("A and C") are left to Q113.
        lists = {option: Counter(map(fold, _PARTS.split(option))) for option in item.options if not combination(option)}
        single = frozenset(map(fold, item.options))
        for first, second in combinations(lists, 2):
            small, large = sorted((first, second), key=lambda option: lists[option].total())
            if lists[small] < lists[large] and not lists[large].keys() <= single:
                yield _overlap(item, large, small)


def _within_another(item: Item) -> Iterator[Flaw]:
    """Yield the first place among the options of "Where …?" that lies in another one: Nuremberg, Germany."""
    from quizgen.text.places import is_in, is_namesake, is_region  # needed for few questions

    stem = phrase(item.stem).normal
    places = {option: phrase(option).normal for option in item.options}
    for place, region in permutations(item.options, 2):
        inner, outer = places[place], places[region]
        if is_in(inner, outer) and is_region(outer) and not is_namesake(inner, outer, stem):
            yield Flaw(
                f"{place!r} is in {region!r}, so both can be correct",
                "use places of one kind, such as cities, that do not contain each other",
                item.option_path(region if region not in item.keys else place),
            )
            return


_LIMITING = frozenset("least most more less fewer up over under above below".split())
"""Words of limits, such as "at least half" and "up to ten"."""
# "Which kind of animal …?", "What is a …?": the answer may be a narrow or a wide term.
_CLASSIFIES = lazy_pattern(
    r"\b(?:kinds?|types?|sorts?|class(?:es)?|classif\w+|shapes?|figures?|polygons?|quadrilaterals?|terms?|words?"
    r"|means?)\b"
    r"|^what (?:is|are|was|were) (?:an? |the )?[\w-]+\?",
    re.IGNORECASE,
)
_THINGS = ("animal", "plant", "food", "vehicle", "weapon", "garment")
"""Things whose kinds are clear; the terms of a subject, such as stack and heap, are often only related."""


def _kind_of_another(item: Item) -> Iterator[Flaw]:
    """Yield the first option that names a kind of what another option names, if they cannot both be right or wrong."""
    nouns = item.noun_options
    if len(nouns) < 2 or _CLASSIFIES.search(item.stem):
        return
    for one, other in permutations(nouns, 2):
        narrow, wide = one.lower(), other.lower()
        if (
            (is_first_kind_of(narrow, wide) or (is_kind_of(narrow, wide) and is_mainly(wide, "animal")))
            and not is_kind_of(wide, narrow)
            and any(is_mainly(wide, thing) for thing in _THINGS)
        ):
            yield Flaw(
                f"{one!r} is included in {other!r}",
                "replace one of them, so that each case fits only one option",
                item.option_path(one),
            )
            return


_ADJECTIVE = lazy_pattern(
    r"(?:[a-z]{3,}(?:ed|al|ic|ous|ive|ary|ular|lar|ent|ant|ible|able|ese|ish|[a-z]an|less|ful)|french|dutch|[a-z]+(?:-[a-z]+)+|right"
    r"|acute"
    r"|obtuse|acid|salt|fresh|hard|soft|long|short|open|closed|direct|simple|compound|complex|common|pure|fine|strong"
    r"|weak"
    r"|private|public|civil|criminal|major|minor|upper|lower|inner|outer|primary|high|low|light|dark|red|white|black"
    r"|green|young|old|new|free|fixed|early|late|finite|infinite|extrusive|fast|slow)"
)
_NOT_A_KIND = frozenset(
    "virtual imaginary artificial false former apparent potential partial negative inverse fictional digital electric"
    " dried double proportional diminished augmented imperfect indirect so-called baking sea guinea"
    " teddy hot grand".split()
)
"""Words that make something else of what follows: an imaginary number is not among the numbers that one counts."""
_ASKS_EXACTLY = lazy_pattern(
    r"\b(?:exact\w*|precise\w*|full|specific\w*|complete|correct name|best (?:describes|fits|matches)"
    r"|most accurate\w*)\b",
    re.IGNORECASE,
)


def _wider_than_key(item: Item) -> Iterator[Flaw]:
    """Yield a distractor that is the key without what narrows it, and so is correct as well: spiral, barred spiral."""
    key = item.keys[0].strip()
    if item.kind != "choice" or " " not in key or item.asks_about_form or _ASKS_EXACTLY.search(item.stem):
        return
    for option in item.distractors:
        if _is_wider(option.strip(" ."), key.strip(" .")):
            yield Flaw(
                f"{option!r} is correct as well, because it includes the key, {key!r}",
                "replace it with an option that does not include the key",
                item.option_path(option),
            )
            return


def _is_wider(option: str, key: str) -> bool:
    """Return whether ``option`` is the noun of ``key``, which has adjectives, or any of what the key is one of."""
    wide, narrow = option.split(), key.split()
    if wide[0].lower() in _ANY_ONE and len(wide) > 1:  # "a MAC address", of which the destination MAC address is one
        noun = [word.lower() for word in wide[1:]]
        words = [word.lower() for word in narrow]
        if words[0] not in _DETERMINERS:  # "O negative", "A negative"
            return False
        words = words[1:]
        added = words[: -len(noun)]
        if words[len(added) :] == noun:
            return bool(added) and SMALL_WORDS.union(_NOT_A_KIND).isdisjoint(added)
        return words[: len(noun)] == noun and words[len(noun) :][:1] in _NARROWING
    adjectives = narrow[: -len(wide)]
    return (
        bool(adjectives)
        and narrow[len(adjectives) :] == [wide[0].lower(), *wide[1:]]
        and _NOT_A_KIND.isdisjoint(word.lower() for word in adjectives)
        and (all(_ADJECTIVE.fullmatch(word.lower()) for word in adjectives) or _is_made_thing(wide[-1].lower()))
    )


_MADE_THINGS = ("vehicle", "music", "dance", "garment", "weapon", "poem", "building", "boat")


def _is_made_thing(noun: str) -> bool:
    """Return whether whatever narrows ``noun`` names a kind of it: a basset clarinet is a clarinet."""
    return noun.isalpha() and (any(is_mainly(noun, thing) for thing in _MADE_THINGS) or _is_instrument(noun))


def _is_instrument(noun: str) -> bool:
    return is_mainly(noun, "instrument") and not is_mainly(noun, "person")


_ANY_ONE = frozenset({"a", "an"})
_DETERMINERS = listed("a an the its their his her this each every")
_NARROWING = (["of"], ["in"], ["with"], ["that"], ["for"], ["from"], ["at"], ["on"], ["between"])
_EXACT = frozenset({"only", "exactly", "alone", "just"})


def _is_years(measure: Measure) -> bool:
    return not measure.unit and all(1000 <= end <= 2200 for end in (measure.low, measure.high))


def _overlap(item: Item, option: str, other: str, *, others: int = 0, is_meeting: bool = False) -> Flaw:
    """Return the flaw that two options overlap, and so do the options of ``others`` more pairs."""
    if is_meeting:
        what, help = "share the value where one ends and the other begins", "end one of them before that value"
    else:
        what, help = "overlap", "change them so that each case fits only one option"
    and_others = f", and so do {count(others, 'more pair')}" if others > 1 else ", and so does 1 more pair"
    message = f"{option!r} and {other!r} {what}{and_others if others else ''}"
    return Flaw(message, help, item.option_path(option))
