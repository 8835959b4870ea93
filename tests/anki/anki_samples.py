"""A small set with all nine kinds, and its way into the real Anki backend."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.questions import QuestionSet

if TYPE_CHECKING:
    from anki.collection import Collection, ImportLogWithChanges

LONG_AGO = 1_600_000_000
"""A release time well before any test's reviews and edits."""

Importer = Callable[[Path], "ImportLogWithChanges"]

QUESTIONS: list[dict[str, Any]] = [
    {
        "kind": "card",
        "id": "boiling",
        "topic": "matter",
        "stem": "At what temperature does water boil at sea level?",
        "answer": "At **100 °C**, or \\(373.15\\,\\mathrm{K}\\).",
        "hint": "The *Celsius* scale was made for it.",
        "explanation": "Higher up there is less air, so:\n\n- on a mountain it boils sooner\n- under pressure later",
        "attribution": "the almanac's editors",
        "citation": {"paragraph": 4},
        "tags": ["physics"],
    },
    {
        "kind": "choice",
        "id": "largest-planet",
        "topic": "space",
        "stem": "Which planet is the largest?",
        "answer": "Jupiter",
        "distractors": ["Mars", "Venus", "Saturn", "Neptune"],
        "explanation": "Eleven Earths would fit side by side across it.",
        "citation": {"paragraph": 7},
    },
    {
        "kind": "multiple",
        "id": "inner-planets",
        "topic": "space",
        "stem": "Which of these planets are made of rock?",
        "answers": ["Mercury", "Mars"],
        "options": ["Mercury", "Uranus", "Mars", "Saturn", "None of these"],
        "pin_last": True,
    },
    {
        "kind": "true_false",
        "id": "sun-planet",
        "topic": "space",
        "stem": "The Sun is a planet.",
        "answer": False,
        "explanation": "It is a star.",
    },
    {
        "kind": "short",
        "id": "capital-of-japan",
        "topic": "places",
        "stem": "What is the capital of Japan?",
        "answer": "Tokyo",
        "accept": ["Tōkyō", "Tokio"],
    },
    {
        "kind": "number",
        "id": "marathon",
        "stem": "How long is a marathon?",
        "answer": 42195,
        "tolerance": "200",
        "unit": "metres",
    },
    {
        "kind": "cloze",
        "id": "rivers",
        "topic": "places",
        "text": "The {{c1::Seine}} flows through {{c2::Paris::city}};"
        " `print({{c3::1}})` and \\(x = {{c4::\\frac{1}{2} }}\\).",
        "accept": {"c1": ["river Seine"]},
    },
    {
        "kind": "order",
        "id": "seasons",
        "stem": "Put the seasons of the northern year in order, from March on.",
        "steps": ["Spring", "Summer", "Autumn", "Winter"],
    },
    {
        "kind": "match",
        "id": "currencies",
        "stem": "Which money belongs to which country?",
        "pairs": {"Japan": "Yen", "India": "Rupee", "Poland": "Złoty"},
    },
]


def question_set(questions: list[dict[str, Any]] | None = None, **changes: Any) -> QuestionSet:
    """The nine questions as a set, or others; ``changes`` replace the set's own keys."""
    heading = {
        "id": "almanac",
        "title": "An almanac of small things",
        "description": "Nine kinds of question & <b>no</b> *riddles*.",
        "source": "The Small Almanac",
        "topics": {"space": "Space", "matter": "Matter", "places": "Places & rivers"},
        "tags": ["demo"],
    }
    return QuestionSet.model_validate({**heading, "questions": questions or QUESTIONS, **changes})


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 400"><rect width="900" height="400" fill="#cde"/>'
    '<circle cx="450" cy="200" r="150" fill="#e90"/></svg>'
)
LONG = [
    {
        "kind": "choice",
        "id": "long",
        "topic": "places",
        "stem": "Which of these long names is the name of a village in Wales? " + "Consider each with care. " * 6,
        "answer": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        "distractors": [
            "A *place* whose name takes a line and a half on a telephone, and then some more words",
            "`very_long_identifier_without_any_space_in_it_at_all(argument)`",
            "\u05d9\u05e8\u05d5\u05e9\u05dc\u05d9\u05dd",
        ],
        "explanation": "See [its page](https://example.org/wales):\n\n```\nprint('a line of code that is rather longer than a telephone is wide')\n```",
        "image": {"file": "sun.svg", "alt": "An orange disc on a pale ground"},
    }
]


def pictured_set(folder: Path) -> QuestionSet:
    """The nine questions and a long one with a picture, which is put into ``folder``."""
    (folder / "sun.svg").write_text(SVG, "utf-8")
    return question_set([*QUESTIONS, *LONG])


def edited(question_id: str, **changes: Any) -> list[dict[str, Any]]:
    """The nine questions, one of them changed."""
    return [{**question, **changes} if question["id"] == question_id else question for question in QUESTIONS]


def import_package(collection: "Collection", path: Path) -> "ImportLogWithChanges":
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    options = ImportAnkiPackageOptions()  # all off, "if newer" for notes and note types: what a new profile has
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))
