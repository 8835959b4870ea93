"""Decide whether somebody is known to have the occupation or the office that a question asks for.

"Which rider …?" offers nobody of whom neither the text nor the seed says that they rode.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizgen.facts.model import Entity
from quizgen.generating.alike import is_ruler
from quizgen.generating.entities import is_nationality, is_role
from quizgen.text.content_words import content, content_set, words_of
from quizgen.text.noun_kinds import is_kind_of, is_mainly, is_noun
from quizgen.text.word_forms import singular

_ANYBODY = frozenset("person people human man men woman women member friend individual figure name american".split())
"""Nouns that say nothing about what somebody did."""
_OF_WHAT = frozenset(
    "owner proprietor maker dealer seller keeper manager operator servant player champion worker officer".split()
)
"""Nouns that say something only with the noun before them: the owner of a stagecoach is not one of a ship."""
_DOER = re.compile(r"(?P<deed>[a-z]{3,}?)(?:er|or)")
_OTHER_PAST = {
    "build": "built", "deal": "dealt", "draw": "drew", "driv": "drove", "fight": "fought", "fly": "flew",
    "keep": "kept", "lead": "led", "mak": "made", "rid": "rode", "sell": "sold", "sing": "sang", "teach": "taught",
    "writ": "wrote",
}  # fmt: skip
"""The irregular past tense of what a doer does, by how the noun begins: a rider rode."""
_SAME = {"owner": "ran operated proprietor", "proprietor": "ran operated owned owner"}
"""Words that tell of the same role."""
_MONARCH = frozenset("king queen emperor empress tsar czar sultan shah monarch ruler duke prince princess".split())
_ANY_MONARCH = frozenset("monarch ruler sovereign".split())
_STATE = _MONARCH | frozenset("president minister premier chancellor governor dictator".split())
_OFFICER = frozenset("admiral general colonel major captain commander officer marshal brigadier lieutenant".split())


@dataclass(frozen=True, slots=True)
class Office:
    """An office that the stem tells of, without its name, by the ``words`` for what only its holder has or does."""

    name: str
    words: str
    titles: frozenset[str]

    def is_held(self, person: Entity, known: Collection[str]) -> bool:
        """Return whether ``person``, who is ``known`` for these occupations, has or had such an office."""
        named = frozenset(words_of(person.name)[:1])
        return not self.titles.isdisjoint({*known, *named}) or (self.titles >= _MONARCH and is_ruler(person))


_OFFICES = (
    Office("president", r"inaugural|inauguration|presidency", frozenset({"president", "governor", "mayor"})),
    Office("pope", r"papacy|pontificate|encyclical", frozenset({"pope"})),
    Office("ruler", r"coronation|reign|throne|abdication", _MONARCH),
    Office("minister", r"government|cabinet|ministry|administration|regime", _STATE),
    Office("officer", r"regiment|brigade|battalion|squadron|army|armies|troops|forces|fleet", _STATE | _OFFICER),
)
_HAVING = {office.name: re.compile(rf"\b[Ww]hose (?:[\w’'-]+ ){{0,2}}(?:{office.words})\b") for office in _OFFICES}


def office_of(stem: str) -> Office | None:
    """Return the office of which ``stem`` tells without its name: of a president in "Whose inaugural address …?"."""
    return next((office for office in _OFFICES if _HAVING[office.name].search(stem) is not None), None)


def is_occupation(word: str) -> bool:
    """Return whether ``word``, in lower case, says what somebody is: "king", "rider"."""
    return is_role(word) or (word not in _ANYBODY and not is_nationality(word) and is_mainly(word, "person"))


def has_occupation(person: Entity, asked: Sequence[str], known: Collection[str]) -> bool:
    """Return whether ``person``, ``known`` for these occupations, may be what is ``asked`` for: "stagecoach owner".

    The name, the group or the role says so, perhaps by what the person did: "Ran stagecoaches".
    """
    noun = singular(asked[-1].lower())
    told = words_of(f"{person.role or ''} {person.group or ''}")
    of = " ".join(word for word in asked[:-1] if is_noun(word.lower())) if noun in _OF_WHAT else ""
    if of and content_set(of).isdisjoint(content(told)):
        return False
    if words_of(person.name)[:1] == [noun]:
        return True  # Queen Anna
    if noun in _ANY_MONARCH and is_ruler(person):
        return True
    called = {*known, *map(singular, told)}
    return any(one == noun or (is_occupation(one) and is_kind_of(one, noun)) for one in called) or _did(told, noun)


def _did(told: Collection[str], noun: str) -> bool:
    """Return whether somebody of whom these words are ``told`` did what makes a ``noun`` of a person."""
    if not frozenset(_SAME.get(noun, "").split()).isdisjoint(told):
        return True
    doer = _DOER.fullmatch(noun)
    if doer is None or any(noun in office.titles for office in _OFFICES):
        return False
    forms = re.compile(rf"{doer['deed']}(?:e|es|s|ed|ing)")
    return any(forms.fullmatch(word) or word == _OTHER_PAST.get(doer["deed"]) for word in told)
