"""GIFT as the published grammar reads it: the npm package gift-pegjs parses what quizgen exports."""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from question_samples import questions

import quizgen
from quizgen.exporting.gift import gift_text
from quizgen.exporting.selection import Part
from quizgen.questions import Question, QuestionSet

NINE_KINDS = Path(__file__).parents[1] / "terminal" / "nine-kinds.yaml"
PARSE = """
const parser = require('gift-pegjs');
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map(text => {
  try { return parser.parse(text).filter(one => one.type !== 'Category'); }
  catch (error) { return [{type: 'Error', title: error.message}]; }
})));
"""
KINDS = {
    "card": "Essay", "choice": "MC", "multiple": "MC", "true_false": "TF", "short": "Short", "number": "Numerical",
    "cloze": "Short", "order": "Matching", "match": "Matching",
}  # fmt: skip


@cache
def missing() -> str:
    """Say what is missing to run the parser; nothing if it runs."""
    if shutil.which("node") is None:
        return "node is missing: install Node.js"
    done = subprocess.run(["node", "-e", "require('gift-pegjs')"], capture_output=True, check=False, env=environment())
    return "the npm package gift-pegjs is missing: npm install -g gift-pegjs" if done.returncode else ""


@cache
def environment() -> dict[str, str]:
    """Return the environment in which node finds packages that were installed for all users."""
    if "NODE_PATH" in os.environ or shutil.which("npm") is None:
        return dict(os.environ)
    root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False).stdout.strip()
    return os.environ | {"NODE_PATH": root}


def parsed(texts: list[str]) -> list[list[dict[str, object]]]:
    if reason := missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        ["node", "-e", PARSE], input=json.dumps(texts), capture_output=True, text=True, check=True, env=environment()
    )
    found: list[list[dict[str, object]]] = json.loads(done.stdout)
    return found


@pytest.mark.slow
def test_every_kind_is_what_the_grammar_takes_it_for() -> None:
    question_set = quizgen.load(NINE_KINDS)
    (found,) = parsed([gift_text([Part(question_set, question_set.questions)])])
    expected = [(KINDS[question.kind], question.id) for question in question_set.questions]
    blanks = [("Short", "tides-c1"), ("Short", "tides-c2")]
    place = expected.index(("Short", "tides"))
    assert [(one["type"], one["id"]) for one in found] == [*expected[:place], *blanks, *expected[place + 1 :]]
    assert [one["title"] for one in found] == [one["id"] for one in found]


@pytest.mark.slow
@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    max_examples=4,
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
    ],  # a failure names its question; shrinking would start node too often
)
@given(several=st.lists(questions(), min_size=25, max_size=25))
def test_texts_that_are_hard_for_gift(several: list[Question]) -> None:
    sets = [QuestionSet(id="s", title="S", questions=(question,)) for question in several]
    texts = [gift_text([Part(one, one.questions)]) for one in sets]
    written = [(one.questions[0], text) for one, text in zip(sets, texts, strict=True) if "[id:" in text]
    for (question, text), found in zip(written, parsed([text for _, text in written]), strict=True):
        assert {one["type"] for one in found} == {KINDS[question.kind]}, (text, found)
        assert all(str(one["id"]).startswith("q") for one in found)
