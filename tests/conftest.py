"""What holds for every test, and programs on pseudo-terminals."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from terminal_learner import Learner


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the history and the settings of whoever runs it."""
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path_factory.mktemp("home") / "quizgen"))


@pytest.fixture
def learners() -> "Iterator[list[Learner]]":
    """Programs started in a test; whatever is still running afterwards is ended."""
    started: list[Learner] = []
    yield started
    for learner in started:
        learner.process.close(force=True)
