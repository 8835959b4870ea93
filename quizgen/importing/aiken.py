"""Aiken: choice questions as plain lines. Format: https://docs.moodle.org/en/Aiken_format"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from quizgen.importing.answers import keys_data
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


@dataclass
class _Draft:
    """The lines of a question that were read so far."""

    start: int = 0
    """The number of its first line; 0 if it has none yet."""
    stem: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    letters: str | None = None
    """What its answer line says; None if there was none yet."""
    explanation: str = ""
    misplaced: str = ""
    """The first line below its options that has another letter than the next one."""
    unlettered: list[tuple[int, str]] = field(default_factory=list)
    """Numbered lines below its last option: more text of the option, or the stem of the next question."""
    is_after_blank: bool = False

    @property
    def where(self) -> str:
        return f"line {self.start}"

    @property
    def next_letter(self) -> str:
        return chr(ord("A") + len(self.options))

    def add(self, number: int, line: str) -> None:
        """Add a line of the stem or of the options."""
        option = _OPTION.fullmatch(line)
        text = line.strip()
        if option is not None and self.stem and option["letter"].upper() == self.next_letter:
            self.options[self.next_letter] = option["text"]
            self.unlettered = []
        elif self.options:
            if _LETTERED.match(line):
                self.misplaced = self.misplaced or text
            last = next(reversed(self.options))
            self.options[last] = f"{self.options[last]} {text}"
            self.unlettered.append((number, text))
        else:
            self.start = self.start or number
            self.stem += ["", text] if self.is_after_blank and self.stem and option is None else [text]
        self.is_after_blank = False

    def following(self, line: str) -> "_Draft | None":
        """Return the draft of the next question if ``line`` shows that this one has no answer line; otherwise None."""
        found = _OPTION.fullmatch(line)
        letter = found["letter"].upper() if found else ""
        if len(self.options) > 1 and letter == "A" and self.unlettered:
            return _Draft(self.unlettered[0][0], [text for _, text in self.unlettered])
        return _Draft() if self.options and self.is_after_blank and letter != self.next_letter else None


def read_aiken(text: str) -> Iterator[Item]:
    """Yield each question; it ends at its answer line, or at a blank line unless more of it follows."""
    draft = _Draft()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            draft.is_after_blank = True
            continue
        if draft.letters is not None:
            if feedback := _FEEDBACK.fullmatch(line):
                draft.explanation = feedback["text"]
                continue
            yield _item(draft, draft.letters)
            draft = _Draft()
        answer = _ANSWER.fullmatch(line)
        if answer is None:
            if (following := draft.following(line)) is not None:
                yield refused(draft.where, _NO_ANSWER)
                draft = following
            draft.add(number, line)
        elif draft.misplaced:
            yield refused(draft.where, f"the options are not lettered A, B, C, … in order: found {draft.misplaced!r}")
            draft = _Draft()
        else:
            draft.start = draft.start or number
            draft.letters = answer["letters"].strip().upper()
    if draft.letters is not None:
        yield _item(draft, draft.letters)
    elif draft.stem:
        few = "the question has fewer than two options and no `ANSWER:` line"
        yield refused(draft.where, _NO_ANSWER if len(draft.options) > 1 else few)


def _item(draft: _Draft, letters: str) -> Item:
    where, stem, options = draft.where, draft.stem, draft.options
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
        **keys_data([words[letter] for letter in wanted]),
        "stem": clean(plain_to_markdown("\n".join(stem))),
        "distractors": [text for letter, text in words.items() if letter not in wanted],
        "explanation": clean(plain_to_markdown(draft.explanation)),
    }
    return Item(where, data)
