"""The feedback on a capable terminal: what is marked, and what stays in view on a low one."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from drawn import Drawn, frontend_on
from terminal_learner import ENTER

from quizgen.grading.known import known_answers
from quizgen.grading.verdict import Response
from quizgen.history.ratings import Rating
from quizgen.questions import QuestionSet
from quizgen.session.frontend import Extra
from quizgen.session.prompt import Answered, Prompt
from quizgen.session.session import Session
from quizgen.terminal import describe, messages, study_messages

pytestmark = pytest.mark.terminal

STEPS = ["Grind", "Boil", "Pour", "Drink"]
SENTENCE = "It carries four times as much water as the next one, measured as a mean over the whole year at its mouth."
RIVERS = ["the Don, a river in Russia", "the Dnieper, which passes Kyiv", "the Dniester, which rises in the west"]


def feedback_on(size: tuple[int, int], response: Response, **question: object) -> list[str]:
    """The lines that are printed when a question is answered in study."""
    return feedback_after("", (), size, response, question)


def feedback_after(
    keys: str, extras: tuple[Extra, ...], size: tuple[int, int], response: Response, question: Mapping[str, object]
) -> list[str]:
    """The lines that are printed if ``keys``, those of ``extras``, are pressed at the feedback before Enter."""
    data = {"id": "s", "title": "S", "questions": [{"id": "q", "stem": "Which?", **question}]}
    question_set = QuestionSet.model_validate(data)
    prompt = Session.start(question_set, question_set.questions, seed=1).prompt
    assert prompt is not None
    answered = Answered.of(prompt.question, response, known_answers(question_set))
    drawn = Drawn(size)
    frontend = frontend_on(drawn)
    frontend.extras = extras
    with drawn.typing(*keys, ENTER):
        frontend.rate(prompt, answered, Rating.AGAIN, [timedelta(days=n) for n in range(1, 5)])
    return [line for line in drawn.printed.getvalue().splitlines() if line]


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (
            ["Boil", "Pour", "Drink", "Grind"],
            [
                *(f"   {number}. {step}" for number, step in enumerate(STEPS, 1)),
                "   Your order: ✗ Boil; ✓ Pour; ✓ Drink; ✗ Grind",
                "  ◐ Partly correct (2 of 3)",
                f"   {messages.STEPS_THAT_COUNT}",
            ],
        ),
        (
            ["Pour", "Boil", "Grind", "Drink"],
            [
                *(f"   {number}. {step}" for number, step in enumerate(STEPS, 1)),
                "   Your order: ✗ Pour; ✗ Boil; ✗ Grind; ✗ Drink",
                "  ✗ Wrong",
                f"   {messages.NO_STEP_COUNTS}",
            ],
        ),
        (
            ["Grind", "Drink", "Pour", "Boil"],
            [
                *(f"   {number}. {step}" for number, step in enumerate(STEPS, 1)),
                "   Your order: ✓ Grind; ✗ Drink; ✗ Pour; ✗ Boil",
                "  ✗ Wrong",
                f"   {messages.NO_STEP_COUNTS}",
                f"   {messages.FIRST_STEP_EARNS_NONE}",
            ],
        ),
        (STEPS, [*(f" ✓ {number}. {step}" for number, step in enumerate(STEPS, 1)), "  ✓ Correct"]),
    ],
)
def test_the_marks_of_an_order_and_what_counts(given: list[str], lines: list[str]) -> None:
    shown = feedback_on((100, 40), tuple(given), kind="order", steps=STEPS)
    assert [line.rstrip() for line in shown[: len(lines)]] == lines
    is_partly = "  ◐ Partly correct (2 of 3)" in lines
    assert " ".join(map(str.strip, shown[len(lines) :])) == (study_messages.PARTLY_IS_HARD if is_partly else "")


def test_an_option_that_earned_a_part_is_marked_as_such() -> None:
    half = {"text": "Don", "share": 0.5}
    shown = feedback_on((80, 24), "Don", kind="choice", answer="Po", distractors=[half, "Arno"])
    assert sorted(line[:2] for line in shown if line.rstrip().endswith(("Don", "Po", "Arno"))) == ["  ", " ◐", " ✓"]


def test_boxes_show_what_was_selected() -> None:
    options = {"answers": ["Po", "Don"], "distractors": ["Arno", "Adda"]}
    shown = feedback_on((80, 24), frozenset({"Po", "Arno"}), kind="multiple", **options)
    marks = {line[7:].strip().split("  ", 1)[1]: line[:6] for line in shown if "]" in line}
    assert marks == {"Po": " ✓ [x]", "Arno": " ✗ [x]", "Don  (missed)": " ○ [ ]", "Adda": "   [ ]"}
    assert shown[-1] == "  ✗ Wrong   Each wrong selection reduces the credit."  # although one was correct
    half = feedback_on((80, 24), frozenset({"Po"}), kind="multiple", **options)
    assert "  ◐ Partly correct (1 of 2)" in [line.rstrip() for line in half]


def test_what_is_right_has_no_cross() -> None:
    pairs = {"Po": "Italy", "Don": "Russia", "Elbe": "Germany"}
    given = (("Po", "Italy"), ("Don", "Germany"), ("Elbe", "Russia"))
    shown = feedback_on((80, 24), given, kind="match", pairs=pairs)
    assert [line.rstrip() for line in shown[:3]] == [
        " ✓ Po → Italy",
        " ○ Don → Russia  (your answer: ✗ Germany)",
        " ○ Elbe → Germany  (your answer: ✗ Russia)",
    ]


def test_on_a_low_terminal_the_answer_and_the_verdict_stay_in_view() -> None:
    choice = {"kind": "choice", "answer": "the Danube, which rises in the Black Forest", "distractors": RIVERS}
    high = feedback_on((40, 40), RIVERS[0], **choice, explanation=SENTENCE)
    low = feedback_on((40, 13), RIVERS[0], **choice, explanation=SENTENCE)
    long_stem = {**choice, "stem": f"Which river carries the most water? {SENTENCE}"}
    for stem, is_whole in ((choice, True), (long_stem, False)):  # the question stays in view, too
        shown = " ".join(feedback_on((40, 17), RIVERS[0], **stem, explanation=SENTENCE))
        assert ("Kyiv" in shown) is is_whole
    very_low = feedback_on((40, 11), RIVERS[0], **choice, explanation=SENTENCE)
    assert "Kyiv" in " ".join(high)
    assert "Kyiv" not in " ".join(low)  # neither correct nor chosen
    assert low[-3].startswith("   It carries")
    assert sorted(very_low) == sorted(low)
    assert very_low[0].startswith("   It carries")
    assert very_low[-1].rstrip() == "  ✗ Wrong"
    truth = {"kind": "true_false", "stem": "Kyiv is on the Dnieper.", "answer": True, "explanation": SENTENCE}
    assert any("f  False" in line for line in feedback_on((40, 40), True, **truth))
    assert not any("f  False" in line for line in feedback_on((40, 12), True, **truth))


def test_in_an_exam_the_earlier_answer_is_selected_already() -> None:
    data = {"id": "q", "kind": "multiple", "stem": "Which?", "answers": ["Po", "Don"], "distractors": ["Arno"]}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    question = question_set.questions[0]
    given = Answered.of(question, frozenset({"Don", "Arno"}), known_answers(question_set))
    drawn = Drawn((80, 24))
    with drawn.typing(("2", ENTER)):
        response = frontend_on(drawn).ask(Prompt(question, ("Arno", "Don", "Po"), None, 1, 1, exam=True, given=given))
    assert response == frozenset({"Arno"})


def test_what_a_switch_did_last_stays_on_the_screen() -> None:
    said = iter((["Suspended.", "To resume, press x."], ["Resumed."], ["Suspended.", "To resume, press x."]))
    switch = Extra("x", lambda _: "x suspend", "!suspend", lambda _: next(said), is_switch=True)
    assert feedback_after("xxx", (switch,), (80, 24), "Po", {"kind": "short", "answer": "Po"})[-1] == "   Suspended."


def test_an_empty_blank_is_named() -> None:
    question = QuestionSet.model_validate(
        {"id": "s", "title": "S", "questions": [{"id": "q", "kind": "cloze", "text": "{{c1::A}} {{c2::B}}"}]}
    ).questions[0]
    assert describe.given(question, ("", "b")) == "(left empty); b"


@pytest.mark.parametrize(
    ("answer", "shown"), [("the Po", " → the Po"), ("- the Po\n- the Don", "   - the Po\n   - the Don")]
)
def test_an_answer_is_to_the_right_of_an_arrow(answer: str, shown: str) -> None:
    data = {"id": "q", "kind": "card", "stem": "Which?", "answer": answer, "hint": "It is in Italy."}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    prompt = Prompt(question_set.questions[0], (), None, 1, 1)
    drawn = Drawn((80, 24))
    with drawn.typing(ENTER, (ENTER, "y")):
        frontend_on(drawn).ask(prompt)
    assert f"\n{shown}\n" in drawn.printed.getvalue()
    skips, is_refused = [any(text in line for line in drawn.lines) for text in ("s skip", "Press y or n.")]
    assert (skips, is_refused) == (True, True)
    assert any("? hint" in line for line in drawn.prompts[0])
    assert not any("s skip" in line or "? hint" in line for line in drawn.prompts[-1])  # the answer is on the screen


def test_what_is_said_about_a_card_and_an_answer_that_the_learner_overrode() -> None:
    card = {"kind": "card", "answer": "the Po"}
    assert "Not known yet" in "".join(feedback_on((80, 24), False, **card))
    assert "Answer: the Po" in "".join(feedback_on((80, 24), None, **card))
