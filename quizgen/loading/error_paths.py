"""Turn pydantic's location of an error into the path in the author's data.

The two differ: pydantic names the member of a union that it tried, and numbers the pairs of a mapping that a model
reads as a list of pairs.
"""

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from quizgen.questions.distractor import DistractorForm
from quizgen.questions.problem import DataPath


def data_path(annotation: Any, data: Any, loc: DataPath) -> tuple[DataPath, tuple[str, ...]]:
    """Return the path in ``data`` of the error that pydantic found at ``loc``, and the keys that are allowed there."""
    path: list[str | int] = []
    keys: tuple[str, ...] = ()
    for step in loc:
        members = models_in(annotation)
        tagged = [member for member in members if _tag(member) == step]
        if tagged and not (isinstance(data, dict) and step in data):
            annotation = tagged[0]
            continue
        if step == "[key]":
            break
        model = members[0] if members else None
        if model is not None:
            keys = tuple(model.model_fields)
            field = model.model_fields.get(str(step))
            annotation = None if field is None else field.rebuild_annotation()
        else:
            annotation = _item(annotation, step)
        if isinstance(data, dict) and isinstance(step, int) and step not in data:
            return (*path, list(data)[step]), keys
        path.append(step)
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            data = None
    return tuple(path), keys


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """Return the models among the members of a union, or the only one."""
    return [member for member in _members(annotation) if isinstance(member, type) and issubclass(member, BaseModel)]


def item_annotation(annotation: Any) -> Any | None:
    """Return ``X`` if ``annotation`` is ``tuple[X, ...]``, else None."""
    for member in _members(annotation):
        arguments = get_args(member)
        if get_origin(member) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
            return arguments[0]
    return None


def _members(annotation: Any) -> Iterator[Any]:
    origin = get_origin(annotation)
    if origin is Annotated and DistractorForm in get_args(annotation):
        yield DistractorForm.model
    elif origin is Annotated:
        yield from _members(get_args(annotation)[0])
    elif origin in {Union, types.UnionType}:
        for member in get_args(annotation):
            yield from _members(member)
    else:
        yield annotation


def _tag(model: type[BaseModel]) -> Any:
    kind = model.model_fields.get("kind")
    return next(iter(get_args(kind.annotation)), None) if kind is not None else None


def _item(annotation: Any, step: str | int) -> Any:
    for member in _members(annotation):
        origin, arguments = get_origin(member), get_args(member)
        if origin is dict:
            return arguments[1]
        if origin is tuple and arguments:
            if arguments[-1] is Ellipsis or not isinstance(step, int):
                return arguments[0]
            return arguments[min(step, len(arguments) - 1)]
    return None
