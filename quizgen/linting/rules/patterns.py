"""Rules about patterns that learners can exploit: where the key is, and how long it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import comb

from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, NBME, set_rule
from quizgen.linting.set_context import SetContext
from quizgen.questions import TrueFalseQuestion

CHANCE = 0.01
"""A pattern is reported only if it would arise by chance in at most one set in a hundred."""
FEWEST = 5
"""The fewest questions that make a pattern."""


def _probability(hits: int, chances: Sequence[float]) -> float:
    """Return the probability of at least ``hits`` hits in ``len(chances)`` tries, each with the mean probability."""
    tries = len(chances)
    mean = sum(chances) / tries
    if hits <= tries * mean:
        return 1.0
    if tries > 400:  # the normal approximation is good enough, and factorials would be slow
        return 0.0 if (hits - 0.5 - tries * mean) > 2.33 * (tries * mean * (1 - mean)) ** 0.5 else 1.0
    return float(sum(comb(tries, k) * mean**k * (1 - mean) ** (tries - k) for k in range(hits, tries + 1)))


@set_rule(
    "Q201",
    "longest-key-rate",
    source=f"{HDR}, guidelines 24 and 28d (length about equal, no conspicuous key); {NBME}",
)
def longest_key_rate(context: SetContext) -> Iterator[Flaw]:
    """Flag sets in which the key is the longest option more often than chance would explain.

    ## Why it matters
    Each key may be only slightly longer than its distractors, but if this is true of nearly all keys, a learner can
    guess by picking the longest option.

    ## Example
    ```yaml
    - id: a
      kind: choice
      stem: Which metal is liquid?
      answer: Mercury
      distractors: [Iron, Lead, Tin]
    - id: b
      kind: choice
      stem: Which gas do we need to breathe?
      answer: Oxygen gas
      distractors: [Neon, Argon, Xenon]
    - id: c
      kind: choice
      stem: Which stone is the hardest?
      answer: Diamond
      distractors: [Opal, Onyx, Jade]
    - id: d
      kind: choice
      stem: Which grain is used to make beer?
      answer: Barley malt
      distractors: [Rice, Oats, Rye]
    - id: e
      kind: choice
      stem: Which nut grows underground?
      answer: Groundnut
      distractors: [Pecan, Cashew, Hazel]
    ```

    ## Better
    ```yaml
    - id: a
      kind: choice
      stem: Which metal is liquid?
      answer: Mercury
      distractors: [Iron, Lead, Antimony]
    - id: b
      kind: choice
      stem: Which gas do we need to breathe?
      answer: Oxygen gas
      distractors: [Neon, Argon, Xenon]
    - id: c
      kind: choice
      stem: Which stone is the hardest?
      answer: Diamond
      distractors: [Aquamarine, Onyx, Jade]
    - id: d
      kind: choice
      stem: Which grain is used to make beer?
      answer: Malt
      distractors: [Rice, Oats, Rye]
    - id: e
      kind: choice
      stem: Which nut grows underground?
      answer: Groundnut
      distractors: [Pecan, Cashew, Hazel]
    ```
    """
    chances: list[float] = []
    hits = 0
    for _, question in context.choices:
        lengths = [len(option) for option in question.distractors]
        if lengths and len({len(question.answer), *lengths}) > 1:
            chances.append(1 / (len(lengths) + 1))
            hits += len(question.answer) > max(lengths)
    if len(chances) >= FEWEST and hits >= 0.4 * len(chances) and _probability(hits, chances) < CHANCE:
        yield Flaw(
            f"the key is the longest option in {hits} of {len(chances)} choice questions",
            "shorten some keys or lengthen some distractors; by chance, the key would be the longest in about 1 in "
            f"{round(len(chances) / sum(chances))} questions",
            ("questions",),
        )


@set_rule(
    "Q202",
    "key-position",
    source=f"{HDR}, guideline 20 (vary the location of the right answer)",
)
def key_position(context: SetContext) -> Iterator[Flaw]:
    """Flag sets in which the key is in the same position more often than chance would explain. Only questions whose
    options are not shuffled are counted.

    ## Why it matters
    Learners notice the position and stop reading the options.

    ## Example
    ```yaml
    - id: a
      kind: choice
      stem: Which is a root?
      answer: Beet
      options: [Leek, Beet, Kale, Dill]
      shuffle: false
    - id: b
      kind: choice
      stem: Which is a fruit?
      answer: Plum
      options: [Kale, Plum, Leek, Mint]
      shuffle: false
    - id: c
      kind: choice
      stem: Which is an herb?
      answer: Dill
      options: [Pear, Dill, Beet, Plum]
      shuffle: false
    - id: d
      kind: choice
      stem: Which is a grain?
      answer: Oats
      options: [Mint, Oats, Pear, Kale]
      shuffle: false
    - id: e
      kind: choice
      stem: Which is a nut?
      answer: Hazel
      options: [Oats, Hazel, Dill, Beet]
      shuffle: false
    ```

    ## Better
    ```yaml
    - id: a
      kind: choice
      stem: Which is a root?
      answer: Beet
      options: [Leek, Beet, Kale, Dill]
      shuffle: false
    - id: b
      kind: choice
      stem: Which is a fruit?
      answer: Plum
      options: [Plum, Kale, Leek, Mint]
      shuffle: false
    - id: c
      kind: choice
      stem: Which is an herb?
      answer: Dill
      options: [Pear, Plum, Beet, Dill]
      shuffle: false
    - id: d
      kind: choice
      stem: Which is a grain?
      answer: Oats
      options: [Mint, Pear, Oats, Kale]
      shuffle: false
    - id: e
      kind: choice
      stem: Which is a nut?
      answer: Hazel
      options: [Hazel, Oats, Dill, Beet]
      shuffle: false
    ```
    """
    positions: Counter[int] = Counter()
    chances: list[float] = []
    for _, question in context.choices:
        if (order := question.fixed_order) is not None:
            positions[order.index(question.answer)] += 1
            chances.append(1 / len(order))
    if len(chances) < FEWEST:
        return
    position, hits = positions.most_common(1)[0]
    # Multiplied by the number of positions, because any of them could have stood out.
    if _probability(hits, chances) * len(chances) / sum(chances) < CHANCE:
        yield Flaw(
            f"the key is option {position + 1} in {hits} of {len(chances)} choice questions whose options are not "
            "shuffled",
            "move the key in some of them, let quizgen shuffle the options, or choose other distractors",
            ("questions",),
        )


@set_rule(
    "Q210",
    "true-false-balance",
    source="Penn State, *Question writing: true/false* (about as many true statements as false ones)",
)
def true_false_balance(context: SetContext) -> Iterator[Flaw]:
    """Flag sets in which true-or-false statements have the same answer more often than chance would explain.

    ## Why it matters
    Authors find it easier to write true statements. Learners who notice the pattern answer "true" every time.

    ## Example
    ```yaml
    - id: a
      kind: true_false
      stem: Bats are mammals.
      answer: true
    - id: b
      kind: true_false
      stem: Whales have lungs.
      answer: true
    - id: c
      kind: true_false
      stem: Spiders have eight legs.
      answer: true
    - id: d
      kind: true_false
      stem: Bees can see ultraviolet light.
      answer: true
    - id: e
      kind: true_false
      stem: Owls hunt at night.
      answer: true
    - id: f
      kind: true_false
      stem: Frogs lay eggs in water.
      answer: true
    - id: g
      kind: true_false
      stem: Eels can live in fresh water.
      answer: true
    - id: h
      kind: true_false
      stem: Moles dig tunnels.
      answer: true
    ```

    ## Better
    ```yaml
    - id: a
      kind: true_false
      stem: Bats are mammals.
      answer: true
    - id: b
      kind: true_false
      stem: Whales have gills.
      answer: false
      explanation: They breathe air.
    - id: c
      kind: true_false
      stem: Spiders have eight legs.
      answer: true
    - id: d
      kind: true_false
      stem: Bees can see infrared light.
      answer: false
      explanation: They see ultraviolet light.
    - id: e
      kind: true_false
      stem: Owls hunt at night.
      answer: true
    - id: f
      kind: true_false
      stem: Frogs lay eggs with a shell.
      answer: false
      explanation: Their eggs are soft.
    - id: g
      kind: true_false
      stem: Eels can live in fresh water.
      answer: true
    - id: h
      kind: true_false
      stem: Moles dig tunnels.
      answer: true
    ```
    """
    answers = Counter(
        item.question.answer
        for item in context.items
        if item.kind == "true_false" and isinstance(item.question, TrueFalseQuestion)  # the kind is compared faster
    )
    if answers.total() < FEWEST:
        return
    answer, hits = answers.most_common(1)[0]
    # Multiplied by 2, because either answer could have stood out.
    if 2 * _probability(hits, [0.5] * answers.total()) < CHANCE:
        this, other = ("true", "false") if answer else ("false", "true")
        yield Flaw(
            f"{hits} of {answers.total()} true/false statements are {this}",
            f"reword some of them so that they are {other}",
            ("questions",),
        )
