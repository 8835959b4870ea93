"""The readers' labels cover the article's core, and the core keeps what they were asked to confirm."""

import csv
from pathlib import Path

import pytest

from quizgen.loading.sets import load

ROOT = Path(__file__).parents[1]
FILES = sorted((Path(__file__).parent / "labels").glob("*.tsv"))
CORE = [
    question
    for question in load(ROOT / "decks" / "eagle-partner-2023.yaml").questions
    if question.kind == "card" and question.priority == "core"
]


def read(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def test_two_readers_labeled_the_same_questions() -> None:
    first, second = map(read, FILES)
    assert first.keys() == second.keys()
    assert len(first) >= len(CORE) + 60


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_core_point_is_labeled_and_a_third_is_above_recall(path: Path) -> None:
    labels = read(path)
    assert [question.id for question in CORE if question.id not in labels] == []
    assert sum(labels[question.id]["level"] == "above" for question in CORE) >= 16
    assert [question.id for question in CORE if labels[question.id]["wrong"] == "1"] == []
