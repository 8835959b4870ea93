"""Lines that break between words for a terminal."""

from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.wrapping import hanging

WORDS = st.lists(st.text("abc-", min_size=1, max_size=10).filter(lambda word: word != "-"), min_size=1, max_size=20)


@given(st.sampled_from(["", "  ", "- ", "  12. ", "a) ", "▸ "]), WORDS, st.integers(1, 60))
def test_a_broken_line_keeps_its_words_and_hangs_below_its_sign(sign: str, words: list[str], columns: int) -> None:
    first, *others = hanging(sign + " ".join(words), columns)
    assert first.startswith(sign)
    assert all(line.startswith(" " * len(sign)) and line[len(sign)] != " " for line in others)
    assert " ".join([first.removeprefix(sign), *(line.strip() for line in others)]) == " ".join(words)
    assert all(len(line) < max(21, columns) for line in (first, *others))


def test_an_empty_line_stays_a_line() -> None:
    assert hanging("", 80) == [""]
