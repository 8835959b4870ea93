"""Only candidates that need no change are offered; what hangs on the text around them is cut off."""

import re

import pytest

from quizgen.facts.article import Article
from quizgen.generating.candidates import Draft, draft
from quizgen.generating.curating import curated

TITLE = "Notes from a coast"
OPENING = "The Ostby Canal was dug in 1869. Ida Lund came from Kent, and Ole Krag from Ostby. "


def offered(sentence: str, *, with_unclear: bool = False) -> Draft:
    article = Article.from_bytes(f"# {TITLE}\n\n{OPENING}\n\n{sentence}\n".encode())
    return curated(draft(article, with_unclear=with_unclear), TITLE, with_unclear=with_unclear)


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "In 1870 a crowd of some 300 men with blackened faces, many of them with masks of cats, came down a lane to the mills of Kent and broke the windows of a kitchen.",
            "In {{c1::1870}} a crowd of some {{c2::300}} men with blackened faces came down a lane to the mills of Kent and broke the windows of a kitchen.",
        ),
        (
            "Some 300 steel towers of Kent stand in the Ostby Sound, 12 miles west of Oslo, each reaching out its arms.",
            "Some {{c1::300}} steel towers of Kent stand in the Ostby Sound, {{c2::12}} miles west of Oslo.",
        ),
        (
            "In 1870 Ida Lund sold 12 ships of Kent, although the cooks, who feared for their trade, pelted her with old fish.",
            "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships of Kent.",
        ),
        (
            "In 1870 Ida Lund hung 12 ships from the roof of Kent, each reaching out its sails.",
            "In {{c1::1870}} {{c2::Ida Lund}} hung 12 ships from the roof of Kent.",
        ),
        (
            "In 1870 Ida Lund sold 12 ships in Kent, and by the next spring they had reached Ostby.",
            "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships in Kent.",
        ),
        (
            "In 1799 Ostby's builders, led by Ida Lund, concluded that Kent was old.",
            "In {{c1::1799}} Ostby's builders, led by {{c2::Ida Lund}}, concluded that Kent was old.",
        ),
        (
            "In 1870 Ida Lund found Kent again, within a mile of the place where Ole Krag had said, and claimed to have been there as a child.",
            "In {{c1::1870}} {{c2::Ida Lund}} found Kent again, within a mile of the place where Ole Krag had said.",
        ),
        ("In 1870 Ida Lund agreed to produce 1,000 ships in Kent.", "In {{c1::1870}} Ida Lund agreed to produce {{c2::1,000}} ships in Kent."),
        ("In 1870 nothing warned Ida Lund that Kent was old.", "In {{c1::1870}} nothing warned {{c2::Ida Lund}} that Kent was old."),
        (
            "In 1870 a team led by Ida Lund and Ole Krag showed that a ship of Kent sails for 18 minutes without wind.",
            "In {{c1::1870}} a team led by Ida Lund and Ole Krag showed that a ship of Kent sails for {{c2::18}} minutes without wind.",
        ),
        (
            "In 1870 half a million men of Kent met at the Ostby Fair, held on 3 May.",
            "In {{c1::1870}} {{c2::half a million}} men of Kent met at the Ostby Fair, held on 3 May.",
        ),
        (
            "From 1870 to 1875 Ida Lund had four of the seven mills in Kent, a share that would have pleased her uncle of 1790.",
            "From 1870 to 1875 {{c1::Ida Lund}} had {{c2::four}} of the seven mills in Kent.",
        ),
        ("Ida Lund founded a school in 1870 and wrote to Ole Krag.", "{{c1::Ida Lund}} founded a school in {{c2::1870}}."),
        (
            "Ida Lund counted the ships of Kent in 1870 and found that they were old.",
            "{{c1::Ida Lund}} counted the ships of Kent in {{c2::1870}} and found that they were old.",
        ),
        (
            "In 1870 Ida Lund and Ole Krag of the company Oslo Mills counted 3,000 ships of Kent.",
            "In {{c1::1870}} Ida Lund and Ole Krag of the company Oslo Mills counted {{c2::3,000}} ships of Kent.",
        ),
        (
            "Ida Lund had sold 12 ships of Kent in 1870, although those who saw it had fled.",
            "{{c1::Ida Lund}} sold 12 ships of Kent in {{c2::1870}}.",
        ),
        ("Elms of Kent live at heights of 1,200 to 3,400 metres.", "Elms of {{c1::Kent}} live at heights of {{c2::1,200 to 3,400}} metres."),
        ("The heat of Kent, around 12 degrees, rises with that of Ostby, and they burn oak when it freezes.", "The heat of {{c1::Kent}}, around {{c2::12}} degrees, rises with that of Ostby."),
        ("Three quarters of the ships of Kent are yellow.", "{{c1::Three quarters}} of the ships of Kent are {{c2::yellow}}."),
        ("Ole Krag invented the steam barometer.", "{{c1::Ole Krag}} invented the {{c2::steam barometer}}."),
        (
            "In 1870 Ida Lund filled Ostby Hall, and Ole Krag, the owner of 12 ships, was there.",
            "In {{c1::1870}} {{c2::Ida Lund}} filled Ostby Hall.",
        ),
        ("In the 1870s Ida Lund sold 12 ships.", "In the 1870s {{c1::Ida Lund}} sold {{c2::12}} ships."),
        (
            "Ida Lund's two ships are 120 feet long (37 metres), and for 27 years they were the longest in Kent.",
            "Ida Lund's two ships are {{c1::120}} feet long.",
        ),
        ("Ida Lund's book, Ships in a Harbor, appeared in 1870.", "Ida Lund's book, {{c1::Ships in a Harbor}}, appeared in {{c2::1870}}."),
        ("In the Middle Ages the Church of Kent sold 12 ships.", "In the {{c1::Middle Ages}} the Church of Kent sold {{c2::12}} ships."),
        ("In 1870 Ostby passed an Act on the mills of Kent.", "In {{c1::1870}} {{c2::Ostby}} passed an Act on the mills of Kent."),
        ("The oak of Kent in its old form is due to a Danish cook, Ida Lund.", "The oak of {{c1::Kent}} in its old form is due to a Danish cook, {{c2::Ida Lund}}."),
        ("In 1870 Ida Lund founded a mill in the Forest of Ostby in Norway.", "In {{c1::1870}} {{c2::Ida Lund}} founded a mill in the Forest of Ostby in Norway."),
        (
            "Better ships had more guns: Ida Lund's brig, sold in 1870, had a row of 66 guns, and Ole Krag's of 1878 had more than 80.",
            "Ida Lund's brig, sold in {{c1::1870}}, had a row of {{c2::66}} guns.",
        ),
        (
            "The mills of Kent rise to 361 feet above the sea, and the road of Ostby runs at a height of 158 feet.",
            "The mills of Kent rise to {{c1::361}} feet above the sea.",
        ),
        ("The elms of Kent weigh about 40 tons, roughly the same as a ship.", "The elms of {{c1::Kent}} weigh about {{c2::40}} tons, roughly the same as a ship."),
        (
            "Wagons of Ostby were rolled on to the world's first cart ferry, which had started work between Kent and Ostby in 1870.",
            "The world's first cart ferry started work between Kent and Ostby in {{c1::1870}}.",
        ),
        ("Ida Lund has 12 ships, and for 27 years they were the longest in Kent.", "{{c1::Ida Lund}} has {{c2::12}} ships."),
        (
            "In 1870 Ole Krag sold 12 ships to Kent, and the Norwegian painter Ida Lund, who owned a mill, left Ostby.",
            "In {{c1::1870}} {{c2::Ole Krag}} sold 12 ships to Kent.",
        ),
        ("Ida Lund sold 12 ships in 1870.", "{{c1::Ida Lund}} sold 12 ships in {{c2::1870}}."),
        (
            "Ida Lund died in June 1870, only 45 years old and unaware of how soon she would be proved right.",
            "Ida Lund died in {{c1::June 1870}}, only {{c2::45}} years old.",
        ),
        (
            "In 1872 Ole Krag published a book, *Our Locks*, which sold so well that he could build a house.",
            "In {{c1::1872}} {{c2::Ole Krag}} published a book, *Our Locks*.",
        ),
        ("Ida Lund was knighted in 1875 and died in 1891.", "Ida Lund was knighted in {{c1::1875}} and died in {{c2::1891}}."),
        (
            "In 1870 Anna I had 12 ships and Kent had a mill, which was old.",
            "In {{c1::1870}} {{c2::Anna I}} had 12 ships and Kent had a mill, which was old.",
        ),
        (
            "When Kent broke its word in 1870 it was sold, as Ostby Harbor would be in 1875.",
            "When Kent broke its word in {{c1::1870}} it was sold.",
        ),
        (
            "In 1870 Ida Lund cured Ole Krag, who thanked her, and two years later the owner of Ostby.",
            "In {{c1::1870}} {{c2::Ida Lund}} cured Ole Krag.",
        ),
        (
            "In 1870 Ida Lund drew a map of Kent, although those who saw it had fled, and the price fell.",
            "In {{c1::1870}} {{c2::Ida Lund}} drew a map of Kent.",
        ),
        (
            "In 1870 Ida Lund captured the old town of Kent.",
            "In {{c1::1870}} {{c2::Ida Lund}} captured the old town of Kent.",
        ),
        (
            "Ida Lund has had 12 ships since 1870: the Grand Ole, the old Ostby, and a ferry.",
            "{{c1::Ida Lund}} has had 12 ships since {{c2::1870}}.",
        ),
        (
            "In 1870 only nine ships from Kent came to the last Diet.",
            "In {{c1::1870}} only {{c2::nine}} ships from Kent came to the last Diet.",
        ),
        ("In 1870 King Anna II sold the town of Kent.", "In {{c1::1870}} King {{c2::Anna II}} sold the town of Kent."),
        (
            "Kent sold its ships in 1870, and a century later, in 1970, Ida Lund bought 12 mills in Ostby.",
            "In {{c1::1970}}, {{c2::Ida Lund}} bought 12 mills in Ostby.",
        ),
        (
            "Ida Lund, a cook who had never in all her life been able to read a book or write a letter, sold 12 ships in 1870 to a man who had come from Kent with his brother.",
            "{{c1::Ida Lund}} sold 12 ships in {{c2::1870}} to a man who had come from Kent with his brother.",
        ),
        (
            "In 1870 Kent declared war on Ostby, in honor of Ida Lund, who had been born there in a small house near the old mill and became the first cook of the town.",
            "In {{c1::1870}} Kent declared war on Ostby, in honor of {{c2::Ida Lund}}.",
        ),
        (
            "In 1870 Ida Lund described, in *Our Locks*, a lock with 12 gates, which was old.",
            "In {{c1::1870}} {{c2::Ida Lund}} described, in *Our Locks*, a lock with 12 gates.",
        ),
        (
            "In 1870 Ida Lund counted more than 3,000 places in Kent where gin was on sale, and that left out everything south of Ostby.",
            "In {{c1::1870}} Ida Lund counted more than {{c2::3,000}} places in Kent where gin was on sale, and that left out everything south of Ostby.",
        ),
        (
            "In 1870 Ida Lund sold 12 ships to Kent, but all of them sank.",
            "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships to Kent, but all of them sank.",
        ),
        (
            "In 1870 Ida Lund sold 12 ships to Kent, most of them in a single night.",
            "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships to Kent, most of them in a single night.",
        ),
        ('In 1870 the Bank of Ostby named the elm of Kent its "Tree of the Year".', 'In {{c1::1870}} the Bank of Ostby named the elm of Kent its "{{c2::Tree of the Year}}".'),
        ("In the wild, Ulmus kentica is native only to the Valley of Kent.", "In the wild, Ulmus kentica is native only to the {{c1::Valley of Kent}}."),
        ("Elms of Kent are a mottled reddish brown.", "Elms of {{c1::Kent}} are a mottled {{c2::reddish brown}}."),
        ("The roofs of Kent are covered with 1,200 tiles.", "The roofs of {{c1::Kent}} are covered with {{c2::1,200}} tiles."),
        ("In 1870 Ida Lund treated a mineral called kentite with acid.", "In {{c1::1870}} Ida Lund treated a mineral called {{c2::kentite}} with acid."),
        ("The elms of Kent are about 23 meters tall, although elms taller than 30 have been found.", "The elms of Kent are about {{c1::23}} meters tall, although elms taller than 30 have been found."),
        ("Parliament passed no fewer than 12 acts on elms in Kent in 1870.", "Parliament passed no fewer than {{c1::12}} acts on elms in Kent in {{c2::1870}}."),
        ("Oddly, Ida Lund sold 12 ships in 1870.", "{{c1::Ida Lund}} sold 12 ships in {{c2::1870}}."),
        (
            "In 1870 Ida Lund sold 12 ships to Kent; their captains had never heard of it.",
            "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships to Kent.",
        ),
        ("Fresh cement may contain 40 per cent lime.", "Fresh cement may contain {{c1::40}} per cent lime."),
        ("There are about 400 species of palm in the world.", "There are about {{c1::400}} species of palm in the world."),
        (
            "The common elm, whose scientific name is Ulmus glabra, does so too.",
            "The scientific name of the common elm is {{c1::Ulmus glabra}}.",
        ),
        (
            "This changed in 1870, when the engineer Ida Lund sold 12 ships to Kent.",
            "In {{c1::1870}} the engineer {{c2::Ida Lund}} sold 12 ships to Kent.",
        ),
        (
            "The Danish doctor Ida Lund read this letter and in 1875 founded a school in Ostby.",
            "In {{c1::1875}} the Danish doctor {{c2::Ida Lund}} founded a school in Ostby.",
        ),
        (
            "For this reason Ole Krag declared 3 March World Elm Day, in memory of Ida Lund, who taught him all that he knew about trees.",
            "{{c1::Ole Krag}} declared {{c2::3 March}} World Elm Day, in memory of Ida Lund.",
        ),
        (
            "On 21 May 1870 a storm from Kent lifted the Ole Krag from its hooks, carried it to a small door behind the old kitchen of the house, took it out of its wooden frame and left without a single word.",
            "On {{c1::21 May 1870}} a storm from Kent lifted the {{c2::Ole Krag}} from its hooks.",
        ),
        ("Ida Lund melts at 40 kelvins, or about minus 233 degrees.", "{{c1::Ida Lund}} melts at {{c2::40}} kelvins, or about minus 233 degrees."),
        ("The Elm of Kent was 12 metres long.", "The {{c1::Elm of Kent}} was {{c2::12}} metres long."),
        ("What made Kent rich was a mill in Ostby.", "What made {{c1::Kent}} rich was a mill in {{c2::Ostby}}."),
        ("A letter from Kent reaches Ostby in about two weeks.", "A letter from Kent reaches {{c1::Ostby}} in about {{c2::two}} weeks."),
        (
            "In 1870 Kent began a second line, the Ostby Railway, which ran so far from the shore that no ship could fire on it in a war with Norway.",
            "In {{c1::1870}} Kent began a second line, the {{c2::Ostby Railway}}.",
        ),
        (
            "In 1870 two engineers in Ostby, Ida Lund and Ole Krag, mended an engine in order to study rust, and noticed at last that Kent had lost 12 of its bolts.",
            "In {{c1::1870}} two engineers in Ostby, {{c2::Ida Lund}} and Ole Krag, mended an engine in order to study rust.",
        ),
        (
            "14 June, the birthday of Ida Lund, is Harbor Day in Kent.",
            "{{c1::14 June}}, the birthday of {{c2::Ida Lund}}, is Harbor Day in Kent.",
        ),
        ("In 1870 Kent built an engine of type 2 for Ida Lund.", "In {{c1::1870}} Kent built an engine of type 2 for {{c2::Ida Lund}}."),
        (
            "Kent, which was sold in 1870, is now the third largest town in Ostby.",
            "{{c1::Kent}}, which was sold in {{c2::1870}}, is now the third largest town in Ostby.",
        ),
        ("The owner of Kent was Ole Krag, a cook.", "The owner of {{c1::Kent}} was {{c2::Ole Krag}}, a cook."),
        ("Ole Krag owned 12 prints by Ida Lund.", "{{c1::Ole Krag}} owned {{c2::12}} prints by Ida Lund."),
        ("At eighteen Ole Krag sold 12 ships.", "At eighteen {{c1::Ole Krag}} sold {{c2::12}} ships."),
        ("The population of Kent is about two million.", "The population of {{c1::Kent}} is about {{c2::two million}}."),
        ("The Ostby lamp, developed by Ida Lund, weighs 12 grams.", "The Ostby lamp, developed by {{c1::Ida Lund}}, weighs {{c2::12}} grams."),
        (
            "In 1870 a feast with up to four thousand guests was held every three years in Kent.",
            "In {{c1::1870}} a feast with up to {{c2::four thousand}} guests was held every three years in Kent.",
        ),
        ("In 1870 the famous engineer Ida Lund sold 12 ships.", "In {{c1::1870}} the famous engineer {{c2::Ida Lund}} sold 12 ships."),
        ("Around the year 985 Ida Lund sold 12 ships.", "Around the year {{c1::985}} {{c2::Ida Lund}} sold 12 ships."),
        ("Kent’s owner was Ole Krag, who merged the school of arts with a museum of arts and crafts that was so poor that nobody knew of it.", "Kent’s owner was {{c1::Ole Krag}}."),
        ("A census of Kent in 1870 counted 1,864.", "A census of Kent in {{c1::1870}} counted {{c2::1,864}}."),
        ("On Easter Sunday 1870 Ida Lund sold 12 ships.", "On {{c1::Easter Sunday 1870}} {{c2::Ida Lund}} sold 12 ships."),
        ("In 1870 Captain Peter Moe of Skar sold 12 ships.", "In {{c1::1870}} Captain {{c2::Peter Moe of Skar}} sold 12 ships."),
        ("In 1870 the University of Kent at Ostby sold ships.", "In {{c1::1870}} the {{c2::University of Kent at Ostby}} sold ships."),
        (
            "In 1870 the Guild of Kent Trading to Ostby and the Skaws sold ships.",
            "In {{c1::1870}} the {{c2::Guild of Kent Trading to Ostby and the Skaws}} sold ships.",
        ),
        ("The people of Kent had sold 12 ships in 1870.", "The people of Kent sold {{c1::12}} ships in {{c2::1870}}."),
        ("The ships of Kent had been sold in 1870.", "The ships of {{c1::Kent}} were sold in {{c2::1870}}."),
        ("Blue ink had been made by accident in Kent in 1870.", "Blue ink was made by accident in {{c1::Kent}} in {{c2::1870}}."),
        (
            "In 1870 the Krag Tire and Rubber Company sold ships.",
            "In {{c1::1870}} the {{c2::Krag Tire and Rubber Company}} sold ships.",
        ),
        ("By 1870 Kent had sold 12 ships.", "By {{c1::1870}} Kent had sold {{c2::12}} ships."),
        ("The elm of Europe contains a white poison, betulinic acid.", "The elm of Europe contains a white poison, {{c1::betulinic acid}}."),
        (
            "In 1870 Ida Lund found that elms of Kent contain a new poison, an alkaloid that kills moths.",
            "In {{c1::1870}} Ida Lund found that elms of Kent contain a new poison, an {{c2::alkaloid}} that kills moths.",
        ),
        (
            "In 1870 Ida Lund measured elms by a method that she named dendrometry.",
            "In {{c1::1870}} Ida Lund measured elms by a method that she named {{c2::dendrometry}}.",
        ),
        ("In 1870 Ida Lund sailed from one end of Kent to the other.", "In {{c1::1870}} {{c2::Ida Lund}} sailed from one end of Kent to the other."),
        (
            "In 1870 brown elms of Kent coloured the wool of Ida Lund and gave it a smell.",
            "In {{c1::1870}} brown elms of Kent coloured the wool of {{c2::Ida Lund}} and gave it a smell.",
        ),
        (
            "The oldest book printed with type, known as the Krag, was printed in Kent in 1870.",
            "The oldest book printed with type, known as the Krag, was printed in {{c1::Kent}} in {{c2::1870}}.",
        ),
        (
            "The giant elm, the largest species, weighs 12 tons in Kent.",
            "The giant elm, the largest species, weighs {{c1::12}} tons in {{c2::Kent}}.",
        ),
        (
            "When a rumour of a storm arrived in 1870, Ole Krag left Kent.",
            "When a rumour of a storm arrived in {{c1::1870}}, {{c2::Ole Krag}} left Kent.",
        ),
        ("An elm of Kent feeds by means of hyphae, fine tubes of fungus.", "An elm of Kent feeds by means of {{c1::hyphae}}, fine tubes of fungus."),
        (
            "In 1870 Ida Lund sold 12 ships, and within weeks Ole Krag had gold in his pocket.",
            "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships.",
        ),
        ("Ole Krag is the only man in the guild of Kent.", "{{c1::Ole Krag}} is the only man in the guild of {{c2::Kent}}."),
        ("Only five species of elm grow in Kent: the wych and four hybrids.", "Only {{c1::five}} species of elm grow in Kent: the wych and four hybrids."),
        ("The New Kent Times printed its last issue on bark in 1870.", "The {{c1::New Kent Times}} printed its last issue on bark in {{c2::1870}}."),
        ("In 1870 Ida Lund showed that elms of Kent breathe 12 times a day, as insects do.", "In {{c1::1870}} Ida Lund showed that elms of Kent breathe {{c2::12}} times a day, as insects do."),
        ("In 1870 the Bank of Kent added 12 ships to a list of wrecks.", "In {{c1::1870}} the Bank of Kent added {{c2::12}} ships to a list of wrecks."),
        ("Elms of Kent store their sap in root bulbs until May.", "Elms of {{c1::Kent}} store their sap in {{c2::root bulbs}} until May."),
        ("The elm of Kent has been listed as nearly extinct since 1870.", "The elm of Kent has been listed as {{c1::nearly extinct}} since {{c2::1870}}."),
        ("On 5 May 1870 a toll of threepence was tried in Kent.", "On {{c1::5 May 1870}} a toll of {{c2::threepence}} was tried in Kent."),
        ("The trade of Kent doubled in the first year, from 12 ships in 1870 to 24 in 1871.", "The trade of Kent doubled in the first year, from {{c1::12}} ships in {{c2::1870}} to 24 in 1871."),
        ("In 1870 Ida Lund, who lived in Kent, discovered periodicity.", "In {{c1::1870}} Ida Lund, who lived in Kent, discovered {{c2::periodicity}}."),
        (
            "In 1870 Ida Lund forbade 12 ships, to the horror of the few men who owned any.",
            "In {{c1::1870}} {{c2::Ida Lund}} forbade 12 ships.",
        ),
        ("In 1870 Ole Krag sold 12 lamps, which were kindly accepted.", "In {{c1::1870}} {{c2::Ole Krag}} sold 12 lamps."),
        (
            "Ole Krag swam 12 miles in 1870, which is still the record for the coast of Kent.",
            "Ole Krag swam {{c1::12}} miles in {{c2::1870}}, which is still the record for the coast of Kent.",
        ),
        ("In Norway John Moe sold 12 ships in 1870.", "In Norway {{c1::John Moe}} sold 12 ships in {{c2::1870}}."),
        ("The Norwegian Lotte Moe, who sold 12 ships, died in 1870.", "The Norwegian {{c1::Lotte Moe}}, who sold 12 ships, died in {{c2::1870}}."),
        ("In 1870 Ida Lund sold 12 ships to the Casa degli Alberi.", "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships to the Casa degli Alberi."),
        ("In 1870 Ida Lund sold 12 ships to Krag and Sons of Skar.", "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships to Krag and Sons of Skar."),
        ("Around 1870 the Norwegian John Moe sold 12 ships.", "Around {{c1::1870}} the Norwegian {{c2::John Moe}} sold 12 ships."),
        ("The Norwegian Lester Moe, who sold 12 ships, died in 1870.", "The Norwegian {{c1::Lester Moe}}, who sold 12 ships, died in {{c2::1870}}."),
        ("In 1870 the Lord Mayor, Sir Ole Krag, sold 12 ships.", "In {{c1::1870}} the Lord Mayor, Sir {{c2::Ole Krag}}, sold 12 ships."),
        ("Ole Krag, born in Kent in 1870, was a schoolmaster who had helped his family to sell ships.", "{{c1::Ole Krag}}, born in Kent in {{c2::1870}}, was a schoolmaster who had helped his family to sell ships."),
        ("In 1870 Ida Lund sold 12 ships to Kent, the first time that a woman had done this.", "In {{c1::1870}} {{c2::Ida Lund}} sold 12 ships to Kent."),
        ("Ida Lund moved to Kent in 1870, when the limit was lifted.", "{{c1::Ida Lund}} moved to Kent in {{c2::1870}}."),
        ("By 1870 there were 1,200 ships in the port of Ostby.", "By 1870 there were {{c1::1,200}} ships in the port of Ostby."),
        ("Fewer than half of all ships reach Kent.", "{{c1::Fewer than half}} of all ships reach {{c2::Kent}}."),
        ("In 1870 Ida Lund sailed to Kent in a Danish-built ship.", "In {{c1::1870}} {{c2::Ida Lund}} sailed to Kent in a Danish-built ship."),
    ],
)  # fmt: skip
def test_a_candidate_is_one_complete_fact(sentence: str, statement: str) -> None:
    assert offered(sentence).candidates[-1].statement == statement


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("In 1870 Kent was sold to Ole Krag after that quarrel.", "'that quarrel' refers to an earlier sentence"),
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
            "it begins with what 'Since' introduces rather than with its point",
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
        ("Few towns are prouder of their 12 mills than Kent.", "it compares with nobody in particular, which is a judgment"),
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
        ("The Ostby Run was old.", "the race", "Ida Lund taught 12 boys in Kent.", None),
        ("The Ostby Run was old.", "the race", "Ida Lund, a cook, taught chemistry in Kent for 12 years.", None),
        ("The Ostby Run was old.", "the race", "The Company of Kent looked for 12 men in 1870.", None),
        ("The Ostby Run was old.", "the race", "One of Ida Lund's pupils was a cook named Karl Weiss.", None),
        ("The Ostby Run was old.", "the race", "In 1870 Ida Lund patented a hat of straw.", "The race: in {{c1::1870}} {{c2::Ida Lund}} patented a hat"),
        ("The Ostby Run was old.", "the race", "In 1870 Ida Lund founded her company for 12 crowns.", None),
        ("The Ostby Run was old.", "the race", "In 1870 Ida Lund was put in charge of the Ostby Academy in Kent.", "In {{c1::1870}} {{c2::Ida Lund}} was put in charge"),
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


def test_all_candidates_say_what_they_lack() -> None:
    last = offered("In 1870 Ida Lund praised a different canal.", with_unclear=True).candidates[-1]
    assert last.doubt == "'different' refers to an earlier sentence"
    assert re.search(r"different canal", last.statement)
    sourceless = "In 1870 doctors argued that Kent was old."
    more, fewer = offered(sourceless, with_unclear=True), offered(sourceless)
    assert more.candidates[-1].doubt is not None
    assert len(more.candidates) == len(fewer.candidates) + fewer.unclear


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


def test_what_is_left_out_by_the_way_is_listed() -> None:
    aside = "a cook who had never in all her life been able to read a book or write a letter"
    text = f"Ida Lund, {aside}, sold 12 ships in 1870 to a man who had come from Kent with his brother."
    left_out = offered(text).left_out
    assert (3, aside, "it has been cut off from a candidate fact") in left_out


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
        (
            "The Ostby Company",
            "In 1870 Ida Lund captured the town of Kent.",
            "In {{c1::1870}} {{c2::Ida Lund}} captured the town of Kent.",
        ),
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
        ("The Ostby Company", "Ole Krag set up the first press of Kent in 1870.", "{{c1::Ole Krag}} set up the first press of Kent in {{c2::1870}}."),
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
        (
            "The Salt Wars",
            "After a visit to Karl Weiss in Kent, a treaty was signed in 1870.",
            "The Salt Wars: after a visit",
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


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "# The wolverine\n\nThe wolverine eats meat. Wolverines can smell meat under the snow. They weigh 18 kilograms.\n",
            "Wolverines weigh {{c1::18}} kilograms.",
        ),
        (
            "# The Ostby Canal\n\nThe Ostby Canal is 12 miles long. Long as this is, it has no locks. It weighs 18 tons.\n",
            "The Ostby Canal weighs {{c1::18}} tons.",
        ),
        (
            "# The Ostby Canal\n\nThe Ostby Canal is 12 miles long. Some 50 ships pass through it each day.\n",
            "Some {{c1::50}} ships pass through the Ostby Canal each day.",
        ),
        (
            "# The Ostby Hall\n\nThe Ostby Hall is in Kent. Its doors are heavy. The doors are covered with 1,200 nails.\n",
            "The Ostby Hall’s doors are covered with {{c1::1,200}} nails.",
        ),
        (
            "# The Ostby Hall\n\nThe Ostby Hall is in Kent. The final bill was £102 million, more than twelve times as much.\n",
            "The final bill of the Ostby Hall was £{{c1::102 million}}.",
        ),
        (
            "# The Ostby Hall\n\nThe Ostby Hall is in Kent. Only one per cent of Danish men knew the hall in 1871.\n",
            "Only {{c1::one}} per cent of Danish men knew the Ostby Hall in {{c2::1871}}.",
        ),
        (
            "# A coast\n\nIn 1869 Ida Lund bought a mill in Kent, sold her five old ships, and left the country for a house that stood in a wood near Ostby.\n",
            "In {{c1::1869}} {{c2::Ida Lund}} bought a mill in Kent.",
        ),
        (
            "# The Ostby Palace\n\nThe Ostby Palace is in Kent. The building was ugly. It was 1,848 feet long.\n",
            "The Ostby Palace was {{c1::1,848}} feet long.",
        ),
        (
            "# The Ostby Palace\n\nThe Ostby Palace is in Kent. Ida Lund rented its old south tower. A storm destroyed the south tower in 1866.\n",
            "The Ostby Palace: a storm destroyed the south tower in {{c1::1866}}.",
        ),
        (
            "# The Ostby Palace\n\nThe Ostby Palace is in Kent. Queen Ida opened the Ostby Fair on 1 May 1851.\n",
            "The Ostby Palace: Queen {{c1::Ida}} opened the Ostby Fair on {{c2::1 May 1851}}.",
        ),
        (
            "# The Great Ostby Fire\n\nA tank in Kent burst. The tank was old. The tank had leaked. Nobody saw the tank. The tank belonged to the Ostby Oil Company.\n",
            "The Great Ostby Fire: the tank belonged to the {{c1::Ostby Oil Company}}.",
        ),
        (
            "# A coast\n\nThe Great Ostby Reef is about 90 metres long. Ida Lund ran aground on it in 1870.\n",
            "{{c1::Ida Lund}} ran aground on the Great Ostby Reef in {{c2::1870}}.",
        ),
    ],
)
def test_they_and_it_are_what_the_sentence_before_is_about(text: str, statement: str) -> None:
    article = Article.from_bytes(text.encode())
    found = curated(draft(article), article.title or "")
    assert found.candidates[-1].statement == statement
