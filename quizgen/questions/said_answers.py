"""Whether the text around a blank says the answer that belongs in it."""

import re
from collections.abc import Iterator

from quizgen.questions.marks import BLANK
from quizgen.text.lazy_pattern import lazy_pattern

_CHOICE = lazy_pattern(r"\b(?:or|o|u|ou|oder|oppure|vs|versus)\b|/", re.IGNORECASE)
"""What stands between words to choose from, in several languages."""
_WORD = lazy_pattern(r"[^\W_]+")


def is_said(answer: str, outside: str) -> bool:
    """Return whether ``outside``, the text with blanks, says ``answer`` as a word, possibly as part of a longer name.

    Numbers, symbols and small words recur in any text, and words to choose from are offered on purpose.
    """
    return _is_telling(answer) and any(_places_of(answer, outside))


def is_surely_said(answer: str, outside: str) -> bool:
    """Return whether ``outside`` says ``answer`` as a word of its own, not in a longer name: iron in iron ore."""
    return _is_telling(answer) and any(
        _stands_alone(place[0], outside[: place.start()], outside[place.end() :])
        for place in _places_of(answer, outside)
    )


def _is_telling(answer: str) -> bool:
    from quizgen.text.guessed_language import is_small_word_anywhere

    plain = answer.strip()
    return len(plain) > 2 and not any(map(str.isdigit, plain)) and not is_small_word_anywhere(plain.lower())


def _places_of(answer: str, outside: str) -> Iterator[re.Match[str]]:
    """Yield where ``answer`` is a word that no sign joins to others, and not one of several to choose from."""
    if answer.strip().lower() not in outside.lower():
        return
    for found in re.finditer(rf"(?<![\w\-=^/(]){re.escape(answer.strip())}(?![\w\-=^/(])", outside, re.IGNORECASE):
        before, after = outside[: found.start()], outside[found.end() :]
        near = before.rpartition(". ")[2].split()[-3:] + after.partition(". ")[0].split()[:3]
        in_parentheses = before.rfind("(") > before.rfind(")")
        in_instruction = ":" in after and BLANK not in before and BLANK not in after.partition(":")[0]
        if not in_parentheses and not in_instruction and not any(map(_CHOICE.search, near)):
            yield found


def _stands_alone(said: str, before: str, after: str) -> bool:
    """Return whether no word next to ``said`` can make a longer name with it: iron oxide, Upper Peru."""
    from quizgen.text.guessed_language import is_small_word_anywhere

    following, preceding = after.split(maxsplit=1)[:1], before.split()[-1:]
    word = _WORD.match(following[0]) if following and after[:1].isspace() else None
    if word is not None and not is_small_word_anywhere(word[0].lower()):
        return False
    inside = bool(preceding) and len(before.split()) > 1 and before[-1:].isspace()
    return not (inside and said[:1].isupper() and preceding[0].istitle() and preceding[0].isalpha())
