"""The way through the house: rooms import downwards only, and none but the outermost print, or ask for time or chance."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "quizgen"
ROOMS = sorted(
    {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")} - {"__init__"}
)
OUTERMOST = {"cli", "terminal", "__main__", "atomic"}  # atomic: a temporary file needs a name that nobody else has
IMPURE = {
    ("print",),
    ("input",),
    ("click", "echo"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("date", "today"),
    ("time", "time"),
    ("time", "monotonic"),
    ("random", "random"),
    ("random", "choice"),
    ("random", "shuffle"),
    ("random", "SystemRandom"),
    ("os", "urandom"),
}


@cache
def modules(room: str) -> list[ast.Module]:
    paths = (PACKAGE / room).rglob("*.py") if (PACKAGE / room).is_dir() else [PACKAGE / f"{room}.py"]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


def imported_rooms(room: str) -> set[str]:
    names = (
        node.module or "" for module in modules(room) for node in ast.walk(module) if isinstance(node, ast.ImportFrom)
    )
    return {parts[1] for name in names if (parts := name.split("."))[0] == "quizgen" and len(parts) > 1} - {room}


def imported_modules(room: str) -> set[str]:
    nodes = [node for module in modules(room) for node in ast.walk(module)]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return imported | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_rooms_import_in_one_direction() -> None:
    order = list(TopologicalSorter({room: imported_rooms(room) for room in ROOMS}).static_order())  # raises on a circle
    assert set(order) == set(ROOMS)


def test_the_question_model_is_the_ground_floor() -> None:
    assert imported_rooms("questions") <= {"text", "errors"}
    assert imported_rooms("errors") == set()
    assert imported_rooms("text") == set()


def test_nothing_leans_on_the_command_line() -> None:
    assert [room for room in ROOMS if room != "__main__" and "cli" in imported_rooms(room)] == []


@pytest.mark.parametrize("room", sorted(set(ROOMS) - OUTERMOST))
def test_inner_rooms_neither_print_nor_ask_for_time_or_chance(room: str) -> None:
    called = {
        tuple(ast.unparse(node.func).split("."))[-2:]
        for module in modules(room)
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
    }
    assert called & IMPURE == set()
    assert not {name for name in called if name[0] in {"secrets", "uuid"}}
    assert not {"secrets", "uuid"} & imported_modules(room)


def test_impure_calls_are_found() -> None:
    assert {"secrets"} <= imported_modules("cli")
