"""Which parts of an article the facts cover, and which facts no question tests."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from quizgen.facts.article import Article
from quizgen.facts.model import Seed
from quizgen.questions import Question
from quizgen.text.mentions import MentionKind, find_mentions, known_names
from quizgen.text.sentences import body_paragraphs, sentences

Watch = Callable[[int, int], None]
_HEADING = re.compile(r"#{1,6}\s")


@dataclass(frozen=True, slots=True)
class ParagraphCoverage:
    """One paragraph, the facts that cite it, and its mentions: what could be asked about it."""

    number: int
    text: str
    facts: tuple[str, ...]
    """Ids of the facts that cite it."""
    mentions: tuple[tuple[MentionKind, str], ...]
    """Dates, figures, quotations and names, each once."""

    @property
    def is_open(self) -> bool:
        """Whether the paragraph mentions something to ask about, and no fact cites it."""
        return bool(self.mentions) and not self.facts


@dataclass(frozen=True, slots=True)
class Coverage:
    """The paragraphs of an article in order, and the ids of the facts that no question tests."""

    paragraphs: tuple[ParagraphCoverage, ...]
    unasked: tuple[str, ...]

    @property
    def open(self) -> tuple[ParagraphCoverage, ...]:
        """The paragraphs that mention something to ask about, and that no fact cites."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.is_open)


def asked_facts(questions: Iterable[Question]) -> set[str]:
    """Return the ids of all facts that ``questions`` test, contrast or combine."""
    return {fact for question in questions for fact in question.all_facts}


def coverage(seed: Seed, article: Article, asked: Collection[str], watch: Watch | None = None) -> Coverage:
    """Find which paragraphs of ``article`` the facts of ``seed`` cite; ``asked`` are ids of facts with questions.

    The title, headings and the list of sources are not searched for mentions.
    ``watch`` is called with the number of paragraphs done and their total.
    """
    names = known_names(article.read)
    body = frozenset(body_paragraphs(article.paragraphs))
    citing: dict[int, list[str]] = {}
    for fact in seed.facts:
        citing.setdefault(fact.citation.paragraph, []).append(fact.id)
    paragraphs = []
    for number, (text, read) in enumerate(zip(article.paragraphs, article.read, strict=True), 1):
        if watch is not None:
            watch(number, len(article.paragraphs))
        facts = tuple(citing.get(number, ()))
        is_searched = number in body and number > 1 and not _HEADING.match(text)
        found = (one for sentence in sentences(read) for one in find_mentions(sentence, names)) if is_searched else ()
        paragraphs.append(
            ParagraphCoverage(number, text, facts, tuple(dict.fromkeys((one.kind, one.text) for one in found)))
        )
    return Coverage(tuple(paragraphs), tuple(fact.id for fact in seed.facts if fact.id not in asked))
