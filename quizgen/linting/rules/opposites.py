"""The rule about options that deny each other."""

from collections.abc import Iterator
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


@question_rule(
    "Q168",
    "opposite-options",
    kinds=("choice",),
    triggers=_AFFIRMED,
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 28e (pairs of options that lead to the right answer)",
)
def opposite_options(item: Item) -> Iterator[Flaw]:
    """Flag keys that deny a distractor, or that a distractor denies, if no other two options are opposites. An example
    is the pair "It agrees with the subject" and "It does not agree with the subject".

    ## Why it matters
    Of two options that deny each other, one has to be right, so learners can ignore all the others.

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
    claims = {option: _claim(option) for option in item.options}
    pairs = [
        (one, other)
        for one, other in combinations(item.options, 2)
        if claims[one].is_denial is not claims[other].is_denial and claims[one].stems == claims[other].stems
    ]
    key = item.keys[0]
    if len(pairs) != 1 or key not in pairs[0]:
        return
    one, other = pairs[0]
    # "It dissolves", "It does not dissolve", "It dissolves only in acid": there is something between the two.
    said = set(claims[key].stems)
    if not any(said.issubset(claims[each].stems) for each in item.options if each not in pairs[0]):
        yield Flaw(
            f"{one!r} and {other!r} are opposites, so one of them must be the key",
            "replace the distractor, or add another pair of opposites",
            item.option_path(other if one == key else one),
        )


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
