"""The chart that ``quizgen stats`` draws on a terminal; shades differ in their characters too, not only in color."""

from datetime import date, timedelta
from math import ceil

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quizgen.cli.pager import page
from quizgen.cli.stats_report import MATURE, NOTHING_YET, YOUNG, Entry, StatsReport, recall_text, sections
from quizgen.terminal.screen import BAR, FAINT
from quizgen.terminal.startup import echoing

_SHADES = "·░▒▓█"
"""No answers, then quarters of the busiest day."""
_SHADE_STYLES = (FAINT, BAR, BAR, BAR, BAR)
_BARS = "▁▂▃▄▅▆▇█"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LABEL = 4
"""Width of the labels before the weeks."""
_WEEKS = 53
_WIDE, _LONGEST_FIGURE = 60, 20
"""Columns with which figures have a column of their own, and those that it takes."""


def show(report: StatsReport, console: Console | None = None) -> None:
    """Print the chart, as wide as the terminal; in the user's pager if it is higher than the terminal."""
    console = console or Console(highlight=False, markup=False)
    with console.capture() as captured:
        if report.title:
            console.print(Text(report.title, style="bold"))
        if report.answers:
            console.print(*_parts(report, console.width), sep="\n")
        else:
            console.print(Text(NOTHING_YET))
    chart = captured.get()
    if console.is_terminal and chart.count("\n") >= console.height:
        with echoing():
            page(chart, "statistics")
    else:
        console.file.write(chart)


def _parts(report: StatsReport, width: int) -> list[RenderableType]:
    remembered = [Entry(recall_text(report.summary.young), YOUNG), Entry(recall_text(report.summary.mature), MATURE)]
    parts = [
        _section(f"Answers by day · {report.answers:,} in total", _heat_map(report, width - 2)),
        _section("Remembered", _entries(remembered, width)),
        _section("Coming due", _coming(report, width - 2)),
    ]
    return [*parts, *(_section(heading, _entries(entries, width)) for heading, entries in sections(report))]


def _section(heading: str, body: RenderableType) -> RenderableType:
    return Group(Text(heading, style="bold"), Padding(body, (0, 0, 1, 2)))


def _entries(entries: list[Entry], width: int) -> RenderableType:
    if width < _WIDE and any(cell_len(text) > width - _LONGEST_FIGURE for _, text, _ in entries):
        lines = [(f"{figure}: {text}", below) for figure, text, below in entries]
        return Group(*(Text("\n").join([Text(line), *(Text(one, FAINT) for one in below)]) for line, below in lines))
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for figure, text, below in entries:
        table.add_row(Text(figure), Text("\n").join([Text(text), *(Text(line, FAINT) for line in below)]))
    return table


def _heat_map(report: StatsReport, width: int) -> Text:
    by_day = report.summary.by_day
    today = report.calendar.day(report.now)
    this_week = today - timedelta(days=today.weekday())
    first = min(by_day)
    weeks_ago = (this_week - (first - timedelta(days=first.weekday()))).days // 7
    number = max(1, min(_WEEKS, (width - _LABEL) // 2, weeks_ago + 1))
    weeks = [this_week - timedelta(weeks=ago) for ago in reversed(range(number))]
    most = max(by_day.values())
    picture = Text(f"{_months([min(week + timedelta(days=6), today) for week in weeks])}\n", style="", no_wrap=True)
    for weekday, name in enumerate(_WEEKDAYS):
        picture.append(f"{name:<{_LABEL}}")
        for week in weeks:
            day = week + timedelta(days=weekday)
            if day <= today:
                level = ceil(by_day[day] * 4 / most)
                picture.append(f"{_SHADES[level]} ", _SHADE_STYLES[level])
        picture.append("\n")
    picture.append(f"{'':{_LABEL}}{_SHADES[0]} none  {' '.join(_SHADES[1:])} up to {most} a day")
    return picture


def _months(last_days: list[date]) -> str:
    """Return the names of the months, each above the first week with a day of it; ``last_days`` are those of the weeks.

    The name above the first week begins before it if the next month would touch it.
    """
    months = [day.month for day in last_days]
    line = ""
    for place, month in enumerate(months):
        if place and month == months[place - 1]:
            continue
        column = _LABEL + place * 2
        if place == 0 and months[1:2] not in ([], [month]):
            column -= 2
        if len(line) < column:
            line = f"{line:<{column}}{_MONTHS[month - 1]}"
    return line


def _coming(report: StatsReport, width: int) -> Text:
    forecast = report.forecast
    most = max(forecast)
    bars = "".join(_BARS[ceil(number * 8 / most) - 1] if number else "·" for number in forecast)
    axis = f"today{f'in {len(forecast) - 1} days':>{len(forecast) - len('today')}}"
    spans = ((1, "due today"), (7, "within 7 days"), (len(forecast), f"within {len(forecast)} days"))
    sums = [f"{sum(forecast[:days])} {name}" for days, name in spans]
    if report.learning:
        sums.insert(0, f"{report.learning} learning, asked again today")
    line = " · ".join(sums)
    scale = f"  up to {most} a day" if most else ""
    if cell_len(f"{bars}{scale}") > width:
        axis, scale = f"{axis}\n{scale.strip()}", ""
    return Text.assemble((bars, BAR), f"{scale}\n{axis}\n", line if cell_len(line) <= width else "\n".join(sums))
