"""Append a question to a set's file; no existing byte is changed."""

import json
import re
from typing import Any

import yaml

from quizgen.editing.layout import Layout, LayoutError, after_comments, content_end, keeps_empty_lines, layout
from quizgen.editing.lines import after_mark
from quizgen.loading.yaml_parser import YamlError, load_yaml
from quizgen.text.yaml_scalars import block

_KEY = "questions"
_COMMENT = re.compile(r"(?<!\S)#[^\n]*")
_DASH = re.compile(r"^ *-(?=\s)", re.MULTILINE)


def append_question(text: str, question: dict[str, Any]) -> str:
    """Return ``text``, a set's file, with ``question`` as its last question.

    The list keeps its style: indentation, line ends, brackets. Raises LayoutError if that is not possible, or if the
    result does not read as the old data plus the question.
    """
    mark, plain = after_mark(text)
    lay = layout(plain)
    offset, inserted, removed = _insertion(lay, question)
    new = lay.text[:offset] + inserted + lay.text[offset + removed :]
    _prove(lay.text, new, question)
    return mark + new


def _prove(old: str, new: str, question: dict[str, Any]) -> None:
    before: Any = load_yaml(old)
    try:
        after: Any = load_yaml(new)
    except YamlError as error:
        raise LayoutError("the question cannot be inserted without changing other parts of the file") from error
    if after != {**before, _KEY: [*(before.get(_KEY) or []), question]}:
        raise LayoutError("the question cannot be inserted without changing other parts of the file")


def _insertion(lay: Layout, question: dict[str, Any]) -> tuple[int, str, int]:
    """Return the offset to insert at, the text to insert, and the number of characters to remove (an empty list)."""
    found = lay.find(_KEY)
    if found is None:
        return _without_key(lay, question)
    key, value = found
    if isinstance(value, yaml.ScalarNode):
        if value.value not in ("", "~", "null"):
            raise LayoutError("`questions` is not a list")
        return _under_key(lay, key, value, question)
    if not isinstance(value, yaml.SequenceNode):
        raise LayoutError("`questions` is not a list")
    if value.start_mark.index < key.start_mark.index:
        raise LayoutError("the list of questions is a YAML alias")
    if value.flow_style:
        return _in_brackets(lay, key, value, question)
    return _below_items(lay, value, question)


def _without_key(lay: Layout, question: dict[str, Any]) -> tuple[int, str, int]:
    if lay.root.flow_style:  # a file in JSON style
        ends_in_comma = lay.text[: lay.root.end_mark.index - 1].rstrip().endswith(",")
        comma = ", " if lay.root.value and not ends_in_comma else ""
        return lay.root.end_mark.index - 1, f"{comma}{json.dumps(_KEY)}: [{_flow(question)}]", 0
    end: int = lay.root.end_mark.index
    # The last line of the text may lack its line break.
    head = "" if end == 0 or lay.text[end - 1] == "\n" else lay.newline
    indent = " " * lay.root.start_mark.column
    return end, head + _lines(lay, [f"{indent}{_KEY}:", *_item(question, indent + "  ")]), 0


def _under_key(lay: Layout, key: Any, value: Any, question: dict[str, Any]) -> tuple[int, str, int]:
    """Insert below an empty ``questions:`` and below the comments that explain it."""
    if lay.root.flow_style:
        raise LayoutError("`questions` is empty; write [] after it")
    if value.value:
        raise LayoutError(f"`questions` is {value.value}, not a list of questions; remove that value")
    end = after_comments(lay, lay.line_end(key.end_mark.index), key.start_mark.column)
    head = "" if lay.text[end - 1] == "\n" else lay.newline
    return end, head + _lines(lay, _item(question, " " * (key.start_mark.column + 2))), 0


def _in_brackets(lay: Layout, key: Any, value: Any, question: dict[str, Any]) -> tuple[int, str, int]:
    start, end = value.start_mark.index, value.end_mark.index
    inside = lay.text[start + 1 : end - 1]
    if not value.value and not inside.strip() and not lay.root.flow_style:
        return _instead_of_brackets(lay, key, start, end, question)
    if "\n" in inside:  # one item per line, perhaps with comments
        return _on_a_line(lay, value, end - 1, question)
    body = inside.rstrip()
    comma = "" if not value.value or body.endswith(",") else ","
    return start + 1 + len(body), f"{comma}{' ' if body else ''}{_flow(question)}", 0


def _on_a_line(lay: Layout, value: Any, end: int, question: dict[str, Any]) -> tuple[int, str, int]:
    """Insert a line before the bracket at ``end``; a comma that the last item lacks goes right after that item."""
    behind = value.value[-1].end_mark.index if value.value else value.start_mark.index + 1
    rest = lay.text[behind:end].rstrip()
    comma = "" if not value.value or _COMMENT.sub("", rest).lstrip().startswith(",") else ","
    column = value.value[-1].start_mark.column if value.value else 2
    return behind, f"{comma}{rest}{lay.newline}{' ' * column}{_flow(question)}", len(rest)


def _instead_of_brackets(lay: Layout, key: Any, start: int, end: int, question: dict[str, Any]) -> tuple[int, str, int]:
    rest = lay.text[end : lay.line_end(end)]  # a comment, perhaps
    tail = rest.rstrip("\r\n")
    lines = _lines(lay, _item(question, " " * (key.start_mark.column + 2)))
    space = len(lay.text[:start]) - len(lay.text[:start].rstrip(" "))
    return start - space, f"{tail}{lay.newline}{lines}", space + end - start + len(rest)


def _below_items(lay: Layout, value: Any, question: dict[str, Any]) -> tuple[int, str, int]:
    column, last = _dash_column(lay, value), value.value[-1]
    end = content_end(lay, last)
    end = after_comments(lay, end, max(0, column - 1))
    head = "" if lay.text[end - 1] == "\n" else lay.newline
    # Keep the empty lines between questions.
    above = lay.line(lay.line_start(last.start_mark.index) - 1)
    apart = len(value.value) > 1 and not above.strip() and not head and not keeps_empty_lines(lay, last)
    before = lay.text[lay.line_start(last.start_mark.index) : last.start_mark.index]
    same_line = before[column:].strip(" ") == "-"  # else the item begins below its dash, or is an alias
    gap = last.start_mark.column - column if same_line else 2
    return end, head + (lay.newline if apart else "") + _lines(lay, _item(question, " " * column, gap)), 0


def _dash_column(lay: Layout, value: Any) -> int:
    """Return the column of the list's dashes; an anchor or a tag may come before them."""
    start = value.start_mark
    dash = _DASH.search(lay.text, lay.line_end(start.index)) if lay.text[start.index] != "-" else None
    return dash.end() - dash.start() - 1 if dash else start.column


def _item(question: dict[str, Any], indent: str, gap: int = 2) -> list[str]:
    first, *rest = block(question)
    return [f"{indent}-{' ' * (gap - 1)}{first}", *(f"{indent}{' ' * gap}{line}".rstrip() for line in rest)]


def _flow(question: dict[str, Any]) -> str:
    return json.dumps(question, ensure_ascii=False)


def _lines(lay: Layout, lines: list[str]) -> str:
    return "".join(line + lay.newline for line in lines)
