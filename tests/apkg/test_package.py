"""Packages in each form that Anki writes, and packages that mean harm."""

import io
import json
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.apkg import archive
from quizgen.apkg.archive import PackageError
from quizgen.apkg.package import opened_package, package_at

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(500)


def zipped(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return content.getvalue()


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One collection, written by the real Anki in every form that it writes."""
    from anki.collection import Collection, ExportAnkiPackageOptions

    folder = tmp_path_factory.mktemp("exported")
    collection = Collection(str(folder / "collection.anki2"))
    deck = collection.decks.id("Flüsse::Italien")
    assert deck is not None
    picture = collection.media.write_data("po-fluß.png", PICTURE)
    for name, values in (("Basic", ["What?", f'<img src="{picture}">']), ("Cloze", ["The {{c1::Po}}", ""])):
        model = collection.models.by_name(name)
        assert model is not None
        note = collection.new_note(model)
        note.fields = values
        collection.add_note(note, deck)
    paths = {}
    for form, legacy in (("older", True), ("newer", False)):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
        paths[f"{form}.apkg"] = folder / f"{form}.apkg"
        collection.export_anki_package(out_path=str(folder / f"{form}.apkg"), options=options, limit=None)
        paths[f"{form}.colpkg"] = folder / f"{form}.colpkg"
        collection.export_collection_package(str(folder / f"{form}.colpkg"), include_media=True, legacy=legacy)
        collection.reopen()
    collection.close()
    return paths


@pytest.mark.anki
@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("older.apkg", "collection.anki21"),
        ("older.colpkg", "collection.anki21"),
        ("newer.apkg", "collection.anki21b"),
        ("newer.colpkg", "collection.anki21b"),
    ],
)
def test_every_format_gives_the_same_verdict(exported: dict[str, Path], name: str, form: str) -> None:
    with package_at(exported[name]) as package:
        assert package.form == form
        note_types = {one.name: one for one in package.collection.note_types.values()}
        basic, cloze = note_types["Basic"], note_types["Cloze"]
        assert (basic.fields, basic.fronts, basic.is_cloze) == (("Front", "Back"), ("{{Front}}",), False)
        assert (cloze.fields, cloze.fronts, cloze.is_cloze) == (("Text", "Back Extra"), ("{{cloze:Text}}",), True)
        assert "Flüsse::Italien" in package.collection.decks.values()
        assert package.has_media("po-fluß.png")
        assert not package.has_media("0")
        assert package.read_media("po-fluß.png", 1000) == PICTURE
        rows = (
            package.collection.database.execute("SELECT name FROM notetypes ORDER BY name") if "b" in form[-1] else ()
        )
        assert [row[0] for row in rows] == (sorted(note_types, key=str.casefold) if rows else [])


@pytest.mark.anki
def test_a_picture_is_not_larger_than_requested(exported: dict[str, Path]) -> None:
    with package_at(exported["newer.apkg"]) as package, pytest.raises(PackageError, match="more than 100 bytes"):
        package.read_media("po-fluß.png", 100)


@pytest.mark.anki
def test_a_decompression_bomb_is_stopped(exported: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_ALL", 2_000_000)
    bomb = zstd.compress(bytes(100_000_000))
    assert len(bomb) < 20_000
    for name in ("collection.anki21b", "media"):
        parts = parts_of(exported["newer.apkg"]) | {name: bomb}
        with (
            pytest.raises(PackageError, match=f"the file {name!r} in the package unpacks to more than"),
            opened_package(_file(parts)),
        ):
            pass


@pytest.mark.anki
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"collection.anki21b": b"not packed at all"}, "the file 'collection.anki21b' in the package is damaged"),
        (
            {"collection.anki21b": zstd.compress(b"x" * 5000)[:-9]},
            "the file 'collection.anki21b' in the package is damaged",
        ),
        ({"collection.anki21b": zstd.compress(b"no database")}, "collection is damaged"),
        ({"media": b"{}"}, "the file 'media' in the package is damaged"),
        ({"meta": b"\x08\x04"}, "a newer version of Anki"),
        ({"meta": b"\x08"}, "the file 'meta' in the package is damaged"),
        ({"meta": b"\x0a\x01x"}, "a newer version of Anki"),
        ({"meta": bytes(5000)}, "more than 1,000 bytes"),
    ],
)
def test_damage_is_reported(exported: dict[str, Path], changed: dict[str, bytes], said: str) -> None:
    with (
        pytest.raises(PackageError, match=said),
        opened_package(_file(parts_of(exported["newer.apkg"]) | changed)),
    ):
        pass


@pytest.mark.anki
def test_a_damaged_list_of_files_loses_only_the_pictures(exported: dict[str, Path]) -> None:
    for name, damaged in (
        ("newer.apkg", zstd.compress(b"\x0a\x7fbroken")),
        ("older.apkg", b"[1, 2]"),
        ("older.apkg", b"{"),
    ):
        with opened_package(_file(parts_of(exported[name]) | {"media": damaged})) as package:
            assert not package.has_media("po-fluß.png")
            assert len(package.collection.note_types) >= 2


TABLES = (
    "CREATE TABLE col (models, decks)", "CREATE TABLE notes (id, guid, mid, tags, flds)", "CREATE TABLE cards (nid, did, due, type)",
    "CREATE TABLE notetypes (id, name, config)", "CREATE TABLE fields (ntid, ord, name)",
    "CREATE TABLE templates (ntid, ord, config)", "CREATE TABLE decks (id, name)",
)  # fmt: skip


@pytest.mark.parametrize(
    ("place", "statement", "said"),
    [
        (4, "CREATE VIEW fields AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS ntid, x AS ord, 'a' AS name FROM n", "not made by Anki"),
        (5, "CREATE VIRTUAL TABLE templates USING fts5(ntid, ord, config)", "not made by Anki"),
        (None, "INSERT INTO notetypes VALUES (1, 'Basic', x'08')", "is cut off"),
        (None, "INSERT INTO notetypes VALUES (1, 'Basic', 'text')", "unknown form"),
        (None, "INSERT INTO templates VALUES (1, 0, 7)", "unknown form"),
        (None, "INSERT INTO decks VALUES (1, NULL)", "unknown form"),
    ],
)  # fmt: skip
def test_tables_that_anki_did_not_write(tmp_path: Path, place: int | None, statement: str, said: str) -> None:
    file = tmp_path / "made"
    with sqlite3.connect(file) as database:
        for at, table in enumerate(TABLES):
            database.execute(statement if at == place else table)
        if place is None:
            database.execute(statement)
    database.close()
    content = zipped({"collection.anki21b": zstd.compress(file.read_bytes())})
    with pytest.raises(PackageError, match=said), opened_package(io.BytesIO(content)):
        pass


@pytest.mark.anki
def test_files_are_never_written_under_their_own_names(exported: dict[str, Path], tmp_path: Path) -> None:
    parts = parts_of(exported["older.apkg"]) | {
        "media": json.dumps({"../../evil": "x.png"}).encode(),
        "../../evil": b"x",
    }
    before = set(tmp_path.rglob("*"))
    with opened_package(_file(parts)) as package:
        assert package.read_media("x.png", 10) == b"x"
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.anki
@settings(max_examples=examples(80), deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), inside=st.booleans())
def test_a_damaged_package_is_refused_or_read(exported: dict[str, Path], at: float, byte: int, *, inside: bool) -> None:
    # Damage of the database itself is hidden behind checksums unless it is packed again.
    parts = parts_of(exported["newer.apkg"])
    content = bytearray(zstd.decompress(parts["collection.anki21b"]) if inside else exported["newer.apkg"].read_bytes())
    content[int(at * len(content))] = byte
    file = _file(parts | {"collection.anki21b": zstd.compress(bytes(content))}) if inside else io.BytesIO(content)
    with suppress(PackageError), opened_package(file) as package:
        list(package.collection.database.execute("SELECT * FROM notes"))


@pytest.mark.anki
def test_a_locked_package_says_so(exported: dict[str, Path]) -> None:
    content = bytearray(exported["older.apkg"].read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            content[at + offset] |= 1
    with pytest.raises(PackageError, match="encrypted with a password"), opened_package(io.BytesIO(content)):
        pass


def _file(parts: dict[str, bytes]) -> io.BytesIO:
    return io.BytesIO(zipped(parts))


@pytest.fixture(autouse=True)
def _no_folder_is_left(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is unpacked goes again, whatever happens."""
    import tempfile

    folder = tmp_path_factory.mktemp("unpacked")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert not list(folder.iterdir())
