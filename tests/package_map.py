"""The packages of quizgen and what they import. Run this file to update the map in docs/architecture.md."""

import ast
import re
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "quizgen"
PAGE = ROOT / "docs" / "architecture.md"
_GENERATED = re.compile(r"(?<=<!-- begin packages -->\n).*?(?=<!-- end packages -->)", re.DOTALL)


@cache
def packages() -> tuple[str, ...]:
    """Return the name of every package, and of every module next to them, in alphabetical order."""
    names = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in SOURCE.rglob("*.py")}
    return tuple(sorted(names - {"__init__"}))


@cache
def syntax_tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module, which is parsed only once."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported_from(path: Path) -> tuple[ast.ImportFrom, ...]:
    """Return the ``from`` imports of a module, at its top or inside a function."""
    return tuple(node for node in ast.walk(syntax_tree(path)) if isinstance(node, ast.ImportFrom))


@cache
def modules(package: str) -> tuple[Path, ...]:
    """Return the paths of all modules of ``package``."""
    folder = SOURCE / package
    return tuple(folder.rglob("*.py")) if folder.is_dir() else (SOURCE / f"{package}.py",)


@cache
def imports(package: str) -> frozenset[str]:
    """Return the other packages that ``package`` imports, at the top of a module or inside a function."""
    nodes = [node for path in modules(package) for node in imported_from(path)]
    named = {(node.module or "").split(".")[1] for node in nodes if (node.module or "").startswith("quizgen.")}
    named |= {alias.name for node in nodes if node.module == "quizgen" for alias in node.names}
    return frozenset(named & set(packages())) - {package}


def summary(package: str) -> str:
    """Return the first sentence of the docstring of ``package``."""
    path = SOURCE / package / "__init__.py"
    docstring = ast.get_docstring(syntax_tree(path if path.exists() else SOURCE / f"{package}.py"))
    assert docstring, f"{package} has no docstring"
    first_paragraph = " ".join(docstring.partition("\n\n")[0].split())
    return re.split(r"(?<=[.!?]) (?=[A-Z])", first_paragraph)[0]


def top_down() -> list[str]:
    """Return the packages in an order in which every package comes before those that it imports."""
    order = TopologicalSorter({package: sorted(imports(package)) for package in packages()})
    return [*order.static_order()][::-1]


def arrows(package: str) -> list[str]:
    """Return the packages that ``package`` imports, without those that one of the others imports anyway."""
    return sorted(
        one for one in imports(package) if not any(one in _reachable(other) for other in imports(package) - {one})
    )


@cache
def _reachable(package: str) -> frozenset[str]:
    return imports(package).union(*(_reachable(one) for one in imports(package)))


def page_section() -> str:
    """Return the map and the table of packages in Markdown."""
    shown = [package for package in top_down() if package != "__main__"]
    graph = [f"    {package} --> {' & '.join(arrows(package))}" for package in shown if arrows(package)]
    table = [f"| `{package}` | {summary(package)} |" for package in shown]
    lines = [
        "",
        "```mermaid",
        "graph TD",
        *graph,
        "```",
        "",
        "| package | what belongs in it |",
        "| --- | --- |",
        *table,
    ]
    return "\n".join([*lines, "", ""])


def page_with_current_section() -> str:
    """Return the text of docs/architecture.md with the map and the table as they must be."""
    page, count = _GENERATED.subn(lambda _: page_section(), PAGE.read_text(encoding="utf-8"))
    assert count == 1
    return page


if __name__ == "__main__":
    PAGE.write_text(page_with_current_section(), encoding="utf-8")
