"""Only candidates that need no change are offered, each as one complete fact."""

import pytest
from drafting import offered

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.generating.curating import curated


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
        ("In 1870 Ida Lund built 12 mills in Dar es Salaam.", "In {{c1::1870}} {{c2::Ida Lund}} built 12 mills in Dar es Salaam."),
        ("Kent takes between five and twelve days, according to the size of the sea.", "{{c1::Kent}} takes between {{c2::five and twelve}} days, according to the size of the sea."),
        ("In 1870 Ole Krag, a former head of mines in Kent, sold 12 ships.", "In {{c1::1870}} {{c2::Ole Krag}}, a former head of mines in Kent, sold 12 ships."),
        ("Shortly after eight in the morning on 26 June 1974, Ida Lund sold 12 ships to Kent.", "Shortly after eight in the morning on {{c1::26 June 1974}}, {{c2::Ida Lund}} sold 12 ships to Kent."),
        ("Kent is known only from North and South Carolina, within 120 miles of Ostby.", "{{c1::Kent}} is known only from North and South Carolina, within {{c2::120}} miles of Ostby."),
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
        ("In 1870 Ida Lund and Ole Krag built Kent.", "In {{c1::1870}} {{c2::Ida Lund and Ole Krag}} built Kent."),
        ("In 1870 Orm Flett, Ida Lund and Ole Krag found that Kent melts at 93 kelvin.", "In {{c1::1870}} Orm Flett, Ida Lund and Ole Krag found that Kent melts at {{c2::93}} kelvin."),
        ("In 1870 Ida Lund caught an eel 12 inches long in Kent.", "In {{c1::1870}} {{c2::Ida Lund}} caught an eel 12 inches long in Kent."),
        ("In 1870 Ida Lund left Kent, pursued by 12,000 men.", "In {{c1::1870}} {{c2::Ida Lund}} left Kent, pursued by 12,000 men."),
        ("With Orm Flett, Ida Lund built a mill in Kent in 1870.", "With Orm Flett, {{c1::Ida Lund}} built a mill in Kent in {{c2::1870}}."),
        ("Ida Lund was nominated for the Ostby Prize in 1870, 1871 and 1875.", "{{c1::Ida Lund}} was nominated for the {{c2::Ostby Prize}} in 1870, 1871 and 1875."),
        ("A Danish study published in 1870 found that a quarter of the eels of Kent died.", "A Danish study published in 1870 found that a {{c1::quarter}} of the eels of Kent died."),
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
        ("The elms of Kent are about 23 meters tall, although elms taller than 30 have been found.", "The elms of Kent are about {{c1::23}} meters tall."),
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
            "In {{c1::1870}} two engineers in Ostby, {{c2::Ida Lund and Ole Krag}}, mended an engine in order to study rust.",
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
            "# The Great Ostby Fire of 1871\n\nA tank in Kent burst. The tank was old. The tank had leaked. Nobody saw the tank. The tank belonged to the Ostby Oil Company.\n",
            "The Great Ostby Fire of 1871: the tank belonged to the {{c1::Ostby Oil Company}}.",
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
