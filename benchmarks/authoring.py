"""Authoring at scale: drafting a seed and its coverage of a long text, and importing 50,000 rows of a table.

Each is a whole run of the command in a process of its own. The time for a text four times as long shows whether it
grows in proportion; the floor of the import parses the same rows and writes them as JSON.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

from timing import add_to_table, compare, compile_package, run, seconds

ROWS = 50_000
IMPORT_SECONDS = 30
SHORT, LONG = 250_000, 1_000_000
"""Lengths of the texts in characters."""
GROWTH = 1.25
"""How much more than four times as long the longer text may take."""
NAMES = ("Anna Keller", "Bruno Marten", "Clara Olsen", "David Petrov", "Emma Rossi")
PLACES = ("Turin", "Oslo", "Basel", "Lyon", "Prague")


def text(length: int) -> str:
    """Return a text of about ``length`` characters with names, years and figures, and no two sentences alike."""
    random = Random(1)
    paragraphs, total = ["Samples"], 0
    while total < length:
        sentences = (
            f"In {random.randrange(1500, 2000)}, {random.choice(NAMES)} moved to {random.choice(PLACES)} and measured"
            f" {random.randrange(10, 9999)} samples of kind {len(paragraphs)}{letter}."
            for letter in "abcd"
        )
        paragraphs.append(" ".join(sentences))
        total += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs) + "\n"


def quizgen(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "quizgen", *map(str, arguments)]


def report_growth(what: str, short: float, long: float) -> None:
    most = LONG / SHORT * GROWTH
    held = long <= most * short
    name = f"{what} of {LONG:,} characters"
    floor, ratio = f"{SHORT:,} characters", f"{long / short:.2f}"
    add_to_table(name, long, floor, short, ratio=ratio, target=f"at most {most:.3g}", held=held)
    print(f"{name}: {long:.1f} s; {SHORT:,}: {short:.1f} s; ratio {long / short:.2f} {'ok' if held else 'MISSED'}")


def measure_texts(folder: Path) -> None:
    times: dict[str, list[float]] = {"draft": [], "coverage": []}
    for length in (SHORT, LONG):
        article, seed = folder / f"{length}.txt", folder / f"{length}.yaml"
        article.write_text(text(length), encoding="utf-8")
        times["draft"].append(seconds(run(quizgen("draft", article, "-o", seed))))
        times["coverage"].append(seconds(run(quizgen("coverage", seed, "--article", article))))
    for what, (short, long) in times.items():
        report_growth(what, short, long)


def measure_import(folder: Path) -> None:
    table, target = folder / "rows.csv", folder / "rows.yaml"
    rows = "".join(f"Which one is number {n}?,A{n},B{n} | C{n} | D{n}\n" for n in range(ROWS))
    table.write_text("question,answer,distractors\n" + rows, encoding="utf-8")

    def imported() -> None:
        target.unlink(missing_ok=True)
        subprocess.run(quizgen("import", table, "-o", target), check=True, stdout=subprocess.DEVNULL)

    def floor() -> None:
        with table.open(encoding="utf-8", newline="") as file:
            target.with_suffix(".json").write_text(json.dumps(list(csv.DictReader(file))), encoding="utf-8")

    taken, base = compare(imported, floor, rounds=1)
    held = taken <= IMPORT_SECONDS
    what, most = f"import {ROWS:,} rows", f"at most {IMPORT_SECONDS} s"
    add_to_table(what, taken, "csv and json alone", base, ratio=f"{taken / base:.0f}", target=most, held=held)
    print(f"{what}: {taken:.1f} s ({most}); csv and json alone: {base:.2f} s {'ok' if held else 'MISSED'}")


def main() -> None:
    compile_package()
    with tempfile.TemporaryDirectory() as folder:
        measure_texts(Path(folder))
        measure_import(Path(folder))


if __name__ == "__main__":
    main()
