"""Helpers shared by commands that take a question set."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from shlex import quote
from typing import Any, Self, TypeVar

import click
from click.core import ParameterSource
from click.shell_completion import CompletionItem

from quizgen.cli.say import say
from quizgen.loading.catalog import SetLocation, available_sets, find_set
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import read_document
from quizgen.loading.sets import ReadSet, holds_seed, read_set
from quizgen.questions import KINDS, QuestionSet
from quizgen.questions.kinds import Kind
from quizgen.text.folding import fold
from quizgen.text.series import series
from quizgen.text.suggestions import nearest

_ALL_BY_DEFAULT = {"study", "browse"}
"""The commands that take all available sets if none is named; others take the first one."""

_SUGGESTED = 3
"""The largest number of names that are suggested; more would only repeat the list of all."""

IN_MENU = "menu"
"""The object of the context of a command that was chosen from the menu, which follows it."""

Function = TypeVar("Function", bound=Callable[..., Any])
"""The function of a command, which an option decorates."""


@dataclass(frozen=True, slots=True)
class LoadedSet:
    """A question set and its location."""

    read: ReadSet
    location: SetLocation

    @property
    def question_set(self) -> QuestionSet:
        """The questions."""
        return self.read.question_set

    @property
    def path(self) -> Path:
        """The set's file."""
        return self.location.path

    @property
    def bundled(self) -> bool:
        """Whether the set is part of quizgen, so that nothing may be written next to it."""
        return self.location.bundled

    @property
    def has_facts(self) -> bool:
        """Whether the set is based on facts; otherwise its lesson is nothing but its questions with their answers."""
        return self.read.seed is not None and bool(self.read.seed.facts)

    def reread(self) -> Self:
        """Return the set as its file is now; raises LoadError."""
        return replace(self, read=read_set(self.path))


def open_set(name: str | None) -> LoadedSet:
    """Load the set with the name or path ``name``; if None, the first available set.

    Raises UsageError if there is no such set, LoadError if it has errors.
    """
    location = locate_set(name)
    try:
        return LoadedSet(read_set(location.path), location)
    except LoadError:
        refuse_seed(location.path)
        raise


class _IsSeed(click.ClickException):
    exit_code = click.UsageError.exit_code


def refuse_seed(path: Path) -> None:
    """Exit if the file at ``path`` is a seed, with the way to a set: its errors as a set would help nobody."""
    with suppress(LoadError):
        if holds_seed(read_document(path)):
            command = f"quizgen new --seed {quote(str(path))}"
            raise _IsSeed(f"{path} is a seed. To make a set of it, run `{command}`.")


def load_sets(names: Sequence[str]) -> list[LoadedSet]:
    """Load the sets with these names or paths; without names, all available sets that have no errors.

    Says which sets are skipped. Raises UsageError if there is no set, LoadError if a named one has errors.
    """
    if names:
        return [open_set(name) for name in dict.fromkeys(names)]
    found = []
    available = [*available_sets(Path.cwd())]
    for location in available:
        try:
            found.append(LoadedSet(read_set(location.path), location))
        except LoadError:
            say(f"{location.name} has errors and was skipped. Run `quizgen check` to see them.", err=True)
    if available and not found:
        raise click.ClickException("All question sets have errors. Run `quizgen check` to see them.")
    if not found:
        raise click.UsageError("No question sets found. Create a set with `quizgen new`, or specify the path to a set.")
    return found


def readable_sets() -> list[LoadedSet]:
    """Return all available sets that have no errors; `quizgen check` shows those of the others."""
    found = []
    for location in available_sets(Path.cwd()):
        try:
            found.append(LoadedSet(read_set(location.path), location))
        except LoadError:
            continue
    return found


def locate_set(name: str | None) -> SetLocation:
    """Return the location of the set ``name``; if None, of the first available set. Raises UsageError if not found."""
    here = Path.cwd()
    found = next(available_sets(here), None) if name is None else find_set(name, here)
    if found is None:
        names = [location.name for location in available_sets(here)]
        problem = (
            "No question sets found." if name is None else f"Unknown question set {name!r}.{_did_you_mean(name, names)}"
        )
        also = "You can also specify" if names else "Specify"
        available = f"Available sets: {', '.join(names)}. " if names else ""
        available += f"{also} the path to a .yaml or .md file."
        raise click.UsageError(f"{problem} {available}")
    return found


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the question "Did you mean …?" with the most similar of ``known``, or else those that contain ``name``."""
    known = list(known)
    near = nearest(name, known)
    found = [near] if near else [one for one in known if fold(name) in fold(one)] if name.strip() else []
    return f" Did you mean {series(map(repr, found), 'or')}?" if 0 < len(found) <= _SUGGESTED else ""


class _KindType(click.Choice[Kind]):
    """A question kind, in any case and with a hyphen or an underscore: ``true-false``."""

    def __init__(self) -> None:
        super().__init__(KINDS)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        kind = str(value).lower().replace("-", "_")
        if kind not in KINDS:
            self.fail(f"Unknown question kind {value!r}. Valid kinds: {', '.join(KINDS)}.", param, ctx)
        return kind


def kind_option(help: str) -> Callable[[Function], Function]:
    """Return the option ``--kind`` of a command, which gets ``kinds``."""
    return click.option("--kind", "kinds", multiple=True, type=_KindType(), help=f"{help} Can be repeated.")


def topic_option(help: str) -> Callable[[Function], Function]:
    """Return the option ``--topic`` of a command, which gets ``topics``, to be passed to ``topic_ids``."""
    return click.option(
        "--topic",
        "topics",
        multiple=True,
        metavar="TOPIC",
        shell_complete=complete_topics,
        help=f"{help} Can be repeated.",
    )


def topic_ids(wanted: Sequence[str], sets: Sequence[QuestionSet], *, first_found: str | None = None) -> frozenset[str]:
    """Return the ids of topics that are given by id or by name; raise UsageError for an unknown topic.

    ``first_found`` is the name of the only set if it was not named by the user, who may mean another one.
    """
    if not wanted:
        return frozenset()
    from quizgen.session.combined import members_of, original

    ids: dict[str, None] = {}
    named: dict[str, set[str]] = {}
    for one in sets:
        for topic in dict.fromkeys(question.topic for question in one.questions if question.topic):
            own_id = original(one.id, topic)[1]
            ids[own_id] = None
            for name in (own_id, one.topic_name(topic)):
                named.setdefault(fold(name), set()).add(topic)
    found: set[str] = set()
    for topic in wanted:
        if fold(topic) not in named:
            is_one = sum(len(members_of(one.id)) for one in sets) == 1
            where, have = ("this set", "has") if is_one else ("these sets", "have")
            where = where if first_found is None else f"{first_found!r}, the first set found"
            subject = f"{where[0].upper()}{where[1:]}{'' if first_found is None else ','}"
            known = f"Topics in {where}: {', '.join(ids)}." if ids else f"{subject} {have} no topics."
            other = "" if first_found is None else _set_with_topic(topic)
            raise click.UsageError(f"Unknown topic {topic!r}.{_did_you_mean(topic, ids)} {known}{other}")
        found |= named[fold(topic)]
    return frozenset(found)


def check_tags(wanted: Sequence[str], sets: Sequence[QuestionSet], *, first_found: str | None = None) -> None:
    """Raise UsageError for a tag that no question has, nor any tag below it; for ``first_found``, see ``topic_ids``."""
    if not wanted:
        return
    from quizgen.session.combined import members_of
    from quizgen.session.selection import has_tag

    for tag in wanted:
        if any(has_tag(one, question, [tag]) for one in sets for question in one.questions):
            continue
        tags = sorted({each for one in sets for question in one.questions for each in (*one.tags, *question.tags)})
        where = "this set" if sum(len(members_of(one.id)) for one in sets) == 1 else "these sets"
        where = where if first_found is None else f"{first_found!r}, the first set found"
        known = f"Tags in {where}: {', '.join(tags)}." if tags else f"No question in {where} has a tag."
        raise click.UsageError(f"Unknown tag {tag!r}.{_did_you_mean(tag, tags)} {known}")


def _set_with_topic(topic: str) -> str:
    """Return which set has a topic, for a command that was given the topic but no set; empty if none has it."""
    import shlex

    for loaded in readable_sets():
        with suppress(click.UsageError):
            topic_ids([topic], [loaded.question_set])
            command = shlex.join([loaded.location.name, "--topic", topic])
            shown = f"{click.get_current_context().command_path} {command}"
            return f" Another set has this topic. To use that set, run `{shown}`."
    return ""


def given_options(options: Mapping[str, str]) -> list[str]:
    """Return those of ``options``, the names of options with their parameters, that are on the command line."""
    source_of = click.get_current_context().get_parameter_source
    return [name for name, parameter in options.items() if source_of(parameter) is ParameterSource.COMMANDLINE]


def complete_sets(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the names of available sets, or file names if no set matches."""
    names = [location.name for location in available_sets(Path.cwd()) if location.name.startswith(incomplete)]
    return [CompletionItem(name) for name in names] or [CompletionItem(incomplete, type="file")]


def complete_topics(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the topics of the sets that have been typed, or of those that the command takes by default."""
    found = _typed_sets(ctx)
    topics = {question.topic: one.topic_name(question.topic) for one in found for question in one.questions}
    return [
        CompletionItem(topic, help=name)
        for topic, name in topics.items()
        if topic is not None and topic.startswith(incomplete)
    ]


def complete_tags(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the tags of the sets that have been typed, or of those that the command takes by default."""
    tags = {tag for one in _typed_sets(ctx) for question in one.questions for tag in (*one.tags, *question.tags)}
    return [CompletionItem(tag) for tag in sorted(tags) if tag.startswith(incomplete)]


def _typed_sets(ctx: click.Context) -> list[QuestionSet]:
    """Return the sets named on an incomplete command line, or the default ones, without those that cannot be read."""
    named = ctx.params.get("names") or ctx.params.get("name") or ctx.args
    # click leaves arguments unread if the option that is being completed has no value yet.
    names: Iterable[str | None] = [named] if isinstance(named, str) else named or [None]
    if not named and ctx.command.name in _ALL_BY_DEFAULT:
        names = [location.name for location in available_sets(Path.cwd())]
    found = []
    for name in names:
        try:
            found.append(open_set(name).question_set)
        except (click.UsageError, LoadError):
            continue
    return found
