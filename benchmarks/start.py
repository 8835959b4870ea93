"""How fast `quizgen --version` and `quizgen --help` answer, against `import click` alone."""

import sys

from timing import compare, report, run


def main() -> None:
    floor = run([sys.executable, "-c", "import click"])
    for option in ("--version", "--help"):
        # What the installed `quizgen` script does, without asking where it is installed.
        program = f"import sys; sys.argv = ['quizgen', {option!r}]; from quizgen.cli import main; main()"
        subject, base = compare(run([sys.executable, "-c", program]), floor, rounds=15)
        report(f"quizgen {option}", subject, "import click", base, target=1.3)


if __name__ == "__main__":
    main()
