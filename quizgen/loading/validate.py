"""Validate a file's data and find every error in it at once.

pydantic skips a model's own checks as soon as one field is wrong. Authors want all errors at once, so a file that fails
is examined again part by part. Sound files never take this slow path.
"""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

import yaml_rs
from pydantic import BaseModel, TypeAdapter, ValidationError

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.loading.error_messages import meant_kind, problem_for
from quizgen.loading.error_paths import data_path, item_annotation
from quizgen.loading.stand_ins import stand_ins
from quizgen.questions.base import Model
from quizgen.questions.codes import Code
from quizgen.questions.problem import PROBLEM, DataPath, Problem, problems_in
from quizgen.questions.sets import duplicate_ids

_COUNTED = {"distractors", "options", "answers", "steps", "pairs"}
_COUNTS = {Code.OPTION_COUNT, Code.STEP_COUNT, Code.PAIR_COUNT}
# What refers to an item may refer to one that is left out because of its own errors.
_REFERENCES = {Code.UNKNOWN_FACT, Code.UNKNOWN_POINT, Code.UNKNOWN_ENTITY}

ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True, slots=True)
class Examined(Generic[ModelT]):
    """The result of one examination of a file's data."""

    value: ModelT | None
    """The model; None if the data has errors."""
    parts: Mapping[str, Any]
    """The sound fields by name; a list keeps its sound items only."""
    diagnostics: tuple[Diagnostic, ...] = ()
    indexes: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For each list that lacks items: the index in the file of each sound item."""

    def index(self, name: str, item: int) -> int:
        """Return the index in the file of sound item number ``item`` of the list ``name``."""
        return self.indexes[name][item] if name in self.indexes else item

    def in_file(self, problem: Problem) -> Problem:
        """Return ``problem``, found in the sound ``parts``, with its path in the file."""
        match problem.at:
            case (str(name), int(item), *rest):
                return replace(problem, at=(name, self.index(name, item), *rest))
        return problem


def examine(model: type[ModelT], document: Document) -> Examined[ModelT]:
    """Validate ``document`` as ``model`` and locate every error."""
    diagnostics = altered_numbers(document)
    try:
        value = _adapter(model).validate_python(document.data)
    except ValidationError:
        found, problems = _by_parts(model, document.data)
        # Ids are compared in the data itself: an item with errors may share its id with another.
        joint = (problem for problem in _joint_problems(model, found) if problem.code is not Code.DUPLICATE_ID)
        problems += (*map(found.in_file, joint), *_duplicate_ids(document.data))
        diagnostics += (located(document, problem) for problem in problems)
        return replace(found, diagnostics=tuple(diagnostics))
    return Examined(value, dict(value), tuple(diagnostics))


def _joint_problems(model: type[ModelT], found: Examined[ModelT]) -> Iterator[Problem]:
    """Yield what the model's own checks find in the sound parts, with stand-ins for the required parts that are not."""
    missing = {name for name in model.model_fields if name not in found.parts} | set(found.indexes)
    try:
        _adapter(model).validate_python({**found.parts, **stand_ins(model, found.parts)})
    except ValidationError as error:
        for problem in problems_in(error):
            if not (missing and problem.code in _REFERENCES):
                yield problem


def _duplicate_ids(data: dict[str, Any]) -> Iterator[Problem]:
    for name, what in (("questions", "question"), ("facts", "fact")):
        items = data.get(name)
        if isinstance(items, list):
            ids = ((index, item.get("id")) for index, item in enumerate(items) if isinstance(item, dict))
            yield from duplicate_ids((((name, index), key) for index, key in ids if isinstance(key, str)), what)


def located(document: Document, problem: Problem) -> Diagnostic:
    """Return ``problem`` with its place in the document."""
    at_key = problem.code is Code.UNKNOWN_KEY
    line, column = document.positions.of(problem.at, key=at_key)
    return Diagnostic(document.path, line, column, problem.code, problem.message, problem.help)


# Numbers that a YAML reader would write back differently: leading and trailing zeros, underscores, exponents.
_ODD = r"[-+]?(?:0[0-9_]+|0[xo][0-9a-fA-F_]+|[0-9]+_[0-9_]*|[0-9]*\.[0-9]*0|[0-9.]+[eE][-+]?[0-9]+|[0-9]+\.)"
_ODD_NUMBER = re.compile(_ODD)
# A cheap test for such a number as a value: finding its place costs more than reading the file.
_MAYBE_ODD = re.compile(rf"(?:[:,\[]|^[ \t]*-)[ \t]*{_ODD}[ \t]*(?:[,\]}}#]|$)", re.MULTILINE)
_NUMERIC_KEYS = {"tolerance", "range", "paragraph"}


def altered_numbers(document: Document) -> list[Diagnostic]:
    """Return the numbers that are meant as text and that YAML would change: 007 becomes 7, 1.50 becomes 1.5."""
    if not _MAYBE_ODD.search(document.text):
        return []
    diagnostics = []
    for path, written, line, column in document.positions.plain_scalars(_ODD_NUMBER):
        read = cast("Any", yaml_rs.loads(f"- {written}\n", parse_datetime=False))[0]
        if isinstance(read, int | float) and str(read) != written and not _takes_number(document.data, path):
            message, help = f"YAML reads {written} as {read}", f'put it in quotes: "{written}"'
            diagnostics.append(Diagnostic(document.path, line, column, Code.ALTERED_NUMBER, message, help))
    return diagnostics


def _takes_number(data: Any, path: DataPath) -> bool:
    names = [step for step in path if isinstance(step, str)]
    if not names or names[-1] in _NUMERIC_KEYS:
        return True
    owner = data
    for step in path[:-1]:
        owner = owner[step]
    return names[-1] == "answer" and isinstance(owner, dict) and owner.get("kind") == "number"


def _by_parts(model: type[ModelT], data: dict[str, Any]) -> tuple[Examined[ModelT], list[Problem]]:
    """Validate field by field and item by item; return the sound parts and what is wrong with the rest."""
    fields = model.model_fields
    problems = [
        problem_for({"type": "extra_forbidden", "input": data[key]}, (str(key),), fields)
        for key in data
        if key not in fields
    ]
    parts: dict[str, Any] = {}
    indexes: dict[str, list[int]] = {}
    for name, info in fields.items():
        if name not in data:
            if info.is_required():
                problems.append(problem_for({"type": "missing", "input": data}, (name,), fields))
            else:
                parts[name] = info.get_default(call_default_factory=True)
            continue
        annotation = info.rebuild_annotation()
        item = item_annotation(annotation)
        if item is not None and isinstance(data[name], list) and data[name]:
            found, parts[name], indexes[name] = _items(item, data[name], name)
            problems += found
            continue
        try:
            parts[name] = _adapter(annotation).validate_python(data[name])
        except ValidationError as error:
            problems += _all_problems(annotation, data[name], (name,), error)
    return Examined(None, parts, indexes=indexes), problems


def _items(annotation: Any, items: list[Any], name: str) -> tuple[list[Problem], tuple[Any, ...], list[int]]:
    problems: list[Problem] = []
    sound: list[Any] = []
    indexes: list[int] = []
    adapter = _adapter(annotation)
    for index, item in enumerate(items):
        try:
            sound.append(adapter.validate_python(item))
        except ValidationError as error:
            problems += _all_problems(annotation, item, (name, index), error)
        else:
            indexes.append(index)
    return problems, tuple(sound), indexes


def first_problem(model: type[Model], data: Mapping[str, Any]) -> Problem | None:
    """Return the first thing in ``data`` that ``model`` does not accept, or None."""
    try:
        _adapter(model).validate_python(data)
    except ValidationError as error:
        return next(problems_of(error, model, data))
    return None


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return TypeAdapter(annotation, config=None if is_model else Model.model_config)


def _all_problems(annotation: Any, value: Any, at: DataPath, error: ValidationError) -> Iterator[Problem]:
    first = list(problems_of(error, annotation, value, at))
    yield from first
    if not isinstance(value, dict):
        return
    entries = error.errors()
    if any(entry["type"].startswith("union_tag") for entry in entries):
        # pydantic has validated nothing but the kind.
        if (kind := meant_kind(value)) is not None:
            yield from _problems_as(annotation, {**value, "kind": kind}, at)
    # Without the parts that are wrong, the model's own checks may find more.
    elif not any(entry["type"] == PROBLEM for entry in entries):
        rest = copy.deepcopy(value)
        for problem in first:
            _remove(rest, problem.at[len(at) :])
        counted = {step for problem in first for step in problem.at[len(at) :]} & _COUNTED
        try:
            _adapter(annotation).validate_python(rest)
        except ValidationError as second:
            found = problems_of(second, annotation, value, at, only_checks=True)
            # A removed item is not missing.
            yield from (problem for problem in found if not (counted and problem.code in _COUNTS))


def _problems_as(annotation: Any, value: Any, at: DataPath) -> Iterator[Problem]:
    try:
        _adapter(annotation).validate_python(value)
    except ValidationError as error:
        yield from _all_problems(annotation, value, at, error)


def _remove(data: Any, path: DataPath) -> None:
    for step in path[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict) and path:
        data.pop(path[-1], None)


def problems_of(
    error: ValidationError, annotation: Any, value: Any, at: DataPath = (), *, only_checks: bool = False
) -> Iterator[Problem]:
    """Yield each problem in ``error``, which validating ``value`` as ``annotation`` raised; ``at`` is its path."""
    for entry in error.errors(include_url=False):
        path, keys = data_path(annotation, value, entry["loc"])
        if entry["type"] == PROBLEM:
            problems: tuple[Problem, ...] = entry["ctx"]["problems"]
            for problem in problems:
                yield Problem(problem.code, problem.message, problem.help, (*at, *path, *problem.at))
        elif not only_checks:
            yield problem_for(cast("Any", entry), (*at, *path), keys)
