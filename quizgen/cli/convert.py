"""``quizgen convert``."""

from pathlib import Path

import click

from quizgen.cli.files import write_file
from quizgen.cli.say import say
from quizgen.text.plurals import count


@click.command("convert")
@click.argument("source", type=click.Path(path_type=Path), metavar="SET")
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE")
def convert_command(source: Path, target: Path) -> None:
    """Convert a set between YAML and Markdown.

    The extension of FILE determines the format: .md for Markdown, .yaml for YAML. Questions, ids, all other keys, and
    comments on their own lines are kept. Two things are lost: comments at the end of a line, and the column names of
    `match` tables. SET is not changed, and an existing FILE is never overwritten.

    \b
    Examples:
      quizgen convert decks/rivers.yaml decks/rivers.md
      quizgen convert decks/rivers.md decks/rivers.yaml
    """
    from quizgen.editing.conversion import ConversionError, converted, lost_comments
    from quizgen.loading.document import MARKDOWN_ENDINGS, read_document
    from quizgen.loading.files import YAML_ENDINGS

    if target.suffix.lower() not in (*MARKDOWN_ENDINGS, *YAML_ENDINGS):
        raise click.UsageError(f"The name of {target} must end in .md or .yaml.")
    if target.exists():
        raise click.ClickException(f"{target} already exists; not overwritten. Choose another file name.")
    document = read_document(source)
    try:
        text = converted(document, target)
    except ConversionError as error:
        raise click.ClickException(str(error)) from None
    write_file(target, text, replace=False)
    number = lost_comments(document, target, text)
    lost = f" Not copied: {count(number, 'end-of-line comment')}." if number else ""
    say(f"Wrote {target}: {count(len(document.data.get('questions', ())), 'question')}.{lost}")
    say(f"Both files have the id {str(document.data['id'])!r}; delete the one that you no longer need.")
