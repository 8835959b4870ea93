"""People: by surname, with initials, with or without titles."""

from collections.abc import Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.generic_nouns import AFTER, BEFORE
from quizgen.grading.given_names import GIVEN_NAMES, SHORT_FORMS
from quizgen.grading.wordlists import listed
from quizgen.grading.words import ARTICLES, FUNCTION_WORDS, Phrase

TITLES = listed(
    "mr mrs ms miss doctor professor sir dame lord lady king queen prince princess president premier senator "
    "governor general colonel major captain sergeant lieutenant admiral marshal judge justice reverend father "
    "pope emperor empress tsar czar chancellor minister secretary ambassador baron baroness count countess "
    "earl duke duchess viscount field vice prime deputy group wing commander"
)
_ROLES = listed(
    "spokesman spokeswoman spokesperson chair chairman chairwoman leader head director founder author researcher "
    "scientist psychologist programmer professor student politician journalist diplomat"
)
"""What people are called before their names, besides titles."""
_NOT_ONLY_TITLES = listed("general major field group wing private judge justice minister secretary count deputy vice")
"""Titles that also begin other things: the General Strike is not a strike. Before a person's name they are titles."""
PARTICLES = listed("van von der den de da di del della du la le bin ibn al el ben ter ten dos das y")
_PATRONYMIC = ("ovich", "evich", "ovna", "evna")
"""Endings of the middle names that Russians add to any name."""
_SUFFIXES = frozenset({"junior"})


def same_but_for_title(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """A title on one side only makes no difference: Sir Isaac Newton, Isaac Newton. Two different titles do."""
    for longer, shorter in ((form.words, given.words), (given.words, form.words)):
        if len(longer) > len(shorter) and untitled(longer) == shorter and not TITLES & set(shorter):
            named = task.type == "person" or shorter[0] in GIVEN_NAMES
            return named or (_capital(form.text) and not _NOT_ONLY_TITLES & set(longer[: -len(shorter)]))
    return False


def person(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """A person by surname alone, by initials and surname, surname first, or without the middle names."""
    if not is_person(form, task):
        return False
    return _is_named(name_words(form.words), name_words(_without_role(given.words)), task)


def fuller_name(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """Where the answer is a surname alone, the whole name is right too: Gauss, Carl Friedrich Gauss."""
    alone = all(word in PARTICLES for word in form.words[:-1])
    if task.type not in {"text", "person"} or not alone or not _capital(form.text):
        return False
    words = name_words(given.words)
    whole = len(form.words) < len(words) <= 4 and words[-len(form.words) :] == form.words
    if not whole or len(words[-1]) < 4 or task.is_rival(given.words):
        return False
    if any(not _may_be_spelt(known, words[: -len(form.words)]) for known in _whole_fore_names(form, task)):
        return False
    return words[0] in GIVEN_NAMES or (task.type == "person" and len(words) == len(form.words) + 1)


def untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without the titles before a name: ("sir", "isaac", "newton") gives ("isaac", "newton")."""
    start = 0
    while start < len(words) - 1 and words[start] in TITLES:
        start += 1
    rest = words[start:]
    return words if rest[0] in FUNCTION_WORDS or len(rest[0]) < 2 else rest


def name_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without titles and without Jr."""
    rest = untitled(words)
    return rest[:-1] if len(rest) > 1 and rest[-1] in _SUFFIXES else rest


def _without_role(words: tuple[str, ...]) -> tuple[str, ...]:
    """The name alone where words for what the person is stand before it: ("kremlin", "spokesman", "dmitry", "peskov").

    Words such as "of" or "and" before it may make another person of it: the wife of Nikol Pashinyan.
    """
    ends = [at for at, word in enumerate(words[:-1], 1) if word in _ROLES or word in TITLES]
    if not ends or set(words[: ends[-1]]) & (FUNCTION_WORDS | {"not", "no", "nor"}):
        return words
    return words[ends[-1] :]


def surname(words: tuple[str, ...]) -> tuple[str, ...]:
    """The last name with the particles before it: ("van", "gogh")."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return words[start:]


def is_person(form: Phrase, task: AnswerKey) -> bool:
    """Whether the answer is a person of several names: stated so, or plain from a title, initials or given name."""
    words = name_words(form.words)
    if not 2 <= len(words) <= 6 or task.type not in {"text", "person"} or any(not word.isalpha() for word in words):
        return False
    if task.type == "person":
        return True
    written = form.text.replace("-", " ").split()
    capital = all(word[0].isupper() or not word[0].isalpha() or word.lower() in PARTICLES for word in written)
    if (
        not capital
        or ARTICLES & {word.lower() for word in written}
        or set(words) & (FUNCTION_WORDS - PARTICLES)
        or words[-1] in AFTER
        or words[0] in BEFORE
    ):
        return False
    initials = len(words[0]) == 1 or (len(words[0]) <= 3 and written[0].isupper() and "." in written[0])
    titled = form.words[0] in TITLES - {"king", "queen", "field"} and len(words) >= 2
    return len(words) <= 4 and (words[0] in GIVEN_NAMES or initials or titled or _listed_surname_first(form, task))


def _whole_fore_names(alone: Phrase, task: AnswerKey) -> Iterator[tuple[str, ...]]:
    """The given names that other right answers put before this surname: with these, not any will do."""
    for form in task.forms:
        name = name_words(form.words)
        if is_person(form, task) and surname(name)[-len(alone.words) :] == alone.words:
            yield name[: -len(alone.words)]


def _may_be_spelt(right: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Whether the first given names agree but for a letter, the first one too: Vladimir, Wladimir."""
    from rapidfuzz.distance import OSA

    return _fore_names_fit(right, given) or OSA.distance(right[0], given[0]) <= 1


def _capital(text: str) -> bool:
    """Whether the last word is written as a name."""
    return text.rsplit(maxsplit=1)[-1][:1].isupper()


def _listed_surname_first(form: Phrase, task: AnswerKey) -> bool:
    """Whether the answers hold this name with its surname first too, as only a person's name is written."""
    return any(
        "," in other.text and len(other.words) > 1 and (*other.words[1:], other.words[0]) == form.words
        for other in task.forms
    )


def _is_named(name: tuple[str, ...], given: tuple[str, ...], task: AnswerKey) -> bool:
    family = surname(name)
    if given in {family, family[-1:]}:
        return len(given[-1]) >= 3 and not _has_namesake(name, task)
    if "".join(given) == "".join(family):  # Campbell Bannerman, CampbellBannerman
        return not _has_namesake(name, task)
    for end in {family, family[-1:]}:
        fits = given[-len(end) :] == end or given[: len(end)] == end
        if fits and len(given) > len(end):
            rest = given[: -len(end)] if given[-len(end) :] == end else given[len(end) :]
            if _fore_names_fit(name[: -len(family)], rest):
                return not task.is_rival(given)
    return False


def _fore_names_fit(right: tuple[str, ...], given: tuple[str, ...]) -> bool:
    """Given names agree when the first ones do and every middle name that both have does; initials stand for names."""
    given = tuple(word for word in given if word not in PARTICLES) or given
    if len(given) == 1 and len(right) > 1 and given[0] == "".join(word[0] for word in right):
        return True  # JRR
    if len(right) == 1 and 1 < len(right[0]) <= 3 and "".join(word[0] for word in given) == right[0]:
        return True  # JG in the answer, James Graham given
    if not given or not right or not _one_name(right[0], given[0]):
        return False
    middle, given_middle = right[1:], given[1:]
    if middle and given_middle:
        return len(middle) == len(given_middle) and all(map(_one_name, middle, given_middle))
    return all(len(word) == 1 or word.endswith(_PATRONYMIC) for word in given_middle)


def _one_name(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return SHORT_FORMS.get(first, first) == SHORT_FORMS.get(second, second)


def _has_namesake(name: tuple[str, ...], task: AnswerKey) -> bool:
    """Whether the set knows somebody else of the same surname, so that the surname alone does not tell."""
    for other in task.known.by_last_word.get(name[-1], ()):
        fore = name_words(other)[:-1]
        if fore and " ".join(other) not in task.normals and not _fore_names_fit(name[:-1], fore):
            return True
    return False
