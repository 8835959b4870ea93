"""The model of a question set file, as authors write it in ``decks/``."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo

from quizgen.facts.questions import SEED_KINDS, SeedKind
from quizgen.questions.base import LintSuppressions
from quizgen.questions.codes import Code
from quizgen.questions.fields import Id, Line
from quizgen.questions.problem import Problem
from quizgen.questions.sets import Question, SetHeading, Source, duplicate_guids, duplicate_ids, unknown_topics

YAML_ENDINGS = (".yaml", ".yml")
TEXT_ENDINGS = (".md", ".txt", ".markdown", ".text")


def _kept(question: Question, info: ValidationInfo) -> Question:
    """Return ``question``, and keep it in the list that the caller gave as the context.

    If another question has an error, pydantic drops all of them, and to validate them again would take twice the time.
    """
    if info.context is not None:
        info.context.append(question)
    return question


class SetFile(SetHeading):
    """A question set file: the set's own keys, and questions made from facts, written by hand, or both."""

    source: Source | None = Field(default=None, title="Source")
    """The text that the set is based on: either its title, or a mapping with `title`, `short`, `publisher`, `published`
    and `url`. Defaults to the source of the facts."""
    facts: Line | None = None
    """Path of a seed, relative to this file, such as `../seeds/name.yaml`."""
    topics: dict[Id, Line] = Field(default_factory=dict)
    """Topics, as `id: name that learners see`; added to the topics of the facts."""
    kinds: tuple[SeedKind, ...] = SEED_KINDS
    """Kinds of question to make from the facts. Defaults to all."""
    omit: tuple[Id, ...] = ()
    """Ids of generated questions (those made from the facts) to leave out of the set."""
    lint: LintSuppressions | None = None
    """Rules that `quizgen check` skips for the whole set, for example `{ignore: [Q107]}`."""
    questions: tuple[Annotated[Question, AfterValidator(_kept)], ...] = ()
    """Questions written by hand. A question with the same id as a question from the facts replaces it."""

    def problems(self) -> Iterator[Problem]:
        yield from duplicate_ids((("questions", i), question.id) for i, question in enumerate(self.questions))
        yield from duplicate_guids(self.questions)
        if self.facts is None:
            topics = ((("questions", i), question.topic) for i, question in enumerate(self.questions))
            yield from unknown_topics(self.topics, topics)
            if self.omit:
                yield Problem(Code.NO_FACTS, "`omit` needs `facts`, but the set has none", "remove `omit`", ("omit",))


def facts_path(set_path: Path, written: str) -> Path | None:
    """Return the path of the seed that a set names; None if it is outside the parent of the set's folder."""
    return _named_file(set_path, written, YAML_ENDINGS)


def text_path(seed_path: Path, written: str) -> Path | None:
    """Return the path of the text that a seed names; None if it is outside the parent of the seed's folder."""
    return _named_file(seed_path, written, TEXT_ENDINGS)


def outside_path(written: str, endings: tuple[str, ...], what: str) -> tuple[str, str]:
    """Return why ``facts_path`` or ``text_path`` returned None for ``written``, and what to do."""
    if "\\" in written:
        slashes = written.replace("\\", "/")
        return f"the path {written!r} contains a backslash", f"use / instead: {slashes}"
    if PurePosixPath(written).suffix.lower() not in endings:
        return f"the path {written!r} is not a {what} file", f"use a {what} file ({', '.join(endings)})"
    return (
        f"the path {written!r} is outside the project",
        "copy the file to this folder or to a folder next to it, and correct the path",
    )


def _named_file(named_in: Path, written: str, endings: tuple[str, ...]) -> Path | None:
    if not _is_safe(written, endings):
        return None
    home = named_in.resolve().parent.parent
    target = Path(os.path.normpath(named_in.parent / written))  # diagnostics show the path without ..
    return target if target.resolve().is_relative_to(home) else None


def _is_safe(written: str, endings: tuple[str, ...]) -> bool:
    path = PurePosixPath(written)
    inside = path.parts[1:] if path.parts[:1] == ("..",) else path.parts
    return (
        not path.is_absolute() and "\\" not in written and ":" not in written and ".." not in inside
        and path.suffix.lower() in endings
    )  # fmt: skip
