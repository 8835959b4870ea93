"""The list of English words."""

import gzip
from importlib.resources import files

import pytest
from effort import some
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.word_forms import is_english_word

WORDS = gzip.decompress(files("quizgen.text").joinpath("data/english-words.txt.gz").read_bytes()).decode().split()
LISTED = frozenset(WORDS)


@pytest.mark.slow
def test_words_of_the_list_are_found_with_their_plurals() -> None:
    missing = [word for word in some(WORDS) if not (is_english_word(word) and is_english_word(f"{word}s"))]
    assert missing == []


@given(st.sampled_from(WORDS), st.integers(0, 20), st.sampled_from("aeiklnrstz"))
def test_a_misspelled_word_is_found_only_if_it_is_another_word(word: str, at: int, letter: str) -> None:
    misspelled = word[:at] + letter + word[at + 1 :]
    listed = {misspelled, misspelled.removesuffix("s")} & LISTED
    assert is_english_word(misspelled) == any(len(form) >= 4 for form in listed)


def test_words_before_the_first_and_after_the_last_are_not_found() -> None:
    assert not is_english_word("aaaa")
    assert not is_english_word("zzzz")
    assert not is_english_word("bat")
    assert not is_english_word("café")
