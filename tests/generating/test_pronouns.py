"""A pronoun becomes the name that it refers to, unless it may refer to another."""

import pytest
from drafting import drafted, statements

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.questions.marks import unmarked


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Ida Lund came in 1887. She left in 1890.", "Ida Lund left in 1890."),
        ("Andrea Palladio came in 1587. He left in 1590.", "Andrea Palladio left in 1590."),
        ("Donna Berg came in 1887. She left in 1890.", "Donna Berg left in 1890."),
        ("Lund came in 1887. Her bridge cost 90 crowns.", "Ida Lund’s bridge cost 90 crowns."),
        ("Anna Berg met Karl Weiss in 1887. In 1890 she left.", "In 1890 Anna Berg left."),
        ("Anna Berg met Karl Weiss in 1887. In 1890 he left.", "In 1890 Karl Weiss left."),
        ("Karl Weiss was the son of a merchant. In 1890 he left.", "In 1890 Karl Weiss left."),
        ("Karl Weiss built the Albert and Victoria Docks. In 1890 he left.", "In 1890 Karl Weiss left."),
        ("Anna Berg met Karl Weiss in 1887. He sold her 12 ships.", "Karl Weiss sold Anna Berg 12 ships."),
        ("Lund sold her ship in 1887. She met Karl Weiss in 1888. He left in 1890.", "Karl Weiss left in 1890."),
        ("Ida Lund and Ole Krag met in 1887. They had 12 ships.", "Ida Lund and Ole Krag had 12 ships."),
        ("Ida Lund came in 1887. After 20 days she left.", "After 20 days Ida Lund left."),
        ("His pupil Karl Weiss came in 1887. In 1890 he left.", "In 1890 Karl Weiss left."),
        (
            "The harbor was sold to Karl Weiss, who came after Jan Vos’s death in 1887. In 1890 he left.",
            "In 1890 Karl Weiss left.",
        ),
        ("In May 1887 Ida Lund came. That same year she left.", "In 1887 Ida Lund left."),
        ("In May 1887 Ida Lund came. In the autumn she left.", "In the autumn of 1887 Ida Lund left."),
        ("In May 1887 Ida Lund came. She left the next spring.", "Ida Lund left in the spring of 1888."),
        ("Malaria came to Kent in 1832. It killed 12 people in 1853.", "Malaria killed 12 people in 1853."),
        ("Green gum was found in 1832. It was sold to Ida Lund.", "Green gum was sold to Ida Lund."),
        (
            "The proof came from the engineer Karl Weiss, who in 1844 painted 12 ships.",
            "In 1844 the engineer Karl Weiss painted 12 ships.",
        ),
        ("Anna Berg came in 1887. A meeting of 12 people cleared her.", "A meeting of 12 people cleared Anna Berg."),
        (
            "Anna Berg came in 1887. The Bank of Ostby paid her 25 pounds.",
            "The Bank of Ostby paid Anna Berg 25 pounds.",
        ),
        ("Ida Lund resigned in 1887. Ole Krag followed him.", "Ole Krag followed Ida Lund."),
        ("In 1887 King Ole Krag won. Two towns lost 12 ships to him.", "Two towns lost 12 ships to Ole Krag."),
        ("The Suez Canal opened in 1869. In 1956 it was closed.", "In 1956 the Suez Canal was closed."),
        (
            "Ole Krag came in 1869. If a merchant broke a rule, he lost 2 ships.",
            "If a merchant broke a rule, he lost 2 ships.",
        ),
        ("A lock is a chamber. It holds 26 ships.", "A lock holds 26 ships."),
        ("The Suez Canal was built in 1869. Its owner was Ole Krag.", "The Suez Canal’s owner was Ole Krag."),
        ("In May 1887 Ida Lund came. On 3 June she left.", "On 3 June 1887 Ida Lund left."),
        ("It opened on 4 May 1887. However, Ida Lund left on June 3.", "Ida Lund left on June 3, 1887."),
        ("In May 1887 Ida Lund came. A year later plague broke out in Kent.", "In 1888 plague broke out in Kent."),
    ],
)
def test_a_sentence_is_completed_from_the_one_before(text: str, second: str) -> None:
    assert statements(text)[-1] == second


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        (
            "The hymn was set by Rolf Amsel. He worked in Kent when Jan Vos wrote to him. In 1790 he sold 12 hymns.",
            "he",
        ),
        ("Amsel lived in Kent. He had a shop when Karl Weiss came. In 1890 he sold 12 hymns.", "he"),
        ("The harp of 1790 has 12 strings. It was lost with the trunk in Ostby in 1801.", "It"),
        ("The siege was long. In 1790 the town lost 12 mills to Jan Vos.", "the town"),
    ],
)
def test_a_sentence_that_refers_to_an_earlier_one_is_kept_only_on_request(text: str, unclear: str) -> None:
    article = Article.from_bytes(f"Some notes\n\n{text}\n".encode())
    sentence = text.rpartition(". ")[2]
    assert sentence in [left_out for _, left_out, reason in draft(article).left_out if unclear in reason]
    last = draft(article, with_unclear=True).candidates[-1]
    assert unmarked(last.statement) == sentence
    assert last.unclear[0] == unclear


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 1790 the frigate Undine left her berth in Ostby on her first voyage.",
        "In 1790 the steamship Ostby lost her anchor off Kent.",
        "An old king ruled Kent with his 12 sons in 1790.",
    ],
)
def test_what_belongs_to_the_subject_of_its_own_sentence_needs_no_name(text: str) -> None:
    assert statements(text)[-1] == text


def test_the_person_in_the_title_is_what_pronouns_refer_to() -> None:
    article = Article.from_bytes(
        b"# Anna Berg\n\nAnna Berg was born in 1870. Karl Weiss was a teacher of mathematics at the school. In 1890 she met a "
        b"teacher of music.\n"
    )
    assert unmarked(draft(article).candidates[-1].statement) == "In 1890 Anna Berg met a teacher of music."


def test_she_after_a_sentence_about_a_thing_with_a_name_may_be_a_ship() -> None:
    text = "# Anna Berg\n\nAnna Berg sailed in 1900. The Mary Rose sank off Kent in 1545. She was raised in 1982.\n"
    last = draft(Article.from_bytes(text.encode()), with_unclear=True).candidates[-1]
    assert (unmarked(last.statement), last.unclear) == ("She was raised in 1982.", ("She",))


def test_a_pronoun_at_the_start_of_a_paragraph_refers_to_the_last_person() -> None:
    assert statements("Ida Lund came to the town in 1887.\n\nIn 1890 she left for the sea.")[-1] == (
        "In 1890 Ida Lund left for the sea."
    )
    text = (
        "Karl Weiss came in 1887.\n\nA sailor named Ole Krag found that the law had a gap. He had a friend buy a mill. "
        "Customers put coins into it. He claimed to have made 12 crowns in 1890."
    )
    assert not any("Weiss claimed" in one for one in statements(text))


def test_it_is_not_what_did_something_to_it() -> None:
    text = "# The Ostby Bridge\n\nThe Ostby Bridge is old. UNESCO listed it in 1985. In 2019 it drew 12 visitors."
    assert not any("UNESCO drew" in one for one in statements(text))


def test_what_is_not_certain_is_left_as_it_is_in_the_text() -> None:
    article = Article.from_bytes(
        b"Work by hand\n\nKarl Weiss was in Kent. In 1869 he sold 12 ships to the institute.\n"
    )
    last = draft(article, with_unclear=True).candidates[-1]
    assert (last.statement, last.unclear) == (
        "In {{c1::1869}} he sold {{c2::12}} ships to the institute.",
        ("he", "the institute"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Karl Weiss came in 1869.\n\nThe Arden Bank was founded in 1870 with Fred Berg as its head. Ole Krag chose him.",
        "Karl Weiss met Fred Berg in 1869. Ole Krag sold him 12 ships.",
    ],
)
def test_a_pronoun_that_may_refer_to_two_people_is_not_replaced(text: str) -> None:
    reasons = {sentence: why for _, sentence, why in drafted(text).left_out}
    assert reasons[f"Ole{text.rpartition('Ole')[2]}"] == "'him' refers to an earlier sentence"


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Orlo Glen was dismissed by the government of Karl Weiss in 1842.", None),
        ("Orlo Glen, born in Kent in 1795, was a schoolmaster in Ostby.", "Orlo Glen"),
        ("Wren was dismissed by Karl Weiss in 1842.", None),
        ("The plan of Glen displeased Karl Weiss in 1842.", None),
        ("A young clerk met Karl Weiss in 1842.", None),
        ("Orlo Glen annoyed Karl Weiss in 1842.", None),
        ("Orlo Valley made Karl Weiss's plan known in 1842.", None),
    ],
)
def test_he_is_not_another_than_a_subject_that_looks_like_a_place(first: str, name: str | None) -> None:
    text = f"{first} In 1860 he sold 12 ships."
    last = statements(text)[-1]
    assert last == f"In 1860 {name} sold 12 ships." if name else "In 1860" not in last


@pytest.mark.parametrize(
    "text",
    [
        "Fred Berg met Karl Weiss in 1869.",
        "Yrsa Holm met Karl Weiss in 1869.",
        "Karl Weiss met Yrsa Holm in 1869.",
        "Yrsa Holm came in 1869. Karl Weiss arrived in 1870. The winter was cold.",
        "Yrsa Holm’s father was a teacher in Kent.",
        "Fred Berg consulted a doctor from Kent in 1869.",
    ],
)
@pytest.mark.parametrize("title", ["A life by the sea", "Yrsa Holm", "Fred Berg and the sea"])
def test_he_is_not_replaced_after_a_sentence_about_two_people(title: str, text: str) -> None:
    last = "He built 12 ships for Ostby."
    article = Article.from_bytes(f"{title}\n\n{text} {last}\n".encode())
    assert (last, "'He' refers to an earlier sentence") in [(one, why) for _, one, why in draft(article).left_out]


def test_what_a_pronoun_shows_of_a_person_excludes_other_pronouns() -> None:
    article = Article.from_bytes(
        b"Yrsa Holm and the sea\n\nYrsa Holm was born in 1870. In 1890 she met the pilot Karl Weiss. He taught her to sail "
        b"in Kent.\n"
    )
    assert unmarked(draft(article).candidates[-1].statement) == "Karl Weiss taught Yrsa Holm to sail in Kent."


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It was Karl Weiss who sold 12 ships to Kent in 1869.", "Karl Weiss sold 12 ships to Kent in 1869."),
        (
            "It was Karl Weiss, a friend of Ida Lund, who sold 12 ships to Kent.",
            "Karl Weiss, a friend of Ida Lund, sold 12 ships to Kent.",
        ),
        ("It was not until 1869 that Kent sold 12 ships.", "It was not until 1869 that Kent sold 12 ships."),
        ("It was the Danish cook Karl Weiss who sold Kent.", "It was the Danish cook Karl Weiss who sold Kent."),
        (
            "In 1869 Karl Weiss fed rabbits on bran in Kent and found that the animals died.",
            "In 1869 Karl Weiss fed rabbits on bran in Kent and found that the animals died.",
        ),
    ],
)
def test_an_it_that_refers_to_nothing_and_an_animal_named_before_are_clear(text: str, last: str) -> None:
    assert statements(text)[-1] == last


def test_it_is_never_one_of_several_places_nor_what_has_no_name() -> None:
    text = "The nut inside is eaten in Norway, Sweden and Finland. It contains 12 grams of fat."
    assert ("It contains 12 grams of fat.", "'It' refers to an earlier sentence") in [
        (sentence, why) for _, sentence, why in drafted(text).left_out
    ]


def test_she_is_not_somebody_of_unknown_sex_in_a_text_about_a_woman() -> None:
    text = (
        "Anna Berg\n\nAnna Berg was the daughter of a minister. She was in Kent by 1869. In 1871 Yngvar Holm made her head "
        "of optics. She died of a fever in 1872.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert [unmarked(one.statement) for one in found.candidates] == [
        "Anna Berg was in Kent by 1869.",
        "In 1871 Yngvar Holm made Anna Berg head of optics.",
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Her father left in 1860. In 1890 the girl sold 12 ships.", "In 1890 Anna Berg sold 12 ships."),
        ("A girl left in 1860. In 1890 the girl sold 12 ships.", "In 1890 the girl sold 12 ships."),
        ("She hoped to be a doctor. In 1890 she sold 12 ships.", "In 1890 Anna Berg sold 12 ships."),
        ("Kent was poor. The shops were shut. In 1890 she sold 12 ships.", "In 1890 Anna Berg sold 12 ships."),
        ("Kent was poor. A widow met her. In 1890 she sold 12 ships.", "In 1890 she sold 12 ships."),
    ],
)
def test_the_person_in_the_title_is_meant_if_nobody_else_can_be(text: str, last: str) -> None:
    article = Article.from_bytes(f"# Anna Berg\n\nAnna Berg was born in Kent in 1850.\n\n{text}\n".encode())
    found = draft(article, with_unclear=True).candidates[-1]
    assert unmarked(found.statement).partition(": ")[2] or unmarked(found.statement) == last
