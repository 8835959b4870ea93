"""A small seed about rivers, to change in tests."""

from typing import Any

from quizgen.facts.model import Seed

RIVERS: dict[str, Any] = {
    "id": "rivers",
    "source": {"title": "Rivers"},
    "topics": {"rivers": "Rivers"},
    "entities": {
        "danube": {
            "name": "Danube",
            "type": "place",
            "group": "river",
            "role": "Flows to the Black Sea",
            "aliases": ["Donau"],
        },
        "rhine": {"name": "Rhine", "type": "place", "group": "river", "role": "Flows to the North Sea"},
        "po": {"name": "Po", "type": "place", "group": "river", "role": "Flows to the Adriatic"},
        "ebro": {"name": "Ebro", "type": "place", "group": "river", "role": "Flows to the Balearic Sea"},
        "vienna": {"name": "Vienna", "type": "place", "group": "city"},
    },
    "facts": [
        {
            "id": "danube-length",
            "topic": "rivers",
            "statement": "The {{c1::Danube}} is {{c2::2,850}} km long.",
            "attribution": "a commission of its countries",
            "citation": {"paragraph": 1},
            "ask": [
                {"stem": "Which river is 2,850 km long?", "answer": "c1"},
                {"stem": "How long is the Danube?", "answer": "c2", "unit": "km"},
            ],
            "when": {"date": "1992", "event": "The canal opens"},
        },
        {
            "id": "rhine-length",
            "topic": "rivers",
            "statement": "The {{c1::Rhine}} is {{c2::1,230}} km long from source to mouth.",
            "citation": {"paragraph": 2},
            "ask": [{"stem": "How long is the Rhine?", "answer": "c2", "unit": "km"}],
            "when": {"date": "1868-10-17", "event": "The navigation act is signed"},
        },
        {
            "id": "po-length",
            "topic": "rivers",
            "statement": "The {{c1::Po}} is {{c2::650}} km long from source to mouth.",
            "citation": {"paragraph": 3},
            "ask": [{"stem": "How long is the Po?", "answer": "c2", "unit": "km"}],
            "when": {"date": "October 1868", "event": "The flood comes"},
        },
        {
            "id": "capitals",
            "topic": "rivers",
            "statement": "{{c1::Vienna}} lies on the {{c2::Danube}}.",
            "citation": {"paragraph": 4},
            "ask": [{"stem": "Which river is 2,850 km long?", "answer": "c2"}],
            "when": {"date": "1815", "event": "The congress ends"},
        },
    ],
}


def rivers(**changes: Any) -> Seed:
    """The seed with other facts, entities, or orders and matches."""
    return Seed.model_validate({**RIVERS, **changes})


def fact(statement: str, *asks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A fact with the id `f`, its asks answered by c1 unless they say otherwise."""
    ask = [{"stem": "Which?", "answer": "c1", **one} for one in asks]
    return {
        "id": "f", "topic": "rivers", "statement": statement, "citation": {"paragraph": 1}, "ask": ask, **more,
    }  # fmt: skip
