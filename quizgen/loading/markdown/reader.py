"""Read a whole set written as Markdown: front matter, topics (``##``) and questions (``###``).

The result is the same data, with positions, that a YAML set has, so that everything after reading is the same.
docs/markdown.md describes the format.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import CONFLICT, Document, MarkdownPositions, Place, YamlPart, conflict
from quizgen.loading.markdown.blocks import Block, Heading, Section, Source, split_lines
from quizgen.loading.markdown.front_matter import front_matter_end, no_front_matter, read_front_matter
from quizgen.loading.markdown.questions import QuestionReader
from quizgen.loading.markdown.sections import sections_of
from quizgen.loading.markdown.signs import ANSWER, ANSWER_LABEL, LIST_SIGN, NEAR_BOX
from quizgen.loading.markdown.slips import DEEP_HEADING, DEEP_HEADING_HELP, heading_without_space, line_slips
from quizgen.loading.markdown.written import Written
from quizgen.questions.codes import Code
from quizgen.questions.marks import find_marks
from quizgen.text.ids import kebab

if TYPE_CHECKING:
    from quizgen.questions.problem import DataPath

_ANSWERS_AT_THE_END = frozenset({"answers", "answer key", "key", "solutions", "correct answers"})
"""Headings of a part that other programs expect at the end of a quiz."""


@dataclass(slots=True)
class MarkdownRead:
    """A Markdown set as far as it can be read, and what keeps the rest from being read."""

    document: Document
    diagnostics: list[Diagnostic] = field(default_factory=list)
    broken: list[tuple[int, int]] = field(default_factory=list)
    """The lines of the questions that are left out: the first, and the first below it, counted from 1."""


def read_markdown(path: Path, text: str) -> MarkdownRead:
    """Read ``text``, the content of ``path``; raise LoadError if nothing of it can be used."""
    lines = split_lines(text)
    body = front_matter_end(lines)
    if body is None:
        raise LoadError([no_front_matter(path, lines)])
    lines, conflicts = _one_side(lines)
    front = YamlPart("\n".join(lines[1 : body - 1]), (), 2)
    front, data, wrong = read_front_matter(path, front)
    read = _Reader(path, lines, body, front, data).read()
    read.document = replace(read.document, text="\n".join(split_lines(text)))
    read.diagnostics[:0] = [*(conflict(path, at + 1) for at in conflicts), *wrong]
    return read


def _one_side(lines: list[str]) -> tuple[list[str], list[int]]:
    """Return ``lines`` with only the first version of each merge conflict, and the lines where conflicts begin."""
    starts = [at for at, line in enumerate(lines) if CONFLICT.match(line)]
    lines = list(lines) if starts else lines
    for start in starts:
        end = next((at for at in range(start, len(lines)) if lines[at].startswith(">>>>>>>")), start)
        middle = next((at for at in range(start, end) if lines[at].startswith("=======")), end)
        lines[start] = ""
        lines[middle : end + 1] = [""] * (end + 1 - middle)
    return lines, starts


class _Reader:
    def __init__(self, path: Path, lines: list[str], body: int, front: YamlPart, data: dict[str, Any]) -> None:
        self._path = path
        self._lines = lines
        self._body = body
        self._front = front
        self._data = data
        self._found: list[Diagnostic] = []
        self._places: dict[DataPath, Place] = {}
        self._topics: dict[str, str] = {}
        self._topic: str | None = None
        self._titled = False

    def read(self) -> MarkdownRead:
        sections, opaque = sections_of(self._lines)
        if slips := list(line_slips(self._lines, self._body, opaque)):
            for line, slip in slips:
                self._report(line, slip.column, slip.code, slip.message, slip.help)
                self._lines[line] = slip.meant
            sections, opaque = sections_of(self._lines)
        if deep := [heading for section in sections for heading in self._deep_questions(section)]:
            for block in deep:
                signs = "#" * block.level
                self._report(block.start, 0, Code.MISPLACED_TEXT, DEEP_HEADING, DEEP_HEADING_HELP)
                self._lines[block.start] = self._lines[block.start].replace(signs, "###", 1)
            sections, opaque = sections_of(self._lines)
        source = Source(self._path, self._lines, opaque)
        parts, broken = [self._front], []
        questions: list[dict[str, Any]] = []
        for section in sections:
            heading = section.heading
            if heading is None or (heading.level < 3 and not self._is_question(heading, section)):
                self._read_upper(section)
                continue
            at: DataPath = ("questions", len(questions))
            written = QuestionReader(source, heading, section, at).read()
            self._found += written.diagnostics
            if written.is_broken:
                broken.append((heading.line + 1, section.end + 1))
                continue
            questions.append(self._with_topic(written))
            self._places |= written.places
            parts += written.parts
        text = "\n".join(self._lines)
        positions = MarkdownPositions(tuple(parts), self._places)
        document = Document(self._path, text, self._whole(questions), positions)
        return MarkdownRead(document, self._found, broken)

    def _with_topic(self, written: Written) -> dict[str, Any]:
        if self._topic is None or "topic" in written.data:
            return written.data
        return {**written.data, "topic": self._topic}

    def _whole(self, questions: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the data of the set; the questions come last."""
        data = dict(self._data)
        if "questions" in data:
            line, column = self._front.positions.of(("questions",), key=True)
            help = "write each question below the front matter, under a heading that begins with `###`"
            self._report(
                line - 1, column - 1, Code.UNKNOWN_KEY, "`questions` does not belong in the front matter", help
            )
            del data["questions"]
        written = data.get("topics") or {}
        if self._topics and isinstance(written, dict):
            data["topics"] = {**written, **self._topics}
        return {**data, "questions": questions} if questions else data

    def _is_question(self, heading: Heading, section: Section) -> bool:
        """Report a heading of a higher level that an answer follows: it is meant as a question."""
        if not (find_marks(heading.text) or any(self._has_answer(block) for block in section.blocks)):
            return False
        signs, what = "#" * heading.level, "topic" if heading.level == 2 else "title"
        message = f"`{signs}` begins a {what}, but an answer follows"
        self._report(heading.line, 0, Code.MISPLACED_TEXT, message, "begin the question with `###`")
        return True

    def _deep_questions(self, section: Section) -> Iterator[Block]:
        """Yield each heading of a lower level that comes after one answer and before another: a new question."""
        if section.heading is None:
            return
        answered = bool(find_marks(section.heading.text))
        heading: Block | None = None
        for block in section.blocks:
            if block.kind == "heading":
                heading = block if answered else None
            elif self._has_answer(block):
                if heading is not None:
                    yield heading
                    heading = None
                answered = True

    def _has_answer(self, block: Block) -> bool:
        if block.kind == "list":
            return any(NEAR_BOX.match(LIST_SIGN.sub("", self._lines[item.start], 1)) for item in block.items)
        first = self._lines[block.start]
        return block.kind == "paragraph" and bool(ANSWER.match(first) or ANSWER_LABEL.match(first))

    def _read_upper(self, section: Section) -> None:
        """Read a title or a topic, and report text that belongs to neither."""
        heading = section.heading
        if heading is not None and heading.level == 1:
            self._read_title(heading)
        elif heading is not None:
            self._read_topic(heading)
        for block in section.blocks:
            if (found := heading_without_space(self._lines[block.start])) is not None:
                self._report(block.start, *found)
                return
            if block.kind not in {"comment", "rule"}:
                help = (
                    "write each answer below its question, as `= …` or `Answer: …`, and delete this part"
                    if heading is not None and heading.text.lower().strip(" :*") in _ANSWERS_AT_THE_END
                    else "begin each question with `###`; text about the set goes under `description:` at the top"
                )
                self._report(block.start, 0, Code.MISPLACED_TEXT, "this text is not part of any question", help)
                return

    def _read_title(self, heading: Heading) -> None:
        if self._titled or ("title" in self._data and str(self._data["title"]).strip() != heading.text):
            help = "keep one of the two; a topic begins with `##`, a question with `###`"
            self._report(heading.line, heading.column, Code.DUPLICATE_KEY, "the set has two titles", help)
        elif "title" not in self._data:
            self._data["title"] = heading.text
            self._places[("title",)] = (heading.line + 1, heading.column + 1)
        self._titled = True

    def _read_topic(self, heading: Heading) -> None:
        name = heading.id if heading.id is not None else kebab(heading.text)
        if not heading.text:
            help = "write the name of the topic after `##`"
            self._report(heading.line, 0, Code.TOO_SHORT, "this topic has no name", help)
        elif not name:
            help = "add an id of lowercase letters (a-z) at the end of the heading, such as {#rivers}"
            self._report(heading.line, heading.column, Code.MISSING_KEY, "this topic needs an id", help)
        elif self._topics.get(name, heading.text) != heading.text:
            help = "use the same name, or give this topic another id, such as {#rivers}"
            message = f"the topic {name!r} has two names"
            self._report(heading.line, heading.column, Code.DUPLICATE_ID, message, help)
        else:
            self._topics[name] = heading.text
            column = heading.column if heading.id is None else heading.id_column
            self._places.setdefault(("topics", name), (heading.line + 1, column + 1))
        self._topic = name or None

    def _report(self, line: int, column: int, code: Code, message: str, help: str) -> None:
        self._found.append(Diagnostic(self._path, line + 1, column + 1, code, message, help))
