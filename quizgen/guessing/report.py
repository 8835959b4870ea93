"""How well the guessers do on a set, compared with chance."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from quizgen.guessing.guessers import ABSOLUTE, GUESSERS
from quizgen.guessing.pool import Choice, Pool
from quizgen.questions import Question, TrueFalseQuestion
from quizgen.questions.typed import TypedQuestion
from quizgen.questions.view import accepted_forms
from quizgen.text.folding import fold
from quizgen.text.plurals import count

FEW = 30
"""With fewer choice questions, the figures say little."""
FEWEST = 5
"""With fewer choice questions, nothing is reported."""
STANDARD_ERRORS = 2.73
"""How far above chance the best guesser may be: with 18 guessers, luck alone exceeds it in 1 set of 18 at most."""
POINTS = 0.12
"""How far above chance it may be at most, as a share of the questions."""
TYPED = 0.05
"""The largest share of typed questions that one answer may be correct for."""
HITS = 4
"""The fewest guessers that must agree on the key of a giveaway.

With keys drawn at random, 4% of questions with three options are giveaways; with one less, it would be 15%.
"""
_SUPERLATIVES = ("is longest", "is shortest", "is most detailed")
"""Guessers whose name reads better before the word "option"."""


class Score(NamedTuple):
    """The share of questions that a guesser is expected to answer correctly."""

    name: str
    share: float


class GuessReport(NamedTuple):
    """How well guessers that know nothing do on a set. Shares are from 0 to 1."""

    choices: int
    """Number of choice questions."""
    chance: float
    """The expected share of a guesser that picks at random."""
    limit: float
    """The highest share of the best guesser that is not suspicious."""
    scores: tuple[Score, ...]
    """Every guesser of choice questions, the best first."""
    giveaways: tuple[str, ...]
    """Ids of the choice questions whose key is the pick of at least half of the guessers with a single favorite."""
    statements: int
    """Number of true_false questions."""
    statement_scores: tuple[Score, ...]
    """Every guesser of true_false questions, the best first."""
    typed: int
    """Number of typed questions: short, number, and cloze with one blank. Several about one point count once."""
    typed_answer: str | None
    """The answer that is correct for the most typed questions; None if there are none."""
    typed_hits: int
    """How many typed questions that answer is correct for."""

    @property
    def best(self) -> Score | None:
        """The best guesser; None if there are no choice questions."""
        return self.scores[0] if self.scores else None

    @property
    def is_guessable(self) -> bool:
        """Whether the best guesser is above the limit."""
        return self.best is not None and self.best.share > self.limit

    @property
    def is_repetitive(self) -> bool:
        """Whether one answer is correct for too many of the typed questions; two of a few are not too many."""
        few = self.typed * TYPED < 1
        return self.typed_hits > TYPED * self.typed and self.typed_hits > (2 if few else 1)

    def as_data(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        return {
            "choice": {
                "questions": self.choices,
                "chance": round(self.chance, 4),
                "limit": round(self.limit, 4),
                "guessers": {score.name: round(score.share, 4) for score in self.scores},
                "giveaways": list(self.giveaways),
                "weak": self.choices < FEW,
            },
            "true_false": {
                "questions": self.statements,
                "guessers": {score.name: round(score.share, 4) for score in self.statement_scores},
            },
            "typed": {"questions": self.typed, "best_answer": self.typed_answer, "correct": self.typed_hits},
        }

    def lines(self, *, is_verbose: bool = False) -> Iterator[str]:
        """Yield the findings in words; if ``is_verbose``, also name the best guesser of a set that is not guessable.

        Nothing is said about guessers if there are hardly any choice questions.
        """
        if self.best is not None and self.choices >= FEWEST and (is_verbose or self.is_guessable):
            weak = f"; with fewer than {FEW} such questions, this figure is unreliable" if self.choices < FEW else ""
            name = self.best.name
            option = f"the {name[3:]} option" if name in _SUPERLATIVES else f"the option that {name}"
            yield (
                f"learners who always pick {option} get {_percent(self.best.share)} of"
                f" {count(self.choices, 'choice question')} right without knowing the subject"
                f" (chance: {_percent(self.chance)}; limit: {_percent(self.limit)}){weak}"
            )
        if self.giveaways:
            share = _percent(len(self.giveaways) / self.choices)
            yield f"{count(len(self.giveaways), 'giveaway')} ({share}): {', '.join(self.giveaways)}"
        if self.is_repetitive:
            yield (
                f"the answer {self.typed_answer!r} is correct for {self.typed_hits} of {self.typed} typed questions; "
                "vary the answers so that learners cannot guess them"
            )


def guess_report(questions: Sequence[Question]) -> GuessReport:
    """Let every guesser take ``questions``. Retired questions are left out."""
    pool = Pool(questions)
    chances = [1 / len(choice.options) for choice in pool.choices]
    picks = {name: [_top(guesser(choice, pool)) for choice in pool.choices] for name, guesser in GUESSERS.items()}
    chance = _mean(chances)
    error = sum(p * (1 - p) for p in chances) ** 0.5 / len(chances) if chances else 0.0
    giveaways = (
        choice.question.id
        for choice, tops in zip(pool.choices, zip(*picks.values(), strict=True), strict=True)
        if _is_giveaway(choice, tops)
    )
    statements = [question for question in pool.questions if isinstance(question, TrueFalseQuestion)]
    typed, typed_answer, typed_hits = _one_answer(pool.questions)
    return GuessReport(
        choices=len(pool.choices),
        chance=chance,
        limit=chance + min(STANDARD_ERRORS * error, POINTS),
        scores=_ranked(
            (name, _mean([_credit(choice, top) for choice, top in zip(pool.choices, tops, strict=True)]))
            for name, tops in picks.items()
            if tops
        ),
        giveaways=tuple(giveaways),
        statements=len(statements),
        statement_scores=_ranked(_statement_shares(statements)),
        typed=typed,
        typed_answer=typed_answer,
        typed_hits=typed_hits,
    )


def _top(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the indexes of the options that a guesser picks from."""
    if not any(scores):  # true of most guessers of most questions
        return tuple(range(len(scores)))
    highest = max(scores)
    if scores.count(highest) == 1:
        return (scores.index(highest),)
    return tuple([at for at, score in enumerate(scores) if score == highest])


def _credit(choice: Choice, top: Sequence[int]) -> float:
    return 1 / len(top) if choice.key in top else 0.0


def _is_giveaway(choice: Choice, tops: Iterable[Sequence[int]]) -> bool:
    favorites = [top[0] for top in tops if len(top) == 1]
    hits = favorites.count(choice.key)
    return hits >= HITS and 2 * hits >= len(favorites)


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0


def _ranked(shares: Iterable[tuple[str, float]]) -> tuple[Score, ...]:
    return tuple(sorted((Score(name, share) for name, share in shares), key=lambda score: (-score.share, score.name)))


def _statement_shares(statements: Sequence[TrueFalseQuestion]) -> Iterator[tuple[str, float]]:
    """Yield the shares of three guessers of true_false questions.

    - Always the same answer. Source: Millman et al. (1965), II.B.1c (more false statements, or more true ones).
    - Long statements are true. Source: Millman et al. (1965), II.B.1a.
    - Statements with absolute words are false, others true. Source: Millman et al. (1965), II.B.3.
    """
    if not statements:
        return
    from statistics import median

    true = _mean([question.answer for question in statements])
    yield "always gives the same answer", max(true, 1 - true)
    middle = median(len(question.stem) for question in statements)
    lengths = [(len(question.stem), question.answer) for question in statements]
    yield (
        "takes long statements as true",
        _mean([0.5 if length == middle else (length > middle) is answer for length, answer in lengths]),
    )
    absolute = [bool(ABSOLUTE.search(question.stem)) is not question.answer for question in statements]
    yield "takes statements with absolute words as false", _mean(absolute)


def _one_answer(questions: Iterable[Question]) -> tuple[int, str | None, int]:
    """Return the number of typed questions, the answer that is correct for the most of them, and for how many.

    Source: Millman et al. (1965), II.B.1 (consistent idiosyncrasies of the author), carried over to typed answers.
    """
    asked = [question for question in questions if isinstance(question, TypedQuestion)]
    if not asked:
        return 0, None, 0
    typed = [(question, forms[0]) for question in asked if len(forms := accepted_forms(question)) == 1]
    # A cloze and a question about the same point have the same answer, so they count once.
    totals = Counter(answer for _, answer in {(one.points, fold(form)) for one, forms in typed for form in forms})
    if not totals:
        return 0, None, 0
    answer, hits = min(totals.items(), key=lambda item: (-item[1], item[0]))
    return len({one.points for one, _ in typed}), answer, hits


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%"
