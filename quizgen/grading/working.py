"""Working before an answer, which counts as said only if each of its steps is true: 72/4 = 18; 2x = 14, so x = 7."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.policy import EXACT
from quizgen.grading.stems.code import case_in_code
from quizgen.grading.stems.formulas import is_line_instead, is_only_operand, says_expression
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.steps import are_equal, follows, has_unit_once, is_false, sides
from quizgen.text.words import is_prose

_LONGEST = 200
_SO = lazy_pattern(
    r"\s*[,;.]?\s*(?:[∴⇒⟹→]|=>|\b(?:so|therefore|hence|thus|then|giving|which\s+gives|gives)\b)\s*[:,]?\s*|\s*[,;.\n]\s+",
    re.IGNORECASE,
)
"""What may be between the steps of working, and before the answer."""
_SAYS_SO = lazy_pattern(r"[^\s,;.:]")
"""What follows from the steps before, while a comma may be part of the answer."""
_TIMES_X = lazy_pattern(r"(?<=[\d)])\s*[xX]\s*(?=[\d(])")
_SOLVED = lazy_pattern(r"[a-z]\s*=\s*(?=[^=])")
_BECAUSE = lazy_pattern(r"(?P<answer>.+?),?\s+(?:because|since|as)\s+(?P<reason>.*=.*)", re.IGNORECASE)
_NAME = lazy_pattern(r"[a-zA-Zα-ωΔ]['′]{0,2}(?:\([a-z]\))?|[a-z](?:\^\{?-1\}?|⁻¹)\([a-z]\)|d[a-z]\s?/\s?d[a-z]|P\(.*\)")
"""What a value may be called, which other rules judge: y, f(x), dy/dx."""
_CALCULUS = lazy_pattern(
    r"∫\s*\(?(?P<integrand>.+?)\)?\s*d[a-z]|d\s?/\s?d[a-z]\s*[(\[]?(?P<function>.+?)[)\]]?", re.IGNORECASE
)
"""An integral or a derivative: of what the stem says, it is the question."""
_SUM_TO_INFINITY = lazy_pattern(r"S_?∞")
_WORDS = lazy_pattern(r"[^\W\d_]+")
_SHORTENED = 3
"""The letters from which a word may be shortened: det, for determinant."""


_LAW = lazy_pattern(
    r"(?P<symbol>[A-Za-zΔλρ]\w{0,2}\s*=\s*)(?:[A-ZΔ]?[A-Za-zλρθ]|[\s×*·/()+√½^²³-]|(?<=\^)\d){1,20}=\s*(?P<value>[-−√(]?\s*\d.*)"
)
"""A value after the formula in symbols that gives it: V = IR = 12 V."""


def _without_law(given: str) -> str:
    """Return a value without the formula in symbols between its symbol and it, or any other text as it is."""
    found = _LAW.fullmatch(given.strip())
    return f"{found['symbol']}{found['value']}" if found else given


def without_working(key: AnswerKey, given: str) -> str | None:
    """Return the answer after its working or before its reason, all of it true; None if there is none, or it is not.

    The answer keeps its name: y = 6x/2 = 3x is y = 3x.
    """
    if len(given) > _LONGEST or key.policy == EXACT or case_in_code(key.stem) is not None:
        return None
    given = _TIMES_X.sub(" × ", given)
    law = "" if any("=" in answer for answer in key.answers) else _without_law(given)
    return _before_answer(key, law or given) or (law if law not in {"", given} else None)


def _before_answer(key: AnswerKey, given: str) -> str | None:
    if not any(map(str.isdigit, given)) and "=" not in given:
        return None
    if is_prose(key.answers[0]) or is_line_instead(key.stem, given):
        return None
    if reason := _BECAUSE.fullmatch(given.strip(" .")):
        return reason["answer"] if follows(reason["reason"], reason["answer"]) else None
    cuts = list(_SO.finditer(given))
    last = max((at for at, cut in enumerate(cuts, 1) if _SAYS_SO.search(cut[0])), default=0)
    for at in range(last, len(cuts) + 1):
        starts, ends = [0, *(cut.end() for cut in cuts[:at])], [cut.start() for cut in cuts[:at]]
        steps = [given[start:end] for start, end in zip(starts, ends, strict=False)]
        rest = given[starts[-1] :].strip()
        answer = _end_of_chain(key, rest) or (rest if steps else None)
        if answer and all(_is_true(key, step, answer) for step in steps):
            return answer
    return None


def _is_true(key: AnswerKey, step: str, answer: str) -> bool:
    """Return whether ``step`` only repeats the stem, or is true of ``answer``."""
    solved = _SOLVED.match(key.answers[0])
    conclusion = f"{solved[0]}{answer}" if solved and "=" not in answer else answer
    return says_expression(step, key.stem) or follows(step, conclusion)


def _end_of_chain(key: AnswerKey, text: str) -> str | None:
    """Return the last of several equal expressions, after the name that the first has; None if they are not equal."""
    first, *rest = sides(text)
    if not rest or not all(map(str.strip, (first, *rest))):
        return None
    if _NAME.fullmatch(first):
        return f"{first} = {rest[-1]}" if len(rest) > 1 and are_equal(rest) else None
    if _is_asked(first, key) and not (has_unit_once(first, rest[-1]) or is_false(first, rest[-1])):
        return rest[-1] if are_equal(rest) else None
    return rest[-1] if are_equal((first, *rest)) else None


def _is_asked(label: str, key: AnswerKey) -> bool:
    """Return whether the stem asks for ``label``: in its words, or as an expression, an integral or a derivative."""
    if found := _CALCULUS.fullmatch(label):
        return _is_said(found["integrand"] or found["function"], key.stem)
    if label.startswith("|") and label.endswith("|"):
        return "determinant" in key.stem_words and label[1:-1].isalpha()
    if _SUM_TO_INFINITY.fullmatch(label):
        return True
    words = [word.casefold() for word in _WORDS.findall(label)]
    if label.replace(" ", "").isalpha() and words:
        return all(key.in_stem(word) or _is_shortened(word, key) for word in words)
    return says_expression(label, key.stem) and not is_only_operand(label, key.stem)


def _is_said(formula: str, stem: str) -> bool:
    """Return whether the stem has all of ``formula``, with any spaces, before a word, dx or the end of a sentence."""
    spaced = r"\s*".join(map(re.escape, "".join(formula.split())))
    return re.search(rf"(?<![\w^.)]){spaced}(?=\s*d[a-z]\b|\s*[)\]]?(?:[.,;:?]|$)|\s+[a-z]{{2,}})", stem) is not None


def _is_shortened(word: str, key: AnswerKey) -> bool:
    return len(word) >= _SHORTENED and any(said.startswith(word) for said in key.stem_words)
