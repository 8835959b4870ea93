"""The picture and the sound of a question, which can have only one of each: every other one is reported."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from quizgen.questions.base import NOT_DESCRIBED


class Picture(NamedTuple):
    """A picture in a text of a question, by its name in the file or its address in the text."""

    name: str
    alt: str
    after_answer: bool = False
    """Whether it is shown only after the answer."""


class Sound(NamedTuple):
    """A sound in a text of a question, by its name in the file or its address in the text."""

    name: str
    text: str
    """What it says, in Markdown; empty if the file does not tell."""


_Medium = TypeVar("_Medium", Picture, Sound)


def add_picture(data: dict[str, Any], pictures: Sequence[Picture], notes: list[str]) -> tuple[str, ...]:
    """Add the first of ``pictures`` to a question, of those before the answer if there are any; return its name."""
    shown = next((one for one in pictures if not one.after_answer), next(iter(pictures), None))
    if shown is None:
        return ()
    data["image"] = {"alt": shown.alt or NOT_DESCRIBED, **({"after_answer": True} if shown.after_answer else {})}
    for other in _once(pictures):
        if other.name != shown.name:
            described = f"{other.name} ({other.alt})" if other.alt else other.name
            notes.append(f"left out the picture {described}: a question can have only one picture")
    return (shown.name,)


def add_sound(data: dict[str, Any], sounds: Iterable[Sound], notes: list[str]) -> tuple[str, ...]:
    """Add the first of ``sounds`` to a question, and return its name."""
    once = _once(sounds)
    if once:
        data["audio"] = {"text": once[0].text or NOT_DESCRIBED}
    notes += (f"left out the sound {other.name}: a question can have only one sound" for other in once[1:])
    return tuple(one.name for one in once[:1])


def _once(media: Iterable[_Medium]) -> list[_Medium]:
    """Return the first picture or sound of each name."""
    first: dict[str, _Medium] = {}
    for one in media:
        first.setdefault(one.name, one)
    return list(first.values())
