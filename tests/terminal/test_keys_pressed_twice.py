"""A key pressed twice, or held down, does not answer the next question unread."""

import io
import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console
from terminal_learner import CTRL_C, DOWN, ENTER, NINE_KINDS, UP, Learner, quiz, start

from quizgen.questions import OrderQuestion
from quizgen.session.session import Session
from quizgen.terminal import messages
from quizgen.terminal.keys import Footer, numbered
from quizgen.terminal.prompts import LEAVING, pick, tick, type_in, wait
from quizgen.terminal.screen import Screen

pytestmark = pytest.mark.terminal


def asked(prompt: Callable[[Screen], object], keys: str, clock: Callable[[], float]) -> object:
    """What ``prompt`` returns for ``keys``, which arrive at once."""
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text(keys)
        return prompt(Screen(Console(file=io.StringIO()), clock))


OPTIONS = numbered(["red", "green", "blue"])
FOOTER = Footer(("keys",), {"s": LookupError})
PROMPTS: dict[str, tuple[Callable[[Screen], object], str, object]] = {
    "pick": (lambda screen: pick(screen, "", OPTIONS, FOOTER), "2", 1),
    "tick": (lambda screen: tick(screen, OPTIONS, FOOTER), "2" + ENTER, [1]),
    "wait": (lambda screen: wait(screen, FOOTER, {"2": "two"}), "2", "two"),
}


@pytest.mark.parametrize("name", PROMPTS)
def test_keys_that_come_too_early_are_dropped_but_ctrl_c_is_not(name: str) -> None:
    prompt, keys, _ = PROMPTS[name]
    with pytest.raises(KeyboardInterrupt):
        asked(prompt, keys + "s" + CTRL_C, lambda: 0.0)


@pytest.mark.parametrize("name", PROMPTS)
def test_later_keys_count(name: str) -> None:
    prompt, keys, answer = PROMPTS[name]
    assert asked(prompt, keys, count().__next__) == answer


def test_a_menu_takes_early_keys_except_those_that_leave_the_screen_before() -> None:
    def menu(screen: Screen) -> int:
        return pick(screen, "?", OPTIONS, FOOTER, start=0, guarded=LEAVING)

    assert asked(menu, ENTER + "q2", lambda: 0.0) == 1
    with pytest.raises(KeyboardInterrupt):
        asked(menu, ENTER + CTRL_C, lambda: 0.0)


def test_typed_prompts_keep_keys_that_come_early() -> None:
    assert asked(lambda screen: type_in(screen, "?", FOOTER), "Pacific" + ENTER, lambda: 0.0) == "Pacific"


@pytest.mark.parametrize(("keys", "answer"), [(DOWN, 0), (UP, 2), (DOWN + DOWN, 1), (UP + UP, 1), (ENTER + UP, 2)])
def test_enter_picks_only_what_the_pointer_was_moved_to(keys: str, answer: int) -> None:
    assert asked(PROMPTS["pick"][0], keys + ENTER, count().__next__) == answer


def test_enter_pressed_three_times_answers_nothing(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "choice", "--kind", "true_false", "--json", str(file))
    learner.sees("or ↑↓ Enter")
    learner.types("1")
    learner.sees("Enter next")
    learner.types(ENTER * 3)
    learner.sees("t, f or ↑↓ Enter")
    learner.types(ENTER)
    learner.sees("Select an option first.")
    learner.types(DOWN + DOWN + ENTER)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types("q")
    learner.leaves()
    assert [answer["response"] for answer in json.loads(file.read_text())["answers"]][1:] == [False]


def test_a_digit_pressed_twice_answers_one_question_of_an_exam(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "choice", "--kind", "true_false", "--exam")
    learner.sees("or ↑↓ Enter")
    learner.types("11")
    learner.sees("t, f or ↑↓ Enter")
    learner.types("q")
    assert "1 of 2 questions answered" in learner.leaves()


def test_an_arrangement_takes_keys_as_fast_as_they_come(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "order")
    prompt = Session.start(NINE_KINDS, [q for q in NINE_KINDS.questions if q.kind == "order"], seed=1).prompt
    assert prompt is not None
    assert isinstance(prompt.question, OrderQuestion)
    learner.sees("or ↑↓ Enter")
    digits = [messages.NUMBERS_KEY[prompt.options.index(step)] for step in prompt.question.steps]
    learner.types("".join(digits[:-1]) + ENTER)  # this Enter comes too early to submit
    learner.sees("Enter submit")
    learner.types(ENTER)
    learner.sees("Correct")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_what_is_typed_ahead_of_a_typed_prompt_counts(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "true_false", "--kind", "short")
    learner.sees("t, f or")
    learner.types("f")
    learner.sees("Enter next")
    learner.types(ENTER + "Pacific" + ENTER)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    assert "Score: 100% (2 of 2" in learner.leaves()


def test_the_terminals_answer_about_its_cursor_is_not_a_key(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "choice", env={"PROMPT_TOOLKIT_NO_CPR": ""})
    learner.sees("\x1b[6n")
    learner.types("\x1b[5;1R", pause=0)
    learner.sees("or ↑↓ Enter")
    learner.types("1", pause=2.5)  # after 2 seconds, prompt_toolkit would give up on the terminal
    learner.sees("\x1b[6n")
    learner.types("\x1b[5;1R", pause=0)
    learner.sees("Enter next")
    learner.types("q")
    assert "WARNING" not in learner.leaves()


def test_a_key_of_other_prompts_is_an_answer_only_if_it_is_typed_twice(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "short", "--json", str(file))
    learner.sees("Ctrl-C quit")
    learner.types("q" + ENTER)
    learner.sees("To quit, press Ctrl-C. To submit 'q' as your answer, type it again.")
    learner.types("s" + ENTER)
    learner.sees("To skip this question, press Tab.")
    learner.types("s" + ENTER)
    learner.sees("Wrong")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
    assert json.loads(file.read_text())["answers"][0]["response"] == "s"


def test_undo_is_not_named_before_there_is_an_answer_to_undo(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "short", "--json", str(file))
    learner.sees("Ctrl-C quit")
    learner.types("u" + ENTER)
    learner.sees("Wrong")
    learner.sees("q quit")
    learner.types("q")
    assert "Alt-U" not in learner.leaves()
    assert json.loads(file.read_text())["answers"][0]["response"] == "u"


def test_an_accepted_letter_is_typed_once(learners: list[Learner], tmp_path: Path) -> None:
    (tmp_path / "set.yaml").write_text(
        "id: units\ntitle: Units\nquestions:\n"
        "  - {id: q, kind: short, stem: Which unit does time have?, answer: second, accept: [s]}\n"
    )
    learner = start(learners, "quiz", str(tmp_path / "set.yaml"))
    learner.sees("Ctrl-C quit")
    learner.types("s" + ENTER)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.leaves()
