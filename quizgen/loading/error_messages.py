"""Put pydantic's errors into words for authors: what is wrong and how to fix it."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from quizgen.loading.examples import EXAMPLES
from quizgen.questions.codes import Code
from quizgen.questions.fields import (
    FORBIDDEN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
    TEXT_PATTERN,
)
from quizgen.questions.kinds import KIND_NAMES, Kind, kind_from_name
from quizgen.questions.problem import Problem
from quizgen.text.suggestions import nearest

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


_NUMBER_AND_UNIT = re.compile(r"([-+]?\d+(?:\.\d+)?) *([^\d\s.,].*)")

# Names that other tools use for our keys.
_OTHER_KEYS = {
    "question": ("stem", "text"),
    "front": ("stem",),
    "prompt": ("stem",),
    "statement": ("stem",),
    "stem": ("text",),
    "text": ("stem", "statement"),
    "back": ("answer",),
    "correct": ("answer", "answers"),
    "key": ("answer", "answers"),
    "right": ("answer", "answers"),
    "solution": ("answer", "answers"),
    "wrong": ("distractors",),
    "incorrect": ("distractors",),
    "alternatives": ("options",),
    "choices": ("options",),
    "feedback": ("explanation",),
    "why": ("explanation",),
    "name": ("title",),
}
_KIND_BY_KEY: Mapping[str, Kind] = {
    "pairs": "match",
    "steps": "order",
    "text": "cloze",
    "answers": "multiple",
    "distractors": "choice",
    "options": "choice",
    "tolerance": "number",
    "unit": "number",
}


def problem_for(error: Mapping[str, Any], at: tuple[str | int, ...], known_keys: Iterable[str]) -> Problem:
    """Return one pydantic error (an entry of ``ValidationError.errors()``) as a problem.

    ``at`` is the path of the error in the author's data; ``known_keys`` are the keys that are allowed there.
    """
    kind: str = error["type"]
    name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
    context: Mapping[str, Any] = error.get("ctx") or {}
    if kind == "invalid_key":  # 3, null or a list as a key: never one of our keys
        name = "null" if error["input"] is None else str(error["input"])
        at = (*at[:-1], name)
    if kind in {"extra_forbidden", "invalid_key"}:
        # A key without a value may be the rest of a text that a comma ended.
        within_a_text = kind == "extra_forbidden" and error["input"] is None
        help = _instead(name, known_keys, within_a_text=within_a_text)
        return Problem(Code.UNKNOWN_KEY, f"unknown key {name!r}", help, at)
    if kind == "missing":
        return Problem(Code.MISSING_KEY, f"missing key {name!r}", f"add `{name}: …`", at)
    if kind == "union_tag_not_found":
        kinds = str(context.get("discriminator", "'kind'")).strip("'")
        guess = meant_kind(error["input"])
        help = f"add `kind: {guess}`" if guess else "add `kind: choice`, or another kind"
        return Problem(Code.MISSING_KEY, f"missing key {kinds!r}", help, at)
    if kind == "union_tag_invalid":
        wanted = str(context["expected_tags"]).replace("'", "")
        guess = meant_kind(error["input"])
        help = f"did you mean `{guess}`? The kinds are {wanted}" if guess else f"use one of {wanted}"
        return Problem(Code.UNKNOWN_VALUE, f"unknown question kind {context['tag']!r}", help, (*at, "kind"))
    if kind in {"literal_error", "enum"}:
        wanted = str(context["expected"]).replace("'", "")
        return Problem(Code.UNKNOWN_VALUE, f"{_shown(error)} is not a valid value for {name!r}", f"use {wanted}", at)
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]), str(error["input"]), name, at)
    if kind in {"string_too_short", "too_short"}:
        return Problem(Code.TOO_SHORT, f"{name!r} is empty", "give it a value, or remove the key", at)
    if kind in {"string_too_long", "too_long"}:
        return Problem(Code.TOO_LONG, f"{name!r} is too long", f"the limit is {context['max_length']}", at)
    if kind.startswith(("greater_than", "less_than")):
        limit = next(iter(context.values()))
        side = "at least" if kind.startswith("greater") else "at most"
        return Problem(Code.OUT_OF_RANGE, f"{_shown(error)} is out of range for {name!r}", f"use {side} {limit}", at)
    return _wrong_type(kind, error, name, at)


def _wrong_type(kind: str, error: Mapping[str, Any], name: str, at: tuple[str | int, ...]) -> Problem:
    wanted = _TYPES.get(kind.split("_", maxsplit=1)[0])
    if wanted is None:
        return Problem(Code.WRONG_TYPE, f"{name!r}: {error['msg'].lower()}", "see docs/authoring.md for its values", at)
    help, value = f"write {wanted}", error["input"]
    if wanted == "text":
        help = "put it in quotes" if isinstance(value, bool) else "write text after the colon"
        help = "give one text, not several" if isinstance(value, list | tuple) else help
    elif wanted == "a number" and isinstance(value, str):
        help = _as_number(value)
    elif name == "pairs":
        wanted, help = "pairs", "write one line `left: right` for each pair below it, without dashes"
    elif wanted == "a list" and isinstance(value, str):
        help = f"put it in brackets, with commas between the items: [{value[:60]}]"
    elif wanted == "a list":
        help = "put each item on its own line after a dash, or all of them in [brackets]"
    elif wanted == "keys with values":
        help = f"write `{name}: {example}`" if (example := _example(name)) else "write `key: value` lines below it"
    if value is None:
        return Problem(Code.WRONG_TYPE, f"{name!r} is empty; it must be {wanted}", help, at)
    return Problem(Code.WRONG_TYPE, f"{name!r} must be {wanted}, not {_shown(error)}", help, at)


def _example(name: str) -> str:
    """Return a short example value of the key on one line of YAML, or an empty text if there is none."""
    examples = EXAMPLES.get(name) or next((found for key, found in EXAMPLES.items() if key.endswith(f".{name}")), [])
    text = re.sub(r'"([^",]*)"', r"\1", json.dumps(examples[0], ensure_ascii=False)) if examples else ""
    return text if len(text) <= 100 else ""


def _as_number(value: str) -> str:
    if found := _NUMBER_AND_UNIT.fullmatch(value.strip()):
        return f"write only {found[1]}, and add `unit: {found[2][:60]}`"
    return "write it in digits, with a decimal point: 2850.5"


def _pattern(pattern: str, value: str, name: str, at: tuple[str | int, ...]) -> Problem:
    if found := _BAD_CHARACTER.search(value):
        return _character(found[0], name, at)
    if pattern == ID_PATTERN:
        suggestion = kebab(value)
        help = "use lower-case letters, digits and single hyphens, with dots between parts"
        return Problem(
            Code.BAD_ID,
            f"{value[:60]!r} is not a valid id",
            f"write {suggestion!r}: {help}" if suggestion else help,
            at,
        )
    if pattern == LINE_PATTERN:
        return Problem(Code.FORBIDDEN_CHARACTER, f"{name!r} contains a tab or a line break", "keep it on one line", at)
    if pattern == TAG_PATTERN:
        help = 'a tag has no spaces and no * % \\ or "; put - between words and :: between levels'
        return Problem(Code.BAD_TAG, f"{value[:60]!r} is not a valid tag", help, at)
    if pattern == SHA256_PATTERN:
        return Problem(
            Code.WRONG_TYPE,
            f"{name!r} is not a SHA-256",
            "it has 64 digits 0-9 and a-f; `quizgen record` writes it",
            at,
        )
    if pattern == LANGUAGE_PATTERN:
        help = "use a code such as en, fr, pt-BR or ar"
        return Problem(Code.UNKNOWN_VALUE, f"{value[:60]!r} is not a language code", help, at)
    assert pattern == TEXT_PATTERN, pattern  # every pattern of the models is handled above
    return Problem(Code.FORBIDDEN_CHARACTER, f"{name!r} contains a forbidden character", "delete it", at)


def _character(char: str, name: str, at: tuple[str | int, ...]) -> Problem:
    called = unicodedata.name(char, "a control character").lower()
    return Problem(
        Code.FORBIDDEN_CHARACTER,
        f"{name!r} contains U+{ord(char):04X} ({called}), which changes how text is shown",
        "delete the character; if you cannot see it, retype the text around it",
        at,
    )


def _instead(name: str, known: Iterable[str], *, within_a_text: bool) -> str:
    known = list(known)
    if name == "<<":
        return "YAML 1.2 has no merge keys; write out the keys"
    guess = nearest(name, known) or next((key for key in _OTHER_KEYS.get(name.lower(), ()) if key in known), "")
    if guess:
        return f"did you mean `{guess}`?"
    first, _, rest = name.partition(" ")
    if rest and first in known:
        return f"put a colon after `{first}`"
    if within_a_text:  # {stem: Which sea, then?, ...}
        return "if this belongs to the text before it, put that text in quotes; a comma ends it otherwise"
    return f"use one of {', '.join(known)}" if known else "remove it"


def meant_kind(item: object) -> Kind | None:
    """Return the kind that ``item``, as an author wrote it, is meant to be; None if that cannot be guessed."""
    if not isinstance(item, Mapping):
        return None
    if (written := item.get("kind")) is None:
        return next((kind for key, kind in _KIND_BY_KEY.items() if key in item), None)
    name = kebab(str(written)).replace("-", " ")
    guess = nearest(name, KIND_NAMES, cutoff=75)
    return kind_from_name(guess) if guess is not None else None


def kebab(value: str) -> str:
    """Return ``value`` as an id: lower case without accents, hyphens between words; possibly empty."""
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
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return repr(text if len(text) <= 60 else text[:59] + "…")
