"""Entities that are proposed could be taken for the answer: of its type and group, of its rank and of its time."""

from typing import Any

import pytest
from effort import examples
from proposed import distractors, help_for, named, people
from seed_samples import RIVERS, fact, rivers

from quizgen.facts.model import Seed
from quizgen.generating.proposals import find_proposals, propose


@pytest.mark.slow
def test_distractors_are_of_the_same_type_and_group() -> None:
    found = {name for number in range(8) for name in distractors(rivers(), "danube-length.c1.choice", number)}
    assert found == {"Rhine", "Po", "Ebro"}


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
    assert len(found.distractors) >= 17  # check calls the last one a giveaway


def test_what_inside_a_question_about_a_person_excludes_nobody() -> None:
    entities = {
        name.lower(): {"name": name, "type": "person", "group": "dutch", "role": role}
        for name, role in (("Vos", "Found out what willow bark does"), ("Krag", "Minister"), ("Lind", "Mayor"))
    }
    asked = fact("{{c1::Vos}} found it out.", {"stem": "Who found out what willow bark could do?"})
    assert set(distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice")) == {"Krag", "Lind"}


def test_an_entity_that_the_statement_names_is_not_proposed() -> None:
    joins = fact("A canal joins the {{c1::Danube}} and the Rhine.", {"stem": "Which river has a canal to the Rhine?"})
    assert set(distractors(rivers(facts=[joins]), "f.c1.choice")) == {"Po", "Ebro"}


@pytest.mark.parametrize("alias", ["Río Ebro", "the “Ebro”", "+Ebro", "…"])
def test_an_alias_in_the_statement_is_recognized_with_any_punctuation(alias: str) -> None:
    entities = {**RIVERS["entities"], "ebro": {**RIVERS["entities"]["ebro"], "aliases": [alias]}}
    joins = fact(f"A canal joins the {{{{c1::Danube}}}} and {alias} at last.", {"stem": "Which river has a canal?"})
    assert set(distractors(rivers(facts=[joins], entities=entities), "f.c1.choice")) == {"Rhine", "Po"}


@pytest.mark.parametrize(("kind", "proposes"), [("person", True), ("place", False)])
def test_only_people_can_be_confused_without_a_group(kind: str, proposes: bool) -> None:
    entities = {name.lower(): {"name": name, "type": kind, "role": f"Did {name}"} for name in ("Ada", "Ben", "Cleo")}
    found = find_proposals(
        rivers(
            entities=entities,
            facts=[fact("{{c1::Ada}} won.", {"stem": "Which town won?" if kind == "place" else "Who won?"})],
        )
    )
    assert bool(found.distractors) is proposes
    assert [gap.help for gap in found.unfilled] == [
        "write your own `distractors`, or give the same `group` to 'Ada' and to the entities that could be confused with 'Ada'"
    ] * (not proposes)


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_king_is_not_offered_among_people_without_a_throne(number: int) -> None:
    entities = people(
        Jan_Vos="Last mayor", William_III="King", Father_Bruns="Priest", Ole_Krag="Clerk", Karl_Weiss="Smith",
        Otto_Lind="Baker",
    )  # fmt: skip
    asked = fact("{{c1::Jan Vos}} was the last mayor.", {"stem": "Who was the last one?"})
    found = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert set(found) <= {"Ole Krag", "Karl Weiss", "Otto Lind"}


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_pronoun_in_the_stem_excludes_people_of_the_other_sex(number: int) -> None:
    entities = people(
        Karl_Weiss="Baker", Lisa_Lind="Baker", David_Krag="Baker", Mary_Vos="Baker", Peter_Berg="Baker"
    )  # fmt: skip
    asked = fact("{{c1::Karl Weiss}} and his pupils came.", {"stem": "Who came with his pupils?"})
    found = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert set(found) == {"David Krag", "Peter Berg"}


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_province_is_not_offered_among_states(number: int) -> None:
    entities = {
        name.lower(): {"name": name, "type": "place", "group": "dry-region"}
        for name in ("Virginia", "Labrador", "Maine", "Canada", "Texas", "Boston")
    }
    asked = fact("The storm came to {{c1::Virginia}}.", {"stem": "In which state did the storm come?"})
    found = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert set(found) == {"Maine", "Texas"}


@pytest.mark.parametrize(
    ("kind", "key", "alike", "others"),
    [
        ("region", "Andalusia", ["New England", "Western Australia"], ["New Zealand", "South Africa", "Kazakhstan"]),
        ("city", "Chicago", ["Los Angeles", "New Orleans"], ["North America", "New Mexico", "Finland"]),
        ("city", "San Francisco", ["Boston", "New York"], ["New Mexico", "Finland"]),
    ],
)
def test_a_place_is_offered_by_what_its_whole_name_is(kind: str, key: str, alike: list[str], others: list[str]) -> None:
    entities = {
        name.lower().replace(" ", "-"): {"name": name, "type": "place", "group": f"dry-{kind}"}
        for name in (key, *alike, *others)
    }
    asked = fact(f"The storm came to {{{{c1::{key}}}}}.", {"stem": f"In which {kind} was the storm?"})
    assert set(distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice")) == {*alike}


@pytest.mark.parametrize(
    ("stem", "possible"),
    [
        ("Which town has a harbor?", {"Ostby", "Vik", "Moss"}),
        ("Which village has a harbor?", {"Ostby", "Fauske"}),
        ("Which university has a harbor?", set()),
        ("Which town in Norway has a harbor?", {"Moss", "Vik"}),
        ("Which town has more than one harbor?", set()),
    ],
)
def test_a_place_of_another_kind_or_country_is_not_offered(stem: str, possible: set[str]) -> None:
    names = ("Lund", "Ostby", "Vik", "Moss", "Fauske")
    entities = named("place", "quiet-town", *names)
    entities["e1"]["role"] = "Village of weavers"
    entities["e2"]["role"] = entities["e3"]["role"] = "Port in Norway"
    facts = [
        fact("{{c1::Lund}} has a harbor.", {"stem": stem}),
        fact("{{c1::Fauske}} has a mill.", {"stem": "Which village has a mill?", "distractors": []}, id="mill"),
    ]
    found = set()
    for number in range(8):
        proposals = find_proposals(rivers(facts=facts, entities=entities, matches=[]), number)
        found |= {
            *proposals.distractors.get((0, 0), ()),
            *(one.wrong for index, one in proposals.true_false.items() if index == 0),
        }
    assert found - {None} == possible


def test_somebody_without_a_surname_is_not_offered_among_people_with_one() -> None:
    asked = fact("{{c1::Ida Lund}} came.", {"stem": "Who came?"})
    entities = named("person", "guest", "Ida Lund", "Jan Vos", "Trajan", "Jon of Vik", "Eva Krag of Moss")
    assert set(distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice")) == {
        "Jan Vos",
        "Eva Krag of Moss",
    }


@pytest.mark.parametrize("number", range(examples(14)))
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


@pytest.mark.parametrize(
    "text",
    [
        "Ole Krag died in 1921.",
        "Ole Krag left for Kent, where he died in 1921.",
        "Ole Krag and Ada Brandt died in 1921.",
        "Ole Krag was born in 1930.",
        "Ole Krag drowned in 1921.",
        "In 1921, among the dead of the fire were two children and the clerk Ole Krag.",
    ],
)
def test_nobody_is_offered_who_did_not_live_then_according_to_the_text(text: str) -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith", Otto_Lind="Baker")
    if "Ada" in text:
        entities |= people(Ada_Brandt="Cook")
    asked = fact("{{c1::Jan Vos}} made a coin in {{c2::1923}}.", {"stem": "Who made a coin in 1923?"})
    seed = rivers(facts=[asked], entities=entities, matches=[])
    (found,) = find_proposals(seed, sentences=[text]).distractors.values()
    assert set(found) == {"Karl Weiss", "Otto Lind"}


@pytest.mark.parametrize(
    ("year", "role", "is_offered"),
    [
        (1923, "Died as a clerk", False),
        (1923, "Killed by the fire", False),
        (1923, "Killed a bear", True),
        (1919, "Died as a clerk", True),
        (1911, "Died as a clerk in 1910", False),
    ],
)
def test_who_died_in_the_event_of_the_text_did_nothing_later(year: int, role: str, is_offered: bool) -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag=role, Karl_Weiss="Smith", Otto_Lind="Baker")
    facts = [
        fact(
            f"{{{{c1::Jan Vos}}}} made a coin in {year}.", {"stem": "Who?"}, when={"date": str(year), "event": "A coin"}
        ),
        fact("Ostby burned in {{c1::1921}}.", {"stem": "When did the Ostby fire happen?"}, id="fire"),
    ]
    source = {**RIVERS["source"], "title": "The Ostby Fire"}
    found = {
        name
        for number in range(4)
        for name in distractors(
            rivers(facts=facts, entities=entities, source=source, matches=[]), "f.c1.choice", number
        )
    }
    assert ("Ole Krag" in found) is is_offered
    assert len(found) > 1


def test_for_an_act_without_a_year_nobody_is_offered_who_lived_long_after_the_event_of_the_text() -> None:
    entities = people(Jan_Vos="Mayor", Ole_Krag="Clerk", Karl_Weiss="Smith")
    facts = [
        fact("{{c1::Jan Vos}} made a coin.", {"stem": "Who made a coin?"}),
        fact("Ostby burned in {{c1::1921}}.", {"stem": "When did the Ostby fire happen?"}, id="fire"),
        fact("In {{c1::2014}}, {{c2::Ole Krag}} wrote of it.", id="book"),
    ]
    source = {**RIVERS["source"], "title": "The Ostby Fire"}
    seed = rivers(facts=facts, entities=entities, source=source, matches=[])
    text = ["Jan Vos made a coin.", "Karl Weiss helped him.", "", "In 2014, Ole Krag wrote of it.", ""]
    assert (0, 0) not in find_proposals(seed, sentences=text).distractors


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


def test_people_of_another_age_are_not_offered() -> None:
    seed = dated_curators(1590, 1600, 1615, 1990)
    assert set(distractors(seed, "f-0.c1.choice")) == {"Ben Ortiz", "Cleo Marsh"}
    (help,) = [gap.help for gap in find_proposals(seed).unfilled if gap.fact == 3]
    assert help == (
        "other people in the group 'curator' lived at a different time (Ada Brandt, Ben Ortiz, Cleo Marsh); write your own `distractors` "
        "(which do not have to be named in the text), or add 2 people named in the text who lived at the same time as Dan Novak"
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
    # Nothing says when she lived, and the text is about many ages.
    text = ["Eva Lind drew maps.", "", "The mill burned down in the 1550s.", "In 1550 Ada Brandt saw it."]
    assert "Eva Lind" not in {
        wrong
        for number in range(12)
        for one in find_proposals(seed, number, text).distractors.values()
        for wrong in one
    }
    assert any(
        "Eva Lind" in wrong for number in range(12) for wrong in find_proposals(seed, number).distractors.values()
    )


@pytest.mark.parametrize("number", range(examples(14)))
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
    assert "remove 'Hungarian' from the stem" in gap.help
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
        name.lower(): {"name": name, "type": "place", "group": "quiet-town"}
        for name in ("Arden", "Berg", "Kent", "Lyme")
    }
    facts = [
        {**fact("In {{c2::1497}} they left {{c1::Arden}}.", {"stem": "From which town did they leave?"}), "id": "old"},
        {**fact("In {{c2::1601}} they built a fort in what is now {{c1::Berg}}."), "id": "new"},
    ]
    for number in range(6):
        assert set(distractors(rivers(facts=facts, entities=entities, matches=[]), "old.c1.choice", number)) == {
            "Kent", "Lyme",
        }  # fmt: skip


def test_what_an_office_or_a_group_belongs_to_is_part_of_what_is_asked_for() -> None:
    asked = fact("{{c1::Ida Lund}} closed the inn.", {"stem": "Which mayor of Ostby closed the inn?"})
    roles = ("Mayor of Ostby", "Mayor of Ostby in peace", "Mayor of Vik", "Once mayor of Ostby")
    others = people(**dict(zip(("Ida_Lund", "Eva_Krag", "Jan_Vos", "Ole_Dahl"), roles, strict=True)))
    seed = rivers(facts=[asked], entities=others, matches=[])
    assert set(distractors(seed, "f.c1.choice")) == {"Eva Krag", "Ole Dahl"}
    asked = fact("It burned in {{c1::Dexter}}.", {"stem": "In which American town did it burn?"})
    places = named("place", "american-town", "Dexter", "Amarillo", "Lakehurst")
    seed = rivers(facts=[asked], entities=places, matches=[])
    assert set(distractors(seed, "f.c1.choice")) == {"Amarillo", "Lakehurst"}


def test_an_irregular_verb_after_which_queen_is_not_asked_for() -> None:
    asked = fact("{{c1::Queen Ida}} paid for a mill.", {"stem": "Which queen paid for a mill?"})
    entities = named("person", "royal", "Queen Ida", "Jan Vos")
    entities["e0"]["role"] = "Paid for a mill"
    assert "'paid'" not in str(help_for(asked, entities))


def test_royals_are_alike_but_a_queen_is_no_king_and_no_prince() -> None:
    entities = named("person", "royal", "Mary", "Prince of Kent", "Queen Anna", "King Karl", "Queen Berta")
    asked = fact("{{c1::Mary}} paid for a mill.", {"stem": "Which queen paid for a mill?"})
    seed = rivers(facts=[asked], entities=entities, matches=[])
    assert set(distractors(seed, "f.c1.choice")) == {"Queen Anna", "Queen Berta"}


def test_a_continent_gets_options() -> None:
    asked = fact("{{c1::Asia}} has the most people.", {"stem": "Which continent has the most people?"})
    assert help_for(asked, named("place", "continent", "Asia", "Europe", "Africa")) is None


@pytest.mark.parametrize(
    ("statement", "stem", "reason"),
    [
        ("The fleet sacked {{c1::Ostby}}.", "Which town did the fleet sack?", "the stem asks to which place something"),
        (
            "The fleet sacked {{c1::Ostby}}.",
            "Which town was sacked?",
            "the stem asks to which place something was done",
        ),
        ("They made peace with {{c1::Ostby}}.", "With which town was peace made?", "the stem asks to which"),
        ("The mill was in {{c1::Ostby}}.", "Where was the mill?", "the stem does not begin with the kind of place"),
        ("The mill was in {{c1::Ostby}}.", "In which country was the mill?", "a country that the text names"),
        ("Its locks are at {{c1::Lockport}}.", "In which town are its locks?", "'locks' in the stem gives away the"),
        ("The mill was in {{c1::Ostby}}.", "In which town, nine miles away, was the mill?", "'miles away' in the stem"),
        ("The mill was in {{c1::Ostby}}.", "In which quiet town was the mill?", None),
        (
            "A mill was near {{c1::Ostby}}.",
            "Near which future quiet town was a mill?",
            "'future' in the stem rules out",
        ),
        ("The mill was in {{c1::Ostby}}.", "In which town was the mill?", "the group 'town' may contain places"),
        ("{{c1::Ostby}} lies on the Tay.", "Which town lies on the Tay?", None),
        ("The road across Europe ended in {{c1::Ostby}}.", "In which quiet town did the road end?", None),
    ],
)
def test_other_places_are_no_options_if_they_are_easy_to_rule_out(
    statement: str, stem: str, reason: str | None
) -> None:
    group = "quiet-town" if "quiet" in stem else "town"
    help = help_for(fact(statement, {"stem": stem}), named("place", group, "Ostby", "Lockport", "Vik", "Moss"))
    assert (help is None) if reason is None else (help is not None and help.startswith(reason))


def test_a_body_that_was_first_named_later_is_no_option() -> None:
    facts = [
        fact(f"In {{{{c2::{year}}}}} the {{{{c1::{name}}}}} hired a diver.", {"stem": f"Which body hired {name[0]}?"}, id=name[0].lower())
        for name, year in (("Arden Union", 1900), ("Berg Union", 1895), ("Lyme Union", 1890), ("Vik Union", 1912))
    ]  # fmt: skip
    entities = named("organization", "union", "Arden Union", "Berg Union", "Lyme Union", "Vik Union")
    assert set(distractors(rivers(facts=facts, entities=entities, matches=[]), "a.c1.choice")) == {
        "Berg Union",
        "Lyme Union",
    }


PEOPLE = ("Ada Brandt", "Ben Ortiz", "Cleo Marsh", "Dan Novak", "Eva Lind")


@pytest.mark.parametrize(
    ("stem", "never"),
    [
        ("Who carved the gate of Moss?", {"Ada Brandt"}),  # the facts are about her
        ("Which civil servant carved the gate of Moss?", {"Ada Brandt", "Cleo Marsh", "Dan Novak", "Eva Lind"}),
        ("Whose government built the gate of Moss?", {"Ada Brandt", "Cleo Marsh", "Dan Novak", "Eva Lind"}),
    ],
)
def test_whom_everybody_can_rule_out_is_no_option(stem: str, never: set[str]) -> None:
    facts = [
        fact("The civil servant {{c1::Ben Ortiz}} carved the gate.", {"stem": stem}),
        *(fact(f"Ada Brandt lived in house {{{{c1::{n}}}}}.", id=f"house-{n}") for n in (3, 5, 7, 9)),
    ]
    seed = rivers(facts=facts, entities=named("person", "carver", *PEOPLE), matches=[])
    found = [find_proposals(seed, number).distractors.get((0, 0), ()) for number in range(6)]
    assert never.isdisjoint(one for pair in found for one in pair)
    assert all(found) is (len(never) == 1)


def test_of_whom_no_time_is_known_others_of_the_paragraph_are_options() -> None:
    facts = [
        fact("{{c1::Ada Brandt}} doubted it.", {"stem": "Who doubted it?"}),
        *(fact(f"{{{{c1::{name}}}}} saw it in {{{{c2::{year}}}}}.", id=f"saw-{year}") for name, year in
          zip(PEOPLE[1:4], (1650, 1850, 1990), strict=True)),
    ]  # fmt: skip
    seed = rivers(facts=facts, entities=named("person", "scholar", *PEOPLE), matches=[])
    text = ["In 1650 it was new.", "", "Ada Brandt doubted it, but not Eva Lind.", "Cleo Marsh saw it in 1850.", ""]
    found = find_proposals(seed, 0, [*text, "In 1990 Dan Novak saw it.", ""]).distractors
    assert set(found[0, 0]) == {"Cleo Marsh", "Eva Lind"}


def test_her_in_the_stem_excludes_people_with_unknown_first_names() -> None:
    asked = fact("{{c1::Mary Brandt}} sold her house.", {"stem": "Who sold her house?"})
    entities = named("person", "owner", "Mary Brandt", "Zabdiel Marsh", "Quorn Novak")
    assert not find_proposals(rivers(facts=[asked], entities=entities, matches=[])).distractors


@pytest.mark.parametrize(
    ("stem", "roles", "possible"),
    [
        # Who headed a government did not engrave the stamp, but anybody may have written a letter.
        ("Who engraved the stamp?", "Engraved it/Headed the government/Painted a wall/Sold ink", {"Cleo Marsh", "Dan Novak"}),
        ("Who wrote it?", "Wrote it/Headed the government/Sold ink", {"Ben Ortiz", "Cleo Marsh"}),
        ("Who ruled the land?", "Ruled the land/Painted a wall/Led an army/Was the chancellor", {"Cleo Marsh", "Dan Novak"}),
        ("Who painted it?", "Painted it/Headed the government/Sold ink", {"Ben Ortiz", "Cleo Marsh"}),  # too few others
        # An occupation is that of the role, or what the role says that somebody did.
        ("Which rider left?", "Left/Paid for it/Rode far/Sold ink/Made a night ride", {"Cleo Marsh", "Eva Lind"}),
        ("Which mill owner left?", "Left/Ran mills/Owned ships/Owner of a mill/Ran inns", {"Ben Ortiz", "Dan Novak"}),
        ("Who, an engraver, left?", "Left/Engraver of coins/Sold ink/Engraved maps/Sold art", {"Ben Ortiz", "Dan Novak"}),
        ("Which curator left?", "Left/Rode far/Sold ink/Curator in Moss", set()),
        ("Whose inaugural address was it?", "President/Sold ink/Mayor of Moss/Once governor", {"Cleo Marsh", "Dan Novak"}),
        ("Whose inaugural address was it?", "President/Sold ink/Rode far/Painted it", set()),
        # Whoever had to do with the same is more plausible.
        ("Who made the longest voyage?", "Sailed/Sold ink/Made a voyage/Made ink/Planned a voyage", {"Cleo Marsh", "Eva Lind"}),
    ],
)  # fmt: skip
def test_nobody_of_another_field_is_offered(stem: str, roles: str, possible: set[str]) -> None:
    entities = {
        f"e{n}": {"name": name, "type": "person", "group": "some", "role": role}
        for n, (name, role) in enumerate(zip(PEOPLE, roles.split("/"), strict=False))
    }
    seed = rivers(facts=[fact("{{c1::Ada Brandt}} did it.", {"stem": stem})], entities=entities, matches=[])
    assert set(find_proposals(seed).distractors.get((0, 0), ())) == possible


@pytest.mark.parametrize("sentence", ["Eva Lind wrote of it.", "Eva Lind had written of it."])
def test_who_is_named_before_the_first_year_of_a_paragraph_lived_then(sentence: str) -> None:
    facts = [
        fact("{{c1::Ada Brandt}} doubted it in {{c2::1650}}.", {"stem": "Who doubted it?"}),
        *(fact(f"{{{{c1::{name}}}}} saw it in {{{{c2::{year}}}}}.", id=f"saw-{year}") for name, year in
          zip(PEOPLE[1:4], (1652, 1850, 1990), strict=True)),
    ]  # fmt: skip
    seed = rivers(facts=facts, entities=named("person", "scholar", *PEOPLE), matches=[])
    text = ["It was new.", "", sentence, "In 1650 Ada Brandt doubted it.", "", "Ben Ortiz saw it in 1652.", ""]
    found = find_proposals(seed, 0, [*text, "Cleo Marsh saw it in 1850.", "In 1990 Dan Novak saw it.", ""]).distractors
    assert ("Eva Lind" in found.get((0, 0), ())) is ("had" not in sentence)


def test_rulers_with_an_epithet_are_alike() -> None:
    entities = named("person", "royal-family", "Ida the Bold", "Eva II", "King Karl", "Ada Brandt", "Ben the Elder")
    asked = fact("{{c1::Ida the Bold}} ordered a bridge.", {"stem": "Who ordered a bridge?"})
    assert set(distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice")) == {
        "Eva II",
        "King Karl",
    }


def test_if_the_question_names_the_rest_of_a_group_that_is_the_reason() -> None:
    asked = fact("It covers Ostby, {{c1::Moss}} and Vik.", {"stem": "Which town does it cover, besides Ostby and Vik?"})
    found = find_proposals(
        rivers(facts=[asked], entities=named("place", "town", "Ostby", "Moss", "Vik", "Tarn"), matches=[])
    )
    assert found.unfilled[0].help.startswith("only Tarn of the group 'town' is left, besides those in the statement or")
    assert "says more about" not in found.unstated[0].help


def test_whom_the_question_calls_by_the_surname_is_no_option() -> None:
    asked = fact("{{c1::Ada Brandt}} denied knowing Marsh.", {"stem": "Who denied knowing Marsh?"})
    seed = rivers(facts=[asked], entities=named("person", "poet", *PEOPLE[:4]), matches=[])
    found = find_proposals(seed)
    assert set(found.distractors[0, 0]) == {"Ben Ortiz", "Dan Novak"}
    assert {one.wrong for one in found.true_false.values()} <= {None, "Ben Ortiz", "Dan Novak"}


@pytest.mark.parametrize("number", range(examples(14)))
def test_what_has_another_property_than_the_stem_asks_for_is_no_option(number: int) -> None:
    names = ["Ostby", "Moss", "Tarn", "Lund", "Vik"]
    asked = fact("{{c1::Ostby}} joined first.", {"stem": "Which Danish-speaking town was the first that joined?"})
    others = [
        fact("It rained in {{c1::Moss}} and Tarn, both of them Norse-speaking towns.", id="g"),
        fact("{{c1::Vik}} is a Danish-speaking town.", id="h"),
    ]
    seed = rivers(facts=[asked, *others], entities=named("place", "danish town", *names), matches=[])
    assert set(distractors(seed, "f.c1.choice", number)) == {"Lund", "Vik"}


def test_a_part_of_a_hyphenated_name_names_nobody_else() -> None:
    entities = people(Ida_Lund="Painter", Eva_Berg="Painter", Jan_Vos="Painter")
    entities["ida-lund"].update(name="Ida Berg-Lund", aliases=["Berg-Lund"])
    entities["eva-berg"].update(aliases=["Berg"])
    seed = rivers(
        facts=[fact("{{c1::Ida Berg-Lund}} drew it.", {"stem": "Who drew it?"})], entities=entities, matches=[]
    )
    assert set(distractors(seed, "f.c1.choice")) == {"Eva Berg", "Jan Vos"}


def test_people_without_a_group_replace_each_other_if_there_are_enough() -> None:
    entities = {key: {**one, "group": None} for key, one in people(Ida_Lund="A", Eva_Berg="B", Jan_Vos="C").items()}
    facts = [fact("{{c1::Ida Lund}} drew it.")]
    wrong = {
        one.wrong
        for number in range(8)
        for one in find_proposals(rivers(facts=facts, entities=entities, matches=[]), number).true_false.values()
    }
    assert len(wrong) > 1
    assert wrong <= {None, "Eva Berg", "Jan Vos"}
