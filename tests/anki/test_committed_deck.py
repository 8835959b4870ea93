"""The decks that are committed ready-made are those that their sets would make today."""

import zipfile
from pathlib import Path

import pytest
from test_import_into_anki import read_rows

from quizgen.anki.export import export_apkg
from quizgen.anki.release import parse_record
from quizgen.loading.sets import read_set

DECKS = Path(__file__).parents[2] / "decks"
SETS = sorted(DECKS.glob("*.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_committed_package_is_what_its_set_makes(path: Path, tmp_path: Path) -> None:
    remedy = "run `quizgen export` in the project's folder and commit decks/"
    question_set = read_set(path).question_set
    committed, record_path = DECKS / f"{question_set.id}.apkg", DECKS / f"{question_set.id}.release.json"
    assert committed.is_file(), f"{committed.name} is missing: {remedy}"
    record = parse_record(record_path.read_text("utf-8"), record_path.name)

    fresh = export_apkg(
        [question_set],
        tmp_path / "fresh.apkg",
        modified=0,
        pictures={question_set.id: DECKS},
        records={question_set.id: record},
    )

    changes = fresh.decks[0].changes
    assert (changes.new, changes.changed, changes.removed) == ((), (), ()), f"{committed.name} is out of date: {remedy}"
    # Rows rather than bytes: another SQLite or zlib would pack the same rows otherwise.
    for query in (
        "select * from notes order by id",
        "select * from cards order by id",
        "select models, decks from col",
    ):
        assert read_rows(committed, query) == read_rows(fresh.path, query), f"{committed.name} is out of date: {remedy}"
    with zipfile.ZipFile(committed) as old, zipfile.ZipFile(fresh.path) as new:
        names = [name for name in new.namelist() if name != "collection.anki2"]
        assert [(name, old.read(name)) for name in names] == [(name, new.read(name)) for name in names]


def test_there_is_a_set_to_look_at() -> None:
    assert SETS
