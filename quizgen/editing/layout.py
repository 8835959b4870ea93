"""A YAML text with the position of every part, for edits that leave the rest as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from quizgen.editing.lines import newline_of
from quizgen.errors import QuizgenError
from quizgen.loading.positions import compose


class LayoutError(QuizgenError):
    """The text cannot be edited without changing other parts; the message tells authors why."""


@dataclass(frozen=True, slots=True)
class Layout:
    """``text`` (without byte order mark), its root mapping as a PyYAML node, and its line ends."""

    text: str
    root: Any

    @property
    def newline(self) -> str:
        """The line end of most lines."""
        return newline_of(self.text)

    def find(self, key: str) -> tuple[Any, Any] | None:
        """Return the nodes of a top-level key and its value."""
        return next((pair for pair in self.root.value if pair[0].value == key), None)

    def line_start(self, offset: int) -> int:
        """Return the offset of the start of the line that contains ``offset``."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset after the line that contains ``offset``, with its line break."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def line(self, offset: int) -> str:
        """Return the line that contains ``offset``, without its line break."""
        return self.text[self.line_start(offset) : self.line_end(offset)].rstrip("\r\n")


def layout(text: str) -> Layout:
    """Return the layout of ``text``; raise LayoutError if PyYAML cannot parse it or it is not a mapping."""
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        raise LayoutError("its YAML is written in a form that quizgen cannot edit") from error
    if not isinstance(root, yaml.MappingNode):
        raise LayoutError("it does not begin with keys such as `id:`")
    return Layout(text, root)


def nodes_of(root: Any) -> Iterator[Any]:
    """Yield ``root`` and every node below it, each once, however many aliases it has."""
    stack, seen = [root], set()
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.MappingNode):
            stack.extend(part for pair in node.value for part in pair)
        elif isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)


def content_end(lay: Layout, node: Any) -> int:
    """Return the offset after the last line of ``node``, with its line break; comments below it do not count.

    For PyYAML a block ends where the next node begins, so this looks for the last scalar in it.
    """
    last = _last_leaf(node)
    end: int = last.end_mark.index
    if keeps_empty_lines(lay, node):
        return end
    if isinstance(last, yaml.ScalarNode) and last.style in ("|", ">"):
        start = last.start_mark.index
        return lay.line_end(start + len(lay.text[start:end].rstrip(" \t\r\n")))
    return lay.line_end(end)


def keeps_empty_lines(lay: Layout, node: Any) -> bool:
    """Return whether empty lines below ``node`` belong to it: it ends in a text such as ``|+``."""
    last = _last_leaf(node)
    if not isinstance(last, yaml.ScalarNode) or last.style not in ("|", ">"):
        return False
    header = lay.text[last.start_mark.index : lay.line_end(last.start_mark.index)]
    return "+" in header.partition("#")[0]


def _last_leaf(node: Any) -> Any:
    while node.value and not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        if isinstance(node, yaml.MappingNode):
            key, value = node.value[-1]
            if value.start_mark.index < key.start_mark.index:  # an alias, whose node is elsewhere
                return key
            node = value
        else:
            node = node.value[-1]
    return node


_COMMENT = re.compile(r"[ \t]*#")


def after_comments(lay: Layout, offset: int, deeper_than: int) -> int:
    """Return ``offset`` (a line's start) moved below the comments there that are indented more than ``deeper_than``."""
    here = below = offset
    while here < len(lay.text):
        line = lay.line(here)
        if _COMMENT.match(line) and len(line) - len(line.lstrip()) > deeper_than:
            below = lay.line_end(here)
        elif line.strip():
            break
        here = lay.line_end(here)
    return below


def has_text(value: Any) -> bool:
    """Return whether the node ``value`` is written out, rather than left empty after its key."""
    return not isinstance(value, yaml.ScalarNode) or bool(value.value) or bool(value.style)
