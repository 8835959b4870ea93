"""docs/example-kind.patch adds a question kind: it applies to the code, and what each kind needs is complete."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.questions import KINDS

ROOT = Path(__file__).parents[2]
PARTS = ("quizgen", "tests", "benchmarks", "decks", "seeds", "docs", "pyproject.toml", "README.md")
TESTS_OF_KINDS = (
    "tests/questions", "tests/public/test_names.py", "tests/docs/test_api_page.py", "tests/docs/test_markdown_page.py",
    "tests/editing/test_convert.py",
)  # fmt: skip
"""The fast tests that fail if a new kind is missing from a table, a page or a sample."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("git") is None, reason="git is missing"),
    pytest.mark.skipif("year" in KINDS, reason="the patch has been applied to this code"),
]


@pytest.fixture(scope="module")
def patched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source tree with the patch applied."""
    folder = tmp_path_factory.mktemp("patched")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)  # with the bytecode, which stays valid
        else:
            shutil.copy2(ROOT / part, folder)
    # The folder is not a repository; GIT_CEILING_DIRECTORIES keeps git from using one above it.
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    command = ["git", "apply", "-C1", "docs/example-kind.patch"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"update docs/example-kind.patch: {done.stderr}"
    return folder


def test_the_tests_of_kinds_pass(patched: Path) -> None:
    command = [sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "-m", "not slow", *TESTS_OF_KINDS]
    environment = {**os.environ, "PYTHONPATH": str(patched)}
    done = subprocess.run(command, cwd=patched, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_passes_the_type_checker(patched: Path, pytestconfig: pytest.Config) -> None:
    pytest.importorskip("mypy", reason="mypy is missing: pip install -e '.[lint]'")
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(pytestconfig.cache.mkdir("mypy-kind")), "quizgen"]
    environment = {**os.environ, "MYPYPATH": str(patched)}
    done = subprocess.run(command, cwd=patched, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
