"""`quizgen read`, and what can be looked up or done at the feedback, without a terminal."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program import run_quizgen

from quizgen.cli.editor import editor_command
from quizgen.history.history import data_folder
from quizgen.history.store import Store
from quizgen.terminal import messages

if TYPE_CHECKING:
    from subprocess import CompletedProcess

SEED = """\
id: rivers
source: {title: Rivers, text: rivers.md}
topics: {length: Lengths, mouths: Mouths}
facts:
  - id: longest
    topic: length
    statement: "The longest river of Europe is the {{c1::Volga}}."
    citation: {paragraph: 2, phrases: [the Volga]}
    attribution: the atlas
    ask: [{stem: Which river is the longest of Europe?, answer: c1}]
  - id: second
    topic: length
    statement: "The second longest is the {{c1::Danube}}."
    citation: {paragraph: 2}
    ask: [{stem: Which river is the second longest of Europe?, answer: c1}]
  - id: trivia
    topic: length
    priority: detail
    statement: "The shortest river has {{c1::two}} names."
    citation: {paragraph: 2}
"""
SET = """\
id: rivers
title: Rivers
facts: ../seeds/rivers.yaml
kinds: [short]
questions:
  - id: sea
    topic: mouths
    kind: card
    stem: Into which sea does the Volga flow?
    answer: The *Caspian* Sea
    image: {file: pictures/delta.svg, alt: The delta of the Volga}
  - {id: sea-typed, topic: mouths, kind: short, point: sea, stem: Name the sea that the Volga flows into., answer: Caspian}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("seeds", "decks"):
        (tmp_path / name).mkdir()
    (tmp_path / "seeds" / "rivers.yaml").write_text(SEED)
    (tmp_path / "seeds" / "rivers.md").write_text("# Rivers\n\nOf all rivers the Volga is the longest.\n")
    (tmp_path / "decks" / "rivers.yaml").write_text(SET)
    return tmp_path


def quiz(folder: Path, stdin: str, *arguments: str) -> "CompletedProcess[str]":
    return run_quizgen(folder, "quiz", "rivers", "--no-shuffle", "--all", *arguments, stdin=stdin)


def test_the_lesson_has_the_core_facts_and_what_no_fact_covers(folder: Path) -> None:
    assert (
        run_quizgen(folder, "read", "rivers").stdout
        == """\
Rivers
Source: “Rivers”
3 points in 2 topics

Lengths
- The longest river of Europe is the Volga. (According to the atlas. Paragraph 2.)
- The second longest is the Danube. (Paragraph 2.)

Mouths
- Into which sea does the Volga flow?
  → The Caspian Sea
  Picture: The delta of the Volga
"""
    )


CITED = """\
id: cities
title: Cities
source: Atlas
questions:
  - id: people
    kind: card
    stem: How many people live there?
    answer: 1.5 million people
    citation: {paragraph: 3}
    image: {file: map.svg, alt: A map of Europe}
  - {id: steps, kind: card, stem: What comes first?, answer: "1. one\\n2. two"}
  - {id: wall, kind: true_false, stem: London had a wall., answer: true}
  - {id: gate, kind: cloze, text: "The {{c1::east::where?}} gate is the {{c2::oldest}}."}
  - {id: fires, kind: short, stem: How many fires were there?, answer: two}
  - {id: river, kind: true_false, stem: Paris is on the Rhine., answer: false, explanation: It is on the Seine.}
  - {id: bridges, kind: order, stem: Which bridge is older?, steps: [stone, iron, steel]}
  - {id: banks, kind: match, stem: Which bank?, pairs: {Tower: north, Globe: south, Tate: both}}
  - {id: fires-card, kind: card, point: fires, stem: Count the fires., answer: two}
"""


def test_a_citation_follows_its_sentence_and_a_decimal_is_not_a_list(tmp_path: Path) -> None:
    (tmp_path / "cities.yaml").write_text(CITED)
    (tmp_path / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    written = run_quizgen(tmp_path, "read", "cities.yaml").stdout

    assert "  → 1.5 million people (Paragraph 3.)\n  Picture: A map of Europe\n" in written
    assert "- What comes first?\n    1. one\n    2. two\n" in written
    # The rest in the order of the file, with the card in the place of its point.
    assert written.endswith(
        "- London had a wall.\n- The east gate is the oldest.\n- Count the fires.\n  → two\n"
        "- True or false? Paris is on the Rhine.\n  → False\n  It is on the Seine.\n"
        "- Which bridge is older?\n    1. stone\n    2. iron\n    3. steel\n"
        "- Which bank?\n    - Tower → north\n    - Globe → south\n    - Tate → both\n"
    )


COMBINED = """
  - id: both
    kind: card
    topic: mouths
    facts: [longest, trivia, second]
    stem: How do the Volga and the Danube compare?
    answer: The Volga is longer.
    image: {file: pictures/delta.svg, alt: A map of both}
  - {id: both-again, kind: short, facts: [second, longest], stem: Which of the two is longer?, answer: Volga}
"""


def test_what_a_question_combines_is_read_as_statements_and_not_as_the_question(folder: Path) -> None:
    (folder / "decks" / "rivers.yaml").write_text(SET.rstrip() + COMBINED)
    written = run_quizgen(folder, "read", "rivers").stdout
    assert (
        written.split("\n\nLengths\n")[1].split("\n\nMouths\n")[0]
        == """\
- The longest river of Europe is the Volga. (According to the atlas. Paragraph 2.)
  Picture: A map of both
- The second longest is the Danube. (Paragraph 2.)
- The shortest river has two names. (Paragraph 2.)"""
    )
    assert "How do the" not in written
    assert "Which of the two" not in written
    assert "5 points in 2 topics" in written


def test_the_lesson_as_json(folder: Path) -> None:
    data = json.loads(run_quizgen(folder, "read", "rivers", "--json").stdout)
    assert (data["id"], data["source"]["title"]) == ("rivers", "Rivers")
    assert [item["id"] for topic in data["topics"] for item in topic["items"]] == ["longest", "second", "sea"]
    assert not (data_folder() / "history.sqlite").exists()


def test_a_set_without_core_questions_has_no_lesson(tmp_path: Path) -> None:
    (tmp_path / "set.yaml").write_text(
        "id: x\ntitle: X\nquestions: [{id: q, kind: card, stem: a, answer: b, priority: detail}]\n"
    )
    done = run_quizgen(tmp_path, "read", "set.yaml")
    assert (
        done.returncode,
        "X has no lesson: all of its questions are retired or on points that are marked as details" in done.stderr,
    ) == (
        1,
        True,
    )


@pytest.mark.parametrize(("minute", "marked"), [("10:29", True), ("10:31", False), ("09:59", False)])
def test_answers_soon_after_reading_are_marked(folder: Path, minute: str, marked: bool) -> None:
    run_quizgen(folder, "read", "rivers", "--now", "2026-05-01T10:00")
    quiz(folder, "volga\n", "--now", f"2026-05-01T{minute}")
    with Store.open(data_folder()) as store:
        (review,) = store.reviews("rivers")
        (state,) = store.memory_states("rivers").values()
    assert review.after_reading is marked
    assert (state.due - state.last_review == timedelta(days=1)) is marked


def test_study_says_once_why_questions_come_again_a_day_after_reading(folder: Path) -> None:
    run_quizgen(folder, "read", "rivers", "--now", "2026-05-01T10:00")
    said = "\nYou have just read the lesson, so correct answers do not lengthen the review intervals yet.\n"
    for minute, times in (("05", 1), ("40", 0)):
        at = f"2026-05-01T10:{minute}"
        written = run_quizgen(folder, "study", "rivers", "--now", at, stdin="!\n\ndanube\n4\n\ny\n\n").stdout
        assert written.count(said) == times
        assert written.find("Wrong.") < written.find(said) or not times  # a wrong answer counts in full
        assert "done for today after 2 more" not in written if times else "after 1 more" not in written
        assert ("2 for Hard, 3 for Good, 4 for Easy (all in 1 day)" in written) is bool(times)


def test_the_context_of_an_answer(folder: Path) -> None:
    written = quiz(folder, "danube\nvolga\n!read\n").stdout
    assert (
        """\
In the lesson:
• The longest river of Europe is the Volga. (According to the atlas. Paragraph 2.)
▸ The second longest is the Danube. (Paragraph 2.)
Paragraph 2 of the source: Of all rivers the Volga is the longest.
"""
        in written
    )
    assert "Score: 0% (0 of 2 answered" in written


def test_the_context_does_not_answer_later_questions(folder: Path) -> None:
    written = quiz(folder, "volga\n!read\ndanube\n!read\n").stdout
    at_first, at_second = written.split("In the lesson:\n")[1:]
    assert at_first.startswith("▸ The longest river of Europe is the Volga. ")
    assert "Danube" not in at_first.split("Correct.")[0]
    assert "The rest of the context is not shown, because it would give away answers to later questions." in at_first
    assert "• The longest river of Europe is the Volga. " in at_second
    assert "▸ The second longest is the Danube. " in at_second
    assert "not shown" not in at_second


def test_the_context_in_study(folder: Path) -> None:
    written = run_quizgen(folder, "study", "rivers", stdin="volga\n!read\n\n").stdout
    assert written.index("▸ The longest") < written.index("not shown") < written.index("Next review")
    assert "Danube" not in written[: written.index("Next review")]
    written = run_quizgen(folder, "study", "rivers", "--new", "0", "--now", "2036-01-01", stdin="volga\n!read\n").stdout
    assert "▸ The longest" in written
    assert "Danube" not in written  # which is still new, although not a question of this session


def test_a_suspended_point_is_not_asked_again(folder: Path) -> None:
    written = run_quizgen(folder, "study", "rivers", stdin="volga\n!suspend\n1\n").stdout
    assert (
        "Suspended “Which river is the longest of Europe?”. quizgen will no longer ask this question or any other"
        in written
    )
    assert "Next review" not in written
    assert "Left for today in Rivers: 2 new" in written  # it was rated Again, and would be the third
    assert "Which river is the longest" not in quiz(folder, "").stdout.replace("second longest", "")
    with_seed = run_quizgen(folder, "quiz", "rivers", "--seed", "1", stdin="!\n" * 3).stdout
    assert "Which river is the longest of Europe?" not in with_seed


def test_after_an_undo_the_context_does_not_show_the_answer(folder: Path) -> None:
    written = quiz(folder, "danube\nvolga\n!undo\n!read\n").stdout
    assert "Answer this question first.\n" in written.split("Answer undone.")[1]
    assert "In the lesson" not in written


def test_the_context_of_a_question_that_is_asked_again_is_not_shown(folder: Path) -> None:
    answers = "volga\n4\ndanube\n4\n\nn\n\n!read\n"  # only the flashcard is left, and comes up again
    written = run_quizgen(folder, "study", "rivers", stdin=answers).stdout
    assert written.count("Into which sea does the Volga flow?") == 2
    at_second = written.split("Into which sea does the Volga flow?")[2]
    assert "Answer this question first.\n" in at_second
    assert "Caspian" not in at_second


def test_an_edited_explanation_is_in_the_context_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = folder / "editor.py"
    editor.write_text(
        "import pathlib, sys\n"
        "file = pathlib.Path(sys.argv[-1])\n"
        "file.write_text(file.read_text('utf-8').replace('The longest river', 'The mightiest river'), 'utf-8')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    written = quiz(folder, "volga\n!edit\n!read\n").stdout
    at_once = written.split(f"{messages.EDITED}\n{messages.NOW_READS}\n")[1].split("In the lesson:")[0]
    assert "The mightiest river" in at_once
    assert "The mightiest river" in written.split("In the lesson:")[1]


def test_suspending_twice_resumes(folder: Path) -> None:
    written = quiz(folder, "volga\n!suspend\n!suspend\n").stdout
    assert "Resumed “Which river is the longest of Europe?”. quizgen will ask it again" in written
    with Store.open(data_folder()) as store:
        assert store.suspended("rivers") == frozenset()


@pytest.mark.parametrize(
    ("answers", "line"), [("volga\n", "+5 seeds/rivers.yaml"), ("x\ny\n\nn\n", "+6 decks/rivers.yaml")]
)
def test_the_editor_opens_at_the_question(
    folder: Path, monkeypatch: pytest.MonkeyPatch, answers: str, line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "echo opened")
    quiz(folder, f"{answers}!edit\n")
    assert f"opened {line}" in capfd.readouterr().out.replace(str(folder) + "/", "").replace("decks/../", "")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "a.yaml"]),
        ("code --new-window", ["code", "--new-window", "--wait", "--goto", "a.yaml:7"]),
        ("/usr/bin/hx", ["/usr/bin/hx", "a.yaml:7"]),
        ("notepad", ["notepad", "a.yaml"]),
    ],
)
def test_editors_get_the_line_in_their_own_way(
    monkeypatch: pytest.MonkeyPatch, editor: str, command: list[str]
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    assert editor_command(Path("a.yaml"), 7) == command


def watch_opening(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list of the files that are opened from now on, in no program."""
    opened: list[str] = []

    def open_file(path: str) -> bool:
        opened.append(path)
        return True

    monkeypatch.setattr("quizgen.cli.default_program.open_file", open_file)
    return opened


def test_a_picture_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "decks" / "pictures").mkdir()
    (folder / "decks" / "pictures" / "delta.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    opened = watch_opening(monkeypatch)
    quiz(folder, "!open\n\ny\n!open\n", "--topic", "mouths")
    assert [Path(path).name for path in opened] == ["delta.svg"] * 2


SOUNDED = """\
id: rivers
title: Rivers
questions:
  - id: sea
    kind: card
    stem: What do you hear?
    answer: The delta
    image: {file: delta.svg, alt: The delta of the Volga, after_answer: true}
    audio: {file: volga.mp3, text: Volga}
  - {id: name, kind: short, stem: Which river is longer?, answer: Volga}
"""


@pytest.fixture
def sounded(tmp_path: Path) -> Path:
    """A folder with a set that has a sound, and a picture that contains the answer."""
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / "rivers.yaml").write_text(SOUNDED)
    (decks / "delta.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (decks / "volga.mp3").write_bytes(b"ID3\x04\x00" + bytes(64))
    return tmp_path


def test_a_sound_is_opened_before_the_answer_and_a_picture_that_contains_it_after(
    sounded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = watch_opening(monkeypatch)
    quiz(sounded, "!open\n")
    assert [Path(path).name for path in opened] == ["volga.mp3"]
    opened.clear()
    quiz(sounded, "\ny\n!open\n")
    assert [Path(path).name for path in opened] == ["delta.svg", "volga.mp3"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems open files without xdg-open")
def test_a_file_that_no_program_opens_is_named(sounded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = sounded / "xdg-open"
    program.write_text("#!/bin/sh\necho no method available\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(sounded))
    done = quiz(sounded, "!open\n")
    assert "volga.mp3 cannot be opened: no program is associated with this file type." in done.stdout
    assert "no method available" not in done.stdout + done.stderr


def test_a_list_in_an_answer_has_no_arrow(tmp_path: Path) -> None:
    (tmp_path / "set.yaml").write_text(
        "id: x\ntitle: X\nquestions:\n  - id: q\n    kind: card\n    stem: Which two?\n"
        "    answer: |\n      - one\n      - two\n    citation: {paragraph: 2}\n"
    )
    assert "- Which two?\n    - one\n    - two\n  (Paragraph 2.)\n" in run_quizgen(tmp_path, "read", "set.yaml").stdout


def edits(folder: Path, monkeypatch: pytest.MonkeyPatch, *texts: str) -> Path:
    """Set an editor that writes one of ``texts`` each time that it is opened; return its list of arguments."""
    editor, log = folder / "editor.py", folder / "opened.txt"
    editor.write_text(
        "import pathlib, sys\n"
        f"log = pathlib.Path({str(log)!r})\n"
        "opened = log.read_text().splitlines() if log.exists() else []\n"
        "log.write_text(chr(10).join([*opened, sys.argv[1]]))\n"
        f"pathlib.Path(sys.argv[-1]).write_text({texts!r}[len(opened)], 'utf-8')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    return log


def test_the_editor_opens_after_a_question_was_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = edits(folder, monkeypatch, SET[: SET.index("questions:")], SET, SET)
    done = quiz(
        folder, "\ny\n!edit\n!edit\n!read\n!suspend\n", "--topic", "mouths", "--kind", "card", "--kind", "short"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert log.read_text().splitlines() == ["+6", "+1"]


def test_the_editor_opens_after_a_fact_was_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_longest = SEED[: SEED.index("  - id: longest")] + SEED[SEED.index("  - id: second") :]
    log = edits(folder, monkeypatch, without_longest, SET)
    done = quiz(folder, "volga\n!edit\n!edit\n!read\n!suspend\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert log.read_text().splitlines() == ["+5", "+1"]


def test_the_editor_opens_at_the_error_that_an_edit_left(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = "id: rivers\ntitle: Rivers\nquestions: [\n"
    log = edits(folder, monkeypatch, broken, broken.replace("[", "5"), SET)
    answers = "\ny\n!edit\n!edit\n!edit\n"
    done = quiz(folder, answers, "--topic", "mouths", "--kind", "card", "--kind", "short")
    assert (done.returncode, done.stderr) == (0, "")
    assert log.read_text().splitlines() == ["+6", "+3", "+1"]


def test_a_set_that_comes_with_quizgen_is_not_edited(tmp_path: Path) -> None:
    written = run_quizgen(tmp_path, "quiz", "spaced-practice", "-n", "2", "--kind", "choice", stdin="!\n!edit\n")
    assert messages.NOT_EDITABLE in written.stdout
