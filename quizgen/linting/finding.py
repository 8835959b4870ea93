"""What a rule reports, as data. Paths lead into the author's model; ``Locator`` turns them into places in a file."""

from typing import NamedTuple

from quizgen.questions import Question
from quizgen.questions.problem import DataPath


class Flaw(NamedTuple):
    """One flaw as a rule reports it: the problem, how to fix it, and the path inside what the rule checks.

    A rule that checks a set names the ``question`` that has the flaw, unless the set itself has it; ``at`` then leads
    into that question. A rule that checks one question need not name it.
    """

    message: str
    help: str
    at: DataPath = ()
    question: Question | None = None


class Finding(NamedTuple):
    """A flaw with the code of its rule. ``question`` is None if the flaw is in the set itself or in a seed."""

    code: str
    message: str
    help: str
    at: DataPath
    question: Question | None = None
