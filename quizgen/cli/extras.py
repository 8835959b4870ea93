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
from quizgen.session.combined import original
from quizgen.session.frontend import STOPPED, Extra
from quizgen.session.prompt import Prompt
from quizgen.session.recorder import Recorder
from quizgen.terminal import key_labels, messages, plain_messages

if TYPE_CHECKING:
    from quizgen.cli.frontends import AnyFrontend
    from quizgen.facts.lesson import Lesson


_MANY_AHEAD = 1_000
"""With more questions ahead, it takes a while to find out what would give away none of their answers."""


def extras_of(sets: Sequence[LoadedSet], recorder: Recorder, *, typed: bool) -> tuple[Extra, ...]:
    """Return what is offered at the feedback on questions of ``sets``; ``typed`` for the plain frontend."""
    offers = _Offers(sets, recorder, typed=typed)
    return (
        Extra(
            "r",
            lambda _: key_labels.CONTEXT,
            "!read",
            offers.context,
            offered=lambda prompt: typed or offers.has_context(prompt),  # a typed command gets an answer anyway
            once=True,
            shows_answer=True,
        ),
        Extra(
            "e",
            lambda _: key_labels.EDIT,
            "!edit",
            offers.edit,
            offered=lambda prompt: typed or offers.may_edit(prompt),
            confirm=offers.before_editing,
        ),
        Extra("x", offers.suspension_key, "!suspend", offers.suspend, is_switch=True),
        Extra(
            "o",
            offers.open_key,
            "!open",
            offers.open_files,
            offered=lambda prompt: bool(prompt.files(answered=True)),
            before_answer=offers.open_early,
        ),
    )


class _Offers:
    """What can be done at a question; each method returns the lines that it has to say."""

    def __init__(self, sets: Sequence[LoadedSet], recorder: Recorder, *, typed: bool) -> None:
        self._asked = {loaded.question_set.id: loaded for loaded in sets}
        self._now = dict(self._asked)
        """The sets as their files are after the latest edit."""
        self._recorder = recorder
        self._typed = typed
        self._lessons: dict[str, Lesson] = {}
        self._has_edited = False

    def context(self, prompt: Prompt) -> Sequence[str]:
        from quizgen.cli.question_context import context

        return context(*self._surroundings(prompt))

    def has_context(self, prompt: Prompt) -> bool:
        """Whether there is context to show; not found out if that would keep the learner waiting."""
        if len(prompt.ahead) > _MANY_AHEAD:
            return True
        from quizgen.cli.question_context import has_context

        return has_context(*self._surroundings(prompt))

    def _surroundings(self, prompt: Prompt) -> "tuple[LoadedSet, Lesson, Question, list[Question]]":
        """Return the set, its lesson, the question and those of the set that may still come, as the set now is."""
        from quizgen.cli.read import lesson_in

        loaded = self._now[prompt.set_id]
        if prompt.set_id not in self._lessons:
            self._lessons[prompt.set_id] = lesson_in(loaded)
        coming = {original(prompt.set_id, question.id) for question in prompt.ahead}
        ahead = [one for one in loaded.question_set.questions if (prompt.set_id, one.id) in coming]
        return loaded, self._lessons[prompt.set_id], self._question_of(prompt), ahead

    def may_edit(self, prompt: Prompt) -> bool:
        """Whether the file is the learner's: that of a set which comes with quizgen is not."""
        return not self._now[prompt.set_id].bundled

    def before_editing(self, prompt: Prompt) -> str:
        """Say what opens, until it has opened once: not everybody knows how to leave an editor."""
        from quizgen.cli.editor import before_editing

        return "" if self._has_edited else before_editing(self._now[prompt.set_id], self._question_of(prompt))

    def edit(self, prompt: Prompt) -> Sequence[str]:
        from quizgen.cli.editor import edit_question

        self._has_edited = True
        loaded = self._now[prompt.set_id]
        error = edit_question(loaded, self._question_of(prompt))
        if error:
            return [error]
        try:
            self._now[prompt.set_id] = edited = loaded.reread()
            self._lessons.pop(prompt.set_id, None)
        except LoadError as invalid:
            return [str(diagnostic) for diagnostic in invalid.diagnostics]
        if edited.question_set == loaded.question_set:
            return []
        return [messages.EDITED, *self._text_of(self._question_of(prompt), prompt.question)]

    def _text_of(self, question: Question, before: Question) -> Sequence[str]:
        """Return the text of an edited question, unless it is as ``before``: nothing else on the screen changes."""
        from quizgen.questions.view import answer_text
        from quizgen.terminal.prose import answer_lead, plain_lines

        def text(of: Question) -> list[str]:
            first, *others = plain_lines(answer_text(of)) or [""]
            answer = [f"{answer_lead(first)}{first}", *(f"  {line}" for line in others)]
            return [*plain_lines(of.stem), *answer, *(plain_lines(of.explanation) if of.explanation else ())]

        return [messages.NOW_READS, *text(question)] if text(question) != text(before) else []

    def suspend(self, prompt: Prompt) -> Sequence[str]:
        from quizgen.terminal.prose import plain_lines

        question = self._question_of(prompt)
        suspended = self._recorder.toggle_suspension(prompt.set_id, question.points)
        if suspended is None:
            return [messages.NOT_SUSPENDED]
        if self._typed:  # another question may be on the screen
            stem = " ".join(plain_lines(question.stem))
            return [plain_messages.suspended_by_name(stem) if suspended else plain_messages.resumed_by_name(stem)]
        return [messages.SUSPENDED, messages.HOW_TO_RESUME] if suspended else [messages.RESUMED]

    def suspension_key(self, prompt: Prompt) -> str:
        suspended = self._recorder.is_suspended(prompt.set_id, self._question_of(prompt))
        return key_labels.RESUME if suspended else key_labels.SUSPEND

    def open_files(self, prompt: Prompt, *, answered: bool = True) -> Sequence[str]:
        from quizgen.cli.read import opener

        return opener(self._now[prompt.set_id])([file.file for file in prompt.files(answered=answered)])

    def open_early(self, prompt: Prompt) -> Callable[[], Sequence[str]] | None:
        return partial(self.open_files, prompt, answered=False) if prompt.files(answered=False) else None

    def open_key(self, prompt: Prompt) -> str:
        from quizgen.terminal.describe import key_open

        return key_open(prompt, answered=True) or ""

    def _question_of(self, prompt: Prompt) -> Question:
        """Return the question as its own set has it, edited or, if it was removed since, as the session asks it."""
        name = original(prompt.set_id, prompt.question.id)[1]
        versions = (self._now[prompt.set_id], self._asked[prompt.set_id])
        return next(each for loaded in versions for each in loaded.question_set.questions if each.id == name)


def offer_lesson(
    sets: Sequence[LoadedSet],
    known: Collection[str],
    frontend: "AnyFrontend",
    history: History,
    clock: Callable[[], datetime],
) -> None:
    """Offer the lessons of those of ``sets`` that are not ``known``, on a terminal, once for each set.

    That of a set without facts is not offered: it would only answer the questions.
    """
    new = [one for one in sets if one.question_set.id not in known and one.has_facts]
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
