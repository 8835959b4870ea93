"""The question model: what can be asked, and which questions are rejected."""

from quizgen.questions.arranged import MatchQuestion, OrderQuestion
from quizgen.questions.base import Audio, BaseQuestion, Citation, Image
from quizgen.questions.codes import Code
from quizgen.questions.kinds import KIND_INFO, KINDS, Kind, kind_from_name, kind_label
from quizgen.questions.options import ChoiceQuestion, MultipleQuestion, OptionsQuestion, TrueFalseQuestion
from quizgen.questions.problem import Problem
from quizgen.questions.sets import Question, QuestionSet
from quizgen.questions.typed import CardQuestion, ClozeQuestion, NumberQuestion, ShortQuestion, TypedQuestion

__all__ = [
    "KINDS",
    "KIND_INFO",
    "Audio",
    "BaseQuestion",
    "CardQuestion",
    "ChoiceQuestion",
    "Citation",
    "ClozeQuestion",
    "Code",
    "Image",
    "Kind",
    "MatchQuestion",
    "MultipleQuestion",
    "NumberQuestion",
    "OptionsQuestion",
    "OrderQuestion",
    "Problem",
    "Question",
    "QuestionSet",
    "ShortQuestion",
    "TrueFalseQuestion",
    "TypedQuestion",
    "kind_from_name",
    "kind_label",
]
