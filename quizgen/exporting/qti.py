"""QTI 1.2 in the form that Canvas writes and reads: a zip with a manifest, the questions, and their pictures.

Format: https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html, and lib/cc/qti in Canvas's source.
"""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from io import BytesIO
from itertools import groupby
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from quizgen.exporting.fallbacks import STEPS_AS_PAIRS, common_remarks, numbered_steps
from quizgen.exporting.html import (
    Pictures,
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
from quizgen.text.numbers import plain_digits

_TYPES: Mapping[Kind, str] = {
    "card": "essay_question",
    "choice": "multiple_choice_question",
    "multiple": "multiple_answers_question",
    "true_false": "true_false_question",
    "short": "short_answer_question",
    "number": "numerical_question",
    "cloze": "fill_in_multiple_blanks_question",
    "order": "matching_question",
    "match": "matching_question",
}
"""What Canvas calls each kind."""
_RESPONSE = "response1"
_IMAGES = "images"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_START = (1980, 1, 1, 0, 0, 0)
"""The earliest time of a file in a zip: the same questions give the same bytes."""


def qti_package(parts: Sequence[Part]) -> bytes:
    """Return the questions of ``parts`` as a QTI package, one quiz for each set. Raises QuestionError."""
    files: dict[str, bytes] = {}
    manifest = Element("manifest", {"identifier": "quizgen", "xmlns": _CARTRIDGE})
    metadata = SubElement(manifest, "metadata")
    SubElement(metadata, "schema").text = "IMS Content"
    SubElement(metadata, "schemaversion").text = "1.1.3"
    SubElement(manifest, "organizations")
    resources = SubElement(manifest, "resources")
    for part in parts:
        name = part.question_set.id
        pictures = Pictures(part, lambda file, name=name: f"%24IMS-CC-FILEBASE%24/{_IMAGES}/{name}/{file}")  # type: ignore[misc]
        files[f"{name}/{name}.xml"] = xml_bytes(_assessment(part, pictures))
        files[f"{name}/assessment_meta.xml"] = xml_bytes(_quiz(part))
        quiz = SubElement(resources, "resource", identifier=name, type="imsqti_xmlv1p2")
        SubElement(quiz, "file", href=f"{name}/{name}.xml")
        SubElement(quiz, "dependency", identifierref=f"{name}-meta")
        _resource(
            resources,
            f"{name}-meta",
            "associatedcontent/imscc_xmlv1p1/learning-application-resource",
            f"{name}/assessment_meta.xml",
        )
        for file, content in pictures.files.items():
            files[f"{_IMAGES}/{name}/{file}"] = content
            _resource(resources, f"{name}-{file}", "webcontent", f"{_IMAGES}/{name}/{file}")
    return _zipped({"imsmanifest.xml": xml_bytes(manifest), **files})


def remarks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what becomes of a question for which Canvas has no form of its own, by field."""
    yield from common_remarks(question)
    if isinstance(question, OrderQuestion):
        yield "kind", STEPS_AS_PAIRS


def _resource(resources: Element, name: str, kind: str, href: str) -> None:
    SubElement(SubElement(resources, "resource", identifier=name, type=kind, href=href), "file", href=href)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, _START), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _quiz(part: Part) -> Element:
    """Return the settings of the quiz in Canvas."""
    quiz = Element("quiz", identifier=part.question_set.id, xmlns=_CANVAS)
    SubElement(quiz, "title").text = part.question_set.title
    SubElement(quiz, "description").text = block_html(part.question_set.description)
    SubElement(quiz, "shuffle_answers").text = "true"
    SubElement(quiz, "quiz_type").text = "assignment"
    SubElement(quiz, "points_possible").text = str(len(part.questions))
    return quiz


def _assessment(part: Part, pictures: Pictures) -> Element:
    root = Element("questestinterop", xmlns=_QTI)
    assessment = SubElement(root, "assessment", ident=part.question_set.id, title=part.question_set.title)
    section = SubElement(assessment, "section", ident="root_section")
    for number, (topic, questions) in enumerate(groupby(part.questions, key=lambda question: question.topic), 1):
        # Canvas reads the questions of a section without its own selection as if they were not in it.
        inner = section
        if topic is not None:
            inner = SubElement(section, "section", ident=f"topic-{number}", title=part.question_set.topic_name(topic))
        for question in questions:
            _item(inner, f"{part.question_set.id}.{question.id}", question, pictures)
    return root


def _item(section: Element, ident: str, question: Question, pictures: Pictures) -> None:
    item = SubElement(section, "item", ident=ident, title=question.id)
    metadata = SubElement(SubElement(item, "itemmetadata"), "qtimetadata")
    for label, value in (("question_type", _TYPES[question.kind]), ("points_possible", "1"), *_own_metadata(question)):
        field = SubElement(metadata, "qtimetadatafield")
        SubElement(field, "fieldlabel").text = label
        SubElement(field, "fieldentry").text = value
    presentation = SubElement(item, "presentation")
    stem = _cloze_html(question) if isinstance(question, ClozeQuestion) else block_html(question.stem)
    _material(presentation, f"<div>{joined(stem, pictures.stem_html(question))}</div>")
    processing = SubElement(item, "resprocessing")
    outcomes = SubElement(processing, "outcomes")
    SubElement(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    explanation = block_html(question.explanation)
    if isinstance(question, CardQuestion):
        explanation = card_feedback(block_html(question.answer), explanation)
    explanation = joined(explanation, pictures.html(question, "feedback"))
    feedback = {"general_fb": explanation} if explanation else {}
    if explanation:
        SubElement(_shown_if(processing, "general_fb"), "other")
    if isinstance(question, ChoiceQuestion | MultipleQuestion):
        said = feedback_of(question)
        for option, name in _option_names(question).items():
            if option in said:
                feedback[f"{name}_fb"] = said[option]
                _equal(_shown_if(processing, f"{name}_fb"), _RESPONSE, name)
    _responses(presentation, processing, question)
    for name, html in feedback.items():
        _material(SubElement(SubElement(item, "itemfeedback", ident=name), "flow_mat"), html)
    if question.hint:
        hint = SubElement(SubElement(item, "itemfeedback", ident="hint"), "hint", feedbackstyle="Complete")
        _material(SubElement(hint, "hintmaterial"), block_html(question.hint))


def _own_metadata(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what QTI has no element for; platforms ignore labels that they do not know."""
    yield from (("tag", tag) for tag in question.tags)
    if isinstance(question, NumberQuestion) and question.unit is not None:
        yield "unit", question.unit


def _shown_if(processing: Element, feedback: str) -> Element:
    """Add a condition that shows ``feedback``, and return the element for what it requires."""
    condition = SubElement(processing, "respcondition", {"continue": "Yes"})
    required = SubElement(condition, "conditionvar")
    SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=feedback)
    return required


def _responses(presentation: Element, processing: Element, question: Question) -> None:
    """Add where the answers are given, and how they are graded."""
    match question:
        case CardQuestion():
            _typed(presentation)
            SubElement(_condition(processing), "other")
        case ChoiceQuestion() | MultipleQuestion():
            _options(presentation, processing, question)
        case TrueFalseQuestion():
            choices = _choices(presentation, _RESPONSE)
            for name in ("True", "False"):
                _label(choices, name.lower(), name)
            _equal(_scored(processing), _RESPONSE, str(question.answer).lower())
        case ShortQuestion():
            _typed(presentation)
            condition = _scored(processing)
            for answer in (question.answer, *question.accept):
                _equal(condition, _RESPONSE, answer)
        case NumberQuestion():
            _typed(presentation, fibtype="Decimal")
            for one in accepted_numbers(question):
                condition = SubElement(_scored(processing), "or")
                _equal(condition, _RESPONSE, plain_digits(one.number))
                if one.margin:
                    both = SubElement(condition, "and")
                    SubElement(both, "vargte", respident=_RESPONSE).text = plain_digits(one.number - one.margin)
                    SubElement(both, "varlte", respident=_RESPONSE).text = plain_digits(one.number + one.margin)
        case ClozeQuestion():
            _blanks(presentation, processing, question)
        case OrderQuestion():
            _pairs(presentation, processing, numbered_steps(question))
        case MatchQuestion():
            _pairs(presentation, processing, question.pairs)
        case _:
            assert_never(question)


def _options(presentation: Element, processing: Element, question: ChoiceQuestion | MultipleQuestion) -> None:
    cardinality = "Single" if isinstance(question, ChoiceQuestion) else "Multiple"
    choices = _choices(presentation, _RESPONSE, cardinality, shuffle="Yes" if question.fixed_order is None else "No")
    names = _option_names(question)
    for option, name in names.items():
        _label(choices, name, line_html(option), is_html=True)
    condition = _scored(processing)
    if isinstance(question, ChoiceQuestion):
        _equal(condition, _RESPONSE, names[question.answer])
        return
    together = SubElement(condition, "and")
    for option, name in names.items():
        _equal(together if option in question.keys else SubElement(together, "not"), _RESPONSE, name)


def _option_names(question: ChoiceQuestion | MultipleQuestion) -> Mapping[str, str]:
    return {option: f"answer-{place}" for place, option in enumerate(question.listed, 1)}


def _pairs(presentation: Element, processing: Element, pairs: Sequence[tuple[str, str]]) -> None:
    """Add pairs to match. All right-hand items are offered for each left-hand item, in alphabetical order."""
    rights = {right: f"right-{place}" for place, (_, right) in enumerate(pairs, 1)}
    for place, (left, right) in enumerate(pairs, 1):
        response = SubElement(presentation, "response_lid", ident=f"response_{place}")
        _material(response, line_html(left))
        choices = SubElement(response, "render_choice")
        for other in sorted(rights):
            _label(choices, rights[other], line_text(other))
        _equal(_scored(processing, _share(len(pairs))), f"response_{place}", rights[right])


def _blanks(presentation: Element, processing: Element, question: ClozeQuestion) -> None:
    marks: dict[str, Mark] = {}
    for mark, name in _blank_names(question).items():
        marks.setdefault(name, mark)
    for name, mark in marks.items():
        response = SubElement(presentation, "response_lid", ident=f"response_{name}")
        SubElement(SubElement(response, "material"), "mattext").text = name
        choices = SubElement(response, "render_choice")
        answers = question.accepted(mark)
        for place, answer in enumerate(answers, 1):
            _label(choices, f"{name}-{place}", answer)
        for place in range(1, len(answers) + 1):
            _equal(_scored(processing, _share(len(marks))), f"response_{name}", f"{name}-{place}")


def _blank_names(question: ClozeQuestion) -> Mapping[Mark, str]:
    """Return the name of each blank; blanks with the same mark and answer share one, and Canvas fills them together."""
    names: dict[tuple[str, str], str] = {}
    for mark in question.marks:
        same = [name for (number, _), name in names.items() if number == mark.name]
        names.setdefault((mark.name, mark.answer), f"{mark.name}x{len(same) + 1}" if same else mark.name)
    return {mark: names[mark.name, mark.answer] for mark in question.marks}


def _cloze_html(question: ClozeQuestion) -> str:
    """Return the statement with the name of each blank in brackets, as Canvas writes them."""
    names = _blank_names(question)
    return cloze_html(question, lambda mark: f"[{names[mark]}]" + (f" ({escape(mark.hint)})" if mark.hint else ""))


def _share(number: int) -> str:
    return f"{100 / number:.2f}"


def _choices(presentation: Element, ident: str, cardinality: str = "Single", **attributes: str) -> Element:
    response = SubElement(presentation, "response_lid", ident=ident, rcardinality=cardinality)
    return SubElement(response, "render_choice", attributes)


def _label(choices: Element, ident: str, text: str, *, is_html: bool = False) -> None:
    _material(SubElement(choices, "response_label", ident=ident), text, "text/html" if is_html else "text/plain")


def _typed(presentation: Element, **attributes: str) -> None:
    response = SubElement(presentation, "response_str", ident=_RESPONSE, rcardinality="Single")
    SubElement(SubElement(response, "render_fib", attributes), "response_label", ident="answer1", rshuffle="No")


def _material(parent: Element, text: str, kind: str = "text/html") -> None:
    SubElement(SubElement(parent, "material"), "mattext", texttype=kind).text = text


def _condition(processing: Element) -> Element:
    return SubElement(SubElement(processing, "respcondition", {"continue": "No"}), "conditionvar")


def _scored(processing: Element, share: str = "100") -> Element:
    """Add a condition that gives ``share`` percent of the credit, and return the element for what it requires."""
    condition = SubElement(processing, "respcondition", {} if share != "100" else {"continue": "No"})
    required = SubElement(condition, "conditionvar")
    action = "Set" if share == "100" else "Add"
    SubElement(condition, "setvar", varname="SCORE", action=action).text = share
    return required


def _equal(condition: Element, respident: str, value: str) -> None:
    SubElement(condition, "varequal", respident=respident).text = value
