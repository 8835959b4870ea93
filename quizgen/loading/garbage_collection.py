"""Work that makes many small objects, without interruptions by the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Switch the cyclic garbage collector off while a set is read, checked or exported."""
    # Many small objects that all stay alive make the collector run again and again for nothing.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            # Everything read so far counts as old, or the next collection, soon after this, would visit all of it.
            # This also thaws older objects. To ask for `gc.get_freeze_count` first would visit every frozen object.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
