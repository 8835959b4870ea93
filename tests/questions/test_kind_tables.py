"""Every layer knows every kind: no table keyed by kind has a gap, and there is a sample of every kind to ask."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.loading.sets import read_set
from quizgen.questions import KINDS

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "quizgen").rglob("*.py"))
LAYERS = {"questions/kinds.py", "history/ratings.py", "session/selection.py", "anki/notetypes.py", "anki/selection.py"}
"""Modules that have a table of kinds; further tables are found by their keys."""


def tables(source: str) -> Iterator[tuple[int, set[str]]]:
    """Yield the line and the keys of each table at module level whose keys are nearly all kinds."""
    for node in ast.parse(source).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Dict):
            keys = {key.value for key in value.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
            annotation = ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ""
            if "[Kind," in annotation or len(keys & set(KINDS)) >= len(KINDS) - 2:
                yield node.lineno, keys


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_table_lacks_a_kind(path: Path) -> None:
    found = list(tables(path.read_text(encoding="utf-8")))
    for line, keys in found:
        assert keys >= set(KINDS), f"{path}:{line} lacks {sorted(set(KINDS) - keys)}"
    assert found or path.relative_to(ROOT / "quizgen").as_posix() not in LAYERS


def test_a_gap_is_found() -> None:
    gap = "TABLE: Mapping[Kind, int] = {'card': 1}"
    assert list(tables(gap)) == [(1, {"card"})]


def test_there_is_a_sample_of_every_kind() -> None:
    samples = read_set(ROOT / "tests" / "terminal" / "nine-kinds.yaml").question_set.questions
    assert {question.kind for question in samples} == set(KINDS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_match_over_the_question_classes_has_no_silent_default(path: Path) -> None:
    """With ``assert_never`` in its default case, mypy reports a match that does not know a new kind."""
    source = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)) if "Question()" in source else ():
        if not isinstance(node, ast.Match):
            continue
        classes = [ast.unparse(case.pattern) for case in node.cases if "Question()" in ast.unparse(case.pattern)]
        default = node.cases[-1]
        is_default = isinstance(default.pattern, ast.MatchAs) and default.pattern.pattern is None
        if len(classes) > 3 and is_default:
            assert "assert_never" in ast.unparse(default), f"{path}:{node.lineno}"
