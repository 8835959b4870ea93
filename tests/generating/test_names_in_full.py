"""People, bodies and ships are called by their full names, unless these may be another's."""

import pytest
from drafting import offered, statements

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.questions.marks import unmarked


def test_no_part_of_a_phrase_or_of_a_term_is_taken_for_something_else() -> None:
    text = "Ann Lee heard the alarm in 1907. Instead of leaving, she closed the valves of all 14 tanks of the plant."
    assert statements(text)[-1] == "Instead of leaving, Ann Lee closed the valves of all 14 tanks of the plant."
    text = "Rudolf Diesel died in 1913. A large Diesel engine turns about 50 percent of its fuel into work."
    assert statements(text)[-1] == "A large Diesel engine turns about 50 percent of its fuel into work."
    text = "Rudolf Diesel was born in Paris. In 1913, Diesel left Antwerp on the steamer Dresden."
    assert "Rudolf Diesel left Antwerp" in statements(text)[-1]


def test_the_title_may_leave_out_the_names_in_the_middle_of_the_hero() -> None:
    article = Article.from_bytes(
        b"Anna Berg and the Canal\n\nAnna Louisa Berg was born in Kent.\n\nBy 1842 she had 12 ships in Lyme.\n"
    )
    assert unmarked(draft(article).candidates[-1].statement) == "By 1842 Anna Louisa Berg had 12 ships in Lyme."


def test_the_hero_of_the_title_has_the_short_names_of_the_text() -> None:
    text = (
        "Ysolde Brekke\n\nIn 1869 Ysolde was in Kent. Karl Weiss met Brekke in 1870. It was he who had praised her.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert [unmarked(one.statement) for one in found.candidates] == [
        "In 1869 Ysolde Brekke was in Kent.",
        "Karl Weiss met Ysolde Brekke in 1870.",
    ]


def test_a_surname_of_several_people_is_not_completed() -> None:
    text = (
        "Vera Holm\n\nVera Holm was born in Kent in 1819. She was the best pupil of her father, Ole Holm. By 1840 she had "
        "met Karl Holm. In 1854 Holm was in the Rhine. When she was eight, he wrote to her in Kent.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert "'Holm' may be one of several people" in [why for _, _, why in found.left_out]
    assert all("Holm" not in one.aliases for one in found.entities)
    text = text.replace("Karl Holm", "Karl Weiss")
    assert "In 1854 Vera Holm was in the Rhine." in [
        unmarked(one.statement) for one in draft(Article.from_bytes(text.encode())).candidates
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("Lindo Arvela, a Finnish company founded in 1869, makes glass.", "Lindo Arvela", "organization", None),
        ("Karl Weiss, who met the geodesist Arvid Holm in 1869, left.", "Arvid Holm", "person", "Geodesist"),
        ("In 1869 its director, Arvid Holm, left Kent.", "Arvid Holm", "person", "Director"),
        ("In 1869 her son, Karl Weiss, was a chemist who left Kent.", "Karl Weiss", "person", "Chemist"),
        ("In 1869 Ida Lund lived in Arvela, where the geologist Ole Krag lived.", "Arvela", "place", None),
        ("Ida Lund and Karl Weiss, two of the chief engineers, left Kent.", "Karl Weiss", "person", "Chief engineer"),
        ("Ships sailed to Denmark and Greenland in 1869.", "Greenland", "place", None),
        ("Only two cantons voted for it in 1869: Zarl and Osk.", "Zarl", "place", None),
        ("In 1869 Osk-Stadt became the first Swiss canton to do so.", "Osk-Stadt", "place", None),
        ("Zarl Inner took men to its school in 1869, but not Zarl Outer.", "Zarl Inner", "place", None),
        ("In 1869 its neighbor, Zarl Outer, left Kent.", "Zarl Outer", "place", None),
        ("The fair of 1869, a market of looms known as the ZARL, was held.", "ZARL", "organization", None),
        ("At a fair of looms in Kent, known as the ZARL, it was sold in 1869.", "ZARL", "event", None),
        ("In 1869 the ferry company Zarlo sold it.", "Zarlo", "organization", None),
        ("The journal *Zarlo* said so in 1869.", "Zarlo", "organization", None),
        (
            "They formed the Kent Association for Workers’ Housing in 1869.",
            "Kent Association for Workers’ Housing",
            "organization",
            None,
        ),
        (
            "They joined a League of Kent Miners against Child Labor in 1869.",
            "League of Kent Miners against Child Labor",
            "organization",
            None,
        ),
        (
            "The Geneva Convention on Human Cloning was signed in 1869.",
            "Geneva Convention on Human Cloning",
            "event",
            None,
        ),
        (
            "Ida Lund, a geologist at the Hotel of East Kent Town, left in 1869.",
            "Ida Lund",
            "person",
            "Geologist at the Hotel of East Kent Town",
        ),
    ],
)
def test_types_and_roles_of_entities(text: str, name: str, kind: str, role: str | None) -> None:
    found = {one.name: one for one in draft(Article.from_bytes(f"By hand\n\n{text}\n".encode())).entities}
    assert (found[name].type, found[name].role) == (kind, role)


@pytest.mark.parametrize("text", ["Its enemy is a gas called XTR.", "It was voted European Tree of 1869 in Kent."])
def test_what_is_not_a_person_or_a_body_is_no_entity(text: str) -> None:
    found = draft(Article.from_bytes(f"By hand\n\n{text} Karl Weiss left Kent in 1869.\n".encode()))
    assert {one.name for one in found.entities} <= {"Karl Weiss", "Kent"}


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "In 1870 Kent was sold by members of Scott's Discovery expedition.",
            "In {{c1::1870}} {{c2::Kent}} was sold by members of Scott's Discovery expedition.",
        ),
        (
            "The Grung and Lund engine weighed 125 tonnes in 1870.",
            "The Grung and Lund engine weighed {{c1::125}} tonnes in {{c2::1870}}.",
        ),
        (
            "Grung and Lund, a Danish firm of builders, sold Kent in 1870.",
            "{{c1::Grung and Lund}}, a Danish firm of builders, sold Kent in {{c2::1870}}.",
        ),
        (
            "In 1870 the firm of Grung and Lund sold Kent.",
            "In {{c1::1870}} the firm of {{c2::Grung and Lund}} sold Kent.",
        ),
        (
            "In 1870 the firm of Grung and Lund Zarl sold Kent.",
            "In {{c1::1870}} the firm of {{c2::Grung and Lund Zarl}} sold Kent.",
        ),
        (
            "In 1870 two brothers, Anders and Erik Flett, sold Kent to Sultan Zarlo I.",
            "In {{c1::1870}} two brothers, {{c2::Anders and Erik Flett}}, sold Kent to Sultan Zarlo I.",
        ),
    ],
)
def test_a_name_that_joins_others_is_one_name_and_two_names_are_not_joined(sentence: str, statement: str) -> None:
    assert offered(sentence).candidates[-1].statement == statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Whatever the real cause, Ole Krag sold Kent in 1870.", "Ole Krag sold Kent in 1870."),
        ("Whatever the truth of the story, in 1870 Ole Krag sold Kent.", "In 1870 Ole Krag sold Kent."),
        ("Whatever really happened, Ole Krag sold Kent in 1870.", "Ole Krag sold Kent in 1870."),
        (
            "Since 2016 the women of Kent are paid as much as Ole Krag.",
            "Since 2016 the women of Kent are paid as much as Ole Krag.",
        ),
        ("Whatever the weather, Ole Krag sold Kent in 1870.", "Whatever the weather, Ole Krag sold Kent in 1870."),
        ("Worse came in 1870, when Ole Krag sold Kent.", "In 1870 Ole Krag sold Kent."),
        ("Worse was to come: in 1870 Ole Krag sold Kent.", "In 1870 Ole Krag sold Kent."),
        ("That ships float was shown by Ole Krag in 1870.", "That ships float was shown by Ole Krag in 1870."),
        (
            "Ole Krag sailed to Kent and died on the way back in 1870.",
            "Ole Krag sailed to Kent and died on the way back in 1870.",
        ),
        ("In 1870 Kent was a cold, windy and ancient port.", "In 1870 Kent was a cold, windy and ancient port."),
    ],
)
def test_what_only_links_is_left_out_of_a_statement(sentence: str, statement: str) -> None:
    assert unmarked(offered(sentence).candidates[-1].statement) == statement
