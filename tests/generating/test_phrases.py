"""What "the bridge" refers to is named; if that is not clear, the sentence is left out."""

import pytest
from drafting import drafted, last_of, statements

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.questions.marks import unmarked


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


def test_the_kind_of_a_thing_is_replaced_with_the_article_that_its_name_takes() -> None:
    text = "The unit cell is a cell with 8 corners. A cell has 8 corners in Kent."
    assert statements(text)[-1] == "A unit cell has 8 corners in Kent."
    text = "The hourglass sundial is a dial with 8 signs. A dial has 8 signs in Kent."
    assert statements(text)[-1] == "An hourglass sundial has 8 signs in Kent."


def test_the_ship_may_be_any_ship_that_has_been_named() -> None:
    text = (
        "A battle\n\nThe Undine, a Danish warship, was sunk off Kent in 1644. It was rammed by a Swedish ship, the Meerman.\n\n"
        "The ship was built in Ostby and launched in 1631.\n"
    )
    found = draft(Article.from_bytes(text.encode()))
    assert ("The ship was built in Ostby and launched in 1631.", "'The ship' is not explained in the sentence") in [
        (one, why) for _, one, why in found.left_out
    ]


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
