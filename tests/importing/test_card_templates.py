"""A note becomes the question that its first card asks, whatever the order of its fields."""

from pathlib import Path
from typing import Any

import pytest

from quizgen.importing.anki_notes import NoteData, note_item
from quizgen.importing.packages import read_package

FIELDS = (("Rank", "17"), ("Word", "mot"), ("Meaning", "word"), ("Note", "m."), ("Reverse", "y"), ("Empty", ""))


def made(front: str) -> dict[str, Any]:
    fronts = (front, "{{#Reverse}}{{Meaning}}{{/Reverse}}")
    backs = ("{{FrontSide}}<hr id=answer>{{Meaning}}{{Word}}", "{{FrontSide}}{{Word}}")
    item = note_item(NoteData("note 1", "Words", FIELDS, fronts=fronts, backs=backs))
    assert item.data is not None, item.notes
    return {key: value for key, value in item.data.items() if value and key not in {"tags", "guid"}}


@pytest.mark.parametrize(
    ("front", "question"),
    [
        ("{{Word}}", {"kind": "card", "stem": "mot", "answer": "word", "explanation": "**Rank**: 17\n\n**Note**: m."}),
        ("What is <i>{{text:Word}}</i>, no. {{Rank}}?", {"kind": "card", "stem": "What is *mot*, no. 17?", "answer": "word", "explanation": "**Note**: m."}),
        ("{{Word}} {{#Note}}({{Note}}){{/Note}}{{^Note}}none{{/Note}}{{#Empty}}no{{#Rank}}no{{/Rank}}{{/Empty}}{{Rank}}", {"kind": "card", "stem": "mot (m.)17", "answer": "word"}),
        ("{{Word}}{{Rank}}{{type:nc:Note}}", {"kind": "short", "stem": "mot17", "answer": "m.", "explanation": "**Meaning**: word"}),
        ("{{Word}}{{Rank}}{{hint:Note}}{{tts fr_FR:Word}}", {"kind": "card", "stem": "mot17", "answer": "word", "hint": "m."}),
        ("<style>p{}</style>{{#Empty}}{{Word}}{{/Empty}}", {"kind": "card", "stem": "word", "answer": "mot", "explanation": "**Rank**: 17\n\n**Note**: m."}),
    ],
)  # fmt: skip
def test_what_the_first_card_asks(front: str, question: dict[str, Any]) -> None:
    assert made(front) == question


@pytest.mark.slow
@pytest.mark.parametrize(
    "front",
    ["{{#Word}}" * 100_000 + "{{Word}}" * 10_000, "{{Word}}" * 100_000, "{{" * 200_000, "<script>" * 100_000 + "{{Word}}", "{{/Word}}{{a:b:c:Word}}{{}}{{#}}<!--{{Word}}"],
)  # fmt: skip
def test_malicious_templates_are_read_quickly(front: str) -> None:
    fields = (("Word", "x" * 1000), ("Meaning", "word"))
    note_item(NoteData("note 1", "Words", fields, fronts=(front,), backs=("",)))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (("[sound:a.mp3]", "word"), "the front of its card has no text"),
        (("Flag?", '<img src="flag.png">'), "the back of its card has no text"),
    ],
)
def test_a_side_without_words_is_named(fields: tuple[str, str], reason: str) -> None:
    item = note_item(NoteData("note 1", "Basic", (("Front", fields[0]), ("Back", fields[1]))))
    assert (item.data, item.notes) == (None, (reason,))


def test_only_pictures_on_the_front_belong_to_the_question() -> None:
    fields = (("Front", '<img src="italy.png">'), ("Back", 'Italy <img src="map.png">'))
    item = note_item(NoteData("note 1", "Basic", fields))
    assert item.data is not None
    assert (item.data["stem"], item.data["answer"], item.pictures) == (
        "What does the picture show?",
        "Italy",
        ("italy.png",),
    )
    assert "italy" not in item.data["image"]["alt"].lower()
    assert item.notes[1].startswith("left out the picture map.png, which is on the back")


@pytest.mark.parametrize("legacy", [True, False])
@pytest.mark.anki
def test_sub_decks_become_topics_and_filtered_decks_change_nothing(tmp_path: Path, *, legacy: bool) -> None:
    from anki.collection import Collection, ExportAnkiPackageOptions

    collection = Collection(str(tmp_path / "collection.anki2"))
    model = collection.models.by_name("Basic (optional reversed card)")
    assert model is not None
    for deck, words in (("Words", "one"), ("Words::Unit 1", "two"), ("Words::Unit 2::Part A", "three")):
        number = collection.decks.id(deck)
        assert number is not None
        note = collection.new_note(model)
        note.fields = [words, f"{words}!", "y" if words == "one" else ""]
        collection.add_note(note, number)
    filtered = collection.decks.new_filtered("Cram")
    deck_data = collection.decks.get(filtered)
    assert deck_data is not None
    deck_data["terms"] = [["three", 10, 0]]
    collection.decks.save(deck_data)
    collection.sched.rebuild_filtered_deck(filtered)
    options = ExportAnkiPackageOptions(legacy=legacy, with_scheduling=True)
    collection.export_anki_package(out_path=str(tmp_path / "words.apkg"), options=options, limit=None)
    collection.close()

    found = read_package((tmp_path / "words.apkg").read_bytes())

    assert found.title == "Words"
    assert [item.data and (item.data["stem"], item.data["topic"]) for item in found.items] == [
        ("one", ""), ("two", "Unit 1"), ("three", "Unit 2: Part A"),
    ]  # fmt: skip
    assert [bool(item.notes) for item in found.items] == [True, False, False]  # only the first has two cards
