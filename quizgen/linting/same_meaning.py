"""Find out whether two options mean the same: documented synonyms, equal values, and verbs with the same sense."""

from fractions import Fraction
from functools import cache, lru_cache

from quizgen.linting.senses import senses
from quizgen.text.chemistry.substances import formulas_of
from quizgen.text.content_words import words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import are_synonyms, change_in, written_terms
from quizgen.text.words import phrase

_SMALL = frozenset("a an the it its they their acts points is are will would be".split())
"""Words that change nothing; prepositions do, since a number that rises to 2 does not rise by 2."""
_SPLIT_VERB = lazy_pattern(
    r"\b(?P<verb>(?:give|take|pick|throw|put|turn|set|get|let)s?)"
    r" (?P<object>(?!up|off|away|out|on|in|down)[\w-]+(?: [\w-]+)?)"
    r" (?P<particle>up|off|away|out|on|in|down)(?=[.,;]|$)"
)
"""A verb and its particle with the object between them: "gives electrons away"."""
_VALUE = lazy_pattern(r"(?P<top>\d{1,6}(?:\.\d{1,6})?)\s?(?:/\s?(?P<bottom>\d{1,6})|(?P<percent>%| ?per ?cent))?")


def _plain_words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case with the signs in them, such as ♯ and %, but without punctuation."""
    return [word for each in text.lower().split() if (word := each.strip(".,;:!?()\"'“”’"))]


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Return what stands for each phrase as one word, by the words of the phrase."""
    return {tuple(_plain_words(phrase_)): sense.replace(" ", "-") for phrase_, sense in senses().items()}


@cache
def _longest_phrase() -> int:
    return max(map(len, _phrases()))


@cache
def telling_words() -> frozenset[str]:
    """Return the longest word of each synonym: two options without any of them differ, unless they are values."""
    return frozenset(max(words_of(phrase_), key=len) for phrase_ in (*senses(), *written_terms()))


@cache
def _senses_of_words() -> dict[str, frozenset[str]]:
    """Return the senses of the synonyms of which each word is the longest one."""
    found: dict[str, frozenset[str]] = {}
    for synonym, sense in senses().items():
        word = max(words_of(synonym), key=len)
        found[word] = found.get(word, frozenset()) | {sense}
    return found


@lru_cache(maxsize=4096)
def _senses_in(option: str) -> frozenset[str]:
    by_word = _senses_of_words()
    return frozenset[str]().union(*[by_word[word] for word in words_of(option) if word in by_word])


def _may_have_one_sense(one: str, other: str) -> bool:
    """Return whether two options have synonyms in common, or the same words; to look for the phrases takes longer."""
    if not _senses_in(one).isdisjoint(_senses_in(other)):
        return True
    return _SMALL.issuperset({*words_of(one)} ^ {*words_of(other)})


@lru_cache(maxsize=4096)
def sense_of(option: str) -> tuple[str, ...]:
    """Return the words of ``option`` in order, without articles and the like, one for each group of synonyms."""
    phrases, most = _phrases(), _longest_phrase()
    words = _plain_words(_SPLIT_VERB.sub(r"\g<verb> \g<particle> \g<object>", option.lower()))
    senses: list[str] = []
    at = 0
    while at < len(words):
        # The longest phrase that begins here, or the word itself.
        ends = range(min(at + most, len(words)), at, -1)
        end = next((end for end in ends if tuple(words[at:end]) in phrases), at + 1)
        senses.append(phrases.get(tuple(words[at:end]), words[at]))
        at = end
    return tuple(word for word in senses if word not in _SMALL)


def are_synonymous(one: str, other: str) -> bool:
    """Return whether two options, in other words, say the same."""
    words, others = phrase(one).words, phrase(other).words
    if are_synonyms(words, others):
        return True
    change = change_in(words)
    if change is not None and change == change_in(others):
        return True
    if words != others and _may_have_one_sense(one, other) and sense_of(one) == sense_of(other) != ():
        return True
    return other in formulas_of(one) or one in formulas_of(other)


@lru_cache(maxsize=4096)
def value_of(option: str) -> Fraction | None:
    """Return the value of ``option``, a decimal number, a fraction or a percentage; None for anything else."""
    found = _VALUE.fullmatch(option.strip())
    if found is None or (found["bottom"] and not int(found["bottom"])):
        return None
    value = Fraction(found["top"]) / int(found["bottom"] or 1)
    return value / 100 if found["percent"] else value
