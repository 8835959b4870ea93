"""The rule about small computations that can be checked: factors, primes, percentages."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from math import isqrt

from quizgen.linting.classes import members_of_class
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.questions import NumberQuestion
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import format_number, parse_number
from quizgen.text.units import parse_unit

_PROPERTY = lazy_pattern(
    r"(?:which|what|select|choose|mark|pick|tick)\b[^?.]{0,60}?\b(?:is|are|numbers?|all|the)\b"
    r"(?P<not> NOT| \*\*not\*\*| not)?(?: an?| the| all)? (?:(?P<factor>(?:factor|divisor)s? of (?P<n>\d{1,9}))"
    r"|(?P<multiple>(?:multiples? of|divisible by) (?P<m>\d{1,9}))|(?P<prime>primes?(?: numbers?)?)"
    r"|(?P<square>square numbers?|perfect squares?)|(?P<even>even(?: numbers?)?)|(?P<odd>odd(?: numbers?)?))\s*[?.:]?"
    r"(?: (?:Select|Choose|Mark|Pick|Tick) [^.?]*[.?]?)?\s*",
    re.IGNORECASE,
)
_ONE_OF_THEM = lazy_pattern(
    r"\b(?:smallest|largest|biggest|greatest|least|lowest|highest|next|first|last|only|nearest|closest)\b",
    re.IGNORECASE,
)
"""Words by which a stem asks for one of the numbers that have the property; the others may be distractors."""
_LARGEST_TESTED = 10**9


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % factor for factor in range(2, isqrt(number) + 1))


_IN_RANGE = lazy_pattern(
    r"which (?:of (?:these|the following)(?: \w+)?|\w+) (?:can|could|may|might|is|are)(?P<not> NOT| \*\*not\*\*| not)?"
    r" (?:possibly )?(?:be )?(?:an? )?(?:possible |valid |values? (?:of|for) )*(?:an? |the )?"
    r"(?:(?P<correlation>(?:Pearson(?:'s)? )?correlation coefficients?)"
    r"|(?P<probability>probabilit(?:y|ies)(?: of an event)?))\s*\?",
    re.IGNORECASE,
)
_COMPARED = lazy_pattern(
    r"which (?:of (?:these|the following)(?: numbers| values)?|number|value|numbers|values) (?:is|are)"
    r"(?P<not> NOT| \*\*not\*\*| not)? (?:(?P<more>(?:greater|larger|bigger|more|higher) than)"
    r"|(?P<less>(?:less|smaller|lower) than)) (?P<bound>[-−]?\d{1,9}(?:\.\d{1,9})?)\s*\?",
    re.IGNORECASE,
)


def _range_test(stem: str) -> Callable[[Decimal], bool] | None:
    """Return the test of the values that ``stem`` asks for, such as probabilities; None for any other stem."""
    plain = stem.strip()
    test: Callable[[Decimal], bool]
    if (found := _IN_RANGE.fullmatch(plain)) is not None:
        lowest = -1 if found["correlation"] else 0
        test = lambda value: lowest <= value <= 1  # noqa: E731
    elif (found := _COMPARED.fullmatch(plain)) is not None and not _ONE_OF_THEM.search(plain):
        bound = parse_number(found["bound"])
        assert bound is not None
        test = (lambda value: value > bound) if found["more"] else (lambda value: value < bound)
    else:
        return None
    return (lambda value: not test(value)) if found["not"] else test


_PERCENT = lazy_pattern(
    r"(?:what is|calculate|find|how much is) (?P<share>\d{1,4}(?:\.\d{1,4})?) ?(?:%|percent|per cent) of"
    r" (?P<of>\d[\d,]{0,9}(?:\.\d{1,4})?)\s*[?.]?",
    re.IGNORECASE,
)
_OPERATION = lazy_pattern(
    r"(?:what is|calculate|find|how much is|compute|work out) (?:the (?:result|value) of )?"
    r"(?P<left>\d[\d,]{0,9}(?:\.\d{1,6})?) ?(?P<sign>[-+−–×x*·÷/:]|plus|minus|times|multiplied by|divided by)"
    r" ?(?P<right>\d[\d,]{0,9}(?:\.\d{1,6})?)\s*[?.=]?\s*\??",
    re.IGNORECASE,
)
_POWER = lazy_pattern(
    r"(?:what is|calculate|find|how much is) (?:(?P<root>the (?P<which>square|cube) root of )(?P<n>\d{1,9})"
    r"|(?P<base>\d{1,4}) (?P<power>squared|cubed))\s*\??",
    re.IGNORECASE,
)
_PLUS, _MINUS, _TIMES = ("+", "plus"), ("-", "−", "–", "minus"), ("×", "x", "*", "·", "times", "multiplied by")


_DIGIT = lazy_pattern(r"\d")


def _result(stem: str) -> Fraction | None:
    """Return the result of the one operation that ``stem`` asks for, if it is exact; None for any other stem."""
    if not _DIGIT.search(stem):
        return None
    plain = stem.strip()
    if (found := _PERCENT.fullmatch(plain)) is not None:
        return _exact(found["share"]) * _exact(found["of"]) / 100
    if (found := _OPERATION.fullmatch(plain)) is not None:
        left, right, sign = _exact(found["left"]), _exact(found["right"]), found["sign"].lower()
        if sign in _PLUS:
            return left + right
        if sign in _MINUS:
            return left - right
        if sign in _TIMES:
            return left * right
        return left / right if right else None
    if (found := _POWER.fullmatch(plain)) is None:
        return None
    if found["base"]:
        return _exact(found["base"]) ** (2 if found["power"].lower() == "squared" else 3)
    degree = 2 if found["which"].lower() == "square" else 3
    root = round(int(found["n"]) ** (1 / degree))
    return Fraction(root) if root**degree == int(found["n"]) else None


def _exact(number: str) -> Fraction:
    return Fraction(number.replace(",", ""))


def _property(stem: str) -> Callable[[int], bool] | None:
    """Return the test of a number that ``stem`` asks for; None if it asks for anything else."""
    found = _PROPERTY.fullmatch(stem.strip())
    if found is None or _ONE_OF_THEM.search(stem):
        return None
    tests: dict[str, Callable[[int], bool]] = {
        "factor": lambda number: number > 0 and int(found["n"]) % number == 0,
        "multiple": lambda number: int(found["m"]) > 0 and number % int(found["m"]) == 0,
        "prime": _is_prime,
        "square": lambda number: number >= 0 and isqrt(number) ** 2 == number,
        "even": lambda number: number % 2 == 0,
        "odd": lambda number: number % 2 == 1,
    }
    test = next(tests[name] for name in tests if found[name])
    return (lambda number: not test(number)) if found["not"] else test


_COMMANDS = frozenset("what calculate find how compute work determine".split())
"""The first words of stems that ask for the result of a computation."""
_PROPERTY_WORDS = frozenset(
    "factor factors divisor divisors multiple multiples divisible prime primes square squares even odd".split()
)


@question_rule(
    "Q155",
    "wrong-arithmetic",
    kinds=(*WITH_OPTIONS, "number"),
    triggers=(
        *_PROPERTY_WORDS,
        *"correlation probability probabilities than of unit what calculate find compute how work which".split(),
    ),
    english=True,
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def wrong_arithmetic(item: Item) -> Iterator[Flaw]:
    """Flag distractors that are correct, and keys that are wrong, according to a short calculation or list.
    Calculations cover factors, multiples, primes, squares, even and odd numbers, probabilities, units of the same
    quantity, and the result of one operation ("15% of 240"). Lists are the members of small classes, such as the
    planets and the noble gases.

    ## Why it matters
    Learners who compute correctly are marked wrong.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which of these numbers is prime?
      answer: '41'
      distractors: ['39', '43', '49']
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which of these numbers is prime?
      answer: '41'
      distractors: ['39', '45', '49']
    ```
    """
    first = item.stem_words[0] if item.stem_words else ""
    if first in _COMMANDS:
        if (result := _result(item.stem)) is not None:
            yield from _wrong_result(item, result)
            return
        yield from _wrong_average(item)
    is_which = first == "which"
    if is_which:
        yield from _in_class(item)
        yield from _other_unit(item)
    in_range = _range_test(item.stem) if is_which else None
    fits = None if _PROPERTY_WORDS.isdisjoint(item.stem_words) else _property(item.stem)
    if in_range is not None:
        values_of = [(option, value) for option in item.options if (value := parse_number(option)) is not None]
        for option, value in values_of:
            if in_range(value) is not (option in item.keys):
                yield _wrong(item, option)
    if fits is None:
        return
    for option in item.options:
        number = parse_number(option)
        if number is None or number != number.to_integral_value() or abs(number) > Decimal(_LARGEST_TESTED):
            continue
        if fits(int(number)) is not (option in item.keys):
            yield _wrong(item, option)


def _wrong_result(item: Item, result: Fraction) -> Iterator[Flaw]:
    """Yield the first key that is a number and does not accept ``result``."""
    accepted = {key: (value, value) for key in item.keys if (value := parse_number(key)) is not None}
    if isinstance(item.question, NumberQuestion):
        accepted = {format_number(item.question.answer): item.question.bounds}
    for key, (low, high) in accepted.items():
        if not Fraction(low) <= result <= Fraction(high) and _is_finite(result):
            yield Flaw(
                f"the key {key!r} is wrong: the result is {format_number(float(result))}",
                "correct the key or the stem",
                item.option_path(key) if item.options else ("answer",),
            )
            return


_AVERAGE = lazy_pattern(
    r"(?:what is|calculate|find|compute|work out|determine) the (?P<which>(?:arithmetic )?mean|average|median|mode"
    r"|range|sum) of (?:the )?(?:(?:numbers|values|data|scores|data set|set|list)[: ]+)?"
    r"(?P<numbers>[-−]?\d+(?:\.\d+)?(?:(?:, | and |, and )[-−]?\d+(?:\.\d+)?){2,20})\s*[?.]?",
    re.IGNORECASE,
)
_ITEM = lazy_pattern(r"[-−]?\d+(?:\.\d+)?")


def _wrong_average(item: Item) -> Iterator[Flaw]:
    """Yield a key that is not the average that the stem asks for, and, for an "average", a median or mode."""
    found = _AVERAGE.fullmatch(item.stem.strip())
    if found is None:
        return
    numbers = sorted(Fraction(each.replace("−", "-")) for each in _ITEM.findall(found["numbers"]))
    times = Counter(numbers)
    modes = [number for number in times if times[number] == max(times.values())]
    results: dict[str, Fraction | None] = {
        "mean": sum(numbers, Fraction()) / len(numbers),
        "median": (numbers[(len(numbers) - 1) // 2] + numbers[len(numbers) // 2]) / 2,
        "mode": modes[0] if len(modes) == 1 else None,
        "range": numbers[-1] - numbers[0],
        "sum": sum(numbers, Fraction()),
    }
    which = found["which"].lower()
    result = results["mean" if "mean" in which or which == "average" else which]
    if result is not None:
        yield from _wrong_result(item, result)
    if which == "average":
        for option in item.distractors:
            value = parse_number(option)
            other = next((name for name in ("median", "mode") if value is not None and results[name] == value), None)
            if other is not None and value != result:
                yield Flaw(
                    f"{option!r} is the {other}, which is also an average", "ask for the mean", item.option_path(option)
                )
                return


def _wrong(item: Item, option: str) -> Flaw:
    is_key = option in item.keys
    return Flaw(
        f"the key {option!r} is wrong" if is_key else f"the distractor {option!r} is also correct",
        "replace it with another option",
        item.option_path(option),
    )


def _is_finite(result: Fraction) -> bool:
    """Return whether ``result`` has at most four decimals."""
    return (result * 10_000).denominator == 1


def _in_class(item: Item) -> Iterator[Flaw]:
    """Yield the options whose class makes them wrong: distractors from the class that the stem asks for, or the key to
    "Which is NOT a planet?" if it is one.
    """
    known = members_of_class(item.stem)
    if known is None:
        return
    members, asks_for_others = known
    for option in item.options:
        name = " ".join(option.lower().removeprefix("the ").split())
        # What is not listed is never reported, since a member may have another name.
        if name in members and (option in item.keys) is asks_for_others:
            yield _wrong(item, option)


_UNIT_OF = lazy_pattern(
    r"which (?:of (?:these|the following)(?: \w+)?|\w+)? ?(?:is|are) (?:an? )?units? (?:of|for)"
    r" (?P<quantity>[\w ]{3,30})\?",
    re.IGNORECASE,
)


def _other_unit(item: Item) -> Iterator[Flaw]:
    """Yield distractors that are units of the same quantity as the key: kilowatt-hour, a unit of energy."""
    if _UNIT_OF.fullmatch(item.stem.strip()) is None:
        return
    of_keys = {unit.dimension for key in item.keys if (unit := parse_unit(key.removeprefix("the "))) is not None}
    for option in item.distractors:
        unit = parse_unit(option.removeprefix("the ")) or parse_unit(option.replace("-", " "))
        if unit is not None and unit.dimension in of_keys:
            yield _wrong(item, option)
