"""Words that turn a question round, settle it, or leave it open."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.words import unquoted
from quizgen.questions import TrueFalseQuestion

_CONTRACTED = tuple(
    f"{verb}n{sign}t"
    for verb in "is are was were do does did has have had ca wo would could should".split()
    for sign in "'’"
)
# In small letters, without stars or underscores round them: an author who marks a negative has thought of the reader.
_LEAST = "least (?:likely|important|useful|suitable|appropriate|effective|relevant)"
_NEGATIVE = re.compile(rf"(?<![\w*_])(?:not|except|never|cannot|{_LEAST}|{'|'.join(_CONTRACTED)})(?![\w*_])")
# A few words and a comma may come before the question itself: Of these metals, which …
_LED_IN = re.compile(
    r"\s*(?!(?:which|what|who|whom|whose)\b)[^?]{1,120}?,\s+(?=(?:which|what|who|where|when|how)\b)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n+")
# What comes after these belongs to a clause of its own and does not turn the question round.
_CLAUSE = re.compile(
    r",|:|\b(?:who|that|which|whose|whom|where|when|if|because|although|though|while|since|whether)\b", re.IGNORECASE
)
_HARMLESS = re.compile(
    r"\b(?:not only|but not|or not|if not|not least|not far|not long|why not|not yet)\b", re.IGNORECASE
)


LAST = 2_000
"""So many characters at the end of a stem are read for negatives."""


@question_rule(
    "Q104",
    "unmarked-negative",
    kinds=("choice", "multiple"),
    words=("not", "except", "never", "cannot", "least", *_CONTRACTED),
    english=True,
    source=f"{HDR}, guideline 17; {NBME}",
)
def unmarked_negative(item: Item) -> Iterator[Flaw]:
    """A negative in the stem that does not stand out.

    A reader in a hurry overlooks a small `not` and answers the opposite question rightly.
    """
    sentences = [each for each in _SENTENCE_END.split(unquoted(item.stem[-LAST:])) if each.strip()]
    for sentence in [each for each in sentences if "?" in each] or sentences[-1:]:
        asked = sentence[led_in.end() :] if (led_in := _LED_IN.match(sentence)) else sentence
        if asked.lstrip().lower().startswith(("why", "how come", "wherefore")):
            continue
        asked = _HARMLESS.sub(lambda words: " " * len(words[0]), asked)
        # The first two words are the question's own (Which …, To which …).
        opening = re.match(r"\s*(?:\S+\s+){0,2}", asked)
        for found in _NEGATIVE.finditer(asked):
            between = asked[min(opening.end(), found.start()) if opening else 0 : found.start()]
            if not _CLAUSE.search(between.removesuffix(", ")) or found[0] == "except":
                yield Flaw(
                    f"{found[0]!r} turns the question round and is easily overlooked",
                    f"ask for what is so; or write **{found[0]}** or {found[0].upper()} to make it stand out",
                    item.at_stem,
                )
                return


_ABSOLUTE_WORDS = (
    "always never completely absolutely entirely totally invariably exclusively impossible everyone everybody nobody"
    " everything exception circumstances"
).split()
_ABSOLUTE = re.compile(
    r"(?<![\w-])(?:always|never|completely|absolutely|entirely|totally|invariably|exclusively|impossible"
    r"|everyone|everybody|everything|without exception|under (?:no|all) circumstances)(?![\w-])"
    r"|^(?:Always|Never|Completely|Absolutely|Entirely|Everyone|Everybody|Nobody|Everything)"
    r"(?= [a-z])"
)
_HOW_OFTEN = re.compile(
    r"\bhow (?:often|many times|frequently)\b|\b(?:word|adverb|synonym|translat\w+|opposite)\b", re.IGNORECASE
)


@question_rule(
    "Q105",
    "absolute-term",
    kinds=("choice", "multiple", "true_false"),
    words=_ABSOLUTE_WORDS,
    english=True,
    source=f"{HDR}, guideline 28a (specific determiners); {NBME}",
)
def absolute_term(item: Item) -> Iterator[Flaw]:
    """A word that allows no exception, where it gives away what is wrong.

    Little is always or never so, and test-takers know it: a wrong option or a false statement with such a word can
    be crossed out without knowing anything.
    """
    if isinstance(item.question, TrueFalseQuestion):
        found = None if item.question.answer else _ABSOLUTE.search(unquoted(item.stem))
        if found:
            yield Flaw(
                f"{found[0]!r} gives away that the statement is false",
                "make it false by what it says, not by how far it goes",
                item.at_stem,
            )
        return
    if _HOW_OFTEN.search(item.stem) or any(_ABSOLUTE.search(unquoted(key)) for key in item.keys):
        return
    asks_when = "when" in item.stem_words
    for option in item.distractors:
        if asks_when and len(item.option_words[option]) == 1:  # When may you …? Never
            continue
        if found := _ABSOLUTE.search(unquoted(option)):
            yield Flaw(
                f"{found[0]!r} gives away that this option is wrong",
                "make it wrong by what it says, not by how far it goes",
                item.at_option(option),
            )


_VAGUE_WORDS = (
    "usually often sometimes rarely frequently seldom occasionally generally commonly typically regularly time while"
    " then"
).split()
_VAGUE = re.compile(
    # How often, as often as and more often than compare.
    r"(?<![\w-])(?<!how )(?<!as )(?<!more )(?<!less )(?<!most )(?<!least )"
    r"(?:usually|often|sometimes|rarely|frequently|seldom|occasionally"
    r"|generally|typically|regularly"
    r"|commonly(?! (?:known|called))|from time to time|once in a while|now and then|(?:most|some) of the time)"
    r"(?![\w-])",
    re.IGNORECASE,
)
_ABOUT_WORDS = re.compile(r"\b(?:words?|adverbs?|synonym|means?|meaning|translat\w+|opposite)\b", re.IGNORECASE)


@question_rule(
    "Q106",
    "vague-frequency",
    kinds=("choice", "multiple"),
    words=_VAGUE_WORDS,
    english=True,
    source=NBME + " (vague terms of frequency)",
)
def vague_frequency(item: Item) -> Iterator[Flaw]:
    """Words for how often that everybody reads otherwise.

    One reader's `often` is another's `sometimes`: nobody can tell for sure which option is right.
    """
    if _ABOUT_WORDS.search(item.stem):
        return
    for option in item.options:
        if found := _VAGUE.search(unquoted(option)):
            yield Flaw(
                f"{found[0]!r} is read differently by each reader",
                "say how often, as a number or a share, or leave the word out",
                item.at_option(option),
            )
