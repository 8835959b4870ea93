"""What an import accepted as a set's file, with its pictures beside it."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from quizgen.editing.scalars import block, scalar
from quizgen.importing.anki_notes import NOT_DESCRIBED, WHAT_IS_SHOWN
from quizgen.importing.items import Found, Item, refused
from quizgen.importing.validate import Accepted
from quizgen.loading.error_messages import kebab
from quizgen.loading.pictures import ending_of


def set_text(accepted: Accepted, name: str, title: str, source: str) -> str:
    """``accepted`` as YAML; ``source`` says in a comment where it comes from."""
    has_guids = any("guid" in question for question in accepted.questions)
    lines = [
        f"# Imported from {source}.{' Anki knows each note again by its guid.' if has_guids else ''}",
        f"id: {scalar(name)}",
        f"title: {scalar(title)}",
    ]
    if accepted.topics:
        lines += ("topics:", *(f"  {scalar(key)}: {scalar(words)}" for key, words in accepted.topics.items()))
    lines += ("", "questions:")
    for question in accepted.questions:
        first, *rest = block(question)
        lines += (f"  - {first}", *(f"    {line}".rstrip() for line in rest))
    return "\n".join(lines) + "\n"


def with_pictures(found: Found, folder: str) -> tuple[Found, dict[str, bytes]]:
    """``found`` with the pictures' paths in its questions, and the files by those paths; names are made safe."""
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name, content in found.pictures.items():
        path = PurePosixPath(name.replace("\\", "/"))
        if ending := ending_of(content, path.suffix.lower()):  # many a JPEG is called .png, and shown all the same
            paths[name] = f"{folder}/{_safe_name(path.stem, content)}{ending}"
            files[paths[name]] = content
    return replace(found, items=[_pictured(item, paths) for item in found.items]), files


def _pictured(item: Item, paths: Mapping[str, str]) -> Item:
    if item.data is None or "image" not in item.data:
        return item
    path = next((paths[name] for name in item.pictures if name in paths), None)
    if path:
        return replace(item, data={**item.data, "image": {"file": path, **item.data["image"]}})
    alt = item.data["image"]["alt"]
    words = "" if alt == NOT_DESCRIBED else f" ({alt})"
    missing = f"the picture {', '.join(item.pictures)}{words}, which the file does not hold, or cards cannot show"
    if item.data.get("stem") == WHAT_IS_SHOWN:
        return refused(item.where, f"all that it asks is {missing}")
    rest = {key: value for key, value in item.data.items() if key != "image"}
    return replace(item, data=rest, notes=(*item.notes, f"left out {missing}"))


def _safe_name(stem: str, content: bytes) -> str:
    """A name of plain letters that no other content has, without an ending."""
    plain = re.sub(r"[^a-z0-9-]+", "-", kebab(stem.replace(".", " ")))[:60].strip("-")
    return f"{plain or 'picture'}-{hashlib.sha256(content).hexdigest()[:8]}"
