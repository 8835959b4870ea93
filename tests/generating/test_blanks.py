"""What a statement asks for: dates, figures, names and terms in full, and nothing that nobody can be asked for."""

import pytest
from drafting import drafted

from quizgen.facts.article import Article
from quizgen.generating.candidates import draft
from quizgen.questions.marks import unmarked


@pytest.mark.parametrize(
    "statement",
    [
        "The {{c1::Declaration of the Rights of Man}} is old.",
        "The {{c1::Hay–Varilla Treaty}} was signed in {{c2::1903}}.",
        "In {{c2::1793}} {{c1::Fabre d’Églantine}} named the months.",
        "The last volume, {{c1::Ostby to Ozon}}, was printed on {{c2::19 April 1928}}.",
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


@pytest.mark.parametrize(
    "statement",
    [
        "Salt goes to {{c1::four}} countries: Norway, Sweden, Finland and Denmark.",
        "The herring season runs from {{c1::late May to August}}.",
        "Tin melts at {{c1::232}} degrees Celsius.",
        "Each comb is a sheet with {{c1::4,000}} cells.",
        "In {{c1::1869}} the {{c2::Bank of Kent}} had one of the largest mills in Europe.",
        "In {{c1::1869}} the brothers, {{c2::Orm and Anders Brekke}}, built a mill.",
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
