"""GIFT, Moodle's text format for questions. Format: https://docs.moodle.org/en/GIFT_format"""

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Any

from quizgen.importing.answers import Answer, note_feedback
from quizgen.importing.blanks import Blank, blank_sign, cloze_data, note_wrong_options, with_blank_signs
from quizgen.importing.categories import Categories
from quizgen.importing.explanations import explanation_of
from quizgen.importing.gift_answers import FORM, HIDDEN, HIDDEN_STARTS, GiftText, answered, unescaped
from quizgen.importing.items import Item, refused, title_id, usable_id
from quizgen.importing.passages import Passage, Passages

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(?P<path>\S.*)")
# Moodle writes the tags and the ID number of a question into the comment above it.
_TAGS = re.compile(r"\[tag:((?:\\\]|[^\]]){0,300})\]")
_ID = re.compile(r"\[id:(?P<id>(?:\\\]|[^\]]){0,300})\]")
_COMMENT_FIRST = re.compile(r"\A[^\S\n]*//[^\n]*(?:\n|$)")
"""A comment after a title or after the brace that opens the answers."""
_BLANK = "_____"
_EMBEDDED = re.compile(r"\{((?:\d*):[A-Z_]{1,20}:(?:\\.|[^\\}])*)\}", re.DOTALL)
_TYPED_SIGN = re.compile("~[=%]?")
_TYPED_SIGNS = {"~=": "=", "~%": "=%", "~": "=%0%"}
_EMBEDDED_START = re.compile(r"(?<==)%|(?<=[=~%:])\[")
_LATER_EQUALS = re.compile(r"(?<![~:])=")
_GAPS = re.compile(r"\{([^{}]*)\}")
# What Moodle's Cloze format writes before the answers of a gap: its points and its type.
# https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
_GAP_TYPE = re.compile(r"\s*\d*:(?P<type>[A-Z]{1,4}|SHORTANSWER(?:_C)?|NUMERICAL|MULTI(?:CHOICE|RESPONSE)\w*):")
_IS_TYPED = re.compile(r"S|MWC?$")
_CASE_COUNTS = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_SEVERAL = re.compile(r"MULTIRESPONSE|MR")
"""Types of which learners choose all correct options."""
MAX_LENGTH = 200_000
"""Longest question, in characters; more than any real one has."""


def looks_like_gift(text: str) -> bool:
    """Return whether the text has answers in braces as GIFT does."""
    return bool(
        re.search(r"(?<![\\^])\{\s*(?:[=~#]|%|(?:T|F|TRUE|FALSE)\s*(?:#|\}))", text)
        or re.search(r"(?m)^[^\S\n]*::.+?::", text)
    )


def gift_categories(text: str) -> Categories:
    """Return the categories of all questions in ``text``."""
    lines = (_CATEGORY.fullmatch(line) for line in text.split("\n"))
    return Categories(unescaped(_hidden(found["path"])) for found in lines if found)


def read_gift(text: str) -> Iterator[Item]:
    """Yield each question of ``text``; blank lines separate them."""
    categories = gift_categories(text)
    topic: str | None = None
    tags: list[str] = []
    own_id = ""
    passages = Passages("the text has no answer in { }, and no question follows it")
    for start, block in _blocks(text):
        category = _CATEGORY.fullmatch(block)
        is_text = "{" not in block and not block.startswith("//")
        if category is not None:
            yield from passages.next(None)
            topic = categories.topic_of(unescaped(category["path"]))
            continue
        if block.startswith("//"):
            tags += ("-".join(unescaped(tag).replace("\\]", "]").split()) for tag in _TAGS.findall(block))
            found = _ID.search(block)
            own_id = usable_id(unescaped(found["id"]).strip()) if found else own_id
            continue
        if is_text:
            yield from passages.next(_passage(f"line {start}", block))
            continue
        item = _question(f"line {start}", block)
        if item.data is not None:
            notes = [*item.notes]
            data = passages.above(item.data, notes)
            data |= {"topic": topic, "tags": tags, **({"id": own_id} if own_id else {})}
            item = Item(item.where, data, tuple(notes))
        tags, own_id = [], ""
        yield item
    yield from passages.next(None)


def _hidden(text: str) -> str:
    return _ESCAPED.sub(lambda found: HIDDEN[found[1]], text)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield categories, comments and questions, each with its first line."""
    hidden = _hidden(text)
    lines: list[str] = []
    start, inside, answered = 0, False, False
    for number, line in enumerate(hidden.split("\n"), 1):
        bare = line.strip()
        comment = bare.startswith("//") and not bare.startswith("///")
        if comment and lines and not answered:
            continue
        alone = comment or _CATEGORY.fullmatch(bare) is not None
        # People forget the blank line; a title shows that another question begins.
        if lines and (alone or (not bare and not inside) or (answered and bare.startswith("::"))):
            yield start, "\n".join(lines)
            lines, inside, answered = [], False, False
        if alone:
            yield number, bare
        elif bare or lines:
            start = start if lines else number
            lines.append(line)
            inside = line.rfind("{") > line.rfind("}") or (inside and "}" not in line)
            answered = not inside and (answered or "}" in line)
    if lines:
        yield start, "\n".join(lines)


def _passage(where: str, text: str) -> Passage:
    _, form, rest = _opening(text)
    block = GiftText(form, rest, "", "", blank=False)
    return Passage(where, block.words(rest), tuple(block.notes))


def _question(where: str, text: str) -> Item:
    if len(text) > MAX_LENGTH:
        return refused(where, f"the question is longer than {MAX_LENGTH:,} characters")
    title, form, rest = _opening(text)
    gaps = list(_GAPS.finditer(rest))
    if not gaps or len(gaps) * 2 != rest.count("{") + rest.count("}"):
        return refused(where, "the braces { and } do not match; put an empty line after every question")
    if len(gaps) > 1:
        return _cloze(where, title, form, rest, gaps)
    opening, closing = gaps[0].start(), gaps[0].end() - 1
    answer, _, explanation = rest[opening + 1 : closing].partition("####")
    answer = _COMMENT_FIRST.sub("", answer)
    before, after = rest[:opening].strip(), rest[closing + 1 :].strip()
    block = GiftText(form, before, _without_type(answer), explanation.strip(), bool(after))
    if after:
        block.stem = f"{before} {_BLANK} {after}" if len(after) > 1 else f"{before} {_BLANK}{after}"
    try:
        data = answered(block)
    except ValueError as error:
        return refused(where, str(error))
    stem = block.words(block.stem.replace(_BLANK, blank_sign(0))).replace(blank_sign(0), "\\_" * len(_BLANK))
    explanation = explanation_of(data, block.notes, block.words(block.explanation))
    data = {"id": _title_id(title), "stem": stem, "explanation": explanation, **data}
    return Item(where, data, tuple(dict.fromkeys(block.notes)))


def _opening(text: str) -> tuple[re.Match[str] | None, str, str]:
    """Return the title, the name of the text format, and the rest of a block."""
    title = _TITLE.match(text)
    rest = text[title.end() :] if title else text
    rest = _COMMENT_FIRST.sub("", rest) if title else rest
    form = FORM.match(rest)
    return title, (form["form"] if form else "moodle").lower(), rest[form.end() :] if form else rest


def _cloze(where: str, title: re.Match[str] | None, form: str, text: str, gaps: list[re.Match[str]]) -> Item:
    """Return a text with several blanks as a cloze question: the learner types what belongs in each."""
    between = text[gaps[0].end() : gaps[-1].start()]
    if "\n" in between and not all(_GAP_TYPE.match(gap[1]) for gap in gaps):
        return refused(where, "the question has more than one { }; put an empty line between questions")
    block = GiftText(form, "", "", "", blank=True, is_embedded=True)
    try:
        data = _blanks(block, text, gaps, lambda answer: answer)
    except ValueError as error:
        return refused(where, str(error))
    return Item(where, {"id": _title_id(title), **data}, tuple(dict.fromkeys(block.notes)))


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
    block = GiftText("html", "", "", "", blank=True, is_embedded=True)
    block.notes = notes
    data = _blanks(block, html, gaps, _embedded, convert)
    types = [kind for gap in gaps if _IS_TYPED.match(kind := _type_of(gap[1]))]
    strict = [kind for kind in types if kind in _CASE_COUNTS]
    if strict and len(strict) < len(types):
        notes.append("left out case sensitivity, because only some of the blanks are case-sensitive")
    return {**data, "grading": {"case": "strict"}} if strict and len(strict) == len(types) else data


def _type_of(answer: str) -> str:
    """Return Moodle's type of a blank; nothing if it is not given."""
    found = _GAP_TYPE.match(answer)
    return found["type"] if found else ""


def _embedded(answer: str) -> str:
    """Return the answers of a blank, in which `=` is a sign only where an answer begins.

    An answer after `=` has no weight, and no answer has a text format.
    """
    marked = _LATER_EQUALS.sub(HIDDEN["="], _hidden(unescape(answer)))
    return _EMBEDDED_START.sub(lambda start: HIDDEN_STARTS[start[0]], marked)


def _blanks(
    block: GiftText,
    text: str,
    gaps: Sequence[re.Match[str]],
    answer_of: Callable[[str], str],
    convert: Callable[[str], str] | None = None,
) -> dict[str, Any]:
    """Return the fields of a text with ``gaps``."""
    blanks: list[Blank] = []
    for place, gap in enumerate(gaps):
        block.answer = _without_type(answer_of(gap[1]))
        try:
            blanks.append(_gap(block, has_several=_SEVERAL.match(_type_of(gap[1])) is not None))
        except ValueError as error:
            raise ValueError(f"blank {place + 1}: {error}") from None
    return cloze_data((convert or block.words)(with_blank_signs(text, gaps).strip()), blanks)


def _without_type(answer: str) -> str:
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


def _title_id(title: re.Match[str] | None) -> str:
    return title_id(unescaped(title["title"])) if title else ""
