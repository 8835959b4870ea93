"""Sentences of a draft can be understood without those before them; the others are left out with the reason."""

import pytest

from quizgen.facts.article import Article
from quizgen.generating.candidates import Draft, draft
from quizgen.generating.clauses import statements_in
from quizgen.generating.noun_phrases import VAGUE
from quizgen.generating.topic import topic_of
from quizgen.questions.marks import unmarked
from quizgen.text.word_forms import capitalized

TITLE = "# The bridge\n\nThe Ostby Bridge was opened by Ida Lund, Ole Krag, and the engineer Jan Vos of the Suez Canal in May 1852.\n\n"


def drafted(text: str) -> Draft:
    return draft(Article.from_bytes(f"{TITLE}{text}\n".encode()))


def statements(text: str) -> list[str]:
    return [unmarked(one.statement) for one in drafted(text).candidates[1:]]


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
    assert statements(f"{TITLE}{text}")[-1] == text


@pytest.mark.parametrize(
    ("text", "statement", "derived"),
    [
        (
            "The bank failed on 28 February 1889. The next day Ida Lund left.",
            "On 1 March 1889 Ida Lund left.",
            '"the next day" is relative to 28 February 1889',
        ),
        (
            "The bank failed in 1889. A strike in Kent the following year cost 12 crowns.",
            "A strike in Kent in 1890 cost 12 crowns.",
            '"the following year" is relative to 1889',
        ),
        (
            "The Bank of Kent was founded in 1889. Ida Lund led it from the following year with 12 clerks.",
            "Ida Lund led the Bank of Kent from 1890 with 12 clerks.",
            '"the following year" is relative to 1889',
        ),
        (
            "Ida Lund left Kent in 1889. She fled two years later over a debt of 12 crowns.",
            "Ida Lund fled in 1891 over a debt of 12 crowns.",
            '"two years later" is relative to 1889',
        ),
        (
            "Ida Lund left in 1889. She sold 12 ships, against her vow five years before. In the winter of that year she died.",
            "In the winter of 1889 Ida Lund died.",
            None,
        ),
        (
            "Ida Lund left in 1889. Five years later she saw the strike of May 1894 in Kent.",
            "Ida Lund saw the strike of May 1894 in Kent.",
            None,
        ),
        (
            "Ida Lund came on 20 June 1889. Two weeks later, Ole Krag left.",
            "On 4 July 1889, Ole Krag left.",
            '"two weeks later" is relative to 20 June 1889',
        ),
        (
            "Ida Lund came in 1881. She had built the Suez Canal twelve years before.",
            "Ida Lund had built the Suez Canal in 1869.",
            '"twelve years before" is relative to 1881',
        ),
        (
            "Ida Lund came in 1881. Twenty-one years later plague broke out in Kent.",
            "In 1902 plague broke out in Kent.",
            '"twenty-one years later" is relative to 1881',
        ),
        (
            "Ida Lund came in 1881. She had found the Suez Canal, which was dug 1,500 years earlier.",
            "Ida Lund had found the Suez Canal, which was dug in 381.",
            '"1,500 years earlier" is relative to 1881',
        ),
    ],
)
def test_a_relative_date_is_counted_and_marked_as_derived(text: str, statement: str, derived: str | None) -> None:
    last = drafted(text).candidates[-1]
    assert (unmarked(last.statement), last.derived) == (statement, derived)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was to be 75 km long.", "'It' refers to an earlier sentence"),
        ("Ida Lund dug a canal in 1887. It cost 90 crowns.", "'It' refers to an earlier sentence"),
        ("Ida Lund founded the Arden Bank in 1869. Its owner was Karl Weiss.", "'Its' refers to an earlier sentence"),
        ("Gout first reached Ostby in 1832. It came back in 1848.", "'It' refers to an earlier sentence"),
        (
            "The Arden Bank was founded in 1869. It was the first since the war of 1812.",
            "'It' refers to an earlier sentence",
        ),
        ("The Mole was dug in 1869 and is, to my mind, odd.", "'to my mind' marks it as the author's opinion"),
        ("The bank of Ida Lund failed. He came in 1887.", "'He' refers to an earlier sentence"),
        ("Karl Weiss left in 1888. She died in 1890.", "'She' refers to an earlier sentence"),
        ("Karl Weiss described it in 1888.", "'it' refers to an earlier sentence"),
        ("Most of it came in 1887.", "'Most' refers to an earlier sentence"),
        ("Five minutes later 83 percent were left.", "'Five minutes later' does not say which date is meant"),
        (
            "Ida Lund came in 1990. 5000 years earlier Ole Krag left.",
            "'5000 years earlier' does not say which date is meant",
        ),
        (
            "Ida Lund came in 1990. 5000 years later Ole Krag left.",
            "'5000 years later' does not say which date is meant",
        ),
        (
            "Ida Lund came in 1990. In Kent, twenty five years later the mill burned.",
            "'five years later' does not say which date is meant",
        ),
        ("For 20 days he saved 58 crowns.", "'he' refers to an earlier sentence"),
        ("The next day Ida Lund left.", "'The next day' does not say which date is meant"),
        ("In July Ole Krag spoke to 12 people.", "'In July' does not say which date is meant"),
        ("Ida Lund left on 3 June.", "'3 June' has no year"),
        ("Ida Lund left on 3 June, which is a holiday in Kent since 1880.", "'3 June' has no year"),
        (
            "Ida Lund was found in May by a ship, which will be sold in 2029.",
            "'in May' does not say which date is meant",
        ),
        ("Some became memory cells in 1887.", "'Some' refers to an earlier sentence"),
        ("The one in London was built in 1887.", "'The one' refers to an earlier sentence"),
        ("There they met Ida Lund.", "'There' refers to an earlier sentence"),
        (
            "The plants grow toward the light.",
            "it has no date, figure, name, term or reason that would make a good blank",
        ),
        ("6 CO2 + 6 H2O = 1 C6H12O6 + 6 O2.", "it is a formula"),
    ],
)
def test_what_cannot_be_understood_is_left_out_with_the_reason(text: str, reason: str) -> None:
    assert (text.rpartition(". ")[2], reason) in [(sentence, why) for _, sentence, why in drafted(text).left_out]


@pytest.mark.parametrize(
    "statement",
    [
        "The {{c1::Declaration of the Rights of Man}} is old.",
        "The {{c1::Hay–Varilla Treaty}} was signed in {{c2::1903}}.",
        "In {{c2::1793}} {{c1::Fabre d’Églantine}} named the months.",
        "In {{c1::1789}} the {{c2::Estates General}} met.",
        "A {{c1::lock}} is a chamber with gates at both ends.",
        "{{c1::Herd immunity}} means that a disease cannot spread.",
        "{{c1::Antibodies}} are proteins that bind to a structure.",
        "The opening of a leaf is called a {{c1::stoma}}.",
        "Leaves look green because they {{c1::reflect green light}}.",
        "Most colds are caused by {{c1::viruses of the nose}}.",
        "The light splits water into {{c1::hydrogen and oxygen}}.",
        "A vaccine contains {{c1::a part of the germ, or a weakened germ}}.",
        "The light reactions take place in {{c1::the inner membranes}}.",
        "Each pore lies between {{c1::a pair of cells}}.",
        "There are {{c1::seven}} colors in the spectrum.",
        "When the gates close, {{c1::water flows in from above}}.",
        "Live vaccines contain living germs, whereas {{c1::others contain killed ones}}.",
    ],
)
def test_names_are_marked_in_full_and_so_is_what_is_explained(statement: str) -> None:
    (found,) = drafted(unmarked(statement)).candidates[1:]
    assert unmarked(found.statement) == unmarked(statement)
    marks = sorted(part.split("}}")[0].partition("::")[2] for part in found.statement.split("{{")[1:])
    assert marks == sorted(part.split("}}")[0].partition("::")[2] for part in statement.split("{{")[1:])


def test_no_part_of_a_phrase_or_of_a_term_is_taken_for_something_else() -> None:
    text = "Ann Lee heard the alarm in 1907. Instead of leaving, she closed the valves of all 14 tanks of the plant."
    assert statements(text)[-1] == "Instead of leaving, Ann Lee closed the valves of all 14 tanks of the plant."
    text = "Rudolf Diesel died in 1913. A large Diesel engine turns about 50 percent of its fuel into work."
    assert statements(text)[-1] == "A large Diesel engine turns about 50 percent of its fuel into work."
    text = "Rudolf Diesel was born in Paris. In 1913, Diesel left Antwerp on the steamer Dresden."
    assert "Rudolf Diesel left Antwerp" in statements(text)[-1]


def test_the_person_in_the_title_is_what_pronouns_refer_to() -> None:
    article = Article.from_bytes(
        b"# Anna Berg\n\nAnna Berg was born in 1870. Karl Weiss was a teacher of mathematics at the school. In 1890 she met a "
        b"teacher of music.\n"
    )
    assert unmarked(draft(article).candidates[-1].statement) == "In 1890 Anna Berg met a teacher of music."


def test_the_kind_of_a_thing_is_replaced_with_the_article_that_its_name_takes() -> None:
    text = "The unit cell is a cell with 8 corners. A cell has 8 corners in Kent."
    assert statements(text)[-1] == "A unit cell has 8 corners in Kent."
    text = "The hourglass sundial is a dial with 8 signs. A dial has 8 signs in Kent."
    assert statements(text)[-1] == "An hourglass sundial has 8 signs in Kent."


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


def test_the_dateline_of_a_report_gives_the_year() -> None:
    article = Article.from_bytes(
        b"The port\n\nOSTBY, 12 March 2024 - The port of Ostby is closed, Minister Ida Lund said on Monday. It was hit on 26 May.\n\n"
        b"Ida Lund came.\n"
    )
    first, second = draft(article).candidates
    assert unmarked(first.statement) == "The port of Ostby is closed, Minister Ida Lund said."
    assert unmarked(second.statement) == "The port of Ostby was hit on 26 May 2024."


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
    ("text", "last"),
    [
        ("Ida Lund came in 1869. The Elm of Kent burned later that year.", "The Elm of Kent burned in 1869."),
        ("Ida Lund came in 1869. A century later, in 1969, Ole Krag left.", "In 1969, Ole Krag left."),
        ("The Panama Railway opened in 1855. In 1869 the railway was sold.", "In 1869 the Panama Railway was sold."),
        ("The port of Lyme, a town in Kent, has 12 ships. The town was burned in 1869.", "Lyme was burned in 1869."),
        ("The village of Arden is old. In 1869 the village was burned.", "In 1869 Arden was burned."),
        ("The Royal Navy sailed in 1869. In 1870 the navy sold 12 ships.", "In 1870 the Royal Navy sold 12 ships."),
        ("A Danish engineer, Karl Weiss, came in 1869. The engineer left in 1870.", "Karl Weiss left in 1870."),
        ("Ida Lund and Ole Krag met in 1869. Lund and Krag left in 1870.", "Ida Lund and Ole Krag left in 1870."),
        ("Ida Lund came in 1869. Lund built 12 ships.", "Ida Lund built 12 ships."),
        (
            "Ole Krag made a lens in 1869. In 1871 Karl Weiss refined his recipe.",
            "In 1871 Karl Weiss refined Ole Krag’s recipe.",
        ),
        (
            "Ida Lund came in 1869. In that year three men in Kent bought 12 ships.",
            "In 1869 three men in Kent bought 12 ships.",
        ),
        ("Ida Lund was born in 1869. Both were, in the same year, 1870, in Kent.", "Ida Lund was born in 1869."),
        (
            "Ida Lund was born in 1869. At the age of ten she married Ole Krag, who died two years later in Kent.",
            "Ida Lund was born in 1869.",
        ),
        (
            "The Weiss lens was made by Karl Weiss, who lived in Kent. The Weiss lens, which he sold in 1869, is flat.",
            "The Weiss lens, which Karl Weiss sold in 1869, is flat.",
        ),
        ("Anna Maria Hall came to Kent. Hall bought 12 ships in 1869.", "Anna Maria Hall bought 12 ships in 1869."),
        (
            "The Karwendel Mountains are high. In 1869 Ida Lund crossed the mountains on 12 skis.",
            "In 1869 Ida Lund crossed the Karwendel Mountains on 12 skis.",
        ),
        ("It is hardly surprising that Ida Lund sold 12 ships in 1869.", "Ida Lund sold 12 ships in 1869."),
        ("Ida Lund came in 1869. With her brother she built 12 ships.", "With her brother, Ida Lund built 12 ships."),
        ("In May 1869 Ida Lund came. In July Karl Weiss came.", "In July 1869 Karl Weiss came."),
        ("In May 1869 Ida Lund came. Karl Weiss came a month later.", "Karl Weiss came in June 1869."),
        (
            "On 4 May 1869 Ida Lund came. In April of the same year she met Karl Weiss.",
            "In April 1869 Ida Lund met Karl Weiss.",
        ),
        ("On 4 May 1869 Ida Lund came. On the same day Karl Weiss came.", "On 4 May 1869 Karl Weiss came."),
        ("On 4 May 1869 Ida Lund came.\n\nOn 6 May Karl Weiss came.", "On 6 May 1869 Karl Weiss came."),
    ],
)
def test_what_a_phrase_refers_to_is_named(text: str, last: str) -> None:
    assert statements(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ida Lund came in 1869. The survivors left in 1870.", "'The survivors' is not explained in the sentence"),
        (
            "The Panama Railway and the Suez Railway are old. In 1869 the railway was sold.",
            "'the railway' is not explained in the sentence",
        ),
        ("The Senate passed an act in 1869. It was given 12 ships.", "'It' refers to an earlier sentence"),
        ("Ida Lund came in 1869. The lord of Kent, Karl Weiss, bought it.", "'it' refers to an earlier sentence"),
        ("Ida Lund came in 1869. Karl Weiss tested 12 bombs there.", "'there' refers to an earlier sentence"),
        ("In May 1869 Ida Lund came. In March Karl Weiss came.", "'In March' does not say which date is meant"),
        (
            "Ida Lund came. A mill burned down in 1869.",
            "it does not name the place, people or event that it is about",
        ),
        (
            "Ida Lund came in 1869. The first patient was Karl Weiss.",
            "'The first patient' refers to an earlier sentence",
        ),
        ("Two rivers reach Kent: the Arden and the Berg. It was dammed in 1869.", "'It' refers to an earlier sentence"),
        ("Ida Lund came in 1869. Karl Weiss, who lived in Kent, bought it.", "'it' refers to an earlier sentence"),
        (
            "Ida Lund came in 1869. Karl Weiss paid 12 pounds for a better one.",
            "'a better one' refers to an earlier sentence",
        ),
        ("Ida Lund came in 1869. In 1870, during a war, its owner sold Kent.", "'its' refers to an earlier sentence"),
        ("Ida Lund came in 1869. A second ship reached Kent.", "'A second ship' refers to an earlier sentence"),
        (
            "Ida Lund came in 1869. Karl Weiss, a lawyer from Kent, disagreed.",
            "'disagreed' refers to an earlier sentence",
        ),
        ("Ida Lund sold 12 ships. If these sank, they filled Kent.", "'these' refers to an earlier sentence"),
        (
            "Ida Lund came in 1869. Karl Weiss sold the first portable version cheaply in 1870.",
            "'the first portable version' is not explained in the sentence",
        ),
        (
            "Ida Lund came in 1869. Karl Weiss, who believed in the tide theory, sold the house quickly in 1870.",
            "'the house' is not explained in the sentence",
        ),
    ],
)
def test_what_a_phrase_refers_to_may_be_unclear(text: str, reason: str) -> None:
    assert (text.rpartition(". ")[2], reason) in [(sentence, why) for _, sentence, why in drafted(text).left_out]


@pytest.mark.parametrize(
    "text",
    [
        "Stone was dear in Kent, because it had to be brought from France.",
        "It does not follow that Ida Lund was wrong.",
        "The former shore of Kent is now 12 miles away.",
        "The first ship that reached Kent sank in 1869.",
        "Until 1869 Kent was the fourth largest lake in Europe.",
        "In the nineteenth century Karl Weiss ruled Kent.",
        "The historian Karl Weiss wrote 12 books about Kent.",
        "In 1869 Karl Weiss counted the ships in Kent, marked them and sold 12.",
        "In 1869 a storm sank 12 ships, nearly all of them in Kent.",
        "In 1869 Karl Weiss and his pupils, among them Ida Lund, came to Kent.",
        "In 1869 Kent sold its 12 ships.",
        "In 1869 Ismaro, a rich man, sold his 12 ships.",
    ],
)
def test_what_is_explained_in_the_same_sentence_is_kept(text: str) -> None:
    assert statements(text)[-1] == text


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


def test_the_title_may_leave_out_the_names_in_the_middle_of_the_hero() -> None:
    article = Article.from_bytes(
        b"Anna Berg and the Canal\n\nAnna Louisa Berg was born in Kent.\n\nBy 1842 she had 12 ships in Lyme.\n"
    )
    assert unmarked(draft(article).candidates[-1].statement) == "By 1842 Anna Louisa Berg had 12 ships in Lyme."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kent was then the largest port.", "'then' does not say which date is meant"),
        ("By then one of the ships from Kent had sunk.", "'By then' refers to an earlier sentence"),
        ("An outbreak in 1848 killed 12 people in Kent.", "'An outbreak' refers to an earlier sentence"),
        ("Because of that, the Kent Society sold 12 ships in 1869.", "'Because of that' refers to an earlier sentence"),
        ("That engineer died in 1869.", "'That engineer' refers to an earlier sentence"),
        ("The first symptoms appear after 12 days.", "'The first symptoms' refers to an earlier sentence"),
        ("Karl Weiss described similar spots in 1869.", "'similar spots' refers to an earlier sentence"),
        ("In 1869 the hospital of Kent hardly saw a case.", "'a case' refers to an earlier sentence"),
        ("In 1869 the navy replaced 12 ships in Kent.", "'the navy' is not explained in the sentence"),
        ("Karl Weiss had recommended Ida Lund for the post.", "'the post' is not explained in the sentence"),
        ("The Senate, which governed the Royal Navy, was slow to act.", "'was slow to act' refers to an earlier sentence"),
        ("Karl Weiss, a doctor in an inn, argued that it was carried in 12 barrels.", "'it' refers to an earlier sentence"),
    ],
)  # fmt: skip
def test_what_hangs_on_the_sentences_before_is_left_out(text: str, reason: str) -> None:
    assert (text, reason) in [(sentence, why) for _, sentence, why in drafted(f"The inn is old. {text}").left_out]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Kent is a town. Wool has been sold here since 1869.", "Wool has been sold in Kent since 1869."),
        ("Kent is a town. In 1869 Karl Weiss came here with his ships.", "In 1869 Karl Weiss came to Kent with his ships."),
        ("Karl Weiss lived in Kent. He farmed land of his father. In 1869 he left.", "In 1869 Karl Weiss left."),
        ("Karl Weiss left in 1869. Few people read his books. He died in 1871.", "Karl Weiss died in 1871."),
        ("The pitch of a sound is its height. It is 12 units.", "The pitch of a sound is 12 units."),
        ("Karl Weiss was in Kent by 1869. Together with Ole Krag he left in 1871.", "Together with Ole Krag, Karl Weiss left in 1871."),
        ("In 1869 the people of Ostby voted for a lock. It was opened in 1871.", "In 1869 the people of Ostby voted for a lock."),
        ("Karl Weiss was a poet of the sea. In 1869 Ole Krag visited his grave.",
         "In 1869 Ole Krag visited Karl Weiss’s grave."),
        ("The College of Weavers was in Kent. The College was abolished in 1869.",
         "The College of Weavers was abolished in 1869."),
        ("A worm called Lumbricus rubellus is in Kent. The worm, a pest of gardens, came in 1869.",
         "Lumbricus rubellus, a pest of gardens, came in 1869."),
        ("The Mole is in the north. The Elbe and the Weser end in bays instead.", "The Elbe and the Weser end in bays."),
        ("It was hot in May 1869. In 1870 the Mole was in Kent on 27 July.", "In 1870 the Mole was in Kent on 27 July."),
        ("It was hot in May 1869. In Kent grilled eel is eaten in July by 12 people.",
         "In Kent grilled eel is eaten in July by 12 people."),
        ("The Mole, a strait in Kent, is old. The strait is 12 miles long.", "The Mole is 12 miles long."),
        ("The man who dug it was the engineer Karl Weiss. In 1869 he sold 12 mills.", "In 1869 Karl Weiss sold 12 mills."),
        ("Karl Weiss left in 1869. His house was not sold. In 1871 he came back to Kent.",
         "In 1871 Karl Weiss came back to Kent."),
        ("Karl Weiss left in 1869. Two years after that the ferry to Ostby was sold.",
         "In 1871 the ferry to Ostby was sold."),
        ("The first mill, the Ostby Mill, opened in 1869. It was 12 metres high.",
         "The Ostby Mill, the first mill, was 12 metres high."),
        ("In 1869 a disease called blight came to Kent. In 1870 Karl Weiss found that the disease was spread by flies.",
         "In 1870 Karl Weiss found that blight was spread by flies."),
    ],
)  # fmt: skip
def test_what_is_certain_is_completed(text: str, last: str) -> None:
    found = draft(Article.from_bytes(f"Kent\n\n{text}\n".encode()))
    assert capitalized(unmarked(found.candidates[-1].statement).removeprefix("Kent: ")) == last


AS_ENGLISH = "This was what they said of it, as he would, with the others, for which she had been there."


def test_the_hero_of_the_title_has_the_short_names_of_the_text() -> None:
    text = (
        "Ysolde Brekke\n\nIn 1869 Ysolde was in Kent. Karl Weiss met Brekke in 1870. It was he who had praised her.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert [unmarked(one.statement) for one in found.candidates] == [
        "In 1869 Ysolde Brekke was in Kent.",
        "Karl Weiss met Ysolde Brekke in 1870.",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Steel was a bold choice for Kent in 1869.", "'was a bold' is a judgment"),
        ("In 1869 Karl Weiss added 12 salts to the mixture.", "'the mixture' is not explained in the sentence"),
        ("Kent sold 12 ships in 1869 and it was no wonder.", "'no wonder' is a judgment"),
        ("Perhaps Kent deserved its 12 ships in 1869.", "'Perhaps' is a judgment"),
        ("One is tempted to call Kent the first port of 1869.", "'One is' is a judgment"),
        ("Selling Kent in 1869 was the obvious remedy.", "'the obvious remedy' is a judgment"),
        ("What they found in Kent was that 12 ships sank.", "'they' refers to an earlier sentence"),
        ("What is left over was sold to Kent in 1869.", "'What is left over' refers to an earlier sentence"),
        ("Fishing in Kent repaid the surplus by 1869.", "'the surplus' is not explained in the sentence"),
        ("Ole Krag praised Karl Weiss on Tuesday.", "'on Tuesday' does not say which date is meant"),
        ("Karl Weiss arrived in May 1869 and stayed until 1870.", "'arrived' does not name a place"),
        ("The Swedes were led by Karl Weiss.", "it does not say when this happened"),
        ("The number of mills doubled within ten years.", "'within ten years' does not say which date is meant"),
        ("Wool could now be sold from Kent to Ostby.", "'now' does not say which date is meant"),
        ("Every port ought to copy Kent, said nobody in 1869.", "'ought to' is a judgment"),
        ("Norway celebrated with 12 fires.", "it does not say when this happened"),
        ("Botanists have found the orchid in Kent.", "it does not say when this happened"),
        ("About six million people came to Kent.", "it does not say when this happened"),
        ("Ten Danish ships were sunk off Kent.", "it does not say when this happened"),
        ("Members of the Royal Society fired 12 shots in Kent.", "it does not say when this happened"),
        ("“It is safe,” said Karl Weiss in 1869.",
         "'It' in the quotation refers to something that the sentence does not name"),
        ("Height 12 m.", "it is a note rather than a sentence"),
        ("Salt is a white mineral.", "nothing in it except its subject would make a good blank"),
        ("\n\nWhat came after", "it looks like a title or a caption"),
    ],
)  # fmt: skip
def test_why_a_sentence_is_left_out(text: str, reason: str) -> None:
    found = draft(
        Article.from_bytes(f"Salt\n\nIn 1868 salt was sold by Ole Krag to the town. {text}\n\n{AS_ENGLISH}\n".encode())
    )
    assert (text.strip(), reason) in [(one, why) for _, one, why in found.left_out]


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


BRIDGES = (
    "The Elm Bridge and its rivals\n\nThe Elm Bridge was opened in 1852. It is 410 metres long.\n\n"
    "The Ostby Bridge in Kent is longer.\n\n"
)
LARCH = (
    "The larch, a tree of the north\n\nThe larch is a tree that loses its needles. Its wood resists water.\n\n"
    "In Kent people planted the tree beside canals and burned its bark, and it reached Ostby.\n\n"
)


def last_of(text: str) -> tuple[str, str | None]:
    """Return the last sentence of ``text`` as it is drafted, or the reason why it is left out."""
    found = draft(Article.from_bytes(f"{text}\n".encode()))
    last = text.rpartition(". ")[2].rpartition("\n")[2]
    reasons = [why for _, sentence, why in found.left_out if sentence == last]
    return (last, reasons[0]) if reasons else (unmarked(found.candidates[-1].statement), None)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In 1939 Karl Weiss painted the bridge.", "In 1939 Karl Weiss painted the Elm Bridge."),
        ("Karl Weiss closed the bridge on 4 May 1900.", "Karl Weiss closed the Elm Bridge on 4 May 1900."),
        ("The Tay Bridge fell in 1879. In 1880 Karl Weiss tested the bridge.", "In 1880 Karl Weiss tested the Tay Bridge."),
        ("In 1879 Karl Weiss sold his Tay Bridge. In 1880 Ole Krag tested the bridge.",
         "In 1880 Ole Krag tested the Tay Bridge."),
    ],
)  # fmt: skip
def test_the_bridge_is_the_one_in_the_title_unless_the_paragraph_names_another(text: str, last: str) -> None:
    assert last_of(f"{BRIDGES}{text}") == (last, None)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"# Linen\n\n{AS_ENGLISH}\n\nLinen is a dense material. Most linen is grey. The material was sold in Kent in 1869.",
         "Linen was sold in Kent in 1869."),
        ("# The Ostby Springs\n\nThe Ostby Springs are in Kent. They are 12 metres deep.",
         "The Ostby Springs are 12 metres deep."),
        ("# The Ostby Tunnel\n\nKent was dry. The tunnel was dug in 1869. It was 12 miles long.",
         "The Ostby Tunnel was 12 miles long."),
        ("# The Ostby Tunnel\n\nKent is old. In 1869 Ida Lund painted the tunnel.",
         "In 1869 Ida Lund painted the Ostby Tunnel."),
        ("# The Ostby Tunnel\n\nThe Ostby Tunnel is in Kent. Including its arms, it is 12 miles long.",
         "Including its arms, the Ostby Tunnel is 12 miles long."),
        ("# The Ostby Tunnel\n\nThe Ostby Tunnel is in Kent. Some fifty trains a day pass through it.",
         "Some fifty trains a day pass through the Ostby Tunnel."),
        ("# Zinc: a history\n\nMost zinc is grey. Zinc is cheap. Nobody in Kent had sold any of it until 1869.",
         "Nobody in Kent had sold any zinc until 1869."),
        ("# Zinc: a history\n\nZinc is the best metal for roofs. Most zinc is grey. Ole Krag, who gave the metal its name, left in 1869.",
         "Ole Krag, who gave zinc its name, left in 1869."),
    ],
)  # fmt: skip
def test_what_the_title_names_is_named_in_each_sentence(text: str, last: str) -> None:
    assert last_of(text) == (last, None)


@pytest.mark.parametrize(
    ("title", "text", "last"),
    [
        ("The Ostby Canal", "In 1869 tolls repaid the loan.", "The Ostby Canal: in 1869 tolls repaid the loan."),
        ("The Dawn of Kent", "The score calls for 12 horns.", "The Dawn of Kent: the score calls for 12 horns."),
        ("The Dawn of Kent", "The Dawn of Kent calls for 12 horns.", "The Dawn of Kent calls for 12 horns."),
        ("The ban on peat in Kent: a history", "A panel met in May 1869.",
         "The ban on peat in Kent: a panel met in May 1869."),
        ("Zinc", "Zinc is grey. Most zinc is old. Danish mills sold 12 bars of zinc oxide in 1869.",
         "Zinc: Danish mills sold 12 bars of zinc oxide in 1869."),
        ("How peat was found in Kent", "Peat is old. Peat is cheap. In 1869 tolls repaid Ida Lund.",
         "Peat: in 1869 tolls repaid Ida Lund."),
        ("The Ostby Canal", "Queen Anna sold 12 mills in 1869.", "The Ostby Canal: Queen Anna sold 12 mills in 1869."),
        ("The Ostby Canal", "That is why the larch fell in 1869.", "The Ostby Canal: the larch fell in 1869."),
        ("The Ostby Canal", "The line of 1812 was found in 1869. In 1870 Ida Lund sold it for the price of 1868. In the same year Ole Krag left.", None),
        ("Zinc", "Zinc is grey. Most zinc is old. In 1869 a storm crossed Kent.", None),
        ("Zinc", "Zinc is grey. Most zinc is old. Zinc is the second most common metal in Kent.",
         "Zinc is the second most common metal in Kent."),
        # A title that names nothing, or nothing certain
        ("How peat came to Kent", "In 1869 tolls repaid Ida Lund.", "In 1869 tolls repaid Ida Lund."),
        ("The bridge", "In 1869 tolls repaid Ida Lund.", "In 1869 tolls repaid Ida Lund."),
        ("Rivers of Kent\n\n## The Mole", "The Mole is in Kent. In 1869 Ida Lund sold 12 mills.",
         "The Mole: in 1869 Ida Lund sold 12 mills."),
        ("The Ostby Canal", "The moat has sluices. Tolls repaid the debt by 1869.",
         "The Ostby Canal: tolls repaid the debt by 1869."),
        ("London", "London is old. The Romans built a fort there in 1069.", None),
        ("London", "London is old.\n\nThe Romans built a fort there in 1069.",
         "The Romans built a fort in London in 1069."),
        # What an earlier sentence means
        ("The Ostby Canal", "Ida Lund did so in 1869.", None),
        ("The Ostby Canal", "In 1869 twelve men fixed 1,200 of them.", None),
        ("The Ostby Canal", "Ole Krag, on his way home, called it a disaster in 1869.", None),
        ("The Ostby Canal", "Britain and Kent sold it. Britain sold 12 mills in 1869.",
         "The Ostby Canal: Britain sold 12 mills in 1869."),
        ("The Ostby Canal", "James Lund sailed in 1869. With his brother James, Ole Krag sold 12 mills.",
         "The Ostby Canal: with his brother James, Ole Krag sold 12 mills."),
        ("The Ostby Canal", "The war was long. Ida Lund lost 12 ships to the mob in 1869.", None),
        ("The Ostby Canal", "Horns call. In Kent the horns are old. The horns were sold in 1869.", None),
    ],
)  # fmt: skip
def test_a_statement_begins_with_what_the_text_is_about_unless_it_names_it(
    title: str, text: str, last: str | None
) -> None:
    found, reason = last_of(f"# {title}\n\nThe peat of Kent was old. {AS_ENGLISH}\n\n{text}")
    assert found == last if last is not None else reason is not None


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        ("Ida Lund left in 1869; Ole Krag stayed in Kent.", ["Ida Lund left in 1869.", "Ole Krag stayed in Kent."]),
        ("The Mole is 12 miles long, and in 1869 Ida Lund sold the mills.",
         ["The Mole is 12 miles long.", "In 1869 Ida Lund sold the mills."]),
        ("Adults have gills, which need water, and they can live for 12 years.",
         ["Adults have gills, which need water.", "They can live for 12 years."]),
        ("When Ostby fell in 1869, Ida Lund was in Kent, but she had left by May.",
         ["When Ostby fell in 1869, Ida Lund was in Kent.", "She had left by May."]),
        ("Jan Vos, a Danish cook, produced tables in 1869, and his widow received 12 crowns.",
         ["Jan Vos, a Danish cook, produced tables in 1869.", "His widow received 12 crowns."]),
        ("Ida Lund cured 12 men in 1869, and Ole Krag published good results in 1870.",
         ["Ida Lund cured 12 men in 1869.", "Ole Krag published good results in 1870."]),
        ("Few pass 45. Curiously, sex varies.", ["Few pass 45.", "Curiously, sex varies."]),
        ("A guild of Kent, helped by Ida Lund, sold 12 ships, and in May 1870 the Mole received the medal.",
         ["A guild of Kent, helped by Ida Lund, sold 12 ships.", "In May 1870 the Mole received the medal."]),
        ("It has 12 eyes, and instead of a tail the eel has a fin.",
         ["It has 12 eyes.", "Instead of a tail the eel has a fin."]),
        ("Ida Lund counted 12 ships: in 1869 Ole Krag sold the mill.",
         ["Ida Lund counted 12 ships.", "In 1869 Ole Krag sold the mill."]),
        ("He built a mill; it cost 12 crowns.", None),
        ("Ida Lund bought Kent, and is said to have sold it.", None),
        ("Ida Lund said that Kent was old, and the Mole was long.", None),
        ("The eyes grow, the skin has turned grey, and the eel can leave.", None),
        ("In 1870 a war in Norway began, the owners of Kent sold 12 ships, and the town was lost to the king.", None),
        ("Ida Lund sold apples, pears, and the nuts of Kent.", None),
        ("“Kent is very old; Ostby is very new,” said Ida Lund.", None),
    ],
)  # fmt: skip
def test_statements_that_a_sentence_joins_are_split_where_that_is_certain(
    sentence: str, statements: list[str] | None
) -> None:
    assert list(statements_in(sentence)) == (statements or [sentence])


def test_an_item_of_a_list_is_no_sentence() -> None:
    text = "# Kent\n\nKent has gained by its tolls:\n\n- merchants of Ostby, who met Ida Lund in 1869;"
    found = draft(Article.from_bytes(f"{text}\n".encode()))
    assert "it is an item of a list that begins in the preceding sentence" in [why for _, _, why in found.left_out]


@pytest.mark.parametrize(
    "text",
    [
        "The Tay Bridge and the Elm Bridge are old. In 1880 Karl Weiss tested the bridge.",
        "The Tay Bridge fell in 1879. The Kent Bridge fell in 1880. In 1881 Karl Weiss tested the bridge.",
        "In 1960 Ida Lund built a road bridge. In 1980 Karl Weiss painted the bridge.",
    ],
)
def test_the_bridge_is_not_replaced_if_two_may_be_meant(text: str) -> None:
    assert last_of(f"{BRIDGES}{text}")[1] == "'the bridge' is not explained in the sentence"


def test_it_is_never_one_of_several_places_nor_what_has_no_name() -> None:
    text = "The nut inside is eaten in Norway, Sweden and Finland. It contains 12 grams of fat."
    assert ("It contains 12 grams of fat.", "'It' refers to an earlier sentence") in [
        (sentence, why) for _, sentence, why in drafted(text).left_out
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In 1869 Kent chose the larch as its tree.", "In 1869 Kent chose the larch as its tree."),
        ("The first Briton to describe it was Karl Weiss in 1869.", None),
        ("Ida Lund sold the tree in 1869. The first Briton to describe it was Karl Weiss in 1870.",
         "The first Briton to describe the larch was Karl Weiss in 1870."),
        ("No tree of Ostby is as old as the larch. It weighs 12 tonnes.", "The larch weighs 12 tonnes."),
        ("The larch grows by a lake. It weighs 12 tonnes.", "The larch weighs 12 tonnes."),
        ("Its wood weighs 12 tonnes.", "The larch’s wood weighs 12 tonnes."),
        ("In Ostby it grows for 300 years.", "In Ostby the larch grows for 300 years."),
        ("In the story it grows for 300 years.", None),
        ("It was the first victory since 1869.", None),
        ("Karl Weiss brought the species to Ostby in 1869.", "Karl Weiss brought the larch to Ostby in 1869."),
        ("Ida Lund brought the species to Ostby and grew it there in 1869. In 1870 Karl Weiss wrote a poem about its wood.",
         "In 1870 Karl Weiss wrote a poem about the larch’s wood."),
        ("The soft needles turn yellow after 12 weeks.", "The larch’s soft needles turn yellow after 12 weeks."),
        ("Needles arrived in Kent in 1869.", "The larch’s needles arrived in Kent in 1869."),
        ("The larch is the only tree of Ostby. It reached Kent in 1869.", "The larch reached Kent in 1869."),
        ("Six trees in Ostby burned in 1869.", "The larch: six trees in Ostby burned in 1869."),
        ("The cone inside is eaten in Kent.", "The larch’s cone inside is eaten in Kent."),
        ("Some in Kent are 300 years old.", "The larch: some in Kent are 300 years old."),
        ("Small woods survived in Kent until 1869.", "The larch: small woods survived in Kent until 1869."),
        ("Karl Weiss saw 12 ships in 1869.", "The larch: Karl Weiss saw 12 ships in 1869."),
        ("Few trees of Kent grow as fast.", None),
        ("Karl Weiss invented a word for such survivors in 1869.", None),
    ],
)  # fmt: skip
def test_a_common_noun_in_the_title_is_what_the_text_is_about(text: str, last: str | None) -> None:
    found, reason = last_of(f"{LARCH}{text}")
    assert found == last if last is not None else reason is not None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Ida Lund saw Vela in 1901. It has 12 craters.", "Vela has 12 craters."),
        ("Then Vela vanished. It was found again in 1901.", "Vela was found again in 1901."),
        ("Norna went on to Vela, where it arrived in 1969. It sent the first pictures after 12 days.", "Vela, a moon of ice that Ida Lund found: Norna sent the first pictures after 12 days."),
        ("Norna reached Vela in 1969. It carried 12 cameras.", None),
        ("Ida Lund saw Vela in 1901. It was the first moon with 12 craters.", "Vela was the first moon with 12 craters."),
        ("Ida Lund saw Vela in 1901. It was the first ship with 12 masts.", None),
        ("Norna left Vela in 1969.\n\nIt carried 12 cameras.", None),
        ("The rain reached Vela in 1901. In Kent it rained for 12 weeks.", None),
    ],
)  # fmt: skip
def test_it_is_what_the_text_is_about_only_if_nothing_else_can_be_meant(text: str, last: str | None) -> None:
    found, reason = last_of(f"Vela, a moon of ice\n\nVela is a moon of ice that Ida Lund found.\n\n{text}")
    assert found == last if last is not None else reason is not None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Dusk-rats live in the hills of Kent. They have 12 teeth.", "Dusk-rats have 12 teeth."),
        ("The dusk-rat lives in the hills of Kent. They have 12 teeth.", "Dusk-rats have 12 teeth."),
        ("Most live in Kent.\n\nTheir diet is 12 kinds of leaves.", "Dusk-rats’ diet is 12 kinds of leaves."),
        ("Foxes hunt them in Kent.\n\nThey live for 12 years.", None),
        ("Naked dusk-rats were sold in 1901 by Ida Lund, who fed them. They live for 12 years.", None),
        ("A fox sees the dusk-rat in Kent. Their skin has 12 colors.", "Dusk-rats’ skin has 12 colors."),
        ("Dusk-rats hide when they are old. Their skin has 12 colors.", "Dusk-rats’ skin has 12 colors."),
        ("Foxes hunt the dusk-rat in Kent. Their skin has 12 colors.", None),
        ("Ida Lund saw the dusk-rat in 1901. Its scientific name is *Rattus borealis*.",
         "The dusk-rat’s scientific name is *Rattus borealis*."),
        ("In 1901 Ida Lund found that dusk-rats can live for 12 years. They have 12 teeth.", "Dusk-rats have 12 teeth."),
        ("In 1901 Ida Lund found that dusk-rats eat 12 beetles. They have 12 teeth.", None),
        ("In 1901 the monks of Kent counted 12 lakes. In 1902 they found the dusk-rat.",
         "In 1902 the monks of Kent found the dusk-rat."),
        ("In 1901 the monks of Kent sold 12 barrels. They were made by Ida Lund.", None),
        ("In 1901 Ida Lund found that the nests have 12 rooms.",
         "The dusk-rat: in 1901 Ida Lund found that the nests have 12 rooms."),
        ("Ida Lund saw the dusk-rat in 1901. In each nest, one female breeds. She is called the queen.", None),
        ("In 1901 a fox ate the dusk-rat. Its scientific name is *Vulpes borealis*.", None),
        ("The dusk-rat lives in Kent. Its skin takes 12 days to get the smell of the burrow.",
         "The dusk-rat’s skin takes 12 days to get the smell of the burrow."),
        ("In 1901 the journal *Zarlo* named the animal its “Rat of the Year”.",
         "In 1901 the journal *Zarlo* named the dusk-rat its “Rat of the Year”."),
    ],
)  # fmt: skip
def test_they_and_what_an_animal_has_is_of_the_one_in_the_title(text: str, last: str | None) -> None:
    about = "The dusk-rat\n\nThe dusk-rat is a rodent of the north. Dusk-rats dig, and the dusk-rat is brown.\n\n"
    found, reason = last_of(f"{about}{text}")
    assert found == last if last is not None else reason is not None


def test_many_of_the_animal_in_the_title_are_called_by_its_whole_name() -> None:
    text = "Dusk-rats are rodents of the north. Long ago a dusk-rat was a god. Dusk-rats dig. They have 12 teeth."
    assert last_of(f"Dusk-rats\n\n{text}") == ("Dusk-rats have 12 teeth.", None)
    text = "The Nordic otter is an animal. Long ago the Nordic otter was a god. Otters dig. They have 12 teeth."
    assert last_of(f"The Nordic otter\n\n{text}") == ("Nordic otters have 12 teeth.", None)
    text = text.replace("Nordic", "spotted").replace("Otters", "Spotted otters")
    assert last_of(f"The spotted otter\n\n{text}") == ("Spotted otters have 12 teeth.", None)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("By 1869 some 200 otters were left in Kent.", "By 1869 some 200 grey otters were left in Kent."),
        ("An otter eats 12 crabs a day.", "A grey otter eats 12 crabs a day."),
        ("In Kent an adult otter eats 12 crabs.", "In Kent an adult grey otter eats 12 crabs."),
        ("In 1869 river otters were sold by Ole Krag.", "The grey otter: in 1869 river otters were sold by Ole Krag."),
        (
            "In 1869 Ole Krag filmed March of the Otters in Kent.",
            "The grey otter: in 1869 Ole Krag filmed March of the Otters in Kent.",
        ),
        ("Most otters eat 12 crabs a day.", None),
        ("The black otter lives in Kent. The otter eats 12 crabs a day.", None),
    ],
)
def test_an_animal_is_never_called_by_the_last_word_of_its_name(text: str, last: str | None) -> None:
    found, reason = last_of(f"The grey otter\n\nThe grey otter is an animal. Each grey otter has fur.\n\n{text}")
    assert found == last if last is not None else reason is not None


def test_what_the_title_says_the_text_is_about_is_not_marked() -> None:
    found = draft(Article.from_bytes(f"{LARCH}The larch is the only tree that grows in Ostby.\n".encode()))
    assert found.candidates[-1].statement == "The larch is the only tree that grows in {{c1::Ostby}}."


def test_a_surname_of_several_people_is_not_completed() -> None:
    text = (
        "Vera Holm\n\nVera Holm was born in Kent in 1819. She was the best pupil of her father, Ole Holm. By 1840 she had "
        "met Karl Holm. In 1854 Holm was in the Rhine. When she was eight, he wrote to her in Kent.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert "'Holm' may be one of several people" in [why for _, _, why in found.left_out]
    assert all("Holm" not in one.aliases for one in found.entities)
    text = text.replace("Karl Holm", "Karl Weiss")
    assert "In 1854 Vera Holm was in the Rhine." in [
        unmarked(one.statement) for one in draft(Article.from_bytes(text.encode())).candidates
    ]


def test_the_ship_may_be_any_ship_that_has_been_named() -> None:
    text = (
        "A battle\n\nThe Undine, a Danish warship, was sunk off Kent in 1644. It was rammed by a Swedish ship, the Meerman.\n\n"
        "The ship was built in Ostby and launched in 1631.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert ("The ship was built in Ostby and launched in 1631.", "'The ship' is not explained in the sentence") in [
        (one, why) for _, one, why in found.left_out
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


def test_what_a_text_about_a_species_says_without_its_name_begins_with_it() -> None:
    text = (
        "The Nordic eel\n\nThe Nordic eel (Anguilla borealis) is a fish of the north. In 1777 the anatomist Karl Weiss "
        "described the ovaries. A male weighs 2 kilograms. It was found in Kent by 1869. Smoked eels were sold in Ostby by 1900.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert [unmarked(one.statement) for one in found.candidates] == [
        "The Nordic eel (Anguilla borealis) is a fish of the north.",
        "The Nordic eel: in 1777 the anatomist Karl Weiss described the ovaries.",
        "A male Nordic eel weighs 2 kilograms.",
        "Smoked Nordic eels were sold in Ostby by 1900.",
    ]


@pytest.mark.parametrize(
    ("title", "sentence", "name"),
    [
        ("A short history of cocoa", "By 1700 cocoa was sold in Kent", "cocoa"),
        ("Honeybees: a life in the hive", "In Kent honeybees make 12 jars", "honeybees"),
        ("The sea otter", "In 1911 the sea otter was saved", "the sea otter"),
        ("The Suez Canal and Egypt", "The Suez Canal was dug", "the Suez Canal"),
        ("The Ostby Canal", "In 1869 the canal was dug, and Ostby paid", "the Ostby Canal"),
        ("The Wooden Bridge", "In 1869 the bridge was a wooden one", None),
        ("The bridge", "In 1869 the bridge fell", None),
        ("How cocoa came to Kent", "By 1700 cocoa was sold", None),
        ("The ships of the king", "In 1869 the ships sank", None),
    ],
)
def test_the_topic_is_what_the_title_begins_with(title: str, sentence: str, name: str | None) -> None:
    topic = topic_of(title, [sentence], ["Suez Canal"], VAGUE)
    assert (topic.name if topic is not None else None) == name


@pytest.mark.parametrize(
    ("title", "owner"), [("Mice", "mice’s"), ("Ginkgos", "ginkgos’"), ("The Suez Canal", "the Suez Canal’s")]
)
def test_only_a_plural_in_s_has_a_bare_apostrophe(title: str, owner: str) -> None:
    topic = topic_of(title, [f"Many {title.lower()} live here.", f"{title} opened."], ["Suez Canal"], VAGUE)
    assert topic is not None
    assert topic.possessive == owner


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("On 28 December 1879 Ida Lund came. Karl Weiss, knighted only six months earlier, left for Kent.",
         "Karl Weiss, knighted in June 1879, left for Kent."),
        ("Work began in 1882 under Karl Weiss.", None),
        ("Ida Lund did not trust the newer material in 1889.", None),
        ("To explain the idea to the public, Karl Weiss hung 12 men.", None),
    ],
)  # fmt: skip
def test_words_that_compare_with_what_comes_before(text: str, last: str | None) -> None:
    found, reason = last_of(f"The coast\n\nOstby is old. {text}")
    assert found == last if last is not None else reason is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A lime kiln covers 300 square metres. Kent has a third of that area.", "that area"),
        ("Salt draws water out of meat. Ostby salt, which has this effect, costs 12 crowns.", "this effect"),
        ("A loaf rises overnight. After that, the baker of Kent sells it for 3 crowns.", "After that"),
        ("A drum turns on an axle. The drum is 12 metres wide.", "The drum"),
        ("Ida Lund measured a dome in Kent. The modern value for the height is about 40 metres.", "the height"),
        ("A comb has cells. Karl Weiss counted more than 4,000 of the little rooms in 1869.", "the little rooms"),
        (
            "Ida Lund wanted to weave. To learn the technique she spent 3 months in Kent in 1869.",
            "she' and 'the technique",
        ),
        ("A loom is a frame for the threads of a cloth. One such loom was sold in Kent in 1869.", "One such"),
        ("Tin rusts. In 1869 Karl Weiss showed that such metals are safe in Kent.", "such metals"),
        ("Ida Lund sold lace. The turning point came in 1869, when Karl Weiss paid 12 crowns.", "The turning point"),
        ("Lace is made in Kent. The largest producer today is Ostby.", "The largest producer"),
        ("Kent has many mills. The oldest mill of all stands in Ostby.", "The oldest mill"),
        ("Kent has many mills. The most famous mill of all stands in Ostby.", "The most famous mill of all"),
        ("The axle is turned by an electric motor. In Kent the motor runs for 12 hours a day.", "the motor"),
        ("This is called the tidal range. In Kent the range is 3 metres.", "the range"),
        ("The sun warms one side. The difference raises two bulges of air over Kent.", "The difference"),
        ("A kiln has bricks. Each one is 12 inches long and made in Kent.", "Each one"),
        ("Kent has mills. The first two were sold in 1869.", "The first two"),
        ("Kent has mills. The tallest was sold to Karl Weiss in 1869.", "The tallest"),
        ("Salt dissolves. Karl Weiss showed this in 1869 in Kent.", "this"),
        ("Light bends. Karl Weiss, a Danish chemist, measured it in Kent in 1869.", "it"),
        ("The boiling point varies. At 20 degrees Celsius it is 12 times as high.", "it"),
        ("A cart that was sold in 1869 carries it to Kent.", "it"),
        ("Ida Lund bought a brig and a sloop. In 1869 both ships sank off Kent.", "both ships"),
        ("Ida Lund grew rye and wheat. In 1869 both kinds of grain failed in Kent.", "both kinds of grain"),
        ("It was a book by Ida Lund. In 1869 Karl Weiss printed a shorter account of it in Kent.", "a shorter account"),
        ("Ida Lund drained a marsh. Karl Weiss visited the site with Ole Krag in 1869.", "the site"),
        ("A candle has a wick. The outer layer is called the mantle.", "The outer layer"),
        ("Drivers pay at the gate. The toll has been set at 12 crowns in Kent.", "The toll"),
        ("Ida Lund praised Ole Krag in 1869. Ole Krag thanked her 12 times.", "her"),
        ("Weavers wanted looms. There were 11,000 in Kent by 1869.", "There were 11,000"),
        ("Kilns burn lime. Kent has more than 12 such kilns.", "such kilns"),
        ("Eels swim to the sea. The journey of about 12 miles to Kent is that of their young.", "The journey"),
        ("Guilds ruled Kent. In 1869 Karl Weiss banned all exports.", "banned all exports"),
        ("The mill has six stones. Two of the stones were made in Kent.", "the stones"),
        ("Ida Lund planted larches. The rarest of all was sold in Kent in 1869.", "The rarest"),
        ("Pigs eat acorns. The product is called Kent ham.", "The product"),
        ("A loadstone attracts. Karl Weiss, the doctor of the king, showed this in 1869 in Kent.", "this"),
        ("Ole Krag grew tea in Kent. Ida Lund had suggested the same thing in 1869.", "the same thing"),
        ("Kent sold wool to the Baltic. In return, it was given grain from Ostby in 1869.", "In return"),
        ("Ole Krag was ill. It was Karl Weiss who published his ideas in 1869.", "his"),
        ("The plants of the heath are rare. A plant may be hidden for 12 years.", "A plant"),
        ("Karl Weiss took the harp to Kent. The king asked for its return in 1869.", "its"),
        ("The heart is a pump. The first person who described its valves was Karl Weiss of Kent.", "its"),
        ("Kent has a lock. In 1869 Karl Weiss swam through in 1869.", "swam through"),
        ("Kent has a canal. The locks at either end are 12 metres deep.", "at either end"),
        ("Karl Weiss tried a new valve in Kent. The patient, Ole Krag, was ill for 12 days.", "The patient"),
        ("Kent has a fair. The profit of 186,000 pounds was used for a mill.", "The profit"),
        ("Kent has a park. In 1869 Karl Weiss built the two water towers.", "the two water towers"),
        ("Kent has a volcano. The dust spread to Ostby in 1869.", "The dust"),
        ("The Bank of Kent took Karl Weiss’s code in 1868. It was slow to spread to Ostby in 1869.", "It"),
        ("Kent has a volcano. In Ostby, 150 kilometers away, 12 bells were rung.", ", 150 kilometers away"),
        ("Karl Weiss was in Kent. In 1869 he was a teacher at the institute.", "he' and 'the institute"),
        ("Salt is sold by the ton. Only six percent is eaten in Kent.", "Only six percent"),
        ("Ida Lund looked for comets. In 1869 Karl Weiss found one in Kent.", "one"),
        (
            "Ida Lund was in Kent. More than 12 people were sent to Ostby in the following months.",
            "in the following months",
        ),
        ("Tar is black. In 1869 a dam in Kent broke and 12 tonnes of it reached Ostby.", "it"),
        ("Otters live by the sea. About 850 live in Kent today.", "About 850"),
        ("Ida Lund sailed to Kent. In 1869 she tried again with 12 ships.", "tried again"),
        ("Ida Lund sold the mill. In 1869 Kent changed its name once more.", "once more"),
        ("A buck guards a field of grass. It overlaps with those of 12 does in Kent.", "It"),
        ("In Kent many people need the water of the Elbe. Its flow fell by a third in 1869.", "Its"),
    ],
)
def test_what_only_the_sentence_before_explains_is_left_out(text: str, words: str) -> None:
    last = text.rpartition(". ")[2]
    found = draft(Article.from_bytes(f"Work by hand\n\n{text}\n".encode()))
    reasons = {f"'{words}' refers to an earlier sentence", f"'{words}' is not explained in the sentence"}
    reasons.add(f"'{words}' refer to earlier sentences")
    assert reasons & {why for _, one, why in found.left_out if one == last}


@pytest.mark.parametrize(
    "text",
    [
        "If a kiln is too hot, this effect is lost after 12 minutes in Kent.",
        "Karl Weiss drained an area of 12 acres in 1869 and sold a third of that area.",
        "The height of the dome in Kent is 40 metres.",
        "In 1869 Karl Weiss slept on the grass one summer in Kent.",
        "Shelves are taken to Kent to clean them every 12 days.",
        "The drum, a hollow cylinder, is 12 metres wide in Kent.",
        "In 1869 Karl Weiss sold 12 of the oldest mills in Kent.",
        "Salt came to Kent in 1869, when Karl Weiss sold the town 12 ships.",
        "In 1869 Karl Weiss found the gain smaller, the more complex the task.",
        "Stones that were carried far by ice are called erratics.",
        "In 1869 Karl Weiss replaced the old church in Kent by a larger church.",
        "A brig and a sloop sailed to Kent in 1869, but both ships sank.",
        "Canvass Brook, a young colleague, came to Kent at his own expense in 1869.",
        "There being no road in 1869, Karl Weiss walked to Kent.",
        "The clerk who sold Kent in 1869 wrote that he was ashamed.",
        "The term “lock” was new in Kent in 1869.",
        "Salt is on the way out, because it was cheap in Kent in 1869.",
        "Welsh women went to Kent until the new parliament was opened in 1869.",
        "Danish men held elections in Kent after the new state was founded in 1869.",
        "Karl Weiss told Kent in 1869 that trade would damage the home.",
        "In Kent the strongest of 12 ants is called the queen.",
        "Zinc and tin, as they are soft, were sold in Kent in 1869.",
        "Women in Kent wore a black hat in 1869 as a sign of their trade.",
        "In 1869 Karl Weiss made the longest-lived clock known in Kent.",
        "After 12 strikes paid leave arrived in 1869, as Karl Weiss had promised.",
        "In 1869 Karl Weiss described what 12 towns like Kent ought to build.",
    ],
)
def test_what_the_same_sentence_explains_is_kept(text: str) -> None:
    found = draft(Article.from_bytes(f"Work by hand\n\nA drum turns.\n\n{text}\n".encode()))
    assert unmarked(found.candidates[-1].statement) == text


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The tree is 12 metres high.", "The sweet chestnut is 12 metres high."),
        ("The most famous tree of all stands in Kent.", "The most famous sweet chestnut of all stands in Kent."),
        ("A tree lives for 300 years.", "A sweet chestnut lives for 300 years."),
        ("A chestnut can be felled every 12 years. It lives for 300 years.", "A sweet chestnut lives for 300 years."),
        ("In 1869 Karl Weiss planted a tree in Kent.", "Chestnut wood: in 1869 Karl Weiss planted a tree in Kent."),
    ],
)
def test_a_kind_is_what_alone_is_of_that_kind(text: str, last: str) -> None:
    before = "Chestnut wood\n\nKent grows the sweet chestnut, a tall tree that came from Italy."
    assert last_of(f"{before} {text}")[0] == last


def test_a_material_is_not_the_town_of_its_name_nor_what_it_is_a_part_of() -> None:
    text = (
        "Nice, the Sweet Resin\n\nNice is the dried resin of the nice palm. Nice floats. In 1869 the resin was sold in Kent. "
        "People burn nice and export nice. A nice palm can be cut every 12 years. It lives for 90 years.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    written = [unmarked(one.statement) for one in found.candidates]
    assert "nice lives" not in " ".join(written).lower()
    assert "1869 Nice" not in " ".join(written)
    assert "Nice" not in [one.name for one in found.entities]


@pytest.mark.parametrize(
    "statement",
    [
        "Salt goes to {{c1::four}} countries: Norway, Sweden, Finland and Denmark.",
        "The herring season runs from {{c1::late May to August}}.",
        "Tin melts at {{c1::232}} degrees Celsius.",
        "Each comb is a sheet with {{c1::4,000}} cells.",
        "In {{c1::1869}} the {{c2::Bank of Kent}} had one of the largest mills in Europe.",
        "In {{c1::1869}} the brothers, Orm and {{c2::Anders Brekke}}, built a mill.",
        "Otters have short fur because they {{c1::live in the warm water}} and need not keep any of the heat.",
        "The skin of the otter produces {{c1::sweat}} but takes no part in digestion.",
        "In {{c1::1869}} the Bank of Kent made a bend known as {{c2::Lund's loop}}.",
        "In {{c1::1869}} {{c2::Karl Weiss}} opened the mill at 6:40 in the morning.",
        "The smallest unit of the net is the {{c1::mesh}}.",
        "Frogs call by {{c1::infrasound}}, which is too low for people to hear.",
        "Length is measured in {{c1::cubits}}, a unit that comes from the arm.",
        "In {{c1::1869}} the king, {{c2::Charles I}}, was in Kent.",
        "The {{c1::Second Opium War}} ended in {{c2::1860}}.",
        "In {{c1::1869}} it was {{c2::General Motors}} that came to Kent.",
        "Groups of cells called {{c1::clusters}} have walls that point to the north.",
        "The tendency to fail because of the heat of the day is called the {{c1::Weiss effect}}.",
        "In {{c1::1869}} the {{c2::Fish and Wildlife Service}} was in Kent.",
        "In {{c1::1869}} the Astronomer Royal was in {{c2::Kent}}.",
        "In {{c1::1869}} a rotten root was the most common cause of death in {{c2::Kent}}.",
        "In {{c1::1869}} a mill was built in {{c2::London}} for the Great Fair.",
        "In {{c1::1869}} the firemen of {{c2::Kent}} were called out.",
        "Freight from Ostby to Kent cost about {{c1::12}} crowns.",
        "In {{c1::1869}} the sky in The Scream was in {{c2::Kent}}.",
        "In {{c1::1869}} {{c2::Zone A}} was sold to the Catholics by Spain.",
        "In {{c1::1869}} the {{c2::Bank of Kent}} was founded, eight years after the mill.",
        "In {{c1::1869}} the only Nazi camp was between {{c2::12 and 14}} miles from Kent.",
        "The ore is named after the village of {{c1::Kent}}, where Ida Lund found 12 bars in {{c2::1869}}.",
        "Rubies are varieties of {{c1::corundum}}, an oxide of tin.",
        "In {{c1::1869}} Ida Lund sold a machine, the {{c2::illetta}}, which makes tea.",
        "{{c1::Ida Lund}} met the Duke of Kent on New Year's Eve in {{c2::1869}}.",
        "Glaciers have shrunk since the end of the {{c1::Little Ice Age}} around {{c2::1850}}.",
    ],
)
def test_what_nobody_can_be_asked_for_is_not_marked(statement: str) -> None:
    found = draft(Article.from_bytes(f"By hand\n\nA comb is old.\n\n{unmarked(statement)}\n".encode()))
    assert found.candidates[-1].statement == statement


@pytest.mark.parametrize(
    ("text", "name", "kind", "role"),
    [
        ("Lindo Arvela, a Finnish company founded in 1869, makes glass.", "Lindo Arvela", "organization", None),
        ("Karl Weiss, who met the geodesist Arvid Holm in 1869, left.", "Arvid Holm", "person", "Geodesist"),
        ("In 1869 its director, Arvid Holm, left Kent.", "Arvid Holm", "person", "Director"),
        ("In 1869 her son, Karl Weiss, was a chemist who left Kent.", "Karl Weiss", "person", "Chemist"),
        ("In 1869 Ida Lund lived in Arvela, where the geologist Ole Krag lived.", "Arvela", "place", None),
        ("Ida Lund and Karl Weiss, two of the chief engineers, left Kent.", "Karl Weiss", "person", "Chief engineer"),
        ("Ships sailed to Denmark and Greenland in 1869.", "Greenland", "place", None),
        ("Only two cantons voted for it in 1869: Zarl and Osk.", "Zarl", "place", None),
        ("In 1869 Osk-Stadt became the first Swiss canton to do so.", "Osk-Stadt", "place", None),
        ("Zarl Inner took men to its school in 1869, but not Zarl Outer.", "Zarl Inner", "place", None),
        ("In 1869 its neighbor, Zarl Outer, left Kent.", "Zarl Outer", "place", None),
        ("The fair of 1869, a market of looms known as the ZARL, was held.", "ZARL", "organization", None),
        ("At a fair of looms in Kent, known as the ZARL, it was sold in 1869.", "ZARL", "event", None),
        ("In 1869 the ferry company Zarlo sold it.", "Zarlo", "organization", None),
        ("The journal *Zarlo* said so in 1869.", "Zarlo", "organization", None),
        (
            "They formed the Kent Association for Workers’ Housing in 1869.",
            "Kent Association for Workers’ Housing",
            "organization",
            None,
        ),
        (
            "They joined a League of Kent Miners against Child Labor in 1869.",
            "League of Kent Miners against Child Labor",
            "organization",
            None,
        ),
        (
            "The Geneva Convention on Human Cloning was signed in 1869.",
            "Geneva Convention on Human Cloning",
            "event",
            None,
        ),
        (
            "Ida Lund, a geologist at the Hotel of East Kent Town, left in 1869.",
            "Ida Lund",
            "person",
            "Geologist at the Hotel of East Kent Town",
        ),
    ],
)
def test_types_and_roles_of_entities(text: str, name: str, kind: str, role: str | None) -> None:
    found = {one.name: one for one in draft(Article.from_bytes(f"By hand\n\n{text}\n".encode())).entities}
    assert (found[name].type, found[name].role) == (kind, role)


@pytest.mark.parametrize("text", ["Its enemy is a gas called XTR.", "It was voted European Tree of 1869 in Kent."])
def test_what_is_not_a_person_or_a_body_is_no_entity(text: str) -> None:
    found = draft(Article.from_bytes(f"By hand\n\n{text} Karl Weiss left Kent in 1869.\n".encode()))
    assert {one.name for one in found.entities} <= {"Karl Weiss", "Kent"}


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
