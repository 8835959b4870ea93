"""Questions, answers and scores in words, the same in every frontend."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from quizgen.grading.verdict import Outcome, Response, Verdict
from quizgen.questions import (
    Audio,
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    Image,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session.prompt import Answered, Prompt
from quizgen.session.results import Results, Score, percent
from quizgen.session.session import Session
from quizgen.terminal import key_labels, messages, plain_messages, study_messages
from quizgen.terminal.prose import plain_line, plain_lines
from quizgen.text.folding import fold

if TYPE_CHECKING:
    from quizgen.session.frontend import AnySession, SessionSummary
    from quizgen.session.past_sessions import Attempt


def right_answer(question: Question) -> tuple[str, ...]:
    """Return the correct answer, one line for each part of it."""
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
        case unreachable:
            assert_never(unreachable)


def typed_answers(question: Question) -> set[str]:
    """Return the accepted answers that may be words, folded: none of a number, and none of a question with options."""
    if isinstance(question, ShortQuestion):
        return {fold(answer) for answer in (question.answer, *question.accept)}
    if isinstance(question, ClozeQuestion):
        return {fold(answer) for mark in question.marks for answer in question.accepted(mark)}
    return set()


def _needs_unit(question: NumberQuestion) -> bool:
    return question.grading is not None and question.grading.units == "strict"


def shown_unit(question: Question) -> str:
    """Return the unit that the prompt for an answer shows; empty if there is none, or the learner must type it."""
    if not isinstance(question, NumberQuestion) or _needs_unit(question):
        return ""
    return plain_line(question.unit or "")


def not_a_number(question: Question, typed: str) -> str:
    """Return what to say about a response without the number that ``question`` asks for."""
    with_unit = question if isinstance(question, NumberQuestion) and question.unit is not None else None
    needs_unit = with_unit is not None and _needs_unit(with_unit)
    return messages.not_a_number(typed, has_unit=with_unit is not None, needs_unit=needs_unit)


def right_answer_line(question: Question) -> str:
    """Return the correct answer on one line, without Markdown, and without the signs before the items of a card."""
    lines = [line for part in right_answer(question) for line in plain_answer(question, part)]
    is_card = isinstance(question, CardQuestion)
    return on_one_line(tuple(line.lstrip().removeprefix("- ") for line in lines) if is_card else tuple(lines))


def plain_answer(question: Question, part: str) -> Iterator[str]:
    """Yield the lines of one part of a correct answer without Markdown: only a card's answer may have several."""
    if isinstance(question, CardQuestion):
        yield from plain_lines(part)
    else:
        yield plain_line(part)


def wants_answer(answered: Answered) -> bool:
    """Whether the feedback has to state the correct answer.

    Not after a card, whose answer was shown, and not after a correct answer, unless the learner wrote it differently
    and no note says how, or overrode the verdict.
    """
    question, verdict = answered.question, answered.verdict
    if answered.overridden or _forgiven(verdict) or verdict.accepted:
        return True
    if verdict.counts_right:
        return verdict.note is None and _is_written_differently(answered)
    return not (isinstance(question, CardQuestion) and answered.response is not None)


def _is_written_differently(answered: Answered) -> bool:
    """Whether a typed response is not, letter by letter, the answer itself, but at most another that is accepted."""
    from quizgen.questions.view import accepted_forms

    def best(forms: tuple[str, ...]) -> tuple[str, ...]:
        if isinstance(answered.question, NumberQuestion):
            return forms  # 1000 is no other than 1,000
        return *forms[:1], *(f"{form[:1].upper()}{form[1:]}" for form in forms[:1])  # as at the start of a sentence

    response = answered.response
    typed = response if isinstance(response, tuple) else (response,)
    return any(
        _spaced(str(text)) not in {_spaced(shown) for form in best(forms) for shown in (form, plain_line(form))}
        for forms, text in zip(accepted_forms(answered.question), typed, strict=False)
    )


def _spaced(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _forgiven(verdict: Verdict) -> str:
    """Return what was forgiven, except typos, whose correct spelling is in the verdict's note."""
    return ", ".join(part for part in (verdict.difference or "").split(", ") if part not in {"", "typo"})


def remarks(answered: Answered) -> str:
    """Return what there is to say about a verdict: its note, and what was forgiven; empty if there is nothing."""
    verdict, forgiven = answered.verdict, _forgiven(answered.verdict)
    rule = _rule_of_credit(answered) if answered.missed else None
    difference = messages.accepted_difference(forgiven, verdict.accepted) if forgiven else None
    if answered.undecided:
        return f"{verdict.note} {messages.NOT_COUNTED}" if verdict.note else messages.NOT_COMPARED
    return " ".join(filter(None, (verdict.note, difference, rule)))


def _rule_of_credit(answered: Answered) -> str | None:
    """Return what explains the credit if the marks of the steps or options alone do not."""
    match answered.question, answered.response:
        case OrderQuestion(), tuple():
            (_, starts_right), *others = given_order(answered)
            rule = messages.STEPS_THAT_COUNT if any(right for _, right in others) else messages.NO_STEP_COUNTS
            return f"{rule} {messages.FIRST_STEP_EARNS_NONE}" if starts_right else rule
        case MultipleQuestion() as question, frozenset() as picked if picked & {*question.answers}:
            return None if picked <= {*question.answers} else messages.WRONG_SELECTIONS
        case NumberQuestion() as question, _ if question.tolerance or question.range:
            low, high = (
                f"{bound.normalize():{',' if ',' in question.answer_text else ''}f}" for bound in question.bounds
            )
            return messages.accepted_numbers(low, high) if low != high else None
        case _:
            return None


def answer_lines(answered: Answered, labels: Mapping[str, str]) -> list[str]:
    """Return the correct answer in plain lines: correct options with their ``labels``, and what was missed.

    For a cloze with several blanks, they say which of them were correct.
    """
    question, response, blanks = answered.question, answered.response, answered.verdict.blanks
    match question:
        case ChoiceQuestion():
            return [f"{labels[question.answer]}) {plain_line(question.answer)}"]
        case MultipleQuestion():
            right = [option for option in labels if option in question.answers]
            missed = {*right} - response if isinstance(response, frozenset) else set()
            note = f" ({messages.MISSED})"
            return [f"{labels[one]}) {plain_line(one)}{note if one in missed else ''}" for one in right]
        case MatchQuestion() if isinstance(response, tuple):
            theirs = dict(pair for pair in response if not isinstance(pair, str))
            return [
                f"{plain_line(left)} {messages.ARROW} {plain_line(right)}"
                + (f" ({messages.YOURS}: {plain_line(theirs[left])})" if theirs.get(left, right) != right else "")
                for left, right in question.pairs
            ]
    lines = [line for part in right_answer(question) for line in plain_answer(question, part)]
    if blanks and len(blanks) == len(lines):
        return [
            messages.blank_result(n, line, right=right)
            for n, (line, right) in enumerate(zip(lines, blanks, strict=True), 1)
        ]
    return lines


def comparison(answered: Answered) -> tuple[str, str]:
    """Return why an undecided answer is not graded, and the question that the learner answers about it."""
    if note := answered.verdict.note:
        return note, messages.IS_REST_CORRECT
    return messages.COMPARE, messages.SAYS_THE_SAME


def side_by_side(answered: Answered) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the learner's answer and the correct one, each with its label, to be compared."""
    return (
        (messages.YOUR_ANSWER, given(answered.question, answered.response)),
        (messages.ANSWER, right_answer_line(answered.question)),
    )


def on_one_line(answer: tuple[str, ...]) -> str:
    """Join an answer of several lines, for lists and short notes."""
    joined = ""
    for line in filter(None, (" ".join(line.split()) for line in answer)):
        between = "" if not joined else " " if joined[-1] in ".,:;!?" else "; "
        joined += f"{between}{line}"
    return joined


def given(question: Question, response: Response) -> str:
    """Return the learner's response on one line, without control characters."""
    match response:
        case None:
            return ""
        case bool() as knew if isinstance(question, CardQuestion):
            return messages.KNEW if knew else messages.DID_NOT_KNOW
        case bool() as truth:
            return true_false(truth)
        case str() as typed:
            return without_controls(typed)
        case frozenset() as picked:
            return "; ".join(sorted(picked))
        case tuple() as parts:
            texts = (part if isinstance(part, str) else f" {messages.ARROW} ".join(part) for part in parts)
            return "; ".join(text.strip() or messages.LEFT_EMPTY for text in texts)


def without_controls(text: str) -> str:
    """Return ``text`` without control characters."""
    return "".join(char for char in text if char.isprintable())


def true_false(answer: bool) -> str:
    """Return True or False as a word."""
    return messages.TRUE if answer else messages.FALSE


def verdict_words(question: Question, verdict: Verdict) -> str:
    """Return the verdict in words: ``Partly correct (2 of 3)``."""
    word = messages.VERDICTS[verdict.outcome]
    if isinstance(question, CardQuestion) and verdict.outcome is Outcome.WRONG:
        return messages.NOT_KNOWN  # nobody gave a wrong answer
    if verdict.outcome is not Outcome.PARTLY:
        return word
    match question:
        case ClozeQuestion():
            parts = len(question.marks)
        case MatchQuestion():
            parts = len(question.pairs)
        case OrderQuestion():
            parts = len(question.steps) - 1
        case MultipleQuestion():
            parts = len(question.answers)
        case CardQuestion() | ChoiceQuestion() | TrueFalseQuestion() | ShortQuestion() | NumberQuestion():
            parts = 0
        case _ as unreachable:
            assert_never(unreachable)
    found = round(verdict.share * parts, 6)
    if parts and found.is_integer():  # a wrong selection may cost another part than a right one earns
        return f"{word} ({found:.0f} of {parts})"
    return f"{word} ({percent(verdict.share, 1)}%)"


def given_order(answered: Answered) -> list[tuple[str, bool]]:
    """Return the learner's steps in their order, each with whether it follows the right step, or rightly comes first.

    Empty unless the question asks for an order and the answer is not fully correct.
    """
    question, response = answered.question, answered.response
    if not isinstance(question, OrderQuestion) or not isinstance(response, tuple) or response == question.steps:
        return []
    steps = [str(step) for step in response]
    right = {*pairwise(("", *question.steps))}
    return [(after, (before, after) in right) for before, after in pairwise(("", *steps))]


def explanation(question: Question) -> str | None:
    """Return the explanation, unless it only repeats the pairs or steps that the feedback lists anyway."""
    if not isinstance(question, MatchQuestion | OrderQuestion):
        return question.explanation
    listed = (
        [part for pair in question.pairs for part in pair] if isinstance(question, MatchQuestion) else question.steps
    )
    said = fold(question.explanation or "")
    return None if all(fold(plain_line(part)) in said for part in listed) else question.explanation


def attribution(question: Question) -> str | None:
    """Return who claims the answer, unless the question or its explanation says so."""
    if question.attribution is None:
        return None
    said = fold(f"{question.stem} {question.explanation or ''}")
    return None if fold(question.attribution) in said else messages.attribution(question.attribution)


def citation(question: Question) -> str | None:
    """Return the place of the answer in its source."""
    if question.citation is None:
        return None
    return f"Paragraph {question.citation.paragraph}" + (f": {quoted}" if (quoted := question.citation.quoted) else "")


def sound(audio: Audio | None) -> str | None:
    """Return what is heard in a sound, with its file."""
    return f"{messages.SOUND}: {on_one_line(tuple(plain_lines(audio.text)))} ({audio.file})" if audio else None


def key_open(prompt: Prompt, *, answered: bool = False, typed: bool = False) -> str | None:
    """Return the key that opens what there is to open, if there is anything; ``typed`` where letters are typed."""
    files = prompt.files(answered=answered)
    return key_open_files(files, typed=typed) if files else None


def key_open_files(files: Sequence[Image | Audio], *, typed: bool = False) -> str:
    """Return the key that opens pictures and plays sounds."""
    pictures = sum(isinstance(file, Image) for file in files)
    return key_labels.to_open(pictures, len(files) - pictures, typed=typed)


def picture(question: Question, *, after_answer: bool = False) -> str | None:
    """Return the description of the picture that is shown with the question, or after its answer."""
    image = question.image
    return f"{messages.PICTURE}: {image.alt}" if image and image.after_answer == after_answer else None


def heading(session: "AnySession", seconds: float | None) -> tuple[str, str]:
    """Return the title of a session that starts, and its length; with the ``seconds`` that an exam has left."""
    if isinstance(session, Session):
        results = session.results
        length = messages.opening(
            results.total, session.round,
            exam=session.exam, seconds=seconds, answered=results.attempted, skipped=results.count(Outcome.SKIPPED),
        )  # fmt: skip
        return session.question_set.title, length
    waiting = session.queue.waiting
    title = session.title or study_messages.several_sets(len(session.pool.sets))
    if session.ahead and waiting.total:
        new = sum(session.state(key) is None for key in session.queue.due)
        return title, study_messages.ahead(waiting.total, session.due_today, new)
    return title, study_messages.waiting(waiting.due, waiting.learning, waiting.new)


def sources(session: "AnySession", known: Collection[str] = ()) -> list[str]:
    """Return the source of each new set that is asked about, one line per set; with several sets, each names its set.

    Only sets that have questions in the quiz, or left for today, and are not ``known`` to the learner count.
    """
    from quizgen.questions.view import reference_text

    if isinstance(session, Session):
        if session.round > 1:
            return []
        several = len(session.members) > 1
        ids = {session.set_id(question) for question in session.questions}
        asked = [one for one in session.members or [session.question_set] if one.id in ids]
    else:
        several = len(session.pool.sets) > 1
        asked = [session.pool.sets[set_id] for set_id in session.sets_left]
    return [
        messages.source(reference_text(one.source), one.title if several else None)
        for one in asked
        if one.source is not None and one.id not in known
    ]


def place(prompt: Prompt, *, with_time: bool = True) -> str:
    """Return the place of a question: ``3/10``; in study what is left for today, ``with_time`` or without."""
    left = prompt.left
    if left is None:
        return f"{prompt.position}/{prompt.total}"
    waiting = left.total if prompt.early else study_messages.waiting(left.due, left.learning, left.new)
    return messages.left(waiting, prompt.minutes if with_time else None)


def plain_place(prompt: Prompt) -> str:
    """Return the place of a question and its topic in words."""
    where = plain_messages.question(prompt.position, prompt.total) if prompt.left is None else place(prompt)
    return where + (f" ({prompt.topic})" if prompt.topic else "")


def progress(results: Results) -> str:
    """Return how far a session got: ``1 of 4 questions answered, 1 skipped.``"""
    return messages.progress(results.attempted, results.count(Outcome.SKIPPED), results.total)


def exam_so_far(results: Results) -> str:
    """Return the number of answers in an exam that can be submitted."""
    skipped = [str(number) for number, answered in enumerate(results.answers, 1) if answered.skipped]
    return messages.exam_so_far(results.attempted, skipped)


def score(results: Results) -> str:
    """Return the score in one line: ``Score: 28% (2 of 8 correct, 1 partly correct)``."""
    score = results.score
    if score.percent is None or not results.answers:
        return messages.NOTHING_ANSWERED
    without = (score.skipped or score.not_reached) and not score.exam
    answered = f" answered {'question' if score.answered == 1 else 'questions'}" if without else ""
    correct = f"{score.correct} of {score.out_of}{answered} correct"
    return f"Score: {score.percent}% ({_parts(score, correct, messages.PARTLY_CORRECT)})"


def praise(summary: "SessionSummary", results: Results) -> list[str]:
    """Return what follows the score of a quiz that went well."""
    said = [messages.best_streak(results.best_streak)] if results.best_streak > 2 else []
    return [*said, messages.ALL_CORRECT] if results.answers and summary.over and not results.to_review else said


def attempt_score(attempt: "Attempt") -> str:
    """Return the score of an attempt: ``60% (6 of 10 correct)``, ``60% (3 of 5 correct; 1 skipped)``."""
    return f"{attempt.score.percent}% ({short_score(attempt.score)})"


def hides_score(summary: "SessionSummary") -> bool:
    """Whether an interrupted exam shows no score yet, because it can be resumed."""
    return summary.session.mode == "exam" and summary.resumable


def short_score(score: Score) -> str:
    """Return a score without its percentage: ``2 of 3 correct, 1 partly; 1 skipped``."""
    return _parts(score, f"{score.correct} of {score.out_of} correct" if score.out_of else "", messages.PARTLY)


def _parts(score: Score, correct: str, partly: str) -> str:
    """Return the counts that a score consists of; those after a semicolon do not count."""
    counted = [correct] if correct else []
    counted += [f"{score.partly} {partly}"] if score.partly else []
    rest = ((score.skipped, messages.SKIPS), (score.not_reached, messages.NOT_REACHED))
    without = [f"{number} {word}" for number, word in rest if number]
    if score.exam:
        return ", ".join(counted + without)
    return "; ".join(", ".join(part) for part in (counted, without) if part)
