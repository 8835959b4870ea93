"""Answers that are code, paths or markup, or what code prints."""

import re
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.output import (
    adds_quotes,
    asks_what_is_printed,
    is_literal,
    is_more_than_number,
    is_number,
    is_other_number,
    is_output,
    quotes_constant,
    quotes_number,
    quotes_value,
    same_output,
)
from quizgen.grading.policy import EXACT
from quizgen.grading.source_code import statement_kind
from quizgen.grading.stems.code import case_in_code, language_with_semicolons
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import is_prose

_CODE_WITH_STOP = lazy_pattern(r"(?P<code>\W*(?P<first>\w+).{0,300}[)\]}>;\"'])\s*\.+\s*", re.DOTALL)
"""Code and a period after a bracket, a string or a semicolon, where it is an operator rather than a full stop."""


def code_before_stop(key: AnswerKey, given: str) -> str | None:
    """Return code that begins like an answer, without a period after it; None if it has none: s.strip()."""
    if not given.rstrip().endswith(".") or case_in_code(key.stem) is None or is_output(key.answers[0], key.stem):
        return None
    found = _CODE_WITH_STOP.fullmatch(given)
    if found is None or any(answer.endswith(".") or found["first"] not in answer for answer in key.answers):
        return None
    return found["code"]


_NO_QUOTES = "The output has no quotes around it."


def grade_output(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to what code prints: text by its characters, a number only by whether it has decimals.

    None if the stem does not ask for it, or another policy applies.
    """
    if (verdict := _grade_string_in_words(key, given)) is not None:
        return verdict
    if all(map(is_literal, key.answers)) and (
        quotes_value(key.stem, given) or quotes_constant(key.answers[0], given, key.stem)
    ):
        return WRONG  # "2" is not 2
    if all(map(is_number, key.answers)) and quotes_number(key.stem, given):
        return WRONG
    if all(is_more_than_number(key.stem, answer, given) for answer in key.answers):
        return Verdict(Outcome.WRONG, 0.0, "Type only the number.")
    if key.policy == EXACT and is_output(key.answers[0], key.stem):
        from quizgen.grading.code import names_error

        same = any(same_output(answer, given) or names_error(answer, given) for answer in key.answers)
        if same and all(adds_quotes(answer, given, key.stem) for answer in key.answers):
            return replace(CORRECT, note=_NO_QUOTES)
        return CORRECT if same else WRONG
    if is_literal(said := given.strip()[1:-1]) and said in key.answers and adds_quotes(said, given, key.stem):
        return replace(CORRECT, note=_NO_QUOTES)
    others = asks_what_is_printed(key.stem) and all(is_other_number(answer, given) for answer in key.answers)
    return WRONG if others else None


_STRING = lazy_pattern(r"([\"'])-?\d[\d.]*\1")
_KIND_SAID = lazy_pattern(
    r"(?:it\s+is\s+)?(?:the|an?)\s+(?P<before>string|text|number|integer|int|float)\s+(?P<value>[\"'\d.-]+)"
    r"|(?P<said>[\"'\d.-]+)\s+(?:as\s+an?\s+|\((?:an?\s+)?)(?P<after>string|text|number|integer|int|float)\)?\.?",
    re.IGNORECASE,
)
"""A value of digits with its type in words: the string 53, 53 as a string."""


def _grade_string_in_words(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a string of digits whose type is said; None if an answer is something else, or no type is said."""
    if not _STRING.fullmatch(key.answers[0]) or not (found := _KIND_SAID.fullmatch(given.strip())):
        return None
    is_string = (found["before"] or found["after"]).lower() in {"string", "text"}
    value = (found["value"] or found["said"]).strip("\"'")
    return CORRECT if is_string and any(value == answer[1:-1] for answer in key.answers) else WRONG


_DASH = lazy_pattern("[−–—]")
"""A sign that looks like the minus of code, but is not."""


def without_semicolon(answers: list[str], given: str, stem: str) -> Verdict | None:
    """Return the verdict on a right statement that lacks the semicolon of its language; None if it lacks none."""
    language = language_with_semicolons(stem)
    ends = given.partition("//")[0].rstrip("` ").endswith(";")
    if language is None or ends or not all(answer.rstrip("` ").endswith(";") for answer in answers):
        return None
    return replace(CORRECT, note=f"In {language}, a statement ends with a semicolon.")


_SIGNED_NUMBER = lazy_pattern(r"-?[\d.,\s%]+")


def has_dash_for_hyphen(key: AnswerKey, given: str) -> bool:
    """Return whether an answer is code with a minus or an option in it, for which there is one sign on the keyboard.

    ``given`` has another one.
    """
    if not _DASH.search(given) or any(map(_DASH.search, key.answers)):
        return False
    return any(
        "-" in answer
        and not is_prose(answer)
        and not _SIGNED_NUMBER.fullmatch(answer)
        and (case_in_code(key.stem) is not None or statement_kind(answer, key.stem) is not None)
        for answer in key.answers
    )


def grade_path(key: AnswerKey, given: str) -> Verdict | None:
    """Grade the path of a directory, with or without a slash at its end; None if it is another one, or none."""
    if not any("/" in answer for answer in key.answers):
        return None
    from quizgen.grading.code import is_same_directory

    return CORRECT if any(is_same_directory(answer, given, key.stem) for answer in key.answers) else None


def grade_emphasis(key: AnswerKey, given: str) -> Verdict | None:
    """Grade words that Markdown emphasizes, by either of its signs; None if an answer is something else."""
    if "markdown" not in key.stem.lower():
        return None
    from quizgen.grading.code import emphasized

    marked = [emphasized(answer, key.stem) for answer in key.answers]
    if None in marked:
        return None
    return CORRECT if emphasized(given, key.stem) in marked else WRONG
