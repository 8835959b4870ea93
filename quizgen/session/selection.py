"""Which questions of a set are asked, and in which order."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heapify, heappop, heapreplace
from itertools import pairwise, zip_longest
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

from quizgen.questions import Question, QuestionSet
from quizgen.questions.giveaways import Content, content_of
from quizgen.questions.kinds import KIND_INFO, Kind

if TYPE_CHECKING:
    from quizgen.history.records import Review

GUARANTEED = 20
"""Up to this number of questions, no question of a quiz gives away the answer to a later one."""

CHECKED = 200
"""Up to this number of questions, every pair of questions is compared."""

ATTEMPTS = 5
"""How often the questions of a quiz are chosen again if it is too short."""

ORDERS = 20
"""Orders that are tried to keep questions on the same facts apart."""

VARIETY = 4
"""Until a quiz has this number of kinds, points that can be asked in a new kind come first."""

RECOGNITION_SHARE = 0.4
"""The share of questions that show their answer among options, if the set has enough of both."""

TRUE_FALSE_SHARE = 0.1
"""The share of true/false questions, which can be guessed, if the set has enough others."""


_EASY: Mapping[Kind, bool] = {
    "card": False,
    "choice": True,
    "multiple": False,
    "true_false": True,
    "short": True,
    "number": False,
    "cloze": False,
    "order": False,
    "match": False,
}
"""Whether a quiz may start with a question of each kind."""


@dataclass(frozen=True, slots=True)
class LatestCredit:
    """The latest answer to a point."""

    at: datetime
    credit: float
    """0 to 1."""


def latest_credits(question_set: QuestionSet, reviews: "Iterable[Review]") -> Mapping[str, LatestCredit]:
    """Return the latest credit of each point of the set that ``reviews``, in any order, have attempted."""
    points_of = {question.id: question.points for question in question_set.questions}
    latest: dict[str, LatestCredit] = {}
    for review in reviews:
        if review.set_id != question_set.id or review.rating is None:
            continue
        for point in points_of.get(review.question_id, ()):
            if point not in latest or latest[point].at < review.at:
                latest[point] = LatestCredit(review.at, (review.credits or {}).get(point, review.share))
    return latest


def select(
    question_set: QuestionSet,
    *,
    count: int | None = None,
    kinds: Collection[str] = (),
    topics: Collection[str | None] = (),
    ids: Collection[str] | None = None,
    detail: bool = False,
    seed: int = 0,
    shuffle: bool = True,
    latest: Mapping[str, LatestCredit] | None = None,
    tags: Collection[str] = (),
    suspended: Collection[str] = (),
) -> tuple[Question, ...]:
    """Choose the questions of a quiz, and their order. The same arguments always give the same questions.

    Candidates have one of ``kinds``, ``topics`` and ``tags`` (empty: any); they are the questions named by ``ids``, or
    else those of core points, with ``detail`` of all points. Retired questions are never asked, nor are those that ask
    only ``suspended`` points.

    With a ``count``, up to that many questions are chosen, each testing points that no other one tests: new and weak
    points first, according to ``latest``, topics in balance, recall more often than recognition, the first question an
    easy one. Up to ``GUARANTEED`` questions, none gives away the answer to a later one, even if that leaves fewer
    questions; beyond that, as few as possible do. If no easy question can come first without giving something away,
    another one does. Without a ``count``, every candidate is asked.

    Unshuffled, the candidates keep the set's order.
    """
    pool = [
        question
        for question in question_set.questions
        if not (question.retired or question_set.retired)
        and (not kinds or question.kind in kinds)
        and (not topics or question.topic in topics)
        and has_tag(question_set, question, tags)
        and not is_suspended(question, suspended)
        and (question.id in ids if ids is not None else detail or question.priority == "core")
    ]
    if not shuffle:
        return tuple(pool if count is None else _one_per_point(pool)[:count])
    rng = Random(seed)
    rng.shuffle(pool)
    wanted = len(pool) if count is None else min(count, len(pool))
    chooser = _Chooser(pool, latest or {}, rng)
    chosen = chooser.choose(min(wanted, CHECKED))
    first: list[str] = []
    for _ in range(ATTEMPTS):
        if count is None or len(chosen) == wanted or wanted > GUARANTEED or not chooser.refused:
            break
        # Another question on a point chosen before may leave room for it.
        first.append(chooser.refused[0])
        chooser = _Chooser(pool, latest or {}, rng, first=first)
        chosen = max(chosen, chooser.choose(wanted), key=len)
    if wanted > len(chosen) and (count is None or count > GUARANTEED):
        asked = {question.id for question in chosen}
        rest = [question for question in pool if question.id not in asked]
        if count is not None:
            rest = _one_per_point(rest, chooser.asked)[: wanted - len(chosen)]
        chosen = _spread([*chosen, *_most_given_away_first(rest)])
    return tuple(chosen)


def has_tag(question_set: QuestionSet, question: Question, tags: Collection[str]) -> bool:
    """Whether ``question`` or its set has one of ``tags``; a tag includes those below it: ``lang`` has ``lang::es``.

    Without ``tags``, every question counts.
    """
    if not tags:
        return True
    own = {tag.casefold() for tag in (*question_set.tags, *question.tags)}
    return any(tag == wanted or tag.startswith(f"{wanted}::") for tag in own for wanted in map(str.casefold, tags))


def is_suspended(question: Question, points: Collection[str]) -> bool:
    """Whether every point that ``question`` tests is among the suspended ``points``."""
    return bool(points) and all(point in points for point in question.points)


def in_study_order(question_set: QuestionSet, *, detail: bool = False) -> tuple[Question, ...]:
    """Return the questions in the order of introduction: the set's order, but each fact gets one before any gets two.

    Retired questions are left out, and those of detail points unless ``detail`` is set.
    """
    facts: dict[str, list[Question]] = {}
    for question in question_set.questions:
        if not (question.retired or question_set.retired) and (detail or question.priority == "core"):
            facts.setdefault(_fact(question), []).append(question)
    rounds = zip_longest(*facts.values())
    return tuple(question for one_each in rounds for question in one_each if question is not None)


def _one_per_point(questions: Iterable[Question], asked: Collection[str] = ()) -> list[Question]:
    """Keep the questions that test only points that neither ``asked`` nor an earlier question has."""
    seen = set(asked)
    kept = []
    for question in questions:
        if seen.isdisjoint(question.points):
            seen.update(question.points)
            kept.append(question)
    return kept


_Group = tuple[str | None, frozenset[Kind]]
"""The topic of a point, and the kinds of the questions that test it."""


class _Chooser:
    """Chooses questions point by point, so that no chosen question has to give away another."""

    def __init__(
        self, pool: Sequence[Question], latest: Mapping[str, LatestCredit], rng: Random, *, first: Sequence[str] = ()
    ) -> None:
        """``first`` are points to choose questions for before all others."""
        self.asked: set[str] = set()
        """The points of the chosen questions."""
        self.refused: list[str] = []
        """The points that could not be asked without giving something away."""
        self._first = first
        self._pool = pool
        self._latest = latest
        self._rng = rng
        self._by_point: dict[str, list[Question]] = {}
        for question in pool:
            for point in question.points:
                self._by_point.setdefault(point, []).append(question)
        self._contents: dict[str, Content] = {}
        self._arrangement = _Arrangement()
        self._kinds: Counter[Kind] = Counter()
        self._most_true_false = 1
        self._topics: Counter[str | None] = Counter()
        self._groups: Counter[_Group] = Counter()

    def choose(self, number: int) -> list[Question]:
        """Return up to ``number`` questions in an order in which none gives away a later one."""
        self._most_true_false = max(1, int(number * TRUE_FALSE_SHARE))
        self._arrangement.opener_stays = not self._first
        for point in self._first:
            self._ask(point, balanced=False)
        if number:
            self._choose_opener()
        put_off, tried = [], []
        for point in self._points():
            if len(self._arrangement.questions) >= number:
                break
            tried.append(point)
            if not self._ask(point):
                put_off.append(point)
        for balanced in (True, False):
            for point in put_off:
                if len(self._arrangement.questions) < number:
                    self._ask(point, balanced=balanced)
        if len(self._arrangement.questions) < number:
            self._arrangement.opener_stays = False
            for point in tried:
                if len(self._arrangement.questions) < number:
                    self._ask(point, balanced=False)
            self.refused = [point for point in tried if point not in self.asked]
        return self._arrangement.in_order(self._rng)

    def _urgency(self, point: str) -> tuple[int, float]:
        """New and weak points first, in random order; then known ones, the longest ago first."""
        latest = self._latest.get(point)
        if latest is None or latest.credit < 1:
            return 0, self._rng.random()
        return 1, latest.at.timestamp()

    def _points(self) -> Iterator[str]:
        """Yield the points to ask, the most urgent first, taking turns among topics and then kinds.

        Kinds take turns by the square root of their number: rare ones come up, and common ones more often.
        """
        queues: dict[_Group, list[tuple[int, float, str]]] = {}
        for point in self._by_point:
            queues.setdefault(self._group(point), []).append((*self._urgency(point), point))
        for queue in queues.values():
            heapify(queue)  # a quiz needs only the first few of them, so they are not sorted
        sizes = {group: sqrt(len(queue)) for group, queue in queues.items()}

        def turn(group: _Group) -> tuple[float, ...]:
            tier, rank, _ = queues[group][0]
            brings_nothing_new = len(self._kinds) < VARIETY and group[1] <= self._kinds.keys()
            return tier, self._topics[group[0]], brings_nothing_new, self._groups[group] / sizes[group], rank

        while queues:
            group = min(queues, key=turn)
            *_, point = heappop(queues[group])
            if not queues[group]:
                del queues[group]
            yield point

    def _group(self, point: str) -> _Group:
        asking = self._by_point[point]
        return asking[0].topic, frozenset(question.kind for question in asking)

    def _choose_opener(self) -> None:
        easy = [
            point
            for point, asking in self._by_point.items()
            if point not in self.asked and any(_EASY[one.kind] for one in asking)
        ]
        if easy:
            point = min(easy, key=self._urgency)
            self._take([question for question in self._by_point[point] if _EASY[question.kind]])

    def _ask(self, point: str, *, balanced: bool = True) -> bool:
        """Choose a question for ``point``; return False if all that are left would be too many of their kind."""
        if point in self.asked:
            return True
        chosen = len(self._arrangement.questions)
        recognition = sum(number for kind, number in self._kinds.items() if not KIND_INFO[kind].recalled)
        wants_recall = recognition + 1 > RECOGNITION_SHARE * (chosen + 1)
        may_recognize = not balanced or 2 * (recognition + 1) < chosen + 1
        candidates = [question for question in self._by_point[point] if self.asked.isdisjoint(question.points)]
        candidates.sort(
            key=lambda one: (
                KIND_INFO[one.kind].recalled is not wants_recall,
                not KIND_INFO[one.kind].graded,
                self._kinds[one.kind],
            )
        )
        may_be_true_false = not balanced or self._kinds["true_false"] < self._most_true_false
        allowed = [
            question
            for question in candidates
            if (may_recognize or KIND_INFO[question.kind].recalled)
            and (may_be_true_false or question.kind != "true_false")
        ]
        return self._take(allowed) or len(allowed) == len(candidates)

    def _take(self, candidates: Iterable[Question]) -> bool:
        for question in candidates:
            if question.id not in self._contents:
                self._contents[question.id] = content_of(question)
            if self._arrangement.add(question, self._contents[question.id]):
                self.asked.update(question.points)
                self._kinds[question.kind] += 1
                self._topics[question.topic] += 1
                self._groups.update({self._group(point) for point in question.points})
                return True
        return False


@dataclass(slots=True)
class _Arrangement:
    """Questions that can be asked without giving each other away, and which ones must come before which.

    A question whose answer another one gives away must come before it. Sets of questions are bit masks.
    """

    questions: list[Question] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    """For each question: those that must come before it, directly or not."""
    opener_stays: bool = True
    """Whether the first question that was added is asked first."""

    def add(self, question: Question, content: Content) -> bool:
        """Add ``question`` if an order remains in which nothing is given away."""
        earlier = later = 0
        for index, other in enumerate(self.contents):
            if content.gives_away(other):
                earlier |= 1 << index
            if other.gives_away(content):
                later |= 1 << index
            if earlier & later:
                return False
        for index, others in enumerate(self.before):
            if earlier >> index & 1:
                earlier |= others
        if earlier & later or (self.opener_stays and later & 1):
            return False
        own = earlier | 1 << len(self.questions)
        for index, others in enumerate(self.before):
            if (others | 1 << index) & later:
                self.before[index] = others | own
        self.questions.append(question)
        self.contents.append(content)
        self.before.append(earlier)
        return True

    def in_order(self, rng: Random) -> list[Question]:
        """Return the questions in an allowed order that alternates facts, topics and kinds."""
        facts = [set(question.all_facts) for question in self.questions]
        related = [sum(not one.isdisjoint(other) for other in facts) for one in facts]

        def neighbors(order: Sequence[int]) -> int:
            return sum(not facts[one].isdisjoint(facts[other]) for one, other in pairwise(order))

        best = self._one_order(rng, related)
        for _ in range(ORDERS - 1):
            if neighbors(best) == 0:
                break
            best = min(best, self._one_order(rng, related), key=neighbors)
        return [self.questions[index] for index in best]

    def _one_order(self, rng: Random, related: Sequence[int]) -> list[int]:
        """Return the indexes of the questions in an allowed order, each as unlike the one before as possible.

        Of equally different ones, those ``related`` to most others come first: at the end they could not be kept apart.
        """
        left = list(range(len(self.questions)))
        placed = [self._opener(left)] if self.questions else []
        left = [index for index in left if index not in placed]
        rng.shuffle(left)
        done = sum(1 << index for index in placed)
        while left:
            last = self.questions[placed[-1]]
            allowed = (index for index in left if not self.before[index] & ~done)
            index = min(allowed, key=lambda index: (self._sameness(self.questions[index], last), -related[index]))
            left.remove(index)
            placed.append(index)
            done |= 1 << index
        return placed

    def _opener(self, indexes: Iterable[int]) -> int:
        """Return which question comes first: an easy one if possible, the one added first."""
        allowed = [index for index in indexes if not self.before[index]]
        return min(allowed, key=lambda index: (not _EASY[self.questions[index].kind], index))

    def _sameness(self, question: Question, last: Question) -> int:
        same_facts = not set(question.all_facts).isdisjoint(last.all_facts)
        same_topic = question.topic is not None and question.topic == last.topic
        return 4 * same_facts + 2 * same_topic + (question.kind == last.kind)


def _most_given_away_first(questions: Sequence[Question]) -> list[Question]:
    """Order questions so that few of them are asked after their answer was shown."""
    contents = [content_of(question) for question in questions]
    showing = Counter(word for content in contents for word in content.shown)
    mentions = [max((min(showing[word] for word in key) for key in content.keys), default=0) for content in contents]
    return [questions[index] for index in sorted(range(len(questions)), key=lambda index: -mentions[index])]


def _spread(questions: Sequence[Question]) -> list[Question]:
    """Keep the order, but move a question back if it would follow one of the same fact.

    A fact with more than half of the remaining questions must be asked at every second place, so it goes first.
    """
    queues: dict[str, deque[int]] = {}
    for index, question in enumerate(questions):
        queues.setdefault(_fact(question), deque()).append(index)
    counts = Counter({fact: len(queue) for fact, queue in queues.items()})
    largest = [(-count, fact) for fact, count in counts.items()]
    heapify(largest)
    done = [False] * len(questions)
    placed: list[Question] = []
    previous: str | None = None
    head = 0
    while len(placed) < len(questions):
        remaining = len(questions) - len(placed)
        if previous is not None and counts[previous] == remaining:
            placed.extend(questions[index] for index in queues[previous])
            break
        while -largest[0][0] != counts[largest[0][1]]:
            heapreplace(largest, (-counts[largest[0][1]], largest[0][1]))
        fact = largest[0][1]
        if counts[fact] <= remaining // 2 or fact == previous:
            while done[head]:
                head += 1
            index = head
            while done[index] or _fact(questions[index]) == previous:
                index += 1
            fact = _fact(questions[index])
        index = queues[fact].popleft()
        done[index] = True
        counts[fact] -= 1
        placed.append(questions[index])
        previous = fact
    return placed


def _fact(question: Question) -> str:
    """A name that questions of one fact share; a question without a fact has its own."""
    return f"fact {question.fact}" if question.fact is not None else f"question {question.id}"
