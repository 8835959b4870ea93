"""Questions and sets built in code: what is valid, which errors there are, and files written from them."""

from pathlib import Path

import pytest
import yaml_rs

import quizgen

ROOT = Path(__file__).parents[2]
DANUBE = quizgen.NumberQuestion(
    id="danube-length", stem="How long is the Danube?", answer="2850", tolerance="50", unit="km"
)


def test_the_class_says_the_kind() -> None:
    assert DANUBE.kind == "number"


def test_an_invalid_question_names_every_field_that_is_wrong() -> None:
    with pytest.raises(quizgen.InvalidError) as caught:
        quizgen.ShortQuestion(id="danube", stem="")  # type: ignore[call-arg]
    assert [message.split(":")[0] for message in caught.value.messages] == ["stem", "answer"]
    assert str(caught.value).startswith("ShortQuestion: stem: ")


def test_an_invalid_question_in_a_set_has_its_place() -> None:
    with pytest.raises(quizgen.InvalidError) as caught:
        quizgen.QuestionSet(id="rivers", title="Rivers", questions=(DANUBE, DANUBE))
    (message,) = caught.value.messages
    assert message.startswith("questions.1.id: ")


@pytest.mark.parametrize(
    "path", ["tests/terminal/nine-kinds.yaml", "decks/eagle-partner-2023.yaml", "decks/spaced-practice.yaml"]
)
def test_a_saved_set_loads_as_it_was(path: str, tmp_path: Path) -> None:
    loaded = quizgen.load(ROOT / path)
    quizgen.save(loaded, tmp_path / "copy.yaml")
    kept = set(type(loaded).model_fields) - {"source"}
    assert quizgen.load(tmp_path / "copy.yaml").model_dump(include=kept) == loaded.model_dump(include=kept)


def test_a_saved_question_reads_as_an_author_would_write_it(tmp_path: Path) -> None:
    suppressed = quizgen.ChoiceQuestion(
        id="sea", stem="Into which sea?", options=("Black Sea", "Baltic Sea"), answer="Black Sea", lint={"ignore": ["Q107"]}
    )  # fmt: skip
    quizgen.save(
        quizgen.QuestionSet(id="rivers", title="Rivers", questions=(DANUBE, suppressed)), tmp_path / "rivers.yaml"
    )
    data = yaml_rs.loads((tmp_path / "rivers.yaml").read_text())
    assert data == {
        "id": "rivers",
        "title": "Rivers",
        "questions": [
            {"id": "danube-length", "kind": "number", "stem": "How long is the Danube?", "answer": 2850, "tolerance": "50", "unit": "km"},
            {
                "id": "sea", "kind": "choice", "stem": "Into which sea?", "answer": "Black Sea",
                "options": ["Black Sea", "Baltic Sea"], "lint": {"ignore": ["Q107"]},
            },
        ],
    }  # fmt: skip


def test_saving_overwrites_only_on_request(tmp_path: Path) -> None:
    rivers = quizgen.QuestionSet(id="rivers", title="Rivers", questions=(DANUBE,))
    quizgen.save(rivers, tmp_path / "rivers.yaml")
    with pytest.raises(quizgen.WriteError, match="already exists"):
        quizgen.save(rivers, tmp_path / "rivers.yaml")
    quizgen.save(rivers.model_copy(update={"title": "More rivers"}), str(tmp_path / "rivers.yaml"), replace=True)
    assert quizgen.load(tmp_path / "rivers.yaml").title == "More rivers"
