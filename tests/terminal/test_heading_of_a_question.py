"""The line above a question: what is left, the bar and the topic, as far as the terminal has room."""

import io

import pytest
from rich.console import Console

from quizgen.history.queue import Waiting
from quizgen.questions import TrueFalseQuestion
from quizgen.session.prompt import Prompt
from quizgen.terminal.rich_frontend import RichFrontend
from quizgen.terminal.screen import Screen

QUESTION = TrueFalseQuestion(id="q", stem="It rains.", answer=True)
LEFT = Waiting(learning=5, due=14, new=20)


def heading(columns: int, topic: str | None, left: Waiting | None = LEFT, position: int = 2, streak: int = 0) -> str:
    frontend = RichFrontend()
    written = io.StringIO()
    frontend._screen = Screen(Console(file=written, width=columns))
    prompt = Prompt(QUESTION, (), topic, position, 8, left=left, minutes=12, streak=streak)
    frontend._question(prompt)
    return written.getvalue().splitlines()[2]


@pytest.mark.parametrize(
    ("columns", "topic", "shown"),
    [
        (80, "Practice by retrieval", " 14 due, 5 learning, 20 new left, 12 min ━━━─────────  Practice by retrieval"),
        (80, None, " 14 due, 5 learning, 20 new left, 12 min ━━━─────────"),
        (40, "Practice by retrieval", " 14 due, 5 learning, 20 new left"),
    ],
)
def test_in_study(columns: int, topic: str | None, shown: str) -> None:
    assert heading(columns, topic).rstrip() == shown


def test_another_set_in_study_is_named_where_the_heading_has_no_room() -> None:
    frontend, written = RichFrontend(), io.StringIO()
    for columns, of_set in ((60, "a"), (60, "b"), (60, "b"), (80, "a")):
        frontend._screen = Screen(Console(file=written, width=columns))
        frontend._question(Prompt(QUESTION, (), f"Topic in {of_set}", 2, 8, left=LEFT, minutes=12, set_id=of_set))
    named = [line.strip() for line in written.getvalue().splitlines() if "Topic in" in line]
    assert named == ["Topic in b", "14 due, 5 learning, 20 new left, 12 min ━━━─────────  Topic in a"]


def test_a_topic_is_cut() -> None:
    left = Waiting(learning=0, due=62, new=0)
    assert heading(40, "Practice by retrieval", left).rstrip() == " 62 due left"  # as where there is no room
    assert heading(40, "Practice by retrieval", None).rstrip() == " 2/8  Practice by retrieval"
    assert heading(40, "Schedules and programs of practice", None, streak=2).rstrip() == (
        " 2/8  Schedules and progra…  2 in a row"
    )


def test_the_bar_of_a_quiz_starts_empty() -> None:
    assert heading(80, None, None, position=1).rstrip() == " 1/8 " + "─" * 19


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_bar_has_the_same_length_at_every_question(columns: int) -> None:
    topics = [None, "The sky", "Practice by retrieval", "Rivers of Europe and their longest tributaries"]
    lefts = [Waiting(learning=n % 3, due=n * 7, new=n * n) for n in range(1, 5)]
    for waiting in ([None], lefts):
        shown = [heading(columns, topic, left, position) for topic in topics for left in waiting for position in (1, 8)]
        assert len({sum(map(line.count, "━─")) for line in shown}) == 1
