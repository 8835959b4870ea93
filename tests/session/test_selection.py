"""Which questions are asked, and in which order."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.questions import QuestionSet
from quizgen.session import select
from quizgen.session.selection import in_study_order

KINDS = ("short", "card", "true_false")


def a_set(facts: list[str | None], topics: tuple[str | None, ...] = (None,)) -> QuestionSet:
    """A set with one question for each of ``facts``, its kind and topic taken in turn."""
    questions = []
    for index, fact in enumerate(facts):
        kind = KINDS[index % len(KINDS)]
        answer = True if kind == "true_false" else "yes"
        topic = topics[index % len(topics)]
        question = {"id": f"q{index}", "kind": kind, "stem": f"Number {index}?", "answer": answer}
        questions.append({**question, "fact": fact, "topic": topic})
    return QuestionSet.model_validate({"id": "s", "title": "S", "questions": questions})


sets = st.lists(st.sampled_from(["a", "b", "c", "d", None]), min_size=1, max_size=30).map(a_set)


@given(sets, st.integers(), st.integers(1, 40))
def test_same_seed_same_questions(question_set: QuestionSet, seed: int, count: int) -> None:
    first = select(question_set, count=count, seed=seed)
    assert first == select(question_set, count=count, seed=seed)
    assert len(first) == min(count, len(question_set.questions))
    assert len({question.id for question in first}) == len(first)


@given(sets, st.integers())
def test_without_count_every_question_is_asked_once(question_set: QuestionSet, seed: int) -> None:
    asked = select(question_set, seed=seed)
    assert sorted(question.id for question in asked) == sorted(question.id for question in question_set.questions)


@given(sets, st.integers())
def test_no_neighbours_of_one_fact_where_avoidable(question_set: QuestionSet, seed: int) -> None:
    facts = [question.fact or question.id for question in select(question_set, seed=seed)]
    largest = max(Counter(facts).values())
    neighbours = sum(one == other for one, other in pairwise(facts))
    # A fact with more questions than gaps between the others leaves as many neighbours as do not fit, and never more.
    assert neighbours == max(0, largest - (len(facts) - largest) - 1)


@given(sets, st.integers(), st.integers(1, 30))
def test_different_facts_come_first(question_set: QuestionSet, seed: int, count: int) -> None:
    asked = [question.fact or question.id for question in select(question_set, count=count, seed=seed)]
    available = {question.fact or question.id for question in question_set.questions}
    assert len(set(asked)) == min(len(asked), len(available))


def test_rare_kinds_show_up_among_many_of_one_kind() -> None:
    shorts = [{"id": f"s{n}", "kind": "short", "stem": f"{n}?", "answer": "x"} for n in range(100)]
    cards = [{"id": f"c{n}", "kind": "card", "stem": f"{n}?", "answer": "x"} for n in range(9)]
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [*shorts, *cards]})
    asked = [question.kind for seed in range(40) for question in select(question_set, count=10, seed=seed)]
    # By chance alone 33 cards in 400; by the square root of their number 92.
    assert 60 < asked.count("card") < 130


def test_unshuffled_is_the_sets_own_order() -> None:
    question_set = a_set(["a", "a", "b", "c"])
    assert [question.id for question in select(question_set, count=3, shuffle=False)] == ["q0", "q1", "q2"]


@pytest.mark.parametrize(
    ("kinds", "topics", "ids"),
    [
        ({"card"}, (), ["q1", "q4"]),
        ((), {"sea"}, ["q1", "q3", "q5"]),
        ({"short"}, {"sea"}, ["q3"]),
        ({"match"}, (), []),
    ],
)
def test_filters(kinds: set[str], topics: set[str | None], ids: list[str]) -> None:
    question_set = a_set([None] * 6, topics=("sky", "sea"))
    asked = select(question_set, kinds=kinds, topics=topics, shuffle=False)
    assert [question.id for question in asked] == ids


def test_a_large_set_of_few_facts_is_spread() -> None:
    # 20,000 questions: an ordering that searched anew for each place would not come back from this.
    question_set = a_set([f"f{n % 3}" if n % 2 else "main" for n in range(20_000)])
    facts = [question.fact for question in select(question_set, seed=1)]
    assert all(one != other for one, other in pairwise(facts))


@given(sets)
def test_study_meets_every_fact_once_before_any_twice(question_set: QuestionSet) -> None:
    order = in_study_order(question_set)
    assert Counter(order) == Counter(question_set.questions)
    seen: Counter[str] = Counter()
    times = []
    for question in order:
        seen[question.fact or question.id] += 1
        times.append(seen[question.fact or question.id])
    assert times == sorted(times)


def test_study_keeps_the_order_of_a_set_without_facts() -> None:
    question_set = a_set([None] * 6)
    assert in_study_order(question_set) == question_set.questions
