"""How strictly one answer is graded: the author's setting, or what the answer and its stem call for."""

from dataclasses import dataclass, replace

from quizgen.grading.stem import asks_for_exact, asks_for_spelling
from quizgen.questions.policy import GradingSwitches, Preset
from quizgen.text.notation import is_notation


@dataclass(frozen=True, slots=True)
class Policy:
    """Which differences count. A switch that is on makes a response wrong that differs in it."""

    preset: Preset
    case: bool = False
    accents: bool = False
    articles: bool = False
    word_order: bool = False
    punctuation: bool = False
    typos: bool = False
    units: bool = False
    """Whether the unit must be typed."""


EXACT = Policy("exact", case=True, accents=True, articles=True, word_order=True, punctuation=True, typos=True)
SPELLING = Policy("spelling", accents=True, articles=True, word_order=True, typos=True)
LENIENT = Policy("lenient")
_PRESETS: dict[Preset, Policy] = {"exact": EXACT, "spelling": SPELLING, "lenient": LENIENT}


def policy_for(answer: str, stem: str, grading: GradingSwitches | None, answer_language: str | None) -> Policy:
    """Return the policy for ``answer``: what ``grading`` says, or else what fits the answer and its stem."""
    policy = _PRESETS[(grading.preset if grading else None) or _default(answer, stem, answer_language)]
    if grading is None:
        return policy
    switches = grading.model_dump(exclude={"preset"}, exclude_none=True)
    return replace(policy, **{name: value == "strict" for name, value in switches.items()})


def _default(answer: str, stem: str, answer_language: str | None) -> Preset:
    if is_notation(answer) or asks_for_exact(stem):
        return "exact"
    return "spelling" if answer_language or asks_for_spelling(stem) else "lenient"
