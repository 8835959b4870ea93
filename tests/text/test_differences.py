"""Differences between two words that cannot be seen, in words."""

import pytest

from quizgen.text.differences import difference


@pytest.mark.parametrize(
    ("written", "meant", "expected"),
    [
        ("explaination", "explanation", None),
        ("pair", "pairs", None),
        ("titel", "title", None),
        ("true-false", "true_false", None),
        (
            "st\u0435m",
            "stem",
            "write `e` (LATIN SMALL LETTER E) instead of `\u0435` (CYRILLIC SMALL LETTER IE) after `st`",
        ),
        ("tit1e", "title", "write `l` (LATIN SMALL LETTER L) instead of `1` (DIGIT ONE) after `tit`"),
        ("\u200bstem", "stem", "delete the invisible character ZERO WIDTH SPACE at the start"),
        ("stem\ufeff", "stem", "delete the invisible character ZERO WIDTH NO-BREAK SPACE after `stem`"),
        ("St\u200bem", "stem", "delete the invisible character ZERO WIDTH SPACE after `st`"),
        ("st\x07em", "stem", "delete the invisible character U+0007 after `st`"),
        (
            *("pin\u00a0last", "pin last"),
            "write the invisible character SPACE instead of the invisible character NO-BREAK SPACE after `pin`",
        ),
        ("Title", "title", "use lowercase"),
        ("question", "stem", None),
        ("stem", "stem", None),
    ],
)
def test_a_difference_that_cannot_be_seen_is_said_in_words(written: str, meant: str, expected: str | None) -> None:
    assert difference(written, meant) == expected
