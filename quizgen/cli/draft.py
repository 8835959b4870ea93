"""``quizgen draft``."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.files import write_file
from quizgen.cli.prompts import ask_line, can_ask, plain_prompts_option
from quizgen.cli.say import say
from quizgen.loading.diagnostics import escape_controls
from quizgen.text.ids import kebab
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.facts.article import Article
    from quizgen.facts.model import Seed
    from quizgen.generating.candidates import Draft

_SHOWN = 300
"""Maximum number of characters shown of a sentence that is left out."""
_ABOUT = "What is the text about, in a few words? (Enter to use its title):"
_MOST_WORDS = 15
"""The largest number of words for what a text is about, since many facts begin with them."""


@click.command("draft")
@click.argument("article", type=click.Path(path_type=Path), metavar="ARTICLE")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="SEED",
    help="Write the seed to SEED, which must not exist yet.",
)
@click.option("--title", metavar="TEXT", help="Set the title of the source. [default: the title line of ARTICLE]")
@click.option(
    "--about",
    callback=lambda _ctx, _parameter, value: _in_few_words(value),
    metavar="TEXT",
    help="Say in a few words what ARTICLE is about. Facts that do not say so begin with TEXT.",
)
@click.option(
    "--own",
    is_flag=True,
    help="Set `source.text` to ARTICLE in the seed. Use this only if you have permission to share the text.",
)
@click.option(
    "--all",
    "with_unclear",
    is_flag=True,
    help="Also draft sentences that you have to complete or shorten, each with a comment that says why.",
)
@click.option(
    "--prompt", "as_prompt", is_flag=True, help="Print a prompt for a language model instead of drafting a seed."
)
@plain_prompts_option
def draft_command(
    article: Path,
    output: Path | None,
    title: str | None,
    about: str | None,
    *,
    own: bool,
    with_unclear: bool,
    as_prompt: bool,
) -> None:
    """Draft a seed from ARTICLE, a text in English, with candidate facts for you to curate.

    A sentence becomes a candidate if it contains a date, a figure, a name, a short quotation or an explanation, states
    a single fact that the article presents as certain, and can be understood without the sentences before it. Each
    candidate gets its paragraph number and `todo: true`, and its possible answers are marked. Every other sentence is
    listed with the reason why it was skipped. Use --all to also draft sentences that you have to complete or shorten.
    A candidate that does not say what the article is about begins with its title, or with the words that you give as
    --about. People, places, organizations and events become entities with the roles found next to their names.
    Candidates are found by pattern matching; review every one. An existing SEED is never overwritten.

    With --prompt, print a prompt that asks a language model for a seed. Save the model's answer as SEED, and run
    `quizgen check SEED --article ARTICLE` to find every quotation, figure, date and name that is not in the article.

    \b
    Examples:
      quizgen draft rivers.txt -o seeds/rivers.yaml
      quizgen draft seeds/my-essay.md --own -o seeds/my-essay.yaml
      quizgen draft dagen-h.txt --about "Sweden's change to driving on the right in 1967" -o dagen-h.yaml
      quizgen draft rivers.txt --prompt
    """
    from quizgen.loading.provenance import read_article

    text = read_article(article)
    if not text.paragraphs:
        raise click.ClickException(f"{article} has no text.")
    if as_prompt:
        from quizgen.generating.prompt import prompt

        click.echo(prompt(text), nl=False)
        return
    if output is None:
        raise click.UsageError("-o is missing. Specify the seed file to write, such as -o seeds/name.yaml.")
    from quizgen.generating.seedfile import Heading, seed_text
    from quizgen.loading.document import document_of
    from quizgen.loading.sets import seed_from

    if about is None and can_ask():
        about = _in_few_words(ask_line(_ABOUT, check=_problem_with))
    found = _candidates(article, text, title, about, with_unclear=with_unclear)
    if title is None and text.title is None:
        click.echo(
            f"{article} does not begin with a title line, so its file name is used as the title in the seed. "
            "To change the title, edit `source.title` in the seed.",
            err=True,
        )
    name, own_path = kebab(output.stem) or "draft", _relative_path(output, article) if own else None
    written = seed_text(found, text, Heading(name, title or _title(text.title or article.stem), own_path))
    seed = seed_from(document_of(output, written))
    write_file(output, written, replace=False)
    _show_left_out(found.left_out)
    for line in _summary(output, seed, found, about):
        say(line)


def _in_few_words(about: str | None) -> str | None:
    """Return what an author wrote for --about without its final period; raise BadParameter if nothing can begin so."""
    about = " ".join((about or "").split()).rstrip(".:")
    if (problem := _problem_with(about)) is not None:
        raise click.BadParameter(problem)
    return about or None


def _problem_with(about: str) -> str | None:
    """Return why no fact can begin with ``about``, or None."""
    about = about.rstrip(".: ")
    if not about.isprintable() or any(char in about for char in "{}:"):
        return "It must not contain braces, colons or control characters."
    words = len(about.split())
    return f"It has {words} words; use {_MOST_WORDS} at most." if words > _MOST_WORDS else None


def _candidates(article: Path, text: "Article", title: str | None, about: str | None, *, with_unclear: bool) -> "Draft":
    """Return the candidate facts in the text of the file ``article``; raise ClickException if there are none."""
    from quizgen.cli.bar import progress_bar
    from quizgen.generating.candidates import draft
    from quizgen.generating.curating import curated

    with progress_bar("Reading the text") as watch:
        found = curated(
            draft(text, watch, title, about=about, with_unclear=with_unclear),
            title or text.title or "",
            with_unclear=with_unclear,
        )
    if not found.english:
        click.echo(
            "The text does not look like English, so names are not recognized, only dates, figures and quotations.",
            err=True,
        )
    if not found.candidates:
        _show_left_out(found.left_out)
        more = " Use --all to also draft sentences that you have to complete or shorten." if found.unclear else ""
        raise click.ClickException(
            f"No sentence in {article} is usable as a fact. A usable sentence names its subject and contains a date, "
            f"figure, name, short quotation or explanation.{more}"
        )
    return found


def _summary(output: Path, seed: "Seed", found: "Draft", about: str | None) -> Iterator[str]:
    """Yield what was written, and what is left for the author to do."""
    facts = count(len(seed.facts), "candidate fact")
    entities = count(len(seed.entities), "entity", "entities")
    yield f"Wrote {output}: {facts}, {entities}. Review each fact and remove its `todo`."
    if unfinished := sum(bool(one.unclear or one.doubt) for one in found.candidates):
        reason = "Each reason is in a comment" if unfinished > 1 else "The reason is in the comment"
        yield f"You have to complete or shorten {count(unfinished, 'candidate fact')}. {reason} after `todo`."
    begins = dict.fromkeys(one.lead_in.removesuffix(": ") for one in found.candidates if one.lead_in)
    if about is None and begins:
        yield (
            f"Facts that do not say what the text is about begin with {next(iter(begins))!r}. If that does not explain "
            "it to somebody who has not read the text, use --about and a new file name."
        )
    elif about is None and all(one.about is None for one in found.candidates):
        yield (
            "The title does not name what the text is about. If facts are hard to understand without it, use --about "
            "and a new file name."
        )
    if found.unclear:
        them = "it" if found.unclear == 1 else "them"
        yield (
            f"Skipped {count(len(found.left_out), 'text')}, among them {count(found.unclear, 'sentence')} that you "
            f"only have to complete or shorten. To draft {them} as well, use --all and a new file name."
        )


def _show_left_out(left_out: Iterable[tuple[int, str, str]]) -> None:
    for number, sentence, reason in left_out:
        shown = sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rstrip()}…"
        say(f"Skipped text in paragraph {number} because {reason}: {escape_controls(shown)}")


def _title(line: str) -> str:
    words = "".join(char if char.isprintable() else " " for char in line).lstrip("# ")
    return " ".join(words.split())[:300] or "Untitled"


def _relative_path(seed: Path, article: Path) -> str:
    """Return the path of ``article`` relative to ``seed``; raise UsageError if a seed must not name that file."""
    from quizgen.loading.files import TEXT_ENDINGS, text_path

    written = Path(os.path.relpath(article.resolve(), seed.resolve().parent)).as_posix()
    if text_path(seed, written) is None:
        if article.suffix.lower() not in TEXT_ENDINGS:
            endings = f"{', '.join(TEXT_ENDINGS[:-1])} or {TEXT_ENDINGS[-1]}"
            raise click.UsageError(f"--own requires an article whose file name ends in {endings}.")
        raise click.UsageError(
            f"--own requires an article inside {seed.resolve().parent.parent}, the parent of the seed's folder. Move "
            f"or copy {article} there."
        )
    return written
