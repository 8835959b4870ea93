"""Input on a capable terminal, by kind of question."""

from collections.abc import Callable, Sequence
from typing import TypeVar, assert_never

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
from quizgen.session.frontend import Keep, Previous, Reveal, Skip, Undo
from quizgen.session.prompt import Prompt
from quizgen.terminal import key_labels, messages
from quizgen.terminal.describe import given, key_open, not_a_number, shown_unit, typed_answers
from quizgen.terminal.keys import AskForAnswer, Footer, OpenFiles, Option, ShowHint, UndoStep, numbered
from quizgen.terminal.prompts import ANY_KEY, LEAVING, height_without_message, pick, tick, type_in, wait
from quizgen.terminal.prose import plain_line
from quizgen.terminal.screen import MARGIN, Screen

TRUTHS = (Option("t", messages.TRUE, ("t", "1")), Option("f", messages.FALSE, ("f", "2")))
_JUDGEMENTS = (Option("y", messages.KNEW, ("y", "1")), Option("n", messages.DID_NOT_KNOW, ("n", "2")))

_Answer = TypeVar("_Answer")


def ask_question(screen: Screen, prompt: Prompt) -> Response:
    """Let the learner answer the question on the screen; raises an action instead of an answer."""
    return _Asker(screen, prompt).ask()


def _lacks_number(question: Question, typed: str, blank: int) -> bool:
    from quizgen.grading.grader import lacks_number  # the rules are not needed before the first answer

    return isinstance(question, TypedQuestion) and lacks_number(question, typed, blank)


class _Asker:
    """Asks one question, step by step if its kind has several, and shows its hint on request."""

    def __init__(self, screen: Screen, prompt: Prompt) -> None:
        self._screen = screen
        self._prompt = prompt
        self._asked_for_hint = False
        self._asked_for_answer = False

    def ask(self) -> Response:
        """Return the learner's response."""
        prompt, screen = self._prompt, self._screen
        match prompt.question:
            case ChoiceQuestion():
                options = numbered([plain_line(option) for option in prompt.options])
                return prompt.options[self._pick("", options)]
            case MultipleQuestion():
                options = numbered([plain_line(option) for option in prompt.options])
                keys = key_labels.to_tick([option.label for option in options])
                screen.line(messages.CHOOSE_ALL)
                before = prompt.given.response if prompt.given else None
                already = [
                    at for at, option in enumerate(prompt.options) if isinstance(before, frozenset) and option in before
                ]
                ticked = self._until_answered(
                    lambda: tick(screen, options, self._footer(keys, key_labels.ENTER_ANSWER), ticked=already)
                )
                return frozenset(prompt.options[index] for index in ticked)
            case TrueFalseQuestion():
                return self._pick("", TRUTHS) == 0
            case CardQuestion() as question:
                self._until_answered(
                    lambda: wait(screen, self._footer(key_labels.ENTER_TURN), {messages.SHOW_SIGN: None})
                )
                screen.gap()
                screen.answer(question.answer)
                return self._pick(messages.KNEW_IT, _JUDGEMENTS, answer_is_shown=True) == 0
            case ClozeQuestion() as question:
                return self._fill(len(question.marks)) if len(question.marks) > 1 else (self._type(),)
            case OrderQuestion() as question:
                numbers = [f"{number}." for number in range(1, len(question.steps) + 1)]
                order = self._arrange(numbers, lambda at: messages.place(at + 1, len(numbers)))
                return tuple(prompt.options[index] for index in order)
            case MatchQuestion() as question:
                lefts = [f"{plain_line(left)} {messages.ARROW}" for left, _ in question.pairs]
                partners = self._arrange(lefts, lambda at: f"{lefts[at]} ?")
                pairs = zip(question.pairs, partners, strict=True)
                return tuple((left, prompt.options[index]) for (left, _), index in pairs)
            case ShortQuestion() | NumberQuestion():
                return self._type()
            case unreachable:
                assert_never(unreachable)

    def _pick(self, message: str, options: Sequence[Option], *, answer_is_shown: bool = False) -> int:
        keys = key_labels.to_pick([option.label for option in options])
        notice = messages.YES_OR_NO_FIRST if options == _JUDGEMENTS else messages.PICK_FIRST
        return self._until_answered(
            lambda: pick(
                self._screen, message, options, self._footer(keys, answer_is_shown=answer_is_shown), notice=notice
            )
        )

    def _type(self) -> str:
        """Return what the learner types; two empty lines give up."""
        exam = self._prompt.exam
        message = messages.your_answer(shown_unit(self._prompt.question))
        typed = self._type_twice(message, messages.EMPTY_AGAIN_EXAM if exam else messages.EMPTY_AGAIN)
        if not typed:
            raise Skip if exam else Reveal
        self._screen.gap()
        self._screen.line(typed, lead=(f"{MARGIN}› ", "bold"))
        return typed

    def _fill(self, blanks: int) -> tuple[str, ...]:
        """Return what the learner types for each of several blanks; two empty lines leave one empty.

        Backspace and ← in an empty line, and Alt-U, return to the blank before.
        """
        typed: list[str] = []
        before = ""
        while len(typed) < blanks:
            number = len(typed) + 1
            lines = [
                _hanging(self._screen, f"({n}) › {text or messages.LEFT_EMPTY}") for n, text in enumerate(typed, 1)
            ]
            message = "\n".join([*lines, f"{MARGIN}{messages.blank(number, blanks)}"]).removeprefix(MARGIN)
            try:
                typed.append(self._type_twice(message, messages.EMPTY_BLANK_AGAIN, blank=number - 1, text=before))
                before = ""
            except UndoStep:
                before = typed.pop()
        if not any(typed):
            raise Skip if self._prompt.exam else Reveal
        self._screen.gap()
        for number, text in enumerate(typed, 1):
            self._screen.line(text or messages.LEFT_EMPTY, lead=(f"{MARGIN}({number}) › ", "bold"))
        return tuple(typed)

    def _type_twice(self, message: str, if_empty: str, *, blank: int = 0, text: str = "") -> str:
        """Return what the learner types, "" after two empty lines; text in place of a number is asked again.

        ``text`` is typed already.
        """
        prompt = self._prompt
        answers = typed_answers(prompt.question)
        was_empty, notice, before = False, "", ""
        tips = messages.KEY_TIPS | (messages.UNDO_TIP if prompt.undoable else {})
        if any(len(answer) == 1 for answer in answers):
            tips = {}
        while True:
            typed = type_in(self._screen, message, self._footer_typed(blank), notice=notice, text=text).strip()
            notice = text = ""
            may_be_sign = typed not in answers
            if may_be_sign and prompt.exam and typed in messages.NOT_IN_EXAM:
                notice = messages.NOT_IN_EXAM[typed]
            elif may_be_sign and typed == messages.SHOW_SIGN:
                raise Reveal
            elif may_be_sign and typed == messages.HINT_SIGN:
                if prompt.question.hint:
                    self._show_hint()
                else:
                    notice = messages.NO_HINT
            elif not typed:
                if was_empty:
                    return typed
                was_empty = True
                notice = if_empty
            elif (lacks := _lacks_number(prompt.question, typed, blank)) or (typed in tips and typed != before):
                tip = tips.get(typed)
                notice = (
                    messages.may_be_a_key(typed, tip, is_answer=not lacks)
                    if tip
                    else not_a_number(prompt.question, typed)
                )
                before = typed
            else:
                return typed

    def _arrange(self, places: Sequence[str], ask_for: Callable[[int], str]) -> list[int]:
        """Fill ``places`` one after the other with the prompt's options, each used once; return the options' indexes.

        The last option is placed automatically; then the learner confirms the complete answer. Places for which a low
        terminal has no room in the prompt are printed above it.
        """
        screen = self._screen
        options = numbered([plain_line(option) for option in self._prompt.options])
        placed: list[int] = []
        above = 0  # number of places that are printed
        guarded: Sequence[str] = ANY_KEY
        while True:
            complete = len(placed) == len(options)
            left = [index for index in range(len(options)) if index not in placed]
            lines = [f"{place} {options[index].text}" for place, index in zip(places, placed, strict=False)]
            if not complete:
                lines.append(ask_for(len(placed)))
            if complete:
                shown = [Option("", messages.CHECK_ARRANGEMENT, ())]
                keys = [key_labels.ENTER_ANSWER]
            else:
                shown = [options[index] for index in left]
                keys = [key_labels.to_pick([option.label for option in shown])]
            footer = self._footer(*keys, undo=bool(placed))
            parts = [_hanging(screen, line) for line in lines]
            room = screen.height - height_without_message(screen, shown, footer)
            while above < min(len(placed), len(parts) - 1) and _height(parts[above:]) > room:
                if above == 0:
                    screen.gap()
                for line in parts[above].split("\n"):
                    text = line.lstrip()
                    screen.line((text, "bold"), lead=" " * (len(line) - len(text)))
                above += 1
            message = "\n".join(parts[above:]).removeprefix(MARGIN)
            try:
                picked = pick(
                    screen,
                    message,
                    shown,
                    footer,
                    start=0 if complete else None,
                    guarded=LEAVING if complete else guarded,
                )
            except (ShowHint, AskForAnswer) as wish:
                self._respond(wish)
                continue
            except UndoStep:
                del placed[-2 if complete else -1 :]
                above = min(above, len(placed))
                continue
            finally:
                guarded = ()  # what follows continues this prompt
            if complete:
                return placed
            placed.append(left[picked])
            if len(left) == 2:
                placed.append(left[1 - picked])

    def _until_answered(self, ask: Callable[[], _Answer]) -> _Answer:
        while True:
            try:
                return ask()
            except (ShowHint, AskForAnswer) as wish:
                self._respond(wish)

    def _respond(self, wish: ShowHint | AskForAnswer) -> None:
        if isinstance(wish, ShowHint):
            self._show_hint()
        elif not self._asked_for_answer:
            self._asked_for_answer = True
            self._screen.gap()
            self._screen.line(messages.NO_ANSWER_IN_EXAM)

    def _show_hint(self) -> None:
        """Show the hint, or that there is none, the first time that the learner asks for it."""
        if self._asked_for_hint:
            return
        self._asked_for_hint = True
        self._screen.gap()
        if self._prompt.exam:
            self._screen.line(messages.NO_HINT_IN_EXAM)
        elif self._prompt.question.hint:
            self._screen.prose(f"{messages.HINT}: {self._prompt.question.hint}", "italic")
        else:
            self._screen.line(messages.NO_HINT)

    @property
    def _offers_hint(self) -> bool:
        return bool(self._prompt.question.hint) and not self._prompt.exam and not self._asked_for_hint

    def _footer(self, *shown: str, undo: bool = False, answer_is_shown: bool = False) -> Footer:
        prompt = self._prompt
        keys: dict[str, type[Exception]] = {messages.HINT_SIGN: ShowHint} if not answer_is_shown else {}
        tail = []
        if undo:
            keys["backspace"] = UndoStep
            tail.append(key_labels.UNDO_STEP)
        if self._offers_hint and not answer_is_shown:
            keys["h"] = ShowHint
            tail.append(key_labels.HINT)
        if key := key_open(prompt):
            keys["o"] = OpenFiles
            tail.append(key)
        if isinstance(prompt.question, CardQuestion):
            pass  # it shows its answer anyway
        elif prompt.exam:
            keys[messages.SHOW_SIGN] = AskForAnswer
        else:
            keys[messages.SHOW_SIGN] = Reveal
            tail.append(key_labels.SHOW)
        if not answer_is_shown:
            keys["s"] = Skip
            tail.append(key_labels.SKIP)
        moves, moving = _moves(prompt)
        if prompt.undoable:
            moves.append(key_labels.to_undo(prompt.undoable))
            moving["u"] = Undo
        return Footer((*shown, *tail, *moves, key_labels.QUIT), keys | moving, _given(prompt))

    def _footer_typed(self, blank: int) -> Footer:
        """Return the keys while the blank with the index ``blank``, or the only answer, is typed."""
        prompt = self._prompt
        hint = (key_labels.HINT_TYPED,) if self._offers_hint else ()
        may_be_sign = messages.SHOW_SIGN in typed_answers(prompt.question)
        show = () if prompt.exam or may_be_sign else (key_labels.SHOW_TYPED,)
        moves, moving = _moves(prompt)
        if blank:
            moves = [key_labels.UNDO_BLANK]
            moving = {"backspace": UndoStep, "left": UndoStep, "escape u": UndoStep}
        elif prompt.undoable:
            moves.append(key_labels.to_undo(prompt.undoable, typed=True))
            moving["escape u"] = Undo
        if key := key_open(prompt, typed=True):
            moves.append(key)
            moving["escape o"] = OpenFiles
        shown = (key_labels.ENTER_ANSWER, *hint, *show, key_labels.SKIP_TYPED, *moves, key_labels.QUIT_TYPED)
        return Footer(shown, {"tab": Skip, **moving}, _given(prompt))


def _hanging(screen: Screen, line: str) -> str:
    lines = screen.wrapped(line, screen.width - len(MARGIN) - 3)
    return MARGIN + f"\n{MARGIN}   ".join(lines)


def _height(parts: Sequence[str]) -> int:
    return sum(part.count("\n") + 1 for part in parts)


def _moves(prompt: Prompt) -> tuple[list[str], dict[str, type[Exception]]]:
    """The keys that lead to other questions, and their actions."""
    shown: list[str] = []
    keys: dict[str, type[Exception]] = {}
    if not prompt.first:
        shown.append(key_labels.BACK)
        keys["left"] = Previous
    if prompt.given:
        shown.append(key_labels.KEEP)
        keys["right"] = Keep
    return shown, keys


def _given(prompt: Prompt) -> str:
    """The earlier answer, if it can be changed."""
    return messages.given_before(given(prompt.question, prompt.given.response)) if prompt.given else ""
