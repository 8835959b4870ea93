"""Draw the pictures of the shipped question sets: `python decks/pictures/make.py` writes them next to this script.

The timeline takes its dates and events from the seed, so the two cannot disagree.
"""

from collections.abc import Collection, Iterable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

from quizgen.facts.model import Seed
from quizgen.loading.document import read_document
from quizgen.loading.sets import seed_from
from quizgen.text.dates import PartialDate, parse_date

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"

WIDTH = 360
"""Width in pixels: that of a phone, where most cards are studied."""
LINE, GAP = 20, 22
"""Height of a line and of the space below an event, in pixels."""
CHARACTERS = 34
"""Width of a line of text, in characters."""

# The picture brings its own panel: cards and pages may be light or dark, and an image cannot know which.
STYLE = """\
.panel { fill: #fbfaf7; stroke: #d8d4ca }
.axis { stroke: #8a8577; stroke-width: 2 }
.gap { stroke-dasharray: 2 6 }
.dot { fill: #1f5fa8 }
text { font: 15px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #24221d }
.date { font-weight: 600; fill: #1f5fa8 }
.note { font-size: 12.5px; fill: #5d594e }"""


Event = tuple[PartialDate, str, str]
"""When (to sort by), the date as shown, what happened."""


def dated_events(seed: Seed, facts: Collection[str]) -> Iterator[Event]:
    """Yield the dated events of ``facts`` (ids of facts with a `when`)."""
    for fact in seed.facts:
        if fact.id in facts and fact.when is not None and (date := parse_date(fact.when.date)) is not None:
            yield date, str(date), fact.when.event


def timeline(events: Iterable[Event], title: str) -> str:
    """Return an SVG that lists ``events`` from top to bottom, the earliest first."""
    y = 44
    text: list[str] = []
    dots: list[tuple[int, PartialDate]] = []
    for date, shown, event in sorted(events):
        dots.append((y, date))
        lines = [(shown, ' class="date"'), *((line, "") for line in wrap(event, CHARACTERS, break_on_hyphens=False))]
        for number, (line, mark) in enumerate(lines):
            text.append(f'<text{mark} x="52" y="{y + 5 + number * LINE}">{escape(line)}</text>')
        y += len(lines) * LINE + GAP
    axis = [
        f'<line class="axis{"" if earlier.day else " gap"}" x1="28" y1="{above}" x2="28" y2="{below}"/>'
        for (above, earlier), (below, _) in pairwise(dots)
    ]
    height = y + 20
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{STYLE}\n</style>",
            f'<rect class="panel" x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="10"/>',
            *axis,
            *(f'<circle class="dot" cx="28" cy="{at}" r="6"/>' for at, _ in dots),
            *text,
            f'<text class="note" x="52" y="{y + 2}">Dotted line: not to scale</text>',
            "</svg>\n",
        )
    )


def pictures() -> dict[str, str]:
    """Return every picture's content by its file name."""
    seed = seed_from(read_document(SEEDS / "eagle-partner-2023.yaml"))
    facts = ("ceasefire", "fehlinger-appeal", "announcement", "exercise-start", "exercise-end")
    # The article dates the fact `csto-drills` no closer than early in the year, which is not a date that sorts.
    declined: Event = (PartialDate(2023, 1), "Early 2023", "Armenia declines to host drills of the CSTO")
    events = (*dated_events(seed, facts), declined)
    return {"eagle-partner-2023-timeline.svg": timeline(events, "Armenia, NATO and Russia, 2020 to September 2023")}


def main() -> None:
    """Write the pictures."""
    for name, content in pictures().items():
        (HERE / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
