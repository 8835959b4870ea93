"""``quizgen coverage``."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli.article import article_of, article_option
from quizgen.loading.diagnostics import escape_controls

if TYPE_CHECKING:
    from quizgen.facts.coverage import Coverage
    from quizgen.facts.model import Seed

_TEXT_WIDTH = 60


@click.command("coverage")
@click.argument("path", metavar="SEED", type=click.Path(path_type=Path))
@article_option
@click.option("--json", "as_json", is_flag=True, help="Print the coverage as JSON.")
def coverage_command(path: Path, article: Path | None, as_json: bool) -> None:
    """Show which facts in SEED cite each paragraph of the article, and what is not covered yet.

    A paragraph is open if one of its sentences contains dates, figures, quotations or names, but no fact that cites the
    paragraph uses any of them. Dates, figures, quotations and names are found by pattern matching, in English only. A
    fact counts as untested if no set in ./decks has a question about it.

    \b
    Examples:
      quizgen coverage seeds/rivers.yaml
      quizgen coverage seeds/rivers.yaml --article rivers.txt --json
    """
    from quizgen.cli.bar import progress_bar
    from quizgen.facts.coverage import coverage
    from quizgen.loading.document import read_document
    from quizgen.loading.sets import seed_from
    from quizgen.terminal.capability import is_interactive

    document = read_document(path)
    seed = seed_from(document)
    text = article_of(document, article)
    with progress_bar("Reading the text") as watch:
        found = coverage(seed, text, _asked(path, seed), watch)
    if as_json:
        click.echo(json.dumps(_as_data(found), ensure_ascii=False, indent=2))
        return
    rows = [
        (
            str(one.number),
            _start_of(one.text),
            "; ".join(filter(None, [", ".join(one.facts), _open(one.uncited)])) or "-",
        )
        for one in found.paragraphs
    ]
    if is_interactive():
        _show_table(rows)
    else:
        for number, start, facts in rows:
            click.echo(f"{number}\t{start}\t{facts}")
    click.echo(_summary(found))


def _asked(path: Path, seed: "Seed") -> set[str]:
    """Return the ids of facts tested by the sets in ./decks or, if none of them uses this seed, by the seed itself."""
    from quizgen.facts.coverage import asked_facts
    from quizgen.facts.questions import questions_of
    from quizgen.loading.catalog import DECKS, set_files
    from quizgen.loading.diagnostics import LoadError
    from quizgen.loading.sets import read_set

    asked: set[str] = set()
    is_used = False
    for file in set_files(Path(DECKS)):
        try:
            read = read_set(file)
        except LoadError:  # `quizgen check` reports the errors
            continue
        if read.seed_document is not None and read.seed_document.path.resolve() == path.resolve():
            is_used = True
            asked |= asked_facts(read.question_set.questions)
    return asked if is_used else asked_facts(questions_of(seed))


def _as_data(found: "Coverage") -> dict[str, Any]:
    return {
        "paragraphs": [
            {
                "number": one.number,
                "facts": list(one.facts),
                "open": one.is_open,
                "mentions": [{"kind": kind, "text": text} for kind, text in one.mentions],
                "uncited": [{"kind": kind, "text": text} for kind, text in one.uncited],
            }
            for one in found.paragraphs
        ],
        "open": [one.number for one in found.open],
        "unasked": list(found.unasked),
    }


def _start_of(text: str) -> str:
    start = escape_controls(" ".join(text.split()))
    return start if len(start) <= _TEXT_WIDTH else f"{start[: _TEXT_WIDTH - 1].rstrip()}…"


def _open(mentions: Sequence[tuple[str, str]]) -> str:
    return f"OPEN: {escape_controls('; '.join(text for _, text in mentions))}" if mentions else ""


def _show_table(rows: list[tuple[str, str, str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("¶", justify="right")
    table.add_column("Text", ratio=1)
    table.add_column("Facts", ratio=1)
    for number, start, facts in rows:
        table.add_row(number, Text(start), Text(facts, style="bold yellow" if "OPEN: " in facts else ""))
    Console(highlight=False, markup=False).print(table)


def _summary(found: "Coverage") -> str:
    cited = sum(bool(one.facts) for one in found.paragraphs)
    lines = [
        f"Paragraphs with facts: {cited} of {len(found.paragraphs)}. Paragraphs not fully covered: {len(found.open)}."
    ]
    if found.unasked:
        lines.append(f"Untested facts: {', '.join(found.unasked)}")
    return "\n".join(lines)
