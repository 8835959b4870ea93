"""The line and column of each part of a YAML text: PyYAML composes nodes with their positions (yaml-rs keeps none).

PyYAML reads YAML 1.1. What 1.2 reads differently is replaced character by character, so that every position is kept.
Composing a text takes several times as long as reading it, so of a list only the items that are asked for are composed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from operator import itemgetter
from types import MappingProxyType
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
    """Line and column (from 1) of every key and value in ``text``, which begins at ``first_line`` of its file.

    ``lengths`` are the lengths of the lists at the top level, by key, if they are known.
    """

    def __init__(self, text: str, first_line: int = 1, lengths: Mapping[str, int] = MappingProxyType({})) -> None:
        self._text = text
        self._above = first_line - 1
        self._lists = {key: _BlockList(text, key, length) for key, length in lengths.items()}

    @cached_property
    def _root(self) -> Any:
        try:
            return compose(self._text)
        except yaml.YAMLError:
            return None  # diagnostics then point at the start of the file

    @cached_property
    def _without_items(self) -> Any:
        """The root of the text without the items of its lists, whose lines are empty; the one of the complete text if
        the rest is not YAML on its own.
        """
        rest, end = [], 0
        for first, last in sorted(block.span for block in self._lists.values()):
            rest += [self._text[end:first], "\n" * self._text.count("\n", first, last)]
            end = max(end, last)
        try:
            return compose("".join((*rest, self._text[end:]))) if end else self._root
        except yaml.YAMLError:  # an alias of an item
            return self._root

    def of(self, path: DataPath, *, key: bool = False) -> tuple[int, int]:
        """Return the position of the value (or key) at ``path``, or of the last part of the path that exists."""
        if path and (block := self._lists.get(str(path[0]))) is not None:
            place = block.place(path[1:], key=key)
            if place is not None:
                return self._above + place[0], place[1]
        root = self._root if len(path) > 1 and str(path[0]) in self._lists else self._without_items
        return self._start(_last_node(root, path, key=key))

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

    def plain_scalars(self, shape: re.Pattern[str], near: Iterable[int]) -> Iterator[tuple[DataPath, str, int, int]]:
        """Yield every unquoted value that matches ``shape``: (path, as written, line, column).

        ``near`` are the offsets in the text of all that may be such a value. What is not near them may be left out.
        """
        for at, root, above in self._roots(near):
            for path, node in _paths(root):
                if isinstance(node, yaml.ScalarNode) and not node.style and shape.fullmatch(node.value):
                    line, column = self._start(node)
                    yield (*at, *path), node.value, above + line, column

    def _roots(self, near: Iterable[int]) -> list[tuple[DataPath, Any, int]]:
        """Return path, root and lines above of each item of a list at the offsets ``near``, or of the complete text."""
        found: dict[DataPath, tuple[DataPath, Any, int]] = {}
        for offset in near:
            for key, block in self._lists.items():
                if (item := block.item_at(offset)) is not None and (root := block.composed(item)) is not None:
                    found[key, item] = (key, item), root.value[0], block.line_of(item) - 1
                    break
            else:
                return [((), self._root, 0)]
        return list(found.values())

    def has(self, key: str | int) -> bool:
        """Return whether the text has ``key`` at its top level."""
        return self._without_items is not None and _child(self._without_items, key) is not None

    def _start(self, node: Any) -> tuple[int, int]:
        return (1, 1) if node is None else (self._above + node.start_mark.line + 1, node.start_mark.column + 1)

    def _nodes(self) -> Iterator[Any]:
        return (node for _, node in _paths(self._root))


class _BlockList:
    """A list of ``length`` items below ``key``, at the top level of a text, with each dash at the start of a line."""

    def __init__(self, text: str, key: str, length: int) -> None:
        self._text = text
        self._key = key
        self._length = length
        self._composed: dict[int, Any] = {}

    @property
    def span(self) -> tuple[int, int]:
        """The offsets of the first item and of what follows the list; both are 0 if they are not certain."""
        return (self._items[0][0], self._items[-1][0]) if self._length and self._items else (0, 0)

    def place(self, path: DataPath, *, key: bool) -> tuple[int, int] | None:
        """Return the line and column of what is at ``path`` in the list; None if the text must be composed for it."""
        if not path and not key and self.span[1]:
            start, line = self._items[0]
            return line, self._text.index("-", start) - start + 1
        index, path = path[0] if path else None, path[1:]
        if not isinstance(index, int) or not 0 <= index < len(self._items) - 1:
            return None
        start, line = self._items[index]
        if not path and (found := _PLAIN_ITEM.match(self._text, start)) is not None:
            return line, found.end() - start + 1
        if (root := self.composed(index)) is None:
            return None
        mark = _last_node(root, (0, *path), key=key).start_mark
        return line + mark.line, mark.column + 1

    def item_at(self, offset: int) -> int | None:
        """Return the index of the item that has the character at ``offset``; None if that is not certain."""
        at = bisect_right(self._items, offset, key=itemgetter(0)) - 1
        return at if 0 <= at < len(self._items) - 1 else None

    def line_of(self, index: int) -> int:
        """Return the line of an item, whose index ``item_at`` has returned."""
        return self._items[index][1]

    def composed(self, index: int) -> Any:
        """Return the root node of the list that has only this item; None if it is not YAML on its own."""
        if index not in self._composed:
            try:
                root = compose(self._text[self._items[index][0] : self._items[index + 1][0]])
            except yaml.YAMLError:  # an alias of an earlier item
                root = None
            self._composed[index] = root
        return self._composed[index]

    @cached_property
    def _items(self) -> list[tuple[int, int]]:
        """The offset and the line of each item, and of what follows the list; empty if they are not certain.

        They are certain if there are as many as the list has items: every item has a dash in the column of the first
        one, and a dash in that column within a text would be one more.
        """
        text = self._text
        heads = list(re.finditer(rf"^{re.escape(self._key)}: *(?:#.*)?\n(?: *(?:#.*)?\n)*(?= *- )", text, re.MULTILINE))
        if len(heads) != 1 or "\t" in text or "\r" in text:
            return []
        first = heads[0].end()
        dash = text.index("-", first)
        below = _TOP_LEVEL.search(text, dash + 1)
        end = below.start() if below is not None else len(text)
        starts = [
            found.start()
            for found in re.compile(rf"^ {{{dash - first}}}-(?= |$)", re.MULTILINE).finditer(text, first, end)
        ]
        if len(starts) != self._length:
            return []
        items, line, before = [], 1, 0
        for start in (*starts, end):
            line += text.count("\n", before, start)
            items.append((start, line))
            before = start
        return items


_PLAIN_ITEM = re.compile(r" *- +(?=[A-Za-z{])")
"""The beginning of an item that begins right after its dash."""
_TOP_LEVEL = re.compile(r"^(?![ #\n]|- |-$)", re.MULTILINE)
"""The beginning of a line that is not part of a list below a key."""


def _paths(root: Any) -> Iterator[tuple[DataPath, Any]]:
    """Yield every node below ``root`` with its path; nothing if there is no root."""
    # An alias is the same node again; visiting each node once keeps the walk finite.
    stack: list[tuple[DataPath, Any]] = [((), root)] if root is not None else []
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


def _last_node(node: Any, path: DataPath, *, key: bool) -> Any:
    """Return the node of the value (or key) at ``path`` below ``node``, or of the last part of the path that exists."""
    place = node
    for step in path:
        found = _child(node, step)
        if found is None:
            break
        key_node, node = found
        place = key_node if key and key_node is not None else node
    return place


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
