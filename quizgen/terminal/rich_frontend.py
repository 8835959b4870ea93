"""The frontend for a capable terminal: one question at a time, one key per answer, colored feedback."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from quizgen.grading.verdict import Response
from quizgen.questions import CardQuestion, Question, TypedQuestion
from quizgen.session.frontend import STOPPED, Extra, Keep, Override, Previous, Skip, Undo
from quizgen.session.prompt import Answered, Prompt, Undoable
from quizgen.session.session import Session
from quizgen.terminal import describe, describe_study, key_labels, messages, study_messages
from quizgen.terminal.feedback import lists_blanks, show_feedback
from quizgen.terminal.keys import Footer, OpenFiles, Option, footer_lines, numbered
from quizgen.terminal.screen import AMBER, COLORS, GREEN, MARGIN, Screen, badge, bar, sign
from quizgen.terminal.startup import load_prompts

if TYPE_CHECKING:
    from quizgen.facts.lesson import Lesson
    from quizgen.history.ratings import Rating
    from quizgen.session.frontend import AnySession, Countdown, SessionSummary

_SHORTEST_TOPIC = 12
"""Columns for a topic, with the space before it; with fewer, it says nothing."""


_YES_OR_NO = key_labels.to_pick(["y", "n"])


class RichFrontend:
    """Asks through questionary and shows everything else through rich."""

    reads_lines: Literal[False] = False

    def __init__(self) -> None:
        self._screen = Screen(Console(highlight=False))
        self.countdown: Countdown | None = None
        self.extras: tuple[Extra, ...] = ()
        self.known_sets: frozenset[str] = frozenset()
        self._explained: set[str] = set()
        self._set_id = ""
        """The set of the question before; empty before the first."""
        self._used: set[str] = set()
        """The keys of the extras that were used at the current feedback and need no second time."""

    def open(self, session: "AnySession") -> None:
        self._screen.countdown = self.countdown if session.mode == "exam" else None
        countdown = self._screen.countdown
        title, length = describe.heading(session, countdown.seconds_left if countdown else None)
        if isinstance(session, Session) and session.round > 1:
            self._screen.clear()  # the answers are above
        self._screen.gap()
        self._screen.line((title, "bold"))
        self._screen.line(length)
        for source in describe.sources(session, self.known_sets):
            self._screen.line(source)

    def ask(self, prompt: Prompt) -> Response:
        self._question(prompt)
        try:
            response = self._answer(prompt)
        except Skip:
            if prompt.exam:
                self._screen.gap()
                self._screen.line((messages.SKIPPED, "italic"))
            raise
        except Previous:
            if prompt.exam:
                self._screen.clear()  # the question before is asked again
            raise
        except Keep:
            if prompt.given and prompt.given.response is not None:
                self._response(prompt.question, prompt.given.response)
            else:
                self._screen.gap()
                self._screen.line((messages.SKIPPED, "italic"))
            raise
        except STOPPED:
            if prompt.given is None:  # an earlier answer to a question of an exam still counts
                self._screen.gap()
                self._screen.line((messages.UNANSWERED, "italic"))
            raise
        if not prompt.exam:
            return response
        # What was typed is on the screen already; what was picked is not, and an exam shows no feedback.
        if not isinstance(prompt.question, TypedQuestion):
            self._response(prompt.question, response)
        return response

    def compare(self, prompt: Prompt, answered: Answered) -> bool:
        screen, outcome = self._screen, answered.verdict.outcome
        screen.gap()
        screen.line(badge(f"{messages.SIGNS[outcome]} {messages.VERDICTS[outcome]}", COLORS[outcome]))
        why, question = describe.comparison(answered)
        screen.line(why, lead=MARGIN * 3)
        screen.gap()
        for label, text in describe.side_by_side(answered):
            screen.line(f"{label}: ", (text, "bold"), lead=MARGIN * 3)
        same = self._confirms(question, messages.YES, messages.NO, by_default=False, undoable="answer")
        if not same:
            screen.clear()  # what follows is the feedback on a wrong answer
            self._question(prompt)
            self._given(answered)
        return same

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        if answered.skipped:
            self._screen.gap()
            lead = Text.assemble(MARGIN, sign(answered.verdict.outcome), " ")
            self._screen.line((messages.SKIPPED, "bold"), lead=lead)
            return
        self._feedback(prompt, answered, [key_labels.ENTER_NEXT])

    def show_answered(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        self._question(prompt, messages.REVIEW if review else messages.LOOKING_BACK)
        self._given(answered)
        right = answered.may_be_overridden and not review
        keys = {**({"i": Override} if right else {}), **({} if prompt.first else {"left": Previous})}
        shown = [key_labels.ENTER_NEXT if review else key_labels.ENTER_RETURN]
        shown += [key_labels.RIGHT] if right else []
        shown += [] if prompt.first else [key_labels.BACK]
        prompt = replace(prompt, ahead=()) if review else prompt  # nothing more is asked
        extras = [extra for extra in self.extras if review and extra.offered(prompt)]

        def footer() -> Footer:
            labels = [extra.label(prompt) for extra in extras]
            return Footer((*shown, *labels, key_labels.QUIT_REVIEW if review else key_labels.QUIT), keys)

        if answered.skipped and not review:
            self._screen.gap()
            self._screen.line(messages.SKIPPED_BEFORE, lead=Text.assemble(MARGIN, sign(answered.verdict.outcome), " "))
        else:
            show_feedback(self._screen, prompt, answered, self._room_above(footer()), self._height_of(prompt))
        self._wait_with(extras, prompt, footer)

    def confirm_override(self) -> None:
        self._screen.line(badge(messages.MARKED_CORRECT, GREEN), lead=MARGIN * 2)  # a badge begins with a space

    def confirm_undo(self, *, skip: bool, resumed: bool) -> None:
        self._screen.clear()  # the answer is above
        self._screen.gap()
        self._screen.line((messages.undone(skip=skip, resumed=resumed), "bold"))

    def confirm_submit(self, session: Session) -> None:
        self._screen.gap()
        self._screen.rule()
        self._screen.line((messages.EXAM_DONE, "bold"))
        self._screen.line(describe.exam_so_far(session.results))
        self._wait(Footer((key_labels.ENTER_SUBMIT, key_labels.BACK, key_labels.QUIT), {"left": Previous}))

    def show_exam_score(self, session: Session, *, time_up: bool) -> None:
        self._screen.countdown = None
        self._screen.gap()
        self._screen.rule()
        if time_up:
            self._screen.line(badge(messages.TIME_UP, AMBER))
        self._screen.line((describe.score(session.results), "bold"))
        if time_up:  # which nobody expects, so that it must not scroll away
            self._wait(Footer((key_labels.ENTER_REVIEW, key_labels.QUIT_REVIEW)))

    def close(self, summary: "SessionSummary") -> None:
        from quizgen.terminal.summary import show_summary

        show_summary(self._screen, summary)

    def ask_read(self, titles: Sequence[str]) -> int | None:
        """Ask which lesson of these new sets to read first, and return its index; Enter means none."""
        load_prompts()  # so that the question does not appear before it can be answered
        if len(titles) == 1:
            self._screen.gap()
            self._screen.line((messages.ask_read(titles[0]), "bold"))
            footer = Footer((key_labels.READ_FIRST, key_labels.ENTER_NO, key_labels.QUIT))
            reads = self._wait(footer, {"y": True, "n": False})
            self._screen.line(messages.YES if reads else messages.START_UNREAD, lead=(f"{MARGIN}› ", "bold"))
            return 0 if reads else None
        from quizgen.terminal.prompts import pick

        options = [Option("n", messages.START_UNREAD, ("n",)), *numbered(titles)]
        keys = key_labels.to_read([option.label for option in options[1:] if option.keys])
        footer = Footer((keys, key_labels.ENTER_NO, key_labels.QUIT))
        offer = messages.ask_read_several(len(titles))
        picked = pick(self._screen, offer, options, footer, start=0)
        self._screen.gap()
        self._screen.line((offer, "bold"))
        self._screen.line(options[picked].text, lead=(f"{MARGIN}› ", "bold"))
        return picked - 1 if picked else None

    def say_stopped(self) -> None:
        """Say that the learner stopped before the session started."""
        self._screen.line(messages.STOPPED)

    def show_lesson(self, lesson: "Lesson", open_files: Callable[[Sequence[str]], Sequence[str]]) -> bool:
        """Show a lesson page by page; return whether more than its first page was read, if there are several.

        ``open_files`` opens the pictures and sounds of a page, and says which cannot be opened.
        """
        from quizgen.terminal.lesson import show_lesson

        is_read = show_lesson(self._screen, lesson, open_files)
        self._screen.clear()  # the answers are above
        return is_read

    def ask_retry(self, missed: int, skipped: int, *, undoable: Undoable | None) -> bool:
        offer = messages.ask_retry(missed, skipped)
        return self._confirms(offer, messages.YES, messages.NO, by_default=False, undoable=undoable)

    def show_skipped(self, skipped: Sequence[Answered]) -> None:
        from quizgen.terminal.summary import show_answers

        self._screen.gap()
        show_answers(self._screen, messages.skipped_answers(len(skipped)), skipped)

    def ask_resume(self, session: Session, started: datetime, seconds: float | None, *, has_options: bool) -> bool:
        offer = messages.ask_resume(started, describe.progress(session.results), seconds, exam=session.exam)
        self._screen.gap()
        self._screen.line((offer, "bold"))
        self._screen.line(messages.abandons(exam=session.exam, has_options=has_options))
        return self._confirms("", messages.RESUME, messages.START_NEW, by_default=True)

    def note(self, message: str) -> None:
        self._screen.gap()
        self._screen.line(message)

    def warn(self, message: str) -> None:
        self._screen.gap()
        self._screen.line(message, lead=Text.assemble(MARGIN, badge("!", AMBER), " "))

    def rate(self, prompt: Prompt, answered: Answered, suggested: "Rating", intervals: Sequence[timedelta]) -> "Rating":
        highest, why = describe_study.highest_rating(prompt, answered)
        ratings = study_messages.ratings(intervals[:highest], suggested)
        refused = Extra("", lambda _: "", "", lambda _: [why], is_switch=True)
        picks = {str(int(rating)): rating if rating <= highest else refused for rating in type(suggested)}
        note = describe_study.counts_less(prompt, answered, self._explained)
        picked = self._feedback(prompt, answered, [*ratings, key_labels.to_rate(suggested)], picks, note=note)
        return suggested if picked is None else type(suggested)(picked)

    def show_interval(self, interval: timedelta, answers_needed: int, *, at_once: bool) -> None:
        if at_once:
            self._screen.clear()  # the answer is above
            self._screen.gap()
        line = study_messages.next_review(interval, answers_needed, at_once=at_once)
        self._screen.line(line, lead=MARGIN if at_once else MARGIN * 3)

    def celebrate(self, goal: int) -> None:
        self._screen.line((messages.goal_reached(goal), f"bold {GREEN}"), lead=MARGIN * 3)

    def _answer(self, prompt: Prompt) -> Response:
        load_prompts()
        from quizgen.terminal.rich_input import ask_question

        while True:
            try:
                return ask_question(self._screen, prompt)
            except OpenFiles:
                for extra in self.extras:
                    if run := extra.before_answer(prompt):
                        self._show(run())

    def _wait(self, footer: Footer, picks: Mapping[str, object] | None = None) -> Any:
        load_prompts()
        from quizgen.terminal.prompts import wait

        return wait(self._screen, footer, picks)

    def _feedback(
        self,
        prompt: Prompt,
        answered: Answered,
        shown: Sequence[str],
        picks: Mapping[str, object] | None = None,
        *,
        note: str = "",
    ) -> Any:
        """Show the feedback and a ``note`` below it, and wait as ``_wait``; run extras until another key is pressed."""
        screen = self._screen
        self._used = set()
        extras = [extra for extra in self.extras if extra.offered(prompt) and extra.key not in self._used]

        def footer() -> Footer:
            labels = [extra.label(prompt) for extra in extras]
            return _feedback_footer(shown, labels, right=answered.may_be_overridden)

        def show_note() -> None:
            if note:
                screen.line(note, lead=MARGIN * 3)

        if answered.overridden:
            screen.clear()  # the verdict that was wrong is above
            self._question(prompt, messages.MARKED_CORRECT.rstrip("."))
            self._given(answered)
        room = self._room_above(footer()) - screen.height_of(show_note)
        show_feedback(screen, prompt, answered, room, self._height_of(prompt))
        show_note()
        return self._wait_with(extras, prompt, footer, picks)

    def _wait_with(
        self,
        extras: list[Extra],
        prompt: Prompt,
        footer: Callable[[], Footer],
        picks: Mapping[str, object] | None = None,
    ) -> Any:
        """Wait as ``_wait``; run ``extras``, which shrink to those that are still available, until another key."""
        state = remains = question = ""
        while True:
            keys = {**(picks or {}), **{extra.key: extra for extra in extras}}
            asked = question
            picked = self._wait(replace(footer(), remark=asked or state), keys)
            question = "" if asked or not isinstance(picked, Extra) else picked.confirm(prompt)
            if question:
                continue
            if not isinstance(picked, Extra):
                if remains:  # what the last switch did; how to take it back is no longer true
                    self._screen.line(remains, lead=MARGIN * 3)
                return picked
            lines = picked.run(prompt)
            if picked.is_switch:
                state = " ".join(lines)
                if picked in extras:
                    remains = lines[0]
            else:
                self._show(lines)
            if picked.once:
                extras.remove(picked)
                self._used.add(picked.key)

    def _height_of(self, prompt: Prompt) -> int:
        """Return the number of lines of the question itself."""
        return self._screen.height_of(lambda: self._screen.prose(prompt.question.stem, "bold"))

    def _room_above(self, footer: Footer) -> int:
        """Return the number of lines above an empty one and ``footer``."""
        return self._screen.height - 1 - len(footer_lines(self._screen, footer))

    def _show(self, lines: Sequence[str]) -> None:
        if lines:
            self._screen.gap()
        for line in lines:
            self._screen.item(line, lead=MARGIN * 3)

    def _confirms(self, message: str, yes: str, no: str, *, by_default: bool, undoable: Undoable | None = None) -> bool:
        """Ask; Enter alone picks the answer that loses nothing, which is yes or no ``by_default``."""
        load_prompts()
        from quizgen.terminal.prompts import pick

        options = (Option("y", yes, ("y", "1")), Option("n", no, ("n", "2")))
        undo = (key_labels.to_undo(undoable),) if undoable else ()
        footer = Footer((_YES_OR_NO, *undo, key_labels.QUIT), {"u": Undo} if undoable else {})
        return pick(self._screen, message, options, footer, start=0 if by_default else 1) == 0

    def _question(self, prompt: Prompt, note: str = "") -> None:
        self._header(prompt, note)
        self._screen.prose(prompt.question.stem, "bold")
        if picture := describe.picture(prompt.question):
            self._screen.line((picture, "italic"))
        if sound := describe.sound(prompt.question.audio):
            self._screen.line((sound, "italic"))

    def _header(self, prompt: Prompt, note: str) -> None:
        screen = self._screen
        place = describe.place(prompt)
        in_study = prompt.left is not None
        # The bar has the same length at every question, so that only what is done makes it grow.
        cells = _bar_cells(screen.width, in_study=in_study)
        if in_study and not cells:  # where the counts leave no room for more at some questions, it is shown at none
            place = describe.place(prompt, with_time=False)
        lead = f"{place:<{len(describe.place(replace(prompt, position=prompt.total)))}} " if cells else place
        aside = note or messages.streak(prompt.streak)
        room = screen.width - len(f"{MARGIN}{lead}") - cells - (cell_len(f"  {aside}") if aside else 0)
        topic_room = cell_len(f"  {prompt.topic}") if prompt.topic else 0
        has_room = room >= min(topic_room, _SHORTEST_TOPIC) and (cells or not in_study)
        topic = screen.cut(prompt.topic, room - 2) if prompt.topic and has_room else ""
        screen.gap()
        screen.rule()
        answered = prompt.position if in_study else prompt.position - 1
        after = "".join(f"  {part}" for part in (topic, aside) if part)
        screen.line((lead, "bold"), *bar(answered / prompt.total, cells), after)
        if in_study and prompt.topic and not topic and self._set_id not in {"", prompt.set_id}:
            screen.line(prompt.topic)
        self._set_id = prompt.set_id
        screen.gap()

    def _given(self, answered: Answered) -> None:
        """Show the response, if the feedback does not show it among options."""
        question = answered.question
        if isinstance(question, TypedQuestion) and answered.response is not None and not lists_blanks(answered):
            self._response(question, answered.response)
        elif isinstance(question, CardQuestion) and answered.response is not None:
            self._screen.gap()
            self._screen.answer(question.answer)

    def _response(self, question: Question, response: Response) -> None:
        self._screen.gap()
        self._screen.line(describe.given(question, response), lead=(f"{MARGIN}› ", "bold"))


def _bar_cells(width: int, *, in_study: bool) -> int:
    """Return the columns of the bar: none on a narrow screen, where a topic says more, and few in study."""
    return 0 if width < 64 else 12 if in_study else min(20, width // 4)


def _feedback_footer(shown: Sequence[str], extras: Sequence[str], *, right: bool) -> Footer:
    """Return the keys after an answer; ``right`` offers "I was right"."""
    also = [key_labels.RIGHT] if right else []
    keys: dict[str, type[Exception]] = {"i": Override} if right else {}
    return Footer((*shown, *also, *extras, key_labels.UNDO, key_labels.QUIT), keys | {"u": Undo})
