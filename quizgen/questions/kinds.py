"""The kinds of question: the one list of them, what they are called, and what other tools call them.

Every layer that treats kinds differently has a table keyed by ``Kind``, or a ``match`` that ends in ``assert_never``.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

Kind = Literal["card", "choice", "multiple", "true_false", "short", "number", "cloze", "order", "match"]
"""The ``kind`` of a question, as authors write it."""

KINDS: tuple[Kind, ...] = get_args(Kind)
"""Every kind, in the order in which quizgen lists them."""


class KindInfo(NamedTuple):
    """What a kind is called."""

    label: str
    """Its name for learners, such as ``Multiple choice``."""
    description: str
    """What it asks of a learner, in a few words for authors."""
    recalled: bool
    """Whether the answer comes from memory, not from what is on the screen."""
    aliases: tuple[str, ...] = ()
    """What other quiz tools call it, in lower case with spaces between words."""
    graded: bool = True
    """Whether quizgen grades the answer; otherwise, learners judge it themselves."""


KIND_INFO: Mapping[Kind, KindInfo] = {
    "card": KindInfo(
        "Flashcard", "front and back; learners judge themselves", True, ("flashcard", "basic"), graded=False
    ),
    "choice": KindInfo(
        "Multiple choice",
        "several options, exactly one correct",
        False,
        ("multiple choice", "single choice", "single select", "mc", "mcq"),
    ),
    "multiple": KindInfo(
        "Multiple answers",
        "several options, one or more correct",
        False,
        ("checkbox", "multiple select", "multi select", "multiple response", "multiple answer"),
    ),
    "true_false": KindInfo(
        "True or false", "a statement to judge", False, ("true or false", "tf", "boolean", "yes no")
    ),
    "short": KindInfo(
        "Short answer",
        "one or a few words to type",
        True,
        ("short answer", "fill in the blank", "fill in", "typed", "open"),
    ),
    "number": KindInfo("Number", "a number to type", True, ("numeric", "numerical")),
    "cloze": KindInfo("Fill in the blanks", "a statement with blanks to fill in", True, ("gap", "gaps", "blanks")),
    "order": KindInfo("Ordering", "steps to put in order", False, ("ordering", "sequence", "sorting")),
    "match": KindInfo("Matching", "pairs to match", False, ("matching", "pairs")),
}
"""One entry for each kind."""


def kind_label(kind: Kind) -> str:
    """Return the name of ``kind`` for learners: ``True or false``."""
    return KIND_INFO[kind].label


def kind_from_name(name: str) -> Kind | None:
    """Return the kind that ``name`` means, whether quizgen's own name or another tool's; None if it names no kind.

    Case, hyphens and underscores do not matter: ``Multiple-choice`` is ``choice``.
    """
    return _KIND_BY_NAME.get(_normalized(name))


def _normalized(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())


_KIND_BY_NAME: Mapping[str, Kind] = {
    name: kind for kind in KINDS for name in (_normalized(kind), *KIND_INFO[kind].aliases)
}

KIND_NAMES: tuple[str, ...] = tuple(_KIND_BY_NAME)
"""Every name that ``kind_from_name`` knows, for suggestions."""
