"""Question sets as files for learning platforms, other programs and Anki, in one call."""

from quizgen.exporting.exporter import Exported, export
from quizgen.exporting.losses import Loss, losses

__all__ = ["Exported", "Loss", "export", "losses"]
