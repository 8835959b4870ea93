"""Drafts of short texts, to use in tests."""

from quizgen.facts.article import Article
from quizgen.generating.candidates import Draft, draft
from quizgen.generating.curating import curated
from quizgen.questions.marks import unmarked

_TITLE = "# The bridge\n\nThe Ostby Bridge was opened by Ida Lund, Ole Krag, and the engineer Jan Vos of the Suez Canal in May 1852.\n\n"
AS_ENGLISH = "This was what they said of it, as he would, with the others, for which she had been there."
"""Words that show that a short text is in English."""


def drafted(text: str) -> Draft:
    return draft(Article.from_bytes(f"{_TITLE}{text}\n".encode()))


def statements(text: str) -> list[str]:
    return [unmarked(one.statement) for one in drafted(text).candidates[1:]]


def last_of(text: str) -> tuple[str, str | None]:
    """Return the last sentence of ``text`` as it is drafted, or the reason why it is left out."""
    found = draft(Article.from_bytes(f"{text}\n".encode()))
    last = text.rpartition(". ")[2].rpartition("\n")[2]
    reasons = [why for _, sentence, why in found.left_out if sentence == last]
    return (last, reasons[0]) if reasons else (unmarked(found.candidates[-1].statement), None)


def offered(sentence: str, *, with_unclear: bool = False) -> Draft:
    """Return the draft as it is offered of a short text that ends in ``sentence``, its third paragraph."""
    title = "Notes from a coast"
    opening = "The Ostby Canal was dug in 1869. Ida Lund came from Kent, and Ole Krag from Ostby."
    article = Article.from_bytes(f"# {title}\n\n{opening}\n\n{sentence}\n".encode())
    return curated(draft(article, with_unclear=with_unclear), title, with_unclear=with_unclear)
