"""The rule about small computations that can be checked: factors, primes, percentages."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from math import isqrt

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.text.numbers import parse_number

_PROPERTY = re.compile(
    r"(?:which|what|select|choose|mark|pick|tick)\b[^?.]{0,60}?\b(?:is|are|numbers?|all|the)\b"
    r"(?P<not> NOT| \*\*not\*\*| not)?(?: an?| the| all)? (?:(?P<factor>(?:factor|divisor)s? of (?P<n>\d{1,9}))"
    r"|(?P<multiple>(?:multiples? of|divisible by) (?P<m>\d{1,9}))|(?P<prime>primes?(?: numbers?)?)"
    r"|(?P<square>square numbers?|perfect squares?)|(?P<even>even(?: numbers?)?)|(?P<odd>odd(?: numbers?)?))\s*[?.:]?"
    r"(?: (?:Select|Choose|Mark|Pick|Tick) [^.?]*[.?]?)?\s*",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(
    r"\b(?:smallest|largest|biggest|greatest|least|lowest|highest|next|first|last|only|nearest|closest)\b",
    re.IGNORECASE,
)
"""Words by which a stem asks for one of the numbers that have the property; the others may be distractors."""
_LARGEST_TESTED = 10**9


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % factor for factor in range(2, isqrt(number) + 1))


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


@question_rule(
    "Q155",
    "wrong-arithmetic",
    kinds=WITH_OPTIONS,
    triggers=(
        "factor factors divisor divisors multiple multiples divisible prime primes square squares even odd".split()
    ),
    english=True,
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def wrong_arithmetic(item: Item) -> Iterator[Flaw]:
    """Flag distractors that are right, and keys that are wrong, if a short computation shows it: factors, multiples,
    primes, squares, even and odd numbers.

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
    fits = _property(item.stem)
    if fits is None:
        return
    for option in item.options:
        number = parse_number(option)
        if number is None or number != number.to_integral_value() or abs(number) > Decimal(_LARGEST_TESTED):
            continue
        if fits(int(number)) is not (option in item.keys):
            is_key = option in item.keys
            yield Flaw(
                f"the key {option!r} is wrong" if is_key else f"the distractor {option!r} is right, too",
                "replace it with another number",
                item.option_path(option),
            )
