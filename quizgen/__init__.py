"""quizgen: curated facts become terminal quizzes and Anki decks.

    import quizgen
    question_set = quizgen.load("decks/my-set.yaml")
    quizgen.export_apkg([question_set], ...)

Everything is imported on first use, so that the command line starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from quizgen.anki import export_apkg
    from quizgen.facts.model import Seed
    from quizgen.facts.questions import questions_of
    from quizgen.generating.proposals import propose
    from quizgen.grading import grade
    from quizgen.loading.diagnostics import LoadError
    from quizgen.loading.sets import load
    from quizgen.questions import (
        CardQuestion,
        ChoiceQuestion,
        ClozeQuestion,
        MatchQuestion,
        MultipleQuestion,
        NumberQuestion,
        OrderQuestion,
        Question,
        QuestionSet,
        ShortQuestion,
        TrueFalseQuestion,
    )

_HOMES = {
    "export_apkg": "quizgen.anki",
    "Seed": "quizgen.facts.model",
    "questions_of": "quizgen.facts.questions",
    "propose": "quizgen.generating.proposals",
    "grade": "quizgen.grading",
    "CardQuestion": "quizgen.questions",
    "ChoiceQuestion": "quizgen.questions",
    "ClozeQuestion": "quizgen.questions",
    "MatchQuestion": "quizgen.questions",
    "MultipleQuestion": "quizgen.questions",
    "NumberQuestion": "quizgen.questions",
    "OrderQuestion": "quizgen.questions",
    "Question": "quizgen.questions",
    "QuestionSet": "quizgen.questions",
    "ShortQuestion": "quizgen.questions",
    "TrueFalseQuestion": "quizgen.questions",
    "LoadError": "quizgen.loading.diagnostics",
    "load": "quizgen.loading.sets",
}

__all__ = [
    "CardQuestion",
    "ChoiceQuestion",
    "ClozeQuestion",
    "LoadError",
    "MatchQuestion",
    "MultipleQuestion",
    "NumberQuestion",
    "OrderQuestion",
    "Question",
    "QuestionSet",
    "Seed",
    "ShortQuestion",
    "TrueFalseQuestion",
    "export_apkg",
    "grade",
    "load",
    "propose",
    "questions_of",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
