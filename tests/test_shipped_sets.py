"""The shipped sets are valid and complete."""

from pathlib import Path

import pytest

from quizgen.facts.coverage import asked_facts
from quizgen.loading.sets import ReadSet, read_set
from quizgen.questions import KINDS, TrueFalseQuestion

ROOT = Path(__file__).parents[1]
SETS = sorted((ROOT / "decks").glob("*.yaml"))


@pytest.fixture(scope="module", params=SETS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> ReadSet:
    return read_set(request.param)


@pytest.fixture(scope="module")
def eagle_partner() -> ReadSet:
    return read_set(ROOT / "decks" / "eagle-partner-2023.yaml")


def test_every_question_on_a_claim_has_its_attribution(shipped: ReadSet) -> None:
    assert shipped.seed is not None
    claimants = {fact.id: fact.attribution for fact in shipped.seed.facts if fact.attribution}
    asked = [question for question in shipped.question_set.questions if question.fact in claimants]
    assert len(asked) > 20
    for question in asked:
        claimed = not (isinstance(question, TrueFalseQuestion) and not question.answer)
        assert question.attribution == (claimants[question.fact or ""] if claimed else None), question.id


def test_every_question_on_a_fact_has_a_citation(shipped: ReadSet) -> None:
    for question in shipped.question_set.questions:
        assert question.fact is None or question.citation is not None, question.id


def test_every_fact_is_asked(shipped: ReadSet) -> None:
    assert shipped.seed is not None
    unasked = {fact.id for fact in shipped.seed.facts if fact.lint is not None and "Q302" in fact.lint.ignore}
    assert {fact.id for fact in shipped.seed.facts} - unasked <= asked_facts(shipped.question_set.questions)
    assert len(unasked) <= 2


def test_the_sets_show_every_kind() -> None:
    kinds = {question.kind for path in SETS for question in read_set(path).question_set.questions}
    assert kinds == set(KINDS)


def test_the_first_set_is_small_and_has_core_points(eagle_partner: ReadSet) -> None:
    questions = eagle_partner.question_set.questions
    assert len(questions) <= 150
    # A cloze is core if one of its points is, so only questions on one point tell that point's priority.
    core = {question.points[0] for question in questions if len(question.points) == 1 and question.priority == "core"}
    assert 36 <= len(core) <= 42
    cards = {question.points[0] for question in questions if question.kind == "card"}
    assert core <= cards


def test_every_paragraph_except_the_page_title_has_facts(eagle_partner: ReadSet) -> None:
    assert eagle_partner.seed is not None
    assert {fact.citation.paragraph for fact in eagle_partner.seed.facts} == set(range(1, 31)) - {7}
