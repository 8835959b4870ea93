"""Find out whether a statement says what its subject has to do with what its lead-in names.

"The Ostby Canal: Ida Lund taught chemistry" does not; "The Ostby Canal: Ida Lund dug the first lock" does.
"""

import re
from collections.abc import Mapping

from quizgen.generating.doubts import DISASTERS, MADE, is_unique
from quizgen.generating.entities import FoundEntity, is_nationality
from quizgen.generating.gazetteer import is_place
from quizgen.generating.lead_ins import LEAST_TELLING, LeadIn
from quizgen.generating.noun_phrases import DATE_AFTER, ENDS, descriptions_in
from quizgen.generating.tenses import IRREGULAR_PAST, past_verb
from quizgen.text.dates import YEAR_ALONE
from quizgen.text.folding import fold
from quizgen.text.lexicon import EVENTS, PLACES
from quizgen.text.noun_kinds import is_kind_of, is_mainly
from quizgen.text.word_forms import beginning, singular

_VERB = rf"(?:is|are|has|have|can|could|would|{IRREGULAR_PAST}|[a-z]{{2,}}ed|[a-z]{{3,}}[^\Ws]s)"
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|and|for|to|de|von|d’) (?:the )?)?[A-ZÀ-Þ][\w’'-]*)*"
_SUBJECT = re.compile(
    r"(?:(?:[A-Za-z]+ ){0,2}(?:[Ii]n|[Oo]n|[Bb]y|[Aa]bout|[Aa]round) (?:[\w,]+ ){0,3}?\d{4},? )?"
    rf"(?P<what>(?:(?:the|an?) (?:[A-Z][a-z]+ (?=[a-z])(?!of |and |for ))?)?(?:[a-z-]+ ){{0,3}}?)(?P<name>{_NAME})"
    rf"(?:, [^;]*?,| (?:of|in|at|from) [A-Z]\w+| of \d{{4}})? (?:never |also |first |then |later )?(?P<verb>{_VERB})\b"
)
"""A subject with a name, and its verb: "in 1870 the captain Ida Lund sold"."""
_EVENT_OF_YEAR = re.compile(r"(?:[Ii]n [^,;:]*, )?(?P<name>[Tt]he (?:[a-z]+ )?(?P<noun>[a-z]+) of (?:1\d|20)\d\d)\b")
"""An event that its year tells apart: "the famine of 1876"."""
_SPECIES = re.compile(r"\bthe (?:genus|species) \*?[A-Z]")
"""What names the animal or plant in question: "the species Lepus europaeus"."""
_WHICH_ONE = re.compile(r", the (?:first|last|only|largest|oldest|smallest|longest|main) [^,;:]*,")
"""What says which one of the things in question has the name before it: ", the first model,"."""
_FOUNDED = re.compile(r" (?:was|were) (?:[a-z]+ly )?(?:built|chartered|created|drawn up|established|founded|set up)\b")
_TOLD = re.compile(
    r" (?:of|that|who|whose|whom|where|which|between|called|named|known)\b|,? [*“\"]?[A-Z]"
    r"| (?:at|in|near|from) (?:the )?[A-Z]"
)
"""What says which one is meant, so that no lead-in has to: "the observatory at Ostby"."""
NOTABLE = re.compile(
    rf"\b(?!taught|trained|corresponded|drew\b)(?:{MADE}|annexed|appointed|awarded|became|captured|conquered|crossed|declared|elected|knighted|launched|led|made|occupied"
    r"|opened|proclaimed|published|put in charge|received the|reached|seized|set up|signed|showed|succeeded|told|won)\b"
    r"(?! (?:his|her|their|its) [a-z])"
)
"""What somebody did that is worth knowing even if the connection with the text is not explained."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_LIVING = ("animal", "plant")
_ANIMAL = re.compile(
    r"(?P<subject>(?:the|an?) (?:(?!of |that |who )[a-z-]+ ){0,2}?(?P<noun>[a-z-]+))"
    r"(?:, an? (?:[a-z-]+ ){0,2}?(?P<what>[a-z]+)\b[^;:]*,"
    rf"|(?= (?:is|are|can|has|have|had|may|{IRREGULAR_PAST}|[a-z]{{2,}}ed|[a-z]{{2,}}[^\Ws]s)\b))"
)
"""An animal as a subject: "the red knot, a wader, "."""
_OF_ANY_AGE = frozenset(
    "adult caterpillar chick colony creature cub drone egg female fry hatchling juvenile larva male mother nymph parent"
    " pup queen seedling soldier species worker young".split()
)
_EVERYWHERE = frozenset("country world".split())


def unlinked_subject(body: str, about: LeadIn, entities: Mapping[str, FoundEntity]) -> str | None:
    """Return the named subject of ``body`` if nothing says what it has to do with what ``about`` names, or None.

    A phrase such as "the first lock", which the lead-in explains, or a word from the lead-in says it. What a country
    or a place does needs no such words.
    """
    subject = _SUBJECT.match(body)
    event = _EVENT_OF_YEAR.match(body)
    if subject is None and event is not None and (event["noun"] in EVENTS | DISASTERS):
        return None if _is_linked(body, about, event.end()) else event["name"]
    if subject is None or not ENDS.isdisjoint(subject["what"].removeprefix("the ").split()[1:]):
        return None
    if _WHICH_ONE.match(body, subject.end("name")) is not None:
        return None
    words = subject["name"].split()
    while words and is_nationality(words[0]):
        del words[0]
    name = " ".join(words)
    one = entities.get(fold(name))
    is_called_one = subject["what"].split()[-1:] != [] and subject["what"].split()[-1] in PLACES  # "the river Tagus"
    if not words or is_called_one or is_place(name) or (one is not None and one.type == "place"):
        return None
    if _FOUNDED.match(body, subject.start("verb") - 1) is not None:
        return None
    return None if _is_linked(body, about, subject.end()) else subject["name"]


def _is_linked(body: str, about: LeadIn, end: int) -> bool:
    """Return whether ``body`` has a word from ``about``, or a phrase after ``end`` that only this explains."""
    if about.is_kind and _SPECIES.search(body, end) is not None:
        return True
    if any(
        _is_explained(body, one.end) and not is_unique(one) and one.noun not in _EVERYWHERE
        for one in descriptions_in(body)
        if one.start >= end
    ):
        return True
    telling = {word for word in _WORD.findall(about.name) if len(word) >= LEAST_TELLING and not is_nationality(word)}
    known = {*map(beginning, telling | ({about.inside.split()[-1]} if about.is_kind else set()))}
    if not known.isdisjoint(map(beginning, _WORD.findall(body))):
        return True
    return not _capitals(about.name).isdisjoint(_capitals(body))  # "The Gin Craze: Ole Krag drew Gin Lane"


def other_kind(body: str, about: LeadIn) -> str | None:
    """Return the subject of ``body`` if that is another kind of animal or plant than the one of ``about``, or None.

    "Horseshoe crabs: the red knot lays four eggs"; "the bird", "a female" and "the larva" may be the same kind.
    """
    own = singular(about.inside.split()[-1]) if about.is_kind and about.inside else ""
    found = _ANIMAL.match(body)
    if found is None or not any(is_kind_of(own, kind) for kind in _LIVING):
        return None
    noun = singular(found["noun"])
    is_living = any(is_mainly(noun, kind) for kind in _LIVING) or found["what"] is not None
    is_same = own == noun or is_kind_of(own, noun) or noun in _OF_ANY_AGE
    return found["subject"] if is_living and not is_same and not is_mainly(noun, "person") else None


def is_one_of_several(body: str, about: LeadIn) -> bool:
    """Return whether ``about`` names several events, and ``body`` tells of one of them, but not when that was."""
    last = about.inside.split()[-1].lower() if about.inside else ""
    are_several = singular(last) != last and singular(last) in EVENTS
    return are_several and past_verb(body) is not None and YEAR_ALONE.search(body) is None


def _capitals(text: str) -> set[str]:
    """Return the words of ``text`` with a capital that does not come from the beginning of a sentence."""
    return {word for word in _WORD.findall(text.removeprefix("The ")[1:]) if word[0].isupper()}


def _is_explained(body: str, end: int) -> bool:
    """Return whether the lead-in, rather than what follows ``end``, says which one the phrase there means."""
    return _TOLD.match(body, end) is None or DATE_AFTER.match(body, end) is not None
