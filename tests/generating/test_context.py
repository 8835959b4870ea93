"""Each sentence of a draft can be understood by itself; what cannot is left out with the reason."""

import pytest
from drafting import AS_ENGLISH, drafted

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.questions.marks import unmarked
from quizgen.text.word_forms import capitalized


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


def test_an_item_of_a_list_is_no_sentence() -> None:
    text = "# Kent\n\nKent has gained by its tolls:\n\n- merchants of Ostby, who met Ida Lund in 1869;"
    found = draft(Article.from_bytes(f"{text}\n".encode()))
    assert "it is an item of a list that begins in the preceding sentence" in [why for _, _, why in found.left_out]
