"""Warnings about what can be read, but probably not as its author means it."""

from pathlib import Path

import pytest

from quizgen.checking import check
from quizgen.editing.conversion import converted
from quizgen.loading.document import document_of

YAML = """id: capitals
title: Capitals
questions:
  - id: us
    kind: choice
    stem: What is the capital of the United States?
    answer: ANSWER
    distractors: LIST
"""
MARKDOWN = """---
id: blood
title: Blood
---
### STEM {#oxygen}
- [x] White blood cells
- [x] Red blood cells
- [ ] Platelets
"""


def warnings_of(folder: Path, text: str, name: str, code: str) -> list[str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    report = check(path)
    assert report.errors == []
    return [f"{one.line}:{one.column}: {one.message} ({one.help})" for one in report.warnings if one.code == code]


@pytest.mark.parametrize(
    ("answer", "items", "meant"),
    [
        ("Washington, D.C.", "[New York, N.Y., Boston, Mass., Dallas, Tex.]", '["New York, N.Y.", "Boston, Mass.", "Dallas, Tex."]'),
        ("Paris, France", "[Rome, Italy, Berlin, Germany]", '["Rome, Italy", "Berlin, Germany"]'),
        ("Miles Davis", "[Sammy Davis, Jr., John Coltrane, Chet Baker]", '["Sammy Davis, Jr.", "John Coltrane", "Chet Baker"]'),
        ("Bach", "[Wagner, R., Mozart, Haydn]", '["Wagner, R.", "Mozart", "Haydn"]'),
    ],
)  # fmt: skip
def test_a_list_that_commas_split_inside_names(tmp_path: Path, answer: str, items: str, meant: str) -> None:
    text = YAML.replace("ANSWER", answer).replace("LIST", items)
    (found,) = warnings_of(tmp_path, text, "set.yaml", "W102")
    assert found.startswith("8:18: the commas split this list into ")
    assert (
        f"(if some of these items belong together, write {meant}; if not, write each item on its own line after a dash)"
        in found
    )
    assert warnings_of(tmp_path, text.replace(items, meant), "set.yaml", "W102") == []
    separate = "".join(f"\n      - {item}" for item in items.strip("[]").split(", "))
    assert warnings_of(tmp_path, text.replace(f" {items}", separate), "set.yaml", "W102") == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("[as many as 60,000 workers, a few]", "as many as 60 | 000 workers"),
        ("[a few, Ohm's, about 12,500 of Ohm's units]", "about 12 | 500 of Ohm's units"),
        ("['a, b', 1,200 m]", "1 | 200 m"),
        ("[in 1999,300 people]", None),
        ("[as many as 60, 000 workers]", None),
        ('["as many as 60,000 workers", a few]', None),
        ("[more than 1,2345, lots]", None),
    ],
)
def test_a_text_that_the_comma_in_a_number_splits(tmp_path: Path, items: str, expected: str | None) -> None:
    text = YAML.replace("ANSWER", "many").replace("LIST", items)
    found = [
        one.partition(": the comma in the number makes two items of this text: ")[2]
        for one in warnings_of(tmp_path, text, "set.yaml", "W102")
    ]
    assert [one.partition(" (")[0] for one in found if one] == ([expected] if expected else [])


def test_feedback_that_a_comma_splits(tmp_path: Path) -> None:
    rejected = "{Rhone: It flows south, not north, and is shorter., Elbe: }"
    text = f"id: s\ntitle: S\nquestions:\n  - {{id: q, kind: short, stem: River?, answer: Rhine, reject: {rejected}}}\n"
    (found,) = warnings_of(tmp_path, text, "set.yaml", "W102")
    assert "a comma ends the feedback on `Rhone`, so `not north` is read as a rejected answer" in found
    assert 'write `Rhone: "It flows south, not north, and is shorter.' in found
    for meant in (
        '{Rhone: "It flows south, not north."}',
        "{Rhone: , Elbe: }",
        "{Rhone: It flows south.}",
        "[Rhone, Elbe]",
    ):
        assert warnings_of(tmp_path, text.replace(rejected, meant), "set.yaml", "W102") == []


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        ("Paris", "[Rome, Berlin, Madrid]"),
        ("Paris, France", "[Rome, Berlin, Madrid]"),
        ("Ms.", "[Dr., Mr., Mrs.]"),
        ("France", "[Spain, U.S., U.K.]"),
        ("Washington, D.C.", '["New York, N.Y.", "Boston, Mass."]'),
        ("noon", "[a.m., p.m., midnight]"),
    ],
)
def test_a_list_of_single_names(tmp_path: Path, answer: str, items: str) -> None:
    text = YAML.replace("ANSWER", answer).replace("LIST", items)
    assert warnings_of(tmp_path, text, "set.yaml", "W102") == []


def test_two_checked_boxes_change_the_kind(tmp_path: Path) -> None:
    text = MARKDOWN.replace("STEM", "Which blood cells carry oxygen?")
    (found,) = warnings_of(tmp_path, text, "set.md", "W104")
    assert found.startswith(
        "6:7: 2 of 3 options are checked, so the question has several correct answers (if only one is"
    )
    singular = MARKDOWN.replace("STEM", "Which blood cell carries oxygen?")
    assert warnings_of(tmp_path, singular, "set.md", "W104") == []  # Q162 says it
    assert len(warnings_of(tmp_path, singular, "set.md", "Q162")) == 1
    fixed = text.replace("- [x] White", "- [ ] White")
    assert warnings_of(tmp_path, fixed, "set.md", "W104") == []
    assert warnings_of(tmp_path, text + "\n```yaml\nkind: multiple\n```\n", "set.md", "W104") == []
    assert warnings_of(tmp_path, text.replace("title: Blood", "title: Blood\nlanguage: de"), "set.md", "W104") == []


def test_conversion_says_that_several_answers_are_correct_where_the_stem_does_not(tmp_path: Path) -> None:
    text = MARKDOWN.replace("STEM", "Which blood cells carry oxygen?") + "\n```yaml\nkind: multiple\n```\n"
    yaml = converted(document_of(tmp_path / "set.md", text), tmp_path / "set.yaml")
    back = converted(document_of(tmp_path / "set.yaml", yaml), tmp_path / "set.md")
    assert warnings_of(tmp_path, back, "set.md", "W104") == []


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("Which of these cells are in the blood?", None),
        ("Which of the following carry oxygen?", None),
        ("Which two cells are in the blood?", None),
        ("Select all cells that are in the blood.", None),
        ("Which cells are in the blood?", None),
        ("Which of these is the red one?", "Q162"),
        ("What is in the blood?", "W104"),
        ("Which of the following cells is red?", "Q162"),
    ],
)
def test_a_stem_that_asks_for_several_answers(tmp_path: Path, stem: str, code: str | None) -> None:
    text = MARKDOWN.replace("STEM", stem)
    found = [each for each in ("W104", "Q162") if warnings_of(tmp_path, text, "set.md", each)]
    assert found == ([code] if code else [])
