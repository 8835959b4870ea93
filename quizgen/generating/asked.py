"""Find out what a stem asks for, and which entities it excludes: "Which king …?" excludes those without that role."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from quizgen.facts.model import Entity
from quizgen.generating.alike import has_surname, is_alike, is_excluded_by_pronoun
from quizgen.generating.entities import is_nationality, is_role
from quizgen.generating.occupations import is_occupation
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.content_words import content, content_set, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lexicon import PLACES
from quizgen.text.noun_kinds import is_kind_of
from quizgen.text.word_forms import singular

_COMPARED = re.compile(r"\b(?:more|less|fewer|(?!(?:rath|oth|earli|lat)er)[a-z]{2,}er) than\b")
"""What may be true of others, too, or of them alone: "smaller than Titan"."""
_CONTINENT = re.compile(
    r"(?<!\bacross )(?<!\bto )(?<!\bfrom )(?<!\bvia )(?<!\bthrough )(?<!\bthroughout )(?<!\btowards )(?<!\bfor )"
    r"\b(?P<name>Europe|Asia|Africa|Oceania|(?:North |South |Latin |Central )?America|Scandinavia)(?:n|ns)?\b"
)
"""A continent in which something is, but not one to or across which something goes."""
_ASKED_NOUN = re.compile(r"\b(?:which|what)\s+((?:[\w’'-]+\s+){0,2}[\w’'-]+)", re.IGNORECASE)
_ROLE_OF = re.compile(
    r"\b(?:[Ww]hich|[Ww]hat) (?:[\w’'-]+ ){0,2}(?P<role>[\w-]+) of (?P<the>the )?"
    r"(?P<of>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
)
"""A role and what it belongs to: "ruler" and "Moscow" in "Which ruler of Moscow …?"."""
_VERBS = frozenset(IRREGULAR_PAST.split("|")) | frozenset("is are does do has have can could will would".split())
_ASKED_OTHERWISE = re.compile(r"(?:who|whose|whom|when|where|how|why)\b", re.IGNORECASE)
_WHO_WAS = re.compile(
    r"Who(?: (?:was|is|were) the (?P<role>(?:[a-z-]+ ){0,2}[a-z-]+) of\b|, an? (?P<called>(?:[\w-]+ ){0,2}[\w-]+),)"
)
"""A stem that asks for somebody by an office: "Who was the chief engineer of the board?", "Who, a painter, …?"."""
_PREPOSITIONS = frozenset("of in on at from to for with by near".split())
_KINDS_OF_PLACES = ("location", "structure", "formation", "water")
_ANY_PLACE = frozenset("place location site area part spot world".split())
_SAME_KINDS = tuple(
    frozenset(words.split())
    for words in (
        "city town port",
        "country state nation kingdom land republic",
        "district quarter suburb borough neighborhood neighbourhood",
        "river stream tributary water",
        "region province territory state district land",
        "moon satellite",
    )
)
"""Nouns for the same places."""
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


def why_unlike(statement: str, own: Entity, one: Entity, stem: str, called: Collection[str] = ()) -> Excluded | None:
    """Return why ``one`` cannot be taken for ``own``, the answer to ``stem`` in ``statement``; None if it can.

    The seed calls ``one`` by the nouns ``called``: a village.

    What another one needs is everything that ``one`` lacks, so that nothing more is asked for later.
    """
    found = list(_reasons(statement, own, one, stem, called))
    if not found:
        return None
    return Excluded(one.name, found[0].why, tuple(dict.fromkeys(need for each in found for need in each.needs)))


def _reasons(statement: str, own: Entity, one: Entity, stem: str, called: Collection[str]) -> Iterator[Excluded]:
    asked, nations, repeated = _asked_words(stem, own.type), _nations(stem), _named_by(own, stem)
    if not _fits(asked, own, one) or not nations <= _described(one):
        words = " ".join(asked_nouns(stem))
        yield Excluded(one.name, f"has no role with {words!r}", (f"have {words!r} in its `role`",))
    if own.type == "person" and (of := _belongs_to(stem)) is not None and not occurs_in(fold(of), _known_as(one)):
        yield Excluded(one.name, f"is not known to belong to {of!r}", (f"have {of!r} in the `role`",))
    described = f"{one.role or ''} {(one.group or '').title()}"  # the group may be named "american-town"
    if missing := sorted(_continents(f"{statement} {stem}", own) - _continents(described, one)):
        yield Excluded(one.name, f"has no role with {missing[0]!r}", (f"have {missing[0]!r} in its `role`",))
    if _is_of_another_kind(stem, own, one, called):
        noun = sorted(asked_kinds(stem))[0]
        yield Excluded(one.name, f"is not known as {noun!r}", (f"have {noun!r} in its `role`",))
    if own.type == "person" and has_surname(own) != has_surname(one):
        yield Excluded(one.name, "has a name of another form", (f"have a name of the same form as {own.name!r}",))
    if _COMPARED.search(stem) is not None:
        yield Excluded(one.name, "may also be correct, because the stem compares", ("not be correct",))
    if not is_alike(own, one):
        what = "rank" if own.type == "person" else "kind"
        yield Excluded(one.name, f"is of a different {what}", (f"be of the same {what} as {own.name}",))
    if is_excluded_by_pronoun(one, stem, own):
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
    return tuple(word for word in asked_nouns(stem) if named & content_set(word))


def excluding_words(stem: str, own: Entity, others: Iterable[Entity]) -> tuple[str, ...]:
    """Return the words of ``stem`` that say what the answer ``own`` is, if they exclude some of the ``others``.

    For "Which king signed it?", that is "king" if the role of another person does not fit.
    """
    others = tuple(others)
    expected = (_asked_words(stem, own.type) & _described(own)) | _nations(stem)
    described = [_described(other) for other in others]
    lacking = {word for word in expected if not all(word in other for other in described)}
    return tuple(word for word in asked_nouns(stem) if lacking & content_set(word))


def _belongs_to(stem: str) -> str | None:
    """Return the place or body whose ruler, for example, ``stem`` asks for: "Moscow" in "Which ruler of Moscow …?".

    Of a ship, "the Worcester", nobody knows who else was its captain, so anybody may have been.
    """
    found = None if _ASKED_OTHERWISE.match(stem) else _ROLE_OF.search(stem)
    if found is None or not is_role(found["role"].lower()):
        return None
    is_ship = found["the"] is not None and " " not in found["of"] and not found["of"].endswith("s")
    return found["of"] if not is_ship else None


def _known_as(entity: Entity) -> str:
    return fold(" ".join((*entity.names, entity.group or "", entity.role or "")))


def _repeats(entity: Entity, own: Entity, stem: str) -> bool:
    """Return whether ``stem`` has a word of the name of ``entity``, a place or body, which would seem to be asked for.

    "Which body replaced the commission?" names the Commission of Sewers.
    """
    if entity.type == "person":
        return False
    words = _name_words(entity) - content_set(" ".join(own.names))
    return not words.isdisjoint(content_set(stem) - _asked_words(stem, own.type))


def _named_by(own: Entity, stem: str) -> frozenset[str]:
    """Return what is asked for, if it is a word of the name of a place or body: "city" for Quebec City."""
    if own.type == "person":
        return frozenset()
    return _name_words(own) & content_set(" ".join(asked_nouns(stem)))


def _name_words(entity: Entity) -> frozenset[str]:
    return content_set(entity.name)


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
    nouns = tuple(takewhile(lambda word: word not in _PREPOSITIONS, asked_nouns(stem)))
    if not nouns and (found := _WHO_WAS.match(stem)) is not None:
        nouns = tuple((found["role"] or found["called"]).split())
    return nouns[: max((number for number, word in enumerate(nouns, 1) if is_occupation(word.lower())), default=0)]


def asked_kinds(stem: str) -> frozenset[str]:
    """Return the nouns that say what kind of place ``stem`` asks for: "village"; none if it fits any place."""
    words = takewhile(lambda word: word.lower() not in _PREPOSITIONS, asked_nouns(stem))
    return frozenset(noun for word in words if is_kind_of_place(noun := singular(word.lower())))


def _is_of_another_kind(stem: str, own: Entity, one: Entity, called: Collection[str]) -> bool:
    """Return whether ``stem`` asks for a village, for example, and nothing says that ``one`` is such a place."""
    kinds = asked_kinds(stem) if own.type == "place" else frozenset()
    if not kinds or not kinds.isdisjoint(words_of(f"{one.name} {one.role or ''}")):
        return False
    if called:
        return not any(_is_same_kind(kind, each) for kind in kinds for each in called)
    group = [singular(word) for word in words_of(own.group or "")[-1:]]
    return any(map(is_kind_of_place, group)) and not any(_is_same_kind(kind, each) for kind in kinds for each in group)


def is_kind_of_place(noun: str) -> bool:
    """Return whether ``noun`` says what kind of place something is: "village"."""
    return noun not in _ANY_PLACE and (noun in PLACES or any(is_kind_of(noun, kind) for kind in _KINDS_OF_PLACES))


def _is_same_kind(one: str, other: str) -> bool:
    """Return whether what is called ``one`` may be called ``other``, too: a city a town, and a volcano a mountain."""
    return any({one, other} <= words for words in _SAME_KINDS) or is_kind_of(one, other) or is_kind_of(other, one)


def _nations(stem: str) -> frozenset[str]:
    """Return the stems of the nationalities that ``stem`` asks for: "Hungarian" in "Which Hungarian scientist …?"."""
    nations = (word for word in asked_nouns(stem) if is_nationality(word))
    return content_set(" ".join(nations))


def _asked_words(stem: str, kind: str) -> frozenset[str]:
    """Return the stems of the words that say what is asked for: "historian" in "Which historian explained …?"."""
    words = content_set(" ".join(asked_nouns(stem)))
    return words - frozenset(content(_TYPE_NOUNS[kind].split()))


def _fits(asked: frozenset[str], own: Entity, other: Entity) -> bool:
    """Return whether ``other`` could be what is asked for, as far as the seed says what ``own`` is."""
    expected = asked & _described(own)
    return not expected or bool(expected & _described(other))


def _described(entity: Entity) -> frozenset[str]:
    return content_set(f"{entity.group or ''} {entity.role or ''}")


def _continents(text: str, place: Entity) -> frozenset[str]:
    """Return the continents that ``text`` names, in which ``place`` has to be: "Europe" in "Europe's oldest tree"."""
    if place.type != "place":
        return frozenset()
    for name in place.names:
        text = text.replace(name, " ")
    return frozenset(one["name"] for one in _CONTINENT.finditer(text))
