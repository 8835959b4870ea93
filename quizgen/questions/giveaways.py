"""Which questions give away the answers of later ones, and which topics give away those of their own questions.

A question shows its stem and, as feedback, its answer, explanation and citation. It gives another one away if they test
the same fact or point, or if everything it shows contains all words of the other's answer. Options do not count.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, assert_never

from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.marks import unmarked
from quizgen.text.folding import fold, occurs_in
from quizgen.text.word_forms import singular

_WORD = re.compile(r"[^\W_]+")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3})")
_DIGIT = re.compile(r"\d")
_BLANK = re.compile(r"(?:\(\d+\) )?_{2,}")
_SMALL_WORDS = frozenset("a an and at by for from in of on or the to with".split())
"""Words that an answer may have or lack without being a different answer."""
_JUDGMENTS = frozenset({"yes", "no", "true", "false"})
"""Answers that say nothing by themselves."""
_SHORT_KEY = 5
"""A topic gives away a key that contains it if the key has at most this many words."""


class Content(NamedTuple):
    """What a question shows, and what it asks, as folded words."""

    facts: frozenset[str]
    """The facts and points that it asks."""
    shown: frozenset[str]
    """Every word of its stem, answer and feedback."""
    keys: tuple[frozenset[str], ...]
    """The words of each answer, or of each form of it, that would give it away."""

    def gives_away(self, later: "Content") -> bool:
        """Return whether this question, asked earlier, states the answer to ``later``."""
        return not self.facts.isdisjoint(later.facts) or any(map(self.shown.issuperset, later.keys))


def states_answer(text: str, later: Iterable[Content], *, known: Content) -> bool:
    """Return whether ``text`` states the answer to one of ``later``, and ``known`` does not state it already."""
    shown = known.shown | _words(text)
    return any(key <= shown and not key <= known.shown for content in later for key in content.keys)


def content_of(question: Question) -> Content:
    """Return the words that ``question`` shows and asks."""
    stem = _words(_BLANK.sub(" ", question.stem))
    answers = [[_words(form) for form in forms] for forms in _answers(question)]
    shown = stem.union(*(forms[0] for forms in answers if forms), _words(" ".join(_feedback(question))))
    # Facts that a question only contrasts (`facts`) are judged by what it says about them.
    facts = {f"point {name}" for name in question.points} | ({f"fact {question.fact}"} if question.fact else set())
    return Content(frozenset(facts), shown, tuple(_keys(question, stem, answers)))


def giveaways(questions: Iterable[Question]) -> tuple[int, ...]:
    """Return the indexes of the questions whose answer an earlier one gives away."""
    earlier: list[Content] = []
    facts: set[str] = set()
    by_word: dict[str, list[int]] = {}
    found = []
    for index, question in enumerate(questions):
        content = content_of(question)
        if not facts.isdisjoint(content.facts) or any(
            key <= earlier[place].shown
            for key in content.keys
            # Only questions that show the rarest word of the answer can show all of it.
            for place in min((by_word.get(word, []) for word in key), key=len)
        ):
            found.append(index)
        earlier.append(content)
        facts |= content.facts
        for word in content.shown:
            by_word.setdefault(word, []).append(index)
    return tuple(found)


def topic_to_show(question: Question, question_set: QuestionSet) -> str | None:
    """Return the name of a question's topic; None without one, or if it reveals more of an answer than the stem."""
    if question.topic is None:
        return None
    name = question_set.topic_name(question.topic)
    topic = fold(name)
    for key in answer_keys(question):
        if occurs_in(key, topic):
            said = key
        elif occurs_in(topic, key) and len(key.split()) <= _SHORT_KEY:
            said = topic
        else:
            continue
        if not occurs_in(said, fold(question.stem)):
            return None
    return name


def topic_in_heading(question: Question, question_set: QuestionSet) -> str | None:
    """Return the topic to show above a question in the terminal: not the only one of the set, whose title says more."""
    is_only = question_set.topics.keys() == {question.topic}
    return None if is_only else topic_to_show(question, question_set)


def answer_keys(question: Question) -> frozenset[str]:
    """Return the correct answers of a question in words, folded; none for kinds that only judge or arrange."""
    match question:
        case CardQuestion() | ShortQuestion():
            return frozenset({fold(question.answer)})
        case NumberQuestion():
            return frozenset({fold(question.answer_text)})
        case ClozeQuestion():
            return frozenset(fold(mark.answer) for mark in question.marks)
        case ChoiceQuestion() | MultipleQuestion():
            return frozenset(map(fold, question.keys))
        case TrueFalseQuestion() | OrderQuestion() | MatchQuestion():
            return frozenset()
        case unreachable:
            assert_never(unreachable)


def _answers(question: Question) -> Iterator[Sequence[str]]:
    """Yield each part of the answer in all accepted forms, the best one first."""
    match question:
        case ChoiceQuestion() | CardQuestion():
            yield (question.answer,)
        case MultipleQuestion():
            yield (" ".join(question.answers),)
        case ShortQuestion():
            yield (question.answer, *question.accept)
        case NumberQuestion():
            yield (question.answer_text, f"{question.answer:f}")
        case ClozeQuestion():
            for mark in question.marks:
                yield question.accepted(mark)
        case OrderQuestion():
            yield (" ".join(question.steps),)
        case MatchQuestion():
            for left, right in question.pairs:
                yield (f"{left} {right}",)
        case TrueFalseQuestion():
            yield (question.stem,) if question.answer else ()
        case unreachable:
            assert_never(unreachable)


def _keys(
    question: Question, stem: frozenset[str], answers: Iterable[Sequence[frozenset[str]]]
) -> Iterator[frozenset[str]]:
    """Yield the words of each answer without those that its own question says, unless these are all it has."""
    said = _SMALL_WORDS if isinstance(question, TrueFalseQuestion | MatchQuestion) else _SMALL_WORDS | stem
    for forms in answers:
        for words in forms:
            if (key := (words - said) or words) and not key <= _JUDGMENTS:
                yield key


def _feedback(question: Question) -> Iterator[str]:
    yield from filter(None, (question.explanation, question.attribution, question.hint))
    if isinstance(question, ChoiceQuestion | MultipleQuestion):
        yield from filter(None, (one.feedback for one in question.wrong_options))
    if question.citation:
        yield from question.citation.phrases
    if question.image:
        yield question.image.alt
    if question.audio:
        yield question.audio.text
    if isinstance(question, ClozeQuestion):
        yield unmarked(question.text)


def _words(text: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(map(singular, _WORD.findall(_THOUSANDS.sub("", folded) if _DIGIT.search(folded) else folded)))
