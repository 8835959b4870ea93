"""Rules about stems: blanks in the middle, and stems that ask nothing by themselves."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.text.content_words import content, unquoted

_BLANK = re.compile(r"_{3,}|\[\s*\]|\[blank\]|\(blank\)|\.{5,}|-(?: -){2,}", re.IGNORECASE)
_MAY_BE_BLANK = re.compile(r"__|\[|\.\.\.|…|\(b|- -", re.IGNORECASE)
_DOTS = re.compile(r"\s(?:\.\.\.|…)(?=\s+\w)")
_WORD_AFTER = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@question_rule(
    "Q115",
    "blank-in-mid-stem",
    kinds=("card", "choice", "multiple", "short", "number"),
    source="common advice on completion items: put the blank last",
)
def blank_in_mid_stem(item: Item) -> Iterator[Flaw]:
    """Flag blanks in the middle of a stem.

    ## Why it matters
    With a blank in the middle, a reader has to keep half a sentence in mind and read it twice. A direct question, or a
    blank at the end, is read once; the kind `cloze` is made for text with blanks.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: The ____ is the largest organ of the human body.
      answer: skin
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What is the largest organ of the human body?
      answer: skin
    ```
    """
    if not _MAY_BE_BLANK.search(item.stem):
        return
    stem = unquoted(item.stem)
    found = _BLANK.search(stem) or (_DOTS.search(stem) if "?" not in stem else None)
    # After an instruction ("Fill in: …"), the blank is where the language requires it.
    if found and re.search(r"[:?\n]", stem[: found.start()]):
        return
    # A unit or a single word after the blank does not require a second reading.
    if found and len(_WORD_AFTER.findall(stem[found.end() :])) > 1 and not _offers_forms(item):
        yield Flaw(
            "the sentence continues after the blank",
            "ask a direct question, move the blank to the end, or change the kind to `cloze`",
            item.stem_path,
        )


def _offers_forms(item: Item) -> bool:
    """Return whether the options are forms of one word, or function words: a grammar exercise."""
    beginnings = {word[:3] for option in item.options for word in content(item.option_words[option])}
    return bool(item.options) and len(beginnings) <= 1


_JUDGED = r"(?:true|correct|false|incorrect|right|wrong|accurate|inaccurate|valid)"
_CLAIMS = r"(?:statement|sentence|answer|option|assertion|claim|conclusion)s?"
_JUDGING_WORDS = frozenset(
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
# A few words that end in a verb or a colon are neither a question nor a sentence to complete.
_FRAGMENT = re.compile(
    r"(?:[^\W_]+[^\w?]+){0,3}?(?:(?:is|are|was|were|has|have|can|does|will|may)\s*(?::|…|\.\.\.)?|[^\W_]+\s*(?::|…|\.\.\.))",
    re.IGNORECASE,
)


@question_rule(
    "Q117",
    "unfocused-stem",
    kinds=WITH_OPTIONS,
    english=True,
    source=f"{HDR}, guideline 15 (the central idea in the stem); NBME item-writing guide 2020 (cover the options)",
)
def unfocused_stem(item: Item) -> Iterator[Flaw]:
    """Flag stems that ask nothing until the options are read.

    ## Why it matters
    Such a stem is several true-or-false questions in one. A person who knows the subject should be able to answer with
    the options covered.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which of the following is true of copper?
      answer: It conducts heat well
      distractors: [It rusts, It floats on water, It is magnetic]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How well does copper conduct heat?
      answer: better than iron
      distractors: [as well as wood, as well as glass, worse than iron]
    ```
    """
    if len(item.stem) > 200:
        return
    stem = item.stem.strip()
    # In a `multiple` question, "Which statements about bats are true?" does name its subject.
    if item.kind == "multiple" and not item.stem_content <= _JUDGING_WORDS:
        return
    if _UNFOCUSED.fullmatch(stem) or _FRAGMENT.fullmatch(stem):
        yield Flaw(
            "the stem asks nothing until the options are read",
            "ask one question that can be answered with the options covered",
            item.stem_path,
        )


_INTERROGATIVE = r"(?:who|whom|what|which|when|where|why|how)"
_SEVERAL_QUESTIONS = re.compile(
    rf"\b{_INTERROGATIVE}\b[^?]*?(?P<joined>,? and (?:(?:in|at|on|by|for|to|from|of|with) )?{_INTERROGATIVE})\b[^?]*\?",
    re.IGNORECASE,
)
# "… know what to do and when to do it": a clause, and not a question of its own.
_CLAUSE_BEFORE = re.compile(
    r"\b(?:knows?|knew|says?|said|tells?|told|shows?|decides?|explains?|determines?)\b", re.IGNORECASE
)


@question_rule(
    "Q144",
    "several-questions",
    triggers=("and",),
    kinds=("short", "number"),
    english=True,
    source=f"{HDR}, guideline 3 (single content)",
)
def several_questions(item: Item) -> Iterator[Flaw]:
    """Flag stems that ask two questions, if the answer is typed. Choice questions and cards are not checked.

    ## Why it matters
    Learners cannot tell how to combine the parts of the answer, and those who know one part get no credit.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Who discovered penicillin, and in which year?
      answer: Alexander Fleming, 1928
      lint: {ignore: [Q129]}
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Who discovered penicillin?
      answer: Alexander Fleming
    ```
    """
    stem = unquoted(item.stem)
    found = _SEVERAL_QUESTIONS.search(stem)
    if found is not None and not _CLAUSE_BEFORE.search(stem[: found.start("joined")]):
        yield Flaw(
            f"the stem asks a second question, after {found['joined'].strip(' ,')!r}",
            "split it into two questions",
            item.stem_path,
        )
