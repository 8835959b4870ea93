"""Find whether a statement calls somebody by a part of the name, which does not say who that is."""

import re
from collections.abc import Mapping

from quizgen.generating.entities import FoundEntity
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.generating.people import KIN_BEFORE
from quizgen.text.folding import fold
from quizgen.text.word_forms import is_english_word

_HE = re.compile(r"\b(?:he|she|him|his|her)\b")
_BEFORE_GIVEN = re.compile(rf"(?:{KIN_BEFORE.pattern}|\b(?:[Kk]ing|[Qq]ueen|[Pp]ope|Saint|St|[Ee]mp[a-z]+|[Tt]sar) $)")


def short_name(text: str, people: Mapping[str, FoundEntity]) -> str | None:
    """Return why ``text`` does not say who somebody is: it has only a part of the name."""
    for one in people.values():
        bare = re.search(rf"(?<![\w–-])(?<!\w, ){re.escape(one.name)}(?![\w–-]| [A-ZÀ-Þ])", text)
        if fold(one.name) in GIVEN_NAMES and bare is not None and _BEFORE_GIVEN.search(text[: bare.start()]) is None:
            return f"{one.name!r} is not a full name"
        for alias in one.aliases:
            short = re.search(rf"(?<![\w–-])(?<![Tt]he ){re.escape(alias)}(?![\w–-])", text)
            if one.name in text or short is None:
                continue
            if not _is_in_name(text, short):
                return f"{alias!r} is not a full name"
            if (pronoun := _HE.search(text, short.end())) is not None:
                return f"{pronoun[0]!r} refers to an earlier sentence"
    return None


def _is_in_name(text: str, name: re.Match[str]) -> bool:
    """Return whether ``name`` is a part of that of something else: "the Sumida Hokusai Museum", "the Town Hall"."""
    before = re.search(r"\b[Tt]he (?P<words>(?:[A-Z][\w’'-]* )+)$", text[: name.start()])
    if before is None:
        return False
    is_noun_phrase = is_english_word(name[0].lower()) and is_english_word(before["words"].split()[-1].lower())
    return is_noun_phrase or re.match(r" [A-Z]", text[name.end() :]) is not None
