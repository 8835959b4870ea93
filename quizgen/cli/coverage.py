"""``quizgen coverage``."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from quizgen.facts.coverage import Coverage
    from quizgen.facts.model import Seed

_SHOWN_TEXT = 60


@click.command("coverage")
@click.argument("path", metavar="SEED", type=click.Path(path_type=Path))
@click.option(
    "--article", type=click.Path(path_type=Path), metavar="FILE", help="The text, where SEED does not name it."
)
@click.option("--json", "as_json", is_flag=True, help="Print the coverage as JSON.")
def coverage_command(path: Path, article: Path | None, as_json: bool) -> None:
    """Show paragraph by paragraph which facts of SEED cite the text, and what no fact cites yet.

    A paragraph is open when it has dates, figures, quoted speech or names, and no fact. They are found by their looks,
    in English. Facts without questions are those that no set in ./decks asks.

    \b
    Examples:
      quizgen coverage seeds/rivers.yaml
      quizgen coverage seeds/rivers.yaml --article rivers.txt --json
    """
    from quizgen.cli.bar import progress_bar
    from quizgen.facts.coverage import coverage
    from quizgen.loading.document import read_document
    from quizgen.loading.provenance import own_article, read_article
    from quizgen.loading.sets import seed_from
    from quizgen.terminal.capability import is_interactive

    document = read_document(path)
    seed = seed_from(document)
    text = own_article(document) if article is None else read_article(article)
    if text is None:
        raise click.UsageError(f"{path} names no text: give it with --article, or name it under source.text.")
    with progress_bar("Reading the text") as watch:
        found = coverage(seed, text, _asked(path, seed), watch)
    if as_json:
        click.echo(json.dumps(_as_data(found), ensure_ascii=False, indent=2))
        return
    rows = [
        (str(one.number), _start_of(one.text), ", ".join(one.facts) or _open(one.find_mentions))
        for one in found.paragraphs
    ]
    if is_interactive():
        _show_table(rows)
    else:
        for number, start, facts in rows:
            click.echo(f"{number}\t{start}\t{facts}")
    click.echo(_summary(found))


def _asked(path: Path, seed: "Seed") -> set[str]:
    """The facts that the sets in ./decks ask; where none rests on this seed, those that generation would ask."""
    from quizgen.facts.generate import generate
    from quizgen.loading.catalog import DECKS, yaml_files
    from quizgen.loading.diagnostics import LoadError
    from quizgen.loading.sets import read_set
    from quizgen.questions import KINDS

    asked: set[str] = set()
    rests = False
    for file in yaml_files(Path(DECKS)):
        try:
            read = read_set(file)
        except LoadError:  # `quizgen check` names them
            continue
        if read.seed_document is not None and read.seed_document.path.resolve() == path.resolve():
            rests = True
            asked |= {question.fact for question in read.question_set.questions if question.fact}
    return asked if rests else {question.fact for question in generate(seed, KINDS) if question.fact}


def _as_data(found: "Coverage") -> dict[str, Any]:
    return {
        "paragraphs": [
            {
                "number": one.number,
                "facts": list(one.facts),
                "open": one.is_open,
                "telling": [{"kind": kind, "text": text} for kind, text in one.find_mentions],
            }
            for one in found.paragraphs
        ],
        "open": [one.number for one in found.open],
        "unasked": list(found.unasked),
    }


def _start_of(text: str) -> str:
    from quizgen.loading.diagnostics import printable

    start = printable(" ".join(text.split()))
    return start if len(start) <= _SHOWN_TEXT else f"{start[: _SHOWN_TEXT - 1].rstrip()}…"


def _open(find_mentions: tuple[tuple[str, str], ...]) -> str:
    from quizgen.loading.diagnostics import printable

    return f"OPEN: {printable('; '.join(text for _, text in find_mentions))}" if find_mentions else "-"


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
        table.add_row(number, Text(start), Text(facts, style="bold yellow" if facts.startswith("OPEN") else ""))
    Console(highlight=False, markup=False).print(table)


def _summary(found: "Coverage") -> str:
    cited = sum(bool(one.facts) for one in found.paragraphs)
    lines = [f"{cited} of {len(found.paragraphs)} paragraphs have facts; {len(found.open)} open."]
    if found.unasked:
        lines.append(f"Facts that no question asks: {', '.join(found.unasked)}.")
    return "\n".join(lines)
