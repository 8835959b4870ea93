"""Reading and validating 50,000 questions, against parsing the same YAML and validating the same fields in one call.

The floor's models have the same fields, types and limits, but none of quizgen's own rules.
"""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import yaml_rs
from pydantic import Field, TypeAdapter, create_model
from timing import compare, report

from quizgen.loading.sets import load
from quizgen.questions import ChoiceQuestion, ClozeQuestion, NumberQuestion, ShortQuestion, TrueFalseQuestion
from quizgen.questions.base import Model

COUNT = 50_000
SHAPES = (
    "kind: choice, stem: Which one is number {n}?, answer: A{n}, distractors: [B{n}, C{n}, D{n}]",
    "kind: short, stem: What is number {n} called?, answer: Name {n}, accept: [N{n}]",
    "kind: number, stem: How many is {n}?, answer: {n}, tolerance: 5%, unit: km",
    "kind: true_false, stem: House {n} has a red door., answer: {truth}, explanation: Its owner likes the color.",
    'kind: cloze, text: "Line {n} of the list names {{{{c1::first{n}}}}} before {{{{c2::second{n}}}}}.", hint: Think.',
)


def plain(kind: type[Model]) -> Any:
    """``kind`` with its fields but without its rules."""
    fields: Any = {name: (field.rebuild_annotation(), field) for name, field in kind.model_fields.items()}
    return create_model(f"Plain{kind.__name__}", __config__=Model.model_config, **fields)


def many_questions() -> str:
    """A set of ``COUNT`` questions of five kinds, as YAML; every other statement is true, so no rule reports any."""
    return "id: many\ntitle: Many\nquestions:\n" + "".join(
        f"  - {{id: q-{n}, topic: t, {SHAPES[n % len(SHAPES)].format(n=n, truth=str(n % 2 == 1).lower())}}}\n"
        for n in range(COUNT)
    )


def floor_adapter() -> TypeAdapter[Any]:
    """What validates the list of questions by types and limits alone."""
    kinds = [plain(kind) for kind in (ChoiceQuestion, ShortQuestion, NumberQuestion, TrueFalseQuestion, ClozeQuestion)]
    union: Any = kinds[0] | kinds[1] | kinds[2] | kinds[3] | kinds[4]
    return TypeAdapter(tuple[Annotated[union, Field(discriminator="kind")], ...])


def main() -> None:
    floor = floor_adapter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.yaml"
        path.write_text(many_questions(), encoding="utf-8")

        def parse_and_validate() -> None:
            data: Any = yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False)
            assert len(floor.validate_python(data["questions"])) == COUNT

        def read() -> None:
            assert len(load(path).questions) == COUNT

        subject, base = compare(read, parse_and_validate, rounds=5)
    report(f"read and validate {COUNT:,} questions", subject, "yaml-rs and pydantic alone", base, target=1.5)


if __name__ == "__main__":
    main()
