"""A teacher moves in with questions from four programs, corrects three, and moves out: everything is where it was."""

from pathlib import Path

import genanki  # type: ignore[import-untyped, unused-ignore]
import pytest
from question_samples import common, shown

import quizgen
from quizgen.exporting.formats import Format
from quizgen.questions import Question, QuestionSet

COURSE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
  <question type="category"><category><text>$course$/top/Geography/Rivers</text></category></question>
  <question type="multichoice"><name><text>Longest</text></name><idnumber>longest</idnumber>
    <questiontext format="html"><text><![CDATA[<p>Which river of <b>Italy</b> is the longest?</p>]]></text></questiontext>
    <generalfeedback format="html"><text>It is 652 km long.</text></generalfeedback>
    <single>true</single><shuffleanswers>true</shuffleanswers>
    <answer fraction="100"><text>Po</text></answer><answer fraction="0"><text>Tiber</text></answer>
    <hint format="html"><text>It flows east.</text></hint><tags><tag><text>italy</text></tag></tags></question>
  <question type="numerical"><name><text>Length</text></name><idnumber>length</idnumber>
    <questiontext format="html"><text>How long is the Po?</text></questiontext>
    <answer fraction="100"><text>650</text><tolerance>10</tolerance></answer>
    <units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units></question>
  <question type="category"><category><text>$course$/top/Geography/Seas</text></category></question>
  <question type="matching"><name><text>Mouths</text></name><idnumber>mouths</idnumber>
    <questiontext format="html"><text>Where does it end?</text></questiontext>
    <subquestion format="html"><text>Po</text><answer><text>Adriatic</text></answer></subquestion>
    <subquestion format="html"><text>Tiber</text><answer><text>Tyrrhenian</text></answer></subquestion></question>
</quiz>
"""
LIST = "fiume\triver\nmare\tsea\n"
KAHOOT = (
    "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 characters,"
    "Answer 3 - max 75 characters,Answer 4 - max 75 characters,Time limit (sec),Correct answer(s) - choose at least one\n"
    'Which are seas?,Adriatic,Ionian,Po,Arno,20,"1,2"\nWhere is Turin?,On the Po,On the Tiber,,,20,1\n'
)
CORRECTIONS: dict[str, dict[str, object]] = {
    "length": {"answer": 652},
    "mouths": {"stem": "Into which sea does each river flow?"},
    "fiume": {"answer": "river (large)"},
}
FILES: dict[Format, str] = {"moodle": "out.xml", "qti": "out.qti.zip", "gift": "out.gift"}


@pytest.fixture
def moved_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QuestionSet:
    """The questions of four programs as one set, with three corrections."""
    monkeypatch.chdir(tmp_path)
    Path("course.xml").write_text(COURSE, encoding="utf-8")
    Path("list.txt").write_text(LIST, encoding="utf-8")
    Path("kahoot.csv").write_text(KAHOOT, encoding="utf-8")
    deck = genanki.Deck(1, "Words")
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["What is <i>il ponte</i>?", "the <b>bridge</b>"], tags=["words"]))
    genanki.Package(deck).write_to_file("words.apkg")
    imported = [quizgen.import_file(name) for name in ("course.xml", "list.txt", "kahoot.csv", "words.apkg")]
    assert all(not one.left_out for one in imported)
    topics = {name: title for one in imported for name, title in one.question_set.topics.items()}
    questions = [corrected(question) for one in imported for question in one.question_set.questions]
    question_set = QuestionSet(id="geography", title="Geography", topics=topics, questions=tuple(questions))
    quizgen.save(question_set, "geography.yaml")
    return quizgen.load("geography.yaml")


def corrected(question: Question) -> Question:
    changes = CORRECTIONS.get(question.id, {})
    return type(question).model_validate({**question.model_dump(exclude_defaults=True), **changes})


def test_the_questions_of_four_programs_are_taken_and_corrected(moved_in: QuestionSet) -> None:
    kinds = [question.kind for question in moved_in.questions]
    assert kinds == ["choice", "number", "match", "card", "card", "multiple", "choice", "card"]
    by_id = {question.id: question for question in moved_in.questions}
    assert {*CORRECTIONS} <= {*by_id}
    assert by_id["longest"].hint == "It flows east."
    assert shown(by_id["mouths"].stem) == "Into which sea does each river flow?"


@pytest.mark.parametrize("form", FILES)
def test_a_learning_platform_gives_back_what_it_got(moved_in: QuestionSet, form: Format) -> None:
    quizgen.export(moved_in, FILES[form])
    back = quizgen.import_file(FILES[form])
    assert back.problems == ()
    assert [question.id for question in back.question_set.questions] == [question.id for question in moved_in.questions]
    for before, after in zip(moved_in.questions, back.question_set.questions, strict=True):
        topics = dict(moved_in.topics), dict(back.question_set.topics)
        assert common(after, form, topics[1]) == common(before, form, topics[0])


def test_anki_gives_back_what_it_got(moved_in: QuestionSet) -> None:
    quizgen.export(moved_in, "out.apkg", options=quizgen.ExportOptions(everything=True))
    imported = quizgen.import_file("out.apkg")
    assert imported.problems == ()
    assert imported.question_set == moved_in
