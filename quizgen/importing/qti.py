"""QTI 1.2, as Canvas and other platforms export it: a zip with a manifest, or the XML file of one quiz.

Format: https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html, and lib/cc/qti in Canvas's source.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from quizgen.apkg.archive import Archive, PackageError
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
from quizgen.importing.blanks import Blank, blank_sign, cloze_data, note_wrong_options
from quizgen.importing.conversion import Conversion
from quizgen.importing.explanations import explanation_of
from quizgen.importing.items import (
    MAX_MEDIA_BYTES,
    Found,
    ImportRefusedError,
    Item,
    limited,
    refused,
    title_id,
    usable_id,
)
from quizgen.importing.passages import Passages
from quizgen.importing.plain import clean
from quizgen.importing.xml_files import parsed, root_name
from quizgen.progress import Watcher

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOT = "questestinterop"
MAX_XML_BYTES = 100_000_000
"""Size of the largest XML file that is read: more than any course has."""
_CANVAS_COPY = ".xml.qti"
"""Canvas writes each quiz of a course twice; a file with this ending has everything about its questions."""
_ABOUT = "assessment_meta.xml"
"""What the files with the settings of Canvas's quizzes are called."""
_SETTINGS = ("time_limit", "allowed_attempts", "due_at", "unlock_at", "lock_at", "access_code", "ip_filter")
"""The settings of a quiz that are named if they are not the usual ones."""
_FILE_BASE = re.compile(r"^(?:\$IMS-CC-FILEBASE\$|\$IMS_CC_FILEBASE\$)/?(?:\.\./)*")
_WHOLE_DIV = re.compile(r"\s*<div>((?:(?!<div\b).)*)</div>\s*", re.DOTALL | re.IGNORECASE)


def is_qti_package(names: frozenset[str]) -> bool:
    """Return whether a zip with parts of these names may be a QTI package or a course with one."""
    return "imsmanifest.xml" in names


def read_qti_package(content: bytes, watch: Watcher | None = None) -> Found:
    """Return the questions of all quizzes and banks in a package. Raises ImportRefusedError if there are none."""
    try:
        archive = Archive(BytesIO(content))
        names = sorted(name for name in archive.names if name.endswith(_CANVAS_COPY))
        names = names or sorted(name for name in archive.names if name.lower().endswith((".xml", ".dat")))
        contents = [archive.read(name, MAX_XML_BYTES) for name in names]
        about = [archive.read(name, MAX_XML_BYTES) for name in sorted(archive.names) if name.endswith(_ABOUT)]
    except PackageError as error:
        raise ImportRefusedError(str(error)) from None
    roots = [parsed(one) for one in contents if root_name(one) == ROOT]
    if not roots:
        raise ImportRefusedError(
            "the file contains no QTI 1.2 questions; export the quiz as QTI 1.2 (in Canvas: Settings → Export Course "
            "Content → Quiz)"
        )
    found = _found("a QTI package", roots, archive, watch)
    quizzes = [parsed(one) for one in about if root_name(one) == "quiz"]
    made = Conversion()
    descriptions = [text for one in quizzes if (text := made.markdown(one.findtext("description") or ""))]
    settings = {
        f"{name.replace('_', ' ')} ({value})": None
        for one in quizzes
        for name in _SETTINGS
        if (value := (one.findtext(name) or "").strip()) not in {"", "1", "-1", "false"}
    }
    remarks = [f"left out quiz settings: {', '.join(settings)}"] if settings else []
    if len(descriptions) > 1:
        remarks += (f"left out a quiz description: {' '.join(text.split())}" for text in descriptions)
    heading = {"description": descriptions[0]} if len(descriptions) == 1 else {}
    return replace(found, heading=heading, notes=(*found.notes, *made.notes, *remarks))


def read_qti(content: bytes, watch: Watcher | None = None) -> Found:
    """Return the questions of one XML file. Raises ImportRefusedError if it cannot be read."""
    return _found("QTI", [parsed(content)], None, watch)


def _found(how: str, roots: "Sequence[Element]", archive: Archive | None, watch: Watcher | None) -> Found:
    groups = [group for root in roots for group in root if group.tag in {"assessment", "objectbank", "section"}]
    groups += [root for root in roots if root.find("item") is not None]
    titles = [_title(group) for group in groups]
    total = sum(1 for root in roots for _ in root.iter("item"))
    media: dict[str, bytes] = {}
    items = limited(_items(groups, len(groups) > 1, archive, media), total, watch)
    return Found(how, items, titles[0] if len(titles) == 1 else None, media=media)


def _title(group: "Element") -> str:
    fields = {field.findtext("fieldlabel"): field.findtext("fieldentry") for field in group.findall("qtimetadata/*")}
    return (group.get("title") or fields.get("bank_title") or "").strip()


def _items(
    groups: "Sequence[Element]", has_titles: bool, archive: Archive | None, media: dict[str, bytes]
) -> Iterator[Item]:
    number = 0
    for group in groups:
        passages = Passages("this text passage has no question after it")
        for topic, element in _with_topics(group, _title(group) if has_titles else None):
            number += 1
            item = _Question(element)
            where = f"question {number} ({item.title[:40]})" if item.title else f"question {number}"
            made = Conversion()
            if item.kind == "text_only_question":  # a text for the questions below it
                words = item.stem(made)
                made.files = _files(made, archive, media)
                yield from passages.next(made.passage(where, words))
                continue
            try:
                data = _data(item, made)
            except ValueError as error:
                yield refused(where, str(error))
                continue
            made.files = _files(made, archive, media)
            yield made.item(where, {**data, "topic": topic}, passages)
        yield from passages.next(None)


def _with_topics(group: "Element", topic: str | None) -> "Iterator[tuple[str | None, Element]]":
    """Yield every item below ``group`` with the title of its innermost section."""
    pending = [(group, topic)]
    while pending:
        element, topic = pending.pop()
        if element.tag == "item":
            yield topic, element
        else:
            below = (element.get("title") or "").strip() if element.tag == "section" and element is not group else ""
            pending += [
                (child, below or topic) for child in reversed(element) if child.tag in {"item", "section", "assessment"}
            ]


@dataclass(frozen=True, slots=True)
class _Condition:
    """What one condition of the grading requires, and what it gives."""

    equal: tuple[tuple[str, str], ...]
    """Responses and the values that they must have, or one of them."""
    bounds: tuple[str, ...]
    """The lowest and the highest number, if it is about a range."""
    percent: float
    is_all: bool
    """Whether all values are required together."""


class _Question:
    """One item, with its parts found."""

    def __init__(self, item: "Element") -> None:
        self.element = item
        self.read: set[str] = set()
        """Names of the feedback that was read."""
        self.ident, self.title = item.get("ident", ""), (item.get("title") or "").strip()
        labeled = [
            ((field.findtext("fieldlabel") or ""), (field.findtext("fieldentry") or "").strip())
            for field in item.iter("qtimetadatafield")
        ]
        fields = dict(labeled)
        self.tags = ["-".join(entry.split()) for label, entry in labeled if label == "tag"]
        self.unit = fields.get("unit", "")
        points = fields.get("points_possible", "")
        self.points = points.rstrip("0").rstrip(".") if "." in points else points
        self.responses = [one for one in item.iter() if one.tag in {"response_lid", "response_str", "response_num"}]
        self.kind = fields.get("question_type") or _CARTRIDGE.get(fields.get("cc_profile", ""), "") or self._guessed()
        self.conditions = [_condition(one, self._most()) for one in item.iter("respcondition")]

    def _guessed(self) -> str:
        """Return Canvas's name for the kind of a question of another program, by where its answers are given."""
        lists = [one for one in self.responses if one.tag == "response_lid"]
        if len(lists) > 1:
            return "matching_question"
        if lists:
            is_many = lists[0].get("rcardinality", "Single").lower() == "multiple"
            return "multiple_answers_question" if is_many else "multiple_choice_question"
        if any(True for _ in self.element.iter("vargte")):
            return "numerical_question"
        if any(True for _ in self.element.iter("varequal")):
            return "short_answer_question"
        return "essay_question" if self.responses else "text_only_question"

    def _most(self) -> float:
        """Return the score of a right answer."""
        names = [one.get("maxvalue", "") for one in self.element.iter("decvar")]
        scores = [score for one in self.element.iter("setvar") if (score := _score(one.text)) > 0]
        return max(_score(next(iter(names), "")), 0) or max(scores, default=100)

    def stem(self, made: Conversion) -> str:
        """Return the question as Markdown."""
        return made.markdown(self.html)

    @property
    def html(self) -> str:
        """The question as HTML, without the answers."""
        texts = []
        pending = list(reversed(self.element.find("presentation") or ()))
        while pending:
            one = pending.pop()
            if one.tag in {"mattext", "matemtext"}:
                texts.append(_html_of(one))
            elif not one.tag.startswith("response_"):
                pending += reversed(one)
        html = "".join(texts).strip()
        outer = _WHOLE_DIV.fullmatch(html)
        return outer[1] if outer else html

    def options(self, response: "Element") -> dict[str, "Element"]:
        """Return the options of ``response`` by their names in the file."""
        return {one.get("ident", ""): one for one in response.iter("response_label")}

    def feedback(self, made: Conversion, name: str) -> str:
        """Return the feedback ``name`` as Markdown; nothing if there is none."""
        self.read.add(name)
        for one in self.element.iter("itemfeedback"):
            if one.get("ident") == name:
                return made.markdown("".join(map(_html_of, one.iter("mattext"))), after_answer=True)
        return ""

    def note_rest(self, made: Conversion) -> None:
        """Add to the notes of ``made`` each feedback that was not read, and points other than one."""
        for one in self.element.iter("itemfeedback"):
            texts = one.iter("mattext") if one.get("ident") not in self.read else ()
            hints = {text for hint in one.iter("hintmaterial") for text in hint.iter("mattext")}
            said = made.plain("".join(_html_of(text) for text in texts if text not in hints))
            if said:
                made.notes.append(f"left out the feedback for an answer: {said}")
        if self.points not in {"", "0", "1"}:
            made.notes.append(
                f"left out the question's point value ({self.points}): in quizgen, every question counts the same"
            )

    def hint(self, made: Conversion) -> str:
        """Return the hint as Markdown; nothing if there is none."""
        texts = [text for one in self.element.iter("hintmaterial") for text in one.iter("mattext")]
        return made.markdown("".join(map(_html_of, texts)))

    def percent_of(self, ident: str, value: str) -> float:
        """Return the share of the credit that the response ``value`` gives."""
        return sum(one.percent for one in self.conditions if (ident, value) in one.equal and not one.is_all)


def _data(item: _Question, made: Conversion) -> dict[str, Any]:
    """Return the fields of a question; raise ValueError if it cannot be a question of quizgen."""
    read = _KINDS.get(item.kind)
    if read is None:
        raise ValueError(f"question type {item.kind!r} is not supported")
    own = read(item, made)
    stem = "" if own["kind"] == "cloze" else item.stem(made)
    general = "" if own["kind"] == "card" else item.feedback(made, "general_fb")
    correct = "" if own["kind"] == "card" else item.feedback(made, "correct_fb")
    explanation = explanation_of(own, made.notes, general, correct)
    if wrong := item.feedback(made, "general_incorrect_fb"):
        made.notes.append(f"left out the general feedback for wrong answers: {' '.join(wrong.split())!r}")
    item.note_rest(made)
    names = (usable_id(item.title), title_id(item.title) if item.title != "Question" else "")
    return {
        "id": next(filter(None, names), ""),
        "stem": stem,
        "explanation": explanation,
        "hint": item.hint(made),
        "tags": item.tags,
        **own,
    }


def _choice(item: _Question, made: Conversion) -> dict[str, Any]:
    response = _response(item)
    ident = response.get("ident", "")
    together = next((one for one in item.conditions if one.is_all and one.percent > 0), None)
    is_single = item.kind != "multiple_answers_question"
    answers = []
    for name, option in item.options(response).items():
        is_key = together is not None and (ident, name) in together.equal
        percent = 100.0 if is_key else item.percent_of(ident, name)
        text, pictures = made.line(_label_html(option)), len(made.pictures)
        feedback = item.feedback(made, f"{name}_fb")
        made.drop_pictures(pictures, f", because the feedback for an answer ({text!r}) can only be text")
        answers.append(Answer(text, percent, feedback))
    choices = response.find(".//render_choice")
    keeps_order = choices is not None and choices.get("shuffle", "").lower() == "no"
    return options_data(answers, made.notes, is_single=is_single, keeps_order=keeps_order)


def _truth(item: _Question, made: Conversion) -> dict[str, Any]:
    response = _response(item)
    ident = response.get("ident", "")
    words = {name: made.line(_label_html(one)).lower() for name, one in item.options(response).items()}
    right = next((name for name in words if item.percent_of(ident, name) > 0), "")
    truth = words.get(right, "")
    if truth not in {"true", "false"}:
        return _choice(item, made)
    wrong = [Answer(words[name], 0, item.feedback(made, f"{name}_fb")) for name in words if name != right]
    note_feedback(wrong, made.notes)
    said = item.feedback(made, f"{right}_fb")
    return {"kind": "true_false", "answer": truth == "true", "right": [Answer(truth, 100, said)]}


def _short(item: _Question, made: Conversion) -> dict[str, Any]:
    scored = [one for one in item.conditions if one.percent > 0]
    return short_data(
        [
            Answer(" ".join(clean(value).split()).replace("*", "\\*"), one.percent)
            for one in scored
            for _, value in one.equal
        ],
        made.notes,
    )


def _number(item: _Question, made: Conversion) -> dict[str, Any]:
    accepted = []
    for one in item.conditions:
        if one.percent <= 0 or not (one.equal or one.bounds):
            continue
        if one.percent < 100:
            note_partly([Answer(" to ".join(one.bounds) or one.equal[0][1], one.percent)], made.notes)
            continue
        numbers = [read_decimal(value) for _, value in one.equal]
        bounds = [read_decimal(value) for value in one.bounds]
        span = AcceptedNumber.between(bounds[0], bounds[-1]) if bounds else AcceptedNumber.around(numbers[0])
        if not numbers:
            accepted.append(span)
        elif numbers[0] == span.number:
            accepted.append(AcceptedNumber.around(numbers[0], span.high - span.number))
        else:
            accepted += [AcceptedNumber.around(numbers[0]), span]
    if not accepted:
        raise ValueError("none of the numbers is marked as correct")
    return {**number_data(accepted), "unit": item.unit}


def _match(item: _Question, made: Conversion) -> dict[str, Any]:
    pairs, used = [], set()
    every: dict[str, str] = {}
    for response in item.responses:
        ident = response.get("ident", "")
        rights = {name: made.line(_label_html(one)) for name, one in item.options(response).items()}
        every |= rights
        right = next((name for name in rights if item.percent_of(ident, name) > 0), None)
        left = made.line("".join(_html_of(one) for one in response.findall("material/mattext")))
        if right is None or not left:
            made.notes.append(f"left out {left!r}, which has no match")
        else:
            pairs.append((left, rights[right]))
            used.add(right)
    made.notes += (f"left out {text!r}, which has no match" for name, text in every.items() if name not in used)
    return match_data(pairs)


def _blanks(item: _Question, made: Conversion) -> dict[str, Any]:
    """Return blanks as a cloze: the text has the name of each in brackets."""
    html, places = item.html, []
    blanks: list[Blank] = []
    for response in item.responses:
        ident = response.get("ident", "")
        name = ident.removeprefix("response_")
        texts = {key: made.plain(_label_html(one)) for key, one in item.options(response).items()}
        right = [text for key, text in texts.items() if item.percent_of(ident, key) > 0]
        if wrong := [text for key, text in texts.items() if text not in right]:
            note_wrong_options(wrong, made.notes)
        start = html.find(f"[{name}]")
        if not right:
            raise ValueError(f"the blank {name!r} has no correct answer")
        if start < 0:
            raise ValueError(f"the blank {name!r} is not in the text")
        places.append((start, name, Blank(right[0], right[1:])))
    for _, name, blank in sorted(places, key=lambda place: place[0]):
        html = html.replace(f"[{name}]", blank_sign(len(blanks)))
        blanks.append(blank)
    return cloze_data(made.markdown(html), blanks)


def _card(item: _Question, made: Conversion) -> dict[str, Any]:
    """Return an essay as a flashcard, if the teacher wrote what a learner can compare an answer with."""
    for one in item.element.iter("itemfeedback"):
        if one.get("ident") in {"general_fb", "correct_fb"}:
            answer, explanation = card_parts("".join(map(_html_of, one.iter("mattext"))))
            if answer:
                item.read.add(one.get("ident", ""))
                shown = [made.markdown(text, after_answer=True) for text in (answer, explanation)]
                return {"kind": "card", "answer": shown[0], "explanation": shown[1]}
    raise ValueError("the question is an essay without an answer in its feedback")


_KINDS: Mapping[str, Callable[[_Question, Conversion], dict[str, Any]]] = {
    "multiple_choice_question": _choice,
    "multiple_answers_question": _choice,
    "true_false_question": _truth,
    "short_answer_question": _short,
    "numerical_question": _number,
    "matching_question": _match,
    "fill_in_multiple_blanks_question": _blanks,
    "multiple_dropdowns_question": _blanks,
    "essay_question": _card,
}
"""How each of Canvas's types is read; others cannot be questions of quizgen."""
_CARTRIDGE: Mapping[str, str] = {
    "cc.multiple_choice.v0p1": "multiple_choice_question",
    "cc.multiple_response.v0p1": "multiple_answers_question",
    "cc.true_false.v0p1": "true_false_question",
    "cc.fib.v0p1": "short_answer_question",
    "cc.pattern_match.v0p1": "short_answer_question",
    "cc.essay.v0p1": "essay_question",
}
"""The types of Common Cartridge, which other platforms write, in Canvas's words."""


def _response(item: _Question) -> "Element":
    if not item.responses:
        raise ValueError("the question has no options")
    return item.responses[0]


def _condition(element: "Element", most: float) -> _Condition:
    required = element.find("conditionvar")
    score = sum(_score(one.text) for one in element.findall("setvar"))
    if required is None:
        return _Condition((), (), 0, is_all=False)
    denied = {one for negation in required.iter("not") for one in negation.iter("varequal")}
    equal = tuple(
        (one.get("respident", ""), (one.text or "").strip())
        for one in required.iter("varequal")
        if one not in denied and (one.text or "").strip()
    )
    bounds = tuple(
        (one.text or "").strip() for name in ("vargte", "vargt", "varlte", "varlt") for one in required.iter(name)
    )
    is_all = bool(denied) or any(len(one.findall("varequal")) > 1 for one in required.iter("and"))
    return _Condition(equal, bounds, score / most * 100, is_all)


def _score(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0


def _label_html(option: "Element") -> str:
    return "".join(map(_html_of, option.iter("mattext")))


def _html_of(text: "Element") -> str:
    """Return the content of a ``mattext`` as HTML."""
    content = "".join(text.itertext())
    return content if text.get("texttype", "text/plain").lower() == "text/html" else escape(content, quote=False)


def _files(made: Conversion, archive: Archive | None, media: dict[str, bytes]) -> dict[str, str]:
    """Add the question's pictures and sounds to ``media``, and return the names of their parts by their addresses."""
    names: dict[str, str] = {}
    if archive is None:
        return names
    for address in made.addresses:
        path = _FILE_BASE.sub("", unquote(address).partition("?")[0])
        part = next((name for name in (path, f"web_resources/{path}") if name in archive.names), None)
        if part is not None:
            try:
                media[part] = archive.read(part, MAX_MEDIA_BYTES)
            except PackageError as error:
                made.notes.append(f"left out the file {path}: {error}")
            names[address] = part
    return names
