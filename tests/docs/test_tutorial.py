"""The tutorial works: its files are written, its commands run, and their output is compared with what it shows."""

import re
import shlex
from pathlib import Path

import pytest
from program import run_quizgen

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```(?P<what>[^\n]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> tuple[int, str]:
    """Run ``mkdir NAME`` or a quizgen command in ``folder`` and return its status and output."""
    program, *arguments = shlex.split(command)
    if program == "mkdir":
        (folder / arguments[0]).mkdir()
        return 0, ""
    assert program == "quizgen"
    done = run_quizgen(folder, *arguments)
    return done.returncode, done.stdout + done.stderr


def commands(body: str) -> list[tuple[str, list[str]]]:
    """Return each command of a block with the lines that it prints according to the tutorial."""
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            found[-1][1].append(line)
    return found


@pytest.mark.slow
def test_every_step_of_the_tutorial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path
    text = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    ran = 0
    for block in _BLOCK.finditer(text):
        what, _, option = block["what"].partition(" ")
        if what == "yaml" and option:
            (folder / option).write_text(block["body"], encoding="utf-8")
        elif what == "console":
            for command, answers in commands(block["body"]):
                status, said = run(command, folder)
                assert status == int(option.removeprefix("status-") or 0), f"{command}: {said}"
                for answer in answers:
                    # An ellipsis stands for omitted text.
                    shape = ".*".join(re.escape(part.strip()) for part in answer.split("…"))
                    assert re.search(shape, said), f"{command}: {answer!r} is not in {said}"
                ran += 1
            if (folder / "seeds").is_dir() and not (folder / "seeds" / "memory.md").exists():
                article = (ROOT / "seeds" / "spaced-practice.md").read_bytes()
                (folder / "seeds" / "memory.md").write_bytes(article)
    assert ran >= 12
    assert (folder / "decks" / "memory.apkg").stat().st_size > 1000
    assert (folder / "decks" / "memory.release.json").exists()
