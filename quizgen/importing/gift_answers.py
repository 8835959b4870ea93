"""The answers of a GIFT question: the text in its braces, as the fields of a question."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quizgen.importing.markup import html_to_markdown, html_to_text
from quizgen.importing.plain import clean, plain_to_markdown, without_line_ends

# Escaped characters become private-use characters, so that no pattern matches them.
_SIGNS = "~=#{}:\\n"
HIDDEN = {sign: chr(0xE000 + place) for place, sign in enumerate(_SIGNS)}
_SHOWN = {ord(hidden): "\n" if sign == "n" else sign for sign, hidden in HIDDEN.items()}
FORM = re.compile(r"\s*\[(?P<form>html|markdown|plain|moodle)\]", re.IGNORECASE)
_ANSWER_PART = re.compile(r"(?P<sign>[=~])(?P<text>[^=~]*)", re.DOTALL)
_WEIGHT = re.compile(r"\s*%(?P<weight>-?\d+(?:\.\d+)?)%")
_NUMBER = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_RANGE = re.compile(rf"\s*(?P<low>{_NUMBER})\s*\.\.\s*(?P<high>{_NUMBER})\s*")
_WITH_ERROR = re.compile(rf"\s*(?P<answer>{_NUMBER})\s*(?::\s*(?P<error>{_NUMBER}))?\s*")
_TEX = re.compile(r"\$\$([^$]+)\$\$")  # Moodle's own delimiter for math
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


@dataclass(frozen=True, slots=True)
class _Answer:
    right: bool
    weight: float | None
    text: str
    feedback: str

    @property
    def says_something(self) -> bool:
        """Whether it is an answer; in ``~=Paris``, as Moodle takes it, nothing is between the two signs."""
        return self.right or bool(self.text or self.feedback or self.weight is not None)


@dataclass
class GiftText:
    """The parts of a question, with texts as in the file."""

    form: str
    stem: str
    answer: str
    explanation: str
    blank: bool

    def __post_init__(self) -> None:
        self.notes: list[str] = []

    def words(self, text: str) -> str:
        """Return ``text`` as Markdown, according to the question's text format."""
        own = FORM.match(text)
        form = own["form"].lower() if own else self.form
        shown = _TEX.sub(r"\\(\1\\)", unescaped(text[own.end() :] if own else text).strip())
        if form in {"html", "moodle"} and re.search(r"<[a-zA-Z/!]|&\w+;|&#", shown):
            converted = html_to_markdown(shown)
            self.notes += (f"left out {lost}" for lost in converted.lost)
            self.notes += (f"left out the picture {name}" for name, _ in converted.pictures)
            return converted.text
        return clean(shown if form == "markdown" else plain_to_markdown(shown))

    def line(self, text: str) -> str:
        """Return ``text`` as Markdown on one line."""
        return without_line_ends(self.words(text))

    def plain(self, text: str) -> str:
        """Return ``text`` as a learner types it."""
        own = FORM.match(text)
        shown = unescaped(text[own.end() :] if own else text)
        is_html = own is not None and own["form"].lower() == "html"
        return " ".join(clean(html_to_text(shown) if is_html else shown).split())


def answered(block: GiftText) -> dict[str, Any]:
    """Return the fields for kind and answer; raise ValueError with the reason if no kind fits."""
    if not block.answer:
        raise ValueError("it has no answer; essays are not supported")
    if (truth := _TRUTH.get(block.answer.partition("#")[0].strip().upper())) is not None:
        return _truth(block, truth)
    if block.answer.startswith("#"):
        return _numeric(block)
    parts = [part for found in _ANSWER_PART.finditer(block.answer) if (part := _part(found)).says_something]
    if not parts and not re.match("[=~]", block.answer):
        parts = [_part_of("=", block.answer)]  # Moodle takes {Rome} for {=Rome}
    elif parts and (before := block.plain(re.split("[=~]", block.answer, maxsplit=1)[0])):
        block.notes.append(f"left out the text {before!r} before the first answer")
    if not parts:
        raise ValueError("its answer is empty")
    if not all(part.right for part in parts):
        return _options(block, parts)  # an arrow is then part of an option, such as File -> Save
    return _match(block, parts) if any("->" in part.text for part in parts) else _short(block, parts)


def _truth(block: GiftText, truth: bool) -> dict[str, Any]:
    wrong, right = ([*(block.words(text) for text in block.answer.split("#")[1:]), "", ""])[:2]
    if wrong and right:
        block.notes.append(f"left out the feedback for a wrong answer: {wrong}")
    # Moodle's first feedback is for a wrong answer, the second for a right one.
    explanation = right or wrong or ("" if truth else "The statement is false.")
    return {"kind": "true_false", "answer": truth, "explanation": explanation}


def _numeric(block: GiftText) -> dict[str, Any]:
    body = block.answer[1:]
    several = [_part(found) for found in _ANSWER_PART.finditer(body)] if body.lstrip().startswith(("=", "~")) else []
    best = next((part for part in several if part.right and part.weight in (None, 100.0)), None)
    if several and best is None:
        raise ValueError("none of its numbers is marked as fully correct")
    _note_partly(block, [part for part in several if part is not best])
    text, _, feedback = (best.text, "", best.feedback) if best else body.partition("#")
    text = " ".join(unescaped(text).split())
    if span := _RANGE.fullmatch(text):
        low, high = Decimal(span["low"]), Decimal(span["high"])
        middle = (low + high) / 2
        answer: dict[str, Any] = {"answer": _number(middle), "range": [_number(low), _number(high)]}
    elif exact := _WITH_ERROR.fullmatch(text):
        answer = {"answer": _number(Decimal(exact["answer"]))}
        if exact["error"] and (error := abs(Decimal(exact["error"]))):
            answer["tolerance"] = str(_number(error))
    else:
        raise ValueError(f"{text.strip()!r} is not a number")
    return {"kind": "number", **answer, "explanation": block.words(feedback)}


def _number(value: Decimal) -> float | int:
    if not abs(value) <= 10**15:
        raise ValueError("its number is too large")
    return int(value) if value == int(value) else float(value)


def _match(block: GiftText, parts: list[_Answer]) -> dict[str, Any]:
    pairs: dict[str, str] = {}
    _note_feedback(block, [part for part in parts if part.feedback])
    for part in parts:
        left, arrow, right = part.text.partition("->")
        if not (arrow and block.line(left) and block.line(right)):
            block.notes.append(f"left out {block.line(part.text)!r}, which has no partner")
        elif block.line(left) in pairs:
            raise ValueError(f"two pairs begin with {block.line(left)!r}")
        else:
            pairs[block.line(left)] = block.line(right)
    return {"kind": "match", "pairs": pairs}


def _short(block: GiftText, parts: list[_Answer]) -> dict[str, Any]:
    full = [part for part in parts if part.weight in (None, 100.0)]
    if not full:
        raise ValueError("none of its answers is marked as fully correct")
    _note_partly(block, [part for part in parts if part not in full])
    answers = [block.plain(part.text) for part in full]
    if any("*" in answer for answer in answers):
        raise ValueError("its answer contains the wildcard *, which is not supported")
    feedback = _shared_feedback(block, full)
    return {"kind": "short", "answer": answers[0], "accept": answers[1:], "explanation": block.words(feedback)}


def _options(block: GiftText, parts: list[_Answer]) -> dict[str, Any]:
    right = [part for part in parts if part.right or (part.weight or 0) > 0]
    wrong = [part for part in parts if part not in right]
    if not right:
        raise ValueError("none of its options is marked as correct")
    best = [part for part in right if part.right or part.weight == 100]
    if len(best) == 1 and len(right) > 1:
        _note_partly(block, [part for part in right if part not in best])
        right = best
    feedback = _shared_feedback(block, right)
    _note_feedback(block, wrong)
    keys = [block.line(part.text) for part in right]
    data = {"distractors": [block.line(part.text) for part in wrong], "explanation": block.words(feedback)}
    if not all((*keys, *data["distractors"])):
        raise ValueError("one of its options is empty or only a picture")
    if len(keys) == 1:
        return {"kind": "choice", "answer": keys[0], **data}
    return {"kind": "multiple", "answers": keys, **data}


def _note_partly(block: GiftText, parts: list[_Answer]) -> None:
    if parts:
        names = ", ".join(repr(block.line(part.text)) for part in parts)
        block.notes.append(f"left out {names}, which {'is' if len(parts) == 1 else 'are'} not fully correct")
        _note_feedback(block, parts)


def _shared_feedback(block: GiftText, right: list[_Answer]) -> str:
    """Return the feedback of the correct answers; a question has one explanation, so others are reported."""
    feedback = next((part.feedback for part in right if part.feedback), "")
    _note_feedback(block, [part for part in right if part.feedback != feedback])
    return feedback


def _note_feedback(block: GiftText, parts: list[_Answer]) -> None:
    block.notes += (
        f"left out the feedback for {block.line(part.text)!r}: {said}"
        for part in parts
        if (said := block.line(part.feedback))
    )


def _part(found: re.Match[str]) -> _Answer:
    return _part_of(found["sign"], found["text"])


def _part_of(sign: str, words: str) -> _Answer:
    text, _, feedback = words.partition("#")
    weight = _WEIGHT.match(text)
    value = float(weight["weight"]) if weight else None
    return _Answer(sign == "=", value, text[weight.end() :].strip() if weight else text.strip(), feedback.strip())


def unescaped(text: str) -> str:
    return text.translate(_SHOWN)
