"""Acronyms and the names that they stand for."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.names import is_person
from quizgen.grading.nations import NATIONS
from quizgen.grading.words import FUNCTION_WORDS, Phrase
from quizgen.text.folding import fold


def acronym(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """The initials of a name of several words: UN for United Nations. Two letters are too few for a person."""
    letters = _letters(given)
    find_mentions = len(letters) >= 3 or (not is_person(form, task) and not task.is_rival(given.words))
    return bool(letters) and find_mentions and _initials_fit(letters, form)


def written_out(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """Where the answer is an acronym in capitals, three letters or more, the words that it stands for."""
    letters = _letters(form)
    written = "".join(char for char in form.text if char.isalpha())
    return len(letters) >= 3 and written.isupper() and _initials_fit(letters, given) and not task.is_rival(given.words)


_ONE_COUNTRY = (
    frozenset({"united states", "united states of america", "usa", "us"}),
    frozenset({"united kingdom", "united kingdom of great britain and northern ireland", "uk"}),
    frozenset({"soviet union", "union of soviet socialist republics", "ussr"}),
    frozenset({"united arab emirates", "uae", "emirates"}),
)


_SHARED = frozenset({"china", "congo", "korea"})
"""Names that more than one republic bears."""


def same_country(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """A country by another of its short forms (the United States, USA), or by its full one (Republic of Armenia)."""
    full = given.words[-3:-1] == ("republic", "of") and given.words[-1:] == form.words and form.normal in NATIONS
    return (full and form.normal not in _SHARED) or any({form.normal, given.normal} <= names for names in _ONE_COUNTRY)


def _letters(short: Phrase) -> str:
    joined = short.joined
    if "".join(char for char in fold(short.text) if char.isalnum()) != joined:
        return ""  # words were dropped: "a frog" is no acronym
    single = len(short.words) == 1 or all(len(word) == 1 for word in short.words)
    return joined if single and 2 <= len(joined) <= 8 and joined.isalpha() else ""


def _initials_fit(letters: str, name: Phrase) -> bool:
    content = [word for word in name.words if word not in FUNCTION_WORDS]
    return len(content) >= 2 and letters in {
        "".join(word[0] for word in content),
        "".join(word[0] for word in name.words),
    }
