"""Every example in docs/api.md runs and passes mypy's strict mode, and the page lists every public name."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import quizgen

EVERY_KIND = Path(__file__).parents[1] / "questions" / "every-kind.yaml"
PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = "\n".join(re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(EXAMPLES, "docs/api.md", "exec"), {"__name__": "example"})


@pytest.mark.slow
def test_the_examples_pass_the_type_checker(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    pytest.importorskip("mypy", reason="mypy is missing: pip install -e '.[lint]'")
    (tmp_path / "example.py").write_text(EXAMPLES, encoding="utf-8")
    cache = pytestconfig.cache.mkdir("mypy-api")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cache), "example.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_lists_every_public_name_in_order() -> None:
    stub = Path(quizgen.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
    public = sorted(re.findall(r"^from \S+ import (\w+) as \1$", stub, re.MULTILINE))
    table = PAGE[PAGE.index("## All names") :]
    assert re.findall(r"^\| `(\w+)` \| ", table, re.MULTILINE) == public


RESPONSES: dict[str, quizgen.Response] = {
    "a bool": True,
    "a str": "right",
    "a frozenset of str": frozenset({"right"}),
    "a tuple of str": ("one", "two", "three"),
    "a tuple of (left, right) tuples": (("left", "right"),),
}
"""A response of each form that the page names."""


def test_each_kind_takes_the_form_of_response_in_the_table() -> None:
    section = PAGE[PAGE.index("## Grade an answer") : PAGE.index("The fields of a `Verdict`")]
    rows = re.findall(r"^\| (`[a-z_`, ]+`) \| ([^:|]+?)(?::[^|]*)? \|$", section, re.MULTILINE)
    form_of = {kind: form for kinds, form in rows for kind in re.findall(r"\w+", kinds)}
    questions = {question.kind: question for question in quizgen.load(EVERY_KIND).questions}
    assert form_of.keys() == questions.keys()
    for kind, question in questions.items():
        quizgen.grade(question, RESPONSES[form_of[kind]])
        for response in RESPONSES.values():
            if type(response) is not type(RESPONSES[form_of[kind]]):
                with pytest.raises(TypeError):
                    quizgen.grade(question, response)
