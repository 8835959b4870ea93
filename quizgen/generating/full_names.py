"""Write the names in full that a sentence shortens: "Lund", "the College"."""

import re

from quizgen.generating.joint_names import is_in_joint_name
from quizgen.generating.named import Named, NamedIn
from quizgen.generating.short_names import KIN_BEFORE
from quizgen.text.lexicon import JOINS

_EPONYM = re.compile(r"\b(?:an?|the|each|every|this) (?:[a-z-]+ )?$", re.IGNORECASE)
"""What precedes a name in a term, such as "a good Fresnel lens"."""
_CALLED = re.compile(r"\b(?:called|termed|known as|named|née|né|born) (?:an? |the )?$")


class FullNames:
    """The names that the text has used in full, so that a part of one means it; ``hero`` is the person in the title."""

    def __init__(self, named_in: NamedIn, hero: str | None) -> None:
        self._named_in = named_in
        self._used = {hero}

    def completed(self, text: str) -> str:
        """Return ``text`` with the first surname of each person, and the first "the College", in full."""
        seen: set[str] = set()
        pieces, end = "", 0
        for one in self._named_in(text):
            written = text[one.start : one.end]
            parts = one.name.split()
            last_names = " ".join(parts[1:])
            is_part = one.is_person and len(parts) > 1
            is_part &= written in {parts[0], parts[-1], last_names, f"{last_names[:1].upper()}{last_names[1:]}"}
            is_titled = re.search(r"[A-Z][\w’'.]* $", text[: one.start]) is not None
            is_term = (
                _EPONYM.search(text[: one.start]) is not None and re.match(" [a-z]", text[one.end :]) is not None
            ) or (_CALLED.search(text[: one.start]) is not None)
            is_term |= is_in_joint_name(text, one.start, one.end)
            if _is_head(one, text):
                pieces, end = f"{pieces}{text[end : one.start]}{one.name}", one.end
            if written == parts[0] and (KIN_BEFORE.search(text[: one.start]) or one.name not in self._used):
                is_part = False  # "his brother James" is not the only James
            if is_part and not (is_titled or is_term or one.name in seen) and text.count(written) == 1:
                pieces, end = f"{pieces}{text[end : _with_joins(text, one)]}{one.name}", one.end
            seen.add(one.name)
        self._used |= {one.name for one in self._named_in(text) if one.name in text}
        return pieces + text[end:]


def _with_joins(text: str, one: Named) -> int:
    """Return where the surname of ``one`` begins in ``text``: "de Lesseps", for Ferdinand de Lesseps."""
    joins = re.search(r"(?:(?<![\w’'-])[a-z]+ )+$", text[: one.start])
    at = one.start
    for word in reversed(joins[0].split() if joins is not None else []):
        if word not in JOINS or f"{word} {text[at : one.end]}" not in one.name:
            break
        at -= len(word) + 1
    return at


def _is_head(one: Named, text: str) -> bool:
    """Return whether ``text`` has only the head of a name: "the College", for the College of Physicians."""
    written = text[one.start : one.end]
    is_short = not one.is_person and one.name.startswith(f"{written} of ") and one.name not in text
    return is_short and text[: one.start].endswith(("the ", "The ")) and text.count(written) == 1
