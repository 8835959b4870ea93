"""Validate imported items: give them ids, and report those that would not pass `quizgen check`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from quizgen.editing.ids import fresh_id, unlike, with_free_number
from quizgen.importing.items import OFTEN, Found, ImportProblem, Item, filled_in, title_id
from quizgen.importing.plain import clean
from quizgen.loading.by_parts import problems_of
from quizgen.progress import Watcher
from quizgen.questions import Question
from quizgen.questions.codes import Code
from quizgen.questions.fields import ID_PATTERN, TAG_PATTERN
from quizgen.questions.problem import Problem
from quizgen.questions.sets import question_adapter

_KEYS = (
    "id", "kind", "stem", "text", "answer", "answers", "distractors", "options", "shuffle", "pin_last", "accept",
    "reject", "pattern", "type", "unit", "tolerance", "range", "steps", "pairs", "topic", "tags", "explanation", "hint",
    "citation", "attribution", "grading", "answer_language", "language", "priority", "point", "fact", "facts", "lint",
    "retired", "formerly", "image", "audio", "guid",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accepted:
    """The valid questions as data for a set's file, and a report of everything else."""

    questions: tuple[dict[str, Any], ...]
    topics: dict[str, str]
    problems: tuple[ImportProblem, ...]
    groups: dict[str, str]
    """The note type of each question, by the question's id."""


def accept(found: Found, watch: Watcher | None = None) -> Accepted:
    """Validate every item; each becomes a question, or a problem with the reason.

    ``watch`` is called with the number of items done and their total.
    """
    adapter = question_adapter()
    taken: set[str] = set()
    guids: set[str] = set()
    topics = _Topics(found.topics, found.heading.get("topics", {}))
    questions: list[dict[str, Any]] = []
    problems: list[ImportProblem] = []
    groups: dict[str, str] = {}
    for number, item in enumerate(found.items):
        if watch is not None and number % OFTEN == 0:
            watch(number, len(found.items))
        if item.data is None:
            problems += (ImportProblem(item.where, note, is_left_out=True) for note in item.notes)
            continue
        data, notes = _completed(item, taken, guids)
        topic = data.pop("topic", None)
        try:
            adapter.validate_python(data)
        except ValidationError as error:
            reasons = "; ".join(map(_reason, problems_of(error, Question, data)))
            problems.append(ImportProblem(item.where, reasons, is_left_out=True))
            continue
        if topic and not str(topic).isspace():
            data["topic"] = topics.key_of(str(topic))
        taken.add(data["id"])
        groups |= {data["id"]: item.group} if item.group else {}
        guids.add(data.get("guid", ""))
        questions.append({key: data[key] for key in _KEYS if key in data})
        problems += (ImportProblem(item.where, note, is_left_out=False) for note in notes)
    return Accepted(tuple(questions), topics.names, tuple(problems), groups)


_CALLED = {"stem": "question", "text": "text with blanks", "answers": "answer"}
"""What authors of other programs call our keys."""


def _reason(problem: Problem) -> str:
    """Return why a question cannot be imported; a file of another program has no keys that could be missing."""
    if problem.code is Code.MISSING_KEY:
        name = str(problem.at[-1])
        return f"it has no {_CALLED.get(name, name)}"
    return problem.message


class _Topics:
    """Names of topics by their keys; each name gets its own key, in any alphabet.

    ``known`` are those of the set that the file comes from; its author wrote the ``named`` ones.
    """

    def __init__(self, known: Mapping[str, str], named: Mapping[str, str]) -> None:
        self._known = dict(known)
        self._named = dict(named)
        self._used: dict[str, str] = {}
        self._keys = {name.casefold(): key for key, name in reversed(tuple(known.items()))}

    @property
    def names(self) -> dict[str, str]:
        """The topics to list in the set; none if its author listed none and no topic is new."""
        is_listed = bool(self._named) or not self._used.keys() <= self._known.keys()
        return {**self._named, **self._used} if is_listed else {}

    def key_of(self, topic: str) -> str:
        name = " ".join(clean(topic).split())[:200] or "Topic"
        key = self._keys.get(name.casefold())
        if key is None:
            plain, taken = title_id(name), {**self._known, **self._used}
            key = unlike(plain, taken) if plain else with_free_number("topic", taken, 1)
            self._keys[name.casefold()] = key
        self._used.setdefault(key, self._known.get(key, name))
        return key


def _completed(item: Item, taken: set[str], guids: set[str]) -> tuple[dict[str, Any], list[str]]:
    """Return the item's data without empty fields, with a new id if needed, and with valid tags and guid only."""
    assert item.data is not None
    data = filled_in(item.data)
    notes = list(item.notes)
    wanted = str(data.get("id", ""))
    if not re.fullmatch(ID_PATTERN, wanted) or len(wanted) > 200 or wanted in taken:
        words = wanted or str(data.get("stem") or data.get("text") or "")
        data["id"] = fresh_id(words, taken)
        if wanted:
            notes.append(f"the id {wanted!r} was changed to {data['id']!r}")
    tags = [str(tag) for tag in data.get("tags", ())]
    fit = [tag for tag in tags if re.fullmatch(TAG_PATTERN, tag) and len(tag) <= 100]
    notes += (f"left out the tag {tag!r}, which Anki does not allow" for tag in tags if tag not in fit)
    data["tags"] = list(dict.fromkeys(fit))
    if not fit:
        del data["tags"]
    guid = data.get("guid")
    if guid is not None:
        is_valid = str(guid).isprintable() and str(guid) == str(guid).strip()
        if not is_valid or guid in guids:
            notes.append(f"ignored the {'duplicate' if is_valid else 'invalid'} guid {guid!r}")
            del data["guid"]
    return data, notes
