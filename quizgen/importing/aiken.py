"""Aiken: choice questions as plain lines. Format: https://docs.moodle.org/en/Aiken_format"""

import re
from collections.abc import Iterator

from quizgen.importing.items import Item, refused
from quizgen.importing.markup import clean, plain_to_markdown

_OPTION = re.compile(r"\s*(?P<letter>[A-Za-z])\s?[.)]\s+(?P<text>\S.*)")
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*(?P<letters>.*?)\s*", re.IGNORECASE)
_FEEDBACK = re.compile(r"\s*(?:FEEDBACK|EXPLANATION)\s*:\s*(?P<text>.*)", re.IGNORECASE)


def looks_like_aiken(text: str) -> bool:
    """Whether there is an answer line with a letter, below options."""
    lines = text.split("\n")
    answers = [number for number, line in enumerate(lines) if _ANSWER.fullmatch(line)]
    return any(number and _OPTION.fullmatch(lines[number - 1]) for number in answers)


def read_aiken(text: str) -> Iterator[Item]:
    """Each question of ``text``; an answer line ends one, and so does a blank line after options."""
    stem: list[str] = []
    options: dict[str, str] = {}
    start = 0
    answered: tuple[str, int] | None = None
    explanation = ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if answered is not None and (feedback := _FEEDBACK.fullmatch(line)):
            explanation = feedback["text"]
            continue
        if answered is not None:
            yield _item(start, stem, options, answered[0], explanation)
            stem, options, answered, explanation = [], {}, None, ""
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        if answer is not None:
            start = start if stem or options else number
            answered = answer["letters"].upper(), number
        elif not line.strip():
            if options:
                yield refused(f"line {start}", "there is no line ANSWER: below its options")
                stem, options = [], {}
        elif option is not None and stem and option["letter"].upper() == chr(ord("A") + len(options)):
            options[option["letter"].upper()] = option["text"]
        elif options:
            last = next(reversed(options))
            options[last] = f"{options[last]} {line.strip()}"
        else:
            start = start if stem else number
            stem.append(line.strip())
    if stem or options:
        yield refused(f"line {start}", "it has no options, or no line ANSWER:")


def _item(start: int, stem: list[str], options: dict[str, str], letters: str, explanation: str) -> Item:
    where = f"line {start}"
    wanted = [letter for letter in re.split(r"[,;\s]+", letters) if letter]
    if not stem or len(options) < 2:
        return refused(where, "it needs a question and at least two options, such as `A. Paris`")
    if not wanted or any(letter not in options for letter in wanted):
        return refused(where, f"ANSWER: {letters} is no letter of its options ({', '.join(options)})")
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
