"""Packages import in one direction only, and only the outermost ones print, read the clock or use randomness."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "quizgen"
PACKAGES = sorted(
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
def modules(package: str) -> list[ast.Module]:
    paths = (PACKAGE / package).rglob("*.py") if (PACKAGE / package).is_dir() else [PACKAGE / f"{package}.py"]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in paths]


def imported_packages(package: str) -> set[str]:
    names = (
        node.module or ""
        for module in modules(package)
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
    )
    return {parts[1] for name in names if (parts := name.split("."))[0] == "quizgen" and len(parts) > 1} - {package}


def imported_modules(package: str) -> set[str]:
    nodes = [node for module in modules(package) for node in ast.walk(module)]
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return imported | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}


def test_packages_import_in_one_direction() -> None:
    order = list(
        TopologicalSorter({package: imported_packages(package) for package in PACKAGES}).static_order()
    )  # raises on a cycle
    assert set(order) == set(PACKAGES)


def test_the_question_model_imports_only_text_and_errors() -> None:
    assert imported_packages("questions") <= {"text", "errors"}
    assert imported_packages("errors") == set()
    assert imported_packages("text") == set()


def test_nothing_imports_the_command_line() -> None:
    assert [package for package in PACKAGES if package != "__main__" and "cli" in imported_packages(package)] == []


@pytest.mark.parametrize("package", sorted(set(PACKAGES) - OUTERMOST))
def test_inner_packages_neither_print_nor_read_the_clock_nor_use_randomness(package: str) -> None:
    called = {
        tuple(ast.unparse(node.func).split("."))[-2:]
        for module in modules(package)
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
    }
    assert called & IMPURE == set()
    assert not {name for name in called if name[0] in {"secrets", "uuid"}}
    assert not {"secrets", "uuid"} & imported_modules(package)


def test_imports_of_randomness_are_found() -> None:
    assert {"secrets"} <= imported_modules("cli")
