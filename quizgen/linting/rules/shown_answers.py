"""The rule about questions that show their own answer."""

import re
from collections.abc import Iterator

from quizgen.grading.exercises import is_language_exercise
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.questions import ChoiceQuestion, ClozeQuestion, ShortQuestion
from quizgen.questions.said_answers import is_said
from quizgen.text.content_words import content, content_set, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern


@question_rule(
    "Q124",
    "answer-in-stem",
    kinds=("choice", "short", "cloze"),
    source=f"{HDR}, guideline 28b (options identical to words in the stem)",
)
def answer_in_stem(item: Item) -> Iterator[Flaw]:
    """Flag stems that contain the answer, or all words of a typed answer. Also flag clozes whose text contains the
    answer as part of a longer name. A cloze whose text repeats the answer as a separate word is an error (E218).

    ## Why it matters
    Learners can copy the answer from the question.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: In which city is the Vienna Philharmonic based?
      answer: Vienna
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: In which city does the New Year's Concert take place?
      answer: Vienna
    ```
    """
    question = item.question
    if isinstance(question, ClozeQuestion):
        for mark in question.marks:
            if is_said(mark.answer, question.stem):
                yield Flaw(
                    f"the text contains the answer {mark.answer!r} outside its mark",
                    f"reword the text, or mark every occurrence as {{{{{mark.name}::…}}}}",
                    ("text",),
                )
        return
    assert isinstance(question, ChoiceQuestion | ShortQuestion)
    answer = question.answer
    if isinstance(question, ShortQuestion) and _has_all_words(item, question):
        yield Flaw(
            f"the stem contains every word of the answer: {answer!r}",
            "use different words in the stem, or ask about something else",
            item.stem_path,
        )
        return
    named = next((word for word in _WHO_PRACTICES.get(answer.lower(), ()) if word in item.words), None)
    if named is not None and not item.words.isdisjoint(_ASKING_FOR_FIELD):
        yield Flaw(
            f"the stem gives away the answer, {answer!r}, by the word {named!r}",
            "reword the stem, or ask about something else",
            item.stem_path,
        )
        return
    if item.kind == "short" and _is_only_letter(answer, item.plain_stem):
        yield Flaw(
            f"the stem contains the answer: {answer!r}",
            "reword the stem, or ask about something else",
            item.stem_path,
        )
        return
    if len(answer) < 3 or answer.lower() not in item.stem.lower():
        return
    stem = fold(item.plain_stem)
    if not occurs_in(fold(answer), stem) or re.search(r"\bor\b", stem):
        return
    offered = sum(fold(option) in stem for option in item.distractors)
    if offered and (offered > 1 or not _states_answer(item.plain_stem, answer)):
        return
    yield Flaw(
        f"the stem contains the answer: {answer!r}",
        "reword the stem, or ask about something else",
        item.stem_path,
    )


_WHO_PRACTICES = {
    "cello": ("cellist",),
    "piano": ("pianist",),
    "violin": ("violinist",),
    "viola": ("violist",),
    "flute": ("flutist", "flautist"),
    "harp": ("harpist",),
    "organ": ("organist",),
    "guitar": ("guitarist",),
    "oboe": ("oboist",),
    "bassoon": ("bassoonist",),
    "clarinet": ("clarinetist", "clarinettist"),
    "trumpet": ("trumpeter",),
    "drum": ("drummer",),
    "drums": ("drummer",),
    "botany": ("botanist",),
    "economics": ("economist",),
    "pharmacy": ("pharmacist",),
}
"""Those who play an instrument or practice a science, and are named after it."""
_ASKING_FOR_FIELD = frozenset(
    "play plays played playing instrument instruments study studies studied subject science field practice".split()
)
_LETTER = lazy_pattern(r"(?<![\w.'’♯♭#+-])(?:[B-HJ-Z])(?![\w.'’♯♭#+-])")
"""A letter on its own that is no word: the F clef."""


def _is_only_letter(answer: str, stem: str) -> bool:
    """Return whether ``answer`` is the only single letter in ``stem``: several may be notes to choose from."""
    return _LETTER.fullmatch(answer) is not None and {*_LETTER.findall(stem)} == {answer}


_SENTENCE_END = lazy_pattern(r"(?<=[.!;])\s+(?=[A-ZÀ-Þ])")
_FEWEST_SHARED = 3
"""The fewest content words that a question and a sentence before it have in common if the sentence answers it."""
_WITHOUT_WEIGHT = frozenset(content("year month day date city country name called kind type word term person".split()))


def _states_answer(stem: str, answer: str) -> bool:
    """Return whether a sentence before the question has the answer and all words of the question.

    "Earth is nearest to the Sun in January, and farthest in July. In which month is Earth nearest to the Sun?"
    """
    *before, question = _SENTENCE_END.split(stem.strip())
    asked = content_set(question) - _WITHOUT_WEIGHT
    return len(asked) >= _FEWEST_SHARED and any(
        occurs_in(fold(answer), fold(sentence)) and asked.issubset(content(words_of(sentence))) for sentence in before
    )


_FEWEST_WORDS = 2
"""The fewest words of a typed answer that may be spread over the stem."""
# The learner has to do something with the words of such a stem.
_TO_REWORK = lazy_pattern(
    r"\b(?:or|order|arrange|rearrange|unscramble|anagram|translate|rewrite|plural|full|short(?:er)?|stands?"
    r"|abbreviat\w+"
    r"|pronounced?|between|compare)\b",
    re.IGNORECASE,
)


_CODE = lazy_pattern(r"[=;{}\[\]&|<>\\]|\w\(|(?<!\S)[#.$@][a-z]")
"""Code, such as an assignment, a call, or a selector: `#main p`."""


def _has_all_words(item: Item, question: ShortQuestion) -> bool:
    """Return whether all words of a typed answer are in the stem, but not next to each other as a name of its own."""
    if " " not in question.answer and "-" not in question.answer:
        return False
    words = words_of(question.answer)
    if len(words) < _FEWEST_WORDS or question.pattern is not None or not item.stem_content.issuperset(content(words)):
        return False
    if "`" in question.answer or _CODE.search(question.answer):
        return False  # which is made of the names in the stem
    stem = item.plain_stem
    is_spread = len(frozenset(content(words))) >= _FEWEST_WORDS and content_set(stem).issuperset(content(words))
    answer_is_plain = question.answer_language is None and not any(word.isdecimal() for word in words)
    return (
        is_spread
        and answer_is_plain
        and not _TO_REWORK.search(stem)
        and not is_language_exercise(question.stem, question.answer)
        and not occurs_in(fold(question.answer), fold(stem))
    )
