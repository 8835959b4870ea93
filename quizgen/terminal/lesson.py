"""A lesson as lines of text, and in pages on a capable terminal."""

from collections.abc import Iterable, Iterator

from quizgen.facts.lesson import Lesson, LessonItem
from quizgen.questions.view import reference_text
from quizgen.session.frontend import STOPPED
from quizgen.terminal import messages
from quizgen.terminal.prose import plain_lines
from quizgen.terminal.screen import MARGIN, Screen
from quizgen.text.plurals import count

PAGE = 10
"""Most lines that are added to the screen at once."""


def heading(lesson: Lesson) -> list[str]:
    """Return what precedes a lesson: its title, its source, and its length."""
    source = [messages.source(reference_text(lesson.source), None)] if lesson.source else []
    topics = f" in {count(len(lesson.topics), 'topic')}" if len(lesson.topics) > 1 else ""
    return [lesson.title, *source, f"{count(len(lesson.items), 'fact')}{topics}"]


def item_lines(item: LessonItem) -> Iterator[str]:
    """Yield an item in lines, without Markdown: the statement or the question, the answer, and its sources."""
    yield from plain_lines(item.text)
    if item.answer is not None:
        first, *others = plain_lines(item.answer)
        yield f"{messages.ARROW} {first}"
        yield from others
    if item.picture:
        yield f"{messages.PICTURE}: {item.picture}"
    cited = [messages.attribution(item.attribution)] if item.attribution else []
    cited += [messages.in_paragraph(item.citation.paragraph)] if item.citation else []
    if cited:
        yield f"({' '.join(cited)})"


def plain_lesson(lesson: Lesson) -> Iterator[str]:
    """Yield a lesson in lines, for pipes and screen readers."""
    yield from heading(lesson)
    for topic in lesson.topics:
        yield ""
        yield topic.name
        for item in topic.items:
            first, *others = item_lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def show_lesson(screen: Screen, lesson: Lesson) -> bool:
    """Show a lesson page by page; return False if the learner stopped before its end."""
    from quizgen.terminal.keys import Footer
    from quizgen.terminal.startup import load_prompts

    screen.gap()
    title, *about = heading(lesson)
    screen.line((title, "bold"))
    for line in about:
        screen.line(line)
    pages = list(_pages(screen, lesson))
    load_prompts()
    from quizgen.terminal.prompts import wait

    for number, page in enumerate(pages, 1):
        for line, style, lead in page:
            screen.line((line, style), lead=lead)
        key = messages.KEY_ENTER_NEXT_PAGE if number < len(pages) else messages.KEY_ENTER_DONE
        try:
            wait(screen, Footer((key, messages.KEY_STOP_READING), note=messages.page(number, len(pages))))
        except STOPPED:
            return number == len(pages)
    return True


_Line = tuple[str, str, str]
"""A line's text, its style, and what precedes it."""


def _pages(screen: Screen, lesson: Lesson) -> Iterator[list[_Line]]:
    """Yield the lines of each page; an item is split only if it fills more than a page."""
    page: list[_Line] = []
    for block in _blocks(screen, lesson):
        if page and len(page) + len(block) > PAGE:
            yield page
            page = []
        page = page + block
        while len(page) > PAGE:  # one long item
            yield page[:PAGE]
            page = page[PAGE:]
    if page:
        yield page


def _blocks(screen: Screen, lesson: Lesson) -> Iterator[list[_Line]]:
    for topic in lesson.topics:
        above: list[_Line] = [("", "", MARGIN), (topic.name, "bold", MARGIN)]
        for item in topic.items:
            wrapped = _wrapped(screen, item_lines(item))
            yield [*above, *((line, "", f"{MARGIN}{'•' if first else ' '} ") for first, line in wrapped)]
            above = []


def _wrapped(screen: Screen, lines: Iterable[str]) -> list[tuple[bool, str]]:
    """Return ``lines`` wrapped; the first of all is marked."""
    found = [part for line in lines for part in screen.wrapped(line, screen.width - 4)]
    return [(place == 0, line) for place, line in enumerate(found)]
