"""Grade a response to a question, by kind of question."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from quizgen.grading.answer_key import AnswerKey, key_of, without_latex
from quizgen.grading.asked_form import how_to_write_number
from quizgen.grading.blanks import (
    as_code,
    interchangeable,
    is_in_code,
    orders,
    with_no_in_numbers,
    with_unit_beside,
    without_code_before,
    without_sequence,
)
from quizgen.grading.code_answers import grade_output
from quizgen.grading.known import KnownAnswers
from quizgen.grading.partial import equal_parts, false2, relative_to_next, verdict_of
from quizgen.grading.preamble import with_electrons_named, without_rounding
from quizgen.grading.typed import MAX_TYPED, TOO_LONG, grade_text, values_in
from quizgen.grading.verdict import (
    CORRECT,
    NUMBER_IN_WORDS,
    SKIPPED,
    UNDECIDED,
    WRONG,
    Outcome,
    Response,
    Verdict,
    unjudged,
)
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.marks import Mark
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.folding import fold, fold_option
from quizgen.text.numbers import parse_number


def grade(question: Question, response: Response, *, rivals: Collection[str] = ()) -> Verdict:
    """Grade ``response`` to ``question``; ``docs/grading.md`` names the rules.

    ``rivals`` are the set's answers (``known_answers``): a typed response that is another one, or is nearer to another
    one, is not a typo of the key. Raises TypeError for a response whose type does not fit the kind (see ``Response``).
    """
    if response is None or (not isinstance(response, bool) and not response):
        return SKIPPED
    match question:
        case CardQuestion():
            if isinstance(response, bool):
                return _graded(response)
        case TrueFalseQuestion():
            if isinstance(response, bool):
                return _graded(response == question.answer)
        case ChoiceQuestion():
            if isinstance(response, str):
                return _choice(question, response)
        case MultipleQuestion():
            if isinstance(response, frozenset):
                return _multiple(question, response)
        case ShortQuestion() | NumberQuestion():
            if isinstance(response, str):
                return _typed(question, response, KnownAnswers.of(rivals))
        case ClozeQuestion():
            if isinstance(response, tuple):
                return _cloze(question, tuple(map(str, response)), KnownAnswers.of(rivals))
        case OrderQuestion():
            if isinstance(response, tuple):
                return verdict_of(relative_to_next(_folded(question.steps), _folded(tuple(map(str, response)))))
        case MatchQuestion():
            if isinstance(response, tuple):
                return _match(question, response)
        case _:
            assert_never(question)
    raise TypeError(
        f"a response to a question of kind {question.kind!r} must be of type {_response_type(question)}, "
        f"not {type(response).__name__}"
    )


def _response_type(question: Question) -> str:
    match question:
        case CardQuestion() | TrueFalseQuestion():
            return "bool"
        case MultipleQuestion():
            return "frozenset"
        case ClozeQuestion() | OrderQuestion() | MatchQuestion():
            return "tuple"
        case ChoiceQuestion() | ShortQuestion() | NumberQuestion():
            return "str"
        case _:
            assert_never(question)


def lacks_number(question: ShortQuestion | NumberQuestion | ClozeQuestion, given: str, blank: int = 0) -> bool:
    """Return whether the answer is a number and ``given`` contains none, so that it should be asked for again.

    ``blank`` is the index of a cloze's blank.
    """
    if isinstance(question, NumberQuestion):
        from quizgen.grading.values import NOT_A_NUMBER, UNREADABLE

        verdict = _typed(question, given, KnownAnswers())
        return verdict is NOT_A_NUMBER or verdict is UNREADABLE
    if isinstance(question, ClozeQuestion):
        mark = question.marks[blank]
        answers, rejected = question.accepted(mark), question.reject.get(mark.name, {})
    else:
        answers, rejected = (question.answer, *question.accept), question.reject
    if parse_number(answers[0]) is None or fold(given) in map(fold, (*answers, *rejected)):
        return False
    from quizgen.grading.said_values import said_quantities

    key = key_of(question, answers, KnownAnswers(), rejected)
    return not any(said_quantities(reading, key) for reading in values_in(given, key))


def _graded(right: bool) -> Verdict:
    return CORRECT if right else WRONG


def _choice(question: ChoiceQuestion, response: str) -> Verdict:
    if fold_option(response) == fold_option(question.answer):
        return CORRECT
    chosen = question.wrong_option(response)
    if chosen is None:
        return WRONG
    verdict = WRONG if chosen.share is None else Verdict(Outcome.PARTLY, chosen.share)
    return replace(verdict, feedback=chosen.feedback)


def _multiple(question: MultipleQuestion, response: frozenset[str]) -> Verdict:
    right, wrong, picked = (
        frozenset(map(fold_option, each)) for each in (question.answers, question.distractors, response)
    )
    chosen = [one for one in question.wrong_options if fold_option(one) in picked and one.feedback]
    # With the option's text, because several may be chosen.
    feedback = "\n\n".join(f"{one}: {one.feedback}" for one in chosen) or None
    return replace(verdict_of(false2(right, wrong, picked)), feedback=feedback)


def _folded(texts: Collection[str]) -> tuple[str, ...]:
    return tuple(map(fold, texts))


def _typed(question: ShortQuestion | NumberQuestion, given: str, known: KnownAnswers) -> Verdict:
    if not given.strip():
        return SKIPPED
    given = without_rounding(without_latex(given, question.stem))
    if isinstance(question, NumberQuestion):
        given = with_electrons_named(given, question.stem)
        answers: tuple[str, ...] = (question.answer_text, *question.accept)
        key = key_of(question, answers, known, question.reject)
        if len(given) > MAX_TYPED:
            return TOO_LONG
        for answer, feedback in question.reject.items():
            if fold(answer) == fold(given):
                return replace(WRONG, feedback=feedback)
        if given.strip() in answers:
            return CORRECT
        is_exact = question.unit is None and question.tolerance is None and question.range is None
        if is_exact and (printed := grade_output(key, given)) is not None:
            return printed
        if (note := how_to_write_number(key, given)) is not None:
            return Verdict(Outcome.WRONG, 0.0, note)
        verdict = _number(question, given, key)
        verdict = _or_remarked(verdict, question, key, given, lambda said: _number(question, said, key))
        return _or_in_words(verdict, question, key, given)
    key = _short_key(question, known)
    return _graded_short(question, given, key)


def _graded_short(question: ShortQuestion, given: str, key: AnswerKey) -> Verdict:
    verdict = _or_undecided(_short(question, given, key), key, given)
    return _or_remarked(verdict, question, key, given, lambda said: _short(question, said, key))


def _or_remarked(
    verdict: Verdict,
    question: ShortQuestion | NumberQuestion | ClozeQuestion,
    key: AnswerKey,
    given: str,
    graded: Callable[[str], Verdict],
) -> Verdict:
    """Return ``verdict``, unless ``given`` is a right answer with a remark that only a reader can judge."""
    if verdict.outcome is not Outcome.WRONG or verdict.feedback or (question.grading and question.grading.is_exact):
        return verdict
    if _is_one_word(given):
        return verdict
    from quizgen.grading.added_remarks import with_remarks

    remarks = next((remarks for answer, *remarks in with_remarks(given, key) if graded(answer).counts_right), None)
    return verdict if remarks is None else replace(UNDECIDED, note=unjudged(*remarks))


def _or_in_words(verdict: Verdict, question: NumberQuestion, key: AnswerKey, given: str) -> Verdict:
    """Return ``verdict``, unless ``given`` is the right number in words that only a reader can judge."""
    from quizgen.grading.values import OTHER_WORDS

    if not (verdict.note or "").startswith(OTHER_WORDS) or (question.grading and question.grading.is_exact):
        return verdict
    from quizgen.grading.numbers_in_words import is_number_in_words

    is_in_words = is_number_in_words(given, key, lambda said: _number(question, said, key).counts_right)
    return NUMBER_IN_WORDS if is_in_words else verdict


def _or_undecided(verdict: Verdict, key: AnswerKey, given: str) -> Verdict:
    """Return ``verdict``, unless it is that no rule accepts ``given`` and only a reader can judge it."""
    if verdict.outcome is not Outcome.WRONG or verdict.note or verdict.feedback or _is_one_word(given):
        return verdict
    from quizgen.grading.undecided import is_undecided

    return UNDECIDED if is_undecided(key, given) else verdict


def _is_one_word(given: str) -> bool:
    """Return whether ``given`` is too short for own words or a remark, so that what judges these is not loaded."""
    return len(given.split()) < 2


def _number(question: NumberQuestion, given: str, key: AnswerKey) -> Verdict:
    """Grade a number by what was typed, by that without a remark or working, and with its unit spelled right."""
    from quizgen.grading.misspelled_units import with_unit_spelled
    from quizgen.grading.remarks import without_remark
    from quizgen.grading.values import grade_number
    from quizgen.grading.working import without_working

    said = (given, without_remark(key, given), without_working(key, given))
    verdicts = [grade_number(question, reading, key) for text in said if text for reading in values_in(text, key)]
    verdict = next((verdict for verdict in verdicts if verdict.counts_right), verdicts[0])
    if verdict.counts_right or key.policy.typos or (spelled := with_unit_spelled(given)) is None:
        return verdict
    quantity, unit = spelled
    return Verdict.close(unit) if grade_number(question, quantity, key).counts_right else verdict


def grade_all(question: ShortQuestion, responses: Iterable[str]) -> Iterator[Verdict]:
    """Grade each response as ``grade`` does, with what is found out about the question found out once."""
    key = _short_key(question, KnownAnswers())
    for given in responses:
        said = without_rounding(without_latex(given, question.stem))
        yield _graded_short(question, said, key) if given.strip() else SKIPPED


def leaves_wording(question: Question) -> bool:
    """Return whether some responses in own words are undecided: left to the learner to compare with the answer."""
    if not isinstance(question, ShortQuestion):
        return False
    from quizgen.grading.undecided import allows_own_words

    return allows_own_words(_short_key(question, KnownAnswers()))


def _short_key(question: ShortQuestion, known: KnownAnswers) -> AnswerKey:
    answers: tuple[str, ...] = (question.answer, *question.accept)
    if is_in_code(question):
        answers = tuple(map(as_code, answers))
    key = key_of(question, answers, known, question.reject)
    return replace(key, type=question.type, pattern=question.pattern)


def _short(question: ShortQuestion, given: str, key: AnswerKey) -> Verdict:
    if is_in_code(question):
        return grade_text(key, without_code_before(question, None, given.strip(" `")))
    return _grade_beside_unit(question, None, given, key)


def _grade_beside_unit(
    question: ClozeQuestion | ShortQuestion, mark: Mark | None, given: str, key: AnswerKey
) -> Verdict:
    """Grade what was typed into a blank, which may repeat the unit beside it."""
    given = with_electrons_named(without_sequence(question, mark, given), key.stem)
    written = _NUMBER_AND_MORE.fullmatch(given.strip())
    if written is None or not (written["sign"] or written["more"]) or fold(given) in map(fold, key.answers):
        return grade_text(key, given)
    answers, said = with_unit_beside(question, mark, key.answers, given)
    if not answers:
        return grade_text(key, given)
    verdict = grade_text(replace(key, answers=answers), said)
    is_unit = bool(written["sign"]) or _UNIT_LIKE.search(written["more"] or "") is not None
    return verdict if verdict.counts_right or is_unit else grade_text(key, given)


_NUMBER_AND_MORE = re.compile(rf"(?P<sign>[{CURRENCY_SIGNS}]?)\s?[-−+]?\d[\d.,/ ]*(?P<more>[^\d\s.,/].*)?")
_UNIT_LIKE = re.compile(rf"[{CURRENCY_SIGNS}°%]|[^\W\d_]{{3,}}|^[^\W\d_]{{1,2}}[²³]?$")
"""What may be a unit: a sign, a word, or a symbol of one or two letters, but not π."""


def _cloze(question: ClozeQuestion, given: tuple[str, ...], known: KnownAnswers) -> Verdict:
    """Grade each blank like a short answer, with the rest of the statement as its stem; an empty blank is wrong."""
    if not any(text.strip() for text in given):
        return SKIPPED
    padded = (*given, *("" for _ in question.marks))[: len(question.marks)]

    def graded(order: tuple[int, ...]) -> list[Verdict]:
        """Grade what was typed for each mark, in this order of the blanks."""
        return [_blank(question, mark, padded[index], known) for mark, index in zip(question.marks, order, strict=True)]

    runs = tuple(interchangeable(question))
    verdicts = graded(tuple(range(len(padded))))
    if runs and not all(verdict.counts_right for verdict in verdicts):
        tried = map(graded, orders(len(padded), runs))
        verdicts = max(tried, key=lambda tried: sum(verdict.counts_right for verdict in tried))
    right = tuple(verdict.counts_right for verdict in verdicts)
    notes = " ".join(dict.fromkeys(verdict.note for verdict in verdicts if verdict.note)) or None
    if not runs and _are_swapped(question, padded, right, known):
        notes = f"The {'other ' if any(right) else ''}answers are right, but they are in the wrong blanks."
    feedback = "\n\n".join(verdict.feedback for verdict in verdicts if verdict.feedback) or None
    differences = ", ".join(dict.fromkeys(verdict.difference for verdict in verdicts if verdict.difference)) or None
    accepted = tuple(dict.fromkeys(answer for verdict in verdicts for answer in verdict.accepted))
    share = equal_parts(right)
    close = share == 1 and any(verdict.outcome is Outcome.CLOSE for verdict in verdicts)
    verdict = Verdict(Outcome.CLOSE, 1.0, notes) if close else verdict_of(share, notes)
    if all(each.counts_right or each.outcome is Outcome.UNDECIDED for each in verdicts) and share < 1:
        verdict = replace(UNDECIDED, note=notes)
    return replace(
        verdict,
        feedback=feedback,
        blanks=right if len(right) > 1 and not verdict.counts_right else (),
        credits=tuple(verdict.share for verdict in verdicts),
        difference=differences if verdict.counts_right else None,
        accepted=accepted if verdict.counts_right else (),
    )


_STRING = re.compile("[\"'“”‘’].*[\"'“”‘’]")


def _blank(question: ClozeQuestion, mark: Mark, text: str, known: KnownAnswers) -> Verdict:
    if not text.strip():
        return WRONG
    answers = with_no_in_numbers(question, mark, question.accepted(mark))
    if is_in_code(question, mark):
        text = without_code_before(question, mark, text.strip(" `"))
        if _STRING.fullmatch(text) and not any(map(_STRING.search, answers)):
            return WRONG  # "0" is not 0
        answers = tuple(map(as_code, answers))
    key = key_of(question, answers, known, question.reject.get(mark.name, {}))
    text = without_latex(text, question.stem)
    verdict = _grade_beside_unit(question, mark, text, key)
    return _or_remarked(verdict, question, key, text, lambda said: _grade_beside_unit(question, mark, said, key))


def _are_swapped(question: ClozeQuestion, given: tuple[str, ...], right: tuple[bool, ...], known: KnownAnswers) -> bool:
    """Return whether every blank that is wrong, of two or more, has the answer to another one of them."""
    wrong = [at for at, is_right in enumerate(right) if not is_right]
    blank_of = {fold(answer): at for at in wrong for answer in question.accepted(question.marks[at])}
    meant = [blank_of.get(fold(given[at]), -1) for at in wrong]
    if len(wrong) < 2 or sorted(meant) != wrong or any(at == other for at, other in zip(wrong, meant, strict=True)):
        return False
    pairs = zip(wrong, meant, strict=True)  # folded, answers may lack accents that count
    return all(_blank(question, question.marks[other], given[at], known).counts_right for at, other in pairs)


def _match(question: MatchQuestion, given: tuple[object, ...]) -> Verdict:
    partners = {fold(str(left)): fold(str(right)) for left, right in _pairs(given)}
    return verdict_of(equal_parts([partners.get(fold(left)) == fold(right) for left, right in question.pairs]))


def _pairs(given: tuple[object, ...]) -> list[tuple[object, object]]:
    return [(pair[0], pair[1]) for pair in given if isinstance(pair, tuple) and len(pair) == 2]
