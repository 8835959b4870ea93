"""``quizgen check``."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal

import click

from quizgen.checking import Report, check, find_files
from quizgen.cli.bar import progress_bar
from quizgen.cli.file_watcher import Watcher
from quizgen.cli.say import say
from quizgen.linting import Selection, find_rules
from quizgen.loading.diagnostics import Diagnostic, escape_controls
from quizgen.questions.codes import Code

_Format = Literal["text", "json", "github"]


def _rules(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return codes, prefixes of codes, or names as codes."""
    wanted = [part.strip() for part in value.split(",") if part.strip()] if value else []
    for part in wanted:
        if not find_rules(part):
            raise _unknown_rule(part)
    return tuple(rule.code for part in wanted for rule in find_rules(part))


def _unknown_rule(name: str) -> click.BadParameter:
    if (code := name.upper()) in [*Code]:
        return click.BadParameter(f"{code} is not a lint rule. docs/diagnostics.md explains it.")
    return click.BadParameter(f"unknown rule {name!r}. To see all rules, run `quizgen check --explain all`.")


def _explain(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is None or ctx.resilient_parsing:
        return
    from quizgen.linting.explain import explain, explain_all

    rules = find_rules(value)
    if value != "all" and not rules:
        raise _unknown_rule(value)
    click.echo(explain_all() if value == "all" else "\n".join(map(explain, rules)), nl=False)
    ctx.exit()


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--article",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Verify citations against FILE, a copy of the article.",
)
@click.option("--strict", is_flag=True, help="Also exit with status 1 if there are warnings.")
@click.option(
    "--select",
    callback=_rules,
    metavar="CODES",
    help=(
        "Run only the lint rules with these codes or prefixes, such as Q107,Q2. The prefix Q2 selects all codes that "
        "begin with Q2."
    ),
)
@click.option("--ignore", callback=_rules, metavar="CODES", help="Skip these lint rules.")
@click.option(
    "--explain", callback=_explain, expose_value=False, is_eager=True, metavar="CODE",
    help="Explain a lint rule and exit; `all` explains every rule.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
    help="Output format. `github` prints annotations for GitHub Actions.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Same as --format json.")
@click.option(
    "--verbose", "-v", is_flag=True,
    help="Also show how many choice questions of each set can be guessed if that is not too many.",
)  # fmt: skip
@click.option("--watch", is_flag=True, help="Watch files and check again on every change (Ctrl-C to stop).")
def check_command(
    *,
    paths: tuple[Path, ...],
    article: Path | None,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: _Format,
    as_json: bool,
    watch: bool,
    verbose: bool,
) -> None:
    """Find every error in question sets and seeds, and warn about weak questions.

    PATH is a file, a folder, or a name from `quizgen list`. Without PATH, check ./decks and ./seeds, or, if both are
    missing or empty, the sets that come with quizgen. Each diagnostic is `file:line:column: code message` with a help
    line below it. E codes are errors; W, Q and R codes are warnings. The last lines name sets in which too many choice
    questions can be guessed without knowing the subject, for example by picking the longest option. Exit status: 1 if
    there are errors (with --strict, also if there are warnings), 0 otherwise.

    \b
    Examples:
      quizgen check
      quizgen check decks/my-set.yaml --strict
      quizgen check seeds/ --article article.txt
      quizgen check --ignore Q107,Q2
      quizgen check --explain Q107
      quizgen check --watch
    """
    run = partial(check, *paths, article=article, selection=Selection(select, ignore))
    form = "json" if as_json else form
    if watch:
        if form != "text":
            raise click.UsageError(
                "--watch prints only text, so it cannot be combined with --json, --format json or --format github."
            )
        _watch(run, paths, datetime.now, is_verbose=verbose)
        return
    with progress_bar("Checking facts against the article") as progress:
        report = run(progress=progress)
    _show(report, form, is_verbose=verbose)
    raise click.exceptions.Exit(1 if report.errors or (strict and report.warnings) else 0)


def _show(report: Report, form: _Format, *, is_verbose: bool) -> None:
    if form == "json":
        click.echo(json.dumps(report.as_data(), ensure_ascii=False, indent=2))
        return
    for diagnostic in report.folded():
        if form == "github":
            click.echo(_annotation(diagnostic))
        else:
            say(str(diagnostic))
    for path, guesses in report.guesses.items() if form == "text" else ():
        for line in guesses.lines(is_verbose=is_verbose):
            say(escape_controls(f"{path}: {line}"))
    say(report.summary())


def _annotation(diagnostic: Diagnostic) -> str:
    """Return ``diagnostic`` as a workflow command of GitHub Actions.

    Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    places = {"file": str(diagnostic.path), "line": diagnostic.line, "col": diagnostic.column, "title": diagnostic.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items())
    text = escape_controls(f"{diagnostic.message} (help: {diagnostic.help})")
    return f"::{diagnostic.severity} {properties}::{_escaped(text)}"


def _escaped(text: str, more: str = "") -> str:
    text = text.replace("%", "%25")
    for sign in f"\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _watch(
    run: Callable[[], Report], paths: tuple[Path, ...], clock: Callable[[], datetime], *, is_verbose: bool
) -> None:
    """Check now and after every change, until Ctrl-C."""
    watcher = Watcher(lambda: find_files(paths, []))
    try:
        while True:
            report = run()
            watcher.also(report.inputs)
            _show(report, "text", is_verbose=is_verbose)
            click.echo(f"Checked at {clock():%H:%M:%S}. Waiting for changes (Ctrl-C to stop).")
            watcher.wait()
    except KeyboardInterrupt:
        click.echo()
