"""What a typed response is compared with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from quizgen.grading.exercises import (
    asks_for_english,
    asks_for_word_like,
    changes_sentence,
    is_translated,
    with_other_articles,
)
from quizgen.grading.instructions import may_be_exercise
from quizgen.grading.known import KnownAnswers
from quizgen.grading.policy import LENIENT, Policy, policy_for
from quizgen.grading.stems.code import asks_for_name_in_code, case_in_code, is_word_of_code
from quizgen.grading.stems.formulas import asks_for_symbol
from quizgen.grading.stems.names import asks_for_person, asks_for_place
from quizgen.grading.translations import in_other_words
from quizgen.questions.typed import AnswerType, ClozeQuestion, NumberQuestion, ShortQuestion
from quizgen.text.chemistry.organic_names import is_systematic
from quizgen.text.countries import COUNTRIES, NATIONS, are_people_of, in_short
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.folding import fold
from quizgen.text.guessed_language import guessed_language
from quizgen.text.languages import primary
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.synonyms import US_STATES, categories_like
from quizgen.text.word_forms import singular, singulars, stem
from quizgen.text.words import Phrase, function_words, is_prose, phrase

if TYPE_CHECKING:
    from quizgen.text.units import Unit

ENDS = " \t\n.,;:!?\"'“”‘’«»„`。、！？।॥؟،¿¡「」『』"
"""Signs at the ends of a response, which only count if `punctuation` does."""
_STATE_OF_CODE = {code: state for state, code in US_STATES.items()}
_INVENTIONS = frozenset({"machine", "device", "invention"})
_CITIES = frozenset("city town ciudad ville stadt citta cidade".split())
_TOOL_COMMAND = lazy_pattern(r"(?:git|docker|npm|pip|conda|kubectl) [a-z]+")
"""A command without options, which looks like words: git branch."""
_POWER_OF = r"(?:square|cubic)\s+"
_UNIT = lazy_pattern(
    rf"(?:newton|(?:kilo)?watt|(?:milli)?amp(?:ere)?)[\s-](?:met(?:re|er)s?|hours?)|(?:{_POWER_OF})?[^\W\d_]{{4,}}"
    rf"(?:(?:\s+per\s+(?:{_POWER_OF})?[^\W\d_]+){{1,2}}|\s+sterling|\s+(?:squared|cubed))?"
    rf"|[{CURRENCY_SIGNS}%]|°[CF]|(?<=\bin\s)[^\s?.,()]{{1,8}}(?=[?.)]|$)"
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
    explanation: str = ""
    """What the question says about its answer after it was given."""

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
    def may_be_form(self) -> bool:
        """Whether an answer is a translation, or may replace a word that the stem gives, so that its ending counts."""
        stem = self.stem
        if asks_for_word_like(stem) or _NUMBER_ASKED.search(stem):
            return True
        if self.translates or self.changes_sentence:
            return True
        return any(may_be_exercise(stem, answer) for answer in self.answers)

    @cached_property
    def translates(self) -> bool:
        """Whether an answer is a word or more that is translated into English."""
        return any(is_translated(self.stem, answer) for answer in self.answers)

    @cached_property
    def changes_sentence(self) -> bool:
        """Whether an answer is a sentence of the stem in another form."""
        return any(changes_sentence(self.stem, answer) for answer in self.answers)

    @cached_property
    def is_translation(self) -> bool:
        """Whether the answer is a sentence that is translated into English, in which a number is a word like others."""
        long = len(self.forms[0].words) >= 3 if self.forms else False
        return long and is_translated(self.stem, self.answers[0])

    @cached_property
    def is_prose(self) -> bool:
        """Whether all answers are words, and the stem asks neither for a symbol nor for code."""
        return all(map(self._is_in_words, self.answers)) and not (
            asks_for_symbol(self.stem) or asks_for_name_in_code(self.stem) or case_in_code(self.stem) is not None
        )

    def _is_in_words(self, answer: str) -> bool:
        return is_prose(answer) and not (_TOOL_COMMAND.fullmatch(answer) or is_word_of_code(answer, self.stem))

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
    def said_by_question(self) -> str:
        """All that the question says: its stem, its answers and its explanation."""
        return " ".join((self.stem, *self.answers, self.explanation))

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
        at_or = [at for at, word in enumerate(words) if word == "or"]
        single = any(answer in words[max(0, at - 1) : at + 2] for answer in self.normals for at in at_or)
        before = 1 if single else 2  # (the reaction is) exothermic or endothermic; a strong acid or a weak acid
        return frozenset(near for at in at_or for near in words[max(0, at - before) : at + 3]) - self.function_words

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
        if word in _INVENTIONS and any(said.startswith("invent") for said in self.stem_words):
            return True
        return not self.stem_words.isdisjoint(categories_like(self.singular(word)))

    def _says(self, word: str) -> bool:
        country = word[:-1] if word.endswith("n") and word[:-1] in NATIONS else word
        if not self.stem_words.isdisjoint({self.singular(word), country}) or in_short(word) in self._stem_in_short:
            return True
        if any(are_people_of(word, nation) for nation in self._stem_nations) or self._has_adjective_of(word):
            return True
        # Ethanoic acid does not say ethanoate.
        return len(word) >= 4 and stem(word, self.language) in self.stem_stems and not is_systematic(word)

    def _has_adjective_of(self, word: str) -> bool:
        """Return whether the stem has the adjective for a people: Turkish, for Turks."""
        one = self.singular(word)
        return len(one) >= 4 and not self.stem_words.isdisjoint({f"{one.removesuffix('e')}ish", f"{one}{one[-1]}ish"})

    def is_rival(self, words: tuple[str, ...]) -> bool:
        """Return whether ``words`` are another answer of the set."""
        normal = " ".join(words)
        return normal in self.known.normals and normal not in self.normals


def key_of(
    question: ShortQuestion | NumberQuestion | ClozeQuestion,
    answers: tuple[str, ...],
    known: KnownAnswers,
    rejected: Mapping[str, str | None],
) -> AnswerKey:
    """Return the key of ``question``, or of one blank of it, with the policy and the language that apply to it."""
    stem = _ESCAPED_BLANK.sub(lambda blank: blank[0].replace("\\", ""), question.stem)
    in_english = question.answer_language != "en" and asks_for_english(stem, answers[0])
    answer_language = None if in_english else question.answer_language
    policy = policy_for(answers[0], stem, question.grading, answer_language)
    answers = tuple(without_latex(answer, stem) for answer in answers)
    answers = tuple(dict.fromkeys((*_names_in(answers, stem), *with_other_articles(answers[0], stem))))
    if in_english or asks_for_english(stem, answers[0]):
        answers = tuple(dict.fromkeys((*answers, *(other for answer in answers for other in in_other_words(answer)))))
    rejected = {without_latex(answer, stem): feedback for answer, feedback in rejected.items()}
    locale = "en" if in_english else answer_language or question.language or guessed_language(stem) or "en"
    known = known.read_in(primary(locale))
    explanation = question.explanation or ""
    if _CHARGE.search(stem):
        answers = tuple(_COULOMBS.sub(" coulombs", answer) for answer in answers)
    if (person := _best_known(answers, stem, known)) is not None:
        answers = (*answers, person)
    return AnswerKey(answers, stem, "text", known, policy, rejected, locale=locale, explanation=explanation)


_NUMBER_ASKED = lazy_pattern(r"\b(?:singular|plural)\s+(?:form\s+)?(?:of|for)\b", re.IGNORECASE)
_CHARGE = lazy_pattern(r"\b(?:charge|coulombs?)\b", re.IGNORECASE)
_COULOMBS = lazy_pattern(r"(?<=\d)(?<!\^\d)(?<!\^-\d)(?<!\^-\d\d)\s?C$")
"""The symbol after a charge without a power of ten, which would be read as degrees."""


def _best_known(answers: tuple[str, ...], stem: str, known: KnownAnswers) -> str | None:
    """Return the full name of the person whose surname is the only answer, unless the set has another bearer of it."""
    surname = answers[0]
    if len(answers) > 1 or not surname.isalpha() or not surname.istitle() or not asks_for_person(stem):
        return None
    from quizgen.text.known_people import best_known

    bearers = [normal for normal in known.normals if normal.endswith(f" {fold(surname)}")]
    return None if bearers else best_known(surname)


_ESCAPED_BLANK = lazy_pattern(r"(?:\\_){2,}")
"""A blank whose underscores are escaped as Markdown has it."""
_MAY_BE_LATEX = lazy_pattern(r"\\|\$|\^\{")


def without_latex(text: str, stem: str) -> str:
    """Return a formula without its LaTeX, unless it is code or the stem asks for LaTeX."""
    if not _MAY_BE_LATEX.search(text) or "`" in text or case_in_code(stem) is not None or "latex" in stem.lower():
        return text
    from quizgen.text.latex import plain_latex

    return plain_latex(text)


def _names_in(answers: tuple[str, ...], stem: str) -> Iterator[str]:
    """Yield ``answers``, and the names in those that name one thing twice: hydrogen (H2)."""
    yield from answers
    for answer in answers:
        if answer.endswith(")"):
            from quizgen.text.answer_forms import with_objects, written_twice

            yield from written_twice(answer, stem)
            yield from with_objects(answer)
