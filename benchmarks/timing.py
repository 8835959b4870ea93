"""Measuring two things against each other in one run, turn by turn, so that a busy machine slows both."""

import compileall
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

TABLE = "QUIZGEN_BENCHMARK_TABLE"
"""The environment variable that names the file for the rows of the table."""


def seconds(action: Callable[[], object]) -> float:
    """Seconds that one call of ``action`` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def compare(subject: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds of ``subject`` and of ``floor``, taken in turns after one round that does not count."""
    subject()
    floor()
    pairs = [(seconds(subject), seconds(floor)) for _ in range(rounds)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def on_one_core(action: Callable[[], object]) -> Callable[[], object]:
    """Return a call of ``action`` that may use one core only; outside Linux, quizgen uses no more anyway."""

    def act() -> None:
        if sys.platform != "linux":
            action()
            return
        allowed = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {max(allowed)})
        try:
            action()
        finally:
            os.sched_setaffinity(0, allowed)

    return act


def run(command: list[str]) -> Callable[[], object]:
    """Return a call that runs ``command`` to its end, its output thrown away."""
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def report(what: str, subject: float, floor_name: str, floor: float, target: float) -> None:
    """Print one line: what was measured, both times, their ratio and the ratio to hold."""
    ratio = subject / floor
    verdict = "ok" if ratio <= target else "MISSED"
    add_to_table(
        what, subject, floor_name, floor, ratio=f"{ratio:.2f}", target=f"at most {target:.3g}", held=ratio <= target
    )
    times = f"{what}: {subject * 1000:.0f} ms; {floor_name}: {floor * 1000:.0f} ms"
    print(f"{times}; ratio {ratio:.2f} (at most {target}) {verdict}")


def add_to_table(
    what: str, subject: float, floor_name: str, floor: float, *, ratio: str, target: str, held: bool
) -> None:
    """Add a row to the table of ``run.py``, if that runs the script; times are in seconds."""
    if table := os.environ.get(TABLE):
        row = [what, f"{subject:.3g} s", floor_name, f"{floor:.3g} s", ratio, target, "met" if held else "missed"]
        with Path(table).open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def compile_package() -> None:
    """Compile quizgen, as pip does when it installs it; a checkout need not be compiled."""
    compileall.compile_dir(Path(__file__).parents[1] / "quizgen", quiet=1)
