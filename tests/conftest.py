"""Settings and fixtures of every test: temporary files, a private history, markers, the number of workers, programs."""

import gc
import os
import shutil
import signal
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import effort  # noqa: F401  # registers the profiles
import pytest
from _pytest.runner import runtestprotocol
from chromium import SHARED
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from terminal_learner import Learner


MARKED_TOOLS = {"anki": "anki", "browser": "playwright"}
"""Each marker and the module that only tests with that marker may import."""
MOST_WORKERS = 8

# Many tests start a program. Without stored bytecode, each program would compile all of quizgen, and each worker all tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Tests write thousands of small files, and the history waits for the disk at each answer. In memory, nothing waits. The
# tests that kill programs end processes, not the computer, so they mean the same there.
MEMORY = Path("/dev/shm")
NEEDED_BYTES = 1_000_000_000
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > NEEDED_BYTES:
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

HOMES = tempfile.TemporaryDirectory(prefix="quizgen-homes-", ignore_cleanup_errors=True)
"""The folders for what tests keep in the home of the person who runs quizgen, one folder for each test."""
_numbers = count()

# A shell that starts the tests in the background ignores Ctrl-C for them, and so would every program that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.load_profile("short")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return one worker per core for folders of tests, none for files or single tests.

    Without workers the tests run in pytest's own process, where ``breakpoint()`` and ``-s`` work.
    """
    named = [Path(argument.partition("::")[0]) for argument in config.option.file_or_dir]
    if named and all(path.is_file() for path in named):
        return 0
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST_WORKERS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests with a browser first, one after another, so that one Chromium is enough for all of them.

    Then come the files with slow tests, so that no worker is left with a slow test at the end while the others are idle.
    """
    slow = {item.path for item in items if any(item.iter_markers("slow")) or any(item.iter_markers("terminal"))}
    items.sort(key=lambda item: (item.get_closest_marker("browser") is None, item.path not in slow))


def pytest_collection_finish() -> None:
    """Keep garbage collection from looking at thousands of collected tests, and at syntax trees, again and again."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Run a test without a browser that only other tests need, and away from the person who runs it.

    The test cannot reach this person's history and settings, nor tools that it does not name: a test that imports Anki or
    Playwright without the marker fails, since `nox -s fast` would run it.
    """
    markers = {marker.name for marker in item.iter_markers()}
    if "browser" not in markers:
        SHARED.close()
    # An autouse fixture could do this, but would cost each test more time than a short test takes.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZGEN_HOME", str(Path(HOMES.name, str(next(_numbers)), "quizgen")))
        for marker, module in MARKED_TOOLS.items():
            if marker not in markers:
                patch.setitem(sys.modules, module, None)
        _run(item, nextitem)
    return True


def _run(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Run a test as pytest does, but report only its result to the main process, unless `--durations` needs more.

    Of five messages about a test that passes, four say nothing new. They took a tenth of the time of all tests.
    """
    if not hasattr(item.config, "workerinput") or item.config.getoption("durations") is not None:
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        runtestprotocol(item, nextitem=nextitem)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return
    for report in runtestprotocol(item, nextitem=nextitem, log=False):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)


def pytest_sessionfinish() -> None:
    """End the processes that several tests share, and remove what the tests left."""
    SHARED.close()
    if "forks" in sys.modules:
        sys.modules["forks"].SERVER.close()
    HOMES.cleanup()


@pytest.fixture
def learners() -> "Iterator[list[Learner]]":
    """Programs started in a test. Those still running at its end are stopped."""
    started: list[Learner] = []
    yield started
    for learner in started:
        learner.process.close(force=True)
