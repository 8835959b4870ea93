"""Topics as the categories of a question bank."""

from collections.abc import Mapping, Sequence

from quizgen.exporting.selection import Part

ROOT = ("$course$", "top")
"""Where Moodle's own exports begin: the top category of the course that they are imported into."""


def category_paths(parts: Sequence[Part]) -> Mapping[tuple[str, str | None], tuple[str, ...]]:
    """Return the category of each (set id, topic): the set's title, and below it the topic's name.

    All paths are empty if there is one set without topics: its questions go where the teacher imports them.
    """
    topics = {
        (part.question_set.id, question.topic): part.question_set for part in parts for question in part.questions
    }
    if len(parts) == 1 and not any(topic for _, topic in topics):
        return dict.fromkeys(topics, ())
    return {
        (name, topic): (*ROOT, one.title, *([one.topic_name(topic)] if topic else []))
        for (name, topic), one in topics.items()
    }
