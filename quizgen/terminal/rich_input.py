"""Input on a capable terminal, by kind of question."""

from collections.abc import Callable, Sequence
from typing import TypeVar, assert_never

from quizgen.grading.grader import lacks_number
from quizgen.grading.verdict import Response
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session import Prompt, TypedQuestion
from quizgen.session.frontend import Keep, Previous, Reveal, Skip, Undo
from quizgen.terminal import messages
from quizgen.terminal.describe import given, key_open, shown_unit, typed_answers
from quizgen.terminal.keys import Footer, OpenFiles, Option, ShowHint, UndoStep, numbered
from quizgen.terminal.prompts import ANY_KEY, LEAVING, pick, tick, type_in, wait
from quizgen.terminal.prose import plain_line
from quizgen.terminal.screen import MARGIN, Screen

TRUTHS = (Option("t", messages.TRUE, ("t", "1")), Option("f", messages.FALSE, ("f", "2")))
_JUDGEMENTS = (Option("y", messages.KNEW, ("y", "1")), Option("n", messages.DID_NOT_KNOW, ("n", "2")))

_Answer = TypeVar("_Answer")


def ask_question(screen: Screen, prompt: Prompt) -> Response:
    """Let the learner answer the question on the screen; raises an action instead of an answer."""
    match prompt.question:
        case ChoiceQuestion():
            options = numbered([plain_line(option) for option in prompt.options])
            return prompt.options[_pick(screen, prompt, "", options)]
        case MultipleQuestion():
            options = numbered([plain_line(option) for option in prompt.options])
            screen.line(messages.CHOOSE_ALL)
            footer = _footer(
                prompt, messages.keys_to_tick([option.label for option in options]), messages.KEY_ENTER_ANSWER
            )
            ticked = _until_answered(screen, prompt, lambda: tick(screen, options, footer))
            return frozenset(prompt.options[index] for index in ticked)
        case TrueFalseQuestion():
            return _pick(screen, prompt, "", TRUTHS) == 0
        case CardQuestion() as question:
            turn = _footer(prompt, messages.KEY_ENTER_TURN)
            _until_answered(screen, prompt, lambda: wait(screen, turn))
            screen.gap()
            screen.prose(question.answer, lead=f"{MARGIN}{messages.ARROW} ")
            return _pick(screen, prompt, messages.KNEW_IT, _JUDGEMENTS) == 0
        case ClozeQuestion() as question:
            blanks = len(question.marks)
            if blanks == 1:
                return (_type(screen, prompt, messages.YOUR_ANSWER),)
            typed = tuple(_fill(screen, prompt, number, blanks) for number in range(1, blanks + 1))
            if not any(typed):
                raise Skip if prompt.exam else Reveal
            return typed
        case OrderQuestion() as question:
            numbers = [f"{number}." for number in range(1, len(question.steps) + 1)]
            order = _arrange(screen, prompt, numbers, lambda at: messages.place(at + 1, len(numbers)))
            return tuple(prompt.options[index] for index in order)
        case MatchQuestion() as question:
            lefts = [f"{plain_line(left)} {messages.ARROW}" for left, _ in question.pairs]
            partners = _arrange(screen, prompt, lefts, lambda at: f"{lefts[at]} ?")
            pairs = zip(question.pairs, partners, strict=True)
            return tuple((left, prompt.options[index]) for (left, _), index in pairs)
        case ShortQuestion() | NumberQuestion():
            return _type(screen, prompt, messages.your_answer(shown_unit(prompt.question)))
        case unreachable:
            assert_never(unreachable)


def _pick(screen: Screen, prompt: Prompt, message: str, options: Sequence[Option]) -> int:
    footer = _footer(prompt, messages.keys_to_pick([option.label for option in options]))
    return _until_answered(screen, prompt, lambda: pick(screen, message, options, footer))


def _type(screen: Screen, prompt: Prompt, message: str) -> str:
    """Return what the learner types; two empty lines give up."""
    if_empty = messages.EMPTY_AGAIN_EXAM if prompt.exam else messages.EMPTY_AGAIN
    typed = _type_twice(screen, prompt, message, if_empty)
    if not typed:
        raise Skip if prompt.exam else Reveal
    screen.gap()
    screen.line(typed, lead=(f"{MARGIN}› ", "bold"))
    return typed


def _fill(screen: Screen, prompt: Prompt, number: int, blanks: int) -> str:
    """Return what the learner types for one blank of several; two empty lines leave it empty."""
    typed = _type_twice(screen, prompt, messages.blank(number, blanks), messages.EMPTY_BLANK_AGAIN, number - 1)
    if number == 1:
        screen.gap()
    screen.line(typed or messages.LEFT_EMPTY, lead=(f"{MARGIN}({number}) › ", "bold"))
    return typed


def _type_twice(screen: Screen, prompt: Prompt, message: str, if_empty: str, blank: int = 0) -> str:
    """Return what the learner types, "" after two empty lines; text in place of a number is asked again."""
    footer = _footer_typed(prompt)
    question = prompt.question
    answers = typed_answers(question)
    was_empty, notice, before = False, "", ""
    keys = messages.MAY_BE_A_KEY | (messages.MAY_BE_UNDO if prompt.undoable else {})
    if any(len(answer) == 1 for answer in answers):
        keys = {}
    while True:
        typed = type_in(screen, message, footer, notice=notice).strip()
        notice = ""
        if typed == messages.SHOW_SIGN and typed not in answers and not prompt.exam:
            raise Reveal
        if typed == messages.HINT_SIGN and typed not in answers and _has_hint(prompt):
            _show_hint(screen, prompt)
        elif not typed:
            if was_empty:
                return typed
            was_empty = True
            notice = if_empty
        elif isinstance(question, TypedQuestion) and lacks_number(question, typed, blank):
            notice = messages.NOT_A_NUMBER
        elif typed in keys and typed != before:
            before, notice = typed, keys[typed]
        else:
            return typed


def _arrange(screen: Screen, prompt: Prompt, places: Sequence[str], ask_for: Callable[[int], str]) -> list[int]:
    """Fill ``places`` one after the other with the prompt's options, each used once; return the options' indexes.

    The last option is placed automatically; then the learner confirms the complete answer.
    """
    options = numbered([plain_line(option) for option in prompt.options])
    placed: list[int] = []
    guarded: Sequence[str] = ANY_KEY
    while True:
        complete = len(placed) == len(options)
        left = [index for index in range(len(options)) if index not in placed]
        lines = [f"{place} {options[index].text}" for place, index in zip(places, placed, strict=False)]
        if not complete:
            lines.append(ask_for(len(placed)))
        message = "\n".join(_hanging(screen, line) for line in lines).removeprefix(MARGIN)
        if complete:
            shown = [Option("", messages.CHECK_ARRANGEMENT, ())]
            keys = [messages.KEY_ENTER_ANSWER]
        else:
            shown = [options[index] for index in left]
            keys = [messages.keys_to_pick([option.label for option in shown])]
        footer = _footer(prompt, *keys, undo=bool(placed))
        try:
            picked = pick(
                screen, message, shown, footer, preselected=complete, guarded=LEAVING if complete else guarded
            )
        except ShowHint:
            _show_hint(screen, prompt)
            continue
        except UndoStep:
            del placed[-2 if complete else -1 :]
            continue
        finally:
            guarded = ()  # what follows continues this prompt
        if complete:
            return placed
        placed.append(left[picked])
        if len(left) == 2:
            placed.append(left[1 - picked])


def _hanging(screen: Screen, line: str) -> str:
    lines = screen.wrapped(line, screen.width - len(MARGIN) - 3)
    return MARGIN + f"\n{MARGIN}   ".join(lines)


def _until_answered(screen: Screen, prompt: Prompt, ask: Callable[[], _Answer]) -> _Answer:
    while True:
        try:
            return ask()
        except ShowHint:
            _show_hint(screen, prompt)


def _show_hint(screen: Screen, prompt: Prompt) -> None:
    screen.prose(f"{messages.HINT}: {prompt.question.hint}", "italic")


def _has_hint(prompt: Prompt) -> bool:
    return bool(prompt.question.hint) and not prompt.exam


def _footer(prompt: Prompt, *shown: str, undo: bool = False) -> Footer:
    keys: dict[str, type[Exception]] = {"s": Skip}
    tail = []
    if undo:
        keys["backspace"] = UndoStep
        tail.append(messages.KEY_UNDO_STEP)
    if _has_hint(prompt):
        keys |= {messages.HINT_SIGN: ShowHint, "h": ShowHint}
        tail.append(messages.KEY_HINT)
    if key := key_open(prompt):
        keys["o"] = OpenFiles
        tail.append(key)
    if not prompt.exam and not isinstance(prompt.question, CardQuestion):  # a card shows its answer anyway
        keys[messages.SHOW_SIGN] = Reveal
        tail.append(messages.KEY_SHOW)
    tail.append(messages.KEY_SKIP)
    moves, moving = _moves(prompt)
    if prompt.undoable:
        moves.append(messages.KEY_UNDO_LAST)
        moving["u"] = Undo
    return Footer((*shown, *tail, *moves, messages.KEY_QUIT), keys | moving, _given(prompt))


def _footer_typed(prompt: Prompt) -> Footer:
    hint = (messages.KEY_HINT_TYPED,) if _has_hint(prompt) else ()
    may_be_sign = messages.SHOW_SIGN in typed_answers(prompt.question)
    show = () if prompt.exam or may_be_sign else (messages.KEY_SHOW_TYPED,)
    moves, moving = _moves(prompt)
    if key := key_open(prompt, typed=True):
        moves.append(key)
        moving["escape o"] = OpenFiles
    if prompt.undoable:
        moves.append(messages.KEY_UNDO_TYPED)
        moving["escape u"] = Undo
    shown = (messages.KEY_ENTER_ANSWER, *hint, *show, messages.KEY_SKIP_TYPED, *moves, messages.KEY_QUIT_TYPED)
    return Footer(shown, {"tab": Skip, **moving}, _given(prompt))


def _moves(prompt: Prompt) -> tuple[list[str], dict[str, type[Exception]]]:
    """The keys that lead to other questions, and their actions."""
    shown: list[str] = []
    keys: dict[str, type[Exception]] = {}
    if not prompt.first:
        shown.append(messages.KEY_BACK)
        keys["left"] = Previous
    if prompt.given:
        shown.append(messages.KEY_KEEP)
        keys["right"] = Keep
    return shown, keys


def _given(prompt: Prompt) -> str:
    """The earlier answer, if it can be changed."""
    return messages.given_before(given(prompt.question, prompt.given.response)) if prompt.given else ""
