"""Read one question of a Markdown set: its heading, its stem, its answer in the form of its kind, and its fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import unquote

from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Place, YamlPart, parse_yaml
from quizgen.loading.markdown_blocks import Block, Heading, Item, Section, Source, item_text
from quizgen.loading.markdown_near_answers import near_answer, near_table, near_truth
from quizgen.loading.markdown_numbers import number_help, read_number
from quizgen.loading.markdown_signs import (
    ANSWER,
    BOX,
    IN_BLOCK,
    LABEL,
    NEAR_BOX,
    NEAR_FENCE,
    field_key,
    unescape_line,
)
from quizgen.loading.markdown_slips import DEEP_HEADING, DEEP_HEADING_HELP
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath

PartName = Literal["stem", "options", "answers", "Why", "Hint", "Answer", "Order", "Match", "fields"]

_ANSWERS: tuple[PartName, ...] = ("options", "answers", "Order", "Match", "Answer")
_TRUTHS = {"true": True, "false": False}
_MARK = re.compile(r"\{\{?[ \t]*[cC]?\d+[ \t]*:")
"""A cloze mark, or what is meant as one."""
_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<alt>[^\[\]]*)\]\([ \t]*(?:<(?P<quoted>[^<>]+)>|(?P<file>[^()<>\s]+))(?:[ \t]+\"[^\"]*\")?[ \t]*\)"
)
"""A picture in Markdown's notation: ``![description](pictures/volga.png)``."""
_ANSWER_KEYS = ("answer", "answers", "distractors", "options", "steps", "pairs", "accept", "tolerance", "range", "unit")
_DEEP_HEADING = re.compile(r" {0,3}#{4,6}(?:[ \t]|$)")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"[ \t]*(?:> ?)?")
_SHARE = re.compile(r"(?P<percent>\d{1,3}(?:\.\d{1,20})?) ?%(?::[ \t]+|[ \t]*$)")
"""The share of the credit for an option, before the feedback on it: ``50%: …``."""
_NO_SPACE_HEADING = re.compile(r" {0,3}(?P<sign>#{2,3})[^#\s]")


@dataclass(slots=True)
class Written:
    """What a question's section says."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[DataPath, Place] = field(default_factory=dict)
    parts: list[YamlPart] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    is_broken: bool = False
    """Whether the question cannot be understood, so that no further checks make sense."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a question: from line ``start`` to before line ``end``, counted from 0."""

    name: PartName
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Feedback:
    """What is said about an option: its feedback, and its percentage of the credit; ``line`` is counted from 0."""

    text: str
    percent: str | None
    line: int


def heading_without_space(line: str) -> tuple[int, Code, str, str] | None:
    """Return the column, the code, the message and the help for a line such as ``###Which river?``; None for others."""
    found = _NO_SPACE_HEADING.match(line)
    if found is None:
        return None
    help = "add a space; without it, this is not a heading"
    return found.end("sign"), Code.SYNTAX, f"missing space after {found['sign']}", help


class QuestionReader:
    """Reads the section of one question; ``at`` is its path in the set's data."""

    def __init__(self, source: Source, heading: Heading, section: Section, at: DataPath) -> None:
        self._path = source.path
        self._lines = source.lines
        self._opaque = source.opaque
        self._blocks = [block for block in section.blocks if block.kind != "comment"]
        self._comments = {
            line for block in section.blocks if block.kind == "comment" for line in range(block.start, block.end)
        }
        self._end = section.end
        while self._blocks and self._blocks[-1].kind == "rule":  # a line between two questions
            self._end = self._blocks.pop().start
        self._heading = heading
        self._at = at
        self._written = Written()

    def read(self) -> Written:
        """Return what the section says, and what is wrong in it."""
        self._place((), self._heading.line, 0)
        self._check_blocks()
        if self._written.is_broken:  # some of what follows belongs to another part or question
            return self._written
        parts = list(self._parts())
        self._read_pictures(parts)
        fields = self._fields(parts)
        form = [part for part in parts if part.name in _ANSWERS]
        if len({part.name for part in form}) > 1:
            help = "keep only one of them: options, `=` lines, `Order:`, `Match:` or `Answer:`"
            self._error(form[1].start, 0, Code.ANSWER_FORM, "the question has two kinds of answer", help)
        elif form:
            self._read_form(form[0].name, form, fields)
        elif "kind" not in fields and _MARK.search(self._stem(parts)):
            self._put(("kind",), "cloze", self._heading.line, self._heading.column)
        elif not fields.keys() & {"kind", *_ANSWER_KEYS}:
            near = near_answer(self._lines, self._heading, self._end, self._blocks, self._opaque)
            self._error(near.line, near.column, Code.NO_ANSWER, near.message, near.help)
        self._read_texts(parts, fields)
        self._merge(fields)
        return self._written

    # The parts of the section.

    def _parts(self) -> Iterator[_Part]:
        cuts: list[tuple[int, PartName]] = [(self._heading.line + 1, "stem")]
        for number, block in enumerate(self._blocks):
            is_last = number == len(self._blocks) - 1
            cuts += self._cuts(block, is_last, cuts[-1][1], any(name in _ANSWERS for _, name in cuts))
        ends = [line for line, _ in cuts[1:]] + [self._end]
        for (start, name), end in zip(cuts, ends, strict=True):
            yield _Part(name, start, end)

    def _cuts(self, block: Block, is_last: bool, now: PartName, answered: bool) -> Iterator[tuple[int, PartName]]:
        """Yield where in ``block`` a new part begins; ``now`` is the part that the block would continue."""
        if block.kind == "code":
            if is_last and block.fence and block.info.lower() in {"yaml", "yml"}:
                yield block.start, "fields"
            return
        is_options = block.kind == "list" and now not in ("options", "Order") and self._is_task_list(block)
        if is_options and (_takes_answers(now, answered) or now == "Answer"):
            yield block.start, "options"
            now, answered = "options", True
        for line in range(block.start, block.end):
            text = self._lines[line]
            # Inside a list or a quotation, only a line that is not indented can begin something else.
            if line in self._opaque or (block.kind != "paragraph" and text[:1] in (" ", "\t")):
                continue
            if ANSWER.match(text) and _takes_answers(now, answered):
                if now != "answers":
                    yield line, "answers"
                now, answered = "answers", True
            elif found := LABEL.match(text):
                name = _label(found["label"])
                above = self._lines[block.start : line]
                starts = block.kind == "paragraph" and all(_PICTURE.fullmatch(one.strip()) for one in above)
                if name in ("Why", "Hint"):
                    allowed = starts or now in ("options", "answers", "Order", "Match")
                else:
                    allowed = starts and now != "Answer" and (now in _ANSWERS or not answered)
                if allowed:
                    yield line, name
                    now, answered = name, answered or name in _ANSWERS

    def _is_task_list(self, block: Block) -> bool:
        return any(NEAR_BOX.match(item_text(self._lines, item)[0]) for item in block.items)

    def _check_blocks(self) -> None:
        """Report what makes a viewer show something else than the author means."""
        for block in self._blocks:
            if block.fence and not self._is_closed(block):
                help = f"write {block.fence} on a separate line below the code"
                self._error(block.start, 0, Code.SYNTAX, "the code block that begins here is not closed", help)
            for line in range(block.start, block.end) if block.kind == "paragraph" else ():
                if (found := heading_without_space(self._lines[line])) is not None:
                    self._error(line, *found)

    def _is_closed(self, block: Block) -> bool:
        last = self._lines[block.end - 1].strip()
        return block.end - block.start > 1 and last.startswith(block.fence) and not last.strip(block.fence[0])

    # Texts.

    def _stem(self, parts: Sequence[_Part]) -> str:
        body = "\n".join(self._text_lines(part.start, part.end) for part in parts if part.name == "stem").rstrip()
        return f"{self._heading.text}\n{body}".strip() if body.strip() else self._heading.text.strip()

    def _text_lines(self, start: int, end: int) -> str:
        return "\n".join(
            line if at in self._opaque else unescape_line(line)
            for at, line in enumerate(self._lines[start:end], start)
            if at not in self._comments
        )

    def _read_texts(self, parts: Sequence[_Part], fields: Mapping[str, Any]) -> None:
        if self._heading.id is not None:
            self._put(("id",), self._heading.id, self._heading.line, self._heading.id_column)
        kind = fields.get("kind", self._written.data.get("kind"))
        stem = self._stem(parts)
        if stem:
            line = self._heading.line if self._heading.text else self._first_line(parts[0])
            column = self._heading.column if self._heading.text else 0
            self._put(("text" if kind == "cloze" else "stem",), stem, line, column)
        for part in parts:
            if part.name not in ("Why", "Hint"):
                continue
            key = "explanation" if part.name == "Why" else "hint"
            if key in self._written.data:
                help = f"merge the two texts under one `{part.name}:`"
                self._report(part.start, 0, Code.DUPLICATE_KEY, f"duplicate `{part.name}:`", help)
                continue
            self._put_labeled((key,), part)

    def _put_labeled(self, key: DataPath, part: _Part) -> None:
        """Put the text after a label such as ``Why:``, which may begin on the same line."""
        label = LABEL.match(self._lines[part.start])
        assert label is not None
        first = self._lines[part.start][label.end() :]
        text = "\n".join((first, self._text_lines(part.start + 1, part.end))).strip("\n").rstrip()
        at, column = (part.start, label.end()) if first.strip() else (self._first_line(part, skip=1), 0)
        self._put(key, text, at, column)

    def _first_line(self, part: _Part, skip: int = 0) -> int:
        lines = range(part.start + skip, part.end)
        return next((at for at in lines if self._lines[at].strip() and at not in self._comments), part.start)

    # The picture.

    def _read_pictures(self, parts: Sequence[_Part]) -> None:
        """Read the picture of the question, and take it out of the texts; below the answer, it is shown after it."""
        lines = list(self._lines)
        heading = self._pictures_in(self._heading.text, self._heading.line, self._heading.column, parts[0])
        self._heading = replace(self._heading, text=heading)
        for part in parts:
            for line in range(part.start, part.end) if part.name != "fields" else ():
                if line not in self._opaque and line not in self._comments:
                    lines[line] = self._pictures_in(lines[line], line, 0, part)
                    if not lines[line].strip() and self._lines[line].strip():
                        self._comments.add(line)
        self._lines = lines

    def _pictures_in(self, text: str, line: int, column: int, part: _Part) -> str:
        """Return ``text`` without its pictures, which are read or reported."""
        for found in reversed(list(_PICTURE.finditer(text)) if "![" in text else []):
            if text.count("`", 0, found.start()) % 2:  # code
                continue
            text = f"{text[: found.start()]}{text[found.end() :]}".rstrip()
            at = column + found.start()
            if part.name not in ("stem", "Why", "Answer"):
                help = "move the picture above the answer, or below `Why:` to show it with the explanation"
                self._report(line, at, Code.MISPLACED_TEXT, "a picture cannot be shown here", help)
            elif "image" in self._written.data:
                help = "keep one of the two, or combine them into one picture"
                self._report(line, at, Code.DUPLICATE_KEY, "the question has two pictures", help)
            else:
                after = {} if part.name == "stem" else {"after_answer": True}
                file = unquote(found["quoted"] or found["file"])
                self._put(("image",), {"file": file, "alt": found["alt"].strip(), **after}, line, at)
                self._place(("image", "file"), line, column + max(found.span("quoted")[0], found.span("file")[0]))
        return text

    # Answers.

    def _read_form(self, name: PartName, parts: Sequence[_Part], fields: Mapping[str, Any]) -> None:
        match name:
            case "options":
                self._read_options(parts, fields)
            case "answers":
                self._read_answers(parts, fields)
            case "Order":
                self._read_steps(parts[0])
            case "Match":
                self._read_pairs(parts[0])
            case "Answer":
                self._put(("kind",), "card", parts[0].start, 0)
                self._put_labeled(("answer",), parts[0])
            case _:
                raise AssertionError(name)

    def _read_options(self, parts: Sequence[_Part], fields: Mapping[str, Any]) -> None:
        options: list[tuple[bool, str, int, int]] = []
        said: dict[int, _Feedback] = {}
        for part in parts:
            for item in self._items_only(part, "write each option as `- [x] …` or `- [ ] …`"):
                text, line, column = item_text(self._lines, item, part.end)
                near = NEAR_BOX.match(text)
                exact = BOX.match(text)
                box = exact or near
                end = box.end() if box else 0
                if exact is None:
                    sign = "[ ]" if near is None or not near["sign"] else "[x]"
                    rest = text[end:].strip()
                    message = "this option has no checkbox" if near is None else f"{near[0]!r} is not a checkbox"
                    self._report(line, column, Code.ANSWER_FORM, message, f"write `- {sign} {rest[:60]}`")
                is_key = near is not None and near["sign"] != ""
                if item.quote is not None:
                    if is_key:
                        help = "move the feedback below `Why:`, or remove the > in front of it"
                        message = "this option is correct, so feedback on it belongs in the explanation"
                        self._report(item.quote, 0, Code.ANSWER_FORM, message, help)
                    said[len(options)] = self._feedback(item.quote, min(item.end, part.end))
                elif not item.is_plain:
                    help = "write it as one paragraph, without lists or code blocks"
                    self._report(line, column, Code.ANSWER_FORM, "this option is not a single paragraph", help)
                options.append((is_key, text[end:].strip(), line, column + end))
        keys = [option for option in options if option[0]]
        others = [option for option in options if not option[0]]
        if not keys and not self._written.is_broken:
            help = "check the box of each correct option: `- [x] …`"
            self._error(parts[0].start, 0, Code.ANSWER_FORM, "no option is marked as correct", help)
        kind = str(fields.get("kind") or ("multiple" if len(keys) > 1 else "choice"))
        self._put(("kind",), kind, parts[0].start, 0)
        if kind == "choice" and len(keys) > 1:
            message = f"{len(keys)} options are checked, but a choice question has only one correct answer"
            named = ", ".join(text[:60] for _, text, _, _ in keys)
            help = f"keep only one of these checked: {named}; if all of them are correct, delete `kind: choice`"
            self._error(keys[1][2], 0, Code.ANSWER_FORM, message, help)
            return
        if len(keys) == 1 and kind != "multiple":
            self._put(("answer",), *keys[0][1:])
        else:
            self._put_list("answers", keys)
        # Options are in order only if the order is not "correct ones first", or if `shuffle` is written.
        in_order = "shuffle" in fields or options != [*keys, *others]
        if in_order:
            self._put_list("options", options)
        if not in_order or said:
            self._put_list("distractors", others)
        wrong = [place for place, option in enumerate(options) if not option[0]]
        for place, feedback in said.items():
            if place in wrong:
                self._put_feedback(wrong.index(place), feedback)

    def _feedback(self, start: int, end: int) -> "_Feedback":
        """Return what the quotation in the lines from ``start`` to before ``end`` says about an option."""
        lines = [_QUOTE.sub("", self._lines[line], count=1) for line in range(start, end)]
        share = _SHARE.match(lines[0])
        if share is not None:
            lines[0] = lines[0][share.end() :]
        return _Feedback("\n".join(lines).strip(), share["percent"] if share else None, start)

    def _put_feedback(self, place: int, said: "_Feedback") -> None:
        """Put ``said`` to the distractor at ``place`` of all distractors."""
        share = {} if said.percent is None else {"share": float(Decimal(said.percent) / 100)}
        text = {"feedback": said.text} if said.text or not share else {}
        self._written.data["distractors"][place] = {
            "text": self._written.data["distractors"][place], **text, **share
        }  # fmt: skip
        for name in (*text, *share):
            self._place(("distractors", place, name), said.line, self._lines[said.line].index(">"))

    def _put_list(self, name: str, found: Sequence[tuple[bool, str, int, int]]) -> None:
        if found:
            self._put((name,), [text for _, text, _, _ in found], *found[0][2:])
        for number, (_, _, line, column) in enumerate(found):
            self._place((name, number), line, column)

    def _read_answers(self, parts: Sequence[_Part], fields: Mapping[str, Any]) -> None:
        answers: list[tuple[bool, str, int, int]] = []
        for part in parts:
            for line in range(part.start, part.end):
                text = self._lines[line]
                if not text.strip() or line in self._comments:
                    continue
                found = ANSWER.match(text)
                if found is None:
                    self._misplaced(line)
                    break
                answers.append((found["number"] is not None, text[found.end() :].strip(), line, found.end()))
        is_number, first, line, column = answers[0]
        kind, others = fields.get("kind"), answers[1:]
        if is_number if kind is None else kind == "number":
            self._put(("kind",), "number", line, 0)
            number = read_number(first)
            if number is None:
                help = number_help(first)
                self._error(line, column, Code.ANSWER_FORM, f"{first!r} is not a number", help)
            for key, value in (number or {}).items():
                self._put((key,), value, line, column)
        elif kind in (None, "true_false") and len(answers) == 1 and first.lower() in _TRUTHS:
            self._put(("kind",), "true_false", line, 0)
            self._put(("answer",), _TRUTHS[first.lower()], line, column)
            return
        elif kind is None and not others and (truth := near_truth(first, self._heading.text)):
            help = f"write `= {truth}`; for an answer that learners type, add `kind: short` in a YAML block"
            self._error(line, column, Code.ANSWER_FORM, f"{first!r} is not true or false", help)
            return
        elif kind == "multiple":
            self._put_list("answers", answers)
            return
        else:
            self._put(("kind",), kind or "short", line, 0)
            self._put(("answer",), first, line, column)
        self._put_list("accept", others)

    def _read_steps(self, part: _Part) -> None:
        self._put(("kind",), "order", part.start, 0)
        form = "`1. first step`, `2. second step`"
        items = list(self._items_only(part, f"write the steps as a numbered list: {form}"))
        if not items and not self._written.is_broken:
            help = f"write the steps below it, in the correct order: {form}"
            self._error(part.start, 0, Code.ANSWER_FORM, "`Order:` has no numbered list below it", help)
        steps = []
        for item in items:
            text, line, column = item_text(self._lines, item, part.end)
            if not item.is_plain:
                help = "write it as one paragraph, without lists or code blocks"
                self._report(line, column, Code.ANSWER_FORM, "this step is not a single paragraph", help)
            if len(items) == 1 and re.search(r"\s\(?2[.)]\s", text):
                help = f"begin each step on a separate line: {form}"
                self._error(line, column, Code.ANSWER_FORM, "all steps are on one line", help)
                return
            steps.append((True, text, line, column))
        self._put_list("steps", steps)

    def _read_pairs(self, part: _Part) -> None:
        self._put(("kind",), "match", part.start, 0)
        help = "write a two-column table: `| River | Sea |`, `| --- | --- |`, then one row for each pair"
        tables = [block for block in self._inside(part) if block.kind == "table"]
        if len(tables) != 1:
            near = near_table(self._lines, part.start, part.end, help, has_table=bool(tables))
            self._error(near.line, near.column, Code.ANSWER_FORM, near.message, near.help)
            return
        self._only(part, tables, "write the pairs as rows of one table")
        pairs: list[list[str]] = []
        for row in tables[0].rows:
            if row.line >= part.end:
                break
            if len(row.cells) != 2 or not self._lines[row.line].strip().strip("|").strip():
                column = len(self._lines[row.line]) - len(self._lines[row.line].lstrip())
                self._error(row.line, column, Code.ANSWER_FORM, "this row does not have two cells", help)
                continue
            if not _CELL_BORDER.search(self._lines[row.line].strip().removeprefix("|").removesuffix("|")):
                help_row = "write `|` between the two sides: `| left | right |`"
                self._error(row.line, 0, Code.ANSWER_FORM, "this row has one column instead of two", help_row)
                continue
            for side, cell in enumerate(row.cells):
                column = max(self._lines[row.line].find(cell.replace("|", "\\|")), 0)
                self._place(("pairs", len(pairs), side), row.line, column)
            self._place(("pairs", len(pairs)), row.line, 0)
            pairs.append([*row.cells])
        self._put(("pairs",), pairs, part.start, 0)

    def _inside(self, part: _Part) -> list[Block]:
        """Return the blocks that begin in ``part``, without the paragraph of its label."""
        first = part.start + (LABEL.match(self._lines[part.start]) is not None)
        return [block for block in self._blocks if first <= block.start < part.end]

    def _items_only(self, part: _Part, help: str) -> Iterator[Item]:
        lists = [block for block in self._inside(part) if block.kind == "list"]
        self._only(part, lists, help)
        for block in lists:
            for item in block.items:
                if item.start < part.end:
                    self._check_lines_of(item, part.end)
                    yield item

    def _check_lines_of(self, item: Item, end: int) -> None:
        """Report a line that Markdown adds to ``item``, although it is not indented and perhaps belongs elsewhere."""
        for line in range(item.start + 1, min(item.end, end)):
            text = self._lines[line]
            if text.strip() and not text.startswith((" ", "\t")):
                help = (
                    "if it is an explanation, begin it with `Why:`; if it belongs to the item above, indent it by "
                    "two spaces"
                )
                if self._misplaced_key(line):
                    return
                message = "Markdown treats this line as part of the item above it"
                self._report(line, 0, Code.MISPLACED_TEXT, message, help)
                return

    def _only(self, part: _Part, blocks: Sequence[Block], help: str) -> None:
        """Report the first line of ``part`` that is not in ``blocks``."""
        inside = {line for block in blocks for line in range(block.start, block.end)}
        label = LABEL.match(self._lines[part.start])
        if label is not None and self._lines[part.start][label.end() :].strip():
            self._report(part.start, label.end(), Code.MISPLACED_TEXT, "this text is not part of the answer", help)
        for line in range(part.start + (label is not None), part.end):
            if self._lines[line].strip() and line not in inside and line not in self._comments:
                self._misplaced(line)
                return

    def _misplaced(self, line: int) -> None:
        if _NO_SPACE_HEADING.match(self._lines[line]):  # which is reported
            return
        if _DEEP_HEADING.match(self._lines[line]):
            self._report(line, 0, Code.MISPLACED_TEXT, DEEP_HEADING, DEEP_HEADING_HELP)
            return
        if self._misplaced_key(line):
            return
        help = "if it is an explanation, begin it with `Why:`; if it belongs to the question, move it above the answer"
        if self._lines[line].startswith(">"):
            help = f"if it is feedback on the option above it, indent it by two spaces; {help}"
        self._report(line, 0, Code.MISPLACED_TEXT, "this text is below the answer, but is not part of it", help)

    def _misplaced_key(self, line: int) -> bool:
        """Report a line that begins with a key of the question or is almost a fence, if it is one."""
        if (key := field_key(self._lines[line])) is not None:
            message = f"the YAML key `{key}:` is not in a YAML block"
            self._report(line, 0, Code.MISPLACED_TEXT, message, IN_BLOCK)
            return True
        if line + 1 < self._end and NEAR_FENCE.fullmatch(self._lines[line]) and field_key(self._lines[line + 1]):
            message = f"{self._lines[line].strip()} does not begin a YAML block"
            help = "write ```yaml here and ``` on the line below the last key, with three backticks"
            self._report(line, 0, Code.MISPLACED_TEXT, message, help)
            return True
        return False

    # Fields.

    def _fields(self, parts: list[_Part]) -> dict[str, Any]:
        """Return the fields in the YAML block at the end of the question."""
        if parts[-1].name != "fields":
            return {}
        block = self._blocks[-1]
        part = YamlPart(block.content, self._at, block.start + 2)
        if not part.text.strip():
            return {}
        try:
            fields = parse_yaml(self._path, part.text)
        except LoadError as error:
            if self._is_closed(block):  # otherwise, that is the cause
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
                self._report(line - 1, column - 1, Code.DUPLICATE_KEY, message, help)
        self._written.data = {**data, **fields}

    def _put(self, at: DataPath, value: Any, line: int, column: int) -> None:
        self._written.data[str(at[0])] = value
        self._place(at, line, column)

    def _place(self, at: DataPath, line: int, column: int) -> None:
        self._written.places[(*self._at, *at)] = (line + 1, column + 1)

    def _error(self, line: int, column: int, code: Code, message: str, help: str) -> None:
        """Report an error that makes further checks of the question useless."""
        self._report(line, column, code, message, help)
        self._written.is_broken = True

    def _report(self, line: int, column: int, code: Code, message: str, help: str) -> None:
        self._written.diagnostics.append(Diagnostic(self._path, line + 1, column + 1, code, message, help))


def _takes_answers(now: PartName, answered: bool) -> bool:
    """Return whether an answer may follow in part ``now``; after the answer, `Why:` and `Hint:` are only text."""
    return now in ("stem", "options", "answers", "Order", "Match") or (now in ("Why", "Hint") and not answered)


def _label(word: str) -> PartName:
    names: dict[str, PartName] = {"Why": "Why", "Hint": "Hint", "Answer": "Answer", "Order": "Order", "Match": "Match"}
    return names[word]
