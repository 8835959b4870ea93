"""What a fact says that its article does not: a figure, a date, a name or a quote that stands nowhere in it.

Names are told by their capitals, as English has them; in texts of other languages they are not looked at.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from quizgen.facts.article import Article
from quizgen.facts.model import Seed
from quizgen.facts.telling import JOINS, Telling, is_english, sentences, telling
from quizgen.questions.codes import Code
from quizgen.questions.refusal import Refusal
from quizgen.values.folding import fold
from quizgen.values.numbers import number_word_run, parse_number

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+(?:[,\u00a0\u202f ]\d{3})*(?:\.\d+)?", re.ASCII)
_QUOTES = '“”"«»„ .,;:!?…'
_MIN_STEM = 4


def invention_refusals(seed: Seed, article: Article) -> Iterator[Refusal]:
    """Yield for each statement what it names that the article does not have in any form."""
    known = _Known(article, f"{seed.source.title} {seed.source.author or ''}")
    names = [tuple(map(fold, entity.names)) for entity in seed.entities.values()]
    for index, fact in enumerate(seed.facts):
        missing = [
            one.text for sentence in sentences(fact.plain) for one in telling(sentence) if not known.has(one, names)
        ]
        if missing:
            yield Refusal(
                Code.INVENTED,
                f"fact {fact.id}: nowhere in the article stands {', '.join(map(repr, dict.fromkeys(missing)))}",
                "say only what the article says; what you add belongs in `explanation`",
                ("facts", index, "statement"),
            )


class _Known:
    """What an article names, by its text and by what is said of it as a whole."""

    def __init__(self, article: Article, heading: str) -> None:
        self._article = article
        self._text = " ".join((heading, *article.paragraphs))

    def has(self, one: Telling, names: list[tuple[str, ...]]) -> bool:
        if one.kind == "quote":
            return bool(self._article.places(one.text.strip(_QUOTES)))
        if one.kind == "name":
            if not self._is_english:
                return True
            folded = fold(one.text)
            group = next((group for group in names if folded in group), (folded,))
            return any(self._all_words(name) for name in group)
        numbers = (parse_number(found) for found in _DIGITS.findall(one.text))
        return all(number in self._numbers for number in numbers) and self._all_words(fold(one.text))

    def _all_words(self, folded: str) -> bool:
        return all(self._has_word(word) for word in _WORD.findall(folded) if word not in JOINS)

    def _has_word(self, word: str) -> bool:
        # American is in a text about America: endings of longer words do not matter.
        stem = word[: max(_MIN_STEM, len(word) - 3)]
        return word in self._words or (len(word) >= _MIN_STEM and any(other.startswith(stem) for other in self._words))

    @cached_property
    def _is_english(self) -> bool:
        return is_english(self._text)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(fold(self._text)))

    @cached_property
    def _numbers(self) -> frozenset[Decimal | None]:
        words = _WORD.findall(self._text.lower())
        spelt = {
            Decimal(value) for at in range(len(words)) if (value := number_word_run(words[at : at + 8])[1]) is not None
        }
        return frozenset({*map(parse_number, _DIGITS.findall(self._text)), *spelt, None})
