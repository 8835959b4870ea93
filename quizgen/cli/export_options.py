"""The options of ``quizgen export``, understood and checked."""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.anki import Layout, Selection
from quizgen.questions import KINDS, QuestionSet
from quizgen.text.folding import fold

if TYPE_CHECKING:
    from quizgen.anki.text import TextFormat


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say."""

    layout: Layout
    text: "TextFormat | None"
    """None is a package."""
    output: Path | None
    with_progress: bool
    now: int
    """Time of the release in Unix seconds."""


def wanted_by(options: Mapping[str, Any], sets: Sequence[QuestionSet]) -> Wanted:
    """What ``options`` say about an export of ``sets``; UsageError where they make no sense."""
    text = None if options["form"] == "apkg" else options["form"]
    if text and options["with_progress"]:
        raise click.UsageError("Text cannot carry progress: leave --to or --with-progress out.")
    output: Path | None = options["output"]
    if output and not text and not output.is_dir() and output.suffix.lower() != ".apkg":
        raise click.UsageError(f"Anki knows packages by the ending .apkg: write -o {output}.apkg (or choose --to).")
    selection = Selection(
        _known_kinds(options["kinds"]), _known_topics(options["topics"], sets), frozenset(options["tags"])
    )
    deck = _deck_name(options["deck"])
    layout = Layout(selection, deck, options["subdecks"], options["new_per_day"])
    return Wanted(layout, text, output, options["with_progress"], _release_time())


def _deck_name(written: str | None) -> str | None:
    if written is not None and not (written.isprintable() and all(part.strip() for part in written.split("::"))):
        raise click.UsageError(f"A deck cannot be called {written!r}.")
    return written


def _release_time() -> int:
    # The convention for repeatable builds: https://reproducible-builds.org/specs/source-date-epoch/
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return int(time.time())
    if not (fixed.isascii() and fixed.isdigit()):
        raise click.ClickException(f"SOURCE_DATE_EPOCH is {fixed!r} (write whole seconds since 1970, or unset it)")
    return int(fixed)


def _known_kinds(wanted: Iterable[str]) -> frozenset[str]:
    kinds = {written: written.lower().replace("-", "_") for written in wanted}
    for written, kind in kinds.items():
        if kind not in KINDS:
            raise click.UsageError(f"There is no kind {written!r}. The kinds are: {', '.join(KINDS)}.")
    return frozenset(kinds.values())


def _known_topics(wanted: Iterable[str], sets: Iterable[QuestionSet]) -> frozenset[str]:
    """The ids of topics given by id or by name."""
    known: dict[str, set[str]] = {}
    for one in sets:
        for topic in dict.fromkeys(question.topic for question in one.questions if question.topic):
            for name in (topic, one.topic_name(topic)):
                known.setdefault(fold(name), set()).add(topic)
    found: set[str] = set()
    for topic in wanted:
        if fold(topic) not in known:
            ids = sorted(set().union(*known.values()))
            raise click.UsageError(f"There is no topic {topic!r}. The topics are: {', '.join(ids) or 'none'}.")
        found |= known[fold(topic)]
    return frozenset(found)
