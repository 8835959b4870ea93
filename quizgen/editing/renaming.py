"""Give a set or a question another id: the old one goes to `formerly`, and no other line changes.

With `formerly`, learners keep their history, and Anki recognizes its notes.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from quizgen.editing.insertion import Insertion, inserted
from quizgen.editing.layout import LayoutError, content_end, layout
from quizgen.editing.lines import after_mark, lines_of, newline_of
from quizgen.loading.document import document_of
from quizgen.questions.problem import DataPath
from quizgen.text.yaml_scalars import flow, scalar

_Edit = Callable[[str, DataPath], str]
"""Returns a YAML text with a change in the mapping at a path."""


def with_set_id(path: Path, text: str, new: str) -> str:
    """Return ``text``, the content of the set's file ``path``, with the id ``new`` for the set. Raises LayoutError."""
    mark, plain = after_mark(text)
    old = document_of(path, plain).data
    names = [*_listed(old.get("formerly")), str(old["id"])]
    after = _edited(path, plain, (), lambda part, at: _with_value(part, (*at, "id"), new))
    after = _edited(path, after, (), lambda part, at: _with_names(part, at, names))
    _prove({**old, "id": new, "formerly": names}, document_of(path, after).data)
    return mark + after


def with_question_id(path: Path, text: str, old: str, new: str) -> str:
    """Return ``text``, the content of the set's file ``path``, with the id ``new`` for the question ``old``.

    Questions that name the old id as their point name the new one. Raises LayoutError.
    """
    mark, after = after_mark(text)
    data = document_of(path, after).data
    expected = [dict(question) for question in data["questions"]]
    for number, question in enumerate(expected):
        at: DataPath = ("questions", number)
        if str(question.get("id")) == old:
            # The note in Anki has the oldest id; the history may have any.
            names = [*_listed(data.get("formerly")), str(data["id"])]
            names = list(dict.fromkeys([*_listed(question.get("formerly")), *(f"{name}/{old}" for name in names)]))
            question |= {"id": new, "formerly": names}
            after = _with_id(path, after, number, new)
            after = _edited(path, after, at, lambda part, at, names=names: _with_names(part, at, names))  # type: ignore[misc]
        if old in (points := _listed(question.get("point"))):
            renamed = [new if point == old else point for point in points]
            question["point"] = renamed
            after = _edited(path, after, at, lambda part, at, value=renamed: _with_value(part, (*at, "point"), value))  # type: ignore[misc]
    _prove({**data, "questions": expected}, document_of(path, after).data)
    return mark + after


def _with_id(path: Path, text: str, number: int, new: str) -> str:
    document = document_of(path, text)
    at: DataPath = ("questions", number, "id")
    if document.markdown is None or at not in document.markdown.places:
        return _edited(path, text, at[:2], lambda part, at: _with_value(part, (*at, "id"), new))
    lines = lines_of(text)
    line, column = document.markdown.places[at]
    row = lines[line - 1]
    end = row.index("}", column - 1)
    lines[line - 1] = f"{row[: column - 1]}{new}{row[end:]}"
    return "".join(lines)


def _edited(path: Path, text: str, at: DataPath, edit: _Edit) -> str:
    """Return ``text`` with ``edit`` applied to the YAML that has the fields of the set or question at ``at``."""
    document = document_of(path, text)
    if document.markdown is None:
        return edit(text, at)
    lines = lines_of(text)
    part = next((part for part in document.yaml_parts if part.at == at), None)
    if part is None:
        return _with_block(lines, int(at[1]), edit("", ()))
    first = part.first_line - 1
    number = len(part.text.rstrip("\n").split("\n"))
    old = "".join(lines[first : first + number])
    if old.replace("\r\n", "\n").rstrip("\n") != part.text.rstrip("\n"):
        raise LayoutError("its YAML block is indented")
    new = edit(old, ())
    return "".join([*lines[:first], new, *lines[first + number :]])


def _with_block(lines: list[str], number: int, fields: str) -> str:
    """Return the lines with a YAML block at the end of question ``number``."""
    from quizgen.loading.markdown.sections import sections_of

    sections, _ = sections_of([line.rstrip("\r\n") for line in lines])
    questions = [section for section in sections if section.heading is not None and section.heading.level == 3]
    end = questions[number].end
    while not lines[end - 1].strip() or set(lines[end - 1].strip()) in ({"-"}, {"*"}, {"_"}):
        end -= 1
    newline = newline_of("".join(lines))
    head = "" if lines[end - 1].endswith(("\n", "\r")) else newline
    block = f"{head}\n```yaml\n{fields}```\n".replace("\r\n", "\n").replace("\n", newline)
    return "".join([*lines[:end], block, *lines[end:]])


def _with_names(text: str, at: DataPath, names: list[str]) -> str:
    if not text:
        return f"formerly: {flow(names)}\n"
    if _node(text, (*at, "formerly")) is not None:
        return _with_value(text, (*at, "formerly"), names)
    return inserted(text, [Insertion(at, "formerly", names, after=("id", "title", "guid", "retired"))])


def _with_value(text: str, at: DataPath, value: Any) -> str:
    """Return ``text``, a YAML text, with ``value`` in place of the one at ``at``."""
    found = _node(text, at)
    if found is None:
        raise LayoutError(f"it has no key `{at[-1]}`")
    key, node = found
    start, end = node.start_mark.index, node.end_mark.index
    written = scalar(value) if isinstance(value, str) else flow(value)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        lay = layout(text)
        return f"{text[: key.end_mark.index]}: {written}{lay.newline}{text[content_end(lay, node) :]}"
    if start < key.start_mark.index or (isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")):
        raise LayoutError(f"`{at[-1]}` is written as a block or an alias")
    return f"{text[:start]}{written}{text[end:]}"


def _node(text: str, at: DataPath) -> tuple[Any, Any] | None:
    """Return the nodes of the key at the end of ``at`` and of its value; None if there is no such key."""
    node: Any = layout(text).root
    key: Any = None
    for step in at:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            key, node = next((pair for pair in node.value if pair[0].value == step), (None, None))
        if node is None:
            return None
    return key, node


def _listed(value: Any) -> list[str]:
    return [str(value)] if isinstance(value, str) else [str(one) for one in value or ()]


def _prove(expected: dict[str, Any], read: dict[str, Any]) -> None:
    # A single point or tag may be written without brackets.
    if json.dumps(_normal(expected), default=str) != json.dumps(_normal(read), default=str):
        raise LayoutError("the id cannot be changed without changing other parts of the file")


def _normal(data: dict[str, Any]) -> Any:
    questions = [
        {key: _listed(value) if key == "point" else value for key, value in sorted(question.items())}
        for question in data.get("questions", ())
    ]
    return {**dict(sorted(data.items())), "questions": questions}
