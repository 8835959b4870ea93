"""Each rule reports its flaw in at least five samples and nothing in five sound ones, and so it does in its page's examples."""

from typing import Any

import pytest
import yaml_rs
from lint_samples import codes, found_in, question_set, samples, seed_of

from quizgen.facts.article import Article
from quizgen.grading.grader import grade
from quizgen.linting import RULES, QuestionRule, SeedRule, Selection, lint_seed, lint_set
from quizgen.linting.explain import page_of


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_at_least_five_samples_of_each(code: str) -> None:
    for side in ("flawed", "sound"):
        message = f"tests/linting/samples/{code}.yaml needs at least five samples under `{side}`"
        assert len(samples(code)[side]) >= 5, message


@pytest.mark.parametrize("code", sorted(RULES))
def test_samples(code: str) -> None:
    flawed, sound = samples(code)["flawed"], samples(code)["sound"]
    assert [sample for sample in flawed if code not in found_in(code, sample)] == []
    found = [(sample, found_in(code, sample)) for sample in sound]
    # No other rule may report a sound sample of a question either.
    any_rule = isinstance(RULES[code], QuestionRule)
    assert [(sample, reported) for sample, reported in found if (reported if any_rule else code in reported)] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_documented_examples(code: str) -> None:
    rule = RULES[code]
    page = page_of(rule)
    for side, text in (("example", page.example), ("better", page.better)):
        written: Any = yaml_rs.loads(text, parse_datetime=False)
        if isinstance(rule, SeedRule):
            asked = {fact["id"] for fact in written if "ask" in fact}
            cited = Article.from_bytes(b"The first coffee houses of the city opened at the harbor.")
            article = cited if code == "Q305" else None
            found = codes(list(lint_seed(seed_of(written), asked if code == "Q302" else None, article=article)))
        else:
            found = codes(list(lint_set(question_set(written))))
        assert (code in found) is (side == "example"), side
        if side == "better" and isinstance(rule, QuestionRule):
            assert found == set()


def test_help_on_none_of_the_above_depends_on_whether_it_is_the_key() -> None:
    none = {"kind": "choice", "stem": "Which is a bird?", "answer": "none of these", "distractors": ["bat", "moth"]}
    (right,) = lint_set(question_set([none]))
    (wrong,) = lint_set(question_set([{**none, "answer": "owl", "distractors": ["bat", "moth", "none of these"]}]))
    assert "one of the other options is correct" in right.help
    assert "plausible distractor" in wrong.help


def test_one_flaw_is_reported_once() -> None:
    labels = {"answer": "1 and 2", "distractors": ["1 and 3", "2 and 3"]}
    combined = {"kind": "choice", "stem": "Which float? 1. ice 2. oil 3. iron", **labels}
    assert [finding.code for finding in lint_set(question_set([combined]))] == ["Q113"]
    doubled = {"kind": "choice", "stem": "Which of these cells does NOT lack a nucleus?", "answer": "neutrophil"}
    doubled_options = {**doubled, "distractors": ["platelet", "red blood cell"]}
    assert [finding.code for finding in lint_set(question_set([doubled_options]))] == ["Q133"]
    denied = {
        "kind": "choice",
        "stem": "Who wrote Emma?",
        "answer": "Austen",
        "distractors": ["Eliot", "None of these"],
    }
    (finding,) = lint_set(question_set([denied]))
    assert finding.code == "Q102"
    assert "remove it" not in finding.help  # only two options would remain


def test_messages_name_the_problem() -> None:
    dates = {
        "kind": "choice",
        "stem": "When did the First World War end?",
        "answer": "1918",
        "options": ["1945", "1939", "1918", "1953"],
    }
    (order,) = lint_set(question_set([{**dates, "shuffle": False}]))
    assert "'1945' is listed before '1939'" in order.message
    flag = {"kind": "choice", "stem": "Which flag?", "answer": "red cross on white"}
    rivals = ["red cross on blue", "green star on white", "gold crown on black"]
    (shared,) = lint_set(question_set([{**flag, "distractors": rivals}]))
    assert "'red', 'cross', 'white'" in shared.message
    country = {
        "kind": "choice",
        "stem": "Which country borders France?",
        "answer": "Spain",
        "distractors": ["Italy", "Malta"],
    }
    other = {"id": "other", "kind": "short", "stem": "Which country borders France?", "answer": "Italy"}
    (right,) = lint_set(question_set([country, other]), selection=Selection(("Q204",)))
    assert right.message == "the distractor 'Italy' is correct according to question other"


@pytest.mark.parametrize(
    ("question", "help"),
    [
        (
            {"kind": "short", "stem": "Which parameter collects the other arguments in Python?", "answer": "*args"},
            "add the missing one; if the character is meant literally, put the answer in backticks instead",
        ),
        (
            {"kind": "cloze", "text": "In Python, {{c1::*args}} collects the other arguments."},
            "add the missing one; if the character is meant literally, put the answer in backticks instead",
        ),
        (
            {"kind": "cloze", "text": "In C, *p gives {{c1::the value}} at an address."},
            "add the missing one; if the character is meant literally, put a backslash before it instead",
        ),
        (
            {"kind": "short", "stem": "What does *p give for a pointer p?", "answer": "the value at its address"},
            "add the missing one; if the character is meant literally, put a backslash before it instead",
        ),
    ],
)
def test_the_help_for_a_typed_answer_adds_no_character_to_type(question: dict[str, Any], help: str) -> None:
    found = [each for each in lint_set(question_set([question])) if each.code == "Q123"]
    assert [each.help for each in found] == [help]


@pytest.mark.parametrize("kind", ["short", "cloze"])
def test_code_in_backticks_is_graded_as_it_is_typed(kind: str) -> None:
    fields = {
        "short": {"stem": "Declare, in C, a pointer to an int.", "answer": "`int *p;`"},
        "cloze": {"text": "In C, {{c1::`int *p;`}} declares a pointer."},
    }[kind]
    asked = question_set([{"kind": kind, **fields}])
    assert not [each for each in lint_set(asked) if each.code == "Q123"]
    graded = {
        given: grade(asked.questions[0], given if kind == "short" else (given,)).counts_right
        for given in ("int *p;", "int* p;", "int*p;", "int p;", "int **p;", "int &p;")
    }
    assert [given for given, right in graded.items() if right] == ["int *p;", "int* p;", "int*p;"]


@pytest.mark.parametrize("pattern", [(True, False), (True, False, True), (True,) * 150 + (False,) * 150])
def test_a_large_language_course_is_found_by_a_sample(pattern: tuple[bool, ...]) -> None:
    forms = [{"stem": "the dog", "answer": "el perro"}, {"stem": "Which river is this?", "answer": "Po"}]
    kinds = (pattern * 300)[:300]
    exercises = [{"kind": "short", **forms[not is_exercise]} for is_exercise in kinds]
    found = lint_set(question_set(exercises), selection=Selection(select=("Q209",)))
    assert [finding.message.partition(" are")[0] for finding in found] == [f"{sum(kinds)} of 300 typed questions"]


@pytest.mark.parametrize(
    ("others", "is_known"),
    [
        ([], False),
        (["How long is a GVX-coded hull?"], False),
        (["What does GVX stand for?"], True),
        (["What does a ship need if its GVX is low?"], False),
        (["What does GVX mean?"], True),
        (["What is a GVX?"], True),
        (['What does "GVX" stand for?'], True),
        (["Which ships need a gross vessel index (GVX)?"], True),
        (["How is the GVX of a ship found?", "Who sets the GVX of a ship?"], True),
    ],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_learners_know_the_abbreviations_of_their_set(
    others: list[str], is_known: bool, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.linting.linter.processes_for", lambda _: processes)
    stems = ["Above which GVX does a ship need a pilot?", *others]
    asked = question_set([{"kind": "short", "stem": stem, "answer": "twelve"} for stem in stems])
    found = lint_set(asked, selection=Selection(select=("Q158",)))
    assert ("question-1" in {finding.question.id for finding in found if finding.question}) is not is_known
