"""Rules about a set: patterns that learners can exploit, and questions that give each other away or conflict."""

from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import comb
from typing import TYPE_CHECKING, assert_never

from quizgen.grading.exercises import is_language_exercise
from quizgen.linting.computed import computed
from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, NBME, set_rule
from quizgen.linting.set_context import SetContext
from quizgen.questions import ClozeQuestion, NumberQuestion, OptionsQuestion, Question, ShortQuestion
from quizgen.questions.marks import BLANK, replaced
from quizgen.text.content_words import content, is_name, shortened, stem_of, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.guessed_language import guessed_language
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import format_number
from quizgen.text.plurals import count
from quizgen.text.suggestions import nearest

if TYPE_CHECKING:
    from quizgen.linting.item import Item

CHANCE = 0.01
"""A pattern is reported only if it would arise by chance in at most one set in a hundred."""
_NEARLY_THE_SAME = 82
"""How similar the ids of two topics must be, in percent, for one to be a misspelling of the other."""
_LETTER = lazy_pattern(r"[a-z]")
_DIGITS = lazy_pattern(r"\d+")
_FEWEST_EXERCISES = 3
FEWEST = 5
"""The fewest questions that make a pattern."""


def _probability(hits: int, chances: Sequence[float]) -> float:
    """Return the probability of at least ``hits`` hits in ``len(chances)`` tries, each with the mean probability."""
    tries = len(chances)
    mean = sum(chances) / tries
    if hits <= tries * mean:
        return 1.0
    if tries > 400:  # the normal approximation is good enough, and factorials would be slow
        return 0.0 if (hits - 0.5 - tries * mean) > 2.33 * (tries * mean * (1 - mean)) ** 0.5 else 1.0
    return float(sum(comb(tries, k) * mean**k * (1 - mean) ** (tries - k) for k in range(hits, tries + 1)))


@set_rule(
    "Q201",
    "longest-key-rate",
    source=f"{HDR}, guidelines 24 and 28d (length about equal, no conspicuous key); {NBME}",
)
def longest_key_rate(context: SetContext) -> Iterator[Flaw]:
    """Flag sets in which the key is the longest option more often than chance would explain.

    ## Why it matters
    Each key may be only slightly longer than its distractors, but if this is true of nearly all keys, a learner can
    guess by picking the longest option.

    ## Example
    ```yaml
    - id: a
      kind: choice
      stem: Which metal is liquid?
      answer: Mercury
      distractors: [Iron, Lead, Tin]
    - id: b
      kind: choice
      stem: Which gas do we need to breathe?
      answer: Oxygen gas
      distractors: [Neon, Argon, Xenon]
    - id: c
      kind: choice
      stem: Which stone is the hardest?
      answer: Diamond
      distractors: [Opal, Onyx, Jade]
    - id: d
      kind: choice
      stem: Which grain is used to make beer?
      answer: Barley malt
      distractors: [Rice, Oats, Rye]
    - id: e
      kind: choice
      stem: Which nut grows underground?
      answer: Groundnut
      distractors: [Pecan, Cashew, Hazel]
    ```

    ## Better
    ```yaml
    - id: a
      kind: choice
      stem: Which metal is liquid?
      answer: Mercury
      distractors: [Iron, Lead, Antimony]
    - id: b
      kind: choice
      stem: Which gas do we need to breathe?
      answer: Oxygen gas
      distractors: [Neon, Argon, Xenon]
    - id: c
      kind: choice
      stem: Which stone is the hardest?
      answer: Diamond
      distractors: [Aquamarine, Onyx, Jade]
    - id: d
      kind: choice
      stem: Which grain is used to make beer?
      answer: Malt
      distractors: [Rice, Oats, Rye]
    - id: e
      kind: choice
      stem: Which nut grows underground?
      answer: Groundnut
      distractors: [Pecan, Cashew, Hazel]
    ```
    """
    chances: list[float] = []
    hits = 0
    for _, question in context.choices:
        lengths = [len(option) for option in question.distractors]
        if lengths and len({len(question.answer), *lengths}) > 1:
            chances.append(1 / (len(lengths) + 1))
            hits += len(question.answer) > max(lengths)
    if len(chances) >= FEWEST and hits >= 0.4 * len(chances) and _probability(hits, chances) < CHANCE:
        yield Flaw(
            f"the key is the longest option in {hits} of {len(chances)} choice questions",
            "shorten some keys or lengthen some distractors; by chance, the key would be the longest in about 1 of "
            f"{round(len(chances) / sum(chances))} questions",
            ("questions",),
        )


@set_rule(
    "Q202",
    "key-position",
    source=f"{HDR}, guideline 20 (vary the location of the right answer)",
)
def key_position(context: SetContext) -> Iterator[Flaw]:
    """Flag sets in which the key is in the same position more often than chance would explain. Only questions whose
    options are not shuffled are counted.

    ## Why it matters
    Learners notice the position and stop reading the options.

    ## Example
    ```yaml
    - id: a
      kind: choice
      stem: Which is a root?
      answer: Beet
      options: [Leek, Beet, Kale, Dill]
      shuffle: false
    - id: b
      kind: choice
      stem: Which is a fruit?
      answer: Plum
      options: [Kale, Plum, Leek, Mint]
      shuffle: false
    - id: c
      kind: choice
      stem: Which is an herb?
      answer: Dill
      options: [Pear, Dill, Beet, Plum]
      shuffle: false
    - id: d
      kind: choice
      stem: Which is a grain?
      answer: Oats
      options: [Mint, Oats, Pear, Kale]
      shuffle: false
    - id: e
      kind: choice
      stem: Which is a nut?
      answer: Hazel
      options: [Oats, Hazel, Dill, Beet]
      shuffle: false
    ```

    ## Better
    ```yaml
    - id: a
      kind: choice
      stem: Which is a root?
      answer: Beet
      options: [Leek, Beet, Kale, Dill]
      shuffle: false
    - id: b
      kind: choice
      stem: Which is a fruit?
      answer: Plum
      options: [Plum, Kale, Leek, Mint]
      shuffle: false
    - id: c
      kind: choice
      stem: Which is an herb?
      answer: Dill
      options: [Pear, Plum, Beet, Dill]
      shuffle: false
    - id: d
      kind: choice
      stem: Which is a grain?
      answer: Oats
      options: [Mint, Pear, Oats, Kale]
      shuffle: false
    - id: e
      kind: choice
      stem: Which is a nut?
      answer: Hazel
      options: [Hazel, Oats, Dill, Beet]
      shuffle: false
    ```
    """
    positions: Counter[int] = Counter()
    chances: list[float] = []
    for _, question in context.choices:
        if not question.shuffle:
            positions[question.options.index(question.answer)] += 1
            chances.append(1 / len(question.options))
    if len(chances) < FEWEST:
        return
    position, hits = positions.most_common(1)[0]
    # Multiplied by the number of positions, because any of them could have stood out.
    if _probability(hits, chances) * len(chances) / sum(chances) < CHANCE:
        yield Flaw(
            f"the key is option {position + 1} in {hits} of {len(chances)} choice questions whose options are not "
            "shuffled",
            "move the key in some of them, let quizgen shuffle the options, or choose other distractors",
            ("questions",),
        )


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
REVERSE_SHARED = 4
"""How many words the stems of a question and its reverse must share for one to give the other away."""


@set_rule(
    "Q203",
    "given-away",
    source=f"{HDR}, guideline 4 (each item independent of the others)",
)
def given_away(context: SetContext) -> Iterator[Flaw]:
    """Flag stems that contain the answer to another question, along with nearly everything that the other question says
    about that answer. The surname of a person is enough. Both questions are reported. Questions about the same fact
    are not compared.

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
    asks: dict[str, list[_Asking]] = defaultdict(list)
    frequency = context.frequency
    for item in context.items:
        about = item.subject - _LABELS if item.kind == "number" or _distinctive_answers(item.question) else frozenset()
        if len(about) >= MIN_SHARED:
            # A stem that lacks one word fewer than the rarest of these has one of them.
            rarest = sorted([(frequency[word], word) for word in about])[: len(about) // MAY_LACK_ONE_OF + 2]
            asking = _Asking(item, about)
            for _, word in rarest:
                if frequency[word] <= COMMON:
                    asks[word].append(asking)
    rare = frozenset(asks)
    reported: set[str] = set()
    for teller in context.items:
        if teller.question.kind == "true_false" and not teller.question.answer:
            continue
        said = teller.stem_content.union(_own_answer(teller))
        # Most words are about no other question.
        words = [word for word in said & rare if len(asks[word]) > 1 or asks[word][0].item is not teller]
        seen: set[str] = set()
        for word in sorted(words):
            for one in asks[word]:
                asked, about = one.item, one.about
                if asked is teller or asked.question.id in seen or _are_siblings(asked.question, teller.question):
                    continue
                # The capital of Peru, and the country with the capital Lima: a question and its reverse may be in
                # one set. If the two share more, the teller counts with its answer.
                known = said if len(about & teller.stem_content) >= REVERSE_SHARED else teller.stem_content
                lacks = len(about - known)
                if lacks * MAY_LACK_ONE_OF > len(about) and not (
                    lacks == 1 and _explains_answer(asked.question, asked.stem_content, teller.stem)
                ):
                    continue
                seen.add(asked.question.id)
                stem, asked_stem = teller.folded_stem, asked.folded_stem
                is_shown = any(occurs_in(name, stem) and not occurs_in(name, asked_stem) for name in one.names)
                if is_shown or _says_how_many(asked, teller):
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


class _Asking:
    """A question that another one may give away, and the words that say what it asks about."""

    def __init__(self, item: "Item", about: frozenset[str]) -> None:
        self.item = item
        self.about = about

    @computed
    def names(self) -> tuple[str, ...]:
        """What gives the question away, folded: its answer, or the surname of a person."""
        return (*_distinctive_answers(self.item.question), *_surname(self.item))


def _says_how_many(asked: "Item", teller: "Item") -> bool:
    """Return whether the stem of ``teller`` has the number before the noun that ``asked`` counts: "ten events"."""
    question = asked.question
    if not isinstance(question, NumberQuestion) or asked.stem_words[:2] != ["how", "many"]:
        return False
    from quizgen.text.figures import figures_in  # needed for few sets

    counted = frozenset(map(stem_of, asked.stem_words[2:3]))
    return any(
        question.answer in figure.values
        and not (figure.is_ordinal or figure.is_percent)
        and not counted.isdisjoint(map(stem_of, words_of(teller.stem[figure.end :])[:2]))
        for figure in figures_in(teller.stem)
    )


_SHORTEST_SURNAME = 5
"""Shorter surnames are often words of other meanings, too."""


def _surname(asked: "Item") -> list[str]:
    """Return the folded last word of the answer, if ``asked`` asks for a person: bandura, for Albert Bandura."""
    question = asked.question
    if question.kind not in {"choice", "short"} or not is_name(question.answer):
        return []
    words = asked.stem_words[:2]
    is_person = words[:1] == ["who"] or (len(words) == 2 and words[0] in {"which", "what"} and _names_person(words[1]))
    first, _, surname = fold(question.answer).rpartition(" ")
    return [surname] if is_person and first and len(surname) >= _SHORTEST_SURNAME else []


def _names_person(noun: str) -> bool:
    from quizgen.text.noun_kinds import is_mainly  # needed for few sets

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


def _folded_parts(stem: str) -> list[str]:
    """Return the parts of ``stem`` between commas, folded."""
    return [part for part in map(fold, stem.split(",")) if part]


def _own_answer(item: "Item") -> list[str]:
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
    return [answer for answer in map(fold, written) if len(answer) > 2 and answer not in _EVERYWHERE]


def _are_siblings(one: Question, other: Question) -> bool:
    return one.fact is not None and one.fact == other.fact


@set_rule(
    "Q204",
    "right-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def right_distractor(context: SetContext) -> Iterator[Flaw]:
    """Flag distractors that are the correct answer to another question with the same stem, or that are correct
    according to a fact in the seed.

    ## Why it matters
    A distractor that is also correct penalizes the learners who know the most.

    ## Example
    ```yaml
    - id: a
      kind: choice
      stem: Which country borders France?
      answer: Spain
      distractors: [Portugal, Italy, Denmark]
    - id: b
      kind: short
      stem: Which country borders France?
      answer: Italy
    ```

    ## Better
    ```yaml
    - id: a
      kind: choice
      stem: Which country borders France?
      answer: Spain
      distractors: [Portugal, Norway, Denmark]
    - id: b
      kind: short
      stem: Which country borders France?
      answer: Spain
    ```
    """
    times = Counter([item.stem_key for item in context.items])
    correct: dict[str, dict[str, str]] = defaultdict(dict)
    for item in context.items:
        if times[item.stem_key] > 1:
            for answer in _correct_answers(item.question):
                correct[item.stem_key].setdefault(answer, f"question {item.question.id}")
    frames = _frames(context)
    if not correct and not frames:  # no two stems are the same
        return
    for item, question in context.choices:
        key = fold(question.answer)
        reasons = ChainMap(
            correct.get(item.stem_key, {}), frames.get((question.fact, key), {}) if question.fact else {}
        )
        if not any(reasons.maps):
            continue
        for option in question.distractors:
            if (folded := fold(option)) in reasons and folded != key:
                yield Flaw(
                    f"the distractor {option!r} is correct according to {reasons[folded]}",
                    "replace it with a wrong answer, or narrow the question",
                    item.option_path(option),
                    question,
                )


def _correct_answers(question: Question) -> Iterable[str]:
    if isinstance(question, ShortQuestion):
        return map(fold, (question.answer, *question.accept))
    if isinstance(question, NumberQuestion):
        return map(fold, {f"{question.answer}", format_number(question.answer), question.answer_text})
    return map(fold, question.keys) if isinstance(question, OptionsQuestion) else ()


def _frames(context: SetContext) -> dict[tuple[str, str], dict[str, str]]:
    """Return, by fact and answer, the answers that other facts give in the same statement, and which fact does."""
    if context.seed is None:
        return {}
    answers: dict[str, dict[str, str]] = defaultdict(dict)
    frames: dict[tuple[str, str], str] = {}
    for fact in context.seed.facts:
        for mark in fact.marks:
            frame = fold(replaced(fact.statement, mark, BLANK))
            answers[frame].setdefault(fold(mark.answer), f"fact {fact.id}")
            frames[fact.id, fold(mark.answer)] = frame
    return {asked: answers[frame] for asked, frame in frames.items() if len(answers[frame]) > 1}


@set_rule(
    "Q208", "misspelled-topic", source="quizgen: scores are kept by topic, and a misspelled topic gets its own score"
)
def misspelled_topic(context: SetContext) -> Iterator[Flaw]:
    """Flag topics that only one question uses, if the id is almost the same as that of another topic, which suggests a
    typo.

    ## Why it matters
    Scores are kept by topic. A misspelled id creates a separate topic, and the question is missing from the intended
    topic. In a set that lists its `topics`, such an id is an error.

    ## Example
    ```yaml
    - {id: a, kind: card, topic: rivers, stem: Which river flows through Turin?, answer: Po}
    - {id: b, kind: card, topic: rivers, stem: Which river flows through Pisa?, answer: Arno}
    - {id: c, kind: card, topic: rivres, stem: Which river flows through Rome?, answer: Tiber}
    ```

    ## Better
    ```yaml
    - {id: a, kind: card, topic: rivers, stem: Which river flows through Turin?, answer: Po}
    - {id: b, kind: card, topic: rivers, stem: Which river flows through Pisa?, answer: Arno}
    - {id: c, kind: card, topic: rivers, stem: Which river flows through Rome?, answer: Tiber}
    ```
    """
    if context.topics:  # what is not listed is an error
        return
    topics = [item.question.topic for item in context.items]
    times = Counter(topics)
    common = [topic for topic, number in times.items() if topic and number > 1]
    for item, topic in zip(context.items, topics, strict=True):
        if topic is None or times[topic] > 1 or not _LETTER.search(topic):
            continue
        others = [other for other in common if _DIGITS.sub("", other) != _DIGITS.sub("", topic)]
        if near := nearest(topic, others, cutoff=_NEARLY_THE_SAME):
            yield Flaw(
                f"only this question has the topic {topic!r}, but {count(times[near], 'question')} have {near!r}",
                f"write {near!r}, or if {topic!r} is a different topic, list both under the set's `topics`",
                ("topic",),
                item.question,
            )


_Typed = ShortQuestion | ClozeQuestion
_MOST = 0.5
"""The share of typed questions that makes a set a language course."""


@set_rule(
    "Q209",
    "language-course",
    source="quizgen: every letter of an answer counts only in questions that are known to teach a language",
)
def language_course(context: SetContext) -> Iterator[Flaw]:
    """Flag sets in which at least half of the typed questions are exercises in another language, but that have no
    `answer_language`.

    ## Why it matters
    Grading recognizes many exercises by their stem, such as "Translate: …". In others, it forgives a wrong ending as a
    typo or a plural. In a set with an `answer_language`, every letter counts in all typed answers.

    ## Example
    ```yaml
    - {id: a, kind: short, stem: the knife, answer: el cuchillo}
    - {id: b, kind: short, stem: to sleep, answer: dormir}
    - {id: c, kind: short, stem: "Translate: The girl is tired.", answer: La niña está cansada.}
    ```

    ## Better
    ```yaml
    - {id: a, kind: short, stem: the knife, answer: el cuchillo, answer_language: es}
    - {id: b, kind: short, stem: to sleep, answer: dormir, answer_language: es}
    - {id: c, kind: short, stem: "Translate: The girl is tired.", answer: La niña está cansada., answer_language: es}
    ```
    """
    typed = [item.question for item in context.items if isinstance(item.question, _Typed)]
    if any(question.answer_language or question.grading for question in typed):
        return
    sample = _sample(typed)
    if sum(map(_is_exercise, sample)) < _FEW * len(sample):  # to look at each question takes as long as all other rules
        return
    exercises = [question for question in typed if _is_exercise(question)]
    if len(exercises) < max(_FEWEST_EXERCISES, _MOST * len(typed)):
        return
    text = " ".join(answer for question in exercises for answer in _keys(question))
    language = guessed_language(text) or "…"
    yield Flaw(
        f"{len(exercises)} of {count(len(typed), 'typed question')} are exercises in another language, but the set has "
        "no `answer_language`",
        f"add `answer_language: {language}` to the set, so that every letter of an answer counts",
        ("questions",),
    )


_FEW = 0.25
"""If the share of exercises in a sample is smaller, it is not ``_MOST`` in the set."""
_RUNS, _RUN = 10, 20


def _sample(typed: Sequence[_Typed]) -> Sequence[_Typed]:
    """Return runs of questions from all parts of a large set: neighbors show a pattern that repeats."""
    if len(typed) <= _RUNS * _RUN:
        return typed
    step = len(typed) // _RUNS
    return [question for start in range(0, step * _RUNS, step) for question in typed[start : start + _RUN]]


def _is_exercise(question: _Typed) -> bool:
    return any(is_language_exercise(question.stem, answer) for answer in _keys(question))


def _keys(question: _Typed) -> list[str]:
    return [question.answer] if isinstance(question, ShortQuestion) else [mark.answer for mark in question.marks]
