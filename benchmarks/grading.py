"""Measure how well grading of typed answers agrees with people.

    python benchmarks/grading.py PAIRS.tsv ... [--show] [--ablation] [--qb FOLDER]

Two layouts are read, by the number of columns:

- trivia, 4 columns without a header: accepted answers joined by "/", the response, ``accept`` or ``reject``, and the
  question as the learner sees it. A slash inside a value (9/11, AC/DC) does not separate answers;
- school, 9 columns with a header: subject, kind, language, question, answer, accept (joined by " | "), response,
  verdict (``right`` or ``wrong``) and note. A subject that ends in " course" teaches the language of the third column.

An undecided response, which the learner would be asked to compare with the answer, counts as refused.
"""

import argparse
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pydantic import ValidationError

from quizgen.grading import (
    answer_key,
    asked_form,
    code,
    date_values,
    formulas,
    lenient,
    lists,
    notations,
    other_forms,
    oxidation_numbers,
    people,
    place_names,
    policy,
    preamble,
    quantities,
    readings,
    said_values,
    slips,
    source_code,
    spelling,
    stem_words,
    typed,
    typos,
    values,
)
from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.grader import grade
from quizgen.questions import NumberQuestion, Question, ShortQuestion
from quizgen.text import algebra, answer_forms, formula_trees, latex, mathematics, words
from quizgen.text import quantities as text_quantities
from quizgen.text.notation import is_notation
from quizgen.text.quantities import parse_quantity

MAX_ACCEPT = 50
# A slash separates answers, but not between digits (9/11, 1996/97), unless there is a year before it, and a year or a
# date after it (1983/1984, 1945/17 August 1945).
_SEPARATOR = re.compile(r"(?<!\d)/|/(?!\d)|(?<=(?<!\d)[12]\d\d\d)/(?=[12]\d\d\d(?!\d)|\d\d? [A-Z][a-z]+ \d{4}(?!\d))")
_ONE_VALUE = ("AC/DC", "9/11", "24/7", "S/2000", "w/o")


@dataclass(frozen=True)
class Pair:
    """One judged response."""

    group: str
    kind: str
    question: str
    answers: tuple[str, ...]
    response: str
    right: bool
    answer_language: str | None = None


def read_pairs(path: Path) -> list[Pair]:
    """Read the pairs of either layout; exit with a message at the first line that fits neither."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip("\n")]
    if rows and rows[0][0] == "subject":
        return [
            Pair(
                row[0],
                row[1],
                row[3],
                (row[4], *filter(None, row[5].split(" | "))),
                row[6],
                row[7] == "right",
                row[2] if row[0].endswith(" course") else None,
            )
            for row in rows[1:]
        ]
    pairs = []
    for number, row in enumerate(rows, 1):
        if len(row) != 4 or row[2] not in {"accept", "reject"}:
            sys.exit(f"{path}:{number}: expected accepted answers, response, accept or reject, question")
        answers, response, question = (_unquoted(row[at]) for at in (0, 1, 3))
        pairs.append(Pair("trivia", "short", question, _separated(answers), response, row[2] == "accept"))
    return pairs


def _unquoted(field: str) -> str:
    """Return ``field`` without the quotes that spreadsheets write around a field with quotes in it."""
    bare = field.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return bare[1:-1].replace('""', '"').strip()
    return bare


def _separated(answers: str) -> tuple[str, ...]:
    quantity = parse_quantity(answers)
    formula = is_notation(answers) and not re.search(r"[^\W\d_]{3}", answers)
    if formula or (quantity is not None and quantity.unit is not None):
        return (answers.strip(),)  # 9.81 m/s², a/b
    for value in _ONE_VALUE:
        answers = answers.replace(value, value.replace("/", "\0"))
    parts = (part.replace("\0", "/").strip() for part in _SEPARATOR.split(answers))
    return tuple(dict.fromkeys(part for part in parts if part))


def question_of(pair: Pair, answers: tuple[str, ...]) -> Question:
    """Return the question as an author would write it, with no grading setting."""
    if pair.kind == "number" and (key := parse_quantity(answers[0])) is not None:
        number = {"answer": key.number, "unit": key.unit_text or None, "accept": answers[1:]}
        with suppress(ValidationError):  # a number beyond what the kind takes is asked as text
            return NumberQuestion.model_validate({"id": "pair", "kind": "number", "stem": pair.question, **number})
    return ShortQuestion.model_validate(
        {
            "id": "pair",
            "kind": "short",
            "stem": pair.question,
            "answer": answers[0],
            "accept": answers[1:],
            "answer_language": pair.answer_language,
        }
    )


def quizgen_accepts(pair: Pair) -> bool:
    """Return whether quizgen counts the response as right; long lists of aliases are asked in portions."""
    portions = (pair.answers[start : start + MAX_ACCEPT] for start in range(0, len(pair.answers), MAX_ACCEPT))
    return any(grade(question_of(pair, portion), pair.response).counts_right for portion in portions)


def exact_accepts(pair: Pair) -> bool:
    """Return whether the response is an accepted answer as SQuAD compares: without case, punctuation, articles."""

    def plain(text: str) -> str:
        kept = "".join(char for char in text.lower() if unicodedata.category(char)[0] not in "P")
        return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", kept).split())

    return plain(pair.response) in map(plain, pair.answers)


_QB_ANSWER_CHECKER = """
import checkAnswer from "qb-answer-checker";
import { readFileSync } from "node:fs";
const pairs = JSON.parse(readFileSync(0, "utf8"));
const accepts = (answer, response) => checkAnswer(answer, response).directive === "accept";
console.log(JSON.stringify(pairs.map((pair) => pair.answers.some((answer) => accepts(answer, pair.response)))));
"""


def qb_accepts(pairs: list[Pair], folder: Path) -> Iterator[bool]:
    """Yield whether qb-answer-checker, installed by npm in ``folder``, accepts each response to any of the answers."""
    given = json.dumps([{"answers": pair.answers, "response": pair.response} for pair in pairs])
    command = ["node", "--input-type=module", "--eval", _QB_ANSWER_CHECKER]
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=True)
    yield from json.loads(done.stdout)


@dataclass(frozen=True)
class Result:
    """How often a grader and people disagree."""

    total: int
    false_accepts: list[Pair]
    false_rejects: list[Pair]

    @property
    def agreement(self) -> float:
        """The share of pairs on which both agree."""
        return 1 - (len(self.false_accepts) + len(self.false_rejects)) / self.total

    def __str__(self) -> str:
        """The line of the table."""
        wrong, missed = len(self.false_accepts), len(self.false_rejects)
        return (
            f"agreement {self.agreement:.1%}, false accepts {wrong} ({wrong / self.total:.2%}),"
            f" false rejects {missed} ({missed / self.total:.2%})"
        )


def measure(pairs: list[Pair], verdicts: Iterator[bool]) -> Result:
    """Compare ``verdicts`` with people's."""
    accepts: list[Pair] = []
    rejects: list[Pair] = []
    for pair, verdict in zip(pairs, verdicts, strict=True):
        if verdict != pair.right:
            (accepts if verdict else rejects).append(pair)
    return Result(len(pairs), accepts, rejects)


def _nothing(*_: Any, **__: Any) -> None:
    """Stand for a rule that is left out, and would return a verdict or a value."""


def _never(*_: Any, **__: Any) -> bool:
    """Stand for a rule that is left out, and would return whether it fits."""
    return False


def _none(*_: Any, **__: Any) -> tuple[str, ...]:
    """Stand for a rule that is left out, and would return further answers."""
    return ()


def _always(*_: Any, **__: Any) -> bool:
    """Stand for a condition that is left out, and would return whether it holds."""
    return True


def _same(first: Any, *_: Any, **__: Any) -> Any:
    """Stand for a step that is left out, and would change its first argument."""
    return first


SWITCHES: dict[str, tuple[Any, str, Any]] = {
    "typos": (lenient, "slips", _nothing),
    "typos in names": (people, "typo", _nothing),
    "wrong letter in a five-letter word": (typos, "_WELL_KNOWN", 1_000),
    "all parts correct": (lenient, "_every_part_right", _never),
    "spelling variants": (words, "one_spelling", _same),
    "numbers in words or digits": (words, "in_digits", _same),
    "letters missing from the keyboard": (spelling, "_as_typed", _same),
    "pronoun added": (spelling, "without_pronoun", _same),
    "values": (values, "grade_value", _nothing),
    "dates": (values, "grade_dates", _nothing),
    "only the asked part of a date": (date_values, "asked_part_of_date", _nothing),
    "a year that is part of a date": (date_values, "asks_when", _never),
    "periods": (values, "parse_period", _nothing),
    "times of day": (values, "parse_time", _nothing),
    "units": (text_quantities, "parse_unit", _nothing),
    "two units in one quantity": (text_quantities, "_with_smaller_unit", _nothing),
    "more digits": (quantities, "has_more_digits", _never),
    "number without its noun": (quantities, "asks_how_many", _never),
    "age without years": (quantities, "asks_age", _never),
    "words around a number": (quantities, "_says_no_more", _never),
    "formulas in any order": (formulas, "arranged", _same),
    "solutions as a list": (formulas, "same_solutions", _never),
    "charges in other notations": (oxidation_numbers, "charge", _nothing),
    "words around a symbol": (formulas, "_without_words", _same),
    "symbols and names of units": (formulas, "asks_for_symbol", _never),
    "symbols and case in code": (code, "is_other_code", _never),
    "code without backticks": (typed, "_grade_code", _nothing),
    "names in code": (code, "asks_for_name_in_code", _never),
    "language exercises, recognized by their stem": (policy, "is_language_exercise", _never),
    "language guessed from the stem": (answer_key, "guessed_language", _nothing),
    "equilibrium expressions": (notations, "same_equilibrium", _never),
    "word equations": (notations, "same_word_equation", _never),
    "equations of lines in other forms": (mathematics, "same_zeros", _never),
    "signs of factors": (formula_trees, "_begins_with_minus", _never),
    "reasons without because": (lenient, "asks_why", _never),
    "case in genotypes": (asked_form, "asks_for_genotype", _never),
    "percentages of numbers": (quantities, "_SHARE_OF", re.compile("(?!)")),
    "percent signs": (quantities, "asks_for_percentage", _never),
    "clauses at the start": (spelling, "_is_end_moved", _never),
    "numbers in digits in a sentence": (spelling, "_same_in_digits", _never),
    "tags without angle brackets": (code, "same_tag", _never),
    "ratios": (values, "_ratio", _nothing),
    "prefixes and subscripts of a base": (values, "is_same_in_base", _never),
    "names in other spellings": (people, "_sound_alike", _never),
    "short forms of first names": (people, "_SHORT_FORMS", ()),
    "singular and plural in titles": (other_forms, "asks_for_title", _never),
    "rounded fractions": (quantities, "_is_rounded_part", _never),
    "other notations": (formulas, "_same_notation", _never),
    "signs and musical notes in words": (notations, "same_in_writing", _never),
    "formulas that differ in case": (formulas, "is_other_formula", _never),
    "left side of an equation in the stem": (preamble, "says_expression", _never),
    "category nouns": (AnswerKey, "in_category", _never),
    "list of substances by name or formula": (lists, "_same_by_other_names", _never),
    "wrong thing counted": (quantities, "counts_other_things", _never),
    "titles of namesakes": (people, "_other_title", _never),
    "place names are not typos": (typos, "_is_place", _never),
    "gender of articles": (spelling, "article_disagrees", _never),
    "names written in two scripts": (answer_forms, "written_twice", _none),
    "units in other notations": (formulas, "same_unit", _nothing),
    "parts of hyphenated words": (stem_words, "cuts_hyphen", _never),
    "sharp and flat": (stem_words, "ACCIDENTALS", frozenset()),
    "middle names of namesakes in office": (people, "asks_for_numbered_ruler", _never),
    "directions of vectors": (quantities, "_direction", _nothing),
    "a pair counted as two": (quantities, "_PAIRS", re.compile("(?!)")),
    "constant of an integral": (formulas, "asks_for_integral", _never),
    "element before its oxidation state": (oxidation_numbers, "is_asked", _never),
    "location after a place name": (readings, "_is_elsewhere", _never),
    "place in a country": (readings, "_is_in_nation", _never),
    "nicknames of teams": (place_names, "asks_for_team", _never),
    "doubled letters": (typos, "_doubled", _never),
    "typos in place names without the kind of place": (slips, "without_kind_of_place", _same),
    "rare first names": (people, "_is_common", _always),
    "other scripts in Latin letters": (typed, "asks_for_romanization", _never),
    "surnames that sound the same": (people, "_spelled_alike", _never),
    "doubled letters in names": (typos, "_doubled_in_name", _never),
    "calculations and conditions with words": (typed, "_grade_expression", _nothing),
    "quotes around a word of a command": (source_code, "_QUOTED_WORD", re.compile("(?!)(?P<word>)")),
    "pronoun at the end": (spelling, "without_last_pronoun", _none),
    "fractions that look like dates": (date_values, "_TWO_NUMBERS", re.compile("(?!)")),
    "conditions in code and logic": (typed, "_grade_condition", _nothing),
    "LaTeX": (latex, "plain_latex", _same),
    "words before printed output": (preamble, "asks_for_output", _never),
    "scientific notation": (asked_form, "asks_for_scientific", _never),
    "zeros at the start": (values, "asks_for_digits", _never),
    "values without a unit": (quantities, "asks_for_pure_number", _never),
    "lists of numbers": (values, "_listed_numbers", _none),
    "calculations before a value": (said_values, "_calculates", _never),
    "simplified formulas": (algebra, "_is_simplified", _always),
    "formulas of the stem": (formulas, "asks_for_form", _never),
    "integrals and derivatives in another form": (formulas, "asks_for_any_form", _never),
    "terms and factors": (formulas, "same_terms", _never),
    "charges that are not separated": (formulas, "has_unclear_charge", _never),
    "states of substances": (formulas, "adds_state", _never),
    "isotopes": (notations, "same_nuclide", _never),
    "regular expressions": (formulas, "same_pattern", _never),
    "options in another order": (source_code, "in_fixed_order", _same),
    "objects before methods": (formulas, "is_call_of", _never),
    "case of the variables x, y and z": (formulas, "_only_xyz", _never),
    "formulas followed by their value": (formulas, "_says_value_of", _never),
    "values of several variables": (formulas, "same_assignments", _never),
    "exact values with a unit": (formulas, "same_exact_value", _never),
    "single and double quotes": (formulas, "same_code", _never),
    "quotes added in code": (code, "_adds_quotes", _never),
    "spaces in printed output": (code, "_is_spaced_out", _never),
    "files and addresses": (lenient, "_DOTTED", re.compile("(?!)")),
    "names copied from the stem": (lenient, "_drops_name", _never),
    "titles after names": (people, "_TITLES_LAST", frozenset()),
    "epithets": (people, "_EPITHET", re.compile("(?!)")),
    "lists of numbers, each with its noun": (lists, "_count_different_things", _never),
    "things that belong to the answer": (readings, "_OWNED", re.compile("(?!)")),
}
"""What can be left out besides the rules of ``lenient`` and the readings of ``readings``."""


@contextmanager
def without(name: str) -> Iterator[None]:
    """Leave out one rule, reading or switch, by its name."""
    if name in SWITCHES:
        module, attribute, replacement = SWITCHES[name]
        with patch.object(module, attribute, replacement):
            words.phrase.cache_clear()
            yield
        words.phrase.cache_clear()
        return
    rules, found = dict(lenient.RULES), list(readings.READINGS)
    for rule in rules:
        if rule.__name__ == name:
            del lenient.RULES[rule]
    readings.READINGS[:] = [reading for reading in found if reading.__name__ != name]
    yield
    lenient.RULES.clear()
    lenient.RULES.update(rules)
    readings.READINGS[:] = found


def used_by(pairs: list[Pair]) -> dict[str, list[Pair]]:
    """Return, by rule, the pairs on which it makes any difference to a step of grading, so that only they are repeated.

    Switches that are no functions, or whose results are remembered, may make one on every pair.
    """
    used: dict[str, list[Pair]] = {}
    now: set[str] = set()

    def traced(name: str, step: Callable[..., Any], replacement: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(step)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            result = step(*args, **kwargs)
            if result != replacement(*args, **kwargs):
                now.add(name)
            return result

        return wrapper

    rules, found = dict(lenient.RULES), list(readings.READINGS)
    with ExitStack() as stack:
        for name, (module, attribute, replacement) in SWITCHES.items():
            step = getattr(module, attribute)
            if module is words or not callable(step):
                used[name] = pairs
            else:
                stack.enter_context(patch.object(module, attribute, traced(name, step, replacement)))
        lenient.RULES.clear()
        lenient.RULES.update({traced(rule.__name__, rule, _never): forgiven for rule, forgiven in rules.items()})
        readings.READINGS[:] = [traced(reading.__name__, reading, _nothing) for reading in found]
        for pair in pairs:
            now.clear()
            quizgen_accepts(pair)
            for name in now:
                used.setdefault(name, []).append(pair)
        lenient.RULES.clear()
        lenient.RULES.update(rules)
        readings.READINGS[:] = found
    return used


def ablation(sets: dict[str, list[Pair]]) -> None:
    """Print the gain of each rule (pairs wrongly rejected without it) and its cost (pairs wrongly accepted with it)."""
    names = [rule.__name__ for rule in (*lenient.RULES, *readings.READINGS)]
    used = {name: used_by(pairs) for name, pairs in sets.items()}
    accepted = {name: {pair: quizgen_accepts(pair) for pair in pairs} for name, pairs in sets.items()}
    print(f"| left out | {' | '.join(sets)} |")
    for left_out in (*names, *SWITCHES):
        cells = []
        for name in sets:
            pairs = used[name].get(left_out, [])
            with without(left_out):
                changed = [pair for pair in pairs if quizgen_accepts(pair) is not accepted[name][pair]]
            earned = sum(1 if accepted[name][pair] else -1 for pair in changed if pair.right)
            cost = sum(1 if accepted[name][pair] else -1 for pair in changed if not pair.right)
            cells.append(f"{earned}, {cost}" if earned or cost else "")
        print(f"| {left_out} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Print agreement, false accepts and false rejects of each grader on each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--show", action="store_true", help="list the pairs on which quizgen and people disagree")
    parser.add_argument("--ablation", action="store_true", help="measure again without each rule, by file")
    parser.add_argument(
        "--qb", type=Path, help="a folder with `npm install qb-answer-checker@1.1.9`, to measure it too"
    )
    options = parser.parse_args()
    for path in options.pairs:
        pairs = read_pairs(path)
        print(f"{path.name}: {len(pairs)} pairs")
        print(f"  exact match: {measure(pairs, map(exact_accepts, pairs))}")
        if options.qb:
            print(f"  qb-answer-checker: {measure(pairs, qb_accepts(pairs, options.qb))}")
        result = measure(pairs, map(quizgen_accepts, pairs))
        print(f"  quizgen: {result}")
        if options.show:
            for title, found in (("false accept", result.false_accepts), ("false reject", result.false_rejects)):
                for pair in found:
                    keys = " / ".join(pair.answers)[:160]
                    print(f"  {title}: {pair.response!r} for {keys} -- {pair.question}")
    if options.ablation:
        ablation({path.stem: read_pairs(path) for path in options.pairs})


if __name__ == "__main__":
    main()
