"""Answers with their shares of the credit, as learning platforms store them, as the fields of a question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from quizgen.importing.plain import without_line_ends
from quizgen.questions.distractor import Distractor
from quizgen.text.folding import fold_option
from quizgen.text.numbers import plain_digits

FIGURE = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
"""A number as text formats write it, as a regular expression."""
_ROUNDED = 3.0
"""How many percentage points a share may differ because platforms know only some percentages."""
_TOO_LARGE = 300
"""The power of ten that no number of a question reaches."""
LINE = re.compile(r"<hr\b[^<>]*>", re.IGNORECASE)
"""A horizontal line in HTML."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its text, the percentage of the credit that it gives, and the feedback for it in Markdown."""

    text: str
    percent: float
    feedback: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it gives the whole credit."""
        return self.percent >= 100

    @property
    def is_wrong(self) -> bool:
        """Whether it gives no credit."""
        return self.percent <= 0

    def within(self, margin: str) -> "Answer":
        """Return a number with its margin, for a message."""
        return replace(self, text=f"{self.text} ± {margin}") if margin.strip("0.") else self


@dataclass(frozen=True, slots=True)
class AcceptedNumber:
    """A number, and the lowest and the highest that are accepted for it."""

    number: Decimal
    low: Decimal
    high: Decimal
    is_range: bool = False
    """Whether the file gives the bounds, not the number."""

    @classmethod
    def around(cls, number: Decimal, margin: Decimal = Decimal(0)) -> "AcceptedNumber":
        """Return ``number`` with all numbers that differ from it by no more than ``margin``."""
        return cls(number, number - abs(margin), number + abs(margin))

    @classmethod
    def between(cls, low: Decimal, high: Decimal) -> "AcceptedNumber":
        """Return a range, whose middle is its number."""
        return cls((low + high) / 2, low, high, is_range=True)


def keys_data(keys: Sequence[str]) -> dict[str, Any]:
    """Return the kind and the key of a question with options, or its keys if there are several."""
    return {"kind": "choice", "answer": keys[0]} if len(keys) == 1 else {"kind": "multiple", "answers": list(keys)}


def options_data(
    answers: Sequence[Answer], notes: list[str], *, is_single: bool | None = None, keeps_order: bool = False
) -> dict[str, Any]:
    """Return the fields of a question with options; ``is_single`` says whether only one can be chosen, if it is known.

    ``keeps_order`` says that the options are always shown in the order of ``answers``. Raises ValueError if none is
    correct or one is empty. What has no field is added to ``notes``. ``right`` are the correct options, for
    `explanation_of`.
    """
    right = [answer for answer in answers if not answer.is_wrong]
    best = [answer for answer in right if answer.is_full]
    if not right:
        raise ValueError("none of the options is marked as correct")
    if is_single is not False and len(best) == 1:
        right = best
    wrong = [answer for answer in answers if answer not in right]
    is_choice = len(right) == 1 and is_single is not False
    _note_shares(right, wrong, notes, is_choice=is_choice)
    keys, texts = [answer.text for answer in right], [answer.text for answer in wrong]
    if not all((*keys, *texts)):
        raise ValueError("one of the options has no text")
    distractors = [_distractor(answer, notes).data() for answer in wrong]
    listed: dict[str, Any] = {"distractors": distractors}
    if keeps_order:
        listed = {"options": [answer.text for answer in answers], "shuffle": False}
        if distractors != texts:
            listed["distractors"] = distractors
    data = {**listed, "right": right}
    if is_choice:
        return {"kind": "choice", "answer": keys[0], **data}
    return {"kind": "multiple", "answers": keys, **data}


def _note_shares(right: Sequence[Answer], wrong: Sequence[Answer], notes: list[str], *, is_choice: bool) -> None:
    """Add to ``notes`` if quizgen gives or takes other shares of the credit for the options than ``answers`` do."""
    taken = [answer.percent for answer in wrong if answer.percent < 0]
    if is_choice:
        if taken:
            notes.append(
                "left out the penalties for wrong options: in questions with one correct option, quizgen does not "
                "penalize wrong answers"
            )
        return
    given = [answer.percent for answer in right]
    usual = -100 / max(len(wrong), 2)
    if max(given) - min(given) > _ROUNDED or any(abs(percent - usual) > _ROUNDED for percent in taken):
        notes.append(
            "left out the percentages of the options: in quizgen, all correct options earn the same credit, and all "
            "wrong options have the same penalty"
        )


def _distractor(answer: Answer, notes: list[str]) -> Distractor:
    feedback = answer.feedback
    if feedback and fold_option(feedback) == fold_option(answer.text):
        notes.append(f"left out the feedback for {answer.text!r}, because the feedback only repeats the option")
        feedback = ""
    share = float(Decimal(str(round(answer.percent, 5))) / 100)
    return Distractor(answer.text, feedback or None, share if 0 < share < 1 else None)


def short_data(answers: Sequence[Answer], notes: list[str]) -> dict[str, Any]:
    """Return the fields of a question with a typed answer. Raises ValueError if no answer gives the whole credit."""
    full = [answer for answer in answers if answer.is_full]
    if not full:
        raise ValueError("none of the answers is marked as fully correct")
    note_partly([answer for answer in answers if not (answer.is_full or answer.is_wrong)], notes)
    usable = [answer for answer in full if not _has_wildcard(answer.text)]
    wild = [one for one in answers if one.text != "*" and _has_wildcard(one.text) and (one.is_full or one.is_wrong)]
    if usable and wild:
        notes.append(f"left out {', '.join(repr(one.text) for one in wild)}: wildcards (*) are not supported")
        note_feedback(wild, notes)
        full, answers = usable, [one for one in answers if one not in wild]
    rejected = [answer for answer in answers if answer.is_wrong]
    anything = [answer for answer in rejected if answer.text == "*"]  # feedback for every other answer
    note_feedback(anything, notes)
    texts = [_literal(answer.text) for answer in full]
    return {
        "kind": "short",
        "answer": texts[0],
        "accept": list(dict.fromkeys(texts[1:])),
        "reject": {_literal(one.text): one.feedback or None for one in rejected if one not in anything and one.text},
        "right": full,
    }


def number_data(accepted: Sequence[AcceptedNumber]) -> dict[str, Any]:
    """Return the fields of a number question: the first number is its answer, and others are accepted, too.

    If the answer is between the bounds of another number, these are the question's range.
    """
    answer, *others = accepted
    span = next((one for one in others if one.low < one.high and one.low <= answer.number <= one.high), answer)
    data: dict[str, Any] = {"kind": "number", "answer": plain_number(answer.number)}
    if span.is_range or span is not answer:
        data["range"] = [plain_number(span.low), plain_number(span.high)]
    elif span.high > span.low:
        data["tolerance"] = _digits(span.high - span.number)
    data["accept"] = [_digits(one.number) for one in others if one is not span]
    return data


def read_decimal(text: str) -> Decimal:
    """Return the number in ``text``. Raises ValueError if it is not a number, or too large to calculate with."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(f"{text!r} is not a number")
    if number and number.adjusted() >= _TOO_LARGE:
        raise ValueError("the number is too large")
    return number


def plain_number(value: Decimal) -> float | int:
    """Return ``value`` as YAML shows it. Raises ValueError if it is too large for a question."""
    if value and value.adjusted() >= _TOO_LARGE:
        raise ValueError("the number is too large")
    return int(value) if value == int(value) else float(value)


def _digits(value: Decimal) -> str:
    """Return ``value`` as a question's texts have it; ``plain_number`` may have an exponent, which they cannot."""
    return plain_digits(Decimal(str(plain_number(value))))


def match_data(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the fields of a matching question, or of an ordering if each item is matched with its number from 1.

    Raises ValueError if two pairs begin alike.
    """
    lefts = [left for left, _ in pairs]
    for place, left in enumerate(lefts):
        if left in lefts[:place]:
            raise ValueError(f"two pairs begin with {left!r}")
    steps = {right: left for left, right in pairs}
    numbers = [str(number) for number in range(1, len(pairs) + 1)]
    if len(pairs) > 2 and steps.keys() == set(numbers):
        return {"kind": "order", "steps": [steps[number] for number in numbers]}
    return {"kind": "match", "pairs": dict(pairs)}


def card_parts(feedback: str) -> tuple[str, str]:
    """Return the answer and the explanation in the feedback of an essay question; a line (``<hr>``) separates them."""
    answer, *rest = LINE.split(feedback, maxsplit=1)
    return answer.strip(), "".join(rest).strip()


def note_partly(answers: Sequence[Answer], notes: list[str]) -> None:
    """Add to ``notes`` that ``answers`` are left out, because they give only a part of the credit."""
    if answers:
        names = ", ".join(repr(answer.text) for answer in answers)
        notes.append(f"left out {names}, which {'is' if len(answers) == 1 else 'are'} not fully correct")
        note_feedback(answers, notes)


def note_feedback(answers: Sequence[Answer], notes: list[str]) -> None:
    """Add to ``notes`` that the feedback for each of ``answers`` is left out."""
    notes += (
        f"left out the feedback for {_named(answer)}: {without_line_ends(answer.feedback)}"
        for answer in answers
        if answer.feedback
    )


def _named(answer: Answer) -> str:
    return "all other answers" if answer.text in {"", "*"} else repr(answer.text)


def _literal(text: str) -> str:
    """Return a typed answer without the backslash that makes a star literal. Raises ValueError for a wildcard."""
    if _has_wildcard(text):
        raise ValueError("the answer contains a wildcard (*), which is not supported")
    return text.replace("\\*", "*")


def _has_wildcard(text: str) -> bool:
    return "*" in text.replace("\\*", "")
