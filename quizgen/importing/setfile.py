"""The set's file of an import, and the pictures next to it."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from quizgen.editing.saving import yaml_of
from quizgen.importing.anki_notes import NOT_DESCRIBED, WHAT_IS_SHOWN
from quizgen.importing.items import Found, Item, refused
from quizgen.importing.validate import Accepted
from quizgen.loading.pictures import ending_of
from quizgen.text.ids import kebab


def set_text(accepted: Accepted, name: str, title: str, source: str) -> str:
    """Return ``accepted`` as YAML, with a comment that names ``source``."""
    has_guids = any("guid" in question for question in accepted.questions)
    comment = f"# Imported from {source}.{' Anki recognizes each note by its guid.' if has_guids else ''}\n"
    heading = {"id": name, "title": title, **({"topics": accepted.topics} if accepted.topics else {})}
    return comment + yaml_of(heading, accepted.questions)


def with_pictures(found: Found, folder: str) -> tuple[Found, dict[str, bytes]]:
    """Return ``found`` with picture paths in its questions, and the pictures by path; file names are made safe."""
    files: dict[str, bytes] = {}
    paths: dict[str, str] = {}
    for name, content in found.pictures.items():
        path = PurePosixPath(name.replace("\\", "/"))
        if ending := ending_of(content, path.suffix.lower()):  # JPEG files are often named .png, and are shown anyway
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
    missing = f"the picture {', '.join(item.pictures)}{words}, which is missing from the file or cannot be shown"
    if item.data.get("stem") == WHAT_IS_SHOWN:
        return refused(item.where, f"the question consists only of {missing}")
    rest = {key: value for key, value in item.data.items() if key != "image"}
    return replace(item, data=rest, notes=(*item.notes, f"left out {missing}"))


def _safe_name(stem: str, content: bytes) -> str:
    """Return a name in plain letters that depends on the content, without an ending."""
    plain = kebab(stem)[:60].strip("-")
    return f"{plain or 'picture'}-{hashlib.sha256(content).hexdigest()[:8]}"
