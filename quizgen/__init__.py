"""quizgen: turn curated facts into quizzes in the terminal and decks for Anki.

    import quizgen

    question_set = quizgen.load("decks/my-set.yaml")
    quizgen.export_apkg([question_set], "my-set.apkg")

`docs/api.md` shows every function in use. The public names and the modules that define them are listed once, in
``__init__.pyi``: type checkers and editors read them there, and so does ``__getattr__`` below, which imports each name
on first use. That keeps `import quizgen`, and with it the start of the command line, fast.
"""

from functools import cache

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "__all__":
        return sorted(_public_names())
    module = _public_names().get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*sorted(_public_names()), "__version__"]


@cache
def _public_names() -> dict[str, str]:
    """Return each public name with the module that defines it."""
    import ast
    from pathlib import Path

    stub = ast.parse(Path(__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    imports = (node for node in stub.body if isinstance(node, ast.ImportFrom) and node.module)
    return {alias.name: str(node.module) for node in imports for alias in node.names}
