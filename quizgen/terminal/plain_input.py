"""What a typed line means as a response: labels, the options' own words, lists of labels, pairs."""

import re
from collections.abc import Sequence

from quizgen.grading.verdict import Response
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    TrueFalseQuestion,
)
from quizgen.session import Prompt
from quizgen.terminal import messages, plain_messages
from quizgen.terminal.prose import plain_line
from quizgen.text.folding import fold, fold_option

_YES = frozenset({"y", "yes", "yeah", "yep"})
_NO = frozenset({"n", "no", "nope"})
_TRUE = frozenset({"t", "true", "right", "correct"}) | _YES
_FALSE = frozenset({"f", "false", "wrong", "incorrect"}) | _NO

_SEPARATORS = re.compile(r"[\s,;]+")
_PAIR = re.compile(r"(?P<left>\d+)\s*(?:[-=:.)>→]+\s*)?(?P<right>[a-z])", re.ASCII)


class Unreadable(ValueError):  # noqa: N818 (one of the quiz's own outcomes, answered by asking again)
    """The line cannot be a response; says why."""


def labels_for(options: Sequence[str]) -> str:
    """One character for each option: letters, or digits where an option itself reads as one of the letters."""
    letters = messages.LETTERS[: len(options)]
    reads_as_letter = any(len(folded := fold(option)) == 1 and folded in letters for option in options)
    return messages.NUMBERS_KEY[: len(options)] if reads_as_letter else letters


def read_answer(prompt: Prompt, line: str) -> Response:
    """``line`` as a response to ``prompt``; raises ``Unreadable`` where it cannot be one.

    What is typed for a short, number or cloze question is for the grading to judge, so it is taken as it stands.
    """
    match prompt.question:
        case ChoiceQuestion():
            return _one(line, prompt.options)
        case MultipleQuestion():
            return frozenset(_several(line, prompt.options))
        case TrueFalseQuestion():
            return _either(line, _TRUE, _FALSE, plain_messages.UNREADABLE_TRUE_FALSE)
        case CardQuestion():
            return yes_or_no(line)
        case OrderQuestion():
            return _arranged(_several(line, prompt.options), prompt.options)
        case MatchQuestion() as question:
            lefts = [left for left, _ in question.pairs]
            return _matched(line, lefts, prompt.options)
        case _:
            return line.strip()


def yes_or_no(line: str) -> bool:
    """Yes or no in any common form."""
    return _either(line, _YES, _NO, plain_messages.UNREADABLE_YES_NO)


def _either(line: str, yes: frozenset[str], no: frozenset[str], reason: str) -> bool:
    folded = fold(line).rstrip(".!")
    if folded in yes or folded in no:
        return folded in yes
    raise Unreadable(reason)


def _one(text: str, options: Sequence[str]) -> str:
    """The option that ``text`` means: by its label, by its own words, or by its number where no option is a number."""
    labels = labels_for(options)
    folded = fold(text).strip("().").strip()
    if len(folded) == 1 and folded in labels:
        return options[labels.index(folded)]
    for form in (str.strip, fold_option, fold):  # what is typed without its raised figures is still meant
        meant = [option for option in options if form(text) in {form(option), form(plain_line(option))}]
        if len(meant) == 1:
            return meant[0]
    if folded.isdecimal() and not any(fold(option).isdecimal() for option in options):
        number = int(folded) if len(folded) < 4 else 0
        if 1 <= number <= len(options):
            return options[number - 1]
    raise Unreadable(plain_messages.unreadable_option(text.strip(), ", ".join(labels)))


def _several(line: str, options: Sequence[str]) -> list[str]:
    """Every option that ``line`` names: own words between commas, labels apart, or labels run together."""
    labels = labels_for(options)
    apart = [part for part in _SEPARATORS.split(line) if part]
    together = "".join(fold(part) for part in apart)
    by_comma = [part for part in re.split(r"[,;]", line) if part.strip()]
    if not apart:
        raise Unreadable(plain_messages.unreadable_option(line.strip(), ", ".join(labels)))
    if len(together) > 1 and all(char in labels for char in together) and fold(line) not in map(fold, options):
        named = [options[labels.index(char)] for char in together]
    else:
        try:
            named = [_one(part, options) for part in by_comma]
        except Unreadable:
            named = [_one(part, options) for part in apart]
    for index, option in enumerate(named):
        if option in named[:index]:
            raise Unreadable(plain_messages.unreadable_twice(plain_line(option)))
    return named


def _arranged(named: list[str], options: Sequence[str]) -> tuple[str, ...]:
    if len(named) != len(options):
        raise Unreadable(plain_messages.unreadable_count(len(named), len(options)))
    return tuple(named)


def _matched(line: str, lefts: Sequence[str], rights: Sequence[str]) -> tuple[tuple[str, str], ...]:
    pairs = _PAIR.findall(fold(line))
    if pairs and not _SEPARATORS.sub("", _PAIR.sub("", fold(line))):
        chosen: dict[int, str] = {}
        for number, label in pairs:
            if not 1 <= int(number[:4]) <= len(lefts):
                raise Unreadable(plain_messages.unreadable_left(number, len(lefts)))
            right = _one(label, rights)
            if int(number) in chosen:
                raise Unreadable(plain_messages.unreadable_twice(number))
            if right in chosen.values():
                raise Unreadable(plain_messages.unreadable_twice(plain_line(right)))
            chosen[int(number)] = right
        if len(chosen) != len(lefts):
            raise Unreadable(plain_messages.unreadable_count(len(chosen), len(lefts)))
        return tuple((left, chosen[index]) for index, left in enumerate(lefts, 1))
    return tuple(zip(lefts, _arranged(_several(line, rights), rights), strict=True))
