"""How strictly a typed answer is graded, as an author writes it."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from quizgen.questions.base import Model
from quizgen.questions.fields import Line
from quizgen.questions.problem import Problem
from quizgen.questions.tolerance import tolerance_problems

Preset = Literal["exact", "spelling", "lenient"]
"""``exact``: character by character; ``spelling``: every letter counts; ``lenient``: slips are forgiven."""

Strictness = Literal["strict", "lenient"]


class GradingSwitches(Model):
    """A preset, and the switches that override it. Switches that are left out keep the values of the preset."""

    preset: Preset | None = None
    """The preset that the switches adjust. By default, it is chosen to suit the answer."""
    case: Strictness | None = None
    """Whether a difference in case makes the answer wrong."""
    accents: Strictness | None = None
    """Whether a difference in accents or other marks on letters makes the answer wrong."""
    articles: Strictness | None = None
    """Whether a wrong article makes the answer wrong: `das Buch` is not `der Buch`."""
    word_order: Strictness | None = None
    """Whether the words, or the parts of a list, must be in the same order as in the answer."""
    punctuation: Strictness | None = None
    """Whether a difference in punctuation makes the answer wrong."""
    typos: Strictness | None = None
    """Whether a typo makes the answer wrong."""
    units: Strictness | None = None
    """Whether the unit must be typed."""
    tolerance: Line | None = None
    """How far a measured value may be off: `0.5`, `2%` or `3 significant figures`. A question's own `tolerance` takes
    precedence."""

    @property
    def is_exact(self) -> bool:
        """Whether the author asks for the answer itself, without anything around it."""
        return self.preset == "exact" or self.punctuation == "strict"

    def problems(self) -> Iterator[Problem]:
        yield from tolerance_problems(self.tolerance)

    def over(self, base: "GradingSwitches | None") -> "GradingSwitches":
        """Return these switches with those of ``base`` where they say nothing; a preset replaces all of ``base``."""
        if base is None or self.preset is not None:
            return self
        return base.model_copy(update=self.model_dump(exclude_none=True))


def _preset_alone(value: Any) -> Any:
    return {"preset": value} if isinstance(value, str) else value


Grading = Annotated[
    GradingSwitches,
    BeforeValidator(_preset_alone, json_schema_input_type=Preset | GradingSwitches),
]
"""What authors write under ``grading``: a preset, or switches."""
