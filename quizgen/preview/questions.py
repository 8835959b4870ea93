"""One question as HTML: as a learner sees it, with its answer folded away and the inputs for practicing.

Every text goes through ``quizgen.markup``, so that nothing in a set can become markup of the page.
"""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import assert_never

from quizgen.grading.accepted import Accepted, accepted, rejected
from quizgen.markup import escape, escape_attribute, inline_html, to_html
from quizgen.preview.sheet import Entry, ShownDiagnostic
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OptionsQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.kinds import kind_label
from quizgen.session.prompt import present

_LETTERS = "ABCDEFGHIJ"
_SEVERITIES = {"error": "Error", "warning": "Warning"}


def entry_html(number: int, entry: Entry, topic: str, pictures: Mapping[str, str]) -> str:
    """Return an article for the page's list. ``number`` counts from 1; ``topic`` is the topic's name."""
    question = entry.question
    diagnostics = diagnostics_html(entry.diagnostics)
    if question is None:
        source = f"<pre dir=auto>{escape(entry.source)}</pre>" if entry.source else ""
        return (
            f"<article class=unshown id=q{number}><header><span class=number>{number}</span>"
            f"<span class=what>Cannot be shown</span></header>{diagnostics}{source}</article>"
        )
    attributes = (
        f'data-topic="{escape_attribute(question.topic or "")}" data-kind={question.kind}'
        f" data-priority={question.priority}{' data-retired' if question.retired else ''}"
    )
    picture = _picture(question, pictures)
    shown, revealed = ("", picture) if question.image and question.image.after_answer else (picture, "")
    body = "".join((_stem(question), shown, _sound(question), _inputs(number, question), _hint(question)))
    answer = (
        "<details class=answer><summary>Answer</summary>"
        f"<div class=inside>{answer_html(question)}{revealed}{_details(question)}</div></details>"
    )
    buttons = _buttons(question)
    # Learners read the answer before they judge themselves, so those buttons come last.
    below = answer + buttons if _is_self_judged(question) else buttons + answer
    return f"<article id=q{number} {attributes}>{_header(number, question, topic)}{diagnostics}{body}{below}</article>"


def diagnostics_html(diagnostics: Iterable[ShownDiagnostic]) -> str:
    """Return errors and warnings as a list; nothing if there are none."""
    items = "".join(
        f"<li class={one.severity}><b>{_SEVERITIES[one.severity]} {escape(one.code)}</b> "
        f"<span dir=auto>{escape(one.message)}</span> <span class=help dir=auto>Help: {escape(one.help)}</span>"
        f"{f' <code>{escape(one.place)}</code>' if one.place else ''}</li>"
        for one in diagnostics
    )
    return f"<ul class=diagnostics>{items}</ul>" if items else ""


def answer_html(question: Question) -> str:
    """Return the correct answer."""
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
        case _:
            assert_never(question)


def key_html(question: Question) -> str:
    """Return the correct answer for the key of a printed sheet, with the letters that the sheet gives to options."""
    match question:
        case ChoiceQuestion() | MultipleQuestion():
            letters = zip(_LETTERS, present(question, ""), strict=False)
            keys = [f"<b>{letter}</b> {_bdi(option)}" for letter, option in letters if option in question.keys]
            return f"<p>{', '.join(keys)}</p>"
        case MatchQuestion():
            rights = present(question, "")
            pairs = enumerate(question.pairs, 1)
            return f"<p>{', '.join(f'{n} <b>{_LETTERS[rights.index(right)]}</b>' for n, (_, right) in pairs)}</p>"
        case (
            CardQuestion()
            | TrueFalseQuestion()
            | ShortQuestion()
            | NumberQuestion()
            | ClozeQuestion()
            | OrderQuestion()
        ):
            return answer_html(question)
        case _:
            assert_never(question)


def _right(text: str) -> str:
    return f"<p class=right dir=auto>{inline_html(text)}</p>"


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li dir=auto>{inline_html(text)}</li>" for text in texts)


def _bdi(text: str) -> str:
    return f"<bdi>{inline_html(text)}</bdi>"


def _truth(answer: bool) -> str:
    return "True" if answer else "False"


def _header(number: int, question: Question, topic: str) -> str:
    badges = "<span class=badge>detail</span>" if question.priority == "detail" else ""
    badges += "<span class=badge>retired</span>" if question.retired else ""
    return (
        f'<header><a class=number href="#q{number}">{number}</a><span class=what>{kind_label(question.kind)}</span>'
        f"<span class=topic dir=auto>{escape(topic)}</span>{badges}"
        f"<code class=name>{escape(question.id)}</code></header>"
    )


def _stem(question: Question) -> str:
    return f"<div class=stem dir=auto>{to_html(question.stem)}</div>"


def _picture(question: Question, pictures: Mapping[str, str]) -> str:
    if question.image is None:
        return ""
    alt = escape_attribute(question.image.alt)
    if (url := pictures.get(question.image.file)) is None:
        return f"<p class=missing dir=auto>Picture {escape(question.image.file)}: {escape(question.image.alt)}</p>"
    return f'<img alt="{alt}" src="{url}">'


def _sound(question: Question) -> str:
    audio = question.audio
    return f"<p class=missing dir=auto>Sound {escape(audio.file)}: {escape(audio.text)}</p>" if audio else ""


def _hint(question: Question) -> str:
    if question.hint is None:
        return ""
    inside = f"<div class=inside dir=auto>{to_html(question.hint)}</div>"
    return f"<details class=hint><summary>Hint</summary>{inside}</details>"


def _inputs(number: int, question: Question) -> str:
    """Return what can be picked, filled in or arranged. The form controls show only while practicing."""
    name = f"a{number}"
    match question:
        case ChoiceQuestion():
            return _options("radio", name, question)
        case MultipleQuestion():
            return _options("checkbox", name, question)
        case TrueFalseQuestion():
            options = "".join(
                _option("radio", name, _truth(truth), is_right=truth is question.answer) for truth in (True, False)
            )
            return f"<ol class='options truth'>{options}</ol>"
        case ShortQuestion() | NumberQuestion():
            (answer,) = accepted(question)
            unit = question.unit or "" if isinstance(question, NumberQuestion) else ""
            return _room(unit) + _text_box("Your answer", answer, unit)
        case ClozeQuestion():
            answers = accepted(question)
            return "".join(
                _text_box(f"Blank {blank}" if len(answers) > 1 else "Your answer", answer)
                for blank, answer in enumerate(answers, 1)
            )
        case OrderQuestion():
            positions = [str(position) for position in range(1, len(question.steps) + 1)]
            steps = "".join(
                f'<li data-step="{question.steps.index(step)}">{_menu(positions, step)}</li>'
                for step in present(question, "")
            )
            return f"<ol class='options steps'>{steps}</ol>"
        case MatchQuestion():
            rights = present(question, "")
            letters = _LETTERS[: len(rights)]
            lefts = "".join(
                f"<li data-letter={letters[rights.index(right)]}>{_menu(letters, left)}</li>"
                for left, right in question.pairs
            )
            sides = f"<ol class='options lefts'>{lefts}</ol><ol class=options>{_items(rights)}</ol>"
            return f"<div class=sides>{sides}</div>"
        case CardQuestion():
            return ""
        case _:
            assert_never(question)


def _options(type_: str, name: str, question: OptionsQuestion) -> str:
    assert isinstance(question, ChoiceQuestion | MultipleQuestion)
    options = "".join(
        _option(type_, name, option, is_right=option in question.keys, share=_share(question, option))
        for option in present(question, "")
    )
    return f"<ol class=options>{options}</ol>"


def _share(question: OptionsQuestion, option: str) -> float | None:
    found = question.wrong_option(option)
    return None if found is None else found.share


def _option(type_: str, name: str, text: str, *, is_right: bool, share: float | None = None) -> str:
    credit = " data-right" if is_right else f" data-share={share}" if share else ""
    label = f"<input type={type_} name={name}><span dir=auto>{inline_html(text)}</span>"
    return f"<li{credit}><label>{label}</label></li>"


def _menu(choices: Iterable[str], text: str) -> str:
    options = "".join(f"<option>{choice}</option>" for choice in choices)
    return (
        f"<label><select><option value=''>–</option>{options}</select><span dir=auto>{inline_html(text)}</span></label>"
    )


def _text_box(label: str, answer: Accepted | None = None, unit: str = "") -> str:
    """Return an input that the page compares with ``answer``; without one, learners judge themselves."""
    data = {"forms": answer.forms, "case": answer.case, "accents": answer.accents} if answer else None
    compared = escape_attribute(json.dumps(data, ensure_ascii=False))
    box = f'<input type=text autocomplete=off data-accepted="{compared}">'
    return f"<p class=typing><label>{label} {box}</label>{_unit(unit)}</p>"


def _room(unit: str) -> str:
    """Return a line to write on, which shows a reader of the page where the answer goes and which unit follows it."""
    return f"<p class=room><span></span>{_unit(unit)}</p>"


def _unit(unit: str) -> str:
    return f" <span class=unit dir=auto>{inline_html(unit)}</span>" if unit else ""


def _is_self_judged(question: Question) -> bool:
    """Return whether learners judge their own answer while practicing, because the page cannot grade it."""
    match question:
        case CardQuestion() | ShortQuestion() | NumberQuestion() | ClozeQuestion():
            return True
        case ChoiceQuestion() | MultipleQuestion() | TrueFalseQuestion() | OrderQuestion() | MatchQuestion():
            return False
        case _:
            assert_never(question)


def _buttons(question: Question) -> str:
    """Return the buttons for practicing."""
    if not _is_self_judged(question):
        return "<p class=take><button type=button data-do=check>Check</button><output></output></p>"
    return (
        "<p class=take><button type=button data-do=show>Show answer</button>"
        "<button type=button data-do=right hidden>I was right</button>"
        "<button type=button data-do=wrong hidden>I was wrong</button><output></output></p>"
    )


def _details(question: Question) -> str:
    """Return what is shown under the answer: other correct answers, the explanation, the source, points and facts."""
    lines = [*_also_correct(question), *_grading(question)]
    if question.explanation:
        lines.append(f"<div class=why dir=auto>{to_html(question.explanation)}</div>")
    if question.attribution:
        lines.append(f"<p class=origin dir=auto>According to {inline_html(question.attribution)}</p>")
    if question.citation:
        quoted = escape(question.citation.quoted)
        lines.append(
            f"<p class=origin>Paragraph {question.citation.paragraph}{f': <bdi>{quoted}</bdi>' if quoted else ''}</p>"
        )
    lines.append(f"<p class='origin names'>{' · '.join(_names(question))}</p>")
    return "".join(lines)


def _also_correct(question: Question) -> Iterable[str]:
    match question:
        case ShortQuestion():
            if question.accept:
                yield _also("Also correct", question.accept)
        case ClozeQuestion():
            for blank, mark in enumerate(question.marks, 1):
                if others := question.accepted(mark)[1:]:
                    yield _also(f"Also correct in blank {blank}" if len(question.marks) > 1 else "Also correct", others)
        case NumberQuestion():
            low, high = question.bounds
            if low != high:
                yield f"<p class=also>Correct from {_plain(low)} to {_plain(high)}</p>"
        case (
            CardQuestion()
            | ChoiceQuestion()
            | MultipleQuestion()
            | TrueFalseQuestion()
            | OrderQuestion()
            | MatchQuestion()
        ):
            pass
        case _:
            assert_never(question)


def _grading(question: Question) -> Iterable[str]:
    """Yield how strictly the typed answer is graded, and what is rejected."""
    policies = tuple(dict.fromkeys(answer.policy.summary for answer in accepted(question)))
    if policies:
        yield f"<p class=also>Grading: {escape(' / '.join(policies))}</p>"
    if isinstance(question, ShortQuestion) and question.pattern is not None:
        yield f"<p class=also>Also correct: any answer that matches <code>{escape(question.pattern)}</code></p>"
    for text, feedback in rejected(question):
        said = f" ({to_html(feedback)})" if feedback else ""
        yield f"<div class=also dir=auto>Wrong: {inline_html(text)}{said}</div>"


def _also(label: str, answers: Iterable[str]) -> str:
    return f"<p class=also dir=auto>{label}: {', '.join(map(inline_html, answers))}</p>"


def _plain(number: Decimal) -> str:
    return f"{number:f}"


def _names(question: Question) -> Iterable[str]:
    """Yield the points, facts and tags of the question, each with its label."""
    for label, names in (("Point", question.points), ("Fact", question.all_facts)):
        if names:
            plural = label if len(names) == 1 else f"{label}s"
            yield f"{plural}: {', '.join(f'<code>{escape(name)}</code>' for name in names)}"
    if question.tags:
        yield f"Tags: {escape(', '.join(question.tags))}"
