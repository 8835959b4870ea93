"""The answers of a GIFT question: the text in its braces, as the fields of a question."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from quizgen.importing.answers import (
    FIGURE,
    AcceptedNumber,
    Answer,
    card_parts,
    match_data,
    note_feedback,
    note_partly,
    number_data,
    options_data,
    read_decimal,
    short_data,
)
from quizgen.importing.markup import html_to_text
from quizgen.importing.plain import clean, without_line_ends
from quizgen.importing.platform_text import platform_markdown

# Escaped characters become noncharacters, which no text contains, so that no pattern matches them.
_SIGNS = "~=#{}:\\n"
HIDDEN = {sign: chr(0xFDD5 + place) for place, sign in enumerate(_SIGNS)}
# After the sign of an answer, these begin a weight or a text format.
HIDDEN_STARTS = {"%": "\ufdde", "[": "\ufddf"}
_SHOWN = {ord(hidden): "\n" if sign == "n" else sign for sign, hidden in HIDDEN.items()} | {
    ord(hidden): sign for sign, hidden in HIDDEN_STARTS.items()
}
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
FORM = re.compile(r"\s*\[(?P<form>html|markdown|plain|moodle)\]", re.IGNORECASE)
_ANSWER_PART = re.compile(r"(?P<sign>[=~])(?P<text>[^=~]*)", re.DOTALL)
_WEIGHT = re.compile(r"\s*%(?P<weight>-?\d+(?:\.\d+)?)%")
_RANGE = re.compile(rf"\s*(?P<low>{FIGURE})\s*\.\.\s*(?P<high>{FIGURE})\s*")
_WITH_ERROR = re.compile(rf"\s*(?P<answer>{FIGURE})\s*(?::\s*(?P<error>{FIGURE}))?\s*")
_EXACT = re.compile(FIGURE)
_COMMENT = re.compile(r"\s//[^\n]*\s*$")
"""A comment after an answer."""
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class _Part:
    is_right: bool
    weight: float | None
    text: str
    feedback: str

    @property
    def percent(self) -> float:
        """The percentage of the credit that it gives."""
        return self.weight if self.weight is not None else 100 if self.is_right else 0

    @property
    def says_something(self) -> bool:
        """Whether it is an answer; in ``~=Paris``, as Moodle takes it, nothing is between the two signs."""
        return self.is_right or bool(self.text or self.feedback or self.weight is not None)


@dataclass
class GiftText:
    """The parts of a question, with texts as in the file."""

    form: str
    """The name of its text format, such as ``html``."""
    stem: str = ""
    answer: str = ""
    explanation: str = ""
    is_embedded: bool = False
    """Whether the answers belong to one of several blanks, in which an arrow is part of an answer."""
    notes: list[str] = field(default_factory=list)
    """What was left out of it."""

    def words(self, text: str) -> str:
        """Return ``text`` as Markdown, according to the question's text format."""
        own = FORM.match(text)
        form = own["form"].lower() if own else self.form
        converted = platform_markdown(unescaped(text[own.end() :] if own else text).strip(), form)
        self.notes += (f"left out {lost}" for lost in converted.lost)
        self.notes += (f"left out the picture {name}" for name, _ in converted.pictures)
        self.notes += (f"left out the sound {name}" for name, _ in converted.sounds)
        return converted.text

    def line(self, text: str) -> str:
        """Return ``text`` as Markdown on one line."""
        return without_line_ends(self.words(text))

    def plain(self, text: str) -> str:
        """Return ``text`` as a learner types it."""
        own = FORM.match(text)
        shown = unescaped(text[own.end() :] if own else text)
        is_html = own is not None and own["form"].lower() == "html"
        return " ".join(clean(html_to_text(shown) if is_html else shown).split())

    def answer_of(self, part: _Part) -> Answer:
        """Return ``part`` as an answer that is typed."""
        return Answer(self.plain(part.text), part.percent, self.words(part.feedback))


def answered(block: GiftText) -> dict[str, Any]:
    """Return the fields for kind and answer; raise ValueError with the reason if no kind fits."""
    if not block.answer and block.explanation:
        return _card(block)
    if not block.answer:
        raise ValueError("the question has no answer; essays are not supported")
    word = _COMMENT.sub("", block.answer.partition("#")[0])
    if (truth := _TRUTH.get(word.strip().upper())) is not None:
        return _truth(block, word, truth)
    if block.answer.startswith("#"):
        return _numeric(block)
    parts = [part for found in _ANSWER_PART.finditer(block.answer) if (part := _part(found)).says_something]
    if not parts and not re.match("[=~]", block.answer):
        parts = [_part_of("=", block.answer)]  # Moodle takes {Rome} for {=Rome}
    elif parts and (before := block.plain(re.split("[=~]", block.answer, maxsplit=1)[0])):
        block.notes.append(f"left out the text {before!r} before the first answer")
    if not parts:
        raise ValueError("the answer is empty")
    if not all(part.is_right for part in parts):
        # An arrow is then part of an option, such as File -> Save. Without a `=`, Moodle lets learners choose several.
        options = [Answer(block.line(part.text), part.percent, block.words(part.feedback)) for part in parts]
        is_one = any(part.is_right for part in parts) or sum(part.percent > 0 for part in parts) > 1
        return options_data(options, block.notes, is_single=None if is_one else False)
    if not block.is_embedded and any("->" in part.text for part in parts):
        return _match(block, parts)
    return short_data([block.answer_of(part) for part in parts], block.notes)


def _card(block: GiftText) -> dict[str, Any]:
    """Return an essay with feedback as a flashcard: what a learner compares an answer with is on its back."""
    own = FORM.match(block.explanation)
    answer, explanation = card_parts(block.explanation[own.end() :] if own else block.explanation)
    block.explanation = ""
    form = own[0] if own else ""
    return {"kind": "card", "answer": block.words(form + answer), "explanation": block.words(form + explanation)}


def _truth(block: GiftText, word: str, truth: bool) -> dict[str, Any]:
    wrong, right = ([*(block.words(text) for text in block.answer.split("#")[1:]), "", ""])[:2]
    if wrong and right:
        block.notes.append(f"left out the general feedback for wrong answers: {wrong!r}")
    # Moodle's first feedback is for a wrong answer, the second for a right one.
    data: dict[str, Any] = {"kind": "true_false", "answer": truth}
    if right or not wrong:
        return {**data, "right": [Answer(word, 100, right)]}
    block.notes.append("feedback for a wrong answer became the explanation, which learners see after every answer")
    return {**data, "explanation": wrong}


def _numeric(block: GiftText) -> dict[str, Any]:
    body = block.answer[1:]
    if "~" in body and not body.lstrip().startswith(("=", "~")):
        body = f"={body}"  # Moodle takes {#3:2~#No} for {#=3:2~#No}
    several = [_part(found) for found in _ANSWER_PART.finditer(body)] if body.lstrip().startswith(("=", "~")) else []
    if not several:
        text, _, feedback = body.partition("#")
        right = _as_shown(Answer(block.plain(text), 100, block.words(feedback)))
        return {**number_data([_accepted(text)]), "right": [right]}
    answers = [block.answer_of(part) for part in several]
    full = [answer for answer in answers if answer.is_full]
    if not full:
        raise ValueError("none of the numbers is marked as fully correct")
    # A wrong answer without a number is feedback for every other number.
    rejected = [answer for answer in answers if answer.is_wrong and _EXACT.fullmatch(answer.text)]
    note_partly([_as_shown(one) for one in answers if not (one.is_full or one.is_wrong)], block.notes)
    note_feedback([answer for answer in answers if answer.is_wrong and answer not in rejected], block.notes)
    return {
        **number_data([_accepted(answer.text) for answer in full]),
        "reject": {answer.text: answer.feedback or None for answer in rejected},
        "right": [_as_shown(answer) for answer in full],
    }


def _as_shown(answer: Answer) -> Answer:
    """Return a number with its margin as people write it, for a message or an explanation."""
    return replace(answer, text=answer.text.replace(":", " ± "))


def _accepted(text: str) -> AcceptedNumber:
    """Return the number in ``text`` with its bounds. Raises ValueError if it is not in one of GIFT's forms."""
    text = " ".join(unescaped(text).split())
    if span := _RANGE.fullmatch(text):
        return AcceptedNumber.between(read_decimal(span["low"]), read_decimal(span["high"]))
    if exact := _WITH_ERROR.fullmatch(text):
        return AcceptedNumber.around(read_decimal(exact["answer"]), read_decimal(exact["error"] or "0"))
    raise ValueError(f"{text!r} is not a number")


def _match(block: GiftText, parts: list[_Part]) -> dict[str, Any]:
    pairs = []
    note_feedback([Answer(block.line(part.text), 100, block.words(part.feedback)) for part in parts], block.notes)
    for part in parts:
        left, arrow, right = part.text.partition("->")
        if arrow and block.line(left) and block.line(right):
            pairs.append((block.line(left), block.line(right)))
        else:
            block.notes.append(f"left out {block.line(part.text)!r}, because one side of the pair is missing")
    return match_data(pairs)


def _part(found: re.Match[str]) -> _Part:
    return _part_of(found["sign"], found["text"])


def _part_of(sign: str, words: str) -> _Part:
    text, _, feedback = words.partition("#")
    weight = _WEIGHT.match(text)
    value = float(weight["weight"]) if weight else None
    return _Part(sign == "=", value, text[weight.end() :].strip() if weight else text.strip(), feedback.strip())


def hidden(text: str) -> str:
    """Return ``text`` with noncharacters instead of escaped characters."""
    return _ESCAPED.sub(lambda found: HIDDEN[found[1]], text)


def unescaped(text: str) -> str:
    """Return ``text`` with the characters that ``hidden`` hid, without their backslashes."""
    return text.translate(_SHOWN)
