"""``quizgen check``."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from quizgen.cli.bar import progress_bar
from quizgen.cli.checking import Checked, Request, check, files_of
from quizgen.cli.file_watcher import Watcher
from quizgen.linting import Selection, find_rules
from quizgen.loading.diagnostics import Diagnostic, printable

Form = Literal["text", "json", "github"]


def _rules(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Codes, beginnings of codes or names, as codes."""
    wanted = [part.strip() for part in value.split(",") if part.strip()] if value else []
    for part in wanted:
        if not find_rules(part):
            raise click.BadParameter(f"no rule's code begins with {part!r}; docs/lint.md lists them.")
    return tuple(rule.code for part in wanted for rule in find_rules(part))


def _explain(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None or ctx.resilient_parsing:
        return
    from quizgen.linting.explain import explain, explain_all

    rules = find_rules(value)
    if value != "all" and not rules:
        raise click.BadParameter(f"there is no rule {value!r}; `quizgen check --explain all` lists them.")
    click.echo(explain_all() if value == "all" else "\n".join(map(explain, rules)), nl=False)
    ctx.exit()


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--article",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Verify citations against this copy of the article.",
)
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option("--select", callback=_rules, metavar="CODES", help="Warn of these only: Q107, or Q1,Q203.")
@click.option("--ignore", callback=_rules, metavar="CODES", help="Do not warn of these.")
@click.option(
    "--explain", callback=_explain, expose_value=False, is_eager=True, metavar="CODE",
    help="Say what a warning is for, and end; `all` for every one.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help="How to print: github makes annotations.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--watch", is_flag=True, help="Go on, and check again whenever a file changes; Ctrl-C ends.")
def check_command(
    *,
    paths: tuple[Path, ...],
    article: Path | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: Form,
    as_json: bool,
    watch: bool,
) -> None:
    """Find every fault in the question sets and seeds at PATH (files or folders), and warn of flawed questions.

    Without PATH: ./decks and ./seeds, or, where there are none, the sets that come with quizgen.
    Each line is `file:line:column: code: what is wrong (how to mend it)`. Codes with E are faults, with Q warnings.
    Exit status: 0 no faults, 1 faults (with --strict, warnings too).

    \b
    Examples:
      quizgen check
      quizgen check decks/my-set.yaml --strict
      quizgen check seeds/ --article article.txt
      quizgen check --ignore Q107,Q2
      quizgen check --explain Q107
      quizgen check --watch
    """
    request = Request(paths, article, Selection(select, ignore))
    form = "json" if as_json else form
    if watch:
        if form != "text":
            raise click.UsageError("--watch prints text: leave out --format and --json.")
        _watch(request, datetime.now)
        return
    with progress_bar("Holding the facts against the text") as told:
        checked = check(request, told)
    _show(checked, form)
    raise click.exceptions.Exit(1 if checked.diagnostics or (strict and checked.warnings) else 0)


def _show(checked: Checked, form: Form) -> None:
    if form == "json":
        click.echo(json.dumps([diagnostic.as_data() for diagnostic in checked.found], ensure_ascii=False, indent=2))
        return
    for diagnostic in checked.found:
        click.echo(_annotation(diagnostic) if form == "github" else diagnostic)
    click.echo(checked.summary())


def _annotation(diagnostic: Diagnostic) -> str:
    """``diagnostic`` as a workflow command of GitHub Actions.

    Their form: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    places = {"file": str(diagnostic.path), "line": diagnostic.line, "col": diagnostic.column, "title": diagnostic.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items())
    text = printable(f"{diagnostic.message} (help: {diagnostic.help})")
    return f"::{diagnostic.severity} {properties}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    text = text.replace("%", "%25")
    for sign in f"\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _watch(request: Request, clock: Callable[[], datetime]) -> None:
    """Check now and after every change, until Ctrl-C."""
    watcher = Watcher(lambda: files_of(request.paths, []))
    try:
        while True:
            checked = check(request)
            watcher.also(checked.watched)
            _show(checked, "text")
            click.echo(f"{clock():%H:%M:%S} checked; waiting for a change (Ctrl-C ends).")
            watcher.wait()
    except KeyboardInterrupt:
        click.echo()
