"""Sounds of questions: checked like pictures, played by the real Anki, and named where nothing can be played."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from anki_samples import LONG_AGO, import_package

from quizgen import import_file, load
from quizgen.anki.errors import ExportError
from quizgen.anki.export import export_apkg
from quizgen.anki.notes import make_note
from quizgen.anki.notetypes import CONTEXT_FIELD
from quizgen.anki.pictures import Pictures
from quizgen.checking import check
from quizgen.terminal.describe import sound

SET = """\
id: words
title: Words
questions:
  - id: volga
    kind: card
    stem: What do you hear?
    answer: The name of a river
    audio: {file: sounds/volga.mp3, text: "Volga, *slowly*"}
"""
MP3 = b"ID3\x04\x00" + bytes(64)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a set that has a sound."""
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "volga.mp3").write_bytes(MP3)
    (tmp_path / "words.yaml").write_text(SET, "utf-8")
    return tmp_path


@pytest.mark.anki
def test_anki_plays_the_sound_and_shows_its_text_with_the_answer(folder: Path) -> None:
    from anki.collection import Collection, ExportAnkiPackageOptions
    from anki.sound import SoundOrVideoTag

    made = load(folder / "words.yaml")
    summary = export_apkg(made, folder / "words.apkg", modified=LONG_AGO, pictures=folder)
    collection = Collection(str(folder / "collection.anki2"))
    try:
        import_package(collection, summary.path)
        (card_id,) = collection.find_cards("")
        card = collection.get_card(card_id)
        (tag,) = card.question_av_tags()
        assert isinstance(tag, SoundOrVideoTag)
        assert (Path(collection.media.dir()) / tag.filename).read_bytes() == MP3
        # Anki plays a back's own sounds with the answer; those of the front again only if the deck options say so.
        assert card.answer_av_tags() == []
        assert "slowly" not in card.question()
        assert '<div class="heard">Volga, <em>slowly</em></div>' in card.answer()
        assert not collection.media.check().missing
        assert not collection.media.check().unused
        options = ExportAnkiPackageOptions(with_scheduling=False, with_media=True, legacy=False)
        collection.export_anki_package(out_path=str(folder / "out.apkg"), options=options, limit=None)
    finally:
        collection.close()
    back = import_file(folder / "out.apkg")
    (question,) = back.question_set.questions
    assert question.audio is not None
    assert (question.audio.text, question.explanation, back.problems) == ("Volga, *slowly*", None, ())
    assert back.pictures == {question.audio.file: MP3}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "the sound {} does not exist"),
        (b"", "the sound file {} is empty"),
        (b"<html>", "the content of {} does not match its extension, .mp3"),
    ],
    ids=["missing", "empty", "another format"],
)
def test_a_sound_that_cannot_be_played_is_an_error_of_check_and_of_export(
    folder: Path, content: bytes | None, message: str
) -> None:
    path = folder / "sounds" / "volga.mp3"
    path.unlink()
    if content is not None:
        path.write_bytes(content)

    (error,) = check(folder / "words.yaml").errors
    assert (error.line, error.code, error.message) == (8, "E112", message.format(path))
    with pytest.raises(ExportError, match="question 'volga'"):
        export_apkg(load(folder / "words.yaml"), folder / "words.apkg", pictures=folder)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mp3", b"\xff\xfb\x90"), ("a.ogg", b"OggS"), ("a.opus", b"OggS"), ("a.flac", b"fLaC"),
        ("a.wav", b"RIFF\x24\x00\x00\x00WAVEfmt "), ("a.m4a", b"\x00\x00\x00\x20ftypM4A "),
    ],
)  # fmt: skip
def test_every_format_that_anki_plays_is_accepted(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    (folder / "words.yaml").write_text(SET.replace("sounds/volga.mp3", name), "utf-8")

    assert check(folder / "words.yaml").errors == []
    question_set = load(folder / "words.yaml")
    pictures = Pictures(folder)
    note = make_note(question_set, question_set.questions[0], pictures)
    assert list(pictures.files.values()) == [folder / name]
    assert (
        f'<div class="sound">[sound:{next(iter(pictures.files))}]</div>'
        in note.fields[note.note_type.fields.index(CONTEXT_FIELD)]
    )


@pytest.mark.parametrize(
    ("file", "said"), [("../a.mp3", "is outside the set's folder"), ("a.exe", "unsupported sound format")]
)
def test_a_path_that_no_card_could_play_is_an_error(folder: Path, file: str, said: str) -> None:
    (folder / "words.yaml").write_text(SET.replace("sounds/volga.mp3", file), "utf-8")

    (error,) = check(folder / "words.yaml").errors
    assert (error.code, error.line) == ("E111", 8)
    assert said in error.message


@pytest.mark.slow
def test_where_nothing_can_be_played_the_sound_is_named(folder: Path) -> None:
    (question,) = load(folder / "words.yaml").questions
    named = "Sound: Volga, slowly (sounds/volga.mp3)"
    assert sound(question.audio) == named

    command = [sys.executable, "-m", "quizgen", "quiz", str(folder / "words.yaml")]
    result = subprocess.run(
        command, input="q\n", capture_output=True, text=True, check=False,
        env={**os.environ, "QUIZGEN_HOME": str(folder / "home")},
    )  # fmt: skip
    assert named in result.stdout


def test_two_formats_in_the_same_container_are_distinguished(folder: Path) -> None:
    (folder / "a.webp").write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt ")
    (folder / "a.wav").write_bytes(b"RIFF\x24\x00\x00\x00WEBPVP8 ")
    image = "    image: {file: a.webp, alt: A river}\n"
    (folder / "words.yaml").write_text(SET.replace("sounds/volga.mp3", "a.wav") + image, "utf-8")
    messages = {error.message for error in check(folder / "words.yaml").errors}
    assert messages == {
        f"the content of {folder / 'a.webp'} does not match its extension, .webp",
        f"the content of {folder / 'a.wav'} does not match its extension, .wav",
    }

    (folder / "a.webp").write_bytes(b"RIFF\x24\x00\x00\x00WEBPVP8 ")
    (folder / "a.wav").write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt ")
    assert check(folder / "words.yaml").errors == []
