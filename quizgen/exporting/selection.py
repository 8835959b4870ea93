"""Which questions an export takes, and the folder of their pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

from quizgen.anki.errors import ExportError
from quizgen.anki.export import Pictures, Sets, folder_of
from quizgen.anki.selection import ExportOptions, filter_of, is_retired, one_per_point, selected, why_nothing
from quizgen.exporting.formats import FORMAT_INFO, Format
from quizgen.questions import Question, QuestionSet


@dataclass(frozen=True, slots=True)
class Part:
    """The questions of one set that are exported."""

    question_set: QuestionSet
    questions: tuple[Question, ...]
    folder: Path | None = None
    """The folder that the paths of pictures are relative to."""


def parts_of(
    sets: Sets, form: Format, options: ExportOptions | None = None, pictures: Pictures | None = None
) -> tuple[Part, ...]:
    """Return what an export of ``sets`` takes; raise ExportError if that is nothing, or if ``options`` are for Anki.

    A question bank holds every question that is not retired, not one for each point as a deck does; a format that can
    say that a question is retired holds those, too. Other programs have no tags for a whole set: there each question
    gets them.
    """
    sets = (sets,) if isinstance(sets, QuestionSet) else tuple(sets)
    options = options or ExportOptions()
    if options.deck or options.subdecks or options.new_per_day is not None:
        raise ExportError("decks and their options are only for Anki; export an Anki package instead")
    parts = tuple(Part(one, _selected(one, form, options), folder_of(pictures, one.id)) for one in sets)
    if not any(part.questions for part in parts):
        raise ExportError(why_nothing(sets, options))
    return parts


def deck_parts_of(sets: Sets, options: ExportOptions | None = None) -> tuple[Part, ...]:
    """Return what an export of ``sets`` to Anki takes."""
    sets = (sets,) if isinstance(sets, QuestionSet) else tuple(sets)
    options = options or ExportOptions()
    return tuple(Part(one, tuple(compress(one.questions, selected(one, options, one_per_point(one))))) for one in sets)


def retired_of(
    sets: Sets, form: Format, options: ExportOptions | None = None
) -> Iterator[tuple[QuestionSet, Question]]:
    """Yield the retired questions that an export of ``sets`` leaves out, with their sets."""
    options = options or ExportOptions()
    if _has_retired(form) or options.retired:
        return
    for one in [sets] if isinstance(sets, QuestionSet) else sets:
        passes = filter_of(one, options)
        yield from ((one, question) for question in one.questions if is_retired(one, question) and passes(question))


def _has_retired(form: Format) -> bool:
    """Return whether ``form`` can say that a question is retired."""
    return FORMAT_INFO[form].is_own or "retired" in FORMAT_INFO[form].fields


def _selected(question_set: QuestionSet, form: Format, options: ExportOptions) -> tuple[Question, ...]:
    passes = filter_of(question_set, options)
    is_own = FORMAT_INFO[form].is_own
    has_both = _has_retired(form) and not options.retired
    selected = tuple(
        question
        for question in question_set.questions
        if (has_both or is_retired(question_set, question) == options.retired) and passes(question)
    )
    return selected if is_own else tuple(_with_shared(one, question_set) for one in selected)


def _with_shared(question: Question, question_set: QuestionSet) -> Question:
    """Return ``question`` with what its set says of all questions."""
    tags, retired = tuple(dict.fromkeys((*question_set.tags, *question.tags))), is_retired(question_set, question)
    return question.model_copy(update={"tags": tags, "retired": retired})
