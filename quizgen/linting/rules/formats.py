"""Rules about question formats: options that refer to other options, disguised true/false, too few distractors."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, WITH_OPTIONS, question_rule
from quizgen.questions import ChoiceQuestion, ShortQuestion
from quizgen.text.content_words import content_set
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import BELOW_TWENTY

MIN_OPTIONS = 3
_OTHERS = (
    r"(?:the )?(?:above|these|those|them|others?|options?|answers?|choices?|statements?"
    r"|preceding|mentioned|listed|given)(?: (?:above|listed|mentioned|given|here))?"
)
_NUMBER = rf"(?:{'|'.join(BELOW_TWENTY[2:8])}|[2-7])"
_ALL = lazy_pattern(
    rf"(?:all|both|any|each|every one) (?:of )?(?:the )?(?:{_NUMBER} (?:of )?(?:the )?)?(?:other )?{_OTHERS}"
    r"(?: (?:is|are))?(?: (?:true|correct|right))?\W*"
    r"|all of (?:them|these|those) together\W*|everything (?:listed|mentioned|named|given)?(?: ?(?:above|here))?\W*"
    rf"|all (?:{_NUMBER} )?(?:are|is) (?:true|correct|right)\W*"
    r"|all (?:of )?(?:these|those) \w+\W*"
    r"|all (?:of )?(?:the )?(?:above|\w+ (?:above|listed|mentioned|given|named))(?: \w+)?"
    r"(?: are)?(?: (?:true|correct|right))?\W*",
    re.IGNORECASE,
)
_NONE = lazy_pattern(
    rf"(?:none|neither|not (?:any|one)) of (?:the )?(?:other )?{_OTHERS}(?: (?:is|are))?(?: (?:true|correct|right))?\W*"
    rf"|no (?:other |correct )?(?:answer|option|choice)s?(?: (?:is|are))?(?: (?:true|correct|right|given|here))?\W*"
    r"|(?:something|someone|somebody) else\W*|not (?:listed|given|mentioned|named)(?: here| above)?\W*|others?\W*"
    r"|there is no (?:right|correct|true|good) (?:answer|option|choice|one)\W*|a different (?:one|answer|option"
    r"|choice)\W*"
    r"|another (?:one|answer|option|choice)\W*|nothing of the (?:kind|sort)\W*"
    r"|none (?:appl(?:y|ies)|fits?)\W*|none (?:is|are) (?:true|correct|right)\W*|no (?:\w+ )?(?:solution|term"
    r"|word)s? (?:listed|given|here)\W*",
    re.IGNORECASE,
)


_ALL_WORDS = frozenset({"all", "both", "any", "each", "every", "everything"})
_NONE_WORDS = frozenset("none neither no not something someone somebody other others another nothing there a".split())
_COUNTED = dict(enumerate(BELOW_TWENTY[2:8], 2))
_SOME = lazy_pattern(
    rf"(?:(?:any|only|just|exactly|at least) )?{_NUMBER} of (?:the )?(?:other )?(?:above|these|those"
    r"|options?|answers?|choices?|statements?)(?: (?:above|listed|mentioned|given|here))?"
    r"(?: (?:are|is))?(?: (?:true|correct|right))?\W*",
    re.IGNORECASE,
)
_NUMBERS = frozenset({*BELOW_TWENTY[2:8], *map(str, range(2, 8))})
_COUNTS = _NUMBERS | {"none", "zero", "0", "one", "1", "only"}
_SOME_WORDS = _NUMBERS | {"any", "only", "just", "exactly", "at"}
_HOW_MANY = lazy_pattern(r"\bhow (?:many|much|often)\b|\bwhat (?:share|number|part)\b", re.IGNORECASE)


def is_all(item: Item, option: str) -> bool:
    """Return whether ``option`` means all other options."""
    words = item.option_words[option]
    if _ALL_WORDS.isdisjoint(words[:1]) or _is_amount(item, option):
        return False
    if not _NUMBERS.isdisjoint(words):
        if _others_count(item, option):
            return False
        if words[2:] in ([], ["of", "them"]):  # "all three", if there are three others, not after "the three gospels"
            number = _COUNTED.get(len(item.options) - 1)
            return words[1] == number and number not in item.stem_words
    return _ALL.fullmatch(option.strip()) is not None or _is_alone(item, option, "all")


def _is_some(item: Item, option: str) -> bool:
    """Return whether ``option`` means several other options: "two of these"."""
    if _SOME_WORDS.isdisjoint(item.option_words[option][:1]) or not _SOME.fullmatch(option.strip()):
        return False
    return not _others_count(item, option) and _HOW_MANY.search(item.stem) is None


def _others_count(item: Item, option: str) -> bool:
    """Return whether the other options are amounts, as ``option`` then is: "one of these", "only the fever"."""
    return all(not _COUNTS.isdisjoint(item.option_words[each]) for each in item.options if each != option)


def is_none(item: Item, option: str) -> bool:
    """Return whether ``option`` rules out all other options."""
    if _NONE_WORDS.isdisjoint(item.option_words[option][:1]) or _is_amount(item, option):
        return False
    return _NONE.fullmatch(option.strip()) is not None or _is_alone(item, option, "none")


def _is_amount(item: Item, option: str) -> bool:
    """Return whether "none of them" or "all of them" is an amount here; "of the above" never is."""
    asks_how_many = item.stem_words[:2] in (["how", "many"], ["how", "much"])
    return asks_how_many and "above" not in item.option_words[option]


def _is_alone(item: Item, option: str, word: str) -> bool:
    """Return whether ``option`` is only ``word``, as an answer to "Which …?" that is not about words or code."""
    if option.strip().strip(".!").lower() != word or item.stem_words[:1] != ["which"]:
        return False
    return "word" not in item.stem_words and "`" not in item.stem


@question_rule(
    "Q101",
    "all-of-the-above",
    kinds=WITH_OPTIONS,
    triggers=_ALL_WORDS | _SOME_WORDS,
    english=True,
    source=f"{HDR}, guideline 26",
)
def all_of_the_above(item: Item) -> Iterator[Flaw]:
    """Flag options that include all the others, such as "All of the above", or several of them, such as "Two of these".

    ## Why it matters
    Partial knowledge is enough: recognizing two correct options reveals the answer, and recognizing a single wrong
    option rules out "All of the above". Also, nothing is "above" once the options are shuffled.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which gas is found in air?
      answer: All of the above
      distractors: [Argon, Nitrogen, Oxygen]
    ```

    ## Better
    ```yaml
    - id: q
      kind: multiple
      stem: Which gases are found in air?
      answers: [Argon, Nitrogen, Oxygen]
      distractors: [Fluorine]
    ```
    """
    for option in item.options:
        if is_all(item, option) or _is_some(item, option):
            yield Flaw(
                f"the option {option!r} refers to the other options",
                "change the kind to `multiple`, or replace the option",
                item.option_path(option),
            )


@question_rule(
    "Q102",
    "none-of-the-above",
    kinds=WITH_OPTIONS,
    triggers=_NONE_WORDS,
    english=True,
    source=f"{HDR}, guideline 25 (to be used with care); {NBME}",
)
def none_of_the_above(item: Item) -> Iterator[Flaw]:
    """Flag options that only rule out the others, such as "None of the above".

    ## Why it matters
    Picking such an option shows that the learner knows what is wrong, not what is correct. Also, nothing is "above"
    once the options are shuffled.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which planet is the largest?
      answer: Jupiter
      distractors: [Mars, Venus, None of the above]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which planet is the largest?
      answer: Jupiter
      distractors: [Mars, Venus, Saturn]
    ```
    """
    for option in item.options:
        if not is_none(item, option):
            continue
        if option in item.keys:
            help = "reword the question so that one of the other options is correct"
        elif len(item.options) > MIN_OPTIONS:
            help = "replace it with a plausible distractor, or remove it: three options are enough"
        else:
            help = "replace it with a plausible distractor"
        yield Flaw(f"the option {option!r} only rules out the others", help, item.option_path(option))


_LABEL = r"(?:[A-Fa-f]|[ivIV]{1,3}|[1-6])"
_COMBINED = lazy_pattern(
    r"(?P<lead>[Bb]oth |[Nn]either |[Oo]nly |[Aa]ll of )?"
    rf"(?P<word>(?i:options?|answers?|statements?|choices?) )?\(?{_LABEL}\)?"
    rf"(?:(?:,? and |,? n?or |, ?| ?& ?| ?\+ ?)\(?{_LABEL}\)?)+"
    rf"(?P<only> only| (?:are|is) (?:both )?(?:correct|true|right)|,? but not \(?{_LABEL}\)?)?\W*"
)
_LETTERS = lazy_pattern(r"\w(?:(?:,? and |, )\w)+")
_SINGLE = lazy_pattern(r"\b[A-Za-z]\b")
_LISTED = lazy_pattern(r"(?:^|[\s(])(?:1|I|i|A|a)[.):]\s?\S", re.MULTILINE)
_JOINING = frozenset({"and", "or", "nor", "well"})
_JOINING_SIGN = lazy_pattern(r"[,&+]")
_JOINED = lazy_pattern(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b|&|\+)\s*")


@question_rule(
    "Q113",
    "combined-options",
    kinds=WITH_OPTIONS,
    skips_code=True,
    source=f"{HDR}, guideline 9 (avoid the complex multiple-choice format, type K)",
)
def combined_options(item: Item) -> Iterator[Flaw]:
    """Flag options that combine other options, such as "A and C", "1 and 2 only", or "Both the sender and the carrier"
    if the sender and the carrier are also options.

    ## Why it matters
    Such questions (K-type) can be solved with logic and partial knowledge. They also take a long time to read,
    and they are hard for the wrong reason.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which are noble gases? (1) neon (2) argon (3) iodine
      answer: 1 and 2 only
      distractors: [1 and 3 only, 2 and 3 only]
    ```

    ## Better
    ```yaml
    - id: q
      kind: multiple
      stem: Which of these are noble gases?
      answers: [neon, argon]
      distractors: [iodine, bromine]
    ```
    """
    if item.words.isdisjoint(_JOINING) and not _JOINING_SIGN.search("".join(item.options)):
        return
    folded = {fold(option) for option in item.options}
    combined = {option: found for option in item.options if (found := combination(option))}
    listed = _LISTED.search(item.stem) is not None
    others_are_letters = any(_LETTERS.fullmatch(option) for option in item.options if option not in combined)
    others = len(folded) - len(combined)
    for option in item.options:
        found = combined.get(option)
        parts = [fold(part) for part in _JOINED.split(option.removeprefix("both ").removeprefix("Both "))]
        is_made_of_options = (len(parts) > 1 and all(part in folded for part in parts)) or _joins_two(item, option)
        # Letters among other options can only be their labels (except blood types, A or B). Numbers may be answers,
        # unless the stem contains a list.
        among_others = others > 0 and not others_are_letters and "or" not in item.option_words[option]
        labels = found and (
            listed
            or found["only"]
            or found["lead"]
            or found["word"]
            or (among_others and "`" not in item.stem and _are_labels_of(others, option))
        )
        if is_made_of_options or labels:
            yield Flaw(
                f"the option {option!r} combines other options",
                "change the kind to `multiple` and make each part an option",
                item.option_path(option),
            )
            return  # the remaining options have the same form


_BOTH = lazy_pattern(
    r"\s*both (?P<one>.+?) and (?P<other>.+?)\W*|\s*(?P<first>.+?),? as well as (?P<second>.+?)\W*", re.IGNORECASE
)
_TWO = lazy_pattern(r"\s*(?P<one>.+?),? and(?: also)? (?P<other>.+?)\W*", re.IGNORECASE)
_NOT_SINGLE = frozenset(
    "only alone just solely merely exclusively without not no never but neither nor or and both".split()
)
"""Words of options that are lists themselves, or that rule each other out: "only in rivers", "only in the sea"."""


def _joins_two(item: Item, option: str) -> bool:
    """Return whether ``option`` joins what two others say, in their words: both the purpose and the sponsor.

    After "both", a part may be shorter than the option that it stands for.
    """
    if _BOTH_WORDS.isdisjoint(item.option_words[option]) or len(item.options) < MIN_OPTIONS:
        return False
    both = _BOTH.fullmatch(option)
    found = both or _TWO.fullmatch(option)
    if found is None:
        return False
    others = [
        frozenset(item.option_content[each])
        for each in item.options
        if each != option and _NOT_SINGLE.isdisjoint(item.option_words[each])
    ]
    one, other = (content_set(part) for part in found.groups() if part is not None)
    shared = one & other
    one, other, others = one - shared, other - shared, [words - shared for words in others]
    if not one or not other or any(len(word) == 1 for word in one | other):  # signs, such as blood groups
        return False
    ones = [words for words in others if (one <= words if both else one == words)]
    twos = [words for words in others if (other <= words if both else other == words)]
    return any(first is not second and not other <= first and not one <= second for first in ones for second in twos)


_BOTH_WORDS = frozenset({"and", "well"})


def _are_labels_of(count: int, option: str) -> bool:
    """Return whether the letters in ``option`` can be labels of ``count`` options (the notes F, A and C cannot)."""
    letters = _SINGLE.findall(option)
    return bool(letters) and all("abcdef".find(letter.lower()) < count for letter in letters)


def combination(option: str) -> re.Match[str] | None:
    """Match ``option`` as combined labels of other options: ``A and C``, ``1 and 2 only``."""
    return _COMBINED.fullmatch(option.strip()) if len(option) < 60 else None


_JUDGEMENTS = (
    {"true", "false"}, {"yes", "no"}, {"right", "wrong"}, {"correct", "incorrect"}, {"agree", "disagree"},
    {"true", "not true"}, {"correct", "wrong"}, {"t", "f"},
)  # fmt: skip
_UNDECIDED = frozenset(
    {"i do not know", "i don't know", "not sure", "cannot tell", "can't tell", "maybe", "don't know"}
)


_THIS_IS = lazy_pattern(r"^(?:this|that|it|the (?:statement|sentence|claim)) is (?=\w+$)")


_JUDGING_WORDS = frozenset("true false yes no right wrong correct incorrect agree disagree t f not".split())
"""Options that amount to true and false contain one of these words, if they are in ASCII."""
_POLAR = lazy_pattern(r"(?P<polar>yes|no|true|false)(?:[,;:.–—-]|\s+because\b)\s*\w", re.IGNORECASE)


_ASKS_FOR_A_WORD = lazy_pattern(r"\b(?:what|which|how|translate|words?|says?|means?)\b", re.IGNORECASE)
"""What is the Italian for "no"?"""


def _is_true_or_false(item: Item) -> bool:
    if isinstance(item.question, ShortQuestion):
        if item.question.answer_language is not None or _ASKS_FOR_A_WORD.search(item.stem):
            return False
        return fold(item.question.answer).strip(" .!") in {"yes", "no", "true", "false"}
    if _JUDGING_WORDS.isdisjoint(item.words) and item.option_text.isascii():
        return False
    polar = [found["polar"].lower() for option in item.options if (found := _POLAR.match(option.strip()))]
    # "Yes, because …" and "No, because …"; with two reasons on each side, the reasons decide.
    if len(polar) == len(item.options) and len(set(polar)) > 1 and min(map(polar.count, polar)) == 1:
        return True
    if len(item.options) > 3:
        return False
    answers = {fold(option).strip(" .!").replace("’", "'") for option in item.options} - _UNDECIDED
    if len(answers) == 2:  # Yes, it does; No, it does not; This is true
        answers = {_THIS_IS.sub("", answer.partition(",")[0]) for answer in answers}
        with_not = {answer for answer in answers if " not" in answer}
        if len(with_not) == 1 and {with_not.pop().replace(" not", "")} < answers:  # It does; It does not
            return True
    return any(answers == pair for pair in _JUDGEMENTS)


@question_rule(
    "Q114",
    "true-false-in-disguise",
    kinds=("choice", "short"),
    english=True,
    source=f"quizgen, after {HDR}, guideline 9 (which treats true/false as a separate format)",
)
def true_false_in_disguise(item: Item) -> Iterator[Flaw]:
    """Flag choice questions whose options amount to "yes" and "no", or to "true" and "false". Also flag typed questions
    whose answer is "yes" or "no".

    ## Why it matters
    With the kind `true_false`, learners see immediately what to do and answer by pressing t or f. A false statement
    must also have an explanation.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Is a whale a fish?
      answer: 'No'
      distractors: ['Yes']
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: A whale is a fish.
      answer: false
      explanation: A whale is a mammal.
    ```
    """
    if _is_true_or_false(item):
        yield Flaw(
            "the options amount to true and false" if item.options else "the answer amounts to true or false",
            "change the kind to `true_false`, or ask about the reason",
            item.stem_path,
        )


@question_rule(
    "Q121",
    "few-distractors",
    kinds=WITH_OPTIONS,
    source=f"{HDR}, guidelines 18 and 29 (three options are adequate, each distractor plausible)",
)
def few_distractors(item: Item) -> Iterator[Flaw]:
    """Flag choice questions with fewer than two distractors, and multiple-answer questions with none.

    ## Why it matters
    With a single distractor, half of all guesses are correct. Two good distractors are enough; additional ones rarely
    help.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which metal is liquid at room temperature?
      answer: Mercury
      distractors: [Iron]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which metal is liquid at room temperature?
      answer: Mercury
      distractors: [Iron, Lead, Tin]
    ```
    """
    if isinstance(item.question, ChoiceQuestion):
        if len(item.distractors) < MIN_OPTIONS - 1 and not _is_true_or_false(item):
            yield Flaw(
                "the question has only one distractor",
                "add a plausible distractor, such as a common mistake",
                _at_options(item),
            )
    elif not item.distractors:
        help = "unmark the options that are wrong (in Markdown, write `- [ ]`), or add a plausible distractor"
        yield Flaw("every option is correct", help, _at_options(item))


def _at_options(item: Item) -> tuple[str, ...]:
    question = item.question
    return ("options",) if isinstance(question, ChoiceQuestion) and question.options else ("distractors",)
