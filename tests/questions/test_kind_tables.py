"""No table keyed by kind has a gap, and no `match` over the kinds has a silent default."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.questions import KINDS

ROOT = Path(__file__).parents[2]
SOURCES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "quizgen").rglob("*.py")}
LAYERS = {"questions/kinds.py", "history/ratings.py", "session/selection.py", "anki/notetypes.py", "anki/selection.py"}
"""Modules that have a table of kinds; further tables are found by their keys."""
# A table that lacks at most two kinds has at least one of any three.
WITH_TABLES = sorted(
    name for name, text in SOURCES.items() if "[Kind," in text or any(f'"{kind}"' in text for kind in KINDS[:3])
)
_NAMES_A_KIND = re.compile(rf"\w+Question\(\)|'(?:{'|'.join(KINDS)})'")
WITH_MATCHES = sorted(
    name
    for name, text in SOURCES.items()
    if "match " in text and ("Question()" in text or any(f'case "{kind}"' in text for kind in KINDS))
)


def tables(source: str) -> Iterator[tuple[int, set[str]]]:
    """Yield the line and the keys of each table at module level whose keys are nearly all kinds."""
    for node in ast.parse(source).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Dict):
            keys = {key.value for key in value.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
            annotation = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ""
            if "[Kind," in annotation or len(keys & set(KINDS)) >= len(KINDS) - 2:
                yield node.lineno, keys


@pytest.mark.parametrize("name", WITH_TABLES)
def test_no_table_lacks_a_kind(name: str) -> None:
    for line, keys in tables(SOURCES[name]):
        assert keys >= set(KINDS), f"{name}:{line} lacks {sorted(set(KINDS) - keys)}"


@pytest.mark.parametrize("layer", sorted(LAYERS))
def test_the_table_of_a_layer_is_found(layer: str) -> None:
    assert list(tables(SOURCES[f"quizgen/{layer}"]))


def test_a_gap_is_found() -> None:
    gap = "TABLE: Mapping[Kind, int] = {'card': 1}"
    assert list(tables(gap)) == [(1, {"card"})]


@pytest.mark.parametrize("name", WITH_MATCHES)
def test_a_match_over_the_kinds_has_no_silent_default(name: str) -> None:
    """With ``assert_never`` in its default case, mypy reports a match that does not know a new kind."""
    assert list(silent_defaults(SOURCES[name])) == []


def silent_defaults(source: str) -> Iterator[int]:
    """Yield the line of each match over more than three question classes or kinds whose default case is silent."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Match):
            continue
        named = [case for case in node.cases if _NAMES_A_KIND.search(ast.unparse(case.pattern))]
        default = node.cases[-1]
        is_default = isinstance(default.pattern, ast.MatchAs) and default.pattern.pattern is None
        if len(named) > 3 and is_default and "assert_never" not in ast.unparse(default):
            yield node.lineno


@pytest.mark.parametrize(
    "cases",
    [
        "case CardQuestion(): ...", "case ShortQuestion() | CardQuestion(): ...", "case CardQuestion() as card: ...",
        "case 'card': ...", "case 'short' | 'card': ...",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("default", "lines"), [("pass", [1]), ("return []", [1]), ("assert_never(question)", [])])
def test_a_silent_default_is_found(cases: str, default: str, lines: list[int]) -> None:
    several = "\n".join(f"    {cases}" for _ in range(4))
    assert list(silent_defaults(f"match question:\n{several}\n    case _:\n        {default}")) == lines
