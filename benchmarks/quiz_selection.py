"""How the choice of a quiz's questions grows with the set: 50,000 questions against 25,000."""

from timing import compare, report

from quizgen.questions import QuestionSet, ShortQuestion
from quizgen.session import select

COUNTS = (10, 20, 200)


def the_set(size: int) -> QuestionSet:
    """A set of ``size`` questions on a third as many facts, whose words recur in other questions."""
    questions = tuple(
        ShortQuestion(
            id=f"f-{n // 3}.c{n % 3}.short",
            kind="short",
            topic=f"t-{n % 9}",
            fact=f"f-{n // 3}",
            point=(f"f-{n // 3}.c{n % 3}",),
            stem=f"What is number {n} near word{n * 7 % 3000}?",
            answer=f"word{n * 13 % 3000}",
        )
        for n in range(size)
    )
    return QuestionSet(id="many", title="Many", questions=questions)


def main() -> None:
    large, small = the_set(50_000), the_set(25_000)
    for count in COUNTS:
        subject, base = compare(
            lambda count=count: select(large, count=count, seed=1),  # type: ignore[misc]
            lambda count=count: select(small, count=count, seed=1),  # type: ignore[misc]
            rounds=11,
        )
        report(f"a quiz of {count} from 50,000 questions", subject, "from 25,000", base, target=3.0)


if __name__ == "__main__":
    main()
