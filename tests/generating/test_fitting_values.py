"""Numbers and dates that are proposed are near the answer, fit its subject, and are never correct."""

import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from effort import examples
from proposed import distractors, people, proposed
from seed_samples import fact, rivers

from quizgen.generating.bounds import value_of
from quizgen.generating.proposals import find_proposals, propose
from quizgen.questions import ChoiceQuestion
from quizgen.text.dates import MONTHS, parse_date


@pytest.mark.parametrize("number", range(examples(14)))
def test_numbers_are_near_and_as_round(number: int) -> None:
    found = distractors(rivers(), "po-length.c2.choice", number)
    values = [int(value.removesuffix(" km")) for value in found]
    assert all(400 < value < 1000 and value % 50 == 0 for value in values)


@pytest.mark.parametrize(
    ("statement", "ask", "possible"),
    [
        ("About {{c1::97}} percent agreed.", {}, {"83", "79", "75"}),
        ("It took {{c1::24}} hours.", {}, {"12", "36", "48", "60"}),
        ("Brew it at about {{c1::93}} °C.", {}, {"65", "121"}),
        ("It lasted {{c1::fifteen}} years.", {}, {"ten", "twenty", "twenty-five"}),
        ("It has {{c1::44}} chromosomes.", {}, {"28", "34", "38", "48", "54", "62"}),
        ("It is {{c1::92}} km wide.", {}, {"58", "74", "82", "102", "112", "124"}),
        ("They had {{c1::125}} accidents.", {}, {"75", "95", "115", "135", "155", "175"}),
        (
            "It moved about {{c1::360,000}} signs.",
            {},
            {"140,000", "180,000", "240,000", "540,000", "710,000", "780,000", "920,000"},
        ),
        ("They asked {{c1::nine}} in ten drivers.", {}, {"six", "seven", "eight"}),
        ("It had {{c1::2,000}} seats.", {}, {"1,000", "1,500", "3,000", "4,000"}),
        ("He offered {{c1::£100}} for it.", {}, {"£50", "£60", "£150", "£200"}),
        ("It takes up {{c1::1.5%}} of it.", {}, {"5%", "7.5%", "12.5%", "20%"}),
        ("About {{c1::30,000}} came.", {}, {"10,000", "15,000", "20,000", "45,000", "60,000", "75,000"}),
        ("Around {{c1::1455}} it was printed.", {}, {"1255", "1305", "1355", "1555", "1605", "1655"}),
        ("It was dug in about {{c1::1790}}.", {}, {"1730", "1740", "1760", "1820", "1840", "1850"}),
        ("It opened c. {{c1::1890}}.", {}, {"1850", "1860", "1870", "1910", "1920", "1930"}),
        (
            "It was sold in {{c1::1920}}.",
            {"stem": "Around which year was it sold?"},
            {"1880", "1890", "1900", "1940", "1950", "1960"},
        ),
        ("Around {{c1::450 BC}} it was dug.", {}, {"250 BC", "350 BC", "550 BC", "650 BC"}),
        ("It held {{c1::seven}} prisoners.", {}, {"four", "five", "six", "eight", "nine", "ten"}),
        (
            "A ride took about {{c1::nine}} hours.",
            {},
            {"three", "four", "five", "six", "fourteen", "fifteen", "sixteen"},
        ),
        (
            "It cost about {{c1::eleven}} pence a pound.",
            {},
            {"four", "five", "six", "seven", "seventeen", "eighteen", "nineteen"},
        ),
        ("It paid {{c1::ten thousand}} crowns.", {}, {"five thousand", "fifteen thousand", "twenty thousand"}),
        ("A ticket cost {{c1::one crown}}.", {}, {"half a crown", "two crowns", "three crowns", "five crowns"}),
        ("It is about {{c1::15}} metres tall.", {}, {"5", "10", "25", "30", "40"}),
        (
            "It doubles roughly every {{c1::8}} years.",
            {"tolerance": "1"},
            {"3", "4", "5", "12", "16", "20"},
        ),
        (
            "It has {{c1::300}} beds.",
            {"stem": "What is the approximate number of its beds?"},
            {"100", "150", "200", "450", "500", "600", "750"},
        ),
        ("{{c1::Five}} of the seven towers fell.", {}, {"Two", "Three", "Four", "Six"}),
        ("It needs some {{c1::1,500}} litres.", {}, {"750", "600", "1,000", "2,500", "3,000", "4,000"}),
        ("About {{c1::seventy}} towns joined.", {}, {"twenty", "thirty", "forty"}),
        ("About {{c1::ten}} died each day.", {}, {"four", "five", "six", "fifteen", "twenty"}),
        ("It covers some {{c1::seven}} per cent.", {}, {"three", "four", "eleven", "twelve", "thirteen", "fourteen"}),
        ("It carried {{c1::1,300}} sheep.", {}, {"900", "1,000", "1,600", "1,700", "1,800", "800"}),
        ("Its motor burned in {{c1::1937}}.", {}, {"1928", "1931", "1934", "1946"}),
        ("Some {{c1::three fifths}} of the cows were sold.", {}, {"two fifths", "four fifths"}),
        ("Its weight is a {{c1::fifth}} of that of lead.", {}, {"half", "third", "tenth"}),
        ("It paid {{c1::one hundred}} crowns.", {}, {"fifty", "two hundred", "three hundred"}),
        ("The road is {{c1::472}} miles long.", {}, {"307", "378", "425", "519", "566", "637"}),
        ("Of twelve men, {{c1::eleven}} came.", {}, {"eight", "nine", "ten"}),
        ("It has {{c1::16,600}} members.", {}, {"10,800", "13,300", "14,900", "18,300", "19,900", "22,400"}),
        ("Water melts at {{c1::273.15}} kelvins.", {}, {"259.45", "263.55", "267.65", "278.65", "282.75", "286.85"}),
        (
            "After {{c1::5 April 1794}} it ended.",
            {},
            {"24 April 1798", "11 May 1802", "5 June 1806"},
        ),
        (
            "On {{c1::5 April 1794}} it ended.",
            {"stem": "When in April 1794?"},
            {"1 April 1794", "8 April 1794", "13 April 1794", "18 April 1794", "23 April 1794"},
        ),
        (
            "It cost {{c1::$5.25 billion}}.",
            {},
            {"$4.75 billion", "$5.75 billion", "$4.15 billion", "$6.35 billion", "$3.35 billion", "$7.15 billion"},
        ),
        (
            "On {{c1::5 April}} 1794 it ended.",
            {},
            {"13 March", "24 April", "20 February", "11 May", "27 January", "5 June"},
        ),
        (
            "It came back in the {{c1::1980s}}.",
            {"stem": "In which decade?"},
            {"1950s", "1960s", "1970s", "1990s", "2000s"},
        ),
        (
            "It came in the {{c1::late 1990s}}.",
            {},
            {"late 1960s", "late 1970s", "late 1980s", "late 2000s"},
        ),
        ("It came in the {{c1::1800s}}.", {}, {"1500s", "1600s", "1700s", "1900s", "2000s"}),
        (
            "It came in the {{c1::eighteenth century}}.",
            {},
            {
                "fifteenth century",
                "sixteenth century",
                "seventeenth century",
                "nineteenth century",
                "twentieth century",
                "twenty-first century",
            },
        ),
        ("It came in the {{c1::2nd century}}.", {}, {"1st century", "3rd century", "4th century", "5th century"}),
        ("It met in {{c1::1614}}.", {"stem": "When did it last meet before 1620?"}, {"1584", "1594", "1604"}),
        (
            "It took {{c1::318 million}} bricks.",
            {},
            {f"{number} million" for number in (207, 254, 282, 286, 350, 354, 382, 429)},
        ),
        # bounds are told in millions, too
        (
            "They rose from about {{c1::76 million}} to 169 million.",
            {},
            {f"{number} million" for number in (28, 39, 48, 114, 148)},
        ),
        # who says about 450 does not say about 680
        ("It has about {{c1::450}} doors.", {}, {"200", "250", "300", "700", "900", "1,000"}),
        ("It takes about {{c1::eight}} days.", {}, {"three", "four", "five", "twelve", "fifteen"}),
        # the year is no number of kilometers
        ("Built in 2025, it is {{c1::25}} km long.", {}, {"15", "20", "30", "35", "40"}),
        ("It plans to open the lock in {{c1::2094}}.", {}, {"2096", "2098", "2100", "2095", "2097", "2099"}),
        (
            "Its pull is {{c1::one seventh}} of ours.",
            {},
            {"one half", "one third", "one quarter", "one tenth"},
        ),
    ],
)
def test_values_are_near_in_the_same_style(statement: str, ask: dict[str, Any], possible: set[str]) -> None:
    found = [distractors(rivers(facts=[fact(statement, ask)]), "f.c1.choice", number) for number in range(6)]
    assert {value for each in found for value in each} <= possible
    assert all(len(each) == 2 for each in found)


@pytest.mark.parametrize(
    ("stem", "first", "last"),
    [
        ("When was the mill sold after the great flood of Ostby?", 1883, 1930),
        ("When was the mill sold before the great fire of Ostby?", 1850, 1890),
        ("When was the mill sold after the other flood?", 1850, 1930),
    ],
)
def test_no_date_contradicts_the_order_that_the_question_tells(stem: str, first: int, last: int) -> None:
    facts = [
        fact("The mill was sold in {{c1::1886}}.", {"stem": stem}),
        fact(
            "It rained for {{c1::nine}} days.", id="flood", when={"date": "1883", "event": "A great flood hits Ostby"}
        ),
        fact("It burned for {{c1::two}} days.", id="fire", when={"date": "1890", "event": "A great fire hits Ostby"}),
    ]
    found = set()
    for number in range(8):
        found |= {int(one) for one in distractors(rivers(facts=facts, matches=[]), "f.c1.choice", number)}
    assert found
    assert all(first <= year <= last for year in found)


def test_no_more_people_die_than_other_facts_count() -> None:
    facts = [
        fact("Some {{c1::2,000}} people died.", {"stem": "About how many people died?"}),
        fact("The first fleet carried {{c1::1,200}} people.", id="first"),
        fact("The second fleet carried {{c1::1,300}} passengers.", id="second"),
    ]
    for number in range(8):
        found = find_proposals(rivers(facts=facts, matches=[]), number).distractors.get((0, 0), ())
        assert all(int(one.replace(",", "")) <= 2500 for one in found)


@pytest.mark.parametrize(
    ("statement", "possible"),
    [
        ("It covers some {{c1::seven}} per cent.", {"three", "fourteen", "fifteen", "sixteen", "seventeen"}),
        ("He offered {{c1::100}} pounds for it.", {"50", "200"}),
        # How many there were in other years, the text does not say.
        ("In {{c1::1995}}, only {{c2::52}} larches were left.", {"32", "38", "42", "62", "66", "72"}),
        # Nothing in the text is longer.
        ("The road was about {{c1::1,900}} miles long.", {"700", "850", "900", "950"}),
        ("The mill was built around {{c1::1280}}.", {"1080", "1130", "1180", "1380", "1430", "1480"}),
    ],
)
def test_a_false_statement_of_an_estimate_is_clearly_false(statement: str, possible: set[str]) -> None:
    for number in range(12):
        found = find_proposals(rivers(facts=[fact(statement)], matches=[]), number)
        assert found.true_false[0].wrong in {None, *possible}


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("statement", "stem", "larger_is_correct"),
    [
        ("The plan was made after {{c1::1855}}.", "When?", False),
        ("The plan was made in {{c1::1855}}.", "After which year was it made?", False),
        ("It was dry by the end of {{c1::1942}}.", "When?", True),
        ("By 4 August {{c1::1942}} it was dry.", "When?", True),
        ("It was dry in {{c1::1942}}.", "By which year was it dry?", True),
        ("It has stood there since the {{c1::1920s}}.", "When?", True),
        ("It ended before {{c1::5 April 1794}}.", "When?", True),
        ("It holds more than {{c1::70}} million seeds.", "How many million seeds does it hold, at the least?", False),
        ("It lives in water of {{c1::12}} parts per thousand or less.", "How much salt?", True),
        ("Letters arrive within {{c1::60}} days.", "Within how many days do letters arrive?", True),
        ("Sounds of more than {{c1::85}} decibels can hurt.", "Above how many decibels can sounds hurt?", True),
        ("Below {{c1::38}} degrees, wax gets hard.", "Below which temperature does wax get hard?", False),
        ("Fevers below {{c1::38}} degrees need no drugs.", "Below which temperature are no drugs needed?", False),
    ],
)
def test_no_option_or_false_statement_is_correct_because_the_answer_is_a_bound(
    statement: str, stem: str, larger_is_correct: bool, number: int
) -> None:
    def value(text: str) -> tuple[int, int]:
        *_, last = re.findall(r"\d+", text)
        return int(last), next((place for place, month in enumerate(MONTHS) if month in text), 0)

    seed = rivers(facts=[fact(statement, {"stem": stem})])
    filled = propose(seed, number)
    own = value(filled.facts[0].marks[0].answer)
    true_false = filled.facts[0].true_false
    wrong = [*distractors(seed, "f.c1.choice", number)]
    if true_false and true_false.wrong is not None:
        wrong.append(true_false.wrong)
    assert all((value(text) < own) == larger_is_correct for text in wrong)


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("answer", "stem", "same"),
    [
        ("March 1902", "When did the mill burn down?", False),
        ("March 1902", "In which year did the mill burn down?", False),
        ("March 1902", "In which month of 1902 did the mill burn down?", True),
        ("14 March 1902", "On which date did the mill burn down?", False),
        ("29 February 1904", "On which date did the mill burn down?", False),
        ("14 March 1902", "On which day in 1902 did the mill burn down?", True),
        ("14 March 1902", "On which day in March 1902 did the mill burn down?", True),
    ],
)
def test_dates_differ_in_the_year_unless_the_stem_gives_it(answer: str, stem: str, same: bool, number: int) -> None:
    seed = rivers(facts=[fact(f"The mill burned down on {{{{c1::{answer}}}}}.", {"stem": stem})], matches=[])
    years = [text[-4:] for text in (answer, *distractors(seed, "f.c1.choice", number))]
    assert len(set(years)) == (1 if same else 3)


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize("answer", ["1894", "March 1890"])
def test_dates_are_of_a_decade_that_a_stem_names(answer: str, number: int) -> None:
    asks = {"stem": "When did the mill burn?"}, {"answer": "c2", "stem": "What burned in the 1890s?", "distractors": []}
    asked = fact(f"In {{{{c1::{answer}}}}}, the {{{{c2::mill}}}} burned.", *asks)
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert len(wrong) == 2
    assert all(text.split()[-1].startswith("189") for text in wrong)


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_day_of_a_month_that_the_stem_names_is_of_that_month(number: int) -> None:
    asked = fact("It burned on {{c1::14 March 1902}}.", {"stem": "On which day in March did it burn?"})
    found = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert all("March" in text and "1902" not in text for text in found)


@pytest.mark.parametrize(
    ("statement", "never", "sides"),
    [
        ("More than {{c1::400}} sheep drowned.", range(401, 501), {"smallest", "middle", "largest"}),
        ("Up to {{c1::400}} sheep drowned.", range(320, 400), {"smallest", "middle", "largest"}),
    ],
)
def test_options_for_an_amount_are_on_both_sides_if_the_stem_does_not_say_more_than(
    statement: str, never: range, sides: set[str]
) -> None:
    found = set()
    for number in range(12):
        seed = rivers(facts=[fact(statement, {"stem": "How many sheep drowned?"})], matches=[])
        wrong = [int(text) for text in distractors(seed, "f.c1.choice", number)]
        assert not set(wrong) & set(never)
        found.add({0: "smallest", 1: "middle", 2: "largest"}[sum(value < 400 for value in wrong)])
    assert len(found & sides) > 1


@pytest.mark.parametrize(
    ("statement", "stem"),
    [
        ("Flood {n} cost more than {{{{c1::{n}00}}}} crowns.", "How much did flood {n} cost?"),
        ("Flood {name} came in {{{{c1::18{n}4}}}}.", "When did flood {name} come?"),
        ("Flood {name} came on {{{{c1::1{n} March 1{n}44}}}}.", "When did flood {name} come?"),
    ],
)
def test_the_answer_takes_every_place_among_the_numbers(statement: str, stem: str) -> None:
    facts = []
    for n in (3, 4, 6, 7, 8, 9):
        words = {"n": n, "name": "ABCDEFGHIJ"[n]}
        facts.append(fact(statement.format(**words), {"stem": stem.format(**words)}, id=f"f-{n}"))
    found = proposed(rivers(facts=facts, matches=[]))
    places = Counter(
        sum((value_of(wrong) or ()) < (value_of(question.answer) or ()) for wrong in question.distractors)
        for question in found.values()
        if isinstance(question, ChoiceQuestion)
    )
    assert places.total() == 6
    assert max(places.values()) <= 3


@pytest.mark.parametrize(
    ("answer", "possible"),
    [
        ("one million", {"half a million", "two million", "three million"}),
        ("A thousand", {"Five hundred", "Two thousand", "Three thousand"}),
        ("two hundred", {"one hundred", "three hundred", "four hundred", "five hundred"}),
    ],
)
def test_large_numbers_in_words_get_others(answer: str, possible: set[str]) -> None:
    seed = rivers(facts=[fact(f"{{{{c1::{answer}}}}} people came.", {"stem": "How many people came?"})], matches=[])
    found = {text for number in range(8) for text in distractors(seed, "f.c1.choice", number)}
    assert found <= possible
    assert len(found) > 1


@pytest.mark.slow
def test_dates_are_near_and_the_correct_one_is_not_always_in_the_middle() -> None:
    years = (1492, 1648, *range(1950, 2010, 10), 1789)
    facts = [
        {**fact(f"Bridge {letter} is of {{{{c1::{year}}}}}.", {"stem": f"When was {letter} built?"}), "id": f"b-{year}"}
        for letter, year in zip("ABCDEFGHI", years, strict=True)
    ]
    places = set()
    for number in range(20):
        question = proposed(rivers(facts=facts), number)["b-1970.c1.choice"]
        assert isinstance(question, ChoiceQuestion)
        assert all(1960 <= int(year) <= 1980 for year in question.distractors)
        places.add(question.listed.index("1970"))
    assert len(places) > 1


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("statement", "wrong"), [("It is {{c1::13}} miles long.", {"14", "12"}), ("It cost {{c1::800}} million.", {"1100"})]
)
def test_numbers_are_neither_too_near_nor_written_in_another_way(statement: str, wrong: set[str], number: int) -> None:
    assert wrong.isdisjoint(distractors(rivers(facts=[fact(statement, {})], matches=[]), "f.c1.choice", number))


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("statement", "ask", "low", "high"),
    [
        ("It has about {{c1::1,300}} windows.", {"stem": "About how many windows?", "unit": "windows"}, 1040, 1560),
        ("It has some {{c1::250}} rooms.", {"stem": "About how many rooms?"}, 200, 300),
        ("It weighs {{c1::400}} tons.", {"stem": "How heavy is it?", "unit": "tons", "tolerance": "25%"}, 200, 600),
        ("It holds more than {{c1::14,000}} maps.", {"stem": "How many maps?"}, 11200, 16800),
    ],
)
def test_no_wrong_number_would_be_graded_as_correct_or_nearly_so(
    statement: str, ask: dict[str, Any], low: int, high: int, number: int
) -> None:
    found = distractors(rivers(facts=[fact(statement, ask)], matches=[]), "f.c1.choice", number)
    values = [int(text.split()[0].replace(",", "")) for text in found]
    assert len(values) == 2
    assert all(value <= low or value >= high for value in values)


@pytest.mark.parametrize(
    ("statement", "possible"),
    [
        ("It takes {{c1::one to three}} weeks.", {"four to six", "seven to nine", "ten to twelve"}),
        ("It takes {{c1::10 to 20}} days.", {"25 to 35", "40 to 50", "55 to 65"}),
        ("It was built in {{c1::1848 and 1849}}.", {"1825 and 1826", "1840 and 1841", "1833 and 1834", "1856 and 1857", "1863 and 1864", "1871 and 1872"}),
        ("It took {{c1::eighteen}} days.", {"twelve", "fourteen", "sixteen", "twenty", "twenty-two", "twenty-four"}),
        ("It has {{c1::thirty-two}} rooms.", {"twenty-eight", "thirty-six", "twenty-six", "thirty-eight", "twenty", "forty-four"}),
        ("It cost {{c1::two and a half million}} crowns.", {"four million", "one million", "three million", "five million"}),
        ("It needs {{c1::a quarter}} of the water.", {"a tenth", "a half", "half", "three quarters"}),
    ],
)  # fmt: skip
def test_ranges_do_not_overlap_and_every_number_in_words_gets_others(statement: str, possible: set[str]) -> None:
    seed = rivers(facts=[fact(statement, {"stem": "How much or when?"})], matches=[])
    for number in range(6):
        assert set(distractors(seed, "f.c1.choice", number)) <= possible
        stated = propose(seed, number).facts[0].true_false
        assert not stated or stated.wrong is None or stated.wrong in possible


def test_a_number_that_another_one_decides_is_not_replaced() -> None:
    statement = "She divided {{c1::fifteen}} pupils into five groups."
    found = find_proposals(rivers(facts=[fact(statement)], matches=[]))
    assert (found.true_false, found.unstated[0].help.partition(";")[0]) == (
        {}, "'fifteen' can be worked out from another number in the statement",
    )  # fmt: skip
    asked = fact(statement, {"stem": "How many pupils did she divide into five groups?"})
    (gap,) = find_proposals(rivers(facts=[asked], matches=[])).unfilled
    assert gap.help.startswith("the answer 'fifteen' can be worked out from a number in the stem; remove that number")
    asked = fact(statement, {"stem": "How many pupils took part?"})
    assert find_proposals(rivers(facts=[asked], matches=[])).distractors


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_date_is_between_the_events_before_and_after_in_the_history_of_a_thing(number: int) -> None:
    events = {"begun": 1871, "opened": 1874, "burned down": 1920}
    seed = rivers(
        facts=[
            fact(
                f"The Ostby Pavilion was {what} in {{{{c1::{year}}}}}.",
                {"stem": f"In which year was the Ostby Pavilion {what}?"},
                id=f"f-{place}",
            )
            for place, (what, year) in enumerate(events.items())
        ],
        matches=[],
        orders=[],
    )
    options = [set(map(int, distractors(seed, f"f-{place}.c1.choice", number))) for place in range(3)]
    assert all(year < 1874 for year in options[0])
    assert all(1871 < year < 1920 for year in options[1])
    assert all(year > 1874 for year in options[2])


@pytest.mark.parametrize("number", range(examples(14)))
def test_at_least_anywhere_in_the_stem_makes_the_answer_a_bound(number: int) -> None:
    asked = fact("At no less than {{c1::73}} the number is high.", {"stem": "How many died, at the least?"})
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert all(int(one) > 73 for one in wrong)


@pytest.mark.parametrize("number", range(examples(14)))
def test_no_option_is_nearly_another_number_of_the_statement(number: int) -> None:
    asked = fact("The count rose from 57 to {{c1::73}}.", {"stem": "To what did the count rise?"})
    assert not {"56", "58"} & set(distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number))


@pytest.mark.parametrize("number", range(examples(14)))
def test_dates_in_a_war_that_the_question_names_are_of_that_war(number: int) -> None:
    asked = fact("In the Second World War the mill burned on {{c1::16 October 1939}}.", {"stem": "When did it burn?"})
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert all(1939 <= int(one[-4:]) <= 1945 for one in wrong)


@pytest.mark.parametrize("number", range(examples(14)))
def test_ages_of_people_can_be_reached(number: int) -> None:
    asked = fact(
        "Of the people aged {{c1::75}} or older most came.", {"stem": "From which age on did most people come?"}
    )
    (one,) = find_proposals(rivers(facts=[asked], matches=[]), number).true_false.values()
    assert one.wrong is None or int(one.wrong) <= 95


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("statement", "other", "least", "most"),
    [
        ("The lake was {{c1::640}} metres deep.", "The highest level of the lake was {{c1::700}} metres.", 1, 699),
        ("The lake was {{c1::640}} metres deep.", "The lake had a record low of {{c1::600}} metres.", 601, 9999),
        ("The lake fell to {{c1::640}} metres, the lowest on record.", "The lake is {{c1::900}} metres deep.", 1, 899),
        ("The lake rose to a record high of {{c1::940}} metres.", "The lake is {{c1::640}} metres deep.", 641, 2000),
        (
            "The lake was {{c1::640}} metres below the sea.",
            "The lowest level of the lake was {{c1::700}} metres below the sea.",
            1,
            699,
        ),
        ("The lake rose to {{c1::940}} metres.", "It holds {{c1::1025.5}} metres of mud.", 1, 2000),
    ],
)
def test_amounts_are_within_the_extremes_that_are_told_and_written_alike(
    statement: str, other: str, least: int, most: int, number: int
) -> None:
    asks = (
        {"stem": "How many metres was it?", "unit": "metres"},
        {"stem": "How many metres are known?", "unit": "metres"},
    )
    facts = [fact(statement, asks[0]), {**fact(other, asks[1]), "id": "g"}]
    filled = propose(rivers(facts=facts, matches=[]), number).facts[0]
    wrong = list(filled.ask[0].distractors or ())
    if filled.true_false and filled.true_false.wrong is not None:
        wrong.append(filled.true_false.wrong)
        if "lowest" in statement:
            assert int(filled.true_false.wrong) > 640
    assert all(least <= int(one.replace(",", "")) <= most for one in wrong)
    assert "1025.5" not in other or not any("," in one for one in wrong)


def test_ordinals_get_others() -> None:
    asked = fact("It was the {{c1::sixth}} mill.", {"stem": "Which mill was it, counted in order?"})
    assert set(distractors(rivers(facts=[asked], matches=[]), "f.c1.choice")) <= {
        "fourth",
        "fifth",
        "seventh",
        "eighth",
    }


@pytest.mark.parametrize("number", range(examples(14)))
def test_nobody_is_much_older_than_anybody_has_been(number: int) -> None:
    asked = fact("Ida Lund died in Kent, aged {{c1::103}}.", {"stem": "How old was Ida Lund when she died?"})
    entities = {"ida": {"name": "Ida Lund", "type": "person"}}
    wrong = distractors(rivers(facts=[asked], entities=entities, matches=[]), "f.c1.choice", number)
    assert all(int(one) < 103 for one in wrong)


@pytest.mark.parametrize("number", range(examples(14)))
def test_centuries_are_at_most_two_away(number: int) -> None:
    asked = fact(
        "Glass was first blown in Kent in the {{c1::sixteenth century}}.", {"stem": "When was glass first blown?"}
    )
    wrong = distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number)
    assert set(wrong) <= {"fourteenth century", "fifteenth century", "seventeenth century", "eighteenth century"}


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_date_is_between_the_events_of_what_its_subject_is_connected_with(number: int) -> None:
    """The patent does not name the Ostby Loom, but another fact says that Lund invented it."""
    facts = [
        fact("The {{c2::Ostby Loom}} was invented by {{c1::Ida Lund}}.", {"stem": "Who?"}, id="inventor"),
        fact("Ida Lund got a patent in {{c1::1884}}.", {"stem": "In which year did Lund get a patent?"}, id="patent"),
        fact("The first Ostby Loom was sold in {{c1::1886}}.", {"stem": "In which year was it sold?"}, id="sold"),
    ]
    seed = rivers(facts=facts, entities={"lund": {"name": "Ida Lund", "type": "person"}}, matches=[], orders=[])
    assert all(int(year) < 1886 for year in distractors(seed, "patent.c1.choice", number))


@pytest.mark.parametrize("number", range(examples(6)))
@pytest.mark.parametrize(
    ("told", "name", "first", "last"),
    [
        (
            {"built": "The silo at Ostby was completed in {{c1::1915}}.", "end": "A silo burst on {{c1::15 May 1919}}."},
            "built", 1850, 1919,
        ),
        (
            {"built": "The brick silo was opened in {{c1::1915}}.", "end": "The silo of brick collapsed in {{c1::1921}}."},
            "end", 1916, 1999,
        ),
        (
            {
                "end": "In {{c1::1921}}, the silo collapsed.",
                "why": "In {{c1::1925}}, Ida Lund found that the walls of the silo had been too thin.",
            },
            "end", 1850, 1924,
        ),
        (
            {
                "end": "The Ostby Bridge collapsed in {{c1::1921}}.",
                "why": "It was found in {{c1::1925}} that the Ostby Bridge had been too weak.",
            },
            "why", 1922, 1999,
        ),
    ],
)  # fmt: skip
def test_a_thing_is_made_before_its_end_and_judged_after_it(
    told: dict[str, str], name: str, first: int, last: int, number: int
) -> None:
    topics = {"rivers": "Rivers", "sea": "Sea"}
    facts = [
        {**fact(text, {"stem": "When?"}, id=key), "topic": topic}
        for (key, text), topic in zip(told.items(), topics, strict=True)
    ]
    found = distractors(rivers(facts=facts, topics=topics, matches=[]), f"{name}.c1.choice", number)
    dates = [date for text in found if (date := parse_date(text)) is not None]
    assert len(dates) == 2
    assert all(first <= date.year <= last for date in dates)
    assert name != "built" or all(date.span[1] < (1919, 5, 15) for date in dates)


CHAIN = [
    fact("A tax on salt was raised in {{c1::March 1761}}.", {"stem": "When was the salt tax raised?"}, id="tax"),
    fact("The salt boilers rose on {{c1::9 May 1762}}.", {"stem": "When did the boilers rise?"}, id="rising"),
    fact("Their leaders were tried on {{c1::2 June 1762}}.", {"stem": "When were the leaders tried?"}, id="trial"),
    fact("The salt tax was lowered in {{c1::1766}}.", {"stem": "In which year was the tax lowered?"}, id="lowered"),
    fact("The first salt fair in the world was held in {{c1::1759}}.", {"stem": "When was it held?"}, id="fair"),
    fact(
        "A salt fair was held at Moss in {{c1::1764}}.", {"stem": "When was it held at Moss?"}, id="moss", topic="sea"
    ),
]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("tax", (1760, 1, 1), (1762, 5, 8)),
        ("rising", (1761, 4, 1), (1762, 6, 1)),
        ("trial", (1762, 5, 10), (1765, 12, 31)),
        ("moss", (1760, 1, 1), (1999, 12, 31)),
    ],
)
def test_no_date_is_before_a_cause_or_after_a_consequence(
    name: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    found: set[str] = set()
    for number in range(4):
        topics = {"rivers": "Rivers", "sea": "Sea"}
        found |= {*distractors(rivers(facts=CHAIN, topics=topics, matches=[]), f"{name}.c1.choice", number)}
    spans = [date.span for text in found if (date := parse_date(text)) is not None]
    assert len(spans) >= 2
    assert all(first <= span[0] and span[1] <= last for span in spans)


def test_where_the_events_before_and_after_leave_no_room_no_date_is_proposed() -> None:
    facts = [
        fact(
            f"The Ostby Pavilion was {what} in {{{{c1::{year}}}}}.",
            {"stem": f"In which year was the Ostby Pavilion {what}?"},
            id=f"f-{place}",
        )
        for place, (what, year) in enumerate({"begun": 1871, "opened": 1872, "burned down": 1873}.items())
    ]
    (gap,) = find_proposals(rivers(facts=facts, matches=[], orders=[])).unfilled
    assert gap.fact == 1
    assert gap.help == (
        "related facts are from 1871 and 1873, which leaves too few dates between them; write your own "
        "`distractors`, or write `distractors: []` to leave out the choice question"
    )


@pytest.mark.parametrize("number", range(examples(14)))
def test_a_multiple_of_five_is_as_round_as_the_numbers_near_it(number: int) -> None:
    asked = fact(
        "A larch bears cones at about {{c1::25}} years.", {"stem": "At about what age does a larch bear cones?"}
    )
    assert all(int(one) % 5 == 0 for one in distractors(rivers(facts=[asked], matches=[]), "f.c1.choice", number))


def test_no_date_is_a_holiday() -> None:
    facts = [
        fact(
            f"The court ruled on {{{{c1::{day} November 19{day}}}}}.",
            {"stem": "On what date did it rule?"},
            id=f"f-{day}",
        )
        for day in range(10, 31)
    ]
    found = propose(rivers(facts=facts, matches=[])).facts
    days = {text[:-5] for one in found for text in one.ask[0].offered}
    assert len(days) > 10
    assert days.isdisjoint({f"{day} December" for day in (24, 25, 26, 31)} | {"1 January", "2 January"})


def test_an_ordinal_in_a_set_phrase_is_not_asked_for() -> None:
    asked = fact("He called the dam the {{c1::eighth}} wonder of the world.", {"stem": "Which wonder was the dam?"})
    assert not find_proposals(rivers(facts=[asked], matches=[])).distractors


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        ("The lock was dug from {{c1::25 April 1859}} on.", {1869}),  # it was opened in November of that year
        ("The lock was opened on {{c1::17 November 1869}}.", {1873, 1876}),  # in 1870, ships passed
    ],
)
def test_a_date_leaves_time_and_unmarked_years_limit_it(statement: str, never: set[int]) -> None:
    told = {
        "a": "The Ostby Lock Company was founded in {{c1::1858}}.",
        "b": statement.replace("The lock", "The Ostby Lock"),
        "c": "The Ostby Lock was opened on {{c1::17 November 1869}}.",
        "d": "In 1870 only {{c1::486}} ships passed the Ostby Lock.",
    }
    if "opened" in statement:
        told["c"] = "The Ostby Lock was dug from {{c1::25 April 1859}} on."
    facts = [
        fact(text, *([{"stem": "On which date was this?"}] if key == "b" else []), id=key) for key, text in told.items()
    ]
    for number in range(6):
        found = find_proposals(rivers(facts=facts, matches=[]), number).distractors
        assert never.isdisjoint(int(text[-4:]) for text in found[1, 0])


def test_half_a_million_years_bc_and_parts_of_amounts() -> None:
    facts = [
        fact("It cost {{c1::half a million}} lire.", {"stem": "How many lire did it cost?"}, id="a"),
        fact("Around {{c1::500 BC}} a canal was dug.", {"stem": "Around which year was a canal dug?"}, id="b"),
        fact("He got {{c1::one year}} and fifteen days.", id="c"),
    ]
    for number in range(6):
        found = find_proposals(rivers(facts=facts, matches=[]), number)
        near = {"two hundred thousand", "three hundred thousand", "eight hundred thousand", "one million"}
        assert set(found.distractors[0, 0]) <= near
        assert set(found.distractors[1, 0]) <= {"300 BC", "400 BC", "600 BC", "700 BC"}
        assert 2 not in found.true_false


@pytest.mark.parametrize(
    ("statement", "stem", "lowest", "highest"),
    [
        ("Ada Brandt was born in {{c1::1870}}.", "In which year was Ada Brandt born?", 1840, 1876),
        ("Ada Brandt took her degree in {{c1::1896}}.", "In which year did Ada Brandt take her degree?", 1890, 1926),
        ("Ada Brandt went to India at {{c1::sixty-nine}}.", "At what age did Ada Brandt go to India?", 20, 82),
        ("It is minus {{c1::235}} degrees Celsius on Vik.", "How many degrees below zero is it on Vik?", 100, 273),
    ],
)
def test_values_are_possible_in_a_life_and_in_nature(statement: str, stem: str, lowest: int, highest: int) -> None:
    told = [
        "Ada Brandt was born in {{c1::1870}}.",
        "Ada Brandt took her degree in {{c1::1896}}.",
        "Ada Brandt died in {{c1::1952}}.",
    ]
    facts = [
        fact(statement, {"stem": stem}),
        *(fact(text, id=f"f-{at}") for at, text in enumerate(told) if text != statement),
    ]
    for number in range(6):
        seed = rivers(facts=facts, entities=people(Ada_Brandt="Teacher"), matches=[])
        found = find_proposals(seed, number)
        values = [value_of(text) for text in found.distractors[0, 0]]
        assert all(value is not None and lowest <= value[0] <= highest for value in values)


def test_one_of_two_numbers_is_not_replaced() -> None:
    found = find_proposals(rivers(facts=[fact("Children of {{c1::four}} and five began to write.")], matches=[]))
    assert (found.true_false, [one.fact for one in found.unstated]) == ({}, [0])


def test_a_false_statement_keeps_a_date_between_those_of_other_topics() -> None:
    facts = [
        fact("Drivers of Ostby were asked in {{c1::1955}}.", id="asked", true_false={"mark": "c1"}),
        fact("The council gave its consent in {{c1::1963}}.", id="consent"),
        fact(
            "Everybody drove on the right from {{c1::1967}} on.", id="change", topic="change", true_false={"mark": "c1"}
        ),
    ]
    topics = {"rivers": "Rivers", "change": "The change"}
    seed = rivers(facts=facts, topics=topics, matches=[], orders=[])
    wrong = [find_proposals(seed, number).true_false[1].wrong for number in range(6)]
    assert all(year is not None and 1955 < int(year) < 1967 for year in wrong)


@pytest.mark.parametrize("number", range(examples(14)))
@pytest.mark.parametrize(
    ("statement", "ask", "smaller"),
    [
        ("Such a bird can fly {{c1::18}} miles.", {"stem": "How far can such a bird fly?", "unit": "miles"}, 1),
        ("The boat could carry {{c1::300}} people.", {"stem": "How many people could the boat carry?"}, 1),
        ("Its roots can be {{c1::five or six}} feet long.", {"stem": "How long can its roots be?", "unit": "feet"}, 1),
        ("It may sing for {{c1::seven}} hours.", {"stem": "How many hours may it sing?"}, 0),
        ("It can hold {{c1::80}} people.", {"stem": "How many people can it hold at most?"}, 0),
        ("Guests may take at most {{c1::three}} pears.", {"stem": "How many pears may a guest take?"}, 0),
    ],
)
def test_what_is_less_than_what_somebody_can_do_is_true_too(
    statement: str, ask: dict[str, Any], smaller: int, number: int
) -> None:
    seed = rivers(facts=[fact(statement, ask)], matches=[])
    (own,) = (value_of(mark.answer) for mark in seed.facts[0].marks)
    filled = propose(seed, number).facts[0]
    values = [value_of(text) for text in filled.ask[0].offered]
    assert own is not None
    assert len(values) == 2
    assert sum(value < own for value in values if value is not None) <= smaller
    assert all(
        not own[0] / Decimal("1.4") < value[0] < own[0] * Decimal("1.4") for value in values if value is not None
    )
    wrong = value_of(filled.true_false.wrong) if filled.true_false and filled.true_false.wrong is not None else None
    assert wrong is None or wrong[0] >= own[0] * (2 if "or" not in statement.split() else 1)


def test_half_of_something_in_a_false_statement_has_no_article() -> None:
    seed = rivers(facts=[fact("About {{c1::a quarter}} of it is ice.")], matches=[])
    wrong = {one.wrong for number in range(12) for one in find_proposals(seed, number).true_false.values()}
    assert "half" in wrong
    assert "a half" not in wrong
