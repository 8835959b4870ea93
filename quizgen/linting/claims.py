"""Find claims without a source in a statement: hearsay, and quotations without a speaker."""

import re
from collections.abc import Collection

from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern

_VERBS = r"said|believed|thought|alleged|rumou?red|claimed|reported"
_HEARSAY = lazy_pattern(
    rf"""\b(?:reportedly|allegedly|supposedly|purportedly|rumou?r\ has\ it|legend\ has\ it
    |(?:is|are|was|were)\ (?:\w+ly\ )?(?:(?:{_VERBS})\ to|rumou?red\ that)|it\ (?:is|was)\ (?:\w+\ )?(?:{_VERBS})\ that
    |according\ to\ (?:some|many|most|critics|experts|observers|reports|rumou?rs?|legend|people)
    |(?:some|many|most|(?:some|many|most)\ \w+s|critics|experts|observers|supporters|opponents|scholars|people|sources
      |analysts|historians|scientists|researchers|economists|officials|witnesses)(?:\ of\ (?:the\ )?\w+)?
      \ (?:say|said|believed?|think|thought|claim(?:ed)?|argued?|warn(?:ed)?
      |(?:suspect|expect|fear|report)(?:ed)?\ that))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SAID = lazy_pattern(
    r"\b(?:sa(?:id|ys)|claim(?:ed|s)|argue[ds]|allege[ds]|insist(?:ed|s)|believe[ds]|suggest(?:ed|s)|warn(?:ed|s)"
    r"|promise[ds]|den(?:ied|ies)|report(?:ed|s)|expect(?:ed|s)|t(?:old|ells) \w+) (?:that|it|he|she|they)\b"
)
_QUOTED = lazy_pattern(r"“[^”]{0,500}”|\"[^\"]{0,500}\"|«[^»]{0,500}»|„[^“”]{0,500}[“”]")
# Everybody calls a probe “Voyager”, but one person calls a plan “a disgrace”.
_SPEAKING = lazy_pattern(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!so-)(?<!also )(?<!often )\bcalled\b"
    r"|\b(?:said|says|told|calls|described|wrote|warned|declared|replied|announced|denounced|labelled)\b"
)
_SENTENCE = lazy_pattern(r"(?<=[.?!])\s+(?=[A-Z“\"])")
_WORDS = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]*)*")
_RULES = frozenset("law rule act article constitution theorem principle treaty clause code theory contract".split())
"""Texts that speak for themselves, so that no speaker has to be named."""
_NO_NAMES = frozenset(
    """
    a an the this that these those some many most all both one he she it they we i his her its their our no in on at by
    after before during when while as if but and so then once later today yesterday people everybody nobody
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)


def unnamed_claim(statement: str, known: Collection[str]) -> str | None:
    """Return the words that report a claim in ``statement`` without saying whose; ``known`` are folded names."""
    if hearsay := _HEARSAY.search(statement):
        return hearsay[0]
    for sentence in _SENTENCE.split(statement):
        said = _SAID.search(_QUOTED.sub(" ", sentence))
        if said and not _names(_QUOTED.sub(" ", sentence)[: said.start()], known):
            return said[0]
    return None


def is_unnamed_speech(statement: str, known: Collection[str]) -> bool:
    """Return whether ``statement`` quotes what somebody said without naming the speaker."""
    outside = _QUOTED.sub(" ", statement)
    return outside != statement and _SPEAKING.search(outside) is not None and not _names(outside, known)


def _names(subject: str, known: Collection[str]) -> bool:
    """Return whether ``subject``, the beginning of a sentence, names somebody or something."""
    words = _WORDS.findall(subject)
    if not words or fold(subject) in known:
        return bool(words)
    if any(word[0].isupper() and word.lower() not in _NO_NAMES for word in words[1:]):
        return True
    if not _RULES.isdisjoint(words):
        return True
    # The first word is always capitalized: "Officials" is not a name, "Kepler" is.
    is_plural = len(words) == 1 and words[0].endswith("s") and not words[0].endswith(("us", "is"))
    return words[0].lower() not in _NO_NAMES and words[0][0].isupper() and not is_plural
