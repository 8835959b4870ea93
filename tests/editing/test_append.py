"""A question goes in at the end of the list, in the file's own way, and nothing else changes."""

import string
from typing import Any

import pytest
import yaml_rs
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.editing.append import append_question
from quizgen.editing.layout import LayoutError

NEW: dict[str, Any] = {"id": "new", "kind": "short", "stem": "Which: river?", "answer": "Po"}
ITEM = '- id: new\n  kind: short\n  stem: "Which: river?"\n  answer: Po\n'
FLOW = '{"id": "new", "kind": "short", "stem": "Which: river?", "answer": "Po"}'


def indented(text: str, spaces: int) -> str:
    return "".join(" " * spaces + line for line in text.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("before", "inserted", "after"),
    [
        ("id: a\ntitle: b\n", "questions:\n" + indented(ITEM, 2), ""),
        ("id: a\ntitle: b", "\nquestions:\n" + indented(ITEM, 2), ""),
        ("id: a\ntitle: b\n# the end\n", "questions:\n" + indented(ITEM, 2), ""),
        ("id: a\n", "questions:\n" + indented(ITEM, 2), "...\n"),
        ("id: a\nquestions:\n", indented(ITEM, 2), ""),
        ("id: a\nquestions:", "\n" + indented(ITEM, 2), ""),
        ("id: a\nquestions: # none yet\n  # write here\n\n  # or here\n", indented(ITEM, 2), "\n# tags of the set\ntags: [b]\n"),
        ("questions:\n  - {id: x}\n", indented(ITEM, 2), "id: a\n"),
        ("questions:\n- id: x\n", ITEM, "id: a\n"),
        ("questions:\n- id: x # the first\n", ITEM, "\n# about the id\nid: a\n"),
        ("questions:\n    - id: x\n      stem: y\n      # of x\n    # of the list\n", indented(ITEM, 4), "\n\ntags: [b]\n"),
        ("questions:\n  -   id: x\n      stem: y\n", indented(ITEM.replace("- id", "-   id").replace("\n  ", "\n    "), 2), ""),
        ("questions:\n  - id: x\n\n  - id: y\n", "\n" + indented(ITEM, 2), "\ntags: [b]\n"),
        ("questions:\n  - id: x\n    stem: |\n      one\n      two\n", indented(ITEM, 2), "\n\ntags: [b]\n"),
        ("questions:\n  - id: x\n    stem: |+\n      one\n\n\n", indented(ITEM, 2), "tags: [b]\n"),
        ("questions:\n  - id: w\n\n  - id: x\n    stem: |+\n      one\n\n", indented(ITEM, 2), ""),
        ("questions:\n  - id: x\n    stem: >-\n      one\n\n      two\n", indented(ITEM, 2), "# of the tags\ntags: [b]\n"),
        ("questions:\n  - id: x\n    stem: one\n      two\n", indented(ITEM, 2), "tags: [b]\n"),
        ("questions:\n  - id: x\n    pairs: {a: b,\n      c: d}\n", indented(ITEM, 2), "tags: [b]\n"),
        ("questions:\n  - id: x\n    hint:\n", indented(ITEM, 2), "tags: [b]\n"),
        ("questions: [{id: x}", ", " + FLOW, "] # all\nid: a\n"),
        ("questions: [\n  {id: x},\n  {id: y}", ",\n  " + FLOW, "\n]\n"),
        ("questions: [\n  {id: x},", "\n  " + FLOW, "\n]\n"),
        ("questions: [\n  {id: x}, # c\n  # d", "\n  " + FLOW, "\n]\n"),
        ("questions: [ # none", "\n  " + FLOW, "\n]\n"),
        ("questions: &q\n  - id: x\n", indented(ITEM, 2), "tags: [b]\n"),
        ("questions: !!seq # all\n\n- id: x\n", ITEM, "tags: [b]\n"),
        ("hint: &h y\nquestions:\n  - id: x\n    hint: *h # as above\n", indented(ITEM, 2), "# of the tags\ntags: [b]\n"),
        ("%YAML 1.2\n---\nid: a\nquestions:\n  - id: x\n", indented(ITEM, 2), "...\n# the end"),
        ("questions:\n  - # the first\n    id: x\n", indented(ITEM, 2), "# c\n"),
        ("questions:\n  - id: x\n\t\n    stem: y\n", indented(ITEM, 2), "\t\n\t# c\n"),
        ("questions:\n  -\tid: x\n", indented(ITEM, 2), ""),
        ("questions:\n  - id: a\u2028b\n", indented(ITEM, 2), ""),
        ('{\n"id": "a",\n', '"questions": [' + FLOW + "]", "}"),
        ('{"id": "a", "questions": [{"id": "x"}', ", " + FLOW, "]}"),
        ('{"id": "a", "questions": [', FLOW, "]}"),
        ('{"id": "a"', ', "questions": [' + FLOW + "]", "}"),
        ("id: 🦔é\nquestions:\n  - id: x\n    stem: 🦔🦔\n", indented(ITEM, 2), "title: ü\n"),
        ("id: a\r\nquestions:\r\n  - id: x\r\n", indented(ITEM, 2).replace("\n", "\r\n"), "tags: [b]\r\n"),
        ("\ufeffid: a\nquestions:\n  - id: x\n", indented(ITEM, 2), "tags: [b]\n"),
        ("  id: a\n  questions:\n    - id: x\n", indented(ITEM, 4), "  tags: [b]\n"),
    ],
)  # fmt: skip
def test_the_position_and_style_of_an_added_question(before: str, inserted: str, after: str) -> None:
    assert append_question(before + after, NEW) == before + inserted + after


def test_an_empty_list_in_brackets_makes_room_for_the_question() -> None:
    assert append_question("id: a\nquestions: []  # none yet\ntags: []\n", NEW) == (
        f"id: a\nquestions:  # none yet\n{indented(ITEM, 2)}tags: []\n"
    )
    assert append_question("questions: [ ]", NEW) == f"questions:\n{indented(ITEM, 2)}"


def test_a_missing_comma_goes_after_its_item_and_not_after_the_comment() -> None:
    assert append_question("questions: [\n  {id: x} # c\n]\n", NEW) == f"questions: [\n  {{id: x}}, # c\n  {FLOW}\n]\n"


@pytest.mark.parametrize(
    "text",
    ["questions: x\n", "questions: {a: b}\n", "tags: &q [a]\nquestions: *q\n", "- a\n", "a: [\n", "questions: ~\n"],
)
def test_an_invalid_path_is_rejected(text: str) -> None:
    with pytest.raises(LayoutError):
        append_question(text, NEW)


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"),
    min_size=1,
)
TEXT = st.one_of(LINE, st.lists(LINE | st.just(""), min_size=2, max_size=4).map("\n".join))
AWKWARD = st.sampled_from(["no", "~", "1990", "- a", "a: b", "a #b", "'", '"', "[x", "a, b", "*x", "&x", "!x", " x ", "a\n b\n", "\n", "null", "é\tx", "%", "x:", "c1::y", "\\n", "# x", "?", "012", "1_0", "=", "<<"])  # fmt: skip
WORDS = TEXT | AWKWARD
VALUES = st.one_of(WORDS, st.booleans(), st.integers(), st.lists(WORDS, min_size=1), st.dictionaries(WORDS, WORDS, min_size=1))  # fmt: skip
QUESTIONS = st.dictionaries(st.text(string.ascii_lowercase, min_size=1), VALUES, min_size=1)


@pytest.mark.slow
@settings(max_examples=examples(150), deadline=None)
@given(
    first=QUESTIONS,
    second=QUESTIONS,
    start=st.sampled_from(["id: a\n", "questions:\n", "questions: []\ntags: [b]\n", "{questions: []}"]),
)
def test_any_question_reads_back_and_the_rest_is_unchanged(
    first: dict[str, Any], second: dict[str, Any], start: str
) -> None:
    once = append_question(start, first)
    twice = append_question(once, second)
    data: Any = yaml_rs.loads(twice, parse_datetime=False)
    assert data["questions"] == [first, second]
    assert common_start(once, twice) + common_start(once[::-1], twice[::-1]) >= len(once)


def common_start(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@st.composite
def layouts(draw: st.DrawFn) -> str:
    """A set's file in any of the ways in which authors (and their editors) lay one out."""
    pad, gap = " " * draw(st.integers(0, 4)), " " * draw(st.integers(1, 3))
    inside = pad + " " + gap
    comment = draw(st.sampled_from([" # c", "\t# c", "", "   "]))
    between = st.lists(
        st.sampled_from(["", "# left", pad + "# of the list", inside + "# of a question", "\t"]), max_size=3
    )
    values = st.sampled_from(
        ["stem: a", 'stem: "a\tb: # c"', f"stem: a{comment}", f"stem: |\n{inside}  a # b\n\n{inside}  c", f"hint: >-\n{inside}  a",
         f"stem: |+\n{inside}  a\n", "hint:", "hint: *h", f"steps:\n{inside}- a\n{inside}- b", f"pairs: {{a: b,\n{inside}  c: d}}", f"stem: a\n{inside} b"]
    )  # fmt: skip
    start = draw(st.sampled_from([[], ["---"], ["%YAML 1.2", "---"]]))
    lines = [*start, "id: s", "topics: {a: &h A}", *draw(between)]
    lines.append(
        draw(st.sampled_from(["questions:", "questions: # all", '"questions":', "questions: &q", "questions: !!seq"]))
    )
    for number in range(draw(st.integers(1, 3))):
        lines += draw(between)
        if draw(st.booleans()):
            lines.append(f"{pad}-{gap}{{id: q{number}, stem: a}}{comment}")
        else:
            lines += [
                f"{pad}-{gap}id: q{number}{comment}",
                *(inside + value for value in draw(st.lists(values, max_size=2, unique_by=lambda value: value[:4]))),
            ]
    lines += [*draw(between), *draw(st.sampled_from([[], ["tags: [b]"], ["..."], ["tags:", "- b", "# the end"]]))]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + end.join("\n".join(lines).split("\n")) + draw(st.sampled_from([end, "", end * 3]))  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(150), deadline=None)
@given(layouts())
def test_no_existing_byte_changes_in_any_layout(text: str) -> None:
    before: Any = yaml_rs.loads(text.removeprefix("\ufeff"), parse_datetime=False)
    once = append_question(text, NEW)
    twice = append_question(once, NEW)
    for old, new in ((text, once), (once, twice)):
        assert common_start(old, new) + common_start(old[::-1], new[::-1]) >= len(old)
    data: Any = yaml_rs.loads(twice.removeprefix("\ufeff"), parse_datetime=False)
    assert data == {**before, "questions": [*before["questions"], NEW, NEW]}
