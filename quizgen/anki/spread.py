"""The order of new cards: neighbors do not give each other away, and the first cards cover many facts."""

import re
import sys
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, pairwise

from quizgen.questions import Question
from quizgen.questions.giveaways import Content, answer_keys, content_of
from quizgen.text.folding import fold

_WORD = re.compile(r"[^\W_]{4,}")
_WINDOW = 40
"""How many questions ahead to look for the next one; it keeps the time linear in the number of questions."""
_RECENT = 5
"""How many of the latest cards should not give away the next one; the last one must not, if there is a choice."""
_CAREFUL = 2_000
"""How many questions to read for giveaways: months of new cards. Reading more would cost more than writing them."""
_FREQUENT = 5
"""How many of the most frequent keys to watch."""
_PAIRS = 4_096
"""How many comparisons of two cards to remember: those ahead are compared with the latest ones again and again."""
_MOVES = 20_000
"""How many places to try in total for cards that still have a similar neighbor at the end."""


Cost = tuple[bool, bool, int, int, bool]
"""Reasons against a card as the next one, the most important first."""
_NO_CARD: Cost = (True, True, sys.maxsize, sys.maxsize, True)
"""More than the cost of any card."""


@dataclass(frozen=True, slots=True, eq=False)
class NewCard:
    """What a new card is about, as far as its neighbors could give it away."""

    facts: frozenset[str]
    keys: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    topic: str | None = None
    content: Content | None = None
    """What both sides show and what the card tests."""

    def resembles(self, other: "NewCard") -> bool:
        """Return whether the two share a fact, a key, or most words of the shorter one."""
        if not (self.facts.isdisjoint(other.facts) and self.keys.isdisjoint(other.keys)):
            return True
        if self.words.isdisjoint(other.words):
            return False
        return len(self.words & other.words) * 2 > min(len(self.words), len(other.words))

    def gives_away(self, later: "NewCard") -> bool:
        """Return whether this card states the answer to ``later``."""
        return self.content is not None and later.content is not None and self.content.gives_away(later.content)

    def may_precede(self, following: "NewCard") -> bool:
        """Return whether ``following`` can come right after this card."""
        return not (self.resembles(following) or self.gives_away(following))


def new_cards(questions: Sequence[Question]) -> list[NewCard]:
    """Return what each question is about; words that more than a fifth of the questions share do not count."""
    words = [frozenset(_WORD.findall(fold(question.stem))) for question in questions]
    frequency = Counter(chain.from_iterable(words))
    most = max(3, len(questions) // 5)
    common = frozenset(word for word, count in frequency.items() if count > most)
    return [
        NewCard(
            frozenset(question.all_facts or question.points),
            answer_keys(question),
            found - common,
            question.topic,
            content_of(question) if index < _CAREFUL else None,
        )
        for index, (question, found) in enumerate(zip(questions, words, strict=True))
    ]


def spread(items: Sequence[NewCard], after: NewCard | None = None) -> list[int]:
    """Return the indexes of ``items`` in an order for new cards; ``after`` is the card before the first.

    A greedy choice, the same for the same items: each fact comes up once before any comes up twice, and the next card
    is the first in the given order that neither resembles the one before it nor is given away by it. Among these, one
    that no recent card gives away and whose topic is different takes precedence. A key that half of the remaining cards
    share comes first, or its last cards would end up next to each other.
    """
    rounds = _rounds(items)
    ahead = iter(sorted(range(len(items)), key=lambda index: (rounds[index], index)))
    window = list(islice(ahead, _WINDOW))
    left = Counter(key for item in items for key in item.keys)
    frequent = [key for key, number in left.most_common(_FREQUENT) if number > 1]
    topics = Counter(items[index].topic for index in window)
    order: list[int] = []
    recent = deque([after] if after else [], maxlen=_RECENT)
    gives_away = lru_cache(_PAIRS)(NewCard.gives_away)
    while window:
        remaining = len(items) - len(order)
        pressing = frozenset(key for key in frequent if left[key] * 2 > remaining)
        # If all cards have the topic of the last one, do not search all of the window for another topic.
        one_topic = bool(recent) and recent[-1].topic is not None and topics[recent[-1].topic] == len(window)
        place = _next_place(window, items, rounds, recent, pressing, gives_away=gives_away, one_topic=one_topic)
        recent.append(items[window[place]])
        for key in recent[-1].keys:
            left[key] -= 1
        order.append(window.pop(place))
        topics[recent[-1].topic] -= 1
        for index in islice(ahead, 1):
            window.append(index)
            topics[items[index].topic] += 1
    return _repaired(order, items, after)


def _rounds(items: Sequence[NewCard]) -> list[int]:
    """Return for each item how often one of its facts came up before it."""
    seen: Counter[str] = Counter()
    rounds = []
    for item in items:
        rounds.append(max((seen[fact] for fact in item.facts), default=0))
        seen.update(item.facts)
    return rounds


def _next_place(
    window: Sequence[int],
    items: Sequence[NewCard],
    rounds: Sequence[int],
    recent: Sequence[NewCard],
    pressing: frozenset[str],
    *,
    gives_away: Callable[[NewCard, NewCard], bool],
    one_topic: bool,
) -> int:
    """Return the place in ``window`` of the next card; ``one_topic``: all have the topic of the last card."""
    last = recent[-1] if recent else None

    def cost(index: int, limit: Cost) -> Cost | None:
        """Return the cost of the item, or None if it is not lower than ``limit``; skip texts that cannot matter."""
        item = items[index]
        off_key, later = bool(pressing) and pressing.isdisjoint(item.keys), rounds[index]
        if (False, off_key, later) > limit[:3]:
            return None
        blocked = last is not None and (last.resembles(item) or gives_away(last, item))
        if (blocked, off_key, later) > limit[:3]:
            return None
        told = sum([gives_away(earlier, item) for earlier in recent]) if item.content else 0
        same_topic = last is not None and item.topic is not None and item.topic == last.topic
        found = (blocked, off_key, later, told, same_topic)
        return found if found < limit else None

    best = (False, False, rounds[window[0]], 0, one_topic)
    chosen, lowest = 0, _NO_CARD
    for place, index in enumerate(window):
        if (found := cost(index, lowest)) is not None:
            chosen, lowest = place, found
            if lowest == best:
                break
    return chosen


def _repaired(order: list[int], items: Sequence[NewCard], after: NewCard | None) -> list[int]:
    """Move each card that should not follow the one before it to the nearest place where both new neighbors suit it."""
    moves = _MOVES
    for index in [right for left, right in pairwise(order) if not items[left].may_precede(items[right])]:
        item, at = items[index], order.index(index)
        rest = [*order[:at], *order[at + 1 :]]
        if _fits(item, at, order, items, after) or (
            at < len(rest) and not _fits(items[rest[at]], at, rest, items, after)
        ):
            continue
        for place in sorted(range(len(rest) + 1), key=lambda place: (abs(place - at), place)):
            if (moves := moves - 1) < 0:
                return order
            following = items[rest[place]] if place < len(rest) else None
            if _fits(item, place, rest, items, after) and (following is None or item.may_precede(following)):
                order = [*rest[:place], index, *rest[place:]]
                break
    return order


def _fits(item: NewCard, place: int, order: Sequence[int], items: Sequence[NewCard], after: NewCard | None) -> bool:
    """Return whether ``item`` can come right after what is before ``place``."""
    before = items[order[place - 1]] if place else after
    return before is None or before.may_precede(item)
