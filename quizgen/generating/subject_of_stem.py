"""Begin the stem of an order or matching question with what the text is about, as a statement begins with it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quizgen.facts.model import Seed
from quizgen.generating.homelands import country_of, subject_of_question
from quizgen.generating.lead_ins import LeadIn, lead_in_of, of_country
from quizgen.generating.noun_phrases import VAGUE
from quizgen.generating.topic import topic_of

_NAME = re.compile(r"(?:The )?(?P<name>[A-ZÀ-Þ][\w’'-]*(?: (?:of |the )*[A-ZÀ-Þ][\w’'-]*)*)(?=[:,;]|$)")
"""What a title begins with if that is a name: "Dagen H: the day Sweden changed sides"."""


def with_subject(stem: str, seed: Seed, items: Iterable[str], sentences: Sequence[str]) -> str:
    """Return ``stem``, beginning with what the text of ``sentences`` is about unless all ``items`` name that."""
    statements = sentences or [fact.plain for fact in seed.facts]
    things = [one.name for one in seed.entities.values() if one.type != "person"]
    topic = topic_of(seed.source.title, statements, [*things, *_named_by(seed, statements)], VAGUE)
    lead_in = lead_in_of(seed.source.title, topic, statements) or _of_question(seed.source.title, statements)
    if lead_in is None or not any(map(lead_in.is_needed, items)):
        return stem
    return f"{lead_in.name}: {stem[0].lower()}{stem[1:]}"


def _named_by(seed: Seed, statements: Iterable[str]) -> Iterator[str]:
    """Yield the name that the title begins with, if it is no person's and has its capitals within a sentence, too."""
    people = {name for one in seed.entities.values() if one.type == "person" for name in one.names}
    found = _NAME.match(seed.source.title)
    if found is not None and found["name"] not in people:
        within = re.compile(rf"(?<=\w ){re.escape(found['name'])}\b")
        if any(map(within.search, statements)):
            yield found["name"]


def _of_question(title: str, statements: Sequence[str]) -> LeadIn | None:
    """Return the lead-in that is made of a title such as "How Swedish cities got the tram"."""
    country = country_of(title, statements) if subject_of_question(title) is not None else None
    return of_country(country, title, statements, frozenset(), frozenset()) if country is not None else None
