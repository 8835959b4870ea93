"""The set's file of an import, and the pictures and sounds next to it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from quizgen.anki import identity
from quizgen.editing.saving import without_shared, yaml_of
from quizgen.importing.items import WHAT_IS_HEARD, WHAT_IS_SHOWN, Found, Item, refused
from quizgen.importing.validate import Accepted
from quizgen.loading.media import picture_ending_of, sound_ending_of
from quizgen.questions.base import NOT_DESCRIBED
from quizgen.text.ids import kebab
from quizgen.text.plurals import count

_LISTEN = re.compile(
    r"\b(?:listen|hear|heard|dictation|pronounce|(?:é|e)coute|entend|dict[ée]e|hör(?:e|en|t|st)?|diktat|escuch|oyes?|"
    r"dictado|ascolta|senti|ouça|ouves?|слуша|слыш)|[聴聞听]|\w:$",
    re.IGNORECASE,
)
"""A word of a stem that asks about a sound, in several languages; or a stem that ends where the sound follows."""
_LABEL = 60
"""Longest stem, in characters, that says nothing without its sound."""


def set_text(
    accepted: Accepted, name: str, title: str, source: str, heading: Mapping[str, Any] = MappingProxyType({})
) -> str:
    """Return ``accepted`` as YAML, with a comment that names ``source``; ``heading`` has further fields of the set."""
    topics = {"topics": accepted.topics} if accepted.topics else {}
    rest = {key: value for key, value in heading.items() if key not in ("id", "title", "topics")}
    heading = {"id": name, "title": title, **rest, **topics}
    questions = [without_shared(_without_own_guid(one, heading), heading) for one in accepted.questions]
    has_guids = any("guid" in question for question in questions)
    about_guids = " Anki recognizes each note by its guid; do not change the guids." if has_guids else ""
    comment = f"# Imported from {source}.{about_guids}\n"
    return comment + yaml_of(heading, questions)


def _without_own_guid(question: Mapping[str, Any], heading: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return ``question`` without a guid that follows from the ids of the set and the question."""
    set_id = next(iter(heading.get("formerly", ())), heading["id"])
    own = next(iter(question.get("formerly", ())), identity.guid(set_id, question["id"]))
    return {key: value for key, value in question.items() if (key, value) != ("guid", own)}


def with_media(found: Found, name: str) -> tuple[Found, dict[str, bytes]]:
    """Return ``found`` with paths of pictures and sounds in its questions, and these files by path.

    ``name`` is the set's, after which their folders are named. The names of the files are made safe.
    """
    files: dict[str, bytes] = {}
    paths = dict.fromkeys(found.media, "")
    for given, content in found.media.items():
        path = PurePosixPath(found.media_names.get(given, given).replace("\\", "/"))
        # JPEG files are often named .png, and are shown anyway.
        for folder, ending in (
            ("pictures", picture_ending_of(content, path.suffix.lower())),
            ("sounds", sound_ending_of(content, path.suffix.lower())),
        ):
            if ending:
                paths[given] = f"{name}-{folder}/{_safe_name(path.stem, content)}{ending}"
                files[paths[given]] = content
                break
    items = [_voiced(_pictured(item, paths), paths) for item in found.items]
    return replace(found, items=items, notes=(*found.notes, *_not_described(items))), files


def _not_described(items: Sequence[Item]) -> Iterator[str]:
    """Yield which pictures and sounds have no description in the file."""
    for what, field, key in (("picture", "image", "alt"), ("sound", "audio", "text")):
        fields = [(item.data or {}).get(field, {}) for item in items]
        if number := sum(one.get(key) == NOT_DESCRIBED for one in fields):
            yield (
                f"the {what}s of {count(number, 'question')} had no description and got the placeholder "
                f"{NOT_DESCRIBED!r}; replace it with a description under `{key}`"
            )


def _why_lost(names: Iterable[str], paths: Mapping[str, str]) -> str:
    """Return why none of the files ``names`` is in the set; ``paths`` has an empty path for those in other formats."""
    known = any(name in paths for name in names)
    return "whose format is not supported" if known else "which is missing from the imported file"


def _voiced(item: Item, paths: Mapping[str, str]) -> Item:
    if item.data is None or "audio" not in item.data:
        return item
    if path := next(filter(None, map(paths.get, item.sounds)), None):
        return replace(item, data={**item.data, "audio": {"file": path, **item.data["audio"]}})
    missing = f"the sound {', '.join(item.sounds)}, {_why_lost(item.sounds, paths)}"
    stem = str(item.data.get("stem") or item.data.get("text"))
    if stem == WHAT_IS_HEARD or (len(stem) <= _LABEL and _LISTEN.search(stem)):
        return refused(
            item.where,
            f"the question asks about {missing}; export the deck with its media, or ask about the word in writing",
        )
    rest = {key: value for key, value in item.data.items() if key != "audio"}
    return replace(item, data=rest, notes=(*item.notes, f"left out {missing}"))


def _pictured(item: Item, paths: Mapping[str, str]) -> Item:
    if item.data is None or "image" not in item.data:
        return item
    if path := next(filter(None, map(paths.get, item.pictures)), None):
        return replace(item, data={**item.data, "image": {"file": path, **item.data["image"]}})
    alt = item.data["image"]["alt"]
    words = "" if alt == NOT_DESCRIBED else f" ({alt})"
    missing = f"the picture {', '.join(item.pictures)}{words}, {_why_lost(item.pictures, paths)}"
    if item.data.get("stem") == WHAT_IS_SHOWN:
        return refused(item.where, f"the question consists only of {missing}")
    rest = {key: value for key, value in item.data.items() if key != "image"}
    return replace(item, data=rest, notes=(*item.notes, f"left out {missing}"))


def _safe_name(stem: str, content: bytes) -> str:
    """Return a name in plain letters that depends on the content, without an ending."""
    plain = kebab(stem)[:60].strip("-")
    sign = hashlib.sha256(content).hexdigest()[:8]
    return plain if plain.endswith(f"-{sign}") else f"{plain or 'file'}-{sign}"
