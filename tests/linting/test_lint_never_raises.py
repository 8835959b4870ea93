"""The linter takes whatever the models take: it never raises, and says the same each time."""

from time import process_time
from typing import Any

import pytest
from effort import examples
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lint_samples import QUESTIONS
from pydantic import ValidationError

from quizgen.linting import RULES, lint_set
from quizgen.linting.item import texts_of
from quizgen.questions import QuestionSet

SIGNS = st.sampled_from(["“", "”", '"', "*", "**", "`", "(", ")", "\\(", "not", "a", "an", " ", "5", "–", "10 km", "2015", "and", "all of the above", "___", "?", "is", "the", "May", ".", "é", "ß", "漢"])  # fmt: skip
WORDS = st.one_of(st.text(min_size=1, max_size=12), st.lists(SIGNS, min_size=1, max_size=8).map(" ".join))
DATA = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            ["card", "choice", "multiple", "true_false", "short", "number", "cloze", "order", "match"]
        )
    },
    optional={
        "explanation": WORDS,
        "hint": WORDS,
        "options": st.lists(WORDS, min_size=2, max_size=6),
        "shuffle": st.booleans(),
        "distractors": st.lists(WORDS, max_size=5),
    },
)


@pytest.mark.slow
@settings(max_examples=examples(200), deadline=None)
@given(st.lists(st.tuples(DATA, WORDS, WORDS, st.booleans()), min_size=1, max_size=6), st.data())
def test_no_question_makes_the_linter_raise(drawn: list[tuple[dict[str, Any], str, str, bool]], data: Any) -> None:
    written = [whole(f"q-{n}", *each) for n, each in enumerate(drawn)]
    sound = [question for each in written for question in taken(each)]
    assume(sound)
    questions = QuestionSet(id="any", title="Any", questions=sound)
    found = list(lint_set(questions))
    assert found == list(lint_set(questions))
    for finding in found:
        assert finding.code in RULES
        assert finding.message
        assert finding.help
        if finding.question is not None and finding.at[0] in {"answer", "distractors", "options", "answers"}:
            owned = [at for at, _ in texts_of(finding.question)]
            assert any(at[: len(finding.at)] == finding.at for at in owned) or finding.at in {
                ("options",),
                ("distractors",),
            }


def whole(name: str, data: dict[str, Any], one: str, other: str, truth: bool) -> dict[str, Any]:
    """``data`` with what its kind needs, and without what it does not know."""
    kind = data["kind"]
    shown: dict[str, Any] = {key: data[key] for key in ("explanation", "hint") if key in data}
    needs: dict[str, Any] = {"stem": one, "answer": other}
    if kind in {"choice", "multiple"}:
        options = data.get("options")
        needs |= (
            {"options": options, "shuffle": data.get("shuffle", True)}
            if options
            else {"distractors": data.get("distractors", ["x"])}
        )
        key = options[0] if options else other
        needs |= {"answer": key} if kind == "choice" else {"answers": [key]}
        needs.pop("answer" if kind == "multiple" else "answers", None)
    elif kind == "true_false":
        needs |= {"answer": truth, "explanation": other}
    elif kind == "number":
        needs |= {"answer": len(other)} | ({"range": [0, 12]} if truth else {})
    elif kind == "cloze":
        needs = {"text": f"{one} {{{{c1::{other}}}}}"}
    elif kind == "order":
        needs = {"stem": one, "steps": [one, other, f"{one} {other}"]}
    elif kind == "match":
        needs = {"stem": one, "pairs": {one: other, other: one}}
    return {"id": name, "kind": kind, **shown, **needs}


def taken(data: dict[str, Any]) -> Any:
    try:
        return QUESTIONS.validate_python([data])
    except ValidationError:
        return ()


@pytest.mark.parametrize("repeated", ["X and Y ", "and the ", "1.", "letters"])
def test_a_long_text_is_checked_in_two_seconds(repeated: str) -> None:
    text = (repeated * 12_000)[:12_000]
    asked = [
        {"id": "a", "kind": "true_false", "stem": text, "answer": False, "explanation": text},
        {"id": "b", "kind": "short", "stem": f"What is {text}?", "answer": "a thing"},
    ]
    began = process_time()
    list(lint_set(QuestionSet.model_validate({"id": "long", "title": "Long", "questions": asked})))
    assert process_time() - began < 2
