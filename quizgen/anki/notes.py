"""From question to Anki note: pure, the same note for the same question on any machine."""

import hashlib
from dataclasses import dataclass

from quizgen.anki import identity, notetypes
from quizgen.anki.clozes import cloze_html
from quizgen.anki.errors import ExportError, QuestionError
from quizgen.anki.lists import match_lists, options_list, order_lists
from quizgen.anki.notetypes import NoteType
from quizgen.anki.pictures import Pictures
from quizgen.markup import escape, inline_html, to_html
from quizgen.questions import (
    BaseQuestion,
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.text.numbers import format_number


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki will hold it; ``fields`` are HTML, in the order of the note type's fields."""

    question_id: str
    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def content_hash(self) -> str:
        """Changes when anything changes that a learner's Anki should take over."""
        content = "\x1f".join((self.note_type.name, *self.fields, *self.tags))
        return hashlib.sha256(content.encode()).hexdigest()[:32]


def make_note(question_set: QuestionSet, question: BaseQuestion, pictures: Pictures) -> Note:
    """The note of one question; its picture, if any, is added to ``pictures``. Raises QuestionError."""
    guid = identity.guid(question_set.id, question.id, question.guid)
    try:
        note_type, own = _own_fields(question, guid)
        fields = note_type.filled(own | _common_fields(question_set, question, guid, pictures))
    except ExportError as error:
        raise QuestionError(question_set.id, question.id, str(error)) from None
    return Note(question.id, guid, note_type, fields, note_tags(question_set, question))


def note_tags(question_set: QuestionSet, question: BaseQuestion) -> tuple[str, ...]:
    """The set's id with the topic below it, then the set's tags and the question's own, each once."""
    root = question_set.id
    first = f"{root}::{question.topic}" if question.topic else root
    return tuple(dict.fromkeys((first, *question_set.tags, *question.tags)))


def _common_fields(question_set: QuestionSet, question: BaseQuestion, guid: str, pictures: Pictures) -> dict[str, str]:
    source = f" of <cite>{escape(question_set.source.title)}</cite>" if question_set.source else ""
    return {
        "Image": pictures.image_html(question.image) if question.image else "",
        "Hint": to_html(question.hint or ""),
        "Explanation": to_html(question.explanation or ""),
        "Attribution": inline_html(question.attribution or ""),
        "Citation": f"Paragraph {question.citation.paragraph}{source}" if question.citation else "",
        "Topic": escape(question_set.topic_name(question.topic)) if question.topic else "",
        "ID": guid,
    }


def _own_fields(question: BaseQuestion, guid: str) -> tuple[NoteType, dict[str, str]]:
    match question:
        case CardQuestion():
            return notetypes.CARD, {"Question": to_html(question.stem), "Answer": to_html(question.answer)}
        case ChoiceQuestion() | MultipleQuestion():
            return notetypes.CHOICE, {
                "Question": to_html(question.stem),
                "Options": options_list(question, guid),
                "Answer": "<br>".join(inline_html(key) for key in question.keys),
                "Multiple": "yes" if isinstance(question, MultipleQuestion) else "",
            }
        case TrueFalseQuestion():
            return notetypes.TRUE_FALSE, {"Question": to_html(question.stem), "Answer": str(question.answer)}
        case ShortQuestion():
            return notetypes.TYPED, {
                "Question": to_html(question.stem),
                "Answer": escape(question.answer),
                "Full Answer": escape(question.answer),
                "Accepted": escape(", ".join(question.accept)),
            }
        case NumberQuestion():
            return notetypes.TYPED, _number_fields(question)
        case ClozeQuestion():
            return notetypes.CLOZE, {"Text": cloze_html(question), "Accepted": _accepted(question)}
        case OrderQuestion():
            steps, answer = order_lists(question, guid)
            return notetypes.ORDER, {"Question": to_html(question.stem), "Steps": steps, "Answer": answer}
        case MatchQuestion():
            left, right, answer = match_lists(question, guid)
            stem = to_html(question.stem)
            return notetypes.MATCH, {"Question": stem, "Left": left, "Right": right, "Answer": answer}
        case _:
            raise TypeError(f"no note type for {type(question).__name__}")


def _number_fields(question: NumberQuestion) -> dict[str, str]:
    low, high = question.bounds
    return {
        "Question": to_html(question.stem),
        # Typed without the commas between thousands that it is shown with.
        "Answer": format_number(question.answer).replace(",", ""),
        "Full Answer": escape(question.answer_text),
        "Unit": escape(question.unit or ""),
        "Accepted": f"{format_number(low)} to {format_number(high)}" if low != high else "",
    }


def _accepted(question: ClozeQuestion) -> str:
    several = len({mark.number for mark in question.marks}) > 1
    return "; ".join(
        (f"({name.removeprefix('c')}) " if several else "") + escape(", ".join(texts))
        for name, texts in question.accept.items()
        if texts
    )
