"""Draw the pictures of the shipped question sets: `python decks/pictures/make.py` writes them next to this script.

Dates and figures come from the seeds, so pictures and facts cannot disagree.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import accumulate, pairwise
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
LINE, GAP = 21, 10
"""Height of a line and of the space below an event, in pixels."""
CHARACTERS = 30
"""Width of a line of text, in characters."""

# The picture brings its own panel, dark where the card or page around it says that it is dark. Where a client does not
# pass this on, the panel is one of the two, with ink that fits it.
STYLE = """\
.panel { fill: #f0efeb }
.axis { stroke: #7d786b; stroke-width: 1.5 }
.dot { fill: #1f5fa8 }
text { font: 17px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #24221d }
.date { font-weight: 600; fill: #1f5fa8 }
.note { font-size: 15.5px; fill: #5d594e }
@media (prefers-color-scheme: dark) {
.panel { fill: #2b2c31 }
.axis { stroke: #8d8e94 }
.dot, .date { fill: #a3c7ff }
text { fill: #e9e7e3 }
.note { fill: #b3aea5 }
.line { stroke: #a3c7ff }
}"""

CHART_STYLE = f"""\
.end {{ text-anchor: end }}
.middle {{ text-anchor: middle }}
.line {{ fill: none; stroke: #1f5fa8; stroke-width: 2 }}
{STYLE}"""


LABELS = {
    "20 minutes": (12, 6, ""),
    "1 hour": (12, 0, ""),
    "1 day": (13, 4, ""),
    "6 days": (-6, 24, ""),
    "31 days": (4, -10, ' class="end"'),
}
"""The points of the forgetting curve, where there is room for a label: its place relative to the point, in pixels."""

EVENTS = {
    "ceasefire": "Nagorno-Karabakh ceasefire",
    "fehlinger-appeal": "Fehlinger urges Armenia to consider joining NATO",
    "announcement": "Armenia announces a US drill",
    "exercise-start": "Eagle Partner 2023 to begin",
    "exercise-end": "Eagle Partner 2023 to end",
}
"""The events of the timeline, in few enough words for a line, by the fact that dates them."""

Event = tuple[PartialDate, str, str]
"""When (to sort by), the date as shown, what happened."""


def dated_events(seed: Seed, labels: Mapping[str, str]) -> Iterator[Event]:
    """Yield the dated events of ``labels``: by the ids of facts with a `when`, what to call them."""
    for fact in seed.facts:
        if fact.id in labels and fact.when is not None and (date := parse_date(fact.when.date)) is not None:
            yield date, american(date), labels[fact.id]


def american(date: PartialDate) -> str:
    """Return a date as the questions write dates: September 4, 2023."""
    day, _, rest = str(date).partition(" ")
    month, _, year = rest.partition(" ")
    return f"{month} {day}, {year}" if date.day else str(date)


def timeline(events: Iterable[Event], title: str) -> str:
    """Return an SVG of ``events`` from top to bottom, the earliest first, each as far below as the text needs."""
    y = 32
    text: list[str] = []
    dots: list[int] = []
    for _, shown, event in sorted(events):
        dots.append(y)
        lines = [(shown, ' class="date"'), *((line, "") for line in even_lines(event))]
        for number, (line, mark) in enumerate(lines):
            text.append(f'<text{mark} x="52" y="{y + 5 + number * LINE}">{escape(line)}</text>')
        y += len(lines) * LINE + GAP
    axis = f'<path class="axis" d="M28 {dots[0]}V{dots[-1]}"/>'
    circles = (f'<circle class="dot" cx="28" cy="{at}" r="6"/>' for at in dots)
    note = f'<text class="note" x="52" y="{y}">Not to scale</text>'
    return svg(title, y + 24, [axis, *circles, *text, note])


def even_lines(text: str) -> list[str]:
    """Return ``text`` on as few lines as it needs, none of them much shorter than the others."""
    broken = [wrap(text, width, break_on_hyphens=False) for width in range(CHARACTERS, CHARACTERS // 2, -1)]
    return [lines for lines in broken if len(lines) == len(broken[0])][-1]


def forgetting_curve(figures: Sequence[tuple[str, float, float]], title: str) -> str:
    """Return an SVG of ``figures``: the name of each delay, the delay in days, and the savings in percent.

    Time is drawn to scale, so the fall of the first day is as steep as it was.
    """
    left, right, top, bottom = 54, WIDTH - 24, 56, 266
    last = max(days for _, days, _ in figures)

    def at(days: float, percent: float) -> tuple[float, float]:
        return left + (right - left) * days / last, bottom - (bottom - top) * percent / 100

    points = [at(0, 100), *(at(days, percent) for _, days, percent in figures)]
    parts = [
        f'<text class="note" x="{left - 38}" y="30">Work saved at relearning, in percent</text>',
        f'<path class="axis" fill="none" d="M{left} {top - 10}V{bottom}H{right}"/>',
        *(
            f'<text class="note end" x="{left - 8}" y="{at(0, percent)[1] + 5:g}">{percent}</text>'
            for percent in (0, 50, 100)
        ),
        f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>',
        f'<text x="{left + 12}" y="{points[0][1] + 6:g}">Just learned: 100</text>',
    ]
    for (name, _, percent), (x, y) in zip(figures, points[1:], strict=True):
        if name in LABELS:
            right_of, below, mark = LABELS[name]
            parts.append(f'<text{mark} x="{x + right_of:.1f}" y="{y + below:.1f}">{name}: {percent:g}</text>')
    parts += (f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in points)
    parts += (
        f'<text class="note middle" x="{at(days, 0)[0]:.1f}" y="{bottom + 20}">{days}</text>'
        for days in (0, 10, 20, 30)
    )
    parts.append(f'<text class="note middle" x="{(left + right) / 2:g}" y="{bottom + 42}">days since learning</text>')
    return svg(title, bottom + 58, parts, CHART_STYLE)


def growing_intervals(intervals: Sequence[float], title: str) -> str:
    """Return an SVG of reviews: a line of days, to scale, with an arc for each of the ``intervals`` above a day."""
    left, right, line = 58, WIDTH - 28, 132
    days = [round(day) for day in accumulate(intervals, initial=0.0)]
    places = [left + (right - left) * day / days[-1] for day in days]
    # Learning is the beginning of the axis; on it, each review is a dot.
    parts = [f'<path class="axis" fill="none" d="M{left} {line}H{right}"/>']
    for (start, end), interval in zip(pairwise(places), intervals, strict=True):
        # The first would be hardly wider than its dot: it has only a label, left of the axis.
        if interval <= 1:
            parts.append(f'<text class="date end" x="{left - 8}" y="{line + 5}">{round(interval)} day</text>')
            continue
        radius = (end - start) / 2
        rise = min(radius, 90)
        parts.append(f'<path class="line" d="M{start:.1f} {line}A{radius:.1f} {rise:.1f} 0 0 1 {end:.1f} {line}"/>')
        # The label of a small arc stays left of the arc that follows.
        anchor, x = ("middle", start + radius) if radius > 30 else ("end", end - 1)
        label = f'class="date {anchor}" x="{x:.1f}" y="{line - rise - 8:.1f}"'
        parts.append(f"<text {label}>{round(interval)} days</text>")
    # Day 0, which has no dot, has no number either: it would be read as one with that of day 1.
    for place, day in zip(places[1:], days[1:], strict=True):
        parts.append(f'<circle class="dot" cx="{place:.1f}" cy="{line}" r="3"/>')
        parts.append(f'<text class="note middle" x="{place:.1f}" y="{line + 24}">{day}</text>')
    parts.append(f'<text class="note middle" x="{(left + right) / 2:g}" y="{line + 48}">days since learning</text>')
    return svg(title, line + 64, parts, CHART_STYLE)


def svg(title: str, height: int, parts: Iterable[str], style: str = STYLE) -> str:
    """Return an SVG of ``height`` pixels with ``parts`` on a panel."""
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>\n{style}\n</style>",
            f'<rect class="panel" width="{WIDTH}" height="{height}" rx="9"/>',
            *parts,
            "</svg>\n",
        )
    )


def figures_of(seed: Seed, fact_id: str) -> list[float]:
    """Return the numbers that a fact marks, in their order."""
    fact = next(fact for fact in seed.facts if fact.id == fact_id)
    return [float(number) for number in re.findall(r"\{\{c\d+::([\d.]+)\}\}", fact.statement)]


DELAYS = (
    ("20 minutes", 20 / 1440),
    ("1 hour", 1 / 24),
    ("9 hours", 9 / 24),
    ("1 day", 1),
    ("2 days", 2),
    ("6 days", 6),
    ("31 days", 31),
)
"""The delays of 1885, by name and in days, in the order of the fact that gives the savings."""


def pictures() -> dict[str, str]:
    """Return every picture's content by its file name."""
    news = seed_from(read_document(SEEDS / "eagle-partner-2023.yaml"))
    # The article dates the fact `csto-drills` no closer than early in the year, which is not a date that sorts.
    declined: Event = (PartialDate(2023, 1), "Early 2023", "Armenia declines CSTO drills")
    events = (*dated_events(news, EVENTS), declined)

    learning = seed_from(read_document(SEEDS / "spaced-practice.yaml"))
    savings = figures_of(learning, "figures-of-1885")
    curve = [(name, days, percent) for (name, days), percent in zip(DELAYS, savings, strict=True)]
    first, second = figures_of(learning, "sm-2-intervals")
    ease, _ = figures_of(learning, "sm-2-ease")
    intervals = (first, second, second * ease, second * ease**2)
    return {
        "eagle-partner-2023-timeline.svg": timeline(events, "Armenia, NATO and Russia, 2020 to September 2023"),
        "forgetting-curve.svg": forgetting_curve(curve, "The forgetting curve of Hermann Ebbinghaus, 1885"),
        "growing-intervals.svg": growing_intervals(intervals, "Growing intervals between the reviews of a card"),
    }


def main() -> None:
    """Write the pictures."""
    for name, content in pictures().items():
        (HERE / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
