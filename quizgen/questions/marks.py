"""Answer marks in Anki's own cloze notation: ``{{c1::answer}}`` or ``{{c1::answer::hint}}``.

Source of the notation: https://docs.ankiweb.net/editing.html#cloze-deletion
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import count, repeat
from typing import NamedTuple

from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern

MAX_MARK = 99
BLANK = "____"

_MARK = lazy_pattern(r"\{\{c(\d+)::(.*?)\}\}", re.DOTALL)
# Likely typos of a mark: a missing brace or colon, an extra space, or no c.
_NEARLY = lazy_pattern(
    r"\{\{?\s*c(?P<a>\d+)\s*::(?P<b>[^{}]*)\}\}?|\{\{\s*c?(?P<c>\d+)\s*::?(?P<d>[^{}]*)\}\}?", re.IGNORECASE
)
_NO_NUMBER = lazy_pattern(r"\{\{(?P<content>[^{}:]+)\}\}")
"""An answer in the braces of a mark, without the rest of it: ``{{1789}}``."""


class Mark(NamedTuple):  # of which millions are made, in less time than of a dataclass
    """One marked answer; ``start`` and ``end`` bound the whole mark in the text, braces included."""

    number: int
    answer: str
    hint: str | None
    start: int
    end: int

    @property
    def name(self) -> str:
        """How authors refer to the mark: ``c1``."""
        return f"c{self.number}"


@lru_cache(maxsize=4096)  # a fact's statement is asked for its marks again and again
def find_marks(text: str) -> tuple[Mark, ...]:
    """Return the marks in ``text``, in reading order; ``mark_problems`` reports malformed ones."""
    return tuple(map(_mark, _MARK.finditer(text, 0, _last_end(text))))


def _mark(found: re.Match[str]) -> Mark:
    number, content = found.groups()
    answer, _, hint = content.partition("::")
    return Mark(int(number), answer, hint or None, *found.span())


def _last_end(text: str) -> int:
    """Return the end of the last possible mark, so that unclosed marks do not make matching quadratic."""
    return text.rfind("}}") + 2 if "}}" in text else 0


def _with_marks(change: Callable[[re.Match[str]], str], text: str) -> str:
    end = _last_end(text)
    return _MARK.sub(change, text[:end]) + text[end:]


def unmarked(text: str, keep: Collection[str] = ()) -> str:
    """Return ``text`` with every mark replaced by its answer, except the marks named in ``keep``."""

    def open_up(found: re.Match[str]) -> str:
        mark = _mark(found)
        return found[0] if mark.name in keep else mark.answer

    return _with_marks(open_up, text)


def blanked(text: str, marks: tuple[Mark, ...]) -> str:
    """Return ``text`` with a blank in place of each of its ``marks``; several blanks are numbered."""
    blanks = [f"{BLANK} [{mark.hint}]" if mark.hint else BLANK for mark in marks]
    if len(blanks) > 1:
        blanks = [f"({number}) {blank}" for number, blank in enumerate(blanks, 1)]
    return _with_blanks(text, marks, blanks)


def _with_blanks(text: str, marks: tuple[Mark, ...], blanks: Iterable[str]) -> str:
    """Return ``text`` with one of ``blanks`` in place of each of its ``marks``."""
    parts: list[str] = []
    end = 0
    for mark, blank in zip(marks, blanks, strict=False):
        parts += (text[end : mark.start], blank)
        end = mark.end
    return "".join((*parts, text[end:]))


def with_signs(text: str, sign: Callable[[int], str]) -> str:
    """Return ``text`` with ``sign(0)``, ``sign(1)`` and so on in place of its marks, in reading order."""
    places = count()
    return _with_marks(lambda _: sign(next(places)), text)


def replaced(text: str, mark: Mark, answer: str, *, others: str | None = None) -> str:
    """Return ``text`` without marks, with ``answer`` in place of ``mark`` and of its repetitions.

    Other marks become their answers, or ``others``.
    """

    def put(found: re.Match[str]) -> str:
        here = _mark(found)
        if (here.number, here.answer) == (mark.number, mark.answer):
            return answer
        return here.answer if others is None else others

    return _with_marks(put, text)


_OTHER_MARK = re.compile(r"(?<![\\{\[])(?:\{(?P<brace>[^{}]+)\}|\[(?P<bracket>[^\[\]]+)\](?!\()|(?P<blank>_{2,}))")
"""What other programs use for a mark, or a blank that says nothing about its answer."""


def _how_to_mark(text: str) -> str:
    found = _OTHER_MARK.search(text)
    if found is None:
        return "mark the words to recall as {{c1::answer}}"
    if found["blank"]:
        return f"write the answer instead of {found[0]}, as {{{{c1::answer}}}}; the next one is {{{{c2::answer}}}}"
    return f"write {{{{c1::{found['brace'] or found['bracket']}}}}} instead of {found[0]}, then c2 in the next one"


def mark_problems(text: str, marks: tuple[Mark, ...] | None = None) -> Iterator[Problem]:
    """Yield the problems of the marks in ``text``: what Anki would cut or ignore, and answers given away.

    ``marks`` are those of ``find_marks``, if they have been found already.
    """
    marks = find_marks(text) if marks is None else marks
    outside = _with_blanks(text, marks, repeat(f" {BLANK} "))
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
    for mark in _given_away(marks, outside):
        if not is_surely_said(mark.answer, outside):
            continue
        yield Problem(
            Code.ANSWER_IN_STEM,
            f"the text contains the answer {mark.answer!r} outside its mark",
            f"reword the text so that the answer appears only once, or mark every occurrence as {{{{{mark.name}::…}}}}",
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


def given_away(text: str) -> tuple[Mark, ...]:
    """Return the marks in ``text`` whose answers also appear unmarked, so that the text fills in their blanks."""
    marks = find_marks(text)
    return _given_away(marks, _with_blanks(text, marks, repeat(f" {BLANK} ")))


def _given_away(marks: Iterable[Mark], outside: str) -> tuple[Mark, ...]:
    folded = fold(outside)
    return tuple([mark for mark in marks if occurs_in(fold(mark.answer), folded)])


_CHOICE = lazy_pattern(r"\b(?:or|o|u|ou|oder|oppure|vs|versus)\b|/", re.IGNORECASE)
"""What stands between words to choose from, in several languages."""
_WORD = lazy_pattern(r"[^\W_]+")


def is_said(answer: str, outside: str) -> bool:
    """Return whether ``outside``, the text with blanks, says ``answer`` as a word, possibly as part of a longer name.

    Numbers, symbols and small words recur in any text, and words to choose from are offered on purpose.
    """
    return _is_telling(answer) and any(_places_of(answer, outside))


def is_surely_said(answer: str, outside: str) -> bool:
    """Return whether ``outside`` says ``answer`` as a word of its own, not in a longer name: iron in iron ore."""
    return _is_telling(answer) and any(
        _stands_alone(place[0], outside[: place.start()], outside[place.end() :])
        for place in _places_of(answer, outside)
    )


def _is_telling(answer: str) -> bool:
    from quizgen.text.guessed_language import is_small_word_anywhere

    plain = answer.strip()
    return len(plain) > 2 and not any(map(str.isdigit, plain)) and not is_small_word_anywhere(plain.lower())


def _places_of(answer: str, outside: str) -> Iterator[re.Match[str]]:
    """Yield where ``answer`` is a word that no sign joins to others, and not one of several to choose from."""
    if answer.strip().lower() not in outside.lower():
        return
    for found in re.finditer(rf"(?<![\w\-=^/(]){re.escape(answer.strip())}(?![\w\-=^/(])", outside, re.IGNORECASE):
        before, after = outside[: found.start()], outside[found.end() :]
        near = before.rpartition(". ")[2].split()[-3:] + after.partition(". ")[0].split()[:3]
        in_parentheses = before.rfind("(") > before.rfind(")")
        in_instruction = ":" in after and BLANK not in before and BLANK not in after.partition(":")[0]
        if not in_parentheses and not in_instruction and not any(map(_CHOICE.search, near)):
            yield found


def _stands_alone(said: str, before: str, after: str) -> bool:
    """Return whether no word next to ``said`` can make a longer name with it: iron oxide, Upper Peru."""
    from quizgen.text.guessed_language import is_small_word_anywhere

    following, preceding = after.split(maxsplit=1)[:1], before.split()[-1:]
    word = _WORD.match(following[0]) if following and after[:1].isspace() else None
    if word is not None and not is_small_word_anywhere(word[0].lower()):
        return False
    inside = bool(preceding) and len(before.split()) > 1 and before[-1:].isspace()
    return not (inside and said[:1].isupper() and preceding[0].istitle() and preceding[0].isalpha())


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
