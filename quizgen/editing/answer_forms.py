"""Move what does not belong in a typed answer: alternatives to `accept`, a remark to `explanation`."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import yaml

from quizgen.editing.insertion import Insertion, inserted
from quizgen.editing.layout import LayoutError, layout
from quizgen.editing.lines import after_mark
from quizgen.loading.yaml_parser import load_yaml
from quizgen.text.answer_forms import answer_form
from quizgen.text.yaml_scalars import flow

RULE = "Q129"
"""Code of the lint rule that reports such answers; where it is turned off, the answer stays."""


def with_plain_answers(text: str) -> str:
    """Return ``text``, a set's file, with one answer in each `answer` of its short questions.

    Lists stay, because `multiple` needs distractors; so do answers whose question already has the keys that they would
    be moved to. Raises LayoutError if the text cannot be edited line by line.
    """
    for index, replaced, added in list(plain_answers(load_yaml(text))):
        with suppress(LayoutError):  # the answer is written in a way that cannot be replaced: it stays
            text = _changed(text, index, replaced, added)
    return text


def plain_answers(data: Any) -> Iterator[tuple[int, str, tuple[str, Any]]]:
    """Yield the index of each question to change, its new answer, and the key to add with its value."""
    if not isinstance(data, dict) or _is_ignored(data):
        return
    questions = data.get("questions")
    for index, question in enumerate(questions if isinstance(questions, list) else ()):
        if not isinstance(question, dict) or question.get("kind") != "short" or _is_ignored(question):
            continue
        answer, stem = question.get("answer"), question.get("stem")
        if not isinstance(answer, str) or not isinstance(stem, str):
            continue
        form = answer_form(answer, stem)
        if form is None or form.kind == "list":
            continue
        remark = form.kind == "remark"
        key, value = ("explanation", f"{answer.rstrip('.')}.") if remark else ("accept", list(form.others))
        if key not in question:
            yield index, form.answer, (key, value)


def _is_ignored(owner: Any) -> bool:
    lint = owner.get("lint")
    ignored = lint.get("ignore") if isinstance(lint, dict) else None
    return RULE in ignored if isinstance(ignored, list | str) else False


def _changed(text: str, index: int, answer: str, added: tuple[str, Any]) -> str:
    mark, plain = after_mark(text)
    lay = layout(plain)
    found = lay.find("questions")
    assert found is not None
    item = found[1].value[index]
    node = next(value for key, value in item.value if key.value == "answer")
    start, end = node.start_mark.index, node.end_mark.index
    if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">") or start < item.start_mark.index:
        raise LayoutError("an answer is written as a block or an alias")
    new = f"{mark}{lay.text[:start]}{flow(answer)}{lay.text[end:]}"
    key, value = added
    new = inserted(new, [Insertion(("questions", index), key, value, after=("answer", "accept", "hint"))])
    expected: Any = load_yaml(text)
    expected["questions"][index] |= {"answer": answer, key: value}
    if load_yaml(new) != expected:
        raise LayoutError("an answer cannot be replaced without changing other parts")
    return new
