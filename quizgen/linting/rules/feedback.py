"""Rules about explanations and feedback."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.questions import OptionsQuestion, TrueFalseQuestion
from quizgen.questions.view import answer_text
from quizgen.text.content_words import SMALL_WORDS, content, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.verbs import is_irregular_past
from quizgen.text.words import listed

# A denial about the subject: "the question did not say …" is about the question.
_DENIAL = lazy_pattern(
    r"(?<!question did )(?<!question does )(?<!statement does )"
    r"\b(?:not|no|never|nor|neither|none|cannot|without)\b|n['’]t\b",
    re.IGNORECASE,
)
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
    # That a false statement is not so repeats the answer; elsewhere, a denial is new.
    is_false = isinstance(question, TrueFalseQuestion) and not question.answer
    if not is_false and _DENIAL.search(question.explanation) and not _DENIAL.search(question.stem):
        return
    if is_false and _HALF.search(question.explanation):
        return
    explained = words_of(question.explanation)
    if isinstance(question, TrueFalseQuestion) and _corrects(explained, item.words):
        return
    answer = content(words_of(answer_text(question)))
    told = content(explained)
    if (
        _NOTHING_NEW.union(item.stem_content, answer).issuperset(told)
        and not _spells_out(told, (content(item.stem_words), answer))
        and not (item.kind != "multiple" and _orders(question.explanation, f"{item.stem}\n{answer_text(question)}"))
        and not _shows_work(question.explanation, item.stem)
    ):
        yield Flaw(
            "the explanation only repeats the question and the answer",
            "add the reason, a contrast or a common mistake, or remove the explanation",
            ("explanation",),
        )


_HALF = lazy_pattern(
    r"[,;:] (?:but|however|although|though|while|whereas|yet|only)\b|^(?:but|only|although)\b", re.IGNORECASE
)
"""What sets the false half of a statement apart from the other one: "It is a fungus, but has no roots."."""

_FEWEST_REPEATED = 2
"""A word that an explanation has so many times more than the question is part of a pattern that it gives."""


def _spells_out(told: Sequence[str], said: Iterable[Sequence[str]]) -> bool:
    """Return whether a pattern is spelled out that the question only mentions: whole, whole, half, whole, …"""
    if len(told) == len(set(told)):  # as in most explanations
        return False
    before = Counter(chain.from_iterable(said))
    return any(times - before[word] >= _FEWEST_REPEATED for word, times in Counter(told).items())


_LIST = lazy_pattern(r"[\w♯♭-]+(?:, [\w♯♭-]+){2,}")


def _orders(explanation: str, said: str) -> bool:
    """Return whether ``explanation`` lists three things or more in another order than what is ``said``."""
    listings = [words_of(found[0]) for found in _LIST.finditer(explanation)]
    before = f" {' '.join(words_of(said))} " if listings else ""
    return any(f" {' '.join(words)} " not in before for words in listings)


_PLACING = listed(
    "above below before after over under up down into out more less most least first last all some many few both each"
    " again always only"
)
"""What many statements are about, although such words say little by themselves."""


def _corrects(words: Sequence[str], said: Set[str]) -> bool:
    """Return whether the ``words`` about a statement say a direction, an order or an amount that it does not.

    "Right" is a direction if the statement has "left", and otherwise a verdict.
    """
    return any(word in _PLACING and word not in said for word in words) or (
        "right" in words and "left" in said and "right" not in said
    )


# Where two things are compared or a mistake is quoted, an explanation may name what is wrong.
_CONTRAST = lazy_pattern(
    r"\b(?:not|no|never|nor|neither|none|cannot|but|while|whereas|unlike|instead|although|though|however|than|only"
    r"|also|too"
    r"|rather|actually|really|other|others|another|again|later|earlier|before|after|until|if|false|wrong|incorrect|myth"
    r"|mistake|mistaken|confus\w+|believed?|think|thought|claim\w*|said|call\w*|would|opposite|reverse|vice versa"
    r"|without"
    r"|except|almost|nearly|second|next|similar|like|both|former\w*|today|now|since|once|used to|old|new)\b|n['’]t\b",
    re.IGNORECASE,
)
_VERDICT = lazy_pattern(
    r"\s*(?:(?P<true>true|yes|correct|right)|(?P<false>false|no|wrong|incorrect))\s*[,.:;!–—]", re.IGNORECASE
)
_FEWEST_SHARED = 2


@question_rule(
    "Q164",
    "contradicting-explanation",
    kinds=("choice", "true_false"),
    field="explanation",
    english=True,
    source="quizgen (the explanation is the last thing that the learner reads)",
)
def contradicting_explanation(item: Item) -> Iterator[Flaw]:
    """Flag explanations that give a distractor as the answer, that confirm a false statement, or that deny a true one.

    ## Why it matters
    Either the explanation or the key is wrong. Learners who were marked wrong cannot tell which one.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which vitamin does the skin make in sunlight?
      answer: vitamin D
      distractors: [vitamin A, vitamin C]
      explanation: In sunlight, the skin makes vitamin C from cholesterol.
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which vitamin does the skin make in sunlight?
      answer: vitamin D
      distractors: [vitamin A, vitamin C]
      explanation: In sunlight, the skin makes it from cholesterol.
    ```
    """
    question = item.question
    explanation = question.explanation
    assert explanation is not None
    if isinstance(question, TrueFalseQuestion):
        verdict = _VERDICT.match(explanation)
        is_denied = verdict is not None and (verdict["true"] is None) is question.answer
        stem = fold(question.stem).rstrip(" .")
        is_repeated = not question.answer and stem in fold(explanation) and not _CONTRAST.search(explanation)
        if is_denied:
            marked, said = ("true", "false") if question.answer else ("false", "true")
            yield Flaw(
                f"the answer is {marked}, but the explanation says that the statement is {said}",
                "correct the answer or the explanation",
                ("explanation",),
            )
        elif is_repeated:
            yield Flaw(
                "the answer is false, but the explanation repeats the statement as if it were true",
                "correct the answer or the explanation",
                ("explanation",),
            )
        return
    if item.has_code_options or _CONTRAST.search(explanation) or _CONTRAST.search(item.stem):
        return
    folded = fold(explanation)
    if any(occurs_in(fold(key), folded) for key in item.keys):
        return
    named = [option for option in item.distractors if occurs_in(fold(option), folded)]
    asked = item.subject.difference(*item.option_content.values())
    if len(named) == 1 and len(asked) >= _FEWEST_SHARED and asked.issubset(content(words_of(explanation))):
        yield Flaw(
            f"the explanation gives {named[0]!r} as the answer",
            "correct the answer or the explanation",
            ("explanation",),
        )


_CALCULATION = lazy_pattern(
    r"\(?\d[\d.,]{0,20}[^\w=]{0,9}[×·*/÷:+−^-][\d\s.,()%×·*/÷:+−^-]{0,200}\d"
    # With units: "2.0 km × 9.8 °C/km", "60 g + 200 g".
    r"|\d[\d.,]{0,20}\s?[^\W\d_°%€$£]{0,8}[°%€$£]?[^\W\d_]{0,3}(?:/[^\W\d_]{1,8})?[²³]?\s?[×·*÷+−]\s?\(?[€$£]?\d"
)
_OPERATION = lazy_pattern(
    r"\b(?:times|plus|minus|squared|cubed|(?:divided|multiplied) by|subtract\w*|add(?:ed|ing) to)\b", re.IGNORECASE
)


def _shows_work(explanation: str, stem: str) -> bool:
    """Return whether ``explanation`` has a calculation that ``stem`` lacks: "20 × 4 + 10 × 9 = 170", "3 times 60"."""
    written = "".join(stem.split())
    if any("".join(found[0].split()) not in written for found in _CALCULATION.finditer(explanation)):
        return True
    operation = _OPERATION.search(explanation)
    return operation is not None and operation[0].lower() not in stem.lower()


_BY_LETTER = lazy_pattern(
    r"\b(?i:options?|answers?|choices?|alternatives?|distractors?) \(?(?P<named>[A-H]\b|[a-h](?=\)))"
    r"|\b(?i:answer|option|choice|solution) (?i:is|was) \(?(?P<given>[A-H])(?=\)|[.,;:]|$| (?:because|since|as)\b)"
    r"|(?:^|(?<=[.;:!?]) ?)(?:Not|Unlike) \(?(?P<denied>[A-H])(?=\)|[.,;:]|$| (?:because|since|as)\b)"
    r"|(?:^|(?<=[.;:!?(]) ?)\(?(?P<letter>[A-H])\)? (?:is|was|(?:and|or) [A-H] are) "
    r"(?:the )?(?:only |also |not )?(?:right|correct|wrong|incorrect|false|true)\b"
)
# "B and C join two ropes, and D fastens a rope": clauses whose subjects are letters.
_LETTERS_AS_SUBJECT = lazy_pattern(
    r"(?:^|[.;:!?(]\s*|(?:,|\b(?:and|but|while|whereas|because|since|although)),? )(?:(?:[Bb]oth|[Oo]nly|[Nn]either) )?"
    r"(?P<letters>[A-H](?:(?:, [A-H])*,? (?:and|or|nor) [A-H])?)"
    r" (?:(?:also|only|both|all|just|never|\w+ly) )?(?P<verb>[a-z]+)\b"
)
_AUXILIARIES = listed("is are was were has have had does do did can cannot could may might must should will would")
_AFTER_LETTERS = listed("major minor flat sharp blood type")
"""What follows letters that are notes or blood groups."""
_OF_LETTERS = lazy_pattern(
    r"\b(?:sets?|theorems?|triangles?|points?|events?|matri\w+|vectors?|angles?|sides?|vert(?:ex|ices)|probabilit\w+"
    r"|logic\w*|variables?|notes?|chords?|blood|vitamins?|hepatitis|grades?|groups?|types?)\b",
    re.IGNORECASE,
)
"""Things that are often named by letters."""
_ABOUT_OPTION = listed("would describes refers confuses reverses mixes swaps names states contradicts")
"""What is said of an option, but hardly of a note, a vitamin, or a point."""
_BY_NUMBER = lazy_pattern(
    r"\bthe (?:first|second|third|fourth|fifth|last)(?: two| three)? (?P<noun>option|answer|choice|alternative"
    r"|distractor)s?\b"
    r"(?= (?:\w+s|are|can|cannot|could|had|have|may|would)\b|\s*[^\w\s]|$)"
    r"|\b(?P<named>option|answer|choice|alternative|distractor) (?:number |no\. )?"
    rf"(?:[1-8]|{any_number_word(1, 4)})\b"
    r"|\bthe (?P<place>answer|option|choice) (?:at|on) the (?:top|bottom)\b",
    re.IGNORECASE,
)
_ABOUT_OPTIONS = ("explanation", "hint", "feedback")


@question_rule(
    "Q166",
    "option-by-position",
    kinds=WITH_OPTIONS,
    english=True,
    source=f"{HDR}, guideline 20 (vary the location of the right answer)",
)
def option_by_position(item: Item) -> Iterator[Flaw]:
    """Flag explanations, hints and feedback that refer to an option by its letter or position ("C is right", "the first
    option"), although the options are shuffled.

    ## Why it matters
    The options are in another order each time, so the letter names a different option.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which planet is the largest?
      answer: Jupiter
      distractors: [Saturn, Neptune, Earth]
      explanation: Option B has the largest rings.
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which planet is the largest?
      answer: Jupiter
      distractors: [Saturn, Neptune, Earth]
      explanation: Saturn has the largest rings.
    ```
    """
    question = item.question
    assert isinstance(question, OptionsQuestion)
    shown = f"{item.stem}\n{item.option_text}"
    for at, text in item.texts:
        if at[0] not in _ABOUT_OPTIONS and at[-1] not in _ABOUT_OPTIONS:
            continue
        found = _BY_LETTER.search(text)
        # A, B and C may be points, notes or blood types of the question itself.
        if found is not None and re.search(rf"\b{next(filter(None, found.groups()))}\b", shown):
            found = None
        if found is None:
            found = _letters_as_subjects(text, shown, len(item.options))
        if found is None:
            found = _BY_NUMBER.search(text)
            # The question may be about choices that somebody has.
            if found is not None and (found["noun"] or found["named"] or found["place"]).lower() in shown.lower():
                found = None
        if found is not None and question.fixed_order is None:
            yield Flaw(
                f"{found[0].strip(' (')!r} refers to an option by its position, but the options are shuffled",
                "write the text of the option instead",
                at,
            )
            return


def _letters_as_subjects(text: str, shown: str, options: int) -> re.Match[str] | None:
    """Return where ``text`` says something of letters that stand for options, and for nothing in the question."""
    if _OF_LETTERS.search(shown):
        return None
    named: set[str] = set()
    first = None
    for found in _LETTERS_AS_SUBJECT.finditer(text):
        letters = re.findall(r"\b[A-H]\b", found["letters"])
        if any(ord(letter) - ord("A") >= options or re.search(rf"\b{letter}\b", shown) for letter in letters):
            return None
        if _may_be_verb(found["verb"], is_plural=len(letters) > 1):
            named.update(letters)
            first = first or found
            if found["verb"] in _ABOUT_OPTION:
                return found
    return first if len(named) > 1 else None


def _may_be_verb(word: str, *, is_plural: bool) -> bool:
    """Return whether ``word`` may be the verb after one or several subjects."""
    if word in _AUXILIARIES:
        return True
    if word in SMALL_WORDS or word in _AFTER_LETTERS:
        return False
    is_past = word.endswith("ed") or is_irregular_past(word)
    return is_past or word.endswith("s") is not is_plural
