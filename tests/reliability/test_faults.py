"""Faults on purpose: the disk is full, a call of the system fails, or the process is killed, while files are written."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from effort import examples
from fault_driver import contents

from quizgen.atomic import write_text

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs fork and limits on file sizes"),
]

DRIVER = Path(__file__).with_name("fault_driver.py")
SET = """\
id: rivers
title: Rivers
questions:
  - {id: po, kind: short, stem: Which river flows through Turin?, answer: Po}
  - {kind: true_false, stem: The Po flows into the Adriatic Sea., answer: true}
"""
TABLE = "question,answer\nWhich river flows through Turin?,Po\n"
ARTICLE = "Rivers\n\nThe Po is 652 kilometers long. It flows through Turin, where Emanuele Filiberto moved his court in 1563.\n"
CALLS = examples(12)
"""How many calls of each function fail in turn. No command makes twelve, so in `nox -s thorough` each call fails once."""
COMMANDS = [
    "add rivers.yaml --kind short --stem Which? --answer Rhine",
    "fix rivers.yaml --yes",
    "export sound.yaml --yes",
    "export sound.yaml -o sound.csv --to csv --yes",
    "import table.csv -o imported.yaml",
    "preview sound.yaml -o sound.html",
    "draft article.txt -o drafted.yaml",
    "new --title Lakes --no-seed",
    "schema -o schema.json",
    "stats --export answers.csv",
    "history export answers.jsonl",
]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files for all commands. No test changes them: every run has a copy of its own."""
    folder = tmp_path_factory.mktemp("template")
    for name, text in (
        ("rivers.yaml", SET),
        ("sound.yaml", SET.replace("{kind", "{id: sea, kind").replace("id: rivers", "id: sound")),
        ("table.csv", TABLE),
        ("article.txt", ARTICLE),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "quizgen", "export", "sound.yaml", "--yes"],
        cwd=folder, check=True, capture_output=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "QUIZGEN_HOME": str(folder.with_name("home"))},
    )  # fmt: skip
    sound = folder / "sound.yaml"
    sound.write_text(sound.read_text("utf-8").replace("Adriatic Sea", "Adriatic"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def driver(template: Path) -> Iterator["subprocess.Popen[str]"]:
    """The process whose forks meet the faults."""
    command = [sys.executable, str(DRIVER), str(CALLS), str(template)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1800000000"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as running:
        yield running
        running.communicate()


def own(files: dict[str, str]) -> dict[str, str]:
    """The files without the history, and without temporary files, whose names begin with a period."""
    return {
        path: content
        for path, content in files.items()
        if not path.startswith("home/") and not Path(path).name.startswith(".")
    }


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    for mode in (0o600, 0o640, 0o755):
        path = tmp_path / f"{mode}.txt"
        path.write_text("old", encoding="utf-8")
        path.chmod(mode)
        write_text(path, "new")
        assert (path.read_text("utf-8"), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


@pytest.mark.parametrize("command", COMMANDS, ids=[command.split(" -")[0] for command in COMMANDS])
def test_every_file_is_as_before_or_complete(template: Path, driver: "subprocess.Popen[str]", command: str) -> None:
    before = contents(template)
    assert driver.stdin
    assert driver.stdout
    driver.stdin.write(f"{command}\n")
    driver.stdin.flush()
    complete, *faults = json.loads(driver.stdout.readline())

    assert complete["status"] == 0, complete["errors"]
    assert own(complete["files"]) != own(before)
    assert {fault["fault"].split()[0] for fault in faults} == {"files", "error", "kill"}
    for fault in faults:
        assert "Traceback" not in fault["errors"], fault
        for path, content in own(fault["files"]).items():
            assert content in {before.get(path), complete["files"].get(path)}, (fault["fault"], path)
        if fault["fault"].startswith("kill"):
            continue
        if fault["status"] == 0:  # a folder that cannot be synced does no harm
            assert own(fault["files"]) == own(complete["files"]), fault["fault"]
        else:
            assert fault["errors"].count("\n") <= 2, fault
            assert not [path for path in fault["files"] if Path(path).name.startswith(".")], fault
