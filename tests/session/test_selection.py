"""Which questions are asked, and in which order."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, Review
from quizgen.loading.sets import read_set
from quizgen.questions import KINDS, Question, QuestionSet
from quizgen.questions.giveaways import content_of, giveaways
from quizgen.questions.kinds import KIND_INFO
from quizgen.session.selection import GUARANTEED, LatestCredit, in_study_order, latest_credits, select

DECKS = Path(__file__).parents[2] / "decks"
SHIPPED = [read_set(path).question_set for path in sorted(DECKS.glob("*.yaml"))]
RECALL = {"card", "short", "number", "cloze"}
EASY = {"choice", "true_false", "short"}
NOW = datetime(2026, 9, 1, tzinfo=UTC)


def a_set(questions: list[dict[str, Any]], **fields: Any) -> QuestionSet:
    """A set of ``questions``, by default short ones with the answer yes."""
    numbered = []
    for number, question in enumerate(questions):
        kind = question.get("kind", "short")
        stem = {} if kind == "cloze" else {"stem": f"Number {number}?"}
        answer = {} if kind in {"cloze", "match"} else {"answer": kind == "true_false" or "yes"}
        numbered.append({"id": f"q{number}", "kind": kind, **stem, **answer, **question})
    return QuestionSet.model_validate({"id": "s", "title": "S", "questions": numbered, **fields})


FACTS = st.sampled_from(["a", "b", "c", "d", None])
of_facts = st.lists(FACTS, min_size=1, max_size=30).map(lambda facts: a_set([{"fact": fact} for fact in facts]))

WORDS = st.sampled_from(["Rome", "Nile", "Mars", "iron", "salt", "Bach"])


@st.composite
def entangled_sets(draw: st.DrawFn) -> QuestionSet:
    """Sets whose few words are the answer of one question and appear in the stem of another."""
    questions = []
    for number in range(draw(st.integers(1, 25))):
        stem, answer, explanation = (draw(WORDS) for _ in range(3))
        kind = draw(st.sampled_from(["short", "choice", "card", "true_false"]))
        question: dict[str, Any] = {"kind": kind, "stem": f"What about {stem} number {number}?", "answer": answer}
        if kind == "choice":
            question["distractors"] = ["copper", "Venus"]
        if kind == "true_false":
            question["answer"] = True
        if draw(st.booleans()):
            question["explanation"] = f"It is known from {explanation}."
        question["fact"] = draw(st.sampled_from([None, "f", "g"]))
        question["point"] = draw(st.sampled_from([[], ["p"], ["p", "r"]]))
        question["topic"] = draw(st.sampled_from([None, "t", "u"]))
        questions.append(question)
    return a_set(questions)


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


@pytest.mark.slow
@given(entangled_sets(), st.integers(), st.integers(1, GUARANTEED))
def test_up_to_twenty_questions_give_nothing_away(question_set: QuestionSet, seed: int, count: int) -> None:
    asked = select(question_set, count=count, seed=seed)
    assert 1 <= len(asked) <= count
    assert giveaways(asked) == ()
    points = [point for question in asked for point in question.points]
    assert len(points) == len(set(points))
    assert asked == select(question_set, count=count, seed=seed)


@pytest.mark.slow
@given(entangled_sets(), st.integers())
def test_without_a_count_every_question_is_asked_once(question_set: QuestionSet, seed: int) -> None:
    assert sorted(ids(select(question_set, seed=seed))) == sorted(ids(question_set.questions))


@pytest.mark.slow
@given(entangled_sets(), st.integers())
def test_a_quiz_starts_with_something_easy(question_set: QuestionSet, seed: int) -> None:
    chosen = select(question_set, count=10, seed=seed)
    contents = [content_of(question) for question in chosen]
    assert chosen[0].kind in EASY or all(
        any(content.gives_away(other) for other in contents if other is not content)
        for question, content in zip(chosen, contents, strict=True)
        if question.kind in EASY
    )


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_left_out_if_an_order_gives_nothing_away(seed: int) -> None:
    # The only easy question shows the answer to the other one, so it cannot come first.
    nails = {"stem": "What is made of iron?", "answer": "nails"}
    iron = {"kind": "card", "stem": "Which metal rusts?", "answer": "iron"}
    # The first question on the point and the one on Rome give each other away; the second one does not show Rome.
    nero = {"stem": "Who ruled Rome?", "answer": "Nero", "point": "nero"}
    fiddler = {"kind": "card", "stem": "Who fiddled?", "answer": "Nero", "point": "nero"}
    rome = {"kind": "card", "stem": "Which city burned?", "answer": "Rome", "explanation": "Under Nero."}
    for questions, asked in (([nails, iron], ["q1", "q0"]), ([nero, fiddler, rome], ["q1", "q2"])):
        chosen = select(a_set(questions), count=10, seed=seed)
        assert [question.id for question in chosen] == asked


@pytest.mark.parametrize("question_set", SHIPPED, ids=lambda one: one.id)
@pytest.mark.parametrize("count", [1, 5, 10, 20])
def test_quizzes_of_the_shipped_sets(question_set: QuestionSet, count: int) -> None:
    for seed in range(15):
        asked = select(question_set, count=count, seed=seed)
        assert len(asked) == count
        assert not plainly_given_away(asked)
        assert giveaways(asked) == ()
        assert asked[0].kind in EASY
        recalled = sum(question.kind in RECALL for question in asked)
        assert recalled > count - recalled or count == 1
        assert len({question.kind for question in asked}) >= {1: 1, 5: 2, 10: 3, 20: 4}[count]
        topics = Counter(question.topic for question in asked)
        available = {question.topic for question in question_set.questions if question.priority == "core"}
        assert len(topics) >= min(len(available), count // 2)


@pytest.mark.parametrize("question_set", SHIPPED, ids=lambda one: one.id)
def test_neighbors_in_the_shipped_sets_share_no_fact(question_set: QuestionSet) -> None:
    for seed in range(15):
        for one, other in pairwise(select(question_set, count=20, seed=seed)):
            assert {one.fact, *one.facts}.isdisjoint({other.fact, *other.facts} - {None})


def plainly_given_away(asked: tuple[Question, ...]) -> list[str]:
    """Answers that one earlier question states, checked without quizgen's own comparison."""
    earlier: list[set[str]] = []
    found = []
    for question in asked:
        answers = [question.answer] if question.kind in {"short", "choice"} else []
        found += [question.id for answer in answers if any(set(answer.casefold().split()) <= said for said in earlier)]
        shown = " ".join((question.stem, *map(str, answers), question.explanation or ""))
        earlier.append(set(shown.casefold().translate(str.maketrans(".,?:;’'“”()*", " " * 12)).split()))
    return found


def test_a_long_quiz_gives_away_as_little_as_possible() -> None:
    for question_set in SHIPPED:
        everything = select(question_set, seed=1)
        points = {point for question in everything for point in question.points}
        thirty = select(question_set, count=30, seed=1)
        assert len(thirty) == min(30, len(points))
        assert len(giveaways(thirty)) <= 3


def test_new_and_weak_points_come_first() -> None:
    question_set = a_set([{"answer": f"word{n}", "stem": f"Which one is item{n}?"} for n in range(30)])
    known = {f"q{n}": LatestCredit(NOW + timedelta(days=n), 1.0) for n in range(20)}
    weak = {"q0": LatestCredit(NOW, 0.5), "q1": LatestCredit(NOW, 0.0)}
    asked = select(question_set, count=12, seed=3, latest={**known, **weak})
    assert set(ids(asked)) == {"q0", "q1", *(f"q{n}" for n in range(20, 30))}
    # Then the ones that were asked longest ago.
    assert set(ids(select(question_set, count=15, seed=3, latest={**known, **weak}))) - set(ids(asked)) == {
        "q2",
        "q3",
        "q4",
    }


def test_latest_credits_are_those_of_points() -> None:
    question_set = a_set(
        [{"kind": "cloze", "text": "{{c1::Rome}} on the {{c2::Tiber}}", "point": ["rome", "tiber"]}, {"point": "rome"}]
    )
    reviews = [
        review("q0", 0, {"rome": 1.0, "tiber": 0.0}),
        review("q1", 1, {"rome": 0.0}),
        review("q1", 2, None, rating=None),
        review("gone", 3, {"rome": 1.0}),
        review("q1", 4, {"rome": 1.0}, set_id="other"),
    ]
    assert latest_credits(question_set, reviews) == {
        "rome": LatestCredit(NOW + timedelta(days=1), 0.0),
        "tiber": LatestCredit(NOW, 0.0),
    }
    assert latest_credits(question_set, [review("q0", 0, None)])["tiber"].credit == 0.5  # stored before points were


def review(question_id: str, day: int, by_point: dict[str, float] | None, **changes: Any) -> Review:
    values: dict[str, Any] = {
        "set_id": "s",
        "question_id": question_id,
        "session_id": "t",
        "at": NOW + timedelta(days=day),
        "mode": Mode.QUIZ,
        "kind": "cloze",
        "outcome": Outcome.PARTLY,
        "share": 0.5,
        "response": ["Rome", ""],
        "seconds": 3.0,
        "rating": Rating.HARD,
        "credits": by_point,
    }
    return Review(**(values | changes))


def test_retired_questions_are_never_asked_and_details_only_on_request() -> None:
    question_set = a_set([{"retired": True}, {"priority": "detail"}, {}])
    assert ids(select(question_set, count=5)) == ["q2"]
    assert set(ids(select(question_set, count=5, detail=True))) == {"q1", "q2"}
    assert ids(select(question_set, ids={"q0", "q1"})) == ["q1"]
    assert ids(in_study_order(question_set)) == ["q2"]
    assert ids(in_study_order(question_set, detail=True)) == ["q1", "q2"]
    retired = a_set([{}], retired=True)
    assert select(retired) == in_study_order(retired) == ()


def test_each_point_is_asked_by_one_question() -> None:
    question_set = a_set([{"point": "p"}, {"point": "p"}, {"point": ["p", "r"]}, {"point": "r"}])
    for seed in range(20):
        asked = select(question_set, count=4, seed=seed)
        assert sorted(point for question in asked for point in question.points) in (["p", "r"],)


def test_what_options_show_gives_nothing_away_but_feedback_does() -> None:
    choice = {"kind": "choice", "stem": "Which metal?", "answer": "iron", "distractors": ["copper", "zinc"]}
    asked = {"stem": "What rusts not but turns green?", "answer": "copper"}
    assert giveaways(a_set([choice, asked]).questions) == ()
    explained = {**choice, "explanation": "Unlike copper, it rusts."}
    assert giveaways(a_set([explained, asked]).questions) == (1,)
    assert giveaways(a_set([asked, explained]).questions) == ()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"stem": "Who was Ada Lovelace?", "answer": "a mathematician"}, {"answer": "Ada Lovelace"}),
        ({"stem": "Where do soldiers train?", "answer": "Zar"}, {"stem": "Which training center?", "answer": "the Zar training center"}),
        ({"answer": "2,850 km"}, {"kind": "number", "answer": 2850, "unit": "km"}),
        ({"answer": "x", "explanation": "The Danube flows into the Black Sea."}, {"kind": "match", "pairs": {"Danube": "Black Sea", "Po": "Adriatic"}}),
        ({"answer": "x", "citation": {"paragraph": 1, "phrases": ["the pull of the Moon"]}}, {"kind": "cloze", "text": "Tides follow the {{c1::Moon}}."}),
        ({"answer": "x", "fact": "f"}, {"answer": "z", "fact": "f"}),
        ({"kind": "true_false", "stem": "Line 7 crosses the river.", "answer": True}, {"stem": "Which line?", "answer": "Line 7"}),
    ],
)  # fmt: skip
def test_answers_that_are_given_away(earlier: dict[str, Any], later: dict[str, Any]) -> None:
    assert giveaways(a_set([earlier, later]).questions) == (1,)


def test_a_contrast_of_facts_counts_only_if_one_question_states_the_others_answer() -> None:
    plain = {"stem": "What was the treaty called?", "answer": "a mistake", "fact": "f"}
    contrast = {
        "kind": "card",
        "stem": "How did the two ministers differ?",
        "answer": "One was for it.",
        "facts": ["f", "g"],
    }
    assert giveaways(a_set([plain, contrast]).questions) == ()
    assert giveaways(a_set([contrast, plain]).questions) == ()
    stated = {**contrast, "answer": "One called it a mistake."}
    assert giveaways(a_set([stated, plain]).questions) == (1,)


def test_rare_kinds_show_up_among_many_of_one_kind() -> None:
    shorts = [{"kind": "short", "answer": f"word{n}"} for n in range(100)]
    cards = [{"kind": "card", "answer": f"term{n}"} for n in range(9)]
    question_set = a_set([*shorts, *cards])
    asked = [question.kind for seed in range(40) for question in select(question_set, count=10, seed=seed)]
    # By chance alone 33 cards in 400; by the square root of their number 92.
    assert 60 < asked.count("card") < 130


@given(of_facts, st.integers())
def test_no_neighbors_of_one_fact_where_avoidable(question_set: QuestionSet, seed: int) -> None:
    facts = [question.fact or question.id for question in select(question_set, seed=seed)]
    largest = max(Counter(facts).values())
    neighbors = sum(one == other for one, other in pairwise(facts))
    # A fact with more questions than gaps between the others leaves as many neighbors as do not fit, and never more.
    assert neighbors == max(0, largest - (len(facts) - largest) - 1)


@given(of_facts, st.integers(), st.integers(1, 30))
def test_different_facts_come_first(question_set: QuestionSet, seed: int, count: int) -> None:
    asked = [question.fact or question.id for question in select(question_set, count=count, seed=seed)]
    available = {question.fact or question.id for question in question_set.questions}
    assert len(set(asked)) == min(count, len(available), len(question_set.questions))


def test_unshuffled_is_the_set_s_own_order() -> None:
    question_set = a_set([{}, {"point": "p"}, {"point": "p"}, {}])
    assert ids(select(question_set, count=3, shuffle=False)) == ["q0", "q1", "q3"]
    assert ids(select(question_set, shuffle=False)) == ["q0", "q1", "q2", "q3"]


@pytest.mark.parametrize(
    ("kinds", "topics", "expected"),
    [
        ({"card"}, (), ["q1", "q4"]),
        ((), {"sea"}, ["q1", "q3", "q5"]),
        ({"short"}, {"sea"}, ["q3"]),
        ({"match"}, (), []),
    ],
)
def test_filters(kinds: set[str], topics: set[str | None], expected: list[str]) -> None:
    kind = ("short", "card", "true_false")
    questions = [{"kind": kind[n % 3], "topic": ("sky", "sea")[n % 2]} for n in range(6)]
    assert ids(select(a_set(questions), kinds=kinds, topics=topics, shuffle=False)) == expected


@pytest.mark.slow
def test_a_large_set_of_few_facts_is_spread() -> None:
    # 20,000 questions: an ordering that searched again for each place would not finish.
    question_set = a_set([{"fact": f"f{n % 3}" if n % 2 else "main"} for n in range(20_000)])
    facts = [question.fact for question in select(question_set, seed=1)]
    assert all(one != other for one, other in pairwise(facts))


@given(of_facts)
def test_study_introduces_every_fact_once_before_any_twice(question_set: QuestionSet) -> None:
    order = in_study_order(question_set)
    assert Counter(ids(order)) == Counter(ids(question_set.questions))
    seen: Counter[str] = Counter()
    times = []
    for question in order:
        seen[question.fact or question.id] += 1
        times.append(seen[question.fact or question.id])
    assert times == sorted(times)


def test_study_keeps_the_order_of_a_set_without_facts() -> None:
    question_set = a_set([{}] * 6)
    assert in_study_order(question_set) == question_set.questions


def test_what_can_be_typed_is_not_asked_with_a_flashcard() -> None:
    question_set = a_set([{"kind": kind, "point": f"p{number}"} for number in range(10) for kind in ("card", "short")])
    for seed in range(5):
        assert {question.kind for question in select(question_set, count=10, seed=seed)} == {"short"}


def test_every_kind_is_recall_or_recognition() -> None:
    assert set(KIND_INFO) == set(KINDS)
    assert {kind for kind, info in KIND_INFO.items() if info.recalled} == RECALL


@pytest.mark.slow
def test_at_most_a_tenth_of_a_quiz_is_true_or_false_if_there_are_others() -> None:
    towns = [
        f"{first}{second}" for first in ("Bala", "Cedo", "Dimu", "Fora", "Gulo", "Hiba") for second in "bdfgklmnrt"
    ]
    asked = [
        question
        for town, number in zip(towns, range(60), strict=True)
        for question in (
            {"id": f"t{number}", "kind": "true_false", "stem": f"The mayor of {town} is old.", "answer": True},
            {"id": f"s{number}", "kind": "short", "stem": f"Who rules {town}?", "answer": f"{town[::-1].title()}"},
        )
    ]
    for seed in range(10):
        for count in (5, 10, 20, 40):
            kinds = Counter(question.kind for question in select(a_set(asked), count=count, seed=seed))
            assert kinds["true_false"] <= max(1, count // 10)
            assert kinds.total() == count
    only = [question for question in asked if question["kind"] == "true_false"]
    assert len(select(a_set(only), count=20)) == 20
