"""Anki notes from questions, as pure functions: a question gives the same note on every machine."""

import hashlib
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, assert_never

from quizgen.anki import identity
from quizgen.anki.clozes import accepted_html, cloze_html
from quizgen.anki.errors import ExportError, QuestionError
from quizgen.anki.lists import accepted_list, match_lists, options_list, order_lists
from quizgen.anki.notetypes import CONTEXT_FIELD, DATA_FIELD, LANGUAGE_FIELD, NOTE_TYPE_OF, NoteType
from quizgen.anki.pictures import Pictures
from quizgen.anki.settings import data_field
from quizgen.anki.words import WORDS, local_digits, words_of
from quizgen.grading.accepted import Accepted, accepted
from quizgen.markup import blocks_html, escape, escape_attribute, inline_html, linked, to_html
from quizgen.questions import (
    BaseQuestion,
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.base import Reference, description_of
from quizgen.questions.giveaways import topic_to_show
from quizgen.text.dates import parse_date
from quizgen.text.languages import has_decimal_comma, primary
from quizgen.text.numbers import format_number, keyboard_number

RETIRED_TAG = "quizgen::retired"
"""Tag of notes that a set no longer asks, so that learners can find them with one search."""
_PLAIN_NUMBER = frozenset("0123456789.,")


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki holds it; ``fields`` are HTML, in the order of the note type's fields."""

    question_id: str
    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def content_hash(self) -> str:
        """A hash of everything that an update changes in a learner's Anki."""
        content = "\x1f".join((self.note_type.name, *self.fields, *self.tags))
        return hashlib.sha256(content.encode()).hexdigest()[:32]


def make_note(question_set: QuestionSet, question: Question, pictures: Pictures) -> Note:
    """Return the note of one question and add its picture to ``pictures``. Raises QuestionError."""
    guid = identity.guid_of(question_set, question)
    try:
        note_type = NOTE_TYPE_OF[question.kind]
        language = question_set.language or ""
        common = _common_fields(question_set, question, pictures) | {LANGUAGE_FIELD: language}
        fields = note_type.filled(common | _own_fields(question, guid, language))
    except ExportError as error:
        raise QuestionError(question_set.id, question.id, str(error)) from None
    return Note(question.id, guid, note_type, fields, note_tags(question_set, question))


def note_tags(question_set: QuestionSet, question: BaseQuestion) -> tuple[str, ...]:
    """Return the set's id with the topic below it, the set's tags and the question's own, each once.

    A retired question has ``RETIRED_TAG`` too.
    """
    root = question_set.id
    first = f"{root}::{question.topic}" if question.topic else root
    retired = (RETIRED_TAG,) if question_set.retired or question.retired else ()
    return tuple(dict.fromkeys((first, *question_set.tags, *question.tags, *retired)))


def _common_fields(question_set: QuestionSet, question: Question, pictures: Pictures) -> dict[str, str]:
    image = pictures.image_html(question.image) if question.image else ""
    # The template of the back does not have this field, so that Anki does not play the sound again with the answer.
    sound = f'<div class="sound">{pictures.sound_tag(question.audio)}</div>' if question.audio else ""
    said = description_of(question.audio) if question.audio else ""
    heard = f'<div class="heard">{to_html(said)}</div>' if said else ""
    after_answer = question.image is not None and question.image.after_answer
    return {
        "Image": "" if after_answer else image,
        "Hint": to_html(question.hint or ""),
        "Explanation": _explanation(question) + (f'<div class="picture">{image}</div>' if after_answer else "") + heard,
        "Attribution": inline_html(question.attribution or ""),
        "Citation": _citation(question_set, question),
        "Topic": escape(question_set.topic_name(question.topic)) if question.topic else "",
        "ID": f"{question_set.id}/{question.id}",
        CONTEXT_FIELD: _context(question_set, question) + sound,
    }


def _explanation(question: Question) -> str:
    feedback, explanation = _feedback_list(question), question.explanation or ""
    # As a paragraph, the explanation is apart from the list.
    return feedback + blocks_html(explanation) if feedback and explanation else feedback + to_html(explanation)


def _feedback_list(question: Question) -> str:
    """Return what is said about wrong options as a list for the back; the options themselves are on the front, too."""
    if not isinstance(question, ChoiceQuestion | MultipleQuestion):
        return ""
    items = []
    for one in question.wrong_options:
        if one.has_extras:
            share = f' data-share="{one.share}"' if one.share else ""
            partly = '<span class="partly-right"></span>' if one.share else ""
            said = f"<div>{to_html(one.feedback)}</div>" if one.feedback else ""
            items.append(f"<li{share}><b>{inline_html(one)}</b>{partly}{said}</li>")
    return f'<ul class="feedback">{"".join(items)}</ul>' if items else ""


def _context(question_set: QuestionSet, question: Question) -> str:
    """Return the topic, unless it states the answer. The source is on the back: its date may answer the question."""
    topic = topic_to_show(question, question_set)
    return "" if topic is None else f'<p><bdi class="topic">{escape(topic)}</bdi></p>'


def _at_the_start(label: str) -> str:
    """Return a label with a capital, as at the start, unless its first word has one, as eBay."""
    return label[:1].upper() + label[1:] if label.partition(" ")[0].strip(",").islower() else label


def _source(source: Reference, at_the_start: bool) -> str:
    """Return the title of a source, or its short label, with its date, unless that has the year already.

    A title, or the beginning of one, is marked as such; another label describes the source.
    """
    label = escape(_at_the_start(source.label) if at_the_start else source.label)
    is_title = source.title.startswith(source.label)
    date = _date(source.label, source.published) if source.published is not None else ""
    return ", ".join(filter(None, (f"<cite>{label}</cite>" if is_title else label, escape(date))))


@lru_cache(maxsize=64)
def _date(label: str, published: str) -> str:
    date = parse_date(published)
    year = str(date.year) if date is not None and date.year else published
    return "" if year in label else str(date) if date is not None else published


def _citation(question_set: QuestionSet, question: BaseQuestion) -> str:
    """Return the paragraph and the source, linked if its address is known; the source alone without a paragraph."""
    parts = [_paragraph(question.citation.paragraph, question_set.language)] if question.citation else []
    if (source := question_set.source) is not None:
        parts.append(linked(_source(source, at_the_start=not parts), source.url))
    return words_of(question_set.language).comma.join(parts)


def _paragraph(number: int, language: str | None) -> str:
    """Return the place in the source, which names its own language if there are no words in that of the set."""
    place = words_of(language).paragraph.format(number=local_digits(number, language))
    return place if primary(language) in WORDS else f'<span lang="en">{place}</span>'


def front_html(question: Question, language: str) -> str:
    """Return the first field of the question's note, the question itself, as HTML."""
    return _front(question, language, _typed(question) if language else None)


def _front(question: Question, language: str, typed: Accepted | None) -> str:
    if isinstance(question, ClozeQuestion):
        return cloze_html(question)
    html = to_html(question.stem)
    if language and typed is not None and typed.accents:
        return f'<div lang="{escape_attribute(language)}">{html}</div>'
    return html


def _typed(question: Question) -> Accepted | None:
    """Return what a card with one field to type in accepts; None for other cards."""
    return accepted(question)[0] if isinstance(question, ShortQuestion | NumberQuestion) else None


def _own_fields(question: Question, guid: str, language: str) -> dict[str, str]:
    typed = _typed(question)
    front = _front(question, language, typed)
    return _kind_fields(question, guid, front, typed) | _typing_fields(question, typed, language)


def _kind_fields(question: Question, guid: str, front: str, typed: Accepted | None) -> dict[str, str]:
    match question:
        case CardQuestion():
            return {"Question": front, "Answer": to_html(question.answer)}
        case ChoiceQuestion() | MultipleQuestion():
            return {
                "Question": front,
                "Options": options_list(question, guid),
                "Answer": "<br>".join(inline_html(key) for key in question.keys),
                "Multiple": "yes" if isinstance(question, MultipleQuestion) else "",
            }
        case TrueFalseQuestion():
            return {"Question": front, "Answer": str(question.answer)}
        case ShortQuestion():
            return {
                "Question": front,
                "Answer": escape(question.answer),
                "Full Answer": escape(question.answer),
                "Accepted": accepted_list(question.accept),
            }
        case NumberQuestion():
            return _number_fields(question, front, typed.bounds if typed else None)
        case ClozeQuestion():
            return {"Text": front, "Accepted": accepted_html(question, front)}
        case OrderQuestion():
            steps, answer = order_lists(question, guid)
            return {"Question": front, "Steps": steps, "Answer": answer}
        case MatchQuestion():
            left, right, answer = match_lists(question, guid)
            return {"Question": front, "Left": left, "Right": right, "Answer": answer}
        case _:
            assert_never(question)


def _number_fields(question: NumberQuestion, front: str, bounds: tuple[Decimal, Decimal] | None) -> dict[str, str]:
    unit = question.answer_text.removeprefix(question.number_text)
    return {
        "Question": front,
        # To be typed without the thousands separators, or the × and ^, that it is shown with.
        "Answer": keyboard_number(question.answer),
        "Full Answer": escape(question.answer_text),
        "Unit": escape(question.unit or ""),
        "Accepted": f'<span class="range">{_range(bounds, question.language)}{escape(unit)}</span>' if bounds else "",
    }


def _range(bounds: tuple[Decimal, Decimal], language: str | None) -> str:
    """Return a range with a dash instead of a word, because the card can be in any language.

    Spaces are around it only if there is more than digits, such as a minus, which would look like another dash.
    """
    low, high = (format_number(bound, language) for bound in bounds)
    return f"{low}–{high}" if _PLAIN_NUMBER.issuperset(low + high) else f"{low}&nbsp;– {high}"


def _typing_fields(question: Question, answer: Accepted | None, language: str) -> dict[str, str]:
    """Return what a card compares a typed answer with, by Anki's own rule and by its script, and the settings."""
    if answer is None:
        return {DATA_FIELD: data_field({}, question)}
    data: dict[str, Any] = {"forms": answer.forms, "case": answer.case, "accents": answer.accents}
    if isinstance(question, NumberQuestion):
        low, high = map(float, question.bounds)
        sign = "," if has_decimal_comma(question.language) else "."
        data["range"] = {"low": low, "high": high, "unit": question.unit or "", "decimal": sign}
    return {
        LANGUAGE_FIELD: "" if answer.accents else language or "und",
        DATA_FIELD: data_field(data, question),
    }
