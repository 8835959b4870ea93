"""Facts become questions that are fair, repeatable and permanently named."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.facts.generate import generate
from quizgen.facts.model import Seed
from quizgen.questions import (
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.text.folding import fold

KINDS = ("cloze", "choice", "true_false", "short", "number", "order", "match")

RIVERS: dict[str, Any] = {
    "id": "rivers",
    "source": {"title": "Rivers"},
    "topics": {"rivers": "Rivers"},
    "entities": {
        "danube": {
            "name": "Danube",
            "type": "place",
            "group": "river",
            "role": "Flows to the Black Sea",
            "aliases": ["Donau"],
        },
        "rhine": {"name": "Rhine", "type": "place", "group": "river", "role": "Flows to the North Sea"},
        "po": {"name": "Po", "type": "place", "group": "river", "role": "Flows to the Adriatic"},
        "ebro": {"name": "Ebro", "type": "place", "group": "river", "role": "Flows to the Balearic Sea"},
        "vienna": {"name": "Vienna", "type": "place", "group": "city"},
    },
    "facts": [
        {
            "id": "danube-length",
            "topic": "rivers",
            "statement": "The {{c1::Danube}} is {{c2::2,850}} km long.",
            "attribution": "a commission of its countries",
            "citation": {"paragraph": 1},
            "ask": [
                {"stem": "Which river is 2,850 km long?", "answer": "c1"},
                {"stem": "How long is the Danube?", "answer": "c2", "unit": "km", "distractors": ["12,000"]},
            ],
            "when": {"date": "1992", "event": "The canal opens"},
        },
        {
            "id": "rhine-length",
            "topic": "rivers",
            "statement": "The {{c1::Rhine}} is {{c2::1,230}} km long.",
            "citation": {"paragraph": 2},
            "ask": [{"stem": "How long is the Rhine?", "answer": "c2", "unit": "km"}],
            "when": {"date": "1868-10-17", "event": "The navigation act is signed"},
        },
        {
            "id": "po-length",
            "topic": "rivers",
            "statement": "The {{c1::Po}} is {{c2::650}} km long.",
            "citation": {"paragraph": 3},
            "ask": [{"stem": "How long is the Po?", "answer": "c2", "unit": "km"}],
            "when": {"date": "October 1868", "event": "The flood comes"},
        },
        {
            "id": "capitals",
            "topic": "rivers",
            "statement": "{{c1::Vienna}} lies on the {{c2::Danube}}.",
            "citation": {"paragraph": 4},
            "ask": [{"stem": "Which river is 2,850 km long?", "answer": "c2"}],
            "when": {"date": "1815", "event": "The congress ends"},
        },
    ],
}


def rivers(**changes: Any) -> Seed:
    return Seed.model_validate({**RIVERS, **changes})


def questions(seed: Seed, number: int = 0) -> dict[str, Question]:
    return {question.id: question for question in generate(seed, KINDS, number)}


def test_ids_hang_on_fact_mark_and_kind() -> None:
    found = questions(rivers())
    assert isinstance(found["danube-length.cloze"], ClozeQuestion)
    assert isinstance(found["danube-length.c1.choice"], ChoiceQuestion)
    assert isinstance(found["danube-length.c1.short"], ShortQuestion)
    assert isinstance(found["danube-length.c2.number"], NumberQuestion)
    assert isinstance(found["danube-length.true-false"], TrueFalseQuestion)
    assert isinstance(found["capitals.order"], OrderQuestion)
    assert isinstance(found["danube.match"], MatchQuestion)


def test_the_same_seed_gives_the_same_questions_and_another_may_not() -> None:
    assert generate(rivers(), KINDS, 1) == generate(rivers(), KINDS, 1)
    assert len({repr(generate(rivers(), KINDS, number)) for number in range(8)}) > 1


def test_only_the_kinds_asked_for() -> None:
    assert {question.kind for question in generate(rivers(), ("cloze", "match"))} == {"cloze", "match"}


def test_rewording_keeps_every_id() -> None:
    reworded = [{**fact, "statement": fact["statement"].replace(" is ", " measures ")} for fact in RIVERS["facts"]]
    assert list(questions(rivers(facts=reworded))) == list(questions(rivers()))


def test_distractors_are_of_the_same_type_and_group() -> None:
    question = questions(rivers())["danube-length.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert set(question.distractors) == {"Rhine", "Po", "Ebro"}


def test_the_authors_distractors_come_first_and_numbers_keep_to_unit_and_magnitude() -> None:
    found = questions(rivers())
    danube, po = found["danube-length.c2.choice"], found["po-length.c2.choice"]
    assert isinstance(danube, ChoiceQuestion)
    assert isinstance(po, ChoiceQuestion)
    assert danube.distractors[0] == "12,000"
    assert set(danube.distractors) == {"12,000", "1,230", "650"}
    assert "12,000" not in po.distractors
    assert danube.shown == ("650", "1,230", "2,850", "12,000")
    assert not danube.shuffle


def test_an_alias_of_the_key_is_no_distractor_even_when_the_author_writes_it() -> None:
    facts = [
        {**RIVERS["facts"][0], "ask": [{"stem": "Which?", "answer": "c1", "distractors": ["Donau", "Elbe", "Oder"]}]}
    ]
    question = questions(rivers(facts=facts))["danube-length.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert question.distractors[:2] == ("Elbe", "Oder")
    assert "Donau" not in question.distractors


def test_what_another_fact_makes_true_is_no_distractor() -> None:
    facts = [
        {
            "id": f"{name.lower()}-flows",
            "topic": "rivers",
            "statement": f"The {{{{c1::{name}}}}} flows to the sea.",
            "citation": {"paragraph": 1},
            "ask": [{"stem": "Which river flows to the sea?", "answer": "c1"}],
        }
        for name in ("Danube", "Rhine")
    ]
    question = questions(rivers(facts=facts))["danube-flows.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert set(question.distractors) == {"Po", "Ebro"}
    swapped = questions(rivers(facts=facts))["danube-flows.true-false"]
    assert "Rhine" not in str(swapped.stem)


def test_whoever_the_statement_names_is_no_distractor() -> None:
    fact = {
        "id": "joins",
        "topic": "rivers",
        "statement": "A canal joins the {{c1::Danube}} and the Rhine.",
        "citation": {"paragraph": 1},
        "ask": [{"stem": "Which river does the canal join to the Rhine?", "answer": "c1"}],
    }
    question = questions(rivers(facts=[fact]))["joins.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert set(question.distractors) == {"Po", "Ebro"}


@pytest.mark.parametrize("alias", ["Río Ebro", "the “Ebro”", "+Ebro", "…"])
def test_an_alias_in_the_statement_counts_whatever_signs_it_has(alias: str) -> None:
    entities = {**RIVERS["entities"], "ebro": {**RIVERS["entities"]["ebro"], "aliases": [alias]}}
    fact = {
        "id": "joins",
        "topic": "rivers",
        "statement": f"A canal joins the {{{{c1::Danube}}}} and {alias} at last.",
        "citation": {"paragraph": 1},
        "ask": [{"stem": "Which river does the canal reach?", "answer": "c1"}],
    }
    question = questions(rivers(facts=[fact], entities=entities))["joins.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert set(question.distractors) == {"Rhine", "Po"}


def test_numbers_stand_in_for_the_nearest_first() -> None:
    facts = [
        {
            "id": f"dam-{number}",
            "topic": "rivers",
            "statement": f"Dam {letter} has {{{{c1::{number}}}}} gates.",
            "citation": {"paragraph": 1},
            "ask": [{"stem": f"How many gates has dam {letter}?", "answer": "c1"}],
        }
        for letter, number in zip("ABCDEF", (30, 90, 40, 20, 45, 400), strict=True)
    ]
    question = questions(rivers(facts=facts))["dam-30.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert question.distractors == ("20", "40", "45")


def asked_with(answer: str, distractors: list[str]) -> tuple[ChoiceQuestion, ...]:
    fact = {
        "id": "canal",
        "topic": "rivers",
        "statement": f"The canal took {{{{c1::{answer}}}}} in all.",
        "citation": {"paragraph": 1},
        "ask": [{"stem": "What did the canal take?", "answer": "c1", "distractors": distractors}],
    }
    made = generate(rivers(facts=[fact]), ("choice",))
    return tuple(question for question in made if isinstance(question, ChoiceQuestion))


@pytest.mark.parametrize(
    "in_order",
    [
        ("two", "five", "ten", "twenty"),
        ("five locks", "twelve locks", "thirty locks"),
        ("1 to 2 per cent", "5 to 10 per cent", "20 to 40 per cent"),
        ("5–10 %", "20–40 %", "60–80 %"),
    ],
)
def test_amounts_stand_in_order_in_words_and_as_spans_too(in_order: tuple[str, ...]) -> None:
    first, *others = in_order
    (question,) = asked_with(others[-1], [first, *others[:-1]])
    assert question.shown == in_order
    assert not question.shuffle


def test_amounts_of_unlike_things_are_shuffled() -> None:
    (question,) = asked_with("ten years", ["two treaties", "forty ships"])
    assert question.shuffle


def test_dates_stand_in_for_those_near_them() -> None:
    years = (1492, 1648, *range(1950, 2010, 10), 1789)
    facts = [
        {
            "id": f"bridge-{year}",
            "topic": "rivers",
            "statement": f"The bridge of {letter} was built in {{{{c1::{year}}}}}.",
            "citation": {"paragraph": 1},
            "ask": [{"stem": f"When was the bridge of {letter} built?", "answer": "c1"}],
        }
        for letter, year in zip("ABCDEFGHI", years, strict=True)
    ]
    places = set()
    for number in range(20):
        found = questions(rivers(facts=facts), number)["bridge-1970.c1.choice"]
        assert isinstance(found, ChoiceQuestion)
        assert set(found.distractors) <= {"1789", "1950", "1960", "1980", "1990", "2000"}
        places.add(found.shown.index("1970"))
    assert len(places) > 1


def test_claims_name_their_claimant_in_stem_or_explanation() -> None:
    for question in generate(rivers(), KINDS):
        if question.fact == "danube-length" and question.kind != "order":
            text = f"{question.stem} {question.explanation}"
            assert "a commission of its countries" in text, question.id


@pytest.mark.parametrize("number", range(6))
def test_a_false_statement_is_false_and_its_explanation_true(number: int) -> None:
    seed = rivers()
    facts = {fact.id: fact for fact in seed.facts}
    for question in generate(seed, ("true_false",), number):
        assert isinstance(question, TrueFalseQuestion)
        fact = facts[question.fact or ""]
        truth = fact.plain.rstrip(".")
        assert question.stem.startswith(truth) is question.answer
        if not question.answer:
            assert truth in (question.explanation or "")


def test_a_true_statement_is_not_told_again() -> None:
    facts = [{**RIVERS["facts"][2], "explanation": "It rises in the Alps."}, RIVERS["facts"][1]]
    told = {
        question.explanation
        for number in range(20)
        for question in generate(rivers(facts=facts), ("true_false",), number)
        if isinstance(question, TrueFalseQuestion) and question.answer
    }
    assert told == {"It rises in the Alps.", None}


def test_about_half_of_the_statements_are_false() -> None:
    answers = Counter(
        question.answer
        for number in range(50)
        for question in generate(rivers(), ("true_false",), number)
        if isinstance(question, TrueFalseQuestion)
    )
    assert 0.4 < answers[True] / answers.total() < 0.6


def test_a_new_fact_leaves_the_questions_of_the_others_alone() -> None:
    before = questions(rivers())
    new = {
        "id": "ebro-name",
        "topic": "rivers",
        "statement": "The river's Latin name was {{c1::Hiberus}}.",
        "citation": {"paragraph": 5},
    }
    after = questions(rivers(facts=[*RIVERS["facts"], new]))
    assert {name: after[name] for name in before} == before


def test_order_takes_only_dates_with_a_sure_order() -> None:
    question = questions(rivers())["capitals.order"]
    assert isinstance(question, OrderQuestion)
    # The flood came some day of the month in which the act was signed, so only one of the two can stand.
    assert question.steps == ("The congress ends", "The flood comes", "The canal opens")


def test_a_long_answer_is_neither_typed_nor_blanked() -> None:
    fact = {
        "id": "why",
        "topic": "rivers",
        "statement": "The Danube matters because {{c1::it links ten countries with one another}}.",
        "citation": {"paragraph": 6},
        "ask": [{"stem": "Why does it matter?", "answer": "c1", "distractors": ["it is short", "it is straight"]}],
    }
    assert {question.kind for question in generate(rivers(facts=[fact]), KINDS)} == {"choice", "true_false", "match"}


def test_an_answer_left_in_the_open_gives_no_blank_away() -> None:
    fact = {
        "id": "joined",
        "topic": "rivers",
        "statement": "In {{c1::1992}} came {{c2::the canal that had been begun before 1992}}, by {{c3::Nuremberg}}.",
        "citation": {"paragraph": 7},
    }
    question = questions(rivers(facts=[fact]))["joined.cloze"]
    assert isinstance(question, ClozeQuestion)
    assert [mark.answer for mark in question.marks] == ["Nuremberg"]


@settings(max_examples=40, deadline=None)
@given(number=st.integers(), order=st.permutations(RIVERS["facts"]))
def test_whatever_the_seed_no_wrong_option_is_right(number: int, order: list[dict[str, Any]]) -> None:
    seed = rivers(facts=order)
    names = [{fold(name) for name in entity.names} for entity in seed.entities.values()]
    for question in generate(seed, ("choice",), number):
        assert isinstance(question, ChoiceQuestion)
        same = next((group for group in names if fold(question.answer) in group), set())
        assert not same & {fold(option) for option in question.distractors}
