"""Rules about how options are written: their style, and words that all of them repeat."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import parse_measure
from quizgen.linting.registry import HDR, WITH_OPTIONS, question_rule
from quizgen.linting.rules.formats import is_all, is_none
from quizgen.text.content_words import words_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.units import parse_unit

_OPENERS = frozenset(
    "the a an it they he she in on at by to because when if with for from of both no its their".split()
)
_ABBREVIATION = lazy_pattern(r"\b(?:ltd|inc|co|corp|jr|sr|etc|[a-z])\.\s*$", re.IGNORECASE)
_SENTENCE_WORDS = 4
_ENDED = lazy_pattern(r"[.?!…][\"'”’»)]*\s*$")


@question_rule(
    "Q120",
    "mixed-style",
    kinds=WITH_OPTIONS,
    source=f"{HDR}, guidelines 12 and 23 (punctuation and capitals right, options alike in form)",
)
def mixed_style(item: Item) -> Iterator[Flaw]:
    """Flag options that differ in capitalization or in whether they end with a period. Also flag keys that are the only
    option in code format, in bold or italics, or in quotation marks.

    ## Why it matters
    The most carefully written option stands out, and it is usually the key.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Why do leaves turn yellow?
      answer: The green pigment breaks down first.
      distractors: [the sun bleaches them in summer, frost draws the water out, fungi grow on the stem]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Why do leaves turn yellow?
      answer: the green pigment breaks down first
      distractors: [the sun bleaches them in summer, frost draws the water out, fungi grow on the stem]
    ```
    """
    if (style := _style_of_key(item)) is not None:
        yield Flaw(f"only the key is {style}", "format all options the same way", item.option_path(item.keys[0]))
        return
    if item.has_code_options:
        return
    long = [
        option
        for option in item.options
        if len(item.option_words[option]) >= _SENTENCE_WORDS and not (is_all(item, option) or is_none(item, option))
    ]
    if len(long) < 2 or item.asks_about_form:
        return
    stopped = [option for option in long if option.rstrip().endswith(".") and not _ABBREVIATION.search(option)]
    bare = [option for option in long if not _ENDED.search(option)]
    if stopped and bare:
        few = stopped if len(stopped) <= len(bare) else bare
        yield Flaw(
            "some options end with a period and others do not", "end all options the same way", item.option_path(few[0])
        )
    opened = [option for option in long if item.option_words[option][0] in _OPENERS]
    small = [option for option in opened if option[:1].islower()]
    if small and len(small) < len(opened):
        few = small if 2 * len(small) <= len(opened) else [option for option in opened if option not in small]
        yield Flaw(
            "some options begin with a capital letter and others do not",
            "begin all options the same way",
            item.option_path(few[0]),
        )


_STYLES = {
    "in code format": ("`", lazy_pattern(r"`[^`]+`[.,;]?")),
    "in bold": ("**", lazy_pattern(r"\*\*[^*]+\*\*")),
    "in italics": ("*", lazy_pattern(r"\*[^*]+\*")),
    "in quotation marks": ('"“', lazy_pattern(r"\"[^\"]+\"|“[^”]+”")),
}
_IN_WORDS = lazy_pattern(
    r"\b(?:[Aa]n?|[Tt]he|[Nn]o|[Nn]one|[Nn]othing|[Ee]rror|it|is|are|of|and|or|with|to|in|[A-Z]\w+Error)\b"
)
"""Options in words, such as "an error", may stand among values in code format."""


def _style_of_key(item: Item) -> str | None:
    """Return the format that the key has from beginning to end and no distractor has in any part."""
    key = item.keys[0].strip()
    if item.kind != "choice" or len(item.distractors) < 2 or not (key[0] in '`*"“' and item.words):
        return None
    for style, (signs, pattern) in _STYLES.items():
        if pattern.fullmatch(key) is None:
            continue
        if any(sign in option for sign in signs for option in item.distractors):
            return None
        is_other = style == "in code format" and any(map(_IN_WORDS.search, item.distractors))
        return None if is_other else style
    return None


_CODE_SPAN = lazy_pattern(r"`[^`]+`")
_AMOUNT = lazy_pattern(r"(?P<number>\d+(?:[.,]\d+)*)(?:\s?(?P<unit>[^\s\d-]\S*))?")
REPEATED_WORDS = 3
"""The fewest shared words to report, besides an article: many names share two, but three belong in the stem."""
_ARTICLES = (["the"], ["a"], ["an"])
_CONJUNCTIONS = (["when"], ["if"], ["because"], ["after"], ["before"], ["until"], ["once"], ["while"], ["that"])


@question_rule(
    "Q122",
    "repeated-phrase",
    kinds=WITH_OPTIONS,
    source=f"{HDR}, guidelines 13 and 15 (little reading, the central idea in the stem)",
)
def repeated_phrase(item: Item) -> Iterator[Flaw]:
    """Flag options that all begin or end with the same words.

    ## Why it matters
    Text that all options share belongs in the stem, where it is read once.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: What happens to water at 100 °C?
      answer: The water begins to boil
      distractors: [The water begins to freeze, The water begins to glow, The water begins to shrink]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: What does water begin to do at 100 °C?
      answer: boil
      distractors: [freeze, glow, shrink]
    ```
    """
    options = item.options
    first, second = options[0], options[1]
    if item.has_code_options:
        # Only options in words that contain code can repeat words; the code itself differs from option to option.
        if any("`" not in option for option in options):
            return
        words = [_CODE_SPAN.sub(f"`{at}`", option).lower().split() for at, option in enumerate(options)]
    else:
        words = [item.option_words[option] for option in options]
        if _AMOUNT.search(item.option_text):
            words = [words_of(_AMOUNT.sub(_as_one_word, option)) for option in options]
    if (
        len(options) < 3
        or min(map(len, words)) <= REPEATED_WORDS  # one word at least is not repeated
        or (first[:3].lower() != second[:3].lower() and first[-3:].lower() != second[-3:].lower())
        or item.asks_about_form
    ):
        return
    if all(parse_measure(option) is not None for option in options):  # a unit belongs to its number
        return
    leading = _common(words)
    trailing = _common([each[::-1] for each in words])[::-1]
    for phrase in (leading, trailing):
        if len(phrase) - _small_words(phrase) >= REPEATED_WORDS:
            # In the stem, "it does not" would make a negative question.
            is_negative = any(word in {"not", "no", "never", "cannot"} or "n't" in word for word in phrase)
            yield Flaw(
                f"every option repeats {' '.join(phrase)!r}",
                "reword the options without the negation" if is_negative else "move these words into the stem",
                item.option_path(options[0]),
            )
            return


def _as_one_word(amount: re.Match[str]) -> str:
    """Return a number, with the unit that belongs to it, as one word: 015kg for 0.15 kg."""
    unit = amount["unit"] or ""
    known = amount[0] if parse_unit(unit.strip(".,;")) is not None else amount["number"]
    return "".join(filter(str.isalnum, known)) + amount[0][len(known) :]


def _small_words(phrase: list[str]) -> int:
    """Return how many words at the beginning of ``phrase`` do not count: an article, and what introduces a clause.

    The clauses "when the goods arrive" and "when the goods are sold" need their subject.
    """
    introduces = phrase[:1] in _CONJUNCTIONS and phrase[1:2] != ["of"]
    return introduces + (phrase[introduces:][:1] in _ARTICLES)


def _common(words: list[list[str]]) -> list[str]:
    """Return the words that all of ``words`` begin with, leaving at least one word of each."""
    common: list[str] = []
    for column in list(zip(*words, strict=False))[: min(map(len, words)) - 1]:
        if len(set(column)) > 1:
            break
        common.append(column[0])
    return common
