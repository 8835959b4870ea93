"""Long work divided among the cores of the processor: the results are those of one process, in the same order.

The pools of the standard library would need threads, after which a process is not copied safely, and would send every
part to its worker, which takes about as long as the work.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

Part = TypeVar("Part")
Result = TypeVar("Result")

_WORTHWHILE = 5_000
"""With fewer questions, starting processes would take about as long as they save."""
_MOST = 4
"""With more processes, the work that cannot be divided takes longer than their shares."""

_PIPE = 2**20
"""The most bytes of results that a process may send before the first one reads them; Linux allows no more."""

_BUSY = 2
"""With a higher load on each core, more processes would only get into each other's way."""


class _Worker(NamedTuple):
    """A process that does some of the parts, and the end of the pipe from which its results are read."""

    pid: int
    results: BinaryIO


def processes_for(questions: int) -> int:
    """Return how many processes should share the work on a number of questions; 1 for this process alone.

    Only Linux can copy a process safely and in no time, and only if it has a single thread.
    """
    if questions < _WORTHWHILE or sys.platform != "linux" or not _has_one_thread():
        return 1
    cores = len(os.sched_getaffinity(0))
    return 1 if _load() > _BUSY * cores else min(cores, _MOST)


def _load() -> float:
    """Return how many processes have wanted a core during the last minute."""
    try:
        return os.getloadavg()[0]
    except OSError:  # not known
        return 0


def _has_one_thread() -> bool:
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:  # there is no /proc
        return False


@contextmanager
def divided(work: Callable[[Part], Result], parts: Sequence[Part], processes: int) -> Iterator[Iterator[Result]]:
    """Yield an iterator over ``work(part)`` for each of ``parts``, which that many processes do in turn.

    The processes are copies of this one as it is now. So they have the parts already, and only results are sent; what
    else ``work`` changes is lost. With one process, each part is done here when its result is asked for. So is a part
    whose process failed: an exception is then raised here, as if there were no other processes.
    """
    if processes == 1:
        yield map(work, parts)
        return
    workers: list[_Worker] = []
    try:
        with suppress(OSError):  # no more processes or files may be opened: this process does the other parts
            for first in range(processes):
                workers.append(_started(work, parts[first::processes], workers))
        yield _results(work, parts, workers, processes)
    finally:
        for worker in workers:
            worker.results.close()
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(worker.pid, signal.SIGKILL)
                os.waitpid(worker.pid, 0)


def _started(work: Callable[[Part], Result], parts: Sequence[Part], others: Sequence[_Worker]) -> _Worker:
    import fcntl

    reading, writing = os.pipe()
    with suppress(OSError):  # the user has too many pipes for a larger one
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, _PIPE)
    # Ctrl-C goes to all processes, but only this one should say so, and it ends the others.
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        pid = os.fork()
        if pid == 0:
            _do(work, parts, writing, unused=[reading, *(other.results.fileno() for other in others)])
    except OSError:
        os.close(reading)
        raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(writing)
    return _Worker(pid, os.fdopen(reading, "rb"))


def _do(work: Callable[[Part], Result], parts: Sequence[Part], writing: int, unused: Sequence[int]) -> None:
    """Send the results of ``parts`` and end this process, without the cleaning up that is left to the first one."""
    try:
        import pickle  # only here and below: a small set does not need it

        # If the first process ends early, nobody has the other end of the pipe any more, and writing fails.
        for descriptor in unused:
            os.close(descriptor)
        with os.fdopen(writing, "wb") as results:
            for part in parts:
                results.write(pickle.dumps(work(part), pickle.HIGHEST_PROTOCOL))
                results.flush()
    finally:
        os._exit(0)


def _results(
    work: Callable[[Part], Result], parts: Sequence[Part], workers: Sequence[_Worker], processes: int
) -> Iterator[Result]:
    import pickle

    for at, part in enumerate(parts):
        turn = at % processes
        if turn < len(workers):
            try:
                result: Result = pickle.load(workers[turn].results)
            except (EOFError, pickle.UnpicklingError):
                pass  # the process ended before it had sent the result
            else:
                yield result
                continue
        yield work(part)
