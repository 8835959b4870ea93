"""What a typed response is held against."""

from dataclasses import dataclass, field
from functools import cached_property

from quizgen.grading.answer_variants import right_forms
from quizgen.grading.known import KnownAnswers
from quizgen.grading.nations import NATIONS
from quizgen.grading.words import Phrase, phrase, singular, singulars
from quizgen.questions.typed import AnswerType


@dataclass(frozen=True)
class AnswerKey:
    """One answer to be typed: everything that is right, its type, its stem, and the set's other answers."""

    answers: tuple[str, ...]
    """What is right, the best form first."""
    stem: str = ""
    type: AnswerType = "text"
    known: KnownAnswers = field(default_factory=KnownAnswers)

    @cached_property
    def forms(self) -> tuple[Phrase, ...]:
        """Every form of every right answer."""
        texts = dict.fromkeys(form for answer in self.answers for form in right_forms(answer, self.type))
        return tuple(form for form in map(phrase, texts) if form.words)

    @cached_property
    def normals(self) -> frozenset[str]:
        """The forms' words, as rules compare them."""
        return frozenset(form.normal for form in self.forms)

    @cached_property
    def stem_words(self) -> frozenset[str]:
        """The words of the stem, in the singular."""
        return frozenset(singulars(phrase(self.stem).words))

    @cached_property
    def rivals(self) -> frozenset[str]:
        """The words of the set's other answers."""
        return self.known.normals - self.normals

    def in_stem(self, word: str) -> bool:
        """Whether the stem says ``word`` already; "Armenia" says "Armenian" too."""
        country = word[:-1] if word.endswith("n") and word[:-1] in NATIONS else word
        return not self.stem_words.isdisjoint({singular(word), country})

    def is_rival(self, words: tuple[str, ...]) -> bool:
        """Whether ``words`` are another answer of the set."""
        normal = " ".join(words)
        return normal in self.known.normals and normal not in self.normals
