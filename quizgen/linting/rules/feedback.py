"""Rules about hints and explanations."""

from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import question_rule
from quizgen.questions import ClozeQuestion, MatchQuestion, OptionsQuestion, OrderQuestion, TrueFalseQuestion
from quizgen.questions.view import answer_text
from quizgen.text.content_words import content, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern

_NOTHING_NEW = frozenset(content("correct right wrong true false answer option statement question choice fact".split()))


@question_rule(
    "Q143",
    "repeating-explanation",
    field="explanation",
    english=True,
    source="Shute (2008), *Focus on formative feedback*, Review of Educational Research 78(1), 153–189 (elaborate)",
)
def repeating_explanation(item: Item) -> Iterator[Flaw]:
    """Flag explanations that say only what the stem and the answer already say.

    ## Why it matters
    The learner has just read the stem and the answer. Use the explanation to give the reason, a contrast, or a common
    mistake.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants take up to build sugar?
      answer: carbon dioxide
      explanation: Plants take up carbon dioxide to build sugar.
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants take up to build sugar?
      answer: carbon dioxide
      explanation: It enters through pores on the underside of the leaf, called stomata.
    ```
    """
    question = item.question
    assert question.explanation is not None
    if item.is_generated:  # the statement of a fact is its explanation by default
        return
    said = _NOTHING_NEW.union(item.stem_content, content(words_of(answer_text(question))))
    if said.issuperset(content(words_of(question.explanation))) and not _shows_work(question.explanation, item.stem):
        yield Flaw(
            "the explanation only repeats the question and the answer",
            "add the reason, a contrast or a common mistake, or remove the explanation",
            ("explanation",),
        )


_CALCULATION = lazy_pattern(r"\(?\d[\d.,]*[^\w=]*[×·*/÷:+−^-][\d\s.,()%×·*/÷:+−^-]*\d")


def _shows_work(explanation: str, stem: str) -> bool:
    """Return whether ``explanation`` has a calculation that ``stem`` lacks: "20 × 4 + 10 × 9 = 170"."""
    written = "".join(stem.split())
    return any("".join(found[0].split()) not in written for found in _CALCULATION.finditer(explanation))


@question_rule(
    "Q140",
    "revealing-hint",
    field="hint",
    source="quizgen: a hint narrows the search but does not give the answer",
)
def revealing_hint(item: Item) -> Iterator[Flaw]:
    """Flag hints that contain the answer.

    ## Why it matters
    With this hint, learners can copy the answer instead of recalling it.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: What is the capital of Australia?
      answer: Canberra
      hint: Canberra was chosen because Sydney and Melbourne could not agree.
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What is the capital of Australia?
      answer: Canberra
      hint: It lies between Sydney and Melbourne.
    ```
    """
    question = item.question
    assert question.hint is not None
    if isinstance(question, TrueFalseQuestion | OrderQuestion | MatchQuestion):
        return
    hint = fold(question.hint)
    if isinstance(question, OptionsQuestion):
        if any(occurs_in(fold(option), hint) for option in question.distractors):
            return  # a hint may compare options
        answers = list(question.keys)
    elif isinstance(question, ClozeQuestion):
        answers = [mark.answer for mark in question.marks]
    else:
        answers = [answer_text(question)]
    for answer in answers:
        if len(fold(answer)) > 2 and occurs_in(fold(answer), hint):
            yield Flaw(f"the hint contains the answer: {answer!r}", "describe the answer without naming it", ("hint",))
            return
