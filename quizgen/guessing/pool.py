"""What a guesser can see: a choice question, and the other questions of its set."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from quizgen.questions import ChoiceQuestion, OptionsQuestion, Question
from quizgen.questions.view import answer_text
from quizgen.text.content_words import content, content_set, words_of
from quizgen.text.folding import fold, occurs_in


class Choice:
    """A choice question with the words of its stem and options, reduced to their stems."""

    def __init__(self, question: ChoiceQuestion) -> None:
        self.question = question
        self.options = question.shown
        self.key = self.options.index(question.answer)
        """The index of the correct option."""
        self.folded = tuple(map(fold, self.options))
        self.text = "\0".join(self.options)
        """The options, to be searched at once."""
        self.stem_words = content_set(question.stem)
        words = list(map(words_of, self.options))
        self.words = frozenset[str]().union(*words)
        """The words of all options in lower case."""
        self.option_words = tuple([frozenset(content(each)) for each in words])
        self.no_clue: Sequence[float] = (0.0,) * len(self.options)
        """The same number for each option."""

    @cached_property
    def shared_words(self) -> Sequence[float]:
        """How many words each option shares with the others, for each word that it has."""
        words = self.option_words
        if sum(map(len, words)) == len(frozenset[str]().union(*words)):  # true of most questions
            return self.no_clue
        return [
            sum(len(own & other) for at, other in enumerate(words) if at != mine) / (len(own) or 1)
            for mine, own in enumerate(words)
        ]


class Pool:
    """All questions of a set, with counts of what they name, offer, and have as the key.

    "Elsewhere" means in the other questions, except those about the same fact or point: no quiz shows them together.
    Each count is for the options of a choice question, in their order.
    """

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(question for question in questions if not question.retired)
        self.choices = tuple(Choice(question) for question in self.questions if isinstance(question, ChoiceQuestion))
        self._named: dict[str, list[int]] = {}
        self._offered: dict[str, list[int]] = {}
        self._is_key: dict[str, list[int]] = {}
        self._naming: dict[str, list[int]] = {}
        self._shown: dict[int, str] = {}
        self._told: dict[int, str] = {}
        self._told_words: dict[int, frozenset[str]] = {}

    def named(self, choice: Choice) -> list[int]:
        """Return how many questions elsewhere show each option in their stem or among their options."""
        if (counts := self._named.get(choice.question.id)) is not None:
            return counts
        related = self._related(choice)
        for text in choice.folded:
            if text not in self._naming:
                found = _with_word(self._by_word, text)
                if related.issuperset(found):  # true of most options: no other question has to be searched
                    continue
                self._naming[text] = [at for at in found if occurs_in(text, self._text_shown(at))]
        return self._elsewhere(self._naming, choice, self._named)

    def offered(self, choice: Choice) -> list[int]:
        """Return how many questions elsewhere have each option among theirs."""
        return self._elsewhere(self._offering, choice, self._offered)

    def is_key(self, choice: Choice) -> list[int]:
        """Return how many questions elsewhere have each option as a correct answer."""
        return self._elsewhere(self._answering, choice, self._is_key)

    def told(self, choice: Choice) -> list[int]:
        """Return, for each option, the most words of the stem that one question elsewhere has in a text with that
        option.

        The texts are those that a learner has seen after answering: stem, correct answers, and explanation.
        """
        related = self._related(choice)
        return [
            max(
                (
                    len(choice.stem_words & self._words_told(at))
                    for at in _with_word(self._by_told_word, text)
                    if at not in related and occurs_in(text, self._text_told(at))
                ),
                default=0,
            )
            for text in choice.folded
        ]

    def word_counts(self, choice: Choice) -> tuple[dict[str, int], dict[str, int]]:
        """Return how often each word of the options is in a key, and in a distractor, of choice questions elsewhere."""
        keys = {word: self._key_words[word] for words in choice.option_words for word in words}
        distractors = {word: self._distractor_words[word] for word in keys}
        for at in self._related(choice):
            if (other := self._choice_at.get(at)) is not None:
                for place, words in enumerate(other.option_words):
                    counts = keys if place == other.key else distractors
                    for word in words & keys.keys():
                        counts[word] -= 1
        return keys, distractors

    @cached_property
    def vocabulary(self) -> tuple[int, int, int]:
        """The number of words in all keys, in all distractors, and of different words."""
        known = self._key_words.keys() | self._distractor_words.keys()
        return self._key_words.total(), self._distractor_words.total(), len(known)

    def _elsewhere(
        self, places: Mapping[str, Sequence[int]], choice: Choice, counted: dict[str, list[int]]
    ) -> list[int]:
        """Count the places of each option, which are in ascending order; two guessers ask for the same counts."""
        if (counts := counted.get(choice.question.id)) is None:
            related = self._related(choice)
            counts = counted[choice.question.id] = [
                len(found) - sum(bisect_right(found, at) - bisect_left(found, at) for at in related) if found else 0
                for found in [places.get(text, ()) for text in choice.folded]
            ]
        return counts

    def _related(self, choice: Choice) -> frozenset[int]:
        """Return the questions about the same fact or point, and the question itself."""
        return self._relatives[choice.question.id]

    @cached_property
    def _relatives(self) -> dict[str, frozenset[int]]:
        about: dict[str, list[int]] = defaultdict(list)
        for at, question in enumerate(self.questions):
            for name in _subjects(question):
                about[name].append(at)
        return {
            choice.question.id: frozenset().union(*(about[name] for name in _subjects(choice.question)))
            for choice in self.choices
        }

    @cached_property
    def _choice_at(self) -> dict[int, Choice]:
        choices = iter(self.choices)
        return {at: next(choices) for at, one in enumerate(self.questions) if isinstance(one, ChoiceQuestion)}

    def _text_shown(self, at: int) -> str:
        """Return the folded text that a learner sees of a question before answering."""
        if (text := self._shown.get(at)) is None:
            text = self._shown[at] = fold(" \n ".join(shown_texts(self.questions[at])))
        return text

    def _text_told(self, at: int) -> str:
        """Return the folded text that a learner has read of a question after answering."""
        if (text := self._told.get(at)) is None:
            question = self.questions[at]
            stem = (question.stem,) if _is_true(question) else ()
            text = self._told[at] = fold(" \n ".join((*stem, *_explained(question))))
        return text

    @cached_property
    def _in_stem(self) -> list[frozenset[str]]:
        """The words of options in the stem of each question."""
        known = self._words_of_options
        return [known.intersection(_folded_words(question.stem)) for question in self.questions]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """The questions that show each word of an option before they are answered, in ascending order."""
        index: dict[str, list[int]] = defaultdict(list)
        for at, (question, words) in enumerate(zip(self.questions, self._in_stem, strict=True)):
            for word in self._with_words_of(words, _offered(question)):
                index[word].append(at)
        return index

    @cached_property
    def _by_told_word(self) -> dict[str, list[int]]:
        """The questions that have told each word of an option when they have been answered, in ascending order."""
        index: dict[str, list[int]] = defaultdict(list)
        for at, (question, words) in enumerate(zip(self.questions, self._in_stem, strict=True)):
            for word in self._with_words_of(words if _is_true(question) else frozenset(), _explained(question)):
                index[word].append(at)
        return index

    def _with_words_of(self, words: frozenset[str], texts: Sequence[str]) -> frozenset[str]:
        """Return ``words`` with the words of options in ``texts``."""
        if not texts:
            return words
        return words.union(self._words_of_options.intersection(_folded_words(" \n ".join(texts))))

    @cached_property
    def _words_of_options(self) -> frozenset[str]:
        """The words of all options: no others are looked up."""
        return frozenset(words_of(" ".join([text for choice in self.choices for text in choice.folded])))

    def _words_told(self, at: int) -> frozenset[str]:
        if (words := self._told_words.get(at)) is None:
            words = self._told_words[at] = content_set(self._text_told(at))
        return words

    @cached_property
    def _offering(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, question in enumerate(self.questions):
            if isinstance(question, OptionsQuestion):
                of_choice = self._choice_at.get(at)
                for option in map(fold, question.shown) if of_choice is None else of_choice.folded:
                    places[option].append(at)
        return places

    @cached_property
    def _answering(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, question in enumerate(self.questions):
            for answer in set(map(fold, correct_answers(question))):
                places[answer].append(at)
        return places

    @cached_property
    def _key_words(self) -> Counter[str]:
        return Counter([word for choice in self.choices for word in choice.option_words[choice.key]])

    @cached_property
    def _distractor_words(self) -> Counter[str]:
        return Counter(
            [
                word
                for choice in self.choices
                for at, words in enumerate(choice.option_words)
                if at != choice.key
                for word in words
            ]
        )


def _subjects(question: Question) -> Iterator[str]:
    """Yield names of the points and facts that ``question`` is about."""
    yield from (f"point {point}" for point in question.points)
    yield from (f"fact {fact}" for fact in (question.fact, *question.facts) if fact is not None)


def _folded_words(text: str) -> list[str]:
    """Return the words of ``text`` when it is folded, which changes no word of a text in ASCII but its capitals."""
    return words_of(text if text.isascii() else fold(text))


def _with_word(index: Mapping[str, Sequence[int]], text: str) -> Sequence[int]:
    """Return the places of the rarest word of ``text``."""
    return min((index.get(word, ()) for word in words_of(text)), key=len, default=())


def shown_texts(question: Question) -> Sequence[str]:
    """Return what a learner sees of ``question`` before answering."""
    return (question.stem, *_offered(question))


def _offered(question: Question) -> Sequence[str]:
    """Return what a learner sees of ``question`` besides its stem before answering."""
    if question.kind in {"choice", "multiple"}:
        assert isinstance(question, OptionsQuestion)
        return question.shown
    if question.kind in {"order", "match"}:
        return (answer_text(question),)  # the parts to arrange are visible
    return ()


def _is_true(question: Question) -> bool:
    """Return whether the stem says nothing wrong."""
    return question.kind != "true_false" or question.answer


def _explained(question: Question) -> Sequence[str]:
    """Return what a learner has read of ``question`` besides its stem after answering, without what is wrong."""
    answer = answer_text(question)
    return (answer,) if question.explanation is None else (answer, question.explanation)


def correct_answers(question: Question) -> Iterator[str]:
    """Yield the correct answers of ``question``, each as an option would be written."""
    if question.kind in {"choice", "multiple"}:  # faster than the class, for questions of other kinds
        assert isinstance(question, OptionsQuestion)
        yield from question.keys
    elif question.kind == "cloze" and question.marks:
        yield from (mark.answer for mark in question.marks)
    else:
        yield answer_text(question)
