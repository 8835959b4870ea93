"""The real program on a pseudo-terminal: exams, resuming a quiz, study, a history that cannot be written."""

import json
import os
import re
from pathlib import Path

import pytest
from terminal_learner import CTRL_C, ENTER, FILE, LEFT, NINE_KINDS, RIGHT, TAB, Learner, answer_rightly, quiz, start

from quizgen.session.session import Session
from quizgen.terminal import messages

pytestmark = pytest.mark.terminal


def test_back_shows_the_previous_question(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "choice", "--kind", "short")
    learner.sees("! show answer")
    learner.types("!")
    learner.sees("You asked for the answer.")
    learner.sees("Iron oxide")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("← back")
    learner.types(LEFT)
    learner.sees("Previous question")
    learner.sees("Mars")
    learner.sees("Enter return")
    learner.types(ENTER)
    learner.sees("Your answer")
    learner.types("Pacific" + ENTER)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: 50% (1 of 2 correct)")
    learner.sees("q quit")
    learner.types("n")
    learner.leaves()


def test_i_was_right(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "short", "--json", str(file))
    learner.sees("Your answer")
    learner.types("the big blue one" + ENTER)
    learner.sees("Wrong")
    learner.sees("i I was right")
    learner.types("i")
    learner.sees("Marked as correct")
    learner.sees("Enter next · e edit · x suspend · u undo · q quit")
    learner.types(ENTER)
    learner.sees("Score: 100% (1 of 1 correct)")
    learner.leaves()
    result = json.loads(file.read_text())
    assert (result["percent"], result["finished"]) == (100, True)
    assert [(a["overridden"], a["response"]) for a in result["answers"]] == [(True, "the big blue one")]


def test_the_feedback_on_a_chosen_option(learners: list[Learner], tmp_path: Path) -> None:
    said = {"text": "Arno", "feedback": "It is *shorter*.", "share": 0.5}
    options = {"options": ["Po", "Arno", "Adda"], "distractors": [said, "Adda"], "shuffle": False}
    question = {"id": "q", "kind": "choice", "stem": "Longest?", "answer": "Po", **options}
    (file := tmp_path / "s.yaml").write_text(json.dumps({"id": "s", "title": "S", "questions": [question]}))
    learner = start(learners, "quiz", str(file))
    learner.sees("Adda")
    learner.types("2")
    learner.sees("It is ")
    learner.sees("shorter")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: 50% (0 of 1 correct, 1 partly correct)")
    learner.sees("q quit")
    learner.types("n")
    assert "It is shorter." in learner.leaves()


SOUNDED = """\
id: sounds
title: Sounds
questions:
  - id: sea
    kind: card
    stem: What do you hear?
    answer: The delta
    image: {file: delta.svg, alt: A delta, after_answer: true}
    audio: {file: volga.mp3, text: Volga}
"""


def test_the_sound_is_played_with_the_question_and_the_picture_opened_with_the_answer(
    learners: list[Learner], tmp_path: Path
) -> None:
    (tmp_path / "sounds.yaml").write_text(SOUNDED)
    (tmp_path / "delta.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "volga.mp3").write_bytes(b"ID3\x04\x00" + bytes(64))
    opened = tmp_path / "opened"
    for name in ("xdg-open", "open"):  # what the system has for opening files, on Linux and on macOS
        (tmp_path / name).write_text(f'#!/bin/sh\nbasename "$1" >> {opened}\n')
        (tmp_path / name).chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    learner = start(learners, "quiz", str(tmp_path / "sounds.yaml"), env={"PATH": path})
    learner.sees("o play sound")
    learner.types("o")
    learner.sees("Enter show answer")
    learner.types(ENTER)
    learner.sees("or ↑↓ Enter")
    learner.types("y")
    learner.sees("o open picture and sound")
    learner.types("o")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.leaves()
    first, *both = opened.read_text().split()
    assert (first, sorted(both)) == ("volga.mp3", ["delta.svg", "volga.mp3"])  # the two are opened side by side


def test_an_exam(learners: list[Learner]) -> None:
    learner = quiz(learners, "--exam", "--kind", "choice", "--kind", "short", "--kind", "true_false")
    learner.sees("feedback at the end")
    prompt = Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1).prompt
    assert prompt is not None
    right = messages.NUMBERS_KEY[prompt.options.index("Mars")]
    wrong = messages.NUMBERS_KEY[prompt.options.index("Venus")]
    learner.sees("or ↑↓ Enter")
    learner.types(wrong)
    learner.sees("t, f or")
    learner.types(LEFT)
    learner.sees("Your answer so far: Venus")
    learner.sees("→ keep")
    learner.types(right)
    learner.sees("t, f or")
    learner.types("t")
    learner.sees("Your answer")
    learner.types(TAB)
    learner.sees("1 skipped")
    learner.sees("← back")
    learner.types(LEFT)
    learner.sees("Skipped so far")
    learner.sees("→ keep")
    learner.types(RIGHT)
    learner.sees("Skipped.")
    learner.sees("← back")
    for shown in ("Skipped so far", "Your answer so far: True"):
        learner.types(LEFT)
        learner.sees(shown)
        learner.sees("→ keep")
    learner.types(RIGHT)
    learner.sees("› ")
    learner.sees("→ keep")
    learner.types(RIGHT)
    learner.sees("Enter submit exam")
    so_far = learner.text
    learner.types(ENTER)
    learner.sees("Score: 33% (1 of 3 correct, 1 skipped)")
    for verdict in ("Correct", "Wrong", "Skipped"):
        learner.sees("Review")
        learner.sees(verdict)
        learner.sees("Enter next")
        learner.types(ENTER)
    learner.sees("Retry 2 questions (1 missed, 1 skipped)?")
    learner.sees("q quit")
    learner.types("n")
    learner.leaves()
    assert not any(word in so_far for word in ("Correct", "Wrong", "Score", "in a row", "? hint", "! show answer"))


def test_an_exam_ends_in_time(learners: list[Learner]) -> None:
    learner = quiz(learners, "--exam", "--kind", "choice", "--kind", "short", "--time", "0.05")
    learner.sees("0:0")
    learner.sees("Time is up.")
    learner.sees("Score: 0% (0 of 2 correct, 2 skipped)")
    learner.sees("Enter review answers")
    learner.types(ENTER)
    learner.sees("Skipped")
    learner.sees("e edit · x suspend")
    learner.sees("q end review")
    learner.types("x")
    learner.sees("x resume")
    learner.sees("q end review")
    learner.types("q")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_an_interrupted_quiz_is_resumed(learners: list[Learner]) -> None:
    learner = start(learners, "quiz", str(FILE), "--all", columns=80)
    learner.sees("1/9")
    learner.sees(" · ")
    learner.process.sendintr()
    assert "Resume later with" not in learner.leaves()

    learner = quiz(learners, "--kind", "choice", "--kind", "true_false", "--kind", "short")
    session = Session.start(NINE_KINDS, [q for q in NINE_KINDS.questions if q.kind in {"choice", "short"}], seed=1)
    assert session.prompt is not None
    answer_rightly(learner, session.prompt)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types("q")
    learner.sees("Resume later with")
    learner.sees("`quizgen quiz")
    learner.leaves()

    learner = start(learners, "quiz", str(FILE), "--kind", "order")
    learner.sees("Resume the quiz from")
    learner.sees("1 of 3 questions answered")
    learner.sees("The options")
    learner.sees("❯ y  Yes, resume")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("2/3")
    learner.sees("t, f or")
    learner.types("f")
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types("q")
    learner.leaves()

    learner = start(learners, "quiz", str(FILE), "--resume")
    learner.sees("3/3")
    learner.sees("Your answer")
    learner.types("Pacific" + ENTER)
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: 100% (3 of 3 correct)")
    learner.leaves()


def test_resuming_can_be_declined(learners: list[Learner]) -> None:
    learner = quiz(learners)
    learner.sees("or ↑↓ Enter")
    learner.types("1")
    learner.sees("Enter next")
    learner.types("q")
    learner.leaves()
    learner = start(learners, "quiz", str(FILE), "-n", "2", "--exam")  # not offered: it shows the answers
    learner.sees("you can no longer resume the quiz")
    learner.sees("1/2")
    learner.sees(" quit")
    learner.process.sendintr()
    assert "Resume the quiz" not in learner.leaves()
    learner = start(learners, "quiz", str(FILE), "-n", "2")
    learner.sees("Resume the quiz")
    learner.sees("q quit")
    learner.types("n")
    learner.sees("1/2")
    learner.sees(" quit")
    learner.process.sendintr()
    learner.leaves()


def study(learners: list[Learner], now: str) -> Learner:
    return start(learners, "study", str(FILE), "--new", "2", "--now", now)


def test_three_days_of_study(learners: list[Learner]) -> None:
    learner = study(learners, "2026-09-01T18:00")
    learner.sees("2 new")
    learner.sees("! show answer")
    learner.types("!")
    learner.sees("❯1 Again")
    learner.types(ENTER)
    learner.sees("Next review in 1 minute")
    learner.sees("Enter submit")
    learner.types("s")
    learner.sees("Skipped")
    learner.sees("1 learning, 1 new left")
    learner.sees("! show answer")
    learner.types(re.findall(r"(\d)  Mars", learner.text)[-1])
    learner.sees("4 Easy")
    learner.sees("q quit")
    learner.types("4")
    learner.sees("Next review in")
    learner.sees("Done for now, except for the question that you skipped.")
    learner.sees(": 8 new, about 4 minutes.")
    learner.leaves()

    learner = study(learners, "2026-09-01T20:00")
    learner.sees("1 new")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()

    learner = study(learners, "2026-09-30T18:00")
    learner.sees("1 due, 2 new")
    learner.sees("Which planet")
    learner.sees("q quit")
    learner.types("q")
    learner.sees(": 1 due, 8 new")
    learner.leaves()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="for root no folder is read-only")
def test_a_folder_that_cannot_be_written(learners: list[Learner], tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    unwritable(learners, tmp_path / "home")


def test_a_home_folder_that_is_a_file(learners: list[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where the answers are saved in the end
    (tmp_path / "file").write_text("")
    unwritable(learners, tmp_path / "file" / "home")


def unwritable(learners: list[Learner], home: Path) -> None:
    learner = quiz(learners, "--kind", "choice", "--kind", "true_false", env={"QUIZGEN_HOME": str(home)})
    learner.sees("or ↑↓ Enter")
    learner.types("1")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("t, f or")
    learner.types("f")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: ")
    assert " ".join(learner.text.split()).count("quizgen will keep trying to save your answers") == 1


@pytest.mark.parametrize("chooser", ["read choice", "sh -c 'read choice' || exit $?"])
def test_ctrl_c_in_the_editor_only_ends_the_editor(learners: list[Learner], tmp_path: Path, chooser: str) -> None:
    script = tmp_path / "chooser.sh"
    script.write_text(f"echo Which editor?\n{chooser}\n")
    learner = quiz(learners, "--kind", "choice", columns=300, env={"VISUAL": f"sh {script}"})  # a long path on one line
    learner.sees("! show answer")
    learner.types("!")
    learner.sees("e edit")
    learner.sees("q quit")
    for key in "exxe":  # any other key does what it says
        learner.types(key)
        learner.sees("in sh, press e again." if key == "e" else "e edit")
        learner.sees("q quit")
    learner.types("e")
    learner.sees("Which editor?")
    learner.types(CTRL_C)
    learner.sees("Editing canceled.")
    learner.sees("Enter next")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("Score: 0% (0 of 1 correct)")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
