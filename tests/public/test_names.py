"""The public face: `import quizgen` and the names that it offers."""

import inspect
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import quizgen

NAMES = [name for name in dir(quizgen) if not name.startswith("_")]
FUNCTIONS = [name for name in NAMES if inspect.isfunction(getattr(quizgen, name))]


def test_dir_shows_public_names_only() -> None:
    assert [name for name in dir(quizgen) if name.startswith("_")] == ["__version__"]
    assert not [name for name in NAMES if inspect.ismodule(getattr(quizgen, name))]


def test_a_star_import_gives_every_name() -> None:
    namespace: dict[str, object] = {}
    exec("from quizgen import *", namespace)
    assert set(namespace) - {"__builtins__"} == set(NAMES)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = quizgen.nothing  # type: ignore[attr-defined]


def test_nothing_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, quizgen; print(*[name for name in sys.modules if name.split('.')[0] in {'quizgen', 'pydantic'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["quizgen"]


def test_every_exception_is_a_quizgen_error() -> None:
    errors = [getattr(quizgen, name) for name in NAMES if name.endswith("Error")]
    assert len(errors) >= 4
    assert all(issubclass(error, quizgen.QuizgenError) for error in errors)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_documented_and_its_types_are_public(name: str) -> None:
    function: Callable[..., Any] = getattr(quizgen, name)
    assert inspect.getdoc(function)
    types = {found.__name__ for hint in hints_of(function).values() for found in classes_in(hint)}
    assert types <= set(NAMES)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_takes_paths_as_text(name: str) -> None:
    for parameter, hint in hints_of(getattr(quizgen, name)).items():
        if Path in arguments_of(hint):
            assert parameter == "return" or str in arguments_of(hint), parameter


def hints_of(function: Callable[..., Any]) -> dict[str, Any]:
    module = inspect.getmodule(function)
    names = {**vars(quizgen), **{name: getattr(quizgen, name) for name in NAMES}, **vars(module)}
    return typing.get_type_hints(function, globalns=names)


def arguments_of(hint: Any) -> set[Any]:
    """Return every type in ``hint``, however deep."""
    if isinstance(hint, list):  # the parameters of a Callable
        return set().union(*map(arguments_of, hint))
    return {hint}.union(*(arguments_of(one) for one in typing.get_args(hint)))


def classes_in(hint: Any) -> Iterator[type]:
    return (one for one in arguments_of(hint) if inspect.isclass(one) and one.__module__.startswith("quizgen"))
