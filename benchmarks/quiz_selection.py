"""How fast a quiz's questions are chosen from 50,000, against shuffling them and splitting each stem into its words."""

from random import Random

from timing import compare, report

from quizgen.questions import QuestionSet, ShortQuestion
from quizgen.session.selection import select

SIZE = 50_000
COUNTS = (10, 20, 200)


def the_set() -> QuestionSet:
    """A set of questions on a third as many facts, whose words recur in other questions."""
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
        for n in range(SIZE)
    )
    return QuestionSet(id="many", title="Many", questions=questions)


def main() -> None:
    question_set = the_set()
    stems = [question.stem for question in question_set.questions]

    def shuffle_and_split() -> list[list[str]]:
        shuffled = [*stems]
        Random(1).shuffle(shuffled)
        return [stem.lower().split() for stem in shuffled]

    for count in COUNTS:
        subject, base = compare(
            lambda count=count: select(question_set, count=count, seed=1),  # type: ignore[misc]
            shuffle_and_split,
            rounds=11,
        )
        report(f"a quiz of {count} from {SIZE:,} questions", subject, "shuffle and split into words", base, target=4.0)


if __name__ == "__main__":
    main()
