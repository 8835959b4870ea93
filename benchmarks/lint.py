"""Checking 50,000 questions with the linter on, and finding one wrong question among them.

The floor parses the same YAML and validates it with the same fields in one call, without any rule of quizgen's own. It
uses one core. A check uses all cores, so it is measured on one core, too.
"""

import tempfile
from pathlib import Path
from typing import Any

import yaml_rs
from read_sets import COUNT, floor_adapter, many_questions
from timing import compare, cores, on_one_core, report

from quizgen.checking import check

WRONG = COUNT // 2


def main() -> None:
    text = many_questions()
    floor = floor_adapter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.yaml"
        path.write_text(text, encoding="utf-8")

        def parse_and_validate() -> None:
            data: Any = yaml_rs.loads(path.read_text(encoding="utf-8"), parse_datetime=False)
            assert len(floor.validate_python(data["questions"])) == COUNT

        def check_all() -> None:
            checked = check(path)
            assert (checked.questions, checked.diagnostics) == (COUNT, [])

        for where, action in ((f"{cores()} cores", check_all), ("one core", on_one_core(check_all))):
            subject, base = compare(action, parse_and_validate, rounds=5)
            what = f"check {COUNT:,} questions, linter on, {where}"
            report(what, subject, "yaml-rs and pydantic alone", base, target=2.5)

        def check_and_guess() -> None:
            assert check(path).guesses

        subject, base = compare(check_and_guess, parse_and_validate, rounds=1)
        report(
            f"the same, with the guessers' figures, {cores()} cores",
            subject,
            "yaml-rs and pydantic alone",
            base,
            target=2.5,
        )

        for what, right, wrong in (
            ("fault", f"answer: A{WRONG}, distractors: [B{WRONG}", f"answer: A{WRONG}, distractors: [A{WRONG}"),
            ("warning", f"stem: Which one is number {WRONG}?", f"stem: Which one is not number {WRONG}?"),
        ):
            assert right in text
            path.write_text(text.replace(right, wrong), encoding="utf-8")

            def locate() -> None:
                (found,) = check(path).diagnostics
                assert found.line == WRONG + 4

            taken, base = compare(locate, parse_and_validate, rounds=1)
            title = f"locate one {what} among {COUNT:,} questions, {cores()} cores"
            report(title, taken, "yaml-rs and pydantic alone", base, target=4.0)


if __name__ == "__main__":
    main()
