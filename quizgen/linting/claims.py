"""Claims in a statement: hearsay, and what somebody said where the statement does not say who."""

import re
from collections.abc import Collection

from quizgen.text.folding import fold

_TOLD = r"said|believed|thought|alleged|rumou?red|claimed|reported"
_HEARSAY = re.compile(
    rf"""\b(?:reportedly|allegedly|supposedly|purportedly|rumou?r\ has\ it|legend\ has\ it
    |(?:is|are|was|were)\ (?:\w+ly\ )?(?:(?:{_TOLD})\ to|rumou?red\ that)|it\ (?:is|was)\ (?:\w+\ )?(?:{_TOLD})\ that
    |according\ to\ (?:some|many|most|critics|experts|observers|reports|rumou?rs?|legend|people)
    |(?:some|many|most|(?:some|many|most)\ \w+s|critics|experts|observers|supporters|opponents|scholars|people|sources
      |analysts|historians|scientists|researchers|economists|officials|witnesses)(?:\ of\ (?:the\ )?\w+)?
      \ (?:say|said|believed?|think|thought|claim(?:ed)?|argued?|warn(?:ed)?
      |(?:suspect|expect|fear|report)(?:ed)?\ that))\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SAID = re.compile(
    r"\b(?:sa(?:id|ys)|claim(?:ed|s)|argue[ds]|allege[ds]|insist(?:ed|s)|believe[ds]|suggest(?:ed|s)|warn(?:ed|s)"
    r"|promise[ds]|den(?:ied|ies)|report(?:ed|s)|expect(?:ed|s)|t(?:old|ells) \w+) (?:that|it|he|she|they)\b"
)
_QUOTED = re.compile(r"“[^”]{0,500}”|\"[^\"]{0,500}\"|«[^»]{0,500}»|„[^“”]{0,500}[“”]")
# A thing is called “Voyager” by everybody; a plan is called “a disgrace” by somebody.
_SPEAKING = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!so-)(?<!also )(?<!often )\bcalled\b"
    r"|\b(?:said|says|told|calls|described|wrote|warned|declared|replied|announced|denounced|labelled)\b"
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“\"])")
_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]*)*")
_RULES = frozenset("law rule act article constitution theorem principle treaty clause code theory contract".split())
"""Things that say what they say: nobody needs to be named for them."""
_NO_NAMES = frozenset(
    """
    a an the this that these those some many most all both one he she it they we i his her its their our no in on at by
    after before during when while as if but and so then once later today yesterday people everybody nobody
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)


def unnamed_claim(statement: str, known: Collection[str]) -> str | None:
    """The words in ``statement`` that mark a claim for which it names nobody; ``known`` are names, folded."""
    if hearsay := _HEARSAY.search(statement):
        return hearsay[0]
    for sentence in _SENTENCE.split(statement):
        said = _SAID.search(_QUOTED.sub(" ", sentence))
        if said and not _names(_QUOTED.sub(" ", sentence)[: said.start()], known):
            return said[0]
    return None


def is_unnamed_speech(statement: str, known: Collection[str]) -> bool:
    """Whether ``statement`` quotes what somebody said and names nobody beside the quote."""
    around = _QUOTED.sub(" ", statement)
    return around != statement and _SPEAKING.search(around) is not None and not _names(around, known)


def _names(subject: str, known: Collection[str]) -> bool:
    """Whether somebody or something is named in ``subject``, the beginning of a sentence."""
    words = _WORDS.findall(subject)
    if not words or fold(subject) in known:
        return bool(words)
    if any(word[0].isupper() and word.lower() not in _NO_NAMES for word in words[1:]):
        return True
    if not _RULES.isdisjoint(words):
        return True
    # The capital of the first word says little: Officials is no name, Kepler is one.
    is_plural = len(words) == 1 and words[0].endswith("s") and not words[0].endswith(("us", "is"))
    return words[0].lower() not in _NO_NAMES and words[0][0].isupper() and not is_plural
