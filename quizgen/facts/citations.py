"""Check the citations of a seed against its text, and correct their paragraph numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizgen.facts.article import Article, new_numbers
from quizgen.facts.partial import AnyFact, AnySeed, facts_of
from quizgen.questions.codes import Code
from quizgen.questions.fields import SHA256_PATTERN
from quizgen.questions.problem import DataPath, Problem
from quizgen.text.plurals import count

_SHOWN = 5


def citation_problems(seed: AnySeed, article: Article) -> Iterator[Problem]:
    """Yield the problems with the sha256 of ``seed``, then those with each citation, checked against ``article``.

    If the text has changed since its paragraphs were recorded, only facts with changed paragraphs are reported.
    """
    numbers = _numbers_now(seed, article)
    changes = [] if numbers is None else list(_changes(seed, numbers))
    yield from changes or _sha256_problems(seed, article, any_fact=numbers is None)
    for index, fact in enumerate(facts_of(seed)):
        number = fact.citation.paragraph
        if numbers is not None:
            number = numbers.get(number or 0) or _where(fact, article) or number
            if number is not None and number > len(article.paragraphs):
                continue  # reported as changed already
        yield from _one_citation(index, fact, article, number)


def paragraph_corrections(seed: Mapping[str, Any], article: Article) -> Iterator[tuple[DataPath, int]]:
    """Yield the path and the correct value of each paragraph number that is missing or wrong in the data of a seed.

    The correct paragraph contains the quote and all phrases of the citation. If several paragraphs do, or none, nothing
    is yielded. A citation without words is corrected by the fingerprint of its paragraph. ``seed`` may have any errors.
    """
    source = seed.get("source")
    recorded = source.get("paragraphs") if isinstance(source, Mapping) else None
    numbers = new_numbers(recorded.split(), article.fingerprints) if isinstance(recorded, str) else {}
    facts = seed.get("facts")
    for index, fact in enumerate(facts if isinstance(facts, list) else ()):
        citation = fact.get("citation") if isinstance(fact, Mapping) else None
        if isinstance(citation, Mapping):
            correct = _paragraph_of(citation, article, numbers)
            if correct is not None and correct != citation.get("paragraph"):
                yield ("facts", index, "citation", "paragraph"), correct


def quote_corrections(seed: Mapping[str, Any], article: Article) -> Iterator[tuple[DataPath, int]]:
    """Yield those of ``paragraph_corrections`` that are based on a quote.

    If the text is not the recorded one, yield none: the numbers then refer to the recorded text, and `quizgen record`
    changes them together with the record.
    """
    source = seed.get("source")
    if not isinstance(source, Mapping):
        return
    if source.get("paragraphs") is not None and source.get("sha256") not in (None, article.sha256):
        return
    for path, number in paragraph_corrections(seed, article):
        if isinstance(seed["facts"][path[1]]["citation"].get("quote"), str):
            yield path, number


def _paragraph_of(citation: Mapping[str, Any], article: Article, numbers: dict[int, int]) -> int | None:
    phrases = citation.get("phrases")
    words = [citation.get("quote"), *(phrases if isinstance(phrases, list) else ())]
    found_in = [set(article.paragraphs_with(text)) for text in words if isinstance(text, str)]
    given = citation.get("paragraph")
    if not found_in:
        return numbers.get(given) if isinstance(given, int) else None
    common = set.intersection(*found_in)
    return given if given in common else common.pop() if len(common) == 1 else None


def _where(fact: AnyFact, article: Article) -> int | None:
    """Return the only paragraph that contains the quote and all phrases of a citation, or None."""
    words = (*fact.citation.phrases, *filter(None, (fact.citation.quote,)))
    found_in = [set(article.paragraphs_with(text)) for text in words]
    common = set.intersection(*found_in) if found_in else set()
    return common.pop() if len(common) == 1 else None


def _numbers_now(seed: AnySeed, article: Article) -> dict[int, int] | None:
    """Map recorded paragraph numbers to current ones; None if the text has not changed or was not recorded."""
    source = seed.source
    if source.paragraphs is None or source.sha256 in (None, article.sha256):
        return None
    return new_numbers(source.paragraphs.split(), article.fingerprints)


def _changes(seed: AnySeed, numbers: dict[int, int]) -> Iterator[Problem]:
    cited = {fact.citation.paragraph for fact in facts_of(seed)} - {None}
    first = "" if cited <= numbers.keys() else ", after you have checked the facts whose paragraphs have changed"
    for index, fact in enumerate(facts_of(seed)):
        old = fact.citation.paragraph
        if old is None:  # the number itself has an error
            continue
        new = numbers.get(old)
        if new is None:
            yield Problem(
                Code.PARAGRAPH_CHANGED,
                f"fact {fact.id}: paragraph {old} has changed or been removed since the fact was checked",
                "check the fact against the new text, then run `quizgen record FILE`",
                ("facts", index, "citation", "paragraph"),
            )
        elif new != old:
            yield Problem(
                Code.PARAGRAPH_MOVED,
                f"fact {fact.id}: paragraph {old} is now paragraph {new}",
                f"run `quizgen record FILE` to update the paragraph numbers of all facts{first}",
                ("facts", index, "citation", "paragraph"),
            )


def _sha256_problems(seed: AnySeed, article: Article, *, any_fact: bool) -> Iterator[Problem]:
    if seed.source.sha256 is None:
        yield Problem(
            Code.NO_SHA256,
            "the seed does not record the SHA-256 hash of its source",
            "run `quizgen record FILE` to add it",
            ("source",),
        )
    elif seed.source.sha256 != article.sha256 and re.fullmatch(SHA256_PATTERN, seed.source.sha256):
        help = (
            "use the copy that the facts were checked against, or check the facts against this copy and run "
            "`quizgen record FILE`"
        )
        yield Problem(
            Code.ARTICLE_CHANGED,
            f"the article's SHA-256 hash is {article.sha256}, which does not match the recorded hash"
            + ("" if any_fact else "; no cited paragraph has changed"),
            help if any_fact else "run `quizgen record FILE` to record the new text",
            ("source", "sha256"),
        )


def _one_citation(index: int, fact: AnyFact, article: Article, number: int | None) -> Iterator[Problem]:
    at = ("facts", index, "citation")
    if number is None:  # the number itself has an error
        return
    words: list[tuple[DataPath, str]] = [(("phrases", i), text) for i, text in enumerate(fact.citation.phrases)]
    if fact.citation.quote is not None:
        words.append((("quote",), fact.citation.quote))
    if number > len(article.paragraphs):
        total = count(len(article.paragraphs), "paragraph")
        found = [{*article.paragraphs_with(text)} for _, text in words]
        where = sorted(set.intersection(*found)) if found else []
        help = (
            f"the cited words appear in {cite_instead(where)}"
            if where
            else "run `quizgen coverage SEED` to see all paragraphs with their numbers; the title is paragraph 1"
        )
        message = f"fact {fact.id}: there is no paragraph {number}; the article has {total}"
        yield Problem(Code.NO_PARAGRAPH, message, help, (*at, "paragraph"))
        return
    for step, text in words:
        if not article.has(text, number):
            yield Problem(
                Code.NO_PHRASE,
                f"fact {fact.id}: {_short(text)!r} does not appear in paragraph {number}",
                _elsewhere(text, article),
                (*at, *step),
            )


def _elsewhere(text: str, article: Article) -> str:
    if numbers := article.paragraphs_with(text):
        return f"it appears in {cite_instead(numbers)}"
    near = article.nearest(text)
    if near is None:
        return "copy it word for word from the article"
    return f"the closest match is {_short(near.text)!r} in paragraph {near.paragraph}; copy that text word for word"


def cite_instead(numbers: Sequence[int]) -> str:
    """Return the first few of the paragraphs with these ``numbers``, and the advice to cite one of them."""
    if len(numbers) == 1:
        return f"paragraph {numbers[0]}; cite that paragraph"
    listed = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
    return f"paragraphs {listed}; cite one of them"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else f"{words[:119]}…"
