"""Write a seed's record of its text, and its paragraph numbers, into its file; nothing else changes."""

import json
import textwrap
from collections.abc import Mapping
from typing import Any

import yaml

from quizgen.editing.layout import Layout, LayoutError, content_end, layout
from quizgen.facts.article import Article
from quizgen.facts.citations import paragraph_corrections
from quizgen.loading.yaml_parser import YamlError, load_yaml
from quizgen.questions.problem import DataPath

_WIDTH = 110


def recorded(text: str, article: Article) -> str:
    """Return ``text``, a seed's file, with the SHA-256 and fingerprints of ``article`` and correct paragraph numbers.

    Raises LayoutError if that is not possible without changing other parts.
    """
    before: Any = load_yaml(text)
    corrections = dict(paragraph_corrections(before, article))
    fingerprints = " ".join(article.fingerprints)
    after = with_paragraph_numbers(text, corrections)
    after = _put(layout(after), "sha256", article.sha256)
    after = _put(layout(after), "paragraphs", fingerprints)
    source = {**before["source"], "sha256": article.sha256, "paragraphs": fingerprints}
    _prove({**_with_numbers(before, corrections), "source": source}, after)
    return after


def with_paragraph_numbers(text: str, corrections: Mapping[DataPath, int]) -> str:
    """Return ``text``, a seed's file, with the paragraph numbers of ``corrections`` at their paths.

    Raises LayoutError if that is not possible without changing other parts.
    """
    after = text
    for path, number in corrections.items():
        after = _number_put(layout(after), path, number)
    _prove(_with_numbers(load_yaml(text), corrections), after)
    return after


def _with_numbers(data: Any, corrections: Mapping[DataPath, int]) -> Any:
    if not corrections:
        return data
    facts = list(data["facts"])
    for (_, index, _, _), number in corrections.items():
        fact = facts[int(index)]
        facts[int(index)] = {**fact, "citation": {**fact["citation"], "paragraph": number}}
    return {**data, "facts": facts}


def _prove(wanted: Any, after: str) -> None:
    try:
        read: Any = load_yaml(after)
    except YamlError as error:
        raise LayoutError("the record cannot be inserted without changing other parts of the file") from error
    if read != wanted:
        raise LayoutError("the record cannot be inserted without changing other parts of the file")


def _number_put(lay: Layout, path: DataPath, number: int) -> str:
    node: Any = lay.root
    for step in path[:-1]:
        node = _child(node, step)
    return _value_put(lay, node, str(path[-1]), str(number))


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step]
    return next(value for key, value in node.value if key.value == step)


def _put(lay: Layout, key: str, value: str) -> str:
    found = lay.find("source")
    if found is None or not isinstance(found[1], yaml.MappingNode):
        raise LayoutError("`source` is not a mapping")
    source = found[1]
    if source.flow_style:
        return _value_put(lay, source, key, json.dumps(value))
    indent = " " * (source.start_mark.column + 2)
    lines = textwrap.wrap(value, _WIDTH - len(indent))
    folded = f">-{lay.newline}" + lay.newline.join(f"{indent}{line}" for line in lines)
    # YAML reads digits alone as a number.
    return _value_put(lay, source, key, folded if len(lines) > 1 else json.dumps(value) if value.isdigit() else value)


def _value_put(lay: Layout, mapping: Any, key: str, value: str) -> str:
    """Return the text with ``value`` under ``key`` of ``mapping``: in place of the old value, or after the last key."""
    for key_node, node in mapping.value:
        if key_node.value == key:
            start, end = node.start_mark.index, node.end_mark.index
            if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
                end = content_end(lay, node) - len(lay.newline)
            gap = "" if start > key_node.end_mark.index + 1 else " "
            return f"{lay.text[:start]}{gap}{value}{lay.text[end:]}"
    if not mapping.value:
        raise LayoutError("it has an empty mapping")
    if mapping.flow_style:
        end = mapping.value[-1][1].end_mark.index
        return f"{lay.text[:end]}, {key}: {value}{lay.text[end:]}"
    end = content_end(lay, mapping)
    head = "" if lay.text[end - 1] == "\n" else lay.newline
    return f"{lay.text[:end]}{head}{' ' * mapping.start_mark.column}{key}: {value}{lay.newline}{lay.text[end:]}"
