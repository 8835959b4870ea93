"""Fixes that are written differently in a Markdown set than in YAML."""

from collections.abc import Mapping
from dataclasses import replace

from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem

_MISSING: Mapping[str, str] = {
    "id": (
        "add an id in braces at the end of the heading, such as {#longest-river}, or run `quizgen fix FILE` to "
        "generate one"
    ),
    "stem": "write the question after `###`",
    "text": "write the statement after `###`, with its answers as {{c1::…}}",
    "explanation": "add a paragraph that begins with `Why:`",
    "answers": "mark the correct options with `- [x]`",
    "steps": "write `Order:` and a numbered list below the question",
    "pairs": "write `Match:` and a two-column table below the question",
}
"""How to add what is missing in a question, by key."""
_FALSE = "add a paragraph that begins with `Why:` and says what is true instead"
_NO_QUESTIONS = "begin each question with a line such as `### Which river is the longest?`"


def in_markdown(problem: Problem) -> Problem:
    """Return ``problem`` with how to fix it in a Markdown set."""
    in_question = problem.at[:1] == ("questions",)
    match problem.code:
        case Code.MISSING_KEY if in_question and problem.at[-1] == "id":
            return replace(problem, message="this question has no id", help=_MISSING["id"])
        case Code.MISSING_KEY if in_question and (name := str(problem.at[-1])) in _MISSING:
            return replace(problem, help=_MISSING[name])
        case Code.MISSING_KEY if in_question and problem.at[-1] == "answer":
            return replace(
                problem,
                help="below the question, write the answer as `= …`, or write options: `- [x] …` for correct ones, "
                "`- [ ] …` for wrong ones",
            )
        case Code.MISSING_KEY if len(problem.at) == 1:
            return replace(problem, help=f"{problem.help} between the --- lines at the top")
        case Code.TOO_SHORT if problem.at[-2:] == ("image", "alt"):
            return replace(
                problem, help="write a description of the picture between the square brackets: ![A map of Europe](…)"
            )
        case Code.TOO_SHORT if in_question and problem.at[2:3] != ("tags",):
            return replace(problem, help="add the missing text, or remove the line")
        case Code.FALSE_UNEXPLAINED:
            return replace(problem, help=_FALSE)
        case Code.NO_QUESTIONS:
            return replace(problem, help=f"{_NO_QUESTIONS}, or name a seed under `facts:` at the top")
    return problem
