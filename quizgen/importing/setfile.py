"""What an import accepted as a set's file, with its pictures beside it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from quizgen.importing.accepting import Accepted
from quizgen.importing.items import Found
from quizgen.reading.wording import kebab
from quizgen.writing.scalars import block, scalar


def set_text(accepted: Accepted, name: str, title: str, source: str) -> str:
    """``accepted`` as YAML; ``source`` says in a comment where it comes from."""
    lines = [
        f"# Imported from {source}. Anki knows each note again by its guid.",
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
        if content:
            paths[name] = f"{folder}/{_safe_name(name, content)}"
            files[paths[name]] = content
    items = [replace(item, data=_pictured(item.data, item.pictures, paths)) for item in found.items]
    return replace(found, items=items), files


def _pictured(data: dict[str, Any] | None, names: Sequence[str], paths: Mapping[str, str]) -> dict[str, Any] | None:
    if data is None or "image" not in data:
        return data
    path = next((paths[name] for name in names if name in paths), None)
    rest = {key: value for key, value in data.items() if key != "image"}
    return {**rest, "image": {"file": path, **data["image"]}} if path else rest


def _safe_name(name: str, content: bytes) -> str:
    """A name of plain letters that no other content has."""
    path = PurePosixPath(name.replace("\\", "/"))
    stem = re.sub(r"[^a-z0-9-]+", "-", kebab(path.stem.replace(".", " ")))[:60].strip("-")
    return f"{stem or 'picture'}-{hashlib.sha256(content).hexdigest()[:8]}{path.suffix.lower()}"
