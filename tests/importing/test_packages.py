"""Anki packages: the real Anki's exports, quizgen's own, and archives that mean harm."""

import io
import re
import sqlite3
import zipfile
import zlib
from base64 import b64encode
from contextlib import suppress
from pathlib import Path

import pytest
import yaml_rs
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from import_samples import PNG, invoke

from quizgen.anki.export import export_apkg
from quizgen.anki.set_header import MAX_BYTES as MAX_HEADER
from quizgen.anki.set_header import headers_in
from quizgen.apkg import archive
from quizgen.importing.detect import read
from quizgen.importing.importer import import_file
from quizgen.importing.items import ImportRefusedError
from quizgen.importing.packages import read_package
from quizgen.importing.validate import accept
from quizgen.loading.sets import load

NINE = Path(__file__).parents[1] / "terminal" / "nine-kinds.yaml"


def zipped(**parts: bytes | str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "."), content)
    return packed.getvalue()


@pytest.mark.parametrize("form", ["legacy", "newer"])
@pytest.mark.anki
def test_a_deck_from_the_real_anki(anki_deck: Path, form: str) -> None:
    out = anki_deck / "decks" / "rivers.yaml"
    done = invoke("import", anki_deck / f"{form}.apkg", "-o", out)
    assert done.exit_code == 0, done.output
    data = yaml_rs.loads(out.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    questions = data["questions"]
    assert (data["id"], data["title"], data["topics"]) == ("rivers", "Rivers", {"italy": "Italy"})
    assert [question["kind"] for question in questions] == ["card", "short", "cloze", "card", "card", "card"]
    assert questions[0]["answer"] == "**Po**, \\*652\\* km"
    assert questions[0]["image"]["alt"] == "(not described yet)"
    assert (out.parent / questions[0]["image"]["file"]).read_bytes() == PNG
    assert (questions[1]["answer"], questions[1]["stem"]) == ("Adriatic", "Sea?")
    assert questions[2]["text"] == "The {{c1::Po}} flows to the {{c2::Adriatic::sea}}."
    assert "explanation" not in questions[3]
    assert "left out fields that no card shows: 'Country'" in done.output
    assert [len(question.get("guid", "")) > 5 for question in questions].count(False) == 1  # a note's second card
    assert "left out the sound po.mp3" in done.output
    assert "Note type 'Basic', 1 question: question from the field 'Front', answer from the field 'Back'" in done.output
    assert "Left out note 6 (No back): the back of the card has no text" in done.output
    assert invoke("check", out).exit_code == 0
    load(out)


@pytest.mark.anki
def test_fields_are_chosen_after_a_look_at_samples(anki_deck: Path) -> None:
    deck, out = anki_deck / "newer.apkg", anki_deck / "rivers.yaml"
    looked = invoke("import", deck, "--dry-run")
    assert (looked.exit_code, out.exists()) == (0, False), looked.output
    assert "Rivers: Which?\n  answer: Tiber\n" in looked.output
    assert looked.output.splitlines()[-1].endswith("1 item left out. No set was written, because --dry-run was used.")
    chosen = ("--note-type", "Rivers", "--front", "Country", "--back", "Back")
    assert "Rivers: Italy\n  answer: Tiber\n" in invoke("import", deck, "--dry-run", *chosen).output
    refused = invoke("import", deck, "-o", out, "--front", "Land", "--back", "Back")
    assert (refused.exit_code, out.exists()) == (1, False)
    assert "no note type with the fields 'Land' and 'Back'; " in refused.output
    assert "; 'Rivers' has the fields 'Front', 'Back', 'Country'" in refused.output
    for usage in (("--front", "Front"), ("--note-type", "Basic"), ()):
        assert invoke("import", deck, *usage).exit_code == 2


@pytest.mark.parametrize("legacy", [True, False])
@pytest.mark.anki
def test_the_template_and_not_the_name_of_a_note_type_decides_whether_to_type(tmp_path: Path, *, legacy: bool) -> None:
    from anki.collection import Collection, ExportAnkiPackageOptions

    collection = Collection(str(tmp_path / "collection.anki2"))
    typed = collection.models.by_name("Basic (type in the answer)")
    basic = collection.models.by_name("Basic")
    hidden = collection.models.by_name("Image Occlusion")
    assert typed is not None
    assert basic is not None
    assert hidden is not None
    typed["name"], basic["name"] = "Einfach (mit Texteingabe)", "Which type of river?"
    collection.models.update_dict(typed)
    collection.models.update_dict(basic)
    for model, values in (
        (typed, ["Sea?", "Adriatic"]),
        (basic, ["1", "Tyrrhenian"]),
        (hidden, ["{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}", "<img src=a.png>", "Map", "", ""]),
    ):
        note = collection.new_note(model)
        note.fields = values
        collection.add_note(note, 1)  # type: ignore[arg-type]
    options = ExportAnkiPackageOptions(legacy=legacy)
    collection.export_anki_package(out_path=str(tmp_path / "seas.apkg"), options=options, limit=None)
    collection.close()

    found = read_package((tmp_path / "seas.apkg").read_bytes())

    assert [item.where for item in found.items] == ["note 1 (Sea?)", "note 2 (Tyrrhenian)", "note 3 (Map)"]
    assert [item.data["kind"] if item.data else item.notes for item in found.items] == [
        "short",
        "card",
        (
            "the note hides parts of a picture (image occlusion), which quizgen does not support; ask for each part in a separate question that has the picture as its `image`",
        ),
    ]


def test_our_own_kinds_come_back_as_they_were(tmp_path: Path) -> None:
    nine = load(NINE)
    export_apkg([nine], tmp_path / "nine.apkg", modified=1_700_000_000)
    done = invoke("import", tmp_path / "nine.apkg", "-o", tmp_path / "back.yaml")
    assert done.exit_code == 0, done.output
    back = load(tmp_path / "back.yaml")
    assert back == nine
    again = invoke("import", tmp_path / "nine.apkg", "-o", tmp_path / "again.yaml")
    assert f"Another set already has the id '{nine.id}', so the id of this set is 'again'" in again.output
    assert invoke("check", tmp_path).exit_code == 0


@pytest.mark.parametrize(
    "packed",
    [
        "AAAA", "A", b64encode(zlib.compress(b"{")).decode(), b64encode(zlib.compress(b"[]")).decode(),
        b64encode(zlib.compress(b'{"id": "s", "title": 7, "topics": {"A b": "x"}}')).decode(),
        b64encode(zlib.compress(bytes(2 * MAX_HEADER))).decode(),
    ],
    ids=["no zlib", "no base64", "no JSON", "no mapping", "not valid", "bomb"],
)  # fmt: skip
def test_a_damaged_header_of_a_set_costs_only_itself(packed: str) -> None:
    assert headers_in(f"Rivers <!-- quizgen:{packed} -->") == {}


def test_a_deck_under_another_id_keeps_the_guids_of_its_notes(tmp_path: Path) -> None:
    export_apkg([load(NINE)], tmp_path / "nine.apkg", modified=1_700_000_000)
    other = import_file(tmp_path / "nine.apkg", id="other", title="Other").question_set
    assert (other.id, other.title) == ("other", "Other")
    assert {question.guid for question in other.questions} == {f"{load(NINE).id}/{one.id}" for one in other.questions}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(x="y"), "no collection"),
        (zipped(collection__anki2="no database"), "collection is damaged"),
        (
            zipped(collection__anki21b="x", collection__anki2="y"),
            "the file 'collection.anki21b' in the package is damaged",
        ),
        (b"PK\x03\x04 and no more", "not an Anki package"),
    ],
)
def test_files_that_are_not_packages(content: bytes, reason: str) -> None:
    with pytest.raises(ImportRefusedError, match=reason):
        read_package(content)


def test_pictures_that_are_not_in_the_file_are_reported(tmp_path: Path) -> None:
    notes = '#separator:tab\n#html:true\nWhere? <img src="map.png">\there\n<img src="flag.png">\tItaly\n'
    (tmp_path / "notes.txt").write_text(notes, encoding="utf-8")
    done = invoke("import", tmp_path / "notes.txt", "-o", tmp_path / "notes.yaml")
    assert done.exit_code == 0, done.output
    assert "Imported line 3, but left out the picture map.png, which is missing from the imported file" in done.output
    assert (
        "Left out line 4: the question consists only of the picture flag.png, which is missing from the imported file"
        in done.output
    )


def test_a_bomb_does_not_unpack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART", 1_000_000)
    monkeypatch.setattr(archive, "MAX_ALL", 1_000_000)
    with pytest.raises(ImportRefusedError, match="unpacks to more than"):
        read_package(zipped(collection__anki2=bytes(3_000_000)))


def _database(folder: Path, *statements: str) -> bytes:
    file = folder / "made.anki2"
    with sqlite3.connect(file) as database:
        for statement in statements:
            database.execute(statement)
    database.close()
    return file.read_bytes()


TABLES = (
    "CREATE TABLE col (models, decks)", "CREATE TABLE notes (id, guid, mid, tags, flds)", "CREATE TABLE cards (nid, did, due, type, odid, odue, data)",
)  # fmt: skip


def test_a_view_in_a_tables_place_is_not_run(tmp_path: Path) -> None:
    forever = (
        "CREATE VIEW notes AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n"
    )
    content = zipped(collection__anki2=_database(tmp_path, TABLES[0], TABLES[2], forever))
    with pytest.raises(ImportRefusedError, match="not made by Anki"):
        read_package(content)


def test_damage_in_the_description_of_the_tables(tmp_path: Path) -> None:
    damage = "UPDATE sqlite_schema SET sql = CAST(x'43524541544520805441424c4520' AS TEXT) WHERE name = 'notes'"
    content = _database(tmp_path, *TABLES, "PRAGMA writable_schema = ON", damage)
    with pytest.raises(ImportRefusedError):
        read_package(zipped(collection__anki2=content))


def test_damaged_notes_and_tricky_picture_names(tmp_path: Path) -> None:
    models = '{"1": {"name": "Basic", "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}], "tmpls": [{}], "type": 0}}'
    content = _database(
        tmp_path, *TABLES, f"INSERT INTO col VALUES ('{models}', '{{}}')",
        "INSERT INTO notes VALUES (1, 'g1', 1, '', '<img src=\"../../evil.png\">Q' || char(31) || 'A')",
        "INSERT INTO notes VALUES (2, 'g2', 7, '', 'x')",
        "INSERT INTO notes VALUES (3, NULL, 1, 4, x'ff')",
    )  # fmt: skip
    package = tmp_path / "in" / "x.apkg"
    package.parent.mkdir()
    package.write_bytes(zipped(collection__anki2=content, media='{"0": "../../evil.png"}', **{"0": PNG}))
    done = invoke("import", package, "-o", tmp_path / "in" / "set.yaml")
    assert done.exit_code == 0, done.output
    assert re.search(r"Left out note \d+.*: the note is damaged: its note type is missing", done.output)
    assert re.search(r"Left out note \d+.*: the note is damaged: its fields are not text", done.output)
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.png"))
    assert [path.parts[:2] for path in written] == [("in", "set-pictures")]


@settings(max_examples=examples(60), deadline=None)
@given(at=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_damaged_package_is_refused_or_read(at: int, byte: int) -> None:
    content = bytearray(_PACKAGE or _made())
    content[at % len(content)] = byte
    with suppress(ImportRefusedError):
        accept(read(bytes(content)))


_PACKAGE = b""


def _made() -> bytes:
    global _PACKAGE  # noqa: PLW0603
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        export_apkg([load(NINE)], Path(folder, "nine.apkg"), modified=1_700_000_000)
        _PACKAGE = Path(folder, "nine.apkg").read_bytes()
    return _PACKAGE


def test_nothing_is_overwritten_and_nothing_written_in_vain(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("question,answer\n,\n,b\n")
    assert invoke("import", tmp_path / "words.csv", "-o", tmp_path / "words.yaml").exit_code == 1
    assert not (tmp_path / "words.yaml").exists()
    (tmp_path / "words.yaml").write_text("mine")
    done = invoke("import", tmp_path / "words.csv", "-o", tmp_path / "words.yaml")
    assert (done.exit_code, (tmp_path / "words.yaml").read_text()) == (1, "mine")


NOTES = examples(3000)


@pytest.mark.slow
def test_a_remark_on_thousands_of_notes_appears_once(tmp_path: Path) -> None:
    header = "#html:true\n#separator:tab\n#notetype:Basic (and reversed card)\n"
    words, out = tmp_path / "words.txt", tmp_path / "words.yaml"
    words.write_text(header + "".join(f"a{n}\tb{n}\n" for n in range(NOTES)), encoding="utf-8")
    done = invoke("import", words, "-o", out, "--first-cards")
    assert out.read_text(encoding="utf-8").startswith("# Imported from words.txt.\n")
    assert (
        f"Imported line 4, line 5, line 6, line 7, line 8 and {NOTES - 5:,} more, but only 1 of the 2 cards was"
        in done.output
    )
    assert len(done.output.splitlines()) == 3


def test_reading_and_checking_report_their_progress() -> None:
    told: list[tuple[int, int]] = []
    gift = "".join(f"q {n} {{T}}\n\n" for n in range(500)).encode()
    found = read(gift, ".gift", watch=lambda done, total: told.append((done, total)))
    assert told == [(199, 1001), (399, 1001), (599, 1001), (799, 1001), (999, 1001)]
    accept(found, lambda done, total: told.append((done, total)))
    assert told[5:] == [(0, 500), (100, 500), (200, 500), (300, 500), (400, 500)]


def test_one_damaged_picture_costs_only_itself(tmp_path: Path) -> None:
    models = '{"1": {"name": "Basic", "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}], "tmpls": [{}], "type": 0}}'
    content = _database(
        tmp_path, *TABLES, f"INSERT INTO col VALUES ('{models}', '{{}}')",
        "INSERT INTO notes VALUES (1, 'g1', 1, '', '<img src=a.png>Q' || char(31) || 'A')",
        "INSERT INTO notes VALUES (2, 'g2', 1, '', '<img src=b.png>Q' || char(31) || 'A')",
        "INSERT INTO cards VALUES (1, 1, 1, 2, 0, 0, 'no JSON'), (2, 1, 1, 2, 0, 0, '{\"pos\": [1]}')",
    )  # fmt: skip
    packed = io.BytesIO(zipped(collection__anki2=content, media='{"0": "a.png", "1": "b.png"}'))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_STORED) as file:
        file.writestr("0", b"whole")
        file.writestr("1", b"damaged")
    found = read_package(packed.getvalue().replace(b"damaged", b"DAMAGED", 1))
    assert (len(found.items), found.media) == (2, {"a.png": b"whole"})
    assert found.notes[1].startswith("left out the file b.png: the file '1' in the package is damaged")


def test_pictures_get_the_extension_of_their_format(tmp_path: Path) -> None:
    models = '{"1": {"name": "Basic", "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}], "tmpls": [{}], "type": 0}}'
    note = "INSERT INTO notes VALUES ({0}, 'g{0}', 1, '', '<img src={1}>Q{0}' || char(31) || 'A')"
    names = ("a.png", "b", "c.bmp")
    notes = (note.format(number, name) for number, name in enumerate(names))
    content = _database(tmp_path, *TABLES, f"INSERT INTO col VALUES ('{models}', '{{}}')", *notes)
    package, out = tmp_path / "x.apkg", tmp_path / "set.yaml"
    parts = {"0": b"\xff\xd8\xff JPEG", "1": PNG, "2": b"BM"}
    package.write_bytes(zipped(collection__anki2=content, media='{"0": "a.png", "1": "b", "2": "c.bmp"}', **parts))
    done = invoke("import", package, "-o", out)
    assert done.exit_code == 0, done.output
    assert "left out the picture c.bmp, whose format is not supported" in done.output
    assert sorted(path.suffix for path in (tmp_path / "set-pictures").iterdir()) == [".jpg", ".png"]
    assert invoke("check", out).exit_code == 0
