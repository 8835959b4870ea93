"""What a typed response is compared with, and how strictly."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.grading.exercises import is_language_exercise
from quizgen.grading.known import KnownAnswers
from quizgen.grading.output import is_output
from quizgen.grading.source_code import statement_kind
from quizgen.grading.stems.code import asks_for_name_in_code, case_in_code
from quizgen.grading.stems.formulas import asks_for_symbol
from quizgen.grading.stems.names import asks_for_person, asks_for_place
from quizgen.grading.stems.writing import asks_for_exact
from quizgen.questions.policy import GradingSwitches, Preset
from quizgen.questions.tolerance import Tolerance, parse_tolerance
from quizgen.questions.typed import AnswerType
from quizgen.text.countries import COUNTRIES, NATIONS, are_people_of, in_short
from quizgen.text.folding import without_accents
from quizgen.text.languages import primary
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import US_STATES, categories_like
from quizgen.text.word_forms import singular, singulars, stem
from quizgen.text.words import ARTICLES, LEADING_ARTICLES, Phrase, function_words, is_prose, phrase

if TYPE_CHECKING:
    from quizgen.text.quantities import Measure
    from quizgen.text.units import Unit

ENDS = " \t\n.,;:!?\"'“”‘’«»„`。、！？।॥؟،¿¡「」『』"
"""Signs at the ends of a response, which only count if `punctuation` does."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Which differences make a response wrong: those whose switch is on."""

    preset: Preset
    case: bool = False
    accents: bool = False
    articles: bool = False
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
    return replace(policy, tolerance=parse_tolerance(grading.tolerance) if grading.tolerance else None, **strict)


def _default(answer: str, stem: str, answer_language: str | None) -> Policy:
    if asks_for_exact(stem) or is_output(answer, stem):
        return EXACT
    if _is_notation(answer) or statement_kind(answer, stem) is not None:
        return FORMULA
    return SPELLING if answer_language or is_language_exercise(stem, answer) else LENIENT


def _is_notation(answer: str) -> bool:
    if is_prose(answer):
        return False
    from quizgen.text.notation import is_notation

    return is_notation(answer)


_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_ANY_ARTICLE = ARTICLES | LEADING_ARTICLES


def keeps(answer: str, given: str, policy: Policy) -> bool:
    """Return whether ``given``, which a lenient rule accepts for ``answer``, agrees with it where ``policy`` is strict.

    Only words that both have are compared, so that a title or a shorter form of a name can still be forgiven.
    """
    right, said = _WORD.findall(answer), _WORD.findall(given)
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


_STATE_OF_CODE = {code: state for state, code in US_STATES.items()}
_CITIES = frozenset("city town ciudad ville stadt citta cidade".split())
_UNIT = lazy_pattern(
    r"[^\W\d_]{4,}(?:\s+per\s+[^\W\d_]+|\s+sterling)?|[$€£¥%]|°[CF]|(?<=\bin\s)[^\s?.,()]{1,8}(?=[?.)]|$)"
)
"""What may name a unit in a stem: a word of four letters or more, a sign, or what follows "in" at the end."""


@dataclass(frozen=True)
class AnswerKey:
    """The key of one typed answer: what is accepted, what is rejected, and what is known about the question."""

    answers: tuple[str, ...]
    """The correct answers, the best form first."""
    stem: str = ""
    type: AnswerType = "text"
    known: KnownAnswers = field(default_factory=KnownAnswers)
    policy: Policy = LENIENT
    rejected: Mapping[str, str | None] = field(default_factory=dict)
    """Answers that are wrong, with their feedback."""
    pattern: str | None = None
    locale: str = "en"
    """The language of the answer and its stem, possibly with a region: ``es-MX``."""

    @cached_property
    def language(self) -> str:
        """The language of the answer, without a region."""
        return primary(self.locale)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words of the language that carry no meaning of their own."""
        return function_words(self.language)

    def phrase(self, text: str) -> Phrase:
        """Return the words of ``text`` that count in the language of the answer."""
        return phrase(text, self.language)

    def singular(self, word: str) -> str:
        """Return the singular of ``word`` in the language of the answer."""
        return singular(word, self.language)

    def singulars(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return all ``words`` in the singular."""
        return singulars(words, self.language)

    @cached_property
    def forms(self) -> tuple[Phrase, ...]:
        """Every accepted answer in words."""
        return tuple(form for form in map(self.phrase, dict.fromkeys(self.answers)) if form.words)

    @cached_property
    def is_prose(self) -> bool:
        """Whether all answers are words, and the stem asks neither for a symbol nor for code."""
        return all(map(is_prose, self.answers)) and not (
            asks_for_symbol(self.stem) or asks_for_name_in_code(self.stem) or case_in_code(self.stem) is not None
        )

    def agrees_with_country(self, region: str) -> bool:
        """Return whether ``region`` has a country that the stem names, unless the stem names none."""
        if any(map(self.names_state, US_STATES)):
            return self.names_state(region)
        named = {word for word in self.phrase(self.stem).words if word in NATIONS}
        said = {word for word in region.split() if word in NATIONS}
        return not named or not said or bool(named & said)

    def names_state(self, state: str) -> bool:
        """Return whether the stem names ``state``, a state of the US or its code."""
        return f" {_STATE_OF_CODE.get(state, state)} " in f" {self.phrase(self.stem).normal} "

    @cached_property
    def stem_units(self) -> "frozenset[Unit]":
        """The units that the stem names."""
        from quizgen.text.units import parse_unit

        return frozenset(unit for name in _UNIT.findall(self.stem) if (unit := parse_unit(name)) is not None)

    @cached_property
    def normals(self) -> frozenset[str]:
        """The forms' words, as rules compare them."""
        return frozenset(form.normal for form in self.forms)

    @cached_property
    def stem_words(self) -> frozenset[str]:
        """The words of the stem, in the singular."""
        return frozenset(self.singulars(self.phrase(self.stem).words))

    @cached_property
    def stem_stems(self) -> frozenset[str]:
        """The stems of the stem's words."""
        return frozenset(stem(word, self.language) for word in self.stem_words)

    @cached_property
    def _stem_in_short(self) -> frozenset[str]:
        return frozenset(in_short(self.phrase(self.stem).normal).split())

    @cached_property
    def _stem_nations(self) -> frozenset[str]:
        return self.stem_words & NATIONS

    @cached_property
    def alternatives(self) -> frozenset[str]:
        """The words around each "or" in the stem, between which it may ask to choose."""
        words = self.phrase(self.stem).words
        return (
            frozenset(near for at, word in enumerate(words) if word == "or" for near in words[max(0, at - 2) : at + 3])
            - self.function_words
        )

    @cached_property
    def is_nation(self) -> bool:
        """Whether an answer is a country."""
        return not COUNTRIES.isdisjoint(self.normals)

    @cached_property
    def rivals(self) -> frozenset[str]:
        """The words of the set's other answers."""
        return self.known.normals - self.normals

    @cached_property
    def asks_for_person(self) -> bool:
        """Whether the answer is a person, by its type or by the stem."""
        return self.type == "person" or (self.type == "text" and asks_for_person(self.stem))

    @cached_property
    def asks_for_place(self) -> bool:
        """Whether the answer is a place, by its type or by the stem."""
        return self.type == "place" or (self.type == "text" and asks_for_place(self.stem))

    def in_stem(self, word: str) -> bool:
        """Return whether the stem says ``word``, in any form; "Armenia" says "Armenian" too."""
        known = self._looked_up.get(word)
        if known is None:
            known = self._looked_up[word] = self._says(word)
        return known

    @cached_property
    def _looked_up(self) -> dict[str, bool]:
        return {}

    def in_category(self, word: str) -> bool:
        """Return whether ``word`` is a noun for the kind of thing that the stem asks for: an era, for which period."""
        if self.asks_for_place and word in _CITIES:
            return True
        return not self.stem_words.isdisjoint(categories_like(self.singular(word)))

    def _says(self, word: str) -> bool:
        country = word[:-1] if word.endswith("n") and word[:-1] in NATIONS else word
        if not self.stem_words.isdisjoint({self.singular(word), country}) or in_short(word) in self._stem_in_short:
            return True
        if any(are_people_of(word, nation) for nation in self._stem_nations) or self._has_adjective_of(word):
            return True
        return len(word) >= 4 and stem(word, self.language) in self.stem_stems

    def _has_adjective_of(self, word: str) -> bool:
        """Return whether the stem has the adjective for a people: Turkish, for Turks."""
        one = self.singular(word)
        return len(one) >= 4 and not self.stem_words.isdisjoint({f"{one.removesuffix('e')}ish", f"{one}{one[-1]}ish"})

    def is_rival(self, words: tuple[str, ...]) -> bool:
        """Return whether ``words`` are another answer of the set."""
        normal = " ".join(words)
        return normal in self.known.normals and normal not in self.normals
