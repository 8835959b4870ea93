"""For what cannot be proposed, the author gets the reason and a way out that helps."""

import re
from typing import Any

import pytest
from proposed import help_for, named, people
from seed_samples import fact, rivers

from quizgen.generating.proposals import find_proposals


def test_an_open_gap_is_reported_with_help() -> None:
    text = fact("It is of use for {{c1::peacekeeping}}.", {})
    lone = {**fact("{{c1::Vienna}} has it.", {"stem": "Which city has it?"}), "id": "g"}
    found = find_proposals(rivers(facts=[text, lone]))
    assert [(gap.fact, gap.ask) for gap in found.unfilled] == [(0, 0), (1, 0)]
    assert found.unfilled[0].help == (
        "no distractors can be proposed, because the answer 'peacekeeping' is not an entity, number or date; write two "
        "plausible wrong answers under `distractors`, or write `distractors: []` to leave out the choice question"
    )
    assert "and group 'city'" in found.unfilled[1].help


@pytest.mark.parametrize(
    ("stem", "is_limit"),
    [
        ("More than how many seeds does it hold?", True),
        ("What age have such tortoises passed?", True),
        ("Which number did the members of the club exceed in 1990?", True),
        ("How many members has the club ever gone beyond?", True),
        ("Older than what age do they get?", True),
        ("Up to how many seeds can it hold?", True),
        ("How many pupils did the test pass over?", False),
        ("What number of laws has been passed?", False),
        ("How many bills did the house pass?", False),
        ("How many pupils have passed?", False),
        ("Over how many years did it spread?", False),
    ],
)
def test_a_limit_is_asked_for_in_several_ways(stem: str, is_limit: bool) -> None:
    asked = fact("It is more than {{c1::70}}.", {"stem": stem})
    assert (help_for(asked, {}) or "").startswith("the stem asks only for a limit") is is_limit


def test_options_for_a_limit_are_not_proposed_since_the_smallest_is_always_right() -> None:
    asked = fact("It holds more than {{c1::70}} seeds.", {"stem": "More than how many seeds does it hold?"})
    assert help_for(asked, {}) == (
        "the stem asks only for a limit, so one of the options would be right for every number; ask for the number "
        "itself, or write `distractors: []` to leave out the choice question"
    )
    assert help_for({**asked, "ask": [{"stem": "About how many seeds does it hold?", "answer": "c1"}]}, {}) is None


def test_a_gap_that_a_word_of_the_stem_leaves_open_names_the_word() -> None:
    entities = {
        name.lower(): {"name": name, "type": "person", "group": "dutch", "role": role}
        for name, role in (("William", "King who signed a law"), ("Thorbecke", "Minister"), ("Gillot", "Mayor"))
    }
    asked = fact("{{c1::William}} signed the law.", {"stem": "Which king signed the law?"})
    (gap,) = find_proposals(rivers(facts=[asked], entities=entities, matches=[])).unfilled
    assert gap.help == (
        "write your own `distractors`, or add 'king' to the `role` of each entity in the group 'dutch' that 'king' describes"
    )


def test_a_person_without_a_group_among_others_with_one_needs_a_group() -> None:
    entities = {name.lower(): {"name": name, "type": "person", "group": "mayor"} for name in ("Ben", "Cleo")}
    entities["ada"] = {"name": "Ada", "type": "person"}
    (gap,) = find_proposals(rivers(entities=entities, facts=[fact("{{c1::Ada}} won.", {"stem": "Who won?"})])).unfilled
    assert (
        gap.help
        == "write your own `distractors`, or give the same `group` to 'Ada' and to the entities that could be confused with 'Ada'"
    )


def test_how_many_entities_are_missing_is_said_if_all_would_give_the_answer_away() -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith")
    facts = [
        {**fact(f"{{{{c1::{name}}}}} did {what}.", {"stem": f"Who did {what}?"}), "id": f"f-{what}"}
        for name, what in (("Jan Vos", "this"), ("Jan Vos", "that"), ("Jan Vos", "more"), ("Jan Vos", "most"))
    ]
    gaps = find_proposals(rivers(facts=facts, entities=entities, matches=[])).unfilled
    assert all("that are named in the text" in gap.help for gap in gaps)
    assert gaps


@pytest.mark.parametrize(
    ("asked", "kind", "names", "advice", "added"),
    [
        (fact("The {{c1::Elm Bridge}} has two towers.", {"stem": "Which bridge has two towers?"}), "place",
         ["Elm Bridge", "Ostby Bridge", "Ostby Crossing"], ("existing entities do not fit (Ostby Crossing does not have "
         "'bridge' in its name, as the answer does); write your own `distractors`, or add 1 entity "
         "of type 'place' and group 'kind'; it must be named in the text and have 'bridge' in its name"), {"name": "Kent Bridge"}),
        (fact("{{c1::Queen Ida}} opened a mill.", {"stem": "Who opened a mill?"}), "person",
         ["Queen Ida", "Queen Eva", "Jan Vos"], ("existing entities do not fit (Jan Vos is of a different rank); write your own "
         "`distractors`, or add 1 entity of type 'person' and group 'kind'; it must be named in the text and be of the "
         "same rank as Queen Ida"), {"name": "Queen Ada"}),
        (fact("{{c1::University of Ostby}} sold a mill.", {"stem": "Which body sold a mill?"}), "organization",
         ["University of Ostby", "Kent College", "Ostby Bank"], ("existing entities do not fit (Ostby Bank is of "
         "a different kind); "), {"name": "Ostby School"}),
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


SURVEYS = ("Arden Survey", "Lyme Institute", "Kent Society", "Ostby Union")


def test_the_advice_for_a_word_in_the_name_of_the_answer_helps() -> None:
    asked = fact("The {{c1::Arden Survey}} hired Ida Lund.", {"stem": "Which survey hired her?"})
    entities = named("organization", "body", *SURVEYS)
    help = help_for(asked, entities)
    assert help is not None
    assert "`role`" not in help
    assert "remove 'survey' from the stem" in help
    assert (
        "add 2 entities of type 'organization' and group 'body'; each must be named in the text and have 'survey' in"
        in help
    )
    shorter = fact("The {{c1::Arden Survey}} hired Ida Lund.", {"stem": "Which body hired her?"})
    assert help_for(shorter, entities) is None
    assert help_for(asked, named("organization", "body", *SURVEYS, "Berg Survey", "Tay Survey")) is None


def test_leaving_out_a_word_is_not_advised_if_it_is_not_enough() -> None:
    asked = fact("The {{c1::Arden Survey}} hired Ida Lund.", {"stem": "Which survey hired her?"})
    help = help_for(asked, named("organization", "body", *SURVEYS[:2]))
    assert help is not None
    assert "leave" not in help


def test_people_without_a_group_get_the_real_reason() -> None:
    entities = people(Jan_Vos="Harbor pilot", Ole_Krag="Clerk", Karl_Weiss="Smith")
    for entity in entities.values():
        del entity["group"]
    asked = fact("{{c1::Jan Vos}} steered the ferry.", {"stem": "Which pilot steered the ferry?"})
    assert help_for(asked, entities) == (
        "write your own `distractors`, add 'pilot' to the `role` of each entity that 'pilot' describes, or remove 'pilot' from "
        "the stem"
    )
    for key in ("ole-krag", "karl-weiss"):
        entities[key]["role"] = f"Pilot and {entities[key]['role'].lower()}"
    assert help_for(asked, entities) is None


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (
            "He was taught by {{c1::Ada Berg}}, an aunt of Ole Krag.",
            "the statement says more about 'Ada Berg' than its name",
        ),
        ("The ferry runs from Riga to {{c1::Baltic}}.", "the statement gives 'Baltic' as one end of a range"),
        ("The larch grows around the western {{c1::Baltic}}.", "the statement says more about 'Baltic' than its name"),
        ("The ferry was built in {{c1::1863}} and was sold in {{c2::1901}}.", "the statement makes two claims"),
        ("All traffic stopped on {{c1::3 May 1963}}.", "'All traffic' would give away that the statement is false"),
        ("The first ferry sank; the second is {{c1::40}} m long.", "the statement makes two claims, joined by ';'"),
        ("{{c1::Ada Berg}} steered the ferry.", "'Ada Berg' has no `group`"),
        ("In {{c1::1911}}, the ferry had only 40 seats.", "the statement may also be true of times other than '1911'"),
        ("Three ferries were in use in {{c1::1911}}.", "the statement may also be true of times other than '1911'"),
        ("In {{c1::1911}}, the ferry was still in use.", "the statement may also be true of times other than '1911'"),
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


@pytest.mark.parametrize(
    ("statement", "stem", "reason"),
    [
        (
            "{{c1::Ida Lund}} gave the speech.",
            "Whose inaugural address was it?",
            "(Jan Vos and Eva Krag are not known as 'president')",
        ),
        ("It flew aboard {{c1::Foton-M2}}.", "Aboard which satellite did it fly?", "is not an entity, number or date"),
        (
            "{{c1::Ida Lund}} was captain of the Falk.",
            "Which captain of the Falk sank it?",
            "add 'captain' to the `role`",
        ),
    ],
)
def test_the_advice_says_what_the_answer_is_and_can_be_followed(statement: str, stem: str, reason: str) -> None:
    entities = named("person", "sailor", "Ida Lund", "Jan Vos", "Eva Krag")
    assert reason in (help_for(fact(statement, {"stem": stem}), entities) or "")


def test_one_has_no_plausible_values_near_it() -> None:
    asked = fact("It has {{c1::one}} queen.", {"stem": "How many queens has it?", "typed": False})
    assert (help_for(asked, {}) or "").startswith("no plausible number or date can be derived from the answer 'one'")
