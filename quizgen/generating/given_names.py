"""Common given names, by which drafting guesses that a name is a person's.

Names that are more often a place or a thing (Victoria, Madison, Lincoln) are left out.
"""

import re

from quizgen.text.folding import fold
from quizgen.text.lexicon import ROLES, TITLES
from quizgen.text.words import listed

GIVEN_NAMES = listed(
    """
    aaron abdul abraham adam adolf agatha ahmed alan albert alberto alec aleksandr alexander alexandra alexei
    alfred ali alice alison allan allen amanda amy ana anatoly andre andrea andreas andrew andrey andy angela
    angelo anita ann anna anne annie anthony anton antonio arnold arthur audrey august barack barbara barry
    benjamin bernard bernie bertrand bill billy bob bobby boris brad brenda brian bruce carl carlo carlos carol
    caroline catherine cecil charles charlie chris christian christina christine christopher claire clara claude
    clement clive colin craig daniel daniele dave david dean deborah denis dennis diana diane diego dimitri
    dmitri dmitry dominic don donald donna dora doris dorothy douglas duncan dustin dwight edgar edith edmund
    eduard edvard edward edwin eleanor elena elizabeth ella ellen elton elvis emil emily emma emmanuel enrico
    eric erich erik ernest ernst erwin esther eugene eva evelyn fatima felix ferdinand fernando fidel fiona
    frances francesco francis francisco franco frank franklin franz fred freddie frederic frederick friedrich
    fritz fyodor gabriel galileo gary gavin gene geoffrey georg george gerald gerard gertrude giacomo gianni
    gilbert giorgio giovanni giuseppe glenn gordon graham greta gregory guglielmo gustav guy hannah hans harold
    harriet harrison harry hassan heather heinrich helen helena helmut henri henry herbert herman hermann hilary
    hillary howard hugh hugo humphrey ian ibrahim igor immanuel ingrid irene iris isaac isabel isabella isambard
    ivan jack jackie jacob jacqueline jacques jake james jamie jan jane janet janis jason jayne jean jeff
    jeffrey jennifer jeremy jerome jerry jesse jessica jill jim jimi jimmy joan joanna joe joel johan johann
    johannes john johnny jon jonathan jorge jose josef joseph josephine joshua juan judith judy jules julia
    julian julie juliet julius justin karel karen karl kate katherine kathleen kathy katie keith kenneth kevin
    kurt larry laura lauren laurence laurie lawrence leo leon leonard leonardo leonid leslie lewis liam linda
    lionel lisa louis louise lucy ludwig luigi luis luke mahatma malcolm marc marcel marco marcus margaret
    margot maria marie marilyn mario marion mark marlene marlon martha martin mary mathew matthew maureen
    maurice max maya megan mel melanie michael michel michelangelo michelle mick mickey miguel mikhail miles
    mohamed mohammed mohandas molly monica muhammad nadia nancy naomi napoleon natalie nathan nathaniel neil
    nelson neville niccolo nicholas nick nicola nicolas nicole niels nigel nikita nikola nikol nikolai noel nora
    norma norman oliver olivia oscar otto pablo pamela patricia patrick paul paula pauline pedro peggy penelope
    percy peter philip philippe phillip pierre pyotr rachel ralph raymond rebecca rene rex ricardo richard
    richie rita rob robert roberto robin rodney roger roland roman ronald ronnie rosa rose roy rudolf rudolph
    rupert russell ruth ryan sally salvador samantha samuel sandra sara sarah scott sean sebastian sergei sergey
    serena shane sharon sheila shirley sidney sigmund silvio simon simone sofia sophia sophie spencer stanley
    stefan stella stephen steve steven stewart stuart susan susanna suzanne sylvester sylvia tanya ted terence
    teresa terry theodor theodore theresa thomas tim timothy tina todd tom tommy toni tony tracy trevor umberto
    ursula vahan vanessa vera vernon victor viktor vincent violet virgil vivien vladimir volodymyr wallace walt
    walter warren wayne wendy werner wilfred wilhelm will william willie winston wolfgang yasser yuri yves zoe
    """
)

WOMEN = listed(
    """
    agatha alexandra alice alison amanda amy ana angela anita ann anna anne annie audrey barbara brenda carol
    caroline catherine christina christine claire clara deborah diana diane donna dora doris dorothy edith
    eleanor elena elizabeth ella ellen emily emma esther eva fatima fiona frances gertrude greta hannah harriet
    heather helen helena hillary ingrid irene iris isabel isabella jacqueline jane janet janis jayne jennifer
    jessica jill joanna josephine judith judy julia julie juliet karen kate katherine kathleen kathy katie laura
    lauren linda lisa louise lucy margaret margot maria marie marilyn marlene martha mary maureen maya megan
    melanie michelle molly monica nadia nancy naomi natalie nicole nora norma olivia pamela patricia paula
    pauline peggy penelope rachel rebecca rita rosa rose ruth sally samantha sandra sara sarah serena sharon
    sheila shirley simone sofia sophia sophie stella susan susanna suzanne sylvia tanya teresa theresa tina
    ursula vanessa vera violet vivien wendy zoe
    """
)
"""Those of them that are nearly always a woman's."""

_EITHER = listed(
    "andrea charlie chris evelyn hilary jackie jamie jan jean joan laurie leslie marion nicola noel robin toni tracy"
)
"""Those that are common among both: Andrea Palladio, Joan Miró, Evelyn Waugh."""
_FIRST = re.compile(r"\b(?:(?P<role>[A-Za-z]+) )?(?P<name>[A-ZÀ-Þ][\w’'-]+) I\b")
NUMBER_ENDS = r"[.;:)]|['’]s\b|$"
"""What follows the I after a name only if that is a number, since no pronoun ends a clause."""
_NUMBER_ENDS = re.compile(NUMBER_ENDS)
_MEN = GIVEN_NAMES - WOMEN - _EITHER


def is_woman(name: str) -> bool | None:
    """Return whether a person of this ``name`` is a woman, or None if the given name does not say."""
    given = fold(name).split(" ", 1)[0]
    if given in WOMEN:
        return True
    return False if given in _MEN else None


def without_number(text: str) -> str:
    """Return ``text`` without the I in names such as Joseph I and World War I, which is no pronoun."""
    return _FIRST.sub(lambda found: found[0].removesuffix(" I") if _is_numbered(found) else found[0], text)


def _is_numbered(found: re.Match[str]) -> bool:
    """Return whether the I after a name is a number: "King Darius I", "died under Darius I."."""
    is_ruler = (found["role"] or "").lower() in ROLES | TITLES
    is_last = _NUMBER_ENDS.match(found.string, found.end()) is not None
    return is_ruler or is_last or fold(found["name"]) in GIVEN_NAMES or found["name"] == "War"
