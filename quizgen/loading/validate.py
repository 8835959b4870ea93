"""Validate a file's data and find every error in it at once.

pydantic skips a model's own checks as soon as one field is wrong. Authors want all errors at once, so a file that fails
is examined again part by part (``by_parts``), without the questions that are sound. Sound files never take this path.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from quizgen.loading.altered_numbers import altered_numbers, split_numbers
from quizgen.loading.diagnostics import Diagnostic, for_file
from quizgen.loading.document import Document
from quizgen.questions.base import Model
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath, Problem
from quizgen.questions.sets import duplicate_ids, unknown_topics
from quizgen.text.lazy_pattern import lazy_pattern

# What refers to an item may refer to one that is left out because of its own errors.
_REFERENCES = {Code.UNKNOWN_FACT, Code.UNKNOWN_POINT, Code.UNKNOWN_ENTITY}

_COMPARED = {("id",), ("topic",)}

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


def examine(model: type[ModelT], document: Document, *, is_complete: bool = True) -> Examined[ModelT]:
    """Validate ``document`` as ``model`` and locate every error.

    If ``is_complete`` is false, ``document`` lacks the items that are not YAML, and references to them are not unknown.
    """
    diagnostics = list(altered_numbers(document))
    split = split_numbers(document)
    diagnostics += split.values()
    sound: list[Any] = []
    model.model_rebuild()  # the adapter would build a model that has not been built yet for itself alone
    try:
        value = TypeAdapter(model).validate_python(document.data, context=sound)
    except ValidationError as error:
        from quizgen.loading.by_parts import by_parts, problems_of

        known = {"questions": _by_index(sound, document.data.get("questions"), error)}
        parts, indexes, problems = by_parts(model, document.data, known)
        found: Examined[ModelT] = Examined(None, parts, indexes=indexes)
        # Ids and topics are compared in the data itself: an item with errors may share its id with another.
        joint = (problem for problem in _joint_problems(model, found) if problem.at[-1:] not in _COMPARED)
        in_file = map(found.in_file, joint)
        problems += (one for one in in_file if not _may_be_left_out(one, document.data, found, is_complete))
        problems += _duplicate_ids(document.data)
        if "facts" in model.model_fields and not isinstance(document.data.get("facts"), str):
            problems += unknown_topics(parts.get("topics") or (), written_topics(document.data))
        if not problems and is_complete:  # nothing that is not valid may pass without an error
            problems += problems_of(error, model, document.data)
        caused = {problem for problem in problems for at in split if problem.at[: len(at)] == at}
        diagnostics += (located(document, problem) for problem in problems if problem not in caused)
        return replace(found, diagnostics=tuple(diagnostics))
    return Examined(value, dict(value), tuple(diagnostics))


def _by_index(sound: Sequence[Any], items: Any, error: ValidationError) -> dict[int, Any]:
    """Return the ``sound`` ones of the questions in ``items``, which ``error`` says nothing about, by their index."""
    places = [entry["loc"] for entry in error.errors(include_url=False, include_context=False, include_input=False)]
    faulty = {place[1] for place in places if place[:1] == ("questions",) and len(place) > 1}
    indexes = [index for index in range(len(items)) if index not in faulty] if isinstance(items, list) else []
    return dict(zip(indexes, sound, strict=True)) if len(indexes) == len(sound) else {}


def _joint_problems(model: type[ModelT], found: Examined[ModelT]) -> Iterator[Problem]:
    """Yield what the model's own checks find in the sound parts, with stand-ins for required parts that have errors."""
    from quizgen.loading.by_parts import validated
    from quizgen.loading.stand_ins import stand_ins

    neutral = {name: validated(model, name, value) for name, value in stand_ins(model, found.parts).items()}
    # The parts are valid by themselves; validating them again would take as long as the first time.
    yield from model.model_construct(**{**found.parts, **neutral}).problems()


def _may_be_left_out(problem: Problem, data: Mapping[str, Any], found: Examined[Any], is_complete: bool) -> bool:
    """Return whether ``problem`` is an unknown id that an item with errors of its own may have."""
    if problem.code not in _REFERENCES:
        return False
    facts, entities = data.get("facts"), data.get("entities", {})
    if not is_complete or not isinstance(facts, list) or not isinstance(entities, dict):
        return True
    ids = [one.get("id") if isinstance(one, dict) else None for one in facts]
    if not all(isinstance(one, str) for one in ids):
        return True
    name: Any = data
    for step in problem.at:
        name = name[step]
    if problem.code is Code.UNKNOWN_ENTITY:
        return name in entities
    left_out = {*ids} - {fact.id for fact in found.parts.get("facts", ())}
    return any(name == one or name.startswith(f"{one}.") for one in left_out)


def _duplicate_ids(data: dict[str, Any]) -> Iterator[Problem]:
    for name, what in (("questions", "question"), ("facts", "fact")):
        items = data.get(name)
        if isinstance(items, list):
            ids = ((index, item.get("id")) for index, item in enumerate(items) if isinstance(item, dict))
            yield from duplicate_ids((((name, index), key) for index, key in ids if isinstance(key, str)), what)


def written_topics(data: Mapping[str, Any]) -> Iterator[tuple[DataPath, str]]:
    """Yield the path and the topic of each item in ``data`` that names one, whether it has errors or not."""
    for name in ("questions", "facts", "orders", "matches"):
        items = data.get(name)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and isinstance(topic := item.get("topic"), str):
                yield (name, index), topic.strip()


def located(document: Document, problem: Problem) -> Diagnostic:
    """Return ``problem`` with its place in the document."""
    if document.markdown is not None:
        from quizgen.loading.markdown.help import in_markdown

        problem = in_markdown(problem)
    if problem.first is not None:
        line = document.positions.of(problem.first)[0]
        problem = replace(problem, message=f"{problem.message}, first used on line {line}")
    at_key = problem.code is Code.UNKNOWN_KEY
    line, column = document.positions.of(problem.at, key=at_key)
    if problem.code is Code.WRONG_TYPE and (found := _COMMENT.match(document.text.split("\n")[line - 1])):
        message = "a # after a space begins a comment, so this value is empty"
        help = f'put the value in quotes: "{found["x"]}"'
        return Diagnostic(document.path, line, found.start("x") + 1, problem.code, message, help)
    help = for_file(problem.help, document.path)
    return Diagnostic(document.path, line, column, problem.code, problem.message, help)


_COMMENT = lazy_pattern(r"[ \t]*(?:- +)*(?:[\w-]+:|-)[ \t]+(?P<x>#[^\s\"\\]+)[ \t]*$")
"""A value that YAML takes for a comment: ``answer: #FF0000``."""
