"""Spreadsheets, and files of other programs that are recognized by what is in them."""

import io
import zipfile

import pytest

from quizgen.importing.detect import read
from quizgen.importing.items import ImportRefusedError
from quizgen.importing.validate import accept

Cell = str | float | bool | None
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(**sheets: list[list[Cell]]) -> bytes:
    """Return an .xlsx file, as the standard ECMA-376 describes it."""
    names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1))
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="s{n}.xml"/>' for n in range(1, len(sheets) + 1)
    )
    content = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="{content}.worksheet+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{content}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        **{f"xl/s{n}.xml": sheet(rows) for n, rows in enumerate(sheets.values(), 1)},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, text in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return packed.getvalue()


def sheet(rows: list[list[Cell]]) -> str:
    body = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{chr(65 + place)}{number}", value) for place, value in enumerate(row))
        body += f'<row r="{number}">{cells}</row>'
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def cell(place: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


KAHOOT: list[list[Cell]] = [
    [None, "Quiz template"], [],
    [None, "Question", "Answer 1", "Answer 2", "Answer 3", "Time limit", "Correct answer(s)"],
    [1.0, "Capital of Peru?", "Lima", "Quito", None, 20.0, 1.0],
    [2.0, "Primes?", 2.0, 3.0, 4.0, 20.0, "1,2"],
]  # fmt: skip


def test_a_spreadsheet_is_a_table() -> None:
    found = read(workbook(Notes=[["a", "b"]], Quiz=KAHOOT), ".xlsx")
    peru, primes = accept(found).questions
    assert found.how == "a spreadsheet"
    assert (peru["answer"], peru["distractors"]) == ("Lima", ["Quito"])
    assert (primes["answers"], primes["distractors"]) == (["2", "3"], ["4"])
    assert "left out the sheet 'Notes', because only one sheet can be imported" in found.notes


def test_a_true_or_false_cell_is_an_answer() -> None:
    found = read(workbook(Quiz=[["kind", "question", "answer"], ["boolean", "It is so.", True]]), ".xlsx")
    (question,) = accept(found).questions
    assert (question["kind"], question["answer"]) == ("true_false", True)


def test_a_false_statement_gets_an_explanation() -> None:
    found = read(workbook(Quiz=[["kind", "question", "answer"], ["boolean", "It is not.", False]]), ".xlsx")
    (question,) = accept(found).questions
    assert (question["answer"], question["explanation"]) == (False, "The statement is false.")


def test_the_options_true_and_false_are_those_of_a_statement() -> None:
    found = read(workbook(Quiz=[*KAHOOT[:3], [1.0, "Ice floats.", "True", "False", None, 20.0, 1.0]]), ".xlsx")
    (question,) = accept(found).questions
    assert (question["kind"], question["answer"]) == ("true_false", True)


@pytest.mark.parametrize("answers", ["neon; argon", "neon, argon", "neon | argon", "A, C", "A;C"])
def test_several_correct_options_in_one_cell(answers: str) -> None:
    titles: list[Cell] = ["question", "option a", "option b", "option c", "correct"]
    found = read(workbook(Quiz=[titles, ["Noble gases?", "neon", "iron", "argon", answers]]), ".xlsx")
    (question,) = accept(found).questions
    assert (question["answers"], question["distractors"]) == (["neon", "argon"], ["iron"])


def test_two_columns_of_a_sheet_need_no_header_row() -> None:
    words: list[list[Cell]] = [[None, "Hund", "dog"], [None, "Maus", "mouse, rat"], [None, "zwei", 2.0]]
    found = read(workbook(Words=words), ".xlsx")
    cards = [(question["kind"], question["stem"], question["answer"]) for question in accept(found).questions]
    assert cards == [("card", "Hund", "dog"), ("card", "Maus", "mouse, rat"), ("card", "zwei", "2")]
    assert found.notes[0].endswith("; if it is the header, use --header")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(workbook(Quiz=[]), "the file is empty"), (b"PK\x03\x04", "cannot be read as a spreadsheet")],
)
def test_a_spreadsheet_without_questions_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(ImportRefusedError, match=reason):
        read(content, ".xlsx")


def archive(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(name, "")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (archive("imsmanifest.xml"), "the file contains no QTI 1.2 questions"),
        (archive("h5p.json"), "an H5P package"),
        (archive("word/document.xml"), r"a Word document, .*; copy its questions into a table"),
        (b'<?xml version="1.0"?><assessmentItem/>', "an XML file from a learning platform"),
        (b'[{"q": "Who?"}]', "a JSON file"),
        (
            b'<?xml version="1.0"?>\n<SuperMemoCollection><Count>1</Count></SuperMemoCollection>',
            "an XML file from SuperMemo",
        ),
        (b"Timestamp,Username,Total score,Which river?\n2024,a@b.example,1 / 1,Po\n", "such as a Google form"),
        (b"Timestamp,Which river?\n2024/01/31 9:30:00 AM GMT+2,Po\n", "the responses to a form"),
        (
            b'"Zeitstempel","Punktzahl","Welcher Fluss?"\n"31.01.2024 10:00:00","1 / 1","Po"\n',
            "the responses to a form",
        ),
        (b"Question\n========\nWhich river?\n\nMeta-information\n====\nextype: schoice\n", "a question of R/exams"),
        (b"\\begin{question}\nWhich river?\n\\end{question}\n\\exname{a}\n\\extype{schoice}\n", "exams2moodle"),
        (b"%PDF-1.7\n1 0 obj\n", "a PDF file"),
        (b"<!DOCTYPE html>\n<html></html>", "a web page"),
        (b"<problem><multiplechoiceresponse/></problem>", "an XML file from a learning platform"),
        (archive("readme.txt"), "a zip archive without an Anki collection or QTI questions"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "a Git LFS pointer"),
    ],
)
def test_files_of_other_programs_are_recognized_by_their_content(content: bytes, reason: str) -> None:
    with pytest.raises(ImportRefusedError, match=reason):
        read(content)


def test_responses_in_a_spreadsheet_are_not_a_list_of_terms() -> None:
    sheet = workbook(Responses=[["Zeitstempel", "Welcher Fluss?"], ["2024-01-31 09:30:00", "Po"]])
    with pytest.raises(ImportRefusedError, match="the responses to a form"):
        read(sheet, ".xlsx")


def test_a_table_of_questions_may_say_when_each_was_written() -> None:
    found = read(b"Timestamp,Question,Answer\n2024/01/31 9:30:00,Which river?,Po\n")
    assert [item.data and item.data["answer"] for item in found.items] == ["Po"]


def test_a_file_may_begin_with_many_comments() -> None:
    comments = 100 * "<!-- -->\n"
    with pytest.raises(ImportRefusedError, match="an XML file from a learning platform"):
        read(f"{comments}<POOL/>".encode())
    (question,) = accept(read(f"{comments}Q: Which?\nA: Po\n".encode(), ".md")).questions
    assert (question["stem"], question["answer"]) == ("Which?", "Po")
