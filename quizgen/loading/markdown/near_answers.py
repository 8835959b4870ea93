"""Text in a Markdown question that is almost an answer, and how to write it as the answer that is meant.

Lines and columns are counted from 0.
"""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from quizgen.loading.markdown.blocks import Block, Heading, item_text
from quizgen.loading.markdown.signs import LIST_SIGN
from quizgen.loading.meant_values import truth_meant

_FORMS = "options as `- [x] …` and `- [ ] …`, a typed answer as `= …`, or `Answer: …` for a flashcard"
_SLIPS: Sequence[tuple[re.Pattern[str], str]] = (
    (re.compile(r"( {0,3})=[^=\s#]"), "put a space after the = sign: `= answer`"),
    (re.compile(r"( {0,3})\[[ xX]?\]"), "put a dash and a space before the checkbox: `- [x] …`"),
    (re.compile(r"(?: {4,}|\t+)(?:[-*+] \[|= )"), "remove the indentation: indented lines are code in Markdown"),
    (re.compile(r"( {0,3})\(?[A-Ha-h][.)]\s"), "write each option as `- [ ] …`, and the correct one as `- [x] …`"),
)  # fmt: skip
"""Lines that are almost an answer, each with how to fix it."""
_DRAWN_BOX = re.compile(r" {0,3}(?:[-*+] +)?(?P<box>[☐□☑☒✓✔✗✘■])[ \t]*(?P<text>\S.*)")
_NESTED_BOX = re.compile(r"[ \t]+[-*+] +\[[ xX]?\]")
_EMPHASIS = re.compile(r"(?:\*\*|__|[*_✓✔])(?P<text>[^*_]+?)(?:\*\*|__|[*_])?")
_NUMBERED = re.compile(r" {0,3}\d{1,9}[.)][ \t]")
_ROW = re.compile(r" {0,3}\|.*\|.*\|[ \t]*$")
_TWO_SIDES = re.compile(r"(?P<left>.+?)(?:\s+[-–—]\s+|\s*(?:=>?|->|→|\||:)\s*)(?P<right>.+)")
_INSTRUCTION = re.compile(
    r"(?:name|give|say|write|translate|complete|fill|find|state|choose|answer)\b|.*(?:…|\.\.\.)", re.IGNORECASE
)
"""The start of what learners are to do, or a gap: not a statement to judge."""


class NearAnswer(NamedTuple):
    """Where a question has no answer that can be read, what is there instead, and how to fix it."""

    line: int
    column: int
    message: str
    help: str


def near_answer(
    lines: Sequence[str], heading: Heading, end: int, blocks: Sequence[Block], opaque: Collection[int]
) -> NearAnswer:
    """Return what is wrong with a question without an answer, from its ``heading`` to before the line ``end``.

    ``opaque`` are the lines that are code or comments.
    """
    for line in range(heading.line + 1, end):
        is_code = line in opaque and not lines[line].startswith((" ", "\t"))
        help = next((help for pattern, help in _SLIPS if pattern.match(lines[line])), None)
        if help is not None and not is_code:
            column = len(lines[line]) - len(lines[line].lstrip())
            return NearAnswer(line, column, "this line is not recognized as an answer", help)
    shown = [line for line in range(heading.line + 1, end) if line not in opaque]
    if (found := _odd_box(lines, shown) or _list_without_boxes(lines, blocks)) is not None:
        return found
    help = f"write {_FORMS}"
    for block in blocks:
        if block.kind == "list" and _NUMBERED.match(lines[block.start]):
            help = "if the numbered list is the answer, write `Order:` on a separate line above it"
        elif block.kind == "table":
            help = "if the table is the answer, write `Match:` on a separate line above it"
    return NearAnswer(heading.line, heading.column, "the question has no answer", help)


def _odd_box(lines: Sequence[str], shown: Sequence[int]) -> NearAnswer | None:
    for line in shown:
        if drawn := _DRAWN_BOX.fullmatch(lines[line]):
            sign = "x" if drawn["box"] in "☑☒✓✔■" else " "
            help = f"write `- [{sign}] {drawn['text']}`, and the other options the same way; [x] marks a correct option"
            return NearAnswer(line, 0, f"{drawn['box']} is not a checkbox", help)
        if _NESTED_BOX.match(lines[line]):
            help = "begin each option at the start of its line, and delete the line above the first option"
            return NearAnswer(line, 0, "the options are indented below another item", help)
    return None


def _list_without_boxes(lines: Sequence[str], blocks: Sequence[Block]) -> NearAnswer | None:
    bullets = [one for one in blocks if one.kind == "list" and not _NUMBERED.match(lines[one.start])]
    if len(bullets) != 1 or len(bullets[0].items) < 2:
        return None
    texts = [item_text(lines, item)[0] for item in bullets[0].items]
    marked = [found for text in texts if (found := _EMPHASIS.fullmatch(text.strip())) is not None]
    key, other = "…", texts[0]
    if len(marked) == 1:
        key = marked[0]["text"].strip()
        other = next(text for text in texts if text.strip() != marked[0][0])
    help = f"if these are options, write `- [x] {key}` for the correct one, and `- [ ] {other}` for the others"
    return NearAnswer(bullets[0].start, 0, "the question has a list, but no item is marked as correct", help)


def near_table(lines: Sequence[str], label: int, end: int, help: str, *, has_table: bool) -> NearAnswer:
    """Return what is wrong with pairs that are not in one table: those from below the line ``label`` to before ``end``.

    ``help`` is how to write them if what is there gives no hint.
    """
    below = range(label + 1, end)
    rows = [line for line in below if _ROW.match(lines[line])]
    if len(rows) > 1 and not has_table:
        message = "the table has no row of dashes below its first row"
        return NearAnswer(rows[0], 0, message, "add the line `| --- | --- |` below it")
    first = next((lines[line] for line in below if lines[line].strip()), "")
    sides = _TWO_SIDES.fullmatch(LIST_SIGN.sub("", first, count=1).strip())
    if sides is not None and not rows:
        help = (
            "write the lines `| left | right |` and `| --- | --- |`, then one row for each pair: "
            f"`| {sides['left']} | {sides['right']} |`"
        )
    return NearAnswer(label, 0, "`Match:` must be followed by exactly one table", help)


def near_truth(answer: str, stem: str) -> str | None:
    """Return the truth value that is meant by ``answer``: a misspelled one, or a word such as `wrong`."""
    if "?" in stem or "__" in stem:  # a question in grammar, too, and not a statement
        return None
    is_statement = stem.rstrip().endswith(".") and not _INSTRUCTION.match(stem)
    return _misspelled_truth(answer) or (truth_meant(answer) if is_statement else None)


def _misspelled_truth(answer: str) -> str | None:
    from rapidfuzz.distance import OSA

    word = answer.lower()
    if word in ("rue", "tree", "trie", "truce", "tube", "tune", "valse"):
        return None
    return next((truth for truth in ("true", "false") if OSA.distance(word, truth, score_cutoff=1) == 1), None)
