"""The question model, ground floor of the house: what can be asked, and what is refused as unfair or unaskable."""

from quizgen.questions.arranged import MatchQuestion, OrderQuestion
from quizgen.questions.base import BaseQuestion, Citation, Image
from quizgen.questions.codes import Code
from quizgen.questions.options import ChoiceQuestion, MultipleQuestion, OptionsQuestion, TrueFalseQuestion
from quizgen.questions.problem import Problem
from quizgen.questions.sets import KINDS, Question, QuestionSet
from quizgen.questions.typed import CardQuestion, ClozeQuestion, NumberQuestion, ShortQuestion

__all__ = [
    "KINDS",
    "BaseQuestion",
    "CardQuestion",
    "ChoiceQuestion",
    "Citation",
    "ClozeQuestion",
    "Code",
    "Image",
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
]
