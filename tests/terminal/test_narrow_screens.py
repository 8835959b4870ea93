"""On a terminal of 40×20 characters, no line is longer, and no word is cut: every screen, prompt and message.

What is drawn there has no word that the same has not on a wide terminal, so none was broken or cut off.
"""

import importlib
import io
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from drawn import Drawn, frontend_on
from effort import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from terminal_learner import BACKSPACE, ENTER

from quizgen.cli import menu_messages, today_screen
from quizgen.cli import prompts as cli_prompts
from quizgen.cli.interrupted import InterruptedQuiz
from quizgen.cli.question_prompts import ask_fields
from quizgen.grading.known import known_answers
from quizgen.history.queue import Waiting
from quizgen.history.ratings import Rating
from quizgen.questions import KINDS, QuestionSet
from quizgen.questions.kinds import Kind
from quizgen.session.frontend import SessionSummary
from quizgen.session.past_sessions import Attempt
from quizgen.session.prompt import Answered, Prompt
from quizgen.session.results import Score
from quizgen.session.session import Session
from quizgen.terminal import key_labels, messages, plain_messages, study_messages
from quizgen.terminal.keys import Footer
from quizgen.terminal.lesson import show_lesson
from quizgen.terminal.prompts import find, wait
from quizgen.terminal.screen import Screen

pytestmark = pytest.mark.terminal

NARROW, WIDE = (40, 20), (100, 200)
WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=11), min_size=1, max_size=14, unique=True).map(" ".join)
FEW = settings(max_examples=examples(10))  # each starts several prompts
AT = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)


def words(text: str) -> set[str]:
    """The words of a text; bars, and what was cut on purpose and has an ellipsis, are none."""
    return {word.rstrip(",.;") for word in text.split() if "…" not in word and not {*word} <= {*"━─"}}


def words_of(drawn: Drawn) -> set[str]:
    return words("\n".join(drawn.lines))


def assert_it_fits(show: Callable[[Drawn], None], only_narrow: str = "") -> Drawn:
    """Check that what ``show`` draws on a narrow terminal fits and has only whole words; return what it drew there.

    ``only_narrow`` is what only a narrow terminal shows.
    """
    narrow, wide = Drawn(NARROW), Drawn(WIDE)
    show(narrow)
    show(wide)
    too_long = [line for line in narrow.lines if cell_len(line) > NARROW[0] - 1]
    assert too_long == []
    assert words_of(narrow) - words_of(wide) - words(only_narrow) == set()
    return narrow


def question_of(kind: Kind, texts: list[str]) -> tuple[dict[str, Any], list[str]]:
    """A question made of eight ``texts``, and the keys for each of its prompts."""
    stem, hint, explanation, *parts = texts
    common = {"id": "q", "stem": stem, "explanation": explanation, "hint": hint, "topic": "topic", "attribution": hint}
    kinds: dict[Kind, tuple[dict[str, Any], list[str]]] = {
        "choice": ({"answer": parts[0], "distractors": parts[1:]}, ["?", "2"]),
        "multiple": ({"answers": parts[:2], "distractors": parts[2:]}, ["?", f"{ENTER}13{ENTER}"]),
        "true_false": ({"answer": False}, ["t"]),
        "card": ({"answer": "\n\n".join(parts)}, ["?", ENTER, "n"]),
        "short": ({"answer": parts[0]}, [ENTER, f"?{ENTER}", f"q{ENTER}", f"wrong{ENTER}"]),
        "number": ({"answer": 12, "unit": "km"}, [f"x{ENTER}", f"13{ENTER}"]),
        "cloze": (
            {"text": f"{stem} {{{{c1::{parts[0]}}}}} {hint} {{{{c2::{parts[1]}}}}}"},
            [f"a{ENTER}", BACKSPACE, f"b{ENTER}", ENTER, f"c{ENTER}"],
        ),
        "order": ({"steps": parts}, ["?", "1", "2", "3", "4", ENTER]),
        "match": (
            {"pairs": dict(zip(parts, reversed(texts[2:7]), strict=False))},
            ["1", "2", BACKSPACE, "2", "3", "4", ENTER],
        ),
    }
    given_keys, keys = kinds[kind]
    question = {**common, "kind": kind, **given_keys}
    if kind == "cloze":
        del question["stem"]
    return question, keys


@pytest.mark.parametrize("kind", KINDS)
@given(texts=st.lists(WORDS, min_size=8, max_size=8, unique=True), topic=WORDS)
@FEW
def test_questions_and_their_feedback(kind: Kind, texts: list[str], topic: str) -> None:
    data, keys = question_of(kind, texts)
    question_set = QuestionSet.model_validate(
        {"id": "s", "title": topic, "topics": {"topic": topic}, "questions": [data]}
    )
    first = Session.start(question_set, question_set.questions, seed=1).prompt
    assert first is not None
    left = Waiting(learning=5, due=14, new=20)
    prompt = Prompt(
        first.question, first.options, topic, 2, 8, left=left, minutes=12, undoable="answer", recognition=True
    )

    def show(on: Drawn) -> None:
        frontend = frontend_on(on)
        with on.typing(*keys):
            response = frontend.ask(prompt)
        answered = Answered.of(prompt.question, response, known_answers(question_set))
        intervals = [timedelta(minutes=1), timedelta(minutes=6), timedelta(days=1), timedelta(days=4)]
        with on.typing(ENTER):
            frontend.rate(prompt, answered, Rating.GOOD, intervals)
        with on.typing(ENTER):
            frontend.show_answered(prompt, answered, review=True)

    # Whether the prompt is drawn again between two keys depends on how long each of them takes.
    typed = "".join(key if key.isprintable() else " " for key in "".join(keys))
    assert_it_fits(show, only_narrow=f"{typed} done (2 selections)")


@given(st.lists(WORDS, min_size=10, max_size=10, unique=True))
@FEW
def test_no_row_of_a_match_is_cut(texts: list[str]) -> None:
    pairs = dict(zip(texts[:5], texts[5:], strict=True))
    data = {"id": "q", "kind": "match", "stem": "Which?", "pairs": pairs}
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": [data]})
    prompt = Session.start(question_set, question_set.questions, seed=1).prompt
    assert prompt is not None
    drawn = Drawn(NARROW)
    with drawn.typing("1", "2", "3", "4", ENTER):
        frontend_on(drawn).ask(prompt)
    confirmed = "\n".join([drawn.printed.getvalue(), *drawn.prompts[-1]])
    assert words(" ".join(texts)) <= words(confirmed)


@given(WORDS, WORDS, WORDS, st.sampled_from([1, 2]))
@FEW
def test_the_end_of_a_quiz(title: str, one: str, other: str, answered: int) -> None:
    data = {
        "id": "s",
        "title": title,
        "topics": {"one": one, "other": other},
        "questions": [
            {"id": "a", "topic": "one", "kind": "short", "stem": title, "answer": one},
            {"id": "b", "topic": "other", "kind": "short", "stem": other, "answer": title},
        ],
    }
    question_set = QuestionSet.model_validate(data)
    session = Session.start(question_set, question_set.questions, seed=1)
    for response in (one, None)[:answered]:
        session = session.answer(response)[0]
    earlier = (Attempt(AT, Score(1.5, 1, 1, 3, 0, 0, False)), Attempt(AT, Score(10.0, 10, 0, 10, 2, 1, False)))

    def show(on: Drawn) -> None:
        frontend = frontend_on(on)
        frontend.open(session)
        over = answered == 2
        arguments = tuple(f"--tag {title}".split())
        frontend.close(SessionSummary(session, over, AT, earlier, resumable=not over, arguments=arguments))
        with on.typing("n", "y", "n", "n"):
            frontend.ask_retry(1, 1, undoable="answer")
            frontend.ask_resume(session, AT, 90.0, has_options=True)
            frontend.ask_read([title])
            frontend.ask_read([title, one, other])
        frontend.warn(title)

    assert_it_fits(show)


@given(WORDS, WORDS, WORDS)
@FEW
def test_lessons_and_context(title: str, stem: str, answer: str) -> None:
    from quizgen.facts.lesson import Lesson, LessonItem, LessonTopic

    def show(on: Drawn) -> None:
        frontend = frontend_on(on)
        item = LessonItem("q", stem, answer=answer, explanation=title)
        lesson = Lesson("s", title, None, (LessonTopic("t", answer, (item, item)),), 1)
        with on.typing(*[ENTER] * 40):
            show_lesson(on.screen(), lesson, list)
        frontend._show([f"▸ {stem}", f"  → {answer}", f"  {title}", messages.SUSPENDED])

    # A narrow lesson may have several pages.
    drawn = assert_it_fits(show, only_narrow=f"{key_labels.ENTER_NEXT_PAGE} {key_labels.BACK}")
    below = [line for line in drawn.printed.getvalue().splitlines() if line.startswith("   ")]
    at = next(number for number, line in enumerate(below) if line.startswith("     → "))
    if at + 1 < len(below) and not below[at + 1].startswith("     "):
        assert len(f"     → {answer}") < NARROW[0]  # one line; longer ones hang below their text


@given(st.lists(WORDS, min_size=4, max_size=4))
@example(["a", "abcdefgh abcdefg abcdefghabc abcdefgh", "b", "c"])  # as wide as the screen
@example(["a", "abcdefgh " * 8, "b", "c"])
@FEW
def test_the_list_of_points(texts: list[str]) -> None:
    def show(on: Drawn) -> None:
        footer = Footer((key_labels.TYPE_TO_SEARCH, key_labels.LOOK), note=messages.POINT_SUSPENDED)
        with on.typing(ENTER):
            find(
                on.screen(),
                lambda shown: messages.points(len(shown), 3),
                [" ".join(texts), *texts],
                footer,
                search_in=lambda typed: [at for at, text in enumerate(texts, 1) if typed in text],
                start=0,
                search=texts[1],
                nothing_found=messages.NO_POINTS,
            )

    assert_it_fits(show)


@given(st.lists(WORDS, min_size=1, max_size=9), st.booleans(), st.integers(3, 10))
def test_the_today_screen(titles: list[str], is_interrupted: bool, entries: int) -> None:
    from quizgen.history.today import Day, SetDay

    sets = tuple(SetDay(f"s{n}", title, 5, 12, 20) for n, title in enumerate(titles))
    day = Day(sets, 45, 12, 20, 12, 0, 0, 3, 15.0)
    text = menu_messages.interrupted_quiz(titles[0], messages.progress(1, 2, 9), exam=True)
    stopped = InterruptedQuiz(("rivers",), text, exam=True) if is_interrupted else None
    today = today_screen.Today((), stopped, day, (study_messages.NO_NEW, messages.goal_progress(3, 20)))

    def show(on: Drawn) -> None:
        today_screen.show_today(on.screen(), today, entries)

    drawn = assert_it_fits(
        show, " ".join(menu_messages.more_sets(n, f"{5 * n} due {12 * n} {20 * n}") for n in range(1, 10))
    )
    assert ": 5 due" in drawn.printed.getvalue()  # at least one set


def test_sets_with_due_reviews_are_shown_where_not_all_fit() -> None:
    from quizgen.history.today import Day, SetDay

    waiting = ((0, 5, 0), (0, 0, 7), (0, 0, 8), (3, 0, 0), (4, 1, 0))
    sets = tuple(SetDay(f"s{n}", f"Set {n}", *numbers) for n, numbers in enumerate(waiting))
    drawn = Drawn((40, 18))
    today = today_screen.Today((), None, Day(sets, 7, 6, 15, 6, 0, 0, 3, 15.0), (messages.goal_progress(3, 20),))
    today_screen.show_today(drawn.screen(), today, 8)
    assert [line.strip() for line in drawn.printed.getvalue().splitlines()][1:3] == [
        "Set 4: 4 due, 1 learning",
        "… and 4 more sets: 3 due, 5 learning",  # and 15 new, for which there is no room
    ]


def fixed_texts(module: ModuleType) -> list[str]:
    return [text for name, text in vars(module).items() if name.isupper() and isinstance(text, str)]


KEYS = fixed_texts(key_labels)
MESSAGES = [*fixed_texts(messages), *fixed_texts(plain_messages), *fixed_texts(menu_messages), *KEYS]


def test_every_fixed_message_as_a_line_and_as_a_note_above_the_keys() -> None:
    def show(on: Drawn) -> None:
        texts = [
            *MESSAGES,
            study_messages.more_new(["rivers-of-europe", "--tag", "russia"], 20, 9, none=True, in_menu=False),
        ]
        for text in texts:
            on.screen().line(text)
        with on.typing(ENTER):
            wait(on.screen(), Footer(KEYS, note=" ".join(texts)))

    assert_it_fits(show)


@given(WORDS)
@FEW
def test_the_prompts_of_authors(text: str) -> None:
    choices = [("one", text), ("other", "other")]

    def show(on: Drawn) -> None:
        with on.typing(f"{ENTER}"):
            cli_prompts.ask_line(text)
        with on.typing((" ".join([text, *["two words"] * 9]), ENTER)):
            cli_prompts.ask_line("?")
        with on.typing(f"{ENTER}"):
            cli_prompts.ask_path(text)
        with on.typing(("x", "yz qrs" * 9, "tuv ", "o", ENTER)):
            cli_prompts.ask_choice(text, choices)
        with on.typing("y"):
            cli_prompts.ask_yes_no(text)

    drawn = assert_it_fits(show)
    assert all(sum("Nothing" in line for line in prompt) <= 1 for prompt in drawn.prompts)
    assert any("Nothing in the list" in line for prompt in drawn.prompts for line in prompt)
    assert all(line.startswith((" ", "❯")) for prompt in drawn.prompts for line in prompt if line)


@pytest.mark.parametrize("kind", ["choice", "number", "true_false", "match"])
def test_the_fields_of_a_question(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    def show(on: Drawn) -> None:
        with suppress(click.Abort), on.typing(kind + ENTER, *[f"x{ENTER}"] * 3):
            ask_fields({"topic": "A topic with a long name that does not fit"})

    assert_it_fits(show)


def test_the_prompts_for_a_new_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_module = importlib.import_module("quizgen.cli.new")
    monkeypatch.chdir(tmp_path)

    def show(on: Drawn) -> None:
        with on.typing(f"Rivers{ENTER}", ENTER, ENTER, ENTER):
            new_module._ask(None, None, None, no_seed=False)

    assert_it_fits(show, only_narrow="Rivers")  # whether what is typed at once is drawn depends on the time it takes


def test_what_is_on_the_screen_is_broken_again_for_another_width() -> None:
    console = Console(file=io.StringIO(), width=80, color_system=None)
    screen = Screen(console)
    screen.rule()
    screen.line("Match each tea with the country that it comes from.", lead=" 1. ")
    console.width, console.file = 40, io.StringIO()
    screen.redraw()
    again = console.file.getvalue().splitlines()
    assert again == ["─" * 39, " 1. Match each tea with the country", "    that it comes from."]
