"""The protocol between a session and its frontend, and what a learner can do instead of answering."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol, Union

from quizgen.grading.verdict import Response
from quizgen.session.prompt import Answered, Prompt, Undoable
from quizgen.session.session import Session

if TYPE_CHECKING:
    from quizgen.history.ratings import Rating
    from quizgen.session.past_sessions import Attempt
    from quizgen.session.study import StudySession

AnySession = Union[Session, "StudySession"]


class Quit(Exception):  # noqa: N818 (an action, not an error; so are all of these)
    """The learner stops."""


class Skip(Exception):  # noqa: N818
    """The learner leaves the question unanswered."""


class Reveal(Exception):  # noqa: N818
    """The learner gives up and asks for the answer."""


class Previous(Exception):  # noqa: N818
    """The learner goes back to the previous question."""


class Keep(Exception):  # noqa: N818
    """The learner keeps an earlier answer."""


class Override(Exception):  # noqa: N818
    """The learner marks the answer as correct, against the grading."""


class Undo(Exception):  # noqa: N818
    """The learner takes back the last answer, to answer its question again."""


class TimeUp(Exception):  # noqa: N818
    """The exam's time is over."""


STOPPED = (Quit, KeyboardInterrupt, EOFError)
"""Everything that stops a session: a key, Ctrl-C, Ctrl-D, the end of the input."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """An exam's time, which runs until ``ends`` by ``clock``."""

    clock: Callable[[], datetime]
    ends: datetime

    @property
    def seconds_left(self) -> float:
        """Seconds until the time is over, then 0."""
        return max(0.0, (self.ends - self.clock()).total_seconds())


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """The end of a session, as it is shown."""

    session: AnySession
    over: bool
    """Whether the session is complete; otherwise the learner stopped it."""
    now: datetime
    earlier: "tuple[Attempt, ...]" = ()
    """Earlier attempts, oldest first."""
    resumable: bool = False
    """Whether the learner can resume it later."""
    hidden: tuple[Answered, ...] = ()
    """Skipped questions that the learner can still answer, so that their answers are not shown yet."""
    arguments: tuple[str, ...] = ()
    """The sets as the learner named them, and the options to repeat in commands that are suggested."""
    in_menu: bool = False
    """Whether the menu follows, so that no command needs to be typed."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Something that the learner can look up or do at the feedback, which then continues."""

    key: str
    """The key on a terminal."""
    label: Callable[[Prompt], str]
    """The key and what it does now, as in ``r context``."""
    typed: str
    """What to type in the plain frontend."""
    run: Callable[[Prompt], Sequence[str]]
    """Does it for a question, and returns the lines to show."""
    offered: Callable[[Prompt], bool] = lambda _: True
    """Whether it is available for a question."""
    before_answer: Callable[[Prompt], Callable[[], Sequence[str]] | None] = lambda _: None
    """What it does before the question is answered, if it is available then; returns the lines to show."""
    confirm: Callable[[Prompt], str] = lambda _: ""
    """What to say before it runs, which the key pressed again then does; empty if it runs at once."""
    is_switch: bool = False
    """Whether it turns something on or off, so that what it says replaces what it said before."""
    once: bool = False
    """Whether it shows the same every time, so that once is enough on a terminal."""
    shows_answer: bool = False
    """Whether it may show the answer to its question, so that it is not available while that is asked again."""


class Frontend(Protocol):
    """A terminal, or anything else that shows sessions.

    Methods that wait for the learner may raise ``Quit``, ``KeyboardInterrupt`` or ``EOFError``, and ``TimeUp`` in an
    exam; each method names the other actions that it raises.
    """

    countdown: Countdown | None
    """The time limit of an exam, set before it starts."""
    extras: tuple[Extra, ...]
    """What can be looked up or done at the feedback, set before the session starts."""
    known_sets: frozenset[str]
    """The ids of the sets that the learner knows, whose sources are not shown again; set before the session starts."""

    def open(self, session: AnySession) -> None:
        """Announce what is about to start or resume."""

    def ask(self, prompt: Prompt) -> Response:
        """Show a question and return the response; raises ``Skip``, ``Reveal``, ``Previous``, ``Keep``.

        Raises ``Override`` and ``Undo`` for the answer before this question.
        """

    def compare(self, prompt: Prompt, answered: Answered) -> bool:
        """Show an undecided answer beside the correct one; return whether the learner says that it says the same.

        Raises ``Undo``.
        """

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        """Show the feedback, or that the question was skipped, and wait for Enter; raises ``Override``, ``Undo``."""

    def rate(self, prompt: Prompt, answered: Answered, suggested: "Rating", intervals: Sequence[timedelta]) -> "Rating":
        """In study: show the feedback and return the rating that the learner chooses; raises ``Override``, ``Undo``.

        ``intervals`` are the times until the question comes again for each rating, from Again to Easy.
        """

    def show_interval(self, interval: timedelta, answers_needed: int, *, at_once: bool) -> None:
        """In study: say when the question comes again, and how many correct answers finish it for today.

        ``at_once``, it comes next, because no other is left.
        """

    def celebrate(self, goal: int) -> None:
        """In study: say that the day's goal of ``goal`` answers is reached."""

    def show_answered(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        """Show a question with its answer again; raises ``Previous`` and, except in a review, ``Override``.

        ``review`` is the walk through all answers after an exam, whose score is final; otherwise the learner looks back
        during a quiz.
        """

    def confirm_override(self) -> None:
        """Say that the answer was marked as correct."""

    def confirm_undo(self, *, skip: bool, resumed: bool) -> None:
        """Say that the last answer, or ``skip``, was undone; its question is asked again next.

        ``resumed`` says that the question had been suspended, which was undone, too.
        """

    def confirm_submit(self, session: Session) -> None:
        """Wait until the learner submits the exam; raises ``Previous``."""

    def show_exam_score(self, session: Session, *, time_up: bool) -> None:
        """Show the score of an exam, before its answers are reviewed."""

    def close(self, summary: SessionSummary) -> None:
        """Show the result so far."""

    def ask_retry(self, missed: int, skipped: int, *, undoable: Undoable | None) -> bool:
        """Ask whether to retry that many questions; raises ``Override`` and, if ``undoable``, ``Undo``.

        Both are about the last answer.
        """

    def show_skipped(self, skipped: Sequence[Answered]) -> None:
        """Show the answers to skipped questions that the learner does not want to retry."""

    def ask_resume(self, session: Session, started: datetime, seconds: float | None, *, has_options: bool) -> bool:
        """Ask whether to resume an interrupted session, to which options that were given do not apply.

        ``seconds`` is the time that an exam has left; None without a limit.
        """

    def note(self, message: str) -> None:
        """Say what the learner should know before the session starts."""

    def warn(self, message: str) -> None:
        """Say that the history failed, and that the session continues without it."""
