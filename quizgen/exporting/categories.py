"""Topics as the categories of a question bank."""

from collections.abc import Iterator, Mapping, Sequence

from quizgen.exporting.selection import Part
from quizgen.questions import Question

ROOT = ("$course$", "top")
"""Where Moodle's own exports begin: the top category of the course that they are imported into."""


def with_categories(parts: Sequence[Part]) -> Iterator[tuple[Part, Question, str | None]]:
    """Yield every question with its part, and with the path of its category if the question before it has another."""
    paths = _category_paths(parts)
    current = ""
    for part in parts:
        for question in part.questions:
            path = paths[part.question_set.id, question.topic]
            yield part, question, path if path != current else None
            current = path


def _category_paths(parts: Sequence[Part]) -> Mapping[tuple[str, str | None], str]:
    """Return the path of the category of each (set id, topic): the set's title, and below it the topic's name.

    All paths are empty if there is one set without topics: its questions go where the teacher imports them.
    """
    topics = {
        (part.question_set.id, question.topic): part.question_set for part in parts for question in part.questions
    }
    if len(parts) == 1 and not any(topic for _, topic in topics):
        return dict.fromkeys(topics, "")
    return {
        (name, topic): "/".join((*ROOT, *map(_escaped, (one.title, *([one.topic_name(topic)] if topic else [])))))
        for (name, topic), one in topics.items()
    }


def _escaped(name: str) -> str:
    return name.replace("/", "//")
