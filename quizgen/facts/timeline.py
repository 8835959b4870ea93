"""Questions on several facts at once: the order of dated events, and who has which role."""

from collections.abc import Iterator

from quizgen.facts.model import Dated, Entity, Fact, Seed
from quizgen.questions import MatchQuestion, OrderQuestion
from quizgen.text.dates import PartialDate, parse_date
from quizgen.text.folding import fold

STEPS = 4
PAIRS = 4

_ASKED = {
    "person": "Match each person with their role.",
    "place": "Match each place with its description.",
    "organisation": "Match each organisation with its description.",
    "event": "Match each event with its description.",
}


def order_questions(seed: Seed) -> Iterator[OrderQuestion]:
    """One question for each dated fact that has at least two later ones: it and the next ones, to be put in order.

    Events whose dates overlap (a month and a day in it) have no sure order, so only one of them is taken.
    """
    dated = sorted(
        ((_date(fact.when), fact, fact.when) for fact in seed.facts if fact.when), key=lambda item: item[0].span
    )
    for start, (_, first, _) in enumerate(dated):
        chosen: list[tuple[PartialDate, Fact, Dated]] = []
        for item in dated[start:]:
            if len(chosen) < STEPS and (not chosen or item[0].span[0] > chosen[-1][0].span[1]):
                chosen.append(item)
        if len(chosen) < 3:
            continue
        told = "; ".join(f"{date}: {when.event}{_claimed(fact)}" for date, fact, when in chosen)
        yield OrderQuestion(
            id=f"{first.id}.order",
            kind="order",
            stem="Put these events in order, the earliest first.",
            steps=tuple(when.event for _, _, when in chosen),
            topic=first.topic,
            explanation=f"{told}.",
            fact=first.id,
            citation=first.citation,
        )


def match_questions(seed: Seed) -> Iterator[MatchQuestion]:
    """Entities of one type that have roles, up to four a question; a rest of one joins nobody and is not asked."""
    for kind, stem in _ASKED.items():
        members = [(key, entity) for key, entity in seed.entities.items() if entity.type == kind and entity.role]
        for start in range(0, len(members), PAIRS):
            group = _distinct(members[start : start + PAIRS])
            if len(group) < 3:
                continue
            yield MatchQuestion(
                id=f"{group[0][0]}.match",
                kind="match",
                stem=stem,
                pairs=tuple((entity.name, entity.role or "") for _, entity in group),
                explanation="; ".join(f"{entity.name}: {entity.role}" for _, entity in group) + ".",
            )


def _distinct(members: list[tuple[str, Entity]]) -> list[tuple[str, Entity]]:
    roles: dict[str, tuple[str, Entity]] = {}
    for key, entity in members:
        roles.setdefault(fold(entity.role or ""), (key, entity))
    return list(roles.values())


def _claimed(fact: Fact) -> str:
    return f" (according to {fact.attribution})" if fact.attribution else ""


def _date(when: Dated) -> PartialDate:
    parsed = parse_date(when.date)
    assert parsed is not None  # the model refuses any other
    return parsed
