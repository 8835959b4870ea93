"""The package as a file: repeatable, whole or not at all, pictures in it."""

import json
import os
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from anki_samples import LONG_AGO, QUESTIONS, Importer, question_set

from quizgen.anki.errors import ExportError
from quizgen.anki.export import export_apkg
from quizgen.atomic import WriteError
from quizgen.questions import QuestionSet

if TYPE_CHECKING:
    from anki.collection import Collection


def png(grey: int) -> bytes:
    """A picture of one grey dot."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes([0, grey])))
        + chunk(b"IEND", b"")
    )


def with_pictures(*files: str, **changes: Any) -> QuestionSet:
    """A set with one card for each picture file."""
    alt = 'A dot, "grey" <b> src=evil.png'
    return question_set(
        [
            {"kind": "card", "id": f"q{at}", "stem": "What?", "answer": "That.", "image": {"file": file, "alt": alt}}
            for at, file in enumerate(files)
        ],
        **changes,
    )


def test_same_sets_and_time_give_the_same_bytes(tmp_path: Path) -> None:
    first = export_apkg([question_set()], tmp_path / "1.apkg", modified=LONG_AGO).path
    second = export_apkg([question_set()], tmp_path / "2.apkg", modified=LONG_AGO).path

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.slow
def test_another_process_day_and_hash_seed_give_the_same_bytes(tmp_path: Path, package: Path) -> None:
    (tmp_path / "set.json").write_text(question_set().model_dump_json(exclude_none=True), "utf-8")
    script = (
        "import sys, time; from pathlib import Path; from quizgen.anki.export import export_apkg\n"
        "from quizgen.questions import QuestionSet\n"
        "time.time = lambda: 4e9\n"
        "export_apkg([QuestionSet.model_validate_json(Path(sys.argv[1]).read_text('utf-8'))], Path(sys.argv[2]),"
        f" modified={LONG_AGO})"
    )
    there = tmp_path / "there.apkg"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", script, tmp_path / "set.json", there], check=True, env=environment)

    assert there.read_bytes() == package.read_bytes()


def test_the_package_is_compressed_and_has_no_date(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_failure_leaves_the_old_file_and_nothing_else(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = package.read_bytes()

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    another = question_set(title="Another")
    monkeypatch.setattr(zipfile.ZipFile, "open", full_disk)
    with pytest.raises(WriteError, match="No space left on device"):
        export_apkg([another], package, modified=LONG_AGO)

    assert package.read_bytes() == before
    assert list(package.parent.iterdir()) == [package]


def test_no_temporary_file_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    export_apkg([question_set()], tmp_path / "x.apkg", modified=LONG_AGO)

    assert not list(scratch.iterdir())


@pytest.mark.parametrize("where", ["no-such-folder/x.apkg", "."])
def test_a_path_that_cannot_be_written_is_reported(tmp_path: Path, where: str) -> None:
    with pytest.raises(WriteError, match=r"cannot be written|is a folder"):
        export_apkg([question_set()], tmp_path / where, modified=LONG_AGO)
    assert not list(tmp_path.iterdir())


@pytest.mark.anki
def test_pictures_travel_once_each_with_their_description(
    tmp_path: Path, collection: "Collection", bring_in: Importer
) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "pictures").mkdir()
    for name, grey in (("a.png", 1), ("b.PNG", 1), ("pictures/a.png", 200)):
        (tmp_path / "set" / name).write_bytes(png(grey))
    pictured = with_pictures("a.png", "b.PNG", "pictures/a.png")
    summary = export_apkg([pictured], tmp_path / "x.apkg", modified=LONG_AGO, pictures={"almanac": tmp_path / "set"})
    bring_in(summary.path)

    assert summary.pictures == 2
    fields = [collection.get_note(note_id)["Image"] for note_id in collection.find_notes("")]
    names = [collection.media.files_in_str(collection.models.by_name("quizgen card")["id"], field) for field in fields]  # type: ignore[index]
    assert sorted(len(found) for found in names) == [1, 1, 1]
    stored = {name for (name,) in names}
    assert {(Path(collection.media.dir()) / name).read_bytes() for name in stored} == {png(1), png(200)}
    assert not collection.media.check().missing
    assert not collection.media.check().unused


def test_sets_with_pictures_of_one_name_keep_their_own(tmp_path: Path) -> None:
    roots = {}
    for at, set_id in enumerate(("one", "two")):
        roots[set_id] = tmp_path / set_id
        roots[set_id].mkdir()
        (roots[set_id] / "a.png").write_bytes(png(at))
    sets = [with_pictures("a.png", id=set_id, title=set_id) for set_id in roots]
    package = export_apkg(sets, tmp_path / "x.apkg", modified=LONG_AGO, pictures=roots).path

    with zipfile.ZipFile(package) as archive:
        media = json.loads(archive.read("media"))
        assert len(set(media.values())) == 2
        assert {archive.read(number) for number in media} == {png(0), png(1)}


@pytest.mark.parametrize("message", ["missing", "empty", "folder", "link out", "no folder given"])
def test_a_picture_that_cannot_be_exported_is_reported_with_its_question(tmp_path: Path, message: str) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    if message == "empty":
        (folder / "a.png").touch()
    elif message == "folder":
        (folder / "a.png").mkdir()
    elif message == "link out":
        (tmp_path / "secret").write_bytes(png(3))
        (folder / "a.png").symlink_to(tmp_path / "secret")
    roots = {} if message == "no folder given" else {"almanac": folder}

    with pytest.raises(ExportError, match=r"almanac: question 'q0': .*a\.png"):
        export_apkg([with_pictures("a.png")], tmp_path / "x.apkg", modified=LONG_AGO, pictures=roots)
    assert not (tmp_path / "x.apkg").exists()


def test_no_sets_make_no_package(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no question set"):
        export_apkg([], tmp_path / "x.apkg", modified=LONG_AGO)


def test_the_callers_set_is_left_alone(tmp_path: Path) -> None:
    given = question_set()
    before = given.model_dump()
    export_apkg([given], tmp_path / "x.apkg", modified=LONG_AGO)

    assert given.model_dump() == before
    assert len(QUESTIONS) == 9
