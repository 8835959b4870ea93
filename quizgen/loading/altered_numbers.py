"""Numbers in a YAML text that YAML reads otherwise than their author means them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Any, cast

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document, YamlPart
from quizgen.loading.yaml_parser import load_yaml
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath
from quizgen.text.lazy_pattern import lazy_pattern

# Numbers that a YAML reader would write back differently: leading and trailing zeros, underscores, exponents.
_ODD = r"[-+]?(?:0[0-9_]+|0[xo][0-9a-fA-F_]+|[0-9]+_[0-9_]*|[0-9]*\.[0-9]*0|[0-9.]+[eE][-+]?[0-9]+|[0-9]+\.)"
_ODD_NUMBER = lazy_pattern(_ODD)
_ODD_ANYWHERE = lazy_pattern(rf"(?<![\w.]){_ODD}")
# Cheap tests for such a number as a value, outside marks: finding its place costs more than reading the file. The first
# is faster and finds more.
_ANY_ODD = lazy_pattern(rf"[:\[,-][ \t]*(?=[-+.0-9]){_ODD}[ \t]*(?:[,\]}}#]|$)", re.MULTILINE)
_MAYBE_ODD = lazy_pattern(rf"(?:[:\[]|,(?! [0-9]+\.$)|^[ \t]*-)[ \t]*{_ODD}[ \t]*(?:[,\]}}#]|$)", re.MULTILINE)
_MARK = lazy_pattern(r"\{\{c[0-9]+::[^{}\n]*\}\}")
_NUMERIC_KEYS = {"tolerance", "range", "paragraph"}
# A comma before exactly three digits, without a space: in [4,810, 6,190] the other commas separate the items.
_MAYBE_SPLIT = lazy_pattern(r"[\[,][ \t]*[-+]?\d{1,3},\d{3}(?![\d.\"'])")
# A cheap test for both this and the next one: it begins with a character that few texts have before digits.
_ANY_SPLIT = lazy_pattern(r",(?<=\d,)\d{3}")
# The same in a text: the comma in [as many as 60,000 workers].
_MAYBE_SPLIT_TEXT = lazy_pattern(r"""\[(?:[^][:"']|"[^"\n]*"|'[^'\n]*'|(?<=\w)')*?\d,\d{3}(?!\d)""")
_SPLIT_TEXT = lazy_pattern(r"(?:.*(?<![\d.,]))?\d{1,3},\d{3}(?!\d).*", re.DOTALL)
_ANY_SCALAR = lazy_pattern(r".+")
_GROUP = lazy_pattern(r"\d{3}(?:\.\d+)?")
_FIRST_GROUP = lazy_pattern(r"[-+]?\d{1,3}")


def altered_numbers(document: Document) -> Iterator[Diagnostic]:
    """Yield an error for each number that is meant as text and that YAML changes: 007 becomes 7, 1.50 becomes 1.5."""
    for part in document.yaml_parts:
        yield from _altered_in(document, part)


def _altered_in(document: Document, part: YamlPart) -> Iterator[Diagnostic]:
    # In {{c1::85,000}} the comma does not separate two values, nor does it in a line that ends in "May 1, 2023."
    if not (
        _ANY_ODD.search(part.text) and _MAYBE_ODD.search(part.text) and _MAYBE_ODD.search(_MARK.sub("{}", part.text))
    ):
        return
    near = (found.start() for found in _ODD_ANYWHERE.finditer(part.text))
    for path, written, line, column in part.positions.plain_scalars(_ODD_NUMBER, near):
        read = cast("Any", load_yaml(f"- {written}\n"))[0]
        is_altered = isinstance(read, int | float) and str(read) != written
        if is_altered and not _takes_number(document.data, (*part.at, *path)):
            message, help = f"YAML reads {written} as {read}", f'put it in quotes: "{written}"'
            yield Diagnostic(document.path, line, column, Code.ALTERED_NUMBER, message, help)


def split_numbers(document: Document) -> dict[DataPath, Diagnostic]:
    """Return an error for each list of numbers whose thousands are separated by commas, by the path of the list."""
    found: dict[DataPath, Diagnostic] = {}
    for part in document.yaml_parts:
        for at, items in _lists_with_splits(part, _MAYBE_SPLIT):
            groups = _joined_groups(items)
            if 1 < len(groups) < len(items):
                first = next(group for group in groups if len(group) > 1)
                numbers = [",".join(written for written, _, _ in group) for group in groups]
                whole = [one.replace(",", "") if at[-1] == "range" else f'"{one}"' for one in numbers]
                (written, line, column), (second, *_) = first[:2]
                message = f"a comma separates items, so {written},{second} is read as {written} and {second}"
                how = "write the numbers without commas" if at[-1] == "range" else "put each number in quotes"
                help = (
                    f"{how}: [{', '.join(whole)}]; if {written} and {second} are two separate items, put a space after "
                    "the comma"
                )
                found[at] = Diagnostic(document.path, line, column, Code.ALTERED_NUMBER, message, help)
    return found


def split_texts(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each text in a list that the comma in one of its numbers splits: [up to 60,000 workers]."""
    for part in document.yaml_parts:
        for _, items in _lists_with_splits(part, _MAYBE_SPLIT_TEXT):
            for before, after in pairwise(items):
                first, second = before[0], after[0]
                is_number = _FIRST_GROUP.fullmatch(first) and _GROUP.fullmatch(second)
                if _follows(before, after) and not is_number and _SPLIT_TEXT.fullmatch(f"{first},{second}"):
                    message = f"the comma in the number makes two items of this text: {first} | {second}"
                    help = f'put it in quotes: "{first},{second}"; if these are two items, put a space after the comma'
                    yield Diagnostic(document.path, *before[1:], Code.SPLIT_LIST, message, help, "warning")


_Item = tuple[str, int, int]
"""An item of a list: its text, line and column."""


def _lists_with_splits(part: YamlPart, shape: re.Pattern[str]) -> Iterator[tuple[DataPath, list[_Item]]]:
    """Yield the path and the unquoted items of each list near a comma between digits, if ``shape`` is in the text."""
    if not (_ANY_SPLIT.search(part.text) and shape.search(part.text)):
        return
    lists: dict[DataPath, list[_Item]] = {}
    near = (found.start() for found in _ANY_SPLIT.finditer(part.text))
    for path, written, line, column in part.positions.plain_scalars(_ANY_SCALAR, near):
        if path and isinstance(path[-1], int):
            lists.setdefault((*part.at, *path[:-1]), []).append((written, line, column))
    for at, items in lists.items():
        yield at, sorted(items, key=itemgetter(1, 2))


def _follows(before: _Item, after: _Item) -> bool:
    """Return whether only a comma, without a space, separates the two items."""
    return after[1:] == (before[1], before[2] + len(before[0]) + 1)


def _joined_groups(items: Sequence[_Item]) -> list[list[_Item]]:
    """Return ``items`` in groups, one for each number that commas divide."""
    groups: list[list[_Item]] = []
    for item in items:
        last = groups[-1] if groups else []
        follows = bool(last) and _follows(last[-1], item)
        if follows and _GROUP.fullmatch(item[0]) and (len(last) > 1 or _FIRST_GROUP.fullmatch(last[0][0])):
            last.append(item)
        else:
            groups.append([item])
    return groups


def _takes_number(data: Any, path: DataPath) -> bool:
    names = [step for step in path if isinstance(step, str)]
    if not names or names[-1] in _NUMERIC_KEYS:
        return True
    owner = data
    for step in path[:-1]:
        owner = owner[step]
    return names[-1] == "answer" and isinstance(owner, dict) and owner.get("kind") == "number"
