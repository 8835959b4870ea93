"""``quizgen add``."""

import shutil
import textwrap
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from quizgen.atomic import WriteError, write_text
from quizgen.cli.common import complete_sets, locate_set
from quizgen.cli.prompts import Check, ask_choice, ask_line, ask_yes_no, require_terminal
from quizgen.editing.addition import Addition, OpenFile, open_file, prepare, with_id
from quizgen.editing.answers import question_data
from quizgen.editing.layout import LayoutError
from quizgen.loading.document import read_bytes
from quizgen.questions import KINDS

_Function = TypeVar("_Function", bound=Callable[..., Any])

_ABOUT = {
    "card": "front and back, the learner judges",
    "choice": "several options, one right",
    "multiple": "several options, some right",
    "true_false": "a statement to judge",
    "short": "a typed word or a few",
    "number": "a typed number",
    "cloze": "a text with blanks",
    "order": "steps to put in order",
    "match": "sides to match",
}

_EPILOG = """\b
Examples:
  quizgen add
  quizgen add rivers --kind short --stem "Into which sea does the Danube flow?" --answer "Black Sea"
  quizgen add rivers --kind choice --stem "Which is longest?" --answer Volga --distractor Danube --distractor Rhine
  quizgen add rivers --kind cloze --stem "The {{c1::Danube}} flows into the {{c2::Black Sea}}."
  quizgen add rivers --kind match --stem "Which sea?" --pair "Danube=Black Sea" --pair "Rhine=North Sea"
"""


def _many(name: str, what: str) -> Callable[[_Function], _Function]:
    return click.option(f"--{name}", f"{name}s", multiple=True, metavar="TEXT", help=f"{what}; may be repeated.")


@click.command("add", epilog=_EPILOG)
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option("--kind", type=click.Choice(KINDS), help="Kind of question.")
@click.option("--stem", metavar="TEXT", help="The question; of a cloze the text with its marks.")
@_many("answer", "The right answer; of multiple all of them")
@_many("distractor", "A wrong option")
@_many("accept", "Another right answer, of short")
@_many("step", "A step of an order, in the right order")
@_many("pair", "LEFT=RIGHT of a match")
@_many("tag", "An Anki tag")
@click.option("--unit", metavar="TEXT", help="What a number counts or measures.")
@click.option("--tolerance", metavar="TEXT", help="How far off a number still counts: 5, ±5 or 10%.")
@click.option("--type", "type", metavar="TYPE", help="What a short answer is: person, place, date, …")
@click.option("--explanation", metavar="TEXT", help="Feedback after the answer.")
@click.option("--hint", metavar="TEXT", help="A help that the learner may ask for.")
@click.option("--topic", metavar="ID", help="Id of the topic.")
@click.option("--id", "id", metavar="ID", help="Permanent id; made from the question when left out.")
def add_command(name: str | None, **given: Any) -> None:
    """Add a question to SET (a name from `quizgen list`, or a path), at the end of its file.

    Without options it asks for one question after the other, shows each as the learner will see it, and adds it. Every
    comment, blank line and byte of the file stays as it was. What `quizgen check` would refuse is not written.
    """
    at_hand = locate_set(name)
    if at_hand.bundled:
        raise click.UsageError(
            f"The set {at_hand.name!r} comes with quizgen. Begin one of your own with `quizgen new`."
        )
    path = at_hand.path
    file = open_file(path)
    if given["kind"] is not None or given["stem"] is not None:
        _require(given)
        addition = _prepared(file, question_data(given))
        if addition is None:
            raise click.exceptions.Exit(1)
        _write(path, file, addition)
        click.echo(f"Added {addition.question.id} to {path}")
        return
    require_terminal("--kind")
    while True:
        _ask_and_add(path, file)
        if not ask_yes_no("Another question?"):
            return
        file = open_file(path)


def _require(given: Mapping[str, Any]) -> None:
    for option in ("kind", "stem"):
        if given[option] is None:
            raise click.UsageError(f"--{option} is missing.")
    for pair in given["pairs"]:
        if diagnostic := _pair_fault(pair):
            raise click.BadParameter(diagnostic, param_hint="--pair")


def _ask_and_add(path: Path, file: OpenFile) -> None:
    given = _asked(file)
    while True:
        addition = _prepared(file, question_data(given))
        if addition is not None:
            _show(addition)
            if ask_yes_no("Add it?"):
                _write(path, file, addition)
                click.echo(f"Added {addition.question.id} to {path}")
                return
        if not ask_yes_no("Go through it again?"):
            return
        given = _asked(file, given)


def _asked(file: OpenFile, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What the author says, in the form of the command's own options; ``before`` is what was said the first time."""
    before = before or {}
    kind = before.get("kind") or ask_choice("Kind of question:", list(_ABOUT.items()))
    said: dict[str, Any] = {"kind": kind}
    texts = {"cloze": "Text, answers marked as {{c1::answer}}:", "true_false": "Statement:", "card": "Front:"}
    said["stem"] = ask_line(texts.get(kind, "Question:"), before.get("stem") or "", _not_empty)
    lists = {
        "choice": (("answers", "Right answer", 1), ("distractors", "Wrong option", None)),
        "multiple": (("answers", "Right answer", None), ("distractors", "Wrong option", None)),
        "short": (("answers", "Answer", 1), ("accepts", "Also right", None)),
        "number": (("answers", "Answer", 1),),
        "card": (("answers", "Back", 1),),
        "order": (("steps", "Step", None),),
        "match": (("pairs", "Pair, as left=right", None),),
    }
    for key, label, limit in lists.get(kind, ()):
        said[key] = _ask_list(label, limit, before.get(key, ()), _pair_fault if key == "pairs" else None)
    if kind == "true_false":
        said["answers"] = [ask_choice("True or false?", [("true", "the statement is right"), ("false", "it is wrong")])]
    if kind == "number":
        said["unit"] = ask_line("Unit (may stay empty):", before.get("unit") or "")
        said["tolerance"] = ask_line(
            "How far off still counts (5, 10%; may stay empty):", before.get("tolerance") or ""
        )
    if said.get("answers") == ["false"]:
        said["explanation"] = ask_line("What is right instead:", before.get("explanation") or "", _not_empty)
    else:
        said["explanation"] = ask_line("Explanation (may stay empty):", before.get("explanation") or "")
    if file.topics:
        choices = [*file.topics.items(), ("none", "no topic")]
        said["topic"] = None if (topic := ask_choice("Topic:", choices)) == "none" else topic
    return said


def _ask_list(label: str, limit: int | None, before: Sequence[str], check: Check | None) -> list[str]:
    """Lines until an empty one, or ``limit`` of them."""
    if limit == 1:
        return [ask_line(f"{label}:", before[0] if before else "", _not_empty)]
    lines: list[str] = []
    while True:
        default = before[len(lines)] if len(lines) < len(before) else ""
        line = ask_line(f"{label} {len(lines) + 1} (Enter: no more):", default, check)
        if not line:
            return lines
        lines.append(line)


def _pair_fault(text: str) -> str | None:
    return None if "=" in text or not text else f"{text!r} is no pair: write left=right, such as Danube=Black Sea."


def _not_empty(text: str) -> str | None:
    return None if text else "Write something here, or Ctrl-C to stop."


def _prepared(file: OpenFile, data: dict[str, Any]) -> Addition | None:
    """The addition; None where it is refused, which is said in the words of `quizgen check`."""
    from quizgen.loading.diagnostics import LoadError, describe

    data = with_id(file, data)
    try:
        return prepare(file, data)
    except LoadError as error:
        for diagnostic in error.diagnostics:
            click.echo(describe(diagnostic), err=True)
        return None
    except LayoutError as error:
        from quizgen.editing.scalars import block

        click.echo(f"{file.document.path} cannot be added to: {error}. Put this in by hand:", err=True)
        first, *rest = block(data)
        click.echo("\n".join((f"  - {first}", *(f"    {line}" for line in rest))), err=True)
        raise click.exceptions.Exit(1) from None


def _show(addition: Addition) -> None:
    """Print the question as the learner will see it, then its answer."""
    from quizgen.session.prompt import present
    from quizgen.terminal import describe
    from quizgen.terminal.prose import plain_line, plain_lines

    question = addition.question
    lines = [("", line) for line in plain_lines(question.stem)]
    if question.kind == "match":
        lines += ((f"{number}. ", plain_line(left)) for number, (left, _) in enumerate(question.pairs, 1))
    options = zip("abcdefghij", present(question, ""), strict=False)
    lines += ((f"{letter}) ", plain_line(option)) for letter, option in options)
    lines.append(("= ", describe.right_answer_line(question)))
    lines += (("", line) for line in plain_lines(question.explanation or "") if question.explanation)
    width = shutil.get_terminal_size().columns - 1
    click.echo()
    for sign, line in lines:
        click.echo(textwrap.fill(line, width, initial_indent=f"  {sign}", subsequent_indent="  " + " " * len(sign)))
    click.echo()


def _write(path: Path, file: OpenFile, addition: Addition) -> None:
    if read_bytes(path).decode(errors="replace") != file.text:
        raise click.ClickException(f"{path} has changed meanwhile, and was left as it is.")
    try:
        write_text(path, addition.text)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
