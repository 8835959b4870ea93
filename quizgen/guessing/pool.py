"""What a guesser can see: a choice question, and the other questions of its set."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from quizgen.grading.accepted import accepted
from quizgen.questions import (
    ChoiceQuestion,
    MatchQuestion,
    OptionsQuestion,
    OrderQuestion,
    Question,
    TrueFalseQuestion,
)
from quizgen.questions.view import answer_text
from quizgen.text.content_words import content, words_of
from quizgen.text.folding import fold, occurs_in


class Choice:
    """A choice question with the words of its stem and options, reduced to their stems."""

    def __init__(self, question: ChoiceQuestion) -> None:
        self.question = question
        self.options = question.shown
        self.stem_words = frozenset(content(words_of(question.stem)))
        self.option_words = tuple(frozenset(content(words_of(option))) for option in self.options)

    @property
    def key(self) -> int:
        """The index of the correct option."""
        return self.options.index(self.question.answer)


class Pool:
    """All questions of a set, with counts of what they name, offer, and have as the key.

    "Elsewhere" means in the other questions, except those about the same fact or point: no quiz shows them together.
    """

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(question for question in questions if not question.retired)
        self.choices = tuple(Choice(question) for question in self.questions if isinstance(question, ChoiceQuestion))
        self._shown = [fold(" \n ".join(_shown(question))) for question in self.questions]
        self._naming: dict[str, list[int]] = {}
        self._told = [fold(" \n ".join(_told(question))) for question in self.questions]

    def named(self, choice: Choice, option: str) -> int:
        """Return how many questions elsewhere show ``option`` in their stem or among their options."""
        text = fold(option)
        if text not in self._naming:
            self._naming[text] = [at for at in _with_word(self._by_word, text) if occurs_in(text, self._shown[at])]
        return self._elsewhere(self._naming, choice, text)

    def offered(self, choice: Choice, option: str) -> int:
        """Return how many questions elsewhere have ``option`` among their options."""
        return self._elsewhere(self._offering, choice, fold(option))

    def is_key(self, choice: Choice, option: str) -> int:
        """Return how many questions elsewhere have ``option`` as a correct answer."""
        return self._elsewhere(self._answering, choice, fold(option))

    def told(self, choice: Choice, option: str) -> int:
        """Return the most words of the stem that one question elsewhere has in a text that contains ``option``.

        The texts are those that a learner has seen after answering: stem, correct answers, and explanation.
        """
        text, related = fold(option), self._related(choice.question)
        return max(
            (
                len(choice.stem_words & self._told_words[at])
                for at in _with_word(self._by_told_word, text)
                if at not in related and occurs_in(text, self._told[at])
            ),
            default=0,
        )

    def word_counts(self, choice: Choice) -> tuple[Counter[str], Counter[str]]:
        """Return how often each word of the options is in a key, and in a distractor, of choice questions elsewhere."""
        keys = Counter({word: self._key_words[word] for words in choice.option_words for word in words})
        distractors = Counter({word: self._distractor_words[word] for word in keys})
        for at in self._related(choice.question):
            if (other := self._choice_at.get(at)) is not None:
                for place, words in enumerate(other.option_words):
                    (keys if place == other.key else distractors).subtract(words & keys.keys())
        return keys, distractors

    @cached_property
    def vocabulary(self) -> tuple[int, int, int]:
        """The number of words in all keys, in all distractors, and of different words."""
        known = self._key_words.keys() | self._distractor_words.keys()
        return self._key_words.total(), self._distractor_words.total(), len(known)

    def _elsewhere(self, places: Mapping[str, Sequence[int]], choice: Choice, text: str) -> int:
        if not (found := places.get(text, ())):
            return 0
        related = self._related(choice.question)
        return sum(at not in related for at in found)

    def _related(self, question: Question) -> frozenset[int]:
        """Return the questions about the same fact or point, and the question itself."""
        return self._relatives[question.id]

    @cached_property
    def _relatives(self) -> dict[str, frozenset[int]]:
        about: dict[str, set[int]] = defaultdict(set)
        for at, question in enumerate(self.questions):
            for name in _subjects(question):
                about[name].add(at)
        return {
            question.id: frozenset().union(*(about[name] for name in _subjects(question)))
            for question in self.questions
        }

    @cached_property
    def _choice_at(self) -> dict[int, Choice]:
        by_id = {choice.question.id: choice for choice in self.choices}
        return {at: by_id[question.id] for at, question in enumerate(self.questions) if question.id in by_id}

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        return _index(self._shown)

    @cached_property
    def _by_told_word(self) -> dict[str, list[int]]:
        return _index(self._told)

    @cached_property
    def _told_words(self) -> list[frozenset[str]]:
        return [frozenset(content(words_of(text))) for text in self._told]

    @cached_property
    def _offering(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, question in enumerate(self.questions):
            for option in question.shown if isinstance(question, OptionsQuestion) else ():
                places[fold(option)].append(at)
        return places

    @cached_property
    def _answering(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, question in enumerate(self.questions):
            for answer in set(map(fold, _answers(question))):
                places[answer].append(at)
        return places

    @cached_property
    def _key_words(self) -> Counter[str]:
        return Counter(word for choice in self.choices for word in choice.option_words[choice.key])

    @cached_property
    def _distractor_words(self) -> Counter[str]:
        return Counter(
            word
            for choice in self.choices
            for at, words in enumerate(choice.option_words)
            if at != choice.key
            for word in words
        )


def _subjects(question: Question) -> Iterator[str]:
    """Yield names of the points and facts that ``question`` is about."""
    yield from (f"point {point}" for point in question.points)
    yield from (f"fact {fact}" for fact in (question.fact, *question.facts) if fact is not None)


def _with_word(index: Mapping[str, Sequence[int]], text: str) -> Sequence[int]:
    """Return the places of the rarest word of ``text``."""
    return min((index.get(word, ()) for word in words_of(text)), key=len, default=())


def _index(texts: Sequence[str]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for word in set(words_of(text)):
            index[word].append(at)
    return index


def _shown(question: Question) -> Iterator[str]:
    """Yield what a learner sees of ``question`` before answering."""
    yield question.stem
    if isinstance(question, OptionsQuestion):
        yield from question.shown
    elif isinstance(question, OrderQuestion | MatchQuestion):
        yield answer_text(question)  # the parts to arrange are visible


def _told(question: Question) -> Iterator[str]:
    """Yield what a learner has read of ``question`` after answering, without what is wrong."""
    if not isinstance(question, TrueFalseQuestion) or question.answer:
        yield question.stem
    yield answer_text(question)
    if question.explanation is not None:
        yield question.explanation


def _answers(question: Question) -> Iterator[str]:
    """Yield the correct answers of ``question``, each as an option would be written."""
    if isinstance(question, OptionsQuestion):
        yield from question.keys
    elif typed := accepted(question):
        yield from (answer.forms[0] for answer in typed)
    else:
        yield answer_text(question)
