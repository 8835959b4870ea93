"""The slips of a response that misspells an answer: in a name, in a part of a list, or in any word."""

from collections.abc import Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.lists import is_joined, order_matters, split_list
from quizgen.grading.misspellings import differ_at_the_end
from quizgen.grading.people import is_person, person_slips
from quizgen.grading.place_names import without_kind_of_place
from quizgen.grading.readings import CHOOSING
from quizgen.grading.stem_words import ACCIDENTALS, cuts_hyphen
from quizgen.grading.stems.phrases import BLANK
from quizgen.grading.titles import untitled
from quizgen.grading.typos import MAX_EDITS, phrase_typo, typo
from quizgen.text.genders import are_nouns_of_one_stem
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import Phrase, without_article


def slips(form: Phrase, given: Phrase, key: AnswerKey) -> tuple[int, str] | None:
    """Return the fewest slips by which ``given`` misspells ``form``, and the spelling; None if it is something else."""
    if len(form.words) == len(given.words) <= 2 and are_nouns_of_one_stem(
        form.words[-1], given.words[-1], key.language
    ):
        return None
    if key.language != "en" and _has_other_ending(form, given, key):
        return None
    found: list[int] = []
    if is_person(form, key) and (edits := person_slips(form, given, key)):
        found.append(edits)
    if (edits := _list_slips(form, given, key)) is not None:
        found.append(edits)
    bare_form = without_kind_of_place(form)
    plural = Phrase(form.text, key.singulars(form.words), key.singulars(form.plain))
    for reading in _readings_of(given):
        typed = (phrase_typo(name, reading, key) for name in {form, bare_form})
        found += [edits for edits in typed if edits is not None]
        one = Phrase(reading.text, key.singulars(reading.words), key.singulars(reading.plain))
        if key.language == "en" and (edits := phrase_typo(plural, one, key)) is not None:
            found.append(edits)
        # A letter of its own is a name (not a or not b), not a slip.
        letters = any(len(word) == 1 for word in (*form.words, *reading.words))
        if len(form.words) != len(reading.words) and len(form.words) > 1 and not letters:
            joined = typo((form.joined,), (reading.joined,), key)
            if joined is not None and joined == 1 and not any(map(str.isdigit, form.joined)):
                found.append(joined)
        bare = _without_stem(form, key)
        if not bare or CHOOSING & set(reading.words) - set(form.words):
            continue
        if (edits := typo(bare, _without_stem(reading, key), key)) is not None:
            found.append(edits)
    return (min(found), form.text) if found else None


_BLANK = lazy_pattern(BLANK)


def _has_other_ending(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether a word that a sentence lacks has another ending, as of another person: juega, for juegan."""
    if len(form.words) != 1 or len(given.words) != 1 or not form.text.islower() or not _BLANK.search(key.stem):
        return False
    return differ_at_the_end(form.plain[0], given.plain[0])


def _readings_of(given: Phrase) -> Iterator[Phrase]:
    """Yield the response, and what remains of it without a title or words that lead up to it, to look for typos in."""
    yield given
    words = untitled(given.words)
    if words != given.words:
        yield Phrase(given.text, words, given.plain[-len(words) :])
    bare = without_article(given.words)
    if bare != given.words:
        yield Phrase(given.text, bare, given.plain[-len(bare) :])


def _without_stem(form: Phrase, key: AnswerKey) -> tuple[str, ...]:
    """Return the words not in the stem, without small words: waterloo of "Battle of Waterloo" for which battle."""
    kept = tuple(word for word in form.words if word not in key.function_words and not key.in_stem(word))
    left_out = key.singulars(tuple(word for word in form.words if word not in kept))
    return form.words if ACCIDENTALS & {*left_out} or cuts_hyphen(form, left_out, key) else kept


def _list_slips(form: Phrase, given: Phrase, key: AnswerKey) -> int | None:
    """Count the slips in a list, whose parts may be in any order; None if a part is another one."""
    right, said = (list(map(key.phrase, split_list(one.text))) for one in (form, given))
    if not 2 <= len(right) == len(said) <= 8 or not is_joined(form) or order_matters(form, key):
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
