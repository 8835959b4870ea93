"""Write out what a text calls its subject by the last word only: "crabs", in a text on horseshoe crabs."""

import re
from dataclasses import dataclass
from typing import Self

from quizgen.generating.noun_phrases import ENDS
from quizgen.generating.topic import Topic
from quizgen.text.numbers import any_number_word
from quizgen.text.word_forms import capitalized

_ANY = r"[a-z]+ed|adult|dead|live|male|female|old|wild|young"
"""What they may be without being of another kind."""
_BEFORE = (
    r"(?:^|[\d.,]+ |\b(?:an?|the|each|every|several|about|around|some|of|by|for|with|in|from|on|to|as|hundred|thousand"
    rf"|million|hundreds|thousands|millions|dozens|{any_number_word(2, 20)}|{_ANY}) )"
)
"""What may precede the word if nothing else says of which kind they are."""
_OF_OTHERS = re.compile(r"\b(?:most|many|few|no|other|true|unlike) $", re.IGNORECASE)
_OTHER = re.compile(
    rf"(?:^|\b(?:an?|the|as|like|than|unlike|and|or|from) )(?!(?:{_ANY}|all|each|every|first|individual|large|last"
    r"|many|same|single|small|whole|big|[a-z]+(?:er|est|ing)) )"
    r"(?P<other>[^\W\d_]+(?:-[a-z]+)?) $",
    re.IGNORECASE,
)
"""What precedes the word in the name of another kind: "the black bear"."""


@dataclass(frozen=True, slots=True)
class Head:
    """The last word of the name of a kind of animal or plant, which may also mean another kind."""

    topic: Topic
    word: re.Pattern[str]
    name: str
    """What precedes the word in the name: "horseshoe"."""

    @classmethod
    def of(cls, topic: Topic) -> Self | None:
        """Return the last word of the name of ``topic``, or None if that has only one or is no living thing."""
        if not topic.is_living or topic.noun is None or " " not in topic.noun:
            return None
        last = re.escape(topic.noun.split()[-1])
        word = rf"\b(?P<word>{last}(?:e?s\b|\b(?! (?!(?:{'|'.join(sorted(ENDS))})\b)[a-z]+[^\Wds]\b)))(?![\w-])"
        return cls(topic, re.compile(word, re.IGNORECASE), topic.name.removeprefix("the ").rpartition(" ")[0])

    def in_full(self, text: str) -> str:
        """Return ``text`` with the whole name instead of the word, if nothing else says of which kind they are."""
        if self.topic.is_in(text):
            return text
        found = re.search(rf"(?P<before>{_BEFORE})(?i:{self.word.pattern})", text, re.IGNORECASE)
        if found is None:
            return text
        before, at = found["before"], found.start("word")
        if at and found["word"][0].isupper():
            return text  # a part of a name: "the film March of the Penguins"
        if before.lower() in {"a ", "an "}:
            before = f"{before[0]}{'n' if self.name[0].lower() in 'aeiou' else ''} "
        whole = f"{self.name} {found['word'][0].lower()}{found['word'][1:]}"
        return f"{text[: found.start()]}{before}{whole if at else capitalized(whole)}{text[found.end() :]}"

    def problem(self, text: str, *, is_after_other_kind: bool) -> str | None:
        """Return why it is not clear of which kind ``text`` tells; the sentences before may be on another kind."""
        if self.topic.is_in(text) or (found := self.word.search(text)) is None:
            return None
        is_other = is_after_other_kind or self.is_of_other_kind(text)
        is_other |= _OF_OTHERS.search(text, 0, found.start()) is not None
        return f"{found['word']!r} may be of another kind" if is_other else None

    def is_of_other_kind(self, text: str) -> bool:
        """Return whether ``text`` names another kind: "the black bear", in a text on brown bears."""
        known = {self.name.split()[-1].lower(), "an"} | ENDS
        others = (_OTHER.search(text, 0, found.start()) for found in self.word.finditer(text))
        return any(other is not None and other["other"].lower() not in known for other in others)
