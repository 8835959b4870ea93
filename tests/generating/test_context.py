"""Sentences of a draft can be understood without those before them; the others are left out with the reason."""

import pytest

from quizgen.facts.article import Article
from quizgen.generating.candidates import Draft, draft
from quizgen.questions.marks import unmarked

TITLE = "# The bridge\n\nThe bridge was opened by Ida Lund, Ole Krag, and the engineer Jan Vos of the Suez Canal in May 1852.\n\n"


def drafted(text: str) -> Draft:
    return draft(Article.from_bytes(f"{TITLE}{text}\n".encode()))


def statements(text: str) -> list[str]:
    return [unmarked(one.statement) for one in drafted(text).candidates[1:]]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Ida Lund came in 1887. She left in 1890.", "Ida Lund left in 1890."),
        ("Lund came in 1887. Her bridge cost 90 crowns.", "Ida Lund’s bridge cost 90 crowns."),
        ("Ida Lund met Ole Krag in 1887. In 1890 she left.", "In 1890 Ida Lund left."),
        ("Ida Lund and Ole Krag met in 1887. They had 12 ships.", "Ida Lund and Ole Krag had 12 ships."),
        ("Ida Lund came in 1887. After 20 days she left.", "After 20 days Ida Lund left."),
        ("Anna Berg came in 1887. A meeting of 12 people cleared her.", "A meeting of 12 people cleared Anna Berg."),
        ("Anna Berg came in 1887. The bank paid her 25 pounds.", "The bank paid Anna Berg 25 pounds."),
        ("Ida Lund resigned in 1887. Ole Krag followed him.", "Ole Krag followed Ida Lund."),
        ("In 1887 King Ole Krag won. The towns lost 12 ships to him.", "The towns lost 12 ships to Ole Krag."),
        ("The Suez Canal opened in 1869. In 1956 it was closed.", "In 1956 the Suez Canal was closed."),
        (
            "Ole Krag came in 1869. If a merchant broke a rule, he lost 2 ships.",
            "If a merchant broke a rule, he lost 2 ships.",
        ),
        ("A lock is a chamber. It holds 26 ships.", "A lock holds 26 ships."),
        ("The Suez Canal was built in 1869. Its owner was Ole Krag.", "The Suez Canal’s owner was Ole Krag."),
        ("In May 1887 Ida Lund came. On 3 June she left.", "On 3 June 1887 Ida Lund left."),
        ("It opened on 4 May 1887. However, Ida Lund left on June 3.", "Ida Lund left on June 3, 1887."),
    ],
)
def test_a_sentence_is_completed_from_the_one_before(text: str, second: str) -> None:
    assert statements(text)[-1] == second


@pytest.mark.parametrize(
    ("text", "statement", "derived"),
    [
        (
            "The bank failed on 28 February 1889. The next day Ida Lund left.",
            "On 1 March 1889 Ida Lund left.",
            "the next day: counted from 28 February 1889",
        ),
        (
            "Ida Lund came on 20 June 1889. Two weeks later, Ole Krag left.",
            "On 4 July 1889, Ole Krag left.",
            "two weeks later: counted from 20 June 1889",
        ),
        (
            "Ida Lund came in 1881. She had built the Suez Canal twelve years before.",
            "Ida Lund had built the Suez Canal in 1869.",
            "twelve years before: counted from 1881",
        ),
    ],
)
def test_a_relative_date_is_counted_and_marked_as_derived(text: str, statement: str, derived: str) -> None:
    last = drafted(text).candidates[-1]
    assert (unmarked(last.statement), last.derived) == (statement, derived)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was to be 75 km long.", "'It' refers to an earlier sentence"),
        ("Ida Lund dug a canal in 1887. It cost 90 crowns.", "'It' refers to an earlier sentence"),
        ("The bank of Ida Lund failed. He came in 1887.", "'He' refers to an earlier sentence"),
        ("Karl Weiss left in 1888. She died in 1890.", "'She' refers to an earlier sentence"),
        ("Karl Weiss described it in 1888.", "'it' refers to an earlier sentence"),
        ("Most of it came in 1887.", "'Most' refers to an earlier sentence"),
        ("Five minutes later 83 percent were left.", "'Five minutes later' does not say which date is meant"),
        ("For 20 days he saved 58 crowns.", "'he' refers to an earlier sentence"),
        ("The next day Ida Lund left.", "'The next day' does not say which date is meant"),
        ("Ida Lund left on 3 June.", "'3 June' has no year"),
        ("Some became memory cells in 1887.", "'Some' refers to an earlier sentence"),
        ("The one in London was built in 1887.", "'The one' refers to an earlier sentence"),
        ("There they met Ida Lund.", "'There' refers to an earlier sentence"),
        ("The plants grow toward the light.", "has no date, figure, name, term or reason to ask for"),
        ("6 CO2 + 6 H2O = 1 C6H12O6 + 6 O2.", "is a formula"),
    ],
)
def test_what_cannot_be_understood_is_left_out_with_the_reason(text: str, reason: str) -> None:
    assert (text.rpartition(". ")[2], reason) in [(sentence, why) for _, sentence, why in drafted(text).left_out]


@pytest.mark.parametrize(
    "statement",
    [
        "The {{c1::Declaration of the Rights of Man}} is old.",
        "The {{c1::Hay–Varilla Treaty}} was signed in {{c2::1903}}.",
        "In {{c2::1793}} {{c1::Fabre d’Églantine}} named the months.",
        "In {{c1::1789}} the {{c2::Estates General}} met.",
        "A {{c1::lock}} is a chamber with gates at both ends.",
        "{{c1::Herd immunity}} means that a disease cannot spread.",
        "{{c1::Antibodies}} are proteins that bind to a structure.",
        "The opening of a leaf is called a {{c1::stoma}}.",
        "Leaves look green because {{c1::they reflect green light}}.",
        "Most colds are caused by {{c1::viruses of the nose}}.",
        "The light splits water into {{c1::hydrogen and oxygen}}.",
        "A vaccine contains {{c1::a part of the germ, or a weakened germ}}.",
        "The light reactions take place in {{c1::the inner membranes}}.",
        "Each pore lies between {{c1::a pair of cells}}.",
        "There were {{c1::seven}} prisoners in the tower.",
        "When the gates close, {{c1::water flows in from above}}.",
        "Live vaccines contain living germs, whereas {{c1::others contain killed ones}}.",
    ],
)
def test_names_are_marked_in_full_and_so_is_what_is_explained(statement: str) -> None:
    (found,) = drafted(unmarked(statement)).candidates[1:]
    assert unmarked(found.statement) == unmarked(statement)
    marks = sorted(part.split("}}")[0].partition("::")[2] for part in found.statement.split("{{")[1:])
    assert marks == sorted(part.split("}}")[0].partition("::")[2] for part in statement.split("{{")[1:])


def test_the_person_in_the_title_is_what_pronouns_refer_to() -> None:
    article = Article.from_bytes(
        b"# Anna Berg\n\nAnna Berg was born in 1870. Karl Weiss was a teacher of mathematics at the school. In 1890 she met the "
        b"teacher of the town.\n"
    )
    assert unmarked(draft(article).candidates[-1].statement) == "In 1890 Anna Berg met the teacher of the town."


def test_a_pronoun_at_the_start_of_a_paragraph_refers_to_the_last_person() -> None:
    assert statements("Ida Lund came to the town in 1887.\n\nIn 1890 she left it for the sea.")[-1] == (
        "In 1890 Ida Lund left it for the sea."
    )


def test_the_dateline_of_a_report_gives_the_year() -> None:
    article = Article.from_bytes(
        b"The port\n\nOSTBY, 12 March 2024 - The port is closed, Minister Ida Lund said on Monday. It was hit on 26 May.\n\n"
        b"Ida Lund came.\n"
    )
    (first, *_), left_out = draft(article).candidates, draft(article).left_out
    assert unmarked(first.statement) == "The port is closed, Minister Ida Lund said."
    assert ("It was hit on 26 May.", "'It' refers to an earlier sentence") in [one[1:] for one in left_out]
