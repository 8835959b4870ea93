"""The tutorial works: each file that it shows is written, each command in it is run, each answer in it comes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```(?P<what>[^\n]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, and a `quizgen` on the path."""
    script = tmp_path / "bin" / "quizgen"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -W error -m quizgen "$@"\n')
    script.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    return work


def run(command: str, folder: Path) -> tuple[int, str]:
    environment = {
        **os.environ, "PATH": f"{folder.parent / 'bin'}:{os.environ['PATH']}", "XDG_DATA_HOME": str(folder.parent),
        "XDG_CACHE_HOME": str(folder.parent), "NO_COLOR": "1",
    }  # fmt: skip
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, input="", capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def commands(body: str) -> list[tuple[str, list[str]]]:
    """Each command of a block with the lines that it is said to answer."""
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line.removeprefix("$ "), []))
        else:
            found[-1][1].append(line)
    return found


def test_every_step_of_the_tutorial(folder: Path) -> None:
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
                    # What is left out is written as an ellipsis.
                    shape = ".*".join(re.escape(part.strip()) for part in answer.split("…"))
                    assert re.search(shape, said), f"{command}: {answer!r} is not in {said}"
                ran += 1
            if (folder / "seeds").is_dir() and not (folder / "seeds" / "memory.md").exists():
                article = (ROOT / "seeds" / "spaced-practice.md").read_bytes()
                (folder / "seeds" / "memory.md").write_bytes(article)
    assert ran >= 12
    assert (folder / "decks" / "memory.apkg").stat().st_size > 1000
    assert (folder / "decks" / "memory.release.json").exists()


def test_links_lead_somewhere() -> None:
    for name in ("tutorial.md", "importing.md"):
        page = ROOT / "docs" / name
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), target
