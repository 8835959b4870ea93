"""What may be typed around an answer: the question, a label, the numbers of a list, a prompt, a comment on code."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.output import is_output
from quizgen.grading.oxidation_numbers import is_asked
from quizgen.grading.policy import EXACT
from quizgen.grading.stems.code import asks_for_output, begins_comment, case_in_code, is_about_commands
from quizgen.grading.stems.formulas import asks_for_state_symbols, is_line_instead, is_only_operand, says_expression
from quizgen.text.chemistry.formulas import without_state
from quizgen.text.code import code_tokens
from quizgen.text.comparisons import compared
from quizgen.text.folding import LETTERS, fold
from quizgen.text.lazy_pattern import lazy_pattern

_ARROW = lazy_pattern(r"\s*(?:→|⟶|⇒|[-–=]{1,2}>)\s*")
"""What may be between a word of the stem and the answer to it: el lápiz → los lápices."""
_NUMBERED = lazy_pattern(
    r"(?:^|(?<![\s,;])[\s,;]+)(?:\(?(?P<number>\d{1,2})[.)]\s*|(?P<ordinal>\d{1,2})(?:st|nd|rd|th):?\s+)(?=[^\W\d_])"
)
"""The number of an item in a list."""
_PROMPT = lazy_pattern(r"\s*(?:[$>]\s+(?=[a-z])|>>>\s+(?=\S))")
"""What a shell shows before a command, and Python before a line."""
_TO_USE = lazy_pattern(
    r"\s*(?:you\s+(?:(?:can|could|would|should|must)\s+)?)?(?:use|run|type|enter):?\s+`?(?P<command>\w+\s.*)",
    re.IGNORECASE,
)
"""A command after what says to use it: run git pull."""
_ROUNDED = lazy_pattern(
    r"(?P<number>[^()]*\d[^()]*?)(?:\s*[,(]\s*|\s+)(?:(?:correct\s+)?to\s+)?(?:\d|one|two|three|four)\s*"
    r"(?:d\.?\s?p\.?|s\.?\s?f\.?|decimal\s+places?|sig(?:nificant|\.)?\s+fig(?:ure|\.)?s?)\s*\)?\.?",
    re.IGNORECASE,
)
"""A number and how it is rounded: 0.67 (2 d.p.)."""
_ELECTRONS = lazy_pattern(r"\s*(?P<number>\d{1,2})\s?e(?:\^?[-−⁻])?\.?\s*")
_LONGEST_NUMBER = 80
_STRINGS = r"(?:[^\"'#]|\"[^\"]*\"|'[^']*')"
_COMMENT = lazy_pattern(
    rf"(?P<code>{_STRINGS}+?)(?<!\s)\s+"
    r"(?:(?P<sign>//|#|--)\s.*|(?P<opened>/\*)[^*/]*\*/|(?P<tag><!--)[^<>]*-->)\s*"
)
_IF = lazy_pattern(r"if\b\s*(?P<condition>[^:{};]*[^:{};\s])\s*[:{]?")
_GENERATOR = lazy_pattern(r"\bfor\b")
_OUTPUT_IS = lazy_pattern(
    r"\s*(?:(?:it|python|this|the\s+(?:code|program|result|output|function|line|expression|list|call|loop))\s+)?(?:will\s+)?"
    r"(?:prints?|outputs?|returns?|evaluates\s+to|gives?|shows?|displays?|yields?|result|is|be)(?:\s+is)?\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
"""What may be said before what a program prints or returns."""


def without_preamble(key: AnswerKey, given: str) -> str | None:
    """Return the answer in ``given`` without what was typed around it; None if it has nothing around it."""
    if (code := _without_comment(key, given)) is not None:
        return code
    from quizgen.grading.no_solution import says_no_solution

    if (answer := says_no_solution(key, given)) is not None:
        return answer
    if "=" in given or any(map(str.isdigit, given)):
        from quizgen.grading.working import without_working

        if (worked_out := without_working(key, given)) is not None:
            return worked_out
    if (whole := _joined(key, given)) is not None:
        return whole
    if (plain := _condition(key, given) or _solution(key, given) or _shares(key, given)) is not None:
        return plain
    before, equals, after = given.partition("=")
    if equals and after.strip(" =") and _is_expression_asked(before, after, key):
        # 12:8 = 3:2
        if _FUNCTION.fullmatch(before) and any(map(_DERIVATIVE.match, key.answers)):
            return None  # y = 2x is no dy/dx = 2x
        from quizgen.grading.code import adds_assignment

        if not any(adds_assignment(answer, given) for answer in key.answers):
            return after.strip()
    before, arrow, after = _last_arrow(given)
    if arrow and says_expression(before, key.stem) and not any(map(_ARROW.search, key.answers)):
        return after
    if changed := _change_in_words(key, given) or _name_and_formula(key, given) or _formula_named(key, given):
        return changed
    label, colon, after = given.partition(":")
    if colon and after.strip() and _is_label(label, key):
        return after.strip()
    if (named := _said_to_be(key, given)) is not None:
        return named
    if (listed := _without_numbers(given) or _listed_barely(key, given)) is not None:
        return listed
    if (code := _compared_like_answer(key, given) or _bare_code(key, given)) is not None:
        return code
    if (command := _command_to_use(key, given)) is not None:
        return command
    prompt = _PROMPT.match(given) or (_OUTPUT_IS.match(given) if _is_result(key) else None)
    return given[prompt.end() :] if prompt else None


def _is_expression_asked(before: str, after: str, key: AnswerKey) -> bool:
    """Return whether the stem has ``before`` and asks what it is worth, which ``after`` can be."""
    is_said = says_expression(before, key.stem) and not is_only_operand(before, key.stem)
    if not is_said or is_line_instead(key.stem, f"{before}={after}"):
        return False
    from quizgen.text.steps import has_unit_once

    return not has_unit_once(before, after)


_JOINED = lazy_pattern(r"(?P<parts>[^\W\d_]+(?:\s*\+\s*-?[^\W\d_]+){1,3})\s*=\s*(?P<whole>[^\W\d_]+)[.!]?")


def _joined(key: AnswerKey, given: str) -> str | None:
    """Return a word after the parts that it has: Haus + Tür = Haustür; None if ``given`` is something else."""
    found = _JOINED.fullmatch(given.strip())
    if found is None or not key.is_prose or any("=" in answer for answer in key.answers):
        return None
    parts = "".join(LETTERS.findall(found["parts"]))
    return found["whole"] if fold(parts) == fold(found["whole"]) else None


_SET = lazy_pattern(r".*(?:[{∈]|\bin\s+R\b)")


def _condition(key: AnswerKey, given: str) -> str | None:
    """Return a condition without "x ∈ ℝ" or the braces of a set, which no answer has; None if it has none of these."""
    if not _SET.match(given) or any(map(_SET.match, key.answers)):
        return None
    from quizgen.text.mathematics import without_reals

    condition = without_reals(given.strip(" ."))
    return condition if condition != given.strip(" .") else None


_SOLVED_FOR = lazy_pattern(r"(?P<name>[a-z])\s*=(?!=).*")
_SOLVED_FOR_TWO = lazy_pattern(r"[a-z]\s*=[^=a-z]+(?:(?:,|\band\b)\s*[a-z]\s*=[^=a-z]+)+")
_IS_NUMBER = lazy_pattern(r"\b(?P<name>[a-z])(?:\s+(?:is|equals|is\s+equal\s+to)\s+|\s?:\s?)(?=[-−]?\s?[\d√])")
_ONE_SOLUTION = lazy_pattern(
    r"(?:only\s+)?(?:(?:when|if|where|for|at)\s+)?(?P<equation>[a-z]\s*(?:=(?!=)|\bis\b|\bequals\b).+?)\.?"
    r"|(?:[LS]\s*=\s*)?\{(?P<member>[^{},;:|]+)\}"
)


def _solution(key: AnswerKey, given: str) -> str | None:
    """Return the only solution without the words before it or the braces of a set: when x = 2, {2}.

    In the solution for two letters or more, only signs take the place of words: x is 3 and y is 1.
    """
    if all(map(_SOLVED_FOR_TWO.fullmatch, key.answers)) and case_in_code(key.stem) is None:
        in_signs = _IS_NUMBER.sub(r"\g<name> = ", given)
        return in_signs if in_signs != given else None
    if not all(map(_SOLVED_FOR.fullmatch, key.answers)) or case_in_code(key.stem) is not None:
        return None
    found = _ONE_SOLUTION.fullmatch(given.strip())
    said = (found["equation"] or found["member"].strip()) if found else given
    return said if said != given else None


_FUNCTION = lazy_pattern(r"\s*[a-z](?:\([a-z]\))?\s*")
_DERIVATIVE = lazy_pattern(r"\s*(?:d[a-z]\s?/\s?d[a-z]|[a-z]['’′]+(?:\([a-z]\))?)\s*=")
_SHARED = lazy_pattern(r"\b(?:share|divide|split)[sd]?\b.*\bratio\b", re.IGNORECASE)
_COLON = lazy_pattern(r"\s*:\s*")
_AND = lazy_pattern(r"\s*,?\s+and\s+|\s*[,;]\s*")


def _shares(key: AnswerKey, given: str) -> str | None:
    """Return the answer if ``given`` has its shares in order with colons between them, 24 : 36; None otherwise."""
    if ":" not in given or not _SHARED.search(key.stem):
        return None
    said = [part.strip(" £$€") for part in _COLON.split(given.strip(" ."))]
    for answer in key.answers:
        if said == [part.strip(" £$€") for part in _AND.split(answer)]:
            return answer
    return None


_FROM_TO = lazy_pattern(r"(?:from\s+)?(?P<one>[^\W\d_][\w\s-]*?)\s+to\s+(?P<other>[^\W\d_][\w\s-]*)", re.IGNORECASE)
_TURNS = lazy_pattern(
    r"(?:(?:it|the\s+\w+)\s+(?:(?:changes?|goes|turns?|changed|went|turned)\s+)?)?(?:from\s+)?(?P<one>[\w-]{3,20}(?:\s[\w-]{3,20})?)\s+"
    r"(?:(?:has\s+|is\s+)?(?:turn(?:s|ed|ing)?|becom(?:es?|ing)|became|chang(?:es?|ed|ing)\s+(?:in)?to|go(?:es|ing)|went|fad(?:es|ed)\s+to)"
    r"(?:\s+to)?)\s+(?P<other>[\w-]{3,20}(?:\s[\w-]{3,20})?)\.?",
    re.IGNORECASE,
)
"""A change in a sentence: orange turns colourless."""
_COLOURED = lazy_pattern(r"^(?:the\s+)?(?P<colour>\w+)\s+(?:colou?r|solution|liquid)(?=\s)", re.IGNORECASE)
_FADES = lazy_pattern(
    r"(?:the\s+)?(?P<one>[a-z]{3,12})\s+(?:(?:disappears?|fades?|vanishes)(?:\s+away)?"
    r"|(?:is|gets|becomes)\s+(?:lost|decolou?ri[sz]ed)|decolou?ri[sz]es)\.?"
    r"|(?:it|the\s+(?:solution|liquid))\s+loses\s+its\s+(?P<other>[a-z]{3,12})(?:\s+colou?r)?\.?",
    re.IGNORECASE,
)
"""A colour that is lost: the purple colour disappears."""
_IS = lazy_pattern(
    r"(?:so\s+|i\s+think\s+(?:that\s+)?)?(?:(?:it|this|that)(?:['’]s|\s+is)|(?:(?P<the>the|its)\s+)?(?P<what>[^\W\d_][^=:]{1,80}?)\s+is)\s*:?\s+"
    r"(?P<answer>(?!not\b)\S.*?)[.!]?",
    re.IGNORECASE,
)
_SENTENCE = lazy_pattern(
    r"(?:it|this|that|i|you|s?he|we|they|there)(?:['’]\w{1,2}|\s+(?:am|is|are|was|were|has|have|had|will))\s",
    re.IGNORECASE,
)
"""The beginning of an answer that is a sentence itself."""
_ANSWERS = frozenset(
    "answer formula symbol equation expression solution result value derivative integral gradient domain range "
    "condition configuration command query code of for".split()
)
"""What a formula, a value or code may be called, whatever the stem calls it."""


def _said_to_be(key: AnswerKey, given: str) -> str | None:
    """Return a formula or code without what says that it is the answer: the formula is H2O; None if nothing does."""
    is_sentence = key.is_translation or all(map(_SENTENCE.match, key.answers))  # it is cold, and not it was cold
    if key.is_prose or is_sentence or key.policy == EXACT or not (found := _IS.fullmatch(given.strip())):
        return None
    words = key.phrase(found["what"] or "").words
    known = frozenset[str]() if found["what"] and not found["the"] else _ANSWERS
    return found["answer"] if all(word in known or key.in_stem(word) for word in words) else None


def _change_in_words(key: AnswerKey, given: str) -> str | None:
    """Return what changes into what with "to" between, or a sequence with commas, instead of arrows or a verb.

    None if no answer is written like that, or ``given`` has neither.
    """
    answers = [answer for answer in key.answers if not _ARROW.search(answer)]
    parts = [part.strip() for part in _ARROW.split(given)]
    if len(parts) > 1 and not all(part and part[0].isalpha() for part in parts):
        return None
    if any(map(_FROM_TO.fullmatch, answers)):
        if len(parts) == 2:
            return " to ".join(parts)
        said = _COLOURED.sub(r"\g<colour>", given.strip())
        if faded := _FADES.fullmatch(said):
            return f"{faded['one'] or faded['other']} to colourless"
        changed = _TURNS.fullmatch(said)
        return f"{changed['one']} to {changed['other']}" if changed else None
    listed = any(answer.count(",") + answer.count(" and ") >= 1 for answer in answers)
    return ", ".join(parts) if len(parts) > 1 and listed and key.policy.preset == "lenient" else None


_NAME_AND_FORMULA = lazy_pattern(r"[^\W\d_][\w() ]+,\s*[A-Z][\w()]*")
_BETWEEN_NAMES = lazy_pattern(r"\s*,\s*|\s+[=–—-]\s+")


def _name_and_formula(key: AnswerKey, given: str) -> str | None:
    """Return a name and a formula with a comma between them and without a state: ammonia - NH3(g).

    None if no answer is a name and a formula, or ``given`` has no other sign between two names.
    """
    parts = _BETWEEN_NAMES.split(without_state(given.strip(" .")))
    changed = ", ".join(parts)
    is_asked = len(parts) == 2 and any(map(_NAME_AND_FORMULA.fullmatch, key.answers))
    return changed if is_asked and changed != given and not asks_for_state_symbols(key.stem) else None


def _formula_named(key: AnswerKey, given: str) -> str | None:
    """Return a formula without the name of the same substance after it: NaCl - sodium chloride; None otherwise."""
    formula, *names = _BETWEEN_NAMES.split(given.strip(" ."))
    if len(names) != 1 or len(names[0]) < _LEAST_NAME or key.is_prose:
        return None
    from quizgen.text.chemistry.formulas import plain_formula
    from quizgen.text.chemistry.substances import formulas_of

    return formula if plain_formula(formula) in formulas_of(names[0]) else None


_LEAST_NAME = 3


def _without_comment(key: AnswerKey, given: str) -> str | None:
    """Return code without a comment after it; None if it has none, or the answer is what code prints."""
    comment = _COMMENT.fullmatch(given) if case_in_code(key.stem) is not None and not _is_result(key) else None
    if comment is None:
        return None
    sign = comment["sign"] or comment["opened"] or comment["tag"]
    return comment["code"] if begins_comment(sign, key.stem) and sign not in "".join(key.answers) else None


def _bare_code(key: AnswerKey, given: str) -> str | None:
    """Return code without parentheses, or a condition without "if", around it: ``(a[0])``; None if it has neither."""
    if case_in_code(key.stem) is not True or _is_result(key):
        return None
    code = given.strip(" `")
    if (found := _IF.fullmatch(code)) and "condition" in key.stem_words and not any(map(_IF.match, key.answers)):
        return _in_parentheses(found["condition"]) or found["condition"]
    inside = _in_parentheses(code)
    return None if any(answer.strip("` ").startswith("(") for answer in key.answers) else inside


def _command_to_use(key: AnswerKey, given: str) -> str | None:
    """Return a command without what says to use it: run git pull; None if ``given`` is not one of an answer's tool."""
    found = _TO_USE.fullmatch(given) if is_about_commands(key.stem) else None
    if found is None:
        return None
    tool = found["command"].split()[0]
    is_asked = any(answer.strip("` ").startswith(f"{tool} ") for answer in key.answers)
    return found["command"] if is_asked else None


def _compared_like_answer(key: AnswerKey, given: str) -> str | None:
    """Return a comparison in code with its sides in the order of the answer and without needless brackets.

    None if it is none, or has no side in common with an answer.
    """
    if case_in_code(key.stem) is not True or is_about_commands(key.stem) or _is_result(key):
        return None
    plain = given.strip("` ")
    said = compared(_in_parentheses(plain) or plain)
    for answer in key.answers if said else ():
        right = compared(answer.strip("` "))
        like = said.like(right) if said and right else None
        if like is not None:
            return answer if code_tokens(str(like)) == code_tokens(str(right)) else str(like)
    return None


def _in_parentheses(code: str) -> str | None:
    """Return what is in parentheses around all of ``code``; None if there are none, or they make a tuple."""
    depth = 0
    for at, char in enumerate(code):
        depth += (char == "(") - (char == ")")
        if depth == 0 and at < len(code) - 1:
            return None
        if depth == 1 and char == ",":
            return None
    inside = code[1:-1].strip() if depth == 0 else ""
    return inside if inside and not _GENERATOR.search(inside) else None


_SMILEY = lazy_pattern(r"\s+(?:[:;]-?[)D(P]|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)+\s*$")


def without_smiley(key: AnswerKey, given: str) -> str:
    """Return an answer without a smiley after it, unless every sign counts."""
    return given if key.policy.preset == "exact" else _SMILEY.sub("", given)


def without_rounding(given: str) -> str:
    """Return a number without what says to how many places or figures it is rounded, or any other text as it is."""
    found = _ROUNDED.fullmatch(given.strip()) if len(given) <= _LONGEST_NUMBER else None
    return found["number"] if found else given


def with_electrons_named(given: str, stem: str) -> str:
    """Return a number of electrons with their name instead of their symbol, 7e, if ``stem`` is about them."""
    found = _ELECTRONS.fullmatch(given) if "electron" in stem.lower() else None
    return f"{found['number']} electrons" if found else given


def _last_arrow(given: str) -> tuple[str, str, str]:
    """Return what is before and after the last arrow of a response, and the arrow; all empty without one."""
    found = list(_ARROW.finditer(given))
    return (given[: found[-1].start()], found[-1][0], given[found[-1].end() :]) if found else ("", "", "")


_UNCLOSED = lazy_pattern(r"^[^)\]}]*[(\[{][^)\]}]*$")
_ABBREVIATED = lazy_pattern(r"\s*(?P<word>[^\W\d_]{2,5})\.\s*")
"""A word of the stem that is cut short: fem."""
_LABELS = frozenset({"answer", "my answer", "the answer", "solution", "balanced"})


def _is_label(text: str, key: AnswerKey) -> bool:
    """Return whether ``text``, before a colon, is a formula or a name of the stem: Fe2+: [Ar] 3d6."""
    if text.strip().casefold() in _LABELS:
        return True
    if short := _ABBREVIATED.fullmatch(text):
        return any(word.startswith(short["word"].lower()) for word in key.stem_words)
    if _UNCLOSED.search(text):
        return False  # {"a": 1}
    named = any(map(str.isalpha, text)) and not any(":" in answer for answer in key.answers)
    if not named or says_expression(text, key.stem):
        return named
    from quizgen.text.notation import canonical

    if text.strip().isalpha() and is_asked(text.strip(), key):
        return True
    return canonical(text) in {canonical(word.strip("?.,;:")) for word in key.stem.split()}  # Fe^2+ for Fe2+


def _without_numbers(given: str) -> str | None:
    """Return a numbered list without its numbers: 1. red 2. green; None if ``given`` is none."""
    numbers = [int(found["number"] or found["ordinal"]) for found in _NUMBERED.finditer(given)]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)) or not _NUMBERED.match(given):
        return None
    return _NUMBERED.sub(", ", given).strip(", ")


_NUMBERS = r"-?\d+(?:\.\d+)?(?:\s*,\s*-?\d+(?:\.\d+)?){2,}"
_BARE_LIST = lazy_pattern(_NUMBERS)
_BRACKETED_LIST = lazy_pattern(rf"\[\s*(?P<numbers>{_NUMBERS})\s*\]")
_DASHED_LIST = lazy_pattern(r"\d+(?:\s+[-–]\s+\d+){2,}")
_OF_LIST = frozenset({"list", "array"})


def _listed_barely(key: AnswerKey, given: str) -> str | None:
    """Return the numbers of a list or an array without brackets, and with commas, as an answer has them: [3, 1, 2].

    None if ``given`` is not such a list, or the answer is what code prints.
    """
    if key.stem_words.isdisjoint(_OF_LIST) or _is_result(key) or not any(map(_BARE_LIST.fullmatch, key.answers)):
        return None
    if found := _BRACKETED_LIST.fullmatch(given.strip()):
        return found["numbers"]
    return re.sub(r"\s+[-–]\s+", ", ", given.strip()) if _DASHED_LIST.fullmatch(given.strip()) else None


def _is_result(key: AnswerKey) -> bool:
    """Return whether the answer is what code prints or is worth, so that "it returns" may come before it."""
    return asks_for_output(key.stem) or is_output(key.answers[0], key.stem)
