"""A note becomes the question that its first card asks, whatever the order of its fields."""

from pathlib import Path
from typing import Any

import pytest

from quizgen.importing.anki_notes import ImportChoices, note_items
from quizgen.importing.items import Found
from quizgen.importing.note_reader import NoteData
from quizgen.importing.packages import read_package
from quizgen.importing.setfile import with_media

NO_CHOICES = ImportChoices()
FIELDS = (("Rank", "17"), ("Word", "mot"), ("Meaning", "word"), ("Note", "m."), ("Reverse", "y"), ("Empty", ""))


def made(front: str) -> dict[str, Any]:
    fronts = (front, "{{#Reverse}}{{Meaning}}{{/Reverse}}")
    backs = ("{{FrontSide}}<hr id=answer>{{Meaning}}{{Word}}", "{{FrontSide}}{{Word}}")
    item, *_ = note_items(NoteData("note 1", "Words", FIELDS, fronts=fronts, backs=backs))
    assert item.data is not None, item.notes
    return {key: value for key, value in item.data.items() if value and key not in {"tags", "guid"}}


@pytest.mark.parametrize(
    ("front", "question"),
    [
        ("{{Word}}", {"kind": "card", "stem": "mot", "answer": "word"}),
        ("What is <i>{{text:Word}}</i>, no. {{Rank}}?", {"kind": "card", "stem": "What is *mot*, no. 17?", "answer": "word"}),
        ("{{Word}} {{#Note}}({{Note}}){{/Note}}{{^Note}}none{{/Note}}{{#Empty}}no{{#Rank}}no{{/Rank}}{{/Empty}}{{Rank}}", {"kind": "card", "stem": "mot (m.)17", "answer": "word"}),
        ("{{Word}}{{Rank}}{{type:nc:Note}}", {"kind": "short", "stem": "mot17", "answer": "m.", "explanation": "**Meaning**: word"}),
        ("{{Word}}{{Rank}}{{hint:Note}}{{tts fr_FR:Word}}", {"kind": "card", "stem": "mot17", "answer": "word", "hint": "m."}),
        ("<b>Language:</b> {{Empty}}<br>{{Word}}{{Rank}}. Context: {{Empty}}", {"kind": "card", "stem": "mot17.", "answer": "word"}),
        ("What is this? Hint: {{Empty}}{{Word}}{{Rank}}", {"kind": "card", "stem": "What is this? mot17", "answer": "word"}),
        ("<style>p{}</style>{{#Empty}}{{Word}}{{/Empty}}", {"kind": "card", "stem": "word", "answer": "mot"}),
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
    note_items(NoteData("note 1", "Words", fields, fronts=(front,), backs=("",)))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (("<br>", "word"), "the front of the card has no text"),
        (("Flag?", '<img src="flag.png">'), "the back of the card has no text"),
    ],
)
def test_a_side_without_words_is_named(fields: tuple[str, str], reason: str) -> None:
    item, *_ = note_items(NoteData("note 1", "Basic", (("Front", fields[0]), ("Back", fields[1]))))
    assert (item.data, item.notes) == (None, (reason,))


def test_only_pictures_on_the_front_belong_to_the_question() -> None:
    fields = (("Front", '<img src="italy.png">'), ("Back", 'Italy <img src="map.png">'))
    item, *_ = note_items(NoteData("note 1", "Basic", fields))
    assert item.data is not None
    assert (item.data["stem"], item.data["answer"], item.pictures) == (
        "What does the picture show?",
        "Italy",
        ("italy.png",),
    )
    assert "italy" not in item.data["image"]["alt"].lower()
    assert item.notes[1] == "left out the picture map.png: a question can have only one picture"


def test_a_picture_on_the_back_is_shown_after_the_answer() -> None:
    item, *_ = note_items(
        NoteData("note 1", "Basic", (("Front", "Which country?"), ("Back", 'Italy <img src="map.png">')))
    )
    assert item.data is not None
    assert (item.pictures, item.data["image"]["after_answer"]) == (("map.png",), True)


def card(
    back: str, *fields: tuple[str, str], choices: ImportChoices = NO_CHOICES
) -> tuple[object, object, tuple[str, ...]]:
    note = NoteData("note 1", "Words", (("Word", "below"), *fields), fronts=("{{Word}}",), backs=(back,))
    (item,) = note_items(note, choices)
    return item.data and item.data["answer"], item.data and item.data.get("explanation"), item.notes


def test_a_sound_is_no_answer() -> None:
    back = "{{FrontSide}}<hr id=answer>{{Audio}}<br>{{Meaning}}"
    answer, explanation, (note,) = card(back, ("Audio", "[sound:a.mp3]"), ("Meaning", "unten"))
    assert (answer, explanation) == ("unten", "")
    assert note.startswith("left out the sound a.mp3 of the answer, because a question plays its sound with the stem; ")


def test_what_is_above_the_line_that_separates_the_answer_is_no_answer() -> None:
    back = '<div class="top">{{Page}}</div>{{Word}}<hr>{{Meaning}}'
    assert card(back, ("Page", "313"), ("Meaning", "unten"))[:2] == ("unten", "**Page**: 313")


def test_a_number_is_an_answer_unless_it_ranks_the_notes() -> None:
    assert card("{{Freq}} {{Meaning}}", ("Freq", "313"), ("Meaning", "unten"))[0] == "unten"
    assert card("{{Year}} {{Note}}", ("Year", "1789"), ("Note", "in July"))[0] == "1789"


def test_fields_that_no_card_shows_are_left_out_and_named() -> None:
    assert card("{{Meaning}}", ("Meaning", "unten"), ("SortKey", "k_12")) == (
        "unten",
        "",
        ("left out fields that no card shows: 'SortKey'",),
    )


def test_the_author_of_an_import_chooses_the_fields() -> None:
    fields = (("Meaning", "unten"), ("Example", "See below."))
    assert card("{{Meaning}}", *fields, choices=ImportChoices("Word", "Example"))[:2] == (
        "See below.",
        "**Meaning**: unten",
    )
    assert card("{{Meaning}}", *fields, choices=ImportChoices("Word", "Example", "Other"))[0] == "unten"


@pytest.mark.parametrize(
    ("front", "kept", "refused"),
    [
        ("[sound:a.mp3]", "What do you hear?", True),
        ("Listen: [sound:a.mp3]", "Listen:", True),
        ("Hör zu und schreib! [sound:a.mp3]", "Hör zu und schreib!", True),
        ("Which horse is older? [sound:a.mp3][sound:b.mp3]", "Which horse is older?", False),
    ],
)
def test_a_sound_on_the_front_is_the_questions_sound(front: str, kept: str, *, refused: bool) -> None:
    items = note_items(NoteData("note 1", "Basic", (("Front", front), ("Back", "hello"))))
    sound = {"a.mp3": b"ID3"}
    (item,) = with_media(Found("", items, media=sound), "words")[0].items
    assert item.data is not None
    assert item.data["stem"] == kept
    assert item.data["audio"]["text"] == "(not described yet)"
    assert item.data["audio"]["file"].startswith("words-sounds/a-")
    assert ("left out the sound b.mp3: a question can have only one sound" in item.notes) is ("b.mp3" in front)
    (alone,) = with_media(Found("", items), "words")[0].items
    assert (alone.data is None) is refused
    assert "the sound a.mp3, which is missing from the imported file" in alone.notes[-1]


def test_both_directions_of_a_note_are_questions() -> None:
    fields = (("Front", "below"), ("Back", "unten"))
    note = NoteData(
        "note 1", "Both", fields, guid="g", cards=2, fronts=("{{Front}}", "{{Back}}"), backs=("{{Back}}", "{{Front}}")
    )
    there, back = note_items(note)
    assert there.data is not None
    assert back.data is not None
    assert (there.data["stem"], there.data["answer"], there.data["guid"]) == ("below", "unten", "g")
    assert (back.data["stem"], back.data["answer"], back.data.get("guid"), back.where) == (
        "unten",
        "below",
        None,
        "card 2 of note 1",
    )
    (only,) = note_items(note, ImportChoices(first_cards=True))
    assert only.notes == ("only 1 of the 2 cards was imported (note type 'Both')",)


def test_a_table_that_arranges_a_card_is_no_table_of_the_question() -> None:
    front = "<table><tr><td>|</td><td>{{Word}}</td><td>{{Empty}}</td><td> &ndash; </td></tr></table>"
    (item,) = note_items(
        NoteData("note 1", "Words", (("Word", "below"), ("Empty", ""), ("B", "x")), fronts=(front,), backs=("{{B}}",))
    )
    assert item.data is not None
    assert item.data["stem"] == "below"


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
        ("one", ""), ("one!", ""), ("two", "Unit 1"), ("three", "Unit 2: Part A"),
    ]  # fmt: skip
