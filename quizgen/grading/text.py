"""A typed word or phrase: the rules in their order."""

from collections.abc import Callable

from quizgen.grading.acronyms import acronym, same_country, written_out
from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.dates import grade_date, key_date
from quizgen.grading.generic_nouns import same_but_for_kind
from quizgen.grading.lists import same_list
from quizgen.grading.names import fuller_name, is_person, name_words, person, same_but_for_title, surname
from quizgen.grading.nations import NATIONS
from quizgen.grading.numbers import same_quantity
from quizgen.grading.stem_overlap import restates_stem, stem_says_the_rest
from quizgen.grading.typos import typo
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.grading.words import Phrase, numbers, phrase, singulars, without_article
from quizgen.text.folding import fold

MAX_TYPED = 2_000
"""A longer response is right only if it reads like the answer."""

_TOLD_BY_ORDER = frozenset({"university", "college"})

Rule = Callable[[Phrase, Phrase, AnswerKey], bool]


def same_words(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """The same words, whatever the case, accents, punctuation, articles and spacing."""
    if form.words == given.words:
        return True
    return form.joined == given.joined and numbers(form.words) == numbers(given.words)


def same_number(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """The same words in the singular or the plural."""
    return singulars(form.words) == singulars(given.words) and not task.is_rival(given.words)


def same_but_for_article(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """A foreign article before a name may be left out or added: La Marseillaise."""
    return without_article(form.words) == without_article(given.words) and not task.is_rival(given.words)


def placed_in_country(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """A place with its country after a comma: Kyiv, Ukraine. A country before the comma would be one of two answers."""
    place, comma, country = given.text.rpartition(",")
    if not comma or task.type != "place" or phrase(country).normal not in NATIONS:
        return False
    return phrase(place).words == form.words and form.normal not in NATIONS


def turned_round(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """One thing "of" another, said the other way round: the structure of DNA, DNA structure.

    Not where the order tells names apart: the University of Washington is not Washington University.
    """
    if _TOLD_BY_ORDER & set(form.words):
        return False
    return (_turned(form.words) == given.words or _turned(given.words) == form.words) and not task.is_rival(given.words)


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    if words.count("of") != 1:
        return words
    at = words.index("of")
    return (*words[at + 1 :], *words[:at])


RULES: tuple[Rule, ...] = (
    same_words,
    same_number,
    same_but_for_article,
    placed_in_country,
    turned_round,
    same_but_for_title,
    person,
    fuller_name,
    acronym,
    same_country,
    written_out,
    same_list,
    same_but_for_kind,
    restates_stem,
    stem_says_the_rest,
)


def grade_text(task: AnswerKey, given: str) -> Verdict:
    """Grade what was typed: correct by any rule, close by a typo, else wrong."""
    if fold(given) in map(fold, task.answers):
        return CORRECT
    if len(given) > MAX_TYPED:
        return WRONG
    date = _as_date(task, given)
    if date is not None and date.counts_right:
        return date
    if _right_twice(task, given):
        return CORRECT
    said = phrase(given)
    if not said.words:
        return WRONG
    quantities = [same_quantity(form, said, task) for form in task.forms]
    if any(quantities):
        return CORRECT
    if False not in quantities and any(rule(form, said, task) for form in task.forms for rule in RULES):
        return CORRECT
    return date or _typo_verdict(task, said)


def _right_twice(task: AnswerKey, given: str) -> bool:
    """Whether what stands before brackets is right, and what stands in them too: North Atlantic … (NATO)."""
    before, _, inside = given.rstrip().removesuffix(")").partition("(")
    return inside != "" and all(grade_text(task, part).counts_right for part in (before, inside))


def _as_date(task: AnswerKey, given: str) -> Verdict | None:
    verdicts = []
    for answer in task.answers:
        key = key_date(answer, task)
        if key is not None and (verdict := grade_date(key, given, task)) is not None:
            verdicts.append(verdict)
    return max(verdicts, key=lambda verdict: (verdict.share, verdict.note or ""), default=None)


def _typo_verdict(task: AnswerKey, said: Phrase) -> Verdict:
    """Close to the form that takes the fewest slips; the note gives its spelling."""
    found: list[tuple[int, str]] = []
    for form in task.forms:
        for target in _targets(form, task):
            edits = typo(target, said, task)
            if edits is not None:
                found.append((edits, target.text))
    if not found:
        return WRONG
    _, spelling = min(found, key=lambda pair: pair[0])
    return Verdict(Outcome.CLOSE, 1.0, f"Spelt {spelling}.")


def _targets(form: Phrase, task: AnswerKey) -> list[Phrase]:
    """What a misspelling may be of: the form itself, and a person's surname."""
    if not is_person(form, task):
        return [form]
    family = surname(name_words(form.words))
    written = " ".join(form.text.split()[-len(family) :])
    return [form, Phrase(written, family)]
