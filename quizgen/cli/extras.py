"""What a learner can do besides answering: read the lesson of a new set, see the context, edit, suspend, open files.

Everything is imported when it is used: most sessions never need it.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from quizgen.cli.common import LoadedSet
from quizgen.history.history import History
from quizgen.loading.diagnostics import LoadError
from quizgen.questions import Question
from quizgen.questions.giveaways import content_of, states_answer
from quizgen.session import Prompt
from quizgen.session.combined import original
from quizgen.session.frontend import STOPPED, Extra
from quizgen.session.recorder import Recorder
from quizgen.terminal import key_labels, messages, plain_messages

if TYPE_CHECKING:
    from quizgen.cli.frontends import AnyFrontend
    from quizgen.facts.lesson import Lesson


def extras_of(sets: Sequence[LoadedSet], recorder: Recorder, *, typed: bool) -> tuple[Extra, ...]:
    """Return what is offered at the feedback on questions of ``sets``; ``typed`` for the plain frontend."""
    asked = {loaded.question_set.id: loaded for loaded in sets}
    by_id = dict(asked)

    def question_of(prompt: Prompt) -> Question:
        """Return the question as its own set has it, edited or, if it was removed since, as the session asks it."""
        name = original(prompt.set_id, prompt.question.id)[1]
        versions = (by_id[prompt.set_id], asked[prompt.set_id])
        return next(each for loaded in versions for each in loaded.question_set.questions if each.id == name)

    def context(prompt: Prompt) -> Sequence[str]:
        coming = {original(prompt.set_id, question.id) for question in prompt.ahead}
        loaded = by_id[prompt.set_id]
        ahead = [question for question in loaded.question_set.questions if (prompt.set_id, question.id) in coming]
        return _context(loaded, question_of(prompt), ahead)

    def edit(prompt: Prompt) -> Sequence[str]:
        from quizgen.cli.editor import edit_question

        loaded = by_id[prompt.set_id]
        error = edit_question(loaded, question_of(prompt))
        if error:
            return [error]
        try:
            by_id[prompt.set_id] = edited = loaded.reread()
        except LoadError as invalid:
            return [str(diagnostic) for diagnostic in invalid.diagnostics]
        return [messages.EDITED] if edited.question_set != loaded.question_set else []

    def suspend(prompt: Prompt) -> Sequence[str]:
        from quizgen.terminal.prose import plain_lines

        suspended = recorder.toggle_suspension(prompt.set_id, question_of(prompt).points)
        if suspended is None:
            return [messages.NOT_SUSPENDED]
        if typed:  # another question may be on the screen
            stem = " ".join(plain_lines(question_of(prompt).stem))
            return [plain_messages.suspended_by_name(stem) if suspended else plain_messages.resumed_by_name(stem)]
        return [messages.SUSPENDED if suspended else messages.RESUMED]

    def suspension_key(prompt: Prompt) -> str:
        suspended = recorder.is_suspended(prompt.set_id, question_of(prompt))
        return key_labels.RESUME if suspended else key_labels.SUSPEND

    def open_files(prompt: Prompt, *, answered: bool = True) -> Sequence[str]:
        from quizgen.cli.read import opener

        return opener(by_id[prompt.set_id])([file.file for file in prompt.files(answered=answered)])

    def open_early(prompt: Prompt) -> Callable[[], Sequence[str]] | None:
        return partial(open_files, prompt, answered=False) if prompt.files(answered=False) else None

    def open_key(prompt: Prompt) -> str:
        from quizgen.terminal.describe import key_open

        return key_open(prompt, answered=True) or ""

    return (
        Extra("r", lambda _: key_labels.CONTEXT, "!read", context, once=True, shows_answer=True),
        Extra("e", lambda _: key_labels.EDIT, "!edit", edit),
        Extra("x", suspension_key, "!suspend", suspend, is_switch=True),
        Extra(
            "o",
            open_key,
            "!open",
            open_files,
            offered=lambda prompt: bool(prompt.files(answered=True)),
            before_answer=open_early,
        ),
    )


def offer_lesson(
    sets: Sequence[LoadedSet],
    known: Collection[str],
    frontend: "AnyFrontend",
    history: History,
    clock: Callable[[], datetime],
) -> None:
    """Offer the lessons of those of ``sets`` that are not ``known``, on a terminal, once for each set."""
    new = [loaded for loaded in sets if loaded.question_set.id not in known]
    if frontend.reads_lines or not new:
        return
    from quizgen.cli.read import lesson_in, opener
    from quizgen.history.records import Reading

    def remember(lesson: "Lesson", *, read: bool) -> None:
        history.use(lambda store: store.add(Reading(lesson.set_id, clock(), read)))

    lessons = [(lesson, opener(loaded)) for loaded in new if (lesson := lesson_in(loaded)).items]
    while lessons:
        try:
            chosen = frontend.ask_read([lesson.title for lesson, _ in lessons])
        except STOPPED:
            import click

            frontend.say_stopped()
            raise click.exceptions.Exit from None
        if chosen is None:
            break
        lesson, open_files = lessons.pop(chosen)
        remember(lesson, read=frontend.show_lesson(lesson, open_files))
    for lesson, _ in lessons:
        remember(lesson, read=False)


def _context(loaded: LoadedSet, question: Question, ahead: Sequence[Question]) -> list[str]:
    """Return what the lesson says around a question, and the paragraph of the source if the seed has its text.

    What the questions ``ahead`` ask is left out.
    """
    from quizgen.cli.read import lesson_in
    from quizgen.questions.view import reference_text
    from quizgen.terminal.lesson import item_lines
    from quizgen.terminal.prose import plain_lines

    own, later = {question.id, *question.all_facts}, {name for each in ahead for name in (each.id, *each.all_facts)}
    known = content_of(question)
    answers = [content_of(each) for each in ahead if not set(each.points) <= set(question.points)]

    def may_be_shown(lines: Sequence[str]) -> bool:
        return not states_answer("\n".join(lines), answers, known=known)

    seed = loaded.read.seed
    items = lesson_in(loaded).around(question)
    parts = []
    is_cut = says_more = False
    for item in items:
        lines = item_lines(item)
        if (item.id in own or item.id not in later) and may_be_shown(lines):
            says_more |= item.id != question.id
            first, *others = lines
            parts.append([f"{'▸' if item.id in own else '•'} {first}", *(f"  {line}" for line in others)])
        else:
            is_cut = True
    if says_more:
        parts.insert(0, [f"{messages.CONTEXT}:"])
    else:
        parts = []  # the question itself is on the screen
    facts = [fact for fact in seed.facts if fact.id in own] if seed is not None and not items else []
    cited = [question.citation, *(item.citation for item in items if item.id in own)]
    numbers = sorted({citation.paragraph for citation in cited if citation})
    paragraphs = [(number, text) for number in numbers if (text := _paragraph(loaded, number))]
    for lines in (
        *([*plain_lines(fact.plain)] for fact in facts),
        *([messages.source_paragraph(number, text)] for number, text in paragraphs),
    ):
        if may_be_shown(lines):
            parts.append(lines)
        else:
            is_cut = True
    if is_cut:
        parts.append([messages.CONTEXT_CUT if parts else messages.CONTEXT_HIDDEN])
    if (source := loaded.question_set.source) is not None:
        parts.append([messages.source(reference_text(source), None)])
    return [line for part in parts for line in part] or [messages.NO_CONTEXT]


def _paragraph(loaded: LoadedSet, number: int) -> str | None:
    """Return a paragraph of the source, if the seed names its text and it can be read."""
    from quizgen.loading.provenance import own_article

    if loaded.read.seed_document is None:
        return None
    try:
        article = own_article(loaded.read.seed_document)
    except LoadError:
        return None
    return article.read[number - 1] if article and number <= len(article.read) else None
