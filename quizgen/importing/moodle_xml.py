"""Moodle XML. Format: https://docs.moodle.org/en/Moodle_XML_format, and question/format/xml in Moodle's source."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quizgen.importing.answers import (
    AcceptedNumber,
    Answer,
    card_parts,
    match_data,
    note_feedback,
    note_partly,
    number_data,
    options_data,
    read_decimal,
    short_data,
)
from quizgen.importing.blanks import Blank, cloze_data, note_wrong_options, with_blank_signs
from quizgen.importing.categories import Categories, category_parts
from quizgen.importing.conversion import Conversion
from quizgen.importing.explanations import explanation_of
from quizgen.importing.items import MAX_MEDIA_BYTES, Found, Item, limited, refused, title_id, usable_id
from quizgen.importing.markup import html_to_text
from quizgen.importing.moodle_cloze import cloze_of
from quizgen.importing.passages import Passages
from quizgen.importing.plain import clean
from quizgen.importing.xml_files import parsed
from quizgen.progress import Watcher
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass
class _Question:
    """An element of the file for one question; remembers which elements in it were asked for."""

    element: "Element"
    read: set[str] = field(default_factory=set)

    @property
    def kind(self) -> str:
        """Moodle's name for the type of the question."""
        return self.element.get("type", "")

    def find(self, path: str) -> "Element | None":
        """Return the first element at ``path``."""
        return next(iter(self.findall(path)), None)

    def findall(self, path: str) -> "list[Element]":
        """Return the elements at ``path``."""
        self.read.add(path.partition("/")[0])
        return self.element.findall(path)

    def findtext(self, path: str) -> str | None:
        """Return the text of the first element at ``path``."""
        found = self.find(path)
        return None if found is None else found.text or ""

    def unread(self) -> "Iterator[Element]":
        """Yield the elements that nothing asked for."""
        return (one for one in self.element if one.tag not in self.read)


_FILE = "@@PLUGINFILE@@/"
"""What the address of a question's own file begins with."""
# Moodle's own words, in every question of that type.
_STANDARD = frozenset({"Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect."})

_SETTINGS: Mapping[str, tuple[str, str]] = {
    "penalty": ("0.3333333", "penalty for each further attempt"),
    "defaultgrade": ("1", "question's mark"),
    "shuffleanswers": ("true 1", "setting for the order of the items"),
    "answernumbering": ("abc", "numbering of the options"),
    "layouttype": ("VERTICAL", "layout"),
    "selecttype": ("ALL", "selection of the items"),
    "selectcount": ("0", "number of items shown"),
    "gradingtype": ("RELATIVE_NEXT_EXCLUDE_LAST", "type of grading"),
    "showgrading": ("SHOW", "display of the grading"),
    "numberingstyle": ("none", "numbering of the items"),
    "responseformat": ("editor", "format of the response"),
    "responserequired": ("1", "setting that requires a response"),
    "minwordlimit": ("0", "minimum number of words"),
    "maxwordlimit": ("0", "maximum number of words"),
    "attachments": ("0", "number of attachments"),
    "attachmentsrequired": ("0", "number of required attachments"),
    "maxbytes": ("0", "maximum size of attachments"),
    "filetypeslist": ("", "allowed types of attachments"),
    "responsetemplate": ("", "template for the response"),
    "unitgradingtype": ("0", "grading of the unit"),
    "unitsleft": ("0", "position of the unit"),
}
"""Values of elements that say nothing, which an export writes, and what to call the elements in a message."""
_SAY_NOTHING = frozenset({"responsefieldlines", "showstandardinstruction", "shownumcorrect", "unitpenalty"})
"""Elements that do not change a question, or that an export writes."""
_WITHOUT_ATTEMPTS: Mapping[str, str] = {"truefalse": "1", "essay": "0"}
"""The penalty for a further attempt in types that have none."""
_HINT_SETTINGS: Mapping[str, str] = {
    "shownumcorrect": "show the number of correct answers",
    "clearwrong": "clear wrong answers",
    "options": "show feedback on wrong answers",
}
_UNIT_INPUT: Mapping[str, str] = {"1": "by choosing one", "2": "from a menu", "3": "not at all"}
_PARTS: Mapping[str, frozenset[str]] = {
    "answer": frozenset({"text", "feedback", "tolerance", "file"}),
    "subquestion": frozenset({"text", "answer", "file"}),
    "hint": frozenset({"text", "file", *_HINT_SETTINGS}),
    "selectoption": frozenset({"text", "group"}),  # who types a word does not choose it from a group
    "dragbox": frozenset({"text", "group", "infinite"}),
}
"""What is read in elements of a question, or says nothing."""
_COMBINED = ("correct", "partiallycorrect", "incorrect")
_NAMED = 5
"""How many names of questions a remark shows."""
_GAP = re.compile(r"\[\[(\d{1,3})\]\]")
_STANDARD_DESCRIPTION = "The default category for questions shared in context"


def read_moodle(content: bytes, watch: Watcher | None = None) -> Found:
    """Return the questions of a Moodle XML file. Raises ImportRefusedError if it cannot be read."""
    quiz = parsed(content)
    questions = [_Question(element) for element in quiz.findall("question")]
    categories = Categories(_text(one, "category") for one in questions if one.kind == "category")
    media: dict[str, bytes] = {}
    items = limited(_items(questions, categories, media), len(questions), watch)
    remarks = (*_descriptions(questions, categories), *_names(questions))
    return Found("Moodle XML", items, categories.title, remarks, media)


def _descriptions(questions: Sequence[_Question], categories: Categories) -> Iterator[str]:
    """Yield what is said about categories, which have only a name in a set."""
    paths = dict.fromkeys(_text(one, "category") for one in questions if one.kind == "category")
    topics = {"/".join(category_parts(path)): topic for path in paths if (topic := categories.topic_of(path))}
    if deep := [f"{path!r} became {topic!r}" for path, topic in topics.items() if not path.endswith(topic)]:
        yield (
            f"flattened nested categories into topics ({', '.join(deep)}); the nesting is not restored if you export "
            "the set"
        )
    for question in questions:
        said = " ".join(html_to_text(_text(question, "info")).split())
        if question.kind != "category":
            continue
        name = _text(question, "category").rpartition("/")[2]
        if said and not said.startswith(_STANDARD_DESCRIPTION):
            yield f"left out the description of the category {name!r}: {said}"
        if idnumber := _value(question, "idnumber"):
            yield f"left out the ID number of the category {name!r}: {idnumber}"


def _names(questions: Sequence[_Question]) -> Iterator[str]:
    """Yield which names of questions are not in the set, because their ID numbers became the ids."""
    texts = [repr(name) for one in questions if one.kind == "description" and (name := _text(one, "name"))]
    if texts:
        named = ", ".join(texts)
        if len(texts) == 1:
            yield f"left out the name of a 'Description' item ({named}), but kept the text of the item"
        else:
            yield f"left out the names of {len(texts)} 'Description' items ({named}), but kept the text of the items"
    lost = [
        repr(name)
        for question in questions
        if (idnumber := usable_id(_value(question, "idnumber")))
        and (name := _text(question, "name"))
        and title_id(name) != title_id(idnumber)
    ]
    if lost:
        more = f" and {len(lost) - _NAMED:,} more" if len(lost) > _NAMED else ""
        names, why = (
            ("name", "its ID number was used as the id")
            if len(lost) == 1
            else ("names", "their ID numbers were used as the ids")
        )
        yield (
            f"left out the {names} of {count(len(lost), 'question')} ({', '.join(lost[:_NAMED])}{more}), because {why}"
        )


def _items(questions: Sequence[_Question], categories: Categories, media: dict[str, bytes]) -> Iterator[Item]:
    topic: str | None = None
    passages = Passages("this text passage has no question after it")
    number = 0
    for question in questions:
        kind = question.kind
        name = _text(question, "name")
        number += kind != "category"
        where = f"question {number} ({name[:40]})" if name else f"question {number}"
        if kind == "category":
            topic = categories.topic_of(_text(question, "category"))
            yield from passages.next(None)
            continue
        made = Conversion(_files(question, f"{number}", media))
        if kind == "description":  # a text for the questions below it
            yield from passages.next(made.passage(where, _markdown(made, question.find("questiontext"))))
            continue
        try:
            data = _data(made, question)
        except ValueError as error:
            yield refused(where, str(error))
            continue
        yield made.item(where, {**data, "topic": topic}, passages)
    yield from passages.next(None)


def _data(made: Conversion, question: _Question) -> dict[str, Any]:
    """Return the fields of ``question``; raise ValueError if it cannot be a question of quizgen."""
    read = _KINDS.get(question.kind)
    if read is None:
        raise ValueError(f"question type {question.kind!r} is not supported")
    own = read(made, question)
    stem = "" if own["kind"] == "cloze" else _markdown(made, question.find("questiontext"))
    general = "" if own["kind"] == "card" else _markdown(made, question.find("generalfeedback"), after_answer=True)
    explanation = explanation_of(own, made.notes, general)
    hints = [hint for element in question.findall("hint") if (hint := _markdown(made, element))]
    made.notes += (f"left out an additional hint: {' '.join(hint.split())}" for hint in hints[1:])
    tags = {text: "-".join(text.split()) for tag in question.findall("tags/tag") if (text := _text(tag))}
    made.notes += (f"changed the tag {text!r} to {tag!r}" for text, tag in tags.items() if text != tag)
    data = {
        "id": usable_id(_value(question, "idnumber")) or title_id(_text(question, "name")),
        "stem": stem,
        "explanation": explanation,
        "hint": next(iter(hints), ""),
        "tags": list(tags.values()),
        "retired": _value(question, "hidden") == "1" or None,
        **own,
    }
    _note_rest(made, question, own["kind"])
    return data


def _note_rest(made: Conversion, question: _Question, kind: str) -> None:
    """Add to the notes of ``made`` everything in ``question`` that was not read, unless it says nothing."""
    combined = [_markdown(made, question.find(f"{name}feedback")) for name in _COMBINED]
    if own := [" ".join(said.split()) for said in combined if said and said not in _STANDARD]:
        made.notes.append(f"left out the combined feedback: {' / '.join(own)}")
    kept = {one.tag for one in question.findall("hint") for one in one} & _HINT_SETTINGS.keys()
    made.notes += (f"left out a hint setting: {_HINT_SETTINGS[name]}" for name in sorted(kept))
    for element in question.element:
        parts = (one for one in element if one.tag not in _PARTS.get(element.tag, {one.tag}))
        texts = ((one.tag, " ".join(" ".join(one.itertext()).split())) for one in parts)
        made.notes += (f"left out `<{name}>` in `<{element.tag}>`: {text}" for name, text in texts if text)
    settings: list[str] = []
    for element in question.unread():
        name = element.tag
        usual, spoken = _SETTINGS.get(name, ("0", name))
        if name in _SAY_NOTHING or (name == "defaultgrade" and kind == "cloze"):  # Moodle adds up the marks of blanks
            continue
        if name == "penalty":
            usual = _WITHOUT_ATTEMPTS.get(question.kind, usual)
        if name == "selectcount" and question.element.findtext("selecttype") == "ALL":
            continue
        if said := _markdown(made, element, after_answer=True):
            made.notes.append(f"left out the {spoken}: {' '.join(said.split())}")
        elif (value := _plain((element.text or "").strip())) and value not in usual.split():
            settings.append(f"the {spoken} ({value})")
    if settings:
        made.notes.append(f"left out {', '.join(settings)}")


def _options(made: Conversion, question: _Question) -> dict[str, Any]:
    is_single = _value(question, "single") not in {"false", "0"}
    answers = [_answer(made, answer, made.line) for answer in question.findall("answer")]
    keeps_order = _value(question, "shuffleanswers") in {"false", "0"}
    return options_data(answers, made.notes, is_single=is_single, keeps_order=keeps_order)


def _truth(made: Conversion, question: _Question) -> dict[str, Any]:
    answers = {_text(answer).lower(): _answer(made, answer, made.line) for answer in question.findall("answer")}
    right = next((name for name, answer in answers.items() if answer.is_full), "")
    if right not in {"true", "false"}:
        raise ValueError("neither true nor false is marked as correct")
    note_feedback([answer for name, answer in answers.items() if name != right], made.notes)
    return {"kind": "true_false", "answer": right == "true", "right": [answers[right]]}


def _short(made: Conversion, question: _Question) -> dict[str, Any]:
    data = short_data([_answer(made, answer, _as_typed) for answer in question.findall("answer")], made.notes)
    return {**data, **({"grading": {"case": "strict"}} if _value(question, "usecase") == "1" else {})}


def _number(made: Conversion, question: _Question) -> dict[str, Any]:
    answers = [(_answer(made, one, _as_typed), _value(one, "tolerance") or "0") for one in question.findall("answer")]
    full = [(answer, tolerance) for answer, tolerance in answers if answer.is_full]
    if not full:
        raise ValueError("none of the numbers is marked as fully correct")
    partly = [answer.within(margin) for answer, margin in answers if not (answer.is_full or answer.is_wrong)]
    note_partly(partly, made.notes)
    rejected = [answer for answer, _ in answers if answer.is_wrong and answer.text != "*"]
    note_feedback([answer for answer, _ in answers if answer.text == "*"], made.notes)
    if _value(question, "unitgradingtype") not in {"", "0"}:
        made.notes.append(f"left out the penalty for a wrong unit ({_plain(_value(question, 'unitpenalty'))})")
    shown = _value(question, "showunits")
    if shown in {"1", "2"} or (shown == "3" and question.findall("units/unit")):
        made.notes.append(f"left out the setting for how learners give the unit ({_UNIT_INPUT[shown]})")
    units = [_value(unit, "unit_name") for unit in question.findall("units/unit")]
    made.notes += (f"left out the unit {unit}" for unit in units[1:])
    return {
        **number_data([_accepted(answer.text, tolerance) for answer, tolerance in full]),
        "reject": {answer.text: answer.feedback or None for answer in rejected},
        "unit": next(iter(units), ""),
        "right": [answer for answer, _ in full],
    }


def _accepted(text: str, tolerance: str) -> AcceptedNumber:
    number = read_decimal(text)
    try:
        return AcceptedNumber.around(number, read_decimal(tolerance))
    except ValueError as error:
        raise ValueError(f"the tolerance cannot be read: {error}") from None


def _match(made: Conversion, question: _Question) -> dict[str, Any]:
    pairs = []
    for pair in question.findall("subquestion"):
        left, right = made.line(_text(pair), pair.get("format", "html")), _text(pair.find("answer"))
        if left and right:
            pairs.append((left, made.line(right)))
        else:
            made.notes.append(f"left out {left or right!r}, which has no match")
    return match_data(pairs)


def _steps(made: Conversion, question: _Question) -> dict[str, Any]:
    answers = [_answer(made, answer, made.line) for answer in question.findall("answer")]
    return {"kind": "order", "steps": [answer.text for answer in sorted(answers, key=lambda answer: answer.percent)]}


def _card(made: Conversion, question: _Question) -> dict[str, Any]:
    """Return an essay as a flashcard, if the teacher wrote what a learner can compare an answer with."""
    general, info = question.find("generalfeedback"), question.find("graderinfo")
    answer, explanation = card_parts(_text(general))
    if not answer:
        answer, general = _text(info), info
    elif _text(info) and html_to_text(_text(info)) != html_to_text(answer):
        said = _markdown(made, info, after_answer=True)
        made.notes.append(f"left out the information for graders: {' '.join(said.split())}")
    if general is None or not answer:
        raise ValueError("the question is an essay without an answer in its feedback or in the information for graders")
    form = general.get("format", "html")
    return {
        "kind": "card",
        "answer": made.markdown(answer, form, after_answer=True),
        "explanation": made.markdown(explanation, form, after_answer=True),
    }


def _cloze(made: Conversion, question: _Question) -> dict[str, Any]:
    text = question.find("questiontext")
    form = "html" if text is None else text.get("format", "html")
    return cloze_of(_text(text), made.notes, lambda html: made.markdown(html, form))


def _select(made: Conversion, question: _Question) -> dict[str, Any]:
    """Return a text whose gaps are filled with words from a list; learners of quizgen type them."""
    text = question.find("questiontext")
    form = "html" if text is None else text.get("format", "html")
    options = [_text(one) for one in (*question.findall("selectoption"), *question.findall("dragbox"))]
    gaps = list(_GAP.finditer(_text(text)))
    if not gaps:
        raise ValueError("the text has no blanks")
    used = [int(gap[1]) - 1 for gap in gaps]
    if (lacking := next((n for n, place in enumerate(used, 1) if not 0 <= place < len(options)), None)) is not None:
        raise ValueError(f"the word for blank {lacking} is not in the list")
    if wrong := [made.plain(text) for place, text in enumerate(options) if place not in used]:
        note_wrong_options(wrong, made.notes)
    html = with_blank_signs(_text(text), gaps)
    return cloze_data(made.markdown(html, form), [Blank(made.plain(options[place])) for place in used])


_KINDS: Mapping[str, Callable[[Conversion, _Question], dict[str, Any]]] = {
    "multichoice": _options,
    "multichoiceset": _options,
    "truefalse": _truth,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _match,
    "ddmatch": _match,
    "ordering": _steps,
    "essay": _card,
    "cloze": _cloze,
    "multianswer": _cloze,
    "gapselect": _select,
    "ddwtos": _select,
}
"""How each of Moodle's types is read; others cannot be questions of quizgen."""


def _answer(made: Conversion, answer: "Element", convert: Callable[[str, str], str]) -> Answer:
    """Return an answer; ``convert`` takes its text and the format of that."""
    try:
        percent = float(answer.get("fraction", 0))
    except ValueError:
        raise ValueError(f"an answer's `fraction` is {answer.get('fraction')!r}; it must be a number") from None
    text = convert(_text(answer), answer.get("format", "html"))
    pictures = len(made.pictures)
    feedback = _markdown(made, answer.find("feedback"), after_answer=True)
    made.drop_pictures(pictures, f", because the feedback for an answer ({text!r}) can only be text")
    return Answer(text, percent, feedback)


def _as_typed(text: str, _: str) -> str:
    """Return the text of an answer that is typed: Moodle shows it as it is."""
    return " ".join(clean(text).split())


def _markdown(made: Conversion, element: "Element | None", *, after_answer: bool = False) -> str:
    """Return the text of ``element`` as Markdown; nothing if there is no such element."""
    if element is None:
        return ""
    return made.markdown(_text(element), element.get("format", "html"), after_answer=after_answer)


def _text(element: "Element | _Question | None", path: str = "") -> str:
    """Return the content of ``<text>`` in ``element``, or in the element that ``path`` leads to."""
    found = None if element is None else element.find(f"{path}/text" if path else "text")
    return (found.text or "").strip() if found is not None else ""


def _plain(number: str) -> str:
    """Return ``number`` without zeros at the end of its decimals."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def _value(question: "Element | _Question", name: str) -> str:
    return (question.findtext(name) or "").strip()


def _files(question: _Question, prefix: str, media: dict[str, bytes]) -> dict[str, str]:
    """Add the files in ``question`` to ``media``, and return their names there by their addresses in its texts."""
    names = {}
    for file in question.element.iter("file"):
        name = file.get("name", "")
        try:
            content = base64.b64decode(file.text or "", validate=False)
        except binascii.Error:
            continue
        if file.get("encoding") == "base64" and len(content) <= MAX_MEDIA_BYTES:
            names[f"{_FILE}{name}"] = f"{prefix}/{name}"
            media[f"{prefix}/{name}"] = content
    return names
