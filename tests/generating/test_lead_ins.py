"""A candidate says what the text is about, in its words or in a lead-in."""

import pytest

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.generating.curating import curated


@pytest.mark.parametrize(
    ("opening", "about", "sentence", "statement"),
    [
        ("The Ostby Run, a relay of horsemen, lasted for long.", None, "Work began in Kent in 1870.", "The Ostby Run, a relay of horsemen: work began in"),
        ("The Ostby Run was a race that Ida Lund won in 1869.", None, "Work began in Kent in 1870.", "The Ostby Run, a race: work began in"),
        ("The Ostby Run was the first of many.", None, "Work began in Kent in 1870.", "The Ostby Run: work began in"),
        ("The Ostby Run was old.", "the race around Ostby in 1870", "Work began in Kent in 1870.", "The race around Ostby: work began in {{c1::Kent}} in {{c2::1870}}."),
        ("The Ostby Run was old.", "the race around Ostby in 1870", "After the race 12 wounds were reported.", "The race around Ostby in 1870: after the race {{c1::12}} wounds were reported."),
        ("The Ostby Run was old.", "the race around Ostby in 1870", "Some 12 men lost the race.", "The race around Ostby in 1870: some {{c1::12}} men lost the race."),
        ("The Ostby Run was old.", "the race around Ostby in 1870", "The Ostby Run cost 12 crowns in 1870.", "The Ostby Run cost"),
        ("The Ostby Run was old.", "the race of the 1870s", "Ida Lund of Ostby won 12 bulbs in 1869.", None),
        ("The Ostby Run was old.", "the race", "Ida Lund taught 12 boys in Kent.", None),
        ("The Ostby Run was old.", "the race", "Ida Lund, a cook, taught chemistry in Kent for 12 years.", None),
        ("The Ostby Run was old.", "the race", "The Company of Kent looked for 12 men in 1870.", None),
        ("The Ostby Run was old.", "the race", "One of Ida Lund's pupils was a cook named Karl Weiss.", None),
        ("The Ostby Run was old.", "the race", "In 1870 Ida Lund patented a hat of straw.", "The race: in {{c1::1870}} {{c2::Ida Lund}} patented a hat"),
        ("The Ostby Run was old.", "the race", "In 1870 Ida Lund founded her company for 12 crowns.", None),
        ("The Ostby Run was old.", "the race", "In 1870 Ida Lund was put in charge of the Ostby Academy in Kent.", "The race: in {{c1::1870}} {{c2::Ida Lund}} was put in charge"),
    ],
)  # fmt: skip
def test_a_lead_in_says_what_the_text_is_about(
    opening: str, about: str | None, sentence: str, statement: str | None
) -> None:
    article = f"# The Ostby Run\n\n{opening} Ole Krag met Ida Lund in Kent, where the Bank of Kent was.\n\n{sentence}\n"
    found = curated(draft(Article.from_bytes(article.encode()), about=about), "The Ostby Run")
    last = [one.statement for one in found.candidates if one.paragraph == 3]
    assert last[0].startswith(statement) if statement else not last


@pytest.mark.parametrize(
    ("title", "about", "sentence", "statement"),
    [
        ("How Danish towns got the tram", None, "In 1870 Ida Lund became a minister of the Left Party.", "Danish towns and the tram: in {{c1::1870}} {{c2::Ida Lund}} became"),
        ("How Danish towns got the tram", None, "In 1870 Ida Lund sold a tram in Berlin.", "In {{c1::1870}} {{c2::Ida Lund}} sold a tram"),
        ("How Danish towns got the tram", None, "On 1 May 1870 some 5,000 men marched to the sea.", "Danish towns and the tram: on {{c1::1 May 1870}} some {{c2::5,000}} men"),
        ("A long wait", None, "In 1870 Ida Lund became a minister of the Left Party.", "Denmark: in {{c1::1870}} {{c2::Ida Lund}} became"),
        ("A long wait", None, "On 1 May 1870 some 5,000 men marched to the sea.", None),
        ("The Green Line: how Denmark got the tram", None, "In 1870 some 5,000 Danish lamps were lit by gas.", "The Green Line: in {{c1::1870}} some"),
        ("The Green Line: how Denmark got the tram", None, "In 1870 some 5,000 lamps were lit by gas.", "The Green Line in Denmark: in {{c1::1870}} some"),
        ("A long wait", "Trams in Denmark", "In 1870 Ida Lund became a minister of the Left Party.", "Trams in Denmark: in {{c1::1870}} {{c2::Ida Lund}} became"),
    ],
)  # fmt: skip
def test_the_country_that_a_text_is_about_is_not_taken_for_granted(
    title: str, about: str | None, sentence: str, statement: str | None
) -> None:
    article = f"# {title}\n\nIn Denmark trams were rare. Danish towns had none, and Denmark was poor.\n\n{sentence}\n"
    found = curated(draft(Article.from_bytes(article.encode()), about=about), about or title)
    last = [one.statement for one in found.candidates if one.paragraph == 3]
    assert last[0].startswith(statement) if statement else not last


@pytest.mark.parametrize(
    ("title", "sentence", "statement"),
    [
        ("The wasp", "A queen may live for a year and lays up to 80 eggs a day.", "The wasp: a queen may live"),
        ("The wasp", "An adult weighs about 80 milligrams.", "An adult wasp weighs about"),
        ("The wasp", "The young stay in the nest for 80 days.", "The young of the wasp stay in the nest"),
        ("Wasps", "Males live for 80 days.", "Male wasps live for"),
        ("The Wreck of Ostby", "Ostby was 80 miles wide.", "Ostby was {{c1::80}} miles wide"),
        ("The Ostby Wasp", "The Royal Society of Kent sold the first wasp in 1870.", "The Ostby Wasp: the {{c1::Royal Society of Kent}} sold"),
        ("The Ostby Wasp", "Great Ostby sold 12 ships in 1870.", "The Ostby Wasp: {{c1::Great Ostby}} sold"),
        ("The Ostby Wasp", "Pressure fell by 80 grams in 1870.", "The Ostby Wasp: pressure fell"),
    ],
)  # fmt: skip
def test_what_the_title_names_is_named_at_its_place_or_in_front(title: str, sentence: str, statement: str) -> None:
    wasps = f"{title if title[-1] == 's' else 'A wasp'} has a sting. Most wasps are grey. Every wasp has wings."
    article = f"# {title}\n\n{wasps} {title} is old.\n\n{sentence}\n"
    found = curated(draft(Article.from_bytes(article.encode())), title)
    assert [one.statement for one in found.candidates][-1].startswith(statement)


def test_a_lead_in_explains_what_only_its_subject_can_have() -> None:
    article = (
        b"# The Ostby Queen\n\nThe Ostby Queen was lost in 1545. Ida Lund came from Kent.\n\n"
        b"Half of the hull was lifted in 1982 by Ole Krag.\n\nThe owner lost 12 ships in 1983 in front of the king.\n"
    )
    found = curated(draft(Article.from_bytes(article)), "The Ostby Queen")
    last = "The Ostby Queen: half of the hull was lifted in {{c1::1982}} by {{c2::Ole Krag}}."
    assert found.candidates[-1].statement == last


@pytest.mark.parametrize(
    ("title", "sentence", "statement"),
    [
        ("The Ostby Company", "In 1870 Ida Lund captured the town of Kent.", None),
        (
            "The Ostby Company",
            "In 1870 Ida Lund closed the docks with 12 men.",
            "The Ostby Company: in {{c1::1870}} {{c2::Ida Lund}} closed the docks with 12 men.",
        ),
        ("The Ostby Company", "In 1870 Ida Lund closed the Steelyard with 12 men.", None),
        ("The Ostby Company", "Ida Lund is better known as a cook of Kent, where she sold 12 ships in 1870.", None),
        ("The Ostby Company", "The Krag Society, founded in 1870 by 12 men of Kent, has a journal.", None),
        ("The Ostby Company", "The New Bread Law of 1870 gave 12 crowns to cooks.", None),
        ("The Ostby Company", "The famine of 1870 killed 1,200 people of Kent.", None),
        ("The Ostby Company", "Ida Lund caught a fish in 1870.", None),
        ("The Ostby Company", "Ole Krag was murdered in a church of Kent in 1870.", None),
        ("The Ostby Company", "Ole Krag set up the first press of Kent in 1870.", None),
        ("The Ostby Company", "The cost was put at about £12 million.", None),
        ("The Ostby Company", "Fewer than 2,000 were taken on.", None),
        ("The Ostby Company", "The first word honours Ida Lund.", None),
        ("The Ostby Company", "In a season a mill may sell up to 25.", None),
        ("The Ostby Company", "There are 12 mills, 15 ships and 7 horses in Kent.", None),
        ("The Ostby Company", "The port at Kent was full of fish.", None),
        ("The Ostby Company", "The first fleet left Kent in 1870, and sixty people watched it.", "The first fleet of the Ostby Company left Kent in {{c1::1870}}."),
        (
            "The Ostby Company",
            "A copy was made in 1870 by Ida Lund in Kent.",
            "The Ostby Company: a copy was made in {{c1::1870}} by {{c2::Ida Lund}} in Kent.",
        ),
        ("The Ostby Company", "In 1870 Ida Lund sold the flag to Kent.", "The Ostby Company: in {{c1::1870}} {{c2::Ida Lund}} sold the flag to Kent."),
        ("Two wheels", "In 1870 Ida Lund patented 12 tires.", "In {{c1::1870}} Ida Lund patented {{c2::12}} tires."),
        ("The Ostby Company", "Kent settled their claims in 1870 for 12 crowns.", None),
        ("The Ostby Company", "One part of it was sold in Kent in 1870.", None),
        ("The Ostby Company", "Whaling was banned in 1870.", None),
        ("The Ostby Company", "A wagon carried 12 tons of fish.", "The Ostby Company: a wagon carried {{c1::12}} tons of fish."),
        ("The Ostby Company", "Some 12 houses were ruined.", None),
        ("The wreck that spoke", "Ida Lund built 12 mills in Kent in 1870.", "{{c1::Ida Lund}} built 12 mills in Kent in {{c2::1870}}."),
        ("The Ostby Fire", "Some 12 houses were ruined.", "The Ostby Fire: some {{c1::12}} houses were ruined."),
        ("The Ostby Company", "In 1870 Ida Lund in Kent called Ole Krag from his bed.", None),
        (
            "The Ostby Company",
            "Cicero wrote that Ole Krag, who was killed in 1870, sold ships to Ostby.",
            "The Ostby Company: Cicero wrote that {{c1::Ole Krag}}, who was killed in {{c2::1870}}, sold ships to Ostby.",
        ),
        ("The Ostby Company", "The first fleet left Kent in 1870.", "The first fleet of the Ostby Company left {{c1::Kent}} in {{c2::1870}}."),
        ("The Ostby Company", "Work began in Kent in 1870.", "The Ostby Company: work began in {{c1::Kent}} in {{c2::1870}}."),
        ("The Ostby Company", "The fastest voyage took 12 days in 1870.", "The Ostby Company: the fastest voyage took {{c1::12}} days in {{c2::1870}}."),
        ("The Ostby Company", "The first one took 12 days in 1870.", None),
        ("The Ostby Company", "Some 12 new ones were bought in 1870.", None),
        ("The Ostby Company", "In 1870 Denmark, short of money, sent one to Kent with Ida Lund.", None),
        ("The Ostby Company", "The largest was the Lund Act of 1870, whose sponsor was Sir Ole Krag, the Master of the Rolls.", None),
        ("The Ostby Company", "The main voyage took 12 days in 1870.", None),
        ("The Ostby Company", "In all, 12 ships were sold in 1870.", "The Ostby Company: {{c1::12}} ships were sold in {{c2::1870}}."),
        ("The Ostby Company", "Masts stood 10 to 15 yards apart.", "The Ostby Company: masts stood {{c1::10 to 15}} yards apart."),
        ("The Ostby Company", "To save salt, most cooks were men of under 120 pounds.", "The Ostby Company: to save salt, most cooks were men of under {{c1::120}} pounds."),
        ("The Ostby Company", "By the mid-1870s the number of ships in Kent had fallen to 12.", "The Ostby Company: by the mid-1870s the number of ships in Kent had fallen to {{c1::12}}."),
        ("The Ostby Company", "Some 12,000 bricks were needed.", "The Ostby Company: some {{c1::12,000}} bricks were needed."),
        ("The Ostby Company", "The voyage from Kent to Oslo was shortened by 12 miles.", "The Ostby Company: the voyage from Kent to Oslo was shortened by {{c1::12}} miles."),
        ("The Ostby Company", "Around 12 mills were active at any time.", "The Ostby Company: around {{c1::12}} mills were active at any time."),
        ("The Ostby Company", "A family took more than a thousand each summer.", None),
        ("The Ostby Company", "The first cooks were the sons of 12 sailors, for the Ostby Company did not hire women.", "The first cooks were the sons of {{c1::12}} sailors, for the Ostby Company did not hire women."),
        ("The Ostby Company", "Cooks slept for 12 nights in a mill.", None),
        ("The Ostby Company: the day the fish left", "Some 12 houses had to be moved.", "The Ostby Company: some {{c1::12}} houses had to be moved."),
        ("The Ostby Company", "By 1870 nearly 12,000 people were living in Kent.", "The Ostby Company: by 1870 nearly {{c1::12,000}} people were living in Kent."),
        (
            "The Ostby Company",
            "On the longest night of the year, 21 June 1870, the mill owner Ida Lund and her brother saw a small grey ship near Kent that was not on their map, although they had drawn it with care and at great expense.",
            "The Ostby Company: on the longest night of the year, {{c1::21 June 1870}}, the mill owner {{c2::Ida Lund}} and her brother saw a small grey ship near Kent that was not on their map.",
        ),
        ("The Fire in Boston", "Some 1,200 claims became one of the first suits in Massachusetts.",
         "The Fire in Boston: some {{c1::1,200}} claims became one of the first suits in Massachusetts."),
        ("Digging the Ostby Canal", "Tolls were 12 crowns in 1837.", "The Ostby Canal: tolls were {{c1::12}} crowns in {{c2::1837}}."),
    ],
)  # fmt: skip
def test_a_lead_in_is_there_only_if_it_adds_something(title: str, sentence: str, statement: str | None) -> None:
    name = title.removeprefix("Digging the ").removeprefix("The ").partition(":")[0]
    article = f"# {title}\n\nThe {name} was old. Ole Krag met Ida Lund in Kent.\n\n{sentence}\n"
    found = curated(draft(Article.from_bytes(article.encode())), title)
    assert [one.statement for one in found.candidates if one.paragraph == 3] == ([statement] if statement else [])


@pytest.mark.parametrize(
    ("title", "sentence", "statement"),
    [
        ("The Salt Wars", "After a visit to Karl Weiss in Kent, a treaty was signed in 1870.", None),
        (
            "The Salt Wars",
            "In 1870 a treaty was signed with Karl Weiss in Kent.",
            "The Salt Wars: in {{c1::1870}} a treaty",
        ),
        ("The Salt Wars", "The Danes had about 80 ships, which Karl Weiss led.", None),
        ("The brown hare", "The first part is the shell, called the testa.", None),
        ("The brown hare", "The grey fox, a hunter that winters in Kent, eats 80 beetles a day.", None),
        ("The brown hare", "The ears are 80 millimetres long.", "The brown hare’s ears are"),
        ("The brown hare", "Linnaeus named the species Lepus europaeus in 1758.", "The brown hare: Linnaeus named"),
    ],
)
def test_a_lead_in_is_no_link_to_another_thing_or_to_one_of_several(
    title: str, sentence: str, statement: str | None
) -> None:
    opening = f"{title} are old. Long ago, {title} came to Kent." if title[-1] == "s" else f"{title} is an animal."
    article = f"# {title}\n\n{opening} Kent has {title[0].lower()}{title[1:]}.\n\n{sentence}\n"
    last = [
        one.statement
        for one in curated(draft(Article.from_bytes(article.encode())), title).candidates
        if one.paragraph == 3
    ]
    assert last[0].startswith(statement) if statement else not last


def test_a_lead_in_does_not_give_the_answer() -> None:
    article = (
        b"# The Ostby Fire of 1755\n\nIda Lund was in Ostby.\n\nThe Ostby Fire of 1755 was long.\n\n"
        b"On 1 November 1755 most of Kent was in church with Ole Krag.\n"
    )
    found = curated(draft(Article.from_bytes(article)), "The Ostby Fire of 1755")
    statement = "The Ostby Fire: on {{c1::1 November 1755}} most of Kent was in church with {{c2::Ole Krag}}."
    assert found.candidates[-1].statement == statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("The queen is the mother of the whole colony.", "Termites: the {{c1::queen}} is the mother of the whole colony."),
        (
            "The queen is large. During the season she lays up to 900 eggs a day, more than any ant.",
            "Termites: during the season the queen lays up to {{c1::900}} eggs a day, more than any ant.",
        ),
    ],
)  # fmt: skip
def test_in_general_statements_the_queen_is_any_of_the_animals_of_the_title(sentence: str, statement: str) -> None:
    title = "Chapter 3: Life in a termite colony"
    article = f"# {title}\n\nTermites live in Africa. The termite eats wood. All termites are small.\n\n{sentence}\n"
    found = curated(draft(Article.from_bytes(article.encode())), title)
    assert found.candidates[-1].statement == statement
