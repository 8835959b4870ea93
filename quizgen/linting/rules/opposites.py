"""The rule about options that deny each other."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.text.content_words import stem_of, words_of
from quizgen.text.words import ARTICLES, listed

_VERBS = {verb: verb for verb in "is are was were do does did has have had would could should".split()}
_AFFIRMED = {"not": "", "never": "", "no": "", "cannot": "can"} | {
    f"{shortened}n{sign}t": verb for shortened, verb in (_VERBS | {"ca": "can", "wo": "will"}).items() for sign in "'’"
}
"""What is left of each word that denies something."""
_SUPPORTING = listed("do does did any some") | ARTICLES
"""Words that a denial needs or changes, and that say nothing themselves."""
_FEWEST_WITH_NO = 3
"""A shorter option with "no", such as "no change", is one more answer and denies no other."""


# Of each line, any two words that are separated by a slash.
_OPPOSITE_WORDS = """
rise increase grow climb / fall decrease drop decline shrink
rises increases grows climbs / falls decreases drops declines shrinks
rising increasing growing / falling decreasing dropping declining shrinking
rose increased grew / fell decreased dropped declined shrank
raise increase strengthen / lower reduce decrease weaken
raises increases strengthens / lowers reduces decreases weakens
raised increased strengthened / lowered reduced decreased weakened
raising increasing strengthening / lowering reducing decreasing weakening
expand / contract
expands / contracts
widen dilate / narrow constrict
widens dilates / narrows constricts
lengthens / shortens
accelerates / slows
thickens / thins
warms heats / cools
gain gains / lose loses
attract / repel
attracts / repels
opens / closes shuts
accept accepts admit admits / reject rejects deny denies refuse refuses
allow allows permit permits / forbid forbids block blocks prohibit prohibits prevent prevents
encourages promotes stimulates / discourages inhibits suppresses
improves / worsens
appears / disappears
begins starts / ends stops
add adds / remove removes
larger bigger greater / smaller
higher / lower
longer / shorter
taller / shorter
wider broader / narrower
thicker / thinner
heavier / lighter
darker / lighter
faster quicker / slower
stronger / weaker
harder firmer / softer
hotter warmer / colder cooler
louder / quieter softer
slowly gradually / rapidly quickly fast swiftly suddenly
deeper / shallower
tighter / looser
sweeter / sourer
wetter moister / drier
rougher / smoother
steeper / flatter
tightens / loosens
softens / hardens
freezes solidifies / melts thaws liquefies
evaporates / condenses
absorbs / emits releases
stretches / compresses
dilutes / concentrates
advances / retreats
floats / sinks
fills / empties
darkens / brightens lightens
inhales / exhales
inflates / deflates
buys / sells
borrows / lends
imports / exports
ascending / descending
clockwise / counterclockwise anticlockwise
horizontal / vertical
horizontally / vertically
inward inwards / outward outwards
forward forwards / backward backwards
before / after
early / late
high / low
deep / shallow
loudly / softly quietly
brighter / darker dimmer
richer / poorer
older / younger newer
earlier sooner / later
denser / thinner
easier / harder
cheaper / dearer
better / worse
more / less fewer
above / below
inside / outside
guilty / innocent
legal lawful / illegal unlawful
valid / void invalid
positive / negative
upward upwards up / downward downwards down
toward towards / awayfrom away
into to / outof from
onto on / off
in / out outof
with / without
takes receives absorbs / gives releases emits
stable / unstable
visible / invisible
soluble / insoluble
reversible / irreversible
voluntary / involuntary
regular / irregular
equal / unequal
saturated / unsaturated
active / inactive passive
symmetric / asymmetric
elastic / inelastic
finite / infinite
dependent / independent
conscious / unconscious
maximum / minimum
maximizes / minimizes
always / never
"""
_DIRECTIONS = listed("into outof to from toward towards awayfrom in out on off onto up down upward downward")
"""Words that make opposites of two options even if their verbs differ: pumps blood out of it, draws blood into it."""


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Return the opposites of each word that has some."""
    opposites: dict[str, frozenset[str]] = {}
    for line in _OPPOSITE_WORDS.strip().splitlines():
        ones, others = (frozenset(side.split()) for side in line.split("/"))
        for word in ones:
            opposites[word] = opposites.get(word, frozenset()) | others
        for word in others:
            opposites[word] = opposites.get(word, frozenset()) | ones
    return opposites


_FEWEST_AROUND = 2
"""The fewest options besides two with opposite words: with one, such as "it stays the same", all possible results are
offered.
"""
_CHANGES_NOTHING = (
    listed(
        "it they he she we you there this that these those its their his her to will becomes become is are was were"
        " gets get"
        " would can does do"
    )
    | ARTICLES
)
"""Words by which it cannot be seen whether an option is about the same as two others."""


@question_rule(
    "Q168",
    "opposite-options",
    kinds=("choice",),
    triggers=(*_AFFIRMED, *_opposites()),
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 28e (pairs of options that lead to the right answer)",
)
def opposite_options(item: Item) -> Iterator[Flaw]:
    """Flag keys that are the negation of a distractor, or the reverse, if no other two options are opposites. An
    example is the pair "It agrees with the subject" and "It does not agree with the subject". Also flag keys that
    differ from a distractor only in one word with the opposite meaning ("larger" and "smaller"), if all other options
    are about something else.

    ## Why it matters
    A lone pair of opposites suggests that one of them is the key, so learners ignore all the other options.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: What does the skin of a frog do under water?
      answer: It takes up oxygen.
      distractors: [It does not take up oxygen., It gives off salt., It turns blue.]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: What does the skin of a frog do under water?
      answer: It takes up oxygen.
      distractors: [It gives off oxygen., It takes up salt., It gives off salt.]
    ```
    """
    if len(item.options) < 3 or item.asks_about_form or item.has_example_options:
        return
    pair = _denying_pair(item) if not item.words.isdisjoint(_AFFIRMED) else None
    if (pair := pair or _opposite_pair(item)) is not None:
        one, other = pair
        yield Flaw(
            f"{one!r} and {other!r} are the only opposites, which suggests that one of them is the key",
            "replace the distractor, or add another pair of opposites",
            item.option_path(other if one == item.keys[0] else one),
        )


def _denying_pair(item: Item) -> tuple[str, str] | None:
    """Return the only two options that deny each other, if the key is one of them."""
    claims = {option: _claim(option) for option in item.options}
    pairs = [
        (one, other)
        for one, other in combinations(item.options, 2)
        if claims[one].is_denial is not claims[other].is_denial and claims[one].stems == claims[other].stems
    ]
    key = item.keys[0]
    if len(pairs) != 1 or key not in pairs[0]:
        return None
    # "It dissolves", "It does not dissolve", "It dissolves only in acid": there is something between the two.
    said = set(claims[key].stems)
    if any(said.issubset(claims[each].stems) for each in item.options if each not in pairs[0]):
        return None
    return pairs[0]


def _opposite_pair(item: Item) -> tuple[str, str] | None:
    """Return the key and the distractor with the opposite word, if nothing else is said of the same subject."""
    opposites = _opposites()
    key = item.keys[0]
    words = _joined(item.option_words[key])
    if len(words) < 2 or opposites.keys().isdisjoint(words) or len(item.options) < _FEWEST_AROUND + 2:
        return None
    found: tuple[str, frozenset[str]] | None = None
    for option in item.distractors:
        different = _made_opposite(words, _joined(item.option_words[option]))
        if different is not None:
            if found is not None:
                return None
            found = option, different
    if found is None:
        return None
    distractor, pair = found
    subject = frozenset(words) - pair - _CHANGES_NOTHING
    rest = [frozenset(_joined(item.option_words[option])) for option in item.distractors if option != distractor]
    # "Warm front", "cold front", "occluded front"; "both rise", "both fall", "one rises and the other one falls".
    alike = frozenset(map(stem_of, pair.union(*(opposites.get(word, ()) for word in pair)) - _COMMON))
    is_parallel = any(
        (pair == _BACK_AND_FORTH and pair <= other)
        or (subject and subject <= other)
        or not alike.isdisjoint(map(stem_of, other))
        for other in rest
    ) or any(_are_crossed(one, other) for one, other in combinations(rest, 2))
    return None if is_parallel or any(map(_UNCHANGED.intersection, rest)) else (key, distractor)


def _joined(words: list[str]) -> list[str]:
    """Return ``words`` with "out of" and "away from" as one word each."""
    if "out" not in words and "away" not in words:
        return words
    return " ".join(words).replace("out of", "outof").replace("away from", "awayfrom").split()


def _made_opposite(words: list[str], others: list[str]) -> frozenset[str] | None:
    """Return the words by which two options are opposites, if little else differs."""
    if len(words) != len(others):
        words, others = _as_less(words, others), _as_less(others, words)
    if len(words) != len(others):
        return None
    if words != others and _BACK_AND_FORTH.issubset(words) and sorted(words) == sorted(others):
        return _BACK_AND_FORTH  # from the p side to the n side, from the n side to the p side
    different = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    if not 1 <= len(different) <= 2:
        return None
    opposites = _opposites()
    opposite = [
        (one, other)
        for one, other in different
        if other in opposites.get(one, ()) or one.startswith(_LESS) or other.startswith(_LESS)
    ]
    if len(opposite) == len(different) == 1 or (
        opposite
        and len(words) - len(different) >= _FEWEST_SHARED
        and (len(opposite) == len(different) or not _DIRECTIONS.isdisjoint(opposite[0]))
    ):
        return frozenset(word for pair in different for word in pair)
    return None


_LESS = "less "


def _as_less(words: list[str], others: list[str]) -> list[str]:
    """Return ``words`` with "less dense" as one word if ``others`` have "denser" in its place."""
    at = words.index("less") if "less" in words[:-1] else None
    if at is None or at >= len(others):
        return words
    adjective = words[at + 1]
    if others[at] not in {f"{adjective}er", f"{adjective}r", f"{adjective[:-1]}ier", f"{adjective}{adjective[-1]}er"}:
        return words
    return [*words[:at], f"{_LESS}{adjective}", *words[at + 2 :]]


_COMMON = frozenset("in on to from with".split())
"""Words that stand in options about anything."""
_BACK_AND_FORTH = frozenset({"from", "to"})
_FEWEST_SHARED = 3
"""Options that differ in a verb as well have at least so many words in common."""


def _are_crossed(words: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether two options differ only in opposite words: they are another pair of opposites."""
    opposites = _opposites()
    mine, theirs = words - others, others - words
    return bool(mine) and all(not theirs.isdisjoint(opposites.get(word, ())) for word in mine)


_UNCHANGED = listed(
    "same unchanged constant as nothing neither both not none change changes difference equal depends depend varies"
    " effect middle stays remains"
)
"""Words of an option between two opposites."""


class _Claim(NamedTuple):
    is_denial: bool
    stems: tuple[str, ...]
    """The word stems of what is affirmed or denied."""


def _claim(option: str) -> _Claim:
    stems: list[str] = []
    denials: list[str] = []
    for word in words_of(option):
        affirmed = _AFFIRMED.get(word, word)
        if affirmed is not word:
            denials.append(word)
        if affirmed and affirmed not in _SUPPORTING:
            stems.append(stem_of(affirmed))
    is_denial = len(denials) == 1 and (denials[0] != "no" or len(stems) >= _FEWEST_WITH_NO)
    return _Claim(is_denial, tuple(stems))
