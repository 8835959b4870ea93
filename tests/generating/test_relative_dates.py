"""A date that depends on an earlier one is counted from it: "the next day", "six months earlier"."""

import pytest
from drafting import drafted, last_of

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.questions.marks import unmarked


@pytest.mark.parametrize(
    ("text", "statement", "derived"),
    [
        (
            "The bank failed on 28 February 1889. The next day Ida Lund left.",
            "On 1 March 1889 Ida Lund left.",
            '"the next day" is relative to 28 February 1889',
        ),
        (
            "Karl Weiss crossed the sea in 1889. Three years after that flight, in 1892, Ida Lund sold 12 ships.",
            "In 1892, Ida Lund sold 12 ships.",
            None,
        ),
        (
            "Karl Weiss left in 1889. After three quiet years, Ida Lund sold 12 ships in May 1892.",
            "Ida Lund sold 12 ships in May 1892.",
            None,
        ),
        (
            "The bank failed in 1889. A strike in Kent the following year cost 12 crowns.",
            "A strike in Kent in 1890 cost 12 crowns.",
            '"the following year" is relative to 1889',
        ),
        (
            "The Bank of Kent was founded in 1889. Ida Lund led it from the following year with 12 clerks.",
            "Ida Lund led the Bank of Kent from 1890 with 12 clerks.",
            '"the following year" is relative to 1889',
        ),
        (
            "Ida Lund left Kent in 1889. She fled two years later over a debt of 12 crowns.",
            "Ida Lund fled in 1891 over a debt of 12 crowns.",
            '"two years later" is relative to 1889',
        ),
        (
            "Ida Lund left in 1889. She sold 12 ships, against her vow five years before. In the winter of that year she died.",
            "In the winter of 1889 Ida Lund died.",
            None,
        ),
        (
            "Ida Lund left in 1889. Five years later she saw the strike of May 1894 in Kent.",
            "Ida Lund saw the strike of May 1894 in Kent.",
            None,
        ),
        (
            "Ida Lund came on 20 June 1889. Two weeks later, Ole Krag left.",
            "On 4 July 1889, Ole Krag left.",
            '"two weeks later" is relative to 20 June 1889',
        ),
        (
            "Ida Lund came in 1881. She had built the Suez Canal twelve years before.",
            "Ida Lund had built the Suez Canal in 1869.",
            '"twelve years before" is relative to 1881',
        ),
        (
            "Ida Lund came in 1881. Twenty-one years later plague broke out in Kent.",
            "In 1902 plague broke out in Kent.",
            '"twenty-one years later" is relative to 1881',
        ),
        (
            "Ida Lund came in 1881. She had found the Suez Canal, which was dug 1,500 years earlier.",
            "Ida Lund had found the Suez Canal, which was dug in 381.",
            '"1,500 years earlier" is relative to 1881',
        ),
    ],
)
def test_a_relative_date_is_counted_and_marked_as_derived(text: str, statement: str, derived: str | None) -> None:
    last = drafted(text).candidates[-1]
    assert (unmarked(last.statement), last.derived) == (statement, derived)


def test_the_dateline_of_a_report_gives_the_year() -> None:
    article = Article.from_bytes(
        b"The port\n\nOSTBY, 12 March 2024 - The port of Ostby is closed, Minister Ida Lund said on Monday. It was hit on 26 May.\n\n"
        b"Ida Lund came.\n"
    )
    first, second = draft(article).candidates
    assert unmarked(first.statement) == "The port of Ostby is closed, Minister Ida Lund said."
    assert unmarked(second.statement) == "The port of Ostby was hit on 26 May 2024."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("On 28 December 1879 Ida Lund came. Karl Weiss, knighted only six months earlier, left for Kent.",
         "Karl Weiss, knighted in June 1879, left for Kent."),
        ("Work began in 1882 under Karl Weiss.", None),
        ("Ida Lund did not trust the newer material in 1889.", None),
        ("To explain the idea to the public, Karl Weiss hung 12 men.", None),
    ],
)  # fmt: skip
def test_words_that_compare_with_what_comes_before(text: str, last: str | None) -> None:
    found, reason = last_of(f"The coast\n\nOstby is old. {text}")
    assert found == last if last is not None else reason is not None
