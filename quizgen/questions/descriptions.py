"""What each field of a model means, in the words of the docstring below it.

pydantic can read these docstrings when it makes a class, at a quarter of the time that all models take to import. Only
the JSON Schema and the prompt for a draft show them, so they are read here when asked for.
"""

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from textwrap import dedent

from quizgen.questions.base import Model


@cache
def descriptions(model: type[Model]) -> Mapping[str, str]:
    """Return the description of each field of ``model`` that has one, fields of its base classes included."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, Model) and base is not Model:
            found |= dict(_attribute_docstrings(base))
    return {name: text for name, text in found.items() if name in model.model_fields}


def _attribute_docstrings(model: type[Model]) -> Iterator[tuple[str, str]]:
    (definition,) = ast.parse(dedent(inspect.getsource(model))).body
    assert isinstance(definition, ast.ClassDef)
    for field, docstring in zip(definition.body, definition.body[1:], strict=False):
        match field, docstring:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, inspect.cleandoc(text)
