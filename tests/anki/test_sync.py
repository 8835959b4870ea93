"""Two machines of one learner, joined by the sync server that comes with Anki."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO, edited, question_set
from learner import Author, Learner, learner_at

pytestmark = [pytest.mark.anki, pytest.mark.slow]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Address of a sync server on this machine."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ, "SYNC_USER1": "learner:secret", "SYNC_BASE": str(tmp_path / "server"), "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port),
    }  # fmt: skip
    command = [sys.executable, "-m", "anki.syncserver"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await_answer(port, process)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _await_answer(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the sync server did not start")


def sync(learner: Learner, server: str, *, first: str = "") -> None:
    """Sync as Anki does; ``first`` is what the learner chooses when asked: ``upload`` or ``download``."""
    from anki.sync_pb2 import SyncCollectionResponse

    collection = learner.collection
    auth = collection.sync_login("learner", "secret", server)
    wanted: Any = collection.sync_collection(auth, sync_media=False)
    if wanted.required in {
        SyncCollectionResponse.FULL_UPLOAD, SyncCollectionResponse.FULL_DOWNLOAD, SyncCollectionResponse.FULL_SYNC,
    }:  # fmt: skip
        assert first, "a full sync was not to be expected"
        collection.close_for_full_sync()
        collection.full_upload_or_download(auth=auth, server_usn=None, upload=first == "upload")
        collection.reopen(after_full_sync=True)


def test_a_deck_and_its_updates_reach_a_second_machine_with_all_reviews(tmp_path: Path, server: str) -> None:
    author = Author(tmp_path, LONG_AGO)
    with learner_at(tmp_path / "desk.anki2") as pool, learner_at(tmp_path / "phone.anki2") as phone:
        pool.take(author.release(question_set()).path)
        pool.review(pool.card("capital-of-japan"))
        sync(pool, server, first="upload")
        sync(phone, server, first="download")
        assert phone.point_state() == pool.point_state()

        phone.review(phone.card("boiling"))
        sync(phone, server)
        pool.take(author.release(question_set(edited("capital-of-japan", answer="Tōkyō"))).path)
        sync(pool, server)
        sync(phone, server)

        assert phone.point_state() == pool.point_state()
        for machine in (pool, phone):
            assert machine.collection.note_count() == 9
            assert machine.note("capital-of-japan")["Answer"] == "Tōkyō"
            assert [machine.card(name).reps for name in ("capital-of-japan", "boiling")] == [1, 1]


def test_importing_on_both_machines_before_they_sync_makes_no_second_copy(tmp_path: Path, server: str) -> None:
    author = Author(tmp_path, LONG_AGO)
    with learner_at(tmp_path / "desk.anki2") as pool, learner_at(tmp_path / "phone.anki2") as phone:
        pool.take(author.release(question_set()).path)
        sync(pool, server, first="upload")
        sync(phone, server, first="download")
        package = author.release(
            question_set(edited("boiling", hint="A kettle.")), question_set(id="other", title="Another")
        ).path
        for machine in (pool, phone):
            machine.take(package)
            machine.review(machine.card("seasons", "other" if machine is pool else "almanac"))
        for machine in (pool, phone, pool):
            sync(machine, server)

        assert phone.point_state() == pool.point_state()
        for machine in (pool, phone):
            assert (machine.collection.note_count(), machine.collection.card_count()) == (18, 24)
            assert machine.note("boiling")["Hint"] == "A kettle."
            assert [machine.card("seasons", name).reps for name in ("other", "almanac")] == [1, 1]
            assert machine.collection.fix_integrity()[1]
