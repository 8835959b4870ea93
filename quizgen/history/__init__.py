"""What the learner has answered and knows: the history on the disk, and the schedule derived from it.

``Store`` keeps the log; ``Scheduler``, ``queue`` and ``stats`` are pure. The clock is always handed in.
"""

from quizgen.history.errors import StorageError
from quizgen.history.folder import data_folder
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.review import Amendment, Change, Mode, Review
from quizgen.history.scheduler import MemoryState, Scheduler, Stage, due_words
from quizgen.history.sessions import Plan, SavedSession, SessionStart
from quizgen.history.store import Store

__all__ = [
    "Amendment",
    "Change",
    "MemoryState",
    "Mode",
    "Plan",
    "Rating",
    "Review",
    "SavedSession",
    "Scheduler",
    "SessionStart",
    "Stage",
    "StorageError",
    "Store",
    "data_folder",
    "due_words",
    "rating_for",
]
