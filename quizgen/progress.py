"""How far long work is, told to whoever shows it."""

from collections.abc import Callable

Watcher = Callable[[int, int], None]
"""Called with how much is done, and the total."""
