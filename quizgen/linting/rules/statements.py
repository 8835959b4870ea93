"""Rules about statements to judge, and about negation in any stem."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.relative_dates import MONTH_WORDS
from quizgen.linting.two_claims import joining_words
from quizgen.linting.wording import NEGATED
from quizgen.questions import OptionsQuestion, TrueFalseQuestion
from quizgen.text.content_words import unquoted
from quizgen.text.dates import MONTH
from quizgen.text.lazy_pattern import lazy_pattern

_REASONING = frozenset({"because", "so", "although", "even though", "since"})
_JOINING = frozenset({"and", "but", "while", "whereas", "though"}) | _REASONING


@question_rule(
    "Q132",
    "double-barreled",
    kinds=("true_false",),
    english=True,
    source=f"{HDR}, guideline 3 (single content)",
)
def double_barreled(item: Item) -> Iterator[Flaw]:
    """Flag true-or-false statements that make two claims.

    ## Why it matters
    If one claim is true and the other false, there is no correct answer. If both are true, a learner who knows only one
    of them can guess the answer.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: The Po is the longest river in Italy and is navigable up to Turin.
      answer: false
      explanation: It is navigable only as far as the mouth of the Ticino, near Pavia.
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: The Po is the longest river in Italy.
      answer: true
    ```
    """
    if item.words.isdisjoint(_JOINING) and not any(sign in item.stem for sign in (";", ", ", ". ")):
        return
    joined = joining_words(item.stem)
    # In the statement of a fact, only the answer is changed, and not its reason.
    if joined is not None and not (joined in _REASONING and item.is_statement_of_fact):
        yield Flaw(
            f"the statement makes two claims, joined by {joined!r}",
            "split it into two questions, or leave out one claim",
            item.stem_path,
        )


_NEGATIVE_WORDS = "not never no none nobody nothing nowhere neither cannot hardly".split()
# Part of a term, it denies nothing: the all-or-none law, a not-for-profit company.
_NEGATIVE = lazy_pattern(rf"(?<![\w-])(?:{'|'.join((*_NEGATIVE_WORDS, *NEGATED))})(?![\w-])", re.IGNORECASE)
# Adjectives that deny another one. Of those that are terms for a class, only the ones that a learner has to turn round
# are here: "not inorganic", but neither "not irreducible" nor "not indirect".
_NEGATIVE_ADJECTIVE = (
    r"(?:in(?:accurate|active|adequate|animate|appropriate|attentive|audible|auspicious|authentic|capable|coherent"
    r"|compatible|competent|complete|conclusive|congruous|consequential|considerate|consistent|conspicuous|convenient"
    r"|correct|decent|decisive|dependent|discreet|distinct|edible|effective|efficient|elegant|equitable|exact|expensive"
    r"|experienced|fertile|frequent|hospitable|humane?|judicious|offensive|opportune|organic|secure|sensitive"
    r"|significant|sincere|soluble|substantial|sufficient|tangible|tolerant|valid|visible|vulnerable"
    r"|(?:accept|access|admiss|advis|applic|calcul|compar|comprehens|conceiv|cur|defens|destruct|disput|elig"
    r"|escap|evit|excus|exhaust|explic|fall|feas|flex|oper|separ|surmount|toler|vari)[ai]ble)"
    r"|im(?:material|mature|mobile|moderate|modest|moral|patient|perfect|plausible|polite|practical|precise|probable"
    r"|proper|prudent|pure|(?:measur|mov|perme|permiss|poss|practic)[ai]ble)"
    r"|il(?:legal|legible|legitimate|licit|literate|logical)"
    r"|ir(?:rational|regular|relevant|(?:reconcil|refut|replac|reproach|resist|respons|retriev|revers|revoc)e?[ai]ble)"
    r"|abnormal|atypical|dis(?:advantageous|honorable|orderly)|(?:harm|hope|meaning|point|use|worth)less)"
)
_NEGATED_PREFIX = lazy_pattern(
    r"(?:\b(?:not|never|cannot|hardly|no means)|n['’]t)\W+(?:(?:be|been|being|have been|has been|left|leave|go|gone"
    r"|kept|keep|remain|remained|stay|become|seem|appear|considered|regarded|called|thought|judged|found|make|makes|made"
    r"|making|render|renders|it|them|always|so|very|at all|in any way|as|to|an?|the|\w+ly) ){0,4}"
    r"(?:un(?!i(?!n)|der|til|less)\w{4,}|non-?(?!stop|fiction|conform|sense|agon|agen|chal|etheless|plus)[a-z]{4,}"
    rf"|{_NEGATIVE_ADJECTIVE}(?:ly)?"
    r"|dis(?:agree|allow|appear|approve|connect|continu|courage|honest|like|loyal|obe[dy]|prove|qualif|regard|respect"
    r"|satisf|similar|trust|believe|proportion)\w*|false|wrong)\b",
    re.IGNORECASE,
)
# "Which is NOT without …?"
_MARKED = lazy_pattern(r"\b(?:NOT\b|not\*\*|EXCEPT\b)[^?]*?\b(?:without|lacks?|lacking|except|unless)\b")
# "No … lacks", "never fails to": a verb that denies, after a negative of its own clause.
_DENIED = lazy_pattern(
    r"\b(?:no|not|never|nobody|none|nothing|neither|\w+n['’]t)\b"
    r"(?: (?!(?:that|which|who|because|if|when|and|but|or)\b)[\w-]+){0,9}?"
    r" (?:lacks?|lacking|fails? to|failed to|den(?:y|ies|ied)|excludes?|omits?|is absent|are absent|is missing"
    r"|are missing|is unable|are unable|is without|are without)\b",
    re.IGNORECASE,
)
# "Which treaty did they not reject?", "… never opposed": a statement about a right ("may not refuse") is clear.
_NOT_REFUSED = lazy_pattern(
    r"\b(?<!why )(?:not|never|\w+n['’]t) (?:(?:be|been|being|\w+ly) )?(?:refus|reject|forb[ia]d|prohibit"
    r"|ban(?=s\b|ned|\b)|refut|disput|oppos(?!ite)|doubt|contradict|abstain|disclaim|renounc|repudiat|overlook"
    r"|neglect)\w*\b",
    re.IGNORECASE,
)
_PAIRED = lazy_pattern(
    r"\bneither\b(?P<neither>[^.?;]*?)\bnor\b|\b(?:not only|whether or not|no longer|no matter|not least|no more than"
    r"|not (?:under command|guilty|proven|for profit)|no less than|nothing but|none other)\b",
    re.IGNORECASE,
)
_NOT_WITHOUT = lazy_pattern(
    r"(?:\b(?:cannot|(?:can|could|does|do|did|will|would|may|must|should|is|are|was|were) not|never|no)\b|\w+n['’]t\b)"
    r"[^,;:.]{1,80}?"
    r" (?:without|unless)\b",
    re.IGNORECASE,
)
"""A condition that is put negatively: "A bill cannot become law without …". To deny it takes a third negative."""
_COORDINATED = lazy_pattern(
    r"\b(?P<word>no|not|never|without)(?P<first>(?: [\w'’-]+){1,4})(?:,? (?:and|or|but|nor)|,) (?P=word)\b",
    re.IGNORECASE,
)
"""No sharps and no flats: the two negatives are about different things."""
_QUOTED_LOGIC = lazy_pattern(
    r"\b(?:double negati\w+|contrapositive|negation|logic\w*|sentence|grammar\w*)\b", re.IGNORECASE
)
_OPERATORS = lazy_pattern(r"\bNOT\s?\(|\b[A-Z] (?:AND|OR|NAND|NOR|XOR) (?:NOT )?[A-Z]\b")
"""An expression of Boolean algebra, whose operators look like English: NOT (A AND B)."""


@question_rule(
    "Q133",
    "double-negative",
    triggers=(*_NEGATIVE_WORDS, "except", *NEGATED),
    kinds=("true_false", "choice", "multiple", "short", "card"),
    english=True,
    source=f"{HDR}, guideline 17 (avoid negatives); {NBME} (double negatives)",
)
def double_negative(item: Item) -> Iterator[Flaw]:
    """Flag stems with two negatives, and negative stems with negative options.

    ## Why it matters
    Learners have to resolve two negatives before they can answer. This tests logic, and many learners get it wrong.

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
    if (words := two_negatives(item)) is not None:
        yield Flaw(
            f"the stem contains a double negative: {words.replace('*', '')!r}", "say it positively", item.stem_path
        )


def two_negatives(item: Item) -> str | None:
    """Return the words of two negatives in the stem, or in the stem and an option."""
    if _QUOTED_LOGIC.search(item.stem) or _OPERATORS.search(item.stem):
        return None
    stem = _PAIRED.sub(lambda found: f" {found['neither'] or ''} ", item.plain_stem)
    sentence = _COORDINATED.sub(r"\g<word>\g<first> and", re.split(r"(?<=[.?!])\s+", stem.strip())[-1])
    negatives = _NEGATIVE.findall(sentence)
    unemphasized = sentence.replace("*", "")
    if (found := _NEGATED_PREFIX.search(unemphasized)) is not None:
        return found[0]
    if (marked := _MARKED.search(sentence) or _DENIED.search(unemphasized)) is not None:
        return marked[0]
    if item.kind != "true_false" and (refused := _NOT_REFUSED.search(unemphasized)) is not None:
        return refused[0]
    is_false = isinstance(item.question, TrueFalseQuestion) and not item.question.answer
    if is_false and (condition := _NOT_WITHOUT.search(unemphasized)) is not None:
        return condition[0]
    if len(negatives) > 1:
        return f"{negatives[0]} … {negatives[1]}"
    if negatives and isinstance(item.question, OptionsQuestion):
        option = next((each for each in item.options if _NEGATIVE_OPTION.search(unquoted(each))), None)
        if option is not None and negatives[0].lower() not in {"no", "nothing"}:
            return f"{negatives[0]} … {option}"
    return None


_NEGATIVE_OPTION = lazy_pattern(r"(?<![\w-])(?:not|cannot|\w+n['’]t)(?![\w-])")


_DATE = lazy_pattern(rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{MONTH})|(?P<month2>{MONTH}) (?P<day2>\d{{1,2}}))\b(?!\d)")
_RIDDLE = lazy_pattern(
    r"\bdivided? (?:\d+|\w+) by (?:a |one )?half\b|\bdivided by half\b(?! of)"
    r"|\bhow many months have (?:28|twenty-eight) days\b"
    r"|\bdid Moses (?:take|bring)\b|\bbury (?:the )?survivors\b|\ball but (?:\d+|\w+) (?:die|run away|are)\b"
    r"|\bwhich weighs more,? an? (?:kilo\w*|pound|ton) of\b|\bbuild (?:a |his )?house .*all .*sides .* south\b",
    re.IGNORECASE,
)

_NAMING_WORDS = frozenset(
    "called termed known spelled spelt named styled word term letter spelling title name initial stands short".split()
)
"""Every explanation that says what something is called contains one of these words."""
_RIDDLE_WORDS = frozenset("divide divided months moses survivors but weighs house".split())
"""Every riddle contains one of these words."""


@question_rule(
    "Q156",
    "trick-question",
    kinds=("true_false", "choice", "short", "number"),
    english=True,
    source=f"{HDR}, guideline 7 (avoid trick items)",
)
def trick_question(item: Item) -> Iterator[Flaw]:
    """Flag false statements whose explanation shows that only the day of the month or the name of a thing is wrong.
    Also flag riddles that play on words, such as "divide 30 by half".

    ## Why it matters
    Learners who know the event overlook a changed detail, and begin to look for traps instead of thinking about the
    subject.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: The Bastille was stormed on 15 July 1789.
      answer: false
      explanation: It was stormed on 14 July 1789.
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: The Bastille was stormed before the king was executed.
      answer: true
    ```
    """
    question = item.question
    if question.kind == "true_false":
        if question.answer or question.explanation is None or item.is_statement_of_fact:
            return
        if (
            not _NAMING_WORDS.isdisjoint(item.all_words)
            and (named := _ONLY_NAMED.search(unquoted(question.explanation))) is not None
        ):
            yield Flaw(
                f"according to the explanation ({named[0]!r}), the statement is false only because of one word",
                "change a fact that learners should know, not just a word",
                item.stem_path,
            )
            return
        said = [] if item.words.isdisjoint(MONTH_WORDS) else _days(item.stem)
        true = _days(question.explanation) if said else []
        if len(said) == len(true) == 1 and said != true and said[0][1] == true[0][1]:
            yield Flaw(
                "the statement is false only because of the day of the month",
                "change a fact that learners should know, not the day",
                item.stem_path,
            )
    elif not _RIDDLE_WORDS.isdisjoint(item.words) and (found := _RIDDLE.search(item.plain_stem)) is not None:
        yield Flaw(
            f"{found[0]!r} is a play on words",
            "say plainly what is meant",
            item.stem_path,
        )


_ONLY_NAMED = lazy_pattern(
    r"\b(?:its|their|the|these|those|such)(?: [\w-]+){0,2} (?:is|are) (?:officially |properly |actually |correctly )?"
    r"(?:called|termed|known as|spelled|spelt|named|styled)\b(?=[^.;]{1,40}\.?$)"
    r"|\b(?:it|they) (?:is|are) (?:officially |properly |actually |correctly )?(?:called|termed|spelled|spelt|styled)\b"
    r"(?=[^.;]{1,40}\.?$)"
    r"|\bthe (?:first|second|third|fourth|last|right|correct|proper|official|exact) (?:word|term|letter|spelling|title"
    r"|name|initial) (?:is|was)\b(?=[^.;]{1,40}\.?$)"
    r"|\bthe (?:[\w-]+ ){0,2}(?:stands for|is short for|is spelled|is spelt)\b(?=[^.;]{1,40}, not\b)",
    re.IGNORECASE,
)
"""The whole of an explanation says what something is called."""


def _days(text: str) -> list[tuple[str, str]]:
    """Return the day and the month of each date in ``text``."""
    return [(found["day"] or found["day2"], found["month"] or found["month2"]) for found in _DATE.finditer(text)]


_ASKS = lazy_pattern(
    r"(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|must|may|which|what|who|whom|whose|when"
    r"|where|why|how|in which|in what)\b",
    re.IGNORECASE,
)


_COMMANDS = lazy_pattern(
    r"(?:name|give|list|explain|describe|define|calculate|find|choose|select|write|identify|complete|translate|compare"
    r"|discuss) (?:the|an?|one|two|three|all|your|why|how|what)\b(?![^.]*\b(?:is|are|was|were|means|has|have|can"
    r"|will)\b)",
    re.IGNORECASE,
)


@question_rule(
    "Q165",
    "not-a-statement",
    kinds=("true_false",),
    english=True,
    source=f"{HDR}, guideline 14 (clear directions in the stem)",
)
def not_a_statement(item: Item) -> Iterator[Flaw]:
    """Flag true-or-false stems that are a question or a single word.

    ## Why it matters
    Learners choose between "true" and "false", which do not answer a question.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: Is the Pacific the largest ocean?
      answer: true
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: The Pacific is the largest ocean.
      answer: true
    ```
    """
    stem = item.plain_stem.strip()
    is_question = stem.endswith("?") and "\n" not in stem and _ASKS.match(stem) is not None
    is_question = is_question or _COMMANDS.match(stem) is not None
    is_word = len(item.stem_words) == 1 and stem == item.stem.strip() and stem.rstrip(".").isalpha()
    if (is_question or is_word) and item.question.image is None:
        yield Flaw(
            "the stem is a question or a task, which is neither true nor false"
            if is_question
            else "the stem says nothing that could be true or false",
            "reword it as a statement",
            item.stem_path,
        )
