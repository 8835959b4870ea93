"""The plain front: a quiz as lines of text, for pipes, scripts and screen readers.

No colour, no escape codes, nothing redrawn.
"""

from typing import TextIO

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
from quizgen.session import Answered, Prompt, Session
from quizgen.terminal import describe, words
from quizgen.terminal.plain_answers import Unreadable, labels_for, read_answer, yes_or_no
from quizgen.terminal.prose import plain_line, plain_lines
from quizgen.terminal.quiz import Quit, Skip
from quizgen.values.folding import fold

_SKIP, _QUIT, _HINT = "skip", "quit", "?"


class PlainFront:
    """Asks on ``output`` and reads one line an answer from ``answers``, both text streams."""

    def __init__(self, answers: TextIO, output: TextIO) -> None:
        self._answers = answers
        self._output = output

    def open(self, session: Session) -> None:
        question_set = session.question_set
        self._say(f"{question_set.title}: {words.opening(len(session.questions), session.round)}")

    def ask(self, prompt: Prompt) -> Response:
        question = prompt.question
        self._say("", words.plain_question(prompt.position, prompt.total, prompt.topic), *plain_lines(question.stem))
        if picture := describe.picture(question):
            self._say(picture)
        if isinstance(question, MatchQuestion):
            self._say(*(f"{number}. {plain_line(left)}" for number, (left, _) in enumerate(question.pairs, 1)))
        for label, option in zip(labels_for(prompt.options), prompt.options, strict=True):
            self._say(f"{label}) {plain_line(option)}")
        self._say(" ".join((_how_to_answer(prompt), _keys(prompt))))
        if isinstance(question, ClozeQuestion):
            return self._fill(prompt, len(question.marks))
        if isinstance(question, CardQuestion):
            self._read(prompt, may_be_empty=True)
            self._say(f"{words.ANSWER}:", *plain_lines(question.answer), words.PLAIN_KNEW)
        return self._read_answer(prompt)

    def tell(self, prompt: Prompt, answered: Answered) -> None:
        question, verdict = prompt.question, answered.verdict
        self._say(f"{describe.verdict_words(question, verdict)}." + (f" {verdict.note}" if verdict.note else ""))
        if describe.wants_answer(answered):
            answer = [
                line for part in describe.right_answer(question) for line in describe.plain_answer(question, part)
            ]
            self._say(*([f"{words.ANSWER}: {answer[0]}"] if len(answer) == 1 else [f"{words.ANSWER}:", *answer]))
        if question.explanation:
            self._say(*plain_lines(question.explanation))
        self._say(*filter(None, (describe.attribution(question), describe.citation(question))))

    def close(self, session: Session) -> None:
        results = session.results
        self._say("")
        if not session.finished:
            self._say(words.STOPPED)
        self._say(describe.score(results))
        if not results.answers:
            return
        self._say(f"{describe.tally(results)}.")
        if len(results.topics) > 1:
            self._say(f"{words.SCORE_BY_TOPIC}:")
            for topic in results.topics:
                self._say(f"- {session.question_set.topic_name(topic.topic)}: {describe.topic_score(topic)}")
        if results.missed:
            self._say(f"{words.TO_LOOK_AT}:")
            for missed in results.missed:
                stem = describe.on_one_line(tuple(plain_lines(missed.question.stem)))
                self._say(f"- {stem}", f"  {words.ANSWER}: {describe.right_answer_line(missed.question)}")

    def ask_again(self, missed: int) -> bool:
        self._say("", f"{words.again(missed)} ({words.PLAIN_YES_NO})")
        while True:
            line = self._line()
            if line in {"", "q", _QUIT}:
                return False
            try:
                return yes_or_no(line)
            except Unreadable as reason:
                self._say(str(reason))

    def _fill(self, prompt: Prompt, blanks: int) -> Response:
        filled = []
        for number in range(1, blanks + 1):
            if blanks > 1:
                self._say(f"{words.blank(number, blanks)}:")
            filled.append(self._read(prompt))
        return tuple(filled)

    def _read_answer(self, prompt: Prompt) -> Response:
        while True:
            try:
                return read_answer(prompt, self._read(prompt))
            except Unreadable as reason:
                self._say(str(reason))

    def _read(self, prompt: Prompt, *, may_be_empty: bool = False) -> str:
        """The next line that is an answer and no command; raises for skip and quit, gives the hint when asked."""
        empty_before = may_be_empty
        while True:
            line = self._line()
            match _command(line, prompt):
                case "skip":
                    raise Skip
                case "quit":
                    raise Quit
                case "?":
                    hint = prompt.question.hint
                    self._say(*(plain_lines(f"{words.HINT}: {hint}") if hint else (words.NO_HINT,)))
                    continue
            if line or may_be_empty:
                return line
            if empty_before:
                raise Skip
            empty_before = True
            self._say(words.UNREADABLE_EMPTY)

    def _line(self) -> str:
        line = self._answers.readline()
        if not line:
            raise EOFError
        return line.strip()

    def _say(self, *lines: str) -> None:
        self._output.write("".join(f"{line}\n" for line in lines))
        self._output.flush()


def _command(line: str, prompt: Prompt) -> str | None:
    """Which command ``line`` is, if any. Where answers are typed, ``s``, ``q`` and even ``skip`` may be the answer."""
    folded = fold(line)
    if folded == _HINT:
        return _HINT
    if isinstance(prompt.question, ShortQuestion | NumberQuestion | ClozeQuestion):
        answers = describe.right_answer(prompt.question)
        return folded if folded in {_SKIP, _QUIT} and folded not in map(fold, answers) else None
    if folded in {"s", "q"}:
        return _SKIP if folded == "s" else _QUIT
    return folded if folded in {_SKIP, _QUIT} else None


def _how_to_answer(prompt: Prompt) -> str:
    labels = ", ".join(labels_for(prompt.options))
    match prompt.question:
        case ChoiceQuestion():
            return words.plain_choice(labels)
        case MultipleQuestion():
            return words.plain_multiple(labels)
        case TrueFalseQuestion():
            return words.PLAIN_TRUE_FALSE
        case OrderQuestion():
            return words.plain_order(labels)
        case MatchQuestion() as question:
            return words.plain_match(labels, len(question.pairs))
        case CardQuestion():
            return words.PLAIN_TURN
        case _:
            return words.PLAIN_TYPED


def _keys(prompt: Prompt) -> str:
    typed = isinstance(prompt.question, ShortQuestion | NumberQuestion | ClozeQuestion)
    keys = words.PLAIN_KEYS_TYPED if typed else words.PLAIN_KEYS_SHORT
    return f"({words.PLAIN_HINT_KEY}, {keys})" if prompt.question.hint else f"({keys})"
