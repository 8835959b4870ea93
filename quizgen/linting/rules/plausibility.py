"""The rule about options that are too far from the question to be believed."""

from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.plausible import misfit_number, misfit_person
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule


@question_rule(
    "Q157",
    "implausible-option",
    kinds=WITH_OPTIONS,
    skips_code=True,
    english=True,
    source=f"{HDR}, guidelines 28f and 29 (no blatantly absurd options; all distractors plausible)",
)
def implausible_option(item: Item) -> Iterator[Flaw]:
    """Flag options that are far from what the stem asks for: a household name of another field, such as a pop singer
    among painters, and a number that is at least 100 times as large or as small as all the others.

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
            "replace it with somebody that learners could mistake for the key",
            item.option_path(person),
        )
        return
    if (number := misfit_number(item.stem, options)) is not None:
        yield Flaw(
            f"{number!r} is of a different size from all the other options",
            "use numbers that somebody could arrive at by a mistake",
            item.option_path(number),
        )
