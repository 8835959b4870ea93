"""Which parts of an article the facts cover, and which facts no question tests."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizgen.facts.article import HEADING, Article
from quizgen.facts.model import Fact, Seed
from quizgen.progress import Watcher
from quizgen.questions import Question
from quizgen.text.figures import figures_in
from quizgen.text.folding import fold, occurs_in
from quizgen.text.mentions import MentionKind, find_mentions, known_names
from quizgen.text.sentences import body_paragraphs, sentences


@dataclass(frozen=True, slots=True)
class ParagraphCoverage:
    """One paragraph, the facts that cite it, and its mentions: what could be asked about it."""

    number: int
    text: str
    facts: tuple[str, ...]
    """Ids of the facts that cite it."""
    mentions: tuple[tuple[MentionKind, str], ...]
    """Dates, figures, quotations and names, each once."""
    uncited: tuple[tuple[MentionKind, str], ...]
    """Those of the mentions that are in sentences which none of these facts uses."""

    @property
    def is_open(self) -> bool:
        """Whether a sentence of the paragraph mentions something to ask about, and no fact uses it."""
        return bool(self.uncited)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The paragraphs of an article in order, and the ids of the facts that no question tests."""

    paragraphs: tuple[ParagraphCoverage, ...]
    unasked: tuple[str, ...]

    @property
    def open(self) -> tuple[ParagraphCoverage, ...]:
        """The paragraphs with sentences that mention something to ask about, and that no fact uses."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.is_open)


def asked_facts(questions: Iterable[Question]) -> set[str]:
    """Return the ids of all facts that ``questions`` test, contrast or combine."""
    return {fact for question in questions for fact in question.all_facts}


def coverage(seed: Seed, article: Article, asked: Collection[str], watch: Watcher | None = None) -> Coverage:
    """Find which paragraphs of ``article`` the facts of ``seed`` cite; ``asked`` are ids of facts with questions.

    A fact that cites a paragraph uses those of its sentences that have one of the fact's phrases, dates, figures or
    quotations, or, if they have no dates, figures and quotations, one of its names.

    The title, headings and the list of sources are not searched for mentions.
    ``watch`` is called with the number of paragraphs done and their total.
    """
    names = known_names(article.read)
    body = frozenset(body_paragraphs(article.paragraphs))
    citing: dict[int, list[Fact]] = {}
    for fact in seed.facts:
        citing.setdefault(fact.citation.paragraph, []).append(fact)
    others = {fold(name): tuple(map(fold, one.names)) for one in seed.entities.values() for name in one.names}
    paragraphs = []
    for number, (text, read) in enumerate(zip(article.paragraphs, article.read, strict=True), 1):
        if watch is not None:
            watch(number, len(article.paragraphs))
        facts = citing.get(number, [])
        used = [_Used.by(fact) for fact in facts]
        mentions: dict[tuple[MentionKind, str], None] = {}
        uncited: dict[tuple[MentionKind, str], None] = {}
        is_title = number == 1 and article.title is not None
        is_searched = number in body and not is_title and not HEADING.match(text)
        for sentence in sentences(read) if is_searched else ():
            found = {(one.kind, one.text): None for one in find_mentions(sentence, names)}
            mentions |= found
            if not any(one.has(sentence, list(found), others) for one in used):
                uncited |= found
        paragraphs.append(
            ParagraphCoverage(number, text, tuple(fact.id for fact in facts), tuple(mentions), tuple(uncited))
        )
    return Coverage(tuple(paragraphs), tuple(fact.id for fact in seed.facts if fact.id not in asked))


@dataclass(frozen=True, slots=True)
class _Used:
    """What a fact says, and the words that it cites."""

    text: str
    """All its texts, folded."""
    figures: frozenset[Decimal]
    phrases: tuple[str, ...]

    @classmethod
    def by(cls, fact: Fact) -> "_Used":
        when = f"{fact.when.date} {fact.when.event}" if fact.when is not None else ""
        asks = " ".join(f"{ask.stem} {ask.reply or ''} {ask.hint or ''}" for ask in fact.ask)
        text = " ".join((fact.plain, fact.attribution or "", when, asks, fact.explanation or ""))
        phrases = (*fact.citation.phrases, *filter(None, [fact.citation.quote]))
        figures = frozenset(value for one in figures_in(text) for value in one.values)
        return cls(fold(text), figures, tuple(map(fold, phrases)))

    def has(
        self, sentence: str, mentions: Sequence[tuple[MentionKind, str]], others: Mapping[str, tuple[str, ...]]
    ) -> bool:
        """Return whether the fact uses ``sentence`` with these ``mentions``; ``others`` are all names of an entity."""
        folded = fold(sentence)
        if any(phrase in folded or folded in phrase for phrase in self.phrases):
            return True
        is_telling = any(kind != "name" for kind, _ in mentions)
        for kind, text in mentions:
            if kind == "name":
                is_used = not is_telling and any(
                    occurs_in(name, self.text) for name in others.get(fold(text), (fold(text),))
                )
            else:
                values = frozenset(value for one in figures_in(text) for value in one.values)
                is_used = bool(values & self.figures) or fold(text.strip('“”"')) in self.text
            if is_used:
                return True
        return False
