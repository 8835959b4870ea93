"""The process whose forks are the programs that `forks.py` starts: it has imported quizgen, so that they need not.

Usage: ``python fork_server.py DESCRIPTOR``, the number of a connected socket. Requests and answers are lines of JSON.
"""

import fcntl
import json
import os
import signal
import socket
import sys
import termios
import time
from importlib import import_module
from typing import Any

import quizgen.terminal.prompts
from quizgen.cli import main

IMPORTED_FIRST = ("quizgen.cli.browse", "quizgen.cli.menu", "quizgen.cli.quiz", "quizgen.cli.stats", "quizgen.cli.study", "quizgen.grading.grader", "quizgen.terminal.plain", "quizgen.terminal.rich_input")  # fmt: skip

UNREAD_SECONDS = 0.02
"""How long prompts drop keys: a shorter time than for people, who must read first, so that tests need not wait."""


def next_request(connection: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Return a request with its descriptors; the end of the connection is the end of this process."""
    message, descriptors = b"", []
    while not message.endswith(b"\n"):
        part, received, _, _ = socket.recv_fds(connection, 100_000, 3)
        if not part:
            os._exit(0)
        message += part
        descriptors += received
    return json.loads(message), descriptors


def serve(connection: socket.socket) -> None:
    """Fork a program for each request to start one, and return the status for each request to wait for one.

    Only the forks return from this function, ready to run the program.
    """
    while True:
        request, descriptors = next_request(connection)
        if "wait_for" in request:
            answer = os.waitpid(request["wait_for"], 0)[1]
        elif answer := os.fork():
            for descriptor in descriptors:
                os.close(descriptor)
        else:
            connection.close()
            become_program(request, descriptors)
            return
        connection.sendall(b"%d\n" % answer)


def become_program(request: dict[str, Any], descriptors: list[int]) -> None:
    """Make this process a program that was just started with the standard streams that are ``open``."""
    if request["on_terminal"]:
        os.setsid()
        fcntl.ioctl(descriptors[0], termios.TIOCSCTTY, 0)
    for number, is_open in enumerate(request["open"]):
        if is_open:
            os.dup2(descriptors[0], number)
            os.close(descriptors.pop(0))
        else:
            os.close(number)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["quizgen", *request["arguments"]]
    # As Python does at its start: None for a closed stream, and lines for a terminal.
    stdin, stdout, stderr = request["open"]
    lines = 1 if stdout and os.isatty(1) else -1
    streams: dict[str, Any] = {
        "stdin": os.fdopen(0, encoding="utf-8", closefd=False) if stdin else None,
        "stdout": os.fdopen(1, "w", lines, encoding="utf-8", closefd=False) if stdout else None,
        "stderr": os.fdopen(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False) if stderr else None,
    }
    for name, stream in streams.items():
        setattr(sys, name, stream)


if __name__ == "__main__":
    for module in IMPORTED_FIRST:
        import_module(module)
    quizgen.terminal.prompts.UNREAD_SECONDS = UNREAD_SECONDS
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for pytest
    serve(socket.socket(fileno=int(sys.argv[1])))
    main()
