"""Rules about statements to judge, and about negation in any stem."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.questions import OptionsQuestion
from quizgen.text.content_words import unquoted

_VERB = r"(?:is|are|was|were|has|have|had|can|cannot|does|do|did|will|would|became|remained)"
_JOINING = frozenset({"and", "but", "while", "whereas"})
_TWO_CLAIMS = re.compile(
    rf",? and (?:also |then |therefore |thus )?(?:(?:it|he|she|they|this) |{_VERB}\b)"  # … and is …, … and it …
    rf"|, (?:but|while|whereas) (?:it|he|she|they|the|a|an|\w+ {_VERB})\b"
    r"|\bin (?:\d{4}|[A-Z][a-z]+) and (?:\w+ ){1,5}in (?:\d{4}|[A-Z][a-z]+)"  # founded in 1919 and dissolved in 1945
    r"|;\s",
)
# If it is the only comma, it does not belong to a list.
_TWO_CLAUSES = re.compile(r"[^,;:]{12,}(?P<joined>, and )\w+ \w+ \w[^,;:]*")


@question_rule(
    "Q132",
    "double-barreled",
    kinds=("true_false",),
    english=True,
    source=f"{HDR}, guideline 3 (one content per item) (single content)",
)
def double_barreled(item: Item) -> Iterator[Flaw]:
    """Flag true-or-false statements that make two claims.

    ## Why it matters
    If one claim is true and the other false, there is no correct answer. If both are true, knowing one is enough to
    guess the other.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: The Po is the longest river of Italy and is navigable up to Turin.
      answer: false
      explanation: It is navigable only as far as the mouth of the Ticino, near Pavia.
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: The Po is the longest river of Italy.
      answer: true
    ```
    """
    if item.words.isdisjoint(_JOINING) and ";" not in item.stem:
        return
    statement = unquoted(item.stem)
    # "Between 1914 and 1918" and "both … and" join parts of one claim.
    joined = found[0] if (found := _TWO_CLAIMS.search(statement)) else None
    if joined is None and (clauses := _TWO_CLAUSES.fullmatch(statement)):
        joined = clauses["joined"]
    if joined is not None:
        yield Flaw(
            f"the statement makes two claims, joined by {joined.strip(' ,')!r}",
            "split it into two questions, or leave out one claim",
            item.stem_path,
        )


_NEGATIVE_WORDS = "not never no none nobody nothing nowhere neither cannot hardly".split()
_CONTRACTED = "is are was were do does did has have had ca wo would could should".split()
_NEGATIVE = re.compile(rf"\b(?:{'|'.join(_NEGATIVE_WORDS)}|(?:{'|'.join(_CONTRACTED)})n['’]t)\b", re.IGNORECASE)
_NEGATED_PREFIX = re.compile(
    r"\bnot\W+(?:\w+ly )?(?:un(?!i(?!n)|der|til|less)\w{4,}|im(?:possible|probable|proper|plausible|moral|perfect)"
    r"|in(?:correct|accurate|capable|frequent|significant|visible|effective|complete|evitable|dependent|valid|active)"
    r"|ir(?:relevant|regular|reversible|rational)|dis\w{5,}|false|wrong)\b",
    re.IGNORECASE,
)
# "Which is NOT without …?"
_MARKED = re.compile(r"\b(?:NOT|not\*\*|EXCEPT)\b[^?]*?\b(?:without|lacks?|lacking|except|unless)\b")
_PAIRED = re.compile(
    r"\bneither\b(?P<neither>[^.?;]*?)\bnor\b|\b(?:not only|whether or not|no longer|no matter|not least|no more than"
    r"|no less than|nothing but|none other)\b",
    re.IGNORECASE,
)
_QUOTED_LOGIC = re.compile(
    r"\b(?:double negati\w+|contrapositive|negation|logic\w*|sentence|grammar\w*)\b", re.IGNORECASE
)


@question_rule(
    "Q133",
    "double-negative",
    triggers=(*_NEGATIVE_WORDS, "except", *(f"{verb}n{sign}t" for verb in _CONTRACTED for sign in "'’")),
    kinds=("true_false", "choice", "multiple", "short", "card"),
    english=True,
    source=f"{HDR}, guideline 17 (avoid negatives); {NBME} (double negatives)",
)
def double_negative(item: Item) -> Iterator[Flaw]:
    """Flag stems with two negatives, and negative stems with negative options.

    ## Why it matters
    Two negatives have to be resolved before the question can be answered. That tests logic, and learners often get
    it wrong.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: It is not true that plants do not breathe at night.
      answer: true
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: Plants breathe at night, too.
      answer: true
    ```
    """
    if _QUOTED_LOGIC.search(item.stem):
        return
    stem = _PAIRED.sub(lambda found: f" {found['neither'] or ''} ", unquoted(item.stem))
    sentence = re.split(r"(?<=[.?!])\s+", stem.strip())[-1]
    negatives = _NEGATIVE.findall(sentence)
    if (found := _NEGATED_PREFIX.search(sentence)) is not None:
        words = found[0]
    elif (marked := _MARKED.search(sentence)) is not None:
        words = marked[0]
    elif len(negatives) > 1:
        words = f"{negatives[0]} … {negatives[1]}"
    elif negatives and isinstance(item.question, OptionsQuestion):
        option = next((each for each in item.options if _NEGATIVE_OPTION.search(unquoted(each))), None)
        if option is None or negatives[0].lower() in {"no", "nothing"}:
            return
        words = f"{negatives[0]} … {option}"
    else:
        return
    yield Flaw(f"{words!r} is a double negative", "say it positively", item.stem_path)


_NEGATIVE_OPTION = re.compile(r"\b(?:not|cannot|\w+n['’]t)\b")
