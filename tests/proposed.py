"""Proposals for a seed, and entities to propose for, to use in tests."""

from typing import Any

from seed_samples import rivers

from quizgen.facts.model import Seed
from quizgen.facts.questions import questions_of
from quizgen.generating.proposals import find_proposals, propose
from quizgen.questions import ChoiceQuestion, Question


def proposed(seed: Seed, random_seed: int = 0) -> dict[str, Question]:
    return {question.id: question for question in questions_of(propose(seed, random_seed))}


def distractors(seed: Seed, name: str, random_seed: int = 0) -> tuple[str, ...]:
    question = proposed(seed, random_seed)[name]
    assert isinstance(question, ChoiceQuestion)
    return question.distractors


def people(**roles: str) -> dict[str, Any]:
    return {
        key.lower().replace("_", "-"): {"name": key.replace("_", " "), "type": "person", "group": "dutch", "role": role}
        for key, role in roles.items()
    }


def help_for(asked: dict[str, Any], entities: dict[str, Any]) -> str | None:
    """Return what helps the first ask of ``asked``, or None if distractors are proposed for it."""
    found = find_proposals(rivers(facts=[asked], entities=entities, matches=[]))
    return found.unfilled[0].help if found.unfilled else None


def named(kind: str, group: str, *names: str) -> dict[str, Any]:
    return {f"e{at}": {"name": name, "type": kind, "group": group} for at, name in enumerate(names)}
