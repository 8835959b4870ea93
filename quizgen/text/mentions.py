"""Find what a question could ask about in a text: dates, figures, quotations and proper names.

They are found by pattern matching, in English, which finds too many rather than too few; an author reviews them.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from quizgen.text.dates import MONTH, YEAR
from quizgen.text.lexicon import (
    EVENTS,
    JOINS,
    MASSES,
    NO_NAMES,
    ORGANISATIONS,
    PLACES,
    ROLES,
    SHORT_MONTHS,
    TITLES,
)
from quizgen.text.numbers import number_word_run
from quizgen.text.sentences import FIRST_WORD, QUOTE, SHORT_FORM, WORD, sentences

MentionKind = Literal["date", "figure", "quote", "name"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A date, figure, quotation or name, and its ``start`` and ``end`` in the sentence."""

    kind: MentionKind
    text: str
    start: int
    end: int


_MONTH = f"{MONTH}|" + "|".join(rf"{short}\b\.?" for short in sorted(SHORT_MONTHS, key=len, reverse=True))
_BEFORE_YEAR = "|".join(
    rf"(?<=\b{word} )" for word in ("in", "In", "since", "Since", "until", "by", "from", "of", "to")
)
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d\d(?:-\d\d)?|(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})(?:,? \d{{4}})?|(?:{_MONTH}) \d{{4}}"
    rf"|(?:(?:early|mid|late)[ -])?(?:1\d|20)\d0s"
    # A bare year follows a preposition or ends a clause: in "1500 men", 1500 is not a year.
    rf"|(?:(?:{_BEFORE_YEAR}){YEAR}|{YEAR}(?=\s*(?:[.,;:)\]–—-]|$))))(?![\w%-]|[.,]\d)"
)
_FIGURE = re.compile(
    r"(?<![^\W\d_]-)(?<![\w.,:])(?:(?<!\w)[-−])?\d+(?:[,.:\u00a0\u202f]\d+)*"
    r"(?:\s?%|\s(?:thousand|million|billion|trillion)\b)?(?!\w)"
)
# The title of a book or the like, in Markdown emphasis.
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=[^\W\d_])(?P<title>[^*]+)(?<=\w)\*(?![*\w])")


def quotes_in(text: str) -> Iterator[Mention]:
    """Return the quotations in ``text``, with their quotation marks."""
    return (Mention("quote", one[0], one.start(), one.end()) for one in QUOTE.finditer(text))


def find_mentions(sentence: str, known: Collection[str] = ()) -> tuple[Mention, ...]:
    """Return the dates, figures, quotations and names in ``sentence``, in reading order, without overlaps.

    A single word at the start counts as a name only if it is in ``known``, as every sentence begins with a capital.
    """
    found = _MentionList()
    for quote in quotes_in(sentence):
        found.add(quote)
    for date in _DATE.finditer(sentence):
        found.add(Mention("date", date[0], date.start(), date.end()))
    for title in _EMPHASIS.finditer(sentence):
        if title["title"][0].isupper():
            found.add(Mention("name", title["title"], title.start("title"), title.end("title")))
    for name in _names(sentence, known):
        # A name may contain a year: Eagle Partner 2023.
        found.drop_within(name.start, name.end)
        found.add(name)
    for one in _FIGURE.finditer(sentence):
        found.add(Mention("figure", one[0], one.start(), one.end()))
    return tuple(found.in_order)


class _MentionList:
    """Mentions in reading order, without overlaps: the one added first is kept."""

    def __init__(self) -> None:
        self.in_order: list[Mention] = []

    def add(self, one: Mention) -> None:
        index = self._index(one.start)
        is_after = index == 0 or self.in_order[index - 1].end <= one.start
        if is_after and (index == len(self.in_order) or one.end <= self.in_order[index].start):
            self.in_order.insert(index, one)

    def drop_within(self, start: int, end: int) -> None:
        first = last = self._index(start)
        while last < len(self.in_order) and self.in_order[last].end <= end:
            last += 1
        del self.in_order[first:last]

    def _index(self, start: int) -> int:
        """Return the index of the first mention that begins at ``start`` or later."""
        return bisect_left(self.in_order, start, key=lambda one: one.start)


def known_names(paragraphs: Collection[str]) -> frozenset[str]:
    """Return the words that are always capitalized, either inside a sentence or as the end of a person's name."""
    plain = {word for paragraph in paragraphs for word in WORD.findall(paragraph) if word.islower()}
    capitals: set[str] = set()
    for paragraph in paragraphs:
        for sentence in sentences(paragraph):
            for name in _names(sentence, ()):
                words = name.text.split()
                if len(words) == 1 or not {word.lower() for word in words} & _THINGS:
                    capitals.add(words[-1])
    return frozenset(word for word in capitals if _is_capital(word) and word.lower() not in plain)


_THINGS = ORGANISATIONS | PLACES | EVENTS
_VERB = re.compile(
    r"^(?:['’]s\b|,? (?:(?:had|has|also|later|then|himself|herself|itself) )?(?:"
    r"was|is|had|has|does|did|will|would|can|could|may|might|must|became|read|put|set|said|says|told|wrote|won|led|went|came|made|took|gave|found|held|left"
    r"|saw|met|grew|built|got|kept|ran|spoke|began|bought|sold|lost|paid|chose|drew|taught|thought|brought|fought|rose"
    r"|fell|[a-z]{3,}ed|[a-z]{2,}[^s\W]s)(?!\w)|,? and (?=[A-Z]))"
)
_NEXT_NAME = re.compile(r"\s[A-Z]")
_COMMON = re.compile(r"(?:[tsx]ion|ment|ness|ity|ing|ism|ance|ence|ship|hood|age|ure|ers|ors|ists|ics|men|dom|ly)$")
_PEOPLE = re.compile(r"(?:[aeiltrn]an|ean|ish|ese|ench|utch|iss|reek|zech|hai|[aeo]qi|eli)$")


def opening_name(
    sentence: str, plain: Collection[str], marked: Collection[str] = (), *, inside: bool = False
) -> str | None:
    """Return the first word of ``sentence`` if it looks like a name; ``plain`` are words that are not names.

    It does if it is one of the answers ``marked``, if a singular verb follows, or if it is an adjective of nationality
    and a role follows. Set ``inside`` if the text continues a sentence, so that a capital always starts a name.
    """
    first = WORD.search(sentence)
    if first is None or sentence[: first.start()].strip('"“„‘«(*_ ') or not _is_capital(first[0]):
        return None
    word = re.sub(r"['’]s$", "", first[0])
    lower = word.lower()
    if _is_not_name(word) or lower in plain or lower in ROLES or lower in TITLES or number_word_run((lower,))[0]:
        return None
    after = sentence[first.start() + len(word) :]
    following = FIRST_WORD.search(after[:40])
    is_marked = any(
        answer == word or (answer.startswith(f"{word} ") and _NEXT_NAME.search(answer)) for answer in marked
    )
    if inside or is_marked or (_PEOPLE.search(lower) and following and following[0].lower() in ROLES):
        return word if inside or not _COMMON.search(lower) else None
    is_common = lower in MASSES or lower in _THINGS or bool(_COMMON.search(lower))
    return word if _VERB.match(after) and not is_common else None


def _names(sentence: str, known: Collection[str]) -> Iterator[Mention]:
    run: list[re.Match[str]] = []
    first = True
    for word in (*WORD.finditer(sentence), None):
        if word is not None and _continues_name(sentence, run, word):
            run.append(word)
            continue
        yield from _name(sentence, run, known, opening=first)
        first = first and not run
        run = [word] if word is not None and _is_capital(word[0]) else []
        first = first and (word is None or bool(run))


def _continues_name(sentence: str, run: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Return whether ``word`` continues the name in ``run``: a capitalized word, a year, or a joining word."""
    if not run:
        return False
    last, between = run[-1][0], sentence[run[-1].end() : word.start()]
    if between == " ":
        if _is_possessive(last):
            return False
        if word[0] == "of" and len(run) > 1 and not any(_is_thing(one[0]) for one in run):
            return False  # "Ann Lee of Oslo" is two names, "the Royal Society of London" is one
        return _is_capital(word[0]) or word[0] in JOINS or bool(re.fullmatch(YEAR, word[0]))
    if not _is_capital(word[0]):
        return between == ". " and word[0] == "of" and bool(SHORT_FORM.search(f" {last}."))  # "the Univ. of Oslo"
    if between in (" & ", "&"):  # "Procter & Gamble"
        return True
    if between in ("' ", "’ "):  # "the Fishers' Union"
        return last.endswith("s")
    # A period continues a name only after an initial or an abbreviation: J. Metcalfe, U.S. Congress, St. Louis.
    if between == ".":
        return len(last) == len(word[0]) == 1
    return between == ". " and (len(last) == 1 or bool(SHORT_FORM.search(f" {last}.")))


def _name(sentence: str, run: list[re.Match[str]], known: Collection[str], *, opening: bool) -> Iterator[Mention]:
    while run and (
        (_is_not_name(run[0][0]) and not _begins_place(run))
        or run[0][0].isdigit()
        or run[0][0] in JOINS
        or _is_month(sentence, run[0])
    ):
        run, opening = run[1:], False
    # "Prime Minister Ann Lee" gives Ann Lee, and "the Committee Chair" gives the Committee.
    titles = [index for index, word in enumerate(run[:-1], 1) if word[0].lower() in ROLES or word[0].lower() in TITLES]
    # But "the Emperor Bridge" is not "Bridge" with a title.
    named = [word for word in run[titles[-1] :] if word[0] not in JOINS and not _is_thing(word[0])] if titles else []
    if named and run[titles[-1]][0] not in JOINS:
        run, opening = run[titles[-1] :], False
    while len(run) > 1 and not _is_initial(sentence, run[-1]) and _cannot_be_last(run[-1][0]):
        run = run[:-1]
    if not run or run[-1][0] in JOINS or run[-1][0].lower() in TITLES:
        return
    if opening and sum(_is_capital(word[0]) for word in run) == 1:  # "Think of 1905"
        run = run[:1]
    start, end = run[0].start(), run[-1].end()
    if len(run) > 1 and sentence[end - 2 : end + 1] == f".{run[-1][0]}.":  # the last period of "U.S."
        end += 1
    text = re.sub(r"['’]s$", "", sentence[start:end])
    is_name = len(run) > 1 or not opening or text in known or _is_short_form(text)
    if len(text) > 1 and is_name:
        yield Mention("name", text, start, start + len(text))


def _begins_place(run: list[re.Match[str]]) -> bool:
    """Return whether ``run`` is a name such as New York."""
    return run[0][0] == "New" and len(run) > 1 and _is_capital(run[1][0]) and not _is_not_name(run[1][0])


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_not_name(word: str) -> bool:
    return word.lower() in NO_NAMES and not _is_short_form(word)


def _cannot_be_last(word: str) -> bool:
    return word in JOINS or _is_not_name(word) or word.lower() in ROLES


def _is_initial(sentence: str, word: re.Match[str]) -> bool:
    """Return whether ``word`` is the last letter of an abbreviation such as F.D.A."""
    return len(word[0]) == 1 and sentence[word.start() - 1 : word.start()] == "."


def _is_month(sentence: str, word: re.Match[str]) -> bool:
    return word[0] in SHORT_MONTHS and sentence[word.end() : word.end() + 1] == "."


def _is_short_form(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _is_thing(word: str) -> bool:
    lower = word.lower()
    return lower in _THINGS or lower.removesuffix("s") in _THINGS


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))
