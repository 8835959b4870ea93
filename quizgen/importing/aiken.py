"""Aiken: choice questions as plain lines. Format: https://docs.moodle.org/en/Aiken_format"""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.importing.items import Item, refused
from quizgen.importing.plain import clean, plain_to_markdown
from quizgen.text.folding import fold

_OPTION = re.compile(r"\s*\(?(?P<letter>[A-Za-z])\s?[.)]\s*(?P<text>\S.*)")
_LETTERED = re.compile(r"\s*\(?[A-J][.)]\s")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*(?P<letters>.*)", re.IGNORECASE)
_LETTER_AND_TEXT = re.compile(r"\(?([A-Z])[.)]\s*(\S.*)")
"""An answer that repeats its option: ``B) Arno``."""
_NO_ANSWER = "there is no `ANSWER:` line below the options"
_FEEDBACK = re.compile(r"\s*(?:FEEDBACK|EXPLANATION)\s*:\s*(?P<text>.*)", re.IGNORECASE)


def looks_like_aiken(text: str) -> bool:
    """Return whether there is an answer line below options, or the first line has options A and B below it."""
    lines = [line for line in text.split("\n") if line.strip()]
    if any(_ANSWER.fullmatch(line) and _OPTION.fullmatch(above) for above, line in pairwise(lines)):
        return True
    return len(lines) > 2 and all(_starts_with(line, letter) for line, letter in zip(lines[1:], "AB", strict=False))


def _starts_with(line: str, letter: str) -> bool:
    found = _OPTION.fullmatch(line)
    return found is not None and found["letter"].upper() == letter


def read_aiken(text: str) -> Iterator[Item]:
    """Yield each question; it ends at its answer line, or at a blank line unless more of it follows."""
    stem: list[str] = []
    options: dict[str, str] = {}
    start, blank, astray = 0, False, ""
    answered: str | None = None
    explanation = ""
    loose: list[tuple[int, str]] = []  # lines below the last option without a letter
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            blank = True
            continue
        if answered is not None and (feedback := _FEEDBACK.fullmatch(line)):
            explanation = feedback["text"]
            continue
        if answered is not None:
            yield _item(start, stem, options, answered, explanation)
            stem, options, answered, explanation, astray = [], {}, None, "", ""
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        is_next = option is not None and option["letter"].upper() == chr(ord("A") + len(options))
        restarts = len(options) > 1 and option is not None and option["letter"].upper() == "A" and loose
        if options and answer is None and ((blank and not is_next) or restarts):
            yield refused(f"line {start}", _NO_ANSWER)
            stem, options, astray = [], {}, ""
            if restarts:  # those lines are the next question
                start, stem, is_next = loose[0][0], [text for _, text in loose], True
            loose = []
        if blank and stem and not options and option is None:
            stem.append("")
        blank = False
        if answer is not None and astray:
            yield refused(f"line {start}", f"the options are not lettered A, B, C, … in order: found {astray!r}")
            stem, options, astray = [], {}, ""
        elif answer is not None:
            start = start if stem or options else number
            answered = answer["letters"].strip().upper()
        elif option is not None and is_next and stem:
            options[option["letter"].upper()] = option["text"]
            loose = []
        elif options:
            astray = astray or (line.strip() if _LETTERED.match(line) else "")
            last = next(reversed(options))
            options[last] = f"{options[last]} {line.strip()}"
            loose.append((number, line.strip()))
        else:
            start = start if stem else number
            stem.append(line.strip())
    if answered is not None:
        yield _item(start, stem, options, answered, explanation)
    elif stem or options:
        yield refused(
            f"line {start}",
            _NO_ANSWER if len(options) > 1 else "the question has fewer than two options and no `ANSWER:` line",
        )


def _item(start: int, stem: list[str], options: dict[str, str], letters: str, explanation: str) -> Item:
    where = f"line {start}"
    if (found := _LETTER_AND_TEXT.fullmatch(letters)) and fold(options.get(found[1], "")) == fold(found[2]):
        letters = found[1]
    wanted = list(dict.fromkeys(re.findall(r"[A-Z]", re.sub(r"\b(?:AND|OR)\b", " ", letters))))
    if not stem:
        return refused(where, "the item has no question above its options")
    if len(options) < 2:
        return refused(
            where, "the item has fewer than two options; write each option on its own line, such as `A. Paris`"
        )
    if not wanted:
        return refused(
            where,
            "the `ANSWER:` line does not name an option; write the letter of the correct option, such as `ANSWER: A`",
        )
    if missing := [letter for letter in wanted if letter not in options]:
        return refused(
            where, f"the `ANSWER:` line names {', '.join(missing)}, but the options are {', '.join(options)}"
        )
    words = {letter: clean(plain_to_markdown(text)) for letter, text in options.items()}
    data = {
        "stem": clean(plain_to_markdown("\n".join(stem))),
        "distractors": [text for letter, text in words.items() if letter not in wanted],
        "explanation": clean(plain_to_markdown(explanation)),
    }
    right = [words[letter] for letter in wanted]
    if len(right) == 1:
        return Item(where, {"kind": "choice", "answer": right[0], **data})
    return Item(where, {"kind": "multiple", "answers": right, **data})
