"""Rules about steps to order and pairs to match that give themselves away."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.rules.cues import MIN_ECHO
from quizgen.questions import MatchQuestion, OrderQuestion
from quizgen.text.content_words import content, words_of
from quizgen.text.lazy_pattern import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_STEP = lazy_pattern(r"\s*(?:step\s+)?(?P<number>\d{1,2}|[a-h])\s*[.):]\s", re.IGNORECASE)
_SEQUENCE = lazy_pattern(
    r"\s*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|afterwards|finally|lastly|last|in the end"
    r"|to begin with|at first)\b[,:]?\s",
    re.IGNORECASE,
)


@question_rule(
    "Q141",
    "order-cue",
    kinds=("order",),
    source=f"{HDR}, guideline 28 (avoid clues to the right answer)",
)
def order_cue(item: Item) -> Iterator[Flaw]:
    """Flag steps that give away their order with years, numbers, or words such as "first" and "finally".

    ## Why it matters
    Learners can put the events in order by sorting the years, without knowing anything about the events.

    ## Example
    ```yaml
    - id: q
      kind: order
      stem: Put these steps toward the French Republic in order.
      steps: [The Estates General meet (1789), The king flees to Varennes (1791), The monarchy is abolished (1792)]
    ```

    ## Better
    ```yaml
    - id: q
      kind: order
      stem: Put these steps toward the French Republic in order.
      steps: [The Estates General meet, The king flees to Varennes, The monarchy is abolished]
    ```
    """
    question = item.question
    assert isinstance(question, OrderQuestion)
    steps = question.steps
    years = [found[0] for step in steps if (found := _YEAR.search(step))]
    if len(years) == len(steps) and "year" not in item.stem_words and _is_rising(years):
        message = f"the years in the steps ({years[0]}, {years[1]}, …) give away the order"
    elif all(_STEP.match(step) for step in steps):
        message = "the numbers of the steps give away the order"
    elif found := next((found for step in steps if (found := _SEQUENCE.match(step)) is not None), None):
        message = f"{found[0].strip(' ,:')!r} gives away the order"
    else:
        return
    yield Flaw(message, "remove this cue from the steps", ("steps",))


def _is_rising(years: Sequence[str]) -> bool:
    return all(one <= other for one, other in pairwise(years)) or all(one >= other for one, other in pairwise(years))


@question_rule(
    "Q142",
    "echo-in-pairs",
    kinds=("match",),
    english=True,
    source=f"{HDR}, guideline 28b (clang associations); {NBME} (word repeats)",
)
def echo_in_pairs(item: Item) -> Iterator[Flaw]:
    """Flag matching questions in which two or more right items repeat a word from the left item of the same pair. Words
    that also appear in another right item are ignored.

    ## Why it matters
    Learners can match these pairs by the repeated word, without knowing the subject.

    ## Example
    ```yaml
    - id: q
      kind: match
      stem: Match each instrument to what it measures.
      pairs: {pressure gauge: pressure of a gas, speedometer: speed of a car, rain gauge: rain per day}
    ```

    ## Better
    ```yaml
    - id: q
      kind: match
      stem: Match each instrument to what it measures.
      pairs: {barometer: pressure of the air, speedometer: velocity of a car, hygrometer: humidity}
    ```
    """
    question = item.question
    assert isinstance(question, MatchQuestion)
    sides = [(content(words_of(left)), frozenset(content(words_of(right)))) for left, right in question.pairs]
    echoes = [
        word
        for at, (left, right) in enumerate(sides)
        for word in dict.fromkeys(left)
        if len(word) >= MIN_ECHO
        and word in right
        and not any(word in other for place, (_, other) in enumerate(sides) if place != at)
    ]
    if len(echoes) >= 2:
        yield Flaw(
            f"some pairs have the same word on both sides: {', '.join(map(repr, echoes))}",
            "use a different word on one side",
            ("pairs",),
        )
