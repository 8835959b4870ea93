"""Take pictures of cards: ``PYTHONPATH=tests python tests/anki/shots.py FOLDER``, or ``--docs`` for the docs.

The first shows every card of the tests' set, front (untouched and answered) and back, by day and by night, on a phone and
on a desktop, and writes an index. The second shows some cards of the shipped set, and one of each note type of the tests' set on a sheet, and
writes to docs/pictures.
"""

import base64
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection
from anki_samples import LONG_AGO, import_package
from card_pages import Reviewer, answer, card_of, cards
from card_samples import sample_collection
from chromium import opened_browser

from quizgen.anki import ExportOptions, export_apkg
from quizgen.loading.sets import read_set

DECKS = Path(__file__).parents[2] / "decks"
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
# Name of the picture, question, what is tapped on it, and whether at night.
DOCS_CARDS = (
    ("recall", "contingent-task.c1.card", (), False),
    ("order", "road-to-september", ("Kansas", "declines", "brokers", "announces"), True),
)
# A fixed sequence of random numbers, so that each picture is shuffled the same way every time.
ALWAYS_ALIKE = "let n = 4; Math.random = () => (n = (n * 1103515245 + 12345) % 2147483648) / 2147483648;"
# One card of each note type on a phone, then math, another direction, long options and code; every second one at night.
SHEET = (
    "boiling", "largest-planet", "sun-planet", "capital-of-japan", "rivers", "seasons", "long-pairs", "maths-options",
    "ar-choice", "long", "table", "code",
)  # fmt: skip
MODES = {"light": False, "dark": True}
WIDTHS = (360, 1200)


def everything(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        sample_collection(Path(scratch)) as collection,
        opened_browser() as browser,
    ):
        for mode, night in MODES.items():
            reviewer = Reviewer(browser, collection, night=night)
            for width in WIDTHS:
                reviewer.page.set_viewport_size({"width": width, "height": 400})
                for question_id, ordinal in cards(collection):
                    page = reviewer.show(question_id, ordinal)
                    kind = card_of(collection, question_id, ordinal).note_type()["name"].removeprefix("quizgen ")
                    name = "{}-{{}}-{}-{}-{}{}.png".format(
                        kind.replace(" ", "_"), mode, width, question_id, f"-{ordinal + 1}" if ordinal else ""
                    )
                    page.screenshot(path=folder / name.format("front"), full_page=True)
                    if page.query_selector(".live"):
                        answer(page)
                        page.screenshot(path=folder / name.format("answered"), full_page=True)
                    reviewer.flip().screenshot(path=folder / name.format("back"), full_page=True)
            print(*reviewer.diagnostics, sep="\n")
            reviewer.close()
    names = sorted(one.name for one in folder.glob("*.png"))
    (folder / "index.txt").write_text(
        "note type - side - theme - width in pixels - question\n" + "\n".join(names) + "\n"
    )


def for_the_docs() -> None:
    everything = ExportOptions(everything=True)
    made = read_set(DECKS / "eagle-partner-2023.yaml").question_set
    with tempfile.TemporaryDirectory() as scratch, opened_browser() as browser:
        collection = Collection(str(Path(scratch) / "collection.anki2"))
        package = export_apkg(
            made, Path(scratch) / "x.apkg", everything, modified=LONG_AGO, pictures={made.id: DECKS}
        ).path
        import_package(collection, package)
        for name, question_id, picks, night in DOCS_CARDS:
            reviewer = Reviewer(browser, collection, night=night, is_mobile=True, has_touch=True)
            reviewer.page.add_init_script(ALWAYS_ALIKE)
            page = reviewer.load_front(question_id)
            for words in picks:
                page.locator(".tappable").filter(has_text=words).tap()
            page.locator("body").screenshot(path=PICTURES / f"card-{name}-front.png")
            reviewer.load_back().locator("body").screenshot(path=PICTURES / f"card-{name}-back.png")
            reviewer.close()
        collection.close()


def sheet() -> None:
    """Put the answered front and the back of each card of ``SHEET`` side by side in one picture, four cards in a row."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        sample_collection(Path(scratch)) as collection,
        opened_browser() as browser,
    ):
        images = []
        for number, question_id in enumerate(SHEET):
            night = (number + number // 4) % 2 == 1
            reviewer = Reviewer(browser, collection, night=night, viewport={"width": 360, "height": 300})
            reviewer.page.add_init_script(ALWAYS_ALIKE)
            page = reviewer.show(question_id)
            if page.query_selector(".live"):
                answer(page)
            images += [page.screenshot(full_page=True), reviewer.flip().screenshot(full_page=True)]
            reviewer.close()
        cells = "".join(
            f"<img alt='' src='data:image/png;base64,{base64.b64encode(image).decode()}'>" for image in images
        )
        page = browser.new_page(viewport={"width": 8 * 240 + 9 * 8, "height": 100})
        page.set_content(
            "<style>body { margin: 0; padding: 8px; background: #888; display: grid; gap: 8px; align-items: start;"
            f" grid-template-columns: repeat(8, 240px) }} img {{ width: 240px }}</style>{cells}"
        )
        page.screenshot(path=PICTURES / "cards.png", full_page=True)


if __name__ == "__main__":
    if sys.argv[1] == "--docs":
        for_the_docs()
        sheet()
    else:
        everything(Path(sys.argv[1]))
