"""Forms of question that work badly: options about other options, true or false in disguise, too little choice."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.questions import ChoiceQuestion
from quizgen.text.folding import fold

MIN_OPTIONS = 3
_OTHERS = (
    r"(?:the )?(?:above|these|those|them|others?|options?|answers?|choices?|statements?"
    r"|preceding|mentioned|listed|given)(?: (?:above|listed|mentioned|given|here))?"
)
_ALL = re.compile(
    rf"(?:all|both|any|each|every one) (?:of )?(?:the )?(?:other )?{_OTHERS}"
    r"(?: (?:is|are))?(?: (?:true|correct|right))?\W*"
    r"|all (?:are|is) (?:true|correct|right)\W*|all (?:of )?(?:these|those) \w+\W*"
    r"|all (?:of )?(?:the )?(?:above|\w+ (?:above|listed|mentioned|given|named))(?: \w+)?"
    r"(?: are)?(?: (?:true|correct|right))?\W*",
    re.IGNORECASE,
)
_NONE = re.compile(
    rf"(?:none|neither|not any) of (?:the )?(?:other )?{_OTHERS}(?: (?:is|are))?(?: (?:true|correct|right))?\W*"
    rf"|no (?:other |correct )?(?:answer|option|choice)s?(?: (?:is|are))?(?: (?:true|correct|right|given|here))?\W*"
    r"|none (?:is|are) (?:true|correct|right)\W*|no (?:\w+ )?(?:solution|term|word)s? (?:listed|given|here)\W*",
    re.IGNORECASE,
)


_ALL_WORDS = frozenset({"all", "both", "any", "each", "every"})
_NONE_WORDS = frozenset({"none", "neither", "no", "not"})
_COUNTED = {2: "two", 3: "three", 4: "four", 5: "five"}


def is_all(item: Item, option: str) -> bool:
    """Whether ``option`` stands for all others."""
    words = item.option_words[option]
    if _ALL_WORDS.isdisjoint(words[:1]) or _asks_how_many(item):
        return False
    if words[0] == "all" and len(words) == 2:  # all three, of three others
        number = _COUNTED.get(len(item.options) - 1)
        if words[1] == number and number not in item.stem_words:
            return True
    return _ALL.fullmatch(option.strip()) is not None or _is_alone(item, option, "all")


def is_none(item: Item, option: str) -> bool:
    """Whether ``option`` denies all others."""
    if _NONE_WORDS.isdisjoint(item.option_words[option][:1]) or _asks_how_many(item):
        return False
    return _NONE.fullmatch(option.strip()) is not None or _is_alone(item, option, "none")


def _asks_how_many(item: Item) -> bool:
    """Whether none of them, and all of them, are amounts."""
    return item.stem_words[:2] in (["how", "many"], ["how", "much"])


def _is_alone(item: Item, option: str, word: str) -> bool:
    """Whether ``option`` is nothing but ``word`` where that is no amount: after Which, and not about words or code."""
    if item.option_words[option] != [word] or item.stem_words[:1] != ["which"]:
        return False
    return "word" not in item.stem_words and "`" not in item.stem


@question_rule(
    "Q101",
    "all-of-the-above",
    kinds=("choice", "multiple"),
    words=_ALL_WORDS,
    english=True,
    source=f"{HDR}, guideline 26",
)
def all_of_the_above(item: Item) -> Iterator[Flaw]:
    """Options that stand for all others.

    Whoever sees two right options knows the answer, and whoever sees one wrong option knows that it is not this
    one: half of the knowledge is enough. And shuffled options have no `above`.
    """
    for option in item.options:
        if is_all(item, option):
            yield Flaw(
                f"the option {option!r} stands for the others",
                "make it a question of the kind `multiple`, or put a wrong option of its own kind here",
                item.at_option(option),
            )


@question_rule(
    "Q102",
    "none-of-the-above",
    kinds=("choice", "multiple"),
    words=_NONE_WORDS,
    english=True,
    source=f"{HDR}, guideline 25 (to be used with care); {NBME}",
)
def none_of_the_above(item: Item) -> Iterator[Flaw]:
    """Options that deny all others.

    Whoever picks it rightly may still not know what is right, so it measures only what is known to be wrong. And
    shuffled options have no `above`.
    """
    for option in item.options:
        if not is_none(item, option):
            continue
        if option in item.keys:
            help = "ask so that one of the options is right"
        elif len(item.options) > MIN_OPTIONS:
            help = "put a plausible wrong option here, or leave it out: three options are enough"
        else:
            help = "put a plausible wrong option here"
        yield Flaw(f"the option {option!r} only denies the others", help, item.at_option(option))


_LABEL = r"(?:[A-Fa-f]|[ivIV]{1,3}|[1-6])"
_COMBINED = re.compile(
    r"(?P<lead>[Bb]oth |[Nn]either |[Oo]nly |[Aa]ll of )?"
    rf"(?P<word>(?i:options?|answers?|statements?|choices?) )?\(?{_LABEL}\)?"
    rf"(?:(?:,? and |,? n?or |, ?| ?& ?| ?\+ ?)\(?{_LABEL}\)?)+"
    r"(?P<only> only| (?:are|is) (?:both )?(?:correct|true|right))?\W*"
)
_LETTERS = re.compile(r"\w(?:(?:,? and |, )\w)+")
_SINGLE = re.compile(r"\b[A-Za-z]\b")
_LISTED = re.compile(r"(?:^|[\s(])(?:1|I|i|A|a)[.):]\s?\S", re.MULTILINE)
_JOINING = frozenset({"and", "or", "nor"})
_JOINING_SIGN = re.compile(r"[,&+]")
_JOINED = re.compile(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b|&|\+)\s*")


@question_rule(
    "Q113",
    "combined-options",
    kinds=("choice", "multiple"),
    prose=True,
    source=f"{HDR}, guideline 9 (avoid the complex multiple-choice format, type K)",
)
def combined_options(item: Item) -> Iterator[Flaw]:
    """Options made of other options.

    Options that combine statements or other options (K-type) are answered by logic from half of the knowledge,
    take long to read and are hard for the wrong reason.
    """
    if item.words.isdisjoint(_JOINING) and not _JOINING_SIGN.search("".join(item.options)):
        return
    whole = {fold(option) for option in item.options}
    combined = {option: found for option in item.options if (found := combination(option))}
    listed = _LISTED.search(item.stem) is not None
    others_are_letters = any(_LETTERS.fullmatch(option) for option in item.options if option not in combined)
    others = len(whole) - len(combined)
    for option in item.options:
        found = combined.get(option)
        parts = [fold(part) for part in _JOINED.split(option.removeprefix("both ").removeprefix("Both "))]
        is_made_of_options = len(parts) > 1 and all(part in whole for part in parts)
        # Letters beside other options can only be their labels (but blood groups are A or B); figures may be answers,
        # unless the stem has a list.
        beside_others = others > 0 and not others_are_letters and "or" not in item.option_words[option]
        labels = found and (
            listed
            or found["only"]
            or found["lead"]
            or found["word"]
            or (beside_others and _are_labels_of(others, option))
        )
        if is_made_of_options or labels:
            yield Flaw(
                f"the option {option!r} combines others",
                "make it a question of the kind `multiple`, each part an option of its own",
                item.at_option(option),
            )
            return  # the others are of the same make


def _are_labels_of(count: int, option: str) -> bool:
    """Whether the letters in ``option`` can be labels of ``count`` other options: the notes F, A and C cannot."""
    letters = _SINGLE.findall(option)
    return bool(letters) and all("abcdef".find(letter.lower()) < count for letter in letters)


def combination(option: str) -> re.Match[str] | None:
    """``option`` as labels of others, joined: ``A and C``, ``1 and 2 only``."""
    return _COMBINED.fullmatch(option.strip()) if len(option) < 60 else None


_JUDGEMENTS = (
    {"true", "false"}, {"yes", "no"}, {"right", "wrong"}, {"correct", "incorrect"}, {"agree", "disagree"},
    {"true", "not true"}, {"correct", "wrong"}, {"t", "f"},
)  # fmt: skip
_UNDECIDED = frozenset(
    {"i do not know", "i don't know", "not sure", "cannot tell", "can't tell", "maybe", "don't know"}
)


_THIS_IS = re.compile(r"^(?:this|that|it|the (?:statement|sentence|claim)) is (?=\w+$)")


def _is_true_or_false(item: Item) -> bool:
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
    kinds=("choice",),
    words=("true", "false", "yes", "no", "right", "wrong", "correct", "incorrect", "agree", "disagree", "not", "t"),
    english=True,
    source=f"quizgen, after {HDR}, guideline 9 (which names true–false as a format of its own)",
)
def true_false_in_disguise(item: Item) -> Iterator[Flaw]:
    """A choice between yes and no.

    The kind `true_false` says at once what is to be done, has one key for each answer, and asks for an explanation
    of what is false.
    """
    if _is_true_or_false(item):
        yield Flaw(
            "this choice is between true and false",
            "make it a question of the kind `true_false`, or ask for what makes the difference",
            item.at_stem,
        )


@question_rule(
    "Q121",
    "few-distractors",
    kinds=("choice", "multiple"),
    source=f"{HDR}, guidelines 18 and 29 (three options are adequate, each distractor plausible)",
)
def few_distractors(item: Item) -> Iterator[Flaw]:
    """Fewer than two wrong options.

    With one wrong option, every second guess is right. Two good ones are enough, and more seldom help.
    """
    wrong = len(item.distractors)
    if isinstance(item.question, ChoiceQuestion):
        if wrong < MIN_OPTIONS - 1 and not _is_true_or_false(item):
            yield Flaw(
                "there is only one wrong option",
                "add a plausible one, such as a mistake that learners make",
                _at_options(item),
            )
    elif not wrong:
        yield Flaw("every option is right", "add a plausible wrong option", _at_options(item))


def _at_options(item: Item) -> tuple[str, ...]:
    question = item.question
    return ("options",) if isinstance(question, ChoiceQuestion) and question.options else ("distractors",)
