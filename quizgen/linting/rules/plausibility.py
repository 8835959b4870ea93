"""The rule about options that are too far from the question to be believed."""

from collections.abc import Iterator, Sequence

from quizgen.linting.finding import Flaw
from quizgen.linting.household_names import misfit_person
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.text.lazy_pattern import lazy_pattern

_FACTOR = 100
"""A number that is so many times as large as all others, which are close to each other, is of another size."""
_CLOSE = 10
_PLAIN = lazy_pattern(r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12})(?P<unit>(?: [a-z]+)?)")
_SIZES_DIFFER = lazy_pattern(
    r"\b(?:orders? of magnitude|powers?|significant|factor|scale|metric|convert\w*|prefix\w*)\b"
)


@question_rule(
    "Q157",
    "implausible-option",
    kinds=WITH_OPTIONS,
    skips_code=True,
    english=True,
    source=f"{HDR}, guidelines 28f and 29 (no blatantly absurd options; all distractors plausible)",
)
def implausible_option(item: Item) -> Iterator[Flaw]:
    """Flag options that are far from what the stem asks for: a household name from another field, such as a pop singer
    among painters, and a number that is at least 100 times larger or smaller than all the others.

    ## Why it matters
    Learners who know nothing about the subject rule the option out, so the others are easier to guess. If the odd one
    is the key, it stands out.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the ceiling of the Sistine Chapel?
      answer: Michelangelo
      distractors: [Raphael, Elvis Presley, Titian]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Who painted the ceiling of the Sistine Chapel?
      answer: Michelangelo
      distractors: [Raphael, Leonardo da Vinci, Titian]
    ```
    """
    options = item.options
    if (person := misfit_person(item.stem, options, item.keys)) is not None:
        yield Flaw(
            f"{person!r} has nothing to do with what the stem asks for",
            "replace it with someone whom learners could mistake for the key",
            item.option_path(person),
        )
        return
    if (number := _misfit_number(item.stem, options)) is not None:
        yield Flaw(
            f"{number!r} is far larger or smaller than all the other options",
            "use numbers that learners could arrive at by mistake",
            item.option_path(number),
        )


def _misfit_number(stem: str, options: Sequence[str]) -> str | None:
    """Return the only number among ``options`` that is of another size than all others, which have the same unit."""
    found = [_PLAIN.fullmatch(option.strip()) for option in options]
    plain = [each for each in found if each is not None]
    if len(plain) != len(options) or len(plain) < 3 or len({each["unit"] for each in plain}) > 1:
        return None
    values = [int(each["number"].replace(",", "")) for each in plain]
    if min(values) <= 0 or _SIZES_DIFFER.search(stem):
        return None
    for at, value in enumerate(values):
        others = values[:at] + values[at + 1 :]
        is_odd = value >= _FACTOR * max(others) or value * _FACTOR <= min(others)
        if is_odd and max(others) <= _CLOSE * min(others):
            return options[at]
    return None
