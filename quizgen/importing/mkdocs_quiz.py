"""mkdocs-quiz: quizzes in pages of documentation, whose texts are Markdown, as quizgen's.

Format: https://github.com/ewels/mkdocs-quiz
"""

import re
from collections.abc import Iterator
from typing import Any

from quizgen.importing.answers import keys_data
from quizgen.importing.blanks import marked_data
from quizgen.importing.items import Item, refused
from quizgen.importing.plain import clean

_TAG = re.compile(
    r"^<(?P<tag>quiz)\b[^>\n]*>\n(?P<body>.*?)^</quiz>|^<\?quiz\?>\n(?P<old>.*?)^<\?/quiz\?>", re.DOTALL | re.MULTILINE
)
_TASK = re.compile(r"\s*[-*][ \t]+\[(?P<right>[xX ]?)\][ \t]+(?P<text>\S.*)")
_OLD = re.compile(r"(?P<key>question|answer-correct|answer|content):[ \t]*(?P<text>.*)")
_GAP = re.compile(r"\[\[(?P<answer>[^\[\]]+)\]\]")


def looks_like_mkdocs(text: str) -> bool:
    """Return whether the text has quizzes of mkdocs-quiz."""
    return _TAG.search(text) is not None


def read_mkdocs(text: str) -> Iterator[Item]:
    """Yield each quiz of a page: a question with a task list, or with blanks in double brackets."""
    for found in _TAG.finditer(text):
        where = f"line {text.count(chr(10), 0, found.start()) + 1}"
        try:
            yield Item(where, _page_quiz(found["body"]) if found["tag"] else _old_quiz(found["old"]))
        except ValueError as error:
            yield refused(where, str(error))


def _page_quiz(body: str) -> dict[str, Any]:
    lines = body.split("\n")
    places = [place for place, line in enumerate(lines) if _TASK.fullmatch(line)]
    if not places:
        return _gaps(body)
    stem, rest = clean("\n".join(lines[: places[0]])), clean("\n".join(lines[places[-1] + 1 :]))
    options = [(found["text"], bool(found["right"].strip())) for line in lines if (found := _TASK.fullmatch(line))]
    return _listed(stem, options, rest)


def _gaps(body: str) -> dict[str, Any]:
    """Return a text with blanks; what is below a line of dashes is the explanation."""
    text, _, explanation = clean(body).partition("\n---\n")
    if not _GAP.search(text):
        raise ValueError("the question has neither a task list nor blanks in double brackets")
    return {**marked_data(clean(text), _GAP), "explanation": clean(explanation)}


def _old_quiz(body: str) -> dict[str, Any]:
    stem, options, content, inside = "", [], [], False
    for line in body.split("\n"):
        found = _OLD.fullmatch(line.strip())
        if inside or found is None:
            content += [line] if inside else []
        elif found["key"] == "content":
            content, inside = [found["text"]], True
        elif found["key"] == "question":
            stem = found["text"]
        else:
            options.append((found["text"], found["key"] == "answer-correct"))
    return _listed(clean(stem), options, clean("\n".join(content)))


def _listed(stem: str, options: list[tuple[str, bool]], explanation: str) -> dict[str, Any]:
    right = [clean(text) for text, is_right in options if is_right]
    wrong = [clean(text) for text, is_right in options if not is_right]
    if not right:
        raise ValueError("none of the options is marked as correct")
    return {**keys_data(right), "stem": stem, "distractors": wrong, "explanation": explanation}
