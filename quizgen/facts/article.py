"""Checking a seed's citations against a copy of its source."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.facts.model import Seed
from quizgen.questions.codes import Code
from quizgen.questions.refusal import Refusal
from quizgen.values.folding import fold, stands_in

_QUOTES = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Article:
    """A source's text: its paragraphs (the non-blank lines, the title first) and the SHA-256 of its bytes."""

    paragraphs: tuple[str, ...]
    sha256: str

    @classmethod
    def from_bytes(cls, content: bytes) -> "Article":
        """Read an article; raise UnicodeDecodeError when it is not UTF-8."""
        lines = content.decode("utf-8-sig").splitlines()
        return cls(tuple(line.strip() for line in lines if line.strip()), hashlib.sha256(content).hexdigest())

    def has(self, phrase: str, paragraph: int) -> bool:
        """Whether ``phrase`` stands in that paragraph (from 1) in whole words; case and quote shapes aside."""
        return stands_in(_comparable(phrase), _comparable(self.paragraphs[paragraph - 1]))


def _comparable(text: str) -> str:
    return fold(text.translate(_QUOTES))


def citation_refusals(seed: Seed, article: Article) -> Iterator[Refusal]:
    """Yield what in ``seed`` does not hold against ``article``: its sha256, then each citation in order."""
    if seed.source.sha256 is None:
        yield Refusal(
            Code.NO_SHA256, "the seed records no sha256 of its source", f"add sha256: {article.sha256}", ("source",)
        )
    elif seed.source.sha256 != article.sha256:
        yield Refusal(
            Code.ARTICLE_CHANGED,
            f"the article's sha256 is {article.sha256}, not the one recorded",
            "use the copy that the facts were taken from, or check them against this one and record its sha256",
            ("source", "sha256"),
        )
    for index, fact in enumerate(seed.facts):
        at = ("facts", index, "citation")
        number = fact.citation.paragraph
        if number > len(article.paragraphs):
            yield Refusal(
                Code.NO_PARAGRAPH,
                f"fact {fact.id}: the article has {len(article.paragraphs)} paragraphs, so no {number}",
                "count the non-blank lines, the title as 1",
                (*at, "paragraph"),
            )
            continue
        for position, phrase in enumerate(fact.citation.phrases):
            if not article.has(phrase, number):
                yield Refusal(
                    Code.NO_PHRASE,
                    f"fact {fact.id}: {phrase!r} does not stand in paragraph {number}",
                    _nearest(phrase, article),
                    (*at, "phrases", position),
                )


def _nearest(phrase: str, article: Article) -> str:
    elsewhere = [n for n in range(1, len(article.paragraphs) + 1) if article.has(phrase, n)]
    if elsewhere:
        return f"it stands in paragraph {', '.join(map(str, elsewhere))}"
    return "copy the phrase from the article, word for word"
