"""Mentions are found in a text, coverage shows which of them facts cite, and unsupported statements are reported."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from quizgen.cli import cli
from quizgen.facts.article import Article
from quizgen.facts.coverage import coverage
from quizgen.facts.grounding import grounding_problems
from quizgen.facts.model import Seed
from quizgen.text.mentions import find_mentions, known_names
from quizgen.text.sentences import body_paragraphs, sentences

TEXT = """\
# Rivers
The Po, or Padus, rises on Monte Viso and is 652 km long.
It is a fine river.
In 1951 it flooded; Prime Minister Alcide De Gasperi spoke of “a wound”.
## Sources
- Smith, J. (1999). *Rivers*.
"""


def seed(statement: str, paragraph: int = 2) -> Seed:
    fact: dict[str, Any] = {"id": "f", "topic": "t", "statement": statement, "citation": {"paragraph": paragraph}}
    entities = {"po": {"name": "Po", "type": "place", "aliases": ["Padus"]}}
    return Seed.model_validate(
        {"id": "s", "source": {"title": "T"}, "topics": {"t": "T"}, "entities": entities, "facts": [fact]}
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("In 1951 the Po flooded.", ["1951", "Po"]),
        ("On 6 September 2023 and September 7 they met.", ["6 September 2023", "September 7"]),
        ("It cost 2,000 men and 3.5 % of 2 million more.", ["2,000", "3.5 %", "2 million"]),
        ("Some 1500 pupils took 24 tests by 2015.", ["1500", "24", "2015"]),
        ("He called it “a wound” there.", ["“a wound”"]),
        ("Then Prime Minister Ann Lee of St. Louis wrote.", ["Ann Lee", "St. Louis"]),
        ("The pupils of the University of Oslo and of NATO came.", ["University of Oslo", "NATO"]),
        ("He wrote *So lernt man* for Ann's group.", ["So lernt man", "Ann"]),
        ("Eagle Partner 2023 began.", ["Eagle Partner 2023"]),
        ("However, nothing happened at the 102nd base.", []),
    ],
)
def test_mentions_in_a_sentence(sentence: str, found: list[str]) -> None:
    assert [one.text for one in find_mentions(sentence)] == found


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert sentences("He met Dr. Lee at St. Louis. “Yes.” Then he left.") == [
        "He met Dr. Lee at St. Louis.", "“Yes.”", "Then he left.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("He said: “Yes. No.” Then he left.", ["He said: “Yes. No.”", "Then he left."]),
        ("It was No. 7 of them. No. 8 came later.", ["It was No. 7 of them.", "No. 8 came later."]),
        ("In Jan. 1946 the U.S. Congress met at 9 a.m. each day. It went.", ["In Jan. 1946 the U.S. Congress met at 9 a.m. each day.", "It went."]),
        ("It lies in the U.S. The other one, at 80 °C. NASA knew.", ["It lies in the U.S.", "The other one, at 80 °C.", "NASA knew."]),
        ("Am 3. März brach es. Smith v. Ames, pp. 4 and vol. 3, is old.", ["Am 3. März brach es.", "Smith v. Ames, pp. 4 and vol. 3, is old."]),
        ("He was 87. She was not.", ["He was 87.", "She was not."]),
        ("It rose to at least 73. Boats came for £35. Ships left.", ["It rose to at least 73.", "Boats came for £35.", "Ships left."]),
        ("Am 8. Mai war es so, im 2. Weltkrieg. Oles No. 2. Ida sah No. 5 Squadron.", ["Am 8. Mai war es so, im 2. Weltkrieg.", "Oles No. 2.", "Ida sah No. 5 Squadron."]),
    ],
)  # fmt: skip
def test_where_sentences_end(paragraph: str, found: list[str]) -> None:
    assert sentences(paragraph) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The U.S. Congress and the F.D.A. of Bonn met.", ["U.S. Congress", "F.D.A.", "Bonn"]),
        ("It left at 9:15 with Procter & Gamble and H&M.", ["9:15", "Procter & Gamble", "H&M"]),
        ("The Fishers' Union and Dr. Ann Lee called it ‘no man’s land’.", ["Fishers' Union", "Ann Lee", "‘no man’s land’"]),
        ("The Emperor Bridge is 61,5 m long since the 1990s.", ["Emperor Bridge", "61,5", "1990s"]),
        ("Former US envoys came on Dec. 31, 1969.", ["US", "Dec. 31, 1969"]),
    ],
)  # fmt: skip
def test_abbreviations_and_signs_in_mentions(sentence: str, found: list[str]) -> None:
    assert [one.text for one in find_mentions(sentence)] == found


def test_headings_code_and_footnotes_are_not_searched() -> None:
    text = "---\ntitle: Rome 1999\n---\n# In Rome\nIt is 5 m.\n```\nx = 41000\n```\n[^1]: Oslo, 2022.\n## In 1951\n"
    found = coverage(seed("It is {{c1::5}} m.", 6), Article.from_bytes(text.encode()), set())
    assert [one.number for one in found.open] == [5]


@pytest.mark.slow
@given(text=st.text(max_size=80))
def test_mentions_in_any_text_are_in_order_and_do_not_overlap(text: str) -> None:
    found = find_mentions(text, known_names([text]))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_paragraphs_with_mentions_are_open_until_cited() -> None:
    article = Article.from_bytes(TEXT.encode())
    found = coverage(seed("The Po is {{c1::652}} km long."), article, set())
    assert [one.number for one in found.open] == [4]
    assert found.open[0].mentions == (("date", "1951"), ("name", "Alcide De Gasperi"), ("quote", "“a wound”"))
    assert (found.paragraphs[1].facts, found.unasked) == (("f",), ("f",))
    assert body_paragraphs(article.paragraphs) == (1, 2, 3, 4)


def test_prose_below_a_heading_such_as_literature_is_part_of_the_text() -> None:
    prose = "The town was the home of three poets. " * 8
    assert body_paragraphs(("Title", "Literature", prose, "Sources", "Smith, J. (2001). Towers.")) == (1, 2, 3)


@pytest.mark.parametrize(
    ("statement", "phrases", "uncited"),
    [
        ("It cost {{c1::2000}} marks.", [], ["Ann Lee", "1952"]),
        ("It cost 2,000 marks. It closed in {{c1::1952}}.", [], ["Ann Lee"]),
        ("{{c1::Ann Lee}} built it for 2,000 marks. It closed in 1952.", [], []),
        ("Ann Lee built {{c1::it}}.", [], ["2,000", "1952"]),
        ("{{c1::Something}} else is so.", [], ["Ann Lee", "2,000", "1952"]),
        ("{{c1::Something}} else is so.", ["it had cost"], ["Ann Lee", "1952"]),
        ("{{c1::Lee}} was the builder, and it closed in 1952.", [], ["2,000"]),
    ],
)
def test_a_paragraph_is_open_until_each_telling_sentence_is_used(
    statement: str, phrases: list[str], uncited: list[str]
) -> None:
    article = Article.from_bytes(b"# B\nThe builder was Ann Lee. In all it had cost 2,000 marks. It closed in 1952.\n")
    fact = {"id": "f", "topic": "t", "statement": statement, "citation": {"paragraph": 2, "phrases": phrases}}
    entities = {"lee": {"name": "Ann Lee", "type": "person", "aliases": ["Lee"]}}
    facts = Seed.model_validate(
        {"id": "s", "source": {"title": "T"}, "topics": {"t": "T"}, "entities": entities, "facts": [fact]}
    )
    paragraph = coverage(facts, article, set()).paragraphs[1]
    assert [text for _, text in paragraph.uncited] == uncited
    assert paragraph.is_open is bool(uncited)


def test_the_coverage_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("rivers.md").write_text(TEXT, encoding="utf-8")
    source = "id: s\nsource: {title: T, text: rivers.md}\ntopics: {t: T}\nfacts:\n"
    fact = '  - {id: f, topic: t, statement: "The Po is {{c1::652}} km long.", citation: {paragraph: 2}}\n'
    Path("rivers.yaml").write_text(source + fact, encoding="utf-8")
    done = CliRunner().invoke(cli, ["coverage", "rivers.yaml"])
    assert done.exit_code == 0
    assert "4\tIn 1951 it flooded; Prime Minister Alcide De Gasperi spoke…\tOPEN: 1951" in done.output
    assert "Paragraphs with facts: 1 of 6. Paragraphs not fully covered: 1." in done.output
    assert "Untested facts" not in done.output  # it gives a cloze
    Path("decks").mkdir()
    own = (
        "id: s\ntitle: T\nfacts: ../rivers.yaml\nkinds: [match]\nquestions: [{id: q, kind: card, stem: Q, answer: A}]\n"
    )
    Path("decks", "s.yaml").write_text(own, encoding="utf-8")
    data = json.loads(CliRunner().invoke(cli, ["coverage", "rivers.yaml", "--json"]).output)
    assert (data["open"], data["unasked"]) == ([4], ["f"])


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("The {{c1::Po}} is 652 km long and was in flood in 1951.", ""),
        ("The Padus rises on {{c1::Monte Viso}}.", ""),
        ("It is {{c1::650}} km long.", "'650'"),
        ("The wise {{c1::Rhone}} and the Po rise there.", "'Rhone'"),
        ("It was called “{{c1::a wonder}}” there.", "'“a wonder”'"),
        ("It flooded on {{c1::6 May 1951}}.", "'6 May 1951'"),
    ],
)
def test_statements_that_the_article_does_not_support_are_reported(statement: str, missing: str) -> None:
    problems = list(grounding_problems(seed(statement), Article.from_bytes(TEXT.encode())))
    assert [problem.message for problem in problems] == (
        [f"fact f: {missing} does not appear in the article"] if missing else []
    )


def test_capitalized_nouns_of_other_languages_are_not_names() -> None:
    german = Article.from_bytes(
        "Der Po\n\nDer Po, lateinisch Padus, entspringt in den Alpen und mündet nach 652 km in die Adria.".encode()
    )
    assert list(grounding_problems(seed("Der Fluss hat eine Länge von {{c1::652}} km."), german)) == []
    (problem,) = grounding_problems(seed("Der Fluss hat eine Länge von {{c1::650}} km."), german)
    assert "'650'" in problem.message
