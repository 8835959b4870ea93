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
)


def is_same_reaction(answer: str, given: str, stem: str) -> bool:
    """Return whether both are one chemical equation, as far as the stem asks for its details."""
    return same_reaction(
        answer,
        given,
        structures=asks_for_structure(stem),
        states=asks_for_state_symbols(stem),
        whole_numbers=asks_for_whole_numbers(stem),
    )


def grade_other_reaction(key: AnswerKey, given: str) -> Verdict:
    """Grade a chemical equation that is not the answer: it may only lack the states, or be a multiple of the answer.

    A multiple is balanced as well, which is all that most stems ask for.
    """
    needs_states = asks_for_state_symbols(key.stem)
    if needs_states and any(lacks_only_states(answer, given) for answer in key.answers):
        return replace(WRONG, note="The state symbols are missing.")
    multiples = [answer for answer in key.answers if has_common_factor(answer, given)]
    if not multiples:
        return WRONG
    note = "The numbers in the equation have a common factor. Divide them by it."
    has_states = not needs_states or not all(lacks_states(answer, given) for answer in multiples)
    if has_states and all(map(has_whole_numbers, multiples)) and not asks_for_smallest_numbers(key.stem):
        return Verdict(Outcome.CLOSE, 1.0, note)
    return replace(WRONG, note=note)
