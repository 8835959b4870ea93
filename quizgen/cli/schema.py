"""``quizgen schema``."""

import json
from pathlib import Path
from typing import Any

import click


@click.command("schema")
@click.argument("name", required=False, default="set", metavar="[set|seed]", type=click.Choice(["set", "seed"]))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it to FILE instead of printing it."
)
def schema_command(name: Any, output: Path | None) -> None:
    """Print the JSON Schema of question sets (or of seeds), by which an editor completes and explains their keys.

    `quizgen new` puts both into .quizgen/; docs/authoring.md shows the set-up for the common editors.

    \b
    Examples:
      quizgen schema
      quizgen schema seed
      quizgen schema set -o .quizgen/set.schema.json
    """
    from quizgen.loading.schema import schema

    text = json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    from quizgen.atomic import WriteError, write_text

    try:
        write_text(output, text)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
