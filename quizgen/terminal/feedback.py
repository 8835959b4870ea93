"""The feedback after an answer: the options with the correct one marked, the verdict, the explanation, the source."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import assert_never

from rich.cells import cell_len
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
from quizgen.session.prompt import Answered, Prompt
from quizgen.terminal import describe, messages
from quizgen.terminal.prose import plain_line
from quizgen.terminal.screen import AMBER, COLORS, GREEN, MARGIN, RED, Screen, badge, styled_line

_RIGHT = (messages.SIGNS[Outcome.CORRECT], f"bold {GREEN}")
_WRONG = (messages.SIGNS[Outcome.WRONG], f"bold {RED}")
_MISSED = (messages.MISSED_SIGN, f"bold {AMBER}")
_PARTLY = (messages.SIGNS[Outcome.PARTLY], f"bold {AMBER}")
_NEITHER = (" ", "")


def show_feedback(screen: Screen, prompt: Prompt, answered: Answered, room: int, above: int) -> None:
    """Show how ``answered`` was graded, and everything that helps to remember the correct answer.

    If it does not fit into ``room`` lines below the question, which takes those ``above``, options that are neither
    correct nor the learner's are left out. If even without the question that is not enough, the answer and the verdict
    come last, so that they do not scroll away.
    """

    def show(*, briefly: bool = False, verdict_first: bool = True) -> None:
        if not verdict_first:
            screen.gap()
            _show_details(screen, answered)
        _show_parts(screen, prompt, answered, briefly=briefly)
        _show_verdict(screen, answered)
        if verdict_first:
            _show_details(screen, answered)

    if above + screen.height_of(show) <= room:
        show()
    else:
        show(briefly=True, verdict_first=screen.height_of(partial(show, briefly=True)) <= room)


def _show_verdict(screen: Screen, answered: Answered) -> None:
    question, verdict = answered.question, answered.verdict
    screen.gap()
    word = describe.verdict_words(question, verdict)
    remarks = describe.remarks(answered)
    verdict_badge = badge(f"{messages.SIGNS[verdict.outcome]} {word}", COLORS[verdict.outcome])
    if cell_len(f"{MARGIN}{verdict_badge[0]}  {remarks}") <= screen.width:
        screen.line(verdict_badge, f"  {remarks}")
    else:
        screen.line(verdict_badge)
        screen.line(remarks, lead=MARGIN * 3)
    if verdict.feedback:
        screen.prose(verdict.feedback, lead=MARGIN * 3)
    if describe.wants_answer(answered) and not _shows_its_answer(answered):
        screen.prose(
            f"{messages.ANSWER}: {describe.on_one_line(describe.right_answer(question))}", "bold", lead=MARGIN * 3
        )


def _show_details(screen: Screen, answered: Answered) -> None:
    question = answered.question
    if explanation := describe.explanation(question):
        screen.prose(explanation, lead=MARGIN * 3)
    if picture := describe.picture(question, after_answer=True):
        screen.line((picture, "italic"), lead=MARGIN * 3)
    for line in (describe.attribution(question), describe.citation(question)):
        if line:
            screen.line(line, lead=MARGIN * 3)


def _shows_its_answer(answered: Answered) -> bool:
    options = ChoiceQuestion | MultipleQuestion | TrueFalseQuestion | OrderQuestion | MatchQuestion
    return isinstance(answered.question, options) or lists_blanks(answered)


def lists_blanks(answered: Answered) -> bool:
    """Whether the correct answer is listed blank by blank."""
    several = isinstance(answered.question, ClozeQuestion) and len(answered.question.marks) > 1
    return several and describe.wants_answer(answered)


def _show_parts(screen: Screen, prompt: Prompt, answered: Answered, *, briefly: bool) -> None:
    """Show the options or parts, which are correct, and the learner's response.

    With ``briefly``, options that are neither correct nor the learner's are left out.
    """
    response = answered.response
    match prompt.question:
        case ChoiceQuestion() as question:
            screen.gap()
            for number, option in zip(messages.NUMBERS_KEY, prompt.options, strict=False):
                right, picked = option == question.answer, option == response
                partly = answered.verdict.outcome is Outcome.PARTLY
                if right or picked or not briefly:
                    _show_option(screen, option, f"{number}  ", right=right, picked=picked, partly=partly)
        case MultipleQuestion() as question:
            screen.gap()
            ticked = response if isinstance(response, frozenset) else frozenset()
            for number, option in zip(messages.NUMBERS_KEY, prompt.options, strict=False):
                right, picked = option in question.answers, option in ticked
                if briefly and not (right or picked):
                    continue
                missed = right and bool(ticked) and not picked
                label = f"{messages.TICKED if picked else messages.UNTICKED} {number}  "
                _show_option(screen, option, label, right=right, picked=picked, missed=missed)
        case TrueFalseQuestion() as question:
            screen.gap()
            for label, truth in (("t  ", True), ("f  ", False)):
                right, picked = truth is question.answer, truth is response
                if right or picked or not briefly:
                    _show_option(screen, describe.true_false(truth), label, right=right, picked=picked)
        case OrderQuestion() as question:
            screen.gap()
            _show_steps(screen, question.steps, answered)
        case MatchQuestion() as question:
            screen.gap()
            pairs = response if isinstance(response, tuple) else ()
            _show_pairs(screen, question, {pair[0]: pair[1] for pair in pairs})
        case ClozeQuestion() as question:
            if lists_blanks(answered):
                screen.gap()
                _show_blanks(screen, question, answered)
        case CardQuestion() | ShortQuestion() | NumberQuestion():
            pass
        case unreachable:
            assert_never(unreachable)


def _show_option(
    screen: Screen, option: str, label: str, *, right: bool, picked: bool, partly: bool = False, missed: bool = False
) -> None:
    """Show an option; ``partly`` if picking it earned part of the credit, ``missed`` if it should have been picked."""
    mark = _MISSED if missed else _RIGHT if right else _PARTLY if picked and partly else _WRONG if picked else _NEITHER
    style = "bold" if right else ""
    body = Text.assemble(styled_line(option, style), f"  ({messages.MISSED})" if missed else "")
    screen.text(body, Text.assemble(MARGIN, mark, " ", (label, style)))


def _show_pairs(screen: Screen, question: MatchQuestion, matched: Mapping[str, str]) -> None:
    for left, partner in question.pairs:
        theirs = matched.get(left)
        sign = _NEITHER if theirs is None else _RIGHT if theirs == partner else _MISSED
        body = Text.assemble(f"{plain_line(left)} {messages.ARROW} ", styled_line(partner, "bold"))
        if theirs is not None and theirs != partner:
            body.append_text(_instead(styled_line(theirs)))
        screen.text(body, Text.assemble(MARGIN, sign, " "))


def _show_blanks(screen: Screen, question: ClozeQuestion, answered: Answered) -> None:
    blanks = answered.verdict.blanks or (None,) * len(question.marks)
    typed = answered.response if isinstance(answered.response, tuple) else ()
    for at, (mark, was_right) in enumerate(zip(question.marks, blanks, strict=True), 1):
        lead = Text.assemble(MARGIN, _NEITHER if was_right is None else _RIGHT if was_right else _MISSED, " ")
        body = Text.assemble(f"({at}) ", styled_line(mark.answer, "bold"))
        if was_right is False and typed and (theirs := str(typed[at - 1]).strip()):
            body.append_text(_instead(Text(describe.without_controls(theirs))))
        screen.text(body, lead)


def _show_steps(screen: Screen, steps: Sequence[str], answered: Answered) -> None:
    """Show the steps in order, and below them the learner's order, with a sign before each step."""
    given = describe.given_order(answered)
    mark = _NEITHER if given or answered.response is None else _RIGHT
    for number, step in enumerate(steps, 1):
        screen.text(Text.assemble(f"{number}. ", styled_line(step, "bold")), Text.assemble(MARGIN, mark, " "))
    if given:
        body = Text(f"{messages.YOUR_ORDER}: ")
        for number, (step, right) in enumerate(given):
            between = "; " if number else ""
            body.append_text(Text.assemble(between, _RIGHT if right else _WRONG, " ", styled_line(step)))
        screen.text(body, MARGIN * 3)


def _instead(theirs: Text) -> Text:
    """Return what the learner answered in place of what is right."""
    return Text.assemble(f"  ({messages.YOURS}: ", _WRONG, " ", theirs, ")")
