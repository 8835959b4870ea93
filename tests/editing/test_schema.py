"""The JSON Schema says of a file what `quizgen check` says of its shape, and something helpful about every key."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from click.testing import CliRunner

from quizgen.cli import cli
from quizgen.loading.schema import SCHEMAS, SchemaName, schema
from quizgen.questions.problem import InvalidError

jsonschema = pytest.importorskip("jsonschema", reason="the library jsonschema is not installed")

HERE = Path(__file__).parents[2]
made_schema = cache(schema)
SHIPPED: list[tuple[SchemaName, Path]] = [
    *(("set", path) for path in sorted((HERE / "decks").glob("*.yaml"))),
    *(("seed", path) for path in sorted((HERE / "seeds").glob("*.yaml"))),
]

SET: dict[str, Any] = {"id": "a", "title": "A", "questions": [{"id": "q", "kind": "card", "stem": "b", "answer": "c"}]}
SEED: dict[str, Any] = {
    "id": "a",
    "source": {"title": "A"},
    "topics": {"t": "T"},
    "facts": [{"id": "f", "topic": "t", "statement": "A {{c1::b}}.", "citation": {"paragraph": 1}}],
}


def question(**data: Any) -> dict[str, Any]:
    return {**SET, "questions": [{"id": "q", "stem": "b", **data}]}


def problems(name: SchemaName, data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft202012Validator(made_schema(name)).iter_errors(data)]


@pytest.mark.parametrize(("name", "path"), SHIPPED, ids=lambda value: value.name if isinstance(value, Path) else value)
def test_every_shipped_file_is_valid(name: SchemaName, path: Path) -> None:
    assert problems(name, yaml_rs.loads(path.read_text("utf-8"), parse_datetime=False)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_and_every_key_is_explained_with_an_example_that_fits(name: SchemaName) -> None:
    made = made_schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for key, field in keys(made):
        resolved = {**definition(made, field), **field}
        assert resolved["description"], key
        assert resolved["title"], key
        assert "const" in field or field["examples"], key
        for example in field.get("examples", ()):
            own = jsonschema.Draft202012Validator({**field, "$defs": made["$defs"]})
            assert [error.message for error in own.iter_errors(example)] == [], key


def keys(body: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in body.get("properties", {}).items():
        yield f"{path}{name}", field
    for model, inner in body.get("$defs", {}).items():
        yield from keys(inner, f"{model}.")


def definition(made: dict[str, Any], field: dict[str, Any]) -> dict[str, Any]:
    named = [part["$ref"] for part in (field, *field.get("anyOf", ())) if "$ref" in part]
    found: dict[str, Any] = made["$defs"][named[0].rpartition("/")[2]] if named else {}
    return found


@pytest.mark.parametrize(
    "data",
    [
        SET,
        {**SET, "tags": ["a", 2023], "language": "pt-BR", "description": None, "title": 1990},
        {"id": "a", "title": "A", "facts": "../seeds/a.yaml"},
        question(kind="short", answer=85, accept=[1.5, "x"], tags="one"),
        question(kind="number", answer="3,530", range=[1, "3,600"]),
        question(kind="number", answer=3.5, tolerance=5, hint=None),
        question(kind="match", pairs={"a": 1, "b": 2}),
        question(kind="choice", answer="a", options=["a", "b"], shuffle=False),
        question(kind="card", answer=" a \n", attribution="somebody\n"),
    ],
)
def test_the_schema_accepts_what_check_accepts(data: dict[str, Any]) -> None:
    SCHEMAS["set"].model_validate(data)
    assert problems("set", data) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("set", {**SET, "titel": "A"}),
        ("set", {"id": "a"}),
        ("set", {**SET, "id": "A b"}),
        ("set", {**SET, "title": True}),
        ("set", {**SET, "title": ""}),
        ("set", {**SET, "tags": ["a b"]}),
        ("set", {**SET, "tags": "a"}),
        ("set", {**SET, "language": "English!"}),
        ("set", {**SET, "kinds": ["clozes"]}),
        ("set", question(kind="shrot", answer="a")),
        ("set", question(answer="a")),
        ("set", question(kind="card")),
        ("set", question(kind="card", answer="a", distractors=["b"])),
        ("set", question(kind="card", answer="a\x07")),
        ("set", question(kind="short", answer="a\nb")),
        ("set", question(kind="short", answer=["a"])),
        ("set", question(kind="number", answer="many")),
        ("set", question(kind="order", steps=["a", "b"])),
        ("set", question(kind="match", pairs={"a": "b"})),
        ("set", question(kind="choice", answer="a")),
        ("set", question(kind="choice", answer="a", distractors=[])),
        ("set", question(kind="true_false", answer=False)),
        ("set", question(kind="card", answer="a", citation={"paragraph": 0})),
        ("seed", {**SEED, "entities": {"a": {"name": "A", "type": "river"}}}),
        ("seed", {**SEED, "entities": {"A b": {"name": "A", "type": "place"}}}),
        ("seed", {**SEED, "facts": []}),
        ("seed", {**SEED, "source": {"title": "A", "sha256": "abc"}}),
    ],
)  # fmt: skip
def test_the_schema_rejects_every_shape_that_check_rejects(name: SchemaName, data: dict[str, Any]) -> None:
    with pytest.raises(InvalidError):
        SCHEMAS[name].model_validate(data)
    assert problems(name, data)


def test_an_error_in_a_question_is_reported_once_in_terms_of_its_kind() -> None:
    (message,) = problems("set", question(kind="choice", answer="a", distractors=["b"], colour="blue"))
    assert "'colour'" in message


def test_the_command_prints_and_writes_it(tmp_path: Path) -> None:
    printed = CliRunner().invoke(cli, ["schema", "seed"])
    assert json.loads(printed.output) == made_schema("seed")
    target = tmp_path / "x" / "set.json"
    assert CliRunner().invoke(cli, ["schema", "-o", str(target)]).exit_code == 0
    assert json.loads(target.read_text("utf-8")) == made_schema("set")
