"""Read the answer of a question in a Markdown set, in the form of its kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizgen.loading.markdown.blocks import Block, Heading, Item, item_text
from quizgen.loading.markdown.near_answers import near_table, near_truth
from quizgen.loading.markdown.numbers import number_help, read_number
from quizgen.loading.markdown.parts import Body, Part, PartName
from quizgen.loading.markdown.signs import ANSWER, BOX, IN_BLOCK, LABEL, NEAR_BOX, NEAR_FENCE, field_key
from quizgen.loading.markdown.slips import DEEP_HEADING, DEEP_HEADING_HELP, heading_without_space
from quizgen.loading.markdown.written import Written
from quizgen.questions.codes import Code

_TRUTHS = {"true": True, "false": False}
_DEEP_HEADING = re.compile(r" {0,3}#{4,6}(?:[ \t]|$)")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"[ \t]*(?:> ?)?")
_SHARE = re.compile(r"(?P<percent>\d{1,3}(?:\.\d{1,20})?) ?%(?::[ \t]+|[ \t]*$)")
"""The share of the credit for an option, before the feedback on it: ``50%: …``."""


@dataclass(frozen=True, slots=True)
class _Feedback:
    """What is said about an option: its feedback, and its percentage of the credit; ``line`` is counted from 0."""

    text: str
    percent: str | None
    line: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """An option, an answer or a step, where its text begins; the line and the column are counted from 0."""

    text: str
    line: int
    column: int
    is_marked: bool = True
    """Of an option, whether its box is checked; of an answer, whether it is written as a number."""


class AnswerReader:
    """Reads the answer in the ``body`` of a question under ``heading``, and adds it to what is ``written``."""

    def __init__(self, body: Body, heading: Heading, written: Written) -> None:
        self._body, self._heading, self._written = body, heading, written

    def read(self, name: PartName, parts: Sequence[Part], fields: Mapping[str, Any]) -> None:
        """Read an answer of the form ``name``, which ``parts`` have."""
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
                self._written.put(("kind",), "card", parts[0].start, 0)
                self._written.put(("answer",), *self._body.labeled(parts[0]))
            case _:
                raise AssertionError(name)

    def _read_options(self, parts: Sequence[Part], fields: Mapping[str, Any]) -> None:
        options: list[_Entry] = []
        feedback: dict[int, _Feedback] = {}
        for part in parts:
            for item in self._items_only(part, "write each option as `- [x] …` or `- [ ] …`"):
                option = self._option(item, part.end)
                if item.quote is not None:
                    feedback[len(options)] = self._feedback(item.quote, min(item.end, part.end))
                options.append(option)
        keys = [option for option in options if option.is_marked]
        others = [option for option in options if not option.is_marked]
        if not keys and not self._written.is_broken:
            help = "check the box of each correct option: `- [x] …`"
            self._written.error(parts[0].start, 0, Code.ANSWER_FORM, "no option is marked as correct", help)
        kind = str(fields.get("kind") or ("multiple" if len(keys) > 1 else "choice"))
        self._written.put(("kind",), kind, parts[0].start, 0)
        if kind == "choice" and len(keys) > 1:
            message = f"{len(keys)} options are checked, but a choice question has only one correct answer"
            named = ", ".join(key.text[:60] for key in keys)
            help = f"keep only one of these checked: {named}; if all of them are correct, delete `kind: choice`"
            self._written.error(keys[1].line, 0, Code.ANSWER_FORM, message, help)
            return
        if len(keys) == 1 and kind != "multiple":
            self._written.put(("answer",), keys[0].text, keys[0].line, keys[0].column)
        else:
            self._put_list("answers", keys)
        # Options are in order only if the order is not "correct ones first", or if `shuffle` is written.
        in_order = "shuffle" in fields or options != [*keys, *others]
        if in_order:
            self._put_list("options", options)
        if not in_order or feedback:
            self._put_list("distractors", others)
        wrong = [place for place, option in enumerate(options) if not option.is_marked]
        for place, said in feedback.items():
            if place in wrong:
                self._put_feedback(wrong.index(place), said)

    def _option(self, item: Item, end: int) -> _Entry:
        """Return the option in ``item``, which ends before the line ``end``, and report what is wrong with it."""
        text, line, column = item_text(self._body.lines, item, end)
        near, exact = NEAR_BOX.match(text), BOX.match(text)
        box = exact or near
        start = box.end() if box else 0
        if exact is None:
            sign = "[ ]" if near is None or not near["sign"] else "[x]"
            rest = text[start:].strip()
            message = "this option has no checkbox" if near is None else f"{near[0]!r} is not a checkbox"
            self._written.report(line, column, Code.ANSWER_FORM, message, f"write `- {sign} {rest[:60]}`")
        is_key = near is not None and near["sign"] != ""
        if item.quote is not None and is_key:
            help = "move the feedback below `Why:`; if this line is part of the option, remove the `>`"
            message = "this option is correct, so feedback on it belongs in the explanation"
            self._written.report(item.quote, 0, Code.ANSWER_FORM, message, help)
        if item.quote is None and not item.is_plain:
            help = "write it as one paragraph, without lists or code blocks"
            self._written.report(line, column, Code.ANSWER_FORM, "this option is not a single paragraph", help)
        return _Entry(text[start:].strip(), line, column + start, is_key)

    def _feedback(self, start: int, end: int) -> _Feedback:
        """Return what the quotation in the lines from ``start`` to before ``end`` says about an option."""
        lines = [_QUOTE.sub("", self._body.lines[line], count=1) for line in range(start, end)]
        share = _SHARE.match(lines[0])
        if share is not None:
            lines[0] = lines[0][share.end() :]
        return _Feedback("\n".join(lines).strip(), share["percent"] if share else None, start)

    def _put_feedback(self, place: int, said: _Feedback) -> None:
        """Put ``said`` to the distractor at ``place`` of all distractors."""
        share = {} if said.percent is None else {"share": float(Decimal(said.percent) / 100)}
        text = {"feedback": said.text} if said.text or not share else {}
        self._written.data["distractors"][place] = {
            "text": self._written.data["distractors"][place], **text, **share
        }  # fmt: skip
        for name in (*text, *share):
            self._written.place(("distractors", place, name), said.line, self._body.lines[said.line].index(">"))

    def _put_list(self, name: str, entries: Sequence[_Entry]) -> None:
        if entries:
            self._written.put((name,), [entry.text for entry in entries], entries[0].line, entries[0].column)
        for number, entry in enumerate(entries):
            self._written.place((name, number), entry.line, entry.column)

    def _read_answers(self, parts: Sequence[Part], fields: Mapping[str, Any]) -> None:
        answers: list[_Entry] = []
        for part in parts:
            for line in range(part.start, part.end):
                text = self._body.lines[line]
                if not text.strip() or line in self._body.comments:
                    continue
                found = ANSWER.match(text)
                if found is None:
                    self._misplaced(line)
                    break
                rest = text[found.end() :].strip()
                answers.append(_Entry(rest, line, found.end(), found["number"] is not None))
        first, line, column = answers[0].text, answers[0].line, answers[0].column
        kind, others = fields.get("kind"), answers[1:]
        if answers[0].is_marked if kind is None else kind == "number":
            self._written.put(("kind",), "number", line, 0)
            number = read_number(first)
            if number is None:
                help = number_help(first)
                self._written.error(line, column, Code.ANSWER_FORM, f"{first!r} is not a number", help)
            for key, value in (number or {}).items():
                self._written.put((key,), value, line, column)
        elif kind in (None, "true_false") and len(answers) == 1 and first.lower() in _TRUTHS:
            self._written.put(("kind",), "true_false", line, 0)
            self._written.put(("answer",), _TRUTHS[first.lower()], line, column)
            return
        elif kind is None and not others and (truth := near_truth(first, self._heading.text)):
            help = f"write `= {truth}`; for an answer that learners type, add `kind: short` in a YAML block"
            self._written.error(line, column, Code.ANSWER_FORM, f"{first!r} is not true or false", help)
            return
        elif kind == "multiple":
            self._put_list("answers", answers)
            return
        else:
            self._written.put(("kind",), kind or "short", line, 0)
            self._written.put(("answer",), first, line, column)
        self._put_list("accept", others)

    def _read_steps(self, part: Part) -> None:
        self._written.put(("kind",), "order", part.start, 0)
        form = "`1. first step`, `2. second step`"
        items = list(self._items_only(part, f"write the steps as a numbered list: {form}"))
        if not items and not self._written.is_broken:
            help = f"write the steps below it, in the correct order: {form}"
            self._written.error(part.start, 0, Code.ANSWER_FORM, "`Order:` has no numbered list below it", help)
        steps: list[_Entry] = []
        for item in items:
            text, line, column = item_text(self._body.lines, item, part.end)
            if not item.is_plain:
                help = "write it as one paragraph, without lists or code blocks"
                self._written.report(line, column, Code.ANSWER_FORM, "this step is not a single paragraph", help)
            if len(items) == 1 and re.search(r"\s\(?2[.)]\s", text):
                help = f"begin each step on a separate line: {form}"
                self._written.error(line, column, Code.ANSWER_FORM, "all steps are on one line", help)
                return
            steps.append(_Entry(text, line, column))
        self._put_list("steps", steps)

    def _read_pairs(self, part: Part) -> None:
        self._written.put(("kind",), "match", part.start, 0)
        help = "write a two-column table: `| River | Sea |`, `| --- | --- |`, then one row for each pair"
        tables = [block for block in self._body.inside(part) if block.kind == "table"]
        if len(tables) != 1:
            near = near_table(self._body.lines, part.start, part.end, help, has_table=bool(tables))
            self._written.error(near.line, near.column, Code.ANSWER_FORM, near.message, near.help)
            return
        self._only(part, tables, "write the pairs as rows of one table")
        pairs: list[list[str]] = []
        for row in tables[0].rows:
            if row.line >= part.end:
                break
            if len(row.cells) != 2 or not self._body.lines[row.line].strip().strip("|").strip():
                column = len(self._body.lines[row.line]) - len(self._body.lines[row.line].lstrip())
                self._written.error(row.line, column, Code.ANSWER_FORM, "this row does not have two cells", help)
                continue
            if not _CELL_BORDER.search(self._body.lines[row.line].strip().removeprefix("|").removesuffix("|")):
                help_row = "write `|` between the two sides: `| left | right |`"
                self._written.error(row.line, 0, Code.ANSWER_FORM, "this row has one column instead of two", help_row)
                continue
            for side, cell in enumerate(row.cells):
                column = max(self._body.lines[row.line].find(cell.replace("|", "\\|")), 0)
                self._written.place(("pairs", len(pairs), side), row.line, column)
            self._written.place(("pairs", len(pairs)), row.line, 0)
            pairs.append([*row.cells])
        self._written.put(("pairs",), pairs, part.start, 0)

    def _items_only(self, part: Part, help: str) -> Iterator[Item]:
        lists = [block for block in self._body.inside(part) if block.kind == "list"]
        self._only(part, lists, help)
        for block in lists:
            for item in block.items:
                if item.start < part.end:
                    self._check_lines_of(item, part.end)
                    yield item

    def _check_lines_of(self, item: Item, end: int) -> None:
        """Report a line that Markdown adds to ``item``, although it is not indented and perhaps belongs elsewhere."""
        for line in range(item.start + 1, min(item.end, end)):
            text = self._body.lines[line]
            if text.strip() and not text.startswith((" ", "\t")):
                help = (
                    "if it is an explanation, begin it with `Why:`; if it belongs to the item above, indent it by "
                    "two spaces"
                )
                if self._misplaced_key(line):
                    return
                message = "Markdown treats this line as part of the item above it"
                self._written.report(line, 0, Code.MISPLACED_TEXT, message, help)
                return

    def _only(self, part: Part, blocks: Sequence[Block], help: str) -> None:
        """Report the first line of ``part`` that is not in ``blocks``."""
        inside = {line for block in blocks for line in range(block.start, block.end)}
        label = LABEL.match(self._body.lines[part.start])
        if label is not None and self._body.lines[part.start][label.end() :].strip():
            self._written.report(
                part.start, label.end(), Code.MISPLACED_TEXT, "this text is not part of the answer", help
            )
        for line in range(part.start + (label is not None), part.end):
            if self._body.lines[line].strip() and line not in inside and line not in self._body.comments:
                self._misplaced(line)
                return

    def _misplaced(self, line: int) -> None:
        if heading_without_space(self._body.lines[line]) is not None:  # which is reported
            return
        if _DEEP_HEADING.match(self._body.lines[line]):
            self._written.report(line, 0, Code.MISPLACED_TEXT, DEEP_HEADING, DEEP_HEADING_HELP)
            return
        if self._misplaced_key(line):
            return
        help = "if it is an explanation, begin it with `Why:`; if it belongs to the question, move it above the answer"
        if self._body.lines[line].startswith(">"):
            help = f"if it is feedback on the option above it, indent it by two spaces; {help}"
        self._written.report(line, 0, Code.MISPLACED_TEXT, "this text is below the answer, but is not part of it", help)

    def _misplaced_key(self, line: int) -> bool:
        """Report a line that begins with a key of the question or is almost a fence, if it is one."""
        if (key := field_key(self._body.lines[line])) is not None:
            message = f"the YAML key `{key}:` is not in a YAML block"
            self._written.report(line, 0, Code.MISPLACED_TEXT, message, IN_BLOCK)
            return True
        if (
            line + 1 < self._body.end
            and NEAR_FENCE.fullmatch(self._body.lines[line])
            and field_key(self._body.lines[line + 1])
        ):
            message = f"{self._body.lines[line].strip()} does not begin a YAML block"
            help = "write ```yaml here and ``` on the line below the last key, with three backticks"
            self._written.report(line, 0, Code.MISPLACED_TEXT, message, help)
            return True
        return False
