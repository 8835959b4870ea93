"""Reading what an export rests on, with a clear word where that fails."""

from pathlib import Path

from quizgen.anki.errors import ExportError


def read_text(path: Path) -> str | None:
    """The text in ``path``, or None where there is no such file; ExportError where there is one that cannot be read."""
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
