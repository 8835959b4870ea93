"""Likely mistakes: what can be read, but probably not as its author means it. All of them are warnings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizgen.loading.altered_numbers import split_texts
from quizgen.loading.cut_text import cut_texts
from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.plurals import count

_LISTS = ("distractors", "options", "answers", "accept")
_ABBREVIATION = lazy_pattern(r"(?:[A-Z]\. ?)+|[A-Z][a-z]{1,4}\.|(?:Jr|Sr|Inc|Ltd)")
_ABBREVIATION_ENDS = (".", ". ", "Jr", "Sr", "Inc", "Ltd")
_COUNTRY = lazy_pattern(r"(?:U\.S\.(?:A\.|S\.R\.)?|U\.K\.|U\.N\.|E\.U\.)")
_SEVERAL = lazy_pattern(
    rf"\b(?:{any_number_word(2, 7)}|several|all|both|each|every|any|apply|\d+)\b"
    r"|\bof (?:these|the following|those)\b"
    r"|\bwhich (?:[\w-]+ ){1,4}(?:are|were|have)\b",
    re.IGNORECASE,
)
_ONE = lazy_pattern(
    r"\bwhich (?:one )?(?:of (?:these|the following|those)(?: \w+){0,2} )?(?:is|was|does|has)\b", re.IGNORECASE
)
_LETTERED = lazy_pattern(r"^ {0,3}(?:[-*+] )?\(?([A-Ha-h])[.)][ \t]+(\S.*)", re.MULTILINE)
"""An option with its letter."""

EXAMPLES = {
    "example-melting-point": "At what temperature, in degrees Celsius, does ice melt at sea level?",
    "example-steam": "What is water called when it is a gas?",
    "example-boiling-point": "At sea level, water boils at {{c1::100}} degrees Celsius.",
}
"""The questions and the fact of a new file: the stem or the statement by id."""

_Owner = tuple[DataPath, Mapping[str, Any]]
"""A question as it is written, with its path."""


def likely_mistakes(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each likely mistake in ``document``."""
    yield from cut_texts(document)
    yield from split_texts(document)
    owners = _owners(document.data)
    yield from _split_lists(document, owners)
    yield from _split_feedback(document, owners)
    yield from _examples(document)
    yield from _bare_answers(document)
    if document.markdown is not None:
        yield from _implied_multiple(document)
        from quizgen.loading.markdown.fields import stray_fields
        from quizgen.loading.markdown.swallowed import swallowed_questions

        yield from swallowed_questions(document)
        yield from stray_fields(document)


def asks_for_several(stem: str) -> bool:
    """Return whether ``stem``, in English, makes clear that several answers can be correct."""
    return _SEVERAL.search(stem) is not None and _ONE.search(stem) is None


# The example of a new file, which nobody wants to learn.


def _examples(document: Document) -> Iterator[Diagnostic]:
    for name in ("questions", "facts"):
        for index, item in _numbered(document.data.get(name)):
            text = EXAMPLES.get(str(item.get("id"))) if isinstance(item, dict) else None
            if text is not None and text == item.get("stem", item.get("statement")):
                line, column = document.positions.of((name, index))
                message = "this is the example that `quizgen new` wrote"
                help = "write your own questions and facts, and delete the example before you share the set"
                yield Diagnostic(document.path, line, column, Code.EXAMPLE, message, help, "warning")


# Commas that belong to the items of a list: [New York, N.Y., Boston, Mass.].


def _split_lists(document: Document, owners: Sequence[_Owner]) -> Iterator[Diagnostic]:
    for at, items, answer in _lists(owners):
        joined = _joined(items, answer)
        if joined is None or not _is_plain(document, at):
            continue
        line, column = document.positions.of(at)
        meant = ", ".join(f'"{item}"' for item in joined)
        message = f"the commas split this list into {count(len(items), 'item')}: {' | '.join(items)}"
        help = (
            f"if some of these items belong together, write [{meant}]; if not, write each item on its own line after a "
            "dash"
        )
        yield Diagnostic(document.path, line, column, Code.SPLIT_LIST, message, help, "warning")


# Commas that belong to the feedback on a rejected answer: {Rhone: It flows south, not north.}.


def _split_feedback(document: Document, owners: Sequence[_Owner]) -> Iterator[Diagnostic]:
    for at, rejected in _rejections(owners):
        entries = [*rejected.items()]
        cut = [number for number, (_, feedback) in enumerate(entries) if number and feedback is None]
        if not cut or not isinstance(entries[cut[0] - 1][1], str) or not _is_plain(document, at, "{}"):
            continue
        line, column = document.positions.of(at)
        answer, feedback = entries[cut[0] - 1]
        message = f"a comma ends the feedback on `{answer}`, so `{entries[cut[0]][0]}` is read as a rejected answer"
        whole = ", ".join([str(feedback), *(str(entries[number][0]) for number in _run(cut))])
        help = (
            f'if it belongs to the feedback, write `{answer}: "{whole}"`; if not, write each answer on its own line, '
            "followed by a colon"
        )
        yield Diagnostic(document.path, line, column, Code.SPLIT_LIST, message, help, "warning")


def _run(numbers: Sequence[int]) -> list[int]:
    """Return the first of ``numbers`` and those that follow it without a gap."""
    return [number for at, number in enumerate(numbers) if number == numbers[0] + at]


def _rejections(owners: Sequence[_Owner]) -> Iterator[tuple[DataPath, Mapping[Any, Any]]]:
    """Yield each mapping of rejected answers to feedback in ``owners``; a cloze may have one for each blank."""
    for path, owner in owners:
        rejected = owner.get("reject")
        if isinstance(rejected, dict):
            nested = {name: own for name, own in rejected.items() if isinstance(own, dict)}
            yield from (((*path, "reject", name), own) for name, own in nested.items())
            if not nested:
                yield (*path, "reject"), rejected


def _owners(data: Mapping[str, Any]) -> list[_Owner]:
    """Return the questions of a set, or those of the facts of a seed, as written, with their paths."""
    owners: list[_Owner] = [
        (("questions", at), one) for at, one in _numbered(data.get("questions")) if isinstance(one, dict)
    ]
    for at, fact in _numbered(data.get("facts")):
        asks = fact.get("ask") if isinstance(fact, dict) else None
        owners += [(("facts", at, "ask", number), ask) for number, ask in _numbered(asks) if isinstance(ask, dict)]
    return owners


def _lists(owners: Sequence[_Owner]) -> Iterator[tuple[DataPath, list[str], str]]:
    """Yield each list of answers in ``owners``: its path, its items, and the answer next to it."""
    for path, owner in owners:
        for name in _LISTS:
            items = owner.get(name)
            if isinstance(items, list) and len(items) > 1 and set(map(type, items)) == {str}:
                yield (*path, name), items, str(owner.get("answer", ""))


def _numbered(items: Any) -> Iterator[tuple[int, Any]]:
    return iter(enumerate(items if isinstance(items, list) else ()))


def _joined(items: Sequence[str], answer: str) -> list[str] | None:
    """Return the items that are probably meant; None if ``items`` are."""
    starts: list[int] = []
    if any(item.endswith(_ABBREVIATION_ENDS) for item in items):
        ends = [_ABBREVIATION.fullmatch(item) is not None and not _COUNTRY.fullmatch(item) for item in items]
        starts = [at for at in range(1, len(items)) if ends[at] and not ends[at - 1]]
    if starts and not all(item.endswith(".") for item in items):
        parts: list[list[str]] = []
        for at, item in enumerate(items):
            if at in starts:
                parts[-1].append(item)
            else:
                parts.append([item])
        return [", ".join(part) for part in parts]
    size = answer.count(", ") + 1
    if size > 1 and len(items) > 3 and len(items) % size == 0:
        return [", ".join(items[at : at + size]) for at in range(0, len(items), size)]
    return None


def _is_plain(document: Document, at: DataPath, brackets: str = "[]") -> bool:
    """Return whether the list or the mapping at ``at`` is written in ``brackets``, without quotes."""
    line, column = document.positions.of(at)
    text = "\n".join(document.text.split("\n")[line - 1 :])[column - 1 :]
    return text.startswith(brackets[0]) and not set("\"'") & set(text.partition(brackets[1])[0])


# Several boxes that are checked, in a question that does not say that several answers are correct.


def _implied_multiple(document: Document) -> Iterator[Diagnostic]:
    assert document.markdown is not None
    if not str(document.data.get("language") or "en").lower().startswith("en"):
        return
    parts = {part.at: part for part in document.markdown.parts}
    for index, question in _numbered(document.data.get("questions")):
        if question.get("kind") != "multiple" or asks_for_several(str(question.get("stem", ""))):
            continue
        at: DataPath = ("questions", index)
        if (part := parts.get(at)) is not None and part.positions.has("kind"):
            continue
        keys, others = question.get("answers"), question.get("options") or question.get("distractors")
        if not isinstance(keys, list) or not isinstance(others, list):
            continue
        number = len(others) + (0 if "options" in question else len(keys))
        message = f"{len(keys)} of {count(number, 'option')} are checked, so the question has several correct answers"
        help = (
            "if only one is correct, uncheck the others; if several are, begin the question with `Which of these`, "
            "or add `kind: multiple` in a YAML block"
        )
        place = document.positions.of((*at, "answers", 0))
        yield Diagnostic(document.path, *place, Code.IMPLIED_MULTIPLE, message, help, "warning")


# A flashcard that is meant as a question of another kind.


def _bare_answers(document: Document) -> Iterator[Diagnostic]:
    for index, question in _numbered(document.data.get("questions")):
        if not isinstance(question, dict) or question.get("kind") != "card":
            continue
        answer, stem = str(question.get("answer", "")).strip(" ."), str(question.get("stem", ""))
        in_markdown = document.markdown is not None
        if answer.lower() in ("true", "false") and "?" not in stem:
            message = f"the answer of this flashcard is only {answer!r}"
            form = f"`= {answer.lower()}` instead of `Answer:`" if in_markdown else "`kind: true_false`"
            help = f"for a statement that learners judge as true or false, write {form}"
        elif (options := dict(_LETTERED.findall(stem))) and answer.strip("()").lower() in map(str.lower, options):
            message = f"the answer of this flashcard is only the letter {answer!r}"
            form = "each option as `- [ ] …`, and the correct one as `- [x] …`" if in_markdown else "`kind: choice`"
            help = f"for a question with options to choose from, write {form}"
        else:
            continue
        place = document.positions.of(("questions", index, "answer"))
        yield Diagnostic(document.path, *place, Code.BARE_ANSWER, message, help, "warning")
