"""Begin the stem of an order or matching question with what the text is about, as a statement begins with it."""

from collections.abc import Iterable, Sequence

from quizgen.facts.model import Seed
from quizgen.generating.lead_ins import lead_in_of
from quizgen.generating.noun_phrases import VAGUE
from quizgen.generating.topic import topic_of


def with_subject(stem: str, seed: Seed, items: Iterable[str], sentences: Sequence[str]) -> str:
    """Return ``stem``, beginning with what the text of ``sentences`` is about unless all ``items`` name that."""
    statements = sentences or [fact.plain for fact in seed.facts]
    things = (one.name for one in seed.entities.values() if one.type != "person")
    topic = topic_of(seed.source.title, statements, things, VAGUE)
    lead_in = lead_in_of(seed.source.title, topic, statements)
    if lead_in is None or not any(map(lead_in.is_needed, items)):
        return stem
    return f"{lead_in.name}: {stem[0].lower()}{stem[1:]}"
