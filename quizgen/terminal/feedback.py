"""The feedback after an answer: the options with the correct one marked, the verdict, the explanation, the source."""

from typing import assert_never

from rich.text import Text

from quizgen.grading.verdict import Outcome
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
from quizgen.session import Answered, Prompt
from quizgen.terminal import describe, messages
from quizgen.terminal.prose import plain_line
from quizgen.terminal.screen import COLORS, GREEN, MARGIN, RED, Screen, badge, styled_line

_RIGHT = (messages.SIGNS[Outcome.CORRECT], f"bold {GREEN}")
_WRONG = (messages.SIGNS[Outcome.WRONG], f"bold {RED}")
_NEITHER = (" ", "")


def show_feedback(screen: Screen, prompt: Prompt, answered: Answered) -> None:
    """Show how ``answered`` was graded, and everything that helps to remember the correct answer."""
    question, verdict = prompt.question, answered.verdict
    _show_parts(screen, prompt, answered)
    screen.gap()
    word = describe.verdict_words(question, verdict)
    remarks = describe.remarks(verdict)
    note = f"  {remarks}" if remarks else ""
    screen.line(badge(f"{messages.SIGNS[verdict.outcome]} {word}", COLORS[verdict.outcome]), note)
    if verdict.feedback:
        screen.prose(verdict.feedback, lead=MARGIN * 3)
    if describe.wants_answer(answered) and not _shows_its_answer(answered):
        screen.prose(
            f"{messages.ANSWER}: {describe.on_one_line(describe.right_answer(question))}", "bold", lead=MARGIN * 3
        )
    if explanation := describe.explanation(question):
        screen.prose(explanation, lead=MARGIN * 3)
    if picture := describe.picture(question, after_answer=True):
        screen.line((picture, "italic"), lead=MARGIN * 3)
    for line in (describe.attribution(question), describe.citation(question)):
        if line:
            screen.line(line, lead=MARGIN * 3)


def _shows_its_answer(answered: Answered) -> bool:
    options = ChoiceQuestion | MultipleQuestion | TrueFalseQuestion | OrderQuestion | MatchQuestion
    return isinstance(answered.question, options) or _lists_blanks(answered)


def _lists_blanks(answered: Answered) -> bool:
    """Whether the correct answer is listed blank by blank."""
    several = isinstance(answered.question, ClozeQuestion) and len(answered.question.marks) > 1
    return several and describe.wants_answer(answered)


def _show_parts(screen: Screen, prompt: Prompt, answered: Answered) -> None:
    """Show the options or parts, which are correct, and the learner's response."""
    response = answered.response
    match prompt.question:
        case ChoiceQuestion() as question:
            screen.gap()
            for number, option in zip(messages.NUMBERS_KEY, prompt.options, strict=False):
                right = option == question.answer
                _show_option(screen, option, f"{number}  ", right=right, picked=option == response)
        case MultipleQuestion() as question:
            screen.gap()
            ticked = response if isinstance(response, frozenset) else frozenset()
            for number, option in zip(messages.NUMBERS_KEY, prompt.options, strict=False):
                right, picked = option in question.answers, option in ticked
                note = f"  ({messages.NOT_PICKED})" if right and ticked and not picked else ""
                label = f"{'●' if picked else '○'} {number}  "
                _show_option(screen, option, label, right=right, picked=picked, note=note)
        case TrueFalseQuestion() as question:
            screen.gap()
            for label, truth in (("t  ", True), ("f  ", False)):
                right, picked = truth is question.answer, truth is response
                _show_option(screen, describe.true_false(truth), label, right=right, picked=picked)
        case OrderQuestion() as question:
            screen.gap()
            given = response if isinstance(response, tuple) else ()
            for at, step in enumerate(question.steps):
                _show_place(screen, f"{at + 1}. ", step, str(given[at]) if given else None)
        case MatchQuestion() as question:
            screen.gap()
            pairs = response if isinstance(response, tuple) else ()
            matched = {pair[0]: pair[1] for pair in pairs}
            for left, partner in question.pairs:
                _show_place(screen, f"{plain_line(left)} {messages.ARROW} ", partner, matched.get(left))
        case ClozeQuestion() as question:
            if not _lists_blanks(answered):
                return
            screen.gap()
            blanks = answered.verdict.blanks or (None,) * len(question.marks)
            typed = response if isinstance(response, tuple) else ()
            for at, (mark, was_right) in enumerate(zip(question.marks, blanks, strict=True), 1):
                lead = Text.assemble(MARGIN, _NEITHER if was_right is None else _RIGHT if was_right else _WRONG, " ")
                body = Text.assemble(f"({at}) ", styled_line(mark.answer, "bold"))
                if was_right is False and typed and (theirs := str(typed[at - 1]).strip()):
                    body.append(f"  ({messages.YOURS}: {describe.without_controls(theirs)})")
                screen.text(body, lead)
        case CardQuestion() | ShortQuestion() | NumberQuestion():
            pass
        case unreachable:
            assert_never(unreachable)


def _show_option(screen: Screen, option: str, label: str, *, right: bool, picked: bool, note: str = "") -> None:
    mark = _RIGHT if right else _WRONG if picked else _NEITHER
    style = "bold" if right else ""
    body = Text.assemble(styled_line(option, style), note)
    screen.text(body, Text.assemble(MARGIN, mark, " ", (label, style)))


def _show_place(screen: Screen, place: str, right: str, theirs: str | None) -> None:
    mark = _NEITHER if theirs is None else _RIGHT if theirs == right else _WRONG
    body = Text.assemble((place, ""), styled_line(right, "bold"))
    if theirs is not None and theirs != right:
        body.append_text(Text.assemble(f"  ({messages.YOURS}: ", styled_line(theirs), ")"))
    screen.text(body, Text.assemble(MARGIN, mark, " "))
