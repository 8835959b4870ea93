"""Guessers of choice questions: each looks at one thing that has nothing to do with the subject.

A guesser returns a number for each option and picks the option with the largest. Options with the same number share the
guess: two options at the top are each picked half of the time. A guesser that finds no clue gives every option the same
number, which amounts to chance.

The sources are Millman, Bishop, and Ebel (1965), *An analysis of test-wiseness*, Educational and Psychological
Measurement 25(3), 707-726; Smith (1982), *Converging on correct answers: a peculiarity of multiple choice items*,
Journal of Educational Measurement 19(3), 211-220; Haladyna, Downing, and Rodriguez (2002); and NBME (2020), the last
two as in ``docs/lint.md``.
"""

import re
from collections.abc import Callable, Sequence
from math import log

from quizgen.guessing.pool import Choice, Pool
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number

Guesser = Callable[[Choice, Pool], Sequence[float]]

GUESSERS: dict[str, Guesser] = {}
"""Every guesser by its name, which completes "picks the option that …"."""


def _guesser(name: str) -> Callable[[Guesser], Guesser]:
    def register(guesser: Guesser) -> Guesser:
        GUESSERS[name] = guesser
        return guesser

    return register


@_guesser("is longest")
def longest(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer long options, because authors qualify the key until nobody can object.

    Source: Millman et al. (1965), II.B.1a; Haladyna et al. (2002), guideline 24; NBME (2020), long correct answer.
    """
    return [len(option) for option in choice.options]


@_guesser("is shortest")
def shortest(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer short options, because authors who know about long keys overcorrect.

    Source: Millman et al. (1965), II.B.1a ("makes it longer (shorter)").
    """
    return [-len(option) for option in choice.options]


@_guesser("is most detailed")
def most_detailed(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer options with figures, names, lists, and remarks in parentheses.

    Source: Millman et al. (1965), II.B.2 (relevance of specific detail); NBME (2020), long correct answer ("more
    specific, or more complete").
    """
    if not _MAY_BE_DETAIL.search(choice.text):
        return choice.no_clue
    return [len(_DETAIL.findall(option)) for option in choice.options]


_MAY_BE_DETAIL = lazy_pattern(r"[\d(,;]|\s[^\W\d_a-z]")
_DETAIL = lazy_pattern(r"\d+|(?<=\s)[^\W\d_a-z]\w+|[(,;]")


@_guesser("is unlike the others")
def odd_one_out(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that shares the fewest words with the other options.

    Source: Millman et al. (1965), II.B.1f (among similar statements, or not); Haladyna et al. (2002), guideline 23.
    """
    return [-shared for shared in choice.shared_words]


@_guesser("is most like the others")
def most_alike(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that shares the most words with the other options, from which the distractors were made.

    Source: Smith (1982); NBME (2020), convergence strategy.
    """
    return choice.shared_words


@_guesser("repeats words of the stem")
def echoes_stem(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that shares the most words with the stem.

    Source: Millman et al. (1965), II.B.4 (resemblance to the stem); Haladyna et al. (2002), guideline 28b (clang
    associations); NBME (2020), word repeats.
    """
    return [len(words & choice.stem_words) for words in choice.option_words]


@_guesser("is the middle number")
def middle_number(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the number in the middle, because authors vary the true number up and down.

    Source: Millman et al. (1965), II.B.1e (logical position in an ordered set of options).
    """
    found: list[str] = []
    for option in choice.options:
        match = _NUMBER.search(option)
        if match is None or match[0] in found:  # an option without a number, or the same number twice
            return choice.no_clue
        found.append(match[0])
    numbers = list(map(parse_number, found))
    known = sorted(number for number in numbers if number is not None)
    if len(known) < len(numbers) or len(set(known)) < len(known):
        return choice.no_clue
    middle = (len(known) - 1) / 2
    return [-abs(known.index(number) - middle) for number in numbers if number is not None]


_NUMBER = lazy_pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d+)?", re.ASCII)


@_guesser("is hedged")
def hedged(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer options with words that make a statement hard to refute.

    Source: Millman et al. (1965), II.B.1b ("qualifies it more carefully").
    """
    if _HEDGING_WORDS.isdisjoint(choice.words):
        return choice.no_clue
    return [len(_HEDGE.findall(option)) for option in choice.options]


_HEDGING_WORDS = frozenset(
    "may might could can often usually sometimes generally typically mostly mainly partly largely likely probably"
    " perhaps about around roughly approximately nearly almost some most many tend tends at in if unless depend depends"
    " depending".split()
)
"""Every match of the pattern begins with one of these words."""
_HEDGE = lazy_pattern(
    r"\b(?:(?-i:may)|might|could|can|often|usually|sometimes|generally|typically|mostly|mainly|partly|largely|likely|probably"
    r"|perhaps|about|around|roughly|approximately|nearly|almost|some|most|many|tends? to|at least|at most|in part"
    r"|if|unless|depend(?:s|ing)?)\b",
    re.IGNORECASE,
)


@_guesser("has no absolute words")
def no_absolutes(choice: Choice, pool: Pool) -> Sequence[float]:
    """Rule out options with words such as "always" and "never".

    Source: Millman et al. (1965), II.B.3 (specific determiners); Haladyna et al. (2002), guideline 28a.
    """
    if _ABSOLUTE_WORDS.isdisjoint(choice.words):
        return choice.no_clue
    return [-len(ABSOLUTE.findall(option)) for option in choice.options]


_ABSOLUTE_WORDS = frozenset(
    "always never all none every everyone everybody everything nobody nothing no only completely entirely totally"
    " absolutely exclusively impossible cannot must".split()
)
ABSOLUTE = lazy_pattern(rf"\b(?:{'|'.join(sorted(_ABSOLUTE_WORDS))})\b", re.IGNORECASE)


@_guesser("means all of the others")
def all_of_the_above(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer "all of the above", which authors rarely write unless it is true.

    Source: Haladyna et al. (2002), guideline 26.
    """
    if _ALL_WORDS.isdisjoint(choice.words):
        return choice.no_clue
    return [bool(_ALL.match(option)) for option in choice.options]


_ALL_WORDS = frozenset({"all", "both", "each", "every"})
_ALL = lazy_pattern(r"(?:all|both|each|every one) (?:of )?(?:the (?:above|others?)|these|them|those)\b", re.IGNORECASE)


@_guesser("is named most often in other questions")
def named_most(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that stems and options elsewhere name most often, because the set is about it.

    Source: Millman et al. (1965), I.D.4 (relevant content in many items); II.B.1g (familiar phrases).
    """
    return pool.named(choice)


@_guesser("is named least often in other questions")
def named_least(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that is named least elsewhere: distractors are borrowed from other questions, the key is not.

    Source: the opposite of ``named_most``; it finds sets whose distractors all come from one list.
    """
    return [-count for count in pool.named(choice)]


@_guesser("is offered most often in other questions")
def offered_most(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that other questions offer most often.

    Source: Millman et al. (1965), I.D.4 (relevant content in many items).
    """
    return pool.offered(choice)


@_guesser("is offered least often in other questions")
def offered_least(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that other questions offer least often.

    Source: the opposite of ``offered_most``; it finds distractors that are used again and again.
    """
    return [-count for count in pool.offered(choice)]


@_guesser("is most often the answer to other questions")
def key_most(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that is the correct answer to other questions most often.

    Source: Millman et al. (1965), II.B.1 (consistent idiosyncrasies of the author).
    """
    return pool.is_key(choice)


@_guesser("is least often the answer to other questions")
def key_least(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that is the correct answer to other questions least often.

    Source: the opposite of ``key_most``; it finds sets in which each answer is the key exactly once.
    """
    return [-count for count in pool.is_key(choice)]


@_guesser("has the most words in common with other keys")
def naive_bayes(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer words that are in the keys of other questions rather than in their distractors.

    Source: a naive Bayes classifier on words with add-one smoothing, trained on the other choice questions
    (leave-one-out); Manning, Raghavan, and Schütze (2008), *Introduction to information retrieval*, chapter 13.
    """
    keys, distractors = pool.word_counts(choice)
    in_keys, in_distractors, known = pool.vocabulary  # of all questions: it is the same for every option
    in_keys, in_distractors = in_keys + known, in_distractors + known
    return [
        sum(log((keys[word] + 1) / in_keys) - log((distractors[word] + 1) / in_distractors) for word in sorted(words))
        for words in choice.option_words
    ]


@_guesser("another question gives away")
def told_elsewhere(choice: Choice, pool: Pool) -> Sequence[float]:
    """Prefer the option that another question's stem, answer, or explanation contains along with words from this stem.

    Source: Millman et al. (1965), I.D.4 (content information in other items); Haladyna et al. (2002), guideline 4.
    """
    return pool.told(choice)
