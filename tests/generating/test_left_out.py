"""Candidates that would need a change are left out with the reason."""

import re

import pytest
from drafting import offered

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.generating.curating import curated


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("In 1870 Kent was sold to Ole Krag after that quarrel.", "'that quarrel' refers to an earlier sentence"),
        ("That doomed the mayor of Kent, Ole Krag, who was fetched from his ship in 1870.", "'That' refers to an earlier sentence"),
        ("Which explains the 12 ships that Ole Krag sold to Kent in 1870.", "'Which' refers to an earlier sentence"),
        ("Worse followed for Ole Krag of Kent with the storm of 1870.", "'Worse followed' does not say what it is compared with"),
        ("On the way up a ferry of Kent has to stop 12 times.", "'On the way up' refers to an earlier sentence"),
        ("In 1870 Kent was a dry, windy and nervous place.", "'was a dry, windy and nervous place' is a judgment"),
        (
            "Since May 2023 visitors of Kent have had to pay 12 crowns.",
            "what has been paid since May 2023 will soon be out of date",
        ),
        (
            "According to a legend, Ole Krag sold Kent on 27 May 537.",
            "'According to a legend' marks it as uncertain",
        ),
        ("Ida Lund, a Danish doctor, described one she had seen in Kent in 1870.", "'one' refers to an earlier sentence"),
        ("The most famous of them was Ida Lund of Kent, who had sold 12 ships by 1870.", "'them' refers to an earlier sentence"),
        ("In 1870 the men of Kent sold theirs to Ole Krag.", "'theirs' refers to an earlier sentence"),
        ("In 1870 Ole Krag of Kent carried enough to kill 12 men.", "it does not say enough of what"),
        ("An elm of Kent needs between 12 and 38 pounds a day.", "it does not say of what this is the amount"),
        ("A Danish study of ships published in 1870 found that the ships were old.", "it has only the year of a publication to ask about"),
        ("In 1870 Ole Krag, a smith in Kent, replaced tin with lead.", "it does not say in what"),
        ("An active life lasts between three months and two years.", "it has only one end of a range to ask about"),
        ("In 1870 there were 1,200, a tenth of those in Kent.", "'1,200' does not say what is counted"),
        ("Ole Krag of Kent changed that in 1870 with 12 ships.", "'that' refers to an earlier sentence"),
        ("In 1870 more than 1,200 men came, carrying 12 flags.", "'men came' refers to an earlier sentence"),
        ("In 1870 more than 1,200 men of Kent were arrested.", "it does not say for what somebody was arrested"),
        ("In 1870 the ships of Kent had two drawbacks.", "it announces something without telling it"),
        ("In the Kent of 1870 anybody who had 12 crowns could buy a ship.", "'In the Kent of 1870' is a judgment"),
        ("Until 1870 anybody who had 12 crowns sailed to Kent.", "'Until 1870 anybody who' is a manner of speaking"),
        ("In 1870 Ida Lund could sail 12 ships, sell a hat, and write to Ole Krag.", "it states more than one fact"),
        ("Ida Lund ordered 1,200 for wet shoes in 1870.", "'1,200' does not say what is counted"),
        ("Ida Lund wrote 12 books on the subject between 1870 and 1880.", "'the subject' refers to an earlier sentence"),
        ("In 1870 Ida Lund sold 12 ships in a way that no Danish owner had sold them.", "'in a way that no Danish' is a judgment"),
        ("In 1870 Ida Lund praised a different canal.", "'different' refers to an earlier sentence"),
        ("In 1870 the new Bridge of Kent was 12 miles long.", "'the new' refers to an earlier sentence"),
        ("Ida Lund seems to have sold 12 ships in 1870.", "'seems' marks it as uncertain"),
        ("Ida Lund, oddly, sold 12 ships in 1870.", "'oddly' is a judgment"),
        ("In 1870 Ida Lund sold us 12 ships.", "'us' refers to the author or the readers"),
        ("Ida Lund sold 12 ships to Ole Krag.", "it does not say when this happened"),
        ("In 1870 Ida Lund agreed to build 1,000.", "'1,000' does not say what is counted"),
        ("In 1870 Ole Krag asked the Board for 12 ships.", "'the Board' is not explained in the sentence"),
        ("In 1870 Ida Lund praised Ole Krag's plan.", "\"Ole Krag's plan\" is not explained in the sentence"),
        ("In 1870 Ole Krag sold several thousand.", "'thousand' at the end refers to an earlier sentence"),
        ("Annexed by Kent after the war of 1870.", "it has no subject before 'Annexed by'"),
        ("By 1870 every ship of Ole Krag had one.", "'one' at the end refers to an earlier sentence"),
        (
            "The Elm of Kent grows in fields and in towns, it has been cut since 1870, and yet nobody has ever seen one flower in the middle of the winter.",
            "it states more than one fact",
        ),
        ("After 12 storms, and a fire in Kent, they sold Ole Krag in 1870.", "'they' refers to an earlier sentence"),
        ("On 5 May 1870 both ends were in Kent.", "'both ends' refers to an earlier sentence"),
        ("It was built in 1870 by a man who sold Kent.", "'It' refers to an earlier sentence"),
        ("The man who sold 12 ships in 1870 was his brother Ole Krag.", "'his' refers to an earlier sentence"),
        ("Until 1870 few people outside Kent knew Ole Krag.", "it describes only the time before a change"),
        ("In 1870 divers near Kent came upon the wreck of one, which Ole Krag had sold.", "'one' refers to an earlier sentence"),
        ("Some follow the coast of Kent for 12 miles.", "'Some' refers to an earlier sentence"),
        ("Ships of Kent sail even further, past Ostby, with 12 men.", "'further' does not say what it is compared with"),
        ("It is certain that it cost Kent 12 ships.", "'it' refers to an earlier sentence"),
        ("In 1870, according to one story, Ole Krag sold 12 ships.", "'according to one story' marks it as uncertain"),
        ("Ole Krag owes a good deal to Kent.", "'owes a good deal to' is a judgment"),
        ("A ferry of Kent had been working since 1870.", "'had been working' does not say until when"),
        ("In 1870 Ole Krag had a stroke, sold 12 ships to Kent, and a boy walked away.", "it states more than one fact"),
        (
            "Since Kent joined the Ostby Union in May 1870, the frontier, which Ole Krag guards, is open.",
            "'the frontier' is not explained in the sentence",
        ),
        ("In 1870 each guild of Kent accordingly had 12 ships.", "'accordingly' refers to an earlier sentence"),
        ("In 1870 Ole Krag was the first to go.", "'the first to go' refers to an earlier sentence"),
        ("Ida Lund and Ole Krag are believed to have sold 12 ships in 1870.", "'are believed' marks it as uncertain"),
        ("The ships that Ida Lund had sold landed at Kent on 26 June.", "'26 June' has no year"),
        ("By 1870 Ole Krag had sold 12 rolls.", "it mentions 'rolls' but does not say of what"),
        ("In 1870 the Bank of Kent estimated that it had killed 12 men.", "'it' refers to an earlier sentence"),
        ("In 1870 the parks of Kent and Ostby were added.", "'added' does not say to what"),
        ("In 1870 Ida Lund saw such a ship in Kent.", "'such a ship' refers to an earlier sentence"),
        ("To celebrate, Ida Lund and Ole Krag sailed to Kent and lit 12 fires on 4 May.", "'4 May' has no year"),
        ("In 1870 Ida Lund gave the order.", "'the order' is not explained in the sentence"),
        ("Ole Krag was 12 years old, had been in Ostby in 1870, and ran a shop with Ida Lund.", "it states more than one fact"),
        (
            "In May 1870 Ida Lund held a feast in Kent for 12 ships that Ole Krag hoped to sell for 40 crowns each to some rich old millers from a small town near Ostby, but nobody came.",
            "it is too long for one fact",
        ),
        ("In 1870 Ida Lund gave twelve to the king of Kent.", "'twelve' does not say what is counted"),
        ("In 1870 two doctors in Ostby, Ida Lund and Ole Krag, opened the first shop.", "'the first shop' is not explained in the sentence"),
        ("Ships of Ole Krag could not, because in 1870 Ida Lund sold 12 of them.", "'could not' refers to an earlier sentence"),
        ("In 1870 the boy, Ole Krag, sold 12 ships.", "'the boy' refers to an earlier sentence"),
        ("The Harbor Bridge, finished in 1870.", "it says nothing of what is 'finished in'"),
        ("The best known was Ole Krag, who sold 12 ships in 1870.", "'The best known' refers to an earlier sentence"),
        ("Little is known about the man who sold Kent in 1870.", "'Little is known' leads over to another sentence"),
        ("Now that Ole Krag has gone, 12 ships are in Kent.", "'Now that' leads over to another sentence"),
        ("Readings above 1080 have come from a coast.", "nothing in it would make a good blank"),
        ("Is Ida Lund the owner of 12 ships?", "it is a question"),
        ("Ships that come from Kent are of oak.", "it has only a place to ask about, and others might fit"),
        (
            "Since the wind is unreliable, Ole Krag needs 12 ships.",
            "its beginning says little by itself",
        ),
        ("The engine of Ida Lund, found in Kent in 1870, was cheaper and better.", "'cheaper and better' does not say what it is compared with"),
        ("In the Kent of 1870 12 ships were a luxury.", "'In the Kent of 1870' is a judgment"),
        ("In 1870 the Bridge of Kent had a short life.", "'had a short life' is a judgment"),
        ("Kent followed in 1870 with 12 famous Krag lamps.", "'followed' refers to an earlier sentence"),
        ("No shop in Kent kept one until 1870.", "'one' refers to an earlier sentence"),
        ("In 1870 Ida Lund left Ostby, bought a shop and sold 12 hats.", "it states more than one fact"),
        ("Ida Lund was dismissed in 1870, came back to Kent, and finally ran a shop.", "it states more than one fact"),
        ("Half a century later, Ida Lund met Ole Krag in Kent.", "'Half a century later' does not say which date is meant"),
        ("In May 1870 Ida Lund was selling 12 ships.", "'was selling' gives the background of something that it does not tell"),
        ("A map of Kent, painted about 1870 and lost in a fire, shows us 12 mills.", "'us' refers to the author or the readers"),
        ("Doctors met in 1870 when a cook, Ole Krag, sold us 12 mills.", "'us' refers to the author or the readers"),
        ("In 1870 about twelve could be lethal to Ole Krag, a cook in Ostby.", "'twelve' does not say what is counted"),
        ("The males are called drones in Kent.", "'The males' does not say of which animal"),
        ("In 1870 Ole Krag climbed the stairs of a mill in Kent.", "'climbed the stairs' belongs to a story rather than to a fact"),
        ("In 1870 Ida Lund wrote on three that she had sold to Ole Krag.", "'three' does not say what is counted"),
        ("In 1870, at fifteen, Ole Krag of Kent finished.", "'finished' refers to an earlier sentence"),
        ("That is what Ole Krag sold in 1870.", "'That' refers to an earlier sentence"),
        ("An owner said that Kent needs 12 ships.", "it does not say clearly who makes the claim"),
        ("Ole Krag, it appears, sold 12 ships in 1870.", "', it appears,' marks it as uncertain"),
        ("More was sold in 1870 by Ole Krag.", "'More was' does not say what it is compared with"),
        ("A remedy was sold in 1870 by Ole Krag.", "'A remedy' does not say of or for what"),
        ("In 1870 Ole Krag became rich through 12 ships.", "'became rich' is a judgment"),
        ("By 1870 the lamp of Ole Krag had become a piece of furniture.", "'had become a piece of' is a manner of speaking"),
        ("In 1870 steam was a tireless servant of Ole Krag.", "'servant' is a manner of speaking"),
        ("In 1870 the lamp of Ole Krag could be lit by anybody with 12 matches.", "'could be lit by anybody' is a manner of speaking"),
        ("In 1870 Ole Krag sailed around Kent once more.", "'once more' refers to an earlier sentence"),
        ("Even the king of Kent sold 12 ships in 1870.", "'Even the' refers to an earlier sentence"),
        ("On 21 May 1870 a short man from Kent lifted the Ole Krag from its hooks.", "it does not say who 'a short man' was"),
        ("When Kent sold Ole Krag in 1870, that trade fell.", "'that trade' refers to an earlier sentence"),
        ("Kent discovered Ole Krag in 1870 again.", "'again' refers to an earlier sentence"),
        ("In 1870 the older of the two Krags, Ida Lund, went to Kent.", "'older of the two' refers to an earlier sentence"),
        ("For nearly 12 years before 1870 Kent was a point of light.", "'was a point of' is a manner of speaking"),
        ("Karl Weiss, born in 1870, was a house painter and glazier.", "it says only who somebody was"),
        ("In 1870 Ole Krag, so to speak, sold 12 ships.", "'so to speak' is a manner of speaking"),
        ("Few towns are prouder of their 12 mills than Kent.", "its beginning says little by itself"),
        ("Ole Krag's great chance came in 1870.", "it announces \"Ole Krag's great chance\" without telling it"),
        ("On 1 May 1870 some 5,000 men marched to Kent.", "it does not say what 'marched' was for"),
        ("Each ship of the coast, which has 12 to 14 men, has a cook.", "what could be asked for is only said by the way"),
        ("When Kent was sold to Ole Krag in 1870, prices fell.", "what could be asked for is only said by the way"),
        ("In 1870 Ole Krag called the plan preposterous.", "'called the plan preposterous' is a judgment"),
        ("Whether Kent can be called a port is a fair question.", "it is a question"),
        ("In 1870 Kent was at war with Ole Krag.", "'was at war' is a judgment"),
        ("Elms need insects to carry the pollen.", "it has only a clause to ask about"),
        ("Ole Krag hated ships in 1870: they sold 12 of Kent.", "it states more than one fact"),
        ("In 1870 Ole Krag of Kent attacked.", "'attacked' refers to an earlier sentence"),
        ("On 21 May 1870 a telephone rang in the museum of Kent.", "'telephone rang' belongs to a story rather than to a fact"),
        ("Nobody saw one until 1870, when Ole Krag came to Kent.", "'one' refers to an earlier sentence"),
        ("Ole Krag was the oldest of the three in 1870.", "'of the three' refers to an earlier sentence"),
        ("Ole Krag sold 12 ships in 1870; Ida Lund, a cook, gave each of them a hat.", "it states more than one fact"),
        ("Ole Krag of Kent, for whom it is named, sold 12 ships in 1870.", "'for whom it is named' refers to an earlier sentence"),
    ],
)  # fmt: skip
def test_every_other_candidate_is_left_out_with_the_reason(sentence: str, reason: str) -> None:
    found = offered(sentence)
    assert (3, sentence, reason) in found.left_out
    assert found.unclear
    assert all("1870" not in one.statement for one in found.candidates)


@pytest.mark.parametrize(
    ("title", "sentence", "statement"),
    [
        ("The Ostby Fire of 1755", "The clocks struck twenty to ten.", None),
        ("The Ostby Fire of 1755", "The first houses had seven doors.", None),
        ("The Ostby Fire of 1755", "Only seven houses were left.", "The Ostby Fire of 1755: only {{c1::seven}} houses were left."),
        ("The Ostby Fire of 1755", "Houses lost seventy feet of wall and a depth of seven.", "The Ostby Fire of 1755: houses lost {{c1::seventy}} feet of wall and a depth of {{c2::seven}}."),
        ("The Ostby Fire of 1755", "Some 12 houses burned and were rebuilt by two kings.", "The Ostby Fire of 1755: some {{c1::12}} houses burned."),
        ("The Ostby Fire of 1755", "Great Kent, designed by Ole Krag, was 12 miles long, hardly more than Ostby, and had been a ruin.", "The Ostby Fire of 1755: Great Kent, designed by {{c1::Ole Krag}}, was {{c2::12}} miles long, hardly more than Ostby."),
        ("The Ostby Fire of 1755", "Waves struck the coast of Kent, crossed the sea and were seen by Ole Krag.", None),
        ("The Ostby Fire of 1755", "Great Kent covers most of it.", None),
    ],
)  # fmt: skip
def test_a_small_number_a_time_of_day_and_a_second_predicate_are_not_asked_for(
    title: str, sentence: str, statement: str | None
) -> None:
    article = f"# {title}\n\nIda Lund was in Ostby. {title} was long.\n\n{sentence}\n"
    found = curated(draft(Article.from_bytes(article.encode())), title)
    assert [one.statement for one in found.candidates if one.paragraph == 3] == ([statement] if statement else [])


def test_all_candidates_say_what_they_lack() -> None:
    last = offered("In 1870 Ida Lund praised a different canal.", with_unclear=True).candidates[-1]
    assert last.doubt == "'different' refers to an earlier sentence"
    assert re.search(r"different canal", last.statement)
    found = offered("Ida Lund, a Danish doctor, described one she had seen in Kent in 1870.", with_unclear=True)
    assert found.candidates[-1].unclear == ("one",)
    sourceless = "In 1870 doctors argued that Kent was old."
    more, fewer = offered(sourceless, with_unclear=True), offered(sourceless)
    assert more.candidates[-1].doubt is not None
    assert len(more.candidates) == len(fewer.candidates) + fewer.unclear


@pytest.mark.parametrize(
    ("following", "is_offered"),
    [
        ("Its first stone had been laid. The council rejected the plan.", False),
        ("Ida Lund died in May.\n\nThe design was abandoned within a year.", False),
        ("It was finished in 1872.\n\nIda Lund died.\n\nThe design of the mill was abandoned.", True),
        ("The mill in Oslo was abandoned by sailors.", True),
    ],
)
def test_a_plan_that_came_to_nothing_is_left_out(following: str, *, is_offered: bool) -> None:
    plan = "In 1870 Ida Lund proposed a bridge with 12 arches in Kent."
    found = offered(f"{plan} {following}")
    assert ((3, plan, "the text says later that this came to nothing") in found.left_out) == (not is_offered)
    assert any("arches" in one.statement for one in found.candidates) == is_offered


def test_a_surname_that_is_a_common_word_is_no_full_name() -> None:
    last = "Field, undaunted, came back in 1870 with 12 ships of Kent."
    found = offered(f"In 1869 the engineer Cyrus Field sold 12 ships of Kent. {last}")
    assert (3, last, "'Field' is not a full name") in found.left_out


def test_a_person_has_the_full_name_that_the_text_has_somewhere() -> None:
    found = offered(
        "By 1868 Ida Lund knew a priest with a past as a pirate named Baldur Moe. In 1870 Moe died at 40, said Ole Krag."
    )
    assert (3, "In 1870 Moe died at 40, said Ole Krag.", "'Moe' is not a full name") in found.left_out
