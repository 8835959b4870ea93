"""Tables as spreadsheets and other quiz programs write them: titles above, no names, answers by number, stray quotes."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from import_samples import left_out

from quizgen.cli import cli
from quizgen.importing.detect import read
from quizgen.importing.items import ImportRefusedError
from quizgen.importing.validate import Accepted, accept


def taken(text: str, *columns: str) -> Accepted:
    return accept(read(text.encode(), ".csv", None, columns))


def rights(text: str) -> list[Any]:
    accepted = taken(text)
    assert left_out(accepted) == ()
    return [question.get("answers") or question["answer"] for question in accepted.questions]


KAHOOT = (
    "Kahoot quiz,,,,,,\n,,\nQuestion,Answer 1,Answer 2,Answer 3,Answer 4,Time limit (sec),Correct answer(s)\n"
    '2+2?,3,4,5,6,20,2\nPrimes?,2,3,4,5,20,"1,2,4"\nIs it?,Yes,No,,,20,1\nThird?,a,,c,d,20,3\n'
)


def test_right_options_by_their_numbers() -> None:
    found = read(KAHOOT.encode(), ".csv")
    accepted = accept(found)
    assert [question.get("answers") or question["answer"] for question in accepted.questions] == [
        "4",
        ["2", "3", "5"],
        "Yes",
        "c",
    ]
    assert left_out(accepted) == ()
    assert found.notes == (
        "left out column 'Time limit (sec)': questions have no such field",
        "left out line 1, which is above the header row",
    )


@pytest.mark.parametrize(
    ("table", "right"),
    [
        ("question,A,B,C,D,answer\nWhich?,1,2,3,4,D\n", ["4"]),
        ("q,option_a,option_b,correct_option\nx?,un,deux,B\ny?,un,deux,option_a\n", ["deux", "un"]),
        ('Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer\nx?,Checkbox,a,b,c,"1,3"\n', [["a", "c"]]),
        ("Question #,Question Text,Answer 1,Answer 2,Correct Answer(s)\n1,x?,a,b,2\n", ["b"]),
        ("Question - max 120 characters,Answer 1 – max 75,Answer 2 – max 75,Correct answer(s) - one at least\nx?,a,b,2\n", ["b"]),
        ("Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\nx?,a,b,c\n", ["a"]),
        ("question,option 1,option 2,answers,answer\nx?,a,b,,b\ny?,a,b,a,b\n", ["b", ["a", "b"]]),
        ("question,options,answer\nx?,2|3|4|5,3\ny?,6|7|8,7\n", ["3", "7"]),
        ("question,option 1,option 2,answer\nx?,2,3,2\ny?,2,5,1\n", ["3", "2"]),
        ("question,choice 1,choice 2,choice 3,answer\nx?,a,b,c,A and more\n", None),
        ("question,option 1,option 2,option 3,answer\nx?,2,3,4,3\n", None),
    ],
)  # fmt: skip
def test_how_a_table_gives_the_right_option(table: str, right: list[Any] | None) -> None:
    if right is not None:
        assert rights(table) == right
    else:
        assert [where for where, _ in left_out(taken(table))] == ["line 2"]


def test_a_table_without_names_takes_those_that_the_author_gives(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text('perro\tdog\n"hola" dijo\tsaid, "hello"\n"eh\twhat\n', encoding="utf-8")
    arguments = ["import", str(tmp_path / "words.txt"), "-o", str(tmp_path / "words.yaml")]
    done = CliRunner().invoke(cli, [*arguments, "--columns", "term,definition"])
    assert done.exit_code == 0, done.output
    written = (tmp_path / "words.yaml").read_text(encoding="utf-8")
    assert "stem: perro" in written
    assert "stem: '\"hola\" dijo'" in written
    assert "stem: '\"eh'" in written
    with pytest.raises(ImportRefusedError, match="the columns 'word,colour' must include a question"):
        taken("a,b", "word", "colour")


def test_line_breaks_in_cells() -> None:
    question, card = taken('question,answer,wrong 1\n"One\ntwo?","a\nb","c\nd"\n"So?","e\nf",\n').questions
    assert (question["stem"], question["answer"], question["distractors"]) == ("One\\\ntwo?", "a b", ["c d"])
    assert (card["kind"], card["answer"]) == ("card", "e\\\nf")


def test_excels_separator_line_is_not_a_row() -> None:
    accepted = taken("sep=;\nQuestion;Answer;\nO, where?;here;\n;;\n")
    assert [question["stem"] for question in accepted.questions] == ["O, where?"]


def test_a_list_may_begin_with_excels_separator_line() -> None:
    accepted = accept(read(b"sep=,\nPo,a river\nTurin,a city\n", ".txt"))
    assert [(question["stem"], question["answer"]) for question in accepted.questions] == [
        ("Po", "a river"), ("Turin", "a city"),
    ]  # fmt: skip


def test_a_stray_quotation_mark_loses_only_its_own_row() -> None:
    accepted = taken('question,answer\nA "so" b?,x\n"B" more?,y\nC?,z\nD?,"open\nE?,e\n')
    assert [question["stem"] for question in accepted.questions] == ['A "so" b?', "C?"]
    assert [where for where, _ in left_out(accepted)] == ["line 3", "line 5"]
    assert "lines 5 to 6" in left_out(accepted)[1][1]


def test_a_card_that_begins_with_a_hash_is_not_an_anki_header() -> None:
    accepted = taken("#separator:tab\n#html:false\n#1: who?\tme\n")
    assert [question["stem"] for question in accepted.questions] == ["#1: who?"]


def test_no_column_of_options_is_lost_next_to_another() -> None:
    (question,) = taken("question,option A,wrong 1,option B,answer\nx?,a,c,b,A\n").questions
    assert (question["answer"], question["distractors"]) == ("a", ["c", "b"])
    assert [where for where, _ in left_out(taken("question,answer,wrong 1,wrong 2\nx?,a,a,b\n"))] == ["line 2"]


def test_where_an_answer_is_typed_the_options_are_all_right() -> None:
    quizizz = "Question Text,Question Type,Option 1,Option 2,Correct Answer,Answer explanation\nx?,Fill-in-the-Blank,Rome,Roma,,So\n"
    (question,) = taken(quizizz).questions
    assert (question["kind"], question["answer"], question["accept"]) == ("short", "Rome", ["Roma"])
    assert question["explanation"] == "So"


def test_an_empty_line_of_a_template_is_skipped_and_unused_columns_are_reported() -> None:
    found = read(b",question,answer,Answer\n1,x?,a,b\n2,,,\n", ".csv")
    assert len(found.items) == 1
    assert found.notes == (
        "left out column 1: it has no name",
        "left out column 'Answer': another column has the same meaning",
    )


def test_html_in_a_text_without_ankis_header_lines_is_reported() -> None:
    text = b"Po<br>or Tiber\tPo\n"
    (note,) = read(text, ".txt", None, ("front", "back")).notes
    assert "#html:true" in note
    (item,) = read(b"#html:true\n" + text, ".txt").items
    assert item.data is not None
    assert item.data["stem"] == "Po\\\nor Tiber"


def test_topics_of_any_alphabet_have_ids_of_their_own() -> None:
    topics = ("日本", "Café", "عربي", "Cafe", "café", "A\u202eB")
    accepted = taken("question,answer,topic\n" + "".join(f"q{n}?,a,{topic}\n" for n, topic in enumerate(topics)))
    assert accepted.topics == {"topic-1": "日本", "cafe": "Café", "topic-2": "عربي", "cafe-2": "Cafe", "ab": "AB"}
    assert [question["topic"] for question in accepted.questions] == [
        "topic-1",
        "cafe",
        "topic-2",
        "cafe-2",
        "cafe",
        "ab",
    ]


@pytest.mark.slow
def test_thousands_of_questions_that_begin_alike_have_ids_of_their_own() -> None:
    accepted = taken("question,answer\n" + "".join(f"同じ?,{n}\n" for n in range(3000)))
    assert [question["id"] for question in accepted.questions] == [f"question-{n}" for n in range(1, 3001)]


def cards(text: str, ending: str = ".txt", separator: str | None = None) -> list[tuple[str, str]]:
    found = read(text.encode(), ending, separator=separator)
    assert found.notes[0].endswith("; if it is the header, use --header")
    return [(question["stem"], question["answer"]) for question in accept(found).questions]


def test_terms_and_definitions_need_no_header_row() -> None:
    assert cards("perro\tdog\ngato\tcat\n") == [("perro", "dog"), ("gato", "cat")]
    assert cards("perro;dog\ngato;cat\n", ".csv") == [("perro", "dog"), ("gato", "cat")]
    assert cards('perro,dog\ngato,"cat, tomcat"\n', ".csv") == [("perro", "dog"), ("gato", "cat, tomcat")]
    assert cards("perro,dog\ngato,cat\n", ".txt", ",") == [("perro", "dog"), ("gato", "cat")]


def test_sentences_with_commas_are_not_a_list_of_terms() -> None:
    for text, ending in (("Po, a river.\nArno, too.\n", ".txt"), ("Po, a river.\nIt is long.\n", ".csv")):
        with pytest.raises(ImportRefusedError, match="must name a question column"):
            read(text.encode(), ending)


def test_a_definition_may_have_several_lines() -> None:
    assert cards("perro\tdog\nor hound\ngato\tcat\n") == [("perro", "dog\\\nor hound"), ("gato", "cat")]


def test_a_separator_may_have_several_characters(tmp_path: Path) -> None:
    assert cards("perro - dog\nwell-known - famoso\n", separator=" - ") == [("perro", "dog"), ("well-known", "famoso")]
    (tmp_path / "words.txt").write_text("perro - dog\n", encoding="utf-8")
    done = CliRunner().invoke(
        cli, ["import", str(tmp_path / "words.txt"), "-o", str(tmp_path / "w.yaml"), "--separator", " - "]
    )
    assert done.exit_code == 0, done.output


def test_multiple_with_one_correct_answer_is_a_choice() -> None:
    header = "type,question,correct_answer,incorrect_answers/0,incorrect_answers/1"
    choice, statement = taken(f"{header}\nmultiple,Capital?,Paris,Lyon,Nice\nboolean,It is so.,True,False,\n").questions
    assert (choice["kind"], choice["answer"], choice["distractors"]) == ("choice", "Paris", ["Lyon", "Nice"])
    assert (statement["kind"], statement["answer"]) == ("true_false", True)
    (multiple,) = taken("kind,question,answers,wrong 1\nmultiple,Which?,a,b\n").questions
    assert (multiple["kind"], multiple["answers"]) == ("multiple", ["a"])


def test_a_table_without_an_answer_is_shown_with_its_columns() -> None:
    needed = r"\. It must name a question column and an answer column, for example `question,answer,topic`"
    for header, row, found in (
        ("Frage,Hint,Antwort", "Wo?,da,hier", "'Frage', 'Hint' and 'Antwort'"),
        (f"{'Wo' * 20}?,da,hier", "x,y,z", f"'{'Wo' * 15}…', 'da' and 'hier'"),
        (
            ",".join("abcdefghijklmnopqrstuvw"),
            ",".join("x" * 23),
            f"{', '.join(map(repr, 'abcdefghijklmnopqrst'))} and 3 more",
        ),
    ):
        with pytest.raises(ImportRefusedError, match=f"^its first row is {found}{needed}"):
            taken(f"{header}\n{row}\n")


def test_one_correct_option_is_a_choice_unless_the_kind_says_otherwise() -> None:
    (choice,) = taken("question,answers,wrong 1\nWhich?,a,b\n").questions
    assert (choice["kind"], choice["answer"]) == ("choice", "a")


@pytest.mark.parametrize(
    ("table", "stems"),
    [
        ("Spanish,English\nr\u00edo,river\nmar,sea\n", ["r\u00edo", "mar"]),
        ("Country,Millions\nItaly,59\nMalta,0.5\nFrance,68\n", ["Italy", "Malta", "France"]),
        ("r\u00edo,river\nmar,sea\n", ["r\u00edo", "mar"]),
        ("Spanish,English\nFrench,German\nWelsh,Irish\n", ["Spanish", "French", "Welsh"]),
        ("Wort,Bedeutung\nFluss,river\n", ["Fluss"]),
        ("Vocab,Polish\nriver,rzeka\n", ["river"]),
        ("Country,Capital\nItaly,Rome\n", ["Italy"]),
        (
            "Theorem,Statement\nPythagoras,a squared and b squared\nThales,the angle is always right\nEuclid,there is no largest prime\n",
            ["Pythagoras", "Thales", "Euclid"],
        ),
        ("answer,Antwort\nquestion,Frage\n", ["answer", "question"]),
        ("palabra,word\nmar,sea\n", ["palabra", "mar"]),
        ("Italian word,English meaning\nmare,sea\n", ["mare"]),
        ("la prossima parola,the next word\nmare,sea\n", ["la prossima parola", "mare"]),
    ],
)
def test_a_header_of_a_list_is_not_a_question(table: str, stems: list[str]) -> None:
    found = read(table.encode(), ".csv")
    assert [question["stem"] for question in accept(found).questions] == stems
    is_header = stems[0] not in table.partition("\n")[0]
    assert ("read as the header" in found.notes[0]) == is_header
    assert found.notes[0].endswith("--no-header" if is_header else "--header")
    overruled = accept(read(table.encode(), ".csv", has_header=not is_header)).questions
    assert len(overruled) == len(stems) + (1 if is_header else -1)


def test_the_author_names_the_columns_below_a_header() -> None:
    rows = b"Land,Stadt,Fluss\nItalia,Torino,Po\n"
    for has_header, number in ((True, 1), (None, 2)):
        found = read(rows, ".csv", None, ("term", "definition", "hint"), has_header=has_header)
        assert len(found.items) == number
