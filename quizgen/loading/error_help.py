"""Add to pydantic's errors how to fix them in a file; ``quizgen.questions.error_messages`` says what is wrong."""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from quizgen.loading.examples import EXAMPLES
from quizgen.loading.meant_numbers import TWO_NUMBERS
from quizgen.loading.meant_values import meant_value, sides
from quizgen.questions.codes import Code
from quizgen.questions.error_messages import describe_error, expected_type, forbidden_character
from quizgen.questions.fields import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    SHA256_PATTERN,
    TAG_PATTERN,
    TEXT_PATTERN,
)
from quizgen.questions.kinds import KIND_NAMES, Kind, kind_from_name
from quizgen.questions.problem import Problem
from quizgen.text.differences import difference
from quizgen.text.ids import kebab
from quizgen.text.languages import language_code
from quizgen.text.suggestions import nearest
from quizgen.text.yaml_scalars import flow

PATTERN_HELP: Mapping[str, str] = {
    ID_PATTERN: "use lowercase letters, digits and single hyphens, such as longest-river; dots may separate parts",
    LINE_PATTERN: "keep it on one line, without tabs or control characters",
    TEXT_PATTERN: "delete the invisible control characters",
    TAG_PATTERN: 'use `-` instead of spaces and `::` between tag levels; remove the characters `*`, `%`, `\\` and `"`',
    SHA256_PATTERN: "run `quizgen record FILE` to write it",
    LANGUAGE_PATTERN: "use a code such as en, fr, pt-BR or ar",
}
"""How to fix a value that does not match a pattern; JSON Schema has the same text."""

# Names that other tools, or authors in their own language, use for our keys.
_STEM, _ANSWER, _WRONG = ("stem", "text"), ("answer", "answers"), ("distractors",)
_OTHER_KEYS: Mapping[str, Sequence[str]] = {
    "question": _STEM, "front": _STEM, "prompt": _STEM, "statement": ("stem", "text"), "sentence": ("text", "stem"),
    "stem": ("text",), "text": ("stem", "statement"), "frage": _STEM, "pregunta": _STEM, "domanda": _STEM,
    "enunciado": _STEM,
    "back": _ANSWER, "correct": _ANSWER, "key": _ANSWER, "right": _ANSWER, "solution": _ANSWER, "antwort": _ANSWER,
    "respuesta": _ANSWER, "réponse": _ANSWER, "reponse": _ANSWER, "risposta": _ANSWER, "correct_answer": _ANSWER,
    "correct answer": _ANSWER, "correct_answers": ("answers", "answer"), "correct answers": ("answers", "answer"),
    "answer": ("answers",), "answers": ("answer",),
    "wrong": _WRONG, "incorrect": _WRONG, "false": _WRONG, "wrong_answers": _WRONG, "wrong answers": _WRONG,
    "incorrect_answers": _WRONG, "others": _WRONG,
    "alternatives": ("options", "accept"), "choices": ("options",), "optionen": ("options",), "opciones": ("options",),
    "also": ("accept",), "aliases": ("accept",), "synonyms": ("accept",), "alternative": ("accept",),
    "feedback": ("explanation",), "why": ("explanation",), "comment": ("explanation",), "reason": ("explanation",),
    "rationale": ("explanation",), "note": ("explanation",), "erklärung": ("explanation",),
    "clue": ("hint",), "tip": ("hint",),
    "name": ("title",), "titel": ("title",), "titre": ("title",), "lang": ("language",), "licence": ("license",),
    "category": ("topic",), "subject": ("topic",), "chapter": ("topic",), "section": ("topic",), "thema": ("topic",),
    "categories": ("topics",), "chapters": ("topics",),
    "keywords": ("tags",), "labels": ("tags",),
    "picture": ("image",), "img": ("image",), "photo": ("image",), "sound": ("audio",),
    "src": ("file",), "path": ("file",), "caption": ("alt",), "description": ("alt",),
    "items": ("steps", "pairs"), "events": ("steps",), "sequence": ("steps",), "matches": ("pairs",),
    "margin": ("tolerance",), "units": ("unit",), "page": ("paragraph",),
}  # fmt: skip
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


def problem_for(
    error: Mapping[str, Any],
    at: tuple[str | int, ...],
    known_keys: Iterable[str],
    owner: Mapping[str, Any] | None = None,
) -> Problem:
    """Return one pydantic error (an entry of ``ValidationError.errors()``) as a problem.

    ``at`` is the path of the error in the author's data; ``known_keys`` are the keys that are allowed there, and
    ``owner`` the mapping that contains the key.
    """
    owner = owner or {}
    name = next((str(step) for step in reversed(at) if isinstance(step, str)), "")
    if error["type"] == "invalid_key":  # 3, null or a list as a key: never one of our keys
        name = "null" if error["input"] is None else str(error["input"])
        at = (*at[:-1], name)
    elif error["type"] == "union_tag_invalid":
        at = (*at, "kind")
    code, message = describe_error(error, name)
    in_list = bool(at) and isinstance(at[-1], int)
    expected = expected_type(error, name)
    if (expected is not None and error["input"] is not None) or in_list:
        meant = meant_value(name, error["input"], expected or "", owner, in_list=in_list)
        if meant is not None:
            return Problem(code, meant.message or message, meant.help, at, writes=meant.writes)
    help = _help(error, name, known_keys, owner)
    if in_list and code in (Code.TOO_SHORT, Code.TOO_LONG, Code.WRONG_TYPE) and expected != "pairs":
        message = f"an item of {message}"
        if code is Code.TOO_SHORT:
            help = "write text there, or delete the item"
    return Problem(code, message, help, at)


def _help(error: Mapping[str, Any], name: str, known_keys: Iterable[str], owner: Mapping[str, Any]) -> str:
    """Return how to fix ``error`` in a file."""
    context: Mapping[str, Any] = error.get("ctx") or {}
    if name == "share" and error["type"] != "extra_forbidden":
        return "write a number between 0 and 1, such as 0.5 for half credit"
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key_help(error, name, list(known_keys), owner)
        case "invalid_key":
            return _instead(name, list(known_keys), within_a_text=False)
        case "missing":
            return _missing_key_help(name, owner)
        case "union_tag_not_found":
            return _missing_kind_help(error["input"])
        case "union_tag_invalid":
            kinds = str(context["expected_tags"]).replace("'", "")
            guess = meant_kind(error["input"])
            return f"did you mean `{guess}`? Valid kinds: {kinds}" if guess else f"use one of {kinds}"
        case "literal_error" | "enum":
            return "use " + str(context["expected"]).replace("'", "")
        case "string_pattern_mismatch":
            return _pattern_help(str(context["pattern"]), str(error["input"]))
        case "string_too_short" | "too_short":
            return "give it a value or, if the key is optional, remove it"
        case "too_long" if "pairs" in name and isinstance(error["input"], list) and len(error["input"]) > 2:
            left, right, *_ = error["input"]
            return f"write only the two sides: `{left}: {right}`"
        case "string_too_long":
            return f"use at most {context['max_length']} characters"
        case "too_long":
            return f"use at most {context['max_length']} items"
        case "greater_than" | "greater_than_equal":
            return f"use at least {next(iter(context.values()))}"
        case "less_than" | "less_than_equal":
            return f"use at most {next(iter(context.values()))}"
    return _type_help(error, name)


def _unknown_key_help(error: Mapping[str, Any], name: str, known: Sequence[str], owner: Mapping[str, Any]) -> str:
    if owner.get("kind") == "cloze" and name in ("answer", "answers", "blanks"):
        return "remove it; the answers of a cloze are in its text: `The {{c1::Danube}} flows into …`"
    if name in ("left", "right") and "pairs" in known:
        return "remove it; the pairs belong under `pairs`, each on its own line, such as `Danube: Black Sea`"
    # A key without a value may be the rest of a text that a comma ended.
    return _instead(name, known, within_a_text=error["input"] is None)


def _missing_key_help(name: str, owner: Mapping[str, Any]) -> str:
    if name == "id" and owner:
        return "add an id, such as `id: longest-river`, or run `quizgen fix FILE` to generate one"
    if name == "pairs" and (pairs := sides(owner)):
        return f"add `pairs: {flow(pairs)}`"
    return f"add `{name}: …`"


def _missing_kind_help(item: Any) -> str:
    guess = meant_kind(item)
    if guess and isinstance(named := item.get("type"), str) and kind_from_name(named) == guess:
        return f"write `kind: {guess}` instead of `type: {named}`"
    return f"add `kind: {guess}`" if guess else "add a kind, such as `kind: choice`"


def _type_help(error: Mapping[str, Any], name: str) -> str:
    expected, value = expected_type(error, name), error["input"]
    if name == "range" and (found := TWO_NUMBERS.fullmatch(str(value).strip())):
        return f"write the lowest and the highest value in brackets: [{found[1]}, {found[2]}]"
    if expected is None:
        return "for the allowed values, see the tables of keys in docs/authoring.md"
    if expected == "text":
        if isinstance(value, list | tuple):
            return "write text, not a list"
        return "put it in quotes" if isinstance(value, bool) else "write text after the colon"
    if expected == "a number" and isinstance(value, str):
        help = "write the number in digits, such as 2850 or 2850.5"
        return f"{help}; if the answer is a word, use `kind: short`" if name == "answer" else help
    if expected == "pairs":
        return f"write each pair on its own line below `{name}:`, as `left: right`, without a dash"
    if expected == "a list":
        return "put each item on its own line after a dash, or all of them in [brackets]"
    if expected == "a mapping of keys to values":
        return f"write `{name}: {example}`" if (example := _example(name)) else "write `key: value` lines below it"
    return f"write {expected}"


def _example(name: str) -> str:
    """Return a short example value of the key on one line of YAML, or an empty text if there is none."""
    examples = EXAMPLES.get(name) or next((found for key, found in EXAMPLES.items() if key.endswith(f".{name}")), [])
    text = re.sub(r'"([^",]*)"', r"\1", json.dumps(examples[0], ensure_ascii=False)) if examples else ""
    return text if len(text) <= 100 else ""


def _pattern_help(pattern: str, value: str) -> str:
    if forbidden_character(value) is not None:
        return "delete the character; if you cannot see it, retype the text around it"
    if pattern == ID_PATTERN and (suggestion := _valid_id(value)):
        return f"write {suggestion!r}; ids use lowercase letters, digits and single hyphens, with dots between parts"
    if pattern == TAG_PATTERN and (tag := re.sub(r'[\s*%\\"]+', "-", value.strip()).strip("-_:")):
        return f'write {tag!r}; tags cannot contain spaces or the characters * % \\ "'
    if pattern == LANGUAGE_PATTERN and (code := language_code(value)):
        return f"write `{code}`"
    return PATTERN_HELP[pattern]


def _valid_id(value: str) -> str:
    """Return the valid id most like ``value``, with its dots; possibly empty."""
    return ".".join(part for part in map(kebab, value.split(".")) if part)


def _instead(name: str, known: Sequence[str], *, within_a_text: bool) -> str:
    if name == "<<":
        return "merge keys (`<<`) are not part of YAML 1.2; write out the keys"
    if guess := meant_key(name, known):
        found = difference(name, guess)
        return f"did you mean `{guess}`? {found[0].upper()}{found[1:]}" if found else f"did you mean `{guess}`?"
    first, _, rest = name.partition(" ")
    if rest and first in known:
        return f"put a colon after `{first}`"
    if within_a_text:  # {stem: Which sea, then?, ...}
        return "a comma ends text that is not in quotes; if the comma is part of the text, put the whole text in quotes"
    return f"use one of {', '.join(known)}" if known else "remove it"


def meant_key(name: str, known: Collection[str]) -> str | None:
    """Return the one of the ``known`` keys that an author means by ``name``, or None."""
    other = next((key for key in _OTHER_KEYS.get(name.lower(), ()) if key in known), None)
    return other or nearest(name, known)


def meant_kind(item: object) -> Kind | None:
    """Return the kind that ``item``, as an author wrote it, is meant to be; None if that cannot be guessed."""
    if not isinstance(item, Mapping):
        return None
    if (written := item.get("kind")) is None:
        if isinstance(named := item.get("type"), str) and (kind := kind_from_name(named)) is not None:
            return kind
        return next((kind for key, kind in _KIND_BY_KEY.items() if key in item), None)
    name = kebab(str(written)).replace("-", " ")
    guess = nearest(name, KIND_NAMES, cutoff=75)
    return kind_from_name(guess) if guess is not None else None
