"""Rules about length: of the key compared with the distractors, and of the stem."""

from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.text.content_words import is_name, uncoded, words_of

LONGER = 1.5
"""A key stands out only if it is at least this many times as long as the longest distractor ..."""
LONGER_CHARACTERS = 12
"""... and at least this many characters longer: a difference of a word or two does not stand out."""
STEM_WORDS = 60
"""The maximum number of words in a stem."""


@question_rule(
    "Q103",
    "longest-key",
    kinds=("choice",),
    source=f"{HDR}, guideline 24; {NBME}",
)
def longest_key(item: Item) -> Iterator[Flaw]:
    """Flag keys that are much longer than every distractor. Options that are all names are not checked.

    ## Why it matters
    Authors qualify the correct answer until nobody can object to it, so the longest and most careful option is the best
    guess.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: What is an isotope?
      answer: A form of an element with a different number of neutrons in its nucleus
      distractors: [An ion, An alloy, A crystal]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Isotopes of an element differ in the number of which particles?
      answer: neutrons
      distractors: [electrons, protons, positrons]
    ```
    """
    key = item.keys[0]
    rival = max(map(len, item.distractors), default=0)
    if not rival or len(key) < LONGER * rival or len(key) - rival < LONGER_CHARACTERS:
        return
    if not all(map(is_name, item.options)):
        yield Flaw(
            f"the key has {len(key)} characters; the longest distractor has only {rival}",
            "shorten the key and move the details to the explanation, or make the distractors just as detailed",
            item.option_path(key),
        )


@question_rule(
    "Q118",
    "overlong-stem",
    source=f"{HDR}, guidelines 13 and 16 (little reading, no window dressing); {NBME}",
)
def overlong_stem(item: Item) -> Iterator[Flaw]:
    """Flag stems of more than 60 words, not counting code and formulas.

    ## Why it matters
    A long stem tests reading instead of knowledge, and on a small screen it pushes the options out of view.

    ## Example
    ```yaml
    - id: q
      kind: short
      answer: Nile
      stem: Rivers have always drawn people, who settled on their banks, dug canals to their fields, and sailed
        to markets and temples with grain, stone, and news. One of them rises far in the south, crosses a desert,
        floods its valley once a year, and made the land so fertile that a kingdom grew there which lasted three
        thousand years. Which river is this?
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      answer: Nile
      stem: Which river flooded the fields of ancient Egypt once a year?
    ```
    """
    if len(item.stem) <= 3 * STEM_WORDS:
        return
    words = len(words_of(uncoded(item.stem)))
    if words > STEM_WORDS:
        yield Flaw(
            f"the stem has {words} words",
            f"shorten it to at most {STEM_WORDS} words, or move nonessential details to the explanation",
            item.stem_path,
        )
