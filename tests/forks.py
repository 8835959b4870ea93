"""quizgen as a program that starts at once: a fork of a process that has imported it, instead of a new interpreter.

Importing quizgen and the libraries of its prompts takes most of the CPU time of a test that starts a program.
"""

import json
import os
import pty
import signal
import socket
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pexpect.fdpexpect import fdspawn


class ForkServer:
    """The process that is forked. It starts with the first program, once for each worker."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: socket.socket | None = None

    def start(
        self,
        arguments: Sequence[str],
        streams: tuple[int | None, int | None, int | None],
        *,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        on_terminal: bool = False,
    ) -> int:
        """Start a program and return its process id.

        ``streams`` are the descriptors of its standard input, output and error stream; None for a closed one.
        """
        request = {
            "arguments": [*arguments],
            "folder": str(folder or Path.cwd()),
            "environment": dict(os.environ if environment is None else environment),
            "open": [stream is not None for stream in streams],
            "on_terminal": on_terminal,
        }
        return self._ask(request, *(stream for stream in streams if stream is not None))

    def wait(self, process: int) -> int:
        """Wait for the end of a program; return its exit status, or the number of the signal that ended it, negative."""
        return os.waitstatus_to_exitcode(self._ask({"wait_for": process}))

    def close(self) -> None:
        """End the process if it was started."""
        if self._connection and self._process:
            self._connection.close()
            self._process.wait()
        self._connection = self._process = None

    def _ask(self, request: dict[str, Any], *descriptors: int) -> int:
        if self._connection is None:
            self._connection, other = socket.socketpair()
            with other:
                command = [sys.executable, str(Path(__file__).with_name("fork_server.py")), str(other.fileno())]
                self._process = subprocess.Popen(command, pass_fds=[other.fileno()])
        message = json.dumps(request).encode() + b"\n"
        sent = socket.send_fds(self._connection, [message], descriptors)
        self._connection.sendall(message[sent:])
        return int(self._connection.recv(100))


SERVER = ForkServer()


class Program(fdspawn):  # type: ignore[misc]
    """A program on a pseudo-terminal, with those methods of ``pexpect.spawn`` that the tests use."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        *,
        folder: Path | None = None,
        dimensions: tuple[int, int] = (24, 80),
        timeout: float = 30,
    ) -> None:
        own, other = pty.openpty()
        termios.tcsetwinsize(other, dimensions)
        streams = (other, other, other)
        self.pid = SERVER.start(arguments, streams, folder=folder, environment=environment, on_terminal=True)
        os.close(other)
        super().__init__(own, encoding="utf-8", timeout=timeout)
        self.exitstatus: int | None = None
        self.signalstatus: int | None = None

    def kill(self, number: int) -> None:
        os.kill(self.pid, number)

    def sendintr(self) -> None:
        self.send("\x03")

    def setwinsize(self, rows: int, columns: int) -> None:
        termios.tcsetwinsize(self.child_fd, (rows, columns))

    def close(self, force: bool = False) -> None:
        """Close the terminal, which ends a program that is still running, and wait for its end."""
        if self.closed:
            return
        if force:
            self.kill(signal.SIGKILL)
        super().close()
        status = SERVER.wait(self.pid)
        self.exitstatus, self.signalstatus = (status, None) if status >= 0 else (None, -status)
