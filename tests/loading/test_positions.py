"""Positions of the items of a list, of which only those that are asked for are composed."""

import re
from typing import Any

import pytest
import yaml
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.loading.positions import Positions
from quizgen.loading.yaml_parser import load_yaml

TEXTS = st.one_of(
    st.sampled_from(
        ["plain", "two\nlines\n", "- dash", "  - dash\n  - dash", "list:\n  - dash", "# hash", "a: b", "", "é…"]
    ),
    st.text("ab -:#'\"\n|>{[", max_size=12),
)
ITEMS = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)


def every_path(value: Any, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, (*at, "missing"), *(path for step, part in parts for path in every_path(part, (*at, step)))]


def agree(text: str) -> None:
    """Compare the positions of single items with those in the complete text."""
    data = load_yaml(text)
    lengths = {key: len(value) for key, value in data.items() if isinstance(value, list)}
    single, complete = Positions(text, 3, lengths), Positions(text, 3)
    for path in every_path(data):
        for key in (False, True):
            assert single.of(path, key=key) == complete.of(path, key=key), path
    shape, lines = re.compile(".*", re.DOTALL), text.split("\n")
    scalars = [found[1:] for found in complete.plain_scalars(shape, [0])]
    for scalar in scalars:
        _, line, column = scalar
        offset = sum(len(above) + 1 for above in lines[: line - 3]) + column - 1
        near = [found[1:] for found in single.plain_scalars(shape, [offset])]
        assert scalar in near
        assert set(near) <= set(scalars)


@pytest.mark.slow
@settings(max_examples=examples(200))
@given(
    st.dictionaries(st.sampled_from(["list", "more", "title"]), st.lists(ITEMS, max_size=4) | TEXTS, min_size=1),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.booleans(),
    st.sampled_from([20, 80]),
)
def test_an_item_is_where_it_is_in_the_complete_text(data: Any, style: str, flow: bool, width: int) -> None:
    agree(yaml.safe_dump(data, default_style=style, default_flow_style=None if flow else False, width=width))


@pytest.mark.parametrize(
    "text",
    [
        "list:\n  - {a: 1}\n  # between\n  -   b: 2\n      c: 3\n\n  - |\n    - a\n    - b\nmore: [1, 2]\n",
        "list: # of things\n\n# above\n- a: &name x\n- b: *name\n- *name\nmore: x\n",
        "list:\n  - a: 1\n    list:\n      - b\n  -\n    c: 1\n  - - d\n    - e\n",
        "list:\r\n  - a: 1\r\n  - b: 2\r\n",
        "list:\n  -\ta: 1\n  - b: 2\t\n",
        "list:\n  - a: 1\n  - ? b\n    : 2\n---\n",
        "list: [{a: 1}, {b: 2}]\nmore:\n  - !!str x\n",
        "text: |\n  list:\n    - a\nlist:\n  - b\n",
    ],
)
def test_an_unusual_list_has_the_same_positions(text: str) -> None:
    agree(text.removesuffix("---\n"))
