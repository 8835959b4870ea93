"""A set that asks much of the cards' looks and scripts, imported into the real Anki backend."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anki_samples import LONG, LONG_AGO, QUESTIONS, SVG, import_package, question_set

from quizgen.anki import export_apkg

if TYPE_CHECKING:
    from anki.collection import Collection

CODE = '''```python
def mean(numbers: list[float]) -> float:
    """The arithmetic mean; {braces} stay."""
    if not numbers:  # nothing to divide by
        raise ValueError("no numbers")
    return sum(numbers) / 2.5
```'''
HOSTILE = "<img src=x onerror=alert(1)> {{ID}} \\(x\\) &amp; </script><b>"
MORE: list[dict[str, Any]] = [
    {
        "kind": "choice",
        "id": "ten",
        "stem": "Which of these is the sixth letter of the Greek alphabet?",
        "answer": "Zeta",
        "options": [
            "Alpha",
            "Beta",
            "Gamma",
            "Delta",
            "Epsilon",
            "Zeta",
            "Eta",
            "Theta",
            "Iota",
            "None of them",
        ],
        "pin_last": True,
    },
    {
        "kind": "choice",
        "id": "still",
        "stem": "How many moons has Mars?",
        "answer": "2",
        "options": ["0", "1", "2", "3"],
        "shuffle": False,
    },
    {
        "kind": "card",
        "id": "picture-on-back",
        "stem": "What color is the Sun in the picture?",
        "answer": "Orange",
        "explanation": "Seen from space, it is white.",
        "image": {"file": "sun.svg", "alt": "An orange disc on a pale ground", "after_answer": True},
    },
    {
        "kind": "card",
        "id": "code",
        "stem": f"What does this return for `[1, 4]`?\n\n{CODE}",
        "answer": f"`2.0`, since:\n\n{CODE}",
        "hint": CODE,
    },
    {
        "kind": "multiple",
        "id": "right-to-left",
        "stem": "אילו מן הערים האלה נמצאות בצפון?",
        "answers": ["חיפה", "צפת"],
        "distractors": ["באר שבע", "אילת `f(x)`"],
        "hint": "הביטו במפה.",
        "explanation": "חיפה וצפת הן בצפון.",
    },
    {
        "kind": "choice",
        "id": "hostile",
        "stem": HOSTILE,
        "answer": f"{HOSTILE} a",
        "distractors": [f"{HOSTILE} b", f"{HOSTILE} c"],
    },
    {
        "kind": "match",
        "id": "hostile-pairs",
        "stem": HOSTILE,
        "pairs": {
            f"{HOSTILE} {letter}": f"{HOSTILE} {letter * 2} \\(\\href{{javascript:alert(1)}}{{y}}\\)"
            for letter in "abc"
        },
    },
    {
        "kind": "match",
        "id": "long-pairs",
        "stem": "Which sentence belongs to which word?",
        "pairs": {
            "Photosynthesis": "Plants make sugar and oxygen from water, air and light",
            "Thermodynamics": "Heat flows by itself from the warm to the cold, never back",
            "\\(e^{i\\pi}+1=0\\)": "**Euler's** identity",
            "`sorted(words)`": "A list in order",
        },
    },
]


@contextmanager
def sample_collection(folder: Path) -> Iterator["Collection"]:
    """A collection in ``folder`` with the tests' nine questions, a long one with a picture, and ``MORE``."""
    from anki.collection import Collection

    (folder / "sun.svg").write_text(SVG, "utf-8")
    made = question_set([*QUESTIONS, *LONG, *MORE])
    export_apkg([made], folder / "sample.apkg", modified=LONG_AGO, pictures={made.id: folder})
    collection = Collection(str(folder / "collection.anki2"))
    try:
        import_package(collection, folder / "sample.apkg")
        yield collection
    finally:
        collection.close()
