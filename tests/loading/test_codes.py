"""Codes and their documentation go together."""

import re
from pathlib import Path

from quizgen.questions import Code

ROOT = Path(__file__).parents[2]


def test_every_code_is_documented_and_used() -> None:
    documented = re.findall(
        r"^\| ([EW]\d+) \|", (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert documented == [code.value for code in Code]
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "quizgen").rglob("*.py"))
    unused = [code.name for code in Code if f"Code.{code.name}" not in source]
    assert unused == []
