"""A question as the rules see it, with its texts and words extracted once."""

import re
from typing import assert_never

from quizgen.linting.computed import computed
from quizgen.linting.learned import Learned
from quizgen.questions import OptionsQuestion, Question
from quizgen.questions.distractor import Distractor
from quizgen.questions.problem import DataPath
from quizgen.text.content_words import content, unquoted, words_of
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_noun
from quizgen.text.words import ARTICLES

_CODE_OPTION = lazy_pattern(
    r"[`=\[\]{};\\_@#]|\w\(|[a-z]{2,}\.[a-z]{2,}|\b[a-z] ?[<>≤≥]|^[\"']"
    r"|[√π∞∫∑]|\d[abnpqrxyz](?![^\W\d_])|\b[abnpqrxyz][²³⁰-⁹⁻]|^[a-z]$",  # formulas
    re.MULTILINE,
)
_MAY_BE_CODE = lazy_pattern(r"[`=\[\]{};\\_@#(.<>≤≥\"'√π∞∫∑²³⁰-⁹⁻]|\d[abnpqrxyz]")
"""What all code has that is longer than one letter: few options have any of it, so that is found out first."""
_ABOUT_FORM = lazy_pattern(
    r"\b(?:comma|apostrophe|hyphen|accent|capital letters?|capitali[sz]\w+|full stop|punctuat\w+|spell\w*|spelt"
    r"|(?:which|what) sentences?)\b",
    re.IGNORECASE,
)

# Sentences to be judged as language; those that are true of something, or describe it, make claims.
_ASKS_FOR_EXAMPLE = lazy_pattern(
    r"\b(?:which|what)(?: one)?(?: of (?:these|those|the(?: following)?))?(?: [\w-]+)?"
    r" (?:sentences?|phrases?|clauses?|utterances?|questions|headlines?|quotations?|proverbs?|sayings?|greetings?"
    r"|repl(?:y|ies))\b(?![^?]*\b(?:true|false|describ\w+|explain\w*|summari[sz]\w*|states?|about|appl(?:y|ies))\b)",
    re.IGNORECASE,
)
_SET_OFF = lazy_pattern(r"\s*(?:([*_]{1,3})[^*_].*\1|\".*\"|“.*”|„.*[“”]|«.*»|['‘].*['’])[.,]?\s*", re.DOTALL)
_SPEECH = lazy_pattern(r"\b(?:say|says|said|repl(?:y|ies|ied)|responds?|responded|answers?|answered)\b", re.IGNORECASE)
_SPEAKER = frozenset("i i'm i'd i've i'll me my we us our you your".split())


class Item:
    """A question with its visible stem and options. All words are in lower case.

    ``learned`` is what the learners of its set know from the other questions.
    """

    def __init__(self, question: Question, learned: Learned) -> None:
        self.question = question
        self.learned = learned
        self.kind = question.kind
        self.stem: str = question.stem
        self.stem_words = words_of(self.stem)
        self.options: tuple[str, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.option_words: dict[str, list[str]] = {}
        self.words = frozenset(self.stem_words)
        if self.kind in {"choice", "multiple"}:  # faster than the class, for questions of other kinds
            assert isinstance(question, OptionsQuestion)
            self.options, self.keys = question.shown, question.keys
            self.option_words = {option: words_of(option) for option in self.options}
            self.words = self.words.union(*self.option_words.values())

    @property
    def distractors(self) -> tuple[str, ...]:
        """The wrong options; empty for kinds without options."""
        return self.question.distractors if isinstance(self.question, OptionsQuestion) else ()

    @computed
    def stem_content(self) -> frozenset[str]:
        """The word stems of the content words in the question's stem."""
        return frozenset(content(self.stem_words))

    @computed
    def plain_stem(self) -> str:
        """The stem without quotations and code, whose words the author cannot choose."""
        return unquoted(self.stem)

    @computed
    def option_content(self) -> dict[str, list[str]]:
        """The word stems of the content words of each option."""
        return {option: content(words) for option, words in self.option_words.items()}

    @computed
    def option_text(self) -> str:
        """The options on lines of their own, to be searched at once."""
        return "\n".join(self.options)

    @computed
    def noun_options(self) -> list[str]:
        """The options that are a noun and nothing else."""
        return [option for option in self.options if len(self.option_words[option]) == 1 and is_noun(option.lower())]

    @computed
    def folded_stem(self) -> str:
        """The stem, folded."""
        return fold(self.stem)

    @computed
    def subject(self) -> frozenset[str]:
        """The word stems that identify what is asked, without the type of the answer ("Which ship …")."""
        for at, word in enumerate(self.stem_words[:2]):
            if word in {"which", "what"}:
                return self.stem_content.difference(content(self.stem_words[at + 1 : at + 2]))
        return self.stem_content

    @computed
    def has_code_options(self) -> bool:
        """Whether some of the options look like code, the output of code, or formulas."""
        may_be_code = _MAY_BE_CODE.search(self.option_text) is not None or 1 in map(len, self.options)
        return may_be_code and _CODE_OPTION.search(self.option_text) is not None

    @computed
    def asks_about_form(self) -> bool:
        """Whether the question is about punctuation, spelling, or the form of a sentence."""
        return _ABOUT_FORM.search(self.stem) is not None

    @computed
    def has_example_options(self) -> bool:
        """Whether the options are examples of language, such as sentences or what somebody says, and not claims."""
        if _ASKS_FOR_EXAMPLE.search(self.stem) or (self.options and all(map(_SET_OFF.fullmatch, self.options))):
            return True
        return _SPEECH.search(self.stem) is not None and not any(
            _SPEAKER.isdisjoint(words) for words in self.option_words.values()
        )

    @computed
    def texts(self) -> list[tuple[DataPath, str]]:
        """Every text that a learner sees, with its path."""
        return texts_of(self.question)

    @computed
    def all_text(self) -> str:
        """Every text that a learner sees, on lines of its own, to be searched at once."""
        return "\n".join([text for _, text in self.texts])

    @computed
    def all_words(self) -> list[str]:
        """The words of every text that a learner sees, text after text."""
        if self.kind == "cloze":  # whose stem has blanks instead of answers
            return words_of(self.all_text)
        return self.stem_words + words_of(self.all_text[len(self.stem) :])

    @computed
    def stem_key(self) -> str:
        """The stem as it is compared with others: words in lower case, without articles."""
        return " ".join([word for word in self.stem_words if word not in ARTICLES])

    @property
    def is_generated(self) -> bool:
        """Whether the question is made from a fact of the seed."""
        fact = self.question.fact
        return fact is not None and self.question.id.startswith(f"{fact}.")

    @property
    def is_statement_of_fact(self) -> bool:
        """Whether the stem is the statement of a fact of the seed, which Q3 rules check."""
        return self.is_generated and self.kind in {"cloze", "true_false"}

    @property
    def stem_path(self) -> DataPath:
        """The path of the stem."""
        return ("text",) if self.kind == "cloze" else ("stem",)

    def option_path(self, option: str) -> DataPath:
        """Return the path of one of the options, as the author wrote it."""
        question = self.question
        assert isinstance(question, OptionsQuestion)
        if question.options:
            return ("options", question.options.index(option))
        if option in self.keys:
            return ("answer",) if self.kind == "choice" else ("answers", self.keys.index(option))
        return ("distractors", question.distractors.index(option))


def texts_of(question: Question) -> list[tuple[DataPath, str]]:
    """Return every text of ``question`` that a learner sees, with its path, in the order of the fields."""
    texts: list[tuple[DataPath, str]] = []
    if question.kind != "cloze":
        texts.append((("stem",), question.stem))
    match question.kind:  # faster than its class
        case "card" | "short":
            texts.append((("answer",), question.answer))
        case "choice":
            texts += _options(question, [(("answer",), question.answer)])
        case "multiple":
            texts += _options(question, _each("answers", question.answers))
        case "cloze":
            texts.append((("text",), question.text))
        case "order":
            texts += _each("steps", question.steps)
        case "match":
            texts += [(("pairs", index), side) for index, pair in enumerate(question.pairs) for side in pair]
        case "true_false" | "number":
            pass
        case _:
            assert_never(question.kind)
    if question.explanation is not None:
        texts.append((("explanation",), question.explanation))
    if question.hint is not None:
        texts.append((("hint",), question.hint))
    if question.attribution is not None:
        texts.append((("attribution",), question.attribution))
    return texts


def _options(question: OptionsQuestion, keys: list[tuple[DataPath, str]]) -> list[tuple[DataPath, str]]:
    """Return the options where the author wrote them: all in ``options``, or the keys and the distractors."""
    feedback = [
        (("distractors", index, "feedback"), one.feedback)
        for index, one in enumerate(question.distractors)
        if isinstance(one, Distractor) and one.feedback is not None
    ]
    if question.options:
        return [*_each("options", question.options), *feedback]
    return [*keys, *_each("distractors", question.distractors), *feedback]


def _each(field: str, values: tuple[str, ...]) -> list[tuple[DataPath, str]]:
    return [((field, index), value) for index, value in enumerate(values)]
