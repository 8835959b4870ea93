"""``quizgen preview``."""

import hashlib
import time
import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from quizgen.cli.common import complete_sets, locate_set, refuse_seed
from quizgen.cli.file_watcher import Watcher
from quizgen.cli.files import write_file
from quizgen.cli.say import say
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import read_document
from quizgen.loading.files import facts_path, text_path
from quizgen.terminal.capability import is_interactive


@click.command("preview")
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the page to FILE.")
@click.option("--watch", is_flag=True, help="Rebuild the page on every save and reload it in the browser.")
@click.option(
    "--open/--no-open", "open_it", default=None, help="Open the page in the browser (the default in a terminal)."
)
@click.option(
    "--article",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Read the article from FILE and show it on the page. Not needed if the seed sets `source.text`.",
)
def preview_command(
    name: str | None, output: Path | None, watch: bool, open_it: bool | None, article: Path | None
) -> None:
    """Show SET (a name from `quizgen list`, or a path) as a single, self-contained HTML page that works offline.

    The page shows every question as learners see it, with errors and warnings next to it. You can search and filter the
    questions, practice with them, and print the page (questions first, then the answer key). To share the page, save it
    to a file with -o. If the article is available, it appears at the end of the page, and paragraphs that are not fully
    covered by facts are marked. Without SET, the first set found is shown.

    \b
    Examples:
      quizgen preview
      quizgen preview rivers --watch
      quizgen preview rivers -o rivers.html
    """
    source = locate_set(name).path
    if not source.is_file():
        raise click.UsageError(f"{source} does not exist.")
    refuse_seed(source)
    page = output or _page_path(source)
    watcher = Watcher(lambda: filter(None, (source, article)))
    watcher.also(_facts_and_text(source, article))
    stamp = _make(source, page, article, watched=watch)
    say(f"Wrote {page}")
    if open_it or (open_it is None and output is None and is_interactive()):
        webbrowser.open(page.resolve().as_uri())
    if watch:
        _watch(watcher, source, page, article, stamp)


def _page_path(source: Path) -> Path:
    from platformdirs import user_cache_path

    # Sets with the same file name in different projects have different pages.
    home = hashlib.sha256(str(source.resolve()).encode()).hexdigest()[:8]
    return user_cache_path("quizgen", appauthor=False) / "preview" / f"{source.stem}-{home}.html"


def _make(source: Path, page: Path, article: Path | None, *, watched: bool, before: str = "") -> str:
    """Write the page unless its stamp is still ``before``; return its stamp."""
    from quizgen.preview import gather, stamp_script
    from quizgen.preview import page as page_of

    sheet = gather(source, article)
    if article is not None and not sheet.text:
        say(f"{article} is not shown, because the set has no valid facts.", err=True)
    text = page_of(sheet)
    stamp = hashlib.sha256(text.encode()).hexdigest()[:16]
    if stamp == before:
        return stamp
    if watched:
        script = _script_path(page)
        write_file(page, page_of(sheet, (script.name, stamp)))
        write_file(script, stamp_script(stamp))  # last, so that the page exists when a browser reloads it
    else:
        write_file(page, text)
    return stamp


def _script_path(page: Path) -> Path:
    return page.with_name(f"{page.name}.stamp.js")


def _watch(watcher: Watcher, source: Path, page: Path, article: Path | None, stamp: str) -> None:
    """Rebuild the page on every save until Ctrl-C; then write it without the script that reloads it."""
    click.echo(f"Watching {source} (Ctrl-C to stop).")
    try:
        while True:
            watcher.wait()
            watcher.also(_facts_and_text(source, article))
            made = _make(source, page, article, watched=True, before=stamp)
            if made != stamp:
                stamp = made
                click.echo(f"Page rebuilt at {time.strftime('%H:%M:%S')}.")
    except KeyboardInterrupt:
        _make(source, page, article, watched=False)
        _script_path(page).unlink(missing_ok=True)


def _facts_and_text(source: Path, article: Path | None) -> Iterator[Path]:
    """Yield the seed that the set names, and the article that the seed names unless one is given."""
    from quizgen.loading.provenance import own_text

    with suppress(LoadError):
        facts = read_document(source).data.get("facts")
        if isinstance(facts, str) and (seed := facts_path(source, facts)):
            yield seed
            if article is None and (text := own_text(read_document(seed))) and (path := text_path(seed, text)):
                yield path
