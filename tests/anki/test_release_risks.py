"""Edits with effects on learners that cannot be undone: `check` warns about each, and `export` asks first."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.anki.export import export_apkg
from quizgen.anki.release_risks import ReleaseCode
from quizgen.atomic import WriteError
from quizgen.checking import check
from quizgen.cli.export import export_command
from quizgen.loading.sets import load

ROOT = Path(__file__).parents[2]
SET = """\
id: capitals
title: Capitals
topics: {places: Places}
questions:
  - id: peru
    kind: card
    stem: What is the capital of Peru?
    answer: Lima
  - id: chile
    kind: choice
    stem: What is the capital of Chile?
    answer: Santiago
    distractors: [Lima, Quito]
  - id: japan
    kind: short
    stem: What is the capital of Japan?
    answer: Tokyo
"""
FACTS = """\
id: rivers
source: {title: Rivers}
topics: {europe: Europe}
entities:
  danube: {name: Danube, type: place}
facts:
  - id: longest
    topic: europe
    statement: "The longest river of the European Union is the {{c1::Danube}}."
    citation: {paragraph: 1}
    ask: [{answer: c1, stem: "What is the longest river of the European Union?"}]
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one set that has been released. No test changes it."""
    folder = tmp_path_factory.mktemp("released")
    (folder / "decks").mkdir()
    (folder / "decks" / "capitals.yaml").write_text(SET, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        assert run().exit_code == 0
    return folder / "decks"


@pytest.fixture
def decks(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the released set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return Path(shutil.copytree(released, tmp_path / "decks"))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(export_command, arguments)


def edit(decks: Path, *changes: tuple[str, str]) -> None:
    path = decks / "capitals.yaml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def contents(decks: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in decks.iterdir()}


def warnings(decks: Path) -> list[tuple[int, str, str, str]]:
    found = check(decks).diagnostics
    return [(one.line, one.code, one.message, one.help) for one in found if one.code.startswith("R")]


EDITS = {
    "the set's id": (
        [("id: capitals\n", "id: caps\n")],
        (1, "R101", "the set's id is no longer 'capitals'", "`formerly: [capitals]`"),
    ),
    "a question's id": (
        [("id: chile", "id: chile-capital"), ("Santiago", "Santiago de Chile")],
        (9, "R102", "the id of question 'chile-capital' is no longer 'chile'", "`formerly: [capitals/chile]`"),
    ),
    "a kind": (
        [("kind: card", "kind: short")],
        (6, "R103", "from 'quizgen card' to 'quizgen typed'", "`retired: true`"),
    ),
    "the title": (
        [("title: Capitals", "title: Capital Cities")],
        (2, "R104", "the title is no longer 'Capitals'", "rename their deck"),
    ),
    "formerly": (
        [("id: capitals\n", "id: capitals\nformerly: [cities]\n")],
        (2, "R105", "Anki would add 3 notes again", "restore `formerly`"),
    ),
    "formerly of one question": (
        [("kind: card", "formerly: old/peru\n    kind: card")],
        (5, "R105", "of question 'peru' changed", "restore the old value"),
    ),
}


@pytest.mark.parametrize(("changes", "expected"), EDITS.values(), ids=EDITS)
def test_a_destructive_edit_is_a_warning_and_stops_the_export(
    decks: Path, changes: list[tuple[str, str]], expected: tuple[int, str, str, str]
) -> None:
    edit(decks, *changes)
    before = contents(decks)
    ((line, code, message, help),) = warnings(decks)
    result = run("decks/capitals.yaml")
    column = re.search(rf":{line}:(\d+): ", result.stderr)
    assert column

    assert (line, code) == expected[:2]
    assert expected[2] in message
    assert expected[3] in help
    assert result.exit_code == 1
    assert result.stderr == (
        f"decks/capitals.yaml:{line}:{column[1]}: {code} {message}\n  help: {help}\nError: Nothing was written. Use --yes to export anyway.\n"
    )
    assert contents(decks) == before


@pytest.mark.parametrize("changes", [changes for changes, _ in EDITS.values()], ids=EDITS)
def test_an_edit_that_was_released_anyway_is_not_reported_again(decks: Path, changes: list[tuple[str, str]]) -> None:
    edit(decks, *changes)

    assert run("decks/capitals.yaml", "--yes").exit_code == 0
    assert warnings(decks) == []


@pytest.mark.parametrize(
    "changes",
    [
        [("Santiago", "Santiago de Chile")],
        [("kind: card", "tags: [peru]\n    kind: card")],
        [("id: chile", "id: chile-capital\n    formerly: capitals/chile")],
        [("id: capitals\n", "id: caps\nformerly: [capitals]\n")],
        [("    kind: choice", "    topic: places\n    kind: multiple"), ("answer: Santiago", "answers: [Santiago]")],
        [("id: japan", "id: kenya"), ("Japan", "Kenya"), ("Tokyo", "Nairobi")],
        [("id: chile", "retired: true\n    id: chile")],
    ],
    ids=["key", "tag", "new id, formerly", "new set id, formerly", "same note type", "another question", "retired"],
)
def test_an_update_that_does_no_harm_is_not_reported(decks: Path, changes: list[tuple[str, str]]) -> None:
    edit(decks, *changes)

    assert warnings(decks) == []
    assert run("decks/capitals.yaml").exit_code == 0


def test_a_renamed_set_takes_its_record_along(decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(
        decks,
        ("id: capitals\n", "id: caps\nformerly: [capitals]\n"),
        ("id: chile", "id: cl\n    formerly: capitals/chile"),
    )
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000500")
    (deck,) = json.loads(run("--json").stdout)["packages"][0]["decks"]

    assert (deck["new"], deck["removed"]) == ([], [])
    before = json.loads((decks / "capitals.release.json").read_text("utf-8"))["notes"]
    after = json.loads((decks / "caps.release.json").read_text("utf-8"))["notes"]
    assert [after[name]["position"] for name in ("peru", "cl", "japan")] == [
        before[name]["position"] for name in ("peru", "chile", "japan")
    ]
    assert {note["guid"] for note in after.values()} == {"capitals/peru", "capitals/chile", "capitals/japan"}


def test_a_set_copied_as_a_model_for_another_is_not_taken_for_a_rename(decks: Path) -> None:
    (decks / "cities.yaml").write_text(SET.replace("id: capitals", "id: 'cities'", 1), "utf-8")

    assert warnings(decks) == []


def test_a_question_from_facts_is_reported_at_its_fact(decks: Path) -> None:
    (decks.parent / "seeds").mkdir()
    seed = decks.parent / "seeds" / "rivers.yaml"
    seed.write_text(FACTS, "utf-8")
    (decks / "rivers.yaml").write_text("id: rivers\ntitle: Rivers\nfacts: ../seeds/rivers.yaml\n", "utf-8")
    assert run("decks/rivers.yaml").exit_code == 0
    seed.write_text(FACTS.replace("id: longest", "id: longest-in-eu"), "utf-8")

    found = [one for one in check(decks / "rivers.yaml").diagnostics if one.code.startswith("R")]
    assert {one.code for one in found} == {"R102"}
    assert {(one.path.name, one.line) for one in found} <= {("rivers.yaml", line) for line in (9, 11)}


def test_a_missing_record_is_reported(decks: Path) -> None:
    (decks / "capitals.release.json").unlink()

    ((line, code, message, help),) = warnings(decks)
    assert (line, code) == (1, "R106")
    assert message.startswith("capitals.apkg has no release record: importing the new package would overwrite")
    assert help == "restore capitals.release.json from version control"
    assert run().exit_code == 1
    assert not (decks / "capitals.release.json").exists()
    assert run("--yes").exit_code == 0


def test_a_record_that_is_older_than_the_package_is_reported(decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = (decks / "capitals.release.json").read_bytes()
    edit(decks, ("Tokyo", "Kyoto"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000500")
    assert run().exit_code == 0
    (decks / "capitals.release.json").write_bytes(old)

    ((line, code, message, _),) = warnings(decks)
    assert (line, code) == (1, "R107")
    assert message.startswith("the release record is older than capitals.apkg")


def test_a_package_written_elsewhere_does_not_make_the_record_older(decks: Path) -> None:
    edit(decks, ("id: japan", "id: kenya"), ("Japan", "Kenya"), ("Tokyo", "Nairobi"))

    assert run("decks/capitals.yaml", "-o", "elsewhere.apkg").exit_code == 0
    assert warnings(decks) == []


def test_a_damaged_package_is_simply_replaced(decks: Path) -> None:
    (decks / "capitals.apkg").write_bytes(b"PK")

    assert warnings(decks) == []
    assert run().exit_code == 0


def test_a_record_from_before_note_types_were_kept_reports_nothing(decks: Path) -> None:
    path = decks / "capitals.release.json"
    record = json.loads(path.read_text("utf-8"))
    del record["title"]
    record["notes"] = {
        name: {key: note[key] for key in ("modified", "content", "position")} for name, note in record["notes"].items()
    }
    path.write_text(json.dumps(record), "utf-8")
    edit(decks, ("kind: card", "kind: short"), ("title: Capitals", "title: Cities"), ("id: chile", "id: cl"))

    assert warnings(decks) == []


@pytest.mark.parametrize("content", ["", '{"set": "rivers", "notes": {}', "[]"])
def test_a_broken_record_cannot_be_exported_even_with_yes(decks: Path, content: str) -> None:
    path = decks / "capitals.release.json"
    path.write_text(content, "utf-8")
    before = contents(decks)

    ((_, code, message, help),) = warnings(decks)
    assert (code, help.partition(",")[0]) == ("R108", "restore it from version control")
    assert "decks/capitals.release.json is not a valid release record" in message
    result = run("--yes")
    assert result.exit_code == 1
    assert result.stderr.endswith("Error: Nothing was written.\n")
    assert contents(decks) == before


def test_a_record_that_cannot_be_written_is_reported_before_the_package_is_written(decks: Path) -> None:
    path = decks / "capitals.release.json"
    path.unlink()
    path.symlink_to(decks / "no-such-folder" / "record.json")
    package = (decks / "capitals.apkg").read_bytes()
    edit(decks, ("Tokyo", "Kyoto"))

    assert "R109" in {found[1] for found in warnings(decks)}
    result = run("--yes")
    assert result.exit_code == 1
    assert "R109 the release record decks/capitals.release.json cannot be written" in result.stderr
    assert (decks / "capitals.apkg").read_bytes() == package


def test_package_and_record_are_written_together_or_not_at_all(decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is in place when the record's rename fails: both are as before, and nothing temporary is left."""
    edit(decks, ("Tokyo", "Kyoto"))
    before = contents(decks)
    renamed = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name == "capitals.release.json" and not self.name.endswith(".old"):
            raise PermissionError(13, "Permission denied")
        return renamed(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(WriteError, match=r"capitals\.release\.json cannot be written: Permission denied"):
        export_apkg(load(decks / "capitals.yaml"), decks / "capitals.apkg", records=decks, modified=1_700_000_500)
    assert contents(decks) == before

    (decks / "capitals.apkg").unlink()
    with pytest.raises(WriteError):
        export_apkg(load(decks / "capitals.yaml"), decks / "capitals.apkg", records=decks, modified=1_700_000_500)
    assert not (decks / "capitals.apkg").exists()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="this system has no limit on the size of files")
def test_a_full_disk_is_one_clear_line(decks: Path) -> None:
    import resource

    edit(decks, ("Tokyo", "Kyoto"))
    before = contents(decks)
    # Python 3.11 would store bytecode that the limit cuts off, and later programs would fail to read it.
    environment = {**os.environ, "QUIZGEN_HOME": str(decks.parent / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(
        [sys.executable, "-m", "quizgen", "export", "--yes"],
        capture_output=True, text=True, check=False, env=environment,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)),
    )  # fmt: skip

    assert result.returncode == 1
    assert result.stderr == "Error: decks/capitals.apkg cannot be written: disk I/O error; the disk may be full\n"
    assert contents(decks) == before


def test_a_comparison_shows_the_risks_and_writes_nothing(decks: Path) -> None:
    edit(decks, ("title: Capitals", "title: Capital Cities"))
    before = contents(decks)
    result = run("--diff")

    assert result.exit_code == 0
    assert "R104" in result.stderr
    assert result.stdout.startswith("capitals: 0 new, 0 changed, 3 unchanged")
    assert contents(decks) == before


def test_every_code_is_documented() -> None:
    documented = re.findall(r"^\| (R\d+) \|", (ROOT / "docs" / "diagnostics.md").read_text("utf-8"), re.MULTILINE)
    assert documented == [code.value for code in ReleaseCode]
