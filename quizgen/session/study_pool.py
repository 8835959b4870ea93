"""What is studied together: the points of one or several sets, with the questions that ask them."""

from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Self

from quizgen.grading.known import KnownAnswers, known_answers
from quizgen.history.records import PointKey
from quizgen.history.scheduler import PointState
from quizgen.questions import Question, QuestionSet
from quizgen.questions.giveaways import Content, content_of, topic_in_heading
from quizgen.session.ladder import is_recognition, next_question, recalled_points
from quizgen.session.prompt import Prompt, Undoable, present
from quizgen.session.selection import has_tag, in_study_order

if TYPE_CHECKING:
    from quizgen.history.queue import Waiting


class Nearness(IntEnum):
    """What two questions have to do with each other, from nothing to too much."""

    APART = 0
    SAME_FACT = 1
    GIVEN_AWAY = 2


@dataclass(frozen=True, slots=True)
class StudyPool:
    """The sets that are studied together, and their points in the order in which new ones are introduced."""

    sets: Mapping[str, QuestionSet] = field(repr=False)
    points: Mapping[PointKey, tuple[Question, ...]] = field(repr=False)
    """Each point with the questions that ask it, in the set's order."""
    known: Mapping[str, KnownAnswers] = field(repr=False)
    """Set id: every answer in the set."""
    ladder: bool = True
    """Whether questions get harder as the memory grows; otherwise a point is always asked by its first question."""
    recalled: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    """Set id: the points that some question asks to recall."""
    facts: Mapping[PointKey, frozenset[tuple[str, str]]] = field(default_factory=dict, repr=False)
    """The facts, each with the id of its set, that the questions of each point test."""
    _contents: dict[tuple[str, str], Content] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        sets: Iterable[QuestionSet],
        *,
        detail: bool = False,
        tags: Collection[str] = (),
        suspended: Mapping[str, Collection[str]] | None = None,
        ladder: bool = True,
    ) -> Self:
        """Pool ``sets``; with ``detail``, detail points too.

        With ``tags``, only questions with one of them, and only sets that have any. Points in
        ``suspended`` (set id: points) are left out.
        """
        by_id = {}
        not_asked = suspended or {}
        points: dict[PointKey, list[Question]] = {}
        recalled = {}
        for one in sets:
            asked = [question for question in in_study_order(one, detail=detail) if has_tag(one, question, tags)]
            if tags and not asked:
                continue
            by_id[one.id] = one
            recalled[one.id] = recalled_points(asked)
            for question in asked:
                for point in question.points:
                    if point not in not_asked.get(one.id, ()):
                        points.setdefault((one.id, point), []).append(question)
        in_order = {key: tuple(asked) for key, asked in points.items()}
        facts = {
            (set_id, point): frozenset((set_id, fact) for question in asked for fact in question.all_facts)
            for (set_id, point), asked in in_order.items()
        }
        known = {name: known_answers(one) for name, one in by_id.items()}
        return cls(by_id, in_order, known, ladder, recalled, facts)

    def next_question(self, key: PointKey, state: PointState | None, questions: Iterable[Question]) -> Question:
        """Return which of ``questions`` asks the point next."""
        candidates = tuple(questions)
        return next_question(candidates, key[1], state) if self.ladder else candidates[0]

    def is_recognition(self, set_id: str, question: Question) -> bool:
        """Return whether a correct answer is rated Hard at most, because harder questions follow."""
        return self.ladder and is_recognition(question, self.recalled[set_id])

    def in_order(self, known: Container[PointKey], today: Iterable[PointKey]) -> list[PointKey]:
        """Return the points in the order in which they are introduced on a day.

        Points that are not ``known`` yet come last if they share a fact with one of those asked ``today``, or with one
        before them, so that the points of a fact are introduced on different days where the load allows it. Sets take
        turns.
        """
        busy = {fact for key in today for fact in self.facts.get(key, ())}
        first, new, later = [], [], []
        for key in self.points:
            if key in known:
                first.append(key)
            elif busy.isdisjoint(self.facts[key]):
                new.append(key)
                busy |= self.facts[key]
            else:
                later.append(key)
        return [*first, *_in_turn(new), *_in_turn(later)]

    def nearness(self, one: tuple[str, Question], other: tuple[str, Question]) -> Nearness:
        """Return what two questions, each with the id of its set, have to do with each other."""
        if one[0] != other[0]:
            return Nearness.APART
        first, second = self._content(*one), self._content(*other)
        if first.gives_away(second) or second.gives_away(first):
            return Nearness.GIVEN_AWAY
        return Nearness.APART if set(one[1].all_facts).isdisjoint(other[1].all_facts) else Nearness.SAME_FACT

    def _content(self, set_id: str, question: Question) -> Content:
        key = set_id, question.id
        if key not in self._contents:
            self._contents[key] = content_of(question)
        return self._contents[key]

    def prompt(
        self,
        set_id: str,
        question: Question,
        *,
        seed: str,
        done: int,
        answers_left: int,
        left: "Waiting",
        minutes: int,
        undoable: Undoable | None,
        early: bool,
        ahead: tuple[Question, ...],
    ) -> Prompt:
        """Return ``question`` as it is shown; ``seed`` determines the order of its options.

        Among several sets, a question without a topic is shown with the title of its set.
        """
        one = self.sets[set_id]
        return Prompt(
            question,
            present(question, seed),
            topic_in_heading(question, one) or (one.title if len(self.sets) > 1 else None),
            done,
            done + answers_left,
            left=left,
            minutes=minutes,
            first=True,
            undoable=undoable,
            early=early,
            set_id=set_id,
            recognition=self.is_recognition(set_id, question),
            ahead=ahead,
        )


def _in_turn(keys: Iterable[PointKey]) -> list[PointKey]:
    """Return ``keys``, one of each set after the other, in the order within each set."""
    by_set: dict[str, list[PointKey]] = {}
    for key in keys:
        by_set.setdefault(key[0], []).append(key)
    return [key for key in chain.from_iterable(zip_longest(*by_set.values())) if key is not None]
