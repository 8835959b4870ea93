"""The plain front: a quiz as lines of text, for pipes, scripts and screen readers.

No colour, no escape codes, nothing redrawn. Its waits are few, so that a script can hand in answers only.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TextIO, TypeVar

from quizgen.grading.verdict import Response
from quizgen.questions import CardQuestion, ClozeQuestion, MatchQuestion
from quizgen.session import Answered, Prompt, Session
from quizgen.terminal import describe, messages, plain_messages, study_messages
from quizgen.terminal.actions import Keep, Override, Previous, Quit, Reveal, Skip, TimeUp
from quizgen.terminal.plain_answers import Unreadable, labels_for, read_answer, yes_or_no
from quizgen.terminal.plain_keys import Command, command_in, how_to_answer
from quizgen.terminal.prose import plain_line, plain_lines
from quizgen.terminal.quiz_loop import SessionSummary
from quizgen.text.folding import fold

if TYPE_CHECKING:
    from quizgen.history.queue import Waiting
    from quizgen.terminal.countdown import Countdown
    from quizgen.terminal.study_loop import StudySummary

T = TypeVar("T")

_WISHES: dict[Command, type[Exception]] = {
    Command.SKIP: Skip,
    Command.SHOW: Reveal,
    Command.BACK: Previous,
    Command.KEEP: Keep,
    Command.QUIT: Quit,
    Command.WAS_RIGHT: Override,
}


class PlainFrontend:
    """Asks on ``output`` and reads one line an answer from ``answers``, both text streams.

    In an exam, a line that comes after the time is not taken.
    """

    def __init__(self, answers: TextIO, output: TextIO) -> None:
        self._answers = answers
        self._output = output
        self.countdown: Countdown | None = None
        """What exams have to look at."""
        self._watched: Countdown | None = None

    def open(self, session: Session) -> None:
        self._watched = self.countdown if session.exam else None
        self._say(f"{session.question_set.title}: {describe.opening(session)}")

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
        return self._until_readable(lambda: read_answer(prompt, self._read(prompt)))

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        if answered.skipped:
            self._say(messages.SKIPPED_FOR_NOW)
            return
        self._feedback(answered)
        if answered.may_be_overridden and prompt.left is None:
            self._say(plain_messages.WAS_RIGHT)

    def show_answered(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        self._question(prompt)
        if given := describe.given(answered.question, answered.response):
            self._say(f"{messages.YOU_GAVE}: {given}")
        self._feedback(answered)
        if not review:
            self._say(plain_messages.LOOKED_BACK)
            self._wait(answered)
        elif answered.may_be_overridden:
            self._say(plain_messages.GO_ON_OR_RIGHT)
            try:
                self._wait(answered)
            except EOFError:  # a script that has handed in its answers sees the rest too
                return

    def confirm_override(self) -> None:
        self._say(messages.COUNTED_RIGHT)

    def hand_in(self, session: Session) -> None:
        self._say("", f"{messages.EXAM_DONE} {describe.in_hand(session.results)}.", plain_messages.HAND_IN)
        try:
            self._wait()
        except EOFError:  # nothing more to come: handed in
            return

    def review(self, session: Session, *, time_up: bool) -> None:
        self._watched = None
        self._say("", *([messages.TIME_UP] if time_up else []), describe.score(session.results))

    def close(self, ending: SessionSummary) -> None:
        results = ending.session.results
        question_set = ending.session.question_set
        self._say("")
        if not ending.over:
            self._say(messages.STOPPED)
        if ending.resumable:
            self._say(messages.resumable(len(results.answers), results.total))
        if describe.keeps_its_score(ending):
            return
        self._say(describe.score(results))
        if not results.answers:
            return
        self._say(f"{describe.tally(results)}.")
        if len(results.topics) > 1:
            self._say(f"{messages.SCORE_BY_TOPIC}:")
            for topic in results.topics:
                self._say(f"- {question_set.topic_name(topic.topic)}: {describe.topic_score(topic)}")
        if ending.earlier and ending.over and ending.session.round == 1:
            self._say(f"{messages.EARLIER}:")
            for one in ending.earlier:
                self._say(f"- {describe.moment(one.at)}: {describe.share_of(one.points, one.out_of)}")
        if results.missed:
            self._say(f"{messages.TO_LOOK_AT}:")
            for missed in results.missed:
                stem = describe.on_one_line(tuple(plain_lines(missed.question.stem)))
                self._say(f"- {stem}", f"  {messages.ANSWER}: {describe.right_answer_line(missed.question)}")

    def ask_again(self, missed: int) -> bool:
        return self._yes_or_no(messages.again(missed), may_override=True)

    def ask_resume(self, offer: str) -> bool:
        """Whether an interrupted session is to go on."""
        return self._yes_or_no(offer)

    def warn(self, message: str) -> None:
        self._say(message)

    def open_study(self, title: str, waiting: "Waiting") -> None:
        today = study_messages.waiting(waiting.learning, waiting.due, waiting.new)
        self._say(f"{title}: {today}")

    def rate(self, prompt: Prompt, answered: Answered, suggested: int, whens: Sequence[str]) -> int:
        self.show_feedback(prompt, answered)
        self._say(study_messages.plain_rating(suggested, whens, may_override=answered.may_be_overridden))
        return self._until_readable(lambda: self._rating(answered, suggested))

    def scheduled(self, when: str) -> None:
        self._say(f"{study_messages.next_review(when)}.")

    def close_study(self, ending: "StudySummary") -> None:
        from quizgen.terminal.study_screen import closing_lines

        self._say("", *closing_lines(ending))

    def _question(self, prompt: Prompt) -> None:
        self._say("", plain_messages.question(prompt), *plain_lines(prompt.question.stem))
        if picture := describe.picture(prompt.question):
            self._say(picture)
        if self._watched:
            self._say(messages.time_left(self._watched.seconds_left))

    def _feedback(self, answered: Answered) -> None:
        question, verdict = answered.question, answered.verdict
        self._say(f"{describe.verdict_words(question, verdict)}." + (f" {verdict.note}" if verdict.note else ""))
        if describe.wants_answer(answered):
            answer = describe.answer_lines(answered)
            self._say(*([f"{messages.ANSWER}: {answer[0]}"] if len(answer) == 1 else [f"{messages.ANSWER}:", *answer]))
        if question.explanation:
            self._say(*plain_lines(question.explanation))
        self._say(*filter(None, (describe.attribution(question), describe.citation(question))))

    def _fill(self, prompt: Prompt, blanks: int) -> Response:
        filled = []
        for number in range(1, blanks + 1):
            if blanks > 1:
                self._say(f"{messages.blank(number, blanks)}:")
            filled.append(self._read(prompt))
        return tuple(filled)

    def _read(self, prompt: Prompt, *, may_be_empty: bool = False) -> str:
        """The next line that is an answer and no command; raises what a command wishes, gives the hint when asked."""
        empty_before = may_be_empty
        while True:
            line = self._line()
            command = command_in(line, prompt)
            if command is Command.HINT:
                hint = prompt.question.hint
                self._say(*(plain_lines(f"{messages.HINT}: {hint}") if hint else (messages.NO_HINT,)))
                continue
            if command is not None:
                raise _WISHES[command]
            if line or may_be_empty:
                return line
            if empty_before:
                raise Skip if prompt.exam else Reveal
            empty_before = True
            self._say(plain_messages.UNREADABLE_EMPTY_EXAM if prompt.exam else plain_messages.UNREADABLE_EMPTY)

    def _wait(self, answered: Answered | None = None) -> None:
        """Wait for a line; raises what it wishes."""
        match fold(self._line()):
            case "<" | "back":
                raise Previous
            case "q" | "quit":
                raise Quit
            case "i" | messages.I_WAS_RIGHT if answered and answered.may_be_overridden:
                raise Override

    def _rating(self, answered: Answered, suggested: int) -> int:
        match fold(self._line()):
            case "":
                return suggested
            case "q" | "quit":
                raise Quit
            case "i" | messages.I_WAS_RIGHT if answered.may_be_overridden:
                raise Override
            case line if line in {"1", "2", "3", "4"}:
                return int(line)
        raise Unreadable(plain_messages.UNREADABLE_RATING)

    def _yes_or_no(self, question: str, *, may_override: bool = False) -> bool:
        self._say("", f"{question} ({plain_messages.YES_NO})")

        def read() -> bool:
            line = fold(self._line())
            if may_override and line == messages.I_WAS_RIGHT:
                raise Override
            return line not in {"", "q", "quit"} and yes_or_no(line)

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
        self._output.write("".join(f"{line}\n" for line in lines))
        self._output.flush()
