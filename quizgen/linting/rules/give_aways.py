"""A rule about questions that give away the answers to others."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import assert_never

from quizgen.linting.computed import computed
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, set_rule
from quizgen.linting.set_context import SetContext
from quizgen.questions import ChoiceQuestion, NumberQuestion, Question, ShortQuestion
from quizgen.text.content_words import SMALL_WORDS, WORD, content, is_name, shortened, stem_of, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_mainly, is_noun

_LABELS = frozenset(content("noun word term phrase adjective title date".split()))
"""Word stems that say what a word is, and not what is asked: "the noun 'criterion'"."""
_SHORT_BACK = 4
"""The most words on the back of a card that are looked for in other stems."""
_EVERYWHERE = frozenset({"true", "false", "yes", "none", "all", "error"})
COMMON = 40
"""The maximum number of stems that may contain a word that identifies a question."""
MIN_SHARED = 2
"""The fewest words that identify what a question is about."""
MAY_LACK_ONE_OF = 5
"""A stem that gives an answer away has at least four of five words of what is asked."""
_DIGIT = lazy_pattern(r"\d")
REVERSE_SHARED = 4
"""How many words the stems of a question and its reverse must share for one to give the other away."""


@set_rule(
    "Q203",
    "given-away",
    source=f"{HDR}, guideline 4 (each item independent of the others)",
)
def given_away(context: SetContext) -> Iterator[Flaw]:
    """Flag stems that give away the answer to another question, that is, stems that contain both this answer and nearly
    all the words of the other stem. If the answer is calculated from figures in the other stem, the answer, these
    figures and half of the words are enough. If the answer is a person, the surname is enough. If the other question
    asks for the term for something, half of the words that describe it are enough, next to the term. If it asks for a
    name, a phrase that no third stem has is enough, such as "veil of ignorance". Both questions are reported. Questions
    about the same fact are not compared.

    ## Why it matters
    A learner who has read the first question can answer the second without knowing the subject.

    ## Example
    ```yaml
    - id: a
      kind: short
      stem: Who wrote the novel Frankenstein?
      answer: Mary Shelley
    - id: b
      kind: short
      stem: In which year did Mary Shelley publish the novel that she wrote about Frankenstein?
      answer: 1818
    ```

    ## Better
    ```yaml
    - id: a
      kind: short
      stem: Who wrote the novel Frankenstein?
      answer: Mary Shelley
    - id: b
      kind: short
      stem: In which year was the novel Frankenstein published?
      answer: 1818
    ```
    """
    asks = _asking_by_word(context)
    rare = frozenset(asks)
    reported: set[str] = set()
    for teller in context.items:
        if teller.question.kind == "true_false" and not teller.question.answer:
            continue
        said = teller.stem_content.union(_own_answer(teller))
        full_names = _full_names(teller.stem)
        # Most words are about no other question.
        named = said.union(*full_names) if full_names else said
        words = [word for word in named & rare if len(asks[word]) > 1 or asks[word][0].item is not teller]
        seen: set[_Asking] = set()
        for word in sorted(words):
            for one in asks[word]:
                asked = one.item
                if asked is teller or one in seen:
                    continue
                seen.add(one)
                if _is_told(one, teller, said, full_names):
                    yield Flaw(
                        f"this stem gives away the answer to {shortened(asked.stem)!r}",
                        "remove the part that the other question asks for, or combine the two questions",
                        teller.stem_path,
                        teller.question,
                    )
                    if asked.question.id not in reported:
                        reported.add(asked.question.id)
                        yield Flaw(
                            f"the stem of question {teller.question.id} gives away the answer",
                            "remove that part of the other stem, or combine the two questions",
                            asked.stem_path,
                            asked.question,
                        )


def _asking_by_word(context: SetContext) -> dict[str, list["_Asking"]]:
    """Return the questions whose answer can be given away, by the words of which a stem that does so has one."""
    asks: dict[str, list[_Asking]] = defaultdict(list)
    frequency = context.frequency
    for item in context.items:
        has_answer = item.kind == "number" or _distinctive_answers(item.question) or _asks_how_many(item)
        about = item.subject - _LABELS if has_answer else frozenset()
        if len(about) >= MIN_SHARED:
            # A stem that lacks one word fewer than the rarest of these has one of them.
            rarest = sorted([(frequency[word], word) for word in about])[: len(about) // MAY_LACK_ONE_OF + 2]
            asking = _Asking(item, about, frozenset(word for word in about if frequency[word] <= _IN_BOTH))
            telling = {word for _, word in rarest}.union(asking.figures)
            if len(about) >= _FEWEST_DESCRIBING and (term := _own_answer(item)):
                telling.update(term if asking.phrases else [min(term, key=frequency.__getitem__)])
            for word in telling:
                if 0 < frequency[word] <= COMMON:
                    asks[word].append(asking)
    return asks


def _is_told(one: "_Asking", teller: Item, said: frozenset[str], full_names: Sequence[frozenset[str]]) -> bool:
    """Return whether the stem of ``teller`` has what ``one`` asks for and nearly all the words that it says of it.

    ``said`` are the words of the stem and of its answer.
    """
    asked, about = one.item, one.about
    # The capital of Peru, and the country with the capital Lima: a question and its reverse may be in one set. If the
    # two share more, the teller counts with its answer.
    shared = len(about & teller.stem_content)
    known = said if shared >= REVERSE_SHARED else teller.stem_content
    if full_names:
        known = known.union(*(name for name in full_names if name <= about))
    lacks = len(about - known)
    if lacks * MAY_LACK_ONE_OF > len(about) and not (
        (lacks == 1 and _explains_answer(asked.question, asked.stem_content, teller.stem))
        or (lacks == 1 and len(about) >= _FEWEST_TOLD and _tells_before_question(one, teller.stem))
        or (lacks == 1 and about - known <= _MAKING and _names_maker(one, teller.folded_stem))
        or (2 * lacks <= len(about) and one.figures and one.figures <= known)
        or (shared >= _FEWEST_DESCRIBING and _describes_answer(one, teller))
        or (asked.kind == "short" and shared >= MIN_SHARED and _defines_answer(one, teller.stem))
        or (shared >= MIN_SHARED and _has_phrase_with_name(one, teller))
    ):
        return False
    if _are_siblings(asked.question, teller.question):
        return False
    stem, asked_stem = teller.folded_stem, asked.folded_stem
    is_shown = any(occurs_in(name, stem) and not occurs_in(name, asked_stem) for name in one.names)
    return is_shown or _says_how_many(asked, teller)


_SHORT_NAME = lazy_pattern(r"\b(?:U\.?S(?:\.?A)?|U\.?K|E\.?U|U\.?N)\b")
_FULL_NAMES = {
    short: frozenset(content(full.split()))
    for short, full in {
        "US": "united states",
        "USA": "united states",
        "UK": "united kingdom",
        "EU": "european union",
        "UN": "united nations",
    }.items()
}


def _full_names(stem: str) -> list[frozenset[str]]:
    """Return the word stems of each name that ``stem`` abbreviates: United States, for U.S."""
    return [_FULL_NAMES[name.replace(".", "")] for name in _SHORT_NAME.findall(stem)] if "U" in stem else []


class _Asking:
    """A question that another one may give away, and the words that say what it asks about."""

    def __init__(self, item: Item, about: frozenset[str], rare: frozenset[str]) -> None:
        self.item = item
        self.about = about
        self.rare = rare
        """Those words that at most one other stem of the set has."""

    @computed
    def figures(self) -> frozenset[str]:
        """The figures from which the answer is calculated, if it is a number and there are two or more."""
        question = self.item.question
        is_number = question.kind == "number" or (
            question.kind == "choice" and _DIGIT.search(question.answer) is not None
        )
        figures = frozenset(filter(str.isdecimal, self.about)) if is_number else frozenset()
        return figures if len(figures) > 1 else frozenset()

    @computed
    def description(self) -> frozenset[str]:
        """The word stems by which a question that asks for a term describes it."""
        return self.about.difference(_TERM_WORDS, _own_answer(self.item))

    @computed
    def phrases(self) -> frozenset[tuple[str, str]]:
        """The phrases of two rare words, such as veil of ignorance, if a name is asked for."""
        question = self.item.question
        if len(self.rare) < MIN_SHARED or question.kind not in {"choice", "short"} or not is_name(question.answer):
            return frozenset()
        return frozenset(pair for pair in _phrases(self.item.stem) if self.rare.issuperset(map(stem_of, pair)))

    @computed
    def names(self) -> tuple[str, ...]:
        """What gives the question away, folded: its answer, or the surname of a person."""
        return (*_distinctive_answers(self.item.question), *_surname(self.item))


def _asks_how_many(item: Item) -> bool:
    return item.kind in {"number", "choice", "short"} and item.stem_words[:2] == ["how", "many"]


def _says_how_many(asked: Item, teller: Item) -> bool:
    """Return whether the stem of ``teller`` has the number before the noun that ``asked`` counts: "ten events"."""
    if not _asks_how_many(asked):
        return False
    from quizgen.text.figures import figures_in  # needed for few sets

    question = asked.question
    if isinstance(question, NumberQuestion):
        answers = frozenset({question.answer})
    else:
        assert isinstance(question, ChoiceQuestion | ShortQuestion)
        written = figures_in(question.answer)
        answers = written[0].values if len(written) == 1 else frozenset()

    counted = frozenset(map(stem_of, asked.stem_words[2:3]))
    return any(
        not answers.isdisjoint(figure.values)
        and not (figure.is_ordinal or figure.is_percent)
        and not counted.isdisjoint(map(stem_of, words_of(teller.stem[figure.end :])[:2]))
        for figure in figures_in(teller.stem)
    )


_SHORTEST_SURNAME = 5
"""Shorter surnames are often words of other meanings, too."""


def _surname(asked: Item) -> list[str]:
    """Return the folded last word of the answer, if ``asked`` asks for a person: bandura, for Albert Bandura."""
    question = asked.question
    if question.kind not in {"choice", "short"} or not is_name(question.answer):
        return []
    words = asked.stem_words[:2]
    is_person = words[:1] == ["who"] or (len(words) == 2 and words[0] in {"which", "what"} and _names_person(words[1]))
    first, _, surname = fold(question.answer).rpartition(" ")
    return [surname] if is_person and first and len(surname) >= _SHORTEST_SURNAME else []


def _names_person(noun: str) -> bool:
    return is_mainly(noun, "person")


_EXPLAINING = ("the ", "a ", "an ", "which ", "who ")
_EXPLAINED = 0.6
"""Which share of what a stem says an explanation of its answer repeats: "the femur, the longest bone of the body"."""


def _explains_answer(asked: Question, about: frozenset[str], stem: str) -> bool:
    """Return whether ``stem`` says of the answer to ``asked``, between commas, most of what ``asked`` says of it."""
    parts = _folded_parts(stem)
    for answer in _distinctive_answers(asked):
        for one, other in pairwise(parts):
            for named, explained in ((one, other), (other, one)):
                said = about.intersection(content(words_of(explained)))
                is_named = named.endswith(answer) if named is one else named == answer
                if is_named and explained.startswith(_EXPLAINING) and len(said) >= max(2, _EXPLAINED * len(about)):
                    return True
    return False


_FEWEST_TOLD = 4
"""The fewest words of what is asked if a sentence before another question, which may lack one of them, answers it."""
_SENTENCE_END = lazy_pattern(r"(?<=[.!?])\s+")


def _tells_before_question(asking: "_Asking", stem: str) -> bool:
    """Return whether a sentence before the question in ``stem`` has the answer and half of what is asked about."""
    if "?" not in stem or ". " not in stem:
        return False
    for sentence in _SENTENCE_END.split(stem):
        if not sentence.endswith("?") and any(occurs_in(name, fold(sentence)) for name in asking.names):
            told = asking.about.intersection(content(words_of(sentence)))
            if 2 * len(told) >= len(asking.about):
                return True
    return False


_FEWEST_DESCRIBING = 4
"""The fewest words that describe a term so that it can be recognized by them."""
_TERM_WORDS = _LABELS.union(content("usual common name names called call known technical official given".split()))


def _describes_answer(asking: "_Asking", teller: Item) -> bool:
    """Return whether ``teller`` has the term that ``asking`` asks for, and half of its description right next to it.

    "In a Gantt chart, in which each task is a bar along a time axis, …", "A monopoly supplies a market alone. …".
    """
    description = asking.description
    enough = max(_FEWEST_DESCRIBING, (len(description) + 1) // 2)
    if len(description & teller.stem_content) < enough:
        return False
    stem = teller.stem
    parts, sentences = _folded_parts(stem), _SENTENCE_END.split(stem)[:-1]
    for name in _distinctive_answers(asking.item.question):
        # In capitals, it is a name, such as that of a country, and not a term.
        if not occurs_in(name, teller.folded_stem) or name.rpartition(" ")[2] not in stem or _DIGIT.search(name):
            continue
        beside = [after for before, after in pairwise(parts) if before.endswith((name, f"{name}s"))]
        beside += [before for before, after in pairwise(parts) if after.removeprefix("the ") == name]
        beside += [sentence for sentence in sentences if occurs_in(name, fold(sentence))]
        if any(len(description.intersection(content(words_of(part)))) >= enough for part in beside):
            return True
    return False


_IN_BOTH = 2
"""In how many stems a word is that only a question and the one that gives it away have."""


def _has_phrase_with_name(asking: "_Asking", teller: Item) -> bool:
    """Return whether a sentence of ``teller`` has the name asked for and a rare phrase of the question.

    "John Rawls, who thought of the veil of ignorance, …".
    """
    if not asking.phrases or asking.phrases.isdisjoint(_phrases(teller.stem)):
        return False
    return any(
        any(occurs_in(name, fold(sentence)) for name in asking.names)
        and not asking.phrases.isdisjoint(_phrases(sentence))
        for sentence in _SENTENCE_END.split(teller.stem)
    )


def _phrases(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words next to each other, or joined by "of", that are no names and do not name a person."""
    words = [word for word in WORD.findall(text) if word != "of"]
    for one, other in pairwise(words):
        is_plain = one.islower() and other.islower() and one.isalpha() and other.isalpha()
        if is_plain and SMALL_WORDS.isdisjoint({one, other}) and is_noun(other) and not _names_person(other):
            yield one, other


_ASKS_FOR_TERM = frozenset("name term word called known".split())
_LANGUAGES = frozenset(content("italian french latin greek german english spanish japanese chinese arabic".split()))
_DEFINING = ("in which ", "on which ", "by which ", "which ", "where ", "a ", "an ", "the ", "or ", "that is")


def _defines_answer(asking: "_Asking", stem: str) -> bool:
    """Return whether ``stem`` has, in a clause right after the term asked for, half of what ``asking`` says of it.

    "Buon fresco, in which pigment is laid on wet plaster, …". Two words are enough, since it is a definition.
    """
    if "," not in stem or _ASKS_FOR_TERM.isdisjoint(asking.item.words):
        return False
    description = asking.description - _LANGUAGES
    enough = max(MIN_SHARED, (len(description) + 1) // 2)
    return any(
        before.endswith(name)
        and after.startswith(_DEFINING)
        and name.rpartition(" ")[2] in stem
        and len(description.intersection(content(words_of(after)))) >= enough
        for before, after in pairwise(_folded_parts(stem))
        for name in _distinctive_answers(asking.item.question)
    )


_MAKING = frozenset(
    content(
        "wrote written write author composed compose composer painted paint painter invented invent inventor discovered"
        " discover discoverer designed design designer directed direct director created create creator sculpted built"
        " build founded found founder developed develop formulated proposed sang recorded published".split()
    )
)
_BETWEEN = r"(?: \S+){0,5}? "


def _names_maker(asking: "_Asking", stem: str) -> bool:
    """Return whether ``stem`` says whose something is that ``asking`` asks for the maker of: Verdi's opera *Aida*."""
    made = [word for word in asking.about - _MAKING if len(word) >= _SHORTEST_SURNAME - 1]
    return any(
        re.search(
            rf"\b{re.escape(name)}['’]?s?{_BETWEEN}\W?{re.escape(word)}"
            rf"|\b{re.escape(word)}\w*\W? by {re.escape(name)}\b",
            stem,
        )
        for name in asking.names
        for word in made
    )


def _folded_parts(stem: str) -> list[str]:
    """Return the parts of ``stem`` between commas, folded."""
    return [part for part in map(fold, stem.split(",")) if part]


def _own_answer(item: Item) -> list[str]:
    """Return the content words of the answer of a question, if it has one answer."""
    question = item.question
    match question.kind:  # faster than its class
        case "choice":
            return item.option_content[question.answer]
        case "short":
            return content(words_of(question.answer))
        case "cloze":
            return [word for mark in question.marks for word in content(words_of(mark.answer))]
        case "multiple" | "true_false" | "number" | "card" | "order" | "match":
            return []
        case _:
            assert_never(question.kind)


def _distinctive_answers(question: Question) -> list[str]:
    """Return the correct answers, folded, that are distinctive enough to be recognized elsewhere."""
    written: Iterable[str]
    match question.kind:  # faster than its class
        case "choice" | "short":
            written = (question.answer,)
        case "card":
            written = (question.answer,) if len(question.answer.split()) <= _SHORT_BACK else ()
        case "number":
            written = {f"{question.answer}", question.number_text}
        case "multiple" | "true_false" | "cloze" | "order" | "match":
            return []
        case _:
            assert_never(question.kind)
    return [
        answer
        for answer in map(fold, written)
        if len(answer) > 2 and answer not in _EVERYWHERE and answer not in SMALL_WORDS
    ]


def _are_siblings(one: Question, other: Question) -> bool:
    return one.fact is not None and one.fact == other.fact
