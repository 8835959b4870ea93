"""Which questions an export takes. By default one note for each core point: a lean deck, not the whole bank."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.anki.notes import note_tags
from quizgen.questions import ClozeQuestion, Question, QuestionSet
from quizgen.questions.arguments import require_at_least_zero, require_kinds
from quizgen.questions.base import Priority
from quizgen.questions.kinds import Kind
from quizgen.text.series import series

_PREFERENCE: Mapping[Kind, int] = {
    "card": 0,
    "cloze": 1,
    "short": 2,
    "number": 3,
    "choice": 4,
    "multiple": 5,
    "true_false": 6,
    "order": 7,
    "match": 8,
}
"""The kind to take for a point, lowest first: recall before recognition."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What goes into an export, and into which decks. Raises ArgumentError for an unknown kind or a negative number."""

    kinds: frozenset[Kind] = frozenset()
    """Take every question of these kinds instead of one for each point."""
    topics: frozenset[str] = frozenset()
    """Take only questions of these topics; an empty set takes all."""
    tags: frozenset[str] = frozenset()
    """Include only questions with one of these tags or their subtags: ``physics`` includes ``physics::optics``."""
    detail: bool = False
    """Take detail points too, not only core points."""
    everything: bool = False
    """Take every question that is not retired, whether core or detail."""
    retired: bool = False
    """Take the retired questions instead, tagged ``quizgen::retired``, for learners who have an older deck."""
    deck: str | None = None
    """Name of the deck instead of the set's title. If there are several sets, each becomes a subdeck of it."""
    subdecks: bool = False
    """Make a subdeck for each topic."""
    new_per_day: int | None = None
    """New cards a day, sent along as deck options."""

    @property
    def one_for_each(self) -> str | None:
        """What has one note each: ``core point`` or ``point``; None if every question that fits is taken."""
        if self.retired or self.everything or self.kinds:
            return None
        return "point" if self.detail else "core point"

    def __post_init__(self) -> None:
        require_kinds(self.kinds)
        require_at_least_zero("new_per_day", self.new_per_day)


OneEach = Mapping[Priority, Sequence[int]]
"""By priority, the indexes of questions that together test each point once (``one_per_point``)."""


def is_retired(question_set: QuestionSet, question: Question) -> bool:
    """Return whether the question, or its whole set, is kept in the file but no longer asked."""
    return question_set.retired or question.retired


def selected(question_set: QuestionSet, options: ExportOptions, one_each: OneEach) -> list[bool]:
    """Return for each question of the set whether it is exported."""
    taken = set(_candidates(question_set, options, one_each))
    passes = filter_of(question_set, options)
    return [index in taken and passes(question) for index, question in enumerate(question_set.questions)]


def why_nothing(sets: Sequence[QuestionSet], options: ExportOptions) -> str:
    """Return why an export of ``sets`` has no question, and the option that includes some."""
    given = [
        name if len(values) == 1 else f"{name}s"
        for name, values in (("kind", options.kinds), ("topic", options.topics), ("tag", options.tags))
        if values
    ]
    wanted = series(given) if given else ""
    matching = [(one, question) for one in sets for question in filter(filter_of(one, options), one.questions)]
    if given and not matching:
        return f"nothing to export: no question matches the given {wanted}"
    if options.retired:
        having = f" with the given {wanted}" if given else ""
        return f"nothing to export: there are no retired questions{having} in {', '.join(one.id for one in sets)}"
    those = "all matching questions" if given else "all questions"
    left = [question for one, question in matching if not is_retired(one, question)]
    if not left:
        return f"nothing to export: {those} are retired; use --retired to export them"
    if any(question.priority == "core" for question in left):
        return (
            "nothing to export: for the points of the matching questions, the deck uses other questions; use --all to "
            "export all matching questions"
        )
    but = " that are not retired" if len(left) < len(matching) else ""
    return f"nothing to export: {those}{but} are on points that are marked as details; use --detail to include them"


def filter_of(question_set: QuestionSet, options: ExportOptions) -> Callable[[Question], bool]:
    """Return a function that says whether a question of the set has a kind, topic and tag of ``options``."""
    wanted_tags = tuple(f"{tag.casefold()}::" for tag in options.tags)

    def passes(question: Question) -> bool:
        return (
            (not options.kinds or question.kind in options.kinds)
            and (not options.topics or question.topic in options.topics)
            and (not wanted_tags or _has_tag(note_tags(question_set, question), wanted_tags))
        )

    return passes


def tiers(question_set: QuestionSet, one_each: OneEach) -> Iterator[list[int]]:
    """Yield groups of question indexes in the order in which new cards come up: core, detail, then the rest by kind.

    Each question is in exactly one group; a group may be empty.
    """
    seen: set[int] = set()
    for priority in _PRIORITIES:
        group = [index for index in one_each[priority] if index not in seen]
        seen.update(group)
        yield group
    rest: dict[tuple[bool, Priority, int], list[int]] = defaultdict(list)
    for index, question in enumerate(question_set.questions):
        if index not in seen:
            retired = is_retired(question_set, question)
            rest[retired, question.priority, _PREFERENCE[question.kind]].append(index)
    yield from (rest[key] for key in sorted(rest))


_PRIORITIES: tuple[Priority, ...] = ("core", "detail")


def _candidates(question_set: QuestionSet, options: ExportOptions, one_each: OneEach) -> Iterator[int]:
    questions = question_set.questions
    if options.retired:
        return (index for index, one in enumerate(questions) if is_retired(question_set, one))
    if options.everything:
        return (index for index, one in enumerate(questions) if not is_retired(question_set, one))
    priorities = _PRIORITIES if options.detail else _PRIORITIES[:1]
    if options.kinds:
        return (
            index
            for index, one in enumerate(questions)
            if one.priority in priorities and not is_retired(question_set, one)
        )
    return (index for priority in priorities for index in one_each[priority])


def one_per_point(question_set: QuestionSet) -> OneEach:
    """Return the questions that together test each point of a priority once, in the set's order.

    If a point is tested only by a question with several cards, that question is taken only if no other note tests any
    of its points: the same point would be asked twice.
    """
    questions = question_set.questions
    by_point: dict[str, list[int]] = defaultdict(list)
    for index, question in enumerate(questions):
        if not is_retired(question_set, question):
            for point in question.points:
                by_point[point].append(index)
    chosen: dict[Priority, set[int]] = {priority: set() for priority in _PRIORITIES}
    covered: dict[Priority, set[str]] = {priority: set() for priority in _PRIORITIES}
    left: list[tuple[Priority, int]] = []
    for indexes in by_point.values():
        priority = _priority([questions[index] for index in indexes])
        best = indexes[0] if len(indexes) == 1 else min(indexes, key=lambda index: (*_rank(questions[index]), index))
        if _cards(questions[best]) == 1:
            chosen[priority].add(best)
            covered[priority].update(questions[best].points)
        else:
            left.append((priority, best))
    for priority, best in left:
        if covered[priority].isdisjoint(questions[best].points):
            chosen[priority].add(best)
            covered[priority].update(questions[best].points)
    return {priority: sorted(chosen[priority]) for priority in _PRIORITIES}


def _priority(asking: Sequence[Question]) -> Priority:
    """Return the priority of a point from the questions that test it; those that test nothing else take precedence."""
    alone = [question for question in asking if len(question.points) == 1]
    return "core" if any(question.priority == "core" for question in alone or asking) else "detail"


def _rank(question: Question) -> tuple[bool, bool, int]:
    return _cards(question) > 1, len(question.points) > 1, _PREFERENCE[question.kind]


def _cards(question: Question) -> int:
    return len({mark.number for mark in question.marks}) if isinstance(question, ClozeQuestion) else 1


def _has_tag(tags: Sequence[str], wanted: tuple[str, ...]) -> bool:
    return any(f"{tag.casefold()}::".startswith(wanted) for tag in tags)
