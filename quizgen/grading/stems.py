"""Words that the stem has said already."""

from quizgen.grading.task import Task
from quizgen.grading.wordlists import listed
from quizgen.grading.words import FUNCTION_WORDS, Phrase, phrase, singulars

_CHOOSING = frozenset({"or", "not", "no", "never", "neither", "nor", "non", "without", "except", "but"})
_LEADING_UP = listed("it its he she they there this that these those his her their i think answer called named")


def restates_stem(form: Phrase, given: Phrase, task: Task) -> bool:
    """The whole answer, and besides only words of the stem: "85 soldiers" where it asks how many soldiers."""
    return not task.is_rival(given.words) and any(
        _adds_only_stem_words(before, after, task) for before, after in _around(form.words, given.words)
    )


def stem_says_the_rest(form: Phrase, given: Phrase, task: Task) -> bool:
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


def _adds_only_stem_words(before: tuple[str, ...], after: tuple[str, ...], task: Task) -> bool:
    extra = (*before, *after)
    if not extra or _CHOOSING & {*extra, *phrase(task.stem).words} or any(map(_has_digit, extra)):
        return False
    said = all(word in FUNCTION_WORDS or word in _LEADING_UP or task.in_stem(word) for word in extra)
    return said and not any(task.is_rival(part) for side in (before, after) for part in _runs(side))


def _around(part: tuple[str, ...], whole: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What stands before and after ``part`` in ``whole``, for the first place where it stands."""
    size, one, many = len(part), singulars(part), singulars(whole)
    starts = (at for at in range(len(whole) - size + 1) if many[at : at + size] == one)
    return [(whole[:at], whole[at + size :]) for at in list(starts)[:1]]


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[i:j] for i in range(len(words)) for j in range(i + 1, min(len(words), i + 5) + 1)]


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
