"""The base classes of all models and all questions."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from quizgen.questions.codes import Code
from quizgen.questions.fields import Id, Line, Tag, Text
from quizgen.questions.problem import Problem, own_errors, raise_problems
from quizgen.text.lazy_pattern import lazy_pattern

PHRASE_WORDS = 6
"""The maximum number of words that a citation may quote from an article that belongs to someone else."""

_WORD = lazy_pattern(r"\w+(?:['’]\w+|(?<=\d)[.,](?=\d)\w+)*")

IMAGE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
AUDIO_ENDINGS = (".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac")


class Model(BaseModel):
    """A frozen model that rejects unknown keys, accepts numbers where text is expected, and raises an error that lists
    the ``problems`` it finds.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        allow_inf_nan=False,
        defer_build=True,  # building all validators takes longer than most commands, which need few of them or none
    )

    if not TYPE_CHECKING:  # type checkers derive the parameters from the fields

        def __init__(self, **data: Any) -> None:
            with own_errors():
                super().__init__(**data)

        # Without this flag pydantic would call __init__ for each nested model, and lose the path to a nested problem.
        __init__.__pydantic_base_init__ = True

        @classmethod
        def model_validate(cls, obj: Any, **options: Any) -> Self:
            with own_errors():
                return super().model_validate(obj, **options)

        @classmethod
        def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
            with own_errors():
                return super().model_validate_json(json_data, **options)

        @classmethod
        def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
            with own_errors():
                return super().model_validate_strings(obj, **options)

        def __setattr__(self, name: str, value: Any) -> None:
            with own_errors():
                super().__setattr__(name, value)

        def __delattr__(self, name: str) -> None:
            with own_errors():
                super().__delattr__(name)

    def problems(self) -> Iterator[Problem]:
        """Yield the problems that the field types cannot detect."""
        yield from ()

    @model_validator(mode="after")
    def _raise_problems(self) -> Self:
        raise_problems(self.problems())
        return self


class Citation(Model):
    """The passage in the source that supports a fact."""

    paragraph: int = Field(ge=1, le=100_000)
    """Number of the paragraph, counted from 1 (the title). `quizgen coverage` shows the numbers."""
    phrases: tuple[Line, ...] = Field(default=(), max_length=20)
    """Short phrases (up to six words each) that appear word for word in the paragraph."""

    @property
    def quoted(self) -> str:
        """The phrases in quotation marks, with an ellipsis where a sentence begins before or goes on after one."""
        return ", ".join(f"“{_as_excerpt(phrase)}”" for phrase in self.phrases)

    def problems(self) -> Iterator[Problem]:
        for index, phrase in enumerate(self.phrases):
            # Count each part of two-decade-long as a word, as text comparison does; 8,000 and 4.6 are one word each.
            if (words := len(_WORD.findall(phrase))) > PHRASE_WORDS:
                yield Problem(
                    Code.LONG_PHRASE,
                    f"the phrase has {words} words; at most {PHRASE_WORDS} may be quoted",
                    f"shorten it to {PHRASE_WORDS} words or fewer, so that it does not copy too much of someone else's "
                    "text",
                    ("phrases", index),
                )


def _as_excerpt(phrase: str) -> str:
    before = "…" if phrase[:1].islower() else ""
    return f"{before}{phrase}{'' if phrase[-1:] in set('.!?…') else '…'}"


NOT_DESCRIBED = "(not described yet)"
"""Placeholder for a description that an import does not have. The file's name is no description: it often contains the
answer."""


class Image(Model):
    """A picture that is shown with a question."""

    file: Line
    """Path to the picture, relative to the question set file."""
    alt: Text
    """A description of the picture for people who cannot see it."""
    after_answer: bool = False
    """Whether to show the picture with the feedback instead of with the question. Use this if the picture contains the
    answer."""

    def problems(self) -> Iterator[Problem]:
        yield from _file_problems(self.file, "picture", IMAGE_ENDINGS)


class Audio(Model):
    """A sound that is played with a question."""

    file: Line
    """Path to the sound, relative to the question set file."""
    text: Text
    """A description of the sound for people who cannot hear it. The terminal shows it with the question, and cards show
    it with the answer."""

    def problems(self) -> Iterator[Problem]:
        yield from _file_problems(self.file, "sound", AUDIO_ENDINGS)


def description_of(media: Image | Audio) -> str:
    """Return the description of a picture or sound for other programs, in which an empty one means that it has none."""
    text = media.alt if isinstance(media, Image) else media.text
    return "" if text == NOT_DESCRIBED else text


def _file_problems(file: str, what: str, endings: tuple[str, ...]) -> Iterator[Problem]:
    path = PurePosixPath(file)
    if path.is_absolute() or file.startswith("\\") or ":" in file or ".." in re.split(r"[\\/]", file):
        yield Problem(
            Code.BAD_PATH,
            f"the {what} {file!r} is outside the set's folder",
            f"move the {what} next to the set file or into a subfolder, and use a relative path",
            ("file",),
        )
    elif "\\" in file:
        message = f"the path of the {what} contains a backslash: {file}"
        with_slashes = re.sub(r"\\+", "/", file)
        yield Problem(Code.BAD_PATH, message, f"use / instead: {with_slashes}", ("file",))
    elif path.suffix.lower() not in endings:
        yield Problem(
            Code.BAD_PATH,
            f"cards cannot {'show' if what == 'picture' else 'play'} {file!r}: unsupported {what} format",
            f"use one of {', '.join(endings)}",
            ("file",),
        )


_RULE_CODE = lazy_pattern(r"Q\d{3}", re.ASCII)


class LintSuppressions(Model):
    """Lint rules that the author has turned off."""

    ignore: tuple[Line, ...] = ()
    """Codes of the rules to turn off here, for example `[Q107]`; `quizgen check --explain Q107` explains a rule."""

    @field_validator("ignore", mode="before")
    @classmethod
    def _one_code(cls, codes: Any) -> Any:  # `ignore: Q107` is what people write for one
        return (codes,) if isinstance(codes, str) else codes

    def problems(self) -> Iterator[Problem]:
        for index, code in enumerate(self.ignore):
            if not _RULE_CODE.fullmatch(code):
                yield Problem(
                    Code.UNKNOWN_VALUE,
                    f"{code!r} is not a rule code",
                    "use Q and three digits, as in Q107; to see all rules, run `quizgen check --explain all`",
                    ("ignore", index),
                )


Priority = Literal["core", "detail"]
"""Whether a point is asked by default (``core``) or only on request (``detail``)."""


class Reference(Model):
    """The text that questions are based on, as cited for learners."""

    title: Line
    """Title of the text."""
    short: Line | None = None
    """A short label for cards and screens, such as `news article, September 2023`."""
    publisher: Line | None = None
    """Publisher of the text."""
    published: Line | None = None
    """Date when the text was published, as precisely as known: `2023-09-06`, `September 2023`, or `2023`."""
    url: Line | None = None
    """URL of the text."""

    @property
    def label(self) -> str:
        """The short label, or the title if there is none."""
        return self.short or self.title


class BaseQuestion(Model):
    """Keys shared by all question kinds."""

    id: Id
    """Permanent id of the question: reviews and Anki history depend on it. Never change or reuse it."""
    topic: Id | None = None
    """Id of the topic that the score counts toward."""
    tags: tuple[Tag, ...] = ()
    """Anki tags for this question, in addition to the set's tags."""
    explanation: Text | None = None
    """Feedback shown after the answer: why the answer is correct."""
    hint: Text | None = None
    """A hint that the learner can ask for."""
    image: Image | None = None
    """A picture to show with the stem."""
    audio: Audio | None = None
    """A sound to play with the stem."""
    priority: Priority = "core"
    """Whether the question's points are tested by default (`core`) or only on request (`detail`)."""
    point: tuple[Id, ...] = ()
    """Ids of the points (things to know) that the question tests. Defaults to the question's own id."""
    fact: Id | None = None
    """Id of the fact that the question tests."""
    facts: tuple[Id, ...] = ()
    """Ids of all facts that the question contrasts or combines."""
    citation: Citation | None = None
    """The passage in the source that supports the answer."""
    attribution: Line | None = None
    """Who makes the claim, if the answer is a claim."""
    guid: Line | None = None
    """Id of the Anki note that the question was imported from; learners who have that note keep their history."""
    lint: LintSuppressions | None = Field(default=None, exclude=True, repr=False)
    """Rules that `quizgen check` skips for this question, for example `{ignore: [Q107]}`."""
    retired: bool = False
    """Whether the question is retired: kept in the file, but left out of quizzes and decks."""
    formerly: tuple[Line, ...] = ()
    """Earlier ids, as `set-id/question-id`; history and Anki notes are carried over from them."""

    @property
    def points(self) -> tuple[str, ...]:
        """Ids of the points that the question tests, at least one."""
        return self.point or (self.id,)

    @property
    def all_facts(self) -> tuple[str, ...]:
        """Ids of the facts that the question tests, contrasts or combines: ``fact`` and ``facts``, each once."""
        return tuple(dict.fromkeys(filter(None, (self.fact, *self.facts))))

    @field_validator("tags", "point", "facts", "formerly", mode="before")
    @classmethod
    def _one_item(cls, items: Any) -> Any:  # `tags: armenia` is what people write for one
        return (items,) if isinstance(items, str) else items
