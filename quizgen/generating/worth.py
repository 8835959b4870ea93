"""Find why a statement is seldom worth asking about: its blank might be filled with anything, or says too little.

The rules follow from what readers took of several hundred candidates: classes of which they wanted fewer than about
half are not offered.
"""

import re
from collections.abc import Mapping, Sequence

from quizgen.generating.entities import FoundEntity
from quizgen.generating.gazetteer import is_place
from quizgen.generating.marking import UNLIKE_ALL, Span
from quizgen.generating.scenes import untold
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.dates import YEAR
from quizgen.text.folding import fold
from quizgen.text.lexicon import PLACES
from quizgen.text.word_forms import singular

_ORIGIN = re.compile(
    r"\b(?:based|born|buried|built|called|composed|died|discovered|drawn|filmed|founded|invented|made|named|painted"
    r"|printed|produced|written|lies?|lay|located|situated|borders?|flows?|rises?|took|comes from"
    r"|(?:spends?|pass(?:es)?) the winters?|winters?|migrates?|lives?|grows?|occurs?|breeds?|nests?|spawns?|native"
    r"|endemic|found only)\b"
)
"""What something has only one place for: "was invented in Syria"."""
_LARGEST = re.compile(r" (?:has|had) (?:the|its) (?:[a-z]{2,}est|most) [^,;:]*\b(?:in the world|of all)\b")
"""What only one place has: "Britain had the largest fleet in the world"."""
_FINITE = re.compile(
    rf"\b(?:is|are|has|have|can|could|may|might|must|will|would|does|do|it|they|that|which|who|{IRREGULAR_PAST})\b"
)
_BY_THE_WAY = re.compile(r", (?:(?:all|most|some|many) of )?(?:which|who|whom|whose|where)\b[^,;:]*(?:[,;:]|\.$)")
"""A clause that may be left out: "each hive, which has 70 bees, has one queen"."""
_BEFORE_MAIN = re.compile(
    r"(?:(?:When|After|Although|As|Before|Since|Though|While)(?! \d)|[A-Z]?[a-z]{3,}ed (?:by|in|from|to)) [^,;:]*,"
    r"(?! (?:and|or) )",
    re.IGNORECASE,
)
"""What precedes the point of a sentence: "When Kent was sold in 1870, the ferry lost its passengers"."""
_ONE_OF = re.compile(r"[Oo]ne of [^,;:]*\b(?:is|was|were) [^;:]*$")
"""What is true of one of many, any of whom might be meant: "One of her pupils was Ole Krag"."""
_PURPOSE = re.compile(r" to [a-z]+ (?:the|an?|its|their|his|her) [a-z]+$")
_KNOWN_FOR = re.compile(
    r"[^,;:]* (?:is|was) (?:now |today )?(?:better|best|chiefly|mainly|mostly) (?:known|remembered)\b"
)
"""What somebody is known for, which is seldom what the text is about."""
_DECADE = re.compile(r"\d0s$")
_YEAR = re.compile(rf"{YEAR}$")
_LOOSELY = re.compile(r"\b(?:[Bb]y|[Aa]bout|[Aa]round) $")
"""What precedes a year that is no more than a limit or an estimate."""
_LITTLE = re.compile(r"(?:little|much|more|less|many|few|some|several|enough) ")


def lack_of_worth(text: str, begin: int, answers: Sequence[Span], entities: Mapping[str, FoundEntity]) -> str | None:
    """Return why nobody would ask for the ``answers`` in ``text``, after a lead-in that ends at ``begin``.

    ``entities`` are those of the article by each folded name.
    """
    body = text[begin:]
    if begin and _KNOWN_FOR.match(body) is not None:
        return "it says for what somebody is known outside of what the text is about"
    if (why := untold(body)) is not None:
        return why
    clauses = [found.span() for found in _BY_THE_WAY.finditer(text, begin)]
    if (first := _BEFORE_MAIN.match(body)) is not None:
        clauses.append((begin - 1, begin + first.end()))
    if clauses and all(any(first < start < last for first, last in clauses) for start, _ in answers):
        return "what could be asked for is only said by the way"
    words = [text[slice(*span)] for span in answers]
    if _ONE_OF.match(body) is not None and len(words) == 1 and words[0][0].isupper():
        return "it has only the name of one of many to ask about"
    if all(_is_vague_date(text, span) for span in answers):
        return "it has only a vague date to ask about"
    if all(_LITTLE.match(word) for word in words):
        return "it has no definite amount or name to ask about"
    if all(
        _is_clause(word) or text.endswith("so that ", 0, start) for word, (start, _) in zip(words, answers, strict=True)
    ):
        return "it has only a clause to ask about"
    if all(is_place_of(word, entities) for word in words) and not (
        UNLIKE_ALL.match(body) or _ORIGIN.search(text[: answers[0][0]]) or _LARGEST.match(text, answers[0][1])
    ):
        return "it has only a place to ask about, and others might fit"
    return None


def _is_vague_date(text: str, span: Span) -> bool:
    answer = text[slice(*span)]
    is_loose = _LOOSELY.search(text[: span[0]]) is not None
    return _DECADE.search(answer) is not None or (is_loose and _YEAR.fullmatch(answer) is not None)


def _is_clause(answer: str) -> bool:
    return answer[0].islower() and (_FINITE.search(answer) is not None or _PURPOSE.search(answer) is not None)


def is_place_of(answer: str, entities: Mapping[str, FoundEntity]) -> bool:
    """Return whether ``answer`` is the name of a place."""
    one = entities.get(fold(answer))
    is_called_one = singular(answer.rsplit(maxsplit=1)[-1].lower()) in PLACES  # "Pacific and Indian Oceans"
    return one.type == "place" if one is not None else is_place(answer) or is_called_one
