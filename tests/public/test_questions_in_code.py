"""Questions and sets built in code: what is valid, which errors there are, and files written from them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from pydantic import BaseModel

import quizgen

ROOT = Path(__file__).parents[2]
DANUBE = quizgen.NumberQuestion(
    id="danube-length", stem="How long is the Danube?", answer="2850", tolerance="50", unit="km"
)
RIVERS = quizgen.QuestionSet(id="rivers", title="Rivers", questions=(DANUBE,))


def test_the_class_says_the_kind() -> None:
    assert DANUBE.kind == "number"


def test_an_invalid_question_names_every_field_that_is_wrong() -> None:
    with pytest.raises(quizgen.InvalidError) as caught:
        quizgen.ShortQuestion(id="danube", stem="")  # type: ignore[call-arg]
    assert [message.split(":")[0] for message in caught.value.messages] == ["stem", "answer"]
    assert str(caught.value).startswith("ShortQuestion: stem: ")


MODELS: list[Any] = [
    value for name in dir(quizgen) if isinstance(value := getattr(quizgen, name), type) and issubclass(value, BaseModel)
]
VALUES: list[Any] = [
    None, True, 3, -1.5, "", "x", "a_b\t", "\u202e", "x" * 300_000, [], ["x", 3], [[]], [{"kind": "x"}], [{"kind": "short"}],
    {}, {"x": 3}, {"X": "x"}, {3: "x"}, {"kind": "number", "id": "x"}, b"x", object(),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("model", MODELS)
def test_only_own_errors_in_own_words_reach_the_caller(model: Any) -> None:
    messages: list[str] = []
    for field in (*model.model_fields, "other"):
        for value in VALUES:
            messages += _messages(lambda data: model(**data), {field: value})
            messages += _messages(model.model_validate, {field: value})
            messages += _messages(model.model_validate_strings, {field: value})
            messages += _messages(model.model_validate_json, json.dumps({field: value}, default=repr, skipkeys=True))
    assert messages
    pydantic_words = re.compile(r"Input|input|valid (string|tuple|dict)|permitted|required|matching|instance of")
    assert [message for message in messages if pydantic_words.search(message)] == []


def _messages(build: Callable[[Any], Any], data: Any) -> tuple[str, ...]:
    try:
        build(data)
    except quizgen.InvalidError as error:
        return error.messages
    return ()


@pytest.mark.parametrize("build", [MODELS[0].model_validate, MODELS[0].model_validate_json])
def test_what_is_not_a_mapping_is_not_valid(build: Any) -> None:
    with pytest.raises(quizgen.InvalidError, match="must be a mapping of keys to values, not '3'"):
        build(3 if build == MODELS[0].model_validate else "3")


def test_a_question_cannot_be_changed() -> None:
    with pytest.raises(quizgen.FrozenError, match="model_copy"):
        DANUBE.unit = "m"  # type: ignore[misc]
    with pytest.raises(quizgen.FrozenError, match="cannot be changed"):
        del DANUBE.unit
    assert DANUBE.unit == "km"
    assert DANUBE.model_copy(update={"unit": "m"}).unit == "m"


def test_an_invalid_question_does_not_make_the_list_of_questions_empty() -> None:
    with pytest.raises(quizgen.InvalidError) as caught:
        quizgen.QuestionSet.model_validate({"id": "x", "title": "X", "questions": [{"kind": "short", "id": "a"}]})
    assert caught.value.messages == (
        "questions.0.stem: missing key 'stem'",
        "questions.0.answer: missing key 'answer'",
    )


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
    assert quizgen.load(tmp_path / "copy.yaml").model_dump() == loaded.model_dump()


def test_a_saved_set_keeps_every_field(tmp_path: Path) -> None:
    rivers = quizgen.QuestionSet(
        id="rivers",
        title="Rivers",
        description="Rivers of Europe",
        source={"title": "The rivers of Europe", "short": "atlas, 2021", "published": "2021"},
        license="CC BY 4.0",
        language="en",
        answer_language="es",
        grading="spelling",
        topics={"length": "Length"},
        tags=("geography",),
        retired=True,
        formerly=("streams",),
        questions=(quizgen.ShortQuestion(id="sea", stem="Which sea?", answer="Black Sea", grading="exact"),),
    )
    assert rivers.model_fields_set == set(type(rivers).model_fields)
    quizgen.save(rivers, tmp_path / "rivers.yaml")
    loaded = quizgen.load(tmp_path / "rivers.yaml")
    quizgen.save(loaded, tmp_path / "again.yaml")
    without_questions = {"questions"}
    assert loaded.model_dump(exclude=without_questions) == rivers.model_dump(exclude=without_questions)
    assert loaded.questions[0].model_dump() == {**rivers.questions[0].model_dump(), "answer_language": "es"}
    assert (tmp_path / "again.yaml").read_text() == (tmp_path / "rivers.yaml").read_text()


def test_a_question_keeps_its_own_answer_language_in_a_set_with_another_one() -> None:
    languages = quizgen.QuestionSet(
        id="words",
        title="Words",
        answer_language="es",
        questions=(
            quizgen.ShortQuestion(id="year", stem="year", answer="año"),
            quizgen.ShortQuestion(id="city", stem="city", answer="città", answer_language="it"),
        ),
    )
    assert [question.model_dump()["answer_language"] for question in languages.questions] == ["es", "it"]


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


@pytest.mark.parametrize("ending", ["yaml", "md", "json"])
def test_the_languages_and_grading_of_a_set_reach_its_questions_as_in_a_loaded_set(tmp_path: Path, ending: str) -> None:
    bastille = quizgen.ShortQuestion(id="bastille", stem="Toma de la Bastilla", answer="14 de julio de 1789")
    taken = quizgen.ShortQuestion(id="taken", stem="When was it taken?", answer="14 July 1789", language="en")
    built = quizgen.QuestionSet(id="bastilla", title="La Bastilla", language="es", questions=(bastille, taken))
    assert quizgen.grade(built.questions[0], "1789-07-14").outcome is quizgen.Outcome.CORRECT
    assert not quizgen.grade(bastille, "1789-07-14").counts_right  # it may be French
    strict = quizgen.QuestionSet.model_validate(
        {**built.model_dump(), "language": "en", "grading": "exact", "answer_language": "fr"}
    )
    assert not quizgen.grade(strict.questions[1], "14 july 1789").counts_right
    for number, one in enumerate((built, strict)):
        path = tmp_path / f"{number}.{ending}"
        quizgen.export(one, path) if ending == "json" else quizgen.save(one, path)
        assert quizgen.load(path) == one
        assert quizgen.QuestionSet.model_validate(one.model_dump()) == one


@pytest.mark.parametrize(
    ("use", "message"),
    [
        (lambda path: quizgen.ExportOptions(kinds={"choise"}), "unknown kind 'choise' (did you mean 'choice'?)"),  # type: ignore[arg-type]
        (lambda path: quizgen.ExportOptions(new_per_day=-1), "`new_per_day` is -1; it must be 0 or more, or None"),
        (lambda path: quizgen.export(RIVERS, path, "gfit"), "unknown format 'gfit' (did you mean 'gift'?)"),  # type: ignore[arg-type]
        (lambda path: quizgen.losses(RIVERS, "gfit"), "unknown format 'gfit' (did you mean 'gift'?)"),  # type: ignore[arg-type]
        (lambda path: quizgen.import_file(path, format="gfit"), "unknown format 'gfit' (did you mean 'gift'?)"),  # type: ignore[arg-type]
    ],
)
def test_an_argument_with_an_unknown_name_or_a_negative_number_is_an_error(
    use: Callable[[Path], object], message: str, tmp_path: Path
) -> None:
    with pytest.raises(quizgen.ArgumentError) as caught:
        use(tmp_path / "rivers.gift")
    assert message in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["apkg", "csv", "xml", "qti.zip"])
def test_an_export_without_the_folder_of_the_pictures_says_how_to_pass_it(tmp_path: Path, ending: str) -> None:
    image = {"file": "po.png", "alt": "A river"}
    data = {"id": "po", "kind": "short", "stem": "Which river?", "answer": "Po", "image": image}
    rivers = quizgen.QuestionSet.model_validate({"id": "rivers", "title": "Rivers", "questions": [data]})
    with pytest.raises(quizgen.ExportError, match=r"'po\.png' cannot be found, because its folder is not known"):
        quizgen.export(rivers, tmp_path / f"rivers.{ending}")
