"""Whether a seed's citations hold against its text, and where they belong when they do not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizgen.facts.article import Article, new_numbers
from quizgen.facts.partial import AnyFact, AnySeed, facts_of
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem

DataPath = tuple[str | int, ...]
_SHOWN = 5


def citation_refusals(seed: AnySeed, article: Article) -> Iterator[Problem]:
    """Yield what in ``seed`` does not hold against ``article``: its sha256, then each citation in order.

    Where the text has changed and the seed recorded its paragraphs, only the facts whose paragraphs changed are named.
    """
    numbers = _numbers_now(seed, article)
    changes = [] if numbers is None else list(_changes(seed, numbers))
    yield from changes or _sha256_refusals(seed, article, any_fact=numbers is None)
    for index, fact in enumerate(facts_of(seed)):
        number = fact.citation.paragraph
        if numbers is not None:
            number = numbers.get(number or 0) or _where(fact, article) or number
            if number is not None and number > len(article.paragraphs):
                continue  # it is named as changed
        yield from _one_citation(index, fact, article, number)


def paragraph_corrections(seed: Mapping[str, Any], article: Article) -> Iterator[tuple[DataPath, int]]:
    """The paragraph numbers that are missing or wrong in a seed's data: the path of each and the right number.

    A number is right where the citation's quote and phrases all stand; where they do so in several paragraphs, or in
    none, nothing is said. A citation without words follows its paragraph's fingerprint. ``seed`` may have any faults.
    """
    source = seed.get("source")
    recorded = source.get("paragraphs") if isinstance(source, Mapping) else None
    numbers = new_numbers(recorded.split(), article.fingerprints) if isinstance(recorded, str) else {}
    facts = seed.get("facts")
    for index, fact in enumerate(facts if isinstance(facts, list) else ()):
        citation = fact.get("citation") if isinstance(fact, Mapping) else None
        if isinstance(citation, Mapping):
            right = _paragraph_of(citation, article, numbers)
            if right is not None and right != citation.get("paragraph"):
                yield ("facts", index, "citation", "paragraph"), right


def quote_corrections(seed: Mapping[str, Any], article: Article) -> Iterator[tuple[DataPath, int]]:
    """Those of ``paragraph_corrections`` that a quote tells.

    None where the text is not the one whose paragraphs the seed recorded: the numbers are then those of the recorded
    text, and change together with the record.
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
    places = [set(article.places(text)) for text in words if isinstance(text, str)]
    given = citation.get("paragraph")
    if not places:
        return numbers.get(given) if isinstance(given, int) else None
    common = set.intersection(*places)
    return given if given in common else common.pop() if len(common) == 1 else None


def _where(fact: AnyFact, article: Article) -> int | None:
    """The paragraph in which all words of a citation stand, where there is just one."""
    words = (*fact.citation.phrases, *filter(None, (fact.citation.quote,)))
    places = [set(article.places(text)) for text in words]
    common = set.intersection(*places) if places else set()
    return common.pop() if len(common) == 1 else None


def _numbers_now(seed: AnySeed, article: Article) -> dict[int, int] | None:
    """Where the recorded paragraphs are now; None where the text is the recorded one, or none were recorded."""
    source = seed.source
    if source.paragraphs is None or source.sha256 in (None, article.sha256):
        return None
    return new_numbers(source.paragraphs.split(), article.fingerprints)


def _changes(seed: AnySeed, numbers: dict[int, int]) -> Iterator[Problem]:
    for index, fact in enumerate(facts_of(seed)):
        old = fact.citation.paragraph
        if old is None:  # the number itself has an error
            continue
        new = numbers.get(old)
        if new is None:
            yield Problem(
                Code.PARAGRAPH_CHANGED,
                f"fact {fact.id}: paragraph {old} has changed or gone since the fact was checked",
                "check the fact against it, then `quizgen record` takes the new text over",
                ("facts", index, "citation", "paragraph"),
            )
        elif new != old:
            yield Problem(
                Code.PARAGRAPH_MOVED,
                f"fact {fact.id}: paragraph {old} is now number {new}",
                f"write paragraph: {new}; `quizgen record` does it for all",
                ("facts", index, "citation", "paragraph"),
            )


def _sha256_refusals(seed: AnySeed, article: Article, *, any_fact: bool) -> Iterator[Problem]:
    if seed.source.sha256 is None:
        yield Problem(
            Code.NO_SHA256,
            "the seed records no sha256 of its source",
            f"`quizgen record` adds it, or write sha256: {article.sha256}",
            ("source",),
        )
    elif seed.source.sha256 != article.sha256:
        help = "use the copy that the facts were taken from, or check them against this one and record its sha256"
        yield Problem(
            Code.ARTICLE_CHANGED,
            f"the article's sha256 is {article.sha256}, not the one recorded"
            + ("" if any_fact else "; no paragraph that a fact cites has changed"),
            help if any_fact else "`quizgen record` takes the new text over",
            ("source", "sha256"),
        )


def _one_citation(index: int, fact: AnyFact, article: Article, number: int | None) -> Iterator[Problem]:
    at = ("facts", index, "citation")
    if number is None:  # the number itself has an error
        return
    if number > len(article.paragraphs):
        yield Problem(
            Code.NO_PARAGRAPH,
            f"fact {fact.id}: the article has {len(article.paragraphs)} paragraphs, so no {number}",
            "`quizgen coverage` shows the paragraphs with their numbers; the title is 1",
            (*at, "paragraph"),
        )
        return
    words: list[tuple[DataPath, str]] = [(("phrases", i), text) for i, text in enumerate(fact.citation.phrases)]
    if fact.citation.quote is not None:
        words.append((("quote",), fact.citation.quote))
    for step, text in words:
        if not article.has(text, number):
            yield Problem(
                Code.NO_PHRASE,
                f"fact {fact.id}: {_short(text)!r} does not stand in paragraph {number}",
                _elsewhere(text, article),
                (*at, *step),
            )


def _elsewhere(text: str, article: Article) -> str:
    if places := article.places(text):
        return f"it stands in paragraph {listed(places)}"
    near = article.nearest(text)
    if near is None:
        return "copy the phrase from the article, word for word"
    return f"the nearest is {_short(near.text)!r} in paragraph {near.paragraph}; copy it word for word"


def listed(numbers: Sequence[int]) -> str:
    """The first few of ``numbers``, for a sentence."""
    return ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 120 else f"{words[:119]}…"
