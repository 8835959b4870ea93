"""The table of formats in docs/importing.md has the formats of the code, and what each holds."""

import re
from pathlib import Path

import pytest

from quizgen.exporting.formats import FORMAT_INFO, FORMATS, Format
from quizgen.importing.formats import FORMS

PAGE = (Path(__file__).parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## All formats") : PAGE.index("## Tables")]
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `([\w-]+)` " + r"\| ?(.*?) ?" * 5 + r"\|$", SECTION, re.MULTILINE)}
WORDS = {
    "image": "pictures", "audio": "sounds", "hint": "hints", "tags": "tags", "unit": "units", "reject": "rejected answers",
    "share": "partial credit",
}  # fmt: skip
"""What the table calls the fields that only some platforms have."""


def test_the_table_has_every_format() -> None:
    assert set(ROWS) == {*FORMS, *FORMATS}
    assert {name for name, row in ROWS.items() if row[1] == "yes"} == set(FORMS)
    assert {name for name, row in ROWS.items() if row[2] == "yes"} == set(FORMATS)


@pytest.mark.parametrize("form", [form for form in FORMATS if FORMAT_INFO[form].fields])
def test_the_table_says_what_a_platform_holds(form: Format) -> None:
    _, _, _, kept, lost = ROWS[form]
    for field, word in WORDS.items():
        assert (word in kept, word in lost) == (
            field in FORMAT_INFO[form].fields,
            field not in FORMAT_INFO[form].fields,
        )
