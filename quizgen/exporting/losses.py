"""What a format cannot hold of a set and of each question: known before anything is written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.anki.export import Sets
from quizgen.anki.selection import ExportOptions, filter_of, is_retired
from quizgen.exporting.formats import FORMAT_INFO, FORMATS, Format
from quizgen.exporting.selection import Part, deck_parts_of, parts_of, retired_of
from quizgen.questions import ChoiceQuestion, NumberQuestion, Question, ShortQuestion
from quizgen.questions.arguments import require_known
from quizgen.questions.policy import GradingSwitches
from quizgen.text.plurals import count
from quizgen.text.series import series


@dataclass(frozen=True, slots=True)
class Loss:
    """Something about a set or a question that is not in the file."""

    set_id: str
    question_id: str
    """Empty if the loss is the set's."""
    field: str
    """The field of the question; ``kind`` if the format has no such kind of question; ``set`` for fields of the set."""
    message: str
    """What is lost or changed, to be read after "GIFT: "."""


_NAMES: Mapping[str, str] = {
    "tags": "the tags",
    "hint": "the hint",
    "image": "the picture",
    "audio": "the sound",
    "citation": "the paragraph of the source",
    "attribution": "the attribution (who makes the claim)",
    "retired": "the information that the question is retired",
    "reject": "the feedback for specific wrong answers",
    "pattern": "the pattern of accepted answers",
    "type": "the type of the answer",
    "unit": "the unit, which the question should name,",
    "grading": "the setting for how strictly answers are graded",
    "language": "the language of the question",
    "answer_language": "the language of the answer",
    "shuffle": "the fixed order of the options",
    "options": "the order of the options",
    "pin_last": "the setting that keeps the last option in place",
}
"""What a field is called in a message; the other fields are of use only in quizgen."""
_OWN_DATA = "data that only quizgen uses (points, priorities, facts, lint settings, earlier ids, Anki guids)"

_CASE_COUNTS = GradingSwitches(case="strict")
"""The one setting for grading that Moodle has, too."""

_Remarks = Callable[[Question], Iterator[tuple[str, str]]]


def losses(sets: Sets, format: Format, options: ExportOptions | None = None) -> tuple[Loss, ...]:  # noqa: A002
    """Return what ``format`` cannot hold of the exported questions of ``sets``.

    Raises ExportError if the sets cannot be exported, and ArgumentError if ``format`` is unknown.
    """
    require_known("format", (format,), FORMATS, "format")
    retired = tuple(
        Loss(one.id, question.id, "retired", "left out, because the question is retired; use --retired to export it")
        for one, question in retired_of(sets, format, options)
    )
    if not FORMAT_INFO[format].is_anki:
        return (*retired, *_of_parts(parts_of(sets, format, options), format))
    parts = deck_parts_of(sets, options)
    return (*retired, *_not_in_decks(parts, options or ExportOptions()), *_of_parts(parts, format))


def _not_in_decks(parts: Sequence[Part], options: ExportOptions) -> Iterator[Loss]:
    """Yield how many questions of each set a lean deck leaves out, which has one for each point."""
    if options.one_for_each is None:
        return
    for part in parts:
        passes = filter_of(part.question_set, options)
        asked = sum(passes(one) and not is_retired(part.question_set, one) for one in part.question_set.questions)
        if left := asked - len(part.questions):
            are = "is" if left == 1 else "are"
            which = f"which has one question for each {options.one_for_each}"
            message = f"{count(left, 'question')} {are} not in the deck, {which}"
            yield Loss(part.question_set.id, "", "set", f"{message}; use --all to export every question")


def _of_parts(parts: Sequence[Part], form: Format) -> tuple[Loss, ...]:
    """Return what ``form`` cannot hold of the questions in ``parts``."""
    remarks = _remarks(form)
    return (
        *(loss for part in parts if part.questions for loss in _of_set(part, form)),
        *(
            Loss(part.question_set.id, question.id, field, message)
            for part in parts
            for question in part.questions
            for field, message in (*_left_out(question, form, part.question_set.language), *remarks(question))
        ),
    )


def _of_set(part: Part, form: Format) -> Iterator[Loss]:
    """Yield, as one loss, the fields of the set that ``form`` has no place for; its questions hold the set's tags."""
    info = FORMAT_INFO[form]
    lost = [
        field
        for field in ("title", "description", "source", "license", "language")
        if not (info.is_own or info.is_anki)
        and field not in info.set_fields
        and getattr(part.question_set, field)
        # A title is the name of a category, which questions without topics do not have.
        and not (field == "title" and any(question.topic for question in part.questions))
    ]
    if lost:
        message = f"the {series(lost)} of the set {'are' if len(lost) > 1 else 'is'} left out"
        yield Loss(part.question_set.id, "", "set", message)


def _left_out(question: Question, form: Format, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield the fields with a value that ``form`` has no place for; quizgen's own data counts as one.

    ``language`` is the set's, which is named for the set.
    """
    info = FORMAT_INFO[form]
    if info.is_own:
        for field, what in (("image", "the content of the picture"), ("audio", "the content of the sound")):
            if getattr(question, field) is not None:
                yield field, f"{what} is not included; keep the file next to the set"
        return
    if info.is_anki:
        yield from _not_on_cards(question, form)
        return
    set_fields = [
        name
        for name, field in type(question).model_fields.items()
        if name not in info.fields
        and not (name == "language" and getattr(question, name) == language)
        and not (name == "grading" and form == "moodle" and getattr(question, name) == _CASE_COUNTS)
        and getattr(question, name) != field.get_default(call_default_factory=True)
    ]
    if "shuffle" in set_fields and "options" in set_fields:
        set_fields.remove("options")  # a fixed order says it, too
    for name in set_fields:
        if name in _NAMES:
            yield name, f"{_NAMES[name]} {'are' if name == 'tags' else 'is'} left out"
    shares = [one.share for one in question.wrong_options if one.share] if isinstance(question, ChoiceQuestion) else []
    if shares and "share" not in info.fields:
        yield "share", "the credit for partly correct options is left out"
    if any(name not in _NAMES for name in set_fields):
        yield "point", f"{_OWN_DATA} is left out"


def _not_on_cards(question: Question, form: Format) -> Iterator[tuple[str, str]]:
    """Yield what cards do not show or do; a note holds it nevertheless, except for files in a text."""
    if form != "apkg":
        for field in ("image", "audio"):
            if getattr(question, field) is not None:
                yield field, f"{_NAMES[field]} is left out; to include it, export an Anki package"
    if isinstance(question, ShortQuestion | NumberQuestion):
        feedback = list(question.reject.values())
    else:
        feedback = [said for texts in getattr(question, "reject", {}).values() for said in texts.values()]
    if any(feedback):
        yield "reject", f"{_NAMES['reject']} is not shown on cards; importing the deck into quizgen restores it"
    if isinstance(question, ShortQuestion) and question.pattern is not None:
        yield "pattern", f"{_NAMES['pattern']} is not used by cards; importing the deck into quizgen restores it"


def _remarks(form: Format) -> _Remarks:
    """Return the function that says what becomes of questions of a kind that ``form`` does not have."""
    match form:
        case "gift":
            from quizgen.exporting.gift import remarks
        case "moodle":
            from quizgen.exporting.moodle import remarks
        case "qti":
            from quizgen.exporting.qti import remarks
        case _:
            return lambda question: iter(())
    return remarks
