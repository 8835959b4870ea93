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


def test_a_command_that_fits_on_a_line_is_not_broken() -> None:
    line = "- To study 5 more, run `quizgen study rivers --new 25`."
    assert hanging(line, 80) == [line]
    assert hanging(line, 40) == ["- To study 5 more, run", "  `quizgen study rivers --new 25`."]
    assert max(map(len, hanging(line, 26))) < 26


def test_a_number_stays_with_its_blank_or_step_or_what_it_counts() -> None:
    assert hanging("The taste of broth is (2) ____.", 26) == ["The taste of broth is", "(2) ____."]
    assert hanging("Answer: 1. Ice; 2. A bath; 3. Tea", 30) == ["Answer: 1. Ice; 2. A bath;", "3. Tea"]
    assert hanging("Your order: Ice; ✓ A bath; ✗ Tea", 30) == ["Your order: Ice; ✓ A bath;", "✗ Tea"]
    assert hanging("Left for today: 4 learning, 12 new", 32) == ["Left for today: 4 learning,", "12 new"]
    assert hanging("Left for today: 4 due, 20 of 53 new", 28) == ["Left for today: 4 due,", "20 of 53 new"]
    assert hanging("It happened in 1812. Then winter came", 26) == ["It happened in 1812. Then", "winter came"]
