"""The front with prompts and colour: one question at a time, one key an answer, feedback that teaches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from quizgen.grading.verdict import Response
from quizgen.questions import CardQuestion, Question
from quizgen.session import Answered, Prompt, Session, TypedQuestion
from quizgen.terminal import describe, words
from quizgen.terminal.asking import ask_question
from quizgen.terminal.feedback import show_feedback
from quizgen.terminal.prompts import Footer, Option, pick, wait
from quizgen.terminal.quiz import Ending
from quizgen.terminal.screen import ACCENT, AMBER, GREEN, MARGIN, Screen, bar, sign
from quizgen.terminal.wishes import Back, Skip, WasRight

if TYPE_CHECKING:
    from quizgen.progress.queue import Waiting
    from quizgen.terminal.countdown import Countdown
    from quizgen.terminal.study import StudyEnding

_YES_NO = (Option("y", words.YES, ("y", "1")), Option("n", words.NO, ("n", "2")))
_YES_NO_FOOTER = Footer((words.keys_to_pick(["y", "n"]), words.KEY_QUIT))


class RichFront:
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
            self._screen.line((words.SKIPPED_FOR_NOW, "italic"))
            raise
        # What is typed stands there already; no feedback will show what was picked.
        if not isinstance(prompt.question, TypedQuestion):
            self._response(prompt.question, response)
        return response

    def tell(self, prompt: Prompt, answered: Answered) -> None:
        if answered.skipped:
            self._screen.gap()
            lead = Text.assemble(MARGIN, sign(answered.verdict.outcome), " ")
            self._screen.line((words.SKIPPED_FOR_NOW, f"bold {AMBER}"), lead=lead)
            return
        show_feedback(self._screen, prompt, answered)
        right = answered.may_be_overridden
        shown = (words.KEY_ENTER_NEXT, *([words.KEY_RIGHT] if right else []), words.KEY_QUIT)
        wait(self._screen, Footer(shown, {"i": WasRight} if right else {}))

    def look(self, prompt: Prompt, answered: Answered, *, review: bool) -> None:
        self._question(prompt, words.REVIEW if review else words.LOOKING_BACK)
        self._given(answered)
        show_feedback(self._screen, prompt, answered)
        right = answered.may_be_overridden
        keys = {**({"i": WasRight} if right else {}), **({} if prompt.first else {"left": Back})}
        shown = [words.KEY_ENTER_NEXT if review else words.KEY_ENTER_RETURN]
        shown += [words.KEY_RIGHT] if right else []
        shown += [] if prompt.first else [words.KEY_BACK]
        wait(self._screen, Footer((*shown, words.KEY_QUIT_REVIEW if review else words.KEY_QUIT), keys))

    def counted(self) -> None:
        self._screen.line((words.COUNTED_RIGHT, f"bold {GREEN}"), lead=MARGIN * 3)

    def hand_in(self, session: Session) -> None:
        self._screen.gap()
        self._screen.rule()
        self._screen.line((words.EXAM_DONE, "bold"))
        self._screen.line(describe.in_hand(session.results))
        wait(self._screen, Footer((words.KEY_ENTER_HAND_IN, words.KEY_BACK, words.KEY_QUIT), {"left": Back}))

    def review(self, session: Session, *, time_up: bool) -> None:
        self._screen.countdown = None
        self._screen.gap()
        self._screen.rule()
        if time_up:
            self._screen.line((words.TIME_UP, f"bold {AMBER}"))
        self._screen.line((describe.score(session.results), "bold"))

    def close(self, ending: Ending) -> None:
        from quizgen.terminal.closing import show_closing

        show_closing(self._screen, ending)

    def ask_again(self, missed: int) -> bool:
        return pick(self._screen, words.again(missed), _YES_NO, _YES_NO_FOOTER) == 0

    def ask_resume(self, offer: str) -> bool:
        """Whether an interrupted session is to go on."""
        self._screen.gap()
        self._screen.line((offer, "bold"))
        options = (Option("y", words.RESUME, ("y", "1")), Option("n", words.BEGIN_ANEW, ("n", "2")))
        return pick(self._screen, "", options, _YES_NO_FOOTER) == 0

    def warn(self, message: str) -> None:
        self._screen.gap()
        self._screen.line((message, AMBER), lead=(f"{MARGIN}! ", f"bold {AMBER}"))

    def open_study(self, title: str, waiting: "Waiting") -> None:
        from quizgen.terminal.studying import show_study_opening

        show_study_opening(self._screen, title, waiting)

    def rate(self, prompt: Prompt, answered: Answered, suggested: int, whens: Sequence[str]) -> int:
        from quizgen.terminal.studying import ask_rating

        return ask_rating(self._screen, prompt, answered, suggested, whens)

    def scheduled(self, when: str) -> None:
        from quizgen.terminal.studying import show_schedule

        show_schedule(self._screen, when)

    def close_study(self, ending: "StudyEnding") -> None:
        from quizgen.terminal.studying import show_study_closing

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
        aside = note or words.streak(prompt.streak)
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
                self._screen.prose(question.answer, lead=f"{MARGIN}{words.ARROW} ")

    def _response(self, question: Question, response: Response) -> None:
        self._screen.gap()
        self._screen.line(describe.given(question, response), lead=(f"{MARGIN}› ", ACCENT))
