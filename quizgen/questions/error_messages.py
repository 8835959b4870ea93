"""Put pydantic's errors into quizgen's words: the code of each, and what is wrong.

``quizgen.loading.error_help`` adds how to fix it in a file.
"""

import unicodedata
from collections.abc import Mapping
from typing import Any

from quizgen.questions.codes import Code
from quizgen.questions.fields import (
    FORBIDDEN_CHARACTER,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
    TEXT_PATTERN,
)

_EXPECTED = {
    "string": "text",
    "bool": "true or false",
    "int": "a whole number",
    "decimal": "a number",
    "float": "a number",
    "finite": "a number",
    "is": "a number",
    "tuple": "a list",
    "list": "a list",
    "dict": "a mapping of keys to values",
    "mapping": "a mapping of keys to values",
    "model": "a mapping of keys to values",
}
"""What is expected, by the first part of pydantic's error type: ``string_type``, ``bool_parsing``, ``tuple_type``."""

_PATTERNS = {
    ID_PATTERN: (Code.BAD_ID, "{value} is not a valid id"),
    TAG_PATTERN: (Code.BAD_TAG, "{value} is not a valid tag"),
    LANGUAGE_PATTERN: (Code.UNKNOWN_VALUE, "{value} is not a language code"),
    SHA256_PATTERN: (Code.WRONG_TYPE, "{name!r} must be a SHA-256 hash (64 hexadecimal digits)"),
    LINE_PATTERN: (Code.FORBIDDEN_CHARACTER, "{name!r} contains {break_}"),
    TEXT_PATTERN: (Code.FORBIDDEN_CHARACTER, "{name!r} contains a forbidden character"),
}


def describe_error(error: Mapping[str, Any], name: str) -> tuple[Code, str]:
    """Return the code of one pydantic error (an entry of ``ValidationError.errors()``), and what is wrong.

    ``name`` is the key or field that the error is about.
    """
    kind: str = error["type"]
    context: Mapping[str, Any] = error.get("ctx") or {}
    match kind:
        case "extra_forbidden" | "invalid_key":
            return Code.UNKNOWN_KEY, f"unknown key {name!r}"
        case "missing":
            return Code.MISSING_KEY, f"missing key {name!r}"
        case "union_tag_not_found":
            return Code.MISSING_KEY, "missing key 'kind'"
        case "union_tag_invalid":
            return Code.UNKNOWN_VALUE, f"unknown question kind {context['tag']!r}"
        case "string_pattern_mismatch":
            return _pattern_error(str(context["pattern"]), str(error["input"]), name)
        case "string_too_short" | "too_short":
            return Code.TOO_SHORT, f"{name!r} is empty"
        case "string_too_long" | "too_long":
            return Code.TOO_LONG, f"{name!r} is too long"
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            return Code.OUT_OF_RANGE, f"{_shown(error)} is out of range for {name!r}"
        case "json_invalid":
            return Code.SYNTAX, f"the text is not valid JSON: {context['error']}"
    expected = expected_type(error, name)
    if expected is None:  # "literal_error", "enum" and what no field of quizgen's models can raise today
        return Code.UNKNOWN_VALUE, f"{_shown(error)} is not a valid value for {name!r}"
    needed = "`left: right` pairs" if expected == "pairs" else expected
    if error["input"] is None:
        return Code.WRONG_TYPE, f"{name!r} is empty; it must be {needed}"
    if expected == "pairs" and isinstance(error["input"], Mapping):
        return Code.WRONG_TYPE, "a pair in 'pairs' has a dash before it"
    return Code.WRONG_TYPE, f"{name!r} must be {needed}, not {_shown(error)}"


def expected_type(error: Mapping[str, Any], name: str) -> str | None:
    """Return what was expected if ``error`` is about a value of the wrong type, such as ``a whole number``."""
    expected = _EXPECTED.get(error["type"].split("_", maxsplit=1)[0])
    return name if name == "pairs" and expected is not None else expected


def forbidden_character(value: str) -> str | None:
    """Return the first character of ``value`` that no text may contain, or None."""
    found = FORBIDDEN_CHARACTER.search(value)
    return found[0] if found else None


def _pattern_error(pattern: str, value: str, name: str) -> tuple[Code, str]:
    if (char := forbidden_character(value)) is not None:
        called = unicodedata.name(char, "a control character").lower()
        message = f"{name!r} contains U+{ord(char):04X} ({called}), which changes how text is shown"
        return Code.FORBIDDEN_CHARACTER, message
    code, message = _PATTERNS[pattern]
    return code, message.format(name=name, value=repr(value[:60]), break_="a tab" if "\t" in value else "a line break")


def _shown(error: Mapping[str, Any]) -> str:
    value = error["input"]
    if isinstance(value, Mapping):
        return "a mapping of keys to values"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")
