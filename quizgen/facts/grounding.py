"""Find the figures, dates, names and quotations in a seed that its article does not support.

Names are recognized by their capital letters. In languages other than English, only the names of entities are checked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.facts.article import Article
from quizgen.facts.article_index import ArticleIndex
from quizgen.facts.citations import cite_instead
from quizgen.facts.partial import AnyEntity, AnyFact, AnySeed, asks_of, facts_of
from quizgen.progress import Watcher
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath, Problem
from quizgen.text.lexicon import ORGANISATIONS, PLACES

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_BEFORE_NAME = re.compile(r"(?P<word>[A-Z][a-z]+) (?:the|an?|of|at|for|in|with|by) ")
_VERB_BEFORE_NAME = re.compile(
    r"(?P<word>Told|Led|Built|Wrote|Made|Won|Ran|Sold|Found|Kept|Taught|Drew|Held|Lost|Met|Saw|Took|Gave|Brought|Sent"
    r"|Left|Became|Fought|Paid|Bought) (?=[A-ZÀ-Þ])"
)
_SAY_LESS = (
    "state only what the article says; move additions to `explanation`, or say under `derived` how they "
    "follow from the article"
)
_SAY_LESS_OF_ENTITY = "state only what the article says"
_NAME_LESS = "use the name from the article; list other correct answers under `accept` in an `ask`"


def grounding_problems(seed: AnySeed, article: Article, watch: Watcher | None = None) -> Iterator[Problem]:
    """Yield a problem for each part of ``seed`` that mentions something the article does not have in any form.

    Distractors, explanations and other accepted answers are the author's own and are not checked, nor are facts that
    say under `derived` how they follow from the article. ``watch`` is called
    with the number of facts done and their total.
    """
    known = ArticleIndex(article, f"{seed.source.title} {seed.source.publisher or ''}", seed)
    for key, entity in seed.entities.items():
        yield from _of_entity(key, entity, known)
    is_the_recorded = seed.source.sha256 in (None, article.sha256)
    for index, fact in enumerate(facts_of(seed)):
        if watch is not None:
            watch(index + 1, len(seed.facts))
        if fact.derived is not None:
            continue  # the author vouches for it
        cited = fact.citation.paragraph
        for part in _parts(fact):
            if article.contains(part.text):
                continue  # quoted word for word
            mentions = known.mentions_in(part.text, marked=part.marked, inside=part.inside)
            at = ("facts", index, *part.path)
            if missing := known.missing(mentions, cited):
                message = f"fact {fact.id}: {_not_in_article(missing)}"
                yield Problem(Code.UNSUPPORTED, message, f"{_meant_figure(missing, article, cited)}{_SAY_LESS}", at)
            if (
                part.path == ("statement",)
                and is_the_recorded
                and cited is not None
                and cited <= len(article.paragraphs)
            ):
                yield from _misplaced(fact, known.elsewhere(mentions, cited), at)


def _meant_figure(missing: Sequence[str], article: Article, cited: int | None) -> str:
    """Return a question about a typing error in a figure of which the cited paragraph has almost the same."""
    from rapidfuzz.distance import OSA

    if cited is None or not 1 <= cited <= len(article.paragraphs):
        return ""
    figures = _FIGURE.findall(article.paragraphs[cited - 1])
    for written in filter(_FIGURE.fullmatch, missing):
        for figure in figures:
            if len(written) >= 3 and OSA.distance(written, figure, score_cutoff=1) == 1:
                return f"did you mean {figure}, as in paragraph {cited}? If not, "
    return ""


def _misplaced(fact: AnyFact, elsewhere: dict[str, list[int]], at: DataPath) -> Iterator[Problem]:
    for figure, numbers in elsewhere.items():
        yield Problem(
            Code.UNSUPPORTED,
            f"fact {fact.id}: {figure!r} does not appear in paragraph {fact.citation.paragraph}",
            f"it appears in {cite_instead(numbers)}, or change the figure",
            at,
        )


def _within_sentence(role: str) -> str:
    """Return ``role`` without the capital of a verb or noun that is not a part of the name after it.

    "Directed the Lund Museum" names the museum.
    """
    found = _BEFORE_NAME.match(role) or _VERB_BEFORE_NAME.match(role)
    is_of_name = found is None or found["word"].lower() in ORGANISATIONS | PLACES
    return role if is_of_name else f"{role[0].lower()}{role[1:]}"


def _not_in_article(mentions: Sequence[str]) -> str:
    verb = "does" if len(mentions) == 1 else "do"
    return f"{', '.join(map(repr, mentions))} {verb} not appear in the article"


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of a fact and its path within the fact."""

    text: str
    path: DataPath
    marked: tuple[str, ...] = ()
    inside: bool = False
    """Whether it continues a sentence, so that a capital at its start always begins a name."""


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
    for number, name in enumerate(entity.names):
        if not known.supports(name, entity):
            yield Problem(
                Code.UNSUPPORTED,
                f"entity {key}: {_not_in_article((name,))}",
                _NAME_LESS,
                ("entities", key, *(("aliases", number - 1) if number else ("name",))),
            )
    if entity.role and (missing := known.missing(known.mentions_in(_within_sentence(entity.role)))):
        message = f"entity {key}: {_not_in_article(missing)}"
        yield Problem(Code.UNSUPPORTED, message, _SAY_LESS_OF_ENTITY, ("entities", key, "role"))
