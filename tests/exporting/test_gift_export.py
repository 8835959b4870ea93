"""Questions as GIFT, in the words of the file."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

import quizgen
from quizgen.exporting.gift import gift_text
from quizgen.exporting.selection import Part

GIFT: dict[str, tuple[dict[str, object], str]] = {
    "choice": ({"stem": "Sea?", "answer": "Black Sea", "distractors": ["Red Sea", "50% salt"], "explanation": "So it is."},
        "::q::Sea?{\n\t=Black Sea\n\t~Red Sea\n\t~50% salt\n\t####So it is.\n}"),
    "multiple": ({"stem": "Which?", "answers": ["a", "b", "c"], "distractors": ["d"]},
        "::q::Which?{\n\t~%33.33333%a\n\t~%33.33333%b\n\t~%33.33333%c\n\t~%-50%d\n}"),
    "true_false": ({"stem": "It is so.", "answer": False, "explanation": "It is not."}, "::q::It is so.{\n\tFALSE\n\t####It is not.\n}"),
    "short": ({"stem": "Who?", "answer": "Ann", "accept": ["A*"], "reject": {"Bob": "No: *Ann*"}},
        "::q::[html]Who?{\n\t=%100%Ann\n\t=%100%A\\\\*\n\t=%0%Bob#No\\: <em>Ann</em>\n}"),
    "number": ({"stem": "Pi?", "answer": "3.14", "tolerance": "0.01"}, "::q::Pi?{#3.14:0.01}"),
    "order": ({"stem": "Order?", "steps": ["a", "b", "c"]}, "::q::Order?{\n\t=b -> 2\n\t=c -> 3\n\t=a -> 1\n}"),
    "match": ({"stem": "Match.", "pairs": {"a -> b": "1", "c": "2"}}, "::q::[html]Match.{\n\t=a -&gt; b -> 1\n\t=c -> 2\n}"),
    "card": ({"stem": "Why?", "answer": "So.", "explanation": "Really."}, "::q::[html]Why?{####<p>So.</p>\\n<hr>\\n<p>Really.</p>}"),
    "cloze": ({"text": "{{c1::Po}} and {{c2::Turin::city}}."},
        "::q-c1::{=%100%Po} and ….\n\n// [id:q-c2]\n::q-c2::… and {=%100%Turin} [city]."),
}  # fmt: skip


@pytest.mark.parametrize("kind", GIFT)
def test_each_kind(kind: quizgen.questions.Kind) -> None:
    data, text = GIFT[kind]
    written = gift_of({**data, "kind": kind}).strip().removeprefix("// [id:q]\n").removeprefix("// [id:q-c1]\n")
    assert written == text


@pytest.mark.parametrize(
    ("stem", "written"),
    [
        ("1 = 1: {x} # ~", "1 \\= 1\\: \\{x\\} \\# \\~"),
        ("a\\\\b", '[html]a<span class\\="tex2jax_ignore">\\\\</span>b'),
        ("2 < 3 & *so*", "[html]2 &lt; 3 &amp; <em>so</em>"),
        ("[html] is a tag", "[html]&\\#91;html&\\#93; is a tag"),
        ("// no comment", "[html]// no comment"),
        ("$$5 or $$6", "[html]&\\#36;$5 or &\\#36;$6"),
        ("One.\n\nTwo.", "[html]<p>One.</p>\\n<p>Two.</p>"),
    ],
)
def test_nothing_in_a_text_is_a_sign_of_gift_or_markup_of_moodle(stem: str, written: str) -> None:
    assert gift_of({"kind": "true_false", "stem": stem, "answer": True}).splitlines()[1] == f"::q::{written}{{TRUE}}"


def test_a_question_that_gift_would_take_for_another_kind_is_left_out_and_named() -> None:
    question_set = set_of({"kind": "short", "stem": "Arrow?", "answer": "->"}, {"kind": "true_false", "stem": "So.", "answer": True})  # fmt: skip
    assert "Arrow" not in gift_text([Part(question_set, question_set.questions)])
    loss = quizgen.losses(question_set, "gift")[-1]
    assert (loss.question_id, loss.field) == ("q", "kind")
    assert "left out" in loss.message


def test_a_question_that_is_left_out_is_not_counted(tmp_path: Path) -> None:
    question_set = set_of(
        {"kind": "short", "stem": "Arrow?", "answer": "->"},
        {"kind": "cloze", "text": "The {{c1::a -> b}}."},
        {"kind": "true_false", "stem": "So.", "answer": True},
    )
    exported = quizgen.export(question_set, tmp_path / "set.gift")
    assert exported.questions == 1
    assert [loss.message for loss in exported.losses if loss.question_id] == [
        "the question is left out, because Moodle reads `->` in its answer as a matching pair"
    ] * 2


def test_a_blank_is_where_it_was_although_the_text_has_private_use_characters() -> None:
    written = gift_of({"kind": "cloze", "text": "\ue0ff and {{c1::Po}} \ue0ff"})
    assert "::q::\ue0ff and {=%100%Po} \ue0ff" in written


def test_a_file_without_questions_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(quizgen.ExportError, match="GIFT cannot represent any of the questions"):
        quizgen.export(set_of({"kind": "short", "stem": "Arrow?", "answer": "->"}), tmp_path / "set.gift")
    assert not (tmp_path / "set.gift").exists()


def test_shares_are_those_that_moodle_knows() -> None:
    distractors = [
        {"text": "Rhine", "share": 0.35},
        {"text": "Rhone", "share": 0.99},
        {"text": "Oder", "share": 0.3333333},
    ]
    question: dict[str, object] = {"kind": "choice", "stem": "Which?", "answer": "Po", "distractors": distractors}
    assert [line.strip() for line in gift_of(question).splitlines() if "~" in line] == [
        "~%33.33333%Rhine", "~%90%Rhone", "~%33.33333%Oder",
    ]  # fmt: skip
    message = (
        "the credit for options is rounded to percentages that Moodle supports: 35% becomes 33.33333%, 99% becomes 90%"
    )
    for form in ("gift", "moodle"):
        assert [loss.message for loss in quizgen.losses(set_of(question), form) if loss.question_id] == [message]


def test_the_hint_of_a_blank_is_plain_text_and_reported() -> None:
    question: dict[str, object] = {"kind": "cloze", "text": "The {{c1::Po::*r* <b>}} flows."}
    assert "&\\#91;*r* &lt;b&gt;&\\#93; flows." in gift_of(question)
    assert "hints of blanks become part of the text" in [
        loss.message for loss in quizgen.losses(set_of(question), "gift")
    ]


def test_the_comment_has_the_id_and_the_tags() -> None:
    assert gift_of({"kind": "true_false", "stem": "So.", "answer": True, "tags": ["a::b", "c]"]}).startswith(
        "// [id:q] [tag:a::b] [tag:c\\]]\n::q::So.{TRUE}"
    )


def gift_of(data: dict[str, object]) -> str:
    question_set = set_of(data)
    return gift_text([Part(question_set, question_set.questions)])


def set_of(*questions: dict[str, object]) -> quizgen.QuestionSet:
    adapter: TypeAdapter[quizgen.Question] = TypeAdapter(quizgen.Question)
    numbered = [{"id": "q" if not number else f"q{number}", **data} for number, data in enumerate(questions)]
    return quizgen.QuestionSet(id="s", title="S", questions=tuple(map(adapter.validate_python, numbered)))
