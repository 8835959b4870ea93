"""Fixed texts that learners read; ``study_messages`` has those of study, ``describe`` words questions and answers."""

from collections.abc import Sequence
from datetime import datetime

from quizgen.grading.verdict import Outcome
from quizgen.text.plurals import count
from quizgen.text.series import series

SIGNS = {
    Outcome.CORRECT: "✓",
    Outcome.CLOSE: "≈",
    Outcome.PARTLY: "◐",
    Outcome.WRONG: "✗",
    Outcome.UNDECIDED: "?",
    Outcome.SKIPPED: "–",
}
VERDICTS = {
    Outcome.CORRECT: "Correct",
    Outcome.CLOSE: "Almost",
    Outcome.PARTLY: "Partly correct",
    Outcome.WRONG: "Wrong",
    Outcome.UNDECIDED: "Not graded",
    Outcome.SKIPPED: "Skipped",
}
NOT_KNOWN = "Not known yet"
PARTLY_CORRECT, PARTLY, SKIPS, NOT_REACHED = "partly correct", "partly", "skipped", "not answered"
"""What becomes of the questions of a session, after their number."""
UNANSWERED = "Not answered."
NUMBERS_KEY = "1234567890"
LETTERS = "abcdefghij"
TRUE, FALSE = "True", "False"
KNEW, DID_NOT_KNOW = "Yes, I knew it", "No, not yet"
YES, NO = "Yes", "No"
RESUME, START_NEW = "Yes, resume", "No, start a new one"
ARROW = "→"
HINT = "Hint"
NO_HINT = "This question has no hint."
NO_HINT_IN_EXAM = "Hints are not available in an exam."
NO_ANSWER_IN_EXAM = "Answers are shown only at the end of an exam."
HINT_SIGN, SHOW_SIGN = "?", "!"
NOT_IN_EXAM = {HINT_SIGN: NO_HINT_IN_EXAM, SHOW_SIGN: NO_ANSWER_IN_EXAM}
"""What to say about signs that ask for something that an exam does not show."""
ANSWER_FIRST = "Answer this question first."
PICTURE = "Picture"
SOUND = "Sound"
ANSWER = "Answer"
YOUR_ANSWER = "Your answer"
YOURS = "your answer"
MISSED_SIGN, MISSED = "○", "missed"
"""Marks what is right but was not answered; the cards in Anki use the same."""
LEFT_EMPTY = "(left empty)"
CHOOSE_ALL = "Choose all correct answers."
TICKED, UNTICKED = "[x]", "[ ]"
WRONG_SELECTIONS = "Each wrong selection reduces the credit."
STEPS_THAT_COUNT = "You earn credit for each step that comes directly after the step that it should follow."
NO_STEP_COUNTS = "None of your steps comes directly after the step that it should follow, so you earn no credit."
FIRST_STEP_EARNS_NONE = "The first step earns none by itself."
YOUR_ORDER = "Your order"
KNEW_IT = "Did you know it?"
CHECK_ARRANGEMENT = "Submit this answer"
EMPTY_AGAIN = "Nothing typed. Press Enter again to see the answer."
EMPTY_AGAIN_EXAM = "Nothing typed. Press Enter again to skip the question."
KEY_TIPS = {"q": "To quit, press Ctrl-C.", "s": "To skip this question, press Tab."}
"""What to say about keys of other prompts, typed as an answer."""
UNDO_TIP = {"u": "To undo your last answer, press Alt-U."}
"""The same about the key that undoes an answer, if there is one to undo."""
EMPTY_BLANK_AGAIN = "Nothing typed. Press Enter again to leave this blank empty."
CLEAR_TO_SKIP = "To skip this question, first delete what you typed (Ctrl-U)."
PICK_FIRST = "Select an option first."
YES_OR_NO_FIRST = "Press y or n."
PICK_ONE = "Select at least one option, or press s to skip."
SCORE_BY_TOPIC = "By topic"
TO_REVIEW = "To review"
ALL_CORRECT = "All correct. Well done!"
STOPPED = "Stopped."
NO_CONTEXT = "The set has no additional context for this question."
CONTEXT = "In the lesson"
CONTEXT_CUT = "The rest of the context is not shown, because it would give away answers to later questions."
CONTEXT_HIDDEN = "The context is not shown, because it would give away answers to later questions."
SUSPENDED = "Suspended: this question and any others on the same point will not be asked."
HOW_TO_RESUME = "To resume them, press x now, or run `quizgen browse` later."
RESUMED, RESUMED_DUE = "Resumed: asked again when due.", "Resumed: due now."
POINT_SUSPENDED = "Suspended: not asked until resumed."
"""One line on a narrow terminal, so that no point needs to scroll up for it."""
NOT_SUSPENDED = "This question cannot be suspended now, because quizgen cannot write to your history."
NOW_READS = "The question now reads:"
EDITED = "The set was changed. This session continues with the old version; your next session uses the new one."
EDIT_CANCELED = "Editing canceled."
NOT_EDITABLE = "This set comes with quizgen, so it cannot be edited here."
NO_EDITOR = "No editor found. Set the environment variable EDITOR to the command of your editor, such as nano."
NOTHING_ANSWERED = "No questions answered."
SKIPPED = "Skipped."
SKIPPED_BEFORE = "Skipped. You can retry this question at the end of the quiz."
MARKED_CORRECT = "Marked as correct."
COMPARE = "quizgen cannot grade this wording. Compare it with the answer."
NOT_COMPARED = "quizgen cannot grade this wording, so it does not count as correct."
SAYS_THE_SAME = "Does your answer say the same thing?"
NOT_COUNTED = "The answer does not count as correct."
IS_REST_CORRECT = "Is the rest correct?"
LOOKING_BACK = "Previous question"
REVIEW = "Review"
TIME_UP = "Time is up. The answers that you have given so far count."
EXAM_DONE = "That was the last question."
EARLIER = "Earlier attempts"
NOW = "now"


def before_editing(path: str, editor: str) -> str:
    """Which file the key e opens in which editor, the first time that it is pressed."""
    return f"To edit {path} in {editor}, press e again."


def editor_fails(name: str, reason: str) -> str:
    """Why the editor cannot be started, and how to choose another."""
    return f"{name} cannot be started: {reason}. Set the environment variable VISUAL to the command of another editor."


def undone(*, skip: bool, resumed: bool) -> str:
    """The confirmation that an answer or a ``skip`` was undone and, if it had been suspended, its question resumed."""
    what = "Skip undone" if skip else "Answer undone"
    return f"{what}{' and question resumed' if resumed else ''}. Here is the question again."


def streak(length: int) -> str:
    """A run of correct answers; empty below two."""
    return f"{length} in a row" if length > 1 else ""


def best_streak(length: int) -> str:
    """The longest run of a session."""
    return f"Longest streak: {length}"


def opening(
    questions: int,
    round_number: int,
    *,
    exam: bool = False,
    seconds: float | None = None,
    answered: int = 0,
    skipped: int = 0,
) -> str:
    """The length of a session that starts or resumes, with the ``seconds`` that an exam has left, if it is limited."""
    if round_number > 1:
        return f"Retrying {count(questions, 'question')}"
    parts = [count(questions, "question")]
    if exam:
        parts.append("exam with feedback at the end")
    if seconds is not None:
        parts.append(time_left(seconds))
    if answered:
        parts.append(f"{answered} already answered")
    if skipped:
        parts.append(f"{skipped} skipped")
    return ", ".join(parts)


def source(reference: str, title: str | None) -> str:
    """The text that a set is based on; ``title`` is the set's."""
    return f"Source: {reference}" if title is None else f"Source of {title}: {reference}"


def in_paragraph(number: int) -> str:
    """Where a fact is in its source."""
    return f"Paragraph {number}."


def page(number: int, pages: int) -> str:
    """The place in a lesson."""
    return f"Page {number} of {pages}"


def ask_read(title: str) -> str:
    """The offer to read a set that is new to the learner."""
    return f"“{title}” is new to you. Read the lesson first?"


def ask_read_several(sets: int) -> str:
    """The offer to read one of several sets that are new to the learner."""
    return f"{count(sets, 'set')} are new to you. Read a lesson first?"


START_UNREAD = "No, start"
NO_POINTS = "No matching points found."
NOT_ANSWERED = "not answered yet"
WRONG_OPTIONS = "Wrong options"
LATEST_ANSWERS = "Latest answers"
DETAIL, ONLY_ON_REQUEST = "detail", "asked only with --detail"


def points(number: int, details: int) -> str:
    """A number of points, with the number of those that are asked only on request."""
    return count(number, "point") + (f" ({details:,} {ONLY_ON_REQUEST})" if details else "")


def source_paragraph(number: int, text: str) -> str:
    """A paragraph of the source itself."""
    return f"Paragraph {number} of the source: {text}"


def shorter_quiz(questions: int, left_out: int) -> str:
    """A quiz that is shorter than was asked for, because so many questions are ``left_out``.

    It names none of them: a stem may give away the answer to a question that is asked.
    """
    return (
        f"This quiz has only {count(questions, 'question')}. {count(left_out, 'other')} "
        f"{'is' if left_out == 1 else 'are'} left out, so that no question gives away the answer to another. To be "
        "asked every question, use --all."
    )


def without_cards(questions: int, cards: int) -> str:
    """An exam that leaves out some ``cards``, because quizgen cannot grade them."""
    left_out, them = ("is", "it") if cards == 1 else ("are", "them")
    return (
        f"This exam has {count(questions, 'question')}. {count(cards, 'flashcard')} {left_out} left out, because you "
        f"would grade {them} yourself. To take an exam with only flashcards, use --kind card."
    )


def ask_resume(started: datetime, so_far: str, seconds: float | None, *, exam: bool) -> str:
    """The offer to resume an interrupted session, which got ``so_far`` and has ``seconds`` left, if it is limited."""
    left = "" if seconds is None else f" {time_left(seconds)}."
    return f"Resume the {'exam' if exam else 'quiz'} from {moment(started)}? {so_far}{left}"


EXAM_ENDS_QUIZ = "If you take this exam, you can no longer resume the quiz that you interrupted."


def abandons(*, exam: bool, has_options: bool) -> str:
    """What it means to start another quiz or exam; ``has_options`` if the learner gave options for it."""
    which = "exam" if exam else "quiz"
    also = " The options that you specified apply only to a new one." if has_options else ""
    return f"If you start a new one, you can no longer resume this {which}.{also}"


def progress(answered: int, skipped: int, total: int) -> str:
    """How far a session got; skipped questions are not answered."""
    return f"{answered} of {count(total, 'question')} answered{f', {skipped} skipped' if skipped else ''}."


def resume_later(arguments: Sequence[str]) -> str:
    """How to resume a stopped session that was started with these names of sets and options."""
    return f"Resume later with {resume_command(arguments)}."


def resume_command(arguments: Sequence[str]) -> str:
    """The command that resumes an interrupted session; without names of sets, the latest one."""
    return f"`{command('quiz', *arguments, '--resume')}`"


def resumes_latest(names: Sequence[str], interrupted: int, *, exam: bool) -> str:
    """Which of several interrupted quizzes is resumed if the learner names no set."""
    return (
        f"Resuming the {'exam' if exam else 'quiz'} on {series(names)}, the latest of {interrupted} that were "
        "interrupted. To resume another one, name its set."
    )


def exam_so_far(answered: int, skipped: Sequence[str]) -> str:
    """The answers of an exam that can be submitted, with the numbers of the ``skipped`` questions."""
    if not skipped:
        return f"{answered} answered"
    which = f"{'question' if len(skipped) == 1 else 'questions'} {series(skipped)}"
    return f"{answered} answered, {len(skipped)} skipped ({which})"


def given_before(given: str) -> str:
    """The earlier answer to an exam's question."""
    return f"Your answer so far: {given}" if given else "Skipped so far"


def time_left(seconds: float) -> str:
    """The time left in an exam: ``12:05 left``."""
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02} left"


def left(waiting: str | int, minutes: int | None) -> str:
    """What is left of a session, and the time it takes: ``4 due, 1 learning, 8 new left, 4 min``."""
    return f"{waiting} left" + (f", {minutes} min" if minutes else "")


def goal_progress(answered: int, goal: int) -> str:
    """How far the learner is today."""
    if answered >= goal:
        return f"★ Daily goal reached: {count(answered, 'answer')} (goal: {goal})"
    return f"Daily goal: {answered} of {count(goal, 'answer')}"


def goal_reached(goal: int) -> str:
    """The day's goal is reached."""
    return f"★ Daily goal reached: {count(goal, 'answer')} today."


def ask_retry(missed: int, skipped: int) -> str:
    """The offer at the end of a quiz."""
    if missed and skipped:
        return f"Retry {missed + skipped} questions ({missed} missed, {skipped} skipped)?"
    number, which = max((missed, "missed"), (skipped, "skipped"))
    return f"Retry the {which} question?" if number == 1 else f"Retry the {number} {which} questions?"


def skipped_answers(number: int) -> str:
    """The title above the correct answers to so many skipped questions."""
    return "Answer to the skipped question" if number == 1 else "Answers to the skipped questions"


def place(number: int, total: int) -> str:
    """The place to fill in an order."""
    return f"Which comes first? (1 of {total})" if number == 1 else f"Which comes next? ({number} of {total})"


def your_answer(unit: str) -> str:
    """The prompt for a typed answer, with the unit of a number."""
    return f"{YOUR_ANSWER} ({unit})" if unit else YOUR_ANSWER


def blank(number: int, total: int) -> str:
    """The blank to fill in a cloze."""
    return YOUR_ANSWER if total == 1 else f"Blank {number} of {total}"


def blank_result(number: int, answer: str, *, right: bool) -> str:
    """The answer of one blank of several, and whether the learner gave it."""
    return f"Blank {number}: {'correct' if right else 'wrong'}; the answer is {answer}"


def not_a_number(typed: str, *, has_unit: bool, needs_unit: bool) -> str:
    """What to say if a number was expected, and none was typed, or one with words that say something else."""
    unit = " with its unit" if needs_unit else ", with or without its unit" if has_unit else ""
    has_digits = any(map(str.isdigit, typed))
    return f"Type only the number{unit}." if has_digits else f"That is not a number. Type a number{unit}."


def may_be_a_key(typed: str, tip: str, *, is_answer: bool) -> str:
    """What to say if the key of another prompt was typed; ``is_answer`` if it can be an answer."""
    return f"{tip} To submit {typed!r} as your answer, type it again." if is_answer else f"That is not a number. {tip}"


def accepted_difference(what: str, answers: Sequence[str]) -> str:
    """What was forgiven in a response that counts as correct, and of which other ``answers`` it is a form."""
    if not answers:
        return f"Accepted difference: {what}."
    also = f" {series(f'“{one}”' for one in answers)} {'is' if len(answers) == 1 else 'are'} also accepted."
    return f"Accepted difference: {what}.{also}"


def accepted_numbers(low: str, high: str) -> str:
    """The numbers that are accepted as well as the answer."""
    return f"Any number from {low} to {high} is accepted."


def attribution(name: str) -> str:
    """The source of a claim."""
    return f"According to {name}."


def moment(at: datetime) -> str:
    """A moment in local time: ``24 Nov 2026, 14:05``."""
    local = at.astimezone()
    return f"{local.day} {local:%b %Y, %H:%M}"


def command(*arguments: str) -> str:
    """A command of quizgen with its arguments, as it is typed in a shell."""
    import shlex

    return shlex.join(["quizgen", *arguments])


def cannot_open(path: str) -> str:
    """Why a picture or a sound is not opened."""
    return f"{path} cannot be opened: no program is associated with this file type."
