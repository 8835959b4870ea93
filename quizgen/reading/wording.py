"""pydantic's errors in the words of authors: what is wrong and how to mend it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz, process

from quizgen.questions.codes import Code
from quizgen.questions.refusal import Refusal
from quizgen.questions.text import (
    FORBIDDEN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
    TEXT_PATTERN,
)

_BAD_CHARACTER = re.compile(f"[{FORBIDDEN}]")
_TYPES = {
    "string": "text",
    "bool": "true or false",
    "int": "a whole number",
    "decimal": "a number",
    "float": "a number",
    "tuple": "a list",
    "list": "a list",
    "dict": "keys with values",
    "mapping": "keys with values",
    "model": "keys with values",
    "finite": "a number",
    "is": "a number",
}


def refusal_for(error: Mapping[str, Any], at: tuple[str | int, ...], known_keys: Iterable[str]) -> Refusal:
    """Put one pydantic error (an entry of ``ValidationError.errors()``) into words.

    ``at`` is the path of the error in the author's data, ``known_keys`` the keys that may stand beside it.
    """
    kind: str = error["type"]
    name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
    context: Mapping[str, Any] = error.get("ctx") or {}
    if kind == "invalid_key":  # 3, null or a list as a key: no key of ours, whatever it is
        name = "null" if error["input"] is None else str(error["input"])
        at = (*at[:-1], name)
    if kind in {"extra_forbidden", "invalid_key"}:
        return Refusal(Code.UNKNOWN_KEY, f"there is no key {name!r} here", _instead(name, known_keys), at)
    if kind == "missing":
        return Refusal(Code.MISSING_KEY, f"the key {name!r} is missing", f"add `{name}: …`", at)
    if kind == "union_tag_not_found":
        kinds = str(context.get("discriminator", "'kind'")).strip("'")
        return Refusal(Code.MISSING_KEY, f"the key {kinds!r} is missing", "add `kind: choice`, or another kind", at)
    if kind == "union_tag_invalid":
        wanted = str(context["expected_tags"]).replace("'", "")
        return Refusal(
            Code.UNKNOWN_VALUE, f"there is no kind {context['tag']!r}", f"use one of {wanted}", (*at, "kind")
        )
    if kind in {"literal_error", "enum"}:
        wanted = str(context["expected"]).replace("'", "")
        return Refusal(Code.UNKNOWN_VALUE, f"{_shown(error)} is no value for {name!r}", f"use {wanted}", at)
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]), str(error["input"]), name, at)
    if kind in {"string_too_short", "too_short"}:
        return Refusal(Code.TOO_SHORT, f"{name!r} is empty", "write something, or leave the key out", at)
    if kind in {"string_too_long", "too_long"}:
        return Refusal(Code.TOO_LONG, f"{name!r} is too long", f"keep it to {context['max_length']} at most", at)
    if kind.startswith(("greater_than", "less_than")):
        limit = next(iter(context.values()))
        side = "at least" if kind.startswith("greater") else "at most"
        return Refusal(Code.OUT_OF_RANGE, f"{_shown(error)} is no {name}", f"use {side} {limit}", at)
    return _wrong_type(kind, error, name, at)


def _wrong_type(kind: str, error: Mapping[str, Any], name: str, at: tuple[str | int, ...]) -> Refusal:
    wanted = _TYPES.get(kind.split("_", maxsplit=1)[0])
    if wanted is None:
        return Refusal(
            Code.WRONG_TYPE, f"{name!r}: {error['msg'].lower()}", "see docs/authoring.md for what it takes", at
        )
    mend = f"write {wanted}"
    if wanted == "text":
        mend = "put quotes round it" if isinstance(error["input"], bool) else "write text after the colon"
    elif wanted == "a list":
        mend = "put each item on a line of its own after a dash, or all in [brackets]"
    elif wanted == "keys with values":
        mend = "write `key: value` lines below it"
    return Refusal(Code.WRONG_TYPE, f"{_shown(error)} stands where {name!r} takes {wanted}", mend, at)


def _pattern(pattern: str, value: str, name: str, at: tuple[str | int, ...]) -> Refusal:
    if found := _BAD_CHARACTER.search(value):
        return _character(found[0], name, at)
    if pattern == ID_PATTERN:
        suggestion = kebab(value)
        mend = "use small letters, digits and single hyphens, with dots between parts"
        return Refusal(
            Code.BAD_ID, f"{value[:60]!r} is no id", f"write {suggestion!r}: {mend}" if suggestion else mend, at
        )
    if pattern == LINE_PATTERN:
        return Refusal(Code.FORBIDDEN_CHARACTER, f"{name!r} has a tab or a line break in it", "keep it on one line", at)
    if pattern == TAG_PATTERN:
        mend = 'no spaces, no * % \\ or " in a tag; use - between words and :: between levels'
        return Refusal(Code.BAD_TAG, f"{value[:60]!r} is no tag", mend, at)
    if pattern == SHA256_PATTERN:
        return Refusal(Code.WRONG_TYPE, f"{name!r} is no SHA-256", "it has 64 digits 0-9 and a-f: `sha256sum FILE`", at)
    if pattern == LANGUAGE_PATTERN:
        mend = "write its code, such as en, fr, pt-BR or ar"
        return Refusal(Code.UNKNOWN_VALUE, f"{value[:60]!r} is no language code", mend, at)
    assert pattern == TEXT_PATTERN, pattern  # every pattern of the models has its words above
    return Refusal(Code.FORBIDDEN_CHARACTER, f"{name!r} has a forbidden character", "delete it", at)


def _character(char: str, name: str, at: tuple[str | int, ...]) -> Refusal:
    called = unicodedata.name(char, "a control character").lower()
    return Refusal(
        Code.FORBIDDEN_CHARACTER,
        f"{name!r} holds U+{ord(char):04X} ({called}), which changes how text is shown",
        "delete the character; retype the text round it if you cannot see it",
        at,
    )


def _instead(name: str, known: Iterable[str]) -> str:
    known = list(known)
    if name == "<<":
        return "YAML 1.2 has no merge keys; write the keys out"
    best = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=65)
    if best is not None:
        return f"did you mean `{best[0]}`?"
    return f"use one of {', '.join(known)}" if known else "take it out"


def kebab(value: str) -> str:
    """``value`` as an id: small letters without accents, hyphens between words; empty where none of it can stand."""
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    parts = (re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in plain.split("."))
    return ".".join(part for part in parts if part)


def _shown(error: Mapping[str, Any]) -> str:
    value = error["input"]
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")
