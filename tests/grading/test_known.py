"""Answers of a set that are spelled like a response."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quizgen.grading.known import KnownAnswers
from quizgen.text.words import digits

spellings = st.text("abcñж 7", max_size=9)


@given(st.frozensets(spellings, max_size=30), spellings, st.integers(1, 3))
def test_the_index_finds_what_a_scan_of_all_answers_finds(answers: frozenset[str], text: str, edits: int) -> None:
    known = KnownAnswers(answers)
    scanned = {
        normal
        for normal in known.normals
        if OSA.distance(text, normal) <= edits and digits((*normal.split(),)) == digits((*text.split(),))
    }
    assert set(known.spelled_like(text, edits)) == scanned


def test_each_sort_of_slip_is_found() -> None:
    known = KnownAnswers(["kherson", "odesa", "lviv"])
    assert [next(known.spelled_like(text, 1)) for text in ("khesron", "kerson", "odessa", "lvov")] == [
        "kherson",
        "kherson",
        "odesa",
        "lviv",
    ]
    assert list(known.spelled_like("kharkiv", 3)) == []


def test_a_slip_in_each_of_three_letters_is_found() -> None:
    assert list(KnownAnswers(["abcdef"]).spelled_like("xbydzf", 3)) == ["abcdef"]
    assert list(KnownAnswers(["abcdef"]).spelled_like("xbydzf", 2)) == []
