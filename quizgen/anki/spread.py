"""The order of new cards: neighbors have nothing in common, and the first cards cover as many facts as they can."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import assert_never

from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.text.folding import fold

_WORD = re.compile(r"[^\W_]{4,}")
_WINDOW = 40
"""How many questions ahead to look for the next one; it keeps the time linear in the number of questions."""
_FREQUENT = 5
"""How many of the most frequent keys to watch."""
_MOVES = 20_000
"""How many places to try, in all, for cards that still have a neighbor like themselves at the end."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a card is about, as far as a neighbor could give it away."""

    facts: frozenset[str]
    keys: frozenset[str]
    words: frozenset[str]

    def resembles(self, other: "Content") -> bool:
        """Return whether the two share a fact, a key, or most words of the shorter one."""
        if not (self.facts.isdisjoint(other.facts) and self.keys.isdisjoint(other.keys)):
            return True
        shorter = min(len(self.words), len(other.words))
        return shorter > 0 and len(self.words & other.words) * 2 > shorter


def contents(questions: Sequence[Question]) -> list[Content]:
    """Return the content of each question; words that more than a fifth of the questions share do not count."""
    words = [frozenset(_WORD.findall(fold(question.stem))) for question in questions]
    frequency = Counter(word for found in words for word in found)
    most = max(3, len(questions) // 5)
    common = frozenset(word for word, count in frequency.items() if count > most)
    return [
        Content(_facts(question), answer_keys(question), found - common)
        for question, found in zip(questions, words, strict=True)
    ]


def spread(items: Sequence[Content], after: Content | None = None) -> list[int]:
    """Return the indexes of ``items`` in an order for new cards; ``after`` is the card before the first.

    A greedy choice, the same for the same items: each fact comes up once before any comes up twice, and the next card
    is the first in the given order that does not resemble the one before it. A key that half of the remaining cards
    share takes precedence, or its last cards would end up next to each other.
    """
    rounds = _rounds(items)
    ahead = iter(sorted(range(len(items)), key=lambda index: (rounds[index], index)))
    window = list(islice(ahead, _WINDOW))
    left = Counter(key for item in items for key in item.keys)
    frequent = [key for key, number in left.most_common(_FREQUENT) if number > 1]
    order: list[int] = []
    last = after
    while window:
        remaining = len(items) - len(order)
        pressing = frozenset(key for key in frequent if left[key] * 2 > remaining)
        place = _next_place(window, items, rounds, last, pressing)
        last = items[window[place]]
        left.subtract(last.keys)
        order.append(window.pop(place))
        window.extend(islice(ahead, 1))
    return _repaired(order, items, after)


def _rounds(items: Sequence[Content]) -> list[int]:
    """Return for each item how often one of its facts came up before it."""
    seen: Counter[str] = Counter()
    rounds = []
    for item in items:
        rounds.append(max((seen[fact] for fact in item.facts), default=0))
        seen.update(item.facts)
    return rounds


def _next_place(
    window: Sequence[int],
    items: Sequence[Content],
    rounds: Sequence[int],
    last: Content | None,
    pressing: frozenset[str],
) -> int:
    first_round = rounds[window[0]]
    best, lowest = 0, (True, True, rounds[window[-1]] + 1)
    for place, index in enumerate(window):
        item = items[index]
        resembles = last is not None and item.resembles(last)
        cost = (resembles, bool(pressing) and pressing.isdisjoint(item.keys), rounds[index])
        if cost < lowest:
            best, lowest = place, cost
            if cost == (False, False, first_round):
                break
    return best


def _repaired(order: list[int], items: Sequence[Content], after: Content | None) -> list[int]:
    """Move cards that still resemble the one before them to the nearest place where both new neighbors differ."""
    moves = _MOVES
    for index in [right for left, right in pairwise(order) if items[left].resembles(items[right])]:
        at = order.index(index)
        before, behind = items[order[at - 1]], items[order[at + 1]] if at + 1 < len(order) else None
        if at == 0 or not items[index].resembles(before) or (behind is not None and before.resembles(behind)):
            continue
        rest = [*order[:at], *order[at + 1 :]]
        for place in sorted(range(len(rest) + 1), key=lambda place: (abs(place - at), place)):
            if (moves := moves - 1) < 0:
                return order
            neighbors = [items[one] for one in rest[max(0, place - 1) : place + 1]]
            if place == 0 and after is not None:
                neighbors.append(after)
            if not any(items[index].resembles(one) for one in neighbors):
                order = [*rest[:place], index, *rest[place:]]
                break
    return order


def _facts(question: Question) -> frozenset[str]:
    facts = {*question.facts, *((question.fact,) if question.fact else ())}
    return frozenset(facts or question.points)


def answer_keys(question: Question) -> frozenset[str]:
    """Return the correct answers of a question in words, folded; none for kinds that only judge or arrange."""
    match question:
        case CardQuestion() | ShortQuestion():
            return frozenset({fold(question.answer)})
        case NumberQuestion():
            return frozenset({fold(question.answer_text)})
        case ClozeQuestion():
            return frozenset(fold(mark.answer) for mark in question.marks)
        case ChoiceQuestion() | MultipleQuestion():
            return frozenset(map(fold, question.keys))
        case TrueFalseQuestion() | OrderQuestion() | MatchQuestion():
            return frozenset()
        case _:
            assert_never(question)
