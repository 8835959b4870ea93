"""Count the slips between a response and an answer, when no rule accepts the response as it is."""

from collections.abc import Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.lists import JOINED, split_list
from quizgen.grading.names import is_person, person_slips, untitled
from quizgen.grading.readings import CHOOSING
from quizgen.grading.typos import MAX_EDITS, phrase_typo, typo
from quizgen.text.word_forms import singulars
from quizgen.text.words import FUNCTION_WORDS, Phrase, phrase, without_article


def _readings_of(given: Phrase, key: AnswerKey) -> Iterator[Phrase]:
    """Yield the response, and what remains of it without a title or words that lead up to it, to look for typos in."""
    yield given
    words = untitled(given.words)
    if words != given.words:
        yield Phrase(given.text, words, given.plain[-len(words) :])
    bare = without_article(given.words)
    if bare != given.words:
        yield Phrase(given.text, bare, given.plain[-len(bare) :])
    kept = [at for at, word in enumerate(given.words) if not key.in_stem(word) and word not in FUNCTION_WORDS]
    if kept and len(kept) < len(given.words) <= 40 and not CHOOSING & set(given.words):
        span = slice(kept[0], kept[-1] + 1)
        yield Phrase(given.text, given.words[span], given.plain[span])


def _without_stem(form: Phrase, key: AnswerKey) -> tuple[str, ...]:
    """Return the words not in the stem, without small words: waterloo of "Battle of Waterloo" for which battle."""
    return tuple(word for word in form.words if word not in FUNCTION_WORDS and not key.in_stem(word))


def _list_slips(form: Phrase, given: Phrase, key: AnswerKey) -> int | None:
    """Count the slips in a list, whose parts may be in any order; None if a part is another one."""
    right, said = (list(map(phrase, split_list(one.text))) for one in (form, given))
    if not 2 <= len(right) == len(said) <= 8 or not JOINED.search(form.text):
        return None
    total = 0
    for one in said:
        found = [(0 if name.words == one.words else phrase_typo(name, one, key), at) for at, name in enumerate(right)]
        known = [(edits, at) for edits, at in found if edits is not None]
        if not known:
            return None
        edits, at = min(known)
        total += edits
        del right[at]
    return total if 0 < total <= MAX_EDITS else None


def slips(form: Phrase, given: Phrase, key: AnswerKey) -> tuple[int, str] | None:
    """Return the fewest slips by which ``given`` misspells ``form``, and the spelling; None if it is something else."""
    found: list[int] = []
    if is_person(form, key) and (edits := person_slips(form, given, key)):
        found.append(edits)
    if (edits := _list_slips(form, given, key)) is not None:
        found.append(edits)
    plural = Phrase(form.text, singulars(form.words), singulars(form.plain))
    for reading in _readings_of(given, key):
        if (edits := phrase_typo(form, reading, key)) is not None:
            found.append(edits)
        one = Phrase(reading.text, singulars(reading.words), singulars(reading.plain))
        if (edits := phrase_typo(plural, one, key)) is not None:
            found.append(edits)
        if len(form.words) != len(reading.words) and len(form.words) > 1:
            joined = typo((form.joined,), (reading.joined,), key)
            if joined is not None and joined == 1 and not any(map(str.isdigit, form.joined)):
                found.append(joined)
        bare = _without_stem(form, key)
        if not bare or CHOOSING & set(reading.words) - set(form.words):
            continue
        if (edits := typo(bare, _without_stem(reading, key), key)) is not None:
            found.append(edits)
    return (min(found), form.text) if found else None
