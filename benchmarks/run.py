"""Run benchmarks one after the other and print one table, with what this machine takes for three fixed tasks.

``python benchmarks/run.py`` runs all that need neither a browser nor other files; ``python benchmarks/run.py start
lint`` runs those. The fixed tasks let you compare seconds from two machines; ratios need no comparison.
"""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median

from timing import TABLE, seconds

SCRIPTS = (
    "start",
    "first_prompt",
    "quiz_selection",
    "read_sets",
    "lint",
    "session_answer",
    "anki_export",
    "authoring",
)
HEADER = ("what", "time", "against", "its time", "ratio", "target", "")


def count_words() -> None:
    """Fill a dictionary with 1,000,000 words."""
    found: dict[str, int] = {}
    for number in range(1_000_000):
        found[f"word {number % 50_000}"] = number


def start_python() -> None:
    """Start Python without any module."""
    subprocess.run([sys.executable, "-I", "-c", ""], check=True)


def commits(folder: Path) -> Callable[[], object]:
    """Return a call that makes one transaction permanent."""
    database = sqlite3.connect(folder / "commits.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE rows (text)")
    return lambda: database.execute("INSERT INTO rows VALUES ('x')")


def machine(folder: Path) -> str:
    """Return what the machine is, and its times for the fixed tasks: the median of seven."""
    tasks: dict[str, Callable[[], object]] = {
        "1,000,000 words into a dictionary": count_words,
        "start Python": start_python,
        "one commit": commits(folder),
    }
    times = ", ".join(f"{name} {median(seconds(task) for _ in range(7)) * 1000:.3g} ms" for name, task in tasks.items())
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores{load}: {times}"


def table(rows: list[list[str]]) -> str:
    """Return ``rows`` as a Markdown table."""
    lines = [list(HEADER), ["---"] * len(HEADER), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    names = sys.argv[1:] or SCRIPTS
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder, "rows")
        rows.touch()
        before = machine(Path(folder))
        for name in names:
            print(f"{name} …", file=sys.stderr)
            script = Path(__file__).with_name(f"{name}.py")
            environment = os.environ | {TABLE: str(rows)}
            if subprocess.run([sys.executable, script], env=environment, stdout=sys.stderr, check=False).returncode:
                failed.append(name)
        found = [json.loads(line) for line in rows.read_text("utf-8").splitlines()]
    print(before)
    print()
    print(table(found))
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
