"""The wheel alone is enough: sets and seeds travel in it, from whatever folder it is used."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds nothing but the wheel's content."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, folder: Path, *arguments: str, answers: str = "") -> str:
    program = [sys.executable, "-m", "quizgen", *arguments]
    # The first run writes the bytecode, without which each would take several times as long.
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        program, cwd=folder, env=environment, input=answers, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_installed_set_can_be_taken_from_any_folder(site: Path, tmp_path: Path) -> None:
    assert "eagle-partner-2023" in run(site, tmp_path, "list")
    assert "No errors in 4 files" in run(site, tmp_path, "check")
    quiz = run(site, tmp_path, "quiz", "-n", "2", "--seed", "1", "--kind", "choice", answers="a\nb\n")
    assert "Question 2 of 2" in quiz
    assert list(tmp_path.iterdir()) == []


def test_an_installed_set_is_exported_into_the_current_folder(site: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in (site / "quizgen" / "bundled" / "decks").iterdir())
    run(site, tmp_path, "export", "eagle-partner-2023")
    assert [path.name for path in tmp_path.iterdir()] == ["eagle-partner-2023.apkg"]
    assert sorted(path.name for path in (site / "quizgen" / "bundled" / "decks").iterdir()) == before


def test_the_package_is_typed_and_licensed(site: Path) -> None:
    assert (site / "quizgen" / "py.typed").is_file()
    assert list(site.glob("quizgen-*.dist-info/licenses/LICENSE"))
