"""The command: a page for any set, valid or not, and a new one on every save."""

import base64
import os
import signal
import sys
import time
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from quizgen.checking import check
from quizgen.cli import cli
from quizgen.preview import gather

SEED = """\
id: rivers
source: {title: Rivers}
topics: {rivers: The rivers}
facts:
  - id: longest
    topic: rivers
    statement: "The longest river of Italy is the {{c1::Po}}."
    citation: {paragraph: 2, phrases: [the Po is longest]}
    ask:
      - {stem: Which river is Italy's longest?, answer: c1, distractors: [Arno, Tiber]}
"""
SET = """\
id: rivers
title: Rivers
facts: ../seeds/rivers.yaml
questions:
  - {id: map, kind: card, topic: rivers, stem: What shows the map?, answer: The Po, image: {file: po.png, alt: A map of the Po}}
"""
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for folder, text in (("seeds", SEED), ("decks", SET)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "rivers.yaml").write_text(text)
    (tmp_path / "decks" / "po.png").write_bytes(PICTURE)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["preview", *arguments])


def test_the_page_contains_everything(project: Path) -> None:
    assert run("rivers", "-o", "out/page.html").output == "Wrote out/page.html\n"
    html = (project / "out" / "page.html").read_text("utf-8")
    assert f"data:image/png;base64,{base64.b64encode(PICTURE).decode()}" in html
    assert "Which river is Italy&" in html or "Which river is Italy's longest?" in html
    assert "The rivers" in html
    assert "“…the Po is longest…”" in html
    assert "http://" not in html
    assert "https://" not in html
    assert run("rivers", "-o", "again.html").exit_code == 0
    assert (project / "again.html").read_text("utf-8") == html


def test_without_output_the_page_is_kept_in_the_users_cache(project: Path) -> None:
    path = Path(run("rivers").output.removeprefix("Wrote ").strip())
    assert path.is_relative_to(project / "cache") or sys.platform != "linux"
    assert path.is_file()


@pytest.mark.parametrize("name", ["nowhere", "nowhere.yaml", "decks"])
def test_a_set_that_does_not_exist(project: Path, name: str) -> None:
    done = run(name)
    assert done.exit_code == 2
    assert name in done.output


def test_errors_are_shown_with_their_question(project: Path) -> None:
    path = project / "decks" / "rivers.yaml"
    path.write_text(
        SET.replace("title", "titel")
        + "  - id: two\n    kind: choice\n    stem: Which <river>?\n    answer: Po\n    distractors: [po]\n"
        + "  - {id: map, kind: short, stem: Which?, answer: Arno, topic: lakes}\ntags: a\n"
    )
    sheet = gather(path)
    assert [one.code for one in sheet.diagnostics] == ["E101", "E103"]  # `titel` is reported once, not also as missing
    found = [
        (entry.question.id if entry.question else entry.source.split()[2], [one.code for one in entry.diagnostics])
        for entry in sheet.entries
        if entry.diagnostics
    ]
    assert found == [("two", ["E201"]), ("map", ["E301", "E302"])]
    assert {entry.question.id for entry in sheet.entries if entry.question} >= {"longest.c1.choice", "map"}
    assert run("rivers", "-o", "page.html").exit_code == 0
    html = (project / "page.html").read_text("utf-8")
    assert "Which &lt;river&gt;?" in html
    assert f"{path.name}:10:" in html


@pytest.mark.parametrize(
    "text", ["", "id: [\n", "- a\n", "questions: 5\n", "id: a\nfacts: ../seeds/none.yaml\n", "questions: [5, {}]\n"]
)
def test_any_file_gives_a_page_that_shows_its_errors(project: Path, text: str) -> None:
    (project / "decks" / "rivers.yaml").write_text(text)
    assert run("decks/rivers.yaml", "-o", "page.html").exit_code == 0
    assert "<b>Error E" in (project / "page.html").read_text("utf-8")


def test_a_question_that_breaks_the_file_is_shown_in_its_place(project: Path) -> None:
    path = project / "decks" / "rivers.yaml"
    path.write_text(
        SET
        + "  - id: two\n    kind: short\n    stem: Italy: which river?\n    answer: Po\n"
        + "  - {id: map, kind: short, stem: Which?, answer: Arno, topic: rivers}\n"
    )
    sheet = gather(path)
    assert sheet.diagnostics == ()
    assert [(entry.source[:11], [one.code for one in entry.diagnostics]) for entry in sheet.entries[-3:]] == [
        ("", []), ("", ["E006"]), ("", ["E301"]),
    ]  # fmt: skip
    shown = sheet.entries[-2].question
    assert shown is not None
    assert shown.stem == "Italy: which river?"  # as it is meant
    path.write_text(path.read_text().replace("kind: short\n    stem: Italy: ", "kind short\n    stem: "))
    sheet = gather(path)
    assert sheet.entries[-2].source.startswith("  - id: two")
    assert sheet.entries[-2].source.endswith("answer: Po")
    assert "longest.c1.choice" in {entry.question.id for entry in sheet.entries if entry.question}


def test_warnings_are_shown_with_their_question(project: Path) -> None:
    path = project / "decks" / "rivers.yaml"
    path.write_text(
        "id: a\ntitle: A\nquestions:\n  - {id: b, kind: choice, stem: Which of these?, answer: Po, distractors: [Arno, All of the above]}\n"
    )
    (entry,) = gather(path).entries
    assert ("warning", "Q101") in [(one.severity, one.code) for one in entry.diagnostics]


def test_warnings_are_shown_for_the_valid_questions_of_a_set_with_errors(project: Path) -> None:
    path = project / "decks" / "rivers.yaml"
    path.write_text(
        "id: a\ntitle: A\nquestions:\n"
        "  - {id: b, kind: choice, stem: Which of these?, answer: Po, distractors: [Arno, All of the above]}\n"
        "  - {id: c, kind: choise, stem: Which?, answer: Po, distractors: [Arno]}\n"
    )
    flawed, faulty = gather(path).entries
    assert ("warning", "Q101") in [(one.severity, one.code) for one in flawed.diagnostics]
    assert [(one.severity, one.code) for one in faulty.diagnostics] == [("error", "E108")]


def test_everything_that_check_finds_is_shown(project: Path) -> None:
    path, seed = project / "decks" / "rivers.yaml", project / "seeds" / "rivers.yaml"
    copied = "The longest river of all Italy, from the Alps to the sea, is the Po."
    (project / "seeds" / "rivers.txt").write_text(f"Rivers\n\n{copied} It floods.\n")
    written = SEED.replace("{title: Rivers}", "{title: Rivers, text: rivers.txt}")
    seed.write_text(
        written.replace("The longest river of Italy is the {{c1::Po}}.", copied.replace("Po", "{{c1::Po}}"))
    )
    sheet = gather(path)
    shown = [*sheet.diagnostics, *(one for entry in sheet.entries for one in entry.diagnostics)]
    assert sorted(one.code for one in shown) == sorted(one.code for one in check(path).diagnostics)
    assert {"Q305", "E503"} <= {one.code for one in sheet.diagnostics}
    assert all(one.place.startswith(str(seed)) for one in sheet.diagnostics)


def test_a_picture_outside_the_folder_of_the_set_is_not_included(project: Path) -> None:
    (project / "secret.png").write_bytes(PICTURE)
    (project / "decks" / "po.png").unlink()
    (project / "decks" / "po.png").symlink_to(project / "secret.png")
    sheet = gather(project / "decks" / "rivers.yaml")
    assert sheet.pictures == {}
    (link,) = (one for entry in sheet.entries for one in entry.diagnostics if one.code == "E112")
    assert "is a link to a file outside the set's folder" in link.message


def test_the_article_is_the_one_named_or_given(project: Path) -> None:
    path, seed = project / "decks" / "rivers.yaml", project / "seeds" / "rivers.yaml"
    (project / "rivers.txt").write_text(
        "Rivers\n\nIn Italy the Po is longest.\n\nThe Arno floods; in 1966 it rose far.\n"
    )
    assert gather(path).text == ()
    given = gather(path, project / "rivers.txt").text
    assert [(one.number, one.facts, one.is_open) for one in given] == [
        (1, (), False), (2, ("longest",), False), (3, (), True),
    ]  # fmt: skip
    seed.write_text(SEED.replace("title: Rivers", "title: Rivers, text: ../rivers.txt"))
    assert gather(path).text == given
    seed.write_text(SEED.replace("title: Rivers", "title: Rivers, text: rivers.txt"))
    assert gather(path).text == ()
    assert "does not exist" in gather(path).diagnostics[0].message
    (project / "rivers.txt").rename(project / "seeds" / "rivers.txt")
    assert gather(path).text == given
    path.write_text(SET + "  - {id: two, kind: short, stem: Which?}\n")
    assert gather(path).text == given
    assert run("rivers", "-o", "page.html").exit_code == 0
    html = (project / "page.html").read_text("utf-8")
    assert "<section class=text" in html
    assert "○ No fact cites this paragraph" in html
    assert run("rivers", "--article", "none.txt").exit_code == 2
    path.write_text("id: a\ntitle: A\nquestions:\n  - {id: b, kind: short, stem: Which?, answer: Po}\n")
    assert "is not shown" in run("rivers", "--article", "seeds/rivers.txt", "-o", "page.html").output


@pytest.mark.terminal
def test_watch_rebuilds_the_page_on_every_save(project: Path) -> None:
    arguments = ["-m", "quizgen", "preview", "rivers", "--watch", "--no-open", "-o", "page.html"]
    child = pexpect.spawn(sys.executable, arguments, cwd=project, env={**os.environ}, encoding="utf-8", timeout=20)
    child.expect("Ctrl-C to stop")
    page = project / "page.html"
    first, stamp = page.read_text("utf-8"), (project / "page.html.stamp.js").read_text()
    for folder, old, new in (
        ("seeds", "Which river is", "Which great river is"),
        ("decks", "What shows", "What does show"),
    ):
        time.sleep(0.05)  # so that the modification time differs
        path = project / folder / "rivers.yaml"
        path.write_text(path.read_text().replace(old, new))
        child.expect("rebuilt")
    text = page.read_text("utf-8")
    sound = path.read_text()
    path.write_text("questions: [\n")
    child.expect("rebuilt")
    assert "<b>Error E006</b>" in page.read_text("utf-8")
    path.write_text(sound)
    child.expect("rebuilt")
    assert "Which great river is" in text
    assert "What does show" in text
    assert "data-stamp" in first
    assert (project / "page.html.stamp.js").read_text() != stamp
    child.kill(signal.SIGINT)
    child.expect(pexpect.EOF)
    assert "data-stamp" not in page.read_text("utf-8")
    assert not (project / "page.html.stamp.js").exists()
