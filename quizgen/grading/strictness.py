"""What an author's switches keep lenient rules from forgiving: case, accents, articles, word order, punctuation."""

import re

from quizgen.grading.policy import Policy
from quizgen.text.folding import without_accents
from quizgen.text.words import ARTICLES, LEADING_ARTICLES

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ANY_ARTICLE = ARTICLES | LEADING_ARTICLES


def keeps(answer: str, given: str, policy: Policy) -> bool:
    """Return whether ``given``, which a lenient rule takes for ``answer``, agrees with it where ``policy`` is strict.

    Only words that both have are compared, so that a title or a shorter form of a name can still be forgiven.
    """
    right, said = _WORD.findall(answer), _WORD.findall(given)
    if policy.punctuation and _signs(answer) != _signs(given):
        return False
    if policy.articles and _articles(right) != _articles(said):
        return False
    bare_right, bare_said = list(map(_bare, right)), list(map(_bare, said))
    if policy.word_order and bare_right != bare_said and sorted(bare_right) == sorted(bare_said):
        return False
    capitals = [word[0].isupper() for word in right], [word[0].isupper() for word in said]
    if policy.case and len(right) == len(said) and capitals[0] != capitals[1]:
        return False
    known: dict[str, set[str]] = {}
    for word in right:
        known.setdefault(_bare(word), set()).add(_compared(word, policy))
    return all(_compared(word, policy) in known.get(_bare(word), {_compared(word, policy)}) for word in said)


def _bare(word: str) -> str:
    return without_accents(word).casefold()


def _compared(word: str, policy: Policy) -> str:
    word = word if policy.accents else without_accents(word)
    return word if policy.case else word.casefold()


def _articles(words: list[str]) -> list[str]:
    return [word.casefold() for word in words if word.casefold() in _ANY_ARTICLE]


def _signs(text: str) -> str:
    return "".join(char for char in text.strip() if not char.isalnum() and not char.isspace())
