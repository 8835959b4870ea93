"""Rules are suppressed where the author asked for it, and nowhere else."""

from pathlib import Path
from typing import Any

import pytest
from lint_samples import codes, question_set, seed_of
from pydantic import ValidationError

from quizgen.facts.questions import questions_of
from quizgen.linting import RULES, Selection, find_rules, lint_seed, lint_set
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import read_document
from quizgen.loading.sets import set_from
from quizgen.questions import QuestionSet
from quizgen.questions.view import question_data

NEGATIVE: dict[str, Any] = {
    "kind": "choice",
    "stem": "Which is not a river?",
    "answer": "Oslo",
    "distractors": ["Po", "Don"],
}
CLAIM = {
    "id": "claim",
    "topic": "rivers",
    "statement": "Many believe that the {{c1::Po}} is long.",
    "citation": {"paragraph": 1},
    "ask": [{"stem": "Which is not short?", "answer": "c1", "distractors": ["Arno", "Tiber"]}],
}


def made(**more: Any) -> tuple[QuestionSet, Any]:
    seed = seed_of([{**CLAIM, **more.pop("fact", {})}], **more)
    return QuestionSet(id="made", title="Made", questions=questions_of(seed, ("choice", "short"))), seed


def test_a_set_suppresses_a_rule() -> None:
    assert codes(list(lint_set(question_set([NEGATIVE])))) == {"Q104"}
    assert not list(lint_set(question_set([NEGATIVE]), ignore=["Q104"]))


def test_a_question_suppresses_a_rule_for_itself_only() -> None:
    quiet = {**NEGATIVE, "lint": {"ignore": "Q104"}}
    loud = {**NEGATIVE, "stem": "Which is not a town?", "answer": "Ob", "distractors": ["Rome", "Paris"]}
    found = list(lint_set(question_set([quiet, loud])))
    assert [finding.question.id for finding in found if finding.question] == ["question-2"]


@pytest.mark.parametrize("owner", ["seed", "fact"])
def test_a_seed_or_a_fact_suppresses_a_rule_for_its_questions_too(owner: str) -> None:
    loud, seed = made()
    assert "Q104" in codes(list(lint_set(loud, seed)))
    assert "Q301" in codes(list(lint_seed(seed)))
    switches = {"lint": {"ignore": ["Q104", "Q301"]}}
    quiet, seed = made(fact=switches) if owner == "fact" else made(**switches)
    assert not codes(list(lint_set(quiet, seed))) & {"Q104"}
    assert not list(lint_seed(seed))


def test_a_hand_written_question_about_a_fact_has_its_own_suppressions() -> None:
    _, seed = made(fact={"lint": {"ignore": ["Q104"]}})
    assert codes(list(lint_set(question_set([{**NEGATIVE, "fact": "claim"}]), seed))) == {"Q104"}


def test_a_selection_names_codes_or_prefixes() -> None:
    questions = question_set([NEGATIVE, {**NEGATIVE, "answer": "all of these"}])
    assert codes(list(lint_set(questions))) == {"Q101", "Q104"}
    assert codes(list(lint_set(questions, selection=Selection(select=("Q101",))))) == {"Q101"}
    assert codes(list(lint_set(questions, selection=Selection(ignore=("Q101",))))) == {"Q104"}
    assert codes(list(lint_set(questions, selection=Selection(("Q1",), ("Q104",))))) == {"Q101"}
    assert codes(list(lint_set(questions, selection=Selection(("Q2",))))) == set()


def test_rules_are_found_by_code_prefix_or_name() -> None:
    assert [rule.code for rule in find_rules("Q101")] == [rule.code for rule in find_rules("q101")] == ["Q101"]
    assert [rule.code for rule in find_rules("longest-key")] == ["Q103"]
    assert {rule.code for rule in find_rules("Q3")} == {code for code in RULES if code.startswith("Q3")}
    assert find_rules("Q9") == []


def test_english_rules_skip_other_languages() -> None:
    english, french = (question_set([NEGATIVE]).model_copy(update={"language": code}) for code in ("en-GB", "fr"))
    assert codes(list(lint_set(english))) == {"Q104"}
    assert not list(lint_set(french))


@pytest.mark.parametrize("code", ["Q17", "107", "E201", "all", "Q1070", "Q１07"])
def test_malformed_codes_are_rejected(code: str) -> None:
    with pytest.raises(ValidationError, match="E108"):
        question_set([{**NEGATIVE, "lint": {"ignore": [code]}}])


def test_suppressions_are_not_part_of_the_data() -> None:
    questions = question_set([{**NEGATIVE, "lint": {"ignore": ["Q104"]}}])
    assert "lint" not in question_data(questions.questions[0])
    assert "lint" not in questions.model_dump_json()


def test_suppressions_of_a_set_are_read_and_checked(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text("id: s\ntitle: S\nlint: {ignore: [Q104]}\nquestions: [{id: q, kind: short, stem: A?, answer: B}]\n")
    assert set_from(read_document(path)).ignored_rules == ("Q104",)
    path.write_text(path.read_text().replace("[Q104]", "[Q104, q1]"))
    with pytest.raises(LoadError) as caught:
        set_from(read_document(path))
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.line, diagnostic.column, diagnostic.severity) == ("E108", 3, 23, "error")
