"""Anki packages as questions: notes in their author's order, and the pictures that they show."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO

from quizgen.anki.set_header import SetHeader, headers_in
from quizgen.apkg.archive import PackageError
from quizgen.apkg.collection import Collection, NoteType
from quizgen.apkg.package import Package, opened_package
from quizgen.importing.anki_notes import (
    OCCLUSION,
    ImportChoices,
    note_items,
    remarks_on_learners,
    topic_of,
)
from quizgen.importing.items import MAX_MEDIA_BYTES, Found, ImportRefusedError, Item, limited, refused
from quizgen.importing.note_reader import NoteData
from quizgen.importing.own_notes import own_set
from quizgen.progress import Watcher
from quizgen.text.plurals import count

# New cards are due in their author's order; studied ones keep their place in it as "pos". A card in a filtered deck
# keeps its home deck and place in odid and odue.
_IN_ORDER = """
    SELECT guid, mid, tags, flds, count, deck FROM notes
    LEFT JOIN (
        SELECT nid, count(*) AS count, min(CASE WHEN odid THEN odid ELSE did END) AS deck,
            min(CASE WHEN type = 0 THEN CASE WHEN odid THEN odue ELSE due END
                WHEN json_valid(data) THEN json_extract(data, '$.pos') END) AS place
        FROM cards GROUP BY nid
    ) AS made ON made.nid = notes.id
    ORDER BY made.place IS NULL, made.place, notes.id
"""
_MARKUP = re.compile(r"<[^<>]*>|&[#\w]+;|\{\{c[\d,]+::|\}\}")


def is_package(content: bytes) -> bool:
    """Return whether ``content`` is a zip archive."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_package(content: bytes, watch: Watcher | None = None, choices: ImportChoices = ImportChoices()) -> Found:  # noqa: B008
    """Return the items of a package. Raises ImportRefusedError, also if no note type has the chosen fields."""
    try:
        with opened_package(BytesIO(content)) as package:
            title = _deck_name(package.collection)
            headers = headers_in(*package.collection.descriptions)
            (total,) = package.collection.database.execute("SELECT count(*) FROM notes").fetchone()
            if choices.front:
                _check(choices, package.collection)
            items = limited(_notes(package.collection, title, choices, headers), total, watch)
            media, notes = _media(package, items)
            notes = (*_used_fields(items), *notes, *_reviews(package.collection), *remarks_on_learners(items))
            return own_set(Found(f"an Anki package ({package.form})", items, title, notes, media), headers)
    except PackageError as error:
        raise ImportRefusedError(str(error)) from None


def _deck_name(collection: Collection) -> str | None:
    """Return the top-level deck that has most cards."""
    counts: Counter[str] = Counter()
    home = "SELECT CASE WHEN odid THEN odid ELSE did END AS home, count(*) FROM cards GROUP BY home"
    for number, cards in collection.database.execute(home):
        if number in collection.decks:
            counts[collection.decks[number].split("::")[0]] += cards
    return counts.most_common(1)[0][0] if counts else None


def _notes(
    collection: Collection, title: str | None, choices: ImportChoices, headers: Mapping[str, SetHeader]
) -> Iterator[Item]:
    rows = collection.database.execute(_IN_ORDER)
    for number, (guid, kind, tags, fields, cards, deck) in enumerate(rows, 1):
        note_type = collection.note_types.get(kind)
        if note_type is None or not all(isinstance(part, str) for part in (guid, tags, fields)):
            what = "its note type is missing" if note_type is None else "its fields are not text"
            yield refused(f"note {number}", f"the note is damaged: {what}")
        else:
            topic = topic_of(collection.decks.get(deck, ""), title)
            yield from note_items(
                NoteData(
                    _place(number, fields),
                    note_type.name,
                    _named(note_type, fields.split("\x1f")),
                    tuple(tags.split()),
                    guid,
                    is_cloze=note_type.is_cloze,
                    cards=1 if note_type.is_cloze else cards or 1,
                    fronts=note_type.fronts,
                    backs=note_type.backs,
                    topic=topic,
                    headers=headers,
                ),
                choices,
            )


def _check(choices: ImportChoices, collection: Collection) -> None:
    """Raise ImportRefusedError if no note has the chosen fields; the message lists those that there are."""
    numbers = collection.database.execute("SELECT DISTINCT mid FROM notes")
    types = [kind for (number,) in numbers if (kind := collection.note_types.get(number)) is not None]
    if any(choices.fit(kind.name, kind.fields) for kind in types):
        return
    known = "".join(sorted(f"; {kind.name!r} has {_fields_of(kind)}" for kind in types))
    named = f"note type named {choices.note_type!r}" if choices.note_type else "note type"
    raise ImportRefusedError(f"the file has no {named} with the fields {choices.front!r} and {choices.back!r}{known}")


def _fields_of(kind: NoteType) -> str:
    return f"the {'field' if len(kind.fields) == 1 else 'fields'} {', '.join(map(repr, kind.fields))}"


def _reviews(collection: Collection) -> Iterator[str]:
    """Yield that the schedule of the cards is left out, if the package has one."""
    (studied,) = collection.database.execute("SELECT count(*) FROM cards WHERE type > 0").fetchone()
    if studied:
        yield (
            f"left out the due dates and reviews of {count(studied, 'card')}, which remain in the learner's Anki "
            "collection; if quizgen made the deck, import the reviews with `quizgen history import`"
        )


def _used_fields(items: list[Item]) -> list[str]:
    """Return for each note type which fields became what, the most frequent first."""
    counts = Counter((item.group, item.fields) for item in items if item.fields)
    return [
        f"note type {group!r}, {count(number, 'question')}: {fields}"
        for (group, fields), number in counts.most_common()
    ]


def _place(number: int, fields: str) -> str:
    """Return a note's number and first words, by which its author finds it in Anki."""
    shown = (field for field in fields[:2000].split("\x1f") if OCCLUSION not in field)  # a field of coordinates
    texts = [words for field in shown if (words := " ".join(_MARKUP.sub(" ", field[:300]).split()))]
    # A number, such as a rank, says less than words.
    words = next((text for text in texts if not text.isdecimal()), "".join(texts[:1]))
    return f"note {number} ({words[:40].strip()}{'…' if len(words) > 40 else ''})" if words else f"note {number}"


def _named(note_type: NoteType, values: list[str]) -> tuple[tuple[str, str], ...]:
    names = [*note_type.fields, *(f"Field {place}" for place in range(len(note_type.fields), len(values)))]
    return tuple(zip(names, values, strict=False))


def _media(package: Package, items: list[Item]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the pictures and sounds of questions by name in the deck, and remarks on those that cannot be read."""
    found: dict[str, bytes] = {}
    notes = []
    for name in dict.fromkeys(name for item in items for name in (*item.pictures, *item.sounds)):
        if package.has_media(name):
            try:
                found[name] = package.read_media(name, MAX_MEDIA_BYTES)
            except PackageError as error:  # one damaged file must not stop the import
                notes.append(f"left out the file {name}: {error}")
    return found, tuple(notes)
