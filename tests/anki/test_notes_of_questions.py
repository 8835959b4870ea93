"""From question to note: fields, order of options, cloze marks, identity."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from anki_samples import QUESTIONS, question_set
from hypothesis import given
from hypothesis import strategies as st

from quizgen.anki import identity
from quizgen.anki.errors import ExportError
from quizgen.anki.notes import Note, make_note
from quizgen.anki.notetypes import NOTE_TYPES, TEMPLATES_MODIFIED, style
from quizgen.anki.pictures import Pictures
from quizgen.grading.grader import grade

ids = st.from_regex(r"[a-z0-9]{1,3}([-.][a-z0-9]{1,3}){0,3}", fullmatch=True)


def note_of(question: dict[str, Any], **set_changes: Any) -> Note:
    made = question_set([question], **set_changes)
    return make_note(made, made.questions[0], Pictures(None))


def fields_of(question: dict[str, Any]) -> dict[str, str]:
    note = note_of(question)
    return dict(zip(note.note_type.fields, note.fields, strict=True))


def sample(question_id: str) -> dict[str, Any]:
    return next(question for question in QUESTIONS if question["id"] == question_id)


def items(html: str) -> list[str]:
    return re.findall(r"<li[^>]*>(.*?)</li>", html)


@pytest.mark.slow
@given(ids, ids, ids, ids)
def test_only_equal_ids_give_equal_guids(set_a: str, question_a: str, set_b: str, question_b: str) -> None:
    same = identity.guid(set_a, question_a) == identity.guid(set_b, question_b)

    assert same == ((set_a, question_a) == (set_b, question_b))


@given(ids)
def test_deck_and_note_ids_are_past_dates_and_never_ankis_default_deck(name: str) -> None:
    for number in (identity.deck_id(name), identity.note_id(name), identity.preset_id(name)):
        assert 1_000_000_000_000 <= number < 1_500_000_000_000


def test_identity_is_permanent() -> None:
    # Learners' collections hold these; a change here would give everybody every card a second time.
    assert identity.guid("almanac", "rivers") == "almanac/rivers"
    assert identity.deck_id("almanac") == 1088995637270
    assert identity.deck_id("almanac", "matter") == 1366580885566


def test_note_types_are_permanent() -> None:
    # A change of id, name or fields makes Anki add a second note type and refuse updates. Use a spare field instead.
    common = ["Image", "Hint", "Explanation", "Attribution", "Citation", "Topic", "ID", "Spare 1", "Spare 2", "Spare 3"]
    assert [(kind.id, kind.name, list(kind.fields)) for kind in NOTE_TYPES] == [
        (1685472506, "quizgen card", ["Question", "Answer", *common]),
        (2140192212, "quizgen choice", ["Question", "Options", "Answer", "Multiple", *common]),
        (2079972251, "quizgen true or false", ["Question", "Answer", *common]),
        (1863706686, "quizgen typed", ["Question", "Answer", "Full Answer", "Unit", "Accepted", *common]),
        (1356065014, "quizgen cloze", ["Text", "Accepted", *common]),
        (1543479348, "quizgen order", ["Question", "Steps", "Answer", *common]),
        (1317927316, "quizgen match", ["Question", "Left", "Right", "Answer", *common]),
    ]


def test_changed_looks_carry_a_newer_time() -> None:
    # When this fails, looks have changed: raise TEMPLATES_MODIFIED to now, since Anki takes over only what is newer,
    # and put both new values here.
    looks = repr([(kind.front, kind.back) for kind in NOTE_TYPES]) + style()

    assert (TEMPLATES_MODIFIED, hashlib.sha256(looks.encode()).hexdigest()[:12]) == (1795906999, "29ab7292f500")


@given(st.permutations(list("abcdef")), st.booleans())
def test_options_are_shuffled_alike_each_time_and_lose_none(letters: list[str], pin_last: bool) -> None:
    question = {
        "kind": "choice",
        "id": "q",
        "stem": "?",
        "answer": letters[2],
        "options": letters,
        "pin_last": pin_last,
    }
    shown = fields_of(question)["Options"]

    assert shown == fields_of(question)["Options"]
    assert sorted(items(shown)) == sorted(letters)
    assert re.findall(r'data-right="yes">(.*?)</li>', shown) == [letters[2]]
    if pin_last:
        assert items(shown)[-1] == letters[-1]


def test_shuffling_differs_from_question_to_question() -> None:
    question = {"kind": "choice", "stem": "?", "answer": "a", "distractors": list("bcd")}

    assert len({tuple(items(fields_of({**question, "id": f"q{at}"})["Options"])) for at in range(20)}) > 10


def test_options_stay_where_the_author_put_them_when_asked() -> None:
    question = {"kind": "choice", "id": "q", "stem": "?", "answer": "2", "options": ["1", "2", "3"], "shuffle": False}

    shown = fields_of(question)["Options"]
    assert items(shown) == ["1", "2", "3"]
    assert "data-shuffle" not in shown


def test_numbers_are_in_ascending_order_and_keep_their_places_in_the_file() -> None:
    shown = fields_of({"kind": "choice", "id": "q", "stem": "?", "answer": "2", "distractors": ["3", "1"]})["Options"]
    assert items(shown) == ["1", "2", "3"]
    assert re.findall(r'data-position="(\d)"', shown) == ["3", "1", "2"]
    assert ("data-shuffle" in shown, "data-ascending" in shown) == (False, True)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=3), min_size=3, max_size=6, unique=True))
def test_steps_are_never_in_the_right_order_on_the_front(steps: list[str]) -> None:
    fields = fields_of({"kind": "order", "id": "q", "stem": "?", "steps": steps})

    assert items(fields["Steps"]) != steps
    letters = "ABCDEF"
    back = [re.fullmatch(r'(.*) <span class="letter">\((.)\)</span>', item) for item in items(fields["Answer"])]
    assert [found and found[1] for found in back] == steps
    assert [found and items(fields["Steps"])[letters.index(found[2])] for found in back] == steps


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=3), min_size=3, max_size=6, unique=True))
def test_right_sides_are_never_all_next_to_their_partners(sides: list[str]) -> None:
    fields = fields_of({"kind": "match", "id": "q", "stem": "?", "pairs": {side: side for side in sides}})

    assert items(fields["Left"]) == sides
    assert items(fields["Right"]) != sides


def test_pairs_are_put_together_on_the_back() -> None:
    fields = fields_of(sample("currencies"))

    assert items(fields["Left"]) == ["Japan", "India", "Poland"]
    assert sorted(items(fields["Right"])) == ["Rupee", "Yen", "Złoty"]
    assert [re.sub(r"<[^>]*>", "", item)[:-4] for item in items(fields["Answer"])] == [
        "Japan&nbsp;– Yen",
        "India&nbsp;– Rupee",
        "Poland&nbsp;– Złoty",
    ]


def test_a_number_is_typed_without_commas_and_says_what_counts() -> None:
    fields = fields_of(sample("marathon"))

    assert (fields["Answer"], fields["Unit"]) == ("42195", "metres")
    assert (fields["Full Answer"], fields["Accepted"]) == (
        "42,195 metres",
        '<span class="range">41,995–42,395 metres</span>',
    )
    assert fields_of({**sample("marathon"), "answer": -4, "tolerance": "1"})["Accepted"] == (
        '<span class="range">-5&nbsp;– -3 metres</span>'
    )


@pytest.mark.parametrize(
    ("language", "answer", "shown"),
    [
        ("de", 1233, "1233"),  # not 1,233, which is less than two in German
        ("fr", 42195, "42\N{NARROW NO-BREAK SPACE}195"),
        ("es", 1.852, "1,852"),
        ("es-MX", 1233.5, "1,233.5"),
        ("en-GB", 1.852, "1.852"),
    ],
)
def test_a_number_is_written_as_in_the_language_of_its_card(language: str, answer: float, shown: str) -> None:
    question = {**sample("marathon"), "answer": answer, "tolerance": "1%", "unit": "km"}
    note = note_of(question, language=language)
    fields = dict(zip(note.note_type.fields, note.fields, strict=True))

    assert (fields["Answer"], fields["Full Answer"]) == (str(answer), f"{shown} km")
    assert grade(question_set([question], language=language).questions[0], f"{shown} km").counts_right


@pytest.mark.parametrize(
    ("after_answer", "field", "empty"), [(False, "Image", "Explanation"), (True, "Explanation", "Image")]
)
def test_a_picture_is_shown_with_the_question_or_after_the_answer(
    tmp_path: Path, after_answer: bool, field: str, empty: str
) -> None:
    (tmp_path / "moon.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    image = {"file": "moon.png", "alt": "The Moon", "after_answer": after_answer}
    made = question_set([{"id": "q", "kind": "card", "stem": "What is it?", "answer": "the Moon", "image": image}])
    note = make_note(made, made.questions[0], Pictures(tmp_path))
    fields = dict(zip(note.note_type.fields, note.fields, strict=True))
    assert '<img alt="The Moon"' in fields[field]
    assert fields[empty] == ""


def test_origin_and_topic_are_named() -> None:
    fields = fields_of(sample("boiling"))

    assert fields["Citation"] == "Paragraph 4, <cite>The Small Almanac</cite>"
    assert fields["Attribution"] == "the almanac's editors"
    assert fields["Topic"] == "Matter"
    assert fields["ID"] == "almanac/boiling"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{{c1::**Ada**}} and {{c2::Bob::who?}}", "{{c1::<strong>Ada</strong>}} and {{c2::Bob::&#119;ho?}}"),
        ("**{{c1::Ada}}**", "<strong>{{c1::Ada}}</strong>"),
        ("`f({{c1::*x}})`", "<code>f({{c1::*x}})</code>"),
        (
            r"\(a^{{c1::\frac{1}{2} }}\)",
            r"\(a^{\class{in-formula-1}{ {{c1::\frac&#123;1&#125;&#123;2&#125; }} } }\)",
        ),
        (r"{{c1::\(a^{2}\)}}", r"{{c1::\(a^&#123;2&#125;\)}}"),
        ("{{c1::at 9:}} {{c1::b::c::d}}", "{{c1::at 9&#58;}} {{c1::b::&#99;&#58;&#58;d}}"),
        ("- {{c1::a}}\n- {{c2::b}}", "<ul>\n<li>{{c1::a}}</li>\n<li>{{c2::b}}</li>\n</ul>"),
    ],
)
def test_marks_stay_marks_and_nothing_else_becomes_one(text: str, html: str) -> None:
    assert fields_of({"kind": "cloze", "id": "q", "text": text})["Text"] == html


@pytest.mark.parametrize(
    ("text", "accept", "shown"),
    [
        ("{{c1::Ada}} counts.", {"c1": ["Ada L.", "Augusta"]}, "Ada L., Augusta"),
        ("{{c1::Ada}} counts.", {"c1": ["A", "B", "C", "D"]}, "A, B, C, D"),
        ("{{c1::Ada}} counts.", {"c1": ["A", "B", "C", "D", "E"]}, "A, B, C, |+2|D, E"),
        ("{{c1::Ada}} counts.", {"c1": ["Ada, the countess", "Augusta"]}, "Ada, the countess; Augusta"),
        ("{{c1::عدا}}", {"c1": ["ا", "ب", "ج، د", "د", "ه"]}, "ا; ب; ج، د; |+2|د; ه"),
        ("{{c1::Ada}} and {{c2::Bob}}.", {"c2": ["Bobby"]}, "(2) Bobby"),
        (r"\(a^{{c1::2}}\)", {}, r"(1) \(2\)"),
        (r"\(a^{{c1::2}}\) for {{c2::Ada}}", {"c2": ["Augusta"]}, r"(1) \(2\)(2) Augusta"),
    ],
)
def test_other_right_answers_name_their_blank_if_it_is_not_plain(text: str, accept: Any, shown: str) -> None:
    accepted = fields_of({"kind": "cloze", "id": "q", "text": text, "accept": accept})["Accepted"]
    folded = re.sub('<details><summary data-more="(.)"></summary>', r"|+\1|", accepted)
    assert re.sub("<[^>]*>", "", folded) == shown


@pytest.mark.parametrize("hidden", ['[here](https://example.org "{{c1::x}}")', "```{{c1::x}}\ncode\n```"])
def test_a_mark_in_hidden_text_is_rejected(hidden: str) -> None:
    with pytest.raises(ExportError, match="question 'q': an answer mark is in hidden text"):
        fields_of({"kind": "cloze", "id": "q", "text": f"{{{{c1::y}}}}\n\n{hidden}"})


def test_tags_have_no_spaces_and_come_once() -> None:
    question = {**sample("boiling"), "tags": ["demo", "physics::heat"]}

    assert note_of(question).tags == ("almanac::matter", "demo", "physics::heat")
