"""The commands of the plain front, and how it says what to type."""

from enum import Enum, auto

from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session import Prompt, TypedQuestion
from quizgen.terminal import messages, plain_messages
from quizgen.terminal.plain_answers import labels_for
from quizgen.text.folding import fold


class Command(Enum):
    """What a line may want instead of answering."""

    HINT = auto()
    SHOW = auto()
    SKIP = auto()
    BACK = auto()
    KEEP = auto()
    QUIT = auto()
    WAS_RIGHT = auto()


_EVERYWHERE = {
    messages.HINT_SIGN: Command.HINT,
    messages.SHOW_SIGN: Command.SHOW,
    "<": Command.BACK,
    ">": Command.KEEP,
    "skip": Command.SKIP,
    "quit": Command.QUIT,
    messages.I_WAS_RIGHT: Command.WAS_RIGHT,
}
_LETTERS = {"s": Command.SKIP, "q": Command.QUIT}


def command_in(line: str, prompt: Prompt) -> Command | None:
    """Which command ``line`` is, if any; where answers are typed, ``s``, ``q`` and even ``skip`` may be the answer."""
    folded = fold(line)
    typed = isinstance(prompt.question, TypedQuestion)
    if typed and folded in _answers(prompt.question):
        return None
    command = _EVERYWHERE.get(folded) or (None if typed else _LETTERS.get(folded))
    return command if command in _possible(prompt) else None


def how_to_answer(prompt: Prompt) -> str:
    """The line that says what to type."""
    labels = ", ".join(labels_for(prompt.options))
    match prompt.question:
        case ChoiceQuestion():
            how = plain_messages.choice(labels)
        case MultipleQuestion():
            how = plain_messages.multiple(labels)
        case TrueFalseQuestion():
            how = plain_messages.TRUE_FALSE
        case OrderQuestion():
            how = plain_messages.order(labels)
        case MatchQuestion() as question:
            how = plain_messages.match(labels, len(question.pairs))
        case CardQuestion():
            how = plain_messages.TURN
        case _:
            how = plain_messages.TYPED
    possible = _possible(prompt) - (set() if prompt.question.hint else {Command.HINT})
    said = [text for command, text in _SAID.items() if command in possible]
    ending = (
        [plain_messages.SKIP_TYPED]
        if isinstance(prompt.question, TypedQuestion)
        else [plain_messages.SKIP, plain_messages.QUIT]
    )
    return f"{how} ({', '.join(said + ending)})"


_SAID = {
    Command.HINT: plain_messages.HINT,
    Command.SHOW: plain_messages.SHOW,
    Command.BACK: plain_messages.BACK,
    Command.KEEP: plain_messages.KEEP,
}


def _possible(prompt: Prompt) -> frozenset[Command]:
    possible = {Command.SKIP, Command.QUIT}
    if not prompt.exam:
        possible |= {Command.HINT} if isinstance(prompt.question, CardQuestion) else {Command.HINT, Command.SHOW}
    if not prompt.first:
        possible |= {Command.BACK} if prompt.exam else {Command.BACK, Command.WAS_RIGHT}
    if prompt.given:
        possible.add(Command.KEEP)
    return frozenset(possible)


def _answers(question: Question) -> set[str]:
    match question:
        case ShortQuestion():
            return {fold(answer) for answer in (question.answer, *question.accept)}
        case ClozeQuestion():
            return {fold(answer) for mark in question.marks for answer in question.accepted(mark)}
        case _:
            return set()
