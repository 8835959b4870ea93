"""The end of a session: what to review, the topics and the score, which comes last so that it never scrolls away."""

from collections.abc import Collection, Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from quizgen.questions import QuestionSet
from quizgen.session.frontend import SessionSummary
from quizgen.session.past_sessions import Attempt
from quizgen.session.prompt import Answered
from quizgen.session.results import Results
from quizgen.session.session import Session
from quizgen.terminal import describe, describe_study, messages
from quizgen.terminal.prose import plain_lines
from quizgen.terminal.screen import GREEN, MARGIN, Screen, badge, bar, sign

_BETWEEN = "  "
"""Between columns."""
_FEWEST_NAME_CELLS = 14
"""Columns that names need next to a bar, if they are that long."""


def show_summary(screen: Screen, summary: SessionSummary) -> None:
    """Show the result of a session, complete or not."""
    session = summary.session
    screen.gap()
    if isinstance(session, Session) or session.answered or session.skipped or session.to_ask:
        screen.rule()  # below the questions, if any were asked
    if not isinstance(session, Session):
        for number, line in enumerate(describe_study.study_summary(session, summary)):
            screen.line((line, "" if number else "bold"))
        return
    results = session.results
    if not summary.over:
        screen.line((messages.STOPPED, "italic"))
    if describe.hides_score(summary):
        _show_how_to_resume(screen, results, summary)
        return
    if results.to_review:
        show_answers(screen, messages.TO_REVIEW, results.to_review, hidden=summary.hidden)
    if len(results.topics) > 1:
        _show_topics(screen, results, session.question_set)
    if summary.earlier and summary.over and session.round == 1:
        _show_earlier(screen, results, summary)
    screen.line((describe.score(results), "bold"))
    if not results.answers:
        return
    for line in describe.praise(summary, results):
        screen.line(badge(line, GREEN) if line == messages.ALL_CORRECT else line)
    if summary.resumable:
        _show_how_to_resume(screen, results, summary)


def _show_how_to_resume(screen: Screen, results: Results, summary: SessionSummary) -> None:
    screen.line(describe.progress(results))
    screen.line(messages.resume_later(summary.arguments))  # a line of its own, which is easier to copy


def _show_earlier(screen: Screen, results: Results, summary: SessionSummary) -> None:
    attempts = [(messages.moment(attempt.at), attempt) for attempt in summary.earlier]
    if results.out_of:
        attempts.append((messages.NOW, Attempt(summary.now, results.score)))
    rows = [(name, one.score.share, describe.attempt_score(one)) for name, one in attempts]
    _show_bars(screen, messages.EARLIER, rows)


def _show_topics(screen: Screen, results: Results, question_set: QuestionSet) -> None:
    rows = [
        (question_set.topic_name(topic), score.share, describe.short_score(score))
        for topic, score in results.topics.items()
    ]
    _show_bars(screen, messages.SCORE_BY_TOPIC, rows)


def _show_bars(screen: Screen, title: str, rows: Sequence[tuple[str, float, str]]) -> None:
    """Show rows of a name, a share and a score in columns; without bars or one below the other if there is no room."""
    cells = min(20, screen.width // 4)
    lead = MARGIN * 2
    scores = max(cell_len(score) for _, _, score in rows)
    room = screen.width - len(lead) - scores - len(_BETWEEN)
    fewest = min(_FEWEST_NAME_CELLS, max(cell_len(name) for name, _, _ in rows))
    if room < fewest:
        screen.line((title, "bold"))
        for name, _, score in rows:
            screen.line(name, lead=lead)
            screen.line(score, lead=f"{lead}{MARGIN}")
        screen.gap()
        return
    if room - cells - len(_BETWEEN) >= fewest:
        room -= cells + len(_BETWEEN)
    else:
        cells = 0
    names = [screen.wrapped(name, room) for name, _, _ in rows]
    widest = max(cell_len(line) for lines in names for line in lines)
    screen.line((title, "bold"))
    for (first, *others), (_, share, score) in zip(names, rows, strict=True):
        picture = (*bar(share, cells), _BETWEEN) if cells else ()
        screen.line(set_cell_size(first, widest), _BETWEEN, *picture, score, lead=lead)
        for line in others:
            screen.line(line, lead=f"{lead}{MARGIN * 2}")
    screen.gap()


def show_answers(screen: Screen, title: str, answers: Iterable[Answered], *, hidden: Collection[Answered] = ()) -> None:
    """Show questions with the correct answers, except those to ``hidden`` ones, below a title."""
    screen.line((title, "bold"))
    for answered in answers:
        stem = " ".join(line.strip() for line in plain_lines(answered.question.stem))
        screen.line(stem, lead=Text.assemble(MARGIN, sign(answered.verdict.outcome), " "))
        if answered not in hidden:
            answer = describe.right_answer_line(answered.question)
            screen.line(f"{messages.ANSWER}: ", (answer, "bold"), lead=MARGIN * 3)
    screen.gap()
