"""``quizgen generate``."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.files import unified_diff, write_file
from quizgen.loading.diagnostics import escape_controls
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.facts.model import Seed
    from quizgen.generating.proposals import Proposals
    from quizgen.loading.document import Document


@click.command("generate")
@click.argument("path", metavar="SEED", type=click.Path(path_type=Path))
@click.option("--diff", is_flag=True, help="Show the changes as a diff, without writing them.")
@click.option("--dry-run", is_flag=True, help="Report what would be added, without writing it.")
@click.option(
    "--seed",
    "random_seed",
    type=int,
    default=0,
    metavar="N",
    help="Set the random seed; a different N gives different proposals. [default: 0]",
)
def generate_command(path: Path, *, diff: bool, dry_run: bool, random_seed: int) -> None:
    """Propose distractors and questions that SEED does not have yet, and add them to the file for you to review.

    An `ask` without `distractors` gets distractors, and a fact without `true_false` gets a true/false statement. A seed
    without `orders` gets order questions, and a seed without `matches` gets matching questions. Existing content and
    comments are not changed, so a second run adds nothing. To turn off proposals, write `distractors: []`,
    `true_false: false`, `orders: []` or `matches: []`.

    \b
    Examples:
      quizgen generate seeds/rivers.yaml --diff
      quizgen generate seeds/rivers.yaml
    """
    from quizgen.editing.layout import LayoutError
    from quizgen.generating.proposals import find_proposals
    from quizgen.generating.reading import sentences_of
    from quizgen.generating.writing import with_proposals
    from quizgen.loading.document import document_of, read_bytes, read_document
    from quizgen.loading.sets import seed_from

    document = read_document(path)
    seed = seed_from(document)
    found = find_proposals(seed, random_seed, sentences_of(document))
    old = read_bytes(path).decode()
    try:
        new = with_proposals(old, found) if found else old
    except LayoutError as error:
        raise click.ClickException(f"{path} cannot be changed: {error}.") from None
    proposed = document_of(path, new.removeprefix("\ufeff"))
    seed_from(proposed)  # never write proposals that contradict the rest of the seed
    if diff:
        click.echo("".join(unified_diff(path, old, new)), nl=False)
        _report(path, _open_gaps(seed, document, found), _summary(found, written=False), err=True)
        return
    if found and not dry_run:
        write_file(path, new)
    gaps = _open_gaps(seed, document if dry_run else proposed, found)
    _report(path, gaps, _summary(found, written=not dry_run))


def _report(path: Path, gaps: Iterable[str], summary: str, *, err: bool = False) -> None:
    """Print what is missing and how much is proposed; with ``err``, apart from a diff that a program may read."""
    for line in gaps:
        click.echo(line, err=err)
    click.echo(f"{path}: {summary}", err=err)


def _open_gaps(seed: "Seed", document: "Document", found: "Proposals") -> Iterator[str]:
    for gap in found.unfilled:
        fact = seed.facts[gap.fact]
        line, column = document.positions.of(("facts", gap.fact, "ask", gap.ask))
        name = f"{fact.id}.{fact.ask[gap.ask].answer}"
        yield escape_controls(f"{document.path}:{line}:{column}: {name}: {gap.message}")
        yield f"  help: {escape_controls(gap.help)}"
    for one in found.unstated:
        line, column = document.positions.of(("facts", one.fact))
        name = seed.facts[one.fact].id
        yield escape_controls(f"{document.path}:{line}:{column}: {name}: no plausible false statement found")
        yield f"  help: {escape_controls(one.help)}"
    if found.unordered is not None:
        yield f"{escape_controls(str(document.path))}: no order question found"
        yield f"  help: {found.unordered}; write your own `orders`, or write `orders: []` to leave out order questions"


def _summary(found: "Proposals", *, written: bool) -> str:
    counts = (
        (len(found.distractors), "choice question", None),
        (len(found.true_false), "true/false statement", None),
        (len(found.orders), "order question", None),
        (len(found.matches), "matching question", None),
    )
    added = ", ".join(count(number, noun, plural) for number, noun, plural in counts if number)
    drafts = f" Skipped {count(found.drafts, 'draft fact')} (`todo: true`)." if found.drafts else ""
    if not added:
        return f"nothing to add.{drafts}"
    return f"added {added}; review every addition in the file.{drafts}" if written else f"would add {added}.{drafts}"
