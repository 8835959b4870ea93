"""What shows only in a set as a whole: patterns that can be learnt instead of the subject, and questions that tell."""

from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import comb

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME, set_rule
from quizgen.linting.set_context import SetContext
from quizgen.linting.words import content, shortened
from quizgen.questions import (
    ChoiceQuestion,
    NumberQuestion,
    OptionsQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.marks import BLANK, replaced
from quizgen.text.folding import fold, stands_in
from quizgen.text.numbers import format_number

CHANCE = 0.01
"""A pattern is told only where chance alone would bring it about in one set of a hundred, or fewer."""
FEWEST = 5
"""Questions that a pattern needs at least."""

Found = Iterator[tuple[Question | None, Flaw]]


def _as_likely(hits: int, chances: Sequence[float]) -> float:
    """The chance of ``hits`` or more among as many tries as there are ``chances``, taken as equal to their mean."""
    count = len(chances)
    mean = sum(chances) / count
    if hits <= count * mean:
        return 1.0
    if count > 400:  # where the normal curve is good enough, and factorials would be long
        return 0.0 if (hits - 0.5 - count * mean) > 2.33 * (count * mean * (1 - mean)) ** 0.5 else 1.0
    return float(sum(comb(count, k) * mean**k * (1 - mean) ** (count - k) for k in range(hits, count + 1)))


@set_rule(
    "Q201",
    "longest-key-rate",
    source=f"{HDR}, guidelines 24 and 28d (length about equal, no conspicuous key); {NBME}",
)
def longest_key_rate(whole: SetContext) -> Found:
    """Keys that are the longest option more often than chance would have it.

    Each key may be only a little longer than its rivals: where it nearly always is, learners guess the longest.
    """
    chances: list[float] = []
    hits = 0
    for _, question in whole.choices:
        lengths = [len(option) for option in question.distractors]
        if lengths and len({len(question.answer), *lengths}) > 1:
            chances.append(1 / (len(lengths) + 1))
            hits += len(question.answer) > max(lengths)
    if len(chances) >= FEWEST and hits >= 0.4 * len(chances) and _as_likely(hits, chances) < CHANCE:
        yield (
            None,
            Flaw(
                f"in {hits} of {len(chances)} choices the right option is the longest",
                "shorten some, or lengthen wrong options: by chance it would be about one in "
                f"{round(len(chances) / sum(chances))}",
                ("questions",),
            ),
        )


@set_rule(
    "Q202",
    "key-position",
    source=f"{HDR}, guideline 20 (vary the location of the right answer)",
)
def key_position(whole: SetContext) -> Found:
    """Keys that stand in one place more often than chance would have it.

    Where options are not shuffled and the key stands in one place too often, the place is learnt.
    """
    places: Counter[int] = Counter()
    chances: list[float] = []
    for _, question in whole.choices:
        if not question.shuffle:
            places[question.options.index(question.answer)] += 1
            chances.append(1 / len(question.options))
    if len(chances) < FEWEST:
        return
    place, hits = places.most_common(1)[0]
    # Any of the places might have been the one that stands out.
    if _as_likely(hits, chances) * len(chances) / sum(chances) < CHANCE:
        yield (
            None,
            Flaw(
                f"in {hits} of {len(chances)} choices that are not shuffled, the right option is number {place + 1}",
                "move it in some of them, or let quizgen shuffle them; among numbers, choose other wrong ones",
                ("questions",),
            ),
        )


_EVERYWHERE = frozenset({"true", "false", "yes", "none", "all", "error"})
COMMON = 40
"""A word that stands in more stems than this says too little about any of them."""
MIN_SHARED = 2


@set_rule(
    "Q203",
    "given-away",
    source=f"{HDR}, guideline 4 (each item independent of the others)",
)
def given_away(whole: SetContext) -> Found:
    """A stem that holds another question's answer and nearly all that the other one asks about.

    Questions on one fact are siblings: they ask for its parts in turn, and no session need show them together.

    A question that tells in passing what another one asks makes the other one worthless.
    """
    asks: dict[str, list[tuple[Item, frozenset[str]]]] = defaultdict(list)
    for item in whole.items:
        about = _about(item) if _telling_answers(item.question) else frozenset()
        if len(about) >= MIN_SHARED:
            rarest = min(about, key=lambda word: (whole.frequency[word], word))
            if 1 < whole.frequency[rarest] <= COMMON:
                asks[rarest].append((item, about))
    for teller in whole.items:
        if isinstance(teller.question, TrueFalseQuestion) and not teller.question.answer:
            continue
        told: str | None = None
        for word in sorted(teller.stem_content & asks.keys()):
            for asked, about in asks[word]:
                if asked is teller or _are_siblings(asked.question, teller.question):
                    continue
                missing = len(about - teller.stem_content)
                if missing * 5 > len(about):  # four words of five must be there
                    continue
                told = told if told is not None else fold(teller.stem)
                known = fold(asked.stem)
                answers = _telling_answers(asked.question)
                if any(stands_in(answer, told) and not stands_in(answer, known) for answer in answers):
                    yield (
                        teller.question,
                        Flaw(
                            f"this tells the answer of “{shortened(asked.stem)}”",
                            "leave out what the other one asks, or put both into one question",
                            teller.at_stem,
                        ),
                    )


def _about(item: Item) -> frozenset[str]:
    """What a question says of its answer, less the sort of thing that it asks for (Which ship …, In which year …)."""
    asking = next((at for at, word in enumerate(item.stem_words[:2]) if word in {"which", "what"}), None)
    sort = content(item.stem_words[asking + 1 : asking + 2]) if asking is not None else []
    return item.stem_content.difference(sort)


def _telling_answers(question: Question) -> list[str]:
    """The right answers that say enough to be known again elsewhere, folded."""
    written: Iterable[str] = ()
    if isinstance(question, ChoiceQuestion | ShortQuestion):
        written = (question.answer,)
    elif isinstance(question, NumberQuestion):
        written = {f"{question.answer}", format_number(question.answer)}
    return [answer for answer in map(fold, written) if len(answer) > 2 and answer not in _EVERYWHERE]


def _are_siblings(one: Question, other: Question) -> bool:
    return one.fact is not None and one.fact == other.fact


@set_rule(
    "Q204",
    "right-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def right_distractor(whole: SetContext) -> Found:
    """A wrong option that is right in a question of the same words, or in a fact of the same frame.

    A wrong option that another question or a fact makes right punishes those who know most.
    """
    times = Counter(map(_asked, whole.items))
    right: dict[str, dict[str, str]] = defaultdict(dict)
    for item in whole.items:
        if times[_asked(item)] > 1:
            for answer in _right_answers(item.question):
                right[_asked(item)].setdefault(answer, f"the question {item.question.id}")
    frames = _frames(whole)
    for item, question in whole.choices:
        key = fold(question.answer)
        true = ChainMap(right.get(_asked(item), {}), frames.get((question.fact, key), {}) if question.fact else {})
        if not any(true.maps):
            continue
        for option in question.distractors:
            if (folded := fold(option)) in true and folded != key:
                yield (
                    question,
                    Flaw(
                        f"{true[folded]} makes {option!r} right",
                        "put something wrong in its place, or ask more narrowly",
                        item.at_option(option),
                    ),
                )


_ARTICLES = frozenset({"a", "an", "the"})


def _asked(item: Item) -> str:
    return " ".join([word for word in item.stem_words if word not in _ARTICLES])


def _right_answers(question: Question) -> Iterable[str]:
    if isinstance(question, ShortQuestion):
        return map(fold, (question.answer, *question.accept))
    if isinstance(question, NumberQuestion):
        return map(fold, {f"{question.answer}", format_number(question.answer), question.answer_text})
    return map(fold, question.keys) if isinstance(question, OptionsQuestion) else ()


def _frames(whole: SetContext) -> dict[tuple[str, str], dict[str, str]]:
    """By fact and answer: what else is true where the answer stands, and which fact says so in the same words."""
    if whole.seed is None:
        return {}
    said: dict[str, dict[str, str]] = defaultdict(dict)
    places: dict[tuple[str, str], str] = {}
    for fact in whole.seed.facts:
        for mark in fact.marks:
            frame = fold(replaced(fact.statement, mark, BLANK))
            said[frame].setdefault(fold(mark.answer), f"the fact {fact.id}")
            places[fact.id, fold(mark.answer)] = frame
    return {place: said[frame] for place, frame in places.items() if len(said[frame]) > 1}
