"""The line and column of each part of a YAML text: PyYAML composes nodes with their positions (yaml-rs keeps none).

PyYAML reads YAML 1.1. What 1.2 reads differently is replaced character by character, so that every position is kept.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from quizgen.questions.problem import DataPath

# Tabs that YAML 1.2 treats as space: on blank lines, before a comment, after a dash.
_TABS = re.compile(r"^[ \t]*(?=\r?$|#)|^ *(?:-[ \t]+)+", re.MULTILINE)
# Characters that 1.1 rejects or treats as line breaks.
_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


def compose(text: str) -> Any:
    """Return the root node of ``text``. Positions are exact; values may differ in tabs and control characters.

    Raises yaml.YAMLError if PyYAML cannot parse the text.
    """
    if "\t" in text:
        text = _TABS.sub(lambda found: found[0].replace("\t", " "), text)
    return yaml.compose(_CONTROL.sub("_", text), Loader=_loader())


@cache
def _loader() -> Any:
    """Return a loader that does not look for the type of each value, which would take a third of the time."""

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
            return ""

    return Loader


class Positions:
    """Line and column (from 1) of every key and value in ``text``, which begins at ``first_line`` of its file."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._above = first_line - 1
        try:
            self._root: Any = compose(text)
        except yaml.YAMLError:
            self._root = None  # diagnostics then point at the start of the file

    def of(self, path: DataPath, *, key: bool = False) -> tuple[int, int]:
        """Return the position of the value (or key) at ``path``, or of the last part of the path that exists."""
        node, place = self._root, self._root
        for step in path:
            found = _child(node, step)
            if found is None:
                return self._start(place)
            key_node, node = found
            place = key_node if key and key_node is not None else node
        return self._start(place)

    def duplicates(self) -> list[tuple[str, int, int]]:
        """Return every repeated key of a mapping: (key, line, column)."""
        found: list[tuple[str, int, int]] = []
        for node in self._nodes():
            if isinstance(node, yaml.MappingNode):
                seen: set[str] = set()
                for key, _ in node.value:
                    if isinstance(key, yaml.ScalarNode) and key.value in seen:
                        found.append((key.value, *self._start(key)))
                    elif isinstance(key, yaml.ScalarNode):
                        seen.add(key.value)
        return found

    def nested_key(self) -> tuple[int, int]:
        """Return the place of the first key that is itself a list or a mapping."""
        keys = (
            self._start(key)
            for node in self._nodes()
            if isinstance(node, yaml.MappingNode)
            for key, _ in node.value
            if not isinstance(key, yaml.ScalarNode)
        )
        return min(keys, default=(1, 1))

    def plain_scalars(self, shape: re.Pattern[str]) -> Iterator[tuple[DataPath, str, int, int]]:
        """Yield every unquoted value that matches ``shape``: (path, as written, line, column)."""
        for path, node in self._paths():
            if isinstance(node, yaml.ScalarNode) and not node.style and shape.fullmatch(node.value):
                yield (path, node.value, *self._start(node))

    def has(self, key: str | int) -> bool:
        """Return whether the text has ``key`` at its top level."""
        return self._root is not None and _child(self._root, key) is not None

    def _start(self, node: Any) -> tuple[int, int]:
        return (1, 1) if node is None else (self._above + node.start_mark.line + 1, node.start_mark.column + 1)

    def _nodes(self) -> Iterator[Any]:
        return (node for _, node in self._paths())

    def _paths(self) -> Iterator[tuple[DataPath, Any]]:
        # An alias is the same node again; visiting each node once keeps the walk finite.
        stack: list[tuple[DataPath, Any]] = [((), self._root)] if self._root is not None else []
        seen: set[int] = set()
        while stack:
            path, node = stack.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            yield path, node
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    stack.append(((*path, key.value if isinstance(key, yaml.ScalarNode) else ""), value))
            elif isinstance(node, yaml.SequenceNode):
                stack.extend(((*path, index), item) for index, item in enumerate(node.value))


def _child(node: Any, step: str | int) -> tuple[Any, Any] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return None, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
        # In a mapping that a model reads as a list of pairs, a step is the number of a pair.
        if isinstance(step, int) and 0 <= step < len(node.value):
            key, value = node.value[step]
            return key, value
    return None
