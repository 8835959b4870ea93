"""Notes of quizgen's own types as the questions that they were made from.

A learner may have edited them in Anki: the fields that a card shows take precedence over the settings that no card
shows. See ``quizgen.anki.settings`` for those.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from pydantic import ValidationError

from quizgen.anki.clozes import without_classes
from quizgen.anki.lists import joined_answers, split_answers
from quizgen.anki.set_header import QuestionData, SetHeader
from quizgen.anki.settings import KEY, NAMES, blank_answers
from quizgen.anki.words import WORDS
from quizgen.importing.answers import plain_number
from quizgen.importing.items import Found, Item, filled_in
from quizgen.importing.markup import html_to_text
from quizgen.importing.note_reader import NoteReader
from quizgen.questions.distractor import Distractor
from quizgen.questions.marks import find_marks
from quizgen.questions.sets import question_adapter
from quizgen.questions.tolerance import parse_tolerance
from quizgen.text.numbers import parse_decimal
from quizgen.text.values_abroad import in_english

_OURS = "quizgen "
_FEEDBACK, _FEEDBACK_END = '<ul class="feedback">', "</ul>"
"""Around the feedback for wrong options, which quizgen writes above the explanation."""
_FEEDBACK_ITEM = re.compile(
    r'<li(?: data-share="(?P<share>0\.\d{1,20})")?><b>(?P<option>(?:(?!</b>).)*)</b>'
    r'(?:<span class="partly-right"></span>)?'
    r"(?:<div>(?P<feedback>(?:(?!</div></li>).)*)</div>)?</li>",
    re.DOTALL,
)
_HEARD = '<div class="heard">'
"""Before the description of a sound, which quizgen writes below the explanation."""
_ASKED = re.compile(r'<div class="asked .*?</div>', re.DOTALL)
"""The answer of a blank in a formula, which the text of the cloze has, too."""
_DASH = re.compile(r"(?:&nbsp;|\xa0)?<b>(?:&nbsp;|\xa0)?–</b> ")
"""Between the sides of a pair; Anki's editor writes its space in either way, an earlier version before the tag."""
_RANGE = re.compile(r"(\S.*?)\s*–\s*(\S.*)")
_PARAGRAPH = re.compile(rf"(?:{'|'.join(one.paragraph.partition(' ')[0] for one in WORDS.values())}) ([0-9]{{1,5}})\b")
_WITHOUT_HEADER = (
    "the file lacks the set's description, source and license, as well as its questions' points, facts, earlier ids "
    "and quoted phrases; either an earlier version of quizgen made the deck, or the deck's description was changed in "
    "Anki; if you have the set file, copy these fields from it"
)
_SEVERAL_SETS = (
    "the file has notes of several sets ({sets}), so the description, source and license of each were left out; to "
    "keep them, export each deck to a separate file"
)
_MAX_DATA = 100_000


def is_own(note_type: str) -> bool:
    """Return whether ``note_type`` is the name of one of quizgen's own note types."""
    return note_type.startswith(_OURS) and note_type.removeprefix(_OURS) in {*_KINDS, *_TYPED_KINDS}


def own_set(found: Found, headers: Mapping[str, SetHeader]) -> Found:
    """Return ``found`` as the set that quizgen's own notes in it come from, if they come from one.

    Its questions are then in the set's order. If they come from several sets or from an unknown one, a remark says so.
    """
    sets = sorted({item.set_id for item in found.items if is_own(item.group)})
    if not sets:
        return found
    if len(sets) > 1 or (header := headers.get(sets[0])) is None:
        remark = _WITHOUT_HEADER if len(sets) == 1 else _SEVERAL_SETS.format(sets=", ".join(filter(None, sets)))
        return replace(found, notes=(*found.notes, remark))
    places = {name: place for place, name in enumerate(header.questions)}

    def place_of(item: Item) -> int:
        return places.get((item.data or {}).get("id", ""), len(places))

    return replace(
        found,
        items=sorted(found.items, key=place_of),
        title=header.title,
        heading=header.authored(),
        media_names=dict(_media_names(found.items, header)),
        topics=header.all_topics,
    )


def _media_names(items: Iterable[Item], header: SetHeader) -> Iterator[tuple[str, str]]:
    for item in items:
        kept = header.questions.get((item.data or {}).get("id", ""), QuestionData())
        for names, path in ((item.pictures, kept.image), (item.sounds, kept.audio)):
            if names and path:
                yield names[0], path


def with_header(data: Mapping[str, Any], header: SetHeader) -> dict[str, Any]:
    """Return the fields of a question of this set with those that its note does not hold."""
    kept = header.questions.get(data["id"], QuestionData())
    tags = [tag for tag in data["tags"] if tag not in header.tags]
    if {*kept.tags} - {*header.tags} == {*tags}:
        tags = [*kept.tags]
    merged = {**data, **kept.authored(), "tags": tags}
    if header.retired and not kept.retired:
        merged.pop("retired", None)
    if kept.citation is not None and merged.get("citation") == {"paragraph": kept.citation.paragraph}:
        merged["citation"] = kept.citation.model_dump(mode="json", exclude_defaults=True)
    return merged


def own_question(made: NoteReader) -> tuple[dict[str, Any], str]:
    """Return the question that a note of quizgen's own types was made from."""
    kind = made.note.note_type.removeprefix(_OURS)
    data: dict[str, Any] = {
        "hint": made.markdown(made.value("Hint")),
        "topic": html_to_text(made.value("Topic")),
    }
    for field in ("Image", "Spare 1"):  # collects the picture and the sound
        made.markdown(made.value(field))
    explanation, heard = _split_description(_split_feedback(made.value("Explanation"))[1])
    data["explanation"], made.sound_text = made.behind(explanation), made.markdown(heard)
    if made.value("Attribution"):
        data["attribution"] = made.line(made.value("Attribution"))
    if found := _PARAGRAPH.match(html_to_text(made.value("Citation"))):
        data["citation"] = {"paragraph": int(found[1])}
    if kind != "cloze":
        data["stem"] = made.markdown(made.value("Question"))
    settings = _settings(made)
    with_settings = data | settings | _fields(made, kind, settings)
    if not settings:
        return with_settings, ""
    try:
        question_adapter().validate_python({"id": "q", **filled_in(with_settings), "topic": None})
    except ValidationError:
        made.notes.append("left out the settings in the note's field 'Spare 3', which are not valid")
        return data | _fields(made, kind, {}), ""
    return with_settings, ""


def _fields(made: NoteReader, kind: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    own = _KINDS.get(kind)
    return own(made) if own else _TYPED_KINDS[kind](made, settings)


def _settings(made: NoteReader) -> dict[str, Any]:
    """Return the settings in the note's spare field, which may be somebody else's; nothing if they are damaged."""
    text = unescape(made.value("Spare 3"))
    try:
        data = json.loads(text) if text.startswith("{") and len(text) <= _MAX_DATA else {}
    except (ValueError, RecursionError):
        return {}
    settings = data.get(KEY) if isinstance(data, dict) else None
    return {key: settings[key] for key in settings if key in NAMES} if isinstance(settings, dict) else {}


def _own_card(made: NoteReader) -> dict[str, Any]:
    return {"kind": "card", "answer": made.behind(made.value("Answer"))}


def _own_choice(made: NoteReader) -> dict[str, Any]:
    items = sorted(_items(made.value("Options")), key=lambda item: item.position)
    options = [made.line(item.html) for item in items]
    right = [text for text, item in zip(options, items, strict=True) if item.is_right]
    wrong = [text for text, item in zip(options, items, strict=True) if not item.is_right]
    said = _feedback(made)
    order: dict[str, Any] = {"distractors": [Distractor(one, *said.get(one, ())).data() for one in wrong]}
    listed = made.value("Options")
    if 'data-shuffle="yes"' not in listed and 'data-ascending="yes"' not in listed:
        order |= {"options": options, "shuffle": False}
    elif 'data-pin-last="yes"' in listed:
        order |= {"options": options, "pin_last": True}
    if made.value("Multiple"):
        return {"kind": "multiple", "answers": right, **order}
    return {"kind": "choice", "answer": right[0] if right else "", **order}


def _feedback(made: NoteReader) -> dict[str, tuple[str | None, float | None]]:
    """Return the feedback and the share of each wrong option that has some."""
    return {
        made.line(item["option"]): (
            made.markdown(item["feedback"] or "") or None,
            float(item["share"]) if item["share"] else None,
        )
        for item in _split_feedback(made.value("Explanation"))[0]
    }


def _split_feedback(html: str) -> tuple[list[re.Match[str]], str]:
    """Return the feedback for each wrong option at the start of ``html``, and the explanation below it."""
    items: list[re.Match[str]] = []
    end = len(_FEEDBACK) if html.startswith(_FEEDBACK) else 0
    while end and (item := _FEEDBACK_ITEM.match(html, end)):
        items.append(item)
        end = item.end()
    if items and html.startswith(_FEEDBACK_END, end):
        return items, html[end + len(_FEEDBACK_END) :]
    return [], html


def _split_description(html: str) -> tuple[str, str]:
    """Return an explanation, and the description of the sound at its end."""
    start = html.rfind(_HEARD)
    if start < 0 or not html.endswith("</div>"):
        return html, ""
    return html[:start], html[start + len(_HEARD) : -len("</div>")]


def _own_true_false(made: NoteReader) -> dict[str, Any]:
    return {"kind": "true_false", "answer": html_to_text(made.value("Answer")) == "True"}


def _own_typed(made: NoteReader, settings: Mapping[str, Any]) -> dict[str, Any]:
    answer, accepted = html_to_text(made.value("Full Answer")), html_to_text(made.value("Accepted"))
    number, unit = parse_decimal(html_to_text(made.value("Answer"))), html_to_text(made.value("Unit"))
    span = _RANGE.fullmatch(in_english(accepted.removesuffix(unit), str(settings.get("language", ""))))
    bounds = [bound for part in (span.groups() if span else ()) if (bound := parse_decimal(part)) is not None]
    kind = settings.get("kind") or ("number" if unit or len(bounds) == 2 else "short")
    if number is None or kind != "number":
        return {"kind": "short", "answer": answer, "accept": _unless_edited(settings, accepted)}
    low, high = bounds if len(bounds) == 2 else (number, number)
    shown: dict[str, Any] = {"kind": "number", "answer": plain_number(number), "unit": unit, "tolerance": None}
    tolerance = settings.get("tolerance")
    if isinstance(tolerance, str) and (parsed := parse_tolerance(tolerance)) and parsed.bounds(number) == (low, high):
        return {**shown, "tolerance": tolerance}
    return {**shown, **({"range": [plain_number(low), plain_number(high)]} if low != high else {})}


def _unless_edited(settings: Mapping[str, Any], shown: str) -> list[str]:
    """Return the accepted answers of the settings if the card still lists them, or else what the card lists."""
    kept = settings.get("accept")
    if isinstance(kept, list) and joined_answers(list(map(str, kept))) == shown:
        return kept
    return split_answers(shown)


def _own_cloze(made: NoteReader, settings: Mapping[str, Any]) -> dict[str, Any]:
    text = made.markdown(without_classes(made.value("Text")), keep_marks=True)
    data: dict[str, Any] = {"kind": "cloze", "text": text, "accept": {}}
    accepted = html_to_text(_ASKED.sub("", made.value("Accepted")))
    kept = settings.get("accept")
    if isinstance(kept, dict) and _lists(accepted, kept):
        data["accept"] = kept
    elif accepted and not accepted.startswith("("):
        data["accept"] = {next((mark.name for mark in find_marks(text)), "c1"): split_answers(accepted)}
    elif accepted:
        parts = re.findall(r"\((\d+)\) (.+?)(?=;? \(\d+\) |$)", accepted)
        data["accept"] = {f"c{number}": split_answers(text.strip()) for number, text in parts}
    return data


def _lists(accepted: str, accept: Mapping[str, Any]) -> bool:
    """Return whether a card with ``accepted`` still lists the accepted answers in ``accept``."""
    texts = {name: list(map(str, one)) for name, one in accept.items() if isinstance(one, list)}
    listed = {number: joined_answers(answers) for number, answers in blank_answers(texts).items()}
    return accepted in (" ".join(f"({number}) {one}" for number, one in listed.items()), ", ".join(listed.values()))


def _own_order(made: NoteReader) -> dict[str, Any]:
    return {"kind": "order", "steps": [made.line(_without_letter(item.html)) for item in _items(made.value("Answer"))]}


def _own_match(made: NoteReader) -> dict[str, Any]:
    pairs = [_DASH.split(_without_letter(item.html), maxsplit=1) for item in _items(made.value("Answer"))]
    return {"kind": "match", "pairs": {made.line(pair[0]): made.line(pair[1]) for pair in pairs if len(pair) == 2}}


_KINDS: Mapping[str, Callable[[NoteReader], dict[str, Any]]] = {
    "card": _own_card,
    "choice": _own_choice,
    "true or false": _own_true_false,
    "order": _own_order,
    "match": _own_match,
}
_TYPED_KINDS: Mapping[str, Callable[[NoteReader, Mapping[str, Any]], dict[str, Any]]] = {
    "typed": _own_typed,
    "cloze": _own_cloze,
}
"""The kinds whose fields say whether a setting still applies."""


def _without_letter(html: str) -> str:
    return re.sub(r'<span class="letter">\([A-Z]\)</span>\s*$', "", html).rstrip()


@dataclass(frozen=True, slots=True)
class _ListItem:
    html: str
    position: int
    is_right: bool


def _items(html: str) -> Sequence[_ListItem]:
    """Return the items of a list that quizgen wrote; its tags have a known form."""
    items = []
    for number, (attributes, inner) in enumerate(re.findall(r"<li([^<>]*)>((?:(?!<li).)*?)</li>", html, re.DOTALL)):
        place = re.search(r'data-position="([0-9]{1,4})"', attributes)
        items.append(_ListItem(inner, int(place[1]) if place else number, "data-right" in attributes))
    return items
