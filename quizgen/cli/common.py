"""What several commands share: finding the set that the user means."""

from dataclasses import dataclass
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from quizgen.loading.catalog import SetAtHand, find_set, sets_at_hand
from quizgen.loading.sets import ReadSet, read_set
from quizgen.questions import QuestionSet


@dataclass(frozen=True, slots=True)
class LoadedSet:
    """A set that the user named, read and checked."""

    read: ReadSet
    at_hand: SetAtHand

    @property
    def question_set(self) -> QuestionSet:
        """The questions."""
        return self.read.question_set

    @property
    def path(self) -> Path:
        """The set's file."""
        return self.at_hand.path

    @property
    def bundled(self) -> bool:
        """Whether the set came with quizgen, so that nothing may be written beside it."""
        return self.at_hand.bundled


def open_set(name: str | None) -> LoadedSet:
    """The set called ``name`` (or at that path), the first at hand when None.

    Raises UsageError when there is none, LoadError when it cannot be used.
    """
    at_hand = locate_set(name)
    return LoadedSet(read_set(at_hand.path), at_hand)


def locate_set(name: str | None) -> SetAtHand:
    """Where the set called ``name`` is, the first at hand when None; UsageError when there is none."""
    here = Path.cwd()
    found = next(sets_at_hand(here), None) if name is None else find_set(name, here)
    if found is None:
        names = ", ".join(at_hand.name for at_hand in sets_at_hand(here))
        wanted = "There is no question set here." if name is None else f"There is no question set {name!r}."
        raise click.UsageError(f"{wanted} At hand: {names or 'none'}. A path to a .yaml file works too.")
    return found


def complete_sets(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """For the Tab key: the names of the sets at hand that begin so, else the shell's file names."""
    names = [at_hand.name for at_hand in sets_at_hand(Path.cwd()) if at_hand.name.startswith(incomplete)]
    return [CompletionItem(name) for name in names] or [CompletionItem(incomplete, type="file")]
