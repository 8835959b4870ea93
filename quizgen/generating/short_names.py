"""Find where a part of somebody's name does not say who that is."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from quizgen.generating.entities import FoundEntity
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.generating.joint_names import is_in_joint_name
from quizgen.text.folding import fold
from quizgen.text.word_forms import is_english_word

_KIN = (
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|\w[’']s) (?:[a-z-]+ ){0,2}(?:father|mother|brother|sister|son|daughter|wife"
    r"|husband|uncle|aunt|cousin|nephew|niece|grandfather|grandmother|widow|twin)(?:, (?:an?|the) (?:\w+ ){1,3}?\w+)?"
)
KIN_BEFORE = re.compile(rf"{_KIN},? $")
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


def shared_surnames(names: Collection[str], sentences: Iterable[str]) -> frozenset[str]:
    """Return the surnames that do not say which of the people called ``names`` is meant.

    A relative who is introduced as such, as in "her father, Ole Krag", does not count: the surname alone is that of
    the person whose relative it is.
    """
    text = "\n".join(sentences)
    by_surname: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if (
            " " in name
            and " of " not in name
            and not re.search(rf"{_KIN}(?:,? the [a-z ]+)?,? {re.escape(name)}\b", text)
        ):
            by_surname[name.split()[-1]].add(name)
    return frozenset(surname for surname, each in by_surname.items() if len(each) > 1)


def _is_in_name(text: str, name: re.Match[str]) -> bool:
    """Return whether ``name`` is a part of that of something else: "the Sumida Hokusai Museum", "the Town Hall"."""
    if is_in_joint_name(text, name.start(), name.end()):
        return True
    before = re.search(r"\b[Tt]he (?P<words>(?:[A-Z][\w’'-]* )+)$", text[: name.start()])
    if before is None:
        return False
    is_noun_phrase = is_english_word(name[0].lower()) and is_english_word(before["words"].split()[-1].lower())
    return is_noun_phrase or re.match(r" [A-Z]", text[name.end() :]) is not None
