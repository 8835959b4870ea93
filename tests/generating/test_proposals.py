"""Proposals are fair and repeatable, and only fill gaps."""

import re
from collections import Counter
from typing import Any

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from seed_samples import RIVERS, fact, rivers

from quizgen.facts.model import Seed
from quizgen.facts.questions import SEED_KINDS, questions_of
from quizgen.generating.proposals import find_proposals, propose
from quizgen.questions import ChoiceQuestion, OrderQuestion, Question, TrueFalseQuestion
from quizgen.text.dates import MONTHS
from quizgen.text.folding import fold

FILLED = propose(rivers())


def proposed(seed: Seed, random_seed: int = 0) -> dict[str, Question]:
    return {question.id: question for question in questions_of(propose(seed, random_seed))}


def distractors(seed: Seed, name: str, random_seed: int = 0) -> tuple[str, ...]:
    question = proposed(seed, random_seed)[name]
    assert isinstance(question, ChoiceQuestion)
    return question.distractors


def test_gaps_are_filled_with_every_kind() -> None:
    found = proposed(rivers())
    assert {question.kind for question in found.values()} == set(SEED_KINDS)
    assert {"danube-length.c1.choice", "po-length.true-false", "capitals.order", "danube.match"} <= set(found)


@pytest.mark.slow
def test_proposals_depend_on_the_random_seed() -> None:
    assert propose(rivers(), 1) == propose(rivers(), 1)
    assert len({repr(propose(rivers(), number)) for number in range(8)}) > 1


@pytest.mark.slow
@given(random_seed=st.integers(0, 1000))
def test_a_second_run_proposes_nothing(random_seed: int) -> None:
    assert not find_proposals(FILLED, random_seed)


def test_what_the_author_wrote_is_not_changed() -> None:
    written = fact(
        "The {{c1::Po}} is {{c2::650}} km long.",
        {"distractors": ["Elbe"]},
        {"answer": "c2", "stem": "How long?", "distractors": []},
        true_false=False,
    )
    seed = rivers(facts=[written, *RIVERS["facts"]], orders=[], matches=[])
    after = propose(seed)
    assert (after.facts[0], after.orders, after.matches) == (seed.facts[0], (), ())
    assert after.facts[1] != seed.facts[1]


def test_new_entities_and_facts_do_not_change_written_proposals() -> None:
    before = propose(rivers())
    new = fact("The {{c1::Drava}} is {{c2::710}} km long.", {"stem": "Which river is 710 km long?"})
    entities = {
        name.lower(): {"name": name, "type": "place", "group": "river", "role": f"Flows past {name}"}
        for name in ("Elbe", "Drava", "Oder")
    }
    after = Seed.model_validate(
        {
            **before.model_dump(),
            "entities": {**before.model_dump()["entities"], **entities},
            "facts": [*before.model_dump()["facts"], new],
        }
    )
    first = {question.id: question for question in questions_of(before)}
    now = {question.id: question for question in questions_of(after)}
    again = {question.id: question for question in questions_of(propose(after))}
    assert len(first) > 20
    assert {name: now[name] for name in first} == first
    assert {name: again[name] for name in first} == first


def test_drafts_are_skipped() -> None:
    found = find_proposals(rivers(facts=[{**one, "todo": True} for one in RIVERS["facts"]], matches=[]))
    assert (bool(found), found.drafts) == (False, 4)


def test_an_open_gap_is_reported_with_help() -> None:
    text = fact("It is of use for {{c1::peacekeeping}}.", {})
    lone = {**fact("It is {{c1::Vienna}}.", {}), "id": "g"}
    found = find_proposals(rivers(facts=[text, lone]))
    assert [(gap.fact, gap.ask) for gap in found.unfilled] == [(0, 0), (1, 0)]
    assert found.unfilled[0].help == (
        "the answer 'peacekeeping' is not an entity, number or date, so nothing can be proposed; write two answers that "
        "could be confused with it under `distractors`, or write `distractors: []` to leave out the choice question"
    )
    assert "and group 'city'" in found.unfilled[1].help


def test_a_gap_that_a_word_of_the_stem_leaves_open_names_the_word() -> None:
    entities = {
        name.lower(): {"name": name, "type": "person", "group": "dutch", "role": role}
        for name, role in (("William", "King who signed a law"), ("Thorbecke", "Minister"), ("Gillot", "Mayor"))
    }
    asked = fact("{{c1::William}} signed the law.", {"stem": "Which king signed the law?"})
    (gap,) = find_proposals(rivers(facts=[asked], entities=entities, matches=[])).unfilled
    assert gap.help == (
        "write `distractors`, or add 'king' to the `role` of each entity in the group 'dutch' that 'king' describes"
    )


@pytest.mark.slow
def test_distractors_are_of_the_same_type_and_group() -> None:
    found = {name for number in range(8) for name in distractors(rivers(), "danube-length.c1.choice", number)}
    assert found == {"Rhine", "Po", "Ebro"}


def test_two_distractors_are_proposed() -> None:
    found = [question for question in proposed(rivers()).values() if isinstance(question, ChoiceQuestion)]
    assert [len(question.distractors) for question in found] == [2] * 5


@pytest.mark.parametrize("number", range(6))
def test_numbers_are_near_and_as_round(number: int) -> None:
    found = distractors(rivers(), "po-length.c2.choice", number)
    values = [int(value.removesuffix(" km")) for value in found]
    assert all(400 < value < 1000 and value % 50 == 0 for value in values)


@pytest.mark.parametrize(
    ("statement", "ask", "possible"),
    [
        ("About {{c1::97}} percent agreed.", {}, {"84", "78", "70"}),
        ("It took {{c1::24}} hours.", {}, {"12", "36", "48", "60"}),
        ("It held {{c1::seven}} prisoners.", {}, {"four", "five", "six", "eight", "nine", "ten"}),
        ("Of twelve men, {{c1::eleven}} came.", {}, {"eight", "nine", "ten"}),
        ("It has {{c1::16,600}} members.", {}, {"10,800", "13,300", "14,900", "18,300", "19,900", "22,400"}),
        (
            "After {{c1::5 April 1794}} it ended.",
            {},
            {"24 April 1804", "11 May 1815", "5 June 1825"},
        ),
        (
            "On {{c1::5 April 1794}} it ended.",
            {"stem": "When in April 1794?"},
            {"1 April 1794", "8 April 1794", "13 April 1794", "18 April 1794", "23 April 1794"},
        ),
        (
            "It cost {{c1::$5.25 billion}}.",
            {},
            {"$4.75 billion", "$5.75 billion", "$4.20 billion", "$6.30 billion", "$3.40 billion", "$7.10 billion"},
        ),
        (
            "On {{c1::5 April}} 1794 it ended.",
            {},
            {"13 March", "24 April", "20 February", "11 May", "27 January", "5 June"},
        ),
        (
            "It came back in the {{c1::1980s}}.",
            {"stem": "In which decade?"},
            {"1950s", "1960s", "1970s", "1990s", "2000s"},
        ),
        (
            "It came in the {{c1::late 1990s}}.",
            {},
            {"late 1960s", "late 1970s", "late 1980s", "late 2000s"},
        ),
        ("It came in the {{c1::1800s}}.", {}, {"1500s", "1600s", "1700s", "1900s", "2000s"}),
        (
            "It came in the {{c1::eighteenth century}}.",
            {},
            {
                "fifteenth century",
                "sixteenth century",
                "seventeenth century",
                "nineteenth century",
                "twentieth century",
                "twenty-first century",
            },
        ),
        ("It came in the {{c1::2nd century}}.", {}, {"1st century", "3rd century", "4th century", "5th century"}),
        ("It met in {{c1::1614}}.", {"stem": "When did it last meet before 1620?"}, {"1556", "1575", "1595"}),
    ],
)
def test_values_are_near_in_the_same_style(statement: str, ask: dict[str, Any], possible: set[str]) -> None:
    found = [distractors(rivers(facts=[fact(statement, ask)]), "f.c1.choice", number) for number in range(6)]
    assert {value for each in found for value in each} <= possible
    assert all(len(each) == 2 for each in found)


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize(
    ("statement", "stem", "larger_is_correct"),
    [
        ("The plan was made after {{c1::1855}}.", "When?", False),
        ("The plan was made in {{c1::1855}}.", "After which year was it made?", False),
        ("It was dry by the end of {{c1::1942}}.", "When?", True),
        ("It was dry in {{c1::1942}}.", "By which year was it dry?", True),
        ("It has stood there since the {{c1::1920s}}.", "When?", True),
        ("It ended before {{c1::5 April 1794}}.", "When?", True),
        ("It holds more than {{c1::70}} million seeds.", "More than how many million seeds?", False),
        ("It lives in water of {{c1::12}} parts per thousand or less.", "How much salt?", True),
    ],
)
def test_no_option_or_false_statement_is_correct_because_the_answer_is_a_bound(
    statement: str, stem: str, larger_is_correct: bool, number: int
) -> None:
    def value(text: str) -> tuple[int, int]:
        *_, last = re.findall(r"\d+", text)
        return int(last), next((place for place, month in enumerate(MONTHS) if month in text), 0)

    seed = rivers(facts=[fact(statement, {"stem": stem})])
    filled = propose(seed, number)
    own = value(filled.facts[0].marks[0].answer)
    true_false = filled.facts[0].true_false
    wrong = [*distractors(seed, "f.c1.choice", number)]
    if true_false and true_false.wrong is not None:
        wrong.append(true_false.wrong)
    assert all((value(text) < own) == larger_is_correct for text in wrong)


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize(
    ("answer", "stem", "same"),
    [
        ("March 1902", "When did the mill burn down?", False),
        ("March 1902", "In which year did the mill burn down?", False),
        ("March 1902", "In which month of 1902 did the mill burn down?", True),
        ("14 March 1902", "On which date did the mill burn down?", False),
        ("29 February 1904", "On which date did the mill burn down?", False),
        ("14 March 1902", "On which day in 1902 did the mill burn down?", True),
        ("14 March 1902", "On which day in March 1902 did the mill burn down?", True),
    ],
)
def test_dates_differ_in_the_year_unless_the_stem_gives_it(answer: str, stem: str, same: bool, number: int) -> None:
    seed = rivers(facts=[fact(f"The mill burned down on {{{{c1::{answer}}}}}.", {"stem": stem})], matches=[])
    years = [text[-4:] for text in (answer, *distractors(seed, "f.c1.choice", number))]
    assert len(set(years)) == (1 if same else 3)


@pytest.mark.parametrize("number", range(6))
def test_a_day_of_a_month_that_the_stem_names_is_of_that_month(number: int) -> None:
    asked = fact("It burned on {{c1::14 March 1902}}.", {"stem": "On which day in March did it burn?"})
    found = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert all("March" in text and "1902" not in text for text in found)


@pytest.mark.parametrize(
    ("statement", "never", "sides"),
    [
        ("More than {{c1::400}} sheep drowned.", range(401, 501), {"smallest", "middle", "largest"}),
        ("Up to {{c1::400}} sheep drowned.", range(320, 400), {"smallest", "middle", "largest"}),
    ],
)
def test_options_for_an_amount_are_on_both_sides_if_the_stem_does_not_say_more_than(
    statement: str, never: range, sides: set[str]
) -> None:
    found = set()
    for number in range(12):
        seed = rivers(facts=[fact(statement, {"stem": "How many sheep drowned?"})], matches=[])
        wrong = [int(text) for text in distractors(seed, "f.c1.choice", number)]
        assert not set(wrong) & set(never)
        found.add({0: "smallest", 1: "middle", 2: "largest"}[sum(value < 400 for value in wrong)])
    assert len(found & sides) > 1


def test_the_answer_takes_every_place_among_the_numbers() -> None:
    facts = [
        {
            **fact(f"Flood {n} cost more than {{{{c1::{n}00}}}} crowns.", {"stem": f"How much did flood {n} cost?"}),
            "id": f"f-{n}",
        }
        for n in (3, 4, 6, 7, 8, 9)
    ]
    found = proposed(rivers(facts=facts, matches=[]))
    places = Counter(
        sum(int(wrong.replace(",", "")) < int(question.answer) for wrong in question.distractors)
        for question in found.values()
        if isinstance(question, ChoiceQuestion)
    )
    assert places.total() == 6
    assert max(places.values()) <= 3


@pytest.mark.parametrize(
    ("answer", "possible"),
    [
        ("one million", {"half a million", "two million", "three million"}),
        ("A thousand", {"Half a thousand", "Two thousand", "Three thousand"}),
        ("two hundred", {"one hundred", "three hundred", "four hundred", "five hundred"}),
    ],
)
def test_large_numbers_in_words_get_others(answer: str, possible: set[str]) -> None:
    seed = rivers(facts=[fact(f"{{{{c1::{answer}}}}} people came.", {"stem": "How many people came?"})], matches=[])
    found = {text for number in range(8) for text in distractors(seed, "f.c1.choice", number)}
    assert found <= possible
    assert len(found) > 1


@pytest.mark.parametrize(
    ("statement", "entities"),
    [
        ("About {{c2::one}} thousand people lived there in {{c1::1801}}.", {}),
        ("It failed on {{c1::two}} ships.", {}),
        ("It is in {{c1::Mill Street}}.", {"Mill Street", "Long Embankment"}),
        ("It is on the {{c1::Long Embankment}}.", {"Mill Street", "Long Embankment"}),
    ],
)
def test_a_false_statement_is_neither_nearly_true_nor_ungrammatical(statement: str, entities: set[str]) -> None:
    listed = {name.split()[0].lower(): {"name": name, "type": "place", "group": "street"} for name in entities}
    seed = rivers(facts=[fact(statement)], entities=listed, matches=[])
    for number in range(12):
        filled = propose(seed, number).facts[0].true_false
        assert not filled or filled.wrong not in {"three", "Mill Street", "Long Embankment"}
        assert not filled or filled.mark != "c1" or filled.wrong in {None, "four", "five"}


@pytest.mark.slow
def test_a_small_text_in_which_each_person_did_one_thing_gets_options_for_each() -> None:
    names = ("Ada Brandt", "Ben Ortiz", "Cleo Marsh", "Dan Novak", "Eva Lind", "Finn Rowan")
    entities = {name.split()[0].lower(): {"name": name, "type": "person", "group": "builder"} for name in names}
    facts: list[dict[str, Any]] = []
    for number, name in enumerate(names):
        work = ("bridge", "harbor", "library", "theater", "museum", "dam")[number]
        facts += [
            {
                **fact(
                    f"In {{{{c2::{1900 + 9 * number}}}}} {{{{c1::{name}}}}} built the {work}, for {{{{c3::{37 + 61 * number}}}}} crowns.",
                    {"stem": f"Who built the {work}?"},
                    {"stem": f"In which year was the {work} built?", "answer": "c2"},
                    {"stem": f"How many crowns did the {work} cost?", "answer": "c3"},
                ),
                "id": work,
            }
        ]  # fmt: skip
    found = find_proposals(rivers(facts=facts, entities=entities, matches=[]))
    assert not found.unfilled
    assert len(found.distractors) == 18


def test_what_inside_a_question_about_a_person_excludes_nobody() -> None:
    entities = {
        name.lower(): {"name": name, "type": "person", "group": "dutch", "role": role}
        for name, role in (("Vos", "Found out what willow bark does"), ("Krag", "Minister"), ("Lind", "Mayor"))
    }
    asked = fact("{{c1::Vos}} found it out.", {"stem": "Who found out what willow bark could do?"})
    assert set(distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice")) == {"Krag", "Lind"}


def test_answers_that_another_fact_makes_correct_are_not_proposed() -> None:
    facts = [
        {**fact(f"The {{{{c1::{name}}}}} flows to the sea.", {"stem": "Which river flows to the sea?"}), "id": name.lower()}
        for name in ("Danube", "Rhine")
    ]  # fmt: skip
    found = proposed(rivers(facts=facts))
    choice = found["danube.c1.choice"]
    assert isinstance(choice, ChoiceQuestion)
    assert set(choice.distractors) == {"Po", "Ebro"}
    assert "Rhine" not in str(found["danube.true-false"].stem)


def test_an_entity_that_the_statement_names_is_not_proposed() -> None:
    joins = fact("A canal joins the {{c1::Danube}} and the Rhine.", {"stem": "What does it join to the Rhine?"})
    assert set(distractors(rivers(facts=[joins]), "f.c1.choice")) == {"Po", "Ebro"}


@pytest.mark.parametrize("alias", ["Río Ebro", "the “Ebro”", "+Ebro", "…"])
def test_an_alias_in_the_statement_is_recognized_with_any_punctuation(alias: str) -> None:
    entities = {**RIVERS["entities"], "ebro": {**RIVERS["entities"]["ebro"], "aliases": [alias]}}
    joins = fact(f"A canal joins the {{{{c1::Danube}}}} and {alias} at last.", {"stem": "What does it join?"})
    assert set(distractors(rivers(facts=[joins], entities=entities), "f.c1.choice")) == {"Rhine", "Po"}


@pytest.mark.slow
def test_dates_are_near_and_the_correct_one_is_not_always_in_the_middle() -> None:
    years = (1492, 1648, *range(1950, 2010, 10), 1789)
    facts = [
        {**fact(f"Bridge {letter} is of {{{{c1::{year}}}}}.", {"stem": f"When was {letter} built?"}), "id": f"b-{year}"}
        for letter, year in zip("ABCDEFGHI", years, strict=True)
    ]
    places = set()
    for number in range(20):
        question = proposed(rivers(facts=facts), number)["b-1970.c1.choice"]
        assert isinstance(question, ChoiceQuestion)
        assert all(1960 <= int(year) <= 1980 for year in question.distractors)
        places.add(question.shown.index("1970"))
    assert len(places) > 1


@pytest.mark.parametrize("number", range(6))
def test_a_false_statement_is_false_and_its_explanation_true(number: int) -> None:
    seed = rivers()
    facts = {one.id: one for one in seed.facts}
    for question in proposed(seed, number).values():
        if isinstance(question, TrueFalseQuestion):
            truth = facts[question.fact or ""].plain.rstrip(".")
            assert question.stem.startswith(truth) is question.answer
            assert question.answer or truth in (question.explanation or "")


@pytest.mark.slow
def test_about_half_of_the_statements_are_false() -> None:
    answers = Counter(
        question.answer
        for number in range(50)
        for question in proposed(rivers(), number).values()
        if isinstance(question, TrueFalseQuestion)
    )
    assert 0.4 < answers[True] / answers.total() < 0.6


def test_a_statement_that_cannot_be_made_false_is_not_asked_as_true() -> None:
    assert "f.true-false" not in proposed(rivers(facts=[fact("It is of use for {{c1::peacekeeping}}.")]))


def test_order_uses_only_dates_whose_order_is_certain() -> None:
    question = proposed(rivers())["capitals.order"]
    assert isinstance(question, OrderQuestion)
    # The flood came in the month in which the act was signed, so only one of the two can be used.
    assert question.steps == ("The congress ends", "The flood comes", "The canal opens")


def test_events_about_the_same_subject_are_not_put_in_order() -> None:
    events = {
        1914: "The war begins",
        1918: "The war ends",
        1920: "A league meets",
        1925: "The canal opens",
        1930: "A dam opens",
    }
    facts = [
        {**fact("It was {{c1::so}}."), "id": f"f-{year}", "when": {"date": str(year), "event": event}}
        for year, event in events.items()
    ]
    (order,) = propose(rivers(facts=facts)).orders or ()
    assert order.facts == ("f-1914", "f-1920", "f-1925")
    assert order.stem == "Put these events from 1914 to 1925 in order, the earliest first."


def test_roles_that_repeat_a_name_are_not_matched() -> None:
    entities = {
        **RIVERS["entities"],
        "drava": {"name": "Drava", "type": "place", "group": "river", "role": "Gives the Drava plain its name"},
        "inn": {"name": "Inn", "type": "place", "group": "river", "role": "Flows to the Danube"},
    }
    (match,) = propose(rivers(entities=entities)).matches or ()
    assert (match.stem, match.entities) == (
        "Match each river with its description.", ("danube", "rhine", "po", "ebro"),
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "proposes"), [("person", True), ("place", False), ("organization", False)])
def test_only_people_can_be_confused_without_a_group(kind: str, proposes: bool) -> None:
    entities = {name.lower(): {"name": name, "type": kind, "role": f"Did {name}"} for name in ("Ada", "Ben", "Cleo")}
    found = find_proposals(rivers(entities=entities, facts=[fact("{{c1::Ada}} won.", {"stem": "Who won?"})]))
    assert bool(found.distractors) is proposes
    assert [gap.help for gap in found.unfilled] == [
        "write `distractors`, or add a `group` to 'Ada' and to the entities that could be confused with it"
    ] * (not proposes)


def test_a_person_without_a_group_among_others_with_one_needs_a_group() -> None:
    entities = {name.lower(): {"name": name, "type": "person", "group": "mayor"} for name in ("Ben", "Cleo")}
    entities["ada"] = {"name": "Ada", "type": "person"}
    (gap,) = find_proposals(rivers(entities=entities, facts=[fact("{{c1::Ada}} won.", {"stem": "Who won?"})])).unfilled
    assert (
        gap.help == "write `distractors`, or add a `group` to 'Ada' and to the entities that could be confused with it"
    )


@pytest.mark.parametrize(("events", "rows"), [(2, []), (3, [3]), (5, [5]), (6, [3, 3]), (9, [5, 4]), (11, [4, 4, 3])])
def test_no_event_is_put_in_order_twice(events: int, rows: list[int]) -> None:
    facts = [
        {**fact("It was {{c1::so}}."), "id": f"f-{n}", "when": {"date": str(1900 + n), "event": f"Bridge{n} opens{n}"}}
        for n in range(events)
    ]
    orders = propose(rivers(facts=facts)).orders or ()
    assert [len(order.facts) for order in orders] == rows
    used = [name for order in orders for name in order.facts]
    assert len(used) == len(set(used))


@pytest.mark.slow
@settings(max_examples=examples(40), deadline=None)
@given(number=st.integers(), order=st.permutations(RIVERS["facts"]))
def test_no_wrong_option_is_ever_correct(number: int, order: list[dict[str, Any]]) -> None:
    seed = rivers(facts=order)
    Seed.model_validate(propose(seed, number).model_dump())  # proposals agree with the rest of the seed
    names = [{fold(name) for name in entity.names} for entity in seed.entities.values()]
    for question in proposed(seed, number).values():
        if isinstance(question, ChoiceQuestion):
            same = next((group for group in names if fold(question.answer) in group), set())
            assert not same & {fold(option) for option in question.distractors}


def people(**roles: str) -> dict[str, Any]:
    return {
        key.lower().replace("_", "-"): {"name": key.replace("_", " "), "type": "person", "group": "dutch", "role": role}
        for key, role in roles.items()
    }


@pytest.mark.parametrize("number", range(6))
def test_a_king_is_not_offered_among_people_without_a_throne(number: int) -> None:
    entities = people(
        Jan_Vos="Last mayor", William_III="King", Father_Bruns="Priest", Ole_Krag="Clerk", Karl_Weiss="Smith",
        Otto_Lind="Baker",
    )  # fmt: skip
    asked = fact("{{c1::Jan Vos}} was the last mayor.", {"stem": "Who was the last one?"})
    found = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert set(found) <= {"Ole Krag", "Karl Weiss", "Otto Lind"}


@pytest.mark.parametrize("number", range(6))
def test_a_pronoun_in_the_stem_excludes_people_of_the_other_sex(number: int) -> None:
    entities = people(
        Karl_Weiss="Baker", Lisa_Lind="Baker", David_Krag="Baker", Mary_Vos="Baker", Peter_Berg="Baker"
    )  # fmt: skip
    asked = fact("{{c1::Karl Weiss}} and his pupils came.", {"stem": "Who came with his pupils?"})
    found = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert set(found) == {"David Krag", "Peter Berg"}


@pytest.mark.parametrize("number", range(6))
def test_a_province_is_not_offered_among_states(number: int) -> None:
    entities = {
        name.lower(): {"name": name, "type": "place", "group": "region"}
        for name in ("Virginia", "Labrador", "Maine", "Canada", "Texas", "Boston")
    }
    asked = fact("The storm came to {{c1::Virginia}}.", {"stem": "In which state did the storm come?"})
    found = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert set(found) == {"Maine", "Texas"}


@pytest.mark.parametrize(
    ("key", "alike", "others"),
    [
        ("France", ["South Africa", "New Zealand"], ["New England", "Western Australia", "Southern France"]),
        ("Andalusia", ["New England", "Western Australia"], ["New Zealand", "South Africa", "Kazakhstan"]),
        ("Chicago", ["Los Angeles", "New Orleans"], ["North America", "New Mexico", "Finland"]),
    ],
)
def test_a_place_is_offered_by_what_its_whole_name_is(key: str, alike: list[str], others: list[str]) -> None:
    entities = {
        name.lower().replace(" ", "-"): {"name": name, "type": "place", "group": "place"}
        for name in (key, *alike, *others)
    }
    asked = fact(f"The storm came to {{{{c1::{key}}}}}.", {"stem": "Where did the storm come to?"})
    assert set(distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice")) == {*alike}


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("The town burned in {{c1::1995}}.", {}),
        ("The surge came in {{c1::February 1825}}.", {}),
        ("It has {{c1::3,612}} members.", {}),
        ("It is {{c1::12}} meters deep.", {}),
    ],
)
def test_no_pair_of_distractors_gives_the_key_away(statement: str, ask: dict[str, Any], number: int) -> None:
    question = proposed(rivers(facts=[fact(statement, ask)], matches=[]), number)["f.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    years = [text.split()[-1] for text in question.shown]
    if " " in question.answer:
        assert years.count(question.answer.split()[-1]) > 1 or len(set(years)) == len(years)
        return
    key, *wrong = (int(text.replace(",", "")) for text in (question.answer, *question.distractors))
    assert sum(wrong) != 2 * key
    if key == 1995:
        assert all(abs(key - year) > 1 for year in wrong)


def test_the_unit_is_shown_with_the_options() -> None:
    asked = fact("The dam is {{c1::32}} kilometers long.", {"stem": "How long is the dam?", "unit": "kilometers"})
    question = proposed(rivers(facts=[asked], matches=[]))["f.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert all(option.endswith(" kilometers") for option in question.shown)
    counted = fact("It has {{c1::32}} gates.", {"stem": "How many gates has it?", "unit": "gates"})
    question = proposed(rivers(facts=[counted], matches=[]))["f.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert question.answer == "32"


@pytest.mark.parametrize(
    ("group", "kind", "stem"),
    [
        ("dutch", "person", "Match each person with their role."),
        ("historian", "person", "Match each historian with their role."),
        ("water", "place", "Match each place with its description."),
        ("river", "place", "Match each river with its description."),
    ],
)
def test_the_stem_of_a_match_names_what_is_matched(group: str, kind: str, stem: str) -> None:
    entities = {
        name.lower(): {"name": name, "type": kind, "group": group, "role": f"One that {did}"}
        for name, did in (("Anna", "sings"), ("Berta", "runs"), ("Clara", "reads"))
    }
    (match,) = propose(rivers(facts=[fact("It is {{c1::so}}.")], entities=entities, matches=None)).matches or ()
    assert match.stem == stem


@pytest.mark.parametrize(
    "statement",
    [
        "It lived from Maine to {{c1::Virginia}}.",
        "It lived between {{c1::Virginia}} and Maine.",
        "It reached {{c1::Virginia}}, a state in the south.",
        "It reached {{c1::Virginia}}, which is warm.",
    ],
)
def test_no_statement_is_made_false_that_would_be_absurd_or_partly_true(statement: str) -> None:
    entities = {
        name.lower(): {"name": name, "type": "place", "group": "state"}
        for name in ("Virginia", "Texas", "Ohio", "Utah")
    }
    found = find_proposals(rivers(facts=[fact(statement)], entities=entities, matches=[]))
    assert (found.true_false, [one.fact for one in found.unstated]) == ({}, [0])


def test_a_number_in_a_false_statement_is_not_hair_splitting() -> None:
    for number in range(30):
        found = find_proposals(rivers(facts=[fact("It is {{c1::400}} meters high.")], matches=[]), number).true_false
        wrong = found[0].wrong
        assert wrong is None or abs(int(wrong) - 400) >= 80


def test_events_that_share_a_rare_word_are_not_put_in_order() -> None:
    events = {
        1914: "A limpet is collected",
        1918: "The canal opens",
        1920: "The last limpet is seen",
        1925: "A dam breaks",
    }
    facts = [
        {**fact("It was {{c1::so}}."), "id": f"f-{year}", "when": {"date": str(year), "event": event}}
        for year, event in events.items()
    ]
    (order,) = propose(rivers(facts=facts)).orders or ()
    assert order.facts == ("f-1914", "f-1918", "f-1925")


def test_how_many_entities_are_missing_is_said_if_all_would_give_the_answer_away() -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith")
    facts = [
        {**fact(f"{{{{c1::{name}}}}} did {what}.", {"stem": f"Who did {what}?"}), "id": f"f-{what}"}
        for name, what in (("Jan Vos", "this"), ("Jan Vos", "that"), ("Jan Vos", "more"), ("Jan Vos", "most"))
    ]
    gaps = find_proposals(rivers(facts=facts, entities=entities, matches=[])).unfilled
    assert all("each must be named in the text" in gap.help for gap in gaps)
    assert gaps


@pytest.mark.parametrize("number", range(6))
def test_a_person_who_had_died_is_not_offered(number: int) -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith", Otto_Lind="Baker")
    facts = [
        {
            **fact("{{c1::Jan Vos}} made a coin in {{c2::1923}}.", {"stem": "Who made a coin in 1923?"}),
            "id": "coin",
        },
        {**fact("{{c1::Ole Krag}} was murdered in {{c2::1921}}."), "id": "death"},
    ]
    found = distractors(rivers(facts=facts, entities=entities, matches=[]), "coin.c1.choice", number)
    assert set(found) == {"Karl Weiss", "Otto Lind"}


@pytest.mark.parametrize(
    "text",
    [
        "Ole Krag's father died in 1921.",
        "Ole Krag, whose father died in 1921, made coins.",
        "Under Ole Krag 300 people were killed in 1921.",
    ],
)
def test_the_death_of_others_is_not_that_of_the_person_named_before(text: str) -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith")
    asked = fact("{{c1::Jan Vos}} made a coin in {{c2::1923}}.", {"stem": "Who made a coin in 1923?"})
    seed = rivers(facts=[asked], entities=entities, matches=[])
    (found,) = find_proposals(seed, sentences=[text]).distractors.values()
    assert set(found) == {"Ole Krag", "Karl Weiss"}


@pytest.mark.parametrize("text", ["Ole Krag died in 1921.", "Ole Krag left for Kent, where he died in 1921."])
def test_nobody_is_offered_who_had_died_according_to_the_text(text: str) -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith", Otto_Lind="Baker")
    asked = fact("{{c1::Jan Vos}} made a coin in {{c2::1923}}.", {"stem": "Who made a coin in 1923?"})
    seed = rivers(facts=[asked], entities=entities, matches=[])
    (found,) = find_proposals(seed, sentences=[text]).distractors.values()
    assert set(found) == {"Karl Weiss", "Otto Lind"}


def test_one_of_two_years_is_not_replaced() -> None:
    found = find_proposals(rivers(facts=[fact("It was mapped in {{c1::1848}} and 1849.")], matches=[]))
    assert (found.true_false, [one.fact for one in found.unstated]) == ({}, [0])


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize(
    ("statement", "wrong"), [("It is {{c1::13}} miles long.", {"14", "12"}), ("It cost {{c1::800}} million.", {"1100"})]
)
def test_numbers_are_neither_too_near_nor_written_in_another_way(statement: str, wrong: set[str], number: int) -> None:
    assert wrong.isdisjoint(distractors(rivers(facts=[fact(statement, {})], matches=[]), "f.c1.choice", number))


def test_roles_that_fit_two_people_are_not_matched() -> None:
    entities = {
        name.lower(): {"name": name, "type": "person", "group": "economist", "role": role}
        for name, role in (
            ("Anna", "British economist"), ("Berta", "Economist"), ("Clara", "Historian"), ("Dora", "Banker of Rome")
        )
    }  # fmt: skip
    (match,) = propose(rivers(facts=[fact("It is {{c1::so}}.")], entities=entities, matches=None)).matches or ()
    assert (match.stem, match.entities) == ("Match each person with their role.", ("anna", "clara", "dora"))


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize(
    ("statement", "ask", "low", "high"),
    [
        ("It has about {{c1::1,300}} windows.", {"stem": "About how many windows?", "unit": "windows"}, 1040, 1560),
        ("It has some {{c1::250}} rooms.", {"stem": "About how many rooms?"}, 200, 300),
        ("It weighs {{c1::400}} tons.", {"stem": "How heavy is it?", "unit": "tons", "tolerance": "25%"}, 200, 600),
        ("It holds more than {{c1::14,000}} maps.", {"stem": "How many maps?"}, 11200, 16800),
    ],
)
def test_no_wrong_number_would_be_graded_as_correct_or_nearly_so(
    statement: str, ask: dict[str, Any], low: int, high: int, number: int
) -> None:
    found = distractors(rivers(facts=[fact(statement, ask)], matches=[]), "f.c1.choice", number)
    values = [int(text.split()[0].replace(",", "")) for text in found]
    assert len(values) == 2
    assert all(value <= low or value >= high for value in values)


@pytest.mark.parametrize(
    ("statement", "possible"),
    [
        ("It takes {{c1::one to three}} weeks.", {"four to six", "seven to nine", "ten to twelve"}),
        ("It takes {{c1::10 to 20}} days.", {"25 to 35", "40 to 50", "55 to 65"}),
        ("It was built in {{c1::1848 and 1849}}.", {"1825 and 1826", "1840 and 1841", "1833 and 1834", "1856 and 1857", "1863 and 1864", "1871 and 1872"}),
        ("It took {{c1::eighteen}} days.", {"twelve", "fourteen", "sixteen", "twenty", "twenty-two", "twenty-four"}),
        ("It has {{c1::thirty-two}} rooms.", {"twenty-nine", "thirty-five", "twenty-six", "thirty-eight", "twenty-one", "forty-three"}),
        ("It cost {{c1::two and a half million}} crowns.", {"four million", "one million", "three million", "five million"}),
        ("It needs {{c1::a quarter}} of the water.", {"a tenth", "a half", "three quarters"}),
    ],
)  # fmt: skip
def test_ranges_do_not_overlap_and_every_number_in_words_gets_others(statement: str, possible: set[str]) -> None:
    seed = rivers(facts=[fact(statement, {"stem": "How much or when?"})], matches=[])
    for number in range(6):
        assert set(distractors(seed, "f.c1.choice", number)) <= possible
        stated = propose(seed, number).facts[0].true_false
        assert not stated or stated.wrong is None or stated.wrong in possible


def test_a_number_that_another_one_decides_is_not_replaced() -> None:
    statement = "She divided {{c1::fifteen}} pupils into five groups."
    found = find_proposals(rivers(facts=[fact(statement)], matches=[]))
    assert (found.true_false, found.unstated[0].help.partition(";")[0]) == (
        {}, "'fifteen' can be worked out from another number in the statement",
    )  # fmt: skip
    asked = fact(statement, {"stem": "How many pupils did she divide into five groups?"})
    (gap,) = find_proposals(rivers(facts=[asked], matches=[])).unfilled
    assert gap.help.startswith(
        "the answer 'fifteen' can be worked out from another number in the stem; leave that number out"
    )
    asked = fact(statement, {"stem": "How many pupils took part?"})
    assert find_proposals(rivers(facts=[asked], matches=[])).distractors


CURATORS = ("Ada Brandt", "Ben Ortiz", "Cleo Marsh", "Dan Novak")


def dated_curators(*years: int) -> Seed:
    facts = [
        {
            **fact(
                f"In {{{{c2::{year}}}}} {{{{c1::{name}}}}} bought a painting.", {"stem": f"Who bought number {at}?"}
            ),
            "id": f"f-{at}",
        }
        for at, (name, year) in enumerate(zip(CURATORS, years, strict=True))
    ]
    entities = {
        name.split()[0].lower(): {"name": name, "type": "person", "group": "curator", "role": "Curator"}
        for name in CURATORS
    }
    return rivers(facts=facts, entities=entities, matches=[])


@pytest.mark.parametrize("number", range(5))
def test_a_date_is_between_the_events_before_and_after_in_the_history_of_a_thing(number: int) -> None:
    events = {"begun": 1871, "opened": 1874, "burned down": 1920}
    seed = rivers(
        facts=[
            fact(
                f"The Ostby Pavilion was {what} in {{{{c1::{year}}}}}.",
                {"stem": f"In which year was the Ostby Pavilion {what}?"},
                id=f"f-{place}",
            )
            for place, (what, year) in enumerate(events.items())
        ],
        matches=[],
        orders=[],
    )
    options = [set(map(int, distractors(seed, f"f-{place}.c1.choice", number))) for place in range(3)]
    assert all(year < 1874 for year in options[0])
    assert all(1871 < year < 1920 for year in options[1])
    assert all(year > 1874 for year in options[2])


def test_people_of_the_same_age_are_offered_if_nobody_lived_at_the_time() -> None:
    seed = dated_curators(1500, 1600, 1640, 1990)
    assert set(distractors(seed, "f-0.c1.choice")) == {"Ben Ortiz", "Cleo Marsh"}
    (help,) = [gap.help for gap in find_proposals(seed).unfilled if gap.fact == 3]
    assert help == (
        "other people in the group 'curator' lived at a different time (Ada Brandt, Ben Ortiz, Cleo Marsh); write `distractors` "
        "(the text does not have to name these people), or add 2 entities from that time that the text names"
    )


@pytest.mark.slow
def test_the_text_says_when_people_lived() -> None:
    seed = dated_curators(1800, 1810, 1820, 1830)
    entities = {**seed.model_dump()["entities"], "old": {"name": "Eva Lind", "type": "person", "group": "curator"}}
    seed = Seed.model_validate({**seed.model_dump(), "entities": entities})
    text = ["Eva Lind drew maps in the second century BC."]
    offered = {
        number: {wrong for one in find_proposals(seed, number, text).distractors.values() for wrong in one}
        for number in range(12)
    }
    assert "Eva Lind" not in set().union(*offered.values())
    assert any(
        "Eva Lind" in wrong for number in range(12) for wrong in find_proposals(seed, number).distractors.values()
    )


@pytest.mark.parametrize("number", range(8))
def test_nobody_does_anything_after_his_death_or_before_his_birth(number: int) -> None:
    entities = {"ada": {"name": "Ada Brandt", "type": "person", "group": "curator"}}
    asked = fact("Ada Brandt opened a museum in {{c1::1883}}.", {"stem": "When did Ada Brandt open a museum?"})
    text = ["Ada Brandt was born in 1860.", "Ada Brandt died in Kent on 3 May 1890."]
    found = propose(rivers(facts=[asked], entities=entities, matches=[]), number, text).facts[0]
    wrong = [*found.ask[0].offered, *([found.true_false.wrong] if found.true_false and found.true_false.wrong else [])]
    assert wrong
    assert all(1860 < int(year) <= 1890 for year in wrong)


def test_a_nationality_in_the_stem_excludes_people_who_are_not_known_to_have_it() -> None:
    entities = people(Jan_Vos="Found it", Ole_Krag="Norwegian chemist", Karl_Weiss="Norwegian chemist")
    asked = fact("{{c1::Jan Vos}} found it.", {"stem": "Which Hungarian chemist found it?"})
    (gap,) = find_proposals(rivers(facts=[asked], entities=entities, matches=[])).unfilled
    assert "leave 'Hungarian' out of the stem" in gap.help
    asked = fact("{{c1::Jan Vos}} found it.", {"stem": "Which chemist found it?"})
    assert find_proposals(rivers(facts=[asked], entities=entities, matches=[])).distractors


@pytest.mark.parametrize(
    ("key", "stem", "never"),
    [
        ("Arden Museum Society", "Which society bought it?", {"Board of Arts", "Commission of Parks"}),
        ("Board of Arts", "Which body replaced the commission?", {"Commission of Parks", "Arden Museum Society"}),
    ],
)
def test_a_body_of_another_kind_or_one_that_the_stem_mentions_is_not_offered(
    key: str, stem: str, never: set[str]
) -> None:
    names = ("Arden Museum Society", "Board of Arts", "Commission of Parks", "Office of Works", "Council of Kent")
    entities = {name.split()[0].lower(): {"name": name, "type": "organization", "group": "body"} for name in names}
    asked = fact(f"The {{{{c1::{key}}}}} bought it.", {"stem": stem})
    found = find_proposals(rivers(facts=[asked], entities=entities, matches=[]))
    assert never.isdisjoint(wrong for each in found.distractors.values() for wrong in each)


def test_a_place_with_a_new_name_is_not_offered_for_what_is_old() -> None:
    entities = {
        name.lower(): {"name": name, "type": "place", "group": "town"} for name in ("Arden", "Berg", "Kent", "Lyme")
    }
    facts = [
        {**fact("In {{c2::1497}} they left {{c1::Arden}}.", {"stem": "Which place did they leave?"}), "id": "old"},
        {**fact("In {{c2::1601}} they built a fort in what is now {{c1::Berg}}."), "id": "new"},
    ]
    for number in range(6):
        assert set(distractors(rivers(facts=facts, entities=entities, matches=[]), "old.c1.choice", number)) == {
            "Kent", "Lyme",
        }  # fmt: skip


def test_a_birth_is_not_put_in_order_and_an_order_is_about_one_topic() -> None:
    events = {
        1800: ("life", "A painter is born"), 1820: ("life", "A school opens"), 1825: ("arts", "A dam breaks"),
        1830: ("life", "The canal is dug"), 1835: ("arts", "Some frost kills vines"), 1840: ("life", "Ships sink"),
        1850: ("arts", "One mine floods"),
    }  # fmt: skip
    facts = [
        {**fact("It was {{c1::so}}."), "id": f"f-{year}", "topic": topic, "when": {"date": str(year), "event": event}}
        for year, (topic, event) in events.items()
    ]
    seed = rivers(facts=facts, topics={"life": "Life", "arts": "Arts"})
    orders = propose(seed).orders or ()
    assert [(order.topic, order.facts) for order in orders] == [
        ("life", ("f-1820", "f-1830", "f-1840")), ("arts", ("f-1825", "f-1835", "f-1850")),
    ]  # fmt: skip


def help_for(asked: dict[str, Any], entities: dict[str, Any]) -> str | None:
    """Return what helps the first ask of ``asked``, or None if distractors are proposed for it."""
    found = find_proposals(rivers(facts=[asked], entities=entities, matches=[]))
    return found.unfilled[0].help if found.unfilled else None


def named(kind: str, group: str, *names: str) -> dict[str, Any]:
    return {f"e{at}": {"name": name, "type": kind, "group": group} for at, name in enumerate(names)}


@pytest.mark.parametrize(
    ("asked", "kind", "names", "advice", "added"),
    [
        (fact("The {{c1::Elm Bridge}} has two towers.", {"stem": "Which bridge has two towers?"}), "place",
         ["Elm Bridge", "Ostby Bridge", "Ostby Crossing"], ("add 1 entity of type 'place' and group 'kind'; each must be "
         "named in the text and have 'bridge' in its name (Ostby Crossing does not have 'bridge' in its name, as the "
         "answer does)"), {"name": "Kent Bridge"}),
        (fact("{{c1::Queen Ida}} opened a mill.", {"stem": "Who opened a mill?"}), "person",
         ["Queen Ida", "Queen Eva", "Jan Vos"], ("each must be named in the text and be of the same rank as Queen Ida "
         "(Jan Vos is of a different rank)"), {"name": "Queen Ada"}),
        (fact("{{c1::University of Ostby}} sold a mill.", {"stem": "Which body sold a mill?"}), "organization",
         ["University of Ostby", "Kent College", "Ostby Bank"], ("be of the same kind as University of Ostby (Ostby Bank "
         "is of a different kind)"), {"name": "Ostby School"}),
        (fact("{{c1::Ostby}} has Europe's oldest larch.", {"stem": "Which town has Europe's oldest larch?"}), "place",
         ["Ostby", "Seoul", "Lima"], ("add 2 entities of type 'place' and group 'kind'; each must be named in the text and "
         "have 'Europe' in its `role`"), {"name": "Kent", "role": "Town in Europe"}),
    ],
)  # fmt: skip
def test_who_follows_the_advice_of_a_gap_gets_a_proposal(
    asked: dict[str, Any], kind: str, names: list[str], advice: str, added: dict[str, str]
) -> None:
    entities = named(kind, "kind", *names)
    help = help_for(asked, entities)
    assert help is not None
    assert advice in help
    missing = int(re.findall(r"add (\d)", help)[0])
    more = {
        f"more-{at}": {**added, "name": f"{'Old ' * at}{added['name']}", "type": kind, "group": "kind"}
        for at in range(missing)
    }
    if kind == "person":
        more = {
            key: {**one, "name": f"Queen {'Ada Eva Una'.split()[at]}"} for at, (key, one) in enumerate(more.items())
        }
    assert help_for(asked, {**entities, **more}) is None


def test_an_irregular_verb_after_which_queen_is_not_asked_for() -> None:
    asked = fact("{{c1::Queen Ida}} paid for a mill.", {"stem": "Which queen paid for a mill?"})
    entities = named("person", "royal", "Queen Ida", "Jan Vos")
    entities["e0"]["role"] = "Paid for a mill"
    assert "'paid'" not in str(help_for(asked, entities))


@pytest.mark.parametrize("number", range(4))
def test_at_least_anywhere_in_the_stem_makes_the_answer_a_bound(number: int) -> None:
    asked = fact("At no less than {{c1::73}} the number is high.", {"stem": "How many died, at the least?"})
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert all(int(one) > 73 for one in wrong)


@pytest.mark.parametrize("number", range(4))
def test_no_option_is_nearly_another_number_of_the_statement(number: int) -> None:
    asked = fact("The count rose from 57 to {{c1::73}}.", {"stem": "To what did the count rise?"})
    assert not {"56", "58"} & set(distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number))


@pytest.mark.parametrize("number", range(4))
def test_dates_in_a_war_that_the_question_names_are_of_that_war(number: int) -> None:
    asked = fact("In the Second World War the mill burned on {{c1::16 October 1939}}.", {"stem": "When did it burn?"})
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert all(1939 <= int(one[-4:]) <= 1945 for one in wrong)


@pytest.mark.parametrize("number", range(4))
def test_ages_of_people_can_be_reached(number: int) -> None:
    asked = fact(
        "Of the people aged {{c1::75}} or older most came.", {"stem": "From which age on did most people come?"}
    )
    (one,) = find_proposals(rivers(facts=[asked], matches=[]), number).true_false.values()
    assert one.wrong is None or int(one.wrong) <= 95


def test_ordinals_get_others() -> None:
    asked = fact("It was the {{c1::sixth}} mill.", {"stem": "Which mill was it, counted in order?"})
    assert set(distractors(rivers(facts=[asked], matches=[]), "f.c1.choice")) <= {
        "fourth",
        "fifth",
        "seventh",
        "eighth",
    }


@pytest.mark.parametrize(
    ("statement", "names"),
    [
        ("The {{c1::Elm Bridge}} at Ostby fell.", ["Elm Bridge", "Kent Bridge", "Tay Bridge"]),
        ("{{c1::Ida Lund}} sold her mill.", ["Ida Lund", "Eva Berg", "Una Vos", "Lund Mill"]),
        ("{{c1::Ostby}} has Europe's oldest larch.", ["Ostby", "Lima", "Seoul"]),
    ],
)
def test_no_false_statement_contradicts_itself(statement: str, names: list[str]) -> None:
    kind = "person" if "Ida" in statement else "place"
    entities = named(kind, "kind", *names)
    if "Lund Mill" in names:
        entities["e3"]["type"] = "place"
    assert not find_proposals(rivers(facts=[fact(statement)], entities=entities, matches=[])).true_false


def test_nobody_is_offered_much_more_often_than_others() -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith", Otto_Lind="Baker", Ida_Lund="Judge")
    facts = [
        {**fact(f"{{{{c1::{one['name']}}}}} did deed {at}.", {"stem": f"Who did deed {at}?"}), "id": f"f-{at}"}
        for at, one in enumerate(entities.values())
    ]
    found = find_proposals(rivers(facts=facts, entities=entities, matches=[])).distractors
    counts = Counter(name for pair in found.values() for name in pair)
    assert max(counts.values()) - min(counts[one["name"]] for one in entities.values()) <= 1


@pytest.mark.parametrize("number", range(6))
def test_in_each_topic_about_half_of_the_statements_are_true(number: int) -> None:
    facts = [
        {**fact(f"In {{{{c1::{1850 + at}}}}} mill {at} was built."), "id": f"f-{at}", "topic": "ab"[at % 2]}
        for at in range(12)
    ]
    found = find_proposals(rivers(facts=facts, topics={"a": "A", "b": "B"}, matches=[]), number).true_false
    for topic in (0, 1):
        true = sum(one.wrong is None for index, one in found.items() if index % 2 == topic)
        assert true == 3


def test_royals_are_alike_but_a_queen_is_no_king_and_no_prince() -> None:
    entities = named("person", "royal", "Mary", "Prince of Kent", "Queen Anna", "King Karl", "Queen Berta")
    asked = fact("{{c1::Mary}} paid for a mill.", {"stem": "Which queen paid for a mill?"})
    seed = rivers(facts=[asked], entities=entities, matches=[])
    assert set(distractors(seed, "f.c1.choice")) == {"Queen Anna", "Queen Berta"}


def test_a_country_that_is_also_a_continent_gets_options() -> None:
    asked = fact(
        "Miners in {{c1::Australia}} found opals in 1849.", {"stem": "In which country did miners find opals?"}
    )
    assert help_for(asked, named("place", "country", "Australia", "Mexico", "Brazil")) is None
    asked = fact("{{c1::Asia}} has the most people.", {"stem": "Which continent has the most people?"})
    assert help_for(asked, named("place", "continent", "Asia", "Europe", "Africa")) is None


SURVEYS = ("Arden Survey", "Lyme Institute", "Kent Society", "Ostby Union")


def test_the_advice_for_a_word_in_the_name_of_the_answer_helps() -> None:
    asked = fact("Ida Lund led the {{c1::Arden Survey}}.", {"stem": "Which survey did she lead?"})
    entities = named("organization", "body", *SURVEYS)
    help = help_for(asked, entities)
    assert help is not None
    assert "`role`" not in help
    assert "leave 'survey' out of the stem" in help
    assert (
        "add 2 entities of type 'organization' and group 'body'; each must be named in the text and have 'survey' in"
        in help
    )
    shorter = fact("Ida Lund led the {{c1::Arden Survey}}.", {"stem": "Which body did she lead?"})
    assert help_for(shorter, entities) is None
    assert help_for(asked, named("organization", "body", *SURVEYS, "Berg Survey", "Tay Survey")) is None


def test_leaving_out_a_word_is_not_advised_if_it_is_not_enough() -> None:
    asked = fact("Ida Lund led the {{c1::Arden Survey}}.", {"stem": "Which survey did she lead?"})
    help = help_for(asked, named("organization", "body", *SURVEYS[:2]))
    assert help is not None
    assert "leave" not in help


def test_people_without_a_group_get_the_real_reason() -> None:
    entities = people(Jan_Vos="Harbor pilot", Ole_Krag="Clerk", Karl_Weiss="Smith")
    for entity in entities.values():
        del entity["group"]
    asked = fact("{{c1::Jan Vos}} steered the ferry.", {"stem": "Which pilot steered the ferry?"})
    assert help_for(asked, entities) == (
        "write `distractors`, add 'pilot' to the `role` of each entity that 'pilot' describes, or leave 'pilot' out of "
        "the stem"
    )
    for key in ("ole-krag", "karl-weiss"):
        entities[key]["role"] = f"Pilot and {entities[key]['role'].lower()}"
    assert help_for(asked, entities) is None


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("He was taught by {{c1::Ada Berg}}, an aunt of Ole Krag.", "the statement describes 'Ada Berg' further"),
        ("The larch grows around the western {{c1::Baltic}}.", "the statement describes 'Baltic' further"),
        ("The ferry was built in {{c1::1863}} and was sold in {{c2::1901}}.", "the statement makes two claims"),
        ("The first ferry sank; the second is {{c1::40}} m long.", "the statement makes two claims, joined by ';'"),
        ("{{c1::Ada Berg}} steered the ferry.", "'Ada Berg' has no `group`"),
    ],
)
def test_why_no_statement_is_made_false_is_said_at_once(statement: str, reason: str) -> None:
    entities = {
        "ada": {"name": "Ada Berg", "type": "person"},
        "eva": {"name": "Eva Holm", "type": "person", "group": "pilot"},
        **named("place", "sea", "Baltic", "North Sea", "Black Sea"),
    }
    found = find_proposals(rivers(facts=[fact(statement)], entities=entities, matches=[]))
    assert not found.true_false
    assert found.unstated[0].help.startswith(reason)


def test_a_false_statement_does_not_lack_an_article() -> None:
    text = ["The ferry sailed to Norway.", "It was sold to the Faroe Islands.", "In the Azores it sank off Brazil."]
    entities = named("place", "land", "Norway", "Faroe Islands", "Azores", "Brazil")
    seed = rivers(facts=[fact("The ferry sailed to {{c1::Norway}}.")], entities=entities, matches=[])
    for number in range(8):
        one = find_proposals(seed, number, text).true_false[0]
        assert one.wrong in {None, "Brazil"}


@pytest.mark.parametrize("number", range(6))
def test_nobody_is_much_older_than_anybody_has_been(number: int) -> None:
    asked = fact("Ida Lund died in Kent, aged {{c1::103}}.", {"stem": "How old was Ida Lund when she died?"})
    entities = {"ida": {"name": "Ida Lund", "type": "person"}}
    wrong = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert all(int(one) < 103 for one in wrong)


@pytest.mark.parametrize("number", range(6))
def test_centuries_are_at_most_two_away(number: int) -> None:
    asked = fact(
        "Glass was first blown in Kent in the {{c1::sixteenth century}}.", {"stem": "When was glass first blown?"}
    )
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert set(wrong) <= {"fourteenth century", "fifteenth century", "seventeenth century", "eighteenth century"}
