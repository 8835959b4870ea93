"""A value of any type under any key: it is read or reported at its line, and never raises an exception."""

import json
from pathlib import Path
from typing import Any

import pytest
from effort import some

from quizgen.checking import check
from quizgen.questions.kinds import KINDS, Kind

pytestmark = pytest.mark.slow

VALUES: list[Any] = [
    None, True, -1, 2.5, "", "text", "a, b", [], ["a"], ["a", "b"], [None], [True], [["a", "b"]], [{"a": "b"}, {"c": "d"}],
    [{"left": "a", "right": "b"}], [{"text": "a", "feedback": []}], {}, {"a": "b", "b": "c"}, {"a": ["b"]}, {"a": {"b": "c"}},
    {"text": "a"}, {"file": ["a"]}, {"1": None}, {"date": 1}, {"paragraph": "two"},
]  # fmt: skip
KEYS = (
    "id kind topic tags explanation hint image audio fact facts guid citation attribution lint priority point retired"
    " formerly todo stem answer answers distractors options shuffle pin_last accept reject pattern grading"
    " answer_language language type tolerance range unit text steps pairs choices correct wrong question"
).split()
BASE: dict[Kind, dict[str, Any]] = {
    "card": {"stem": "Why?", "answer": "Because."},
    "choice": {"stem": "Which?", "answer": "a", "options": ["a", "b", "c"]},
    "multiple": {"stem": "Which of these?", "answers": ["a"], "distractors": ["b", "c"]},
    "true_false": {"stem": "It is.", "answer": True},
    "short": {"stem": "What?", "answer": "a"},
    "number": {"stem": "How many?", "answer": 3},
    "cloze": {"text": "It is {{c1::a}}."},
    "order": {"stem": "Order.", "steps": ["a", "b", "c"]},
    "match": {"stem": "Match.", "pairs": {"a": "b", "c": "d"}},
}
SET = {"id": "x", "title": "X", "questions": [{"id": "q", "kind": "card", **BASE["card"]}]}
SET_KEYS = (
    "id title license description facts tags source language topics kinds omit questions grading lint formerly"
).split()
SEED: dict[str, Any] = {
    "id": "x",
    "source": {"title": "X", "text": "x.md"},
    "topics": {"t": "T"},
    "entities": {"po": {"name": "Po", "type": "place"}},
    "facts": [
        {
            "id": "f",
            "topic": "t",
            "statement": "The {{c1::Po}} is long.",
            "citation": {"paragraph": 1},
            "ask": [{"stem": "Which river?", "answer": "c1", "distractors": ["Elbe", "Rhine"]}],
        }
    ],
}
SEED_KEYS = "id source topics entities facts orders matches language lint formerly".split()
FACT_KEYS = (
    "id topic statement citation explanation hint tags ask when cloze true_false priority todo derived image lint retired"
).split()
ASK_KEYS = "stem answer distractors accept reject reply typed point id explanation options answers".split()


def assert_checked(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    lines = text.split("\n")
    for found in check(path).diagnostics:
        assert 1 <= found.line <= len(lines), found
        assert found.column >= 1, found
        assert found.message, found
        assert found.help, found


@pytest.mark.parametrize("kind", KINDS)
def test_under_each_key_of_a_question(tmp_path: Path, kind: Kind) -> None:
    cases = some([(key, value) for key in KEYS for value in VALUES], KINDS.index(kind))
    questions = [
        {"id": f"q{number}", "kind": kind, **BASE[kind], key: value} for number, (key, value) in enumerate(cases)
    ]
    written = "".join(f"  - {json.dumps(question)}\n" for question in questions)
    assert_checked(tmp_path / "set.yaml", f"id: x\ntitle: X\nquestions:\n{written}")
    without = ("id", "stem")
    sections = "".join(
        f"### What is it? {{#q{number}}}\n```yaml\n"
        + "".join(f"{key}: {json.dumps(value)}\n" for key, value in question.items() if key not in without)
        + "```\n\n"
        for number, question in enumerate(questions)
    )
    assert_checked(tmp_path / "set.md", f"---\nid: x\ntitle: X\n---\n{sections}")


@pytest.mark.parametrize("key", SET_KEYS)
def test_under_each_key_of_a_set(tmp_path: Path, key: str) -> None:
    for value in some(VALUES, SET_KEYS.index(key)):
        data = {**SET, key: value}
        assert_checked(tmp_path / "set.yaml", json.dumps(data))
        front = "".join(
            f"{name}: {json.dumps(one)}\n" for name, one in data.items() if name != "questions" or key == name
        )
        assert_checked(tmp_path / "set.md", f"---\n{front}---\n### Why? {{#q}}\nAnswer: Because.\n")


@pytest.mark.parametrize("key", SEED_KEYS)
def test_under_each_key_of_a_seed(tmp_path: Path, key: str) -> None:
    for value in some(VALUES, SEED_KEYS.index(key)):
        assert_checked(tmp_path / "x.yaml", json.dumps({**SEED, key: value}))


@pytest.mark.parametrize("key", FACT_KEYS)
def test_under_each_key_of_a_fact(tmp_path: Path, key: str) -> None:
    for value in some(VALUES, FACT_KEYS.index(key)):
        assert_checked(tmp_path / "x.yaml", json.dumps({**SEED, "facts": [{**SEED["facts"][0], key: value}]}))


@pytest.mark.parametrize("key", ASK_KEYS)
def test_under_each_key_of_an_ask(tmp_path: Path, key: str) -> None:
    fact = SEED["facts"][0]
    for value in some(VALUES, ASK_KEYS.index(key)):
        ask = [{**fact["ask"][0], key: value}]
        assert_checked(tmp_path / "x.yaml", json.dumps({**SEED, "facts": [{**fact, "ask": ask}]}))


def test_options_as_a_list_of_letters_with_texts(tmp_path: Path) -> None:
    text = """id: pigments
title: Pigments
questions:
  - id: light
    kind: choice
    stem: Which pigment absorbs most of the light in a leaf?
    options:
      - a: Carotene
      - b: Chlorophyll
    answer: b
    shuffle: false
"""
    path = tmp_path / "set.yaml"
    path.write_text(text, encoding="utf-8")
    (found,) = check(path).errors
    assert (found.line, found.code) == (8, "E103")
