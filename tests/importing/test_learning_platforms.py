"""Moodle XML and QTI 1.2, in the form in which Moodle and Canvas export them."""

import base64
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from import_samples import PNG, left_out, remarks

import quizgen
from quizgen.importing.detect import read
from quizgen.importing.items import ImportRefusedError
from quizgen.importing.validate import Accepted, accept
from quizgen.questions.base import Image


def moodle(*questions: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<!-- question: 12  -->\n{"".join(questions)}</quiz>\n'


def question(kind: str, body: str, stem: str = "Which?", name: str = "A name") -> str:
    return (
        f'<question type="{kind}"><name><text>{name}</text></name>'
        f'<questiontext format="html"><text><![CDATA[<p>{stem}</p>]]></text></questiontext>'
        f'<generalfeedback format="html"><text></text></generalfeedback>{body}</question>'
    )


def answer(fraction: str, text: str, feedback: str = "", more: str = "") -> str:
    said = f'<feedback format="html"><text><![CDATA[{feedback}]]></text></feedback>'
    return f'<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>{said}{more}</answer>'


def taken(text: str) -> Accepted:
    return accept(read(text.encode(), ".xml"))


def only(text: str) -> dict[str, Any]:
    accepted = taken(text)
    assert left_out(accepted) == ()
    (found,) = accepted.questions
    return {key: value for key, value in found.items() if key not in {"id", "stem"}}


MOODLE: dict[str, tuple[str, dict[str, Any]]] = {
    "multichoice": ("<single>true</single><shuffleanswers>true</shuffleanswers>" + answer("100", "<b>Po</b>", "Yes.") + answer("0", "Rhine"),
        {"kind": "choice", "answer": "**Po**", "distractors": ["Rhine"]}),
    "multichoice, several": ("<single>false</single>" + answer("50", "a") + answer("50", "b") + answer("-100", "c"),
        {"kind": "multiple", "answers": ["a", "b"], "distractors": ["c"]}),
    "multichoice, in order": ("<single>true</single><shuffleanswers>false</shuffleanswers>" + answer("0", "1") + answer("100", "2"),
        {"kind": "choice", "answer": "2", "options": ["1", "2"], "shuffle": False}),
    "truefalse": (answer("0", "true", "No.") + answer("100", "false"), {"kind": "true_false", "answer": False, "explanation": "The statement is false."}),
    "shortanswer": ("<usecase>1</usecase>" + answer("100", "Po") + answer("100", "Padus") + answer("0", "Rhine", "It flows north."),
        {"kind": "short", "answer": "Po", "accept": ["Padus"], "reject": {"Rhine": "It flows north."}, "grading": {"case": "strict"}}),
    "numerical": (answer("100", "652", more="<tolerance>5</tolerance>") + "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>",
        {"kind": "number", "answer": 652, "tolerance": "5", "unit": "km"}),
    "matching": (('<subquestion format="html"><text>Po</text><answer><text>Adriatic &amp;lt;Sea&amp;gt;</text></answer></subquestion>'
        "<subquestion><text>Rhine</text><answer><text>North Sea</text></answer></subquestion>"),
        {"kind": "match", "pairs": {"Po": "Adriatic <Sea>", "Rhine": "North Sea"}}),
    "ordering": (answer("2.0000000", "two") + answer("1.0000000", "one") + answer("3.0000000", "three"), {"kind": "order", "steps": ["one", "two", "three"]}),
    "gapselect": ("<selectoption><text>Po</text><group>1</group></selectoption><selectoption><text>Rhine</text></selectoption>",
        {"kind": "cloze", "text": "The {{c1::Po}} is {{c2::Po}}."}),
    "shortanswer, hidden": ("<hidden>1</hidden>" + answer("100", "Po"), {"kind": "short", "answer": "Po", "retired": True}),
    "essay": ('<graderinfo format="html"><text><![CDATA[<p>Because.</p>]]></text></graderinfo>', {"kind": "card", "answer": "Because."}),
}  # fmt: skip


@pytest.mark.parametrize("case", MOODLE)
def test_each_type_of_moodle(case: str) -> None:
    body, expected = MOODLE[case]
    stem = "The [[1]] is [[1]]." if case == "gapselect" else "Which?"
    assert only(moodle(question(case.partition(",")[0], body, stem))) == expected


@pytest.mark.parametrize(
    ("stem", "reason"),
    [("The Po.", "the text has no blanks"), ("The [[1]] is [[3]].", "the word for blank 2 is not in the list")],
)
def test_a_blank_of_moodle_needs_its_word(stem: str, reason: str) -> None:
    accepted = taken(moodle(question("gapselect", MOODLE["gapselect"][0], stem)))
    assert [message for _, message in left_out(accepted)] == [reason]


def test_moodles_cloze_with_its_escapes() -> None:
    stem = "The {1:SHORTANSWER:=Po~=Padus~%0%Rhine#no} has {2:NUMERICAL:=652:5} km, and {:MC:=b~a \\} c}."
    accepted = taken(moodle(question("cloze", "", stem)))
    (data,) = accepted.questions
    assert remarks(accepted)[0][1].startswith("left out the weights of the blanks (1, 2, 1): ")
    assert data["accept"] == {"c1": ["Padus"]}
    assert data["reject"] == {"c1": {"Rhine": "no"}}
    assert "The {{c1::Po}} has {{c2::652}} km, and {{c3::b}}." in str(data["text"])


def test_what_moodle_knows_about_a_question() -> None:
    category = (
        '<question type="category"><category><text>$course$/top/Rivers/Long // short</text></category></question>'
    )
    common = (
        '<idnumber>po.1</idnumber><hint format="html"><text>Think.</text></hint><hint><text>Again.</text></hint>'
        '<correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>'
        '<incorrectfeedback format="html"><text>Read chapter 2.</text></incorrectfeedback>'
        "<tags><tag><text>two words</text></tag></tags>"
    )  # fmt: skip
    accepted = taken(
        moodle(category, question("truefalse", answer("100", "true") + answer("0", "false", "Look.") + common))
    )
    (found,) = accepted.questions
    assert (found["id"], found["hint"], found["tags"]) == ("po.1", "Think.", ["two-words"])
    assert accepted.topics == {found["topic"]: "Long / short"}
    assert read(moodle(category).encode()).title == "Rivers"
    assert [message for _, message in remarks(accepted)] == [
        "left out the feedback for 'false': Look.", "left out an additional hint: Again.",
        "changed the tag 'two words' to 'two-words'", "left out the combined feedback: Read chapter 2.",
    ]  # fmt: skip


def test_pictures_and_texts_above_questions(tmp_path: Path) -> None:
    file = f'<file name="a b.png" path="/" encoding="base64">{base64.b64encode(PNG).decode()}</file>'
    text = moodle(
        question("description", "", "Read this."),
        question("truefalse", answer("100", "true") + answer("0", "false"), 'It <img src="@@PLUGINFILE@@/a%20b.png" alt="A map"> is.').replace("</text></questiontext>", f"</text>{file}</questiontext>"),
    )  # fmt: skip
    (tmp_path / "course.xml").write_text(text, encoding="utf-8")
    imported = quizgen.import_file(tmp_path / "course.xml")
    (found,) = imported.question_set.questions
    assert found.stem == "Read this.\n\nIt  is."
    assert found.image is not None
    assert (found.image.alt, imported.pictures[found.image.file]) == ("A map", PNG)


def test_a_picture_in_a_text_above_questions_is_theirs(tmp_path: Path) -> None:
    file = f'<file name="a.png" path="/" encoding="base64">{base64.b64encode(PNG).decode()}</file>'
    picture = '<img src="@@PLUGINFILE@@/a.png" alt="A map"> <u>Look</u>.'
    truth = answer("100", "true") + answer("0", "false")
    text = moodle(
        question("description", "", picture).replace("</text></questiontext>", f"</text>{file}</questiontext>"),
        question("truefalse", truth), question("truefalse", truth, "And?", "Another"), question("description", "", "The end."),
    )  # fmt: skip
    (tmp_path / "course.xml").write_text(text, encoding="utf-8")
    imported = quizgen.import_file(tmp_path / "course.xml")
    assert [one.stem for one in imported.question_set.questions] == ["Look.\n\nWhich?", "Look.\n\nAnd?"]
    for found in imported.question_set.questions:
        assert found.image is not None
        assert (found.image.alt, imported.pictures[found.image.file]) == ("A map", PNG)
    assert [(one.where, one.message) for one in imported.problems] == [
        ("question 2 (A name)", "left out underlining"),
        ("question 4 (A name)", "this text passage has no question after it"),
    ]


def test_a_text_in_a_package_keeps_its_picture_and_is_reported_if_no_question_follows(tmp_path: Path) -> None:
    address = "%24IMS-CC-FILEBASE%24/a.png"
    shown = item("text_only_question", "", "").replace("[sea]", f'&lt;img src="{address}" alt="A map"&gt;')
    text = assessment(shown, CANVAS["truth"][0], item("text_only_question", "", ""))
    (tmp_path / "course.zip").write_bytes(package(**{"g1/assessment_qti.xml": text.encode(), "a.png": PNG}))
    imported = quizgen.import_file(tmp_path / "course.zip")
    (found,) = imported.question_set.questions
    assert found.image is not None
    assert (found.image.alt, imported.pictures[found.image.file]) == ("A map", PNG)
    assert [one.message for one in imported.problems] == ["this text passage has no question after it"]


def test_a_partly_correct_option_keeps_its_place_where_the_order_is_fixed() -> None:
    options = lid(OPTIONS).replace("<render_choice>", '<render_choice shuffle="No">')
    processing = scored(equal("1")) + scored(equal("2"), "50")
    accepted = taken(assessment(item("multiple_choice_question", options, processing)))
    (found,) = accepted.questions
    assert found["options"] == ["Black < Sea", "Red Sea", "White Sea"]
    assert found["distractors"] == [{"text": "Red Sea", "share": 0.5}, "White Sea"]
    assert accepted.problems == ()


def test_what_quizgen_has_no_kind_for_is_named() -> None:
    accepted = taken(
        moodle(question("calculated", ""), question("essay", ""), question("truefalse", answer("100", "true")))
    )
    assert left_out(accepted) == (
        ("question 1 (A name)", "question type 'calculated' is not supported"),
        (
            "question 2 (A name)",
            "the question is an essay without an answer in its feedback or in the information for graders",
        ),
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>', "document type declaration"),
        ('<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', "document type declaration"),
        ("<quiz><question></quiz>", "the file contains invalid XML"),
    ],
)  # fmt: skip
def test_xml_that_is_not_safe_or_damaged_is_refused(content: str, reason: str) -> None:
    with pytest.raises(ImportRefusedError, match=reason):
        read(content.encode(), ".xml", "moodle")


def item(kind: str, presentation: str, processing: str, feedback: str = "", title: str = "Question") -> str:
    return f"""<item ident="g1" title="{title}"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
        <fieldentry>{kind}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material>
        <mattext texttype="text/html">&lt;div&gt;&lt;p&gt;The [sea]?&lt;/p&gt;&lt;/div&gt;</mattext></material>{presentation}</presentation>
        <resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>{processing}
        </resprocessing>{feedback}</item>"""


def label(name: str, text: str) -> str:
    return f'<response_label ident="{name}"><material><mattext texttype="text/plain">{text}</mattext></material></response_label>'


def lid(options: str, ident: str = "response1", cardinality: str = "Single", text: str = "") -> str:
    material = f"<material><mattext>{text}</mattext></material>" if text else ""
    return f'<response_lid ident="{ident}" rcardinality="{cardinality}">{material}<render_choice>{options}</render_choice></response_lid>'


def scored(condition: str, score: str = "100") -> str:
    return f'<respcondition continue="No"><conditionvar>{condition}</conditionvar><setvar action="Set" varname="SCORE">{score}</setvar></respcondition>'


def equal(value: str, ident: str = "response1") -> str:
    return f'<varequal respident="{ident}">{value}</varequal>'


def said(name: str, text: str) -> str:
    return f'<itemfeedback ident="{name}"><flow_mat><material><mattext texttype="text/html">{text}</mattext></material></flow_mat></itemfeedback>'


STRING = '<response_str ident="response1" rcardinality="Single"><render_fib><response_label ident="answer1"/></render_fib></response_str>'
OPTIONS = label("1", "Black &lt; Sea") + label("2", "Red Sea") + label("3", "White Sea")
CANVAS: dict[str, tuple[str, dict[str, Any]]] = {
    "choice": (item("multiple_choice_question", lid(OPTIONS), scored(equal("1")), said("general_fb", "So.")),
        {"kind": "choice", "answer": "Black < Sea", "distractors": ["Red Sea", "White Sea"], "explanation": "So."}),
    "answers": (item("multiple_answers_question", lid(OPTIONS, cardinality="Multiple"), scored(f"<and>{equal('1')}{equal('2')}<not>{equal('3')}</not></and>")),
        {"kind": "multiple", "answers": ["Black < Sea", "Red Sea"], "distractors": ["White Sea"]}),
    "truth": (item("true_false_question", lid(label("8", "True") + label("9", "False")), scored(equal("8"))), {"kind": "true_false", "answer": True}),
    "short": (item("short_answer_question", STRING, scored(equal("Po") + equal("Padus"))), {"kind": "short", "answer": "Po", "accept": ["Padus"]}),
    "number": (item("numerical_question", STRING, scored(f'<or>{equal("3.0")}<and><vargte respident="response1">2.5</vargte><varlte respident="response1">3.5</varlte></and></or>')),
        {"kind": "number", "answer": 3, "tolerance": "0.5"}),
    "range": (item("numerical_question", STRING, scored('<vargte respident="response1">1</vargte><varlte respident="response1">3</varlte>')),
        {"kind": "number", "answer": 2, "range": [1, 3]}),
    "match": (item("matching_question", lid(OPTIONS, "response_a", text="Danube") + lid(OPTIONS, "response_b", text="Nile"), scored(equal("1", "response_a"), "50.00") + scored(equal("2", "response_b"), "50.00")),
        {"kind": "match", "pairs": {"Danube": "Black < Sea", "Nile": "Red Sea"}}),
    "blanks": (item("fill_in_multiple_blanks_question", lid(label("1", "Black") + label("2", "Euxine"), "response_sea", text="sea"), scored(equal("1", "response_sea")) + scored(equal("2", "response_sea"))),
        {"kind": "cloze", "text": "The {{c1::Black}}?", "accept": {"c1": ["Euxine"]}}),
    "essay": (item("essay_question", STRING, "<respcondition/>", said("general_fb", "Because.")), {"kind": "card", "answer": "Because."}),
    "another platform": (item("", lid(OPTIONS), f'<respcondition><conditionvar>{equal("2")}</conditionvar><setvar action="Add">1</setvar></respcondition>').replace('maxvalue="100"', 'maxvalue="1"'),
        {"kind": "choice", "answer": "Red Sea", "distractors": ["Black < Sea", "White Sea"]}),
}  # fmt: skip


def assessment(*items: str) -> str:
    return f'<?xml version="1.0"?><questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="Seas"><section ident="root_section">{"".join(items)}</section></assessment></questestinterop>'


@pytest.mark.parametrize("case", CANVAS)
def test_each_type_of_canvas(case: str) -> None:
    text, expected = CANVAS[case]
    assert only(assessment(text)) == expected


def package(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_a_package_with_pictures_and_canvas_copies_of_each_quiz(tmp_path: Path) -> None:
    text = assessment(
        CANVAS["truth"][0].replace(
            "[sea]", '&lt;img src="%24IMS-CC-FILEBASE%24/Uploaded%20Media/a.png?canvas_download=1" alt="A map"&gt;'
        )
    )
    parts = {
        "g1/assessment_qti.xml": text.encode(),
        "non_cc_assessments/g1.xml.qti": text.encode(),
        "web_resources/Uploaded Media/a.png": PNG,
    }
    (tmp_path / "course.imscc").write_bytes(package(**parts))
    imported = quizgen.import_file(tmp_path / "course.imscc")
    (found,) = imported.question_set.questions
    assert (imported.format, imported.question_set.title) == ("a QTI package", "Seas")
    assert found.image is not None
    assert (found.image.alt, imported.pictures[found.image.file]) == ("A map", PNG)


@pytest.mark.slow
def test_a_zip_bomb_is_refused() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        archive.writestr("bomb.xml", b"<questestinterop>" + b" " * 100_000_000)
    with pytest.raises(ImportRefusedError, match="unpacks to more than 100,000,000 bytes"):
        read(target.getvalue())


MP3 = b"ID3" + bytes(9)


@pytest.mark.parametrize(
    "player",
    [
        '<audio controls title="An owl"><source src="@@PLUGINFILE@@/an%20owl.mp3">an owl.mp3</audio>',
        '<audio controls src="@@PLUGINFILE@@/an%20owl.mp3" title="An owl"></audio>',
        '<a href="@@PLUGINFILE@@/an%20owl.mp3">an owl.mp3</a>',
    ],
)
def test_a_sound_of_moodle_is_the_questions_sound(player: str, tmp_path: Path) -> None:
    file = f'<file name="an owl.mp3" path="/" encoding="base64">{base64.b64encode(MP3).decode()}</file>'
    text = moodle(question("shortanswer", answer("100", "owl", player), f"Who? {player}"))
    (tmp_path / "course.xml").write_text(text.replace("</text></questiontext>", f"</text>{file}</questiontext>"))
    imported = quizgen.import_file(tmp_path / "course.xml")
    (found,) = imported.question_set.questions
    assert found.audio is not None
    assert (found.stem, imported.pictures) == ("Who?", {found.audio.file: MP3})
    assert found.audio.text == ("An owl" if "title" in player else "(not described yet)")
    (problem,) = imported.problems
    assert problem.message.startswith("left out the sound @@PLUGINFILE@@/an owl.mp3 in the feedback")


CHOICE = answer("100", "a") + answer("0", "b")
STEPS = answer("1", "a") + answer("2", "b") + answer("3", "c")
IN_KM = "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>"


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("multichoice", f"{CHOICE}<penalty>0.1000000</penalty>", ["left out the penalty for each further attempt (0.1)"]),
        ("multichoice", f"{CHOICE}<penalty>0.0000000</penalty>", ["left out the penalty for each further attempt (0)"]),
        ("multichoice", f"{CHOICE}<penalty>0.3333333</penalty><answernumbering>abc</answernumbering>", []),
        ("multichoice", f"{CHOICE}<answernumbering>iii</answernumbering>", ["left out the numbering of the options (iii)"]),
        ("multichoice", f"{CHOICE}<newsetting>7</newsetting>", ["left out the newsetting (7)"]),
        ("multichoice", CHOICE + answer("0", "c", more="<weight><text>7</text></weight>"), ["left out `<weight>` in `<answer>`: 7"]),
        ("multichoice", f"{CHOICE}<hint><text>H</text><clearwrong/></hint>",
            ["left out a hint setting: clear wrong answers"]),
        ("multichoice", f"{CHOICE}<correctfeedback><text>Yes.</text></correctfeedback><incorrectfeedback><text>No.</text></incorrectfeedback>",
            ["left out the combined feedback: Yes. / No."]),
        ("truefalse", answer("100", "true") + answer("0", "false") + "<penalty>1.0000000</penalty>", []),
        ("ordering", f"{STEPS}<selecttype>RANDOM</selecttype><selectcount>3</selectcount><gradingtype>ALL_OR_NOTHING</gradingtype>",
            ["left out the selection of the items (RANDOM), the number of items shown (3), the type of grading (ALL_OR_NOTHING)"]),
        ("ordering", f"{STEPS}<selecttype>ALL</selecttype><selectcount>4</selectcount>", []),
        ("essay", "<graderinfo><text>A.</text></graderinfo><penalty>0.0</penalty><maxwordlimit>120</maxwordlimit><responsefieldlines>15</responsefieldlines>",
            ["left out the maximum number of words (120)"]),
        ("numerical", answer("100", "1") + IN_KM + "<showunits>3</showunits><unitsleft>1</unitsleft>",
            ["left out the setting for how learners give the unit (not at all)", "left out the position of the unit (1)"]),
        ("multichoice", answer("100", "a") + answer("0", "b", 'No. <img src="@@PLUGINFILE@@/p.png" alt="P">'),
            ["left out the picture @@PLUGINFILE@@/p.png, because the feedback for an answer ('b') can only be text"]),
    ],
)  # fmt: skip
def test_settings_of_moodle_without_a_field_are_named(kind: str, body: str, said: list[str]) -> None:
    assert [message for _, message in remarks(taken(moodle(question(kind, body))))] == said


@pytest.mark.parametrize(
    ("blanks", "expected"),
    [
        ("{1:SHORTANSWER_C:=Po} is {1:SAC:=long}", {"grading": {"case": "strict"}}),
        ("{1:MWC:=Po} is {1:NM:=652}", {"grading": {"case": "strict"}}),
        ("{1:MW:=Po} is {1:SAC:=long}", "left out case sensitivity, because only some of the blanks are case-sensitive"),
        ("{1:MC:Rhine~%100%Po} flows", "left out the wrong option 'Rhine', because learners type their answers into the blanks"),
        ("{1:MC:=Po~=Padus~Rhine} flows", {"accept": {"c1": ["Padus"]}}),
        ("{1:MR:=Po} flows", {}),
        ("{1:MR:=Po~=Rhine} flow", "blank 1: learners must choose several options, but a blank can have only one answer"),
        ("{1:MULTIRESPONSE:%50%Po~%50%Rhine~Lake} flow", "blank 1: learners must choose several options, but a blank can have only one answer"),
    ],
)  # fmt: skip
def test_types_of_blanks_of_moodle(blanks: str, expected: dict[str, Any] | str) -> None:
    accepted = taken(moodle(question("cloze", "", f"The {blanks}.")))
    if isinstance(expected, str):
        assert expected in [problem.message for problem in accepted.problems]
    else:
        (found,) = accepted.questions
        assert {key: value for key, value in found.items() if key in {"grading", "accept"}} == expected


def test_files_that_no_question_uses_are_not_kept(tmp_path: Path) -> None:
    file = f'<file name="a.png" path="/" encoding="base64">{base64.b64encode(PNG).decode()}</file>'
    shown = question("multichoice", CHOICE, 'See <img src="@@PLUGINFILE@@/a.png" alt="">.')
    text = moodle(
        shown.replace("</text></questiontext>", f"</text>{file}</questiontext>"),
        question("multichoice", CHOICE).replace("</text></questiontext>", f"</text>{file}</questiontext>"),
    )
    (tmp_path / "course.xml").write_text(text, encoding="utf-8")
    imported = quizgen.import_file(tmp_path / "course.xml")
    (picture,) = imported.pictures
    assert imported.question_set.questions[0].image == Image(file=picture, alt="(not described yet)")
    assert imported.notes == (
        (
            "the pictures of 1 question had no description and got the placeholder '(not described yet)'; replace it "
            "with a description under `alt`"
        ),
    )
    imported.save(tmp_path / "course.yaml")
    quizgen.export(imported.question_set, tmp_path / "back.xml", pictures=tmp_path)
    assert 'alt=""' in (tmp_path / "back.xml").read_text("utf-8")


def test_everything_else_that_moodle_knows_is_named() -> None:
    category = "<question type='category'><category><text>$course$/top/Geo/Water/Seas</text></category></question>"
    body = (
        "<idnumber>po</idnumber><penalty>0.5000000</penalty>"
        '<generalfeedback format="html"><text>It is.</text></generalfeedback>'
        "<graderinfo><text>Look for Turin.</text></graderinfo><responsetemplate><text>The Po is</text></responsetemplate>"
    )
    text = moodle(
        category, category.replace("Water/Seas", "Land"),
        question("essay", "", name="Essay").replace('<generalfeedback format="html"><text></text></generalfeedback>', body),
        category,
        question("numerical", answer("100", "1") + "<unitgradingtype>1</unitgradingtype><unitpenalty>0.1000000</unitpenalty>"),
        question("multichoice", answer("100", 'a <img src="@@PLUGINFILE@@/a.png">') + answer("0", "b"), name="Other"),
    )  # fmt: skip
    found = read(text.encode())
    accepted = accept(found)
    assert found.notes == (
        (
            "flattened nested categories into topics ('Geo/Water/Seas' became 'Water: Seas'); the nesting is not "
            "restored if you export the set"
        ),
        "left out the name of 1 question ('Essay'), because its ID number was used as the id",
    )
    assert list(accepted.topics.values()) == ["Land", "Water: Seas"]
    assert [message for _, message in remarks(accepted)] == [
        "left out the information for graders: Look for Turin.",
        "left out the template for the response: The Po is",
        "left out the penalty for each further attempt (0.5)",
        "left out the penalty for a wrong unit (0.1)",
        "left out the picture @@PLUGINFILE@@/a.png, because an option or item can only be text",
    ]


def test_everything_else_that_canvas_knows_is_named(tmp_path: Path) -> None:
    item = CANVAS["truth"][0].replace("</item>", "")
    assert item != CANVAS["truth"][0]
    feedback = (
        '<itemfeedback ident="17_fb"><flow_mat><material><mattext>Close.</mattext></material></flow_mat></itemfeedback>'
    )
    points = "<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>2.50</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
    meta = b"<quiz><title>Seas</title><description>&lt;p&gt;About *seas*&lt;/p&gt;</description><time_limit>30</time_limit><allowed_attempts>1</allowed_attempts></quiz>"
    text = assessment(f"{item}{points}{feedback}</item>")
    (tmp_path / "quiz.zip").write_bytes(package(**{"g1/g1.xml": text.encode(), "g1/assessment_meta.xml": meta}))
    imported = quizgen.import_file(tmp_path / "quiz.zip")
    assert imported.question_set.description == "About \\*seas\\*"
    assert imported.notes == ("left out quiz settings: time limit (30)",)
    assert [problem.message for problem in imported.problems] == [
        "left out the feedback for an answer: Close.", "left out the question's point value (2.5): in quizgen, every question counts the same",
    ]  # fmt: skip


def test_penalties_weights_marks_and_descriptions_of_categories_are_named(tmp_path: Path) -> None:
    file = tmp_path / "course.xml"
    file.write_text("""<quiz><question type="category"><category><text>$course$/top/Seas</text></category>
    <info format="html"><text>All about seas.</text></info></question>
    <question type="multichoice"><questiontext><text>Which?</text></questiontext><defaultgrade>10.0</defaultgrade>
    <single>true</single><answer fraction="100"><text>a</text></answer><answer fraction="-50"><text>b</text></answer></question>
    <question type="multichoice"><questiontext><text>And?</text></questiontext><defaultgrade>1.0000000</defaultgrade>
    <single>false</single><answer fraction="70"><text>a</text></answer><answer fraction="30"><text>b</text></answer></question>
    </quiz>""")
    imported = quizgen.import_file(file)
    assert [problem.message for problem in imported.problems] == [
        (
            "left out the penalties for wrong options: in questions with one correct option, quizgen does not penalize "
            "wrong answers"
        ),
        "left out the question's mark (10)",
        (
            "left out the percentages of the options: in quizgen, all correct options earn the same credit, and all "
            "wrong options have the same penalty"
        ),
    ]
    assert imported.notes == ("left out the description of the category 'Seas': All about seas.",)


MOODLE_NUMBER = (
    '<quiz><question type="numerical"><questiontext><text>How many?</text></questiontext>'
    '<answer fraction="100"><text>{}</text><tolerance>{}</tolerance></answer></question></quiz>'
)


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("How many? {{#{0}}}", ".gift"),
        ("How many? {{#1:{0}}}", ".gift"),
        ("How many? {{#1..{0}}}", ".gift"),
        ("1. How many?\n= {0}\n", ".txt"),
        ("1. How many?\n= 1 +- {0}\n", ".txt"),
        (MOODLE_NUMBER.format("{0}", "0"), ".xml"),
        (MOODLE_NUMBER.format("1", "{0}"), ".xml"),
    ],
)
@pytest.mark.parametrize("number", ["1e300", "1e99999999"])
def test_a_number_that_is_too_large_is_reported(text: str, ending: str, number: str) -> None:
    (item,) = read(text.format(number).encode(), ending=ending).items
    assert item.data is None
    assert item.notes[0].endswith("the number is too large")
