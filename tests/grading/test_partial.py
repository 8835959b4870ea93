"""Questions of several parts, and those that are right or wrong as a whole."""

from typing import Any

import pytest
from pydantic import TypeAdapter

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Response, Verdict
from quizgen.questions import Question

QUESTION: TypeAdapter[Question] = TypeAdapter(Question)


def ask(kind: str, response: Response, **fields: Any) -> Verdict:
    stem = {} if kind == "cloze" else {"stem": "Which?"}
    return grade(QUESTION.validate_python({"id": "q", "kind": kind, **stem, **fields}), response)


def outcome_of(share: float) -> Outcome:
    if share == 1:
        return Outcome.CORRECT
    return Outcome.PARTLY if share else Outcome.WRONG


@pytest.mark.parametrize(
    ("picked", "share"),
    [
        ({"a", "b", "c"}, 1),
        ({"a", "b"}, 2 / 3),
        ({"a"}, 1 / 3),
        ({"a", "b", "c", "x"}, 1 / 2),  # a wrong pick takes 1 / max(wrong options, 2)
        ({"a", "x"}, 0),
        ({"x"}, 0),
        ({"a", "b", "c", "x", "y"}, 0),
        ({"A", "b ", "C"}, 1),
    ],
)
def test_multiple_by_the_rule_false2(picked: set[str], share: float) -> None:
    verdict = ask("multiple", frozenset(picked), answers=["a", "b", "c"], distractors=["x", "y"])
    assert verdict.share == pytest.approx(share)
    assert verdict.outcome is outcome_of(share)


def test_one_wrong_pick_does_not_take_everything_where_there_is_but_one_wrong_option() -> None:
    assert ask("multiple", frozenset({"a", "x"}), answers=["a"], distractors=["x"]).share == pytest.approx(1 / 2)


@pytest.mark.parametrize(
    ("given", "share"),
    [
        (("a", "b", "c", "d"), 1),
        (("b", "c", "d", "a"), 2 / 3),
        (("a", "b", "d", "c"), 1 / 3),
        (("d", "c", "b", "a"), 0),
        (("a",), 0),
    ],
)
def test_order_relative_to_the_next_step(given: tuple[str, ...], share: float) -> None:
    verdict = ask("order", given, steps=["a", "b", "c", "d"])
    assert verdict.share == pytest.approx(share)
    assert verdict.outcome is outcome_of(share)


@pytest.mark.parametrize(
    ("given", "share"),
    [
        ((("b", "2"), ("a", "1"), ("c", "3")), 1),
        ((("a", "1"), ("b", "3"), ("c", "2")), 1 / 3),
        ((("a", "1"),), 1 / 3),
        ((("a", "2"), ("b", "3"), ("c", "1")), 0),
    ],
)
def test_match_by_equal_parts(given: tuple[tuple[str, str], ...], share: float) -> None:
    verdict = ask("match", given, pairs={"a": "1", "b": "2", "c": "3"})
    assert verdict.share == pytest.approx(share)


CLOZE = "On {{c1::6 September 2023}}, {{c2::85}} soldiers flew to {{c3::Yerevan}}."


@pytest.mark.parametrize(
    ("given", "outcome", "share"),
    [
        (("6 September 2023", "85", "Yerevan"), Outcome.CORRECT, 1),
        (("9/6/2023", "eighty-five", "yerevan"), Outcome.CORRECT, 1),
        (("6 September 2023", "85", "Yerevann"), Outcome.CLOSE, 1),
        (("6 September 2023", "86", "Yerevan"), Outcome.PARTLY, 2 / 3),
        (("", "", "Yerevan"), Outcome.PARTLY, 1 / 3),
        (("6 September 2023",), Outcome.PARTLY, 1 / 3),
        (("85", "Yerevan", "6 September 2023"), Outcome.WRONG, 0),
        (("", " ", ""), Outcome.SKIPPED, 0),
    ],
)
def test_cloze_blank_by_blank(given: tuple[str, ...], outcome: Outcome, share: float) -> None:
    verdict = ask("cloze", given, text=CLOZE)
    assert verdict.outcome is outcome
    assert verdict.share == pytest.approx(share)


TOWNS = "The mint moved to {{c1::Kent}} or {{c2::Ostby}}."


@pytest.mark.parametrize(
    ("text", "given", "share"),
    [
        (TOWNS, ("Ostby", "Kent"), 1),
        (TOWNS, ("Kent", "Kent"), 1 / 2),
        (TOWNS, ("Ostby", "Fano"), 1 / 2),
        ("Brass is made of {{c1::tin}}, {{c2::zinc}} and {{c3::lead}}.", ("lead", "tin", "zinc"), 1),
        ("The mint moved from {{c1::Kent}} to {{c2::Ostby}}.", ("Ostby", "Kent"), 0),
        ("The signs of gold and silver are {{c1::Au}} and {{c2::Ag}}.", ("Ag", "Au"), 0),
        ("It rose between {{c1::1836}} and {{c2::1862}}.", ("1862", "1836"), 0),
        ("A right angle has {{c1::90}}°, a full turn {{c2::360}}°.", ("90 degrees", "360 radians"), 1 / 2),
        ("It costs ${{c1::12}} or {{c2::11}} €.", ("12 dollars", "€11"), 1),
        ("It is {{c1::42}} km or {{c2::26}} miles long.", ("42 kilometres", "26 km"), 1 / 2),
        ("The area is {{c1::9π}} cm², the half-life {{c2::8}} days.", ("9π cm²", "8 half-lives"), 1 / 2),
        ("It boils at {{c1::78}} °C and {{c2::172}} °F.", ("78 degrees", "172 °C"), 1 / 2),
        ("It costs ${{c1::12}} and moves at {{c2::11}} m/s.", ("12 euros", "11 m"), 0),
    ],
)
def test_blanks_joined_by_and_or_or_may_be_swapped(text: str, given: tuple[str, ...], share: float) -> None:
    assert ask("cloze", given, text=text).share == pytest.approx(share)


FELL = "{{c1::Harold}} fell in the battle of {{c2::Hastings}}, which was fought in {{c3::1066}}."
VERBS = "Ayer {{c1::comí (comer)}} pan mientras ella {{c2::bebía (beber)}} agua."


FELL = "{{c1::Harold}} fell in the battle of {{c2::Hastings}}, which was fought in {{c3::1066}}."
VERBS = "Ayer yo {{c1::comí}} (comer) pan mientras ella {{c2::bebía}} (beber) agua."


@pytest.mark.parametrize(
    ("text", "given", "note"),
    [
        (FELL, ("1066", "Harold", "Hastings"), "The answers are right, but they are in the wrong blanks."),
        (FELL, ("Harold", "1066", "Hastings"), "The other answers are right, but they are in the wrong blanks."),
        (FELL, ("Hastings", "Hastings", "1066"), None),
        (FELL, ("Hastings", "Harold", "1067"), None),
        (FELL, ("Hastings",), None),
        (VERBS, ("bebía", "comí"), "The answers are right, but they are in the wrong blanks."),
        (VERBS, ("comi", "bebia"), 'Check the accents: "comí". Check the accents: "bebía".'),
        (VERBS, ("bebia", "comi"), None),
    ],
)
def test_answers_in_the_wrong_blanks_are_named(text: str, given: tuple[str, ...], note: str | None) -> None:
    assert ask("cloze", given, text=text).note == note


def test_the_notes_of_all_blanks_are_shown() -> None:
    verdict = ask("cloze", ("Yerevann", "Tbillisi"), text="From {{c1::Yerevan}} to {{c2::Tbilisi}}.")
    assert verdict.outcome is Outcome.CLOSE
    assert verdict.note == 'The correct spelling is "Yerevan". The correct spelling is "Tbilisi".'


def test_a_note_on_several_blanks_is_shown_once() -> None:
    verdict = ask("cloze", ("4", "7"), text="It is {{c1::-4}} on Monday. It is {{c2::-7}} on Tuesday.")
    assert verdict.note == "The number is right, but the sign is wrong."


def test_other_names_of_a_blank() -> None:
    fields = {"text": "The capital is {{c1::Tbilisi}}.", "accept": {"c1": ["Tiflis"]}}
    assert ask("cloze", ("Tiflis",), **fields).outcome is Outcome.CORRECT


@pytest.mark.parametrize(
    ("kind", "fields", "right", "wrong"),
    [
        ("card", {"answer": "Back"}, True, False),
        ("choice", {"answer": "a", "distractors": ["b", "c"]}, "a", "b"),
        ("true_false", {"answer": True}, True, False),
        ("true_false", {"answer": False, "explanation": "No."}, False, True),
    ],
)
def test_right_or_wrong_as_a_whole(kind: str, fields: dict[str, Any], right: Response, wrong: Response) -> None:
    assert ask(kind, right, **fields).outcome is Outcome.CORRECT
    assert ask(kind, wrong, **fields).outcome is Outcome.WRONG
    assert ask(kind, None, **fields).outcome is Outcome.SKIPPED


def test_nothing_picked_is_skipped() -> None:
    assert ask("multiple", frozenset(), answers=["a"], distractors=["x"]).outcome is Outcome.SKIPPED
    assert ask("match", (), pairs={"a": "1", "b": "2"}).outcome is Outcome.SKIPPED


def test_a_response_of_another_kind_is_a_programmers_error() -> None:
    with pytest.raises(TypeError, match="'choice' must be of type str, not"):
        ask("choice", ("a", "b"), answer="a", distractors=["b"])


def test_a_typo_is_corrected_to_the_spelling_of_the_question() -> None:
    for given in ("Peskof", "Dmitri Peskof", "Dmitry Peskof", "Dimitri Peskov"):
        verdict = ask("short", given, answer="Dmitry Peskov", accept=["Dmitri Peskov", "Peskov"], type="person")
        assert verdict.note == 'The correct spelling is "Dmitry Peskov".'


@pytest.mark.parametrize(
    ("answer", "other", "given"), [("Istanbul", "Constantinople", "Constantinopel"), ("Klaus", "Klara", "Klarra")]
)
def test_a_typo_in_another_answer_is_corrected_to_that_answer(answer: str, other: str, given: str) -> None:
    assert ask("short", given, answer=answer, accept=[other]).note == f'The correct spelling is "{other}".'
