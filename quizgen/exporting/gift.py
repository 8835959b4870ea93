"""GIFT, Moodle's text format for questions. Format: https://docs.moodle.org/en/GIFT_format"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import unescape
from typing import assert_never

from quizgen.exporting.categories import with_categories
from quizgen.exporting.fallbacks import STEPS_AS_PAIRS, common_remarks, numbered_steps
from quizgen.exporting.html import bare_html, block_html, card_feedback, feedback_of, line_html
from quizgen.exporting.numbers import accepted_numbers
from quizgen.exporting.selection import Part
from quizgen.exporting.weights import percent, share_remarks, weights_of
from quizgen.markup import Slot, escape, slot_sign
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
from quizgen.questions.marks import Mark, replaced
from quizgen.text.numbers import parse_decimal, plain_digits
from quizgen.text.plurals import count

_ESCAPED = {ord(sign): f"\\{sign}" for sign in "\\~=#{}:"} | {ord("\n"): "\\n"}
# Moodle takes a tag or an entity in a text without a format for HTML, `[` for a format, `%` for a weight, $$ for math.
# Others take // after a title for a comment.
_NEEDS_HTML = re.compile(r"<|&(?:lt|gt|amp);|\n|^&#(?:91|37);|&#36;|^//")
_FORM = re.compile(r"\[(?:html|markdown|plain|moodle)\]", re.IGNORECASE)
_GAP = slot_sign(0)
"""Placeholder for the answers of a question whose text continues after them."""
_OTHER_BLANK = "…"
"""A blank that is not asked for; Moodle shows the asked one as a line."""


def gift_text(parts: Sequence[Part]) -> str:
    """Return the questions of ``parts`` as GIFT, each with its id and tags in a comment as Moodle writes them."""
    blocks: list[str] = []
    for _, question, category in with_categories(parts):
        if category is not None:
            blocks.append(f"$CATEGORY: {category}")
        blocks += _blocks(question)
    return "\n\n".join(blocks) + "\n"


def remarks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what becomes of a question for which GIFT has no form of its own, by field."""
    yield from common_remarks(question)
    if isinstance(question, ChoiceQuestion | MultipleQuestion):
        yield from share_remarks(question)
    elif isinstance(question, OrderQuestion):
        yield "kind", STEPS_AS_PAIRS
    elif is_left_out(question):
        yield "kind", "the question is left out, because Moodle reads `->` in its answer as a matching pair"
    elif isinstance(question, ClozeQuestion):
        blanks = count(len(_blank_answers(question)), "short answer question")
        left_out = len({mark.number for mark in question.marks}) - len(_blank_answers(question))
        said = f" ({count(left_out, 'blank')} left out, because Moodle reads `->` in an answer as a matching pair)"
        yield "kind", f"the blanks become {blanks}{said if left_out else ''}"


def is_left_out(question: Question) -> bool:
    """Return whether GIFT cannot hold ``question``: Moodle would read its answers as pairs to match."""
    if isinstance(question, ClozeQuestion):
        return not _blank_answers(question)
    return isinstance(question, ShortQuestion) and _is_taken_for_match(
        question.answer, *question.accept, *question.reject
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer: its sign with a weight, such as ``~%50%``, its text, and the feedback for it, as HTML.

    ``typed`` is plain text after the HTML, which a learner types; ``partner`` is the right-hand item of a pair.
    """

    sign: str
    html: str = ""
    typed: str = ""
    partner: str = ""
    feedback: str = ""


def _is_taken_for_match(*answers: str) -> bool:
    return any("->" in text for text in answers)


def _blank_answers(question: ClozeQuestion) -> dict[Mark, list[_Answer]]:
    """Return the first mark of each number with the answers of its blank, without blanks that GIFT cannot hold."""
    marks = {mark.number: mark for mark in reversed(question.marks)}
    return {
        mark: [*_typed(question.accepted(mark)), *_rejected(question.reject.get(mark.name, {}))]
        for _, mark in sorted(marks.items())
        if not _is_taken_for_match(*question.accepted(mark), *question.reject.get(mark.name, {}))
    }


def _blocks(question: Question) -> Iterator[str]:
    """Yield ``question`` as GIFT; several blocks for the blanks of a cloze, none if GIFT cannot hold it."""
    if is_left_out(question):
        return
    if isinstance(question, ClozeQuestion):
        is_one = len({mark.number for mark in question.marks}) == 1
        for mark, answers in _blank_answers(question).items():
            name = question.id if is_one else f"{question.id}-{mark.name}"
            gap = _GAP + (escape(f" [{mark.hint}]") if mark.hint else "")
            stem = block_html(replaced(question.text, mark, _GAP, others=_OTHER_BLANK), [Slot(gap, gap)])
            yield _block(question, name, stem, answers)
    else:
        yield _block(question, question.id, block_html(question.stem), _answers(question))


def _block(question: Question, name: str, stem: str, answers: Sequence[_Answer]) -> str:
    """Return one question with its comment and its title, both of which hold ``name``."""
    feedback = block_html(question.explanation)
    if isinstance(question, CardQuestion):
        feedback = card_feedback(block_html(question.answer), feedback)
    texts = (stem, feedback, *(html for answer in answers for html in (answer.html, answer.partner, answer.feedback)))
    is_html = any(_NEEDS_HTML.search(html) for html in texts)

    def written(html: str) -> str:
        return (html if is_html else unescape(html)).translate(_ESCAPED)

    lines = [
        answer.sign
        + written(answer.html)
        + answer.typed.translate(_ESCAPED)
        + (f" -> {written(answer.partner)}" if answer.partner else "")
        + (f"#{written(answer.feedback)}" if answer.feedback else "")
        for answer in answers
    ]
    lines += [f"####{written(feedback)}"] if feedback else []
    opening = "{#" if isinstance(question, NumberQuestion) else "{"
    inner = f"{opening}{''.join(lines)}}}" if len(lines) < 2 else "\n\t".join((opening, *lines)) + "\n}"
    if is_html and stem.startswith(_GAP):  # the published grammar has no format before an answer
        stem = f"<p>{stem}</p>"
    before, _, after = written(stem).partition(_GAP)
    tags = "".join(f" [tag:{tag.replace(']', chr(92) + ']')}]" for tag in question.tags)
    form = "[html]" if is_html else ""
    return f"// [id:{name}]{tags}\n::{name}::{form}{before}{inner}{after.replace(_GAP, '_____')}"


def _answers(question: Question) -> list[_Answer]:
    match question:
        case CardQuestion():
            return []
        case TrueFalseQuestion():
            return [_Answer("TRUE" if question.answer else "FALSE")]
        case ChoiceQuestion():
            said = feedback_of(question)
            return [
                _Answer(_choice_sign(share), _unlike_weight(line_html(option)), feedback=said.get(option, ""))
                for option, share in weights_of(question).items()
            ]
        case MultipleQuestion():
            said = feedback_of(question)
            return [
                _Answer(f"~%{percent(share)}%", line_html(option), feedback=said.get(option, ""))
                for option, share in weights_of(question).items()
            ]
        case ShortQuestion():
            return [*_typed((question.answer, *question.accept)), *_rejected(question.reject)]
        case NumberQuestion():
            return _numbers(question)
        case OrderQuestion():
            return [
                _Answer("=", _unlike_weight(line_html(step)), partner=number)
                for step, number in numbered_steps(question)
            ]
        case MatchQuestion():
            return [
                _Answer("=", _unlike_weight(line_html(left)), partner=bare_html(right))
                for left, right in question.pairs
            ]
        case ClozeQuestion():
            raise AssertionError(question.id)  # each of its blanks is a question
        case _:
            assert_never(question)


def _choice_sign(share: Fraction) -> str:
    return "=" if share == 1 else f"~%{percent(share)}%" if share else "~"


def _unlike_weight(html: str) -> str:
    """Return an option without a first ``%``, with which a weight begins."""
    return f"&#37;{html[1:]}" if html.startswith("%") else html


def _typed(answers: Sequence[str]) -> list[_Answer]:
    return [_Answer("=%100%", typed=_as_typed(answer)) for answer in answers]


def _rejected(rejected: Mapping[str, str | None]) -> list[_Answer]:
    return [
        _Answer("=%0%", typed=_as_typed(answer), feedback=block_html(feedback)) for answer, feedback in rejected.items()
    ]


def _as_typed(answer: str) -> str:
    """Return an answer to type without wildcards (a star) and text formats (``[html]``) of GIFT."""
    form = "[plain]" if _FORM.match(answer) else ""
    return form + answer.replace("*", "\\*")


def _numbers(question: NumberQuestion) -> list[_Answer]:
    accepted = [
        plain_digits(one.number) + (f":{plain_digits(one.margin)}" if one.margin else "")
        for one in accepted_numbers(question)
    ]
    rejected = {
        number: feedback for text, feedback in question.reject.items() if (number := parse_decimal(text)) is not None
    }
    if len(accepted) == 1 and not rejected:
        return [_Answer(accepted[0])]
    return [
        *(_Answer(f"=%100%{number}") for number in accepted),
        *(
            _Answer(f"=%0%{plain_digits(number)}", feedback=block_html(feedback))
            for number, feedback in rejected.items()
        ),
    ]
