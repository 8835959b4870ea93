"""Slips of authors who do not program: each is named in plain words, where it is, and hides no other."""

from pathlib import Path

import pytest
from effort import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.checking import check
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.recovery import read_salvaged
from quizgen.questions import Code

SOUND = """\
id: rivers
title: Rivers
questions:
  - id: one
    kind: choice
    stem: Which river is the longest in Europe?
    answer: Volga
    distractors: [Danube, Dnieper, Rhine]
  - id: two
    kind: short
    stem: Into which sea does the Danube flow?
    answer: Black Sea
  - id: three
    kind: true_false
    stem: The Rhine flows north.
    answer: true
"""


def faults_of(folder: Path, text: str) -> list[str]:
    path = folder / "set.yaml"
    path.write_text(text, encoding="utf-8")
    found = check(path).errors
    return [f"{one.line}:{one.column}: {one.code}: {one.message} ({one.help})" for one in found]


def test_a_sound_set_has_none(tmp_path: Path) -> None:
    assert faults_of(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # What YAML itself stumbles over.
        ("    stem: Which", "\tstem: Which", "6:1: E006: the line is indented with a tab"),
        ("    stem: Which", "\xa0\xa0\xa0\xa0stem: Which", "6:1: E006: this is not a plain space"),
        ("stem: Which", "stem Which", "6:9: E006: missing colon after `stem` (write `stem: …`)"),
        ("answer: Volga", "answer:Volga", "7:12: E006: missing space after `answer:`"),
        ("    answer: Black Sea", "    distractors:\n      - text: Elbe\nanswer: Black Sea\n    hint: It is dark.", "15:5: E006: this line is indented more than the keys above it (begin `hint` in column 1, like the line above; or, if line 14 is the one out of line, begin `answer` in column 5, like this one)"),
        ("stem: Which", "stem： Which", "6:9: E006: the colon after `stem` is not a plain colon"),
        ("stem: Which", "stem: Europe: which", "6:17: E006: the text after `stem:` contains a colon followed by a space"),
        ("stem: Which", "stem: “Europe: which", "6:11: E006: the curly quotes after `stem:` are not quotation marks in YAML (put the whole text in straight quotes: "),
        ("    answer: Volga", "     answer: Volga", "7:6: E006: this line is indented more than the keys above it (begin `answer` in column 5"),
        ("    answer: Volga", "   answer: Volga", "7:4: E006: this line is indented less than the keys above it (begin `answer` in column 5"),
        ("  - id: two\n    kind", "  kind", "9:3: E006: `kind:` has no dash (if a new item begins here, write `- kind: short`; if not, begin the line in column 5"),
        ("- id: two", "-id: two", "9:4: E006: missing space after the dash"),
        ("  - id: one", "  1. id: one", "4:3: E006: list items begin with a dash, not a number"),
        ("questions:\n", "questions: two\n", "4:3: E006: a list cannot begin here (delete the text after `questions:` on the line above)"),
        ("questions:\n", "", "3:3: E006: a list cannot begin here (insert a line with the key of the list, such as `questions:`, above this line)"),
        ("stem: Which", 'stem: "Which"', '6:19: E006: there is text after the closing " (put the whole text in quotes: \'"Which"'),
        ("stem: The Rhine", "stem: 'The Rhine's river", "15:22: E006: there is text after the closing ' (put the whole text in quotes: "),
        ("stem: Which", 'stem: "Which', '6:11: E006: the quote " is not closed'),
        ("Rhine]", "Rhine", "8:18: E006: the bracket [ is not closed (add the closing ])"),
        ("stem: Which", "stem: *Which*", "6:11: E006: text that begins with * needs quotes"),
        ("stem: Which", "stem: {{c1::Volga}} is", '6:11: E006: text that begins with {{ needs quotes (put the whole text in quotes: "{{c1::Volga}} is'),
        ("stem: Which river is the longest in Europe?", "stem: {{c1::Volga}} is\n      the longest river.", "6:11: E006: text that begins with {{ needs quotes (put the whole text in quotes)"),
        ("answer: Black", "answer: - Black", "12:13: E006: text that begins with - needs quotes"),
        ("answer: Black", 'answer: "\\d"', "12:13: E006: inside double quotes, a backslash has a special meaning"),
        ("  - id: two", "    id: two", "9:5: E007: duplicate key 'id' (keep one of the two; if a new question or fact begins here, write `- id: two`, with the dash in column 3)"),
        # What stands there in YAML, but is not what quizgen takes.
        ("kind: choice", "kind: multiple choice", "5:11: E108: unknown question kind 'multiple choice' (did you mean `choice`?"),
        ("kind: true_false", "kind: True/False", "did you mean `true_false`?"),
        ("kind: choice\n    ", "", "4:5: E102: missing key 'kind' (add `kind: choice`)"),
        ("stem: Which", "question: Which", "6:5: E101: unknown key 'question' (did you mean `stem`?)"),
        ("distractors", "wrong", "8:5: E101: unknown key 'wrong' (did you mean `distractors`?)"),
        ("answer: Black Sea", "pairs: [a = b, c = d]", "12:5: E101"),
        ("kind: short", "kind: number", "12:13: E103: 'answer' must be a number, not 'Black Sea' (write the number in digits"),
        ("kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "kind: number\n    stem: How long?\n    answer: 2850 km", "write only 2850, and add `unit: km`"),
        ("Rhine]", "true]", "an item of 'distractors' must be text, not true (put it in quotes)"),
        ("kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "kind: number\n    stem: How much?\n    answer: about 3/7", "(to ask for a fraction, use `kind: short`)"),
        ("kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "kind: match\n    stem: Seas\n    pairs: [Po = Adria]", "'pairs' must be `left: right` pairs, not 'Po = Adria' (write each pair without a dash and with a colon between the two sides: `Po: Adria`)"),
        ("  - id: two\n    kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "  - {id: two, kind: short, stem: Which sea, then?, answer: Po}", "9:45: E101: unknown key 'then?' (a comma ends text that is not in quotes; if the comma is part of the text, put the whole text in quotes)"),
        ("  - id: two\n    kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "  - {id: two, kind: short, stem Which sea?, answer: Po}", "9:28: E101: unknown key 'stem Which sea?' (put a colon after `stem`)"),
        ("answer: Black Sea", "answer: Black Sea\n    image: pic.png", "13:12: E103: 'image' must be a mapping of keys to values, not 'pic.png' (write `image: {file: pic.png, alt: …}`, and replace … with a description of the picture)"),
        ("distractors: [Danube, Dnieper, Rhine]", "distractors: Danube, Dnieper, Rhine", "(put the items in brackets, separated by commas: [Danube, Dnieper, Rhine])"),
        ("answer: Black Sea", "answer: Black Sea\n    citation: 3", "(write `citation: {paragraph: 3}`)"),
        *(
            ("kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", f"kind: cloze\n    text: 'In {mark}.'", told)
            for mark, told in (
                ("{c1::Po}", "11:11: E205: '{c1::Po}' is not a valid mark: two braces are needed on both sides (write {{c1::Po}})"),
                ("{{c1:Po}}", "11:11: E205: '{{c1:Po}}' is not a valid mark: two colons are needed after the number (write {{c1::Po}})"),
                ("{{1789}}", "11:11: E205: '{{1789}}' is not a valid mark: c1 and two colons are missing (write {{c1::1789}}; if the braces are part of the text"),
                ("{{ c1::Po}}", "11:11: E205: '{{ c1::Po}}' is not a valid mark: there is a space after the braces (write {{c1::Po}})"),
                ("{{1:Po}}", "11:11: E205: '{{1:Po}}' is not a valid mark: the letter c is missing before the number, two colons are needed after the number (write {{c1::Po}})"),
                ("{{c1::Po}} and {{ C2 :: Arno }", "11:11: E207: '{{ C2 :: Arno }' is not a valid mark: two braces are needed at the end, the letter c must be lowercase, there is a space before the colons (write {{c2::Arno}})"),
            )
        ),
        ("kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "kind: match\n    stem: Seas\n    pairs:\n      - Po: Adria", "13:9: E103: a pair in 'pairs' has a dash before it (remove the dash before each pair: `Po: Adria`)"),
        ("distractors: [Danube, Dnieper, Rhine]", "options: [Danube, volga, Rhine]", "7:13: E204: the correct answer 'Volga' is not one of the options (write 'volga', exactly as in `options`)"),
        ("answer: Volga\n    distractors: [Danube, Dnieper, Rhine]", "answer: B\n    options: [Danube, Volga, Rhine]", "7:13: E204: the correct answer 'B' is not one of the options (write the option itself, such as 'Volga')"),
        ("answer: Volga\n    distractors: [Danube, Dnieper, Rhine]", "answer: 2\n    options: [Danube, Volga, Rhine]", "(write the option itself, such as 'Volga')"),
        ("answer: Volga\n    distractors: [Danube, Dnieper, Rhine]", "answer: Elbe\n    options: [Danube, Volga, Rhine]", "(write the correct option exactly as in `options`; if it is missing there, add 'Elbe')"),
        ("    answer: Black Sea", "<<<<<<< HEAD\n    answer: Black Sea\n=======\n    answer: The Black Sea\n>>>>>>> other", "12:1: E006: a merge conflict begins here (keep one of the two versions"),
        ("  - id: two\n    kind: short\n    stem: Into which sea does the Danube flow?\n    answer: Black Sea", "  - {id: two, kind: card, stem: {What does `len([1, [2, 3]])` print?}", "E006: the YAML cannot be read from here on"),
        ("answer: Black Sea", "answer: [Black Sea]", "write text, not a list"),
    ],
)  # fmt: skip
def test_a_mistake_is_explained_in_plain_words_at_its_position(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in SOUND
    found = faults_of(tmp_path, SOUND.replace(old, new, 1))
    assert any(told in diagnostic for diagnostic in found), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[Danube, Dnieper, Rhine]", "Danube, Dnieper, Rhine"),
        ("    stem: The Rhine", "\tstem: The Rhine"),
        ("  - id: two", "    id: two"),  # a missing dash makes four keys appear twice
    ],
)
def test_a_mistake_causes_no_other_errors(tmp_path: Path, old: str, new: str) -> None:
    assert len(faults_of(tmp_path, SOUND.replace(old, new))) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    stem: Which language is called C # too?", '6:38: W101: \'stem\' is cut off at ` #`: YAML treats the rest of the line as a comment (if the text continues after the #, write "Which language is called C # too?"'),
        ("    stem: Which river?\n    tags: [a]\n    explanation: F # minor", 'write "F # minor"'),
        ("    stem: Which river?  # a comment", ""),
        ('    stem: "Which river?" # a comment', ""),
        ("    stem: Which river?\n    explanation: |-\n      answer: a # b", ""),
    ],
)  # fmt: skip
def test_text_that_a_number_sign_cuts_off_is_a_warning(tmp_path: Path, line: str, expected: str) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(SOUND.replace("    stem: Which river is the longest in Europe?", line), encoding="utf-8")
    report = check(path)
    found = [f"{one.line}:{one.column}: {one.code}: {one.message} ({one.help})" for one in report.warnings]
    cut = [one for one in found if "W101" in one]
    assert (expected in cut[0]) if expected else not cut, found


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("quiz.csv", "question,answer\nWhich?,Po\n", "this is a table, not a question set (convert it to a set with `quizgen import"),
        ("quiz.xlsx", "PK", "this is an Excel workbook"),
        ("quiz.docx", "PK", "put the questions into a table (CSV) or a GIFT file, and run `quizgen import` on that file"),
        ("quiz.apkg", "PK", "this is an Anki package"),
        ("quiz.gift", "Which? {=Po ~Arno}", "this is a GIFT file"),
        ("quiz.txt", "::one:: Which? {=Po ~Arno}", "this is a GIFT file"),
        ("notes.txt", "#separator:tab\nWhich?\tPo\n", "this is Anki text"),
    ],
)  # fmt: skip
def test_a_file_of_another_program_names_the_import(tmp_path: Path, name: str, content: str, expected: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    (error,) = check(path).errors
    assert error.code == Code.FOREIGN_FILE
    assert expected in f"{error.message} ({error.help})"


def test_ten_different_errors_are_reported_in_one_run_each_at_its_position(tmp_path: Path) -> None:
    text = """\
id: Rivers
titel: Rivers
tags: [two words]
questions:
  - id: one
    kind: choise
    stem: Which river is the longest in Europe?
    answer: Volga
    distractors: [Danube, volga]
  - id: two
    kind: short
    stem: Europe: into which sea does the Danube flow?
    answer: Black Sea
  - id: three
    kind: number
    stem: How long is the Danube?
    answer: 2850 km
    unot: km
  - id: three
    kind: true_false
    stem The Rhine flows north.
    answer: true
  - id: three
    kind: cloze
    text: The Danube.
  - id: four
    kind: true_false
    stem: The Po is longer than the Volga.
    answer: false
\t# the end
    lint: {ignore: [Q1, Q2
"""
    told = [diagnostic.split(": ")[:2] for diagnostic in faults_of(tmp_path, text)]
    assert told == [
        ["1:5", "E104"], ["2:1", "E101"], ["3:8", "E110"], ["6:11", "E108"], ["9:27", "E201"],
        ["12:17", "E006"], ["17:13", "E103"], ["18:5", "E101"], ["21:9", "E006"], ["23:9", "E301"], ["25:11", "E205"],
        ["31:11", "E006"],
    ]  # fmt: skip


def test_a_mistake_in_the_heading_hides_nothing_below_it(tmp_path: Path) -> None:
    text = (
        'id: rivers\ntitle: Rivers: Europe\ndescription: "Long ones\nquestions:\n'
        "  - {id: one, kind: number, stem: How long?, answer: long}\n  - id: two\n    kind card\n    stem: a: b\n"
    )
    told = [diagnostic.split(": ")[:2] for diagnostic in faults_of(tmp_path, text)]
    assert told == [["2:14", "E006"], ["3:14", "E006"], ["5:54", "E103"], ["7:9", "E006"]]


def test_a_file_that_cannot_be_recovered_has_one_error(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    for text in ("id: [\n", "questions:\n  - id: a: b\n", "questions:\n  - &a x\nid: [\n", "questions\n", "- a: [\n"):
        path.write_text(text)
        with pytest.raises(LoadError) as caught:
            read_salvaged(path)
        assert {diagnostic.code for diagnostic in caught.value.diagnostics} <= {Code.SYNTAX, Code.NOT_MAPPING}


def test_text_that_breaks_a_question_hides_no_other_error_of_it(tmp_path: Path) -> None:
    text = (
        SOUND.replace("stem: Which", "stem: Europe: which")
        .replace("Danube, Dnieper", "volga, Dnieper")
        .replace("answer: Black", "answer: @Black")
        .replace("  - id: three\n", "    hint: Not this: the North Sea\n    tpye: place\n  -\n")
        .replace("The Rhine flows north.\n", "North: the Rhine\n      flows there.\n")
    )
    assert [one.split(": ")[:2] for one in faults_of(tmp_path, text)] == [
        ["6:17", "E006"], ["8:19", "E201"], ["12:13", "E006"], ["13:19", "E006"], ["14:5", "E101"], ["17:16", "E006"]
    ]  # fmt: skip


def test_omitted_lines_are_reported_and_the_rest_keeps_its_place(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(SOUND.replace("kind: short", "kind: [short") + "tags: [b]\n")
    salvaged = read_salvaged(path)
    assert [tuple(lines) for lines in salvaged.broken] == [(9, 13)]
    assert [item["id"] for item in salvaged.document.data["questions"]] == ["one", "three"]
    assert salvaged.document.positions.of(("questions", 1)) == (13, 5)
    assert salvaged.document.data["tags"] == ["b"]


@pytest.mark.slow
@settings(max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, len(SOUND)),
    removed=st.integers(0, 6),
    inserted=st.text(st.sampled_from("\t \n:-[]{}\"'#%*&!|>,aé“\xa0\\"), max_size=4),
)
def test_errors_of_any_typo_have_positions_in_the_file(tmp_path: Path, at: int, removed: int, inserted: str) -> None:
    text = SOUND[:at] + inserted + SOUND[at + removed :]
    path = tmp_path / "set.yaml"
    path.write_text(text, encoding="utf-8")
    lines = text.split("\n")
    for diagnostic in check(path).errors:
        assert 1 <= diagnostic.line <= len(lines) + 1, diagnostic
        assert diagnostic.column >= 1, diagnostic
