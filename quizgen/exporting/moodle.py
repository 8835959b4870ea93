"""Moodle XML. Format: https://docs.moodle.org/en/Moodle_XML_format, and question/format/xml in Moodle's source."""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from quizgen.exporting.categories import with_categories
from quizgen.exporting.fallbacks import common_remarks
from quizgen.exporting.html import (
    Pictures,
    bare_html,
    block_html,
    card_feedback,
    cloze_html,
    feedback_of,
    joined,
    line_html,
    line_text,
)
from quizgen.exporting.numbers import accepted_numbers
from quizgen.exporting.selection import Part
from quizgen.exporting.weights import percent, share_remarks, weights_of
from quizgen.exporting.xml_files import xml_bytes
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
from quizgen.questions.kinds import Kind
from quizgen.questions.marks import Mark
from quizgen.text.numbers import parse_decimal, plain_digits

_TYPES: Mapping[Kind, str] = {
    "card": "essay",
    "choice": "multichoice",
    "multiple": "multichoice",
    "true_false": "truefalse",
    "short": "shortanswer",
    "number": "numerical",
    "cloze": "cloze",
    "order": "ordering",
    "match": "matching",
}
"""What Moodle calls each kind."""
_WITHOUT_ATTEMPTS = {"essay": "0", "truefalse": "1"}
"""What Moodle writes as the penalty for a further attempt at questions of types that have none."""


def moodle_xml(parts: Sequence[Part]) -> bytes:
    """Return the questions of ``parts`` as Moodle XML with their pictures and sounds. Raises QuestionError."""
    quiz = Element("quiz")
    for part, question, category in with_categories(parts):
        if category is not None:
            written = SubElement(quiz, "question", type="category")
            _text(SubElement(written, "category"), category)
        _question(quiz, question, Pictures(part, lambda name: f"@@PLUGINFILE@@/{name}"))
    return xml_bytes(quiz)


def remarks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what becomes of a question for which Moodle has no form of its own, by field."""
    yield from common_remarks(question)
    if isinstance(question, ChoiceQuestion | MultipleQuestion):
        yield from share_remarks(question)
    if isinstance(question, ClozeQuestion):
        numbers = [mark.number for mark in question.marks]
        if numbers != [*range(1, len(numbers) + 1)]:
            yield "text", "blanks are numbered in reading order"


def _question(quiz: Element, question: Question, pictures: Pictures) -> None:
    written = SubElement(quiz, "question", type=_TYPES[question.kind])
    _text(SubElement(written, "name"), question.id)
    if isinstance(question, ClozeQuestion):
        stem = cloze_html(question, partial(_blank, question))
    else:
        stem = block_html(question.stem)
    _html(written, "questiontext", joined(stem, pictures.stem_html(question)), pictures)
    explanation = block_html(question.explanation)
    if isinstance(question, CardQuestion):
        explanation = card_feedback(block_html(question.answer), explanation)
    _html(written, "generalfeedback", joined(explanation, pictures.html(question, "feedback")), pictures)
    if not isinstance(question, ClozeQuestion):  # Moodle adds up the grades of the blanks
        _value(written, "defaultgrade", "1")
    _value(written, "penalty", _WITHOUT_ATTEMPTS.get(_TYPES[question.kind], "0.3333333"))
    _value(written, "hidden", str(int(question.retired)))
    _value(written, "idnumber", question.id)
    _own_elements(written, question)
    if isinstance(question, MultipleQuestion | OrderQuestion | MatchQuestion):
        SubElement(written, "shownumcorrect")
    if question.hint:
        _html(written, "hint", block_html(question.hint))
    if question.tags:
        tags = SubElement(written, "tags")
        for tag in question.tags:
            _text(SubElement(tags, "tag"), tag)


def _own_elements(written: Element, question: Question) -> None:
    match question:
        case CardQuestion():
            _value(written, "responseformat", "editor")
            _value(written, "responserequired", "1")
            _value(written, "responsefieldlines", "5")
            _value(written, "attachments", "0")
            _html(written, "graderinfo", block_html(question.answer))
        case ChoiceQuestion() | MultipleQuestion():
            _value(written, "single", "true" if isinstance(question, ChoiceQuestion) else "false")
            _value(written, "shuffleanswers", "true" if question.fixed_order is None else "false")
            _value(written, "answernumbering", "abc")
            said = feedback_of(question)
            for option, share in weights_of(question).items():
                _answer(written, percent(share), line_html(option), said.get(option, ""), is_html=True)
        case TrueFalseQuestion():
            for truth in (True, False):
                _answer(written, "100" if truth is question.answer else "0", "true" if truth else "false")
        case ShortQuestion():
            _value(written, "usecase", str(int(_is_case_strict(question))))
            _typed_answers(written, (question.answer, *question.accept), question.reject)
        case NumberQuestion():
            _numbers(written, question)
        case ClozeQuestion():
            pass  # its answers are in the text
        case OrderQuestion():
            for name, value in (
                ("layouttype", "VERTICAL"),
                ("selecttype", "ALL"),
                ("selectcount", "0"),
                ("gradingtype", "RELATIVE_NEXT_EXCLUDE_LAST"),
                ("showgrading", "SHOW"),
                ("numberingstyle", "none"),
            ):
                _value(written, name, value)
            for place, step in enumerate(question.steps, 1):
                _answer(written, str(place), line_html(step), is_html=True)
        case MatchQuestion():
            _value(written, "shuffleanswers", "true")
            for left, right in question.pairs:
                pair = _html(written, "subquestion", line_html(left))
                _text(SubElement(pair, "answer"), bare_html(right))
        case _:
            assert_never(question)


def _is_case_strict(question: ShortQuestion | ClozeQuestion) -> bool:
    grading = question.grading
    return grading is not None and (grading.case == "strict" or (grading.case is None and grading.preset == "exact"))


def _typed_answers(written: Element, accepted: Iterable[str], rejected: Mapping[str, str | None]) -> None:
    for answer in accepted:
        _answer(written, "100", _literal(answer))
    for answer, feedback in rejected.items():
        _answer(written, "0", _literal(answer), block_html(feedback))


def _literal(answer: str) -> str:
    """Return ``answer`` for Moodle, for which a star matches any text unless it follows a backslash."""
    return answer.replace("*", "\\*")


def _numbers(written: Element, question: NumberQuestion) -> None:
    for one in accepted_numbers(question):
        _value(_answer(written, "100", plain_digits(one.number)), "tolerance", plain_digits(one.margin))
    for text, feedback in question.reject.items():
        if (number := parse_decimal(text)) is not None:
            _value(_answer(written, "0", plain_digits(number), block_html(feedback)), "tolerance", "0")
    if question.unit is not None:
        unit = SubElement(SubElement(written, "units"), "unit")
        _value(unit, "multiplier", "1")
        _value(unit, "unit_name", question.unit)
    _value(written, "unitgradingtype", "0")
    _value(written, "unitpenalty", "0.1")
    _value(written, "showunits", "3" if question.unit is None else "0")  # 3: no units; 0: learners may type one
    _value(written, "unitsleft", "0")


def _blank(question: ClozeQuestion, mark: Mark) -> str:
    """Return a blank with its answers in the notation of Moodle's Cloze questions.

    https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
    """
    answers = [
        *(f"={_in_blank(_literal(answer))}" for answer in question.accepted(mark)),
        *(
            f"%0%{_in_blank(_literal(answer))}" + (f"#{_in_blank(line_text(feedback))}" if feedback else "")
            for answer, feedback in question.reject.get(mark.name, {}).items()
        ),
    ]
    hint = f" [{escape(mark.hint)}]" if mark.hint else ""
    kind = "SHORTANSWER_C" if _is_case_strict(question) else "SHORTANSWER"
    return f"{{1:{kind}:{'~'.join(answers)}}}{hint}"


def _in_blank(text: str) -> str:
    html = escape(text, quote=False)
    return "".join(f"\\{char}" if char in "}#~" else char for char in html)


def _answer(written: Element, fraction: str, text: str, feedback: str = "", *, is_html: bool = False) -> Element:
    answer = SubElement(written, "answer", fraction=fraction, format="html" if is_html else "moodle_auto_format")
    _text(answer, text)
    _html(answer, "feedback", feedback)
    return answer


def _html(parent: Element, name: str, html: str, pictures: Pictures | None = None) -> Element:
    element = SubElement(parent, name, format="html")
    _text(element, html)
    for file, content in pictures.files.items() if pictures and "@@PLUGINFILE@@" in html else ():
        attributes = {"name": file, "path": "/", "encoding": "base64"}
        SubElement(element, "file", attributes).text = base64.b64encode(content).decode()
    return element


def _text(parent: Element, text: str) -> None:
    _value(parent, "text", text)


def _value(parent: Element, name: str, value: str) -> None:
    SubElement(parent, name).text = value
