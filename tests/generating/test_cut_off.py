"""What hangs on the text around a candidate is cut off, and listed or a fact of its own."""

import pytest
from drafting import offered

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.generating.curating import curated
from quizgen.generating.tails import possible_ends


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("The Ostby Company was founded in Kent in 1870 and was sold in Oslo in 1875.", "The {{c1::Ostby Company}} was sold in Oslo in {{c2::1875}}."),
        ("The Ostby Company was founded in Kent in 1870 and was sold in Oslo five years later.", None),
        ("The Ostby Company was founded in Kent in 1870, as the Oslo Company would be in 1875.", None),
    ],
)  # fmt: skip
def test_what_is_cut_off_is_a_fact_of_its_own_if_it_is_whole(sentence: str, statement: str | None) -> None:
    found = offered(sentence)
    second = [one.statement for one in found.candidates if one.paragraph == 3][1:]
    assert second == ([statement] if statement else [])


def test_what_is_cut_off_is_listed() -> None:
    found = offered(
        "The city of Kent has required its owners since 1870 to carry 12 flags, and in 1872 it banned trade in eels with countries outside its borders."
    )
    assert (
        found.candidates[-1].statement
        == "The city of Kent has required its owners since {{c1::1870}} to carry {{c2::12}} flags."
    )
    assert (
        3,
        "and in 1872 it banned trade in eels with countries outside its borders.",
        "it has been cut off from a candidate fact",
    ) in found.left_out


def test_what_is_cut_off_from_a_statement_with_the_name_of_the_title_is_listed_as_it_is() -> None:
    end = "and the ears grow white fur as long as a finger."
    text = (
        f"The brown hare is an animal. The brown hare is old.\n\nThe heart slows from 190 beats a minute to 20, {end}"
    )
    found = curated(draft(Article.from_bytes(f"# The brown hare\n\n{text}\n".encode())), "The brown hare")
    assert (3, end, "it has been cut off from a candidate fact") in found.left_out


def test_what_is_cut_off_after_a_verb_in_another_tense_is_listed_as_it_is() -> None:
    found = offered("Ida Lund had sold 12 ships in Kent in 1870, which had been lost before they came to Ostby.")
    assert found.candidates[-1].statement == "{{c1::Ida Lund}} sold 12 ships in Kent in {{c2::1870}}."
    assert [text for number, text, _ in found.left_out if number == 3] == [
        "which had been lost before they came to Ostby."
    ]


def test_the_end_of_a_sentence_that_depends_on_others_is_cut_off() -> None:
    found = offered("In 1870 Ida Lund opened a mill in Kent, and two years later a law restricted exports.")
    assert found.candidates[-1].statement == "In {{c1::1870}} {{c2::Ida Lund}} opened a mill in Kent."
    end = "and two years later a law restricted exports."
    assert (3, end, "it has been cut off from a candidate fact") in found.left_out


def test_what_is_left_out_by_the_way_is_listed() -> None:
    aside = "a cook who had never in all her life been able to read a book or write a letter"
    text = f"Ida Lund, {aside}, sold 12 ships in 1870 to a man who had come from Kent with his brother."
    left_out = offered(text).left_out
    assert (3, aside, "it has been cut off from a candidate fact") in left_out


def test_no_cut_takes_away_what_the_text_is_about_even_if_a_part_of_its_name_is_left() -> None:
    article = (
        b"# The Danish eel\n\nThe Danish eel weighs about 90 grams.\n\nThe Danish Union has asked its members since 2007 "
        b"to draw up 12 plans, although few of them eat eels.\n\nThe Danish Bank has had 12 ships since 2007.\n"
    )
    found = curated(draft(Article.from_bytes(article)), "The Danish eel")
    assert [one.statement for one in found.candidates] == [
        "The Danish eel weighs about {{c1::90}} grams.",
        "The Danish eel: the Danish Union has asked its members since {{c1::2007}} to draw up {{c2::12}} plans, although few of them eat eels.",
    ]
    reason = "it does not say what 'Danish Bank' has to do with 'The Danish eel'"
    assert found.left_out[-1] == (4, "The Danish Bank has had 12 ships since 2007.", reason)


@pytest.mark.parametrize(
    "sentence",
    [
        "Only in 1870 did Ida Lund, working at a mill in Kent, prove that 12 ships had sunk.",
        "Not until 1870 did the Danish owner, a doctor from Kent, sell 12 ships.",
        "On 3 May 1870, in a mill in Kent crowded with sacks and pumps, a thread broke.",
        "In the winter of 1870, in a house owned by Ida Lund, an engine was sold.",
        "In 1870 Ida Lund sold 12 ships in Kent, though only when Ole Krag had left.",
        "In 1870 Ida Lund sailed 12 ships to Kent, but only with the help of Ole Krag.",
        "In 1870 the city of Kent let Ida Lund sell 12 ships, provided that they were old.",
        "In 1870 Ida Lund sold 12 ships, a record, but only in Kent.",
    ],
)
def test_no_cut_leaves_a_fragment_or_takes_away_a_condition(sentence: str) -> None:
    assert list(possible_ends(sentence, 0)) == [len(sentence)]
