"""Tables, GIFT and Aiken: what is taken, what is left out with its line and reason, and how the text is encoded."""

import csv
from io import SEEK_END, StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from effort import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from import_samples import left_out, remarks

from quizgen.anki.notetypes import CHOICE
from quizgen.cli import cli
from quizgen.importing.detect import read
from quizgen.importing.items import ImportRefusedError
from quizgen.importing.validate import Accepted, accept


def taken(text: str, ending: str = ".txt") -> Accepted:
    return accept(read(text.encode(), ending))


def only(text: str, ending: str = ".txt") -> dict[str, Any]:
    accepted = taken(text, ending)
    assert left_out(accepted) == ()
    (question,) = accepted.questions
    return {key: value for key, value in question.items() if key != "id"}


@pytest.mark.parametrize(
    ("table", "question"),
    [
        ("question,answer\nSea?,Black Sea", {"kind": "card", "stem": "Sea?", "answer": "Black Sea"}),
        ("Front\tBack\tTags\nSea?\tA *b*\tgeo sea", {"kind": "card", "stem": "Sea?", "answer": "A \\*b\\*", "tags": ["geo", "sea"]}),
        ("question;answer;accept\nSea?;Black Sea;Euxine | Pontus", {"kind": "short", "stem": "Sea?", "answer": "Black Sea", "accept": ["Euxine", "Pontus"]}),
        ("question,answer,wrong 1,wrong 2\nSea?,Black,Red,White", {"kind": "choice", "stem": "Sea?", "answer": "Black", "distractors": ["Red", "White"]}),
        ("Question,Option A,Option B,Option C,Correct Answer\nSea?,Red,Black,White,B", {"kind": "choice", "stem": "Sea?", "answer": "Black", "distractors": ["Red", "White"]}),
        ("question,options,answers\nSeas?,Red|Black|Alps,Red|Black", {"kind": "multiple", "stem": "Seas?", "answers": ["Red", "Black"], "distractors": ["Alps"]}),
        ("kind,question,answer\ntrue/false,It is deep.,TRUE", {"kind": "true_false", "stem": "It is deep.", "answer": True}),
        ('question,answer,unit,tolerance\nDeep?,"2,212",m,5', {"kind": "number", "stem": "Deep?", "answer": "2,212", "unit": "m", "tolerance": "5"}),
        ("text\nThe {{c1::Po}} is long.", {"kind": "cloze", "text": "The {{c1::Po}} is long."}),
        ("question,steps\nOrder?,a|b|c", {"kind": "order", "stem": "Order?", "steps": ["a", "b", "c"]}),
        ("question,pairs\nWhich?,a = 1 | b = 2", {"kind": "match", "stem": "Which?", "pairs": {"a": "1", "b": "2"}}),
    ],
)  # fmt: skip
def test_rows_become_questions_of_their_kind(table: str, question: dict[str, Any]) -> None:
    assert only(table, ".csv") == question


def test_rows_that_cannot_be_imported_are_reported_by_line() -> None:
    table = 'question,answer,colour\nSea?,"a\nb",red\n,Black,\nSea 2?,c,blue\nSea 3?,,\nx,y,z,more\n'
    found = read(table.encode(), ".csv")
    accepted = accept(found)
    assert [question["stem"] for question in accepted.questions] == ["Sea?", "Sea 2?"]
    assert left_out(accepted) == (
        ("line 4", "it has no question"),
        ("line 6", "it has no answer"),
        ("line 7", "the row has 4 cells, but the table has 3 columns"),
    )
    assert found.notes == ("left out column 'colour': questions have no such field",)


@pytest.mark.parametrize("table", ["", "\n\n", "Sea?,Black Sea,1\nRiver?,Po,2\n", "question\nSea?\n", "{a: 1}"])
def test_a_table_without_column_names_is_refused(table: str) -> None:
    with pytest.raises(ImportRefusedError):
        taken(table, ".csv")


def test_ankis_text_with_its_header_lines() -> None:
    text = (
        "#separator:Tab\n#html:true\n#guid column:1\n#notetype column:2\n#tags column:5\n#deck:Rivers\n"
        "kq{r%\tBasic\t<b>Po</b> &amp; co\tlong\tgeo x::y\n"
        "ab1\tCloze\tThe {{c1::Po}}.\tmore\t\n"
    )
    found = read(text.encode())
    first, second = accept(found).questions
    assert (found.title, found.how) == ("Rivers", "Anki text, in UTF-8")
    assert first == {"id": "po-co", "kind": "card", "stem": "**Po** & co", "answer": "long", "tags": ["geo", "x::y"], "guid": "kq{r%"}  # fmt: skip
    assert (second["kind"], second["text"], second["explanation"]) == ("cloze", "The {{c1::Po}}.", "more")


def test_a_damaged_list_of_feedback_is_part_of_the_explanation() -> None:
    options = '<ol><li data-position="1" data-right>Po</li><li data-position="2">Rhine</li></ol>'
    damaged = '<ul class="feedback">' + 100 * "<li><b>Rhine</b></li>"  # without its end
    note = CHOICE.filled({"Question": "Which?", "Options": options, "Answer": "Po", "Explanation": damaged})
    file = StringIO(f"#separator:tab\n#html:true\n#notetype:{CHOICE.name}\n")
    file.seek(0, SEEK_END)
    csv.writer(file, "excel-tab").writerow(note)
    (question,) = accept(read(file.getvalue().encode())).questions
    assert question["explanation"].count("**Rhine**") == 100


GIFT = {
    "Who?{~Grant ~Jefferson =no one#No one is.}": {"kind": "choice", "stem": "Who?", "answer": "no one", "distractors": ["Grant", "Jefferson"], "explanation": "No one is."},
    "Grant is {~buried =entombed} in it.": {"kind": "choice", "stem": "Grant is \\_\\_\\_\\_\\_ in it.", "answer": "entombed", "distractors": ["buried"]},
    "It is so.{F#no#It is not.}": {"kind": "true_false", "stem": "It is so.", "answer": False, "explanation": "It is not."},
    "Two and two {=four =4}.": {"kind": "short", "stem": "Two and two \\_\\_\\_\\_\\_.", "answer": "four", "accept": ["4"]},
    "When?{#1822:5}": {"kind": "number", "stem": "When?", "answer": 1822, "tolerance": "5"},
    "So?{T#Look again.#Right.}": {"kind": "true_false", "stem": "So?", "answer": True},
    "[html]<p>$$x_1^2$$?</p>{=[html]<p>CO<sub>2</sub></p> ~[plain]<p>}": {"kind": "choice", "stem": "\\(x_1^2\\)?", "answer": "CO₂", "distractors": ["<p>"]},
    "Pi?{#3.1..3.3####Nearly.}": {"kind": "number", "stem": "Pi?", "answer": pytest.approx(3.2), "range": [3.1, 3.3], "explanation": "Nearly."},
    "Match.{\n=a -> 1\n\n=b -> 2\n}": {"kind": "match", "stem": "Match.", "pairs": {"a": "1", "b": "2"}},
    "[html]<b>Which</b> \\{x\\} \\= 1?{~%50%a ~%50%b ~%-100%c}": {"kind": "multiple", "stem": "**Which** {x} = 1?", "answers": ["a", "b"], "distractors": ["c"]},
}  # fmt: skip


@pytest.mark.parametrize("text", GIFT, ids=lambda text: text[:20])
def test_gift(text: str) -> None:
    assert only(f"// a comment\n\n{text}\n", ".gift") == GIFT[text]


GIFT_OF_OTHERS = {
    "Capital of France? {\n ~Lyon\n ~=Paris\n ~Nice\n}": {"kind": "choice", "stem": "Capital of France?", "answer": "Paris", "distractors": ["Lyon", "Nice"]},
    "How do I open the menu? {\n ~File -> Save\n =Edit -> Copy\n}": {"kind": "choice", "stem": "How do I open the menu?", "answer": "Edit -> Copy", "distractors": ["File -> Save"]},
    "One?{One}": {"kind": "short", "stem": "One?", "answer": "One"},
    "One?{=[markdown]One =[html]<b>Uno</b>}": {"kind": "short", "stem": "One?", "answer": "One", "accept": ["Uno"]},
    "Pi? {#3.141..3.142}": {"kind": "number", "stem": "Pi?", "answer": 3.1415, "range": [3.141, 3.142]},
    "Sky? {1:MC:=blue~red}": {"kind": "choice", "stem": "Sky?", "answer": "blue", "distractors": ["red"]},
    "The sky is {1:MC:=blue~red}\nand {2:SHORTANSWER:=grass =lawn} is {:MC:~red~=green}.": {"kind": "cloze", "text": "The sky is {{c1::blue}}\\\nand {{c2::grass}} is {{c3::green}}.", "accept": {"c2": ["lawn"]}},
    "Half is {1:NUMERICAL:=0.5:0.1}, a third {=1/3}.": {"kind": "cloze", "text": "Half is {{c1::0.5}}, a third {{c2::1/3}}."},
}  # fmt: skip


@pytest.mark.parametrize("text", GIFT_OF_OTHERS, ids=lambda text: text[:20])
def test_gift_as_courses_write_it(text: str) -> None:
    assert only(f"{text}\n", ".gift") == GIFT_OF_OTHERS[text]


def test_a_text_without_answers_is_shown_above_the_questions_that_follow_it() -> None:
    accepted = taken(
        "Ann has a pet.\n\nWho has a pet? {=Ann}\n\nIt is {=a dog} with {=fur}.\n\n$CATEGORY: pets\n\nSo? {T}\n\nThe end.",
        ".gift",
    )
    assert [question.get("stem", question.get("text")) for question in accepted.questions] == [
        "Ann has a pet.\n\nWho has a pet?", "Ann has a pet.\n\nIt is {{c1::a dog}} with {{c2::fur}}.", "So?",
    ]  # fmt: skip
    assert left_out(accepted) == (("line 11", "the text has no answer in { }, and no question follows it"),)


def test_gifts_titles_categories_and_tags() -> None:
    accepted = taken(
        "$CATEGORY: top/Old // new rivers\n\n// [id:7] [tag:long river] [tag:geo]\n::The Po:: Long?{T}\n", ".gift"
    )
    assert accepted.topics == {"old-new-rivers": "Old / new rivers"}
    (question,) = accepted.questions
    assert (question["id"], question["topic"], question["tags"]) == ("the-po", "old-new-rivers", ["long-river", "geo"])


def test_gifts_questions_need_no_blank_line_between_titles() -> None:
    accepted = taken(
        "::a::One?{\n=x\n\n~y\n}\n::b::Two?{T}\n// a comment\n::c::Three\n// another\nwhich? {F}\n", ".gift"
    )
    assert [question["id"] for question in accepted.questions] == ["a", "b", "c"]
    assert accepted.questions[2]["stem"] == "Three\\\nwhich?"


def test_everything_left_out_of_gift_answers_is_reported() -> None:
    accepted = taken("So?{well: =a ~b#<p></p>}\n\nWhich?{=a -> b#first =c -> d}")
    assert remarks(accepted) == (
        ("line 1", "left out the text 'well:' before the first answer"),
        ("line 3", "left out the feedback for 'a -> b': first"),
    )


def test_gift_feedback_for_a_wrong_answer_is_reported() -> None:
    assert remarks(taken("So?{T#Look again.#Right.}")) == (
        ("line 1", "left out the general feedback for wrong answers: 'Look again.'"),
        ("line 1", "left out praise for the correct answer: Right."),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Write about it.{}", "essay"),
        ("Only text.", "no question follows it"),
        ("Which?{~a ~b}", "none of the options is marked as correct"),
        ("Which?{=a* =b*}", "contains a wildcard"),
        ("How many?{#many}", "not a number"),
        ("The {=a} is {T}.", "blank 2: the answer is not a word"),
        ("The {=a} is {=b.", "the braces { and } do not match"),
        ("One? {=a ~b}\nTwo? {=c ~d}", "more than one { }"),
        ("It is not so.{=}", "'answer' is empty"),
    ],
)
def test_gift_features_that_quizgen_does_not_support(text: str, reason: str) -> None:
    accepted = taken(f"Sure?{{T}}\n\n{text}\n", ".gift")
    assert len(accepted.questions) == 1
    ((where, said),) = left_out(accepted)
    assert where == "line 3"
    assert reason in said or reason == "'answer' is empty"


def test_aiken() -> None:
    text = "Which?\nA. one\nB) two,\n  or so\nANSWER: B\nFEEDBACK: So it is.\n\nAll?\nA. x\nB. y\nC. z\nANSWER: A, C\n"
    first, second = taken(text).questions
    assert (first["answer"], first["distractors"], first["explanation"]) == ("two, or so", ["one"], "So it is.")
    assert (second["kind"], second["answers"]) == ("multiple", ["x", "z"])


def test_errors_in_aiken_are_reported_by_line() -> None:
    accepted = taken(
        "Which?\nA. one\nB. two\nANSWER: B\n\nNo answer\nA. one\nB. two\n\nBad\nA. one\nB. two\nANSWER: Q\n\nAlone\n"
    )
    assert [where for where, _ in left_out(accepted)] == ["line 6", "line 10", "line 15"]


@pytest.mark.parametrize(
    "text",
    [
        "Which?\n\nA) one\n\nB) two\n\nC) three\n\nANSWER: b, c\n\n",
        "Which?\n(a)one\n(b)two\n(c)three\nAnswer: B and C.",
        "Which?\nA.one\nB.two\nC.three\nANSWER: BC",
        "  Which?\n\n\n a) one\n b) two\n c)\tthree\n\n\nanswer:b,c\n",
        "Which?\r\nA) one\r\nB) two\r\nC) three\r\nANSWER : B,C\r\n",
    ],
)
def test_aiken_as_people_write_it(text: str) -> None:
    (question,) = taken(text).questions
    assert (question["stem"], question["answers"], question["distractors"]) == ("Which?", ["two", "three"], ["one"])


def test_an_aiken_answer_may_repeat_its_option() -> None:
    (question,) = taken("Which river?\nIs it long?\n\nSay it.\nA) one\nB) two\nANSWER: B) Two\n").questions
    assert (question["stem"], question["answer"]) == ("Which river?\\\nIs it long?\n\nSay it.", "two")


@pytest.mark.parametrize(
    ("text", "line", "stems"),
    [
        ("Which?\nA) one\nB) two\nNext?\nA) x\nB) y\nANSWER: A\n", "line 1", ["Next?"]),
        ("Next?\nA) x\nB) y\nANSWER: A\n\nWhich?\nA) one\nB) two\n", "line 6", ["Next?"]),
        ("Which?\nA) one\nB) two\n", "line 1", []),
    ],
)
def test_a_missing_aiken_answer_is_reported_by_line(text: str, line: str, stems: list[str]) -> None:
    accepted = taken(text)
    assert left_out(accepted) == ((line, "there is no `ANSWER:` line below the options"),)
    assert [question["stem"] for question in accepted.questions] == stems


def test_an_option_out_of_order_is_not_part_of_the_one_above() -> None:
    accepted = taken(
        "Fine?\nA. no\nB. yes\nANSWER: B\n\nWhich?\nA. one\nB. two\nD. four\nANSWER: A\nFine too?\nA. yes\nB. no\nANSWER: A\n"
    )
    assert len(accepted.questions) == 2
    assert left_out(accepted) == (("line 6", "the options are not lettered A, B, C, … in order: found 'D. four'"),)


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 with a byte order mark"), ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without a byte order mark"), ("utf-16-be", "UTF-16 without a byte order mark"),
        ("cp1252", "Windows-1252"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_encoding_is_detected_and_reported(codec: str, name: str, line_end: str) -> None:
    found = read(line_end.join(["question,answer", "Où est l’été?,là"]).encode(codec), ".csv")
    assert found.how == f"a table, in {name}"
    assert any("--encoding" in note for note in found.notes) == (name == "Windows-1252")
    (question,) = accept(found).questions
    assert (question["stem"], question["answer"]) == ("Où est l’été?", "là")


def test_the_author_may_name_the_encoding() -> None:
    found = read("question,answer\nКто?,Я".encode("cp1251"), ".csv", encoding="windows-1251")
    assert (found.how, accept(found).questions[0]["stem"], found.notes) == ("a table, in windows-1251", "Кто?", ())
    assert read(b"\xef\xbb\xbfquestion,answer\na,b", ".csv", encoding="utf-8").items
    for name in ("klingon", "rot13", "hex", "a\0b", ""):
        with pytest.raises(ImportRefusedError, match="not a text encoding"):
            read(b"question,answer\na,b", ".csv", encoding=name)


@pytest.mark.parametrize(("ending", "instead"), [(".xlsx", "CSV UTF-8"), (".MOCHI", "CSV"), (".docx", "table")])
def test_files_that_people_try_first(ending: str, instead: str) -> None:
    with pytest.raises(ImportRefusedError, match=instead):
        read(b"PK\x03\x04", ending)


def test_a_question_that_is_too_long_is_rejected_at_once() -> None:
    accepted = taken("Q?{=" + "a ~" * 2_000_000 + "}\n\nGood?{T}", ".gift")
    assert (len(accepted.questions), left_out(accepted)) == (
        1,
        (("line 1", "the question is longer than 200,000 characters"),),
    )


@pytest.mark.slow
@given(
    cells=st.lists(
        st.tuples(
            *[st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), min_size=1, max_size=8)] * 2
        ),
        min_size=1,
        max_size=5,
    )
)
def test_a_table_is_imported_unchanged_or_reported(cells: list[tuple[str, str]]) -> None:
    import csv
    import io

    text = io.StringIO()
    csv.writer(text).writerows([("question", "answer"), *cells])
    accepted = taken(text.getvalue(), ".csv")
    usable = [row for row in cells if any(cell.strip() for cell in row)]
    assert len(accepted.questions) + len(left_out(accepted)) == len(usable)


WORDS = st.sampled_from(["{", "}", "~", "=", "#", "\n", "\n\n", "::", "T", "->", "A. x\n", "B) y\n", "ANSWER: A\n", "%50%", "\\", "a", "1", "..", "#separator:tab\n", ",", '"', "question", "answer", "\t", "$CATEGORY: a\n", "//"])  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(300), deadline=None)
@given(
    content=st.binary(max_size=200) | st.lists(WORDS | st.text(max_size=3), max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "replace")),
    form=st.sampled_from([None, "aiken", "gift", "table", "apkg"]),
)  # fmt: skip
def test_no_bytes_make_it_crash(content: bytes, form: Any) -> None:
    try:
        accepted = accept(read(content, "", form))
    except ImportRefusedError:
        return
    ids = [question["id"] for question in accepted.questions]
    assert len(ids) == len(set(ids))


def test_text_after_the_names_of_fields_keeps_its_form() -> None:
    text = "#html:true\n#separator:tab\n#columns:Front\tBack\tMore\tCode\na\tb\t<ul><li>c</ul>\t<pre>d</pre>\n"
    (question,) = accept(read(text.encode(), ".txt")).questions
    assert question["explanation"] == "**More**:\n\n- c\n\n**Code**:\n\n```\nd\n```"


def test_decks_in_ankis_text_become_topics_and_both_directions_questions() -> None:
    text = (
        "#html:true\n#separator:tab\n#notetype column:1\n#deck column:2\n"
        "Basic\tWords::Animals\tHund\tdog\nBasic (and reversed card)\tWords\tKatze\tcat\nBasic\tRivers\tPo\tTo where?\n"
    )
    found = read(text.encode(), ".txt")
    accepted = accept(found)
    assert found.title == "Words"
    assert accepted.topics == {"animals": "Animals", "rivers": "Rivers"}
    assert [(one["stem"], one["answer"], one.get("topic")) for one in accepted.questions] == [
        ("Hund", "dog", "animals"), ("Katze", "cat", None), ("cat", "Katze", None), ("Po", "To where?", "rivers"),
    ]  # fmt: skip


def test_gift_answers_that_are_not_fully_right_are_reported_with_their_feedback() -> None:
    gift = 'a {=four =%50%4#digits}\n\nb {#=3.14:0.01 =%50%3:0.2#rough}\n\nc {~%100%x ~%50%y#nearly ~z}\n\nd {=x ~<img src\\="y.png">}\n'
    accepted = accept(read(gift.encode(), ".gift"))
    assert [remark for _, remark in remarks(accepted)] == [
        "left out '4', which is not fully correct", "left out the feedback for '4': digits",
        "left out '3 ± 0.2', which is not fully correct", "left out the feedback for '3 ± 0.2': rough",
    ]  # fmt: skip
    assert accepted.questions[2]["distractors"] == [{"text": "y", "feedback": "nearly", "share": 0.5}, "z"]
    assert left_out(accepted) == (("line 7", "one of the options has no text"),)


def test_wrong_options_of_a_blank_are_named_by_their_text() -> None:
    xml = """<quiz><question type="cloze"><name><text>q</text></name><questiontext format="html">
        <text>Made of {1:MULTICHOICE:=DNA~RNA#Only copies~fat}.</text></questiontext></question></quiz>"""
    assert [remark for _, remark in remarks(accept(read(xml.encode(), ".xml")))] == [
        "left out the wrong options 'RNA', 'fat', because learners type their answers into the blanks",
        "left out the feedback for 'RNA': Only copies",
    ]


def test_no_row_of_a_table_is_taken_for_its_names_because_a_cell_says_cloze() -> None:
    with pytest.raises(ImportRefusedError, match="must name a question column"):
        read(b"Frage,Art,Ort\nWo?,cloze,da\nWer?,text,hier\n", ".csv")


def test_numbered_questions_stay_as_they_are_and_no_warning_says_that_a_bracket_is_missing(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("2) Which river?\nA) Po\nB) Arno\nC) Tiber\nANSWER: A\n", encoding="utf-8")
    out = str(tmp_path / "rivers.yaml")
    assert CliRunner().invoke(cli, ["import", str(tmp_path / "old.txt"), "-o", out]).exit_code == 0
    assert r"stem: '2\) Which river?'" in Path(out).read_text(encoding="utf-8")
    assert "Q123" not in CliRunner().invoke(cli, ["check", out]).output
