"""The accepted answers as plain data, for authors to read and for scripts on pages and cards to compare with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quizgen.grading.blanks import as_code, is_in_code
from quizgen.grading.grader import grade_all
from quizgen.grading.policy import LENIENT, SPELLING, Policy, policy_for
from quizgen.grading.stems.code import asks_for_name_in_code, case_in_code
from quizgen.grading.stems.formulas import asks_for_genotype, asks_for_symbol
from quizgen.grading.stems.values import asks_for_digits
from quizgen.questions import ClozeQuestion, NumberQuestion, OptionsQuestion, Question, ShortQuestion
from quizgen.questions.view import accepted_forms
from quizgen.text.folding import LETTERS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import has_value, is_prose

_LONGEST_SYMBOL = 30
_NUMBERED = lazy_pattern(r"(?P<words>.*[^\W\d_]) ?\d{1,9}", re.ASCII)
"""Words or a letter with a number after them: Apollo 11, B12."""
_PHRASE = lazy_pattern(r"[^\W\d_]+(?:['’ -][^\W\d_]+)*\.?")
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The literal forms of one typed answer, and how to compare a response with them.

    A script normalizes both before it compares them for equality: it applies NFC, trims spaces at the ends, reduces
    other runs of spaces to one, and removes one period at the end; it converts to lower case unless ``case``, and to
    NFD without the marks U+0300 to U+036F unless ``accents``. It accepts less than ``grade`` does (no typos, no
    values), and nothing that ``grade`` rejects.
    """

    forms: tuple[str, ...]
    """The correct answers as written, the best form first."""
    policy: Policy
    bounds: tuple[Decimal, Decimal] | None = None
    """The lowest and the highest accepted number, if they differ."""
    is_name: bool = False
    """Whether the answer is a name in code, which must be exact whatever the policy forgives."""
    case: bool = False
    """Whether a difference in case makes the answer wrong: by the policy, or because it is a symbol (Co is not CO)."""

    @property
    def summary(self) -> str:
        """How strictly the answer is graded, in words for authors."""
        return "exact; a name in code" if self.is_name else self.policy.summary

    @property
    def accents(self) -> bool:
        """Whether accents count."""
        return self.policy.accents


def accepted(question: Question) -> tuple[Accepted, ...]:
    """Return what ``question`` accepts: one entry for a short or number question, one for each blank of a cloze.

    Questions that are not answered by typing have none.
    """
    if not isinstance(question, ShortQuestion | NumberQuestion | ClozeQuestion):
        return ()
    forms = accepted_forms(question)
    if isinstance(question, ClozeQuestion):
        blanks = zip(question.marks, forms, strict=True)
        return tuple([_accepted(question, each, in_code=is_in_code(question, mark)) for mark, each in blanks])
    in_code = isinstance(question, ShortQuestion) and is_in_code(question)
    return tuple([_accepted(question, each, in_code=in_code) for each in forms])


def rejected(question: Question) -> Iterator[tuple[str, str | None]]:
    """Yield the answers that the author rejects, each with its feedback, and the wrong options that have feedback."""
    if isinstance(question, OptionsQuestion):
        yield from ((str(one), one.feedback) for one in question.wrong_options if one.feedback)
    elif isinstance(question, ShortQuestion | NumberQuestion):
        yield from question.reject.items()
    elif isinstance(question, ClozeQuestion):
        for name, rejected in question.reject.items():
            for answer, feedback in rejected.items():
                yield (f"{name}: {answer}" if len(question.marks) > 1 else answer), feedback


def _accepted(
    question: ShortQuestion | NumberQuestion | ClozeQuestion, forms: tuple[str, ...], *, in_code: bool = False
) -> Accepted:
    policy = policy_for(
        as_code(forms[0]) if in_code else forms[0], question.stem, question.grading, question.answer_language
    )
    if isinstance(question, NumberQuestion):
        bounds: tuple[Decimal, Decimal] | None = question.bounds
    elif policy.tolerance:
        from quizgen.text.quantities import parse_quantity

        quantity = parse_quantity(forms[0])
        bounds = policy.bounds_of(quantity) if quantity else None
    else:
        bounds = None
    case = policy.case or _is_symbol(question, forms, policy)
    return Accepted(tuple(dict.fromkeys(forms)), policy, _spread(bounds), _are_names(question, forms), case)


def _are_names(question: ShortQuestion | NumberQuestion | ClozeQuestion, forms: tuple[str, ...]) -> bool:
    """Return whether all forms are names in code for which the stem asks."""
    stem = question.stem
    if isinstance(question, NumberQuestion) or not (asks_for_name_in_code(stem) or case_in_code(stem) is not None):
        return False
    from quizgen.grading.code import is_name_in_code

    return all(form.strip("`.()").replace(".", "").isidentifier() and is_name_in_code(form, stem) for form in forms)


def _is_symbol(
    question: ShortQuestion | NumberQuestion | ClozeQuestion, forms: tuple[str, ...], policy: Policy
) -> bool:
    """Return whether ``grade`` rejects a form in other capitals: of a formula, a symbol, or code."""
    if not isinstance(question, ShortQuestion):
        from quizgen.text.chemistry.formulas import is_formula

        return any(map(is_formula, forms))
    in_words = policy in {LENIENT, SPELLING} and not question.reject and not _is_about_symbols(question.stem)
    # Most answers are words, and grading each in other capitals would take most of the time of an export.
    doubtful = [form for form in forms if len(form) <= _LONGEST_SYMBOL and not (in_words and _is_words(form))]
    cased = dict.fromkeys(other for form in doubtful for other in (form.lower(), form.upper(), form.title()))
    others = [other for other in cased if other not in forms]
    return bool(others) and any(not verdict.counts_right for verdict in grade_all(question, others))


def _is_about_symbols(stem: str) -> bool:
    """Return whether the stem is about code, or asks for symbols or digits, so that answers are not graded as words."""
    in_code = asks_for_name_in_code(stem) or case_in_code(stem) is not None
    return in_code or asks_for_symbol(stem) or asks_for_genotype(stem) or asks_for_digits(stem)


def _is_words(form: str) -> bool:
    """Return whether ``form`` is words, or a number after words or a letter, so that its capitals cannot count."""
    if not _has_latin_letters(form):
        return False
    numbered = _NUMBERED.fullmatch(form)
    words = numbered["words"] if numbered else form
    return is_prose(words) or (numbered is not None and len(words) == 1) or _is_phrase(form)


def _has_latin_letters(form: str) -> bool:
    """Return whether ``form`` has the same letters in all capitals; ß becomes two letters, and ı another one."""
    if form.isascii():
        return True
    lower = form.lower()
    return max(form) <= _LAST_LATIN and lower == form.upper().lower() == form.title().lower()


def _is_phrase(form: str) -> bool:
    """Return whether ``form`` is words, one of which can be neither a formula nor a unit in any capitals."""
    if not _PHRASE.fullmatch(form):
        return False
    words = LETTERS.findall(form)
    lower = tuple(map(str.lower, words))
    if has_value(lower) or not all(map(_has_usual_capitals, words)):
        return False
    from quizgen.text.chemistry.formulas import has_only_symbols
    from quizgen.text.units import parse_unit

    return any(len(word) >= 4 and not has_only_symbols(word) and parse_unit(word) is None for word in lower)


def _has_usual_capitals(word: str) -> bool:
    return word.isalpha() and (word.islower() or word.istitle() or word.isupper())


def _spread(bounds: tuple[Decimal, Decimal] | None) -> tuple[Decimal, Decimal] | None:
    return bounds if bounds is not None and bounds[0] != bounds[1] else None
