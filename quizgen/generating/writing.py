"""Write proposals into a seed file, for the author to review in the file."""

from collections.abc import Iterator
from typing import Any

from quizgen.editing.insertion import Insertion, inserted
from quizgen.facts.model import EventOrder, RoleMatch
from quizgen.generating.proposals import Proposals

_BEFORE_TRUE_FALSE = ("id", "topic", "statement", "attribution", "citation", "derived", "priority", "cloze")


def with_proposals(text: str, proposals: Proposals) -> str:
    """Return the seed file ``text`` with ``proposals`` added; comments and layout are kept.

    Raises LayoutError if that is not possible without changing existing content.
    """
    return inserted(text, list(_insertions(proposals)))


def _insertions(proposals: Proposals) -> Iterator[Insertion]:
    for (fact, ask), distractors in proposals.distractors.items():
        yield Insertion(("facts", fact, "ask", ask), "distractors", list(distractors), ("stem", "answer"))
    for fact, true_false in proposals.true_false.items():
        written = true_false.model_dump(exclude_none=True)
        yield Insertion(("facts", fact), "true_false", written, _BEFORE_TRUE_FALSE)
    if proposals.orders:
        yield Insertion((), "orders", [_written(order) for order in proposals.orders])
    if proposals.matches:
        yield Insertion((), "matches", [_written(match) for match in proposals.matches])


def _written(question: EventOrder | RoleMatch) -> dict[str, Any]:
    return question.model_dump(mode="json", exclude_defaults=True)
