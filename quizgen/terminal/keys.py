"""What a prompt offers: options, each with its keys, and a footer that names the keys.

Kept separate from the prompts, so that a question is on the screen before prompt_toolkit is imported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.terminal import key_labels, messages
from quizgen.terminal.screen import MARGIN, Screen


class ShowHint(Exception):  # noqa: N818 (an action, not an error)
    """The learner asks for the hint."""


class AskForAnswer(Exception):  # noqa: N818
    """The learner asks for the answer in an exam, which shows it only at its end."""


class OpenFiles(Exception):  # noqa: N818
    """The learner opens the question's picture or sound."""


class UndoStep(Exception):  # noqa: N818
    """The learner undoes the latest step of an arrangement."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option: the label in front of it, its text, and the keys that pick it."""

    label: str
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Footer:
    """The keys that are shown, and the actions that keys raise."""

    shown: Sequence[str]
    keys: Mapping[str, type[Exception]] = field(default_factory=dict)
    """Key, or sequence of keys between spaces: the action that it raises."""
    note: str = ""
    """A line above the keys."""
    remark: str = ""
    """A line about the feedback above, indented as it, and apart from the keys."""


def footer_lines(screen: Screen, footer: Footer) -> list[str]:
    """Return the keys in as many lines as they need, with the time left and the note above."""
    remark = screen.wrapped(footer.remark, screen.width - len(MARGIN * 3)) if footer.remark else []
    above = [messages.time_left(screen.countdown.seconds_left)] if screen.countdown else []
    above += screen.wrapped(footer.note, screen.width - len(MARGIN)) if footer.note else []
    lines = [*(MARGIN * 3 + line for line in remark), *([""] if remark else []), *(MARGIN + line for line in above)]
    lines.append(MARGIN)
    for keys in footer.shown:
        joined = f"{lines[-1]}{key_labels.BETWEEN}{keys}" if lines[-1] != MARGIN else f"{MARGIN}{keys}"
        if lines[-1] != MARGIN and len(joined) > screen.width:
            lines.append(f"{MARGIN}{keys}")
        else:
            lines[-1] = joined
    return lines


def numbered(texts: Sequence[str]) -> list[Option]:
    """Return options picked by 1 to 9 and 0, or by a to j; any after the tenth by arrows and Enter."""
    keys = list(zip(messages.NUMBERS_KEY, messages.LETTERS, strict=True))
    labelled = [Option(number, text, (number, letter)) for text, (number, letter) in zip(texts, keys, strict=False)]
    return labelled + [Option(" ", text, ()) for text in texts[len(keys) :]]
