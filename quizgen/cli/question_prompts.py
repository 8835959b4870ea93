"""Prompts for the fields of a question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.cli.plain_prompts import Check
from quizgen.cli.prompts import ask_choice, ask_line, ask_truth
from quizgen.questions.kinds import KIND_INFO, KINDS, Kind
from quizgen.questions.mark_problems import mark_problems
from quizgen.questions.problem import Problem
from quizgen.questions.tolerance import tolerance_problems
from quizgen.text.folding import fold_option
from quizgen.text.numbers import parse_number
from quizgen.text.plurals import count
from quizgen.text.word_forms import capitalized


def _none(text: str) -> str | None:
    return None


def _repeated(text: str, correct: Sequence[str], lines: Sequence[str]) -> str | None:
    """Return what is wrong if ``text`` is a correct answer or has been given already."""
    folded = fold_option(text)
    if text and folded in map(fold_option, correct):
        return f"{text!r} is already listed as a correct answer."
    return f"{text!r} is already listed." if text and folded in map(fold_option, lines) else None


def pair_error(text: str) -> str | None:
    """Return what is wrong with a pair as it is typed."""
    return None if "=" in text or not text else f"{text!r} is not a pair. Write left=right, such as Danube=Black Sea."


def _number_error(text: str) -> str | None:
    return (
        None
        if parse_number(text) is not None
        else f"{text!r} is not a number. Type a number in digits, such as 2850.5."
    )


def _tolerance_error(text: str) -> str | None:
    return _first_of(tolerance_problems(text or None))


def _cloze_error(text: str) -> str | None:
    return _not_empty(text) or _first_of(mark_problems(text))


def _first_of(problems: Iterable[Problem]) -> str | None:
    """Return the first of ``problems`` and its help as sentences."""
    problem = next(iter(problems), None)
    return " ".join(f"{capitalized(text)}." for text in (problem.message, problem.help) if text) if problem else None


def _not_empty(text: str) -> str | None:
    return None if text else "This field is required. Press Ctrl-C to cancel."


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of one text, or of a list of texts, and how to ask for it."""

    name: str
    label: str
    least: int = 0
    """The number of texts that a question needs."""
    form: str = ""
    """How to write one text, after its label and number."""
    only: bool = False
    """Whether there is exactly one text."""
    check: Check = _none
    """What is wrong with one text."""


_LISTS: Mapping[Kind, Sequence[_Field]] = {
    "choice": (_Field("answers", "Correct answer", only=True), _Field("distractors", "Wrong option", 1)),
    "multiple": (_Field("answers", "Correct answer", 1), _Field("distractors", "Wrong option")),
    "short": (_Field("answers", "Answer", only=True), _Field("accepts", "Also accepted")),
    "number": (_Field("answers", "Answer", only=True, check=_number_error),),
    "card": (_Field("answers", "Back", only=True),),
    "order": (_Field("steps", "Step", 3),),
    "match": (_Field("pairs", "Pair", 2, ", as left=right", check=pair_error),),
    "true_false": (),
    "cloze": (),
}
"""The fields to ask for, after the question itself, by kind."""


def ask_fields(topics: Mapping[str, str], before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Ask for the fields of a question, named like the options of `quizgen add`.

    ``topics`` are those of its set, with their names; ``before`` holds earlier answers as defaults.
    """
    before = before or {}
    chosen = before.get("kind") or ask_choice(
        "Kind of question (Ctrl-C to cancel):", [(kind, KIND_INFO[kind].description) for kind in KINDS]
    )
    kind = next(kind for kind in KINDS if kind == chosen)
    fields: dict[str, Any] = {"kind": kind}
    texts = {"cloze": "Text (mark answers as {{c1::answer}}):", "true_false": "Statement:", "card": "Front:"}
    fields["stem"] = ask_line(
        texts.get(kind, "Question:"), before.get("stem") or "", _cloze_error if kind == "cloze" else _not_empty
    )
    for field in _LISTS[kind]:
        fields[field.name] = _ask_list(field, before.get(field.name, ()), fields.get("answers", ()))
    if kind == "true_false":
        fields["answers"] = [ask_truth("True or false?", next(iter(before.get("answers", ())), ""))]
    if kind == "number":
        fields["unit"] = ask_line("Unit (optional):", before.get("unit") or "")
        question = "Tolerance, such as 5, 10% or 3 significant figures (optional):"
        fields["tolerance"] = ask_line(question, before.get("tolerance") or "", _tolerance_error)
    if kind == "true_false" and fields["answers"] == ["false"]:
        fields["explanation"] = ask_line("Explain what is true instead:", before.get("explanation") or "", _not_empty)
    else:
        fields["explanation"] = ask_line("Explanation (optional):", before.get("explanation") or "")
    fields["hint"] = ask_line("Hint (optional):", before.get("hint") or "")
    if topics:
        choices = [("none", "(without a topic)"), *topics.items()]
        fields["topic"] = None if (topic := ask_choice("Topic:", choices)) == "none" else topic
    return fields


def _ask_list(field: _Field, before: Sequence[str], correct: Sequence[str] = ()) -> list[str]:
    """Ask for lines until one is empty, or for the only one; ``correct`` are answers given before."""
    if field.only:
        default = before[0] if before else ""
        return [ask_line(f"{field.label}:", default, lambda text: _not_empty(text) or field.check(text))]
    lines: list[str] = []
    while True:
        default = before[len(lines)] if len(lines) < len(before) else ""
        finish = "" if len(lines) < field.least else " (Enter to finish)"
        question = f"{field.label} {len(lines) + 1}{field.form}{finish}:"

        def problem(text: str) -> str | None:
            if not text and len(lines) < field.least:
                needed = count(field.least, field.label.lower())
                return f"At least {needed} {'is' if field.least == 1 else 'are'} required. Press Ctrl-C to cancel."
            return _repeated(text, correct, lines) or field.check(text)

        line = ask_line(question, default, problem)
        if not line:
            return lines
        lines.append(line)
