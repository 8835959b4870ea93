"""Unsupported names, figures, dates and quotations are reported, and faithful paraphrases are not."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quizgen.cli import cli
from quizgen.facts.article import Article
from quizgen.facts.grounding import grounding_problems
from quizgen.facts.model import Seed

TEXT = """\
# The bridge of Lindau

Mayor Elin Brask of Lindau opened the Emperor Bridge on 4 March 1925; it had cost 2.4 million marks and was 341 m long.
The engineer, a Dutchman named Pieter van der Meer, spoke of “a bridge for a century. It will outlive us.”
In the 1890s the U.S. company Baxter & Sons, Inc., of Minn., had asked for 600,000 dollars; a quarter of it was paid.
- Between 20 and 24 February, 54 per cent of the town's 8,400 people voted, says the Lindau Gazette.
- The European Union and the Food and Drug Administration had no say, said Dr. Lena Voss of the Univ. of Basel.
"""
ARTICLE = Article.from_bytes(TEXT.encode())

FAITHFUL = {
    2: """Elin Brask opened the bridge in {{c1::March 1925}}.
The {{c1::Emperor Bridge}} was opened on March 4, 1925.
It was opened on the fourth of {{c1::March}}, by Lindau's mayor.
The bridge cost {{c1::2,400,000}} marks.
Its cost was {{c1::2.4 million}} marks for three hundred and forty-one metres.""",
    3: """Van der Meer, from the {{c1::Netherlands}}, was the engineer.
The Dutch engineer spoke of "{{c1::a bridge for a century}}".
He promised: “A bridge for a century. {{c1::It will outlive us}}.”
His words were ‘a bridge for a … {{c1::It will outlive us}}’.""",
    4: """An American company, {{c1::Baxter & Sons}}, wanted 600 000 dollars.
The company came from {{c1::Minnesota}} in the United States.
The US firm got {{c1::25 %}} of the money.
It was in the {{c1::19th century}}, at the end of it.
Its price in the {{c1::nineties}} is known.""",
    5: """{{c1::54 %}} of the people of Lindau voted.
The vote ended on {{c1::24 February}}.
The Lindau Gazette counts {{c1::8400}} people.
Fifty-four percent {{c1::voted}}.""",
    6: """The {{c1::EU}} had no say.
The FDA had {{c1::no say}}.
Voss is at the {{c1::University of Basel}}.
Lena Voss named {{c1::the European Union}}.""",
}  # fmt: skip

UNSUPPORTED = {
    2: """{{c1::Zurich}} has the Emperor Bridge.=Zurich
Mayor {{c1::Elin Voss}} opened it.=Elin Voss
It was opened on {{c1::5 March 1925}}.=5 March 1925
It was opened in {{c1::May 1925}}.=May 1925
It was opened in {{c1::1935}}.=1935
It cost {{c1::2.4 billion}} marks.=2.4 billion
It is {{c1::three hundred}} metres long.=three hundred
It is {{c1::314}} m long.=314
The {{c1::Kaiser Bridge}} is there.=Kaiser Bridge""",
    3: """The engineer was {{c1::Pieter van den Berg}}.=Pieter van den Berg
He spoke of “{{c1::a bridge for ever}}”.=“a bridge for ever”
He spoke of “a bridge for a century. {{c1::It will fall}}.”=“a bridge for a century. It will fall.”
He called it ‘{{c1::my best work}}’.=‘my best work’
Hansen said that it would {{c1::last}}.=Hansen
The engineer is called {{c1::a Danish}} one.=Danish""",
    4: """{{c1::Baxter & Brothers}} asked for money.=Baxter & Brothers
It was in the {{c1::1870s}}.=1870s
Siemens built {{c1::bridges}}.=Siemens
It was paid in the {{c1::17th century}}.=17th
The {{c1::French}} firm was paid.=French
They used the {{c1::F-16}} to watch.=F-16""",
    5: """{{c1::45 %}} voted.=45 %
The vote was on {{c1::20 March}}.=20 March
It had {{c1::4,800}} people.=4,800
The {{c1::Basel}} Gazette says so.=Basel Gazette
{{c1::Thirty}} people voted.=Thirty""",
    6: """The {{c1::United Nations}} had no say.=United Nations
The {{c1::CIA}} had no say.=CIA
{{c1::Lena Brask}} said so.=Lena Brask""",
}  # fmt: skip


def seed(statement: str, paragraph: int, **more: Any) -> Seed:
    fact = {"id": "f", "topic": "t", "statement": statement, "citation": {"paragraph": paragraph}, **more}
    data = {"id": "s", "source": {"title": "The bridge"}, "topics": {"t": "T"}, "facts": [fact]}
    return Seed.model_validate(data)


@pytest.mark.parametrize(
    ("paragraph", "statement"), [(number, line) for number, lines in FAITHFUL.items() for line in lines.splitlines()]
)
def test_a_faithful_paraphrase_is_accepted(paragraph: int, statement: str) -> None:
    assert list(grounding_problems(seed(statement, paragraph), ARTICLE)) == []


@pytest.mark.parametrize(
    ("paragraph", "statement", "unsupported"),
    [(number, *line.split("=")) for number, lines in UNSUPPORTED.items() for line in lines.splitlines()],
)
def test_an_unsupported_detail_is_reported(paragraph: int, statement: str, unsupported: str) -> None:
    (problem,) = grounding_problems(seed(statement, paragraph), ARTICLE)
    assert problem.message == f"fact f: {unsupported!r} does not appear in the article"


def test_a_figure_must_be_in_the_cited_paragraph() -> None:
    (problem,) = grounding_problems(seed("The bridge has {{c1::8,400}} lamps.", 2), ARTICLE)
    assert problem.message == "fact f: '8,400' does not appear in paragraph 2"
    assert problem.help.startswith("it appears in paragraph 5")
    # The items of a list are read together.
    assert list(grounding_problems(seed("The FDA did not ask {{c1::54 %}} of the town.", 6), ARTICLE)) == []


@pytest.mark.parametrize(
    ("paragraph", "figure", "meant"),
    [
        (4, "600,001", "600,000"),
        (2, "342", "341"),
        (2, "977", None),  # unlike every figure of the paragraph
        (5, "25", None),  # two digits are too short to say that one of them is a typing error
    ],
)
def test_a_figure_is_suggested_only_for_one_that_differs_in_one_character(
    paragraph: int, figure: str, meant: str | None
) -> None:
    (problem,) = grounding_problems(seed(f"It counts {{{{c1::{figure}}}}} lamps.", paragraph), ARTICLE)
    assert problem.help.startswith(f"did you mean {meant}, as in paragraph {paragraph}?") is (meant is not None)
    assert ("did you mean" in problem.help) is (meant is not None)


def test_a_name_is_found_among_the_words_that_are_made_from_it() -> None:
    text = (
        "Ilmenite is named after the hills of Las Ilmen in the east, where miners found it. It is sold as ilmenite.\n"
    )
    named = seed("A mineral is called after {{c1::Las Ilmen}}.", 1)
    assert list(grounding_problems(named, Article.from_bytes(text.encode()))) == []


@pytest.mark.parametrize(("between", "is_name"), [("met his old friend", True), ("met his very old friend", False)])
def test_at_most_four_words_are_between_the_parts_of_a_name(between: str, is_name: bool) -> None:
    article = Article.from_bytes(f"There Cyrus {between} Vance.\n".encode())
    problems = list(grounding_problems(seed("They were with {{c1::Cyrus Vance}}.", 1), article))
    assert (problems == []) is is_name


def test_a_long_common_beginning_does_not_make_two_names_one() -> None:
    article = Article.from_bytes(b"The bridge of Constantinople fell.\n")
    (problem,) = grounding_problems(seed("It fell under {{c1::Constantine}}.", 1), article)
    assert problem.message == "fact f: 'Constantine' does not appear in the article"


def test_a_sum_of_figures_in_the_cited_paragraph_is_accepted() -> None:
    article = Article.from_bytes(
        b"Votes\n\nOf the members, 361 voted yes, 288 no, and 72 did not vote.\n\nIn all, 90 came.\n"
    )
    for total, count in (("649", 0), ("721", 0), ("450", 1), ("451", 1), ("649%", 1), ("649th", 1)):
        assert len(list(grounding_problems(seed(f"In all, {{{{c1::{total}}}}} members voted.", 2), article))) == count


def test_what_is_derived_is_not_reported() -> None:
    problem, *_ = grounding_problems(seed("It opened on {{c1::7 March 1925}}.", 2), ARTICLE)
    assert "under `derived`" in problem.help
    derived = seed("It opened on {{c1::7 March 1925}}.", 2, derived="three days after 4 March 1925")
    assert list(grounding_problems(derived, ARTICLE)) == []


def test_every_text_of_a_fact_that_learners_see_is_checked() -> None:
    more = {
        "attribution": "Karl Weber",
        "when": {"date": "1931", "event": "The town buys the Rhine"},
        "ask": [{"stem": "Who told Reuters?", "answer": "c1", "hint": "He has 12 sons.", "distractors": ["Ann Lee", "77"]}],
        "explanation": "Compare Napoleon.",
    }  # fmt: skip
    found = grounding_problems(seed("{{c1::Elin Brask}} came.", 2, **more), ARTICLE)
    assert [(problem.at[2:], problem.message.split(": ")[1].split(" does")[0]) for problem in found] == [
        (("attribution",), "'Karl Weber'"),
        (("when", "date"), "'1931'"),
        (("when", "event"), "'Rhine'"),
        (("ask", 0, "stem"), "'Reuters'"),
        (("ask", 0, "hint"), "'12'"),
    ]


@pytest.mark.parametrize(
    ("entity", "missing"),
    [
        ({"name": "Elin Brask", "type": "person", "aliases": ["Brask", "Mayor Brask"], "role": "Mayor of Lindau"}, []),
        ({"name": "European Union", "type": "organization", "aliases": ["EU", "the EU"]}, []),
        ({"name": "Pieter van der Meer", "type": "person", "aliases": ["Peter van der Meer"]}, []),
        ({"name": "Elin Marie Brask", "type": "person"}, ["name"]),
        ({"name": "Karl Weber", "type": "person"}, ["name"]),
        ({"name": "Elin Brask", "type": "person", "aliases": ["Iron Elin", "Maria Brask"]}, ["aliases", "aliases"]),
        ({"name": "Lindau", "type": "place", "aliases": ["Hamburg"], "role": "Port of 1734"}, ["aliases", "role"]),
        ({"name": "Lena Voss", "type": "person", "role": "Hungarian writer"}, ["role"]),
        ({"name": "Elin Brask", "type": "person", "role": "Opened the Emperor Bridge"}, []),
        ({"name": "Elin Brask", "type": "person", "role": "Told Lindau of the flood"}, []),
        ({"name": "Elin Brask", "type": "person", "role": "Friend of Pieter van der Meer"}, []),
        ({"name": "Elin Brask", "type": "person", "role": "Opened the Kaiser Bridge"}, ["role"]),
        ({"name": "Lena Voss", "type": "person", "role": "University of Lindau graduate"}, ["role"]),
    ],
)
def test_names_and_roles_of_entities_must_be_in_the_article(entity: dict[str, Any], missing: list[str]) -> None:
    data = seed("{{c1::Elin Brask}} came.", 2).model_dump()
    full = Seed.model_validate({**data, "entities": {"x": entity}})
    assert [problem.at[2] for problem in grounding_problems(full, ARTICLE)] == missing


@pytest.mark.parametrize(
    ("text", "name", "is_known"),
    [
        ("It was held in the time of King Edward.", "Edward the Confessor", True),
        ("It was held by Queen Ida.", "Ida II", True),
        ("It was held by Edward Lund.", "Edward the Confessor", False),
        ("It was held in the time of King Edward.", "Edward Lund", False),
    ],
)
def test_a_ruler_may_have_the_full_name_that_the_article_gives_in_part(text: str, name: str, is_known: bool) -> None:
    data = seed("{{c1::Elin Brask}} came.", 2).model_dump()
    full = Seed.model_validate({**data, "entities": {"x": {"name": name, "type": "person"}}})
    article = Article.from_bytes(f"Lindau\n\n{text} Elin Brask came.".encode())
    assert (list(grounding_problems(full, article)) == []) is is_known


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("In {{c1::Lindau}} Elin Brask opened a bridge.", None),
        ("In the {{c1::European Union}} Elin Brask had no say.", None),
        ("At {{c1::Basel}} Elin Brask opened a bridge.", None),
        ("At {{c1::Zurich}} Elin Brask opened a bridge.", "Zurich Elin Brask"),
        ("In {{c1::Lindau}} Elin Marie Brask opened a bridge.", "Lindau Elin Marie Brask"),
        ("After the visit of Elin Brask the {{c1::Emperor Bridge}} was opened.", None),
        ("Building of the {{c1::Emperor Bridge}} took a year.", None),
        ("Building of the {{c1::Kaiser Bridge}} took a year.", "Kaiser Bridge"),
        ("After the visit of Elin Brask the {{c1::Kaiser Bridge}} was opened.", "Elin Brask the Kaiser Bridge"),
    ],
)
def test_two_entities_next_to_each_other_are_two_names(statement: str, missing: str | None) -> None:
    entities = {
        "brask": {"name": "Elin Brask", "type": "person"},
        "lindau": {"name": "Lindau", "type": "place"},
        "eu": {"name": "European Union", "type": "organization"},
    }
    full = Seed.model_validate({**seed(statement, 2).model_dump(), "entities": entities})
    assert [one.message for one in grounding_problems(full, ARTICLE)] == (
        [f"fact f: {missing!r} does not appear in the article"] if missing is not None else []
    )


def test_a_seed_with_errors_is_still_checked_against_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "s.yaml").write_text(
        "id: s\nsource: {title: T}\ntopics: {t: T}\nfacts:\n"
        '  - {id: a, topic: t, statement: "It cost {{c1::99}} marks.", citation: {paragraph: 2, phrases: [no such words]}}\n'
        '  - {id: b, topic: u, statement: "It cost {{c2::98}} marks.", citation: {paragraph: three}}\n'
        '  - {id: c, topic: t, statement: "{{c1::Bonn}} paid.", citation: {paragraph: 2, phrases: ["1 2 3 4 5 6 7"]}}\n',
        encoding="utf-8",
    )
    output = CliRunner().invoke(cli, ["check", str(tmp_path / "s.yaml"), "--article", str(tmp_path / "a.md")]).output
    for expected in ("'99'", "'98'", "'Bonn'", "E503 fact a", "E504", "'paragraph'"):
        assert expected in output


def test_yaml_in_a_code_block_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text("Here it is:\n\n```yaml\nid: s\n```\n", encoding="utf-8")
    output = CliRunner().invoke(cli, ["check", str(path)]).output
    assert f"{path}:3:1: E006 the YAML is inside a Markdown code block" in output


def test_a_named_pipe_is_not_read_as_a_text(tmp_path: Path) -> None:
    import os

    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(tmp_path / "pipe.md")
    path = tmp_path / "s.yaml"
    path.write_text(
        "id: s\nsource: {title: T, text: pipe.md}\ntopics: {t: T}\nfacts:\n"
        '  - {id: a, topic: t, statement: "{{c1::X}} y.", citation: {paragraph: 1}}\n',
        encoding="utf-8",
    )
    assert "E001" in CliRunner().invoke(cli, ["check", str(path)]).output


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("Ole Vik sat in the {{c1::Danish House of Counties}}.", None),
        ("Ole Vik sat in the {{c1::French House of Counties}}.", "French House of Counties"),
        ("Ole Vik sat in the {{c1::Danish House of Bishops}}.", "Danish House of Bishops"),
    ],
)
def test_the_country_in_the_title_may_be_added_to_a_name(statement: str, missing: str | None) -> None:
    article = Article.from_bytes(
        b"How Denmark eats\n\nOle Vik was elected to the House of Counties. So did a county.\n"
    )
    found = seed(statement, 2)
    found = found.model_copy(update={"source": found.source.model_copy(update={"title": "How Denmark eats"})})
    messages = [problem.message for problem in grounding_problems(found, article)]
    assert messages == ([f"fact f: {missing!r} does not appear in the article"] if missing else [])
