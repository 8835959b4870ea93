"""Each rule finds its flaw in five varied questions, and leaves five sound ones alone; so do its documented examples."""

from typing import Any

import pytest
import yaml_rs
from lint_samples import codes, found_in, question_set, samples, seed_of

from quizgen.linting import RULES, lint_seed, lint_set
from quizgen.linting.explain import example

CASES = [
    pytest.param(code, side, sample, id=f"{code}-{side}-{number}")
    for code in RULES
    for side in ("flawed", "sound")
    for number, sample in enumerate(samples(code)[side], 1)
]


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_at_least_five_samples_of_each(code: str) -> None:
    assert all(len(samples(code)[side]) >= 5 for side in ("flawed", "sound"))


@pytest.mark.parametrize(("code", "side", "sample"), CASES)
def test_samples(code: str, side: str, sample: Any) -> None:
    found = found_in(code, sample)
    if side == "flawed":
        assert code in found
    elif RULES[code].looks == "question":
        assert found == set()  # what is sound is sound to all rules: false alarms of the others show here too
    else:
        assert code not in found


@pytest.mark.parametrize("code", sorted(RULES))
def test_documented_examples(code: str) -> None:
    rule = RULES[code]
    for side in ("flawed", "mended"):
        written: Any = yaml_rs.loads(example(rule, side), parse_datetime=False)
        if rule.looks == "facts":
            asked = {fact["id"] for fact in written if "ask" in fact}
            found = codes(list(lint_seed(seed_of(written), asked if code == "Q302" else None)))
        else:
            found = codes(list(lint_set(question_set(written))))
        assert (code in found) is (side == "flawed"), side
        if side == "mended" and rule.looks == "question":
            assert found == set()


def test_the_advice_on_an_option_that_denies_the_others_knows_whether_it_is_right() -> None:
    none = {"kind": "choice", "stem": "Which is a bird?", "answer": "none of these", "distractors": ["bat", "moth"]}
    (right,) = lint_set(question_set([none]))
    (wrong,) = lint_set(question_set([{**none, "answer": "owl", "distractors": ["bat", "moth", "none of these"]}]))
    assert "one of the options is right" in right.help
    assert "plausible wrong option" in wrong.help


def test_one_flaw_is_told_once() -> None:
    labels = {"answer": "1 and 2", "distractors": ["1 and 3", "2 and 3"]}
    combined = {"kind": "choice", "stem": "Which float? 1. ice 2. oil 3. iron", **labels}
    assert [finding.code for finding in lint_set(question_set([combined]))] == ["Q113"]
    denied = {
        "kind": "choice",
        "stem": "Who wrote Emma?",
        "answer": "Austen",
        "distractors": ["Eliot", "None of these"],
    }
    (finding,) = lint_set(question_set([denied]))
    assert finding.code == "Q102"
    assert "leave it out" not in finding.help  # two options would be left


def test_what_is_told_names_what_is_wrong() -> None:
    dates = {
        "kind": "choice",
        "stem": "When did it end?",
        "answer": "1918",
        "options": ["1945", "1939", "1918", "1953"],
    }
    (order,) = lint_set(question_set([{**dates, "shuffle": False}]))
    assert "'1945' stands before '1939'" in order.message
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
    (right,) = lint_set(question_set([country, other]))
    assert right.message == "the question other makes 'Italy' right"
