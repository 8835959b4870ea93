"""What is around a question: its neighbors in the lesson, and the paragraph of the source."""

from collections.abc import Sequence

from quizgen.cli.common import LoadedSet
from quizgen.facts.lesson import Lesson
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.provenance import own_article
from quizgen.questions import Question
from quizgen.questions.giveaways import content_of, states_answer
from quizgen.questions.view import reference_text
from quizgen.terminal import messages
from quizgen.terminal.lesson import item_lines
from quizgen.terminal.prose import plain_lines


def context(loaded: LoadedSet, lesson: Lesson, question: Question, ahead: Sequence[Question]) -> list[str]:
    """Return what the ``lesson`` says around a question, and the paragraph of the source if the seed has its text.

    What the questions ``ahead`` ask is left out.
    """
    parts, is_cut = _parts(loaded, lesson, question, ahead)
    if is_cut:
        parts.append([messages.CONTEXT_CUT if parts else messages.CONTEXT_HIDDEN])
    if (source := loaded.question_set.source) is not None:
        parts.append([messages.source(reference_text(source), None)])
    return [line for part in parts for line in part] or [messages.NO_CONTEXT]


def has_context(loaded: LoadedSet, lesson: Lesson, question: Question, ahead: Sequence[Question]) -> bool:
    """Whether ``context`` has more to say than that there is nothing, that all of it is left out, or the source."""
    return bool(_parts(loaded, lesson, question, ahead)[0])


def _parts(
    loaded: LoadedSet, lesson: Lesson, question: Question, ahead: Sequence[Question]
) -> tuple[list[list[str]], bool]:
    """Return the parts of the context that may be shown, and whether there are others."""
    own, later = {question.id, *question.all_facts}, {name for each in ahead for name in (each.id, *each.all_facts)}
    known = content_of(question)
    answers = [content_of(each) for each in ahead if not set(each.points) <= set(question.points)]

    def may_be_shown(lines: Sequence[str]) -> bool:
        return not states_answer("\n".join(lines), answers, known=known)

    seed = loaded.read.seed
    items = lesson.around(question) if loaded.has_facts else ()
    parts = []
    is_cut = says_more = False
    for item in items:
        lines = item_lines(item)
        if (item.id in own or item.id not in later) and may_be_shown(lines):
            says_more |= item.id not in ({question.id} if question.kind != "cloze" else own)
            first, *others = lines
            parts.append([f"{'▸' if item.id in own else '•'} {first}", *(f"  {line}" for line in others)])
        else:
            is_cut = True
    if says_more:
        parts.insert(0, [f"{messages.CONTEXT}:"])
    else:
        parts = []  # the question itself is on the screen, and a cloze is its fact
    facts = [fact for fact in seed.facts if fact.id in own] if seed is not None and not items else []
    cited = [question.citation, *(item.citation for item in items if item.id in own)]
    numbers = sorted({citation.paragraph for citation in cited if citation})
    paragraphs = [(number, text) for number in numbers if (text := _paragraph(loaded, number))]
    for lines in (
        *([*plain_lines(fact.plain)] for fact in facts),
        *([messages.source_paragraph(number, text)] for number, text in paragraphs),
    ):
        if may_be_shown(lines):
            parts.append(lines)
        else:
            is_cut = True
    return parts, is_cut


def _paragraph(loaded: LoadedSet, number: int) -> str | None:
    """Return a paragraph of the source, if the seed names its text and it can be read."""
    if loaded.read.seed_document is None:
        return None
    try:
        article = own_article(loaded.read.seed_document)
    except LoadError:
        return None
    return article.read[number - 1] if article and number <= len(article.read) else None
