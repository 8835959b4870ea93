"""How strictly a typed answer is graded: which differences between the answer and a response count."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from quizgen.grading.exercises import gives_bare_noun, is_language_exercise
from quizgen.grading.output import is_output
from quizgen.grading.source_code import statement_kind
from quizgen.grading.stems.writing import asks_for_exact
from quizgen.questions.policy import GradingSwitches, Preset
from quizgen.questions.tolerance import Tolerance, parse_tolerance
from quizgen.text.content_words import WORD
from quizgen.text.folding import without_accents
from quizgen.text.words import ARTICLES, LEADING_ARTICLES, is_prose

if TYPE_CHECKING:
    from quizgen.text.quantities import Measure


@dataclass(frozen=True, slots=True)
class Policy:
    """Which differences make a response wrong: those whose switch is on."""

    preset: Preset
    case: bool = False
    accents: bool = False
    articles: bool = False
    bare_nouns: bool = False
    """Whether a noun may do without its article, as in the stem; another article is still wrong."""
    word_order: bool = False
    punctuation: bool = False
    typos: bool = False
    units: bool = False
    """Whether the unit must be typed."""
    tolerance: Tolerance | None = None
    """How far a measured value may be off."""

    @property
    def summary(self) -> str:
        """The policy in words for authors: ``lenient; counts: case``."""
        strict = [name.replace("_", " ") for name in _SWITCHES if getattr(self, name)]
        return f"{self.preset}; counts: {', '.join(strict)}" if strict else self.preset

    def bounds_of(self, quantity: "Measure") -> tuple[Decimal, Decimal] | None:
        """Return the lowest and the highest accepted value in the unit of ``quantity``.

        None if it must be exact: without a tolerance, and for ranges, counts and years.
        """
        measured = quantity.unit is not None or quantity.low.denominator != 1
        return self.tolerance.bounds(quantity.number) if self.tolerance and measured and not quantity.is_range else None


_SWITCHES = ("case", "accents", "articles", "word_order", "punctuation", "typos", "units")
EXACT = Policy("exact", case=True, accents=True, articles=True, word_order=True, punctuation=True, typos=True)
SPELLING = Policy("spelling", accents=True, articles=True, word_order=True, typos=True)
LENIENT = Policy("lenient")
FORMULA = replace(EXACT, word_order=False)
"""The default for formulas and code: terms, factors and sides may be in any order."""
_PRESETS: dict[Preset, Policy] = {"exact": EXACT, "spelling": SPELLING, "lenient": LENIENT}


def policy_for(answer: str, stem: str, grading: GradingSwitches | None, answer_language: str | None) -> Policy:
    """Return the policy for ``answer``: what ``grading`` says, or else what fits the answer and its stem."""
    preset = grading.preset if grading else None
    policy = _PRESETS[preset] if preset else _default(answer, stem, answer_language)
    if grading is None:
        return policy
    switches = grading.model_dump(exclude={"preset", "tolerance"}, exclude_none=True)
    strict = {name: value == "strict" for name, value in switches.items()}
    policy = replace(policy, bare_nouns=policy.bare_nouns and "articles" not in strict)
    return replace(policy, tolerance=parse_tolerance(grading.tolerance) if grading.tolerance else None, **strict)


def _default(answer: str, stem: str, answer_language: str | None) -> Policy:
    if asks_for_exact(stem) or is_output(answer, stem):
        return EXACT
    if _is_notation(answer) or statement_kind(answer, stem) is not None:
        return FORMULA
    if answer_language or is_language_exercise(stem, answer):
        return replace(SPELLING, bare_nouns=gives_bare_noun(stem))
    return LENIENT


def _is_notation(answer: str) -> bool:
    if is_prose(answer):
        return False
    from quizgen.text.notation import is_notation

    return is_notation(answer)


_ANY_ARTICLE = ARTICLES | LEADING_ARTICLES


def keeps(answer: str, given: str, policy: Policy) -> bool:
    """Return whether ``given``, which a lenient rule accepts for ``answer``, agrees with it where ``policy`` is strict.

    Only words that both have are compared, so that a title or a shorter form of a name can still be forgiven.
    """
    right, said = WORD.findall(answer), WORD.findall(given)
    if policy.punctuation and _signs(answer) != _signs(given):
        return False
    if policy.articles and _articles(right) != _articles(said):
        return False
    bare_right, bare_said = list(map(_bare, right)), list(map(_bare, said))
    if policy.word_order and bare_right != bare_said and sorted(bare_right) == sorted(bare_said):
        return False
    capitals = [word[0].isupper() for word in right], [word[0].isupper() for word in said]
    if policy.case and len(right) == len(said) and capitals[0] != capitals[1]:
        return False
    known: dict[str, set[str]] = {}
    for word in right:
        known.setdefault(_bare(word), set()).add(_compared(word, policy))
    return all(_compared(word, policy) in known.get(_bare(word), {_compared(word, policy)}) for word in said)


def _bare(word: str) -> str:
    return without_accents(word).casefold()


def _compared(word: str, policy: Policy) -> str:
    word = word if policy.accents else without_accents(word)
    return word if policy.case else word.casefold()


def _articles(words: list[str]) -> list[str]:
    return [word.casefold() for word in words if word.casefold() in _ANY_ARTICLE]


def _signs(text: str) -> str:
    return "".join(char for char in text.strip() if not char.isalnum() and not char.isspace())
