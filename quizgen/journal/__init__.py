"""Between a session and the history: writes down each answer as it is given, and makes a session of what was written.

The history is opened late, and given up politely where the disk does not play along.
"""

from quizgen.journal.attempts import last_missed
from quizgen.journal.history import History
from quizgen.journal.journal import Journal

__all__ = ["History", "Journal", "last_missed"]
