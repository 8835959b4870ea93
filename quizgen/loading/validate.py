"""Everything that is wrong with a file's data, at once.

pydantic skips a model's own checks when a field is wrong. An author wants to hear of all of it, so a file that fails is
looked at again, part by part. This is the slow path: a sound file never comes here.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

import yaml_rs
from pydantic import BaseModel, TypeAdapter, ValidationError

from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.loading.error_messages import meant_kind, refusal_for
from quizgen.loading.error_paths import DataPath, data_path, item_annotation
from quizgen.questions.base import Model
from quizgen.questions.codes import Code
from quizgen.questions.problem import PROBLEM, Problem
from quizgen.questions.sets import duplicate_ids

_COUNTED = {"distractors", "options", "answers", "steps", "pairs"}
_COUNTS = {Code.OPTION_COUNT, Code.STEP_COUNT, Code.PAIR_COUNT}

ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True, slots=True)
class Examined(Generic[ModelT]):
    """A file's data as a model, and all its faults. With faults, ``value`` holds just the parts that are sound."""

    value: ModelT
    diagnostics: tuple[Diagnostic, ...] = ()
    origin: dict[str, list[int]] = field(default_factory=dict)

    def original(self, problem: Problem) -> Problem:
        """``problem`` of ``value`` with the index of an item among the sound ones turned into its index in the file."""
        at = problem.at
        if len(at) > 1 and isinstance(at[0], str) and isinstance(at[1], int) and at[0] in self.origin:
            return replace(problem, at=(at[0], self.origin[at[0]][at[1]], *at[2:]))
        return problem


def examine(model: type[ModelT], document: Document) -> Examined[ModelT]:
    """``document`` as ``model``, with every fault at its place."""
    diagnostics = altered_numbers(document)
    try:
        return Examined(model.model_validate(document.data), tuple(diagnostics))
    except ValidationError:
        parts, problems = _by_parts(model, document.data)
        # Ids are compared in the data itself: a faulty item may share its id with another.
        whole = (problem for problem in parts.value.problems() if problem.code is not Code.DUPLICATE_ID)
        problems += (*map(parts.original, whole), *_duplicate_ids(document.data))
        diagnostics += (located(document, problem) for problem in problems)
        return replace(parts, diagnostics=tuple(diagnostics))


def _duplicate_ids(data: dict[str, Any]) -> Iterator[Problem]:
    for name, what in (("questions", "question"), ("facts", "fact")):
        items = data.get(name)
        if isinstance(items, list):
            ids = ((index, item.get("id")) for index, item in enumerate(items) if isinstance(item, dict))
            yield from duplicate_ids((((name, index), key) for index, key in ids if isinstance(key, str)), what)


def located(document: Document, problem: Problem) -> Diagnostic:
    """``problem`` with its place in the document."""
    at_key = problem.code is Code.UNKNOWN_KEY
    line, column = document.positions.of(problem.at, key=at_key)
    return Diagnostic(document.path, line, column, problem.code, problem.message, problem.help)


# Numbers that a YAML reader would write back differently: leading and trailing zeros, underscores, exponents.
_ODD = r"[-+]?(?:0[0-9_]+|0[xo][0-9a-fA-F_]+|[0-9]+_[0-9_]*|[0-9]*\.[0-9]*0|[0-9.]+[eE][-+]?[0-9]+|[0-9]+\.)"
_ODD_NUMBER = re.compile(_ODD)
# A quick look whether one may stand alone as a value, since to find its place costs more than to read the file.
_MAYBE_ODD = re.compile(rf"(?:[:,\[]|^[ \t]*-)[ \t]*{_ODD}[ \t]*(?:[,\]}}#]|$)", re.MULTILINE)
_NUMERIC_KEYS = {"tolerance", "range", "paragraph"}


def altered_numbers(document: Document) -> list[Diagnostic]:
    """Numbers written where text is meant and that YAML would change: 007 becomes 7, 1.50 becomes 1.5."""
    if not _MAYBE_ODD.search(document.text):
        return []
    diagnostics = []
    for path, written, line, column in document.positions.plain_scalars(_ODD_NUMBER):
        read = cast("Any", yaml_rs.loads(f"- {written}\n", parse_datetime=False))[0]
        if isinstance(read, int | float) and str(read) != written and not _takes_number(document.data, path):
            message, help = f"YAML reads {written} as {read}", f'put quotes round it: "{written}"'
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
    """Check field by field and item by item, and put together what is sound."""
    fields = model.model_fields
    problems = [
        refusal_for({"type": "extra_forbidden", "input": data[key]}, (str(key),), fields)
        for key in data
        if key not in fields
    ]
    sound: dict[str, Any] = {}
    origin: dict[str, list[int]] = {}
    for name, info in fields.items():
        sound[name] = () if info.is_required() else info.get_default(call_default_factory=True)
        if name not in data:
            if info.is_required():
                problems.append(refusal_for({"type": "missing", "input": data}, (name,), fields))
            continue
        annotation = info.rebuild_annotation()
        item = item_annotation(annotation)
        if item is not None and isinstance(data[name], list) and data[name]:
            found, sound[name], origin[name] = _items(item, data[name], name)
            problems += found
            continue
        try:
            sound[name] = _adapter(annotation).validate_python(data[name])
        except ValidationError as error:
            problems += _all_refusals(annotation, data[name], (name,), error)
    return Examined(cast("ModelT", model.model_construct(**sound)), origin=origin), problems


def _items(annotation: Any, items: list[Any], name: str) -> tuple[list[Problem], tuple[Any, ...], list[int]]:
    problems: list[Problem] = []
    sound: list[Any] = []
    indexes: list[int] = []
    adapter = _adapter(annotation)
    for index, item in enumerate(items):
        try:
            sound.append(adapter.validate_python(item))
        except ValidationError as error:
            problems += _all_refusals(annotation, item, (name, index), error)
        else:
            indexes.append(index)
    return problems, tuple(sound), indexes


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return TypeAdapter(annotation, config=None if is_model else Model.model_config)


def _all_refusals(annotation: Any, value: Any, at: DataPath, error: ValidationError) -> Iterator[Problem]:
    first = list(_refusals_of(error, annotation, value, at))
    yield from first
    if not isinstance(value, dict):
        return
    entries = error.errors()
    if any(entry["type"].startswith("union_tag") for entry in entries):
        # Nothing but the kind has been looked at.
        if (kind := meant_kind(value)) is not None:
            yield from _refusals_as(annotation, {**value, "kind": kind}, at)
    # With the wrong optional parts out of the way, the model's own checks may have more to say.
    elif not any(entry["type"] == PROBLEM for entry in entries):
        rest = copy.deepcopy(value)
        for problem in first:
            _remove(rest, problem.at[len(at) :])
        counted = {step for problem in first for step in problem.at[len(at) :]} & _COUNTED
        try:
            _adapter(annotation).validate_python(rest)
        except ValidationError as second:
            found = _refusals_of(second, annotation, value, at, only_refused=True)
            # What was taken out is not missed.
            yield from (problem for problem in found if not (counted and problem.code in _COUNTS))


def _refusals_as(annotation: Any, value: Any, at: DataPath) -> Iterator[Problem]:
    try:
        _adapter(annotation).validate_python(value)
    except ValidationError as error:
        yield from _all_refusals(annotation, value, at, error)


def _remove(data: Any, path: DataPath) -> None:
    for step in path[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict) and path:
        data.pop(path[-1], None)


def _refusals_of(
    error: ValidationError, annotation: Any, value: Any, at: DataPath, *, only_refused: bool = False
) -> Iterator[Problem]:
    for entry in error.errors(include_url=False):
        path, keys = data_path(annotation, value, entry["loc"])
        if entry["type"] == PROBLEM:
            problems: tuple[Problem, ...] = entry["ctx"]["refusals"]
            for problem in problems:
                yield Problem(problem.code, problem.message, problem.help, (*at, *path, *problem.at))
        elif not only_refused:
            yield refusal_for(cast("Any", entry), (*at, *path), keys)
