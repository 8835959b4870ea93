"""What is shown at the end of a session: the score, its topics, and what to look at again."""

from rich.table import Table
from rich.text import Text

from quizgen.questions import QuestionSet
from quizgen.session import Results, Session
from quizgen.terminal import describe, words
from quizgen.terminal.prose import plain_lines
from quizgen.terminal.screen import GREEN, MARGIN, Screen, bar, sign


def show_closing(screen: Screen, session: Session) -> None:
    """Show the score of ``session``, finished or not."""
    results = session.results
    screen.gap()
    screen.rule()
    if not session.finished:
        screen.line((words.STOPPED, "italic"))
    screen.line((describe.score(results), "bold"))
    if not results.answers:
        return
    screen.line(describe.tally(results))
    if results.best_streak > 2:
        screen.line((words.best_streak(results.best_streak), "dim"))
    if len(results.topics) > 1:
        _show_topics(screen, results, session.question_set)
    if results.missed:
        _show_missed(screen, results)
    elif session.finished:
        screen.line((words.ALL_RIGHT, f"bold {GREEN}"))


def _show_topics(screen: Screen, results: Results, question_set: QuestionSet) -> None:
    screen.gap()
    screen.line((words.SCORE_BY_TOPIC, "bold"))
    cells = min(20, screen.width // 4)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column()
    for topic in results.topics:
        share = topic.points / topic.attempted if topic.attempted else 0.0
        name = Text(MARGIN + question_set.topic_name(topic.topic))
        table.add_row(name, Text.assemble(*bar(share, cells)), Text(describe.topic_score(topic)))
    screen.console.print(table, width=screen.width)


def _show_missed(screen: Screen, results: Results) -> None:
    screen.gap()
    screen.line((words.TO_LOOK_AT, "bold"))
    for missed in results.missed:
        stem = " ".join(line.strip() for line in plain_lines(missed.question.stem))
        screen.line(stem, lead=Text.assemble(MARGIN, sign(missed.verdict.outcome), " "))
        answer = describe.right_answer_line(missed.question)
        screen.line((f"{words.ANSWER}: ", "dim"), (answer, "bold"), lead=MARGIN * 3)
