"""Acronyms and the names that they stand for."""

from quizgen.grading.names import is_person
from quizgen.grading.task import Task
from quizgen.grading.words import FUNCTION_WORDS, Phrase


def acronym(form: Phrase, given: Phrase, task: Task) -> bool:
    """The initials of a name of several words: UN for United Nations. Two letters are too few for a person."""
    letters = _letters(given)
    return bool(letters) and _initials_fit(letters, form) and (len(letters) >= 3 or not is_person(form, task))


def written_out(form: Phrase, given: Phrase, task: Task) -> bool:
    """Where the answer is an acronym in capitals, three letters or more, the words that it stands for."""
    letters = _letters(form)
    written = "".join(char for char in form.text if char.isalpha())
    return len(letters) >= 3 and written.isupper() and _initials_fit(letters, given) and not task.is_rival(given.words)


def _letters(short: Phrase) -> str:
    joined = short.joined
    single = len(short.words) == 1 or all(len(word) == 1 for word in short.words)
    return joined if single and 2 <= len(joined) <= 8 and joined.isalpha() else ""


def _initials_fit(letters: str, name: Phrase) -> bool:
    content = [word for word in name.words if word not in FUNCTION_WORDS]
    return len(content) >= 2 and letters in {
        "".join(word[0] for word in content),
        "".join(word[0] for word in name.words),
    }
