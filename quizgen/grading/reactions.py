"""Chemical equations: what counts in them, by the stem, and what is wrong with those that are almost right."""

from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.formulas import (
    asks_for_smallest_numbers,
    asks_for_state_symbols,
    asks_for_structure,
    asks_for_whole_numbers,
)
from quizgen.grading.verdict import WRONG, Outcome, Verdict
from quizgen.text.chemistry.reactions import (
    has_common_factor,
    has_whole_numbers,
    lacks_only_states,
    lacks_states,
    same_reaction,
    without_states,
)
from quizgen.text.lazy_pattern import lazy_pattern


def is_same_reaction(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one chemical equation, as far as the stem asks for its details."""
    return same_reaction(
        answer,
        given,
        structures=asks_for_structure(stem),
        states=asks_for_state_symbols(stem),
        whole_numbers=asks_for_whole_numbers(stem),
    )


_STATE = lazy_pattern(r"\((?:s|l|g|aq)\)")


def _missing_states(answer: str, given: str) -> str:
    if not _STATE.search(given):
        return "The state symbols are missing."
    missing = list(dict.fromkeys(without_states(answer, given)))
    symbols, verb = ("symbol", "is") if len(missing) == 1 else ("symbols", "are")
    return f"The state {symbols} of {' and '.join(missing)} {verb} missing."


def grade_other_reaction(key: AnswerKey, given: str) -> Verdict:
    """Grade a chemical equation that is not the answer: it may only lack the states, or be a multiple of the answer.

    A multiple is balanced as well, which is all that most stems ask for.
    """
    needs_states = asks_for_state_symbols(key.stem)
    lacking = next((answer for answer in key.answers if lacks_only_states(answer, given)), None)
    if needs_states and lacking is not None:
        return replace(WRONG, note=_missing_states(lacking, given))
    multiples = [answer for answer in key.answers if has_common_factor(answer, given)]
    if not multiples:
        return WRONG
    note = "The numbers in the equation have a common factor. Divide them by it."
    has_states = not needs_states or not all(lacks_states(answer, given) for answer in multiples)
    if has_states and all(map(has_whole_numbers, multiples)) and not asks_for_smallest_numbers(key.stem):
        return Verdict(Outcome.CLOSE, 1.0, note)
    return replace(WRONG, note=note)
