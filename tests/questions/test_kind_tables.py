"""Every layer knows every kind: no table keyed by kind has a gap, and there is a sample of every kind to ask."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgen.loading.sets import read_set
from quizgen.questions import KINDS

ROOT = Path(__file__).parents[2]
SOURCES = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "quizgen").rglob("*.py")}
LAYERS = {"questions/kinds.py", "history/ratings.py", "session/selection.py", "anki/notetypes.py", "anki/selection.py"}
"""Modules that have a table of kinds; further tables are found by their keys."""
# A table that lacks at most two kinds has at least one of any three.
WITH_TABLES = sorted(
    name for name, text in SOURCES.items() if "[Kind," in text or any(f'"{kind}"' in text for kind in KINDS[:3])
)
WITH_MATCHES = sorted(name for name, text in SOURCES.items() if "Question()" in text and "match " in text)


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


def test_there_is_a_sample_of_every_kind() -> None:
    samples = read_set(ROOT / "tests" / "terminal" / "nine-kinds.yaml").question_set.questions
    assert {question.kind for question in samples} == set(KINDS)


@pytest.mark.parametrize("name", WITH_MATCHES)
def test_a_match_over_the_question_classes_has_no_silent_default(name: str) -> None:
    """With ``assert_never`` in its default case, mypy reports a match that does not know a new kind."""
    for node in ast.walk(ast.parse(SOURCES[name])):
        if not isinstance(node, ast.Match):
            continue
        classes = [ast.unparse(case.pattern) for case in node.cases if "Question()" in ast.unparse(case.pattern)]
        default = node.cases[-1]
        is_default = isinstance(default.pattern, ast.MatchAs) and default.pattern.pattern is None
        if len(classes) > 3 and is_default:
            assert "assert_never" in ast.unparse(default), f"{name}:{node.lineno}"
