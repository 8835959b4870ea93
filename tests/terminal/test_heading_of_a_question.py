"""The line above a question: what is left, the bar and the topic, as far as the terminal has room."""

import io

import pytest
from rich.console import Console

from quizgen.history.queue import Waiting
from quizgen.questions import TrueFalseQuestion
from quizgen.session import Prompt
from quizgen.terminal.rich_frontend import RichFrontend
from quizgen.terminal.screen import Screen

QUESTION = TrueFalseQuestion(id="q", stem="It rains.", answer=True)
LEFT = Waiting(learning=5, due=14, new=20)


def heading(columns: int, topic: str | None, left: Waiting | None = LEFT, position: int = 2) -> str:
    frontend = RichFrontend()
    written = io.StringIO()
    frontend._screen = Screen(Console(file=written, width=columns))
    prompt = Prompt(QUESTION, (), topic, position, 8, left=left, minutes=12)
    frontend._question(prompt)
    return written.getvalue().splitlines()[2]


@pytest.mark.parametrize(
    ("columns", "topic", "shown"),
    [
        (
            80,
            "Practice by retrieval",
            " 14 due, 5 learning, 20 new left, 12 min ━━━━───────────  Practice by retrieval",
        ),
        (80, None, " 14 due, 5 learning, 20 new left, 12 min ━━━━━──────────────"),
        (40, "Practice by retrieval", " 14 due, 5 learning, 20 new left"),
    ],
)
def test_in_study(columns: int, topic: str | None, shown: str) -> None:
    assert heading(columns, topic).rstrip() == shown


def test_a_topic_is_cut_rather_than_shown_next_to_a_short_bar() -> None:
    left = Waiting(learning=0, due=62, new=0)
    assert heading(40, "Practice by retrieval", left).rstrip() == " 62 due left, 12 min  Practice by ret…"
    assert heading(40, "The sky", left).rstrip() == " 62 due left, 12 min ━━───────  The sky"


def test_the_bar_of_a_quiz_starts_empty() -> None:
    assert heading(80, None, None, position=1).rstrip() == " 1/8 " + "─" * 19
