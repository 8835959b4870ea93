"""What is wrong with the marks in a text: what Anki would cut or ignore, and answers that are given away."""

import re
from collections.abc import Iterator

from quizgen.questions.codes import Code
from quizgen.questions.marks import MAX_MARK, Mark, find_marks, outside_marks
from quizgen.questions.problem import Problem
from quizgen.questions.said_answers import is_surely_said
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern

# Likely typos of a mark: a missing brace or colon, an extra space, or no c.
_NEARLY = lazy_pattern(
    r"\{\{?\s*c(?P<a>\d+)\s*::(?P<b>[^{}]*)\}\}?|\{\{\s*c?(?P<c>\d+)\s*::?(?P<d>[^{}]*)\}\}?", re.IGNORECASE
)
_NO_NUMBER = lazy_pattern(r"\{\{(?P<content>[^{}:]+)\}\}")
"""An answer in the braces of a mark, without the rest of it: ``{{1789}}``."""
_OTHER_MARK = re.compile(r"(?<![\\{\[])(?:\{(?P<brace>[^{}]+)\}|\[(?P<bracket>[^\[\]]+)\](?!\()|(?P<blank>_{2,}))")
"""What other programs use for a mark, or a blank that says nothing about its answer."""


def mark_problems(text: str, marks: tuple[Mark, ...] | None = None) -> Iterator[Problem]:
    """Yield the problems of the marks in ``text``: what Anki would cut or ignore, and answers given away.

    ``marks`` are those of ``find_marks``, if they have been found already.
    """
    marks = find_marks(text) if marks is None else marks
    outside = outside_marks(text, marks)
    has_braces = "{" in outside or "}" in outside
    stray = list(_incomplete_marks(outside, marks)) if has_braces else []
    yield from stray
    if not marks and not stray:
        yield Problem(Code.NO_MARK, "no answer is marked", _how_to_mark(outside))
    for mark in marks:
        yield from _one_mark_problems(mark)
    rest = _NO_NUMBER.sub("", _NEARLY.sub("", outside)) if has_braces else ""
    for braces in ("{{", "}}"):
        if braces in rest:
            yield Problem(
                Code.BRACES,
                f"{braces} appears outside a mark",
                f"put a space between the braces ({braces[0]} {braces[1]}) to keep Anki from reading them as a mark, "
                f"or complete the mark: {{{{c1::answer}}}}",
            )
    folded = fold(outside)
    for mark in marks:
        if occurs_in(fold(mark.answer), folded) and is_surely_said(mark.answer, outside):
            yield Problem(
                Code.ANSWER_IN_STEM,
                f"the text contains the answer {mark.answer!r} outside its mark",
                "reword the text so that the answer appears only once, or mark every occurrence as "
                f"{{{{{mark.name}::…}}}}",
            )


def _incomplete_marks(outside: str, marks: tuple[Mark, ...]) -> Iterator[Problem]:
    """Yield what is probably meant as a mark in ``outside``, the text without its ``marks``."""
    code = Code.BRACES if marks else Code.NO_MARK
    nearly = list(_NEARLY.finditer(outside))
    for found in nearly:
        number, content = found["a"] or found["c"], (found["b"] or found["d"] or "").strip()
        message = f"{found[0]!r} is not a valid mark: {', '.join(_missing_in(found[0]))}"
        yield Problem(code, message, f"write {{{{c{number}::{content}}}}}")
    numbers = {int(found["a"] or found["c"]) for found in nearly} | {mark.number for mark in marks}
    unnumbered = _NO_NUMBER.finditer(_NEARLY.sub("", outside))
    for number, found in enumerate(unnumbered, max(numbers, default=0) + 1):
        yield Problem(
            code,
            f"{found[0]!r} is not a valid mark: c{number} and two colons are missing",
            f"write {{{{c{number}::{found['content'].strip()}}}}}; if the braces are part of the text, put a space "
            "between them: { {",
        )


def _missing_in(mark: str) -> list[str]:
    """Return what keeps ``mark`` from being one, in words: single signs are easily missed, or not read aloud."""
    sides = [not mark.startswith("{{"), not mark.endswith("}}")]
    where = "on both sides" if all(sides) else "at the start" if sides[0] else "at the end"
    flaws = [f"two braces are needed {where}"] if any(sides) else []
    inside = mark.strip("{}")
    head = inside.partition(":")[0]
    if not head.strip().lower().startswith("c"):
        flaws.append("the letter c is missing before the number")
    elif "C" in head:
        flaws.append("the letter c must be lowercase")
    if head != head.strip():
        flaws.append(f"there is a space {'before the colons' if head[-1:].isspace() else 'after the braces'}")
    if "::" not in inside:
        flaws.append("two colons are needed after the number")
    return flaws or ["it has an extra colon or brace"]


def _how_to_mark(text: str) -> str:
    found = _OTHER_MARK.search(text)
    if found is None:
        return "mark the words to recall as {{c1::answer}}"
    if found["blank"]:
        return f"write the answer instead of {found[0]}, as {{{{c1::answer}}}}; the next one is {{{{c2::answer}}}}"
    return f"write {{{{c1::{found['brace'] or found['bracket']}}}}} instead of {found[0]}, then c2 in the next one"


def _one_mark_problems(mark: Mark) -> Iterator[Problem]:
    if not 1 <= mark.number <= MAX_MARK:
        yield Problem(
            Code.MARK_NUMBER, f"Anki does not support the mark {mark.name}", f"number the marks from c1 to c{MAX_MARK}"
        )
    if not mark.answer.strip():
        yield Problem(Code.EMPTY_MARK, f"the mark {mark.name} is empty", f"write {{{{{mark.name}::answer}}}}")
    if "{{" in mark.answer:
        before = mark.answer.partition("{{")[0]
        if "}" in before:  # one brace is missing
            help = f"write {{{{{mark.name}::{before.partition('}')[0]}}}}}"
            yield Problem(Code.BRACES, f"the mark {mark.name} is not closed", help)
        else:
            help = f"close each mark before the next one begins: {{{{{mark.name}::answer}}}}"
            yield Problem(Code.BRACES, f"the mark {mark.name} contains another mark", help)
    elif mark.answer.count("{") != mark.answer.count("}"):
        yield Problem(
            Code.BRACES,
            f"the `}}}}` inside the mark {mark.name} closes the mark too early",
            "put a space between the closing braces of the formula: } }",
        )
