"""A seed gives exactly the questions that are written in it, each with a permanent id and its points."""

from typing import Any

import pytest
from seed_samples import RIVERS, fact, rivers

from quizgen.facts.model import Seed
from quizgen.facts.questions import SEED_KINDS, questions_of
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.problem import InvalidError


def made(seed: Seed) -> dict[str, Question]:
    return {question.id: question for question in questions_of(seed)}


def made_of(statement: str, *asks: dict[str, Any], **more: Any) -> dict[str, Question]:
    return made(rivers(facts=[fact(statement, *asks, **more)]))


def test_only_written_questions_exist() -> None:
    assert set(made(rivers())) == {
        "danube-length.cloze", "danube-length.c1.card", "danube-length.c1.short",
        "danube-length.c2.card", "danube-length.c2.number",
        "rhine-length.cloze", "rhine-length.c2.card", "rhine-length.c2.number",
        "po-length.cloze", "po-length.c2.card", "po-length.c2.number",
        "capitals.cloze", "capitals.c2.card", "capitals.c2.short",
    }  # fmt: skip


def test_every_kind_can_be_written() -> None:
    facts = [
        fact(
            "The {{c1::Po}} is {{c2::650}} km long.",
            {"stem": "Which river is 650 km long?", "distractors": ["Rhine", "Ebro"]},
            {"answer": "c2", "stem": "How long is the Po?", "unit": "km", "tolerance": "10 %"},
            true_false={"mark": "c1", "wrong": "Ebro"},
        )
    ]
    orders = [{"id": "long-ago", "stem": "In order?", "facts": ["danube-length", "rhine-length", "capitals"]}]
    matches = [{"id": "mouths", "topic": "rivers", "stem": "Where?", "entities": ["po", "danube"]}]
    found = made(rivers(facts=[*facts, *RIVERS["facts"]], orders=orders, matches=matches))
    assert {question.kind for question in found.values()} == set(SEED_KINDS)

    card, choice, number = found["f.c1.card"], found["f.c1.choice"], found["f.c2.number"]
    assert isinstance(card, CardQuestion)
    assert card.answer == "Po"
    assert isinstance(choice, ChoiceQuestion)
    assert (choice.answer, choice.distractors) == ("Po", ("Rhine", "Ebro"))
    assert isinstance(number, NumberQuestion)
    assert [int(bound) for bound in number.bounds] == [585, 715]

    statement = found["f.true-false"]
    assert isinstance(statement, TrueFalseQuestion)
    assert (statement.stem, statement.answer) == ("The Ebro is 650 km long.", False)
    assert statement.explanation == "The Po is 650 km long."

    order, match = found["long-ago.order"], found["mouths.match"]
    assert isinstance(order, OrderQuestion)
    assert order.steps == ("The congress ends", "The navigation act is signed", "The canal opens")
    assert order.explanation == (
        "1815: The congress ends; 17 October 1868: The navigation act is signed; "
        "1992: The canal opens. (1992: according to a commission of its countries.)"
    )
    assert order.facts == ("danube-length", "rhine-length", "capitals")
    assert isinstance(match, MatchQuestion)
    assert match.pairs == (("Po", "Flows to the Adriatic"), ("Danube", "Flows to the Black Sea"))


def test_only_the_kinds_asked_for() -> None:
    assert {question.kind for question in questions_of(rivers(), ("cloze", "number"))} == {"cloze", "number"}


@pytest.mark.parametrize("distractors", [["Rhine"], [], None])
def test_fewer_than_two_distractors_make_no_choice(distractors: list[str] | None) -> None:
    assert "f.c1.choice" not in made_of("It is the {{c1::Po}}.", {"distractors": distractors})


def test_an_author_can_switch_questions_off() -> None:
    found = made_of("It is the {{c1::Po}}.", {"typed": False}, cloze=False, true_false=False)
    assert set(found) == {"f.c1.card"}


def test_each_question_names_the_points_it_asks() -> None:
    found = made(
        rivers(
            facts=[
                *RIVERS["facts"],
                fact(
                    "The {{c1::Po}} is {{c2::650}} km long from its spring to the Adriatic.",
                    {},
                    {"answer": "c2", "stem": "How long?", "point": "danube-length.c2"},
                    true_false={"mark": "c2", "wrong": "90"},
                ),
            ],
            orders=[{"id": "o", "stem": "Order?", "facts": ["danube-length", "rhine-length", "capitals"]}],
        )
    )
    points = {name: question.point for name, question in found.items() if name.startswith(("f.", "o."))}
    assert points == {
        "f.cloze": ("f.c1", "danube-length.c2"),
        "f.c1.card": ("f.c1",),
        "f.c1.short": ("f.c1",),
        "f.c2.card": ("danube-length.c2",),
        "f.c2.number": ("danube-length.c2",),
        "f.true-false": ("danube-length.c2",),
        "o.order": ("o.order",),
    }


def test_the_tags_of_a_fact_are_those_of_its_questions() -> None:
    found = made_of("It is the {{c1::Po}}.", {"stem": "Which one?"}, tags="italy", true_false={"mark": "c1"})
    assert {question.tags for question in found.values()} == {("italy",)}


def test_an_ask_overrides_the_priority_of_its_fact() -> None:
    found = made_of(
        "The {{c1::Po}} is {{c2::650}} km long from source to mouth.",
        {"priority": "core"},
        {"answer": "c2", "stem": "How long?"},
        priority="detail",
        true_false={"mark": "c1"},
    )
    core = {name for name, question in found.items() if question.priority == "core"}
    assert core == {"f.cloze", "f.c1.card", "f.c1.short", "f.true-false"}


def test_rewording_keeps_every_id_and_point() -> None:
    reworded = [{**one, "statement": one["statement"].replace(" is ", " measures ")} for one in RIVERS["facts"]]
    before, after = made(rivers()), made(rivers(facts=reworded))
    assert {name: one.point for name, one in after.items()} == {name: one.point for name, one in before.items()}


def test_an_entity_is_accepted_by_all_its_names() -> None:
    found = made_of("It is the {{c1::Donau}}.", {"accept": ["Ister"]})
    short, cloze = found["f.c1.short"], found["f.cloze"]
    assert isinstance(short, ShortQuestion)
    assert (short.answer, short.accept, short.type) == ("Danube", ("Donau", "Ister"), "place")
    assert isinstance(cloze, ClozeQuestion)
    assert cloze.accept == {"c1": ("Ister", "Danube")}


@pytest.mark.parametrize(
    ("answer", "unit", "accept"),
    [
        ("70 to 80", "birds", ("70 to 80",)),
        ("20 to 40 km", None, ()),
        ("three or four", "miles", ("three or four", "3 to 4", "3 to 4 miles")),
        ("two or three hundred", "miles", ("two or three hundred",)),
    ],
)
def test_a_range_is_typed_as_a_whole(answer: str, unit: str | None, accept: tuple[str, ...]) -> None:
    typed = made_of(f"It took {{{{c1::{answer}}}}} in all.", {"unit": unit})["f.c1.short"]
    assert isinstance(typed, ShortQuestion)
    assert typed.answer == (answer if unit is None else f"{answer} {unit}")
    assert typed.accept == accept


@pytest.mark.parametrize(
    ("answer", "ask", "number", "unit"),
    [
        ("318 million", {}, 318_000_000, None),
        ("318 million bricks", {}, 318_000_000, "bricks"),
        ("318 million", {"unit": "million"}, 318, "million"),
        ("318", {"unit": "million"}, 318, "million"),
        ("2.5 billion", {"unit": "tons"}, 2_500_000_000, "tons"),
        ("four", {"unit": "kilometres"}, 4, "kilometres"),
        ("Twenty-five", {"unit": "days", "tolerance": "2"}, 25, "days"),
    ],
)
def test_a_number_word_belongs_to_the_number(answer: str, ask: dict[str, Any], number: int, unit: str | None) -> None:
    made = made_of(f"It took {{{{c1::{answer}}}}} in all.", ask)["f.c1.number"]
    assert isinstance(made, NumberQuestion)
    assert (int(made.answer), made.unit) == (number, unit)


@pytest.mark.parametrize(
    ("answer", "ask", "shown"),
    [
        ("85", {"unit": "soldiers"}, "85 soldiers"),
        ("85 soldiers", {"unit": "soldiers"}, "85 soldiers"),
        ("12", {"unit": "%"}, "12%"),
        ("ten", {"unit": "days"}, "ten days"),
        ("concern", {"reply": "He was concerned."}, "He was concerned."),
    ],
)
def test_a_card_answers_in_full(answer: str, ask: dict[str, Any], shown: str) -> None:
    card = made_of(f"It was {{{{c1::{answer}}}}}.", ask)["f.c1.card"]
    assert isinstance(card, CardQuestion)
    assert card.answer == shown


def test_the_statement_is_the_explanation_if_the_fact_has_none() -> None:
    asks = {"distractors": ["Rhine", "Ebro"]}
    plain = made_of("It is the {{c1::Po}}.", asks, attribution="a map")
    assert {one.explanation for one in plain.values() if one.kind != "cloze"} == {"It is the Po, according to a map."}
    explained = made_of("It is the {{c1::Po}}.", asks, explanation="It rises in the Alps.")
    assert {one.explanation for one in explained.values()} == {"It rises in the Alps."}


def test_only_recalled_answers_have_the_hint() -> None:
    found = made_of(
        "The {{c1::Po}} is {{c2::650}} km long.",
        {"distractors": ["Rhine", "Ebro"], "hint": "Its name has two letters."},
        {"answer": "c2", "stem": "How long is the Po?", "distractors": ["90", "300"], "hint": "Less than 700 km."},
        true_false={"mark": "c1", "wrong": "Ebro"},
    )
    hinted = {name for name, question in found.items() if question.hint is not None}
    assert hinted == {"f.c1.card", "f.c1.short", "f.c2.card", "f.c2.number"}
    assert {"f.c1.choice", "f.c2.choice", "f.true-false"} < found.keys()


def test_a_false_statement_is_corrected_and_claimed_by_nobody() -> None:
    claim = {"attribution": "a map", "explanation": "It rises in the Alps."}
    true = made_of("It is the {{c1::Po}}.", true_false={"mark": "c1"}, **claim)["f.true-false"]
    false = made_of("It is the {{c1::Po}}.", true_false={"mark": "c1", "wrong": "Ebro"}, **claim)["f.true-false"]
    assert (true.stem, true.attribution) == ("It is the Po, according to a map.", "a map")
    assert (false.stem, false.attribution) == ("It is the Ebro, according to a map.", None)
    assert true.explanation == "It rises in the Alps."
    assert false.explanation == "It is the Po, according to a map. It rises in the Alps."


def test_a_statement_names_its_claimant_once() -> None:
    (cloze,) = (one for one in questions_of(rivers()) if one.id == "danube-length.cloze")
    assert cloze.stem == "The (1) ____ is (2) ____ km long, according to a commission of its countries."
    told = made_of("The {{c1::Po}} is long, according to a map.", attribution="explorers")["f.cloze"]
    assert "explorers" not in told.stem
    named = made_of("The {{c1::Po}} is long, says Lee.", attribution="Lee")
    assert named["f.cloze"].stem == "The ____ is long, says Lee."


def test_a_long_answer_is_not_blanked() -> None:
    assert made_of("It matters because {{c1::it links ten countries with one another}}.") == {}


def test_a_shown_answer_does_not_give_a_blank_away() -> None:
    statement = "In {{c1::1992}} came {{c2::the canal that had been begun before 1992}}, by {{c3::Nuremberg}}."
    question = made_of(statement)["f.cloze"]
    assert isinstance(question, ClozeQuestion)
    assert [mark.answer for mark in question.marks] == ["Nuremberg"]


@pytest.mark.parametrize(
    "in_order",
    [
        ("two", "five", "ten", "twenty"),
        ("five locks", "twelve locks", "thirty locks"),
        ("1 to 2 per cent", "5 to 10 per cent", "20 to 40 per cent"),
        ("5–10 %", "20–40 %", "60–80 %"),
        ("6 May 1951", "7 May 1951", "2 June 1951"),
    ],
)
def test_amounts_and_dates_are_shown_in_order(in_order: tuple[str, ...]) -> None:
    first, *others = in_order
    found = made_of(f"It took {{{{c1::{others[-1]}}}}}.", {"distractors": [first, *others[:-1]]})["f.c1.choice"]
    assert isinstance(found, ChoiceQuestion)
    assert found.fixed_order == in_order


def test_amounts_of_different_things_are_shuffled() -> None:
    found = made_of("It took {{c1::ten years}}.", {"distractors": ["two treaties", "forty ships"]})["f.c1.choice"]
    assert isinstance(found, ChoiceQuestion)
    assert found.fixed_order is None


def codes(**changes: Any) -> dict[str, tuple[str | int, ...]]:
    with pytest.raises(InvalidError) as caught:
        rivers(**changes)
    return {str(problem.code): problem.at for problem in caught.value.problems}


@pytest.mark.parametrize(
    ("parts", "code", "at"),
    [
        ({"ask": [{"distractors": ["Rhine", "po"]}]}, "E201", ("ask", 0, "distractors", 1)),
        ({"ask": [{"distractors": ["Rhine", "Padus"]}]}, "E217", ("ask", 0, "distractors", 1)),
        ({"ask": [{"distractors": ["Rhine", "Eridanus"], "accept": ["Eridanus"]}]}, "E217", ("ask", 0, "distractors", 1)),
        ({"ask": [{"distractors": ["Rhine", "rhine"]}]}, "E202", ("ask", 0, "distractors", 1)),
        ({"ask": [{"tolerance": "5"}]}, "E213", ("ask", 0, "tolerance")),
        ({"ask": [{"tolerance": "5", "unit": "miles"}]}, "E213", ("ask", 0, "tolerance")),
        ({"ask": [{"point": "nothing.c1"}]}, "E307", ("ask", 0, "point")),
        ({"true_false": {"mark": "c1", "wrong": "Padus"}}, "E217", ("true_false", "wrong")),
    ],
)  # fmt: skip
def test_distractors_and_false_statements_must_be_wrong(
    parts: dict[str, Any], code: str, at: tuple[str | int, ...]
) -> None:
    asks = parts.pop("ask", [])
    entities = {**RIVERS["entities"], "po": {**RIVERS["entities"]["po"], "aliases": ["Padus"]}}
    written = fact("It is the {{c1::Po}}.", *asks, **parts)
    assert codes(facts=[written], entities=entities) == {code: ("facts", 0, *at)}


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        ({"orders": [{"facts": ["capitals", "rhine-length", "nothing", "danube-length"]}]}, "E305", ("facts", 2)),
        ({"orders": [{"facts": ["capitals", "rhine-length", "danube-length", "f"]}]}, "E405", ("facts", 3)),
        ({"orders": [{"facts": ["capitals", "po-length", "rhine-length"]}]}, "E406", ("facts", 2)),
        ({"orders": [{"facts": ["capitals", "po-length"]}]}, "E209", ("facts",)),
        ({"matches": [{"entities": ["po", "rhine", "nothing"]}]}, "E407", ("entities", 2)),
        ({"matches": [{"entities": ["po", "vienna", "rhine"]}]}, "E408", ("entities", 1)),
        ({"matches": [{"entities": ["po"]}]}, "E211", ("entities",)),
    ],
)
def test_orders_and_matches_need_dates_roles_and_known_ids(
    changes: dict[str, list[dict[str, Any]]], code: str, at: tuple[str | int, ...]
) -> None:
    ((name, (item,)),) = changes.items()
    facts = [*RIVERS["facts"], fact("It is the {{c1::Po}}.")]
    found = codes(facts=facts, **{name: [{"id": "x", "stem": "What?", **item}]})
    assert found == {code: (name, 0, *at)}


@pytest.mark.parametrize(
    ("statement", "blanks"),
    [
        ("{{c1::Georges Danton}} was guillotined on {{c2::5 April 1794}}.", ["5 April 1794"]),
        ("{{c1::Ann Lee}} stabbed {{c2::Ole Krag}}.", ["Ole Krag"]),
        (
            "{{c1::Georges Danton}}, the first president of the Committee of Safety, was guillotined on {{c2::5 April 1794}}.",
            ["Georges Danton", "5 April 1794"],
        ),
        ("{{c1::Ann Lee}} won.", ["Ann Lee"]),
        # Too many for so few words, or one after the other.
        ("In {{c1::1902}} {{c2::Ann Lee}} sold her mill and bought a large farm.", ["1902"]),
        ("The {{c1::mill}} of {{c2::Ann Lee}} in the {{c3::valley}} burned on Sunday.", ["mill", "valley"]),
        # What is shown so that the rest can be decided may give away another blank.
        ("{{c1::Ann Lee in 1999}} met {{c2::Ole Krag}}, {{c3::1999}}.", ["Ole Krag"]),
        ("{{c1::Ann Lee}}, a {{c2::weaver}} from Moss, was born in {{c3::1811}}.", ["weaver", "1811"]),
        ("Ann Lee, a {{c1::weaver}}, was born on {{c2::3 May 1811}}.", ["3 May 1811"]),
        ("The league of Moss was founded by nine towns in {{c1::Ostby}} in {{c2::1874}}.", ["1874"]),
        ("In {{c1::1874}} nine towns of Moss met in a hall in {{c2::Ostby}}.", ["1874", "Ostby"]),
    ],
)
def test_what_is_left_of_a_cloze_decides_its_blanks(statement: str, blanks: list[str]) -> None:
    entities = {
        name.lower().replace(" ", "-"): {"name": name, "type": "person"}
        for name in ("Georges Danton", "Ann Lee", "Ole Krag")
    }
    seed = rivers(facts=[fact(statement)], entities=entities, matches=[])
    (question,) = questions_of(seed, ["cloze"])
    assert isinstance(question, ClozeQuestion)
    assert [mark.answer for mark in question.marks] == blanks


def test_no_two_facts_leave_the_same_text() -> None:
    statement = "The {{{{c1::{}}}}} flooded the lower town of Ostby in {{{{c2::{}}}}}."
    facts = [
        fact(statement.format(*one), id=one[0].lower()) for one in (("Po", "1902"), ("Rhine", "1911"), ("Ebro", "1920"))
    ]
    facts[2]["statement"] = facts[2]["statement"].replace("lower", "upper")
    found = [one.text for one in questions_of(rivers(facts=facts), ["cloze"]) if isinstance(one, ClozeQuestion)]
    assert found == [
        "The Po flooded the lower town of Ostby in {{c2::1902}}.",
        "The Rhine flooded the lower town of Ostby in {{c2::1911}}.",
        "The {{c1::Ebro}} flooded the upper town of Ostby in {{c2::1920}}.",
    ]


@pytest.mark.parametrize(
    ("statement", "ask", "tolerance"),
    [
        ("The Moon is about {{c1::380,000}} km away.", {"unit": "km"}, "10%"),
        ("It cost some ${{c1::7,000}} then.", {"unit": "dollars"}, "10%"),
        ("About {{c1::97}} percent agreed.", {"unit": "percent"}, "5%"),
        ("It has exactly {{c1::380}} gates.", {"unit": "gates"}, None),
        ("It has about {{c1::380}} gates.", {"unit": "gates", "tolerance": "2"}, "2"),
    ],
)
def test_an_approximate_figure_has_a_tolerance(statement: str, ask: dict[str, Any], tolerance: str | None) -> None:
    question = made_of(statement, ask)["f.c1.number"]
    assert isinstance(question, NumberQuestion)
    assert question.tolerance == tolerance


LONGER = {"text": "1,500", "feedback": "Too *long*.", "share": 0.25}


def test_distractors_keep_their_feedback_and_share() -> None:
    named = made_of("The {{c1::Po}} is long.", {"distractors": ["Rhine", {"text": "Ebro", "feedback": "In Spain."}]})
    counted = made_of(
        "The Po is {{c1::650}} km long.", {"stem": "What is its length?", "unit": "km", "distractors": ["900", LONGER]}
    )
    shown = []
    for questions in (named, counted):
        choice = questions["f.c1.choice"]
        assert isinstance(choice, ChoiceQuestion)
        shown.append([one.data() for one in choice.wrong_options])
    assert shown == [["Rhine", {"text": "Ebro", "feedback": "In Spain."}], ["900 km", {**LONGER, "text": "1,500 km"}]]


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"share": 2}, ("share",)),
        ({"fedback": "No."}, ("fedback",)),
        ({"feedback": "1,500"}, ("feedback",)),
        ({"text": "650"}, ()),
    ],
)
def test_an_invalid_distractor_is_reported_at_its_place(wrong: dict[str, Any], place: tuple[str, ...]) -> None:
    with pytest.raises(InvalidError) as raised:
        made_of("It is {{c1::650}} km long.", {"unit": "km", "distractors": ["900", {**LONGER, **wrong}]})
    assert [problem.at for problem in raised.value.problems] == [("facts", 0, "ask", 0, "distractors", 1, *place)]
