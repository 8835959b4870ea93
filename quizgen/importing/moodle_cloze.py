"""The blanks of Moodle's Cloze format: answers in braces, in GIFT's form, after the points and the type of the blank.

Format: https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
"""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Any

from quizgen.importing.answers import Answer, note_feedback
from quizgen.importing.blanks import Blank, cloze_data, note_wrong_options, with_blank_signs
from quizgen.importing.gift_answers import HIDDEN, HIDDEN_STARTS, GiftText, answered, hidden

_EMBEDDED = re.compile(r"\{((?:\d*):[A-Z_]{1,20}:(?:\\.|[^\\}])*)\}", re.DOTALL)
_TYPED_SIGN = re.compile("~[=%]?")
_TYPED_SIGNS = {"~=": "=", "~%": "=%", "~": "=%0%"}
_EMBEDDED_START = re.compile(r"(?<==)%|(?<=[=~%:])\[")
_LATER_EQUALS = re.compile(r"(?<![~:])=")
_GAP_TYPE = re.compile(r"\s*\d*:(?P<type>[A-Z]{1,4}|SHORTANSWER(?:_C)?|NUMERICAL|MULTI(?:CHOICE|RESPONSE)\w*):")
_IS_TYPED = re.compile(r"S|MWC?$")
_CASE_COUNTS = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_SEVERAL = re.compile(r"MULTIRESPONSE|MR")
"""Types of which learners choose all correct options."""


def cloze_of(html: str, notes: list[str], convert: Callable[[str], str]) -> dict[str, Any]:
    """Return the fields of one of Moodle's Cloze questions; ``convert`` returns its text as Markdown.

    Raises ValueError if it has no blanks, or if one of them is not for an answer. What has no field is added to
    ``notes``.
    """
    gaps = list(_EMBEDDED.finditer(html))
    if not gaps:
        raise ValueError("the question has no blanks")
    marks = [gap[1].lstrip().partition(":")[0] or "1" for gap in gaps]
    if len({*marks}) > 1:
        notes.append(
            f"left out the weights of the blanks ({', '.join(marks)}): in quizgen, all blanks earn equal credit"
        )
    block = GiftText("html", is_embedded=True, notes=notes)
    data = blanks_data(block, html, gaps, _embedded, convert)
    types = [kind for gap in gaps if _IS_TYPED.match(kind := _type_of(gap[1]))]
    strict = [kind for kind in types if kind in _CASE_COUNTS]
    if strict and len(strict) < len(types):
        notes.append("left out case sensitivity, because only some of the blanks are case-sensitive")
    return {**data, "grading": {"case": "strict"}} if strict and len(strict) == len(types) else data


def has_type(answer: str) -> bool:
    """Return whether the answers of a blank begin with its type."""
    return _GAP_TYPE.match(answer) is not None


def _type_of(answer: str) -> str:
    """Return Moodle's type of a blank; nothing if it is not given."""
    found = _GAP_TYPE.match(answer)
    return found["type"] if found else ""


def _embedded(answer: str) -> str:
    """Return the answers of a blank, in which `=` is a sign only where an answer begins.

    An answer after `=` has no weight, and no answer has a text format.
    """
    marked = _LATER_EQUALS.sub(HIDDEN["="], hidden(unescape(answer)))
    return _EMBEDDED_START.sub(lambda start: HIDDEN_STARTS[start[0]], marked)


def blanks_data(
    block: GiftText,
    text: str,
    gaps: Sequence[re.Match[str]],
    answer_of: Callable[[str], str] = str,
    convert: Callable[[str], str] | None = None,
) -> dict[str, Any]:
    """Return the fields of a text with ``gaps``, whose first group has the answers.

    ``answer_of`` returns these as GIFT writes them, and ``convert`` the text as Markdown, by default according to
    ``block``. Raises ValueError with the number of a blank that cannot be in a set.
    """
    blanks: list[Blank] = []
    for place, gap in enumerate(gaps):
        block.answer = without_type(answer_of(gap[1]))
        try:
            blanks.append(_gap(block, has_several=_SEVERAL.match(_type_of(gap[1])) is not None))
        except ValueError as error:
            raise ValueError(f"blank {place + 1}: {error}") from None
    return cloze_data((convert or block.words)(with_blank_signs(text, gaps).strip()), blanks)


def without_type(answer: str) -> str:
    """Return the answers of a blank without points and type; a number begins with ``#`` as elsewhere in GIFT."""
    found = _GAP_TYPE.match(answer)
    rest = answer[found.end() :].strip() if found else answer.strip()
    if found and found["type"].startswith("N"):
        return f"#{rest}"
    if not found:
        return rest
    rest = rest if rest.startswith(("=", "~")) else f"~{rest}"  # an answer without a sign is wrong
    # In a blank to type into, every answer is one that is typed.
    is_typed = _IS_TYPED.match(found["type"]) is not None
    return _TYPED_SIGN.sub(lambda sign: _TYPED_SIGNS[sign[0]], rest) if is_typed else rest


def _gap(block: GiftText, *, has_several: bool) -> Blank:
    """Return a blank with its answers; ``has_several`` says that learners choose all of them."""
    data = answered(block)
    if has_several and len(data["right"]) > 1:
        raise ValueError("learners must choose several options, but a blank can have only one answer")
    if data["kind"] == "multiple":
        answer, *accept = data["answers"]
        data |= {"kind": "choice", "answer": answer, "accept": accept}
    if data["kind"] not in {"short", "choice", "number"}:
        raise ValueError("the answer is not a word, an option or a number")
    if wrong := data.get("distractors"):
        written = [{"text": one} if isinstance(one, str) else one for one in wrong]
        options = [Answer(one["text"], 0, one.get("feedback", "")) for one in written]
        note_wrong_options([option.text for option in options], block.notes)
        note_feedback(options, block.notes)
    if tolerance := data.get("tolerance") or data.get("range"):
        block.notes.append(f"left out the tolerance {tolerance} for the answer {data['answer']}")
    note_feedback(data["right"], block.notes)
    return Blank(str(data["answer"]), [str(one) for one in data.get("accept", ())], data.get("reject", {}))
