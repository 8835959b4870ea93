"""Turn answers to prompts, or command-line options, into a question as it is written in a file."""

import re
from collections.abc import Mapping
from typing import Any

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,8}[1-9])?", re.ASCII)
_TRUTHS = {"true": True, "t": True, "yes": True, "y": True, "false": False, "f": False, "no": False, "n": False}


def question_from_answers(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``said`` (kind, stem, and lists such as ``answers`` and ``pairs``) under a question's keys, in order.

    What is missing or does not fit is left for the models to reject.
    """
    kind = said["kind"]
    data: dict[str, Any] = {"id": said.get("id"), "kind": kind, "topic": said.get("topic")}
    data["text" if kind == "cloze" else "stem"] = said["stem"]
    data |= _answer(kind, list(said.get("answers") or ()))
    data["accept"] = list(said.get("accepts") or ())
    data["distractors"] = list(said.get("distractors") or ())
    data["steps"] = list(said.get("steps") or ())
    data["pairs"] = dict(_pair(pair) for pair in said.get("pairs") or ())
    for key in ("type", "unit", "tolerance", "hint", "explanation"):
        data[key] = said.get(key)
    data["tags"] = list(said.get("tags") or ())
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}


def _answer(kind: str, answers: list[str]) -> dict[str, Any]:
    if kind == "multiple":
        return {"answers": answers}
    if len(answers) != 1:  # none, or several instead of one: the models report it
        return {"answer": answers or None}
    answer = answers[0].strip()
    if kind == "true_false":
        return {"answer": _TRUTHS.get(answer.lower(), answer)}
    if kind == "number" and _NUMBER.fullmatch(answer):
        return {"answer": float(answer) if "." in answer else int(answer)}
    return {"answer": answer}


def _pair(text: str) -> tuple[str, str]:
    left, _, right = text.partition("=")
    return left.strip(), right.strip()
