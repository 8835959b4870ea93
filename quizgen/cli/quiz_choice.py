"""Which questions a new quiz asks, by the options of ``quizgen quiz``, and why none fits them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from random import SystemRandom
from typing import TYPE_CHECKING

from quizgen.cli.say import say
from quizgen.history.history import History
from quizgen.questions import Question, QuestionSet
from quizgen.questions.kinds import KIND_INFO, Kind
from quizgen.session.combined import name_in
from quizgen.session.selection import LatestCredit, select
from quizgen.terminal import messages
from quizgen.text.series import series

if TYPE_CHECKING:
    from quizgen.history.glance import Glance


_GRADED = frozenset(kind for kind, info in KIND_INFO.items() if info.graded)


class Choice:
    """The choice of the questions of a new quiz; with a ``seed``, it does not depend on earlier answers.

    An exam without ``kinds`` asks only what quizgen can grade.
    """

    def __init__(
        self,
        question_set: QuestionSet,
        seen: "Glance",
        count: int | None,
        *,
        kinds: Collection[Kind],
        topics: Collection[str | None],
        tags: Collection[str],
        ids: Collection[str] | None,
        detail: bool,
        seed: int | None,
        shuffle: bool,
        exam: bool,
    ) -> None:
        self.seed = SystemRandom().randrange(1_000_000) if seed is None else seed
        self._count = count
        self._shuffle = shuffle
        self._latest = _latest_credits(question_set, seen) if seed is None else None
        self._select = partial(
            select, question_set,
            count=count, kinds=_GRADED if exam and not kinds else frozenset(kinds), topics=topics, tags=tags, ids=ids,
            detail=detail, suspended=_suspended(question_set, seen),
        )  # fmt: skip
        self._asks_only_graded = exam and not kinds
        given = {"--kind": kinds, "--topic": topics, "--tag": tags, "--missed": ids}
        self._filters = [option for option, value in given.items() if value]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions of the quiz."""
        return self._select(seed=self.seed, shuffle=self._shuffle, latest=self._latest)

    def why_fewer(self) -> Iterator[str]:
        """Yield why there are fewer questions than the learner may expect."""
        size = len(self.questions)
        if self._count is not None and size < min(self._count, len(self._select(shuffle=False))):
            left_out = _points_besides(self.questions, self._select(count=None, shuffle=False))
            yield messages.shorter_quiz(size, left_out)
        if (self._count is None or size < self._count) and (cards := self._number_ungraded):
            yield messages.without_cards(size, cards)

    @property
    def _number_ungraded(self) -> int:
        """How many flashcards an exam leaves out because nothing else asks their points."""
        if not self._asks_only_graded:
            return 0
        every_kind = self._select(count=None, shuffle=False, kinds=())
        return _points_besides(self._select(count=None, shuffle=False), every_kind)

    def why_none(self, first_found: str | None, number: int) -> str:
        """Return why no question fits, and what to do.

        ``number`` is that of the sets; ``first_found`` is the name of the set if the learner named none.
        """
        where, other = "this set" if number == 1 else "these sets", ""
        if first_found is not None:
            where, other = f"{first_found!r}, the first set found,", ", or specify another set"
        filters = self._filters
        all_of = f"All questions in {where} are retired or"
        if self._number_ungraded:
            each = f"Every question that fits {series(filters)}" if filters else f"Every question in {where}"
            return f"{each} is a flashcard, which you grade yourself. To take an exam with flashcards, use --kind card."
        if self._select(shuffle=False, detail=True):
            why = f"Every question that fits {series(filters)} is" if filters else all_of
            return f"{why} on points that are marked as details. To be asked about these points too, use --detail."
        if self._select(shuffle=False, detail=True, suspended=()):
            why = f"Every question that fits {series(filters)} is" if filters else all_of
            return f"{why} suspended. To resume the suspended questions, run `quizgen browse`."
        if not filters:
            return f"All questions in {where} are retired. Specify another set."
        leave_out = "Leave out one of these options" if filters[1:] else "Leave out this option"
        return f"No question in {where} matches {series(filters)}. {leave_out}{other}."


def _points_besides(asked: Iterable[Question], others: Iterable[Question]) -> int:
    """Return how many questions, one for each point, ``others`` have on points that ``asked`` do not test."""
    tested = {point for question in asked for point in question.points}
    found = 0
    for question in others:
        if tested.isdisjoint(question.points):
            tested.update(question.points)
            found += 1
    return found


def _latest_credits(question_set: QuestionSet, seen: "Glance") -> Mapping[str, LatestCredit]:
    return {
        name_in(question_set, set_id, point): LatestCredit(at, credit)
        for (set_id, point), (at, credit) in seen.credits.items()
    }


def _suspended(question_set: QuestionSet, seen: "Glance") -> Collection[str]:
    return {name_in(question_set, set_id, point) for set_id, point in seen.suspended}


def missed_ids(history: History, question_set: QuestionSet, seen: "Glance") -> Collection[str]:
    """Return the ids of the questions to ask with --missed; print why if there are none."""
    from quizgen.session.past_sessions import last_missed

    ids = last_missed(history, question_set)
    if not ids:
        if not history.available:
            say("--missed requires your answer history, which is not available.")
        else:
            say(
                "There are no missed questions: your latest answer to each question that you were asked was correct."
                if seen.credits
                else "You have not answered any of these questions yet."
            )
    return ids
