"""What in a text tells something that can be asked: dates, figures, quoted speech and proper names.

Found by their looks alone, in English. That finds too much rather than too little; an author decides.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.values.dates import MONTHS

TellingKind = Literal["date", "figure", "quote", "name"]


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that tells; ``start`` and ``end`` bound it in its sentence."""

    kind: TellingKind
    text: str
    start: int
    end: int


_MONTH = "|".join(MONTHS)
_BEFORE_YEAR = "|".join(
    rf"(?<=\b{word} )" for word in ("in", "In", "since", "Since", "until", "by", "from", "of", "to")
)
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d(?:-\d\d)?|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})(?:,? \d{{4}})?|(?:{_MONTH}) \d{{4}}"
    # A bare year follows its preposition or ends its part of the sentence: 1500 men are no year.
    rf"|(?:(?:{_BEFORE_YEAR})(?:1\d|20)\d\d|(?:1\d|20)\d\d(?=\s*(?:[.,;:)\]–—-]|$))))(?![\w%-]|[.,]\d)"
)
_FIGURE = re.compile(
    r"(?<![\w.,-])[-−]?\d+(?:[,\u00a0\u202f]\d{3})*(?:\.\d+)?(?:\s?%|\s(?:thousand|million|billion|trillion)\b)?(?!\w)"
)
_QUOTE = re.compile(r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|„[^„“”]+[“”]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W_]+)*|\d+")
# A title in Markdown's emphasis, such as that of a book.
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=[^\W\d_])(?P<title>[^*]+)(?<=\w)\*(?![*\w])")
JOINS = frozenset("of for the de da del della di du la le van von der den ten bin ibn al".split())
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[*_]*[A-Z0-9])")
_SHORT_FORMS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Jr|Sr|No|vs|etc|e\.g|i\.e|cf|al|eds?|approx|ca)|\b[A-Z])\.$"
)
_LONGEST_SHORT_FORM = 12
"""Characters at the end of a sentence that are more than any short form has."""

# Words that begin sentences, or have a capital for other reasons than that they name somebody.
_NO_NAMES = frozenset(
    """a about above according after again against all almost already also although always among an and another any
    are as at because before behind being below beside besides between both but by can could despite did do does during
    each earlier either else even ever every far few finally first five for four from further had half has have he hence
    her here hers him his how however i if in indeed instead into is it its itself just last later learners least less
    like many may meanwhile more moreover most much must my neither never nevertheless next no nor not nothing now of
    off often on once one only or other others our out over perhaps rather recently second several she should similarly
    since so some sometimes soon still such ten than thanks that the their them then there therefore these they third
    this those though three through throughout thus to today together too two under unless unlike until up upon us very
    was we were what when where whereas whether which while who whose why will with within without would yet you your
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)

ROLES = frozenset(
    """actor admiral ambassador analyst archbishop artist author biologist bishop captain chair chairman chairwoman
    chancellor chemist chief coach colonel commander composer correspondent dean deputy designer director doctor
    economist editor emperor engineer envoy explorer general geographer governor head historian inventor journalist
    judge king leader lecturer lieutenant linguist mathematician mayor minister mr mrs ms musician naturalist novelist
    officer painter philosopher physician physicist pioneer playwright poet pope president prime prince princess
    principal producer professor programmer prosecutor psychologist publisher queen reporter researcher scholar
    scientist sculptor secretary senator sergeant singer sociologist spokesman spokesperson spokeswoman student
    surgeon teacher writer zoologist""".split()
)
"""Words for what a person is or does, as they stand beside names."""

_REFERENCES = re.compile(
    r"^(?:#+\s*|\**)(?:sources|references|bibliography|works cited|notes|further reading|literature)\W*$", re.IGNORECASE
)


_ENGLISH = frozenset("the of and to in a is it".split())


def is_english(text: str) -> bool:
    """Whether so many of its words are those that English is full of; other languages use capitals otherwise."""
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(word in _ENGLISH for word in words) * 8 > len(words)


def told_paragraphs(paragraphs: Sequence[str]) -> range:
    """The numbers (from 1) of the paragraphs that tell something: those up to the list of sources, if there is one."""
    end = next((number for number, text in enumerate(paragraphs) if _REFERENCES.match(text)), len(paragraphs))
    return range(1, end + 1)


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph; a short form such as ``St.`` ends none."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(paragraph):
        if not _SHORT_FORMS.search(paragraph[max(start, end.start() - _LONGEST_SHORT_FORM) : end.start()]):
            found.append(paragraph[start : end.start()] + end[0].rstrip())
            start = end.end()
    return [sentence for sentence in (*found, paragraph[start:]) if sentence.strip()]


def telling(sentence: str, known: Collection[str] = ()) -> tuple[Telling, ...]:
    """What in ``sentence`` tells something, in reading order, without overlaps.

    A single word at its start is a name only if it is among ``known``: every sentence begins with a capital.
    """
    found = _Found()
    shapes: tuple[tuple[TellingKind, re.Pattern[str]], ...] = (("quote", _QUOTE), ("date", _DATE))
    for kind, shape in shapes:
        for one in shape.finditer(sentence):
            found.add(Telling(kind, one[0], one.start(), one.end()))
    for title in _EMPHASIS.finditer(sentence):
        if title["title"][0].isupper():
            found.add(Telling("name", title["title"], title.start("title"), title.end("title")))
    for name in _names(sentence, known):
        # Eagle Partner 2023 is a name with a year in it, but 1994 in front of it is none.
        found.drop_within(name.start, name.end)
        found.add(name)
    for one in _FIGURE.finditer(sentence):
        found.add(Telling("figure", one[0], one.start(), one.end()))
    return tuple(found.in_order)


class _Found:
    """What is found in a sentence, in order and without overlaps: whatever comes first keeps its place."""

    def __init__(self) -> None:
        self.in_order: list[Telling] = []

    def add(self, one: Telling) -> None:
        place = self._place(one.start)
        is_after = place == 0 or self.in_order[place - 1].end <= one.start
        if is_after and (place == len(self.in_order) or one.end <= self.in_order[place].start):
            self.in_order.insert(place, one)

    def drop_within(self, start: int, end: int) -> None:
        first = last = self._place(start)
        while last < len(self.in_order) and self.in_order[last].end <= end:
            last += 1
        del self.in_order[first:last]

    def _place(self, start: int) -> int:
        """Where the first stands that begins at ``start`` or later."""
        return bisect_left(self.in_order, start, key=lambda one: one.start)


def known_names(paragraphs: Collection[str]) -> frozenset[str]:
    """The single words that stand with a capital in the midst of a sentence, and never without one."""
    plain = {word for paragraph in paragraphs for word in _WORD.findall(paragraph) if word.islower()}
    capitals = {
        name.text
        for paragraph in paragraphs
        for sentence in sentences(paragraph)
        for name in _names(sentence, ())
        if " " not in name.text
    }
    return frozenset(word for word in capitals if word.lower() not in plain)


def _names(sentence: str, known: Collection[str]) -> Iterator[Telling]:
    run: list[re.Match[str]] = []
    first = True
    for word in (*_WORD.finditer(sentence), None):
        if word is not None and _goes_on(sentence, run, word):
            run.append(word)
            continue
        yield from _name(sentence, run, known, opening=first)
        first = first and not run
        run = [word] if word is not None and _is_capital(word[0]) else []
        first = first and (word is None or bool(run))


def _goes_on(sentence: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether ``word`` is the next of a name: with a capital, a year after it, or a small word that joins."""
    if not run:
        return False
    between = sentence[run[-1].end() : word.start()]
    # A dot stands only after an initial or a short form: J. Metcalfe, St. Louis.
    dotted = between == ". " and (len(run[-1][0]) == 1 or bool(_SHORT_FORMS.search(f" {run[-1][0]}.")))
    if not (between == " " or dotted) or _is_possessive(run[-1][0]):
        return False
    return _is_capital(word[0]) or word[0] in JOINS or bool(re.fullmatch(r"(?:1\d|20)\d\d", word[0]))


def _name(sentence: str, run: list[re.Match[str]], known: Collection[str], *, opening: bool) -> Iterator[Telling]:
    while run and (_is_no_name(run[0][0]) or run[0][0].isdigit() or run[0][0] in JOINS):
        run, opening = run[1:], False
    # Prime Minister Ann Lee is Ann Lee, and the Committee Chair is of the Committee.
    titles = [place for place, word in enumerate(run[:-1], 1) if word[0].lower() in ROLES]
    if titles and any(word[0] not in JOINS for word in run[titles[-1] :]) and run[titles[-1]][0] not in JOINS:
        run, opening = run[titles[-1] :], False
    while len(run) > 1 and (run[-1][0] in JOINS or _is_no_name(run[-1][0]) or run[-1][0].lower() in ROLES):
        run = run[:-1]
    if not run or run[-1][0] in JOINS:
        return
    text = re.sub(r"['’]s$", "", sentence[run[0].start() : run[-1].end()])
    telling_alone = len(run) > 1 or not opening or text in known or _is_short_form(text)
    if len(text) > 1 and telling_alone:
        yield Telling("name", text, run[0].start(), run[0].start() + len(text))


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_no_name(word: str) -> bool:
    return word.lower() in _NO_NAMES and not _is_short_form(word)


def _is_short_form(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))
