"""Proposals are fair and repeatable, and only fill gaps."""

from collections import Counter
from typing import Any

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from proposed import named, people, proposed
from seed_samples import RIVERS, fact, rivers

from quizgen.facts.model import Seed
from quizgen.facts.questions import SEED_KINDS, questions_of
from quizgen.generating.bounds import value_of
from quizgen.generating.proposals import find_proposals, propose
from quizgen.questions import ChoiceQuestion, OrderQuestion, ShortQuestion, TrueFalseQuestion
from quizgen.text.folding import fold

FILLED = propose(rivers())


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


def test_two_distractors_are_proposed() -> None:
    found = [question for question in proposed(rivers()).values() if isinstance(question, ChoiceQuestion)]
    assert [len(question.distractors) for question in found] == [2] * 5


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


@pytest.mark.parametrize("number", range(examples(14)))
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
    seed = rivers(facts=[{**one, "ask": []} for one in RIVERS["facts"]], matches=[])  # other questions would take time
    answers = Counter(
        question.answer
        for number in range(50)
        for question in proposed(seed, number).values()
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
    assert order.stem == "Put these events from 1914 to 1925 in order, earliest first."
    (order,) = (
        propose(rivers(facts=facts, source={**RIVERS["source"], "title": "The Ostby Canal: a history"})).orders or ()
    )
    assert order.stem == "The Ostby Canal: put these events from 1914 to 1925 in order, earliest first."


def test_the_stem_of_an_order_does_not_give_years_that_are_asked_for() -> None:
    years = range(1900, 1960, 10)
    facts = [
        fact(
            f"It was {{{{c1::{year}}}}}.",
            id=f"f-{year}",
            when={"date": str(year), "event": f"Bridge{year} opens{year}"},
        )
        for year in years
    ]
    orders = propose(rivers(facts=facts)).orders or ()
    assert [order.stem for order in orders] == [
        "Put these events in order, earliest first.",
        "Put these events from the 1930s to the 1950s in order, earliest first.",
    ]


@pytest.mark.parametrize("number", range(examples(14)))
def test_two_answers_of_one_statement_have_different_wrong_options(number: int) -> None:
    asks = (
        {"stem": "How wide is it?", "unit": "feet"},
        {"answer": "c2", "stem": "How many feet long is it?", "unit": "feet"},
    )
    found = proposed(
        rivers(facts=[fact("It is {{c1::6}} feet wide and {{c2::9}} feet long.", *asks)], matches=[]), number
    )
    options = [found[f"f.{mark}.choice"] for mark in ("c1", "c2")]
    values = [{value_of(text) for text in one.distractors} for one in options if isinstance(one, ChoiceQuestion)]
    assert len(values) == 2
    assert values[0] != values[1]


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


@pytest.mark.parametrize(("events", "rows"), [(2, []), (3, [3]), (5, [5]), (6, [3, 3]), (9, [5, 4]), (11, [4, 4, 3])])
def test_no_event_is_put_in_order_twice(events: int, rows: list[int]) -> None:
    facts = [
        {
            **fact("It was {{c1::so}}."),
            "id": f"f-{n}",
            "when": {"date": str(1900 + 5 * n), "event": f"Bridge{n} opens{n}"},
        }
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


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("The town burned in {{c1::1995}}.", {}),
        ("The surge came in {{c1::February 1825}}.", {}),
        ("It has {{c1::3,612}} members.", {}),
        ("It is {{c1::12}} meters deep.", {}),
        ("It has {{c1::eight}} rotors.", {}),
    ],
)
def test_no_pair_of_distractors_gives_the_key_away(statement: str, ask: dict[str, Any], number: int) -> None:
    question = proposed(rivers(facts=[fact(statement, ask)], matches=[]), number)["f.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    years = [text.split()[-1] for text in question.shown]
    if " " in question.answer:
        assert years.count(question.answer.split()[-1]) > 1 or len(set(years)) == len(years)
        return
    values = [value_of(text) for text in (question.answer, *question.distractors)]
    key, *wrong = [value[0] for value in values if value is not None]
    assert key > 100 or any(number % 2 == key % 2 for number in wrong)
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
    share = fact("{{c1::32}} percent agreed.", {"stem": "What percentage agreed?", "unit": "percent"})
    question = proposed(rivers(facts=[share], matches=[]))["f.c1.choice"]
    assert isinstance(question, ChoiceQuestion)
    assert question.answer == "32"


def test_a_range_in_words_is_shown_with_its_unit_and_in_order() -> None:
    asked = fact("It is {{c1::three or four}} miles long.", {"stem": "How long is it?", "unit": "miles"})
    found = proposed(rivers(facts=[asked], matches=[]))
    question, typed = found["f.c1.choice"], found["f.c1.short"]
    assert isinstance(question, ChoiceQuestion)
    assert isinstance(typed, ShortQuestion)
    assert all(option.endswith(" miles") for option in question.shown)
    firsts = ["one", "three", "five", "seven", "nine", "eleven"]
    assert list(question.listed) == sorted(question.shown, key=lambda text: firsts.index(text.split()[0]))
    assert (typed.answer, typed.accept) == ("three or four miles", ("three or four", "3 to 4", "3 to 4 miles"))


@pytest.mark.parametrize(("year", "is_proposed"), [(2, False), (9, True)])
def test_events_of_a_few_years_are_put_in_order_if_they_have_something_in_common(year: int, is_proposed: bool) -> None:
    facts = [
        {**fact("It was {{c1::so}}."), "id": f"f-{n}", "when": {"date": str(1900 + year * n), "event": event}}
        for n, event in enumerate(("A bear is seen at Ostby", "Two wolves leave for Moss", "The fur of a lynx glows"))
    ]
    assert bool(propose(rivers(facts=facts)).orders) is is_proposed
    facts = [{**one, "statement": "It was a {{c1::lynx}} of the forest."} for one in facts]
    assert propose(rivers(facts=facts)).orders


@pytest.mark.parametrize(
    ("group", "kind", "stem"),
    [
        ("deed", "person", "Match each person with what they did."),
        ("dutch", "person", "Match each person with their role."),
        ("historian", "person", "Match each historian with their role."),
        ("poet", "person", "Match each person with their role."),  # the roles do not say that they are poets
        ("water", "place", "Match each place with its description."),
        ("river", "place", "Match each river with its description."),
        ("tributary", "place", "Match each tributary with its description."),
    ],
)
def test_the_stem_of_a_match_names_what_is_matched(group: str, kind: str, stem: str) -> None:
    roles = {"deed": "Built a bridge", "historian": "Historian"}
    entities = {
        name.lower(): {
            "name": name,
            "type": kind,
            "group": group,
            "role": f"{roles.get(group, 'One')} that {did}",
        }
        for name, did in (("Anna", "sings"), ("Berta", "runs"), ("Clara", "reads"))
    }
    (match,) = propose(rivers(facts=[fact("It is {{c1::so}}.")], entities=entities, matches=None)).matches or ()
    assert match.stem == stem


@pytest.mark.parametrize(
    ("title", "text", "begin"),
    [
        ("The Compass", [], "Match"),
        (
            "The Compass",
            [
                "The compass is an instrument that shows the north.",
                "Anna wrote of her compass.",
                "A compass needs iron.",
            ],
            "The Compass: match",
        ),
        ("Dag O: when Ostby moved", ["It is known as Dag O.", "Anna lived there."], "Dag O: match"),
        ("When Ostby moved", ["It is known as Dag O.", "Anna lived there."], "Match"),
        ("Anna: a life", ["It was built by Anna."], "Match"),
        ("How Danish farmers got the tram", ["Denmark got trams late."], "Danish farmers and the tram: match"),
    ],
)
def test_the_stem_of_a_match_names_what_the_text_is_about(title: str, text: list[str], begin: str) -> None:
    entities = people(Anna="Built a bridge", Berta="Wrote a letter", Clara="Painted a wall")
    seed = rivers(facts=[fact("It is {{c1::so}}.")], entities=entities, matches=None, source={"title": title})
    (match,) = propose(seed, 0, text).matches or ()
    assert match.stem == f"{begin} each person with what they did."


def test_whom_a_fact_names_is_matched_before_others() -> None:
    entities = people(Anna="Built a bridge", Berta="Ran a mill", Clara="Cut hay", Dora="Met a bear", Eva="Sold ice")
    entities |= people(Fanny="Wrote a song", Greta="Drew a map")
    facts = [fact(f"It is {{{{c1::{name}}}}}.", id=name.lower()) for name in ("Clara", "Fanny", "Greta")]
    (match,) = find_proposals(rivers(facts=facts, entities=entities)).matches
    assert {"clara", "fanny", "greta"} < set(match.entities)


@pytest.mark.parametrize(
    "statement",
    [
        "It lived from Maine to {{c1::Virginia}}.",
        "It lived between {{c1::Virginia}} and Maine.",
        "It reached {{c1::Virginia}}, a state in the south.",
        "It reached {{c1::Virginia}}, which is warm.",
        "The hall, which burned down in {{c1::1902}}, is long.",
        "The probe, a disc of {{c1::19}} feet, landed.",
        "The patent, taken out in {{c1::1845}}, was forgotten.",
        "By {{c1::1910}} about half of the herd was sold.",
        "With a length of {{c1::19}} feet, the probe was small.",
        "More than {{c1::600}} people came.",
        "It took nine hours and {{c1::forty}} minutes.",
        "They met in car number {{c1::2419}}.",
        "It has {{c1::three}} parts: a keel, a mast and a sail.",
        "The playwright {{c1::Ida Lund}} came.",
        "In May {{c1::Ida Lund}} of Norway came.",
        "They left {{c1::Virginia}}, on the coast of a warm sea.",
        "They left {{c1::Virginia}}, near the large island of Funen, in May.",
        "Nobody saw it until {{c1::1902}}.",
    ],
)
def test_no_statement_is_made_false_that_would_be_absurd_or_partly_true(statement: str) -> None:
    entities = {
        name.lower(): {"name": name, "type": "place", "group": "state"}
        for name in ("Virginia", "Texas", "Ohio", "Utah")
    } | named("person", "guest", "Ida Lund", "Jan Vos", "Eva Krag")
    found = find_proposals(rivers(facts=[fact(statement)], entities=entities, matches=[]))
    assert (found.true_false, [one.fact for one in found.unstated]) == ({}, [0])


def test_a_number_in_a_false_statement_is_not_hair_splitting() -> None:
    for number in range(30):
        found = find_proposals(rivers(facts=[fact("It is {{c1::400}} meters high.")], matches=[]), number).true_false
        wrong = found[0].wrong
        assert wrong is None or abs(int(wrong) - 400) >= 80
        found = find_proposals(rivers(facts=[fact("It opened in {{c1::1904}}.")], matches=[]), number).true_false
        wrong = found[0].wrong
        assert wrong is None or abs(int(wrong) - 1904) >= 4


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


def test_one_of_two_years_is_not_replaced() -> None:
    found = find_proposals(rivers(facts=[fact("It was mapped in {{c1::1848}} and 1849.")], matches=[]))
    assert (found.true_false, [one.fact for one in found.unstated]) == ({}, [0])


def test_roles_that_fit_two_people_are_not_matched() -> None:
    entities = {
        name.lower(): {"name": name, "type": "person", "group": "economist", "role": role}
        for name, role in (
            ("Anna", "British economist"), ("Berta", "Economist"), ("Clara", "Historian"), ("Dora", "Banker of Rome"),
            ("Emma", "Scholar of law"),
        )
    }  # fmt: skip
    (match,) = propose(rivers(facts=[fact("It is {{c1::so}}.")], entities=entities, matches=None)).matches or ()
    assert (match.stem, match.entities) == ("Match each person with their role.", ("anna", "clara", "dora"))


@pytest.mark.parametrize(
    ("years", "topics", "found"),
    [
        ((1865, 1870, 2025), "aaa", []),  # only the first two have to be put in order
        ((1860, 1870, 1885), "aab", [None]),
        ((1860, 1870, 1885), "aaa", ["a"]),
        ((1860, 1870, 1885), "abc", [None]),
    ],
)
def test_an_order_is_not_obvious_and_has_the_topic_of_all_events(
    years: tuple[int, ...], topics: str, found: list[str | None]
) -> None:
    facts = [
        fact(
            "It was {{c1::so}}.",
            id=f"f-{year}",
            topic=topic,
            when={"date": str(year), "event": f"Dam{year} breaks{year}"},
        )
        for year, topic in zip(years, topics, strict=True)
    ]
    seed = rivers(facts=facts, topics={topic: topic for topic in "abc"})
    assert [order.topic for order in propose(seed).orders or ()] == found


def test_nobody_replaces_somebody_of_another_time() -> None:
    facts = [
        fact("In 1912 {{c1::Ida Lund}} built a tower.", when={"date": "1912", "event": "A tower is built"}),
        fact("In {{c2::1990}} {{c1::Jan Vos}} fell.", id="fall", true_false=False),
    ]
    entities = named("person", "guest", "Ida Lund", "Jan Vos")
    assert not find_proposals(rivers(facts=facts, entities=entities, matches=[])).true_false


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


@pytest.mark.parametrize("number", range(examples(14)))
def test_in_each_topic_about_half_of_the_statements_are_true(number: int) -> None:
    facts = [
        {**fact(f"In {{{{c1::{1850 + at}}}}} mill {at} was built."), "id": f"f-{at}", "topic": "ab"[at % 2]}
        for at in range(12)
    ]
    found = find_proposals(rivers(facts=facts, topics={"a": "A", "b": "B"}, matches=[]), number).true_false
    for topic in (0, 1):
        true = sum(one.wrong is None for index, one in found.items() if index % 2 == topic)
        assert true == 3


def test_a_false_statement_does_not_lack_an_article() -> None:
    text = ["The ferry sailed to Norway.", "It was sold to the Faroe Islands.", "In the Azores it sank off Brazil."]
    entities = named("place", "land", "Norway", "Faroe Islands", "Azores", "Brazil")
    seed = rivers(facts=[fact("The ferry sailed to {{c1::Norway}}.")], entities=entities, matches=[])
    for number in range(8):
        one = find_proposals(seed, number, text).true_false[0]
        assert one.wrong in {None, "Brazil"}


def test_a_role_with_a_pronoun_is_not_matched() -> None:
    entities = people(
        Ida_Lund="Called it a marvel",
        Ada_Stone="Closed her inn",
        Jan_Vos="Built the dam",
        Eva_Krag="Sold timber",
        Ben_Ortiz="Drew a map",
    )
    (match,) = find_proposals(rivers(facts=[fact("It was {{c1::1911}}.")], entities=entities)).matches
    assert set(match.entities) == {"jan-vos", "eva-krag", "ben-ortiz"}


@pytest.mark.parametrize(
    ("title", "events", "found"),
    [
        # Two groups of three would each have one that is far from the others.
        (
            "Ice",
            "1643 A tube breaks/1654 Horses pull/1854 Some captain sails/1859 One wreck burns/1979 Wind drops/2009 Sale",
            [(1643, 1654, 1854, 1859, 1979)],
        ),
        # Without "log", which is in both, "moss" and "fern" can be used.
        ("Ice", "1900 A log and moss/1902 Some moss fell/1903 Old log/1910 Fern and log/1912 Reed", [(1902, 1903, 1912)]),
        # The title makes no two events belong together.
        ("The Ostby Roll", "1100 The Ostby roll is read/1150 The Ostby roll is lost/1190 The roll burns", [(1100, 1150, 1190)]),
        ("Ice", "1900 The mayor orders a survey/1905 A mill burns/1910 Work stops/1915 A dam leaks", [(1905, 1910, 1915)]),
        ("Titan", "1655 Titan is discovered/1847 Names change/1907 A guess/1944 Gas", [(1847, 1907, 1944)]),
        ("Ice", "1241 A treaty/1926 Firms merge/1962 One ship rots/1979 Old wharf", [(1926, 1962, 1979)]),
        # What is a lifetime later has a clear place, and in a story of a few years their order is what it tells.
        ("Ostby", "1860 Ostby hires Jan/1861 A war near Ostby/1862 The fire ruins Ostby/1863 Ostby sinks quickly/1992 Some trail leads to Ostby", [(1860, 1861, 1862, 1863)]),
        # Only the years themselves put events of successive years in order, so that earlier ones make it fair.
        ("Ostby", "1981 A bear sees Ostby/2013 Ostby wins/2016 Old Ostby smells/2017 Some moss kills Ostby/2018 Lynx leave Ostby", [(1981, 2013, 2016, 2017)]),
        # The wording tells that something was noticed before a second one.
        ("Ice", "1938 A bear is noticed/1952 A second wolf/1987 Somebody films/1997 Old wharf/1999 Names change/2013 The lynx", [(1938, 1952, 1987, 1997, 1999)]),
        ("Ice", "1901 A bear/1902 Two wolves/1903 The lynx", []),
        ("Ice", "1000 A bear/1200 Two wolves/1400 The lynx", []),
        ("Ice", "1901 A bear/1902 The bear/1903 Bear", []),
    ],
)  # fmt: skip
def test_as_many_events_as_possible_are_put_in_order(title: str, events: str, found: list[tuple[int, ...]]) -> None:
    dated = [event.partition(" ") for event in events.split("/")]
    facts = [
        fact("It was {{c1::so}}.", id=f"f-{year}", when={"date": year, "event": event}) for year, _, event in dated
    ]
    proposals = find_proposals(rivers(facts=facts, matches=[], source={"title": title}))
    assert [order.facts for order in proposals.orders] == [tuple(f"f-{year}" for year in group) for group in found]
    assert (proposals.unordered is None) is bool(found)


def test_events_of_a_topic_that_has_too_few_join_three_of_another() -> None:
    events = {
        1665: "The moss is drawn",
        1820: "A patent is granted",
        1870: "The mill burns down",
        2000: "Screws replace nails",
    }
    facts = [
        fact(
            f"It was {{{{c1::{year}}}}}.",
            id=f"f-{year}",
            topic="trade" if year > 1700 else "science",
            when={"date": str(year), "event": event},
        )
        for year, event in events.items()
    ]
    seed = rivers(facts=facts, topics={"trade": "Trade", "science": "Science"}, matches=[])
    assert [order.facts for order in find_proposals(seed).orders] == [("f-1665", "f-1820", "f-1870", "f-2000")]
