"""A lesson as lines of text, and in pages on a capable terminal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.facts.lesson import Lesson, LessonItem
from quizgen.questions.base import Audio, Image
from quizgen.questions.view import reference_text
from quizgen.session.frontend import STOPPED, Previous
from quizgen.terminal import key_labels, messages
from quizgen.terminal.describe import key_open_files, sound
from quizgen.terminal.prose import answer_lead, plain_lines
from quizgen.terminal.screen import MARGIN, Screen
from quizgen.text.folding import fold
from quizgen.text.plurals import count

FOOTER = 4
"""Number of lines that the prompt below a page takes: an empty line, the number of the page, and up to two of keys."""

FEWEST = 5
"""Lines of a page on a terminal that is too low for one."""


def heading(lesson: Lesson) -> list[str]:
    """Return what precedes a lesson: its title, its source, and its length."""
    source = [messages.source(reference_text(lesson.source), None)] if lesson.source else []
    topics = f" in {count(len(lesson.topics), 'topic')}" if len(lesson.topics) > 1 else ""
    return [lesson.title, *source, f"{count(lesson.points, 'point')}{topics}"]


def item_lines(item: LessonItem) -> list[str]:
    """Return an item in lines, without Markdown: the statement or the question, the answer, and its sources."""
    lines = [*plain_lines(item.text)]
    if item.answer is not None:
        first, *others = plain_lines(item.answer)
        # All lines are to the right of the arrow, so that it points to each item of a list.
        lines += [f"{answer_lead(first)}{first}".rstrip(), *(f"{'  ' if line else ''}{line}" for line in others)]
        if others and item.explanation:
            lines.append("")  # otherwise, it would read like one more item of the answer
    if item.explanation:
        lines += plain_lines(item.explanation)
    last_is_a_sentence = len(lines) == (1 if item.answer is None else 2)
    said = fold(f"{item.text} {item.explanation or ''}")
    is_new = item.attribution is not None and fold(item.attribution) not in said
    cited = [messages.attribution(item.attribution)] if item.attribution and is_new else []
    cited += [messages.in_paragraph(item.citation.paragraph)] if item.citation else []
    if cited and last_is_a_sentence:
        lines[-1] += f" ({' '.join(cited)})"
    elif cited:
        lines.append(f"({' '.join(cited)})")
    if item.picture:
        lines.append(f"{messages.PICTURE}: {item.picture.alt}")
    if heard := sound(item.sound):
        lines.append(heard)
    return lines


def plain_lesson(lesson: Lesson) -> Iterator[str]:
    """Yield a lesson in lines, for pipes and screen readers."""
    yield from heading(lesson)
    for topic in lesson.topics:
        yield ""
        if _has_headings(lesson):
            yield topic.name
        for item in topic.items:
            first, *others = item_lines(item)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def _has_headings(lesson: Lesson) -> bool:
    """Whether the topics are named: a set without topics has none that is worth it."""
    return len(lesson.topics) > 1 or any(topic.id is not None for topic in lesson.topics)


def show_lesson(screen: Screen, lesson: Lesson, open_files: Callable[[Sequence[str]], Sequence[str]]) -> bool:
    """Show a lesson page by page; return False if the learner stopped at the first of several pages.

    ``open_files`` opens the pictures and sounds of a page, and returns what to say about it.
    """
    from quizgen.terminal.keys import Footer, OpenFiles
    from quizgen.terminal.startup import load_prompts

    title, *about = heading(lesson)
    top = [(line, "bold") for line in screen.wrapped(title, screen.width - 1)]
    top += [(line, "") for text in about for line in screen.wrapped(text, screen.width - 1)]
    pages = list(_pages(screen, lesson, len(top) + 1))
    screen.begin()
    screen.gap()
    for text, style in top:
        screen.line((text, style))
    load_prompts()
    from quizgen.terminal.prompts import wait

    number = seen = 1
    said: Sequence[str] = ()
    is_shown = False
    while number <= len(pages):
        page = pages[number - 1]
        if not is_shown:
            for line in page:
                screen.line((line.text, line.style), lead=line.lead)
        is_shown = True
        files = list({file.file: file for line in page for file in line.files}.values())
        key = key_labels.ENTER_NEXT_PAGE if number < len(pages) else key_labels.ENTER_DONE
        back = [key_labels.BACK] if number > 1 else []
        opening = [key_open_files(files)] if files else []
        keys: dict[str, type[Exception]] = {"left": Previous, "backspace": Previous} if back else {}
        footer = Footer(
            (key, *opening, *back, key_labels.STOP_READING),
            {**keys, **({"o": OpenFiles} if files else {})},
            note="\n".join([*said, messages.page(number, len(pages))]),
        )
        said = ()
        seen = max(seen, number)
        try:
            wait(screen, footer)
            number += 1
        except OpenFiles:
            said = open_files([file.file for file in files])
            continue
        except Previous:
            number -= 1
        except STOPPED:
            return seen > 1 or len(pages) == 1
        is_shown = False
        if number <= len(pages):
            screen.clear()
            screen.rule()
    return True


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page."""

    text: str
    style: str = ""
    lead: str = MARGIN
    """What precedes the text."""
    files: tuple[Image | Audio, ...] = ()
    """The picture and the sound, if the line describes them."""


def _pages(screen: Screen, lesson: Lesson, above: int) -> Iterator[list[_Line]]:
    """Yield the lines of each page, which fills the screen; the first one is below ``above`` lines.

    An item is split only if it fills more than a page, or would leave a third of the page above it empty.
    """
    room = max(FEWEST, screen.height - FOOTER - above)
    page: list[_Line] = []
    for block in _blocks(screen, lesson):
        space = room - len(page)
        if page and len(block) > space:
            kept = max(0, min(space, len(block) - 2)) if space > room // 3 else 0  # no page begins with a single line
            while 0 < kept < len(block) and _belongs_above(block[kept - 1], block[kept]):
                kept -= 1
            yield page + block[:kept]
            page, room = block[kept:], max(FEWEST, screen.height - FOOTER - 1)  # one line is across the screen
        else:
            page = page + block
        while len(page) > room:  # one long item
            yield page[:room]
            page, room = page[room:], max(FEWEST, screen.height - FOOTER - 1)
    if page:
        yield page


def _belongs_above(above: _Line, line: _Line) -> bool:
    """Return whether no page may begin with ``line``: the rest of a description of a picture, or a source."""
    return bool(line.files and above.files) or line.text.startswith("(")


def _blocks(screen: Screen, lesson: Lesson) -> Iterator[list[_Line]]:
    for topic in lesson.topics:
        above = [_Line("")]
        if _has_headings(lesson):
            above.append(_Line(topic.name, "bold"))
        for item in topic.items:
            lines = item_lines(item)
            described = len(lines) - len(item.files)  # at the end
            block = [
                _Line(part, lead=f"{MARGIN}  ", files=item.files if at >= described else ())
                for at, line in enumerate(lines)
                for part in screen.hanging(line, screen.width - 4)
            ]
            yield [*above, replace(block[0], lead=f"{MARGIN}• "), *block[1:]]
            above = []
