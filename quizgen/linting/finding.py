"""What a rule finds: data first, the place inside the author's model and not yet in the file."""

from dataclasses import dataclass

from quizgen.questions import Question

At = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule has to say. ``at`` is the path to it inside whatever the rule looked at."""

    problem: str
    mend: str
    at: At = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw with its rule's code and its owner: ``question``, or else the set or the seed as a whole."""

    code: str
    problem: str
    mend: str
    at: At
    question: Question | None = None
