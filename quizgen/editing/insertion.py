"""Insert keys into an author's YAML file; no existing byte is changed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from quizgen.editing.layout import Layout, LayoutError, content_end, has_text, layout
from quizgen.editing.lines import after_mark
from quizgen.loading.yaml_parser import YamlError, load_yaml
from quizgen.questions.problem import DataPath
from quizgen.text.yaml_scalars import block, flow

_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Insertion:
    """A ``key`` with its ``value`` to add to the mapping at ``path``.

    It goes after the last key in ``after`` that the mapping has, or at the end of the mapping.
    """

    path: DataPath
    key: str
    value: Any
    after: tuple[str, ...] = ()


def inserted(text: str, insertions: Sequence[Insertion]) -> str:
    """Return ``text`` with all ``insertions``, each in the style of the mapping that it goes into.

    Raises LayoutError if that cannot be done without changing what is there.
    """
    mark, plain = after_mark(text)
    lay = layout(plain)
    pieces, here = [mark], 0
    for offset, new in sorted((_edit(lay, one) for one in insertions), key=lambda edit: edit[0]):
        pieces += (lay.text[here:offset], new)
        here = offset
    after = "".join((*pieces, lay.text[here:]))
    _prove(lay.text, after.removeprefix(mark), insertions)
    return after


def _prove(old: str, new: str, insertions: Sequence[Insertion]) -> None:
    expected: Any = load_yaml(old)
    for one in insertions:
        owner = expected
        for step in one.path:
            owner = owner[step]
        owner[one.key] = json.loads(json.dumps(one.value))  # tuples are lists in YAML
    try:
        read = load_yaml(new)
    except YamlError as error:
        raise LayoutError("the new keys cannot be inserted without changing other parts of the file") from error
    if read != expected:
        raise LayoutError("the new keys cannot be inserted without changing other parts of the file")


def _edit(lay: Layout, one: Insertion) -> tuple[int, str]:
    """Return the offset at which to insert, and what."""
    mapping = _node_at(lay, one.path)
    if not mapping.value:
        raise LayoutError("it has empty braces where keys are expected")
    key, value = _last_of(mapping, one.after)
    if mapping.flow_style:
        end = max(key.end_mark.index, value.end_mark.index)
        return end, f", {one.key}: {flow(one.value)}"
    end = content_end(lay, value if has_text(value) else key)
    start = "" if end and lay.text[end - 1] == "\n" else lay.newline
    indent = " " * mapping.start_mark.column
    gap = lay.newline if not one.path else ""  # the parts of a file are separated by empty lines
    short = f"{one.key}: {flow(one.value)}"
    is_short = isinstance(one.value, dict) and len(indent) + len(short) <= _WIDTH
    lines = (f"{indent}{line}".rstrip() for line in ([short] if is_short else block({one.key: one.value})))
    return end, start + gap + "".join(f"{line}{lay.newline}" for line in lines)


def _last_of(mapping: Any, keys: Sequence[str]) -> tuple[Any, Any]:
    pairs: list[tuple[Any, Any]] = mapping.value
    found = [pair for pair in pairs if pair[0].value in keys]
    return found[-1] if found else pairs[-1]


def _node_at(lay: Layout, path: DataPath) -> Any:
    node: Any = lay.root
    for step in path:
        parent, node = node, _child(node, step)
        if node.start_mark.index < parent.start_mark.index:
            raise LayoutError("part of it is a YAML alias")
    if not isinstance(node, yaml.MappingNode):
        raise LayoutError("it has a list or a single value where keys are expected")
    return node


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next(value for key, value in node.value if key.value == step)
    raise LayoutError("it has a list or a single value where keys are expected")
