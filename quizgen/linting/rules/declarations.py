"""Rules about what a set should declare: its topics, and the language of its answers."""

from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.grading.exercises import is_language_exercise
from quizgen.linting.finding import Flaw
from quizgen.linting.registry import set_rule
from quizgen.linting.set_context import SetContext
from quizgen.questions import ClozeQuestion, ShortQuestion
from quizgen.text.guessed_language import guessed_language
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.plurals import count
from quizgen.text.suggestions import nearest

_NEARLY_THE_SAME = 82
"""How similar the ids of two topics must be, in percent, for one to be a misspelling of the other."""
_LETTER = lazy_pattern(r"[a-z]")
_DIGITS = lazy_pattern(r"\d+")
_FEWEST_EXERCISES = 3


@set_rule("Q208", "misspelled-topic", source="quizgen (a topic id that only one question uses is often misspelled)")
def misspelled_topic(context: SetContext) -> Iterator[Flaw]:
    """Flag topics that only one question uses and whose id is almost the same as that of another topic. Such an id is
    probably a typo.

    ## Why it matters
    Scores are kept by topic. A misspelled id creates a separate topic, and the question is missing from the intended
    topic. In a set that lists its `topics`, such an id is an error.

    ## Example
    ```yaml
    - {id: a, kind: card, topic: rivers, stem: Which river flows through Turin?, answer: Po}
    - {id: b, kind: card, topic: rivers, stem: Which river flows through Pisa?, answer: Arno}
    - {id: c, kind: card, topic: rivres, stem: Which river flows through Rome?, answer: Tiber}
    ```

    ## Better
    ```yaml
    - {id: a, kind: card, topic: rivers, stem: Which river flows through Turin?, answer: Po}
    - {id: b, kind: card, topic: rivers, stem: Which river flows through Pisa?, answer: Arno}
    - {id: c, kind: card, topic: rivers, stem: Which river flows through Rome?, answer: Tiber}
    ```
    """
    if context.topics:  # what is not listed is an error
        return
    topics = [item.question.topic for item in context.items]
    times = Counter(topics)
    common = [topic for topic, number in times.items() if topic and number > 1]
    for item, topic in zip(context.items, topics, strict=True):
        if topic is None or times[topic] > 1 or not _LETTER.search(topic):
            continue
        others = [other for other in common if _DIGITS.sub("", other) != _DIGITS.sub("", topic)]
        if near := nearest(topic, others, cutoff=_NEARLY_THE_SAME):
            yield Flaw(
                f"only this question has the topic {topic!r}, but {count(times[near], 'question')} have {near!r}",
                f"write {near!r}, or if {topic!r} is a different topic, list both under the set's `topics`",
                ("topic",),
                item.question,
            )


_Typed = ShortQuestion | ClozeQuestion
_MOST = 0.5
"""The share of typed questions that makes a set a language course."""


@set_rule(
    "Q209",
    "language-course",
    source="quizgen (exact spelling is required only in questions that quizgen recognizes as language exercises)",
)
def language_course(context: SetContext) -> Iterator[Flaw]:
    """Flag sets without `answer_language` in which at least half of the typed questions are exercises in another
    language.

    ## Why it matters
    Grading recognizes many exercises by their stem, such as "Translate: …". In all others, a wrong ending is accepted
    as a typo or a plural. In a set with an `answer_language`, all typed answers must be spelled exactly.

    ## Example
    ```yaml
    - {id: a, kind: short, stem: the knife, answer: el cuchillo}
    - {id: b, kind: short, stem: to sleep, answer: dormir}
    - {id: c, kind: short, stem: "Translate: The girl is tired.", answer: La niña está cansada.}
    ```

    ## Better
    ```yaml
    - {id: a, kind: short, stem: the knife, answer: el cuchillo, answer_language: es}
    - {id: b, kind: short, stem: to sleep, answer: dormir, answer_language: es}
    - {id: c, kind: short, stem: "Translate: The girl is tired.", answer: La niña está cansada., answer_language: es}
    ```
    """
    typed = [item.question for item in context.items if isinstance(item.question, _Typed)]
    if len(typed) < _FEWEST_EXERCISES or any(question.answer_language or question.grading for question in typed):
        return
    sample = _sample(typed)
    if sum(map(_is_exercise, sample)) < _FEW * len(sample):  # to look at each question takes as long as all other rules
        return
    exercises = [question for question in typed if _is_exercise(question)]
    if len(exercises) < max(_FEWEST_EXERCISES, _MOST * len(typed)):
        return
    text = " ".join(answer for question in exercises for answer in _keys(question))
    language = guessed_language(text) or "…"
    yield Flaw(
        f"{len(exercises)} of {count(len(typed), 'typed question')} are exercises in another language, but the set has "
        "no `answer_language`",
        f"to require exact spelling in every answer, not only in these, add `answer_language: {language}` to the set",
        ("questions",),
    )


_FEW = 0.25
"""If the share of exercises in a sample is smaller, it is not ``_MOST`` in the set."""
_RUNS, _RUN = 10, 20


def _sample(typed: Sequence[_Typed]) -> Sequence[_Typed]:
    """Return runs of questions from all parts of a large set: neighbors show a pattern that repeats."""
    if len(typed) <= _RUNS * _RUN:
        return typed
    step = len(typed) // _RUNS
    return [question for start in range(0, step * _RUNS, step) for question in typed[start : start + _RUN]]


def _is_exercise(question: _Typed) -> bool:
    return any(is_language_exercise(question.stem, answer) for answer in _keys(question))


def _keys(question: _Typed) -> list[str]:
    return [question.answer] if isinstance(question, ShortQuestion) else [mark.answer for mark in question.marks]
