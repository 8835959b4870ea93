"""What is said about a question, an answer and a score, in the same words on every front."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from quizgen.grading.verdict import Outcome, Response, Verdict
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
)
from quizgen.session import Answered, Prompt, Results, Session, TopicScore
from quizgen.session.results import percent
from quizgen.terminal import messages
from quizgen.terminal.prose import plain_line, plain_lines
from quizgen.text.folding import fold

if TYPE_CHECKING:
    from quizgen.terminal.quiz_loop import SessionSummary


def right_answer(question: Question) -> tuple[str, ...]:
    """The right answer, one line for each part of it."""
    match question:
        case ChoiceQuestion() | ShortQuestion() | CardQuestion():
            return (question.answer,)
        case MultipleQuestion():
            return question.answers
        case TrueFalseQuestion():
            return (true_false(question.answer),)
        case NumberQuestion():
            return (question.answer_text,)
        case ClozeQuestion():
            return tuple(mark.answer for mark in question.marks)
        case OrderQuestion():
            return tuple(f"{number}. {step}" for number, step in enumerate(question.steps, 1))
        case MatchQuestion():
            return tuple(f"{left} {messages.ARROW} {right}" for left, right in question.pairs)


def right_answer_line(question: Question) -> str:
    """The right answer on one line, without Markdown."""
    return on_one_line(tuple(line for part in right_answer(question) for line in plain_answer(question, part)))


def plain_answer(question: Question, part: str) -> Iterator[str]:
    """The lines of one part of a right answer without Markdown: only a card's answer may have several."""
    if isinstance(question, CardQuestion):
        yield from plain_lines(part)
    else:
        yield plain_line(part)


def wants_answer(answered: Answered) -> bool:
    """Whether the right answer is still to be said.

    Not after a right one (a note spells it) or a turned card, but after "I was right".
    """
    turned = isinstance(answered.question, CardQuestion) and answered.response is not None
    return answered.overridden or not (answered.verdict.counts_right or turned)


def answer_lines(answered: Answered) -> list[str]:
    """The right answer in plain lines; of a cloze with several blanks, which of them were right."""
    question, blanks = answered.question, answered.verdict.blanks
    lines = [line for part in right_answer(question) for line in plain_answer(question, part)]
    if blanks and len(blanks) == len(lines):
        return [
            messages.blank_was(n, line, right=right)
            for n, (line, right) in enumerate(zip(lines, blanks, strict=True), 1)
        ]
    return lines


def on_one_line(answer: tuple[str, ...]) -> str:
    """An answer of several lines in one, for lists and short notes."""
    joined = ""
    for line in filter(None, (" ".join(line.split()) for line in answer)):
        between = "" if not joined else " " if joined[-1] in ".,:;!?" else "; "
        joined += f"{between}{line}"
    return joined


def given(question: Question, response: Response) -> str:
    """What the learner gave, on one line, without anything that could move the cursor."""
    match response:
        case None:
            return ""
        case bool() as knew if isinstance(question, CardQuestion):
            return messages.KNEW if knew else messages.DID_NOT_KNOW
        case bool() as truth:
            return true_false(truth)
        case str() as typed:
            return printable(typed)
        case frozenset() as picked:
            return "; ".join(sorted(picked))
        case parts:
            return "; ".join(part if isinstance(part, str) else f" {messages.ARROW} ".join(part) for part in parts)


def printable(text: str) -> str:
    """``text`` as typed, without control characters."""
    return "".join(char for char in text if char.isprintable())


def true_false(answer: bool) -> str:
    """True or False as a word."""
    return messages.TRUE if answer else messages.FALSE


def verdict_words(question: Question, verdict: Verdict) -> str:
    """The verdict as words: ``Partly (2 of 3)``."""
    word = messages.VERDICTS[verdict.outcome]
    if verdict.outcome is not Outcome.PARTLY:
        return word
    parts = len(question.marks) if isinstance(question, ClozeQuestion) else 0
    parts = len(question.pairs) if isinstance(question, MatchQuestion) else parts
    right = round(verdict.share * parts)
    if parts and abs(right - verdict.share * parts) < 0.01:
        return f"{word} ({right} of {parts})"
    return f"{word} ({percent(verdict.share, 1)}%)"


def attribution(question: Question) -> str | None:
    """Who says so, unless the question or its explanation has said it."""
    if question.attribution is None:
        return None
    said = fold(f"{question.stem} {question.explanation or ''}")
    return None if fold(question.attribution) in said else f"According to {question.attribution}."


def citation(question: Question) -> str | None:
    """Where the answer stands in the source."""
    if question.citation is None:
        return None
    quoted = ", ".join(f"“{phrase}”" for phrase in question.citation.phrases)
    return f"Paragraph {question.citation.paragraph}" + (f": {quoted}" if quoted else "")


def picture(question: Question) -> str | None:
    """What stands for the question's picture in text."""
    return f"Picture: {question.image.alt}" if question.image else None


def opening(session: Session) -> str:
    """What a session is about to ask."""
    answered = len(session.answers)
    return messages.opening(len(session.questions), session.round, exam=session.exam, answered=answered)


def place(prompt: Prompt) -> str:
    """Where a question stands: ``3/10``; in study ``17 left``."""
    return f"{prompt.position}/{prompt.total}" if prompt.left is None else messages.left(prompt.left)


def in_hand(results: Results) -> str:
    """What an exam holds when it can be handed in."""
    return messages.hand_in(results.attempted, results.count(Outcome.SKIPPED))


def score(results: Results) -> str:
    """The score in one line: ``Score: 7.5 of 9 (83%)``."""
    if results.percent is None or not results.answers:
        return messages.NOTHING_ANSWERED
    return f"Score: {messages.points(results.points)} of {results.out_of} ({results.percent}%)"


def share_of(points: float, out_of: int) -> str:
    """A score in short: ``60%, 6 of 10``."""
    return f"{percent(points, out_of)}%, {messages.points(points)} of {out_of}"


def keeps_its_score(ending: "SessionSummary") -> bool:
    """Whether an interrupted exam says nothing yet, since it can go on."""
    return ending.session.exam and ending.resumable


def moment(at: datetime) -> str:
    """A moment in the learner's own time: ``24 Nov 2026, 14:05``."""
    local = at.astimezone()
    return f"{local.day} {local:%b %Y, %H:%M}"


def topic_score(topic: TopicScore) -> str:
    """The score of one topic: ``2.5 of 3, 1 skipped``."""
    if not topic.out_of:
        return f"{topic.skipped} skipped"
    return f"{messages.points(topic.points)} of {topic.out_of}" + (
        f", {topic.skipped} skipped" if topic.skipped else ""
    )


def tally(results: Results) -> str:
    """How many came to what: ``7 correct · 1 wrong · 1 skipped · 1 not asked``."""
    confirm_override = [(results.count(outcome), messages.VERDICTS[outcome].lower()) for outcome in Outcome]
    confirm_override.append((results.total - len(results.answers), "not asked"))
    return " · ".join(f"{number} {word}" for number, word in confirm_override if number)
