"""The lint rule that CONTRIBUTING.md gives as an example works as the page says."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml_rs

from quizgen.linting.explain import page_of
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.learned import Learned
from quizgen.linting.linter import lint_set
from quizgen.linting.registry import HDR, RULES, QuestionRule, question_rule
from quizgen.questions import QuestionSet

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## Add a lint rule") : PAGE.index("## Add an import format")]


def block(language: str) -> str:
    """Return the section's first code block in the language; blocks inside it are indented further."""
    found = re.search(rf"^   ```{language}\n(.*?)^   ```$", SECTION, re.MULTILINE | re.DOTALL)
    assert found is not None
    return dedent(found[1])


@pytest.fixture(scope="module")
def rule() -> QuestionRule:
    """The example rule. It is not left among the registered rules, which other tests count and run."""
    before = set(RULES)
    names = {"question_rule": question_rule, "HDR": HDR, "Item": Item, "Flaw": Flaw, "Iterator": Iterator}
    exec(compile(block("python"), "CONTRIBUTING.md", "exec"), names)
    (code,) = RULES.keys() - before
    found = RULES.pop(code)
    assert isinstance(found, QuestionRule)
    return found


def questions(written: Any) -> QuestionSet:
    numbered = [{"id": f"question-{number}", **question} for number, question in enumerate(written, 1)]
    return QuestionSet.model_validate({"id": "sample", "title": "Sample", "questions": numbered})


def reported(rule: QuestionRule, written: Any) -> bool:
    asked = questions(written).questions
    (item,) = [Item(question, Learned(asked)) for question in asked]
    return not item.words.isdisjoint(rule.triggers or item.words) and any(rule.find(item))


def test_the_example_is_reported_and_the_better_version_is_clean(rule: QuestionRule) -> None:
    page = page_of(rule)
    assert reported(rule, yaml_rs.loads(page.example))
    better = yaml_rs.loads(page.better)
    assert not reported(rule, better)
    assert list(lint_set(questions(better))) == []


def test_a_cloze_is_reported_at_its_text(rule: QuestionRule) -> None:
    cloze = {"kind": "cloze", "text": "Tell who discovered Uranus: {{c1::Herschel}}."}
    asked = questions([cloze]).questions
    (flaw,) = rule.find(Item(asked[0], Learned(asked)))
    assert flaw.at == ("text",)


def test_the_samples_are_as_the_page_says(rule: QuestionRule) -> None:
    samples: Any = yaml_rs.loads(block("yaml"))
    assert all(reported(rule, [sample]) for sample in samples["flawed"])
    assert not any(reported(rule, [sample]) for sample in samples["sound"])
    assert list(lint_set(questions(samples["sound"]))) == []


def test_every_file_and_test_that_the_page_names_exists() -> None:
    for path, test in re.findall(r"\b(tests/[\w/]+\.py)(?:::(\w+))?", PAGE):
        assert (ROOT / path).is_file(), path
        assert f"def {test}" in (ROOT / path).read_text(encoding="utf-8"), test
