"""A quiz that a script drives."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from quizgen.grading.verdict import Response, Verdict
from quizgen.questions import Question, QuestionSet
from quizgen.questions.arguments import require_at_least_zero, require_kinds, require_known
from quizgen.session.results import Results
from quizgen.session.selection import latest_credits, select
from quizgen.session.session import Session

if TYPE_CHECKING:
    from quizgen.history.records import Review


class Quiz:
    """A quiz on ``question_set``, one question after the other.

        quiz = Quiz(question_set, number=5, random_seed=1)
        while quiz.question:
            verdict = quiz.answer(input(f"{quiz.question.stem} "))
            print(verdict.outcome, verdict.note or "")
        print(quiz.results.percent)

    ``number`` is the highest number of questions (None: all). ``kinds`` and ``topics`` limit the choice; ``detail``
    adds points of the priority ``detail``. With ``reviews``, such as ``History().reviews(question_set.id)``, new and
    weak points come first. The same arguments always give the same quiz. Nothing is stored. Raises ArgumentError if
    ``number`` is negative, or if a kind or topic is unknown.
    """

    def __init__(
        self,
        question_set: QuestionSet,
        number: int | None = 10,
        *,
        random_seed: int = 0,
        kinds: Collection[str] = (),
        topics: Collection[str] = (),
        detail: bool = False,
        reviews: "Iterable[Review]" = (),
    ) -> None:
        require_at_least_zero("number", number)
        require_kinds(kinds)
        used = {question.topic for question in question_set.questions}
        require_known("topics", topics, used.union(question_set.topics), "topic")
        questions = select(
            question_set,
            count=number,
            kinds=kinds,
            topics=topics,
            detail=detail,
            seed=random_seed,
            latest=latest_credits(question_set, reviews),
        )
        self._session = Session.start(question_set, questions, seed=random_seed)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the quiz, in order."""
        return self._session.questions

    @property
    def question(self) -> Question | None:
        """The current question; None when the quiz is over."""
        prompt = self._session.prompt
        return prompt.question if prompt else None

    @property
    def options(self) -> tuple[str, ...]:
        """What can be picked or arranged for the current question, shuffled; empty for other kinds."""
        prompt = self._session.prompt
        return prompt.options if prompt else ()

    def answer(self, response: Response) -> Verdict:
        """Grade ``response`` to the current question and move to the next one; None skips it.

        ``quizgen.Response`` says what each kind takes. Raises ``ValueError`` when the quiz is over, and ``TypeError``
        for a response of the wrong type.
        """
        self._session, verdict = self._session.answer(response)
        return verdict

    @property
    def results(self) -> Results:
        """The score so far."""
        return self._session.results
