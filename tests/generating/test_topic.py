"""What the title says that a text is about is named in each statement."""

import pytest
from drafting import AS_ENGLISH, last_of

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.generating.noun_phrases import VAGUE
from quizgen.generating.topic import topic_of
from quizgen.questions.marks import unmarked


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


BRIDGES = (
    "The Elm Bridge and its rivals\n\nThe Elm Bridge was opened in 1852. It is 410 metres long.\n\n"
    "The Ostby Bridge in Kent is longer.\n\n"
)


LARCH = (
    "The larch, a tree of the north\n\nThe larch is a tree that loses its needles. Its wood resists water.\n\n"
    "In Kent people planted the tree beside canals and burned its bark, and it reached Ostby.\n\n"
)


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
    "text",
    [
        "The Tay Bridge and the Elm Bridge are old. In 1880 Karl Weiss tested the bridge.",
        "The Tay Bridge fell in 1879. The Kent Bridge fell in 1880. In 1881 Karl Weiss tested the bridge.",
        "In 1960 Ida Lund built a road bridge. In 1980 Karl Weiss painted the bridge.",
    ],
)
def test_the_bridge_is_not_replaced_if_two_may_be_meant(text: str) -> None:
    assert last_of(f"{BRIDGES}{text}")[1] == "'the bridge' is not explained in the sentence"


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
