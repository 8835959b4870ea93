"""Write a question set as Markdown that reads back as the same questions.

Each question gets the form of its kind. A field that this form cannot hold, such as an explanation with a code block
that is never closed, goes into the YAML block at the end of the question, as every other field does. Everything is
read back to make sure.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pydantic import ValidationError

from quizgen.editing.saving import plain_data
from quizgen.loading.likely_mistakes import asks_for_several
from quizgen.loading.markdown.blocks import parse_blocks
from quizgen.loading.markdown.numbers import written_number
from quizgen.loading.markdown.questions import ANSWER_KEYS
from quizgen.loading.markdown.reader import read_markdown
from quizgen.loading.markdown.signs import HEADING_ID, escape_line, label_slip
from quizgen.questions.kinds import Kind
from quizgen.questions.sets import question_adapter, topic_name
from quizgen.text.ids import kebab
from quizgen.text.yaml_scalars import block

_TEXTS = {"stem", "text"}
_HEAD = "---\nid: a\ntitle: a\n---\n"
_BACKTICKS = re.compile(r"`{3,}")


def markdown_of(heading: Mapping[str, Any], questions: Iterable[Mapping[str, Any]], comment: str = "") -> str:
    """Return the text of a Markdown set with the fields ``heading`` and ``questions``, which are valid data of a set.

    Topics become headings; a topic without a name gets the one that learners see. ``comment`` goes to the top.
    """
    listed = [plain_data(question) for question in questions]
    topics = _topics(heading, listed)
    used = dict.fromkeys(topic for question in listed if (topic := question.get("topic")) in topics)
    front = {key: value for key, value in plain_data(heading).items() if key != "topics"}
    if [*topics] != [*used]:  # the headings alone would give other topics, or another order
        front["topics"] = topics
    parts = [
        "\n".join(["---", *block(front), "---"]),
        *([f"<!-- {comment.replace('--', '- -')} -->"] if comment else []),
    ]
    now: str | None = None
    for question in listed:
        topic = question.pop("topic", None)
        if topic in topics and topic != now:
            now = topic
            parts.append(topic_heading(topic, topics[topic]))
        parts.append(question_markdown(question if topic == now else {**question, "topic": topic}))
    return "\n\n".join(parts) + "\n"


def topic_heading(topic: str, name: str) -> str:
    """Return the heading of the topic with the id ``topic``; the id is written if it does not follow from the name."""
    is_clear = kebab(name) == topic and not name.endswith("#") and HEADING_ID.search(name) is None
    return f"## {name}" if is_clear else f"## {name} {{#{topic}}}"


def question_markdown(question: Mapping[str, Any]) -> str:
    """Return ``question``, the valid data of one, as a section of a Markdown set, without a line end after it."""
    wanted = _validated(question)
    attempts = _Attempts()
    while True:
        text = _section(question, attempts.hidden, in_heading=attempts.in_heading)
        read = _read_back(text)
        if read == wanted or not attempts.change(read, wanted):
            return text


def _topics(heading: Mapping[str, Any], questions: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the names of the topics that can be headings; those that come from facts are named there."""
    named = {str(topic): str(name) for topic, name in heading.get("topics", {}).items()}
    if named or heading.get("facts"):
        return named
    return {str(topic): topic_name(topic, {}) for question in questions if (topic := question.get("topic"))}


class _Attempts:
    """What is tried to write a question, until it reads back as it is: from the nicest form to YAML alone."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        """The fields that are written in the YAML block."""
        self.in_heading = True
        """Whether the heading holds the first line of the stem."""

    def change(self, read: Any, wanted: Any) -> bool:
        """Change what the next attempt does, by how ``read`` differs from ``wanted``; False if nothing is left."""
        steps: list[set[str] | frozenset[str]] = [
            {"explanation", "hint"},
            _TEXTS,
            {"kind"},
            ANSWER_KEYS,
            {"id", *type(wanted).model_fields},
        ]
        if read is not None and read.kind != wanted.kind:
            steps.insert(0, {"kind"})
        elif read is not None:
            different = {name for name in type(wanted).model_fields if getattr(read, name) != getattr(wanted, name)}
            if self.in_heading and different & _TEXTS:
                self.in_heading = False
                return True
            steps.insert(0, different | ANSWER_KEYS if different & ANSWER_KEYS else different)
        elif self.in_heading:
            self.in_heading = False
            return True
        for step in steps:
            if not step <= self.hidden:
                self.hidden |= step
                return True
        return False


def _section(question: Mapping[str, Any], hidden: Collection[str], *, in_heading: bool) -> str:
    """Return ``question`` as a section whose YAML block has the ``hidden`` fields and those without another form."""
    held: set[str] = set()
    head, body = "", ""
    name = "text" if question["kind"] == "cloze" else "stem"
    if name in question and name not in hidden:
        head, body = _stem(str(question[name]), in_heading=in_heading)
        held.add(name)
        if "image" not in hidden and (picture := _picture(question.get("image", {}))):
            body = "\n\n".join(filter(None, (body, picture)))
            held.add("image")
    if "id" in question and "id" not in hidden:
        head = f"{head} {{#{question['id']}}}".strip()
        held.add("id")
    form, fields = ("", set()) if set(hidden) >= ANSWER_KEYS else _FORMS[question["kind"]](question)
    if form or question["kind"] == "cloze":
        held |= fields if _needs_kind(question) else fields | {"kind"}
    sections = [f"### {head}".rstrip() + (f"\n{body}" if body else "")]
    if form and body:
        sections.append(form)
    elif form:
        sections[0] += f"\n{form}"
    for label, key in (("Hint", "hint"), ("Why", "explanation")):
        if key in question and key not in hidden:
            sections.append(_labeled(label, str(question[key])))
            held.add(key)
    rest = {key: value for key, value in question.items() if key not in held or (key == "kind" and "kind" in hidden)}
    if rest:
        sections.append(_fenced("\n".join(block(plain_data(rest)))))
    return "\n\n".join(sections)


def _needs_kind(question: Mapping[str, Any]) -> bool:
    """Return whether `kind` has to say that several options are correct, because the stem does not."""
    return question["kind"] == "multiple" and not asks_for_several(str(question.get("stem", "")))


def _stem(text: str, *, in_heading: bool) -> tuple[str, str]:
    """Return the text of the heading, and the lines below it."""
    lines = _escaped(text)
    blocks, _ = parse_blocks(text)
    if in_heading and blocks and blocks[0].kind == "paragraph":
        first, newline, _ = text.partition("\n")
        return first, "\n".join(lines[1:]) if newline else ""
    return "", "\n".join(lines)


def _picture(image: Mapping[str, Any]) -> str:
    """Return ``image`` in Markdown's notation; empty if that cannot hold it."""
    alt, file = str(image.get("alt", "")), str(image.get("file", ""))
    fits = set(image) <= {"alt", "file"} and not set("[]\n") & set(alt)
    return f"![{alt}]({quote(file)})" if image and fits else ""


def _labeled(label: str, text: str) -> str:
    """Return ``text`` after ``label``; on its own lines if it begins with a list, with code or like a label."""
    lines = _escaped(text)
    blocks, _ = parse_blocks(text)
    if blocks and blocks[0].kind == "paragraph" and label_slip(text) is None:
        return "\n".join([f"{label}: {text.partition(chr(10))[0]}", *lines[1:]])
    return "\n".join([f"{label}:", "", *lines])


def _escaped(text: str) -> list[str]:
    _, code = parse_blocks(text)
    return [line if at in code else escape_line(line) for at, line in enumerate(text.split("\n"))]


def _fenced(yaml: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(yaml)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}yaml\n{yaml}\n{fence}"


# The form of each kind's answer: the lines, and the fields that they hold.

_Form = tuple[str, set[str]]


def _options(question: Mapping[str, Any]) -> _Form:
    keys = list(map(str, question["answers"] if "answers" in question else [question.get("answer", "")]))
    distractors = {str(_text(one)): one for one in question.get("distractors", ())}
    shown = list(map(str, question.get("options", ()))) or [*keys, *distractors]
    has_feedback = any(isinstance(one, Mapping) for one in distractors.values())
    held = {"answer", "answers", "options" if "options" in question else "distractors"}
    lines = []
    for option in shown:
        lines.append(f"- [{'x' if option in keys else ' '}] {option}")
        if option not in keys and isinstance(said := distractors.get(option), Mapping):
            lines += _feedback(said)
    return "\n".join(lines), held | ({"distractors"} if has_feedback else set())


def _text(option: Any) -> Any:
    return option["text"] if isinstance(option, Mapping) else option


def _feedback(option: Mapping[str, Any]) -> Iterator[str]:
    """Yield the feedback and the share of an option as a quotation below it."""
    share, feedback = option.get("share"), str(option.get("feedback", ""))
    percent = "" if share is None else f"{(Decimal(str(share)) * 100).normalize():f}%"
    said = f"{percent}: {feedback}" if percent and feedback else percent or feedback
    yield from (f"  > {line}".rstrip() for line in said.split("\n"))


def _typed(question: Mapping[str, Any]) -> _Form:
    return _lines(f"= {question['answer']}", question), {"answer", "accept"}


def _number(question: Mapping[str, Any]) -> _Form:
    try:
        answer = Decimal(str(question["answer"]))
        low_and_high = [Decimal(str(one)) for one in question.get("range", ())]
    except InvalidOperation:
        return "", set()
    bounds = (low_and_high[0], low_and_high[1]) if len(low_and_high) == 2 else None
    tolerance, unit = question.get("tolerance"), question.get("unit")
    line = written_number(answer, None if tolerance is None else str(tolerance), bounds, unit and str(unit))
    if line is None:
        line = written_number(answer, None, None, None)
        return f"=# {line}", {"answer"}
    return _lines(f"=# {line}", question), {"answer", "range", "tolerance", "unit", "accept"}


def _lines(first: str, question: Mapping[str, Any]) -> str:
    return "\n".join([first, *(f"= {answer}" for answer in question.get("accept", ()))])


def _truth(question: Mapping[str, Any]) -> _Form:
    return f"= {'true' if question['answer'] else 'false'}", {"answer"}


def _steps(question: Mapping[str, Any]) -> _Form:
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(question["steps"], 1))
    return f"Order:\n\n{steps}", {"steps"}


def _pairs(question: Mapping[str, Any]) -> _Form:
    pairs = question["pairs"]
    rows = pairs.items() if isinstance(pairs, Mapping) else pairs
    lines = (" | ".join(str(side).replace("|", "\\|") for side in row) for row in rows)
    table = "\n".join(f"| {line} |" for line in lines)
    return f"Match:\n\n|     |     |\n| --- | --- |\n{table}", {"pairs"}


def _back(question: Mapping[str, Any]) -> _Form:
    return _labeled("Answer", str(question["answer"])), {"answer"}


def _none(question: Mapping[str, Any]) -> _Form:
    return "", set()


_FORMS: Mapping[Kind, Callable[[Mapping[str, Any]], _Form]] = {
    "card": _back,
    "choice": _options,
    "multiple": _options,
    "true_false": _truth,
    "short": _typed,
    "number": _number,
    "cloze": _none,
    "order": _steps,
    "match": _pairs,
}


def _read_back(text: str) -> Any:
    """Return the one question that ``text`` reads as; None if it has errors or is not one question."""
    read = read_markdown(Path("set.md"), _HEAD + text + "\n")
    questions = read.document.data.get("questions", [])
    if read.diagnostics or len(questions) != 1 or "topics" in read.document.data:
        return None
    try:
        return _validated(questions[0])
    except ValidationError:
        return None


def _validated(question: Mapping[str, Any]) -> Any:
    return question_adapter().validate_python(dict(question))
