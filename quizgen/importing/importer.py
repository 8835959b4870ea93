"""Import a file from another program as a question set, in one call."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.atomic import WriteError, atomic_write, write_text
from quizgen.editing.saving import file_text, set_data
from quizgen.importing.anki_notes import ImportChoices
from quizgen.importing.detect import read
from quizgen.importing.formats import FORMATS, Format
from quizgen.importing.items import Found, ImportProblem, ImportRefusedError, NothingImportedError
from quizgen.importing.plain import clean
from quizgen.importing.setfile import set_text, with_media
from quizgen.importing.validate import accept
from quizgen.loading.document import document_of, is_markdown, read_bytes
from quizgen.loading.sets import set_from
from quizgen.progress import Watcher
from quizgen.questions import QuestionSet
from quizgen.questions.arguments import require_known
from quizgen.text.ids import kebab


@dataclass(frozen=True, slots=True)
class Imported:
    """A question set made from another program's file, and what could not be imported."""

    question_set: QuestionSet
    format: str
    """How the file was read: ``GIFT, in UTF-8``."""
    problems: tuple[ImportProblem, ...] = ()
    """Every item that was left out, and every part of an item."""
    notes: tuple[str, ...] = ()
    """What was left out of the file as a whole, such as a table's column."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures and sounds by their paths relative to the set's file."""
    text: str = ""
    """The set as YAML."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """The Anki note type of each question, by the question's id; empty for other formats."""

    @property
    def left_out(self) -> tuple[ImportProblem, ...]:
        """The problems that kept a whole item out of the set."""
        return tuple(problem for problem in self.problems if problem.is_left_out)

    def save(self, path: str | Path) -> None:
        """Write the set to ``path``, as Markdown if it ends in ``.md``, and its pictures and sounds next to it.

        Raises WriteError if ``path`` exists.
        """
        target = Path(path)
        if target.exists():
            raise WriteError(f"{target} already exists; not overwritten. Choose another file name.")
        for name, content in self.pictures.items():
            _write_picture(target.parent / name, content)
        write_text(target, self._text_for(target), replace=False)

    def _text_for(self, target: Path) -> str:
        if not is_markdown(target):
            return self.text
        comment = self.text.partition("\n")[0].removeprefix("# ")
        return file_text(target, *set_data(self.question_set), comment)


def import_file(
    path: str | Path,
    *,
    id: str | None = None,  # noqa: A002 (what the field of a set is called)
    title: str | None = None,
    name: str | None = None,
    format: Format | None = None,  # noqa: A002 (what the option is called)
    columns: Sequence[str] = (),
    encoding: str | None = None,
    separator: str | None = None,
    has_header: bool | None = None,
    choices: ImportChoices = ImportChoices(),  # noqa: B008 (immutable)
    is_used: Callable[[str], bool] = lambda _: False,
    watch: Watcher | None = None,
) -> Imported:
    """Make a question set from a table, an Anki package or text, GIFT, Aiken, Moodle XML or a QTI package.

    Only ``path`` is needed: the format and the encoding are detected. ``columns`` names the columns of a table without
    a header row, ``separator`` is what separates its cells, and ``has_header`` says whether its first row is a header.
    ``choices`` say which fields of Anki notes to use. ``id`` and ``title`` are the set's; by default they come from the
    set or deck in the file, or from ``name``, which is the file's name without its ending. ``is_used`` says whether
    another set has an id, which this set then does not take from the file. ``watch`` is called with the percentage done
    and 100.

    Raises ImportRefusedError if the file cannot be imported, NothingImportedError if no item of it can be, LoadError if
    the file cannot be read or ``id`` or ``title`` is not valid, and ArgumentError if ``format`` is unknown.
    """
    require_known("format", (format,), FORMATS, "format")
    source = Path(path)
    name = source.stem if name is None else name
    try:
        content = read_bytes(source)
        found = read(
            content,
            source.suffix,
            format,
            columns,
            encoding=encoding,
            separator=separator,
            has_header=has_header,
            choices=choices,
            watch=_part(watch, 0),
        )
    except ImportRefusedError as error:
        raise ImportRefusedError(f"{source} cannot be imported: {error}") from None
    found, pictures = with_media(found, name)
    accepted = accept(found, _part(watch, 50))
    if not accepted.questions:
        raise NothingImportedError(f"{source}: no items could be imported", found.how, accepted.problems, found.notes)
    own = found.heading.get("id", "")
    set_id = id or _free_id(own, kebab(name) or "imported", is_used)
    notes = found.notes
    if not id and own and set_id != own:
        notes = (*notes, f"another set already has the id {own!r}, so the id of this set is {set_id!r}")
    text = set_text(accepted, set_id, _title(title, found, name), source.name, found.heading)
    question_set = set_from(document_of(Path(f"{name}.yaml"), text)).question_set
    files = {one[key]["file"] for one in accepted.questions for key in ("image", "audio") if key in one}
    used = {name: content for name, content in pictures.items() if name in files}
    return Imported(question_set, found.how, accepted.problems, notes, used, text, accepted.groups)


def _free_id(own: str, other: str, is_used: Callable[[str], bool]) -> str:
    """Return the id in the file, if it has one that no other set has; otherwise ``other``."""
    return other if not own or (own != other and is_used(own)) else own


def _title(title: str | None, found: Found, name: str) -> str:
    return " ".join((title or clean(found.title or "") or name).split())


def _part(watch: Watcher | None, start: int) -> Watcher | None:
    """Return a watcher for one half of the work, which begins at ``start`` percent."""
    if watch is None:
        return None
    return lambda done, total: watch(start + done * 50 // max(total, 1), 100)


def _write_picture(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error
    with atomic_write(path) as file:
        file.write(content)
