"""What a stem asks for: a person, exact spelling, or something typed exactly."""

import re

_LANGUAGES = (
    "spanish|french|german|italian|portuguese|latin|greek|russian|ukrainian|polish|dutch|swedish|turkish|arabic|hebrew|"
    "hindi|japanese|korean|chinese|mandarin|vietnamese|thai|esperanto|irish|welsh|catalan|czech|finnish|hungarian"
)
_SPELLING = re.compile(
    rf"""\bspell(?:ing|ed|t)?\b|\bwith\ (?:the\ )?(?:article|accents?)\b|\bhiragana\b|\bkatakana\b|\bconjugate\b
    |\b(?:translate|write|say|said|called|put)\b.*\b(?:in|into)\ (?:{_LANGUAGES})\b
    |\bin\ (?:{_LANGUAGES})\s*[:?.)(,]|\b(?:the|which|what)\ (?:{_LANGUAGES})\ (?:word|verb|noun|form|article|for)\b
    |\b(?:{_LANGUAGES})\ for\b
    |\b(?:auf|ins)\ (?:deutsch|spanische|englisch|französisch)|\ben\ (?:español|inglés|francés|français|anglais)\s*[:?(]
    |\bpar\ écrit\b|\btradu[cisz]""",
    re.IGNORECASE | re.VERBOSE,
)
_EXACTLY = re.compile(r"\bexactly as\b|\bcase[- ]sensitive\b|\btype exactly\b", re.IGNORECASE)


def asks_for_spelling(stem: str) -> bool:
    """Return whether the stem asks for a word of a language that is being learned, so that every letter counts."""
    return _SPELLING.search(stem) is not None


def asks_for_exact(stem: str) -> bool:
    """Return whether the stem says that the answer must be typed exactly, capitals included."""
    return _EXACTLY.search(stem) is not None
