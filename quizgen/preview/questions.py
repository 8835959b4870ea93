"""One question as HTML: as the learner sees it, its answer folded away, and what the page's script needs to grade it.

Every text goes through ``quizgen.markup``, so that nothing in a set is ever markup of the page.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from quizgen.markup import escape, escape_attribute, inline_html, to_html
from quizgen.preview.sheet import Entry, Note
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session.prompt import present

KIND_NAMES = {
    "card": "Flashcard",
    "choice": "Choice",
    "multiple": "Several right",
    "true_false": "True or false",
    "short": "Short answer",
    "number": "Number",
    "cloze": "Blanks",
    "order": "Order",
    "match": "Match",
}
_LETTERS = "ABCDEFGHIJ"
_LEVELS = {"error": "Error", "warning": "Warning"}


def entry_html(number: int, entry: Entry, topic: str, pictures: Mapping[str, str]) -> str:
    """An article for the page's list. ``number`` counts from 1, ``topic`` is the topic's name."""
    question = entry.question
    notes = notes_html(entry.notes)
    if question is None:
        source = f"<pre dir=auto>{escape(entry.source)}</pre>" if entry.source else ""
        return (
            f"<article class=unshown id=q{number}><header><span class=number>{number}</span>"
            f"<span class=what>Cannot be shown</span></header>{notes}{source}</article>"
        )
    head = (
        f'<header><a class=number href="#q{number}">{number}</a>'
        f"<span class=what>{KIND_NAMES[question.kind]}</span><span class=topic dir=auto>{escape(topic)}</span>"
        f"<code class=name>{escape(question.id)}</code></header>"
    )
    body = "".join((_stem(question), _picture(question, pictures), *_parts(number, question), _hint(question)))
    return (
        f'<article id=q{number} data-kind={question.kind} data-topic="{escape_attribute(question.topic or "")}"'
        f"{_grading(question)}>{head}{notes}{body}{_buttons(question)}"
        f"<details class=answer><summary>Answer</summary>"
        f"<div class=inside>{answer_html(question)}{_more(question)}</div></details></article>"
    )


def notes_html(notes: Iterable[Note]) -> str:
    """Faults and warnings as a list, nothing where there are none."""
    items = "".join(
        f"<li class={note.level}><b>{_LEVELS[note.level]} {escape(note.code)}</b> "
        f"<span dir=auto>{escape(note.message)}</span> <span class=mend dir=auto>({escape(note.help)})</span>"
        f"{f' <code>{escape(note.place)}</code>' if note.place else ''}</li>"
        for note in notes
    )
    return f"<ul class=notes>{items}</ul>" if items else ""


def answer_html(question: Question) -> str:
    """The right answer."""
    match question:
        case CardQuestion():
            return f"<div class=right dir=auto>{to_html(question.answer)}</div>"
        case ChoiceQuestion() | ShortQuestion():
            return _right(question.answer)
        case TrueFalseQuestion():
            return _right(_truth(question.answer))
        case NumberQuestion():
            return _right(question.answer_text)
        case MultipleQuestion():
            return f"<ul class=right>{_items(question.answers)}</ul>"
        case OrderQuestion():
            return f"<ol class=right>{_items(question.steps)}</ol>"
        case MatchQuestion():
            pairs = "".join(f"<li>{_bdi(left)} → {_bdi(right)}</li>" for left, right in question.pairs)
            return f"<ul class=right>{pairs}</ul>"
        case ClozeQuestion():
            answers = [mark.answer for mark in question.marks]
            tag = "ol" if len(answers) > 1 else "ul"
            return f"<{tag} class=right>{_items(answers)}</{tag}>"


def key_html(question: Question) -> str:
    """The right answer for the key of a printed sheet, by the letters that the sheet gives to options."""
    match question:
        case ChoiceQuestion() | MultipleQuestion():
            letters = zip(_LETTERS, present(question, ""), strict=False)
            keys = [f"<b>{letter}</b> {_bdi(option)}" for letter, option in letters if option in question.keys]
            return f"<p>{', '.join(keys)}</p>"
        case MatchQuestion():
            rights = present(question, "")
            pairs = enumerate(question.pairs, 1)
            return f"<p>{', '.join(f'{n} <b>{_LETTERS[rights.index(right)]}</b>' for n, (_, right) in pairs)}</p>"
        case _:
            return answer_html(question)


def _right(text: str) -> str:
    return f"<p class=right dir=auto>{inline_html(text)}</p>"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li dir=auto>{inline_html(text)}</li>" for text in texts)


def _bdi(text: str) -> str:
    return f"<bdi>{inline_html(text)}</bdi>"


def _truth(answer: bool) -> str:
    return "True" if answer else "False"


def _stem(question: Question) -> str:
    return f"<div class=stem dir=auto>{to_html(question.stem)}</div>"


def _picture(question: Question, pictures: Mapping[str, str]) -> str:
    if question.image is None:
        return ""
    alt = escape_attribute(question.image.alt)
    if (url := pictures.get(question.image.file)) is None:
        return f"<p class=missing dir=auto>Picture {escape(question.image.file)}: {escape(question.image.alt)}</p>"
    return f'<img alt="{alt}" src="{url}">'


def _hint(question: Question) -> str:
    if question.hint is None:
        return ""
    inside = f"<div class=inside dir=auto>{to_html(question.hint)}</div>"
    return f"<details class=hint><summary>Hint</summary>{inside}</details>"


def _parts(number: int, question: Question) -> Iterator[str]:
    """What can be picked, filled or arranged. Inputs show only in the page's "take it" mode."""
    name = f"a{number}"
    match question:
        case ChoiceQuestion() | MultipleQuestion():
            kind = "radio" if isinstance(question, ChoiceQuestion) else "checkbox"
            options = "".join(
                f"<li{' data-right' if option in question.keys else ''}><label>"
                f"<input type={kind} name={name}><span dir=auto>{inline_html(option)}</span></label></li>"
                for option in present(question, "")
            )
            yield f"<ol class=options>{options}</ol>"
        case TrueFalseQuestion():
            options = "".join(
                f"<li{' data-right' if truth is question.answer else ''}><label><input type=radio name={name}>"
                f"<span>{_truth(truth)}</span></label></li>"
                for truth in (True, False)
            )
            yield f"<ol class='options truth'>{options}</ol>"
        case ShortQuestion():
            yield _box("Your answer", (question.answer, *question.accept))
        case NumberQuestion():
            unit = f" <span class=unit dir=auto>{inline_html(question.unit)}</span>" if question.unit else ""
            yield f"<p class=typing><label>Your answer <input type=text inputmode=decimal></label>{unit}</p>"
        case ClozeQuestion():
            marks = question.marks
            for place, mark in enumerate(marks, 1):
                yield _box(f"Blank {place}" if len(marks) > 1 else "Your answer", question.accepted(mark))
        case OrderQuestion():
            places = "".join(f"<option>{place}</option>" for place in range(1, len(question.steps) + 1))
            steps = "".join(
                f'<li data-place="{question.steps.index(step) + 1}"><label><select><option value="">–</option>{places}'
                f"</select><span dir=auto>{inline_html(step)}</span></label></li>"
                for step in present(question, "")
            )
            yield f"<ol class='options steps'>{steps}</ol>"
        case MatchQuestion():
            rights = present(question, "")
            letters = "".join(f"<option>{letter}</option>" for letter in _LETTERS[: len(rights)])
            lefts = "".join(
                f"<li data-place={_LETTERS[rights.index(right)]}><label><select><option value=''>–</option>{letters}"
                f"</select><span dir=auto>{inline_html(left)}</span></label></li>"
                for left, right in question.pairs
            )
            sides = f"<ol class='options lefts'>{lefts}</ol><ol class=options>{_items(rights)}</ol>"
            yield f"<div class=sides>{sides}</div>"
        case CardQuestion():
            pass


def _box(label: str, accepted: Iterable[str]) -> str:
    texts = escape_attribute(json.dumps(list(accepted), ensure_ascii=False))
    return f'<p class=typing><label>{label} <input type=text data-accept="{texts}" autocomplete=off></label></p>'


def _grading(question: Question) -> str:
    if not isinstance(question, NumberQuestion):
        return ""
    low, high = (_plain(bound) for bound in question.bounds)
    return f" data-low={low} data-high={high}"


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _buttons(question: Question) -> str:
    if isinstance(question, CardQuestion):
        return (
            "<p class=take><button type=button data-do=show>Show the answer</button>"
            "<button type=button data-do=knew hidden>I knew it</button>"
            "<button type=button data-do=missed hidden>Not yet</button><output></output></p>"
        )
    return "<p class=take><button type=button data-do=check>Check</button><output></output></p>"


def _more(question: Question) -> str:
    """What stands with the answer: other right ones, why, who says so, where it stands."""
    lines = []
    if isinstance(question, ShortQuestion) and question.accept:
        lines.append(f"<p class=also dir=auto>Also right: {', '.join(map(inline_html, question.accept))}</p>")
    if isinstance(question, ClozeQuestion):
        for place, mark in enumerate(question.marks, 1):
            if others := question.accepted(mark)[1:]:
                blank = f" for blank {place}" if len(question.marks) > 1 else ""
                lines.append(f"<p class=also dir=auto>Also right{blank}: {', '.join(map(inline_html, others))}</p>")
    if isinstance(question, NumberQuestion) and question.bounds[0] != question.bounds[1]:
        low, high = question.bounds
        lines.append(f"<p class=also>Right from {_plain(low)} to {_plain(high)}</p>")
    if question.explanation:
        lines.append(f"<div class=why dir=auto>{to_html(question.explanation)}</div>")
    if question.attribution:
        lines.append(f"<p class=origin dir=auto>According to {inline_html(question.attribution)}</p>")
    if question.citation:
        quoted = ", ".join(f"“{escape(phrase)}”" for phrase in question.citation.phrases)
        lines.append(
            f"<p class=origin>Paragraph {question.citation.paragraph}{f': <bdi>{quoted}</bdi>' if quoted else ''}</p>"
        )
    if question.tags:
        lines.append(f"<p class=origin>Tags: {escape(', '.join(question.tags))}</p>")
    return "".join(lines)
