"""Typed lines in the plain frontend: commands, and answers by label, by the options' text, in lists or in pairs."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import assert_never

from quizgen.grading.verdict import Response
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
    TypedQuestion,
)
from quizgen.session.prompt import Prompt
from quizgen.terminal import messages, plain_messages
from quizgen.terminal.describe import not_a_number, shown_unit, typed_answers
from quizgen.terminal.prose import plain_line
from quizgen.text.folding import fold, fold_option
from quizgen.text.series import series

_YES = frozenset({"y", "yes", "yeah", "yep", "1"})
_NO = frozenset({"n", "no", "nope", "2"})
_TRUE = frozenset({"t", "true", "right", "correct"}) | _YES
_FALSE = frozenset({"f", "false", "wrong", "incorrect"}) | _NO

_SEPARATORS = re.compile(r"[\s,;]+")
_PAIR = re.compile(r"(\d+)\s*(?:[-=:.)>→]+\s*(?=[a-z\d])|(?=[a-z]))(\d+|[a-z])", re.ASCII)


class Unreadable(ValueError):  # noqa: N818 (expected, and answered by asking again)
    """The line cannot be a response; the message says why."""


class Command(Enum):
    """A line that is not an answer."""

    HINT = auto()
    SHOW = auto()
    SKIP = auto()
    BACK = auto()
    KEEP = auto()
    QUIT = auto()
    WAS_RIGHT = auto()
    UNDO = auto()


_EVERYWHERE = {
    messages.HINT_SIGN: Command.HINT,
    messages.SHOW_SIGN: Command.SHOW,
    "<": Command.BACK,
    ">": Command.KEEP,
    "skip": Command.SKIP,
    "quit": Command.QUIT,
    plain_messages.I_WAS_RIGHT: Command.WAS_RIGHT,
    plain_messages.UNDO: Command.UNDO,
}
_LETTERS = {"s": Command.SKIP, "q": Command.QUIT}
_COMMAND_HELP = {
    Command.HINT: plain_messages.HINT,
    Command.SHOW: plain_messages.SHOW,
    Command.BACK: plain_messages.BACK,
    Command.KEEP: plain_messages.KEEP,
    Command.UNDO: plain_messages.TO_UNDO,
}


def command_tip(line: str, prompt: Prompt, blank: int) -> str | None:
    """Return what to type instead of ``line``, if that is a command at other questions but not where one types."""
    question = prompt.question
    if not isinstance(question, TypedQuestion) or any(len(answer) == 1 for answer in typed_answers(question)):
        return None
    tips = plain_messages.TIPS | (plain_messages.UNDO_TIP if prompt.undoable else {})
    if (tip := tips.get(fold(line))) is None:
        return None
    from quizgen.grading.grader import lacks_number  # the rules take a while to import

    return messages.may_be_a_key(line, tip, is_answer=not lacks_number(question, line, blank))


def command_in(line: str, prompt: Prompt, blank: int = 0) -> Command | None:
    """Return the command that ``line`` is, if any; for typed answers, ``s``, ``q`` and even ``skip`` may be answers.

    They are none where a number is asked for.
    """
    folded = fold(line)
    if is_accepted(line, prompt):
        return None
    command = _EVERYWHERE.get(folded)
    if command is None and folded in _LETTERS and not _may_be_typed(folded, prompt.question, blank):
        command = _LETTERS[folded]
    return command if command in _possible(prompt) else None


def _may_be_typed(letter: str, question: Question, blank: int) -> bool:
    """Return whether a single letter may be an answer to a question."""
    from quizgen.grading.grader import lacks_number  # the rules take a while to import

    return isinstance(question, TypedQuestion) and not lacks_number(question, letter, blank)


def why_refused(line: str, prompt: Prompt) -> str | None:
    """Return why ``line``, a command that is not possible now, does nothing; None if it may be an answer."""
    if is_accepted(line, prompt):
        return None
    match _EVERYWHERE.get(fold(line)):
        case Command.SHOW if isinstance(prompt.question, CardQuestion):
            return None  # a card shows its answer anyway
        case Command.HINT | Command.SHOW if prompt.exam:
            return messages.NOT_IN_EXAM[fold(line)]
        case Command.BACK if prompt.first:
            return plain_messages.NO_WAY_BACK_IN_STUDY if prompt.left else plain_messages.NO_PREVIOUS
        case Command.KEEP if not prompt.given:
            return plain_messages.NOTHING_TO_KEEP if prompt.exam else plain_messages.KEEP_ONLY_IN_EXAM
        case Command.WAS_RIGHT if prompt.first or prompt.exam:
            return plain_messages.NOTHING_TO_OVERRIDE
        case Command.UNDO if not prompt.undoable:
            return plain_messages.NOTHING_TO_UNDO_EXAM if prompt.exam else plain_messages.NOTHING_TO_UNDO
        case _:
            return None


def is_accepted(line: str, prompt: Prompt) -> bool:
    """Return whether ``line`` is an accepted answer, such as ``!`` to a question about punctuation."""
    return fold(line) in typed_answers(prompt.question)


def how_to_answer(prompt: Prompt) -> str:
    """Return the line that says what to type."""
    possible = _possible(prompt) - (set() if prompt.question.hint else {Command.HINT})
    commands = [text for command, text in _COMMAND_HELP.items() if command in possible]
    words = isinstance(prompt.question, ShortQuestion | ClozeQuestion)  # of which a letter may be one
    commands += [plain_messages.SKIP_TYPED] if words else [plain_messages.SKIP, plain_messages.QUIT]
    return f"{_what_to_type(prompt)} ({', '.join(commands)})"


def _what_to_type(prompt: Prompt) -> str:
    labels = labels_for(prompt.options)
    match prompt.question:
        case ChoiceQuestion():
            return plain_messages.choice(series(labels, "or"))
        case MultipleQuestion():
            return plain_messages.multiple(labels)
        case TrueFalseQuestion():
            return plain_messages.TRUE_FALSE
        case OrderQuestion():
            return plain_messages.order(labels)
        case MatchQuestion() as question:
            return plain_messages.match(labels, len(question.pairs))
        case CardQuestion():
            return plain_messages.TURN
        case ShortQuestion() | NumberQuestion() | ClozeQuestion():
            return plain_messages.typed(shown_unit(prompt.question))
        case unreachable:
            assert_never(unreachable)


def _possible(prompt: Prompt) -> frozenset[Command]:
    possible = {Command.SKIP, Command.QUIT}
    if not prompt.exam:
        possible |= {Command.HINT} if isinstance(prompt.question, CardQuestion) else {Command.HINT, Command.SHOW}
    if not prompt.first:
        possible |= {Command.BACK} if prompt.exam else {Command.BACK, Command.WAS_RIGHT}
    if prompt.given:
        possible.add(Command.KEEP)
    if prompt.undoable:
        possible.add(Command.UNDO)
    return frozenset(possible)


def labels_for(options: Sequence[str]) -> str:
    """Return one character for each option: letters, or digits if an option itself reads as one of the letters."""
    letters = messages.LETTERS[: len(options)]
    reads_as_letter = any(len(folded := fold(option)) == 1 and folded in letters for option in options)
    return messages.NUMBERS_KEY[: len(options)] if reads_as_letter else letters


def read_answer(prompt: Prompt, line: str) -> Response:
    """Return ``line`` as a response to ``prompt``; raises ``Unreadable`` if it cannot be one.

    What is typed for a short or cloze question is left to grading.
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
        case ShortQuestion() | NumberQuestion() | ClozeQuestion():
            return read_typed(prompt, line)
        case unreachable:
            assert_never(unreachable)


def read_typed(prompt: Prompt, line: str, blank: int = 0) -> str:
    """Return a typed answer, for a cloze that of the blank with this index; ``Unreadable`` if a number is missing."""
    from quizgen.grading.grader import lacks_number  # the rules take a while to import

    if isinstance(prompt.question, TypedQuestion) and lacks_number(prompt.question, line, blank):
        raise Unreadable(not_a_number(prompt.question, line))
    return line.strip()


def yes_or_no(line: str) -> bool:
    """Read yes or no in any common form."""
    return _either(line, _YES, _NO, plain_messages.UNREADABLE_YES_NO)


def _either(line: str, yes: frozenset[str], no: frozenset[str], reason: str) -> bool:
    folded = fold(line).rstrip(".!")
    if folded in yes or folded in no:
        return folded in yes
    raise Unreadable(reason)


def _numbers_for(options: Sequence[str]) -> str:
    """Return the digits that pick options in a capable terminal; none if an option itself is a number."""
    has_number = any(fold(option).isdecimal() for option in options)
    return "" if has_number else messages.NUMBERS_KEY[: len(options)]


def _one(text: str, options: Sequence[str]) -> str:
    """Return the option that ``text`` means: by its label, its text, or its number if no option is a number."""
    labels = labels_for(options)
    folded = fold(text).strip("().").strip()
    if len(folded) == 1 and folded in labels:
        return options[labels.index(folded)]
    for form in (str.strip, fold_option, fold):  # an option typed without its superscripts is still meant
        meant = [option for option in options if form(text) in {form(option), form(plain_line(option))}]
        if len(meant) == 1:
            return meant[0]
    digits = _numbers_for(options)
    digit = "0" if folded == "10" else folded
    if len(digit) == 1 and digit in digits:
        return options[digits.index(digit)]
    raise Unreadable(plain_messages.unreadable_option(text.strip(), series(labels, "or")))


def _several(line: str, options: Sequence[str]) -> list[str]:
    """Return every option that ``line`` names: texts between commas, labels apart, or labels run together."""
    labels = labels_for(options)
    apart = [part for part in _SEPARATORS.split(line) if part]
    together = "".join(fold(part) for part in apart)
    # Digits in one run; apart, 10 is one of them.
    digits = _numbers_for(options) if len(apart) == 1 and together != "10" else ""
    by_comma = [part for part in re.split(r"[,;]", line) if part.strip()]
    if not apart:
        raise Unreadable(plain_messages.unreadable_option(line.strip(), series(labels, "or")))
    run = next((each for each in (labels, digits) if len(together) > 1 and {*together} <= {*each}), None)
    if run and fold(line) not in map(fold, options):
        named = [options[run.index(char)] for char in together]
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
