"""Every example in docs/api.md runs and passes mypy's strict mode, and the page mentions every public name."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import quizgen

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(EXAMPLES, "docs/api.md", "exec"), {"__name__": "example"})


@pytest.mark.slow
def test_the_examples_pass_the_type_checker(tmp_path: Path) -> None:
    pytest.importorskip("mypy", reason="mypy is missing: pip install -e '.[lint]'")
    (tmp_path / "example.py").write_text(EXAMPLES, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "example.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_mentions_every_function_and_error() -> None:
    names = [name for name in dir(quizgen) if name[0].islower() or name.endswith("Error")]
    assert [name for name in names if f"`{name}`" not in PAGE and f"quizgen.{name}" not in PAGE] == []
