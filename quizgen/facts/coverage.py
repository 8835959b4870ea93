"""Which parts of an article the facts cover, and which facts no question asks."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from quizgen.facts.article import Article
from quizgen.facts.model import Seed
from quizgen.text.mentions import MentionKind, find_mentions, known_names
from quizgen.text.sentences import body_paragraphs, sentences

Watch = Callable[[int, int], None]
_HEADING = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class ParagraphCoverage:
    """One paragraph, the facts that cite it, and what in it could be asked."""

    number: int
    text: str
    facts: tuple[str, ...]
    """Ids of the facts that cite it."""
    find_mentions: tuple[tuple[MentionKind, str], ...]
    """Dates, figures, quoted speech and names, each once."""

    @property
    def is_open(self) -> bool:
        """Whether it tells something that no fact cites yet."""
        return bool(self.find_mentions) and not self.facts


@dataclass(frozen=True, slots=True)
class Coverage:
    """An article's paragraphs with their facts, in order, and the facts without a question."""

    paragraphs: tuple[ParagraphCoverage, ...]
    unasked: tuple[str, ...]

    @property
    def open(self) -> tuple[ParagraphCoverage, ...]:
        """The paragraphs that tell something that no fact cites yet."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.is_open)


def coverage(seed: Seed, article: Article, asked: Collection[str], watch: Watch | None = None) -> Coverage:
    """How ``seed`` covers ``article``; ``asked`` are the ids of the facts that have questions.

    The title, headings, and what follows the heading of a list of sources are not looked at for things to ask.
    ``watch`` is told how many paragraphs are done, and of how many.
    """
    names = known_names(article.read)
    told = frozenset(body_paragraphs(article.paragraphs))
    citing: dict[int, list[str]] = {}
    for fact in seed.facts:
        citing.setdefault(fact.citation.paragraph, []).append(fact.id)
    paragraphs = []
    for number, (text, read) in enumerate(zip(article.paragraphs, article.read, strict=True), 1):
        if watch is not None:
            watch(number, len(article.paragraphs))
        facts = tuple(citing.get(number, ()))
        looked_at = number in told and number > 1 and not _HEADING.match(text)
        found = (one for sentence in sentences(read) for one in find_mentions(sentence, names)) if looked_at else ()
        paragraphs.append(
            ParagraphCoverage(number, text, facts, tuple(dict.fromkeys((one.kind, one.text) for one in found)))
        )
    return Coverage(tuple(paragraphs), tuple(fact.id for fact in seed.facts if fact.id not in asked))
