"""Too long: the right option beside the others, or the stem."""

from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.words import is_name, uncoded, words_of
from quizgen.questions import KINDS

LONGER = 1.5
"""So many times the longest wrong option's length makes a key stand out; a difference of a word or two never does."""
LONGER_CHARACTERS = 12
STEM_WORDS = 60


@question_rule(
    "Q103",
    "longest-key",
    kinds=("choice",),
    source=f"{HDR}, guideline 24; {NBME}",
)
def longest_key(item: Item) -> Iterator[Flaw]:
    """A key much longer than every wrong option.

    Authors qualify what is right until nobody can object, so the longest and most careful option is the one to
    guess. Names are left alone: they are as long as they are.
    """
    key = item.keys[0]
    rival = max(map(len, item.distractors), default=0)
    if not rival or len(key) < LONGER * rival or len(key) - rival < LONGER_CHARACTERS:
        return
    if not all(map(is_name, item.options)):
        yield Flaw(
            f"the right option is {len(key)} characters long, the longest wrong one {rival}",
            "shorten it, or make wrong options as full: what is left out can stand in the explanation",
            item.at_option(key),
        )


@question_rule(
    "Q118",
    "overlong-stem",
    kinds=KINDS,
    source=f"{HDR}, guidelines 13 and 16 (little reading, no window dressing); {NBME}",
)
def overlong_stem(item: Item) -> Iterator[Flaw]:
    """A stem of more words than a question needs.

    What the question does not need measures reading instead of knowledge, and on a small screen it hides the
    options.
    """
    if len(item.stem) <= 3 * STEM_WORDS:
        return
    words = len(words_of(uncoded(item.stem)))
    if words > STEM_WORDS:
        yield Flaw(
            f"the question has {words} words",
            f"keep to {STEM_WORDS} at most: leave out what is not needed to answer, or move it to the explanation",
            item.at_stem,
        )
