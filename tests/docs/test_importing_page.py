"""The table of formats in docs/importing.md has the formats of the code, and what each holds."""

import re
from pathlib import Path
from typing import Any

import pytest

import quizgen
from quizgen.exporting.formats import FORMAT_INFO, FORMATS, Format
from quizgen.importing.formats import FORMATS as IMPORT_FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")
SECTION = PAGE[PAGE.index("## All formats") : PAGE.index("## Tables")]
ROWS = {row[0]: row[1:] for row in re.findall(r"^\| `([\w-]+)` " + r"\| ?(.*?) ?" * 5 + r"\|$", SECTION, re.MULTILINE)}
WORDS = {
    "image": "pictures", "audio": "sounds", "hint": "hints", "tags": "tags", "unit": "units", "reject": "rejected answers",
    "share": "partial credit",
}  # fmt: skip
"""What the table calls the fields that only some platforms have."""


def test_the_table_has_every_format() -> None:
    assert set(ROWS) == {*IMPORT_FORMATS, *FORMATS}
    assert {name for name, row in ROWS.items() if row[1] == "yes"} == set(IMPORT_FORMATS)
    assert {name for name, row in ROWS.items() if row[2] == "yes"} == set(FORMATS)


@pytest.mark.parametrize("form", [form for form in FORMATS if FORMAT_INFO[form].fields])
def test_the_table_says_what_a_platform_holds(form: Format) -> None:
    _, _, _, kept, lost = ROWS[form]
    for field, word in WORDS.items():
        assert (word in kept, word in lost) == (
            field in FORMAT_INFO[form].fields,
            field not in FORMAT_INFO[form].fields,
        )


SAMPLES: dict[str, tuple[str, str, dict[str, Any], tuple[str, ...]]] = {
    "table": (
        "a.csv", "question,answer,hint,tags,unit,topic,id,points\nHow long?,652,Think,geo,km,Rivers,po-length,3\n",
        {"hint": "Think", "tags": ("geo",), "unit": "km", "topic": "rivers", "id": "po-length"},
        ("left out column 'points': questions have no such field",),
    ),
    "obsidian": (
        "a.md", "#flashcards/rivers\n\nWhich?::The Po <!--SR:!2023-01-01,3,250-->\n", {"topic": "rivers", "answer": "The Po"},
        ("left out the due dates of 1 card",),
    ),
    "text2qti": (
        "a.txt",
        "Quiz title: Rivers\nQuiz description: About rivers.\nshuffle answers: true\n\nTitle: Longest river\nPoints: 2\n1.  Which?\n*a) Po\nb) Tiber\n... Too short.\n",
        {"id": "longest-river", "feedback": ["Too short."], "title": "Rivers", "description": "About rivers."},
        ("left out quiz settings: shuffle answers (true)", "left out the question's point value (2): in quizgen, every question counts the same"),
    ),
    "aiken": ("a.txt", "Which?\nA. Po\nB. Tiber\nANSWER: A\n", {"answer": "Po", "feedback": [None]}, ()),
    "hashcards": ("a.md", "Q: Which?\nA: Po\n", {"answer": "Po"}, ()),
    "mkdocs-quiz": ("a.md", "<quiz>\nWhich?\n- [x] Po\n- [ ] Tiber\n\nIt is long.\n</quiz>\n", {"answer": "Po", "explanation": "It is long."}, ()),
}  # fmt: skip
"""For each format that is only imported: a file, what is kept of it, and what the import says is not."""


@pytest.mark.parametrize("form", [form for form in IMPORT_FORMATS if form not in FORMATS])
def test_an_import_keeps_what_the_table_says(form: str, tmp_path: Path) -> None:
    name, text, kept, lost = SAMPLES[form]
    (tmp_path / name).write_text(text, encoding="utf-8")
    imported = quizgen.import_file(tmp_path / name)
    (question,) = imported.question_set.questions
    wrong = [one.feedback for one in question.wrong_options] if isinstance(question, quizgen.ChoiceQuestion) else []
    data = {**imported.question_set.model_dump(), **question.model_dump(), "feedback": wrong}
    assert {field: data[field] for field in kept} == kept
    assert (*imported.notes, *(problem.message for problem in imported.problems)) == lost


@pytest.mark.parametrize("form", ["apkg", "csv", "tsv", "gift", "moodle", "qti"])
def test_an_export_keeps_the_feedback_for_wrong_options(form: Format, tmp_path: Path) -> None:
    assert "feedback for wrong options" in ROWS[form][3] or ROWS[form][3] == "as in `apkg`"
    question = quizgen.ChoiceQuestion(
        id="q", stem="Which?", answer="Po", distractors=[{"text": "Tiber", "feedback": "Too short."}]
    )
    path = tmp_path / f"set{FORMAT_INFO[form].endings[0]}"
    quizgen.export(quizgen.QuestionSet(id="s", title="S", questions=(question,)), path, form)
    (back,) = quizgen.import_file(path).question_set.questions
    assert back == question
