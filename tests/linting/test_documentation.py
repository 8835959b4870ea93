"""What is written about the rules is what the code says."""

import re
from pathlib import Path

import pytest

from quizgen.linting import RULES
from quizgen.linting.explain import explain_all

ROOT = Path(__file__).parents[2]
LOOKS = {"1": "question", "2": "set", "3": "facts"}


def test_the_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    assert page == explain_all(), "run `quizgen check --explain all > docs/lint.md`"


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_says_what_why_and_whence(code: str) -> None:
    rule = RULES[code]
    assert re.fullmatch(r"Q[123]\d\d", code)
    assert LOOKS[code[1]] == rule.looks
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.what.endswith(".")
    assert rule.reason
    assert rule.source


def test_names_are_their_own() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
