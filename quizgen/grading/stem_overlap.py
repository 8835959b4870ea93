"""Words that the stem has said already."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.wordlists import listed
from quizgen.grading.words import FUNCTION_WORDS, Phrase, phrase, singulars

_CHOOSING = frozenset({"or", "not", "no", "never", "neither", "nor", "non", "without", "except", "but"})
_LEADING_UP = listed("it its he she they there this that these those his her their i think answer called named")


def restates_stem(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """The whole answer, and besides only words of the stem: "85 soldiers" where it asks how many soldiers."""
    return any(
        _adds_only_stem_words(before, after, task) and (_says_where(before, after) or not task.is_rival(given.words))
        for before, after in _around(form.words, given.words)
    )


def stem_says_the_rest(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """Part of the answer, the rest of which stands in the stem: "citric" where it asks for an acid."""
    if len(given.words) >= len(form.words) or task.is_rival(given.words):
        return False
    rest = [word for around in _around(given.words, form.words) for part in around for word in part]
    content = [word for word in given.words if word not in FUNCTION_WORDS]
    return (
        bool(rest)
        and all(task.in_stem(word) and not _has_digit(word) for word in rest if word not in FUNCTION_WORDS)
        and any(word not in FUNCTION_WORDS for word in rest)
        and any(not task.in_stem(word) for word in content)
        and not _CHOOSING & set(phrase(task.stem).words)
    )


def _adds_only_stem_words(before: tuple[str, ...], after: tuple[str, ...], task: AnswerKey) -> bool:
    extra = (*before, *after)
    if not extra or _CHOOSING & {*extra, *phrase(task.stem).words} or any(map(_has_digit, extra)):
        return False
    said = all(word in FUNCTION_WORDS or word in _LEADING_UP or task.in_stem(word) for word in extra)
    return said and not any(_is_of_rivals(side, task) for side in (before, after))


def _around(part: tuple[str, ...], whole: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What stands before and after ``part`` in ``whole``, for the first place where it stands."""
    size, one, many = len(part), singulars(part), singulars(whole)
    starts = (at for at in range(len(whole) - size + 1) if many[at : at + size] == one)
    return [(whole[:at], whole[at + size :]) for at in list(starts)[:1]]


def _says_where(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether the words added only tie the answer to something of the stem: prime minister "of Armenia"."""
    return not before and after[0] in {"of", "in", "from", "at"}


def _is_of_rivals(words: tuple[str, ...], task: AnswerKey) -> bool:
    """Whether ``words`` are nothing but other answers: "Georgia and" is, "of Armenia" and "military base" are not."""
    words = tuple(word for word in words if word not in {"and", "both"})
    return bool(words) and any(
        task.is_rival(words[:end]) and (end == len(words) or _is_of_rivals(words[end:], task))
        for end in range(1, len(words) + 1)
    )


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
