"""What the text says about people and places excludes them as options for some questions."""

from typing import Any

import pytest
from proposed import named
from seed_samples import fact, rivers

from quizgen.generating.proposals import Proposals, find_proposals


def found_in(text: str, asked: dict[str, Any], entities: dict[str, Any], number: int = 0) -> Proposals:
    """Return the proposals for ``asked``, of a text with one sentence in a line and an empty line after a paragraph."""
    seed = rivers(facts=[asked], entities=entities, matches=[], orders=[])
    return find_proposals(seed, number, [*text.strip().split("\n"), ""])


def options(found: Proposals) -> set[str]:
    return {wrong for each in found.distractors.values() for wrong in each}


@pytest.mark.parametrize("number", range(4))
def test_only_people_of_the_occupation_that_is_asked_for_are_offered(number: int) -> None:
    text = """
The botanist Ida Lund drew the moss.
The botanist Jan Vos bought it, and Eva Krag, a Danish botanist, described it.
The diver Ben Ortiz found it.
Cleo Marsh carried it.
"""
    asked = fact("{{c1::Ida Lund}} drew the moss.", {"stem": "Which botanist drew the moss?"})
    entities = named("person", "moss", "Ida Lund", "Jan Vos", "Eva Krag", "Ben Ortiz", "Cleo Marsh")
    assert options(found_in(text, asked, entities, number)) == {"Jan Vos", "Eva Krag"}


def test_without_a_text_the_facts_say_who_people_are() -> None:
    work = {"Ida Lund": "botanist", "Jan Vos": "botanist", "Ben Ortiz": "botanist", "Cleo Marsh": "diver"}
    facts = [fact(f"The {work[name]} {{{{c1::{name}}}}} came.", id=f"f-{at}") for at, name in enumerate(work)]
    entities = named("person", "moss", *work)
    asked = fact("{{c1::Ida Lund}} drew the moss.", {"stem": "Which botanist drew the moss?"})
    found = find_proposals(rivers(facts=[asked, *facts], entities=entities, matches=[], orders=[]))
    assert options(found) == {"Jan Vos", "Ben Ortiz"}


def test_if_nobody_else_has_the_occupation_the_advice_is_to_leave_it_out() -> None:
    text = "The bookbinder and printer Ida Lund owned the mill.\nThe diver Jan Vos and the soldier Eva Krag saw it."
    entities = named("person", "mill", "Ida Lund", "Jan Vos", "Eva Krag")
    (gap,) = found_in(
        text, fact("{{c1::Ida Lund}} owned the mill.", {"stem": "Which printer owned the mill?"}), entities
    ).unfilled
    assert gap.help == (
        "write your own `distractors`, add 'printer' to the `role` of each entity in the group 'mill' that 'printer' describes, or "
        "remove 'printer' from the stem"
    )
    followed = fact("{{c1::Ida Lund}} owned the mill.", {"stem": "Who owned the mill?"})
    assert options(found_in(text, followed, entities)) == {"Jan Vos", "Eva Krag"}
    for key in ("e1", "e2"):
        entities[key]["role"] = "Printer"
    asked = fact("{{c1::Ida Lund}} owned the mill.", {"stem": "Which printer owned the mill?"})
    assert options(found_in(text, asked, entities)) == {"Jan Vos", "Eva Krag"}


@pytest.mark.parametrize("number", range(4))
def test_nobody_from_another_country_is_offered_for_what_was_done_in_one(number: int) -> None:
    text = """
Ida Lund opened the first ski school in Norway.
The French painter Marc Duval and the British chemist Ada Stone were guests.
Jan Vos and Eva Krag taught there, and so did Nils Berg, a Norwegian surveyor.
"""
    asked = fact(
        "{{c1::Ida Lund}} opened the first ski school in Norway.",
        {"stem": "Who opened the first ski school in Norway?"},
    )
    entities = named("person", "ski", "Ida Lund", "Marc Duval", "Ada Stone", "Jan Vos", "Eva Krag", "Nils Berg")
    wrong = options(found_in(text, asked, entities, number))
    assert wrong
    assert wrong <= {"Jan Vos", "Eva Krag", "Nils Berg"}


@pytest.mark.parametrize("number", range(4))
def test_a_town_that_the_text_has_to_locate_is_not_offered_among_others(number: int) -> None:
    text = """
Ida Lund was born in Ostby and went to school in Kentholm and Lyme.
Her letters came from Berga and Tarn in Chile, and from Silva, Peru.
"""
    asked = fact("Ida Lund was born in {{c1::Ostby}}.", {"stem": "In which town was Ida Lund born?"})
    towns = named("place", "quiet-town", "Ostby", "Kentholm", "Lyme", "Berga", "Tarn", "Silva")
    assert options(found_in(text, asked, towns, number)) == {"Kentholm", "Lyme"}
    asked = fact("Silver was found at {{c1::Berga}}.", {"stem": "In which town was silver found?"})
    assert options(found_in(text, asked, towns, number)) == {"Tarn", "Silva"}


@pytest.mark.parametrize("number", range(4))
def test_places_that_the_text_names_nearby_are_offered(number: int) -> None:
    text = """
The yarn came from Ostby, Berga and Tarn.

The mill sold cloth.

Much of it went to Moss and Lyme.

Some went to Silva.
"""
    asked = fact("The yarn came from {{c1::Ostby}}.", {"stem": "From which town did the yarn come?"})
    towns = named("place", "quiet-town", "Ostby", "Berga", "Tarn", "Moss", "Lyme", "Silva")
    found = found_in(text, asked, towns, number)
    assert options(found) == {"Berga", "Tarn"}
    (statement,) = found.true_false.values()
    assert statement.wrong in {None, "Berga", "Tarn"}


def test_the_country_of_a_town_in_the_statement_is_not_replaced() -> None:
    asked = fact("In {{c2::1911}} a storm hit Berga in {{c1::Chile}}.")
    places = {**named("place", "country", "Chile", "Peru", "Mexico"), "berga": {"name": "Berga", "type": "place"}}
    seed = rivers(facts=[asked], entities=places, matches=[], orders=[])
    assert {find_proposals(seed, number).true_false[0].mark for number in range(6)} == {"c2"}


def test_only_people_who_were_there_and_places_of_that_time_are_offered() -> None:
    text = """
In 1823 Ida Lund opened a school in Ostby, and Jan Vos and Eva Krag taught in Vik.
In 1825 Ole Dahl and Nils Berg taught in Ostby.
The bell of the school was found in the river, and today it is in a museum in Tarn.
"""
    names = named("person", "guest", "Ida Lund", "Jan Vos", "Eva Krag", "Ole Dahl", "Nils Berg")
    towns = {f"t{at}": one for at, one in enumerate(named("place", "quiet-town", "Ostby", "Vik", "Tarn").values())}
    statement = "{{c1::Ida Lund}} opened a school in {{c3::Ostby}} in {{c2::1823}}."
    asked = fact(statement, {"stem": "Who opened a school in Ostby?"}, true_false=False)
    assert options(found_in(text, asked, names | towns)) == {"Ole Dahl", "Nils Berg"}
    asked = fact(statement, {"stem": "In which town did Ida Lund open a school?", "answer": "c3"}, true_false=False)
    found = found_in(text, asked, names | towns)
    assert [gap.help.partition(";")[0] for gap in found.unfilled] == [
        "existing entities do not fit (Tarn is named for a different time)"
    ]
