"""Run commands again and again, each time with another fault of the system, and print what became of the files.

Usage: ``python fault_driver.py MOST TEMPLATE``. Each line of the input is a command, and the line of the output for it is a
list of runs as JSON. Each run is a fork of this process, in a copy of the folder TEMPLATE: quizgen is imported only once.
At most the first MOST calls of each function fail.
"""

import contextlib
import errno
import hashlib
import io
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import quizgen.cli

CALLS = ("fsync", "replace", "link")
LIMITS = (0, 100)
"""Sizes in bytes that no file may exceed, as on a full disk."""


def run(template: Path, command: list[str], fault: Callable[[], None], log: int) -> dict[str, Any]:
    """Run ``command`` after ``fault`` in a copy of ``template``; return its status, its errors and all files."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder, "work")
        shutil.copytree(template, work)
        reading, writing = os.pipe()
        if (child := os.fork()) == 0:
            os.chdir(work)
            os.environ["QUIZGEN_HOME"] = str(work / "home")
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(writing, 2)
            sys.argv = ["quizgen", *command]
            fault()
            try:
                quizgen.cli.main()
            except SystemExit as end:
                sys.stderr.flush()
                os._exit(int(end.code or 0))
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as errors:
            text = errors.read().decode()
        _, status = os.waitpid(child, 0)
        files = contents(work)
    return {"status": os.waitstatus_to_exitcode(status), "errors": text, "files": files, "reached": reached(log)}


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of each file in ``folder``, by its path."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def warm_up(template: Path, command: list[str]) -> None:
    """Run ``command`` in this process, so that the forks need not import what it imports."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        work = Path(folder, "work")
        shutil.copytree(template, work)
        os.environ["QUIZGEN_HOME"] = str(work / "home")
        sys.argv = ["quizgen", *command]
        with contextlib.chdir(work), contextlib.suppress(SystemExit):
            quizgen.cli.main()


def reached(log: int) -> bool:
    """Return whether the fault happened, which the child writes to the file ``log``."""
    os.lseek(log, 0, os.SEEK_SET)
    found = os.read(log, 1) != b""
    os.ftruncate(log, 0)
    os.lseek(log, 0, os.SEEK_SET)
    return found


def failing(name: str, number: int, log: int, *, kill: bool) -> Callable[[], None]:
    """Return a fault: call ``number`` of ``os.name`` raises an error or, with ``kill``, is the end of the process."""

    def install() -> None:
        real, calls = getattr(os, name), 0

        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                os.write(log, b"x")
                if kill:
                    os.kill(os.getpid(), signal.SIGKILL)
                raise OSError(errno.EIO, "Input/output error")
            return real(*arguments, **options)

        setattr(os, name, call)

    return install


def full(size: int) -> Callable[[], None]:
    """Return a fault: no file can grow beyond ``size`` bytes."""

    def install() -> None:
        sys.dont_write_bytecode = True  # Python 3.11 would store bytecode that the limit cuts off
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return install


def main() -> None:
    most, template = int(sys.argv[1]), Path(sys.argv[2])
    requests = os.fdopen(os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # for the commands
    for line in requests:
        command = line.split()
        warm_up(template, command)
        with tempfile.TemporaryFile() as log:
            print(json.dumps(runs_with_faults(template, command, log.fileno(), most)), flush=True)


def runs_with_faults(template: Path, command: list[str], log: int, most: int) -> list[dict[str, Any]]:
    """Return the run without a fault, then one for each fault that the command meets."""
    runs = [{"fault": "none", **run(template, command, lambda: None, log)}]
    runs += [{"fault": f"files of {size} bytes", **run(template, command, full(size), log)} for size in LIMITS]
    for kill in (False, True):
        for name in CALLS:
            for number in range(1, most + 1):
                found = run(template, command, failing(name, number, log, kill=kill), log)
                if not found["reached"]:
                    break
                runs.append({"fault": f"{'kill at' if kill else 'error in'} {name} {number}", **found})
    return runs


if __name__ == "__main__":
    main()
