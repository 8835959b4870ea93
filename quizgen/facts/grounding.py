"""What a seed says that its article does not: a figure, a date, a name or a quote that stands nowhere in it.

Names are told by their capitals, as English has them; in texts of other languages only those of entities are looked at.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.facts.article import Article
from quizgen.facts.article_index import ArticleIndex
from quizgen.facts.citations import DataPath, listed
from quizgen.facts.partial import AnyEntity, AnyFact, AnySeed, asks_of, facts_of
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem

_SAY_LESS = "say only what the article says; what you add belongs in `explanation`"
_NAME_LESS = "name it as the article does; another right answer may stand under `accept` of an `ask`"


def invention_refusals(
    seed: AnySeed, article: Article, watch: Callable[[int, int], None] | None = None
) -> Iterator[Problem]:
    """Yield for each part of ``seed`` what it names that the article does not have in any form.

    Wrong options are the author's own, and so are explanations and what else an `ask` accepts. ``watch`` is told how
    many facts are done, and of how many.
    """
    known = ArticleIndex(article, f"{seed.source.title} {seed.source.publisher or ''}", seed)
    for key, entity in seed.entities.items():
        yield from _of_entity(key, entity, known)
    is_the_recorded = seed.source.sha256 in (None, article.sha256)
    for index, fact in enumerate(facts_of(seed)):
        if watch is not None:
            watch(index + 1, len(seed.facts))
        cited = fact.citation.paragraph
        for part in _parts(fact):
            if article.stands(part.text):
                continue  # word for word
            said = known.mentions_in(part.text, marked=part.marked, inside=part.inside)
            at = ("facts", index, *part.path)
            if missing := known.missing(said):
                message = f"fact {fact.id}: nowhere in the article stands {', '.join(map(repr, missing))}"
                yield Problem(Code.UNSUPPORTED, message, _SAY_LESS, at)
            if (
                part.path == ("statement",)
                and is_the_recorded
                and cited is not None
                and cited <= len(article.paragraphs)
            ):
                yield from _misplaced(fact, known.elsewhere(said, cited), at)


def _misplaced(fact: AnyFact, elsewhere: dict[str, list[int]], at: DataPath) -> Iterator[Problem]:
    for figure, numbers in elsewhere.items():
        yield Problem(
            Code.UNSUPPORTED,
            f"fact {fact.id}: {figure!r} does not stand in paragraph {fact.citation.paragraph}",
            f"it stands in paragraph {listed(numbers)}: cite that one, or say what this one says",
            at,
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of a fact, and where it stands in it."""

    text: str
    path: DataPath
    marked: tuple[str, ...] = ()
    inside: bool = False
    """Whether it reads on from other words, so that a capital at its start is that of a name."""


def _parts(fact: AnyFact) -> Iterator[_Part]:
    yield _Part(fact.plain, ("statement",), tuple(mark.answer for mark in fact.marks))
    if fact.attribution is not None:
        yield _Part(fact.attribution, ("attribution",), inside=True)
    if fact.when is not None:
        yield _Part(fact.when.date, ("when", "date"), inside=True)
        yield _Part(fact.when.event, ("when", "event"))
    for index, ask in enumerate(asks_of(fact)):
        yield _Part(ask.stem, ("ask", index, "stem"))
        if ask.hint is not None:
            yield _Part(ask.hint, ("ask", index, "hint"))


def _of_entity(key: str, entity: AnyEntity, known: ArticleIndex) -> Iterator[Problem]:
    for place, name in enumerate(entity.names):
        if not known.supports(name, entity):
            yield Problem(
                Code.UNSUPPORTED,
                f"entity {key}: nowhere in the article stands {name!r}",
                _NAME_LESS,
                ("entities", key, *(("aliases", place - 1) if place else ("name",))),
            )
    if entity.role and (missing := known.missing(known.mentions_in(entity.role))):
        message = f"entity {key}: nowhere in the article stands {', '.join(map(repr, missing))}"
        yield Problem(Code.UNSUPPORTED, message, _SAY_LESS, ("entities", key, "role"))
