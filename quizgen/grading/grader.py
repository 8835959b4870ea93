"""Grade a response to a question, by kind of question, and what was typed by the form of the answer."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from math import gcd
from typing import assert_never

from quizgen.grading.answer_key import ENDS, EXACT, FORMULA, AnswerKey, policy_for
from quizgen.grading.blanks import interchangeable, orders
from quizgen.grading.exercises import asks_for_english
from quizgen.grading.known import KnownAnswers
from quizgen.grading.lenient import grade_leniently
from quizgen.grading.output import asks_what_is_printed, is_other_number, is_output, same_output
from quizgen.grading.partial import equal_parts, false2, relative_to_next, verdict_of
from quizgen.grading.source_code import same_statement, statement_kind
from quizgen.grading.stems.code import asks_for_output, case_in_code, semicolon_counts
from quizgen.grading.stems.formulas import asks_for_equation, asks_for_genotype, asks_for_symbol, says_expression
from quizgen.grading.stems.values import asks_for_scientific, asks_for_simplest
from quizgen.grading.stems.writing import asks_for_number_in_digits, asks_for_number_in_words, asks_for_romanization
from quizgen.grading.verdict import CORRECT, SKIPPED, WRONG, Outcome, Response, Verdict
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
from quizgen.text.code import plain_sql, without_final_semicolon
from quizgen.text.folding import fold, fold_option
from quizgen.text.guessed_language import guessed_language
from quizgen.text.languages import primary
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number
from quizgen.text.patterns import matches
from quizgen.text.words import is_prose

MAX_TYPED = 1_000
"""A longer response is not graded, unless the answer itself is about as long."""

_OUTPUT_IS = lazy_pattern(
    r"\s*(?:(?:it|python|this|the\s+(?:code|program|result|output|function))\s+)?(?:will\s+)?"
    r"(?:prints?|outputs?|returns?|evaluates\s+to|gives|result|is)(?:\s+is)?\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
"""What may be said before what a program prints or returns."""
_PROMPT = lazy_pattern(r"\s*[$>]\s+(?=[a-z])")
"""What a shell shows before a command."""


_NUMBERED = lazy_pattern(r"(?:^|(?<![\s,;])[\s,;]+)\(?(?P<number>\d{1,2})[.)]\s*(?=[^\W\d_])")
"""The number of an item in a list."""
_ARROW = lazy_pattern(r"\s*(?:→|⟶|⇒|[-–=]{1,2}>)\s*")
"""What may be between a word of the stem and the answer to it: el lápiz → los lápices."""
_DASH = lazy_pattern("[−–—]")
"""A sign that looks like the minus of code, but is not."""
_FRACTION = lazy_pattern(r"^\s*[-−+]?(?:\d{1,9}\s+)?(?P<top>\d{1,9})\s*[/⁄:]\s*(?P<bottom>[1-9]\d{0,8})\s*\.?$")


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
        f"the response to a {question.kind!r} question must be a {_response_type(question)}, "
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

    key = _key(question, answers, KnownAnswers(), rejected)
    return not any(said_quantities(reading, key) for reading in _values_in(given, key))


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
    given = _plain(given, question.stem)
    if isinstance(question, NumberQuestion):
        answers: tuple[str, ...] = (question.answer_text, *question.accept)
        key = _key(question, answers, known, question.reject)
        if len(given) > MAX_TYPED:
            return Verdict(Outcome.WRONG, 0.0, f"Too long to grade: keep the answer under {MAX_TYPED:,} characters.")
        for answer, feedback in question.reject.items():
            if fold(answer) == fold(given):
                return replace(WRONG, feedback=feedback)
        if given.strip() in answers:
            return CORRECT
        if (note := _how_to_write_number(key, given)) is not None:
            return Verdict(Outcome.WRONG, 0.0, note)
        from quizgen.grading.values import grade_number

        verdicts = [grade_number(question, reading, key) for reading in _values_in(given, key)]
        return next((verdict for verdict in verdicts if verdict.counts_right), verdicts[0])
    key = _key(question, (question.answer, *question.accept), known, question.reject)
    return _grade_text(replace(key, type=question.type, pattern=question.pattern), given)


def _key(
    question: ShortQuestion | NumberQuestion | ClozeQuestion,
    answers: tuple[str, ...],
    known: KnownAnswers,
    rejected: Mapping[str, str | None],
) -> AnswerKey:
    in_english = question.answer_language != "en" and asks_for_english(question.stem, answers[0])
    answer_language = None if in_english else question.answer_language
    policy = policy_for(answers[0], question.stem, question.grading, answer_language)
    answers = tuple(_plain(answer, question.stem) for answer in answers)
    answers = tuple(dict.fromkeys(_names_in(answers, question.stem)))
    rejected = {_plain(answer, question.stem): feedback for answer, feedback in rejected.items()}
    locale = answer_language or (not in_english and question.language) or guessed_language(question.stem) or "en"
    known = known.read_in(primary(locale))
    return AnswerKey(answers, question.stem, "text", known, policy, rejected, locale=locale)


def _values_in(text: str, key: AnswerKey) -> tuple[str, ...]:
    """Return ``text``, a value, as it is written in English if it is in another language, and then as it is."""
    if key.language == "en":
        return (text,)
    from quizgen.text.values_abroad import in_english

    return tuple(dict.fromkeys((in_english(text, key.locale), text)))


_MAY_BE_LATEX = lazy_pattern(r"\\|\$|\^\{")


def _plain(text: str, stem: str) -> str:
    """Return a formula without its LaTeX, unless it is code or the stem asks for LaTeX."""
    if not _MAY_BE_LATEX.search(text) or "`" in text or case_in_code(stem) is not None or "latex" in stem.lower():
        return text
    from quizgen.text.latex import plain_latex

    return plain_latex(text)


def _names_in(answers: tuple[str, ...], stem: str) -> Iterator[str]:
    """Yield ``answers``, and the names in those that name one thing twice: hydrogen (H2)."""
    yield from answers
    for answer in answers:
        if answer.endswith(")"):
            from quizgen.text.answer_forms import written_twice

            yield from written_twice(answer, stem)


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
    if not runs and _are_swapped(question, padded, right):
        notes = f"The {'other ' if any(right) else ''}answers are right, but in the wrong blanks."
    feedback = "\n\n".join(verdict.feedback for verdict in verdicts if verdict.feedback) or None
    differences = ", ".join(dict.fromkeys(verdict.difference for verdict in verdicts if verdict.difference)) or None
    share = equal_parts(right)
    close = share == 1 and any(verdict.outcome is Outcome.CLOSE for verdict in verdicts)
    verdict = Verdict(Outcome.CLOSE, 1.0, notes) if close else verdict_of(share, notes)
    return replace(
        verdict,
        feedback=feedback,
        blanks=right if len(right) > 1 and not verdict.counts_right else (),
        credits=tuple(verdict.share for verdict in verdicts),
        difference=differences if verdict.counts_right else None,
    )


def _blank(question: ClozeQuestion, mark: Mark, text: str, known: KnownAnswers) -> Verdict:
    if not text.strip():
        return WRONG
    key = _key(question, question.accepted(mark), known, question.reject.get(mark.name, {}))
    return _grade_text(key, _plain(text, question.stem))


def _are_swapped(question: ClozeQuestion, given: tuple[str, ...], right: tuple[bool, ...]) -> bool:
    """Return whether every blank that is wrong, of two or more, has the answer to another one of them."""
    wrong = [at for at, is_right in enumerate(right) if not is_right]
    blank_of = {fold(answer): at for at in wrong for answer in question.accepted(question.marks[at])}
    return len(wrong) > 1 and sorted(blank_of.get(fold(given[at]), -1) for at in wrong) == wrong


def _match(question: MatchQuestion, given: tuple[object, ...]) -> Verdict:
    partners = {fold(str(left)): fold(str(right)) for left, right in _pairs(given)}
    return verdict_of(equal_parts([partners.get(fold(left)) == fold(right) for left, right in question.pairs]))


def _pairs(given: tuple[object, ...]) -> list[tuple[object, object]]:
    return [(pair[0], pair[1]) for pair in given if isinstance(pair, tuple) and len(pair) == 2]


def _grade_text(key: AnswerKey, given: str) -> Verdict:
    """Grade what was typed: correct by any rule, close by a typo, else wrong."""
    verdict = _grade_once(key, given)
    if verdict.counts_right or len(given) > MAX_TYPED or verdict.note or verdict.feedback:
        return verdict
    before, equals, after = given.partition("=")
    if equals and after.strip(" =") and says_expression(before, key.stem):  # 12:8 = 3:2
        from quizgen.grading.code import adds_assignment

        if not any(adds_assignment(answer, given) for answer in key.answers):
            return _grade_once(key, after.strip())
    before, arrow, after = _last_arrow(given)
    if arrow and says_expression(before, key.stem) and not any(map(_ARROW.search, key.answers)):
        return _grade_once(key, after)
    label, colon, after = given.partition(":")
    if colon and after.strip() and _is_label(label, key):
        return _grade_once(key, after.strip())
    if (listed := _without_numbers(given)) is not None:
        return _grade_once(key, listed)
    prompt = _PROMPT.match(given) or (_OUTPUT_IS.match(given) if _is_result(key) else None)
    return _grade_once(key, given[prompt.end() :]) if prompt else verdict


def _last_arrow(given: str) -> tuple[str, str, str]:
    """Return what is before and after the last arrow of a response, and the arrow; all empty without one."""
    found = list(_ARROW.finditer(given))
    return (given[: found[-1].start()], found[-1][0], given[found[-1].end() :]) if found else ("", "", "")


def _is_result(key: AnswerKey) -> bool:
    """Return whether the answer is what code prints or is worth, so that "it returns" may come before it."""
    return asks_for_output(key.stem) or is_output(key.answers[0], key.stem)


def _is_label(text: str, key: AnswerKey) -> bool:
    """Return whether ``text``, before a colon, is a formula or a name of the stem: Fe2+: [Ar] 3d6."""
    named = any(map(str.isalpha, text)) and not any(":" in answer for answer in key.answers)
    if not named or says_expression(text, key.stem):
        return named
    from quizgen.text.notation import canonical

    return canonical(text) in {canonical(word.strip("?.,;:")) for word in key.stem.split()}  # Fe^2+ for Fe2+


def _without_numbers(given: str) -> str | None:
    """Return a numbered list without its numbers: 1. red 2. green; None if ``given`` is none."""
    numbers = [int(found["number"]) for found in _NUMBERED.finditer(given)]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)) or not _NUMBERED.match(given):
        return None
    return _NUMBERED.sub(", ", given).strip(", ")


def _grade_once(key: AnswerKey, given: str) -> Verdict:
    if len(given) > max(MAX_TYPED, 2 * max(map(len, key.answers))):
        return Verdict(Outcome.WRONG, 0.0, f"Too long to grade: keep the answer under {MAX_TYPED:,} characters.")
    if (feedback := _rejected(key, given)) is not None:
        return replace(WRONG, feedback=feedback or None)
    tidy = " ".join(unicodedata.normalize("NFC", given).split())
    if tidy in key.answers:
        return CORRECT
    if key.pattern is not None and matches(key.pattern, given.strip(), case=key.policy.case):
        return CORRECT
    if (difference := _romanization(key, given.strip(ENDS))) is not None:
        return replace(CORRECT, difference=difference)
    if (verdict := _grade_output(key, given) or _grade_code(key, given)) is not None:
        return verdict
    if (note := _how_to_write_number(key, given) or _lacks_left_side(key, given)) is not None:
        return Verdict(Outcome.WRONG, 0.0, note)
    if (verdict := _grade_condition(key, given) or _grade_expression(key, given)) is not None:
        return verdict
    if key.language != "en" and (verdict := _grade_value_abroad(key, given)) is not None:
        return verdict
    return _grade_words(key, given) if key.is_prose and is_prose(given) else _grade_symbols(key, given)


def _grade_output(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to what code prints: text by its characters, a number only by whether it has decimals.

    None if the stem does not ask for it, or another policy applies.
    """
    if key.policy == EXACT and is_output(key.answers[0], key.stem):
        from quizgen.grading.code import names_error

        same = any(same_output(answer, given) or names_error(answer, given) for answer in key.answers)
        return CORRECT if same else WRONG
    others = asks_what_is_printed(key.stem) and all(is_other_number(answer, given) for answer in key.answers)
    return WRONG if others else None


def _how_to_write_number(key: AnswerKey, given: str) -> str | None:
    """Return a note if the stem asks for a number in words, and ``given`` has it in digits, or the other way around."""
    has_digits = any(map(str.isdigit, given.rpartition("=")[2]))
    with_digits = [any(map(str.isdigit, answer)) for answer in key.answers]
    if has_digits and not any(with_digits) and asks_for_number_in_words(key.stem):
        return "Type the number in words."
    if not has_digits and all(with_digits) and asks_for_number_in_digits(key.stem):
        return "Type the number in digits."
    return None


def _lacks_left_side(key: AnswerKey, given: str) -> str | None:
    """Return a note if the stem asks for the equation of a line or curve, and ``given`` is only its right side."""
    if not all("=" in answer for answer in key.answers) or "=" in given or not asks_for_equation(key.stem):
        return None
    from quizgen.grading.formulas import left_side_missing

    left = left_side_missing(key, given)
    return None if left is None else f'Type both sides of the equation, beginning with "{left}".'


def _grade_code(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to answers that are statements of code; None if no answer is one, or another policy applies."""
    if _DASH.search(given) and _has_hyphens_in_code(key):
        return Verdict(Outcome.WRONG, 0.0, "Type a hyphen (-) instead of the dash or minus sign.")
    if key.policy != FORMULA or not (found := [one for one in key.answers if statement_kind(one, key.stem)]):
        return None
    if any(same_statement(answer, given, key.stem) for answer in found):
        return CORRECT
    if any(answer.strip("`").endswith(":") and same_statement(answer, f"{given}:", key.stem) for answer in found):
        return Verdict(Outcome.WRONG, 0.0, "The colon at the end is missing.")
    rest = tuple(answer for answer in key.answers if answer not in found)
    return _grade_once(replace(key, answers=rest), given) if rest else WRONG


def _has_hyphens_in_code(key: AnswerKey) -> bool:
    """Return whether an answer is code with a minus or an option in it, for which there is one sign on the keyboard."""
    return not any(map(_DASH.search, key.answers)) and any(
        "-" in answer
        and not is_prose(answer)
        and not _SIGNED_NUMBER.fullmatch(answer)
        and (case_in_code(key.stem) is not None or statement_kind(answer, key.stem) is not None)
        for answer in key.answers
    )


_SIGNED_NUMBER = lazy_pattern(r"-?[\d.,\s%]+")
_MAY_BE_CONDITION = lazy_pattern(r"\b(?:and|or|not)\b|&&|\|\||[∧∨¬]|!(?!=)|<[^<>]*<", re.IGNORECASE)


def _grade_condition(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that joins variables by "and", "or" and "not"; None if no answer is one."""
    if not any(map(_MAY_BE_CONDITION.search, key.answers)):
        return None
    from quizgen.grading.calculations import same_condition

    found = [same_condition(answer, given, key) for answer in key.answers]
    if True in found:
        return CORRECT
    return WRONG if found and all(each is False for each in found) else None


_MAY_BE_EXPRESSION = lazy_pattern(r"[×*÷+=/·⋅²³½√()∧∨¬]|\s[-−–]\s|\bnot\b|&&|\|\|", re.IGNORECASE)


def _grade_expression(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to answers that are calculations or conditions with words; None if no answer is one."""
    if key.policy.preset == "spelling" or not any(map(_MAY_BE_EXPRESSION.search, key.answers)):
        return None
    from quizgen.grading.calculations import grade_expression, is_expression

    found = [answer for answer in key.answers if is_expression(answer)]
    if not found or key.policy.word_order:
        return None
    verdicts = [grade_expression(key, answer, given) for answer in found]
    if rest := tuple(answer for answer in key.answers if answer not in found):
        verdicts.append(_grade_once(replace(key, answers=rest), given))
    return max(verdicts, key=lambda verdict: (verdict.share, verdict.note is None))


def _grade_value_abroad(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a value in another language than English; None if it is none, or is written as in English."""
    from quizgen.grading.values import grade_value
    from quizgen.text.notation import is_notation

    if key.policy.preset != "lenient" and not any(map(is_notation, key.answers)):
        return None
    answers, said = tuple(_values_in(answer, key)[0] for answer in key.answers), _values_in(given, key)
    if answers == key.answers and said == (given,):
        return None
    verdicts = [grade_value(replace(key, answers=answers), reading) for reading in said]
    verdict = next((each for each in verdicts if each is not None and each.counts_right), verdicts[0])
    if verdict is None and any(map(str.isdigit, said[0])) and _bare(said[0]) in map(_bare, answers):
        return CORRECT  # a value in words that are not read, such as `the first half of` a century
    if verdict is None or verdict.note is None:
        return verdict
    return replace(verdict, note=verdict.note.replace(answers[0], key.answers[0]))


def _bare(value: str) -> str:
    return value.lower().removeprefix("the ")


def _romanization(key: AnswerKey, given: str) -> str | None:
    """Return how ``given`` differs from an answer in another script, if it is that answer in Latin letters.

    The stem has to allow Latin letters, or the key to have them already.
    """
    foreign = [answer for answer in key.answers if not answer.isascii()]
    in_latin = asks_for_romanization(key.stem) if foreign else False
    if not foreign or not (in_latin or len(key.answers) > 1):
        return None
    from quizgen.text.romanization import is_romanized, is_same_reading

    if in_latin:
        return "in Latin letters" if any(is_romanized(one, given, key.language) for one in foreign) else None
    is_reading = any(is_same_reading(word, said, given, key.language) for word in foreign for said in key.answers)
    return "another transliteration" if is_reading else None


def _rejected(key: AnswerKey, given: str) -> str | None:
    """Return the feedback on a rejected answer, empty if it has none; None if the response is not rejected."""
    typed = {fold(given.strip()), fold(given.strip(ENDS))}
    for answer, feedback in key.rejected.items():
        if fold(answer) in typed or key.phrase(answer).words == key.phrase(given).words != ():
            return feedback or ""
    return None


def _grade_symbols(key: AnswerKey, given: str) -> Verdict:
    """Grade values, formulas, symbols and code, and then what remains in words."""
    from quizgen.grading.code import adds_assignment, is_named, is_other_code, names_error, same_tag
    from quizgen.grading.formulas import (
        adds_state,
        grade_symbol,
        is_other_formula,
        same_formula,
        same_in_writing,
        same_unit,
    )
    from quizgen.grading.values import grade_value
    from quizgen.text.chemistry import without_state
    from quizgen.text.notation import is_notation

    if not key.policy.word_order:
        key, given = _statements(key, given)
    if asks_for_simplest(key.stem) and _is_unreduced(given):
        return WRONG
    if asks_for_scientific(key.stem) and _is_scientific(key.answers[0]) and not _is_scientific(given):
        return WRONG
    if any(names_error(answer, given) or is_named(answer, given, key.stem) for answer in key.answers):
        return CORRECT
    if asks_for_genotype(key.stem) and _are_other_alleles(key, given):
        return WRONG
    if adds_state(key, given):
        given = without_state(given)
    if not key.policy.word_order and any(same_in_writing(answer, given) for answer in key.answers):
        return CORRECT
    if asks_for_symbol(key.stem) and any(same_unit(answer, given) and not answer.isalpha() for answer in key.answers):
        return CORRECT
    formulas = list(filter(is_notation, key.answers))
    value: Verdict | None = None
    if key.policy.preset != "exact" or formulas:
        value = grade_value(key, given)
        if value is not None and (value.counts_right or not formulas):
            return value
    answers = tuple(
        answer
        for answer in key.answers
        if not is_other_code(answer, given, key.stem)
        and not adds_assignment(answer, given)
        and not is_other_formula(answer, given)
        and same_unit(answer, given) is not False
    )
    if any(same_tag(answer, given, key.stem) for answer in answers):
        return CORRECT
    key = replace(key, answers=answers)
    if any(same_formula(answer, given, key) for answer in answers if answer in formulas):
        return CORRECT
    rest = tuple(answer for answer in answers if answer not in formulas)
    if not rest:
        return WRONG if value is None else value
    key = replace(key, answers=rest)
    return grade_symbol(key, given) or _grade_words(key, given)


_ALLELES = lazy_pattern(r"[A-Za-z]{1,8}")


def _are_other_alleles(key: AnswerKey, given: str) -> bool:
    """Return whether every answer is alleles, and ``given`` has their letters with other capitals."""
    said = given.strip(" .")
    return all(
        _ALLELES.fullmatch(answer) and said.casefold() == answer.casefold() and sorted(said) != sorted(answer)
        for answer in key.answers
    )


def _statements(key: AnswerKey, given: str) -> tuple[AnswerKey, str]:
    """Return the answers and the response as statements of code in one form, as far as they are code."""
    texts = [plain_sql(text) for text in (*key.answers, given)]
    if not semicolon_counts(key.stem):
        texts = list(map(without_final_semicolon, texts))
    answers = tuple(texts[:-1])
    return (key if answers == key.answers else replace(key, answers=answers)), texts[-1]


_POWER_OF_TEN = lazy_pattern(
    r"(?:^|[=\s])[-−+]?[1-9](?:[.,]\d+)?\s?(?:[×xX*·⋅]\s?10|[eE][-−+]?\d)|^[-−+]?10\s?[\^*⁻⁰¹²³⁴-⁹]"
)


def _is_scientific(given: str) -> bool:
    """Return whether ``given`` is a number from 1 to 10 times a power of ten: 4.5 × 10^-4, 4.5e-4, 10³."""
    from quizgen.text.mathematics import in_signs

    return _POWER_OF_TEN.search(in_signs(given.strip())) is not None


def _is_unreduced(given: str) -> bool:
    """Return whether ``given`` is a fraction or a ratio of two numbers with a common factor: 6/8."""
    found = _FRACTION.search(given.rpartition("=")[2])
    return found is not None and gcd(int(found["top"]), int(found["bottom"])) > 1


def _grade_words(key: AnswerKey, given: str) -> Verdict:
    if key.policy.preset == "lenient":
        return grade_leniently(key, given)
    from quizgen.grading.spelling import grade_spelling, is_exactly

    if key.policy.preset == "exact":
        return CORRECT if any(is_exactly(answer, given, key.policy) for answer in key.answers) else WRONG
    verdict = grade_spelling(key, given)
    return verdict if verdict.counts_right or key.policy.typos else grade_leniently(key, given)
