"""The sets that come with quizgen are sound, whole and fair."""

import re
from collections import Counter
from pathlib import Path

import pytest

from quizgen.loading.sets import ReadSet, read_set
from quizgen.questions import KINDS, ClozeQuestion, TrueFalseQuestion
from quizgen.questions.marks import unmarked
from quizgen.text.folding import fold

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
    facts = {fact.id: fact for fact in shipped.seed.facts}
    for question in shipped.question_set.questions:
        fact = facts.get(question.fact or "")
        if fact is not None and fact.attribution and question.kind != "order":
            # A cloze may ask for the claimant, who then stands in its text.
            text = unmarked(question.text) if isinstance(question, ClozeQuestion) else question.stem
            said = fold(f"{text} {question.explanation} {getattr(question, 'answer', '')}")
            words = {word for word in re.findall(r"\w+", fold(fact.attribution)) if len(word) > 3}
            assert all(word in said for word in words), question.id


def test_every_question_on_a_fact_is_cited(shipped: ReadSet) -> None:
    for question in shipped.question_set.questions:
        assert question.fact is None or question.citation is not None, question.id


def test_the_first_article_is_asked_in_every_kind(eagle_partner: ReadSet) -> None:
    assert eagle_partner.seed is not None
    assert len(eagle_partner.seed.facts) >= 50
    questions = eagle_partner.question_set.questions
    assert len(questions) >= 120
    assert {question.kind for question in questions} == set(KINDS)


def test_every_fact_is_asked(eagle_partner: ReadSet) -> None:
    assert eagle_partner.seed is not None
    asked = {question.fact for question in eagle_partner.question_set.questions}
    assert {fact.id for fact in eagle_partner.seed.facts} <= asked


def test_every_paragraph_has_its_facts(eagle_partner: ReadSet) -> None:
    assert eagle_partner.seed is not None
    assert {fact.citation.paragraph for fact in eagle_partner.seed.facts} == set(range(1, 31))


def test_about_half_of_the_statements_are_false(eagle_partner: ReadSet) -> None:
    answers = Counter(q.answer for q in eagle_partner.question_set.questions if isinstance(q, TrueFalseQuestion))
    assert 0.4 < answers[True] / answers.total() < 0.6
