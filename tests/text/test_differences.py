"""Small differences between two words, in words."""

import pytest

from quizgen.text.differences import difference


@pytest.mark.parametrize(
    ("written", "meant", "expected"),
    [
        ("explaination", "explanation", "delete `i` after `expla`"),
        ("pair", "pairs", "add `s` after `pair`"),
        ("distracters", "distractors", "write `o` instead of `e` after `distract`"),
        ("titel", "title", "write `le` instead of `el` after `tit`"),
        ("nswer", "answer", "add `a` at the start"),
        ("true-false", "true_false", "write an underscore instead of a hyphen after `true`"),
        ("pin last", "pin_last", "write an underscore instead of a space after `pin`"),
        ("Title", "title", "use lowercase"),
        ("question", "stem", None),
        ("stem", "stem", None),
    ],
)
def test_a_small_difference_is_said_in_words(written: str, meant: str, expected: str | None) -> None:
    assert difference(written, meant) == expected
