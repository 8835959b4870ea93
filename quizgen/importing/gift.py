"""GIFT, Moodle's text format for questions. Format: https://docs.moodle.org/en/GIFT_format"""

import re
from collections.abc import Iterator

from quizgen.importing.blanks import blank_sign
from quizgen.importing.categories import Categories
from quizgen.importing.explanations import explanation_of
from quizgen.importing.gift_answers import FORM, GiftText, answered, hidden, unescaped
from quizgen.importing.items import Item, refused, title_id, usable_id
from quizgen.importing.moodle_cloze import blanks_data, has_type, without_type
from quizgen.importing.passages import Passage, Passages

_TITLE = re.compile(r"\s*::(?P<title>.*?)::", re.DOTALL)
_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(?P<path>\S.*)")
# Moodle writes the tags and the ID number of a question into the comment above it.
_TAGS = re.compile(r"\[tag:((?:\\\]|[^\]]){0,300})\]")
_ID = re.compile(r"\[id:(?P<id>(?:\\\]|[^\]]){0,300})\]")
_COMMENT_FIRST = re.compile(r"\A[^\S\n]*//[^\n]*(?:\n|$)")
"""A comment after a title or after the brace that opens the answers."""
_BLANK = "_____"
_GAPS = re.compile(r"\{([^{}]*)\}")
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
    return Categories(unescaped(hidden(found["path"])) for found in lines if found)


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


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield categories, comments and questions, each with its first line."""
    lines: list[str] = []
    start, inside, has_answers = 0, False, False
    for number, line in enumerate(hidden(text).split("\n"), 1):
        bare = line.strip()
        is_comment = bare.startswith("//") and not bare.startswith("///")
        if is_comment and lines and not has_answers:
            continue
        is_alone = is_comment or _CATEGORY.fullmatch(bare) is not None
        # People forget the blank line; a title shows that another question begins.
        if lines and (is_alone or (not bare and not inside) or (has_answers and bare.startswith("::"))):
            yield start, "\n".join(lines)
            lines, inside, has_answers = [], False, False
        if is_alone:
            yield number, bare
        elif bare or lines:
            start = start if lines else number
            lines.append(line)
            inside = line.rfind("{") > line.rfind("}") or (inside and "}" not in line)
            has_answers = not inside and (has_answers or "}" in line)
    if lines:
        yield start, "\n".join(lines)


def _passage(where: str, text: str) -> Passage:
    _, form, rest = _opening(text)
    block = GiftText(form, rest)
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
    block = GiftText(form, before, without_type(answer), explanation.strip())
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
    if "\n" in between and not all(has_type(gap[1]) for gap in gaps):
        return refused(where, "the question has more than one { }; put an empty line between questions")
    block = GiftText(form, is_embedded=True)
    try:
        data = blanks_data(block, text, gaps)
    except ValueError as error:
        return refused(where, str(error))
    return Item(where, {"id": _title_id(title), **data}, tuple(dict.fromkeys(block.notes)))


def _title_id(title: re.Match[str] | None) -> str:
    return title_id(unescaped(title["title"])) if title else ""
