"""The public names of quizgen, each with the module that defines it. `quizgen/__init__.py` reads this list."""

from quizgen.anki import Changes as Changes
from quizgen.anki import DeckSummary as DeckSummary
from quizgen.anki import ExportError as ExportError
from quizgen.anki import ExportOptions as ExportOptions
from quizgen.anki import ExportSummary as ExportSummary
from quizgen.anki import ReleaseRecord as ReleaseRecord
from quizgen.anki import export_apkg as export_apkg
from quizgen.anki.scheduling import Progress as Progress
from quizgen.apkg.archive import PackageError as PackageError
from quizgen.atomic import WriteError as WriteError
from quizgen.checking import Report as Report
from quizgen.checking import check as check
from quizgen.editing.saving import save as save
from quizgen.errors import QuizgenError as QuizgenError
from quizgen.facts.model import Seed as Seed
from quizgen.facts.questions import questions_of as questions_of
from quizgen.generating.proposals import propose as propose
from quizgen.grading import Outcome as Outcome
from quizgen.grading import Response as Response
from quizgen.grading import Verdict as Verdict
from quizgen.grading import grade as grade
from quizgen.history.errors import StorageError as StorageError
from quizgen.history.history import History as History
from quizgen.history.review import Review as Review
from quizgen.linting import Selection as Selection
from quizgen.loading.diagnostics import Diagnostic as Diagnostic
from quizgen.loading.diagnostics import LoadError as LoadError
from quizgen.loading.sets import load as load
from quizgen.loading.sets import load_seed as load_seed
from quizgen.questions import CardQuestion as CardQuestion
from quizgen.questions import ChoiceQuestion as ChoiceQuestion
from quizgen.questions import ClozeQuestion as ClozeQuestion
from quizgen.questions import MatchQuestion as MatchQuestion
from quizgen.questions import MultipleQuestion as MultipleQuestion
from quizgen.questions import NumberQuestion as NumberQuestion
from quizgen.questions import OrderQuestion as OrderQuestion
from quizgen.questions import Question as Question
from quizgen.questions import QuestionSet as QuestionSet
from quizgen.questions import ShortQuestion as ShortQuestion
from quizgen.questions import TrueFalseQuestion as TrueFalseQuestion
from quizgen.questions.problem import InvalidError as InvalidError
from quizgen.session.prompt import Answered as Answered
from quizgen.session.quiz import Quiz as Quiz
from quizgen.session.results import Results as Results

__version__: str
