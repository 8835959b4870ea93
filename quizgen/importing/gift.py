"""GIFT, Moodle's text format for questions. Format: https://docs.moodle.org/en/GIFT_format"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizgen.importing.items import Item, refused
from quizgen.importing.markup import html_to_markdown
from quizgen.importing.plain import clean, plain_to_markdown, without_line_ends

_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
# Escaped characters become private-use characters, so that no pattern matches them.
_SIGNS = "~=#{}:\\n"
_HIDDEN = {sign: chr(0xE000 + place) for place, sign in enumerate(_SIGNS)}
_SHOWN = {ord(hidden): "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()}
_TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
_FORM = re.compile(r"\s*\[(?P<form>html|markdown|plain|moodle)\]", re.IGNORECASE)
_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(?P<path>\S.*)")
_BETWEEN_CATEGORIES = re.compile(r"(?<!/)/(?!/)")  # a doubled slash is a literal one
_TAGS = re.compile(r"\[tag:([^\]]{0,300})\]")  # Moodle writes them into the comment above a question
_ANSWER_PART = re.compile(r"(?P<sign>[=~])(?P<text>[^=~]*)", re.DOTALL)
_WEIGHT = re.compile(r"\s*%(?P<weight>-?\d+(?:\.\d+)?)%")
_NUMBER = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_RANGE = re.compile(rf"\s*(?P<low>{_NUMBER})\s*\.\.\s*(?P<high>{_NUMBER})\s*")
_WITH_ERROR = re.compile(rf"\s*(?P<answer>{_NUMBER})\s*(?::\s*(?P<error>{_NUMBER}))?\s*")
_TEX = re.compile(r"\$\$([^$]+)\$\$")  # Moodle's own delimiter for math
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_BLANK = "_____"
MAX_LENGTH = 200_000
"""Longest question, in characters; more than any real one has."""


def looks_like_gift(text: str) -> bool:
    """Return whether the text has answers in braces as GIFT does."""
    return bool(
        re.search(r"(?<!\\)\{\s*(?:[=~#]|%|(?:T|F|TRUE|FALSE)\s*(?:#|\}))", text)
        or re.search(r"(?m)^[^\S\n]*::.+?::", text)
    )


def read_gift(text: str) -> Iterator[Item]:
    """Yield each question of ``text``; blank lines separate them."""
    topic: str | None = None
    tags: list[str] = []
    for start, block in _blocks(text):
        category = _CATEGORY.fullmatch(block)
        if category is not None:
            path = [part for part in _BETWEEN_CATEGORIES.split(category["path"]) if part and not part.startswith("$")]
            topic = _shown(path[-1]).replace("//", "/").strip() if path else None
            continue
        if block.startswith("//"):
            tags += ("-".join(_shown(tag).split()) for tag in _TAGS.findall(block))
            continue
        item = _question(f"line {start}", block)
        if item.data is not None:
            item.data.update({"topic": topic, "tags": tags})
        tags = []
        yield item


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield categories, comments and questions, each with its first line."""
    hidden = _ESCAPED.sub(lambda found: _HIDDEN[found[1]], text)
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


@dataclass(frozen=True, slots=True)
class _Part:
    right: bool
    weight: float | None
    text: str
    feedback: str


@dataclass
class _Block:
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
        own = _FORM.match(text)
        form = own["form"].lower() if own else self.form
        shown = _TEX.sub(r"\\(\1\\)", _shown(text[own.end() :] if own else text).strip())
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
        return " ".join(clean(_shown(text)).split())


def _question(where: str, text: str) -> Item:
    if len(text) > MAX_LENGTH:
        return refused(where, f"it has more than {MAX_LENGTH:,} characters")
    title = _TITLE.match(text)
    rest = text[title.end() :] if title else text
    form = _FORM.match(rest)
    rest = rest[form.end() :] if form else rest
    opening = rest.find("{")
    closing = rest.find("}", opening)
    if opening < 0 or closing < 0:
        return refused(where, "it has no answer in { }, so it is text, not a question")
    if rest.count("{") + rest.count("}") != 2:
        return refused(
            where, "it has more than one { }; a question can have only one, and an empty line must follow the question"
        )
    answer, _, explanation = rest[opening + 1 : closing].partition("####")
    before, after = rest[:opening].strip(), rest[closing + 1 :].strip()
    block = _Block(
        (form["form"] if form else "moodle").lower(), before, answer.strip(), explanation.strip(), bool(after)
    )
    if after:
        block.stem = f"{before} {_BLANK} {after}" if len(after) > 1 else f"{before} {_BLANK}{after}"
    try:
        data = _answered(block)
    except ValueError as error:
        return refused(where, str(error))
    stem = block.words(block.stem.replace(_BLANK, "\ue0ff")).replace("\ue0ff", "\\_" * len(_BLANK))
    said = (data.pop("explanation", ""), block.words(block.explanation))
    explanation = "\n\n".join(filter(None, dict.fromkeys(said)))
    data = {"id": _title_id(title), "stem": stem, "explanation": explanation, **data}
    return Item(where, data, tuple(dict.fromkeys(block.notes)))


def _title_id(title: re.Match[str] | None) -> str:
    from quizgen.text.ids import kebab

    return kebab(_shown(title["title"]))[:100].strip("-") if title else ""


def _answered(block: _Block) -> dict[str, Any]:
    """Return the fields for kind and answer; raise ValueError with the reason if no kind fits."""
    if not block.answer:
        raise ValueError("it has no answer; essays are not supported")
    if (truth := _TRUTH.get(block.answer.partition("#")[0].strip().upper())) is not None:
        return _truth(block, truth)
    if block.answer.startswith("#"):
        return _numeric(block)
    parts = [_part(found) for found in _ANSWER_PART.finditer(block.answer)]
    if parts and (before := block.plain(re.split("[=~]", block.answer, maxsplit=1)[0])):
        block.notes.append(f"left out {before!r}, which is before the first answer")
    if not parts:
        raise ValueError("its answer does not begin with = ~ # T or F")
    if any("->" in part.text for part in parts):
        return _match(block, parts)
    if all(part.right for part in parts):
        return _short(block, parts)
    return _options(block, parts)


def _truth(block: _Block, truth: bool) -> dict[str, Any]:
    wrong, right = ([*(block.words(text) for text in block.answer.split("#")[1:]), "", ""])[:2]
    if wrong and right:
        block.notes.append(f"left out the feedback for a wrong answer: {wrong}")
    # Moodle's first feedback is for a wrong answer, the second for a right one.
    explanation = right or wrong or ("" if truth else "The statement is false.")
    return {"kind": "true_false", "answer": truth, "explanation": explanation}


def _numeric(block: _Block) -> dict[str, Any]:
    body = block.answer[1:]
    several = [_part(found) for found in _ANSWER_PART.finditer(body)] if body.lstrip().startswith(("=", "~")) else []
    best = next((part for part in several if part.right and part.weight in (None, 100.0)), None)
    if several and best is None:
        raise ValueError("none of its numbers is marked as fully correct")
    _note_partly(block, [part for part in several if part is not best])
    text, _, feedback = (best.text, "", best.feedback) if best else body.partition("#")
    text = " ".join(_shown(text).split())
    if span := _RANGE.fullmatch(text):
        low, high = float(span["low"]), float(span["high"])
        middle = (low + high) / 2
        answer: dict[str, Any] = {"answer": _number(middle), "range": [_number(low), _number(high)]}
    elif exact := _WITH_ERROR.fullmatch(text):
        answer = {"answer": _number(float(exact["answer"]))}
        if exact["error"] and float(exact["error"]):
            answer["tolerance"] = str(_number(abs(float(exact["error"]))))
    else:
        raise ValueError(f"{text.strip()!r} is not a number")
    return {"kind": "number", **answer, "explanation": block.words(feedback)}


def _number(value: float) -> float | int:
    if not abs(value) <= 1e15:
        raise ValueError("its number is too large")
    return int(value) if value == int(value) else value


def _match(block: _Block, parts: list[_Part]) -> dict[str, Any]:
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


def _short(block: _Block, parts: list[_Part]) -> dict[str, Any]:
    full = [part for part in parts if part.weight in (None, 100.0)]
    if not full:
        raise ValueError("none of its answers is marked as fully correct")
    _note_partly(block, [part for part in parts if part not in full])
    answers = [block.plain(part.text) for part in full]
    if any("*" in answer for answer in answers):
        raise ValueError("its answer contains the wildcard *, which is not supported")
    feedback = _shared_feedback(block, full)
    return {"kind": "short", "answer": answers[0], "accept": answers[1:], "explanation": block.words(feedback)}


def _options(block: _Block, parts: list[_Part]) -> dict[str, Any]:
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


def _note_partly(block: _Block, parts: list[_Part]) -> None:
    if parts:
        names = ", ".join(repr(block.line(part.text)) for part in parts)
        block.notes.append(f"left out {names}, which {'is' if len(parts) == 1 else 'are'} not fully correct")
        _note_feedback(block, parts)


def _shared_feedback(block: _Block, right: list[_Part]) -> str:
    """Return the feedback of the correct answers; a question has one explanation, so others are reported."""
    feedback = next((part.feedback for part in right if part.feedback), "")
    _note_feedback(block, [part for part in right if part.feedback != feedback])
    return feedback


def _note_feedback(block: _Block, parts: list[_Part]) -> None:
    block.notes += (
        f"left out the feedback for {block.line(part.text)!r}: {said}"
        for part in parts
        if (said := block.line(part.feedback))
    )


def _part(found: re.Match[str]) -> _Part:
    text, _, feedback = found["text"].partition("#")
    weight = _WEIGHT.match(text)
    value = float(weight["weight"]) if weight else None
    return _Part(
        found["sign"] == "=", value, text[weight.end() :].strip() if weight else text.strip(), feedback.strip()
    )


def _shown(text: str) -> str:
    return text.translate(_SHOWN)
