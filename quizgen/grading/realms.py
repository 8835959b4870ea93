"""The countries of rulers: Philip II of Spain."""

from itertools import dropwhile, pairwise

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.titles import RULERS, untitled
from quizgen.text.countries import NATIONS, are_people_of
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import Phrase, listed

_OF_REALMS = RULERS | listed("court throne crown dynasty armada fleet army")
"""What has the name of a country or people before it, or after "of"."""
_BEFORE_OF = RULERS | {"the"}
_RULED = listed("ruled rules ruling governed reigned")
_IN_BRITAIN = frozenset({"britain", "great britain", "england", "scotland", "uk", "united kingdom"})
_IN_UNION = {"england": _IN_BRITAIN - {"scotland"}, "scotland": _IN_BRITAIN - {"england"}}
"""The names of a country that had rulers of its own before it was united with another."""
_OPPONENT = lazy_pattern(
    r"\b(?:against|(?i:invad|attack|defeat|conquer)\w*|fought|beat|war\s+(?:with|on))\s+(?:the\s+)?(?P<country>[A-Z]\w+)"
)
"""A country that a ruler had as an opponent."""


_REALM_OF_TITLE = {
    **dict.fromkeys(("tsar", "czar", "tsarina", "czarina"), frozenset({"russia", "bulgaria"})),
    **dict.fromkeys(("kaiser", "kaiserin"), frozenset({"germany", "austria", "prussia"})),
    "pharaoh": frozenset({"egypt"}),
}
"""The countries whose rulers have a title of their own."""


def without_realm(words: tuple[str, ...], name: tuple[str, ...], number: str, key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` without "of England" after a king's number, unless he is the king of another country."""
    size = len(name) + 1
    if not number or words[size : size + 1] != ("of",) or words[size - 1] not in {number, f"{number}th"}:
        return words
    realm = " ".join(words[size + 1 :])
    return words if _is_other_realm(realm, key) else words[:size]


def realm_after(form: Phrase, given: Phrase) -> str:
    """Return the country that ``given`` adds to a ruler's number: Spain, for Philip II, King of Spain; or ""."""
    said, name = untitled(given.words), untitled(form.words)
    if not form.words[-1].isdigit() or said[: len(name)] != name:
        return ""
    after = " ".join(dropwhile(_BEFORE_OF.__contains__, said[len(name) :]))
    return after.removeprefix("of ").removeprefix("the ") if after.startswith("of ") else ""


def has_other_realm(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether ``given`` makes a ruler that of another country than the stem does."""
    realm = realm_after(form, given)
    return realm != "" and _is_other_realm(realm, key)


def _is_other_realm(realm: str, key: AnswerKey) -> bool:
    """Return whether the stem has this country as an opponent or has another one: for a Spanish king, France.

    A people stands for its country: Queen of Scots.
    """
    opponents = {word for found in _OPPONENT.finditer(key.stem) for word in key.phrase(found["country"]).words}
    words = key.phrase(key.stem).words
    if any(title in words and realm not in realms for title, realms in _REALM_OF_TITLE.items()):
        return True
    country = next((name for name in (*_IN_UNION, *_IN_BRITAIN) if _belongs(realm, name)), realm)
    names = _IN_UNION.get(country, _IN_BRITAIN) if country in _IN_BRITAIN else {country}
    ruled = [one for one, after in pairwise(words) if after in _OF_REALMS and one not in opponents]
    ruled += [one for verb, one in pairwise(words) if verb in _RULED]
    triples = zip(words, words[1:], words[2:], strict=False)
    ruled += [
        one
        for before, joint, one in triples
        if (before in _OF_REALMS and joint == "of") or (before in _RULED and joint in {"over", "in"})
    ]
    if any(_belongs(word, nation) for word in ruled for nation in NATIONS | _IN_BRITAIN):
        return not any(_belongs(word, name) or _belongs(name, word) for word in ruled for name in names)
    others = {*words} - opponents
    return not any(_belongs(word, name) for word in others for name in names) and any(
        _belongs(word, name) for word in opponents for name in names
    )


def _belongs(word: str, country: str) -> bool:
    """Return whether ``word`` is the name of a country or of its people."""
    return word == country or are_people_of(word, country) or (word == "british" and country in _IN_BRITAIN)
