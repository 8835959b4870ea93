"""Find questions that ask the same thing, in one set and across the sets that are checked together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple, assert_never

from quizgen.linting.computed import computed
from quizgen.linting.item import Item
from quizgen.questions import Question
from quizgen.questions.view import answer_text
from quizgen.text.content_words import WORD, content, stem_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_noun
from quizgen.text.word_forms import singular

ALIKE = 0.75
"""Two stems with the same answer ask the same thing if they share at least this fraction of their content words ..."""
MIN_SHARED = 3
"""... and at least this many content words, ..."""
IN_OTHER_WORDS = 0.6
"""... or at least this fraction of what they say, in any form, if they differ only in the type of the answer."""
_LONG_STEM = 5
_REFERRING = frozenset({"these", "those", "following", "this"})
"""Words by which a stem refers to its options or to a picture."""
_NAME_OF = lazy_pattern(
    r"\s*what (?:is|was|are) the (?:\w+ )?(?:name|term|word) (?:of|for|given to) (?:the |an? )?(?P<type>\w+)"
    r"|\s*(?:name|give|state|identify) (?:the |an? )?(?P<named>\w+)",
    re.IGNORECASE,
)
"""The beginning of a question that asks for the name of a thing, and its type: "the name of the interval that"."""


# Stemming takes a while, so the following wait until two questions are compared.


@cache
def _distinct() -> frozenset[str]:
    """Return the stems of words that make two questions different, even if the two share all other words."""
    return _stems(
        "north south east west left right king queen father mother son daughter brother sister husband wife male female"
        " man woman boy girl maximum minimum"
    )


@cache
def _synonyms() -> dict[str, str]:
    """Return the stems of words that two questions may use for one thing, each with the first of its group."""
    groups = (
        "write wrote written writer author",
        "paint painted painter",
        "compose composed composer",
        "discover discovered discoverer",
        "invent invented inventor",
        "direct directed director",
        "establish established founder founded",
        "begin began begun start started",
        "end ended finish finished",
        "large largest big biggest",
        "chemical chemistry",
        "symbol sign",
        "speak spoke spoken",
        "build built builder",
        "design designed designer",
    )
    return {stem_of(word): words[0] for words in map(str.split, groups) for word in words}


@cache
def _without_content() -> frozenset[str]:
    """Return the stems of words by which two wordings of one question may differ."""
    return _stems(
        "span cover measure wide long tall high size lie located situated stand refer denote mean define defined"
        " definition term word phrase title noun phenomenon process give given use used find comprise consist occur"
        " happen take place show shown depict portray represent type specific scientific technical usual common"
        " commonly today exactly"
    )


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem_of, words.split()))


class Match(NamedTuple):
    """An earlier question that is like a later one."""

    item: Item
    other: Question
    other_set: str | None
    """The id of the other question's set if it is another set."""
    same_stem: bool
    same_answer: bool

    @property
    def other_name(self) -> str:
        """The other question, as a message names it."""
        return f"question {self.other.id}" + (f" of the set {self.other_set}" if self.other_set else "")


@dataclass(eq=False)
class _Earlier:
    """A question that was read, in the set ``set_id``."""

    set_id: str
    item: Item

    @computed
    def told(self) -> frozenset[str]:
        """What the stem says about the answer."""
        return _told(self.item)

    @computed
    def said(self) -> frozenset[str]:
        """What the stem says in all, one word stem for each group of synonyms."""
        return frozenset(_synonyms().get(word, word) for word in self.item.stem_content) - _without_content()

    @computed
    def types(self) -> frozenset[str]:
        """The word stems of the nouns by which the stem names the type of the answer: "which Hindu deity"."""
        words = self.item.stem_words
        at = next((at for at, word in enumerate(words) if word in {"which", "what"}), len(words))
        # "Which king starts": a verb may look like the plural of a noun.
        return frozenset(stem_of(word) for word in words[at + 1 : at + 3] if word == singular(word) and is_noun(word))

    @computed
    def named(self) -> frozenset[str]:
        """The word stems in the stem that begin with a capital letter or a digit, other than the first."""
        words = [stem_of(word.lower()) for word in WORD.findall(self.item.stem)[1:] if not word[0].islower()]
        return frozenset(_synonyms().get(word, word) for word in words)


class Asked:
    """The questions of all sets so far, by stem and by answer."""

    def __init__(self) -> None:
        self._by_stem: dict[str, list[_Earlier]] = defaultdict(list)
        self._by_answer: dict[str, list[_Earlier]] = defaultdict(list)

    def matches(self, set_id: str, items: Iterable[Item]) -> Iterator[Match]:
        """Yield the earlier questions that are like one of ``items``, and remember ``items`` for later calls.

        Questions about the same fact or point are not compared, nor are stems that refer to options or to a picture.
        """
        for item in items:
            if item.question.image is not None or not _REFERRING.isdisjoint(item.stem_words):
                continue
            this = _Earlier(set_id, item)
            same_stem = self._by_stem[item.stem_key]
            for other in same_stem:
                if not _are_siblings(item, other.item, set_id == other.set_id):
                    yield _match(this, other, same_stem=True, same_answer=_answers_alike(item, other.item))
            answers = only_answers(item.question) if item.kind != "true_false" else []
            same_answer = [self._by_answer[answer] for answer in answers]
            for other in _near(this, same_answer) if any(same_answer) else ():
                if not _are_siblings(item, other.item, set_id == other.set_id):
                    yield _match(this, other, same_stem=False, same_answer=True)
            for alike in (same_stem, *same_answer):
                alike.append(this)


def _near(this: _Earlier, same_answer: Iterable[Iterable[_Earlier]]) -> Iterator[_Earlier]:
    """Yield those of ``same_answer``, which have one answer with ``this`` in each list, that ask nearly the same."""
    seen: set[int] = set()
    words = this.item.stem_content
    for other in chain.from_iterable(same_answer):
        if id(other) in seen:
            continue
        others = other.item.stem_content
        shared = len(words & others)
        is_alike = shared >= MIN_SHARED and shared >= ALIKE * (len(words) + len(others) - shared)
        # Two stems may also differ only in words without content, the type of the answer, or a synonym.
        if is_alike or (len(this.told) >= 2 and this.told == other.told) or _alike_in_other_words(this, other):
            seen.add(id(other))
            if this.item.stem_key != other.item.stem_key:
                yield other


def _alike_in_other_words(this: _Earlier, other: _Earlier) -> bool:
    """Return whether two stems share most of what they say, in any form, and differ in no name and no number."""
    if min(len(this.said), len(other.said)) < MIN_SHARED:
        return False
    ones = {word for word in this.said if not any(_is_one_word(word, each) for each in other.said)}
    others = {word for word in other.said if not any(_is_one_word(word, each) for each in this.said)}
    shared = len(this.said) - len(ones)
    if shared < MIN_SHARED or shared < IN_OTHER_WORDS * (shared + len(ones) + len(others)):
        return False
    if not (ones <= this.types and others <= other.types):
        return False
    return _distinct().isdisjoint(ones | others) and this.named.isdisjoint(ones) and other.named.isdisjoint(others)


def _is_one_word(one: str, other: str) -> bool:
    """Return whether two word stems are the same, or one begins with the other: hindu, hinduism."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _LONG_STEM and long.startswith(short))


def _match(this: _Earlier, other: _Earlier, *, same_stem: bool, same_answer: bool) -> Match:
    other_set = None if other.set_id == this.set_id else other.set_id
    return Match(this.item, other.item.question, other_set, same_stem, same_answer)


def _told(item: Item) -> frozenset[str]:
    """Return the word stems of what a stem tells about its answer, one for each group of synonyms."""
    found = _NAME_OF.match(item.stem)
    asked_type = content([(found["type"] or found["named"]).lower()]) if found is not None else ()
    told = frozenset(_synonyms().get(word, word) for word in item.subject.difference(asked_type))
    # "How long is it?" and "How wide is it?" differ in nothing else.
    return told if item.stem_words[:1] == ["how"] else told - _without_content() or told


def only_answers(question: Question) -> list[str]:
    """Return the folded answers of a question whose stem alone determines the answer; empty for other kinds."""
    match question.kind:  # faster than its class, of which each pattern takes a call
        case "choice" | "card":
            return [fold(question.answer)]
        case "short":
            return list(map(fold, (question.answer, *question.accept)))
        case "number":
            return list(map(fold, dict.fromkeys((f"{question.answer}", question.number_text, question.answer_text))))
        case "cloze":
            return [" ".join([fold(mark.answer) for mark in question.marks])]
        case "true_false":
            return [str(question.answer)]
        case "multiple" | "order" | "match":
            return []
        case _:
            assert_never(question.kind)


def _answers_alike(item: Item, other: Item) -> bool:
    answers, others = only_answers(item.question), only_answers(other.question)
    if not answers or not others:
        return sorted(fold(answer_text(item.question))) == sorted(fold(answer_text(other.question)))
    return agree(answers, others)


def agree(answers: Iterable[str], others: Sequence[str]) -> bool:
    """Return whether an answer of one question is contained in an answer of the other."""
    return any(occurs_in(one, other) or occurs_in(other, one) for one in answers for other in others)


def _are_siblings(item: Item, other: Item, same_set: bool) -> bool:
    """Return whether the two test the same fact or point, or are one question that is read twice."""
    one, two = item.question, other.question
    if one.fact is not None and one.fact == two.fact:
        return True
    return same_set and (one.id == two.id or not set(one.points).isdisjoint(two.points))
