"""What the learner has answered and knows: the history on the disk, and the schedule derived from it.

``Store`` keeps the log; ``Scheduler``, ``queue`` and ``stats`` are pure. The clock is always handed in.
"""

from quizgen.progress.errors import StorageError
from quizgen.progress.folder import data_folder
from quizgen.progress.ratings import Rating, rating_for
from quizgen.progress.review import Amendment, Change, Mode, Review
from quizgen.progress.scheduler import CardState, Scheduler, Stage, due_words
from quizgen.progress.sessions import Plan, SavedSession, SessionStart
from quizgen.progress.store import Store

__all__ = [
    "Amendment",
    "CardState",
    "Change",
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
