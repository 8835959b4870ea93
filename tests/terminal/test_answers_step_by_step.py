"""Typed blanks that are corrected, and hints: what the prompts of a capable terminal offer and take."""

import pytest
from drawn import Drawn, frontend_on
from terminal_learner import ALT_U, BACKSPACE, ENTER, LEFT, NINE_KINDS

from quizgen.session.frontend import Undo
from quizgen.session.prompt import Prompt
from quizgen.terminal import key_labels, messages

pytestmark = pytest.mark.terminal

SIZE = (80, 24)
BY_KIND = {question.kind: question for question in NINE_KINDS.questions}


def prompt_for(kind: str, *, hint: str | None = None, exam: bool = False) -> Prompt:
    question = next(question for question in NINE_KINDS.questions if question.kind == kind)
    options = (question.answer, *question.shown[1:]) if question.kind == "choice" else ()
    return Prompt(
        question.model_copy(update={"hint": hint}), options, None, 2, 9, exam=exam, undoable=None if exam else "answer"
    )


@pytest.mark.parametrize("back", [BACKSPACE, LEFT, ALT_U])
def test_an_empty_blank_leads_back_to_the_one_before(back: str) -> None:
    drawn = Drawn(SIZE)
    with drawn.typing(f"tydes{ENTER}", back, BACKSPACE * 4 + f"ides{ENTER}", f"moon{ENTER}"):
        assert frontend_on(drawn).ask(prompt_for("cloze")) == ("tides", "moon")
    assert any("Blank 1 of 2 › tydes" in line for line in drawn.lines)  # it can be edited
    assert any("(1) › tides" in line for line in drawn.printed.getvalue().splitlines())
    assert "tydes" not in drawn.printed.getvalue()


def test_undo_takes_back_a_blank_before_the_previous_answer() -> None:
    drawn = Drawn(SIZE)
    with drawn.typing(f"tydes{ENTER}", "mo" + ALT_U, ALT_U), pytest.raises(Undo):
        frontend_on(drawn).ask(prompt_for("cloze"))
    assert len({line for line in drawn.lines if "Blank" in line and "tydes" in line}) == 1


def test_a_hint_is_offered_until_it_is_shown() -> None:
    drawn = Drawn(SIZE)
    with drawn.typing("?", "1"):
        frontend_on(drawn).ask(prompt_for("choice", hint="Think of war."))
    assert drawn.printed.getvalue().count("Hint: Think of war.") == 1
    offers = [any(key_labels.HINT in line for line in prompt) for prompt in drawn.prompts]
    assert (offers[0], offers[-1]) == (True, False)


@pytest.mark.parametrize("kind", ["short", "number", "cloze", "true_false"])
@pytest.mark.parametrize("exam", [False, True])
def test_a_question_without_a_hint_says_so(kind: str, exam: bool) -> None:
    drawn = Drawn(SIZE)
    keys = ("?", "t") if kind == "true_false" else (f"?{ENTER}", f"1{ENTER}", f"2{ENTER}")
    with drawn.typing(*keys):
        frontend_on(drawn).ask(prompt_for(kind, exam=exam))
    said = messages.NO_HINT_IN_EXAM if exam else messages.NO_HINT
    assert any(said in line for line in drawn.lines)
    assert not any("not a number" in line or "? hint" in line for line in drawn.lines)
