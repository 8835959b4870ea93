"""Anki notes as questions: Anki's own note types, and all others as flashcards; `own_notes` has quizgen's.

Note types: https://docs.ankiweb.net/getting-started.html#note-types
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from quizgen.anki.notes import RETIRED_TAG
from quizgen.importing.items import WHAT_IS_HEARD, WHAT_IS_SHOWN, Item, refused
from quizgen.importing.markup import html_to_text
from quizgen.importing.note_reader import NoteData, NoteReader
from quizgen.importing.own_notes import is_own, own_question, with_header
from quizgen.importing.plain import begins_block
from quizgen.importing.question_media import Sound, add_picture, add_sound
from quizgen.importing.templates import Asked, cards_asked, cloze_fields, shown_fields
from quizgen.questions.fields import ID_PATTERN

_CLOZE = re.compile(r"\{\{c\d+::")
OCCLUSION = "::image-occlusion:"
"""What a field of an Image Occlusion note has, between the coordinates of the hidden parts."""
# Field names that do not describe their content.
_EXTRA = re.compile(r"back extra|extra|explanation|notes|comments|remarks|field \d+", re.IGNORECASE)
_OWN_GUID = re.compile(r"(?P<set>[a-z0-9.-]+)/(?P<id>[a-z0-9.-]+)")


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the author of an import chooses, where the templates of the cards do not fit."""

    front: str = ""
    """Name of the field with the question; empty if the templates decide."""
    back: str = ""
    """Name of the field with the answer."""
    note_type: str = ""
    """Name of the note type that has these fields; empty for every type that has them."""
    first_cards: bool = False
    """Whether only the first card of each note is imported."""

    def fit(self, note_type: str, fields: Collection[str]) -> bool:
        """Return whether notes of this type have the chosen fields."""
        return bool(self.front) and self.note_type in ("", note_type) and {self.front, self.back} <= {*fields}


def note_items(note: NoteData, choices: ImportChoices = ImportChoices()) -> list[Item]:
    """Return the questions that ``note`` makes: one for each of its cards that asks something else."""
    if note.fields and OCCLUSION in note.fields[0][1]:
        return [
            refused(
                note.where,
                "the note hides parts of a picture (image occlusion), which quizgen does not support; ask for each "
                "part in a separate question that has the picture as its `image`",
            )
        ]
    if is_own(note.note_type):
        return [_item(note, own_question)]
    if note.is_cloze or (not note.fronts and note.fields and _CLOZE.search(note.fields[0][1])):
        return [_item(note, _cloze)]
    cards = _cards(note, choices)
    items = [_item(note, partial(_card, asked=card), number) for number, card in enumerate(cards, 1)]
    if not items[0].data:
        return items[:1]
    # A further card without words, such as one that only plays a sound, is reported with the note's first card.
    asked = [item for place, item in enumerate(items) if item.data and place < note.cards]
    if left := note.cards - len(asked):
        kept = f"{len(asked)} of the {note.cards} cards {'was' if len(asked) == 1 else 'were'} imported"
        said = f"only {kept} (note type {note.note_type!r})" if left > 0 else ""
        asked[0] = replace(asked[0], notes=tuple(filter(None, (*asked[0].notes, said))))
    return asked


def remarks_on_learners(items: Iterable[Item]) -> Iterator[str]:
    """Yield what learners who already have the notes get from a deck made of ``items``, before it is made."""
    theirs = [item for item in items if item.data and item.group and not is_own(item.group)]
    if not any(item.data.get("guid") for item in theirs if item.data):
        return
    yield (
        "importing a deck made from this set does not change the wording of these notes for learners who already have "
        "the notes. To get the new wording, learners must then change the notes to quizgen's note type in Anki and "
        "import the deck again (see docs/importing.md). Except for cloze notes, changing the type keeps only the first "
        "card of each note."
    )
    further = Counter(item.group for item in theirs if item.data and not item.data.get("guid"))
    if further:
        is_one = further.total() == 1
        what = (
            "1 question was made from an additional card of a note"
            if is_one
            else f"{further.total():,} questions were made from additional cards of notes"
        )
        types = f"note {'type' if len(further) == 1 else 'types'} {', '.join(map(repr, further))}"
        added = (
            "this note, Anki adds the question as a new note"
            if is_one
            else "these notes, Anki adds the questions as new notes"
        )
        yield (
            f"{what} ({types}). If learners already have {added} when the learners import your deck. To avoid this, "
            "use --first-cards, which imports only the first card of each note."
        )


def _item(note: NoteData, make: "Callable[[NoteReader], tuple[dict[str, Any], str]]", card: int = 1) -> Item:
    """Return one question of a note, or why there is none; only that of the first card keeps the note's guid."""
    made = NoteReader(note)
    where = note.where if card == 1 else f"card {card} of {note.where}"
    try:
        data, fields = make(made)
    except ValueError as error:
        return refused(where, str(error))
    data |= {
        "tags": list(note.tags),
        "guid": note.guid if card == 1 else None,
        "topic": data.get("topic"),
    }
    # A note that another program made keeps its guid; then only the field names the set and the question.
    names = ((html_to_text(made.value("ID")) if is_own(note.note_type) else ""), note.guid or "")
    ours = next(filter(None, map(_OWN_GUID.fullmatch, names)), None)
    if ours is not None and re.fullmatch(ID_PATTERN, ours["id"]):
        data["id"] = ours["id"]
        data["tags"] = [tag for tag in note.tags if tag.split("::")[0] != ours["set"]]
    if RETIRED_TAG in data["tags"] and is_own(note.note_type):
        data |= {"retired": True, "tags": [tag for tag in data["tags"] if tag != RETIRED_TAG]}
    set_id = ours["set"] if ours is not None and is_own(note.note_type) else ""
    if (header := note.headers.get(set_id)) is not None:
        data = with_header(data, header)
    elif not data["topic"]:
        data["topic"] = note.topic
    pictures, sounds = _add_media(made, data)
    return Item(
        where, data, tuple(dict.fromkeys(made.notes)), pictures, sounds,
        group=note.note_type, fields=fields, set_id=set_id,
    )  # fmt: skip


def _add_media(made: NoteReader, data: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Add the picture and the sound to the fields of a question, note the others, and return the names of the two."""
    shown = add_picture(data, made.pictures, made.notes)
    heard = add_sound(data, [Sound(name, made.sound_text) for name in made.sounds], made.notes)
    made.notes += (
        f"left out the sound {name} of the answer, because a question plays its sound with the stem; if the sound "
        "does not give away the answer, move it to the front of the card, then import again"
        for name in dict.fromkeys(made.sounds_behind)
        if name not in made.sounds
    )
    return shown, heard


def _cards(note: NoteData, choices: ImportChoices) -> list[Asked]:
    """Return what the cards of ``note`` ask; at least one."""
    values = dict(note.fields)
    names = tuple(values)
    if choices.fit(note.note_type, names):
        rest = tuple(name for name in names if name not in (choices.front, choices.back))
        return [Asked(values[choices.front], choices.back, "", note.is_typed, (choices.front,), rest)]
    if cards := cards_asked(note.fronts, note.backs, values):
        return cards[:1] if choices.first_cards else [cards[0], *_new(cards)]
    first, second, rest = names[:1], "".join(names[1:2]), names[2:]
    return [Asked("".join(values[name] for name in first), second, "", note.is_typed, first, rest)]


def _new(cards: Sequence[Asked]) -> Iterator[Asked]:
    """Yield the cards after the first that ask for something that no earlier card asks for."""
    for place, card in enumerate(cards):
        earlier = {(other.asks, other.answer) for other in cards[:place]}
        if place and card.asks and (card.asks, card.answer) not in earlier:
            yield card


def _card(made: NoteReader, asked: Asked) -> tuple[dict[str, Any], str]:
    """Return the question of a card, typed if it asks for that, and its fields; others become the explanation."""
    stem = made.markdown(asked.front)
    if not stem:
        what, asks = ("picture", WHAT_IS_SHOWN) if made.pictures else ("sound", WHAT_IS_HEARD)
        if not (made.pictures or made.sounds):
            raise ValueError("the front of the card has no text")
        made.notes.append(f"the front of the card contains only a {what}, so the question is now: {asks}")
        stem = asks
    answer = made.behind(made.value(asked.answer))
    if not answer:
        raise ValueError("the back of the card has no text")
    typed = asked.is_typed and not any(sign in answer for sign in ("\n", "]("))  # nobody types lines or links
    data: dict[str, Any] = {"kind": "short" if typed else "card", "stem": stem}
    data["answer"] = html_to_text(made.value(asked.answer)) if typed else answer
    data["hint"] = made.behind(made.value(asked.hint))
    data["explanation"] = _explanation(made, asked.mentions)
    if hidden := [name for name in asked.hidden if html_to_text(made.value(name))]:
        made.notes.append(f"left out fields that no card shows: {', '.join(map(repr, hidden))}")
    fronts = f"{'field' if len(asked.asks) == 1 else 'fields'} {', '.join(map(repr, asked.asks))}"
    return data, f"question from the {fronts}, answer from the field {asked.answer!r}"


def _explanation(made: NoteReader, names: Iterable[str]) -> str:
    """Return the fields ``names`` as text, each with its name."""
    more = [(name, made.behind(made.value(name))) for name in names]
    return "\n\n".join(text if _EXTRA.fullmatch(name) else _labelled(name, text) for name, text in more if text)


def _labelled(name: str, text: str) -> str:
    label = html_to_text(name).replace("*", "") or "More"
    space = "\n\n" if begins_block(text) else " "
    return f"**{label}**:{space}{text}"


def topic_of(deck: str, title: str | None) -> str:
    """Return the topic for a subdeck; empty for the deck ``title`` itself."""
    parts = [part for part in deck.split("::") if part]
    return ": ".join(parts[1:] if parts[:1] == [title] else parts)


def _cloze(made: NoteReader) -> tuple[dict[str, Any], str]:
    names = [name for name, _ in made.note.fields]
    marked = (*cloze_fields(made.note.fronts), *names)
    asked = next((name for name in marked if _CLOZE.search(made.value(name))), "".join(names[:1]))
    text = made.markdown(made.value(asked), keep_marks=True)
    shown = shown_fields((*made.note.fronts, *made.note.backs)) if made.note.fronts else names
    others = [name for name in names if name in shown and name != asked]
    return {"kind": "cloze", "text": text, "explanation": _explanation(made, others)}, f"text from the field {asked!r}"
