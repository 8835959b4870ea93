"""``quizgen check``."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from quizgen.facts.article import Article, citation_refusals
from quizgen.facts.model import Seed
from quizgen.questions.codes import Code
from quizgen.reading.catalog import bundled_folder, yaml_files
from quizgen.reading.diagnosis import located
from quizgen.reading.document import Document, read_bytes, read_document
from quizgen.reading.faults import Fault, FaultsError
from quizgen.reading.sets import holds_seed, seed_from, set_from


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--article",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Verify citations against this copy of the article.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON.")
def check_command(paths: tuple[Path, ...], article: Path | None, as_json: bool) -> None:
    """Find every fault in the question sets and seeds at PATH (files or folders).

    Without PATH: ./decks and ./seeds, or, where there are none, the sets that come with quizgen.
    Each fault is a line `file:line:column: code: what is wrong (how to mend it)`. Exit status: 0 no faults, 1 faults.

    \b
    Examples:
      quizgen check
      quizgen check decks/my-set.yaml
      quizgen check seeds/ --article article.txt
    """
    result = _Result()
    for path in _files(paths, result):
        _check_file(path, result)
    if article is not None:
        _check_citations(article, result)
    faults = sorted(set(result.faults))
    if as_json:
        click.echo(json.dumps([fault.as_data() for fault in faults], ensure_ascii=False, indent=2))
    else:
        for fault in faults:
            click.echo(fault)
        click.echo(_summary(result, faults))
    raise click.exceptions.Exit(1 if faults else 0)


@dataclass
class _Result:
    files: set[Path] = field(default_factory=set)
    facts: int = 0
    questions: int = 0
    seeds: dict[Path, tuple[Seed, Document]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def _files(paths: Iterable[Path], result: _Result) -> Iterator[Path]:
    paths = tuple(paths)
    if not paths:
        here = [path for name in ("seeds", "decks") for path in yaml_files(Path(name))]
        bundled = bundled_folder()
        yield from here or (*yaml_files(bundled.with_name("seeds")), *yaml_files(bundled))
    for path in paths:
        if not path.is_dir():
            yield path
        elif found := sorted(file for file in path.rglob("*.y*ml") if file.is_file()):
            yield from found
        else:
            mend = "name a file, or a folder that holds .yaml files"
            result.faults.append(Fault(path, 1, 1, Code.IS_FOLDER, "this folder holds no YAML files", mend))


def _check_file(path: Path, result: _Result) -> None:
    result.files.add(path)
    try:
        document = read_document(path)
        if holds_seed(document):
            seed = seed_from(document)
            result.seeds.setdefault(path.resolve(), (seed, document))
            result.facts += len(seed.facts)
        else:
            found = set_from(document)
            result.questions += len(found.question_set.questions)
            if found.seed is not None and found.seed_document is not None:
                result.seeds.setdefault(found.seed_document.path.resolve(), (found.seed, found.seed_document))
    except FaultsError as error:
        result.faults += error.faults


def _check_citations(article: Path, result: _Result) -> None:
    try:
        copy = Article.from_bytes(read_bytes(article))
    except FaultsError as error:
        result.faults += error.faults
        return
    except UnicodeDecodeError:
        result.faults.append(Fault(article, 1, 1, Code.NOT_UTF8, "the article is not UTF-8", "save it as UTF-8"))
        return
    seeds = list(result.seeds.values())
    if not seeds and not result.faults:
        mend = "name a seed, or a set that has one"
        result.faults.append(Fault(article, 1, 1, Code.NO_SEED, "no facts cite this article", mend))
    # Among several seeds, an article belongs to those that recorded it.
    own = [pair for pair in seeds if pair[0].source.sha256 == copy.sha256] or seeds
    for seed, document in own:
        result.faults += (located(document, refusal) for refusal in citation_refusals(seed, copy))


def _summary(result: _Result, faults: list[Fault]) -> str:
    if faults:
        return f"{_count(len(faults), 'fault')} in {_count(len({fault.path for fault in faults}), 'file')}."
    checked = [_count(len(result.files), "file"), _count(result.facts, "fact"), _count(result.questions, "question")]
    return f"No faults in {', '.join(checked)}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
