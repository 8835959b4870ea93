"""What is said about a question, an answer and a score, in the same words on every front."""

from collections.abc import Iterator

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
from quizgen.session import Answered, Results, TopicScore
from quizgen.terminal import words
from quizgen.terminal.prose import plain_line, plain_lines
from quizgen.values.folding import fold


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
            return tuple(f"{left} {words.ARROW} {right}" for left, right in question.pairs)


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
    """Whether the right answer is still to be said: not after a right one (a note spells it) or a turned card."""
    turned = isinstance(answered.question, CardQuestion) and answered.response is not None
    return not (answered.verdict.counts_right or turned)


def on_one_line(answer: tuple[str, ...]) -> str:
    """An answer of several lines in one, for lists and short notes."""
    return "; ".join(" ".join(line.split()) for line in answer)


def given(response: Response) -> str:
    """What the learner gave, on one line, without anything that could move the cursor."""
    match response:
        case None:
            return ""
        case bool():
            return true_false(response)
        case str():
            return printable(response)
        case frozenset():
            return "; ".join(sorted(response))
        case _:
            return "; ".join(part if isinstance(part, str) else f" {words.ARROW} ".join(part) for part in response)


def printable(text: str) -> str:
    """``text`` as typed, without control characters."""
    return "".join(char for char in text if char.isprintable())


def true_false(answer: bool) -> str:
    """True or False as a word."""
    return words.TRUE if answer else words.FALSE


def verdict_words(question: Question, verdict: Verdict) -> str:
    """The verdict as words: ``Partly (2 of 3)``."""
    word = words.VERDICTS[verdict.outcome]
    if verdict.outcome is not Outcome.PARTLY:
        return word
    parts = len(question.marks) if isinstance(question, ClozeQuestion) else 0
    parts = len(question.pairs) if isinstance(question, MatchQuestion) else parts
    right = round(verdict.share * parts)
    if parts and abs(right - verdict.share * parts) < 0.01:
        return f"{word} ({right} of {parts})"
    return f"{word} ({round(100 * verdict.share)} %)"


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


def score(results: Results) -> str:
    """The score in one line: ``Score: 7.5 of 9 (83 %)``."""
    if results.percent is None:
        return words.NOTHING_ANSWERED
    return f"Score: {words.points(results.points)} of {results.attempted} ({results.percent} %)"


def topic_score(topic: TopicScore) -> str:
    """The score of one topic: ``2.5 of 3, 1 skipped``."""
    if not topic.attempted:
        return f"{topic.skipped} skipped"
    return f"{words.points(topic.points)} of {topic.attempted}" + (
        f", {topic.skipped} skipped" if topic.skipped else ""
    )


def tally(results: Results) -> str:
    """How many came to what: ``7 correct · 1 wrong · 1 skipped · 1 not asked``."""
    counted = [(results.count(outcome), words.VERDICTS[outcome].lower()) for outcome in Outcome]
    counted.append((results.total - len(results.answers), "not asked"))
    return " · ".join(f"{number} {word}" for number, word in counted if number)
