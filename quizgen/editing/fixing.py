"""Tidy an author's file without changing its data: missing ids, the order of keys and of options that are numbers,
spaces at line ends, and paragraph numbers that a quote determines. Comments stay with what they belong to; if that is
not possible, the item is unchanged.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any, NamedTuple

import yaml

from quizgen.editing.ids import fresh_id
from quizgen.editing.layout import Layout, LayoutError, content_end, has_text, layout, nodes_of
from quizgen.editing.lines import after_mark
from quizgen.editing.recording import with_paragraph_numbers
from quizgen.facts.article import Article
from quizgen.facts.citations import quote_corrections
from quizgen.loading.recovery import Salvaged, salvaged
from quizgen.loading.yaml_parser import YamlError, load_yaml
from quizgen.text.amounts import in_order, is_disordered
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.yaml_scalars import scalar

_QUESTION_KEYS = (
    "id kind topic fact facts point priority stem text answer answers accept type unit tolerance range distractors"
    " options shuffle pin_last steps pairs hint explanation image citation attribution tags guid retired formerly lint"
).split()
_FACT_KEYS = (
    "id topic statement attribution citation derived priority cloze true_false explanation ask when tags todo lint"
).split()
_LISTS = {"questions": _QUESTION_KEYS, "facts": _FACT_KEYS}
_SPACE = " \t"
_ANY_ID = lazy_pattern(r"\bid: *([\w.-]+)")
"""An id, also in an item that cannot be read."""


class Edit(NamedTuple):
    """Replace the text from ``start`` to ``end`` with ``new``."""

    start: int
    end: int
    new: str


def fixed(text: str, taken: Collection[str], article: Article | None = None) -> str:
    """Return ``text``, a set's or a seed's file, tidied; ``taken`` are ids that cannot be used again.

    ``article`` is the seed's own text, if available. The result reads as the same data, except for new ids, the
    order of options that are shown in ascending order, and the paragraph numbers that quotes determine. Raises
    LayoutError if the text cannot be edited line by line.
    """
    mark, plain = after_mark(text)
    lay = layout(plain)
    lay = _applied(lay, list(_trimmed(lay)), _same)
    lay = _applied(lay, list(_with_ids(lay, taken)), _same_but_ids)
    lay = _applied(lay, list(_in_order(lay)), _same)
    lay = _applied(lay, list(_ascending(lay)), _same_but_order)
    if article is not None:
        lay = _with_numbers(lay, article)
    return mark + lay.text


def with_missing_ids(broken: Salvaged, text: str, taken: Collection[str]) -> str:
    """Return ``text``, the YAML file that ``broken`` was read from, with the ids that its readable items lack.

    Nothing else changes. Raises LayoutError if the text cannot be edited line by line.
    """
    mark, plain = after_mark(text)
    lay = layout(broken.document.text)  # the same lines, but those that cannot be read are empty or in quotes
    lines, old = plain.split("\n"), lay.text.split("\n")
    for edit in sorted(_with_ids(lay, {*taken, *_ANY_ID.findall(plain)}), reverse=True):
        at, column = lay.text.count("\n", 0, edit.start), edit.start - lay.line_start(edit.start)
        if lines[at][:column] == old[at][:column]:
            lines[at] = lines[at][:column] + edit.new + lines[at][column:]
    new = "\n".join(lines)
    after = salvaged(broken.document.path, new)
    if len(after.diagnostics) != len(broken.diagnostics) or not _same_but_ids(
        broken.document.data, after.document.data
    ):
        raise LayoutError("its errors do not allow it to be edited")
    return mark + new


def _applied(lay: Layout, edits: list[Edit], holds: Callable[[Any, Any], bool]) -> Layout:
    """Apply all ``edits``; if the result reads as other data, apply only those that are harmless."""
    if not edits:
        return lay
    new = _edited(lay.text, edits)
    if _proven(lay.text, new, holds):
        return layout(new)
    kept: list[Edit] = []
    for edit in edits:
        if _proven(lay.text, _edited(lay.text, [*kept, edit]), holds):
            kept.append(edit)
    return layout(_edited(lay.text, kept))


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces, here = [], 0
    for edit in sorted(edits):
        pieces += [text[here : edit.start], edit.new]
        here = edit.end
    return "".join((*pieces, text[here:]))


def _proven(old: str, new: str, holds: Callable[[Any, Any], bool]) -> bool:
    try:
        before, after = (load_yaml(text) for text in (old, new))
        layout(new)
    except (YamlError, LayoutError):
        return False
    return holds(before, after)


def _same(before: Any, after: Any) -> bool:
    return bool(_normal(before) == _normal(after))


def _same_but_ids(before: Any, after: Any) -> bool:
    for name in _LISTS:
        for old, new in zip(_items(before, name), _items(after, name), strict=False):
            if isinstance(old, dict) and isinstance(new, dict) and "id" not in old:
                new.pop("id", None)
    return _same(before, after)


def _same_but_order(before: Any, after: Any) -> bool:
    return _same(_with_sorted_options(before), _with_sorted_options(after))


def _with_sorted_options(data: Any) -> Any:
    questions = [
        {**item, "options": sorted(item["options"], key=repr)}
        if isinstance(item, dict) and isinstance(item.get("options"), list)
        else item
        for item in _items(data, "questions")
    ]
    return {**data, "questions": questions} if questions else data


def _items(data: Any, name: str) -> list[Any]:
    items = data.get(name)
    return items if isinstance(items, list) else []


def _normal(data: Any) -> Any:
    """Normalize ``data`` so that only differences in the order of an item's keys are ignored."""
    top = {name: json.dumps(value) for name, value in data.items() if name not in _LISTS}
    lists = {name: [_normal_item(item) for item in _items(data, name)] for name in _LISTS}
    return top, list(top), lists


def _normal_item(item: Any) -> Any:
    return {key: json.dumps(value) for key, value in item.items()} if isinstance(item, dict) else json.dumps(item)


def _with_numbers(lay: Layout, article: Article) -> Layout:
    """Correct the paragraph numbers that quotes determine, except those that cannot be inserted."""
    text = lay.text
    for path, number in list(quote_corrections(load_yaml(text), article)):
        with suppress(LayoutError):
            text = with_paragraph_numbers(text, {path: number})
    return layout(text)


def _trimmed(lay: Layout) -> Iterator[Edit]:
    """Yield edits that trim line ends, except inside multi-line texts, where spaces may be meant."""
    inside: set[int] = set()
    for node in nodes_of(lay.root):
        if isinstance(node, yaml.ScalarNode) and node.end_mark.line > node.start_mark.line:
            first = node.start_mark.line + (node.style in ("|", ">"))
            inside.update(range(first, node.end_mark.line))
    at = 0
    for number, line in enumerate(lay.text.splitlines(keepends=True)):
        body = line.rstrip("\r\n")
        bare = body.rstrip(_SPACE)
        if bare != body and number not in inside:
            yield Edit(at + len(bare), at + len(body), "")
        at += len(line)


def _mappings(lay: Layout) -> Iterator[tuple[Any, list[str]]]:
    """Yield the node of every question and fact, each with the order of its keys."""
    for name, keys in _LISTS.items():
        found = lay.find(name)
        if found is not None and isinstance(found[1], yaml.SequenceNode):
            yield from ((item, keys) for item in found[1].value if isinstance(item, yaml.MappingNode) and item.value)


def _with_ids(lay: Layout, taken: Collection[str]) -> Iterator[Edit]:
    used = set(taken)
    for item, keys in _mappings(lay):
        values = {key.value: value.value for key, value in item.value if isinstance(value, yaml.ScalarNode)}
        if "id" in {key.value for key, _ in item.value}:
            continue
        words = next((values[key] for key in ("stem", "text", "statement") if values.get(key)), "")
        name = fresh_id(words, used, "fact" if keys is _FACT_KEYS else "question")
        used.add(name)
        at = item.value[0][0].start_mark
        after = ", " if item.flow_style else lay.newline + " " * at.column
        yield Edit(at.index, at.index, f"id: {scalar(name)}{after}")


def _in_order(lay: Layout) -> Iterator[Edit]:
    for item, keys in _mappings(lay):
        ranks = [keys.index(key.value) if key.value in keys else len(keys) for key, _ in item.value]
        if ranks != sorted(ranks):
            order = sorted(range(len(ranks)), key=lambda index, ranks=ranks: ranks[index])  # type: ignore[misc]
            yield from _flow_order(lay, item, order) if item.flow_style else _block_order(lay, item, order)


def _flow_order(lay: Layout, item: Any, order: list[int]) -> Iterator[Edit]:
    """Swap the pairs and keep what is between them."""
    if "#" in lay.text[item.start_mark.index : item.end_mark.index]:
        return  # perhaps a comment
    spans = [(key.start_mark.index, max(key.end_mark.index, value.end_mark.index)) for key, value in item.value]
    for (start, end), index in zip(spans, order, strict=True):
        yield Edit(start, end, lay.text[slice(*spans[index])])


def _block_order(lay: Layout, item: Any, order: list[int]) -> Iterator[Edit]:
    """Move complete lines, each key with the comments above it."""
    starts = [_above(lay, key) for key, _ in item.value]
    ends = [content_end(lay, value if has_text(value) else key) for key, value in item.value]
    starts[0] = item.value[0][0].start_mark.index
    if any(end != start for end, (_, start) in zip(ends[:-1], pairwise(starts), strict=True)):
        return  # empty lines between keys, or two keys on a line: the author's own arrangement
    column = item.value[0][0].start_mark.column
    segments = [lay.text[start:end] for start, end in zip(starts, ends, strict=True)]
    segments[0] = " " * column + segments[0]
    if not segments[-1].endswith("\n"):
        segments[-1] += lay.newline
    if segments[order[0]].lstrip(_SPACE).startswith("#"):
        return  # a comment cannot come between a dash and its first key
    new = "".join(segments[index] for index in order)[column:]
    old = lay.text[starts[0] : ends[-1]]
    yield Edit(starts[0], ends[-1], new if old.endswith("\n") else new.rstrip("\r\n"))


def _ascending(lay: Layout) -> Iterator[Edit]:
    """Yield edits that sort options that are numbers, because they are shown in ascending order."""
    for item, _ in _mappings(lay):
        parts = {key.value: value for key, value in item.value}
        listed = parts.get("options")
        is_fixed = "shuffle" in parts and parts["shuffle"].value != "true"
        if is_fixed or not isinstance(listed, yaml.SequenceNode) or len(listed.value) < 3:
            continue
        is_pinned = "pin_last" in parts and parts["pin_last"].value == "true"
        nodes = listed.value[:-1] if is_pinned else listed.value
        texts = [node.value if isinstance(node, yaml.ScalarNode) else "" for node in nodes]
        if not is_disordered(texts) or "#" in lay.text[listed.start_mark.index : nodes[-1].end_mark.index]:
            continue  # nothing to sort, or perhaps a comment, which belongs to one of the options
        written = {
            text: lay.text[node.start_mark.index : node.end_mark.index]
            for text, node in zip(texts, nodes, strict=True)
            if node.start_mark.line == node.end_mark.line
        }
        order = in_order(texts) or ()
        if len(written) == len(nodes):
            for node, text in zip(nodes, order, strict=True):
                yield Edit(node.start_mark.index, node.end_mark.index, written[text])


def _above(lay: Layout, key: Any) -> int:
    """Return the offset of the first comment line right above ``key``, or of its own line."""
    start = lay.line_start(key.start_mark.index)
    while start > 0 and lay.line(start - 1).lstrip(_SPACE).startswith("#"):
        start = lay.line_start(start - 1)
    return start
