"""Read one question of a Markdown set: its heading, its texts, its picture, its answer and its fields."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import YamlPart, parse_yaml
from quizgen.loading.markdown.answers import AnswerReader
from quizgen.loading.markdown.blocks import Heading, Section, Source
from quizgen.loading.markdown.near_answers import near_answer
from quizgen.loading.markdown.parts import ANSWERS, PICTURE, Body, Part
from quizgen.loading.markdown.slips import heading_without_space
from quizgen.loading.markdown.written import Written
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath

_MARK = re.compile(r"\{\{?[ \t]*[cC]?\d+[ \t]*:")
"""A cloze mark, or what is meant as one."""
ANSWER_KEYS = frozenset("answer answers distractors options steps pairs accept tolerance range unit".split())
"""The fields that hold the answer to a question, or say which answers count."""


class QuestionReader:
    """Reads the section of one question; ``at`` is its path in the set's data."""

    def __init__(self, source: Source, heading: Heading, section: Section, at: DataPath) -> None:
        self._path = source.path
        self._body = Body(source, heading, section)
        self._heading = heading
        self._at = at
        self._written = Written(source.path, at)

    def read(self) -> Written:
        """Return what the section says, and what is wrong in it."""
        self._written.place((), self._heading.line, 0)
        self._check_blocks()
        if self._written.is_broken:  # some of what follows belongs to another part or question
            return self._written
        parts = list(self._body.parts())
        self._read_pictures(parts)
        fields = self._fields(parts)
        form = [part for part in parts if part.name in ANSWERS]
        if len({part.name for part in form}) > 1:
            help = "keep only one kind of answer: options, `=` lines, `Order:`, `Match:` or `Answer:`"
            self._written.error(form[1].start, 0, Code.ANSWER_FORM, "the question has two kinds of answer", help)
        elif form:
            AnswerReader(self._body, self._heading, self._written).read(form[0].name, form, fields)
        elif "kind" not in fields and _MARK.search(self._stem(parts)):
            self._written.put(("kind",), "cloze", self._heading.line, self._heading.column)
        elif not fields.keys() & {"kind", *ANSWER_KEYS}:
            near = near_answer(self._body.lines, self._heading, self._body.end, self._body.blocks, self._body.opaque)
            self._written.error(near.line, near.column, Code.NO_ANSWER, near.message, near.help)
        self._read_texts(parts, fields)
        self._merge(fields)
        return self._written

    def _check_blocks(self) -> None:
        """Report what makes a viewer show something else than the author means."""
        for block in self._body.blocks:
            if block.fence and not self._body.is_closed(block):
                help = f"write {block.fence} on a separate line below the code"
                self._written.error(block.start, 0, Code.SYNTAX, "the code block that begins here is not closed", help)
            for line in range(block.start, block.end) if block.kind == "paragraph" else ():
                if (found := heading_without_space(self._body.lines[line])) is not None:
                    self._written.error(line, *found)

    def _stem(self, parts: Sequence[Part]) -> str:
        body = "\n".join(self._body.text(part.start, part.end) for part in parts if part.name == "stem").rstrip()
        return f"{self._heading.text}\n{body}".strip() if body.strip() else self._heading.text.strip()

    def _read_texts(self, parts: Sequence[Part], fields: Mapping[str, Any]) -> None:
        if self._heading.id is not None:
            self._written.put(("id",), self._heading.id, self._heading.line, self._heading.id_column)
        kind = fields.get("kind", self._written.data.get("kind"))
        stem = self._stem(parts)
        if stem:
            line = self._heading.line if self._heading.text else self._body.first_line(parts[0])
            column = self._heading.column if self._heading.text else 0
            self._written.put(("text" if kind == "cloze" else "stem",), stem, line, column)
        for part in parts:
            if part.name not in ("Why", "Hint"):
                continue
            key = "explanation" if part.name == "Why" else "hint"
            if key in self._written.data:
                help = f"merge the texts under one `{part.name}:`"
                self._written.report(part.start, 0, Code.DUPLICATE_KEY, f"duplicate `{part.name}:`", help)
                continue
            self._written.put((key,), *self._body.labeled(part))

    def _read_pictures(self, parts: Sequence[Part]) -> None:
        """Read the picture of the question, and take it out of the texts; below the answer, it is shown after it."""
        lines = list(self._body.lines)
        heading = self._pictures_in(self._heading.text, self._heading.line, self._heading.column, parts[0])
        self._heading = replace(self._heading, text=heading)
        for part in parts:
            for line in range(part.start, part.end) if part.name != "fields" else ():
                if line not in self._body.opaque and line not in self._body.comments:
                    lines[line] = self._pictures_in(lines[line], line, 0, part)
                    if not lines[line].strip() and self._body.lines[line].strip():
                        self._body.comments.add(line)
        self._body.lines = lines

    def _pictures_in(self, text: str, line: int, column: int, part: Part) -> str:
        """Return ``text`` without its pictures, which are read or reported."""
        for found in reversed(list(PICTURE.finditer(text)) if "![" in text else []):
            if text.count("`", 0, found.start()) % 2:  # code
                continue
            text = f"{text[: found.start()]}{text[found.end() :]}".rstrip()
            at = column + found.start()
            if part.name not in ("stem", "Why", "Answer"):
                help = "move the picture above the answer, or below `Why:` to show it with the explanation"
                self._written.report(line, at, Code.MISPLACED_TEXT, "a picture cannot be shown here", help)
            elif "image" in self._written.data:
                help = "keep one of the two, or combine them into one picture"
                self._written.report(line, at, Code.DUPLICATE_KEY, "the question has two pictures", help)
            else:
                after = {} if part.name == "stem" else {"after_answer": True}
                file = unquote(found["quoted"] or found["file"])
                self._written.put(("image",), {"file": file, "alt": found["alt"].strip(), **after}, line, at)
                start = max(found.start("quoted"), found.start("file"))
                self._written.place(("image", "file"), line, column + start)
        return text

    def _fields(self, parts: list[Part]) -> dict[str, Any]:
        """Return the fields in the YAML block at the end of the question."""
        if parts[-1].name != "fields":
            return {}
        block = self._body.blocks[-1]
        part = YamlPart(block.content, self._at, block.start + 2)
        if not part.text.strip():
            return {}
        try:
            fields = parse_yaml(self._path, part.text)
        except LoadError as error:
            if self._body.is_closed(block):  # otherwise, that is the cause
                self._written.diagnostics += part.moved(error.diagnostics)
            self._written.is_broken = True
            return {"kind": None}
        self._written.parts.append(part)
        return fields

    def _merge(self, fields: Mapping[str, Any]) -> None:
        """Add the fields of the YAML block, which must not repeat what is written above it."""
        data = self._written.data
        for key in fields:
            if key in data and key != "kind":
                line, column = self._written.parts[0].positions.of((key,), key=True)
                message, help = f"{key!r} is already set above", "keep one of the two"
                self._written.report(line - 1, column - 1, Code.DUPLICATE_KEY, message, help)
        self._written.data = {**data, **fields}
