"""Which questions of a set are asked, and in which order."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Sequence
from heapq import heapify, heapreplace
from math import sqrt
from random import Random

from quizgen.questions import Question, QuestionSet


def select(
    question_set: QuestionSet,
    *,
    count: int | None = None,
    kinds: Collection[str] = (),
    topics: Collection[str | None] = (),
    ids: Collection[str] | None = None,
    seed: int = 0,
    shuffle: bool = True,
) -> tuple[Question, ...]:
    """Choose up to ``count`` questions (all, when None) of ``kinds`` and ``topics`` (any, when empty) among ``ids``.

    Shuffled, questions of different facts come before two of one fact, so that one does not give another's answer
    away, kinds vary, and two questions of one fact stand next to each other only where nothing else is left.
    Unshuffled, they are the first ones in the set's order. The same arguments always give the same questions.
    """
    found = [
        question
        for question in question_set.questions
        if (not kinds or question.kind in kinds)
        and (not topics or question.topic in topics)
        and (ids is None or question.id in ids)
    ]
    wanted = len(found) if count is None else max(0, min(count, len(found)))
    if not shuffle:
        return tuple(found[:wanted])
    rng = Random(seed)
    rng.shuffle(found)
    if wanted < len(found):
        found = _varied(found, wanted, rng)
        rng.shuffle(found)
    return tuple(_spread(found))


def in_study_order(question_set: QuestionSet) -> tuple[Question, ...]:
    """All questions in the order in which study introduces them: the set's, but one of each fact before a second one.

    So that kinds vary, the first question asked of a fact is another one from fact to fact.
    """
    facts: dict[str, list[Question]] = {}
    for question in question_set.questions:
        facts.setdefault(_fact(question), []).append(question)
    placed = []
    for number, questions in enumerate(facts.values()):
        turn = number % len(questions)
        turned = (*questions[turn:], *questions[:turn])
        placed += [((again, number), question) for again, question in enumerate(turned)]
    return tuple(question for _, question in sorted(placed, key=lambda entry: entry[0]))


def _varied(questions: Iterable[Question], count: int, rng: Random) -> list[Question]:
    """Take ``count`` questions, a kind by the square root of its number: rare kinds show up, common ones still lead."""
    waiting: dict[str, deque[Question]] = {}
    for question in questions:
        waiting.setdefault(question.kind, deque()).append(question)
    taken: list[Question] = []
    while len(taken) < count:  # each round asks a fact at most once more
        asked: set[str] = set()
        left_over: dict[str, deque[Question]] = {kind: deque() for kind in waiting}
        while len(taken) < count and any(waiting.values()):
            names = [kind for kind, queue in waiting.items() if queue]
            kind = rng.choices(names, [sqrt(len(waiting[name])) for name in names])[0]
            question = waiting[kind].popleft()
            if _fact(question) in asked:
                left_over[kind].append(question)
            else:
                asked.add(_fact(question))
                taken.append(question)
        waiting = left_over
    return taken


def _spread(questions: Sequence[Question]) -> list[Question]:
    """Keep the order, but move a question back where it would follow one of the same fact.

    A fact that holds more than half of what remains must be asked at every second place, so it goes first then.
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
    """What two questions share when one may give the other away; a question without a fact stands for itself."""
    return f"fact {question.fact}" if question.fact is not None else f"question {question.id}"
