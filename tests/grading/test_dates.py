"""Typed dates: every common form, in the precision of the answer."""

import pytest

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Verdict
from quizgen.questions import ShortQuestion


def ask(answer: str, given: str, stem: str = "When was it?", type: str = "date") -> Verdict:  # noqa: A002
    question = ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": stem, "answer": answer, "type": type})
    return grade(question, given)


@pytest.mark.parametrize(
    "given",
    [
        "6 September 2023",
        "September 6, 2023",
        "Sept. 6th 2023",
        "6th of September, 2023",
        "the sixth of September 2023",
        "September the 6th 2023",
        "Wednesday, 6 September 2023",
        "on 6 Sep 2023",
        "6. September 2023",
        "6-Sep-2023",
        "6 Sep '23",
        "2023-09-06",
        "2023/9/6",
        "20230906",
        "06.09.2023",
        "6/9/2023",
        "9/6/2023",
        "9/6/23",
    ],
)
def test_every_common_form_of_a_date_is_right(given: str) -> None:
    assert ask("6 September 2023", given).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("6 September 2023", "7 September 2023"),
        ("6 September 2023", "6 October 2023"),
        ("6 September 2023", "6 September 2022"),
        ("6 September 2023", "6 September"),
        ("6 September 2023", "September 2023"),
        ("6 September 2023", "2023"),
        ("6 September 2023", "31 September 2023"),
        ("6 September 2023", "soon"),
        ("September 2023", "September"),
        ("2023", "2022"),
        ("11 September", "10/11"),
    ],
)
def test_another_or_a_vaguer_date_is_wrong(answer: str, given: str) -> None:
    assert ask(answer, given).outcome is Outcome.WRONG


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        ("September 2023", "Sept 2023"),
        ("September 2023", "9/2023"),
        ("September 2023", "2023-09"),
        ("September 2023", "6 September 2023"),  # more than asked
        ("2023", "in 2023"),
        ("2023", "September 2023"),
        ("11 September", "9/11"),
        ("9 November", "9/11"),
        ("11 September", "11 September 2001"),
    ],
)
def test_the_precision_is_the_answers(answer: str, given: str) -> None:
    assert ask(answer, given).outcome is Outcome.CORRECT


def test_the_year_may_be_left_out_where_the_stem_gives_it() -> None:
    stem = "On which day of 2023 did the exercise start?"
    assert ask("11 September 2023", "11 September", stem).outcome is Outcome.CORRECT
    assert ask("11 September 2023", "9/11", stem).outcome is Outcome.CORRECT
    assert ask("11 September", "11 September 2023", stem).outcome is Outcome.CORRECT
    assert ask("11 September", "11 September 2001", stem).outcome is Outcome.WRONG


def test_missing_parts_are_reported() -> None:
    assert "day is missing" in (ask("6 September 2023", "September 2023").note or "")
    assert "year is missing" in (ask("6 September 2023", "6 Sep").note or "")


def test_a_misspelled_month_is_close() -> None:
    verdict = ask("6 September 2023", "6 Septembr 2023")
    assert verdict.outcome is Outcome.CLOSE
    assert verdict.note == 'The correct spelling is "6 September 2023".'
    assert ask("June 2023", "Jule 2023").outcome is Outcome.WRONG  # June or July?


def test_a_date_is_recognized_by_its_format() -> None:
    assert ask("6 September 2023", "9/6/2023", type="text").outcome is Outcome.CORRECT
    assert ask("May", "5 May", type="text").outcome is Outcome.WRONG  # somebody's name, perhaps


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        (
            "23 September 63 BC",
            [
                "September 23, 63 BC",
                "23rd of September, 63 BC",
                "the twenty-third of September 63 BCE",
                "23 Sept. 63 B.C.",
                "63 BC, September 23",
                "Sep 23rd, 63 B.C.E.",
            ],
            ["22 September 63 BC", "23 September 63 AD", "23 September 1963", "23 September 36 BC", "September 63 BC"],
        ),
        (
            "24 August AD 79",
            ["August 24, 79 CE", "24 August 79", "Aug. 24th, A.D. 79"],
            ["24 August 1979", "24 August 79 BC", "24 August 97", "August 79"],
        ),
        ("March 44 BC", ["Mar. 44 BCE"], ["March", "44 BC", "March AD 44"]),
    ],
)
def test_a_date_with_an_era_in_every_form(answer: str, right: list[str], wrong: list[str]) -> None:
    assert [given for given in right if not ask(answer, given, "What was the date?", "text").counts_right] == []
    assert [given for given in wrong if ask(answer, given, "What was the date?", "text").counts_right] == []


@pytest.mark.parametrize(
    ("answer", "given", "stem", "right"),
    [
        ("15 March 44 BC", "15 March", "On what day in 44 BC was Caesar killed?", True),
        ("15 March 44 BC", "15 March 45 BC", "On what day in 44 BC was Caesar killed?", False),
        ("15 March 44 BC", "44 BC", "In which year was Caesar killed?", True),
        ("44 BC", "15 March 44 BC", "In which year was Caesar killed?", True),
        ("44 BC", "15 March 45 BC", "In which year was Caesar killed?", False),
        ("44 BC", "15 March AD 44", "In which year was Caesar killed?", False),
    ],
)
def test_a_year_bc_that_the_stem_says_or_asks_for(answer: str, given: str, stem: str, right: bool) -> None:
    assert ask(answer, given, stem, "text").counts_right is right
