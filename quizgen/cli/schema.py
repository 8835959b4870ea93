"""``quizgen schema``."""

import json
from pathlib import Path
from typing import Any

import click

from quizgen.cli.files import write_file


@click.command("schema")
@click.argument("name", required=False, default="set", metavar="[set|seed]", type=click.Choice(["set", "seed"]))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE instead of standard output."
)
def schema_command(name: Any, output: Path | None) -> None:
    """Print the JSON Schema for question sets (or seeds). Editors use it to complete and explain keys.

    `quizgen new` writes both schemas to .quizgen/. See docs/authoring.md for how to set up your editor.

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
    write_file(output, text)
