"""The shipped sets are valid and complete."""

from collections import Counter
from pathlib import Path

import pytest

from quizgen.facts.coverage import asked_facts
from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome
from quizgen.guessing import FEW, guess_report
from quizgen.loading.sets import ReadSet, read_set
from quizgen.questions import ChoiceQuestion, TrueFalseQuestion

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


def test_the_sets_show_nine_kinds() -> None:
    kinds = {question.kind for path in SETS for question in read_set(path).question_set.questions}
    assert len(kinds) >= 9


def core_points(shipped: ReadSet) -> set[str]:
    # A cloze is core if one of its points is, so only questions on one point tell that point's priority.
    questions = (question for question in shipped.question_set.questions if not question.retired)
    return {question.points[0] for question in questions if len(question.points) == 1 and question.priority == "core"}


def test_a_set_is_small_and_has_a_card_for_each_core_point(shipped: ReadSet) -> None:
    questions = shipped.question_set.questions
    assert len(questions) <= 150
    core = core_points(shipped)
    assert 36 <= len(core) <= 42
    assert core <= {question.points[0] for question in questions if question.kind == "card"}


def test_a_third_of_the_core_points_is_above_recall(shipped: ReadSet) -> None:
    name = f"{shipped.question_set.id}.yaml"
    files = [(ROOT / folder / name).read_text(encoding="utf-8") for folder in ("decks", "seeds")]
    above = sum(file.count("# above recall\n") for file in files)
    assert above >= max(12, len(core_points(shipped)) / 3)


def test_choice_questions_are_many_and_no_answer_is_the_key_of_more_than_a_twentieth(shipped: ReadSet) -> None:
    keys = [question.answer for question in shipped.question_set.questions if isinstance(question, ChoiceQuestion)]
    assert len(keys) >= 30
    assert max(Counter(keys).values()) <= max(1, len(keys) // 20)


def test_guessers_that_know_nothing_do_no_better_than_luck_allows(shipped: ReadSet) -> None:
    report = guess_report(shipped.question_set.questions)
    assert not report.is_guessable, report.best
    assert len(report.giveaways) <= report.choices / 20
    assert report.typed_hits <= max(1, report.typed / 20), report.typed_answer


def test_true_or_false_cannot_be_guessed_from_the_article_s_statements(eagle_partner: ReadSet) -> None:
    report = guess_report(eagle_partner.question_set.questions)
    assert report.statements >= 5
    assert max(score.share for score in report.statement_scores) <= 0.6


def test_guessers_that_know_nothing_get_hardly_more_than_chance(shipped: ReadSet) -> None:
    report = guess_report(shipped.question_set.questions)
    assert report.choices >= FEW
    assert report.limit <= report.chance + 0.12
    assert not report.is_guessable, report.scores[:3]
    assert len(report.giveaways) <= 0.05 * report.choices, report.giveaways
    assert report.typed_hits <= max(1, 0.05 * report.typed), report.typed_answer


def test_every_paragraph_except_the_page_title_has_facts(eagle_partner: ReadSet) -> None:
    assert eagle_partner.seed is not None
    assert {fact.citation.paragraph for fact in eagle_partner.seed.facts} == set(range(1, 31)) - {7}


def test_approximate_figures_are_graded_approximately() -> None:
    spaced_practice = read_set(ROOT / "decks" / "spaced-practice.yaml")
    questions = {question.id: question for question in spaced_practice.question_set.questions}
    for name, response in {
        "figures-of-1885.c1.number": "58.2",
        "figures-of-1885.c4.number": "33.7 %",
        "after-one-week.c1.number": "60",
        "spacing-worked-better.c1.number": "about 90 percent",
    }.items():
        assert grade(questions[name], response).outcome is Outcome.CORRECT, name
    assert grade(questions["figures-of-1885.c1.number"], "44").outcome is Outcome.WRONG
