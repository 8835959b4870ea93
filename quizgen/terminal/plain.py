"""The plain frontend: sessions as lines of text, for pipes, scripts and screen readers.

No color, no escape codes, nothing redrawn. It waits only for answers, so that a script can supply just those.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, TextIO, TypeVar

from quizgen.grading.verdict import Outcome, Response
from quizgen.questions import CardQuestion, ClozeQuestion, MatchQuestion
from quizgen.session.frontend import Keep, Override, Previous, Quit, Reveal, Skip, TimeUp, Undo
from quizgen.session.prompt import Answered, Prompt, Undoable
from quizgen.session.session import Session
from quizgen.terminal import describe, describe_study, messages, plain_messages, study_messages
from quizgen.terminal.keys import UndoStep
from quizgen.terminal.plain_input import (
    Command,
    Unreadable,
    command_in,
    command_tip,
    how_to_answer,
    labels_for,
    read_answer,
    read_typed,
    why_refused,
    yes_or_no,
)
from quizgen.terminal.prose import plain_line, plain_lines
from quizgen.text.folding import fold
from quizgen.text.wrapping import hanging

if TYPE_CHECKING:
    from quizgen.history.ratings import Rating
    from quizgen.session.frontend import AnySession, Countdown, Extra, SessionSummary

T = TypeVar("T")

_ACTIONS: dict[Command, type[Exception]] = {
    Command.SKIP: Skip,
    Command.SHOW: Reveal,
    Command.BACK: Previous,
    Command.KEEP: Keep,
    Command.QUIT: Quit,
    Command.WAS_RIGHT: Override,
    Command.UNDO: Undo,
}


def _same_question(one: Prompt, other: Prompt) -> bool:
    return (one.set_id, one.question.id) == (other.set_id, other.question.id)


class PlainFrontend:
    """Asks on ``output`` and reads one line per answer from ``answers``, both text streams.

    In an exam, a line that comes after the time is over is ignored. ``columns`` returns the width of a terminal, where
    lines break between words; elsewhere each line is written as it is.
    """

    reads_lines: Literal[True] = True

    def __init__(self, answers: TextIO, output: TextIO, columns: Callable[[], int] | None = None) -> None:
        self._columns = columns
        self._answers = answers
        self._output = output
        self.countdown: Countdown | None = None
        self.extras: tuple[Extra, ...] = ()
        self.known_sets: frozenset[str] = frozenset()
        self._explained: set[str] = set()
        self._last: Prompt | None = None
        """The question answered last, which extras are about; None if none is or its answer was undone."""
        self._compared: Prompt | None = None
        """The question whose answer the learner has just compared with the key and found right."""
        self._watched: Countdown | None = None

    def open(self, session: "AnySession") -> None:
        self._watched = self.countdown if session.mode == "exam" else None
        title, length = describe.heading(session, self._watched.seconds_left if self._watched else None)
        self._say(f"{title}: {length}", *describe.sources(session, self.known_sets))

    def ask(self, prompt: Prompt) -> Response:
        question = prompt.question
        self._question(prompt)
        if isinstance(question, MatchQuestion):
            self._say(*(f"{number}. {plain_line(left)}" for number, (left, _) in enumerate(question.pairs, 1)))
        for label, option in zip(labels_for(prompt.options), prompt.options, strict=True):
            self._say(f"{label}) {plain_line(option)}")
        if prompt.given:
            self._say(messages.given_before(describe.given(prompt.question, prompt.given.response)))
        self._say(how_to_answer(prompt))
        if isinstance(question, ClozeQuestion):
            return self._fill(prompt, len(question.marks))
        if isinstance(question, CardQuestion):
            self._read(prompt, may_be_empty=True)
            self._say(f"{messages.ANSWER}:", *plain_lines(question.answer), plain_messages.KNEW)
        return self._until_readable(lambda: self._read_answer(prompt))

    def compare(self, prompt: Prompt, answered: Answered) -> bool:
        why, question = describe.comparison(answered)
        self._say(f"{describe.verdict_words(answered.question, answered.verdict)}. {why}")
        self._say(*(f"{label}: {text}" for label, text in describe.side_by_side(answered)))
        try:
            same = self._yes_or_no(question, by_default=False, may_override=True, undoable=True)
        except Override:
            same = True
        self._compared = prompt if same else None
        return same

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        self._last = prompt
        if answered.skipped:
            self._say(messages.SKIPPED)
            return
        self._feedback(prompt, answered)
        if answered.may_be_overridden and prompt.left is None:
            self._say(plain_messages.WAS_RIGHT)

    def show_answered(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        self._question(prompt)
        if given := describe.given(answered.question, answered.response):
            self._say(f"{messages.YOUR_ANSWER}: {given}")
        if answered.skipped and not review:
            self._say(messages.SKIPPED_BEFORE)
        else:
            self._feedback(prompt, answered)
        if not review:
            self._say(plain_messages.LOOKED_BACK)
            self._wait(answered)
            return
        self._last = replace(prompt, ahead=())  # nothing more is asked
        self._say(plain_messages.to_continue(is_first=prompt.first))
        try:
            self._wait(runs_extras=True)
        except EOFError:  # a script sees the rest too, although it has no more lines
            return

    def confirm_override(self) -> None:
        self._say(messages.MARKED_CORRECT)

    def confirm_undo(self, *, skip: bool, resumed: bool) -> None:
        self._last = None
        self._say(messages.undone(skip=skip, resumed=resumed))

    def confirm_submit(self, session: Session) -> None:
        self._say("", f"{messages.EXAM_DONE} {describe.exam_so_far(session.results)}.", plain_messages.SUBMIT)
        try:
            self._wait()
        except EOFError:  # the input has ended, so the exam is submitted
            return

    def show_exam_score(self, session: Session, *, time_up: bool) -> None:
        self._watched = None
        self._say("", *([messages.TIME_UP] if time_up else []), describe.score(session.results))

    def close(self, summary: "SessionSummary") -> None:
        session = summary.session
        if not isinstance(session, Session):
            self._say("", *describe_study.study_summary(session, summary))
            return
        self._say("")
        if not summary.over:
            self._say(messages.STOPPED)
        if not describe.hides_score(summary):
            self._result(summary, session)
        if summary.resumable:
            self._say(f"{describe.progress(session.results)} {messages.resume_later(summary.arguments)}")

    def _result(self, summary: "SessionSummary", session: Session) -> None:
        """Show what to review, the topics and the score, in the order that ``terminal.summary`` has too."""
        results = session.results
        if results.to_review:
            self._answers_to(messages.TO_REVIEW, results.to_review, hidden=summary.hidden)
        if len(results.topics) > 1:
            self._say(f"{messages.SCORE_BY_TOPIC}:")
            for topic, score in results.topics.items():
                self._say(f"- {session.question_set.topic_name(topic)}: {describe.short_score(score)}")
        if summary.earlier and summary.over and session.round == 1:
            self._say(f"{messages.EARLIER}:")
            for one in summary.earlier:
                self._say(f"- {messages.moment(one.at)}: {describe.attempt_score(one)}")
        self._say(describe.score(results), *describe.praise(summary, results))

    def ask_retry(self, missed: int, skipped: int, *, undoable: Undoable | None) -> bool:
        offer = messages.ask_retry(missed, skipped)
        return self._yes_or_no(offer, by_default=False, may_override=True, undoable=undoable is not None)

    def show_skipped(self, skipped: Sequence[Answered]) -> None:
        self._say("")
        self._answers_to(messages.skipped_answers(len(skipped)), skipped)

    def ask_resume(self, session: Session, started: datetime, seconds: float | None, *, has_options: bool) -> bool:
        offer = messages.ask_resume(started, describe.progress(session.results), seconds, exam=session.exam)
        return self._yes_or_no(
            f"{offer} {messages.abandons(exam=session.exam, has_options=has_options)}", by_default=True
        )

    def note(self, message: str) -> None:
        self._say(message)

    def warn(self, message: str) -> None:
        self._say(message)

    def rate(self, prompt: Prompt, answered: Answered, suggested: "Rating", intervals: Sequence[timedelta]) -> "Rating":
        if not answered.overridden or self._compared is prompt:  # otherwise, it was shown before
            self.show_feedback(prompt, answered)
            self._compared = None
        if note := describe_study.counts_less(prompt, answered, self._explained):
            self._say(note)
        highest, why = describe_study.highest_rating(prompt, answered)
        self._say(plain_messages.rating(suggested, intervals[:highest], may_override=answered.may_be_overridden))
        return self._until_readable(lambda: self._rating(answered, suggested, highest, why))

    def show_interval(self, interval: timedelta, answers_needed: int, *, at_once: bool) -> None:
        self._say(f"{study_messages.next_review(interval, answers_needed, at_once=at_once)}.")

    def celebrate(self, goal: int) -> None:
        self._say(messages.goal_reached(goal))

    def _answers_to(self, title: str, answers: Iterable[Answered], *, hidden: Collection[Answered] = ()) -> None:
        """Show questions with the correct answers, except those to ``hidden`` ones, below a title."""
        self._say(f"{title}:")
        for answered in answers:
            self._say(f"- {describe.on_one_line(tuple(plain_lines(answered.question.stem)))}")
            if answered not in hidden:
                self._say(f"  {messages.ANSWER}: {describe.right_answer_line(answered.question)}")

    def _question(self, prompt: Prompt) -> None:
        self._say("", describe.plain_place(prompt), *plain_lines(prompt.question.stem))
        if picture := describe.picture(prompt.question):
            self._say(picture)
        if sound := describe.sound(prompt.question.audio):
            self._say(sound)
        if self._watched:
            self._say(messages.time_left(self._watched.seconds_left))

    def _feedback(self, prompt: Prompt, answered: Answered) -> None:
        question, verdict = answered.question, answered.verdict
        self._say(" ".join(filter(None, (f"{describe.verdict_words(question, verdict)}.", describe.remarks(answered)))))
        if order := describe.given_order(answered):
            signs = {True: messages.SIGNS[Outcome.CORRECT], False: messages.SIGNS[Outcome.WRONG]}
            steps = "; ".join(f"{signs[right]} {plain_line(step)}" for step, right in order)
            self._say(f"{messages.YOUR_ORDER}: {steps}")
        if verdict.feedback:
            self._say(*plain_lines(verdict.feedback))
        if describe.wants_answer(answered):
            answer = describe.answer_lines(answered, dict(zip(prompt.options, labels_for(prompt.options), strict=True)))
            self._say(*([f"{messages.ANSWER}: {answer[0]}"] if len(answer) == 1 else [f"{messages.ANSWER}:", *answer]))
        if explanation := describe.explanation(question):
            self._say(*plain_lines(explanation))
        if picture := describe.picture(question, after_answer=True):
            self._say(picture)
        self._say(*filter(None, (describe.attribution(question), describe.citation(question))))

    def _fill(self, prompt: Prompt, blanks: int) -> Response:
        filled: list[str] = []
        while len(filled) < blanks:
            blank = len(filled)
            if blanks > 1:
                self._say(f"{messages.blank(blank + 1, blanks)}:")
            try:
                filled.append(self._until_readable(lambda at=blank: self._read_blank(prompt, at)))  # type: ignore[misc]
            except UndoStep:
                filled.pop()
        return tuple(filled)

    def _read_blank(self, prompt: Prompt, blank: int) -> str:
        """Return what is typed for a blank; raises ``UndoStep`` to return to the one before."""
        if not blank:
            return read_typed(prompt, self._read(prompt))
        try:
            line = self._read(replace(prompt, first=False, undoable="answer"), blank)  # there is a blank to return to
        except (Previous, Undo):
            raise UndoStep from None
        return read_typed(prompt, line, blank)

    def _read_answer(self, prompt: Prompt) -> Response:
        is_shown = isinstance(
            prompt.question, CardQuestion
        )  # an empty line does not ask for it, and no skip is possible
        try:
            line = self._read(prompt, may_be_empty=is_shown)
        except Skip:
            if not is_shown:
                raise
            raise Unreadable(plain_messages.UNREADABLE_YES_NO) from None
        return read_answer(prompt, line)

    def _read(self, prompt: Prompt, blank: int = 0, *, may_be_empty: bool = False) -> str:
        """Return the next line that is an answer; raises the actions of commands, and shows the hint on request."""
        empty_before = may_be_empty
        line_before = ""
        while True:
            line = self._line()
            if self._runs_extra(line, prompt):
                continue
            command = command_in(line, prompt, blank)
            if command is Command.HINT:
                hint = prompt.question.hint
                self._say(*(plain_lines(f"{messages.HINT}: {hint}") if hint else (messages.NO_HINT,)))
                continue
            if command is not None:
                raise _ACTIONS[command]
            if refusal := why_refused(line, prompt):
                self._say(refusal)
                continue
            if line != line_before and (tip := command_tip(line, prompt, blank)):
                line_before = line
                self._say(tip)
                continue
            if line or may_be_empty:
                return line
            if empty_before:
                raise Skip if prompt.exam else Reveal
            empty_before = True
            self._say(messages.EMPTY_AGAIN_EXAM if prompt.exam else messages.EMPTY_AGAIN)

    def _runs_extra(self, line: str, current: Prompt | None = None) -> bool:
        """Run the extra that ``line`` names, for the question on the screen if it may precede the answer."""
        for extra in self.extras:
            if fold(line) == extra.typed:
                if current and (run := extra.before_answer(current)):
                    self._say(*run())
                    return True
                last = self._last
                if last is None or (extra.shows_answer and current and _same_question(last, current)):
                    self._say(messages.ANSWER_FIRST)
                    return True
                if extra.offered(last):
                    self._say(*extra.run(last))
                    return True
        return False

    def _wait(self, answered: Answered | None = None, *, runs_extras: bool = False) -> None:
        """Wait for a line; raises its action, unless it is that of an extra."""
        line = self._line()
        while runs_extras and self._runs_extra(line):
            line = self._line()
        match fold(line):
            case "<" | "back":
                raise Previous
            case "q" | "quit":
                raise Quit
            case "i" | plain_messages.I_WAS_RIGHT if answered and answered.may_be_overridden:
                raise Override

    def _rating(self, answered: Answered, suggested: "Rating", highest: int, why: str) -> "Rating":
        line = self._line()
        while self._runs_extra(line):
            line = self._line()
        match fold(line):
            case "":
                return suggested
            case "q" | "quit":
                raise Quit
            case plain_messages.UNDO:
                raise Undo
            case "i" | plain_messages.I_WAS_RIGHT if answered.may_be_overridden:
                raise Override
            case line if line in {"1", "2", "3", "4"}:
                if int(line) > highest:
                    raise Unreadable(why)
                return type(suggested)(int(line))
        raise Unreadable(plain_messages.unreadable_rating(highest))

    def _yes_or_no(
        self, question: str, *, by_default: bool, may_override: bool = False, undoable: bool = False
    ) -> bool:
        keys = [plain_messages.yes_no(by_default=by_default), *([plain_messages.TO_UNDO] if undoable else [])]
        self._say("", f"{question} ({', '.join(keys)})")

        def read() -> bool:
            line = fold(self._line())
            if may_override and line == plain_messages.I_WAS_RIGHT:
                raise Override
            if undoable and line == plain_messages.UNDO:
                raise Undo
            if line in {"q", "quit"}:
                raise Quit
            return yes_or_no(line) if line else by_default

        return self._until_readable(read)

    def _until_readable(self, read: Callable[[], T]) -> T:
        while True:
            try:
                return read()
            except Unreadable as reason:
                self._say(str(reason))

    def _line(self) -> str:
        line = self._answers.readline()
        if self._watched and not self._watched.seconds_left:
            raise TimeUp
        if not line:
            raise EOFError
        return line.strip()

    def _say(self, *lines: str) -> None:
        if self._columns:
            columns = self._columns()
            lines = tuple(part for line in lines for part in hanging(line, columns))
        self._output.write("".join(f"{line}\n" for line in lines))
        self._output.flush()
