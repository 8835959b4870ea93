"""Find plans that came to nothing: a rejected design is no fact of the bridge that was built instead.

What became of a plan is often told only in a later sentence, without which the plan would seem to be what was built.
"""

import re
from collections.abc import Iterable

from quizgen.text.word_forms import beginning

PLAN = re.compile(
    r"\b(?:proposed|planned|suggested|intended|recommended|drew up|drafted|sketched|(?:was|were) to (?:be|have)"
    r"|(?:job|task|contract|order|commission) (?:of|for|to) (?:design|build|dig|mak)\w*)\b"
)
"""What is said of something that may never have come about."""
FAILED = re.compile(
    r"\b(?:was|were|been|be) (?:[a-z]+ly |soon |later |never )?"
    r"(?:abandoned|cancell?ed|disproved|dropped|given up|refuted|rejected|scrapped|shelved|turned down|withdrawn)\b"
    r"|\b(?:never|not) (?:[a-z]+ )?(?:adopted|built|carried out|completed|finished|made|realized|realised)\b"
    r"|\b(?:came to nothing|fell through|proved (?:to be )?(?:wrong|impossible|unworkable))\b"
    r"|\b(?:abandoned|cancell?ed|dropped|rejected|scrapped|shelved|turned down|gave up) "
    r"(?:it|this|the (?:design|idea|offer|plan|project|proposal|scheme))s?\b"
)
"""What became of a plan."""
_REFERRING = re.compile(
    r"\b(?:it|its|this|that|he|she|they|his|her|their|the (?:design|idea|offer|plan|project|proposal|scheme)s?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def came_to_nothing(sentence: str, following: Iterable[str]) -> bool:
    """Return whether one of the ``following`` sentences says that what ``sentence`` plans was never done."""
    if PLAN.search(sentence) is None:
        return False
    words = set(map(beginning, _WORD.findall(sentence)))
    return any(
        FAILED.search(text) is not None
        and (_REFERRING.search(text) is not None or not words.isdisjoint(map(beginning, _WORD.findall(text))))
        for text in following
    )
