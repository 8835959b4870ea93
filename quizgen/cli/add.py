"""``quizgen add``."""

import re
import shutil
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.common import Function, complete_sets, locate_set
from quizgen.cli.files import ChangedError, overwrite
from quizgen.cli.prompts import (
    ask_choice,
    ask_yes_no,
    can_ask,
    plain_prompts_option,
    require_terminal,
)
from quizgen.cli.question_prompts import ask_fields, pair_error
from quizgen.cli.say import say
from quizgen.editing.addition import Addition, OpenFile, open_file, prepare, with_id
from quizgen.editing.answers import question_from_answers
from quizgen.editing.layout import LayoutError
from quizgen.loading.catalog import SetLocation, available_sets
from quizgen.loading.diagnostics import LoadError, describe
from quizgen.questions import ShortQuestion
from quizgen.questions.codes import Code
from quizgen.questions.kinds import KINDS
from quizgen.text.yaml_scalars import block

if TYPE_CHECKING:
    from quizgen.loading.diagnostics import Diagnostic

_EPILOG = """\b
Examples:
  quizgen add
  quizgen add rivers --kind short --stem "Into which sea does the Danube flow?" --answer "Black Sea"
  quizgen add rivers --kind choice --stem "Which is longest?" --answer Volga --distractor Danube --distractor Rhine
  quizgen add rivers --kind cloze --stem "The {{c1::Danube}} flows into the {{c2::Black Sea}}."
  quizgen add rivers --kind match --stem "Which sea?" --pair "Danube=Black Sea" --pair "Rhine=North Sea"
"""


def _repeatable(name: str, description: str) -> Callable[[Function], Function]:
    return click.option(f"--{name}", f"{name}s", multiple=True, metavar="TEXT", help=f"{description} Can be repeated.")


@click.command("add", epilog=_EPILOG)
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option("--kind", type=click.Choice(KINDS), help="Set the kind of question.")
@click.option(
    "--stem", metavar="TEXT", help="Set the question text; for a cloze, the text with {{c1::answers}} marked."
)
@_repeatable("answer", "Set the correct answer or, for a `multiple` question, one of the correct answers.")
@_repeatable("distractor", "Add a wrong option.")
@_repeatable("accept", "Add another accepted answer to a `short` question.")
@_repeatable("step", "Add a step to an `order` question; give the steps in the correct order.")
@_repeatable("pair", "Add a LEFT=RIGHT pair to a `match` question.")
@_repeatable("tag", "Add an Anki tag.")
@click.option("--unit", metavar="TEXT", help="Set the unit of a numeric answer.")
@click.option(
    "--tolerance",
    metavar="TEXT",
    help="Set the tolerance (such as 5, 10% or '3 significant figures') of a numeric answer.",
)
@click.option("--type", "type", metavar="TYPE", help="Set the type (such as person, place or date) of a short answer.")
@click.option("--explanation", metavar="TEXT", help="Set the explanation shown after the answer.")
@click.option("--hint", metavar="TEXT", help="Set a hint that learners can ask for.")
@click.option("--topic", metavar="ID", help="Set the topic, specified by its id.")
@click.option("--id", "id", metavar="ID", help="Set the permanent id. [default: generated from the question text]")
@plain_prompts_option
def add_command(name: str | None, **given: Any) -> None:
    """Add a question to the end of SET (a name from `quizgen list`, or a path).

    If you omit SET and there are several sets, quizgen asks which one to use or, outside a terminal, stops with an
    error.

    Without options, quizgen asks for each field, shows the question as learners will see it, and adds it. The rest of
    the file is not changed. A question with errors is not added.
    """
    prompts = given["kind"] is None and given["stem"] is None
    location = _chosen_set(prompts=prompts) if name is None else locate_set(name)
    if location.bundled:
        raise click.UsageError(
            f"The set {location.name!r} comes with quizgen and cannot be changed. Create your own set with "
            "`quizgen new`."
        )
    path = location.path
    file = open_file(path)
    if not prompts:
        _require(given)
        addition = _prepare(file, question_from_answers(given), by_options=True)
        if addition is None:
            raise click.exceptions.Exit(1)
        overwrite(path, file.text, addition.text)
        say(f"Added {addition.question.id} to {path}")
        return
    require_terminal("--kind")
    say(f"Adding to {path}")
    while True:
        _ask_and_add(path, file)
        try:
            another = ask_yes_no("Add another question?", default=False)
        except click.Abort:  # nothing is lost: the question above is saved
            click.echo()
            return
        if not another:
            return
        file = open_file(path)


def _chosen_set(*, prompts: bool) -> SetLocation:
    """Return the only set that can be changed; if there are several, ask which, the most recently changed first.

    Raises UsageError if there are several and nothing can be asked.
    """
    own = [location for location in available_sets(Path.cwd()) if not location.bundled]
    if len(own) < 2:
        return own[0] if own else locate_set(None)
    names = [location.name for location in own]
    if not (prompts and can_ask()):
        raise click.UsageError(f"SET is missing, and there are several sets. Specify one of them: {', '.join(names)}.")
    own.sort(key=lambda location: location.path.stat().st_mtime, reverse=True)
    chosen = ask_choice("Set:", [(location.name, str(location.path)) for location in own])
    return next(location for location in own if location.name == chosen)


def _require(given: Mapping[str, Any]) -> None:
    for option in ("kind", "stem"):
        if given[option] is None:
            raise click.UsageError(
                f"--{option} is missing. Use both --kind and --stem, or omit both to be asked for each field."
            )
    for pair in given["pairs"]:
        if diagnostic := pair_error(pair):
            raise click.BadParameter(diagnostic, param_hint="--pair")


def _ask_and_add(path: Path, file: OpenFile) -> None:
    given = ask_fields(file.topics)
    while True:
        addition = _prepare(file, question_from_answers(given))
        if addition is not None:
            _show(addition)
            _warn(file, addition)
            if ask_yes_no("Add this question?"):
                try:
                    overwrite(path, file.text, addition.text)
                except ChangedError:  # while the author was typing
                    file = open_file(path)
                    addition = _prepare(file, question_from_answers(given))
                    if addition is not None:
                        overwrite(path, file.text, addition.text)
                if addition is not None:
                    say(f"Added {addition.question.id} to {path}")
                    return
        if not ask_yes_no("Edit this question?"):
            return
        given = ask_fields(file.topics, given)


_OPTION_OF = {"answer": "answer", "answers": "answer", "distractors": "distractor", "steps": "step", "pairs": "pair"}
"""The option that gives a key of a question."""


def _with_options(diagnostic: "Diagnostic") -> "Diagnostic":
    """Return ``diagnostic`` with the option to use, if its help names a key to add."""
    if diagnostic.code == Code.FALSE_UNEXPLAINED:
        return replace(diagnostic, help="add `--explanation TEXT` that says what is true instead")
    missing = re.fullmatch(r"missing key '(\w+)'", diagnostic.message)
    if missing is not None and (option := _OPTION_OF.get(missing[1])):
        return replace(diagnostic, help=f"add `--{option} TEXT`")
    return diagnostic


def _prepare(file: OpenFile, data: dict[str, Any], *, by_options: bool = False) -> Addition | None:
    """Return the addition, or print its errors, with the options to use if ``by_options``, and return None."""
    data = with_id(file, data)
    try:
        return prepare(file, data)
    except LoadError as error:
        for diagnostic in error.diagnostics:
            click.echo(describe(_with_options(diagnostic) if by_options else diagnostic), err=True)
        return None
    except LayoutError as error:
        say(f"{file.document.path} cannot be edited automatically: {error}. Add this by hand:", err=True)
        click.echo(_as_written(file, data), err=True)
        raise click.exceptions.Exit(1) from None


def _as_written(file: OpenFile, data: dict[str, Any]) -> str:
    if file.document.markdown is not None:
        from quizgen.editing.markdown import question_markdown

        return question_markdown(data)
    first, *rest = block(data)
    return "\n".join((f"  - {first}", *(f"    {line}" for line in rest)))


def _show(addition: Addition) -> None:
    """Print the question as the learner will see it, then its answer."""
    from quizgen.session.prompt import present
    from quizgen.terminal.describe import right_answer_line
    from quizgen.terminal.prose import plain_line, plain_lines

    question = addition.question
    lines = [("", line) for line in plain_lines(question.stem)]
    if question.kind == "match":
        lines += ((f"{number}. ", plain_line(left)) for number, (left, _) in enumerate(question.pairs, 1))
        lines.append(("", ""))
    options = zip("abcdefghij", present(question, ""), strict=False)
    lines += ((f"{letter}) ", plain_line(option)) for letter, option in options)
    lines.append(("", f"Answer: {right_answer_line(question)}"))
    if isinstance(question, ShortQuestion) and question.accept:
        lines.append(("", f"Also accepted: {', '.join(question.accept)}"))
    if question.hint:
        lines.append(("", f"Hint: {plain_line(question.hint)}"))
    lines += (("", line) for line in plain_lines(question.explanation or "") if question.explanation)
    width = shutil.get_terminal_size().columns - 1
    click.echo()
    for sign, line in lines:
        click.echo(textwrap.fill(line, width, initial_indent=f"  {sign}", subsequent_indent="  " + " " * len(sign)))
    click.echo()


def _warn(file: OpenFile, addition: Addition) -> None:
    """Print what the lint rules find in the question."""
    from quizgen.linting import lint_questions

    language = file.document.data.get("language")
    found = list(lint_questions([addition.question], language=language if isinstance(language, str) else None))
    for finding in found:
        say(f"  {finding.code} {finding.message}\n    help: {finding.help}")
    if found:
        click.echo()
