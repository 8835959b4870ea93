"""What a rule finds: data first, the place inside the author's model and not yet in the file."""

from dataclasses import dataclass

from quizgen.questions import Question

DataPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule has to say. ``at`` is the path to it inside whatever the rule looked at."""

    message: str
    help: str
    at: DataPath = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw with its rule's code and its owner: ``question``, or else the set or the seed as a whole."""

    code: str
    message: str
    help: str
    at: DataPath
    question: Question | None = None
