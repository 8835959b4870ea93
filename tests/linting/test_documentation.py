"""Every rule has a page, and docs/lint.md has all of them."""

import re
from pathlib import Path

import pytest

from quizgen.linting import RULES
from quizgen.linting.explain import explain, explain_all, page_of

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    assert page == explain_all(), "run `quizgen check --explain all > docs/lint.md`"


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_a_page_in_the_one_pattern(code: str) -> None:
    rule = RULES[code]
    assert re.fullmatch(rf"{rule.prefix}\d\d", code), f"codes of {type(rule).__name__} begin with {rule.prefix}"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.source
    page = page_of(rule)  # a ValueError says which section is missing
    assert page.summary.endswith(".")
    sections = re.findall(r"^## (.+)$", explain(rule), re.MULTILINE)
    assert sections == ["What it does", "Why it matters", "Example", "Better"]


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)
