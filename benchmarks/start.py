"""How fast the quick commands answer: `--version` and `--help` against `import click`, `list`, `stats` and `check` of a
small set against `import questionary, pydantic, click`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from timing import compare, compile_package, report, run

CLICK = [sys.executable, "-c", "import click"]
LIBRARIES = [sys.executable, "-c", "import questionary, pydantic, click"]
SMALL_SET = """\
id: rivers
title: Rivers
questions:
  - {id: vienna, kind: short, stem: Which river crosses Vienna?, answer: Danube}
  - {id: cologne, kind: choice, stem: Which river crosses Cologne?, answer: Rhine, distractors: [Elbe, Oder, Main]}
"""


def quizgen(*arguments: str) -> list[str]:
    """Return a command that does what the installed `quizgen` script does, wherever that is."""
    program = f"import sys; sys.argv = {['quizgen', *arguments]!r}; from quizgen.cli import main; main()"
    return [sys.executable, "-c", program]


def main() -> None:
    compile_package()
    for option in ("--version", "--help"):
        subject, base = compare(run(quizgen(option)), run(CLICK), rounds=15)
        report(f"quizgen {option}", subject, "import click", base, target=1.3)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUIZGEN_HOME"] = folder
        small = Path(folder) / "rivers.yaml"
        small.write_text(SMALL_SET, encoding="utf-8")
        answers = "Danube\na\nn\n"
        subprocess.run(
            quizgen("quiz", str(small), "--plain", "--no-shuffle"),
            input=answers, text=True, stdout=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        for arguments in (["list"], ["stats"], ["check", str(small)]):
            subject, base = compare(run(quizgen(*arguments)), run(LIBRARIES), rounds=15)
            report(f"quizgen {arguments[0]}", subject, "import questionary, pydantic, click", base, target=1.6)


if __name__ == "__main__":
    main()
