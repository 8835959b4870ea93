"""The front with prompts and colour: one question at a time, one key an answer, feedback that teaches."""

from rich.console import Console

from quizgen.grading.verdict import Response
from quizgen.session import Answered, Prompt, Session
from quizgen.terminal import describe, words
from quizgen.terminal.asking import ask_question
from quizgen.terminal.feedback import show_feedback
from quizgen.terminal.prompts import Footer, Option, pick, wait
from quizgen.terminal.screen import ACCENT, Screen, bar


class RichFront:
    """Asks on a terminal through questionary, and shows everything else through rich."""

    def __init__(self) -> None:
        self._screen = Screen(Console(highlight=False))

    def open(self, session: Session) -> None:
        self._screen.gap()
        self._screen.line((session.question_set.title, "bold"))
        self._screen.line((words.opening(len(session.questions), session.round), "dim"))

    def ask(self, prompt: Prompt) -> Response:
        self._header(prompt)
        self._screen.prose(prompt.question.stem, "bold")
        if picture := describe.picture(prompt.question):
            self._screen.line((picture, "italic"))
        return ask_question(self._screen, prompt)

    def tell(self, prompt: Prompt, answered: Answered) -> None:
        show_feedback(self._screen, prompt, answered)
        wait(self._screen, Footer((words.KEY_ENTER_NEXT, words.KEY_QUIT)))

    def close(self, session: Session) -> None:
        from quizgen.terminal.closing import show_closing

        show_closing(self._screen, session)

    def ask_again(self, missed: int) -> bool:
        options = (Option("y", words.YES, ("y", "1")), Option("n", words.NO, ("n", "2")))
        footer = Footer((words.keys_to_pick(["y", "n"]), words.KEY_QUIT))
        return pick(self._screen, words.again(missed), options, footer) == 0

    def _header(self, prompt: Prompt) -> None:
        screen = self._screen
        cells = min(20, screen.width // 4)
        place = f"{prompt.position}/{prompt.total} "
        streak = words.streak(prompt.streak)
        room = screen.width - len(place) - cells - len(streak) - 6
        topic = screen.cut(prompt.topic, room) if prompt.topic else ""
        screen.gap()
        screen.rule()
        streak_part = (f"  {streak}" if streak else "", "dim")
        screen.line((place, "bold"), *bar(prompt.position / prompt.total, cells), (f"  {topic}", ACCENT), streak_part)
        screen.gap()
