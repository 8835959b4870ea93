"""Stems that cannot be answered as they stand."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.linting.words import content, unquoted

_BLANK = re.compile(r"_{3,}|\[\s*\]|\[blank\]|\(blank\)|\.{5,}|-(?: -){2,}", re.IGNORECASE)
_MAY_BE_BLANK = re.compile(r"__|\[|\.\.\.|…|\(b|- -", re.IGNORECASE)
_DOTS = re.compile(r"\s(?:\.\.\.|…)(?=\s+\w)")
_WORD_AFTER = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@question_rule(
    "Q115",
    "blank-in-mid-stem",
    kinds=("card", "choice", "multiple", "short", "number"),
    source="common advice on questions to be completed: the gap comes last",
)
def blank_in_mid_stem(item: Item) -> Iterator[Flaw]:
    """A gap with more of the sentence after it.

    A gap in the middle makes the reader keep half a sentence in mind and read it twice. With the gap at the end,
    or as a question, it is read once; the kind `cloze` is there for gaps.
    """
    if not _MAY_BE_BLANK.search(item.stem):
        return
    stem = unquoted(item.stem)
    found = _BLANK.search(stem) or (_DOTS.search(stem) if "?" not in stem else None)
    # A sentence that an instruction brings (Fill in: …) has its gap where the language wants it.
    if found and re.search(r"[:?\n]", stem[: found.start()]):
        return
    # A unit or one closing word after the gap costs nobody a second reading.
    if found and len(_WORD_AFTER.findall(stem[found.end() :])) > 1 and not _offers_forms(item):
        yield Flaw(
            "the sentence goes on after its gap",
            "ask a question, or put the gap at the end; for text with gaps there is the kind `cloze`",
            item.at_stem,
        )


def _offers_forms(item: Item) -> bool:
    """Whether the options are forms of one word, or small words: an exercise in grammar, not in knowledge."""
    beginnings = {word[:3] for option in item.options for word in content(item.option_words[option])}
    return bool(item.options) and len(beginnings) <= 1


_JUDGED = r"(?:true|correct|false|incorrect|right|wrong|accurate|inaccurate|valid)"
_CLAIMS = r"(?:statement|sentence|answer|option|assertion|claim|conclusion)s?"
_OF_JUDGING = frozenset(
    content(
        "true correct false incorrect right wrong accurate valid statement sentence answer option claim choose select"
        " mark tick apply hold best choice".split()
    )
)
_UNFOCUSED = re.compile(
    rf"""(?:(?:according\ to|with\ regard\ to|regarding|concerning|as\ to)\ [^,?]{{1,80}},\ )?
    (?:which(?:\ one)?(?:\ of\ (?:the\ following|these|those)(?:\ \w+){{0,2}}|\ {_CLAIMS})?
        (?:\ (?:about|regarding|concerning|on|of)\b[^?]{{1,80}})?
        \ (?:is|are|was|were)\ (?:\*{{0,2}}not\*{{0,2}}\ )?{_JUDGED}\b[^?]*\?
    |(?:which|what)(?:\ of\ (?:these|the\ following))?(?:\ (?:is|are|applies|apply|holds|fits))?\W*
    |(?:choose|select|pick|mark|find|tick|identify|indicate)\ (?:the\ )?(?:one\ )?(?:\w+\ )?
        (?:{_JUDGED}|best)\ (?:answer|option|statement|one|choice|sentence)s?\b\W*
    |what\ (?:is|are)\ (?:true|correct|false)\b[^?]*\?
    |which(?:\ (?:of\ (?:these|those|the\ following)(?:\ {_CLAIMS})?|{_CLAIMS}))?
        \ (?:best\ )?appl(?:y|ies)\ to\ [^?]{{1,80}}\?)""",
    re.IGNORECASE | re.VERBOSE,
)
# A few words that end in a verb or a colon are no question and no sentence to be completed.
_FRAGMENT = re.compile(
    r"(?:[^\W_]+[^\w?]+){0,3}?(?:(?:is|are|was|were|has|have|can|does|will|may)\s*(?::|…|\.\.\.)?|[^\W_]+\s*(?::|…|\.\.\.))",
    re.IGNORECASE,
)


@question_rule(
    "Q117",
    "unfocused-stem",
    kinds=("choice", "multiple"),
    english=True,
    source=f"{HDR}, guideline 15 (the central idea in the stem); NBME item-writing guide 2020 (cover the options)",
)
def unfocused_stem(item: Item) -> Iterator[Flaw]:
    """A stem that asks nothing by itself.

    A stem that says nothing without its options asks several true-or-false questions at once. With the options
    covered, somebody who knows should be able to answer.
    """
    if len(item.stem) > 200:
        return
    stem = item.stem.strip()
    # Which statements about bats are true? says what the several answers of a `multiple` are about.
    if item.kind == "multiple" and not item.stem_content <= _OF_JUDGING:
        return
    if _UNFOCUSED.fullmatch(stem) or _FRAGMENT.fullmatch(stem):
        yield Flaw(
            "the question asks nothing until the options are read",
            "ask for one thing, so that it can be answered with the options covered",
            item.at_stem,
        )
