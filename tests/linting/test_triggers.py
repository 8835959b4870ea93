"""A rule that waits for a word or a character reports the same as if it read every question.

Findings are in the order of codes.
"""

import pytest
from lint_samples import question_set, samples
from test_independent_samples import FOLDER

from quizgen.linting import RULES, QuestionRule, Selection, lint_set
from quizgen.linting.item import Item
from quizgen.linting.learned import Learned
from quizgen.linting.rules import open_questions, stems
from quizgen.loading.sets import read_set
from quizgen.questions import Question

QUESTION_RULES = [rule for rule in RULES.values() if isinstance(rule, QuestionRule)]
NOTHING = Learned(())


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    """The samples of all rules about single questions, those by somebody else, and some with the words in other forms."""
    written = [
        sample
        for code, rule in RULES.items()
        if isinstance(rule, QuestionRule)
        for found in samples(code).values()
        for sample in found
    ]
    written += [
        {"kind": "short", "stem": stem, "answer": "Po"}
        for stem in (
            "What is the author’s word for the river?",
            "What is the article's word for the river?",
            "Which river was in yesterday’s news?",
            "Which river flooded after 10 August’s storm?",
            "WHICH RIVER FLOODED LAST YEAR?",
            "Which river isn’t without a bridge, and wasn't it shown on the map below?",
        )
    ]
    return [
        *question_set(written).questions,
        *(one for name in ("flawed", "sound") for one in read_set(FOLDER / f"{name}.yaml").question_set.questions),
    ]


@pytest.mark.parametrize(
    "rule", [rule for rule in QUESTION_RULES if rule.triggers is not None], ids=lambda rule: rule.code
)
def test_no_finding_lacks_a_trigger(rule: QuestionRule, questions: list[Question]) -> None:
    items = [Item(question, NOTHING) for question in questions if question.kind in rule.kinds]
    found = [item for item in items if any(rule.find(item))]
    assert found
    assert [item.stem for item in found if (rule.triggers or frozenset()).isdisjoint(item.words)] == []


@pytest.mark.parametrize("rule", [rule for rule in QUESTION_RULES if rule.signs], ids=lambda rule: rule.code)
def test_no_finding_lacks_a_sign(rule: QuestionRule, questions: list[Question]) -> None:
    items = [Item(question, NOTHING) for question in questions if question.kind in rule.kinds]
    found = [item for item in items if any(rule.find(item))]
    assert found
    assert [item.stem for item in found if set(rule.signs).isdisjoint(item.all_text)] == []


def test_findings_are_in_the_order_of_codes() -> None:
    several = {
        "kind": "choice",
        "stem": "Which of these is not dry?",
        "answer": "sometimes the highest of the mountains",
        "distractors": ["sometimes never the sea", "Never the sea."],
    }
    found = [finding.code for finding in lint_set(question_set([several]))]
    assert {"Q103", "Q104", "Q105", "Q106"} <= set(found)
    assert found == sorted(found)


def test_the_longest_patterns_are_not_used_for_stems_without_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in ("_ANY_OF", "_SHARED_TRAIT", "_SYNONYM", "_TRANSLATES_ONE", "_WIDE", "_INSTANCE"):
        monkeypatch.setattr(open_questions, pattern, None)  # using it would raise an error
    monkeypatch.setattr(stems, "_UNFOCUSED", None)
    short = {"kind": "short", "stem": "Which river crosses Vienna?", "answer": "Danube"}
    stem = "Which river crosses Cologne?"
    choice = {"kind": "choice", "stem": stem, "answer": "Rhine", "distractors": ["Elbe", "Oder", "Main"]}
    sound = question_set([short, choice])
    assert list(lint_set(sound, selection=Selection(("Q117", "Q145")))) == []
