"""Rules about negative, absolute, and vague words."""

import re
from collections.abc import Iterator

from quizgen.linting.absolutes import ABSOLUTE, absolute_words
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, WITH_OPTIONS, question_rule
from quizgen.linting.rules.statements import two_negatives
from quizgen.linting.wording import NEGATED
from quizgen.questions import TrueFalseQuestion
from quizgen.text.content_words import unquoted
from quizgen.text.lazy_pattern import lazy_pattern

# Only in lower case and without emphasis: NOT and **not** are hard to overlook.
_LEAST = "least (?:likely|important|useful|suitable|appropriate|effective|relevant)"
_WRONG = r"(?:(?<=is )|(?<=are )|(?<=was )|(?<=were ))(?:false|incorrect|inaccurate|untrue|wrong)"
_NEGATIVE = lazy_pattern(
    rf"(?<![\w*_-])(?:not|except|never|neither|cannot|absent(?= from)|unable(?= to)|incapable(?= of)|{_LEAST}|{_WRONG}"
    r"|(?:other than|apart from|aside from|with the exception of|excluding)(?= the\W*$| an?\W*$|\W*$)"
    r"|(?:(?<=is )|(?<=are ))no(?= (?!longer|more|less|fewer|better|worse|such|need)[a-z])"
    rf"|incorrect(?= \w+ (?:is|about|of)\b)"
    rf"|{'|'.join(NEGATED)})(?![\w*_-])"
)
# A few words and a comma may come before the question itself: "Of these metals, which …".
_LEAD_IN = lazy_pattern(
    r"\s*(?!(?:which|what|who|whom|whose)\b)[^?]{1,120}?,\s+(?=(?:which|what|who|where|when|how)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = lazy_pattern(r"(?<=[.?!])\s+|\n+")
# A negative after one of these belongs to a subordinate clause and does not reverse the question.
_CLAUSE = lazy_pattern(
    r",|:|\b(?:who|that|which|whose|whom|where|when|if|because|although|though|while|since|whether)\b", re.IGNORECASE
)
_HARMLESS = lazy_pattern(
    r"\b(?:not only|but not|or not|if not|not least|not far|not long|why not|not yet)\b", re.IGNORECASE
)


_NOR = lazy_pattern(r"\bnor\b")
"""The second half of what something is: "a boundary at which crust is neither created nor destroyed"."""
_OF_THESE = lazy_pattern(r"\b[Ww]hich (?:one )?of\b")
"""A question that excludes some of its options."""
# "Mark the ones that do not …": the clause is what the question is about.
_SELECTS = lazy_pattern(
    r"\s*(?:mark|select|choose|tick|check|pick|identify|find|click)\b[^,:]*"
    r"\b(?:that|which|who) (?:is|are|do|does|did|was|were|has|have|can|should|must) $",
    re.IGNORECASE,
)
LAST = 2_000
"""How many characters at the end of a stem are searched for negatives."""


@question_rule(
    "Q104",
    "unmarked-negative",
    kinds=(*WITH_OPTIONS, "true_false"),
    triggers=(
        "not",
        "except",
        "never",
        "neither",
        "cannot",
        "least",
        "unable",
        "incapable",
        "absent",
        "other",
        "apart",
        "aside",
        "exception",
        "excluding",
        "no",
        "false",
        "incorrect",
        "inaccurate",
        "untrue",
        "wrong",
        *NEGATED,
    ),
    english=True,
    source=f"{HDR}, guideline 17; {NBME}",
)
def unmarked_negative(item: Item) -> Iterator[Flaw]:
    """Flag negatives that are not emphasized, in the stem of a question with options or in a true-or-false statement.

    ## Why it matters
    A hurried reader overlooks a small "not" and correctly answers the opposite question.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which of these animals is not a mammal?
      answer: Penguin
      distractors: [Bat, Dolphin, Mole]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which of these animals is **not** a mammal?
      answer: Penguin
      distractors: [Bat, Dolphin, Mole]
    ```
    """
    found = _negative_statement(item) if isinstance(item.question, TrueFalseQuestion) else _negative_question(item)
    # Of two negatives, neither is to be emphasized.
    if found is not None and two_negatives(item) is None:
        yield found


def _negative_question(item: Item) -> Flaw | None:
    """Return the flaw of a negative in the main clause of a question."""
    sentences = [each for each in _SENTENCE_END.split(unquoted(item.stem[-LAST:])) if each.strip()]
    for sentence in [each for each in sentences if "?" in each] or sentences[-1:]:
        asked = sentence[lead_in.end() :] if (lead_in := _LEAD_IN.match(sentence)) else sentence
        if asked.lstrip().lower().startswith(("why", "how come", "wherefore")):
            continue
        asked = _HARMLESS.sub(lambda words: " " * len(words[0]), asked)
        # Skip the question words ("Which …", "To which …"), which are not a subordinate clause.
        opening = re.match(r"\s*(?:\S+\s+){0,2}", asked)
        for found in _NEGATIVE.finditer(asked):
            if found[0] == "neither" and _NOR.search(asked, found.end()) and not _OF_THESE.search(asked):
                continue
            between = asked[min(opening.end(), found.start()) if opening else 0 : found.start()]
            is_main = not _CLAUSE.search(between.removesuffix(", ")) or _SELECTS.match(asked[: found.start()])
            if is_main or found[0] == "except":
                return Flaw(
                    f"{found[0]!r} reverses the question and is easily overlooked",
                    f"ask the question without the negation, or write the negation as `**{found[0]}**`",
                    item.stem_path,
                )
    return None


_DENIAL = lazy_pattern(
    r"(?<![\w*_])(?:(?:is|are|was|were|do|does|did|has|have|had|should|must|will|would|could) not"
    rf"|{'|'.join(NEGATED)})(?![\w*_])"
)
_BEFORE_ANOTHER = lazy_pattern(r" (?:only|always|necessarily|all|every|yet|until|because|so|as|more|less|enough)\b")


def _negative_statement(item: Item) -> Flaw | None:
    """Return the flaw of a "not" in the main clause of a statement to judge, unless it compares or limits a claim."""
    statement = _HARMLESS.sub(lambda words: " " * len(words[0]), unquoted(item.stem[-LAST:]))
    found = _DENIAL.search(statement)
    if found is None or item.is_statement_of_fact:
        return None
    # "Bats, the only mammals that fly, do not …", "In winter, a hedgehog does not …": the clause before is over.
    start = lead_in.end() if (lead_in := _BEFORE_MAIN_CLAUSE.match(statement, 0, found.start())) else 0
    if _CLAUSE.search(statement, start, found.start()):
        return None
    if _BEFORE_ANOTHER.match(statement, found.end()) or _CONTRASTED.search(statement, found.end()):
        return None
    return Flaw(
        f"{found[0]!r} reverses the statement and is easily overlooked",
        "reword the statement without the negation, or write the negation as `**not**`",
        item.stem_path,
    )


_BEFORE_MAIN_CLAUSE = lazy_pattern(
    r"(?:[A-Z][^,.;:]{1,50}, [^,.;:]{3,100}, $"
    r"|(?:In|On|At|By|For|From|Under|During|Before|After|Since|Until|With|Without|Within|Unlike|Like|Despite|According"
    r"|To|Among|Outside|Inside|Of) [^,.;:]{1,120},(?! (?:and|but|or|nor|so|yet|which|who|that|because)\b))"
)
"""What comes before the main clause of a statement, or between its subject and its verb; the result of a condition
("If a switch is open, …") is clear.
"""
_CONTRASTED = lazy_pattern(r"\b(?:but|rather than|instead)\b")


_ABSOLUTE_WORDS = (
    "always never completely absolutely entirely totally invariably exclusively impossible everyone everybody nobody"
    " everything exception exceptions circumstances all every no none only fail forever"
).split()
_HOW_OFTEN = lazy_pattern(
    r"\bhow (?:often|many times|frequently)\b|\b(?:word|adverb|synonym|translat\w+|opposite)\b", re.IGNORECASE
)


_ASKING_FOR_WORDS = frozenset({"when", "mean", "means"})


@question_rule(
    "Q105",
    "absolute-term",
    kinds=("choice", "multiple", "true_false"),
    triggers=_ABSOLUTE_WORDS,
    english=True,
    source=f"{HDR}, guideline 28a (specific determiners); {NBME}",
)
def absolute_term(item: Item) -> Iterator[Flaw]:
    """Flag absolute terms such as "always" and "never" in distractors and in false statements. Also flag false
    statements about all or none of a group.

    ## Why it matters
    Few things are always or never true, and learners know this: they can rule out an option that contains such a word
    without knowing the subject.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: What do bats eat?
      answer: mostly insects or fruit
      distractors: [never anything but blood, always the leaves of trees, seeds and roots]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: What do most bats eat?
      answer: insects or fruit
      distractors: [blood, the leaves of trees, seeds and roots]
    ```
    """
    if isinstance(item.question, TrueFalseQuestion):
        plain = item.plain_stem
        found = None if item.question.answer else absolute_words(plain)
        if found:
            yield Flaw(
                f"{found[0]!r} gives away that the statement is false",
                "remove the word, and reword the statement so that it is false without it",
                item.stem_path,
            )
        return
    if (
        item.has_example_options
        or _HOW_OFTEN.search(item.stem)
        or any(ABSOLUTE.search(unquoted(key)) for key in item.keys)
    ):
        return
    asks_for_words = not item.words.isdisjoint(_ASKING_FOR_WORDS)
    for option in item.distractors:
        # "When may you …?" "Never", "What does *nie* mean?" "never"
        if asks_for_words and len(item.option_words[option]) == 1:
            continue
        if found := ABSOLUTE.search(unquoted(option)):
            yield Flaw(
                f"{found[0]!r} gives away that this option is wrong",
                "remove the word, and reword the option so that it is wrong without it",
                item.option_path(option),
            )


_VAGUE_WORDS = (
    "usually often sometimes rarely frequently seldom occasionally generally commonly typically regularly time while"
    " then lot lots many several few plenty little long great quite relatively common uncommon rare frequent infrequent"
).split()
_VAGUE_TERMS = frozenset(_VAGUE_WORDS)
_VAGUE = lazy_pattern(
    # "How often", "as often as" and "more often than" are comparisons.
    r"(?<![\w-])(?<!how )(?<!as )(?<!more )(?<!less )(?<!most )(?<!least )"
    r"(?:usually|often|sometimes|rarely|frequently|seldom|occasionally"
    r"|generally|typically|regularly"
    r"|commonly(?! (?:known|called))|from time to time|once in a while|now and then|(?:most|some) of the time)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_VAGUE_AMOUNT = lazy_pattern(
    r"(?:(?:quite|very|fairly|rather|extremely|somewhat|not very) )?(?:common|uncommon|rare|frequent|infrequent)"
    r"|(?:a |an )?(?:quite|very|fairly|rather|pretty|somewhat|relatively) (?:long|short|big|large|small|high|low|far"
    r"|near|old"
    r"|young|cheap|expensive|difficult|easy)(?: time| way| distance| number| amount)?\.?"
    r"|(?:quite |very |too )?(?:a lot|lots|many|several|a few|few|a great (?:deal|many)|plenty|a little|a long time)"
    r"(?: of)?(?: \w+)?\.?",
    re.IGNORECASE,
)
_VAGUE_IN_STATEMENT = lazy_pattern(
    r"\b(?:quite (?:a )?(?:lot|few|some|often)|a lot of|lots of|plenty of|a great (?:deal|many)"
    r"|(?:is|are|was|were) (?:very |fairly |quite |rather |relatively )?(?:common|rare|frequent|uncommon)"
    r"(?= (?:in|among|at|on)\b|\.?$)"
    r"|^many (?!of\b|a\b)[a-z]+s(?= [a-z])|\blasts? (?:a|for a) (?:very )?(?:long|short) time"
    r"|relatively (?:few|many|little)|quite a (?:long|short|large|small|high|low) [a-z]+"
    r"|(?:is|are|was|were) quite (?:long|short|big|large|small|high|low|old|young|expensive|cheap|difficult|easy))\b",
    re.IGNORECASE,
)
_ABOUT_WORDS = lazy_pattern(
    # The mean of a sample is a number.
    r"\b(?:words?|adverbs?|synonym|(?<!the )(?<!a )(?<!and )(?<!sample )means?|meaning|translat\w+|opposite)\b",
    re.IGNORECASE,
)

_ITALICS = lazy_pattern(r"(?<!\*)\*[^*\n]{1,200}\*(?!\*)")
"""Examples and titles, whose words are not the author's."""
# The word "often", adverbs such as "often"; but not "Adverbs often end in -ly".
_NAMES_WORDS = lazy_pattern(
    r"\b(?:word|adverb|(?:words|adverbs) (?:such as|like)|synonyms?|(?<!the )(?<!a )(?<!and )(?<!sample )means?|meaning"
    r"|translat\w+|opposite)\b",
    re.IGNORECASE,
)


@question_rule(
    "Q106",
    "vague-frequency",
    kinds=(*WITH_OPTIONS, "true_false"),
    triggers=_VAGUE_WORDS,
    english=True,
    source=NBME + " (vague terms of frequency)",
)
def vague_frequency(item: Item) -> Iterator[Flaw]:
    """Flag vague words in options and in true-or-false statements: terms of frequency, such as "often" and "usually",
    and amounts, such as "a lot".

    ## Why it matters
    One reader's "often" is another reader's "sometimes", so learners cannot tell which option is correct.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: How are leap years determined?
      answer: They usually fall in every fourth year
      distractors: [They sometimes follow a cold winter, They are often announced by the church]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How many leap years are there in 400 years?
      answer: 97
      distractors: [96, 99, 100]
    ```
    """
    if item.kind == "true_false":
        if _NAMES_WORDS.search(item.stem):
            return
        plain = _ITALICS.sub(" ", item.plain_stem)
        if found := _VAGUE.search(plain) or _VAGUE_IN_STATEMENT.search(plain):
            yield Flaw(
                f"{found[0]!r} means different things to different readers",
                "give a number or a percentage, or remove the word",
                item.stem_path,
            )
        return
    if item.has_example_options or _ABOUT_WORDS.search(item.stem):
        return
    asks_for_word = "__" in item.stem or item.has_code_options
    lone_hedge = _lone_hedge(item)
    amounts = [] if asks_for_word else [option for option in item.options if _VAGUE_AMOUNT.fullmatch(option.strip())]
    for option in item.options:
        found = _VAGUE.search(unquoted(option))
        if not found and len(amounts) > 1 and option in amounts:
            found = _VAGUE_AMOUNT.fullmatch(option.strip())
        if found and not (option in item.keys and lone_hedge):  # which Q137 reports
            yield Flaw(
                f"{found[0]!r} means different things to different readers",
                "give a number or a percentage, or remove the word",
                item.option_path(option),
            )


_HEDGE = lazy_pattern(
    r"(?<![\w-])(?:(?-i:may|might|could)(?= [a-z])|tends? to|mostly|mainly|primarily|largely|partly|probably|likely"
    r"|possibly|perhaps|in (?:most|many|some) cases|(?:in|under) (?:certain|some) (?:conditions|circumstances)"
    # "It varies depending on …" is the effect itself.
    r"|(?<=, )depending on|to some extent|in part|at least (?:in part|partly|sometimes))(?![\w-])",
    re.IGNORECASE,
)


_ASKS_FOR_CLAIM = lazy_pattern(
    r"\b(?:principles?|maxims?|theses|thesis|doctrines?|definitions?|theorems?|postulates?|axioms?|hypothes[ei]s|laws?"
    r"|wording|clauses?|amendments?|according to|defend(?:s|ed)?|argue[sd]?|advocate[sd]?|proposed?|proposes|claims?"
    r"|claimed|(?:holds?|held|believe[sd]?|maintain(?:s|ed)?|stated?|states|concluded?|predict(?:s|ed)?) that)\b",
    re.IGNORECASE,
)
"""Asked for are the words of somebody else, who may have hedged them."""
_HEDGED_STATEMENT = lazy_pattern(
    r"\b(?:tends? to(?= [a-z])|(?<!more )(?<!most )(?<!less )(?<!least )(?<!as )(?<!equally )likely|possibly|perhaps"
    r"|in (?:most|many|some) cases|under (?:certain|some) (?:conditions|circumstances)|to some extent"
    r"|(?:may|might|can|could) (?:sometimes|possibly|perhaps|in some cases))\b",
    re.IGNORECASE,
)


@question_rule(
    "Q137",
    "hedged-key",
    kinds=("choice", "true_false"),
    english=True,
    source=f"Millman, Bishop, and Ebel (1965), *An analysis of test-wiseness*, II.B.1b; {HDR}, guideline 28a",
)
def hedged_key(item: Item) -> Iterator[Flaw]:
    """Flag keys that contain a hedging word, such as "usually", if no distractor does. Also flag true statements that
    contain one.

    ## Why it matters
    Authors tend to hedge what has to be true and to state everything else without reservation. A hedged option is
    therefore the best guess, and a hedged statement is probably true.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: How does caffeine affect sleep?
      answer: It may delay it, depending on the dose
      distractors: [It deepens it, It replaces it, It has no effect on it]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How does caffeine in the evening affect sleep?
      answer: It delays it
      distractors: [It deepens it, It prolongs it, It has no effect on it]
    ```
    """
    if isinstance(item.question, TrueFalseQuestion):
        hedge = _HEDGED_STATEMENT.search(item.plain_stem) if item.question.answer else None
        if hedge is not None and not item.is_statement_of_fact:
            yield Flaw(
                f"{hedge[0]!r} gives away that the statement is true",
                "make the claim definite enough that it could be false",
                item.stem_path,
            )
        return
    if words := _lone_hedge(item):
        yield Flaw(
            f"only the key contains a hedging word: {words!r}",
            "state the key as plainly as the distractors, or hedge some of them too",
            item.option_path(item.keys[0]),
        )


def _lone_hedge(item: Item) -> str | None:
    """Return the words that hedge the key of a choice question, if no distractor is hedged."""
    if item.kind != "choice":
        return None
    key = unquoted(item.keys[0])
    found = _HEDGE.search(key)
    if found is None and not _VAGUE_TERMS.isdisjoint(item.words) and not _HOW_OFTEN.search(item.stem):
        found = _VAGUE.search(key)
    if found is None or _ABOUT_WORDS.search(item.stem) or _ASKS_FOR_CLAIM.search(item.stem) or item.has_example_options:
        return None
    is_shared = any(_HEDGE.search(option) or _VAGUE.search(option) for option in item.distractors)
    return None if is_shared else found[0]
