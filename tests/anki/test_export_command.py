"""``quizgen export``: where packages and records go, and what is said."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli.export import export_command

SET = """\
id: {name}
title: {name} title
questions:
  - {{id: one, kind: card, stem: "{stem}", answer: Yes}}
  - {{id: two, kind: choice, stem: Which?, answer: this, distractors: [that]}}
  - {{id: three, kind: cloze, text: "{{{{c1::A}}}} and {{{{c2::B}}}}"}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder with two sets in ``decks``; nothing in the environment fixes the time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "decks").mkdir()
    write_set(tmp_path, "alpha")
    write_set(tmp_path, "beta")
    return tmp_path


def write_set(folder: Path, name: str, stem: str = "Is it?") -> None:
    (folder / "decks" / f"{name}.yaml").write_text(SET.format(name=name, stem=stem), "utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(export_command, arguments)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_without_a_set_all_of_ones_own_are_written_beside_their_files(folder: Path) -> None:
    result = run()

    assert result.exit_code == 0, result.output
    assert files(folder) == {
        f"decks/{name}{ending}" for name in ("alpha", "beta") for ending in (".yaml", ".apkg", ".release.json")
    }
    assert "Wrote decks/alpha.apkg: 3 notes, 4 cards" in result.output
    assert "    1  quizgen choice" in result.output


def test_several_sets_go_into_the_file_named(folder: Path) -> None:
    result = run("alpha", "decks/beta.yaml", "-o", "both.apkg", "--json")

    assert result.exit_code == 0, result.output
    (package,) = json.loads(result.stdout)["packages"]
    assert (package["path"], package["cards"]) == ("both.apkg", 8)
    assert [deck["id"] for deck in package["decks"]] == ["alpha", "beta"]
    assert package["decks"][0]["new"] == ["one", "two", "three"]
    assert (folder / "both.apkg").is_file()
    assert not (folder / "decks" / "alpha.apkg").exists()


def test_an_unchanged_set_gives_the_same_bytes_on_another_day(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("alpha")
    before = {name: (folder / name).read_bytes() for name in ("decks/alpha.apkg", "decks/alpha.release.json")}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")

    assert run("alpha").exit_code == 0
    assert before == {name: (folder / name).read_bytes() for name in before}


def test_what_changed_since_the_last_release_is_said(folder: Path) -> None:
    run("alpha")
    write_set(folder, "alpha", stem="Is it so?")
    path = folder / "decks" / "alpha.yaml"
    path.write_text(path.read_text("utf-8").replace("id: two", "id: four"), "utf-8")
    result = run("alpha")

    assert "since the last release: 1 new, 1 changed, 1 unchanged, 1 removed" in result.output
    assert "removed, but kept by Anki where they were imported: two" in result.output
    record = json.loads((folder / "decks" / "alpha.release.json").read_text("utf-8"))
    assert record["notes"]["one"]["modified"] == 1700000001


def test_a_bundled_set_is_written_here_and_nothing_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = tmp_path_factory.mktemp("package")
    (package / "decks").mkdir()
    write_set(package, "gamma")
    monkeypatch.setattr("quizgen.reading.catalog.bundled_folder", lambda: package / "decks")

    assert run("gamma").exit_code == 0
    assert (folder / "gamma.apkg").is_file()
    assert files(package) == {"decks/gamma.yaml"}
    assert not (folder / "gamma.release.json").exists()


def test_without_own_sets_the_bundled_ones_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = tmp_path_factory.mktemp("package")
    (package / "decks").mkdir()
    for name in ("gamma", "delta"):
        write_set(package, name)
    monkeypatch.setattr("quizgen.reading.catalog.bundled_folder", lambda: package / "decks")
    monkeypatch.chdir(tmp_path)

    assert run().exit_code == 0
    assert files(tmp_path) == {"gamma.apkg", "delta.apkg"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("alpha", "-o", "no/such/folder.apkg"), "no/such/folder.apkg cannot be written"),
        (("alpha", "-o", "decks"), "decks is a folder"),
        (("alpha", "alpha", "-o", "x.apkg"), "two sets have the id 'alpha'"),
        (("nothing",), "no question set 'nothing'"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    before = files(folder)
    result = run(*arguments)

    assert result.exit_code in {1, 2}
    assert said in result.output
    assert files(folder) == before


@pytest.mark.parametrize("content", [b"{}", b"\xff\xfe", b'{"set": "beta", "notes": {}}'])
def test_a_broken_record_stops_the_export(folder: Path, content: bytes) -> None:
    (folder / "decks" / "alpha.release.json").write_bytes(content)
    result = run("alpha")

    assert result.exit_code == 1
    assert "elease" in result.output
    assert "Traceback" not in result.output
    assert not (folder / "decks" / "alpha.apkg").exists()


def test_a_release_time_that_is_no_number_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    result = run("alpha")

    assert result.exit_code == 1
    assert "SOURCE_DATE_EPOCH is 'today'" in result.output
    assert folder.joinpath("decks", "alpha.yaml").is_file()
