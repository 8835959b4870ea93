"""Work on large sets that is divided among processes. Each test starts an interpreter: pytest has several threads."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, the work is not divided")

IDLE = "import os; os.getloadavg = lambda: (0, 0, 0)\n"
TWO_CORES = IDLE + "os.sched_getaffinity = lambda pid: {0, 1}\n"
QUIZGEN = TWO_CORES + "from quizgen.cli import main; main()"
DIVIDE = """\
import os, signal
from quizgen.parallel import divided
first = os.getpid()
opened = os.listdir("/proc/self/fd")
SETUP
def work(part):
    if part == 5 and os.getpid() != first:
        FAULT
    return part, str(part) * 100_000  # more than a pipe holds
with divided(work, range(9), processes=4) as results:
    assert list(results) == list(map(work, range(9)))
assert os.listdir("/proc/self/fd") == opened
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    print("no process is left")
"""
SAME = """\
import sys
from pathlib import Path
from quizgen.anki.export import export_apkg
from quizgen.checking import check
from quizgen.loading.sets import load

def outcome(cores):
    os.sched_getaffinity = lambda pid: set(range(cores))
    found = check(sys.argv[1]).diagnostics
    assert len(found) > 3000, len(found)
    export_apkg(load(sys.argv[1]), "deck.apkg", modified=1_600_000_000, records=".")
    content = [Path(name).read_bytes() for name in ("deck.apkg", "many.release.json")]
    Path("many.release.json").unlink()
    return found, content

alone = outcome(1)
os.fork, fork, forks = lambda: (forks.append(1), fork())[1], os.fork, []
assert outcome(3) == alone
print(len(forks))
os.getloadavg = lambda: (7, 0, 0)
assert outcome(3) == alone
print(len(forks))
"""


@pytest.fixture(scope="module")
def large_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "many.yaml"
    shapes = (
        "kind: choice, stem: Which one is not number {n}?, answer: A{n}, distractors: [B{n}, C{n}, D{n}]",
        "kind: short, stem: What is {n} called?, answer: Name {n}",
        "kind: cloze, text: 'Line {n} names {{{{c1::first{n}}}}} before {{{{c2::second{n}}}}}.'",
    )
    questions = "".join(f"  - {{id: q-{n}, {shapes[n % 3].format(n=n)}}}\n" for n in range(10_000))
    path.write_text(f"id: many\ntitle: Many\nquestions:\n{questions}", "utf-8")
    return path


def run(script: str, *arguments: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-W", "error", "-c", script, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("setup", "fault"),
    [
        ("", "pass"),
        ("", "raise ValueError"),
        ("", "os.kill(os.getpid(), signal.SIGKILL)"),
        ("", "return lambda: 'not to be sent'"),
        ("import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (6, 6))", "pass"),  # for two processes
        ("import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)", "pass"),
        ("os.fork = lambda: os.open('/nowhere', 0)", "pass"),  # fails
    ],
)
def test_results_are_complete_and_in_order_whatever_happens(setup: str, fault: str, tmp_path: Path) -> None:
    done = run(DIVIDE.replace("SETUP", setup).replace("FAULT", fault), folder=tmp_path)
    assert (done.stdout, done.stderr) == ("no process is left\n", "")


def test_an_exception_is_raised_in_the_first_process(tmp_path: Path) -> None:
    done = run(
        DIVIDE.replace("SETUP", "").replace("and os.getpid() != first", "").replace("FAULT", "raise KeyError('five')"),
        folder=tmp_path,
    )
    assert done.stderr.splitlines()[-1] == "KeyError: 'five'"
    assert done.stderr.count("Traceback") == 1


@pytest.mark.slow
def test_a_check_and_an_export_give_the_same_with_more_processes(large_set: Path, tmp_path: Path) -> None:
    done = run(IDLE + SAME, large_set, folder=tmp_path)
    assert (done.stdout, done.stderr) == ("6\n6\n", "")


@pytest.mark.slow
@pytest.mark.parametrize("command", ["check", "export"])
@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_first(ended_by: signal.Signals, command: str, large_set: Path, tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", QUIZGEN, command, large_set],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while len(processes_in(program.pid)) < 3:
        assert program.poll() is None
        time.sleep(0.005)
    if ended_by == signal.SIGINT:
        os.killpg(program.pid, ended_by)  # as a terminal does
    else:
        program.kill()
    _, errors = program.communicate()
    # As with one process.
    assert (errors, program.returncode) == (("\nAborted!\n", 1) if ended_by == signal.SIGINT else ("", -ended_by))
    while processes_in(program.pid):
        time.sleep(0.005)


def processes_in(session: int) -> list[str]:
    """Return the ids of the processes of a session that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, its_session = path.read_text().rpartition(") ")[2].split()[:4]
        except OSError:  # it has just ended
            continue
        if int(its_session) == session and state != "Z":
            found.append(path.parent.name)
    return found
