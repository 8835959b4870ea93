"""A learner's response, and its grade."""

from dataclasses import dataclass
from enum import StrEnum

Response = None | bool | str | tuple[str, ...] | frozenset[str] | tuple[tuple[str, str], ...]
"""What the learner gave, by kind of question; None for a skip, and if the learner asked for the answer.

card          bool: did the learner know it (judged by the learner)
choice        str: the option picked
multiple      frozenset of str: the options picked
true_false    bool
short, number str: what was typed
cloze         tuple of str: what was typed for each blank, in reading order
order         tuple of str: the steps in the learner's order
match         tuple of (left, right): what the learner put together
"""


class Outcome(StrEnum):
    """The class of a verdict. A skip is not wrong, because it is not an attempt.

    An answer is undecided if only a reader can judge the learner's own words or a remark on the right answer. It does
    not count as right until a reader says so.
    """

    CORRECT = "correct"
    CLOSE = "close"
    PARTLY = "partly"
    WRONG = "wrong"
    UNDECIDED = "undecided"
    SKIPPED = "skipped"

    @property
    def counts_right(self) -> bool:
        """Whether the response counts as right: correct, or correct except for a typo."""
        return self in {Outcome.CORRECT, Outcome.CLOSE}

    @property
    def stored(self) -> "Outcome":
        """The outcome in the history, where an undecided answer is wrong until the learner overrides that."""
        return Outcome.WRONG if self is Outcome.UNDECIDED else self


@dataclass(frozen=True, slots=True)
class Verdict:
    """The grade of one response. ``share`` is the share that was answered correctly, from 0 to 1."""

    outcome: Outcome
    share: float
    note: str | None = None
    """What to tell the learner about the grade, such as the correct spelling after a typo."""
    feedback: str | None = None
    """What the author says about this response, such as why the chosen option is wrong, in Markdown."""
    blanks: tuple[bool, ...] = ()
    """Which blanks of a cloze with several are right."""
    credits: tuple[float, ...] = ()
    """The credit of each blank of a cloze, in reading order."""
    difference: str | None = None
    """What was forgiven in a response that counts as right, such as ``accents`` or ``surname only``: a frontend shows
    the full answer with it. None if the response reads like the answer."""
    accepted: tuple[str, ...] = ()
    """Accepted answers other than the answer itself, which the response is a form or a misspelling of."""

    @property
    def counts_right(self) -> bool:
        """Whether the response counts as right, by its outcome."""
        return self.outcome.counts_right

    @classmethod
    def close(cls, answer: str) -> "Verdict":
        """Return the verdict on a typo of ``answer``."""
        return cls(Outcome.CLOSE, 1.0, f"The correct spelling is {in_quotes(answer)}", difference="typo")


def in_quotes(answer: str) -> str:
    """Return ``answer`` in quotes at the end of a sentence, with one full stop; a string in code has quotes already."""
    if len(answer) > 1 and answer[0] == answer[-1] == '"':
        return f"{answer}."
    return f'"{answer}"' if answer.endswith((".", "!", "?")) else f'"{answer}".'


def unjudged(*remarks: str) -> str:
    """Return the note on a right answer with one or two remarks that no rule can judge."""
    *others, last = remarks
    rest = "".join(f'"{other}" and ' for other in others)
    return f"Your answer contains the correct one, but quizgen cannot judge the rest: {rest}{in_quotes(last)}"


CORRECT = Verdict(Outcome.CORRECT, 1.0)
WRONG = Verdict(Outcome.WRONG, 0.0)
UNDECIDED = Verdict(Outcome.UNDECIDED, 0.0)
NUMBER_IN_WORDS = Verdict(
    Outcome.UNDECIDED, 0.0, "Your answer contains the correct number, but quizgen cannot judge the other words."
)
SKIPPED = Verdict(Outcome.SKIPPED, 0.0)
SHOWN = Verdict(Outcome.WRONG, 0.0, "You asked for the answer.")
"""The verdict if the learner asked for the answer: it was not known."""
