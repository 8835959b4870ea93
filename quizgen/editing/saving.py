"""Write a question set as a file that ``quizgen.load`` reads back."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from quizgen.atomic import write_text
from quizgen.loading.document import is_markdown
from quizgen.questions import MatchQuestion, OptionsQuestion, Question, QuestionSet
from quizgen.questions.base import BaseQuestion
from quizgen.questions.distractor import Distractor
from quizgen.text.languages import is_english
from quizgen.text.numbers import keyboard_number
from quizgen.text.yaml_scalars import block

_FIRST = ("id", "kind", "stem", "text", "answer", "answers", "distractors", "options")


def save(question_set: QuestionSet, path: str | Path, *, replace: bool = False) -> None:
    """Write ``question_set`` to ``path`` as YAML, or as Markdown if it ends in ``.md``; ``load`` returns an equal set.

    All questions are written out, including those that come from a seed. Raises WriteError if ``path`` exists and
    ``replace`` is false, or if the system does not allow the write.
    """
    target = Path(path)
    write_text(target, file_text(target, *set_data(question_set)), replace=replace)


def set_data(question_set: QuestionSet) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what an author would write for ``question_set``: the fields of the set, and those of each question."""
    heading = question_set.model_dump(exclude={"questions"}, exclude_defaults=True)
    return heading, [without_shared(question, heading) for question in map(authored_data, question_set.questions)]


def file_text(path: Path, heading: Mapping[str, Any], questions: Iterable[Mapping[str, Any]], comment: str = "") -> str:
    """Return the text of the set's file ``path``, in the format of its ending, with a comment at the top if any."""
    if is_markdown(path):
        from quizgen.editing.markdown import markdown_of  # imports markdown-it

        return markdown_of(heading, questions, comment)
    return (f"# {comment}\n" if comment else "") + yaml_of(heading, questions)


def without_shared(question: Mapping[str, Any], heading: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``question`` without the settings that it inherits from its set; loading restores them."""
    return {
        name: value
        for name, value in question.items()
        if name not in {"grading", "answer_language", "language"}
        or value != heading.get(name)
        or (name == "language" and is_english(value))  # a set does not pass English on
    }


def yaml_of(heading: Mapping[str, Any], questions: Iterable[Mapping[str, Any]]) -> str:
    """Return the text of a set file with the fields ``heading`` and ``questions``."""
    lines = [*block(plain_data(heading)), "", "questions:"]
    for question in questions:
        first, *rest = block(plain_data(question))
        lines += (f"  - {first}", *(f"    {line}".rstrip() for line in rest))
    return "\n".join(lines) + "\n"


def authored_data(question: Question) -> dict[str, Any]:
    """Return what an author would write for ``question``: its id and kind, then every field that is not a default."""
    shared = BaseQuestion.model_fields
    own = [name for name in type(question).model_fields if name not in shared]
    data = {**question.model_dump(exclude_defaults=True), "kind": question.kind}
    if question.lint is not None:
        data["lint"] = question.lint.model_dump()
    if isinstance(question, OptionsQuestion) and question.distractors == _options_left(question):
        data.pop("distractors", None)
    if isinstance(question, MatchQuestion):
        data["pairs"] = dict(question.pairs)
    return {name: data[name] for name in dict.fromkeys((*_FIRST, *own, *shared)) if name in data}


def _options_left(question: OptionsQuestion) -> tuple[Distractor, ...]:
    """Return the distractors that loading derives from the options."""
    return tuple(Distractor(option) for option in question.options if option not in question.keys)


def plain_data(value: Any) -> Any:
    """Return ``value`` with decimals as numbers that YAML keeps exactly, or as text."""
    if isinstance(value, Mapping):
        return {str(key): plain_data(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain_data(one) for one in value]
    if isinstance(value, Decimal):
        if value == value.to_integral_value() and "e" not in keyboard_number(value):
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else str(value)
    return value
