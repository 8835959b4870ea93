"""Rules about statements to judge, and about negation in any stem."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.questions import OptionsQuestion, TrueFalseQuestion
from quizgen.text.content_words import unquoted, words_of
from quizgen.text.dates import MONTHS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.verbs import is_third_person
from quizgen.text.words import listed

_VERB = r"(?:is|are|was|were|has|have|had|can|cannot|does|do|did|will|would|became|remained)"
_JOINING = frozenset({"and", "but", "while", "whereas"})
_TWO_CLAIMS = lazy_pattern(
    rf",? and (?:also |then |therefore |thus )?(?:(?:it|he|she|they|this) |{_VERB}\b)"  # … and is …, … and it …
    rf"|, (?:but|while|whereas) (?:it|he|she|they|the|a|an|\w+ {_VERB})\b"
    r"|\bin (?:\d{4}|[A-Z][a-z]+) and (?:\w+ ){1,5}in (?:\d{4}|[A-Z][a-z]+)"  # founded in 1919 and dissolved in 1945
    r"|;\s",
)
_SUBORDINATE = lazy_pattern(
    r"^(?:when|if|as|while|although|though|because|since|after|before|once|unless)\b[^,]*, ", re.I
)
_IN_CLAUSE = lazy_pattern(
    r"\b(?:that|which|who|whom|whose|where|when|if|because|so|until|while|as|to(?! (?:the|an?|its|their|his|her|most"
    r"|all|both|each|every|one|two|other|another|\d)\b)(?! [A-Z])|can|cannot|may|must|will|could|should"
    r"|would|might|help|helps|let|lets|make|makes|both|between|either|than)\b",
    re.IGNORECASE,
)
_AUXILIARY = listed("is are was were has have had does do did can will became remained")
_PRESENT = listed(
    "contains absorbs releases produces consists requires becomes remains increases decreases rises falls lies flows"
    " occurs happens belongs lacks possesses carries grows loses begins ends stores pumps filters breathes feeds lays"
    " lives eats drinks sleeps converts transports protects supports prevents allows keeps holds gives takes makes uses"
    " needs causes forms depends varies travels moves melts boils freezes expands contracts conducts reflects attracts"
    " repels orbits rotates weighs measures borders covers separates connects crosses joins reaches doubles halves"
    " describes explains tells stars appears dies marries kills writes speaks returns raises lowers reduces slows"
    " affects controls regulates determines represents means refers runs stops starts sorts sends receives encrypts"
    " compiles executes prints stays exists varies equals"
)
_PAST = listed(
    "became began rose fell grew wrote won lost took gave led fought died lived ruled reigned invented discovered"
    " founded conquered invaded defeated signed declared published composed painted designed built abolished introduced"
    " crossed reached sailed studied taught married married received ended started ordered banned killed left went came"
    " made had increased decreased"
)

_PLURAL = listed(
    "contain absorb consist require become remain belong lack possess carry grow lose breathe lay reproduce exist occur"
    " depend live eat have are"
)
_NOUNS_TOO = listed(
    "uses needs causes forms stars means measures covers returns runs stops starts ends falls rises orders"
)
_OBJECT = listed("a an the its their his her it them no all only into from to by at in on with through")
_NOT_IN_SUBJECT = listed("of in on at by for to from with into through during") | _AUXILIARY
_AND = lazy_pattern(r",? and (?:also |then |therefore |thus )?")
# If it is the only comma, it does not belong to a list.
_TWO_CLAUSES = lazy_pattern(r"[^,;:]{12,}(?P<joined>, and )\w+ \w+ \w[^,;:]*")


def _joins_verbs(statement: str) -> bool:
    """Return whether "and" joins two clauses of ``statement``, or two verbs of one subject, by a list of verbs.

    "The king and the queen ruled" has a verb only after "and", and "can bind and release" is one claim.
    """
    statement = _SUBORDINATE.sub("", statement.strip())
    for found in _AND.finditer(statement):
        before, after = statement[: found.start()], words_of(statement[found.end() :])[:6]
        if _IN_CLAUSE.search(before):
            return False
        first = words_of(before)[1:]
        is_present = not _PRESENT.isdisjoint(first) or not _AUXILIARY.isdisjoint(first)
        is_past = not _PAST.isdisjoint(first)
        is_plural = not _PLURAL.isdisjoint(first)
        if not (is_present or is_past or is_plural or _has_verb(first)) or not after:
            continue
        verb, *rest = after
        has_object = bool(rest) and rest[0] in _OBJECT
        if verb in _PRESENT and is_present and (verb not in _NOUNS_TOO or has_object):
            return True
        if (verb in _PAST and is_past) or (verb in _PLURAL and is_plural and verb not in _AUXILIARY):
            return True
        if _has_subject_and_verb(after) and (_has_verb(first) or is_past):
            return True
        if verb in {"its", "their", "his", "her", "the", "a", "an"} and (is_present or is_past):
            # A noun of one or two words, and then a verb: "and its frequency increases".
            for at in (2, 3):
                subject, then = after[1:at], after[at : at + 1]
                if then and _NOT_IN_SUBJECT.isdisjoint(subject) and (then[0] in _PRESENT | _AUXILIARY):
                    return True
    return False


def joins_two_claims(text: str) -> str | None:
    """Return what joins two claims in ``text``, such as "and", or None if it makes only one."""
    statement = unquoted(text)
    # "Between 1914 and 1918" and "both … and" join parts of one claim.
    if (found := _TWO_CLAIMS.search(statement)) is not None:
        joined = found[0]
    elif (clauses := _TWO_CLAUSES.fullmatch(statement)) is not None:
        joined = clauses["joined"]
    elif " and " in statement and _joins_verbs(statement):
        joined = "and"
    elif (second := _SECOND_SENTENCE.match(statement)) is not None and not _GIVEN.match(statement):
        joined = second["joined"]
    else:
        return None
    return joined.strip(" ,")


_LONGEST_SUBJECT = 4
"""The most words of the subject of a second clause: "and solid sodium chloride dissolves"."""


def _has_verb(words: list[str]) -> bool:
    """Return whether one of ``words`` is certainly a verb."""
    return any(word in _AUXILIARY or word in _PRESENT - _NOUNS_TOO or is_third_person(word) for word in words)


def _has_subject_and_verb(words: list[str]) -> bool:
    """Return whether ``words`` begin with a short subject and its verb."""
    at = next(
        (at for at, word in enumerate(words) if word in _AUXILIARY or word in _NOT_IN_SUBJECT or is_third_person(word)),
        None,
    )
    return at is not None and 0 < at <= _LONGEST_SUBJECT and words[at] not in _NOT_IN_SUBJECT - _AUXILIARY


_SECOND_SENTENCE = lazy_pattern(r"[^.?!]{20,}\. (?P<joined>(?:It|They|He|She) (?:also )?)[a-z]")
_GIVEN = lazy_pattern(r"\s*(?:an? |suppose|let |if |consider|imagine|assume|given|two |three )", re.IGNORECASE)


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
    if item.words.isdisjoint(_JOINING) and ";" not in item.stem and ". " not in item.stem:
        return
    if (joined := joins_two_claims(item.stem)) is not None:
        yield Flaw(
            f"the statement makes two claims, joined by {joined!r}",
            "split it into two questions, or leave out one claim",
            item.stem_path,
        )


_NEGATIVE_WORDS = "not never no none nobody nothing nowhere neither cannot hardly".split()
_CONTRACTED = "is are was were do does did has have had ca wo would could should".split()
_NEGATIVE = lazy_pattern(rf"\b(?:{'|'.join(_NEGATIVE_WORDS)}|(?:{'|'.join(_CONTRACTED)})n['’]t)\b", re.IGNORECASE)
_NEGATED_PREFIX = lazy_pattern(
    r"(?:\b(?:not|never|cannot)|n['’]t)\W+(?:(?:be|been|being|left|leave|go|gone|kept|keep|remain|remained|stay|become"
    r"|seem|appear|considered|regarded|called|thought|judged|found|always|so|very|at all|as|to|an?|the|\w+ly) ){0,4}"
    r"(?:un(?!i(?!n)|der|til|less)\w{4,}|im(?:possible|probable|proper|plausible|moral|perfect)"
    r"|in(?:correct|accurate|capable|frequent|significant|visible|effective|complete|evitable|dependent|valid|active)"
    r"|ir(?:relevant|regular|reversible|rational)"
    r"|dis(?:agree|allow|appear|approve|connect|continu|courage|honest|like|loyal|obe[dy]|prove|qualif|regard|respect"
    r"|satisf|similar|trust|believe|proportion)\w*|false|wrong)\b",
    re.IGNORECASE,
)
# "Which is NOT without …?"
_MARKED = lazy_pattern(r"\b(?:NOT|not\*\*|EXCEPT)\b[^?]*?\b(?:without|lacks?|lacking|except|unless)\b")
# "No … lacks", "never fails to": a verb that denies, after a negative of its own clause.
_DENIED = lazy_pattern(
    r"\b(?:no|not|never|nobody|none|nothing|neither|\w+n['’]t)\b"
    r"(?: (?!(?:that|which|who|because|if|when|and|but|or)\b)[\w-]+){0,9}?"
    r" (?:lacks?|lacking|fails? to|failed to|den(?:y|ies|ied)|excludes?|omits?|is absent|are absent|is missing"
    r"|are missing|is unable|are unable|is without|are without)\b",
    re.IGNORECASE,
)
_PAIRED = lazy_pattern(
    r"\bneither\b(?P<neither>[^.?;]*?)\bnor\b|\b(?:not only|whether or not|no longer|no matter|not least|no more than"
    r"|no less than|nothing but|none other)\b",
    re.IGNORECASE,
)
_COORDINATED = lazy_pattern(
    r"\b(?P<word>no|not|never|without)(?P<first>(?: [\w'’-]+){1,4})(?:,? (?:and|or|but|nor)|,) (?P=word)\b",
    re.IGNORECASE,
)
"""No sharps and no flats: the two negatives are about different things."""
_QUOTED_LOGIC = lazy_pattern(
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
    if _QUOTED_LOGIC.search(item.stem):
        return
    stem = _PAIRED.sub(lambda found: f" {found['neither'] or ''} ", unquoted(item.stem))
    sentence = _COORDINATED.sub(r"\g<word>\g<first> and", re.split(r"(?<=[.?!])\s+", stem.strip())[-1])
    negatives = _NEGATIVE.findall(sentence)
    if (found := _NEGATED_PREFIX.search(sentence)) is not None:
        words = found[0]
    elif (marked := _MARKED.search(sentence) or _DENIED.search(sentence)) is not None:
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


_NEGATIVE_OPTION = lazy_pattern(r"\b(?:not|cannot|\w+n['’]t)\b")


_MONTHS = "|".join(MONTHS)
_DATE = lazy_pattern(
    rf"\b(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTHS})|(?P<month2>{_MONTHS}) (?P<day2>\d{{1,2}}))\b(?!\d)"
)
_RIDDLE = lazy_pattern(
    r"\bdivided? (?:\d+|\w+) by (?:a |one )?half\b|\bdivided by half\b(?! of)"
    r"|\bhow many months have (?:28|twenty-eight) days\b"
    r"|\bdid Moses (?:take|bring)\b|\bbury (?:the )?survivors\b|\ball but (?:\d+|\w+) (?:die|run away|are)\b"
    r"|\bwhich weighs more,? an? (?:kilo\w*|pound|ton) of\b|\bbuild (?:a |his )?house .*all .*sides .* south\b",
    re.IGNORECASE,
)


@question_rule(
    "Q156",
    "trick-question",
    kinds=("true_false", "choice", "short", "number"),
    english=True,
    source=f"{HDR}, guideline 7 (avoid trick items)",
)
def trick_question(item: Item) -> Iterator[Flaw]:
    """Flag false statements whose explanation shows that only the day of the month or the name of a thing is wrong, and
    riddles that play on words, such as "divide 30 by half".

    ## Why it matters
    Learners who know the event overlook a changed detail, and start to look for traps instead of thinking about the
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
    if isinstance(question, TrueFalseQuestion):
        if question.answer or question.explanation is None or item.is_statement_of_fact:
            return
        if (named := _ONLY_NAMED.search(unquoted(question.explanation))) is not None:
            yield Flaw(
                f"the statement is false only because of a word, according to {named[0]!r} in the explanation",
                "change something that learners should know instead",
                item.stem_path,
            )
            return
        said = _days(item.stem)
        true = _days(question.explanation) if said else []
        if len(said) == len(true) == 1 and said != true and said[0][1] == true[0][1]:
            yield Flaw(
                "the statement is false only because of the day of the month",
                "change something that learners should know instead",
                item.stem_path,
            )
    elif (found := _RIDDLE.search(unquoted(item.stem))) is not None:
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
