"""Practicing on the preview in a real browser: what is graded, judged by the learner, and scored."""

from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, Any, assert_never

import pytest
from preview_pages import NINE, WARNING, Show, sheet

from quizgen.grading.grader import grade
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session.prompt import present

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def answer(shown: "Page", right: bool) -> None:
    """Answer every question of NINE as a learner would."""
    shown.click(f"#q1 label:has-text('{'Mars' if right else 'Venus'}')")
    shown.click("#q2 label:has-text('Jupiter')")
    if right:
        shown.click("#q2 label:has-text('Saturn')")
    shown.click(f"#q3 label:has-text('{'False' if right else 'True'}')")
    shown.fill("#q4 input", " ocean pacifique. " if right else "Atlantic")
    shown.fill("#q5 input", "72.5 %" if right else "80")
    shown.fill("#q6 p:nth-of-type(1) input", "tides")
    places = ["1", "2", "3"] if right else ["2", "1", "3"]
    for step, place in zip(["Mercury", "Venus", "Earth"], places, strict=True):
        shown.select_option(f"#q7 li:has-text('{step}') select", place)
    rights = shown.locator("#q8 .sides > ol:last-child li").all_text_contents()
    for left, partner in {"Estonia": "Baltic", "Croatia": "Adriatic", "Georgia": "Black Sea"}.items():
        wanted = rights.index(partner) if right else 0
        shown.select_option(f"#q8 li:has-text('{left}') select", "ABC"[wanted])
    for number in (1, 2, 3, 7, 8):
        shown.click(f"#q{number} [data-do=check]")
    for number in (4, 5, 6, 9):
        shown.click(f"#q{number} [data-do=show]")
        if right and number == 4:  # one of the accepted answers, which needs no judging
            assert shown.text_content("#q4 output") == "✓ Correct"
        else:
            shown.click(f"#q{number} [data-do={'right' if right else 'wrong'}]")


def test_a_printed_sheet_does_not_show_given_answers(show: Show) -> None:
    shown = show(sheet(NINE))
    shown.click("#take")
    shown.click("#q1 label:has-text('Mars')")
    shown.click("#q1 [data-do=check]")
    shown.evaluate("document.printed = () => [...document.querySelectorAll('.taking')].length")
    shown.evaluate("addEventListener('beforeprint', () => { document.atPrint = document.printed(); })")
    shown.pdf()
    assert shown.evaluate("document.atPrint") == 0
    assert shown.evaluate("document.printed()") == 1
    assert "1 of 1" in shown.inner_text("#score")


TYPED: list[dict[str, Any]] = [
    {"id": "a", "kind": "short", "stem": "Capital?", "answer": "Bogotá", "reject": {"Lima": "That is in <Peru>."}},
    {"id": "b", "kind": "short", "stem": "year", "answer": "año", "answer_language": "es"},
    {"id": "c", "kind": "short", "stem": "Hue?", "answer": "hue", "pattern": "hues?"},
    {"id": "d", "kind": "cloze", "text": '{{c1::Tides}} follow the {{c2::"Moon"}}.'},
]


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        ({1: ["bogota"], 2: ["Año."], 4: ["tides", '"moon"']}, True),
        ({1: ["Lima"], 2: ["ano"], 4: ["tides", ""]}, False),
    ],
)
def test_an_accepted_answer_needs_no_judging(show: Show, answers: dict[int, list[str]], right: bool) -> None:
    shown = show(sheet(TYPED))
    shown.click("#take")
    for number, typed in answers.items():
        for box, text in enumerate(typed):
            shown.locator(f"#q{number} input").nth(box).fill(text)
        shown.click(f"#q{number} [data-do=show]")
        assert shown.text_content(f"#q{number} output") == ("✓ Correct" if right else "")
        assert shown.is_visible(f"#q{number} [data-do=right]") is not right


def test_an_author_sees_how_typed_answers_are_graded(show: Show) -> None:
    shown = show(sheet(TYPED))
    shown.click("#fold")
    assert "Grading: lenient" in shown.inner_text("#q1 .answer")
    assert "Wrong: Lima (That is in <Peru>.)" in shown.inner_text("#q1 .answer")
    assert "Grading: spelling; counts: accents, articles, word order, typos" in shown.inner_text("#q2 .answer")
    assert "Also correct: any answer that matches hues?" in shown.inner_text("#q3 .answer")


def test_practicing_gives_a_score(show: Show) -> None:
    shown = show(sheet(NINE, {1: (WARNING,)}))
    shown.click("#take")
    assert shown.locator(".answer:visible, .diagnostics:visible").count() == 0
    shown.click("#q1 [data-do=check]")
    assert shown.text_content("#q1 output") == "Pick an option first."
    shown.select_option("#q7 li:has-text('Earth') select", "1")
    shown.select_option("#q7 li:has-text('Venus') select", "1")
    shown.click("#q7 [data-do=check]")
    assert shown.text_content("#q7 output") == "Give each step its own number first."
    answer(shown, right=True)
    assert shown.inner_text("#score") == "Score: 100% (9 of 9 correct), 0 left"
    assert shown.locator("article .take output").all_text_contents() == ["✓ Correct"] * 9
    shown.click("#take")
    shown.click("#take")
    answer(shown, right=False)
    # One of two answers and one of three pairs are right, and no step is followed by the correct one.
    assert shown.inner_text("#score") == "Score: 9% (0 of 9 correct, 2 partly correct), 0 left"
    assert shown.text_content("#q2 output") == "◐ Partly correct (50%)"
    assert shown.text_content("#q7 output") == "✗ Wrong"
    assert shown.locator("#q1 .answer .right").is_visible()


GRADED: list[dict[str, Any]] = [
    *({"kind": "choice", "stem": "Which?", "answer": "a", "distractors": list("bcde"[:wrong])} for wrong in (1, 2, 4)),
    *(
        {"kind": "multiple", "stem": "Which?", "answers": list("abc"[:right]), "distractors": list("vwxyz"[:wrong])}
        for right in (1, 2, 3)
        for wrong in (1, 2, 3)
    ),
    {"kind": "true_false", "stem": "So?", "answer": True},
    {"kind": "true_false", "stem": "So?", "answer": False, "explanation": "No."},
    *({"kind": "order", "stem": "In order.", "steps": list("abcde"[:steps])} for steps in (3, 4, 5)),
    *({"kind": "match", "stem": "Match.", "pairs": [(x, x.upper()) for x in "abc"[:pairs]]} for pairs in (2, 3)),
]


def responses(question: Question) -> list[Any]:
    """Return every response that a learner can give on the page."""
    match question:
        case ChoiceQuestion():
            return list(question.shown)
        case MultipleQuestion():
            sizes = range(1, len(question.shown) + 1)
            return [frozenset(picked) for size in sizes for picked in combinations(question.shown, size)]
        case TrueFalseQuestion():
            return [True, False]
        case OrderQuestion():
            return list(permutations(question.steps))
        case MatchQuestion():
            lefts, rights = zip(*question.pairs, strict=True)
            chosen = product([None, *rights], repeat=len(lefts))
            pairs = [tuple((left, right) for left, right in zip(lefts, row, strict=True) if right) for row in chosen]
            return [response for response in pairs if response]
        case CardQuestion() | ShortQuestion() | NumberQuestion() | ClozeQuestion():
            return []  # learners judge these themselves
        case _:
            assert_never(question)


def fields(question: Question, response: Any) -> dict[str, str]:
    """Return ``response`` as values of form fields, by the text next to each field."""
    match question:
        case ChoiceQuestion():
            return {response: "on"}
        case MultipleQuestion():
            return dict.fromkeys(response, "on")
        case TrueFalseQuestion():
            return {str(response): "on"}
        case OrderQuestion():
            return {step: str(position) for position, step in enumerate(response, 1)}
        case _:
            rights = present(question, "")
            return {left: "ABC"[rights.index(right)] for left, right in response}


def test_the_page_gives_the_same_credit_as_quizgen(show: Show) -> None:
    made = sheet([{"id": f"question-{number}", **question} for number, question in enumerate(GRADED)])
    shown = show(made)
    compared: set[str] = set()
    for number, question in enumerate((entry.question for entry in made.entries), 1):
        assert question is not None
        given = responses(question)
        shown_credits = shown.evaluate(RESPOND, [f"q{number}", [fields(question, response) for response in given]])
        assert dict(zip(given, shown_credits, strict=True)) == pytest.approx(
            {response: grade(question, response).share for response in given}
        ), question
        compared.add(question.kind)
    assert compared == {"choice", "multiple", "true_false", "order", "match"}


def test_typed_answers_are_judged_by_the_learner(show: Show) -> None:
    # The page once graded them itself, and accepted "C" for "C++" and "5" for "-5".
    typed: list[dict[str, Any]] = [
        {"id": "cpp", "kind": "short", "stem": "Which language adds classes to C?", "answer": "C++"},
        {"id": "minus", "kind": "number", "stem": "What is 2 minus 7?", "answer": -5},
    ]
    shown = show(sheet(typed))
    shown.click("#take")
    for number, given in ((1, "C"), (2, "5")):
        shown.fill(f"#q{number} input", given)
        shown.press(f"#q{number} input", "Enter")
        assert shown.text_content(f"#q{number} output") == ""
        assert shown.locator(f"#q{number} .answer .right").is_visible()
    shown.click("#q1 [data-do=wrong]")
    shown.click("#q2 [data-do=wrong]")
    assert shown.inner_text("#score") == "Score: 0% (0 of 2 correct), 0 left"


# Give each of several responses to one question, each from a fresh start, and return the credits.
RESPOND = """([id, responses]) => responses.map(response => {
  const article = document.getElementById(id), take = document.getElementById("take");
  if (document.body.classList.contains("taking")) take.click();
  take.click();
  for (const label of article.querySelectorAll("label")) {
    const field = label.querySelector("input, select"), value = response[label.querySelector("span").textContent];
    if (value === undefined) continue;
    if (field.matches("input")) field.checked = true; else field.value = value;
  }
  article.querySelector("[data-do=check]").click();
  return Number(article.dataset.credit);
})"""
