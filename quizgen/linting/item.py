"""A question as the rules see it: its texts and words, taken apart once."""

import re
from functools import cached_property

from quizgen.linting.finding import DataPath
from quizgen.linting.words import content, words_of
from quizgen.questions import OptionsQuestion, Question

_CODE_OPTION = re.compile(
    r"[`=\[\]{};\\_@#]|\w\(|[a-z]{2,}\.[a-z]{2,}|\b[a-z] ?[<>≤≥]|^[\"']"
    r"|[√π∞∫∑]|\d[abnpqrxyz](?![^\W\d_])|\b[abnpqrxyz][²³⁰-⁹⁻]|^[a-z]$"  # and formulas
)
_ABOUT_FORM = re.compile(
    r"\b(?:comma|apostrophe|hyphen|accent|capital letters?|capitali[sz]\w+|full stop|punctuat\w+|spell\w*|spelt"
    r"|(?:which|what) sentences?)\b",
    re.IGNORECASE,
)


class Item:
    """A question with its visible stem and, where it shows some, its options; all words are in lower case."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.kind = question.kind
        self.stem: str = question.stem
        self.stem_words = words_of(self.stem)
        self.options: tuple[str, ...] = ()
        self.keys: tuple[str, ...] = ()
        self.option_words: dict[str, list[str]] = {}
        self.words = frozenset(self.stem_words)
        if isinstance(question, OptionsQuestion):
            self.options, self.keys = question.shown, question.keys
            self.option_words = {option: words_of(option) for option in self.options}
            self.words = self.words.union(*self.option_words.values())

    @property
    def distractors(self) -> tuple[str, ...]:
        """The wrong options."""
        return self.question.distractors if isinstance(self.question, OptionsQuestion) else ()

    @cached_property
    def stem_content(self) -> frozenset[str]:
        """Stems of the words of the question that say something."""
        return frozenset(content(self.stem_words))

    @cached_property
    def offers_code(self) -> bool:
        """Whether some of the options look like code, what code prints, or formulas."""
        return any(_CODE_OPTION.search(option) for option in self.options)

    @cached_property
    def asks_about_form(self) -> bool:
        """Whether signs, spelling or the form of a sentence are what is asked."""
        return _ABOUT_FORM.search(self.stem) is not None

    @property
    def all_text(self) -> str:
        """Everything that is written in the question, for a quick look whether something may stand in it."""
        texts: list[str] = []
        for value in self.question.__dict__.values():
            if type(value) is str:
                texts.append(value)
            elif type(value) is tuple and value and type(value[0]) in {str, tuple}:  # a range holds numbers
                texts += value if type(value[0]) is str else map("\n".join, value)
        return "\n".join(texts)

    @property
    def at_stem(self) -> DataPath:
        """Path of the stem."""
        return ("text",) if self.kind == "cloze" else ("stem",)

    def at_option(self, option: str) -> DataPath:
        """Path of one of the options."""
        question = self.question
        assert isinstance(question, OptionsQuestion)
        if question.options:
            return ("options", question.options.index(option))
        if option in self.keys:
            return ("answer",) if self.kind == "choice" else ("answers", self.keys.index(option))
        return ("distractors", question.distractors.index(option))


def texts_of(question: Question) -> list[tuple[DataPath, str]]:
    """Every text of ``question`` that a learner gets to see, each with its path."""
    found: list[tuple[DataPath, str]] = []
    for name in ("text", "stem", "answer", "explanation", "hint", "attribution"):
        value = question.__dict__.get(name)
        if isinstance(value, str):
            found.append(((name,), value))
    for name in ("answers", "distractors", "options", "steps", "pairs"):
        for index, value in enumerate(question.__dict__.get(name) or ()):
            found += [((name, index), part) for part in ((value,) if isinstance(value, str) else value)]
    return found
