"""How exactly the value that a mark hides is known: a wrong one has to be farther away than what it covers.

A value can also be the most that is possible, so that smaller ones are true as well.
"""

import re
from decimal import Decimal

from quizgen.facts.answers import Answer
from quizgen.facts.model import Ask, Fact
from quizgen.facts.questions import usual_tolerance
from quizgen.generating.bounds import correct_side, possible_side, value_of
from quizgen.questions.marks import Mark, unmarked
from quizgen.questions.tolerance import parse_tolerance
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import parse_date

_TIMES = 3
"""How many tolerances away from an approximate number a wrong one is: few people know "about 14" from 17."""
HAIR_SPLITTING = Decimal("0.2")
"""The smallest difference of a number in a false statement from the correct one, as a share of it."""
SHARE = re.compile(r"%|per ?cent")
_BEYOND_SHARE = Decimal("1.25")
_ROUGHLY = re.compile(r"\b(?:(?:about|around|roughly|circa|approximately)(?: the)?(?: year)?|ca?\.) ?$", re.I)
"""What makes the date after it approximate."""
_SOME = re.compile(
    rf"\b(?:about|around|roughly|some|approximately) (?:(?:once )?(?:every|in|each) )?[{CURRENCY_SIGNS}]?$",
    re.IGNORECASE,
)
_ROUGH_STEM = re.compile(
    r"(?:\w+ )?(?:about|around|roughly|approximately) |What (?:is|are|was|were) the (?:approximate|rough) ",
    re.IGNORECASE,
)
_CAN = re.compile(r"(?<!\b[Aa] )(?<!\b[Tt]he )(?<!drinks )\b(?:can|could)\b(?! (?:not|only)\b)")
_CAN_BEFORE = re.compile(rf"{_CAN.pattern}[^,;.]*$")
_WHAT_CAN = re.compile(r"(?:\w+ )?(?:how|what|which)\b[^,;.]*?" + _CAN.pattern, re.IGNORECASE)
_MAY = re.compile(r"\bmay\b(?! (?:not|only|have)\b)")
_MAY_BEFORE = re.compile(rf"{_MAY.pattern}(?![^,;.]*\b(?:at|from|after|aged?)\b)[^,;.]*$")
"""What may be at most, unlike what is allowed from an age on: "may vote at eighteen"."""
_MOST_ASKED = re.compile(
    rf"(?:(?:\w+ )?[Hh]ow (?:many|much|long|far|high|tall|deep|fast|heavy|wide|often)\b[^,;.]*?{_MAY.pattern}"
    r"|(?=.*\bat (?:the )?most\b)(?:\w+ ){0,3}?[Hh]ow (?:many|much)\b[^,;.]*?\b(?:may|can|could|might)\b)"
)
"""What asks for the most that is possible or allowed: "How many may come?", "How many can it hold at most?"."""
_TYPICAL = re.compile(r"\b(?:typical(?:ly)?|on average|average)\b", re.IGNORECASE)
OPTION_APART, _STATEMENT_APART = Decimal("1.5"), Decimal(2)


def margin_of(fact: Fact, mark: Mark, answer: Answer, own: Decimal) -> Decimal:
    """Return how far wrong numbers have to be from ``own``: more than what would be graded as correct.

    It is twice the tolerance that the author wrote, three times that of a number that the statement calls
    approximate, or a little more than the tolerance of a share, which cannot be more than 100 percent. "More than 600"
    is approximate, too.
    """
    ask = fact.ask_for(mark)
    written = ask.tolerance if ask is not None else None
    tolerance = parse_tolerance(written or usual_tolerance(fact, mark, answer) or "0")
    times = _BEYOND_SHARE if SHARE.search(f"{answer.text} {words_after(fact, mark)}") else 2 if written else _TIMES
    wide = times * (tolerance.bounds(own)[1] - own) if tolerance is not None else Decimal(0)
    is_bound = possible_side(mark.answer, unmarked(fact.statement[: mark.start])) != 0
    return max(wide, HAIR_SPLITTING * abs(own)) if is_bound else wide


def ratio_of_rough(fact: Fact, mark: Mark, stem: str, *, is_asked: bool) -> Decimal:
    """Return by which factor wrong numbers have to differ from one that is approximate; zero if it is not.

    A false statement has to be clearly false: nobody can say that it is not "some 2,000" if it is "some 1,500".
    """
    is_rough = _SOME.search(unmarked(fact.statement[: mark.start])) or _ROUGH_STEM.match(stem)
    is_most = is_ability(fact, mark) or is_maximum(fact, mark, is_asked=is_asked)
    if is_rough is None and _TYPICAL.search(fact.plain) is None and not is_most:
        return Decimal(0)
    return OPTION_APART if is_asked else _STATEMENT_APART


def is_rough_date(fact: Fact, mark: Mark) -> bool:
    """Return whether the date that ``mark`` marks is only approximate, by the statement or the stem."""
    before = unmarked(fact.statement[: mark.start])
    return _ROUGHLY.search(before) is not None or _ROUGH_STEM.match(stem_on(fact, mark)) is not None


def is_ability(fact: Fact, mark: Mark) -> bool:
    """Return whether ``mark`` says how much somebody or something can do: who can swim ten miles can swim five, too."""
    ask = fact.ask_for(mark)
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    if not _is_amount(mark, ask) or correct_side(mark.answer, before, after, ask.stem if ask else ""):
        return False
    return _CAN_BEFORE.search(before) is not None and (ask is None or _WHAT_CAN.match(ask.stem) is not None)


def is_maximum(fact: Fact, mark: Mark, *, is_asked: bool) -> bool:
    """Return whether ``mark`` says how much may or can be: who may sing for eight hours may also sing for six.

    If it ``is_asked`` for, the stem decides, and the statement decides whether it can be made false.
    """
    ask = fact.ask_for(mark)
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    if not _is_amount(mark, ask) or correct_side(mark.answer, before, after, "") < 0:
        return False
    is_most_asked = ask is not None and _MOST_ASKED.match(ask.stem) is not None
    if is_asked:
        return is_most_asked
    if is_most_asked or _MAY_BEFORE.search(before) is not None:
        return True
    return is_ability(fact, mark)


def _is_amount(mark: Mark, ask: Ask | None) -> bool:
    """Return whether ``mark`` marks a number other than that of a year."""
    is_year = parse_date(mark.answer) is not None and (ask is None or ask.unit is None)
    return not is_year and value_of(mark.answer) is not None


def stem_on(fact: Fact, mark: Mark) -> str:
    """Return the stem of the question on ``mark``, empty if there is none."""
    ask = fact.ask_for(mark)
    return ask.stem if ask is not None else ""


def words_after(fact: Fact, mark: Mark) -> str:
    """Return the first words that follow ``mark``, which name its unit: "hours" after 24."""
    return " ".join(fact.statement[mark.end :].split()[:2])
