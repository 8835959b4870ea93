"""text2qti: quizzes in plain text, whose texts are Markdown, as quizgen's.

Format: https://github.com/gpoore/text2qti
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from quizgen.importing.answers import (
    FIGURE,
    AcceptedNumber,
    Answer,
    note_feedback,
    number_data,
    options_data,
    read_decimal,
)
from quizgen.importing.explanations import explanation_of
from quizgen.importing.items import Item, refused, title_id
from quizgen.importing.plain import clean

_NUMBERED = re.compile(r"(?P<number>\d+)\.[ \t]+(?P<text>\S.*)")
_CHOICE = re.compile(r"(?P<right>\*?)[a-zA-Z]\)[ \t]+(?P<text>\S.*)")
_CHECK = re.compile(r"\[(?P<right>[* ]?)\][ \t]+(?P<text>\S.*)")
_TYPED = re.compile(r"\*[ \t]+(?P<text>\S.*)")
_NUMBER = re.compile(r"=[ \t]+(?P<text>\S.*)")
_ESSAY = re.compile(r"_{3,}\s*")
_SAID = re.compile(r"(?P<sign>\.\.\.|\+|-)[ \t]+(?P<text>\S.*)")
_MARGIN = re.compile(rf"(?P<number>{FIGURE})(?:\s*\+-\s*(?P<margin>{FIGURE})(?P<percent>%?))?")
_SPAN = re.compile(rf"\[\s*(?P<low>{FIGURE})\s*,\s*(?P<high>{FIGURE})\s*\]")
_SETTING = re.compile(
    r"(?P<name>quiz title|quiz description|title|points|shuffle answers|show correct answers):[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)


def looks_like_text2qti(text: str) -> bool:
    """Return whether a numbered question has answers in the forms of text2qti."""
    is_numbered = False
    is_below = False  # whether the line above belongs to a numbered question
    for line in text.split("\n"):
        choice = _CHOICE.fullmatch(line)
        if is_numbered and ((choice is not None and choice["right"]) or _CHECK.fullmatch(line)):
            return True
        # Lists and lines across the page look like these elsewhere.
        if is_below and any(one.fullmatch(line) for one in (_TYPED, _NUMBER, _ESSAY)):
            return True
        starts = _NUMBERED.fullmatch(line) is not None
        is_numbered |= starts
        is_below = starts or (is_below and (line.startswith((" ", "\t")) or _SAID.fullmatch(line) is not None))
    return False


def read_text2qti(text: str) -> Iterator[Item]:
    """Yield each numbered question with its answers and its feedback, and with its settings above it."""
    block: list[str] = []
    start = 0
    above: dict[str, str] = {}
    settings: dict[str, str] = {}
    for number, line in enumerate([*text.split("\n"), "0. end"], 1):
        if found := _NUMBERED.fullmatch(line):
            if block:
                yield _numbered(f"line {start}", block, settings)
            block, start = [found["text"]], number
            settings, above = above, {}
        elif setting := _SETTING.fullmatch(line):
            above[setting["name"].lower()] = setting["value"].strip()
        elif block:
            block.append(line)


def about_text2qti(text: str) -> tuple[str | None, dict[str, str], tuple[str, ...]]:
    """Return the title of the quiz, the fields of its set, and what the file says about the quiz that a set cannot."""
    settings = filter(None, map(_SETTING.fullmatch, text.split("\n")))
    found = {setting["name"].lower(): setting["value"].strip() for setting in settings}
    description = found.get("quiz description", "")
    lost = [f"{name} ({found[name]})" for name in ("shuffle answers", "show correct answers") if found.get(name)]
    notes = (f"left out quiz settings: {', '.join(lost)}",) if lost else ()
    return found.get("quiz title"), {"description": description} if description else {}, notes


def _numbered(where: str, lines: list[str], settings: Mapping[str, str]) -> Item:
    stem: list[str] = []
    answers: list[tuple[re.Pattern[str], re.Match[str], list[str]]] = []  # each with its form and its feedback
    said: dict[str, str] = {}
    notes: list[str] = []
    for line in lines:
        found = next(((one, match) for one in _FORMS if (match := one.fullmatch(line))), None)
        if found is not None:
            answers.append((*found, []))
        elif (feedback := _SAID.fullmatch(line)) is not None:
            if answers:
                answers[-1][2].append(feedback["text"])
            else:
                said[feedback["sign"]] = feedback["text"]
        elif not answers:
            stem.append(line)
        elif line.strip():
            notes.append(f"left out {line.strip()!r}")
    notes += [f"left out the general feedback for wrong answers: {said['-']!r}"] if "-" in said else []
    made = [
        Answer(clean(match["text"]), 100 if _is_right(match) else 0, clean("\n\n".join(feedback)))
        for _, match, feedback in answers
    ]
    try:
        data = _answered({form for form, _, _ in answers}, made, notes)
    except ValueError as error:
        return refused(where, str(error))
    explanation = explanation_of(data, notes, clean(said.get("...", "")), clean(said.get("+", "")))
    if (points := settings.get("points", "1")) != "1":
        notes.append(f"left out the question's point value ({points}): in quizgen, every question counts the same")
    title = title_id(settings.get("title", ""))
    shown = clean("\n".join(_unindented(stem)))
    return Item(where, {"id": title, "stem": shown, "explanation": explanation, **data}, tuple(notes))


_FORMS = (_CHOICE, _CHECK, _TYPED, _NUMBER)


def _is_right(answer: re.Match[str]) -> bool:
    """Return whether an answer is marked as correct; one to type always is."""
    return answer.groupdict().get("right", "*").strip() != ""


def _answered(forms: set[re.Pattern[str]], answers: list[Answer], notes: list[str]) -> dict[str, Any]:
    """Return the fields of a question with ``answers``; what has no field is added to ``notes``."""
    if not answers:
        raise ValueError("the question has no answers to choose or type; essays are not supported")
    if len(forms) > 1:
        raise ValueError("the question mixes different types of answers, such as a) and [ ]")
    texts = [answer.text for answer in answers]
    right = [answer for answer in answers if not answer.is_wrong]
    if forms == {_TYPED}:
        note_feedback(answers, notes)
        return {"kind": "short", "answer": texts[0], "accept": texts[1:]}
    if forms == {_NUMBER}:
        note_feedback(answers, notes)
        return number_data([_accepted(text) for text in texts])
    if [text.lower() for text in texts] == ["true", "false"] and len(right) == 1:
        note_feedback(answers, notes)
        return {"kind": "true_false", "answer": right[0].text.lower() == "true"}
    if forms == {_CHOICE} and len(right) != 1:
        raise ValueError("the question needs one correct answer, marked with *")
    return options_data(answers, notes, is_single=forms == {_CHOICE})


def _accepted(text: str) -> AcceptedNumber:
    if span := _SPAN.fullmatch(text):
        return AcceptedNumber.between(read_decimal(span["low"]), read_decimal(span["high"]))
    if found := _MARGIN.fullmatch(text):
        number, margin = read_decimal(found["number"]), read_decimal(found["margin"] or "0")
        return AcceptedNumber.around(number, number * margin / 100 if found["percent"] else margin)
    raise ValueError(f"{text!r} is not a number")


def _unindented(lines: list[str]) -> list[str]:
    """Return the lines of a question without the space under its number."""
    rest = [line for line in lines[1:] if line.strip()]
    width = min((len(line) - len(line.lstrip()) for line in rest), default=0)
    return [*lines[:1], *(line[width:] for line in lines[1:])]
