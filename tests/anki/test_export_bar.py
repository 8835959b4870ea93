"""The progress bar of long exports."""

import io
import sys

import pytest

from quizgen.cli import bar


class Terminal(io.StringIO):
    """An error stream with somebody in front of it."""

    def isatty(self) -> bool:
        return True


def test_a_bar_shows_after_a_while_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(bar, "PATIENCE", 0)
    with bar.progress_bar("Writing x.apkg") as watch:
        assert watch is not None
        for done in (0, 500, 1000):
            watch(done, 1000)

    assert "Writing x.apkg" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[2K")  # the line is cleared


def test_quick_work_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with bar.progress_bar("Writing x.apkg") as watch:
        assert watch is not None
        watch(0, 1000)
        watch(1000, 1000)

    assert terminal.getvalue() == ""


def test_without_a_terminal_there_is_no_progress_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with bar.progress_bar("Writing x.apkg") as watch:
        assert watch is None
    assert capsys.readouterr().err == ""
