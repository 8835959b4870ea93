"""A reference to a part that exists is not reported as unknown because the part has errors of its own."""

from pathlib import Path

import pytest

from quizgen.checking import check
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import document_of
from quizgen.loading.sets import seed_from

SEED = """\
id: s
source: {title: T}
topics: {t: T}
entities:
  a: {name: A, type: place, role: First}
  b: {name: B, type: place, role: Second}
  c: {name: C, type: place, role: Third}
facts:
  - {id: f, topic: t, statement: "It is {{c1::so}}.", citation: {paragraph: 1}, when: {date: 1990, event: E}}
  - {id: g, topic: t, statement: "It was {{c1::so}}.", citation: {paragraph: 1}, when: {date: 1991, event: F}}
  - id: h
    topic: t
    statement: "It has been {{c1::so}}."
    citation: {paragraph: 1}
    when: {date: 1992, event: G}
    ask: [{stem: How?, answer: c1, point: f.c1}]
orders: [{id: o, stem: Order?, facts: [f, g, h]}]
matches: [{id: m, stem: Match?, entities: [a, b, c]}]
"""


@pytest.mark.parametrize(
    ("valid", "invalid", "code"),
    [
        ("{id: f, topic: t,", "{id: f, topik: t, topic: t,", "E101"),
        ("b: {name: B, type: place,", "b: {name: B, type: plaice,", "E108"),
    ],
)
def test_only_the_error_itself_is_reported(valid: str, invalid: str, code: str) -> None:
    seed_from(document_of(Path("s.yaml"), SEED))
    with pytest.raises(LoadError) as caught:
        seed_from(document_of(Path("s.yaml"), SEED.replace(valid, invalid)))
    assert [str(diagnostic.code) for diagnostic in caught.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("written", "meant", "also"),
    [
        ("facts: [f, gg, h]", "did you mean `g`?", ""),
        ("facts: [f, treaty-of-rome, h]", "use the id of a fact in this seed", ""),
        ("entities: [a, b, cc]", "did you mean `c`?", ""),
        ("point: f.c11", "did you mean `f.c1`?", ""),
        ("entities: [a, b, cc]", "did you mean `c`?", "E101"),
    ],
)
def test_an_unknown_id_is_reported_in_a_seed_without_and_with_other_errors(
    tmp_path: Path, written: str, meant: str, also: str
) -> None:
    name = written.partition(":")[0]
    valid = {"facts": "facts: [f, g, h]", "entities": "entities: [a, b, c]", "point": "point: f.c1"}[name]
    text = SEED.replace(valid, written)
    if also:
        text = text.replace("{id: f, topic: t,", "{id: f, topik: t, topic: t,")
    path = tmp_path / "s.yaml"
    path.write_text(text, encoding="utf-8")
    errors = check(path).errors
    assert meant in [error.help for error in errors]
    assert sorted(str(error.code) for error in errors if error.help != meant) == ([also] if also else [])


def test_an_id_in_an_item_that_is_not_yaml_is_not_unknown(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(SEED.replace("    topic: t\n    statement", "  topic: t\n    statement"), encoding="utf-8")
    assert {str(error.code) for error in check(path).errors} == {"E006"}
