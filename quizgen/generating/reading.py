"""Read what the text of a seed says, sentence by sentence, with the names that its pronouns refer to."""

from quizgen.generating.candidates import draft
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import Document
from quizgen.loading.provenance import own_article
from quizgen.questions.marks import unmarked
from quizgen.text.sentences import body_paragraphs, sentences


def sentences_of(document: Document) -> list[str]:
    """Return the sentences of the text that the seed in ``document`` names, as written and as a draft rewords them.

    After each paragraph is an empty one. There are none without a text, or if it cannot be read, which ``check``
    reports.
    """
    try:
        article = own_article(document)
    except LoadError:
        return []
    if article is None:
        return []
    written: list[str] = []
    for number in body_paragraphs(article.paragraphs):
        written += [*sentences(article.read[number - 1]), ""]
    return [*written, *(unmarked(one.statement) for one in draft(article).candidates)]
