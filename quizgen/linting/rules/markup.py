"""Rules about characters: unbalanced quotation marks, parentheses, brackets or markup, and letters of other scripts."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, question_rule
from quizgen.questions import ClozeQuestion
from quizgen.questions.marks import unmarked
from quizgen.questions.problem import DataPath
from quizgen.text.content_words import MATHS, unquoted
from quizgen.text.folding import LETTERS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.look_alikes import LETTERS_ALIKE, LOOKS

_SIGNS = lazy_pattern(r"[\"“”„«»*`()\[\]\\]")
_FENCE = lazy_pattern(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_SPAN = lazy_pattern(r"(?<!`)(`{1,9})(?!`).{0,5000}?(?<!`)\1(?!`)", re.DOTALL)
_MATHS = lazy_pattern(MATHS)
_ESCAPED = lazy_pattern(r"\\[^()\[\]\w\s]")
_INCHES = lazy_pattern(r"(?<=\d)\"")
_KEPT_NUMBER = lazy_pattern(r"^\s*\d{1,9}\\(?=\))", re.MULTILINE)  # 2\) begins no list item and closes no formula
_ENUMERATOR = lazy_pattern(r"(?:(?<=\s)|^)[\w]{1,3}\)|[:;]-?[()]", re.MULTILINE)
# Many schools write open intervals as ]0, 1[ or ]0; 1].
_INTERVAL = lazy_pattern(r"[\[\]] ?[-−+]?[\w∞][^\[\]()]{0,20}[,;][^\[\]()]{1,20}[\[\]]")
_IN_HEBREW = lazy_pattern(r'(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
_BULLET = lazy_pattern(r"^\s*\* ", re.MULTILINE)
_DOUBLE_STAR = lazy_pattern(r"\*\*(?=\S)|(?<=\S)\*\*")
_OPENS = lazy_pattern(r"(?<![\w*\s])\*(?=\w)|(?<=\s)\*(?=\w)|^\*(?=\w)", re.MULTILINE)


@question_rule(
    "Q123",
    "unbalanced-markup",
    signs='"“”„«»*`()[]\\',
    source=f"{HDR}, guidelines 11 and 12 (proofread; punctuation right)",
)
def unbalanced_markup(item: Item) -> Iterator[Flaw]:
    """Flag quotation marks, parentheses, brackets and markup that are opened but not closed, or closed but not opened.

    ## Why it matters
    An unmatched quotation mark or bracket is usually a typo, and unclosed markup is shown literally.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Who wrote “The Trial?
      answer: Franz Kafka
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Who wrote “The Trial”?
      answer: Franz Kafka
    ```
    """
    for at, text in item.texts:
        if _SIGNS.search(text) and (sign := unbalanced_sign(text)) is not None:
            yield Flaw(f"unmatched {sign}", _help(item, at), at)


def _help(item: Item, at: DataPath) -> str:
    """Return how to correct the text at ``at``; in a typed answer, a backslash would be part of what must be typed."""
    question = item.question
    if isinstance(question, ClozeQuestion) and at == ("text",):
        is_typed = any(unbalanced_sign(mark.answer) for mark in question.marks)
    else:
        is_typed = item.kind == "short" and at == ("answer",)
    literal = "put the answer in backticks" if is_typed else "put a backslash before it"
    return f"add the missing one; if the character is meant literally, {literal} instead"


_POINTER = lazy_pattern(
    r"\b(?:int|char|float|double|void|short|long|unsigned|signed|bool|FILE|(?:struct|enum|union) \w+|[a-z0-9_]+_t)"
    r"(?: const)?\s*\*+"
    r"|(?<![\w*])\*+(?=[A-Za-z_]\w*(?:\+\+|--)?\s*[-+*/]?=(?!=)[^*]*;|[A-Za-z_]\w*(?:\+\+|--);)"
)
"""An asterisk in C without backticks: ``int *p = &x;`` and ``*p = 5;``."""


def unbalanced_sign(text: str) -> str | None:
    """Return the first kind of mark that is unbalanced in ``text``, in words for a message, or None."""
    text = _SPAN.sub(" ", _FENCE.sub(" ", unmarked(text)))
    if "`" in text.replace("\\`", ""):
        return "`"
    text = _MATHS.sub(" x ", _KEPT_NUMBER.sub("x", text))
    for opening, closing in (("\\(", "\\)"), ("\\[", "\\]")):
        if text.count(opening) != text.count(closing):
            return opening if opening in text else closing
    text = _ESCAPED.sub(" ", text)
    # A quotation of several paragraphs is opened in each and closed in the last.
    if "\n\n" not in text and (sign := _unbalanced_quote(text)):
        return sign
    opened, closed = _brackets(text)
    if closed != opened:  # a) and 1) and :) need no opening parenthesis
        text = _INTERVAL.sub(" ", text)
        opened, closed = _brackets(_ENUMERATOR.sub(" ", text))
    if opened != closed:
        return f"{'opening' if opened > closed else 'closing'} parenthesis or bracket"
    stars = _POINTER.sub(" ", _BULLET.sub(" ", text))
    if len(_DOUBLE_STAR.findall(stars)) % 2:
        return "**"
    single = stars.replace("**", "")
    if single.count("*") % 2 and _OPENS.search(single):
        return "*"
    return None


def _brackets(text: str) -> tuple[int, int]:
    """Count opening and closing parentheses and brackets, both together, since [0, 1) is an interval."""
    return text.count("(") + text.count("["), text.count(")") + text.count("]")


def _unbalanced_quote(text: str) -> str | None:
    text = _IN_HEBREW.sub("", text)
    if _INCHES.sub("", text).count('"') % 2 and text.count('"') % 2:
        return 'quotation mark "'
    if "„" in text:  # „so“ and „so”
        return None if text.count("„") == text.count("“") + text.count("”") else "quotation mark „"
    if text.count("“") != text.count("”") and ("“" in text or text.count("”") % 2):  # ”so” in Swedish
        return "quotation mark “" if text.count("“") > text.count("”") else "quotation mark ”"
    return "quotation mark «" if text.count("«") != text.count("»") else None


_FOREIGN = lazy_pattern(f"[{''.join(LETTERS_ALIKE)}]")
_LATIN = lazy_pattern(r"[A-Za-z]")


@question_rule(
    "Q136",
    "look-alike-letter",
    source="Unicode Technical Standard 39, *Unicode security mechanisms* (mixed-script confusables)",
)
def look_alike_letter(item: Item) -> Iterator[Flaw]:
    """Flag words with a Cyrillic or Greek letter that looks like a Latin letter, and options that differ only in
    letters or digits that look the same, such as CCl4 and CCI4. Also flag words and numbers that contain such a letter
    or digit by mistake, such as "chIorine" and "2O24".

    ## Why it matters
    The word looks right, but a learner who types it with ordinary letters is marked wrong. Two options can also look
    identical and still differ.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants release in light?
      answer: "\u043exygen"
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: Which gas do plants release in light?
      answer: oxygen
    ```
    """
    yield from _same_looks(item)
    yield from _wrong_key(item)
    if item.all_text.isascii():
        return
    for at, text in item.texts:
        if text.isascii() or not _FOREIGN.search(text):
            continue
        for word in LETTERS.findall(text):
            letter = next((char for char in word if char in LETTERS_ALIKE), None)
            if letter is not None and len(word) > 2 and _LATIN.search(word):
                yield Flaw(
                    f"{word!r} contains a letter of another script that looks like {LETTERS_ALIKE[letter]!r}"
                    f" (U+{ord(letter):04X})",
                    "type the word again",
                    at,
                )
                return


_SIGNS_ALIKE = str.maketrans("νυοραγικηωτχ", "vvopayiknwtx")
"""Greek letters that look like Latin ones, or like each other, where a single letter is the option."""
_FEWEST_CHARACTERS = 2


def _same_looks(item: Item) -> Iterator[Flaw]:
    """Yield an option that looks like another one: CCI4 with a capital i, next to CCl4."""
    if not item.options:
        return
    signs: dict[str, str] = {}
    for option in [option for option in item.options if len(option) == 1]:
        other = signs.setdefault(option.translate(_SIGNS_ALIKE), option)
        if other != option:
            yield Flaw(
                f"{option!r} (U+{ord(option):04X}) looks like {other!r} (U+{ord(other):04X})",
                "write the name of the letter, or replace the option",
                item.option_path(option),
            )
            return
    # All at once: most options look different from each other.
    if len(set(item.option_text.translate(LOOKS).split("\n"))) == len(set(item.options)) or item.has_code_options:
        return
    seen: dict[str, str] = {}
    for option in item.options:
        looks = option.translate(LOOKS)
        other = seen.setdefault(looks, option)
        if other != option and len(option) >= _FEWEST_CHARACTERS and not (option.isdecimal() and other.isdecimal()):
            at = next(at for at, (one, two) in enumerate(zip(other, option, strict=True)) if one != two)
            yield Flaw(
                f"{option!r} looks like {other!r}: it has {option[at]!r} (U+{ord(option[at]):04X}) where the other has"
                f" {other[at]!r} (U+{ord(other[at]):04X})",
                "type the option again, or replace it",
                item.option_path(option),
            )
            return


# A capital I among lower-case letters before a vowel, a zero or a one within a word, and a capital O within a year.
_WRONG_KEY = lazy_pattern(
    r"\b[A-Z]?[a-z]{1,15}I(?=[aeiou])(?!ons?\b|owa|ota)[a-z]{2,15}\b|\b[A-Z]?[a-z]{2,15}[01][a-z]{2,15}\b"
    r"|\b(?:1[0-9]|2[0O])(?:O\d|\dO|OO)\b|\b2O[0-9]{2}\b"
)
_MAY_BE_WRONG = lazy_pattern(r"[I01O](?:(?<=[a-z][I01])(?=[a-z])|(?<=\dO))")  # fast: few texts have one of the four
_FORMULA = lazy_pattern(r"[→⇌=+]|->|\b[A-Z][a-z]?\d")


def _wrong_key(item: Item) -> Iterator[Flaw]:
    """Yield a word in which a letter or a digit was typed for one that looks the same."""
    if not _MAY_BE_WRONG.search(item.all_text):
        return
    for at, text in item.texts:
        plain = unquoted(text)
        found = _WRONG_KEY.search(plain)
        if found is not None and not _FORMULA.search(plain) and not item.has_code_options:
            yield Flaw(f"{found[0]!r} contains a letter or digit that looks like another", "type the word again", at)
            return
