"""The front with prompts and colour: one question at a time, one key an answer, feedback that teaches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from quizgen.grading.verdict import Response
from quizgen.questions import CardQuestion, Question
from quizgen.session import Answered, Prompt, Session, TypedQuestion
from quizgen.terminal import describe, messages
from quizgen.terminal.actions import Override, Previous, Skip
from quizgen.terminal.feedback import show_feedback
from quizgen.terminal.prompts import Footer, Option, pick, wait
from quizgen.terminal.quiz_loop import SessionSummary
from quizgen.terminal.rich_input import ask_question
from quizgen.terminal.screen import ACCENT, AMBER, GREEN, MARGIN, Screen, bar, sign

if TYPE_CHECKING:
    from quizgen.history.queue import Waiting
    from quizgen.terminal.countdown import Countdown
    from quizgen.terminal.study_loop import StudySummary

_YES_NO = (Option("y", messages.YES, ("y", "1")), Option("n", messages.NO, ("n", "2")))
_YES_NO_FOOTER = Footer((messages.keys_to_pick(["y", "n"]), messages.KEY_QUIT))


class RichFrontend:
    """Asks on a terminal through questionary, and shows everything else through rich."""

    def __init__(self) -> None:
        self._screen = Screen(Console(highlight=False))
        self.countdown: Countdown | None = None
        """What exams have to look at."""

    def open(self, session: Session) -> None:
        self._screen.countdown = self.countdown if session.exam else None
        self._screen.gap()
        self._screen.line((session.question_set.title, "bold"))
        self._screen.line((describe.opening(session), "dim"))

    def ask(self, prompt: Prompt) -> Response:
        self._question(prompt)
        if not prompt.exam:
            return ask_question(self._screen, prompt)
        try:
            response = ask_question(self._screen, prompt)
        except Skip:
            self._screen.gap()
            self._screen.line((messages.SKIPPED_FOR_NOW, "italic"))
            raise
        # What is typed stands there already; no feedback will show what was picked.
        if not isinstance(prompt.question, TypedQuestion):
            self._response(prompt.question, response)
        return response

    def show_feedback(self, prompt: Prompt, answered: Answered) -> None:
        if answered.skipped:
            self._screen.gap()
            lead = Text.assemble(MARGIN, sign(answered.verdict.outcome), " ")
            self._screen.line((messages.SKIPPED_FOR_NOW, f"bold {AMBER}"), lead=lead)
            return
        show_feedback(self._screen, prompt, answered)
        right = answered.may_be_overridden
        shown = (messages.KEY_ENTER_NEXT, *([messages.KEY_RIGHT] if right else []), messages.KEY_QUIT)
        wait(self._screen, Footer(shown, {"i": Override} if right else {}))

    def show_answered(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        self._question(prompt, messages.REVIEW if review else messages.LOOKING_BACK)
        self._given(answered)
        show_feedback(self._screen, prompt, answered)
        right = answered.may_be_overridden
        keys = {**({"i": Override} if right else {}), **({} if prompt.first else {"left": Previous})}
        shown = [messages.KEY_ENTER_NEXT if review else messages.KEY_ENTER_RETURN]
        shown += [messages.KEY_RIGHT] if right else []
        shown += [] if prompt.first else [messages.KEY_BACK]
        wait(self._screen, Footer((*shown, messages.KEY_QUIT_REVIEW if review else messages.KEY_QUIT), keys))

    def confirm_override(self) -> None:
        self._screen.line((messages.COUNTED_RIGHT, f"bold {GREEN}"), lead=MARGIN * 3)

    def hand_in(self, session: Session) -> None:
        self._screen.gap()
        self._screen.rule()
        self._screen.line((messages.EXAM_DONE, "bold"))
        self._screen.line(describe.in_hand(session.results))
        wait(
            self._screen, Footer((messages.KEY_ENTER_HAND_IN, messages.KEY_BACK, messages.KEY_QUIT), {"left": Previous})
        )

    def review(self, session: Session, *, time_up: bool) -> None:
        self._screen.countdown = None
        self._screen.gap()
        self._screen.rule()
        if time_up:
            self._screen.line((messages.TIME_UP, f"bold {AMBER}"))
        self._screen.line((describe.score(session.results), "bold"))

    def close(self, ending: SessionSummary) -> None:
        from quizgen.terminal.summary import show_closing

        show_closing(self._screen, ending)

    def ask_again(self, missed: int) -> bool:
        return pick(self._screen, messages.again(missed), _YES_NO, _YES_NO_FOOTER) == 0

    def ask_resume(self, offer: str) -> bool:
        """Whether an interrupted session is to go on."""
        self._screen.gap()
        self._screen.line((offer, "bold"))
        options = (Option("y", messages.RESUME, ("y", "1")), Option("n", messages.BEGIN_ANEW, ("n", "2")))
        return pick(self._screen, "", options, _YES_NO_FOOTER) == 0

    def warn(self, message: str) -> None:
        self._screen.gap()
        self._screen.line((message, AMBER), lead=(f"{MARGIN}! ", f"bold {AMBER}"))

    def open_study(self, title: str, waiting: "Waiting") -> None:
        from quizgen.terminal.study_screen import show_study_opening

        show_study_opening(self._screen, title, waiting)

    def rate(self, prompt: Prompt, answered: Answered, suggested: int, whens: Sequence[str]) -> int:
        from quizgen.terminal.study_screen import ask_rating

        return ask_rating(self._screen, prompt, answered, suggested, whens)

    def scheduled(self, when: str) -> None:
        from quizgen.terminal.study_screen import show_schedule

        show_schedule(self._screen, when)

    def close_study(self, ending: "StudySummary") -> None:
        from quizgen.terminal.study_screen import show_study_closing

        show_study_closing(self._screen, ending)

    def _question(self, prompt: Prompt, note: str = "") -> None:
        self._header(prompt, note)
        self._screen.prose(prompt.question.stem, "bold")
        if picture := describe.picture(prompt.question):
            self._screen.line((picture, "italic"))

    def _header(self, prompt: Prompt, note: str) -> None:
        screen = self._screen
        cells = min(20, screen.width // 4)
        place = f"{describe.place(prompt)} "
        aside = note or messages.streak(prompt.streak)
        room = screen.width - len(place) - cells - len(aside) - 6
        topic = screen.cut(prompt.topic, room) if prompt.topic and room > 4 else ""
        screen.gap()
        screen.rule()
        aside_part = (f"  {aside}" if aside else "", "dim")
        screen.line((place, "bold"), *bar(prompt.position / prompt.total, cells), (f"  {topic}", ACCENT), aside_part)
        screen.gap()

    def _given(self, answered: Answered) -> None:
        """What the learner gave, where the feedback does not show it among options."""
        match answered.question:
            case question if isinstance(question, TypedQuestion) and answered.response is not None:
                self._response(question, answered.response)
            case CardQuestion() as question:
                self._screen.gap()
                self._screen.prose(question.answer, lead=f"{MARGIN}{messages.ARROW} ")

    def _response(self, question: Question, response: Response) -> None:
        self._screen.gap()
        self._screen.line(describe.given(question, response), lead=(f"{MARGIN}› ", ACCENT))
