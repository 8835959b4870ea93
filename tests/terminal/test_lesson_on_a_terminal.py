"""The lesson on a real terminal: offered once for a new set, page by page, and the keys at the feedback."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from drawn import Drawn
from terminal_learner import CTRL_C, ENTER, FILE, Learner, start

from quizgen.facts.lesson import Lesson, LessonItem, LessonTopic
from quizgen.history.history import data_folder
from quizgen.history.store import Store
from quizgen.questions.base import Audio, Image
from quizgen.terminal.lesson import item_lines, show_lesson

pytestmark = pytest.mark.terminal

HILLS = (("green", 310), ("brown", 725))


def write_set(folder: Path, name: str, statements: Sequence[str]) -> None:
    """Write a set that asks one blank of each of the ``statements``, and its seed."""
    for subfolder in ("decks", "seeds"):
        (folder / subfolder).mkdir(exist_ok=True)
    facts = "".join(
        f"  - {{id: f{number}, topic: t, statement: '{statement}', citation: {{paragraph: 1}}}}\n"
        for number, statement in enumerate(statements)
    )
    seed = f"id: {name}\nsource: {{title: T}}\ntopics: {{t: T}}\nfacts:\n{facts}"
    (folder / "seeds" / f"{name}.yaml").write_text(seed, "utf-8")
    text = f"id: {name}\ntitle: {name.title()}\nfacts: ../seeds/{name}.yaml\nkinds: [cloze]\n"
    (folder / "decks" / f"{name}.yaml").write_text(text, "utf-8")


def test_the_lesson_of_a_new_set_is_offered_once(
    learners: list[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_set(tmp_path, "hills", [f"Hill {number} is {{{{c1::{number} meters}}}} high." for number in range(300, 330)])
    monkeypatch.chdir(tmp_path)
    learner = start(learners, "quiz", "hills", "-n", "1")
    learner.sees("is new to you. Read the lesson first?")
    learner.sees("q quit")
    learner.types("y")
    learner.sees("Page 1 of")
    learner.sees("Enter next page")
    learner.types(ENTER)
    learner.sees("Page 2 of")
    learner.sees("← back")
    learner.types("\x7f")
    learner.sees("Page 1 of")
    learner.sees("Enter next page")
    learner.types("q")
    learner.sees("\x1b[2J")  # the answers are off the screen
    learner.sees("Ctrl-C quit")
    learner.types(f"!{ENTER}")
    learner.sees("r context")
    learner.sees("q quit")
    learner.types("r")
    learner.sees("In the lesson:")
    learner.sees("x suspend")
    learner.sees("q quit")
    learner.types("r")  # once is enough
    learner.types("x")
    learner.sees("Suspended: this question and any others on the same point")
    learner.sees("x resume")
    learner.sees("q quit")
    learner.types("x")
    learner.sees("Resumed: asked again when due.")
    learner.sees("q quit")
    learner.types("x")
    learner.sees("Suspended: this question and any others on the same point")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
    assert learner.text.count("In the lesson:") == 1
    with Store.open(data_folder()) as store:
        assert store.read_at("hills") is not None
        assert len(store.suspended("hills")) == 1
        assert [review.after_reading for review in store.reviews()] == [True]
    again = start(learners, "quiz", "hills")
    again.sees("Enter")
    again.types("\x03")
    assert "is new to you" not in again.leaves()


def test_the_context_is_offered_only_if_there_is_some_to_show(
    learners: list[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_set(tmp_path, "hills", [f"The {name} hill is {{{{c1::{size} meters}}}} high." for name, size in HILLS])
    monkeypatch.chdir(tmp_path)
    learner = start(learners, "quiz", "hills")
    learner.sees("n or Enter start")
    learner.types(ENTER)
    for offered in (False, True):  # at first, it would give away the second answer
        learner.sees("Ctrl-C quit")
        learner.types(f"!{ENTER}")
        learner.sees("x suspend")
        assert ("r context" in learner.text) is offered
        learner.sees("q quit")
        learner.types(ENTER)
    learner.sees("Retry the 2 missed questions?")
    learner.types(CTRL_C)
    learner.leaves()


def test_the_pages_of_a_lesson_are_filled() -> None:
    items = tuple(LessonItem(f"f{size}", " ".join(["word"] * size)) for size in (30, 100, 20, 110, 45))
    lesson, drawn = Lesson("s", "S", None, (LessonTopic(None, "", items),), 5), Drawn((40, 20))
    with drawn.typing(*[ENTER] * 5):
        show_lesson(drawn.screen(), lesson, list)
    assert any("Page 1 of 4" in line for line in drawn.prompts[0])


def test_a_page_does_not_begin_with_a_source() -> None:
    items = tuple(
        LessonItem(f"f{size}", " ".join(["word"] * size), explanation="So.", attribution="Ann " * 9)
        for size in range(20, 60)
    )
    lesson, drawn = Lesson("s", "S", None, (LessonTopic(None, "", items),), 5), Drawn((40, 20))
    with drawn.typing(*[ENTER] * 60):
        show_lesson(drawn.screen(), lesson, list)
    lines = [line.strip() for line in drawn.printed.getvalue().splitlines()]
    sources = [lines[at - 1] for at, line in enumerate(lines) if line.startswith("(According")]
    assert {above[-3:] for above in sources} == {"So."}


def test_the_pictures_and_sounds_of_a_page_are_opened() -> None:
    image = Image(file="delta.svg", alt="The delta")
    words = " ".join(["word"] * 40)
    items = (
        LessonItem("a", words, picture=image),
        LessonItem("b", words, picture=image, sound=Audio(file="volga.mp3", text="Volga")),
        LessonItem("c", words),
        LessonItem("d", words),
    )
    lesson, drawn, opened = Lesson("s", "S", None, (LessonTopic(None, "", items),), 5), Drawn((40, 30)), []

    def open_files(files: Sequence[str]) -> list[str]:
        opened.append(files)
        return ["No program."]

    with drawn.typing("o", ENTER, ENTER):
        show_lesson(drawn.screen(), lesson, open_files)
    assert opened == [["delta.svg", "volga.mp3"]]
    assert any("o open picture and sound" in line for line in drawn.prompts[0])
    assert any("No program." in line and "Page" not in line for line in drawn.lines)
    assert not any("o open" in line for line in drawn.prompts[-1])
    assert drawn.printed.getvalue().count("Picture: The delta") == 2  # a page is not printed again


def test_an_explanation_is_apart_from_a_list_and_a_claimant_is_named_once() -> None:
    item = LessonItem("q", "What did Ann say?", "- one\n- two", "Both are new.", "Ann")
    assert item_lines(item) == ["What did Ann say?", "  - one", "  - two", "", "Both are new."]
    assert item_lines(LessonItem("f", "It is new.", attribution="Ann")) == ["It is new. (According to Ann.)"]


def test_a_lesson_that_was_declined_is_not_offered_again(learners: list[Learner]) -> None:
    for offered in (True, False):
        learner = start(learners, "study", "spaced-practice")
        if offered:
            learner.sees("Read the lesson first?")
            learner.sees("q quit")
            learner.types(ENTER)
        learner.sees("quit")
        learner.types(CTRL_C)
        learner.leaves()
        assert ("Read the lesson first?" in learner.text) is offered


def test_no_lesson_is_offered_before_an_exam(learners: list[Learner]) -> None:
    learner = start(learners, "quiz", "spaced-practice", "--exam", "--kind", "choice")
    learner.sees("or ↑↓ Enter")
    learner.types(CTRL_C)
    assert "new to you" not in learner.leaves()


def test_the_lessons_of_several_new_sets_are_offered_together(
    learners: list[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("hills", "rivers"):
        write_set(tmp_path, name, [f"{name.title()} {{{{c1::exist}}}}."])
    monkeypatch.chdir(tmp_path)
    learner = start(learners, "study", "hills", "rivers", str(FILE))
    learner.sees("2 sets are new to you. Read a lesson first?")
    learner.sees("q quit")
    learner.types("2")
    learner.sees("Page 1 of 1")
    learner.sees("q stop reading")
    learner.types(ENTER)
    learner.sees("“Hills” is new to you. Read the lesson first?")
    learner.sees("q quit")
    learner.types("n")
    learner.sees("Ctrl-C quit")
    learner.types(CTRL_C)
    learner.leaves()
    with Store.open(data_folder()) as store:
        assert store.read_at("rivers") is not None
        assert store.read_at("hills") is None
    again = start(learners, "study", "hills", "rivers", str(FILE))
    again.sees("quit")
    again.types(CTRL_C)
    assert "new to you" not in again.leaves()


def test_pages_fill_the_screen(learners: list[Learner]) -> None:
    for rows, pages in (20, 3), (100, 1):
        learner = Learner("read", str(FILE), rows=rows)
        learners.append(learner)
        learner.sees(f"Page 1 of {pages}")
        learner.sees("q stop reading")
        learner.types("q")
        learner.leaves()
        shown = [line for line in learner.text.splitlines() if line.strip()]
        assert len(shown) <= rows
        with Store.open(data_folder()) as store:
            assert (store.read_at("nine-kinds") is None) is (pages > 1)  # of several pages, one is not the lesson


def test_read_shows_pages(learners: list[Learner]) -> None:
    learner = Learner("read", str(FILE), rows=20)
    learners.append(learner)
    learner.sees("Page 1 of 3")
    learner.sees("q stop reading")
    learner.types(ENTER)
    learner.sees("Page 2 of")
    learner.sees("q stop reading")
    learner.types("q")
    learner.leaves()
