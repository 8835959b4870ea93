"""Notes made in the real Anki, exported in both forms."""

from pathlib import Path

import pytest
from import_samples import PNG


@pytest.fixture
def anki_deck(tmp_path: Path) -> Path:
    """Notes made in the real Anki: basic with a picture, typed, cloze, and a note type of somebody's own."""
    from anki.collection import Collection, DeckIdLimit, ExportAnkiPackageOptions

    collection = Collection(str(tmp_path / "collection.anki2"))
    deck = collection.decks.id("Rivers::Italy")
    assert deck is not None
    picture = collection.media.write_data("the po?.png", PNG)
    basic = collection.models.by_name("Basic")
    assert basic is not None
    own = collection.models.copy(basic)
    own["name"] = "Rivers"
    collection.models.add_field(own, collection.models.new_field("Country"))
    collection.models.update_dict(own)
    rows = [
        ("Basic", [f'Long? <img src="{picture}">', "<b>Po</b>, *652* km"], ["geo"]),
        ("Basic (type in the answer)", ["Sea?", "Adriatic"], []),
        ("Cloze", ["The {{c1::<i>Po</i>}} flows to the {{c2::Adriatic::sea}}.", "So it is. [sound:po.mp3]"], []),
        ("Rivers", ["Which?", "Tiber", "Italy"], []),
        ("Basic (and reversed card)", ["River", "Fiume"], []),
        ("Basic", ["No back", ""], []),
    ]
    for note_type, fields, tags in rows:
        model = collection.models.by_name(note_type)
        assert model is not None
        note = collection.new_note(model)
        note.fields, note.tags = fields, tags
        collection.add_note(note, deck)
    for name, legacy in (("legacy.apkg", True), ("newer.apkg", False)):
        options = ExportAnkiPackageOptions(with_scheduling=False, with_media=True, legacy=legacy)
        collection.export_anki_package(out_path=str(tmp_path / name), options=options, limit=DeckIdLimit(deck))
    collection.close()
    return tmp_path
