"""The rule about comparisons that do not say what is compared."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.text.lazy_pattern import lazy_pattern

_COMPARATIVES = """
    better worse healthier cheaper safer faster slower stronger weaker warmer cooler colder hotter heavier lighter
    larger smaller bigger longer shorter taller higher lower deeper wider narrower thicker thinner denser harder
    softer easier quieter louder cleaner dirtier brighter darker smoother rougher sweeter drier wetter richer
    poorer happier fitter tougher stiffer sharper fresher tastier younger older quicker simpler milder finer
    greener steadier sturdier greater riskier costlier pricier friendlier busier bulkier
    """.split()
_ALSO_NAMES = frozenset({"lower", "higher", "greater", "older", "younger"})
"""Comparatives in names of things: a lower house, a higher court."""
_ADJECTIVE = r"[a-z]+(?:al|ic|ous|ive|ful|less|ent|ant|ible|able|ed|ing|ate|ile|ure|ise|ly|ry|ex)"
_COMPARATIVE = rf"(?P<comparative>{'|'.join(_COMPARATIVES)}|(?:more|less) {_ADJECTIVE})"
_INCOMPLETE = lazy_pattern(
    rf"\b(?:is|are|was|were) (?:(?:much|far|even|significantly|considerably) )?{_COMPARATIVE}"
    r"(?: for (?:the (?:heart|environment|climate|eyes|back|skin|brain|body)|you|people|children|adults|beginners"
    r"|patients))?\W*$"
    r"|\b(?:lasts?|keeps?|lives?|works?|learns?|sleeps?|sells?|performs?|runs?|finish(?:es)?|weighs?|costs?|earns?|pays?"
    r"|eats?|heals?|recovers?|ages?|dries|dry) (?P<how>longer|faster|slower|better|worse|more|less|more \w+ly"
    r"|less \w+ly)\W*$"
    r"|\b(?:has|have|had|contains?|uses?|needs?|requires?|produces?|gives?|offers?|provides?|consumes?|causes?)"
    r" (?:an? )?(?P<which>more|less|fewer|(?:"
    + "|".join(word for word in _COMPARATIVES if word not in _ALSO_NAMES)
    + r"))(?! (?:than|to|or|of|and)\b) [a-z-]+(?: (?!(?:than|to|or|of|and|in|at|on|for|from|with)\b)[a-z-]+)?\W*$"
)
# What is compared with, or when, or on which condition: "of the two", "the higher …, the …", "in winter, …".
_COMPARES = lazy_pattern(
    r"\b(?:than|compar\w+|two|both|others?|another|between|unlike|versus|vs|relative|contrast|while|whereas|but|if|when"
    r"|whenever|where|once|after|before|until|since|because|as|same|equal\w*|chang\w+|becom\w+|grew|grow\w*|ris\w+"
    r"|fall\w*|increas\w+|decreas\w+|no|any longer|instead|today|nowadays|now|formerly|then|still|there|here"
    r"|even|either|each|not|never|neither|nor|whose"
    r"|with (?:age|time|depth|height|altitude|distance|higher|lower|more|less|every)|the (?:more|less|[a-z]+er)\b[^,]*,"
    # one of a pair, whose other member everybody knows
    r"|left|right|females?|males?|upper|lower|northern|southern|eastern|western|inner|outer|first|second|former|latter)\b"
    r"|n['’]t\b|[\d;:]|, and |^(?:In|At|On|With|Under|During|For|To|From|By|Among|Of|Through|Over) ",
    re.IGNORECASE,
)


@question_rule(
    "Q170",
    "incomplete-comparison",
    kinds=("true_false",),
    triggers=("more", "less", "fewer", *_COMPARATIVES),
    english=True,
    source=f"quizgen, after {HDR}, guideline 14 (the stem clear by itself)",
)
def incomplete_comparison(item: Item) -> Iterator[Flaw]:
    """Flag true-or-false statements that say "is healthier" or "uses less energy" but not than what.

    ## Why it matters
    Whether such a statement is true depends on what the learner compares with.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: A house with a flat roof is cheaper.
      answer: true
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: To build a flat roof is cheaper than to build a gable roof.
      answer: true
    ```
    """
    stem = item.plain_stem.strip()
    found = _INCOMPLETE.search(stem)
    if found is None or found.lastgroup is None or item.is_statement_of_fact:
        return
    if _COMPARES.search(stem[: found.start(found.lastgroup)]):
        return
    yield Flaw(
        f"the statement does not say what {found[found.lastgroup]!r} compares with",
        'add "than …"',
        item.stem_path,
    )
