"""Find out what a stem asks for, and which entities it excludes: "Which king …?" excludes those without that role."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from quizgen.facts.model import Entity
from quizgen.generating.alike import is_alike, is_excluded_by_pronoun
from quizgen.generating.entities import is_nationality, is_role
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.content_words import content, words_of

_CONTINENT = re.compile(
    r"\b(?P<name>Europe|Asia|Africa|Oceania|(?:North |South |Latin |Central )?America|Scandinavia)(?:n|ns)?\b"
)
_ASKED_NOUN = re.compile(r"\b(?:which|what)\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)", re.IGNORECASE)
_VERBS = frozenset(IRREGULAR_PAST.split("|")) | frozenset("is are does do has have can could will would".split())
_ASKED_OTHERWISE = re.compile(r"(?:who|whose|whom|when|where|how|why)\b", re.IGNORECASE)
_TYPE_NOUNS = {
    "person": "person man woman people name",
    "place": "place location site area",
    "organization": "organization organisation body group institution",
    "event": "event",
}
"""Nouns that fit any entity of a type."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """An entity that cannot be taken for the answer: its name, why not, and what another one would have to do."""

    name: str
    why: str
    needs: tuple[str, ...] = ()


def why_unlike(statement: str, own: Entity, one: Entity, stem: str) -> Excluded | None:
    """Return why ``one`` cannot be taken for ``own``, the answer to ``stem`` in ``statement``; None if it can.

    What another one needs is everything that ``one`` lacks, so that nothing more is asked for later.
    """
    found = list(_reasons(statement, own, one, stem))
    if not found:
        return None
    return Excluded(one.name, found[0].why, tuple(dict.fromkeys(need for each in found for need in each.needs)))


def _reasons(statement: str, own: Entity, one: Entity, stem: str) -> Iterator[Excluded]:
    asked, nations, repeated = _asked_words(stem, own.type), _nations(stem), _named_by(own, stem)
    if not _fits(asked, own, one) or not nations <= _described(one):
        words = " ".join(asked_nouns(stem))
        yield Excluded(one.name, f"has a role without {words!r}", (f"have {words!r} in its `role`",))
    if missing := sorted(_continents(f"{statement} {stem}", own) - _continents(one.role or "", one)):
        yield Excluded(one.name, f"has a role without {missing[0]!r}", (f"have {missing[0]!r} in its `role`",))
    if not is_alike(own, one):
        what = "rank" if own.type == "person" else "kind"
        yield Excluded(one.name, f"is of a different {what}", (f"be of the same {what} as {own.name}",))
    if is_excluded_by_pronoun(one, stem):
        yield Excluded(one.name, "does not fit a pronoun in the stem")
    if not repeated <= _name_words(one):
        word = asked_nouns(stem)[-1]
        yield Excluded(
            one.name, f"does not have {word!r} in its name, as the answer does", (f"have {word!r} in its name",)
        )
    if _repeats(one, own, stem):
        yield Excluded(one.name, "has a word of the stem in its name")


def leave_out(stem: str, words: Iterable[str]) -> str:
    """Return ``stem`` without ``words`` after "which" or "what", as an author may leave them out."""
    found = _asked_noun(stem)
    if found is None:
        return stem
    left = set(words)
    kept = " ".join(word for word in found[1].split() if word not in left)
    return f"{stem[: found.start(1)]}{kept}{stem[found.end(1) :]}"


def naming_words(stem: str, own: Entity) -> tuple[str, ...]:
    """Return the words of ``stem`` that say what is asked for and are in the name of ``own``, or nearly so."""
    named = _named_by(own, stem)
    return tuple(word for word in asked_nouns(stem) if named & frozenset(content(words_of(word))))


def excluding_words(stem: str, own: Entity, others: Iterable[Entity]) -> tuple[str, ...]:
    """Return the words of ``stem`` that say what the answer ``own`` is, if they exclude some of the ``others``.

    For "Which king signed it?", that is "king" if the role of another person does not fit.
    """
    others = tuple(others)
    expected = (_asked_words(stem, own.type) & _described(own)) | _nations(stem)
    described = [_described(other) for other in others]
    lacking = {word for word in expected if not all(word in other for other in described)}
    return tuple(word for word in asked_nouns(stem) if lacking & frozenset(content(words_of(word))))


def _repeats(entity: Entity, own: Entity, stem: str) -> bool:
    """Return whether ``stem`` has a word of the name of ``entity``, a place or body, which would seem to be asked for.

    "Which body replaced the commission?" names the Commission of Sewers.
    """
    if entity.type == "person":
        return False
    words = _name_words(entity) - frozenset(content(words_of(" ".join(own.names))))
    return not words.isdisjoint(frozenset(content(words_of(stem))) - _asked_words(stem, own.type))


def _named_by(own: Entity, stem: str) -> frozenset[str]:
    """Return what is asked for, if it is a word of the name of a place or body: "city" for Quebec City."""
    if own.type == "person":
        return frozenset()
    return _name_words(own) & frozenset(content(words_of(" ".join(asked_nouns(stem)))))


def _name_words(entity: Entity) -> frozenset[str]:
    return frozenset(content(words_of(entity.name)))


def _asked_noun(stem: str) -> re.Match[str] | None:
    """Return what follows "which" or "what", unless ``stem`` asks in another way: "Who knew what tea costs?"."""
    return None if _ASKED_OTHERWISE.match(stem) else _ASKED_NOUN.search(stem)


def asked_nouns(stem: str) -> tuple[str, ...]:
    """Return the words after "which" or "what" up to a verb: not "signed" in "which king signed it"."""
    found = _asked_noun(stem)
    words = found[1].split() if found is not None else []
    return tuple(takewhile(lambda word: not word.endswith("ed") and word not in _VERBS, words))


def asked_occupation(stem: str) -> tuple[str, ...]:
    """Return the words of ``stem`` that ask for somebody by occupation: "court" and "stenographer"."""
    nouns = asked_nouns(stem)
    return nouns[: max((number for number, word in enumerate(nouns, 1) if is_role(word.lower())), default=0)]


def _nations(stem: str) -> frozenset[str]:
    """Return the stems of the nationalities that ``stem`` asks for: "Hungarian" in "Which Hungarian scientist …?"."""
    nations = (word for word in asked_nouns(stem) if is_nationality(word))
    return frozenset(content(words_of(" ".join(nations))))


def _asked_words(stem: str, kind: str) -> frozenset[str]:
    """Return the stems of the words that say what is asked for: "historian" in "Which historian explained …?"."""
    words = frozenset(content(words_of(" ".join(asked_nouns(stem)))))
    return words - frozenset(content(_TYPE_NOUNS[kind].split()))


def _fits(asked: frozenset[str], own: Entity, other: Entity) -> bool:
    """Return whether ``other`` could be what is asked for, as far as the seed says what ``own`` is."""
    expected = asked & _described(own)
    return not expected or bool(expected & _described(other))


def _described(entity: Entity) -> frozenset[str]:
    return frozenset(content(words_of(f"{entity.group or ''} {entity.role or ''}")))


def _continents(text: str, place: Entity) -> frozenset[str]:
    """Return the continents that ``text`` names, in which ``place`` has to be: "Europe" in "Europe's oldest tree"."""
    if place.type != "place":
        return frozenset()
    for name in place.names:
        text = text.replace(name, " ")
    return frozenset(one["name"] for one in _CONTINENT.finditer(text))
