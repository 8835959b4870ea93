"""Rules about stems that cannot be understood by themselves: references to what a reader does not see."""

import re
from collections.abc import Iterator

from quizgen.linting.anchors import BARE_ASKING, BARE_MATCHING, POINTING_WORDS, missing_anchor
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.local_laws import LAW_WORDS, law_without_country
from quizgen.linting.lone_pronouns import lone_pronoun
from quizgen.linting.missing_material import (
    ELSEWHERE_WORDS,
    RECALLING_WORDS,
    REFERRING_WORDS,
    missing_material,
    other_question,
    recalled_lesson,
)
from quizgen.linting.registry import HDR, question_rule
from quizgen.linting.relative_dates import (
    DATING_WORDS,
    MONTH_WORDS,
    count_without_date,
    day_without_year,
    relative_date,
)
from quizgen.linting.relative_places import HOME_WORDS, relative_place
from quizgen.linting.unnamed_texts import CLASS_WORDS, TEXT_WORDS, unnamed_text
from quizgen.questions import ClozeQuestion, ShortQuestion
from quizgen.questions.base import description_of
from quizgen.questions.marks import unmarked
from quizgen.text.lazy_pattern import lazy_pattern

_SOURCE = f"{HDR}, guideline 14 (the stem clear by itself)"
_WCAG = "W3C (2023), *Web Content Accessibility Guidelines 2.2*, criteria 1.1.1 and 1.2.1"
_MINIMUM = "Matuschak (2020), *How to write good prompts* (prompts should be precise and stand alone)"


@question_rule("Q167", "missing-description", source=_WCAG)
def missing_description(item: Item) -> Iterator[Flaw]:
    """Flag pictures and sounds whose description is still the placeholder that an import inserted.

    ## Why it matters
    The terminal shows the description, and people who cannot see the picture or hear the sound rely on it.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which animal is this?
      answer: tapir
      image: {file: animal.png, alt: (not described yet)}
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Which animal is this?
      answer: tapir
      image: {file: animal.png, alt: A black and white mammal with a short trunk}
    ```
    """
    question = item.question
    if question.image is not None and not description_of(question.image):
        yield Flaw("the picture has no description yet", "describe what the picture shows", ("image", "alt"))
    if question.audio is not None and not description_of(question.audio):
        yield Flaw(
            "the sound has no description yet", "describe what is heard, or write down its words", ("audio", "text")
        )


@question_rule(
    "Q125",
    "unanchored-stem",
    english=True,
    source=f"{_SOURCE}; {_MINIMUM}",
)
def unanchored_stem(item: Item) -> Iterator[Flaw]:
    """Flag stems that refer to something like "the battle" or "the experiment" without saying which one. Also flag
    stems that refer to another question, to a lesson ("as we saw in class"), or to a table, a program, a picture or
    options that are not part of the question.

    ## Why it matters
    The author has just read about the subject. A learner who sees the question weeks later, among questions about other
    subjects, has not.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Who won the battle?
      answer: William of Normandy
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Who won the Battle of Hastings?
      answer: William of Normandy
    ```
    """
    question = item.question
    if (
        not REFERRING_WORDS.isdisjoint(item.stem_words)
        and question.image is None
        and question.audio is None
        and (words := missing_material(item.stem, has_options=bool(item.options))) is not None
    ):
        yield Flaw(
            f"{words!r} refers to something that is not part of the question",
            "put the text or code into the stem, add the picture as `image`, or reword the stem so that it can be "
            "answered on its own",
            item.stem_path,
        )
        return
    if not ELSEWHERE_WORDS.isdisjoint(item.stem_words) and (words := other_question(item.stem)) is not None:
        yield Flaw(
            f"{words!r} refers to another question, which the learner may not have seen",
            "put what is needed from it into the stem",
            item.stem_path,
        )
        return
    if not RECALLING_WORDS.isdisjoint(item.stem_words) and (words := recalled_lesson(item.stem)) is not None:
        yield Flaw(
            f"{words!r} refers to a lesson or a text that the learner may not have had",
            "remove these words, and ask so that the stem can be answered on its own",
            item.stem_path,
        )
        return
    if item.kind in {"short", "number", "card"} and (found := _MISSING_OPTIONS.match(item.stem)) is not None:
        yield Flaw(
            f"{found[0].strip()!r} refers to options, but the question has none",
            "change the kind to `choice` or `multiple`, or ask without options",
            item.stem_path,
        )
        return
    if item.kind == "match" and item.stem_content <= BARE_MATCHING:
        yield Flaw(
            "the stem does not say how the items belong together",
            'say what is on each side, for example: "Match each country with its capital."',
            item.stem_path,
        )
        return
    if item.words.isdisjoint(POINTING_WORDS) and not item.stem_content <= BARE_ASKING:
        return
    if (item.options or item.kind in {"order", "match"}) and not item.words.isdisjoint(_AMONG_OPTIONS):
        return
    if question.image is None and question.audio is None and (words := missing_anchor(item.stem)) is not None:
        yield Flaw(
            f"the stem does not say what {words!r} refers to",
            "name the event, person, or source, with a place or a year",
            item.stem_path,
        )


_THIS_CODE = lazy_pattern(
    r"\bthis\s+(?:[\w+#-]+\s+)?(?:statement|code|program|expression|line|loop|function|query|command|snippet)\b"
    r".*(?:\w\(|[=;{\[`])",
    re.IGNORECASE | re.DOTALL,
)
"""Code that the stem shows."""
_MISSING_OPTIONS = lazy_pattern(r"\s*which(?: one)? of the following\b(?![^?]*[:\n(])", re.IGNORECASE)
_AMONG_OPTIONS = frozenset({"these", "following"})
"""Words by which a stem refers to its options."""


@question_rule(
    "Q126",
    "lone-pronoun",
    triggers=(
        "he she it they him her them his its their this these those that however therefore moreover furthermore instead"
        " consequently result reason because addition contrast former latter"
    ).split(),
    english=True,
    source=f"{_SOURCE}; {_MINIMUM}",
)
def lone_pronoun_in_stem(item: Item) -> Iterator[Flaw]:
    """Flag pronouns, and words such as "however", that refer to nothing earlier in the stem.

    ## Why it matters
    A sentence lifted from a text keeps its "he" or "it" but loses the earlier sentence that said who or what the
    pronoun refers to.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: In which year did she receive the Nobel Prize in Chemistry?
      answer: '1911'
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: In which year did Marie Curie receive the Nobel Prize in Chemistry?
      answer: '1911'
    ```
    """
    question = item.question
    if question.image is not None or item.is_statement_of_fact or _THIS_CODE.search(item.stem):
        return
    if isinstance(question, ClozeQuestion):
        # Exercises in grammar ("She {{c1::has}} lived here") hide words that anybody can use.
        is_exercise = all(mark.answer.islower() and " " not in mark.answer for mark in question.marks)
        text = "" if is_exercise else unmarked(question.text)
    else:
        text = question.stem
    if (pronoun := lone_pronoun(text)) is not None:
        yield Flaw(
            f"nothing in the stem says who or what {pronoun!r} refers to",
            "name who or what the pronoun refers to",
            item.stem_path,
        )


@question_rule(
    "Q127",
    "relative-date",
    triggers=DATING_WORDS,
    english=True,
    source=f"{_SOURCE}; {_MINIMUM}",
)
def relative_date_in_stem(item: Item) -> Iterator[Flaw]:
    """Flag dates that depend on an earlier sentence or on when they are read, and dates without a year. Also flag stems
    that ask about the holder of an office, a current rate or number, or the latest version of something, and questions
    about numbers that change (of inhabitants, members, known moons, or a person's years of age), if they give no date.

    ## Why it matters
    Only readers of the text know which date "the next day" or "10 August" means, and a stem with "currently" becomes
    wrong unnoticed.

    ## Example
    ```yaml
    - id: q
      kind: true_false
      stem: The next day, the convention abolished the French monarchy.
      answer: true
    ```

    ## Better
    ```yaml
    - id: q
      kind: true_false
      stem: On 21 September 1792, the convention abolished the French monarchy.
      answer: true
    ```
    """
    question = item.question
    is_open = item.kind == "number" or (isinstance(question, ShortQuestion) and any(map(str.isdigit, question.answer)))
    if (is_open or item.kind == "choice") and (words := count_without_date(item.stem, is_open=is_open)) is not None:
        yield Flaw(f"{words!r} does not say which year is meant", "add the year and the source", item.stem_path)
        return
    words = relative_date(item.stem)
    day = None if words or item.words.isdisjoint(MONTH_WORDS) else day_without_year(item.stem)
    if not (words or day) or item.is_statement_of_fact or item.asks_about_form:
        return
    if words:
        if words not in (recalled_lesson(item.stem) or ""):  # which Q125 reports
            yield Flaw(f"{words!r} does not say which date is meant", "write the date", item.stem_path)
    else:
        yield Flaw(f"{day!r} has no year", "add the year", item.stem_path)


@question_rule(
    "Q128",
    "text-recall",
    triggers=TEXT_WORDS | CLASS_WORDS,
    english=True,
    source=f"{HDR}, guidelines 5 and 2 (paraphrase instead of testing recall of wording; ask what is important)",
)
def text_recall(item: Item) -> Iterator[Flaw]:
    """Flag stems that ask what an unnamed article or text says, what was said in class, or what is on a certain page.

    ## Why it matters
    Such a question tests memory of a text, not knowledge of its subject. If it matters who says something,
    the learner needs the name of the source.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which word does the author use for the flood?
      answer: catastrophic
    ```

    ## Better
    ```yaml
    - id: q
      kind: card
      stem: What made the flood of 1953 on the Dutch coast so severe?
      answer: A storm from the northwest coincided with a spring tide.
    ```
    """
    words = unnamed_text(item.stem) if item.question.image is None else None
    if words is not None and words not in (recalled_lesson(item.stem) or ""):  # which Q125 reports
        yield Flaw(
            f"{words!r} does not say which text is meant",
            "ask about the subject itself, or name the source with its date",
            item.stem_path,
        )


@question_rule(
    "Q161",
    "relative-place",
    triggers=HOME_WORDS | LAW_WORDS,
    english=True,
    source=f"{_SOURCE}; {_MINIMUM}",
)
def relative_place_in_stem(item: Item) -> Iterator[Flaw]:
    """Flag places that depend on who reads the question, such as "our country" and "the national anthem". Also flag
    stems about what each country sets by law, such as the voting age, a tax rate and the emergency number, if they name
    no country.

    ## Why it matters
    Question sets and decks are shared, and the correct answer is different for learners in another country.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: What is the title of our country's head of state?
      answer: president
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: What is the title of Portugal's head of state?
      answer: president
    ```
    """
    words = None if HOME_WORDS.isdisjoint(item.words) else relative_place(item.stem)
    law = law_without_country(item.stem) if words is None and not LAW_WORDS.isdisjoint(item.words) else None
    if not (words or law) or item.asks_about_form or _TRANSLATES.search(item.stem) or item.question.image is not None:
        return
    if words:
        yield Flaw(f"{words!r} does not say which place is meant", "name the place", item.stem_path)
    else:
        yield Flaw("the answer differs by country, and the stem names none", "name the country", item.stem_path)


_TRANSLATES = lazy_pattern(r"\b(?:translat\w+|say|means?|meaning|pronoun|adjective|possessive)\b", re.IGNORECASE)
