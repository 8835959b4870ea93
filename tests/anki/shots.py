"""Pictures of all cards of the tests' set (or of a package) for looking at: ``python tests/anki/shots.py FOLDER [PACKAGE]``."""

import sys
import tempfile
from pathlib import Path

from anki_samples import LONG_AGO, import_package, pictured_set
from card_pages import WIDTHS, opened_browser, sides, write_page

from quizgen.anki import export_apkg


def main(folder: Path, package: Path | None) -> None:
    from anki.collection import Collection

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, opened_browser() as browser:
        collection = Collection(str(Path(scratch) / "collection.anki2"))
        if package is None:
            package = Path(scratch) / "sample.apkg"
            roots = {"almanac": Path(scratch)}
            export_apkg([pictured_set(Path(scratch))], package, modified=LONG_AGO, media_roots=roots)
        import_package(collection, package)
        page = browser.new_page()
        for side in sides(collection):
            path = write_page(collection, side)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 640})
                page.goto(path.as_uri())
                page.screenshot(path=folder / f"{side.name}-{width}.png", full_page=True)
        collection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
