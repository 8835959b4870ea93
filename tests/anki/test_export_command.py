"""``quizgen export``: where packages and records go, and what is said."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_import_into_anki import read_rows

from quizgen.cli.export import export_command
from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, Review
from quizgen.history.store import Store

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


def test_without_a_set_all_own_sets_are_written_next_to_their_files(folder: Path) -> None:
    result = run()

    assert result.exit_code == 0, result.output
    assert files(folder) == {
        f"decks/{name}{ending}" for name in ("alpha", "beta") for ending in (".yaml", ".apkg", ".release.json")
    }
    assert (
        "Wrote decks/alpha.apkg: 3 notes (one for each core point), 4 cards (a cloze has one card for each mark)"
        in result.output
    )
    assert "    1  quizgen choice" in result.output
    assert "Wrote decks/alpha.release.json: the release record; keep it with the set" in result.output


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

    again = run("alpha")
    assert again.exit_code == 0
    assert "no question has changed since the last release" in again.output
    assert "release.json" not in again.output
    assert before == {name: (folder / name).read_bytes() for name in before}


def test_changes_since_the_last_release_are_reported(folder: Path) -> None:
    run("alpha")
    write_set(folder, "alpha", stem="Is it so?")
    path = folder / "decks" / "alpha.yaml"
    path.write_text(path.read_text("utf-8").replace("id: two", "id: four").replace("Which?", "Where?"), "utf-8")
    result = run("alpha")

    assert "since the last release: 1 new, 1 changed, 1 unchanged, 1 removed" in result.output
    assert "removed from the deck (learners who already have the deck keep this note): two" in result.output
    record = json.loads((folder / "decks" / "alpha.release.json").read_text("utf-8"))
    assert record["notes"]["one"]["modified"] == 1700000001


def test_a_bundled_set_is_exported_to_the_current_folder_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    package = tmp_path_factory.mktemp("package")
    (package / "decks").mkdir()
    write_set(package, "gamma")
    monkeypatch.setattr("quizgen.loading.catalog.bundled_folder", lambda: package / "decks")

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
    monkeypatch.setattr("quizgen.loading.catalog.bundled_folder", lambda: package / "decks")
    monkeypatch.chdir(tmp_path)

    assert run().exit_code == 0
    assert files(tmp_path) == {"gamma.apkg", "delta.apkg"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("alpha", "-o", "no/such/folder.apkg"), "no/such/folder.apkg cannot be written"),
        (("alpha", "-o", "decks"), "decks is a folder"),
        (("alpha", "-o", "alpha.txt"), "alpha.txt does not have a known extension"),
        (("alpha", "-o", "alpha.txt", "--to", "apkg"), "Use -o alpha.apkg"),
        (("alpha", "alpha", "-o", "x.apkg"), "two sets have the same id, 'alpha',"),
        (("nothing",), "Unknown question set 'nothing'"),
    ],
)
def test_an_impossible_option_is_reported_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
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


def test_a_release_time_that_is_not_a_number_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    result = run("alpha")

    assert result.exit_code == 1
    assert "SOURCE_DATE_EPOCH is not valid: 'today'" in result.output
    assert folder.joinpath("decks", "alpha.yaml").is_file()


def test_filters_names_and_sub_decks_reach_the_package(folder: Path) -> None:
    result = run("alpha", "--kind", "true-false", "--kind", "choice", "--deck", "School", "--subdecks", "--json")

    (package,) = json.loads(result.stdout)["packages"]
    assert (package["cards"], package["decks"][0]["name"]) == (1, "School")
    # The record is that of the whole set all the same.
    record = json.loads((folder / "decks" / "alpha.release.json").read_text("utf-8"))
    assert set(record["notes"]) == {"one", "two", "three"}


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_text_is_written_next_to_the_set_with_ankis_header_lines(folder: Path, form: str) -> None:
    assert run("alpha", "--to", form).exit_code == 0

    lines = (folder / "decks" / f"alpha.{form}").read_text("utf-8").splitlines()
    assert lines[:6] == [
        f"#separator:{'comma' if form == 'csv' else 'tab'}", "#html:true", "#guid column:1", "#notetype column:2",
        "#deck column:3", "#tags column:4",
    ]  # fmt: skip
    assert lines[6].startswith("#quizgen:")  # the set's own data, which Anki skips
    assert len(lines) == 10


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "essay"), "Unknown question kind 'essay'. Valid kinds: card, choice,"),
        (("--topic", "space"), "Unknown topic 'space'. This set has no topics."),
        (("--tag", "nothing"), "no question matches the given tag"),
        (("--deck", "a::"), "'a::' is not a valid deck name: `::` needs a name on both sides."),
        (("--deck", " "), "' ' is not a valid deck name: it is empty."),
        (("--deck", "a\tb"), "'a\\tb' is not a valid deck name: it contains a control character."),
        (("--deck", "default"), "'Default' is reserved"),
        (("--to", "csv", "--with-progress"), "--with-progress applies only to Anki packages, not to"),
        (("--to", "csv", "--new-per-day", "5"), "a text file cannot contain deck options"),
        (("--diff", "missing.apkg"), "missing.apkg does not exist"),
        (
            ("--diff", "decks/alpha.yaml"),
            "decks/alpha.yaml cannot be read: the file is damaged or is not an Anki package",
        ),
    ],
)
def test_options_that_make_no_sense_are_reported_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = files(folder)
    result = run("alpha", *arguments)

    assert result.exit_code in {1, 2}
    assert said in " ".join(result.output.split())
    assert files(folder) == before


def test_a_difference_to_the_last_release_writes_nothing(folder: Path) -> None:
    run("alpha")
    write_set(folder, "alpha", stem="Is it so?")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    result = run("alpha", "--diff")

    assert result.output == "alpha: 0 new, 1 changed, 2 unchanged, 0 removed since the last release\n  ~ one\n"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert json.loads(run("alpha", "--diff", "--json").stdout)["sets"][0]["changed"] == ["one"]


def test_a_difference_to_an_old_package_shows_each_field(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("alpha", "-o", "old.apkg")
    path = folder / "decks" / "alpha.yaml"
    text = (
        path.read_text("utf-8")
        .replace("Is it?", "Is *it* so?")
        .replace("id: two", "id: four")
        .replace("Which?", "Where?")
    )
    path.write_text(text.replace("id: three,", "id: three, tags: [hard], hint: no,"), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000100")
    result = run("alpha", "--diff", "old.apkg")

    assert result.output.splitlines() == [
        "alpha: 1 new, 2 changed, 0 unchanged, 1 removed",
        "  + four",
        "  ~ one",
        "      Question",
        "        - Is it?",
        "        + Is it so?",
        "  ~ three",
        "      Hint",
        "        + no",
        "      Tags",
        "        - alpha",
        "        + alpha hard",
        "  - two  (Anki would keep the note)",
    ]
    (data,) = json.loads(run("alpha", "--diff", "old.apkg", "--json").stdout)["sets"]
    assert data["changed"][0] == {
        "id": "one", "taken": True, "fields": {"Question": {"before": "Is it?", "after": "Is it so?"}},
    }  # fmt: skip


def test_a_difference_says_what_anki_would_not_update(folder: Path) -> None:
    run("alpha", "-o", "old.apkg")
    (folder / "decks" / "alpha.release.json").unlink()
    write_set(folder, "alpha", stem="Is it so?")

    # Without its record, a change made in the same second is not newer.
    assert "  ~ one  (Anki would keep the old note)" in run("alpha", "--diff", "old.apkg").output


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "the picture decks/dot.png does not exist"),
        (b"", "the picture file decks/dot.png is empty"),
        (b"<html>", "does not match its extension, .png"),
    ],
    ids=["missing", "empty", "another format"],
)
def test_a_picture_that_cannot_be_exported_is_reported_with_its_position(
    folder: Path, content: bytes | None, message: str
) -> None:
    path = folder / "decks" / "alpha.yaml"
    path.write_text(
        path.read_text("utf-8")
        + "  - id: seen\n    kind: card\n    stem: What?\n    answer: That.\n    image: {file: dot.png, alt: A dot}\n",
        "utf-8",
    )
    if content is not None:
        (folder / "decks" / "dot.png").write_bytes(content)
    before = files(folder)
    result = run("alpha")

    assert result.exit_code == 1
    assert "decks/alpha.yaml:11:12: question 'seen': " in result.output
    assert message in result.output
    assert files(folder) == before


def test_progress_goes_into_a_package_of_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(folder / "home"))
    at = datetime(2026, 1, 2, tzinfo=UTC)
    review = Review("alpha", "one", "s", at, Mode.STUDY, "card", Outcome.CORRECT, 1.0, True, 3.0, Rating.EASY)
    with Store.open(folder / "home") as store:
        store.append(review)
    result = run("alpha", "--with-progress")

    assert result.exit_code == 0, result.output
    assert "your progress is included for 1 of 3 notes" in result.output
    package = folder / "decks" / "alpha-with-progress.apkg"
    assert sorted(read_rows(package, "select type from cards")) == [(0,), (0,), (0,), (2,)]
    assert read_rows(package, "select ease from revlog") == [(4,)]
    assert not (folder / "decks" / "alpha.apkg").exists()
