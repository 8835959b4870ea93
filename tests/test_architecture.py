"""The rules of docs/architecture.md: imports run one way, and only the outermost packages print or use time and chance."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter

import pytest
from package_map import PAGE, SOURCE, imports, modules, packages, page_with_current_section, syntax_tree

OUTERMOST = {"cli", "terminal", "__main__"}
IMPURE_MODULES = {"secrets", "uuid"}
IMPURE = {
    "print", "input", "click.echo", "datetime.now", "datetime.today", "datetime.utcnow", "date.today",
    "time.time", "time.time_ns", "time.monotonic", "time.perf_counter", "time.localtime", "os.urandom",
}  # fmt: skip
"""Functions, whether they are called or passed on, as in ``clock=time.time``."""
ALLOWED = {
    ("atomic", "os.urandom"),  # names of temporary files
    ("anki", "time.time"),  # the time of a release that a script exports without `modified`
}


def test_imports_run_in_one_direction() -> None:
    order = TopologicalSorter({package: imports(package) for package in packages()})
    assert set(order.static_order()) == set(packages())  # raises CycleError if they do not


def test_the_map_and_the_table_of_packages_are_current() -> None:
    assert page_with_current_section() == PAGE.read_text(encoding="utf-8"), "run: python tests/package_map.py"


def test_the_question_model_imports_only_what_is_below_it() -> None:
    assert imports("questions") <= {"text", "errors"}
    assert imports("text") == imports("errors") == frozenset()


def test_nothing_imports_the_command_line() -> None:
    assert [package for package in packages() if "cli" in imports(package)] == ["__main__"]


@pytest.mark.parametrize(
    ("library", "module"),
    [("yaml_rs", "loading/yaml_parser.py"), ("genanki", "anki/package.py"), ("fsrs", "history/scheduler.py")],
)
def test_a_library_that_may_have_to_be_replaced_is_used_in_one_module(library: str, module: str) -> None:
    users = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if library in path.read_text("utf-8")
        for node in ast.walk(syntax_tree(path))
        if (isinstance(node, ast.Import) and any(name.name.split(".")[0] == library for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library)
    ]
    assert set(users) == {module}


@pytest.mark.parametrize("package", sorted(set(packages()) - OUTERMOST))
def test_inner_packages_do_not_print_or_use_the_clock_or_chance(package: str) -> None:
    found = {use for path in modules(package) for use in impure_uses(syntax_tree(path))}
    assert {use for use in found if (package, use) not in ALLOWED} == set()


@pytest.mark.parametrize(
    ("source", "use"),
    [
        ("import secrets", "secrets"),
        ("from secrets import token_hex", "secrets"),
        ("from random import choice", "random.choice"),
        ("random.shuffle([])", "random.shuffle"),
        ("rng = Random()", "Random()"),
        ("x = datetime.datetime.now(UTC)", "datetime.now"),
        ("print(1)", "print"),
        ("def export(clock=time.time): ...", "time.time"),
        ("from time import time", "time.time"),
        ("now = partial(datetime.now, UTC)", "datetime.now"),
    ],
)
def test_impure_uses_are_found(source: str, use: str) -> None:
    assert list(impure_uses(ast.parse(source))) == [use]


def test_a_seeded_generator_is_pure() -> None:
    assert list(impure_uses(ast.parse("from random import Random\nrng = Random(seed)\nrng.shuffle(x)"))) == []


def name_of(function: ast.expr) -> str:
    """Return the name of a function, after the name of its module or object if it has one."""
    match function:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return f"{owner}.{name}"
    return ""


def impure_uses(module: ast.Module) -> Iterator[str]:
    """Yield what in ``module`` prints, asks, reads the clock or draws a random number."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if alias.name in IMPURE_MODULES)
            case ast.ImportFrom(module=str(name)) if name in IMPURE_MODULES:
                yield name
            case ast.ImportFrom(module="random", names=names):
                yield from (f"random.{alias.name}" for alias in names if alias.name != "Random")
            case ast.ImportFrom(module="time" | "os" as name, names=names):
                yield from (f"{name}.{alias.name}" for alias in names if f"{name}.{alias.name}" in IMPURE)
            case ast.Call(func=func, args=[], keywords=[]) if name_of(func).endswith("Random"):
                yield f"{name_of(func)}()"
            case ast.Name() | ast.Attribute() if is_impure(name_of(node)):
                yield name_of(node)


def is_impure(name: str) -> bool:
    return name in IMPURE or (name.startswith("random.") and name != "random.Random")
