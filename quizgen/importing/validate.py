"""From what an import found to questions that `quizgen check` takes: ids given, faults named and left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from quizgen.editing.ids import fresh_id, numbered, unlike
from quizgen.importing.items import OFTEN, Found, Item, Watch
from quizgen.importing.plain import clean
from quizgen.loading.error_messages import kebab, problem_for
from quizgen.questions import Question
from quizgen.questions.fields import ID_PATTERN, TAG_PATTERN
from quizgen.questions.problem import PROBLEM

_KEYS = (
    "id", "kind", "stem", "text", "answer", "answers", "distractors", "options", "shuffle", "accept", "type", "unit",
    "tolerance", "range", "steps", "pairs", "topic", "tags", "explanation", "hint", "citation", "attribution",
    "image", "guid",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accepted:
    """The questions as data for a set's file, and what the author is to be told."""

    questions: tuple[dict[str, Any], ...]
    topics: dict[str, str]
    left_out: tuple[tuple[str, str], ...]
    """Where an item stands, and why it could not be taken."""
    remarks: tuple[tuple[str, str], ...]
    """Where an item stands that was taken, and what of it was not."""

    @property
    def kinds(self) -> Counter[str]:
        """How many questions of each kind."""
        return Counter(question["kind"] for question in self.questions)


def accept(found: Found, watch: Watch | None = None) -> Accepted:
    """Check every item as a set's file would be checked; each becomes a question or is named with the reason.

    ``watch`` is told how many of how many are done.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(Question)
    taken: set[str] = set()
    guids: set[str] = set()
    topics = _Topics()
    questions: list[dict[str, Any]] = []
    left_out: list[tuple[str, str]] = []
    remarks: list[tuple[str, str]] = []
    for number, item in enumerate(found.items):
        if watch is not None and number % OFTEN == 0:
            watch(number, len(found.items))
        if item.data is None:
            left_out += ((item.where, note) for note in item.notes)
            continue
        data, notes = _completed(item, taken, guids)
        topic = data.pop("topic", None)
        try:
            adapter.validate_python(data)
        except ValidationError as error:
            left_out.append((item.where, "; ".join(_reasons(error))))
            continue
        if topic and not str(topic).isspace():
            data["topic"] = topics.key_of(str(topic))
        taken.add(data["id"])
        guids.add(data.get("guid", ""))
        questions.append({key: data[key] for key in _KEYS if key in data})
        remarks += ((item.where, note) for note in notes)
    return Accepted(tuple(questions), topics.names, tuple(left_out), tuple(remarks))


class _Topics:
    """The topics' names by their keys, which are their own for each name, whatever its alphabet."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._keys: dict[str, str] = {}

    def key_of(self, topic: str) -> str:
        name = " ".join(clean(topic).split())[:200] or "Topic"
        if (known := self._keys.get(name.casefold())) is not None:
            return known
        plain = kebab(name.replace(".", " "))[:100].strip("-")
        key = unlike(plain, self.names) if plain else numbered("topic", self.names, 1)
        self._keys[name.casefold()], self.names[key] = key, name
        return key


def _completed(item: Item, taken: set[str], guids: set[str]) -> tuple[dict[str, Any], list[str]]:
    """The item's data without empty keys, with an id of its own, and with tags and guid that can stand."""
    assert item.data is not None
    data = {key: value for key, value in item.data.items() if value not in (None, "", [], {}, ())}
    notes = list(item.notes)
    wanted = str(data.get("id", ""))
    if not re.fullmatch(ID_PATTERN, wanted) or len(wanted) > 200 or wanted in taken:
        words = wanted or str(data.get("stem") or data.get("text") or "")
        data["id"] = fresh_id(words, taken)
        if wanted:
            notes.append(f"the id {wanted!r} became {data['id']!r}")
    tags = [str(tag) for tag in data.get("tags", ())]
    fit = [tag for tag in tags if re.fullmatch(TAG_PATTERN, tag) and len(tag) <= 100]
    notes += (f"left out the tag {tag!r}, which Anki would not take" for tag in tags if tag not in fit)
    data["tags"] = list(dict.fromkeys(fit))
    if not fit:
        del data["tags"]
    guid = data.get("guid")
    if guid is not None and (guid in guids or not str(guid).isprintable() or str(guid) != str(guid).strip()):
        notes.append(f"left out the guid {guid!r}, which cannot stand or stands twice")
        del data["guid"]
    return data, notes


def _reasons(error: ValidationError) -> Iterator[str]:
    for entry in error.errors(include_url=False):
        if entry["type"] == PROBLEM:
            yield from (problem.message for problem in entry["ctx"]["problems"])
        else:
            place = tuple(step for step in entry["loc"] if step != "[key]")
            yield problem_for({**entry}, place, ()).message
