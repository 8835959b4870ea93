"""Find every error in data that is not valid: validate it part by part, and keep the parts that are sound."""

import copy
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, cast

from pydantic import BaseModel, TypeAdapter, ValidationError

from quizgen.loading.error_help import meant_key, meant_kind, problem_for
from quizgen.loading.error_paths import data_path, item_annotation, models_in
from quizgen.loading.stand_ins import CITATION, IN_ITEMS
from quizgen.questions.base import Model
from quizgen.questions.codes import Code
from quizgen.questions.kinds import kind_from_name
from quizgen.questions.problem import PROBLEM, DataPath, Problem

_COUNTED = {"distractors", "options", "answers", "steps", "pairs"}
_COUNTS = {Code.OPTION_COUNT, Code.OPTION_ORDER, Code.STEP_COUNT, Code.PAIR_COUNT}


def by_parts(
    model: type[Model], data: dict[str, Any], known: Mapping[str, Mapping[int, Any]] = MappingProxyType({})
) -> tuple[dict[str, Any], dict[str, list[int]], list[Problem]]:
    """Validate field by field and item by item; return the sound parts by name, and what is wrong with the rest.

    For each list, the middle part of the result has the index in ``data`` of each sound item. ``known`` are items that
    have been validated, by the name of their list and by index.
    """
    fields = model.model_fields
    if (nested := _indented_key(data, fields)) is not None:
        owner, name = nested
        inside = {key: value for key, value in data[owner].items() if key != name}
        sound, places, found = by_parts(model, {**data, owner: inside, name: data[owner][name]})
        sound.pop(name, None)
        places.pop(name, None)
        message = f"`{name}:` is indented, so it is read as part of `{owner}`"
        problem = Problem(Code.UNKNOWN_KEY, message, "begin it in column 1", (owner, name))
        moved = [replace(one, at=(owner, *one.at)) if one.at[:1] == (name,) else one for one in found]
        return sound, places, [problem, *moved]
    misspelled = {meant_key(str(key), fields) for key in data if key not in fields}
    problems = [
        problem_for({"type": "extra_forbidden", "input": data[key]}, (str(key),), fields)
        for key in data
        if key not in fields
    ]
    parts: dict[str, Any] = {}
    indexes: dict[str, list[int]] = {}
    for name, info in fields.items():
        if name not in data:
            if not info.is_required():
                parts[name] = info.get_default(call_default_factory=True)
            elif name not in misspelled:
                problems.append(problem_for({"type": "missing", "input": data}, (name,), fields))
            continue
        annotation = info.rebuild_annotation()
        item = item_annotation(annotation)
        if item is not None and isinstance(data[name], list) and data[name]:
            found, parts[name], indexes[name] = _items(item, data[name], name, known.get(name, {}))
            problems += found
            continue
        try:
            parts[name] = validated(model, name, data[name])
        except ValidationError as error:
            problems += _all_problems(annotation, data[name], (name,), error)
    return parts, indexes, problems


def _indented_key(data: Mapping[str, Any], fields: Collection[str]) -> tuple[str, str] | None:
    """Return a mapping of ids and the key of the file that is indented below it by mistake, or None."""
    for owner in ("topics", "entities"):
        if isinstance(inside := data.get(owner), dict):
            for name in ("topics", "entities", "facts", "questions", "orders", "matches"):
                below = inside.get(name)
                is_entity = owner == "entities" and isinstance(below, dict) and "name" in below
                if name in fields and name not in data and isinstance(below, list | dict) and not is_entity:
                    return owner, name
    return None


def _items(
    annotation: Any, items: list[Any], name: str, known: Mapping[int, Any]
) -> tuple[list[Problem], tuple[Any, ...], list[int]]:
    problems: list[Problem] = []
    sound: list[Any] = []
    indexes: list[int] = []
    adapter = _adapter(annotation)
    for index, item in enumerate(items):
        try:
            sound.append(known[index] if index in known else adapter.validate_python(item))
        except ValidationError as error:
            found = list(_all_problems(annotation, item, (name, index), error))
            problems += _answer_beside_blank(found, item) if isinstance(item, dict) else found
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


def validated(model: type[Model], name: str, value: Any) -> Any:
    """Return ``value`` as the field ``name`` of ``model`` holds it; raise pydantic's error if it does not fit."""
    return _adapter(model.model_fields[name].rebuild_annotation()).validate_python(value)


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    for model in models_in(annotation):
        model.model_rebuild()  # each adapter would build a model that has not been built yet for itself alone
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return TypeAdapter(annotation, config=None if is_model else Model.model_config)


def _all_problems(annotation: Any, value: Any, at: DataPath, error: ValidationError) -> Iterator[Problem]:
    first = list(problems_of(error, annotation, value, at))
    written = {key for problem in first for key in problem.writes}
    first = [one for one in first if not (one.code is Code.MISSING_KEY and one.at and one.at[-1] in written)]
    if isinstance(value, dict) and (misspelled := list(_misspelled_keys(error, annotation, value))):
        paths = {(*at, *path) for path, _ in misspelled}
        yield from (problem for problem in first if problem.at in paths)
        yield from _respelled(annotation, value, at, misspelled)
        return
    yield from first
    if not isinstance(value, dict):
        return
    entries = error.errors()
    if any(entry["type"].startswith("union_tag") for entry in entries):
        # pydantic has validated nothing but the kind.
        if (kind := meant_kind(value)) is not None:
            named = value.get("type")
            without = {"type"} if isinstance(named, str) and kind_from_name(named) == kind else set()
            meant = {key: part for key, part in value.items() if key not in without}
            yield from _problems_as(annotation, {**meant, "kind": kind}, at)
    # Without the parts that are wrong, the model's own checks may find more.
    elif not any(entry["type"] == PROBLEM and not data_path(annotation, value, entry["loc"])[0] for entry in entries):
        rest = copy.deepcopy(value)
        for problem in sorted(first, key=lambda one: str(one.at), reverse=True):  # items of a list from its end
            _remove(rest, problem.at[len(at) :])
        if "citation" in value and "paragraph" not in (rest.get("citation") or {}):
            rest["citation"] = {**CITATION, **(rest.get("citation") or {})}
        counted = {step for problem in first for step in problem.at[len(at) :]} & _COUNTED
        filled = {(*at, *path) for path in _fill_in(annotation, rest)}
        try:
            _adapter(annotation).validate_python(rest)
        except ValidationError as second:
            found = problems_of(second, annotation, value, at, only_checks=True)
            # A removed item is not missing.
            seen = {(problem.code, problem.at) for problem in first}
            for problem in found:
                is_counted = counted and problem.code in _COUNTS
                if not is_counted and problem.at not in filled and (problem.code, problem.at) not in seen:
                    yield problem


def _fill_in(annotation: Any, value: Any) -> Iterator[DataPath]:
    """Add a neutral text for each required text that ``value`` lacks, and yield its path."""
    try:
        _adapter(annotation).validate_python(value)
    except ValidationError as error:
        for entry in error.errors():
            path = data_path(annotation, value, entry["loc"])[0]
            owner = _at(value, path[:-1])
            if entry["type"] == "missing" and path[-1] in IN_ITEMS and isinstance(owner, dict):
                owner[path[-1]] = IN_ITEMS[path[-1]]
                yield path


def _answer_beside_blank(problems: list[Problem], value: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield ``problems``; a blank without a mark and the answer below it are one problem, which names both."""
    answer, blanks = value.get("answer"), re.findall("_{2,}", str(value.get("text")))
    unmarked = next((one for one in problems if one.code is Code.NO_MARK), None)
    if unmarked is None or len(blanks) != 1 or not isinstance(answer, str | int | float):
        yield from problems
        return
    for one in problems:
        if one is unmarked:
            yield replace(one, help=f"write {{{{c1::{answer}}}}} instead of {blanks[0]}, and delete `answer`")
        elif not (one.code is Code.UNKNOWN_KEY and one.at[-1:] == ("answer",)):
            yield one


def _misspelled_keys(error: ValidationError, annotation: Any, value: Any) -> Iterator[tuple[DataPath, str]]:
    """Yield the path in ``value`` of each key that seems to be misspelled, with the key that is meant."""
    found: set[DataPath] = set()
    for entry in error.errors():
        if entry["type"] == "extra_forbidden" and entry["input"] is not None:
            path, keys = data_path(annotation, value, entry["loc"])
            owner = _at(value, path[:-1])
            meant = meant_key(str(path[-1]), keys)
            if meant and isinstance(owner, dict) and meant not in owner and (*path[:-1], meant) not in found:
                found.add((*path[:-1], meant))
                yield path, meant


def _respelled(annotation: Any, value: Any, at: DataPath, misspelled: list[tuple[DataPath, str]]) -> Iterator[Problem]:
    """Yield what else is wrong in ``value``, read with the keys that are meant, so that none of them is missing."""
    meant_value = copy.deepcopy(value)
    for path, meant in misspelled:
        owner = _at(meant_value, path[:-1])
        owner[meant] = owner.pop(path[-1])
    written = {(*at, *path[:-1], meant): (*at, *path) for path, meant in misspelled}
    for problem in _problems_as(annotation, meant_value, at):
        meant_at = next((place for place in written if problem.at[: len(place)] == place), None)
        if meant_at is None:
            yield problem
        elif problem.code is not Code.WRONG_TYPE:  # such a value may belong to yet another key
            yield replace(problem, at=(*written[meant_at], *problem.at[len(meant_at) :]))


def _at(data: Any, path: DataPath) -> Any:
    """Return what is written at ``path``, or None: distractors that follow from ``options`` are not written."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


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
    elif isinstance(data, list) and path and isinstance(path[-1], int) and path[-1] < len(data):
        del data[path[-1]]


def _not_a_distractor(value: Any, path: DataPath) -> DataPath | None:
    """Return the path of a mapping among distractors that has no text, if ``path`` leads into one."""
    at = path.index("distractors") + 2
    item = _at(value, path[:at])
    return path[:at] if len(path) > at and isinstance(item, Mapping) and not {"text", "feedback"} & set(item) else None


def _owner(value: Any, path: DataPath) -> Mapping[str, Any]:
    """Return the mapping in ``value`` that holds the key at the end of ``path``, or the list that ``path`` is in."""
    last = max((at for at, step in enumerate(path) if isinstance(step, str)), default=0)
    owner = _at(value, path[:last])
    return owner if isinstance(owner, Mapping) else {}


def problems_of(
    error: ValidationError, annotation: Any, value: Any, at: DataPath = (), *, only_checks: bool = False
) -> Iterator[Problem]:
    """Yield each problem in ``error``, which validating ``value`` as ``annotation`` raised; ``at`` is its path."""
    lists: set[tuple[DataPath, str]] = set()
    for found in error.errors(include_url=False):
        entry = cast("dict[str, Any]", found)
        path, keys = data_path(annotation, value, entry["loc"])
        if path[:-1] and _at(value, path[:-1]) is None:  # distractors from `options`, where the same is reported
            continue
        if entry["type"] == "too_short" and entry["input"]:  # none of its items is valid, which is reported
            continue
        if "distractors" in path and (item := _not_a_distractor(value, path)) is not None:
            path, entry = item, {"type": "string_type", "input": _at(value, item)}
        if entry["type"] == PROBLEM:
            problems: tuple[Problem, ...] = entry["ctx"]["problems"]
            for problem in problems:
                yield Problem(problem.code, problem.message, problem.help, (*at, *path, *problem.at))
        elif not only_checks:
            same = path[:-1], "" if path[-2:-1] == ("pairs",) else entry["type"]
            if path and isinstance(path[-1], int) and ("pairs" in path or entry["type"].endswith("_type")):
                if same in lists:  # the items of a list have the same mistake
                    continue
                lists.add(same)
            yield problem_for(entry, (*at, *path), keys, _owner(value, path))
