"""Find candidate facts: sentences with dates, figures, names or short quotations, which become their marks."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.facts.article import Article
from quizgen.generating.entities import FoundEntity, find_entities
from quizgen.questions.base import PHRASE_WORDS
from quizgen.questions.fields import FORBIDDEN
from quizgen.questions.marks import mark_problems
from quizgen.text.folding import fold
from quizgen.text.mentions import Mention, find_mentions, known_names
from quizgen.text.sentences import body_paragraphs, is_english, sentences

MARKS = 3
_ORDER = {"date": 0, "figure": 0, "name": 1, "quote": 2}
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CLAIM = re.compile(
    r"\b(?:said|says|told|argued|claimed|concluded|announced|noted|added|warned|stated|explained|suggested|believes|"
    r"responded|contends|contended|reiterated)\b"
)
_SPEAKS = re.compile(
    rf"{_CLAIM.pattern}|\b(?:called|calls|described|wrote|writes|asked|replied|recalled|in the words of)\b"
)
_ADDRESSING = frozenset({"told", "asked", "called", "calls", "described", "warned"})
"""Verbs that are followed by the person spoken to or about, not by the speaker."""
_NEAR_BEFORE = re.compile(
    r"(?: (?:had|has|also|later|then|once))?(?:,? (?!and\b|but\b)[^,.;:]{0,40},)? (?:has |had |later )?"
)
_NEAR_AFTER = re.compile(r" (?:the )?(?:[a-z]+ ){0,3}(?:[A-Z][a-z]+ ){0,3}")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,.;:()]+)")
_HEADING = re.compile(r"#+\s")
_TABLE = re.compile(r"\|")
_RULE = re.compile(r"[|:\s-]+")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_SHORTEST = 4
"""The minimum number of words in a statement."""
_USABLE = re.compile(rf"[^\t\n{FORBIDDEN}]{{1,20000}}")
_LONGEST = 2000
"""The maximum number of characters in a statement."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may become a fact; its ``statement`` contains the marks."""

    paragraph: int
    heading: str | None
    statement: str
    phrases: tuple[str, ...]
    attribution: str | None
    claims: bool
    """Whether the sentence reports what somebody says, so that the fact needs an attribution."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything found in an article.

    ``left_out`` lists the lines and sentences that gave no candidate: number of the paragraph, text, reason.
    """

    candidates: tuple[Candidate, ...]
    entities: tuple[FoundEntity, ...]
    left_out: tuple[tuple[int, str, str], ...]
    english: bool = True
    """Whether the text is in English; in other languages, names are not marked."""


def draft(article: Article, watch: Callable[[int, int], None] | None = None) -> Draft:
    """Find the sentences and entities of ``article`` that may become a seed, up to its list of sources.

    ``watch`` is called with the number of paragraphs done and their total.
    """
    english = is_english(" ".join(article.read))
    names = known_names(article.read)
    usable: list[tuple[int, str | None, str, tuple[Mention, ...]]] = []
    left_out: list[tuple[int, str, str]] = []
    heading: str | None = None
    for number in body_paragraphs(article.paragraphs):
        if watch is not None:
            watch(number, len(article.paragraphs))
        text, written = article.read[number - 1], article.paragraphs[number - 1]
        if not text:
            continue
        if not _USABLE.fullmatch(text):
            left_out.append((number, text, "has control characters or is too long for a paragraph"))
        elif _HEADING.match(written):
            heading = text[:200].strip() if number > 1 else None
        elif _TABLE.match(written):
            if not _RULE.fullmatch(written):
                left_out.append((number, text, "is a table row"))
        elif _PICTURE.fullmatch(written) or (number > 1 and _is_title(text)):
            left_out.append((number, text, "looks like a title or a caption"))
        elif number > 1:
            for sentence in sentences(text):
                mentions = find_mentions(sentence, names)
                if not english:  # other languages use capitals differently
                    mentions = tuple(one for one in mentions if one.kind != "name")
                if len(sentence) > _LONGEST:
                    left_out.append((number, sentence, "is too long for a statement"))
                elif mentions and len(_WORD.findall(sentence)) < _SHORTEST:
                    left_out.append((number, sentence, "is too short for a statement"))
                elif mentions:
                    usable.append((number, heading, sentence, mentions))
    found = find_entities((sentence, mentions) for _, _, sentence, mentions in usable)
    candidates: list[Candidate] = []
    for number, above, sentence, mentions in usable:
        statement = _marked(sentence, _chosen(mentions, found))
        if statement is None:
            left_out.append((number, sentence, "has no short answer to mark"))
            continue
        phrases = tuple(phrase for phrase in _phrases(sentence, mentions) if article.has(phrase, number))
        attribution, claims = _attribution(sentence, mentions, found)
        candidates.append(Candidate(number, above, statement, phrases, attribution, claims))
    entities = tuple({id(one): one for one in found.values() if one.type is not None}.values())
    return Draft(tuple(candidates), entities, tuple(sorted(left_out)), english)


def _is_title(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return text[-1] not in ".!?…”\"')" and sum(word[0].isupper() for word in words) * 3 > len(words) * 2


def _chosen(mentions: Sequence[Mention], found: Mapping[str, FoundEntity]) -> list[Mention]:
    """Choose the answers to mark: dates and figures first, then names, then short quotations, up to ``MARKS``."""
    fit = [
        one
        for one in mentions
        if (one.kind != "name" or fold(one.text) in found)
        and (one.kind != "quote" or len(_WORD.findall(one.text)) <= PHRASE_WORDS)
    ]
    chosen: list[Mention] = []
    for one in sorted(fit, key=lambda one: _ORDER[one.kind]):
        if len({fold(other.text) for other in chosen} | {fold(one.text)}) <= MARKS:
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.start)


def _marked(sentence: str, chosen: Sequence[Mention]) -> str | None:
    """Return ``sentence`` with marks, or None if nothing can be marked or its braces would be taken for marks."""
    answers = list(chosen)
    while answers:
        statement, end, numbers = "", 0, dict[str, int]()
        for one in answers:
            start, stop = _inner(one)
            number = numbers.setdefault(fold(sentence[start:stop]), len(numbers) + 1)
            statement += f"{sentence[end:start]}{{{{c{number}::{sentence[start:stop]}}}}}"
            end = stop
        statement += sentence[end:]
        problems = list(mark_problems(statement))
        if not problems and ":::" not in statement:
            return statement
        # An answer that also occurs outside its mark is given away, so mark only the others.
        given = [
            one for one in answers if any(repr(sentence[slice(*_inner(one))]) in str(problem) for problem in problems)
        ]
        answers = [one for one in answers if one not in (given or answers[-1:])]
    return None


def _inner(one: Mention) -> tuple[int, int]:
    """Return the bounds of the answer: of a quotation, the words without quotation marks and final punctuation."""
    if one.kind != "quote":
        return one.start, one.end
    inside = one.text[1:-1]
    return one.start + 1, one.start + 1 + len(inside.rstrip(" .,;"))


def _phrases(sentence: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """Yield a few words around the first mention of the sentence."""
    words = list(_WORD.finditer(sentence))
    first = next((index for index, word in enumerate(words) if word.end() > mentions[0].start), 0)
    window = words[max(0, first - 2) :][:PHRASE_WORDS]
    while window and re.match(r"[.,]\d", sentence[window[-1].end() :]):  # do not cut 3,605 after the 3
        window = window[:-1]
    if window:
        yield sentence[window[0].start() : window[-1].end()]


def _attribution(
    sentence: str, mentions: Sequence[Mention], found: Mapping[str, FoundEntity]
) -> tuple[str | None, bool]:
    """Return who says so, if that can be found, and whether the sentence seems to report a claim."""
    if (source := _ACCORDING.search(sentence)) is not None:
        return source["who"].strip(), True
    quotes = [one for one in mentions if one.kind == "quote"]
    outside = sentence
    for one in quotes:
        outside = f"{outside[: one.start]}{' ' * (one.end - one.start)}{outside[one.end :]}"
    people = [(one, found[fold(one.text)]) for one in mentions if one.kind == "name" and fold(one.text) in found]
    people = [(one, who) for one, who in people if who.type == "person"]
    for speaks in (_CLAIM if not quotes else _SPEAKS).finditer(outside):
        may_follow = quotes and speaks[0] not in _ADDRESSING
        for one, who in people:
            # "Peskov said", "said Peskov", "said the spokesman Peskov"
            before, after = outside[one.end : speaks.start()], outside[speaks.end() : one.start]
            if (one.end <= speaks.start() and _NEAR_BEFORE.fullmatch(before)) or (
                may_follow and speaks.end() <= one.start and _NEAR_AFTER.fullmatch(after)
            ):
                return who.name, True
    return None, bool(_CLAIM.search(outside)) or bool(quotes)
