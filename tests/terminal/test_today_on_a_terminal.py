"""Today and browsing on a real terminal."""

import sys
from datetime import date
from pathlib import Path

import pytest
from program import run_quizgen
from terminal_learner import BACKSPACE, CTRL_C, ENTER, FILE, Learner, pexpect, start

from quizgen.history.history import data_folder
from quizgen.history.store import Store
from quizgen.terminal import key_labels

pytestmark = pytest.mark.terminal


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "nine-kinds.yaml").write_text(FILE.read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_quizgen_alone_opens_on_today_and_enter_starts(learners: list[Learner], folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 3\ngoal = 5\n")
    learner = start(learners)
    learner.sees("Nine kinds of question: 9 new")
    learner.sees("Today:")
    learner.sees("3 of ")  # of the new questions of all sets
    learner.sees(" new, about 2 minutes")
    learner.sees("Daily goal: 0 of 5 answers")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("2 sets are new to you. Read a lesson first?")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("3 new left, 2 min")
    learner.sees("q quit")
    learner.types("q")
    learner.sees("Stopped.")
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("What would you like to do?")
    learner.sees("q quit")
    learner.types("q")
    assert learner.leaves().count("Today:") == 1  # nothing was answered, so it is still the same


def test_nothing_due_and_a_set_with_errors(learners: list[Learner], folder: Path) -> None:
    (folder / "decks" / "zz.yaml").write_text("id: zz\ntitle: T\nquestions: [{id: a, kind: chioce}]\n", "utf-8")
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 0\n")
    learner = start(learners)
    learner.sees("zz has errors. Run `quizgen check` to see them.")
    learner.sees("nothing due")
    learner.sees("Study 5 more new questions")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_a_quiz_on_all_sets_at_another_time(learners: list[Learner], folder: Path) -> None:
    learner = start(learners, "--now", "2026-05-01T12:00")
    learner.sees("q quit")
    learner.types("t")
    learner.sees("All sets")
    learner.sees("q back")
    learner.types("4")
    learner.sees(" questions on ")  # of all of them
    learner.sees("q back")
    learner.types("1")
    learner.sees("are new to you.")
    learner.sees("q quit")
    learner.types("n")
    learner.sees("1/5")
    learner.sees(" quit")
    learner.types(CTRL_C)
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("What would you like to do?")
    learner.sees("q quit")
    learner.types("s")
    learner.sees("! show answer")
    learner.types("!")
    learner.sees("Enter Again")
    learner.sees("q quit")
    learner.types("q")
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
    with Store.open(data_folder()) as store:
        assert {review.at.date() for review in store.reviews()} == {date(2026, 5, 1)}


def test_an_interrupted_quiz_is_resumed_from_the_menu(learners: list[Learner], folder: Path) -> None:
    run_quizgen(folder, "quiz", "nine-kinds", "--all", stdin="!\n")
    learner = start(learners)
    learner.sees("Interrupted quiz on Nine kinds of question: 1 of 9 questions answered.")
    learner.sees("r  Resume the interrupted quiz")
    learner.sees("t  Take a quiz")  # as without an interrupted quiz
    learner.sees("letter or ↑↓ Enter · q quit")
    learner.types("r")
    learner.sees("2/9")
    learner.sees(" quit")
    learner.types(CTRL_C)
    learner.sees("Not answered.")
    learner.sees("Resume later with `quizgen quiz nine-kinds --resume`.")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_the_today_screen_fits_a_small_terminal(learners: list[Learner], folder: Path) -> None:
    for number in range(4):
        text = f"id: s{number}\ntitle: The rivers and lakes of a country, number {number}\nquestions:\n"
        text += "  - {id: a, kind: true_false, stem: It rains., answer: true}\n"
        (folder / "decks" / f"s{number}.yaml").write_text(text, "utf-8")
    learner = Learner(columns=40, rows=20)
    learners.append(learner)
    learner.sees("… and 3 more sets")  # each line less would leave one empty, each line more would scroll
    learner.sees("q  Quit")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
    shown = learner.text[: learner.text.index("What would you like to do?")].splitlines()
    assert all(len(line) < 40 for line in shown)
    assert sum(line.endswith("…: 1 new") for line in shown) >= 2


def test_a_small_terminal_shows_a_set_although_a_quiz_was_interrupted(learners: list[Learner], folder: Path) -> None:
    run_quizgen(folder, "quiz", "nine-kinds", "--all", "--exam", "--no-shuffle", stdin="x\nvenus\nquit\n")
    learner = Learner(columns=40, rows=20)
    learners.append(learner)
    learner.sees("1 learning, 8 new")
    learner.sees("Resume the interrupted exam")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_the_offer_of_lessons_breaks_between_words(learners: list[Learner], folder: Path) -> None:
    learner = start(learners, "study", columns=40)
    learner.sees("2 sets are new to you. Read a lesson")
    learner.sees("first?")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_a_point_is_found_and_suspended(learners: list[Learner], folder: Path) -> None:
    learner = start(learners, "browse", "nine-kinds")
    learner.sees("points")
    learner.sees("Ctrl-C quit")
    learner.types("qcean")
    learner.sees(key_labels.CLEAR_SEARCH)
    learner.sees("No matching points found.")
    learner.types(ENTER)
    learner.types("\x1b")
    learner.sees("❯")  # the list was empty
    assert key_labels.ENTER_LIST not in learner.text  # Enter opened nothing
    learner.types("pacÍficx")  # in the answer, as --search finds it
    learner.sees("No matching points found.")
    learner.types(BACKSPACE)
    learner.types(ENTER)
    learner.sees("Which ocean is the largest?")
    learner.sees("x suspend")
    learner.sees("q quit")
    learner.types("\x1b" + ENTER)  # not a sequence that submits something
    learner.sees("1 point")
    learner.sees("new ·")
    learner.types(ENTER)
    learner.sees("x suspend")
    learner.sees("q quit")
    learner.types("x")
    learner.sees(": suspended")  # its state, shown again
    learner.sees("Suspended: not asked until resumed.")
    learner.sees("x resume")
    learner.sees("q quit")
    learner.types("x")
    learner.sees("Resumed: asked again when due.")
    learner.sees("x suspend")
    learner.sees("q quit")
    learner.types("x")
    learner.sees("x resume")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("1 point")
    learner.sees("suspended ·")
    learner.sees("pacÍfic")  # the search is kept
    learner.types(CTRL_C)
    learner.leaves()
    with Store.open(data_folder()) as store:
        assert len(store.suspended("nine-kinds")) == 1


def test_a_point_shows_its_options_and_the_editor_unless_the_set_comes_with_quizgen(
    learners: list[Learner], folder: Path
) -> None:
    for name, search, expected in (
        ("nine-kinds", "red", "Wrong options: Venus; Jupiter; Saturn"),
        ("spaced-practice", "first hour", "Multiple choice: "),
    ):
        learner = start(learners, "browse", name)
        learner.sees("Ctrl-C quit")
        learner.types(search + ENTER)
        learner.sees(expected)
        learner.sees("x suspend")
        learner.sees("q quit")
        learner.types("q")
        assert ("e edit" in learner.leaves()) is (name == "nine-kinds")


def test_an_edited_question_is_shown_as_it_is_now(learners: list[Learner], folder: Path) -> None:
    editor = folder / "editor.py"
    editor.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "text = file.read_text('utf-8')\n"
        "file.write_text(text.replace('ocean is the largest', 'ocean is the deepest'), 'utf-8')\n",
        "utf-8",
    )
    learner = start(learners, "browse", "nine-kinds", env={"VISUAL": f"{sys.executable} {editor}"})
    learner.sees("Ctrl-C quit")
    learner.types("ocean")
    learner.types(ENTER)
    learner.sees("e edit")
    learner.sees("q quit")
    learner.types("e")
    learner.sees("press e again.")
    learner.sees("q quit")
    learner.types("x")  # any other key goes on
    learner.sees("Suspended: ")
    learner.sees("q quit")
    learner.types("e")
    learner.sees("press e again.")
    learner.sees("q quit")
    learner.types("e")
    learner.sees("Which ocean is the deepest?")
    learner.sees("e edit")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("Which ocean is the deepest?")
    learner.sees("Ctrl-C quit")
    learner.types(CTRL_C)
    learner.leaves()


def test_a_set_that_an_edit_broke_can_be_corrected(learners: list[Learner], folder: Path) -> None:
    editor = folder / "editor.py"
    editor.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "text = file.read_text('utf-8')\n"
        "file.write_text(text.removesuffix('[') if text.endswith('[') else text + '[', 'utf-8')\n",
        "utf-8",
    )
    learner = start(learners, "browse", env={"VISUAL": f"{sys.executable} {editor}"})
    learner.sees("Ctrl-C quit")
    learner.types("ocean is")
    learner.types(ENTER)
    question = "Which ocean is the largest?"
    for shown, key in ((question, "e"), ("press e again.", "e"), ("nine-kinds.yaml:", "e"), (question, "q")):
        learner.sees(shown)
        learner.sees("e edit")
        learner.sees("q quit")
        learner.types(key)
    learner.leaves()


def test_more_new_questions_are_offered_when_nothing_is_left(learners: list[Learner], folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 0\ngoal = 1\n")
    learner = start(learners)
    learner.sees("Your daily limit for new questions is 0.")
    learner.sees("Study 5 more new questions")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("are new to you.")
    learner.sees("q quit")
    learner.types("n")
    learner.sees("5 new")
    learner.sees("! show answer")
    learner.types("!")
    learner.sees("Enter Again")
    learner.sees("q quit")
    learner.types("q")
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("1 learning")
    learner.sees("★ Daily goal reached: 1 answer (goal: 1)")
    learner.sees("q quit")
    learner.types("l")
    learner.sees("1 learning")
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_the_list_on_a_narrow_terminal_breaks_between_words(learners: list[Learner], folder: Path) -> None:
    learner = start(learners, "list", columns=40)
    assert "\r\n  Armenia between Moscow and NATO,\r\n  September 2023\r\n" in learner.leaves()


def test_browse_ends_what_it_cuts_with_an_ellipsis(learners: list[Learner], folder: Path) -> None:
    learner = start(learners, "browse", "nine-kinds", columns=40)
    learner.sees("new · Which ocean is the largest? →…")
    learner.sees("Ctrl-C quit")
    learner.types("PACIFIC")  # which is cut off
    learner.types(ENTER)
    learner.sees("→ Pacific")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
    stem = "In the experiments that Hermann Ebbinghaus made, what did he measure"
    questions = "".join(f'  - {{id: q{n}, kind: short, stem: "{stem} {n}?", answer: a{n}}}\n' for n in (1, 2))
    questions += "  - {id: q2-card, kind: card, point: q2, stem: Name it by heart., answer: a2}\n"
    (folder / "decks" / "alike.yaml").write_text(f"id: alike\ntitle: Alike\nquestions:\n{questions}")
    alike = start(learners, "browse", "alike", columns=40)
    alike.sees("new · In the expe…")
    alike.sees("a1 [q1]")
    alike.sees("a2 [q2]")
    alike.types("heart")  # in a question that is not in the list
    alike.types(ENTER)
    alike.sees("Name it by heart.")
    alike.sees("q quit")
    alike.types(CTRL_C)
    alike.leaves()


def test_the_first_menu_takes_a_key_pressed_while_it_loads(learners: list[Learner], folder: Path) -> None:
    learner = start(learners, interpreter=True)
    learner.process.send("l")
    learner.sees("Nine kinds of question")
    learner.sees("9 questions on 9 points")
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_statistics_higher_than_the_screen_are_shown_in_the_pager(learners: list[Learner], folder: Path) -> None:
    pager = folder / "pager.py"
    pager.write_text(
        "import os, sys\nkeys = os.environ['LESS']  # a second colon would end the text for the last page\n"
        "print('q quit' in keys and keys.count(':') == 1, len(sys.stdin.read().splitlines()) > 15, 'lines paged')\n"
    )
    answers = "!\n" * 9
    assert run_quizgen(folder, "quiz", "nine-kinds", "--all", "--plain", stdin=answers).returncode == 0
    env = {"PAGER": f"{sys.executable} {pager}"}
    low = Learner("stats", rows=12, env=env)
    learners.append(low)
    low.sees("True True lines paged")
    low.leaves()
    high = Learner("stats", rows=60, env=env)
    learners.append(high)
    assert "lines paged" not in high.leaves()
    assert "Coming due" in high.text


def test_errors_break_between_words(learners: list[Learner], folder: Path) -> None:
    options = "answer: Amazon, distractors: [Danube, Volga, Dnieper]"
    question = f"{{id: a, kind: choice, stem: Which of these rivers is not in Europe?, {options}}}"
    (folder / "decks" / "no.yaml").write_text(f"id: no\ntitle: No\nquestions: [{question}]\n")
    checked = start(learners, "check", "decks/no.yaml", columns=48).leaves()
    assert "easily overlooked" in " ".join(checked.split())
    assert max(map(len, checked.splitlines())) < 48
    learner = start(learners, "quiz", "--resume", "-n", "5", columns=60)
    learner.sees("Try 'quizgen quiz --help' for help.")
    learner.sees(
        "Error: --resume continues a quiz or exam as you started it,\r\nso it cannot be combined with -n. To resume, leave out"
    )
    learner.process.expect(pexpect.EOF)
    learner.process.close()
    assert learner.process.exitstatus == 2
