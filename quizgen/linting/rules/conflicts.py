"""A rule about distractors that other questions or facts say are correct."""

from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterable, Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.registry import HDR, set_rule
from quizgen.linting.set_context import SetContext
from quizgen.questions import NumberQuestion, OptionsQuestion, Question, ShortQuestion
from quizgen.questions.marks import BLANK, replaced
from quizgen.text.folding import fold
from quizgen.text.numbers import format_number


@set_rule(
    "Q204",
    "right-distractor",
    source=f"{HDR}, guideline 19 (only one right answer)",
)
def right_distractor(context: SetContext) -> Iterator[Flaw]:
    """Flag distractors that are the correct answer to another question with the same stem, or that are correct
    according to a fact in the seed.

    ## Why it matters
    A distractor that is also correct penalizes the learners who know the most.

    ## Example
    ```yaml
    - id: a
      kind: choice
      stem: Which country borders France?
      answer: Spain
      distractors: [Portugal, Italy, Denmark]
    - id: b
      kind: short
      stem: Which country borders France?
      answer: Italy
    ```

    ## Better
    ```yaml
    - id: a
      kind: choice
      stem: Which country borders France?
      answer: Spain
      distractors: [Portugal, Norway, Denmark]
    - id: b
      kind: short
      stem: Which country borders France?
      answer: Spain
    ```
    """
    times = Counter([item.stem_key for item in context.items])
    correct: dict[str, dict[str, str]] = defaultdict(dict)
    for item in context.items:
        if times[item.stem_key] > 1:
            for answer in _correct_answers(item.question):
                correct[item.stem_key].setdefault(answer, f"question {item.question.id}")
    frames = _frames(context)
    if not correct and not frames:  # no two stems are the same
        return
    for item, question in context.choices:
        key = fold(question.answer)
        reasons = ChainMap(
            correct.get(item.stem_key, {}), frames.get((question.fact, key), {}) if question.fact else {}
        )
        if not any(reasons.maps):
            continue
        for option in question.distractors:
            if (folded := fold(option)) in reasons and folded != key:
                yield Flaw(
                    f"the distractor {option!r} is correct according to {reasons[folded]}",
                    "replace it with a wrong answer, or narrow the question",
                    item.option_path(option),
                    question,
                )


def _correct_answers(question: Question) -> Iterable[str]:
    if isinstance(question, ShortQuestion):
        return map(fold, (question.answer, *question.accept))
    if isinstance(question, NumberQuestion):
        return map(fold, {f"{question.answer}", format_number(question.answer), question.answer_text})
    return map(fold, question.keys) if isinstance(question, OptionsQuestion) else ()


def _frames(context: SetContext) -> dict[tuple[str, str], dict[str, str]]:
    """Return, by fact and answer, the answers that other facts give in the same statement, and which fact does."""
    if context.seed is None:
        return {}
    answers: dict[str, dict[str, str]] = defaultdict(dict)
    frames: dict[tuple[str, str], str] = {}
    for fact in context.seed.facts:
        for mark in fact.marks:
            frame = fold(replaced(fact.statement, mark, BLANK))
            answers[frame].setdefault(fold(mark.answer), f"fact {fact.id}")
            frames[fact.id, fold(mark.answer)] = frame
    return {asked: answers[frame] for asked, frame in frames.items() if len(answers[frame]) > 1}
