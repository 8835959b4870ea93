"""The sets that come with quizgen are sound, complete and fair."""

from pathlib import Path

import pytest

from quizgen.facts.coverage import asked_facts
from quizgen.loading.sets import ReadSet, read_set
from quizgen.questions import KINDS

ROOT = Path(__file__).parents[1]
SETS = sorted((ROOT / "decks").glob("*.yaml"))


@pytest.fixture(scope="module", params=SETS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> ReadSet:
    return read_set(request.param)


@pytest.fixture(scope="module")
def eagle_partner() -> ReadSet:
    return read_set(ROOT / "decks" / "eagle-partner-2023.yaml")


def test_every_claim_names_its_claimant(shipped: ReadSet) -> None:
    assert shipped.seed is not None
    claimants = {fact.id: fact.attribution for fact in shipped.seed.facts if fact.attribution}
    asked = [question for question in shipped.question_set.questions if question.fact in claimants]
    assert len(asked) > 20
    assert [one.id for one in asked if one.attribution != claimants[one.fact or ""]] == []


def test_every_question_on_a_fact_is_cited(shipped: ReadSet) -> None:
    for question in shipped.question_set.questions:
        assert question.fact is None or question.citation is not None, question.id


def test_every_fact_is_asked(shipped: ReadSet) -> None:
    assert shipped.seed is not None
    kept = {fact.id for fact in shipped.seed.facts if fact.lint is not None and "Q302" in fact.lint.ignore}
    assert {fact.id for fact in shipped.seed.facts} - kept <= asked_facts(shipped.question_set.questions)
    assert len(kept) <= 2


def test_the_sets_show_every_kind() -> None:
    kinds = {question.kind for path in SETS for question in read_set(path).question_set.questions}
    assert kinds == set(KINDS)


def test_the_first_article_is_a_lean_bank_with_a_core(eagle_partner: ReadSet) -> None:
    questions = eagle_partner.question_set.questions
    assert len(questions) <= 150
    # A cloze is core if one of its points is, so only questions on one point tell that point's priority.
    core = {question.points[0] for question in questions if len(question.points) == 1 and question.priority == "core"}
    assert 36 <= len(core) <= 42
    cards = {question.points[0] for question in questions if question.kind == "card"}
    assert core <= cards


def test_every_paragraph_but_a_web_pages_title_has_facts(eagle_partner: ReadSet) -> None:
    assert eagle_partner.seed is not None
    assert {fact.citation.paragraph for fact in eagle_partner.seed.facts} == set(range(1, 31)) - {7}
