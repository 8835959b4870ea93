"""Words of which one cannot replace the other: increases, decreases; stable, unstable."""

from functools import cache

from quizgen.grading.answer_key import AnswerKey
from quizgen.text.words import listed

_OPPOSITES = """
increase increases increased rise rises rose grow grows / decrease decreases decreased fall falls fell drops dropped
more greater faster / less fewer slower
up / down
agree agrees agreed accepted allowed / refuse refuses refused rejected denied
marry marries married / divorce divorces divorced
gain gains gained gaining accept accepts accepted receive receives / lose loses lost losing donate donates gives gave
stronger strong strongly / weaker weak weakly
high higher / low lower
hot hotter warm warmer heats heated / cold colder cool cooler cools cooled
exothermic releases released / endothermic absorbs absorbed
oxidized oxidation oxidizes / reduced reduction reduces
acid acidic / alkali alkaline basic base
positive positively / negative negatively
attract attracts attracted attraction / repel repels repelled repulsion
proton protons / neutron neutrons / electron electrons electronic / ion ions / atom atoms / molecule molecules
solid precipitate / solution liquid / gas bubbles fizzing
soluble dissolves dissolved / insoluble undissolved
saturated single / unsaturated double / triple
same equal identical alike / different unequal differ differs differing
all every each always everyone / some sometimes
before earlier prior / after later afterwards
inside inner internal / outside outer external
left / right
land / sea / air
north northern / south southern / east eastern / west western
male males men father / female females women mother
rich wealthy / poor
won win wins victory defeated / lost lose loses defeat
began begin begins started starts start / ended end ends stopped stops stop finished
open opens opened / close closes closed
allow allows allowed permits permitted legal / forbid forbids forbade banned prohibited prevented prevents stops illegal
create creates created builds built / destroy destroys destroyed
import imports imported / export exports exported
buy buys bought / sell sells sold
public / private
fast quick quicker quickly / slow slowly
light lighter pale / dark darker
long longer longest / short shorter shortest
big bigger biggest large larger / small smaller smallest
thick thicker / thin thinner
old older / new newer / young younger
first / last / second / third
near nearer closer / far farther further
maximum most highest largest / minimum least lowest smallest
mutable changed changeable / immutable unchangeable
true / false
catholic / protestant / orthodox
black / white / red / blue / green / yellow / orange / purple violet lilac / brown / pink / colorless
oxygen / hydrogen / nitrogen / carbon / chlorine / iodine / bromine / fluorine / sodium / potassium / copper / iron
monday / tuesday / wednesday / thursday / friday / saturday / sunday
"""
"""Words of which one cannot replace the other, in groups."""


def has_opposite(words: tuple[str, ...], key: AnswerKey) -> bool:
    """Return whether ``words`` have one of two or more opposites, and the answers have another one."""
    answers = {word for answer in key.answers for word in key.phrase(answer).words}
    for group in _opposites():
        right, theirs = ([side for side in group if not side.isdisjoint(said)] for said in (answers, words))
        if right and any(side not in right for side in theirs) and any(side not in theirs for side in right):
            return True
    new, lacking = {*words} - answers, answers - {*words}
    return any(
        negated in both[1]
        for both in ((new, lacking), (lacking, new))
        for word in both[0]
        for negated in _negated(word)
    )


def _negated(word: str) -> tuple[str, ...]:
    """Return ``word`` with each prefix that makes its opposite: unstable, for stable."""
    return tuple(f"{prefix}{word}" for prefix in _PREFIXES) if len(word) >= 4 else ()


_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "de", "non", "mis")


@cache
def _opposites() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(tuple(map(listed, line.split("/"))) for line in _OPPOSITES.strip().splitlines())
